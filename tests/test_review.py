"""The review page: whom it lets in, what it keeps, and how a person works with it, in a real browser."""

from __future__ import annotations

import json
import shutil
import signal
import socket
import sqlite3
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
import requests
from make_archive import make
from playwright.sync_api import Browser, Page, expect
from sqlite_utils import Database
from support.chromium import barriers, in_a_browser
from support.limits import HANG
from support.program import start_verifier, verifier
from support.reviewing import NOON, reviewing
from support.sites import Reply, Site

from verifier import cli
from verifier.archive import Archive, opening
from verifier.model import DecisionKind, Severity
from verifier.review.desk import Desk, decide, lay_out
from verifier.review.guard import Guard
from verifier.verdicts.settling import IgnoreRule, settle
from verifier.workflow.deciding import Answer

NAME = "examples/article.md"


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("made") / "archive.db"
    make(path)
    return path


@pytest.fixture
def archive(made: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(made, tmp_path / "archive.db"))


@pytest.fixture
def guard(archive: Path) -> Iterator[Guard]:
    with reviewing(archive, NAME) as served:
        yield served


def base(guard: Guard) -> str:
    return f"http://127.0.0.1:{guard.port}"


def kept(archive: Path) -> list[tuple[Any, ...]]:
    rows = Database(archive).query("select note, word, decision, remark, decided_by from decisions order by id")
    return [tuple(row.values()) for row in rows]


def come_in(guard: Guard) -> requests.Session:
    session = requests.Session()
    assert session.get(guard.address, timeout=HANG).status_code == 200
    return session


def first_key(session: requests.Session, guard: Guard) -> str:
    return session.get(base(guard), timeout=HANG).text.partition('id="f-')[2].partition('"')[0]


# --- whom it lets in -----------------------------------------------------------------------------


def test_the_token_becomes_a_cookie_that_no_script_and_no_other_site_uses(guard: Guard) -> None:
    answer = requests.get(guard.address, timeout=HANG, allow_redirects=False)
    assert (answer.status_code, answer.headers["location"]) == (303, "/")
    said = answer.headers["set-cookie"].lower()
    assert "httponly" in said
    assert "samesite=strict" in said
    assert guard.token not in said
    assert guard.token not in come_in(guard).get(base(guard), timeout=HANG).text


REFUSED: dict[str, tuple[str, dict[str, str]]] = {
    "no token": ("/", {}),
    "another token": ("/?token=0123456789", {}),
    "an empty token": ("/?token=", {}),
    "another cookie": ("/", {"Cookie": "verifier-review-{port}=0123456789"}),
    "a script without the token": ("/files/review.js", {}),
    "a copy without the token": ("/copy/0123456789abcdef", {}),
    "a page that is not there": ("/elsewhere", {}),
    "a name that was made to point here": ("/?token={token}", {"Host": "rebound.example:{port}"}),
    "another port": ("/?token={token}", {"Host": "127.0.0.1:1"}),
    "no port": ("/?token={token}", {"Host": "127.0.0.1"}),
}


@pytest.mark.parametrize("case", REFUSED)
def test_whoever_has_no_token_learns_nothing(case: str, guard: Guard) -> None:
    path, headers = REFUSED[case]
    known = {"port": guard.port, "token": guard.token}
    answer = requests.get(
        base(guard) + path.format(**known), headers={k: v.format(**known) for k, v in headers.items()}, timeout=HANG,
        allow_redirects=False,
    )  # fmt: skip
    assert answer.status_code == 403
    assert "set-cookie" not in answer.headers
    assert "Oren" not in answer.text


@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": "https://elsewhere.example"},
        {"Origin": "null"},
        {"Origin": "http://127.0.0.1:1"},
        {},
        {"Origin": "{base}", "Host": "rebound.example:{port}"},
    ],
    ids=str,
)
def test_what_another_page_posts_is_refused(headers: dict[str, str], guard: Guard, archive: Path) -> None:
    session = come_in(guard)
    data = {"finding": first_key(session, guard), "choice": "accept"}
    known = {"base": base(guard), "port": guard.port}
    sent = {name: value.format(**known) for name, value in headers.items()}
    assert session.post(f"{base(guard)}/decide", data=data, headers=sent, timeout=HANG).status_code == 403
    assert kept(archive) == []
    assert session.post(f"{base(guard)}/decide", data=data, headers={"Origin": base(guard)}, timeout=HANG).ok
    assert len(kept(archive)) == 1


