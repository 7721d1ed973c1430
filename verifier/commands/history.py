"""`verifier history`: what happened to a source, and what is different between two of its captures."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Annotated

import typer

from verifier.clock import utc_now
from verifier.commands import options as o
from verifier.commands.printing import Printer
from verifier.commands.reading import require_archive
from verifier.reports import Kind

if TYPE_CHECKING:
    from verifier.workflow.history import Choice

KIND = Kind.HISTORY

Address = Annotated[str, typer.Argument(metavar="URL", help="The address as it was cited.")]
From = Annotated[
    str | None,
    typer.Option(
        "--from",
        metavar="CAPTURE",
        show_default=False,
        help="The earlier capture: the one of this day (2025-06-02) or moment, or the beginning of its SHA-256.",
    ),
]
To = Annotated[
    str | None,
    typer.Option("--to", metavar="CAPTURE", show_default=False, help="The later capture, named in the same way."),
]


def run(
    url: Address,
    *,
    from_: From = None,
    to: To = None,
    db: o.Database = o.DEFAULT_DATABASE,
    format: Annotated[str, o.format_of(KIND)] = "text",
    output: o.Output = [],
) -> None:
    """Show the visits to a source, and how its text changed."""
    from verifier.archive import Archive
    from verifier.workflow.history import look_back

    printer = Printer(KIND, format, output)
    since, until = _chosen(from_), _chosen(to)
    require_archive(db)
    with Archive.open(db, now=utc_now, readonly=True) as archive:
        history = look_back(archive, url, since, until)
    printer.put(history)


def _chosen(value: str | None) -> Choice | None:
    from verifier.workflow.history import is_hash

    if value is None or (not re.fullmatch(r"\d{8}", value) and is_hash(value.lower())):
        return value and value.lower()
    try:
        at = datetime.fromisoformat(value.strip())
    except ValueError:
        raise typer.BadParameter(
            f"{value!r} names no capture. Write a day (2025-06-02), a moment (2025-06-02T10:00:00Z), or the"
            " first six or more digits of its SHA-256."
        ) from None
    at = at.astimezone(UTC) if at.tzinfo else at.replace(tzinfo=UTC)
    # A day means all of it.
    return at + timedelta(days=1, seconds=-1) if len(value.strip()) <= len("2025-06-02") else at
