"""What of a report makes no run fail: rules of the settings, and what an earlier report said.

In: a `Report`, rules, the alerts of an earlier report, today. Out: the report with its settled alerts. The rule of this file: nothing is
taken out of a report, and nothing is judged otherwise; only what is open can make a run fail.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from fnmatch import fnmatchcase
from posixpath import normpath

from rapidfuzz.fuzz import ratio

from verifier.model import Alert, Report, SettledBy
from verifier.urls import host, identity
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


def settle(report: Report, rules: Sequence[IgnoreRule], earlier: Earlier | None, today: date) -> Report:
    """The report with what the rules and an earlier report answer for."""
    return replace(report, settled=settle_alerts(find_alerts(report), rules, earlier, today))


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
