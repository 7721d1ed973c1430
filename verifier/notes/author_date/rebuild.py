"""Make the document again, with the entries as notes and the citations as marks.

In: the document, the entries, the citations by block, the entries that are called. Out: `Document`. The rule: what was there keeps its
meaning: other notes stand first, other marks keep their words, and every offset is counted in the text that is left.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from verifier.model import Block, BlockKind, Document, Hyperlink, Mark, Note, NoteKind, Problem, ProblemKind
from verifier.notes.author_date.body import Cut, behind, cut_block
from verifier.notes.author_date.calls import Bracket, Call
from verifier.notes.author_date.entries import Entry, text_of
from verifier.notes.author_date.index import Index

_SHOWN = 100  # problems of one kind listed one by one


def rebuild(
    document: Document, entries: Sequence[Entry], found: Mapping[int, list[Bracket]], called: set[int], index: Index
) -> Document:
    """The document with the list taken out of its body."""
    gone = {at for entry in entries for at in (entry.block, entry.list, *entry.more)}
    cuts = {
        at: cut_block(block, _ranges(block.text, found.get(at, ())))
        for at, block in enumerate(document.blocks)
        if at not in gone
    }
    blocks, home = _settle(document, cuts)
    labels = _labels(entries)
    notes = tuple(
        _note([document.blocks[at] for at in (entry.block, *entry.more)], label)
        for entry, label in zip(entries, labels, strict=True)
    )
    first = len(document.notes)
    own = [
        replace(mark, block=home[mark.block][0], offset=home[mark.block][1].offset(mark.offset))
        for mark in document.marks
        if mark.block in home
    ]
    told: list[Problem] = []
    marks = [mark for at, (place, cut) in home.items() for mark in _marks(found.get(at, ()), cut, place, index, told)]
    marks = [replace(mark, note=None if mark.note is None else mark.note + first) for mark in marks]
    told += [_uncalled(note) for number, note in enumerate(notes) if number not in called]
    return replace(
        document,
        blocks=tuple(blocks),
        notes=(*document.notes, *notes),
        marks=tuple(sorted([*own, *marks], key=lambda mark: (mark.block, mark.offset))),
        problems=(*_outside(document, gone), *_shortened(told)),
    )


def _settle(document: Document, cuts: Mapping[int, Cut]) -> tuple[list[Block], dict[int, tuple[int, Cut]]]:
    """The blocks that are left, and of each old one which of them it is; where it was nothing but citations, the one in front of it."""
    blocks: list[Block] = []
    home: dict[int, tuple[int, Cut]] = {}
    for at, cut in cuts.items():
        whole = document.blocks[at]
        if cut.block.text == whole.text or _WORD.search(cut.block.text):
            left = cut
        elif at - 1 in home and blocks[-1].kind is not BlockKind.HEADING:
            home[at] = len(blocks) - 1, behind(blocks[-1])
            continue
        else:
            left = Cut(whole)
        if left.block.text:
            home[at] = len(blocks), left
            blocks.append(left.block)
    return blocks, home


_WORD = re.compile(r"\w")


def _outside(document: Document, gone: set[int]) -> Iterator[Problem]:
    """The problems there were, without marks that only stand in the entries: `[J]` of a Chinese reference."""
    left = " ".join(block.text for at, block in enumerate(document.blocks) if at not in gone)
    for problem in document.problems:
        sign = f"[{problem.label}]"
        if problem.kind is not ProblemKind.MARK_WITHOUT_NOTE or sign in left or not _stands_in(sign, document, gone):
            yield problem


def _stands_in(sign: str, document: Document, gone: set[int]) -> bool:
    return any(sign in document.blocks[at].text for at in gone)


def _ranges(text: str, brackets: Sequence[Bracket]) -> list[tuple[int, int]]:
    """What is taken out of a block: brackets that hold nothing but citations with years, and those behind a sentence's end."""
    return [
        (b.start, b.end)
        for b in brackets
        if _is_plain(b) and (_has_year(text, b) or _STOP.search(text[max(0, b.start - 8) : b.start]))
    ]


