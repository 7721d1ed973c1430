"""The weekly re-check: archived sources again, what is newly wrong, and what is wrong still.

In: an open archive, a network, a clock. Out: a `RecheckReport`. The rule of this file: what a visit found is kept as it comes, and what is
told follows from what is kept, so that a run that was cut short tells the rest the next time. Articles whose sources changed are judged
again by the texts of today, and keep the report.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from verifier import __version__
from verifier.archive import Archive
from verifier.archive.age import Age
from verifier.errors import ArchiveError
from verifier.fetching import Wanted
from verifier.model import (
    Cited,
    Content,
    Event,
    Family,
    Fetch,
    HostDown,
    Layer,
    Link,
    LinkStatus,
    RecheckReport,
    Severity,
    SourceState,
    WatchedSource,
)
from verifier.urls import host
from verifier.verdicts import Change, compare, find_correction, is_comparable, is_due, is_retraction, look_again
from verifier.watching import NOBODY, Watcher
from verifier.workflow.collecting import Network, collect, looked

if TYPE_CHECKING:
    from verifier.workflow.judging_again import OtherFinding

# Sources of one host of which none answered: so many are one thing that happened.
_MANY = 3
_AN_HOUR = timedelta(hours=1)
_NOT_LATELY = timedelta(days=60)
# For feeds.
_TOLD = 100
_OTHER = (Content.EDITED, Content.DRIFTED, Content.QUOTE_LOST)


def require_clock(archive: Archive, now: datetime) -> None:
    """Raise ArchiveError where the clock stands before what the archive holds: by it nothing would be due, nor the newest the newest."""
    newest = archive.newest_moment()
    if newest is not None and now < newest - _AN_HOUR:
        raise ArchiveError(
            f"The clock of this machine says {now.date().isoformat()}, but {archive.path} was written to on {newest.date().isoformat()}.",
            hint="Set the clock right and run it again. Nothing was asked, and the archive was left as it is.",
        )


def recheck(  # noqa: PLR0913 - the network, the clock and the watcher are arguments
    archive: Archive,
    network: Network,
    *,
    now: Callable[[], datetime],
    older_than: timedelta,
    everything: bool = False,
    watcher: Watcher = NOBODY,
) -> RecheckReport:
    """Fetch archived sources again; tell link rot and content drift, and what is newly so; with `everything` also what is so still."""
    archive.begin_run("recheck", "")
    since_this_run = Age(now(), timedelta(0))
    sources = {s.url: s for s in archive.sources() if is_due(s, now(), older_than)}
    wanted = [_wanted_again(source, network) for source in sources.values()]
    looks: dict[str, _Look] = {}
    finished = True
    try:
        for fetch in collect(wanted, archive, network, age=since_this_run, watcher=watcher):
            looks[fetch.url] = look = _look(archive, fetch, sources[fetch.url])
            archive.add_state(look.state, look.since_last)
    except KeyboardInterrupt:
        finished = False
    archive.flush()
    found = {url: looks[url] for url in sources if url in looks}
    answered = looked(look.state.status for look in found.values())
    states = _judged(archive, network, found, now()) if answered else tuple(look.state for look in found.values())
    down = _down(found, states) if answered else ()
    report = RecheckReport(states, (), now(), __version__, finished, answered)
    return replace(
        report,
        changes=tuple(s for s in states if s.news and not _is_wall(s)) if answered else (),
        walls=tuple(s for s in states if s.news and _is_wall(s)) if answered else (),
        down=down,
        still=_still(archive, states) if everything else (),
        told=archive.events(open_only=False, limit=_TOLD),
    )


@dataclass(frozen=True, slots=True)
class _Look:
    """A state, the source as it was known before, and whether other bytes came than the last time."""

    state: SourceState
    source: WatchedSource
    other: bool

    @property
    def since_last(self) -> Content | None:
        """What this visit adds to the one before: what was so last week is no change of this one."""
        content = self.state.content
        if content not in _OTHER or self.state.news:
            return content
        return Content.EDITED if self.other else Content.SAME


def _look(archive: Archive, fetch: Fetch, source: WatchedSource) -> _Look:
    came = fetch.snapshot.sha256 if fetch.snapshot is not None else None
    other = came != source.newest
    return _Look(look_again(fetch, source, _change(archive, fetch, source, came)), source, other)


def _change(archive: Archive, fetch: Fetch, source: WatchedSource, came: str | None) -> Change:
    """What became of the text; the same bytes as before are not read and not compared again."""
    if not is_comparable(fetch) or fetch.text is None:
        return Change(None)
    open_ = source.open(Layer.CONTENT)
    if came == source.compared:
        return Change(Content.SAME)
    judged = bool(source.visits) and source.visits[0].content is not None  # else the run was cut short before
    if came == source.newest and judged and open_ is not None:
        return Change(Content(open_.word), open_.lost_quotations, open_.passages, _correction_of(open_))
    if came == source.newest and judged:
        return Change(Content.EDITED)
    before, between = archive.texts_to_compare(source, fetch)
    return compare(before, fetch.text, source.quotations, between) if before is not None else Change(Content.FIRST)


def _correction_of(told: Event) -> str | None:
    """The correction that an event is about; where one weighs more and is no retraction, it is about what no longer fits."""
    correction = find_correction(told.passages) if told.word == Content.EDITED else None
    is_it = correction is not None and (told.severity is Severity.WARNING or is_retraction(correction))
    return correction if is_it else None


def _judged(archive: Archive, network: Network, looks: Mapping[str, _Look], at: datetime) -> tuple[SourceState, ...]:
    """The states, with what of the articles' findings is another one by the texts of today."""
    changed = [look for look in looks.values() if _bears_on_findings(look)]
    names = dict.fromkeys(c.document for look in changed for c in look.state.cited_by)
    said = _judged_again(archive, network, names, at)
    states = {url: look.state for url, look in looks.items()}
    for look in changed:
        again = [finding for finding in said if finding.url == look.state.url]
        state = replace(look.state, judged_again=tuple(finding.words for finding in again))
        if any(finding.worse for finding in again):
            state = _no_longer_fits(state, look.source)
            archive.add_state(state, state.content)
        states[state.url] = state
    archive.flush()
    return tuple(states.values())


