"""The items of a statement that can be checked one by one: numbers and dates. In: a string. Out: `Item`s.

The rule of this file: an item is a value, not a spelling ("1.7 million" is "1,700,000", "four decades"
are "40 years", "3 Oct. 2019" is "2019-10-03", "١٢٥٠" is 1250). Where a spelling can mean two values ("1.700") it holds
both; a rounded one stands for all that round to it. A false alarm costs more than a miss.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise

from verifier.languages import (
    all_languages,
    alternatives,
    joined_in_any,
    months,
    pattern,
    phrases,
    values,
    words,
)
from verifier.matching.halves import find_halves
from verifier.matching.myriads import find_myriads
from verifier.matching.shares import find_shares
from verifier.matching.statement_terms import fold, keys
from verifier.matching.years import find_years, in_common_years
from verifier.model import ItemKind


@dataclass(frozen=True, slots=True)
class Value:
    """A number, and between which bounds (themselves left out) another is taken for the same."""

    point: float
    low: float
    high: float

    def agrees(self, other: Value) -> bool:
        """Is one of the two within the other's bounds? Of two bounds the other one is at least as strict: over 60 is not said by over 40.

        >>> Value(1.7e6, 1.65e6, 1.75e6).agrees(Value(1712345.0, 1712344.5, 1712345.5))
        True
        >>> over_40, over_60 = Value(40, 39.5, 120), Value(60, 59.5, 180)
        >>> over_40.agrees(over_60), over_60.agrees(over_40)
        (True, False)
        """
        if self.point == other.point or self.low < other.point < self.high:
            return True
        return other.low < self.point < other.high and not 0 != self.bound == other.bound

    @property
    def bound(self) -> int:
        """1 of a value that is only the least, -1 of one that is only the most, 0 of any other."""
        return (self.high > 2 * self.point) - (self.low < self.point / 2)


@dataclass(frozen=True, slots=True)
class Item:
    """One item: its `words` are `text[start:end]`.

    `values` are what a number may mean, or the year of a date (empty where none is given); `unit` is
    `%` or a currency; `month` and `day` belong to dates; `spelled` tells that the number is a word;
    `open_ended` that it is only a bound ("before 1931", "more than 100"); `negative` that a minus stands in front.
    """

    kind: ItemKind
    start: int
    end: int
    words: str
    values: tuple[Value, ...] = ()
    unit: str = ""
    month: int = 0
    day: int = 0
    spelled: bool = False
    open_ended: bool = False
    negative: bool = False

    def agrees(self, other: Item) -> bool:
        """Can both mean the same value?"""
        return any(mine.agrees(theirs) for mine in self.values for theirs in other.values)


_MAGNITUDES = {fold(word): worth for word, worth in values("magnitudes").items()}
_SPELLED = {fold(word): worth for kind in ("numbers", "ordinals") for word, worth in values(kind).items()}
# Chinese, Japanese and Korean magnitudes go on in the word that is counted.
_MYRIADS = {word: worth for word, worth in values("magnitudes").items() if len(word) == 1 and word >= "\u3000"}
_ROUGHLY, _AT_LEAST, _AT_MOST, _NEGATIONS, _BETWEEN = (
    frozenset(map(fold, words(kind))) for kind in ("roughly", "at_least", "at_most", "negations", "between")
)
_PERCENT = frozenset(map(fold, (*words("percent"), *phrases("percent_phrases"))))
_PERCENT_BEFORE = re.compile(rf"(?<!\w)(?:{'|'.join(sorted(words('percent_before')))}) \Z", re.IGNORECASE)
_LESS = frozenset(map(fold, words("minus")))
_SHORT, _COMPOUND = 3, 7  # letters: of tens at the least, of a number in one word
_BY_TWENTIES = (60.0, 80.0)  # soixante-douze, quatre-vingt-douze
_LONGEST_NUMBER = 8  # words
BOUNDING = _AT_LEAST | _AT_MOST | _NEGATIONS  # what follows is no value of its own
_AROUND = frozenset(map(fold, words("around")))  # in front of a year
_TELLING = frozenset(BOUNDING | _ROUGHLY | _AROUND | _BETWEEN)

_SPACED = "A-Za-z_\u00c0-\u052f"  # letters of scripts that set a number apart by a space
_PHRASES = "|".join(map(re.escape, sorted(phrases("percent_phrases"))))
_NUMBER = re.compile(
    rf"[0-9](?<![0-9.,{_SPACED}][0-9])(?<![^\W\d_\u0590-\u05ff][-–][0-9])(?!(?<=\[[0-9])[0-9, ]*\])"  # not in COVID-19, nor a note mark [3]
    # Groups are divided by one sign: “1,183,505 565,427” are two numbers of a table.
    r"(?:(?<=[0-9])[0-9]{0,2}(?P<group>[,.\u00a0\u202f\u2009'’_ ])[0-9]{3}(?:(?P=group)[0-9]{3}){0,5}(?![0-9])(?:[.,][0-9]{1,3}(?![0-9]))?"
    r"|[0-9]{0,15}(?:[.,][0-9]{1,6})?)"
    rf"(?P<ordinal>(?:st|nd|rd|th)\b)?(?P<tail>(?:[ \u00a0-]?(?:{_PHRASES}|[^\W\d_]{{1,12}}|%)\.?)?)"
)
_CENTURIES = pattern("centuries")
_PLACE = r"(?:st|nd|rd|th|\.|ème|er|e|-?[йгме]о?)?"
_CENTURY = re.compile(
    rf"(?<![\w.,])(?P<first>[12]?[0-9]|[XVI]{{1,5}}){_PLACE}(?:(?:[ ]?[-–][ ]?|,? (?:{'|'.join(sorted(words('joining')))}) (?:the )?)"
    rf"(?P<last>[12]?[0-9]|[XVI]{{1,5}}){_PLACE})?[ \u00a0-](?:{_CENTURIES})(?!\w)"
    rf"|(?<!\w)(?:{_CENTURIES}) (?P<behind>[XVI]{{1,5}})(?!\w)"
    rf"|(?P<word>[^\W\d_]+)[ -](?:{_CENTURIES})(?!\w| [XVI]+\b)",
    re.IGNORECASE,
)
_HAS_CENTURY = re.compile(rf"\b(?:{_CENTURIES})\b", re.IGNORECASE)
_ROMAN = {"i": 1, "v": 5, "x": 10}
_ABBREVIATED_RANGE = re.compile(r"[12][0-9]{3}\s?[-–—/]\s?[0-9]{2}(?![0-9])")
_YEAR = re.compile(r"(?:1[0-9]|20)[0-9]{2}\Z")
_ISO = re.compile(r"[12][0-9]{3}(?<![\w-][0-9]{4})-([01]?[0-9])-([0-3]?[0-9])(?![\w-])")
_DOTTED = re.compile(r"(?<![\w.,/])([0-3]?[0-9])([./])\s?([0-3]?[0-9])\2\s?([12][0-9]{3})(?![\w/])")
# The year may be said again as one of an era: 2012年(平成24年)2月29日.
_CHINESE = re.compile(
    r"([12][0-9]{3})\s?[年년](?:[(（][^)）]{2,8}[)）])?\s?([01]?[0-9])\s?[月월](?:\s?([0-3]?[0-9])\s?[日일])?"
)
_CHINESE_DAY = re.compile(r"(?<![0-9])([01]?[0-9])\s?[月월]\s?([0-3]?[0-9])\s?[日일]")
# A day, a month or a year of two figures whose rest was said before: 29日, 20年7月.
_CHINESE_PART = re.compile(r"[0-9]{1,2}\s?(?:[日일月월時时시]|年(?![間间前后後以半多])|년(?! ?[간전후]))")
_HYPHENED = re.compile(r"-(?<=[^\W\d_]{3}-)([12][0-9]{3})(?![\w-])")  # 08-Jul-2024
_SHORT_DATE = re.compile(r"[0-3]?[0-9][./-][0-3]?[0-9][./-]([0-9]{2})(?![\w/])")
_MINUS = re.compile(r"(?:\A|[^\W\d_][ \u00a0]|[\n(\[,;:=|]\s?)[-−–]\Z")
_DASHES = ("-", "−", "–")
_OTHER_DIGITS = re.compile(r"[^\D0-9]|[\u066a-\u066c]")
_DIGITS = {
    ord(sign): str(unicodedata.digit(sign))
    for start in (
        0x660,
        0x6F0,
        0x966,
        0x9E6,
        0xA66,
        0xAE6,
        0xB66,
        0xBE6,
        0xC66,
        0xCE6,
        0xD66,
        0xE50,
        0x1040,
        0x17E0,
        0xFF10,
    )
    for sign in map(chr, range(start, start + 10))
} | {0x66A: "%", 0x66B: ".", 0x66C: ","}
_MOST_NUMBERS = 10_000  # more are no page that anybody reads
_DIGIT = re.compile(r"\d")
_SPELT = re.compile(r"[^\s\d_.,:;()\[\]/“”\"'’-]+")  # also with the vowel signs that are no letters to Python
_WORD = re.compile(r"[^\W\d_]+")


_MONTHS = {name: number for name, number in months(beyond_doubt=True).items() if len(name) > 2}


@lru_cache(maxsize=1)
def month_names() -> dict[str, int]:
    """The number of each month's name, folded, in all languages."""
    return {fold(name): number for name, number in _MONTHS.items()}


