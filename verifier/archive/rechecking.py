"""What a re-check asks and keeps: what is known of each source, the text to compare with, and events.

In: states after a visit. Out: `WatchedSource`, texts, `Event`. The rule of this file: a kind of event is open once for each source; it is
brought up to date as long as it is so, and closed where it heals. What is compared is the text that articles were judged by: the newest
that a check or a person's word took, not that of last week, so that no page walks away in small steps.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

from verifier.archive import rows as r
from verifier.archive.writing import Writing
from verifier.errors import ArchiveError
from verifier.model import (
    Citing,
    Content,
    Event,
    Fetch,
    Layer,
    Life,
    Passage,
    Severity,
    SourceState,
    SourceText,
    Visit,
    WatchedSource,
)
from verifier.verdicts import RULES

# Visited sources that an article of today cites, or none ever did.
_WATCHED = """
    select * from sources
    where exists (select 1 from fetches where source_id = sources.id)
      and (not exists (select 1 from citations where source_id = sources.id)
           or exists (select 1 from citations join newest_documents on newest_documents.id = document_id where source_id = sources.id))
    order by id
"""
_IS_WATCHED = f"source_id in (select id from ({_WATCHED}))"  # noqa: S608 - our own words
# Of many sources at once, whose keys are a JSON list: a question for each source is most of what a quiet week costs.
_OF_THESE = "source_id in (select value from json_each(?))"
_CITED = f"select source_id, title, accessed from citations where {_OF_THESE} order by id desc"  # noqa: S608 - our own words
_VISITS = f"""
    select fetches.*, runs.verb from fetches left join runs on runs.id = run_id
    where {_OF_THESE} and plan <> 'import' order by fetched_at desc, fetches.id desc
"""  # noqa: S608 - our own words
# `taken`: by a check, or before a person said that all is well as it is.
_FOUND = f"""
    select source_id, sha256, text_id from (
        select *, row_number() over (partition by source_id order by {{order}}) as place from (
            select fetches.id, source_id, fetched_at, sha256, text_id, coalesce(runs.verb, '') <> 'recheck' or fetched_at <= (
                select max(happened_at) from events
                where events.source_id = fetches.source_id and layer = '{Layer.PERSON}' and word = '{Life.ALIVE}') as taken
            from fetches left join runs on runs.id = run_id join snapshots on snapshots.id = snapshot_id
            where {_OF_THESE} and family = 'found' and plan <> 'import' and text_id is not null and fetches.id < ?))
    where place = 1
"""  # noqa: S608 - our own words
_EVER = 2**62
_COMPARED = _FOUND.format(order="coalesce(taken, 0) desc, case when taken then fetched_at end desc, fetched_at, id")
_NEWEST = _FOUND.format(order="fetched_at desc, id desc")
_QUOTED = f"""
    select distinct source_id, quotations.text from findings join citations on citations.id = citation_id
    join newest_documents on newest_documents.id = citations.document_id
    join quotations on quotations.id = quotation_id
    where {_OF_THESE} and verdict in ('verbatim', 'verbatim_marked', 'near_verbatim') order by quotations.id
"""  # noqa: S608 - our own words
_CITING = f"""
    select distinct source_id, newest_documents.name, notes.label, notes.text from citations
    join newest_documents on newest_documents.id = citations.document_id join notes on notes.id = citations.note_id
    where {_OF_THESE} order by newest_documents.name, notes.position
"""  # noqa: S608 - our own words
_EVENTS = """
    select events.*, sources.url from events join sources on sources.id = source_id
    where {where} order by {order}events.id desc {limit}
