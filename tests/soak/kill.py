"""kill -9 at any moment: in a run, a run again, a migration, a merge.

What was acknowledged (a visit that another process saw committed, a finding or a result that was printed) is there afterwards; nothing is there twice or
without what it rests on; the next run asks no server again for what is finished. A scene is a line of SCENES.
"""

from __future__ import annotations

import json
import random
import re
import shutil
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from ground import (
    OLD_ARCHIVES,
    PAGES,
    REACH,
    Ended,
    Figures,
    Run,
    addresses,
    drive,
    rows,
    run,
    site,
    visited,
    watch,
    write_article,
)
from support.sites import Site

KINDS = ("damaged", "lost", "doubled", "orphaned", "asked again", "ended badly")
_MOST_KILLS = 6  # of one archive: then it may finish
_SAID = re.compile(r"^[✗!] \[(\d+)\]", re.MULTILINE)  # a finding, as it is said on stderr
_took: dict[str, float] = {}  # by scene, the seconds in which it ends by itself on this machine


@dataclass(frozen=True)
class Scene:
    """A verb under fire: what lies in the folder before, what is run, and how it may end."""

    prepare: Callable[[Path, Site], object]
    words: tuple[str, ...]
    drops: tuple[str, ...] = ()  # the tables out of which it takes rows


def _nothing(_folder: Path, _served: Site) -> None:
    """A new archive."""


def _old_archive(folder: Path, _served: Site) -> None:
    shutil.copy(random.choice(OLD_ARCHIVES), folder / "archive.db")


def _with_colleague(folder: Path, served: Site) -> None:
    write_article(folder / "other.txt", addresses(served, PAGES * 2)[PAGES // 2 :])
    run(("check", "other.txt", *REACH, "--db", "colleague.db"), folder)
    _checked(folder, served)


def _checked(folder: Path, _served: Site) -> None:
    run(CHECK, folder)


CHECK = ("check", "article.txt", *REACH, "-f", "json")
SCENES = {
    "run": Scene(_nothing, CHECK),
    "run again": Scene(_checked, (*CHECK, "--max-age", "0s")),
    "migration": Scene(_old_archive, CHECK),
    "recheck": Scene(_checked, ("recheck", *REACH, "--older-than", "0s", "-f", "json")),
    "merge": Scene(_with_colleague, ("merge", "colleague.db")),
    "prune": Scene(_old_archive, ("prune", "--keep", "1", "--yes"), drops=("snapshots", "bodies", "texts")),
}


def rounds(figures: Figures, kills: int, folder: Path) -> None:
    with site(slowness=0.05) as served:
        names = list(SCENES)
        while figures.counts["kills"] < kills:
            name = names[figures.counts["archives"] % len(names)]
            figures.count("archives")
            place = folder / str(figures.counts["archives"])
            place.mkdir()
            write_article(place / "article.txt", addresses(served))
            _fight(figures, name, place, served, kills)
            shutil.rmtree(place)


def _fight(figures: Figures, name: str, place: Path, served: Site, kills: int) -> None:
    """One archive: killed again and again, then left to finish."""
    scene, archive = SCENES[name], place / "archive.db"
    scene.prepare(place, served)
    before = {table: ids for table, ids in _kept(archive).items() if table not in scene.drops}
    for _ in range(_MOST_KILLS):
        if figures.counts["kills"] >= kills or not _kill(figures, name, scene, place, served):
            break
        _compare(figures, name, before, archive)
    finished = _finished(archive) if name in ("run", "migration") else set()
    asked = len(served.asked)
    began = time.monotonic()
    ended = run(scene.words, place)
    _took[name] = time.monotonic() - began
    _judge_end(figures, name, ended)
    _count_asked(figures, name, served, asked, finished)
    _compare(figures, name, before, archive)
    if name == "merge":
        missing = visited(place / "colleague.db") - visited(archive)
        figures.must(not missing, "lost", f"merge: {sorted(missing)[:3]} of the colleague's")
    figures.look_at(archive, f"{name}, finished")


def _kill(figures: Figures, name: str, scene: Scene, place: Path, served: Site) -> bool:
    """Whether it was killed before it ended."""
    archive = place / "archive.db"
    finished, asked = _finished(archive) if name in ("run", "migration") else set(), len(served.asked)
    under_fire = Run(scene.words, place)
    began = time.monotonic()
    seen = watch(archive, under_fire, random.uniform(0, _took.get(name, 1.0)))
    killed = under_fire.kill_after(0)
    ended = under_fire.ended()
    if killed and ended.code < 0:
        figures.count("kills")
        figures.count(f"in {name}")
        figures.count("met a journal", int(archive.with_name("archive.db-journal").exists()))
    else:
        _took[name] = time.monotonic() - began
        _judge_end(figures, name, ended)
    figures.look_at(archive, name)  # rolls back what it left half written
    urls = addresses(served)
    seen |= {urls[int(label) - 1] for label in _SAID.findall(ended.err)}
    figures.count("findings said", len(_SAID.findall(ended.err)))
    missing = seen - visited(archive)
    figures.must(not missing, "lost", f"{name}: {sorted(missing)[:3]} were committed")
    _count_asked(figures, name, served, asked, finished)
    return killed


def _count_asked(figures: Figures, name: str, served: Site, since: int, finished: set[str]) -> None:
    """Nothing that was finished before is asked, and nothing twice in a run."""
    asked = [f"http://{a.host}:{served.port}{a.path}" for a in served.asked[since:] if a.path.startswith("/page/")]
    again = finished.intersection(asked)
    figures.must(not again, "asked again", f"{name}: {sorted(again)[:3]} were finished")
    figures.must(len(asked) == len(set(asked)), "asked again", f"{name}: twice in one run")
    figures.count("pages asked", len(asked))


def _finished(archive: Path) -> set[str]:
    return {url for url in visited(archive) if url.startswith("http://127.0.0.")}


def _judge_end(figures: Figures, name: str, ended: Ended) -> None:
    said = f"{name} ended {ended.code}: {ended.err[:300]}"
    figures.must(ended.code in (0, 1) and "Traceback" not in ended.err, "ended badly", said)
    if name in ("run", "migration", "run again") and ended.code in (0, 1):
        result = json.loads(ended.out)
        figures.must(result["finished"] and len(result["citations"]) == PAGES, "lost", f"{name}: not all citations")
        figures.must({c["family"] for c in result["citations"]} == {"found"}, "lost", f"{name}: not all are found")


_TABLES = ("sources", "fetches", "snapshots", "bodies", "texts", "documents", "findings", "reports")


def _kept(archive: Path) -> dict[str, set[object]]:
    """The ids of the rows of an archive: rows are added, none goes."""
    if not archive.exists():
        return {}
    return {table: {key for (key,) in rows(archive, f"select id from {table}")} for table in _TABLES}


def _compare(figures: Figures, name: str, before: dict[str, set[object]], archive: Path) -> None:
    if before:
        after = _kept(archive)
        for table, kept in before.items():
            figures.must(kept <= after[table], "lost", f"{name}: rows of {table}")


if __name__ == "__main__":
    sys.exit(drive("kill", KINDS, rounds, usual=40))
