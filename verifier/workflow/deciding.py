"""What a person decides of findings, however it reaches the program: typed, in a workbook, on the review page.

In: an open archive, alerts, what is decided. Out: the decisions that were kept. The rule of this file: this is the one way in; a decision
keeps what the answer was given for, so that it can be told when it no longer holds.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from verifier.archive import Archive
from verifier.model import Alert, Decision, DecisionKind
from verifier.verdicts.recognising import rests_on


@dataclass(frozen=True, slots=True)
class Answer:
    """What a person says: his decision, why, who he is, when."""

    kind: DecisionKind
    remark: str
    by: str
    at: datetime


def keep(archive: Archive, answers: Iterable[tuple[Alert, Answer]]) -> Sequence[Decision]:
    """Keep an answer to each of these alerts, all or none."""
    decisions = [
        Decision(
            document=alert.document, note=alert.note, url=alert.url, word=alert.word, words=alert.words, kind=answer.kind,
            remark=answer.remark.strip(), by=answer.by, at=answer.at, rests_on=rests_on(alert),
        )
        for alert, answer in answers
    ]  # fmt: skip
    with archive.together():
        for decision in decisions:
            archive.add_decision(decision)
    return decisions
