"""The bytes of a file of captures as one stream that can be trusted: unpacked, with the ends and lengths of its lines watched.

In: a file (WARC, packed WARC, WACZ). Out: a stream of plain WARC for each WARC in it. Raises CapturesError, and nothing else, for whatever
is wrong with the packing; a file that was cut is told from one that ends.
"""

from __future__ import annotations

import gzip
import io
import json
import zipfile
import zlib
from collections.abc import Iterator
from typing import IO, Any, BinaryIO

PAGES = "pages/pages.jsonl"
_GZIP = b"\x1f\x8b"
_ZIP = b"PK\x03\x04"
_LONGEST_LINE = 65_536
_MOST_PAGES = 20_000_000  # bytes of a list of pages
_BROKEN = (EOFError, OSError, zlib.error, zipfile.BadZipFile, NotImplementedError, RuntimeError, ValueError)


class CapturesError(Exception):
    """What is wrong with a file of captures, in a few words."""


class Whole(io.RawIOBase):
    """A stream whose damage is said as CapturesError: a reader of WARC takes an early end for the end."""

    def __init__(self, inner: IO[bytes]) -> None:
        self._inner = inner

    def readable(self) -> bool:
        """It can be read."""
        return True

    def read(self, size: int = -1, /) -> bytes:
        """So many bytes, or those that are left."""
        try:
            return self._inner.read(size)
        except EOFError:
            raise CapturesError("it ends in the middle: the file was cut") from None
        except _BROKEN as error:
            raise CapturesError(f"it cannot be unpacked ({error})") from None

    def readinto(self, buffer: Any, /) -> int:
        """The same into a buffer."""
        data = self.read(len(buffer))
        buffer[: len(data)] = data
        return len(data)


def open_streams(file: BinaryIO) -> Iterator[Whole]:
    """Each WARC in a file, from its first byte, unpacked."""
    head = file.read(4)
    file.seek(0)
    if head == _ZIP:
        yield from _members(file)
    else:
        yield Whole(_unpacked(file, head))


def _unpacked(file: IO[bytes], head: bytes) -> IO[bytes]:
    return gzip.GzipFile(fileobj=file) if head.startswith(_GZIP) else file  # type: ignore[return-value] # it reads


def _members(file: BinaryIO) -> Iterator[Whole]:
    package = _package(file)
    names = [name for name in package.namelist() if name.lower().endswith((".warc", ".warc.gz"))]
    if not names:
        raise CapturesError("there is no WARC in it")
    for name in names:
        with _open_member(package, name) as member:
            yield Whole(_unpacked(io.BufferedReader(Whole(member)), _GZIP if name.lower().endswith(".gz") else b""))


def _open_member(package: zipfile.ZipFile, name: str) -> IO[bytes]:
    try:
        return package.open(name)
    except _BROKEN as error:
        raise CapturesError(f"its part {name} cannot be unpacked ({error})") from None


def _package(file: BinaryIO) -> zipfile.ZipFile:
    try:
        return zipfile.ZipFile(file)
    except _BROKEN as error:
        raise CapturesError(f"the list of its parts cannot be read ({error})") from None


def is_package(file: BinaryIO) -> bool:
    """Whether a file is a package with captures in it, and no office document or book."""
    head = file.read(4)
    file.seek(0)
    try:
        return head == _ZIP and any(".warc" in name.lower() for name in _package(file).namelist())
    except CapturesError:
        return False


def list_pages(file: BinaryIO) -> tuple[str, ...]:
    """The addresses that a package lists as its pages, in order; none where it lists none."""
    package = _package(file)
    if PAGES not in package.namelist():
        return ()
    with _open_member(package, PAGES) as part:
        lines = Whole(part).read(_MOST_PAGES).splitlines()
    return tuple(dict.fromkeys(filter(None, map(_address, lines))))


def _address(line: bytes) -> str:
    try:
        page = json.loads(line)
    except (ValueError, RecursionError):
        return ""
    return str(page.get("url") or "") if isinstance(page, dict) else ""


class Lines:
    """The lines that a reader of WARC takes, bounded: a header is not longer than this, whatever a file holds."""

    def __init__(self, readline: object, most: int = 4_000_000) -> None:
        self._readline, self._most, self._left = readline, most, most

    def renew(self) -> None:
        """A record begins."""
        self._left = self._most

    def __call__(self, length: int | None = None) -> bytes:
        """A line, or the beginning of a long one."""
        line: bytes = self._readline(min(length or _LONGEST_LINE, _LONGEST_LINE))  # type: ignore[operator] # a method of the reader
        self._left -= len(line)
        if self._left < 0:
            raise CapturesError("the headers of a record do not end")
        return line
