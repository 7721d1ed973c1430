"""The plan `live`: the address itself, and where it is lost a web archive's copy."""

from __future__ import annotations

import hashlib
from collections.abc import Generator
from dataclasses import replace
from urllib.parse import urljoin, urlsplit, urlunsplit

from verifier import matching
from verifier.fetching.copies import read_copy
from verifier.fetching.frames import open_frame, unread
from verifier.fetching.steps import Plan, Wanted, ask, read
from verifier.fetching.wayback import find_memento, save
from verifier.model import (
    ORIGIN,
    Answer,
    Extent,
    Failure,
    Family,
    Fetch,
    Hop,
    Link,
    LinkStatus,
    PlanName,
    Purpose,
    Response,
    Saved,
    Snapshot,
    SourceText,
    Step,
)
from verifier.pages import Page, classify, compare_with_probe, in_doubt, status_of_failure
from verifier.sources.extent import PAGED, SCANT
from verifier.urls import host

_REFRESHES = 3
_NEXT_PAGES = 4
_FEW_WORDS = 80
_SOME_WORDS = 25  # fewer beside a title are no text


def fetch_live(wanted: Wanted) -> Plan:
    """Ask for the cited copy, and the address; compare with an impossible address where in doubt; classify; look for a memento."""
    fetch = yield from _fetch(wanted, PlanName.LIVE)
    return fetch


def fetch_replay(wanted: Wanted) -> Plan:
    """The same questions, answered by a file of captures; where the page cannot be read, by what a reader saved of it, too."""
    fetch = yield from _fetch(wanted, PlanName.REPLAY)
    held = fetch.memento is not None and fetch.memento.holds_words is not False
    if fetch.own_text is not None or held:
        return fetch
    answer = yield from ask(wanted.cited.url, Purpose.SAVED)
    if isinstance(answer, Failure):
        return fetch
    snapshot, text = yield from read(answer)
    return replace(fetch, saved=Saved(answer.received_at, answer.header(ORIGIN) or "", snapshot, text))


def fetch_import(wanted: Wanted) -> Plan:
    """The same questions, answered by a file that a reader saved; the reason says so."""
    fetch = yield from _visit(wanted, PlanName.IMPORT)
    said = f"Saved by a reader on {fetch.fetched_at.date().isoformat()}: {fetch.status.reason}"
    return replace(fetch, status=replace(fetch.status, reason=said))


def _fetch(wanted: Wanted, plan: PlanName) -> Generator[Step, Answer, Fetch]:
    copy, note = yield from read_copy(wanted)
    fetch = yield from _visit(wanted, plan)
    if copy is not None:
        return replace(fetch, memento=copy)
    fetch = yield from _with_memento(wanted, fetch)
    return replace(fetch, memento_note=" ".join(filter(None, (note, fetch.memento_note))) or None)


def _visit(wanted: Wanted, plan: PlanName) -> Generator[Step, Answer, Fetch]:
    """What the address itself answers."""
    answer = yield from ask(wanted.cited.url)
    if isinstance(answer, Failure):
        status = status_of_failure(answer)
        return Fetch(wanted.cited.url, answer.received_at, plan, status, hops=answer.hops)
    page, snapshot, status = yield from _read_page(wanted, answer)
    if status.link is Link.NEEDS_JS and wanted.render:
        page, snapshot, status = yield from _rendered(wanted, page, snapshot, status)
    return Fetch(
        url=wanted.cited.url,
        fetched_at=answer.received_at,
        plan=plan,
        status=status,
        final_url=page.response.final_url,
        http_status=page.response.status,
        hops=page.response.hops,
        snapshot=snapshot,
        text=page.text,
        headers=page.response.headers,
    )


def _read_page(wanted: Wanted, response: Response) -> Generator[Step, Answer, tuple[Page, Snapshot, LinkStatus]]:
    snapshot, text = yield from read(response)
    page = _believed(Page(response, text, wanted.cited, known=_is_known(wanted, snapshot)))
    for _ in range(_REFRESHES):
        followed = yield from _refreshed(page)
        if followed is None:
            break
        response, snapshot, text = followed
        page = _believed(Page(response, text, wanted.cited))
    status = classify(page)
    if status.family is Family.FOUND and not page.held:
        page, snapshot = yield from _go_on(page, snapshot)
        status = classify(page) if page.held else status
    framed = yield from open_frame(page)
    if framed is not None:
        return framed
    status = unread(page) or status
    if status.family is Family.FOUND and in_doubt(page):
        probe = yield from ask(_impossible(response.final_url), Purpose.PROBE)
        if isinstance(probe, Response):
            _, probe_text = yield from read(probe)
            status = compare_with_probe(replace(page, probe=(probe, probe_text)), status)
    return page, snapshot, status


def _believed(page: Page) -> Page:
    """The page; one with little text is the whole of it where its headings, beside some words, show that it is what was cited."""
    if page.text.problem != SCANT or page.length < _SOME_WORDS or not page.is_headed:
        return page
    return replace(page, text=replace(page.text, extent=Extent.WHOLE, problem=None))


def _rendered(
    wanted: Wanted, page: Page, snapshot: Snapshot, status: LinkStatus
) -> Generator[Step, Answer, tuple[Page, Snapshot, LinkStatus]]:
    """The page after its scripts ran in a browser, where that shows more; which of it came so is said."""
    answer = yield from ask(page.response.final_url, Purpose.RENDER)
    if isinstance(answer, Failure):
        return page, snapshot, replace(status, reason=f"{status.reason} {answer.detail}")
    shown, text = yield from read(answer)
    after = Page(answer, text, wanted.cited)
    found = classify(after)
    if found.link is Link.NEEDS_JS:
        return page, snapshot, replace(status, reason=f"{status.reason} A browser showed nothing either.")
    if found.link is Link.OK:
        found = LinkStatus(Link.OK, "rendered", "The page is there; a browser had to run its scripts.")
    return after, shown, found


