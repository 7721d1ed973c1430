"""A web without any network: a function from request to response, over a table of addresses."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import UTC, datetime

from verifier.model import Failure, FailureKind, Hop, Request, Response

NOON = datetime(2025, 6, 2, 12, 0, tzinfo=UTC)
URL = "https://gazette.example/2021/03/quiet-gates"

Answer = str | tuple[int, str] | tuple[int, str, Mapping[str, str]] | Failure
Web = Mapping[str, Answer]


def page(title: str, body: str, head: str = "") -> str:
    return f"<html lang=en><head><title>{title}</title>{head}</head><body>{body}</body></html>"


def send_from(web: Web, asked: list[str] | None = None, at: datetime = NOON) -> Callable[[Request], Response | Failure]:
    """A web as a function: an address that is not in it is answered with status 404."""

    def answer(request: Request) -> Response | Failure:
        url, hops = request.url.split("#")[0], list[Hop]()
        if asked is not None:
            asked.append(request.url)
        while True:
            found = web[url] if url in web or "*" in web else (404, "<title>404</title>")
            if isinstance(found, Failure):
                return found
            status, body, *more = found if isinstance(found, tuple) else (200, found)
            headers = {"content-type": "text/html; charset=utf-8", **(more[0] if more else {})}
            if status not in (301, 302, 307, 308):
                return Response(request.url, url, status, tuple(headers.items()), body.encode(), at, tuple(hops))
            hops.append(Hop(url, status, headers["location"]))
            url = headers["location"]

    return answer


def failure(kind: str) -> Failure:
    return Failure(URL, FailureKind(kind), f"It was {kind}.", NOON)
