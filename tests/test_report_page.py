"""The HTML report in a real browser: it shows everything, runs nothing, asks nobody."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from make_archive import make
from playwright.sync_api import Browser, Page, sync_playwright
from support.limits import HANG
from support.reports import report_about, written

from verifier.reports import Kind

CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
HOSTILE = (
    "<script>document.title='run'</script><img src=x onerror=\"document.title='run'\">"
    "<link rel=stylesheet href=https://elsewhere.example/s.css><iframe src=https://elsewhere.example/></iframe>"
    "\"' onmouseover=document.title='run' x='</style><style>*{background:url(https://elsewhere.example/b)}</style>"
)

pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="no Chromium on this machine; .ci/run installs it")


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"], timeout=HANG * 1000)
        yield launched
        launched.close()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    opened = browser.new_page()
    opened.set_default_timeout(HANG * 1000)
    yield opened
    opened.close()


def show(page: Page, html: str, folder: Path) -> list[str]:
    """Open a report from disk as a person would; the addresses it asked for."""
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    file = folder / "report.html"
    file.write_text(html, encoding="utf-8")
    page.goto(file.as_uri())
    return [url for url in asked if url != file.as_uri()]


@pytest.fixture(scope="module")
def example(tmp_path_factory: pytest.TempPathFactory) -> str:
    return written(Kind.CHECK, "html", [make(tmp_path_factory.mktemp("page") / "archive.db")])


@pytest.mark.parametrize("width", [360, 500, 1280])
def test_nothing_is_cut_off_at_any_width(page: Page, example: str, width: int, tmp_path: Path) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    assert show(page, example, tmp_path) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_the_marked_words_stand_beside_the_articles_sentence(page: Page, example: str, tmp_path: Path) -> None:
    page.set_viewport_size({"width": 1280, "height": 900})
    show(page, example, tmp_path)
    finding = page.locator("article", has=page.locator("mark")).first
    claim = finding.locator("blockquote, .claim").first.bounding_box()
    marked = finding.locator("mark").first.bounding_box()
    assert claim is not None
    assert marked is not None
    assert marked["x"] > claim["x"]


def test_words_from_outside_run_nothing_and_ask_nobody(page: Page, tmp_path: Path) -> None:
    for words in (HOSTILE, "javascript:document.title='run'"):
        html = written(Kind.CHECK, "html", [report_about(words, url="https://site.example/a")])
        assert show(page, html, tmp_path) == []
        assert page.title() != "run"
        assert page.locator("script, iframe, img, object, embed, base").count() == 0
        assert words.split(">")[0][:20] in page.locator("body").inner_text()


def test_links_lead_to_the_web_only(page: Page, tmp_path: Path) -> None:
    html = written(Kind.CHECK, "html", [report_about("words", url="javascript:alert(1)")])
    show(page, html, tmp_path)
    hrefs = page.eval_on_selector_all("a[href]", "links => links.map(a => a.getAttribute('href'))")
    assert all(h.startswith(("http://", "https://", "#")) for h in hrefs), hrefs


def test_the_browser_refuses_what_the_policy_forbids(page: Page, tmp_path: Path) -> None:
    """Even a report that someone edited to carry a script stays quiet: the policy stands in the page."""
    html = written(Kind.CHECK, "html", [report_about("words")])
    show(page, html.replace("</body>", "<script>document.title='run'</script></body>"), tmp_path)
    assert page.title() != "run"
