"""The archive: values in, values out, over sqlite-utils. Nobody else knows rows.

One file, one writer. A citation's rows are written together; finished ones are committed in groups, since a commit for each
costs more than the fetch.
"""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import zstandard
from sqlite_utils import Database

from verifier import __version__
from verifier.archive import rows as r
from verifier.archive.ask import run_query, search_texts
from verifier.archive.opening import connect, explain
from verifier.errors import ArchiveError
from verifier.model import (
    CheckedCitation,
    Citation,
    Claim,
    Content,
    Document,
    Fetch,
    LinkStatus,
    Opinion,
    QueryResult,
    Report,
    SearchHit,
    Snapshot,
    SourceText,
    Visit,
)
from verifier.urls import host, identity

__all__ = ["Archive", "ArchivedSource"]

_GROUP = 100
_GROUP_TIME = timedelta(seconds=0.5)


@dataclass(frozen=True, slots=True)
class ArchivedSource:
    """What a re-check needs to know of a source.

    `text` is the newest readable text; `quotations` are those found in the source before; `visits`
    are newest first.
    """

    url: str
    text: SourceText | None
    quotations: tuple[str, ...]
    titles: tuple[str, ...]
    accessed: str | None
    visits: tuple[tuple[datetime, LinkStatus], ...]


@dataclass(frozen=True, slots=True)
class _Ids:
    """The rows of one document, in the order of its values."""

    document: int
    notes: tuple[int, ...]
    citations: tuple[int, ...]
    claims: tuple[int, ...]
    quotations: tuple[tuple[int, ...], ...]


_NEWEST_FETCH = """
    select fetches.* from fetches join sources on sources.id = source_id
    where url = ? {only} order by fetched_at desc, fetches.id desc limit 1
"""
_NEWEST_REPORT = """
    select reports.*, documents.id as d from reports join documents on documents.id = document_id
    {where} order by checked_at desc, reports.id desc limit 1
"""
_CITED = """
    select citations.*, sources.url from citations left join sources on sources.id = source_id where document_id = ? order by position
"""


