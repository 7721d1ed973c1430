"""The straight line from document to report, and the weekly re-check. The network and the clock are arguments.

In: values and an open archive. Out: a `Report`, a `RecheckReport`. The rule of this file: every visit
is in the archive before anything is said about it, so that an interrupted run keeps what it has.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

from verifier import __version__, language
from verifier.archive import Archive, ArchivedSource
from verifier.citations import find_all
from verifier.claims import find_claims
from verifier.dispatch import run_plans
from verifier.fetching import PLANS, Mementos, Wanted
from verifier.judges import Judge
from verifier.matching.nearest import ByMeaning
from verifier.model import (
    Citation,
    Cited,
    Claim,
    Document,
    Extraction,
    Failure,
    Family,
    Fetch,
    Finding,
    Link,
    LinkStatus,
    QuotedKind,
    RecheckReport,
    Report,
    Request,
    Response,
    Snapshot,
    SourceState,
    SourceText,
    Visits,
)
from verifier.verdicts import Source, add_opinion, find_answers, judge, judge_content, look_again, summarise

Progress = Callable[[int, int, str], None]


@dataclass(frozen=True, slots=True)
class Network:
    """How sources are reached: a plan's name, what sends a request and what reads a snapshot."""

    plan: str
    send: Callable[[Request], Response | Failure]
    read: Callable[[Snapshot], SourceText]
    mementos: Mementos = field(default_factory=Mementos)
    renders: bool = False  # whether `send` answers requests to render a page

    def want(self, cited: Cited) -> Wanted:
        """A source to get by this network."""
        return Wanted(cited, self.mementos, self.renders)


@dataclass(frozen=True, slots=True)
class Aids:
    """What may help beyond comparing words: a judge of statements, and what finds the nearest passage across languages."""

    judge: Judge | None = None
    by_meaning: ByMeaning | None = None


def _silent(_done: int, _of: int, _url: str) -> None:
    """Nobody watches."""


def extract(document: Document) -> Extraction:
    """The citations and claims of a document; nothing is sent."""
    citations, problems = find_all(document)
    return Extraction(replace(document, problems=(*document.problems, *problems)), citations, find_claims(document))


def check(  # noqa: PLR0913 - the network, the clock and the watcher are arguments (STYLE 5)
    document: Document,
    archive: Archive,
    network: Network,
    *,
    now: Callable[[], datetime],
    max_age: timedelta,
    aids: Aids | None = None,
    progress: Progress = _silent,
) -> Report:
    """Fetch, archive and judge every citation of a document.

    Sources found or lost within `max_age` are not asked again. Ctrl-C ends with the report of what
    was finished (`finished` is False).
    """
    aids = aids or Aids()
    extraction = extract(document)
    archive.add_document(extraction.document, extraction.citations, extraction.claims)
    wanted = _wanted(extraction, network)
    fetches, finished = _gather(wanted, archive, network, now() - max_age, progress)
    looked = _looked(fetches.values())
    findings = _judge_all(extraction, fetches, aids.by_meaning) if looked else ()
    if aids.judge is not None:
        findings = _hear(findings, fetches, aids.judge)
    at = now()
    words = {want.cited.url: want.cited.words for want in wanted}
    visits = {
        url: (fetch, judge_content(fetch, archive.text_before(fetch), words[url])[0]) for url, fetch in fetches.items()
    }
    answers = find_answers(extraction.document, extraction.citations, visits, findings, at.date())
    report = Report(
        document=extraction.document,
        citations=answers,
        findings=findings,
        claims=extraction.claims,
        summary=summarise(extraction.document, extraction.claims, answers),
        checked_at=at,
        version=__version__,
        finished=finished,
        looked=looked,
        archive=str(archive.path),
    )
    archive.add_report(report)
    return report


def collect(
    wanted: Iterable[Wanted], archive: Archive, network: Network, *, since: datetime, progress: Progress = _silent
) -> Iterator[tuple[str, Fetch]]:
    """Each source's visit as it ends: from the archive where it is young enough, else by the network, then archived."""
    todo: dict[str, Wanted] = {}
    for want in wanted:
        known = archive.latest_fetch(want.cited.url)
        if known is not None and known.fetched_at >= since and known.status.family is not Family.CANNOT_TELL:
            yield want.cited.url, known
        else:
            todo[want.cited.url] = want
    plan = PLANS[network.plan]
    held: list[tuple[str, Fetch]] = []
    reached = False
    visits = run_plans(((u, plan(w)) for u, w in todo.items()), network.send, network.read, idle=archive.flush)
    for done, (url, fetch) in enumerate(visits, 1):
        progress(done, len(todo), url)
        reached = reached or fetch.status.link is not Link.UNREACHABLE
        if not reached:  # as long as nobody answered, the fault may be on this side: no verdict on the source
            held.append((url, fetch))
            continue
        yield from _keep(held, archive)
        held.clear()
        yield from _keep([(url, fetch)], archive)
    yield from _keep([(url, _no_network(fetch)) for url, fetch in held], archive)


def _keep(visits: Iterable[tuple[str, Fetch]], archive: Archive) -> Iterator[tuple[str, Fetch]]:
    """Archive visits; they go on without their bytes."""
    for url, fetch in visits:
        archive.add_fetch(fetch)
        yield url, _light(fetch)


def _gather(
    wanted: Sequence[Wanted], archive: Archive, network: Network, since: datetime, progress: Progress
) -> tuple[dict[str, Fetch], bool]:
    fetches: dict[str, Fetch] = {}
    try:
        fetches.update(collect(wanted, archive, network, since=since, progress=progress))
    except KeyboardInterrupt:
        return fetches, False
    finally:
        archive.flush()
    return fetches, True


