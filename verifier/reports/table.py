"""Rows of a query for the terminal: aligned columns, one line a row."""

from __future__ import annotations

from verifier.escape import for_terminal
from verifier.model import QueryResult

_WIDEST = 60


def align(result: QueryResult) -> str:
    """Aligned columns; long cells are cut (JSON and CSV have them whole)."""
    table = [[_cell(c) for c in row] for row in result.rows]
    head = [for_terminal(c) for c in result.columns]
    widths = [max(map(len, column)) for column in zip(head, *table, strict=True)] if head else []
    lines = [
        "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()
        for row in [head, ["-" * w for w in widths], *table]
    ]
    return "\n".join(lines) + "\n"


def _cell(value: object) -> str:
    shown = "" if value is None else f"({len(value)} bytes)" if isinstance(value, bytes) else for_terminal(str(value))
    return shown if len(shown) <= _WIDEST else shown[: _WIDEST - 1] + "…"
