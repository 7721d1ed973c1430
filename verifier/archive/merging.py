"""Unite archives: what others hold and this one does not is added, by content and without doubles.

In: paths of archives of any version that this program knows. Out: what was added. The rule of this file: rows are the same where they say
the same, whatever their ids; a row that belongs to another (a note to its article, a redirect to its visit) is compared and taken with it.
All files are taken or none, in one transaction: an archive whose merge was killed is what it was before.
"""

from __future__ import annotations

import json
import sqlite3
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from verifier.archive import older
from verifier.archive.opening import connect
from verifier.archive.reading import Reading
from verifier.archive.writing import Writing
from verifier.errors import ArchiveError, DamagedArchiveError
from verifier.model import Merged, MergedFile, Snapshot

Progress = Callable[[int, int, str], None]


@dataclass(frozen=True, slots=True)
class Tree:
    """Rows that mean something together: a root, the columns by which its like is looked for, and (table, column) of what belongs to it.

    `by_key`: the key alone says that two are the same; else all that they say must agree.
    """

    root: str
    key: tuple[str, ...]
    members: tuple[tuple[str, str], ...] = ()
    by_key: bool = False

    @property
    def tables(self) -> tuple[str, ...]:
        """The root's table, and those of the rows that belong to it."""
        return self.root, *(table for table, _ in self.members)


# In an order in which each table comes behind those that its rows name.
TREES = (
    Tree("runs", ("verb", "arguments", "version", "started_at")),
    Tree("sources", ("url",), by_key=True),
    Tree("snapshots", ("sha256", "media_type", "url"), by_key=True),
    Tree("texts", ("snapshot_id", "extractor", "version"), by_key=True),
    Tree("guesses", ("text_id", "version"), by_key=True),
    Tree(
        "documents",
        ("name", "sha256"),
        (
            ("notes", "document_id"), ("marks", "document_id"), ("problems", "document_id"), ("citations", "document_id"),
            ("claims", "document_id"), ("claim_notes", "claim_id"), ("quotations", "claim_id"),
        ),
    ),
    Tree("events", ("source_id", "layer", "happened_at"), by_key=True),
    Tree("fetches", ("source_id", "fetched_at", "plan"), (("hops", "fetch_id"), ("exchanges", "fetch_id"))),
    Tree(
        "reports",
        ("document_id", "checked_at"),
        (("findings", "report_id"), ("matches", "finding_id"), ("answers", "report_id"), ("reference_checks", "report_id")),
    ),
    Tree("decisions", ("document", "note", "word", "words", "decided_at"), by_key=True),
)  # fmt: skip
# What judges add to a finding that is there: each that is not there yet.
BESIDE = (("opinions", "finding_id"),)
# With its snapshots, each through the one place that packs bodies.
BODIES = "bodies"

# What may be said later, or was dropped: where one of two says nothing, they agree, and what the other says is taken.
_LATER = {
    "runs": ("ended_at", "exit_code"),
    "claims": ("scope",),
    "events": ("healed_at",),
    "fetches": ("content", "snapshot_id", "text_id", "memento_snapshot_id", "memento_text_id"),
}
_LATER_TABLES = ("exchanges",)
# What `prune` says of this file alone.
_OURS = {"fetches": ("pruned_at", "pruned_sha256")}
# When a row was made: the earlier of two counts.
_MADE = {"documents": "added_at", "sources": "added_at", "snapshots": "captured_at"}

# The rows of a tree, a list for each of its tables.
_Rows = Mapping[str, list[dict[str, Any]]]


class Shared(Reading):
    """An archive by its rows."""

    def __init__(self, path: Path, connection: sqlite3.Connection, now: Callable[[], datetime]) -> None:
        super().__init__(path, connection, now)
        tables = {table for tree in TREES for table in tree.tables} | {table for table, _ in BESIDE}
        held = {row["name"] for row in self._all("select name from sqlite_master where type = 'table'")}
        if gone := sorted(tables - held):
            raise self._damaged(f"its table {gone[0]} is gone")
        self.references = {table: self._references(table) for table in tables}
        for table, column in (*(member for tree in TREES for member in tree.members), *BESIDE):
            if column not in self.references[table]:
                raise self._damaged(f"{column} of its table {table} names no row")

    def _damaged(self, what: str) -> DamagedArchiveError:
        return DamagedArchiveError(f"{self.path} is damaged: {what}.", hint="Take it from a backup copy.")

    def _references(self, table: str) -> dict[str, str]:
        """The columns of a table that name rows of others: the table of each."""
        return {row["from"]: row["table"] for row in self._all(f"pragma foreign_key_list({table})")}

    def refuse_loose(self) -> None:
        """Raise DamagedArchiveError where a row names another that is not there."""
        if loose := self._one("pragma foreign_key_check"):
            raise DamagedArchiveError(
                f"{self.path} is damaged: a row of {loose['table']} names a row of {loose['parent']} that is not there.",
                hint=f"Run 'verifier verify --db {self.path}' to see what hangs on it.",
            )

    def keys(self, table: str) -> list[int]:
        """The ids of all rows of a table."""
        return [row["id"] for row in self._all(f"select id from {table} order by id")]  # noqa: S608 - our own names

    def tree(self, tree: Tree, key: int) -> _Rows:
        """A row with those that belong to it, as they are stored."""
        rows = {tree.root: self._named(tree.root, "id", [key])}
        for table, column in tree.members:
            parents = [row["id"] for row in rows[self.references[table][column]]]
            rows[table] = self._named(table, column, parents)
        return rows

    def beside(self, table: str, column: str, key: int) -> list[dict[str, Any]]:
        """The rows of a table that name one row."""
        return self._named(table, column, [key])

    def _named(self, table: str, column: str, keys: Sequence[int]) -> list[dict[str, Any]]:
        sql = f"select * from {table} where {column} in (select value from json_each(?)) order by rowid"  # noqa: S608 - our own names
        return [dict(row) for row in self._all(sql, json.dumps(keys))] if keys else []

    def snapshot(self, key: int) -> Snapshot:
        """A capture with its bytes. Raises DamagedArchiveError where they are not what was fetched."""
        snapshot = self._load_snapshot(key, bodies=True)
        assert snapshot is not None, "each snapshot has a body: references were looked at"
        return snapshot


