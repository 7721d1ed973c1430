"""A list of sources that nothing in the text calls: what a newspaper prints under “Sources”, a bibliography without notes.

In: a document. Out: the same, with each line of the list as a note of kind `reference` that no mark calls, where it has no other notes but
remarks. The rule: it stands right below a heading that names notes, has several lines without numbers, each of them gives an address, or a
year as references do, and half of them an address; one line that does neither ends it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from verifier.citations.prose import is_prose
from verifier.model import Block, BlockKind, Document, Note, NoteKind, Problem, ProblemKind
from verifier.notes.headings import is_note_heading
from verifier.notes.inline_links import is_remark
from verifier.urls import find_urls

_LONGEST = 600  # characters of a reference
_FEWEST = 2
_YEAR = re.compile(r"(?<!\d)(?:1[5-9]|20)\d\d(?!\d)")
_NUMBER = re.compile(r"\s*[\[(]?\d{1,3}[\]).]")  # a numbered list is told as one that nothing calls
_BULLET = re.compile(r"\s*[-•‣◦▪·*–]\s+")


def add_bibliography(document: Document) -> Document:
    """The document with such a list as notes.

    >>> texts = ("It fell.", "Sources", "The Gates, Tide Post, 2011", "Tolls, https://site.example/a")
    >>> found = add_bibliography(Document("a", "plain", None, "en", tuple(map(Block, texts)), (), ()))
    >>> [(note.label, note.text) for note in found.notes], len(found.blocks)
    ([('source 1', 'The Gates, Tide Post, 2011'), ('source 2', 'Tolls, https://site.example/a')], 1)
    """
    if any(not is_remark(note) for note in document.notes):
        return document
    gone = sorted({at for run in _lists(document.blocks) for at in run})
    entries = [at for at in gone if not is_note_heading(document.blocks[at].text)]
    if not entries:
        return document
    kept = [at for at in range(len(document.blocks)) if at not in gone]
    home = {at: place for place, at in enumerate(kept)}
    notes = [_note(document.blocks[at], number) for number, at in enumerate(entries, 1)]
    marks = tuple(replace(mark, block=home[mark.block]) for mark in document.marks if mark.block in home)
    blocks = tuple(document.blocks[at] for at in kept)
    problems = (*document.problems, _uncalled(len(notes)))
    return replace(document, blocks=blocks, notes=(*document.notes, *notes), marks=marks, problems=problems)


def _uncalled(count: int) -> Problem:
    return Problem(
        ProblemKind.NOTE_WITHOUT_MARK,
        "source 1",
        f"Nothing in the text calls the {count} sources of the list: their addresses can be looked at, no claim can be checked.",
    )


def _note(block: Block, number: int) -> Note:
    bullet = _BULLET.match(block.text)
    shift = bullet.end() if bullet else 0
    links = tuple(replace(link, start=link.start - shift, end=link.end - shift) for link in block.hyperlinks)
    emphasis = tuple((start - shift, end - shift) for start, end in block.emphasis if start >= shift)
    return Note(f"source {number}", NoteKind.REFERENCE, block.text[shift:], links, emphasis)


def _lists(blocks: Sequence[Block]) -> Iterator[range]:
    """The headings of such lists with the lines below them."""
    for at, block in enumerate(blocks):
        if not is_note_heading(block.text):
            continue
        end = at + 1
        while end < len(blocks) and _is_reference(blocks[end]):
            end += 1
        addressed = sum(_gives_address(entry) for entry in blocks[at + 1 : end])
        if end - at > _FEWEST and addressed * 2 >= end - at - 1:
            yield range(at, end)


def _is_reference(block: Block) -> bool:
    """Whether a block is one reference."""
    if (
        block.kind not in (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM)
        or len(block.text) > _LONGEST
        or is_prose(block.text)
    ):
        return False
    return not _NUMBER.match(block.text) and (_gives_address(block) or _YEAR.search(block.text) is not None)


def _gives_address(block: Block) -> bool:
    return bool(block.hyperlinks or find_urls(block.text))
