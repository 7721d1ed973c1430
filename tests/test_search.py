"""`verifier search`: what people see in a text is found by what they type."""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from verifier.archive import Archive, verify
from verifier.archive.merging import merge
from verifier.archive.pruning import PruneRule, prune
from verifier.errors import QueryError
from verifier.model import (
    Citation,
    DamageKind,
    Document,
    Fetch,
    Link,
    LinkStatus,
    Note,
    NoteKind,
    PlanName,
    Snapshot,
    SourceText,
)

DAY = datetime(2026, 3, 1, tzinfo=UTC)
TEXTS = {
    "harbour": "The council met on Monday and decided to deepen the harbour. The Łódź road stays open.",
    "isik": "Belediye Işıl Sokağı'nda ışıklı direkler dikti; ısıtma İstanbul'da ucuzladı.",
    "dam": "昨日大坝开放了闸门。市长说水位已经下降。",
    "gate": "きのう水門が開いた。市長は水位が下がったと語った。",
    "gil": "시장은 수문을 열었다고 말했다. 수위가 내려갔다.",
    "river": "เมื่อวานนี้ประตูน้ำเปิดแล้ว นายกเทศมนตรีกล่าว",
    "fjord": "Ørsted åpnet slusen ved Drammen. Straße und Grüße.",
}


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Archive]:
    path = tmp_path_factory.mktemp("archive") / "archive.db"
    with Archive.open(Path(path), now=lambda: DAY) as opened:
        note = Note("1", NoteKind.ENDNOTE, "Harbour, https://harbour.example/")
        document = Document("draft.md", "markdown", None, "en", (), (note,), ())
        opened.add_document(document, (Citation(0, note.text, "https://harbour.example/"),), ())
        for number, (name, text) in enumerate(TEXTS.items()):
            opened.add_fetch(visit(f"https://{name}.example/", text, DAY + timedelta(days=number)))
        opened.flush()
        yield opened


def visit(url: str, text: str, at: datetime) -> Fetch:
    body = text.encode()
    snapshot = Snapshot(hashlib.sha256(body).hexdigest(), body, "text/plain", url=url)
    status = LinkStatus(Link.OK, "status_200", "The page is there.")
    return Fetch(url, at, PlanName.LIVE, status, snapshot=snapshot, text=SourceText(text, "plain", "1"))


@pytest.mark.parametrize(
    ("words", "found", "marked"),
    [
        ("harbour council", "harbour", "harbour"),
        ('"deepen the harbour"', "harbour", "deepen the harbour"),
        ("deep*", "harbour", "deepen"),
        ("Lodz", "harbour", "Łódź"),
        ("ŁÓDŹ", "harbour", "Łódź"),
        ("isil", "isik", "Işıl"),
        ("Işıl", "isik", "Işıl"),
        ("isitma istanbul", "isik", "ısıtma"),
        ("isikl*", "isik", "ışıklı"),
        ("orsted", "fjord", "Ørsted"),
        ("大坝", "dam", "大坝"),
        ("水位 闸门", "dam", "水位"),
        ("水門", "gate", "水門"),
        ("수문", "gil", "수문"),
        ("ประตูน้ำ", "river", "ประตูน้ำ"),
        ("น้ำเปิดแล้ว นายก", "river", "น้ำเปิดแล้ว"),
        ("昨日大坝开放了闸门", "dam", "昨日大坝开放了闸门"),
        ("坝", "dam", "坝"),
        ("門", "gate", "門"),
        ("語った", "gate", "語った"),
        ("다", "gil", "다"),
        ("the harbour the harbour", "harbour", "harbour"),
    ],
)
def test_words_are_found_as_people_type_them(archive: Archive, words: str, found: str, marked: str) -> None:
    (hit,) = archive.search(words)
    assert hit.url == f"https://{found}.example/"
    assert marked in {hit.snippet[start:end] for start, end in hit.marks}


@pytest.mark.parametrize(
    "words", ["harbour Montag", '"harbour the deepen"', "deep", "水位上升", "門開", "冬", "NEAR(harbour council)"]
)
def test_what_is_not_there_is_not_found(archive: Archive, words: str) -> None:
    assert archive.search(words) == ()


def test_a_name_that_is_no_text_is_no_document(archive: Archive) -> None:
    assert archive.search("council", document="draft\udcff.md") == ()


@pytest.mark.parametrize("words", ["", "…", '""', "*", "・・"])
def test_no_word_is_said(archive: Archive, words: str) -> None:
    with pytest.raises(QueryError, match="no word"):
        archive.search(words)


def test_only_sources_of_a_document_or_since_a_day(archive: Archive) -> None:
    assert [hit.url for hit in archive.search("council", document="draft.md")] == ["https://harbour.example/"]
    assert archive.search("大坝", document="draft.md") == ()
    assert archive.search("council", since=DAY + timedelta(days=1)) == ()
    assert len(archive.search("大坝", since=DAY + timedelta(days=1))) == 1


def older(path: Path, _: Path) -> Path:
    """As it was before there was an index of pairs."""
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript("drop table texts_fts_pairs; delete from _sqlite_migrations where name = 'm025_pairs'")
    return path


def pruned(path: Path, _: Path) -> Path:
    prune(path, PruneRule(keep=1), apply=True, now=lambda: DAY)
    return path


def merged(path: Path, other: Path) -> Path:
    merge(other, [path], now=lambda: DAY, progress=lambda *_: None)
    return other


@pytest.mark.parametrize("way", [older, pruned, merged])
def test_the_index_of_pairs_goes_every_way_of_its_texts(way: Callable[[Path, Path], Path], tmp_path: Path) -> None:
    path, line = tmp_path / "archive.db", "水門は閉まったままである。\n" * 90
    with Archive.open(path, now=lambda: DAY) as opened:
        for day, text in enumerate((f"昨日開いた。\n{line}", f"今日閉じた。\n{line}", f"明日。\n{line}")):
            opened.add_fetch(visit("https://gate.example/", text, DAY + timedelta(days=day)))
    went = way(path, tmp_path / "other.db")
    with Archive.open(went, now=lambda: DAY) as opened:
        assert [hit.fetched_at.day for hit in opened.search("水門")] == [3]
        assert [hit.fetched_at.day for hit in opened.search("今日閉じた")] == ([] if way is pruned else [2])
    assert verify(went).damages == ()
    with closing(sqlite3.connect(went, isolation_level=None)) as connection:
        connection.execute("insert into texts_fts_pairs (texts_fts_pairs) values ('delete-all')")
    assert [damage.kind for damage in verify(went).damages] == [DamageKind.INDEX]


def test_letters_that_are_typed_otherwise_cost_no_more_than_a_bounded_question(archive: Archive) -> None:
    assert archive.search("illogical dilly-dallying oddities " * 20) == ()
