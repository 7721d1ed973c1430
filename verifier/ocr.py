"""Read scanned pages of a PDF by tesseract, where it is installed. Runs in the child that reads sources.

In: a snapshot and its reading. Out: the reading with the words of its pictures (the extractor is `pdf_ocr`); the same reading where
nothing can be done. The rule of this file: so many pages and so much time and no more; what was read so is never taken for the whole.
"""

from __future__ import annotations

import io
import os
import shutil
import subprocess
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache
from time import monotonic
from typing import Any

from verifier.model import Extent, Snapshot, SourceText
from verifier.sources.pdf_extent import READ_BY_OCR, pages_without_words

_MOST_PAGES = 40
_SECONDS, _PAGE_SECONDS = 90.0, 20.0
_DOTS = 200 / 72  # of a point: 200 dots an inch, above which tesseract reads no better
_WIDEST = 3000.0  # dots
_MOST_LANGUAGES = 3


def read_scans(snapshot: Snapshot, reading: SourceText) -> SourceText:
    """The reading with what tesseract makes of the pages that are pictures."""
    is_scan = reading.extractor == "pdf" and reading.extent is Extent.PART
    program = shutil.which("tesseract") if is_scan else None
    if program is None:
        return reading
    import pypdfium2 as pdfium  # noqa: PLC0415 - 30 ms, only for PDFs

    try:
        with pdfium.PdfDocument(snapshot.body) as document:
            return _read(program, document, reading)
    except pdfium.PdfiumError:
        return reading


def _read(program: str, document: Any, reading: SourceText) -> SourceText:
    """The pages in their order, those without words as tesseract reads them."""
    total = len(document)
    texts = [document[number].get_textpage().get_text_bounded() for number in range(min(total, 1500))]
    wanted = pages_without_words(texts)
    before, read = monotonic(), 0
    for number in wanted[:_MOST_PAGES]:
        left = _SECONDS - (monotonic() - before)
        text = _recognise(program, _picture(document[number]), min(left, _PAGE_SECONDS)) if left > 1 else None
        if text is None:
            break
        texts[number] = text
        read += 1
    text = "\n\n".join(filter(None, (" ".join(t.split()) for t in texts)))
    return replace(reading, text=text, extractor=READ_BY_OCR, problem=_say(read, wanted)) if read else reading


def _say(read: int, wanted: Sequence[int]) -> str:
    said = "The pages are pictures: they were read by optical character recognition (tesseract), which makes slips."
    return said if read == len(wanted) else f"{said} Only {read} of {len(wanted)} such pages were read."


def _picture(page: Any) -> bytes:
    scale = min(_DOTS, _WIDEST / max(page.get_width(), page.get_height(), 1.0))
    held = io.BytesIO()
    image = page.render(scale=scale, grayscale=True)
    data = bytes(image.buffer)
    rows = (data[y * image.stride : y * image.stride + image.width] for y in range(image.height))
    held.write(f"P5 {image.width} {image.height} 255\n".encode())
    held.writelines(rows)
    return held.getvalue()


def _recognise(program: str, picture: bytes, seconds: float) -> str | None:
    """What tesseract reads in a picture; None where it fails or takes too long."""
    command = [program, "stdin", "stdout", "-l", _languages(program)]
    environment = {**os.environ, "OMP_THREAD_LIMIT": "1"}
    try:
        done = subprocess.run(  # noqa: S603 - our own words and a program of the system
            command, input=picture, capture_output=True, timeout=seconds, check=False, env=environment
        )
    except (OSError, subprocess.TimeoutExpired):
        return None
    return done.stdout.decode("utf-8", "replace").replace("-\n", "") if done.returncode == 0 else None


@lru_cache(maxsize=1)
def _languages(program: str) -> str:
    """The languages that are installed, English first."""
    try:
        done = subprocess.run([program, "--list-langs"], capture_output=True, timeout=10, check=False)  # noqa: S603
    except (OSError, subprocess.TimeoutExpired):
        return "eng"
    names = [
        name for name in done.stdout.decode("ascii", "replace").split("\n")[1:] if name.isalpha() and name != "osd"
    ]
    names.sort(key=lambda name: name != "eng")
    return "+".join(names[:_MOST_LANGUAGES]) or "eng"
