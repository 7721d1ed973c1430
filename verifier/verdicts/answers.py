"""The one answer for each citation: its findings worst first, its reference beside the page, its weight, and what to do next.

In: an article with its citations, the fetches of their sources and the findings. Out: a `CheckedCitation` for each citation and the
`Summary`. The rule of this file: everything that a report shows or an exit code counts is decided here, once a check.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from verifier.model import (
    Agreement,
    CheckedCitation,
    Citation,
    Claim,
    Content,
    Document,
    Family,
    Fetch,
    FieldCheck,
    Finding,
    Link,
    Note,
    Saved,
    Scope,
    Severity,
    Summary,
)
from verifier.urls import is_copy
from verifier.verdicts.case import cited_copy
from verifier.verdicts.weights import WORST_FIRST, weigh_link

# Words of an answer that are neither a link's nor a verdict's.
NOT_LOOKED_AT = "not_looked_at"
NO_ADDRESS = "no_address"
REFERENCE_DIFFERS = "reference_differs"
COPY_READ = "copy_read"


# A note need not speak for these sentences: of a source with which nothing is wrong, what is said of others is the answer.
_NEED_NOT = (Scope.EARLIER, Scope.POINTED)

# A fetch in this run and what it says of the text since the fetch before.
FetchAndContent = tuple[Fetch, Content | None]


def find_answers(
    document: Document,
    citations: Sequence[Citation],
    fetches: Mapping[str, FetchAndContent],
    findings: Sequence[Finding],
    references: Mapping[Citation, tuple[FieldCheck, ...]],
) -> tuple[CheckedCitation, ...]:
    """The answer for every citation, in document order; `fetches` are known by the cited address, `references` are compared before."""
    mine = worst_first(findings)
    return tuple(
        _answer(
            document.notes[c.note], c, fetches.get(c.url or "", (None, None)), mine.get(c, ()), references.get(c, ())
        )
        for c in citations
    )


def worst_first(findings: Sequence[Finding]) -> dict[Citation, tuple[Finding, ...]]:
    """The findings of each citation, the worst first; among equals, last those of sentences for which the note need not speak."""
    mine: dict[Citation, list[Finding]] = {}
    for finding in sorted(findings, key=lambda f: (WORST_FIRST.index(f.severity), f.claim.scope in _NEED_NOT)):
        mine.setdefault(finding.citation, []).append(finding)
    return {citation: tuple(found) for citation, found in mine.items()}


def _answer(
    note: Note,
    citation: Citation,
    fetched: FetchAndContent | tuple[None, None],
    findings: tuple[Finding, ...],
    reference: tuple[FieldCheck, ...],
) -> CheckedCitation:
    fetch, content = fetched
    severity, word, reason = _weigh(weigh_fetch(citation, fetch), findings, reference)
    return CheckedCitation(
        citation=citation,
        label=note.label,
        note=note.text,
        fetch=fetch,
        content=content,
        reference=reference,
        findings=findings,
        severity=severity,
        word=word,
        reason=reason,
        steps=tuple(_steps(citation, fetch, findings)),
    )


def weigh_fetch(citation: Citation, fetch: Fetch | None) -> tuple[Severity, str, str]:
    """How the state of a citation's source weighs by itself: weight, word, reason."""
    if cited_copy(citation, fetch) is not None and fetch is not None and fetch.status.family is not Family.FOUND:
        return (
            Severity.FINE,
            COPY_READ,
            f"The archived copy that the note cites was read. The address itself: {fetch.status.reason}",
        )
    if fetch is not None and fetch.saved is not None:
        return _weigh_saved(fetch, fetch.saved)
    if fetch is not None:
        return weigh_link(fetch), fetch.status.link.value, fetch.status.reason
    if citation.url:
        return Severity.CANNOT_TELL, NOT_LOOKED_AT, "This run ended before its source was looked at."
    return Severity.CANNOT_TELL, NO_ADDRESS, "The note gives no address."


def _weigh_saved(fetch: Fetch, saved: Saved) -> tuple[Severity, str, str]:
    """A wall in front of a page that a reader saved is no fault of the note; a page that is gone is gone for all others."""
    read = f"A copy that a reader saved on {saved.at.date().isoformat()} was read."
    if fetch.status.family is Family.CANNOT_TELL:
        return Severity.FINE, COPY_READ, f"{read} The address itself: {fetch.status.reason}"
    return weigh_link(fetch), fetch.status.link.value, f"{fetch.status.reason} {read}"


def _weigh(
    link: tuple[Severity, str, str], findings: Sequence[Finding], reference: Sequence[FieldCheck]
) -> tuple[Severity, str, str]:
    """The worst of link and findings; a link's own fault comes first among equals: who repairs it reads the claim again anyway."""
    severity, word, reason = link
    worst = findings[0] if findings else None
    if worst and (severity is Severity.FINE or WORST_FIRST.index(worst.severity) < WORST_FIRST.index(severity)):
        severity, word, reason = worst.severity, worst.verdict.value, worst.reason
    doubt = next((check.reason for check in reference if check.agreement is Agreement.DIFFERS), None)
    if doubt and severity is Severity.FINE:
        return Severity.WARNING, REFERENCE_DIFFERS, doubt
    return severity, word, reason


def _steps(citation: Citation, fetch: Fetch | None, findings: Sequence[Finding]) -> Iterator[str]:
    """Plain sentences without outside words except addresses and labels."""
    if fetch is None:
        return
    if cited_copy(citation, fetch) is None:
        yield from _steps_of_link(fetch, judged_copy=any(f.judged == "memento" for f in findings))
        if fetch.status.family is not Family.LOST and is_copy(citation.archived_url) and fetch.memento_note:
            yield fetch.memento_note
    for finding in findings:
        if finding.elsewhere:
            yield f"Look at note {finding.elsewhere}: its source holds the quoted words."


def _steps_of_link(fetch: Fetch, *, judged_copy: bool) -> Iterator[str]:
    """What to do about the address. That no archive has a copy is said only where an archive said so."""
    lost, memento = fetch.status.family is Family.LOST, fetch.memento
    if memento is not None and (lost or judged_copy):
        yield f"Cite the archived copy of {memento.datetime.date().isoformat()}: {memento.url}"
    elif lost:
        yield f"Look for the source at a new address{'. ' + fetch.memento_note if fetch.memento_note else ', or in a web archive.'}"
    elif fetch.status.link is Link.MOVED and fetch.final_url:
        yield f"Give the new address: {fetch.final_url}"


def summarise(document: Document, claims: Sequence[Claim], citations: Sequence[CheckedCitation]) -> Summary:
    """The sums of a report."""
    families = Counter(c.fetch.status.family for c in citations if c.fetch)
    severities = Counter(c.severity for c in citations)
    return Summary(
        notes=len(document.notes),
        citations=len(citations),
        claims=sum(claim.scope is not Scope.EARLIER for claim in claims),
        families=tuple((family, families[family]) for family in Family),
        severities=tuple((severity, severities[severity]) for severity in WORST_FIRST),
    )
