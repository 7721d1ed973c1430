"""Values to rows and back. Rows stay in this package."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from functools import wraps
from typing import Any, ParamSpec, TypeVar

from verifier.archive.older import digest
from verifier.errors import DamagedArchiveError
from verifier.model import (
    Agreement,
    Block,
    BlockKind,
    CheckedCitation,
    CheckLine,
    Citation,
    Claim,
    Conflict,
    Content,
    Decision,
    DecisionKind,
    Difference,
    DifferenceKind,
    Document,
    Evidence,
    Extent,
    Fetch,
    FetchLine,
    FieldCheck,
    Finding,
    FindingKind,
    Guess,
    Hop,
    Hyperlink,
    ItemKind,
    Judged,
    Link,
    LinkStatus,
    Mark,
    Memento,
    Note,
    NoteKind,
    Opinion,
    PageFacts,
    PageMetadata,
    Part,
    PlanName,
    Problem,
    ProblemKind,
    Quotation,
    QuotationVerdict,
    QuotedKind,
    Report,
    Role,
    RulingVerdict,
    Scope,
    Severity,
    Snapshot,
    SourceText,
    StatementVerdict,
    Work,
)
from verifier.verdicts import RULES

Row = Mapping[str, Any]
P = ParamSpec("P")
T = TypeVar("T")


def _told(make: Callable[P, T]) -> Callable[P, T]:
    """A row that holds what was never written is damage, and told as such: SQLite cannot see it."""

    @wraps(make)
    def made(*given: P.args, **named: P.kwargs) -> T:
        try:
            return make(*given, **named)
        except (ValueError, KeyError, TypeError, IndexError, RecursionError) as error:
            raise DamagedArchiveError(
                f"The archive is damaged: a row of it holds what no run writes ({error}).",
                hint="Take the archive from a backup copy.",
            ) from error

    return made


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


def at(moment: datetime) -> str:
    """A moment as the archive writes it.

    >>> at(datetime(2025, 6, 2, 9, 30, tzinfo=UTC))
    '2025-06-02T09:30:00Z'
    """
    return moment.astimezone(UTC).replace(tzinfo=None).isoformat() + "Z"


@_told
def moment(text: str) -> datetime:
    """The moment of such a text."""
    return datetime.fromisoformat(text)


def dump(value: Any) -> str:
    """Plain JSON, lists for tuples."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return text if text.isascii() else text.encode("utf-8", "replace").decode()


def slots(value: Any) -> list[Any]:
    """The fields of a frozen value, in order."""
    return [getattr(value, name) for name in value.__slots__]


def _fields(value: Any, *without: str) -> dict[str, Any]:
    """The fields of a frozen value by their names, which are those of the columns."""
    return {name: getattr(value, name) for name in value.__slots__ if name not in without}


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


@_told
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
        problems=tuple(map(problem_of, problems)),
        sha256=row["sha256"],
    )


def note_row(note: Note) -> dict[str, Any]:
    """A note."""
    return {
        "label": note.label,
        "kind": note.kind.value,
        "text": note.text,
        "hyperlinks": dump([slots(h) for h in note.hyperlinks]),
        "emphasis": dump(note.emphasis),
        "data": dump([work.pairs for work in note.data]),
    }


@_told
def note_of(row: Row) -> Note:
    """A note from its row."""
    return Note(
        row["label"],
        NoteKind(row["kind"]),
        row["text"],
        tuple(Hyperlink(*h) for h in json.loads(row["hyperlinks"])),
        tuple((a, b) for a, b in json.loads(row["emphasis"])),
        tuple(map(Work.from_pairs, json.loads(row["data"]))),
    )


def mark_row(mark: Mark) -> dict[str, Any]:
    """A mark without its note."""
    work = {"locator": mark.locator, "locator_label": mark.locator_label}
    place = {"block": mark.block, "character": mark.offset, "line": mark.line, "column": mark.column}
    return {"label": mark.label, **place, **work}


@_told
def mark_of(row: Row, note: int | None) -> Mark:
    """A mark from its row; `note` is the place of its note."""
    work = (row["locator"], row["locator_label"])
    return Mark(row["label"], note, row["block"], row["character"], *work, row["line"], row["column"])


