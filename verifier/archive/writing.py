"""Keep values: runs, documents, fetches, findings. Each in one transaction, several in one commit."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from verifier import __version__
from verifier.archive import older, pairs
from verifier.archive import rows as r
from verifier.archive.bodies import BodyError, Known, pack, pack_alone
from verifier.archive.reading import CITED, Reading
from verifier.model import (
    CheckedCitation,
    Citation,
    Claim,
    Decision,
    Document,
    Fetch,
    Guess,
    Report,
    Snapshot,
    SourceText,
)
from verifier.sources import GUESSING
from verifier.urls import host, identity

# Finished citations are committed together: a commit costs 22 to 30 ms.
_GROUP = 100
_GROUP_TIME = timedelta(seconds=0.5)


@dataclass(frozen=True, slots=True)
class _Ids:
    """The rows of one document, in the order of its values."""

    document: int
    notes: tuple[int, ...]
    citations: tuple[int, ...]
    claims: tuple[int, ...]
    quotations: tuple[tuple[int, ...], ...]


class Writing(Reading):
    """What is kept."""

    def __init__(self, path: Path, connection: sqlite3.Connection, now: Callable[[], datetime]) -> None:
        super().__init__(path, connection, now)
        self._run: int | None = None
        self._bases = Known()
        self._packed = 0  # texts, since the last commit
        self._added: tuple[Document, _Ids] | None = None

    def flush(self) -> None:
        """Commit what is finished."""
        if self._packed and self._connection.in_transaction:
            with self._explained():
                older.tidy(self._connection, self._packed)
            self._packed = 0
        super().flush()

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
            self._added = document, known or self._add_document(document, citations, claims)

    def add_fetch(self, fetch: Fetch) -> None:
        """Keep a fetch: its hops, what it brought, and the memento that stands in for what is lost."""
        with self._writing():
            row = {"run_id": self._run, "source_id": self._source(fetch.url), **r.fetch_row(fetch)}
            row["snapshot_id"] = self._snapshot(fetch.snapshot, fetch.fetched_at)
            row["text_id"] = self._text(row["snapshot_id"], fetch.text)
            if fetch.memento is not None:
                row["memento_snapshot_id"] = self._snapshot(fetch.memento.snapshot, fetch.memento.datetime)
                row["memento_text_id"] = self._text(row["memento_snapshot_id"], fetch.memento.text)
            key = self._insert("fetches", row)
            for i, hop in enumerate(fetch.hops):
                self._insert("hops", {"fetch_id": key, "position": i, **r.row_of(hop)})
            for i, exchange in enumerate(fetch.exchanges):
                asked = {"url": exchange.url, "status": exchange.status}
                came = {"snapshot_id": self._snapshot(exchange.snapshot, fetch.fetched_at)}
                self._insert("exchanges", {"fetch_id": key, "position": i, **asked, **came})
            if row["text_id"] is not None:
                self._settle(row["source_id"])
        self._pending += 1
        if self._pending >= _GROUP or self._now() - self._since >= _GROUP_TIME:
            self.flush()

    def add_decision(self, decision: Decision) -> None:
        """Keep what a person decided; the newest of the same words and source counts."""
        with self._writing():
            self._insert("decisions", r.row_of(decision))
        self.flush()

    def add_guess(self, snapshot: Snapshot, text: SourceText, guess: Guess) -> None:
        """Keep a guess at a page; its fetch was added before."""
        place = {"text_id": self._text_id(snapshot, text), "version": GUESSING}
        with self._writing():
            self._insert("guesses", {**place, **r.row_of(guess)})

    def add_report(self, report: Report, read_by: str | None = None) -> None:
        """Keep the findings of a check; its document was added before. `read_by`: what read it, of its bytes alone (`Unread`)."""
        with self._writing():
            ids = self._ids_of(report)
            place = {"run_id": self._run, "document_id": ids.document, "read_by": read_by}
            key = self._insert("reports", {**place, **r.report_row(report)})
            self._add_findings(report, ids, key)
            self._add_answers(report.citations, ids, key)
        self.flush()

    def _ids_of(self, report: Report) -> _Ids:
        if self._added is not None and self._added[0] is report.document:
            return self._added[1]
        citations = tuple(c.citation for c in report.citations)
        known = self._known_document(report.document, citations, report.claims)
        assert known is not None, "add_document comes first"
        return known

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
                self._insert("opinions", {"finding_id": found, **r.row_of(finding.opinion)})
            for i, evidence in enumerate(finding.evidence):
                self._insert("matches", {"finding_id": found, "position": i, **r.row_of(evidence)})

    def _add_answers(self, answers: Sequence[CheckedCitation], ids: _Ids, report: int) -> None:
        for position, (cited, citation) in enumerate(zip(answers, ids.citations, strict=True)):
            place = {"report_id": report, "citation_id": citation}
            fetch = {"fetch_id": self._fetch_id(cited.fetch), "position": position}
            self._insert("answers", {**place, **fetch, **r.answer_row(cited)})
            for i, check in enumerate(cited.reference):
                self._insert("reference_checks", {**place, "position": i, **r.row_of(check)})

    def _fetch_id(self, fetch: Fetch | None) -> int | None:
        if fetch is None:
            return None
        row = self._one(
            """select fetches.id from fetches join sources on sources.id = source_id
               where url = ? and fetched_at = ? order by fetches.id desc limit 1""",
            r.clean(fetch.url),
            r.at(fetch.fetched_at),
        )
        return int(row["id"]) if row else None

    def _add_document(self, document: Document, citations: Sequence[Citation], claims: Sequence[Claim]) -> _Ids:
        key = self._insert("documents", r.document_row(document, r.at(self._now())))
        notes = tuple(
            self._insert("notes", {"document_id": key, "position": i, **r.note_row(n)})
            for i, n in enumerate(document.notes)
        )
        for i, m in enumerate(document.marks):
            note = None if m.note is None else notes[m.note]
            self._insert("marks", {"document_id": key, "note_id": note, "position": i, **r.mark_row(m)})
        for i, p in enumerate(document.problems):
            self._insert("problems", {"document_id": key, "position": i, **r.row_of(p)})
        cited = tuple(self._add_citation(key, i, c, notes[c.note]) for i, c in enumerate(citations))
        claimed = tuple(self._add_claim(key, i, c, notes) for i, c in enumerate(claims))
        return _Ids(key, notes, cited, tuple(c for c, _ in claimed), tuple(q for _, q in claimed))

    def _add_citation(self, document: int, position: int, citation: Citation, note: int) -> int:
        source = self._source(citation.url) if citation.url else None
        place = {"document_id": document, "note_id": note, "source_id": source, "position": position}
        return self._insert("citations", {**place, **r.citation_row(citation)})

    def _add_claim(
        self, document: int, position: int, claim: Claim, notes: Sequence[int]
    ) -> tuple[int, tuple[int, ...]]:
        key = self._insert("claims", {"document_id": document, "position": position, **r.claim_row(claim)})
        for i, note in enumerate(claim.notes):
            self._insert("claim_notes", {"claim_id": key, "note_id": notes[note], "position": i})
        quoted = tuple(
            self._insert("quotations", {"claim_id": key, "position": i, **r.row_of(q)})
            for i, q in enumerate(claim.quotations)
        )
        return key, quoted

    def _settle(self, source: int) -> None:
        with suppress(BodyError):  # a damaged page is told of by who reads it; its text stays as it is
            self._packed += older.settle(self._connection, source)

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
        place = {"body_id": self._body(snapshot), "captured_at": r.at(captured)}
        return self._insert("snapshots", {**place, **r.row_of(snapshot, "body")})

    def _body(self, snapshot: Snapshot) -> int:
        known = self._one("select id from bodies where sha256 = ?", snapshot.sha256)
        if known:
            return int(known["id"])
        columns = pack(self._connection, snapshot.body, r.clean(snapshot.url), self._bases)
        return self._insert("bodies", {"sha256": snapshot.sha256, **columns})

    def _mend_body(self, key: int, snapshot: Snapshot) -> None:
        """Put the bytes of a capture in the place of those of the same hash that are damaged: alone, as others may rest on them."""
        columns = pack_alone(snapshot.body)
        setting = ", ".join(f"{column} = ?" for column in columns)
        self._execute(f"update bodies set {setting} where id = ?", *columns.values(), key)  # noqa: S608 - our own names

    def _text(self, snapshot: int | None, text: SourceText | None) -> int | None:
        if snapshot is None or text is None:
            return None
        known = self._one(
            "select id from texts where snapshot_id = ? and extractor = ? and version = ?",
            snapshot,
            text.extractor,
            text.version,
        )
        return int(known["id"]) if known else self._insert_text({"snapshot_id": snapshot, **r.text_row(text)})

    def _insert_text(self, row: dict[str, Any]) -> int:
        key = self._insert("texts", row)
        pairs.add_text(self._connection, key, row["text"])
        return key

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
        places = r.Held({n["id"]: i for i, n in enumerate(notes)})
        cited = self._all(CITED, row["id"])
        claimed, _ = self._claims(row["id"], places)
        same = (
            self._document(row["id"], notes) == document
            and [r.citation_of(c, places[c["note_id"]]) for c in cited] == list(citations)
            and list(claimed.values()) == list(claims)
        )
        if not same:
            return None
        quoted = self._quoted(row["id"], claimed)
        return _Ids(row["id"], tuple(places), tuple(c["id"] for c in cited), tuple(claimed), quoted)

    def _quoted(self, document: int, claims: Iterable[int]) -> tuple[tuple[int, ...], ...]:
        """The rows of the quotations of each claim."""
        found = self._grouped(
            "select quotations.* from quotations join claims on claims.id = claim_id where document_id = ? order by quotations.position",
            "claim_id",
            document,
        )
        return tuple(tuple(q["id"] for q in found.get(claim, [])) for claim in claims)
