"""The first minutes: the name of the program alone, what an answer means, completion, the manual, the example left alone."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from make_manual import manual
from support.program import verifier

from verifier.commands import VERBS
from verifier.commands.welcome import explain, find_article
from verifier.reports.words import LABELS

ROOT = Path(__file__).resolve().parents[1]

# The files of a folder, and the one that is taken for the article.
FOLDERS: dict[str, tuple[list[str], str | None]] = {
    "nothing": ([], None),
    "a draft": (["draft.docx"], "draft.docx"),
    "a draft among others": (["notes.txt", "plan.png", "draft.docx", "old.pdf"], "draft.docx"),
    "a Markdown page": (["README.md", "CHANGELOG.md", "gates.md"], "gates.md"),
    "what is about a program": (["README.md", "LICENSE.txt", "requirements.txt"], None),
    "our own report": (["report.html"], None),
    "locks and hidden files": (["~$draft.docx", ".draft.md"], None),
    "no article": (["table.xlsx", "plan.png"], None),
}


@pytest.mark.parametrize("case", FOLDERS)
def test_the_article_at_hand_is_found(case: str, tmp_path: Path) -> None:
    files, expected = FOLDERS[case]
    for name in files:
        (tmp_path / name).write_text("x")
    assert find_article(tmp_path) == expected


def test_the_program_alone_says_what_to_do_with_the_file_at_hand(tmp_path: Path) -> None:
    (tmp_path / "my draft.docx").write_text("x")
    done = verifier(cwd=tmp_path)
    assert 'verifier check "my draft.docx" -o report.html' in done.stdout.decode()
    assert done.returncode == 2


@pytest.mark.parametrize(
    ("word", "begins"),
    [
        ("altered", "words differ (altered)"),
        ("number differs", "words differ (altered)"),
        ("soft_404", "page not there, says OK (soft_404)"),
        ("soft 404", "page not there, says OK (soft_404)"),
        ("SOFT-404", "page not there, says OK (soft_404)"),
        ("date differs", "number, date or name differs (item_conflict)"),
        ("  behind a wall ", "behind a wall (blocked)"),
        ("not_looked_at", "not looked at (not_looked_at)"),
    ],
)
def test_an_answer_is_explained_by_either_of_its_names(word: str, begins: str) -> None:
    said = explain(word)
    assert said.startswith(begins)
    assert len(said.splitlines()) >= 2


def test_every_answer_is_explained() -> None:
    assert all(explain(str(word)) for word in LABELS)


def test_an_answer_that_there_is_not_leads_to_the_nearest(tmp_path: Path) -> None:
    done = verifier("--explain", "not fuond", cwd=tmp_path)
    assert done.returncode == 2
    assert "Did you mean “not_found”?" in done.stderr.decode()


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_shells_can_complete_it(shell: str, tmp_path: Path) -> None:
    done = verifier("--show-completion", shell, cwd=tmp_path)
    assert done.returncode == 0
    assert "verifier" in done.stdout.decode().lower()


def test_the_manual_holds_every_verb_and_is_up_to_date() -> None:
    page = manual()
    assert all(f".SH {verb.upper()}\n" in page for verb in VERBS)
    assert (ROOT / "docs" / "verifier.1").read_text(encoding="utf-8") == page, "run make docs"


def test_no_run_changes_the_example_archive(tmp_path: Path) -> None:
    shutil.copy(ROOT / "archive.db", tmp_path / "archive.db")
    shutil.copy(ROOT / "examples" / "article.md", tmp_path / "article.md")
    before = (tmp_path / "archive.db").read_bytes()
    for arguments in (
        ["check", "article.md", "--offline"],
        ["recheck"],
        ["archive", "https://a.example/", "--offline"],
    ):
        done = verifier(*arguments, cwd=tmp_path)
        assert done.returncode == 2
        assert "is the example that comes with verifier" in done.stderr.decode()
        assert "--db mine.db" in done.stderr.decode()
    assert verifier("query", "review", cwd=tmp_path).returncode == 0
    assert (tmp_path / "archive.db").read_bytes() == before


def test_what_is_wrong_with_the_article_is_said_before_what_is_wrong_with_the_archive(tmp_path: Path) -> None:
    (tmp_path / "a.docx").write_bytes(b"no Word file")
    (tmp_path / "archive.db").write_bytes(b"no archive")
    article = verifier("check", "a.docx", cwd=tmp_path)
    (tmp_path / "a.md").write_text("It grew.[^1]\n\n[^1]: “Growth”, https://site.example/a\n", encoding="utf-8")
    archive = verifier("check", "a.md", cwd=tmp_path)
    assert (article.returncode, archive.returncode) == (2, 2)
    assert b"a.docx" in article.stderr
    assert b"archive.db is not an archive" in archive.stderr
    assert (tmp_path / "archive.db").read_bytes() == b"no archive"
