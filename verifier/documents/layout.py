"""Lay the lines of a draft out as one run of characters, for the resolver of all formats.

In: lines with their kinds. Out: `Flow`. The rule: a line's characters keep their places, so that what stands at an offset of the line
stands there in the flow too; a break inside a line is written over the blank that stands for it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from verifier.documents.line import Line
from verifier.model import BlockKind
from verifier.notes.flow import Area, Element, Flow, Stretch
from verifier.notes.zones import find_zones

# What the resolver calls an element of each kind, and what it says of the words in it.
_ELEMENTS = {
    BlockKind.PARAGRAPH: ("p", Area.NOTHING),
    BlockKind.HEADING: ("h2", Area.HEADING),
    BlockKind.QUOTATION: ("blockquote", Area.QUOTATION),
    BlockKind.LIST_ITEM: ("li", Area.NOTHING),
    BlockKind.TABLE: ("tr", Area.TABLE),
    BlockKind.CODE: ("pre", Area.CODE),
}
_UNSEEN = dict.fromkeys(map(ord, "\u200b\u2060\ufeff"), " ")


def lay_out(lines: Iterable[tuple[Line, BlockKind]]) -> Flow:
    """The lines below each other, a list's printed numbers in front of theirs; marks are numbered as they come."""
    flow = Flow("", [])
    parts: list[str] = []
    size = 0
    headings = []
    for line, kind in lines:
        printed = f"{line.label} " if line.label else ""
        size += _add(flow, line, BlockKind.PARAGRAPH if printed else kind, size, size + len(printed))
        parts.append(f"{printed}{_broken(line)}\n")
        if flow.elements[-1].area & Area.HEADING:
            headings.append((flow.elements[-1].start, 2))
    flow.text = "".join(parts)
    flow.zones = find_zones(flow, headings)
    return flow


def _add(flow: Flow, line: Line, kind: BlockKind, start: int, at: int) -> int:
    """What the markup says about a line whose own words begin at `at`; its size in the flow."""
    name, area = _ELEMENTS[kind]
    end = at + len(line.text) + 1
    flow.runs.append((start, len(flow.elements)))
    flow.elements.append(Element(name, -1, start, end, area))
    edges = [start, *(at + offset for offset in _blank_lines(line)), end]
    flow.blocks += [Stretch(edges[i], edges[i + 1], kind, area) for i in range(len(edges) - 1)]
    flow.raised += [(at + first, at + last) for first, last in line.raised]
    flow.emphasis += [(at + first, at + last) for first, last in line.emphasis]
    flow.links += sorted((at + link.start, at + link.end, link.href) for link in line.links)
    flow.own += [(at + min(offset, len(line.text)), len(flow.own) + i) for i, (_, _, offset) in enumerate(line.marks)]
    return end - start


def _broken(line: Line) -> str:
    """The line's text with its breaks as ends of lines."""
    text = line.text.translate(_UNSEEN)
    if not line.breaks:
        return text
    characters = list(text)
    for offset in line.breaks:
        if 0 < offset <= len(characters):
            characters[offset - 1] = "\n"
    return "".join(characters)


def _blank_lines(line: Line) -> Iterator[int]:
    """Where two breaks follow each other: a new block."""
    return (
        offset for offset, count in sorted(Counter(line.breaks).items()) if count > 1 and 0 < offset < len(line.text)
    )
