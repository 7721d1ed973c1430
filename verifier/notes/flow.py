"""A document as one run of characters with what its markup says about them: what the resolver works on.

In: whatever a reader sees (an HTML tree, lines of text, glyphs of a PDF). Out: nothing; this module only holds
values. Every range is (start, end) into `Flow.text`. A line of the text is a line of the document: blocks and
`<br>` both end in a newline, so "at the start of a line" means the same for HTML, text and PDF.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import IntFlag
from typing import Any, TypeVar

from verifier.model import BlockKind, NoteKind

Range = tuple[int, int]
Link = tuple[int, int, str]
_Span = TypeVar("_Span", Range, Link)
CLOSING = tuple(".,;:!?)]}»”’…")  # no blank stands before these once a mark is gone


class Area(IntFlag):
    """What the markup says about a stretch of the document; inherited by all inside."""

    NOTHING = 0
    CODE = 1
    NAVIGATION = 2  # menus, page header and footer, forms, related links
    COMMENTS = 4  # what readers wrote below the article
    HEADING = 8
    TABLE = 16
    NOTES = 32  # a class, role or tag says: notes stand here
    HIDDEN = 64
    QUOTATION = 128
    ASIDE = 256


@dataclass(slots=True)
class Element:
    """One element: its range, its parent's index (-1 for the root), what it says of itself.

    `words` are class, role, epub:type, data-type and id in lower case, between blanks.
    """

    name: str
    parent: int
    start: int
    end: int
    area: Area
    words: str = ""
    attributes: Mapping[str, str | None] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Stretch:
    """One block of the document, before anything is taken out; `area` says where it stands."""

    start: int
    end: int
    kind: BlockKind
    area: Area = Area.NOTHING


@dataclass(slots=True)
class Flow:
    """The whole document.

    `ordinals` holds the numbers of list items that stand nowhere in the text (by the item's start),
    `zones` the ranges that a heading, a rule or markup sets apart for notes.
    """

    text: str
    blocks: list[Stretch]
    raised: list[Range] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    emphasis: list[Range] = field(default_factory=list)
    strong: list[Range] = field(default_factory=list)
    hidden: list[Range] = field(default_factory=list)  # words in a line that nobody sees
    ordinals: dict[int, tuple[str, int]] = field(default_factory=dict)  # start: (label, list)
    zones: list[Range] = field(default_factory=list)
    rules: list[int] = field(default_factory=list)  # where a horizontal rule stands
    elements: list[Element] = field(default_factory=list)
    runs: list[tuple[int, int]] = field(default_factory=list)  # (start, element) of each run of text
    own: list[tuple[int, int]] = field(
        default_factory=list
    )  # (place, number) of marks whose notes the format itself knows

    def element_at(self, position: int) -> int:
        """The innermost element whose text stands at a position, -1 where there is none."""
        at = bisect_right(self.runs, (position, len(self.elements))) - 1
        return self.runs[at][1] if at >= 0 else -1

    def block_at(self, position: int) -> int:
        """The block that holds a position (the one before it, where none does)."""
        return max(0, bisect_right(self.blocks, position, key=lambda block: block.start) - 1)

    def area_at(self, position: int) -> Area:
        """What the markup says about a position."""
        at = self.element_at(position)
        if at >= 0:
            return self.elements[at].area
        return self.blocks[self.block_at(position)].area if self.blocks else Area.NOTHING

    def in_zone(self, position: int) -> bool:
        """Whether a position stands under a note heading; zones do not overlap."""
        at = bisect_right(self.zones, (position, len(self.text) + 1)) - 1
        return at >= 0 and self.zones[at][0] <= position < self.zones[at][1]

    def line_start(self, position: int) -> int:
        """Where the line of a position begins."""
        return self.text.rfind("\n", 0, position) + 1

    def line_end(self, position: int) -> int:
        """Where the line of a position ends."""
        end = self.text.find("\n", position)
        return len(self.text) if end < 0 else end


@dataclass(slots=True)
class Anchor:
    """A mark that was found: where it stands, its label as printed, and the place in the work that it gives (`p. 12`)."""

    start: int
    end: int
    label: str
    locator: str = ""


@dataclass(slots=True)
class Found:
    """A note that was found.

    `pieces` are its ranges; `cuts` lie inside them and are no part of its words (label, links back).
    `text` stands in for the pieces where the note is held in an attribute.
    """

    label: str
    kind: NoteKind
    pieces: list[Range]
    cuts: list[Range] = field(default_factory=list)
    marks: list[Anchor] = field(default_factory=list)
    text: Flow | None = None
    rule: str = ""

    @property
    def start(self) -> int:
        """Where the note stands; the first mark's place where it stands in an attribute."""
        return self.pieces[0][0] if self.pieces else self.marks[0].start


def spans_within(spans: Sequence[_Span], start: int, end: int) -> Sequence[_Span]:
    """The spans, ascending, that begin between two places."""
    places: Any = spans  # a tuple of one number stands before all spans that begin there
    first = bisect_left(places, (start,))
    return spans[first : bisect_left(places, (end,), first)]
