"""A report written into the Word file of its article.

In: a report. Out: the file, and what could not be written into it. The rule of this file: a comment on what the article says stands at its
words, one on a note or its source at the mark of the note, for Word passes over comments inside notes ([MS-OI29500] 2.1.315). Changes are
written first: comments find the words as they were, and stand around what becomes of them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from verifier.escape import for_terminal_text
from verifier.files.xml import Element
from verifier.model import (
    Agreement,
    CheckedCitation,
    Claim,
    Document,
    Finding,
    Note,
    NoteKind,
    Report,
    Scope,
    Severity,
    Suggestion,
)
from verifier.reports import Told
from verifier.reports.rows import SIGNS, compared, settled_lines, sign_of
from verifier.reports.word.file import WordFile
from verifier.reports.word.story import BEGINNING, Stretch, runs_of
from verifier.reports.words import LABELS, label_of
from verifier.verdicts import first_mark, steps_of_findings, steps_of_note
from verifier.verdicts.answers import REFERENCE_DIFFERS, weigh_fetch

_AUTHOR = "verifier"
_WEIGHTY = (Severity.PROBLEM, Severity.WARNING)
_NOT_PLACED = "(The sentence was not found as it stands; this comment is about the note.)"
_NO_ADDRESS = "the address is not written out in the note, just once"
_NO_WORDS = "the quoted words do not stand in the sentence just once as they were read"
_PROTECTED = {
    "forms": " but for its forms",
    "comments": " but for comments",
    "trackedChanges": " but for tracked changes",
}


def write(report: Report) -> Told:
    """The Word file of a report with its comments and suggestions. Raises OutputError where it cannot be had or opened."""
    file = WordFile(report, _AUTHOR, report.checked_at)
    desk = _Desk(report, file)
    for cited in report.citations:
        desk.comment(cited)
    return Told(file.save(), tuple(desk.tell()))


class _Desk:
    """A report at work on its file."""

    def __init__(self, report: Report, file: WordFile) -> None:
        self._report, self._document, self._file = report, report.document, file
        # Each suggestion, and why it could not be written.
        self._hindered = {suggestion: self._change(suggestion) for suggestion in report.suggestions}

    def comment(self, cited: CheckedCitation) -> None:
        """A comment for the note, where something is wrong with it or its source; one for each claim that needs a person."""
        note, findings = (
            self._document.notes[cited.citation.note],
            [f for f in cited.findings if f.severity in _WEIGHTY],
        )
        settled = settled_lines(self._report, cited)
        of_note = list(_find_wrong(cited))
        if of_note:
            answer, *reasons = of_note
            steps = (*steps_of_note(note, cited), *self._changes_of(cited, None), *settled)
            self._put(
                self._place_of_note(cited), f"{answer} [{cited.label}]", *reasons, *steps, cited.citation.url or ""
            )
        for finding in findings:
            steps = (*steps_of_findings([finding]), *self._changes_of(cited, finding), *settled)
            self._put(self._place_of(cited, finding), *_lines_of(cited, finding), *steps, cited.citation.url or "")

    def tell(self) -> Iterator[str]:
        """What whoever asked for the file should know: how many changes were written, and which could not be."""
        if self._report.suggestions:
            written = sum(not why for why in self._hindered.values())
            yield f"{_count(written, 'change')} suggested, to accept or reject in Word (Review)."
        for why, number in Counter(filter(None, self._hindered.values())).items():
            yield f"{_count(number, 'change')} only said in a comment, not written: {why}."
        if kind := self._file.protection():
            yield f"The file is protected{_PROTECTED.get(kind, '')}, and stays so; Review > Restrict Editing > Stop Protection opens it."

    def _change(self, suggestion: Suggestion) -> str:
        """Write a change; why it could not be written."""
        place = self._place_of_change(suggestion)
        if place is None:
            return _NO_ADDRESS if suggestion.finding is None else _NO_WORDS
        return self._file.changes.write(place, suggestion.new)

    def _place_of_change(self, suggestion: Suggestion) -> Stretch | None:
        if not suggestion.old:
            return None
        number, finding = suggestion.citation.note, suggestion.finding
        if finding is None or finding.claim.scope is Scope.NOTE:
            return self._file.note(number, self._document.notes[number].text, suggestion.old)
        sentence = self._sentence(finding.claim)
        return sentence.story.within(sentence, suggestion.old) if sentence is not None else None

    def _changes_of(self, cited: CheckedCitation, finding: Finding | None) -> Iterator[str]:
        for suggestion, why in self._hindered.items():
            if (suggestion.citation, suggestion.finding) == (cited.citation, finding):
                where = "in the note" if finding is None else "here"
                yield (
                    f"(No change was written, for {why}.)"
                    if why
                    else f"(Suggested as a change {where}: accept or reject it.)"
                )

    def _sentence(self, claim: Claim) -> Stretch | None:
        """Where a claim stands: of several equal sentences the one of its block."""
        turn = _turn(self._document, claim.block, claim.text)
        return self._file.body.find(_between_marks(self._document, claim), turn)

    def _place_of(self, cited: CheckedCitation, finding: Finding) -> list[Element]:
        """The runs of a claim; of one that stands in a note, the note's."""
        sentence = self._sentence(finding.claim) if finding.claim.scope is not Scope.NOTE else None
        return runs_of(sentence) if sentence is not None else self._place_of_note(cited)

    def _place_of_note(self, cited: CheckedCitation) -> list[Element]:
        """The runs of a note's mark; of a typed note the note itself; of a link its sentence."""
        number = cited.citation.note
        if mark := self._file.mark(number):
            return mark
        note = self._document.notes[number]
        place = self._typed(number, note, cited) if note.kind is not NoteKind.LINK else None
        place = place or self._in_front(cited)
        return runs_of(place) if place is not None else []

    def _typed(self, number: int, note: Note, cited: CheckedCitation) -> Stretch | None:
        address = self._file.note(number, note.text, cited.citation.url) if cited.citation.url else None
        return address or self._file.body.only(note.text)

    def _in_front(self, cited: CheckedCitation) -> Stretch | None:
        """The sentence that a note belongs to, else the words in front of its mark."""
        if cited.findings and cited.findings[0].claim.scope is not Scope.NOTE:
            return self._sentence(cited.findings[0].claim)
        mark = first_mark(self._document, cited.citation.note)
        if mark is None or mark.block >= len(self._document.blocks):
            return None
        words = self._document.blocks[mark.block].text[: mark.offset].rstrip()[-BEGINNING:]
        return self._file.body.find([words], _turn(self._document, mark.block, words))

    def _put(self, runs: list[Element], *lines: str) -> None:
        """A comment of these lines at these runs; where there are none at the beginning, and it says so."""
        said = [*lines] if runs else [*lines, _NOT_PLACED]
        self._file.comment(runs or self._file.beginning(), "\n".join(for_terminal_text(line) for line in said if line))


