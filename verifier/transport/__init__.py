"""Send a request, safely: the only package that opens a network connection.

In: a `Request`. Out: the `Response` at the end of its redirects, or a `Failure` with its reason; never an exception for anything
that a server can do. Whatever it does, an answer takes at most 30 s and 20 MB, reaches no private address, and leaves no secret.
"""

from __future__ import annotations

import http.client
import ssl
from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Any
from urllib.parse import quote, urlsplit

import ada_url
import requests
import urllib3

from verifier import __version__
from verifier.model import Failure, FailureKind, Hop, Incomplete, Request, Response
from verifier.redact import redact
from verifier.transport.addresses import Guard, RefusedError
from verifier.transport.cookies import Jar
from verifier.transport.session import Deadline, Session, under
from verifier.urls import is_shortened

__all__ = ["Transport"]

AGENT = f"Mozilla/5.0 (compatible; verifier/{__version__}; reads cited pages)"
_HEADERS = {
    "User-Agent": AGENT,
    "Accept": "text/html,application/xhtml+xml,application/pdf;q=0.9,*/*;q=0.8",
    "Accept-Language": "en,*;q=0.5",
    "Accept-Encoding": "gzip, deflate",
}
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_MAX_HOPS = 8
_CHUNK = 65_536
_END = 100  # bytes in which a page ends
_MOST_COOKIES = 20
_LONGEST_URL = 8_000
_LONGEST_PLACE = 500
_PLACE = "!$&'()*+,;=:@/?%~-._"
_LOOP = "The address leads this program back to itself, or through more than 8 redirects; a browser may get in."


class Transport:
    """Sends requests; may be used by many threads at once."""

    def __init__(
        self,
        *,
        clock: Callable[[], datetime],
        allow_private: Sequence[str] = (),
        deadline: float = 30.0,
        max_bytes: int = 20_000_000,
    ) -> None:
        self._clock = clock
        self._guard = Guard(tuple(allow_private))
        self._deadline = deadline
        self._max_bytes = max_bytes
        self._session = Session()

    def close(self) -> None:
        """Close all connections."""
        self._session.close()

    def send(self, request: Request) -> Response | Failure:
        """The answer at the end of the redirects."""
        deadline = Deadline(min(self._deadline, request.seconds or self._deadline))
        chain = _Chain(request.url)
        with under(deadline, self._guard):
            try:
                return self._follow(request, chain, deadline)
            except RefusedError as refused:
                return self._fail(request, chain, refused.kind, str(refused))
            except (
                requests.RequestException,
                urllib3.exceptions.HTTPError,
                http.client.HTTPException,
                OSError,
                ValueError,
            ) as error:
                kind, detail = (
                    (FailureKind.TIMEOUT, "No answer came in time.") if deadline.expired else _explain(error, chain.url)
                )
                return self._fail(request, chain, kind, detail)

    def _follow(self, request: Request, chain: _Chain, deadline: Deadline) -> Response | Failure:
        chain.url = _to_send(request.url)
        while True:
            if not chain.enter():
                return self._fail(request, chain, FailureKind.REDIRECT_LOOP, _LOOP)
            answer = self._ask(chain, deadline)
            try:
                location = _location(answer)
                if answer.status_code in _REDIRECTS and location:
                    chain.leave(answer.status_code, location, answer.raw.headers.getlist("set-cookie"))
                    continue
                body, incomplete = self._read(answer, deadline)
            finally:
                answer.close()
            headers = tuple((k.lower(), v) for k, v in answer.raw.headers.items())
            return Response(
                redact(request.url),
                chain.url,
                answer.status_code,
                headers,
                body,
                self._clock(),
                tuple(chain.hops),
                incomplete,
            )

    def _ask(self, chain: _Chain, deadline: Deadline) -> requests.Response:
        prepared = requests.Request("GET", chain.url, headers={**_HEADERS, **chain.cookies.header(chain.url)}).prepare()
        prepared.url = chain.url  # requests would spell it anew; servers know the address as it was cited
        return self._session.send(
            prepared, stream=True, allow_redirects=False, timeout=max(0.1, deadline.left), proxies={}
        )

    def _read(self, answer: requests.Response, deadline: Deadline) -> tuple[bytes, Incomplete | None]:
        """The decoded body up to the cap, and why it is not whole."""
        parts: list[bytes] = []
        size = 0
        try:
            # Not `stream`: it holds back what came before a body broke off.
            while chunk := answer.raw.read1(_CHUNK, decode_content=True):
                parts.append(chunk)
                size += len(chunk)
                if size > self._max_bytes:
                    return b"".join(parts)[: self._max_bytes], Incomplete.TOO_LARGE
                if deadline.expired:
                    return b"".join(parts), Incomplete.TIMEOUT
        except urllib3.exceptions.DecodeError:
            raise RefusedError(FailureKind.PROTOCOL, "The answer is not in the encoding it names.") from None
        except (urllib3.exceptions.HTTPError, http.client.HTTPException, OSError):
            return b"".join(parts), Incomplete.TIMEOUT if deadline.expired else Incomplete.TRUNCATED
        if deadline.expired:
            return b"".join(parts), Incomplete.TIMEOUT
        body = b"".join(parts)
        return body, Incomplete.TRUNCATED if _is_cut(answer.raw, body) else None

    def _fail(self, request: Request, chain: _Chain, kind: FailureKind, detail: str) -> Failure:
        return Failure(redact(request.url), kind, detail, self._clock(), tuple(chain.hops))


