"""Values to rows and back. Rows stay in this package; what a field is to its column is said in `fields.py`."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Sequence
from typing import Any, TypeVar

from verifier.archive.fields import Row, at, dump, moment, row_of, told, value_of
from verifier.archive.older import digest
from verifier.errors import DamagedArchiveError
from verifier.model import (
    Block,
    BlockKind,
    CheckedCitation,
    CheckLine,
    Citation,
    Claim,
    Content,
    Document,
    Evidence,
    Fetch,
    FetchLine,
    FieldCheck,
    Finding,
    FindingKind,
    Hop,
    LinkStatus,
    Mark,
    Memento,
    Note,
    PageFacts,
    PageMetadata,
    PlanName,
    Problem,
    Quotation,
    QuotationVerdict,
    Report,
    Snapshot,
    SourceText,
    StatementVerdict,
    Work,
)
from verifier.verdicts import RULES

__all__ = [
    "BARE_COLUMNS",
    "Held",
    "Row",
    "answer_of",
    "answer_row",
    "as_mapping",
    "at",
    "bare_text_of",
    "check_line_of",
    "citation_of",
    "citation_row",
    "claim_of",
    "claim_row",
    "clean",
    "document_of",
    "document_row",
    "dump",
    "fetch_line_of",
    "fetch_of",
    "fetch_row",
    "finding_of",
    "finding_row",
    "mark_of",
    "mark_row",
    "moment",
    "note_of",
    "note_row",
    "report_row",
    "row_of",
    "status_of",
    "text_of",
    "text_row",
    "value_of",
]

T = TypeVar("T")


class Held(dict[int, T]):
    """Values by the ids of their rows: an id that another row names and that is not there is damage.

    >>> Held({1: "note"})[1]
    'note'
    """

    def __missing__(self, key: int) -> T:
        raise DamagedArchiveError(
            f"The archive is damaged: a row names another that is not there ({key}).",
            hint="Run 'verifier verify' to see what hangs on it, and take the archive from a backup copy.",
        )


def clean(value: Any) -> Any:
    """A text that SQLite and every reader of it can hold: no lone surrogates, no NUL."""
    if isinstance(value, str) and ("\0" in value or not value.isascii()):
        return value.replace("\0", "\ufffd").encode("utf-8", "replace").decode()
    return value


def document_row(document: Document, added_at: str) -> dict[str, Any]:
    """A document without its notes and marks."""
    return {
        "name": document.name,
        "sha256": document.sha256,
        "format": document.format,
        "title": document.title,
        "language": document.language,
        "text": "\n\n".join(b.text for b in document.blocks),
        "block_kinds": dump([b.kind.value for b in document.blocks]),
        "added_at": added_at,
    }


@told
def document_of(row: Row, notes: Sequence[Row], marks: Sequence[Row], problems: Sequence[Row]) -> Document:
    """A document from its rows; a mark's note is the place of the note's row."""
    kinds = json.loads(row["block_kinds"])
    places = {note["id"]: i for i, note in enumerate(notes)}
    texts = row["text"].split("\n\n") if kinds else []
    return Document(
        name=row["name"],
        format=row["format"],
        title=row["title"],
        language=row["language"],
        blocks=tuple(Block(text, BlockKind(kind)) for text, kind in zip(texts, kinds, strict=True)),
        notes=tuple(map(note_of, notes)),
        marks=tuple(mark_of(m, places.get(m["note_id"])) for m in marks),
        problems=tuple(value_of(Problem, problem) for problem in problems),
        sha256=row["sha256"],
    )


def note_row(note: Note) -> dict[str, Any]:
    """A note."""
    return {**row_of(note, "data"), "data": dump([work.pairs for work in note.data])}


@told
def note_of(row: Row) -> Note:
    """A note from its row."""
    return value_of(Note, row, data=tuple(map(Work.from_pairs, json.loads(row["data"]))))


def mark_row(mark: Mark) -> dict[str, Any]:
    """A mark without its note."""
    return row_of(mark, "note")


def mark_of(row: Row, note: int | None) -> Mark:
    """A mark from its row; `note` is the place of its note."""
    return value_of(Mark, row, note=note)


def citation_row(citation: Citation) -> dict[str, Any]:
    """A citation without its note and its source's address."""
    return {**row_of(citation, "note", "url", "identifiers"), "identifiers": dump(dict(citation.identifiers))}


