"""A document while it is being read: blocks, notes, and marks tied to notes by the format's own keys.

In: what a reader walks past, in document order. Out: `Document`, marks removed from the text. What the
format does not know as a note may still be one: paragraphs typed as `[i] …` at the end of a Word
file. So the body is also read by the resolver of all formats, which says where the format's own marks stand in what it leaves.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from verifier.documents.layout import lay_out
from verifier.documents.line import Line
from verifier.language import detect
from verifier.model import BlockKind, Document, Hyperlink, Mark, Note, NoteKind, Problem, ProblemKind, Work
from verifier.notes import Resolution, resolve
from verifier.notes.assemble import assemble

# Without any of these, no paragraph can be a typed note or hold a mark of one.
_TYPED = re.compile(r"\[\^?\w{1,12}\]|\(\d{1,3}\)|[¹²³⁰-⁹*†‡§①-⑳]|^\W{0,2}\w{1,4}[.)\]]|\(\(|\[/|\{[{%]", re.MULTILINE)
# What is left in front of a note whose number the program prints between brackets or before a stroke: “() Almanac”.
_LABEL_DRESS = re.compile(r"(?:\(\s?\)|\[\s?\]|[/).\]:])\s")
_SAMPLE = 4000  # characters that tell the language
_SHOWN = 100  # problems of one kind listed one by one


@dataclass
class _NoteDraft:
    kind: NoteKind
    label: str
    lines: list[Line]
    data: tuple[Work, ...] = ()


@dataclass
class Draft:
    """What a reader has collected so far. `marks` are (key, label) of the marks in `markup` that readers of HTML-like formats give.

    `listed`: whether other notes may stand in a list below a heading of the body.
    """

    name: str
    format: str
    title: str | None = None
    language: str | None = None
    problems: list[Problem] = field(default_factory=list)
    markup: str | None = None
    listed: bool = True
    marks: list[tuple[str, str]] = field(default_factory=list)
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

    def add_note(self, key: str, label: str, kind: NoteKind, lines: list[Line], data: tuple[Work, ...] = ()) -> None:
        """Add a note: its paragraphs without the label. The first of two with one key stands."""
        self._called.update(key for line in lines for key, _, _ in line.marks)
        data = data or tuple(work for line in lines for work in line.data)
        self._notes.setdefault(key, _NoteDraft(kind, label, lines, data))

    def __contains__(self, key: str) -> bool:
        """Whether a note of this key was added."""
        return key in self._notes

    def place_mark(self, key: str, label: str) -> str:
        """A mark in `markup`: the tag to write in its place."""
        from verifier.documents.html import mark_tag  # noqa: PLC0415 - lexbor is loaded when it is needed

        self.marks.append((key, label))
        return mark_tag(len(self.marks) - 1)

    def called(self) -> dict[str, str]:
        """The notes that the blocks so far (and the notes so far) call: key to the label of the first mark."""
        labels = dict.fromkeys(self._called, "")
        return labels | dict(reversed(self._all_marks()))

    def first_heading(self) -> str | None:
        """The first heading, where one stands among the first blocks."""
        return next((line.text for line, kind in self._blocks[:10] if kind is BlockKind.HEADING), None)

    def finish(self) -> Document:
        """The document: the notes in the order of their first marks, those that nothing calls last."""
        labelled = self._all_marks()
        body = self._read_body()
        notes, index = self._own_notes(labelled)
        own = [self._mark(labelled[number], notes, index, block, offset) for number, block, offset in body.own]
        found = [replace(mark, note=mark.note + len(notes) if mark.note is not None else None) for mark in body.marks]
        marks = tuple(sorted([*own, *found], key=lambda mark: (mark.block, mark.offset)))
        # The words themselves first: Word's default style says what language the program has, not the article.
        language = detect(" ".join(block.text for block in body.blocks[:60])[:_SAMPLE]) or self.language
        problems = (*self.problems, *self._left_over(own, index), *body.problems)
        return Document(self.name, self.format, self.title, language, body.blocks, notes + body.notes, marks, problems)

    @staticmethod
    def _mark(
        labelled: tuple[str, str], notes: Sequence[Note], index: Mapping[str, int], block: int, offset: int
    ) -> Mark:
        """A mark of the format's own: labelled as it is printed, else as its note is, else by its key."""
        key, label = labelled
        note = index.get(key)
        return Mark(label or (notes[note].label if note is not None else key), note, block, offset)

    @property
    def keys(self) -> tuple[str, ...]:
        """The format's own notes by their keys, in the order in which the document has them."""
        return (*dict.fromkeys([*(key for key, _ in self._all_marks() if key in self._notes), *self._notes]),)

    def _own_notes(self, marks: Sequence[tuple[str, str]]) -> tuple[tuple[Note, ...], dict[str, int]]:
        """The format's own notes, and where each stands among them by its key."""
        order = self.keys
        labels = {key: label for key, label in reversed(marks) if label}
        notes = tuple(_make_note(self._notes[key], labels.get(key, "")) for key in order)
        return notes, {key: position for position, key in enumerate(order)}

    def _all_marks(self) -> list[tuple[str, str]]:
        if self.markup is not None:
            return self.marks
        return [(key, label) for line, _ in self._blocks for key, label, _ in line.marks]

    def _read_body(self) -> Resolution:
        """The body as the reader gave it, or as the resolver reads it where it finds typed notes."""
        if self.markup is not None:
            return self._read_markup(self.markup)
        if any(line.raised or line.label or _TYPED.search(line.text) for line, _ in self._blocks):
            found = resolve(lay_out(self._blocks), listed=self.listed)
            if found.notes or found.problems:
                return found
        return self._as_given()

    def _as_given(self) -> Resolution:
        """The body with nothing but the format's own marks taken out of it."""
        parts = assemble(lay_out(self._blocks), [])
        return Resolution(parts.blocks, own=parts.own)

    def _read_markup(self, markup: str) -> Resolution:
        from verifier.documents.html import read_page  # noqa: PLC0415 - lexbor is loaded when it is needed

        page = read_page(markup, len(self.marks))
        self.title, self.language = self.title or page.title, self.language or page.language
        return page.found

    def _left_over(self, marks: Iterable[Mark], index: Iterable[str]) -> list[Problem]:
        """Marks that no note answers, and notes that no mark calls."""
        alone = [
            Problem(ProblemKind.MARK_WITHOUT_NOTE, mark.label, f"The mark {mark.label} has no note.")
            for mark in marks
            if mark.note is None
        ]
        called = self.called()
        for key in index:
            if key not in called:
                label = self._notes[key].label or " ".join(key.split())
                alone.append(
                    Problem(ProblemKind.NOTE_WITHOUT_MARK, label, f"No mark in the text calls the note {label}.")
                )
        if len(alone) > _SHOWN:
            alone[_SHOWN:] = [Problem(alone[-1].kind, "", f"{len(alone) - _SHOWN:,} more of this kind are not listed.")]
        return alone


def _make_note(draft: _NoteDraft, called_by: str) -> Note:
    """One note out of its paragraphs; offsets move with the text in front of them."""
    text = ""
    links: list[Hyperlink] = []
    emphasis: list[tuple[int, int]] = []
    if draft.lines and (dress := _LABEL_DRESS.match(draft.lines[0].text)):
        draft.lines[0].drop_start(dress.end())
    for line in draft.lines:
        if not line.text:
            continue
        start = len(text) + 1 if text else 0
        text = f"{text} {line.text}" if text else line.text
        end = start + len(line.text)
        links += [Hyperlink(start + link.start, min(start + link.end, end), link.href) for link in line.links]
        emphasis += [(start + first, min(start + last, end)) for first, last in line.emphasis]
    return Note(draft.label or called_by, draft.kind, text, tuple(links), tuple(emphasis), draft.data)
