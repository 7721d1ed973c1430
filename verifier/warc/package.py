"""Write a WACZ 1.1.1: a WARC with its index and list of pages in one zip file, each part with its hash.

In: answers, and the pages among them. Out: the package. The rule of this file: the parts that others read by offset (the WARC, the packed
index) are stored as they are; nothing is held in memory but the index.
"""

from __future__ import annotations

import hashlib
import io
import json
import zipfile
import zlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from verifier.model import Failure, Response
from verifier.warc.addresses import sort_key
from verifier.warc.streams import PAGES
from verifier.warc.writing import SOFTWARE, Record, write_warc

_VERSION = "1.1.1"
_WARC, _INDEX, _PARTS = "archive/data.warc.gz", "indexes/index.cdx.gz", "indexes/index.idx"
_LINES = 300  # of the index, in one packed part
_STEP = 1 << 20


@dataclass(frozen=True, slots=True)
class Listed:
    """A page of the package, as its list shows it."""

    url: str
    at: datetime
    title: str | None


def write_wacz(
    path: Path, answers: Iterable[Response | Failure], pages: Iterable[Listed], name: str, at: datetime
) -> list[Record]:
    """Write a package at a path, and where each answer stands in its WARC. `at` is the moment of writing."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_STORED) as package:
        records, warc = _write_captures(package, answers, at)
        index, parts = _index(records)
        resources = [
            warc,
            _write(package, _INDEX, index, at),
            _write(package, _PARTS, parts, at),
            _write(package, PAGES, _pages(pages), at, pack=True),
        ]
        about = _dump(_describe(resources, name, at), indent=2)
        _write(package, "datapackage.json", about, at, pack=True)
        digest = {"path": "datapackage.json", "hash": _hash(about)}
        _write(package, "datapackage-digest.json", _dump(digest, indent=2), at, pack=True)
    return records


def _write_captures(
    package: zipfile.ZipFile, answers: Iterable[Response | Failure], at: datetime
) -> tuple[list[Record], dict[str, Any]]:
    """The WARC, hashed on its way."""
    with package.open(_entry(_WARC, at), "w", force_zip64=True) as part:
        hashed = _Hashed(part)
        records = list(write_warc(hashed, answers, Path(_WARC).name, at))  # type: ignore[arg-type] # it writes and tells
    return records, _resource(_WARC, hashed.size, f"sha256:{hashed.digest}")


class _Hashed(io.RawIOBase):
    """A stream that counts and hashes what is written."""

    def __init__(self, out: Any) -> None:
        self._out, self._hash, self.size = out, hashlib.sha256(), 0

    def writable(self) -> bool:
        return True

    def write(self, data: Any, /) -> int:
        self._out.write(data)
        self._hash.update(data)
        self.size += len(data)
        return len(data)

    def tell(self) -> int:
        return self.size

    @property
    def digest(self) -> str:
        return self._hash.hexdigest()


def _index(records: Sequence[Record]) -> tuple[bytes, bytes]:
    """The index (CDXJ) in packed parts, and the list of these parts."""
    lines = sorted(f"{sort_key(r.url)} {_stamp(r.at)} {json.dumps(_line(r))}\n" for r in records)
    packed, listed = b"", ['!meta 0 {"format": "cdxj-gzip-1.0", "filename": "index.cdx.gz"}\n']
    for start in range(0, len(lines), _LINES):
        part = _pack("".join(lines[start : start + _LINES]).encode())
        about = {"offset": len(packed), "length": len(part), "digest": _hash(part), "filename": "index.cdx.gz"}
        listed.append(f"{lines[start].partition(' {')[0]} {json.dumps(about)}\n")
        packed += part
    return packed or _pack(b""), "".join(listed).encode()


def _pack(data: bytes) -> bytes:
    packer = zlib.compressobj(9, zlib.DEFLATED, zlib.MAX_WBITS | 16)
    return packer.compress(data) + packer.flush()


def _line(record: Record) -> dict[str, str]:
    return {
        "url": record.url,
        "mime": record.media_type or "unk",
        **({"status": str(record.status)} if record.status is not None else {}),
        "digest": record.digest,
        "length": str(record.length),
        "offset": str(record.offset),
        "filename": Path(_WARC).name,
    }


def _stamp(at: datetime) -> str:
    return at.strftime("%Y%m%d%H%M%S").rjust(14, "0")


def _pages(pages: Iterable[Listed]) -> bytes:
    head = {"format": "json-pages-1.0", "id": "pages", "title": "Cited sources"}
    lines = [head, *(_page(page) for page in pages)]
    return b"".join(_dump(line) + b"\n" for line in lines)


def _page(page: Listed) -> dict[str, str]:
    key = hashlib.sha256(f"{page.url} {_moment(page.at)}".encode("utf-8", "replace")).hexdigest()[:22]
    return {"id": key, "url": page.url, "ts": _moment(page.at), "title": page.title or page.url}


def _describe(resources: Sequence[dict[str, Any]], name: str, at: datetime) -> dict[str, Any]:
    return {
        "profile": "data-package",
        "wacz_version": _VERSION,
        "title": name,
        "description": "Sources that articles cite, as an archive of verifier keeps them.",
        "created": _moment(at),
        "software": SOFTWARE,
        "resources": list(resources),
    }


def _write(package: zipfile.ZipFile, path: str, data: bytes, at: datetime, *, pack: bool = False) -> dict[str, Any]:
    package.writestr(_entry(path, at, pack=pack), data)
    return _resource(path, len(data), _hash(data))


def _entry(path: str, at: datetime, *, pack: bool = False) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(path, max(at.timetuple()[:6], (1980, 1, 1, 0, 0, 0)))
    entry.compress_type = zipfile.ZIP_DEFLATED if pack else zipfile.ZIP_STORED
    entry.external_attr = 0o644 << 16
    return entry


def _resource(path: str, size: int, digest: str) -> dict[str, Any]:
    return {"name": path.rpartition("/")[2], "path": path, "hash": digest, "bytes": size}


def _hash(data: bytes) -> str:
    return f"sha256:{hashlib.sha256(data).hexdigest()}"


def _moment(at: datetime) -> str:
    return at.replace(tzinfo=None).isoformat() + "Z"


def _dump(value: Any, indent: int | None = None) -> bytes:
    return json.dumps(value, ensure_ascii=False, indent=indent).encode("utf-8", "replace")
