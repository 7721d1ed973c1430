"""Archives united: by content, without doubles, each row with its meaning, all or nothing."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
import zstandard
from sqlite_utils import Database
from support.archives import ARTICLE, FERRY, WEB, Desk, story
from support.limits import HANG
from support.webs import NOON

from verifier import cli
from verifier.archive import Archive, verify
from verifier.archive.merging import BESIDE, BODIES, TREES
from verifier.archive.schema import DERIVED, known, migrations
from verifier.model import Report

OLD = sorted((Path(__file__).parent / "archives").glob("*.db"))
NAVY = "https://navy.example/log"
OTHER = f"The log says “the fleet lay in the bay for nine days”.[1]\n\n[1] “Log”, Navy, {NAVY}\n"
OTHER_WEB = {NAVY: story("The fleet lay in the bay for nine days."), **WEB}


@pytest.fixture
def mine(tmp_path: Path) -> Desk:
    return Desk(tmp_path / "mine.db")


@pytest.fixture
def theirs(tmp_path: Path) -> Desk:
    return Desk(tmp_path / "theirs.db")


def merge(mine: Desk, *others: Desk | Path) -> int:
    files = [str(other.path if isinstance(other, Desk) else other) for other in others]
    return cli.run(["merge", *files, "--db", str(mine.path), "--quiet"])


def copied(desk: Desk, name: str) -> Desk:
    return Desk(Path(shutil.copy(desk.path, desk.path.with_name(name))), desk.now)


def as_said(report: Report | None) -> Report | None:
    return report and replace(report, archive="")


def sound(desk: Desk) -> bool:
    return verify(desk.path).damages == ()


def test_every_table_is_merged() -> None:
    with closing(sqlite3.connect("")) as connection:
        migrations.set.apply(database := Database(connection))
        tables = {t.name for t in database.tables if not t.name.startswith(("texts_fts", "sqlite_", "_sqlite"))}
    merged = {table for tree in TREES for table in tree.tables} | {table for table, _ in BESIDE} | {BODIES}
    assert merged | DERIVED == tables


def test_what_a_colleague_checked_stands_beside_ours_as_it_stood_there(mine: Desk, theirs: Desk) -> None:
    ours, other = mine.check(), theirs.check(OTHER, OTHER_WEB, "b.txt")
    before, alone = mine.counts(), theirs.counts()
    assert merge(mine, theirs) == 0
    assert (as_said(mine.report("a.txt")), as_said(mine.report("b.txt"))) == (as_said(ours), as_said(other))
    assert mine.counts() == {table: count + alone[table] for table, count in before.items()}
    assert sound(mine)


def test_merging_twice_adds_nothing(mine: Desk, theirs: Desk, capsys: pytest.CaptureFixture[str]) -> None:
    mine.check()
    theirs.check(OTHER, OTHER_WEB, "b.txt")
    theirs.look(OTHER_WEB)
    merge(mine, theirs)
    once = mine.counts()
    assert cli.run(["merge", str(theirs.path), "--db", str(mine.path)]) == 0
    assert "nothing that is not here already" in capsys.readouterr().out
    assert mine.counts() == once


def test_a_merge_says_in_numbers_what_it_added(mine: Desk, theirs: Desk, capsys: pytest.CaptureFixture[str]) -> None:
    mine.check()
    theirs.check(OTHER, OTHER_WEB, "b.txt")
    assert cli.run(["merge", str(theirs.path), "--db", str(mine.path), "-f", "json"]) == 0
    [file] = json.loads(capsys.readouterr().out)["files"]
    counts = {table: count for table, count in theirs.counts().items() if count}
    assert (file["added"], file["mended"]) == (counts, 0)


@pytest.mark.parametrize("path", OLD, ids=lambda path: path.stem)
def test_an_archive_merged_with_its_copy_is_what_it_was(path: Path, tmp_path: Path) -> None:
    desk = Desk(Path(shutil.copy(path, tmp_path / "mine.db")))
    before = desk.counts()
    assert merge(desk, path) == 0
    assert {table: count for table, count in desk.counts().items() if table in before} == before
    assert sound(desk)


@pytest.mark.parametrize("path", OLD, ids=lambda path: path.stem)
def test_an_older_archive_is_taken_into_a_new_one_and_left_as_it_is(path: Path, tmp_path: Path, mine: Desk) -> None:
    before, old = path.read_bytes(), Desk(Path(shutil.copy(path, tmp_path / "old.db")))
    assert merge(mine, path) == 0
    assert path.read_bytes() == before
    name = old.ask("select name from documents")[0][0]
    assert as_said(mine.report(name)) == as_said(old.report(name))
    counts = old.counts()
    assert {table: count for table, count in mine.counts().items() if table in counts} == counts


def test_the_same_source_at_two_desks_is_one_with_the_visits_of_both(mine: Desk, theirs: Desk) -> None:
    mine.check()
    theirs.now += timedelta(hours=3)
    theirs.check(ARTICLE, WEB, "b.txt")
    merge(mine, theirs)
    assert mine.ask("select count(*) from sources where url = ?", FERRY) == [(1,)]
    assert mine.ask("select visits from source_status where url = ?", FERRY) == [(2,)]
    assert mine.counts()["bodies"] == 2


def test_the_same_article_is_one_and_another_version_of_it_is_another(mine: Desk, theirs: Desk) -> None:
    mine.check()
    theirs.now += timedelta(days=1)
    theirs.check()
    merge(mine, theirs)
    assert (mine.counts()["documents"], mine.counts()["reports"]) == (1, 2)
    theirs.now += timedelta(days=1)
    newest = theirs.check(ARTICLE.replace("winter", "spring"))
    merge(mine, theirs)
    assert (mine.counts()["documents"], mine.counts()["reports"]) == (2, 3)
    assert as_said(mine.report()) == as_said(newest)


def test_of_two_versions_the_one_that_was_checked_last_is_the_newest_whoever_took_in_whom(
    mine: Desk, theirs: Desk
) -> None:
    theirs.check()
    mine.now += timedelta(days=1)
    newest = mine.check(ARTICLE.replace("winter", "spring"))
    merge(mine, theirs)  # the older version comes later, with a higher id
    assert as_said(mine.report()) == as_said(newest)
    assert mine.ask("select sha256 from newest_documents") == [
        (hashlib.sha256(ARTICLE.replace("winter", "spring").encode()).hexdigest(),)
    ]


def test_runs_with_the_same_ids_stay_those_of_their_visits(mine: Desk, theirs: Desk) -> None:
    mine.check()
    theirs.now += timedelta(hours=1)
    theirs.check(OTHER, OTHER_WEB, "b.txt")
    merge(mine, theirs)
    sql = "select distinct arguments from runs join fetches on run_id = runs.id join sources on sources.id = source_id where url = ?"
    assert (mine.ask(sql, FERRY), mine.ask(sql, NAVY)) == ([("a.txt",)], [("b.txt",)])


def test_a_copy_that_went_on_is_taken_up_where_it_parted(mine: Desk) -> None:
    mine.check()
    laptop = copied(mine, "laptop.db")
    laptop.look({FERRY: story("The ferry left at noon with forty lamps on board, they say.")})
    laptop.edit(
        "insert into decisions (document, note, word, words, decision, remark, decided_by, decided_at, rests_on)"
        " values ('a.txt', '1', 'altered', 'x', 'accepted', 'Seen.', 'Ada', '2025-06-09T12:00:00Z', '')"
    )
    mine.look(WEB, days=3)
    merge(mine, laptop)
    assert mine.ask("select visits from source_status where url = ?", FERRY) == [(3,)]
    assert mine.ask("select decision, remark from decisions") == [("accepted", "Seen.")]
    assert (mine.counts()["documents"], mine.counts()["reports"], mine.counts()["runs"]) == (
        1,
        2,
        3,
    )  # the laptop judged again
    once = mine.counts()
    merge(mine, laptop)
    assert mine.counts() == once


def test_what_was_not_known_yet_is_filled_in(mine: Desk) -> None:
    mine.check()
    mine.look({FERRY: story("Another text altogether stands here now.")})
    earlier = copied(mine, "earlier.db")
    earlier.edit("update runs set ended_at = null, exit_code = null")
    earlier.edit("update fetches set content = null")
    for desk, other in ((earlier, mine), (mine, copied(earlier, "again.db"))):
        merge(desk, other)
        assert desk.counts() == mine.counts()
        assert desk.ask("select count(*) from runs where ended_at is null") == [(0,)]
        assert desk.ask("select count(content) from fetches") == mine.ask("select count(content) from fetches")


def test_a_clock_that_goes_wrong_takes_nothing_and_hides_nothing(mine: Desk, theirs: Desk) -> None:
    mine.check()
    theirs.now = NOON - timedelta(days=4000)
    theirs.check()
    merge(mine, theirs)
    assert mine.ask("select fetched_at from source_status where url = ?", FERRY) == [("2025-06-02T12:00:00Z",)]
    assert mine.ask("select added_at from sources where url = ?", FERRY) == [("2014-06-20T12:00:00Z",)]
    assert mine.counts()["fetches"] == 4


def test_imports_keep_their_origin(mine: Desk, theirs: Desk, tmp_path: Path) -> None:
    mine.check()
    saved = tmp_path / "saved.html"
    saved.write_text(story("The ferry left at noon, a reader saved."))
    assert cli.run(["import", str(saved), "--url", FERRY, "--db", str(theirs.path), "--quiet"]) == 0
    merge(mine, theirs)
    assert mine.ask("select origin, imported_at is not null from fetches where plan = 'import'") == [("saved.html", 1)]
    with Archive.open(mine.path, now=lambda: NOON, readonly=True) as archive:
        kept = archive.saved(FERRY)
    assert kept is not None
    assert b"a reader saved" in kept.snapshot.body or "a reader saved" in kept.text.text


def test_a_body_that_is_damaged_here_and_whole_there_is_whole_again(
    mine: Desk, capsys: pytest.CaptureFixture[str]
) -> None:
    mine.check()
    whole = copied(mine, "whole.db")
    mine.edit("update bodies set content = x'00' where id = 1")
    assert not sound(mine)
    assert cli.run(["merge", str(whole.path), "--db", str(mine.path)]) == 0
    assert "1 stored page that was damaged here is whole again" in capsys.readouterr().out
    assert sound(mine)


def test_what_only_one_of_two_has_is_found_in_both(mine: Desk, theirs: Desk) -> None:
    """The search index goes with the texts."""
    mine.check()
    theirs.check(OTHER, OTHER_WEB, "b.txt")
    merge(mine, theirs)
    with Archive.open(mine.path, now=lambda: NOON, readonly=True) as archive:
        assert [hit.url for hit in archive.search("fleet bay")] == [NAVY]
        assert [hit.url for hit in archive.search("ferry lamps")] == [FERRY]


# What may be handed over instead of an archive: how it is made of one, and what is said.
BAD: dict[str, tuple[Callable[[Desk], object], str]] = {
    "another format": (lambda desk: desk.path.write_bytes(b"%PDF-1.7 hello"), "not an archive"),
    "another program's database": (lambda desk: desk.edit("pragma application_id = 7"), "of another program"),
    "cut": (lambda desk: desk.path.write_bytes(desk.path.read_bytes()[:60_000]), "damaged"),
    "none": (lambda desk: desk.path.unlink(), "There is no archive"),
    "newer": (lambda desk: desk.edit("insert into _sqlite_migrations (migration_set, name, applied_at) values ('verifier', 'm999_later', '')"), "newer verifier"),
    "a body with other bytes": (lambda desk: desk.edit(f"update bodies set content = x'{zstandard.compress(b'It shrank.').hex()}'"), "not what was fetched"),
    "a row that hangs in the air": (lambda desk: desk.edit("delete from texts where id = 1"), "is not there"),
    "a table that is gone": (lambda desk: desk.edit("drop table hops"), "its table hops is gone"),
    "a table of another make": (
        lambda desk: desk.edit("alter table hops rename column fetch_id to visit_id"), "fetch_id of its table hops names no row",
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", BAD)
@pytest.mark.parametrize("new", [False, True], ids=["an archive", "no archive yet"])
def test_what_cannot_be_taken_whole_is_said_and_leaves_the_archive_as_it_is(
    case: str, new: bool, mine: Desk, theirs: Desk, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    good = Desk(tmp_path / "good.db")
    good.check(OTHER, OTHER_WEB, "b.txt")
    theirs.check()
    if not new:
        mine.check(OTHER, OTHER_WEB, "c.txt")
    before = mine.path.read_bytes() if not new else None
    spoil, said = BAD[case]
    spoil(theirs)
    assert merge(mine, good, theirs) == 2
    error = capsys.readouterr().err
    assert error.startswith("error: ")
    assert said in error
    assert len(error.splitlines()) == 2
    assert (mine.path.read_bytes() if mine.path.exists() else None) == before
    assert not list(tmp_path.glob("*-journal"))


def test_an_archive_is_not_merged_into_itself(mine: Desk, capsys: pytest.CaptureFixture[str]) -> None:
    mine.check()
    before = mine.path.read_bytes()
    assert merge(mine, mine) == 2
    assert "is the archive itself" in capsys.readouterr().err
    assert mine.path.read_bytes() == before


def content(desk: Desk) -> dict[str, Any]:
    """What an archive says, without the ids of its rows."""
    return {
        "counts": desk.counts(),
        "status": sorted(desk.ask("select url, link, fetched_at, sha256, visits from source_status")),
        "review": sorted(desk.ask("select document, mark, claim, verdict, url from review"), key=repr),
    }


def test_shards_are_one_archive_in_whatever_order_they_come(tmp_path: Path) -> None:
    shards = [Desk(tmp_path / f"shard{n}.db", NOON + timedelta(hours=n)) for n in range(3)]
    for n, shard in enumerate(shards):
        shard.check(ARTICLE if n < 2 else OTHER, OTHER_WEB, f"{n}.txt")
    one, two, three = (Desk(tmp_path / f"whole{n}.db") for n in range(3))
    merge(one, *shards)
    merge(two, *reversed(shards))
    for shard in shards:
        merge(three, shard)
    assert content(one) == content(two) == content(three)


def test_a_merge_that_was_killed_leaves_an_archive_that_can_go_on(mine: Desk, theirs: Desk, tmp_path: Path) -> None:
    """Killed inside its transaction, when rows have reached the file's journal: all or nothing."""
    mine.check()
    theirs.check(OTHER, OTHER_WEB, "b.txt")
    before = content(mine)
    program = f"""
import os, signal
from pathlib import Path
from verifier.archive import merging
from verifier.clock import utc_now
def killed(self, *rest):
    self._connection.execute("pragma cache_spill = 1")
    self._connection.execute("pragma cache_size = 1")
    self._connection.execute("insert into problems select null, 1, 0, 'gap', '', hex(randomblob(500000))")
    os.kill(os.getpid(), signal.SIGKILL)
merging.Merging._take_beside = killed
merging.merge(Path({str(mine.path)!r}), [Path({str(theirs.path)!r})], now=utc_now, progress=lambda *_: None)
"""
    ended = subprocess.run([sys.executable, "-c", program], cwd=tmp_path, timeout=HANG, check=False, env=os.environ)
    assert ended.returncode == -signal.SIGKILL
    assert mine.path.with_name("mine.db-journal").exists()
    assert cli.run(["verify", "--db", str(mine.path)]) == 0
    assert content(mine) == before
    assert merge(mine, theirs) == 0
    assert sound(mine)
    assert mine.counts()["documents"] == 2


def test_the_schema_of_a_merged_archive_is_the_newest(mine: Desk) -> None:
    assert merge(mine, OLD[0]) == 0
    assert {name for (name,) in mine.ask("select name from _sqlite_migrations")} == set(known())
