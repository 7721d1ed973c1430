"""Numbers with a half in words: half a million, four and a half million, un million et demi, полмиллиона.

In: a text. Out: each with its place and value. The rule of this file: only beside a thousand and what is larger.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from verifier.languages import pattern, values
from verifier.matching.years import words_in

_THOUSAND, _SHORT = 1000, 2
_REACH = 24  # characters in front of a magnitude


class Half(NamedTuple):
    """A number that stands at `text[start:end]`."""

    start: int
    end: int
    value: float


def find_halves(text: str) -> Iterator[Half]:
    """The numbers of a text that have a half in words.

    >>> [found.value for found in find_halves("Half a million, four and a half million, un million et demi, полмиллиона, half a day")]
    [500000.0, 4500000.0, 1500000.0, 500000.0]
    """
    words = words_in(text)
    lowered = text.lower()
    for name in words & _large().keys():
        for found in _standing(name, text, lowered):
            yield from _beside(found, text, _large()[name])
    for name in words & _fused().keys():
        for found in _standing(name, text, lowered):
            yield Half(*found.span(), _fused()[name] / 2)


def _standing(name: str, text: str, lowered: str) -> Iterator[re.Match[str]]:
    """Where a word stands; looked for in small letters, which is many times faster than a pattern without regard to case."""
    word = re.compile(rf"(?<!\w){name}(?!\w)", re.IGNORECASE)
    if len(lowered) != len(text):  # İ becomes two characters
        yield from word.finditer(text)
        return
    at = lowered.find(name)
    while at >= 0:
        if found := word.match(text, at):
            yield found
        at = lowered.find(name, at + len(name))


def _beside(found: re.Match[str], text: str, magnitude: float) -> Iterator[Half]:
    """What a half in front of a magnitude or behind it makes of it."""
    low = max(0, found.start() - _REACH)
    if between := _half_between().search(text, low, found.start()):
        yield Half(between.start(), found.end(), magnitude * (_whole(between["whole"]) + 0.5))
    elif half := _half_a().search(text, low, found.start()):
        yield Half(half.start(), found.end(), magnitude / 2)
    elif behind := _half_behind().match(text, found.end()):
        whole = _WHOLE.search(text, low, found.start())
        start = whole.start() if whole and _whole(whole["whole"]) else found.start()
        yield Half(start, behind.end(), magnitude * ((_whole(whole["whole"]) if whole else 0.0) or 1.0) + magnitude / 2)


_NUMBER = r"(?<!\w)(?P<whole>[0-9]{1,3}|[^\W\d_]{2,12})"
_WHOLE = re.compile(rf"{_NUMBER} \Z")


def _whole(word: str) -> float:
    """How many whole ones there are beside the half; 0 where the word is no number."""
    return float(word) if word.isdecimal() else values("numbers").get(word.casefold(), 0.0)


@lru_cache(maxsize=1)
def _half_a() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{pattern('half_a')})[ \u00a0-]?\Z", re.IGNORECASE)


@lru_cache(maxsize=1)
def _half_between() -> re.Pattern[str]:
    return re.compile(rf"{_NUMBER} (?:{pattern('and_half')}) \Z", re.IGNORECASE)


@lru_cache(maxsize=1)
def _half_behind() -> re.Pattern[str]:
    return re.compile(rf" (?:{pattern('and_half')})(?!\w)", re.IGNORECASE)


@lru_cache(maxsize=1)
def _large() -> dict[str, float]:
    return {name: worth for name, worth in values("magnitudes").items() if worth >= _THOUSAND and len(name) > _SHORT}


@lru_cache(maxsize=1)
def _fused() -> dict[str, float]:
    """Halves in one word with what is halved: полмиллиона."""
    halves = {half for half in re.findall(r"[^\W\d_]+", pattern("half_a")) if not half.isascii()}
    return {f"{half}{name}": worth for half in halves for name, worth in _large().items() if not name.isascii()}
