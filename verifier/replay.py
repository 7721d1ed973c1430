"""Answers from a file of captures (WARC, WACZ) instead of the network; or no answers at all.

In: a file, or its bytes. Out: a `send` like the transport's. Redirects inside the file are followed; an address that is not in it is a
Failure of kind `not_captured`, never a request. The copies of web archives that it holds are listed as such an archive would list them.
"""

from __future__ import annotations

import re
import tempfile
import threading
import weakref
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import urljoin, urlsplit

from verifier.errors import ReplayError
from verifier.model import ORIGIN, Failure, FailureKind, Hop, Purpose, Request, Response
from verifier.redact import redact
from verifier.urls import identity
from verifier.warc import Captures, Revisit, asked

_MAX_HOPS = 8
_NOT_MODIFIED = 304
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
# How an archive's address names the bytes as they were captured, without its own frame around them.
_RAW = re.compile(r"(/\d{4,14})(?:id|if|im|mp|oe)_/")
_ORIGINAL = re.compile(r'<([^<>]+)>\s*;[^,<]*\brel="?original\b')
_TIMEMAP = re.compile(r"/timemap/link/(?P<original>.+)")


@dataclass(frozen=True, slots=True)
class _Held:
    """An answer without its bytes, and where they wait."""

    answer: Response
    start: int
    size: int


class Replay:
    """The captures of one file, by address; the last capture of an address counts. Their bytes wait on the disk."""

    def __init__(self, source: Path | bytes, name: str) -> None:
        self._answers: dict[str, _Held | Failure] = {}
        self._saved: dict[str, _Held] = {}  # what readers saved, beside what the address answers itself
        self._bodies = tempfile.TemporaryFile()  # noqa: SIM115 - it is closed with this value
        weakref.finalize(self, self._bodies.close)
        self._lock = threading.Lock()
        self._latest = datetime.min.replace(tzinfo=UTC)
        captures = Captures(source, name)
        for answer in captures:
            self._take(answer)
        for again in captures.revisits:
            self._repeat(again, self._answers.get(captures.digests.get(again.digest or "", again.refers_to or "")))
        if not self._answers and not self._saved:
            raise ReplayError(
                f"{name} holds no captures.", hint="Name a .warc, .warc.gz or .wacz file with responses in it."
            )

    def __iter__(self) -> Iterator[Response | Failure]:
        """What is held of each address, without its bytes."""
        for held in {**self._saved, **self._answers}.values():
            yield held if isinstance(held, Failure) else held.answer

    def send(self, request: Request) -> Response | Failure:
        """The captured answer, its redirects followed inside the file."""
        url = asked(request.url)
        hops: list[Hop] = []
        while len(hops) <= _MAX_HOPS:
            held = self._saved.get(url) if request.purpose is Purpose.SAVED else self._find(url)
            if held is None:
                return self._list_copies(request) or self._not_captured(request, url, hops)
            if isinstance(held, Failure):
                return replace(held, url=request.url, hops=tuple(hops))
            target = held.answer.header("location")
            if held.answer.status not in _REDIRECTS or not target:
                return replace(held.answer, url=request.url, body=self._body(held), hops=tuple(hops))
            hops.append(Hop(url, held.answer.status, redact(target)))
            url = asked(urljoin(url, target))
        return Failure(
            request.url, FailureKind.REDIRECT_LOOP, f"More than {_MAX_HOPS} redirects.", self._latest, tuple(hops)
        )

    @property
    def archives(self) -> tuple[str, ...]:
        """The web archives whose copies the file holds, as the addresses under which archives are asked."""
        places = (urlsplit(copy.url) for copy in self._copies())
        return tuple(dict.fromkeys(f"{place.scheme}://{place.netloc}" for place in places))

    def _find(self, url: str) -> _Held | Failure | None:
        """What is held of an address; a copy is the same under the address of its bare bytes."""
        return self._answers.get(url) or self._answers.get(_RAW.sub(r"\1/", url, count=1)) or self._saved.get(url)

    def _body(self, held: _Held) -> bytes:
        with self._lock:
            self._bodies.seek(held.start)
            return self._bodies.read(held.size)

    def _not_captured(self, request: Request, url: str, hops: list[Hop]) -> Failure:
        said = f"The file of captures does not hold {url}."
        return Failure(request.url, FailureKind.NOT_CAPTURED, said, self._latest, tuple(hops))

    def _copies(self) -> Iterator[Response]:
        for answer in self:
            if isinstance(answer, Response) and answer.header("memento-datetime") and not _RAW.search(answer.url):
                yield answer

    def _list_copies(self, request: Request) -> Response | None:
        """What an archive would answer that is asked for its copies (RFC 7089, TimeMap), where the file holds some; else None."""
        wanted = _TIMEMAP.search(request.url) if request.purpose is Purpose.INDEX else None
        if wanted is None:
            return None
        lines = [line for copy in self._copies() if (line := _listed(copy, wanted["original"], request.url))]
        if not lines:
            return None
        headers = (("content-type", "application/link-format"),)
        return Response(request.url, request.url, 200, headers, ",\n".join(lines).encode(), self._latest)

    def _repeat(self, again: Revisit, known: _Held | Failure | None) -> None:
        """A page that came again as it was captured before; an answer that was captured later counts."""
        newer = self._answers.get(again.url)
        late = isinstance(newer, Failure) or (newer is not None and newer.answer.received_at > again.at)
        if isinstance(known, _Held) and not late:
            answer = replace(known.answer, url=again.url, final_url=again.url, received_at=again.at)
            self._answers[again.url] = replace(known, answer=answer)

    def _take(self, answer: Response | Failure) -> None:
        self._latest = max(self._latest, answer.received_at)
        if isinstance(answer, Failure):
            self._answers[answer.url] = answer
            return
        if answer.status == _NOT_MODIFIED and answer.url in self._answers:
            return  # the answer before it still holds
        start = self._bodies.seek(0, 2)
        self._bodies.write(answer.body)
        held = _Held(replace(answer, body=b""), start, len(answer.body))
        if answer.header(ORIGIN):
            self._saved[answer.url] = held
        else:
            self._answers[answer.url] = held


def _listed(copy: Response, original: str, index: str) -> str | None:
    """The line of a copy in the list of an address's copies; None where it is another's, or another archive's."""
    named = _ORIGINAL.search(copy.header("link") or "")
    of = named[1] if named else re.split(r"/\d{14}/", copy.url, maxsplit=1)[-1]
    if identity(of) != identity(original) or urlsplit(copy.url).netloc != urlsplit(index).netloc:
        return None
    return f'<{copy.url}>; rel="memento"; datetime="{copy.header("memento-datetime")}"'


def offline_send(now: Callable[[], datetime]) -> Callable[[Request], Failure]:
    """A `send` that sends nothing."""
    return lambda request: Failure(request.url, FailureKind.OFFLINE, "Nothing was sent: --offline.", now())