@told
def citation_of(row: Row, note: int) -> Citation:
    """A citation from its row joined with its source's address."""
    identifiers = tuple(json.loads(row["identifiers"] or "{}").items())
    return value_of(Citation, row, note=note, identifiers=identifiers)


def claim_row(claim: Claim) -> dict[str, Any]:
    """A claim without its notes and quotations."""
    return row_of(claim, "notes", "quotations")


def claim_of(row: Row, notes: Sequence[int], quotations: Sequence[Row]) -> Claim:
    """A claim from its rows."""
    quoted = tuple(value_of(Quotation, quotation) for quotation in quotations)
    return value_of(Claim, row, notes=tuple(notes), quotations=quoted)


# Of a visit, what stands in other rows, in columns of its own, or only while it is kept.
_BESIDE_FETCHES = ("url", "status", "hops", "snapshot", "text", "memento", "headers", "exchanges", "saved")


def fetch_row(fetch: Fetch) -> dict[str, Any]:
    """A fetch without its hops, snapshot and text."""
    memento = fetch.memento
    return {
        **row_of(fetch, *_BESIDE_FETCHES),
        **row_of(fetch.status),
        "family": fetch.status.family.value,
        "memento_url": memento.url if memento else None,
        "memento_at": at(memento.datetime) if memento else None,
        "memento_holds_words": None if memento is None or memento.holds_words is None else int(memento.holds_words),
        # A cookie is for one visitor, and archives are mailed and committed.
        "headers": dump([h for h in fetch.headers if h[0] != "set-cookie"]) if fetch.headers else None,
    }


def status_of(row: Row) -> LinkStatus:
    """The state of a link from a fetch's row."""
    return value_of(LinkStatus, row)


@told
def fetch_of(  # noqa: PLR0913, PLR0917 - the row and all that hangs on it
    row: Row,
    url: str,
    hops: Sequence[Row],
    snapshot: Snapshot | None,
    text: SourceText | None,
    copy: tuple[Snapshot, SourceText] | None,
) -> Fetch:
    """A fetch from its rows."""
    holds = row["memento_holds_words"]
    memento = (
        Memento(row["memento_url"], moment(row["memento_at"]), *copy, None if holds is None else bool(holds))
        if copy
        else None
    )
    return value_of(
        Fetch,
        row,
        url=url,
        status=status_of(row),
        hops=tuple(value_of(Hop, hop) for hop in hops),
        snapshot=snapshot,
        text=text,
        memento=memento,
        headers=tuple((name, value) for name, value in json.loads(row["headers"] or "[]")),
        exchanges=(),
        saved=None,
    )


@told
def fetch_line_of(row: Row) -> FetchLine:
    """A visit as a line of the source's history."""
    content = Content(row["content"]) if row["content"] else None
    return FetchLine(
        row["cited"], moment(row["fetched_at"]), PlanName(row["plan"]), status_of(row), row["final_url"], row["http_status"], row["sha256"],
        row["media_type"], row["size"], row["memento_url"], content, row["pruned_sha256"],
    )  # fmt: skip


def text_row(text: SourceText) -> dict[str, Any]:
    """A reading of a source."""
    return {
        **row_of(text, "metadata", "facts", "guessed"),
        **row_of(text.metadata),
        "facts": dump(_facts_row(text.facts)),
        "text_sha256": digest(clean(text.text)),
    }


