"""What every format of a check shares: the order of citations, and signs and names for people. Nothing is judged here."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from verifier.model import (
    CheckedCitation,
    Finding,
    Opinion,
    Problem,
    ProblemKind,
    Report,
    SettledBy,
    Severity,
)
from verifier.verdicts import WORST_FIRST
from verifier.verdicts.alerts import READING, is_to_read

SIGNS = {Severity.PROBLEM: "✗", Severity.WARNING: "!", Severity.CANNOT_TELL: "?", Severity.FINE: "✓"}
# Nothing is wrong, and no words were found either: passages are shown, which a person must read.
READ = "·"
NAMES = {
    Severity.PROBLEM: "problem",
    Severity.WARNING: "to look at",
    Severity.CANNOT_TELL: "cannot tell",
    Severity.FINE: "nothing wrong found",
}


def sign_of(finding: Finding) -> str:
    """The sign of a finding: ✓ only where words were found."""
    return READ if finding.severity is Severity.FINE and finding.verdict in READING else SIGNS[finding.severity]


def sign_of_citation(cited: CheckedCitation) -> str:
    """The sign of a citation's one answer."""
    return READ if is_to_read(cited) else SIGNS[cited.severity]


def opinion_line(opinion: Opinion) -> str:
    """A judge's opinion in one line, with who gave it."""
    said = opinion.verdict.value.replace("_", " ") if opinion.verdict else "no opinion"
    return f"Judge {opinion.judge} ({opinion.model}): {said}. {opinion.reason}".strip()


def settled_lines(report: Report, cited: CheckedCitation) -> list[str]:
    """What of a citation was settled, by whom and why; a citation of one address in one note is one thing."""
    mine = [a for a in report.settled if (a.note, a.url) == (cited.label, cited.citation.url)]
    return list(dict.fromkeys(a.why if a.settled is SettledBy.ACCEPTED else f"{a.settled}: {a.why}" for a in mine))


def settled_sum(report: Report) -> str:
    """How much of a report somebody answered for, by whom; "" where nothing is settled."""
    counts = Counter(alert.settled for alert in report.settled)
    return ", ".join(f"{counts[by]} {by.value}" for by in SettledBy if counts[by])


def problem_line(problem: Problem) -> str:
    """A problem of the article itself in one line, behind the label of its note where it is a note's.

    >>> problem_line(Problem(ProblemKind.UNCITED, "", "It carried 1,400 people."))
    'No source is given for: It carried 1,400 people.'
    """
    said = f"No source is given for: {problem.detail}" if problem.kind is ProblemKind.UNCITED else problem.detail
    return f"[{problem.label}] {said}" if problem.label else said


def tally(*reports: Report) -> list[tuple[Severity, str]]:
    """How many citations weigh how much, in words, worst first; what is to be read is counted apart."""
    found: list[tuple[Severity, str]] = []
    reading = sum(is_to_read(cited) for report in reports for cited in report.citations)
    sums: Counter[Severity] = Counter()
    for report in reports:
        sums.update(dict(report.summary.severities))
    for severity in WORST_FIRST:
        number = sums[severity]
        own = number - reading if severity is Severity.FINE else number
        name = "problems" if severity is Severity.PROBLEM and number != 1 else NAMES[severity]
        if severity is Severity.FINE and reading:
            found.append((severity, f"{reading} to read"))
        found += [(severity, f"{own} {name}")] if own else []
    return found


def worst_first(report: Report) -> tuple[CheckedCitation, ...]:
    """The citations, what needs a person first."""
    return tuple(sorted(report.citations, key=lambda c: (WORST_FIRST.index(c.severity), not is_to_read(c))))


def next_steps(report: Report) -> list[str]:
    """What to do next, most urgent first, each with its note's label."""
    return [f"[{cited.label}] {step}" for cited in worst_first(report) for step in cited.steps]


_AROUND = 60  # characters on each side of what differs
_WHOLE = 320  # characters of a passage in which nothing was marked: a sentence is shown to its end


def compared(finding: Finding) -> tuple[str, str]:
    """The article's words and the source's, cut so that what differs stands in them; "" where there is no passage."""
    said = finding.quotation.text if finding.quotation else finding.claim.text
    passage = finding.evidence[0].exact if finding.evidence else ""
    ours = [d.quoted for d in finding.differences if d.material] + [c.claimed for c in finding.conflicts]
    theirs = [d.source for d in finding.differences if d.material] + [c.source for c in finding.conflicts]
    return window(said, ours), window(passage, theirs)


def window(text: str, parts: Sequence[str]) -> str:
    """The text from before the first of these parts to behind the last, whole words; all of it where it is short.

    >>> window("It rose. " * 20 + "It fell by 3 metres. " + "It rose. " * 20, ["3"])
    '… It rose. It rose. It rose. It rose. It rose. It fell by 3 metres. It rose. It rose. It rose. It rose. It rose. It …'
    """
    text = " ".join(text.split())
    places = [(at, at + len(part)) for part in parts if part and (at := text.find(" ".join(part.split()))) >= 0]
    if len(text) <= (2 * _AROUND if places else _WHOLE):
        return text
    start = max(0, min((a for a, _ in places), default=0) - _AROUND)
    end = min(len(text), max((b + _AROUND for _, b in places), default=_WHOLE))
    start = text.find(" ", start) + 1 if start else 0
    end = text.rfind(" ", 0, end) if end < len(text) else end
    return f"{'… ' if start else ''}{text[start:end]}{' …' if end < len(text) else ''}"