def test_every_answer_forbids_foreign_scripts_and_frames(guard: Guard) -> None:
    session = come_in(guard)
    for path in ("/", "/files/review.js", "/files/review.css", "/nowhere"):
        headers = session.get(base(guard) + path, timeout=HANG).headers
        assert "default-src 'none'" in headers["content-security-policy"]
        assert "unsafe" not in headers["content-security-policy"]
        assert "frame-ancestors 'none'" in headers["content-security-policy"]
        assert (headers["x-content-type-options"], headers["cache-control"]) == ("nosniff", "no-store")
    assert "<script>" not in session.get(base(guard), timeout=HANG).text


# --- what it keeps -------------------------------------------------------------------------------


POSTED: dict[str, tuple[dict[str, str], int, str]] = {
    "no choice": ({}, 400, "accept, reject or remark"),
    "another word": ({"choice": "agree"}, 400, "accept, reject or remark"),
    "an empty remark": ({"choice": "remark", "remark": "  "}, 400, "A remark needs words"),
    "no such finding": ({"choice": "accept", "finding": "0123456789abcdef"}, 409, "does not find this any more"),
    "a very long remark": ({"choice": "remark", "remark": "x" * 200_000}, 413, "too long"),
}


@pytest.mark.parametrize("case", POSTED)
def test_what_cannot_be_kept_is_said(case: str, guard: Guard, archive: Path) -> None:
    data, status, said = POSTED[case]
    session = come_in(guard)
    sent = {"finding": first_key(session, guard), **data}
    answer = session.post(f"{base(guard)}/decide", data=sent, headers={"Origin": base(guard)}, timeout=HANG)
    assert (answer.status_code, said in answer.text) == (status, True)
    assert kept(archive) == []


def test_without_script_a_form_does_the_same(guard: Guard, archive: Path) -> None:
    session = come_in(guard)
    key = first_key(session, guard)
    data = {"finding": key, "choice": "reject", "remark": "Wrong."}
    answer = session.post(f"{base(guard)}/decide", data=data, headers={"Origin": base(guard)}, timeout=HANG)
    assert answer.url.startswith(base(guard))
    assert kept(archive) == [("3", "altered", "rejected", "Wrong.", "Ada")]
    assert "rejected by Ada on 2025-06-03: Wrong." in answer.text


