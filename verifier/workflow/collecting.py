"""Get sources: from the archive where they are young enough, else by the network, each archived as it comes.

In: what is wanted. Out: each `Fetch` as it ends. The rule of this file: a body is read once; the archive is asked for its reading
before a child is.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

from verifier.archive import Archive
from verifier.archive.age import Age
from verifier.dispatch import SECONDS, SPACING, run_plans
from verifier.fetching import PLANS, Mementos, Wanted
from verifier.model import (
    Citation,
    Cited,
    Claim,
    Document,
    Extraction,
    Failure,
    Fetch,
    Fetched,
    Guess,
    Link,
    LinkStatus,
    PlanName,
    QuotedKind,
    Request,
    Response,
    Scope,
    Snapshot,
    SourceText,
)
from verifier.urls import is_copy, registrable
from verifier.watching import NOBODY, Watcher

Guessing = Callable[[Snapshot, SourceText], Guess]


def nobody_guesses(_snapshot: Snapshot, _text: SourceText) -> Guess:
    """The guess of a run in which nobody guesses."""
    return Guess(problem="Nobody guesses in this run.")


_FEW_NAMES = " Most names that were asked for could not be looked up: the fault may lie with this network."


@dataclass(frozen=True, slots=True)
class Network:
    """How sources are reached: a plan's name, what sends a request, what reads a snapshot, what guesses at a page."""

    plan: PlanName
    send: Callable[[Request], Response | Failure]
    read: Callable[[Snapshot], SourceText]
    mementos: Mementos = field(default_factory=Mementos)
    renders: bool = False  # whether `send` answers requests to render a page
    guess: Guessing = nobody_guesses
    seconds: float = SECONDS  # that a citation may take
    spacing: float = SPACING  # seconds between two requests to one host
    shared: bool = False  # whether other runs may ask it for the same just now

    def want(self, cited: Cited) -> Wanted:
        """A source to get by this network."""
        return Wanted(cited, self.mementos, self.renders)


def collect(
    wanted: Iterable[Wanted],
    archive: Archive,
    network: Network,
    *,
    age: Age,
    watcher: Watcher = NOBODY,
) -> Iterator[Fetch]:
    """Each source's fetch as it ends, without its bytes: they are in the archive, and many pages would fill the memory.

    What another run asks for just now is waited for, and asked by this one only where that one did not get it.
    """
    waiting, theirs = tuple(wanted), dict[str, datetime]()
    with archive.asking(alone=not network.shared) as asking:
        while waiting:
            others = asking.claim(want.cited.url for want in waiting)
            theirs |= others
            missing: list[Wanted] = []
            for want in waiting:
                awaited = theirs.get(want.cited.url)
                since = min(age.since, awaited or age.since)
                known = archive.latest_fetch(want.cited.url, bodies=False, since=since)
                if known is not None and _is_enough(known, want.cited, age, network, awaited):
                    yield with_saved(known, archive)
                else:
                    missing.append(want)
            mine = [want for want in missing if want.cited.url not in others]
            asking.claim(want.cited.url for want in mine)
            yield from _fetched(mine, archive, network, watcher)
            waiting = tuple(want for want in missing if want.cited.url in others)
            if waiting:
                asking.wait()


def _is_enough(known: Fetch, cited: Cited, age: Age, network: Network, awaited: datetime | None) -> bool:
    """Whether a visit stands for a new one; so does one of the run that was waited for, since its start, whatever it showed."""
    of_theirs = awaited is not None and known.fetched_at >= awaited
    return of_theirs or (age.stands(known, renders=network.renders) and _has_copy(known, cited))


def _fetched(wanted: Sequence[Wanted], archive: Archive, network: Network, watcher: Watcher) -> Iterator[Fetch]:
    for fetch in _held_back(_run(wanted, archive, network, watcher)):
        archive.add_fetch(fetch)
        yield with_saved(fetch.without_bodies(), archive)
    archive.flush()  # what others wait for


def with_saved(fetch: Fetch, archive: Archive) -> Fetch:
    """The visit with the copy that a reader saved, where it shows no page itself: a wall never takes the place of a page."""
    held = fetch.memento is not None and fetch.memento.holds_words is not False
    if fetch.plan is PlanName.IMPORT or fetch.own_text is not None or held:
        return fetch
    return replace(fetch, saved=archive.saved(fetch.url))


def _has_copy(known: Fetch, cited: Cited) -> bool:
    """Whether a visit read the copy that is cited, where one is."""
    return cited.copy is None or (known.memento is not None and known.memento.url == cited.copy)


def _run(todo: Sequence[Wanted], archive: Archive, network: Network, watcher: Watcher) -> Iterator[Fetch]:
    plan = PLANS[network.plan]
    plans = ((want.cited.url, plan(want)) for want in todo)
    live = network.plan is PlanName.LIVE
    ended = run_plans(
        plans,
        network.send,
        network.read,
        spacing=network.spacing if live else 0.0,
        again=live,
        seconds=network.seconds,
        idle=archive.flush,
        waits_for=watcher.waits_for,
        known=archive.reading,
    )
    for done, (url, fetch) in enumerate(ended, 1):
        watcher.fetched(done, len(todo), url)
        yield fetch


