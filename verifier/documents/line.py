"""One line of a document under construction: text with white space folded, and where spans stood in it.

In: words as a reader walks past them, with their links, italics and marks. Out: the text and the offsets
into it. A mark leaves no trace in the text: no double space, no space before closing punctuation.
"""

from __future__ import annotations

import re

from verifier.model import Hyperlink, Work
from verifier.notes.flow import CLOSING

_SPACES = re.compile(r"\s+")


class Line:
    """The text of one block or note under construction.

    >>> line = Line()
    >>> line.add("The war ")
    >>> line.mark("2", "2")
    >>> line.add(". In 1999")
    >>> line.text, line.marks
    ('The war. In 1999', [('2', '2', 7)])
    """

    def __init__(self, text: str = "") -> None:
        self._parts: list[str] = []
        self.size = 0  # characters so far
        self.marks: list[tuple[str, str, int]] = []  # key, label, offset
        self.links: list[Hyperlink] = []
        self.emphasis: list[tuple[int, int]] = []
        self.raised: list[tuple[int, int]] = []  # superscript
        self.breaks: list[int] = []
        self.data: list[Work] = []
        self.label = ""  # what the program prints before the line (a list's number) without storing it as text
        self.add(text)

    @property
    def text(self) -> str:
        """The text so far, without a trailing space."""
        return "".join(self._parts).rstrip(" ")

    def add(self, text: str, href: str = "", *, italic: bool = False, raised: bool = False) -> None:
        """Add words; a run of white space becomes one space."""
        words = _SPACES.sub(" ", text)
        if not self._parts or self._ends_with_space():
            words = words.lstrip(" ")
        if not words:
            return
        if self.marks and self.marks[-1][2] >= self.size - 1 and words.startswith(CLOSING):
            self._drop_space()
        start = self.size
        self._parts.append(words)
        self.size += len(words)
        if href:
            self._link(start, href)
        if italic:
            _extend(self.emphasis, start, self.size)
        if raised:
            _extend(self.raised, start, self.size)

    def mark(self, key: str, label: str) -> None:
        """A mark stands here: behind the last word, not behind the space after it."""
        self.marks.append((key, label, max(0, self.size - self._ends_with_space())))

    def line_break(self) -> None:
        """A new line inside the block."""
        self.add(" ")
        self.breaks.append(self.size)

    def span_link(self, start: int, href: str) -> None:
        """Everything since `start` is a link."""
        if href and self.size > start:
            self.links = [link for link in self.links if link.start < start]
            self.links.append(Hyperlink(start, self.size, href))

    def drop_start(self, count: int) -> None:
        """Take away the first characters, and the space after them: they were a label."""
        text = "".join(self._parts)
        rest = text[count:].lstrip(" ")
        gone = len(text) - len(rest)
        self._parts, self.size = [rest], len(rest)
        self.links = [
            Hyperlink(max(0, link.start - gone), link.end - gone, link.href) for link in self.links if link.end > gone
        ]
        self.emphasis = [(max(0, start - gone), end - gone) for start, end in self.emphasis if end > gone]
        self.raised = [(max(0, start - gone), end - gone) for start, end in self.raised if end > gone]
        self.marks = [(key, label, max(0, offset - gone)) for key, label, offset in self.marks]
        self.breaks = [offset - gone for offset in self.breaks if offset >= gone]

    def _link(self, start: int, href: str) -> None:
        last = self.links[-1] if self.links else None
        if last is not None and last.end == start and last.href == href:
            self.links[-1] = Hyperlink(last.start, self.size, href)
        else:
            self.links.append(Hyperlink(start, self.size, href))

    def _ends_with_space(self) -> bool:
        return bool(self._parts) and self._parts[-1].endswith(" ")

    def _drop_space(self) -> None:
        """Take back the space in front of a mark: closing punctuation follows it."""
        if self._ends_with_space():
            self._parts[-1] = self._parts[-1][:-1]
            self.size -= 1
            self.marks = [(key, label, min(offset, self.size)) for key, label, offset in self.marks]


def _extend(spans: list[tuple[int, int]], start: int, end: int) -> None:
    """Add a span; it continues the last one where they touch."""
    if spans and spans[-1][1] == start:
        start = spans.pop()[0]
    spans.append((start, end))
