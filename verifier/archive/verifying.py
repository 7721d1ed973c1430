"""Look through an archive: is each byte what it was, does each row have what it rests on, can the words be searched?

In: the file. Out: what is damaged, and which sources and articles hang on it. The rule of this file: nothing is written, and a damage ends
no look: what can still be read is looked at.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

from verifier.archive import older, pairs
from verifier.archive.bodies import BodyError, Known, unpack
from verifier.archive.opening import open_as_it_is
from verifier.errors import DamagedArchiveError
from verifier.model import Damage, DamageKind, Verification

_MOST = 100  # of each kind that SQLite tells

# What hangs on a snapshot: the sources whose visits brought it, or whose copy it is.
_HANGING = """
    select distinct sources.id, sources.url from sources join fetches on fetches.source_id = sources.id
    where snapshot_id in ({0}) or memento_snapshot_id in ({0})
"""
_CITING = """
    select distinct documents.name from documents join citations on citations.document_id = documents.id
    where source_id in ({}) order by documents.id
"""
# Those that rest on one come one after another.
_BODIES = "select id from bodies order by {}id"
_OF_BODY = "select id from snapshots where body_id = ?"
_LOOSE_SNAPSHOTS = """
    select snapshots.id, snapshots.url, snapshots.sha256, bodies.sha256 as held from snapshots
    left join bodies on bodies.id = body_id where held is null or held <> snapshots.sha256
"""
# A text of several pages hangs on the first of them, a file's on the file: on the snapshot of its visit.
_LOOSE_TEXTS = """
    select texts.id, texts.snapshot_id, 'is of a capture that is not there' as what from texts
    where snapshot_id not in (select id from snapshots)
    union all
    select texts.id, fetches.snapshot_id, 'is not of the capture of its visit' from fetches join texts on texts.id = text_id
    where fetches.snapshot_id is not null and fetches.snapshot_id <> texts.snapshot_id
    union all
    select texts.id, memento_snapshot_id, 'is not of the copy of its visit' from fetches join texts on texts.id = memento_text_id
    where memento_snapshot_id is not null and memento_snapshot_id <> texts.snapshot_id
"""


def verify(path: Path) -> Verification:
    """Look through the archive at a path. Raises ArchiveError where the file is none, or of a newer version."""
    try:
        connection = open_as_it_is(path)
    except DamagedArchiveError as error:
        return Verification(str(path), 0, 0, 0, (Damage(DamageKind.FILE, str(error)),))
    with closing(connection):
        connection.row_factory = sqlite3.Row
        look = _Look(connection)
        damages = tuple(look.damages())
        return Verification(str(path), look.bodies, look.snapshots, look.texts, damages)


# Names whose newest document or report is another than the table says, which triggers keep.
_STALE_ARTICLES = """
    select name from (
        select name, id, (select reports.id from reports join documents on documents.id = document_id
                          where documents.name = d.name order by checked_at desc, reports.id desc limit 1) as report
        from documents d where id = (
            select id from documents where name = d.name
            order by coalesce((select max(checked_at) from reports where document_id = documents.id), added_at) desc, id desc limit 1)
    ) newest
    where not exists (
        select 1 from articles where name = newest.name and document_id = newest.id and report_id is newest.report)
