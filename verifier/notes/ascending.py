"""The longest ascending part of a sequence: what is in order, and so what is not.

In: numbers. Out: those that are kept.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence


def longest_ascending(numbers: Sequence[int]) -> list[int]:
    """The longest strictly ascending subsequence (patience sorting).

    >>> longest_ascending([4, 0, 1, 3, 2]), longest_ascending([0, 2, 1, 1, 2, 3])
    ([0, 1, 2], [0, 1, 2, 3])
    """
    tops: list[int] = []  # the lowest number that a subsequence of each length ends with
    ends: list[int] = []  # and where that number stands
    before: list[int] = []
    for i, number in enumerate(numbers):
        at = bisect_left(tops, number)
        before.append(ends[at - 1] if at else -1)
        tops[at : at + 1] = [number]
        ends[at : at + 1] = [i]
    chain: list[int] = []
    i = ends[-1] if ends else -1
    while i >= 0:
        chain.append(numbers[i])
        i = before[i]
    return chain[::-1]
