"""Judge what a claim says in its own words: never more than the passages can show."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from urllib.parse import unquote, urlsplit

from verifier.matching import assess_statement, match_quotation
from verifier.matching.across import assess_across
from verifier.model import (
    FAITHFUL,
    Assessment,
    Claim,
    Finding,
    FindingKind,
    QuotedKind,
    Scope,
    Severity,
    SourceText,
    StatementVerdict,
)
from verifier.sources.facts import count_words
from verifier.verdicts.case import Case, Source, foreign
from verifier.verdicts.scope import answer_softly, hear_together
from verifier.verdicts.weights import WEIGHT

_S = StatementVerdict
# Fewer own words than this around a quotation ("The report said:") state nothing of their own.
_OWN_WORDS = 4
# Nothing, or too little, of the claim is in the text that was read.
_ABSENT = frozenset({_S.NO_EVIDENCE, _S.WEAK_EVIDENCE})
_VALUES = ("number", "date")
_SEVERAL = 2


def judge_statement(case: Case) -> tuple[Finding, ...]:
    """A finding for each source; none where the sentence says nothing of its own."""
    if case.claim.scope is Scope.NOTE or not _has_own_words(case.claim):
        return ()
    findings = hear_together([_assess(case, source) for source in case.sources], complete=case.complete)
    if _hold_together(case, findings):
        reason = "Each source of this sentence holds a part of it: read them together."
        findings = tuple(replace(f, severity=Severity.FINE, reason=f"{f.reason} {reason}") for f in findings)
    elif any(f.verdict is _S.EVIDENCE_SHOWN for f in findings):
        # One source of several is enough: that another is silent about the claim is no problem.
        findings = tuple(f if f.verdict is _S.EVIDENCE_SHOWN else _soften(f) for f in findings)
    return answer_softly(case.claim, findings)


def _hold_together(case: Case, findings: Sequence[Finding]) -> bool:
    """Whether the sources that were read hold together what none of them holds alone."""
    if len(case.sources) < _SEVERAL or any(f.verdict in (_S.EVIDENCE_SHOWN, _S.UNVERIFIABLE) for f in findings):
        return False
    if any(c.source for f in findings for c in f.conflicts):
        return False
    texts = [s.text.text for s in case.sources if s.text is not None and not foreign(s.text, case.written_in)]
    return len(texts) >= _SEVERAL and assess_statement(case.claim.text, "\n\n".join(texts)).verdict is _S.EVIDENCE_SHOWN


def _soften(finding: Finding) -> Finding:
    return replace(
        finding, severity=Severity.FINE, reason=f"{finding.reason} Another source of this claim shows evidence."
    )


def _has_own_words(claim: Claim) -> bool:
    own = claim.text
    for quotation in claim.quotations:
        if quotation.kind is QuotedKind.QUOTATION:
            own = own.replace(quotation.text, " ")
    return count_words(own) >= _OWN_WORDS


def _assess(case: Case, source: Source) -> Finding:
    claim, text = case.claim, source.text
    if text is None:
        return _stated(claim, source, _assess_part(claim, source, case.written_in))
    spoken = foreign(text, case.written_in)
    if spoken:
        across = assess_across(
            claim.text, text.text, (case.written_in, spoken), case.by_meaning, _places_of_quotations(claim, text)
        )
        finding = _stated(claim, source, _without_quoted(claim, across))
        # Of another language the machine is less sure.
        return replace(finding, severity=Severity.WARNING) if finding.severity is Severity.PROBLEM else finding
    assessment = _without_quoted(claim, assess_statement(claim.text, text.text, text.parts, _titled(source, text)))
    if assessment.verdict in _ABSENT and source.silent:
        return _stated(claim, source, replace(assessment, verdict=_S.UNVERIFIABLE, reason=source.silent, warnings=()))
    return _stated(claim, source, assessment)


_LONG_NUMBER = re.compile(r"[a-z]{2,12}[-_]?\d{2,5}(?!\d)|(?<!\d)\d{3,5}(?!\d)", re.IGNORECASE)


def _titled(source: Source, text: SourceText) -> str:
    """What a source is known by: its title, the year of its publication, and the names and numbers in its address (/pep-0563/)."""
    of = text.metadata
    path = unquote(urlsplit(source.citation.url or "").path)
    numbers = (re.sub(r"[-_]0*", " ", f"{name}. ") for name in _LONG_NUMBER.findall(path))
    return f"{of.title or ''}. {(of.published or '')[:4]}. {''.join(numbers)}{' '.join(_LONG_NUMBER.findall(path))}"


def _places_of_quotations(claim: Claim, text: SourceText) -> list[tuple[int, int]]:
    """Where a text has the words that a claim's own sentence quotes."""
    quoted = [q.text for q in claim.quotations if q.kind is QuotedKind.QUOTATION and not q.in_context]
    found = [match_quotation(words, text.text, text.parts) for words in quoted]
    return [(m.start, m.end) for m in found if m.verdict in FAITHFUL and m.start is not None and m.end is not None]


def _assess_part(claim: Claim, source: Source, written_in: str | None) -> Assessment:
    """Of a part, what it shows counts; what it does not show may stand in the rest."""
    part = source.partial_text
    unread = Assessment(_S.UNVERIFIABLE, 0.0, reason=source.why_unread)
    if part is None or not part.text.strip() or foreign(part, written_in):
        return unread
    found = _without_quoted(claim, assess_statement(claim.text, part.text, part.parts, _titled(source, part)))
    return found if found.verdict is _S.EVIDENCE_SHOWN else replace(unread, evidence=found.evidence)


def _without_quoted(claim: Claim, assessment: Assessment) -> Assessment:
    """Numbers and names inside the quotation are the quotation layer's business: nothing is said twice."""
    quoted = [q.text for q in claim.quotations if q.kind is not QuotedKind.NOT_A_QUOTATION]
    own = tuple(c for c in assessment.conflicts if not any(c.claimed in q for q in quoted))
    if own or assessment.verdict is not _S.ITEM_CONFLICT:
        return replace(assessment, conflicts=own)
    reason = "The passages bear on this sentence; what it quotes is judged as a quotation."
    return replace(assessment, verdict=_S.EVIDENCE_SHOWN, conflicts=(), reason=reason)


def _stated(claim: Claim, source: Source, assessment: Assessment) -> Finding:
    severity = WEIGHT[assessment.verdict]
    if assessment.verdict is _S.ITEM_CONFLICT and not any(c.source and c.kind in _VALUES for c in assessment.conflicts):
        severity = Severity.WARNING  # nowhere in the source, or another word, is weaker than another value in its place
    return Finding(
        claim=claim,
        citation=source.citation,
        kind=FindingKind.STATEMENT,
        verdict=assessment.verdict,
        reason=assessment.reason,
        severity=severity,
        score=assessment.score,
        evidence=assessment.evidence,
        conflicts=assessment.conflicts,
        warnings=(*assessment.warnings, *_copy_judged(claim, source)),
        judged=source.judged,
    )


def _copy_judged(claim: Claim, source: Source) -> tuple[str, ...]:
    """Which copy was read, where it is not the live page; beside a quotation it is said there."""
    if source.text is None or source.judged != "memento" or claim.quotations:
        return ()
    return (f"Judged against the {source.name_of(source.text)}, not the live page.",)