def _held_back(fetches: Iterable[Fetch]) -> Iterator[Fetch]:
    """The fetches; as long as nobody answered they are held back: the fault may be on this side, and says nothing of a source.

    So may it be where most names cannot be looked up: names that failed wait for the end.
    """
    held: list[Fetch] = []
    unnamed: list[Fetch] = []
    answered: set[str] = set()
    for fetch in fetches:
        if fetch.status.rule == "dns":
            unnamed.append(fetch)
            continue
        if fetch.status.link is not Link.UNREACHABLE:
            answered.add(fetch.url)
        held.append(fetch)
        if answered:
            yield from held
            held.clear()
    yield from map(_no_network, held)
    yield from _unnamed(unnamed, answered)


def _unnamed(fetches: Sequence[Fetch], answered: set[str]) -> Iterator[Fetch]:
    """Addresses whose names do not exist: one among others is lost; where most names are so, this network looks up few."""
    if not fetches:
        return  # without loading the list of public suffixes
    names = {registrable(fetch.url) for fetch in fetches}
    doubtful = not answered or len(names) > max(1, len({registrable(url) for url in answered}))
    for fetch in fetches:
        yield _no_network(fetch, _FEW_NAMES if answered else "") if doubtful else fetch


def _no_network(fetch: Fetch, more: str = "") -> Fetch:
    reason = f"Could not look: {fetch.status.reason}{more}"
    return replace(fetch, status=LinkStatus(Link.UNREACHABLE, "no_network", reason))


def looked(statuses: Iterable[LinkStatus]) -> bool:
    """Whether any server answered: with none at all, the fault is more likely on this side."""
    links = [status.link for status in statuses]
    return not links or any(link is not Link.UNREACHABLE for link in links)


def wanted_for(extraction: Extraction, network: Network) -> dict[str, Wanted]:
    """Each distinct address of an article, with all that its citations know of it."""
    return {url: network.want(cited) for url, cited in cited_by_address(extraction).items()}


def cited_by_address(extraction: Extraction) -> dict[str, Cited]:
    """What is known of each distinct address that an article cites."""
    by_url: dict[str, list[Citation]] = {}
    for citation in extraction.citations:
        if citation.url:
            by_url.setdefault(citation.url, []).append(citation)
    quoted = _quoted_by_note(extraction.claims)
    return {url: _cited(url, citations, quoted) for url, citations in by_url.items()}


def _cited(url: str, citations: Sequence[Citation], quoted: dict[int, list[str]]) -> Cited:
    words = (word for note in dict.fromkeys(c.note for c in citations) for word in quoted.get(note, ()))
    return Cited(
        url=url,
        titles=tuple(c.title for c in citations if c.title),
        words=tuple(dict.fromkeys(words)),
        accessed=next((c.accessed for c in citations if c.accessed), None),
        copy=next((c.archived_url for c in citations if is_copy(c.archived_url)), None),
        copied=next((c.archived_at for c in citations if c.archived_at), None),
    )


def _quoted_by_note(claims: Sequence[Claim]) -> dict[int, list[str]]:
    found: dict[int, list[str]] = {}
    for claim in (c for c in claims if c.scope in (Scope.MARKED, Scope.NOTE)):
        words = [q.text for q in claim.quotations if q.kind is QuotedKind.QUOTATION and not q.in_context]
        for note in claim.notes:
            found.setdefault(note, []).extend(words)
    return found


def archive_sources(  # noqa: PLR0913 - the network, the clock and the watcher are arguments
    documents: Sequence[Document],
    addresses: Sequence[str],
    archive: Archive,
    network: Network,
    *,
    now: Callable[[], datetime],
    max_age: timedelta,
    watcher: Watcher = NOBODY,
) -> Fetched:
    """Fetch and archive the sources of documents, and single addresses; judge nothing."""
    wanted = _cited_in(documents, archive, network) if documents else {}
    for url in addresses:
        wanted.setdefault(url, network.want(Cited(url)))
    fetches: dict[str, Fetch] = {}
    finished = True
    try:
        for fetch in collect(wanted.values(), archive, network, age=Age(now(), max_age), watcher=watcher):
            fetches[fetch.url] = fetch.without_texts()
    except KeyboardInterrupt:
        finished = False
    archive.flush()
    return Fetched(
        tuple(fetches[url] for url in wanted if url in fetches), finished, looked(f.status for f in fetches.values())
    )


def _cited_in(documents: Sequence[Document], archive: Archive, network: Network) -> dict[str, Wanted]:
    """The sources of documents, which are kept with their notes and claims."""
    from verifier.workflow.extracting import extract  # noqa: PLC0415 - all that reads notes: a list of addresses needs none

    wanted: dict[str, Wanted] = {}
    for extraction in map(extract, documents):
        archive.add_document(extraction.document, extraction.citations, extraction.claims)
        wanted |= wanted_for(extraction, network)
    return wanted