"""


class _Look:
    """One look through an open archive."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._known = Known()
        self._damaged = set[int]()
        self.bodies = self.snapshots = self.texts = 0

    def damages(self) -> Iterator[Damage]:
        """Everything that is wrong, what others rest on first."""
        for look in (
            self._file,
            self._references,
            self._bodies,
            self._snapshots,
            self._texts,
            self._index,
            self._articles,
        ):
            try:
                yield from look()
            except (sqlite3.Error, UnicodeError) as error:
                yield Damage(DamageKind.FILE, f"A part of the file cannot be read: {error}.")

    def _file(self) -> Iterator[Damage]:
        for row in self._connection.execute(f"pragma integrity_check({_MOST})"):
            if row[0] != "ok":
                yield Damage(DamageKind.FILE, f"SQLite says: {row[0]}.")

    def _references(self) -> Iterator[Damage]:
        found = self._connection.execute("pragma foreign_key_check").fetchmany(_MOST)
        for row in found:
            yield Damage(DamageKind.REFERENCE, f"Row {row[1]} of {row[0]} names a row of {row[2]} that is not there.")

    def _bodies(self) -> Iterator[Damage]:
        """Each body, fetched alone: one that cannot be read hides no other."""
        for (key,) in self._connection.execute(
            _BODIES.format("base_id, " if self._has("bodies", "base_id") else "")
        ).fetchall():
            self.bodies += 1
            problem = self._rehash(key)
            if problem:
                self._damaged.add(key)
                yield self._hanging(DamageKind.BODY, f"Body {key} {problem}.", _OF_BODY, key)

    def _rehash(self, key: int) -> str | None:
        """What is wrong with a body, None where nothing is."""
        try:
            unpack(self._connection, key, self._known)
        except sqlite3.Error as error:
            return f"cannot be read ({error})"
        except BodyError as error:
            return str(error)
        return None

    def _snapshots(self) -> Iterator[Damage]:
        self.snapshots = self._count("snapshots")
        for row in self._connection.execute(_LOOSE_SNAPSHOTS).fetchall():
            what = "has no body" if row["held"] is None else "names another SHA-256 than its body has"
            detail = f"Snapshot {row['id']} of {row['url']} {what}."
            yield self._hanging(DamageKind.SNAPSHOT, detail, "select ?", row["id"])

    def _texts(self) -> Iterator[Damage]:
        self.texts = self._count("texts")
        for row in self._connection.execute(_LOOSE_TEXTS).fetchall():
            yield self._hanging(DamageKind.TEXT, f"Text {row['id']} {row['what']}.", "select ?", row["snapshot_id"])
        for (key,) in self._connection.execute("select id from texts order by id").fetchall():
            row = self._connection.execute("select * from texts where id = ?", [key]).fetchone()
            problem = self._problem_of(row)
            if problem:
                detail = f"Text {key} {problem}."
                yield self._hanging(DamageKind.TEXT, detail, "select ?", row["snapshot_id"])

    def _problem_of(self, row: sqlite3.Row) -> str | None:
        try:
            values = older.whole(self._connection, row)
        except BodyError as error:
            page = self._connection.execute(
                "select body_id from snapshots where id = ?", [row["snapshot_id"]]
            ).fetchone()
            return None if page and page["body_id"] in self._damaged else str(error)
        return None if _is_readable(values) else "has parts that cannot be read, or lie outside of it"

    def _index(self) -> Iterator[Damage]:
        """The index beside the texts, in a private copy: SQLite asks for this as for a change."""
        with closing(sqlite3.connect("", isolation_level=None)) as copy:
            self._connection.backup(copy)
            try:
                copy.execute("insert into texts_fts (texts_fts, rank) values ('integrity-check', 1)")
            except sqlite3.Error as error:
                detail = f"The search index does not say what the texts say ({error}): searches may miss words."
                yield Damage(DamageKind.INDEX, detail)
            if self._has("texts_fts_pairs", "text"):
                yield from self._pairs(copy)

    def _pairs(self, copy: sqlite3.Connection) -> Iterator[Damage]:
        try:
            copy.execute("insert into texts_fts_pairs (texts_fts_pairs) values ('integrity-check')")
            missing = next(pairs.missing(copy, copy.execute("select id, text from texts")), None)
        except sqlite3.Error as error:
            yield Damage(
                DamageKind.INDEX, f"The search index of Chinese, Japanese, Korean and Thai cannot be read ({error})."
            )
            return
        if missing is not None:
            detail = (
                f"The search index of Chinese, Japanese, Korean and Thai lacks text {missing}: searches may miss it."
            )
            yield Damage(DamageKind.INDEX, detail)

    def _articles(self) -> Iterator[Damage]:
        """What views take for the newest, beside what is."""
        if self._connection.execute("select 1 from sqlite_master where name = 'articles'").fetchone():
            for (name,) in self._connection.execute(_STALE_ARTICLES).fetchall():
                detail = f"The table of articles does not name the newest document and report of {name}: views may show older ones."
                yield Damage(DamageKind.INDEX, detail, (), (name,))

    def _hanging(self, kind: DamageKind, detail: str, snapshots: str, key: int) -> Damage:
        """A damage with the sources and articles that hang on some snapshots; without them where they cannot be read."""
        sources = self._ask(_HANGING.format(snapshots), lambda row: (row["id"], row["url"]), key, key)
        ids = ", ".join(str(source) for source, _ in sources)
        documents = self._ask(_CITING.format(ids), lambda row: row["name"]) if ids else ()
        return Damage(kind, detail, tuple(url for _, url in sources), documents)

    def _ask(self, sql: str, of: Callable[[sqlite3.Row], Any], *values: int) -> tuple[Any, ...]:
        try:
            return tuple(map(of, self._connection.execute(sql, values)))
        except sqlite3.Error:
            return ()

    def _has(self, table: str, column: str) -> bool:
        return any(row["name"] == column for row in self._connection.execute(f"pragma table_info({table})"))

    def _count(self, table: str) -> int:
        return int(self._connection.execute(f"select count(*) from {table}").fetchone()[0])  # noqa: S608 - our own names


def _is_readable(row: dict[str, Any]) -> bool:
    """Whether what a reading says of its parts can be read, and lies inside the text."""
    end = len(row["text"])
    try:
        stretches = [*json.loads(row["main"]), *json.loads(row.get("parts") or "[]")]
        return all(0 <= start <= stop <= end for start, stop, *_ in stretches)
    except (ValueError, TypeError):
        return False
