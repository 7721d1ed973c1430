"""A year of weekly re-checks in some minutes: what is printed each week, and whether it was to be.

Usage: python benchmarks/year.py [--weeks N] [--stable N] [--mails FOLDER]. A web of invented pages, a function from request to response,
changes as webs do: clocks, counters, daily figures, adverts and comments on pages that stay what they are; servers that are now and then
too busy, broken or silent (one look in twenty); a host that is down for a night; and changes that are real. Ends with 1 where a
mail said what it should not, or did not say what it should.
"""

from __future__ import annotations

import argparse
import random
import sys
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from verifier.archive import Archive
from verifier.fetching import Mementos
from verifier.library import read_bytes
from verifier.model import Failure, FailureKind, Hop, PlanName, RecheckReport, Request, Response
from verifier.reports.text import recheck as text_of
from verifier.reports.weekly import is_well
from verifier.sources import extract
from verifier.workflow import Network, check, recheck

START = datetime(2025, 1, 6, 4, 0, tzinfo=UTC)
OFTEN = 0.05  # of all looks at a page fail for a reason that passes
DOWN = 3  # the week in which a host is down
_WORDS = (
    "harbour pilot barge meadow lantern orchard ferry quarry council season bridge winter valley market keeper river timber wagon cellar"
    " chapel mason tailor saddle furnace kettle parish bailiff granary weaver"
).split()
_VERBS = "crossed repaired counted promised measured refused visited opened carried sold borrowed painted watched moved".split()

_Told = tuple[tuple[int, str], ...]
Answer = tuple[int, str, str | None] | FailureKind  # status, body, where it leads; or no answer


@dataclass(frozen=True)
class Source:
    """A cited page: what it answers in each week, and the words by which its change is told, with the first week of each telling."""

    url: str
    quoted: str
    answer: Callable[[int], Answer]
    told: _Told = ()
    healed: int | None = None  # the week from which on all is well again


def sentences(seed: object, number: int) -> list[str]:
    """Invented sentences, the same for the same seed."""
    draw = random.Random(str(seed))
    made = []
    for _ in range(number):
        a, b, c, d = draw.sample(_WORDS, 4)
        made.append(
            f"The {a} {draw.choice(_VERBS)} the {b} of the {c} before the {d} came to the {draw.choice(_WORDS)}."
        )
    return made


def page(title: str, paragraphs: Sequence[str], extra: str = "", aside: str = "") -> str:
    body = "".join(f"<p>{p}</p>" for p in paragraphs)
    return (
        f"<!doctype html><html lang=en><head><title>{title}</title></head><body><nav><a href=/>Home</a></nav>"
        f"<main><article><h1>{title}</h1>{body}{extra}</article></main><aside>{aside}</aside></body></html>"
    )


# --- pages that stay what they are ------------------------------------------------------------------


def _clock(week: int) -> str:
    return f"<p>It is {(week * 7) % 24:02}:{(week * 13) % 60:02}. Read {1000 + week * 37} times.</p>"


def _figures(week: int) -> str:
    rows = "".join(f"<tr><td>Gauge {n}</td><td>{(week * 31 + n * 17) % 500} cm</td></tr>" for n in range(30))
    return f"<table><caption>Levels of the day</caption>{rows}</table>"


def _advert(week: int) -> str:
    return f"<div class=promo><p>{' '.join(sentences(f'advert {week % 9}', 2))}</p></div>"


def _comments(week: int) -> str:
    return "<h2>Readers wrote</h2>" + "".join(
        f"<p>{' '.join(sentences(f'remark {n}', 2))}</p>" for n in range(week * 3)
    )


def _nonce(week: int) -> str:
    return f"<form><input type=hidden name=token value=t{week * 7919}></form><script>var s={week}</script>"


_LIVELY = (_clock, _figures, _advert, _comments, _nonce)


def _address(name: str, host: str = "") -> str:
    return f"https://{host or name}.example/{name}"


def _quoted(name: str) -> str:
    return sentences(f"quoted {name}", 1)[0].rstrip(".")


def _story(name: str, quoted: str, extra: str = "") -> str:
    lines = sentences(name, 14)
    return page(f"On {name}", [*lines[:6], f"As was said then, {quoted[0].lower()}{quoted[1:]}.", *lines[6:]], extra)


def stable(number: int) -> Source:
    """A page that says the same all year, with something that moves beside it; five of them are on the host that fails for a night."""
    name, moves = f"still-{number}", _LIVELY[number % len(_LIVELY)]
    host = "depot" if number < 5 else f"paper-{number // 3}"
    quoted = _quoted(name)

    def answer(week: int) -> Answer:
        if host == "depot" and week == DOWN:
            return FailureKind.REFUSED
        return 200, _story(name, quoted, moves(week)), None

    return Source(_address(name, host), quoted, answer)


