"""What `verifier datasette` tells Datasette: everything it names is there, every question runs, and every column says what it is."""

from __future__ import annotations

import json
import sqlite3
from pathlib import Path
from typing import Any

import pytest

from verifier import cli

ROOT = Path(__file__).resolve().parents[1]
OWN = "name not like 'sqlite_%' and name not like 'texts_fts%' and name not like '\\_%' escape '\\'"


@pytest.fixture
def database() -> sqlite3.Connection:
    return sqlite3.connect(f"file:{ROOT / 'archive.db'}?mode=ro", uri=True)


@pytest.fixture
def told(capsys: pytest.CaptureFixture[str]) -> dict[str, Any]:
    assert cli.run(["datasette", "--db", str(ROOT / "archive.db")]) == 0
    said: dict[str, Any] = json.loads(capsys.readouterr().out)["databases"]["archive"]
    return said


def test_every_table_and_view_is_described(told: dict[str, Any], database: sqlite3.Connection) -> None:
    there = {
        row[0] for row in database.execute(f"select name from sqlite_master where type in ('table', 'view') and {OWN}")
    }
    assert set(told["tables"]) == there | {"_sqlite_migrations"}
    assert all(table["description"].endswith(".") for table in told["tables"].values())


def test_the_columns_that_are_named_are_there(told: dict[str, Any], database: sqlite3.Connection) -> None:
    for name, table in told["tables"].items():
        columns = {row[1] for row in database.execute(f"pragma table_info({name})")}
        named = {
            table.get("label_column"),
            table.get("sort_desc"),
            *table.get("facets", ()),
            *table.get("columns", {}),
        } - {None}
        assert named <= columns, name


def test_columns_that_were_added_say_what_they_are(told: dict[str, Any]) -> None:
    assert told["tables"]["texts"]["columns"]["extent"] == "whole, part, stand_in, shell, wall"
    assert told["tables"]["bodies"]["columns"]["content"] == "zstd"
    assert told["tables"]["citations"]["columns"]["refers_to"].startswith("the label of the note")


def test_every_question_is_answered(told: dict[str, Any], database: sqlite3.Connection) -> None:
    assert len(told["queries"]) >= 10
    url = database.execute("select url from sources order by id limit 1").fetchone()[0]
    for name, question in told["queries"].items():
        assert question["title"].endswith("?")
        rows = database.execute(question["sql"], {"words": "gates", "url": url, "day": "2025-01-01"}).fetchall()
        # Nothing of the kind is in the example.
        assert rows or name in {"references_that_differ", "without_an_address", "changed_since_a_day"}, name


def test_it_is_written_to_a_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.run(["datasette", "--db", str(ROOT / "archive.db"), "-o", str(tmp_path / "metadata.json")]) == 0
    assert capsys.readouterr().out == ""
    assert "archive" in json.loads((tmp_path / "metadata.json").read_text(encoding="utf-8"))["databases"]


def test_without_datasette_it_says_how_to_get_it(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert cli.run(["datasette", "--db", str(ROOT / "archive.db"), "--serve"]) == 2
    assert "pipx install datasette" in capsys.readouterr().err


def test_every_id_is_a_foreign_key_and_every_table_named_by_one_has_a_label(
    told: dict[str, Any], database: sqlite3.Connection
) -> None:
    """So that Datasette shows the name of a row in place of its number."""
    tables = [
        name for (name,) in database.execute("select name from pragma_table_list where strict and schema = 'main'")
    ]
    assert len(tables) > 20
    for table in tables:
        keys = {row[3]: row[2] for row in database.execute(f"pragma foreign_key_list({table})")}
        named = {row[1] for row in database.execute(f"pragma table_info({table})") if row[1].endswith("_id")}
        assert named == set(keys), table
        assert all(told["tables"][other].get("label_column") for other in keys.values()), table
