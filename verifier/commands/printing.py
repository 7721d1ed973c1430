"""What a run tells: its result on stdout and in files, its exit code.

In: a result of one kind, and the formats that were asked for. The rule: a format or a folder that there is not is said before anything else
is done.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

import typer

from verifier.atomic import whole_file
from verifier.commands.options import FailOn
from verifier.commands.sparing import seal, spare_work
from verifier.errors import OutputError
from verifier.reports import FORMATS, Kind, Told, find_format, formats_of, formatter

if TYPE_CHECKING:
    from verifier.model import Severity


_SHOWN = 5  # lines of a list that were left out


class Printer:
    """Prints results of one kind in a format, and writes them to files, each in the format of its suffix."""

    def __init__(
        self,
        kind: Kind,
        name: str,
        files: Sequence[Path] = (),
        *,
        quiet: bool = False,
        inputs: Sequence[str] = (),
        over: bool = True,
    ) -> None:
        """Raises BadParameter where a format is none of this kind, OutputError where a file has no folder or is one of the `inputs`.

        Without `over` also where it is somebody's work.
        """
        if name not in formats_of(kind):
            raise typer.BadParameter(f"There is no format {name!r} here. There are: {', '.join(formats_of(kind))}.")
        self.formats = (name, *(_format_of(kind, path) for path in files))
        self._quiet = quiet
        self._format = None if quiet else formatter(kind, name)
        self._files = [(path, formatter(kind, _format_of(kind, path))) for path in files]
        self.spare(inputs)
        for path in files:
            if not path.parent.is_dir():
                raise OutputError(
                    f"{path} cannot be written: there is no folder {path.parent}.",
                    hint="Make the folder, or name another file.",
                )
        spare_work(files, over=over)

    def spare(self, names: Iterable[str]) -> None:
        """Raise OutputError where a file that is to be written is one of these articles: a folder or a pattern may hold it, too."""
        read = {Path(name).resolve() for name in names if "://" not in name and name != "-"}
        for path, _ in self._files:
            if path.resolve() in read:
                raise OutputError(
                    f"{path} is the article itself, and is left as it is.",
                    hint=f"Name another file: -o {path.stem}.report{path.suffix}.",
                )

    def put(self, result: object) -> None:
        """Write the files, then print."""
        for path, write in self._files:
            write_file(path, self._hear(write(result), f"{path}: "))
        if self._format is not None:
            put(self._hear(self._format(result)))

    def _hear(self, made: str | bytes, where: str = "") -> str | bytes:
        """What a format made; what it tells is said on stderr."""
        if isinstance(made, Told) and not self._quiet:
            from verifier.escape import for_terminal

            for line in made.said:
                print(for_terminal(f"note: {where}{line}"), file=sys.stderr)  # noqa: T201 - beside the result
        return made


def _format_of(kind: Kind, path: Path) -> str:
    name = find_format(kind, path.suffix)
    if name is None:
        suffixes = ", ".join(suffix for name in formats_of(kind) for suffix in FORMATS[name].suffixes[:1])
        raise typer.BadParameter(f"{path}: the suffix does not name a format. There are: {suffixes}.")
    return name


def write_file(path: Path, content: str | bytes) -> None:
    """Write a file whole or not at all. Raises OutputError."""
    with whole_file(path, over=True) as written:
        written.write_bytes(content.encode("utf-8", "replace") if isinstance(content, str) else seal(path, content))


def put(content: str | bytes) -> None:
    """Print a result on stdout, in UTF-8 whatever the terminal believes."""
    data = content.encode("utf-8", "replace") if isinstance(content, str) else content
    try:
        sys.stdout.buffer.write(data if data.endswith(b"\n") or not data else data + b"\n")
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        # What is still in the buffer would fail again, with a traceback, when Python ends.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        reason = f"The result cannot be printed: {error.strerror or error}."
        raise OutputError(reason, hint="Look at where the output goes, and at the space left there.") from None


def show_left_out(lines: Sequence[str]) -> None:
    """Say on stderr which lines of a list were left out."""
    from verifier.escape import for_terminal

    shown = "; ".join(for_terminal(line.strip()[:60]) for line in lines[:_SHOWN])
    more = f"; and {len(lines) - _SHOWN} more" if len(lines) > _SHOWN else ""
    print(f"hint: left out, for no address stands alone in them: {shown}{more}", file=sys.stderr)  # noqa: T201


def exit_code(severities: Sequence[Severity], *, strict: bool, fail_on: Sequence[FailOn]) -> int:
    """1 where there is a problem, or what else makes this run fail; else 0."""
    from verifier.model import Severity

    bad = {Severity.PROBLEM}
    if strict or FailOn.CANNOT_TELL in fail_on:
        bad.add(Severity.CANNOT_TELL)
    if FailOn.LOOK in fail_on:
        bad.add(Severity.WARNING)
    return int(any(s in bad for s in severities))


class Outcome(Protocol):
    """What every result of a run tells of the run itself."""

    @property
    def finished(self) -> bool:
        """False where the run was cut short."""

    @property
    def looked(self) -> bool:
        """False where nothing could be looked at."""


def outcome(
    results: Sequence[Outcome], severities: Sequence[Severity], *, strict: bool, fail_on: Sequence[FailOn] = ()
) -> int:
    """The exit code of a run: 130 interrupted, 3 nothing could be looked at, 1 problems, 0 none."""
    if not all(r.finished for r in results):
        return 130
    if not any(r.looked for r in results):
        return 3
    return exit_code(severities, strict=strict, fail_on=fail_on)
