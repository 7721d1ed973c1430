"""What lies on the desk: the findings of an article that need a person, each with its place in the article and its passage of the source.

In: an open archive, an article's name. Out: a `Desk`, and decisions that are kept. The rule of this file: nothing is held between two
requests, so that what another program decided or checked meanwhile is what is shown.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from verifier.archive import Archive
from verifier.binder.copies import Block, Copy, blocks_of, copy_of
from verifier.errors import ArchiveError
from verifier.escape import for_terminal_text
from verifier.model import Alert, CheckedCitation, Decided, Decision, Evidence, Finding, Mark, Report, SettledBy
from verifier.verdicts.alerts import bare, find_for_people
from verifier.verdicts.recognising import rests_on
from verifier.workflow.deciding import Answer, keep

# What answers for the findings of a report: its decisions, and the rules of the settings.
Settle = Callable[[Report, Sequence[Decision]], Report]

_BESIDE = 1  # paragraphs of a source that are shown on each side of one with marked words


@dataclass(frozen=True, slots=True)
class Card:
    """A finding: its key, its alert, the citation and finding it is of, what of the source is shown, what was decided."""

    key: str
    alert: Alert
    cited: CheckedCitation
    finding: Finding | None
    passage: tuple[Block | None, ...]  # None where paragraphs are left out
    copy: Copy | None
    decided: Decided | None

    @property
    def ignored(self) -> str:
        """Why a rule of the settings answers for it; "" where none does."""
        return self.alert.why if self.alert.settled is SettledBy.IGNORED else ""

    @property
    def open(self) -> bool:
        """Whether nobody has decided, and no rule answers for it."""
        return not self.ignored and (self.decided is None or self.decided.stale)


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of the article: the numbers of the cards whose words it is of, and the mark behind it."""

    words: str
    cards: tuple[int, ...]
    mark: Mark | None


@dataclass(frozen=True, slots=True)
class Desk:
    """An article with the cards of its findings, in its order; `blocks` is its text, each block with its kind."""

    report: Report
    cards: tuple[Card, ...]
    blocks: tuple[tuple[str, tuple[Run, ...]], ...]

    @property
    def left(self) -> int:
        """How many cards are undecided."""
        return sum(card.open for card in self.cards)


def lay_out(archive: Archive, document: str, settle: Settle, only: str | None = None) -> Desk:
    """The desk of an article, as it is at this moment. Raises ArchiveError where it was never checked.

    `only`: the source is read for the card of this key alone.
    """
    report = settle(_report(archive, document), archive.decisions(document))
    decided = {bare(each.alert): each for each in report.decided}
    cards = tuple(
        _card(archive, report, alert, decided, read=only in (None, key_of(alert))) for alert in find_for_people(report)
    )
    return Desk(report, cards, tuple(_blocks(report, cards)))


def decide(archive: Archive, document: str, key: str, answer: Answer) -> Sequence[Decision]:
    """Keep an answer to the finding of this key; nothing where the newest check has no such finding."""
    alerts = [alert for alert in find_for_people(_report(archive, document)) if key_of(alert) == key]
    return keep(archive, [(alert, answer) for alert in alerts[:1]])


def copy_at(archive: Archive, document: str, key: str) -> tuple[Copy, tuple[Evidence, ...]] | None:
    """The stored copy that a finding rests on, and its passages; None where there is none."""
    report = _report(archive, document)
    alert = next((alert for alert in find_for_people(report) if key_of(alert) == key), None)
    card = _card(archive, report, alert, {}) if alert is not None else None
    if card is None or card.copy is None:
        return None
    return card.copy, card.finding.evidence if card.finding else ()


def key_of(alert: Alert) -> str:
    """By what a finding is known between two requests: what it says, of which words and source, in which note."""
    said = "\n".join((alert.note, alert.url or "", alert.about, alert.word, alert.words, rests_on(alert)))
    return hashlib.sha256(said.encode("utf-8", "replace")).hexdigest()[:16]


def _report(archive: Archive, document: str) -> Report:
    report = archive.report(document)
    if report is None:
        raise ArchiveError(
            f"{archive.path} holds no findings of {document}.", hint="Run 'verifier check' on the article first."
        )
    return report


def _card(archive: Archive, report: Report, alert: Alert, decided: dict[Alert, Decided], *, read: bool = True) -> Card:
    cited = next(c for c in report.citations if (c.label, c.citation.url) == (alert.note, alert.url))
    finding = next((f for f in cited.findings if is_of(alert, f)), None)
    visit = archive.whole(cited.fetch) if cited.fetch is not None and read else None
    copy = copy_of(visit) if visit is not None else None
    return Card(key_of(alert), alert, cited, finding, tuple(_passage(copy, finding)), copy, decided.get(bare(alert)))


def is_of(alert: Alert, finding: Finding) -> bool:
    """Whether an alert is what is said of a finding."""
    words = finding.quotation.text if finding.quotation else finding.claim.text
    said = (finding.kind.value, finding.verdict.value, words, finding.claim.text)
    return (alert.about.value, alert.word, alert.words, alert.sentence) == said


def _passage(copy: Copy | None, finding: Finding | None) -> Iterator[Block | None]:
    """The paragraphs of the source that hold what a finding rests on, with those beside them."""
    if copy is None or finding is None or finding.elsewhere or not finding.evidence:
        return
    blocks = blocks_of(copy.text, finding.evidence)
    held = [i for i, block in enumerate(blocks) if any(marked for _, marked in block.runs)]
    shown = sorted({i for at in held for i in range(at - _BESIDE, at + _BESIDE + 1) if 0 <= i < len(blocks)})
    for before, i in zip([-1, *shown], shown, strict=False):
        if i > before + 1:
            yield None
        yield blocks[i]
    if shown and shown[-1] < len(blocks) - 1:
        yield None


def _blocks(report: Report, cards: Sequence[Card]) -> Iterator[tuple[str, tuple[Run, ...]]]:
    """The article's blocks, cut where a mark stands, or the words of a finding begin or end."""
    document = report.document
    for i, block in enumerate(document.blocks):
        marks = sorted((mark for mark in document.marks if mark.block == i), key=lambda mark: mark.offset)
        said = [(n, place) for n, card in enumerate(cards) if (place := _place(card, i, block.text)) is not None]
        yield block.kind.value, tuple(_runs(block.text, marks, said))


def _place(card: Card, block: int, text: str) -> tuple[int, int] | None:
    """Where the sentence of a finding stands in a block."""
    if card.finding is None or card.finding.claim.block != block:
        return None
    start = text.find(card.finding.claim.text)
    return (start, start + len(card.finding.claim.text)) if start >= 0 else None


def _runs(text: str, marks: Sequence[Mark], said: Sequence[tuple[int, tuple[int, int]]]) -> Iterator[Run]:
    cuts = {0, len(text), *(edge for _, place in said for edge in place), *(min(m.offset, len(text)) for m in marks)}
    edges = sorted(cuts)
    if edges == [0]:
        edges = [0, 0]
    for start, end in pairwise(edges):
        behind = [mark for mark in marks if min(mark.offset, len(text)) == end]
        cards = tuple(n for n, (a, b) in said if a <= start and end <= b)
        yield Run(for_terminal_text(text[start:end]), cards, behind[0] if behind else None)
        yield from (Run("", (), mark) for mark in behind[1:])
