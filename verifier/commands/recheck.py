"""`verifier recheck`: the weekly look at archived sources; silent where nothing is newly wrong."""

from __future__ import annotations

from dataclasses import replace
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
        help="Only sources not looked at within this time (90s, 12h, 7d); of suspects within half of it, of those that were the same"
        " 4 times in a row within twice, 12 times within four times of it.",
        show_default="6d",
    ),
]  # fmt: skip
Everything = Annotated[
    bool, typer.Option("--all", help="Also list what was told before and is wrong still.", show_default=False)
]
OnlyChanges = Annotated[
    bool,
    typer.Option("--only-changes", help="In JSON, list only sources with news; the text never lists others.", show_default=False),
]  # fmt: skip
Settle = Annotated[
    list[str],
    typer.Option(
        "--settle", metavar="URL", show_default=False,
        help="A person looked: as the source is today, all is well. Closes what is open there and asks nothing. Can be repeated.",
    ),
]  # fmt: skip
Dead = Annotated[
    list[str],
    typer.Option(
        "--dead", metavar="URL", show_default=False,
        help="A person looked: the source is dead, whatever the address answers, until --settle. Asks nothing. Can be repeated.",
    ),
]  # fmt: skip


def run(
    *,
    db: o.Database = o.DEFAULT_DATABASE,
    older_than: OlderThan = timedelta(days=6),
    everything: Everything = False,
    only_changes: OnlyChanges = False,
    settle: Settle = [],
    dead: Dead = [],
    format: Annotated[str, o.format_of(KIND)] = "text",
    output: o.Output = [],
    reach: Reach,
    fail_on: o.FailsOn = [],
    strict: o.Strict = False,
    quiet: o.Quiet = False,
) -> None:
    """Fetch archived sources again; report link rot and content drift."""
    from verifier import workflow
    from verifier.archive import Archive
    from verifier.commands.alone import alone
    from verifier.model import Life
    from verifier.verdicts import severities_of_recheck

    printer = Printer(KIND, format, output, quiet=quiet)
    require_archive(db)
    with alone(db), Archive.open(db, now=utc_now) as archive:
        workflow.require_clock(archive, utc_now())
        for url, life in [*((url, Life.DEAD) for url in dead), *((url, Life.ALIVE) for url in settle)]:
            archive.say(url, life)
        if settle or dead:
            return
        # A timer mails what is printed: a line a minute would be a mail each week.
        with open_network(reach) as network, show_progress(quiet=quiet, elsewhere=False) as watcher:
            report = workflow.recheck(
                archive, network, now=utc_now, older_than=older_than, everything=everything, watcher=watcher
            )
            code = outcome([report], severities_of_recheck(report), strict=strict, fail_on=fail_on)
            archive.end_run(code)
    printer.put(replace(report, sources=(*report.changes, *report.walls)) if only_changes else report)
    raise typer.Exit(code)
