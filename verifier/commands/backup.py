"""`verifier backup`: a copy of the archive, consistent also while a run goes on."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from verifier.commands import options as o
from verifier.commands.printing import put
from verifier.commands.reading import require_archive

Target = Annotated[Path, typer.Argument(metavar="FILE", help="Where the copy goes.")]


def run(target: Target, db: o.Database = o.DEFAULT_DATABASE, *, force: o.Force = False, quiet: o.Quiet = False) -> None:
    """Copy the archive to a file, also while a run goes on."""
    from verifier.archive import back_up
    from verifier.escape import for_terminal

    require_archive(db)
    size = back_up(db, target, over=force)
    if not quiet:
        put(for_terminal(f"{target}: a copy of {db}, {size:,} bytes."))
