"""The bytes of captures as they are stored: packed each once, those of a page that hardly changed by what is new in them.

In: bytes, or the id of a body's row. Out: a row's columns, or the bytes. The rule: a body rests on an earlier one of its address, where it
saves half of its room; the first of an address on one of the same site, where a third of its tags and words is there, too. What a
page rests on stands alone, so no body is more than two steps from one that does, and no body bears more than so many others.
Nothing is handed out that is not what its SHA-256 says.
"""

from __future__ import annotations

import hashlib
import io
import re
import sqlite3
from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

import zstandard

# Below, a base saves little; beyond, a table of all that stands in it would take more than 0.1 s and 40 MB.
_FITTING = range(500, 6_000_000)
# How many captures of an address may rest on one of them, and how many pages of a site on one of these.
MOST = 50
MOST_PAGES = 20
_STEPS = 2
_LEVEL = 3
_STEP = 1 << 20
# Bytes: nothing that is kept is longer (a page 20 MB, a saved file 60), and what a file announces is not believed.
LARGEST = 100_000_000
# A body that needs no more than such a part of its size beside an earlier one of its page, or one of its site, is not packed alone to
# compare: most pages take a quarter alone.
_VERY_LITTLE = 16
_A_LITTLE = 4
_SHORT = 8  # bytes of a tag that all pages have
# What is remembered of bodies that others rest on: bytes, and how many sets of tags (0.2 MB).
_REMEMBERED = 16_000_000
_SETS = 40
_PATIENCE = 3  # pages of a site that are unlike, one after another: then others of it are not looked at
_LAST = "select body_id as id from snapshots where url = ? order by id desc limit 1"
_IS_OF = "select 1 from snapshots where body_id = ? and url = ?"
# The neighbours of an address in its site, by the alphabet: what lies beside it there is most like it.
_NEIGHBOURS = (
    "select body_id as id from snapshots where url < :url and url >= :site order by url desc, id desc limit 3",
    "select body_id as id from snapshots where url > :url and url < :site || char(0x10ffff) order by url, id desc limit 3",
)
_SITE = re.compile(r"[a-z]+://[^/?#]+/?")


@dataclass(frozen=True, slots=True)
class Known:
    """What many ask for: bodies that others rest on by SHA-256, and how many pages of each site were unlike one after another."""

    bodies: dict[str, bytes] = field(default_factory=dict)
    unlike: Counter[str] = field(default_factory=Counter)


class BodyError(Exception):
    """A stored body is not what was put in: words that follow “Body 7 …”."""


def pack(connection: sqlite3.Connection, body: bytes, url: str, known: Known) -> dict[str, Any]:
    """The columns that store the bytes which an address gave."""
    if len(body) not in _FITTING:
        return pack_alone(body)
    own = _own(connection, url)
    if own is not None and (base := _bearing(connection, own, known, MOST, _STEPS - 1)):
        return _smaller(body, own, base)
    return _pack_beside_neighbour(connection, body, url, known) or pack_alone(body)


def _pack_beside_neighbour(
    connection: sqlite3.Connection, body: bytes, url: str, known: Known
) -> dict[str, Any] | None:
    found = _SITE.match(url)
    site = found[0] if found else url
    if known.unlike[site] < _PATIENCE:
        for key in _neighbours(connection, url, site):
            if base := _bearing(connection, key, known, MOST_PAGES, 0):
                like = _is_like(body, base)
                known.unlike[site] = 0 if like else known.unlike[site] + 1
                return _smaller(body, key, base, sure=_A_LITTLE) if like else None
    return None


def _smaller(body: bytes, key: int, base: bytes, sure: int = _VERY_LITTLE) -> dict[str, Any]:
    """The columns that store bytes beside others, where this saves half of their room (`sure`: by what part of their size); else alone."""
    content = against(body, base)
    if len(content) * sure > len(body):
        alone = pack_alone(body)
        if len(content) * 2 > len(alone["content"]):
            return alone
    return {"size": len(body), "content": content, "base_id": key}


def pack_alone(body: bytes) -> dict[str, Any]:
    """The columns that store bytes by themselves."""
    return {"size": len(body), "content": zstandard.ZstdCompressor(level=_LEVEL).compress(body), "base_id": None}


