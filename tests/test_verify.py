"""Is everything as it was put in? What is damaged is said, with what hangs on it, and not a byte is changed."""

from __future__ import annotations

import json
import shutil
import sqlite3
import threading
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest
import zstandard

from verifier import cli
from verifier.archive import Archive, back_up, verify
from verifier.errors import ArchiveError, OutputError
from verifier.model import DamageKind, Fetch, Link, LinkStatus, PlanName

ROOT = Path(__file__).resolve().parents[1]
DROUGHT = "https://growers.example/news/what-the-drought-took"
BODY_OF_DROUGHT = f"select body_id from snapshots where url = '{DROUGHT}'"


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    return Path(shutil.copy(ROOT / "tests" / "archives" / "m022.db", tmp_path / "archive.db"))


def edited(path: Path, *statements: str) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.create_function("packed", 1, lambda text: zstandard.compress(text.encode()))
        for statement in statements:
            connection.execute(statement)


def test_a_sound_archive_is_sound(archive: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.run(["verify", "--db", str(archive)]) == 0
    assert "nothing is damaged" in capsys.readouterr().out


# Of each damage: how it is done, its kind, and whether it is known what hangs on it.
DAMAGES: dict[str, tuple[tuple[str, ...], DamageKind, bool]] = {
    "other bytes": ((f"update bodies set content = packed('It shrank.') where id = ({BODY_OF_DROUGHT})",), DamageKind.BODY, True),
    "a flipped byte": (
        (f"update bodies set content = cast(substr(content, 1, 40) || x'00' || substr(content, 42) as blob) where id = ({BODY_OF_DROUGHT})",),
        DamageKind.BODY, True,
    ),
    "no zstd": ((f"update bodies set content = x'00' where id = ({BODY_OF_DROUGHT})",), DamageKind.BODY, True),
    "another size": ((f"update bodies set size = 5 where id = ({BODY_OF_DROUGHT})",), DamageKind.BODY, True),
    "a column of a gigabyte": (
        ("alter table bodies add column much blob generated always as (zeroblob(999999999)) virtual",), DamageKind.BODY, False,
    ),
    "a body taken out": ((f"delete from bodies where id = ({BODY_OF_DROUGHT})",), DamageKind.SNAPSHOT, True),
    "another hash": ((f"update snapshots set sha256 = 'ab' where url = '{DROUGHT}'",), DamageKind.SNAPSHOT, True),
    "a text of another page": (
        ("update fetches set text_id = (select max(id) from texts) where source_id = (select id from sources where url like '%drought%')",),
        DamageKind.TEXT, True,
    ),
    "a main text outside": (("update texts set main = '[[0,999999]]' where title like '%Drought%'",), DamageKind.TEXT, True),
    "no JSON": (("update texts set main = '[[0,' where title like '%Drought%'",), DamageKind.TEXT, True),
    "a note taken out": (("delete from notes where id = 1",), DamageKind.REFERENCE, False),
    "an index behind": (
        ("drop trigger texts_au", "update texts set text = 'other words' where title like '%Drought%'"), DamageKind.INDEX, False,
    ),
    "an article behind": (("update articles set report_id = null",), DamageKind.INDEX, False),
}  # fmt: skip


@pytest.mark.parametrize("case", DAMAGES)
def test_a_damage_is_named_with_what_hangs_on_it(case: str, archive: Path, capsys: pytest.CaptureFixture[str]) -> None:
    statements, kind, hangs = DAMAGES[case]
    edited(archive, *statements)
    before = archive.read_bytes()
    assert cli.run(["verify", "--db", str(archive), "-f", "json"]) == 1
    damages = json.loads(capsys.readouterr().out)["damages"]
    found = next(d for d in damages if d["kind"] == kind.value)
    if hangs:
        assert found["sources"] == [DROUGHT]
        assert found["documents"] == ["examples/article.md"]
    assert archive.read_bytes() == before
    assert [p.name for p in archive.parent.iterdir()] == ["archive.db"]


GONE: dict[str, tuple[str, list[str]]] = {
    "notes, for a report": ("delete from notes", ["report"]),
    "claims, for a report": ("delete from claims", ["report"]),
    "notes, for a decision": ("delete from notes", ["decide", "3", "accept"]),
    "notes, where others are merged in": ("delete from notes", ["merge", str(ROOT / "archive.db")]),
}


@pytest.mark.parametrize("case", GONE)
def test_what_a_row_names_and_is_gone_is_damage(case: str, archive: Path, capsys: pytest.CaptureFixture[str]) -> None:
    statement, words = GONE[case]
    edited(archive, statement)
    assert cli.run([*words, "--db", str(archive)]) == 2
    error = capsys.readouterr().err
    assert "is damaged: a row" in error
    assert "that is not there" in error


@pytest.mark.parametrize("cut", [0.3, 0.6, 0.95])
def test_a_file_that_was_cut_is_damaged(cut: float, archive: Path, capsys: pytest.CaptureFixture[str]) -> None:
    data = archive.read_bytes()
    archive.write_bytes(data[: int(len(data) * cut)])
    assert cli.run(["verify", "--db", str(archive)]) == 1
    assert "✗ file: " in capsys.readouterr().out


def test_a_broken_page_hides_no_other_damage(archive: Path) -> None:
    edited(archive, f"update bodies set content = packed('It shrank.') where id = ({BODY_OF_DROUGHT})")
    data = bytearray(archive.read_bytes())
    data[len(data) - 4096 * 3 : len(data) - 4096 * 2] = bytes(4096)
    archive.write_bytes(data)
    kinds = {damage.kind for damage in verify(archive).damages}
    assert {DamageKind.FILE, DamageKind.BODY} <= kinds


@pytest.mark.parametrize("data", [b"hello", b""])
def test_what_is_no_archive_is_refused(data: bytes, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a.db").write_bytes(data)
    assert cli.run(["verify", "--db", str(tmp_path / "a.db")]) == (2 if data else 1)
    assert cli.run(["verify", "--db", str(tmp_path / "none.db")]) == 2


# --- backup --------------------------------------------------------------------------------------


def visit(number: int) -> Fetch:
    status = LinkStatus(Link.OK, "status_200", "The page is there.")
    return Fetch(f"https://site.example/{number}", datetime(2025, 6, 2, tzinfo=UTC), PlanName.LIVE, status)


def written(path: Path, stop: threading.Event) -> None:
    """A run that writes until it is told to stop."""
    with Archive.open(path, now=lambda: datetime.now(UTC)) as archive:
        number = 0
        while not stop.is_set():
            archive.add_fetch(visit(number))
            archive.flush()
            number += 1
            stop.wait(0.01)


def test_a_copy_is_whole_also_while_a_run_writes(archive: Path, tmp_path: Path) -> None:
    stop = threading.Event()
    run = threading.Thread(target=written, args=(archive, stop))
    run.start()
    try:
        for number in range(5):
            assert back_up(archive, tmp_path / f"copy{number}.db", over=False) > 0
            assert verify(tmp_path / f"copy{number}.db").damages == ()
    finally:
        stop.set()
        run.join()
    assert verify(archive).damages == ()


@pytest.mark.parametrize(
    ("break_it", "kind", "said"),
    [
        (lambda path: path.write_bytes(path.read_bytes()[:100_000]), ArchiveError, "damaged"),
        (lambda path: path.write_bytes(b"hello"), ArchiveError, "not an archive"),
        (lambda path: path.unlink(), ArchiveError, "no archive"),
    ],
)
def test_what_cannot_be_copied_is_said(
    break_it: Callable[[Path], object], kind: type[Exception], said: str, archive: Path, tmp_path: Path
) -> None:
    break_it(archive)
    with pytest.raises(kind, match=said):
        back_up(archive, tmp_path / "copy.db", over=False)
    assert not list(tmp_path.glob("*copy*"))


def test_an_archive_is_not_copied_over_itself(archive: Path) -> None:
    before = archive.read_bytes()
    with pytest.raises(OutputError, match="itself"):
        back_up(archive, archive, over=True)
    assert archive.read_bytes() == before


def test_a_full_disk_leaves_nothing_behind(archive: Path, capsys: pytest.CaptureFixture[str]) -> None:
    full = Path("/dev/full")
    if not full.exists():
        pytest.skip("no such device here")
    for verb in ("backup", "export"):
        assert cli.run([verb, "/dev/full/copy.warc.gz", "--db", str(archive)]) == 2
        assert capsys.readouterr().err.startswith("error: ")


@pytest.mark.parametrize("name", ["a.warc.gz", "a.wacz", "a"])
@pytest.mark.parametrize("content", ["packed('It shrank.')", "x'00'"])
def test_a_damaged_page_is_not_handed_on(
    content: str, name: str, archive: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    edited(archive, f"update bodies set content = {content} where id = ({BODY_OF_DROUGHT})")
    assert cli.run(["export", str(tmp_path / name), "--db", str(archive)]) == 2
    assert "a stored page is not what was fetched" in capsys.readouterr().err
    assert [p.name for p in tmp_path.iterdir()] == ["archive.db"]


# --- rows that SQLite holds for sound ------------------------------------------------------------

NEVER_WRITTEN = {
    "a link of no kind": ("update fetches set link = 'okk'", ["report", "show", "history", "recheck", "export"]),
    "a moment that is none": ("update fetches set fetched_at = '2025-0x-02'", ["show", "search", "recheck"]),
    "a verdict that is none": ("update findings set verdict = 'verbatin'", ["report"]),
    "parts that are no JSON": ("update texts set main = '[[0,'", ["history"]),
    "headers that are no JSON": ("update fetches set headers = '{['", ["report", "export"]),
    "a note of no kind": ("update notes set kind = 'endnoue'", ["report"]),
}
ASKED = {
    "report": ["report"],
    "show": ["show", DROUGHT],
    "history": ["history", DROUGHT],
    "search": ["search", "drought"],
    "recheck": ["recheck", "--replay", str(ROOT / "examples" / "sources.warc.gz"), "--older-than", "0s"],
    "export": ["export", "out.warc.gz"],
}


@pytest.mark.parametrize("case", NEVER_WRITTEN)
def test_a_row_that_no_run_writes_is_told_as_damage(
    case: str, archive: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(archive.parent)
    statement, verbs = NEVER_WRITTEN[case]
    edited(archive, statement)
    for verb in verbs:
        assert cli.run(ASKED[verb]) == 2
        said = capsys.readouterr()
        assert said.err.startswith("error: The archive is damaged: ")
        assert said.out == ""
    assert [p.name for p in archive.parent.iterdir()] == ["archive.db"]
