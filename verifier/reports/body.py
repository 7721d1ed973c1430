"""The whole article with its marks, as the report shows it. In: a report. Out: its blocks in runs of text and marks."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from verifier.escape import for_terminal_text
from verifier.model import Mark, Report
from verifier.reports.picture import Dot, draw

_LONGEST = 400_000  # characters of an article that is shown whole


@dataclass(frozen=True, slots=True)
class Block:
    """A block: its kind, and runs of text, each followed by a mark where one stands there."""

    kind: str
    runs: tuple[tuple[str, Mark | None, Dot | None], ...]


def body(report: Report) -> list[Block]:
    """The blocks of an article; none of one that is too long to be shown whole."""
    document = report.document
    if sum(len(block.text) for block in document.blocks) > _LONGEST:
        return []
    dots = {
        (mark.block, mark.offset, mark.label): dot
        for mark, dot in zip(_answered(report), draw(report).dots, strict=True)
    }
    marks: dict[int, list[Mark]] = {}
    for mark in document.marks:
        marks.setdefault(mark.block, []).append(mark)
    return [
        Block(block.kind.value, tuple(_runs(block.text, sorted(marks.get(i, ()), key=lambda m: m.offset), dots)))
        for i, block in enumerate(document.blocks)
    ]


def _answered(report: Report) -> list[Mark]:
    """The marks that have a dot, in its order."""
    document = report.document
    return [m for m in document.marks if m.note is not None and 0 <= m.block < len(document.blocks)]


def _runs(
    text: str, marks: list[Mark], dots: dict[tuple[int, int, str], Dot]
) -> Iterator[tuple[str, Mark | None, Dot | None]]:
    at = 0
    for mark in marks:
        yield for_terminal_text(text[at : mark.offset]), mark, dots.get((mark.block, mark.offset, mark.label))
        at = max(at, mark.offset)
    yield for_terminal_text(text[at:]), None, None
