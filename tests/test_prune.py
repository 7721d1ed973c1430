"""Old captures are dropped by rule; what a finding, the newest look at a source, or a reader's copy rests on stays."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from support.archives import FERRY, MILL, WEB, Desk, story
from support.limits import HANG
from support.webs import NOON, Answer, page

from verifier import cli
from verifier.archive import Archive, verify
from verifier.archive.pruning import PruneRule, prune
from verifier.model import Pruned

GONE = (404, page("Not found", "<h1>Page not found</h1>"))


def week(number: int) -> Mapping[str, Answer]:
    """Each week another ferry and the same mill."""
    return {FERRY: story(f"The ferry left at noon with {number} lamps on board."), MILL: WEB[MILL]}


@pytest.fixture(scope="module")
def weeks(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    """A check, and six weeks of looking: of the ferry seven captures, of the mill one."""
    made = Desk(tmp_path_factory.mktemp("weeks") / "a.db")
    made.check()
    for number in range(1, 7):
        made.look(week(number))
    return made


@pytest.fixture
def desk(weeks: Desk, tmp_path: Path) -> Desk:
    return Desk(Path(shutil.copy(weeks.path, tmp_path / "a.db")), weeks.now)


def pruned(desk: Desk, rule: PruneRule, *, apply: bool = True) -> Pruned:
    return prune(desk.path, rule, apply=apply, now=lambda: desk.now)


def held(desk: Desk, url: str = FERRY) -> list[str]:
    """The days of which captures are here, oldest first."""
    sql = """select substr(fetched_at, 1, 10) from fetches join sources on sources.id = source_id
             where url = ? and snapshot_id is not null order by fetched_at"""
    return [day for (day,) in desk.ask(sql, url)]


# Six weeks from the check on 2 June. On 9 June the page said something else: the findings were judged again, and rest on that one too.
RULES: dict[str, tuple[PruneRule, list[str]]] = {
    "the newest": (PruneRule(keep=1), ["2025-06-02", "2025-06-09", "2025-07-14"]),
    "the newest three": (PruneRule(keep=3), ["2025-06-02", "2025-06-09", "2025-06-30", "2025-07-07", "2025-07-14"]),
    "more than there are": (PruneRule(keep=9), ["2025-06-02", "2025-06-09", "2025-06-16", "2025-06-23", "2025-06-30", "2025-07-07", "2025-07-14"]),
    "of the last two weeks": (PruneRule(before=NOON + timedelta(days=28)), ["2025-06-02", "2025-06-09", "2025-06-30", "2025-07-07", "2025-07-14"]),
    "all that is old": (PruneRule(before=NOON + timedelta(days=999)), ["2025-06-02", "2025-06-09", "2025-07-14"]),
    "both": (PruneRule(keep=2, before=NOON + timedelta(days=15)), ["2025-06-02", "2025-06-09", "2025-06-23", "2025-06-30", "2025-07-07", "2025-07-14"]),
}  # fmt: skip


@pytest.mark.parametrize("name", RULES)
def test_a_rule_says_what_may_go(name: str, desk: Desk) -> None:
    rule, kept = RULES[name]
    visits = desk.counts()["fetches"]
    assert pruned(desk, rule).captures == 7 - len(kept)
    assert held(desk) == kept
    assert len(held(desk, MILL)) == 7  # one capture, seen seven times
    assert desk.counts()["fetches"] == visits
    assert verify(desk.path).damages == ()


def test_a_report_is_the_same_after_a_prune(desk: Desk) -> None:
    before = desk.report()
    pruned(desk, PruneRule(keep=1))
    assert desk.report() == before


def test_a_look_at_the_sources_says_the_same_after_a_prune(desk: Desk, tmp_path: Path) -> None:
    other = Desk(Path(shutil.copy(desk.path, tmp_path / "other.db")), desk.now)
    pruned(desk, PruneRule(keep=1))
    for web in (week(6), week(7), {**week(7), FERRY: GONE}):
        assert desk.look(web) == other.look(web)


def test_first_it_only_says_what_would_go(desk: Desk, capsys: pytest.CaptureFixture[str]) -> None:
    before = desk.path.read_bytes()
    assert cli.run(["prune", "--keep", "1", "--db", str(desk.path)]) == 0
    said = capsys.readouterr().out
    assert f"{FERRY}  4 captures, 2025-06-16 to 2025-07-07," in said
    assert "4 captures of 1 source would go" in said
    assert "with --yes" in said
    assert desk.path.read_bytes() == before


@pytest.mark.parametrize("yes", ["--yes", "--apply"])
def test_then_it_does_so_and_the_file_is_smaller(yes: str, desk: Desk, capsys: pytest.CaptureFixture[str]) -> None:
    size = desk.path.stat().st_size
    would = pruned(desk, PruneRule(keep=1), apply=False)
    assert cli.run(["prune", "--keep", "1", yes, "--db", str(desk.path), "-f", "json"]) == 0
    did = json.loads(capsys.readouterr().out)
    assert (did["applied"], did["captures"], did["bytes"]) == (True, would.captures, would.bytes)
    assert (did["size"], did["size_after"]) == (size, desk.path.stat().st_size)
    assert size - desk.path.stat().st_size > would.bytes * 0.8
    assert desk.ask("pragma freelist_count") == [(0,)]


def test_a_visit_keeps_the_hash_of_what_it_brought(desk: Desk) -> None:
    sql = "select snapshots.sha256 from fetches join snapshots on snapshots.id = snapshot_id where fetched_at = '2025-06-16T12:00:00Z' order by 1"
    before = desk.ask(sql)
    pruned(desk, PruneRule(keep=1))
    after = desk.ask(
        "select pruned_sha256, pruned_at from fetches where pruned_at is not null and fetched_at = '2025-06-16T12:00:00Z'"
    )
    assert [(digest,) for digest, _ in after] == [row for row in before if row[0] == after[0][0]]
    assert {at for _, at in after} == {"2025-07-14T12:00:00Z"}
    with Archive.open(desk.path, now=lambda: NOON, readonly=True) as archive:
        lines = [line for line in archive.history(FERRY) if line.pruned_sha256]
    assert {line.shown_sha256 for line in lines} >= {after[0][0]}


def test_words_of_what_went_are_found_no_more(desk: Desk) -> None:
    pruned(desk, PruneRule(keep=1))
    with Archive.open(desk.path, now=lambda: NOON, readonly=True) as archive:
        assert [hit.url for hit in archive.search('"with 3 lamps"')] == []
        assert [hit.url for hit in archive.search('"with 6 lamps"')] == [FERRY]


def test_what_is_lost_now_keeps_the_newest_that_can_be_read(desk: Desk) -> None:
    """The newest look shows an error page: the text before it is all that there is of the source."""
    desk.look({**week(6), FERRY: GONE})
    desk.look({**week(6), FERRY: GONE})
    pruned(desk, PruneRule(keep=1))
    assert held(desk) == [
        "2025-06-02",
        "2025-06-09",
        "2025-07-14",
        "2025-07-21",
        "2025-07-28",
    ]  # of the last two one page


def test_a_copy_that_a_reader_saved_stays(desk: Desk, tmp_path: Path) -> None:
    saved = tmp_path / "saved.html"
    saved.write_text(story("A reader saved this text of the ferry."))
    assert cli.run(["import", str(saved), "--url", FERRY, "--db", str(desk.path), "--quiet"]) == 0
    pruned(desk, PruneRule(before=NOON + timedelta(days=9999)))
    with Archive.open(desk.path, now=lambda: NOON, readonly=True) as archive:
        assert archive.saved(FERRY) is not None
    assert verify(desk.path).damages == ()


def test_every_report_keeps_what_it_rests_on_not_only_the_newest(desk: Desk) -> None:
    desk.check(web=week(3))
    desk.now += timedelta(days=1)
    desk.check(web=week(9))
    pruned(desk, PruneRule(keep=1))
    sql = """select count(*) from answers join fetches on fetches.id = fetch_id
             where fetches.pruned_at is not null or snapshot_id is null"""
    assert desk.ask(sql) == [(0,)]


@pytest.mark.parametrize("path", sorted((Path(__file__).parent / "archives").glob("*.db")), ids=lambda path: path.stem)
def test_reports_of_old_schemas_keep_what_they_rest_on(path: Path, tmp_path: Path) -> None:
    """They kept no answers: their visits are found by time."""
    desk = Desk(Path(shutil.copy(path, tmp_path / "a.db")))
    before = desk.report("examples/article.md")
    assert pruned(desk, PruneRule(before=NOON + timedelta(days=9999))).captures == 0
    assert desk.report("examples/article.md") == before


def test_a_body_that_another_is_unpacked_with_stays(desk: Desk) -> None:
    """Whatever column of a body's row names another body."""
    desk.edit("alter table bodies add column unpacked_with integer references bodies(id)")
    [(newest,)] = desk.ask("select max(id) from bodies")
    desk.edit(f"update bodies set unpacked_with = {newest - 1} where id = {newest}")
    desk.edit(f"update bodies set unpacked_with = {newest - 2} where id = {newest - 1}")
    pruned(desk, PruneRule(keep=1))
    assert [key for (key,) in desk.ask("select id from bodies order by id")][-3:] == [newest - 2, newest - 1, newest]
    assert verify(desk.path).damages == ()


