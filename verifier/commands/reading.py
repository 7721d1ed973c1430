"""What a verb reads: articles, and the archive that must be there.

In: what the user named. Out: documents. Raises DocumentError and ArchiveError with a hint.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from verifier.errors import ArchiveError, DocumentError

if TYPE_CHECKING:
    from verifier.model import Document, Failure, Request, Response


def is_address(name: str) -> bool:
    """Whether an argument is an address: anything with a scheme."""
    return "://" in name


def read_document(
    name: str, send: Callable[[Request], Response | Failure], *, links: bool, uncited: bool = False
) -> Document:
    """Read the article: a file, an address, or `-` for standard input. Raises DocumentError.

    With `links` those of its text are read beside its notes, with `uncited` the sentences that nothing reaches are problems.
    """
    document = _read(name, send, links=links)
    if not uncited:
        return document
    from verifier.uncited import add_uncited

    return add_uncited(document)


def _read(name: str, send: Callable[[Request], Response | Failure], *, links: bool) -> Document:
    from verifier.documents import LARGEST
    from verifier.library import fetch_article, read, read_bytes

    if name == "-":
        return read_bytes(sys.stdin.buffer.read(LARGEST + 1), "standard input", links=links)
    return fetch_article(name, send, links=links) if is_address(name) else read(name, links=links)


def require_notes(article: Document) -> None:
    """Raise DocumentError where there is nothing to check."""
    if not article.notes:
        raise DocumentError(
            f"No notes were found in {article.name} (read as {article.format}), and no links in its sentences.",
            hint="Run 'verifier extract' on it to see what was read. Looked for were notes that a mark in the text calls, such as [1],"
            " works cited by author and year, and links or addresses in sentences.",
        )


def require_archive(path: Path) -> None:
    """Raise ArchiveError where there is no archive to read."""
    if not path.exists():
        raise ArchiveError(
            f"There is no archive {path}.",
            hint="Run 'verifier check' on an article first, or name another file with --db.",
        )
