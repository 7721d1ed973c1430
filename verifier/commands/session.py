"""What verbs share: reading documents, opening the network."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from verifier.clock import utc_now
from verifier.errors import ArchiveError, DocumentError, ReplayError, VerifierError

if TYPE_CHECKING:
    from verifier.commands.options import MementoPolicy
    from verifier.model import Document, Failure, Request, Response
    from verifier.workflow import Aids, Network

    Send = Callable[[Request], Response | Failure]


def is_address(name: str) -> bool:
    """Whether an argument is an address: anything with a scheme."""
    return "://" in name


def read_document(name: str, send: Send) -> Document:
    """Read the citing document: a file, an address, or `-` for standard input. Raises DocumentError."""
    from verifier.library import LARGEST_DOCUMENT, fetch_article, read, read_bytes

    if name == "-":
        return read_bytes(sys.stdin.buffer.read(LARGEST_DOCUMENT + 1), "standard input")
    return fetch_article(name, send) if is_address(name) else read(name)


@contextmanager
def open_network(
    *,
    offline: bool,
    replay: Path | None,
    allow_private: Sequence[str],
    memento: MementoPolicy,
    memento_base: Sequence[str],
    save: bool = False,
    browser: bool = False,
) -> Iterator[Network]:
    """The network as the options say: live, captures of a file, or none; with `browser`, pages are rendered where they must be."""
    from verifier.child import Reader
    from verifier.fetching import Mementos
    from verifier.replay import Replay, offline_send
    from verifier.transport import Transport
    from verifier.workflow import Network

    mementos = Mementos(memento.value, tuple(base.rstrip("/") for base in memento_base), save)
    with Reader() as reader:
        if replay is not None:
            yield Network("replay", Replay(load_capture(replay), str(replay)).send, reader.read, mementos)
        elif offline:
            yield Network("live", offline_send(utc_now), reader.read, Mementos("never"))
        else:
            transport = Transport(allow_private=tuple(allow_private), clock=utc_now)
            with closing(transport), _renderer(transport.send, wanted=browser) as send:
                yield Network("live", send, reader.read, mementos, browser)


@contextmanager
def _renderer(send: Send, *, wanted: bool) -> Iterator[Send]:
    """What sends requests, and renders pages where that is wanted. Raises VerifierError where there is no browser."""
    if not wanted:
        yield send
        return
    from verifier.model import Purpose
    from verifier.transport.browser import Browser, BrowserMissingError

    try:
        browser = Browser(send, utc_now)
    except BrowserMissingError as error:
        hint = "Install the extra: pipx inject verifier playwright, and Chromium: playwright install chromium."
        raise VerifierError(f"There is no browser: {error}.", hint=hint) from None
    with closing(browser):
        yield lambda request: browser.render(request) if request.purpose is Purpose.RENDER else send(request)


def find_aids(judge: str | None) -> Aids:
    """The judge of this name, and the embedding model, as the environment sets them. Raises VerifierError."""
    from verifier.embedding import SETTING, load_embedding
    from verifier.judges import make_judge
    from verifier.transport.post import post
    from verifier.workflow import Aids

    folder = os.environ.get(SETTING)
    return Aids(
        judge=make_judge(judge, os.environ, post) if judge else None,
        by_meaning=load_embedding(folder) if folder else None,
    )


@contextmanager
def open_sender(names: Sequence[str], allow_private: Sequence[str]) -> Iterator[Send]:
    """What fetches articles at addresses; the transport is loaded only where there is such a one."""
    if not any(map(is_address, names)):
        from verifier.replay import offline_send

        yield offline_send(utc_now)
        return
    from verifier.transport import Transport

    with closing(Transport(allow_private=tuple(allow_private), clock=utc_now)) as transport:
        yield transport.send


def require_notes(article: Document) -> None:
    """Raise DocumentError where there is nothing to check."""
    if not article.notes:
        raise DocumentError(
            f"No notes were found in {article.name} (read as {article.format}).",
            hint="Run 'verifier extract' on it to see what was read. A note needs a mark in the text, such as [1], and its own line.",
        )


def require_archive(path: Path) -> None:
    """Raise ArchiveError where there is no archive to read."""
    if not path.exists():
        raise ArchiveError(
            f"There is no archive {path}.",
            hint="Run 'verifier check' on an article first, or name another file with --db.",
        )


def load_capture(path: Path) -> bytes:
    """The bytes of a file of captures. Raises ReplayError."""
    try:
        return path.read_bytes()
    except OSError as error:
        raise ReplayError(
            f"{path} cannot be read: {error.strerror or error}.", hint="Name a .warc or .warc.gz file."
        ) from None