"""
_HEAVIEST = "case severity when 'problem' then 0 when 'warning' then 1 else 2 end, "
_JUDGED_BY = "(family <> 'cannot_tell' and link <> 'unreachable')"


class Rechecking(Writing):
    """What re-checks rest on."""

    def sources(self) -> tuple[WatchedSource, ...]:
        """All sources that were ever visited, but for those that only an older state of an article cites."""
        rows = self._all(_WATCHED)
        these = [row["id"] for row in rows]
        cited, visits, quoted = (self._of_each(sql, these) for sql in (_CITED, _VISITS, _QUOTED))
        events = self._of_each(_EVENTS.format(where=_OF_THESE, order="", limit=""), these)
        compared, newest = (self._of_each(sql, these, _EVER) for sql in (_COMPARED, _NEWEST))
        citing = self._citing(these)
        return tuple(
            WatchedSource(
                url=row["url"],
                quotations=tuple(dict.fromkeys(q["text"] for q in quoted.get(key, ()))),
                titles=tuple(dict.fromkeys(c["title"] for c in cited.get(key, ()) if c["title"])),
                accessed=next((c["accessed"] for c in cited.get(key, ()) if c["accessed"]), None),
                visits=tuple(map(_visit_of, visits.get(key, ()))),
                events=tuple(_event_of(e) for e in events.get(key, ())),
                settled_at=_settled(events.get(key, ())),
                compared=next((c["sha256"] for c in compared.get(key, ())), None),
                newest=next((n["sha256"] for n in newest.get(key, ())), None),
                cited_by=citing.get(key, ()),
            )
            for key, row in zip(these, rows, strict=True)
        )

    def _of_each(self, sql: str, sources: Sequence[int], *values: Any) -> dict[int, list[r.Row]]:
        """The rows of a question that is asked of many sources at once, by source."""
        return self._grouped(sql, "source_id", r.dump(sources), *values)

    def _citing(self, sources: Sequence[int]) -> dict[int, tuple[Citing, ...]]:
        found = self._of_each(_CITING, sources)
        return {key: tuple(Citing(c["name"], c["label"], c["text"]) for c in rows) for key, rows in found.items()}

    def texts_to_compare(self, source: WatchedSource, fetch: Fetch) -> tuple[SourceText | None, SourceText | None]:
        """The text that a visit is held against, and the newest between the two, where that is another."""
        key, this = self._source(source.url), self._fetch_id(fetch) or _EVER
        compared, newest = (self._one(sql, r.dump([key]), this) for sql in (_COMPARED, _NEWEST))
        before = self._load_text(compared["text_id"] if compared else None, whole=True)
        other = newest is not None and compared is not None and newest["sha256"] != compared["sha256"]
        return before, self._load_text(newest["text_id"], whole=True) if newest is not None and other else None

    def is_judged_as_today(self, document_name: str) -> bool:
        """Whether the newest report of a document was made by the rules of today: else a finding may be another one for that alone."""
        row = self._one(
            """select rules from reports join documents on documents.id = document_id where name = ?
               order by checked_at desc, reports.id desc limit 1""",
            r.clean(document_name),
        )
        return row is not None and row["rules"] == RULES

    def judged_fetch(self, url: str) -> Fetch | None:
        """The newest visit that a report can rest on: one that found or lost the page, else the newest there is."""
        lost = self._one(
            "select 1 from events join sources on sources.id = source_id where url = ? and layer = 'link' and healed_at is null and sure",
            r.clean(url),
        )
        only = "family <> 'cannot_tell'" if lost else _JUDGED_BY
        row = self._one(
            f"""select fetches.* from fetches join sources on sources.id = source_id where url = ?
                order by {only} desc, fetched_at desc, fetches.id desc limit 1""",  # noqa: S608 - our own words
            r.clean(url),
        )
        return self._fetch(row, url, bodies=False) if row else None

    def events(self, *, open_only: bool, limit: int = 1000) -> tuple[Event, ...]:
        """What is wrong and sure, the heaviest first; or the newest that was told, whether it is so still or not.

        Only of sources that an article of today cites, or none ever did.
        """
        where = f"healed_at is null and sure and not (layer = 'person' and word = 'alive') and {_IS_WATCHED}"
        if not open_only:
            where = f"told and layer <> 'person' and {_IS_WATCHED}"
        order = (_HEAVIEST if open_only else "") + "happened_at desc, sources.url, "
        found = self._all(_EVENTS.format(where=where, order=order, limit="limit ?"), limit)
        citing = self._citing([row["source_id"] for row in found])
        return tuple(_event_of(row, citing.get(row["source_id"], ())) for row in found)

    def add_state(self, state: SourceState, since_last: Content | None) -> None:
        """Keep what a visit found: what became of the text since the last one, and its events opened, brought up to date, or healed."""
        with self._writing():
            key = self._source(state.url)
            if since_last is not None:
                self._execute(
                    """update fetches set content = ? where id = (select id from fetches where source_id = ? and fetched_at = ?
                       order by id desc limit 1)""",
                    since_last.value, key, r.at(state.fetched_at),
                )  # fmt: skip
            for layer in state.healed:
                self._heal(key, state.fetched_at, "layer = ?", layer.value)
            for event in state.opened:
                self._keep(key, event)

    def _heal(self, source: int, at: datetime, where: str, *values: Any) -> None:
        self._execute(
            f"update events set healed_at = ? where source_id = ? and healed_at is null and {where}",  # noqa: S608 - our own words
            r.at(at), source, *values,
        )  # fmt: skip

    def _keep(self, source: int, event: Event) -> None:
        row = _event_row(event)
        known = self._one(
            "select id from events where source_id = ? and layer = ? and healed_at is null", source, event.layer.value
        )
        if known is None:
            self._insert("events", {"source_id": source, "run_id": self._run, **row})
            return
        sets = ", ".join(f"{name} = ?" for name in row)
        self._execute(f"update events set {sets} where id = ?", *map(r.clean, row.values()), known["id"])  # noqa: S608 - our own names

    def say(self, url: str, life: Life) -> None:
        """Keep a person's word: `alive`, all is well as it is today; `dead`, whatever it answers. Raises ArchiveError."""
        row = self._one("select id from sources where url = ?", r.clean(url))
        if row is None:
            raise ArchiveError(f"{self.path} holds no source {url}.", hint="Write the address as the note does.")
        now = self._now()
        with self._writing():
            self._heal(row["id"], now, "(layer = 'person' or ?)", life is Life.ALIVE)
            said = Event(
                url, Layer.PERSON, life.value, Severity.FINE, f"A person said that it is {life.value}.", now, life=life
            )
            if life is Life.DEAD:
                said = Event(url, Layer.PERSON, life.value, Severity.PROBLEM, said.reason, now, life=life)
            self._insert("events", {"source_id": row["id"], "run_id": self._run, **_event_row(said)})
        self.flush()

    def newest_moment(self) -> datetime | None:
        """When the archive was last written to, by its own account."""
        row = self._one("select max(started_at) as at from runs")
        return r.moment(row["at"]) if row and row["at"] else None


