"""What people wrote or worked in is not written over without leave.

In: the files that a run is to write. Out: an error before anything is done. The rule of this file: a Word file, a workbook or a page is
written over only where it is as this program left it. Our Office files carry a mark that every program drops that saves them anew.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence
from pathlib import Path

from verifier.errors import OutputError

_OFFICE = frozenset({".docx", ".xlsx"})
_PAGES = frozenset({".html", ".htm"})
_MARK = b"verifier"
_PAGE_MARK = b'<meta name="generator" content="verifier">'
_HEAD = 65_536  # bytes of a page in which its head ends


def seal(path: Path, content: bytes) -> bytes:
    """An Office file with our mark: the comment of the ZIP file, which stands behind all of its parts.

    >>> file = io.BytesIO()
    >>> zipfile.ZipFile(file, "w").close()
    >>> zipfile.ZipFile(io.BytesIO(seal(Path("a.docx"), file.getvalue()))).comment
    b'verifier'
    """
    if path.suffix.lower() not in _OFFICE:
        return content
    sealed = io.BytesIO(content)
    with zipfile.ZipFile(sealed, "a") as packed:
        packed.comment = _MARK
    return sealed.getvalue()


def spare_work(files: Sequence[Path], *, over: bool) -> None:
    """Raise OutputError where a file is there that this program did not leave so; `over`: it may be written over."""
    for path in () if over else files:
        if path.is_file() and path.stat().st_size and not _is_ours(path):
            raise OutputError(
                f"{path} is there already, and somebody else made or saved it; it was left as it is.",
                hint="Name another file, or write over this one with --force.",
            )


def _is_ours(path: Path) -> bool:
    suffix = path.suffix.lower()
    try:
        if suffix in _PAGES:
            with path.open("rb") as file:
                return _PAGE_MARK in file.read(_HEAD)
        if suffix in _OFFICE:
            with zipfile.ZipFile(path) as packed:
                return packed.comment == _MARK
    except (OSError, zipfile.BadZipFile):
        return False
    return True
