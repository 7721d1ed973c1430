"""SARIF 2.1.0 (OASIS): what other programs show beside the text, and count over time.

In: reports. Out: one run with a result for each alert. What an ignore rule answers for is suppressed with its reason; where a baseline was
used, each result says whether it is new. Columns are of code points, as ours are.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from pathlib import PurePath, PureWindowsPath
from typing import Any
from urllib.parse import quote

from verifier import __version__
from verifier.escape import for_terminal
from verifier.model import Alert, Report, SettledBy, Severity
from verifier.reports.github import describe
from verifier.reports.words import LINK_WORDS, VERDICT_WORDS
from verifier.verdicts import find_alerts

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_LEVELS: Mapping[Severity, str] = {Severity.PROBLEM: "error", Severity.WARNING: "warning"}


def check(reports: Sequence[Report]) -> str:
    """The SARIF log of `check`."""
    alerts = [alert for report in reports for alert in find_alerts(report)]
    run = {
        "tool": {"driver": {"name": "verifier", "version": __version__, "rules": _rules(alerts)}},
        "columnKind": "unicodeCodePoints",
        "invocations": [{"executionSuccessful": all(report.finished for report in reports)}],
        "results": _results(alerts),
    }
    log = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(log, ensure_ascii=False, indent=2).encode("utf-8", "replace").decode() + "\n"


def _words(alerts: Sequence[Alert]) -> list[str]:
    return sorted({alert.word for alert in alerts})


def _rules(alerts: Sequence[Alert]) -> list[dict[str, Any]]:
    return [_rule(word, word.replace("_", " ")) for word in _words(alerts)]


def _rule(word: str, said: str) -> dict[str, Any]:
    meaning = {**LINK_WORDS, **VERDICT_WORDS}.get(word, f"{said.capitalize()}.")
    return {"id": word, "name": said.title().replace(" ", ""), "shortDescription": {"text": meaning}}


def _results(alerts: Sequence[Alert]) -> list[dict[str, Any]]:
    compared = any(alert.settled is SettledBy.KNOWN for alert in alerts)
    places = {word: index for index, word in enumerate(_words(alerts))}
    return [_result(alert, places[alert.word], compared=compared) for alert in alerts]


def _result(alert: Alert, rule: int, *, compared: bool) -> dict[str, Any]:
    result: dict[str, Any] = {
        "ruleId": alert.word,
        "ruleIndex": rule,
        "level": _LEVELS.get(alert.severity, "note"),
        "message": {"text": for_terminal(describe(alert))},
        "locations": [{"physicalLocation": _place(alert)}],
        "partialFingerprints": {"citation/v1": _fingerprint(alert)},
        "properties": {"note": for_terminal(alert.note), "severity": alert.severity.value},
    }
    if compared:
        result["baselineState"] = "unchanged" if alert.settled is SettledBy.KNOWN else "new"
    if alert.settled in (SettledBy.IGNORED, SettledBy.ACCEPTED):
        result["suppressions"] = [{"kind": "external", "status": "accepted", "justification": for_terminal(alert.why)}]
    return result


def _place(alert: Alert) -> dict[str, Any]:
    region = {"startLine": alert.line, "startColumn": alert.column}
    return {"artifactLocation": {"uri": as_uri(alert.document)}, **({"region": region} if alert.line else {})}


def as_uri(name: str) -> str:
    r"""The name of an article as a URI reference: relative names stay relative.

    >>> as_uri("docs/a b.md"), as_uri("docs\\é.md"), as_uri("https://site.example/a"), as_uri("/tmp/a.md")
    ('docs/a%20b.md', 'docs/%C3%A9.md', 'https://site.example/a', 'file:///tmp/a.md')
    """
    if "://" in name:
        return quote(name.encode("utf-8", "replace"), safe="!#$%&'()*+,/:;=?@[]~")
    path = PureWindowsPath(name) if "\\" in name else PurePath(name)
    if path.is_absolute():
        return path.as_uri()
    return quote(path.as_posix().encode("utf-8", "replace"))


def _fingerprint(alert: Alert) -> str:
    """What stays the same when notes are numbered anew and lines move."""
    said = "\n".join(
        (PurePath(alert.document).as_posix(), alert.url or "", alert.word, " ".join(alert.words.casefold().split()))
    )
    return hashlib.sha256(said.encode("utf-8", "replace")).hexdigest()[:32]
