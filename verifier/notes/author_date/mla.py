"""Citations without a year: `(Roe 45)`, `(Roe and Marrant 14)`, `(“Lamps Out”)`, as lists whose entries end with the year have them.

In: the text of a block, and the index. Out: `Bracket`s. The rule: the whole bracket must be names or titles of the list, with at most a
place behind them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from verifier.notes.author_date.calls import Bracket, Call, may_lead, outermost, starts_of
from verifier.notes.author_date.index import Index
from verifier.notes.author_date.names import Names, fold_name, read_names
from verifier.notes.author_date.places import Place, split_place

_LONGEST = 200
_ENDS = re.compile(r"\s*(?:[.,;:!?]|$)")
_TITLED = re.compile(r"^(?P<names>[^“”\"]*?)[\s,]*[“\"](?P<title>[^“”\"]{2,120})[”\"]?[\s,]*$")


def find_yearless(text: str, index: Index) -> Iterator[Bracket]:
    """All brackets that cite by name, or title, and page.

    Each work in it is a call: `(Roe 45; Marrant 14)` are two.
    """
    for start, end in outermost(text):
        if end - start > _LONGEST:
            continue
        bracket = Bracket(start, end)
        at = start + 1
        for part in text[start + 1 : end - 1].split(";"):
            call = _read(part, at, index)
            at += len(part) + 1
            if call is None or (text[start] in "[［" and call.place.locator is None):  # “[Roe] came”
                break
            bracket.calls.append(call)
        else:
            if all(call.entries for call in bracket.calls) or _ENDS.match(text, end):
                yield bracket


def _read(part: str, at: int, index: Index) -> Call | None:
    """One work: names, a title, a place."""
    words, place = split_place(part)
    unknown: Call | None = None
    for start in starts_of(words):
        if not may_lead(words[:start]):
            continue
        named = words[start:].rstrip(" ,")
        if named.islower():
            continue
        if entries := _find(named, index):
            names = read_names(named) or Names(fold_name(named), (), others=False)
            first = at + start
            return Call(first, first + len(named), named.strip('“”" ,'), names, None, entries, place._replace(rest=""))
        unknown = unknown or _missing(at + start, named, place)
    return _by_title(words, at, place, index) or unknown


def _by_title(words: str, at: int, place: Place, index: Index) -> Call | None:
    """The work whose title holds these words, with a page: `(Gates 45)` of `The Fallen Gates`; `Job 13.23` is a verse."""
    named = words.strip(" ,").strip('“”"‘’').rstrip(" ,")
    if place.locator is None or place.rest or not named[:1].isupper():
        return None
    if " " not in named and not named.isupper() and not re.fullmatch(r"[\d–—-]+", place.locator):
        return None
    entries = index.find_by_title(named.strip('“”"‘’'))
    first = at + len(words) - len(words.lstrip())
    names = Names(fold_name(named), (fold_name(named),), others=False)
    return Call(first, first + len(named), named.strip('“”"'), names, None, entries, place) if entries else None


_VERSE = re.compile(r"\d+\.\d[\d., –—-]*")  # of the Bible, of a play: Job 13.23


def _missing(first: int, named: str, place: Place) -> Call | None:
    """Names with a page that fit no entry."""
    names = read_names(named)
    if place.locator is None or place.rest or names is None or not named[:1].isupper() or named.isupper():
        return None
    if _VERSE.fullmatch(place.locator):
        return None
    return Call(first, first + len(named), named, names, None, (), place)


def _find(named: str, index: Index) -> tuple[int, ...]:
    """The entries of names, of a title in quotation marks, or of names with a title."""
    titled = _TITLED.match(named)
    if titled is None:
        names = read_names(named)
        found = index.find(names, None) if names else ()
        return found or index.find_titled(*_last_comma(named))
    return index.find_titled(titled["names"], titled["title"])


def _last_comma(named: str) -> tuple[str, str]:
    """`Roe, Quiet Gates`: names, and words of the title."""
    head, _, tail = named.rpartition(",")
    return head, tail
