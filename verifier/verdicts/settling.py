"""What of a report makes no run fail: rules of the settings, and what an earlier report said.

In: a `Report`, rules, the alerts of an earlier report, today. Out: the report with its settled alerts. The rule of this file: nothing is
taken out of a report, and nothing is judged otherwise; only what is open can make a run fail.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from fnmatch import fnmatchcase
from posixpath import normpath

from rapidfuzz.fuzz import ratio

from verifier.model import Alert, Decision, DecisionKind, Report, SettledBy, Severity
from verifier.urls import host, identity
from verifier.verdicts import RULES
from verifier.verdicts.alerts import WEIGHTY, find_alerts

# Of 100: the same words with a correction are above, other sentences of the same article below.
_SAME_WORDS = 80
_WHOLE = re.compile(r"/|[A-Za-z]:/")


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
            (self.document, _path(alert.document)),
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
    accepted = [
        replace(alert, settled=SettledBy.ACCEPTED, why=said_of(decision))
        for alert in alerts
        if (decision := find_decision(alert, decisions)) is not None
        and decision.kind is DecisionKind.ACCEPTED
        and not is_stale(decision, alert)
    ]
    taken = {replace(alert, settled=None, why="") for alert in accepted}
    others = settle_alerts([alert for alert in alerts if alert not in taken], rules, earlier, today)
    return replace(report, settled=(*accepted, *others))


def rests_on(alert: Alert) -> str:
    """What an answer was given for, by the rules of today: the words and their sentence, and how the source says it."""
    said = f"{RULES}\n{alert.words}\n{alert.reason}\n{alert.rests}"
    return hashlib.sha256(said.encode("utf-8", "replace")).hexdigest()[:16]


def is_stale(decision: Decision, alert: Alert) -> bool:
    """Whether the sentence, the source or the rules are others than when it was decided."""
    return decision.rests_on != rests_on(alert)


def find_decision(alert: Alert, decisions: Sequence[Decision]) -> Decision | None:
    """What was decided of an alert, however its note is numbered now; of the same words the newest. Remarks alone decide nothing.

    `decisions` are newest first. What has neither words nor an address is known by its note.
    """
    if alert.severity not in WEIGHTY:
        return None
    best, likeness = None, 0.0
    for decision in decisions:
        about = _of_decision(decision)
        if decision.kind is DecisionKind.REMARK or not _is_about_the_same(alert, about):
            continue
        if not (alert.words or alert.url) and alert.note != decision.note:
            continue
        if (near := _likeness(alert.words, about.words)) >= _SAME_WORDS and near > likeness:
            best, likeness = decision, near
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
        elif earlier is not None and (same := _find_same(alert, left)) is not None:
            left.remove(same)
            settled.append(replace(alert, settled=SettledBy.KNOWN, why=earlier.name))
    return tuple(settled)


def _find_same(alert: Alert, earlier: Sequence[Alert]) -> Alert | None:
    """What an earlier report said of the same words and source, whatever its note was numbered and wherever it stood."""
    near = [(_likeness(alert.words, other.words), other) for other in earlier if _is_about_the_same(alert, other)]
    likeness, best = max(near, key=lambda each: each[0], default=(0.0, None))
    return best if likeness >= _SAME_WORDS else None


def _is_about_the_same(alert: Alert, other: Alert) -> bool:
    source = identity(alert.url or "") == identity(other.url or "")
    return source and alert.word == other.word and _is_same_path(alert.document, other.document)


def _is_same_path(one: str, other: str) -> bool:
    """Whether two names are one file: `docs/a.md` and `./docs/a.md` are, and so is a whole path that ends so."""
    a, b = _path(one), _path(other)
    whole = _WHOLE.match(a) or _WHOLE.match(b)
    return a == b or (whole is not None and (a.endswith(f"/{b}") or b.endswith(f"/{a}")))


def _path(name: str) -> str:
    return name if "://" in name else normpath(name.replace("\\", "/"))


def _likeness(one: str, other: str) -> float:
    return ratio(" ".join(one.casefold().split()), " ".join(other.casefold().split())) if one or other else 100.0
