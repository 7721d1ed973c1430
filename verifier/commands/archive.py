"""`verifier archive`: fetch and keep sources, judge nothing."""

from __future__ import annotations

from typing import Annotated

import typer

from verifier.clock import utc_now
from verifier.commands import options as o
from verifier.commands.network import ReachOrNot, open_network
from verifier.commands.printing import Printer, outcome, show_progress
from verifier.commands.reading import is_address, read_document
from verifier.reports import Kind

KIND = Kind.FETCHED

Targets = Annotated[list[str], typer.Argument(metavar="DOC|URL", help="Articles, or addresses of sources.")]


def run(
    targets: Targets,
    *,
    db: o.Database = o.DEFAULT_DATABASE,
    format: Annotated[str, o.format_of(KIND)] = "text",
    output: o.Output = [],
    max_age: o.MaxAge = o.DEFAULT_MAX_AGE,
    reach: ReachOrNot,
    links: o.Links = False,
    strict: o.Strict = False,
    quiet: o.Quiet = False,
) -> None:
    """Fetch and archive sources without judging any claim."""
    from verifier import workflow
    from verifier.archive import Archive
    from verifier.verdicts import severities_of_fetched

    printer = Printer(KIND, format, output, quiet=quiet)
    with open_network(reach) as network:
        addresses = [t for t in targets if is_address(t)]
        articles = [read_document(t, network.send, links=links) for t in targets if not is_address(t)]
        with Archive.open(db, now=utc_now) as archive, show_progress("Fetching", quiet=quiet) as progress:
            archive.begin_run("archive", " ".join(targets))
            fetched = workflow.archive_sources(
                articles, addresses, archive, network, now=utc_now, max_age=max_age, progress=progress
            )
            code = outcome([fetched], severities_of_fetched(fetched), strict=strict)
            archive.end_run(code)
    printer.put(fetched)
    raise typer.Exit(code)
