"""`verifier datasette`: the archive in a browser."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from verifier.clock import utc_now
from verifier.commands import options as o
from verifier.commands.printing import put, write_file
from verifier.commands.reading import require_archive
from verifier.errors import OutputError

MetadataFile = Annotated[
    Path | None,
    typer.Option("--output", "-o", metavar="FILE", help="Write the metadata to a file.", show_default=False),
]
Serve = Annotated[bool, typer.Option("--serve", help="Start Datasette on this machine, with the metadata.")]
Port = Annotated[
    int, typer.Option("--port", parser=o.whole(1, 65_535), metavar="N", help="Where Datasette answers on 127.0.0.1.")
]


def run(
    db: o.Database = o.DEFAULT_DATABASE, output: MetadataFile = None, serve: Serve = False, port: Port = 8001
) -> None:
    """Write Datasette metadata for the archive, or start Datasette with it."""
    import json

    from verifier.archive import Archive

    require_archive(db)
    with Archive.open(db, now=utc_now, readonly=True) as archive:
        text = json.dumps(archive.datasette(), ensure_ascii=False, indent=2) + "\n"
    if output is not None:
        write_file(output, text)
    if serve:
        _serve(db, text, port)
    elif output is None:
        put(text)


def _serve(db: Path, metadata: str, port: int) -> None:
    """Datasette in place of this program, until Ctrl-C. Raises OutputError where it is not installed."""
    import shutil
    import subprocess
    import tempfile

    program = shutil.which("datasette")
    if program is None:
        raise OutputError("Datasette is not installed.", hint="Install it: pipx install datasette.")
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, "metadata.json")
        file.write_text(metadata, encoding="utf-8")
        command = [program, "serve", str(db), "--metadata", str(file), "--host", "127.0.0.1", "--port", str(port)]
        code = subprocess.run(command, check=False).returncode  # noqa: S603 - the program that the user asked for
    raise typer.Exit(code)
