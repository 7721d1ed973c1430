"""What a re-check tells, for every format: a subject, and an entry for each thing that happened.

In: a `RecheckReport`. Out: values of words; a format only sets them. The rule of this file: silence where nothing is new; what happened to
many sources of one host is one entry; every entry says who cites the source, and what is ready to be put into the note.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from verifier.escape import show_host
from verifier.model import (
    Citing,
    Content,
    Event,
    Family,
    HostDown,
    Layer,
    Life,
    Link,
    Passage,
    RecheckReport,
    Severity,
    SourceState,
)
from verifier.reports.words import label_of_event

_CUT_SHORT = "The run was cut short; run the same command again to go on where it stopped."
_MANY = 3  # sources of one host
_NOTES = 8  # that are named of many
_LONGEST = 160  # characters of a passage


@dataclass(frozen=True, slots=True)
class Line:
    """A line of an entry: what it is, and what it says; `url` where it is an address."""

    what: str
    text: str = ""
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing that happened: how it weighs, the word for it, the address (or host) it happened to, and more of it."""

    severity: Severity
    word: str
    url: str
    reason: str
    lines: tuple[Line, ...] = ()
    at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Weekly:
    """A whole mail: `subject` is empty where there is nothing to say."""

    subject: str
    news: tuple[Entry, ...] = ()
    still: tuple[Entry, ...] = ()
    notes: tuple[str, ...] = ()


def tell(report: RecheckReport) -> Weekly:
    """What there is to say of a re-check.

    >>> from datetime import UTC
    >>> tell(RecheckReport((), (), datetime(2025, 6, 2, tzinfo=UTC), "1")).subject
    ''
    """
    if not report.looked:
        nobody = (
            f"None of {_count(len(report.sources), 'source')} answered. Is the network up? Nothing is said about the sources.",
        )
        return Weekly("Nothing could be looked at", notes=nobody)
    news = (*_grouped(report.changes), *_grouped(report.walls), *map(_host_down, report.down))
    still = tuple(_still_so(report.still))
    notes = () if report.finished else (_CUT_SHORT,)
    counts = ", ".join(_counts(report))
    if not (counts or still or notes):
        return Weekly("")
    about = f"{counts or 'Nothing new'} ({_count(len(report.sources), 'source')} looked at)"
    return Weekly(about, news, still, notes)


def _counts(report: RecheckReport) -> Iterable[str]:
    """What happened, in numbers, the worst first."""
    for one, many, is_so in _SORTS:
        number = sum(map(is_so, report.changes))
        if number:
            yield f"{number} {one if number == 1 else many}"
    walled = sum(state.status.link is Link.RESTRICTED for state in report.walls)
    if walled:
        yield f"{walled} newly behind a wall"
    if walled < len(report.walls):
        yield f"{len(report.walls) - walled} that nobody could look at for weeks"
    if report.down:
        yield f"{_count(len(report.down), 'host')} without an answer"
    if report.still:
        yield f"{len(report.still)} still wrong from before"


def is_well(state: SourceState) -> bool:
    """Whether the news of a source is good: it is there again, or says again what it said."""
    return state.status.family is Family.FOUND and state.word == state.status.link.value and bool(state.healed)


# One, several, and which of the changes.
_SORTS: tuple[tuple[str, str, Callable[[SourceState], bool]], ...] = (
    ("source newly lost", "sources newly lost", lambda s: s.status.family is Family.LOST),
    ("page lost its quotation", "pages lost their quotations", lambda s: s.word == Content.QUOTE_LOST),
    ("page rewritten", "pages rewritten", lambda s: s.word == Content.DRIFTED),
    (
        "page retracted",
        "pages retracted",
        lambda s: s.word == Content.EDITED and s.severity is Severity.PROBLEM and not s.judged_again,
    ),
    (
        "page no longer says what is said of it",
        "pages no longer say what is said of them",
        lambda s: s.word == Content.EDITED and s.severity is Severity.PROBLEM and bool(s.judged_again),
    ),
    ("page corrected", "pages corrected", lambda s: s.word == Content.EDITED and s.severity is not Severity.PROBLEM),
    ("page moved for good", "pages moved for good", lambda s: s.word == Link.MOVED and not is_well(s)),
    ("well again", "well again", is_well),
)


def _grouped(states: Sequence[SourceState]) -> list[Entry]:
    """An entry for each state, the heaviest first; one for many of the same host that say the same."""
    groups: dict[tuple[str, str, bool], list[SourceState]] = {}
    for state in states:
        groups.setdefault((show_host(state.url), state.word, is_well(state)), []).append(state)
    entries: list[Entry] = []
    for (host, _, _), group in groups.items():
        if len(group) < _MANY or any(state.lost_quotations for state in group):
            entries += map(_entry, group)
        else:
            entries.append(_many(host, group))
    return sorted(entries, key=lambda e: list(Severity).index(e.severity))


def _many(host: str, group: Sequence[SourceState]) -> Entry:
    first = group[0]
    citing = tuple(dict.fromkeys(c for state in group for c in state.cited_by))
    reason = f"{len(group)} sources of this host: {first.reason}"
    return Entry(first.severity, _word(first), host, reason, tuple(_cited(citing)), first.fetched_at)


def _word(state: SourceState) -> str:
    return "found again" if is_well(state) else label_of_event(state.word)


