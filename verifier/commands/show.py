"""`verifier show`: what the archive holds for one source."""

from __future__ import annotations

from typing import Annotated

import typer

from verifier.clock import utc_now
from verifier.commands import options as o
from verifier.commands.printing import Printer, put
from verifier.commands.reading import require_archive
from verifier.errors import ArchiveError
from verifier.reports import Kind

KIND = Kind.SHOW

Address = Annotated[str, typer.Argument(metavar="URL", help="The address as it was cited.")]
WithText = Annotated[bool, typer.Option("--text", help="Print the newest readable text itself.")]


def run(
    url: Address,
    db: o.Database = o.DEFAULT_DATABASE,
    format: Annotated[str, o.format_of(KIND)] = "text",
    text: WithText = False,
) -> None:
    """What the archive holds for one source."""
    from verifier.archive import Archive
    from verifier.escape import for_terminal_text

    printer = Printer(KIND, format)
    require_archive(db)
    with Archive.open(db, now=utc_now, readonly=True) as archive:
        history = archive.history(url)
        fetch = archive.latest_fetch(history[0].url, readable=True, bodies=False) if text and history else None
    if not history:
        raise ArchiveError(
            f"{db} holds nothing for {url}.", hint="Run 'verifier query sources' to see the addresses it holds."
        )
    if not text:
        printer.put(history)
        return
    readable = fetch.readable if fetch else None
    if readable is None:
        raise ArchiveError(f"{db} holds no readable text for {url}.", hint=f"Run 'verifier show {url}' to see why.")
    put(for_terminal_text(readable.text))
