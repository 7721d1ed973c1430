"""The public schema: tables, views, and the migrations that lead to it from every older version.

Plural tables, integer ids, `<singular>_id` foreign keys, UTC ISO-8601 `*_at` texts, lower-case words for enumerations,
content once by its hash, every attempt an event row. A change is a new migration with its reason; none is ever edited.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING

from verifier.archive import pairs
from verifier.archive.older import digest

if TYPE_CHECKING:
    from sqlite_utils import Database, Migrations

    Step = Callable[[Database], None]

# Tells the files of this program from other SQLite files ("VRFY").
APPLICATION_ID = 0x56524659

# Tables that triggers fill out of others: no row of them is written, merged or counted.
DERIVED = frozenset({"articles"})


class _Steps:
    """The migrations in order, as sqlite-utils runs them; it is loaded only where a file needs one: it takes longer than many a verb."""

    def __init__(self) -> None:
        self._steps: list[Step] = []

    def __call__(self) -> Callable[[Step], Step]:
        """The decorator of a migration."""
        return self._add

    def _add(self, step: Step) -> Step:
        self._steps.append(step)
        return step

    @property
    def names(self) -> frozenset[str]:
        """What all of them are called."""
        return frozenset(step.__name__ for step in self._steps)

    @cached_property
    def set(self) -> Migrations:
        """They for sqlite-utils."""
        from sqlite_utils import Migrations  # noqa: PLC0415 - see above

        found = Migrations("verifier")
        for step in self._steps:
            found()(step)
        return found


migrations = _Steps()

_TABLES = (
    """
    create table runs (
        id integer primary key,
        verb text not null,          -- check, archive, recheck
        arguments text not null,
        version text not null,       -- of the program
        started_at text not null,
        ended_at text,               -- empty while it runs, or where it was killed
        exit_code integer
    ) strict
    """,
    """
    create table documents (
        id integer primary key,
        name text not null,          -- as the user named it
        sha256 text not null,        -- of its bytes
        format text not null,
        title text,
        language text,
        text text not null,          -- the body without marks; blocks divided by blank lines
        block_kinds text not null,   -- JSON, one word a block
        added_at text not null
    ) strict
    """,
    """
    create table notes (
        id integer primary key,
        document_id integer not null references documents(id),
        position integer not null,
        label text not null,
        kind text not null,          -- footnote, endnote, sidenote, reference
        text text not null,
        hyperlinks text not null,    -- JSON: [start, end, href]
        emphasis text not null,      -- JSON: [start, end]
        data text not null           -- JSON: fields the document itself gives
    ) strict
    """,
    """
    create table marks (
        id integer primary key,
        document_id integer not null references documents(id),
        note_id integer references notes(id),
        position integer not null,
        label text not null,
        block integer not null,
        character integer not null   -- place in the block, marks removed
    ) strict
    """,
    """
    create table problems (
        id integer primary key,
        document_id integer not null references documents(id),
        position integer not null,
        kind text not null,
        label text not null,
        detail text not null
    ) strict
    """,
    """
    create table sources (
        id integer primary key,
        url text not null unique,    -- as cited
        host text not null,
        identity text not null,      -- equal for addresses of the same page
        added_at text not null
    ) strict
    """,
    """
    create table citations (
        id integer primary key,
        document_id integer not null references documents(id),
        note_id integer not null references notes(id),
        source_id integer references sources(id),
        position integer not null,
        raw text not null,
        title text,
        author text,
        container_title text,
        issued text,
        accessed text,
        archived_url text,
        archived_at text
    ) strict
    """,
    """
    create table claims (
        id integer primary key,
        document_id integer not null references documents(id),
        position integer not null,
        text text not null,
        context text not null,
        block integer not null
    ) strict
    """,
    """
    create table claim_notes (
        claim_id integer not null references claims(id),
        note_id integer not null references notes(id),
        position integer not null,
        primary key (claim_id, note_id)
    ) strict
    """,
    """
    create table quotations (
        id integer primary key,
        claim_id integer not null references claims(id),
        position integer not null,
        text text not null,
        kind text not null,          -- quotation, term, not_a_quotation
        in_context integer not null
    ) strict
    """,
    """
    create table bodies (
        id integer primary key,
        sha256 text not null unique, -- of the decoded bytes
        size integer not null,       -- of the decoded bytes
        content blob not null        -- zstd
    ) strict
    """,
    """
    create table snapshots (
        id integer primary key,
        body_id integer not null references bodies(id),
        sha256 text not null,
        media_type text not null,
        charset text,
        url text not null,           -- the address that answered
        captured_at text not null,
        unique (sha256, media_type, url)
    ) strict
    """,
    """
    create table texts (
        id integer primary key,
        snapshot_id integer not null references snapshots(id),
        extractor text not null,
        version text not null,
        language text,
        title text,
        author text,
        site text,
        published text,
        modified text,
        canonical text,
        main text not null,          -- JSON: [start, end] of the main text
        problem text,
        text text not null,
        unique (snapshot_id, extractor, version)
    ) strict
    """,
    """
    create table fetches (
        id integer primary key,
        run_id integer references runs(id),
        source_id integer not null references sources(id),
        plan text not null,          -- live, wayback, replay
        fetched_at text not null,
        link text not null,          -- ok, moved, gone ...
        family text not null,        -- found, lost, cannot_tell
        rule text not null,
        reason text not null,
        http_status integer,
        final_url text,
        snapshot_id integer references snapshots(id),
        text_id integer references texts(id),
        memento_url text,
        memento_at text,
        memento_snapshot_id integer references snapshots(id),
        memento_text_id integer references texts(id),
        memento_holds_words integer,
        memento_note text
    ) strict
    """,
    """
    create table hops (
        id integer primary key,
        fetch_id integer not null references fetches(id),
        position integer not null,
        url text not null,
        status integer not null,
        location text
    ) strict
    """,
    """
    create table reports (
        id integer primary key,
        run_id integer references runs(id),
        document_id integer not null references documents(id),
        checked_at text not null,
        version text not null,
        finished integer not null,
        looked integer not null      -- 0: nothing could be looked at
    ) strict
    """,
    """
    create table findings (
        id integer primary key,
        report_id integer not null references reports(id),
        claim_id integer not null references claims(id),
        citation_id integer not null references citations(id),
        quotation_id integer references quotations(id),
        position integer not null,
        kind text not null,          -- quotation, statement
        verdict text not null,
        severity text not null,      -- problem, warning, cannot_tell, fine
        reason text not null,
        score real not null,
        judged text not null,        -- source, memento
        elsewhere text,              -- label of the note whose source holds the words
        differences text not null,   -- JSON: [kind, quoted, source, material]
        conflicts text not null,     -- JSON: [kind, claimed, source]
        warnings text not null       -- JSON
    ) strict
    """,
    """
    create table matches (
        id integer primary key,
        finding_id integer not null references findings(id),
        position integer not null,
        exact text not null,
        prefix text not null,
        suffix text not null,
        start_character integer not null,
        end_character integer not null
    ) strict
    """,
    """
    create table decisions (
        id integer primary key,
        finding_id integer not null references findings(id),
        decision text not null,      -- accepted, rejected, remark
        remark text,
        decided_at text not null
    ) strict
    """,
    """
    create virtual table texts_fts using fts5 (
        title, text, content='texts', content_rowid='id', tokenize='unicode61 remove_diacritics 2'
    )
    """,
    "create trigger texts_ai after insert on texts begin insert into texts_fts (rowid, title, text) values (new.id, new.title, new.text); end",
    "create trigger texts_ad after delete on texts begin insert into texts_fts (texts_fts, rowid, title, text) values ('delete', old.id, old.title, old.text); end",
)
_INDEXES = (
    "documents(name, sha256)",
    "notes(document_id)", "marks(document_id)", "problems(document_id)", "citations(document_id)", "citations(source_id)", "claims(document_id)",
    "claim_notes(note_id)", "quotations(claim_id)", "fetches(source_id, fetched_at)", "hops(fetch_id)", "reports(document_id)", "findings(report_id)",
    "findings(claim_id)", "matches(finding_id)", "sources(identity)", "sources(host)", "snapshots(body_id)",
)  # fmt: skip
_VIEWS = {
    "source_status": """
        select sources.id as source_id, sources.url, sources.host, f.link, f.family, f.reason, f.http_status, f.final_url,
               f.fetched_at, f.memento_url, f.memento_at, snapshots.sha256,
               (select count(*) from fetches where fetches.source_id = sources.id) as visits
        from sources
        left join fetches f on f.id = (
            select id from fetches where source_id = sources.id order by fetched_at desc, id desc limit 1)
        left join snapshots on snapshots.id = f.snapshot_id
    """,
    "dead_links": "select url, link, reason, fetched_at, memento_url, memento_at from source_status where family = 'lost'",
    "citation_status": """
        select documents.name as document, notes.label as note, citations.title, sources.url, s.link, s.family, s.reason, s.fetched_at, s.memento_url
        from citations
        join documents on documents.id = citations.document_id
        join notes on notes.id = citations.note_id
        left join sources on sources.id = citations.source_id
        left join source_status s on s.source_id = sources.id
    """,
    "newest_reports": """
        select reports.* from reports
        join documents on documents.id = reports.document_id
        where reports.id = (
            select r.id from reports r join documents d on d.id = r.document_id
            where d.name = documents.name order by r.checked_at desc, r.id desc limit 1)
    """,
    "review": """
        select documents.name as document, notes.label as mark, claims.text as claim, quotations.text as quotation, findings.verdict,
               findings.severity, sources.url, findings.reason, matches.exact as source_passage, newest_reports.checked_at
        from findings
        join newest_reports on newest_reports.id = findings.report_id
        join documents on documents.id = newest_reports.document_id
        join claims on claims.id = findings.claim_id
        join citations on citations.id = findings.citation_id
        join notes on notes.id = citations.note_id
        left join sources on sources.id = citations.source_id
        left join quotations on quotations.id = findings.quotation_id
        left join matches on matches.finding_id = findings.id and matches.position = 0
        order by case findings.severity when 'problem' then 0 when 'warning' then 1 when 'cannot_tell' then 2 else 3 end, findings.id
    """,
    "drifted_sources": """
        select sources.url, first.fetched_at as first_at, last.fetched_at as last_at, a.sha256 as first_sha256, b.sha256 as last_sha256
        from sources
        join fetches first on first.id = (
            select id from fetches where source_id = sources.id and family = 'found' order by fetched_at, id limit 1)
        join fetches last on last.id = (
            select id from fetches where source_id = sources.id and family = 'found' order by fetched_at desc, id desc limit 1)
        join texts ta on ta.id = first.text_id
        join texts tb on tb.id = last.text_id
        join snapshots a on a.id = first.snapshot_id
        join snapshots b on b.id = last.snapshot_id
        where ta.text <> tb.text
    """,
}


@migrations()
def m001_first(db: Database) -> None:
    """The first public schema."""
    for sql in _TABLES:
        db.execute(sql)
    for index in _INDEXES:
        name = index.replace("(", "_").replace(", ", "_").rstrip(")")
        db.execute(f"create index idx_{name} on {index}")
    for name, sql in _VIEWS.items():
        db.execute(f"create view {name} as {sql}")
    db.execute(f"pragma application_id = {APPLICATION_ID}")


@migrations()
def m002_opinions(db: Database) -> None:
    """What judges said of findings, beside the machine's own verdict; where nothing was believed, `verdict` is null and `reason` says why."""
    db.execute(
        """
        create table opinions (
            id integer primary key,
            finding_id integer not null references findings(id),
            judge text not null,
            model text not null,
            prompt_version text not null,
            verdict text,                -- supported, contradicted, cannot_tell
            quote text not null,         -- the source's words that it rests on
            reason text not null
        ) strict
        """
    )
    db.execute("create index idx_opinions_finding_id on opinions(finding_id)")


