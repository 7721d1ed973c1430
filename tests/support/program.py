"""The program as a person runs it: another process."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

from support.limits import HANG

COMMAND = [sys.executable, "-m", "verifier"]


def verifier(
    *arguments: str | Path, cwd: Path, stdin: bytes = b"", environment: Mapping[str, str] | None = None
) -> subprocess.CompletedProcess[bytes]:
    """Run it to its end."""
    command = [*COMMAND, *map(str, arguments)]
    return subprocess.run(
        command, cwd=cwd, input=stdin, capture_output=True, timeout=HANG, check=False, env=environment
    )


def start_verifier(*arguments: str | Path, cwd: Path) -> subprocess.Popen[bytes]:
    """Start it, and look on."""
    command = [*COMMAND, *map(str, arguments)]
    return subprocess.Popen(command, cwd=cwd, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