_STOP = re.compile(r"[.!?…。][”’»\"')]*\s*\Z")


def _is_plain(bracket: Bracket) -> bool:
    return bracket.plain and bool(bracket.calls) and bracket.start < bracket.end


def _has_year(text: str, bracket: Bracket) -> bool:
    return re.search(r"\d{4}", text[bracket.start : bracket.end]) is not None


def _marks(brackets: Sequence[Bracket], cut: Cut, block: int, index: Index, told: list[Problem]) -> Iterator[Mark]:
    """The marks of a block; what is wrong with one is told."""
    for bracket in brackets:
        for call in bracket.calls:
            entry = call.entries[0] if len(call.entries) == 1 else _one_of(call, index)
            if entry is None:
                told.append(_unanswered(call, index))
            offset = cut.offset(bracket.end if _is_plain(bracket) else call.end)
            yield Mark(call.label, entry, block, offset, call.place.locator, call.place.label)


def _one_of(call: Call, index: Index) -> int | None:
    """The entry that a call means where several are the same work, printed again in another list."""
    entries = [index.entries[number] for number in call.entries]
    same = {(entry.names, entry.title) for entry in entries}
    return call.entries[0] if entries and len(same) == 1 else None


def _unanswered(call: Call, index: Index) -> Problem:
    """What is told of a citation that means no entry, or not one alone."""
    if call.entries:
        which = " and ".join(f"“{index.entries[number].label}”" for number in call.entries[:3])
        return Problem(
            ProblemKind.MARK_WITHOUT_NOTE,
            call.label,
            f"{call.label} may be {which}: the list does not tell them apart.",
        )
    near = index.near(call.names, call.year)
    hint = f" The nearest is “{index.entries[near].label}”." if near is not None else ""
    return Problem(ProblemKind.MARK_WITHOUT_NOTE, call.label, f"The list of works has no entry for {call.label}.{hint}")


def _uncalled(note: Note) -> Problem:
    return Problem(
        ProblemKind.NOTE_WITHOUT_MARK, note.label, f"Nothing in the text cites {note.label}: {note.text[:60]}"
    )


def _shortened(told: Sequence[Problem]) -> Iterator[Problem]:
    """The problems, the first ones of each kind one by one."""
    for kind in (ProblemKind.MARK_WITHOUT_NOTE, ProblemKind.NOTE_WITHOUT_MARK):
        mine = list(dict.fromkeys(problem for problem in told if problem.kind is kind))
        yield from mine[:_SHOWN]
        if len(mine) > _SHOWN:
            yield Problem(kind, "", f"{len(mine) - _SHOWN:,} more of this kind are not listed.")


def _labels(entries: Sequence[Entry]) -> list[str]:
    """The labels of all entries, with initials where two would be the same."""
    labels = [entry.label for entry in entries]
    several = {label for label, count in Counter(labels).items() if count > 1}
    return [entry.full_label if label in several else label for entry, label in zip(entries, labels, strict=True)]


def _note(blocks: Sequence[Block], label: str) -> Note:
    """An entry as a note; a number or bullet in front of it is no part of its words."""
    text = text_of(blocks[0].text)
    shift = len(text) - len(blocks[0].text)
    links: list[Hyperlink] = []
    emphasis: list[tuple[int, int]] = []
    for number, block in enumerate(blocks):
        if number:
            shift = len(text) + 1
            text = f"{text} {block.text}"
        links += [
            Hyperlink(link.start + shift, link.end + shift, link.href)
            for link in block.hyperlinks
            if link.start + shift >= 0
        ]
        emphasis += [(start + shift, end + shift) for start, end in block.emphasis if start + shift >= 0]
    return Note(label, NoteKind.REFERENCE, text, tuple(links), tuple(emphasis))
