"""Damaged and foreign files under every verb that opens an archive.

Each is refused (2, one clear error, not a byte changed), or answered as the sound archive is. A flip that SQLite cannot tell from other words
of a row is counted as `other words`; fewer lines than the sound archive answers are `partial` whoever could have told.
"""

from __future__ import annotations

import gzip
import random
import shutil
import sqlite3
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from ground import OLD_ARCHIVES, Ended, Figures, drive, rows, run
from test_old_archives import COPYING, READING, WRITING

KINDS = ("traceback", "unclear", "written", "partial", "ended badly")
_PAGE = 4096
_FEW = 6  # verbs a file in the short form
WORDS = {
    **READING,
    **{" ".join(words[:2]): words for group in COPYING.values() for words in group},
    **WRITING,
}


def _flip(data: bytearray, places: range) -> bytearray:
    for _ in range(random.choice([1, 2, 8, 50])):
        data[random.choice(places)] ^= 1 << random.randrange(8)
    return data


def _swap(data: bytearray) -> bytearray:
    a, b = (random.randrange(1, len(data) // _PAGE) * _PAGE for _ in range(2))
    data[a : a + _PAGE], data[b : b + _PAGE] = data[b : b + _PAGE], data[a : a + _PAGE]
    return data


def _blank(data: bytearray) -> bytearray:
    page = random.randrange(len(data) // _PAGE) * _PAGE
    data[page : page + _PAGE] = random.choice([bytes(_PAGE), random.randbytes(_PAGE)])
    return data


def _set(data: bytearray, place: int, value: int) -> bytearray:
    data[place : place + 4] = value.to_bytes(4, "big")
    return data


def _made(statements: str) -> Callable[[bytearray], bytes | bytearray]:
    def make(_: bytearray) -> bytes:
        with closing(sqlite3.connect("")) as made:
            made.executescript(statements)
            return made.serialize()

    return make


def _edited(statement: str) -> Callable[[bytearray], bytes | bytearray]:
    def edit(data: bytearray) -> bytes:
        with closing(sqlite3.connect("", isolation_level=None)) as copy:
            copy.deserialize(bytes(data))
            copy.execute(statement)
            return copy.serialize()

    return edit


# How a file is damaged, or what lies there instead.
DAMAGES: dict[str, Callable[[bytearray], bytes | bytearray]] = {
    "flips": lambda data: _flip(data, range(len(data))),
    "flips in the head": lambda data: _flip(data, range(100)),
    "flips in a page's head": lambda data: _flip(
        data, range((p := random.randrange(len(data) // _PAGE) * _PAGE), p + 64)
    ),
    "cut": lambda data: data[: random.randrange(len(data))],
    "cut at a page": lambda data: data[: random.randrange(1, len(data) // _PAGE) * _PAGE],
    "longer": lambda data: data + random.randbytes(random.choice([1, 512, _PAGE])),
    "pages swapped": _swap,
    "a page blank": _blank,
    "another program's id": lambda data: _set(data, 68, 0x0F055112),
    "a newer user_version": lambda data: _set(data, 60, 999),
    "a newer migration": _edited(
        "insert into _sqlite_migrations (migration_set, name, applied_at) values ('verifier', 'm999_later', '2030-01-01')"
    ),
    "a table gone": _edited("drop table hops"),
    "a view gone": _edited("drop view review"),
    "no migrations": _edited("drop table _sqlite_migrations"),
    "another database": _made("create table songs (title text)"),
    "our id and nothing else": _made(f"pragma application_id = {0x56524659}; create table songs (title text)"),
    "text": lambda _: b"Dear reader,\nthis is no archive.\n",
    "gzip": lambda data: gzip.compress(bytes(data)),
    "gzip cut": lambda data: gzip.compress(bytes(data))[:9000],
    "zip": lambda data: b"PK\x03\x04" + bytes(data[:5000]),
    "PDF": lambda _: b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n<<>>\nendobj\n",
    "WARC": lambda _: b"WARC/1.1\r\nWARC-Type: warcinfo\r\nContent-Length: 0\r\n\r\n\r\n\r\n",
    "random": lambda _: random.randbytes(20000),
    "only the magic": lambda _: b"SQLite format 3\x00",
    "zeros": lambda data: bytes(len(data)),
}


def rounds(figures: Figures, count: int, folder: Path) -> None:
    sound: dict[tuple[str, str], Ended] = {}
    for number in range(count):
        figures.count("files")
        damage = list(DAMAGES)[number % len(DAMAGES)]
        of = random.choice(OLD_ARCHIVES)
        data = bytes(DAMAGES[damage](bytearray(of.read_bytes())))
        for verb in WORDS if count >= len(DAMAGES) else random.sample(list(WORDS), _FEW):
            if (of.name, verb) not in sound:
                sound[of.name, verb] = _run(verb, of.read_bytes(), folder / "sound")[0]
            name = f"{number} {verb}, {damage} of {of.name}"
            _judge(figures, name, verb, data, sound[of.name, verb], folder)


def _run(verb: str, data: bytes, place: Path) -> tuple[Ended, bytes, set[str]]:
    """How a verb ended on a file, what the file was then, and what else lies beside it."""
    shutil.rmtree(place, ignore_errors=True)
    (place / "out").mkdir(parents=True)
    (place / "archive.db").write_bytes(data)
    ended = run([word.format("out") for word in WORDS[verb]], place)
    beside = {p.name for p in place.iterdir()} - {"out", ".out", ".err", "archive.db"}
    return ended, (place / "archive.db").read_bytes(), beside


def _judge(figures: Figures, name: str, verb: str, data: bytes, sound: Ended, folder: Path) -> None:
    ended, after, beside = _run(verb, data, folder / "damaged")
    figures.count("runs")
    figures.must("Traceback" not in ended.err, "traceback", f"{name}: {ended.err[-300:]}")
    told = ended.code == 2 or (verb == "verify" and ended.code == 1)
    figures.count("refused", int(told))
    may_write = verb in WRITING and not _is_damaged(data, folder)
    figures.must(
        (after == data or may_write) and not beside, "written", f"{name}: {beside} {ended.code} {ended.err[:200]}"
    )
    if ended.code == 2:
        lines = [line.partition(":")[0] for line in ended.err.strip().splitlines()]
        clear = lines == ["error", "hint"] and not ended.out and "inside verifier" not in ended.err
        figures.must(clear, "unclear", f"{name}: {ended.err[:300]!r} {ended.out[:100]!r}")
    elif not told:
        _compare(figures, name, verb, ended, sound)


def _compare(figures: Figures, name: str, verb: str, ended: Ended, sound: Ended) -> None:
    """It answered: as the sound archive does, or in other words."""
    figures.must(ended.code == sound.code, "ended badly", f"{name}: {ended.code}, not {sound.code} {ended.err[:200]}")
    if verb in READING and verb != "datasette" and ended.out != sound.out:  # which tells of what tables there are
        figures.count("other words")
        fewer = len(ended.out.splitlines()) < len(sound.out.splitlines())
        figures.must(
            not fewer, "partial", f"{name}: {len(ended.out.splitlines())} lines of {len(sound.out.splitlines())}"
        )


def _is_damaged(data: bytes, folder: Path) -> bool:
    """Whether anybody can tell at a look: SQLite itself, or the program's id."""
    copy = folder / "looked-at.db"
    copy.write_bytes(data)
    try:
        return data[68:72] != b"VRFY" or rows(copy, "pragma quick_check(1)") != [("ok",)]
    except sqlite3.Error:
        return True


if __name__ == "__main__":
    sys.exit(drive("damaged", KINDS, rounds, usual=len(DAMAGES)))
