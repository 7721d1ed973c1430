"""`verifier show`: what the archive holds for one source."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from verifier.clock import utc_now
from verifier.commands import options as o
from verifier.commands.printing import Printer, put
from verifier.commands.reading import require_archive
from verifier.errors import ArchiveError
from verifier.reports import Kind

if TYPE_CHECKING:
    from verifier.model import Fetch, FetchLine

KIND = Kind.SHOW

Address = Annotated[str, typer.Argument(metavar="URL", help="The address as it was cited.")]
Open = Annotated[
    bool, typer.Option("--open", help="Show the newest readable copy in the browser: as text, without its scripts.")
]
CopyTo = Annotated[
    Path | None,
    typer.Option("--copy", metavar="FILE.html", help="Write that page to a file.", show_default=False),
]
WithText = Annotated[bool, typer.Option("--text", help="Print the newest readable text itself.")]
TimeMap = Annotated[bool, typer.Option("--timemap", help="Print the captures as a TimeMap (RFC 7089, link format).")]
ReplayedAt = Annotated[
    str | None,
    typer.Option(
        "--replayed-at",
        metavar="URL",
        show_default=False,
        help="Of a TimeMap: where a server (pywb) replays the exported captures; else each is named by its SHA-256.",
    ),
]


def run(
    url: Address,
    db: o.Database = o.DEFAULT_DATABASE,
    format: Annotated[str, o.format_of(KIND)] = "text",
    text: WithText = False,
    open: Open = False,
    copy: CopyTo = None,
    force: o.Force = False,
    timemap: TimeMap = False,
    replayed_at: ReplayedAt = None,
) -> None:
    """What the archive holds for one source."""
    from verifier.archive import Archive
    from verifier.escape import for_terminal_text

    printer = Printer(KIND, format)
    require_archive(db)
    with Archive.open(db, now=utc_now, readonly=True) as archive:
        history = archive.history(url)
        asked = text or open or copy is not None
        fetch = archive.latest_fetch(history[0].url, readable=True, bodies=False) if asked and history else None
    if not history:
        raise ArchiveError(
            f"{db} holds nothing for {url}.", hint="Run 'verifier query sources' to see the addresses it holds."
        )
    if timemap:
        _put_timemap(history, replayed_at, db)
        return
    if not asked:
        printer.put(history)
        return
    readable = fetch.readable if fetch else None
    if readable is None:
        raise ArchiveError(f"{db} holds no readable text for {url}.", hint=f"Run 'verifier show {url}' to see why.")
    if text:
        put(for_terminal_text(readable.text))
    if fetch is not None and (open or copy is not None):
        _write_copy(fetch, copy, show=open, over=force)


def _write_copy(fetch: Fetch, path: Path | None, *, show: bool, over: bool) -> None:
    """Write a stored copy as a page of our own, and show it. Raises OutputError."""
    import tempfile
    import webbrowser

    from verifier.atomic import whole_file
    from verifier.binder.copies import copy_of, write_copy
    from verifier.escape import for_terminal

    found = copy_of(fetch)
    assert found is not None, "there is a text to show"
    path = path or Path(tempfile.mkdtemp(prefix="verifier-")) / "copy.html"
    with whole_file(path, over=over) as written:
        written.write_text(write_copy(found), encoding="utf-8", errors="replace")
    put(for_terminal(f"{path}: the stored copy of {fetch.url}."))
    if show and not webbrowser.open(path.resolve().as_uri()):
        print("hint: no browser could be started; open the file yourself.", file=sys.stderr)  # noqa: T201 - the program's own voice


def _put_timemap(history: Sequence[FetchLine], replayed_at: str | None, db: Path) -> None:
    from verifier.reports import timemap

    links = timemap.write(history, replayed_at)
    if not links:
        url = history[0].url
        raise ArchiveError(
            f"{db} holds no capture that shows {url}.", hint=f"Run 'verifier show {url}' to see what its visits showed."
        )
    put(links)
