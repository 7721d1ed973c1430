"""`verifier search`: full-text search of all archived sources."""

from __future__ import annotations

from typing import Annotated

import typer

from verifier.clock import utc_now
from verifier.commands import options as o
from verifier.commands.printing import Printer
from verifier.commands.reading import require_archive
from verifier.reports import Kind

KIND = Kind.SEARCH

Words = Annotated[
    list[str],
    typer.Argument(metavar="WORDS", help="Words that must all stand in the text; in quotation marks, in this order."),
]
Limit = Annotated[int, typer.Option("--limit", min=1, max=1000, help="The most results shown.")]


def run(
    words: Words,
    db: o.Database = o.DEFAULT_DATABASE,
    format: Annotated[str, o.format_of(KIND)] = "text",
    limit: Limit = 20,
) -> None:
    """Search the text of all archived sources."""
    from verifier.archive import Archive

    printer = Printer(KIND, format)
    require_archive(db)
    with Archive.open(db, now=utc_now, readonly=True) as archive:
        hits = archive.search(" ".join(words), limit)
    printer.put(hits)
