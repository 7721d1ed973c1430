"""The archive: values in, values out, over sqlite-utils. Nobody else knows rows.

One file, one writer. A citation's rows are written together; finished ones are committed in groups, since a commit for each
costs more than the fetch.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Self

from verifier.archive.copying import back_up
from verifier.archive.handing_on import HandingOn, Selection
from verifier.archive.opening import connect
from verifier.archive.rechecking import Rechecking
from verifier.archive.verifying import verify

__all__ = ["Archive", "Selection", "back_up", "verify"]


class Archive(Rechecking, HandingOn):
    """An open archive; a context manager. All methods raise ArchiveError where the file fails."""

    @classmethod
    def open(cls, path: Path, *, now: Callable[[], datetime], readonly: bool = False) -> Self:
        """Open an archive; it is made where there is none. Raises ArchiveError and leaves a foreign file untouched.

        >>> import tempfile
        >>> from datetime import UTC
        >>> with tempfile.TemporaryDirectory() as folder:
        ...     with Archive.open(Path(folder, "a.db"), now=lambda: datetime(2025, 1, 1, tzinfo=UTC)) as archive:
        ...         archive.query("dead_links").columns[:2]
        ('url', 'link')
        """
        return cls(path, connect(path, readonly=readonly), now)
