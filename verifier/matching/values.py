"""The same value in another dress: ten and 10, 12 % and 12 percent, 1,700,000 and 1.7 million, 21.09.2016 and 21 September 2016.

In: the tokens of an edit, the article's and the source's. Out: whether they differ in dress only. The rule of this file: digits
may stand for a word and a word for digits, of the same value and kind (two is no second); whatever is no value must be the same.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from verifier.languages import all_languages, find_language, joined_number, months, phrases, values, words
from verifier.matching.tokens import number_value, tokenize

_LAST_DAY, _LAST_MONTH = 31, 12
_THOUSAND, _HUNDRED, _TWENTY, _TEN, _FOUR = 1000, 100, 20, 10, 4
_TWENTIES = (60, 80)  # behind which French counts on to nineteen
_DIGITS = re.compile(r"(-?\d[\d.,'’ ]*?)(?:(?<=\d)([^\W\d_]+))?")
_DATE = re.compile(r"(\d{1,2})([./])(\d{1,2})\2(\d{4})")
_YEAR = re.compile(r"[12]\d{3}")
# Codes of ISO 4217, and the sign that stands for each.
_HOUR = re.compile(r"(\d{1,2})(?:[.:](\d{2}))?([^\W\d_]{2})?")
_MINUTES = re.compile(r"(\d{2})([^\W\d_]{2})?")
_NOON, _LAST_HOUR = 12, 23
_CODES = {"usd": "$", "eur": "€", "gbp": "£", "jpy": "¥", "inr": "₹", "rub": "₽"}
_ROMAN = re.compile(r"[ivxl]{1,7}")
_ROMAN_SIGNS = {"i": 1, "v": 5, "x": 10, "l": 50}
_BEFORE = frozenset("%$€£¥₹₽")
# Small words between the parts of a date, behind them, and before the number of a month.
_BETWEEN_PARTS = frozenset("of de del der den di do tháng năm".split())
_BEHIND_PARTS = frozenset("年 月 日 년 월 일".split())
_MONTH = frozenset(["月", "월"])
_BEFORE_MONTH = frozenset(["tháng"])
_BEHIND_MAGNITUDE = frozenset(["de", "di"])
_DATE_PARTS, _FIGURES = 3, 2
_PERCENT_FIRST = ("百", "分", "之")
_ORDERS = frozenset(
    tuple(order.split()) for order in ("day month year", "month day year", "year month day", "day month", "month day")
)


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
_Span = tuple[_Piece, int, int]
_DatePart = tuple[str, int]  # "day", "month" or "year", and its number


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


@dataclass(frozen=True, slots=True)
class Dress:
    """One value, and where it stands: words `[a:b]` of the quotation and tokens `[c:d]` of the source; or two dates (not `same`)."""

    a: int
    b: int
    c: int
    d: int
    same: bool


def find_dresses(quoted: Sequence[str], source: Sequence[str], language: str | None) -> list[Dress]:
    """The values of the quoted words that the source has in another dress, in the order of both.

    >>> find_dresses("opened on 3 may 1987 by her".split(), "she opened on 03.05.1987 by".split(), "en")
    [Dress(a=2, b=5, c=3, d=4, same=True)]
    """
    mine, theirs = (
        [span for span in _Reader(tuple(keys), language).spans() if _is_value(span)] for keys in (quoted, source)
    )
    pairs = _paired(mine, theirs)
    found = [Dress(*mine[i][1:], *theirs[k][1:], same=True) for i, k in pairs]
    found += [Dress(*mine[i][1:], *theirs[k][1:], same=False) for i, k in _other_date(mine, theirs, pairs)]
    other = [dress for dress in found if tuple(quoted[dress.a : dress.b]) != tuple(source[dress.c : dress.d])]
    return sorted(other, key=lambda dress: dress.a)


def _paired(mine: Sequence[_Span], theirs: Sequence[_Span]) -> list[tuple[int, int]]:
    """Which values are the same, in the order of both."""
    pairs: list[tuple[int, int]] = []
    at = 0
    for i, (piece, _, _) in enumerate(mine):
        like = next((k for k in range(at, len(theirs)) if _same(piece, theirs[k][0])), None)
        if like is not None:
            pairs.append((i, like))
            at = like + 1
    return pairs


def _other_date(
    mine: Sequence[_Span], theirs: Sequence[_Span], pairs: Sequence[tuple[int, int]]
) -> list[tuple[int, int]]:
    """The one date of each that the other has not: they stand for each other, and are not the same."""
    dates = [
        [i for i, span in enumerate(spans) if isinstance(span[0], _Date) and i not in paired]
        for spans, paired in ((mine, {i for i, _ in pairs}), (theirs, {k for _, k in pairs}))
    ]
    return [(dates[0][0], dates[1][0])] if len(dates[0]) == len(dates[1]) == 1 else []


def _is_value(span: _Span) -> bool:
    return not isinstance(span[0], str) or span[0] in _BEFORE


@lru_cache(maxsize=64)
def _percent(language: str | None) -> tuple[frozenset[str], frozenset[tuple[str, ...]]]:
    said = frozenset(tuple(tokenize(phrase).keys) for phrase in phrases("percent_phrases"))
    return words("percent", language), said


@lru_cache(maxsize=1)
def _half_days() -> dict[str, int]:
    """What stands behind an hour: 0 before noon, 1 after it."""
    return {word: later for one in all_languages() for later, word in enumerate(one.half_days.split())}


class _Reader:
    """Reads tokens one by one. Each `_take_…` gives a piece and the place behind it, None where there is none."""

    def __init__(self, keys: tuple[str, ...], language: str | None) -> None:
        self._keys = keys
        self._language = language
        self._numbers = values("numbers", language)
        self._ordinals = values("ordinals", language)
        self._magnitudes = values("magnitudes", language)
        self._percent, self._phrases = _percent(language)
        self._longest = max(map(len, self._phrases), default=0)
        self._suffixes = words("ordinal_endings", language)
        told = find_language(language)
        self._half_days = _half_days()
        self._hundreds_and = frozenset(told.hundreds_and.split()) if told else frozenset()
        self._tens_and = frozenset(told.tens_and.split()) if told else frozenset()
        self._stops = told is not None and told.ordinals_have_stops
        self._own_suffixes = frozenset(told.ordinal_endings.split()) if told else frozenset()
        self._ten_and_ones = told is not None and told.ones_follow_ten
        self._by_twenties = told is not None and told.counts_by_twenties
        self._years_in_two = told is not None and told.years_in_two

    def spans(self) -> list[_Span]:
        """All pieces, and where each begins and ends."""
        found: list[_Span] = []
        at = 0
        while at < len(self._keys):
            start = at
            if percent := self._take_percent(at):
                found += [(percent[0], start, percent[1]), ("%", percent[1], percent[1])]
                at = percent[1]
                continue
            piece, at = self._take_date(at) or self._take_hour(at) or self._take_number(at) or self._take_word(at)
            found.append((piece, start, at))
        return found

    def read(self) -> list[_Piece]:
        """All pieces; signs that stand in front of a number or behind it stand behind it."""
        found: list[_Piece] = []
        for piece, _, _ in self.spans():
            if isinstance(piece, _Number) and found and found[-1] in _BEFORE and not _follows_number(found):
                found.insert(-1, piece)
            else:
                found.append(piece)
        return found

    def _take_percent(self, at: int) -> tuple[_Number, int] | None:
        """百分之八点五, 百分之8.5."""
        if self._keys[at : at + len(_PERCENT_FIRST)] != _PERCENT_FIRST or not self._at(at + len(_PERCENT_FIRST)):
            return None
        found = self._take_number(at + len(_PERCENT_FIRST))
        if found is None or not isinstance(found[0], _Number):
            return None
        number, end = found[0], found[1]
        decimals = ""
        while self._at(end) == "点" or (decimals and self._numbers.get(self._at(end), _TEN) < _TEN):
            decimals += "." if self._at(end) == "点" else f"{self._numbers[self._at(end)]:.0f}"
            end += 1
        return (_Number(number.value + float(f"0{decimals}")) if len(decimals) > 1 else number), end

    def _take_word(self, at: int) -> tuple[_Piece, int]:
        key = self._keys[at]
        for size in range(self._longest, 1, -1):
            if self._keys[at : at + size] in self._phrases:
                return "%", at + size
        return ("%" if key in self._percent else _CODES.get(key, key)), at + 1

    def _take_date(self, at: int) -> tuple[_Piece, int] | None:
        """Day, month and year in their orders: 03.05.1987, 3 May 1987, May 3, 1987-05-03, 1987年5月3日; and a day with its month's name."""
        if found := _DATE.fullmatch(self._keys[at]):
            one, other, year = int(found[1]), int(found[3]), int(found[4])
            return _date(year, (other, one), (one, other)), at + 1
        parts, ends = self._parts_of_date(at)
        for size in (3, 2):
            if len(parts) >= size and (date := _made_of(parts[:size])):
                return date, ends[size - 1]
        return None

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

    def _parts_of_date(self, at: int) -> tuple[list[_DatePart], list[int]]:
        """Up to three parts that a date may be made of, without the small words between them, and where each ends."""
        parts: list[_DatePart] = []
        ends: list[int] = []
        while len(parts) < _DATE_PARTS and (found := self._date_part(at)):
            parts.append(found[0])
            at = found[1]
            ends.append(at)
            at += self._at(at) in _BETWEEN_PARTS
        return parts, ends

    def _date_part(self, at: int) -> tuple[_DatePart, int] | None:
        key = self._at(at)
        if _YEAR.fullmatch(key):
            return ("year", int(key)), at + 1 + (self._at(at + 1) in _BEHIND_PARTS)
        if month := months().get(unicodedata.normalize("NFC", key)):  # a folded ΐ is three characters
            return ("month", month), at + 1
        if self._at(at) in _BEFORE_MONTH and self._at(at + 1).isdecimal():
            return ("month", int(self._at(at + 1)[:_FIGURES])), at + 2
        day, end = self._day(at)
        if day and end == at + 1 and self._at(end) in _BEHIND_PARTS:
            return ("month" if self._at(end) in _MONTH else "day", day), end + 1
        return (("day", day), end) if day else None

    def _at(self, at: int) -> str:
        return self._keys[at] if at < len(self._keys) else ""

    def _day(self, at: int) -> tuple[int, int]:
        """A number that may be a day, and the place behind it; 0 where it is none."""
        if not self._at(at)[:1].isdecimal():
            return 0, at
        number = self._take_number(at)
        value = number[0].value if number and isinstance(number[0], _Number) else 0
        return (int(value), number[1]) if number and 1 <= value <= _LAST_DAY and value == int(value) else (0, at)

    def _take_number(self, at: int) -> tuple[_Piece, int] | None:
        key = self._keys[at]
        if key in self._ordinals:
            return _Number(self._ordinals[key], not self._stops, key), at + 1
        if found := _DIGITS.fullmatch(key):
            return self._take_digits(found[1], found[2] or "", at)
        if (found := _ROMAN.match(key)) and key[found.end() :] in self._own_suffixes:  # XIXe, XIXth
            return _Number(_of_roman(found[0]), not self._stops), at + 1
        if key in self._numbers:
            return self._take_spelled(at)
        joined = joined_number(unicodedata.normalize("NFC", key), self._language)
        return (_Number(joined, False, key), at + 1) if joined is not None else None

    def _take_digits(self, digits: str, suffix: str, at: int) -> tuple[_Piece, int] | None:
        value, at = _float(digits), at + 1
        if value is None:
            return None
        if suffix in self._suffixes:
            return _Number(value, not self._stops), at
        if suffix:
            return (_Number(value * self._magnitudes[suffix]), at) if suffix in self._magnitudes else None
        while self._at(at) in self._magnitudes:
            magnitude = self._magnitudes[self._at(at)]
            value, at = value * magnitude, at + 1
            at += self._at(at) in _BEHIND_MAGNITUDE
            more = _DIGITS.fullmatch(self._at(at)) if not self._keys[at - 1].isascii() else None
            if more and not more[2] and (rest := self._take_digits(more[1], "", at)):  # 21万3千
                if isinstance(rest[0], _Number) and rest[0].value < magnitude:
                    value, at = value + rest[0].value, rest[1]
                break
        return _Number(round(value, 6)), at

    def _take_spelled(self, at: int) -> tuple[_Piece, int]:
        """Twenty five, three hundred and four, two million; on iki, 三百五十."""
        total, current, start = 0.0, 0.0, at
        while self._is_spelled(at, first=at == start):
            key = self._at(at)
            value = self._numbers.get(key) or self._magnitudes.get(key, 0.0)
            if value >= _THOUSAND:
                total, current = total + max(1.0, current) * value, 0.0
            else:
                added = self._joined(current, value, first=at == start or bool(total and not current))
                if added is None:
                    break
                current = added
            at += 1
            at += self._goes_on_behind_and(at, current)
        return _Number(total + current, False, " ".join(self._keys[start:at])), at

    def _goes_on_behind_and(self, at: int, current: float) -> bool:
        """Whether a small word stands between hundreds and the rest, or between tens and ones: six hundred and twelve, vingt et un."""
        rest = self._numbers.get(self._at(at + 1), 0.0)
        if self._at(at) in self._hundreds_and and current >= _HUNDRED and current % _HUNDRED == 0:
            return 0 < rest < _HUNDRED
        return self._at(at) in self._tens_and and _goes_on(current % _HUNDRED, rest)

    def _is_spelled(self, at: int, *, first: bool) -> bool:
        """Whether a number in words goes on here; a magnitude of one Latin letter is none."""
        key = self._at(at)
        return key in self._numbers or (not first and key in self._magnitudes and (len(key) > 1 or not key.isascii()))

    def _joined(self, current: float, value: float, *, first: bool) -> float | None:
        """What a number below a thousand becomes by its next word; None where that word is another number."""
        if value == _HUNDRED:
            return max(1.0, current) * value
        if value > _HUNDRED:  # двести, trescientos
            return current + value if current == 0 else None
        if first or _goes_on(current, value) or self._adds(current, value):
            return current + value
        return self._in_its_own_way(current, value)

    def _in_its_own_way(self, current: float, value: float) -> float | None:
        """The same, where a language has a way of its own: quatre-vingt, nineteen sixty, 三十."""
        if self._counts_on(current % _HUNDRED, value):
            return current + (_FOUR * (_TWENTY - 1) if value == _TWENTY else value)
        if self._years_in_two and _TEN < current <= _TWENTY and _TEN <= value < _HUNDRED:
            return current * _HUNDRED + value
        if self._ten_and_ones and value == _TEN and current % _TEN:
            return current + current % _TEN * (_TEN - 1)
        return None

    def _counts_on(self, rest: float, value: float) -> bool:
        """Whether twenties go on: quatre-vingt, soixante-douze."""
        if not self._by_twenties:
            return False
        return (rest == _FOUR and value == _TWENTY) or (rest in _TWENTIES and _TEN <= value < _TWENTY)

    def _adds(self, current: float, value: float) -> bool:
        """Whether ones follow ten, as in “on iki”."""
        return self._ten_and_ones and current % _HUNDRED == _TEN and 0 < value < _TEN


