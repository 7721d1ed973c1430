"""How long an answer stands, and what is said while nothing comes."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from verifier.archive.age import Age
from verifier.commands.progress import Progress, show_progress
from verifier.model import Fetch, Link, LinkStatus, PlanName
from verifier.watching import NOBODY

NOON = datetime(2025, 6, 2, 12, 0, tzinfo=UTC)
MINUTE, HOUR, DAY = timedelta(minutes=1), timedelta(hours=1), timedelta(days=1)

# The link and its rule, how old the answer is, whether it stands, whether it does for a run with a browser.
ANSWERS: dict[str, tuple[Link, str, timedelta, bool, bool]] = {
    "found": (Link.OK, "status_200", 23 * HOUR, True, True),
    "found the day before": (Link.OK, "status_200", 25 * HOUR, False, False),
    "lost": (Link.GONE, "status_404", 5 * HOUR, True, True),
    "asked to be left alone": (Link.BLOCKED, "rate_limit", MINUTE, True, True),
    "asked to be left alone two hours ago": (Link.BLOCKED, "rate_limit", 2 * HOUR, False, False),
    "a captcha": (Link.BLOCKED, "bot_wall", 59 * MINUTE, True, False),
    "a login": (Link.RESTRICTED, "login", MINUTE, True, False),
    "a server that is broken": (Link.SERVER_ERROR, "status_503", MINUTE, True, False),
    "no answer in time": (Link.UNREACHABLE, "timeout", 9 * MINUTE, True, False),
    "no answer in time, a while ago": (Link.UNREACHABLE, "timeout", 11 * MINUTE, False, False),
    "an address that was not allowed": (Link.BLOCKED, "unsafe", MINUTE, False, False),
    "no network": (Link.UNREACHABLE, "no_network", MINUTE, False, False),
    "scripts that were not run": (Link.NEEDS_JS, "shell", MINUTE, True, False),
    "from the future": (Link.BLOCKED, "bot_wall", -HOUR, False, False),
}


@pytest.mark.parametrize("case", ANSWERS)
def test_what_could_not_be_told_is_left_alone_for_a_while(case: str) -> None:
    link, rule, old, stands, with_browser = ANSWERS[case]
    fetch = Fetch("https://a.example/", NOON - old, PlanName.LIVE, LinkStatus(link, rule, "It was so."))
    assert Age(NOON, DAY).stands(fetch) is stands
    assert Age(NOON, DAY).stands(fetch, renders=True) is with_browser
    assert not Age(NOON, timedelta(0)).stands(fetch) or old <= timedelta(0)


def test_without_a_terminal_a_line_a_minute_says_how_far_it_is() -> None:
    said: list[str] = []
    seconds = iter([0.0, 10.0, 61.0, 61.0, 100.0, 122.0, 122.0])
    progress = Progress(said.append, clock=lambda: next(seconds))
    progress.fetched(1, 24, "https://a.example/1")
    progress.fetched(2, 24, "https://a.example/2")
    progress.waits_for(["slow.example", "late.example"], 22.4)
    progress.waits_for(["slow.example"], 3.0)
    assert said == [
        "2 of 24 are there.",
        "2 of 24 are there, waiting for slow.example, 3 s left.",
    ]


def test_the_bar_shows_what_moves_no_cursor() -> None:
    class Bar:
        told = ""

        def update(self, _: int, *, description: str, **__: int) -> None:
            self.told = description

    bar = Bar()
    progress = Progress(lambda _: None, bar)
    progress.fetched(1, 2, "https://a.example/\x1b[2J\u202e")
    assert bar.told == r"has read https://a.example/\u001b[2J\u202e"
    progress.waits_for(["a.example\x1b]0;x\x07"], 3.0)
    assert bar.told == r"waiting for a.example\u001b]0;x\u0007, 3 s left"


@pytest.mark.parametrize(
    ("quiet", "elsewhere", "silent"), [(False, True, False), (False, False, True), (True, True, True)]
)
def test_without_a_terminal_a_verb_of_timers_is_silent(quiet: bool, elsewhere: bool, silent: bool) -> None:
    with show_progress(quiet=quiet, elsewhere=elsewhere) as watcher:
        assert (watcher is NOBODY) is silent


def test_what_was_said_is_not_said_again() -> None:
    said: list[str] = []
    progress = Progress(said.append)
    lost = Fetch("https://a.example/", NOON, PlanName.LIVE, LinkStatus(Link.GONE, "status_404", "It is not there."))
    for _ in range(2):
        progress.lost("3", lost)
    progress.about("draft.md")
    progress.lost("3", lost)
    assert said == ["✗ [3] It is not there.", "✗ draft.md: [3] It is not there."]