@migrations()
def m003_index(db: Database) -> None:
    """The full-text index as sqlite-utils makes it, which Datasette and sqlite-utils recognise: they look for content="texts"."""
    for name in ("texts_ai", "texts_ad"):
        db.execute(f"drop trigger {name}")
    db.table("texts_fts").drop()
    db.table("texts").enable_fts(["title", "text"], create_triggers=True, tokenize="unicode61 remove_diacritics 2")


@migrations()
def m004_answers(db: Database) -> None:
    """The one answer for each citation of a report, and its reference beside the page: reports only format them.

    `review` lists also what is wrong with links and references, so that it says what every report says. Reports made before
    have no answers here; they are judged anew when they are read.
    """
    for sql in _ANSWERS:
        db.execute(sql)
    for name, sql in _VIEWS_OF_ANSWERS.items():
        db.create_view(name, sql, replace=True)


_ANSWERS = (
    """
    create table answers (
        id integer primary key,
        report_id integer not null references reports(id),
        citation_id integer not null references citations(id),
        fetch_id integer references fetches(id), -- the visit that it rests on; empty where nobody looked
        position integer not null,
        content text,                -- first, same, edited, drifted, quote_lost; empty where there is no text to compare
        severity text not null,      -- problem, warning, cannot_tell, fine
        word text not null,          -- a link's, a verdict, reference_differs, not_looked_at, no_address
        reason text not null,
        steps text not null          -- JSON: what to do next, one sentence each
    ) strict
    """,
    """
    create table reference_checks (
        id integer primary key,
        report_id integer not null references reports(id),
        citation_id integer not null references citations(id),
        position integer not null,
        field text not null,         -- title, author, site, issued, accessed
        cited text not null,
        found text,                  -- what the page says of itself; empty where it does not say
        agreement text not null,     -- agrees, differs, unknown
        reason text not null
    ) strict
    """,
    "create index idx_answers_report_id on answers(report_id)",
    "create index idx_answers_citation_id on answers(citation_id)",
    "create index idx_reference_checks_report_id on reference_checks(report_id)",
    "create index idx_reference_checks_citation_id on reference_checks(citation_id)",
)
_VIEWS_OF_ANSWERS = {
    "newest_answers": """
        select documents.name as document, notes.label as note, citations.title, sources.url, answers.word as answer, answers.severity,
               answers.reason, answers.content, fetches.link, fetches.family, fetches.memento_url, answers.steps, newest_reports.checked_at
        from answers
        join newest_reports on newest_reports.id = answers.report_id
        join documents on documents.id = newest_reports.document_id
        join citations on citations.id = answers.citation_id
        join notes on notes.id = citations.note_id
        left join sources on sources.id = citations.source_id
        left join fetches on fetches.id = answers.fetch_id
        order by newest_reports.id, answers.position
    """,
    "review": """
        select documents.name as document, notes.label as mark, said.claim, said.quotation, said.verdict, said.severity, sources.url,
               said.reason, said.source_passage, newest_reports.checked_at
        from (
            select findings.report_id, findings.citation_id, claims.text as claim, quotations.text as quotation, findings.verdict,
                   findings.severity, findings.reason, matches.exact as source_passage, 0 as layer, findings.id as place
            from findings
            join claims on claims.id = findings.claim_id
            left join quotations on quotations.id = findings.quotation_id
            left join matches on matches.finding_id = findings.id and matches.position = 0
            union all
            select answers.report_id, answers.citation_id, null, null, answers.word, answers.severity, answers.reason, null, 1, answers.id
            from answers
            left join fetches on fetches.id = answers.fetch_id
            where answers.severity <> 'fine' and (fetches.id is null or answers.word = fetches.link)
            union all
            select report_id, citation_id, null, cited, 'reference_differs', 'warning', reason, found, 2, id
            from reference_checks where agreement = 'differs'
        ) said
        join newest_reports on newest_reports.id = said.report_id
        join documents on documents.id = newest_reports.document_id
        join citations on citations.id = said.citation_id
        join notes on notes.id = citations.note_id
        left join sources on sources.id = citations.source_id
        order by case said.severity when 'problem' then 0 when 'warning' then 1 when 'cannot_tell' then 2 else 3 end, said.layer, said.place
    """,
}