class Archive:
    """An open archive; a context manager. All methods raise ArchiveError where the file fails."""

    def __init__(self, path: Path, connection: sqlite3.Connection, now: Callable[[], datetime]) -> None:
        self.path = path
        self._now = now
        self._connection = connection
        self._connection.row_factory = r.as_mapping
        self._db = Database(connection, execute_plugins=False)
        self._pending = 0
        self._since = now()
        self._run: int | None = None
        self._ids: dict[int, _Ids] = {}

    @classmethod
    def open(cls, path: Path, *, now: Callable[[], datetime], readonly: bool = False) -> Self:
        """Open an archive; it is made where there is none. Raises ArchiveError and leaves a foreign file untouched.

        >>> import tempfile
        >>> from datetime import UTC
        >>> with tempfile.TemporaryDirectory() as folder:
        ...     with Archive.open(Path(folder, "a.db"), now=lambda: datetime(2025, 1, 1, tzinfo=UTC)) as archive:
        ...         archive.query("dead_links").columns[:2]
        ('url', 'link')
        """
        return cls(path, connect(path, readonly=readonly), now)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Commit what is finished and close."""
        try:
            self.flush()
        finally:
            self._connection.close()

    def flush(self) -> None:
        """Commit what is finished."""
        if self._connection.in_transaction:
            with self._explained():
                self._connection.execute("commit")
        self._pending, self._since = 0, self._now()

    # --- writing -----------------------------------------------------------------------------

    def begin_run(self, verb: str, arguments: str) -> None:
        """A run begins; what follows belongs to it."""
        with self._writing():
            row = {"verb": verb, "arguments": arguments, "version": __version__, "started_at": r.at(self._now())}
            self._run = self._insert("runs", row)
        self.flush()

    def end_run(self, exit_code: int) -> None:
        """The run ended."""
        with self._writing():
            self._execute(
                "update runs set ended_at = ?, exit_code = ? where id = ?", r.at(self._now()), exit_code, self._run
            )
        self.flush()

    def add_document(self, document: Document, citations: Sequence[Citation], claims: Sequence[Claim]) -> None:
        """Keep a document with what was read out of it; the same again is kept once."""
        with self._writing():
            known = self._known_document(document, citations, claims)
            self._ids[id(document)] = known or self._add_document(document, citations, claims)

    def add_fetch(self, fetch: Fetch) -> None:
        """Keep a visit: its hops, what it brought, and the memento that stands in for what is lost."""
        with self._writing():
            row = {"run_id": self._run, "source_id": self._source(fetch.url), **r.fetch_row(fetch)}
            row["snapshot_id"] = self._snapshot(fetch.snapshot, fetch.fetched_at)
            row["text_id"] = self._text(row["snapshot_id"], fetch.text)
            if fetch.memento is not None:
                row["memento_snapshot_id"] = self._snapshot(fetch.memento.snapshot, fetch.memento.datetime)
                row["memento_text_id"] = self._text(row["memento_snapshot_id"], fetch.memento.text)
            key = self._insert("fetches", row)
            for i, hop in enumerate(fetch.hops):
                self._insert(
                    "hops",
                    {"fetch_id": key, "position": i, "url": hop.url, "status": hop.status, "location": hop.location},
                )
        self._pending += 1
        if self._pending >= _GROUP or self._now() - self._since >= _GROUP_TIME:
            self.flush()

    def add_report(self, report: Report) -> None:
        """Keep the findings of a check; its document was added before."""
        with self._writing():
            citations = tuple(c.citation for c in report.citations)
            ids = self._ids.get(id(report.document)) or self._known_document(report.document, citations, report.claims)
            assert ids is not None, "add_document comes first"
            key = self._insert(
                "reports",
                {
                    "run_id": self._run,
                    "document_id": ids.document,
                    "checked_at": r.at(report.checked_at),
                    "version": report.version,
                    "finished": int(report.finished),
                    "looked": int(report.looked),
                },
            )
            self._add_findings(report, ids, key)
        self.flush()

    def _add_findings(self, report: Report, ids: _Ids, key: int) -> None:
        claims = {claim: i for i, claim in reversed(list(enumerate(report.claims)))}
        citations = {c.citation: i for i, c in reversed(list(enumerate(report.citations)))}
        for position, finding in enumerate(report.findings):
            claim = claims[finding.claim]
            quotation = None
            if finding.quotation is not None:
                quotation = ids.quotations[claim][finding.claim.quotations.index(finding.quotation)]
            place = {
                "report_id": key,
                "claim_id": ids.claims[claim],
                "citation_id": ids.citations[citations[finding.citation]],
            }
            row = {**place, "quotation_id": quotation, "position": position, **r.finding_row(finding)}
            found = self._insert("findings", row)
            if finding.opinion is not None:
                self._insert("opinions", {"finding_id": found, **asdict(finding.opinion)})
            for i, e in enumerate(finding.evidence):
                place = {"finding_id": found, "position": i, "start_character": e.start, "end_character": e.end}
                self._insert("matches", {**place, "exact": e.exact, "prefix": e.prefix, "suffix": e.suffix})

    def _add_document(self, document: Document, citations: Sequence[Citation], claims: Sequence[Claim]) -> _Ids:
        key = self._insert("documents", r.document_row(document, r.at(self._now())))
        notes = tuple(
            self._insert("notes", {"document_id": key, "position": i, **r.note_row(n)})
            for i, n in enumerate(document.notes)
        )
        for i, m in enumerate(document.marks):
            note = None if m.note is None else notes[m.note]
            self._insert(
                "marks",
                {
                    "document_id": key,
                    "note_id": note,
                    "position": i,
                    "label": m.label,
                    "block": m.block,
                    "character": m.offset,
                },
            )
        for i, p in enumerate(document.problems):
            self._insert(
                "problems", {"document_id": key, "position": i, "kind": p.kind, "label": p.label, "detail": p.detail}
            )
        cited = tuple(self._add_citation(key, i, c, notes[c.note]) for i, c in enumerate(citations))
        claimed = tuple(self._add_claim(key, i, c, notes) for i, c in enumerate(claims))
        return _Ids(key, notes, cited, tuple(c for c, _ in claimed), tuple(q for _, q in claimed))

    def _add_citation(self, document: int, position: int, citation: Citation, note: int) -> int:
        source = self._source(citation.url) if citation.url else None
        row = {name: getattr(citation, name) for name in citation.__slots__ if name not in ("note", "url")}
        return self._insert(
            "citations", {"document_id": document, "note_id": note, "source_id": source, "position": position, **row}
        )

    def _add_claim(
        self, document: int, position: int, claim: Claim, notes: Sequence[int]
    ) -> tuple[int, tuple[int, ...]]:
        row = {
            "document_id": document,
            "position": position,
            "text": claim.text,
            "context": claim.context,
            "block": claim.block,
        }
        key = self._insert("claims", row)
        for i, note in enumerate(claim.notes):
            self._insert("claim_notes", {"claim_id": key, "note_id": notes[note], "position": i})
        quoted = tuple(
            self._insert(
                "quotations",
                {"claim_id": key, "position": i, "text": q.text, "kind": q.kind.value, "in_context": int(q.in_context)},
            )
            for i, q in enumerate(claim.quotations)
        )
        return key, quoted

    def _source(self, url: str) -> int:
        found = self._one("select id from sources where url = ?", r.clean(url))
        if found:
            return int(found["id"])
        return self._insert(
            "sources", {"url": url, "host": host(url), "identity": identity(url), "added_at": r.at(self._now())}
        )

    def _snapshot(self, snapshot: Snapshot | None, captured: datetime) -> int | None:
        if snapshot is None:
            return None
        known = self._one(
            "select id from snapshots where sha256 = ? and media_type = ? and url = ?",
            snapshot.sha256,
            snapshot.media_type,
            r.clean(snapshot.url),
        )
        if known:
            return int(known["id"])
        row = {"body_id": self._body(snapshot), "sha256": snapshot.sha256, "media_type": snapshot.media_type}
        return self._insert(
            "snapshots", {**row, "charset": snapshot.charset, "url": snapshot.url, "captured_at": r.at(captured)}
        )

    def _body(self, snapshot: Snapshot) -> int:
        known = self._one("select id from bodies where sha256 = ?", snapshot.sha256)
        if known:
            return int(known["id"])
        content = zstandard.ZstdCompressor(level=3).compress(snapshot.body)
        return self._insert("bodies", {"sha256": snapshot.sha256, "size": len(snapshot.body), "content": content})

    def _text(self, snapshot: int | None, text: SourceText | None) -> int | None:
        if snapshot is None or text is None:
            return None
        known = self._one(
            "select id from texts where snapshot_id = ? and extractor = ? and version = ?",
            snapshot,
            text.extractor,
            text.version,
        )
        return int(known["id"]) if known else self._insert("texts", {"snapshot_id": snapshot, **r.text_row(text)})

    # --- reading -----------------------------------------------------------------------------

    def latest_fetch(self, url: str, *, readable: bool = False) -> Fetch | None:
        """The newest visit to a cited address with what it brought; `readable`: the newest that found it."""
        only = "and (family = 'found' or memento_text_id is not null)" if readable else ""
        row = self._one(_NEWEST_FETCH.format(only=only), r.clean(url))
        return self._fetch(row, url) if row else None

    def report(self, document_name: str | None = None) -> Report | None:
        """The newest report of a document (of any, without a name), as it was after the check."""
        where = "where documents.name = ?" if document_name else ""
        row = self._one(_NEWEST_REPORT.format(where=where), *([r.clean(document_name)] if document_name else []))
        return self._report(row) if row else None

    def sources(self) -> tuple[ArchivedSource, ...]:
        """All sources that were ever visited."""
        visited = self._all(
            "select * from sources where exists (select 1 from fetches where source_id = sources.id) order by id"
        )
        return tuple(map(self._archived_source, visited))

    def history(self, url: str) -> tuple[Visit, ...]:
        """All visits to a source, newest first."""
        found = self._all(
            """select sources.url as cited, fetches.*, snapshots.sha256, snapshots.media_type, bodies.size from fetches
               join sources on sources.id = fetches.source_id
               left join snapshots on snapshots.id = snapshot_id left join bodies on bodies.id = body_id
               where sources.url = ? or identity = ? order by fetched_at desc, fetches.id desc""",
            r.clean(url), identity(r.clean(url)),
        )  # fmt: skip
        return tuple(
            Visit(
                f["cited"], r.moment(f["fetched_at"]), f["plan"], r.status_of(f), f["final_url"], f["http_status"], f["sha256"],
                f["media_type"], f["size"], f["memento_url"],
            )
            for f in found
        )  # fmt: skip

    def search(self, words: str, limit: int = 20) -> tuple[SearchHit, ...]:
        """Full-text search over all archived texts, best first. Raises QueryError."""
        return search_texts(self._connection, words, limit)

    def query(self, sql: str, *, seconds: float = 5.0, max_rows: int = 1000) -> QueryResult:
        """Run one read-only statement, or show a table or view by its name. Raises QueryError."""
        self.flush()
        return run_query(self.path, sql, seconds=seconds, max_rows=max_rows)

    def _report(self, row: r.Row) -> Report:
        notes = self._all("select * from notes where document_id = ? order by position", row["d"])
        places = {n["id"]: i for i, n in enumerate(notes)}
        document = self._document(row["d"], notes)
        cited = self._all(
            _CITED,
            row["d"],
        )
        citations = {c["id"]: r.citation_of(c, places[c["note_id"]]) for c in cited}
        claims, quotations = self._claims(row["d"], places)
        found = self._all("select * from findings where report_id = ? order by position", row["id"])
        matches = self._grouped(
            "select matches.* from matches join findings on findings.id = finding_id where report_id = ? order by matches.position",
            "finding_id",
            row["id"],
        )
        opinions = self._opinions(row["id"])
        findings = (
            replace(
                r.finding_of(
                    f,
                    claims[f["claim_id"]],
                    citations[f["citation_id"]],
                    quotations.get(f["quotation_id"]),
                    matches.get(f["id"], []),
                ),
                opinion=opinions.get(f["id"]),
            )
            for f in found
        )
        return Report(
            document=document,
            citations=tuple(self._checked(c, citations[c["id"]], row) for c in cited),
            findings=tuple(findings),
            claims=tuple(claims.values()),
            checked_at=r.moment(row["checked_at"]),
            version=row["version"],
            finished=bool(row["finished"]),
            looked=bool(row["looked"]),
            archive=str(self.path),
        )

    def _opinions(self, report: int) -> dict[int, Opinion]:
        """What judges said of a report's findings; an older archive that is only read has no such table."""
        if not self._one("select 1 from sqlite_master where name = 'opinions'"):
            return {}
        found = self._all(
            "select opinions.* from opinions join findings on findings.id = finding_id where report_id = ?", report
        )
        return {o["finding_id"]: r.opinion_of(o) for o in found}

    def _document(self, key: int, notes: Sequence[r.Row]) -> Document:
        row = self._one("select * from documents where id = ?", key)
        assert row is not None
        marks = self._all("select * from marks where document_id = ? order by position", key)
        return r.document_of(
            row, notes, marks, self._all("select * from problems where document_id = ? order by position", key)
        )

    def _claims(self, document: int, places: dict[int, int]) -> tuple[dict[int, Claim], dict[int, Any]]:
        of = "from {} join claims on claims.id = claim_id where document_id = ? order by {}.position"
        noted = self._grouped("select claim_notes.* " + of.format("claim_notes", "claim_notes"), "claim_id", document)
        quoted = self._grouped("select quotations.* " + of.format("quotations", "quotations"), "claim_id", document)
        claims = {
            c["id"]: r.claim_of(c, [places[n["note_id"]] for n in noted.get(c["id"], [])], quoted.get(c["id"], []))
            for c in self._all("select * from claims where document_id = ? order by position", document)
        }
        return claims, {q["id"]: r.quotation_of(q) for group in quoted.values() for q in group}

    def _checked(self, cited: r.Row, citation: Citation, report: r.Row) -> CheckedCitation:
        fetched = self._one(
            "select * from fetches where source_id = ? and fetched_at <= ? order by fetched_at desc, id desc limit 1",
            cited["source_id"],
            report["checked_at"],
        )
        fetch = self._fetch(fetched, citation.url or "", bodies=False) if fetched else None
        return CheckedCitation(citation, fetch, Content.FIRST if fetch else None)

    def _fetch(self, row: r.Row, url: str, *, bodies: bool = True) -> Fetch:
        hops = self._all("select * from hops where fetch_id = ? order by position", row["id"])
        copy = None
        if row["memento_snapshot_id"]:
            snapshot, text = (
                self._load_snapshot(row["memento_snapshot_id"], bodies=bodies),
                self._load_text(row["memento_text_id"]),
            )
            copy = (snapshot, text) if snapshot and text else None
        return r.fetch_of(
            row,
            url,
            hops,
            self._load_snapshot(row["snapshot_id"], bodies=bodies),
            self._load_text(row["text_id"]),
            copy,
        )

    def _load_snapshot(self, key: int | None, *, bodies: bool) -> Snapshot | None:
        row = self._one(
            "select snapshots.*, content, size from snapshots join bodies on bodies.id = body_id where snapshots.id = ?",
            key,
        )
        if row is None:
            return None
        body = (
            zstandard.ZstdDecompressor().decompress(row["content"], max_output_size=max(1, row["size"]))
            if bodies
            else b""
        )
        if bodies and hashlib.sha256(body).hexdigest() != row["sha256"]:
            raise ArchiveError(
                f"{self.path} is damaged: a stored page is not what was fetched.", hint="Take it from a backup copy."
            )
        return Snapshot(row["sha256"], body, row["media_type"], row["charset"], row["url"])

    def _load_text(self, key: int | None) -> SourceText | None:
        row = self._one("select * from texts where id = ?", key)
        return r.text_of(row) if row else None

    def _archived_source(self, source: r.Row) -> ArchivedSource:
        found = self.latest_fetch(source["url"], readable=True)
        cited = self._all("select title, accessed from citations where source_id = ? order by id desc", source["id"])
        quoted = self._all(
            """select distinct quotations.text from findings join citations on citations.id = citation_id
               join quotations on quotations.id = quotation_id
               where source_id = ? and verdict in ('verbatim', 'verbatim_marked', 'near_verbatim')""",
            source["id"],
        )
        visits = self._all("select * from fetches where source_id = ? order by fetched_at desc, id desc", source["id"])
        return ArchivedSource(
            url=source["url"],
            text=found.text if found and found.status.family.value == "found" else None,
            quotations=tuple(q["text"] for q in quoted),
            titles=tuple(dict.fromkeys(c["title"] for c in cited if c["title"])),
            accessed=next((c["accessed"] for c in cited if c["accessed"]), None),
            visits=tuple((r.moment(v["fetched_at"]), r.status_of(v)) for v in visits),
        )

    def _known_document(
        self, document: Document, citations: Sequence[Citation], claims: Sequence[Claim]
    ) -> _Ids | None:
        """The rows of the same document read in the same way."""
        row = self._one(
            "select id from documents where name = ? and sha256 = ? order by id desc limit 1",
            r.clean(document.name),
            document.sha256,
        )
        if row is None:
            return None
        notes = self._all("select * from notes where document_id = ? order by position", row["id"])
        places = {n["id"]: i for i, n in enumerate(notes)}
        cited = self._all(
            _CITED,
            row["id"],
        )
        claimed, _ = self._claims(row["id"], places)
        same = (
            self._document(row["id"], notes) == document
            and [r.citation_of(c, places[c["note_id"]]) for c in cited] == list(citations)
            and list(claimed.values()) == list(claims)
        )
        if not same:
            return None
        quoted = self._grouped(
            "select quotations.* from quotations join claims on claims.id = claim_id where document_id = ? order by quotations.position",
            "claim_id",
            row["id"],
        )
        return _Ids(
            row["id"],
            tuple(places),
            tuple(c["id"] for c in cited),
            tuple(claimed),
            tuple(tuple(q["id"] for q in quoted.get(c, [])) for c in claimed),
        )

    # --- the connection ------------------------------------------------------------------------

    @contextmanager
    def _explained(self) -> Iterator[None]:
        try:
            yield
        except sqlite3.Error as error:
            raise explain(error, self.path) from None

    @contextmanager
    def _writing(self) -> Iterator[None]:
        """Rows that belong together: all or none of them."""
        with self._explained():
            if not self._connection.in_transaction:
                self._connection.execute("begin immediate")
            with self._db.atomic():
                yield

    def _insert(self, table: str, row: dict[str, Any]) -> int:
        columns = ", ".join(f'"{c}"' for c in row)
        cursor = self._connection.execute(
            f"insert into {table} ({columns}) values ({', '.join('?' * len(row))})",  # noqa: S608 - our own names
            [r.clean(v) for v in row.values()],
        )
        assert cursor.lastrowid is not None
        return cursor.lastrowid

    def _execute(self, sql: str, *values: Any) -> None:
        self._connection.execute(sql, values)

    def _one(self, sql: str, *values: Any) -> r.Row | None:
        with self._explained():
            found: r.Row | None = self._connection.execute(sql, values).fetchone()
        return found

    def _all(self, sql: str, *values: Any) -> list[r.Row]:
        with self._explained():
            return self._connection.execute(sql, values).fetchall()

    def _grouped(self, sql: str, key: str, *values: Any) -> dict[int, list[r.Row]]:
        groups: dict[int, list[r.Row]] = {}
        for row in self._all(sql, *values):
            groups.setdefault(row[key], []).append(row)
        return groups
