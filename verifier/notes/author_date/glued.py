"""Divide the entries of a list that a PDF, or a text copied from one, gives without space between them; and join what it tears.

In: a `Document`. Out: the same, each entry a block of its own. The rule: an entry begins behind a stop or an address, with authors and
their year, and in the order of the alphabet. Initials and `and` go on with the authors before them: `Roe, I. H., & Marrant, J. (2014)`.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache
from itertools import chain, islice, pairwise

from verifier.languages import pattern
from verifier.model import Block, BlockKind, Document, Hyperlink, Mark
from verifier.notes.author_date.entries import follows, read_entry
from verifier.notes.author_date.years import find_years
from verifier.notes.headings import is_note_heading

_BEGINS = re.compile(r"(?:[.!?)\]”»]|(?<=\s)\S{0,300}/\S{0,300})\s+(?=(?:[a-z]{1,4}\s){0,2}[^\W\d_a-z])")
# A page's number, or the end of an address, that a page's end left in front of an entry.
_STRAY = re.compile(r"(?:\d{1,4}|https?://\S+|[a-z][\w.-]*\d[\w.-]*)\s+(?=[^\W\d_a-z])")
RAN_TOGETHER = ("pdf", "plain")  # formats whose entries may come as one block, or as several
_AUTHOR_ROOM = 300
_ADDRESS = re.compile(r"https?://\S+\s")
_DATED = re.compile(r"[^\d]{3,240}\d{4}(?!\d)")
_LEAST = 120  # a block of two entries is longer


def divide(document: Document) -> Document:
    """The document with the blocks below the headings of lists divided."""
    if document.format not in RAN_TOGETHER or not any(is_note_heading(block.text) for block in document.blocks):
        return document
    document = _join(document)
    blocks: list[Block] = []
    starts: list[list[tuple[int, int]]] = []  # of each old block: (offset, new block)
    inside = False
    for block in document.blocks:
        inside = is_note_heading(block.text) or (inside and block.kind is not BlockKind.HEADING)
        worth = inside and (len(block.text) > _LEAST or _STRAY.match(block.text) is not None)
        edges = [0, *(_edges(block.text) if worth else ()), len(block.text)]
        starts.append([(start, len(blocks) + number) for number, start in enumerate(edges[:-1])])
        blocks += [_piece(block, start, end) for start, end in pairwise(edges)]
    marks = tuple(_moved(mark, starts[mark.block]) for mark in document.marks)
    return replace(document, blocks=tuple(blocks), marks=marks)


def _join(document: Document) -> Document:
    """The document with entries whole that end in one block and go on in the next: `Roe, J., & Marrant, A.` / `(2014). Gates.`"""
    blocks: list[Block] = []
    moved: list[tuple[int, int]] = []  # of each old block: the new one, and how far its words stand in it
    inside = False
    for block in document.blocks:
        torn = inside and bool(blocks) and _is_torn(blocks[-1], block)
        if torn:
            moved.append((len(blocks) - 1, len(blocks[-1].text) + 1))
            blocks[-1] = _with(blocks[-1], block)
        else:
            moved.append((len(blocks), 0))
            blocks.append(block)
        inside = is_note_heading(block.text) or (inside and block.kind is not BlockKind.HEADING)
    marks = tuple(
        replace(mark, block=moved[mark.block][0], offset=mark.offset + moved[mark.block][1]) for mark in document.marks
    )
    return replace(document, blocks=tuple(blocks), marks=marks)


def _is_torn(first: Block, second: Block) -> bool:
    """Whether the first block ends with authors, and the second goes on with the year or with more authors."""
    if first.kind is not BlockKind.PARAGRAPH or second.kind is not BlockKind.PARAGRAPH:
        return False
    if not _AUTHORS_END.search(first.text):
        return False
    if _IN_BRACKETS.match(second.text) or _INITIALS_FIRST.match(second.text):
        return True
    return _further().match(second.text) is not None and _is_bracketed(second.text)


_AUTHORS_END = re.compile(r"(?:[^\W\d_a-z]\.|[,&;])$")
_INITIALS_FIRST = re.compile(r"(?:[^\W\d_a-z]\.[\s-]?){1,4},\s")
_IN_BRACKETS = re.compile(r"[(\[](?:\d{4}|n\.d\.|in press)", re.IGNORECASE)


def _with(first: Block, second: Block) -> Block:
    """Two blocks as one."""
    shift = len(first.text) + 1
    links = tuple(replace(link, start=link.start + shift, end=link.end + shift) for link in second.hyperlinks)
    emphasis = tuple((start + shift, end + shift) for start, end in second.emphasis)
    return replace(
        first,
        text=f"{first.text} {second.text}",
        hyperlinks=(*first.hyperlinks, *links),
        emphasis=(*first.emphasis, *emphasis),
    )


def _edges(text: str) -> Iterator[int]:
    """Where entries begin, the first one left out."""
    before = read_entry(text)
    before = before if before and before.author_first else None
    bracketed = before is not None and _is_bracketed(text)
    for found in chain(filter(None, [_STRAY.match(text)]), _BEGINS.finditer(text)):
        ahead = _ADDRESS.split(text[found.end() : found.end() + _AUTHOR_ROOM], maxsplit=1)[0]
        if not _DATED.match(ahead) or (bracketed and not _is_bracketed(ahead)) or _goes_on(text[: found.end()], ahead):
            continue
        entry = read_entry(ahead)
        if entry and "(" not in entry.printed and len(entry.printed) < _AUTHOR_ROOM // 2 and follows(entry, before):
            before = entry
            yield found.end()


def _is_bracketed(text: str) -> bool:
    """Whether the first year stands in brackets: in a list of `(2018)`, `Gates in 2008: a view` is a title."""
    return any(text[:start].rstrip().endswith(("(", "[")) for start, _, _ in islice(find_years(text), 1))


def _goes_on(behind: str, ahead: str) -> bool:
    """Whether a stop stands inside the authors of a work: behind an initial, or in front of one or of `and`."""
    return _INITIAL.search(behind.rstrip()[-4:]) is not None or _further().match(ahead) is not None


_INITIAL = re.compile(r"(?:^|[\s.-])[^\W\d_a-z][^\W\d_A-Z]?\.$")  # `J.`, `St.`


@lru_cache(maxsize=1)
def _further() -> re.Pattern[str]:
    return re.compile(rf"[^\W\d_](?:\.|,)|(?:{pattern('between_authors')})\s", re.IGNORECASE)


def _piece(block: Block, start: int, end: int) -> Block:
    """One entry of a block."""
    text = block.text[start:end].rstrip()
    end = start + len(text)
    links = tuple(
        Hyperlink(link.start - start, min(link.end, end) - start, link.href)
        for link in block.hyperlinks
        if start <= link.start < end
    )
    emphasis = tuple((a - start, min(b, end) - start) for a, b in block.emphasis if start <= a < end)
    return replace(block, text=text, hyperlinks=links, emphasis=emphasis)


def _moved(mark: Mark, starts: list[tuple[int, int]]) -> Mark:
    """A mark in its new block."""
    start, block = starts[max(0, bisect_right(starts, (mark.offset, len(starts) + starts[0][1])) - 1)]
    return replace(mark, block=block, offset=mark.offset - start)