@migrations()
def m005_headers(db: Database) -> None:
    """What the server said beside the page: who looks at a wall later wants it, and so does whoever writes the capture out again."""
    _add_column(
        db, "fetches", "headers text", "JSON: [name, value] of the last answer, without cookies; empty where none came"
    )


@migrations()
def m006_readings(db: Database) -> None:
    """All that one reading of a body found out, so that the same body is never read again; and by which rules a report was judged."""
    _add_column(
        db,
        "texts",
        "parts text",
        "JSON: [start, end, role] of what is not plain text; empty where an older version read",
    )
    _add_column(db, "texts", "facts text", "JSON: what the page's markup says: title, headings, links, names, refresh")
    _add_column(db, "texts", "pages text", "JSON: where the pages begin, of files that have pages")
    _add_column(db, "texts", "extent text", "whole, part, stand_in, shell, wall")
    _add_column(db, "reports", "rules text", "the version of the verdicts; empty where it was not kept")
    db.execute("create index idx_snapshots_sha256 on snapshots(sha256)")


@migrations()
def m007_scope(db: Database) -> None:
    """How far a note answers for a claim: earlier sentences and what stands in the note itself are claims as well."""
    _add_column(db, "claims", "scope text", "marked, earlier, pointed, note; empty (marked) where it was not kept")


@migrations()
def m008_guesses(db: Database) -> None:
    """What a program takes for the main text, author and date of a page, so that no page is guessed at twice."""
    for statement in _GUESSES:
        db.execute(statement)


_GUESSES = (
    """
    create table guesses (
        id integer primary key,
        text_id integer not null references texts(id), -- the reading of the page
        version text not null,       -- of the guessing
        main text not null,          -- JSON: [start, end] of the runs of the page's text that are its main text
        author text,
        published text,              -- ISO 8601
        problem text                 -- why there is no main text
    ) strict
    """,
    "create index idx_guesses_text_id on guesses(text_id)",
)


@migrations()
def m009_works(db: Database) -> None:
    """What a note says of a work beside its address: identifiers, the place in it, and the note that a short form means."""
    _add_column(db, "citations", "identifiers text", "JSON: doi, arxiv, isbn, pmid, pmcid, handle, urn")
    _add_column(db, "citations", "locator text", "the place in the work, without its word: 12, 3–5, 00:12:31")
    _add_column(db, "citations", "locator_label text", "page, paragraph, chapter, section, timestamp")
    _add_column(
        db, "citations", "refers_to text", "the label of the note that gave the work, where this one repeats it"
    )
    _add_column(db, "marks", "locator text", "the place in the work that the mark itself gives")
    _add_column(db, "marks", "locator_label text", "page, paragraph, chapter, section, timestamp")


@migrations()
def m010_weeks(db: Database) -> None:
    """What a re-check found of the text, so that it can be asked later; and of an article that was corrected, only the article of today."""
    _add_column(
        db,
        "fetches",
        "content text",
        "what became of the text since the visit before: same, edited, drifted, quote_lost; empty where nobody compared",
    )
    for name, sql in _VIEWS_OF_WEEKS.items():
        db.create_view(name, sql, replace=True)


