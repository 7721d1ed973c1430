"""`verifier export`: hand the archive on, as captures, a table or a folder of files."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from verifier.clock import utc_now
from verifier.commands import options as o
from verifier.commands.printing import put
from verifier.commands.reading import require_archive

if TYPE_CHECKING:
    from verifier.archive import Archive, Selection
    from verifier.workflow.exporting import Export

Target = Annotated[
    Path,
    typer.Argument(
        metavar="FILE|FOLDER",
        help="Captures (.warc.gz, .wacz), a row a citation (.csv, .jsonl), an article's evidence (.zip), or a folder of texts and files.",
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
    """Write what the archive holds as WARC, WACZ, CSV, JSON Lines, evidence or files."""
    from verifier.archive import Archive, Selection
    from verifier.escape import for_terminal
    from verifier.workflow.exporting import export

    wanted = Selection(tuple(document), tuple(source), o.parse_since(since, utc_now()) if since else None)
    require_archive(db)
    with Archive.open(db, now=utc_now, readonly=True) as archive:
        made = (
            _export_evidence(archive, target, wanted, over=force)
            if target.name.lower().endswith(".zip")
            else export(archive, target, wanted, now=utc_now, over=force)
        )
    if not quiet:
        put(for_terminal(f"{made.path}: {made.number} {made.what}."))


def _export_evidence(archive: Archive, target: Path, wanted: Selection, *, over: bool) -> Export:
    """The evidence of the one article that was named. Raises BadParameter where none or several were."""
    from verifier.atomic import whole_file
    from verifier.transport.pdf import print_page
    from verifier.workflow.evidence import write_evidence
    from verifier.workflow.exporting import Export

    if len(wanted.documents) != 1 or wanted.sources or wanted.since:
        raise typer.BadParameter("The evidence of an article is asked for with one --document DOC, and nothing else.")
    with whole_file(target, over=over) as written:
        number = write_evidence(archive, written, wanted.documents[0], utc_now(), print_page)
    return Export(str(target), number, "copies of sources")
