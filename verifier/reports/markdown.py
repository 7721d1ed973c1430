"""Markdown, to be pasted into an issue or a mail: outside words are escaped, links are http(s) only."""

from __future__ import annotations

from collections.abc import Sequence

from verifier.escape import for_markdown, safe_href, show_host
from verifier.model import (
    Changes,
    CheckedCitation,
    Extraction,
    Finding,
    History,
    QueryResult,
    RecheckReport,
    Report,
    Severity,
)
from verifier.reports.captures import between, sides, visit_cells
from verifier.reports.changed import sums, tell_changes
from verifier.reports.json import note_urls
from verifier.reports.rows import (
    SIGNS,
    next_steps,
    opinion_line,
    problem_line,
    settled_sum,
    sign_of,
    sign_of_citation,
    tally,
    worst_first,
)
from verifier.reports.weekly import Entry, tell
from verifier.reports.words import label_of, label_of_citation


def check(reports: Sequence[Report]) -> str:
    """The Markdown of `check`."""
    return "\n".join(_report(report) for report in reports)


def _report(report: Report) -> str:
    table = worst_first(report)
    title = report.document.title or report.document.name
    lines = [f"# Sources of “{for_markdown(title)}”", ""]
    counts = [words for _, words in tally(report)]
    settled = f" Settled of these: {said}." if (said := settled_sum(report)) else ""
    found = f": {', '.join(counts)}" if counts else ""
    lines += [f"{len(table)} citations checked on {report.checked_at.date().isoformat()}{found}.{settled}", ""]
    lines += [f"{sums(report.changes)}.", ""] if report.changes is not None else []
    if not report.looked:
        lines += ["Nothing could be looked at: no host answered. Nothing is said about the claims.", ""]
    lines += ["| | Note | Source | Answer | Why |", "|---|---|---|---|---|"]
    lines += [_table_row(cited) for cited in table]
    for cited in table:
        if _has_more(cited):
            lines += ["", *_section(cited)]
    lines += _problems(report)
    steps = next_steps(report)
    if steps:
        lines += ["", "## What to do next", ""] + [f"- {for_markdown(step)}" for step in steps]
    return "\n".join(lines) + "\n"


def _table_row(cited: CheckedCitation) -> str:
    cells = (
        sign_of_citation(cited),
        for_markdown(cited.label),
        _link(cited.citation.url),
        label_of_citation(cited),
        for_markdown(cited.reason),
    )
    return f"| {' | '.join(cells)} |"


def _has_more(cited: CheckedCitation) -> bool:
    """Whether there is more to say than the table does."""
    wrong = cited.severity is not Severity.FINE and bool(cited.findings or cited.doubts)
    return wrong or any(finding.warnings for finding in cited.findings)


def _link(url: str | None) -> str:
    href = safe_href(url)
    if href is None:
        return for_markdown(url or "no address")
    # Round brackets end a Markdown link.
    target = href.replace("(", "%28").replace(")", "%29").replace("|", "%7C")
    return f"[{for_markdown(show_host(url))}](<{target}>)"


def _section(cited: CheckedCitation) -> list[str]:
    title = cited.citation.title or show_host(cited.citation.url)
    lines = [f"## [{for_markdown(cited.label)}] {for_markdown(title)}", ""]
    lines += [f"- **reference** {for_markdown(doubt)}" for doubt in cited.doubts]
    for finding in cited.findings:
        lines += _finding(finding)
    fetch = cited.fetch
    if fetch is not None and fetch.memento is not None:
        lines.append(f"Archived copy: {_link(fetch.memento.url)} of {fetch.memento.datetime.date().isoformat()}")
    return lines


def _finding(finding: Finding) -> list[str]:
    said = f"“{for_markdown(finding.quotation.text)}”" if finding.quotation else for_markdown(finding.claim.text)
    lines = [f"- {sign_of(finding)} **{label_of(finding)}**: {for_markdown(finding.reason)}", f"  - Article: {said}"]
    lines += [f"  - Source: “{for_markdown(e.exact)}”" for e in finding.evidence[:1]]
    lines += [f"  - {for_markdown(opinion_line(finding.opinion))}"] if finding.opinion else []
    return lines + [f"  - Note: {for_markdown(w)}" for w in finding.warnings]


