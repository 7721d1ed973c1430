"""`verifier verify`: is everything in the archive as it was put in?"""

from __future__ import annotations

from typing import Annotated

import typer

from verifier.commands import options as o
from verifier.commands.printing import Printer
from verifier.commands.reading import require_archive
from verifier.reports import Kind

KIND = Kind.VERIFY


def run(
    db: o.Database = o.DEFAULT_DATABASE,
    format: Annotated[str, o.format_of(KIND)] = "text",
    output: o.Output = [],
    quiet: o.Quiet = False,
) -> None:
    """Check every hash and reference of the archive; say what is damaged."""
    from verifier.archive import verify

    printer = Printer(KIND, format, output, quiet=quiet)
    require_archive(db)
    found = verify(db)
    printer.put(found)
    raise typer.Exit(int(bool(found.damages)))
