"""Report formats: a result in, text out. One module a format, one line in FORMATS.

A format's module has a function for each kind of result that it can write, named as the kind: `json.check(reports)`. A module is loaded
only when its format is asked for: a help text, and the suffix of a file, need the line alone.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from importlib import import_module
from typing import Any, Self

__all__ = ["FORMATS", "Format", "Kind", "Told", "find_format", "formats_of", "formatter"]


class Told(bytes):
    """A result in a format, with what whoever asked for it should know of it."""

    said: tuple[str, ...]

    def __new__(cls, content: bytes, said: tuple[str, ...]) -> Self:
        """The bytes, and the lines to say beside them."""
        made = super().__new__(cls, content)
        made.said = said
        return made


Formatter = Callable[[Any], str | bytes]


class Kind(StrEnum):
    """The results that there are to write."""

    CHECK = "check"  # Sequence[Report]
    CHANGES = "changes"  # Changes
    EXTRACT = "extract"  # Sequence[Extraction]
    RECHECK = "recheck"  # RecheckReport
    FETCHED = "fetched"  # Fetched
    SEARCH = "search"  # Sequence[SearchHit]
    SHOW = "show"  # Sequence[FetchLine]
    QUERY = "query"  # QueryResult
    VERIFY = "verify"  # Verification
    MERGE = "merge"  # Merged
    PRUNE = "prune"  # Pruned
    HISTORY = "history"  # History


@dataclass(frozen=True, slots=True)
class Format:
    """A report format: its module, the suffixes of its files, and the kinds of result it can write."""

    module: str
    suffixes: tuple[str, ...]
    kinds: tuple[Kind, ...]


_ALL = tuple(Kind)
FORMATS: dict[str, Format] = {
    "text": Format("verifier.reports.text", (".txt",), _ALL),
    "json": Format("verifier.reports.json", (".json",), _ALL),
    "jsonl": Format("verifier.reports.jsonl", (".jsonl",), (Kind.CHECK, Kind.EXTRACT, Kind.QUERY)),
    "md": Format(
        "verifier.reports.markdown",
        (".md", ".markdown"),
        (Kind.CHECK, Kind.CHANGES, Kind.EXTRACT, Kind.RECHECK, Kind.QUERY, Kind.HISTORY),
    ),
    "html": Format("verifier.reports.html", (".html", ".htm"), (Kind.CHECK, Kind.RECHECK)),
    "csv": Format("verifier.reports.csv", (".csv",), (Kind.CHECK, Kind.EXTRACT, Kind.QUERY)),
    "xlsx": Format("verifier.reports.xlsx", (".xlsx",), (Kind.CHECK,)),
    "docx": Format("verifier.reports.docx", (".docx",), (Kind.CHECK,)),
    "github": Format("verifier.reports.github", (), (Kind.CHECK,)),
    "sarif": Format("verifier.reports.sarif", (".sarif",), (Kind.CHECK,)),
    "junit": Format("verifier.reports.junit", (".xml",), (Kind.CHECK,)),
    "atom": Format("verifier.reports.atom", (".atom",), (Kind.RECHECK,)),
}


def formats_of(kind: Kind) -> list[str]:
    """The names of the formats that can write this kind of result.

    >>> formats_of(Kind.RECHECK)
    ['text', 'json', 'md', 'html', 'atom']
    """
    return [name for name, format_ in FORMATS.items() if kind in format_.kinds]


def find_format(kind: Kind, suffix: str) -> str | None:
    """The format that the suffix of a file names, None where none of this kind does.

    >>> find_format(Kind.CHECK, ".HTM"), find_format(Kind.SHOW, ".htm")
    ('html', None)
    """
    return next((name for name in formats_of(kind) if suffix.lower() in FORMATS[name].suffixes), None)


def formatter(kind: Kind, name: str) -> Formatter:
    """What writes this kind of result in the format of this name. Raises KeyError where there is no such format."""
    if name not in formats_of(kind):
        raise KeyError(name)
    write: Formatter = getattr(import_module(FORMATS[name].module), kind)
    return write
