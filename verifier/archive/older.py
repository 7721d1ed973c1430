"""Texts that a newer one of their source follows: packed, so that a page that is edited each week does not weigh a page each week.

In: the rows of texts. Out: the same rows, packed or whole. The rule: the newest text of each source stays plain, for people who ask by SQL;
an older one keeps, plain and searchable, the lines that the text after it has no more, with a line around them, and all of it packed, with
its page as the dictionary. So each line that a source ever had is plain in one row, and a packed text rests on nothing but its own page.
"""

from __future__ import annotations

import hashlib
import io
import json
import sqlite3
from collections.abc import Iterable
from contextlib import suppress
from typing import Any

import zstandard

from verifier.archive import pairs
from verifier.archive.bodies import LARGEST, BodyError, against, dictionary, unpack

# What is packed, and what stands there instead. JSON in JSON: each as its column holds it.
_PACKED = {"text": "", "main": "[]", "parts": None, "facts": None, "pages": None}
_PAGES = 16  # of the index, that are merged for each packed text
_BODY = "select body_id from snapshots where id = ?"
# A text is the newest of a source where no visit after it brought another; copies of web archives are nobody's older texts.
_CURRENT = """
    select 1 from fetches this where text_id = :text and not exists (
        select 1 from fetches later where later.source_id = this.source_id and later.text_id <> :text
        and (later.fetched_at, later.id) > (this.fetched_at, this.id))
    union all select 1 from fetches where memento_text_id = :text
"""
_NEWEST_TWO = """
    select text_id from fetches where source_id = ? and text_id is not null order by fetched_at desc, id desc limit 2
"""
# What followed a text at one of the sources that had it.
_AFTER = """
    select later.text_id as id from fetches this join fetches later on later.source_id = this.source_id
    where this.text_id = :text and later.text_id <> :text and (later.fetched_at, later.id) > (this.fetched_at, this.id)
    order by later.fetched_at, later.id limit 1
"""
_PACKED_OF = """
    select distinct texts.* from texts join fetches on text_id = texts.id
    where packed is not null and source_id in (select value from json_each(?)) order by texts.id
"""


def digest(text: str) -> str:
    """What tells whether two texts are the same."""
    return hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()


def whole(connection: sqlite3.Connection, stored: Any) -> dict[str, Any]:
    """A text's row with all that was read. Raises BodyError where it cannot be unpacked, or is not what was put in."""
    row: dict[str, Any] = dict(stored)
    if row.get("packed") is None:
        return row
    values = _unpacked(row["packed"], _page(connection, row))
    if digest(values["text"]) != row["text_sha256"]:
        raise BodyError("is not what its SHA-256 says")
    return {**row, **values, "packed": None}


def _page(connection: sqlite3.Connection, row: Any) -> bytes:
    """The page that a text was read from."""
    body = connection.execute(_BODY, [row["snapshot_id"]]).fetchone()
    if body is None:
        raise BodyError("has no page")
    return unpack(connection, body["body_id"])


def _unpacked(packed: bytes, page: bytes) -> dict[str, Any]:
    try:
        with zstandard.ZstdDecompressor(dict_data=dictionary(page)).stream_reader(io.BytesIO(packed)) as stream:
            values = json.loads(stream.read(LARGEST))
        found = dict(zip(_PACKED, values, strict=True))
    except (zstandard.ZstdError, ValueError, TypeError, RecursionError):
        raise BodyError("cannot be unpacked") from None
    if not isinstance(found["text"], str):
        raise BodyError("cannot be unpacked")
    return found


def settle(connection: sqlite3.Connection, source: int) -> bool:
    """After a visit: the newest text of a source is plain, and the one before it packed. Whether that was done now."""
    texts = [row["text_id"] for row in connection.execute(_NEWEST_TWO, [source])]
    if len(set(texts)) == 2:
        spread(connection, texts[0])
        return fold(connection, texts[1], texts[0])
    return False


def tidy(connection: sqlite3.Connection, packed: int) -> None:
    """Merge so much of the index of words as became waste by so many packed texts: else it would grow to three times its size first."""
    connection.execute("insert into texts_fts (texts_fts, rank) values ('merge', ?)", [-_PAGES * packed])


def spread(connection: sqlite3.Connection, key: int) -> None:
    """Store a text plain."""
    row = _row(connection, key)
    if row["packed"] is not None:
        values = whole(connection, row)
        _update(connection, key, {name: values[name] for name in (*_PACKED, "packed")})
        pairs.add_text(connection, key, values["text"])


def fold(connection: sqlite3.Connection, key: int, after: int) -> bool:
    """Pack a text that another follows, where that saves half of it. Whether it was done."""
    row = _row(connection, key)
    if row["packed"] is not None or connection.execute(_CURRENT, {"text": key}).fetchone():
        return False
    left = _gone(row["text"], whole(connection, _row(connection, after))["text"])
    if len(left) * 2 > len(row["text"]):
        return False
    page = _page(connection, row)
    values = json.dumps([row[name] for name in _PACKED], ensure_ascii=False, separators=(",", ":")).encode()
    _update(connection, key, {**_PACKED, "text": left, "packed": against(values, page)})
    return True


def settle_again(connection: sqlite3.Connection, sources: Iterable[int]) -> None:
    """After visits came from elsewhere, or captures went: the newest is plain, and a packed one keeps what the text after it has not."""
    for row in connection.execute(_PACKED_OF, [json.dumps(sorted(sources))]).fetchall():
        with suppress(BodyError):  # `verify` tells of it; the lines that are plain stay
            after = connection.execute(_AFTER, {"text": row["id"]}).fetchone()
            if after is None or not _keeps(connection, row, after["id"]):
                spread(connection, row["id"])
            if after is not None:
                fold(connection, row["id"], after["id"])


def _keeps(connection: sqlite3.Connection, row: Any, after: int) -> bool:
    """Whether a packed text is nobody's newest, and has plain what another has not."""
    if connection.execute(_CURRENT, {"text": row["id"]}).fetchone():
        return False
    later = whole(connection, _row(connection, after))["text"]
    return bool(row["text"] == _gone(whole(connection, row)["text"], later))


def _gone(older: str, newer: str) -> str:
    r"""The lines that the newer text has not, each with the one before and the one after it.

    >>> _gone("One.\nTwo.\nThree.\nFour.", "One.\nTwo.\n3.\nFour.\nFive.")
    'Two.\nThree.\nFour.'
    """
    lines, there = older.split("\n"), set(newer.split("\n"))
    gone = [line not in there for line in lines]
    near = zip(lines, [False, *gone[:-1]], gone, [*gone[1:], False], strict=True)
    return "\n".join(line for line, *around in near if any(around))


def _row(connection: sqlite3.Connection, key: int) -> dict[str, Any]:
    return dict(connection.execute("select * from texts where id = ?", [key]).fetchone())


def _update(connection: sqlite3.Connection, key: int, values: dict[str, Any]) -> None:
    sets = ", ".join(f"{name} = ?" for name in values)
    connection.execute(f"update texts set {sets} where id = ?", [*values.values(), key])  # noqa: S608 - our own names
