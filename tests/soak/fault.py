"""The disk says no: each call that the archive's file and its journal need fails once, or from some time on.

Afterwards the archive is sound and holds what was committed, the program ended 2 with one clear error, and the same command ends well on the
same archive. The faults are put in by strace (`-e inject`), which must be installed.
"""

from __future__ import annotations

import os
import random
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from ground import (
    OLD_ARCHIVES,
    REACH,
    ROOT,
    Ended,
    Figures,
    addresses,
    drive,
    run,
    site,
    visited,
    write_article,
)
from support.limits import HANG
from support.program import COMMAND
from support.sites import Site

KINDS = ("damaged", "lost", "doubled", "orphaned", "unclear", "ended badly")
_PAGES = 12
# What the system answers, and to which calls.
FAULTS = {
    "ENOSPC": "pwrite64 ftruncate",
    "EDQUOT": "pwrite64",
    "EIO": "pread64 pwrite64 fsync fdatasync ftruncate unlink",
    "EACCES": "openat unlink",
    "EROFS": "openat unlink ftruncate pwrite64",
}
# How many such calls a short run makes: the fault comes at one of them.
_CALLS = {"openat": 4, "unlink": 3, "ftruncate": 1, "pread64": 30, "fsync": 2, "fdatasync": 6, "pwrite64": 40}
_CHECK = ("check", "article.txt", *REACH, "-f", "json")
_IMPORT = ("import", "page.html", "--url", "https://port.example/page")
VERBS = {"check": _CHECK, "check an old archive": _CHECK, "import": _IMPORT, "backup": ("backup", "copy.db", "--force")}


def rounds(figures: Figures, count: int, folder: Path) -> None:
    with site(slowness=0.02) as served:
        while figures.counts["faults met"] < count:
            figures.count("rounds")
            place = folder / str(figures.counts["rounds"])
            place.mkdir()
            _round(figures, place, served)
            shutil.rmtree(place)


def _round(figures: Figures, place: Path, served: Site) -> None:
    verb, error = random.choice(list(VERBS)), random.choice(list(FAULTS))
    call = random.choice(FAULTS[error].split())
    when = f"{random.randint(1, _CALLS[call])}{random.choice(['', '+'])}"
    name = f"{verb}, {error} at {call} {when}"
    archive = place / "archive.db"
    _prepare(verb, place, served)
    before = visited(archive)
    ended, said = _run_with(place, VERBS[verb], f"{call}:error={error}:when={when}")
    figures.count("faults met", int("INJECTED" in said))
    _judge(figures, name, ended)
    figures.look_at(archive, name)  # rolls back what was left half written
    missing = before - visited(archive)
    figures.must(not missing, "lost", f"{name}: {sorted(missing)[:3]}")
    again = run(VERBS[verb], place)
    figures.must(again.code in (0, 1), "ended badly", f"{name}, and again: {again.code} {again.err[:300]}")
    figures.look_at(archive, f"{name}, and again")
    if verb.startswith("check"):
        figures.must(len(visited(archive)) >= _PAGES, "lost", f"{name}: not all was fetched the second time")


def _prepare(verb: str, place: Path, served: Site) -> None:
    write_article(place / "article.txt", addresses(served, _PAGES))
    (place / "page.html").write_text(
        "<html lang=en><title>Page</title><p>The board counted its boats.</p></html>", encoding="utf-8"
    )
    if verb != "check":
        shutil.copy(random.choice(OLD_ARCHIVES), place / "archive.db")


def _run_with(place: Path, words: Sequence[str], inject: str) -> tuple[Ended, str]:
    """The program under strace, and what strace said of the calls that it let fail."""
    call, trace = inject.partition(":")[0], place / "trace"
    paths = [word for name in ("archive.db", "archive.db-journal") for word in ("-P", name, "-P", str(place / name))]
    command = [
        "strace",
        "-f",
        "-qq",
        "--seccomp-bpf",
        "-o",
        str(trace),
        *paths,
        "-e",
        f"trace={call}",
        "-e",
        f"inject={inject}",
    ]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join([str(ROOT), os.environ.get("PYTHONPATH", "")])}
    done = subprocess.run(
        [*command, *COMMAND, *words],
        cwd=place,
        capture_output=True,
        text=True,
        timeout=HANG,
        check=False,
        env=environment,
    )
    err = "".join(line for line in done.stderr.splitlines(keepends=True) if not line.startswith("strace: "))
    return Ended(done.returncode, done.stdout, err), trace.read_text(errors="replace")


def _judge(figures: Figures, name: str, ended: Ended) -> None:
    """It went well, or ended 2 with one error and what to do."""
    figures.count(f"ended {ended.code}")
    figures.must("Traceback" not in ended.err, "unclear", f"{name}: {ended.err[-300:]}")
    if ended.code not in (0, 1):
        lines = [line.partition(":")[0] for line in ended.err.strip().splitlines()]
        figures.must(ended.code == 2, "ended badly", f"{name}: {ended.code}")
        figures.must(
            lines == ["error", "hint"] and not ended.out, "unclear", f"{name}: {ended.err[:300]!r} {ended.out[:80]!r}"
        )
        figures.must(
            ("is damaged" not in ended.err and "inside verifier" not in ended.err) or "pread64" in name,
            "unclear",
            f"{name}: {ended.err[:300]!r}",
        )


if __name__ == "__main__":
    if shutil.which("strace") is None:
        sys.exit("strace is not installed.")
    sys.exit(drive("fault", KINDS, rounds, usual=12))
