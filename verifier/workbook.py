"""A workbook of one sheet: heads, rows, links; no cell is a formula. In: words. Out: XLSX bytes, and words again from what came back.

XlsxWriter writes it and openpyxl reads it (extra `report`). The rule of this file: what comes from outside is text, whatever it begins
with.
"""

from __future__ import annotations

import io
import warnings
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from math import ceil
from types import MappingProxyType
from typing import Any

from verifier.errors import DocumentError, ImportedFileError, OutputError
from verifier.escape import for_terminal_text
from verifier.files.zipped import Package

_PAGE = 200  # characters of all columns that a page across still shows legibly
_WIDEST, _NARROWEST, _TO_WRITE = 48, 8, 24  # characters of a column
_LINE, _HIGHEST = 15, 405  # points of a line, and of a row
_LONGEST, _LONGEST_LINK = 32_000, 2000  # characters that Excel takes


@dataclass(frozen=True, slots=True)
class Row:
    """The cells of a row, where some of them lead (by column), and the colour of its answer (`#ffd3ce`)."""

    cells: tuple[str, ...]
    links: Mapping[int, str] = field(default_factory=dict)
    colour: str = ""


def write_workbook(  # noqa: PLR0913 - the parts of a sheet
    title: str,
    sheet: str,
    heads: Sequence[str],
    rows: Sequence[Row],
    *,
    coloured: int = 0,
    open_columns: Sequence[int] = (),
    choices: Mapping[int, Sequence[str]] = MappingProxyType({}),
    made_at: datetime | None = None,
) -> bytes:
    """The workbook: a head that stays, filters, columns as wide as sense. Raises OutputError where XlsxWriter is not installed.

    `coloured` is the column of the answer, `open_columns` are to be written in, one of `choices` by column; `made_at` stands in its
    properties, in place of now.
    """
    out = io.BytesIO()
    with _open_book(out) as book:
        made = book.add_worksheet(sheet)
        widths = [
            max(_TO_WRITE * (i in open_columns and i not in choices), _width(name, [row.cells[i] for row in rows]))
            for i, name in enumerate(heads)
        ]
        made.write_row(0, 0, heads, book.add_format({"bold": True, "bottom": 1, "valign": "top", "text_wrap": True}))
        _write_rows(book, made, rows, widths, coloured, open_columns)
        for column, width in enumerate(widths):
            made.set_column(column, column, width)
        for column, words in choices.items():
            made.data_validation(1, column, max(1, len(rows)), column, {"validate": "list", "source": list(words)})
        made.freeze_panes(1, 2)
        made.autofilter(0, 0, max(1, len(rows)), len(heads) - 1)
        _set_up_print(made, widths, len(rows), max(open_columns, default=len(heads) - 1))
        book.set_properties({"title": title[:250], **({"created": made_at.replace(tzinfo=None)} if made_at else {})})
    return out.getvalue()


def _open_book(out: io.BytesIO) -> Any:
    """A workbook of XlsxWriter in which words are words. Raises OutputError where it is not installed."""
    try:
        import xlsxwriter  # noqa: PLC0415 - the extra, only where a workbook is written
    except ImportError:
        raise OutputError(
            "A workbook (.xlsx) needs XlsxWriter, which is not installed.",
            hint="Install it: pipx inject verifier XlsxWriter, or with pip: pip install XlsxWriter.",
        ) from None
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    return xlsxwriter.Workbook(out, options)


def _write_rows(  # noqa: PLR0913, PLR0917 - the parts of a sheet
    book: Any, sheet: Any, rows: Sequence[Row], widths: Sequence[int], coloured: int, open_columns: Sequence[int]
) -> None:
    """Each row as high as its words, its answer on its colour, with borders where something is to be written."""
    plain = {"text_wrap": True, "valign": "top"}
    cell, empty = book.add_format(plain), book.add_format({**plain, "border": 1, "border_color": "#999999"})
    colours = {row.colour for row in rows if row.colour}
    fills = {colour: book.add_format({**plain, "bg_color": colour, "bold": True}) for colour in sorted(colours)}
    for at, row in enumerate(rows, 1):
        words = list(map(for_terminal_text, row.cells))
        sheet.set_row(at, _height(row.cells, widths))
        for column, value in enumerate(words):
            form = empty if column in open_columns else fills.get(row.colour, cell) if column == coloured else cell
            sheet.write_string(at, column, value[:_LONGEST], form)
        for column, address in row.links.items():
            sheet.write_url(at, column, address[:_LONGEST_LINK], cell, words[column][:_LONGEST_LINK])


