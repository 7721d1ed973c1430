"""Marks that a range leaves out: in [3]–[5], note 4 is called too.

In: the flow and the notes found with their marks. Out: nothing; the notes get the further marks. The rule: two decimal
labels with nothing but a dash between them, or both in one mark.
"""

from __future__ import annotations

import re
from itertools import pairwise

from verifier.notes.flow import Anchor, Flow, Found

RANGE = re.compile(r"(\d{1,3})\s?[–—-]\s?(\d{1,3})")
_DASHES = frozenset("-–—−")
_WIDEST = 60


def fill_ranges(flow: Flow, found: list[Found]) -> None:
    """The marks that a range leaves out: in 3–5, 4 is called too."""
    by_label = {note.label: note for note in found}
    for mark, last, place in _ranges(flow, found):
        for number in range(int(mark.label) + 1, int(last)):
            note = by_label.get(str(number))
            if note and all(own.start != mark.start for own in note.marks):
                note.marks.append(Anchor(mark.start, min(place, mark.end), str(number)))


def _ranges(flow: Flow, found: list[Found]) -> list[tuple[Anchor, str, int]]:
    """The first mark of each range, the label that ends it, and where the marks between stand."""
    marks = sorted((mark for note in found for mark in note.marks), key=lambda mark: mark.start)
    pairs = [
        (mark, other.label, other.start)
        for mark, other in pairwise(marks)
        if flow.text[mark.end : other.start].strip() in _DASHES
    ]
    printed = ((mark, RANGE.fullmatch(flow.text[mark.start : mark.end].strip("[]() "))) for mark in marks)
    pairs += [(mark, str(int(span[2]) + 1), mark.end) for mark, span in printed if span]
    return [pair for pair in pairs if _is_range(pair[0].label, pair[1])]


def _is_range(first: str, last: str) -> bool:
    return first.isdecimal() and last.isdecimal() and 1 < int(last) - int(first) < _WIDEST
