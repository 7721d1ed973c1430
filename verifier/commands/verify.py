"""`verifier verify`: is everything in the archive as it was put in?"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, NoReturn

import typer

from verifier.commands import options as o
from verifier.commands.printing import Printer, put
from verifier.commands.reading import require_archive
from verifier.reports import Kind

KIND = Kind.VERIFY


Package = Annotated[
    Path | None,
    typer.Argument(
        metavar="FILE.zip",
        help="A package that 'verifier export FILE.zip' wrote, in place of the archive.",
        show_default=False,
    ),
]


def run(
    package: Package = None,
    db: o.Database = o.DEFAULT_DATABASE,
    format: Annotated[str, o.format_of(KIND)] = "text",
    output: o.Output = [],
    quiet: o.Quiet = False,
) -> None:
    """Check every hash and reference of the archive, or of a package; say what is damaged."""
    from verifier.archive import verify

    printer = Printer(KIND, format, output, quiet=quiet)
    if package is not None:
        _verify_package(package, quiet=quiet)
    require_archive(db)
    found = verify(db)
    printer.put(found)
    raise typer.Exit(int(bool(found.damages)))


def _verify_package(package: Path, *, quiet: bool) -> NoReturn:
    """Say whether a package is as it was written, and end the run. Raises OutputError where it is none."""
    from verifier.binder.package import check_package
    from verifier.escape import for_terminal

    number, wrong = check_package(package)
    said = wrong or [f"{package}: {number} files, all as they were when it was written."]
    if not quiet:
        put("\n".join(map(for_terminal, said)))
    raise typer.Exit(int(bool(wrong)))
