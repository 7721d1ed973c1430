"""`verifier query`: whatever is asked, not one byte of the archive changes, and the answer comes in time."""

from __future__ import annotations

import hashlib
import shutil
from pathlib import Path

import pytest

from verifier import cli

ROOT = Path(__file__).resolve().parents[1]


@pytest.fixture
def archive(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return Path(shutil.copy(ROOT / "archive.db", tmp_path / "archive.db"))


def digest(folder: Path) -> dict[str, str]:
    return {p.name: hashlib.sha256(p.read_bytes()).hexdigest() for p in folder.iterdir() if p.is_file()}


ATTACKS = {
    "delete": "delete from findings",
    "delete behind with": "with x as (select 1) delete from findings",
    "insert": "insert into runs (verb) values ('x')",
    "replace": "replace into runs (id, verb) values (1, 'x')",
    "update": "update sources set url = ''",
    "drop": "drop table findings",
    "alter": "alter table runs add column x",
    "create": "create table x (y)",
    "create in memory": "create temp table x as select 1",
    "two statements": "select 1; delete from findings",
    "attach": "attach database 'other.db' as other",
    "detach": "detach database main",
    "vacuum": "vacuum",
    "vacuum into a file": "vacuum into 'copy.db'",
    "writable schema": "pragma writable_schema = on",
    "journal": "pragma journal_mode = wal",
    "user version": "pragma user_version = 9",
    "extension": "select load_extension('x')",
    "read a file": "select readfile('archive.db')",
    "write a file": "select writefile('out', 'x')",
    "a shadow of the index": "insert into texts_fts (texts_fts) values ('rebuild')",
    "begin": "begin immediate",
    "reindex": "reindex",
    "analyze": "analyze",
    "no end": "with recursive n(i) as (select 1 union all select i + 1 from n) select count(*) from n",
    "a cross join": "select count(*) from texts a, texts b, texts c, texts d, texts e, findings f, findings g, findings h, findings i",
    "a huge value": "select zeroblob(1000000000)",
    "growing replace": "select replace(replace(hex(zeroblob(100000)), '0', '0000000000'), '0', '0000000000')",
    "no sentence": "choose everything",
    "nothing": "",
    "a NUL": "select 1\0",
    "deep": "select " + "(" * 5000 + "1" + ")" * 5000,
    "long": "select '" + "x" * 200_000 + "'",
}  # fmt: skip


@pytest.mark.parametrize("attack", ATTACKS)
def test_no_question_changes_the_archive(attack: str, archive: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = digest(archive.parent)
    code = cli.run(["query", ATTACKS[attack]])
    said = capsys.readouterr()
    assert digest(archive.parent) == before
    assert code == 2, said.out
    assert said.err.startswith("error: ")
    assert "\nhint: " in said.err


def test_a_table_that_there_is_not_is_named(archive: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.run(["query", "reviews", "--db", str(archive)]) == 2
    assert capsys.readouterr().err.startswith("error: There is no table or view 'reviews'.\nhint: See the tables")


@pytest.mark.parametrize(
    "question",
    [
        "review",
        "select url, link from source_status order by url",
        "with lost as (select * from dead_links) select count(*) from lost",
        "select url from texts_fts join texts on texts.id = texts_fts.rowid join fetches on text_id = texts.id "
        "join sources on sources.id = source_id where texts_fts match 'gates'",
        "pragma table_info(sources)",
        "explain query plan select * from sources",
    ],
)
def test_reading_is_allowed(question: str, archive: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = digest(archive.parent)
    assert cli.run(["query", question, "--format", "json"]) == 0, capsys.readouterr().err
    assert digest(archive.parent) == before


def test_more_rows_than_asked_for_are_said(archive: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.run(["query", "select * from findings", "--db", str(archive), "--limit", "2"]) == 0
    said = capsys.readouterr()
    assert "2" in said.out + said.err
    assert "more" in (said.out + said.err).casefold()
