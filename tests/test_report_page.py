"""The HTML report in a real browser: it shows everything, runs nothing, asks nobody."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from make_archive import make
from playwright.sync_api import Browser, Page
from support.chromium import barriers, in_a_browser
from support.limits import HANG
from support.reports import report_about, written

from verifier.reports import Kind

HOSTILE = (
    "<script>document.title='run'</script><img src=x onerror=\"document.title='run'\">"
    "<link rel=stylesheet href=https://elsewhere.example/s.css><iframe src=https://elsewhere.example/></iframe>"
    "\"' onmouseover=document.title='run' x='</style><style>*{background:url(https://elsewhere.example/b)}</style>"
)

pytestmark = in_a_browser


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
    assert width == 500 or barriers(page, "dark" if width == 360 else "light") == ""


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


@pytest.mark.parametrize(
    ("kind", "shown"), [("problem", 8), ("warning", 1), ("cannot_tell", 3), ("read", 1), ("fine", 2)]
)
def test_the_list_is_filtered_and_ordered_without_script(
    page: Page, example: str, kind: str, shown: int, tmp_path: Path
) -> None:
    show(page, example, tmp_path)
    listed = page.locator(".list > article")
    page.locator(f"label[for={kind}1]").click()
    assert page.locator(".list > article:visible").count() == shown
    assert page.locator(f".list > article.is-{kind}:visible").count() == shown
    page.locator("label[for=all1]").click()
    tops = [box["y"] for i in range(listed.count()) if (box := listed.nth(i).bounding_box())]
    assert len(tops) == listed.count()
    assert tops != sorted(tops), "the worst stand first"
    page.locator("label[for=by-note1]").click()
    tops = [box["y"] for i in range(listed.count()) if (box := listed.nth(i).bounding_box())]
    assert tops == sorted(tops), "as in the article"


@pytest.mark.parametrize("width", [360, 1280])
def test_the_reason_is_there_at_every_width(page: Page, example: str, width: int, tmp_path: Path) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    show(page, example, tmp_path)
    for i in range(page.locator(".list > article").count()):
        assert page.locator(".list > article").nth(i).locator("header .why").is_visible()


def test_each_dot_of_the_picture_leads_to_its_note(page: Page, example: str, tmp_path: Path) -> None:
    show(page, example, tmp_path)
    dots = page.locator(".picture a")
    targets = {str(dots.nth(i).get_attribute("href")) for i in range(dots.count())}
    assert targets
    assert all(page.locator(target).count() == 1 for target in targets)


def test_a_report_in_print_is_short_and_leaves_room_for_the_author(page: Page, example: str, tmp_path: Path) -> None:
    show(page, example, tmp_path)
    page.emulate_media(media="print")
    assert page.locator(".answer:visible").count() == 9
    assert not page.locator(".switch").first.is_visible()
    printed = page.pdf(format="A4")
    assert printed.count(b"/Type /Page\n") + printed.count(b"/Type /Page ") <= 8


def test_the_whole_article_stands_there_with_its_marks(page: Page, example: str, tmp_path: Path) -> None:
    show(page, example, tmp_path)
    page.locator("summary", has_text="The whole article").click()
    marks = page.locator(".text a.at")
    assert marks.count() == 14
    assert marks.nth(2).inner_text() == "✗ 3"