def problem_row(problem: Problem) -> dict[str, Any]:
    """A problem of the article itself."""
    return _fields(problem)


@_told
def problem_of(row: Row) -> Problem:
    """A problem of the article from its row."""
    return Problem(ProblemKind(row["kind"]), row["label"], row["detail"])


def citation_row(citation: Citation) -> dict[str, Any]:
    """A citation without its note and its source's address."""
    return {**_fields(citation, "note", "url"), "identifiers": dump(dict(citation.identifiers))}


@_told
def citation_of(row: Row, note: int) -> Citation:
    """A citation from its row joined with its source's address."""
    plain = {name: row[name] for name in Citation.__slots__ if name not in ("note", "identifiers")}
    return Citation(note=note, **plain, identifiers=tuple(json.loads(row["identifiers"] or "{}").items()))


def claim_row(claim: Claim) -> dict[str, Any]:
    """A claim without its notes and quotations."""
    return {"text": claim.text, "context": claim.context, "block": claim.block, "scope": claim.scope.value}


@_told
def claim_of(row: Row, notes: Sequence[int], quotations: Sequence[Row]) -> Claim:
    """A claim from its rows."""
    quoted = tuple(map(quotation_of, quotations))
    return Claim(row["text"], row["context"], tuple(notes), row["block"], quoted, Scope(row["scope"] or Scope.MARKED))


def quotation_row(quotation: Quotation) -> dict[str, Any]:
    """A quotation."""
    return {"text": quotation.text, "kind": quotation.kind.value, "in_context": int(quotation.in_context)}


@_told
def quotation_of(row: Row) -> Quotation:
    """A quotation from its row."""
    return Quotation(row["text"], bool(row["in_context"]), QuotedKind(row["kind"]))


def fetch_row(fetch: Fetch) -> dict[str, Any]:
    """A fetch without its hops, snapshot and text."""
    memento = fetch.memento
    return {
        "plan": fetch.plan,
        "fetched_at": at(fetch.fetched_at),
        "link": fetch.status.link.value,
        "family": fetch.status.family.value,
        "rule": fetch.status.rule,
        "reason": fetch.status.reason,
        "http_status": fetch.http_status,
        "final_url": fetch.final_url,
        "memento_url": memento.url if memento else None,
        "memento_at": at(memento.datetime) if memento else None,
        "memento_holds_words": None if memento is None or memento.holds_words is None else int(memento.holds_words),
        "memento_note": fetch.memento_note,
        # A cookie is for one visitor, and archives are mailed and committed.
        "headers": dump([h for h in fetch.headers if h[0] != "set-cookie"]) if fetch.headers else None,
        "origin": fetch.origin,
        "imported_at": at(fetch.imported_at) if fetch.imported_at else None,
    }


@_told
def status_of(row: Row) -> LinkStatus:
    """The state of a link from a fetch's row."""
    return LinkStatus(Link(row["link"]), row["rule"], row["reason"])


@_told
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
    return Fetch(
        url=url,
        fetched_at=moment(row["fetched_at"]),
        plan=PlanName(row["plan"]),
        status=status_of(row),
        final_url=row["final_url"],
        http_status=row["http_status"],
        hops=tuple(map(hop_of, hops)),
        snapshot=snapshot,
        text=text,
        memento=memento,
        memento_note=row["memento_note"],
        headers=tuple((name, value) for name, value in json.loads(row["headers"] or "[]")),
        origin=row["origin"],
        imported_at=moment(row["imported_at"]) if row["imported_at"] else None,
    )


@_told
def fetch_line_of(row: Row) -> FetchLine:
    """A visit as a line of the source's history."""
    content = Content(row["content"]) if row["content"] else None
    return FetchLine(
        row["cited"], moment(row["fetched_at"]), PlanName(row["plan"]), status_of(row), row["final_url"], row["http_status"], row["sha256"],
        row["media_type"], row["size"], row["memento_url"], content, row["pruned_sha256"],
    )  # fmt: skip


def hop_row(hop: Hop) -> dict[str, Any]:
    """An answer on the way."""
    return _fields(hop)