def _facts_row(facts: PageFacts) -> dict[str, Any]:
    """The facts that are not as they are where nothing was said: most pages say little."""
    given = {name: getattr(facts, name) for name in facts.__slots__ if getattr(facts, name) != getattr(_NO_FACTS, name)}
    return {name: sorted(value) if isinstance(value, frozenset) else value for name, value in given.items()}


_NO_FACTS = PageFacts()


@told
def _facts_of(text: str) -> PageFacts:
    given = json.loads(text)
    for name, value in given.items():
        if isinstance(value, list):
            given[name] = frozenset(value) if isinstance(getattr(_NO_FACTS, name), frozenset) else tuple(value)
    return PageFacts(**given)


@told
def text_of(row: Row) -> SourceText:
    """A reading from its row; one of an older schema has a text, and no parts and facts."""
    facts = _facts_of(row["facts"] or "{}")
    return value_of(SourceText, row, metadata=value_of(PageMetadata, row), facts=facts, guessed=False)


# What of a reading its bare form does without, and the columns that it rests on.
_BARE: dict[str, Any] = {"text": "", "main": (), "parts": (), "facts": _NO_FACTS, "pages": (), "guessed": False}
BARE_COLUMNS = ", ".join(
    (*PageMetadata.__slots__, *(name for name in SourceText.__slots__ if name not in (*_BARE, "metadata")))
)


def bare_text_of(row: Row) -> SourceText:
    """What a page says of itself, without what it says."""
    return value_of(SourceText, row, metadata=value_of(PageMetadata, row), **_BARE)


# Of a finding, what stands in other rows.
_BESIDE_FINDINGS = ("claim", "citation", "quotation", "evidence", "opinion")


def finding_row(finding: Finding) -> dict[str, Any]:
    """A finding without its claim, citation, evidence and opinion."""
    return row_of(finding, *_BESIDE_FINDINGS)


@told
def finding_of(
    row: Row, claim: Claim, citation: Citation, quotation: Quotation | None, matches: Sequence[Row]
) -> Finding:
    """A finding from its rows."""
    kind = FindingKind(row["kind"])
    verdict = QuotationVerdict(row["verdict"]) if kind is FindingKind.QUOTATION else StatementVerdict(row["verdict"])
    return value_of(
        Finding,
        row,
        claim=claim,
        citation=citation,
        quotation=quotation,
        verdict=verdict,
        evidence=tuple(value_of(Evidence, match) for match in matches),
        opinion=None,
    )


def report_row(report: Report) -> dict[str, Any]:
    """A report without its article, findings and answers."""
    return {
        "checked_at": at(report.checked_at),
        "version": report.version,
        "rules": RULES,
        "finished": int(report.finished),
        "looked": int(report.looked),
    }


@told
def check_line_of(row: Row) -> CheckLine:
    """A check of a document from its row."""
    return CheckLine(row["name"], row["run_id"], moment(row["checked_at"]), bool(row["whole"]))


# Of what is said of a citation, what stands in other rows.
_BESIDE_ANSWERS = ("citation", "label", "note", "fetch", "reference", "findings")


def answer_row(cited: CheckedCitation) -> dict[str, Any]:
    """What is said of a citation, without its visit, findings and reference."""
    return row_of(cited, *_BESIDE_ANSWERS)


@told
def answer_of(  # noqa: PLR0913, PLR0917 - the row and all that hangs on it
    row: Row,
    citation: Citation,
    note: Note,
    fetch: Fetch | None,
    reference: Sequence[Row],
    findings: tuple[Finding, ...],
) -> CheckedCitation:
    """What is said of a citation from its rows."""
    return value_of(
        CheckedCitation,
        row,
        citation=citation,
        label=note.label,
        note=note.text,
        fetch=fetch,
        reference=tuple(value_of(FieldCheck, check) for check in reference),
        findings=findings,
    )


def as_mapping(cursor: sqlite3.Cursor, row: tuple[Any, ...]) -> Row:
    """Rows by the names of their columns."""
    return {column[0]: value for column, value in zip(cursor.description, row, strict=True)}