@lru_cache(maxsize=1)
def _named_date() -> re.Pattern[str]:
    return re.compile(
        r"(?<![\w.,])(?:(?P<before>[0-3]?[0-9])(?:st|nd|rd|th|er|º|\.)?(?:[ \u00a0]{1,2}(?:of |de )?|-))?"
        rf"(?P<month>{alternatives(_MONTHS)})(?!\w)\.?,?"
        r"(?:[ \u00a0]{1,2}(?P<after>[0-3]?[0-9])(?:st|nd|rd|th)?(?![0-9:]))?"
        r"(?:(?:,?[ \u00a0]{1,2}(?:de |of )?|-)(?P<year>[12][0-9]{3})(?!\w))?",
        re.IGNORECASE,
    )


def find_items(text: str) -> list[Item]:
    """The numbers and dates of a statement or a passage, in order.

    >>> [(item.kind.value, item.words) for item in find_items("On 3 May 2019 about 40 % of 1.7 million voted.")]
    [('date', '3 May 2019'), ('number', '40 %'), ('number', '1.7 million')]
    """
    plain = plain_digits(text)
    if plain is not text:
        return [replace(item, words=text[item.start : item.end].strip(" ,")) for item in find_items(plain)]
    found: list[Item] = []
    last = 0
    candidates = [
        *_dates(text),
        *_years(text),
        *_halves(text),
        *_shares(text),
        *_myriads(text),
        *_joined([*find_numbers(text)], text),
        *_spelled(text),
    ]
    ranges = [match.span() for match in _ABBREVIATED_RANGE.finditer(text)]
    for item in sorted(candidates, key=lambda item: (item.start, -item.end)):
        if item.start >= last and not any(start < item.start < end for start, end in ranges):
            found.append(item)
            last = item.end
    return found


