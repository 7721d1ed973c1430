"""A review page that is served, by the server that `verifier review` starts, until it is closed."""

from __future__ import annotations

import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from support.limits import HANG
from verifier.review.app import Review, make_app
from verifier.review.guard import Guard
from verifier.review.server import bind, make_server
from verifier.verdicts.settling import IgnoreRule, settle

NOON = datetime(2025, 6, 3, 12, tzinfo=UTC)


@contextmanager
def reviewing(archive: Path, document: str, ignore: Sequence[IgnoreRule] = ()) -> Iterator[Guard]:
    bound = bind(0)
    guard = Guard.make(bound.getsockname()[1])
    review = Review(
        archive, document, "Ada", lambda: NOON, lambda report, said: settle(report, ignore, None, NOON.date(), said)
    )
    server = make_server(make_app(review, guard))
    thread = threading.Thread(target=server.run, kwargs={"sockets": [bound]}, daemon=True)
    thread.start()
    try:
        yield guard
    finally:
        server.should_exit = True
        thread.join(HANG)
