"""An earlier report as a baseline: what it said is known.

In: the JSON of a check. Out: its alerts, as far as they are in it. Raises SettingsError.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from verifier.errors import SettingsError
from verifier.model import Alert, Severity
from verifier.reports.json import SCHEMA_VERSION
from verifier.verdicts.answers import REFERENCE_DIFFERS

_MAKE_IT = "Make it with: verifier check DOC -o baseline.json"


def read_baseline(data: bytes, name: str) -> tuple[Alert, ...]:
    r"""The alerts of an earlier report; `name` stands in messages.

    >>> read_baseline(b'{"schema_version": 1, "document": {"name": "a.md"}, "citations": [], "findings": []}', "base.json")
    ()
    >>> read_baseline(b"{", "base.json")
    Traceback (most recent call last):
    verifier.errors.SettingsError: base.json is no baseline: it is not whole JSON.
    """
    try:
        found = json.loads(data)
    except (ValueError, RecursionError):
        raise SettingsError(f"{name} is no baseline: it is not whole JSON.", hint=_MAKE_IT) from None
    reports = found if isinstance(found, list) else [found]
    try:
        return tuple(alert for report in reports for alert in _of_report(report, name))
    except (KeyError, TypeError, ValueError, AttributeError):
        raise SettingsError(f"{name} is no baseline: it is not the JSON of a check.", hint=_MAKE_IT) from None


def _of_report(report: dict[str, Any], name: str) -> Iterator[Alert]:
    version = report["schema_version"]
    if version != SCHEMA_VERSION:
        raise SettingsError(
            f"{name} was made by another version of verifier (schema_version {version}, not {SCHEMA_VERSION}).",
            hint=_MAKE_IT,
        )
    document = str(report["document"]["name"])
    for cited in report["citations"]:
        yield from _of_citation(document, cited)
    for said in report["findings"]:
        words = said["quotation"] or said["claim"]
        yield _alert(document, said, said["verdict"], words)


def _of_citation(document: str, cited: dict[str, Any]) -> Iterator[Alert]:
    """What was said of the link, and of the reference beside its page."""
    if cited["link"] is None:
        yield _alert(document, cited, cited["answer"], cited["title"] or "" if cited["url"] is None else "")
    else:
        yield _alert(document, cited, cited["link"], "")
    if cited["metadata_problems"]:
        yield _alert(document, cited, REFERENCE_DIFFERS, "")


def _alert(document: str, said: dict[str, Any], word: str, words: str) -> Alert:
    return Alert(document, str(said["note"]), said["url"], word, Severity(said["severity"]), "", words)