def _refreshed(page: Page) -> Generator[Step, Answer, tuple[Response, Snapshot, SourceText] | None]:
    """What a meta refresh leads to; it counts as a redirect with status 200."""
    target = page.refresh if page.is_html and page.length <= _FEW_WORDS else None
    if target is None or target == page.response.final_url:
        return None
    answer = yield from ask(target)
    if isinstance(answer, Failure):
        return None
    hop = Hop(page.response.final_url, page.response.status, target)
    response = replace(answer, url=page.response.url, hops=(*page.response.hops, hop, *answer.hops))
    snapshot, text = yield from read(response)
    return response, snapshot, text


def _go_on(page: Page, snapshot: Snapshot) -> Generator[Step, Answer, tuple[Page, Snapshot]]:
    """The page with what it stands for: its following pages, the file it leads to, the frames it is made of."""
    if page.facts.next_page:
        whole = yield from _next_pages(page)
        return replace(page, text=whole), snapshot
    if page.text.extent is Extent.STAND_IN and page.facts.files:
        return (yield from _what_it_stands_for(page, snapshot))
    return page, snapshot


def _next_pages(page: Page) -> Generator[Step, Answer, SourceText]:
    """The text with that of the following pages of the same article; whole where the last of them was reached."""
    text, response, seen, following = page.text, page.response, {page.response.final_url}, page.facts.next_page
    for _ in range(_NEXT_PAGES):
        target = urljoin(response.final_url, following) if following else None
        if target is None or target in seen or host(target) != host(response.final_url):
            break
        seen.add(target)
        answer = yield from ask(target)
        if isinstance(answer, Failure) or answer.status != 200:
            break
        _, more = yield from read(answer)
        text = replace(_joined(text, more), extractor="html+next")
        response, following = answer, more.facts.next_page
    if following is None and text.problem == PAGED:
        return replace(text, extent=Extent.WHOLE, problem=None)
    return text


def _what_it_stands_for(page: Page, snapshot: Snapshot) -> Generator[Step, Answer, tuple[Page, Snapshot]]:
    """The files that a page names, in front of its own words and with what it says of itself; frames are pages."""
    found, first = None, snapshot
    for name in page.facts.files:
        answer = yield from ask(urljoin(page.response.final_url, name))
        if isinstance(answer, Failure) or answer.status != 200 or answer.incomplete:
            return page, snapshot
        held, file = yield from read(answer)
        is_page = file.extractor.startswith("html")
        if not file.text.strip() or (is_page and name not in page.facts.frames):
            return page, snapshot  # a form in place of the file
        file = replace(file, main=file.main or ((0, len(file.text)),))
        found, first = (_joined(found, file), first) if found else (file, held)
    assert found is not None
    text = replace(
        _joined(found, page.text),
        facts=replace(page.facts, words=page.facts.words + found.facts.words),
        extractor=f"{found.extractor.partition('+')[0]}+page",
        language=found.language or page.text.language,
        metadata=replace(page.text.metadata, title=page.text.metadata.title or found.metadata.title),
    )
    return replace(page, text=text), first


def _joined(text: SourceText, more: SourceText) -> SourceText:
    """A text with another behind it; what it is of the work stays."""
    shift = len(text.text) + 2
    return replace(
        text,
        text=f"{text.text}\n\n{more.text}",
        main=(*text.main, *((a + shift, b + shift) for a, b in more.main)),
        parts=(*text.parts, *(replace(p, start=p.start + shift, end=p.end + shift) for p in more.parts)),
        facts=replace(text.facts, words=text.facts.words + more.facts.words),
    )


def _is_known(wanted: Wanted, snapshot: Snapshot | None) -> bool:
    """Whether the words that are looked for stood in the same bytes before: they are not looked for again."""
    return bool(wanted.held) and snapshot is not None and snapshot.sha256 == wanted.held_in


def _words_lost(wanted: Wanted, fetch: Fetch) -> tuple[str, ...]:
    """Words that stood on the page, and are not on the whole page any more."""
    text = fetch.text if fetch.status.family is Family.FOUND else None
    if text is None or text.extent is not Extent.WHOLE or _is_known(wanted, fetch.snapshot):
        return ()
    return tuple(words for words in wanted.held if not matching.stands(words, text.text, text.parts))


def _impossible(url: str) -> str:
    """An address that cannot exist on the same host; the same for all pages of the host, so that it is asked once."""
    parts = urlsplit(url)
    digest = hashlib.sha256(parts.netloc.encode()).hexdigest()[:16]
    return urlunsplit((parts.scheme, parts.netloc, f"/no-such-page-{digest}", "", ""))


def _with_memento(wanted: Wanted, fetch: Fetch) -> Generator[Step, Answer, Fetch]:
    family, when = fetch.status.family, wanted.mementos.when
    if not wanted.cited.url.lower().startswith(("http://", "https://")):
        return fetch
    lost = _words_lost(wanted, fetch)
    if when == "always" or (when == "lost" and (family is Family.LOST or lost)):
        asked = replace(wanted, cited=replace(wanted.cited, words=lost)) if lost else wanted
        memento, note = yield from find_memento(asked)
        fetch = replace(fetch, memento=memento, memento_note=note)
    if wanted.mementos.save and family is Family.FOUND and fetch.memento is None:
        fetch = replace(fetch, memento_note=(yield from save(wanted)))
    return fetch
