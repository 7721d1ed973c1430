"""Read a PDF: superscript marks by size and base line, notes at the foot of pages or in a list at the end.

In: bytes. Out: `Document`. A pure function that hostile files can keep busy: whoever calls it runs it in a
bounded child process. Notes are what stands under small print or a heading *and* counts on by one;
a superscript that no such note answers is an exponent. Text without such notes goes through the
resolver of typed notes (`[1]` in the text, `[1] …` at the end).
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from verifier.documents.draft import Draft
from verifier.documents.line import Line
from verifier.errors import DocumentError
from verifier.files.pdf_rows import MOST_PAGES, Row, Run, read_pages
from verifier.model import BlockKind, Document, NoteKind, Problem, ProblemKind
from verifier.notes.headings import is_note_heading
from verifier.notes.labels import readings

_SMALL_PRINT = 0.94  # of the body's size: Word's footnotes are 10 of 12 points, LaTeX's 8 of 10
_LARGE_PRINT = 1.12
_TABLE_GAP = 2.5  # of the size: wider spaces inside a row are those between cells
_PARAGRAPH_GAP = 1.45  # of the usual distance of lines
_SYMBOLS = "*†‡§¶"
_SET_LABEL = re.compile(r"\s{0,4}(?:\[(\d{1,3}|[ivxlc]{1,7})\]|\((\d{1,3})\)|(\d{1,3})[.)]?)(?=\s|[A-Z“\"‘(]|https?:)")
_LABEL = r"\d{1,3}|[ivxlc]{1,7}|[a-z]|[*†‡§¶]{1,3}"
_RAISED_LABEL = re.compile(rf"\s{{0,3}}({_LABEL})\s{{0,3}}")
_MARKS = re.compile(rf"\s{{0,3}}[\[(]?(?:(?:{_LABEL})(?:\s?[,;–-]\s?)?){{1,8}}[\])]?\s{{0,3}}[,.]?")
_BRACKETED = re.compile(r"\[((?:(?:\d{1,3}|[ivxlc]{1,7})(?:\s?[,;–-]\s?)?){1,8})\]")
# A raised figure behind these is an exponent: a measure (30 km²), a variable (c²), a power of ten.
_EXPONENT = re.compile(r"(?:\d\s?[A-Za-zµ]{1,3}|(?<![\w’'])[A-Za-z]|\d)$")
_PART = re.compile(rf"(\d{{1,3}})(?:\s?[–-]\s?(\d{{1,3}}))?|({_LABEL})")
_ADDRESS_END = re.compile(r"(?:https?://|www\.)\S{1,2000}$")
_LONGEST_ADDRESS = 2100
_GOES_ON = re.compile(r"[\w%/?=&.#~+@:;,()-]{1,400}")
_SENTENCE_END = tuple('.!?:”"»)')


def read(data: bytes, name: str) -> Document:
    """Read a PDF. Raises DocumentError."""
    pages = read_pages(data, name)
    if not pages.rows:
        raise DocumentError(
            f"{name} holds no text on its {pages.count} pages: it is probably a scan.",
            hint="Run text recognition (ocrmypdf) on it first, or give the article in another form.",
        )
    draft = Draft(name, "pdf", pages.title or None)
    if pages.truncated:
        draft.problems.append(
            Problem(
                ProblemKind.PARTIAL_DOCUMENT,
                "",
                f"Not all of the {pages.count} pages could be read (at most {MOST_PAGES:,} are).",
            )
        )
    body_size = _usual_size(pages.rows)
    body, notes = _take_notes(pages.rows, body_size)
    for note in notes:
        draft.add_note(note.key, note.label, note.kind, [_join(note.rows, note.drop)])
    finder = _MarkFinder(notes)
    for paragraph in _paragraphs(body):
        kind = (
            BlockKind.HEADING
            if paragraph[0].size > _LARGE_PRINT * body_size and len(paragraph) < 4
            else BlockKind.PARAGRAPH
        )
        draft.add_block(_join(paragraph, 0, finder), kind)
    draft.title = draft.title or draft.first_heading()
    return draft.finish()


def _usual_size(rows: Sequence[Row]) -> float:
    """The size of most letters."""
    sizes: Counter[float] = Counter()
    for row in rows:
        sizes[row.size] += len(row.text)
    return sizes.most_common(1)[0][0]


# --- notes


@dataclass(slots=True)
class _Note:
    """A note while its rows are collected; `drop` are the characters of its label."""

    label: str
    kind: NoteKind
    page: int
    drop: int
    rows: list[Row] = field(default_factory=list)

    @property
    def key(self) -> str:
        return f"{self.kind} {self.page if self.kind is NoteKind.FOOTNOTE else ''} {self.label}"


def _take_notes(rows: list[Row], body_size: float) -> tuple[list[Row], list[_Note]]:
    """Part the rows of the body from the notes."""
    at_end, rest = _take_list(rows)
    feet, body = _take_feet(rest, body_size)
    return body, feet + at_end


def _take_list(rows: list[Row]) -> tuple[list[_Note], list[Row]]:
    """The list under the last heading that names notes or references, where it counts 1, 2, 3, …"""
    headings = [
        at for at, row in enumerate(rows) if len(row.text) < 60 and is_note_heading(row.text.strip(" .:0123456789"))
    ]
    for at in reversed(headings):
        notes, used = _read_list(rows[at + 1 :])
        if len(notes) >= 2:
            return notes, rows[:at] + rows[at + 1 + used :]
    return [], rows


def _read_list(rows: Sequence[Row]) -> tuple[list[_Note], int]:
    """The notes at the start of these rows, and how many rows they take."""
    notes: list[_Note] = []
    for at, row in enumerate(rows):
        label, drop = _label(row)
        if label == str(len(notes) + 1):
            notes.append(
                _Note(
                    label,
                    NoteKind.REFERENCE if notes and notes[0].kind is NoteKind.REFERENCE else NoteKind.ENDNOTE,
                    row.page,
                    drop,
                )
            )
        elif not notes or _leaves_list(notes[-1].rows[-1], row):
            return notes, at if notes else 0
        notes[-1].rows.append(row)
    return notes, len(rows)


def _leaves_list(last: Row, row: Row) -> bool:
    """Whether a row is no longer part of the list: other print, or a wide gap on the same page."""
    gap = last.base - row.base
    return abs(row.size - last.size) > 0.05 * last.size or (row.page == last.page and gap > 3.2 * last.size)


def _take_feet(rows: Sequence[Row], body_size: float) -> tuple[list[_Note], list[Row]]:
    """The notes in small print at the foot of a page that begin with the next label, one that the page calls; and what is left."""
    notes: list[_Note] = []
    body: list[Row] = []
    called = _labels_called(rows)
    usual = [row for row in rows if row.size > _SMALL_PRINT * body_size]
    for run in _print_runs(rows, body_size):
        if run[0].size > _SMALL_PRINT * body_size or _goes_on_below(run, usual):
            body += run
        else:
            _take_foot(run, called, notes, body)
    return notes, body


def _take_foot(run: Sequence[Row], called: dict[int, set[str]], notes: list[_Note], body: list[Row]) -> None:
    """Each row of small print begins a note, goes on with one, or is text of the body."""
    for at, row in enumerate(run):
        label, drop = _label(row)
        prose = row.gap < _TABLE_GAP * row.size
        if label and prose and _is_called(called, label, row.page) and _counts_on(notes, label, row.page):
            notes.append(_Note(label, NoteKind.FOOTNOTE, row.page, drop, [row]))
        elif notes and (at or notes[-1].page == row.page - 1) and _continues(notes[-1].rows[-1], row):
            notes[-1].rows.append(row)
        else:
            body.append(row)


def _goes_on_below(run: Sequence[Row], usual: Sequence[Row]) -> bool:
    """Whether usual print follows below small print in its column: a table, a caption or a quotation, no foot of the page."""
    lowest = min(row.base for row in run)
    left, right = min(row.left for row in run), max(row.right for row in run)
    page = run[0].page
    first = bisect_left(usual, page, key=lambda row: row.page)
    for row in usual[first:]:
        if row.page != page:
            return False
        if row.base < lowest and row.left < right and left < row.right:
            return True
    return False


def _labels_called(rows: Sequence[Row]) -> dict[int, set[str]]:
    """The labels that stand raised, or in brackets, behind words, by page."""
    called: dict[int, set[str]] = {}
    for row in rows:
        labels = called.setdefault(row.page, set())
        before = ""
        for run in row.runs:
            if run.raised and before and _MARKS.fullmatch(run.text) and not _EXPONENT.search(before[-8:]):
                labels.update(_labels(run.text))
            labels.update(
                label
                for found in _BRACKETED.finditer(run.text)
                if before or found.start()
                for label in _labels(found[1])
            )
            before += run.text
    return called


def _is_called(called: Mapping[int, set[str]], label: str, page: int) -> bool:
    """Whether the page, or the one before, calls a label; where nothing is raised anywhere, nobody can tell."""
    return label in called.get(page, ()) or label in called.get(page - 1, ()) or not any(called.values())


def _print_runs(rows: Sequence[Row], body_size: float) -> Iterator[list[Row]]:
    """Runs of rows of one page in small or in usual print."""
    run: list[Row] = []
    for row in rows:
        if run and (
            row.page != run[-1].page
            or (row.size <= _SMALL_PRINT * body_size) != (run[-1].size <= _SMALL_PRINT * body_size)
        ):
            yield run
            run = []
        run.append(row)
    if run:
        yield run


def _label(row: Row) -> tuple[str, int]:
    """The label in front of a row, and its length; ("", 0) where there is none."""
    first = row.runs[0]
    if first.raised and (found := _RAISED_LABEL.fullmatch(first.text)):
        return found[1], len(first.text)
    if found := _SET_LABEL.match(row.text):
        return found[1] or found[2] or found[3], found.end()
    if (stripped := row.text.lstrip())[:1] and stripped[0] in _SYMBOLS:
        signs = len(stripped) - len(stripped.lstrip(_SYMBOLS))
        return stripped[:signs], len(row.text) - len(stripped) + signs
    return "", 0


def _counts_on(notes: Sequence[_Note], label: str, page: int) -> bool:
    """Whether a label is the next one: numbers count on, or begin again on a new page; signs may not repeat on a page."""
    if label[0] in _SYMBOLS:
        return all(note.label != label or note.page != page for note in notes[-10:])
    return any(_follows(notes, system, number, page) for system, number in readings(label))


def _follows(notes: Sequence[_Note], system: str, number: int, page: int) -> bool:
    """Whether a number of a system (decimal, roman, letter) is the next one."""
    earlier = [(note, value) for note in notes[-40:] for kind, value in readings(note.label) if kind == system]
    if not earlier:
        return number == 1
    last, value = earlier[-1]
    return number == value + 1 or (number == 1 and page > last.page)


def _continues(last: Row, row: Row) -> bool:
    """Whether small print goes on a note: same size, on the same page close below, or on the next page."""
    if abs(row.size - last.size) > 0.08 * last.size:
        return False
    return row.page != last.page or last.base - row.base < 2.2 * last.size


# --- marks


class _MarkFinder:
    """Decides which superscripts and brackets call which note, in reading order."""

    def __init__(self, notes: Sequence[_Note]) -> None:
        self._feet = {(note.page, note.label): note.key for note in notes if note.kind is NoteKind.FOOTNOTE}
        self._list = {note.label: note.key for note in notes if note.kind is not NoteKind.FOOTNOTE}
        self._called: set[str] = set()
        self._highest = 0

    def marks(self, run: Run, page: int, before: str) -> list[tuple[str, str]]:
        """The (key, label) that a raised run calls; none where it is an exponent or an ordinal."""
        if not run.raised or not _MARKS.fullmatch(run.text) or _EXPONENT.search(before[-8:]):
            return []
        found = [self._find(label, page, before) for label in _labels(run.text)]
        return [mark for mark in found if mark] if all(found) else []

    def bracketed(self, labels: str, page: int) -> list[tuple[str, str]]:
        """The notes that `[3, 5]` calls: of the list at the end where there is one, else at the foot of the page."""
        keys = [self._list.get(label) or self._feet.get((page, label), "") for label in _labels(labels)]
        return list(zip(keys, _labels(labels), strict=True)) if all(keys) else []

    def _find(self, label: str, page: int, before: str) -> tuple[str, str] | None:
        key = self._feet.get((page, label)) or self._feet.get((page + 1, label)) or self._list.get(label)
        if key is None:
            return None
        number = int(label) if label.isdigit() else 0
        # A label seen before is a second mark only behind a word or a stop: m², c², x² are not.
        if key in self._called or (key in self._list.values() and number > self._highest + 5):
            word = re.search(r"[^\W\d_]{3,30}$", before)
            if key not in self._called or not (word or before.endswith((".", ",", "”", '"', ")"))):
                return None
        self._called.add(key)
        self._highest = max(self._highest, number)
        return key, label


def _labels(text: str) -> list[str]:
    """The labels that a run names; `3–5` are three."""
    labels = []
    for found in _PART.finditer(text):
        first, last = found[1], found[2]
        if first and last and 0 < int(last) - int(first) < 30:
            labels += [str(number) for number in range(int(first), int(last) + 1)]
        else:
            labels += [part for part in (first, last, found[3]) if part]
    return labels


# --- lines


def _paragraphs(rows: Sequence[Row]) -> Iterator[list[Row]]:
    """Rows that belong together."""
    paragraph: list[Row] = []
    for row in rows:
        if paragraph and _starts_paragraph(paragraph, row):
            yield paragraph
            paragraph = []
        paragraph.append(row)
    if paragraph:
        yield paragraph


def _starts_paragraph(paragraph: Sequence[Row], row: Row) -> bool:
    last = paragraph[-1]
    if abs(row.size - last.size) > 0.08 * last.size:
        return True
    if row.page != last.page or row.base > last.base:  # a new page or column
        return _ends_sentence(last) and not row.text.lstrip()[:1].islower()
    usual = (
        paragraph[-2].base - last.base if len(paragraph) > 1 and paragraph[-2].page == last.page else 1.2 * last.size
    )
    wide = last.base - row.base > _PARAGRAPH_GAP * max(usual, last.size)
    return wide or (row.left > last.left + 0.9 * row.size and _ends_sentence(last))


def _ends_sentence(row: Row) -> bool:
    """Whether a row ends a sentence, marks left aside."""
    words = "".join(run.text for run in row.runs if not run.raised)
    return _BRACKETED.sub("", words).rstrip().endswith(_SENTENCE_END)


def _join(rows: Sequence[Row], drop: int, finder: _MarkFinder | None = None) -> Line:
    """One line of text out of rows: divided words and addresses are whole again."""
    line = Line()
    right = max(row.right for row in rows)
    for at, row in enumerate(rows):
        if at and not _glued(line.text, rows[at - 1], row, right):
            line.add(" ")
        elif at and rows[at - 1].hyphenated and _ADDRESS_END.search(line.text[-_LONGEST_ADDRESS:]):
            line.add("-")  # nobody divides an address by a hyphen: it is the address's own
        for run in _dropped(row.runs, 0 if at else drop):
            _add_run(line, run, row.page, finder)
    return line


def _dropped(runs: Sequence[Run], count: int) -> Iterator[Run]:
    """The runs without their first characters."""
    for run in runs:
        taken, count = min(count, len(run.text)), max(0, count - len(run.text))
        if taken < len(run.text):
            yield Run(run.text[taken:], run.raised and not taken, run.href)


def _add_run(line: Line, run: Run, page: int, finder: _MarkFinder | None) -> None:
    marks = finder.marks(run, page, line.text) if finder is not None else []
    if marks:
        for key, label in marks:
            line.mark(key, label)
        line.add(" " if run.text[-1:].isspace() else "")
    elif finder is not None and "[" in run.text:
        _add_bracketed(line, run, page, finder)
    else:
        line.add(run.text, run.href, raised=run.raised)


def _add_bracketed(line: Line, run: Run, page: int, finder: _MarkFinder) -> None:
    at = 0
    for found in _BRACKETED.finditer(run.text):
        marks = finder.bracketed(found[1], page)
        if marks:
            line.add(run.text[at : found.start()], run.href)
            for key, label in marks:
                line.mark(key, label)
            at = found.end()
    line.add(run.text[at:], run.href)


def _glued(text: str, last: Row, row: Row, right: float) -> bool:
    """Whether a row goes on in the middle of a word or of an address."""
    if last.hyphenated:
        return True
    following = row.text.lstrip()
    address = _ADDRESS_END.search(text[-_LONGEST_ADDRESS:])
    if address is None:
        return False
    token = _GOES_ON.match(following)
    if token is None or following.startswith(("http://", "https://", "www.", "(", "[")):
        return False
    if text.endswith(("-", "/", "_", "=", "&", "?", "%", "#", "~", "+")):
        return True
    full = last.right > right - 1.2 * last.size
    alone = token.end() >= len(following.rstrip())
    return full and (alone or any(character in token[0] for character in "/?=&%_#")) and not text.endswith((",", ";"))
