"""From a document to its report.

In: a document, an open archive, a network. Out: a `Report`. The rule of this file: a claim is judged as soon as all its sources are
there, while they are fresh, and their texts are then let go; what nothing has changed of is not judged again.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial

from verifier import __version__, language
from verifier.archive import Archive
from verifier.archive.age import Age
from verifier.citations.prose import names_work
from verifier.embedding import the_encoder
from verifier.judges import Judge
from verifier.model import (
    Citation,
    Content,
    Document,
    Extraction,
    Family,
    Fetch,
    FieldCheck,
    Finding,
    Mark,
    ProblemKind,
    Report,
    SourceText,
)
from verifier.verdicts import (
    Source,
    add_opinion,
    compare_reference,
    confirm,
    find_answers,
    is_unconfirmed,
    judge,
    judge_content,
    look_elsewhere,
    marked_pages,
    needs_main,
    summarise,
)
from verifier.watching import NOBODY, Watcher
from verifier.workflow.collecting import (
    Guessing,
    Network,
    cited_by_address,
    collect,
    looked,
    wanted_for,
    with_saved,
)
from verifier.workflow.extracting import extract
from verifier.workflow.guessing import Guesses


@dataclass(frozen=True, slots=True)
class Aids:
    """What may help beyond comparing words: a judge of statements."""

    judge: Judge | None = None


def check(  # noqa: PLR0913 - the network, the clock and the watcher are arguments
    document: Document,
    archive: Archive,
    network: Network,
    *,
    now: Callable[[], datetime],
    max_age: timedelta,
    aids: Aids | None = None,
    watcher: Watcher = NOBODY,
    read_by: str | None = None,
) -> Report:
    """Fetch, archive and judge every citation of a document; `read_by` is kept with the report (`Unread`).

    Sources found or lost within `max_age` are not asked again, and where nothing has changed since the last report of the day, it is
    that report. Ctrl-C ends with the report of what was finished (`finished` is False).
    """
    extraction = extract(document)
    archive.add_document(extraction.document, extraction.citations, extraction.claims)
    age = Age(now(), max_age)
    stands = partial(age.stands, renders=network.renders)
    unchanged = (
        archive.unchanged_report(extraction.document, age.since, now(), stands) if aids in (None, Aids()) else None
    )
    if unchanged is not None:
        return unchanged
    wanted = wanted_for(extraction, network)
    guesses, words = Guesses(archive, network.guess), {url: w.cited.words for url, w in wanted.items()}
    judging = _Judging(extraction, archive, guesses, aids or Aids(), now(), words, watcher)
    finished = True
    try:
        for fetch in collect(wanted.values(), archive, network, age=age, watcher=watcher):
            judging.take(fetch)
    except KeyboardInterrupt:
        finished = False
    finally:
        archive.flush()
    report = judging.report(now(), finished=finished)
    archive.add_report(report, read_by)
    return report


def judge_from_archive(document: Document, archive: Archive, guess: Guessing, *, at: datetime) -> Report:
    """Judge every citation of a document by what the archive holds of its sources; nothing is sent, and nothing is kept."""
    extraction = extract(document)
    words: dict[str, Sequence[str]] = {url: cited.words for url, cited in cited_by_address(extraction).items()}
    judging = _Judging(extraction, archive, Guesses(archive, guess), Aids(), at, words, NOBODY)
    for url in words:
        fetch = archive.judged_fetch(url)
        if fetch is not None:
            judging.take(with_saved(fetch, archive))
    return judging.report(at, finished=True)


class _Judging:
    """The claims of an article, each judged when the last of its sources comes."""

    def __init__(  # noqa: PLR0913, PLR0917 - the parts of a run
        self,
        extraction: Extraction,
        archive: Archive,
        guesses: Guesses,
        aids: Aids,
        today: datetime,
        words: Mapping[str, Sequence[str]],
        watcher: Watcher,
    ) -> None:
        self._extraction, self._archive, self._guesses, self._aids = extraction, archive, guesses, aids
        self._today, self._words, self._watcher = today.date(), words, watcher
        self._marks: dict[int, list[Mark]] = {}
        for mark in extraction.document.marks:
            self._marks.setdefault(mark.block, []).append(mark)
        document = extraction.document
        self._written_in = document.language or language.detect(" ".join(b.text for b in document.blocks))
        self._open = {p.label for p in document.problems if p.kind is ProblemKind.SHORT_FORM}
        self._by_note: dict[int, list[Citation]] = {}
        self._by_url: dict[str, list[Citation]] = {}
        for citation in extraction.citations:
            self._by_note.setdefault(citation.note, []).append(citation)
            if citation.url:
                self._by_url.setdefault(citation.url, []).append(citation)
        self._waiting: dict[str, list[int]] = {}  # by address, the claims that are not judged and need it
        self._missing: list[set[str]] = []  # by claim, the addresses that have not come
        for number in range(len(extraction.claims)):
            self._missing.append({c.url for c in self._citations(number) if c.url})
            for url in self._missing[number]:
                self._waiting.setdefault(url, []).append(number)
        self._texts: dict[str, Fetch] = {}  # with texts, as long as a claim waits for them
        self._fetches: dict[str, Fetch] = {}
        self._contents: dict[str, Content | None] = {}
        self._references: dict[Citation, tuple[FieldCheck, ...]] = {}
        self._findings: dict[int, tuple[Finding, ...]] = {}

    def _citations(self, number: int) -> list[Citation]:
        """The citations of a claim's notes."""
        return [c for note in self._extraction.claims[number].notes for c in self._by_note.get(note, ())]

    def take(self, fetch: Fetch) -> None:
        """A source is there: compare its references, and judge the claims that waited for nothing else."""
        url = fetch.url
        self._texts[url], self._fetches[url] = fetch, fetch.without_texts()
        self._contents[url] = judge_content(fetch, self._archive.text_before(fetch), self._words[url])[0]
        for citation in self._by_url.get(url, ()):
            self._references[citation] = self._compare(citation, fetch)
            if fetch.status.family is Family.LOST:
                self._archive.once_kept(partial(self._watcher.lost, self._label(citation), fetch))
        for number in tuple(self._waiting.get(url, ())):
            self._missing[number].discard(url)
            if not self._missing[number]:
                self._judge(number)
        if not self._waiting.get(url):
            self._texts.pop(url, None)

    def _compare(self, citation: Citation, fetch: Fetch) -> tuple[FieldCheck, ...]:
        """The reference beside its page, and beside a guess where the page does not say the author or the date that the note gives."""
        checks = compare_reference(citation, fetch, self._today)
        return confirm(checks, self._guesses.at(fetch)) if any(map(is_unconfirmed, checks)) else checks

    def _judge(self, number: int) -> None:
        """Judge a claim by the sources that are there, and let go of the texts that no other claim waits for."""
        found, texts = self._find(number)
        unclear = {f.citation.url for f in found if f.citation.url and needs_main(f, texts.get(f.citation))}
        if unclear:
            self._texts.update({url: self._guesses.with_main(self._texts[url]) for url in unclear})
            found, texts = self._find(number)
        self._findings[number] = tuple(self._hear(finding, texts.get(finding.citation)) for finding in found)
        for finding in self._findings[number]:
            self._archive.once_kept(partial(self._watcher.judged, self._label(finding.citation), finding))
        for url in {c.url for c in self._citations(number) if c.url}:
            self._waiting[url].remove(number)
            if not self._waiting[url]:
                self._texts.pop(url, None)

    def _find(self, number: int) -> tuple[tuple[Finding, ...], dict[Citation, SourceText | None]]:
        """The findings of a claim, and the texts they rest on."""
        citations = [c for c in self._citations(number) if not c.url or c.url in self._texts]
        claim = self._extraction.claims[number]
        marks = self._marks.get(claim.block, ())
        sources = [Source(c, self._texts.get(c.url or ""), marked_pages(claim, c, marks)) for c in citations]
        found = judge(
            claim,
            sources,
            written_in=self._written_in,
            by_meaning=the_encoder(),
            complete=all(map(self._is_complete, claim.notes)),
        )
        return found, {source.citation: source.text for source in sources}

    def _is_complete(self, number: int) -> bool:
        """Whether all works that a note cites can be looked up: it names none beside them, and no short form stays open or means a book."""
        note = self._extraction.document.notes[number]
        return note.label not in self._open and (number in self._by_note or not names_work(note.text))

    def _label(self, citation: Citation) -> str:
        return self._extraction.document.notes[citation.note].label

    def _hear(self, finding: Finding, text: SourceText | None) -> Finding:
        """The finding with a judge's opinion beside it."""
        if self._aids.judge is None or text is None:
            return finding
        return add_opinion(finding, self._aids.judge, text)

    def report(self, at: datetime, *, finished: bool) -> Report:
        """The report; claims whose sources did not all come are judged by those that did."""
        document, citations, claims = self._extraction.document, self._extraction.citations, self._extraction.claims
        fetches_made = self._fetches.values()
        answered = looked(fetch.status for fetch in fetches_made) or any(fetch.saved for fetch in fetches_made)
        for number in range(len(claims)) if answered else ():
            if number not in self._findings:
                self._judge(number)
        findings = tuple(f for number in sorted(self._findings) for f in self._findings[number]) if answered else ()
        findings = look_elsewhere(findings, _Texts(self._extraction, self._fetches, self._archive))
        fetches = {url: (fetch, self._contents[url]) for url, fetch in self._fetches.items()}
        for citation in citations:
            if citation not in self._references:
                self._references[citation] = compare_reference(citation, None, self._today)
        answers = find_answers(document, citations, fetches, findings, self._references)
        return Report(
            document=document,
            citations=answers,
            findings=findings,
            claims=claims,
            summary=summarise(document, claims, answers),
            checked_at=at,
            version=__version__,
            finished=finished,
            looked=answered,
            archive=str(self._archive.path),
        )


class _Texts:
    """The texts of all sources of an article, read again from the archive, where the words of a claim are looked for elsewhere."""

    def __init__(self, extraction: Extraction, fetches: dict[str, Fetch], archive: Archive) -> None:
        self._archive = archive
        self._labels: dict[str, list[tuple[int, str]]] = {}
        for citation in extraction.citations:
            if citation.url in fetches:
                label = extraction.document.notes[citation.note].label
                self._labels.setdefault(citation.url, []).append((citation.note, label))

    def __iter__(self) -> Iterator[tuple[str, SourceText]]:
        for url in self._labels:
            text = self[url]
            if text is not None:
                yield url, text

    def __getitem__(self, url: str) -> SourceText | None:
        fetch = self._archive.latest_fetch(url, bodies=False)
        return with_saved(fetch, self._archive).readable if fetch is not None else None

    def label(self, url: str, notes: Sequence[int]) -> str | None:
        """The label of the first note that cites an address, None where one of these notes does."""
        citing = self._labels[url]
        return None if any(note in notes for note, _ in citing) else citing[0][1]
