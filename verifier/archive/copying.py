"""A copy of an archive, consistent also while another run writes to it.

In: two paths. Out: the copy, whole or not at all. The rule of this file: a copy is what the archive was at one moment; one that cannot be
read back is none.
"""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from verifier.archive.opening import explain, open_as_it_is
from verifier.atomic import refuse_to_replace, whole_file
from verifier.errors import ArchiveError, OutputError


def back_up(path: Path, target: Path, *, over: bool) -> int:
    """Copy an archive, and how many bytes the copy has. Raises ArchiveError for the archive and OutputError for the copy."""
    refuse_to_replace(target, over=over)
    if target.exists() and path.exists() and path.samefile(target):
        raise OutputError(f"{target} is the archive itself.", hint="Name another file.")
    with closing(open_as_it_is(path)) as archive, whole_file(target, over=over) as written:
        with closing(sqlite3.connect(written, isolation_level=None)) as copy:
            _copy(archive, copy, path, target)
        return written.stat().st_size


def _copy(archive: sqlite3.Connection, copy: sqlite3.Connection, path: Path, target: Path) -> None:
    """All pages in one step: a run that writes meanwhile waits for so long, and begins nothing anew."""
    try:
        archive.backup(copy)
        damage = copy.execute("pragma quick_check(1)").fetchone()
    except sqlite3.Error as error:
        if "full" in str(error) or "I/O" in str(error):
            raise OutputError(f"{target} cannot be written: {error}.", hint="Look at the space left there.") from None
        raise explain(error, path) from None
    if damage is None or damage[0] != "ok":
        said = damage[0] if damage else "unreadable"
        raise ArchiveError(f"{path} is damaged: {said}.", hint="Run 'verifier verify' to see what hangs on it.")
