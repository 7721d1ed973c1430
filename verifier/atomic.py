"""Write a file or a folder whole or not at all: under a name of its own beside the place, then renamed.

In: a path. Out: a context in which a temporary path is written. The rule of this file: whatever happens, what stood there before stands
there still, or the whole new one does; and nothing is written over without leave.
"""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from verifier.errors import OutputError

_LOOK = "Look at the folder, its permissions and the space left."


@contextmanager
def whole_file(path: Path, *, over: bool) -> Iterator[Path]:
    """A temporary file that takes the place of `path` at the end; `over` says whether a file that is there may be replaced.

    Raises OutputError where it may not, and where the disk or the folder forbids it.

    >>> with tempfile.TemporaryDirectory() as folder:
    ...     with whole_file(Path(folder, "a.txt"), over=False) as written:
    ...         _ = written.write_text("It grew.")
    ...     sorted(p.name for p in Path(folder).iterdir())
    ['a.txt']
    """
    refuse_to_replace(path, over=over)
    with _explained(path):
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name[:100]}.")
        os.close(handle)
        written = Path(name)
        try:
            yield written
            _settle(written)
            written.replace(path)
        finally:
            written.unlink(missing_ok=True)


@contextmanager
def whole_folder(path: Path) -> Iterator[Path]:
    """A temporary folder that takes the place of `path` at the end; one that is there goes only when the new one stands there."""
    _require_parent(path)
    with _explained(path):
        written = Path(tempfile.mkdtemp(dir=path.parent, prefix=f".{path.name[:100]}."))
        before = written.with_name(f"{written.name}.before")
        try:
            yield written
            written.chmod(0o755)
            if path.exists():
                path.rename(before)
            written.rename(path)
        finally:
            if before.exists() and not path.exists():
                before.rename(path)
            shutil.rmtree(before, ignore_errors=True)
            shutil.rmtree(written, ignore_errors=True)


def refuse_to_replace(path: Path, *, over: bool) -> None:
    """Raise OutputError where a file cannot be made at this place, or is there and may not be replaced."""
    _require_parent(path)
    if path.is_dir():
        raise OutputError(f"{path} cannot be written: it is a folder.", hint="Name a file.")
    if os.path.lexists(path) and not over:
        raise OutputError(
            f"{path} is there already, and was left as it is.",
            hint="Name another file, or replace this one by --force.",
        )


def _require_parent(path: Path) -> None:
    if not path.parent.is_dir():
        raise OutputError(
            f"{path} cannot be written: there is no folder {path.parent}.",
            hint="Make the folder, or name another place.",
        )


def _settle(written: Path) -> None:
    """On the disk, and readable as any file that this user makes."""
    with written.open("rb+") as file:
        os.fsync(file.fileno())
    written.chmod(0o644)


@contextmanager
def _explained(path: Path) -> Iterator[None]:
    """What the system says against it, for people."""
    try:
        yield
    except OSError as error:
        raise OutputError(f"{path} cannot be written: {error.strerror or error}.", hint=_LOOK) from None