def _judged_again(archive: Archive, network: Network, names: Collection[str], at: datetime) -> tuple[OtherFinding, ...]:
    if not names:
        return ()
    from verifier.workflow.judging_again import judge_again  # noqa: PLC0415 - all that judges: a week in which nothing changed needs none

    return judge_again(archive, network.guess, tuple(names), at)


def _bears_on_findings(look: _Look) -> bool:
    state = look.state
    opened = any(event.sure and event.layer is not Layer.WALL for event in state.opened)
    return bool(state.healed) or (opened and state.news) or (look.other and state.content in _OTHER)


def _no_longer_fits(state: SourceState, source: WatchedSource) -> SourceState:
    """A page that was only edited, where what an article says of it is no longer what it says."""
    if state.content is not Content.EDITED or state.severity is Severity.PROBLEM:
        return state
    known = source.open(Layer.CONTENT)
    heard = known is not None and known.severity is Severity.PROBLEM
    reason = "The page was edited, and no longer says what the article says of it."
    event = Event(
        state.url, Layer.CONTENT, Content.EDITED, Severity.PROBLEM, reason, state.fetched_at, life=state.life, passages=state.passages[:2]
    )  # fmt: skip
    return replace(
        state, severity=Severity.PROBLEM, word=Content.EDITED.value, reason=reason, news=not heard, opened=(event,)
    )


def _is_wall(state: SourceState) -> bool:
    return state.status.family is Family.CANNOT_TELL


def _still(archive: Archive, states: Iterable[SourceState]) -> tuple[Event, ...]:
    """What is wrong and was told before this run."""
    new = {(event.url, event.layer) for state in states if state.news for event in state.opened}
    return tuple(event for event in archive.events(open_only=True) if (event.url, event.layer) not in new)


def _down(looks: Mapping[str, _Look], states: Iterable[SourceState]) -> tuple[HostDown, ...]:
    """Hosts of which no source answered for the first time in a long while."""
    by_host: dict[str, list[SourceState]] = {}
    for state in states:
        by_host.setdefault(host(state.url), []).append(state)
    return tuple(
        HostDown(name, len(group), group[0].status.reason, _documents(group))
        for name, group in by_host.items()
        if len(group) >= _MANY and all(map(_is_down, group)) and not _was_down([looks[state.url] for state in group])
    )


def _is_down(state: SourceState) -> bool:
    first = all(not event.sure and event.happened_at == state.fetched_at for event in state.opened)
    return first and _is_unanswered(state.status)


def _is_unanswered(status: LinkStatus) -> bool:
    return status.link is Link.UNREACHABLE and status.rule != "no_network"


def _was_down(looks: Sequence[_Look]) -> bool:
    """Whether most of them did not answer on a day before, lately or when they were last looked at: that was told then."""
    days = Counter(day for look in looks for day in _days_without_answer(look))
    return any(2 * number > len(looks) for number in days.values())


def _days_without_answer(look: _Look) -> set[date]:
    lately = look.state.fetched_at - _NOT_LATELY
    visits = enumerate(look.source.visits)
    return {v.at.date() for i, v in visits if _is_unanswered(v.status) and (i == 0 or v.at > lately)}


def _documents(states: Iterable[SourceState]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(c.document for state in states for c in state.cited_by))


def _wanted_again(source: WatchedSource, network: Network) -> Wanted:
    wanted = network.want(Cited(source.url, source.titles, source.quotations, source.accessed))
    return replace(wanted, held=source.quotations, held_in=source.compared)