def test_what_was_decided_here_is_known_to_every_verb(
    guard: Guard, archive: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    session = come_in(guard)
    data = {"finding": first_key(session, guard), "choice": "accept"}
    session.post(f"{base(guard)}/decide", data=data, headers={"Origin": base(guard)}, timeout=HANG)
    cli.run(["report", "-f", "json", "--db", str(archive)])
    told = json.loads(capsys.readouterr().out)
    assert [s["note"] for s in told["settled"]] == ["3"]
    assert {f["decision"]["by"] for f in told["findings"] if f["decision"]} == {"Ada"}


def test_what_is_to_read_and_what_a_rule_answers_for_lies_there_too(archive: Path) -> None:
    rules = [IgnoreRule("The union moves.", host="growers.example")]

    def look(book: Archive) -> Desk:
        return lay_out(book, NAME, lambda report, said: settle(report, rules, None, NOON.date(), said))

    with Archive.open(archive, now=lambda: NOON) as book:
        before = look(book)
        [read] = [card for card in before.cards if card.alert.severity is Severity.FINE]
        [ignored] = [card for card in before.cards if card.ignored]
        decide(book, NAME, read.key, Answer(DecisionKind.ACCEPTED, "It says so.", "Ada", NOON))
        after = look(book)
    assert (read.alert.note, read.alert.word, ignored.ignored) == ("6", "evidence_shown", "The union moves.")
    assert (before.left, after.left) == (len(before.cards) - 1, len(before.cards) - 2)
    [settled] = after.report.settled[:1]
    assert (settled.note, settled.why) == ("6", "accepted by Ada on 2025-06-03: It says so.")


def test_a_stored_copy_opens_with_its_words_marked(guard: Guard) -> None:
    session = come_in(guard)
    answer = session.get(f"{base(guard)}/copy/{first_key(session, guard)}", timeout=HANG)
    assert "1,200 seasonal jobs" in answer.text.partition("<mark>")[2]
    assert "sandbox" in answer.headers["content-security-policy"]
    assert session.get(f"{base(guard)}/copy/0123456789abcdef", timeout=HANG).status_code == 404


def test_a_busy_archive_is_said_and_the_server_goes_on(
    guard: Guard, archive: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(opening, "PATIENCE", 0.05)
    session = come_in(guard)
    data = {"finding": first_key(session, guard), "choice": "accept"}
    with closing(sqlite3.connect(archive, isolation_level=None)) as other:
        other.execute("begin immediate")
        answer = session.post(f"{base(guard)}/decide", data=data, headers={"Origin": base(guard)}, timeout=HANG)
        assert answer.status_code == 503
        assert "archive" in answer.text
        other.execute("rollback")
    assert session.post(f"{base(guard)}/decide", data=data, headers={"Origin": base(guard)}, timeout=HANG).ok
    assert len(kept(archive)) == 1


# --- the verb ------------------------------------------------------------------------------------


def test_the_verb_serves_until_it_is_ended(archive: Path) -> None:
    running = start_verifier("review", NAME, "--no-open", cwd=archive.parent)
    try:
        assert running.stdout is not None
        said = running.stdout.readline().decode().strip()
        assert said.startswith(f"Review of {NAME}: http://127.0.0.1:")
        assert "Water Before Borders" in requests.get(said.split(": ", 1)[1], timeout=HANG).text
        running.send_signal(signal.SIGINT)
        assert running.wait(HANG) == 0
    finally:
        running.kill()
        running.communicate()


def test_a_port_in_use_is_said(archive: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        done = verifier("review", "--no-open", "--port", str(port), cwd=archive.parent)
    assert done.returncode == 2
    assert f"Port {port} cannot be used: it is in use" in done.stderr.decode()
    assert "--port" in done.stderr.decode()


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["b.md"], "holds no findings of b.md"),
        (["--db", "none.db"], "There is no archive none.db"),
        (["--port", "70000"], "--port"),
    ],
)
def test_what_cannot_be_reviewed_is_said(
    words: list[str], said: str, archive: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(archive.parent)
    assert cli.run(["review", "--no-open", *words]) == 2
    assert said in capsys.readouterr().err


def test_without_the_extra_it_is_said_how_to_get_it(
    archive: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in [*sys.modules]:
        if name.startswith(("starlette", "uvicorn", "verifier.review")):
            monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "starlette.applications", None)
    assert cli.run(["review", "--no-open", "--db", str(archive)]) == 2
    assert "pipx inject verifier starlette uvicorn" in capsys.readouterr().err


# --- a person with a browser ---------------------------------------------------------------------


@pytest.fixture
def page(browser: Browser, guard: Guard) -> Iterator[Page]:
    opened = browser.new_context(viewport={"width": 1280, "height": 900}).new_page()
    opened.set_default_timeout(HANG * 1000)
    expect.set_options(timeout=HANG * 1000)
    faults: list[str] = []
    opened.on("pageerror", lambda error: faults.append(str(error)))
    opened.on("console", lambda message: faults.append(message.text) if message.type == "error" else None)
    opened.goto(guard.address)
    yield opened
    assert faults == []
    opened.context.close()


def heading(page: Page) -> str:
    return page.locator(".card:visible h2").inner_text()


@in_a_browser
def test_the_article_stands_left_and_the_marked_words_of_the_source_right(page: Page) -> None:
    assert page.url.partition("#")[0].endswith("/"), "the token is not in the address any more"
    said, source = page.locator(".said.on").first, page.locator(".card:visible .source mark").first
    assert "1,700 seasonal jobs" in said.inner_text()
    assert "1,200 seasonal jobs" in source.inner_text()
    assert page.locator(".card:visible .source mark.differs").inner_text() == "1,200"
    left, right = said.bounding_box(), source.bounding_box()
    assert left is not None
    assert right is not None
    assert left["x"] + left["width"] < right["x"]


@in_a_browser
def test_keys_go_on_and_back_accept_reject_and_remark(page: Page, archive: Path) -> None:
    assert heading(page) == "✗ [3] number differs"
    page.keyboard.press("j")
    assert heading(page) == "✗ [4] a “not” differs"
    page.keyboard.press("k")
    assert heading(page) == "✗ [3] number differs"
    page.keyboard.press("a")
    expect(page.locator("#status")).to_have_text("✗ [3] number differs: accepted by Ada on 2025-06-03")
    assert heading(page) == "✗ [4] a “not” differs", "the next one comes by itself"
    page.keyboard.press("n")
    page.keyboard.type("jar of ink")
    assert heading(page) == "✗ [4] a “not” differs", "what is typed is no key"
    page.keyboard.press("Escape")
    page.keyboard.press("r")
    expect(page.locator("#status")).to_contain_text("rejected by Ada on 2025-06-03: jar of ink")
    expect(page.locator("#left")).to_have_text("13")
    assert kept(archive) == [("3", "altered", "accepted", "", "Ada"), ("4", "altered", "rejected", "jar of ink", "Ada")]


@in_a_browser
def test_what_was_decided_is_there_after_a_reload(page: Page) -> None:
    page.keyboard.press("a")
    expect(page.locator("#status")).to_contain_text("accepted")
    page.reload()
    expect(page.locator("#left")).to_have_text("14")
    page.keyboard.press("k")
    assert "accepted by Ada on 2025-06-03" in page.locator(".card:visible .decided").inner_text()


@in_a_browser
def test_the_mouse_does_what_keys_do(page: Page, archive: Path) -> None:
    page.locator("#next").click()
    page.locator("#previous").click()
    assert heading(page) == "✗ [3] number differs"
    page.locator("a.mark", has_text="12").click()
    assert heading(page) == "✗ [12] domain in other hands"
    page.locator(".said", has_text="sober partnership").click()
    assert heading(page) == "✗ [7] not in the source"
    page.locator(".card:visible textarea").fill("Ask him.")
    page.locator(".card:visible button", has_text="Remark only").click()
    expect(page.locator("#status")).to_contain_text("remark by Ada on 2025-06-03: Ask him.")
    page.locator(".card:visible button", has_text="Accept").click()
    expect(page.locator("#status")).to_contain_text("accepted")
    assert [row[:3] for row in kept(archive)] == [("7", "not_found", "remark"), ("7", "not_found", "accepted")]


@in_a_browser
def test_a_remark_is_words_and_runs_nothing(page: Page, archive: Path) -> None:
    words = "<img src=x onerror=\"document.title='run'\"><script>document.title='run'</script>"
    page.locator(".card:visible textarea").fill(words)
    page.locator(".card:visible button", has_text="Remark only").click()
    expect(page.locator(".card:visible .decided")).to_contain_text(words)
    page.reload()
    expect(page.locator(".card:visible .decided")).to_contain_text(words)
    assert page.locator("img").count() == 0
    assert "run" not in page.title()
    assert kept(archive) == [("3", "altered", "remark", words, "Ada")]


@in_a_browser
def test_keys_can_be_turned_off(page: Page, archive: Path) -> None:
    page.locator("#keys").uncheck()
    page.locator("#text").focus()
    page.keyboard.press("j")
    page.keyboard.press("a")
    assert heading(page) == "✗ [3] number differs"
    assert kept(archive) == []


@in_a_browser
@pytest.mark.parametrize("width", [360, 900, 1400])
def test_nothing_is_cut_off_at_any_width(width: int, page: Page) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    assert width == 900 or barriers(page, "dark" if width == 360 else "light") == ""
    for _ in range(14):
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        buttons = page.locator(".card:visible .choices button")
        assert all((box := buttons.nth(i).bounding_box()) and box["x"] + box["width"] <= width for i in range(3))
        page.keyboard.press("j")


@in_a_browser
def test_another_site_s_form_changes_nothing(page: Page, guard: Guard, archive: Path) -> None:
    """A page of elsewhere posts with the person's own browser, which holds the cookie."""
    key = str(page.locator(".card:visible").get_attribute("id")).removeprefix("f-")
    form = (
        f'<form method=post action="{base(guard)}/decide"><input name=finding value="{key}"><input name=choice value=accept></form>'
        "<script>document.forms[0].submit()</script>"
    )
    with Site(lambda _: Reply(form.encode())) as site:
        other = page.context.new_page()
        with other.expect_response(f"{base(guard)}/decide", timeout=HANG * 1000) as answered:
            other.goto(f"http://127.0.0.1:{site.port}/")
        assert answered.value.status == 403
        with other.expect_response(f"{base(guard)}/decide", timeout=HANG * 1000) as again:
            other.goto(f"http://localhost:{site.port}/")
        assert again.value.status == 403
        other.close()
    assert kept(archive) == []


@in_a_browser
def test_when_the_server_is_gone_the_page_says_so(browser: Browser, archive: Path) -> None:
    opened = browser.new_page()
    with reviewing(archive, NAME) as guard:
        opened.goto(guard.address)
    opened.keyboard.press("a")
    expect(opened.locator("#status")).to_contain_text("Nothing was kept: the server does not answer.")
    opened.close()
    assert kept(archive) == []