_VIEWS_OF_WEEKS = {
    "newest_documents": """
        select documents.* from documents
        where documents.id = (
            select d.id from documents d where d.name = documents.name
            order by coalesce((select max(checked_at) from reports where document_id = d.id), d.added_at) desc, d.id desc limit 1)
    """,
    "citation_status": """
        select newest_documents.name as document, notes.label as note, citations.title, sources.url, s.link, s.family, s.reason, s.fetched_at,
               s.memento_url
        from citations
        join newest_documents on newest_documents.id = citations.document_id
        join notes on notes.id = citations.note_id
        left join sources on sources.id = citations.source_id
        left join source_status s on s.source_id = sources.id
    """,
    "changed_sources": """
        select sources.url, fetches.content, fetches.fetched_at, fetches.link, fetches.final_url
        from fetches join sources on sources.id = fetches.source_id
        where fetches.content in ('drifted', 'quote_lost') order by fetches.fetched_at desc, fetches.id desc
    """,
}


@migrations()
def m011_imports(db: Database) -> None:
    """What readers saved and took in is a visit with its origin; and all answers that a reading rests on are kept, not the last alone.

    Without the others a text of several pages, or a page known as the site's page for everything, could be neither proved nor written out.
    A copy that a reader saved with another program is no drift of the page.
    """
    _add_column(db, "fetches", "origin text", "of an import: the file that it came from")
    _add_column(
        db, "fetches", "imported_at text", "of an import: when it was taken in; fetched_at says when it was saved"
    )
    for statement in _EXCHANGES:
        db.execute(statement)
    db.create_view("drifted_sources", _DRIFTED, replace=True)


_EXCHANGES = (
    """
    create table exchanges (
        id integer primary key,
        fetch_id integer not null references fetches(id),
        position integer not null,
        url text not null,           -- the address asked: of a following page, of the page around a file, of one that cannot exist
        status integer not null,
        snapshot_id integer not null references snapshots(id) -- what came
    ) strict
    """,
    "create index idx_exchanges_fetch_id on exchanges(fetch_id)",
)
_DRIFTED = """
        select sources.url, first.fetched_at as first_at, last.fetched_at as last_at, a.sha256 as first_sha256, b.sha256 as last_sha256
        from sources
        join fetches first on first.id = (
            select id from fetches where source_id = sources.id and family = 'found' and plan <> 'import' order by fetched_at, id limit 1)
        join fetches last on last.id = (
            select id from fetches where source_id = sources.id and family = 'found' and plan <> 'import' order by fetched_at desc, id desc limit 1)
        join texts ta on ta.id = first.text_id
        join texts tb on tb.id = last.text_id
        join snapshots a on a.id = first.snapshot_id
        join snapshots b on b.id = last.snapshot_id
        where ta.text <> tb.text
    """


@migrations()
def m012_questions(db: Database) -> None:
    """Views for what people ask: who cites a lost source, which quotations are wrong, what nobody decided, how much is kept of a host."""
    for name, sql in _VIEWS_OF_QUESTIONS.items():
        db.create_view(name, sql, replace=True)


_VIEWS_OF_QUESTIONS = {
    "dead_links": """
        select s.url, s.link, s.reason, s.fetched_at, s.memento_url, s.memento_at, fetches.memento_note,
               group_concat(distinct newest_documents.name || ' [' || notes.label || ']') as cited_by
        from source_status s
        left join fetches on fetches.source_id = s.source_id and fetches.fetched_at = s.fetched_at
        left join citations on citations.source_id = s.source_id
            and citations.document_id in (select id from newest_documents)
        left join notes on notes.id = citations.note_id
        left join newest_documents on newest_documents.id = citations.document_id
        where s.family = 'lost' group by s.source_id
    """,
    "quote_problems": """
        select document, mark as note, quotation, verdict, severity, source_passage, url, reason, checked_at
        from review where quotation is not null and severity in ('problem', 'warning')
    """,
    "undecided": """
        select documents.name as document, notes.label as note, claims.text as claim, findings.verdict, findings.severity, findings.reason,
               sources.url, newest_reports.checked_at
        from findings
        join newest_reports on newest_reports.id = findings.report_id
        join documents on documents.id = newest_reports.document_id
        join claims on claims.id = findings.claim_id
        join citations on citations.id = findings.citation_id
        join notes on notes.id = citations.note_id
        left join sources on sources.id = citations.source_id
        where findings.severity in ('problem', 'warning') and not exists (select 1 from decisions where finding_id = findings.id)
        order by findings.severity, findings.id
    """,
    "size_by_host": """
        select host, count(*) as captures, sum(size) as bytes, sum(stored) as stored_bytes
        from (
            select distinct sources.host, bodies.id, bodies.size, length(bodies.content) as stored
            from sources join fetches on fetches.source_id = sources.id join snapshots on snapshots.id = fetches.snapshot_id
            join bodies on bodies.id = snapshots.body_id)
        group by host order by stored_bytes desc
    """,
}


@migrations()
def m014_history(db: Database) -> None:
    """What was pruned leaves its hash with the visit; what became of each source since a day; a drift is told of the captures there are."""
    _add_column(
        db, "fetches", "pruned_at text", "when what it brought was dropped from this file; empty where it is here"
    )
    _add_column(db, "fetches", "pruned_sha256 text", "of the bytes that were dropped")
    db.execute("create index idx_answers_fetch_id on answers(fetch_id)")
    for name, sql in _VIEWS_OF_HISTORY.items():
        db.create_view(name, sql, replace=True)