def unpack(connection: sqlite3.Connection, key: int, known: Known | None = None, steps: int = _STEPS) -> bytes:
    """The bytes of a stored body. Raises BodyError where they are not what was put in, sqlite3.Error where the file cannot be read."""
    row = _row(connection, key)
    on = row["base_id"]
    if on is None:
        return _checked(row, None)
    if not steps:
        raise BodyError("rests on others in more steps than a run makes")
    try:
        base = _base(connection, on, known, steps - 1)
    except BodyError as error:
        raise BodyError(f"rests on body {on}, which {error}") from None
    return _checked(row, base)


def _base(connection: sqlite3.Connection, key: int, known: Known | None, steps: int) -> bytes:
    """A body on which others rest."""
    if known is None:
        return unpack(connection, key, None, steps)
    sha256 = _row(connection, key)["sha256"]
    if sha256 in known.bodies:
        return known.bodies[sha256]
    known.bodies[sha256] = base = unpack(connection, key, known, steps)
    while sum(map(len, known.bodies.values())) > _REMEMBERED:
        known.bodies.pop(next(iter(known.bodies)))
    return base


def _checked(row: dict[str, Any], base: bytes | None) -> bytes:
    if not 0 <= row["size"] <= LARGEST:
        raise BodyError(f"has a length that no page has ({row['size']} bytes)")
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


def _bearing(connection: sqlite3.Connection, key: int, known: Known | None, most: int, steps: int) -> bytes | None:
    """A sound body of a fitting size that bears fewer than so many others."""
    borne = connection.execute("select count(*) as n from bodies where base_id = ?", [key]).fetchone()["n"]
    with suppress(BodyError):
        if borne < most and _row(connection, key)["size"] in _FITTING:
            return _base(connection, key, known, steps)
    return None


def _own(connection: sqlite3.Connection, url: str) -> int | None:
    """The body on which the last one of an address rests, where that is of the address too; else the last one itself."""
    last = connection.execute(_LAST, [url]).fetchone()
    if last is None:
        return None
    key, *others = _chain(connection, last["id"])
    if others and (len(others) == _STEPS or connection.execute(_IS_OF, [others[0], url]).fetchone()):
        return others[0]
    return key


def _neighbours(connection: sqlite3.Connection, url: str, site: str) -> Iterator[int]:
    """The bodies that stand alone under those of the nearest addresses of the site."""
    for sql in _NEIGHBOURS:
        near = connection.execute(sql, {"url": url, "site": site}).fetchall()
        yield from dict.fromkeys(_chain(connection, row["id"])[-1] for row in near)


def _is_like(body: bytes, base: bytes) -> bool:
    """Whether of every eighth tag, with what stands before it, a third stands in the other too: 0.1 ms instead of 1 to try it."""
    looked = [tag for tag in body.split(b">")[::8] if len(tag) > _SHORT]
    return sum(map(len, filter(_tags(base).__contains__, looked))) * 3 >= sum(map(len, looked))


@lru_cache(maxsize=_SETS)
def _tags(base: bytes) -> frozenset[bytes]:
    return frozenset(base.split(b">"))


def _chain(connection: sqlite3.Connection, key: int) -> list[int]:
    """A body, and what it rests on, step by step."""
    chain = [key]
    while len(chain) <= _STEPS:
        found = connection.execute("select base_id from bodies where id = ?", [chain[-1]]).fetchone()
        if found is None or found["base_id"] is None:
            break
        chain.append(found["base_id"])
    return chain


def against(body: bytes, base: bytes) -> bytes:
    """Bytes packed with others as their dictionary: with such as are fit for it, else alone. With these they are unpacked either way."""
    if len(base) not in _FITTING:
        return zstandard.ZstdCompressor(level=_LEVEL).compress(body)
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
    return zstandard.ZstdCompressor(dict_data=dictionary(base), compression_params=parameters).compress(body)


def dictionary(base: bytes) -> zstandard.ZstdCompressionDict:
    """Bytes as a dictionary of zstd."""
    return zstandard.ZstdCompressionDict(base, dict_type=zstandard.DICT_TYPE_RAWCONTENT)


def _pieces(row: dict[str, Any], base: bytes | None) -> Iterator[bytes]:
    """The bytes by pieces, and no further than just beyond what the row announces, whatever the frame says."""
    beside = None if base is None else dictionary(base)
    size = 0
    with zstandard.ZstdDecompressor(dict_data=beside).stream_reader(io.BytesIO(row["content"])) as stream:
        while size <= row["size"] and (piece := stream.read(min(_STEP, row["size"] - size + 1))):
            yield piece
            size += len(piece)
