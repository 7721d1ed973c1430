"""A document while it is being read: blocks, notes, and marks tied to notes by the format's own keys.

In: what a reader walks past, in document order. Out: `Document`, marks removed from the text. What the
format does not know as a note may still be one: paragraphs typed as `[i] …` at the end of a Word
file. So the body is also read as plain HTML by the resolver of all formats; the marks of the format's
own notes go through it as single private-use characters and come out where they stand.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from verifier.documents.line import PLACES, Data, Line
from verifier.language import detect
from verifier.model import Block, BlockKind, Document, Hyperlink, Mark, Note, NoteKind, Problem

_FIRST = 0xF0000
MOST_CALLS = 0xFFFD
# Without any of these, no paragraph can be a typed note or hold a mark of one.
_TYPED = re.compile(r"\[\^?\w{1,12}\]|\(\d{1,3}\)|[¹²³⁰-⁹*†‡§①-⑳]|^\W{0,2}\w{1,4}[.)\]]", re.MULTILINE)
_SAMPLE = 4000  # characters that tell the language
_SHOWN = 100  # problems of one kind listed one by one
_TAGS = {
    BlockKind.PARAGRAPH: "<p>{}</p>",
    BlockKind.HEADING: "<h2>{}</h2>",
    BlockKind.QUOTATION: "<blockquote><p>{}</p></blockquote>",
    BlockKind.LIST_ITEM: "<ul><li>{}</li></ul>",
    BlockKind.TABLE: "<table><tr><td>{}</td></tr></table>",
    BlockKind.CODE: "<pre>{}</pre>",
}


def place(call: int) -> str:
    r"""The character that stands for a call while its text goes through the HTML reader.

    >>> place(0) == "\U000f0000"
    True
    """
    return chr(_FIRST + call) if call < MOST_CALLS else ""


@dataclass
class _NoteDraft:
    kind: NoteKind
    label: str
    lines: list[Line]
    data: Data = ()


@dataclass(frozen=True, slots=True)
class _Body:
    """The body as it will be: blocks without marks, where each call stands, and notes found by the resolver."""

    blocks: tuple[Block, ...]
    places: tuple[tuple[int, int, int], ...]  # call, block, offset
    notes: tuple[Note, ...] = ()
    marks: tuple[Mark, ...] = ()
    problems: tuple[Problem, ...] = ()


@dataclass
class Draft:
    """What a reader has collected so far. `calls` are (key, label) of the marks in `markup` that readers of HTML-like formats give."""

    name: str
    format: str
    title: str | None = None
    language: str | None = None
    problems: list[Problem] = field(default_factory=list)
    markup: str | None = None
    calls: list[tuple[str, str]] = field(default_factory=list)
    _blocks: list[tuple[Line, BlockKind]] = field(default_factory=list)
    _notes: dict[str, _NoteDraft] = field(default_factory=dict)
    _called: set[str] = field(default_factory=set)
    _waiting: list[tuple[str, str, int]] = field(default_factory=list)

    def add_block(self, line: Line, kind: BlockKind = BlockKind.PARAGRAPH) -> None:
        """Add a block. A line of marks alone belongs to the block before it, or to the first that comes."""
        if line.text:
            line.marks[:0] = [(key, label, 0) for key, label, _ in self._waiting]
            self._waiting = []
            self._blocks.append((line, kind))
        elif line.marks and self._blocks:
            last = self._blocks[-1][0]
            last.marks += [(key, label, last.size) for key, label, _ in line.marks]
        else:
            self._waiting += line.marks

    def add_note(self, key: str, label: str, kind: NoteKind, lines: list[Line], data: Data = ()) -> None:
        """Add a note: its paragraphs without the label. The first of two with one key stands."""
        self._called.update(key for line in lines for key, _, _ in line.marks)
        data = data or tuple(work for line in lines for work in line.data)
        self._notes.setdefault(key, _NoteDraft(kind, label, lines, data))

    def __contains__(self, key: str) -> bool:
        """Whether a note of this key was added."""
        return key in self._notes

    def place_call(self, key: str, label: str) -> str:
        """A mark in `markup`: the character to write in its place."""
        self.calls.append((key, label))
        return place(len(self.calls) - 1)

    def called(self) -> dict[str, str]:
        """The notes that the blocks so far (and the notes so far) call: key to the label of the first call."""
        labels = dict.fromkeys(self._called, "")
        return labels | dict(reversed(self._all_calls()))

    def first_heading(self) -> str | None:
        """The first heading, where one stands among the first blocks."""
        return next((line.text for line, kind in self._blocks[:10] if kind is BlockKind.HEADING), None)

    def finish(self) -> Document:
        """The document: the notes in the order of their first marks, those that nothing calls last."""
        calls = self._all_calls()
        body = self._read_body()
        order = dict.fromkeys(key for key, _ in calls if key in self._notes) | dict.fromkeys(self._notes)
        index = {key: position for position, key in enumerate(order)}
        labels = {key: label for key, label in reversed(calls) if label}
        notes = tuple(_make_note(self._notes[key], labels.get(key, "")) for key in order)
        own = [
            Mark(label or (notes[index[key]].label if key in index else key), index.get(key), block, offset)
            for call, block, offset in body.places
            for key, label in calls[call : call + 1]
        ]
        found = [replace(mark, note=mark.note + len(notes) if mark.note is not None else None) for mark in body.marks]
        marks = tuple(sorted([*own, *found], key=lambda mark: (mark.block, mark.offset)))
        # The words themselves first: Word's default style says what language the program has, not the article.
        language = detect(" ".join(block.text for block in body.blocks[:60])[:_SAMPLE]) or self.language
        problems = (
            *self.problems,
            *self._left_over(own, {calls[call][0] for call, _, _ in body.places if call < len(calls)}, index),
            *body.problems,
        )
        return Document(self.name, self.format, self.title, language, body.blocks, notes + body.notes, marks, problems)

    def _all_calls(self) -> list[tuple[str, str]]:
        if self.markup is not None:
            return self.calls
        return [(key, label) for line, _ in self._blocks for key, label, _ in line.marks]

    def _read_body(self) -> _Body:
        """The body as the reader gave it, or as the resolver reads it where it finds typed notes."""
        if self.markup is None and not any(
            line.raised or line.label or _TYPED.search(line.text) for line, _ in self._blocks
        ):
            return self._own_body()
        from verifier.documents import html  # noqa: PLC0415 - lxml is loaded when it is needed

        read = html.read_markup(self.markup if self.markup is not None else self._as_markup(), self.name, self.format)
        self.title, self.language = self.title or read.title, self.language or read.language
        return _take_out(read) if read.notes or self.markup is not None else self._own_body()

    def _own_body(self) -> _Body:
        blocks = tuple(Block(line.text, kind) for line, kind in self._blocks)
        ends = [(at, len(block.text)) for at, block in enumerate(blocks)]
        offsets = [(at, min(offset, end)) for at, end in ends for _, _, offset in self._blocks[at][0].marks]
        return _Body(blocks, tuple((call, at, offset) for call, (at, offset) in enumerate(offsets)))

    def _as_markup(self) -> str:
        parts, call = [], 0
        for line, kind in self._blocks:
            parts.append(
                _TAGS[BlockKind.PARAGRAPH if line.label else kind].format(
                    line.as_markup([place(call + i) for i in range(len(line.marks))])
                )
            )
            call += len(line.marks)
        return "\n".join(parts)

    def _left_over(self, marks: Sequence[Mark], called: set[str], index: dict[str, int]) -> list[Problem]:
        """Marks that no note answers, and notes that no mark calls."""
        alone = [
            Problem("mark_without_note", mark.label, f"The mark {mark.label} has no note.")
            for mark in marks
            if mark.note is None
        ]
        called = self._called | called
        for key in index:
            if key not in called:
                label = self._notes[key].label or key
                alone.append(Problem("note_without_mark", label, f"No mark in the text calls the note {label}."))
        if len(alone) > _SHOWN:
            alone[_SHOWN:] = [Problem(alone[-1].kind, "", f"{len(alone) - _SHOWN:,} more of this kind are not listed.")]
        return alone


def _take_out(read: Document) -> _Body:
    """The resolver's body with the characters that stand for calls taken out again."""
    blocks, places, gone = [], [], []
    for at, block in enumerate(read.blocks):
        text, taken = _strip(block.text)
        blocks.append(replace(block, text=text))
        places += [(ord(character) - _FIRST, at, offset) for character, _, offset in taken]
        gone.append(taken)
    marks = tuple(replace(mark, offset=_moved(mark.offset, gone[mark.block])) for mark in read.marks)
    notes = tuple(_without_places(note) for note in read.notes)
    return _Body(tuple(blocks), tuple(places), notes, marks, read.problems)


