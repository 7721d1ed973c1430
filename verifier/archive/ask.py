"""Questions from outside: read-only SQL within limits, and full-text search of any words.

The connection for SQL is one of its own, opened read-only (to the private copy of an older archive: a copy of that), an authorizer
refuses all but reading, and time, rows and lengths are bounded; so no statement can change a byte, make a file, or run forever.
"""

from __future__ import annotations

import re
import sqlite3
import time
from collections.abc import Sequence
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import Any

from verifier.errors import QueryError
from verifier.matching.tokens import UNSPACED_RANGES, plain
from verifier.model import QueryResult, SearchHit

_READING = frozenset(
    {sqlite3.SQLITE_SELECT, sqlite3.SQLITE_READ, sqlite3.SQLITE_FUNCTION, getattr(sqlite3, "SQLITE_RECURSIVE", 33)}
)
_HARMFUL_FUNCTIONS = frozenset(
    {"load_extension", "readfile", "writefile", "edit", "fts3_tokenizer", "zeroblob", "randomblob"}
)
_READ_PRAGMAS = frozenset(
    {"table_info", "table_xinfo", "index_list", "index_info", "foreign_key_list", "database_list"}
)
_NAME = re.compile(r"\w{1,64}")
_WORD = re.compile(r"[^\W_]+")
# Scripts without blanks between words, and Korean, which writes particles behind them.
_UNSPACED = re.compile(f"[{UNSPACED_RANGES}\uac00-\ud7a3]")
_BESIDE = 60  # characters shown on both sides
_MOST_VARIANTS = 500
_STEPS = 10_000
_LONGEST_VALUE = 5_000_000
_LONGEST_SQL = 100_000


def run_query(archive: sqlite3.Connection, sql: str, *, seconds: float, max_rows: int) -> QueryResult:
    """Run one statement on what an archive's connection shows. Raises QueryError."""
    statement = f'select * from "{sql}"' if _NAME.fullmatch(sql) else sql  # noqa: S608 - a bare name, and the connection only reads
    if not sql.strip():
        raise QueryError("There is no question.", hint="Ask with one SELECT, or name a view: verifier query review.")
    if "\0" in statement:
        raise QueryError("The query holds a NUL character.", hint="Take the character out.")
    connection = _another(archive)
    try:
        return _run(connection, statement, seconds, max_rows)
    except (sqlite3.Error, sqlite3.Warning, MemoryError, UnicodeError) as error:
        raise _explain(error, seconds) from None
    finally:
        connection.close()


def _another(archive: sqlite3.Connection) -> sqlite3.Connection:
    """Another connection to the same rows, which only reads."""
    file = archive.execute("select file from pragma_database_list where name = 'main'").fetchone()["file"]
    if file:
        return sqlite3.connect(f"{Path(file).as_uri()}?mode=ro", uri=True, isolation_level=None)
    copy = sqlite3.connect("", isolation_level=None)
    archive.backup(copy)
    return copy


def _run(connection: sqlite3.Connection, statement: str, seconds: float, max_rows: int) -> QueryResult:
    until = time.monotonic() + seconds
    connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, _LONGEST_VALUE)
    connection.setlimit(sqlite3.SQLITE_LIMIT_SQL_LENGTH, _LONGEST_SQL)
    connection.setlimit(sqlite3.SQLITE_LIMIT_ATTACHED, 0)
    connection.execute("pragma query_only = on")
    connection.execute("pragma trusted_schema = off")
    connection.execute("pragma temp_store = memory")
    connection.text_factory = lambda value: value.decode("utf-8", "replace")
    connection.set_progress_handler(lambda: int(time.monotonic() > until), _STEPS)
    # FTS5 connects its table by a statement that looks like writing: before the authorizer stands there.
    with suppress(sqlite3.Error):
        connection.execute("select 1 from texts_fts limit 0")
    connection.set_authorizer(_authorize)
    cursor = connection.execute(statement)
    if cursor.description is None:
        return QueryResult((), ())
    found = cursor.fetchmany(max_rows + 1)
    columns = tuple(column[0] for column in cursor.description)
    return QueryResult(columns, tuple(found[:max_rows]), len(found) > max_rows)


def _authorize(action: int, first: str | None, second: str | None, _database: str | None, _inside: str | None) -> int:
    if action == sqlite3.SQLITE_FUNCTION and (second or "").lower() in _HARMFUL_FUNCTIONS:
        return sqlite3.SQLITE_DENY
    if action == sqlite3.SQLITE_PRAGMA:
        # FTS5 asks for its data version itself.
        return (
            sqlite3.SQLITE_OK
            if (first or "").lower() in _READ_PRAGMAS or (first == "data_version" and second is None)
            else sqlite3.SQLITE_DENY
        )
    return sqlite3.SQLITE_OK if action in _READING else sqlite3.SQLITE_DENY


