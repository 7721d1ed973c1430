"""Archives of every schema there ever was: every verb works on them, and who only reads changes no byte."""

from __future__ import annotations

import shutil
import sqlite3
import tempfile
from contextlib import closing
from datetime import UTC, datetime
from functools import cache
from inspect import signature
from pathlib import Path

import pytest
import requests
from sqlite_utils import Database
from support.limits import HANG
from support.reviewing import reviewing

from verifier import cli
from verifier.archive import Archive, older
from verifier.archive.schema import DERIVED, known, migrations
from verifier.commands import VERBS, load_verb

ROOT = Path(__file__).resolve().parents[1]
EXAMPLES = ROOT / "examples"
KEPT = sorted((ROOT / "tests" / "archives").glob("*.db"))
CAPTURES = ["--replay", str(EXAMPLES / "sources.warc.gz")]

READING = {
    "report": ["report", "--format", "json"],
    "changes": ["changes", "--since", "2100-01-01"],
    "search": ["search", "gates"],
    "show": ["show", "https://growers.example/news/what-the-drought-took"],
    "history": ["history", "https://growers.example/news/what-the-drought-took"],
    "query": ["query", "opinions"],
    "datasette": ["datasette"],
    "verify": ["verify"],
    "schedule": ["schedule", "cron"],
}
# Verbs that read, and write a file of their own beside it.
COPYING = {
    "export": [["export", f"{{}}/export{suffix}"] for suffix in (".warc.gz", ".wacz", ".csv", ".jsonl", "")],
    "backup": [["backup", "{}/copy.db"]],
}
WRITING = {
    "decide": ["decide", "3", "accept", "As the author wants it."],
    "merge": ["merge", str(ROOT / "archive.db")],
    "prune": ["prune", "--keep", "1", "--yes"],
    "check": ["check", str(EXAMPLES / "article.md"), *CAPTURES, "--max-age", "0s", "--quiet"],
    "archive": ["archive", "https://growers.example/news/what-the-drought-took", *CAPTURES],
    "recheck": ["recheck", *CAPTURES, "--older-than", "0s"],
    "import": ["import", str(EXAMPLES / "article.html"), "--url", "https://growers.example/news/what-the-drought-took"],
}
# Verbs that serve until they are ended: `test_the_review_page_decides_in_an_old_archive` does what their pages do.
SERVING = {"review"}
ENDS = {"check": 1, "report": 1}


