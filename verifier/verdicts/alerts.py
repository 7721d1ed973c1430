"""What of a report a person should look at, each with its place in the article.

In: a `Report`. Out: its `Alert`s in document order. The rule of this file: the worst of a citation's alerts weighs what its answer weighs,
so that who counts alerts and who counts answers come to the same; what only repeats that a source could not be read is said once.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from verifier.model import (
    FAITHFUL,
    About,
    Agreement,
    Alert,
    CheckedCitation,
    Claim,
    Document,
    Family,
    Fetch,
    Finding,
    Link,
    Mark,
    Problem,
    QuotationVerdict,
    Report,
    Scope,
    Severity,
    StatementVerdict,
)
from verifier.verdicts.answers import NO_ADDRESS, NOT_LOOKED_AT, REFERENCE_DIFFERS, weigh_fetch

# The words of all alerts that weigh something.
WORDS = tuple(
    map(str, dict.fromkeys((*Link, *QuotationVerdict, *StatementVerdict, NO_ADDRESS, NOT_LOOKED_AT, REFERENCE_DIFFERS)))
)
# What a run can fail for. All else is said beside it.
WEIGHTY = (Severity.PROBLEM, Severity.WARNING, Severity.CANNOT_TELL)


# Whose passages a person must read, where nothing is wrong with them.
READING = frozenset((StatementVerdict.EVIDENCE_SHOWN, StatementVerdict.NO_EVIDENCE, StatementVerdict.WEAK_EVIDENCE))


def find_alerts(report: Report) -> tuple[Alert, ...]:
    """All alerts of a report; those that were settled say so."""
    settled = {bare(alert): alert for alert in report.settled}
    found = [alert for cited in report.citations for alert in _of_citation(report.document, cited)]
    found += [_of_problem(report.document, problem) for problem in report.document.problems]
    return tuple(settled.get(alert, alert) for alert in found)


def find_for_people(report: Report) -> tuple[Alert, ...]:
    """What of a report needs a person, whether or not somebody answered for it: what weighs something, and what is only to be read."""
    settled = {bare(alert): alert for alert in report.settled}
    found = [alert for cited in report.citations for alert in _for_people(report.document, cited)]
    return tuple(settled.get(alert, alert) for alert in found)


def _for_people(document: Document, cited: CheckedCitation) -> Iterator[Alert]:
    if not is_to_read(cited):
        yield from (alert for alert in _of_citation(document, cited) if alert.severity in WEIGHTY)
        return
    stated = [alert for alert in _of_citation(document, cited, whole=True) if is_for_people(alert)]
    yield from [alert for alert in stated if alert.word == StatementVerdict.EVIDENCE_SHOWN] or stated


def is_for_people(alert: Alert) -> bool:
    """Whether an alert needs a person, or its passages are to be read."""
    return alert.severity in WEIGHTY or (alert.severity is Severity.FINE and alert.word in READING)


def is_to_read(cited: CheckedCitation) -> bool:
    """Whether nothing is wrong with a citation, and what it says was not found word for word: its passages are to be read."""
    stated = any(f.verdict in READING for f in cited.findings)
    return cited.severity is Severity.FINE and stated and not any(f.verdict in FAITHFUL for f in cited.findings)


def bare(alert: Alert) -> Alert:
    """An alert as it was before anybody answered for it."""
    return replace(alert, settled=None, why="")


def find_open(report: Report) -> tuple[Alert, ...]:
    """The alerts that nobody settled."""
    return tuple(alert for alert in find_alerts(report) if alert.settled is None)


def severities(report: Report) -> list[Severity]:
    """How all of a report weighs: its answers; where something was settled, what is left open."""
    if not report.settled:
        return [citation.severity for citation in report.citations]
    return [alert.severity for alert in find_open(report)]


def find_unseen(report: Report) -> tuple[CheckedCitation, ...]:
    """The citations whose sources nobody could look at, where that is so of all that were asked for; nothing else was found wrong or right.

    What was settled is no reason to say that nothing was looked at.
    """
    asked = [cited for cited in report.citations if cited.fetch is not None]
    settled = {(alert.note, alert.url) for alert in report.settled}
    unsettled = [cited for cited in asked if (cited.label, cited.citation.url) not in settled]
    return () if any(map(_was_seen, asked)) else tuple(unsettled)


def _was_seen(cited: CheckedCitation) -> bool:
    fetch = cited.fetch
    if fetch is None:
        return False
    answered = fetch.status.family is not Family.CANNOT_TELL or fetch.status.link is Link.FRAGMENT_MISSING
    return answered or fetch.memento is not None or fetch.saved is not None


def first_mark(document: Document, note: int) -> Mark | None:
    """The first mark that calls a note."""
    return next((mark for mark in document.marks if mark.note == note), None)


def mark_of(document: Document, claim: Claim, note: int) -> Mark | None:
    """The mark that a claim belongs to: the first in its block that stands in or behind its words, else the first of the note."""
    called = first_mark(document, note)
    if claim.scope is Scope.NOTE:
        return called
    begin = document.blocks[claim.block].text.find(claim.text) if claim.block < len(document.blocks) else -1
    in_block = [mark for mark in document.marks if mark.note == note and mark.block == claim.block]
    return next((mark for mark in in_block if mark.offset >= begin), in_block[0] if in_block else called)


def find_judged(report: Report) -> tuple[Alert, ...]:
    """All that a report says of sources and claims as alerts, what weighs nothing and what only repeats another among them."""
    return tuple(alert for cited in report.citations for alert in _of_citation(report.document, cited, whole=True))


def _of_citation(document: Document, cited: CheckedCitation, *, whole: bool = False) -> Iterator[Alert]:
    severity, word, reason = weigh_fetch(cited.citation, cited.fetch)
    front = Alert(document.name, cited.label, cited.citation.url, word, severity, reason)
    link = _at(front, first_mark(document, cited.citation.note))
    if whole or severity in WEIGHTY:
        yield replace(link, words="" if link.url else cited.citation.title or "")
    for finding in cited.findings:
        if whole or _says_more(finding, severity):
            yield _of_finding(document, finding, front, cited.fetch)
    if doubts := _doubts(cited):
        about = replace(link, word=REFERENCE_DIFFERS, severity=Severity.WARNING, about=About.REFERENCE)
        yield replace(about, reason=" ".join(doubts))


def _says_more(finding: Finding, link: Severity) -> bool:
    """Whether a finding says more than that its source could not be read, where the link says that already."""
    repeats = finding.severity is Severity.CANNOT_TELL and link in (Severity.PROBLEM, Severity.CANNOT_TELL)
    return bool(finding.warnings) or (finding.severity in WEIGHTY and not repeats)


def _of_finding(document: Document, finding: Finding, front: Alert, fetch: Fetch | None) -> Alert:
    said = finding.quotation.text if finding.quotation else finding.claim.text
    reason = " ".join((finding.reason, *finding.warnings))
    verdict = replace(
        front,
        word=finding.verdict.value,
        severity=finding.severity,
        reason=reason,
        words=said,
        rests=_rests(finding, fetch),
        sentence=finding.claim.text,
        about=About(finding.kind.value),
        differs=kind_of(finding) or "",
    )
    return _at(verdict, mark_of(document, finding.claim, finding.citation.note))


def kind_of(finding: Finding) -> str | None:
    """What differs between article and source, where that is of one kind: a number, a name, a negation ..."""
    kinds: set[str] = set()
    if finding.verdict is QuotationVerdict.ALTERED:
        kinds = {d.kind.value for d in finding.differences if d.material}
    elif finding.verdict is StatementVerdict.ITEM_CONFLICT:
        kinds = {c.kind.value for c in finding.conflicts}
    return kinds.pop() if len(kinds) == 1 else None


def _rests(finding: Finding, fetch: Fetch | None) -> str:
    """What a finding was given for: the passages of the source with the words around them; without any, its bytes."""
    passages = [f"{e.prefix}|{e.exact}|{e.suffix}" for e in finding.evidence]
    passages += [fetch.snapshot.sha256] if not passages and fetch is not None and fetch.snapshot is not None else []
    return "\n".join(passages)


def _of_problem(document: Document, problem: Problem) -> Alert:
    labelled = [mark for mark in document.marks if mark.label == problem.label]
    alone = [mark for mark in labelled if mark.note is None]
    said = Alert(
        document.name, problem.label, None, problem.kind.value, Severity.FINE, problem.detail, about=About.ARTICLE
    )
    return _at(said, next(iter([*alone, *labelled]), None))


def _at(alert: Alert, mark: Mark | None) -> Alert:
    return replace(alert, line=mark.line, column=mark.column) if mark is not None else alert


def _doubts(cited: CheckedCitation) -> Sequence[str]:
    return [check.reason for check in cited.reference if check.agreement is Agreement.DIFFERS]
