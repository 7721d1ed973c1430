"""Judge articles again by what the archive holds of their sources today; nothing is sent.

In: names of articles. Out: which findings are other ones than in the newest report. The rule of this file: an article is judged by the
newest visit that found or lost its source; a wall or a night without an answer takes no finding away. A report that says the same as
the last one is not kept.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from verifier.archive import Archive
from verifier.model import Finding, Report, Severity
from verifier.reports.words import label_of
from verifier.workflow.checking import judge_from_archive
from verifier.workflow.collecting import Guessing


@dataclass(frozen=True, slots=True)
class OtherFinding:
    """A finding that is another one now, in words; `worse` where it became a problem."""

    url: str
    words: str
    worse: bool


def judge_again(archive: Archive, guess: Guessing, names: Sequence[str], at: datetime) -> tuple[OtherFinding, ...]:
    """Judge these articles again, and keep each report that says something else than the one before."""
    return tuple(other for name in names for other in _one(archive, guess, name, at))


def _one(archive: Archive, guess: Guessing, name: str, at: datetime) -> tuple[OtherFinding, ...]:
    before = archive.report(name)
    if before is None:
        return ()
    as_today = archive.is_judged_as_today(name)
    now = judge_from_archive(before.document, archive, guess, at=at)
    if _said(before) == _said(now):
        return ()
    # Not before: a document without a report would be the newest one, and its quotations would be watched no more.
    archive.add_document(now.document, [c.citation for c in now.citations], now.claims)
    archive.add_report(now)
    return tuple(_others(before, now)) if as_today else ()  # other rules are no change of a page


def _said(report: Report) -> list[object]:
    return [*map(_key, report.findings), *(f.verdict for f in report.findings), *(c.word for c in report.citations)]


def _key(finding: Finding) -> tuple[object, ...]:
    return finding.citation, finding.claim, finding.quotation, finding.kind


def _is_of_the_link(old: Finding, now: Finding) -> bool:
    """Whether the link's own answer says it: nobody can look, or could not and finds it well now."""
    unread = [finding.verdict.value == "unverifiable" for finding in (old, now)]
    return unread[1] or (unread[0] and now.severity is Severity.FINE)


def _others(before: Report, now: Report) -> Iterator[OtherFinding]:
    was = {_key(finding): finding for finding in before.findings}
    for finding in now.findings:
        old = was.get(_key(finding))
        if (
            old is None
            or old.verdict == finding.verdict
            or finding.citation.url is None
            or _is_of_the_link(old, finding)
        ):
            continue
        label = now.document.notes[finding.citation.note].label
        was_said, is_said = (label_of(one) for one in (old, finding))
        words = f"{now.document.name} [{label}]: {was_said} before, {is_said} now"
        worse = finding.severity is Severity.PROBLEM and old.severity in (Severity.FINE, Severity.WARNING)
        yield OtherFinding(finding.citation.url, words, worse)
