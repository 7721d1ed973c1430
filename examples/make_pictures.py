"""Make the picture of the review page for the docs, from the example. Usage: python examples/make_pictures.py FOLDER.

It needs Chromium, and playwright of the developers' packages.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
import threading
from collections.abc import Sequence
from pathlib import Path

from make_archive import CLOCK, make
from playwright.sync_api import expect, sync_playwright

from verifier.model import Decision, Report
from verifier.review.app import Review, make_app
from verifier.review.guard import Guard
from verifier.review.server import bind, make_server
from verifier.verdicts.settling import settle

ARTICLE = "examples/article.md"


def _settle(report: Report, decisions: Sequence[Decision]) -> Report:
    return settle(report, (), None, CLOCK.date(), decisions)


def picture(archive: Path, file: Path) -> None:
    """Serve the review of the example, reject one finding, accept another, and take the page as it is then."""
    bound = bind(0)
    guard = Guard.make(bound.getsockname()[1])
    server = make_server(make_app(Review(archive, ARTICLE, "Ada", lambda: CLOCK, _settle), guard))
    serving = threading.Thread(target=server.run, kwargs={"sockets": [bound]})
    serving.start()
    try:
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
            page = browser.new_page(viewport={"width": 1200, "height": 760}, color_scheme="light")
            page.goto(guard.address)
            for key, said in (("r", "rejected"), ("a", "accepted")):
                page.keyboard.press(key)
                expect(page.locator("#status")).to_contain_text(said)
            page.screenshot(path=file)
            browser.close()
    finally:
        server.should_exit = True
        serving.join()


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        made = Path(folder, "archive.db")
        make(made)
        picture(made, Path(sys.argv[1], "review.png"))
