"""Ask a judge about a finding, and believe it only where the words it quotes stand in the source.

In: a statement's `Finding`, a judge, the source's text. Out: the finding with an `Opinion` beside its verdict. The machine's
own verdict stays: the two are never mixed.
"""

from __future__ import annotations

from dataclasses import replace

from verifier.judges import Judge
from verifier.matching import stands
from verifier.model import Finding, FindingKind, Opinion, Ruling, RulingVerdict, Severity, SourceText, StatementVerdict

_ASKED = frozenset({StatementVerdict.EVIDENCE_SHOWN, StatementVerdict.WEAK_EVIDENCE, StatementVerdict.ITEM_CONFLICT})


def add_opinion(finding: Finding, judge: Judge, text: SourceText) -> Finding:
    """The finding with the judge's opinion; unchanged where there is nothing to ask about."""
    if finding.kind is not FindingKind.STATEMENT or finding.verdict not in _ASKED or not finding.evidence:
        return finding
    opinion = _ask(finding, judge, text)
    return replace(finding, opinion=opinion, severity=_weigh(finding, opinion))


def _ask(finding: Finding, judge: Judge, text: SourceText) -> Opinion:
    passages = [e.prefix + e.exact + e.suffix for e in finding.evidence]
    opinion = Opinion(judge.name, judge.model, judge.prompt_version, None, "", "")
    try:
        ruling = judge.rule(finding.claim.text, passages)
    except (OSError, ValueError, KeyError, IndexError, TypeError) as error:
        return replace(opinion, reason=f"The judge gave no answer that could be used: {error or type(error).__name__}.")
    if ruling.verdict is RulingVerdict.CANNOT_TELL:
        return replace(opinion, verdict=ruling.verdict, reason=ruling.reason)
    if not _stands(ruling, text):
        reason = "The judge's answer was discarded: the words it rests on are not in the source."
        return replace(opinion, quote=ruling.quote, reason=reason)
    return replace(opinion, verdict=ruling.verdict, quote=ruling.quote, reason=ruling.reason)


def _stands(ruling: Ruling, text: SourceText) -> bool:
    return bool(ruling.quote.strip()) and stands(ruling.quote, text.text, text.parts)


def _weigh(finding: Finding, opinion: Opinion) -> Severity:
    """A judge may ask for a look, or take back a soft doubt; it never makes or unmakes a problem."""
    if opinion.verdict is RulingVerdict.CONTRADICTED and finding.severity is Severity.FINE:
        return Severity.WARNING
    if opinion.verdict is RulingVerdict.SUPPORTED and finding.verdict is StatementVerdict.WEAK_EVIDENCE:
        return Severity.FINE
    return finding.severity
