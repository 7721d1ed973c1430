"""Bodies that rest on others: small in the file, the same bytes again, and one that is damaged harms no stranger."""

from __future__ import annotations

import hashlib
import sqlite3
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest
import zstandard
from hypothesis import given
from hypothesis import strategies as st
from support.archives import Desk
from support.webs import NOON
from warcio.archiveiterator import ArchiveIterator

from verifier import cli
from verifier.archive import Archive, verify
from verifier.archive.bodies import MOST, MOST_PAGES, BodyError, Known, pack, unpack
from verifier.archive.pruning import PruneRule, prune
from verifier.errors import ArchiveError
from verifier.model import DamageKind, Fetch, Link, LinkStatus, PlanName, Snapshot
from verifier.sources import extract

PAGE, OTHER = "https://harbour.example/ferry", "https://mill.example/sold"


def lines(count: int, seed: str = "") -> bytes:
    """Text that packs to about half: each line has a number of its own."""
    made = (f"<p>{n}: {hashlib.sha256(f'{seed}{n}'.encode()).hexdigest()}</p>\n" for n in range(count))
    return b"<html><title>Log</title><body>" + "".join(made).encode() + b"</body></html>"


LOG = lines(300)


def edited(number: int, body: bytes = LOG) -> bytes:
    """The same page with a word of that day."""
    return body.replace(b"<body>", b"<body><p>Visit %d.</p>" % number)


class File:
    """The tables that bodies live in."""

    def __init__(self) -> None:
        self.known = Known()
        self.connection = sqlite3.connect("")
        self.connection.row_factory = sqlite3.Row
        self.connection.execute("create table bodies (id integer primary key, sha256 text, size, content, base_id)")
        self.connection.execute("create table snapshots (id integer primary key, body_id, url)")

    def add(self, body: bytes, url: str = PAGE) -> int:
        row = {"sha256": hashlib.sha256(body).hexdigest(), **pack(self.connection, body, url, self.known)}
        key = self.connection.execute(
            "insert into bodies (sha256, size, content, base_id) values (:sha256, :size, :content, :base_id)", row
        ).lastrowid
        assert key is not None
        self.connection.execute("insert into snapshots (body_id, url) values (?, ?)", [key, url])
        return key

    def column(self, name: str) -> list[object]:
        return [row[0] for row in self.connection.execute(f"select {name} from bodies order by id")]


# Bodies as they come, the address of each, and the body on which each rests.
LARGE = lines(80_000)
RESTS: dict[str, tuple[list[tuple[bytes, str]], list[int | None]]] = {
    "the first": ([(LOG, PAGE)], [None]),
    "an edited page": ([(LOG, PAGE), (edited(1), PAGE)], [None, 1]),
    "never on one that rests": ([(LOG, PAGE), (edited(1), PAGE), (edited(2), PAGE)], [None, 1, 1]),
    "another address": ([(LOG, PAGE), (edited(1), OTHER)], [None, None]),
    "another page of the address": ([(LOG, PAGE), (lines(300, "new"), PAGE)], [None, None]),
    "after that on the new one": ([(LOG, PAGE), (lines(300, "n"), PAGE), (edited(1, lines(300, "n")), PAGE)], [None, None, 2]),
    "empty": ([(b"", PAGE), (b"", PAGE)], [None, None]),
    "small": ([(b"a" * 400, PAGE), (b"a" * 401, PAGE)], [None, None]),
    "too large": ([(LARGE, PAGE), (edited(1, LARGE), PAGE)], [None, None]),
    "another page of the site": ([(LOG, PAGE), (edited(1), f"{PAGE}/today")], [None, 1]),
    "and its next capture on itself": ([(LOG, PAGE), *[(edited(n), f"{PAGE}/today") for n in (1, 2, 3)]], [None, 1, 2, 2]),
    "another page of the site on one that stands alone": (
        [(LOG, PAGE), (edited(1), f"{PAGE}/2"), (edited(2), f"{PAGE}/2"), (edited(3), f"{PAGE}/1")], [None, 1, 2, 1],
    ),
    "another page that is like none": ([(LOG, PAGE), (lines(300, "new"), f"{PAGE}/today")], [None, None]),
    "no more pages than so many": ([(edited(n), f"{PAGE}/{n}") for n in range(MOST_PAGES + 2)], [None, *[1] * MOST_PAGES, None]),
    "no more than so many": ([(edited(n), PAGE) for n in range(MOST + 3)], [None, *[1] * MOST, None, MOST + 2]),
}  # fmt: skip