class Merging(Shared, Writing):
    """An archive that takes in others."""

    def take(self, others: Sequence[Shared], progress: Progress) -> Merged:
        """Add what other archives hold and this one does not, all or nothing of it, and say how much."""
        self.refuse_loose()
        with self.together(), self._writing():
            return Merged(str(self.path), tuple(self._take(theirs, progress) for theirs in others))

    def _take(self, theirs: Shared, progress: Progress) -> MergedFile:
        merge = _Merge(theirs)
        amounts = [(tree, theirs.keys(tree.root)) for tree in TREES]
        whole, done = sum(len(keys) for _, keys in amounts), 0
        for tree, keys in amounts:
            for key in keys:
                self._take_tree(merge, tree, key)
                done += 1
                progress(done, whole, str(theirs.path))
        for table, column in BESIDE:
            self._take_beside(merge, table, column)
        older.settle_again(self._connection, merge.ids["sources"].values())
        return MergedFile(
            str(theirs.path),
            {table: merge.added[table] for table in sorted(merge.added) if merge.added[table]},
            merge.mended,
        )

    def _take_tree(self, merge: _Merge, tree: Tree, key: int) -> None:
        stored = merge.theirs.tree(tree, key)
        if tree.root == "snapshots":
            self._take_body(merge, stored[tree.root][0])
        given = self._placed(tree, stored, merge.ids)
        held = self._like(tree, given, merge.taken[tree.root])
        if held is None:
            self._add_tree(merge, tree, stored)
            return
        merge.taken[tree.root].add(held[tree.root][0]["id"])
        for table in tree.tables:
            if table in _LATER_TABLES and len(held[table]) < len(given[table]):
                self._add_rows(merge, table, stored[table])
                continue
            for was, is_, new in zip(stored[table], held[table], given[table], strict=False):
                self._complete(table, is_, new)
                merge.note(table, was, is_.get("id"))

    def _like(self, tree: Tree, given: _Rows, taken: set[int]) -> _Rows | None:
        """The same rows here, None where they are not. Each counts for one of theirs."""
        where = " and ".join(f"{column} is ?" for column in tree.key)
        values = [given[tree.root][0][column] for column in tree.key]
        for row in self._all(f"select id from {tree.root} where {where} order by id", *values):  # noqa: S608 - our own names
            held = self.tree(tree, row["id"])
            if tree.by_key or (row["id"] not in taken and _agree(tree, self._placed(tree, held, None), given)):
                return held
        return None

    def _placed(self, tree: Tree, rows: _Rows, ids: Mapping[str, Mapping[int, int]] | None) -> _Rows:
        """Rows that name rows of their own tree by place, and others by their ids here (`ids`: from theirs to ours)."""
        places = {table: {row.get("id"): i for i, row in enumerate(rows[table])} for table in tree.tables}

        def value(table: str, column: str, found: Any) -> Any:
            named = self.references[table].get(column)
            if named is None or found is None:
                return found
            return places[named][found] if named in places else found if ids is None else ids[named][found]

        return {
            table: [{c: value(table, c, v) for c, v in row.items()} for row in members]
            for table, members in rows.items()
        }

    def _add_tree(self, merge: _Merge, tree: Tree, stored: _Rows) -> None:
        for table in tree.tables:
            self._add_rows(merge, table, stored[table])
        merge.taken[tree.root].add(merge.ids[tree.root][stored[tree.root][0]["id"]])

    def _add_rows(self, merge: _Merge, table: str, stored: Sequence[dict[str, Any]]) -> None:
        for row in stored:
            new = self._translated(table, row, merge.ids)
            merge.note(table, row, self._insert_text(new) if table == "texts" else self._insert(table, new))
        merge.added[table] += len(stored)

    def _translated(self, table: str, row: dict[str, Any], ids: Mapping[str, Mapping[int, int]]) -> dict[str, Any]:
        """Their row with the ids of this archive, without its own."""
        named = self.references[table]
        return {
            column: ids[named[column]][value] if column in named and value is not None else value
            for column, value in row.items()
            if column != "id"
        }

    def _complete(self, table: str, held: dict[str, Any], given: dict[str, Any]) -> None:
        """Fill what is empty here and known there."""
        new = {c: given[c] for c in _LATER.get(table, ()) if held[c] is None and given[c] is not None}
        if "snapshot_id" in new:
            new |= dict.fromkeys(_OURS[table])
        made = _MADE.get(table)
        if made and given[made] < held[made]:
            new[made] = given[made]
        if new:
            setting = ", ".join(f"{column} = ?" for column in new)
            self._execute(f"update {table} set {setting} where id = ?", *new.values(), held["id"])  # noqa: S608 - our own names

    def _take_body(self, merge: _Merge, row: dict[str, Any]) -> None:
        """The bytes of a capture: added, or put in the place of the same ones that are damaged here."""
        if row["body_id"] in merge.ids[BODIES]:
            return
        snapshot = merge.theirs.snapshot(row["id"])
        held = self._one("select id from bodies where sha256 = ?", snapshot.sha256)
        if held is not None and not self._is_sound(held["id"]):
            self._mend_body(held["id"], snapshot)
            merge.mended += 1
        merge.ids[BODIES][row["body_id"]] = self._body(snapshot)
        merge.added[BODIES] += held is None

    def _is_sound(self, body: int) -> bool:
        try:
            self._unpack(body)
        except ArchiveError:
            return False
        return True

    def _take_beside(self, merge: _Merge, table: str, column: str) -> None:
        """What people and judges said of findings that are here now: each that is not here yet."""
        for row in [row for key in merge.theirs.keys(table) for row in merge.theirs.beside(table, "id", key)]:
            new = self._translated(table, row, merge.ids)
            here = [{c: v for c, v in held.items() if c != "id"} for held in self.beside(table, column, new[column])]
            if new not in here:
                self._insert(table, new)
                merge.added[table] += 1


