"""Thirteen weeks of re-checks, in short: nothing is said of what moves all the time, and every change is said once. `benchmarks/year.py` plays a year."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]


def test_thirteen_weeks(tmp_path: Path) -> None:
    command = [
        sys.executable,
        str(ROOT / "benchmarks" / "year.py"),
        "--weeks",
        "13",
        "--stable",
        "10",
        "--mails",
        str(tmp_path),
    ]
    done = subprocess.run(command, capture_output=True, text=True, timeout=300, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    assert (tmp_path / "week-01.txt").read_text(encoding="utf-8") == ""
    assert (tmp_path / "week-02.txt").read_text(encoding="utf-8").startswith("1 page lost its quotation (")
