"""Decisions that come back in the workbook of a report.

In: an open archive, the rows of the workbook, who decides and when. Out: `Taken`: what was kept, and of each row that could not be taken,
why. The rule of this file: a row is known by its key, wherever it stands; what was written for a finding that is another now is not kept.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from verifier.archive import Archive
from verifier.model import Alert, Decision, DecisionKind, Report
from verifier.reports.words import label_of_alert
from verifier.reports.xlsx import AUTHOR, DECISION, KEY, REMARK, document_key, rows_of
from verifier.verdicts.settling import CHOICES
from verifier.workflow.deciding import Answer, keep

COLUMNS = (DECISION, REMARK, KEY)
_WORDS = {**CHOICES, **{kind.value: kind for kind in DecisionKind}}
_KEY_PARTS = 3


@dataclass(slots=True)
class Taken:
    """What became of a workbook: a line for each row that says something, and counts of rows.

    `known` were decided so before, `blank` say nothing, `missing` are rows of the newest report that it does not hold.
    """

    lines: list[str] = field(default_factory=list)
    kept: Counter[DecisionKind] = field(default_factory=Counter)
    refused: int = 0
    known: int = 0
    blank: int = 0
    missing: int = 0

    def refuse(self, number: int, why: str) -> None:
        """A row could not be taken."""
        self.refused += 1
        self.lines.append(f"row {number}: nothing was kept: {why}")


@dataclass(frozen=True, slots=True)
class _Known:
    """A row of a report of today: its note, what of it needs a person, and what was decided of each of these."""

    label: str
    alerts: tuple[Alert, ...]
    decisions: tuple[Decision | None, ...]


class _RefusedError(Exception):
    """Why a row cannot be taken."""


def take_returned(
    archive: Archive,
    rows: Sequence[tuple[int, Mapping[str, str]]],
    answer: Answer,
    settle: Callable[[Report], Report],
    only: str | None = None,
) -> Taken:
    """Keep what the rows of a workbook decide; `only`: of this article. `answer` says who and when, the rows what."""
    taken, reports = Taken(), _Reports(archive, settle, only)
    told: dict[str, list[tuple[int, Answer]]] = {}
    known: dict[str, _Known] = {}
    for number, row in rows:
        key = row.get(KEY, "")
        reports.seen.add(key)
        if not any(row.get(column) for column in (DECISION, REMARK, AUTHOR)):
            taken.blank += 1
            continue
        try:
            known[key], said = reports.find(key, row.get("Article", "")), _read(row, answer)
            told.setdefault(key, []).append((number, said))
        except _RefusedError as refused:
            taken.refuse(number, str(refused))
    keep(archive, [pair for key, said in told.items() for pair in _choose(taken, known[key], said)])
    taken.missing = reports.missing()
    return taken


def _read(row: Mapping[str, str], answer: Answer) -> Answer:
    """What a row decides; what the author answered is a part of the remark."""
    word, author = row.get(DECISION, "").casefold(), row.get(AUTHOR, "")
    if word and word not in _WORDS:
        raise _RefusedError(f"“{row[DECISION]}” is no decision; write accept, reject or remark")
    kind = _WORDS[word or "remark"]
    remark = "; ".join(filter(None, [row.get(REMARK, ""), f"The author: {author}" if author else ""]))
    if kind is DecisionKind.REMARK and not remark:
        raise _RefusedError("a remark needs words")
    return replace(answer, kind=kind, remark=remark)


def _choose(taken: Taken, known: _Known, said: Sequence[tuple[int, Answer]]) -> list[tuple[Alert, Answer]]:
    """What is to be kept of the rows of one key: nothing where they say different things, or it was said before."""
    answers = {answer for _, answer in said}
    if len(answers) > 1:
        for number, _ in said:
            others = ", ".join(str(other) for other, _ in said if other != number)
            taken.refuse(number, f"row {others} says something else of the same finding")
        return []
    number, answer = said[0]
    if all(d is not None and (d.kind, d.remark) == (answer.kind, answer.remark) for d in known.decisions):
        taken.known += 1
        return []
    taken.kept[answer.kind] += 1
    labels = ", ".join(dict.fromkeys(map(label_of_alert, known.alerts)))
    taken.lines.append(f"row {number}: [{known.label}] {labels}: {answer.kind.value}")
    return [(alert, answer) for alert in known.alerts]


class _Reports:
    """The newest reports of the articles of an archive, by the keys of their rows."""

    def __init__(self, archive: Archive, settle: Callable[[Report], Report], only: str | None) -> None:
        self._archive, self._settle, self._only = archive, settle, only
        self._names = {document_key(name): name for name in archive.names()}
        self._loaded: dict[str, dict[str, _Known]] = {}
        self.seen: set[str] = set()

    def find(self, key: str, article: str) -> _Known:
        """The row of today that a key names. Raises _RefusedError."""
        document, _, rest = key.partition("-")
        if len(key.split("-")) != _KEY_PARTS:
            raise _RefusedError("its key is missing or was changed")
        named = f" ({article})" if article else ""
        if document not in self._names:
            raise _RefusedError(f"it is about an article{named} that this archive does not hold")
        if self._only is not None and self._names[document] != self._only:
            raise _RefusedError(f"it is about another article, {self._names[document]}")
        rows = self._rows(document)
        if key not in rows:
            about = rest.partition("-")[0]
            if any(other.split("-")[1] == about for other in rows):
                raise _RefusedError(
                    "the sentence, the source or the rules changed since the workbook was written; look again"
                )
            raise _RefusedError("the newest check does not find this any more")
        if not rows[key].alerts:
            raise _RefusedError("nothing of this source needs a decision")
        return rows[key]

    def missing(self) -> int:
        """How many rows of the articles that a workbook is about, and that need a person, it does not hold."""
        return sum(
            bool(row.alerts) and key not in self.seen for rows in self._loaded.values() for key, row in rows.items()
        )

    def _rows(self, document: str) -> dict[str, _Known]:
        if document not in self._loaded:
            report = self._archive.report(self._names[document])
            self._loaded[document] = _known(self._settle(report)) if report is not None else {}
        return self._loaded[document]


def _known(report: Report) -> dict[str, _Known]:
    decided = {each.alert: each.decision for each in report.decided if not each.stale}
    return {
        key: _Known(cited.label, alerts, tuple(decided.get(alert) for alert in alerts))
        for cited, alerts, key in rows_of(report)
    }
