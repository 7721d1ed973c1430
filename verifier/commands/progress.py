"""What a run tells while it goes on, on stderr: findings as they come, and whom it waits for.

In: what happens. The rule: on a terminal a bar says whom it waits for; elsewhere a plain line a minute does. What needs a person is said as
soon as it is known, and once more, in its order, in the result.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from verifier.watching import NOBODY, Watcher

if TYPE_CHECKING:
    from verifier.model import Fetch, Finding, Severity

_A_MINUTE = 60.0
_LONGEST = 60  # characters of a host or an address


class Progress(Watcher):
    """Tells on a stream; `bar` is a bar of rich's with its task, None where there is no terminal."""

    def __init__(
        self, say: Callable[[str], object], bar: Any = None, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._say, self._bar, self._clock = say, bar, clock
        self._told = clock()
        self._count = ""
        self._of = ""
        self._said: set[str] = set()

    def about(self, document: str) -> None:
        """What comes next is about this document, of several."""
        self._of = f"{document}: " if document else ""

    def fetched(self, done: int, of: int, url: str) -> None:
        """A source is there."""
        self._count = f"{done} of {of} are there"
        if self._bar is not None:
            self._bar.update(0, completed=done, total=of, description=_cut(f"{self._of}has read {url}"))
        else:
            self._each_minute(self._count)

    def waits_for(self, hosts: Sequence[str], seconds: float) -> None:
        """Nothing comes at the moment."""
        if not hosts:
            return
        more = f" and {len(hosts) - 1} more" if len(hosts) > 1 else ""
        waiting = f"waiting for {_cut(hosts[0])}{more}, {seconds:.0f} s left"
        if self._bar is not None:
            self._bar.update(0, description=waiting)
        else:
            self._each_minute(", ".join(filter(None, [self._count, waiting])))

    def lost(self, label: str, fetch: Fetch) -> None:
        """The source of a note is lost."""
        from verifier.model import Severity

        self._tell(Severity.PROBLEM, label, fetch.status.reason)

    def judged(self, label: str, finding: Finding) -> None:
        """What needs a person is said."""
        from verifier.model import Severity

        if finding.severity in (Severity.PROBLEM, Severity.WARNING):
            self._tell(finding.severity, label, finding.reason)

    def _tell(self, severity: Severity, label: str, reason: str) -> None:
        from verifier.reports.rows import SIGNS

        line = f"{SIGNS[severity]} {self._of}[{label}] {reason}"
        if line not in self._said:
            self._said.add(line)
            self._say(line)

    def _each_minute(self, line: str) -> None:
        if self._clock() - self._told >= _A_MINUTE:
            self._told = self._clock()
            self._say(f"{self._of}{line}.")


def _cut(words: str) -> str:
    """Words as the bar can show them: an address is written by somebody else."""
    from verifier.escape import for_terminal

    return for_terminal(words)[:_LONGEST]


@contextmanager
def show_progress(*, quiet: bool, elsewhere: bool = True) -> Iterator[Watcher]:
    """Who tells what happens: a bar on a terminal, plain lines `elsewhere`, nobody where nothing may be printed."""
    if quiet or not (elsewhere or sys.stderr.isatty()):
        yield NOBODY
    elif sys.stderr.isatty():
        with _bar() as progress:
            yield progress
    else:
        yield Progress(_print)


def _print(line: str) -> None:
    from verifier.escape import for_terminal

    print(for_terminal(line), file=sys.stderr, flush=True)  # noqa: T201 - the program's own voice


@contextmanager
def _bar() -> Iterator[Progress]:
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, TextColumn
    from rich.progress import Progress as Bar

    from verifier.escape import for_terminal

    console = Console(stderr=True)
    columns = (TextColumn("{task.description}", markup=False), BarColumn(), MofNCompleteColumn())
    with Bar(*columns, console=console, transient=True) as bar:
        bar.add_task("Reading", total=None)
        yield Progress(
            lambda line: console.print(for_terminal(line), markup=False, highlight=False, soft_wrap=True), bar
        )
