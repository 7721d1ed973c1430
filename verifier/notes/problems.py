"""What a person should look at in the document: marks and notes that do not fit together.

In: notes and marks as found, and marks that nothing answers. Out: problems. The rule: what is left over is reported, never
dropped.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from verifier.model import Mark, Note, Problem, ProblemKind
from verifier.notes.ascending import longest_ascending
from verifier.notes.assemble import Assembled
from verifier.notes.labels import readings


def find_problems(parts: Assembled, left: Sequence[str]) -> tuple[Problem, ...]:
    """All problems, in the order of the kinds; `left` are the labels of marks without a note."""
    return (*_unanswered(left), *_uncalled(parts), *_numbering(parts.notes), *_order(parts.notes, parts.marks))


def _unanswered(left: Sequence[str]) -> Iterator[Problem]:
    for label, count in Counter(left).items():
        places = "once" if count == 1 else f"{count} times"
        yield Problem(
            ProblemKind.MARK_WITHOUT_NOTE, label, f"The text calls note {label} {places}, and there is no such note."
        )


def _uncalled(parts: Assembled) -> Iterator[Problem]:
    called = {mark.note for mark in parts.marks} | parts.within
    for i, note in enumerate(parts.notes):
        if i not in called:
            yield Problem(
                ProblemKind.NOTE_WITHOUT_MARK,
                note.label,
                f"Nothing in the text calls note {note.label}: {note.text[:60]}",
            )


def find_gaps(labels: Iterable[str]) -> Iterator[Problem]:
    """The numbers that a list leaves out, wherever it goes up."""
    before: tuple[str, int] | None = None
    for label in labels:
        reading = _reading(label, before)
        if reading is not None and before is not None:
            yield from _gap(label, before, reading)
        before = reading or before


def _numbering(notes: Sequence[Note]) -> Iterator[Problem]:
    """Gaps and labels given twice, in each list of notes (a list ends where the numbering begins again)."""
    before: tuple[str, int] | None = None
    seen: dict[str, str] = {}
    for note in notes:
        reading = _reading(note.label, before)
        if reading is None:
            continue
        if before is not None and reading[1] <= before[1] and reading[1] <= 1:
            seen = {}
        elif before is not None:
            yield from _gap(note.label, before, reading)
        if note.label in seen and note.label.isdecimal():
            detail = f"Two notes are labelled {note.label}: “{seen[note.label][:40]}” and “{note.text[:40]}”."
            yield Problem(ProblemKind.DUPLICATE_LABEL, note.label, detail)
        seen[note.label] = note.text
        before = reading


def _gap(label: str, before: tuple[str, int], reading: tuple[str, int]) -> Iterator[Problem]:
    """The numbers that are missing between two notes."""
    if before[0] == reading[0] == "decimal" and reading[1] > before[1] + 1:
        missing = f"{before[1] + 1}" if reading[1] == before[1] + 2 else f"{before[1] + 1} to {reading[1] - 1}"
        yield Problem(ProblemKind.GAP, label, f"Between note {before[1]} and note {reading[1]}, {missing} is missing.")


def _reading(label: str, before: tuple[str, int] | None) -> tuple[str, int] | None:
    found = readings(label)
    if before is not None:
        for reading in found:
            if reading[0] == before[0]:
                return reading
    return found[0] if found else None


def _order(notes: Sequence[Note], marks: Sequence[Mark]) -> Iterator[Problem]:
    """A note first called before one that stands earlier in the list."""
    first: dict[int, int] = {}
    for at, mark in enumerate(marks):
        if mark.note is not None:
            first.setdefault(mark.note, at)
    notes_called = sorted(first, key=first.__getitem__)
    kept = set(longest_ascending(notes_called))
    for note in notes_called:
        if note not in kept:
            yield Problem(
                ProblemKind.OUT_OF_ORDER,
                notes[note].label,
                f"Note {notes[note].label} is not called in the order of the list.",
            )
