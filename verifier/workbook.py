"""A workbook of one sheet: heads, rows, links; no cell is a formula. In: words. Out: XLSX bytes.

XlsxWriter (extra `report`) writes it. The rule of this file: what comes from outside is text, whatever it begins with.
"""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from verifier.errors import OutputError
from verifier.escape import for_terminal_text

_WIDEST, _NARROWEST = 48, 8  # characters of a column
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
    made_at: datetime | None = None,
) -> bytes:
    """The workbook: a head that stays, filters, columns as wide as sense. Raises OutputError where XlsxWriter is not installed.

    `coloured` is the column of the answer, `open_columns` are to be written in; `made_at` stands in its properties, in place of now.
    """
    try:
        import xlsxwriter  # noqa: PLC0415 - the extra, only where a workbook is written
    except ImportError:
        raise OutputError(
            "A workbook (.xlsx) needs XlsxWriter, which is not installed.",
            hint="Install it: pipx inject verifier XlsxWriter, or with pip: pip install XlsxWriter.",
        ) from None
    out = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with xlsxwriter.Workbook(out, options) as book:
        made = book.add_worksheet(sheet)
        head = book.add_format({"bold": True, "bottom": 1, "valign": "top", "text_wrap": True})
        plain = {"text_wrap": True, "valign": "top"}
        cell, empty = book.add_format(plain), book.add_format({**plain, "border": 1, "border_color": "#999999"})
        fills = {
            row.colour: book.add_format({**plain, "bg_color": row.colour, "bold": True}) for row in rows if row.colour
        }
        made.write_row(0, 0, heads, head)
        widths = [_width(name, [row.cells[i] for row in rows]) for i, name in enumerate(heads)]
        for at, row in enumerate(rows, 1):
            made.set_row(at, _height(row.cells, widths))
            for column, value in enumerate(row.cells):
                form = empty if column in open_columns else fills.get(row.colour, cell) if column == coloured else cell
                made.write_string(at, column, for_terminal_text(value)[:_LONGEST], form)
            for column, address in row.links.items():
                made.write_url(
                    at, column, address[:_LONGEST_LINK], cell, for_terminal_text(row.cells[column])[:_LONGEST_LINK]
                )
        for column, width in enumerate(widths):
            made.set_column(column, column, width)
        made.freeze_panes(1, 2)
        made.autofilter(0, 0, max(1, len(rows)), len(heads) - 1)
        made.set_landscape()
        made.fit_to_pages(1, 0)
        made.repeat_rows(0)
        book.set_properties({"title": title[:250], **({"created": made_at.replace(tzinfo=None)} if made_at else {})})
    return out.getvalue()


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
