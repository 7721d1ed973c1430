"""The text of a PDF by pypdfium2 (Apache-2.0/BSD-3), page by page.

To be run in a bounded child: the parser is C++ and files are hostile.
"""

from __future__ import annotations

import re

from verifier.model import PageMetadata, Snapshot, SourceText
from verifier.sources.pdf_extent import measure_pages

_PAGES = 1500
_LONGEST = 8_000_000


def extract(snapshot: Snapshot) -> SourceText:
    """The text of all pages; `problem` where it is encrypted, damaged or only pictures."""
    import pypdfium2 as pdfium  # noqa: PLC0415 - 30 ms, only for PDFs

    try:
        document = pdfium.PdfDocument(snapshot.body)
    except pdfium.PdfiumError as error:
        why = "is encrypted" if "assword" in str(error) else "is damaged"
        return SourceText("", "pdf", "", problem=f"The PDF {why} and cannot be read.")
    with document:
        pages, total = [], len(document)
        for number in range(min(total, _PAGES)):
            pages.append(_page_text(document, number))
            if sum(map(len, pages)) > _LONGEST:
                break
        given = document.get_metadata_dict(skip_empty=True)
    text = "\n\n".join(filter(None, pages))
    extent, problem = measure_pages(pages, total)
    metadata = PageMetadata(title=given.get("Title"), author=given.get("Author"))
    return SourceText(text, "pdf", "", metadata=metadata, problem=problem, extent=extent)


def _page_text(document: object, number: int) -> str:
    import pypdfium2 as pdfium  # noqa: PLC0415

    try:
        page = document[number]  # type: ignore[index] # pypdfium2 has no types
        raw = page.get_textpage().get_text_bounded()
    except pdfium.PdfiumError:
        return ""
    # U+FFFE and U+0002 are pdfium's signs for a hyphen at the end of a line.
    joined = re.sub(r"[\ufffe\x02]\r?\n?", "", raw).replace("\r\n", "\n").replace("\r", "\n")
    return re.sub(r"[ \t]+", " ", joined).strip()
