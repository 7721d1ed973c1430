"""The list of a package, as a page and as a workbook: a row for each finding, with the note, the answer, and the copy that it rests on.

In: rows. Out: HTML, XLSX. The rule of this file: both say the same, in the order of the article; a cell that begins like a formula is text.
"""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass, fields

from verifier.binder.pages import render
from verifier.escape import for_terminal, safe_href

_WIDEST, _NARROWEST = 48, 8  # characters of a column
_LINE, _HIGHEST = 15, 405  # points of a line, and of a row
_LONGEST, _LONGEST_LINK = 32_000, 2000  # characters that Excel takes


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
    """The list as a workbook; None where xlsxwriter (extra `report`) is not installed."""
    try:
        import xlsxwriter  # noqa: PLC0415 - the extra
    except ImportError:
        return None
    out = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with xlsxwriter.Workbook(out, options) as book:
        sheet = book.add_worksheet("Sources")
        head, cell = (
            book.add_format({"bold": True, "bottom": 1, "valign": "top"}),
            book.add_format({"text_wrap": True, "valign": "top"}),
        )
        sheet.write_row(0, 0, HEADS, head)
        widths = [
            _width(name, [getattr(row, field.name) for row in rows])
            for name, field in zip(HEADS, fields(Row), strict=True)
        ]
        for at, row in enumerate(rows, 1):
            values = [for_terminal(getattr(row, field.name)) for field in fields(row)]
            lines = max(len(value) // width + 1 for value, width in zip(values, widths, strict=True))
            sheet.set_row(at, min(_HIGHEST, _LINE * lines))
            for column, value in enumerate(values):
                sheet.write_string(at, column, value[:_LONGEST], cell)
            if row.copy:
                sheet.write_url(at, HEADS.index("Copy"), f"external:{row.copy}", cell, row.copy)
            if href := safe_href(row.address):
                sheet.write_url(at, HEADS.index("Address"), href[:_LONGEST_LINK], cell, row.address[:_LONGEST_LINK])
        for column, width in enumerate(widths):
            sheet.set_column(column, column, width)
        sheet.freeze_panes(1, 1)
        sheet.autofilter(0, 0, max(1, len(rows)), len(HEADS) - 1)
        book.set_properties({"title": f"Evidence of {document}"[:250]})
    return out.getvalue()


def _width(name: str, values: Sequence[str]) -> int:
    """Characters of a column: as wide as half of its longest value, within sense."""
    return min(_WIDEST, max(_NARROWEST, len(name) + 2, max(map(len, values), default=0) // 2))
