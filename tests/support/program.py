"""The program as a person runs it: another process."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

from support.limits import HANG

COMMAND = [sys.executable, "-m", "verifier"]


def verifier(
    *arguments: str | Path, cwd: Path, stdin: bytes = b"", environment: Mapping[str, str] = MappingProxyType({})
) -> subprocess.CompletedProcess[bytes]:
    """Run it to its end; `environment` is added to this process's own."""
    command = [*COMMAND, *map(str, arguments)]
    return subprocess.run(
        command, cwd=cwd, input=stdin, capture_output=True, timeout=HANG, check=False, env={**os.environ, **environment}
    )


def start_verifier(*arguments: str | Path, cwd: Path) -> subprocess.Popen[bytes]:
    """Start it, and look on."""
    command = [*COMMAND, *map(str, arguments)]
    return subprocess.Popen(command, cwd=cwd, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
