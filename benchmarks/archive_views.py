"""The views of an archive of N citations, in ms: each whole, its first rows, and what a person asks of one article, address or day.

An archive is invented row by row (`archive_views.sql`). Beside each view stands a table that holds the same rows already: no view that
lists them can be faster than that.
"""

from __future__ import annotations

import sqlite3
import statistics
import tempfile
import time
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

from results import Result, finish, parser

from verifier.archive import Archive

_FIRST = 1001  # rows that `verifier query` asks for; Datasette shows a hundred
_TIMES = 5

_FILL = Path(__file__).with_name("archive_views.sql")
_DOCUMENT = "document = 'article 7.md'"
_ADDRESS = "url = 'https://paper-{0}.example/2024/story-{0}'"
# Of each view, what a person asks of it.
_ASKED = {
    "citation_status": _DOCUMENT,
    "review": _DOCUMENT,
    "newest_answers": _DOCUMENT,
    "undecided": _DOCUMENT,
    "quote_problems": _DOCUMENT,
    "source_status": _ADDRESS.format(7),
    "changed_since": "changed_at >= '2025-06-02T09:50'",
    "drifted_sources": _ADDRESS.format(22),
    "dead_links": _ADDRESS.format(100),
    "open_events": _ADDRESS.format(100),
    "newest_documents": "name = 'article 7.md'",
    "size_by_host": "host = 'paper-7.example'",
}


def fill(path: Path, citations: int) -> None:
    """An archive of so many citations of today."""
    with Archive.open(path, now=lambda: datetime(2025, 6, 2, tzinfo=UTC)):
        pass
    with closing(sqlite3.connect(path)) as db:
        db.execute("pragma synchronous = off")
        db.execute("pragma foreign_keys = on")
        for statement in _FILL.read_text(encoding="utf-8").split(";\n"):
            db.execute(statement, {"n": citations} if ":n" in statement else ())
        db.commit()


def archive_views(count: int, path: Path) -> Result:
    """Each view, in ms."""
    head = ("", "rows", "all of them", "a table of the same rows", f"the first {_FIRST}", "one article, address or day")
    result = Result(f"archive_views {count}", head)
    fill(path, count)
    with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)) as db:
        for view, asked in _ASKED.items():
            whole = f"select * from {view}"
            db.execute(f"create temp table same as {whole}")
            rows, found = len(db.execute(whole).fetchall()), len(db.execute(f"{whole} where {asked}").fetchall())
            took = [
                _ms(db, sql)
                for sql in (whole, "select * from same", f"{whole} limit {_FIRST}", f"{whole} where {asked}")
            ]
            db.execute("drop table temp.same")
            result.rows.append((f"`{view}`", f"{rows:,}", *(f"{ms:.1f} ms" for ms in took)))
            result.figures[view] = {"rows": rows, "asked": found, "ms": took}
            result.expect(f"rows of {view} where {asked}", found > 0, wanted=True)
    return result


def _ms(db: sqlite3.Connection, sql: str) -> float:
    """The median time of a question and all its rows."""
    took = []
    for _ in range(_TIMES):
        started = time.monotonic()
        db.execute(sql).fetchall()
        took.append(1000 * (time.monotonic() - started))
    return statistics.median(took)


def main() -> None:
    given = parser(__doc__, 100_000).parse_args()
    with tempfile.TemporaryDirectory() as folder:
        result = archive_views(given.count, Path(folder) / "archive.db")
    finish(result, given)


if __name__ == "__main__":
    main()
