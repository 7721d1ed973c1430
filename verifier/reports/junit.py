"""JUnit's XML, as build servers read it: a suite for each article, a case for each citation.

In: reports. Out: a case fails where it has a problem, is skipped where nobody could tell or it was settled, and passes otherwise; what is
to be looked at stands in the output of a case that passes.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from xml.etree import ElementTree as ET

from verifier.escape import for_terminal
from verifier.model import Alert, CheckedCitation, Report, Severity
from verifier.reports.github import describe
from verifier.verdicts import find_alerts

# Characters that no XML 1.0 may hold, even as references.
_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def check(reports: Sequence[Report]) -> bytes:
    """The XML of `check`."""
    suites = ET.Element("testsuites", name="verifier")
    for report in reports:
        suites.append(_suite(report))
    _sum(suites, list(suites))
    ET.indent(suites)
    data: bytes = ET.tostring(suites, encoding="utf-8", xml_declaration=True)
    return data + b"\n"


def _suite(report: Report) -> ET.Element:
    at = report.checked_at.replace(tzinfo=None, microsecond=0).isoformat()
    suite = ET.Element("testsuite", name=_clean(report.document.name), timestamp=at, time="0")
    alerts = find_alerts(report)
    cases = [_case(report, cited, [a for a in alerts if _is_of(a, cited)]) for cited in report.citations]
    suite.extend(cases)
    for attribute, tag in (("tests", None), ("failures", "failure"), ("errors", "error"), ("skipped", "skipped")):
        suite.set(attribute, str(len(cases) if tag is None else sum(case.find(tag) is not None for case in cases)))
    return suite


def _is_of(alert: Alert, cited: CheckedCitation) -> bool:
    return (alert.note, alert.url) == (cited.label, cited.citation.url)


def _case(report: Report, cited: CheckedCitation, alerts: Sequence[Alert]) -> ET.Element:
    name = f"[{cited.label}] {cited.citation.url or cited.citation.title or 'no address'}"
    case = ET.Element("testcase", classname=_clean(report.document.name), name=_clean(name), time="0")
    wrong = [a for a in alerts if a.settled is None and a.severity is Severity.PROBLEM]
    skipped = _why_skipped(alerts)
    if wrong:
        ET.SubElement(case, "failure", type=wrong[0].word, message=_clean(wrong[0].reason)).text = _lines(alerts)
    elif skipped:
        ET.SubElement(case, "skipped", message=_clean(skipped)).text = _lines(alerts)
    else:
        ET.SubElement(case, "system-out").text = _lines(alerts) or _clean(f"fine: {cited.word}: {cited.reason}")
    return case


def _why_skipped(alerts: Sequence[Alert]) -> str | None:
    settled = next((f"{alert.settled}: {alert.why}" for alert in alerts if alert.settled), None)
    return settled or next((alert.reason for alert in alerts if alert.severity is Severity.CANNOT_TELL), None)


def _lines(alerts: Sequence[Alert]) -> str:
    """Each alert in a line behind its place, as compilers write it."""
    return "\n".join(_clean(f"{_place(a)}{a.severity}: {a.word}: {describe(a)}") for a in alerts)


def _place(alert: Alert) -> str:
    return f"{alert.document}:{alert.line}:{alert.column}: " if alert.line else ""


def _sum(suites: ET.Element, each: Sequence[ET.Element]) -> None:
    for attribute in ("tests", "failures", "errors"):
        suites.set(attribute, str(sum(int(suite.get(attribute, "0")) for suite in each)))


def _clean(text: str) -> str:
    return _NOT_XML.sub("\ufffd", for_terminal(text))
