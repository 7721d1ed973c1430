"""`verifier query`: read-only SQL, or a named view, on the archive."""

from __future__ import annotations

from typing import Annotated

import typer

from verifier.clock import utc_now
from verifier.commands import options as o
from verifier.commands.printing import Printer
from verifier.commands.reading import require_archive
from verifier.reports import Kind

KIND = Kind.QUERY

Sql = Annotated[
    str,
    typer.Argument(
        metavar="SQL|VIEW", help="One SELECT, or the name of a view or table (source_status, dead_links, review ...)."
    ),
]
MaxRows = Annotated[
    int, typer.Option("--limit", parser=o.whole(1, 1_000_000), metavar="N", help="The most rows shown.")
]


def run(
    sql: Sql,
    db: o.Database = o.DEFAULT_DATABASE,
    format: Annotated[str, o.format_of(KIND)] = "text",
    limit: MaxRows = 1000,
) -> None:
    """Run read-only SQL, or a named view, on the archive."""
    import sys

    from verifier.archive import Archive

    printer = Printer(KIND, format)
    require_archive(db)
    with Archive.open(db, now=utc_now, readonly=True) as archive:
        result = archive.query(sql, max_rows=limit)
    printer.put(result)
    if result.truncated:
        print(f"hint: only the first {limit} rows are shown; ask for more with --limit.", file=sys.stderr)  # noqa: T201
