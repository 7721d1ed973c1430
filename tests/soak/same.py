"""The same archive and article, the same answer: whatever the hash seed, the locale, the time zone, the day.

`check --offline` on a copy of an archive that holds the sources and no verdict, in every format; times apart. The clock is set by libfaketime where it is installed; elsewhere
that part is left out, and said.
"""

from __future__ import annotations

import itertools
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

from ground import REACH, ROOT, Figures, addresses, drive, run, site, write_article
from support.limits import HANG
from support.program import COMMAND

KINDS = ("other", "ended badly")
SEEDS = [str(seed) for seed in range(10)]
LOCALES = ["C.UTF-8", "tr_TR.UTF-8", "de_DE.UTF-8"]
ZONES = ["UTC", "Asia/Tokyo", "America/St_Johns"]
CLOCKS = ["", "+1d"]
FORMATS = ("json", "html", "md", "csv", "jsonl")
# A moment, a day, a length of time: what may differ.
_TIMES = re.compile(
    r"\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d)?(?:Z|[+-]\d\d:\d\d)?)?|\b\d\d:\d\d(?::\d\d)?\b|\b\d{1,2} (?:[A-Z][a-z]+) \d{4}"
)


def rounds(figures: Figures, count: int, folder: Path) -> None:
    with site() as served:
        write_article(folder / "article.txt", addresses(served))
        assert run(("archive", "article.txt", *REACH), folder).code == 0
    shutil.copy(ROOT / "examples" / "article.md", folder / "article.md")
    captures = ("--replay", str(ROOT / "examples" / "sources.warc.gz"))
    assert run(("archive", "article.md", *captures), folder).code in (0, 1)
    # First what differs most from the usual, then all together.
    settings = sorted(itertools.product(SEEDS, LOCALES, ZONES, _clocks()), key=lambda s: (SEEDS.index(s[0]), s))
    step = max(1, len(settings) // count)
    first = None
    for setting in settings[::step][:count]:
        figures.count("settings")
        said = _checked(figures, folder, *setting)
        first = first or said
        for name, text in said.items():
            figures.must(text == first[name], "other", f"{setting}: {name}: {_difference(text, first[name])}")


def _clocks() -> list[str]:
    if shutil.which("faketime"):
        return CLOCKS
    print("faketime is not installed: the clock stays as it is")  # noqa: T201
    return CLOCKS[:1]


def _checked(figures: Figures, folder: Path, seed: str, locale: str, zone: str, clock: str) -> dict[str, str]:
    """What a check said, in each format."""
    place = folder / "setting"
    shutil.rmtree(place, ignore_errors=True)
    place.mkdir()
    for name in ("archive.db", "article.txt", "article.md"):
        shutil.copy(folder / name, place / name)
    outputs = [word for suffix in FORMATS for word in ("-o", f"report.{suffix}")]
    faked = ["faketime", "-f", clock] if clock else []
    environment = {**os.environ, "PYTHONHASHSEED": seed, "LANG": locale, "LC_ALL": locale, "TZ": zone}
    words = ("check", "article.txt", "article.md", "--offline", "--max-age", "3650d", *outputs)
    done = subprocess.run(
        [*faked, *COMMAND, *words],
        cwd=place,
        capture_output=True,
        text=True,
        timeout=HANG,
        check=False,
        env=environment,
    )
    figures.must(
        done.returncode == 1, "ended badly", f"{seed} {locale} {zone} {clock}: {done.returncode} {done.stderr[:200]}"
    )
    files = {suffix: place / f"report.{suffix}" for suffix in FORMATS}
    said = {name: path.read_text(encoding="utf-8") for name, path in files.items() if path.exists()}
    return {name: _TIMES.sub("…", text) for name, text in {**said, "text": done.stdout}.items()}


def _difference(text: str, first: str) -> str:
    place = next((i for i, (a, b) in enumerate(zip(text, first, strict=False)) if a != b), min(len(text), len(first)))
    return f"{text[max(0, place - 60) : place + 60]!r}, not {first[max(0, place - 60) : place + 60]!r}"


if __name__ == "__main__":
    sys.exit(drive("same", KINDS, rounds, usual=6))
