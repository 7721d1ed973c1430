"""Lists of notes in a PDF: under headings that name notes or references, at the end of the whole or of each chapter.

In: the rows of the pages. Out: series of notes, and the rows that are left. The rule: a list stands right below its heading and counts
on by one; where its numbers begin again, another series begins. It ends where its last note has ended and other print, a wide gap or
a new page follows.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from verifier.documents.pdf_labels import called_by, is_bracketed, label_of
from verifier.documents.pdf_note import PdfNote
from verifier.files.pdf_rows import Row
from verifier.model import NoteKind
from verifier.notes.headings import is_note_heading

_LONGEST_HEADING = 60
_AHEAD = 60  # rows in which the next label must follow, where a list goes on behind a break
_MOST_MISSING = 3
_SENTENCE_END = tuple('.!?:”"»)/')


@dataclass(slots=True)
class Series:
    """Notes that count on by one. It answers the marks of the body's rows from `first` to `last`."""

    notes: list[PdfNote]
    heading: str = ""  # of the chapter, as the list prints it
    bracketed: bool = False
    first: int = 0
    last: int = 0

    @property
    def labels(self) -> dict[str, str]:
        """The key of each label's note."""
        return {note.label: note.key for note in self.notes}


@dataclass(slots=True)
class _List:
    """The series below one heading, while they are read."""

    called: set[str]
    right: float
    series: list[Series] = field(default_factory=list)
    used: int = 0  # rows


def take_lists(rows: list[Row]) -> tuple[list[Series], list[Row]]:
    """All lists of two notes and more, and the rows of the body."""
    called = {label for labels in called_by(rows).values() for label in labels}
    found: list[Series] = []
    body: list[Row] = []
    at = from_row = 0
    while at < len(rows):
        series, used = _read_list(rows, at + 1, called) if _is_heading(rows[at]) else ([], 0)
        if sum(len(one.notes) for one in series) < 2:
            body.append(rows[at])
            at += 1
            continue
        _reach(series, body, from_row)
        found += series
        from_row = len(body)
        at += 1 + used
    for number, one in enumerate(found):
        for note in one.notes:
            note.series = number
    return _open_ended(found, len(body)), body


def _is_heading(row: Row) -> bool:
    """Whether a row is such a heading, a page's number beside it; `note 39.` is the end of a sentence."""
    text = row.text.strip()
    if len(text) >= _LONGEST_HEADING or _POINTS_TO_NOTE.fullmatch(text):
        return False
    return is_note_heading(text.strip(" .:0123456789"))


_POINTS_TO_NOTE = re.compile(r"[^\W\d_A-Z].*\d\W*|.*\d\.", re.DOTALL)


def _reach(series: list[Series], body: Sequence[Row], first: int) -> None:
    """Which rows of the body each series answers: those of the chapter that its heading names, else all since the list before."""
    places = [_place(body, one.heading, first) for one in series]
    known = all(place is not None for place in places[1:]) and len(series) > 1
    for i, one in enumerate(series):
        following = places[i + 1] if i + 1 < len(series) else None
        place = places[i] if i else first
        one.first = place if known and place is not None else first
        one.last = following if known and following is not None else len(body)


def _place(body: Sequence[Row], heading: str, first: int) -> int | None:
    """Where the body prints a heading."""
    wanted = _folded(heading)
    if not wanted:
        return None
    return next((at for at in range(first, len(body)) if _folded(body[at].text) == wanted), None)


def _folded(text: str) -> str:
    return "".join(c for c in text.casefold() if c.isalnum())


def _open_ended(found: list[Series], rows: int) -> list[Series]:
    """What stands behind the last list of its kind is answered by it, too: an appendix."""
    for bracketed in (True, False):
        own = [one for one in found if one.bracketed is bracketed]
        if own:
            own[-1].last = rows
    return found


# --- reading one list ---------------------------------------------------------------------------------


def _read_list(rows: Sequence[Row], start: int, called: set[str]) -> tuple[list[Series], int]:
    """The notes that begin at a row, and how many rows they take."""
    found = _List(called, max((row.right for row in rows[start : start + _AHEAD]), default=0.0))
    for at in range(start, len(rows)):
        row = rows[at]
        label, drop = label_of(row)
        if label.isdecimal() and _begins(found, rows, at, int(label)):
            found.series[-1].notes.append(PdfNote(label, NoteKind.ENDNOTE, row.page, drop, [row]))
        elif not found.series:
            if at > start or label or len(row.text) >= _LONGEST_HEADING:
                break
            continue  # the first chapter's name
        elif _leaves(found, rows, at):
            break
        else:
            found.series[-1].notes[-1].rows.append(row)
        found.used = at + 1 - start
    if found.series and not label_of(rows[start])[0]:
        found.series[0].heading = rows[start].text
    return found.series, found.used


def _begins(found: _List, rows: Sequence[Row], at: int, number: int) -> bool:
    """Whether a row begins a note; where the numbers begin again, a series begins with it."""
    row = rows[at]
    if not found.series:
        if number != 1 and not (str(number) in found.called and _follows(rows, at + 1, number + 1)):
            return False
        found.series.append(Series([], bracketed=is_bracketed(row)))
        return True
    notes = found.series[-1].notes
    last = int(notes[-1].label)
    if number == 1 and _is_closed(notes[-1].rows[-1], found.right) and _follows(rows, at + 1, 2):
        heading = _taken_heading(notes[-1], found.right)
        found.series.append(Series([], heading, is_bracketed(row)))
        return True
    beside = abs(row.left - notes[-1].rows[0].left) < row.size
    return number == last + 1 or (last < number <= last + 1 + _MOST_MISSING and beside and str(number) in found.called)


def _taken_heading(note: PdfNote, right: float) -> str:
    """The name of the next chapter, which stands below the last note of the one before."""
    if len(note.rows) > 1 and len(note.rows[-1].text) < _LONGEST_HEADING and _is_closed(note.rows[-2], right):
        return note.rows.pop().text
    return ""


def _follows(rows: Sequence[Row], at: int, number: int) -> bool:
    """Whether the note of this number begins soon, before another list does."""
    for row in rows[at : at + _AHEAD]:
        if label_of(row)[0] == str(number):
            return True
        if _is_heading(row):
            return False
    return False


def _leaves(found: _List, rows: Sequence[Row], at: int) -> bool:
    """Whether a row is no longer part of the list."""
    last, row = found.series[-1].notes[-1].rows[-1], rows[at]
    size = abs(row.size - last.size) / last.size
    gap = (last.base - row.base) / last.size if row.page == last.page else 0.0
    if size > 0.05 or gap > 3.2:
        return size > 0.6 or len(row.text) >= _LONGEST_HEADING or not _goes_on(found, rows, at)
    breaks = row.page != last.page or size > 0.03 or gap > 1.9
    return breaks and _is_closed(last, found.right) and not _goes_on(found, rows, at)


def _goes_on(found: _List, rows: Sequence[Row], at: int) -> bool:
    """Whether the next note, or the first one of another chapter, begins soon."""
    following = int(found.series[-1].notes[-1].label) + 1
    return _follows(rows, at, following) or _follows(rows, at, 1)


def _is_closed(row: Row, right: float) -> bool:
    """Whether a row ends a note: with a stop, or far from the right margin."""
    return row.text.rstrip().endswith(_SENTENCE_END) or row.right < right - 6 * row.size
