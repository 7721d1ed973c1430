"""The Chromium of this machine, for tests that look at pages as a person does."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING, Literal

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Page

CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
in_a_browser = pytest.mark.skipif(CHROMIUM is None, reason="no Chromium on this machine; .ci/run installs it")


def barriers(page: Page, scheme: Literal["light", "dark"]) -> str:
    """What axe-core finds that keeps people out of a page, in these colours; "" where it finds nothing."""
    from axe_playwright_python.sync_playwright import Axe  # noqa: PLC0415 - only the tests with a browser have it

    page.emulate_media(color_scheme=scheme, reduced_motion="reduce")  # no colour is half on its way
    broken = Axe().run(page).response["violations"]
    return "\n".join(
        f"{rule['id']}: {node['html']}: {node['failureSummary']}" for rule in broken for node in rule["nodes"]
    )
