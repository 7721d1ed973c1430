"""The archive: what goes in comes out, what is none is recognised before a byte is written."""

from __future__ import annotations

import hashlib
import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from verifier.archive import Archive, opening
from verifier.errors import ArchiveError, QueryError
from verifier.model import Fetch, Hop, Link, LinkStatus, Memento, PageMetadata, PlanName, Snapshot, SourceText

NOON = datetime(2025, 6, 2, 12, 0, tzinfo=UTC)


def opened(path: Path, *, readonly: bool = False) -> Archive:
    return Archive.open(path, now=lambda: NOON, readonly=readonly)


def snapshot(body: bytes) -> Snapshot:
    return Snapshot(hashlib.sha256(body).hexdigest(), body, "text/html", "utf-8", "https://site.example/a")


def visit(body: str = "<p>It grew.</p>", at: datetime = NOON, *, memento: bool = False) -> Fetch:
    text = SourceText("It grew.", "html", "1", "en", PageMetadata("Growth", "O. Marrant"), ((0, 8),))
    copy = Memento("https://keeper.example/1", NOON, snapshot(b"old"), SourceText("It shrank.", "html", "1"), True)
    sent = (("server", "gate/1"), ("set-cookie", "visitor=7"))
    return Fetch(
        "https://site.example/a#part", at, PlanName.LIVE, LinkStatus(Link.MOVED, "moved", "It moved."), "https://site.example/b",
        200, (Hop("https://site.example/a", 301, "https://site.example/b"),), snapshot(body.encode()), text,
        copy if memento else None, headers=sent,
    )  # fmt: skip


@pytest.mark.parametrize("memento", [False, True])
def test_a_visit_comes_out_as_it_went_in(memento: bool, tmp_path: Path) -> None:
    path = tmp_path / "a.db"
    fetch = visit(memento=memento)
    with opened(path) as archive:
        archive.add_fetch(fetch)
    with opened(path) as archive:
        kept = archive.latest_fetch(fetch.url)
    assert kept is not None
    assert kept.snapshot is not None
    assert fetch.snapshot is not None
    assert replace(kept.snapshot, body=b"") == replace(fetch.snapshot, body=b"")
    assert (kept.status, kept.hops, kept.final_url, kept.text) == (
        fetch.status,
        fetch.hops,
        fetch.final_url,
        fetch.text,
    )
    assert kept.headers == (("server", "gate/1"),), "a cookie is nobody else's"
    assert (kept.memento.text if kept.memento else None) == (fetch.memento.text if fetch.memento else None)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=30, deadline=None)
@given(words=st.text(st.characters(), max_size=200), title=st.text(st.characters(), max_size=30))
@example(words="a lone \ud800 and a \0", title="\udfff\0")
def test_any_text_can_be_kept(words: str, title: str, tmp_path: Path) -> None:
    """Lone surrogates and NUL, which no UTF-8 file can hold, are replaced; every other character comes out as it went in."""
    path = tmp_path / f"{len(list(tmp_path.iterdir()))}.db"
    text = SourceText(words, "plain", "1", metadata=PageMetadata(title))
    with opened(path) as archive:
        archive.add_fetch(replace(visit(), text=text))
        kept = archive.latest_fetch(visit().url)
    assert kept is not None
    assert kept.text is not None
    assert (kept.text.text, kept.text.metadata.title) == (_holdable(words), _holdable(title))


def _holdable(text: str) -> str:
    return "".join("\ufffd" if c == "\0" else "?" if "\ud800" <= c <= "\udfff" else c for c in text)


def test_the_same_body_is_kept_once(tmp_path: Path) -> None:
    path = tmp_path / "a.db"
    with opened(path) as archive:
        for day in range(5):
            archive.add_fetch(visit(at=NOON + timedelta(days=day)))
        archive.add_fetch(visit("<p>Another.</p>", NOON + timedelta(days=6)))
        assert len(archive.history(visit().url)) == 6
    with closing(sqlite3.connect(path, isolation_level=None)) as rows:
        assert rows.execute("select count(*) from bodies").fetchone() == (2,)
        assert rows.execute("select count(*) from fetches").fetchone() == (6,)


