"""The weekly re-check: archived sources again, and what is newly wrong."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

from verifier import __version__
from verifier.archive import Archive, ArchivedSource
from verifier.fetching import Wanted
from verifier.model import Cited, Content, Fetch, RecheckReport, SourceState
from verifier.verdicts import look_again, quiet_where_usual
from verifier.watching import NOBODY, Watcher
from verifier.workflow.collect import Age, Network, collect, looked


def recheck(
    archive: Archive,
    network: Network,
    *,
    now: Callable[[], datetime],
    older_than: timedelta,
    watcher: Watcher = NOBODY,
) -> RecheckReport:
    """Fetch archived sources again; tell link rot and content drift, and what is newly so."""
    since = now() - older_than
    sources = {s.url: s for s in archive.sources() if not s.fetches or s.fetches[0][0] <= since}
    wanted = [_wanted_again(source, network) for source in sources.values()]
    again = Age(now(), -timedelta(days=1))  # all are asked
    states: dict[str, SourceState] = {}
    finished = True
    try:
        for fetch in collect(wanted, archive, network, age=again, watcher=watcher):
            source = sources[fetch.url]
            states[source.url] = _look(archive, fetch, source)
    except KeyboardInterrupt:
        finished = False
    archive.flush()
    return _report(tuple(states[url] for url in sources if url in states), now(), finished=finished)


def _look(archive: Archive, fetch: Fetch, source: ArchivedSource) -> SourceState:
    """The state of a source after a visit; what became of its text is kept, so that it can be asked later."""
    state = look_again(fetch, source.text, source.quotations, source.fetches)
    if state.content is not None:
        archive.add_content(fetch, state.content)
    if state.content is Content.DRIFTED and source.text is not None:
        state = quiet_where_usual(state, source.text, archive.text_before(fetch, skip=1))
    return state


def _report(states: tuple[SourceState, ...], at: datetime, *, finished: bool) -> RecheckReport:
    """The report; where no server answered, the fault may be on this side, and nothing is news."""
    answered = looked(state.status for state in states)
    news = tuple(s for s in states if s.news) if answered else ()
    return RecheckReport(states, news, at, __version__, finished, answered)


def _wanted_again(source: ArchivedSource, network: Network) -> Wanted:
    return network.want(Cited(source.url, source.titles, source.quotations, source.accessed))