_VIEWS_OF_HISTORY = {
    # Visits that could not tell (a wall, a time-out) are no change: each is compared with the last before it that could. A condition on
    # changed_at reaches the innermost questions, so that a day in an archive of years costs one look through the visits.
    "changed_since": """
        select sources.url, told.changed_at, told.what, told.before, told.now, told.reason, told.before_at
        from (
            select this.source_id, this.id, this.fetched_at as changed_at, 'link' as what, earlier.link as before, this.link as now, this.reason,
                   earlier.fetched_at as before_at
            from fetches this
            join fetches earlier on earlier.id = (
                select id from fetches
                where source_id = this.source_id and (fetched_at, id) < (this.fetched_at, this.id) and family <> 'cannot_tell' and plan <> 'import'
                order by fetched_at desc, id desc limit 1)
            where this.family <> 'cannot_tell' and this.plan <> 'import' and this.link <> earlier.link
            union all
            select source_id, id, fetched_at, 'text', null, coalesce(content, (select max(content) from answers where fetch_id = this.id)), null,
                   (select max(fetched_at) from fetches
                    where source_id = this.source_id and fetched_at < this.fetched_at and family = 'found' and plan <> 'import')
            from fetches this
            where coalesce(content, (select max(content) from answers where fetch_id = this.id)) in ('edited', 'drifted', 'quote_lost')
        ) told
        join sources on sources.id = told.source_id
        order by told.changed_at desc, told.id desc, told.what
    """,
    "drifted_sources": """
        select sources.url, first.fetched_at as first_at, last.fetched_at as last_at, a.sha256 as first_sha256, b.sha256 as last_sha256
        from sources
        join fetches first on first.id = (
            select id from fetches where source_id = sources.id and family = 'found' and plan <> 'import' and text_id is not null
            order by fetched_at, id limit 1)
        join fetches last on last.id = (
            select id from fetches where source_id = sources.id and family = 'found' and plan <> 'import' and text_id is not null
            order by fetched_at desc, id desc limit 1)
        join texts ta on ta.id = first.text_id
        join texts tb on tb.id = last.text_id
        join snapshots a on a.id = first.snapshot_id
        join snapshots b on b.id = last.snapshot_id
        where ta.text <> tb.text
    """,
}


@migrations()
def m017_places(db: Database) -> None:
    """Where in its file a mark stands: programs that show what is wrong beside the text need the line."""
    _add_column(db, "marks", "line integer", "its line in the file, from 1; empty where the format has no lines")
    _add_column(db, "marks", "column integer", "the character of that line where it begins, from 1")


@migrations()
def m018_events(db: Database) -> None:
    """What re-checks found wrong is kept until it heals: it was printed once and forgotten, while every view went on saying what was before.

    A source that was lost when this version came has been told of, and begins with an open event. `dead_links` and `drifted_sources` say
    what is wrong today, with who cites it.
    """
    for statement in _EVENTS:
        db.execute(statement)
    for name, sql in _VIEWS_OF_EVENTS.items():
        db.create_view(name, sql, replace=True)


_EVENTS = (
    """
    create table events (
        id integer primary key,
        source_id integer not null references sources(id),
        run_id integer references runs(id),     -- that found it
        layer text not null,         -- link, content, wall, person
        word text not null,          -- gone, soft_404, parked, unreachable; edited, drifted, quote_lost; restricted; dead, alive
        severity text not null,      -- problem, warning, cannot_tell, fine
        reason text not null,
        happened_at text not null,
        healed_at text,              -- empty as long as it is so
        sure integer not null,       -- 0: nobody answered, which may pass
        told integer not null,       -- whether a person heard of it
        life text not null,          -- alive, suspect, dead
        lost_quotations text not null, -- JSON: that stood in the source
        passages text not null,      -- JSON: [before, now, words in front, words behind]
        memento_url text,
        memento_at text
    ) strict
    """,
    "create index idx_events_source_id on events(source_id)",
    """
    insert into events (source_id, layer, word, severity, reason, happened_at, sure, told, life, lost_quotations, passages, memento_url, memento_at)
    select source_id, 'link', link, 'problem', reason, fetched_at, 1, 1, 'suspect', '[]', '[]', memento_url, memento_at
    from source_status where family = 'lost'
    """,
)
_VIEWS_OF_EVENTS = {
    "open_events": """
        select sources.url, events.layer, events.word, events.severity, events.reason, events.happened_at as since, events.life,
               events.lost_quotations, events.passages, events.memento_url, events.memento_at, events.source_id, events.sure,
               (
            select group_concat(distinct newest_documents.name || ' [' || notes.label || ']')
            from citations
            join newest_documents on newest_documents.id = citations.document_id
            join notes on notes.id = citations.note_id
            where citations.source_id = events.source_id) as cited_by
        from events join sources on sources.id = events.source_id
        where events.healed_at is null and not (events.layer = 'person' and events.word = 'alive')
        order by case events.severity when 'problem' then 0 when 'warning' then 1 when 'cannot_tell' then 2 else 3 end, events.id
    """,
    # A wall in front of what was lost, or a server that is broken today, is no news of it; neither is one night without an answer.
    "dead_links": """
        select s.url, coalesce(e.word, s.link) as link, coalesce(e.reason, s.reason) as reason, s.fetched_at,
               coalesce(s.memento_url, e.memento_url) as memento_url, coalesce(s.memento_at, e.memento_at) as memento_at, fetches.memento_note,
               (
            select group_concat(distinct newest_documents.name || ' [' || notes.label || ']')
            from citations
            join newest_documents on newest_documents.id = citations.document_id
            join notes on notes.id = citations.note_id
            where citations.source_id = s.source_id) as cited_by,
               coalesce(e.life, 'suspect') as life, coalesce(e.happened_at, s.fetched_at) as since
        from source_status s
        left join fetches on fetches.source_id = s.source_id and fetches.fetched_at = s.fetched_at
        left join events e on e.source_id = s.source_id and e.healed_at is null and e.layer = 'link'
        where ((e.id is not null and e.sure) or (e.id is null and s.family = 'lost') or exists (
                select 1 from events p where p.source_id = s.source_id and p.layer = 'person' and p.word = 'dead' and p.healed_at is null))
              and not exists (
                select 1 from events p where p.source_id = s.source_id and p.layer = 'person' and p.word = 'alive' and p.healed_at is null)
        group by s.source_id
    """,
    "drifted_sources": """
        select sources.url, first.fetched_at as first_at, last.fetched_at as last_at, a.sha256 as first_sha256, b.sha256 as last_sha256,
               events.word as content, events.happened_at as since, events.reason, events.lost_quotations, events.passages,
               (
            select group_concat(distinct newest_documents.name || ' [' || notes.label || ']')
            from citations
            join newest_documents on newest_documents.id = citations.document_id
            join notes on notes.id = citations.note_id
            where citations.source_id = sources.id) as cited_by
        from sources
        join fetches first on first.id = (
            select id from fetches where source_id = sources.id and family = 'found' and plan <> 'import' and text_id is not null
            order by fetched_at, id limit 1)
        join fetches last on last.id = (
            select id from fetches where source_id = sources.id and family = 'found' and plan <> 'import' and text_id is not null
            order by fetched_at desc, id desc limit 1)
        join texts ta on ta.id = first.text_id
        join texts tb on tb.id = last.text_id
        join snapshots a on a.id = first.snapshot_id
        join snapshots b on b.id = last.snapshot_id
        left join events on events.source_id = sources.id and events.layer = 'content' and events.healed_at is null
        where events.id is not null or (ta.text <> tb.text and last.content is null)
    """,
}


