"""`verifier schedule`: print what runs the program by itself."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated

import typer

from verifier.commands import options as o
from verifier.commands.printing import put, write_file
from verifier.errors import OutputError, SettingsError
from verifier.redact import redact
from verifier.schedules import ELSEWHERE, SCHEDULES, Job, parse_time

_ORIGIN = "Say it: --install 'git+https://HOST/OWNER/verifier@VERSION'."

Which = Annotated[str, typer.Argument(metavar="|".join(SCHEDULES), help="What is to run it.")]
Articles = Annotated[
    list[str], typer.Argument(metavar="DOC", help="The articles of the repository (github, gitlab).", show_default="docs/*.md")
]  # fmt: skip
When = Annotated[
    str, typer.Option("--at", metavar="TIME", help="The day and the time, or the time of each day: mon 06:17, 06:17.")
]
Install = Annotated[
    str | None,
    typer.Option(
        "--install", metavar="WHAT", help="What pip installs there, where this installation does not tell it.", show_default=False
    ),
]  # fmt: skip
Into = Annotated[
    Path | None,
    typer.Option("--into", metavar="FOLDER", help="Write the files into this folder, print nothing.", show_default=False),
]  # fmt: skip


def run(
    which: Which,
    articles: Articles = ["docs/*.md"],
    *,
    db: o.Database = o.DEFAULT_DATABASE,
    at: When = "mon 06:17",
    install: Install = None,
    into: Into = None,
    force: o.Force = False,
) -> None:
    """Print a cron line, systemd units or a CI job."""
    if which not in SCHEDULES:
        raise typer.BadParameter(f"There is no schedule {which!r}. There are: {', '.join(SCHEDULES)}.")
    try:
        day, hour, minute = parse_time(at)
    except ValueError:
        raise typer.BadParameter(
            f"{at!r} is not a time. Write a day and a time, or a time alone: mon 06:17, 06:17."
        ) from None
    wanted = (install or _find_origin()) if which in ELSEWHERE else ""
    program = (sys.executable, "-m", "verifier")
    job = Job(program, str(db.absolute()), str(Path.cwd()), wanted, tuple(articles), day, hour, minute)
    files = SCHEDULES[which](job)
    if into is not None:
        _write(files, into, force=force)
    else:
        put("\n".join(f"# {name}\n{text}" if len(files) > 1 else text for name, text in files.items()))


def _write(files: Mapping[str, str], folder: Path, *, force: bool) -> None:
    """Write the files. Raises OutputError where one is there, or cannot be written."""
    for name, text in files.items():
        if (folder / name).exists() and not force:
            raise OutputError(
                f"{folder / name} is there already.", hint="Name another folder, or write over it: --force."
            )
        write_file(folder / name, text)


def _find_origin() -> str:
    """What this installation came from, as pip wrote it down (PEP 610). Raises SettingsError where no other machine can have it."""
    import json
    from importlib.metadata import PackageNotFoundError, distribution

    try:
        origin = json.loads(distribution("verifier").read_text("direct_url.json") or "{}")
    except (PackageNotFoundError, ValueError):
        origin = {}
    vcs = origin.get("vcs_info", {})
    if not vcs:
        raise SettingsError(
            "What pip is to install on the other machine is not known: this verifier came from a folder of this one.",
            hint=_ORIGIN,
        )
    return f"{vcs['vcs']}+{redact(origin['url'])}@{vcs['commit_id']}"
