"""Settings for all tests."""

from __future__ import annotations

import gc
import os
import shutil
from collections.abc import Generator, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings
from support.chromium import CHROMIUM
from support.limits import HANG
from support.reading import READER

if TYPE_CHECKING:
    from playwright.sync_api import Browser

# The same commit gets the same answer every time. `HYPOTHESIS_PROFILE=search` looks further, for people with time.
settings.register_profile("steady", derandomize=True, deadline=None)  # a busy machine is no fault
settings.register_profile("search", max_examples=5000, deadline=None)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "steady"))

# Neither tests nor examples in docstrings: what they load, tests load.
collect_ignore = ["support", "soak"]

# Archives are written through to the disk, some thousand times: in memory, where the machine has room there, nobody waits for it.
MEMORY, ROOM = Path("/dev/shm"), 2_000_000_000
if MEMORY.is_dir() and os.access(MEMORY, os.W_OK) and shutil.disk_usage(MEMORY).free > ROOM:
    os.environ.setdefault("PYTEST_DEBUG_TEMPROOT", str(MEMORY))


@pytest.hookimpl(wrapper=True)
def pytest_collection() -> Generator[None, object, object]:
    """What is collected stays to the end: the garbage collector need not look through it again and again."""
    gc.disable()
    collected = yield
    gc.freeze()
    gc.enable()
    return collected


def pytest_sessionfinish() -> None:
    """End the children that all tests had."""
    READER.__exit__(None, None, None)


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """A real browser; loaded only for the tests that want one."""
    from playwright.sync_api import sync_playwright  # noqa: PLC0415

    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"], timeout=HANG * 1000)
        yield launched
        launched.close()
