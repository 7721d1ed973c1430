"""Read a file of captures: each answer that it holds, in the order of the file.

In: a file of WARC, packed WARC or WACZ, or its bytes. Out: `Response` and `Failure` values, decoded as the transport decodes. Raises
ReplayError where the file is none, is cut, or says of its records what is not so. Nothing of it is held in memory but one record's body.
"""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Iterator
from contextlib import redirect_stderr
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, BinaryIO

from warcio.archiveiterator import ArchiveIterator
from warcio.exceptions import ArchiveLoadFailed

from verifier.errors import ReplayError
from verifier.model import Failure, FailureKind, Incomplete, Response
from verifier.warc.addresses import asked
from verifier.warc.streams import CapturesError, Lines, is_package, list_pages, open_streams

LARGEST_BODY = 20_000_000
# How a capture records that no answer came: a `metadata` record of this media type, one "fetch-failure: kind: detail" line.
FAILURE_TYPE = "application/warc-fields"
FAILURE = "fetch-failure"
# What the standard's reasons for a cut record say, as reasons of ours; what is not named was cut by the network.
TRUNCATED = {"length": Incomplete.TOO_LARGE, "time": Incomplete.TIMEOUT, "disconnect": Incomplete.TRUNCATED}

# Where a record says what its bytes are, and a revisit what it repeats.
_REPEATED = ("WARC-Payload-Digest", "WARC-Refers-To-Target-URI")
_ENCODED = 1_000_000  # what an encoding may add to a body
_STEP = 1 << 20
_HINT = "Name a whole .warc, .warc.gz or .wacz file; fetch or save it again where it was cut."
_STATUS = re.compile("[1-9][0-9]{2}")
_GZIP, _WARC = b"\x1f\x8b", b"WARC/"


@dataclass(frozen=True, slots=True)
class Revisit:
    """A capture without a body (ISO 28500, revisit): the same bytes came before, from the address named or by their digest."""

    url: str
    at: datetime
    refers_to: str | None
    digest: str | None


class Captures:
    """A file of captures. `name` stands in messages; the file is opened anew for each reading.

    >>> Captures(b"", "empty.warc").pages
    ()
    """

    def __init__(self, source: Path | bytes, name: str) -> None:
        self._source, self._name = source, name
        # What was seen on the way: captures without a body, and the addresses of those with one by their digest.
        self.revisits: list[Revisit] = []
        self.digests: dict[str, str] = {}

    def __iter__(self) -> Iterator[Response | Failure]:
        """Each answer; the last of an address is the newest that the file knows."""
        place = "the beginning"
        try:
            with self._open() as file, redirect_stderr(io.StringIO()):  # warcio prints what it meets
                for stream in open_streams(file):
                    for record in _records(stream):
                        place = (
                            f"the record of {target}" if (target := _target(record)) else "a record without an address"
                        )
                        found = _answer(record)
                        _require_whole(record)
                        self._note(record)
                        if found is not None:
                            yield found
        except ReplayError:
            raise
        except CapturesError as error:
            raise self._error(str(error), place) from None
        except ArchiveLoadFailed as error:
            raise self._error(" ".join(str(error).split())[:200], place) from None
        except Exception:  # noqa: BLE001 - warcio raises what its parsers meet, in Python's words: all mean a damaged file
            raise self._error("a record cannot be read: its header is damaged, or lacks the address", place) from None

    def _note(self, record: Any) -> None:
        digest, referred = (record.rec_headers.get_header(name) for name in _REPEATED)
        if record.rec_type == "revisit":
            named = asked(referred.strip("<>")) if referred else None
            self.revisits.append(Revisit(_target(record), moment_of(record), named, digest))
        elif digest:
            self.digests.setdefault(digest, _target(record))

    @property
    def pages(self) -> tuple[str, ...]:
        """The addresses that a WACZ lists as its pages."""
        try:
            with self._open() as file:
                return list_pages(file) if is_package(file) else ()
        except CapturesError as error:
            raise self._error(str(error), "the list of pages") from None

    def _open(self) -> BinaryIO:
        if isinstance(self._source, bytes):
            return io.BytesIO(self._source)
        try:
            return self._source.open("rb")
        except OSError as error:
            raise ReplayError(f"{self._name} cannot be read: {error.strerror or error}.", hint=_HINT) from None

    def _error(self, what: str, place: str) -> ReplayError:
        return ReplayError(
            f"{self._name} is no file of captures, or a damaged one: {what} (after {place}).", hint=_HINT
        )


