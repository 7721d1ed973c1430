"""Which superscripts and brackets of a PDF call which note.

In: the notes, and the body's runs in reading order. Out: marks. The rule: a raised figure calls the foot of its page, else the list; a
bracket calls the list, else the foot; round brackets only where nothing else calls the list and they call most of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from verifier.documents.pdf_labels import ROUND, bracketed_marks, labels_in, raised_labels
from verifier.documents.pdf_lists import Series
from verifier.documents.pdf_note import PdfNote
from verifier.files.pdf_rows import Row, Run
from verifier.notes.ascending import longest_ascending
from verifier.notes.rules import PATTERN

_WORD = re.compile(r"[^\W\d_]{3,30}$")
_NUMBER = re.compile(r"\d{2}$")
_TEN = re.compile(r"(?<!\d)10$")  # what a figure behind it is a power of
_STOPS = (".", ",", "”", '"', ")", ";", ":", "»")


class MarkFinder:
    """Decides which superscripts and brackets call which note, in reading order."""

    def __init__(self, feet: Sequence[PdfNote], series: Sequence[Series], body: Sequence[Row]) -> None:
        self._feet = {(note.page, note.label): note.key for note in feet}
        self._series = series
        self._known = [int(note.label) for note in feet if note.label.isdecimal()]
        self._called: set[str] = set()
        self._highest = 0
        self._row = -1
        self._skipped: set[int] = set()  # series whose marks have begun again
        self._round = bool(series) and _calls_in_round(body, series)

    def enter(self) -> None:
        """The next row of the body begins."""
        self._row += 1

    def marks(self, run: Run, page: int, before: str) -> list[tuple[str, str]]:
        """The (key, label) that a raised run calls; none where it is an exponent or an ordinal."""
        labels = raised_labels(run, before) or self._behind_number(run, page, before)
        found = [self._find(label, page, before) for label in labels]
        return [mark for mark in found if mark] if all(found) else []

    def _behind_number(self, run: Run, page: int, before: str) -> list[str]:
        """The figure behind a number (“page 47³”), where it is the next label and a note of this page."""
        label = run.text.strip()
        if not run.raised or label != str(self._highest + 1) or (page, label) not in self._feet:
            return []
        return [label] if _NUMBER.search(before) and not _TEN.search(before) else []

    def in_brackets(self, text: str, page: int) -> Iterator[tuple[re.Match[str], list[tuple[str, str]]]]:
        """The notes that `[3, 5]` calls: of the list at the end where there is one, else at the foot of the page."""
        found = bracketed_marks(text)
        if self._round:
            found += [mark for mark in ROUND.finditer(text) if not PATTERN["enumeration"].search(text[: mark.start()])]
        for mark in sorted(found, key=lambda one: one.start()):
            labels = labels_in(mark[1])
            keys = [self._listed(label, bracketed=True) or self._feet.get((page, label), "") for label in labels]
            if keys and all(keys):
                yield mark, list(zip(keys, labels, strict=True))

    def _find(self, label: str, page: int, before: str) -> tuple[str, str] | None:
        foot = self._feet.get((page, label)) or self._feet.get((page + 1, label))
        key = foot or self._listed(label, bracketed=False)
        number = int(label) if label.isdecimal() else 0
        if not key:
            return self._missing(label, number, before)
        # A label seen before is a second mark only behind a word or a stop: m², c², x² are not.
        if key in self._called or (not foot and number > self._highest + 5):
            first = self._highest == 0 and not foot
            if (key not in self._called and not first) or not (_WORD.search(before) or before.endswith(_STOPS)):
                return None
        self._called.add(key)
        self._highest = max(self._highest, number) if number != 1 else 1
        return key, label

    def _missing(self, label: str, number: int, before: str) -> tuple[str, str] | None:
        """A mark whose note was not read: the next one, between notes that were."""
        behind_words = _WORD.search(before) or before.endswith(_STOPS)
        between = self._known and min(self._known) < number < max(self._known)
        if not (between and behind_words and number == self._highest + 1):
            return None
        self._highest = number
        return f"missing {label}", label

    def _listed(self, label: str, *, bracketed: bool) -> str:
        """The note of the list that answers here; lists called in the same dress come first."""
        for dress in (bracketed, not bracketed):
            own = [at for at, one in enumerate(self._series) if one.bracketed is dress and at not in self._skipped]
            here = [at for at in own if self._series[at].first <= self._row < self._series[at].last]
            if label == "1" and len(here) > 1 and self._begins_again(here):
                here = here[1:]
            for at in here[:1]:
                if key := self._series[at].labels.get(label):
                    return key
        return ""

    def _begins_again(self, here: Sequence[int]) -> bool:
        """Whether the numbers begin again: the next series answers from here on."""
        series = self._series[here[0]]
        last = series.labels.get(str(len(series.notes)), "")
        if last not in self._called:
            return False
        self._skipped.add(here[0])
        return True


def _calls_in_round(body: Iterable[Row], series: Sequence[Series]) -> bool:
    """Whether (1) and (2, 3) call most of the list, in order, and nothing else does."""
    listed = {note.label for one in series for note in one.notes}
    order: list[int] = []
    for row in body:
        before = ""
        for run in row.runs:
            if listed.intersection(raised_labels(run, before)):
                return False
            before += run.text
        if any(listed.intersection(labels_in(mark[1])) for mark in bracketed_marks(row.text)):
            return False
        order += [int(label) for mark in ROUND.finditer(row.text) for label in labels_in(mark[1]) if label in listed]
    first = list(dict.fromkeys(order))
    return len(first) * 2 > len(listed) and len(longest_ascending(first)) * 2 > len(first)
