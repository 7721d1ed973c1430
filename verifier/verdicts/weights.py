"""How verdicts weigh for people and exit codes."""

from __future__ import annotations

from verifier.model import (
    FAITHFUL,
    Family,
    Fetch,
    Link,
    QuotationVerdict,
    Severity,
    StatementVerdict,
)

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
