"""A program run as a child, and what it took.

In: a command. Out: a `Run`: wall time, CPU time with that of the processes it waited for, memory, exit code, what it printed. The rule:
programs are started from a small process, because on Linux a program's peak memory begins with that of the process that started it.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import threading
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

_SAMPLES_EVERY = 0.25  # s
_MB = 1_000_000


@dataclass(frozen=True)
class Run:
    """Seconds and MB. `largest` is the biggest process, `together` all processes at once (sampled; where Linux tells)."""

    wall: float
    cpu: float
    largest: float
    together: float
    code: int
    output: str
    counts: dict[str, int]  # what the program counted of itself into `VERIFIER_COUNTS`; empty where it counts nothing


def measure(command: Sequence[str], folder: Path) -> Run:
    """Run a program to its end. What its children took counts where it waited for them."""
    output, counts = folder / "output.txt", folder / "counts.json"
    counts.unlink(missing_ok=True)
    environment = {**os.environ, "VERIFIER_COUNTS": str(counts)}
    with output.open("wb") as out:
        started = time.monotonic()
        process = subprocess.Popen(command, stdout=out, stderr=subprocess.STDOUT, env=environment)
        sampler = _Sampler(process.pid)
        sampler.start()
        _, status, used = os.wait4(process.pid, 0)
        wall = time.monotonic() - started
    sampler.end()
    process.returncode = os.waitstatus_to_exitcode(status)
    largest = used.ru_maxrss * (1 if sys.platform == "darwin" else 1024) / _MB
    return Run(
        wall=wall,
        cpu=used.ru_utime + used.ru_stime,
        largest=largest,
        together=max(largest, sampler.most / _MB),
        code=process.returncode,
        output=output.read_text(encoding="utf-8", errors="replace"),
        counts=json.loads(counts.read_text(encoding="utf-8")) if counts.exists() else {},
    )


class _Sampler(threading.Thread):
    """Looks at the memory of a process and its descendants a few times a second; shared pages are counted once."""

    def __init__(self, pid: int) -> None:
        super().__init__(daemon=True)
        self.most = 0
        self._pid, self._ended = pid, threading.Event()

    def run(self) -> None:
        while not self._ended.wait(_SAMPLES_EVERY):
            self.most = max(self.most, sum(map(_memory, _family(self._pid))))

    def end(self) -> None:
        self._ended.set()
        self.join()


def _family(pid: int) -> list[int]:
    found = [pid]
    for one in found:
        for children in Path(f"/proc/{one}/task").glob("*/children"):
            found += map(int, read_system(children).split())
    return found


def _memory(pid: int) -> int:
    """The proportional set size in bytes, 0 where the system does not tell."""
    told = re.search(r"^Pss:\s+(\d+) kB", read_system(Path(f"/proc/{pid}/smaps_rollup")), re.MULTILINE)
    return int(told[1]) * 1024 if told else 0


def read_system(path: Path) -> str:
    """A file of /proc, empty where there is none, or its process has ended meanwhile."""
    try:
        return path.read_text(encoding="utf-8")
    except OSError:
        return ""
