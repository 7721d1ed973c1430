"""`verifier recheck`: the weekly look at archived sources; silent where nothing is newly wrong."""

from __future__ import annotations

from datetime import timedelta
from typing import Annotated

import typer

from verifier.clock import utc_now
from verifier.commands import options as o
from verifier.commands.network import Reach, open_network
from verifier.commands.printing import Printer, outcome
from verifier.commands.progress import show_progress
from verifier.commands.reading import require_archive
from verifier.reports import Kind

KIND = Kind.RECHECK

OlderThan = Annotated[
    timedelta,
    typer.Option(
        "--older-than", "--max-age", parser=o.parse_duration, metavar="SPAN",
        help="Only sources not looked at within this time (90s, 12h, 7d).", show_default="6d",
    ),
]  # fmt: skip


def run(
    *,
    db: o.Database = o.DEFAULT_DATABASE,
    older_than: OlderThan = timedelta(days=6),
    format: Annotated[str, o.format_of(KIND)] = "text",
    output: o.Output = [],
    reach: Reach,
    strict: o.Strict = False,
    quiet: o.Quiet = False,
) -> None:
    """Fetch archived sources again; report link rot and content drift."""
    from verifier import workflow
    from verifier.archive import Archive
    from verifier.verdicts import severities_of_recheck

    printer = Printer(KIND, format, output, quiet=quiet)
    require_archive(db)
    with (
        Archive.open(db, now=utc_now) as archive,
        open_network(reach) as network,
        show_progress(quiet=quiet) as watcher,
    ):
        archive.begin_run("recheck", "")
        report = workflow.recheck(archive, network, now=utc_now, older_than=older_than, watcher=watcher)
        code = outcome([report], severities_of_recheck(report), strict=strict)
        archive.end_run(code)
    printer.put(report)
    raise typer.Exit(code)
