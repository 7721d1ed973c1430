"""What is different since another check of the same article.

In: an open archive, an article's name, which checks. Out: `Changes`. The rule of this file: a check that was cut short,
or that could look at nothing, is compared with nothing unless a person names it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING

from verifier.errors import ArchiveError
from verifier.model import Changes, CheckLine, Report
from verifier.verdicts.changes import compare_checks

if TYPE_CHECKING:
    from verifier.archive import Archive

# Which check: that of a run, or the newest one at a moment.
Which = int | datetime

_NAMED = 5  # checks that an error names


def last_check(archive: Archive, document: str) -> CheckLine | None:
    """The newest check of an article that came to its end; None where there is none."""
    return next((line for line in archive.checks(document) if line.whole), None)


def since_then(archive: Archive, before: CheckLine | None, report: Report) -> Report:
    """The report of a check that was just made, with what is different since the one before."""
    if before is None or not (report.finished and report.looked):
        return report
    lines = archive.checks(before.document)
    # Where nothing had changed it is the report of then, and nothing was added.
    then = report if lines[0] == before else archive.report_of(before)
    return replace(report, changes=compare_checks(then, before, report, lines[0])) if then is not None else report


def find_changes(
    archive: Archive,
    names: Sequence[str | None],
    settle: Callable[[Report], Report],
    since: Which | None = None,
    until: Which | None = None,
) -> Changes:
    """What is different between two checks of an article, the newest two without a choice. Raises ArchiveError where they are not there."""
    lines: Sequence[CheckLine] = next(filter(None, map(archive.checks, names)), ())
    if not lines:
        raise ArchiveError(
            f"{archive.path} holds no check of {names[0] or 'any article'}.",
            hint="Run 'verifier check' on the article first, and again after the edits.",
        )
    now = _newest(lines, lines) if until is None else _chosen(lines, until)
    before = _newest(lines[lines.index(now) + 1 :], lines) if since is None else _chosen(lines, since)
    then, today = archive.report_of(before), archive.report_of(now)
    assert then is not None, "it was listed"
    assert today is not None, "it was listed"
    return compare_checks(then, before, settle(today), now)


def _newest(lines: Sequence[CheckLine], known: Sequence[CheckLine]) -> CheckLine:
    """The newest check that came to its end. Raises ArchiveError where there is none."""
    found = next((line for line in lines if line.whole), None)
    if found is None:
        raise ArchiveError(
            f"There are no two checks of {known[0].document} to compare: {_listed(known)}.",
            hint="Run 'verifier check' on it again, after the edits: one that finds the same is not kept as another.",
        )
    return found


def _chosen(lines: Sequence[CheckLine], which: Which) -> CheckLine:
    """The check that was chosen. Raises ArchiveError where there is none."""
    found = next(
        (line for line in lines if (line.run == which if isinstance(which, int) else line.checked_at <= which)), None
    )
    if found is None:
        what = f"in run {which}" if isinstance(which, int) else f"of {which.isoformat()[:19]} or before"
        raise ArchiveError(f"There is no check of {lines[0].document} {what}.", hint=f"There are: {_listed(lines)}.")
    return found


def _listed(lines: Sequence[CheckLine]) -> str:
    told = [
        f"{f'run {line.run}, ' if line.run is not None else ''}{line.checked_at:%Y-%m-%d %H:%M:%S}"
        f"{'' if line.whole else ' (cut short)'}"
        for line in lines[:_NAMED]
    ]
    more = f"; and {len(lines) - _NAMED} more" if len(lines) > _NAMED else ""
    return "; ".join(told) + more
