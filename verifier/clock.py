"""The program's one clock.

In: nothing. Out: the present moment, as the archive keeps moments. The core never asks it: time comes to it as an argument.
"""

from __future__ import annotations

from datetime import UTC, datetime


def utc_now() -> datetime:
    """The present moment: UTC, whole seconds."""
    return datetime.now(UTC).replace(microsecond=0)
