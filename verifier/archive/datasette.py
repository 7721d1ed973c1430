"""What Datasette should know of an archive: titles, labels of rows, facets, meanings of columns, and ready questions.

In: the connection of an archive. Out: Datasette's metadata as plain values (docs.datasette.io, “Metadata”). The rule of this file:
the meaning of a column is what the schema says beside it, so that it is written once.
"""

from __future__ import annotations

import re
import sqlite3
from dataclasses import dataclass
from typing import Any

_COLUMN = r"(\w+) (?:text|integer|real|blob)\b[^,\n/]*,?[ \t]*"
_MEANING = re.compile(rf"{_COLUMN}(?:--[ \t]*([^\n]+)|/\*[ \t]*(.+?)[ \t]*\*/)")


@dataclass(frozen=True, slots=True)
class _Table:
    """How a table or view is shown: its meaning, the column that names a row, facets, the order, and whether listings show it."""

    meaning: str
    label: str = ""
    facets: str = ""
    newest: str = ""
    hidden: bool = False


_TABLES = {
    "review": _Table("Every finding of the newest report of each article, the worst first.", facets="severity verdict document"),
    "newest_answers": _Table("The one answer for each citation of the newest reports.", facets="severity answer document"),
    "source_status": _Table("Each source, and what the newest fetch of it showed.", facets="family link host", newest="fetched_at"),
    "dead_links": _Table("Sources that are lost, who cites them, and the archived copy where there is one.", facets="link"),
    "open_events": _Table("What re-checks found wrong and is so still, the heaviest first.", facets="layer word severity life"),
    "quote_problems": _Table("Quotations that are not in their sources, or differ.", facets="verdict document"),
    "undecided": _Table("Problems and warnings that nobody has decided on.", facets="severity document"),
    "size_by_host": _Table("How much is kept of each host."),
    "drifted_sources": _Table("Sources that no longer say what they said, or lost quoted words, and who cites them.", facets="content"),
    "changed_sources": _Table("What re-checks found changed, the newest first.", facets="content"),
    "changed_since": _Table("Each change of a link or a text: ask for those since a day.", facets="what now", newest="changed_at"),
    "newest_documents": _Table("Each article as it was last read or checked.", newest="added_at"),
    "citation_status": _Table("Each citation of each article, and the state of its source.", facets="family document"),
    "newest_reports": _Table("The newest report of each article.", newest="checked_at"),
    "articles": _Table("The newest document and report of each name.", hidden=True),
    "documents": _Table("Articles that were read.", "name", "format language", "added_at"),
    "notes": _Table("Their notes.", "label", "kind document_id"),
    "marks": _Table("The marks in their text that call the notes.", "label"),
    "problems": _Table("What is wrong with the articles themselves.", "detail", "kind"),
    "citations": _Table("The works that the notes cite.", "title", "container_title document_id"),
    "claims": _Table("The sentences that the notes answer for.", "text", "scope document_id"),
    "claim_notes": _Table("Which notes answer for which claim.", hidden=True),
    "quotations": _Table("The quoted words of the claims.", "text", "kind"),
    "sources": _Table("The cited addresses.", "url", "host"),
    "fetches": _Table("Every attempt to get a source.", "fetched_at", "family link plan", "fetched_at"),
    "events": _Table("What re-checks found wrong, until it healed.", "word", "layer word severity life", "happened_at"),
    "exchanges": _Table("The other answers that a fetch rests on: following pages, frames, probes.", "url", hidden=True),
    "hops": _Table("The redirects on the way.", "url", hidden=True),
    "snapshots": _Table("What the fetches brought.", "url", "media_type", "captured_at"),
    "bodies": _Table("The bytes, compressed (zstd), each once.", "sha256", hidden=True),
    "texts": _Table("The readable text of the snapshots: search it here.", "title", "language extractor extent"),
    "guesses": _Table("What a program takes for the main text, author and date of a page.", hidden=True),
    "runs": _Table("Runs of the program.", "verb", "verb exit_code", "started_at"),
    "reports": _Table("Reports on articles.", "checked_at", newest="checked_at"),
    "findings": _Table("Each claim against each source: the verdict and its reason.", "verdict", "severity verdict kind"),
    "matches": _Table("The passages of the sources that bear on the findings.", "exact"),
    "answers": _Table("The one answer for each citation of a report.", "word", "severity word"),
    "reference_checks": _Table("Title, author, site and dates of a note beside what the page says.", "field", "field agreement"),
    "opinions": _Table("What judges said of findings.", "judge", "judge verdict"),
    "_sqlite_migrations": _Table("Which versions of the schema this file went through.", hidden=True),
    "decisions": _Table("What people said of findings.", "decision", "decision"),
}  # fmt: skip

