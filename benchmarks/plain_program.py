"""The plain program that `verifier` is measured against: what a good programmer writes in an afternoon.

Usage: python plain_program.py ROWS.json ARCHIVE.db. In: a list of [address, quotation]. Out: how many quotations were found, as JSON. Each
page is fetched by requests in one of 32 threads, read by trafilatura, kept in SQLite and searched by rapidfuzz. It asks hosts as often as
it likes, looks at no sign of a dead link and explains nothing.
"""

from __future__ import annotations

import json
import sqlite3
import sys
import threading
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path

import requests
import trafilatura
from rapidfuzz import fuzz

_THREADS = 32
_ALIKE = 85  # of 100
_SECONDS = 30


class Checker:
    """Fetches, reads, keeps and compares one citation at a time, in any thread."""

    def __init__(self, archive: sqlite3.Connection) -> None:
        self._archive = archive
        self._writing = threading.Lock()
        self._extracting = threading.Lock()
        archive.execute("create table pages (url text primary key, body blob, text text, score real)")

    def is_found(self, row: Sequence[str]) -> bool:
        """Whether the page at the address holds the quotation."""
        url, quotation = row
        body = requests.get(url, timeout=_SECONDS).content
        with self._extracting:  # trafilatura crashes when it runs in several threads
            text = trafilatura.extract(body) or ""
        score = fuzz.partial_ratio(quotation, text)
        with self._writing:  # a row is safe before the next one is begun: an interrupted run keeps its pages
            self._archive.execute("insert or replace into pages values (?, ?, ?, ?)", (url, body, text, score))
            self._archive.commit()
        return score >= _ALIKE


def main() -> None:
    rows = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))
    with (
        closing(sqlite3.connect(sys.argv[2], check_same_thread=False)) as archive,
        ThreadPoolExecutor(_THREADS) as pool,
    ):
        found = list(pool.map(Checker(archive).is_found, rows))
    print(json.dumps({"found": sum(found)}))


if __name__ == "__main__":
    main()
