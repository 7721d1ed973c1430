"""Hand an archive on: as captures (WARC, WACZ), as a table (CSV, JSON Lines), as a folder of files.

In: an open archive, a path, what is wanted. Out: the file or folder, whole or not at all, and how much is in it. The rule of this file:
what is written out answers as the archive does; whoever checks the article against the file comes to the same.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from verifier.archive import Archive, Selection
from verifier.atomic import whole_file, whole_folder
from verifier.errors import ArchiveError, OutputError
from verifier.model import CheckedCitation, Citation, Failure, FailureKind, Fetch, Note, QueryResult, Report, Response
from verifier.reports import Kind, formatter
from verifier.urls import identity
from verifier.warc import Listed, answers_of, asked, write_wacz, write_warc
from verifier.workflow.folder import is_export, write_folder

# What is known of each citation, in the order of the table.
COLUMNS = (
    "document", "note", "title", "author", "container_title", "issued", "accessed", "url", "archived_url", "answer", "severity", "reason",
    "link", "family", "link_reason", "content", "fetched_at", "final_url", "snapshot_sha256", "memento_url", "memento_datetime", "steps",
    "checked_at",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Export:
    """What was written: how many of what."""

    path: str
    number: int
    what: str


def export(archive: Archive, path: Path, wanted: Selection, *, now: Callable[[], datetime], over: bool) -> Export:
    """Write a file or folder of the kind that its suffix names. Raises OutputError, and ArchiveError where there is nothing of it."""
    write = next((write for suffixes, write in _WRITERS if path.name.lower().endswith(suffixes)), None)
    if write is None and (not path.suffix or path.is_dir()):
        return _export_folder(archive, path, wanted, over=over)
    if write is None:
        raise OutputError(
            f"{path}: the suffix names nothing that can be exported.",
            hint="Name a .warc.gz, .wacz, .csv or .jsonl file, a .zip file with --document, or a folder (a name without a suffix).",
        )
    with whole_file(path, over=over) as written:
        number, what = write(archive, written, wanted, path, now())
        if not number:
            raise _nothing(archive, wanted)
    return Export(str(path), number, what)


def _nothing(archive: Archive, wanted: Selection) -> ArchiveError:
    chosen = " of what was asked for" if wanted != Selection() else ""
    return ArchiveError(
        f"{archive.path} holds nothing{chosen} to export.", hint="Run 'verifier query sources' to see what it holds."
    )


def _export_folder(archive: Archive, path: Path, wanted: Selection, *, over: bool) -> Export:
    if path.exists() and not (over and is_export(path)):
        why = "is no folder that an export made" if over else "is there already"
        raise OutputError(
            f"{path} {why}, and was left as it is.",
            hint="Name another folder; --force replaces an earlier export only.",
        )
    with whole_folder(path) as written:
        number = write_folder(written, archive.newest_visits(wanted))
        if not number:
            raise _nothing(archive, wanted)
    return Export(str(path), number, "sources")


# --- captures ------------------------------------------------------------------------------------


class _Visits:
    """The visits of a selection as answers, each once, and the pages that they are of."""

    def __init__(self, archive: Archive, wanted: Selection) -> None:
        self._archive, self._wanted = archive, wanted
        self.pages: dict[str, Listed] = {}

    def __iter__(self) -> Iterator[Response | Failure]:
        seen: set[tuple[object, ...]] = set()
        for answer in self._answers():
            key = _key(answer)
            if key not in seen:
                seen.add(key)
                yield answer

    def _answers(self) -> Iterator[Response | Failure]:
        for fetch in self._archive.visits(self._wanted):
            if fetch.snapshot is not None:
                title = fetch.text.metadata.title if fetch.text else None
                self.pages[fetch.url] = Listed(fetch.url, fetch.fetched_at, title)
            yield from answers_of(fetch)
        for url, at, note in self._archive.unread_copies(self._wanted):
            yield Failure(asked(url), FailureKind.PROTOCOL, note.partition(": ")[2] or note, at)


def _key(answer: Response | Failure) -> tuple[object, ...]:
    if isinstance(answer, Failure):
        return answer.url, answer.received_at, answer.kind
    return answer.url, answer.received_at, answer.status, answer.header("location"), hash(answer.body)


def _write_warc(archive: Archive, written: Path, wanted: Selection, path: Path, at: datetime) -> tuple[int, str]:
    with written.open("wb") as file:
        return sum(1 for _ in write_warc(file, _Visits(archive, wanted), path.name, at)), "captures"


def _write_wacz(archive: Archive, written: Path, wanted: Selection, path: Path, at: datetime) -> tuple[int, str]:
    visits = _Visits(archive, wanted)
    return len(write_wacz(written, visits, visits.pages.values(), path.name, at)), "captures"


# --- tables --------------------------------------------------------------------------------------


def _write_table(archive: Archive, written: Path, wanted: Selection, path: Path, _at: datetime) -> tuple[int, str]:
    rows = tuple(_rows(archive, wanted))
    said = formatter(Kind.QUERY, path.suffix[1:].lower())(QueryResult(COLUMNS, rows))
    written.write_bytes(said.encode("utf-8", "replace") if isinstance(said, str) else said)
    return len(rows), "citations"


def _rows(archive: Archive, wanted: Selection) -> Iterator[tuple[object, ...]]:
    chosen = {identity(url) for url in wanted.sources}
    for name, report, unchecked in archive.articles(wanted):
        lines = [_checked(name, report, c) for c in report.citations] if report else []
        lines += [_unchecked(name, *line) for line in unchecked]
        for url, fetch, row in lines:
            of_source = not chosen or (url is not None and identity(url) in chosen)
            young = wanted.since is None or (fetch is not None and fetch.fetched_at >= wanted.since)
            if of_source and young:
                yield row


_Line = tuple[str | None, Fetch | None, tuple[object, ...]]


def _checked(name: str, report: Report, cited: CheckedCitation) -> _Line:
    answer = (cited.word, cited.severity.value, cited.reason)
    content = cited.content.value if cited.content else None
    steps, at = "\n".join(cited.steps), _moment(report.checked_at)
    row = (name, cited.label, *_work(cited.citation), *answer, *_visit(cited.fetch, content), steps, at)
    return cited.citation.url, cited.fetch, row


def _unchecked(name: str, citation: Citation, note: Note, fetch: Fetch | None) -> _Line:
    return citation.url, fetch, (name, note.label, *_work(citation), None, None, None, *_visit(fetch, None), None, None)


def _work(cited: Citation) -> tuple[str | None, ...]:
    return (
        cited.title, cited.author, cited.container_title, cited.issued, cited.accessed, cited.url, cited.archived_url,
    )  # fmt: skip


def _visit(fetch: Fetch | None, content: str | None) -> tuple[str | None, ...]:
    if fetch is None:
        return (None,) * 9
    status, memento = fetch.status, fetch.memento
    return (
        status.link.value, status.family.value, status.reason, content, _moment(fetch.fetched_at), fetch.final_url,
        fetch.snapshot.sha256 if fetch.snapshot else None,
        memento.url if memento else None, _moment(memento.datetime) if memento else None,
    )  # fmt: skip


def _moment(at: datetime) -> str:
    return at.replace(tzinfo=None).isoformat() + "Z"


_Write = Callable[[Archive, Path, Selection, Path, datetime], tuple[int, str]]
_WRITERS: Sequence[tuple[tuple[str, ...], _Write]] = (
    ((".warc.gz",), _write_warc),
    ((".wacz",), _write_wacz),
    ((".csv", ".jsonl"), _write_table),
)
