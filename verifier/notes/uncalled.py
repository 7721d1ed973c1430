"""Lists of notes that nothing calls: they are told, not passed over in silence.

In: the flow, what may begin a note and belongs to none that was found. Out: problems. The rule: right below a heading that names
notes, counted from 1 on, and most of its lines name something that can be looked up.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from verifier.model import Problem, ProblemKind
from verifier.notes.candidates import Candidate
from verifier.notes.flow import Flow

# A year in running text, an address or an identifier: “Notes” of a recipe have none.
_SOURCE = re.compile(r"(?<!\d)(?:1[6-9]|20)\d\d(?!\d)|https?://|www\.|doi\.?(?:org|:)", re.IGNORECASE)

_LONGEST_LINE = 400
_WORD = re.compile(r"\S")


def find_uncalled(flow: Flow, starts: Sequence[Candidate]) -> list[Problem]:
    """One problem for each list that nothing calls."""
    return [
        Problem(
            ProblemKind.NOTE_WITHOUT_MARK,
            "1",
            f"Nothing in the text calls the {len(run)} notes of the list that begins with note 1: {_line(flow, run[0])[:60]}",
        )
        for run in _runs(flow, starts)
        if name_sources(flow, run)
    ]


def name_sources(flow: Flow, run: Sequence[Candidate]) -> bool:
    """Whether most lines that begin here name something that can be looked up."""
    return sum(_SOURCE.search(_line(flow, start)) is not None for start in run) * 2 >= len(run)


def _runs(flow: Flow, starts: Sequence[Candidate]) -> Iterator[list[Candidate]]:
    """Labels of one dress that count from 1 on below each heading."""
    for at, first in enumerate(starts):
        end = _end_of_zone(flow, first.start) if first.label == "1" else 0
        run = [first]
        last = bisect_left(starts, end, key=lambda start: start.start)
        for further in starts[at + 1 : last]:
            if further.dress == first.dress and further.group == first.group and further.label == str(len(run) + 1):
                run.append(further)
        if len(run) > 1:
            yield run


def _end_of_zone(flow: Flow, start: int) -> int:
    """Where the zone of a place ends, where nothing stands between its heading and the place; else 0."""
    at = bisect_right(flow.zones, (start, len(flow.text) + 1)) - 1
    if at < 0 or not flow.in_zone(start) or _WORD.search(flow.text, flow.zones[at][0], start):
        return 0
    return flow.zones[at][1]


def _line(flow: Flow, start: Candidate) -> str:
    """The note's first line with words."""
    return flow.text[start.end : start.end + _LONGEST_LINE].lstrip().split("\n", 1)[0]
