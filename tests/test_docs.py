"""Whatever is registered is documented, and the project says what it is in the same words everywhere."""

from __future__ import annotations

import re
import sqlite3
from contextlib import closing
from functools import reduce
from importlib import import_module
from pathlib import Path

import pytest

from verifier import __version__, cli
from verifier.commands import VERBS, load_verb
from verifier.documents import READERS
from verifier.judges import judge_names
from verifier.model import Link, QuotationVerdict, StatementVerdict
from verifier.pages import SIGNS
from verifier.reports import FORMATS, Kind, formats_of

ROOT = Path(__file__).resolve().parents[1]


def text(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


@pytest.mark.parametrize("verb", VERBS)
def test_every_verb_is_in_the_command_reference(verb: str) -> None:
    assert f"## verifier {verb}\n" in text("docs/commands.md")


def test_every_file_with_a_verb_is_registered() -> None:
    files = {path.stem.rstrip("_") for path in (ROOT / "verifier" / "commands").glob("*.py")} - {"__init__", "__init"}
    assert {name for name in files if hasattr(load_verb(name), "run")} == set(VERBS)


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


@pytest.mark.parametrize("verb", [verb for verb in VERBS if hasattr(load_verb(verb), "KIND")])
def test_the_help_names_every_format(
    verb: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "100")
    cli.run([verb, "--help"])
    said = " ".join(capsys.readouterr().out.split())
    assert f"What is printed: {', '.join(formats_of(load_verb(verb).KIND))}." in said


@pytest.mark.parametrize("name", FORMATS)
def test_a_format_writes_what_it_is_registered_for_and_nothing_else(name: str) -> None:
    module = import_module(FORMATS[name].module)
    assert [kind for kind in Kind if callable(getattr(module, kind, None))] == list(FORMATS[name].kinds)


def test_a_suffix_names_one_format() -> None:
    suffixes = [suffix for known in FORMATS.values() for suffix in known.suffixes]
    assert sorted(set(suffixes)) == sorted(suffixes)


def test_the_version_is_the_packages() -> None:
    assert f'version = "{__version__}"' in text("pyproject.toml") or 'dynamic = ["version"]' in text("pyproject.toml")


def test_every_judge_is_documented() -> None:
    page = text("docs/judges.md")
    assert [name for name in judge_names() if f"--judge {name}" not in page] == []


# `file.py`, or `file.py:function` with dots for a method, as the texts for developers name places in `verifier/`.
PLACE = re.compile(r"`([a-z_/]+)\.py(?::([\w.]+))?`")


@pytest.mark.parametrize("page", ["docs/design.md", "CONTRIBUTING.md"])
def test_every_place_in_the_code_that_a_text_names_is_there(page: str) -> None:
    places = {(file, name) for file, name in PLACE.findall(text(page)) if not file.startswith(("tests/", "examples/"))}
    assert places
    for file, name in places:
        assert (ROOT / "verifier" / f"{file}.py").is_file(), file
        module = import_module("verifier." + file.replace("/", ".").removesuffix(".__init__"))
        reduce(getattr, filter(None, name.split(".")), module)


@pytest.mark.parametrize("page", ["docs/design.md", "CONTRIBUTING.md"])
def test_every_file_beside_the_code_that_a_text_names_is_there(page: str) -> None:
    named = re.findall(r"`((?:tests|examples|benchmarks|docs)/[\w./]*)`|\]\(([\w./]+)\)", text(page))
    folder = (ROOT / page).parent
    assert [a or b for a, b in named if not (ROOT / a if a else folder / b).exists()] == []
