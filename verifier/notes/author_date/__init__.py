"""Citations by author and year, `(Roe, 2001)`: paired with the list of works at the article's end.

In: a `Document` whose other notes were resolved. Out: the same, with each entry of the list as a note of kind `reference` and each
citation as a mark. The rule: nothing is read where no list is, or where no citation fits it; what does not fit is told then.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from verifier.model import BlockKind, Document
from verifier.notes.author_date.calls import Bracket, find_calls
from verifier.notes.author_date.entries import find_entries
from verifier.notes.author_date.glued import RAN_TOGETHER, divide
from verifier.notes.author_date.index import Index
from verifier.notes.author_date.missing import is_citation, read_manner
from verifier.notes.author_date.mla import find_yearless
from verifier.notes.author_date.names import fold_name
from verifier.notes.author_date.noted import find_noted
from verifier.notes.author_date.paged import find_paged
from verifier.notes.author_date.rebuild import rebuild
from verifier.notes.author_date.repeated import find_repeated
from verifier.notes.author_date.short_names import find_short_names

__all__ = ["read_author_date"]

_SURE = 2  # citations without a year that show the manner
_FEW = 10  # entries of which one cited is enough
_LEAST_CITED = 0.2  # of longer lists; else the list is no list of what is cited


def read_author_date(document: Document) -> Document:
    """The document with its author-date citations as marks and its list of works as notes.

    >>> from verifier.model import Block
    >>> blocks = tuple(map(Block, ("The gates fell (Roe, 2001, p. 5).", "References", "Roe, J. (2001). Gates. River Press.")))
    >>> read = read_author_date(Document("a", "plain", None, "en", blocks, (), ()))
    >>> read.blocks[0].text, read.notes[0].label, read.marks[0].label, read.marks[0].locator
    ('The gates fell.', 'Roe 2001', 'Roe, 2001', '5')
    """
    whole, document = document, divide(document)
    entries = find_entries(document.blocks, broken=document.format in RAN_TOGETHER)
    if not entries:
        return whole
    language = document.language or "en"
    index = Index(entries, inflected=not language.startswith("en"))
    held = {at for entry in entries for at in (entry.block, *entry.more)}
    body = {
        at: block.text
        for at, block in enumerate(document.blocks)
        if at not in held and block.kind is not BlockKind.CODE
    }
    for text in body.values():
        for short, name in find_short_names(text, index):
            index.add_short(short, name)
    found = _read_all(body, index)
    if index.yearless and _counts_without_year(found) >= _SURE:
        _add_pages(document, body, found, index)
    called = {number for brackets in found.values() for number in _entries(brackets)}
    if not _fits(found, len(called | _called_in_notes(document, index)), len(entries)):
        noted = find_noted(document.notes, index) | _sure_in_notes(document, index)
        enough = bool(noted) and (len(entries) <= _FEW or len(noted) >= _LEAST_CITED * len(entries))
        # A bibliography behind notes may hold more than is cited.
        return rebuild(document, entries, {}, set(range(len(entries))), index) if enough else whole
    called |= _called_in_notes(document, index) | (_mentioned(document, body, index) if index.yearless else set())
    _keep_citations(body, found, index)
    return rebuild(document, entries, found, called, index)


def _read_all(body: dict[int, str], index: Index) -> dict[int, list[Bracket]]:
    """The citations of all blocks that have any."""
    found: dict[int, list[Bracket]] = {}
    last: Bracket | None = None
    for at, text in body.items():
        brackets = _read(text, index)
        brackets = sorted([*brackets, *find_repeated(text, brackets, index, last)], key=lambda bracket: bracket.start)
        if brackets:
            found[at], last = brackets, brackets[-1]
    return found


def _read(text: str, index: Index) -> list[Bracket]:
    """The citations of a block: with a year, and those without one where the list is of that kind."""
    dated = find_calls(text, index)
    if not index.yearless:
        return dated
    taken = {bracket.start for bracket in dated if any(call.entries for call in bracket.calls)}
    more = [bracket for bracket in find_yearless(text, index) if bracket.start not in taken]
    mine = {bracket.start for bracket in more}
    return sorted([*(b for b in dated if b.start not in mine), *more], key=lambda bracket: bracket.start)


def _counts_without_year(found: dict[int, list[Bracket]]) -> int:
    """How many citations without a year mean one work."""
    calls = (call for brackets in found.values() for bracket in brackets for call in bracket.calls)
    return sum(call.year is None and len(call.entries) == 1 for call in calls)


def _add_pages(document: Document, body: dict[int, str], found: dict[int, list[Bracket]], index: Index) -> None:
    """Add the citations that are a page alone."""
    for at, text in body.items():
        quotes = document.blocks[at].kind is BlockKind.QUOTATION
        taken = {bracket.start for bracket in found.get(at, ())}
        paged = find_paged(text, body.get(at - 1, "") if quotes else "", index)
        more = [bracket for bracket in paged if bracket.start not in taken]
        if more:
            found[at] = sorted([*found.get(at, ()), *more], key=lambda bracket: bracket.start)


_POSSESSIVE = re.compile(r"[’']s?(?![^\W_])")


def _mentioned(document: Document, body: dict[int, str], index: Index) -> set[int]:
    """The entries whose author, or title, the text or a note names: where works have no year, that cites them."""
    said = " ".join([*body.values(), *(note.text for note in document.notes)])
    text = f" {fold_name(_POSSESSIVE.sub(' ', said))} "
    return {
        number
        for number, entry in enumerate(index.entries)
        if any(f" {name} " in text for name in (entry.people[0].surname if entry.people else "", entry.title) if name)
    }


def _entries(brackets: Sequence[Bracket]) -> set[int]:
    return {number for bracket in brackets for call in bracket.calls for number in call.entries}


def _called_in_notes(document: Document, index: Index) -> set[int]:
    """The entries that other notes cite."""
    return {number for note in document.notes for number in _entries(find_calls(note.text, index))}


def _sure_in_notes(document: Document, index: Index) -> set[int]:
    """The entries that footnotes cite by name and year, none where that is done once only."""
    if index.yearless:
        return set()
    calls = [call for note in document.notes for bracket in find_calls(note.text, index) for call in bracket.calls]
    sure = [call.entries[0] for call in calls if len(call.entries) == 1]
    return set(sure) if len(sure) >= _SURE else set()


def _fits(found: dict[int, list[Bracket]], called: int, entries: int) -> bool:
    """Whether the text cites the list: one work beyond doubt, and a good part of a long list."""
    sure = any(len(call.entries) == 1 for brackets in found.values() for bracket in brackets for call in bracket.calls)
    return sure and (entries <= _FEW or called >= _LEAST_CITED * entries)


def _keep_citations(body: dict[int, str], found: dict[int, list[Bracket]], index: Index) -> None:
    """Leave out what fits no entry and is no citation; a bracket that holds such a thing stays in the text."""
    manner = read_manner(list(body.values()), [bracket for brackets in found.values() for bracket in brackets])
    for at, brackets in found.items():
        for bracket in brackets:
            kept = [
                call
                for call in bracket.calls
                if call.entries or (not call.second_hand and is_citation(call, body[at], manner, index))
            ]
            second_hand = sum(call.second_hand and not call.entries for call in bracket.calls)
            bracket.plain = bracket.plain and len(kept) + second_hand == len(bracket.calls)
            bracket.calls = kept
