"""What verbs share: reading documents, opening the network, showing progress, writing results."""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, TypeVar

import typer

from verifier.clock import utc_now
from verifier.errors import ArchiveError, DocumentError, OutputError, ReplayError, VerifierError

if TYPE_CHECKING:
    from verifier.commands.options import MementoPolicy
    from verifier.model import Document, Failure, Request, Response, Severity
    from verifier.workflow import Aids, Network

    Send = Callable[[Request], Response | Failure]

T = TypeVar("T")


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


@contextmanager
def show_progress(what: str, *, quiet: bool) -> Iterator[Callable[[int, int, str], None]]:
    """A bar on stderr, on a terminal only."""
    if quiet or not sys.stderr.isatty():
        yield lambda _done, _of, _url: None
        return
    from rich.console import Console
    from rich.markup import escape
    from rich.progress import Progress

    from verifier.escape import for_terminal

    with Progress(console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(what, total=None)
        yield lambda done, of, url: bar.update(
            task, completed=done, total=of, description=escape(for_terminal(url)[:60])
        )


def formatter(formats: Mapping[str, Callable[[T], str | bytes]], name: str) -> Callable[[T], str | bytes]:
    """The formatter of this name. Raises BadParameter."""
    if name not in formats:
        raise typer.BadParameter(f"There is no format {name!r} here. There are: {', '.join(formats)}.")
    return formats[name]


def by_suffix(formats: Mapping[str, Callable[[T], str | bytes]], path: Path) -> Callable[[T], str | bytes]:
    """The formatter that a file's suffix names. Raises BadParameter."""
    name = {"txt": "text", "htm": "html", "markdown": "md"}.get(path.suffix[1:].lower(), path.suffix[1:].lower())
    if name not in formats:
        suffixes = ", ".join("." + ("txt" if f == "text" else f) for f in formats)
        raise typer.BadParameter(f"{path}: the suffix names no format. There are: {suffixes}.")
    return formats[name]


def write(path: Path, content: str | bytes) -> None:
    """Write a file whole or not at all. Raises OutputError."""
    data = content.encode("utf-8", "replace") if isinstance(content, str) else content
    temporary = None
    try:
        handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        Path(temporary).chmod(0o644)
        Path(temporary).replace(path)
    except OSError as error:
        if temporary:
            with suppress(OSError):
                Path(temporary).unlink()
        raise OutputError(
            f"{path} cannot be written: {error.strerror or error}.",
            hint="Look at the folder, its permissions and the space left.",
        ) from None


def put(content: str | bytes) -> None:
    """Print a result on stdout, in UTF-8 whatever the terminal believes."""
    data = content.encode("utf-8", "replace") if isinstance(content, str) else content
    try:
        sys.stdout.buffer.write(data if data.endswith(b"\n") or not data else data + b"\n")
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        # What is still in the buffer would fail again, with a traceback, when Python ends.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        reason = f"The result cannot be printed: {error.strerror or error}."
        raise OutputError(reason, hint="Look at where the output goes, and at the space left there.") from None


def exit_code(severities: Sequence[Severity], *, strict: bool) -> int:
    """1 where there is a problem (with `strict` also where nobody could tell), else 0."""
    from verifier.model import Severity

    bad = {Severity.PROBLEM, Severity.CANNOT_TELL} if strict else {Severity.PROBLEM}
    return int(any(s in bad for s in severities))


class Outcome(Protocol):
    """What every result of a run tells of the run itself."""

    @property
    def finished(self) -> bool:
        """False where the run was cut short."""

    @property
    def looked(self) -> bool:
        """False where nothing could be looked at."""


def outcome(results: Sequence[Outcome], severities: Sequence[Severity], *, strict: bool) -> int:
    """The exit code of a run: 130 interrupted, 3 nothing could be looked at, 1 problems, 0 none."""
    if not all(r.finished for r in results):
        return 130
    if not any(r.looked for r in results):
        return 3
    return exit_code(severities, strict=strict)


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
