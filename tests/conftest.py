"""Settings for all tests."""

from __future__ import annotations

import os
from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings
from support.chromium import CHROMIUM
from support.limits import HANG

if TYPE_CHECKING:
    from playwright.sync_api import Browser

# The same commit gets the same answer every time. `HYPOTHESIS_PROFILE=search` looks further, for people with time.
settings.register_profile("steady", derandomize=True, deadline=None)  # a busy machine is no fault
settings.register_profile("search", max_examples=5000, deadline=None)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "steady"))


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """A real browser; loaded only for the tests that want one."""
    from playwright.sync_api import sync_playwright  # noqa: PLC0415

    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"], timeout=HANG * 1000)
        yield launched
        launched.close()
