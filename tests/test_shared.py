"""Against what others wrote and serve: a real article, and a loopback web of misbehaving pages.

Both lie beside the project and are not part of it; where they are absent these tests are skipped.
"""

from __future__ import annotations

import importlib
import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from verifier.model import Link, LinkStatus

SHARED = Path(os.environ.get("VERIFIER_SHARED", Path(__file__).resolve().parents[2] / "shared"))
ARTICLE = SHARED / "seed" / "article.txt"

needs_article = pytest.mark.skipif(not ARTICLE.is_file(), reason=f"no article at {ARTICLE}")
needs_web = pytest.mark.skipif(not (SHARED / "testweb").is_dir(), reason=f"no web of pages at {SHARED / 'testweb'}")


def verifier(*arguments: str | Path, cwd: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "verifier", *map(str, arguments)]
    return subprocess.run(command, cwd=cwd, capture_output=True, text=True, timeout=170, check=False)


@needs_article
def test_a_real_articles_notes_are_read(tmp_path: Path) -> None:
    done = verifier("extract", ARTICLE, "--format", "json", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    result = json.loads(done.stdout)
    citations = [c for note in result["notes"] for c in note["citations"]]
    assert [n["label"] for n in result["notes"]] == [m["label"] for m in result["marks"]] == ["i", "ii", "iii", "iv"]
    assert [m["note"] for m in result["marks"]] == [0, 1, 2, 3]
    assert all(c["title"] and c["container_title"] and c["url"].startswith("https://") for c in citations)
    assert all(re.fullmatch(r"2024-10-0\d", c["accessed"]) for c in citations)
    assert len(citations) == 4
    quoted = {q["text"] for c in result["claims"] for q in c["quotations"]}
    assert {"pragmatic interaction", "terrorist organizations"} <= quoted
    assert all(c["context"] for c in result["claims"])
    assert result["problems"] == []


@needs_article
def test_a_real_article_offline_says_nothing_of_its_claims(tmp_path: Path) -> None:
    done = verifier("check", ARTICLE, "--offline", "--format", "json", cwd=tmp_path)
    assert done.returncode == 3, done.stderr
    result = json.loads(done.stdout)
    assert {c["family"] for c in result["citations"]} == {"cannot_tell"}
    assert all(c["link_reason"] for c in result["citations"])
    assert result["findings"] == []


# --- the web of misbehaving pages -------------------------------------------------------------


@pytest.fixture(scope="module")
def web() -> Iterator[Any]:
    sys.path.insert(0, str(SHARED))
    try:
        module = importlib.import_module("testweb")
    finally:
        sys.path.remove(str(SHARED))
    with module.TestWeb() as served:
        yield served


EVERY = 4  # of the table, which the evaluation measures whole


@needs_web
@pytest.mark.parametrize("group", ["present", "gone"])
def test_pages_that_are_there_and_pages_that_are_gone(group: str, web: Any, tmp_path: Path) -> None:
    chosen = {b["url"]: LinkStatus(Link(b["truth"]), "", "").family for b in web.table() if b["group"] == group}
    chosen = dict(list(chosen.items())[::EVERY])
    article = tmp_path / "article.txt"
    lines = [f"A sentence of the river.[{i}]" for i in range(1, len(chosen) + 1)]
    notes = [f"[{i}] “A page”, Site, {url}" for i, url in enumerate(chosen, 1)]
    article.write_text("\n\n".join([*lines, *notes]) + "\n")
    options = ("--format", "json", "--memento", "never", "--allow-private", "127.0.0.0/8")
    done = verifier("check", article, *options, cwd=tmp_path)
    assert done.returncode in (0, 1), done.stderr
    families = {c["url"]: c["family"] for c in json.loads(done.stdout)["citations"]}
    assert families == chosen


@needs_web
def test_no_private_address_without_permission(web: Any, tmp_path: Path) -> None:
    done = verifier("archive", web.table()[0]["url"], "--format", "json", "--memento", "never", cwd=tmp_path)
    assert "unsafe" in done.stdout, done.stdout
    assert done.returncode != 0 or "cannot_tell" in done.stdout
