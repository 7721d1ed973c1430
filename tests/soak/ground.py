"""What the drives share: a site that counts, an article that cites it, the program as a process, and what must hold of an archive.

A drive is a program of its own, `python tests/soak/kill.py --rounds 1000`. It ends 0 where all held, else 1, and prints what it counted.
"""

from __future__ import annotations

import argparse
import json
import random
import signal
import sqlite3
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from support.limits import HANG
from support.program import Forked
from support.sites import Asked, Reply, Site

from verifier.archive import verify

ROOT = Path(__file__).resolve().parents[2]
OLD_ARCHIVES = sorted((ROOT / "tests" / "archives").glob("*.db"))
REACH = ["--allow-private", "127.0.0.0/8", "--memento", "never"]
PAGES, HOSTS = 24, 8


# --- the site and the article --------------------------------------------------------------------


@contextmanager
def site(slowness: float = 0.0) -> Iterator[Site]:
    """A site on all loopback addresses; an answer takes up to so many seconds."""

    def answer(asked: Asked) -> Reply:
        time.sleep(random.uniform(0, slowness))
        if not asked.path.startswith("/page/"):  # an address that cannot exist, asked for comparison
            return Reply(b"<html lang=en><title>Not here</title><p>There is no such page.</p></html>", 404)
        said = f"<p>{_sentence(asked.path)}, and nobody in the town was surprised.</p>"
        return Reply(f"<html lang=en><title>{asked.path}</title>{said * 3}</html>".encode())

    with Site(answer, "") as served:
        yield served


def addresses(served: Site, count: int = PAGES) -> list[str]:
    return [f"http://127.0.0.{1 + n % HOSTS}:{served.port}/page/{n}" for n in range(count)]


def write_article(path: Path, urls: Sequence[str]) -> Path:
    """An article that quotes each page, every third one wrongly."""
    body, notes = [], []
    for n, url in enumerate(urls, 1):
        said = _sentence("/" + url.split("/", 3)[3])
        body.append(f"They write that “{said.replace('boats', 'carts') if n % 3 == 0 else said}”.[{n}]")
        notes.append(f"[{n}] “Page {n}”, Port Selm, {url}")
    path.write_text("\n\n".join([*body, *notes]) + "\n", encoding="utf-8")
    return path


def _sentence(page: str) -> str:
    number = int(page.rpartition("/")[2])
    return f"In the winter of {1800 + number} the board of {page} counted {200 + number} boats in its harbour"


# --- the program as a process --------------------------------------------------------------------


@dataclass(frozen=True)
class Ended:
    """How a run ended; a code below 0 is the signal that ended it."""

    code: int
    out: str
    err: str


class Run(Forked):
    """The program at work in a folder where it leaves what it said, so that a kill meets work and not imports."""

    def __init__(self, words: Sequence[str], folder: Path) -> None:
        super().__init__(words, folder, folder)

    def kill_after(self, seconds: float) -> bool:
        """Kill it after so many seconds, with -9; whether it still ran."""
        self.process.join(seconds)
        running = self.process.exitcode is None
        self.process.kill()
        return running

    def ended(self) -> Ended:
        """How it ended, waited for."""
        done = self.end()
        return Ended(done.returncode, done.stdout.decode(), done.stderr.decode())


def run(words: Sequence[str], folder: Path) -> Ended:
    """Run it to its end."""
    return Run(words, folder).ended()


# --- what must hold ------------------------------------------------------------------------------

# Rows that nothing rests on, or that say the same twice: none of these finds any.
_ORPHANS = {
    "bodies of no snapshot": "select id from bodies where id not in (select body_id from snapshots)",
    "snapshots of no visit": """
        select id from snapshots where id not in (select snapshot_id from fetches where snapshot_id is not null)
        and id not in (select memento_snapshot_id from fetches where memento_snapshot_id is not null)
        and id not in (select snapshot_id from exchanges)""",
    "texts of no snapshot": "select id from texts where snapshot_id not in (select id from snapshots)",
    "reports without answers": """
        select id from reports where rules is not null and id not in (select report_id from answers)
        and document_id in (select document_id from citations)""",
    "documents without notes": "select id from documents where id not in (select document_id from notes)",
}
_DOUBLES = {
    "bodies twice": "select sha256 from bodies group by sha256 having count(*) > 1",
    "sources twice": "select url from sources group by url having count(*) > 1",
    "visits twice": "select source_id from fetches group by source_id, fetched_at, run_id having count(*) > 1",
    "documents twice": "select name from documents group by name, sha256 having count(*) > 1",
}


