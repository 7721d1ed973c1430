"""The same value in another dress: ten and 10, 12 % and 12 percent, 1,700,000 and 1.7 million, 21.09.2016 and 21 September 2016.

In: the tokens of an edit, the article's and the source's. Out: whether they differ in dress only. The rule of this file: digits
may stand for a word and a word for digits, of the same value and kind (two is no second); whatever is no value must be the same.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from verifier.languages import all_languages, find_language, months, phrases, values, words
from verifier.matching.tokens import number_value

_LAST_DAY, _LAST_MONTH = 31, 12
_HUNDRED, _TWENTY, _TEN = 100, 20, 10
_DIGITS = re.compile(r"(\d[\d.,'’ ]*?)(?:(?<=\d)([^\W\d_]+))?")
_DATE = re.compile(r"(\d{1,2})([./])(\d{1,2})\2(\d{4})")
_YEAR = re.compile(r"[12]\d{3}")
# Codes of ISO 4217, and the sign that stands for each.
_HOUR = re.compile(r"(\d{1,2})(?:[.:](\d{2}))?([^\W\d_]{2})?")
_MINUTES = re.compile(r"(\d{2})([^\W\d_]{2})?")
_NOON, _LAST_HOUR = 12, 23
_CODES = {"usd": "$", "eur": "€", "gbp": "£", "jpy": "¥", "inr": "₹", "rub": "₽"}
_BEFORE = frozenset("%$€£¥₹₽")


@dataclass(frozen=True, slots=True)
class _Number:
    """A number or an ordinal; `word` where it was spelled."""

    value: float
    ordinal: bool = False
    word: str = ""

    def same(self, other: _Number) -> bool:
        """The same value; two ordinals in words must be the same word (second is not twice)."""
        spelled = self.ordinal and bool(self.word and other.word)
        return self.value == other.value and self.ordinal == other.ordinal and (not spelled or self.word == other.word)


@dataclass(frozen=True, slots=True)
class _Date:
    """Days that a date may mean: (year or 0, month, day)."""

    days: frozenset[tuple[int, int, int]]

    def same(self, other: _Date) -> bool:
        """Whether both can mean one day."""
        return bool(self.days & other.days)


_Piece = _Number | _Date | str


def same_values(quoted: Sequence[str], source: Sequence[str], language: str | None) -> bool:
    """Whether two runs of tokens say the same, with values in another dress.

    >>> same_values(["ten"], ["10"], "en"), same_values(["7", "percent"], ["7", "%"], "en"), same_values(["ten"], ["12"], "en")
    (True, True, False)
    >>> same_values(["september", "21", "2016"], ["21.09.2016"], "en"), same_values(["second"], ["2"], "en")
    (True, False)
    """
    one, other = (_Reader(tuple(keys), language).read() for keys in (quoted, source))
    return len(one) == len(other) > 0 and all(map(_same, one, other))


def _same(one: _Piece, other: _Piece) -> bool:
    if isinstance(one, _Number) and isinstance(other, _Number):
        return one.same(other)
    if isinstance(one, _Date) and isinstance(other, _Date):
        return one.same(other)
    return isinstance(one, str) and one == other


@lru_cache(maxsize=64)
def _percent(language: str | None) -> tuple[frozenset[str], frozenset[tuple[str, ...]]]:
    return words("percent", language), frozenset(tuple(phrase.split()) for phrase in phrases("percent_phrases"))


@lru_cache(maxsize=1)
def _half_days() -> dict[str, int]:
    """What stands behind an hour: 0 before noon, 1 after it."""
    return {word: later for one in all_languages() for later, word in enumerate(one.half_days.split())}


class _Reader:
    """Reads tokens one by one. Each `_take_…` gives a piece and the place behind it, None where there is none."""

    def __init__(self, keys: tuple[str, ...], language: str | None) -> None:
        self._keys = keys
        self._numbers = values("numbers", language)
        self._ordinals = values("ordinals", language)
        self._magnitudes = values("magnitudes", language)
        self._percent, self._phrases = _percent(language)
        self._suffixes = words("ordinal_endings", language)
        told = find_language(language)
        self._half_days = _half_days()
        self._stops = told is not None and told.ordinals_have_stops

    def read(self) -> list[_Piece]:
        """All pieces; signs that stand in front of a number or behind it stand behind it."""
        found: list[_Piece] = []
        at = 0
        while at < len(self._keys):
            piece, at = self._take_date(at) or self._take_hour(at) or self._take_number(at) or self._take_word(at)
            if isinstance(piece, _Number) and found and found[-1] in _BEFORE and not _follows_number(found):
                found.insert(-1, piece)
            else:
                found.append(piece)
        return found

    def _take_word(self, at: int) -> tuple[_Piece, int]:
        key = self._keys[at]
        if self._keys[at : at + 2] in self._phrases:
            return "%", at + 2
        return ("%" if key in self._percent else _CODES.get(key, key)), at + 1

    def _take_date(self, at: int) -> tuple[_Piece, int] | None:
        keys = self._keys
        if found := _DATE.fullmatch(keys[at]):
            one, other, year = int(found[1]), int(found[3]), int(found[4])
            return _date(year, (other, one), (one, other)), at + 1
        if _YEAR.fullmatch(keys[at]) and all(
            len(k) == len("09") and k.isdecimal() for k in (*keys[at + 1 : at + 3], "x")[:2]
        ):
            return (
                (_date(int(keys[at]), (int(keys[at + 1]), int(keys[at + 2]))), at + 3) if len(keys) > at + 2 else None
            )
        return self._take_named_date(at)

    def _take_hour(self, at: int) -> tuple[_Piece, int] | None:
        """5pm, 5.30 p.m., 17:30: an hour of the day."""
        found = _HOUR.fullmatch(self._keys[at])
        if found is None:
            return None
        minutes, half, end = found[2], found[3] or "", at + 1
        if (
            not (minutes or half) and (more := _MINUTES.fullmatch(self._at(end))) and more[2] in self._half_days
        ):  # 5:30pm
            minutes, half, end = more[1], more[2], end + 1
        if not half:
            half, end = next(
                ((h, end + n) for n in (1, 2) if (h := "".join(self._keys[end : end + n])) in self._half_days),
                ("", end),
            )
        if half in self._half_days:
            hour = int(found[1]) % _NOON + _NOON * self._half_days[half]
            return f"{hour}:{minutes or '00'}", end
        is_hour = ":" in self._keys[at] and int(found[1]) <= _LAST_HOUR and not half
        return (f"{int(found[1])}:{minutes}", end) if is_hour else None

    def _take_named_date(self, at: int) -> tuple[_Piece, int] | None:
        """A day and a month by its name, in either order, and a year behind them."""
        day, end = self._day(at)
        if day:
            end += self._at(end) in ("of", "de", "der", "den")
            month = months().get(self._at(end), 0)
        else:
            month, end = months().get(self._at(at), 0), at
            day, behind = self._day(at + 1)
            end = behind - 1
        if not (day and month):
            return None
        end += 1
        year = self._at(end + (self._at(end) in ("de", "of")))
        if _YEAR.fullmatch(year):
            return _date(int(year), (month, day)), end + 1 + (self._at(end) in ("de", "of"))
        return _date(0, (month, day)), end

    def _at(self, index: int) -> str:
        return self._keys[index] if index < len(self._keys) else ""

    def _day(self, at: int) -> tuple[int, int]:
        number = self._take_number(at) if at < len(self._keys) and self._keys[at][:1].isdigit() else None
        value = number[0].value if number and isinstance(number[0], _Number) else 0
        return (int(value), at + 1) if 1 <= value <= _LAST_DAY and value == int(value) else (0, at)

    def _take_number(self, at: int) -> tuple[_Piece, int] | None:
        key = self._keys[at]
        if key in self._ordinals:
            return _Number(self._ordinals[key], not self._stops, key), at + 1
        if found := _DIGITS.fullmatch(key):
            return self._take_digits(found[1], found[2] or "", at)
        return self._take_spelled(at) if key in self._numbers else None

    def _take_digits(self, digits: str, suffix: str, at: int) -> tuple[_Piece, int] | None:
        value, at = _float(digits), at + 1
        if value is None:
            return None
        if suffix in self._suffixes:
            return _Number(value, not self._stops), at
        if suffix:
            return (_Number(value * self._magnitudes[suffix]), at) if suffix in self._magnitudes else None
        while self._at(at) in self._magnitudes:
            value, at = value * self._magnitudes[self._at(at)], at + 1
        return _Number(round(value, 6)), at

    def _take_spelled(self, at: int) -> tuple[_Piece, int]:
        """Twenty five, three hundred and four, two million."""
        total, current, start = 0.0, 0.0, at
        while (key := self._at(at)) in self._numbers or (at > start and key in self._magnitudes and len(key) > 1):
            value = self._numbers.get(key) or self._magnitudes.get(key, 0.0)
            if value > _HUNDRED:
                total, current = total + max(1.0, current) * value, 0.0
            elif value == _HUNDRED:
                current = max(1.0, current) * value
            elif at == start or _goes_on(current, value) or (total and not current):
                current += value
            else:
                break
            at += 1
        return _Number(total + current, False, " ".join(self._keys[start:at])), at


def _follows_number(found: Sequence[_Piece]) -> bool:
    return len(found) > 1 and isinstance(found[-2], _Number)


def _goes_on(current: float, value: float) -> bool:
    rest = current % _HUNDRED
    return (rest == 0 and current >= _HUNDRED) or (rest >= _TWENTY and rest % _TEN == 0 and 0 < value < _TEN)


def _date(year: int, *days: tuple[int, int]) -> _Date:
    return _Date(frozenset((year, m, d) for m, d in days if 1 <= m <= _LAST_MONTH and 1 <= d <= _LAST_DAY))


def _float(digits: str) -> float | None:
    try:
        return float(number_value(digits))
    except ValueError:
        return None
