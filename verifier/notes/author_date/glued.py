"""Divide the entries of a list that a PDF prints without space between them: they come as one block.

In: a `Document`. Out: the same, each entry a block of its own. The rule: an entry begins behind a stop or an address, with authors and
their year, and in the order of the alphabet.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from verifier.model import Block, BlockKind, Document, Hyperlink, Mark
from verifier.notes.author_date.entries import follows, read_entry
from verifier.notes.headings import is_note_heading

_BEGINS = re.compile(r"(?:[.!?)\]”»]|(?<=\s)\S{0,300}/\S{0,300})\s+(?=(?:[a-z]{1,4}\s){0,2}[^\W\d_a-z])")
_AUTHOR_ROOM = 300
_ADDRESS = re.compile(r"https?://\S+\s")
_DATED = re.compile(r"[^\d]{3,240}\d{4}(?!\d)")
_LEAST = 120  # a block of two entries is longer


def divide(document: Document) -> Document:
    """The document with the blocks below the headings of lists divided."""
    if document.format != "pdf" or not any(is_note_heading(block.text) for block in document.blocks):
        return document
    blocks: list[Block] = []
    starts: list[list[tuple[int, int]]] = []  # of each old block: (offset, new block)
    inside = False
    for block in document.blocks:
        inside = is_note_heading(block.text) or (inside and block.kind is not BlockKind.HEADING)
        edges = [0, *(_edges(block.text) if inside and len(block.text) > _LEAST else ()), len(block.text)]
        starts.append([(start, len(blocks) + number) for number, start in enumerate(edges[:-1])])
        blocks += [_piece(block, start, end) for start, end in pairwise(edges)]
    marks = tuple(_moved(mark, starts[mark.block]) for mark in document.marks)
    return replace(document, blocks=tuple(blocks), marks=marks)


def _edges(text: str) -> Iterator[int]:
    """Where entries begin, the first one left out."""
    before = read_entry(text)
    before = before if before and before.author_first else None
    for found in _BEGINS.finditer(text):
        ahead = _ADDRESS.split(text[found.end() : found.end() + _AUTHOR_ROOM], maxsplit=1)[0]
        entry = read_entry(ahead) if _DATED.match(ahead) else None
        if entry and "(" not in entry.printed and len(entry.printed) < _AUTHOR_ROOM // 2 and follows(entry, before):
            before = entry
            yield found.end()


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
