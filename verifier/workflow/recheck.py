"""The weekly re-check: archived sources again, and what is newly wrong."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

from verifier import __version__
from verifier.archive import Archive, ArchivedSource
from verifier.fetching import Wanted
from verifier.model import Cited, RecheckReport, SourceState
from verifier.verdicts import look_again
from verifier.workflow.collect import Network, Progress, collect, looked, nobody_watches


def recheck(
    archive: Archive,
    network: Network,
    *,
    now: Callable[[], datetime],
    older_than: timedelta,
    progress: Progress = nobody_watches,
) -> RecheckReport:
    """Fetch archived sources again; tell link rot and content drift, and what is newly so."""
    since = now() - older_than
    sources = {s.url: s for s in archive.sources() if not s.fetches or s.fetches[0][0] <= since}
    wanted = [_wanted_again(source, network) for source in sources.values()]
    never = datetime.max.replace(tzinfo=now().tzinfo)  # all are asked
    states: dict[str, SourceState] = {}
    finished = True
    try:
        for fetch in collect(wanted, archive, network, since=never, progress=progress):
            source = sources[fetch.url]
            states[source.url] = look_again(fetch, source.text, source.quotations, source.fetches)
    except KeyboardInterrupt:
        finished = False
    archive.flush()
    return _report(tuple(states[url] for url in sources if url in states), now(), finished=finished)


def _report(states: tuple[SourceState, ...], at: datetime, *, finished: bool) -> RecheckReport:
    """The report; where no server answered, the fault may be on this side, and nothing is news."""
    answered = looked(state.status for state in states)
    news = tuple(s for s in states if s.news) if answered else ()
    return RecheckReport(states, news, at, __version__, finished, answered)


def _wanted_again(source: ArchivedSource, network: Network) -> Wanted:
    return network.want(Cited(source.url, source.titles, source.quotations, source.accessed))
