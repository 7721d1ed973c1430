"""The list of a package, as a page and as a workbook: a row for each finding, with the note, the answer, and the copy that it rests on.

In: rows. Out: HTML, XLSX. The rule of this file: both say the same, in the order of the article; a cell that begins like a formula is text.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, fields

from verifier import workbook
from verifier.binder.pages import render
from verifier.errors import OutputError
from verifier.escape import safe_href


@dataclass(frozen=True, slots=True)
class Row:
    """One finding, or one source that nothing is claimed of."""

    note: str
    source: str  # as the note writes it
    claim: str
    quoted: str
    answer: str  # sign and words
    reason: str
    passage: str
    page: str
    address: str
    copy: str  # the file in the package, "" where there is none
    fetched: str
    sha256: str


HEADS = (
    "Note", "The note", "The article says", "Quoted", "Answer", "Why", "The source says", "Page", "Address", "Copy", "Fetched", "SHA-256",
)  # fmt: skip


def write_page(document: str, made: str, rows: Sequence[Row]) -> str:
    """The list as a page."""
    return render("index.html.jinja", document=document, made=made, rows=rows)


def write_workbook(document: str, rows: Sequence[Row]) -> bytes | None:
    """The list as a workbook; None where XlsxWriter (extra `report`) is not installed."""
    try:
        return workbook.write_workbook(f"Evidence of {document}", "Sources", HEADS, list(map(_cells, rows)), coloured=4)
    except OutputError:
        return None


def _cells(row: Row) -> workbook.Row:
    links = {HEADS.index("Copy"): f"external:{row.copy}"} if row.copy else {}
    if href := safe_href(row.address):
        links[HEADS.index("Address")] = href
    return workbook.Row(tuple(getattr(row, field.name) for field in fields(row)), links)