@_told
def hop_of(row: Row) -> Hop:
    """An answer on the way from its row."""
    return Hop(row["url"], row["status"], row["location"])


def snapshot_row(snapshot: Snapshot) -> dict[str, Any]:
    """A snapshot without its bytes."""
    return _fields(snapshot, "body")


@_told
def snapshot_of(row: Row, body: bytes) -> Snapshot:
    """A snapshot from its row and its bytes."""
    return Snapshot(body=body, **{name: row[name] for name in Snapshot.__slots__ if name != "body"})


def text_row(text: SourceText) -> dict[str, Any]:
    """A reading of a source."""
    return {
        "extractor": text.extractor,
        "version": text.version,
        "language": text.language,
        **_fields(text.metadata),
        "main": dump(text.main),
        "problem": text.problem,
        "text": text.text,
        "text_sha256": digest(clean(text.text)),
        "parts": dump([(part.start, part.end, part.role) for part in text.parts]),
        "facts": dump(_facts_row(text.facts)),
        "pages": dump(text.pages),
        "extent": text.extent.value,
    }


def _facts_row(facts: PageFacts) -> dict[str, Any]:
    """The facts that are not as they are where nothing was said: most pages say little."""
    given = {name: getattr(facts, name) for name in facts.__slots__ if getattr(facts, name) != getattr(_NO_FACTS, name)}
    return {name: sorted(value) if isinstance(value, frozenset) else value for name, value in given.items()}


_NO_FACTS = PageFacts()


@_told
def _facts_of(text: str) -> PageFacts:
    given = json.loads(text)
    for name, value in given.items():
        if isinstance(value, list):
            given[name] = frozenset(value) if isinstance(getattr(_NO_FACTS, name), frozenset) else tuple(value)
    return PageFacts(**given)


@_told
def text_of(row: Row) -> SourceText:
    """A reading from its row; one of an older schema has a text, and no parts and facts."""
    reading = bare_text_of(row)
    return replace(
        reading,
        text=row["text"],
        main=tuple((a, b) for a, b in json.loads(row["main"])),
        parts=tuple(Part(a, b, Role(role)) for a, b, role in json.loads(row["parts"] or "[]")),
        facts=_facts_of(row["facts"] or "{}"),
        pages=tuple(json.loads(row["pages"] or "[]")),
    )


@_told
def bare_text_of(row: Row) -> SourceText:
    """What a page says of itself, without what it says."""
    return SourceText(
        "",
        row["extractor"],
        row["version"],
        row["language"],
        PageMetadata(**{name: row[name] for name in PageMetadata.__slots__}),
        problem=row["problem"],
        extent=Extent(row["extent"] or Extent.WHOLE),
    )


# What of a reading its bare form rests on.
BARE_COLUMNS = ", ".join(("extractor", "version", "language", *PageMetadata.__slots__, "problem", "extent"))


def guess_row(guess: Guess) -> dict[str, Any]:
    """A guess at a page."""
    return {**_fields(guess), "main": dump(guess.main)}


@_told
def guess_of(row: Row) -> Guess:
    """A guess at a page from its row."""
    main = tuple((a, b) for a, b in json.loads(row["main"]))
    return Guess(main, row["author"], row["published"], row["problem"])


def finding_row(finding: Finding) -> dict[str, Any]:
    """A finding without its evidence."""
    return {
        "kind": finding.kind.value,
        "verdict": finding.verdict.value,
        "severity": finding.severity.value,
        "reason": finding.reason,
        "score": finding.score,
        "judged": finding.judged,
        "elsewhere": finding.elsewhere,
        "differences": dump([slots(d) for d in finding.differences]),
        "conflicts": dump([slots(c) for c in finding.conflicts]),
        "warnings": dump(finding.warnings),
    }


def match_row(evidence: Evidence) -> dict[str, Any]:
    """A passage of a source."""
    words = {"exact": evidence.exact, "prefix": evidence.prefix, "suffix": evidence.suffix}
    return {**words, "start_character": evidence.start, "end_character": evidence.end}


@_told
def match_of(row: Row) -> Evidence:
    """A passage of a source from its row."""
    return Evidence(row["exact"], row["prefix"], row["suffix"], row["start_character"], row["end_character"])


