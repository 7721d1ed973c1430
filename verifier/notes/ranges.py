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
    calls = sorted(((call, note) for note in found for call in note.calls), key=lambda pair: pair[0].start)
    by_label = {note.label: note for note in found}
    pairs = [
        (call, other.label, other.start)
        for (call, _), (other, _) in pairwise(calls)
        if flow.text[call.end : other.start].strip() in _DASHES
    ]
    for call, _ in calls:
        if span := RANGE.fullmatch(flow.text[call.start : call.end].strip("[]() ")):
            pairs.append((call, str(int(span[2]) + 1), call.end))
    for call, last, place in pairs:
        if call.label.isdecimal() and last.isdecimal() and 1 < int(last) - int(call.label) < _WIDEST:
            for number in range(int(call.label) + 1, int(last)):
                note = by_label.get(str(number))
                if note and all(own.start != call.start for own in note.calls):
                    note.calls.append(Call(call.start, min(place, call.end), str(number)))
