"""The year of a work, as references and citations give it.

In: text. Out: `Year`s with their places. A year is four digits of any script, with a letter where one author has several of it
(`2020a`), two of them where a work appeared again (`1950/1998`, `[1950] 1998`), or what stands in their place: no date, in press.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from verifier.languages import pattern

_LETTER = r"(?:[a-qа-иα-θ](?![^\W_]))?"
_DIGITS = rf"\d{{4}}(?!\d|\.\d){_LETTER}"
_AGAIN = rf"(?:\s?[/–-]\s?\d{{4}}(?!\d){_LETTER}|\s?[\[(]\d{{4}}[\])])?"
_NO_YEAR = rf"(?P<undated>{pattern('no_date')})|(?P<unpublished>{pattern('unpublished')})"
_NARROW = r"0-9A-Za-z_À-ÖØ-öø-ɏΑ-ωЀ-ӿ"  # letters of scripts that write blanks
_YEAR = re.compile(
    rf"(?<![{_NARROW}/–-])(?<![{_NARROW}\s/]\.)(?<!\d,)(?:(?:c|ca|circa)\.?\s)?(?:\[\d{{4}}\]\s?)?{_DIGITS}{_AGAIN}"
    rf"|(?<!\w)(?:{_NO_YEAR})(?:-?(?P<letter>[a-q]))?(?!\w)",
    re.IGNORECASE,
)
_FOUR = re.compile(rf"\d{{4}}(?P<letter>{_LETTER})")
_FIRST, _LAST = 1000, 2600  # the Thai calendar is 543 years ahead


@dataclass(frozen=True, slots=True)
class Year:
    """A year: the numbers it is known by (`-` where there is none, `+` where it is to come) and the letter behind them."""

    numbers: frozenset[str]
    letter: str
    printed: str

    def agrees(self, other: Year) -> bool:
        """Whether both may be the year of one work; a letter that only one of them has does not count against it."""
        return bool(self.numbers & other.numbers) and (
            not self.letter or not other.letter or self.letter == other.letter
        )


def find_years(text: str, start: int = 0, end: int | None = None) -> Iterator[tuple[int, int, Year]]:
    """All years of a stretch, with their places; a letter alone that follows another is one, too.

    >>> [(year.printed, sorted(year.numbers), year.letter) for _, _, year in find_years("Marrant 2020a, 1950/1998, n.d.")]
    [('2020a', ['2020'], 'a'), ('1950/1998', ['1950', '1998'], ''), ('n.d.', ['-'], '')]
    """
    stop = len(text) if end is None else end
    for found in _YEAR.finditer(text, start, stop):
        if year := _read(found):
            yield found.start(), found.end(), year
            yield from _with_letters(text, found.end(), stop, year) if year.letter else ()


_MORE = re.compile(rf"(?:,\s?|\s?[/&–-]\s?|\s(?:{pattern('between_authors')})\s)(?P<letter>[a-q])(?![\w.])")


def _with_letters(text: str, at: int, end: int, year: Year) -> Iterator[tuple[int, int, Year]]:
    """The other works of `2020a, b`."""
    while found := _MORE.match(text, at, end):
        at = found.end()
        yield found.start("letter"), at, Year(year.numbers, found["letter"], found["letter"])


def _read(found: re.Match[str]) -> Year | None:
    if found["undated"] and found[0][0].isupper() and found.string[found.start() - 1 : found.start()] not in ("(", "["):
        return None  # initials: `Roe, S. D.`
    if found["undated"] or found["unpublished"]:
        return Year(frozenset("-" if found["undated"] else "+"), (found["letter"] or "").lower(), found[0])
    numbers = [(str(int(each[0][:4])), each["letter"]) for each in _FOUR.finditer(found[0])]
    known = frozenset(number for number, _ in numbers if _FIRST <= int(number) <= _LAST)
    return Year(known, numbers[-1][1].lower(), found[0]) if known else None