def _set_up_print(sheet: Any, widths: Sequence[int], rows: int, last: int) -> None:
    """On as many pages across as can be read, each with the head and the first columns; no columns behind the last to write in."""
    across = ceil(sum(widths[: last + 1]) / _PAGE)
    sheet.set_landscape()
    sheet.set_paper(9)  # A4
    sheet.print_area(0, 0, max(1, rows), last)
    sheet.fit_to_pages(across, 0)
    sheet.repeat_rows(0)
    if across > 1:
        sheet.repeat_columns(0, 1)


_MOST_ROWS, _MOST_COLUMNS = 20_000, 200
_NO_WORKBOOK = "{} is no workbook (.xlsx), or it is damaged."
_FROM_ELSEWHERE = "Give back the workbook that 'verifier report -o FILE.xlsx' wrote, saved as .xlsx."


def read_workbook(data: bytes, name: str, wanted: Sequence[str]) -> list[tuple[int, dict[str, str]]]:
    """The rows of the sheet that has all the `wanted` heads, each with its number and its words by head; columns may stand in any order.

    Raises ImportedFileError where there is none, or the file cannot be read, OutputError where openpyxl is not installed.
    """
    _refuse_harmful(data, name)
    for cells in _sheets(data, name):
        rows = ((number, [_text(value) for value in row]) for number, row in enumerate(cells, 1))
        heads = next((row for _, row in rows if set(wanted) <= set(row)), None)
        if heads is not None:
            found = ((number, dict(zip(heads, row, strict=False))) for number, row in rows)
            return [(number, row) for number, row in found if any(row.values())]
    raise ImportedFileError(
        f"{name} is no workbook of verifier: no sheet has the columns {', '.join(wanted)}.", hint=_FROM_ELSEWHERE
    )


def _refuse_harmful(data: bytes, name: str) -> None:
    """Raise ImportedFileError for what unpacks to more than a workbook holds, or declares entities, as no office program does."""
    try:
        package = Package(data, name)
        parts = {part: package.read(part) or b"" for part in package.names if part.endswith((".xml", ".rels"))}
    except DocumentError:
        raise ImportedFileError(_NO_WORKBOOK.format(name), hint=_FROM_ELSEWHERE) from None
    if any(b"<!ENTITY" in content for content in parts.values()):
        raise ImportedFileError(f"{name} was not opened: it declares entities.", hint=_FROM_ELSEWHERE)


def _sheets(data: bytes, name: str) -> Iterator[Iterable[tuple[Any, ...]]]:
    """The values of each sheet, row by row."""
    try:
        import openpyxl  # noqa: PLC0415 - the extra, only where a workbook is read
    except ImportError:
        raise OutputError(
            "Reading a workbook (.xlsx) needs openpyxl, which is not installed.",
            hint="Install it: pipx inject verifier openpyxl, or with pip: pip install openpyxl.",
        ) from None
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of what Excel added and nobody reads here
            book = openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=True, keep_links=False)
            sheets = [
                list(sheet.iter_rows(values_only=True, max_row=_MOST_ROWS, max_col=_MOST_COLUMNS))
                for sheet in book.worksheets
            ]
            book.close()
    except Exception:  # noqa: BLE001 - openpyxl raises whatever a damaged part makes it meet
        raise ImportedFileError(_NO_WORKBOOK.format(name), hint=_FROM_ELSEWHERE) from None
    yield from sheets


def _text(value: object) -> str:
    """A cell as words: what stands in it, blanks at its ends gone."""
    return "" if value is None else str(value).strip()


def _width(name: str, values: Sequence[str]) -> int:
    """Characters of a column: as wide as half of its longest value, within sense."""
    longest = max((len(line) for value in values for line in value.split("\n")), default=0)
    return min(_WIDEST, max(_NARROWEST, len(name) + 2, longest // 2))


def _height(cells: Sequence[str], widths: Sequence[int]) -> int:
    """Points of a row in which all lines are seen."""
    lines = max(
        sum(len(line) // width + 1 for line in value.split("\n")) for value, width in zip(cells, widths, strict=True)
    )
    return min(_HIGHEST, _LINE * lines)
