"""What the first run in a process makes for all after it (tables, patterns, models) is made here, once: imported where runs are forked from.

In: nothing. Out: nothing but a warm process. The rule: it is the program's own run over the example, and leaves no thread behind.
"""

from __future__ import annotations

import sys
import tempfile
import threading
from contextlib import redirect_stderr, redirect_stdout
from io import StringIO
from pathlib import Path

from verifier import cli

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"


def _run(*words: str) -> None:
    said = StringIO()
    with redirect_stdout(said), redirect_stderr(said):
        code = cli.run(list(words))
    if code not in (0, 1):
        sys.exit(f"the example could not be checked: {said.getvalue()}")


with tempfile.TemporaryDirectory() as folder:
    archive = ["--db", f"{folder}/archive.db"]
    captures = ["--replay", str(EXAMPLES / "sources.warc.gz"), "--max-age", "3650d"]
    _run("check", str(EXAMPLES / "article.md"), *captures, *archive, "--quiet", "-o", f"{folder}/report.json")
    _run("report", *archive, "--quiet", "-o", f"{folder}/report.html")
for thread in set(threading.enumerate()) - {threading.main_thread()}:
    thread.join()  # none may hold a lock where the next run is forked
