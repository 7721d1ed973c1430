"""The archive as a file: how fast captures are written, what they weigh, how fast they are searched.

N invented pages, or the pages of a folder, are kept as fetches with the texts that are read out of them, beside a plain program that packs
the same bytes and puts the same texts into tables of its own by `sqlite3`, in the same groups. Then all are kept again, the same and with
a paragraph more, two times.
"""

from __future__ import annotations

import gzip
import hashlib
import re
import sqlite3
import statistics
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import zstandard
from invented import Bodies, pages
from results import Result, finish, parser

from verifier.archive import Archive, verify
from verifier.model import Fetch, Hop, Link, LinkStatus, PlanName, Snapshot, SourceText
from verifier.sources import extract

DAY = datetime(2025, 6, 2, 10, tzinfo=UTC)
GROUP = 100  # captures a commit, as the archive has
_STATUS = LinkStatus(Link.OK, "status_200", "The page is there.")
_OWN = re.compile(rb"""<link rel=["']?canonical["']? href=["']?(https?://[^"'\s>]+)""")
_PLAIN = """
    create table sources (id integer primary key, url text unique);
    create table bodies (id integer primary key, sha256 text unique, size integer, content blob);
    create table texts (id integer primary key, body_id integer references bodies(id), title text, text text);
    create table fetches (id integer primary key, source_id integer, body_id integer, text_id integer, fetched_at text, reason text);
    create table hops (fetch_id integer, url text, status integer);
    create virtual table texts_fts using fts5 (title, text, content='texts', content_rowid='id', tokenize='unicode61 remove_diacritics 2');
    create trigger added after insert on texts begin
        insert into texts_fts (rowid, title, text) values (new.id, new.title, new.text); end;
"""


def captured(count: int, hosts: int) -> list[Fetch]:
    """A fetch of each page, as a check makes them."""
    cited = pages(count, hosts)
    bodies = Bodies(cited)
    fetches = []
    for page in cited:
        body = b"".join(chunk.plain for chunk in bodies.find(page.path) or ())
        url = f"https://{page.host}{page.path}"
        fetches.append(_visit(url, body, DAY))
    return fetches


def of_folder(folder: Path) -> list[Fetch]:
    """A fetch of each page that lies in a folder (.html, .html.gz), by the address that the page gives itself."""
    fetches = []
    for path in sorted(folder.rglob("*.html*")):
        data = path.read_bytes()
        body = gzip.decompress(data) if path.suffix == ".gz" else data
        said = _OWN.search(body)
        fetches.append(_visit(said[1].decode() if said else f"https://{path.stem[:8]}.example/", body, DAY))
    return list({fetch.url: fetch for fetch in fetches}.values())


