"""Several articles in one run: files, folders, patterns; what cannot be read is left out and said, and the rest goes on."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from support.program import verifier
from support.sites import Asked, Reply, Site

PAGE = "<html><head><title>Gates</title></head><body><article><p>{}</p></article></body></html>"
TEXT = "The old gates of the lower basin were closed for three winters, and the boats went round by the mill."
ARTICLE = "The report says that “the boats went round by the mill”.[^1]\n\n[^1]: “Gates”, {}/{}\n"


@pytest.fixture
def site() -> Iterator[Site]:
    def answer(asked: Asked) -> Reply:
        gone = asked.path.startswith("/gone")
        return Reply(b"", 404) if gone else Reply(PAGE.format(TEXT).encode())

    with Site(answer) as served:
        yield served


@pytest.fixture
def desk(tmp_path: Path, site: Site) -> Path:
    """A folder as editors have them: two articles, one below, a page that cites nothing, locks, pictures."""
    folder = tmp_path / "drafts"
    (folder / "old" / ".git").mkdir(parents=True)
    (folder / "a.md").write_text(ARTICLE.format(site.base, "a"))
    (folder / "b.md").write_text(ARTICLE.format(site.base, "gone"))
    (folder / "old" / "c.md").write_text(ARTICLE.format(site.base, "c"))
    (folder / "readme.md").write_text("Nothing is cited here.\n")
    (folder / "~$a.docx").write_bytes(b"\x05lock")
    (folder / "empty.html").write_text("")
    (folder / "plan.png").write_bytes(b"\x89PNG")
    (folder / "old" / ".git" / "d.md").write_text(ARTICLE.format(site.base, "d"))
    return tmp_path


# What is named, the articles that are checked, what is left out (a piece of each line), the exit code.
NAMED: dict[str, tuple[list[str], list[str], list[str], int]] = {
    "a folder": (
        ["drafts"],
        ["drafts/a.md", "drafts/b.md", "drafts/old/c.md"],
        ["readme.md: No notes", "empty.html: is empty"],
        1,
    ),
    "a folder with one article": (["drafts/old"], ["drafts/old/c.md"], [], 0),
    "a pattern that no shell filled in": (["drafts/*.md"], ["drafts/a.md", "drafts/b.md"], ["readme.md: No notes"], 1),
    "a pattern through folders": (["drafts/**/c.md"], ["drafts/old/c.md"], [], 0),
    "a file and the folder it is in": (["drafts/old/c.md", "drafts/old"], ["drafts/old/c.md"], [], 0),
    "one of them is not there": (["drafts/a.md", "drafts/x.md"], ["drafts/a.md"], ["drafts/x.md: There is no file"], 2),
    "the lock of an open file": (["drafts/a.md", "drafts/~$a.docx"], ["drafts/a.md"], ["~$a.docx"], 0),
    "one of them cites nothing": (["drafts/a.md", "drafts/readme.md"], ["drafts/a.md"], ["readme.md: No notes"], 0),
    "a path written otherwise": (["./drafts/../drafts/a.md", "drafts/a.md"], ["drafts/a.md"], [], 0),
}


@pytest.mark.parametrize("case", NAMED)
def test_what_is_named_is_checked_and_the_rest_is_said(case: str, desk: Path) -> None:
    named, checked, left_out, code = NAMED[case]
    done = verifier("check", *named, "-f", "json", "--allow-private", "127.0.0.1", cwd=desk)
    found = json.loads(done.stdout)
    assert isinstance(found, list), "several were meant, however many there are"
    assert [one["document"]["name"].replace("\\", "/") for one in found] == checked
    said = [line for line in done.stderr.decode().splitlines() if line.startswith("left out: ")]
    assert len(said) == len(left_out)
    assert all(any(piece in line for line in said) for piece in left_out), said
    assert done.returncode == code


NOTHING: dict[str, tuple[list[str], str]] = {
    "an empty folder": (["bare"], "There is no article in bare"),
    "a pattern of nothing": (["drafts/*.tex"], "There is no article in drafts/*.tex"),
    "only what cites nothing": (["drafts/readme.md", "drafts/empty.html"], "Nothing was found to look at"),
    "one that cites nothing": (["drafts/readme.md"], "No notes were found in drafts/readme.md"),
}


@pytest.mark.parametrize("case", NOTHING)
def test_a_run_in_which_nothing_can_be_looked_at_is_none(case: str, desk: Path) -> None:
    (desk / "bare").mkdir()
    named, said = NOTHING[case]
    done = verifier("check", *named, cwd=desk)
    assert done.returncode == 2
    assert said in done.stderr.decode()
    assert not (desk / "archive.db").exists()


def test_one_named_article_is_one_object_and_is_known_by_any_of_its_paths(desk: Path) -> None:
    done = verifier("check", "drafts/a.md", "-f", "json", "--allow-private", "127.0.0.1", cwd=desk)
    assert json.loads(done.stdout)["document"]["name"] == str(Path("drafts/a.md"))
    for name in ("./drafts/a.md", "drafts/../drafts/a.md", str(desk / "drafts" / "a.md")):
        again = verifier("report", name, "-f", "json", cwd=desk)
        assert json.loads(again.stdout)["document"]["name"] == str(Path("drafts/a.md")), name


def test_the_text_ends_with_what_all_come_to(desk: Path) -> None:
    done = verifier("check", "drafts", "--allow-private", "127.0.0.1", cwd=desk)
    last = done.stdout.decode().strip().splitlines()[-1]
    assert last.startswith("Together: 3 articles, 3 citations; 1 problem, 2 nothing wrong found")
    assert "Problems in: drafts/b.md" in last.replace("\\", "/")


def test_findings_are_said_as_they_come_on_stderr(desk: Path) -> None:
    done = verifier("check", "drafts/b.md", "-f", "json", "--allow-private", "127.0.0.1", cwd=desk)
    assert done.stderr.decode().startswith("✗ [1] ")
    quiet = verifier("check", "drafts/b.md", "--quiet", "--allow-private", "127.0.0.1", cwd=desk)
    assert (quiet.stdout, quiet.stderr, quiet.returncode) == (b"", b"", 1)
