"""The stretches that a note heading sets apart: what follows “Notes”, “Kaynakça”, “Примечания”.

In: the flow, and where its headings stand. Out: ranges, ascending and apart. The rule: a zone goes to the next heading of its rank;
any line of such words is a heading, marked up as one or not.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from verifier.notes.flow import Area, Flow, Range
from verifier.notes.headings import is_note_heading

# Headings inside a list of notes, before one of its own rank.
_HEADINGS_AHEAD = 60
_LONGEST_HEADING = 60
_NO_HEADING = Area.NAVIGATION | Area.COMMENTS | Area.CODE


def find_zones(flow: Flow, headings: Sequence[tuple[int, int]]) -> list[Range]:
    """What follows each note heading; `headings` are (start, rank), ascending."""
    zones: list[Range] = []
    for start, end in _short_lines(flow):
        if not is_note_heading(flow.text[start:end]) or flow.area_at(start) & _NO_HEADING:
            continue
        stop = _zone_end(headings, start, len(flow.text))
        if zones and zones[-1][1] > end:
            stop, zones[-1] = max(stop, zones[-1][1]), (zones[-1][0], end)
        zones.append((end, stop))
    return zones


def _zone_end(headings: Sequence[tuple[int, int]], start: int, end: int) -> int:
    """Where the next heading of the rank of the one at `start` stands; of any rank, where that is a line of its own."""
    at = bisect_left(headings, (start, 0))
    rank = headings[at][1] if at < len(headings) and headings[at][0] == start else 0
    later = headings[at + (rank > 0) : at + _HEADINGS_AHEAD]
    return next((place for place, other in later if other <= rank or not rank), end)


def _short_lines(flow: Flow) -> Iterator[Range]:
    """The lines that could be a heading."""
    start = 0
    for line in flow.text.split("\n"):
        if 0 < len(line) <= _LONGEST_HEADING:
            yield start, start + len(line)
        start += len(line) + 1
