"""Ctrl-C, kill -9 and a full disk: every finished citation is kept, and the next run goes on where this one stopped."""

from __future__ import annotations

import json
import os
import signal
import sqlite3
import subprocess
import sys
import threading
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from verifier import cli

FAST, SLOW = 6, 3


class Site:
    """A loopback site: some pages answer at once, some wait until they are let go."""

    def __init__(self) -> None:
        self.asked: Counter[str] = Counter()
        self.pages: dict[str, str] = {}
        self.gate = threading.Event()
        site = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                site.asked[self.path] += 1
                if "slow" in self.path:
                    site.gate.wait(30)
                body = (
                    site.pages.get(self.path, "").encode()
                    or f"<html><title>{self.path}</title><p>The gates of {self.path} stayed open all the year.</p>".encode()
                )
                self.send_response(200)
                self.send_header("Content-Type", "text/html")
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, *_: object) -> None:
                """Say nothing."""

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.server.daemon_threads = True
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    @property
    def base(self) -> str:
        return f"http://127.0.0.1:{self.server.server_port}"

    def close(self) -> None:
        self.gate.set()
        self.server.shutdown()
        self.server.server_close()


@pytest.fixture
def site() -> Iterator[Site]:
    served = Site()
    yield served
    served.close()


def write_article(folder: Path, base: str) -> Path:
    pages = [f"/fast/{i}" for i in range(FAST)] + [f"/slow/{i}" for i in range(SLOW)]
    body = [f"The gates of {page} stayed open.[{i}]" for i, page in enumerate(pages, 1)]
    notes = [f"[{i}] “{page}”, Site, {base}{page}" for i, page in enumerate(pages, 1)]
    article = folder / "article.txt"
    article.write_text("\n\n".join([*body, *notes]) + "\n")
    return article


def start(article: Path | str, folder: Path | None = None) -> subprocess.Popen[bytes]:
    """`verifier check` of an article, in its folder."""
    command = [
        sys.executable,
        "-m",
        "verifier",
        "check",
        str(article),
        "--allow-private",
        "127.0.0.1",
        "--format",
        "json",
    ]
    return subprocess.Popen(command, cwd=folder or Path(article).parent, stdout=subprocess.PIPE, stderr=subprocess.PIPE)


def wait_until_kept(path: Path, count: int, *, seconds: float = 30) -> None:
    """Until the archive holds so many visits."""
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        if path.exists():
            try:
                with closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True, isolation_level=None)) as rows:
                    if rows.execute("select count(*) from fetches").fetchone()[0] >= count:
                        return
            except sqlite3.Error:
                pass
        time.sleep(0.05)
    raise AssertionError("the archive never held the visits")


@pytest.mark.parametrize("ending", [signal.SIGINT, signal.SIGTERM, signal.SIGKILL])
def test_a_run_that_ends_early_keeps_what_it_has(ending: signal.Signals, site: Site, tmp_path: Path) -> None:
    article, archive = write_article(tmp_path, site.base), tmp_path / "archive.db"
    run = start(article)
    wait_until_kept(archive, FAST)
    run.send_signal(ending)
    out, err = run.communicate(timeout=30)
    assert b"Traceback" not in err
    if ending is signal.SIGINT:
        assert run.returncode == 130
        assert json.loads(out)["finished"] is False
    with closing(sqlite3.connect(archive, isolation_level=None)) as rows:
        assert rows.execute("pragma integrity_check").fetchone() == ("ok",)
        assert rows.execute("pragma foreign_key_check").fetchall() == []
        assert rows.execute("select count(*) from fetches").fetchone()[0] >= FAST
    assert {p.name for p in tmp_path.iterdir()} == {"article.txt", "archive.db"}

    before = dict(site.asked)
    site.gate.set()
    out, err = start(article).communicate(timeout=60)
    result = json.loads(out)
    assert result["finished"] is True, err
    assert {c["family"] for c in result["citations"]} == {"found"}
    again = {page for page in before if "fast" in page and site.asked[page] > before[page]}
    assert again == set()


NOTE = "It grew by a third.[1]\n\n[1] “A Title”, Site, https://site.example/a\n"


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no /dev/full")
def test_a_full_disk_under_the_result_is_said(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(NOTE)
    command = f"{sys.executable} -m verifier extract a.txt > /dev/full"
    done = subprocess.run(["/bin/sh", "-c", command], cwd=tmp_path, capture_output=True, timeout=60, check=False)
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


def test_an_article_on_a_site_is_fetched_and_checked(site: Site, tmp_path: Path) -> None:
    site.pages["/article"] = (
        "<article><p>The gates of /fast/1 stayed open all the year.[1]</p>"
        f"<p>[1] “/fast/1”, Site, {site.base}/fast/1</p></article>"
    )
    out, err = start(f"{site.base}/article", tmp_path).communicate(timeout=60)
    result = json.loads(out)
    assert result["document"]["name"] == f"{site.base}/article", err
    assert [c["family"] for c in result["citations"]] == ["found"]
