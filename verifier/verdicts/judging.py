"""All findings of one claim. In: a claim and its sources. Out: findings, each with its reason and the day on which its text was saved."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from verifier.matching.nearest import ByMeaning
from verifier.model import Claim, Finding, QuotationVerdict, StatementVerdict
from verifier.verdicts.case import Case, Source, spoken_in
from verifier.verdicts.quotations import judge_quotations
from verifier.verdicts.statements import judge_statement


def judge(
    claim: Claim,
    sources: Sequence[Source],
    *,
    written_in: str | None,
    by_meaning: ByMeaning | None = None,
    complete: bool = True,
) -> tuple[Finding, ...]:
    """All findings of one claim.

    `sources` are the citations of the claim's notes; `written_in` is the language of the article; `by_meaning`
    finds the nearest passage across languages; `complete` is False where one of the notes names a work that cannot be looked up.
    Whether missing words stand in another note's source is asked for all claims at once (`look_elsewhere`).
    """
    if not sources:
        return ()
    case = Case(claim, sources, spoken_in(claim, written_in), by_meaning, complete)
    return tuple(_with_provenance(finding, sources) for finding in (*judge_quotations(case), *judge_statement(case)))


_NOT_READ = (QuotationVerdict.UNVERIFIABLE, QuotationVerdict.NOT_A_QUOTATION, StatementVerdict.UNVERIFIABLE)


def _with_provenance(finding: Finding, sources: Sequence[Source]) -> Finding:
    """The finding, its reason with the day on which a reader saved the text, where it rests on such a one."""
    read = next((s for s in sources if s.citation == finding.citation), None)
    if read is None or finding.verdict in _NOT_READ or finding.judged == "memento" or not read.provenance:
        return finding
    return replace(finding, reason=f"{finding.reason} {read.provenance}".strip())
