"""The drives of `tests/soak/` in their short form: crashes, faults of the disk, two runs at once, damaged files, the same answer anywhere.

`make soak` runs them for hours.
"""

from __future__ import annotations

import shutil
from importlib import import_module
from pathlib import Path

import pytest

DRIVES = Path(__file__).parent / "soak"
SHORT = {"kill": 6, "fault": 3, "two": 3, "damaged": 4, "same": 3}


def test_every_drive_is_driven() -> None:
    assert {path.stem for path in DRIVES.glob("*.py")} - {"ground"} == set(SHORT)


@pytest.mark.parametrize("name", SHORT)
def test_the_archive_stands(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    if name == "fault" and shutil.which("strace") is None:
        pytest.skip("strace puts the faults in, and is not installed")
    monkeypatch.chdir(tmp_path)
    monkeypatch.syspath_prepend(DRIVES)
    module = import_module(name)
    assert import_module("ground").driven(name, module.KINDS, module.rounds, SHORT[name]) == 0
