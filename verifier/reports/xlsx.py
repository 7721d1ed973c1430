"""A workbook in the cite-checker's shape: a row for each source of each note, with room for the author's answer and a decision.

In: reports. Out: XLSX. The rule of this file: a row says what the HTML report says; its colour says nothing that its sign does not.
"""

from __future__ import annotations

from collections.abc import Sequence

from verifier.escape import safe_href
from verifier.model import CheckedCitation, Finding, Report
from verifier.reports.rows import is_to_read, sign_of, sign_of_citation
from verifier.reports.words import LABELS, label_of, label_of_citation
from verifier.workbook import Row, write_workbook

HEADS = (
    "Article", "Note", "The note", "Answer", "Why", "The article says", "The source says", "Beside it", "What to do", "Address", "Link",
    "Looked at", "Archived copy", "The author's answer", "Decision",
)  # fmt: skip
_ANSWER, _ADDRESS, _COPY = HEADS.index("Answer"), HEADS.index("Address"), HEADS.index("Archived copy")
_COLOURS = {"problem": "#ffd3ce", "warning": "#ffe9c2", "cannot_tell": "#dfe5f0", "read": "#dcebff", "fine": "#d5f0de"}


def check(reports: Sequence[Report]) -> bytes:
    """The workbook of `check`. Raises OutputError where XlsxWriter is not installed."""
    rows = [_row(report, cited) for report in reports for cited in report.citations]
    title = f"Sources of {reports[0].document.name}" if reports else "Sources"
    return write_workbook(
        title,
        "Sources",
        HEADS,
        rows,
        coloured=_ANSWER,
        open_columns=(len(HEADS) - 2, len(HEADS) - 1),
        made_at=reports[0].checked_at if reports else None,
    )


def _row(report: Report, cited: CheckedCitation) -> Row:
    worst = cited.findings[0] if cited.findings else None
    fetch, memento = cited.fetch, cited.fetch.memento if cited.fetch else None
    cells = (
        report.document.name,
        cited.label,
        cited.note,
        f"{sign_of_citation(cited)} {label_of_citation(cited)}",
        cited.reason,
        _said(worst),
        worst.evidence[0].exact if worst and worst.evidence else "",
        "\n".join(_beside(cited)),
        "\n".join(cited.steps),
        cited.citation.url or "",
        LABELS[fetch.status.link.value] if fetch else "",
        f"{fetch.fetched_at:%Y-%m-%d %H:%M}" if fetch else "",
        f"{memento.url} ({memento.datetime:%Y-%m-%d})" if memento else "",
        "",
        "",
    )
    links = {_ADDRESS: safe_href(cited.citation.url), _COPY: safe_href(memento.url) if memento else None}
    colour = _COLOURS["read" if is_to_read(cited) else cited.severity.value]
    return Row(cells, {column: href for column, href in links.items() if href}, colour)


def _said(finding: Finding | None) -> str:
    if finding is None:
        return ""
    return f"“{finding.quotation.text}”\nin: {finding.claim.text}" if finding.quotation else finding.claim.text


def _beside(cited: CheckedCitation) -> list[str]:
    """The other findings, what is said of the reference, and the warnings."""
    others = [f"{sign_of(f)} {label_of(f)}: {_said(f)}" for f in cited.findings[1:]]
    return [*others, *cited.doubts, *(warning for f in cited.findings for warning in f.warnings)]
