"""A report that holds the given words wherever it can hold words, and what a format makes of a result."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime

from verifier import reports
from verifier.model import (
    Block,
    Citation,
    Claim,
    Content,
    Difference,
    DifferenceKind,
    Document,
    Evidence,
    Fetch,
    Finding,
    FindingKind,
    Hop,
    Link,
    LinkStatus,
    Mark,
    Memento,
    Note,
    NoteKind,
    PlanName,
    Problem,
    ProblemKind,
    Quotation,
    QuotationVerdict,
    Report,
    Severity,
    Snapshot,
    SourceText,
)
from verifier.verdicts import compare_reference, find_answers, summarise

NOON = datetime(2025, 6, 2, 12, 0, tzinfo=UTC)


def written(kind: reports.Kind, name: str, result: object) -> str:
    """A result in the format of this name."""
    out = reports.formatter(kind, name)(result)
    return out if isinstance(out, str) else out.decode()


def report_about(words: str, *, url: str = "https://site.example/a") -> Report:
    """A report in which every outside string is `words`."""
    quotation = Quotation(words)
    claim = Claim(words, words, (0,), 0, (quotation,))
    citation = Citation(0, words, url=url, title=words, author=words, container_title=words)
    text = SourceText(words, "html", "1")
    copy = Memento("https://archive.example/1", NOON, Snapshot("ab", b"", "text/html"), text)
    fetch = Fetch(
        url,
        NOON,
        PlanName.LIVE,
        LinkStatus(Link.GONE, "status_404", words),
        words,
        404,
        (Hop(words, 301, words),),
        Snapshot("cd", b"", ""),
        text,
        copy,
    )
    finding = Finding(
        claim, citation, FindingKind.QUOTATION, QuotationVerdict.ALTERED, words, Severity.PROBLEM, quotation, 0.5,
        (Evidence(words, words, words, 0, len(words)),), (Difference(DifferenceKind.WORD, words[:3], words[:2], True),), (), (words,),
    )  # fmt: skip
    document = Document(
        words, "text", words, "en", (Block(words),), (Note(words, NoteKind.ENDNOTE, words),), (Mark(words, 0, 0, 0),),
        (Problem(ProblemKind.GAP, words, words),), "ef",
    )  # fmt: skip
    return made_report(document, [(citation, fetch)], (finding,), (claim,))


def made_report(
    document: Document,
    cited: Sequence[tuple[Citation, Fetch]],
    findings: tuple[Finding, ...] = (),
    claims: tuple[Claim, ...] = (),
) -> Report:
    """A report as a check makes it, of what was fetched and found."""
    fetches = {fetch.url: (fetch, Content.FIRST) for _, fetch in cited}
    references = {citation: compare_reference(citation, fetch, NOON.date()) for citation, fetch in cited}
    answers = find_answers(document, [citation for citation, _ in cited], fetches, findings, references)
    return Report(document, answers, findings, claims, summarise(document, claims, answers), NOON, "1")
