"""`verifier review`: the article beside its sources, in the browser; decisions by key or mouse."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from verifier.clock import utc_now
from verifier.commands import options as o
from verifier.commands.decide import By, login
from verifier.commands.gate import Gate, open_gate
from verifier.commands.printing import put
from verifier.commands.reading import require_archive
from verifier.commands.report import DocumentName, names_of
from verifier.errors import ArchiveError, OutputError


def run(
    context: typer.Context,
    document: DocumentName = None,
    *,
    db: o.Database = o.DEFAULT_DATABASE,
    port: Annotated[
        int, typer.Option("--port", parser=o.whole(0, 65_535), metavar="N", help="The port.", show_default="a free one")
    ] = 0,
    by: By = None,
    open: Annotated[
        bool, typer.Option("--open/--no-open", help="Show the page in the browser, or only print its address.")
    ] = True,
) -> None:
    """Show the article beside its sources in the browser, and decide there."""
    name = _find(db, document)
    try:
        from verifier.review.app import Review, make_app
        from verifier.review.guard import Guard
        from verifier.review.server import bind, make_server
    except ModuleNotFoundError as error:
        raise OutputError(
            f"The review page needs Starlette and uvicorn, and {error.name} is not installed.",
            hint="Install them: pipx inject verifier starlette uvicorn, or with pip: pip install starlette uvicorn.",
        ) from None
    bound = bind(port)
    guard = Guard.make(bound.getsockname()[1])
    server = make_server(make_app(Review(db, name, by or login(), utc_now, open_gate(Gate(), context)), guard))
    _announce(name, guard.address, show=open)
    try:
        server.run(sockets=[bound])
    except KeyboardInterrupt:
        print("The review is ended; what was decided is kept.", file=sys.stderr)  # noqa: T201 - the program's own voice
    finally:
        bound.close()


def _find(db: Path, document: str | None) -> str:
    """The article as the archive calls it. Raises ArchiveError where it was never checked."""
    from verifier.archive import Archive

    require_archive(db)
    with Archive.open(db, now=utc_now) as archive:  # to write: what cannot be written is said now
        lines = next(filter(None, map(archive.checks, names_of(document))), None)
    if not lines:
        what = f"of {document}" if document else "of any article"
        raise ArchiveError(f"{db} holds no findings {what}.", hint="Run 'verifier check' on the article first.")
    return lines[0].document


def _announce(name: str, address: str, *, show: bool) -> None:
    import webbrowser

    from verifier.escape import for_terminal

    put(f"Review of {for_terminal(name)}: {address}")
    print("It is open to this machine alone. Ctrl-C ends it.", file=sys.stderr)  # noqa: T201 - the program's own voice
    if show and not webbrowser.open(address):
        print("hint: no browser could be started; open the address yourself.", file=sys.stderr)  # noqa: T201 - the program's own voice
