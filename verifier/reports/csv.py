"""CSV: a row a finding (check), a note (extract), a row (query); no cell is a formula."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence

from verifier.escape import for_csv
from verifier.model import CheckedCitation, Extraction, Finding, QueryResult, Report
from verifier.reports.json import note_urls

_FINDINGS = (
    "document",
    "note",
    "url",
    "link",
    "link_reason",
    "kind",
    "verdict",
    "severity",
    "reason",
    "claim",
    "quotation",
    "source_passage",
    "archived_copy",
    "warnings",
    "answer",
    "answer_severity",
    "answer_reason",
    "reference_problems",
    "content",
    "next_steps",
)
# Without this mark Excel takes UTF-8 for the letters of the machine.
_FOR_EXCEL = "\ufeff"
_NOTES = ("document", "label", "note", "urls", "title", "author", "site", "issued", "accessed")


def check(reports: Sequence[Report]) -> str:
    """A row a finding; a citation without findings has one row for its link."""
    return _FOR_EXCEL + _table(_FINDINGS, (row for report in reports for row in _findings(report)))


def _findings(report: Report) -> Iterable[tuple[object, ...]]:
    for cited in report.citations:
        fetch = cited.fetch
        link = (fetch.status.link.value, fetch.status.reason) if fetch else ("", "")
        front = (report.document.name, cited.label, cited.citation.url, *link)
        memento = fetch.memento.url if fetch and fetch.memento else ""
        if not cited.findings:
            yield (*front, "", "", cited.severity.value, cited.reason, "", "", "", memento, "", *_answer(cited))
        for f in cited.findings:
            yield (*front, *_finding(f), memento, _lines(f.warnings), *_answer(cited))


def _finding(finding: Finding) -> tuple[object, ...]:
    quoted = finding.quotation.text if finding.quotation else ""
    passage = finding.evidence[0].exact if finding.evidence else ""
    said = (finding.kind.value, finding.verdict.value, finding.severity.value, finding.reason)
    return (*said, finding.claim.text, quoted, passage)


def _answer(cited: CheckedCitation) -> tuple[object, ...]:
    """The citation's own answer, the same in each of its rows."""
    content = cited.content.value if cited.content else ""
    return (cited.word, cited.severity.value, cited.reason, _lines(cited.doubts), content, _lines(cited.steps))


def _lines(sentences: Sequence[str]) -> str:
    return "\n".join(sentences)


def extract(extractions: Sequence[Extraction]) -> str:
    """A row a citation; a note without one has a row too."""
    return _FOR_EXCEL + _table(_NOTES, (row for e in extractions for row in _notes(e)))


def _notes(extraction: Extraction) -> Iterable[tuple[object, ...]]:
    for index, note in enumerate(extraction.document.notes):
        mine = [c for c in extraction.citations if c.note == index]
        front = (extraction.document.name, note.label, note.text)
        if not mine:
            yield (*front, " ".join(note_urls(note, ())), "", "", "", "", "")
        for c in mine:
            yield (*front, c.url, c.title, c.author, c.container_title, c.issued, c.accessed)


def query(result: QueryResult) -> str:
    """The rows of a query."""
    return _table(result.columns, result.rows)


def _table(columns: Sequence[str], table: Iterable[Iterable[object]]) -> str:
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow([for_csv(c) for c in columns])
    writer.writerows([for_csv(cell) for cell in row] for row in table)
    return out.getvalue()