@pytest.mark.parametrize("case", RESTS)
def test_a_body_rests_on_the_last_of_its_address(case: str) -> None:
    bodies, bases = RESTS[case]
    file = File()
    keys = [file.add(body, url) for body, url in bodies]
    assert file.column("base_id") == bases
    assert [unpack(file.connection, key) for key in keys] == [body for body, _ in bodies]


def test_an_edited_page_takes_little_room_of_any_fitting_size() -> None:
    for count in (300, 1_500, 20_000, 70_000):
        file = File()
        page = lines(count)
        file.add(page)
        file.add(edited(1, page))
        alone, against = file.column("length(content)")
        assert isinstance(alone, int)
        assert isinstance(against, int)
        assert against < 700
        assert alone > len(page) / 3


_CAME = st.one_of(st.binary(max_size=3000), st.binary(max_size=40).map(LOG.__add__), st.integers(0, 9).map(edited))


@given(st.lists(_CAME, max_size=8))
def test_whatever_came_comes_back(came: list[bytes]) -> None:
    file = File()
    keys = [file.add(body) for body in came]
    assert [unpack(file.connection, key) for key in keys] == came
    bases = dict(zip(keys, file.column("base_id"), strict=True))
    assert all(base is None or bases[int(str(base))] is None for base in bases.values())


@given(st.lists(st.tuples(_CAME, st.sampled_from([PAGE, f"{PAGE}/a", f"{PAGE}/b", OTHER])), max_size=12))
def test_no_body_is_more_than_two_steps_from_one_that_stands_alone(came: list[tuple[bytes, str]]) -> None:
    file = File()
    keys = [file.add(body, url) for body, url in came]
    known = Known()
    assert [unpack(file.connection, key, known) for key in keys] == [body for body, _ in came]
    bases = dict(zip(keys, file.column("base_id"), strict=True))
    for key in keys:
        second = bases[key] and bases[int(str(bases[key]))]
        assert second is None or bases[int(str(second))] is None


# What was done to body 1, the base of body 2, or to body 2; what is said of each (None: nothing), body 3 being another's.
BOMB = zstandard.compress(bytes(50_000_000))
DAMAGES: dict[str, tuple[str, str | None, str | None]] = {
    "the base is gone": ("delete from bodies where id = 1", "is not there", "rests on body 1, which is not there"),
    "the base is no zstd": ("update bodies set content = x'00' where id = 1", "cannot be unpacked", "rests on body 1, which cannot be unpacked"),
    "the base is another": (
        "update bodies set content = (select content from bodies where id = 3), size = (select size from bodies where id = 3) where id = 1",
        "is not what its SHA-256 says", "rests on body 1, which is not what its SHA-256 says",
    ),
    "a circle": ("update bodies set base_id = 2 where id = 1", "rests on body 2, which rests on ", "rests on body 1, which rests on "),
    "on itself": ("update bodies set base_id = id where id = 2", None, "rests on body 2, which rests on "),
    "a base that is not its own": ("update bodies set base_id = 3 where id = 2", None, "cannot be unpacked"),
    "without its base": ("update bodies set base_id = null where id = 2", None, ""),
    "a smaller size": ("update bodies set size = 5 where id = 2", None, "has more bytes than its row says (5)"),
    "a larger size": ("update bodies set size = 1000000 where id = 2", None, "has fewer bytes than its row says"),
    "a size of no page": ("update bodies set size = 1000000000000000 where id = 2", None, "has a length that no page has"),
    "a size below nothing": ("update bodies set size = -5 where id = 2", None, "has a length that no page has"),
    "a bomb": (f"update bodies set content = x'{BOMB.hex()}', base_id = null where id = 2", None, "has more bytes than its row says"),
    "cut": ("update bodies set content = substr(content, 1, 60) where id = 1", "", "rests on body 1, which "),
}  # fmt: skip


def problem(file: File, key: int) -> str | None:
    try:
        unpack(file.connection, key)
    except BodyError as error:
        return str(error)
    return None


@pytest.mark.parametrize("case", DAMAGES)
def test_a_damage_is_said_and_harms_no_stranger(case: str) -> None:
    sql, *said = DAMAGES[case]
    file = File()
    for body, url in ((LOG, PAGE), (edited(1), PAGE), (lines(200, "other"), OTHER)):
        file.add(body, url)
    file.connection.execute(sql)
    for key, words in enumerate(said, 1):
        found = problem(file, key)
        assert (found is None) == (words is None), found
        assert words is None or (found or "").startswith(words)
    assert problem(file, 3) is None


