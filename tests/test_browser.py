"""Pages that need JavaScript, shown in a real Chromium that reaches nothing but through our own transport."""

from __future__ import annotations

import shutil
import threading
from collections.abc import Iterator
from datetime import UTC, datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from verifier.dispatch import run_plans
from verifier.fetching import PLANS, Mementos, Wanted
from verifier.model import Cited, Failure, Fetch, Purpose, Request, Response
from verifier.sources import extract
from verifier.transport import Transport
from verifier.transport.browser import Browser

CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="no Chromium on this machine; .ci/run installs it")

STORY = "The gates stayed open in every dry month since the treaty was signed. " * 8


def shell(script: str) -> str:
    return (
        f"<html><head><title>The Gazette</title></head><body><div id=root></div><script>{script}</script></body></html>"
    )


SHOW = f"document.getElementById('root').innerHTML='<article><h1>Quiet Gates</h1><p>{STORY}</p></article>';"
ESCAPE = """
for (const u of ['http://127.0.0.2:{port}/canary', 'http://[::1]:{port}/canary', 'file:///etc/hostname'])
  fetch(u).catch(() => 0);
try { new WebSocket('ws://127.0.0.2:{port}/canary'); } catch (e) {}
navigator.sendBeacon('http://127.0.0.1:{port}/post', 'secret');
fetch('/post', {method: 'POST', body: 'secret'}).catch(() => 0);
const i = new Image(); i.src = 'http://127.0.0.2:{port}/canary';
window.open('http://127.0.0.2:{port}/canary');
alert('stop here');
"""


class Site:
    """Pages of one loopback address, and all that anybody asked of any."""

    def __init__(self) -> None:
        self.asked: list[str] = []
        self.pages: dict[str, str] = {}
        site = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                site.asked.append(f"{self.command} {self.headers['Host'].split(':')[0]} {self.path}")
                body = site.pages.get(self.path, "").encode()
                self.send_response(200 if body else 404)
                kind = "application/javascript" if self.path.endswith(".js") else "text/html; charset=utf-8"
                self.send_header("Content-Type", kind)
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            def do_POST(self) -> None:
                self.do_GET()

            def log_message(self, *_: object) -> None:
                """Say nothing."""

        self.server = ThreadingHTTPServer(("", 0), Handler)
        self.server.daemon_threads = True
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    @property
    def port(self) -> int:
        return self.server.server_port


@pytest.fixture
def site() -> Iterator[Site]:
    served = Site()
    yield served
    served.server.shutdown()
    served.server.server_close()


def now() -> datetime:
    return datetime.now(UTC)


@pytest.fixture(scope="module")
def transport() -> Iterator[Transport]:
    opened = Transport(clock=now, allow_private=("127.0.0.1",))
    yield opened
    opened.close()


@pytest.fixture(scope="module")
def browser(transport: Transport) -> Iterator[Browser]:
    started = Browser(transport.send, now)
    yield started
    started.close()


def visit(url: str, transport: Transport, browser: Browser) -> Fetch:
    def send(request: Request) -> Response | Failure:
        return browser.render(request) if request.purpose is Purpose.RENDER else transport.send(request)

    wanted = Wanted(Cited(url, words=("open in every dry month",)), Mementos("never"), render=True)
    [(_, fetch)] = run_plans([(url, PLANS["live"](wanted))], send, extract)
    return fetch


def test_a_page_of_scripts_is_shown_and_said(site: Site, transport: Transport, browser: Browser) -> None:
    site.pages = {"/a": shell("").replace("<script>", "<script src=/app.js>"), "/app.js": SHOW}
    fetch = visit(f"http://127.0.0.1:{site.port}/a", transport, browser)
    assert (fetch.status.link, fetch.status.rule) == ("ok", "rendered")
    assert "browser" in fetch.status.reason
    assert fetch.text is not None
    assert "open in every dry month" in fetch.text.text


def test_a_script_that_leads_elsewhere_is_followed(site: Site, transport: Transport, browser: Browser) -> None:
    site.pages = {
        "/a": shell("location.href='/b'"),
        "/b": f"<title>Quiet Gates</title><h1>Quiet Gates</h1><p>{STORY}</p>",
    }
    fetch = visit(f"http://127.0.0.1:{site.port}/a", transport, browser)
    assert fetch.status.family == "found"
    assert fetch.final_url == f"http://127.0.0.1:{site.port}/b"


def test_a_page_reaches_no_private_address_and_posts_nothing(
    site: Site, transport: Transport, browser: Browser
) -> None:
    site.pages = {"/a": shell(SHOW + ESCAPE.replace("{port}", str(site.port))), "/canary": "secret", "/post": "taken"}
    fetch = visit(f"http://127.0.0.1:{site.port}/a", transport, browser)
    assert fetch.status.rule == "rendered"
    assert [a for a in site.asked if "canary" in a or a.startswith("POST") or "/post" in a] == []


def test_a_page_that_never_rests_is_ended(site: Site, transport: Transport, browser: Browser) -> None:
    endless = "setInterval(() => fetch('/more?' + Math.random()).catch(() => 0), 20);"
    site.pages = {"/a": shell(SHOW + endless)}
    fetch = visit(f"http://127.0.0.1:{site.port}/a", transport, browser)
    assert fetch.status.link == "ok"


def test_where_a_browser_shows_nothing_nobody_can_tell(site: Site, transport: Transport, browser: Browser) -> None:
    site.pages = {
        "/a": shell("while (false) {}").replace(
            "<script>", "<noscript>You need to enable JavaScript.</noscript><script>"
        )
    }
    fetch = visit(f"http://127.0.0.1:{site.port}/a", transport, browser)
    assert fetch.status.link == "needs_js"
    assert "browser" in fetch.status.reason
