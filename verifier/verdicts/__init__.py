"""Judge a claim against the sources its notes cite, and a source's text against an earlier one.

In: values of the earlier stages. Out: findings and `Content` words. The rule of these files: a verdict carries its reason,
and "not found" is said only where the whole text was read.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from verifier.matching.nearest import ByMeaning
from verifier.model import FAITHFUL, Claim, Finding, QuotationVerdict, StatementVerdict
from verifier.verdicts.alerts import find_alerts, find_open, find_unseen, first_mark, mark_of, severities
from verifier.verdicts.answers import find_answers, summarise, worst_first
from verifier.verdicts.case import Case, Source, spoken_in
from verifier.verdicts.drift import drift, judge_content
from verifier.verdicts.elsewhere import look_elsewhere
from verifier.verdicts.life import life, look_again, quiet_where_usual
from verifier.verdicts.opinions import add_opinion
from verifier.verdicts.quotations import judge_quotations, needs_main
from verifier.verdicts.references import compare_reference, confirm, is_unconfirmed
from verifier.verdicts.statements import judge_statement
from verifier.verdicts.weights import (
    WORST_FIRST,
    severities_of_fetched,
    severities_of_recheck,
    weigh_link,
)

__all__ = [
    "FAITHFUL",
    "RULES",
    "WORST_FIRST",
    "Source",
    "add_opinion",
    "compare_reference",
    "confirm",
    "drift",
    "find_alerts",
    "find_answers",
    "find_open",
    "find_unseen",
    "first_mark",
    "is_unconfirmed",
    "judge",
    "judge_content",
    "life",
    "look_again",
    "look_elsewhere",
    "mark_of",
    "needs_main",
    "quiet_where_usual",
    "severities",
    "severities_of_fetched",
    "severities_of_recheck",
    "summarise",
    "weigh_link",
    "worst_first",
]  # fmt: skip

# Of the verdicts: a report that other rules made is judged anew. Raise it with any change of what is said of a claim.
RULES = "4"


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