def _explain(error: BaseException, seconds: float) -> QueryError:
    said = str(error)
    if "interrupted" in said:
        return QueryError(
            f"The query ran longer than {seconds:g} s and was stopped.", hint="Ask for less: add a where or a limit."
        )
    if "not authorized" in said or "prohibited" in said or "readonly" in said:
        return QueryError("Only reading is allowed here, and the archive was not changed.", hint="Ask with one SELECT.")
    if "one statement" in said:
        return QueryError("Only one statement at a time.", hint="Ask with one SELECT.")
    _, of_a_table, name = said.partition("no such table: ")
    if of_a_table:
        return QueryError(
            f"There is no table or view {name!r}.",
            hint='See the tables and views: verifier query "select name from sqlite_master".',
        )
    return QueryError(
        f"SQLite does not understand the query: {said or type(error).__name__}.",
        hint="See docs/schema.md for the tables and columns.",
    )


def search_texts(connection: sqlite3.Connection, words: str, limit: int) -> tuple[SearchHit, ...]:
    """The newest text of each source that holds all the words; quoted words in that order. Raises QueryError."""
    parts = _terms(words)
    terms = [term for part in parts if (term := " ".join(_WORD.findall(part)))]
    if not terms:
        raise QueryError("There is no word to search for.", hint="Give at least one word.")
    try:
        if any(map(_UNSPACED.search, parts)):
            return _scan(connection, parts, limit)
        return _find(connection, " ".join(map(_quoted, terms)), limit) or _find_variants(connection, terms, limit)
    except sqlite3.Error as error:
        raise QueryError(f"The search failed: {error}.", hint="Give plain words.") from None


def _scan(connection: sqlite3.Connection, parts: Sequence[str], limit: int) -> tuple[SearchHit, ...]:
    """The texts that have each part somewhere: where no blanks divide words, or particles end them, an index of words finds nothing."""
    held = " and ".join(["instr(lower(texts.text), lower(?))"] * len(parts))
    sql = f"""
        select sources.url, texts.title, max(fetches.fetched_at) as fetched_at, texts.text
        from texts
        join fetches on fetches.text_id = texts.id or fetches.memento_text_id = texts.id
        join sources on sources.id = fetches.source_id
        where {held} group by sources.id order by fetched_at desc limit ?
    """  # noqa: S608 - our own words
    return tuple(_cut_out(row, parts[0]) for row in connection.execute(sql, [*parts, limit]))


def _cut_out(row: Any, part: str) -> SearchHit:
    """A hit with the words around the part."""
    at = row["text"].lower().find(part.lower())
    start = max(0, at - _BESIDE)
    snippet = " ".join(row["text"][start : at + len(part) + _BESIDE].split())
    place = snippet.lower().find(part.lower())
    marks = ((place, place + len(part)),) if place >= 0 else ()
    return SearchHit(row["url"], row["title"], datetime.fromisoformat(row["fetched_at"]), snippet, marks)


def _find_variants(connection: sqlite3.Connection, terms: Sequence[str], limit: int) -> tuple[SearchHit, ...]:
    """The texts that have the words in letters which keyboards lack: isil for Işıl."""
    connection.execute(
        "create virtual table if not exists temp.texts_words using fts5vocab('main', 'texts_fts', 'row')"
    )
    connection.create_function("plain", 1, lambda word: plain(word.casefold()), deterministic=True)
    found = [_variants(connection, term) for term in terms]
    if not all(found):
        return ()
    return _find(connection, " AND ".join(f"({' OR '.join(map(_quoted, words))})" for words in found), limit)


def _variants(connection: sqlite3.Connection, term: str) -> list[str]:
    """The indexed words that a searched word may mean."""
    if " " in term:
        return [term]
    sql = "select term from texts_words where plain(term) = ? limit ?"
    return [row["term"] for row in connection.execute(sql, [plain(term.casefold()), _MOST_VARIANTS])]


def _quoted(term: str) -> str:
    return f'"{term}"'


def _find(connection: sqlite3.Connection, wanted: str, limit: int) -> tuple[SearchHit, ...]:
    """The newest text of each source that fits a question of FTS5."""
    # FTS5 makes snippets of matching rows only, not of groups (which newest visits need): hence the two steps.
    sql = """
        with hits as materialized (
            select rowid as text_id, rank, snippet(texts_fts, 1, char(2), char(3), '…', 24) as snippet
            from texts_fts where texts_fts match ?
        )
        select sources.url, texts.title, max(fetches.fetched_at) as fetched_at, hits.snippet, min(hits.rank) as best
        from hits join texts on texts.id = hits.text_id
        join fetches on fetches.text_id = texts.id or fetches.memento_text_id = texts.id
        join sources on sources.id = fetches.source_id
        group by sources.id order by best limit ?
    """
    return tuple(map(_hit, connection.execute(sql, [wanted, limit])))


def _terms(words: str) -> list[str]:
    """Words, and runs in quotation marks as one."""
    return [a or b for a, b in re.findall(r"[\"“„«]([^\"”“»]*)[\"”“»]|(\S+)", words)]


def _hit(row: Any) -> SearchHit:
    plain, marks, start = "", [], 0
    for piece in re.split("([\x02\x03])", row["snippet"] or ""):
        if piece == "\x02":
            start = len(plain)
        elif piece == "\x03":
            marks.append((start, len(plain)))
        else:
            plain += piece

    return SearchHit(row["url"], row["title"], datetime.fromisoformat(row["fetched_at"]), plain, tuple(marks))
