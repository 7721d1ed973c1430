"""What runs the program by itself: units, workflows, the hook and the action are what those who read them take, and they run."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest
from ruamel.yaml import YAML
from support.limits import HANG
from support.program import verifier

from verifier.commands import VERBS
from verifier.schedules import SCHEDULES, Job, parse_time

ROOT = Path(__file__).resolve().parents[1]
JOB = Job(
    ("/opt/my tools/python", "-m", "verifier"), "/srv/100 % real/arc$hive.db", "/srv/100 % real", "git+https://code.example/verifier@v1",
    ("docs/*.md", "my notes; rm -rf.md"), 1, 6, 17,
)  # fmt: skip


def load(text: str) -> dict[str, object]:
    found: dict[str, object] = YAML(typ="safe").load(text)
    return found


def is_valid(schema: str, file: Path, *options: str) -> bool:
    """Whether a file is what a schema says; check-jsonschema ships the schemas."""
    arguments = ["--builtin-schema", f"vendor.{schema}", *options, str(file)]
    done = subprocess.run([sys.executable, "-m", "check_jsonschema", *arguments], timeout=HANG, check=False)
    return done.returncode == 0


@pytest.mark.parametrize("text", ["noon", "24:00", "6:60", "mo 06:17", "06:17 mon", "monday", ""])
def test_what_is_no_time_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=f"^{text}$"):
        parse_time(text)


@pytest.mark.parametrize(("day", "line"), [(1, "17 6 * * 1 "), (None, "17 6 * * * ")])
def test_cron_runs_what_it_should(day: int | None, line: str, tmp_path: Path) -> None:
    place = tmp_path / "100 % real's"
    place.mkdir()
    job = Job(("printf", "[%s]"), f"{place}/arc$hive.db", str(place), "", (), day, 6, 17)
    [text] = SCHEDULES["cron"](job).values()
    entry = text.splitlines()[-1]
    assert entry.startswith(line)
    assert "%" not in entry.replace(r"\%", "")
    command = entry.removeprefix(line).replace(r"\%", "%")  # as cron hands it to the shell
    done = subprocess.run(["sh", "-c", command], capture_output=True, timeout=HANG, check=True)
    assert done.stdout.decode() == f"[recheck][--db][{place}/arc$hive.db]"


@pytest.mark.skipif(shutil.which("systemd-analyze") is None, reason="there is no systemd here")
def test_systemd_takes_the_units(tmp_path: Path) -> None:
    place = tmp_path / "100 % real"
    place.mkdir()
    done = verifier("schedule", "systemd", "--db", "arc$hive.db", "--into", ".", cwd=place)
    assert (done.returncode, done.stdout) == (0, b"")
    units = [place / "verifier.service", place / "verifier.timer"]
    looked = subprocess.run(
        ["systemd-analyze", "verify", "--man=no", *units], capture_output=True, timeout=HANG, check=False
    )
    said = looked.stderr.decode()
    assert (looked.returncode, [line for line in said.splitlines() if "verifier." in line]) == (0, [])


def test_github_and_gitlab_take_theirs(tmp_path: Path) -> None:
    for kind in ("github", "gitlab"):
        for name, text in SCHEDULES[kind](JOB).items():
            (tmp_path / name).write_text(text, encoding="utf-8")
    assert is_valid("github-workflows", tmp_path / "citations.yml")
    assert is_valid("gitlab-ci", tmp_path / ".gitlab-ci.yml", "--data-transform", "gitlab-ci")
    assert "verifier check docs/*.md 'my notes; rm -rf.md' --allow-empty" in (tmp_path / "citations.yml").read_text()


# What is asked; the exit code; what is said.
ASKED: dict[str, tuple[Sequence[str], int, bytes]] = {
    "no such kind": (["weekly"], 2, b"There are: cron, systemd, github, gitlab."),
    "no time": (["cron", "--at", "noon"], 2, b"'noon' is not a time."),
    "what CI installs is not known": (["github"], 2, b"--install 'git+https://"),
    "what CI installs is said": (["github", "--install", "./dist/verifier.whl"], 0, b""),
    "a folder that is none": (["cron", "--into", "nowhere"], 2, b"there is no folder nowhere"),
}


@pytest.mark.parametrize("case", ASKED)
def test_what_cannot_be_scheduled_is_said(case: str, tmp_path: Path) -> None:
    arguments, code, said = ASKED[case]
    done = verifier("schedule", *arguments, cwd=tmp_path)
    assert done.returncode == code
    assert said in done.stderr


def test_a_unit_that_is_there_is_not_written_over(tmp_path: Path) -> None:
    (tmp_path / "verifier.cron").write_text("mine", encoding="utf-8")
    done = verifier("schedule", "cron", "--into", ".", cwd=tmp_path)
    assert (done.returncode, (tmp_path / "verifier.cron").read_text()) == (2, "mine")
    assert verifier("schedule", "cron", "--into", ".", "--force", cwd=tmp_path).returncode == 0
    assert "recheck" in (tmp_path / "verifier.cron").read_text()


def run_script(script: str, folder: Path, **environment: str) -> subprocess.CompletedProcess[bytes]:
    """Run a step of the action as a runner does, with the program that is tested."""
    (folder / "bin").mkdir(exist_ok=True)
    (folder / "bin" / "verifier").write_text(f'#!/bin/sh\nexec "{sys.executable}" -m verifier "$@"\n', encoding="utf-8")
    (folder / "bin" / "verifier").chmod(0o755)
    path = f"{folder / 'bin'}{os.pathsep}{os.environ['PATH']}"
    command = ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", script]
    return subprocess.run(
        command,
        cwd=folder,
        env={**os.environ, **environment, "PATH": path},
        capture_output=True,
        timeout=HANG,
        check=False,
    )


def test_the_action_checks_a_folder_of_docs(tmp_path: Path) -> None:
    assert is_valid("github-actions", ROOT / "action.yml")
    action: dict[str, dict[str, list[dict[str, str]]]] = YAML(typ="safe").load(
        (ROOT / "action.yml").read_text(encoding="utf-8")
    )
    script = action["runs"]["steps"][-1]["run"]
    (tmp_path / "docs" / "deep").mkdir(parents=True)
    (tmp_path / "docs" / "deep" / "a.md").write_bytes((ROOT / "examples" / "article.md").read_bytes())
    (tmp_path / "docs" / "empty.md").write_text("# Nothing\n\nNo links here.\n", encoding="utf-8")
    done = run_script(
        script, tmp_path, DOCUMENTS="docs/**/*.md", ARCHIVE="a.db", SARIF="a.sarif",
        ARGUMENTS=f"--replay {ROOT / 'examples' / 'sources.warc.gz'} --max-age 3650d",
    )  # fmt: skip
    assert done.returncode == 1, done.stderr.decode()
    assert b"::error file=docs/deep/a.md,line=17,col=152,title=[3] number differs::" in done.stdout
    assert b"note: docs/empty.md has no notes, and no sentence a link" in done.stderr
    assert (tmp_path / "a.sarif").stat().st_size > 1000
    evil = run_script(
        script,
        tmp_path,
        DOCUMENTS="docs/empty.md $(touch${IFS}evil) ;touch evil",
        ARGUMENTS="",
        ARCHIVE="a.db",
        SARIF="b.sarif",
    )
    assert evil.returncode == 2
    assert not (tmp_path / "evil").exists()


def test_the_hook_checks_links_of_pages_without_notes(tmp_path: Path) -> None:
    [hook] = YAML(typ="safe").load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    assert {"id", "name", "entry", "language"} <= set(hook)
    program, verb, *options = hook["entry"].split()
    assert (program, verb in VERBS) == ("verifier", True)
    (tmp_path / "a.md").write_text("# Gates\n\nNothing stands here but words.\n", encoding="utf-8")
    assert verifier(verb, *options, "a.md", cwd=tmp_path).returncode == 0
    sluice = "https://water.kestria.example/letters/reply-growers-union"
    (tmp_path / "b.md").write_text(
        f"The ministry wrote that it [does not reopen the sluice]({sluice}) before the harvest.\n", encoding="utf-8"
    )
    found = verifier(
        verb,
        *options,
        "a.md",
        "b.md",
        "-f",
        "json",
        "--replay",
        ROOT / "examples" / "sources.warc.gz",
        "--max-age",
        "3650d",
        cwd=tmp_path,
    )
    assert sluice.encode() in found.stdout
    assert b'"line": 1, "column": 29' in found.stdout
