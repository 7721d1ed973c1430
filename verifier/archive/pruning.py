"""Drop old captures that nothing rests on, and make the file smaller.

In: which captures may go (`PruneRule`). Out: what goes, and how many bytes. The rule of this file: what is in doubt stays. Nothing goes
that an answer or a finding of any report rests on, that a reader saved, or that is the newest of its source: the newest of all, the
newest that can be read, and the newest with which a re-check compares. The visit itself stays, with the hash of what it brought.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from verifier.archive import older, pairs
from verifier.archive import rows as r
from verifier.archive.connected import Connected
from verifier.archive.opening import connect
from verifier.errors import DamagedArchiveError
from verifier.model import Pruned, PrunedSource

_NEWEST = "select (select id from fetches where source_id = sources.id {} order by fetched_at desc, id desc limit 1) as id from sources"
# The visits that must stay whole, whatever the rule: one question for each reason.
_RESTED_ON = (
    _NEWEST.format(""),
    _NEWEST.format("and (family = 'found' or memento_text_id is not null)"),
    _NEWEST.format("and family = 'found' and text_id is not null and plan <> 'import'"),
    "select id from fetches where plan = 'import'",
    "select fetch_id as id from answers",
    # Reports of an old schema kept no answers: they rest on the newest visit of their day.
    """
    select (select fetches.id from fetches where fetches.source_id = citations.source_id and fetched_at <= checked_at
            order by fetched_at desc, fetches.id desc limit 1) as id
    from reports join citations on citations.document_id = reports.document_id
    where not exists (select 1 from answers where answers.report_id = reports.id)
    """,
)
_VISITS = """
    select id, source_id, fetched_at, snapshot_id, memento_snapshot_id from fetches
    where snapshot_id is not null or memento_snapshot_id is not null order by source_id, fetched_at desc, id desc
"""
# The columns of a visit that name what may go.
_BROUGHT = ("snapshot_id", "memento_snapshot_id")

_SOURCES = "select distinct source_id from fetches where id in (select value from json_each(?))"
_OTHERS = "select fetch_id, snapshot_id from exchanges"
# Each capture with the sources and moments of the visits that brought it; one that none brought with its own address and moment.
_CAPTURES = """
    with brought as (
        select snapshot_id, source_id, fetched_at from fetches where snapshot_id is not null
        union all select memento_snapshot_id, source_id, fetched_at from fetches where memento_snapshot_id is not null
        union all select exchanges.snapshot_id, source_id, fetched_at from exchanges join fetches on fetches.id = fetch_id)
    select snapshots.id, body_id, coalesce(sources.url, snapshots.url) as url, coalesce(fetched_at, captured_at) as at
    from snapshots left join brought on snapshot_id = snapshots.id left join sources on sources.id = source_id
    where snapshots.id in (select value from json_each(?)) order by url, at
"""
_TEXTS = """
    select coalesce(sum(length(cast(text as blob)) + coalesce(length(packed), 0)
                        + coalesce(length(cast(facts as blob)), 0)), 0) as bytes from texts
    where snapshot_id in (select value from json_each(?))
"""
_MARK = """
    update fetches set pruned_at = ?,
        pruned_sha256 = (select sha256 from snapshots where snapshots.id = fetches.snapshot_id
                         and snapshots.id in (select value from json_each(?)))
    where id in (select value from json_each(?))
