"""The place in a work that a citation in the text gives.

In: the words behind the year (or behind the names, where no year stands), up to the next citation. Out: the place, its CSL term, and what
else is said there. The rule: a number alone is a page, as in `Roe 2001: 45`.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from verifier.languages import pattern
from verifier.locators import find_locator

_LONGEST = 200
_EDGES = " ,.:;，、：()[]\u00a0"
_TERMS = ("pages", "paragraphs", "sections", "chapters", "lines")
_WORD = re.compile(rf"\W*(?:{'|'.join(pattern(term) for term in _TERMS)}|§+|¶+)?\.?\W*", re.IGNORECASE)
_AT_END = re.compile(r"[\s,]+(?P<word>[^\W\d_]{1,9}\.?\s?|[§¶]+\s?)?(?P<number>\d[\d\s,–—.:-]*f{0,2}\.?)$")


class Place(NamedTuple):
    """A place as printed (`3–5`) and its CSL term (`page`), None where none is given; `rest` is what else stands there."""

    locator: str | None
    label: str | None
    rest: str = ""


NOWHERE = Place(None, None)


def read_place(text: str) -> Place:
    """The place that stands behind a year.

    >>> read_place(", pp. 3–5"), read_place(": 45 f."), read_place(", emphasis added").rest
    (Place(locator='3–5', label='page', rest=''), Place(locator='45 f.', label='page', rest=''), 'emphasis added')
    """
    found = find_locator(text[:_LONGEST], bare=True)
    if found is None:
        return Place(None, None, text.strip(_EDGES))
    rest = f"{text[: found.start].strip(_EDGES)} {text[found.end :].strip(_EDGES)}"
    return Place(found.value, found.label, rest.strip())


def is_place_word(text: str) -> bool:
    """Whether words say nothing but what the number behind them counts: `, p. `."""
    return bool(text.strip(_EDGES)) and _WORD.fullmatch(text) is not None


def is_place(text: str) -> bool:
    """Whether words are a place with its word, and nothing else: `p. 4`, `S. 3 f.`"""
    place = read_place(text)
    return (
        place.locator is not None
        and not place.rest
        and not text.strip()[:1].isdigit()
        and find_locator(text) is not None
    )


def split_place(text: str) -> tuple[str, Place]:
    """Words and the place behind them, where no year stands between.

    >>> split_place("Roe and Marrant 45")
    ('Roe and Marrant', Place(locator='45', label='page', rest=''))
    """
    found = _AT_END.search(text)
    if found is None:
        return text, NOWHERE
    at = found.start("word" if found["word"] and is_place_word(found["word"]) else "number")
    return text[:at].rstrip(" ,"), read_place(f", {text[at:]}")
