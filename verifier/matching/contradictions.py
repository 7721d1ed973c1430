"""What is wrong in a sentence whose values stand in the source: another measure, another month, two values changed about, a bound.

In: a statement and the sentences of the passages, each with its items. Out: `Conflict`s. The rule of this file: the very value shows
which place of the source is meant; only then does what stands beside it say that it is used otherwise.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from verifier.languages import all_languages, pattern, words
from verifier.matching.items import Item, Value, has_day, month_names
from verifier.matching.statement_terms import fold, keys
from verifier.model import Conflict, ItemKind

_POINTS = "points"
_BESIDE = 24  # characters beside a number in which its measure stands
_GAP = 40  # characters between two values that belong together
_LEAST = 10  # smaller numbers are of too many things


class Said(NamedTuple):
    """A text and its items."""

    text: str
    items: Sequence[Item]


def other_measure(claim: Said, shown: Sequence[Said], aligned: Sequence[Said]) -> Iterator[Conflict]:
    """The same number in another currency or unit, or points for per cent, in a sentence that is aligned; all `shown` may say it too.

    >>> from verifier.matching.items import find_items
    >>> said = [Said(text, find_items(text)) for text in ("It cost 12 million euros.", "It cost $12 million.")]
    >>> [(conflict.claimed, conflict.source) for conflict in other_measure(said[0], said[1:], said[1:])]
    [('12 million euros', '$12 million')]
    """
    for item in claim.items:
        mine = _measured(claim.text, item)
        if mine is None:
            continue
        same = [(part, *(_measured(part.text, other) or ("", ""))) for part in shown for other in part.items
                if other.kind is item.kind and item.agrees(other) and (item.open_ended or not other.open_ended)]  # fmt: skip
        meant = next((words for part, _, words in same if part in aligned), "")
        others = {measure for _, measure, _ in same}
        if meant and len(others) == 1 and _are_rivals(mine[0], others.pop()):
            yield Conflict(item.kind, mine[1], meant)


def _are_rivals(one: str, other: str) -> bool:
    """Two currencies, two units, or points and per cent: of other pairs each may stand beside the other."""
    return bool(one and other) and one != other and _kind_of(one) == _kind_of(other)


def _kind_of(measure: str) -> str:
    if measure in (_POINTS, "%"):
        return "share"
    return "unit" if measure in _units().values() else "currency"


def _measured(text: str, item: Item) -> tuple[str, str] | None:
    """The currency, the unit or the kind of percentage that a number is given in, and the number with it; None where it has none."""
    if item.kind is not ItemKind.NUMBER:
        return None
    figures = _UNSPACED_NUMBER.match(text, item.start, item.end)
    end = figures.end() if figures else min(item.end, item.start + len(item.words))
    behind = _behind().match(text, end)
    if behind and behind["points"]:
        return _POINTS, text[item.start : behind.end()].strip()
    if item.unit == "%":
        return ("%", item.words) if not item.spelled else None
    if item.unit and item.unit != "¥":
        return item.unit, item.words
    if behind:
        said = _units().get((behind["unit"] or "").casefold()) or _money().get((behind["money"] or "").casefold(), "")
        return said, text[item.start : behind.end()].strip()
    before = _BEFORE.search(text, max(0, item.start - _BESIDE), item.start)
    money = _money().get(before[1].casefold()) if before else None
    return (money, text[before.start(1) : item.end].strip()) if before and money else None


def counts_other(claim: Said, source: Said) -> bool:
    """Whether one number counts what is measured by the other, one item of each: 17 people, 17 days.

    >>> from verifier.matching.items import find_items
    >>> said = [Said(text, find_items(text)) for text in ("It took 17 days.", "It hurt 17 people.", "It was 17 then.")]
    >>> [counts_other(said[0], other) for other in said]
    [False, True, False]
    """
    one, other = claim.items[0], source.items[0]
    if one.kind is not ItemKind.NUMBER or other.kind is not ItemKind.NUMBER or one.unit or other.unit:
        return False
    measures = [(_measured(said.text, said.items[0]) or ("", ""))[0] for said in (claim, source)]
    kinds = [_kind_of(measure) if measure else "" for measure in measures]
    counted = [said for said, kind in zip((claim, source), kinds, strict=True) if not kind]
    noun = _COUNTED.match(counted[0].text, counted[0].items[0].end) if sorted(kinds) == ["", "unit"] else None
    return noun is not None and bool(keys(noun[1]))


_COUNTED = re.compile(r"(?<=[0-9])[ \u00a0]([^\W\d_A-Z]{4,})")  # what stands behind the digits of a count
_UNSPACED_NUMBER = re.compile(r"[\d.,]+\s?[十百千万萬億亿兆천만억조]+")
_SIGNS = frozenset("$€£₹₽")
_BEFORE = re.compile(r"(?<!\w)([^\W\d_]{2,3}|[$€£₹₺₽])[ \u00a0]?\Z")


@lru_cache(maxsize=1)
def _money() -> dict[str, str]:
    """What each name of a currency stands for; where two languages give a name to two, none."""
    known = _named("currencies")
    return {name: sign for name, sign in known.items() if name not in set(known.values()) - _SIGNS}


@lru_cache(maxsize=1)
def _units() -> dict[str, str]:
    """What each name of a unit stands for."""
    return {name: unit for name, unit in _named("units").items() if name != unit}


def _named(kind: str) -> dict[str, str]:
    """The first word of each group, by all words of the group; where two languages give a name to two, none."""
    found: dict[str, str] = {}
    for one in all_languages():
        for group in filter(None, getattr(one, kind).split(";")):
            sign, *names = group.split()
            for name in (*names, sign):
                found[name] = sign if found.get(name, sign) == sign else ""
    return {name: sign for name, sign in found.items() if sign}


@lru_cache(maxsize=1)
def _behind() -> re.Pattern[str]:
    money = "|".join(re.escape(name) for name in sorted(_money(), key=len, reverse=True))
    units = "|".join(sorted(_units(), key=len, reverse=True))
    unspaced = "".join(name[0] for name in _money() if name[0] >= "\u3000")
    # Words for millions may stand between the two where the item ends in front of them.
    end = rf"(?![A-Za-z_\u00c0-\u052f]|(?<=[{unspaced}])[{unspaced}])"
    return re.compile(
        rf"[ \u00a0-]?%?[ \u00a0-]?(?:de |di |d['’])?(?:(?P<points>{pattern('points')})|(?P<money>{money})|(?P<unit>{units})){end}",
        re.IGNORECASE,
    )


def is_instead(text: str, items: Sequence[Item]) -> bool:
    """Whether a text says of all these numbers that it was another: 63 hours instead of the planned 90 days.

    >>> from verifier.matching.items import find_items
    >>> text = "It took 63 hours instead of the planned 90 days."
    >>> [is_instead(text, [item]) for item in find_items(text)]
    [False, True]
    """
    return bool(items) and all(_instead().search(text, max(0, item.start - _GAP), item.start) for item in items)


@lru_cache(maxsize=1)
def _instead() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{pattern('instead')})(?: [^\W\d_]+){{0,2}} ?\Z", re.IGNORECASE)


def changed_about(claim: Said, shown: Sequence[Said]) -> Iterator[Conflict]:
    """Two values of which each stands in the other's place: from 9 to 11 per cent for from 11 to 9 per cent.

    >>> from verifier.matching.items import find_items
    >>> said = [Said(text, find_items(text)) for text in ("It went from 9 to 11 %.", "It went from 11 % to 9 %.")]
    >>> [(conflict.claimed, conflict.source) for conflict in changed_about(said[0], said[1:])]
    [('9 to 11 %', '11 % to 9 %')]
    """
    mine = [(one, other, gap) for one, other, gap in _pairs(claim) if not one.agrees(other)]
    theirs = [(part, *pair) for part in shown for pair in _pairs(part)] if mine else []
    for one, other, gap in mine:
        like = [
            (part, a, b) for part, a, b, there in theirs if there == gap and {a.kind, b.kind} == {one.kind, other.kind}
        ]
        if any(one.agrees(a) and other.agrees(b) for _, a, b in like):
            continue
        turned = next(((part, a, b) for part, a, b in like if one.agrees(b) and other.agrees(a)), None)
        if turned:
            part, a, b = turned
            yield Conflict(
                one.kind, claim.text[one.start : other.end].strip(" ."), part.text[a.start : b.end].strip(" .")
            )


def _pairs(said: Said) -> Iterator[tuple[Item, Item, str]]:
    """Values that follow each other, with the words between them, which say that one of them comes first."""
    for one, other in pairwise(said.items):
        between = said.text[one.end : other.start]
        small = fold(between).replace("%", " ").split()
        if len(between) <= _GAP and len(small) == 1 and one.kind is other.kind and not _alike(small[0]):
            yield one, other, small[0]
        elif 0 < len(between) <= _GAP and len(small) > 1 and not any(map(_alike, small)) and one.kind is other.kind:
            yield one, other, " ".join(small)


def _alike(word: str) -> bool:
    """Whether a word joins two that may change places: and, or; or is nothing but signs."""
    return word in _joining() or not any(map(str.isalpha, word))


@lru_cache(maxsize=1)
def _joining() -> frozenset[str]:
    return frozenset(map(fold, words("joining"))) - {"to", "bis", "a"}


def beyond_bound(item: Item, others: Sequence[Item]) -> Item | None:
    """The one value of the same thing that a bound (“more than 250”) does not hold for: an exact one, or a bound that says less.

    >>> from verifier.matching.items import find_items
    >>> over_60, over_40, at_57 = (find_items(f"It drew {said} visitors.")[0] for said in ("over 60", "over 40", "57"))
    >>> beyond_bound(over_60, [over_40]).words, beyond_bound(over_60, [at_57]).words, beyond_bound(over_40, [over_60])
    ('40', '57', None)
    """
    beyond = [o for o in others if not item.agrees(o)]
    if not item.open_ended or len(beyond) != 1 or len(beyond[0].values) != len(item.values):
        return None
    readings = zip(item.values, beyond[0].values, strict=True)
    return beyond[0] if all(_falls_short(mine, its, beyond[0].open_ended) for mine, its in readings) else None


def _falls_short(bound: Value, other: Value, is_open: bool) -> bool:
    """Whether a value is outside a bound, but not by so much that it must be one of something else."""
    point, least, times = other.point, bound.point, _TIMES_A_BOUND if is_open else _TIMES
    if not bound.bound or least < _LEAST or (is_open and other.bound != bound.bound):
        return False
    return least / times < point < bound.low if bound.bound > 0 else bound.high < point < times * least


_TIMES, _TIMES_A_BOUND = 3, 20  # by how much two numbers differ that may be of one thing: an exact one, and two bounds


def other_month(claim: Said, shown: Sequence[Said], page: str) -> Iterator[Conflict]:
    """A month that stands alone and is nowhere on the page, where the sentence that matches has one other month."""
    mine = _months(claim.text)
    theirs = [(number, word) for part in shown for number, word in _months(part.text)]
    if len(mine) == 1 == len({number for number, _ in theirs}) and mine[0][0] != theirs[0][0]:
        number, word = mine[0]
        if not has_day(Item(ItemKind.DATE, 0, 0, word, month=number), page):
            yield Conflict(ItemKind.DATE, word, theirs[0][1])


_WORD = re.compile(r"[^\W\d_]{4,}|\b[Mm]ay\b")


def _months(text: str) -> list[tuple[int, str]]:
    """The months that a text names in full; May and March are words as well where they are small."""
    names = month_names()
    found = [(names[key], word) for word in _WORD.findall(text) if (key := fold(word)) in names]
    return [(number, word) for number, word in found if word[0].isupper() or fold(word) not in _DOUBTFUL]


_DOUBTFUL = frozenset(["may", "march", "august", "mars", "mart", "maya"])


def higher_rank(claim: Said, shown: Sequence[Said]) -> Iterator[Conflict]:
    """The first of its kind for the second or third.

    >>> said = [Said(text, ()) for text in ("It is the largest port.", "It is the second-largest port.")]
    >>> [(conflict.claimed, conflict.source) for conflict in higher_rank(said[0], said[1:])]
    [('largest', 'second-largest')]
    """
    mine = _first_ranks().search(claim.text)
    if mine is None or _ranks().search(claim.text):
        return
    theirs = [(_ranks().search(part.text), part.text) for part in shown]
    if theirs and all(rank and not _first_ranks().search(text.replace(rank[0], " ")) for rank, text in theirs):
        rank = theirs[0][0]
        assert rank is not None
        if not claim.text.isascii() or fold(rank[0]).endswith(fold(mine[0])):  # the largest is not the second oldest
            yield Conflict(ItemKind.WORD, mine[0], rank[0])


@lru_cache(maxsize=1)
def _ranks() -> re.Pattern[str]:
    return re.compile(rf"(?<![A-Za-z_\u00c0-\u052f])(?:{pattern('ranks')})", re.IGNORECASE)


@lru_cache(maxsize=1)
def _first_ranks() -> re.Pattern[str]:
    return re.compile(rf"(?<![A-Za-z_\u00c0-\u052f])(?:{pattern('first_ranks')})", re.IGNORECASE)
