"""What of a report makes no run fail: rules of the settings, and what an earlier report said.

In: a `Report`, rules, the alerts of an earlier report, today. Out: the report with its settled alerts. The rule of this file: nothing is
taken out of a report, and nothing is judged otherwise; only what is open can make a run fail.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from fnmatch import fnmatchcase

from verifier.model import Alert, Decided, Decision, DecisionKind, Report, SettledBy, Severity
from verifier.urls import host
from verifier.verdicts.alerts import WEIGHTY, bare, find_alerts, find_for_people, is_for_people
from verifier.verdicts.likeness import SAME_WORDS, likeness
from verifier.verdicts.recognising import find_same, holds, is_about_the_same, path_of

# What people type, choose in a workbook and click.
CHOICES = {"accept": DecisionKind.ACCEPTED, "reject": DecisionKind.REJECTED, "remark": DecisionKind.REMARK}


@dataclass(frozen=True, slots=True)
class IgnoreRule:
    """What need not be looked at, why, and until when (the day itself included). Fields that are None fit everything.

    `host`, `address` and `document` may hold `*` and `?`; `host` fits with and without `www.`.
    """

    reason: str
    host: str | None = None
    address: str | None = None
    document: str | None = None
    note: str | None = None
    verdict: str | None = None
    until: date | None = None

    def holds(self, today: date) -> bool:
        """Whether the rule still applies."""
        return self.until is None or today <= self.until

    def fits(self, alert: Alert) -> bool:
        """Whether it answers for an alert.

        >>> from verifier.model import Severity
        >>> alert = Alert("docs/a.md", "3", "https://www.site.example/x", "gone", Severity.PROBLEM, "404")
        >>> IgnoreRule("Moving.", host="*.example", verdict="gone").fits(alert), IgnoreRule("No.", note="4").fits(alert)
        (True, False)
        """
        pairs = (
            (self.host, host(alert.url or "").removeprefix("www.")),
            (self.address, alert.url or ""),
            (self.document, path_of(alert.document)),
        )
        same = ((self.note, alert.note), (self.verdict, alert.word))
        named = all(wanted is None or fnmatchcase(given, wanted) for wanted, given in pairs)
        return named and all(wanted is None or wanted == given for wanted, given in same)


@dataclass(frozen=True, slots=True)
class Earlier:
    """The alerts of an earlier report, and what it is called."""

    name: str
    alerts: tuple[Alert, ...] = ()


def settle(
    report: Report,
    rules: Sequence[IgnoreRule],
    earlier: Earlier | None,
    today: date,
    decisions: Sequence[Decision] = (),
) -> Report:
    """The report with what people, the rules and an earlier report answer for."""
    alerts = find_alerts(report)
    decided = find_decided(find_for_people(report), decisions)
    accepted = [
        replace(each.alert, settled=SettledBy.ACCEPTED, why=said_of(each.decision))
        for each in decided
        if each.decision.kind is DecisionKind.ACCEPTED and not each.stale
    ]
    taken = set(map(bare, accepted))
    others = settle_alerts([alert for alert in alerts if alert not in taken], rules, earlier, today)
    return replace(report, settled=(*accepted, *others), decided=decided)


def find_decided(alerts: Sequence[Alert], decisions: Sequence[Decision]) -> tuple[Decided, ...]:
    """What people said of each of these alerts, the newest; a remark where nothing was decided."""
    return tuple(
        Decided(alert, decision, is_stale(decision, alert))
        for alert in alerts
        if (decision := find_decision(alert, decisions) or find_decision(alert, decisions, remarks=True)) is not None
    )


def is_stale(decision: Decision, alert: Alert) -> bool:
    """Whether the sentence, the source or the rules are others than when it was decided; a mended typing error changes nothing."""
    return not holds(decision.rests_on, decision.words, alert)


def find_decision(alert: Alert, decisions: Sequence[Decision], *, remarks: bool = False) -> Decision | None:
    """What was decided of an alert, however its note is numbered now; of the same words the newest. Remarks alone decide nothing.

    `decisions` are newest first. What has neither words nor an address is known by its note.
    """
    if not is_for_people(alert):
        return None
    best, nearest = None, 0.0
    for decision in decisions:
        about = _of_decision(decision)
        if (decision.kind is DecisionKind.REMARK) is not remarks or not is_about_the_same(alert, about):
            continue
        if not (alert.words or alert.url) and alert.note != decision.note:
            continue
        if (near := likeness(alert.words, about.words)) >= SAME_WORDS and near > nearest:
            best, nearest = decision, near
    return best


def said_of(decision: Decision) -> str:
    """Who decided, when and with what words.

    >>> from datetime import UTC, datetime
    >>> at = datetime(2025, 6, 2, tzinfo=UTC)
    >>> said_of(Decision("a.md", "3", None, "gone", "", DecisionKind.ACCEPTED, "In print.", "Ada", at, ""))
    'accepted by Ada on 2025-06-02: In print.'
    """
    by = f" by {decision.by}" if decision.by else ""
    remark = f": {decision.remark}" if decision.remark else ""
    return f"{decision.kind.value}{by} on {decision.at.date().isoformat()}{remark}"


def _of_decision(decision: Decision) -> Alert:
    return Alert(decision.document, decision.note, decision.url, decision.word, Severity.PROBLEM, "", decision.words)


def settle_alerts(
    alerts: Sequence[Alert], rules: Sequence[IgnoreRule], earlier: Earlier | None, today: date
) -> tuple[Alert, ...]:
    """Those of the alerts that are settled; each of an earlier report answers for one."""
    holding = [rule for rule in rules if rule.holds(today)]
    left = list(earlier.alerts) if earlier is not None else []
    settled = []
    for alert in alerts:
        if alert.severity not in WEIGHTY:
            continue
        rule = next((rule for rule in holding if rule.fits(alert)), None)
        if rule is not None:
            settled.append(replace(alert, settled=SettledBy.IGNORED, why=rule.reason))
        elif earlier is not None and (same := find_same(alert, left)) is not None:
            left.remove(same)
            settled.append(replace(alert, settled=SettledBy.KNOWN, why=earlier.name))
    return tuple(settled)
