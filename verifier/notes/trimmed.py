"""A stretch of the flow with ranges taken out and white space folded, and the way there.

In: a text, a stretch of it, the ranges to leave out (ascending, not overlapping). Out: `Trimmed`. The rule: no character
is counted twice, and a position inside what was left out is where the words before it end.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from verifier.notes.flow import Range

_RUN = re.compile(r"\s+|\S+")


class Trimmed:
    """What is left of a stretch.

    >>> left = Trimmed("It rained [1] for  days.", 0, 24, [(9, 13)])
    >>> left.text, left.offset(10), left.text[left.offset(19) :]
    ('It rained for days.', 9, 'days.')
    """

    def __init__(self, text: str, start: int, end: int, cuts: Sequence[Range]) -> None:
        self._parts: list[str] = []
        self._size = 0
        self._origin: list[int] = []  # where each kept piece began in the flow
        self._place: list[int] = []  # and begins in the result
        at = start
        for cut_start, cut_end in [*cuts, (end, end)]:
            stop = min(cut_start, end)
            for run in _RUN.finditer(text, at, stop) if at < stop else ():
                self._keep(run)
            at = max(at, cut_end)
        self.text = "".join(self._parts).rstrip()

    def _keep(self, run: re.Match[str]) -> None:
        piece = run[0]
        if piece.isspace():
            if not self._parts or self._parts[-1] == " ":
                return
            piece = " "
        self._parts.append(piece)
        self._origin.append(run.start())
        self._place.append(self._size)
        self._size += len(piece)

    def offset(self, position: int) -> int:
        """Where a position of the flow stands in the text."""
        i = bisect_right(self._origin, position) - 1
        if i < 0:
            return 0
        inside = min(position - self._origin[i], len(self._parts[i]))
        return min(self._place[i] + inside, len(self.text))
