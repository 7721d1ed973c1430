"""The bytes of captures as they are stored: packed each once, those of a page that hardly changed by what is new in them.

In: bytes, or the id of a body's row. Out: a row's columns, or the bytes. The rule: a body is packed against the last one stored for the
same address, or against the one on which that rests, where this saves half of its room. So a base is always packed alone, and a damaged
one harms at most `MOST` others. Nothing is handed out that is not what its SHA-256 says.
"""

from __future__ import annotations

import hashlib
import io
import sqlite3
from collections.abc import Iterator
from typing import Any

import zstandard

# Below, a base saves little; beyond, a table of all that stands in it would take more than 0.1 s and 40 MB.
_FITTING = range(500, 6_000_000)
# How many may rest on one base.
MOST = 50
_LEVEL = 3
_STEP = 1 << 20
_BASE_FOR = """
    select coalesce(base_id, bodies.id) as id from snapshots join bodies on bodies.id = body_id
    where url = ? order by snapshots.id desc limit 1
"""


class BodyError(Exception):
    """A stored body is not what was put in: words that follow “Body 7 …”."""


def pack(connection: sqlite3.Connection, body: bytes, url: str) -> dict[str, Any]:
    """The columns that store the bytes which an address gave."""
    alone = pack_alone(body)
    base = _base_for(connection, url) if len(body) in _FITTING else None
    if base is None:
        return alone
    content = _against(body, base[1])
    return {**alone, "content": content, "base_id": base[0]} if len(content) * 2 <= len(alone["content"]) else alone


def pack_alone(body: bytes) -> dict[str, Any]:
    """The columns that store bytes by themselves."""
    return {"size": len(body), "content": zstandard.ZstdCompressor(level=_LEVEL).compress(body), "base_id": None}


def unpack(connection: sqlite3.Connection, key: int) -> bytes:
    """The bytes of a stored body. Raises BodyError where they are not what was put in, sqlite3.Error where the file cannot be read."""
    row = _row(connection, key)
    return _checked(row, _base_of(connection, row))


def _checked(row: dict[str, Any], base: bytes | None) -> bytes:
    try:
        body = b"".join(_pieces(row, base))
    except zstandard.ZstdError:
        raise BodyError("cannot be unpacked") from None
    if len(body) != row["size"]:
        raise BodyError(f"has {'more' if len(body) > row['size'] else 'fewer'} bytes than its row says ({row['size']})")
    if hashlib.sha256(body).hexdigest() != row["sha256"]:
        raise BodyError(f"is not what its SHA-256 says ({row['sha256'][:12]}…)")
    return body


def _row(connection: sqlite3.Connection, key: int) -> dict[str, Any]:
    """A row of any schema: those before bodies rested on others have no such column."""
    cursor = connection.execute("select * from bodies where id = ?", [key])
    found = cursor.fetchone()
    if found is None:
        raise BodyError("is not there")
    names = [column[0] for column in cursor.description]
    return {"base_id": None, **{name: found[name] for name in names}}


def _base_of(connection: sqlite3.Connection, row: dict[str, Any]) -> bytes | None:
    key = row["base_id"]
    if key is None:
        return None
    try:
        base = _row(connection, key)
        if base["base_id"] is None:
            return _checked(base, None)
        why = "rests on another itself, as no run writes it"
    except BodyError as error:
        why = str(error)
    raise BodyError(f"rests on body {key}, which {why}")


def _base_for(connection: sqlite3.Connection, url: str) -> tuple[int, bytes] | None:
    """What the next body of an address may rest on: a sound body of a fitting size that does not bear too many."""
    found = connection.execute(_BASE_FOR, [url]).fetchone()
    if found is None:
        return None
    key = found["id"]
    borne = connection.execute("select count(*) as n from bodies where base_id = ?", [key]).fetchone()["n"]
    try:
        if borne >= MOST or _row(connection, key)["size"] not in _FITTING:
            return None
        return key, unpack(connection, key)
    except BodyError:
        return None


def _against(body: bytes, base: bytes) -> bytes:
    # From the end of the body back to the beginning of its base; the tables of this level forget what lies more than a megabyte back.
    window = max(zstandard.WINDOWLOG_MIN, (len(base) + len(body)).bit_length())
    parameters = zstandard.ZstdCompressionParameters.from_level(
        _LEVEL,
        source_size=len(body),
        dict_size=len(base),
        window_log=window,
        hash_log=window - 2,
        chain_log=window - 2,
    )
    return zstandard.ZstdCompressor(dict_data=_dictionary(base), compression_params=parameters).compress(body)


def _dictionary(base: bytes) -> zstandard.ZstdCompressionDict:
    return zstandard.ZstdCompressionDict(base, dict_type=zstandard.DICT_TYPE_RAWCONTENT)


def _pieces(row: dict[str, Any], base: bytes | None) -> Iterator[bytes]:
    """The bytes by pieces, and no further than just beyond what the row announces, whatever the frame says."""
    dictionary = None if base is None else _dictionary(base)
    size = 0
    with zstandard.ZstdDecompressor(dict_data=dictionary).stream_reader(io.BytesIO(row["content"])) as stream:
        while size <= row["size"] and (piece := stream.read(min(_STEP, row["size"] - size + 1))):
            yield piece
            size += len(piece)
