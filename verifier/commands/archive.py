"""`verifier archive`: fetch and keep sources, judge nothing."""

from __future__ import annotations

from typing import Annotated

import typer

from verifier.clock import utc_now
from verifier.commands import options as o
from verifier.commands.network import ReachOrNot, open_network
from verifier.commands.printing import Printer, outcome, show_left_out
from verifier.commands.progress import show_progress
from verifier.commands.reading import read_targets
from verifier.errors import DocumentError
from verifier.reports import Kind

KIND = Kind.FETCHED

Targets = Annotated[
    list[str],
    typer.Argument(
        metavar="DOC|URL",
        help="Articles, addresses of sources, or lists of them: a file with one on each line, a CSV, - for standard input.",
    ),
]


def run(
    targets: Targets,
    *,
    db: o.Database = o.DEFAULT_DATABASE,
    format: Annotated[str, o.format_of(KIND)] = "text",
    output: o.Output = [],
    max_age: o.MaxAge = o.DEFAULT_MAX_AGE,
    reach: ReachOrNot,
    links: o.Links = False,
    fail_on: o.FailsOn = [],
    strict: o.Strict = False,
    quiet: o.Quiet = False,
) -> None:
    """Fetch and archive sources without judging any claim."""
    from verifier import workflow
    from verifier.archive import Archive
    from verifier.verdicts import severities_of_fetched

    printer = Printer(KIND, format, output, quiet=quiet)
    with open_network(reach) as network:
        articles, addresses, left_out = read_targets(targets, network.send, links=links)
        with Archive.open(db, now=utc_now) as archive, show_progress(quiet=quiet) as watcher:
            archive.begin_run("archive", " ".join(targets))
            fetched = workflow.archive_sources(
                articles, addresses, archive, network, now=utc_now, max_age=max_age, watcher=watcher
            )
            code = (
                outcome([fetched], severities_of_fetched(fetched), strict=strict, fail_on=fail_on)
                if fetched.fetches
                else 2
            )
            archive.end_run(code)
    if not fetched.fetches and fetched.finished:
        raise _nothing_named()
    printer.put(fetched)
    if left_out and not quiet:
        show_left_out(left_out)
    raise typer.Exit(code)


def _nothing_named() -> DocumentError:
    return DocumentError(
        "No addresses were found in what was named.",
        hint="Name an article with notes, a list with an address on each line, or addresses themselves.",
    )