@migrations()
def m013_bodies(db: Database) -> None:
    """A page that is looked at each week is stored by what is new in it: each of its versions took the room of a whole page."""
    _add_column(db, "bodies", "base_id integer references bodies(id)", "the body that is its dictionary")
    db.execute("create index idx_bodies_base_id on bodies(base_id)")
    db.execute("create index idx_snapshots_url on snapshots(url)")


@migrations()
def m020_decisions(db: Database) -> None:
    """People decide on links, too, and what they decided outlives a report: a decision says what it is about, not which row it is about."""
    for statement in _DECISIONS:
        db.execute(statement)


_DECISIONS = (
    "drop view undecided",
    """
    create table decided (
        id integer primary key,
        document text not null,      -- the article, as it was named
        note text not null,          -- the label of its note, then
        url text,                    -- of the source
        word text not null,          -- the answer: altered, gone ...
        words text not null,         -- of the article, that it is about
        decision text not null,      -- accepted, rejected, remark
        remark text,
        decided_by text not null,
        decided_at text not null,
        rests_on text not null       -- what the answer was given for; where it is another now, the decision is stale
    ) strict
    """,
    """
    insert into decided (document, note, url, word, words, decision, remark, decided_by, decided_at, rests_on)
    select documents.name, notes.label, sources.url, findings.verdict, coalesce(quotations.text, claims.text),
           decision, decisions.remark, '', decided_at, ''
    from decisions join findings on findings.id = decisions.finding_id join reports on reports.id = findings.report_id
    join documents on documents.id = reports.document_id join claims on claims.id = findings.claim_id
    join citations on citations.id = findings.citation_id join notes on notes.id = citations.note_id
    left join sources on sources.id = citations.source_id left join quotations on quotations.id = findings.quotation_id
    """,
    "drop table decisions",
    "alter table decided rename to decisions",
    "create index idx_decisions_document on decisions(document)",
    """
    create view undecided as
    select documents.name as document, notes.label as note, claims.text as claim, findings.verdict, findings.severity, findings.reason,
           sources.url, newest_reports.checked_at
    from findings
    join newest_reports on newest_reports.id = findings.report_id
    join documents on documents.id = newest_reports.document_id
    join claims on claims.id = findings.claim_id
    join citations on citations.id = findings.citation_id
    join notes on notes.id = citations.note_id
    left join sources on sources.id = citations.source_id
    left join quotations on quotations.id = findings.quotation_id
    where findings.severity in ('problem', 'warning') and not exists (
        select 1 from decisions
        where decisions.document = documents.name and decisions.url is sources.url and word = findings.verdict
              and words = coalesce(quotations.text, claims.text) and decision <> 'remark')
    order by findings.severity, findings.id
    """,
)


@migrations()
def m022_newest(db: Database) -> None:
    """What is newest is kept when it is written, and found by indexes: views looked through each row of an archive for every question.

    Views that only list let a page of them be read without the rest; views of what is wrong begin with what can be wrong.
    """
    for statement in _NEWEST:
        db.execute(statement)
    _add_column(db, "texts", "text_sha256 text", "of the whole text: whether two are the same")
    _add_column(
        db,
        "texts",
        "packed blob",
        "of an older text, whose column text holds only lines that the next one has no more: zstd of JSON [text, main, parts, facts, pages], its page being the dictionary",
    )
    # As sqlite-utils makes it, but for columns that the index has not: it would be written anew with them.
    db.execute("drop trigger texts_au")
    db.register_function(digest, name="digest", deterministic=True)
    db.execute("update texts set text_sha256 = digest(text)")
    db.execute(_REINDEX)
    for name, sql in _VIEWS_OF_NEWEST.items():
        db.create_view(name, sql, replace=True)


_REINDEX = """
    create trigger texts_au after update of title, text on texts begin
        insert into texts_fts (texts_fts, rowid, title, text) values ('delete', old.rowid, old.title, old.text);
        insert into texts_fts (rowid, title, text) values (new.rowid, new.title, new.text);
    end
"""
# The one row of an article: {0} is its name.
_RENEW = """
    delete from articles where name = {0};
    insert into articles (name, document_id, report_id)
    select name, id, (select reports.id from reports join documents on documents.id = document_id
                      where name = {0} order by checked_at desc, reports.id desc limit 1)
    from documents d where name = {0}
    order by coalesce((select max(checked_at) from reports where document_id = d.id), added_at) desc, id desc limit 1;
"""
_NAMED = "(select name from documents where id = {}.document_id)"
# The heaviest first, and of the same weight findings, then links, then references: one number, so that an index has their order.
_HEAVIEST = "case {0}severity when 'problem' then 0 when 'warning' then 3 when 'cannot_tell' then 6 else 9 end"
_NEWEST = (
    """
    create table articles (
        name text primary key,       -- of its documents
        document_id integer not null references documents(id), -- as it was last read or checked
        report_id integer references reports(id) -- the newest; empty where none was made
    ) strict
    """,
    f"create trigger articles_ai after insert on documents begin {_RENEW.format('new.name')} end",
    f"create trigger articles_au after update of name, added_at on documents begin {_RENEW.format('old.name')} {_RENEW.format('new.name')} end",
    f"create trigger articles_ad after delete on documents begin {_RENEW.format('old.name')} end",
    f"create trigger articles_reports_ai after insert on reports begin {_RENEW.format(_NAMED.format('new'))} end",
    f"create trigger articles_reports_au after update of document_id, checked_at on reports begin {_RENEW.format(_NAMED.format('new'))} end",
    f"create trigger articles_reports_ad after delete on reports begin {_RENEW.format(_NAMED.format('old'))} end",
    """
    insert into articles (name, document_id, report_id)
    select name, id, (select reports.id from reports join documents on documents.id = document_id
                      where documents.name = newest_documents.name order by checked_at desc, reports.id desc limit 1)
    from newest_documents
    """,
    "create unique index idx_articles_document_id on articles(document_id)",
    "create unique index idx_articles_report_id on articles(report_id)",
    "create index idx_findings_citation_id on findings(citation_id)",
    # What the views put first.
    f"create index idx_findings_heaviest on findings({_HEAVIEST.format('')}, id)",
    f"create index idx_answers_heaviest on answers({_HEAVIEST.format('')} + 1, id) where severity <> 'fine'",
    "create index idx_findings_wrong on findings(severity, id) where severity in ('problem', 'warning')",
    "create index idx_reference_checks_differs on reference_checks(id) where agreement = 'differs'",
    "drop index idx_answers_report_id",
    "create index idx_answers_report_id on answers(report_id, position)",
    # Which sources can be lost, changed or drifted.
    "create index idx_fetches_lost on fetches(source_id) where family = 'lost'",
    "create index idx_fetches_told on fetches(source_id, link, family, plan) where family <> 'cannot_tell' and plan <> 'import'",
    "create index idx_fetches_read on fetches(source_id, text_id) where family = 'found' and plan <> 'import' and text_id is not null",
    "create index idx_fetches_changed on fetches(id) where content in ('edited', 'drifted', 'quote_lost')",
    "create index idx_answers_changed on answers(fetch_id) where content in ('edited', 'drifted', 'quote_lost')",
    "create index idx_events_open on events(source_id) where healed_at is null",
    "create index idx_fetches_snapshot_id on fetches(source_id, snapshot_id) where snapshot_id is not null",
    "create index idx_fetches_text_id on fetches(text_id) where text_id is not null",
    "create index idx_fetches_memento_text_id on fetches(memento_text_id) where memento_text_id is not null",
)
_CITED_BY = """(
            select group_concat(distinct articles.name || ' [' || notes.label || ']')
            from citations
            join articles on articles.document_id = citations.document_id
            join notes on notes.id = citations.note_id
            where citations.source_id = sources.id) as cited_by"""
