"""Make the small archive at the top of the repository: the example checked with a fixed clock.

Usage: python examples/make_archive.py FILE [--example]. The same captures and the same clock give the same rows. With
--example it is marked as the example, which no run may change.
"""

from __future__ import annotations

import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

from verifier import workflow
from verifier.archive import Archive
from verifier.archive.opening import EXAMPLE
from verifier.child import Reader
from verifier.library import read_bytes
from verifier.model import PlanName, Report
from verifier.replay import Replay

HERE = Path(__file__).parent
CLOCK = datetime(2025, 6, 2, 10, 0, 0, tzinfo=UTC)


def make(path: Path, article: str = "article.md", verb: str = "check") -> Report:
    """Check the example into a new archive; `verb` is what its run is called."""
    captures = Replay((HERE / "sources.warc.gz").read_bytes(), "sources.warc.gz")
    document = read_bytes((HERE / article).read_bytes(), f"examples/{article}")
    with Archive.open(path, now=lambda: CLOCK) as archive, Reader() as reader:
        archive.begin_run(verb, f"examples/{article}")
        network = workflow.Network(PlanName.REPLAY, captures.send, reader.read, guess=reader.guess)
        report = workflow.check(document, archive, network, now=lambda: CLOCK, max_age=timedelta(days=1))
        archive.end_run(1)
    return report


if __name__ == "__main__":
    make(Path(sys.argv[1]), verb=EXAMPLE if "--example" in sys.argv[2:] else "check")
