"""JSON of `extract`, `check`, `recheck`, `archive` and the questions to an archive: one object for one article, a list for several."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Any

from verifier.model import (
    About,
    Alert,
    ChangeKind,
    Changes,
    CheckedCitation,
    CheckLine,
    Citation,
    Claim,
    Decided,
    Document,
    Event,
    Extraction,
    Fetch,
    Fetched,
    FetchLine,
    Finding,
    History,
    LinkStatus,
    Mark,
    Merged,
    Note,
    Problem,
    ProblemKind,
    Pruned,
    QueryResult,
    RecheckReport,
    Report,
    Scope,
    SearchHit,
    SettledBy,
    Several,
    SourceState,
    Summary,
    Verification,
)
from verifier.reports.words import label_of, label_of_citation
from verifier.urls import find_urls, host, identity
from verifier.verdicts import first_mark, mark_of, weigh_link
from verifier.verdicts.alerts import bare

_BEFORE = 80
SCHEMA_VERSION = 1


def check(reports: Sequence[Report]) -> bytes:
    """JSON of `check`, in UTF-8: as text, one emoji would make each letter of a long report take four bytes."""
    return _encode(_one_or_list([_report(r) for r in reports], reports))


def changes(found: Changes) -> str:
    """JSON of `changes`: two checks, and what became of each finding between them."""
    decided = {each.alert: each for each in found.decided}
    return _dump(
        {
            "schema_version": SCHEMA_VERSION,
            "document": found.now.document,
            "from": _check_line(found.before),
            "to": _check_line(found.now),
            "changes": [
                {
                    "change": change.kind.value,
                    "before": _alert(change.before),
                    "now": _alert(change.now),
                    "decision": _decision(decided.get(bare(change.now))) if change.now else None,
                }
                for change in found.changes
            ],
            "summary": _count_changes(found),
        }
    )


def _check_line(line: CheckLine) -> dict[str, Any]:
    return {"run": line.run, "checked_at": _at(line.checked_at), "whole": line.whole}


def _alert(alert: Alert | None) -> dict[str, Any] | None:
    """What was said of a source or of words in one of two checks."""
    if alert is None:
        return None
    return {
        "note": alert.note,
        "url": alert.url,
        "about": alert.about.value,
        "word": alert.word,
        "severity": alert.severity.value,
        "reason": alert.reason,
        "words": alert.words,
        "sentence": alert.sentence,
        "line": alert.line,
        "column": alert.column,
        "settled": alert.settled.value if alert.settled else None,
    }


def _count_changes(found: Changes) -> dict[str, int]:
    return {kind.value: found.count(kind) for kind in ChangeKind}


def _decision(decided: Decided | None) -> dict[str, Any] | None:
    """What a person said of a finding."""
    if decided is None:
        return None
    said = decided.decision
    told = {"decision": said.kind.value, "remark": said.remark, "by": said.by, "at": _at(said.at)}
    return {**told, "stale": decided.stale}


def extract(extractions: Sequence[Extraction]) -> str:
    """JSON of `extract`."""
    return _dump(_one_or_list([describe_extraction(e) for e in extractions], extractions))


def recheck(report: RecheckReport) -> str:
    """JSON of `recheck`."""
    states = [_state(s) for s in report.sources]
    lost = [s for s in report.sources if s.status.family.value == "lost"]
    return _dump(
        {
            "schema_version": SCHEMA_VERSION,
            "checked_at": _at(report.checked_at),
            "finished": report.finished,
            "sources": states,
            "changes": [_state(s) for s in report.changes],
            "walls": [_state(s) for s in report.walls],
            "down": [_fields(host) for host in report.down],
            "still": [_event(event) for event in report.still],
            "summary": {"sources": len(states), "changes": len(report.changes), "lost": len(lost)},
        }
    )


def fetched(found: Fetched) -> str:
    """JSON of `archive`."""
    return _dump(
        {
            "schema_version": SCHEMA_VERSION,
            "finished": found.finished,
            "sources": [{**_fetch(f), "severity": weigh_link(f).value} for f in found.fetches],
        }
    )


def search(hits: Sequence[SearchHit]) -> str:
    """JSON of `search`."""
    return _dump([{**_fields(h), "fetched_at": _at(h.fetched_at)} for h in hits])


def show(history: Sequence[FetchLine]) -> str:
    """JSON of `show`: the fetches of one source, newest first."""
    return _dump([_visit(line) for line in history])


def history(found: History) -> str:
    """The visits of a source, newest first, and what two captures say differently."""
    return _dump(
        {
            "schema_version": SCHEMA_VERSION,
            "url": found.lines[0].url,
            "fetches": [_visit(line) for line in found.lines],
            "from": _visit(found.before) if found.before else None,
            "to": _visit(found.now) if found.now else None,
            "content": found.content.value if found.content else None,
            "differences": [_fields(passage) for passage in found.passages],
        }
    )


def _visit(line: FetchLine) -> dict[str, Any]:
    return {**_fields(line), "fetched_at": _at(line.fetched_at), "status": _status(line.status)}


def verify(found: Verification) -> str:
    """What was looked at and what is damaged."""
    damages = [{**_fields(damage), "kind": damage.kind.value} for damage in found.damages]
    return _dump({"schema_version": SCHEMA_VERSION, **_fields(found), "damages": damages})


def merge(merged: Merged) -> str:
    """What each archive brought: rows by table."""
    return _dump({"schema_version": SCHEMA_VERSION, **_fields(merged), "files": [_fields(f) for f in merged.files]})


def prune(pruned: Pruned) -> str:
    """What was dropped, or would be."""
    sources = [{**_fields(s), "oldest_at": _at(s.oldest_at), "newest_at": _at(s.newest_at)} for s in pruned.sources]
    counts = {"captures": pruned.captures, "bytes": pruned.bytes}
    return _dump({"schema_version": SCHEMA_VERSION, **_fields(pruned), **counts, "sources": sources})


def query(result: QueryResult) -> str:
    """JSON of `query`: a list of objects, one a row."""
    return _dump(describe_rows(result))


def _report(report: Report) -> dict[str, Any]:
    since = report.changes
    return {
        "schema_version": SCHEMA_VERSION,
        "document": _document(report.document),
        "checked_at": _at(report.checked_at),
        "finished": report.finished,
        # One at a time: the objects of 10,000 citations would take half a gigabyte together.
        "citations": (_citation(report, c) for c in report.citations),
        "findings": (describe_finding(report, f) for f in report.findings),
        "problems": _problems(report.document),
        "settled": [_settled(alert) for alert in report.settled],
        "changes": {"since": _check_line(since.before), **_count_changes(since)} if since else None,
        "summary": {**_summary(report.summary), **_count_settled(report)},
    }


def _settled(alert: Alert) -> dict[str, Any]:
    """What an ignore rule or a baseline answers for."""
    settled = alert.settled.value if alert.settled else None
    return {
        "note": alert.note,
        "url": alert.url,
        "word": alert.word,
        "words": alert.words,
        "by": settled,
        "why": alert.why,
    }


def _count_settled(report: Report) -> dict[str, int]:
    return {by.value: sum(alert.settled is by for alert in report.settled) for by in SettledBy}


def describe_place(mark: Mark | None) -> dict[str, int | None]:
    """Where a mark stands in the file."""
    return {"line": mark.line if mark else None, "column": mark.column if mark else None}


def _citation(report: Report, cited: CheckedCitation) -> dict[str, Any]:
    fetch = _fetch(cited.fetch) if cited.fetch else dict.fromkeys(_FETCH_KEYS)
    return {
        "note": cited.label,
        **fetch,
        "url": cited.citation.url,
        "title": cited.citation.title,
        "content": cited.content.value if cited.content else None,
        "metadata_problems": list(cited.doubts),
        "reference": [_fields(check) for check in cited.reference],
        "severity": cited.severity.value,
        "answer": cited.word,
        "answer_label": label_of_citation(cited),
        "answer_reason": cited.reason,
        "next_steps": list(cited.steps),
        "decision": _decision(_decided_of(report, cited.label, cited.citation.url)),
        **describe_place(first_mark(report.document, cited.citation.note)),
    }


def _summary(summary: Summary) -> dict[str, Any]:
    severities = {severity.value: number for severity, number in summary.severities}
    return {
        "notes": summary.notes,
        "citations": summary.citations,
        "claims": summary.claims,
        **{family.value: number for family, number in summary.families},
        "problems": severities["problem"],
        "severities": severities,
    }


def _fetch(fetch: Fetch) -> dict[str, Any]:
    memento = fetch.memento
    return {
        "url": fetch.url,
        **_status(fetch.status),
        "rule": fetch.status.rule,
        "fetched_at": _at(fetch.fetched_at),
        "http_status": fetch.http_status,
        "final_url": fetch.final_url,
        "snapshot_sha256": fetch.snapshot.sha256 if fetch.snapshot else None,
        "memento_url": memento.url if memento else None,
        "memento_datetime": _at(memento.datetime) if memento else None,
        "memento_note": fetch.memento_note,
    }


_FETCH_KEYS = (
    "link", "link_reason", "family", "rule", "fetched_at", "http_status", "final_url", "snapshot_sha256", "memento_url", "memento_datetime",
    "memento_note",
)  # fmt: skip


def _status(status: LinkStatus) -> dict[str, Any]:
    return {"link": status.link.value, "link_reason": status.reason, "family": status.family.value}


def describe_finding(report: Report, finding: Finding) -> dict[str, Any]:
    """The fields of a finding."""
    first = finding.evidence[0] if finding.evidence else None
    label = report.document.notes[finding.citation.note].label
    return {
        "note": label,
        "url": finding.citation.url,
        "claim": finding.claim.text,
        "context": finding.claim.context,
        "scope": finding.claim.scope.value,
        "kind": finding.kind.value,
        "quotation": finding.quotation.text if finding.quotation else None,
        "in_context": finding.quotation.in_context if finding.quotation else False,
        "verdict": finding.verdict.value,
        "label": label_of(finding),
        "severity": finding.severity.value,
        "reason": finding.reason,
        "score": round(finding.score, 4),
        "evidence": _fields(first) if first else None,
        "more_evidence": [_fields(e) for e in finding.evidence[1:]],
        "differences": [_fields(d) for d in finding.differences],
        "conflicts": [_fields(c) for c in finding.conflicts],
        "warnings": list(finding.warnings),
        "judged": finding.judged,
        "elsewhere": finding.elsewhere,
        "opinion": _fields(finding.opinion) if finding.opinion else None,
        "decision": _decision(_decided_of(report, label, finding.citation.url, finding)),
        **describe_place(mark_of(report.document, finding.claim, finding.citation.note)),
    }


def _decided_of(report: Report, label: str, url: str | None, finding: Finding | None = None) -> Decided | None:
    """What a person said of a finding; without one, of the link or the reference of this note."""
    for each in report.decided:
        alert = each.alert
        if (alert.note, alert.url) == (label, url) and (
            alert.about in (About.LINK, About.REFERENCE) if finding is None else _is_of(alert, finding)
        ):
            return each
    return None


def _is_of(alert: Alert, finding: Finding) -> bool:
    words = finding.quotation.text if finding.quotation else finding.claim.text
    said = (finding.kind.value, finding.verdict.value, words, finding.claim.text)
    return (alert.about.value, alert.word, alert.words, alert.sentence) == said


def _state(state: SourceState) -> dict[str, Any]:
    return {
        "url": state.url,
        **_status(state.status),
        "content": state.content.value if state.content else None,
        "life": state.life.value,
        "severity": state.severity.value,
        "answer": state.word,
        "answer_reason": state.reason,
        "fetched_at": _at(state.fetched_at),
        "previous": _status(state.previous) if state.previous else None,
        "memento_url": state.memento_url,
        "memento_datetime": _at(state.memento_datetime) if state.memento_datetime else None,
        "lost_quotations": list(state.lost_quotations),
        "passages": [_fields(passage) for passage in state.passages],
        "cited_by": [_fields(citing) for citing in state.cited_by],
        "judged_again": list(state.judged_again),
    }


def _event(event: Event) -> dict[str, Any]:
    """What was told before and is so still."""
    return {
        **_fields(event),
        "happened_at": _at(event.happened_at),
        "healed_at": None,
        "memento_datetime": _at(event.memento_datetime) if event.memento_datetime else None,
        "passages": [_fields(passage) for passage in event.passages],
        "cited_by": [_fields(citing) for citing in event.cited_by],
    }


def describe_extraction(extraction: Extraction) -> dict[str, Any]:
    """The fields of what was read out of an article."""
    document = extraction.document
    by_note: dict[int, list[Citation]] = {}
    for citation in extraction.citations:
        by_note.setdefault(citation.note, []).append(citation)
    from verifier.claims import marked_sentences  # noqa: PLC0415 - what reads articles is nothing that a report loads

    sentences = marked_sentences(document)
    return {
        "schema_version": SCHEMA_VERSION,
        "document": _document(document),
        "notes": [_note(note, by_note.get(i, [])) for i, note in enumerate(document.notes)],
        "marks": [_mark(document, mark, sentences) for mark in document.marks],
        # The earlier sentences of a claim are its `context`.
        "claims": [_claim(document, claim) for claim in extraction.claims if claim.scope is not Scope.EARLIER],
        "problems": _problems(document),
    }


def _note(note: Note, citations: Sequence[Citation]) -> dict[str, Any]:
    return {
        "label": note.label,
        "kind": note.kind.value,
        "text": note.text,
        "urls": note_urls(note, citations),
        "citations": [
            {
                "url": c.url,
                "title": c.title,
                "author": c.author,
                "container_title": c.container_title,
                "issued": c.issued,
                "accessed": c.accessed,
                "archived_url": c.archived_url,
                "archived_at": c.archived_at,
                "identifiers": dict(c.identifiers),
                "locator": c.locator,
                "locator_label": c.locator_label,
                "refers_to": c.refers_to,
                "raw": c.raw,
            }
            for c in citations
        ],
    }


def note_urls(note: Note, citations: Sequence[Citation]) -> list[str]:
    """All addresses of a note, each once: of its citations, its links and its text.

    A bare host beside an address of the same host is the site's name, not another source.
    """
    in_text = [url for _start, _end, url in find_urls(note.text)]
    cited = [url for c in citations for url in (c.archived_url, c.url) if url]
    found = list(dict.fromkeys([*cited, *(h.href for h in note.hyperlinks), *in_text]))
    hosts = {host(url) for url in found if not _is_bare(url)}
    return [url for url in found if not (_is_bare(url) and host(url) in hosts)]


def _is_bare(url: str) -> bool:
    return identity(url) == host(url)


def _before(document: Document, mark: Mark) -> str:
    """The 80 characters of the block in front of a mark."""
    return document.blocks[mark.block].text[max(0, mark.offset - _BEFORE) : mark.offset]


def _mark(document: Document, mark: Mark, sentences: dict[tuple[int, int], str]) -> dict[str, Any]:
    sentence = sentences[mark.block, mark.offset]
    place = {"locator": mark.locator, "locator_label": mark.locator_label, **describe_place(mark)}
    return {"label": mark.label, "note": mark.note, "before": _before(document, mark), "sentence": sentence, **place}


def _claim(document: Document, claim: Claim) -> dict[str, Any]:
    return {
        "text": claim.text,
        "context": claim.context,
        "notes": [document.notes[n].label for n in claim.notes],
        "in_note": document.notes[claim.notes[0]].label if claim.scope is Scope.NOTE else None,
        "quotations": [{"text": q.text, "in_context": q.in_context, "kind": q.kind.value} for q in claim.quotations],
    }


def _document(document: Document) -> dict[str, Any]:
    return {
        "name": document.name,
        "format": document.format,
        "title": document.title,
        "language": document.language,
        "sha256": document.sha256,
    }


def _problems(document: Document) -> list[dict[str, str]]:
    return [_problem(p) for p in document.problems]


def _problem(problem: Problem) -> dict[str, str]:
    said = {"sentence": problem.detail} if problem.kind is ProblemKind.UNCITED else {}
    return {**_fields(problem), **said}


def _fields(value: Any) -> dict[str, Any]:
    return {name: getattr(value, name) for name in value.__slots__}


def _at(moment: datetime) -> str:
    return moment.isoformat().replace("+00:00", "Z")


def describe_rows(result: QueryResult) -> list[dict[str, Any]]:
    """The rows of a query by the names of their columns."""
    plain = [[f"({len(c)} bytes)" if isinstance(c, bytes) else c for c in row] for row in result.rows]
    return [dict(zip(result.columns, row, strict=True)) for row in plain]


def _one_or_list(items: list[dict[str, Any]], given: Sequence[object]) -> Any:
    """The object of one document, a list of several: what was meant decides, not what was found."""
    return items[0] if len(items) == 1 and not isinstance(given, Several) else items


def _dump(value: Any) -> str:
    return _encode(value).decode()


def _encode(value: Any) -> bytes:
    """An object with a line for each field, and for each item of its lists: easy to read, to compare and to search by lines."""
    # Lone surrogates (a damaged document) would make the file unreadable for others.
    return b"".join(piece.encode("utf-8", "replace") for piece in _pieces(value)) + b"\n"


def _pieces(value: Any) -> Iterator[str]:
    """The text in small pieces: put together in steps, a long report would be held seven times over."""
    if not isinstance(value, list) or not value:
        yield from _object(value)
        return
    for number, item in enumerate(value):
        yield ",\n" if number else "[\n"
        yield from _object(item)
    yield "\n]"


def _object(value: Any) -> Iterator[str]:
    if not isinstance(value, dict) or not value:
        yield _line(value)
        return
    for number, (name, held) in enumerate(value.items()):
        yield f"{',' if number else '{'}\n  {_line(name)}: "
        yield from _lines(held)
    yield "\n}"


def _lines(value: Any) -> Iterator[str]:
    if not isinstance(value, list | Iterator):
        yield _line(value)
        return
    number = 0
    for number, item in enumerate(value, 1):
        yield f"{',' if number > 1 else '['}\n    {_line(item)}"
    yield "\n  ]" if number else "[]"


# One encoder for all: `json.dumps` with these settings would make one each time, and one that indents is ten times as slow.
_line = json.JSONEncoder(ensure_ascii=False).encode