# What people ask: the name of the question, its title, and its SQL. `:words` and the like are asked for by Datasette.
QUESTIONS = {
    "to_do": (
        "What is to be done before publication?",
        "select document, note, answer, reason, url, memento_url from newest_answers where severity in ('problem', 'warning')",
    ),
    "quotations_not_found": (
        "Which quotations are not in their sources, or differ?",
        "select document, note, quotation, verdict, source_passage, url from quote_problems",
    ),
    "lost_sources": (
        "Which sources are lost, and who cites them?",
        "select url, link, reason, memento_url, cited_by from dead_links",
    ),
    "nobody_could_tell": (
        "Which sources could nobody look at?",
        "select url, link, reason, fetched_at from source_status where family = 'cannot_tell' order by url",
    ),
    "search_words": (
        "Which sources have these words?",
        """with hits as materialized (
               select rowid as hit, rank from texts_fts where texts_fts match :words order by rank limit 300)
           select sources.url, texts.title,
                  (select snippet(texts_fts, 0, '«', '»', '…', 24) from texts_fts where texts_fts match :words and rowid = hit) as passage
           from hits join texts on texts.id = hit
           join fetches on fetches.text_id = texts.id join sources on sources.id = source_id group by sources.id order by min(rank)""",
    ),
    "cited_most": (
        "Which hosts are cited most?",
        "select host, count(*) as citations from citations join sources on sources.id = source_id group by host order by citations desc",
    ),
    "size_of_hosts": ("How much is kept of each host?", "select * from size_by_host"),
    "fetches_of_a_source": (
        "What happened to a source over time?",
        """select fetched_at, link, reason, http_status, final_url, sha256 from fetches join sources on sources.id = source_id
           left join snapshots on snapshots.id = snapshot_id where sources.url = :url order by fetched_at""",
    ),
    "changed_since_a_day": (
        "What changed since a day (2025-06-02)?",
        "select changed_at, url, what, before, now, reason from changed_since where changed_at >= :day order by changed_at desc",
    ),
    "references_that_differ": (
        "Where does a note give another title, author or date than its source?",
        """select documents.name as document, notes.label as note, field, cited, found, reference_checks.reason
           from reference_checks join newest_reports on newest_reports.id = report_id join citations on citations.id = citation_id
           join notes on notes.id = citations.note_id join documents on documents.id = citations.document_id where agreement = 'differs'""",
    ),
    "without_an_address": (
        "Which notes name no source that can be looked up?",
        """select documents.name as document, label, detail from problems join documents on documents.id = document_id
           where kind = 'note_without_source'""",
    ),
}  # fmt: skip


def metadata(connection: sqlite3.Connection, name: str) -> dict[str, Any]:
    """The metadata for a database that Datasette calls by this name: that of its file without the suffix."""
    rows = connection.execute("select name, sql from sqlite_master where type in ('table', 'view')")
    there = {row["name"]: row["sql"] for row in rows}
    tables = {table: _described(shown, there[table]) for table, shown in _TABLES.items() if table in there}
    queries = {question: {"title": title, "sql": sql} for question, (title, sql) in QUESTIONS.items()}
    return {
        "title": "Sources of articles, kept by verifier",
        "description": "Do the sources say what the articles say they say? Begin with the view “review”, or with the questions below.",
        "databases": {name: {"tables": tables, "queries": queries}},
    }


def _described(shown: _Table, sql: str) -> dict[str, Any]:
    said: dict[str, Any] = {"description": shown.meaning, "size": 50}
    if columns := meanings(sql):
        said["columns"] = columns
    if shown.label:
        said["label_column"] = shown.label
    if shown.facets:
        said["facets"] = shown.facets.split()
    if shown.newest:
        said["sort_desc"] = shown.newest
    if shown.hidden:
        said["hidden"] = True
    return said


def meanings(sql: str) -> dict[str, str]:
    r"""The columns of a table and what the schema says beside them.

    >>> meanings("create table t (id integer primary key, -- of the row\n name text not null -- as printed\n)")
    {'name': 'as printed'}
    """
    return {column: beside or within for column, beside, within in _MEANING.findall(sql) if column != "id"}
