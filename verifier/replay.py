"""Answers from a file of captures (WARC, ISO 28500) instead of the network; or no answers at all.

In: the bytes of a `.warc` or `.warc.gz` file. Out: a `send` like the transport's. Redirects inside the
file are followed; an address that is not in it is a Failure of kind `not_captured`, never a request.
"""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Any
from urllib.parse import urljoin

from warcio.archiveiterator import ArchiveIterator

from verifier.errors import ReplayError
from verifier.model import Failure, FailureKind, Hop, Incomplete, Request, Response
from verifier.redact import redact

_MAX_HOPS = 8
_MAX_BODY = 20_000_000
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_OK, _NOT_MODIFIED = 200, 304
# Where a revisit says what it repeats.
_REFERS = ("WARC-Refers-To-Target-URI", "WARC-Payload-Digest")
# How a capture records that no answer came: a `metadata` record of this media type, one "kind: detail" line.
_FAILURE_TYPE = "application/warc-fields"


class Replay:
    """The captures of one file, by address; the last capture of an address counts, but for one that says “as before”."""

    def __init__(self, data: bytes, name: str) -> None:
        self._answers: dict[str, Response | Failure] = {}
        self._by_digest: dict[str, Response] = {}
        self._revisits: list[_Revisit] = []
        self._latest = datetime.min.replace(tzinfo=UTC)
        try:
            for record in ArchiveIterator(io.BytesIO(data)):
                self._take(record)
            self._answer_revisits()
        except Exception as error:  # noqa: BLE001 - warcio raises what its parsers meet: all mean a damaged file
            raise ReplayError(
                f"{name} is no file of captures, or a damaged one ({error}).", hint="Name a .warc or .warc.gz file."
            ) from None
        if not self._answers:
            raise ReplayError(f"{name} holds no captures.", hint="Name a .warc or .warc.gz file with responses in it.")

    def send(self, request: Request) -> Response | Failure:
        """The captured answer, its redirects followed inside the file."""
        url = redact(request.url.split("#")[0])
        hops: list[Hop] = []
        while len(hops) <= _MAX_HOPS:
            answer = self._answers.get(url)
            if answer is None:
                return Failure(
                    request.url,
                    FailureKind.NOT_CAPTURED,
                    f"The file of captures does not hold {url}.",
                    self._latest,
                    tuple(hops),
                )
            if isinstance(answer, Failure):
                return Failure(request.url, answer.kind, answer.detail, answer.received_at, tuple(hops))
            target = answer.header("location")
            if answer.status not in _REDIRECTS or not target:
                return Response(
                    request.url, url, answer.status, answer.headers, answer.body, answer.received_at, tuple(hops)
                )
            hops.append(Hop(url, answer.status, redact(target)))
            url = redact(urljoin(url, target).split("#")[0])
        return Failure(
            request.url, FailureKind.REDIRECT_LOOP, f"More than {_MAX_HOPS} redirects.", self._latest, tuple(hops)
        )

    def _take(self, record: Any) -> None:
        url = record.rec_headers.get_header("WARC-Target-URI")
        if not url:
            return
        url, at = redact(url.strip("<>").split("#")[0]), _date(record.rec_headers.get_header("WARC-Date"))
        if record.rec_type in ("response", "resource"):
            self._keep(record, _response(record, url, at))
        elif record.rec_type == "revisit":
            self._revisits.append(_Revisit(url, at, *(record.rec_headers.get_header(name) for name in _REFERS)))
        elif record.rec_type == "metadata" and record.content_type == _FAILURE_TYPE:
            kind, _, detail = record.content_stream().read(4096).decode("utf-8", "replace").partition(":")
            if kind.strip() == "fetch-failure":
                kind, _, detail = detail.partition(":")
                self._answers[url] = Failure(url, _kind(kind.strip()), detail.strip(), at)
        else:
            return
        self._latest = max(self._latest, at)

    def _keep(self, record: Any, answer: Response) -> None:
        """The answer of an address; “not modified” says that the one before still holds."""
        if digest := record.rec_headers.get_header("WARC-Payload-Digest"):
            self._by_digest.setdefault(digest, answer)
        if answer.status != _NOT_MODIFIED or answer.url not in self._answers:
            self._answers[answer.url] = answer

    def _answer_revisits(self) -> None:
        """Pages that came again as they were captured before, under this address or another (ISO 28500, revisit)."""
        for again in self._revisits:
            named = self._answers.get(redact(again.refers_to.strip("<>").split("#")[0])) if again.refers_to else None
            known = self._by_digest.get(again.digest or "") or named
            if isinstance(known, Response) and not self._is_newer(again):
                self._answers[again.url] = replace(known, url=again.url, final_url=again.url, received_at=again.at)

    def _is_newer(self, again: _Revisit) -> bool:
        """Whether the address has an answer that was captured after this revisit."""
        answer = self._answers.get(again.url)
        return answer is not None and answer.received_at > again.at


@dataclass(frozen=True, slots=True)
class _Revisit:
    """A capture without a body: the same bytes were captured before."""

    url: str
    at: datetime
    refers_to: str | None
    digest: str | None


def _response(record: Any, url: str, at: datetime) -> Response:
    http = record.http_headers
    named = (
        http.headers if http is not None else [("content-type", record.content_type or "")]
    )  # a resource: the bytes alone
    headers = tuple((name.lower(), value) for name, value in named)
    status = int(http.get_statuscode()) if http is not None else _OK
    body = record.content_stream().read(_MAX_BODY + 1)
    incomplete = (
        Incomplete.TOO_LARGE
        if len(body) > _MAX_BODY
        else Incomplete.TRUNCATED
        if record.rec_headers.get_header("WARC-Truncated")
        else None
    )
    return Response(url, url, status, headers, body[:_MAX_BODY], at, incomplete=incomplete)


def _kind(name: str) -> FailureKind:
    """The failure of this name; one that other programs wrote is a broken answer."""
    return next((kind for kind in FailureKind if kind.value == name), FailureKind.PROTOCOL)


def _date(value: str | None) -> datetime:
    try:
        return datetime.fromisoformat(value or "").astimezone(UTC)
    except ValueError:
        return datetime.min.replace(tzinfo=UTC)


def offline_send(now: Callable[[], datetime]) -> Callable[[Request], Failure]:
    """A `send` that sends nothing."""
    return lambda request: Failure(request.url, FailureKind.OFFLINE, "Nothing was sent: --offline.", now())
