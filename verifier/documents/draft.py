"""A document while it is being read: lines of text that remember where marks, links and italics stood.

In: what a reader walks past, in document order. Out: `Document`, marks removed from the text, every
mark tied to its note by the key that the format itself uses. A draft in which the format knows
no notes is read once more as plain HTML, so that notes typed as ordinary paragraphs (`[i] …` at
the end of a Word file) are found by the same rules as everywhere.
"""

from __future__ import annotations

import html
import re
from dataclasses import dataclass, field

from verifier.model import Block, BlockKind, Document, Hyperlink, Mark, Note, NoteKind, Problem

Data = tuple[tuple[tuple[str, str], ...], ...]
_SPACES = re.compile(r"\s+")
_CLOSING = tuple(".,;:!?)]}»”’…")  # no space stands before these once a mark is gone
_SHOWN = 100  # problems of one kind listed one by one


class Line:
    """The text of one block or note under construction: white space folded, spans kept."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._size = 0
        self.marks: list[tuple[str, str, int]] = []  # key, label, offset
        self.links: list[Hyperlink] = []
        self.emphasis: list[tuple[int, int]] = []
        self.breaks: list[int] = []
        self.data: list[tuple[tuple[str, str], ...]] = []

    @property
    def size(self) -> int:
        """Characters so far."""
        return self._size

    @property
    def text(self) -> str:
        """The text so far, without a trailing space."""
        return "".join(self._parts).rstrip(" ")

    @property
    def spaced(self) -> bool:
        """Nothing so far, or a space at the end."""
        return not self._parts or self._parts[-1].endswith(" ")

    def add(self, text: str, href: str = "", *, italic: bool = False) -> None:
        """Add words; a run of white space becomes one space."""
        words = _SPACES.sub(" ", text)
        if self.spaced:
            words = words.lstrip(" ")
        if not words:
            return
        if self.marks and self.marks[-1][2] == self._size and words.startswith(_CLOSING):
            self._drop_space()
        start = self._size
        self._parts.append(words)
        self._size += len(words)
        if href:
            self._link(start, href)
        if italic:
            self._emphasise(start)

    def mark(self, key: str, label: str) -> None:
        """A mark stands here."""
        self.marks.append((key, label, self._size))

    def line_break(self) -> None:
        """A new line inside the block."""
        self.add(" ")
        self.breaks.append(self._size)

    def span_link(self, start: int, href: str) -> None:
        """Everything since `start` is a link."""
        if href and self._size > start:
            self.links = [link for link in self.links if link.start < start]
            self.links.append(Hyperlink(start, self._size, href))

    def _link(self, start: int, href: str) -> None:
        last = self.links[-1] if self.links else None
        if last is not None and last.end == start and last.href == href:
            self.links[-1] = Hyperlink(last.start, self._size, href)
        else:
            self.links.append(Hyperlink(start, self._size, href))

    def _emphasise(self, start: int) -> None:
        if self.emphasis and self.emphasis[-1][1] == start:
            start = self.emphasis.pop()[0]
        self.emphasis.append((start, self._size))

    def _drop_space(self) -> None:
        """Take back the space in front of a mark: closing punctuation follows it."""
        if self._parts and self._parts[-1].endswith(" "):
            self._parts[-1] = self._parts[-1][:-1]
            size = self._size - 1
            self.marks = [(key, label, min(offset, size)) for key, label, offset in self.marks]
            self._size = size

    def markup(self) -> str:
        """The line as HTML, with its links and line breaks, for the resolver of unlinked notes."""
        edges = {offset: "<br>" for offset in self.breaks}
        for link in self.links:
            edges[link.start] = edges.get(link.start, "") + f'<a href="{html.escape(link.href)}">'
            edges[link.end] = "</a>" + edges.get(link.end, "")
        text, parts, at = self.text, [], 0
        for offset in sorted(edges):
            parts += [html.escape(text[at:offset], quote=False), edges[offset]]
            at = offset
        return "".join(parts) + html.escape(text[at:], quote=False)


@dataclass
class _NoteDraft:
    kind: NoteKind
    label: str
    lines: list[Line]
    data: Data = ()


@dataclass
class Draft:
    """What a reader has collected so far."""

    name: str
    format: str
    title: str | None = None
    language: str | None = None
    problems: list[Problem] = field(default_factory=list)
    _blocks: list[tuple[Line, BlockKind]] = field(default_factory=list)
    _notes: dict[str, _NoteDraft] = field(default_factory=dict)
    _called: set[str] = field(default_factory=set)

    def add_block(self, line: Line, kind: BlockKind = BlockKind.PARAGRAPH) -> None:
        """Add a block. A line of marks alone belongs to the block before it."""
        if line.text:
            self._blocks.append((line, kind))
        elif line.marks and self._blocks:
            last = self._blocks[-1][0]
            last.marks += [(key, label, last.size) for key, label, _ in line.marks]

    def add_note(self, key: str, label: str, kind: NoteKind, lines: list[Line], data: Data = ()) -> None:
        """Add a note: its paragraphs without the label. The first of two with one key stands."""
        self._called.update(key for line in lines for key, _, _ in line.marks)
        data = data or tuple(work for line in lines for work in line.data)
        self._notes.setdefault(key, _NoteDraft(kind, label, lines, data))

    @property
    def has_notes(self) -> bool:
        """Whether the format itself knows notes here."""
        return bool(self._notes)

    def finish(self) -> Document:
        """The document: the notes in the order of their first marks, those that nothing calls last."""
        if not self._notes and not any(line.marks for line, _ in self._blocks):
            return self._read_typed_notes()
        order = dict.fromkeys(key for line, _ in self._blocks for key, _, _ in line.marks if key in self._notes)
        order |= dict.fromkeys(self._notes)
        index = {key: position for position, key in enumerate(order)}
        labels = {key: label for line, _ in reversed(self._blocks) for key, label, _ in reversed(line.marks) if label}
        notes = tuple(_make_note(self._notes[key], labels.get(key, "")) for key in order)
        blocks = tuple(Block(line.text, kind) for line, kind in self._blocks)
        marks = tuple(
            Mark(label or notes[index[key]].label if key in index else label, index.get(key), at, min(offset, len(blocks[at].text)))
            for at, (line, _) in enumerate(self._blocks)
            for key, label, offset in line.marks
        )
        problems = (*self.problems, *self._left_over(marks, index))
        return Document(self.name, self.format, self.title, self.language, blocks, notes, marks, problems)

    def _left_over(self, marks: tuple[Mark, ...], index: dict[str, int]) -> list[Problem]:
        """Marks that no note answers, and notes that no mark calls."""
        alone = [
            Problem("mark_without_note", mark.label, f"The mark {mark.label} has no note.") for mark in marks if mark.note is None
        ]
        called = {mark.note for mark in marks}
        for key, position in index.items():
            if position not in called and key not in self._called:
                label = self._notes[key].label
                alone.append(Problem("note_without_mark", label, f"No mark in the text calls the note {label or key}."))
        if len(alone) > _SHOWN:
            rest = len(alone) - _SHOWN
            alone[_SHOWN:] = [Problem(alone[-1].kind, "", f"{rest:,} more of this kind are not listed.")]
        return alone

    def _read_typed_notes(self) -> Document:
        """Read the draft as HTML, to find notes that are typed as ordinary paragraphs."""
        from verifier.documents import html as html_reader  # noqa: PLC0415 - lxml is loaded when it is needed

        read = html_reader.read_markup(self.markup(), self.name, self.format)
        if read.notes:
            blocks, notes, marks, problems = read.blocks, read.notes, read.marks, read.problems
        else:
            blocks, notes, marks, problems = tuple(Block(line.text, kind) for line, kind in self._blocks), (), (), read.problems
        return Document(
            self.name, self.format, self.title or read.title, self.language or read.language,
            blocks, notes, marks, (*self.problems, *problems),
        )  # fmt: skip

    def markup(self) -> str:
        """The blocks as HTML."""
        return "\n".join(_TAGS[kind].format(line.markup()) for line, kind in self._blocks)


_TAGS = {
    BlockKind.PARAGRAPH: "<p>{}</p>",
    BlockKind.HEADING: "<h2>{}</h2>",
    BlockKind.QUOTATION: "<blockquote><p>{}</p></blockquote>",
    BlockKind.LIST_ITEM: "<ul><li>{}</li></ul>",
    BlockKind.TABLE: "<table><tr><td>{}</td></tr></table>",
    BlockKind.CODE: "<pre>{}</pre>",
}


def _make_note(draft: _NoteDraft, called_by: str) -> Note:
    """One note out of its paragraphs; offsets move with the text in front of them."""
    text, links, emphasis = "", [], []
    for line in draft.lines:
        if not line.text:
            continue
        start = len(text) + 1 if text else 0
        text = f"{text} {line.text}" if text else line.text
        end = start + len(line.text)
        links += [Hyperlink(start + link.start, min(start + link.end, end), link.href) for link in line.links]
        emphasis += [(start + first, min(start + last, end)) for first, last in line.emphasis]
    return Note(draft.label or called_by, draft.kind, text, tuple(links), tuple(emphasis), draft.data)