# --- changes that are real --------------------------------------------------------------------------

_FORM = "https://consent.consented.example/form?sessionId=3"
_NOT_FOUND = (404, "<title>Not found</title><h1>Not found</h1><p>There is no such page.</p>", None)
_BROKEN = (503, "<title>Error</title><h1>Service unavailable</h1>", None)
_PAYWALL = (
    '<script type="application/ld+json">{"@context":"https://schema.org","@type":"NewsArticle","isAccessibleForFree":false}</script>'
    "<p>To read on, subscribe. This article is for subscribers only. Already a subscriber? Log in.</p>"
)
_PARKED = "<title>{0}</title><h1>{0}</h1><p>This domain is for sale. Buy this domain today, or make an offer.</p>"
_CASINO = " ".join(["Spin the reels and win! The best casino bonus, free slots, and jackpots every day."] * 12)
_CONSENT = (
    "We use cookies to show our pages, to keep them safe and to measure their use. If you click Accept all, we and our 212 partners store"
    " and read information on your device. You can change your choice at any time in the privacy settings. "
)


def changes() -> tuple[Source, ...]:
    """One page for each kind of change."""

    def source(
        name: str,
        told: tuple[tuple[int, str], ...],
        later: Callable[[int, str], Answer | None],
        healed: int | None = None,
    ) -> Source:
        quoted = _quoted(name)
        same = (200, _story(name, quoted), None)
        return Source(_address(name), quoted, lambda week: later(week, quoted) or same, told, healed)

    def between(first: int, last: int, make: Callable[[str], Answer]) -> Callable[[int, str], Answer | None]:
        return lambda week, quoted: make(quoted) if first <= week < last else None

    def other_words(quoted: str) -> Answer:
        return 200, _story("edited", quoted.replace(" before ", " after ")), None

    def corrected(quoted: str) -> Answer:
        note = "<p>Correction: an earlier version of this article gave the wrong year of the flood; it was two years later.</p>"
        return 200, _story("corrected", quoted, note), None

    def behind_pay(_: str) -> Answer:
        return 200, page("On paid", sentences("paid", 2), _PAYWALL), None

    def in_turn(week: int, _: str) -> Answer | None:
        return None if week < 11 else (_NOT_FOUND if week % 2 else _BROKEN)

    return (
        source("edited", ((2, "quote_lost"), (7, "found again")), between(2, 7, other_words), 7),
        source("rewritten", ((3, "quote_lost"),), between(3, 99, lambda _: (200, page("On rewritten", sentences("quite new", 15)), None))),
        source("corrected", ((4, "edited"),), between(4, 99, corrected)),
        source("gone", ((4, "gone"), (8, "found again")), between(4, 8, lambda _: _NOT_FOUND), 8),
        source("home", ((5, "soft_404"),), between(5, 99, lambda _: (302, "", "https://home.example/"))),
        source("paid", ((5, "restricted"),), between(5, 9, behind_pay), 9),
        source("parked", ((6, "parked"),), between(6, 99, lambda _: (200, _PARKED.format("parked.example"), None))),
        source("hijacked", ((7, "quote_lost"),), between(7, 99, lambda _: (200, page("Play now", [_CASINO, _CASINO]), None))),
        source("consented", ((8, "restricted"),), between(8, 10, lambda _: (302, "", _FORM)), 10),
        source("vanished", ((8, "unreachable"),), between(6, 99, lambda _: FailureKind.REFUSED)),
        source("in-turn", ((11, "gone"),), in_turn),
    )  # fmt: skip


# --- the year ---------------------------------------------------------------------------------------


