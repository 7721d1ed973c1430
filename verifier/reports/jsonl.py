"""JSON Lines: one object a finding (check), a note (extract), a row (query); each is one line."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from verifier.model import CheckedCitation, Extraction, QueryResult, Report
from verifier.reports.json import describe_extraction, describe_finding, describe_place, describe_rows
from verifier.verdicts import first_mark


def check(reports: Sequence[Report]) -> str:
    """A line a finding, with its citation's answer; a citation without findings has a line for its link."""
    return _lines({"document": report.document.name, **line} for report in reports for line in _findings(report))


def _findings(report: Report) -> Iterator[dict[str, Any]]:
    by_citation = {c.citation: c for c in report.citations}
    for finding in report.findings:
        yield {**describe_finding(report, finding), **_answer(by_citation[finding.citation])}
    for cited in report.citations:
        if not cited.findings:
            front = {"note": cited.label, "url": cited.citation.url, "kind": None, "verdict": None}
            place = describe_place(first_mark(report.document, cited.citation.note))
            yield {
                **front,
                "severity": cited.severity.value,
                "reason": cited.reason,
                "warnings": [],
                **place,
                **_answer(cited),
            }


def _answer(cited: CheckedCitation) -> dict[str, Any]:
    """The citation's own answer, beside one of its findings."""
    link = cited.fetch.status.link.value if cited.fetch else None
    return {
        "link": link,
        "answer": cited.word,
        "answer_severity": cited.severity.value,
        "answer_reason": cited.reason,
        "metadata_problems": list(cited.doubts),
    }


def extract(extractions: Sequence[Extraction]) -> str:
    """A line a note."""
    return _lines({"document": e.document.name, **n} for e in extractions for n in describe_extraction(e)["notes"])


def query(result: QueryResult) -> str:
    """A line a row."""
    return _lines(describe_rows(result))


def _lines(objects: Iterable[dict[str, Any]]) -> str:
    # Lone surrogates (a damaged document) would make the file unreadable for others.
    return "".join(json.dumps(o, ensure_ascii=False).encode("utf-8", "replace").decode() + "\n" for o in objects)
