"""A stretch of the flow with ranges taken out and white space folded, and the way there.

In: a text, a stretch of it, the ranges to leave out (ascending, not overlapping). Out: `Trimmed`. The rule: no character
is counted twice, and a position inside what was left out is where the words before it end.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from verifier.notes.flow import Range

# Words that one blank parts are one piece: a text has few pieces that way.
_RUN = re.compile(r"\s+|\S++(?: \S++)*+")
# Scripts that put no blanks between words, and Korean, whose particles follow a mark: 담[1]이.
_UNSPACED = re.compile(
    "[\u0e00-\u0eff\u1000-\u109f\u1100-\u11ff\u1780-\u17ff\u2e80-\ua4cf\uac00-\ud7ff\uf900-\ufaff\uff00-\uffef]"
)
_PARTED = re.compile(r"[^\W_]|[.,;:!?…)”»\]]")  # what a word may follow only behind a blank
_BEGINS = re.compile(r"[^\W_]|[“„«(]")


class Trimmed:
    """What is left of a stretch; a blank parts two words that only a cut parted.

    >>> left = Trimmed("It rained [1] for  days.", 0, 24, [(9, 13)])
    >>> left.text, left.offset(10), left.text[left.offset(19) :]
    ('It rained for days.', 9, 'days.')
    >>> Trimmed("It rained[1]for days.", 0, 21, [(9, 12)]).text
    'It rained for days.'
    """

    def __init__(self, text: str, start: int, end: int, cuts: Sequence[Range]) -> None:
        self._parts: list[str] = []
        self._size = 0
        self._points: dict[int, int] = {}  # a mark without width stands before the blank that was put there
        self._origin: list[int] = []  # where each kept piece began in the flow
        self._place: list[int] = []  # and begins in the result
        points = {cut_start for cut_start, cut_end in cuts if cut_start == cut_end}
        at = start
        for cut_start, cut_end in [*cuts, (end, end)]:
            stop = min(cut_start, end)
            for run in _RUN.finditer(text, at, stop) if at < stop else ():
                if run.start() == at > start and self._parted_only(run[0]):
                    if at in points:
                        self._points[at] = self._size
                    self._put(" ", at)
                self._keep(run)
            at = max(at, cut_end)
        self.text = "".join(self._parts).rstrip()

    def _keep(self, run: re.Match[str]) -> None:
        piece = run[0]
        if piece.isspace():
            if not self._parts or self._parts[-1] == " ":
                return
            piece = " "
        self._put(piece, run.start())

    def _put(self, piece: str, origin: int) -> None:
        self._parts.append(piece)
        self._origin.append(origin)
        self._place.append(self._size)
        self._size += len(piece)

    def _parted_only(self, piece: str) -> bool:
        """Whether two words meet here that nothing but the cut stood between."""
        last = self._parts[-1][-1] if self._parts else " "
        met = _PARTED.match(last) and _BEGINS.match(piece) and (last.isalnum() or not piece[0].isdigit())
        return bool(met) and not (_UNSPACED.match(last) or _UNSPACED.match(piece))

    def offset(self, position: int) -> int:
        """Where a position of the flow stands in the text."""
        if position in self._points:
            return self._points[position]
        i = bisect_right(self._origin, position) - 1
        if i < 0:
            return 0
        inside = min(position - self._origin[i], len(self._parts[i]))
        return min(self._place[i] + inside, len(self.text))
