"""What a run asks for, others wait for; a claim ends with its run, however that ends."""

from __future__ import annotations

import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

from verifier.archive.asking import Asking

NOON = datetime(2025, 6, 2, 12, 0, tzinfo=UTC)
A, B, C = (f"https://site.example/{name}" for name in "abc")


@pytest.fixture(autouse=True)
def own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Claims lie in the folder for temporary files."""
    folder = tmp_path / "temporary"
    folder.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(folder))
    return folder


def asking(archive: Path | None) -> Asking:
    return Asking(archive, lambda: NOON)


def test_what_one_asks_for_another_does_not_get(tmp_path: Path) -> None:
    archive = tmp_path / "a.db"
    with asking(archive) as one, asking(archive) as two, asking(tmp_path / "b.db") as elsewhere:
        assert one.claim([A, B]) == {}
        assert two.claim([B, C]) == {B: NOON}
        assert elsewhere.claim([A, B, C]) == {}
        assert one.claim([A, C]) == {C: NOON}, "it was two's by then, and B was given up"
        assert two.claim([B]) == {}
    with asking(archive) as three:
        assert three.claim([A, B, C]) == {}


def test_who_is_alone_gets_all_and_leaves_nothing(own_folder: Path) -> None:
    with asking(None) as one, asking(None) as two:
        assert one.claim([A]) == two.claim([A]) == {}
    assert list(own_folder.iterdir()) == []


def test_a_claim_ends_with_its_process(tmp_path: Path, own_folder: Path) -> None:
    script = f"""
import os, tempfile
from datetime import datetime, UTC
from pathlib import Path
from verifier.archive.asking import Asking
tempfile.tempdir = {str(own_folder)!r}
asking = Asking(Path({str(tmp_path / "a.db")!r}), lambda: datetime.now(UTC))
asking.claim([{A!r}])
print("claimed", flush=True)
input()
os._exit(1)
"""
    with subprocess.Popen(
        [sys.executable, "-c", script], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == "claimed\n"
        with asking(tmp_path / "a.db") as one:
            assert set(one.claim([A, B])) == {A}
            other.communicate("\n")
            assert one.claim([A, B]) == {}
    assert not list(own_folder.rglob("*.asked"))


def test_where_no_claim_can_be_made_a_run_asks_as_if_alone(tmp_path: Path, own_folder: Path) -> None:
    own_folder.rmdir()
    own_folder.write_text("no folder")
    with asking(tmp_path / "a.db") as one, asking(tmp_path / "a.db") as two:
        assert one.claim([A]) == two.claim([A]) == {}
