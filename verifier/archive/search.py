"""Full-text search of all archived sources, for people who type words.

In: words, runs of words in quotation marks, beginnings of words (`deepen*`). Out: the newest text of each source that has them all, best
first. The rule of this file: what people see is found. The index knows neither words inside writing without blanks (Chinese, Japanese,
Thai) nor Korean words with particles, which are looked for in the texts themselves, nor that ı is the letter that others type as i.
"""

from __future__ import annotations

import re
import sqlite3
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from itertools import islice, product
from typing import Any

from verifier.archive.rows import clean, moment
from verifier.errors import QueryError
from verifier.model import SearchHit
from verifier.text import UNSPACED_RANGES

_TERM = re.compile(r"[\"“„«]([^\"”“»]*)[\"”“»]|(\S+)")
# Writing without blanks, and Korean, which writes particles behind its words: the index has no such word.
_RUNS = f"{UNSPACED_RANGES}\uac00-\ud7a3"
_RUN = re.compile(f"[{_RUNS}]")
# As the index divides: letters, digits and their accents.
_WORD = re.compile(rf"[{_RUNS}]+|[^\W_{_RUNS}]+")
# Letters that the index does not fold to those that are typed in their place.
_TYPED = {"i": "iı", "l": "lł", "o": "oø", "d": "dđ"}
_MOST_SPELLINGS = 48
_BEFORE, _AROUND = 60, 160  # characters shown of a text

_HITS = "select rowid as text_id, rank from texts_fts where texts_fts match :wanted"
_ANY = "select 1 from texts_fts where texts_fts match ? limit 1"
_ALL = "select id as text_id, 0.0 as rank from texts"
# Of those that are shown: a snippet of each text that has a word which all have takes seconds.
_SNIPPET = """
    select snippet(texts_fts, 0, char(2), char(3), '…', 24) as snippet from texts_fts where texts_fts match :wanted and rowid = :text_id
"""
# The sources are chosen by the index and the visits alone: to open the page of each text that has a word takes longer than the rest.
_QUESTION = """
    with hits as materialized ({hits}), found as (
        select fetches.source_id, max(fetches.fetched_at) as fetched_at, hits.text_id, min(hits.rank) as best
        from hits join fetches on fetches.text_id = hits.text_id or fetches.memento_text_id = hits.text_id {texts}
        where {where}
        group by fetches.source_id order by best, fetched_at desc limit :limit)
    select sources.url, texts.title, found.fetched_at, found.text_id, {passage} as passage
    from found join texts on texts.id = found.text_id join sources on sources.id = found.source_id order by best, found.fetched_at desc
"""
_TEXTS = "join texts on texts.id = hits.text_id"
_OF_DOCUMENT = """
    fetches.source_id in (select source_id from citations join documents on documents.id = document_id where documents.name = :document)
"""


@dataclass(frozen=True, slots=True)
class _Wanted:
    """What a text must have: an expression for the index, and runs of writing without blanks."""

    match: str
    runs: tuple[str, ...]


def search_texts(
    connection: sqlite3.Connection,
    words: str,
    limit: int,
    document: str | None = None,
    since: datetime | None = None,
) -> tuple[SearchHit, ...]:
    """The newest text of each source that has all the words. Raises QueryError.

    `document`: only sources that this document (by its name) cites; `since`: only texts fetched then or later.
    """
    wanted = _read(words, partial(_stands, connection))
    values: dict[str, Any] = {"wanted": wanted.match, "limit": limit, "document": clean(document)}
    where = ["1"] if document is None else [_OF_DOCUMENT]
    if since is not None:
        where.append("fetches.fetched_at >= :since")
        values["since"] = since.strftime("%Y-%m-%dT%H:%M:%SZ")
    for number, run in enumerate(wanted.runs):
        where.append(f"instr(texts.text, :run{number})")
        values[f"run{number}"] = run
    passage = f"substr(texts.text, max(1, instr(texts.text, :run0) - {_BEFORE}), {_AROUND})" if wanted.runs else "null"
    hits, texts = _HITS if wanted.match else _ALL, _TEXTS if wanted.runs else ""
    sql = _QUESTION.format(hits=hits, texts=texts, passage=passage, where=" and ".join(where))
    try:
        found = connection.execute(sql, values).fetchall()
        return tuple(_hit(row, _snippet(connection, wanted, row["text_id"]), wanted.runs) for row in found)
    except sqlite3.Error as error:
        raise QueryError(f"The search failed: {error}.", hint="Give plain words.") from None


