"""The self-contained HTML report: no script, nothing loaded from anywhere, every outside word escaped."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from verifier.escape import for_terminal, for_terminal_text, safe_href, show_host
from verifier.model import Evidence, Finding, RecheckReport, Report, Severity
from verifier.reports.rows import NAMES, SIGNS, next_steps, opinion_line, problem_line, tally, worst_first
from verifier.reports.weekly import tell
from verifier.reports.words import LINK_WORDS, VERDICT_WORDS

if TYPE_CHECKING:
    from jinja2 import Environment
    from markupsafe import Markup


def check(reports: Sequence[Report]) -> str:
    """The HTML of `check`: one page for all articles."""
    template = _environment().get_template("report.html.jinja")
    pages = [
        {
            "report": r,
            "rows": worst_first(r),
            "steps": next_steps(r),
            "title": _title(r),
            "tally": tally(r),
        }
        for r in reports
    ]
    return template.render(pages=pages, Severity=Severity)


def recheck(report: RecheckReport) -> str:
    """The HTML of `recheck`, as a mail or a page."""
    template = _environment().get_template("recheck.html.jinja")
    return template.render(weekly=tell(report), signs=SIGNS, day=report.checked_at.date().isoformat())


def _title(report: Report) -> str:
    return report.document.title or report.document.name


def _environment() -> Environment:
    from jinja2 import Environment, PackageLoader, StrictUndefined  # noqa: PLC0415 - 40 ms, only for this format

    environment = Environment(
        loader=PackageLoader("verifier.reports", "."),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters |= {
        "shown": for_terminal,
        "around": _around,
        "href": safe_href,
        "host": show_host,
        "by_labels": _by_labels,
        "day": _day,
        "quoted": _quoted,
        "passage": _passage,
        "opinion_line": opinion_line,
    }
    environment.globals |= {
        "signs": SIGNS,
        "names": NAMES,
        "problem_line": problem_line,
        "verdict_words": VERDICT_WORDS,
        "link_words": LINK_WORDS,
    }
    return environment


def _by_labels(host: str) -> Markup:
    """A host that is broken at its dots, where it must be broken."""
    from markupsafe import Markup  # noqa: PLC0415 - comes with jinja2

    return Markup(".<wbr>").join(for_terminal(host).split("."))


def _day(moment: datetime) -> str:
    return f"{moment.day} {moment:%B %Y, %H:%M} UTC"


def _quoted(finding: Finding) -> Markup:
    """The article's words, those that differ from the source marked."""
    said = finding.quotation.text if finding.quotation else finding.claim.text
    return _mark(said, [d.quoted for d in finding.differences if d.material] + [c.claimed for c in finding.conflicts])


def _passage(evidence: Evidence, finding: Finding) -> Markup:
    """The source's words, those that differ from the article marked."""
    return _mark(
        evidence.exact, [d.source for d in finding.differences if d.material] + [c.source for c in finding.conflicts]
    )


def _around(text: str) -> str:
    """Words beside a passage: on one line, their blanks at the ends kept."""
    return for_terminal_text(" ".join(text.replace("\n", " ").split(" ")))


def _mark(text: str, parts: Sequence[str]) -> Markup:
    """Escape a text and mark the first place of each part."""
    from markupsafe import Markup, escape  # noqa: PLC0415 - comes with jinja2

    out, at = Markup(""), 0
    for start, end in _places(text, parts):
        out += escape(for_terminal_text(text[at:start])) + Markup("<mark class=differs>%s</mark>") % for_terminal_text(
            text[start:end]
        )
        at = end
    return out + escape(for_terminal_text(text[at:]))


def _places(text: str, parts: Sequence[str]) -> list[tuple[int, int]]:
    places: list[tuple[int, int]] = []
    for part in filter(None, (p.strip() for p in parts)):
        start = text.find(part)
        if start >= 0 and all(end <= start or start + len(part) <= begin for begin, end in places):
            places.append((start, start + len(part)))
    return sorted(places)
