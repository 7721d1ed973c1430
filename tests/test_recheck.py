"""The weekly re-check: link rot and content drift, told once, and nothing where nothing is wrong."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from support.webs import Answer, failure, page, send_from

from verifier.archive import Archive
from verifier.fetching import Mementos
from verifier.library import read_bytes
from verifier.model import Content, Life, Link, PlanName, RecheckReport, Report, Severity, SourceText
from verifier.sources import extract
from verifier.verdicts.drift import drift
from verifier.workflow import Network, check, recheck

URL = "https://gazette.example/2021/03/quiet-gates"
START = datetime(2025, 6, 2, 12, 0, tzinfo=UTC)
QUOTED = "kept the gates open for another year"
ARTICLE = f"The board “{QUOTED}”.[1]\n\n[1] “Quiet Gates”, The Gazette, {URL}, (Access Date: 05.10.2024).\n".encode()
STORY = [
    "The river board met in the old customs house on Monday.",
    f"It {QUOTED}, as the growers of the lower basin had asked.",
    "The engineers found no reason to refuse.",
    "The levels will be looked at again in the autumn, when the harvest is in and the boats are on land.",
    "Nobody spoke against it, and the meeting was over before the ferry left.",
]


def story(lines: list[str], *, aside: str = "") -> str:
    body = "".join(f"<p>{line}</p>" for line in lines)
    return page("Quiet Gates – The Gazette", f"<article><h1>Quiet Gates</h1>{body}</article><aside>{aside}</aside>")


WEB: Mapping[str, Answer] = {URL: story(STORY)}


class Weeks:
    """An archive over the weeks: one check, then a look a week later each."""

    def __init__(self, path: Path) -> None:
        self.now = START
        self.archive = Archive.open(path, now=lambda: self.now)

    def network(self, web: Mapping[str, Answer]) -> Network:
        return Network(PlanName.LIVE, send_from(web, at=self.now), extract, Mementos("never"), spacing=0.0)

    def check(self, web: Mapping[str, Answer]) -> Report:
        document = read_bytes(ARTICLE, "a.txt")
        self.archive.begin_run("check", "")
        return check(document, self.archive, self.network(web), now=lambda: self.now, max_age=timedelta(days=1))

    def look(self, web: Mapping[str, Answer], *, later: timedelta = timedelta(days=7)) -> RecheckReport:
        self.now += later
        network = self.network({**web, "https://other.example/": page("Other", "<p>Another source.</p>")})
        return recheck(self.archive, network, now=lambda: self.now, older_than=timedelta(days=6))


@pytest.fixture
def weeks(tmp_path: Path) -> Iterator[Weeks]:
    made = Weeks(tmp_path / "archive.db")
    made.check(WEB)
    yield made
    made.archive.close()


# The page a week later; what became of its text; whether a person should hear of it.
LATER: dict[str, tuple[Mapping[str, Answer], Content | None, bool]] = {
    "the same": (WEB, Content.SAME, False),
    "other advertisements": ({URL: story(STORY, aside="Buy boats on Tuesday 12:31")}, Content.SAME, False),
    "a correction": ({URL: story([*STORY, "Correction: the ferry left at noon."])}, Content.EDITED, True),
    "readers wrote much": ({URL: story([*STORY, *(f"Remark {n}: the boats of {n} o'clock were late again, as they always are." for n in range(40))])}, Content.EDITED, False),
    "the quoted words are gone": ({URL: story([STORY[0], *STORY[2:]])}, Content.QUOTE_LOST, True),
    "gone": ({URL: (404, page("Not found", "<h1>Page not found</h1>"))}, None, True),
    "a wall": ({URL: (403, page("Just a moment...", "<h1>Checking your browser</h1>"))}, None, False),
    "broken": ({URL: (500, page("Error", "<h1>Internal Server Error</h1>"))}, None, False),
}  # fmt: skip


@pytest.mark.parametrize("case", LATER)
def test_a_week_later(case: str, weeks: Weeks) -> None:
    web, content, news = LATER[case]
    report = weeks.look(web)
    [state] = report.sources
    assert state.content == content
    assert bool(report.changes) is news


def test_news_is_told_once(weeks: Weeks) -> None:
    gone: Mapping[str, Answer] = {URL: (410, "")}
    assert [len(weeks.look(gone).changes) for _ in range(3)] == [1, 0, 0]
    assert len(weeks.look(WEB).changes) == 1  # found again


def test_a_page_that_is_new_every_week_is_told_once(weeks: Weeks) -> None:
    def figures(week: int) -> Mapping[str, Answer]:
        return {
            URL: story([f"Day {week * 7 + n}: {week * 31 + n * 7} boats, {week + n * 11} carts." for n in range(30)])
        }

    assert [len(weeks.look(figures(week)).changes) for week in range(1, 5)] == [1, 0, 0, 0]
    assert len(weeks.look({URL: (410, "")}).changes) == 1


def test_what_a_look_found_can_be_asked_later(weeks: Weeks) -> None:
    weeks.look(LATER["the quoted words are gone"][0])
    weeks.look(LATER["the quoted words are gone"][0])
    rows = weeks.archive.query("changed_sources").rows
    assert [row[:2] for row in rows] == [(URL, "quote_lost")]
    assert [line.content for line in weeks.archive.history(URL)] == [Content.SAME, Content.QUOTE_LOST, None]


def test_what_only_an_older_article_cites_is_left_alone(weeks: Weeks) -> None:
    corrected = read_bytes(ARTICLE.replace(b"quiet-gates", b"quieter-gates"), "a.txt")
    weeks.now += timedelta(days=1)
    there = URL.replace("quiet", "quieter")
    web = {there: story(STORY)}
    weeks.archive.begin_run("check", "")
    check(corrected, weeks.archive, weeks.network(web), now=lambda: weeks.now, max_age=timedelta(days=1))
    assert [state.url for state in weeks.look(web).sources] == [there]
    assert [row[3] for row in weeks.archive.query("citation_status").rows] == [there]


def test_what_was_told_is_no_news_behind_a_wall(weeks: Weeks) -> None:
    gone: Mapping[str, Answer] = {URL: (410, "")}
    wall = LATER["a wall"][0]
    assert [len(weeks.look(web).changes) for web in (gone, wall, gone, wall, WEB, wall, WEB)] == [1, 0, 0, 0, 1, 0, 0]


def test_what_is_new_says_what_and_why(weeks: Weeks) -> None:
    [lost] = weeks.look(LATER["the quoted words are gone"][0]).changes
    assert (lost.word, lost.severity, lost.lost_quotations) == ("quote_lost", Severity.PROBLEM, (QUOTED,))
    [gone] = weeks.look({URL: (410, "")}).changes
    assert (gone.word, gone.severity) == ("gone", Severity.PROBLEM)
    [again] = weeks.look(WEB).changes
    assert (again.word, again.severity) == ("ok", Severity.FINE)
    assert "It had been lost since 2025-06-16." in again.reason


def test_a_check_tells_what_became_of_a_page(weeks: Weeks) -> None:
    """Against the text of the visit before in which the page was found; nothing is said of a page that nobody saw."""
    steps: list[tuple[Mapping[str, Answer], Content | None]] = [
        (WEB, Content.SAME),
        (LATER["a correction"][0], Content.EDITED),
        (LATER["gone"][0], None),
        (LATER["a wall"][0], None),
        (LATER["the quoted words are gone"][0], Content.QUOTE_LOST),
    ]
    first = weeks.archive.report()
    assert first is not None
    assert first.citations[0].content is Content.FIRST
    for web, content in steps:
        weeks.now += timedelta(days=2)
        made = weeks.check(web)
        assert made.citations[0].content is content
        weeks.now += timedelta(hours=1)
        assert weeks.check(web if content is None else WEB).citations[0].content is content, (
            "not fetched again: the same answer"
        )


def test_dead_after_three_failures_at_least_three_days_apart(weeks: Weeks) -> None:
    gone: Mapping[str, Answer] = {URL: (404, "")}
    lives = [weeks.look(gone).sources[0].life for _ in range(3)]
    assert lives == [Life.SUSPECT, Life.SUSPECT, Life.DEAD]
    assert weeks.look(WEB).sources[0].life is Life.ALIVE


def test_a_wall_neither_harms_nor_heals(weeks: Weeks) -> None:
    gone: Mapping[str, Answer] = {URL: (404, "")}
    weeks.look(gone)
    assert weeks.look(LATER["a wall"][0]).sources[0].life is Life.SUSPECT


def test_what_was_looked_at_lately_is_left_alone(weeks: Weeks) -> None:
    assert weeks.look(WEB, later=timedelta(days=2)).sources == ()


def test_with_no_network_nothing_is_said_of_the_sources(weeks: Weeks) -> None:
    report = weeks.look({URL: failure("dns")})
    assert not report.looked
    assert report.changes == ()


def test_a_second_check_sends_nothing_within_max_age(weeks: Weeks) -> None:
    asked: list[str] = []
    network = Network(PlanName.LIVE, send_from(WEB, asked), extract, Mementos("never"), spacing=0.0)
    document = read_bytes(ARTICLE, "a.txt")
    again = check(document, weeks.archive, network, now=lambda: weeks.now, max_age=timedelta(days=1))
    assert asked == []
    assert [f.verdict for f in again.findings] == [f.verdict for f in weeks.check(WEB).findings]
    assert again.citations[0].fetch is not None
    assert again.citations[0].fetch.status.link is Link.OK


@pytest.mark.parametrize(
    ("before", "now", "content"),
    [
        ("The vote was 12 to 3.", "The vote was 12 to 3.", Content.SAME),
        ("The vote was 12 to 3.", "The  “vote” was\n12 to 3", Content.SAME),
        ("one two three four five six seven eight nine ten", "one two three four five six seven eight nine zen", Content.EDITED),
        ("one two three four five six", "quite another text about boats", Content.DRIFTED),
    ],
)  # fmt: skip
def test_what_became_of_a_text(before: str, now: str, content: Content) -> None:
    assert drift(SourceText(before, "plain", "1"), SourceText(now, "plain", "1"), []) == (content, ())