def opinion_row(opinion: Opinion) -> dict[str, Any]:
    """A judge's opinion."""
    return {**_fields(opinion), "verdict": opinion.verdict.value if opinion.verdict else None}


@_told
def opinion_of(row: Row) -> Opinion:
    """A judge's opinion from its row."""
    verdict = RulingVerdict(row["verdict"]) if row["verdict"] else None
    return Opinion(row["judge"], row["model"], row["prompt_version"], verdict, row["quote"], row["reason"])


@_told
def finding_of(
    row: Row, claim: Claim, citation: Citation, quotation: Quotation | None, matches: Sequence[Row]
) -> Finding:
    """A finding from its rows."""
    kind = FindingKind(row["kind"])
    verdict = QuotationVerdict(row["verdict"]) if kind is FindingKind.QUOTATION else StatementVerdict(row["verdict"])
    return Finding(
        claim=claim,
        citation=citation,
        kind=kind,
        verdict=verdict,
        reason=row["reason"],
        severity=Severity(row["severity"]),
        quotation=quotation,
        score=row["score"],
        evidence=tuple(map(match_of, matches)),
        differences=tuple(Difference(DifferenceKind(d[0]), *d[1:]) for d in json.loads(row["differences"])),
        conflicts=tuple(Conflict(ItemKind(c[0]), *c[1:]) for c in json.loads(row["conflicts"])),
        warnings=tuple(json.loads(row["warnings"])),
        judged=Judged(row["judged"]),
        elsewhere=row["elsewhere"],
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


def check_line_of(row: Row) -> CheckLine:
    """A check of a document from its row."""
    return CheckLine(row["name"], row["run_id"], moment(row["checked_at"]), bool(row["whole"]))


def answer_row(cited: CheckedCitation) -> dict[str, Any]:
    """What is said of a citation, without its visit, findings and reference."""
    return {
        "content": cited.content.value if cited.content else None,
        "severity": cited.severity.value,
        "word": cited.word,
        "reason": cited.reason,
        "steps": dump(cited.steps),
    }


@_told
def answer_of(  # noqa: PLR0913, PLR0917 - the row and all that hangs on it
    row: Row,
    citation: Citation,
    note: Note,
    fetch: Fetch | None,
    reference: Sequence[Row],
    findings: tuple[Finding, ...],
) -> CheckedCitation:
    """What is said of a citation from its rows."""
    return CheckedCitation(
        citation=citation,
        label=note.label,
        note=note.text,
        fetch=fetch,
        content=Content(row["content"]) if row["content"] else None,
        reference=tuple(map(check_of, reference)),
        findings=findings,
        severity=Severity(row["severity"]),
        word=row["word"],
        reason=row["reason"],
        steps=tuple(json.loads(row["steps"])),
    )


def check_row(check: FieldCheck) -> dict[str, Any]:
    """One field of a reference beside the page's."""
    return {**_fields(check), "agreement": check.agreement.value}


@_told
def check_of(row: Row) -> FieldCheck:
    """One field of a reference from its row."""
    return FieldCheck(row["field"], row["cited"], row["found"], Agreement(row["agreement"]), row["reason"])


def as_mapping(cursor: sqlite3.Cursor, row: tuple[Any, ...]) -> Row:
    """Rows by the names of their columns."""
    return {column[0]: value for column, value in zip(cursor.description, row, strict=True)}


def decision_row(decision: Decision) -> dict[str, Any]:
    """The row of a decision."""
    return {
        "document": clean(decision.document), "note": clean(decision.note), "url": clean(decision.url), "word": decision.word,
        "words": clean(decision.words), "decision": decision.kind.value, "remark": clean(decision.remark), "decided_by": clean(decision.by),
        "decided_at": at(decision.at), "rests_on": clean(decision.rests_on),
    }  # fmt: skip


def decision_of(row: Row) -> Decision:
    """The decision of a row."""
    return Decision(
        row["document"], row["note"], row["url"], row["word"], row["words"], DecisionKind(row["decision"]), row["remark"] or "",
        row["decided_by"], moment(row["decided_at"]), row["rests_on"],
    )  # fmt: skip
