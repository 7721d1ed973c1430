"""`verifier prune`: drop old captures that nothing rests on."""

from __future__ import annotations

from datetime import timedelta
from typing import Annotated

import typer

from verifier.clock import utc_now
from verifier.commands import options as o
from verifier.commands.printing import Printer
from verifier.commands.reading import require_archive
from verifier.reports import Kind

KIND = Kind.PRUNE

Keep = Annotated[
    int | None,
    typer.Option(
        "--keep",
        parser=o.whole(1),
        metavar="N",
        show_default=False,
        help="Keep the newest N different captures of each source.",
    ),
]
OlderThan = Annotated[
    timedelta | None,
    typer.Option(
        "--older-than",
        parser=o.parse_duration,
        metavar="SPAN",
        show_default=False,
        help="Drop only what was captured longer ago than this (90d, 52w).",
    ),
]
Apply = Annotated[bool, typer.Option("--yes", "--apply", help="Do it; without this, only say what would go.")]


def run(
    *,
    keep: Keep = None,
    older_than: OlderThan = None,
    apply: Apply = False,
    db: o.Database = o.DEFAULT_DATABASE,
    format: Annotated[str, o.format_of(KIND)] = "text",
    output: o.Output = [],
    quiet: o.Quiet = False,
) -> None:
    """Drop old captures that nothing rests on; first say which."""
    from verifier.archive.pruning import PruneRule, prune

    if keep is None and older_than is None:
        raise typer.BadParameter("Say which captures may go: by --keep N, by --older-than SPAN, or by both.")
    printer = Printer(KIND, format, output, quiet=quiet)
    require_archive(db)
    before = None if older_than is None else utc_now() - older_than
    printer.put(prune(db, PruneRule(keep, before), apply=apply, now=utc_now))
