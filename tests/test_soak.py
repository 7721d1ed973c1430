"""The drives of `tests/soak/` in their short form: crashes, faults of the disk, two runs at once, damaged files, the same answer anywhere.

`make soak` runs them for hours.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from support.limits import HANG

DRIVES = Path(__file__).parent / "soak"
SHORT = {"kill": 8, "fault": 3, "two": 3, "damaged": 4, "same": 3}


def test_every_drive_is_driven() -> None:
    assert {path.stem for path in DRIVES.glob("*.py")} - {"ground"} == set(SHORT)


@pytest.mark.parametrize("name", SHORT)
def test_the_archive_stands(name: str, tmp_path: Path) -> None:
    if name == "fault" and shutil.which("strace") is None:
        pytest.skip("strace puts the faults in, and is not installed")
    command = [sys.executable, str(DRIVES / f"{name}.py"), "--rounds", str(SHORT[name])]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, timeout=HANG, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
