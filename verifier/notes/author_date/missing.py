"""Whether a bracket that fits no entry cites a work all the same.

In: a call without an entry, and what the article shows of its manner. Out: whether it is a citation. The rule: years of things (a storm, a
treaty, a town's fair) are none. It must look as the citations that do fit look, and name people or an organisation; names in a
sentence must in addition do what authors do, or come near to an author of the list.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from verifier.languages import months, pattern
from verifier.notes.author_date.calls import Bracket, Call
from verifier.notes.author_date.index import Index


@lru_cache(maxsize=1)
def _no_author() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{pattern('no_authors')})(?!\w)", re.IGNORECASE)


@lru_cache(maxsize=1)
def _organisation() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{pattern('organisations')})(?!\w)", re.IGNORECASE)


@lru_cache(maxsize=1)
def _others() -> re.Pattern[str]:
    return re.compile(rf"(?:{pattern('other_authors')})\W*$", re.IGNORECASE)


@lru_cache(maxsize=1)
def _between() -> re.Pattern[str]:
    return re.compile(rf"\s*(?:[,;&/、・]|\s(?:{pattern('between_authors')})\s)\s*", re.IGNORECASE)


_PARTICLE = re.compile(rf"(?:(?:{pattern('name_particles')})\s)*", re.IGNORECASE)
_SURNAME = re.compile(r"(?:[^\W\d_]\.[\s-]?){0,3}[^\W\d_][\w’'-]*[^\W\d_](?:\s(?:[^\W\d_]\.?\s?){1,3})?")
_ACRONYM = re.compile(r"[A-ZÀ-ÞА-Я]{2,8}")


@lru_cache(maxsize=1)
def _speech() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{pattern('speech')})\b", re.IGNORECASE)


_POSSESSIVE = re.compile(r"[’']s?\s*[(\[]")


@lru_cache(maxsize=1)
def _placed() -> re.Pattern[str]:
    return re.compile(
        rf"(?<!\w)(?:{pattern('before_places')})\s+(?P<place>[^\W\d_][\w’'-]+)(?!\s?[(,]?\s?\d{{4}})", re.IGNORECASE
    )


_WORD = re.compile(r"[^\W\d_]+")
_SAYING_ROOM = 40
_SURE = 2  # citations without a year that show the manner


@dataclass(frozen=True, slots=True)
class Manner:
    """How an article cites: with a comma in front of the year or without; its words in small letters, and its towns."""

    commas: frozenset[bool]
    yearless: int  # citations without a year
    small: frozenset[str]
    places: frozenset[str]


def read_manner(texts: Sequence[str], brackets: Sequence[Bracket]) -> Manner:
    """The manner of the citations that fit."""
    commas = frozenset(
        _has_comma(call) for bracket in brackets for call in bracket.calls if call.entries and not call.narrative
    )
    small = frozenset(word for text in texts for word in _WORD.findall(text) if word.islower())
    places = frozenset(found["place"].casefold() for text in texts for found in _placed().finditer(text))
    yearless = sum(call.year is None for bracket in brackets for call in bracket.calls if call.entries)
    return Manner(commas, yearless, small, places)


def _has_comma(call: Call) -> bool:
    return call.year is not None and call.label.removesuffix(call.year.printed).rstrip().endswith((",", "，", "،"))


def is_citation(call: Call, text: str, manner: Manner, index: Index) -> bool:
    """Whether a call without an entry cites a work."""
    names = _names(call)
    if not names or not _may_be_authors(names, manner):
        return False
    if call.narrative:
        return _is_told(call, text, names, index)
    if call.place.rest or _SPAN.search(text[call.start : call.end + _SPAN_ROOM]):
        return False
    if call.year is None:
        return manner.yearless >= _SURE
    return not manner.commas or _has_comma(call) in manner.commas or index.near(call.names, call.year) is not None


_SPAN_ROOM = 12
_SPAN = re.compile(
    r"\d{4}(?:\s[^\W\d_]{1,5}\s|\s?[–-]\s?)\d{4}"
)  # years of something: `(Gate University, 2009 to 2013)`


def _names(call: Call) -> str:
    """The names as printed."""
    printed = call.label
    if call.year is not None:
        printed = printed[: printed.rfind(call.year.printed)] if call.year.printed in printed else printed
    return printed.strip(" ,.:;([（，、")


def _may_be_authors(names: str, manner: Manner) -> bool:
    """Whether words can be the names of people or of an organisation."""
    if any(c.isdigit() for c in names) or _no_author().search(names):
        return False
    if any(word.casefold() in months() for word in _WORD.findall(names)):
        return False
    if _organisation().search(names) or _ACRONYM.fullmatch(names):
        return True
    plain = re.sub(r"[’']s?$", "", _others().sub("", names).strip(" ,"))
    people = [person for person in _between().split(plain) if person]
    return bool(people) and all(_is_surname(person, manner) for person in people)


def _is_surname(name: str, manner: Manner) -> bool:
    """One surname, with particles and initials; no word that the article writes small, no town."""
    bare = name[_PARTICLE.match(name).end() :]  # type: ignore[union-attr] # it fits everywhere
    if _SURNAME.fullmatch(bare) is None or bare[0].islower():
        return False
    longest = max(_WORD.findall(bare), key=len)
    return longest.casefold() not in manner.small and longest.casefold() not in manner.places


def _is_told(call: Call, text: str, names: str, index: Index) -> bool:
    """Whether names in a sentence are an author's: by what they do, by `et al.`, or by an author of the list who comes near."""
    before = text[max(0, call.start - _SAYING_ROOM) : call.start]
    if (
        re.search(r"[^\W\d_]$", before.rstrip())
        and before.split()[-1][:1].isupper()
        and not before.rstrip().endswith(".")
    ):
        return False
    if _others().search(names) or re.search(r"[’']s?$", names):
        return True
    behind = text[call.end : call.end + _SAYING_ROOM].lstrip(")] ，）")
    speaks = _speech().search(behind.split(".")[0][:_VERB_ROOM]) or _speech().search(before[-_VERB_ROOM:])
    return speaks is not None or index.near(call.names, call.year) is not None


_VERB_ROOM = 24