def _strip(text: str) -> tuple[str, list[tuple[str, int, int]]]:
    """The text without calls, and each call with its old and new offset; no double or stray space stays behind."""
    line, taken, at = Line(), [], 0
    for found in PLACES.finditer(text):
        line.add(text[at : found.start()])
        line.mark(found[0], str(found.start()))
        at = found.end()
    if not at:
        return text, []
    line.add(text[at:])
    whole = line.text
    taken = [(character, int(old), min(offset, len(whole))) for character, old, offset in line.marks]
    return whole, taken


def _moved(offset: int, taken: Sequence[tuple[str, int, int]]) -> int:
    """An offset after the calls in front of it were taken out."""
    shift = 0
    for _, old, new in taken:
        if old < offset:
            shift = old + 1 - new
    return max(0, offset - shift)


def _without_places(note: Note) -> Note:
    """A typed note whose text calls a note of the format's own: the call goes."""
    text, taken = _strip(note.text)
    if not taken:
        return note
    links = tuple(Hyperlink(_moved(link.start, taken), _moved(link.end, taken), link.href) for link in note.hyperlinks)
    emphasis = tuple((_moved(start, taken), _moved(end, taken)) for start, end in note.emphasis)
    return replace(note, text=text, hyperlinks=links, emphasis=emphasis)


def _make_note(draft: _NoteDraft, called_by: str) -> Note:
    """One note out of its paragraphs; offsets move with the text in front of them."""
    text = ""
    links: list[Hyperlink] = []
    emphasis: list[tuple[int, int]] = []
    for line in draft.lines:
        if not line.text:
            continue
        start = len(text) + 1 if text else 0
        text = f"{text} {line.text}" if text else line.text
        end = start + len(line.text)
        links += [Hyperlink(start + link.start, min(start + link.end, end), link.href) for link in line.links]
        emphasis += [(start + first, min(start + last, end)) for first, last in line.emphasis]
    return Note(draft.label or called_by, draft.kind, text, tuple(links), tuple(emphasis), draft.data)
