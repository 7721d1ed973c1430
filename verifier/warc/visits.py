"""A visit as the answers it was made of: each hop, each page on the way, what came at last, the copy that was read.

In: a `Fetch` with its bytes. Out: answers of one address each, in the order in which a replay must meet them: of an address that answered
twice the last counts. The rule of this file: whoever asks the cited address of these answers comes to the same page by the same way.
"""

from __future__ import annotations

import email.utils
from collections.abc import Iterator
from urllib.parse import urljoin

from verifier.model import (
    ORIGIN,
    PART_OF,
    Exchange,
    Failure,
    FailureKind,
    Fetch,
    Hop,
    Incomplete,
    Memento,
    PlanName,
    Response,
    Snapshot,
)
from verifier.warc.addresses import asked, in_ascii

_FOUND_ELSEWHERE = 303  # "see other": it moves nothing for good
_CUT = {reason.value: reason for reason in Incomplete}
# No answer of anybody: nothing was asked, or our own reader failed.
_NO_ANSWER = frozenset((FailureKind.OFFLINE, FailureKind.NOT_CAPTURED))


def answers_of(fetch: Fetch) -> Iterator[Response | Failure]:
    """The answers of one visit; the cited address is without its fragment, as it was asked."""
    if fetch.plan is PlanName.IMPORT and fetch.snapshot is not None and fetch.own_text is not None:
        yield _saved(fetch, fetch.snapshot)
        return
    for exchange in fetch.exchanges:
        yield from _exchanged(fetch, exchange)
    yield from _hops(fetch)
    if fetch.snapshot is not None:
        yield from _last(fetch, fetch.snapshot)
    elif failure := _failure(fetch):
        yield failure
    if fetch.memento is not None:
        yield _copy(fetch, fetch.memento)


def _saved(fetch: Fetch, snapshot: Snapshot) -> Response:
    """What a reader saved, at the cited address and marked as such: it stands beside what the address answers itself."""
    place, headers = asked(fetch.url), _headers(fetch.headers, snapshot)
    headers = (
        *((name, value) for name, value in headers if name not in (ORIGIN, PART_OF)),
        (ORIGIN, fetch.origin or "a file"),
    )
    return Response(place, place, fetch.http_status or 200, headers, snapshot.body, fetch.fetched_at)


def _hops(fetch: Fetch) -> Iterator[Response]:
    """The redirects; a page that a refresh led away from is an exchange where its bytes were kept."""
    kept = {asked(e.snapshot.url) for e in fetch.exchanges}
    address = asked(fetch.url)
    for hop, following in zip(fetch.hops, _following(fetch), strict=True):
        if not (hop.status == 200 and asked(hop.url) in kept):
            yield _hop(fetch, address, hop, following)
        address = following


def _following(fetch: Fetch) -> list[str]:
    """Where each redirect led."""
    last = fetch.final_url or _target(fetch.hops[-1]) if fetch.hops else ""
    return [asked(hop.url) for hop in fetch.hops[1:]] + ([asked(last)] if fetch.hops else [])


def _target(hop: Hop) -> str:
    return urljoin(hop.url, hop.location or "")


def _hop(fetch: Fetch, address: str, hop: Hop, following: str) -> Response:
    """One redirect, as it was written where that leads on, else in full."""
    location = in_ascii(hop.location or "")
    if asked(urljoin(address, location)) != following:
        fragment = location.partition("#")[2]
        location = f"{following}#{fragment}" if fragment else following
    leads = ("refresh", f"0; url={location}") if hop.status == 200 else ("location", location)
    media = (("content-type", "text/html"),) if hop.status == 200 else ()
    return Response(address, address, hop.status, (*media, leads), b"", fetch.fetched_at)


def _last(fetch: Fetch, snapshot: Snapshot) -> Iterator[Response]:
    """What was read, at the address that answered; where that is another than the chain leads to, by a hop of its own."""
    # The address as the chain of redirects leads to it: as it was asked, where there is none.
    place = _following(fetch)[-1] if fetch.hops else asked(fetch.url)
    kept = {asked(e.snapshot.url) for e in fetch.exchanges if e.status == 200}
    answered = asked(snapshot.url or place)
    own = answered != asked(fetch.final_url or place)
    if own and place not in kept:
        yield Response(place, place, _FOUND_ELSEWHERE, (("location", answered),), b"", fetch.fetched_at)
    at = answered if own else place
    headers = _headers(fetch.headers, snapshot)
    status = fetch.http_status or 200
    cut = _CUT.get(fetch.status.rule)
    yield Response(at, at, status, headers, snapshot.body, fetch.fetched_at, incomplete=cut)


def _exchanged(fetch: Fetch, exchange: Exchange) -> Iterator[Response]:
    place, answered = asked(exchange.url), asked(exchange.snapshot.url)
    if place == asked(fetch.url):
        place = answered  # the chain of redirects of the visit leads to it
    elif place != answered:
        yield Response(place, place, _FOUND_ELSEWHERE, (("location", answered),), b"", fetch.fetched_at)
    headers = (*_headers((), exchange.snapshot), (PART_OF, asked(fetch.url)))
    yield Response(answered, answered, exchange.status, headers, exchange.snapshot.body, fetch.fetched_at)


def _failure(fetch: Fetch) -> Failure | None:
    """That no answer came, and why; at the address that did not answer."""
    kind = next((kind for kind in FailureKind if kind.value == fetch.status.rule), None)
    if kind is None or kind in _NO_ANSWER:
        return None
    place = _following(fetch)[-1] if fetch.hops else asked(fetch.url)
    return Failure(place, kind, fetch.status.reason, fetch.fetched_at)


def _copy(fetch: Fetch, memento: Memento) -> Response:
    """A web archive's copy at its own address (URI-M), with its moment and its original, as RFC 7089 has them."""
    place = asked(memento.url)
    dated = email.utils.format_datetime(memento.datetime, usegmt=True)
    of = (("memento-datetime", dated), ("link", f'<{asked(fetch.url)}>; rel="original"'))
    headers = (*_headers((), memento.snapshot), *of)
    return Response(place, place, 200, headers, memento.snapshot.body, fetch.fetched_at)


def _headers(said: tuple[tuple[str, str], ...], snapshot: Snapshot) -> tuple[tuple[str, str], ...]:
    """What the server said beside the bytes, with the type under which they were read."""
    rest = tuple((name, value) for name, value in said if name != "content-type")
    if not snapshot.media_type:
        return rest
    named = f"{snapshot.media_type}; charset={snapshot.charset}" if snapshot.charset else snapshot.media_type
    return (("content-type", named), *rest)
