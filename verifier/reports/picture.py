"""A small picture of an article: its lines in grey, its notes as dots, each with the sign of what was found.

In: a report. Out: places in a field `WIDTH` wide and as high as the article is long. The rule of this file: the picture says nothing that
the list does not say; each dot leads to its citation.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from verifier.model import BlockKind, CheckedCitation, Report
from verifier.reports.rows import READ, sign_of_citation
from verifier.verdicts import WORST_FIRST

WIDTH = 100.0
_LINES = 24  # that a long article is drawn in
_FEWEST = 90  # characters of a line
_STEP = 4.0  # from line to line
_EDGE = 3.0


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the article."""

    y: float
    end: float
    heading: bool


@dataclass(frozen=True, slots=True)
class Dot:
    """A mark: where it is, what was found at the worst of its citations, and the number of that citation in the article."""

    x: float
    y: float
    sign: str
    label: str
    citation: int | None  # None where the note cites nothing


@dataclass(frozen=True, slots=True)
class Picture:
    """What is drawn."""

    lines: tuple[Line, ...]
    dots: tuple[Dot, ...]
    height: float


def draw(report: Report) -> Picture:
    """The picture of an article."""
    blocks = report.document.blocks
    width = max(_FEWEST, sum(len(b.text) for b in blocks) // _LINES)
    starts: list[int] = []
    lines: list[Line] = []
    for block in blocks:
        starts.append(len(lines))
        for at in range(0, max(1, len(block.text)), width):
            end = WIDTH * min(1.0, (len(block.text) - at) / width)
            lines.append(Line(_y(len(lines)), max(2.0, end), block.kind is BlockKind.HEADING))
    return Picture(tuple(lines), tuple(_dots(report, starts, width)), _y(len(lines)) + _EDGE)


def _y(line: int) -> float:
    return _EDGE + _STEP * line


def _dots(report: Report, starts: list[int], width: int) -> Iterator[Dot]:
    worst = _worst(report)
    for mark in report.document.marks:
        if mark.note is None or not 0 <= mark.block < len(starts):
            continue
        line, column = divmod(max(0, mark.offset - 1), width)
        number, cited = worst.get(mark.note, (None, None))
        sign = sign_of_citation(cited) if cited is not None else READ
        yield Dot(_EDGE + (WIDTH - 2 * _EDGE) * column / width, _y(starts[mark.block] + line), sign, mark.label, number)


def _worst(report: Report) -> dict[int, tuple[int, CheckedCitation]]:
    """The worst citation of each note, and its number in the article."""
    found: dict[int, tuple[int, CheckedCitation]] = {}
    for number, cited in enumerate(report.citations):
        known = found.get(cited.citation.note)
        if known is None or WORST_FIRST.index(cited.severity) < WORST_FIRST.index(known[1].severity):
            found[cited.citation.note] = number, cited
    return found
