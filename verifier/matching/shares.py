"""Parts of a whole in words, as percentages: a third, two thirds, one in five, every third, 三分之一, üçte biri, 2割.

In: a text with the digits 0 to 9. Out: `Share`s. The rule of this file: a word that may be an ordinal (third, quinto) is a part only
where a number stands in front of it and what it is a part of behind it; a part in words is roughly its percentage.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from verifier.languages import Language, all_languages, pattern, values
from verifier.matching.years import words_in

_SURE = "!"  # behind a word of the tables that is nothing but a part
_ONES = frozenset(
    "a an one ein eine einem einen einer un une una uno um uma een één en ett jedna jedną одна одну един ένα".split()
)
_WORD = re.compile(r"[^\W\d_]+")
_HAN = "一二三四五六七八九十"
_TENTHS = re.compile(rf"(?<![\d{_HAN}.])(?P<tenths>[1-9]|[{_HAN}])(?:割|成(?![员員为為立功果本就]))")
_RATIO = re.compile(
    rf"(?<![\d.,])(?P<few>\d{{1,5}})(?: [^\W\d_]+)? (?:{pattern('out_of')}|of)(?: [^\W\d_]{{1,4}})? (?P<all>\d{{1,5}})(?![\d.,]?\d)"
)
_OVER = re.compile(
    rf"(?P<over>[2-9]|10|[{_HAN}]|(?<!\w)(?:üç|dört|beş|altı|on))(?:{pattern('over')})\s?(?P<under>[1-9]|[{_HAN}]|bir|iki|üç|dört)"
)
_HALF = 2.0
_HUNDRED, _FIRST_YEAR, _LAST_YEAR = 100.0, 1500, 2100


class Share(NamedTuple):
    """A part that stands at `text[start:end]`, and how far another percentage may be from it."""

    start: int
    end: int
    percent: float
    slack: float


def find_shares(text: str) -> Iterator[Share]:
    """The parts that are written in words.

    >>> def percent(text): return [round(share.percent) for share in find_shares(text)]
    >>> percent("a third of them, two thirds, half the crew, one in five"), percent("the third time, in half an hour")
    ([33, 67, 50, 20], [])
    >>> percent("ein Viertel, zwei Drittel, jede fünfte"), percent("un tiers, la moitié"), percent("三分之一、四分の三、2割")
    ([25, 67, 20], [33, 50], [33, 75, 20])
    """
    unspaced = () if text.isascii() else (*_OVER.finditer(text), *_TENTHS.finditer(text))
    words = words_in(text)
    if not _telling().isdisjoint(words) or len(_small_numbers() & words) > 1:
        for start, end in _lines_with_a_part(text):
            for found in _any_part().finditer(text, start, end):
                yield from _read(found)
    for found in unspaced:
        parts = found.groupdict()
        few, whole = (
            (_small(parts["tenths"]), 10) if "tenths" in parts else (_small(parts["under"]), _small(parts["over"]))
        )
        if 0 < few < whole:
            yield _share(found, _HUNDRED * few / whole)


_A_LINE = 400  # characters: a shorter text is looked at as a whole


def _lines_with_a_part(text: str) -> Iterator[tuple[int, int]]:
    """The lines that may hold a part: the pattern of all languages is slow, and no part goes over the end of a line."""
    if len(text) <= _A_LINE:
        yield 0, len(text)
        return
    start = 0
    for line in text.split("\n"):
        end = start + len(line)
        words = frozenset(_WORD.findall(line.casefold()))
        if not _telling().isdisjoint(words) or len(_small_numbers() & words) > 1:
            yield start, end
        start = end + 1


def find_ratios(text: str) -> Iterator[Share]:
    """The parts that follow from two numbers in figures: 212 of 640.

    >>> [round(share.percent) for share in find_ratios("212 of 640 sailors, 3 of 2019")]
    [33]
    """
    for found in _RATIO.finditer(text):
        few, whole = int(found["few"]), int(found["all"])
        if 0 < few < whole and not _FIRST_YEAR < whole < _LAST_YEAR:
            yield Share(*found.span(), _HUNDRED * few / whole, 0.6)


def _share(found: re.Match[str], percent: float) -> Share:
    return Share(*found.span(), percent, 0.06 * percent + 0.5)


def _read(found: re.Match[str]) -> Iterator[Share]:
    """The part of a match, where it is one."""
    if found["whole"]:
        few, whole = _value(found["few"]), _value(found["whole"])
    elif found["every"]:
        few, whole = 1.0, values("ordinals").get(found["every"].casefold(), 0.0)
    else:
        part = found["sure"] or found["unsure"]
        whole = _divisors()[part.casefold().replace("\u00a0", " ")]
        few = _numerator(found["many"] or "", alone=bool(found["sure"]) or whole == _HALF)
    if 0 < few < whole:
        yield _share(found, _HUNDRED * few / whole)


def _numerator(word: str, *, alone: bool) -> float:
    """How many parts; 0 where the word in front makes no part of it: the second half, the third quarter."""
    value = _value(word)
    return value or float(alone and word.casefold() not in values("ordinals"))


def _value(word: str) -> float:
    word = word.casefold()
    return 1.0 if word in _ONES else float(word) if word.isdecimal() else values("numbers").get(word, 0.0)


def _small(sign: str) -> int:
    return (
        int(sign) if sign.isdecimal() else _HAN.find(sign) + 1 or int(values("numbers", "tr").get(sign.casefold(), 1))
    )


class _Part(NamedTuple):
    """A word of a table, what it divides by, and whether it is nothing but a part."""

    name: str
    divisor: float
    is_sure: bool


def _parts(language: Language) -> list[_Part]:
    groups = (group.split() for group in language.parts.split(";") if group.strip())
    found = [
        (name.rstrip(_SURE).replace("_", " "), float(value), name.endswith(_SURE))
        for value, *names in groups
        for name in names
    ]
    return sorted((_Part(*part) for part in found), key=lambda part: -len(part.name))


@lru_cache(maxsize=1)
def _divisors() -> dict[str, float]:
    return {part.name: part.divisor for one in all_languages() for part in _parts(one)}


@lru_cache(maxsize=1)
def _telling() -> frozenset[str]:
    """Words of which one stands in each part that is written in words."""
    last = {name.split()[-1] for name in _divisors()}
    every = {word for one in all_languages() for word in one.every.split("|") if word}
    return frozenset((*last, *every))


@lru_cache(maxsize=1)
def _small_numbers() -> frozenset[str]:
    """The number words of languages that say one in five."""
    return frozenset(name for one in all_languages() if one.out_of for group in one.numbers.split(";") for name in group.split()[1:]
                 if name.isalpha() and float(group.split()[0]) <= 10)  # fmt: skip


@lru_cache(maxsize=1)
def _any_part() -> re.Pattern[str]:
    """One pattern of all languages: [two] thirds, one in five, every third."""
    sure = "|".join(re.escape(part.name) for one in all_languages() for part in _parts(one) if part.is_sure)
    unsure = "|".join(filter(None, map(_unsure, all_languages())))
    number = "|".join((*_ONES, *_small_numbers()))
    return re.compile(
        rf"(?<!\w)(?P<few>{number}) (?:{pattern('out_of')}) (?P<whole>{number})(?!\w)"
        rf"|(?<!\w)(?:{pattern('every')}) (?P<every>[^\W\d_]+)(?!\w)"
        rf"|(?<!\w)(?:(?P<many>[^\W\d_]{{1,12}}|[1-9])[ \u00a0-])?(?:(?P<sure>{sure})|(?P<unsure>{unsure}))(?!\w)",
        re.IGNORECASE,
    )


def _unsure(language: Language) -> str:
    """A pattern of the words that may be ordinals, where they are parts: a quarter of it, by a quarter."""
    names = "|".join(re.escape(part.name) for part in _parts(language) if not part.is_sure)
    if not names:
        return ""
    by = "|".join(rf"(?<={re.escape(phrase.strip())} )" for phrase in language.parts_by.split(";") if phrase.strip())
    plain = f"(?:{names})" + (f"(?={language.parts_of})" if language.parts_of else "")
    return f"{plain}|(?:{by})(?:{names})" if by else plain
