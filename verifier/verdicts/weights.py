"""How verdicts weigh for people and exit codes.

In: a verdict, the status of a link, a whole result. Out: `Severity` words. The rule of this file: every weight is given here.
"""

from __future__ import annotations

from verifier.model import (
    FAITHFUL,
    Family,
    Fetch,
    Fetched,
    Link,
    QuotationVerdict,
    RecheckReport,
    Severity,
    StatementVerdict,
)

WORST_FIRST = tuple(Severity)
_Q = QuotationVerdict
_S = StatementVerdict

PLACED = FAITHFUL | {_Q.ALTERED, _Q.PARTIAL}
WEIGHT: dict[QuotationVerdict | StatementVerdict, Severity] = {
    _Q.VERBATIM: Severity.FINE,
    _Q.VERBATIM_MARKED: Severity.FINE,
    _Q.NEAR_VERBATIM: Severity.FINE,
    _Q.ALTERED: Severity.PROBLEM,
    _Q.PARTIAL: Severity.PROBLEM,
    _Q.NOT_FOUND: Severity.PROBLEM,
    _Q.FOUND_ELSEWHERE: Severity.PROBLEM,
    _Q.TRANSLATED: Severity.CANNOT_TELL,
    _Q.UNVERIFIABLE: Severity.CANNOT_TELL,
    _Q.NOT_A_QUOTATION: Severity.FINE,
    _S.EVIDENCE_SHOWN: Severity.FINE,
    _S.ITEM_CONFLICT: Severity.PROBLEM,
    _S.WEAK_EVIDENCE: Severity.WARNING,
    _S.NO_EVIDENCE: Severity.WARNING,
    _S.UNVERIFIABLE: Severity.CANNOT_TELL,
}


def weigh_link(fetch: Fetch) -> Severity:
    """How the state of the link itself weighs."""
    family = fetch.status.family
    if family is Family.LOST:
        return Severity.PROBLEM
    if family is Family.CANNOT_TELL:
        return Severity.CANNOT_TELL
    return Severity.FINE if fetch.status.link is Link.OK else Severity.WARNING


def severities_of_fetched(fetched: Fetched) -> list[Severity]:
    """How the links of some sources weigh."""
    return [weigh_link(fetch) for fetch in fetched.fetches]


def severities_of_recheck(report: RecheckReport) -> list[Severity]:
    """How a re-check weighs: what is new, and what nobody could tell."""
    unclear = [state.severity for state in report.sources if state.severity is Severity.CANNOT_TELL]
    return [state.severity for state in report.changes] + unclear
