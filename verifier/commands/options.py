"""The options that verbs share; they mean the same everywhere."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any

import typer

from verifier.reports import Kind, formats_of

_UNITS = {"s": "seconds", "m": "minutes", "h": "hours", "d": "days", "w": "weeks"}


def parse_duration(value: str | timedelta) -> timedelta:
    """A length of time: a number and one of s, m, h, d, w.

    >>> parse_duration("36h"), parse_duration("0s")
    (datetime.timedelta(days=1, seconds=43200), datetime.timedelta(0))
    """
    if isinstance(value, timedelta):
        return value
    fit = re.fullmatch(r"(\d{1,6})\s*([smhdw])", value.strip().lower(), re.ASCII)
    if fit is None:
        raise typer.BadParameter(
            f"{value!r} is not a length of time. Write a number and a unit: 90s, 30m, 12h, 7d, 2w."
        )
    return timedelta(**{_UNITS[fit[2]]: int(fit[1])})


def whole(least: int, most: int = 1_000_000_000) -> Callable[[str | int], int]:
    """A parser of whole numbers within bounds: what is said of others is the same whatever typer reads options with.

    >>> whole(1, 1000)("40")
    40
    """

    def parse(value: str | int) -> int:
        if not re.fullmatch(r"-?\d{1,12}", str(value).strip(), re.ASCII):
            raise typer.BadParameter(f"{value!r} is no whole number.")
        if not least <= int(value) <= most:
            raise typer.BadParameter(f"{value} is not a number from {least} to {most}.")
        return int(value)

    return parse


def parse_since(value: str, now: datetime) -> datetime:
    """The moment from which on: a day, a moment, or a length of time back from now.

    >>> noon = datetime(2025, 6, 2, 12, tzinfo=UTC)
    >>> str(parse_since("2025-06-01", noon)), str(parse_since("12h", noon))
    ('2025-06-01 00:00:00+00:00', '2025-06-02 00:00:00+00:00')
    """
    try:
        at = datetime.fromisoformat(value.strip())
    except ValueError:
        return now - parse_duration(value)
    return at.astimezone(UTC) if at.tzinfo else at.replace(tzinfo=UTC)


Documents = Annotated[
    list[str],
    typer.Argument(
        metavar="DOC",
        help="The article: a file (text, HTML, Markdown, Word, PDF ...), its address, or - for standard input.",
    ),
]
Database = Annotated[
    Path,
    typer.Option("--db", "-d", envvar="VERIFIER_DB", metavar="FILE", help="The archive.", show_default="archive.db"),
]


def format_of(kind: Kind) -> Any:
    """The option `--format` of a verb whose result is of this kind."""
    return typer.Option("--format", "-f", metavar="NAME", help=f"What is printed: {', '.join(formats_of(kind))}.")


Output = Annotated[
    list[Path],
    typer.Option(
        "--output",
        "-o",
        metavar="FILE",
        help="Write the result to a file too; the format from its suffix. Can be repeated.",
        show_default=False,
    ),
]
MaxAge = Annotated[
    timedelta,
    typer.Option(
        "--max-age",
        parser=parse_duration,
        metavar="SPAN",
        help="Do not ask again what was fetched within this time (90s, 12h, 7d).",
        show_default="1d",
    ),
]
_HOST = re.compile(r"[^\s./:@\[\]]+(?:\.[^\s./:@\[\]]+)*\.?")


def check_hosts(values: list[str]) -> list[str]:
    """Hosts, addresses and networks as they were typed. Raises BadParameter where one is neither.

    >>> check_hosts(["intranet.example", "10.0.0.0/8", "::1"])
    ['intranet.example', '10.0.0.0/8', '::1']
    """
    import ipaddress

    for value in values:
        try:
            ipaddress.ip_network(value, strict=False)
        except ValueError:
            if not _HOST.fullmatch(value):
                raise typer.BadParameter(
                    f"{value!r} is no host (intranet.example), no address (10.0.0.7) and no network (10.0.0.0/8)."
                ) from None
    return values


AllowPrivate = Annotated[
    list[str],
    typer.Option(
        "--allow-private",
        metavar="HOST",
        callback=check_hosts,
        help="A host, address or network (127.0.0.0/8) that may be private. Can be repeated.",
        show_default=False,
    ),
]
Links = Annotated[
    bool,
    typer.Option("--links", help="Look at the links of the text beside its notes, too; without notes they always are."),
]
Uncited = Annotated[
    bool,
    typer.Option(
        "--uncited", help="List sentences with a quotation, a number or a superlative that no note reaches, too."
    ),
]


class FailOn(StrEnum):
    """What makes a run fail, beside problems."""

    PROBLEM = "problem"
    LOOK = "look"
    CANNOT_TELL = "cannot-tell"


FailsOn = Annotated[
    list[FailOn],
    typer.Option(
        "--fail-on",
        help="Exit 1 where there are problems (always), where a person should look, or where nobody could tell. Can be repeated.",
        show_default="problem",
    ),
]
Strict = Annotated[bool, typer.Option("--strict", help="Exit 1 also where nobody could tell: --fail-on cannot-tell.")]
AllowEmpty = Annotated[
    bool,
    typer.Option(
        "--allow-empty", help="An article without notes and links is passed over; without this it ends the run."
    ),
]
Force = Annotated[bool, typer.Option("--force", help="Write over a file that is there.")]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="Print nothing; the exit code says it.")]

DEFAULT_DATABASE = Path("archive.db")
DEFAULT_MAX_AGE = timedelta(days=1)