def _settled(events: Iterable[r.Row]) -> datetime | None:
    """When a person said last that all is well as it is."""
    said = [e["happened_at"] for e in events if e["layer"] == Layer.PERSON and e["word"] == Life.ALIVE]
    return r.moment(max(said)) if said else None


def _visit_of(row: r.Row) -> Visit:
    content = Content(row["content"]) if row["content"] else None
    return Visit(r.moment(row["fetched_at"]), r.status_of(row), content, row["verb"])


def _event_row(event: Event) -> dict[str, Any]:
    return {
        "layer": event.layer.value,
        "word": str(event.word),
        "severity": event.severity.value,
        "reason": event.reason,
        "happened_at": r.at(event.happened_at),
        "sure": int(event.sure),
        "told": int(event.told),
        "life": event.life.value,
        "lost_quotations": r.dump(event.lost_quotations),
        "passages": r.dump(event.passages),
        "memento_url": event.memento_url,
        "memento_at": r.at(event.memento_datetime) if event.memento_datetime else None,
    }


def _event_of(row: r.Row, cited_by: tuple[Citing, ...] = ()) -> Event:
    return Event(
        url=row["url"],
        layer=Layer(row["layer"]),
        word=row["word"],
        severity=Severity(row["severity"]),
        reason=row["reason"],
        happened_at=r.moment(row["happened_at"]),
        healed_at=r.moment(row["healed_at"]) if row["healed_at"] else None,
        sure=bool(row["sure"]),
        told=bool(row["told"]),
        life=Life(row["life"]),
        lost_quotations=tuple(json.loads(row["lost_quotations"])),
        passages=tuple(Passage(*p) for p in json.loads(row["passages"])),
        memento_url=row["memento_url"],
        memento_datetime=r.moment(row["memento_at"]) if row["memento_at"] else None,
        cited_by=cited_by,
    )
