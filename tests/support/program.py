"""The program as a person runs it: another process, with its own folder and streams.

Each run is forked from one process that has loaded the whole program and made a run: a start and a first run cost a second, and the tests
make hundreds. What the start itself is about (what is loaded, in which encoding, what the environment says) is tried in a fresh process.
"""

from __future__ import annotations

import multiprocessing
import os
import pkgutil
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from functools import cache
from multiprocessing.forkserver import ensure_running
from multiprocessing.process import BaseProcess
from pathlib import Path
from types import MappingProxyType

import verifier as package
from support.limits import HANG

COMMAND = [sys.executable, "-m", "verifier"]

_LOADED = [
    __name__,
    *(m.name for m in pkgutil.walk_packages(package.__path__, "verifier.") if m.name != "verifier.__main__"),
    "support.warmed",
]
_processes = multiprocessing.get_context("forkserver")
_processes.set_forkserver_preload(_LOADED)


@cache
def _begin() -> None:
    """Start the process that runs are forked from. It finds `support` by the environment: Python 3.11 does not hand `sys.path` on."""
    before = dict(os.environ)
    os.environ["PYTHONPATH"] = os.pathsep.join([str(Path(__file__).parents[1]), before.get("PYTHONPATH", "")])
    try:
        ensure_running()
    finally:
        os.environ.clear()
        os.environ.update(before)


class Forked:
    """A run that has begun: it meets work and not imports. What it prints stands in `.out` and `.err` of `said`."""

    def __init__(
        self,
        words: Sequence[str],
        folder: Path,
        said: Path,
        stdin: Path = Path(os.devnull),
        environment: Mapping[str, str] = MappingProxyType({}),
    ) -> None:
        _begin()
        self.words, self.said = words, said
        place = (str(folder), str(stdin), str(said))
        self.process: BaseProcess = _processes.Process(
            target=_run, args=(list(words), *place, {**os.environ, **environment}), daemon=False
        )
        self.process.start()

    def end(self) -> subprocess.CompletedProcess[bytes]:
        """Wait for its end; a code below 0 is the signal that ended it."""
        self.process.join(HANG)
        assert self.process.exitcode is not None, f"{self.words} hangs"
        return subprocess.CompletedProcess(self.words, self.process.exitcode, *map(self._read, (".out", ".err")))

    def _read(self, name: str) -> bytes:
        file = self.said / name  # not there where it was killed before it began
        return file.read_bytes() if file.exists() else b""


def _run(words: list[str], folder: str, stdin: str, said: str, environment: dict[str, str]) -> None:
    from verifier import cli  # noqa: PLC0415 - loaded before, in the process that this one is forked from

    os.chdir(folder)
    os.environ.clear()
    os.environ.update(environment)
    new = os.O_WRONLY | os.O_CREAT | os.O_TRUNC
    for name, flags, number in ((stdin, os.O_RDONLY, 0), (f"{said}/.out", new, 1), (f"{said}/.err", new, 2)):
        file = os.open(name, flags, 0o600)
        os.dup2(file, number)
        os.close(file)
    sys.stdin = open(0, closefd=False)  # noqa: SIM115 - multiprocessing had put nothing there
    code = cli.run(words)
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(code)


def verifier(
    *arguments: str | Path, cwd: Path, stdin: bytes = b"", environment: Mapping[str, str] = MappingProxyType({})
) -> subprocess.CompletedProcess[bytes]:
    """Run it to its end; `environment` is added to this process's own."""
    with tempfile.TemporaryDirectory() as said:
        given = Path(said, ".in")
        given.write_bytes(stdin)
        return Forked([str(word) for word in arguments], cwd, Path(said), given, environment).end()


def start_verifier(*arguments: str | Path, cwd: Path) -> subprocess.Popen[bytes]:
    """Start it fresh, and look on."""
    command = [*COMMAND, *map(str, arguments)]
    return subprocess.Popen(command, cwd=cwd, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