"""
# What a visit says of captures that go, and what hangs on them.
_FORGET = (
    "update fetches set snapshot_id = null, text_id = null where snapshot_id in (select value from json_each(?))",
    "update fetches set memento_snapshot_id = null, memento_text_id = null where memento_snapshot_id in (select value from json_each(?))",
)
_DELETE = (
    """delete from guesses where text_id in
       (select id from texts where snapshot_id in (select value from json_each(?)))""",
    "delete from texts where snapshot_id in (select value from json_each(?))",
    "delete from snapshots where id in (select value from json_each(?))",
)


@dataclass(frozen=True, slots=True)
class PruneRule:
    """Which captures may go: all but the newest `keep` different ones of each source, of these only such as were made before a moment."""

    keep: int | None = None
    before: datetime | None = None


@dataclass(frozen=True, slots=True)
class _Going:
    """The ids of the rows that go, and of the visits that lose something by it."""

    fetches: frozenset[int]
    snapshots: frozenset[int]
    bodies: frozenset[int]


def prune(path: Path, rule: PruneRule, *, apply: bool, now: Callable[[], datetime]) -> Pruned:
    """Say what goes by a rule, and with `apply` drop it. Raises ArchiveError; then nothing has gone."""
    with Pruning(path, connect(path, readonly=not apply), now) as archive:
        return archive.prune(rule) if apply else archive.plan(rule)


class Pruning(Connected):
    """An archive that is looked through for what may go."""

    def plan(self, rule: PruneRule) -> Pruned:
        """What would go."""
        return self._described(self._find(rule))

    def prune(self, rule: PruneRule) -> Pruned:
        """Drop what goes, in one transaction, and give its space back to the disk."""
        before = self.path.stat().st_size
        with self._explained():
            # Deleting asks for each row whether others name it, which has no index; all are looked at once, at the end.
            self._connection.execute("pragma foreign_keys = off")
        with self.together(), self._writing():
            going = self._find(rule)
            said = self._described(going)
            self._drop(going)
            self._refuse_loose()
        self._shrink()
        return Pruned(said.archive, True, said.sources, said.texts, before, self.path.stat().st_size)

    def _find(self, rule: PruneRule) -> _Going:
        visits = self._all(_VISITS)
        rested_on = {row["id"] for question in _RESTED_ON for row in self._all(question)}
        loose = {visit["id"] for visit in visits if visit["id"] not in rested_on} & _allowed(visits, rule)
        held = {visit[column] for visit in visits if visit["id"] not in loose for column in _BROUGHT}
        held |= {row["snapshot_id"] for row in self._all(_OTHERS) if row["fetch_id"] not in loose}
        snapshots = {row["id"]: row["body_id"] for row in self._all("select id, body_id from snapshots")}
        going = snapshots.keys() - held
        kept = self._needed({body for key, body in snapshots.items() if key not in going})
        losing = {v["id"] for v in visits if v["id"] in loose and any(v[column] in going for column in _BROUGHT)}
        losing |= {row["fetch_id"] for row in self._all(_OTHERS) if row["snapshot_id"] in going}
        bodies = {row["id"] for row in self._all("select id from bodies")}
        return _Going(frozenset(losing), frozenset(going), frozenset(bodies - kept))

    def _needed(self, bodies: set[int]) -> set[int]:
        """These bodies and those that they are unpacked with: whatever bodies a body's row names, and so on."""
        columns = [row["from"] for row in self._all("pragma foreign_key_list(bodies)") if row["table"] == "bodies"]
        named = {row["id"]: row for row in self._all(f"select {', '.join(['id', *columns])} from bodies")}  # noqa: S608 - our own names
        needed, asked = set[int](), list(bodies)
        while asked:
            key = asked.pop()
            if key is not None and key not in needed:
                needed.add(key)
                asked += [named[key][column] for column in columns]
        return needed

    def _described(self, going: _Going) -> Pruned:
        sizes = {
            row["id"]: row["bytes"]
            for row in self._all(
                "select id, length(content) as bytes from bodies where id in (select value from json_each(?))",
                _list(going.bodies),
            )
        }
        captures = self._all(_CAPTURES, _list(going.snapshots))
        sources: dict[str, list[r.Row]] = {}
        for row in captures:
            sources.setdefault(row["url"], []).append(row)
        texts = self._one(_TEXTS, _list(going.snapshots))
        counted = set[int]()
        return Pruned(
            archive=str(self.path),
            applied=False,
            sources=tuple(_source(url, rows, sizes, counted) for url, rows in sources.items()),
            texts=texts["bytes"] if texts else 0,
            size=self.path.stat().st_size,
        )

    def _drop(self, going: _Going) -> None:
        snapshots = _list(going.snapshots)
        self._execute(_MARK, r.at(self._now()), snapshots, _list(going.fetches))
        for sql in _FORGET:
            self._execute(sql, snapshots)
        self._execute("delete from exchanges where fetch_id in (select value from json_each(?))", _list(going.fetches))
        for sql in _DELETE:
            self._execute(sql, snapshots)
        self._execute("delete from bodies where id in (select value from json_each(?))", _list(going.bodies))
        if going.snapshots:
            losing = self._all(_SOURCES, _list(going.fetches))
            older.settle_again(self._connection, (row["source_id"] for row in losing))
            self._execute("insert into texts_fts (texts_fts) values ('optimize')")
            texts = self._connection.execute("select id, text from texts")
            pairs.add_again(self._connection, ((row["id"], row["text"]) for row in texts))

    def _refuse_loose(self) -> None:
        loose = self._one("pragma foreign_key_check")
        if loose is not None:
            raise DamagedArchiveError(
                f"{self.path} is damaged: a row of {loose['table']} names a row of {loose['parent']} that is not there.",
                hint="Nothing was dropped. Run 'verifier verify' to see what hangs on it.",
            )

    def _shrink(self) -> None:
        """Give free pages back: those of an earlier run, too, that was killed before it came to this."""
        free = self._one("pragma freelist_count")
        if free and free["freelist_count"]:
            with self._explained():
                self._connection.execute("vacuum")


def _allowed(visits: Iterable[r.Row], rule: PruneRule) -> set[int]:
    """The visits whose captures may go by the rule."""
    different: dict[int, dict[Any, int]] = {}
    allowed = set[int]()
    for visit in visits:  # of each source the newest first
        of_source = different.setdefault(visit["source_id"], {})
        place = of_source.setdefault(tuple(visit[column] for column in _BROUGHT), len(of_source))
        old = rule.before is None or visit["fetched_at"] < r.at(rule.before)
        if old and (rule.keep is None or place >= rule.keep):
            allowed.add(visit["id"])
    return allowed


def _source(url: str, rows: list[r.Row], sizes: Mapping[int, int], counted: set[int]) -> PrunedSource:
    """A source and what goes of it; bytes that go with several captures count once."""
    own = {row["body_id"] for row in rows} - counted
    counted |= own
    captures = len({row["id"] for row in rows})
    return PrunedSource(
        url, captures, r.moment(rows[0]["at"]), r.moment(rows[-1]["at"]), sum(sizes.get(key, 0) for key in own)
    )


def _list(keys: Iterable[int]) -> str:
    return json.dumps(sorted(keys))
