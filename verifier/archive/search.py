"""Full-text search of all archived sources, for people who type words.

In: words, runs of words in quotation marks, beginnings of words (`deepen*`). Out: the newest text of each source that has them all, best
first. The rule of this file: what people see is found, in a time that does not grow with the archive. The index of words knows neither
words inside writing without blanks (Chinese, Japanese, Thai) nor Korean words with particles, which are looked for in the texts that have
their pairs of letters, nor that ı is the letter that others type as i.
"""

from __future__ import annotations

import json
import re
import sqlite3
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from itertools import islice, product
from typing import Any

from verifier.archive import pairs
from verifier.archive.rows import clean, moment
from verifier.errors import QueryError
from verifier.model import SearchHit

_TERM = re.compile(r"[\"“„«]([^\"”“»]*)[\"”“»]|(\S+)")
_RUN = re.compile(f"[{pairs.RANGES}]")
# As the index divides: letters, digits and their accents.
_WORD = re.compile(rf"[{pairs.RANGES}]+|[^\W_{pairs.RANGES}]+")
# Letters that the index does not fold to those that are typed in their place.
_TYPED = {"i": "iı", "l": "lł", "o": "oø", "d": "dđ"}
_MOST_SPELLINGS = 48
_BEFORE, _AROUND = 60, 160  # characters shown of a text

# Where more texts have the words, the newest of them are ranked: to rank one takes 2 µs, and a word of most texts tells none from another.
_MOST_HITS = 5000
# The best of them, of which some are older texts of a source that has a newer one.
_LIKELY = 10
_ANY = "select 1 from texts_fts where texts_fts match ? limit 1"
# Of how many texts an expression is one of the most: of more than a thousand, and of a quarter of all.
_MANY = """
    select found from (select count(*) as found from texts_fts where texts_fts match ?)
    where found > max(1000, (select count(*) / 4 from texts))
"""
_OF_WORDS = """
    select rowid as text_id, rank from texts_fts where texts_fts match :wanted {also} order by rowid desc limit :most
"""
_COMMON = "and +rowid in (select rowid from texts_fts where texts_fts match :common)"
_PAIRS = "and +rowid in (select rowid from texts_fts_pairs where texts_fts_pairs match :pairs)"
_OF_RUNS = """
    select rowid as text_id, 0.0 as rank from texts_fts_pairs where texts_fts_pairs match :pairs order by rowid desc limit :most
"""
# Of those that are shown: a snippet of each text that has a word which all have takes seconds.
_SNIPPETS = """
    select rowid as text_id, snippet(texts_fts, 0, char(2), char(3), '…', 24) as snippet from texts_fts
    where texts_fts match :wanted and +rowid in (select value from json_each(:texts))
"""
# The sources are chosen by the indexes and the visits alone, the best first, and texts opened until there are enough.
_QUESTION = """
    with hits as materialized (select text_id, rank from ({hits}) order by rank, text_id desc limit :likely), seen as materialized (
        select fetches.source_id, fetches.fetched_at, hits.text_id, min(hits.rank) over (partition by fetches.source_id) as best
        from hits join fetches on fetches.text_id = hits.text_id or fetches.memento_text_id = hits.text_id
        where {where}
        order by best, fetched_at desc, fetches.id desc)
    select seen.source_id, sources.url, texts.title, seen.fetched_at, seen.text_id, {passage} as passage
    from seen cross join texts on texts.id = seen.text_id cross join sources on sources.id = seen.source_id where {holds}
"""
_OF_DOCUMENT = """
    fetches.source_id in (select source_id from citations join documents on documents.id = document_id where documents.name = :document)
"""


