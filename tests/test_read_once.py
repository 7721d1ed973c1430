"""Read once, judge once: what a whole check reads, and what the next one reads again."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from verifier import read
from verifier.archive import Archive
from verifier.model import PlanName, Report, Snapshot, SourceText
from verifier.replay import Replay
from verifier.reports import Kind, formats_of, formatter
from verifier.sources import extract
from verifier.workflow import Network, check

EXAMPLES = Path(__file__).resolve().parents[1] / "examples"
NOON = datetime(2025, 3, 3, 12, tzinfo=UTC)


class Readings(Counter[tuple[str, str, str | None]]):
    """Reads snapshots, and counts how often each body is read."""

    def read(self, snapshot: Snapshot) -> SourceText:
        self[snapshot.sha256, snapshot.media_type, snapshot.charset] += 1
        return extract(snapshot)


Check = Callable[[datetime], tuple[Report, Readings]]


@pytest.fixture
def checked(tmp_path: Path) -> Iterator[Check]:
    """Checks the example, each time by new eyes, into the same archive."""
    captures = Replay((EXAMPLES / "sources.warc.gz").read_bytes(), "captures")
    document = read(EXAMPLES / "article.md")
    with Archive.open(tmp_path / "archive.db", now=lambda: NOON) as archive:

        def run(now: datetime) -> tuple[Report, Readings]:
            readings = Readings()
            network = Network(PlanName.REPLAY, captures.send, readings.read)
            return check(document, archive, network, now=lambda: now, max_age=timedelta(0)), readings

        yield run


def test_each_body_is_read_once_and_never_again(checked: Check) -> None:
    _, readings = checked(NOON)
    assert len(readings) >= 12
    assert set(readings.values()) == {1}
    _, again = checked(NOON + timedelta(days=30))
    assert not again


def test_what_formats_write_is_what_was_kept(checked: Check, tmp_path: Path) -> None:
    report, _ = checked(NOON)
    with Archive.open(tmp_path / "archive.db", now=lambda: NOON, readonly=True) as archive:
        kept = archive.report()
    assert kept is not None
    for name in set(formats_of(Kind.CHECK)) - {"docx"}:  # which is written into the author's file
        assert formatter(Kind.CHECK, name)([kept]) == formatter(Kind.CHECK, name)([report]), name
