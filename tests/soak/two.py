"""Two runs at once on one archive: both end well, and each address is asked once.

The runs begin a moment apart, with the same article, with articles that share some of their sources, or with other verbs; sometimes one of
them is killed, and the other then asks for what that one did not get.
"""

from __future__ import annotations

import random
import shutil
import sys
from collections import Counter
from pathlib import Path

from ground import REACH, Figures, Run, addresses, drive, rows, site, visited, write_article
from ground import run as finish
from support.sites import Site

KINDS = ("damaged", "lost", "doubled", "orphaned", "asked twice", "ended badly")
_AT_ONCE = {
    "the same article": (("check", "one.txt"), ("check", "one.txt")),
    "articles that share sources": (("check", "one.txt"), ("check", "two.txt")),
    "check and archive": (("check", "one.txt"), ("archive", "two.txt")),
    "check and recheck": (("check", "one.txt", "--max-age", "1h"), ("recheck", "--older-than", "1h")),
    "one is killed": (("check", "one.txt"), ("check", "one.txt")),
}


def rounds(figures: Figures, count: int, folder: Path) -> None:
    with site(slowness=0.3) as served:
        for number in range(count):
            figures.count("runs at once")
            place = folder / str(number)
            place.mkdir()
            _round(figures, list(_AT_ONCE)[number % len(_AT_ONCE)], place, served)
            shutil.rmtree(place)


def _round(figures: Figures, name: str, place: Path, served: Site) -> None:
    urls, archive = addresses(served, 30), place / "archive.db"
    write_article(place / "one.txt", urls[:20])
    write_article(place / "two.txt", urls[10:])
    if name == "check and recheck":
        finish(("check", "one.txt", *REACH), place)
        rows(archive, "update fetches set fetched_at = '2025-06-02T12:00:00Z'")
    since = len(served.asked)
    folders = [place / "first", place / "second"]
    runs = []
    for words, folder in zip(_AT_ONCE[name], folders, strict=True):
        folder.mkdir()
        for article in ("one.txt", "two.txt"):
            (folder / article).symlink_to(place / article)
        runs.append(Run((*words, *REACH, "--db", str(archive), "-f", "json"), folder))
        runs[-1].process.join(random.choice([0, 0, 0.1, 0.3]))
    killed = name == "one is killed" and runs[0].kill_after(random.uniform(0.3, 1.2))
    figures.count("killed", int(killed))
    for run in runs[killed:]:
        ended = run.ended()
        figures.must(
            ended.code in (0, 1) and "Traceback" not in ended.err,
            "ended badly",
            f"{name}: {ended.code} {ended.err[:200]}",
        )
    _count(figures, name, served, since, archive, killed=killed)


def _count(figures: Figures, name: str, served: Site, since: int, archive: Path, *, killed: bool) -> None:
    asked = Counter(
        f"http://{a.host}:{served.port}{a.path}" for a in served.asked[since:] if a.path.startswith("/page/")
    )
    twice = [url for url, times in asked.items() if times > 1]
    # What a killed run had asked for and not yet kept, another asks again: each once more at most.
    figures.must(max(asked.values()) <= 2 if killed else not twice, "asked twice", f"{name}: {twice[:3]}")
    figures.must(set(asked) == visited(archive), "lost", f"{name}: {len(asked)} asked, {len(visited(archive))} kept")
    figures.count("pages asked", sum(asked.values()))
    figures.count("visits kept", int(str(rows(archive, "select count(*) from fetches")[0][0])))
    figures.look_at(archive, name)


if __name__ == "__main__":
    sys.exit(drive("two", KINDS, rounds, usual=5))