def test_a_row_that_would_hang_in_the_air_keeps_all(desk: Desk, capsys: pytest.CaptureFixture[str]) -> None:
    desk.edit("create table pictures (id integer primary key, snapshot_id integer references snapshots(id)) strict")
    desk.edit("insert into pictures (snapshot_id) select id from snapshots")
    before = desk.counts()
    assert cli.run(["prune", "--keep", "1", "--yes", "--db", str(desk.path)]) == 2
    assert "Nothing was dropped" in capsys.readouterr().err
    assert desk.counts() == before


def test_nothing_goes_without_a_rule(desk: Desk, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.run(["prune", "--yes", "--db", str(desk.path)]) == 2
    assert "--keep N" in capsys.readouterr().err
    assert len(held(desk)) == 7


def test_a_second_prune_finds_nothing(desk: Desk, capsys: pytest.CaptureFixture[str]) -> None:
    pruned(desk, PruneRule(keep=1))
    assert cli.run(["prune", "--keep", "1", "--yes", "--db", str(desk.path)]) == 0
    assert "nothing went" in capsys.readouterr().out


def test_what_was_pruned_comes_back_by_a_merge_of_a_copy_and_not_by_one_without(desk: Desk, tmp_path: Path) -> None:
    copy = Desk(Path(shutil.copy(desk.path, tmp_path / "copy.db")))
    pruned(desk, PruneRule(keep=1))
    assert cli.run(["merge", str(desk.path), "--db", str(copy.path), "--quiet"]) == 0
    assert len(held(copy)) == 7
    assert cli.run(["merge", str(copy.path), "--db", str(desk.path), "--quiet"]) == 0
    assert len(held(desk)) == 7
    assert desk.counts() == copy.counts()
    assert desk.ask("select count(*) from fetches where pruned_at is not null") == [(0,)]
    assert verify(desk.path).damages == ()


def test_a_prune_that_was_killed_before_it_gave_space_back_is_ended_by_the_next(desk: Desk, tmp_path: Path) -> None:
    size = desk.path.stat().st_size
    program = f"""
import os, signal
from pathlib import Path
from verifier.archive.pruning import Pruning, PruneRule, prune
from verifier.clock import utc_now
Pruning._shrink = lambda self: os.kill(os.getpid(), signal.SIGKILL)
prune(Path({str(desk.path)!r}), PruneRule(keep=1), apply=True, now=utc_now)
"""
    ended = subprocess.run([sys.executable, "-c", program], cwd=tmp_path, timeout=HANG, check=False, env=os.environ)
    assert ended.returncode == -signal.SIGKILL
    assert verify(desk.path).damages == ()
    assert len(held(desk)) == 3
    assert pruned(desk, PruneRule(keep=1)).captures == 0
    assert desk.path.stat().st_size < size


def test_the_size_of_a_drop_is_that_of_its_bodies_and_texts(desk: Desk) -> None:
    would = pruned(desk, PruneRule(keep=1), apply=False)
    [(stored,)] = desk.ask(
        """select sum(length(content)) from bodies where id in (select body_id from snapshots join fetches on fetches.snapshot_id = snapshots.id
           where snapshots.url = ? and fetched_at between '2025-06-10' and '2025-07-08')""",
        FERRY,
    )
    assert sum(source.bytes for source in would.sources) == stored
    assert replace(would, sources=()).bytes == would.texts > 0
