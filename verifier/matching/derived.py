"""Values that follow from two others of one sentence: 63 per cent from 388 and 612, 2.5 from 44.2 and 41.7, 1920 from 1911 and nine years.

In: an item that no passage shows, and the items of a sentence. Out: the two that it follows from. The rule of this file: plain
arithmetic with two values of one kind; who says 63 per cent where the source counts 388 of 612 says nothing else.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import combinations

from verifier.languages import all_languages
from verifier.matching.items import Item, Value
from verifier.matching.statement_terms import is_unspaced, keys
from verifier.model import ItemKind

_MOST = 12  # items of a sentence: what has more is a table
_LEAST = 10  # sums and differences below are of too many things
_LARGE = 1000  # two numbers from here in one sentence are of one thing more often than not
_BEHIND = 24  # characters in which the word stands that is counted
_LEAST_WHOLE = 20  # a part of fewer is said so: three of five
_SLACK = 0.6  # percentage points that a rounded percentage may be away
_HUNDRED = 100.0


def follows_from(item: Item, text: str, items: Sequence[Item]) -> tuple[Item, Item] | None:
    """The two items of a sentence that an item follows from; None where there are none.

    >>> from verifier.matching.items import find_items
    >>> def told(claim, source):
    ...     found = follows_from(find_items(claim)[0], source, find_items(source))
    ...     return found and [item.words for item in found]
    >>> told("about 63 percent", "Of the 612 workers 388 are members."), told("by 1920", "It burned in 1911; it took nine years.")
    (['388', '612'], ['1911', 'nine'])
    >>> told("some 2.5 million fewer", "It was 41.7 million, after 44.2 million."), told("64 tons", "It has 40 tons and 12 men.")
    (['41.7 million', '44.2 million'], None)
    """
    if item.open_ended or not item.values or len(items) > _MOST:
        return None
    if item.kind is ItemKind.DATE:
        return _year_from(item, text, items) if not item.month else None
    numbers = [other for other in items if other.kind is ItemKind.NUMBER and other.values and not other.spelled]
    derived = _percentages if item.unit == "%" else _sums
    if item.unit != "%" and (pair := _part_of(item, items)):
        return pair
    for one, other in _pairs(numbers):
        if item.unit != "%" and not _are_of_one_kind(one, other, text):
            continue
        for point in derived(item, one, other):
            if any(_is_near(point, value, item.unit) for value in item.values):
                return one, other
    return None


def _pairs(numbers: Sequence[Item]) -> Iterator[tuple[Item, Item]]:
    """Two numbers in one unit, the smaller one first."""
    for pair in combinations(numbers, 2):
        one, other = sorted(pair, key=lambda item: item.values[0].point)
        if one.unit == other.unit and 0 < one.values[0].point < other.values[0].point:
            yield one, other


def _part_of(item: Item, items: Sequence[Item]) -> tuple[Item, Item] | None:
    """A percentage and the number that it is a part of: 40 per cent of 11.2 million."""
    shares = [other for other in items if other.unit == "%" and other.values]
    wholes = [
        other for other in items if other.kind is ItemKind.NUMBER and other.unit in ("", item.unit) and other.values
    ]
    for share in shares:
        for whole in wholes:
            point = share.values[0].point * whole.values[0].point / _HUNDRED
            if point >= _LEAST and any(value.low < point < value.high for value in item.values):
                return share, whole
    return None


def _are_of_one_kind(one: Item, other: Item, text: str) -> bool:
    """Whether two numbers may be added: both large, or of the same that the word behind them says."""
    if min(one.values[0].point, other.values[0].point) >= _LARGE:
        return True
    nouns = [(keys(text[item.end : item.end + _BEHIND]) or [""])[0] for item in (one, other)]
    if any(map(is_unspaced, nouns)):  # the first sign tells: 320人
        nouns = [noun[:1] for noun in nouns]
    return nouns[0] == nouns[1] != ""


def _percentages(_: Item, one: Item, other: Item) -> Iterator[float]:
    """The part that one number is of another, and how much per cent lie between the two."""
    small, large = one.values[0].point, other.values[0].point
    if one.unit != "%" and large >= _LEAST_WHOLE:
        yield _HUNDRED * small / large
        yield _HUNDRED * (large - small) / large
        yield _HUNDRED * (large - small) / small


def _sums(item: Item, one: Item, other: Item) -> Iterator[float]:
    small, large = one.values[0].point, other.values[0].point
    if item.unit in ("", one.unit) and min(small, item.values[0].point) >= _LEAST:
        yield small + large
        yield large - small


def _is_near(point: float, value: Value, unit: str) -> bool:
    slack = _SLACK if unit == "%" else 0.0
    return value.low - slack < point < value.high + slack


def _year_from(item: Item, text: str, items: Sequence[Item]) -> tuple[Item, Item] | None:
    """A year and a number of years."""
    year = item.values[0].point
    spans = [other for other in items if other.kind is ItemKind.NUMBER and other.values and _counts_years(other, text)]
    for other in items:
        for span in spans if other.kind is ItemKind.DATE and other.values else ():
            if abs(year - other.values[0].point) == span.values[0].point:
                return other, span
    return None


def _counts_years(item: Item, text: str) -> bool:
    return _years().match(text, item.start + len(item.words)) is not None


@lru_cache(maxsize=1)
def _years() -> re.Pattern[str]:
    groups = (group.split() for one in all_languages() for group in one.units.split(";") if group.strip())
    names = {name for unit, *names in groups if unit == "YEAR" for name in names}
    return re.compile(rf"[ \u00a0-](?:{'|'.join(sorted(names, key=len, reverse=True))})(?!\w)", re.IGNORECASE)