_OF_A_REPORT = """
            join articles on articles.report_id = {0}.report_id
            join reports on reports.id = {0}.report_id
            join citations on citations.id = {0}.citation_id
            join notes on notes.id = citations.note_id
            left join sources on sources.id = citations.source_id"""
_VIEWS_OF_NEWEST = {
    "newest_documents": "select documents.* from articles join documents on documents.id = articles.document_id",
    "newest_reports": "select reports.* from articles join reports on reports.id = articles.report_id",
    "citation_status": """
        select articles.name as document, notes.label as note, citations.title, sources.url, f.link, f.family, f.reason, f.fetched_at, f.memento_url
        from citations
        join articles on articles.document_id = citations.document_id
        join notes on notes.id = citations.note_id
        left join sources on sources.id = citations.source_id
        left join fetches f on f.id = (
            select id from fetches where source_id = sources.id order by fetched_at desc, id desc limit 1)
    """,
    "newest_answers": f"""
        select articles.name as document, notes.label as note, citations.title, sources.url, answers.word as answer, answers.severity,
               answers.reason, answers.content, fetches.link, fetches.family, fetches.memento_url, answers.steps, reports.checked_at
        from answers {_OF_A_REPORT.format("answers")}
        left join fetches on fetches.id = answers.fetch_id
        order by answers.report_id, answers.position
    """,  # noqa: S608 - our own words
    # Each part comes out of an index in the order of the whole, so that its first rows are known before all were looked at; and each joins
    # for itself, so that a condition on an article or an address reaches it.
    "review": f"""
        select document, mark, claim, quotation, verdict, severity, url, reason, source_passage, checked_at
        from (
            select articles.name as document, notes.label as mark, claims.text as claim, quotations.text as quotation, findings.verdict,
                   findings.severity, sources.url, findings.reason, matches.exact as source_passage, reports.checked_at,
                   {_HEAVIEST.format("findings.")} as heaviest, findings.id as place
            from findings {_OF_A_REPORT.format("findings")}
            join claims on claims.id = findings.claim_id
            left join quotations on quotations.id = findings.quotation_id
            left join matches on matches.finding_id = findings.id and matches.position = 0
            union all
            select articles.name, notes.label, null, null, answers.word, answers.severity, sources.url, answers.reason, null, reports.checked_at,
                   {_HEAVIEST.format("answers.")} + 1, answers.id
            from answers {_OF_A_REPORT.format("answers")}
            left join fetches on fetches.id = answers.fetch_id
            where answers.severity <> 'fine' and (fetches.id is null or answers.word = fetches.link)
            union all
            select articles.name, notes.label, null, cited, 'reference_differs', 'warning', sources.url, reason, found, reports.checked_at,
                   5, reference_checks.id
            from reference_checks {_OF_A_REPORT.format("reference_checks")}
            where agreement = 'differs'
            order by heaviest, place)
    """,  # noqa: S608 - our own words
    "undecided": f"""
        select articles.name as document, notes.label as note, claims.text as claim, findings.verdict, findings.severity, findings.reason,
               sources.url, reports.checked_at
        from findings {_OF_A_REPORT.format("findings")}
        join claims on claims.id = findings.claim_id
        left join quotations on quotations.id = findings.quotation_id
        where findings.severity in ('problem', 'warning') and not exists (
            select 1 from decisions
            where decisions.document = articles.name and decisions.url is sources.url and word = findings.verdict
                  and words = coalesce(quotations.text, claims.text) and decision <> 'remark')
        order by findings.severity, findings.id
    """,  # noqa: S608 - our own words
    # Visits that could not tell (a wall, a time-out) are no change: each is compared with the last before it that could.
    "changed_since": """
        select sources.url, told.changed_at, told.what, told.before, told.now, told.reason, told.before_at
        from (
            select this.source_id, this.id, this.fetched_at as changed_at, 'link' as what, earlier.link as before, this.link as now, this.reason,
                   earlier.fetched_at as before_at
            from (
                select source_id from fetches where family <> 'cannot_tell' and plan <> 'import'
                group by source_id having min(link) <> max(link)) several
            join fetches this on this.source_id = several.source_id
            join fetches earlier on earlier.id = (
                select id from fetches
                where source_id = this.source_id and (fetched_at, id) < (this.fetched_at, this.id) and family <> 'cannot_tell' and plan <> 'import'
                order by fetched_at desc, id desc limit 1)
            where this.family <> 'cannot_tell' and this.plan <> 'import' and this.link <> earlier.link
            union all
            select source_id, id, fetched_at, 'text', null, coalesce(content, (select max(content) from answers where fetch_id = this.id)), null,
                   (select max(fetched_at) from fetches
                    where source_id = this.source_id and fetched_at < this.fetched_at and family = 'found' and plan <> 'import')
            from fetches this
            where id in (
                    select id from fetches where content in ('edited', 'drifted', 'quote_lost')
                    union select fetch_id from answers where content in ('edited', 'drifted', 'quote_lost'))
                  and coalesce(content, (select max(content) from answers where fetch_id = this.id)) in ('edited', 'drifted', 'quote_lost')
        ) told
        join sources on sources.id = told.source_id
        order by told.changed_at desc, told.id desc, told.what
    """,
    # A wall in front of what was lost, or a server that is broken today, is no news of it; neither is one night without an answer.
    "dead_links": f"""
        select sources.url, coalesce(e.word, f.link) as link, coalesce(e.reason, f.reason) as reason, f.fetched_at,
               coalesce(f.memento_url, e.memento_url) as memento_url, coalesce(f.memento_at, e.memento_at) as memento_at, f.memento_note,
               {_CITED_BY},
               coalesce(e.life, 'suspect') as life, coalesce(e.happened_at, f.fetched_at) as since
        from (select source_id from fetches where family = 'lost' union select source_id from events where healed_at is null) suspected
        join sources on sources.id = suspected.source_id
        left join fetches f on f.id = (
            select id from fetches where source_id = sources.id order by fetched_at desc, id desc limit 1)
        left join events e on e.source_id = sources.id and e.healed_at is null and e.layer = 'link'
        where ((e.id is not null and e.sure) or (e.id is null and f.family = 'lost') or exists (
                select 1 from events p where p.source_id = sources.id and p.layer = 'person' and p.word = 'dead' and p.healed_at is null))
              and not exists (
                select 1 from events p where p.source_id = sources.id and p.layer = 'person' and p.word = 'alive' and p.healed_at is null)
        group by sources.id
    """,  # noqa: S608 - our own words
    "drifted_sources": f"""
        select sources.url, first.fetched_at as first_at, last.fetched_at as last_at, a.sha256 as first_sha256, b.sha256 as last_sha256,
               events.word as content, events.happened_at as since, events.reason, events.lost_quotations, events.passages,
               {_CITED_BY}
        from (
            select source_id from events where layer = 'content' and healed_at is null
            union
            select source_id from fetches where family = 'found' and plan <> 'import' and text_id is not null
            group by source_id having min(text_id) <> max(text_id)) suspected
        join sources on sources.id = suspected.source_id
        join fetches first on first.id = (
            select id from fetches where source_id = sources.id and family = 'found' and plan <> 'import' and text_id is not null
            order by fetched_at, id limit 1)
        join fetches last on last.id = (
            select id from fetches where source_id = sources.id and family = 'found' and plan <> 'import' and text_id is not null
            order by fetched_at desc, id desc limit 1)
        join texts ta on ta.id = first.text_id
        join texts tb on tb.id = last.text_id
        join snapshots a on a.id = first.snapshot_id
        join snapshots b on b.id = last.snapshot_id
        left join events on events.source_id = sources.id and events.layer = 'content' and events.healed_at is null
        where events.id is not null or (ta.text_sha256 <> tb.text_sha256 and last.content is null)
    """,  # noqa: S608 - our own words
}


