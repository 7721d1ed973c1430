"""Values out again: fetches, sources, findings, texts."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime
from typing import Any

from verifier import verdicts
from verifier.archive import older
from verifier.archive import rows as r
from verifier.archive.ask import run_query
from verifier.archive.bodies import BodyError, unpack
from verifier.archive.connected import Connected
from verifier.archive.datasette import metadata
from verifier.errors import ArchiveError
from verifier.model import (
    CheckedCitation,
    CheckLine,
    Citation,
    Claim,
    Content,
    Decision,
    Document,
    Fetch,
    FetchLine,
    FieldCheck,
    Finding,
    Guess,
    Opinion,
    QueryResult,
    Quotation,
    Report,
    Saved,
    SearchHit,
    Snapshot,
    SourceText,
    Unread,
)
from verifier.sources import GUESSING, VERSION
from verifier.urls import identity

_NEWEST_FETCH = """
    select fetches.* from fetches join sources on sources.id = source_id
    where url = ? {only} order by coalesce(imported_at, fetched_at) desc, fetches.id desc limit 1
"""
# Fetches of one second are in the order of their ids.
_TEXT_BEFORE = """
    select texts.* from fetches
    join texts on texts.id = text_id
    join (
        select fetches.id, source_id, fetched_at from fetches join sources on sources.id = source_id
        where url = ? and fetched_at = ? order by fetches.id desc limit 1
    ) this on this.source_id = fetches.source_id
    where family = 'found' and plan <> 'import' and (fetches.fetched_at, fetches.id) < (this.fetched_at, this.id)
    order by fetches.fetched_at desc, fetches.id desc limit 1 offset ?
"""
_TEXT_OF = """
    select texts.id from texts join snapshots on snapshots.id = snapshot_id
    where sha256 = ? and media_type = ? and charset is ? and extractor = ? and texts.version = ? order by texts.id limit 1
"""
_READING = """
    select texts.* from texts join snapshots on snapshots.id = snapshot_id
    where sha256 = ? and media_type = ? and charset is ? and version = ? and instr(extractor, '+') = 0 limit 1
"""
# An answer that was given without a fetch though there was an address to fetch, or that a newer fetch, or age, or a judge's opinion
# puts in question.
_CHANGED = """
    select 1 from answers join citations on citations.id = citation_id
    left join fetches on fetches.id = fetch_id
    where (citations.source_id is not null and (fetch_id is null or fetched_at < ?
           or exists (select 1 from fetches newer where newer.source_id = citations.source_id
                      and ((newer.fetched_at, newer.id) > (fetches.fetched_at, fetches.id)
                           or (newer.plan = 'import' and newer.id > fetches.id)))))
      and report_id = ?
"""
_NEWEST_REPORT = """
    select reports.*, documents.id as d from reports join documents on documents.id = document_id
    {where} order by checked_at desc, reports.id desc limit 1
"""
_NEWEST_NAME = """
    select name from reports join documents on documents.id = document_id order by checked_at desc, reports.id desc limit 1
"""
CITED = """
    select citations.*, sources.url from citations left join sources on sources.id = source_id where document_id = ? order by position