def _wanted(extraction: Extraction, network: Network) -> tuple[Wanted, ...]:
    """One visit for each distinct address, with all that its citations know of it."""
    by_url: dict[str, list[Citation]] = {}
    for citation in extraction.citations:
        if citation.url:
            by_url.setdefault(citation.url, []).append(citation)
    return tuple(
        network.want(
            Cited(
                url=url,
                titles=tuple(c.title for c in citations if c.title),
                words=_quoted_words(extraction.claims, {c.note for c in citations}),
                accessed=next((c.accessed for c in citations if c.accessed), None),
            )
        )
        for url, citations in by_url.items()
    )


def _quoted_words(claims: Sequence[Claim], notes: set[int]) -> tuple[str, ...]:
    quoted = (q for claim in claims if notes.intersection(claim.notes) for q in claim.quotations if not q.in_context)
    return tuple(dict.fromkeys(q.text for q in quoted if q.kind is QuotedKind.QUOTATION))


def _light(fetch: Fetch) -> Fetch:
    """The fetch without the bytes, which are in the archive: a long article's pages would fill the memory."""
    memento = fetch.memento
    if memento is not None:
        memento = replace(memento, snapshot=replace(memento.snapshot, body=b""))
    snapshot = replace(fetch.snapshot, body=b"") if fetch.snapshot is not None else None
    return replace(fetch, snapshot=snapshot, memento=memento)


def _looked(fetches: Iterable[Fetch]) -> bool:
    """Whether any server answered: with none at all, the fault is more likely on this side."""
    visits = list(fetches)
    return not visits or any(f.status.link is not Link.UNREACHABLE for f in visits)


def _no_network(fetch: Fetch) -> Fetch:
    reason = f"Could not look: {fetch.status.reason}"
    return replace(fetch, status=LinkStatus(Link.UNREACHABLE, "no_network", reason))


def _judge_all(extraction: Extraction, fetches: dict[str, Fetch], by_meaning: ByMeaning | None) -> tuple[Finding, ...]:
    written_in = extraction.document.language or language.detect(" ".join(b.text for b in extraction.document.blocks))
    by_note: dict[int, list[Source]] = {}
    for citation in extraction.citations:
        fetch = fetches.get(citation.url) if citation.url else None
        if fetch is not None or not citation.url:
            by_note.setdefault(citation.note, []).append(Source(citation, fetch))
    texts = [
        (note, extraction.document.notes[note].label, source.text)
        for note, sources in by_note.items()
        for source in sources
        if source.text is not None
    ]
    found: list[Finding] = []
    for claim in extraction.claims:
        sources = [source for note in claim.notes for source in by_note.get(note, ())]
        mine = {id(source.text) for source in sources}
        others = [(label, text) for note, label, text in texts if note not in claim.notes and id(text) not in mine]
        found.extend(judge(claim, sources, others, written_in=written_in, by_meaning=by_meaning))
    return tuple(found)


def _hear(findings: Sequence[Finding], fetches: dict[str, Fetch], judge_with: Judge) -> tuple[Finding, ...]:
    """The findings with a judge's opinions beside them."""

    def text(finding: Finding) -> SourceText | None:
        fetch = fetches.get(finding.citation.url or "")
        return fetch.readable if fetch else None

    return tuple(add_opinion(f, judge_with, read.text) if (read := text(f)) is not None else f for f in findings)


def archive_sources(  # noqa: PLR0913 - see check
    documents: Sequence[Document],
    addresses: Sequence[str],
    archive: Archive,
    network: Network,
    *,
    now: Callable[[], datetime],
    max_age: timedelta,
    progress: Progress = _silent,
) -> Visits:
    """Fetch and archive the sources of documents, and single addresses; judge nothing."""
    wanted: dict[str, Wanted] = {}
    for document in documents:
        extraction = extract(document)
        archive.add_document(extraction.document, extraction.citations, extraction.claims)
        wanted |= {w.cited.url: w for w in _wanted(extraction, network)}
    for url in addresses:
        wanted.setdefault(url, network.want(Cited(url)))
    fetches: dict[str, Fetch] = {}
    finished = True
    try:
        fetches.update(collect(wanted.values(), archive, network, since=now() - max_age, progress=progress))
    except KeyboardInterrupt:
        finished = False
    archive.flush()
    return Visits(tuple(fetches[url] for url in wanted if url in fetches), finished, _looked(fetches.values()))


# --- the weekly re-check ---------------------------------------------------------------------------


def recheck(
    archive: Archive,
    network: Network,
    *,
    now: Callable[[], datetime],
    older_than: timedelta,
    progress: Progress = _silent,
) -> RecheckReport:
    """Fetch archived sources again; tell link rot and content drift, and what is newly so."""
    since = now() - older_than
    sources = {s.url: s for s in archive.sources() if not s.visits or s.visits[0][0] <= since}
    wanted = [_wanted_again(source, network) for source in sources.values()]
    states: list[SourceState] = []
    finished = True
    try:
        for url, fetch in collect(
            wanted, archive, network, since=datetime.max.replace(tzinfo=now().tzinfo), progress=progress
        ):
            source = sources[url]
            states.append(look_again(fetch, source.text, source.quotations, source.visits))
    except KeyboardInterrupt:
        finished = False
    archive.flush()
    looked = not states or any(s.status.link is not Link.UNREACHABLE for s in states)
    order = {url: i for i, url in enumerate(sources)}
    states.sort(key=lambda s: order[s.url])
    news = tuple(s for s in states if s.news) if looked else ()
    return RecheckReport(tuple(states), news, now(), __version__, finished, looked)


def _wanted_again(source: ArchivedSource, network: Network) -> Wanted:
    return network.want(Cited(source.url, source.titles, source.quotations, source.accessed))
