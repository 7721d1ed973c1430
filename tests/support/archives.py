"""A desk with an archive of its own: articles are checked, sources looked at again, and time goes on."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from contextlib import closing
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from support.webs import NOON, Answer, page, send_from
from verifier.archive import Archive
from verifier.archive.schema import DERIVED
from verifier.fetching import Mementos
from verifier.library import read_bytes
from verifier.model import PlanName, RecheckReport, Report
from verifier.sources import extract
from verifier.workflow import Network, check, recheck

FERRY, MILL = "https://harbour.example/ferry", "https://mill.example/sold"
FILL = [f"Entry {n}: the office wrote down barrel {n * 7} and boat {n * 3} of that long year." for n in range(12)]


def story(*sentences: str) -> str:
    """A page that says these sentences, among others."""
    return page("Harbour", "<article>" + "".join(f"<p>{line}</p>" for line in [*sentences, *FILL]) + "</article>")


WEB: Mapping[str, Answer] = {
    FERRY: story("The ferry left at noon with forty lamps on board.", "Nobody was on the quay."),
    MILL: story("The mill was sold in the spring of 1911."),
}
ARTICLE = f"""They wrote “the ferry left at noon with forty lamps”.[1]

Later “the mill was sold in the winter of 1911”.[2]

[1] “Harbour”, Example, {FERRY}
[2] “Mill”, Example, {MILL}
"""


class Desk:
    """An archive, and the clock beside it."""

    def __init__(self, path: Path, now: datetime = NOON) -> None:
        self.path = path
        self.now = now

    def check(self, article: str = ARTICLE, web: Mapping[str, Answer] = WEB, name: str = "a.txt") -> Report:
        """Check an article, all sources fetched anew."""
        with self._open() as archive:
            archive.begin_run("check", name)
            document = read_bytes(article.encode(), name)
            report = check(document, archive, self._network(web), now=lambda: self.now, max_age=timedelta(0))
            archive.end_run(1)
        return report

    def look(self, web: Mapping[str, Answer] = WEB, days: int = 7) -> RecheckReport:
        """Look at all sources again some days later."""
        self.now += timedelta(days=days)
        with self._open() as archive:
            network = self._network({**web, "https://up.example/": page("Up", "<p>Here.</p>")})
            report = recheck(archive, network, now=lambda: self.now, older_than=timedelta(0))
            archive.end_run(0)
        return report

    def report(self, name: str = "a.txt") -> Report | None:
        """The newest report of an article."""
        with Archive.open(self.path, now=lambda: self.now, readonly=True) as archive:
            return archive.report(name)

    def counts(self) -> dict[str, int]:
        """How many rows each table has."""
        names = self.ask("select name from sqlite_master where type = 'table' and sql not like 'create virtual%'")
        tables = [name for (name,) in names if not name.lower().startswith(("sqlite_", "_sqlite", "texts_fts"))]
        counted = ", ".join(f"(select count(*) from {table})" for table in tables if table not in DERIVED)
        [row] = self.ask(f"select {counted}")
        return dict(zip([table for table in tables if table not in DERIVED], row, strict=True))

    def ask(self, sql: str, *values: Any) -> list[tuple[Any, ...]]:
        """The rows of a question."""
        with closing(sqlite3.connect(f"file:{self.path}?mode=ro", uri=True)) as connection:
            return connection.execute(sql, values).fetchall()

    def edit(self, sql: str) -> None:
        """Change the file as nobody should."""
        with closing(sqlite3.connect(self.path, isolation_level=None)) as connection:
            connection.execute(sql)

    def _open(self) -> Archive:
        return Archive.open(self.path, now=lambda: self.now)

    def _network(self, web: Mapping[str, Answer]) -> Network:
        return Network(PlanName.LIVE, send_from(web, at=self.now), extract, Mementos("never"), spacing=0.0)
