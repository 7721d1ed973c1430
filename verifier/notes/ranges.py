"""Marks that a range leaves out: in [3]–[5], note 4 is called too.

In: the flow and the notes found with their marks. Out: nothing; the notes get the further marks. The rule: two decimal
labels with nothing but a dash between them, or both in one mark.
"""

from __future__ import annotations

import re
from itertools import pairwise

from verifier.notes.flow import Call, Flow, Found

RANGE = re.compile(r"(\d{1,3})\s?[–—-]\s?(\d{1,3})")
_DASHES = frozenset("-–—−")
_WIDEST = 60


def fill_ranges(flow: Flow, found: list[Found]) -> None:
    """The marks that a range leaves out: in 3–5, 4 is called too."""
    by_label = {note.label: note for note in found}
    for call, last, place in _ranges(flow, found):
        for number in range(int(call.label) + 1, int(last)):
            note = by_label.get(str(number))
            if note and all(own.start != call.start for own in note.calls):
                note.calls.append(Call(call.start, min(place, call.end), str(number)))


def _ranges(flow: Flow, found: list[Found]) -> list[tuple[Call, str, int]]:
    """The first mark of each range, the label that ends it, and where the marks between stand."""
    calls = sorted((call for note in found for call in note.calls), key=lambda call: call.start)
    pairs = [
        (call, other.label, other.start)
        for call, other in pairwise(calls)
        if flow.text[call.end : other.start].strip() in _DASHES
    ]
    printed = ((call, RANGE.fullmatch(flow.text[call.start : call.end].strip("[]() "))) for call in calls)
    pairs += [(call, str(int(span[2]) + 1), call.end) for call, span in printed if span]
    return [pair for pair in pairs if _is_range(pair[0].label, pair[1])]


def _is_range(first: str, last: str) -> bool:
    return first.isdecimal() and last.isdecimal() and 1 < int(last) - int(first) < _WIDEST
