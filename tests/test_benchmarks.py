"""The benchmarks run, in small, and what they count is right: requests and answers, never times.

What the program counts of itself (`VERIFIER_COUNTS`) stands beside what the server saw, in `runs[...]["counts"]`.
"""

from __future__ import annotations

import importlib.util
import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[1]
SMALL = ("--hosts", "3", "--delay", "0")


def benchmark(folder: Path, name: str, *arguments: str) -> dict[str, Any]:
    """The runs of a benchmark by their names; a benchmark that got a wrong answer ends with 1."""
    figures = folder / "figures.json"
    command = [sys.executable, str(ROOT / "benchmarks" / f"{name}.py"), *arguments, *SMALL, "--json", str(figures)]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, timeout=300, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    runs: dict[str, Any] = json.loads(figures.read_text(encoding="utf-8"))["runs"]
    return runs


def seen(pages: int) -> dict[str, int]:
    """What the server sees where each page is asked once, and nothing else."""
    return {"requests": pages, "pages": pages, "most_a_page": min(pages, 1), "most_others_a_host": 0}


@pytest.mark.parametrize(
    ("name", "arguments", "asked"),
    [
        ("again", ["6"], {"6 citations, first time": 6, "6 citations, second time": 0}),
        (
            "not_found",
            ["6"],
            {"all there": 6, "all there, again": 0, "every tenth nowhere": 6, "every tenth nowhere, again": 0},
        ),
        ("growth", ["--sizes", "2", "4"], {"2 citations": 2, "4 citations": 4}),
    ],
)
def test_each_page_is_asked_once_and_never_again(
    name: str, arguments: list[str], asked: dict[str, int], tmp_path: Path
) -> None:
    runs = benchmark(tmp_path, name, *arguments)
    assert {label: run["seen"] for label, run in runs.items()} == {label: seen(n) for label, n in asked.items()}


def test_the_plain_program_finds_the_same_on_the_same_pages(tmp_path: Path) -> None:
    has_plain = importlib.util.find_spec("trafilatura") is not None
    runs = benchmark(tmp_path, "end_to_end", "6", *([] if has_plain else ["--without-plain"]))
    assert {label: run["seen"] for label, run in runs.items()} == {
        label: seen(6) for label in ("verifier", "plain program")[: 1 + has_plain]
    }


def test_figures_are_written_between_the_comments_that_bear_their_name(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text("before\n<!-- archive 6 -->\nold\n<!-- end of archive 6 -->\nafter\n", encoding="utf-8")
    runs = benchmark(tmp_path, "archive", "6", "--write", str(page))
    assert runs["archive"]["seen"] == seen(6)
    assert re.fullmatch(
        r"before\n<!-- archive 6 -->\n\| .*\n\| archive \| .*Measured on .*\n<!-- end of archive 6 -->\nafter\n",
        page.read_text(encoding="utf-8"),
        re.DOTALL,
    )


def test_a_page_that_was_kept_is_kept_again_in_little_room(tmp_path: Path) -> None:
    runs = benchmark(tmp_path, "archive_file", "20")
    assert runs["the same page again"]["bodies"] == 0
    assert runs["an edited page"]["bodies"] == 20
    assert runs["an edited page"]["stored"] < 20 * 500


def test_the_views_of_an_invented_archive_show_what_is_in_it(tmp_path: Path) -> None:
    runs = benchmark(tmp_path, "archive_views", "2000")
    assert {view: run["rows"] for view, run in runs.items() if run["asked"] and view != "size_by_host"} == {
        "citation_status": 2000, "review": 2090, "newest_answers": 2000, "undecided": 167, "quote_problems": 150, "source_status": 1600,
        "changed_since": 32, "drifted_sources": 80, "dead_links": 32, "open_events": 32, "newest_documents": 20,
    }  # fmt: skip


def test_whatever_make_performance_runs_has_its_place_in_the_page() -> None:
    recipe = (ROOT / "Makefile").read_text(encoding="utf-8")
    page = (ROOT / "docs" / "performance.md").read_text(encoding="utf-8")
    runs = re.findall(r"benchmarks/(\w+)\.py ?(\d*).*--write docs/performance\.md", recipe)
    names = [f"{name} {size}".strip() for name, size in runs]
    assert len(names) >= 5
    assert [n for n in names if f"<!-- {n} -->\n" not in page or f"<!-- end of {n} -->\n" not in page] == []
