"""What is different between two checks of an article: what is new, what changed, what is fixed, what is as it was.

In: two reports of one document. Out: `Changes`. The rule of this file: a finding is fixed only where the article or its source says
something else now; that nobody could look this time fixes nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from verifier.model import About, Alert, Change, ChangeKind, Changes, CheckLine, Report, Severity
from verifier.verdicts.alerts import WEIGHTY, bare, find_alerts, find_judged
from verifier.verdicts.recognising import holds, is_same_source, pair, rests_on

_ORDER = (ChangeKind.NEW, ChangeKind.CHANGED, ChangeKind.FIXED, ChangeKind.UNCHANGED)


def compare_checks(before: Report, line: CheckLine, now: Report, now_line: CheckLine) -> Changes:
    """What is different between two checks: new first, then changed, fixed and unchanged, each in the order of the article."""
    was_open, is_open = _open(before), _open(now)
    judged_before, judged_now = find_judged(before), find_judged(now)
    pairs = pair(judged_before, judged_now)
    text = _blanks_alike("\n".join(block.text for block in now.document.blocks))
    found = [
        change
        for was, is_ in pairs
        if (change := _change(was, is_, was in was_open, is_ in is_open, lambda words: _blanks_alike(words) in text))
    ]
    places = {alert: place for place, alert in enumerate((*judged_now, *judged_before))}
    order = sorted(found, key=lambda each: (_ORDER.index(each.kind), places[each.now or _any(each.before)]))
    settled = {bare(alert): alert for alert in now.settled}
    told = (replace(each, now=settled.get(each.now, each.now)) if each.now else each for each in order)
    return Changes(line, now_line, tuple(told), now.decided)


def _open(report: Report) -> set[Alert]:
    """What of a report needs a person, whoever settled it."""
    return {bare(alert) for alert in find_alerts(report) if alert.severity in WEIGHTY}


def _change(
    before: Alert | None, now: Alert | None, was_open: bool, is_open: bool, stands: Callable[[str], bool]
) -> Change | None:
    """What became of one finding; None where it needed and needs nobody. `stands` tells whether words are in the article now."""
    if not was_open:
        return Change(ChangeKind.NEW, before, now) if is_open else None
    assert before is not None
    if now is None:
        return Change(ChangeKind.FIXED, before, None, dropped=before.about in _SAID and not stands(before.words))
    if not (is_open or now.severity is Severity.CANNOT_TELL):
        return Change(ChangeKind.FIXED, before, now)
    same = (before.word, before.severity) == (now.word, now.severity)
    kept = same and holds(rests_on(before), before.words, now) and is_same_source(before, now)
    return Change(ChangeKind.UNCHANGED if kept else ChangeKind.CHANGED, before, now)


_SAID = (About.QUOTATION, About.STATEMENT)


def _blanks_alike(text: str) -> str:
    return " ".join(text.casefold().split())


def _any(alert: Alert | None) -> Alert:
    assert alert is not None, "a change has a side"
    return alert


def weights(changes: Sequence[Change]) -> list[Severity]:
    """How that weighs which is new or changed, and nobody answered for."""
    coming = (change.now for change in changes if change.kind in (ChangeKind.NEW, ChangeKind.CHANGED))
    return [alert.severity for alert in coming if alert is not None and alert.settled is None]