def test_nothing_new_rests_on_a_damaged_body() -> None:
    file = File()
    file.add(LOG)
    file.connection.execute("update bodies set content = x'00'")
    key = file.add(edited(1))
    assert file.column("base_id") == [None, None]
    assert unpack(file.connection, key) == edited(1)


# --- in an archive -------------------------------------------------------------------------------


def visit(number: int) -> Fetch:
    """The page as it was on a day, read."""
    body = edited(number)
    snapshot = Snapshot(hashlib.sha256(body).hexdigest(), body, "text/html", "utf-8", PAGE)
    status = LinkStatus(Link.OK, "status_200", "The page is there.")
    return Fetch(PAGE, NOON + timedelta(days=number), PlanName.LIVE, status, snapshot=snapshot, text=extract(snapshot))


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """Five visits of one page: four bodies rest on the first."""
    made = Desk(tmp_path / "a.db", NOON + timedelta(days=9))
    with Archive.open(made.path, now=lambda: NOON) as archive:
        for number in range(5):
            archive.add_fetch(visit(number))
    assert made.ask("select base_id from bodies order by id") == [(None,), *[(1,)] * 4]
    return made


def bodies(desk: Desk) -> set[bytes]:
    with closing(sqlite3.connect(desk.path)) as connection:
        connection.row_factory = sqlite3.Row
        keys = [row["body_id"] for row in connection.execute("select body_id from snapshots")]
        return {unpack(connection, key) for key in keys}


def test_an_archive_gives_back_what_rests_on_others(desk: Desk) -> None:
    assert bodies(desk) == {edited(n) for n in range(5)}
    assert verify(desk.path).damages == ()


def test_prune_keeps_the_body_on_which_what_stays_rests(desk: Desk) -> None:
    prune(desk.path, PruneRule(keep=1), apply=True, now=lambda: desk.now)
    assert desk.ask("select id from bodies order by id") == [(1,), (5,)]
    assert bodies(desk) == {edited(4)}
    assert verify(desk.path).damages == ()


def test_merge_packs_anew_by_the_same_rule(desk: Desk, tmp_path: Path) -> None:
    new = Desk(tmp_path / "new.db")
    assert cli.run(["merge", str(desk.path), "--db", str(new.path), "--quiet"]) == 0
    assert new.ask("select base_id from bodies order by id") == desk.ask("select base_id from bodies order by id")
    assert bodies(new) == bodies(desk)
    assert verify(new.path).damages == ()


@pytest.mark.parametrize("damaged", [1, 3])
def test_merge_mends_a_base_and_what_rests_on_it(damaged: int, desk: Desk, tmp_path: Path) -> None:
    whole = Desk(tmp_path / "whole.db")
    whole.path.write_bytes(desk.path.read_bytes())
    desk.edit(f"update bodies set content = x'00' where id = {damaged}")
    assert cli.run(["merge", str(whole.path), "--db", str(desk.path), "--quiet"]) == 0
    assert bodies(desk) == bodies(whole)
    assert verify(desk.path).damages == ()


def test_verify_names_all_that_rest_on_a_damaged_body(desk: Desk) -> None:
    desk.edit("update bodies set content = x'00' where id = 1")
    damages = verify(desk.path).damages
    assert {damage.kind for damage in damages} == {DamageKind.BODY}
    assert [damage.detail for damage in damages] == [
        "Body 1 cannot be unpacked.",
        *(f"Body {n} rests on body 1, which cannot be unpacked." for n in range(2, 6)),
    ]
    assert {damage.sources for damage in damages} == {(PAGE,)}


def test_reading_says_why_a_page_cannot_be_had(desk: Desk) -> None:
    desk.edit("update bodies set content = x'00' where id = 1")
    with Archive.open(desk.path, now=lambda: NOON, readonly=True) as archive:
        with pytest.raises(ArchiveError, match="body 5 rests on body 1, which cannot be unpacked"):
            archive.latest_fetch(PAGE)
        assert archive.latest_fetch(PAGE, bodies=False) is not None


def test_an_export_holds_each_body_whole(desk: Desk, tmp_path: Path) -> None:
    file = tmp_path / "a.warc.gz"
    assert cli.run(["export", str(file), "--db", str(desk.path)]) == 0
    with file.open("rb") as stream:
        held = [record.content_stream().read() for record in ArchiveIterator(stream) if record.rec_type == "response"]
    assert held == [edited(n) for n in range(5)]