def test_the_file_stands_alone_and_is_sound(tmp_path: Path) -> None:
    path = tmp_path / "a.db"
    with opened(path) as archive:
        archive.add_fetch(visit(memento=True))
    assert [p.name for p in tmp_path.iterdir()] == ["a.db"]
    with closing(sqlite3.connect(path, isolation_level=None)) as rows:
        assert rows.execute("pragma integrity_check").fetchone() == ("ok",)
        assert rows.execute("pragma foreign_key_check").fetchall() == []
        assert rows.execute("pragma journal_mode").fetchone() == ("delete",)


def _add(path: Path) -> None:
    with opened(path) as archive:
        archive.add_fetch(visit())


def _damaged(path: Path) -> None:
    with opened(path) as archive:
        archive.add_fetch(visit())
    data = bytearray(path.read_bytes())
    data[4096:20480] = b"\x5a" * 16384
    path.write_bytes(data)


def _foreign(path: Path) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as rows:
        rows.execute("create table songs (title)")


def _newer(path: Path) -> None:
    opened(path).close()
    with closing(sqlite3.connect(path, isolation_level=None)) as rows:
        rows.execute(
            "insert into _sqlite_migrations (migration_set, name, applied_at) values ('verifier', 'm999', 'x')"
        )


def _numbered_higher(path: Path) -> None:
    opened(path).close()
    with closing(sqlite3.connect(path, isolation_level=None)) as rows:
        (number,) = rows.execute("pragma user_version").fetchone()
        assert number > 0
        rows.execute(f"pragma user_version = {number + 1}")


def _gutted(path: Path) -> None:
    opened(path).close()
    with closing(sqlite3.connect(path, isolation_level=None)) as rows:
        rows.execute("drop table _sqlite_migrations")


def _cut_off(path: Path) -> None:
    opened(path).close()
    path.write_bytes(path.read_bytes()[:3000])


NO_ARCHIVES: dict[str, tuple[Callable[[Path], object], str]] = {
    "a text": (lambda p: p.write_text("Dear reader"), "not a SQLite file"),
    "another program's": (_foreign, "another program"),
    "damaged": (_damaged, "damaged"),
    "made by a newer verifier": (_newer, "newer"),
    "of a higher number": (_numbered_higher, "newer"),
    "without its tables": (_gutted, "damaged"),
    "a folder": (lambda p: p.mkdir(), "folder"),
    "cut off": (_cut_off, "is damaged"),
}


@pytest.mark.parametrize("case", NO_ARCHIVES)
@pytest.mark.parametrize("readonly", [False, True])
def test_what_is_no_archive_is_left_as_it_is(case: str, readonly: bool, tmp_path: Path) -> None:
    make, said = NO_ARCHIVES[case]
    path = tmp_path / "a.db"
    make(path)
    before = path.read_bytes() if path.is_file() else b""
    with pytest.raises(ArchiveError) as raised:
        opened(path, readonly=readonly)
    assert said in str(raised.value)
    assert raised.value.hint
    assert (path.read_bytes() if path.is_file() else b"") == before
    assert [p.name for p in tmp_path.iterdir()] == ["a.db"]


def test_an_empty_file_becomes_an_archive(tmp_path: Path) -> None:
    path = tmp_path / "a.db"
    path.touch()
    with opened(path) as archive:
        archive.add_fetch(visit())
        assert archive.latest_fetch(visit().url) is not None


