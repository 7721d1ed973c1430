"""What the visits to a source say over time: whether it lives, what became of its text, and whether a person should hear of it.

In: the newest visit, the earlier ones, the text of the archive. Out: a `SourceState`. The rule of this file: what nobody could
tell neither harms nor heals, and what was told once is no news.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from verifier.model import Content, Family, Fetch, Life, LinkStatus, Severity, SourceState, SourceText
from verifier.verdicts.drift import drift, judge_content
from verifier.verdicts.weights import weigh_link

# InternetArchiveBot's ladder: dead after three failures, each at least three days after the one before.
_FAILURES_TO_DIE = 3
_DAYS_APART = timedelta(days=3)

# Content that a person should hear of, and what it means.
_OTHER_WORDS = {
    Content.DRIFTED: "The page says something else than the stored copy.",
    Content.QUOTE_LOST: "Quoted words that stand in the stored copy are no longer on the page.",
}


def look_again(
    fetch: Fetch,
    before: SourceText | None,
    quotations: Sequence[str],
    visits: Sequence[tuple[datetime, LinkStatus]],
) -> SourceState:
    """A source after a visit: `before` is its stored text, `visits` are the earlier ones, newest first."""
    content, lost = judge_content(fetch, before, quotations)
    told = next((status.family for _, status in visits if status.family is not Family.CANNOT_TELL), Family.FOUND)
    severity, word, reason = _answer(fetch, content, told)
    return SourceState(
        url=fetch.url,
        status=fetch.status,
        content=content,
        life=life([(fetch.fetched_at, fetch.status), *visits]),
        fetched_at=fetch.fetched_at,
        severity=severity,
        word=word,
        reason=reason,
        news=_is_news(fetch.status.family, told, content),
        previous=visits[0][1] if visits else None,
        memento_url=fetch.memento.url if fetch.memento else None,
        memento_datetime=fetch.memento.datetime if fetch.memento else None,
        lost_quotations=lost,
    )


def _answer(fetch: Fetch, content: Content | None, told: Family) -> tuple[Severity, str, str]:
    """How it weighs, the one word for it, and why."""
    if content in _OTHER_WORDS:
        return Severity.PROBLEM, content.value, _OTHER_WORDS[content]
    status = fetch.status
    again = status.family is Family.FOUND and told is Family.LOST
    return weigh_link(fetch), status.link.value, f"Found again. {status.reason}" if again else status.reason


def _is_news(family: Family, told: Family, content: Content | None) -> bool:
    """Newly lost, found again, or other words than before. A wall is none: nobody can tell what is behind it."""
    return content in _OTHER_WORDS or (family is not Family.CANNOT_TELL and family is not told)


def quiet_where_usual(state: SourceState, before: SourceText | None, earlier: SourceText | None) -> SourceState:
    """A state that is no news where the page said something else the last time as well: such a page is new every week.

    `before` is the stored text, `earlier` the one before that.
    """
    if state.content is not Content.DRIFTED or before is None or earlier is None:
        return state
    return replace(state, news=False) if drift(earlier, before, ())[0] is Content.DRIFTED else state


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