@pytest.fixture(params=KEPT, ids=lambda path: path.stem)
def old(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy in a folder of its own, where the program looks for it."""
    monkeypatch.chdir(tmp_path)
    return Path(shutil.copy(request.param, tmp_path / "archive.db"))


def rows(path: Path) -> dict[str, list[dict[str, object]]]:
    with closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as connection:
        tables = [t for t in Database(connection).tables if not t.name.startswith(("texts_fts", "sqlite_", "_sqlite"))]
        connection.row_factory = sqlite3.Row
        return {
            t.name: [older.whole(connection, row) if t.name == "texts" else row for row in t.rows]
            for t in tables
            if t.name not in DERIVED
        }


def schema(connection: sqlite3.Connection) -> list[tuple[str, ...]]:
    return connection.execute("select type, name, sql from sqlite_master order by type, name").fetchall()


def test_there_is_an_archive_of_every_schema() -> None:
    assert [p.stem for p in KEPT] == sorted(name.split("_")[0] for name in known())


def test_every_verb_that_opens_an_archive_is_tested() -> None:
    assert {*READING, *COPYING, *WRITING, *SERVING} == {
        verb for verb in VERBS if "db" in signature(load_verb(verb).run).parameters
    }


@pytest.mark.parametrize("path", KEPT, ids=lambda path: path.stem)
def test_no_migration_was_edited(path: Path) -> None:
    names = [
        m.name for m in migrations.set.pending(Database(memory=True))
    ]  # in the order of the list, not of their numbers
    place = next(i for i, name in enumerate(names) if name.startswith(f"{path.stem}_"))
    later = set(names[place + 1 :])
    with closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as kept, closing(sqlite3.connect("")) as made:
        migrations.set.apply(Database(made), stop_before=later)
        assert schema(kept) == schema(made)


@cache
def schema_of_today() -> list[tuple[str, ...]]:
    with closing(sqlite3.connect("")) as fresh:
        migrations.set.apply(Database(fresh))
        return schema(fresh)


@cache
def brought_up_to_date(kept: Path) -> bytes:
    """The bytes of an archive after a verb that writes has opened it."""
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(shutil.copy(kept, folder))
        Archive.open(copy, now=lambda: datetime(2030, 1, 1, tzinfo=UTC)).close()
        return copy.read_bytes()


@pytest.mark.parametrize("verb", READING)
def test_a_verb_that_reads_leaves_an_old_archive_as_it_is_and_answers_as_from_a_new_one(
    verb: str, old: Path, request: pytest.FixtureRequest, capsys: pytest.CaptureFixture[str]
) -> None:
    before = old.read_bytes()
    old.chmod(0o444)
    old.parent.chmod(0o555)
    try:
        code = cli.run(READING[verb])
    finally:
        old.parent.chmod(0o755)
    said = capsys.readouterr()
    assert code == ENDS.get(verb, 0), said.err
    assert said.out
    assert old.read_bytes() == before
    assert [p.name for p in old.parent.iterdir()] == ["archive.db"]
    old.chmod(0o644)
    old.write_bytes(brought_up_to_date(request.node.callspec.params["old"]))
    cli.run(READING[verb])
    assert capsys.readouterr().out == said.out


@pytest.mark.parametrize("words", [words for verb in COPYING.values() for words in verb], ids=" ".join)
def test_a_verb_that_copies_leaves_an_old_archive_as_it_is(
    words: list[str], old: Path, tmp_path_factory: pytest.TempPathFactory, capsys: pytest.CaptureFixture[str]
) -> None:
    before, folder = old.read_bytes(), tmp_path_factory.mktemp("out")
    old.chmod(0o444)
    old.parent.chmod(0o555)
    try:
        code = cli.run([word.format(folder) for word in words])
    finally:
        old.parent.chmod(0o755)
    said = capsys.readouterr()
    assert code == 0, said.err
    assert said.out
    assert old.read_bytes() == before
    assert [p.name for p in old.parent.iterdir()] == ["archive.db"]
    assert [p.name for p in folder.iterdir()] == [Path(words[1]).name]


@pytest.mark.parametrize("verb", WRITING)
def test_a_verb_that_writes_brings_an_old_archive_up_to_date_and_keeps_its_rows(
    verb: str, old: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = rows(old)
    assert cli.run(WRITING[verb]) == ENDS.get(verb, 0), capsys.readouterr().err
    after = rows(old)
    assert before["sources"]
    for table, kept in before.items():
        assert [{name: row[name] for name in was} for was, row in zip(kept, after[table], strict=False)] == kept
    with closing(sqlite3.connect(old)) as connection:
        assert schema(connection) == schema_of_today()


def test_the_review_page_decides_in_an_old_archive(old: Path) -> None:
    with Archive.open(old, now=lambda: datetime(2030, 1, 1, tzinfo=UTC), readonly=True) as archive:
        document = archive.checks()[0].document
    with reviewing(old, document) as guard, requests.Session() as session:
        shown = session.get(guard.address, timeout=HANG).text
        decided = {"finding": shown.partition('id="f-')[2].partition('"')[0], "choice": "accept"}
        base = guard.address.partition("/?")[0]
        answer = session.post(f"{base}/decide", data=decided, headers={"Origin": base}, timeout=HANG)
        assert "accepted by Ada" in answer.text


def test_others_recognise_the_full_text_index(old: Path) -> None:
    """Datasette and sqlite-utils offer full-text search where they do."""
    Archive.open(old, now=lambda: datetime(2030, 1, 1, tzinfo=UTC)).close()
    with closing(sqlite3.connect(old)) as connection:
        texts = Database(connection).table("texts")
        assert texts.detect_fts() == "texts_fts"
        assert "What the Drought Took" in {row["title"] for row in texts.search("drought growers")}
