"""Write answers as a WARC 1.1: for each a request and a response record, for a failure a metadata record.

In: `Response` and `Failure` values, one address each (`visits.py` makes them of visits). Out: records, and where each stands. The rule of
this file: the bytes are written as they are kept, so every header that tells of another form of them is taken out.
"""

from __future__ import annotations

import hashlib
import io
import uuid
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from http import HTTPStatus
from typing import Any, BinaryIO
from urllib.parse import urlsplit

from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from verifier import __version__
from verifier.model import Failure, Incomplete, Response
from verifier.warc.reading import FAILURE, FAILURE_TYPE, TRUNCATED

SOFTWARE = f"verifier/{__version__}"
_VERSION = "WARC/1.1"
_STANDARD = "http://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.1/"
# These describe the bytes as they were sent: packed, in pieces, of another length.
_OF_THE_WIRE = frozenset(
    ("content-encoding", "transfer-encoding", "content-length", "content-md5", "digest", "trailer")
)
_REASONS: dict[Incomplete, str] = {reason: word for word, reason in TRUNCATED.items()}
_SPACE = uuid.uuid5(uuid.NAMESPACE_URL, "https://www.iso.org/standard/68004.html")


@dataclass(frozen=True, slots=True)
class Record:
    """Where a record of an answer stands in its file, and what an index says of it."""

    url: str
    at: datetime
    status: int | None
    media_type: str
    digest: str
    offset: int
    length: int


def write_warc(file: BinaryIO, answers: Iterable[Response | Failure], name: str, at: datetime) -> Iterator[Record]:
    """Write the file, record by record; each answer's place comes out when it is written. `at` is the moment of writing."""
    writer = WARCWriter(file, gzip=True, warc_version=_VERSION)
    information = {
        "software": SOFTWARE,
        "format": "WARC File Format 1.1",
        "conformsTo": _STANDARD,
        "description": "What an archive of verifier holds. Bodies are decoded; requests show their address only.",
    }
    head = writer.create_warcinfo_record(name, information)
    head.rec_headers.replace_header("WARC-Date", _date(at))
    head.rec_headers.replace_header("WARC-Record-ID", _name_record("warcinfo", name, _date(at)))
    writer.write_record(head)
    for answer in answers:
        start = file.tell()
        if isinstance(answer, Failure):
            digest = _write_failure(writer, answer)
            yield Record(answer.url, answer.received_at, None, FAILURE_TYPE, digest, start, file.tell() - start)
        else:
            digest = _write_response(writer, answer)
            media_type = (answer.header("content-type") or "").partition(";")[0].strip().lower()
            length = file.tell() - start
            _write_request(writer, answer)
            yield Record(answer.url, answer.received_at, answer.status, media_type, digest, start, length)


def _write_response(writer: Any, answer: Response) -> str:
    digest = f"sha256:{hashlib.sha256(answer.body).hexdigest()}"
    given = {
        "WARC-Date": _date(answer.received_at),
        "WARC-Record-ID": _id_of(answer),
        "WARC-Payload-Digest": digest,
    }
    if answer.incomplete is not None:
        given["WARC-Truncated"] = _REASONS[answer.incomplete]
    headers = [(_plain(k), _plain(v)) for k, v in answer.headers if k.lower() not in _OF_THE_WIRE]
    headers.append(("content-length", str(len(answer.body))))
    head = StatusAndHeaders(_status_line(answer.status), headers, protocol="HTTP/1.1")
    record = writer.create_warc_record(
        answer.url,
        "response",
        payload=io.BytesIO(answer.body),
        length=len(answer.body),
        http_headers=head,
        warc_headers_dict=given,
    )
    writer.write_record(record)
    return digest


def _write_request(writer: Any, answer: Response) -> None:
    parts = urlsplit(answer.url)
    path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    head = StatusAndHeaders(f"GET {path} HTTP/1.1", [("Host", parts.netloc)], is_http_request=True)
    given = {
        "WARC-Date": _date(answer.received_at),
        "WARC-Record-ID": _name_record("request", _id_of(answer)),
        "WARC-Concurrent-To": _id_of(answer),
    }
    writer.write_record(writer.create_warc_record(answer.url, "request", http_headers=head, warc_headers_dict=given))


def _write_failure(writer: Any, failure: Failure) -> str:
    said = f"{FAILURE}: {failure.kind.value}: {' '.join(failure.detail.split())}\r\n".encode()
    digest = f"sha256:{hashlib.sha256(said).hexdigest()}"
    given = {
        "WARC-Date": _date(failure.received_at),
        "WARC-Record-ID": _name_record("failure", failure.url, _date(failure.received_at), digest),
    }
    record = writer.create_warc_record(
        failure.url,
        "metadata",
        payload=io.BytesIO(said),
        length=len(said),
        warc_content_type=FAILURE_TYPE,
        warc_headers_dict=given,
    )
    writer.write_record(record)
    return digest


def _id_of(answer: Response) -> str:
    """The same answer has the same name in every export."""
    head = (str(answer.status), answer.header("location") or "")
    return _name_record(
        "response", answer.url, _date(answer.received_at), *head, hashlib.sha256(answer.body).hexdigest()
    )


def _name_record(*parts: str) -> str:
    return f"<urn:uuid:{uuid.uuid5(_SPACE, ' '.join(parts))}>"


def _date(at: datetime) -> str:
    return at.replace(tzinfo=None).isoformat() + "Z"


def _status_line(status: int) -> str:
    try:
        return f"{status} {HTTPStatus(status).phrase}"
    except ValueError:
        return f"{status} Answer"


def _plain(value: str) -> str:
    """A header's value on one line."""
    return " ".join(value.split("\r")).replace("\n", " ").replace("\0", "")
