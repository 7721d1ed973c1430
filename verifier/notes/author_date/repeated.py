"""Brackets that cite the work just cited again: `(ibid., p. 5)`, `(p. 4)`, and `(45)` behind an author's name.

In: the text of a block, the citations found in it, the last one before it. Out: `Bracket`s. The rule: the work is the last one cited, where
that was one alone; a page by itself counts only in the same paragraph, a number by itself only where the list is cited without years.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from verifier.languages import pattern
from verifier.notes.author_date.calls import Bracket, Call, outermost
from verifier.notes.author_date.index import Index
from verifier.notes.author_date.names import Names, read_names
from verifier.notes.author_date.places import Place, is_place, read_place

_LONGEST = 60
_SAME = re.compile(rf"\W*(?P<phrase>{pattern('same_source')})(?=\W|$)", re.IGNORECASE)
_NUMBER = re.compile(r"\d{1,4}(?:\s?[–-]\s?\d{1,4})?")
_SENTENCE = 300  # characters in which the author's name stands
_NAME = re.compile(r"[^\W\d_][\w’'-]+")
_STOP = re.compile(r"(?<![\s.(][^\W\d_])[.!?]\s(?=[^a-z])")
_ENDS = re.compile(r"\s*(?:[.,;:!?)]|$)")


def find_repeated(text: str, found: Sequence[Bracket], index: Index, before: Bracket | None) -> Iterator[Bracket]:
    """The brackets that mean a work already named; `before` is the last citation in front of the block."""
    known = {bracket.start: bracket for bracket in found}
    last, here = before, False
    for start, end in outermost(text):
        if start in known:
            last, here = known[start], True
        elif end - start <= _LONGEST and (call := _repeat(text, (start, end), last, index, here=here)):
            last = Bracket(start, end, calls=[call])
            yield last


def _repeat(text: str, span: tuple[int, int], last: Bracket | None, index: Index, *, here: bool) -> Call | None:
    """The call of one bracket, None where it says something else."""
    start, end = span
    inner = text[start + 1 : end - 1]
    meant = last.calls[0] if last is not None and len(last.calls) == 1 and len(last.calls[0].entries) == 1 else None
    same = _SAME.match(inner)
    if same and meant:
        place = read_place(inner[same.end() :])
        return (
            None
            if place.rest
            else _call(
                span,
                inner[: same.end() + inner[same.end() :].startswith(".")].strip(),
                meant.entries,
                meant.names,
                place,
            )
        )
    if index.yearless and _NUMBER.fullmatch(inner.strip()) and _ENDS.match(text, end):
        return _of_sentence(text, span, index) or (_again(span, inner, meant, index) if here else None)
    return _again(span, inner, meant, index) if here and is_place(inner) else None


def _again(span: tuple[int, int], inner: str, meant: Call | None, index: Index) -> Call | None:
    """A place in the work just cited."""
    if meant is None:
        return None
    return _call(span, _surname(meant.entries[0], index), meant.entries, meant.names, read_place(f", {inner}"))


def _of_sentence(text: str, span: tuple[int, int], index: Index) -> Call | None:
    """A page in the work of the one author of the list whom the sentence names, not directly in front: `Roe (45)` has an age."""
    said = _STOP.split(text[max(0, span[0] - _SENTENCE) : span[0]])[-1]
    words = [found for found in _NAME.finditer(said) if found[0][0].isupper()]
    named = {index.find(names, None) for found in words if (names := read_names(found[0])) and index.find(names, None)}
    if len(named) != 1 or (words and words[-1].end() >= len(said.rstrip())):
        return None
    entries = named.pop()
    if len(entries) != 1:
        return None
    return _call(
        span,
        _surname(entries[0], index),
        entries,
        Names("", (), others=False),
        read_place(f", {text[span[0] + 1 : span[1] - 1]}"),
    )


def _surname(entry: int, index: Index) -> str:
    people = index.entries[entry].people
    return people[0].printed if people else index.entries[entry].printed


def _call(span: tuple[int, int], label: str, entries: tuple[int, ...], names: Names, place: Place) -> Call:
    return Call(span[0] + 1, span[1] - 1, label, names, None, entries, place)
