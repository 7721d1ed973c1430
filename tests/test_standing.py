"""An article that is what it was, checked again the same day: its report stands, and nothing is read; what changes is read."""

from __future__ import annotations

import json
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from support.program import verifier
from support.sites import Asked, Reply, Site

PAGE = (
    b"<!doctype html><title>Weir</title><p>The keeper counted forty eels below the weir that night, and wrote it down."
)
MD = "The keeper “counted forty eels below the weir” that night.[^1]\n\n[^1]: “Weir”, {base}/weir\n"
TEX = "The keeper ``counted forty eels below the weir'' that night \\cite{{weir}}.\n\\bibliography{{refs}}\n"
BIB = "@misc{{weir, title={{Weir}}, url={{{base}/weir}}}}\n"
OPTIONS = ["--db", "a.db", "--allow-private", "127.0.0.0/8", "-f", "json"]
# Says on stderr what was loaded to read articles and to look at their sources.
RUN = "import sys; from verifier.cli import run\ntry: run()\nfinally: print([m for m in ('verifier.documents', 'verifier.matching') if m in sys.modules], file=sys.stderr)"


class Desk:
    """A folder with an article, and the site that it cites."""

    def __init__(self, folder: Path, site: Site, asked: list[str]) -> None:
        self.folder, self.site, self.asked = folder, site, asked
        self.put("a.md", MD)

    def put(self, name: str, text: str) -> None:
        (self.folder / name).write_text(text.format(base=self.site.base), encoding="utf-8")

    def check(self, *arguments: str) -> Any:
        """The report."""
        return _report(verifier("check", *arguments, *OPTIONS, cwd=self.folder))

    def look(self, *arguments: str) -> tuple[list[str], Any]:
        """What a process of its own loaded for a check, and the report."""
        command = [sys.executable, "-c", RUN, "check", *arguments, *OPTIONS]
        done = subprocess.run(command, cwd=self.folder, capture_output=True, check=False)
        return json.loads(done.stderr.decode().splitlines()[-1].replace("'", '"')), _report(done)


def _report(done: subprocess.CompletedProcess[bytes]) -> Any:
    assert done.returncode in (0, 1), done.stderr.decode()
    found = json.loads(done.stdout)
    for report in found if isinstance(found, list) else [found]:
        report.pop("changes")  # since the check before
    return found


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    asked: list[str] = []

    def answer(request: Asked) -> Reply:
        asked.append(request.path)
        return Reply(PAGE)

    with Site(answer) as site:
        yield Desk(tmp_path, site, asked)


def test_the_report_of_an_article_that_did_not_change_stands(desk: Desk) -> None:
    first = desk.check("a.md")
    loaded, again = desk.look("./a.md")
    assert loaded == []
    assert again == first
    assert len(desk.asked) == 1


def test_of_several_the_one_that_changed_is_read(desk: Desk) -> None:
    desk.put("b.md", MD.replace("forty", "fifty"))
    first = desk.check("a.md", "b.md")
    loaded, again = desk.look("./b.md", "./a.md")
    assert (loaded, again) == ([], first[::-1])
    desk.put("b.md", MD)
    loaded, later = desk.look("a.md", "b.md")
    assert loaded
    assert later[0] == first[0]
    assert [report["findings"][0]["verdict"] for report in (first[1], later[1])] == ["altered", "verbatim"]


# What is another than before, the options of both runs.
CHANGES: dict[str, tuple[Callable[[Desk], object], list[str], list[str]]] = {
    "the article": (lambda desk: desk.put("a.md", MD + "\nMore.\n"), ["a.md"], ["a.md"]),
    "the links are read, too": (lambda _: None, ["a.md"], ["a.md", "--links"]),
    "uncited sentences are listed": (lambda _: None, ["a.md"], ["a.md", "--uncited"]),
    "the age that is allowed": (lambda _: None, ["a.md"], ["a.md", "--max-age", "0s"]),
    "another file of the same bytes": (lambda desk: desk.put("c.md", MD), ["a.md"], ["c.md"]),
}


@pytest.mark.parametrize("change", CHANGES)
def test_what_changes_is_read_again(desk: Desk, change: str) -> None:
    alter, first, second = CHANGES[change]
    desk.check(*first)
    alter(desk)
    loaded, _ = desk.look(*second)
    assert loaded == ["verifier.documents", "verifier.matching"]


def test_files_beside_an_article_are_looked_at_each_time(desk: Desk) -> None:
    desk.put("a.tex", TEX)
    desk.put("refs.bib", BIB)
    first = desk.check("a.tex")
    assert first["findings"]
    desk.put("refs.bib", BIB.replace("/weir}", "/other}"))
    loaded, _ = desk.look("a.tex")
    assert "verifier.documents" in loaded
    assert desk.asked == ["/weir", "/other"]


def test_a_report_by_another_program_does_not_stand(desk: Desk) -> None:
    desk.check("a.md")
    with closing(sqlite3.connect(desk.folder / "a.db", isolation_level=None)) as archive:
        archive.execute("update reports set read_by = 'older'")
    loaded, _ = desk.look("a.md")
    assert "verifier.documents" in loaded
