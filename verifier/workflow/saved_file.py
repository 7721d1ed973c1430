"""One page or document that a reader saved, as the answer that it was.

In: a file, its address where the reader gives it. Out: a `Response`. The rule of this file: what the saving program wrote down (address
and day) counts before what the file's own dates say; a page whose address nobody gives is refused.
"""

from __future__ import annotations

import email.utils
import mimetypes
import re
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from email import message_from_bytes, policy
from pathlib import Path

from verifier.errors import ImportedFileError
from verifier.model import Response, Snapshot
from verifier.sources import EXTRACTORS, kind_of
from verifier.urls import is_fetchable

_LARGEST = 60_000_000
_HEAD = 100_000
# What browsers and SingleFile write at the top of a page that they save.
_SAVED_FROM = re.compile(rb"saved from url=\(\d{1,6}\)(https?://[^\s<>]{1,4000})", re.IGNORECASE)
_SINGLE_FILE = re.compile(
    rb"Page saved with SingleFile\s+url:\s*(https?://\S{1,4000})\s+saved date:\s*([^\n(]{10,60})", re.IGNORECASE
)
_BY_SCRIPTS = "%a %b %d %Y %H:%M:%S GMT%z"


@dataclass(frozen=True, slots=True)
class _Note:
    """What the saving program wrote down."""

    url: str | None = None
    at: datetime | None = None


def load_saved(path: Path, url: str | None, now: datetime) -> Response:
    """The page of a file. Raises ImportedFileError."""
    body, changed = _load(path)
    kind = kind_of(Snapshot("", body, mimetypes.guess_type(path.name)[0] or ""))
    if kind not in EXTRACTORS:
        raise ImportedFileError(
            f"{path} is no page or document that can be read ({kind}).",
            hint="Save the page as HTML, MHTML or PDF, or name a file of captures (WARC, WACZ).",
        )
    note = _read_note(body, kind)
    address = url or note.url
    if address is None or not is_fetchable(address):
        raise ImportedFileError(
            f"{path} does not say which page it is.", hint="Give the page's address: --url https://…"
        )
    at = min(note.at or changed, now)
    media = EXTRACTORS[kind].media_type or mimetypes.guess_type(path.name)[0] or "text/plain"
    return Response(address, address, 200, (("content-type", media),), body, at)


def _load(path: Path) -> tuple[bytes, datetime]:
    """The bytes, and when the file was last changed."""
    try:
        if not path.is_file():
            raise ImportedFileError(f"{path} is no file.", hint="Name a saved page, a PDF, or a file of captures.")
        about = path.stat()
        if about.st_size > _LARGEST:
            hint = "Save the page without its pictures, or print it to a PDF."
            raise ImportedFileError(f"{path} is larger than {_LARGEST // 1_000_000} MB.", hint=hint)
        if not about.st_size:
            raise ImportedFileError(f"{path} is empty.", hint="Save the page again.")
        return path.read_bytes(), datetime.fromtimestamp(int(about.st_mtime), UTC)
    except OSError as error:
        raise ImportedFileError(
            f"{path} cannot be read: {error.strerror or error}.", hint="Look at the file's name and permissions."
        ) from None


def _read_note(body: bytes, kind: str) -> _Note:
    if kind == "mhtml":
        return _of_message(body)
    found = _SINGLE_FILE.search(body[:_HEAD])
    if found:
        return _Note(found[1].decode("utf-8", "replace"), _moment(found[2].decode("ascii", "replace").strip()))
    browser = _SAVED_FROM.search(body[:_HEAD])
    return _Note(browser[1].decode("utf-8", "replace")) if browser else _Note()


def _of_message(body: bytes) -> _Note:
    """The headers of a saved page (MHTML): where it was, and when it was saved."""
    message = message_from_bytes(body[:_HEAD], policy=policy.compat32)
    where = message["Snapshot-Content-Location"] or message["Content-Location"]
    at = None
    with suppress(ValueError, TypeError):
        at = email.utils.parsedate_to_datetime(message["Date"]).astimezone(UTC)
    return _Note(str(where).strip() if where else None, at)


def _moment(written: str) -> datetime | None:
    with suppress(ValueError):
        return datetime.strptime(written, _BY_SCRIPTS).astimezone(UTC)
    return None
