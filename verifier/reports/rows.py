"""What every format of a check shares: one row a citation, its worst answer first, and the sums.

In: a `Report`. Out: rows in document order (`rows`) or worst first (`worst_first`).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from verifier.model import (
    Agreement,
    CheckedCitation,
    Content,
    Family,
    FieldCheck,
    Finding,
    Link,
    Opinion,
    RecheckReport,
    Report,
    Severity,
    Visits,
)
from verifier.reports.words import REFERENCE_DIFFERS
from verifier.verdicts import compare_reference, weigh_link

ORDER = (Severity.PROBLEM, Severity.WARNING, Severity.CANNOT_TELL, Severity.FINE)
SIGNS = {Severity.PROBLEM: "✗", Severity.WARNING: "!", Severity.CANNOT_TELL: "?", Severity.FINE: "✓"}
NAMES = {
    Severity.PROBLEM: "problem",
    Severity.WARNING: "to look at",
    Severity.CANNOT_TELL: "cannot tell",
    Severity.FINE: "nothing wrong found",
}
_BAD_NEWS = (Content.DRIFTED, Content.QUOTE_LOST)


def opinion_line(opinion: Opinion) -> str:
    """A judge's opinion in one line, with who gave it."""
    said = opinion.verdict.value.replace("_", " ") if opinion.verdict else "no opinion"
    return f"Judge {opinion.judge} ({opinion.model}): {said}. {opinion.reason}".strip()


def tally(table: Sequence[Row]) -> list[tuple[Severity, str]]:
    """How many rows weigh how much, in words, worst first."""
    found = []
    for severity in ORDER:
        number = sum(row.severity is severity for row in table)
        name = "problems" if severity is Severity.PROBLEM and number != 1 else NAMES[severity]
        found += [(severity, f"{number} {name}")] if number else []
    return found


@dataclass(frozen=True, slots=True)
class Row:
    """One citation: its note's label, its findings worst first, and the one word that stands for all."""

    label: str
    note: str
    checked: CheckedCitation
    findings: tuple[Finding, ...]
    severity: Severity
    word: str
    reason: str
    reference: tuple[FieldCheck, ...] = ()

    @property
    def doubts(self) -> tuple[str, ...]:
        """What the note says of the source and the page says otherwise, in words."""
        return tuple(check.reason for check in self.reference if check.agreement is Agreement.DIFFERS)


def rows(report: Report) -> tuple[Row, ...]:
    """A row for every citation, in document order."""
    return tuple(_row(report, checked) for checked in report.citations)


def worst_first(report: Report) -> tuple[Row, ...]:
    """The same rows, what needs a person first."""
    return tuple(sorted(rows(report), key=lambda row: ORDER.index(row.severity)))


def _row(report: Report, checked: CheckedCitation) -> Row:
    citation, note = checked.citation, report.document.notes[checked.citation.note]
    mine = sorted((f for f in report.findings if f.citation == citation), key=lambda f: ORDER.index(f.severity))
    severity, word, reason = _link_answer(checked)
    # A link's own fault comes first among equals: who repairs it reads the claim again anyway.
    if mine and ORDER.index(mine[0].severity) < ORDER.index(severity):
        severity, word, reason = mine[0].severity, mine[0].verdict.value, mine[0].reason
    elif mine and severity is Severity.FINE:
        word, reason = mine[0].verdict.value, mine[0].reason
    reference = compare_reference(citation, checked.fetch, report.checked_at.date())
    doubt = next((c.reason for c in reference if c.agreement is Agreement.DIFFERS), None)
    if doubt and severity is Severity.FINE:
        severity, word, reason = Severity.WARNING, REFERENCE_DIFFERS, doubt
    return Row(note.label, note.text, checked, tuple(mine), severity, word, reason, reference)


def _link_answer(checked: CheckedCitation) -> tuple[Severity, str, str]:
    fetch = checked.fetch
    if fetch is None:
        why = (
            "This run ended before its source was looked at." if checked.citation.url else "The note gives no address."
        )
        return Severity.CANNOT_TELL, "not_looked_at" if checked.citation.url else "no_address", why
    return weigh_link(fetch), fetch.status.link.value, fetch.status.reason


def severities(report: Report) -> list[Severity]:
    """How all of a report weighs: its links and its findings."""
    return [row.severity for row in rows(report)]


def severities_of_visits(visits: Visits) -> list[Severity]:
    """How visits weigh."""
    return [weigh_link(fetch) for fetch in visits.fetches]


def severities_of_recheck(report: RecheckReport, *, strict: bool) -> list[Severity]:
    """How a re-check weighs: what is newly wrong (`strict`: also what nobody could tell)."""
    news = [Severity.PROBLEM for c in report.changes if c.status.family is not Family.FOUND or c.content in _BAD_NEWS]
    unclear = [Severity.CANNOT_TELL for s in report.sources if strict and s.status.family is Family.CANNOT_TELL]
    return news + unclear


def summary(report: Report) -> dict[str, int]:
    """The sums of a report, for people and for JSON."""
    weights = Counter(row.severity for row in rows(report))
    families = Counter(c.fetch.status.family for c in report.citations if c.fetch)
    return {
        "notes": len(report.document.notes),
        "citations": len(report.citations),
        "claims": len(report.claims),
        "found": families[Family.FOUND],
        "lost": families[Family.LOST],
        "cannot_tell": families[Family.CANNOT_TELL],
        "problems": weights[Severity.PROBLEM],
        "to_look_at": weights[Severity.WARNING],
        "unclear": weights[Severity.CANNOT_TELL],
        "fine": weights[Severity.FINE],
    }


def next_steps(report: Report) -> list[str]:
    """What to do next, most urgent first; plain sentences without outside words except addresses and labels."""
    steps = []
    for row in worst_first(report):
        fetch = row.checked.fetch
        if fetch is None:
            continue
        if fetch.status.family is Family.LOST and fetch.memento is not None:
            day = fetch.memento.datetime.date().isoformat()
            steps.append(f"[{row.label}] Cite the archived copy of {day}: {fetch.memento.url}")
        elif fetch.status.family is Family.LOST:
            steps.append(f"[{row.label}] Look for the source at a new address; no archived copy was found.")
        elif fetch.status.link is Link.MOVED and fetch.final_url:
            steps.append(f"[{row.label}] Give the new address: {fetch.final_url}")
        steps += [
            f"[{row.label}] Look at note {f.elsewhere}: its source holds the quoted words."
            for f in row.findings
            if f.elsewhere
        ]
    return steps
