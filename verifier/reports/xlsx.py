"""A workbook in the cite-checker's shape: a row for each source of each note, with room for the author's answer and a decision.

In: reports. Out: XLSX. The rule of this file: a row says what the HTML report says; its colour says nothing that its sign does not. What is
written into it comes back by `verifier decide --from`: a row is known by its key, wherever it stands.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence

from verifier.escape import safe_href
from verifier.model import Alert, CheckedCitation, Finding, Report
from verifier.reports.rows import sign_of, sign_of_citation
from verifier.reports.words import LABELS, label_of, label_of_citation
from verifier.verdicts.alerts import bare, find_for_people, is_to_read
from verifier.verdicts.recognising import rests_on
from verifier.verdicts.settling import CHOICES
from verifier.workbook import Row, write_workbook

HEADS = (
    "Article", "Note", "The note", "Answer", "Why", "The article says", "The source says", "Beside it", "What to do", "Address", "Link",
    "Looked at", "Archived copy", "The author's answer", "Decision", "Remark", "Key (leave as it is)",
)  # fmt: skip
AUTHOR, DECISION, REMARK, KEY = HEADS[-4:]
_ANSWER, _ADDRESS, _COPY = HEADS.index("Answer"), HEADS.index("Address"), HEADS.index("Archived copy")
_WORDS = {kind: word for word, kind in CHOICES.items()}
_COLOURS = {"problem": "#ffd3ce", "warning": "#ffe9c2", "cannot_tell": "#dfe5f0", "read": "#dcebff", "fine": "#d5f0de"}


def check(reports: Sequence[Report]) -> bytes:
    """The workbook of `check`. Raises OutputError where XlsxWriter is not installed."""
    rows = [_row(report, *row) for report in reports for row in rows_of(report)]
    title = f"Sources of {reports[0].document.name}" if reports else "Sources"
    return write_workbook(
        title,
        "Sources",
        HEADS,
        rows,
        coloured=_ANSWER,
        open_columns=tuple(map(HEADS.index, (AUTHOR, DECISION, REMARK))),
        choices={HEADS.index(DECISION): tuple(CHOICES)},
        made_at=reports[0].checked_at if reports else None,
    )


def rows_of(report: Report) -> Iterator[tuple[CheckedCitation, tuple[Alert, ...], str]]:
    """The rows of an article: each citation with what of it needs a person, and its key."""
    alerts: dict[tuple[str, str | None], list[Alert]] = {}
    for alert in find_for_people(report):
        alerts.setdefault((alert.note, alert.url), []).append(bare(alert))
    for cited in report.citations:
        mine = tuple(alerts.get((cited.label, cited.citation.url), ()))
        yield cited, mine, key_of(report.document.name, cited, mine)


def key_of(document: str, cited: CheckedCitation, alerts: Sequence[Alert]) -> str:
    """By what a row is known again: digests of its article, of what it is about, and of what its answers were given for."""
    about = [cited.citation.url or cited.note, *(f"{alert.word}\n{alert.words}" for alert in alerts)]
    parts = (document_key(document), _digest("\n".join(about)), _digest("\n".join(map(rests_on, alerts))))
    return "-".join(parts)


def document_key(document: str) -> str:
    """The part of a key that names an article."""
    return _digest(document)


def _digest(said: str) -> str:
    return hashlib.sha256(said.encode("utf-8", "replace")).hexdigest()[:12]


def _decided(report: Report, alerts: Sequence[Alert]) -> tuple[str, str]:
    """What was decided of all that a row is about, as it is written in it; nothing where that is not one decision."""
    by_alert = {each.alert: each for each in report.decided if not each.stale}
    said = {
        (_WORDS[by_alert[bare(a)].decision.kind], by_alert[bare(a)].decision.remark)
        if bare(a) in by_alert
        else ("", "")
        for a in alerts
    }
    return said.pop() if len(said) == 1 else ("", "")


def _row(report: Report, cited: CheckedCitation, alerts: Sequence[Alert], key: str) -> Row:
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
        *_decided(report, alerts),
        key,
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
