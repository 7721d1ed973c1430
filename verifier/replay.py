"""Answers from a file of captures (WARC, ISO 28500) instead of the network; or no answers at all.

In: the bytes of a `.warc` or `.warc.gz` file. Out: a `send` like the transport's. Redirects inside the
file are followed; an address that is not in it is a Failure of kind `not_captured`, never a request.
"""

from __future__ import annotations

import io
from collections.abc import Callable
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
# How a capture records that no answer came: a `metadata` record of this media type, one "kind: detail" line.
_FAILURE_TYPE = "application/warc-fields"


class Replay:
    """The captures of one file, by address; the last capture of an address counts."""

    def __init__(self, data: bytes, name: str) -> None:
        self._answers: dict[str, Response | Failure] = {}
        self._latest = datetime.min.replace(tzinfo=UTC)
        try:
            for record in ArchiveIterator(io.BytesIO(data)):
                self._take(record)
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
        if record.rec_type == "response" and record.http_headers is not None:
            self._answers[url] = _response(record, url, at)
        elif record.rec_type == "metadata" and record.content_type == _FAILURE_TYPE:
            kind, _, detail = record.content_stream().read(4096).decode("utf-8", "replace").partition(":")
            if kind.strip() == "fetch-failure":
                kind, _, detail = detail.partition(":")
                self._answers[url] = Failure(url, _kind(kind.strip()), detail.strip(), at)
        else:
            return
        self._latest = max(self._latest, at)


def _response(record: Any, url: str, at: datetime) -> Response:
    headers = tuple((name.lower(), value) for name, value in record.http_headers.headers)
    body = record.content_stream().read(_MAX_BODY + 1)
    incomplete = (
        Incomplete.TOO_LARGE
        if len(body) > _MAX_BODY
        else Incomplete.TRUNCATED
        if record.rec_headers.get_header("WARC-Truncated")
        else None
    )
    return Response(
        url, url, int(record.http_headers.get_statuscode()), headers, body[:_MAX_BODY], at, incomplete=incomplete
    )


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
