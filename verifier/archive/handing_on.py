"""What is handed on: visits with all their bytes, and the newest word on each citation of each article.

In: which articles, sources and days (`Selection`). Out: values. The rule of this file: what was chosen and is not here is said, never left
out in silence.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from verifier.archive import rows as r
from verifier.archive.reading import CITED, Reading
from verifier.errors import ArchiveError
from verifier.model import Citation, Cited, Exchange, Fetch, Note, Report
from verifier.urls import identity, is_copy


@dataclass(frozen=True, slots=True)
class Selection:
    """Which visits: of the sources of these articles, of these addresses, not older than this; of all where nothing is given."""

    documents: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    since: datetime | None = None


# A citation of an article that was never checked: its note, and the newest visit to its source.
Unchecked = tuple[Citation, Note, Fetch | None]

_EXCHANGES = """
    select exchanges.url as asked, status, snapshot_id from exchanges where fetch_id = ? order by position
"""
_QUOTED = """
    select distinct quotations.text from citations
    join claim_notes on claim_notes.note_id = citations.note_id
    join quotations on quotations.claim_id = claim_notes.claim_id
    where citations.source_id = ? and quotations.kind = 'quotation' and not in_context order by quotations.id
"""


class HandingOn(Reading):
    """What is asked by whoever writes an archive out, or takes captures in."""

    def visits(self, wanted: Selection) -> Iterator[Fetch]:
        """The visits of a selection with their bytes, oldest first. Raises ArchiveError where it names what is not here."""
        where, values = self._where(wanted)
        found = self._all(
            f"select fetches.id, sources.url from fetches join sources on sources.id = source_id where {where}"  # noqa: S608 - our own words
            " order by fetched_at, fetches.id",
            *values,
        )
        for row in found:
            yield self._visit(row["id"], row["url"])

    def whole(self, fetch: Fetch) -> Fetch | None:
        """A visit with its texts and bytes, and the copy that a reader saved where that is what is read; None where it is not here."""
        row = self._one(
            """select fetches.id from fetches join sources on sources.id = source_id
               where url = ? and fetched_at = ? order by fetches.id desc limit 1""",
            r.clean(fetch.url),
            r.at(fetch.fetched_at),
        )
        return replace(self._visit(row["id"], fetch.url), saved=fetch.saved) if row else None

    def newest_visits(self, wanted: Selection) -> Iterator[Fetch]:
        """Of each source of a selection, the newest visit that can be read; the newest of all where none can."""
        where, values = self._where(wanted)
        found = self._all(
            f"select distinct sources.id, sources.url from fetches join sources on sources.id = source_id where {where}"  # noqa: S608 - our own words
            " order by sources.id",
            *values,
        )
        for row in found:
            newest = self.latest_fetch(row["url"], readable=True) or self.latest_fetch(row["url"])
            if newest is not None:
                yield newest

    def unread_copies(self, wanted: Selection) -> Iterator[tuple[str, datetime, str]]:
        """The archived copies that notes cite and nobody could read: the address, when it was asked, and what was said of it."""
        where, values = self._where(wanted)
        found = self._all(
            f"""select distinct archived_url, max(fetched_at) as asked_at, memento_note from fetches
                join sources on sources.id = fetches.source_id join citations on citations.source_id = sources.id
                where archived_url is not null and memento_note is not null and {where}
                and not exists (select 1 from fetches read where read.memento_url = archived_url)
                group by archived_url order by archived_url""",  # noqa: S608 - our own words
            *values,
        )
        for row in found:
            if is_copy(row["archived_url"]):
                yield row["archived_url"], r.moment(row["asked_at"]), row["memento_note"]

    def cited(self, url: str) -> Cited:
        """What the articles of this archive know of a source."""
        source = self._one("select id from sources where url = ?", r.clean(url))
        key = source["id"] if source else None
        titles = self._all("select distinct title from citations where source_id = ? and title is not null", key)
        return Cited(url, tuple(t["title"] for t in titles), tuple(q["text"] for q in self._all(_QUOTED, key)))

    def cited_as(self, url: str) -> tuple[str, ...]:
        """The sources that an address means: those of the same page, as they are cited."""
        same = self._all("select url from sources where identity = ? order by id", identity(r.clean(url)))
        return tuple(row["url"] for row in same)

    def articles(self, wanted: Selection) -> Iterator[tuple[str, Report | None, tuple[Unchecked, ...]]]:
        """The newest version of each article: its name and newest report, or without one its citations."""
        for name in self._names(wanted.documents):
            row = self._one("select id from newest_documents where name = ?", name)
            report = self.report(name)
            yield name, report, self._unchecked(row["id"]) if row and report is None else ()

    def names(self) -> tuple[str, ...]:
        """The articles that this archive holds, the oldest first."""
        return self._names(())

    def _names(self, wanted: tuple[str, ...]) -> tuple[str, ...]:
        known = tuple(row["name"] for row in self._all("select name from documents group by name order by max(id)"))
        for name in wanted:
            if r.clean(name) not in known:
                raise ArchiveError(
                    f"{self.path} holds no article {name}.",
                    hint="Run 'verifier query \"select distinct name from documents\"' to see the articles it holds.",
                )
        return tuple(name for name in known if not wanted or name in map(r.clean, wanted))

    def _unchecked(self, document: int) -> tuple[Unchecked, ...]:
        notes = self._all("select * from notes where document_id = ? order by position", document)
        places = {note["id"]: i for i, note in enumerate(notes)}
        return tuple(
            (
                r.citation_of(c, places[c["note_id"]]),
                r.note_of(notes[places[c["note_id"]]]),
                self.latest_fetch(c["url"], bodies=False) if c["url"] else None,
            )
            for c in self._all(CITED, document)
        )

    def _where(self, wanted: Selection) -> tuple[str, list[Any]]:
        """The condition of a selection, over `fetches` and `sources`."""
        parts, values = ["1"], list[Any]()
        if wanted.documents:
            names = self._names(wanted.documents)
            marks = ", ".join("?" * len(names))
            cited = "select source_id from citations join documents on documents.id = document_id"
            parts.append(f"sources.id in ({cited} where documents.name in ({marks}))")
            values += names
        if wanted.sources:
            chosen = [key for url in wanted.sources for key in self._known(url)]
            parts.append(f"sources.id in ({', '.join('?' * len(chosen))})")
            values += chosen
        if wanted.since is not None:
            parts.append("fetched_at >= ?")
            values.append(r.at(wanted.since))
        return " and ".join(parts), values

    def _known(self, url: str) -> list[int]:
        """The sources that are meant by an address."""
        same = self._all("select id from sources where url = ? or identity = ?", r.clean(url), identity(r.clean(url)))
        if not same:
            raise ArchiveError(
                f"{self.path} holds nothing for {url}.",
                hint="Run 'verifier query sources' to see the addresses it holds.",
            )
        return [row["id"] for row in same]

    def _visit(self, key: int, url: str) -> Fetch:
        row = self._one("select * from fetches where id = ?", key)
        assert row is not None
        exchanges = []
        for e in self._all(_EXCHANGES, key):
            snapshot = self._load_snapshot(e["snapshot_id"], bodies=True)
            exchanges += [Exchange(e["asked"], e["status"], snapshot)] if snapshot else []
        return replace(self._fetch(row, url), exchanges=tuple(exchanges))