def rows(path: Path, sql: str) -> list[tuple[object, ...]]:
    """What an archive answers; a connection that may roll back what a killed run left."""
    with closing(sqlite3.connect(path, timeout=HANG, isolation_level=None)) as connection:
        return connection.execute(sql).fetchall()


def visited(path: Path) -> set[str]:
    """The addresses whose visits are committed; none where a run left something half written, which this look does not touch."""
    if not path.exists():
        return set()
    with suppress(sqlite3.Error), closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as connection:
        return {
            url for (url,) in connection.execute("select url from sources where id in (select source_id from fetches)")
        }
    return set()


def complaints(path: Path) -> Iterator[tuple[str, str]]:
    """What is wrong with an archive after a run ended in whatever way: (what kind, what)."""
    if not path.exists() or path.stat().st_size == 0:
        return
    for pragma in ("integrity_check", "foreign_key_check"):
        if found := [row for row in rows(path, f"pragma {pragma}") if row != ("ok",)]:
            yield "damaged", f"{pragma}: {found[:3]}"
    if not rows(path, "select 1 from sqlite_master"):  # killed before there was anything in it
        return
    yield from (("damaged", str(damage)) for damage in verify(path).damages)
    tables = {name for (name,) in rows(path, "select name from sqlite_master where type = 'table'")}
    for kind, questions in (("orphaned", _ORPHANS), ("doubled", _DOUBLES)):
        for what, sql in questions.items():
            if "exchanges" in tables and (found := rows(path, sql)):
                yield kind, f"{what}: {found[:3]}"


# --- a drive -------------------------------------------------------------------------------------


@dataclass
class Figures:
    """What a drive counted; each complaint is printed when it comes."""

    counts: Counter[str] = field(default_factory=Counter)
    began: float = field(default_factory=time.monotonic)

    def count(self, what: str, times: int = 1) -> None:
        self.counts[what] += times

    def complain(self, kind: str, what: str) -> None:
        self.counts[kind] += 1
        print(f"✗ {kind}: {what}", flush=True)  # noqa: T201

    def must(self, holds: object, kind: str, what: Callable[[], str] | str) -> None:
        if not holds:
            self.complain(kind, what if isinstance(what, str) else what())

    def look_at(self, archive: Path, after: str) -> None:
        for kind, what in complaints(archive):
            self.complain(kind, f"after {after}: {what}")


Rounds = Callable[[Figures, int, Path], None]


def drive(name: str, kinds: Sequence[str], rounds: Rounds, usual: int) -> int:
    """Run a drive as the command line says, print its figures, and say whether all held."""
    parser = argparse.ArgumentParser(description=name)
    parser.add_argument("--rounds", type=int, default=usual)
    parser.add_argument("--seed", type=int, default=0)
    chosen = parser.parse_args()
    # Ctrl-C and `timeout`: what was counted so far is printed.
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    return driven(name, kinds, rounds, chosen.rounds, chosen.seed)


def driven(name: str, kinds: Sequence[str], rounds: Rounds, count: int, seed: int = 0) -> int:
    """Run so many rounds of a drive, print its figures, and say whether all held."""
    random.seed(seed)
    figures = Figures(Counter(dict.fromkeys(kinds, 0)))
    with tempfile.TemporaryDirectory(prefix="soak-", ignore_cleanup_errors=True) as folder, suppress(KeyboardInterrupt):
        rounds(figures, count, Path(folder))
    took = time.monotonic() - figures.began
    print(f"{name}: {json.dumps(figures.counts)} in {took:.0f} s", flush=True)  # noqa: T201
    return int(any(figures.counts[kind] for kind in kinds))


def watch(archive: Path, run: Run, seconds: float) -> set[str]:
    """Look on for so long, or until it ends; the addresses whose visits were seen committed."""
    until, seen = time.monotonic() + seconds, set[str]()
    while run.process.exitcode is None and (left := until - time.monotonic()) > 0:
        seen = visited(archive) or seen
        run.process.join(min(left, 0.03))
    return seen