class _Chain:
    """One chain of redirects: where it is, where it was, and the cookies that were set on the way."""

    def __init__(self, url: str) -> None:
        self.url = url
        self.hops: list[Hop] = []
        self.cookies = Jar()
        self._seen: set[tuple[str, str]] = set()

    def enter(self) -> bool:
        """Whether to go on: not in a circle, unless a cookie was set since, and not for ever."""
        state = (self.url, str(self.cookies.header(self.url)))
        if state in self._seen or len(self.hops) > _MAX_HOPS:
            return False
        self._seen.add(state)
        return True

    def leave(self, status: int, location: str, cookies: Sequence[str]) -> None:
        """Go on to where an answer points."""
        self.cookies.take(self.url, cookies[:_MOST_COOKIES])
        target = _to_send(location, self.url)
        place = location.partition("#")[2][:_LONGEST_PLACE]
        if "=" in place:  # a setting, or a token of somebody's
            place = ""
        self.hops.append(Hop(self.url, status, f"{target}#{quote(place, safe=_PLACE)}" if place else target))
        self.url = target


def _to_send(url: str, base: str | None = None) -> str:
    """An address as a browser would send it (WHATWG), without user and password. Raises RefusedError."""
    if len(url) > _LONGEST_URL:
        raise RefusedError(FailureKind.UNSUPPORTED, "The address is longer than any server accepts.")
    try:
        parsed = (
            ada_url.URL(url.encode("utf-8", "replace").decode(), base=base)
            if base
            else ada_url.URL(url.encode("utf-8", "replace").decode())
        )
    except ValueError:
        raise RefusedError(FailureKind.UNSUPPORTED, f"{redact(url)[:200]} is not a valid web address.") from None
    if base is None and is_shortened(url):
        raise RefusedError(FailureKind.UNSUPPORTED, "The address was shortened by whoever wrote it down.")
    if parsed.protocol not in ("http:", "https:") or not parsed.hostname:
        raise RefusedError(FailureKind.UNSUPPORTED, f"Addresses of the kind {parsed.protocol} are not fetched.")
    parsed.username = parsed.password = parsed.hash = ""
    return str(parsed.href)


def _is_cut(raw: object, body: bytes) -> bool:
    """Whether a body ends before its packing (gzip, deflate) does, though all announced bytes came: it was cut before it was sent.

    urllib3 unpacks what there is and says nothing, so its unpacker is asked. Behind a whole member of gzip anything may stand, and
    some old programs leave out the check sum behind a whole page.
    """
    unpacker = getattr(raw, "_decoder", None)
    packing = getattr(unpacker, "_obj", None)
    is_open = not getattr(unpacker, "_state", 0) and not getattr(packing, "eof", True)
    return is_open and bool(body) and not body[-_END:].rstrip().lower().endswith(b"</html>")


def _location(answer: requests.Response) -> str | None:
    """Where a redirect points. Servers send raw UTF-8, which http.client reads as Latin-1."""
    raw = answer.headers.get("location")
    if not raw:
        return None
    try:
        return str(raw).encode("latin-1").decode("utf-8")
    except UnicodeError:
        return str(raw)


def _explain(error: BaseException, url: str) -> tuple[FailureKind, str]:
    """The kind of a failure and what happened, in plain words."""
    chain = list(_causes(error))
    refused = next((e for e in chain if isinstance(e, RefusedError)), None)
    if refused is not None:
        return refused.kind, str(refused)
    certificate = next((e for e in chain if isinstance(e, ssl.SSLError)), None)
    if certificate is not None:
        return FailureKind.TLS, _explain_tls(certificate, url)
    if any(isinstance(e, TimeoutError | requests.Timeout | urllib3.exceptions.TimeoutError) for e in chain):
        return FailureKind.TIMEOUT, "No answer came in time."
    if any(isinstance(e, ConnectionResetError | BrokenPipeError | http.client.RemoteDisconnected) for e in chain):
        return FailureKind.RESET, "The server closed the connection without an answer."
    return FailureKind.PROTOCOL, "The answer is not HTTP, or is broken."


def _causes(error: BaseException | None) -> Any:
    """An error, what it was raised from, and what it carries."""
    waiting, seen = [error], 0
    while waiting and seen < 20:
        current = waiting.pop(0)
        if current is None:
            continue
        seen += 1
        yield current
        waiting += [current.__cause__, current.__context__, getattr(current, "reason", None)]
        waiting += [a for a in current.args if isinstance(a, BaseException)]
        waiting = [w for w in waiting if isinstance(w, BaseException)]


def _explain_tls(error: ssl.SSLError, url: str) -> str:
    said = str(getattr(error, "verify_message", "") or error).lower()
    host = urlsplit(url).hostname
    for sign, meaning in (
        ("expired", "has expired"),
        ("self-signed", "is self-signed: nobody vouches for it"),
        ("self signed", "is self-signed: nobody vouches for it"),
        ("mismatch", "is for another host"),
        ("doesn't match", "is for another host"),
        ("unable to get", "is signed by an authority that is not trusted"),
        ("not yet valid", "is not valid yet"),
    ):
        if sign in said:
            return f"The certificate of {host} {meaning}."
    return f"A secure connection to {host} failed."