"""


class Reading(Connected):
    """What is asked."""

    def latest_fetch(
        self,
        url: str,
        *,
        readable: bool = False,
        bodies: bool = True,
        fetched: bool = False,
        since: datetime | None = None,
    ) -> Fetch | None:
        """The newest fetch of a cited address with what it brought (`bodies`: also the bytes).

        `readable`: the newest that found it; `fetched`: no copy that a reader saved; `since`: none that came before.
        """
        only = "and (family = 'found' or memento_text_id is not null)" if readable else ""
        only += " and plan <> 'import'" if fetched else ""
        only += " and coalesce(imported_at, fetched_at) >= ?" if since else ""
        row = self._one(_NEWEST_FETCH.format(only=only), r.clean(url), *((r.at(since),) if since else ()))
        return self._fetch(row, url, bodies=bodies) if row else None

    def saved(self, url: str) -> Saved | None:
        """The newest copy of a cited address that a reader saved, where it can be read."""
        row = self._one(
            _NEWEST_FETCH.format(only="and plan = 'import' and (family = 'found' or link = 'fragment_missing')"),
            r.clean(url),
        )
        fetch = self._fetch(row, url, bodies=False) if row else None
        if fetch is None or fetch.snapshot is None or fetch.own_text is None:
            return None
        return Saved(fetch.fetched_at, fetch.origin or "", fetch.snapshot, fetch.own_text)

    def reading(self, snapshot: Snapshot) -> SourceText | None:
        """What was read out of the same body before, by the extractors of today; None where it was not read."""
        row = self._one(_READING, snapshot.sha256, snapshot.media_type, r.clean(snapshot.charset), VERSION)
        return self._read(row) if row else None

    def guess(self, snapshot: Snapshot, text: SourceText) -> Guess | None:
        """What was guessed of a page before, by the guessing of today; None where nobody guessed."""
        row = self._one(
            "select * from guesses where text_id = ? and version = ?", self._text_id(snapshot, text), GUESSING
        )
        return r.value_of(Guess, row) if row else None

    def body(self, snapshot: Snapshot) -> bytes | None:
        """The bytes of a snapshot, None where they are not here. Raises ArchiveError where they are others."""
        row = self._one("select id from bodies where sha256 = ?", snapshot.sha256)
        return self._unpack(row["id"]) if row else None

    def _text_id(self, snapshot: Snapshot, text: SourceText) -> int | None:
        charset = r.clean(snapshot.charset)
        row = self._one(_TEXT_OF, snapshot.sha256, snapshot.media_type, charset, text.extractor, text.version)
        return int(row["id"]) if row else None

    def unchanged_report(
        self, article: Document | Unread, since: datetime, at: datetime, stands: Callable[[Fetch], bool]
    ) -> Report | None:
        """The newest report of an article, where nothing has changed: the same reading, rules and day, fetches since then that stand."""
        row = self._one(
            _NEWEST_REPORT.format(where="where documents.name = ? and sha256 = ?"),
            r.clean(article.name),
            article.sha256,
        )
        if row is None or not (row["finished"] and row["looked"] and row["rules"] == verdicts.RULES):
            return None
        if isinstance(article, Unread) and article.read_by != row["read_by"]:
            return None
        if r.moment(row["checked_at"]).date() != at.date() or self._one(_CHANGED, r.at(since), row["id"]):
            return None
        report = self._report(row)
        same = isinstance(article, Unread) or report.document == article
        return report if same and all(stands(c.fetch) for c in report.citations if c.fetch is not None) else None

    def text_before(self, fetch: Fetch, skip: int = 0) -> SourceText | None:
        """The text of a source as it was last found before this fetch; `skip` are visits to leave out before that."""
        row = self._one(_TEXT_BEFORE, r.clean(fetch.url), r.at(fetch.fetched_at), skip)
        return self._read(row) if row else None

    def report(self, document_name: str | None = None) -> Report | None:
        """The newest report of a document (of any, without a name), as it was after the check."""
        where = "where documents.name = ?" if document_name else ""
        row = self._one(_NEWEST_REPORT.format(where=where), *([r.clean(document_name)] if document_name else []))
        return self._report(row) if row else None

    def checks(self, document_name: str | None = None) -> tuple[CheckLine, ...]:
        """The checks of a document (of the one that was checked last, without a name), newest first."""
        name = document_name or next((line["name"] for line in self._all(_NEWEST_NAME)), None)
        found = self._all(
            """select name, run_id, checked_at, finished and looked as whole
               from reports join documents on documents.id = document_id
               where name = ? order by checked_at desc, reports.id desc""",
            r.clean(name),
        )
        return tuple(r.check_line_of(row) for row in found)

    def report_of(self, line: CheckLine) -> Report | None:
        """The report of a listed check, None where it is not here any more."""
        row = self._one(
            _NEWEST_REPORT.format(where="where documents.name = ? and run_id is ? and checked_at = ?"),
            r.clean(line.document),
            line.run,
            r.at(line.checked_at),
        )
        return self._report(row) if row else None

    def decisions(self, document: str | None = None) -> tuple[Decision, ...]:
        """What people decided of a document (of all, without a name), newest first."""
        where = "where document = ?" if document else ""
        found = self._all(
            f"select * from decisions {where} order by decided_at desc, id desc",  # noqa: S608 - our own words
            *([r.clean(document)] if document else []),
        )
        return tuple(r.value_of(Decision, row, remark=row["remark"] or "") for row in found)

    def history(self, url: str) -> tuple[FetchLine, ...]:
        """All fetches of a source, newest first."""
        found = self._all(
            """select sources.url as cited, fetches.*, snapshots.sha256, snapshots.media_type, bodies.size from fetches
               join sources on sources.id = fetches.source_id
               left join snapshots on snapshots.id = snapshot_id left join bodies on bodies.id = body_id
               where sources.url = ? or identity = ? order by fetched_at desc, fetches.id desc""",
            r.clean(url), identity(r.clean(url)),
        )  # fmt: skip
        return tuple(map(r.fetch_line_of, found))

    def text_at(self, line: FetchLine) -> SourceText | None:
        """The text of a listed visit, None where it was not read or was dropped."""
        row = self._one(
            """select texts.* from fetches join sources on sources.id = source_id join texts on texts.id = text_id
               where url = ? and fetched_at = ? and plan = ? order by fetches.id desc limit 1""",
            line.url,
            r.at(line.fetched_at),
            line.plan.value,
        )
        return self._read(row) if row else None

    def search(
        self, words: str, limit: int = 20, document: str | None = None, since: datetime | None = None
    ) -> tuple[SearchHit, ...]:
        """Full-text search over all archived texts, best first; of one document's sources, or fetched since. Raises QueryError."""
        from verifier.archive.search import search_texts  # noqa: PLC0415 - of one verb alone

        return search_texts(self._connection, words, limit, document, since)

    def query(self, sql: str, *, seconds: float = 5.0, max_rows: int = 1000) -> QueryResult:
        """Run one read-only statement, or show a table or view by its name. Raises QueryError."""
        self.flush()
        return run_query(self._connection, sql, seconds=seconds, max_rows=max_rows)

    def datasette(self) -> dict[str, Any]:
        """Datasette's metadata for this file."""
        return metadata(self._connection, self.path.stem)

    def _report(self, row: r.Row) -> Report:
        notes = self._all("select * from notes where document_id = ? order by position", row["d"])
        places = r.Held({n["id"]: i for i, n in enumerate(notes)})
        document = self._document(row["d"], notes)
        cited = self._all(CITED, row["d"])
        citations = r.Held({c["id"]: r.citation_of(c, places[c["note_id"]]) for c in cited})
        claims, quotations = self._claims(row["d"], places)
        findings = self._findings(row["id"], claims, citations, quotations)
        answers = self._answers(row["id"], document, citations, findings)
        if len(answers) < len(cited):  # of a schema that kept no answers
            fetches = {c["url"]: fetch for c in cited if (fetch := self._fetch_at(c, row)) is not None}
            references = self._compare(citations.values(), fetches, r.moment(row["checked_at"]).date())
            fetches = {url: (fetch.without_texts(), content) for url, (fetch, content) in fetches.items()}
            answers = verdicts.find_answers(document, tuple(citations.values()), fetches, findings, references)
        return Report(
            document=document,
            citations=answers,
            findings=findings,
            claims=tuple(claims.values()),
            summary=verdicts.summarise(document, tuple(claims.values()), answers),
            checked_at=r.moment(row["checked_at"]),
            version=row["version"],
            finished=bool(row["finished"]),
            looked=bool(row["looked"]),
            archive=str(self.path),
        )

    @staticmethod
    def _compare(
        citations: Iterable[Citation], fetches: Mapping[str, tuple[Fetch, Content | None]], today: date
    ) -> dict[Citation, tuple[FieldCheck, ...]]:
        """The references of a report that kept none, compared as they would have been."""
        from verifier.verdicts import compare_reference  # noqa: PLC0415 - of an old report alone

        nothing = (None, None)
        return {c: compare_reference(c, fetches.get(c.url or "", nothing)[0], today) for c in citations}

    def _findings(
        self, report: int, claims: dict[int, Claim], citations: dict[int, Citation], quotations: dict[int, Quotation]
    ) -> tuple[Finding, ...]:
        of = "from {} join findings on findings.id = finding_id where report_id = ? order by {}.id"
        matches = self._grouped("select matches.* " + of.format("matches", "matches"), "finding_id", report)
        opinions = self._all("select opinions.* " + of.format("opinions", "opinions"), report)
        heard = {o["finding_id"]: r.value_of(Opinion, o) for o in opinions}
        return tuple(
            replace(
                r.finding_of(
                    f,
                    claims[f["claim_id"]],
                    citations[f["citation_id"]],
                    quotations.get(f["quotation_id"]),
                    matches.get(f["id"], []),
                ),
                opinion=heard.get(f["id"]),
            )
            for f in self._all("select * from findings where report_id = ? order by position", report)
        )

    def _answers(
        self, report: int, document: Document, citations: dict[int, Citation], findings: Sequence[Finding]
    ) -> tuple[CheckedCitation, ...]:
        checks = self._grouped(
            "select * from reference_checks where report_id = ? order by position", "citation_id", report
        )
        mine = verdicts.worst_first(findings)
        found = self._all(
            """select answers.*, url from answers join citations on citations.id = citation_id
               left join sources on sources.id = source_id where report_id = ? order by answers.position""",
            report,
        )
        return tuple(
            r.answer_of(
                a,
                citation := citations[a["citation_id"]],
                document.notes[citation.note],
                self._answered(a["fetch_id"], a["url"]),
                checks.get(a["citation_id"], []),
                mine.get(citation, ()),
            )
            for a in found
        )

    def _answered(self, key: int | None, url: str) -> Fetch | None:
        row = self._one("select * from fetches where id = ?", key)
        return self._fetch(row, url, bodies=False, texts=False) if row else None

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
        claims = r.Held(
            {
                c["id"]: r.claim_of(c, [places[n["note_id"]] for n in noted.get(c["id"], [])], quoted.get(c["id"], []))
                for c in self._all("select * from claims where document_id = ? order by position", document)
            }
        )
        return claims, {q["id"]: r.value_of(Quotation, q) for group in quoted.values() for q in group}

    def _fetch_at(self, cited: r.Row, report: r.Row) -> tuple[Fetch, None] | None:
        """The newest fetch of a cited source at the time of a report."""
        fetched = self._one(
            "select * from fetches where source_id = ? and fetched_at <= ? order by fetched_at desc, id desc limit 1",
            cited["source_id"],
            report["checked_at"],
        )
        return (self._fetch(fetched, cited["url"], bodies=False), None) if fetched else None

    def _fetch(self, row: r.Row, url: str, *, bodies: bool = True, texts: bool = True) -> Fetch:
        hops = self._all("select * from hops where fetch_id = ? order by position", row["id"])
        copy = None
        if row["memento_snapshot_id"]:
            snapshot, text = (
                self._load_snapshot(row["memento_snapshot_id"], bodies=bodies),
                self._load_text(row["memento_text_id"], whole=texts),
            )
            copy = (snapshot, text) if snapshot and text else None
        return r.fetch_of(
            row,
            url,
            hops,
            self._load_snapshot(row["snapshot_id"], bodies=bodies),
            self._load_text(row["text_id"], whole=texts),
            copy,
        )

    def _load_snapshot(self, key: int | None, *, bodies: bool) -> Snapshot | None:
        row = self._one(
            "select snapshots.* from snapshots join bodies on bodies.id = body_id where snapshots.id = ?", key
        )
        if row is None:
            return None
        return r.value_of(Snapshot, row, body=self._unpack(row["body_id"]) if bodies else b"")

    def _read(self, row: r.Row) -> SourceText:
        """A reading, which may be stored packed. Raises ArchiveError where it is not what was put in."""
        try:
            with self._explained():
                return r.text_of(older.whole(self._connection, row))
        except BodyError as error:
            raise ArchiveError(
                f"{self.path} is damaged: a text is not what was read: text {row['id']} {error}.",
                hint="Run 'verifier verify' to see what hangs on it, and take the archive from a backup copy.",
            ) from None

    def _unpack(self, key: int) -> bytes:
        """The bytes of a body. Raises ArchiveError where they are not what its hash says."""
        try:
            with self._explained():
                return unpack(self._connection, key)
        except BodyError as error:
            raise ArchiveError(
                f"{self.path} is damaged: a stored page is not what was fetched: body {key} {error}.",
                hint="Run 'verifier verify' to see what hangs on it, and take the archive from a backup copy.",
            ) from None

    def _load_text(self, key: int | None, *, whole: bool) -> SourceText | None:
        columns = "*" if whole else r.BARE_COLUMNS
        row = self._one(f"select {columns} from texts where id = ?", key) if key else None  # noqa: S608 - our own names
        if row is None:
            return None
        return self._read(row) if whole else r.bare_text_of(row)
