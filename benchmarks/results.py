"""What a benchmark found: printed as a table, written into a page, kept as JSON, and not counted where an answer was wrong.

In: runs and what was expected. Out: Markdown. The rule: a figure counts only where the answer is right, so every benchmark says what it
expects and ends with 1 where it got something else.
"""

from __future__ import annotations

import argparse
import datetime as dt
import json
import os
import platform
import re
from collections.abc import Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from bench import Seen
from measuring import Run, read_system

COLUMNS = ("wall", "citations a second", "CPU a citation", "memory, largest process", "memory, all processes")


@dataclass
class Result:
    """A name with its size, rows for people, figures for programs, and what was not as expected."""

    name: str
    head: Sequence[str] = ("", *COLUMNS)
    rows: list[Sequence[str]] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    figures: dict[str, Any] = field(default_factory=dict)
    wrong: list[str] = field(default_factory=list)
    load: float = field(default_factory=lambda: os.getloadavg()[0])  # of the machine before the first run

    def add(self, label: str, run: Run, count: int, seen: Seen | None = None) -> None:
        """A row and the figures of a run over so many citations."""
        cells = [
            f"{run.wall:.1f} s",
            f"{count / run.wall:.1f}",
            f"{1000 * run.cpu / count:.1f} ms",
            f"{run.largest:.0f} MB",
            f"{run.together:.0f} MB",
        ]
        self.rows.append([label, *cells])
        figures = asdict(run)
        del figures["output"]
        self.figures[label] = {**figures, "citations": count, "seen": seen._asdict() if seen else None}

    def expect(self, what: str, found: object, wanted: object) -> None:
        """Note what is not as it must be: such figures do not count."""
        if found != wanted:
            self.wrong.append(f"{what}: {found}, expected {wanted}")

    def page(self) -> str:
        """The table, the notes and where it was measured, in Markdown."""
        lines = [self.head, ["---", *["---:"] * (len(self.head) - 1)], *self.rows]
        table = "\n".join(f"| {' | '.join(line)} |" for line in lines)
        return "\n\n".join([table, *self.notes, _machine(self.load)]) + "\n"


def parser(description: str | None, count: int | None) -> argparse.ArgumentParser:
    """The options that all benchmarks take; `count` None: its sizes are its own."""
    made = argparse.ArgumentParser(description=description, formatter_class=argparse.RawDescriptionHelpFormatter)
    if count is not None:
        made.add_argument("count", metavar="N", nargs="?", type=int, default=count, help=f"citations (default {count})")
    made.add_argument("--hosts", type=int, default=40, help="loopback hosts that the pages lie on (default 40)")
    made.add_argument("--delay", type=float, default=50, help="ms before the server answers (default 50)")
    made.add_argument("--write", type=Path, metavar="PAGE.md", help="rewrite this benchmark's table in a page")
    made.add_argument("--json", type=Path, metavar="FILE", help="write the figures to a file")
    return made


def finish(result: Result, options: argparse.Namespace) -> None:
    """Print a result, write it where it was asked for, and end with 1 where something was not as expected."""
    print(f"{result.name}\n\n{result.page()}")
    if options.json:
        told = {"name": result.name, "wrong": result.wrong, "runs": result.figures}
        options.json.write_text(json.dumps(told, indent=2) + "\n", encoding="utf-8")
    if result.wrong:
        raise SystemExit("error: these figures do not count:\n  " + "\n  ".join(result.wrong))
    if options.write:
        _write(options.write, result)


def _write(page: Path, result: Result) -> None:
    """Put the result between the page's two comments that bear its name."""
    begin, end = f"<!-- {result.name} -->\n", f"<!-- end of {result.name} -->\n"
    text = page.read_text(encoding="utf-8")
    if begin not in text or end not in text:
        raise SystemExit(f"error: {page} has no place for “{result.name}”\nhint: put these lines there:\n{begin}{end}")
    before, after = text.split(begin)[0], text.split(end)[1]
    page.write_text(f"{before}{begin}{result.page()}{end}{after}", encoding="utf-8")


def _machine(load: float) -> str:
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    today = dt.datetime.now(dt.UTC).date()
    return (
        f"Measured on {today.day} {today:%B %Y}: {os.cpu_count()} cores ({_processor()}), {memory:.0f} GB, "
        f"{platform.system()}, Python {platform.python_version()}; load {load:.1f} before it began."
    )


def _processor() -> str:
    told = re.search(r"^model name\s*:\s*(.+)$", read_system(Path("/proc/cpuinfo")), re.MULTILINE)
    return told[1].strip() if told else platform.machine()