class _Merge:
    """One other archive on its way into this one: which id its rows have here, and what was added."""

    def __init__(self, theirs: Shared) -> None:
        self.theirs = theirs
        tables = {table for tree in TREES for table in tree.tables} | {BODIES}
        self.ids: dict[str, dict[int, int]] = {table: {} for table in tables}
        self.taken: dict[str, set[int]] = {tree.root: set() for tree in TREES}
        self.added: Counter[str] = Counter()
        self.mended = 0

    def note(self, table: str, row: Mapping[str, Any], key: int | None) -> None:
        """A row of theirs has this id here."""
        if key is not None and "id" in row:
            self.ids[table][row["id"]] = key


def _agree(tree: Tree, held: _Rows, given: _Rows) -> bool:
    """Whether two trees say the same."""
    return all(
        (table in _LATER_TABLES and not (held[table] and given[table]))
        or (
            len(held[table]) == len(given[table])
            and all(_says_the_same(table, a, b) for a, b in zip(held[table], given[table], strict=True))
        )
        for table in tree.tables
    )


def _says_the_same(table: str, held: Mapping[str, Any], given: Mapping[str, Any]) -> bool:
    later = _LATER.get(table, ())
    return all(
        value == given[column] or (column in later and (value is None or given[column] is None))
        for column, value in held.items()
        if column not in ("id", _MADE.get(table), *_OURS.get(table, ()))
    )


def merge(path: Path, files: Sequence[Path], *, now: Callable[[], datetime], progress: Progress) -> Merged:
    """Take the archives of `files` into the one at `path`, which is made where there is none.

    Raises ArchiveError where one of them cannot be taken whole: then the archive is what it was.
    """
    new = not path.exists()
    try:
        with ExitStack() as opened:
            others = [opened.enter_context(_open(file, path, now)) for file in files]
            with Merging(path, connect(path, readonly=False), now) as archive:
                return archive.take(others, progress)
    except BaseException:
        if new:
            path.unlink(missing_ok=True)
        raise


def _open(file: Path, path: Path, now: Callable[[], datetime]) -> Shared:
    if file.exists() and path.exists() and file.samefile(path):
        raise ArchiveError(f"{file} is the archive itself.", hint="Name the archives that are to be taken into it.")
    try:
        theirs = Shared(file, connect(file, readonly=True), now)
    except ArchiveError as error:
        hint = "Leave it out, or name another file." if "--db" in error.hint else error.hint
        raise type(error)(str(error), hint=f"Nothing was merged. {hint}") from None
    try:
        theirs.refuse_loose()
    except ArchiveError:
        theirs.close()
        raise
    return theirs
