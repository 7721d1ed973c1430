"""Articles that need no reading: neither they, nor the options, nor the program changed since a report that still stands.

In: the name of an article. Out: its document, and the report that stands. The rule of this file: what is looked at is a file's own bytes;
an article that is read together with files beside it is read each time.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import timedelta
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING

from verifier import __version__
from verifier.clock import utc_now
from verifier.commands.reading import is_address

if TYPE_CHECKING:
    from verifier.archive import Archive
    from verifier.model import Document, Report

_LARGEST = 50_000_000  # bytes; a larger file is no article, which its reader says


@dataclass
class Standing:
    """The reports that stand; without an `archive` none does."""

    archive: Archive | None
    max_age: timedelta
    renders: bool  # whether a browser may be asked
    options: tuple[bool, ...]  # of reading
    reports: dict[str, Report] = field(default_factory=dict)
    _seen: dict[str, str] = field(default_factory=dict)

    def document(self, name: str, read: Callable[[str], Document]) -> Document:
        """The article of a report that stands, else as it is read now."""
        path = os.path.normpath(name)
        seen = None if is_address(name) or name == "-" else _look(path)
        if seen is None:
            return read(name)
        self._seen[path] = seen
        report = self._report(path, seen)
        if report is None:
            return read(name)
        self.reports[path] = report
        return report.document

    def _report(self, path: str, sha256: str) -> Report | None:
        from verifier.archive.age import Age
        from verifier.model import Unread

        if self.archive is None:
            return None
        age = Age(utc_now(), self.max_age)
        stands = partial(age.stands, renders=self.renders)
        return self.archive.unchanged_report(Unread(path, sha256, self._read_by), age.since, age.now, stands)

    def read_by(self, document: Document) -> str | None:
        """By what an article was read, where it was read of its own bytes alone."""
        from verifier.documents import READERS

        reader = READERS.get(document.format)
        alone = reader is not None and not reader.has_companions
        return self._read_by if alone and self._seen.get(document.name) == document.sha256 else None

    @cached_property
    def _read_by(self) -> str:
        """A hash of the program's own files, as far as their sizes and times tell them apart, and of the options."""
        known = [__version__, str(self.options)]
        for folder, inner, files in os.walk(Path(__file__).parents[1]):
            inner[:] = sorted(name for name in inner if name != "__pycache__")
            for name in sorted(files):
                of = Path(folder, name).stat()
                known.append(f"{name} {of.st_size} {of.st_mtime_ns}")
        return hashlib.sha256("\n".join(known).encode()).hexdigest()


def _look(path: str) -> str | None:
    """The SHA-256 of a file; of what is none, or cannot be read, nothing: who reads articles says why."""
    try:
        if not Path(path).is_file() or Path(path).stat().st_size > _LARGEST:
            return None
        return hashlib.sha256(Path(path).read_bytes()).hexdigest()
    except (OSError, ValueError):
        return None
