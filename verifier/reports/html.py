"""The self-contained HTML report: no script, nothing loaded from anywhere, every outside word escaped."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING
from urllib.parse import quote

from verifier.escape import for_terminal, for_terminal_text, safe_href, show_host
from verifier.model import (
    CheckedCitation,
    Evidence,
    Finding,
    Judged,
    QuotationVerdict,
    RecheckReport,
    Report,
    Severity,
    StatementVerdict,
)
from verifier.reports.body import body
from verifier.reports.changed import sums
from verifier.reports.picture import WIDTH, draw
from verifier.reports.rows import (
    NAMES,
    READ,
    SIGNS,
    opinion_line,
    problem_line,
    settled_lines,
    sign_of,
    sign_of_citation,
    tally,
    worst_first,
)
from verifier.reports.weekly import tell
from verifier.reports.words import LABELS, LINK_STEPS, LINK_WORDS, VERDICT_WORDS, label_of, label_of_citation
from verifier.verdicts.alerts import is_to_read

if TYPE_CHECKING:
    from jinja2 import Environment
    from markupsafe import Markup


def check(reports: Sequence[Report]) -> str:
    """The HTML of `check`: one page for all articles."""
    template = environment().get_template("report.html.jinja")
    return template.render(pages=[_page(report) for report in reports], Severity=Severity)


def _page(report: Report) -> dict[str, object]:
    """What the template shows of an article. Citations are numbered as they stand in it."""
    ranks = {cited.citation: rank for rank, cited in enumerate(worst_first(report))}
    return {
        "report": report,
        "rows": [(number, ranks[cited.citation], cited) for number, cited in enumerate(report.citations)],
        "title": _title(report),
        "tally": tally(report),
        "picture": draw(report),
        "body": body(report),
        "words": sorted({label_of(f): VERDICT_WORDS[f.verdict] for f in report.findings}.items()),
    }


def recheck(report: RecheckReport) -> str:
    """The HTML of `recheck`, as a mail or a page."""
    template = environment().get_template("recheck.html.jinja")
    return template.render(weekly=tell(report), signs=SIGNS, day=report.checked_at.date().isoformat())


def _title(report: Report) -> str:
    return report.document.title or report.document.name


def environment() -> Environment:
    """The templates of HTML, with what they call."""
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
        "in_front": _in_front,
        "behind": _behind,
        "href": safe_href,
        "host": show_host,
        "by_labels": _by_labels,
        "day": _day,
        "quoted": _quoted,
        "passage": _passage,
        "of_source": _of_source,
        "opinion_line": opinion_line,
        "label": label_of,
        "label_of_citation": label_of_citation,
        "sign": sign_of,
        "sign_of_citation": sign_of_citation,
        "kind": kind_of,
        "telling": _telling,
        "to_words": _to_words,
    }
    environment.tests |= {"needs_a_person": _needs_a_person, "quiet": _is_quiet}
    environment.globals |= {
        "changed": sums,
        "signs": SIGNS,
        "names": NAMES,
        "problem_line": problem_line,
        "settled_lines": settled_lines,
        "link_words": LINK_WORDS,
        "link_steps": LINK_STEPS,
        "labels": LABELS,
        "shapes": {"✗": "problem", "!": "warning", "?": "cannot_tell", READ: "read", "✓": "fine"},
        "width": WIDTH,
    }
    return environment


def _needs_a_person(cited: CheckedCitation) -> bool:
    return cited.severity in (Severity.PROBLEM, Severity.WARNING)


def _telling(cited: CheckedCitation) -> list[Finding]:
    """The findings that need a person's eye. A sentence that nobody could look up is not shown again below its quotation."""
    open_ = [finding for finding in cited.findings if not _is_quiet(finding)]
    unread = {(f.claim, f.reason) for f in open_ if f.quotation and f.verdict is QuotationVerdict.UNVERIFIABLE}
    return [f for f in open_ if f.verdict is not StatementVerdict.UNVERIFIABLE or (f.claim, f.reason) not in unread]


def _is_quiet(finding: Finding) -> bool:
    """Whether nothing is wrong and nothing stands beside the verdict: it is shown to whoever opens it."""
    return finding.severity is Severity.FINE and not finding.warnings


def kind_of(cited: CheckedCitation) -> str:
    """The class of a citation: its severity, or that it is to be read."""
    return "read" if is_to_read(cited) else cited.severity.value


_FRAGMENT_WORDS = 6


def _to_words(url: str | None, finding: Finding) -> str | None:
    """The address with a text fragment, by which a browser jumps to the words (WICG: URL Fragment Text Directives); None without."""
    href = safe_href(url)
    if href is None or not finding.evidence or finding.judged is not Judged.SOURCE:
        return None
    words = finding.evidence[0].exact.split("\n")[0].split()
    ends = [words] if len(words) <= 2 * _FRAGMENT_WORDS else [words[:_FRAGMENT_WORDS], words[-_FRAGMENT_WORDS:]]
    text = ",".join(quote(" ".join(part), safe="").replace("-", "%2D") for part in ends)
    return f"{href}{'' if '#' in href else '#'}:~:text={text}" if words else None


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
    return _of_source(evidence.exact, finding)


def _of_source(words: str, finding: Finding) -> Markup:
    """Some of the source's words, those that differ from the article marked."""
    return _mark(words, [d.source for d in finding.differences if d.material] + [c.source for c in finding.conflicts])


def _in_front(text: str) -> str:
    r"""The words in front of a passage in its own paragraph, on one line: the paragraph before may be a menu or an advertisement.

    >>> _in_front("Share Tweet\n\nThe board\nsaid "), _behind(" that day.\n\nRead next")
    ('The board said ', ' that day.')
    """
    return for_terminal_text(text.rpartition("\n\n")[2].replace("\n", " "))


def _behind(text: str) -> str:
    """The words behind a passage in its own paragraph, on one line."""
    return for_terminal_text(text.partition("\n\n")[0].replace("\n", " "))


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