@migrations()
def m023_read_by(db: Database) -> None:
    """An article whose bytes are those of its last report needs no reading where the same program would read it with the same options."""
    _add_column(
        db,
        "reports",
        "read_by text",
        "hash of the program's files and options; empty where files beside the article were read",
    )


@migrations()
def m024_first(db: Database) -> None:
    """The text is the first column of its index: for each word of a page that stands in another than the first, the index says in which.

    That took two bytes a word, a fifth of the index. An index that is the beginning of another one goes, too.
    """
    for name in ("texts_ai", "texts_ad", "texts_au"):
        db.execute(f"drop trigger {name}")
    db.table("texts_fts").drop()
    db.table("texts").enable_fts(["text", "title"], create_triggers=True, tokenize="unicode61 remove_diacritics 2")
    db.execute("drop trigger texts_au")
    db.execute(_REINDEX)
    db.execute("drop index idx_snapshots_sha256")


@migrations()
def m025_pairs(db: Database) -> None:
    """Words of Chinese, Japanese, Korean and Thai are found by an index of pairs of letters: each search for one read all texts, 160 ms of 10,000.

    What is wrong with quotations begins with what is wrong, too, as the other views do. Nothing fills the index by triggers: no other program could then add a text, as SQL cannot divide such writing.
    """
    db.execute(pairs.CREATE)
    for key, text in db.execute("select id, text from texts"):
        pairs.add_text(db.conn, key, text)
    db.create_view("quote_problems", _QUOTE_PROBLEMS, replace=True)


# As `review` says it, but from what is wrong alone: the first rows of 100,000 findings in 18 ms, not 83.
_QUOTE_PROBLEMS = f"""
        select document, note, quotation, verdict, severity, source_passage, url, reason, checked_at
        from (
            select articles.name as document, notes.label as note, quotations.text as quotation, findings.verdict, findings.severity,
                   matches.exact as source_passage, sources.url, findings.reason, reports.checked_at,
                   {_HEAVIEST.format("findings.")} as heaviest, findings.id as place
            from findings {_OF_A_REPORT.format("findings")}
            join quotations on quotations.id = findings.quotation_id
            left join matches on matches.finding_id = findings.id and matches.position = 0
            where {_HEAVIEST.format("findings.")} < 6
            union all
            select articles.name, notes.label, cited, 'reference_differs', 'warning', found, sources.url, reason, reports.checked_at,
                   5, reference_checks.id
            from reference_checks {_OF_A_REPORT.format("reference_checks")}
            where agreement = 'differs'
            order by heaviest, place)
"""  # noqa: S608 - our own words


def _add_column(db: Database, table: str, column: str, meaning: str) -> None:
    """A column with its meaning beside it, as in the tables above: after -- SQLite would lose the end of the table."""
    db.execute(f"alter table {table} add column {column} /* {meaning} */")


def known() -> frozenset[str]:
    """The names of all migrations of this version."""
    return migrations.names
