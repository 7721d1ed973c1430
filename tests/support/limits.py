"""Limits that end a hang and that no busy machine meets: they count this process's own CPU, or are far beyond anything real."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from contextlib import contextmanager

# For waiting on another process or thread: only where it hangs for ever.
HANG = 900.0


@contextmanager
def cpu_limit(seconds: float) -> Iterator[None]:
    """Raise TimeoutError in the main thread after so much CPU, a hundred times what the work should need."""

    def stop(*_: object) -> None:
        raise TimeoutError(f"more than {seconds:g} s of CPU")

    before = signal.signal(signal.SIGVTALRM, stop)
    signal.setitimer(signal.ITIMER_VIRTUAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)