def _turn(document: Document, block: int, words: str) -> int:
    """How often these words stand in the blocks before this one."""
    return sum(before.text.count(words) for before in document.blocks[:block]) if words else 0


def _between_marks(document: Document, claim: Claim) -> list[str]:
    """The words of a claim, divided where marks of notes stand between them: a typed mark is still there in the file."""
    begin = document.blocks[claim.block].text.find(claim.text)
    at = {mark.offset - begin for mark in document.marks if mark.block == claim.block and begin >= 0}
    ends = [0, *sorted(offset for offset in at if 0 < offset < len(claim.text)), len(claim.text)]
    return [claim.text[start:end] for start, end in pairwise(ends)]


def _find_wrong(cited: CheckedCitation) -> Iterator[str]:
    """What is wrong with a note or its source: the answer, then the reasons; nothing where nothing is."""
    severity, word, reason = weigh_fetch(cited.citation, cited.fetch)
    doubts = [check.reason for check in cited.reference if check.agreement is Agreement.DIFFERS]
    if severity in _WEIGHTY:
        yield f"{SIGNS[severity]} {LABELS[word]}"
        yield reason
    elif doubts:
        yield f"{SIGNS[Severity.WARNING]} {LABELS[REFERENCE_DIFFERS]}"
    yield from doubts


def _lines_of(cited: CheckedCitation, finding: Finding) -> Iterator[str]:
    ours, theirs = compared(finding)
    yield f"{sign_of(finding)} {label_of(finding)} [{cited.label}]"
    yield finding.reason
    if theirs:
        yield from (f"Article: “{ours}”", f"Source: “{theirs}”")


def _count(number: int, what: str) -> str:
    return f"{number} {what}" if number == 1 else f"{number} {what}s"
