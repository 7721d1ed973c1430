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
    DifferenceKind,
    Document,
    Family,
    Fetch,
    FieldCheck,
    Finding,
    FindingKind,
    Link,
    Note,
    QuotationVerdict,
    Saved,
    Scope,
    Severity,
    StatementVerdict,
    Summary,
)
from verifier.urls import find_urls, host, is_copy
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
        steps=tuple(_steps(note, citation, fetch, findings, reference)),
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


def _steps(
    note: Note,
    citation: Citation,
    fetch: Fetch | None,
    findings: Sequence[Finding],
    reference: Sequence[FieldCheck],
) -> Iterator[str]:
    """What to do, in plain sentences: of the address, of each finding that needs a person, of the reference; no sentence twice."""
    of_visit, of_findings = _steps_of_visit(note, citation, fetch, findings), steps_of_findings(findings)
    yield from dict.fromkeys((*of_visit, *of_findings, *_steps_of(note, reference)))


def steps_of_note(note: Note, cited: CheckedCitation) -> tuple[str, ...]:
    """What to do about the note itself: its address, and what it says of the source."""
    of_visit = _steps_of_visit(note, cited.citation, cited.fetch, cited.findings)
    return tuple(dict.fromkeys((*of_visit, *_steps_of(note, cited.reference))))


def _steps_of_visit(note: Note, citation: Citation, fetch: Fetch | None, findings: Sequence[Finding]) -> Iterator[str]:
    if fetch is None or cited_copy(citation, fetch) is not None:
        return
    if fetch.status.rule == "retracted":
        yield "Read why the source was retracted or withdrawn before the article rests on it."
    yield from _steps_of_link(note, citation, fetch, judged_copy=any(f.judged == "memento" for f in findings))
    if fetch.status.family is not Family.LOST and is_copy(citation.archived_url) and fetch.memento_note:
        yield fetch.memento_note


def _steps_of_link(note: Note, citation: Citation, fetch: Fetch, *, judged_copy: bool) -> Iterator[str]:
    """What to do about the address. That no archive has a copy is said only where an archive said so."""
    lost, memento = fetch.status.family is Family.LOST, fetch.memento
    if memento is not None and (lost or judged_copy):
        yield f"Cite the archived copy of {memento.datetime.date().isoformat()}: {memento.url}"
        yield from _corrected(note, correct_address(note, citation, fetch, judged_copy=judged_copy))
    elif lost and fetch.status.link is Link.UNREACHABLE:
        said = f" {fetch.memento_note}" if fetch.memento_note else ""
        yield f"Try again tomorrow; if still nothing answers, look for the source at a new address.{said}"
    elif lost:
        yield f"Look for the source at a new address{'. ' + fetch.memento_note if fetch.memento_note else ', or in a web archive.'}"
    elif fetch.status.link is Link.MOVED and fetch.final_url:
        yield f"Give the new address: {fetch.final_url}"
        yield from _corrected(note, correct_address(note, citation, fetch))
    elif fetch.status.link is Link.FRAGMENT_MISSING:
        yield "Look where the passage stands on the page now, and cite that place, or leave out what stands behind the #."


def steps_of_findings(findings: Sequence[Finding]) -> Iterator[str]:
    """What to do about findings that need a person."""
    quoted = {f.claim for f in findings if f.kind is FindingKind.QUOTATION and f.severity is Severity.PROBLEM}
    for finding in findings:
        if finding.kind is FindingKind.STATEMENT and finding.claim in quoted:
            continue  # what to do about its quotation is said
        if finding.elsewhere:
            yield f"Look at note {finding.elsewhere}: its source holds the quoted words."
        elif finding.severity in (Severity.PROBLEM, Severity.WARNING):
            yield from _step_of(finding)


def _step_of(finding: Finding) -> Iterator[str]:
    """What to do about a finding; where the source's words are the right ones, they are given to copy."""
    words = " ".join(finding.evidence[0].exact.split()) if finding.evidence else ""
    match finding.verdict:
        case QuotationVerdict.ALTERED if words and _is_left_out(finding):
            yield f"Mark with an ellipsis (…) what is left out, or write what the source says: “{words}”"
        case QuotationVerdict.ALTERED if words:
            yield f"Write what the source says, or mark the change with brackets: “{words}”"
        case QuotationVerdict.PARTIAL if words:
            yield f"Quote only what stands in the source: “{words}”"
        case QuotationVerdict.ALTERED | QuotationVerdict.PARTIAL | QuotationVerdict.NOT_FOUND:
            yield "Ask the author where the quoted words come from; if not from this source, correct the quotation or the note."
        case StatementVerdict.ITEM_CONFLICT:
            yield "Read the passage, and correct the sentence or cite a source that says it."
        case StatementVerdict.WEAK_EVIDENCE | StatementVerdict.NO_EVIDENCE:
            yield "Read the source for it; if it does not say so, cite a source that does."
        case _:
            yield "Look at the warning beside it, and compare the passage by eye."


def _is_left_out(finding: Finding) -> bool:
    return {d.kind for d in finding.differences if d.material} == {DifferenceKind.OMISSION}


def _steps_of(note: Note, reference: Sequence[FieldCheck]) -> Iterator[str]:
    for check in reference:
        if check.agreement is Agreement.DIFFERS and check.field == "accessed":
            yield "Correct the day of access in the note."
        elif check.agreement is Agreement.DIFFERS:
            yield "Compare the note with the page, and correct the note where it is wrong."
            if check.found:
                yield from _corrected(note, (check.cited, check.found))


def correct_address(
    note: Note, citation: Citation, fetch: Fetch, *, judged_copy: bool = False
) -> tuple[str, str] | None:
    """What of a note is to be replaced, as it is printed there, and by what: by the new address, or with its archived copy behind it.

    None where the address needs nothing; what is to be replaced is "" where the note does not print it just once, and whole.
    """
    if cited_copy(citation, fetch) is not None:
        return None
    lost, memento = fetch.status.family is Family.LOST, fetch.memento
    old = _as_printed(note, citation)
    if memento is not None and (lost or judged_copy):
        return old, f"{old} (archived on {memento.datetime.date().isoformat()}: {memento.url})"
    if fetch.status.link is Link.MOVED and fetch.final_url and fetch.final_url != old:
        return old, fetch.final_url
    return None


def _as_printed(note: Note, citation: Citation) -> str:
    """A citation's address as its note prints it, scheme or not; "" where it does not stand there just once, and whole."""
    printed = [note.text[start:end] for start, end, url in find_urls(note.text) if url == citation.url]
    # A doi: or an arXiv number is no address; what it resolves to may move, the number stays.
    whole = len(printed) == 1 and host(citation.url or "") in printed[0].lower()
    return printed[0] if whole and not any(map(str.isspace, printed[0])) else ""


_LONGEST_NOTE = 600


def _corrected(note: Note, change: tuple[str, str] | None) -> Iterator[str]:
    """The note with one thing in it replaced, ready to be copied; nothing where it does not stand there once, or the note is very long."""
    old, new = change or ("", "")
    if old and old != new and note.text.count(old) == 1 and len(note.text) <= _LONGEST_NOTE:
        yield f"Corrected note: {note.text.replace(old, new)}"


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
