"""`verifier report`: the newest findings again, in any format; nothing is sent."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Annotated

import typer

from verifier.clock import utc_now
from verifier.commands import options as o
from verifier.commands.gate import Gate, open_gate
from verifier.commands.printing import Printer
from verifier.commands.reading import is_address, require_archive
from verifier.commands.suggesting import Suggesting
from verifier.errors import ArchiveError
from verifier.reports import Kind

KIND = Kind.CHECK

DocumentName = Annotated[
    str | None,
    typer.Argument(
        metavar="DOC", help="The article, named as it was checked; the newest without it.", show_default=False
    ),
]


def names_of(document: str | None) -> list[str | None]:
    """How a document may be called in the archive: as it was typed, by its path from here, by its whole path."""
    if document is None or is_address(document):
        return [document]
    whole = Path(document).resolve()
    near = whole.relative_to(Path.cwd()) if whole.is_relative_to(Path.cwd()) else whole
    return list(dict.fromkeys([document, os.path.normpath(document), str(near), str(whole)]))


def run(
    context: typer.Context,
    document: DocumentName = None,
    db: o.Database = o.DEFAULT_DATABASE,
    format: Annotated[str, o.format_of(KIND)] = "text",
    output: o.Output = [],
    *,
    gate: Gate,
    suggesting: Suggesting,
    force: o.Force = False,
    quiet: o.Quiet = False,
) -> None:
    """Print the newest findings again, in any format."""
    from verifier.archive import Archive

    printer = Printer(KIND, format, output, quiet=quiet, inputs=[document] if document else [], over=force)
    suggesting.require_file(output)
    opened = open_gate(gate, context)
    require_archive(db)
    with Archive.open(db, now=utc_now, readonly=True) as archive:
        found = next(filter(None, map(archive.report, names_of(document))), None)
        decisions = archive.decisions(found.document.name) if found is not None else ()
    if found is None:
        what = f"of {document}" if document else "of any article"
        raise ArchiveError(f"{db} holds no findings {what}.", hint="Run 'verifier check' on the article first.")
    printer.spare([found.document.name])
    reports = (suggesting(opened(found, decisions)),)
    printer.put(reports)
    opened.say(reports, quiet=quiet)
    raise typer.Exit(opened.code(reports))