class Year:
    """An archive, a web, and a clock that goes on by weeks."""

    def __init__(self, path: Path, sources: Sequence[Source], *, everything: bool = True) -> None:
        self.week, self._sources = 0, {source.url: source for source in sources}
        self.everything = everything
        self.archive = Archive.open(path, now=self.now)
        notes = "".join(
            f"[{i}] “On {s.url}”, The Paper, {s.url}, (Access Date: 05.01.2025).\n" for i, s in enumerate(sources, 1)
        )
        body = "".join(
            f"One of them wrote that “{s.quoted[0].lower()}{s.quoted[1:]}”.[{i}]\n\n" for i, s in enumerate(sources, 1)
        )
        self.archive.begin_run("check", "")
        document = read_bytes(f"{body}\n{notes}".encode(), "the-valley.txt")
        report = check(document, self.archive, self.network(), now=self.now, max_age=timedelta(0))
        self.archive.end_run(0)
        self.first = [finding.verdict.value for finding in report.findings if finding.quotation is not None]

    def now(self) -> datetime:
        """The Monday morning of the week."""
        return START + timedelta(weeks=self.week)

    def network(self) -> Network:
        """The web of the week."""
        return Network(PlanName.LIVE, self._send, extract, Mementos("never"), spacing=0.0)

    def look(self) -> RecheckReport:
        """The next week's re-check of all sources; with `everything` also what is wrong still."""
        self.week += 1
        report = recheck(
            self.archive, self.network(), now=self.now, older_than=timedelta(0), everything=self.everything
        )
        self.archive.end_run(0)
        return report

    def _send(self, request: Request) -> Response | Failure:
        found = self._passing(request.url) if self.week else None
        hops: list[Hop] = []
        url = request.url
        if found is None:
            found = self._answer(url)
        if isinstance(found, tuple) and found[2] is not None:
            hops.append(Hop(url, found[0], found[2]))
            url = found[2]
            found = (200, self._elsewhere(url), None)
        if isinstance(found, FailureKind):
            return Failure(request.url, found, "The connection was refused.", self.now())
        status, body, _ = found
        headers = (
            ("content-type", "text/html; charset=utf-8"),
            *((("retry-after", "3600"),) if status in (429, 503) else ()),
        )
        return Response(request.url, url, status, headers, body.encode(), self.now(), tuple(hops))

    def _answer(self, url: str) -> Answer:
        return self._sources[url].answer(self.week) if url in self._sources else _NOT_FOUND

    def _passing(self, url: str) -> Answer | None:
        """Now and then a server is too busy, broken, at work or silent; the same all week, however often it is asked."""
        source = self._sources.get(url)
        draw = random.Random(f"{self.week} {url}")
        if source is None or source.told or draw.random() >= OFTEN:
            return None
        wait = (202, "<title>Please wait</title><p>Please wait.</p>", None)
        return draw.choice([(429, "Too many requests", None), _BROKEN, wait, FailureKind.TIMEOUT])

    @staticmethod
    def _elsewhere(url: str) -> str:
        if "consent" in url:
            buttons = "<form><button>Accept all</button><button>Reject all</button></form>"
            return page("Before you go on", [_CONSENT, _CONSENT], buttons)
        return page("The home page", sentences("home page", 12))


def wrong(year: Year, report: RecheckReport, sources: Sequence[Source]) -> list[str]:
    """What a week said that it should not, or did not say and should."""
    said = {(s.url, "found again" if is_well(s) else s.word) for s in (*report.changes, *report.walls)}
    due = {(s.url, word) for s in sources for week, word in s.told if week == year.week}
    found = [f"week {year.week}: {url} {word}, and nothing is new" for url, word in sorted(said - due)]
    found += [f"week {year.week}: {url} {word} was not said" for url, word in sorted(due - said)]
    down = [host.host for host in report.down]
    if down != (["depot.example"] if year.week == DOWN else []):
        found.append(f"week {year.week}: hosts without an answer: {down}")
    listed = {event.url for event in report.still}
    for s in sources:
        first = min((week for week, _ in s.told), default=999)
        open_ = first < year.week < (s.healed or 999)
        if open_ is not (s.url in listed):
            found.append(f"week {year.week}: {s.url} is {'not ' if open_ else ''}listed among what is wrong still")
    return found


def main() -> None:
    given = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    given.add_argument("--weeks", type=int, default=52)
    given.add_argument("--stable", type=int, default=25, help="pages that stay what they are")
    given.add_argument("--mails", type=Path, help="a folder for the mails, one file a week")
    chosen = given.parse_args()
    sources = (*map(stable, range(chosen.stable)), *changes())
    with tempfile.TemporaryDirectory() as folder:
        year = Year(Path(folder, "archive.db"), sources)
        mistakes = [] if set(year.first) == {"verbatim"} else [f"the check: {year.first}"]
        mails = 0
        for _ in range(chosen.weeks):
            report = year.look()
            mistakes += wrong(year, report, sources)
            mail = text_of(report)
            mails += bool(report.changes or report.walls or report.down)
            if chosen.mails:
                (chosen.mails / f"week-{year.week:02}.txt").write_text(mail, encoding="utf-8")
        year.archive.close()
    print("\n".join(mistakes))
    looks = chosen.weeks * chosen.stable
    print(
        f"{looks} looks at pages that stay what they are, {chosen.weeks} weeks, {mails} mails, {len(mistakes)} mistakes"
    )
    sys.exit(bool(mistakes))


if __name__ == "__main__":
    main()