def _entry(state: SourceState) -> Entry:
    reason = state.reason
    if state.status.family is Family.LOST and state.life is not Life.ALIVE:
        reason = f"{reason} ({state.life.value})"
    lines = [
        *_cited(state.cited_by),
        *_leads_to(state),
        *_differences(state.lost_quotations, state.passages),
        *(Line("judged again", words) for words in state.judged_again),
        *_copy(state.memento_url, state.memento_datetime, state.cited_by),
    ]
    severity = Severity.FINE if is_well(state) else state.severity
    return Entry(severity, _word(state), state.url, reason, tuple(lines), state.fetched_at)


def _still_so(events: Sequence[Event]) -> Iterable[Entry]:
    """An entry for each event; one for many of the same host that say the same."""
    groups: dict[tuple[str, str], list[Event]] = {}
    for event in events:
        groups.setdefault((show_host(event.url), event.word), []).append(event)
    for (host, word), group in groups.items():
        if len(group) < _MANY or any(event.lost_quotations for event in group):
            yield from map(_still, group)
        else:
            citing = tuple(dict.fromkeys(c for event in group for c in event.cited_by))
            first = min(group, key=lambda e: e.happened_at)
            reason = f"{_since(first)}: {len(group)} sources of this host: {first.reason}"
            yield Entry(first.severity, label_of_event(word), host, reason, tuple(_cited(citing)), first.happened_at)


def _since(event: Event) -> str:
    life = f", {event.life.value}" if event.layer in (Layer.LINK, Layer.PERSON) else ""
    return f"Since {event.happened_at.date().isoformat()}{life}"


def _still(event: Event) -> Entry:
    lines = [*_cited(event.cited_by), *_differences(event.lost_quotations, ())]
    lines += _copy(event.memento_url, event.memento_datetime, event.cited_by)
    return Entry(
        event.severity,
        label_of_event(event.word),
        event.url,
        f"{_since(event)}: {event.reason}",
        tuple(lines),
        event.happened_at,
    )


def told(event: Event) -> Entry:
    """An event as an entry of a feed."""
    lines = [*_cited(event.cited_by), *_differences(event.lost_quotations, event.passages)]
    lines += _copy(event.memento_url, event.memento_datetime, event.cited_by)
    if event.healed_at is not None:
        lines.append(Line("well again", f"since {event.healed_at.date().isoformat()}"))
    return Entry(event.severity, label_of_event(event.word), event.url, event.reason, tuple(lines), event.happened_at)


def _host_down(down: HostDown) -> Entry:
    reason = (
        f"None of its {down.sources} sources answered ({down.reason.rstrip('.')}). The first time: suspect, not dead."
    )
    cited = (Line("cited in", ", ".join(down.documents[:_NOTES])),) if down.documents else ()
    return Entry(Severity.WARNING, "no answer", down.host, reason, cited)


def _cited(citing: Sequence[Citing]) -> Iterable[Line]:
    if not citing:
        return
    by_document: dict[str, list[str]] = {}
    for c in citing:
        by_document.setdefault(c.document, []).append(f"[{c.label}]")
    shown = [f"{name} {_listed(labels)}" for name, labels in by_document.items()]
    yield Line("cited in", _listed(shown, ", "))


def _listed(words: Sequence[str], by: str = " ") -> str:
    more = f"{by}and {len(words) - _NOTES} more" if len(words) > _NOTES else ""
    return by.join(words[:_NOTES]) + more


def _differences(lost: Sequence[str], passages: Sequence[Passage]) -> Iterable[Line]:
    """The lost quotations, and the first thing that differs as two short passages."""
    for quoted in lost:
        yield Line("no longer there", f"“{_cut(quoted)}”")
    for passage in passages[:1]:
        if not lost or len(passage.before) <= _LONGEST:  # else the quotation says it better
            yield Line("before", _shown(passage.prefix, passage.before, passage.suffix))
        yield Line("now", _shown(passage.prefix, passage.now, passage.suffix))
    if len(passages) > 1:
        yield Line("and", f"{_count(len(passages) - 1, 'more place')} where the page differs")


def _shown(prefix: str, words: str, suffix: str) -> str:
    words = f"[{_cut(words)}]" if words else "[nothing]"
    return " ".join(part for part in ("“…", prefix, words, suffix, "…”") if part)


def _cut(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1].rstrip()}…"


def _leads_to(state: SourceState) -> Iterable[Line]:
    """The address that answers, where it is another one and something happened there; the note with it, where the page is the same."""
    if state.final_url is None or is_well(state):
        return
    yield Line("leads to", url=state.final_url)
    if state.word == Link.MOVED:
        for c in state.cited_by[:1]:
            yield Line("for the note", c.note.replace(state.url, state.final_url))


def _copy(url: str | None, at: datetime | None, citing: Sequence[Citing]) -> Iterable[Line]:
    """The archived copy, and the note with it, ready to be copied."""
    if url is None:
        return
    day = f" of {at.date().isoformat()}" if at is not None else ""
    yield Line(f"archived copy{day}", url=url)
    for note in dict.fromkeys(c.note for c in citing[:1]):
        yield Line("for the note", f"{note.rstrip(' .')}. Archived copy{day}: {url}.")


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" + ("" if number == 1 else "s")
