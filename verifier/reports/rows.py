"""What every format of a check shares: the order of citations, and signs and names for people. Nothing is judged here."""

from __future__ import annotations

from verifier.model import CheckedCitation, Opinion, Problem, ProblemKind, Report, Severity
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


def problem_line(problem: Problem) -> str:
    """A problem of the article itself in one line, behind the label of its note where it is a note's.

    >>> problem_line(Problem(ProblemKind.UNCITED, "", "It carried 1,400 people."))
    'No source is given for: It carried 1,400 people.'
    """
    said = f"No source is given for: {problem.detail}" if problem.kind is ProblemKind.UNCITED else problem.detail
    return f"[{problem.label}] {said}" if problem.label else said


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
