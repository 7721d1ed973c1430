"""The steps that plans share: ask, read, and the arguments of a plan."""

from __future__ import annotations

import hashlib
from collections.abc import Generator
from dataclasses import dataclass, field

from verifier.model import Answer, Cited, Failure, Fetch, Purpose, Request, Response, Snapshot, SourceText, Step

Plan = Generator[Step, Answer, Fetch]


@dataclass(frozen=True, slots=True)
class Mementos:
    """What web archives are asked for: copies `never`, of what is `lost`, or `always`; to `save` what none of them has yet.

    `bases` are the archives' addresses, asked in this order.
    """

    when: str = "lost"
    bases: tuple[str, ...] = ("https://web.archive.org",)
    save: bool = False


@dataclass(frozen=True, slots=True)
class Wanted:
    """A source to get: what is cited, and how far to go for it. `render` tells whether a browser may be asked.

    `held` are words that stood there when it was last judged: where they are gone, the page is lost as far as a note is concerned. They
    stand     in the bytes of the hash `held_in`.
    """

    cited: Cited
    mementos: Mementos = field(default_factory=Mementos)
    render: bool = False
    held: tuple[str, ...] = ()
    held_in: str | None = None


def ask(url: str, purpose: Purpose = Purpose.PAGE) -> Generator[Step, Answer, Response | Failure]:
    """Ask an address."""
    answer = yield Request(url, purpose)
    assert isinstance(answer, Response | Failure)
    return answer


def read(response: Response) -> Generator[Step, Answer, tuple[Snapshot, SourceText]]:
    """The snapshot of an answer and its text."""
    snapshot = snapshot_of(response)
    text = yield snapshot
    assert isinstance(text, SourceText)
    return snapshot, text


def snapshot_of(response: Response) -> Snapshot:
    """The bytes of an answer, named by their hash.

    >>> from datetime import UTC, datetime
    >>> snapshot_of(Response("u", "u", 200, (("content-type", "Text/HTML; charset=utf-8"),), b"x", datetime.now(UTC))).media_type
    'text/html'
    """
    media, _, parameters = (response.header("content-type") or "").partition(";")
    named = next(
        (p.partition("=")[2].strip(" \"'") for p in parameters.split(";") if p.strip().lower().startswith("charset=")),
        None,
    )
    digest = hashlib.sha256(response.body).hexdigest()
    return Snapshot(digest, response.body, media.strip().lower(), named or None, response.final_url)