def plain_digits(text: str) -> str:
    """The text with the digits of all scripts as 0 to 9, as long as it was.

    >>> plain_digits("في ١٢٥٠ و १२"), plain_digits("٢٫٥٪")
    ('في 1250 و 12', '2.5%')
    """
    return text if text.isascii() or not _OTHER_DIGITS.search(text) else text.translate(_DIGITS)


def find_numbers(text: str) -> Iterator[Item]:
    """The numbers and years of a text that are written in digits: fast, for whole pages."""
    for match in _NUMBER.finditer(text):
        if not _is_designation(match):
            yield _number(text, match)


def _myriads(text: str) -> Iterator[Item]:
    for found in find_myriads(text):
        words, value = text[found.start : found.end], _year(found.value)
        unit = "%" if found.is_percent else ""
        yield Item(ItemKind.NUMBER, found.start, found.end, words, (value,), unit, spelled=not _DIGIT.search(words))


def _joined(numbers: Sequence[Item], text: str) -> list[Item]:
    """Numbers with those that go on: 2 миллиона 798 тысяч, 4 bin 608."""
    found: list[Item] = []
    for item in numbers:
        last = found[-1] if found else None
        if last is not None and text[last.end : item.start] in _GO_ON and _goes_on(last, item):
            words = text[last.start : item.end].strip(" .\u00a0")
            value = _year(last.values[0].point + item.values[0].point)
            found[-1] = replace(last, end=item.end, words=words, values=(value,))
        else:
            found.append(item)
    return found


