"""The server's pages. In: an archive's path, an article's name, a guard. Out: an ASGI application (Starlette)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from importlib.resources import files
from pathlib import Path
from urllib.parse import parse_qs

from jinja2 import Environment, PackageLoader
from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.middleware import Middleware
from starlette.middleware.base import BaseHTTPMiddleware, RequestResponseEndpoint
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.routing import Route

from verifier.archive import Archive
from verifier.binder.copies import write_copy
from verifier.errors import VerifierError
from verifier.model import DecisionKind
from verifier.reports.html import environment, kind_of
from verifier.reports.rows import sign_of_citation, worst_first
from verifier.reports.words import LABELS
from verifier.review.desk import Desk, Settle, copy_at, decide, lay_out
from verifier.review.guard import COPY_POLICY, HEADERS, Guard
from verifier.verdicts.settling import CHOICES, said_of
from verifier.workflow.deciding import Answer

_LONGEST = 100_000  # bytes of what is posted
_FILES = {"review.css": "text/css", "review.js": "text/javascript"}
_KINDS = {kind: word for word, kind in CHOICES.items()}


@dataclass(frozen=True, slots=True)
class Review:
    """What is reviewed, by whom; `now` is the clock, `settle` what answers for findings."""

    archive: Path
    document: str
    by: str
    now: Callable[[], datetime]
    settle: Settle


def make_app(review: Review, guard: Guard) -> Starlette:
    """The application of one review."""
    app = Starlette(
        routes=[
            Route("/", _index, methods=["GET"]),
            Route("/decide", _post, methods=["POST"]),
            Route("/copy/{key}", _show_copy, methods=["GET"]),
            Route("/files/{name}", _file, methods=["GET"]),
        ],
        middleware=[Middleware(BaseHTTPMiddleware, dispatch=_guarded)],
        exception_handlers={VerifierError: _explain},
    )
    app.state.review, app.state.guard = review, guard
    return app


async def _guarded(request: Request, go_on: RequestResponseEndpoint) -> Response:
    token = request.query_params.get("token")
    why = request.app.state.guard.refuse(request.method, request.headers, request.cookies, token)
    response = await go_on(request) if why is None else _say(why, 403)
    for name, value in HEADERS.items():
        response.headers.setdefault(name, value)
    return response


async def _index(request: Request) -> Response:
    if request.app.state.guard.is_token(request.query_params.get("token")):
        return _let_in(request.app.state.guard)
    return HTMLResponse(await run_in_threadpool(_page, request.app.state.review))


async def _post(request: Request) -> Response:
    body = bytearray()
    async for chunk in request.stream():
        body += chunk
        if len(body) > _LONGEST:
            return _say("This is too long for a remark.", 413)
    said = {name: values[0] for name, values in parse_qs(body.decode("utf-8", "replace")).items()}
    alone = request.headers.get("accept") == "text/x-card"
    return await run_in_threadpool(_decide, request.app.state.review, said, alone=alone)


async def _show_copy(request: Request) -> Response:
    return await run_in_threadpool(_copy, request.app.state.review, request.path_params["key"])


async def _file(request: Request) -> Response:
    name = request.path_params["name"]
    if name not in _FILES:
        return _say("There is no such page.", 404)
    return Response(files("verifier.review").joinpath(name).read_bytes(), media_type=_FILES[name])


def _let_in(guard: Guard) -> Response:
    """The token becomes a cookie, and leaves the address."""
    response = RedirectResponse("/", 303)
    response.set_cookie(guard.cookie_name, guard.cookie, httponly=True, samesite="strict", path="/")
    return response


def _say(words: str, status: int, hint: str = "") -> Response:
    return HTMLResponse(_templates().get_template("said.html.jinja").render(words=words, hint=hint), status)


async def _explain(_: Request, error: Exception) -> Response:
    """An archive that is busy, damaged or gone: said in the page, and the server goes on."""
    assert isinstance(error, VerifierError)
    return _say(str(error), 503, error.hint)


def _page(review: Review) -> str:
    with Archive.open(review.archive, now=review.now, readonly=True) as archive:
        desk = lay_out(archive, review.document, review.settle)
    values = {"desk": desk, "report": desk.report, "notes": _notes(desk), "document": review.document}
    return _templates().get_template("review.html.jinja").render(**values)


def _decide(review: Review, said: Mapping[str, str], *, alone: bool) -> Response:
    """Keep what was decided, and show its card again; alone where a script asked for it."""
    key, remark = said.get("finding", ""), said.get("remark", "").strip()
    kind = CHOICES.get(said.get("choice", ""))
    if kind is None:
        return _say("Say what you decide: accept, reject or remark.", 400)
    if kind is DecisionKind.REMARK and not remark:
        return _say("A remark needs words.", 400)
    with Archive.open(review.archive, now=review.now) as archive:
        kept = decide(archive, review.document, key, Answer(kind, remark, review.by, review.now()))
        desk = lay_out(archive, review.document, review.settle, only=key)
    number = next((n for n, card in enumerate(desk.cards) if card.key == key), None)
    if not kept or number is None:
        return _say("The newest check does not find this any more. Load the page again.", 409)
    if not alone:
        return RedirectResponse(f"/#f-{key}", 303)
    html = _templates().get_template("card.html.jinja").render(card=desk.cards[number], number=number, desk=desk)
    return HTMLResponse(html, headers={"X-Left": str(desk.left)})


def _copy(review: Review, key: str) -> Response:
    with Archive.open(review.archive, now=review.now, readonly=True) as archive:
        found = copy_at(archive, review.document, key)
    if found is None:
        return _say("There is no stored copy of this source that can be read.", 404)
    return HTMLResponse(write_copy(*found), headers={"Content-Security-Policy": COPY_POLICY})


def _notes(desk: Desk) -> dict[int, tuple[str, str, int | None]]:
    """Of each note the sign and the kind of its worst answer, and the number of its first card."""
    cards = {}
    for number, card in reversed(list(enumerate(desk.cards))):
        cards[card.cited.citation.note] = number
    return {
        cited.citation.note: (sign_of_citation(cited), kind_of(cited), cards.get(cited.citation.note))
        for cited in reversed(worst_first(desk.report))
    }


@lru_cache(maxsize=1)
def _templates() -> Environment:
    made = environment().overlay(loader=PackageLoader("verifier.review", "."))
    made.filters |= {"said_of": said_of}
    made.globals |= {"label_of_word": lambda word: LABELS.get(word, word), "choice_of": _KINDS.get}
    return made