def again(fetch: Fetch, days: int, *, edited: bool) -> Fetch:
    """The same page some days later, or with a paragraph more."""
    assert fetch.snapshot is not None
    assert fetch.text is not None
    body = fetch.snapshot.body
    if edited:
        words = f"<p>Corrected on day {days}: the number of boats at {fetch.url} was wrong.</p>".encode()
        middle = body.find(b"<p", len(body) // 2)
        body = body[:middle] + words + body[middle:] if middle > 0 else body + words
    return _visit(fetch.url, body, DAY + timedelta(days=days))


def _visit(url: str, body: bytes, at: datetime) -> Fetch:
    snapshot = _snapshot(body, url)
    return _fetch(url, snapshot, extract(snapshot), at)


def _snapshot(body: bytes, url: str) -> Snapshot:
    return Snapshot(hashlib.sha256(body).hexdigest(), body, "text/html", "utf-8", url)


def _fetch(url: str, snapshot: Snapshot, text: SourceText, at: datetime) -> Fetch:
    return Fetch(url, at, PlanName.LIVE, _STATUS, url, 200, (Hop(url, 200),), snapshot, text)


def keep(path: Path, fetches: Iterable[Fetch]) -> None:
    """By the archive."""
    with Archive.open(path, now=lambda: DAY) as archive:
        for fetch in fetches:
            archive.add_fetch(fetch)


def keep_plainly(path: Path, fetches: Sequence[Fetch]) -> None:
    """By `sqlite3` alone, with the same care for crashes."""
    with closing(sqlite3.connect(path, isolation_level=None)) as db:
        db.execute("pragma synchronous = full")
        db.executescript(_PLAIN)
        for start in range(0, len(fetches), GROUP):
            db.execute("begin immediate")
            for fetch in fetches[start : start + GROUP]:
                _keep_plainly(db, fetch)
            db.execute("commit")


def _keep_plainly(db: sqlite3.Connection, fetch: Fetch) -> None:
    assert fetch.snapshot is not None
    assert fetch.text is not None
    source = db.execute("insert into sources (url) values (?)", [fetch.url]).lastrowid
    content = zstandard.ZstdCompressor(level=3).compress(fetch.snapshot.body)
    row = [fetch.snapshot.sha256, len(fetch.snapshot.body), content]
    body = db.execute("insert into bodies (sha256, size, content) values (?, ?, ?)", row).lastrowid
    words = [body, fetch.text.metadata.title, fetch.text.text]
    text = db.execute("insert into texts (body_id, title, text) values (?, ?, ?)", words).lastrowid
    visit = [source, body, text, fetch.fetched_at.isoformat(), fetch.status.reason]
    sql = "insert into fetches (source_id, body_id, text_id, fetched_at, reason) values (?, ?, ?, ?, ?)"
    key = db.execute(sql, visit).lastrowid
    db.executemany("insert into hops values (?, ?, ?)", [(key, hop.url, hop.status) for hop in fetch.hops])


def _timed(act: Callable[[], object]) -> float:
    started = time.monotonic()
    act()
    return time.monotonic() - started


def archive_file(fetches: Sequence[Fetch], folder: Path) -> Result:
    """All of it, in a folder."""
    count = len(fetches)
    result = Result(f"archive_file {count}", ("", "found", "plain `sqlite3`", "ratio"))
    path, plain = folder / "archive.db", folder / "plain.db"
    before = time.process_time()
    ours, between = _timed(lambda: keep(path, fetches)), time.process_time()
    theirs, after = _timed(lambda: keep_plainly(plain, fetches)), time.process_time()
    for what, a, b in (
        ("captures written a second", ours, theirs),
        ("captures written a second of CPU", between - before, after - between),
    ):
        result.rows.append((what, f"{count / a:.0f}", f"{count / b:.0f}", f"{b / a:.2f}"))
    size, beside = path.stat().st_size, plain.stat().st_size
    result.rows.append(
        ("kB a capture", f"{size / count / 1000:.1f}", f"{beside / count / 1000:.1f}", f"{beside / size:.2f}")
    )
    result.figures["size"] = {
        "bytes": size,
        "plain": beside,
        "of pages": sum(len(f.snapshot.body) for f in fetches if f.snapshot),
    }
    result.rows += [(f"of these {what}", f"{kept / count / 1000:.1f}", "", "") for what, kept in _parts(path).items()]
    for label, edited, day in (
        ("the same page again", False, 7),
        ("an edited page", True, 14),
        ("a page edited again", True, 21),
    ):
        before = _in_use(path)
        bodies = _sizes(path)
        keep(path, (again(fetch, day, edited=edited) for fetch in fetches))
        added = _in_use(path) - before
        stored = _sizes(path)[len(bodies) :]
        result.rows.append(
            (f"kB for {label}, its body alone", f"{added / count / 1000:.2f}, {sum(stored) / count / 1000:.2f}", "", "")
        )
        result.figures[label] = {"bytes": added, "bodies": len(stored), "stored": sum(stored)}
    free = path.stat().st_size - _in_use(path)
    result.rows.append(("kB a capture that are free for the next pages", f"{free / count / 1000:.1f}", "", ""))
    result.figures["free"] = {"bytes": free}
    rare, common = _search(path, fetches, result)
    result.rows += [
        ("search for words of a title, median of 40", f"{rare:.1f} ms", "", ""),
        ("search for a word of most texts", f"{common:.1f} ms", "", ""),
    ]
    result.expect("damages", verify(path).damages, ())
    mean = sum(len(fetch.snapshot.body) for fetch in fetches if fetch.snapshot) / count / 1000
    result.notes.append(f"Pages of {mean:.0f} kB on average, their texts and the index of them with them.")
    return result


def _parts(path: Path) -> dict[str, int]:
    """The bytes of what weighs most."""
    with closing(sqlite3.connect(path)) as db:
        sums = {
            "bodies": "select sum(length(content)) from bodies",
            "texts": "select sum(length(cast(text as blob))) from texts",
            "the index of words": "select sum(length(block)) from texts_fts_data",
        }
        return {what: int(db.execute(sql).fetchone()[0]) for what, sql in sums.items()}


def _in_use(path: Path) -> int:
    """The bytes of the file without those that are free for the next pages."""
    with closing(sqlite3.connect(path)) as db:
        pages, free, size = (
            db.execute(f"pragma {name}").fetchone()[0] for name in ("page_count", "freelist_count", "page_size")
        )
    return int((pages - free) * size)


def _sizes(path: Path) -> list[int]:
    with closing(sqlite3.connect(path)) as db:
        return [size for (size,) in db.execute("select length(content) from bodies order by id")]


def _search(path: Path, fetches: Sequence[Fetch], result: Result) -> tuple[float, float]:
    """The median in ms of searches for three words in a row that stand on some page, and a search for the word of most texts."""
    took = []
    with Archive.open(path, now=lambda: DAY, readonly=True) as archive:
        for number in range(40):
            fetch = fetches[number * 7 % len(fetches)]
            assert fetch.text is not None
            phrase = " ".join(re.findall(r"\w+", fetch.text.metadata.title or fetch.text.text)[:3])
            started = time.monotonic()
            hits = archive.search(f'"{phrase}"')
            took.append(1000 * (time.monotonic() - started))
            result.expect(f"a page for “{phrase}”", bool(hits), wanted=True)
        words = Counter(
            word for fetch in fetches[:200] if fetch.text for word in set(re.findall(r"[^\W\d_]{3,}", fetch.text.text))
        )
        common = 1000 * _timed(lambda: archive.search(words.most_common(1)[0][0]))
    return statistics.median(took), common


def main() -> None:
    options = parser(__doc__, 2000)
    options.add_argument(
        "--pages", type=Path, metavar="FOLDER", help="keep the pages of a folder instead of invented ones"
    )
    given = options.parse_args()
    fetches = of_folder(given.pages) if given.pages else captured(given.count, given.hosts)
    with tempfile.TemporaryDirectory() as folder:
        result = archive_file(fetches, Path(folder))
    finish(result, given)


if __name__ == "__main__":
    main()
