"""What the visits to a source say over time: whether it lives, what became of its text, and whether a person should hear of it.

In: the newest visit, what is known of the source, what became of its text. Out: a `SourceState`, with what it opens and heals. The rule of
this file: what nobody could tell neither harms nor heals, and is told where it was so for weeks; what was told once, and what comes and
goes, is no news; that nobody answered is told where it was so three times.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from itertools import takewhile

from verifier.model import (
    Content,
    Event,
    Family,
    Fetch,
    Layer,
    Life,
    Link,
    LinkStatus,
    Severity,
    SourceState,
    Visit,
    WatchedSource,
)
from verifier.urls import identity
from verifier.verdicts.drift import Change, is_retraction
from verifier.verdicts.weights import weigh_link

# InternetArchiveBot's ladder: dead after three failures, each at least three days after the one before.
_FAILURES_TO_DIE = 3
_DAYS_APART = timedelta(days=3)
# So often and so long in vain, and a person hears of it once: silence would seem to say that all is well.
_VISITS_IN_VAIN, _WEEKS_IN_VAIN = 3, timedelta(weeks=4)
# What was well again for less than this comes and goes.
_COMES_AND_GOES = timedelta(days=60)

# After so many visits in a row that found nothing new, a source is asked so many times as seldom.
_PACES = ((12, 4.0), (4, 2.0), (0, 1.0))
_PACE_OF_SUSPECTS = 0.5
_UNCHANGED = (Content.SAME, Content.EDITED)

# Content that a person should hear of, and what it means.
_OTHER_WORDS = {
    Content.DRIFTED: "The page says something else than the stored copy.",
    Content.QUOTE_LOST: "Quoted words that stand in the stored copy are no longer on the page.",
}
_SAYS_AGAIN = "The page says again what it said."
_CORRECTED = "A correction was added to the page."
_RETRACTED = "A retraction was added to the page."
_INSTEAD = "instead"
# Failures that may pass, and what is said where they did not.
_MAY_PASS: tuple[tuple[Callable[[LinkStatus], bool], str], ...] = (
    (lambda status: status.link is Link.UNREACHABLE, "Nobody answered three times, at least three days apart."),
    (lambda status: status.rule == "empty", "So it was three times, at least three days apart."),
    (lambda status: status.rule == _INSTEAD, "So it was for two weeks."),
)
_WEEKS_INSTEAD = timedelta(weeks=2)


def is_due(source: WatchedSource, now: datetime, older_than: timedelta) -> bool:
    """Whether a source is to be looked at again: sooner where it is suspect, more seldom where it has long been the same.

    >>> from datetime import UTC
    >>> from verifier.model import Link
    >>> day = lambda n: datetime(2025, 1, n, tzinfo=UTC)
    >>> there, gone = (LinkStatus(link, "", "") for link in (Link.OK, Link.GONE))
    >>> [is_due(WatchedSource("", visits=(Visit(day(1), was),)), day(5), timedelta(days=6)) for was in (there, gone)]
    [False, True]
    """
    if not source.visits:
        return True
    if life_of(source) is Life.SUSPECT:
        pace = _PACE_OF_SUSPECTS
    else:
        same = next((i for i, v in enumerate(source.visits) if v.content not in _UNCHANGED), len(source.visits))
        pace = next(times for visits, times in _PACES if same >= visits)
    return source.visits[0].at <= now - older_than * pace


def look_again(fetch: Fetch, source: WatchedSource, change: Change) -> SourceState:
    """A source after a visit."""
    now = Visit(fetch.fetched_at, fetch.status, change.content)
    source = _as_checked(source)
    alive = life_of(source, now)
    state = SourceState(
        url=fetch.url,
        status=fetch.status,
        content=change.content,
        life=alive,
        fetched_at=fetch.fetched_at,
        severity=weigh_link(fetch),
        word=fetch.status.link.value,
        reason=fetch.status.reason,
        previous=source.visits[0].status if source.visits else None,
        memento_url=fetch.memento.url if fetch.memento else None,
        memento_datetime=fetch.memento.datetime if fetch.memento else None,
        lost_quotations=change.lost,
        passages=change.passages,
        cited_by=source.cited_by,
        final_url=fetch.final_url if fetch.final_url and identity(fetch.final_url) != identity(fetch.url) else None,
    )
    family = fetch.status.family
    if family is Family.FOUND and change.instead is not None:
        return _lost(_with_another_in_its_place(state, source, change.instead), source)
    if family is Family.FOUND:
        return _found(state, source, change)
    if family is Family.LOST and fetch.status.rule != "no_network":
        return _lost(state, source)
    return _walled(state, source) if fetch.status.link is Link.RESTRICTED else _unseen(state, source)


def _with_another_in_its_place(state: SourceState, source: WatchedSource, shown: str) -> SourceState:
    """A state of which the server says that all is well, and the page shows next to nothing, and nothing of what it showed."""
    known = source.open(Layer.LINK)
    long_so = known is not None and (known.sure or state.fetched_at - known.happened_at >= _WEEKS_INSTEAD)
    reason = f"The page shows nothing of what it showed, only “{shown}”."
    return replace(
        state, status=LinkStatus(Link.SOFT_404, _INSTEAD, reason), word=Link.SOFT_404.value, reason=reason,
        severity=Severity.PROBLEM, life=Life.DEAD if long_so else Life.SUSPECT,
    )  # fmt: skip


def _as_checked(source: WatchedSource) -> WatchedSource:
    """The source with what a check saw of it since: what its report told is no news, whether it is lost or there again."""
    seen = next((v for v in source.visits if _tells(v)), None)
    last = next((e for e in source.events if e.layer is Layer.LINK), None)
    if seen is None or (last is not None and max(last.happened_at, last.healed_at or last.happened_at) >= seen.at):
        return source
    events = source.events
    if seen.status.family is Family.FOUND and last is not None and last.healed_at is None:
        events = tuple(replace(e, healed_at=seen.at, told=False) if e is last else e for e in events)
    if seen.status.family is Family.LOST and (last is None or last.healed_at is not None):
        told = Event(
            source.url, Layer.LINK, seen.status.link, Severity.PROBLEM, seen.status.reason, seen.at, life=Life.SUSPECT
        )
        events = (told, *events)
    return replace(source, events=events)


def _tells(visit: Visit) -> bool:
    return visit.asked_by != "recheck" and visit.status.family is not Family.CANNOT_TELL


def _found(state: SourceState, source: WatchedSource, change: Change) -> SourceState:
    """The page is there: what its text became, and what is well again."""
    healed = [layer for layer in (Layer.LINK, Layer.WALL) if source.open(layer) is not None]
    person = source.open(Layer.PERSON)
    healed += [Layer.PERSON] if person is not None and person.word == Life.ALIVE else []
    lost = source.open(Layer.LINK)
    if lost is not None and lost.told:
        state = replace(
            state, news=True, reason=f"{state.reason} It had been lost since {lost.happened_at.date().isoformat()}."
        )
    state = replace(state, healed=tuple(healed))
    if change.content in _OTHER_WORDS or change.correction is not None:
        return _other_words(state, source, change)
    if _has_moved(state, source):
        state = replace(state, news=True)
    open_ = source.open(Layer.CONTENT)
    if open_ is None or change.content not in _UNCHANGED or _is_left(open_, change):
        return state
    back = replace(state, healed=(*state.healed, Layer.CONTENT))
    reason = f"{state.reason if state.news else ''} {_SAYS_AGAIN}".strip()
    return replace(back, news=True, reason=reason) if open_.told else back


def _has_moved(state: SourceState, source: WatchedSource) -> bool:
    """Whether a page that was found at its address stands elsewhere for good, for the first time that anybody looked."""
    found = [visit.status.link for visit in source.visits if visit.status.family is Family.FOUND]
    return state.status.link is Link.MOVED and Link.OK in found and Link.MOVED not in found


def _is_left(open_: Event, change: Change) -> bool:
    """Whether an open event is about what is there still: a correction stays on the page that has it."""
    return open_.word == Content.EDITED and change.content is Content.EDITED


def _other_words(state: SourceState, source: WatchedSource, change: Change) -> SourceState:
    assert change.content is not None
    reason, severity = _OTHER_WORDS.get(change.content, ""), Severity.PROBLEM
    if change.content not in _OTHER_WORDS:
        reason, severity = _said_of(change.correction or "")
    if change.language is not None:
        reason = f"The page is in another language now ({change.language})."
    other = replace(state, severity=severity, word=change.content.value, reason=reason)
    other = _opened(replace(other, news=False), source, Layer.CONTENT)
    if state.news and not other.news:  # found again, with other words that were told before
        return replace(state, reason=f"{state.reason} {reason}", opened=other.opened)
    return other


def _said_of(correction: str) -> tuple[str, Severity]:
    """What is said of a correction, and how it weighs: a work that was taken back can bear out nothing."""
    quoted = f"“{' '.join(correction.split())}”"
    return (
        (f"{_RETRACTED} {quoted}", Severity.PROBLEM)
        if is_retraction(correction)
        else (f"{_CORRECTED} {quoted}", Severity.WARNING)
    )


def _lost(state: SourceState, source: WatchedSource) -> SourceState:
    """The page is lost; where nobody answered, or nothing came, that may pass, and is told when it is dead."""
    person = source.open(Layer.PERSON)
    if person is not None and person.word == Life.ALIVE:
        return replace(state, reason=f"{state.reason} A person said that it is alive.", severity=Severity.FINE)
    known = source.open(Layer.LINK)
    may_pass = next((often for fits, often in _MAY_PASS if fits(state.status)), None)
    sure = may_pass is None or state.life is Life.DEAD or (known is not None and known.sure)
    if not sure:
        state = replace(state, severity=Severity.WARNING)
    elif may_pass is not None and state.life is Life.DEAD:
        state = replace(state, reason=f"{state.reason} {may_pass}")
    return _opened(state, source, Layer.LINK, sure=sure)


def _walled(state: SourceState, source: WatchedSource) -> SourceState:
    """A login, a paywall or a consent form where the page could be read before."""
    seen = next((v.status for v in source.visits if _tells(v) or v.status.link is Link.RESTRICTED), None)
    was_there = seen is not None and seen.family is Family.FOUND
    return _opened(state, source, Layer.WALL) if was_there or source.open(Layer.WALL) else state


def _unseen(state: SourceState, source: WatchedSource) -> SourceState:
    """A page that could be read before, and that no visit of the last weeks could look at."""
    blind = list(takewhile(lambda v: v.status.family is Family.CANNOT_TELL, source.visits))
    seen = next(iter(source.visits[len(blind) :]), None)
    if seen is None or seen.status.family is not Family.FOUND:
        return state
    if len(blind) < _VISITS_IN_VAIN or state.fetched_at - blind[-1].at < _WEEKS_IN_VAIN:
        return state
    since = f"{state.reason} Nobody could look since {blind[-1].at.date().isoformat()}."
    return _opened(replace(state, reason=since), source, Layer.WALL)


def _opened(state: SourceState, source: WatchedSource, layer: Layer, *, sure: bool = True) -> SourceState:
    """The state with its event, which is news where nobody heard of it, and where it is worse than what was heard."""
    known = source.open(layer)
    heard = known is not None and known.told and not _is_worse(state, known)
    news = sure and not heard and not _comes_and_goes(state, source, layer)
    event = Event(
        url=state.url, layer=layer, word=state.word, severity=state.severity, reason=state.reason,
        happened_at=known.happened_at if known is not None and not _is_worse(state, known) else state.fetched_at,
        sure=sure, told=news or heard, life=state.life, lost_quotations=state.lost_quotations, passages=state.passages[:2],
        memento_url=state.memento_url, memento_datetime=state.memento_datetime,
    )  # fmt: skip
    return replace(state, news=news, opened=(event,))


def _is_worse(state: SourceState, known: Event) -> bool:
    """Whether more was lost than a person heard of: a warning became a problem, or other quotations went."""
    heavier = known.severity is Severity.WARNING and state.severity is Severity.PROBLEM
    return heavier or not set(state.lost_quotations) <= set(known.lost_quotations)


def _comes_and_goes(state: SourceState, source: WatchedSource, layer: Layer) -> bool:
    closed = next((e for e in source.events if e.layer is layer and e.healed_at is not None and e.sure), None)
    if closed is None or closed.healed_at is None or closed.word != state.word:
        return False
    return state.fetched_at - closed.healed_at < _COMES_AND_GOES


def life_of(source: WatchedSource, now: Visit | None = None) -> Life:
    """The life of a source by all its visits, and by what a person said of it."""
    person = source.open(Layer.PERSON)
    if person is not None and (person.word == Life.DEAD or now is None or now.status.family is not Family.FOUND):
        return Life(person.word)
    visits = [v for v in source.visits if source.settled_at is None or v.at > source.settled_at]
    return life([(v.at, v.status) for v in ([now] if now else []) + visits])


def life(visits: Sequence[tuple[datetime, LinkStatus]]) -> Life:
    """The ladder over all visits, newest first; what nobody could tell neither harms nor heals.

    >>> from datetime import timezone
    >>> from verifier.model import Link
    >>> gone = LinkStatus(Link.GONE, "status_404", "404")
    >>> day = lambda n: datetime(2025, 1, n, tzinfo=timezone.utc)
    >>> life([(day(9), gone), (day(5), gone), (day(1), gone)])
    <Life.DEAD: 'dead'>
    >>> life([(day(2), gone), (day(1), gone)])
    <Life.SUSPECT: 'suspect'>
    """
    failures, last = 0, None
    for at, status in visits:
        if status.family is Family.FOUND:
            break
        if status.family is Family.LOST and (last is None or last - at >= _DAYS_APART):
            failures, last = failures + 1, at
    if not failures:
        return Life.ALIVE
    return Life.DEAD if failures >= _FAILURES_TO_DIE else Life.SUSPECT