# Two numbers that may be one, in a whole page.
_TWO = re.compile(
    r"(?<![0-9.,])[0-9]{1,3}[ \u00a0]([^\W\d_]{2,12})\.?[ \u00a0][0-9]{1,3}(?![0-9])(?:[ \u00a0][^\W\d_]{3,12})?"
)
_GO_ON = frozenset((" ", "\u00a0", ". "))
_MAGNITUDE_BEHIND = re.compile(r"[^\W\d_]{3,}\.?\Z")
_THOUSAND = 1000


def _goes_on(last: Item, item: Item) -> bool:
    """Whether the second of two numbers is the rest of the first, which ends in a word for a larger magnitude."""
    if last.kind is not item.kind or last.unit or not last.values or not item.values or item.open_ended:
        return False
    point, rest = last.values[0].point, item.values[0].point
    named = _MAGNITUDE_BEHIND.search(last.words)
    worth = _MAGNITUDES.get(_folded(named[0].rstrip(".")), 0.0) if named else 0.0
    return worth > rest >= worth / 1000 and worth >= _THOUSAND and point % worth == 0


def _years(text: str) -> Iterator[Item]:
    for found in find_years(text):
        words, spans = text[found.start : found.end].strip(), _spans(found.spans)
        yield Item(ItemKind.DATE, found.start, found.end, words, spans, month=found.month, day=found.day,
                   spelled=not found.is_sure)  # fmt: skip


def _spans(spans: Sequence[tuple[int, int]]) -> tuple[Value, ...]:
    """Years from one to another; the bounds themselves are left out."""
    return tuple(
        _year(float(first)) if first == last else Value(float(first), first - 1.0, last + 1.0) for first, last in spans
    )


def _halves(text: str) -> Iterator[Item]:
    for found in find_halves(text):
        value = Value(found.value, 0.95 * found.value, 1.05 * found.value)
        yield Item(ItemKind.NUMBER, found.start, found.end, text[found.start : found.end], (value,), spelled=True)


def _shares(text: str) -> Iterator[Item]:
    for found in find_shares(text):
        value = Value(found.percent, found.percent - found.slack, found.percent + found.slack)
        yield Item(ItemKind.NUMBER, found.start, found.end, text[found.start : found.end], (value,), "%", spelled=True)


def _is_designation(match: re.Match[str]) -> bool:
    """Is it part of a name, like 18F or 737MAX: a capital right behind the digits that is no magnitude?"""
    tail = match["tail"]
    return (
        bool(tail)
        and not match["ordinal"]
        and tail[0].isupper()
        and tail[0].isascii()
        and _folded(tail) not in _MAGNITUDES
    )


def find_values(text: str) -> tuple[Value, ...] | None:
    """All numbers and years written in digits anywhere in a page; None where there are too many to compare."""
    found: dict[float, Value] = {}
    text = plain_digits(text)
    for seen, match in enumerate(_NUMBER.finditer(text)):
        if seen > _MOST_NUMBERS:
            return None
        for value in (*_Digits(text, match).values, *_columns(match)):
            widest = found.get(value.point)
            if widest is None or widest.high - widest.low < value.high - value.low:
                found[value.point] = value
    for key, value in _other_values(text):
        found.setdefault(key, value)
    return tuple(found.values())


def _of_two(text: str) -> Iterator[tuple[float, Value]]:
    for match in _TWO.finditer(text):
        for item in _joined([*find_numbers(match[0])], match[0]) if _folded(match[1]) in _MAGNITUDES else ():
            yield item.values[0].point, item.values[0]


def _other_values(text: str) -> Iterator[tuple[float, Value]]:
    """What is not written as one run of digits: numbers of several signs, years in short and in words; each beside a key of its own."""
    for number in find_myriads(text):
        yield number.value, _year(number.value)
    yield from _of_two(text)
    for years in find_years(text):
        for value in _spans(years.spans):
            yield value.point + value.high / 1e6, value  # beside the year that a decade begins with
    for half in find_halves(text):
        yield half.value, _year(half.value)
    for match in _ABBREVIATED_RANGE.finditer(text):
        year = float(match.group()[:2] + match.group()[-2:])
        yield year, _year(year)
    for match in _HYPHENED.finditer(text):
        yield float(match[1]), _year(float(match[1]))
    for match in _SHORT_DATE.finditer(text):
        for century in (1900.0, 2000.0):
            yield century + int(match[1]), _year(century + int(match[1]))