def _stands(connection: sqlite3.Connection, expression: str) -> bool:
    """Whether any text has it; also where the index cannot be asked, which the search itself then says."""
    try:
        return connection.execute(_ANY, [expression]).fetchone() is not None
    except sqlite3.Error:
        return True


def _read(words: str, stands: Callable[[str], bool]) -> _Wanted:
    """What was typed, as the index is asked for it. Raises QueryError where there is no word in it."""
    expressions, runs = [], []
    for quoted, single in _TERM.findall(unicodedata.normalize("NFC", words)):
        found = _WORD.findall(quoted or single)
        runs += [word for word in found if _RUN.match(word)]
        spaced = [word for word in found if not _RUN.match(word)]
        if spaced:
            expressions.append(_expression(spaced, stands, beginning=bool(single) and single.endswith("*")))
    if not expressions and not runs:
        raise QueryError("There is no word to search for.", hint="Give at least one word.")
    return _Wanted(" AND ".join(expressions), tuple(runs))


def _expression(words: Sequence[str], stands: Callable[[str], bool], *, beginning: bool) -> str:
    """Words one after another, in every spelling that is typed so and stands anywhere; the last may go on.

    Each spelling more costs each snippet: thirty of them, of which one stands in the texts, took ten times as long as the search.

    >>> _expression(["Isik"], {'"isik"', '"ısık"'}.__contains__, beginning=False)
    '("isik" OR "ısık")'
    """
    ends = "*" if beginning else ""
    spellings = [f'"{spelling}"{ends}' for spelling in _spellings(" ".join(words))]
    if len(spellings) > 1:
        spellings = list(filter(stands, spellings)) or spellings[:1]
    return f"({' OR '.join(spellings)})" if len(spellings) > 1 else spellings[0]


def _spellings(words: str) -> Iterator[str]:
    letters = [_TYPED.get(letter, letter) for letter in words.lower()]
    if sum(len(letter) > 1 for letter in letters) > _MOST_SPELLINGS.bit_length() - 1:
        letters = [letter if letter == "iı" else letter[0] for letter in letters]
    yield from map("".join, islice(product(*letters), _MOST_SPELLINGS))


def _snippet(connection: sqlite3.Connection, wanted: _Wanted, text: int) -> str:
    if not wanted.match:
        return ""
    row = connection.execute(_SNIPPET, {"wanted": wanted.match, "text_id": text}).fetchone()
    return str(row["snippet"]) if row else ""


def _hit(row: Any, marked: str, runs: Sequence[str]) -> SearchHit:
    snippet, marks = _unmarked(marked)
    if runs and not marks:
        snippet, marks = " ".join((row["passage"] or "").split()), ()
        marks = tuple((at, at + len(run)) for run in runs if (at := snippet.find(run)) >= 0)
    return SearchHit(row["url"], row["title"], moment(row["fetched_at"]), snippet, marks)


def _unmarked(snippet: str) -> tuple[str, tuple[tuple[int, int], ...]]:
    """A snippet of FTS5 without the signs around its words, and where they stood."""
    plain, marks, start = "", [], 0
    for piece in re.split("([\x02\x03])", snippet):
        if piece == "\x02":
            start = len(plain)
        elif piece == "\x03":
            marks.append((start, len(plain)))
        else:
            plain += piece
    return plain, tuple(marks)
