"""What happened to a source: its visits, and what is different between two of its captures.

In: an archive, an address, and which two captures. Out: a `History`. The rule of this file: without a choice the newest text that shows the
source is laid beside the one before it that says something else.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import datetime

from verifier.archive import Archive
from verifier.errors import ArchiveError
from verifier.model import Family, FetchLine, History, SourceText
from verifier.verdicts.drift import drift
from verifier.verdicts.passages import compare_texts

# Which capture: the one that was there at a moment, or the one whose SHA-256 begins so.
Choice = datetime | str

_SHA = re.compile(r"[0-9a-f]{6,64}")
_Capture = tuple[FetchLine, SourceText]


def is_hash(text: str) -> bool:
    """Whether a text may be the beginning of a SHA-256."""
    return _SHA.fullmatch(text) is not None


def look_back(archive: Archive, url: str, since: Choice | None = None, until: Choice | None = None) -> History:
    """The history of a source, with the differences between two captures. Raises ArchiveError where there is nothing of it."""
    lines = archive.history(url)
    if not lines:
        raise ArchiveError(
            f"{archive.path} holds nothing for {url}.",
            hint="Run 'verifier query sources' to see the addresses it holds.",
        )
    now = _newest(archive, lines) if until is None else _chosen(archive, lines, until)
    if now is None:
        return History(lines)
    before = _other(archive, lines, now) if since is None else _chosen(archive, lines, since)
    if before is None:
        return History(lines)
    content, _ = drift(before[1], now[1], ())
    return History(lines, before[0], now[0], content, compare_texts(before[1], now[1]))


def _readable(archive: Archive, lines: Iterable[FetchLine]) -> Iterable[_Capture]:
    for line in lines:
        text = archive.text_at(line) if line.sha256 else None
        if text is not None and text.text.strip():
            yield line, text


def _newest(archive: Archive, lines: Sequence[FetchLine]) -> _Capture | None:
    found = (line for line in lines if line.status.family is Family.FOUND)
    return next(iter(_readable(archive, found)), None)


def _other(archive: Archive, lines: Sequence[FetchLine], now: _Capture) -> _Capture | None:
    """The newest capture before `now` with another text that shows the source."""
    older = [line for line in lines[lines.index(now[0]) + 1 :] if line.status.family is Family.FOUND]
    differing = (
        capture
        for capture in _readable(archive, older)
        if capture[0].sha256 != now[0].sha256 and capture[1].main_text != now[1].main_text
    )
    return next(differing, None)


def _chosen(archive: Archive, lines: Sequence[FetchLine], choice: Choice) -> _Capture:
    """The capture that was chosen. Raises ArchiveError where there is none."""
    if isinstance(choice, str):
        fitting = [line for line in lines if line.sha256 and line.sha256.startswith(choice)]
    else:
        fitting = [line for line in lines if line.fetched_at <= choice]
    capture = next(iter(_readable(archive, fitting)), None)
    if capture is None:
        what = choice if isinstance(choice, str) else f"of {choice.isoformat().replace('+00:00', 'Z')} or before"
        raise ArchiveError(
            f"{archive.path} holds no readable capture {what} for {lines[0].url}.",
            hint="Run the same without --from and --to to see the captures that there are.",
        )
    return capture