def _columns(match: re.Match[str]) -> Iterator[Value]:
    """The single numbers of what may be one number in groups or the columns of a table: 258 302 404."""
    if match["group"] == " ":
        for piece in match.group().split(" "):
            if piece.isdecimal():
                yield _year(float(piece))


_MEASURE = re.compile("千[米克瓦赫卡伏]|兆[瓦赫帕]")  # kilometres and megawatts are no thousands and millions


class _Digits:
    """A number in digits where it stands: what it is given in, and what it may mean."""

    __slots__ = (
        "digits",
        "end",
        "factor",
        "factor_end",
        "is_letter",
        "is_year",
        "lead",
        "percent_end",
        "start",
        "text",
        "unit",
    )

    def __init__(self, text: str, match: re.Match[str]) -> None:
        self.text, self.start = text, match.start()
        self.end = match.start("ordinal") if match["ordinal"] else match.start("tail")
        self.digits = text[self.start : self.end]
        tail = _folded(match["tail"]).strip(" .-\u00a0")
        self.factor = _MAGNITUDES.get(tail) or (1.0 if _MEASURE.match(tail) else _MYRIADS.get(tail[:1], 1.0))
        # One letter behind a blank may be what is measured (m is metres, too), and signs of Chinese go on in the word that is counted.
        self.is_letter = len(tail) == 1 and tail.isascii() and self.factor != 1 and not match["tail"][0].isalpha()
        first = match.end() - len(match["tail"].lstrip(" -\u00a0")) + 1
        self.factor_end = match.end() if tail in _MAGNITUDES else first
        before = text[self.start - 1 : self.start]
        self.percent_end = match.end() if tail in _PERCENT else self.end
        percent = tail in _PERCENT or before == "%" or _PERCENT_BEFORE.search(text, max(0, self.start - 8), self.start)
        self.unit = "%" if percent else before if before in _CURRENCIES else ""
        self.lead = _lead(text, self.start)
        plain = self.factor == 1 and not self.unit and not match["ordinal"]
        self.is_year = plain and _YEAR.match(self.digits) is not None

    @property
    def values(self) -> tuple[Value, ...]:
        """A year, or the values that the spelling may mean."""
        if self.is_year and self.lead & _AROUND:  # around 1900
            return (Value(float(self.digits), float(self.digits) - _NEAR, float(self.digits) + _NEAR),)
        own = (_year(float(self.digits)),) if self.is_year else _values(self.digits, self.factor, self.lead)
        if self.is_letter:
            own = (*own, *_values(self.digits, 1.0, self.lead))
        return own if self.text.isascii() or len(self.digits) != len("2019") else (*own, *self._elsewhere())

    def _elsewhere(self) -> tuple[Value, ...]:
        """The years that it may mean in another calendar."""
        beside = self.text[max(0, self.start - _BESIDE) : self.start] + self.text[self.end : self.end + _BESIDE]
        return _spans(in_common_years(int(self.digits), beside)) if self.digits.isdecimal() else ()


_CURRENCIES = frozenset("$€£¥₹₺₽")
_NEAR = 10  # years around one that is only roughly given
_BESIDE = 16  # characters that show in which script a year stands


@lru_cache(maxsize=4096)
def _values(digits: str, factor: float, lead: frozenset[str]) -> tuple[Value, ...]:
    return tuple(_bounded(reading, factor, lead) for reading in _readings(digits))


@lru_cache(maxsize=4096)
def _year(year: float) -> Value:
    return Value(year, year, year)


def _number(text: str, match: re.Match[str]) -> Item:
    found = _Digits(text, match)
    start, end, values, unit = found.start, found.end, found.values, found.unit
    open_ended = bool(found.lead & BOUNDING)
    if found.is_year:
        bound = _BETWEEN | _AROUND
        return Item(ItemKind.DATE, start, end, found.digits, values, open_ended=open_ended or bool(found.lead & bound))
    end = found.factor_end if found.factor != 1 else found.percent_end if unit == "%" else end
    open_ended = open_ended or _CHINESE_PART.match(text, start) is not None
    start -= unit not in ("", "%")
    signed = text[start - 1 : start] in _DASHES and _MINUS.search(text, max(0, start - 4), start) is not None
    negative = signed or not _LESS.isdisjoint(map(_folded, _WORD.findall(text, max(0, start - 10), start)[-1:]))
    return Item(ItemKind.NUMBER, start - signed, end, text[start - signed : end].strip(" \u00a0."), values, unit,
                open_ended=open_ended, negative=negative)  # fmt: skip