def _follows_number(found: Sequence[_Piece]) -> bool:
    return len(found) > 1 and isinstance(found[-2], _Number)


def _goes_on(current: float, value: float) -> bool:
    rest = current % _HUNDRED
    return (rest == 0 and current >= _HUNDRED) or (rest >= _TWENTY and rest % _TEN == 0 and 0 < value < _TEN)


def _made_of(parts: Sequence[_DatePart]) -> _Date | None:
    """The date of some parts: with three, figures alone are enough where their order is known; with two, the month has its name."""
    kinds = tuple(kind for kind, _ in parts)
    numbers = [number for _, number in parts]
    if kinds in _ORDERS:
        told = dict(parts)
        return _date(told.get("year", 0), (told["month"], told["day"]))
    if kinds == ("year", "day", "day"):
        return _date(numbers[0], (numbers[1], numbers[2]))
    return (
        _date(numbers[2], (numbers[1], numbers[0]), (numbers[0], numbers[1]))
        if kinds == ("day", "day", "year")
        else None
    )


def _date(year: int, *days: tuple[int, int]) -> _Date:
    return _Date(frozenset((year, m, d) for m, d in days if 1 <= m <= _LAST_MONTH and 1 <= d <= _LAST_DAY))


def _of_roman(signs: str) -> float:
    worths = [_ROMAN_SIGNS[sign] for sign in signs]
    return float(sum(-worth if worth < max(worths[at:]) else worth for at, worth in enumerate(worths)))


def _float(digits: str) -> float | None:
    try:
        return float(number_value(digits))
    except ValueError:
        return None
