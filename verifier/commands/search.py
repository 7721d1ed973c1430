"""`verifier search`: full-text search of all archived sources."""

from __future__ import annotations

from datetime import datetime
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
    typer.Argument(
        metavar="WORDS",
        help="Words that must all stand in the text; in quotation marks, in this order; with * behind, beginnings of words.",
    ),
]
Document = Annotated[
    str | None,
    typer.Option("--document", metavar="DOC", help="Only sources that this article cites.", show_default=False),
]
Since = Annotated[
    datetime | None,
    typer.Option("--since", formats=["%Y-%m-%d"], help="Only texts fetched on this day or later.", show_default=False),
]
Limit = Annotated[int, typer.Option("--limit", parser=o.whole(1, 1000), metavar="N", help="The most results shown.")]


def run(
    words: Words,
    db: o.Database = o.DEFAULT_DATABASE,
    format: Annotated[str, o.format_of(KIND)] = "text",
    document: Document = None,
    since: Since = None,
    limit: Limit = 20,
) -> None:
    """Search the text of all archived sources."""
    from verifier.archive import Archive

    printer = Printer(KIND, format)
    require_archive(db)
    with Archive.open(db, now=utc_now, readonly=True) as archive:
        hits = archive.search(" ".join(words), limit, document, since)
    printer.put(hits)