def _lead(text: str, start: int) -> frozenset[str]:
    """Those of the two words in front of a number that change what it means ("more than", "almost")."""
    return _TELLING.intersection(map(_folded, _WORD.findall(text, max(0, start - 24), start)[-2:]))


@lru_cache(maxsize=4096)
def _folded(word: str) -> str:
    return fold(word)


@lru_cache(maxsize=4096)
def _readings(digits: str) -> list[tuple[float, float]]:
    """The values a spelling may mean, each with half the unit it is given to.

    "1.700" is 1700 in one country and 1.7 in the next.
    """
    plain = re.sub(r"[\u00a0\u202f\u2009'’_ ]", "", digits)
    found: list[tuple[float, float]] = []
    for group, point in ((",", "."), (".", ",")):
        if re.fullmatch(rf"(?:[0-9]{{1,3}}(?:\{group}[0-9]{{3}})+|[0-9]+)(?:\{point}[0-9]+)?", plain):
            whole, _, decimals = plain.replace(group, "").partition(point)
            zeros = len(whole) - len(whole.rstrip("0")) if len(whole) > 2 and not decimals else 0
            found.append((float(f"{whole}.{decimals or 0}"), 0.5 * 10.0 ** (zeros - len(decimals))))
    return list(dict.fromkeys(found))


def _bounded(reading: tuple[float, float], factor: float, lead: AbstractSet[str]) -> Value:
    point, half = reading[0] * factor, min(reading[1] * factor, max(0.05 * reading[0] * factor, 0.5))
    if lead & _ROUGHLY:  # “about 40” is anything near it, “about 19.6 million” is not 18.6
        half = max(half, (0.1 if _is_round(point) else 0.02) * point)
    low, high = point - half, point + (_CUT_SHORT * half if factor > 1 else half)
    if lead & _AT_LEAST:
        high = max(high, 3 * point)
    if lead & _AT_MOST:
        low = min(low, point / 3)
    return Value(point, low, high)


_CUT_SHORT = 1.98  # halves of the last place: 16,777,216 are 16.7 million to who leaves the rest out


def _is_round(value: float) -> bool:
    """Has it two digits that tell, at most?"""
    return len(f"{value:.6g}".replace(".", "").strip("0").split("e")[0]) <= 2


_TENS = {word: worth for word, worth in _SPELLED.items() if worth in range(20, 100, 10) and len(word) > _SHORT}
_UNITS = {word: worth for word, worth in _SPELLED.items() if 0 < worth < 10} | {
    "sept": 7.0
}  # alone it is a month as well
_AND, _BEHIND_HUNDREDS = (frozenset(map(fold, words(kind))) for kind in ("tens_and", "hundreds_and"))
_HUNDRED = 100
# The second half of a year in two, by the languages that say them so: nineteen sixty-two.
_YEAR_ENDS = {fold(w) for one in all_languages() if one.years_in_two for w in one.numbers.replace(";", " ").split()} & {
    word for word, worth in _SPELLED.items() if worth in range(10, 100)
}
_YEAR_BEGINNINGS = range(11, 21)
_COUNTS = {one.name: frozenset(map(fold, one.numbers.replace(";", " ").split())) for one in all_languages()}
# Words for a hundred, each behind the numbers of its language; not behind a number of others where it is a word of theirs: six cents.
_HUNDREDS = {
    fold(word): _COUNTS[one.name] - (_COUNTS["English"] if word in one.elsewhere.split() else frozenset())
    for one in all_languages()
    for word in one.hundreds.split()
}


@lru_cache(maxsize=1)
def _compound() -> re.Pattern[str]:
    tens, units = ("|".join(sorted(words, key=len, reverse=True)) for words in (_TENS, _UNITS))
    return re.compile(rf"(?P<unit>{units})(?:und|en|og)(?P<tens>{tens})|(?P<first>{tens})(?P<last>{units})")


