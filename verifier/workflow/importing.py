"""Take into the archive what a reader saved: captures (WARC, WACZ), a page as a browser saved it, a PDF.

In: a file, and for a single page its address. Out: the visits that were kept, marked with their origin. The rule of this file: the whole
file is looked at before a row is written, and all of it is kept or nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import urljoin

from verifier.archive import Archive
from verifier.errors import ImportedFileError
from verifier.fetching import PLANS, Mementos, Wanted
from verifier.model import (
    PART_OF,
    Answer,
    Failure,
    FailureKind,
    Fetch,
    Fetched,
    PlanName,
    Request,
    Response,
    Snapshot,
    SourceText,
)
from verifier.replay import Replay
from verifier.urls import identity, is_fetchable
from verifier.warc import Captures, asked, is_captures
from verifier.workflow.saved_file import load_saved

Send = Callable[[Request], Response | Failure]
Read = Callable[[Snapshot], SourceText]

_REDIRECTS = frozenset({301, 302, 303, 307, 308})
# What pages are made of and nobody cites.
_PARTS_OF_PAGES = (
    "text/css",
    "javascript",
    "ecmascript",
    "application/json",
    "font",
    "image/",
    "audio/",
    "video/",
    "wasm",
)


@dataclass(frozen=True, slots=True)
class Found:
    """What a file holds: how its answers are asked for, and the addresses that are sources.

    `held` are those that are sources where an article cites them. Of a `single` page the text must be readable.
    """

    send: Send
    addresses: tuple[str, ...]
    origin: str
    held: tuple[str, ...] = ()
    single: bool = False


def open_import(path: Path, url: str | None, *, now: Callable[[], datetime]) -> Found:
    """Look through a whole file. Raises ImportedFileError or ReplayError, and nothing was written then."""
    if url is not None and not is_fetchable(url):
        raise ImportedFileError(f"“{url}” is no address of a page.", hint="Give the page's address: --url https://…")
    try:
        captures = is_captures(path)
    except OSError as error:
        raise ImportedFileError(
            f"{path} cannot be read: {error.strerror or error}.", hint="Look at the file's name and permissions."
        ) from None
    if captures:
        return _open_captures(path, url)
    answer = load_saved(path, url, now())

    def send(request: Request) -> Response | Failure:
        if identity(request.url) != identity(answer.url):
            return Failure(request.url, FailureKind.NOT_CAPTURED, "It was not saved with the page.", answer.received_at)
        return replace(answer, url=request.url, final_url=asked(request.url))

    return Found(send, (answer.url,), path.name, single=True)


def _open_captures(path: Path, url: str | None) -> Found:
    replay = Replay(path, str(path))
    for answer in replay:
        if answer.received_at == datetime.min.replace(tzinfo=UTC):
            raise ImportedFileError(
                f"{path} does not say when {answer.url} was captured (WARC-Date).",
                hint="Save the page itself, and import that with --url.",
            )
    if url is not None:
        return Found(replay.send, (_chosen(replay, path, url),), path.name)
    addresses = _sources(replay, Captures(path, str(path)).pages)
    return Found(replay.send, addresses, path.name, tuple(answer.url for answer in replay))


def _chosen(replay: Replay, path: Path, url: str) -> str:
    """The address as the file holds it."""
    same = next((answer.url for answer in replay if identity(answer.url) == identity(url)), None)
    if same is None:
        raise ImportedFileError(
            f"{path} holds no capture of {url}.", hint="Import it without --url to take in all pages that it holds."
        )
    return url if asked(url) == same else same


def _sources(replay: Replay, pages: Sequence[str]) -> tuple[str, ...]:
    """The addresses that a file was made for: the pages that it lists, else what leads to a page and is led to by nothing else in it."""
    held = {answer.url: answer for answer in replay}
    listed = tuple(page for page in pages if asked(page) in held)
    led_to = {target for answer in held.values() if (target := _target(answer)) is not None}
    return listed or tuple(url for url in held if url not in led_to and _is_page(replay.send(Request(url))))


def _target(answer: Response | Failure) -> str | None:
    """Where a redirect leads."""
    location = answer.header("location") if isinstance(answer, Response) and answer.status in _REDIRECTS else None
    return asked(urljoin(answer.url, location)) if location else None


def _is_page(answer: Response | Failure) -> bool:
    """Whether an answer is a page or document of its own."""
    if isinstance(answer, Failure) or answer.header("memento-datetime") or answer.header(PART_OF):
        return False
    media = (answer.header("content-type") or "").lower()
    return not any(part in media for part in _PARTS_OF_PAGES) and not answer.url.endswith("/robots.txt")


def take_in(found: Found, archive: Archive, read: Read, *, now: Callable[[], datetime], arguments: str) -> Fetched:
    """Read what was found, and keep it all. Raises ImportedFileError where a single page cannot be read."""
    fetches: list[Fetch] = []
    with archive.together():
        archive.begin_run("import", arguments)
        for url in _as_cited(found, archive):
            fetch = _visit(url, found, archive, read)
            fetch = replace(fetch, origin=found.origin, imported_at=now())
            _require_text(fetch, found)
            archive.add_fetch(fetch)
            fetches.append(fetch.without_bodies().without_texts())
        archive.end_run(0)
    return Fetched(tuple(fetches))


def _as_cited(found: Found, archive: Archive) -> Iterator[str]:
    """The addresses under which what was found is kept: as articles cite it, beside as the file names it where none does."""
    addresses: list[str] = []
    for url in dict.fromkeys((*found.addresses, *found.held)):
        cited = [c for c in archive.cited_as(url) if asked(c) == asked(url) or found.single]
        addresses += cited or ([url] if url in found.addresses else [])
    yield from dict.fromkeys(addresses)
    if not addresses:
        raise ImportedFileError(
            f"{found.origin} holds no page or document.",
            hint="Name the page's address with --url, or save the page itself.",
        )


def _visit(url: str, found: Found, archive: Archive, read: Read) -> Fetch:
    """Drive the plan of an import: the file answers, a child reads what the archive has not read."""
    plan = PLANS[PlanName.IMPORT](Wanted(archive.cited(url), Mementos("never")))
    answer: Answer | None = None
    while True:
        try:
            step = next(plan) if answer is None else plan.send(answer)
        except StopIteration as end:
            fetch: Fetch = end.value
            return fetch
        answer = found.send(step) if isinstance(step, Request) else archive.reading(step) or read(step)


def _require_text(fetch: Fetch, found: Found) -> None:
    if found.single and (fetch.text is None or not fetch.text.text.strip()):
        why = (fetch.text.problem if fetch.text else None) or "There is no text in it."
        raise ImportedFileError(
            f"{found.origin} cannot be read. {why}", hint="Save the page again, with its text, or print it to a PDF."
        )