def is_captures(path: Path) -> bool:
    """Whether a file is one of captures, by what stands in it, whatever its name. Raises OSError."""
    with path.open("rb") as file:
        head = file.read(len(_WARC))
        file.seek(0)
        if head.startswith(_GZIP):
            try:
                return next(open_streams(file)).read(len(_WARC)) == _WARC
            except CapturesError:
                return True  # packed, and damaged: the reading says so
        return head == _WARC or is_package(file) or path.suffix.lower() == ".wacz"


def _records(stream: Any) -> Iterator[Any]:
    """The records of one WARC, the lengths of their headers bounded."""
    records = ArchiveIterator(stream, check_digests=True)
    lines = Lines(records.reader.readline)
    records.reader.readline = lines
    for record in records:
        lines.renew()
        yield record
        records.read_to_end()
        if records.err_count:
            raise CapturesError("a record is longer than its Content-Length says")


def _require_whole(record: Any) -> None:
    """Read a record to its end, and raise CapturesError where it ends early or is not what its digest says."""
    while record.raw_stream.read(_STEP):
        pass
    if _left(record.raw_stream):
        raise CapturesError("a record is shorter than its Content-Length says: the file was cut, or the header lies")
    problems = record.digest_checker.problems if record.digest_checker else ()
    if any("block digest failed" in problem for problem in problems):
        raise CapturesError("a record is not what its WARC-Block-Digest says")


def _left(stream: Any) -> int:
    """How many announced bytes did not come."""
    left = getattr(stream, "limit", None)
    if left is None:
        left = getattr(getattr(stream, "stream", None), "limit", 0)
    return int(left or 0)


def _target(record: Any) -> str:
    url = record.rec_headers.get_header("WARC-Target-URI") or ""
    return asked(url.strip("<>"))


def _answer(record: Any) -> Response | Failure | None:
    """What a record says of an address; None where it is no answer."""
    if record.format != "warc":
        raise CapturesError("there are no captures in it")
    if record.rec_headers.get_header("Content-Length") is None:
        raise CapturesError("a record has no Content-Length")
    read, url = _READERS.get(record.rec_type or ""), _target(record)
    return read(record, url, moment_of(record)) if read is not None and url else None


def _response(record: Any, url: str, at: datetime) -> Response | None:
    if record.http_headers is None:
        return None
    status = record.http_headers.get_statuscode()
    if not _STATUS.fullmatch(status):
        raise CapturesError(
            f"a record is no answer of HTTP, which begins with its status, but begins with {status[:20]!r}"
        )
    headers = tuple((name.lower(), value) for name, value in record.http_headers.headers)
    return _shown(record, url, at, int(status), headers)


def _resource(record: Any, url: str, at: datetime) -> Response | None:
    """What was kept without the words of a server, as wget keeps files."""
    if not url.startswith(("http://", "https://")):
        return None
    return _shown(record, url, at, 200, (("content-type", record.content_type or ""),))


def _shown(record: Any, url: str, at: datetime, status: int, headers: tuple[tuple[str, str], ...]) -> Response:
    cut = record.rec_headers.get_header("WARC-Truncated")
    incomplete = TRUNCATED.get(cut.strip().lower(), Incomplete.TRUNCATED) if cut else None
    packed = io.BytesIO(record.raw_stream.read(LARGEST_BODY + _ENCODED))
    whole, record.raw_stream = record.raw_stream, packed
    body = record.content_stream().read(LARGEST_BODY + 1)
    record.raw_stream = whole
    if len(body) > LARGEST_BODY:
        incomplete = Incomplete.TOO_LARGE
    return Response(url, url, status, headers, body[:LARGEST_BODY], at, incomplete=incomplete)


def _failure(record: Any, url: str, at: datetime) -> Failure | None:
    if record.content_type != FAILURE_TYPE:
        return None
    name, _, said = record.raw_stream.read(4096).decode("utf-8", "replace").partition(":")
    if name.strip() != FAILURE:
        return None
    kind, _, detail = said.partition(":")
    return Failure(url, _kind(kind.strip()), detail.strip(), at)


_READERS: dict[str, Callable[[Any, str, datetime], Response | Failure | None]] = {
    "response": _response,
    "resource": _resource,
    "metadata": _failure,
}


def _kind(name: str) -> FailureKind:
    """The failure of this name; one that other programs wrote is a broken answer."""
    return next((kind for kind in FailureKind if kind.value == name), FailureKind.PROTOCOL)


def moment_of(record: Any) -> datetime:
    """When a record was captured; the first moment there is where it does not say."""
    try:
        at = datetime.fromisoformat(record.rec_headers.get_header("WARC-Date") or "")
        return at.astimezone(UTC) if at.tzinfo else at.replace(tzinfo=UTC)
    except (ValueError, OverflowError):
        return datetime.min.replace(tzinfo=UTC)
