"""The evidence of an article: a readable copy of each source, an index of what rests on which, in one package.

In: an open archive, a document's name. Out: a package. The rule of this file: a copy shows what was judged, whatever came since.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from verifier import __version__
from verifier.archive import Archive
from verifier.binder.copies import Copy, copy_of, said_of, write_copy
from verifier.binder.index import Row, write_page, write_workbook
from verifier.binder.package import write_package
from verifier.errors import ArchiveError
from verifier.model import (
    CheckedCitation,
    Evidence,
    Finding,
    FindingKind,
    QuotationVerdict,
    Report,
    Scope,
    Severity,
    Snapshot,
)
from verifier.reports.rows import SIGNS
from verifier.urls import host

Print = Callable[[str], bytes | None]
_NEAREST = frozenset((QuotationVerdict.NOT_FOUND, QuotationVerdict.TRANSLATED, QuotationVerdict.FOUND_ELSEWHERE))


def write_evidence(archive: Archive, path: Path, document: str, at: datetime, print_page: Print) -> int:
    """Write the package of an article; how many copies it holds. Raises ArchiveError where the article was never checked."""
    report = archive.report(document)
    if report is None:
        raise ArchiveError(
            f"{archive.path} holds no findings of {document}.", hint="Run 'verifier check' on the article first."
        )
    sources = _sources(archive, report)
    files, names = _write_copies(sources, print_page)
    rows = [row for cited in report.citations for row in _rows(cited, sources, names)]
    made = at.strftime("%Y-%m-%d")
    files["index.html"] = write_page(report.document.name, made, rows).encode("utf-8", "replace")
    if workbook := write_workbook(report.document.name, rows):
        files["index.xlsx"] = workbook
    write_package(path, f"evidence-{_plain(Path(report.document.name).stem)}", files, _told(report, made))
    return len(sources)


def _told(report: Report, made: str) -> dict[str, str]:
    return {
        "Bagging-Date": made,
        "External-Description": f"The sources of {report.document.name} as they were checked on {report.checked_at:%Y-%m-%d}",
        "Bag-Software-Agent": f"verifier {__version__}",
    }


@dataclass(slots=True)
class _Source:
    """What was read of a source, the notes that cite it, and the passages that findings rest on."""

    copy: Copy
    original: Snapshot | None
    labels: list[str] = field(default_factory=list)
    passages: list[Evidence] = field(default_factory=list)


_Key = tuple[str, str]  # the address that was read, and the SHA-256 of its bytes


def _sources(archive: Archive, report: Report) -> dict[_Key, _Source]:
    """The sources of an article that can be read, in the order of its notes."""
    found: dict[_Key, _Source] = {}
    for cited in report.citations:
        fetch = archive.whole(cited.fetch) if cited.fetch is not None else None
        copy = copy_of(fetch) if fetch is not None else None
        if fetch is None or copy is None:
            continue
        held = [s for s in (fetch.snapshot, fetch.memento and fetch.memento.snapshot) if s and s.sha256 == copy.sha256]
        source = found.setdefault((copy.cited, copy.sha256), _Source(copy, held[0] if held else None))
        source.labels += [cited.label] if cited.label not in source.labels else []
        source.passages += _passages(cited)
    return found


def _write_copies(sources: Mapping[_Key, _Source], print_page: Print) -> tuple[dict[str, bytes], dict[_Key, str]]:
    """The files of the copies, and the name of each source's."""
    files: dict[str, bytes] = {}
    names: dict[_Key, str] = {}
    for number, (key, source) in enumerate(sources.items(), 1):
        name = f"sources/{number:03d} note {_plain(source.labels[0])} {_plain(host(source.copy.cited))}"
        page = write_copy(source.copy, source.passages)
        printed = print_page(page)
        names[key] = name + (".pdf" if printed else ".html")
        files[names[key]] = printed or page.encode("utf-8", "replace")
        if source.original is not None and source.original.body.startswith(b"%PDF"):
            files[f"{name} (original).pdf"] = source.original.body
    return files, names


def _rows(cited: CheckedCitation, sources: Mapping[_Key, _Source], names: Mapping[_Key, str]) -> Iterator[Row]:
    """A row for each finding of a citation; one for a citation that nothing is claimed of."""
    key = next((k for k, s in sources.items() if k[0] == cited.citation.url and cited.label in s.labels), None)
    own: list[Finding | None] = [
        f for f in cited.findings if f.claim.scope is not Scope.EARLIER or f.severity is not Severity.FINE
    ]
    for finding in own or [None]:
        yield _row(cited, finding, names[key] if key else "", sources[key].copy if key else None)


def _passages(cited: CheckedCitation) -> list[Evidence]:
    """What of the source findings rest on: all places of quoted words, and the best passage of a statement."""
    found = [f for f in cited.findings if f.verdict not in _NEAREST]
    quoted = [e for f in found if f.kind is FindingKind.QUOTATION for e in f.evidence]
    return quoted or [e for f in found for e in f.evidence[:1]]


def _row(cited: CheckedCitation, finding: Finding | None, file: str, copy: Copy | None) -> Row:
    passage = finding.evidence[0] if finding and finding.evidence else None
    return Row(
        note=cited.label,
        source=cited.note,
        claim=finding.claim.text if finding else "",
        quoted=finding.quotation.text if finding and finding.quotation else "",
        answer=_answer(
            finding.severity if finding else cited.severity, finding.verdict.value if finding else cited.word
        ),
        reason=finding.reason if finding else cited.reason,
        passage=passage.exact if passage else "",
        page=cited.citation.locator or "",
        address=cited.citation.url or "",
        copy=file,
        fetched=said_of(copy) if copy else "",
        sha256=copy.sha256 if copy else "",
    )


def _answer(severity: Severity, word: str) -> str:
    return f"{SIGNS[severity]} {word.replace('_', ' ')}"


def _plain(words: str) -> str:
    """Letters and digits that every system takes as a file's name."""
    return re.sub(r"[^A-Za-z0-9.-]+", "-", words)[:60].strip("-.") or "x"
