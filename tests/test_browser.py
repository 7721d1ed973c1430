"""Pages that need JavaScript, shown in a real Chromium that reaches nothing but through our own transport."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
from support.chromium import in_a_browser
from support.limits import HANG
from support.sites import Asked, Reply, Site

from verifier.dispatch import run_plans
from verifier.fetching import PLANS, Mementos, Wanted
from verifier.model import Cited, Failure, Fetch, PlanName, Purpose, Request, Response
from verifier.sources import extract
from verifier.transport import Transport
from verifier.transport.browser import Browser

pytestmark = in_a_browser

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


class Pages:
    """Pages of a site, by path."""

    def __init__(self) -> None:
        self.own: dict[str, str] = {}

    def __call__(self, asked: Asked) -> Reply:
        body = self.own.get(asked.path, "").encode()
        script = asked.path.endswith(".js")
        return Reply(body, 200 if body else 404, "application/javascript" if script else "text/html; charset=utf-8")


@pytest.fixture
def pages() -> Pages:
    return Pages()


@pytest.fixture
def site(pages: Pages) -> Iterator[Site]:
    with Site(pages, address="") as served:  # all of this machine: what reaches another loopback address is seen
        yield served


def now() -> datetime:
    return datetime.now(UTC)


@pytest.fixture(scope="module")
def transport() -> Iterator[Transport]:
    opened = Transport(clock=now, allow_private=("127.0.0.1",), deadline=HANG)
    yield opened
    opened.close()


@pytest.fixture(scope="module")
def browser(transport: Transport) -> Iterator[Browser]:
    started = Browser(transport.send, now, seconds=HANG, quiet=3.0)
    yield started
    started.close()


def visit(url: str, transport: Transport, browser: Browser) -> Fetch:
    def send(request: Request) -> Response | Failure:
        return browser.render(request) if request.purpose is Purpose.RENDER else transport.send(request)

    wanted = Wanted(Cited(url, words=("open in every dry month",)), Mementos("never"), render=True)
    [(_, fetch)] = run_plans([(url, PLANS[PlanName.LIVE](wanted))], send, extract)
    return fetch


def test_a_page_of_scripts_is_shown_and_said(site: Site, pages: Pages, transport: Transport, browser: Browser) -> None:
    pages.own = {"/a": shell("").replace("<script>", "<script src=/app.js>"), "/app.js": SHOW}
    fetch = visit(f"{site.base}/a", transport, browser)
    assert (fetch.status.link, fetch.status.rule) == ("ok", "rendered")
    assert "browser" in fetch.status.reason
    assert fetch.text is not None
    assert "open in every dry month" in fetch.text.text


def test_a_script_that_leads_elsewhere_is_followed(
    site: Site, pages: Pages, transport: Transport, browser: Browser
) -> None:
    pages.own = {
        "/a": shell("location.href='/b'"),
        "/b": f"<title>Quiet Gates</title><h1>Quiet Gates</h1><p>{STORY}</p>",
    }
    fetch = visit(f"{site.base}/a", transport, browser)
    assert fetch.status.family == "found"
    assert fetch.final_url == f"{site.base}/b"


def test_a_page_reaches_no_private_address_and_posts_nothing(
    site: Site, pages: Pages, transport: Transport, browser: Browser
) -> None:
    pages.own = {"/a": shell(SHOW + ESCAPE.replace("{port}", str(site.port))), "/canary": "secret", "/post": "taken"}
    fetch = visit(f"{site.base}/a", transport, browser)
    assert fetch.status.rule == "rendered"
    assert [a for a in site.asked if "canary" in a.path or a.method == "POST" or "/post" in a.path] == []


def test_a_page_that_never_rests_is_ended(site: Site, pages: Pages, transport: Transport, browser: Browser) -> None:
    endless = "setInterval(() => fetch('/more?' + Math.random()).catch(() => 0), 20);"
    pages.own = {"/a": shell(SHOW + endless)}
    fetch = visit(f"{site.base}/a", transport, browser)
    assert fetch.status.link == "ok"


def test_where_a_browser_shows_nothing_nobody_can_tell(
    site: Site, pages: Pages, transport: Transport, browser: Browser
) -> None:
    pages.own = {
        "/a": shell("while (false) {}").replace(
            "<script>", "<noscript>You need to enable JavaScript.</noscript><script>"
        )
    }
    fetch = visit(f"{site.base}/a", transport, browser)
    assert fetch.status.link == "needs_js"
    assert "browser" in fetch.status.reason
