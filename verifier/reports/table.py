"""Columns for the terminal: rows of a query one line each, and texts that fill or are cut to a number of columns.

The rule of this file: what counts is the columns that a terminal gives a text (two to a Chinese character, none to a combining accent).
"""

from __future__ import annotations

from collections.abc import Iterable

from wcwidth import clip, ljust, width

from verifier.escape import for_terminal
from verifier.model import QueryResult

_WIDEST = 60


def align(result: QueryResult) -> str:
    """Aligned columns; long cells are cut (JSON and CSV have them whole)."""
    table = [[_cell(c) for c in row] for row in result.rows]
    head = [for_terminal(c) for c in result.columns]
    widths = [widest(column) for column in zip(head, *table, strict=True)] if head else []
    lines = [fill(row, widths) for row in [head, ["-" * w for w in widths], *table]]
    return "\n".join(lines) + "\n"


def widest(texts: Iterable[str]) -> int:
    """The columns of the widest text.

    >>> widest(["Gates", "静かな門"])
    8
    """
    return max(map(width, texts), default=0)


def fill(cells: Iterable[str], widths: Iterable[int]) -> str:
    """A line of cells, each filled with blanks to its columns.

    >>> fill(["静か", "Gates"], [6, 8]), fill(["Gates", ""], [6, 8])
    ('静か    Gates', 'Gates')
    """
    return "  ".join(ljust(cell, columns) for cell, columns in zip(cells, widths, strict=True)).rstrip()


def cut(text: str, columns: int) -> str:
    """The text, or as much of it as fits in so many columns.

    >>> cut("Quiet Gates", 20), cut("Quiet Gates", 7), cut("静かな門", 6)
    ('Quiet Gates', 'Quiet…', '静か…')
    """
    return text if width(text) <= columns else clip(text, 0, columns - 1).rstrip() + "…"


def _cell(value: object) -> str:
    shown = "" if value is None else f"({len(value)} bytes)" if isinstance(value, bytes) else for_terminal(str(value))
    return cut(shown, _WIDEST)