@dataclass(frozen=True, slots=True)
class _Wanted:
    """What a text must have: an expression for the index, one of words that tell little, and runs of writing without blanks."""

    match: str
    common: str
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
    wanted = _read(words, partial(_stands, connection), partial(_many, connection))
    values: dict[str, Any] = {"wanted": wanted.match, "common": wanted.common, "document": clean(document)}
    values["pairs"] = pairs.expression(wanted.runs)
    where = ["1"] if document is None else [_OF_DOCUMENT]
    if since is not None:
        where.append("fetches.fetched_at >= :since")
        values["since"] = since.strftime("%Y-%m-%dT%H:%M:%SZ")
    sql = _question(wanted, " and ".join(where))
    values |= {f"run{number}": run for number, run in enumerate(wanted.runs)}
    bounds = [(_MOST_HITS, -1 if wanted.runs else limit * _LIKELY)] if where == ["1"] else []
    try:
        for most, likely in (*bounds, (-1, -1)):
            found = _first(connection.execute(sql, {**values, "most": most, "likely": likely}), limit)
            if len(found) == limit:
                break
        snippets = _snippets(connection, wanted, [row["text_id"] for row in found])
        return tuple(_hit(row, snippets.get(row["text_id"], ""), wanted.runs) for row in found)
    except sqlite3.Error as error:
        raise QueryError(f"The search failed: {error}.", hint="Give plain words.") from None


def _question(wanted: _Wanted, where: str) -> str:
    """The SQL for sources that have what is wanted."""
    also = (_COMMON if wanted.common else "") + (_PAIRS if wanted.runs else "")
    hits = _OF_WORDS.format(also=also) if wanted.match else _OF_RUNS
    holds = " and ".join(f"instr(texts.text, :run{number})" for number in range(len(wanted.runs))) or "1"
    passage = f"substr(texts.text, max(1, instr(texts.text, :run0) - {_BEFORE}), {_AROUND})" if wanted.runs else "null"
    return _QUESTION.format(hits=hits, where=where, holds=holds, passage=passage)


def _first(rows: Iterable[Any], limit: int) -> list[Any]:
    """The first row of each source, until there are so many."""
    found: dict[int, Any] = {}
    for row in rows:
        found.setdefault(row["source_id"], row)
        if len(found) == limit:
            break
    return list(found.values())


def _stands(connection: sqlite3.Connection, expression: str) -> bool:
    """Whether any text has it; also where the index cannot be asked, which the search itself then says."""
    try:
        return connection.execute(_ANY, [expression]).fetchone() is not None
    except sqlite3.Error:
        return True


def _many(connection: sqlite3.Connection, expression: str) -> int:
    """How many texts have it, where that is a quarter of very many; else 0."""
    try:
        found = connection.execute(_MANY, [expression]).fetchone()
    except sqlite3.Error:
        return 0
    return int(found["found"]) if found else 0


def _read(words: str, stands: Callable[[str], bool], many: Callable[[str], int]) -> _Wanted:
    """What was typed, as the index is asked for it. Raises QueryError where there is no word in it."""
    expressions, runs = [], []
    for quoted, single in _TERM.findall(unicodedata.normalize("NFC", words)):
        found = _WORD.findall(quoted or single)
        runs += [word for word in found if _RUN.match(word)]
        spaced = [word for word in found if not _RUN.match(word)]
        if spaced:
            expressions.append(_expression(spaced, stands, beginning=bool(single) and single.endswith("*")))
    if not expressions and not pairs.expression(runs):
        raise QueryError("There is no word to search for.", hint="Give at least one word.")
    telling, common = _divided(tuple(dict.fromkeys(expressions)), many)
    return _Wanted(" AND ".join(telling), " AND ".join(common), tuple(runs))


def _divided(expressions: Sequence[str], many: Callable[[str], int]) -> tuple[Sequence[str], Sequence[str]]:
    """Those that rank a text, and such as very many have: these must stand there, but tell little, and take longest to weigh and to mark.

    >>> _divided(["the", "of", "weir"], {"the": 9000, "of": 8000, "weir": 0}.__getitem__)
    (['weir'], ['the', 'of'])
    """
    if len(expressions) < 2:
        return expressions, ()
    found = {expression: many(expression) for expression in expressions}
    telling = [expression for expression in expressions if not found[expression]] or [min(found, key=found.__getitem__)]
    return telling, [expression for expression in expressions if expression not in telling]


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


def _snippets(connection: sqlite3.Connection, wanted: _Wanted, texts: Sequence[int]) -> dict[int, str]:
    """The passage of each of these texts: asked for at once, as each question looks up again all beginnings of words."""
    if not wanted.match:
        return {}
    found = connection.execute(_SNIPPETS, {"wanted": wanted.match, "texts": json.dumps(texts)})
    return {row["text_id"]: row["snippet"] for row in found}


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
