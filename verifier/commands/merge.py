"""`verifier merge`: what colleagues, or shards, have archived, in one archive."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from verifier.clock import utc_now
from verifier.commands import options as o
from verifier.commands.printing import Printer
from verifier.commands.progress import show_progress
from verifier.reports import Kind

KIND = Kind.MERGE

Files = Annotated[list[Path], typer.Argument(metavar="FILE", help="Other archives; they are only read.")]


def run(
    files: Files,
    db: o.Database = o.DEFAULT_DATABASE,
    format: Annotated[str, o.format_of(KIND)] = "text",
    output: o.Output = [],
    quiet: o.Quiet = False,
) -> None:
    """Take in other archives, by content and without doubles."""
    from verifier.archive.merging import merge

    printer = Printer(KIND, format, output, quiet=quiet)
    with show_progress(quiet=quiet) as watcher:
        merged = merge(db, files, now=utc_now, progress=watcher.fetched)
    printer.put(merged)
