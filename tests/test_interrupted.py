"""Ctrl-C, kill -9 and a full disk: every finished citation is kept, and the next run goes on where this one stopped."""

from __future__ import annotations

import json
import os
import signal
import sqlite3
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import closing, suppress
from pathlib import Path

import pytest
from support.limits import HANG
from support.program import start_verifier, verifier
from support.sites import Asked, Reply, Site

from verifier import cli

# So many slow pages that the program's own time limits do not end the run first, however slow the machine is.
FAST, SLOW = 6, 12
OPTIONS = ["--allow-private", "127.0.0.1", "--format", "json"]


class Pages:
    """Some pages are answered at once, some wait until they are let go."""

    def __init__(self) -> None:
        self.gate = threading.Event()
        self.own: dict[str, str] = {}

    def __call__(self, asked: Asked) -> Reply:
        if "slow" in asked.path:
            self.gate.wait(HANG)
        story = f"<html><title>{asked.path}</title><p>The gates of {asked.path} stayed open all the year.</p>"
        return Reply(self.own.get(asked.path, story).encode())


@pytest.fixture
def pages() -> Iterator[Pages]:
    answering = Pages()
    yield answering
    answering.gate.set()


@pytest.fixture
def site(pages: Pages) -> Iterator[Site]:
    with Site(pages) as served:
        yield served


def write_article(folder: Path, base: str) -> Path:
    pages = [f"/fast/{i}" for i in range(FAST)] + [f"/slow/{i}" for i in range(SLOW)]
    body = [f"The gates of {page} stayed open.[{i}]" for i, page in enumerate(pages, 1)]
    notes = [f"[{i}] “{page}”, Site, {base}{page}" for i, page in enumerate(pages, 1)]
    article = folder / "article.txt"
    article.write_text("\n\n".join([*body, *notes]) + "\n")
    return article


def start(article: Path | str, folder: Path) -> subprocess.Popen[bytes]:
    """`verifier check` of an article on the site."""
    return start_verifier("check", article, *OPTIONS, cwd=folder)


def wait_until_kept(path: Path, count: int, run: subprocess.Popen[bytes]) -> None:
    """Until the archive holds so many visits; that the program ends before is an error."""
    while run.poll() is None:
        if path.exists() and _kept(path) >= count:
            return
        with suppress(subprocess.TimeoutExpired):
            run.wait(0.05)
    raise AssertionError(f"it ended before the archive held the visits: {run.communicate()!r}")


def _kept(path: Path) -> int:
    try:
        with closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True, isolation_level=None)) as rows:
            return int(rows.execute("select count(*) from fetches").fetchone()[0])
    except sqlite3.Error:  # not made yet, or being written
        return 0


@pytest.mark.parametrize("ending", [signal.SIGINT, signal.SIGTERM, signal.SIGKILL])
def test_a_run_that_ends_early_keeps_what_it_has(
    ending: signal.Signals, site: Site, pages: Pages, tmp_path: Path
) -> None:
    article, archive = write_article(tmp_path, site.base), tmp_path / "archive.db"
    run = start(article, tmp_path)
    wait_until_kept(archive, FAST, run)
    run.send_signal(ending)
    out, err = run.communicate(timeout=HANG)
    assert b"Traceback" not in err
    if ending is signal.SIGINT:
        assert run.returncode == 130
        assert json.loads(out)["finished"] is False
    with closing(sqlite3.connect(archive, isolation_level=None)) as rows:
        assert rows.execute("pragma integrity_check").fetchone() == ("ok",)
        assert rows.execute("pragma foreign_key_check").fetchall() == []
        assert rows.execute("select count(*) from fetches").fetchone()[0] >= FAST
    assert {p.name for p in tmp_path.iterdir()} == {"article.txt", "archive.db"}

    before = len(site.asked)
    pages.gate.set()
    done = verifier("check", article, *OPTIONS, cwd=tmp_path)
    result = json.loads(done.stdout)
    assert result["finished"] is True, done.stderr
    assert {c["family"] for c in result["citations"]} == {"found"}
    assert [asked.path for asked in site.asked[before:] if "fast" in asked.path] == []


NOTE = "It grew by a third.[1]\n\n[1] “A Title”, Site, https://site.example/a\n"


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no /dev/full")
def test_a_full_disk_under_the_result_is_said(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(NOTE)
    command = f"{sys.executable} -m verifier extract a.txt > /dev/full"
    done = subprocess.run(["/bin/sh", "-c", command], cwd=tmp_path, capture_output=True, timeout=HANG, check=False)
    assert done.returncode == 2
    assert done.stderr.startswith(b"error: ")
    assert b"\nhint: " in done.stderr
    assert b"Traceback" not in done.stderr


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")
def test_a_folder_nobody_may_write_to_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    article = tmp_path / "a.txt"
    article.write_text(NOTE)
    closed = tmp_path / "closed"
    closed.mkdir(mode=0o500)
    assert cli.run(["check", str(article), "--offline", "--db", str(closed / "a.db")]) == 2
    assert "hint: " in capsys.readouterr().err


def test_a_report_is_written_whole_or_not_at_all(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    article, report = tmp_path / "a.txt", tmp_path / "report.html"
    article.write_text(NOTE)
    report.mkdir()
    assert cli.run(["check", str(article), "--offline", "--db", str(tmp_path / "a.db"), "-o", str(report)]) == 2
    assert "cannot be written" in capsys.readouterr().err
    assert sorted(p.name for p in tmp_path.iterdir()) == ["a.db", "a.txt", "report.html"]


def test_an_article_on_a_site_is_fetched_and_checked(site: Site, pages: Pages, tmp_path: Path) -> None:
    pages.own["/article"] = (
        "<article><p>The gates of /fast/1 stayed open all the year.[1]</p>"
        f"<p>[1] “/fast/1”, Site, {site.base}/fast/1</p></article>"
    )
    done = verifier("check", f"{site.base}/article", *OPTIONS, cwd=tmp_path)
    result = json.loads(done.stdout)
    assert result["document"]["name"] == f"{site.base}/article", done.stderr
    assert [c["family"] for c in result["citations"]] == ["found"]
