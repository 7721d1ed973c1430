"""What a verb reads: articles, and the archive that must be there.

In: what the user named. Out: documents. Raises DocumentError and ArchiveError with a hint.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
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


def _read(
    name: str, send: Callable[[Request], Response | Failure], *, links: bool, data: bytes | None = None
) -> Document:
    from verifier.library import fetch_article, read, read_bytes

    if name == "-":
        return read_bytes(_standard_input() if data is None else data, "standard input", links=links)
    return fetch_article(name, send, links=links) if is_address(name) else read(name, links=links)


def read_targets(
    names: Sequence[str], send: Callable[[Request], Response | Failure], *, links: bool
) -> tuple[list[Document], list[str], list[str]]:
    """What is to be fetched: articles, addresses (given or listed in a file), and the lines of lists without one. Raises DocumentError.

    Of a text without notes and links, such as a list of titles with their addresses, it is the addresses.
    """
    from verifier.lists import addresses_in, find_list

    articles: list[Document] = []
    addresses: list[str] = []
    left_out: list[str] = []
    for name in names:
        data = _short_file(name)
        listed = find_list(data, name) if data else None
        if is_address(name):
            addresses.append(name)
        elif listed is not None:
            addresses += listed.addresses
            left_out += listed.left_out
        else:
            article = _read(name, send, links=links, data=data if name == "-" else None)
            articles += [article] if article.notes else []
            addresses += () if article.notes else addresses_in(block.text for block in article.blocks)
    return articles, addresses, left_out


def _short_file(name: str) -> bytes:
    """The bytes of what may be a list; of a file that is none, or cannot be read, nothing: who reads articles says why."""
    from verifier.lists import LONGEST_LIST

    if name == "-":
        return _standard_input()
    path = Path(name)
    try:
        small = not is_address(name) and path.is_file() and path.stat().st_size <= LONGEST_LIST
        return path.read_bytes() if small else b""
    except (OSError, ValueError):
        return b""


def _standard_input() -> bytes:
    from verifier.documents import LARGEST

    return sys.stdin.buffer.read(LARGEST + 1)


def require_notes(article: Document) -> None:
    """Raise DocumentError where there is nothing to check."""
    if not article.notes:
        raise DocumentError(
            f"No notes were found in {article.name} (read as {article.format}), and no links in its sentences.",
            hint="Run 'verifier extract' on it to see what was read. Looked for were notes that a mark in the text calls, such as [1],"
            " works cited by author and year, and links or addresses in sentences.",
        )


def with_notes(articles: Sequence[Document]) -> tuple[Document, ...]:
    """The articles that hold something to check; that others do not is said on stderr."""
    from verifier.escape import for_terminal

    for article in articles:
        if not article.notes:
            said = f"note: {for_terminal(article.name)} has no notes, and no sentence a link: nothing to check"
            print(said, file=sys.stderr)  # noqa: T201
    return tuple(article for article in articles if article.notes)


def require_archive(path: Path) -> None:
    """Raise ArchiveError where there is no archive to read."""
    if not path.exists():
        raise ArchiveError(
            f"There is no archive {path}.",
            hint="Run 'verifier check' on an article first, or name another file with --db.",
        )
