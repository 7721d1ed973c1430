"""How far a note answers for a claim, and what its sources say together.

In: the findings of one statement, one for each source. Out: what is said of it. The rule of this file: what any source of a sentence
holds is missing from none; where one could not be read nobody can tell that it is missing; and of a sentence that the note need
not speak for only evidence and another value are told.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from verifier.model import Claim, Conflict, Finding, Scope, Severity, StatementVerdict

_S = StatementVerdict
_NOTHING = frozenset({_S.NO_EVIDENCE, _S.WEAK_EVIDENCE})
_NOT_ASKED = {
    Scope.EARLIER: "The sentence stands before the marked one: the note need not speak for it.",
    Scope.POINTED: "The note points to more, or explains something of its own: it need not speak for this sentence.",
}


def hear_together(findings: Sequence[Finding], *, complete: bool = True) -> tuple[Finding, ...]:
    """The findings of one statement, its sources asked together; not `complete` where one more could not even be named."""
    read = [f for f in findings if f.verdict is not _S.UNVERIFIABLE]
    if complete and len(findings) == 1:
        return tuple(findings)
    nowhere = (
        frozenset.intersection(*(frozenset(c.claimed for c in f.conflicts) for f in read)) if read else frozenset()
    )
    heard = [_without_covered(f, nowhere) for f in findings]
    if len(read) < len(findings) or not complete:
        return tuple(map(_could_not_look, heard))
    return tuple(_once(heard))


def _without_covered(finding: Finding, nowhere: frozenset[str]) -> Finding:
    """A value that another source of the sentence has is no conflict."""
    conflicts = tuple(c for c in finding.conflicts if c.claimed in nowhere)
    if finding.verdict is not _S.ITEM_CONFLICT or len(conflicts) == len(finding.conflicts):
        return finding
    if conflicts:
        return replace(finding, conflicts=conflicts)
    reason = "The passages bear on this sentence; what is missing here stands in another source of it."
    return replace(finding, verdict=_S.EVIDENCE_SHOWN, severity=Severity.FINE, conflicts=(), reason=reason)


def _could_not_look(finding: Finding) -> Finding:
    """What is missing may stand in the source that nobody could read."""
    if finding.verdict not in _NOTHING and (
        finding.verdict is not _S.ITEM_CONFLICT or any(c.source for c in finding.conflicts)
    ):
        return finding
    reason = "Not in the sources that could be read; another source of this sentence could not be looked at."
    return replace(finding, verdict=_S.UNVERIFIABLE, severity=Severity.CANNOT_TELL, conflicts=(), reason=reason)


def _once(findings: Sequence[Finding]) -> Iterator[Finding]:
    """What is in none of the sources is said once, of the one that is nearest."""
    missing = [f for f in findings if f.verdict in _NOTHING or (f.verdict is _S.ITEM_CONFLICT and not _other_values(f))]
    nearest = max(missing, key=lambda f: f.score, default=None)
    for finding in findings:
        if finding in missing and finding is not nearest:
            reason = f"{finding.reason} This is told of another source of this sentence."
            yield replace(finding, severity=Severity.FINE, reason=reason)
        else:
            yield finding


def _other_values(finding: Finding) -> tuple[Conflict, ...]:
    return tuple(c for c in finding.conflicts if c.source)


def answer_softly(claim: Claim, findings: Sequence[Finding]) -> tuple[Finding, ...]:
    """What is said of a sentence that the note need not speak for: evidence and other values; where there is none, one quiet line."""
    if claim.scope is Scope.MARKED:
        return tuple(findings)
    soft = [_soft(finding) for finding in findings]
    telling = [f for f in soft if f.verdict is _S.EVIDENCE_SHOWN or f.severity is Severity.WARNING]
    if telling:
        return tuple(telling)
    read = [f for f in soft if f.verdict is not _S.UNVERIFIABLE]
    if read:
        return (max(read, key=lambda f: f.score),)
    return tuple(soft) if claim.scope is Scope.POINTED else ()


def _soft(finding: Finding) -> Finding:
    if finding.verdict in (_S.EVIDENCE_SHOWN, _S.UNVERIFIABLE):
        return finding
    if finding.verdict is _S.ITEM_CONFLICT and _other_values(finding) and finding.severity is not Severity.FINE:
        return replace(finding, severity=Severity.WARNING)
    return replace(finding, severity=Severity.FINE, reason=f"{finding.reason} {_NOT_ASKED[finding.claim.scope]}")