def _problems(report: Report) -> list[str]:
    if not report.document.problems:
        return []
    return ["", "## In the article itself", ""] + [
        f"- {for_markdown(problem_line(p))}" for p in report.document.problems
    ]


def changes(found: Changes) -> str:
    """The Markdown of `changes`."""
    lines = [f"# What changed in {for_markdown(found.now.document)}", "", f"{sums(found)}."]
    for kind, entries in tell_changes(found):
        lines += ["", f"## {kind.value.capitalize()}", ""] if entries else []
        for told in entries:
            words = f": {for_markdown(told.words)}" if told.words else ""
            lines.append(f"- {told.sign} {for_markdown(told.note)} **{for_markdown(told.word)}**{words}")
            lines += [f"  - {for_markdown(line)}" for line in told.lines]
    return "\n".join(lines) + "\n"


def extract(extractions: Sequence[Extraction]) -> str:
    """The Markdown of `extract`."""
    lines: list[str] = []
    for e in extractions:
        lines += [f"# Notes of “{for_markdown(e.document.title or e.document.name)}”", ""]
        lines += [f"- Problem: {for_markdown(problem_line(p))}" for p in e.document.problems]
        for index, note in enumerate(e.document.notes):
            mine = [c for c in e.citations if c.note == index]
            urls = ", ".join(_link(u) for u in note_urls(note, mine))
            lines += [f"- [{for_markdown(note.label)}] {for_markdown(note.text)}" + (f" ({urls})" if urls else "")]
        lines.append("")
    return "\n".join(lines)


def recheck(report: RecheckReport) -> str:
    """The Markdown of `recheck`: nothing where nothing is new."""
    weekly = tell(report)
    if not weekly.subject:
        return ""
    lines = [f"# {for_markdown(weekly.subject)}", "", *map(for_markdown, weekly.notes)]
    lines += [line for entry in weekly.news for line in _told(entry)]
    if weekly.still:
        lines += ["", "## Still so from before", "", *(line for entry in weekly.still for line in _told(entry))]
    return "\n".join(lines) + "\n"


def history(found: History) -> str:
    """The Markdown of `history`: a table of the visits, then what two captures say differently."""
    lines = [
        f"# {_link(found.lines[0].url)} through time",
        "",
        "| When | How | Link | Text | SHA-256 |",
        "|---|---|---|---|---|",
    ]
    lines += [_cells(visit_cells(line)) for line in found.lines]
    lines += ["", for_markdown(between(found))]
    for passage in found.passages:
        lines += ["", *(f"- {sign} {for_markdown(said)}" for sign, said in sides(passage))]
    return "\n".join(lines) + "\n"


def _told(entry: Entry) -> list[str]:
    about = f"<{href}>" if (href := safe_href(entry.url)) else for_markdown(entry.url)
    lines = [f"- {SIGNS[entry.severity]} **{for_markdown(entry.word)}** {about} {for_markdown(entry.reason)}"]
    for line in entry.lines:
        words = f"<{href}>" if (href := safe_href(line.url)) else for_markdown(line.text)
        lines.append(f"  - {for_markdown(line.what)}: {words}")
    return lines


def query(result: QueryResult) -> str:
    """The Markdown of `query`: a table."""
    lines = [_cells(result.columns), "|" + "---|" * len(result.columns)]
    lines += [_cells([_shown(value) for value in row]) for row in result.rows]
    return "\n".join(lines) + "\n" if result.columns else ""


def _cells(values: Sequence[str]) -> str:
    return f"| {' | '.join(for_markdown(value) for value in values)} |"


def _shown(value: object) -> str:
    """A value of SQLite as one line."""
    if isinstance(value, bytes):
        return f"({len(value)} bytes)"
    return "" if value is None else " ".join(str(value).split())
