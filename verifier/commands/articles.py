"""The articles that a user named: files, folders, patterns, addresses. In: names. Out: documents, and what was left out and why.

The rule of this file: one bad input never stops the others. Of a single article that cannot be read the error is raised as it is.
"""

from __future__ import annotations

import glob
import os
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from verifier.commands.reading import is_address, require_notes
from verifier.errors import DocumentError

if TYPE_CHECKING:
    from verifier.model import Document

_PATTERN = frozenset("*?[")
# Folders in which nobody writes articles.
_PASSED = frozenset(["node_modules", "__pycache__", "venv", "site-packages"])
# What office programs keep beside a file that is open.
_LOCKS = ("~$", ".~lock.")
_NAMED = 3  # that an error names


@dataclass(frozen=True, slots=True)
class LeftOut:
    """What could not be read, or holds nothing to look at, and why; `named`: by the user himself, and not read."""

    name: str
    reason: str
    named: bool

    def __str__(self) -> str:
        """The name and the reason, the name once."""
        return f"{self.name}: {self.reason.removeprefix(self.name).lstrip(': ')}"


@dataclass(frozen=True, slots=True)
class Articles:
    """What was read. `many`: several were meant, however many there are."""

    found: tuple[Document, ...]
    left_out: tuple[LeftOut, ...]
    many: bool

    @property
    def complete(self) -> bool:
        """Whether everything that the user named himself could be read."""
        return not any(one.named for one in self.left_out)


def read_articles(names: Sequence[str], read: Callable[[str], Document], *, noted: bool = True) -> Articles:
    """Read what was named; `noted`: what cites nothing is left out. Raises DocumentError where nothing is there to look at."""
    many = len(names) > 1 or any(_is_several(name) for name in names)
    found: list[Document] = []
    left_out: list[LeftOut] = []
    for name, own in _each(names):
        try:
            article = read(name)
        except DocumentError as error:
            if not many:
                raise
            left_out.append(LeftOut(name, str(error), named=own and not Path(name).name.startswith(_LOCKS)))
            continue
        if article.notes or not noted:
            found.append(article)
        elif many:
            left_out.append(
                LeftOut(
                    name,
                    f"No notes were found in it (read as {article.format}), and no links in its sentences.",
                    named=False,
                )
            )
        else:
            require_notes(article)
    if not found:
        raise _nothing(names, left_out)
    return Articles(tuple(found), tuple(left_out), many)


def _is_several(name: str) -> bool:
    """Whether a name stands for several files: a folder, or a pattern that no shell has filled in."""
    if is_address(name) or name == "-":
        return False
    return Path(name).is_dir() or (not _PATTERN.isdisjoint(name) and not Path(name).exists())


def _each(names: Iterable[str]) -> Iterator[tuple[str, bool]]:
    """Each file or address once, and whether the user named it himself."""
    seen: set[str] = set()
    for name in names:
        several = _is_several(name)
        for one in _several(name) if several else [name]:
            key = one if is_address(one) or one == "-" else os.path.normcase(os.path.realpath(one))
            if key not in seen:
                seen.add(key)
                yield one, not several


def _several(name: str) -> Iterator[str]:
    """The files that a folder or a pattern stands for."""
    if Path(name).is_dir():
        yield from _in_folder(name)
        return
    for one in sorted(glob.glob(name, recursive=True)):  # noqa: PTH207 - a pattern may begin with a root or ..
        yield from _in_folder(one) if Path(one).is_dir() else [one]


def _in_folder(name: str) -> Iterator[str]:
    """The files of a folder, and of the folders in it, that an article may be; hidden ones are passed."""
    from verifier.documents import SUFFIXES

    for folder, inner, files in os.walk(name):
        inner[:] = sorted(one for one in inner if one not in _PASSED and not one.startswith("."))
        for file in sorted(files):
            if Path(file).suffix.lower() in SUFFIXES and not file.startswith((".", *_LOCKS)):
                yield str(Path(folder, file))


def _nothing(names: Sequence[str], left_out: Sequence[LeftOut]) -> DocumentError:
    if not left_out:
        return DocumentError(
            f"There is no article in {', '.join(names[:_NAMED])}.",
            hint="Name a file, a folder that holds some (text, HTML, Markdown, Word, PDF ...), or an address.",
        )
    said = "; ".join(str(one) for one in left_out[:_NAMED])
    more = f"; and {len(left_out) - _NAMED} more" if len(left_out) > _NAMED else ""
    return DocumentError(
        f"Nothing was found to look at. Left out: {said}{more}",
        hint="Run 'verifier extract' on one of them to see what was read.",
    )


def show_left_out(articles: Articles) -> None:
    """Say on stderr what was left out, and why."""
    from verifier.escape import for_terminal

    for one in articles.left_out:
        print(for_terminal(f"left out: {one}"), file=sys.stderr)  # noqa: T201 - the program's own voice
