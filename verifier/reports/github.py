"""GitHub's workflow commands: each alert is shown beside its line of the change.

In: reports. Out: a line `::error file=…,line=…::…` for a problem, `warning` for what is to look at, `notice` for the rest, and a line with
the sums for who reads the log. What nobody needs to look at, or was settled, is not shown.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from verifier.escape import for_terminal
from verifier.model import Alert, Report, Severity
from verifier.reports.rows import tally
from verifier.reports.words import label_of_alert
from verifier.verdicts import find_open

_COMMANDS: Mapping[Severity, str] = {Severity.PROBLEM: "error", Severity.WARNING: "warning"}
# As the runner reads them back (actions/toolkit, `command.ts`): the percent sign first.
_DATA = {"%": "%25", "\r": "%0D", "\n": "%0A"}
_PROPERTY = {**_DATA, ":": "%3A", ",": "%2C"}


def check(reports: Sequence[Report]) -> str:
    """The commands of `check`, and a line of sums for each article."""
    return "".join(f"{line}\n" for report in reports for line in _lines(report))


def _lines(report: Report) -> Iterator[str]:
    yield from (command(alert) for alert in find_open(report))
    counts = ", ".join(words for _, words in tally(report))
    yield f"verifier: {for_terminal(report.document.name)}: {counts or 'no citations'}."


def command(alert: Alert) -> str:
    """The workflow command for one alert.

    >>> command(Alert("docs/a,b.md", "3", None, "altered", Severity.PROBLEM, "100 %: no", line=4, column=7))
    '::error file=docs/a%2Cb.md,line=4,col=7,title=[3] words differ::100 %25: no'
    """
    where = {"file": alert.document, "line": alert.line, "col": alert.column}
    word = label_of_alert(alert)
    properties = {**where, "title": f"[{alert.note}] {word}" if alert.note else word}
    said = ",".join(
        f"{name}={_escape(str(value), _PROPERTY)}" for name, value in properties.items() if value is not None
    )
    return f"::{_COMMANDS.get(alert.severity, 'notice')} {said}::{_escape(describe(alert), _DATA)}"


def describe(alert: Alert) -> str:
    """An alert in one line: why, which words of the article, which address."""
    words = f" The article: “{alert.words}”" if alert.words else ""
    return f"{alert.reason}{words}{f' <{alert.url}>' if alert.url else ''}"


def _escape(text: str, signs: Mapping[str, str]) -> str:
    return "".join(signs.get(character, character) for character in for_terminal(text))
