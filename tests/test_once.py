"""Read once, judge once: what a run of many citations does is counted, never timed."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from types import CodeType, FrameType
from typing import Any

from support.reading import READER
from support.webs import NOON, page, send_from

from verifier.archive import Archive
from verifier.archive.opening import connect
from verifier.fetching import Mementos
from verifier.library import read_bytes
from verifier.matching.index import index_of, made
from verifier.model import Fetch, Guess, Link, LinkStatus, PlanName, Report, Snapshot, SourceText
from verifier.pages import classify
from verifier.verdicts import compare_reference
from verifier.workflow import Network, check

MANY = 24
ALTERED = 3  # of them, whose numbers are others than the source's
SHARED = 4  # of them, the same bytes at an address of their own
NAMES = "Alder Birch Cedar Dogwood Elm Fir Gorse Hazel Ivy Juniper Kelp Larch Maple Nettle Oak Pine".split()


def sentence(number: int, boats: int) -> str:
    return f"the board of {NAMES[number % len(NAMES)]} counted {boats} boats in its harbour that winter"


def source(number: int) -> str:
    kept = min(number, MANY - SHARED)
    words = f"In year {1800 + kept} {sentence(kept, 200 + kept)}, and nobody in the town was surprised. "
    return page(
        f"Report {kept}", f"<article><h1>Report {kept}</h1><p>{words}</p><p>{'It rained again. ' * 30}</p></article>"
    )


def article() -> str:
    body, notes = [], []
    for number in range(MANY):
        kept = min(number, MANY - SHARED)
        boats = 900 + number if number < ALTERED else 200 + kept
        body.append(f"They write that “{sentence(kept, boats)}”, as one can read there.[{number + 1}]")
        notes.append(f"[{number + 1}] “Report {kept}”, Port Selm, {address(number)}, (Access Date: 05.10.2024).")
    return "\n\n".join([*body, "\n".join(notes)]) + "\n"


def address(number: int) -> str:
    return f"https://host{number}.example/report"


@dataclass
class Counts:
    """What one run did."""

    asked: list[str] = field(default_factory=list)
    read: Counter[str] = field(default_factory=Counter)  # in children, by the hash of the body
    guessed: int = 0
    called: Counter[CodeType] = field(default_factory=Counter)
    tokenised: int = 0
    commits: int = 0

    def of(self, function: Callable[..., Any]) -> int:
        return self.called[function.__code__]


@contextmanager
def watched(called: Counter[CodeType]) -> Iterator[None]:
    """The functions that this thread enters."""

    def enter(frame: FrameType, event: str, _: object) -> None:
        if event == "call":
            called[frame.f_code] += 1

    before = sys.getprofile()
    sys.setprofile(enter)
    try:
        yield
    finally:
        sys.setprofile(before)


def run(path: Path, *, days: int = 0, max_age: int = 30) -> tuple[Report, Counts]:
    """A check of all citations, with children that read, and what it did."""
    counts, said = Counts(), list[str]()
    now = NOON + timedelta(days=days)
    send = send_from({address(number): source(number) for number in range(MANY)}, counts.asked)
    index_of.cache_clear()
    before = made["tokenised"]
    connection = connect(path, readonly=False)
    connection.set_trace_callback(said.append)
    with Archive(path, connection, lambda: now) as archive, watched(counts.called):

        def read(snapshot: Snapshot) -> SourceText:
            counts.read[snapshot.sha256] += 1
            return READER.read(snapshot)

        def guess(snapshot: Snapshot, text: SourceText) -> Guess:
            counts.guessed += 1
            return READER.guess(snapshot, text)

        network = Network(PlanName.LIVE, send, read, Mementos("never"), guess=guess, spacing=0.0)
        document = read_bytes(article().encode(), "a.txt")
        report = check(document, archive, network, now=lambda: now, max_age=timedelta(days=max_age))
    counts.tokenised, counts.commits = made["tokenised"] - before, said.count("commit")
    return report, counts


def verdicts(report: Report) -> Counter[str]:
    return Counter(f.verdict.value for f in report.findings if f.quotation)


def test_everything_is_done_once(tmp_path: Path) -> None:
    path = tmp_path / "a.db"
    report, first = run(path)
    assert verdicts(report) == {"verbatim": MANY - ALTERED, "altered": ALTERED}
    assert Counter(first.asked) == {address(number): 1 for number in range(MANY)}
    assert set(first.read.values()) == {1}
    assert len(first.read) == MANY - SHARED + 1
    assert first.tokenised == ALTERED, "only texts whose quotations do not stand in them word for word"
    assert (first.of(compare_reference), first.of(classify), first.guessed) == (MANY, MANY, 0)
    assert first.commits <= MANY + 6, "one for a fetch at most, whatever it brings"

    again, second = run(path)
    assert again == report
    assert (second.asked, sum(second.read.values()), second.tokenised) == ([], 0, 0)
    assert (second.of(compare_reference), second.of(classify), second.guessed) == (0, 0, 0)

    later, third = run(path, days=1)
    assert verdicts(later) == verdicts(report)
    assert (third.asked, sum(third.read.values()), third.tokenised) == ([], 0, ALTERED)
    assert (third.of(compare_reference), third.of(classify), third.guessed) == (MANY, 0, 0)

    fetched, fourth = run(path, days=2, max_age=0)
    assert verdicts(fetched) == verdicts(report)
    assert len(fourth.asked) == MANY
    assert sum(fourth.read.values()) == 0, "the bodies are the same"
    assert (fourth.of(compare_reference), fourth.of(classify)) == (MANY, MANY)


def test_fetches_are_committed_in_groups(tmp_path: Path) -> None:
    said: list[str] = []
    connection = connect(tmp_path / "a.db", readonly=False)
    connection.set_trace_callback(said.append)
    status = LinkStatus(Link.OK, "status_200", "The page is there.")
    with Archive(tmp_path / "a.db", connection, lambda: NOON) as archive:
        for number in range(250):
            archive.add_fetch(Fetch(address(number), NOON, PlanName.LIVE, status))
    assert said.count("commit") == 3
