"""Sources as files in a folder: of each the readable text and the original, and an index of them all.

In: visits with their bytes. Out: the folder's files. The rule of this file: names are made of letters and digits by us; what a page is
called, or what its address holds, names no file.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

from verifier.model import Fetch, QueryResult, Snapshot, SourceText
from verifier.reports import Kind, formatter
from verifier.sources import EXTRACTORS, kind_of
from verifier.urls import host

INDEX = "index.csv"
COLUMNS = (
    "url", "title", "fetched_at", "plan", "link", "link_reason", "copy_of", "text_file", "original_file", "media_type", "sha256",
)  # fmt: skip
# Of what is kept and cannot be read.
_UNREAD = {"image": ".image", "audio": ".audio", "video": ".video"}
_OFFICE = (
    ("word", ".docx"),
    ("opendocument.text", ".odt"),
    ("epub", ".epub"),
    ("sheet", ".xlsx"),
    ("presentation", ".pptx"),
)
_OTHER = ".bin"
_OURS = re.compile(r"\d{4,}-[a-z0-9.-]*(?:\.[a-z]+)+")


def write_folder(folder: Path, visits: Iterable[Fetch]) -> int:
    """Write the files of each visit and the index; how many sources there are."""
    rows = [_write(folder, number, fetch) for number, fetch in enumerate(visits, 1)]
    table = formatter(Kind.QUERY, "csv")(QueryResult(COLUMNS, tuple(rows)))
    (folder / INDEX).write_text(str(table), encoding="utf-8", newline="")
    return len(rows)


def is_export(folder: Path) -> bool:
    """Whether a folder is one that an export made, with nothing else in it, or is empty."""
    if not folder.is_dir():
        return False
    names = [file.name for file in folder.iterdir()]
    return not names or (INDEX in names and all(name == INDEX or _OURS.fullmatch(name) for name in names))


def _write(folder: Path, number: int, fetch: Fetch) -> tuple[object, ...]:
    snapshot, text, copy = _held(fetch)
    name = f"{number:04d}-{re.sub(r'[^a-z0-9.-]+', '-', host(fetch.url).lower())[:60].strip('.-') or 'source'}"
    files: list[str | None] = [None, None]
    if text is not None and text.text.strip():
        files[0] = f"{name}.txt"
        (folder / f"{name}.txt").write_text(text.text, encoding="utf-8", errors="replace")
    if snapshot is not None:
        original = name + _suffix(snapshot)
        (folder / original).write_bytes(snapshot.body)
        files[1] = original
    title = text.metadata.title if text else None
    at, state = fetch.fetched_at.replace(tzinfo=None).isoformat() + "Z", fetch.status
    held = (snapshot.media_type, snapshot.sha256) if snapshot else (None, None)
    return (fetch.url, title, at, fetch.plan.value, state.link.value, state.reason, copy, *files, *held)


def _held(fetch: Fetch) -> tuple[Snapshot | None, SourceText | None, str | None]:
    """What is shown of a visit: what the address answered, or the copy in its place with its address."""
    memento = fetch.memento
    if fetch.own_text is None and memento is not None:
        return memento.snapshot, memento.text, memento.url
    return fetch.snapshot, fetch.text, None


def _suffix(snapshot: Snapshot) -> str:
    kind = kind_of(snapshot)
    if kind not in EXTRACTORS:
        return _UNREAD.get(kind, _OTHER)
    told = (suffix for word, suffix in _OFFICE if kind == "office" and word in snapshot.media_type)
    return next(told, EXTRACTORS[kind].suffix)
