"""`verifier report`: the newest findings again, in any format; nothing is sent."""

from __future__ import annotations

from typing import Annotated

import typer

from verifier.clock import utc_now
from verifier.commands import options as o
from verifier.commands import session
from verifier.errors import ArchiveError

NAME = "report"
HELP = "Print the newest findings again, in any format."

DocumentName = Annotated[
    str | None,
    typer.Argument(
        metavar="[DOC]", help="The article, named as it was checked; the newest without it.", show_default=False
    ),
]


def run(
    document: DocumentName = None,
    db: o.Database = o.DEFAULT_DATABASE,
    format: o.CheckFormat = "text",
    output: o.Output = [],
    strict: o.Strict = False,
    quiet: o.Quiet = False,
) -> None:
    """Print the newest findings again, in any format."""
    from verifier.archive import Archive
    from verifier.reports import CHECK, severities

    printer = session.formatter(CHECK, format)
    writers = [(path, session.by_suffix(CHECK, path)) for path in output]
    session.require_archive(db)
    with Archive.open(db, now=utc_now, readonly=True) as archive:
        found = archive.report(document)
    if found is None:
        what = f"of {document}" if document else "of any article"
        raise ArchiveError(f"{db} holds no findings {what}.", hint="Run 'verifier check' on the article first.")
    for path, writer in writers:
        session.write(path, writer((found,)))
    if not quiet:
        session.put(printer((found,)))
    raise typer.Exit(session.outcome([found], severities(found), strict=strict))
