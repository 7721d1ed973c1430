"""Whatever is registered is documented, and the project says what it is in the same words everywhere."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from contextlib import closing
from pathlib import Path

import pytest

from verifier import __version__, cli, reports
from verifier.documents import READERS
from verifier.judges import judge_names
from verifier.model import Link, QuotationVerdict, StatementVerdict
from verifier.pages import SIGNS

ROOT = Path(__file__).resolve().parents[1]


def text(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


@pytest.mark.parametrize("verb", cli.VERBS)
def test_every_verb_is_in_the_command_reference(verb: str) -> None:
    assert f"## verifier {verb}\n" in text("docs/commands.md")


@pytest.mark.parametrize("word", [*Link, *QuotationVerdict, *StatementVerdict])
def test_every_word_of_an_answer_is_explained(word: str) -> None:
    assert f"| `{word}` |" in text("README.md")


def test_every_sign_is_in_the_table_of_links() -> None:
    page = text("docs/links.md")
    assert [s.name for s in SIGNS if f"| `{s.name}` |" not in page] == []


def test_every_table_and_view_is_in_the_schema() -> None:
    with closing(sqlite3.connect(f"file:{ROOT / 'archive.db'}?mode=ro", uri=True, isolation_level=None)) as connection:
        names = [n for (n,) in connection.execute("select name from sqlite_master where type in ('table', 'view')")]
    page = text("docs/schema.md")
    hidden = ("texts_fts", "sqlite_", "_sqlite")
    assert [n for n in names if n not in page and not n.startswith(hidden)] == []


def test_every_document_format_is_named() -> None:
    page = text("docs/notes.md").casefold()
    assert [f for f in READERS if f.casefold() not in page] == []


@pytest.mark.parametrize(
    ("verb", "formats"),
    [
        ("check", reports.CHECK),
        ("report", reports.CHECK),
        ("extract", reports.EXTRACT),
        ("recheck", reports.RECHECK),
        ("archive", reports.VISITS),
        ("search", reports.SEARCH),
        ("show", reports.SHOW),
        ("query", reports.QUERY),
    ],
)
def test_the_help_names_every_format(
    verb: str, formats: Iterable[str], capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "100")
    cli.run([verb, "--help"])
    said = " ".join(capsys.readouterr().out.split())
    assert f"What is printed: {', '.join(formats)}." in said


def test_the_version_is_the_packages() -> None:
    assert f'version = "{__version__}"' in text("pyproject.toml") or 'dynamic = ["version"]' in text("pyproject.toml")


def test_every_judge_is_documented() -> None:
    page = text("docs/judges.md")
    assert [name for name in judge_names() if f"--judge {name}" not in page] == []
