"""`verifier export`: hand the archive on, as captures, a table or a folder of files."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from verifier.clock import utc_now
from verifier.commands import options as o
from verifier.commands.printing import put
from verifier.commands.reading import require_archive

Target = Annotated[
    Path,
    typer.Argument(
        metavar="FILE|FOLDER",
        help="Captures (.warc.gz, .wacz), a row a citation (.csv, .jsonl), or a folder of texts and originals.",
    ),
]
OfDocument = Annotated[
    list[str],
    typer.Option(
        "--document",
        metavar="DOC",
        show_default=False,
        help="Only what this article cites, named as it was checked. Can be repeated.",
    ),
]
OfSource = Annotated[
    list[str], typer.Option("--source", metavar="URL", show_default=False, help="Only this source. Can be repeated.")
]
Since = Annotated[
    str | None,
    typer.Option(
        "--since", metavar="DATE|SPAN", show_default=False, help="Only what was fetched since (2025-06-02, 7d)."
    ),
]


def run(
    target: Target,
    *,
    db: o.Database = o.DEFAULT_DATABASE,
    document: OfDocument = [],
    source: OfSource = [],
    since: Since = None,
    force: o.Force = False,
    quiet: o.Quiet = False,
) -> None:
    """Write what the archive holds as WARC, WACZ, CSV, JSON Lines or files."""
    from verifier.archive import Archive, Selection
    from verifier.escape import for_terminal
    from verifier.workflow.exporting import export

    wanted = Selection(tuple(document), tuple(source), o.parse_since(since, utc_now()) if since else None)
    require_archive(db)
    with Archive.open(db, now=utc_now, readonly=True) as archive:
        made = export(archive, target, wanted, now=utc_now, over=force)
    if not quiet:
        put(for_terminal(f"{made.path}: {made.number} {made.what}."))