@lru_cache(maxsize=4096)
def _worth(word: str) -> float | None:
    """What a word is worth as a number: also siebenundfünfzig, vierendertig, tjugofem."""
    found = _SPELLED.get(word)
    if found is not None or len(word) < _COMPOUND:
        return found
    parts = _compound().fullmatch(word)
    if parts is None:
        return joined_in_any(word)
    return _TENS[parts["tens"] or parts["first"]] + _UNITS[parts["unit"] or parts["last"]]


def _added(value: float, words: Sequence[str]) -> tuple[float, int]:
    """What the next words add to a number in words, and how many of them do: five behind twenty, y siete, vingt-douze."""
    if value >= _HUNDRED:
        return _rest(value, words)
    if words and words[0] in _YEAR_ENDS and value in _YEAR_BEGINNINGS:
        return value * _HUNDRED + _SPELLED[words[0]], 1
    joined = len(words) > 1 and words[0] in _AND
    unit = _UNITS.get(words[joined], 0.0) if words else 0.0
    if value in _BY_TWENTIES and words and (ten := _SPELLED.get(words[joined], 0.0)) in range(10, 20):
        unit = ten
    if value >= 20 and value % 10 == 0 and unit:
        return value + unit, 1 + joined
    return value, 0


def _rest(value: float, words: Sequence[str]) -> tuple[float, int]:
    """What words behind hundreds or a magnitude add: fifty behind two hundred, two hundred behind a thousand."""
    joined = len(words) > 1 and words[0] in _BEHIND_HUNDREDS
    for length in range(min(_LONGEST_NUMBER, len(words) - joined), 0, -1):  # of two hundred and fifty thousand, fifty
        found = _number_of(words[joined : joined + length])
        rest, used = found or (0.0, 0)
        if 0 < rest < value and value % 10 ** len(str(int(rest))) == 0:
            return value + rest, used + joined
    return value, 0


def _number_of(words: Sequence[str]) -> tuple[float, int] | None:
    """The number that words begin with, and how many of them make it."""
    value = _worth(words[0]) if words else None
    if value is None:
        return None
    used = 1
    if words[:2] in (["quatre", "vingt"], ["quatre", "vingts"]):
        value, used = 80.0, 2
    while used < len(words):
        following = words[used]
        if following in _MAGNITUDES or words[used - 1] in _HUNDREDS.get(following, ()):
            value, used = value * _MAGNITUDES.get(following, 100.0), used + 1
            continue
        value, more = _added(value, words[used:])
        if not more:
            break
        used += more
    return value, used


def _run(words: Sequence[tuple[int, int, str]]) -> list[str]:
    """The first words, as long as nothing but one sign stands between them."""
    found = [words[0][2]]
    for (_, end, _), (start, _, word) in pairwise(words):
        if start - end != 1:
            break
        found.append(word)
    return found


def _spelled(text: str) -> Iterator[Item]:
    """Numbers in words: "twenty-five", "four decades", "quatre-vingt-douze"."""
    if text.isascii() and all(_worth(word) is None for word in _WORD.findall(text.lower())):
        return
    words = [(match.start(), match.end(), fold(match.group())) for match in _WORD.finditer(text)]
    number = 0
    while number < len(words):
        start = words[number][0]
        found = (
            _number_of(_run(words[number : number + _LONGEST_NUMBER])) if _worth(words[number][2]) is not None else None
        )
        if found is None:
            number += 1
            continue
        value, used = found
        number += used
        end = words[number - 1][1]
        lead = _lead(text, start)
        bounds = _bounded((value, 0.5 if value < 1000 else 0.05 * value), 1, lead)
        percent = _PERCENT_BEHIND.match(text, end)
        end = percent.end() if percent else end
        yield Item(
            ItemKind.NUMBER,
            start,
            end,
            text[start:end],
            (bounds,),
            "%" if percent else "",
            spelled=True,
            open_ended=bool(lead & BOUNDING),
        )


_PERCENT_BEHIND = re.compile(
    rf"[ \u00a0-](?:{_PHRASES}|{'|'.join(map(re.escape, sorted(words('percent'))))})(?!\w)",
    re.IGNORECASE,
)


@lru_cache(maxsize=1)
def _spellings() -> dict[float, frozenset[str]]:
    found: dict[float, set[str]] = {}
    for word, value in _SPELLED.items():
        found.setdefault(value, set()).update(keys(word))
    return {value: frozenset(words) for value, words in found.items()}


