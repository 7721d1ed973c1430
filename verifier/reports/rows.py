"""What every format of a check shares: the order of citations, and signs and names for people. Nothing is judged here."""

from __future__ import annotations

from verifier.model import CheckedCitation, Opinion, Report, Severity
from verifier.verdicts import WORST_FIRST

SIGNS = {Severity.PROBLEM: "✗", Severity.WARNING: "!", Severity.CANNOT_TELL: "?", Severity.FINE: "✓"}
NAMES = {
    Severity.PROBLEM: "problem",
    Severity.WARNING: "to look at",
    Severity.CANNOT_TELL: "cannot tell",
    Severity.FINE: "nothing wrong found",
}


def opinion_line(opinion: Opinion) -> str:
    """A judge's opinion in one line, with who gave it."""
    said = opinion.verdict.value.replace("_", " ") if opinion.verdict else "no opinion"
    return f"Judge {opinion.judge} ({opinion.model}): {said}. {opinion.reason}".strip()


def tally(report: Report) -> list[tuple[Severity, str]]:
    """How many citations weigh how much, in words, worst first."""
    found = []
    for severity, number in report.summary.severities:
        name = "problems" if severity is Severity.PROBLEM and number != 1 else NAMES[severity]
        found += [(severity, f"{number} {name}")] if number else []
    return found


def worst_first(report: Report) -> tuple[CheckedCitation, ...]:
    """The citations, what needs a person first."""
    return tuple(sorted(report.citations, key=lambda c: WORST_FIRST.index(c.severity)))


def next_steps(report: Report) -> list[str]:
    """What to do next, most urgent first, each with its note's label."""
    return [f"[{cited.label}] {step}" for cited in worst_first(report) for step in cited.steps]
