"""CSV: a row a finding (check), a note (extract), a row (query); no cell is a formula."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence

from verifier.escape import for_csv
from verifier.model import Extraction, QueryResult, Report
from verifier.reports.json import note_urls
from verifier.reports.rows import rows

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
)
_NOTES = ("document", "label", "note", "urls", "title", "author", "site", "issued", "accessed")


def check(reports: Sequence[Report]) -> str:
    """A row a finding; a citation without findings has one row for its link."""
    return _table(_FINDINGS, (row for report in reports for row in _findings(report)))


def _findings(report: Report) -> Iterable[tuple[object, ...]]:
    for row in rows(report):
        fetch = row.checked.fetch
        link = (fetch.status.link.value, fetch.status.reason) if fetch else ("", "")
        front = (report.document.name, row.label, row.checked.citation.url, *link)
        memento = fetch.memento.url if fetch and fetch.memento else ""
        if not row.findings:
            yield (*front, "", "", row.severity.value, row.reason, "", "", "", memento)
        for f in row.findings:
            quoted = f.quotation.text if f.quotation else ""
            passage = f.evidence[0].exact if f.evidence else ""
            yield (
                *front,
                f.kind.value,
                f.verdict.value,
                f.severity.value,
                f.reason,
                f.claim.text,
                quoted,
                passage,
                memento,
            )


def extract(extractions: Sequence[Extraction]) -> str:
    """A row a citation; a note without one has a row too."""
    return _table(_NOTES, (row for e in extractions for row in _notes(e)))


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
