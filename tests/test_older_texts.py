"""Texts that others follow: the newest of a source is plain, older ones are packed, every line is found, and each comes back as it was read."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from support.archives import Desk
from support.webs import NOON

from verifier import cli
from verifier.archive import Archive, verify
from verifier.archive.pruning import PruneRule, prune
from verifier.errors import ArchiveError
from verifier.model import DamageKind, Fetch, Link, LinkStatus, Memento, PlanName, Snapshot
from verifier.sources import extract

PAGE, OTHER = "https://harbour.example/ferry", "https://mill.example/sold"
LINES = [f"On pier {n} the crew of boat {n * 7} counted {n * 11} crates that nobody had sent." for n in range(12)]


def capture(number: str, url: str = PAGE) -> Snapshot:
    """The page with a paragraph of its own: “a” says what no other does; capital letters have the same text in another frame."""
    own = f"<p>Notice {number.lower()}: the gate {number.lower() * 3} was shut.</p>"
    paragraphs = "".join(f"<p>{line}</p>" for line in LINES)
    body = (
        f"<html><title>Crates</title><!-- {number} --><body><article>{own}{paragraphs}</article></body></html>".encode()
    )
    return Snapshot(hashlib.sha256(body).hexdigest(), body, "text/html", "utf-8", url)


def visit(day: int, number: str, url: str = PAGE) -> Fetch:
    status = LinkStatus(Link.OK, "status_200", "The page is there.")
    snapshot = capture(number)
    return Fetch(url, NOON + timedelta(days=day), PlanName.LIVE, status, snapshot=snapshot, text=extract(snapshot))


def kept(path: Path, visits: Sequence[Fetch]) -> Desk:
    with Archive.open(path, now=lambda: NOON) as archive:
        for fetch in visits:
            archive.add_fetch(fetch)
    return Desk(path, NOON + timedelta(days=99))


def packed(desk: Desk) -> str:
    """Of each text in the order of their ids, whether it is packed (x)."""
    rows = desk.ask("select packed is not null from texts order by id")
    return "".join("x" if is_packed else "." for (is_packed,) in rows)


def found(desk: Desk, words: str) -> list[str]:
    with Archive.open(desk.path, now=lambda: NOON, readonly=True) as archive:
        return [hit.snippet for hit in archive.search(words)]


# Visits in the order in which they are kept: the day, what the page said, the address; and which texts (in the order of their first visit)
# are packed then.
COURSES: dict[str, tuple[list[tuple[int, str, str]], str]] = {
    "one visit": ([(1, "a", PAGE)], "."),
    "the same twice": ([(1, "a", PAGE), (2, "a", PAGE)], "."),
    "edited": ([(1, "a", PAGE), (2, "b", PAGE)], "x."),
    "edited often": ([(1, "a", PAGE), (2, "b", PAGE), (3, "c", PAGE), (4, "d", PAGE)], "xxx."),
    "another frame": ([(1, "a", PAGE), (2, "A", PAGE)], "x."),
    "as it was before": ([(1, "a", PAGE), (2, "b", PAGE), (3, "a", PAGE)], ".x"),
    "again and again": ([(1, "a", PAGE), (2, "b", PAGE), (3, "a", PAGE), (4, "b", PAGE)], "x."),
    "the newest of another address": ([(1, "a", PAGE), (1, "a", OTHER), (2, "b", PAGE)], ".."),
    "until that one moves on": ([(1, "a", PAGE), (1, "a", OTHER), (2, "b", PAGE), (3, "b", OTHER)], "x."),
    "an older one comes later": ([(5, "b", PAGE), (1, "a", PAGE)], ".x"),
}  # fmt: skip


@pytest.mark.parametrize("course", COURSES)
def test_of_each_source_the_newest_text_is_plain_and_older_ones_are_packed(course: str, tmp_path: Path) -> None:
    visits, wanted = COURSES[course]
    desk = kept(tmp_path / "a.db", [visit(*v) for v in visits])
    assert packed(desk) == wanted
    assert verify(desk.path).damages == ()
    with Archive.open(desk.path, now=lambda: NOON, readonly=True) as archive:
        for _, number, url in visits:
            assert archive.reading(capture(number)) == extract(capture(number))
            assert archive.latest_fetch(url) is not None
        assert {archive.text_at(line) for url in {url for *_, url in visits} for line in archive.history(url)} == {
            extract(capture(number)) for _, number, _ in visits
        }
    for number in {number.lower() for _, number, _ in visits}:
        assert found(desk, f'"notice {number} the gate"')
    assert desk.ask("select count(*) from drifted_sources") == [
        (
            sum(
                1
                for url in (PAGE, OTHER)
                if len({first_and_last(visits, url)[0].lower(), first_and_last(visits, url)[1].lower()}) == 2
            ),
        )
    ]


def first_and_last(visits: list[tuple[int, str, str]], url: str) -> tuple[str, str]:
    said = [number for _, number, of in sorted(visits) if of == url] or ["-"]
    return said[0], said[-1]


def test_a_text_of_which_much_is_gone_stays_plain(tmp_path: Path) -> None:
    body = (
        b"<html><title>Sold</title><body><p>This harbour was sold, and nothing of it is left to read.</p></body></html>"
    )
    new = Snapshot(hashlib.sha256(body).hexdigest(), body, "text/html", "utf-8", PAGE)
    last = visit(2, "a")
    desk = kept(tmp_path / "a.db", [visit(1, "a"), replace(last, snapshot=new, text=extract(new))])
    assert packed(desk) == ".."


def test_a_copy_of_a_web_archive_stays_plain(tmp_path: Path) -> None:
    snapshot = capture("a")
    memento = Memento("https://web.example/1", NOON, snapshot, extract(snapshot))
    gone = Fetch(OTHER, NOON, PlanName.LIVE, LinkStatus(Link.GONE, "status_404", "It is gone."), memento=memento)
    assert packed(kept(tmp_path / "a.db", [gone, visit(1, "a"), visit(2, "b")])) == ".."


def test_an_edited_page_weighs_little(tmp_path: Path) -> None:
    desk = kept(tmp_path / "a.db", [visit(day, number) for day, number in enumerate("abcdefghijklmnopqrstuvwxyz")])
    [(plain, stored)] = desk.ask("select sum(length(text)), sum(length(packed)) from texts where packed is not null")
    whole = len(extract(capture("a")).text)
    assert plain < 25 * whole / 3
    assert stored < 25 * whole / 3


def test_what_is_pruned_leaves_each_line_of_the_rest_to_be_found(tmp_path: Path) -> None:
    shared = "b"  # its notice stands in the first two captures of the rest
    desk = kept(tmp_path / "a.db", [visit(day, number) for day, number in enumerate(("a", shared, "c", "d"))])
    desk.edit("update fetches set plan = 'import' where id = 1")  # what a reader saved stays
    prune(desk.path, PruneRule(keep=1), apply=True, now=lambda: desk.now)
    assert packed(desk) == "x."
    assert verify(desk.path).damages == ()
    assert [bool(found(desk, f'"notice {number} the gate"')) for number in "abcd"] == [True, False, False, True]


def test_a_merge_leaves_the_newest_plain_and_each_text_as_it_was_read(tmp_path: Path) -> None:
    mine = kept(tmp_path / "mine.db", [visit(1, "a"), visit(3, "c"), visit(5, "a")])
    theirs = kept(tmp_path / "theirs.db", [visit(2, "b"), visit(6, "c"), visit(7, "a"), visit(8, "b")])
    assert cli.run(["merge", str(theirs.path), "--db", str(mine.path), "--quiet"]) == 0
    assert verify(mine.path).damages == ()
    with Archive.open(mine.path, now=lambda: NOON, readonly=True) as archive:
        assert {archive.text_at(line) for line in archive.history(PAGE)} == {extract(capture(n)) for n in "abc"}
    [(newest,)] = mine.ask(
        "select packed is null from texts where id = (select text_id from fetches order by fetched_at desc limit 1)"
    )
    assert newest == 1
    assert all(found(mine, f'"notice {number} the gate"') for number in "abc")


DAMAGES = {
    "no zstd": "update texts set packed = x'00' where packed is not null",
    "another text": "update texts set text_sha256 = 'ab' where packed is not null",
}


@pytest.mark.parametrize("case", DAMAGES)
def test_a_damaged_text_is_told_and_never_handed_out(case: str, tmp_path: Path) -> None:
    desk = kept(tmp_path / "a.db", [visit(1, "a"), visit(2, "b"), visit(3, "c")])
    desk.edit(DAMAGES[case])
    assert {damage.kind for damage in verify(desk.path).damages} == {DamageKind.TEXT}
    with (
        Archive.open(desk.path, now=lambda: NOON, readonly=True) as archive,
        pytest.raises(ArchiveError, match="text 1 "),
    ):
        archive.reading(capture("a"))
