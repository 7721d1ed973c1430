"""The text of a book (.epub) as a source: its files in reading order, each read as a page."""

from __future__ import annotations

from dataclasses import replace

from verifier.files.book import open_book
from verifier.files.zipped import Package
from verifier.model import Extent, Part, Snapshot, SourceText
from verifier.sources import html

_MISSING = "Not all files of the book are there; the others were read."


def read(package: Package) -> SourceText:
    """All text of a book, and the stretches of it that have a role. Raises DocumentError."""
    _, files = open_book(package, "The file")
    bodies = [package.read(file) for file in files]
    texts: list[str] = []
    parts: list[Part] = []
    at = 0
    for body in filter(None, bodies):
        page = html.read(Snapshot("", body, "application/xhtml+xml"))
        texts.append(page.text)
        parts += (replace(p, start=p.start + at, end=p.end + at) for p in page.parts)
        at += len(page.text) + len("\n\n")
    found = SourceText("\n\n".join(texts), "office", "", parts=tuple(parts))
    return found if all(bodies) else replace(found, extent=Extent.PART, problem=_MISSING)
