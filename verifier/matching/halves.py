"""Numbers with a half in words: half a million, four and a half million, un million et demi, полмиллиона.

In: a text. Out: each with its place and value. The rule of this file: only beside a thousand and what is larger.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from verifier.languages import pattern, values

_THOUSAND = 1000


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
    for found in _halves().finditer(text):
        magnitude = values("magnitudes").get((found["half"] or found["between"] or found["behind"]).casefold(), 0.0)
        if magnitude >= _THOUSAND:
            yield Half(*found.span(), magnitude * (0.5 if found["half"] else _whole(found) + 0.5))


def _whole(found: re.Match[str]) -> float:
    """How many whole ones there are beside the half."""
    word = (found["first"] or found["whole"] or "").casefold()
    return float(word) if word.isdecimal() else values("numbers").get(word, 1.0)


@lru_cache(maxsize=1)
def _halves() -> re.Pattern[str]:
    large = "|".join(
        sorted(
            (name for name, worth in values("magnitudes").items() if worth >= _THOUSAND and len(name) > 2),
            key=len,
            reverse=True,
        )
    )
    number = r"[0-9]{1,3}|[^\W\d_]{2,12}"
    return re.compile(
        rf"(?<!\w)(?:{pattern('half_a')})[ \u00a0-]?(?P<half>{large})(?!\w)"
        rf"|(?<!\w)(?P<first>{number}) (?:{pattern('and_half')}) (?P<between>{large})(?!\w)"
        rf"|(?<!\w)(?:(?P<whole>{number}) )?(?P<behind>{large}) (?:{pattern('and_half')})(?!\w)",
        re.IGNORECASE,
    )
