"""Stretches of a text that something holds already: asked whether another one touches them, however many they are."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable


class Taken:
    """Stretches (start, end), in any order; they may overlap.

    >>> taken = Taken([(5, 9), (0, 2)])
    >>> taken.touches(1, 3), taken.touches(2, 5), taken.touches(7, 7), taken.touches(9, 9)
    (True, False, True, False)
    """

    def __init__(self, spans: Iterable[tuple[int, int]]) -> None:
        self._starts: list[int] = []
        self._ends: list[int] = []
        for start, end in sorted(spans):
            if self._ends and start < self._ends[-1]:
                self._ends[-1] = max(end, self._ends[-1])
            else:
                self._starts.append(start)
                self._ends.append(end)

    def touches(self, start: int, end: int) -> bool:
        """Whether a stretch has a place in common with any; of a point, whether it stands inside one."""
        at = bisect_right(self._ends, start)
        return at < len(self._ends) and self._starts[at] < end