def test_a_locked_archive_is_said_with_who_holds_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.db"
    with opened(path) as archive:
        archive.add_fetch(visit())
    monkeypatch.setattr(opening, "PATIENCE", 0.1)
    holding = "import sqlite3, sys; c = sqlite3.connect(sys.argv[1]); c.execute('begin exclusive'); print('held', flush=True); input()"
    command = [sys.executable, "-c", holding, str(path)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == "held\n"
        with pytest.raises(ArchiveError, match="in use by another program") as raised:
            _add(path)
        other.communicate("\n")
    assert "Datasette" in raised.value.hint
    if sys.platform == "linux":
        assert f"(process {other.pid})" in str(raised.value)
    _add(path)


def _fill(path: Path, kept: list[str]) -> None:
    with opened(path) as archive:
        for i in range(2000):
            url = f"https://site.example/{i}"
            archive.add_fetch(replace(visit(os.urandom(20_000).hex()), url=url))
            archive.flush()
            kept.append(url)


@pytest.mark.skipif(shutil.which("mount") is None or os.geteuid() != 0, reason="only root can make a small disk")
def test_a_disk_that_may_only_be_read(tmp_path: Path) -> None:
    disk = tmp_path / "disk"
    disk.mkdir()
    if subprocess.run(["mount", "-t", "tmpfs", "none", disk], capture_output=True, check=False).returncode != 0:
        pytest.skip("this machine lets nobody mount a disk")
    try:
        _add(disk / "a.db")
        subprocess.run(["mount", "-o", "remount,ro", disk], check=True)
        for path in (disk / "a.db", disk / "new.db"):
            with pytest.raises(ArchiveError, match="cannot be") as raised:
                _add(path)
            assert "Look at the" in raised.value.hint
        with opened(disk / "a.db", readonly=True) as archive:
            assert len(archive.sources()) == 1
    finally:
        subprocess.run(["umount", disk], check=False)


@pytest.mark.skipif(shutil.which("mount") is None or os.geteuid() != 0, reason="only root can make a small disk")
def test_a_full_disk_keeps_what_was_finished(tmp_path: Path) -> None:
    disk = tmp_path / "disk"
    disk.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=600k", "none", disk], capture_output=True, check=False
    )
    if mounted.returncode != 0:
        pytest.skip("this machine lets nobody mount a small disk")
    try:
        kept: list[str] = []
        with pytest.raises(ArchiveError, match="disk is full") as raised:
            _fill(disk / "a.db", kept)
        assert raised.value.hint
        with opened(disk / "a.db", readonly=True) as archive:
            assert len(archive.sources()) >= len(kept) > 0
    finally:
        subprocess.run(["umount", disk], check=False)


SAID = {
    "zh": "委員會決定冬天關閉舊水閘。",
    "ja": "委員会は古い水門を冬に閉めると発表した。",
    "th": "คณะกรรมการจะปิดประตูน้ำเก่าในฤดูหนาว",
    "ko": "위원회는 오래된 수문을 겨울에 닫는다고 발표했다.",
    "tr": "Başkan Işıl Yağmur kapağın kapanmayacağını söyledi.",
    "pl": "Łódź przy śluzie stała całą zimę.",
    "en": "The old weir stays closed.",
}


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("水閘", ["zh"]), ("水門", ["ja"]), ("ประตูน้ำ", ["th"]), ("수문", ["ko"]), ("isil yagmur", ["tr"]), ("lodz", ["pl"]), ("old weir", ["en"]),
        ("水牛", []), ("lodge", []), ("수문 weir", []), ('"stays closed"', ["en"]), ("%", None),
    ],
)  # fmt: skip
def test_words_are_found_in_any_script(words: str, found: list[str] | None, tmp_path: Path) -> None:
    with Archive.open(tmp_path / "archive.db", now=lambda: NOON) as archive:
        for name, text in SAID.items():
            snapshot = Snapshot(name, text.encode(), "text/plain", "utf-8", f"https://{name}.example/")
            status = LinkStatus(Link.OK, "status_200", "")
            archive.add_fetch(
                Fetch(snapshot.url, NOON, PlanName.LIVE, status, snapshot=snapshot, text=SourceText(text, "plain", "1"))
            )
        if found is None:
            with pytest.raises(QueryError):
                archive.search(words)
            return
        hits = archive.search(words)
    assert [hit.url for hit in hits] == [f"https://{name}.example/" for name in found]
    assert all(hit.snippet[a:b] for hit in hits for a, b in hit.marks)
