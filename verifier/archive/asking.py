"""Who asks for what just now: runs at the same time on one archive ask each address once.

In: an archive's path, and the addresses that a run is about to ask. Out: those that another run asks, with the time since when. The rule of
this file: a claim lives as long as its run, however that ends. So it is a small SQLite file whose lock the system takes back, in the
user's own folder for temporary files, never beside the archive. Where none can be made, a run asks as if it were alone.
"""

from __future__ import annotations

import hashlib
import os
import sqlite3
import tempfile
import time
import uuid
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing, contextmanager, suppress
from datetime import datetime
from pathlib import Path
from types import TracebackType
from typing import Self

_PATIENCE = 30.0  # s for the lock that is held while claims are looked through: some milliseconds
_PAUSE = 0.2  # s between two looks at what another run has got


class Asking:
    """What this run asks for, and what others do; a context manager. Without an archive it is alone.

    >>> from datetime import UTC
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     archive, now = Path(folder, "a.db"), lambda: datetime(2025, 6, 2, tzinfo=UTC)
    ...     with Asking(archive, now) as one, Asking(archive, now) as two:
    ...         one.claim(["https://site.example/a"])
    ...         list(two.claim(["https://site.example/a", "https://site.example/b"]))
    {}
    ['https://site.example/a']
    """

    def __init__(self, archive: Path | None, now: Callable[[], datetime]) -> None:
        self._since = now()
        self._folder = folder_of(archive) if archive is not None else None
        self._own: sqlite3.Connection | None = None
        self._name = f"{uuid.uuid4().hex}.asked"

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._let_go()

    def claim(self, urls: Iterable[str]) -> dict[str, datetime]:
        """Claim what no other run asks for, instead of what was claimed before; the others, with the starts of their runs."""
        wanted = tuple(urls)
        if self._folder is None:
            return {}
        try:
            with _alone(self._folder):
                theirs = self._others(self._folder)
                self._hold(self._folder, [url for url in wanted if url not in theirs])
        except (sqlite3.Error, OSError):  # no room for a claim, or a lock that nobody gives back: ask as if alone
            return {}
        return {url: theirs[url] for url in wanted if url in theirs}

    def wait(self) -> None:
        """A little while, in which others go on."""
        time.sleep(_PAUSE)

    def _hold(self, folder: Path, urls: Iterable[str]) -> None:
        self._let_go()
        self._own = sqlite3.connect(folder / self._name, isolation_level=None)
        self._own.execute("pragma synchronous = off")
        self._own.execute("pragma journal_mode = memory")  # no other file
        self._own.execute("create table asked (url text, since text)")
        self._own.execute("begin")
        self._own.executemany("insert into asked values (?, ?)", [(url, self._since.isoformat()) for url in urls])
        self._own.execute("commit")
        self._own.execute("begin immediate")  # the lock by which others know that this run lives

    def _let_go(self) -> None:
        if self._own is not None and self._folder is not None:
            self._own.close()
            self._own = None
            with suppress(OSError):
                (self._folder / self._name).unlink()

    def _others(self, folder: Path) -> dict[str, datetime]:
        found: dict[str, datetime] = {}
        for path in sorted(folder.glob("*.asked")):
            if path.name != self._name:
                found |= _claimed(path)
        return found


def _claimed(path: Path) -> dict[str, datetime]:
    """What a living run claims; the claim of a dead one is taken away."""
    with closing(sqlite3.connect(path, timeout=0, isolation_level=None)) as claim:
        try:
            claim.execute("begin immediate")
        except sqlite3.OperationalError:
            return {url: datetime.fromisoformat(since) for url, since in claim.execute("select * from asked")}
        claim.execute("rollback")
    with suppress(OSError):
        path.unlink()
    return {}


@contextmanager
def _alone(folder: Path) -> Iterator[None]:
    """Nobody else looks through the claims or makes one meanwhile."""
    with closing(sqlite3.connect(folder / "lock", timeout=_PATIENCE, isolation_level=None)) as lock:
        lock.execute("begin immediate")
        yield


def folder_of(archive: Path) -> Path | None:
    """This user's own folder for what runs say to each other of an archive, None where there can be none."""
    user = os.getuid() if hasattr(os, "getuid") else 0
    name = hashlib.sha256(os.fsencode(archive.resolve())).hexdigest()[:16]
    mine = Path(tempfile.gettempdir(), f"verifier-{user}")
    try:
        mine.mkdir(mode=0o700, exist_ok=True)
        if mine.is_symlink() or (hasattr(os, "getuid") and mine.stat().st_uid != user):
            return None
        (mine / name).mkdir(mode=0o700, exist_ok=True)
    except OSError:
        return None
    return mine / name
