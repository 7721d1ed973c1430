"""Print pages of our own to PDF by the Chromium that is installed. In: HTML. Out: the PDF's bytes, None where nothing can print.

The rule of this file: only pages that load nothing are printed, and the browser has no network whatever they hold.
"""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from pathlib import Path

from verifier.transport.browser import arguments, find_chromium

_SECONDS = 60


def print_page(page: str) -> bytes | None:
    """The page as PDF."""
    chromium = find_chromium()
    if chromium is None:
        return None
    folder = Path(tempfile.mkdtemp(prefix="verifier-print-"))
    try:
        source, made = folder / "page.html", folder / "page.pdf"
        source.write_text(page, encoding="utf-8", errors="replace")
        command = [
            chromium, "--headless", *arguments(), f"--user-data-dir={folder / 'profile'}", "--no-first-run", "--disable-sync",
            "--disable-component-update", "--no-pdf-header-footer", f"--print-to-pdf={made}", source.as_uri(),
        ]  # fmt: skip
        subprocess.run(command, capture_output=True, timeout=_SECONDS, check=True)  # noqa: S603 - our own words
        return made.read_bytes()
    except (OSError, subprocess.SubprocessError):
        return None
    finally:
        shutil.rmtree(folder, ignore_errors=True)
