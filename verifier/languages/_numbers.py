"""Numbers that are written as one word: fünfunddreißig, ventotto, dreihundertzwölf. In: a word and its language. Out: its value.

The rule of this file: the word must be made of nothing but number words of its own language, in an order in which numbers are said.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from verifier.languages._tables import all_languages, find_language

_SHORTEST = 5  # letters: shorter words are in the tables, or no numbers
_SHORTEST_SYLLABLES = 3  # where a sign is a syllable
_TEN, _TWENTY, _HUNDRED, _THOUSAND = 10.0, 20.0, 100.0, 1000.0
_JOINS = 0.0


@lru_cache(maxsize=4096)
def joined_number(word: str, language: str | None) -> float | None:
    """The value of a number in one word, None where it is none.

    >>> joined_number("fünfunddreissig", "de"), joined_number("ventotto", "it"), joined_number("tweehonderdvijf", "nl")
    (35.0, 28.0, 205.0)
    >>> joined_number("삼백오십", "ko"), joined_number("이천이십", "ko")
    (350.0, 2020.0)
    >>> joined_number("undzehn", "de"), joined_number("dreißig", "de"), joined_number("fünfunddreißig", "en")
    (None, None, None)
    """
    parts, worth = _parts(language)
    if parts is None or len(word) < (_SHORTEST_SYLLABLES if word[:1] >= "\uac00" else _SHORTEST):
        return None
    found = parts.findall(word)
    values = [worth[part] for part in found]
    whole = "".join(found) == word and sum(value != _JOINS for value in values) > 1
    told = find_language(language)
    return _sum(values, tens_multiply=told is not None and told.ones_follow_ten) if whole else None


def joined_in_any(word: str) -> float | None:
    """The value of a number in one word of any language, its marks left out; None where it is none.

    >>> joined_in_any("milleduecento"), joined_in_any("funfhundertzwolf"), joined_in_any("hundred")
    (1200.0, 512.0, None)
    """
    first, last = _edges()
    if word[:_EDGE] not in first or word[-_EDGE:] not in last or len(word) > _LONGEST:
        return None
    read = (joined_number(word, one.codes.split()[0]) for one in all_languages() if one.joined_numbers)
    return next((value for value in read if value is not None), None)


_EDGE, _LONGEST = 2, 40  # letters


@lru_cache(maxsize=1)
def _edges() -> tuple[frozenset[str], frozenset[str]]:
    """With which letters such numbers begin and end: most words are known for none by them."""
    names = {name for one in all_languages() for name in _parts(one.codes.split()[0])[1]}
    return frozenset(name[:_EDGE] for name in names), frozenset(name[-_EDGE:] for name in names)


@lru_cache(maxsize=64)
def _parts(language: str | None) -> tuple[re.Pattern[str] | None, dict[str, float]]:
    """The pattern of the parts of such numbers, the longest first, and what each is worth."""
    told = find_language(language)
    if told is None or not told.joined_numbers:
        return None, {}
    groups = [group.split() for group in f"{told.numbers}; {told.joined_numbers}".split(";")]
    worth = {name.casefold(): float(value) for value, *names in groups for name in names}
    worth |= {_without_marks(name): value for name, value in worth.items()}
    one = "|".join(sorted(map(re.escape, worth), key=len, reverse=True))
    return re.compile(rf"(?:{one})(?=(?:{one})*\Z)"), worth


def _without_marks(name: str) -> str:
    spread = unicodedata.normalize("NFKD", name)
    return unicodedata.normalize("NFKC", "".join(sign for sign in spread if not unicodedata.combining(sign)))


def _sum(values: list[float], *, tens_multiply: bool) -> float | None:
    """What the parts are worth together; None where nobody counts so."""
    total, current, joined = 0.0, 0.0, False
    for value in values:
        if value == _JOINS:
            joined = True
        elif value == _THOUSAND:
            total, current = total + max(1.0, current) * value, 0.0
        elif value == _HUNDRED and current < _HUNDRED:
            current = max(1.0, current) * value
        elif tens_multiply and value == _TEN and 0 < current % _HUNDRED < _TEN:
            current += current % _HUNDRED * (_TEN - 1)
        elif _follows(current % _HUNDRED, value, joined=joined):
            current, joined = current + value, False
        else:
            return None
    return total + current


def _follows(rest: float, value: float, *, joined: bool) -> bool:
    """Whether a number below a hundred may follow another: ones behind tens, anything behind hundreds, and dreiundzwanzig."""
    ones_first = joined and 0 < rest < _TEN and value >= _TWENTY
    return value < _HUNDRED and (rest == 0 or ones_first or (rest >= _TWENTY and rest % _TEN == 0 and value < _TEN))
