"""Years that are not written as four digits: decades, eras, centuries with names of their own, years of other calendars.

In: a text with the digits 0 to 9. Out: each with its place and the years that it may mean. The rule of this file: whoever reads
liberally here raises no alarm, for a year in another dress is the same year: the nineties and 1994, 昭和39年 and 1964, ۱۳۹۸ and 2019.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from verifier.languages import all_languages, pattern, values, words
from verifier.matching.myriads import worth

_ERAS = {"明治": 1867, "大正": 1911, "昭和": 1925, "平成": 1988, "令和": 2018, "民國": 1911, "民国": 1911}
_FIGURE = r"(?:[0-9]{1,3}|元|[一二三四五六七八九十百]{1,5})"
_ERA = re.compile(
    rf"(?P<era>{'|'.join(_ERAS)})\s?(?P<year>{_FIGURE})\s?年(?:\s?(?P<month>{_FIGURE})\s?月(?:\s?(?P<day>{_FIGURE})\s?日)?)?"
)
_LAST_DAY, _LAST_MONTH = 31, 12
_TENS = range(20, 100, 10)
_CENTURIES = (1800, 1900, 2000)  # in which a decade without a century may be
_HUNDRED = 100
_EIGHTY, _NINETY = ("quatre-vingt", "quatre-vingts"), "quatre-vingt-dix"


class Years(NamedTuple):
    """Years that stand at `text[start:end]`: from `first` to `last` of each pair, with month and day where they are given."""

    start: int
    end: int
    spans: tuple[tuple[int, int], ...]
    is_sure: bool = True  # whether the century is told
    month: int = 0
    day: int = 0


def find_years(text: str) -> Iterator[Years]:
    """The years of a text that are not written as four digits, in the order of their kinds.

    >>> [found.spans for found in find_years("in the 1990s, années 1960, 1890-talet, 昭和39年10月, nel Settecento")]
    [((1964, 1964),), ((1700, 1799),), ((1990, 1999),), ((1960, 1969),), ((1890, 1899),)]
    >>> [found.spans[1] for found in find_years("the nineties, anni Sessanta, в девяностых, 80-х, 70년대")]
    [(1980, 1989), (1970, 1979), (1960, 1969), (1990, 1999), (1990, 1999)]
    """
    if not text.isascii():
        yield from _of_eras(text)
    yield from _with_names(text)
    for found in _FIGURES.finditer(text):
        if years := _decade(found, text):
            yield years
    said = words_in(text)
    if not _before_words().isdisjoint(said):
        yield from _behind_words(text)
    for found in _spelled().finditer(text) if not said.isdisjoint(_last_letters()) else ():
        yield _of_any_century(*found.span(), int(_words()[found[0].casefold()]))


@lru_cache(maxsize=16)  # of a page and its sentences: decades, halves and parts ask one after another
def words_in(text: str) -> frozenset[str]:
    """The words of a text, in small letters."""
    return frozenset(_WORD.findall(text.casefold()))


_WORD = re.compile(r"[^\W\d_]+")
_FIGURES = re.compile(r"(?:[12](?<![0-9.,][0-9])[0-9]{2}0|[2-9](?<![0-9.,][0-9])0)(?![0-9]|[.,][0-9])")
_SMALL = 2  # letters
_REACH = 24  # characters in front of figures in which a word makes a decade of them


def _decade(figures: re.Match[str], text: str) -> Years | None:
    """The decade that figures are, by what stands behind them or in front; None where they are none."""
    start, end = figures.span()
    behind = _behind().match(text, end)
    before = None if behind else _before().search(text, max(0, start - _REACH), start)
    if not behind and not before:
        return None
    start, end = before.start() if before else start, behind.end() if behind else end
    year = int(figures[0])
    if year < _HUNDRED:
        return _of_any_century(start, end, year) if year in _TENS else None
    return Years(start, end, ((year, year + (99 if year % _HUNDRED == 0 else 9)),))


def _behind_words(text: str) -> Iterator[Years]:
    """Années soixante, anni Sessanta."""
    for found in _before_word().finditer(text):
        word = found["word"].casefold()
        value = 90 if word == _NINETY else 80 if word in _EIGHTY else int(values("numbers").get(word, 0))
        if value in _TENS:
            yield _of_any_century(*found.span(), value)


def _of_any_century(start: int, end: int, tens: int) -> Years:
    return Years(start, end, tuple((one + tens, one + tens + 9) for one in _CENTURIES), is_sure=False)


@lru_cache(maxsize=1)
def _behind() -> re.Pattern[str]:
    return re.compile(rf"(?:{pattern('decades_behind')})(?:(?<=[代대])|(?!\w))", re.IGNORECASE)


@lru_cache(maxsize=1)
def _before() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{pattern('decades_before')})['’ \u00a0]{{0,2}}\Z", re.IGNORECASE)


@lru_cache(maxsize=1)
def _before_word() -> re.Pattern[str]:
    word = r"(?P<word>[^\W\d_]{3,}(?:-[^\W\d_]+){0,2})(?!\w)"
    return re.compile(rf"(?<!\w)(?:{pattern('decades_before')}) {word}", re.IGNORECASE)


@lru_cache(maxsize=1)
def _before_words() -> frozenset[str]:
    """Words of which one stands in front of each such decade."""
    found = _WORD.findall(re.sub(r"\\.|\(\?", " ", pattern("decades_before")).casefold())
    small = words("function_words")
    return frozenset(word for word in found if len(word) > _SMALL and word not in small)


@lru_cache(maxsize=1)
def _words() -> dict[str, float]:
    return values("decades")


@lru_cache(maxsize=1)
def _last_letters() -> frozenset[str]:
    """Those words, of such as have an apostrophe inside what is behind it."""
    return frozenset(_WORD.findall(word)[-1] for word in _words())


@lru_cache(maxsize=1)
def _spelled() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{'|'.join(sorted(_words(), key=len, reverse=True))})(?!\w)", re.IGNORECASE)


def _of_eras(text: str) -> Iterator[Years]:
    for found in _ERA.finditer(text):
        year, month, day = (_figure(found[part] or "0") for part in ("year", "month", "day"))
        if year and month <= _LAST_MONTH and day <= _LAST_DAY:
            year += _ERAS[found["era"]]
            yield Years(*found.span(), ((year, year),), month=month, day=day)


def _figure(written: str) -> int:
    """元, 39 and 三十九."""
    return 1 if written == "元" else int(worth(written))


def _with_names(text: str) -> Iterator[Years]:
    """Settecento; with a small letter it is the number."""
    for name, number in _named_centuries().items():
        for found in re.finditer(rf"(?<!\w){name}(?!\w)", text) if name in text else ():
            yield Years(*found.span(), ((number * 100 - 100, number * 100 - 1),))


@lru_cache(maxsize=1)
def _named_centuries() -> dict[str, int]:
    groups = (group.split() for one in all_languages() for group in one.named_centuries.split(";") if group)
    return {name: int(number) for number, *names in groups for name in names}


# Calendars by the script of the words beside a year.
_ARABIC, _THAI = re.compile("[\u0600-\u06ff]"), re.compile("[\u0e00-\u0e7f]")
_FIRST_ARABIC, _LAST_ARABIC, _FIRST_THAI, _LAST_THAI = 1200, 1500, 2400, 2600


def in_common_years(year: int, beside: str) -> tuple[tuple[int, int], ...]:
    """What a year may be in the common calendar where the words beside it have another one: of the sun, of the moon, the Buddha's.

    >>> in_common_years(1398, "در سال "), in_common_years(2562, "พ.ศ. "), in_common_years(1398, "in the year ")
    (((2019, 2020), (1977, 1978)), ((2019, 2019),), ())
    """
    if _FIRST_ARABIC <= year <= _LAST_ARABIC and _ARABIC.search(beside):
        lunar = int(year * 0.970229 + 621.57)
        return (year + 621, year + 622), (lunar, lunar + 1)
    if _FIRST_THAI <= year <= _LAST_THAI and _THAI.search(beside):
        return ((year - 543, year - 543),)
    return ()
