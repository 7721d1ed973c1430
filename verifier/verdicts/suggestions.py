"""What of an article has exactly one right answer, as changes that its author can accept or reject.

In: a report. Out: it with its suggestions. The rule of this file: a suggestion is made only where no second answer is in sight: the page
has moved for good, an archive holds the page that is lost; on request, the source has other words for what is quoted. What was accepted or
ignored is left alone.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from difflib import SequenceMatcher

from verifier.model import (
    FAITHFUL,
    CheckedCitation,
    DifferenceKind,
    Family,
    Fetch,
    Finding,
    Judged,
    Note,
    QuotationVerdict,
    Report,
    SettledBy,
    Suggestion,
    SuggestionKind,
)
from verifier.verdicts.alerts import find_alerts
from verifier.verdicts.answers import correct_address

# What the source has in place of the article's words. What was left out, or put together, can be set right in more than one way.
_PLAIN = frozenset({
    DifferenceKind.NUMBER, DifferenceKind.NEGATION, DifferenceKind.NAME, DifferenceKind.MODALITY, DifferenceKind.WORD,
    DifferenceKind.QUALIFIER, DifferenceKind.INSERTION,
})  # fmt: skip
_MENDED = frozenset({DifferenceKind.MARKED, DifferenceKind.BETWEEN})
_ELSEWHERE = frozenset({QuotationVerdict.NOT_FOUND, QuotationVerdict.FOUND_ELSEWHERE})
_EDGES = ".,;:!?'\"‘’“”„«»‚‹›()"
_LEAST = 0.5  # of the words; with fewer in common it is another quotation


def suggest(report: Report, *, quotations: bool = False) -> Report:
    """A report with its suggestions; those for quotations only where they are asked for."""
    closed = {
        (a.note, a.url, a.word) for a in find_alerts(report) if a.settled in (SettledBy.ACCEPTED, SettledBy.IGNORED)
    }
    found = [made for cited in report.citations for made in _of_address(report.document.notes, cited, closed)]
    if quotations:
        found += _of_quotations(report, closed)
    return replace(report, suggestions=tuple(dict.fromkeys(found)))


_Closed = set[tuple[str, str | None, str]]


def _of_address(notes: Sequence[Note], cited: CheckedCitation, closed: _Closed) -> Iterator[Suggestion]:
    """The address of a note, where the page has moved and holds what is cited, or is lost and an archive has it."""
    fetch, citation = cited.fetch, cited.citation
    if fetch is None or (cited.label, citation.url, fetch.status.link.value) in closed:
        return
    lost = fetch.status.family is Family.LOST
    if lost and fetch.memento is not None and fetch.memento.holds_words is False:
        return
    sure = lost or (_is_for_good(fetch) and not any(f.verdict in _ELSEWHERE for f in cited.findings))
    change = correct_address(notes[citation.note], citation, fetch)
    if change is not None and sure:
        yield Suggestion(SuggestionKind.COPY if lost else SuggestionKind.ADDRESS, citation, *change)


def _is_for_good(fetch: Fetch) -> bool:
    """Whether each step to the new address is a lasting one: behind a passing one stands where a visitor is sent today."""
    return all(hop.status in (301, 308) for hop in fetch.hops if hop.location)


def _of_quotations(report: Report, closed: _Closed) -> list[Suggestion]:
    """The quoted words as the source has them, where the sources of a sentence do not answer differently."""
    asked: dict[tuple[object, str], list[Finding]] = {}
    for finding in report.findings:
        if finding.quotation is not None:
            asked.setdefault((finding.claim, finding.quotation.text), []).append(finding)
    labels = report.document.notes
    found = []
    for findings in asked.values():
        answers = {new for f in findings if (new := _words_of_source(f))}
        altered = [f for f in findings if f.verdict is QuotationVerdict.ALTERED]
        shut = any((labels[f.citation.note].label, f.citation.url, f.verdict.value) in closed for f in altered)
        if len(answers) == 1 and not shut and not any(f.verdict in FAITHFUL for f in findings):
            found += [_of_quotation(altered[0], answers.pop())]
    return found


def _of_quotation(finding: Finding, new: str) -> Suggestion:
    old = finding.quotation.text if finding.quotation else ""
    return Suggestion(SuggestionKind.QUOTATION, finding.citation, old, new, finding)


def _words_of_source(finding: Finding) -> str:
    """The quotation with the source's words where they differ; "" where that is not the one right answer."""
    kinds = {d.kind for d in finding.differences}
    material = {d.kind for d in finding.differences if d.material}
    old = finding.quotation.text if finding.quotation else ""
    marked = any(sign in old for sign in "[]…") or "..." in old
    if finding.verdict is not QuotationVerdict.ALTERED or not finding.evidence or finding.judged is Judged.MEMENTO:
        return ""
    if marked or not material or not material <= _PLAIN or kinds & _MENDED:
        return ""
    new = put_right(old, finding.evidence[0].exact)
    return new if new != " ".join(old.split()) else ""


def put_right(old: str, source: str) -> str:
    """A quotation with the words of a source in place of those that differ; "" where too few are the same.

    >>> put_right("The gates cost 1,700 jobs", "the gates cost 1,200 jobs")
    'The gates cost 1,200 jobs'
    >>> put_right("It fell", "Nobody knows why")
    ''
    """
    ours, theirs = old.split(), source.split()
    matcher = SequenceMatcher(None, [_bare(w) for w in ours], [_bare(w) for w in theirs], autojunk=False)
    if matcher.ratio() < _LEAST:
        return ""
    made: list[str] = []
    for kind, i, j, k, m in matcher.get_opcodes():
        made += ours[i:j] if kind == "equal" else theirs[k:m]
    return " ".join(made)


def _bare(word: str) -> str:
    return word.strip(_EDGES).casefold()
