"""What every format tells of two checks: the sums in a sentence, and an entry for each finding that is new, changed or fixed.

In: `Changes`. Out: values of words; a format only sets them.
"""

from __future__ import annotations

from dataclasses import dataclass

from verifier.model import FAITHFUL, About, Alert, Change, ChangeKind, Changes, CheckLine, Decided, Severity
from verifier.reports.rows import READ, SIGNS
from verifier.reports.words import label_of_alert
from verifier.verdicts.alerts import bare

TOLD = (ChangeKind.NEW, ChangeKind.CHANGED, ChangeKind.FIXED)


@dataclass(frozen=True, slots=True)
class Told:
    """A finding: its sign, its note, what it is called, the words it is about, and more of it, line by line."""

    sign: str
    note: str
    word: str
    words: str
    lines: tuple[str, ...]


def sums(changes: Changes) -> str:
    """How many findings are new, changed, fixed and unchanged, and since when.

    >>> from datetime import UTC, datetime
    >>> line = CheckLine("a.md", 3, datetime(2025, 6, 2, 9, 30, tzinfo=UTC))
    >>> sums(Changes(line, line, ()))
    '0 new, 0 changed, 0 fixed, 0 unchanged since the check of 2025-06-02 09:30'
    """
    counts = ", ".join(f"{changes.count(kind)} {kind.value}" for kind in (*TOLD, ChangeKind.UNCHANGED))
    return f"{counts} since {name_check(changes.before)}"


def name_check(line: CheckLine) -> str:
    """What a check is called."""
    return f"the check of {line.checked_at:%Y-%m-%d %H:%M}"


def tell_changes(changes: Changes) -> list[tuple[ChangeKind, list[Told]]]:
    """The findings by what became of them; what is unchanged is only counted."""
    decided = {each.alert: each for each in changes.decided}
    return [(kind, [_tell(c, decided) for c in changes.changes if c.kind is kind]) for kind in TOLD]


def _tell(change: Change, decided: dict[Alert, Decided]) -> Told:
    from verifier.verdicts.settling import said_of  # noqa: PLC0415 - only for this result

    alert = change.now or change.before
    assert alert is not None, "a change has a side"
    lines = []
    if change.kind is not ChangeKind.FIXED:
        lines.append(alert.reason)
    lines += _before(change)
    if (said := decided.get(bare(alert))) is not None:
        lines.append(said_of(said.decision) + (" (stale: decide again)" if said.stale else ""))
    elif alert.settled is not None:
        lines.append(f"{alert.settled.value}: {alert.why}")
    return Told(_sign(change.now), _note(change), _word(change), alert.words or alert.url or "", tuple(lines))


def _sign(now: Alert | None) -> str:
    """✓ only where words were found."""
    if now is None or (now.severity is Severity.FINE and now.word not in FAITHFUL):
        return READ
    return SIGNS[now.severity]


def _note(change: Change) -> str:
    notes = list(dict.fromkeys(alert.note for alert in (change.now, change.before) if alert is not None))
    return f"[{notes[0]}]" + "".join(f" (was [{note}])" for note in notes[1:])


def _word(change: Change) -> str:
    if change.kind is not ChangeKind.FIXED:
        return _label(change.now)
    if change.now is not None:
        return f"was: {_label(change.before)}; now: {_label(change.now)}"
    about = change.before.about if change.before else About.ARTICLE
    if about is About.LINK or about is About.REFERENCE:
        gone = "is no longer cited"
    else:
        gone = "no longer in the article" if change.dropped else "no longer cited for it"
    return f"was: {_label(change.before)}; now: {gone}"


def _before(change: Change) -> list[str]:
    """What was said before, of a finding that changed: its answer, its words, its address, where they are others."""
    was, now = change.before, change.now
    if change.kind is not ChangeKind.CHANGED or was is None or now is None:
        return []
    said = []
    if was.word != now.word or was.reason != now.reason:
        said.append(f"{_label(was)}: {was.reason}")
    said += [f"“{was.words}”"] if was.words != now.words else []
    said += [f"in {was.url}"] if was.url != now.url else []
    if not said:
        other = "sentence" if was.sentence != now.sentence else "passage of the source"
        said = [f"the same answer, given for another {other}"]
    return ["before: " + " ".join(said)]


def _label(alert: Alert | None) -> str:
    return label_of_alert(alert) if alert is not None else ""
