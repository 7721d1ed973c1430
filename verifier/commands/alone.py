"""One re-check of an archive at a time: two timers would ask every source twice, and each tell what the other found.

In: the archive's path. Out: a context in which no other run holds the same. The rule of this file: the system lets go of the lock when a
program ends, however it ends, and nothing stands beside the archive.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from verifier.errors import ArchiveError

LOCK = "recheck"


@contextmanager
def alone(archive: Path) -> Iterator[None]:
    """Hold the lock of an archive's re-checks. Raises ArchiveError where another run holds it."""
    from filelock import FileLock, Timeout

    from verifier.archive.asking import folder_of

    folder = folder_of(archive)
    if folder is None:  # a machine without a folder for such things: the two share their answers as other runs do
        yield
        return
    path = folder / LOCK
    try:
        with FileLock(path, timeout=0):
            yield
    except Timeout:
        raise ArchiveError(
            f"Another re-check of {archive} is running.",
            hint="Wait for it, and let one timer only run it. Nothing was asked here.",
        ) from None
    except OSError as error:
        raise ArchiveError(
            f"{path} cannot be written: {error.strerror or error}.", hint="Look at the folder and its permissions."
        ) from None
