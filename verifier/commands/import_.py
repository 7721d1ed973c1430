"""`verifier import`: what a reader saved becomes a capture of its source."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from verifier.clock import utc_now
from verifier.commands import options as o
from verifier.commands.printing import Printer
from verifier.reports import Kind

KIND = Kind.FETCHED

Saved = Annotated[
    Path,
    typer.Argument(metavar="FILE", help="Captures (WARC, WACZ), a saved page (HTML, MHTML), or a document (PDF ...)."),
]
Address = Annotated[
    str | None,
    typer.Option(
        "--url",
        metavar="URL",
        show_default=False,
        help="The address of the page; of captures, the only one to take in.",
    ),
]


def run(
    file: Saved,
    *,
    url: Address = None,
    db: o.Database = o.DEFAULT_DATABASE,
    format: Annotated[str, o.format_of(KIND)] = "text",
    output: o.Output = [],
    quiet: o.Quiet = False,
) -> None:
    """Take captures, or a page that you saved, into the archive."""
    from verifier.archive import Archive
    from verifier.child import Reader
    from verifier.workflow.importing import open_import, take_in

    printer = Printer(KIND, format, output, quiet=quiet)
    found = open_import(file, url, now=utc_now)
    with Reader() as reader, Archive.open(db, now=utc_now) as archive:
        taken = take_in(found, archive, reader.read, now=utc_now, arguments=" ".join(filter(None, (file.name, url))))
    printer.put(taken)
