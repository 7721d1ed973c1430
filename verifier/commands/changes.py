"""`verifier changes`: what is different between two checks of an article."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import TYPE_CHECKING, Annotated

import typer

from verifier.clock import utc_now
from verifier.commands import options as o
from verifier.commands.gate import Gate, open_gate
from verifier.commands.printing import Printer, exit_code
from verifier.commands.reading import require_archive
from verifier.commands.report import DocumentName, names_of
from verifier.reports import Kind

if TYPE_CHECKING:
    from verifier.archive.changes import Which

KIND = Kind.CHANGES
_A_DAY = len("2025-06-02")

Since = Annotated[
    str | None,
    typer.Option(
        "--since",
        metavar="RUN",
        show_default=False,
        help="The earlier check: the number of its run, or the newest one of a day (2025-06-02), a moment, or so long ago (7d).",
    ),
]
Until = Annotated[
    str | None,
    typer.Option("--until", metavar="RUN", show_default=False, help="The later check, named in the same way."),
]


def run(
    context: typer.Context,
    document: DocumentName = None,
    *,
    since: Since = None,
    until: Until = None,
    db: o.Database = o.DEFAULT_DATABASE,
    format: Annotated[str, o.format_of(KIND)] = "text",
    output: o.Output = [],
    fail_on: o.FailsOn = [],
    strict: o.Strict = False,
    quiet: o.Quiet = False,
) -> None:
    """Show what is new, changed and fixed between two checks of an article."""
    from verifier.archive import Archive
    from verifier.archive.changes import find_changes
    from verifier.verdicts.changes import weights

    printer = Printer(KIND, format, output, quiet=quiet, inputs=[document] if document else [])
    opened = open_gate(Gate(), context)
    chosen = _chosen(since), _chosen(until)
    require_archive(db)
    with Archive.open(db, now=utc_now, readonly=True) as archive:
        changes = find_changes(
            archive, names_of(document), lambda it: opened(it, archive.decisions(it.document.name)), *chosen
        )
    printer.put(changes)
    raise typer.Exit(exit_code(weights(changes.changes), strict=strict, fail_on=fail_on))


def _chosen(value: str | None) -> Which | None:
    """Which check is meant. Raises BadParameter."""
    if value is None:
        return None
    if re.fullmatch(r"\d{1,7}", value.strip(), re.ASCII):
        return int(value)
    try:
        at = o.parse_since(value, utc_now())
    except typer.BadParameter:
        raise typer.BadParameter(
            f"{value!r} names no check. Write the number of its run, a day (2025-06-02), a moment (2025-06-02T10:00:00Z), or a length of"
            " time (7d)."
        ) from None
    # A day means all of it.
    return at + timedelta(days=1, seconds=-1) if len(value.strip()) == _A_DAY and value.count("-") > 1 else at