def spellings(value: float) -> frozenset[str]:
    """The keys under which a number written as a word stands in a text.

    >>> {"eight", "eighth", "acht"} <= spellings(8)
    True
    """
    return _spellings().get(value, frozenset())


def _dates(text: str) -> Iterator[Item]:
    for match in _ISO.finditer(text):
        yield _date(match, int(match.group()[:4]), int(match[1]), int(match[2]))
    for match in () if text.isascii() else _CHINESE.finditer(text):
        yield _date(match, int(match[1]), int(match[2]), int(match[3] or 0))
    for match in () if text.isascii() else _CHINESE_DAY.finditer(text):
        yield _date(match, 0, int(match[1]), int(match[2]))
    for match in _DOTTED.finditer(text):
        yield _date(match, int(match[4]), *_day_and_month(int(match[1]), int(match[3]), match[2]))
    yield from _centuries(text)
    for match in _month_dates(text) if _DIGIT.search(text) else ():
        day = int(match["before"] or match["after"] or 0)
        if (day or match["year"]) and day <= 31:
            yield _date(match, int(match["year"] or 0), month_names().get(fold(match["month"]), 0), day)


def _day_and_month(first: int, second: int, sign: str) -> tuple[int, int]:
    """Month and day: the day stands first before stops; of slashes nobody knows, unless one is above twelve."""
    if first > 12 >= second or (sign == "." and second <= 12):
        return second, first
    return (first, second) if second > 12 >= first else (0, 0)


def _centuries(text: str) -> Iterator[Item]:
    """The 17th century, seventeenth-century, XVIIe siècle, siglo XVII, “the 17th and 18th centuries”."""
    for match in _CENTURY.finditer(text) if _HAS_CENTURY.search(text) else ():
        first = _ordinal(match["first"] or match["behind"] or match["word"])
        last = _ordinal(match["last"] or "") or first
        if 0 < first <= last:
            value = Value(50.0 * (first + last - 1), 100.0 * first - 101, 100.0 * last + 1)
            yield Item(ItemKind.DATE, *match.span(), match.group(), (value,))


def _ordinal(written: str) -> int:
    """17, XVII and seventeenth; 0 where it is none of them."""
    name = fold(written)
    if name.isdecimal() or not set(name) <= _ROMAN.keys():
        return int(name) if name.isdecimal() else int(_SPELLED.get(name, 0))
    worths = [_ROMAN[sign] for sign in name]
    return sum(-worth if worth < max(worths[at:]) else worth for at, worth in enumerate(worths))


def _month_dates(text: str) -> Iterator[re.Match[str]]:
    """Dates with the name of a month; the names are many, so a text is asked first whether it has one."""
    names = month_names()
    if any(_folded(word) in names for word in _SPELT.findall(text)):
        yield from _named_date().finditer(text)


def named_months(text: str) -> set[int]:
    """The months whose names stand in a text, with or without a day or year."""
    return {month_names().get(fold(match["month"]), 0) for match in _month_dates(text)}


def has_day(item: Item, text: str) -> bool:
    """Is the item's day and month (or month alone) anywhere in a text, in words or figures?

    >>> day = find_items("on 3 May 2019")[0]
    >>> has_day(day, "from 1 to 3 May"), has_day(day, "2019-05-03"), has_day(day, "4 May")
    (True, True, False)
    """
    names = "|".join(re.escape(name) for name, month in _MONTHS.items() if month == item.month)
    word = re.compile(rf"\b(?:{names})\b", re.IGNORECASE)
    if not item.day:
        return word.search(text) is not None
    day, month = item.day, item.month
    figures = rf"(?<![0-9])(?:0?{day}[./-]\s?0?{month}|0?{month}[./-]0?{day})(?![0-9])"
    if re.search(figures, text):
        return True
    alone = re.compile(rf"(?<![0-9])0?{day}(?![0-9])")
    return any(alone.search(text[max(0, m.start() - 24) : m.end() + 24]) for m in word.finditer(text))


def _date(match: re.Match[str], year: int, month: int, day: int) -> Item:
    values = (Value(float(year), float(year), float(year)),) if year else ()
    return Item(ItemKind.DATE, *match.span(), match.group().strip(" ,."), values, month=month, day=day)
