"""Markdown, to be pasted into an issue or a mail: outside words are escaped, links are http(s) only."""

from __future__ import annotations

from collections.abc import Sequence

from verifier.escape import for_markdown, safe_href, show_host
from verifier.model import Extraction, Family, Finding, RecheckReport, Report
from verifier.reports.json import note_urls
from verifier.reports.rows import ORDER, SIGNS, Row, next_steps, opinion_line, tally, worst_first


def check(reports: Sequence[Report]) -> str:
    """The Markdown of `check`."""
    return "\n".join(_report(report) for report in reports)


def _report(report: Report) -> str:
    table = worst_first(report)
    title = report.document.title or report.document.name
    lines = [f"# Sources of “{for_markdown(title)}”", ""]
    counts = [words for _, words in tally(table)]
    lines += [f"{len(table)} citations checked on {report.checked_at.date().isoformat()}: {', '.join(counts)}.", ""]
    if not report.looked:
        lines += ["Nothing could be looked at: no host answered. Nothing is said about the claims.", ""]
    lines += ["| | Note | Source | Answer | Why |", "|---|---|---|---|---|"]
    lines += [_table_row(row) for row in table]
    for row in table:
        if row.severity is not ORDER[-1] and row.findings:
            lines += ["", *_section(row)]
    lines += _problems(report)
    steps = next_steps(report)
    if steps:
        lines += ["", "## What to do next", ""] + [f"- {for_markdown(step)}" for step in steps]
    return "\n".join(lines) + "\n"


def _table_row(row: Row) -> str:
    cells = (
        SIGNS[row.severity],
        for_markdown(row.label),
        _link(row.checked.citation.url),
        row.word,
        for_markdown(row.reason),
    )
    return f"| {' | '.join(cells)} |"


def _link(url: str | None) -> str:
    href = safe_href(url)
    if href is None:
        return for_markdown(url or "no address")
    # Round brackets end a Markdown link.
    target = href.replace("(", "%28").replace(")", "%29").replace("|", "%7C")
    return f"[{for_markdown(show_host(url))}](<{target}>)"


def _section(row: Row) -> list[str]:
    lines = [
        f"## [{for_markdown(row.label)}] {for_markdown(row.checked.citation.title or show_host(row.checked.citation.url))}",
        "",
    ]
    lines += [f"- **reference** {for_markdown(doubt)}" for doubt in row.doubts]
    for finding in row.findings:
        lines += _finding(finding)
    fetch = row.checked.fetch
    if fetch is not None and fetch.memento is not None:
        lines.append(f"Archived copy: {_link(fetch.memento.url)} of {fetch.memento.datetime.date().isoformat()}")
    return lines


def _finding(finding: Finding) -> list[str]:
    said = f"“{for_markdown(finding.quotation.text)}”" if finding.quotation else for_markdown(finding.claim.text)
    lines = [f"- **{finding.verdict.value}** {for_markdown(finding.reason)}", f"  - Article: {said}"]
    lines += [f"  - Source: “{for_markdown(e.exact)}”" for e in finding.evidence[:1]]
    lines += [f"  - {for_markdown(opinion_line(finding.opinion))}"] if finding.opinion else []
    return lines + [f"  - Note: {for_markdown(w)}" for w in finding.warnings]


def _problems(report: Report) -> list[str]:
    if not report.document.problems:
        return []
    return ["", "## In the article itself", ""] + [
        f"- [{for_markdown(p.label)}] {for_markdown(p.detail)}" for p in report.document.problems
    ]


def extract(extractions: Sequence[Extraction]) -> str:
    """The Markdown of `extract`."""
    lines: list[str] = []
    for e in extractions:
        lines += [f"# Notes of “{for_markdown(e.document.title or e.document.name)}”", ""]
        lines += [f"- Problem [{for_markdown(p.label)}]: {for_markdown(p.detail)}" for p in e.document.problems]
        for index, note in enumerate(e.document.notes):
            mine = [c for c in e.citations if c.note == index]
            urls = ", ".join(_link(u) for u in note_urls(note, mine))
            lines += [f"- [{for_markdown(note.label)}] {for_markdown(note.text)}" + (f" ({urls})" if urls else "")]
        lines.append("")
    return "\n".join(lines)


def recheck(report: RecheckReport) -> str:
    """The Markdown of `recheck`: nothing where nothing is new."""
    if not report.changes:
        return ""
    lines = [f"# Sources that changed ({report.checked_at.date().isoformat()})", ""]
    for state in report.changes:
        word = state.content.value if state.content and state.status.family is Family.FOUND else state.status.link.value
        lines.append(f"- **{word}** {_link(state.url)} {for_markdown(state.status.reason)}")
        lines += [f"  - No longer there: “{for_markdown(q)}”" for q in state.lost_quotations]
        lines += [f"  - Archived copy: {_link(state.memento_url)}"] if state.memento_url else []
    return "\n".join(lines) + "\n"
