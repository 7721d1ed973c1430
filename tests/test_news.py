"""What re-checks tell over the weeks: once, in the run that saw it, with who cites it and what to do; and what is wrong still, until it heals."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import feedparser  # type: ignore[import-untyped] # it ships no types
import pytest
from filelock import FileLock
from support.webs import Answer, failure, page, send_from

from verifier import cli
from verifier.archive import Archive
from verifier.archive.age import Age
from verifier.archive.asking import folder_of
from verifier.commands.alone import LOCK
from verifier.errors import ArchiveError
from verifier.fetching import Mementos, Wanted
from verifier.library import read_bytes
from verifier.model import Cited, Failure, Life, Link, PlanName, RecheckReport, Request, Response, SourceText
from verifier.reports import Kind, formatter
from verifier.reports.weekly import is_well
from verifier.sources import extract
from verifier.verdicts import compare
from verifier.workflow import Network, check, collect, recheck, require_clock

START = datetime(2025, 6, 2, 12, 0, tzinfo=UTC)
GATES, LEVELS = "https://gazette.example/gates", "https://gazette.example/levels"
QUOTED = "kept the gates open for another year"
ARTICLE = f"""The board “{QUOTED}”.[1] The levels stood at 312 cm on that day.[2]

[1] “Quiet Gates”, The Gazette, {GATES}, (Access Date: 05.03.2024).
[2] “Levels”, The Gazette, {LEVELS}, (Access Date: 05.03.2024).
"""
STORY = (
    "The river board met in the old customs house on Monday.",
    f"It {QUOTED}, as the growers of the lower basin had asked.",
    "The engineers found no reason to refuse.",
    "The levels will be looked at again in the autumn, when the harvest is in and the boats are on land.",
    "Nobody spoke against it, and the meeting was over before the ferry left.",
)
LEVEL = (
    "The harbour office writes down the levels of the river.",
    "On that day the levels stood at 312 cm, which is what is usual in March.",
    "The gauge at the old bridge was cleaned in the winter and is read twice a day.",
    "Whoever wants older levels may ask for the books of the office.",
)


def story(lines: Sequence[str], more: str = "") -> str:
    body = "".join(f"<p>{line}</p>" for line in lines)
    return page("Quiet Gates – The Gazette", f"<article><h1>Quiet Gates</h1>{body}{more}</article>")


Web = Mapping[str, Answer]
WEB: Web = {GATES: story(STORY), LEVELS: story(LEVEL)}
EDITED = {**WEB, GATES: story([line.replace("open for another", "shut for another") for line in STORY])}
GONE = {**WEB, GATES: (404, "<h1>Not found</h1>")}
SILENT = {**WEB, GATES: failure("refused")}
GERMAN = (
    "Der Wasserverband traf sich am Montag im alten Zollhaus und hat dort lange beraten.",
    "Er hielt die Tore ein weiteres Jahr offen, wie es die Bauern des unteren Tals verlangt hatten.",
    "Die Ingenieure fanden keinen Grund, sich zu weigern, und niemand sprach dagegen.",
)
SLOW = {**WEB, GATES: failure("timeout")}
CAPTCHA = {**WEB, GATES: (403, page("Just a moment...", "<h1>Checking your browser</h1>"))}
NOTHING = {**WEB, GATES: (200, "")}
PAID = {**WEB, GATES: story(STORY[:1], "<p>This article is for subscribers only. To read on, subscribe.</p>"
        '<script type="application/ld+json">{"@type":"NewsArticle","isAccessibleForFree":false}</script>')}  # fmt: skip
# Too little for a text, and nothing of what stood there.
STAND = {**WEB, GATES: page("The Gazette", "<h1>The Gazette</h1><p>See you in the market hall on Saturday.</p>")}
ELSEWHERE = "https://gazette.example/archive/2024/quiet-gates"
MOVED = {**WEB, GATES: (301, "", {"location": ELSEWHERE}), ELSEWHERE: story(STORY)}
SECURE = {**WEB, GATES: (301, "", {"location": f"{GATES}/"}), f"{GATES}/": story(STORY)}
TAKEN_BACK = {**WEB, GATES: story(["Retraction notice: This article has been retracted by its authors.", *STORY])}


class Weeks:
    """An archive over the weeks."""

    def __init__(self, path: Path, article: str = ARTICLE, web: Web = WEB) -> None:
        self.now = START
        self.archive = Archive.open(path, now=lambda: self.now)
        self.archive.begin_run("check", "")
        document = read_bytes(article.encode(), "gates.txt")
        check(document, self.archive, self.network(web), now=lambda: self.now, max_age=timedelta(0))
        self.archive.end_run(0)

    def network(self, web: Web, mementos: str = "never") -> Network:
        answer = send_from(web, at=self.now)

        def send(request: Request) -> Response | Failure:
            return replace(answer(request), received_at=self.now)

        return Network(PlanName.LIVE, send, extract, Mementos(mementos), spacing=0.0)

    def look(self, web: Web, *, days: int = 7, older_than: int = 0, mementos: str = "never") -> RecheckReport:
        self.now += timedelta(days=days)
        network = self.network(web, mementos)
        report = recheck(
            self.archive, network, now=lambda: self.now, older_than=timedelta(days=older_than), everything=True
        )
        self.archive.end_run(0)
        return report


@pytest.fixture
def weeks(tmp_path: Path) -> Iterator[Weeks]:
    made = Weeks(tmp_path / "archive.db")
    yield made
    made.archive.close()


def words(report: RecheckReport) -> list[str]:
    return ["again" if is_well(state) else state.word for state in (*report.changes, *report.walls)]


def written(report: RecheckReport, name: str = "text") -> str:
    made = formatter(Kind.RECHECK, name)(report)
    return made if isinstance(made, str) else made.decode()


# Webs of the weeks, and what is told in each.
TOLD: dict[str, tuple[list[Web], list[list[str]]]] = {
    "gone, and again": ([GONE, GONE, WEB, WEB], [["gone"], [], ["again"], []]),
    "gone and broken in turn": ([GONE, {**WEB, GATES: (503, "")}, GONE], [["gone"], [], []]),
    "it comes and goes": ([GONE, WEB, GONE, WEB], [["gone"], ["again"], [], []]),
    "nobody answers, three times": ([SILENT, SILENT, SILENT, SILENT], [[], [], ["unreachable"], []]),
    "in another language": ([{**WEB, GATES: story(GERMAN)}, WEB], [["drifted"], ["again"]]),
    "nobody can look, for weeks": ([CAPTCHA, SLOW, CAPTCHA, {**WEB, GATES: (503, "")}, CAPTCHA, SLOW, WEB], [[], [], [], [], ["blocked"], [], []]),
    "nobody can look, now and then": ([SLOW, SLOW, SLOW, WEB, SLOW, SLOW, SLOW], [[]] * 7),
    "nothing comes, once": ([NOTHING, WEB], [[], []]),
    "nothing comes, three times": ([NOTHING] * 3, [[], [], ["soft_404"]]),
    "out of order, with a 200": ([{**WEB, GATES: page("The Gazette", "<h1>Hello</h1><p>We are down for planned maintenance.</p>")}, WEB], [[], []]),
    "something else in its place, for weeks": ([STAND] * 4 + [WEB, WEB], [[], [], ["soft_404"], [], ["again"], []]),
    "something else in its place, once": ([STAND, WEB], [[], []]),
    "moved for good": ([MOVED, MOVED, WEB, MOVED], [["moved"], [], [], []]),
    "moved for good, and edited there": (
        [MOVED, {**MOVED, ELSEWHERE: story([line.replace("open for another", "shut for another") for line in STORY])}],
        [["moved"], ["quote_lost"]],
    ),
    "moved by a stroke": ([SECURE, SECURE], [[], []]),
    "taken back": ([TAKEN_BACK, TAKEN_BACK, WEB], [["edited"], [], ["again"]]),
    "nobody answers, once": ([SILENT, WEB, SILENT, WEB], [[], [], [], []]),
    "the quotation was edited": ([EDITED, EDITED, WEB], [["quote_lost"], [], ["again"]]),
    "edited, then gone": ([EDITED, GONE, EDITED], [["quote_lost"], ["gone"], ["again"]]),
    "a paywall": ([PAID, PAID, WEB], [["restricted"], [], []]),
    "what the article says was edited": (
        [{**WEB, LEVELS: story([line.replace("312", "421") for line in LEVEL])}] * 2,
        [["edited"], []],
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", TOLD)
def test_what_is_told_in_which_week(case: str, weeks: Weeks) -> None:
    webs, told = TOLD[case]
    assert [words(weeks.look(web)) for web in webs] == told


def test_what_was_told_is_listed_until_it_heals(weeks: Weeks) -> None:
    weeks.look(GONE)
    listed = [[(event.word, event.life) for event in weeks.look(web).still] for web in (GONE, GONE, WEB)]
    assert listed == [[("gone", Life.SUSPECT)], [("gone", Life.DEAD)], []]


def test_views_say_what_is_wrong_today(weeks: Weeks) -> None:
    def asked(view: str) -> list[tuple[object, ...]]:
        return [row[:1] for row in weeks.archive.query(view).rows]

    weeks.look(EDITED)
    assert asked("select content from drifted_sources") == [("quote_lost",)]
    weeks.look(GONE)
    assert weeks.archive.query("select link, life, cited_by from dead_links").rows == (
        ("gone", "suspect", "gates.txt [1]"),
    )
    weeks.look(SILENT)
    assert asked("select link from dead_links") == [("unreachable",)]
    weeks.look(WEB)
    assert asked("dead_links") == asked("drifted_sources") == asked("open_events") == []


def test_one_night_without_an_answer_is_no_dead_link(weeks: Weeks) -> None:
    report = weeks.look(SILENT)
    assert weeks.archive.query("dead_links").rows == ()
    assert {state.life for state in report.sources if state.url == GATES} == {Life.SUSPECT}


def test_the_report_says_what_the_new_text_says(weeks: Weeks) -> None:
    def verdicts() -> list[str]:
        report = weeks.archive.report("gates.txt")
        assert report is not None
        return [f.verdict.value for f in report.findings if f.quotation is not None]

    [changed] = weeks.look(EDITED).changes
    assert changed.judged_again == ("gates.txt [1]: word for word before, words differ now",)
    assert verdicts() == ["altered"]
    assert "altered" in [row[0] for row in weeks.archive.query("select verdict from review").rows]
    weeks.look({**WEB, GATES: (403, "")})
    assert verdicts() == ["altered"], "a wall takes no finding away"
    weeks.look(WEB)
    assert verdicts() == ["verbatim"]


def test_a_page_of_which_nothing_else_is_said_now_leaves_the_article_as_it_is(tmp_path: Path) -> None:
    """Judging again keeps no article of its own: its quotations would be watched no more, and its faults be said twice."""
    weeks = Weeks(
        tmp_path / "archive.db",
        ARTICLE.replace("\n\n", " So it was.[3]\n\n") + "[3] The board’s own book of the year.\n",
    )
    for web in (GONE, WEB, EDITED, WEB):
        weeks.look(web)
    assert weeks.archive.query("select count(*) from documents").rows == ((1,),)
    assert weeks.archive.query("select label from problems").rows == (("3",),)
    assert [s.quotations for s in weeks.archive.sources()] == [(QUOTED,), ()]


def test_a_mail_says_where_and_what(weeks: Weeks) -> None:
    lines = written(weeks.look(EDITED)).splitlines()
    assert lines[0] == "1 page lost its quotation (2 sources looked at)"
    assert [line.strip() for line in lines[3:8]] == [
        "Quoted words that stand in the stored copy are no longer on the page.",
        "cited in: gates.txt [1]",
        f"no longer there: “{QUOTED}”",
        "before: “… board met … It kept the gates [open] for another year, as the growers …”".replace("board met … ", ""),
        "now: “… It kept the gates [shut] for another year, as the growers …”",
    ]  # fmt: skip


@pytest.mark.parametrize("name", ["text", "md"])
def test_nothing_new_is_silence(name: str, weeks: Weeks) -> None:
    assert written(weeks.look(WEB), name) == ""


DEPOT = [f"https://depot.example/{n}" for n in range(7)]
OTHER = {"https://other.example/": page("Other", "<p>Another source.</p>")}
UP: Web = {**{url: story(STORY, f"<p>{n}</p>") for n, url in enumerate(DEPOT)}, **OTHER}
# Webs of the weeks; in which of them the host without an answer is a line.
NIGHTS: dict[str, tuple[list[Web], list[int]]] = {
    "refused": ([{**UP, **dict.fromkeys(DEPOT, failure("refused"))}] * 2 + [UP], [1, 0, 0]),
    "in vain for weeks": ([{**UP, **dict.fromkeys(DEPOT, failure("timeout"))}] * 3 + [UP], [1, 0, 0, 0]),
    "one of them was lost before": (
        [{**UP, DEPOT[0]: (404, "")}, UP, {**UP, **dict.fromkeys(DEPOT, failure("refused"))}], [0, 0, 1],
    ),
    "one of them answers": ([{**UP, **dict.fromkeys(DEPOT[1:], failure("timeout"))}], [0]),
}  # fmt: skip


@pytest.mark.parametrize("case", NIGHTS)
def test_in_which_week_a_host_is_down(case: str, tmp_path: Path) -> None:
    webs, down = NIGHTS[case]
    weeks = Weeks(tmp_path / "archive.db", depot(), UP)
    assert [len(weeks.look(web).down) for web in webs] == down


def depot() -> str:
    """An article that cites all pages of a host, and another one."""
    urls = [*DEPOT, *OTHER]
    notes = "".join(
        f"[{n}] “Quiet Gates”, The Gazette, {url}, (Access Date: 05.03.2024).\n" for n, url in enumerate(urls, 1)
    )
    return "".join(f"It {QUOTED}.[{n}]\n\n" for n, _ in enumerate(urls, 1)) + notes


def test_a_host_that_is_down_is_one_line(tmp_path: Path) -> None:
    up, down = UP, {**UP, **dict.fromkeys(DEPOT, failure("refused"))}
    weeks = Weeks(tmp_path / "archive.db", depot(), up)
    first = weeks.look(down)
    assert [(host.host, host.sources) for host in first.down] == [("depot.example", 7)]
    assert first.changes == ()
    assert written(first).count("depot.example") == 1
    assert written(weeks.look(up)) == ""
    assert written(weeks.look(down)) == "", "it comes and goes"
    assert [written(weeks.look(down)).count("✗") for _ in range(3)] == [0, 1, 1], (
        "dead: one entry for all, then still so"
    )


def test_the_copy_that_holds_the_words_comes_with_a_line_for_the_note(weeks: Weeks) -> None:
    base = "https://web.archive.org"
    index = [
        ["timestamp", "original", "statuscode", "mimetype", "digest"],
        ["20240306101500", GATES, "200", "text/html", "A"],
    ]
    copy = "20240306101500"
    web = {**EDITED, "*": (404, "")} | {
        f"{base}/web/{copy}id_/{GATES}": story(STORY),
        f"{base}/web/{copy}/{GATES}": story(STORY),
    }
    asked: list[str] = []
    answer = send_from(web, asked, at=weeks.now + timedelta(days=7))

    def send(request: Request) -> Response | Failure:
        if "/cdx/" in request.url or "/cdx?" in request.url:
            return send_from({request.url: json.dumps(index)}, at=weeks.now)(request)
        return answer(request)

    weeks.now += timedelta(days=7)
    network = Network(PlanName.LIVE, send, extract, Mementos("lost"), spacing=0.0)
    report = recheck(weeks.archive, network, now=lambda: weeks.now, older_than=timedelta(0))
    [changed] = report.changes
    assert changed.memento_url == f"{base}/web/{copy}/{GATES}"
    assert (
        f"for the note: “Quiet Gates”, The Gazette, {GATES}, (Access Date: 05.03.2024). "
        f"Archived copy of 2024-03-06: {changed.memento_url}."
    ) in written(report)


def test_a_person_overrules(weeks: Weeks) -> None:
    weeks.look(EDITED)
    weeks.archive.say(GATES, Life.ALIVE)
    assert [(words(report), report.still) for report in (weeks.look(EDITED), weeks.look(EDITED))] == [([], ())] * 2
    assert words(weeks.look(GONE)) == ["gone"], "it was found since, so the word is used up"
    weeks.archive.say(GATES, Life.ALIVE)
    assert words(weeks.look(GONE)) == []
    weeks.archive.say(LEVELS, Life.DEAD)
    assert [(event.url, event.word) for event in weeks.look(GONE).still] == [(LEVELS, "dead")]
    with pytest.raises(ArchiveError, match="holds no source"):
        weeks.archive.say("https://nowhere.example/", Life.DEAD)


def test_the_stable_are_asked_more_seldom_and_suspects_sooner(weeks: Weeks) -> None:
    assert [len(weeks.look(WEB, older_than=6).sources) for _ in range(8)] == [2, 2, 2, 2, 0, 2, 0, 2]
    weeks.look(GONE)
    assert [s.url for s in weeks.look(GONE, days=4, older_than=6).sources] == [GATES]


def test_a_run_that_was_cut_short_tells_the_next_time(weeks: Weeks) -> None:
    """The visit was kept and nothing more: what is told follows from what is so."""
    weeks.now += timedelta(days=7)
    weeks.archive.begin_run("recheck", "")
    list(collect([Wanted(Cited(GATES))], weeks.archive, weeks.network(EDITED), age=Age(weeks.now, timedelta(0))))
    assert words(weeks.look(EDITED)) == ["quote_lost"]


def test_what_another_run_asked_since_this_one_began_is_not_asked_again(weeks: Weeks) -> None:
    began = Age(weeks.now - timedelta(seconds=1), timedelta(0))
    (fetch,) = collect([Wanted(Cited(GATES))], weeks.archive, weeks.network(GONE), age=began)
    assert fetch.status.link is Link.OK


FEEDS = {"gone": GONE, "edited": EDITED}


@pytest.mark.parametrize("case", FEEDS)
def test_the_feed_is_atom(case: str, weeks: Weeks) -> None:
    first = feedparser.parse(written(weeks.look(FEEDS[case]), "atom"))
    again = feedparser.parse(written(weeks.look(FEEDS[case]), "atom"))
    assert (first.bozo, first.version) == (False, "atom10")
    assert [entry.link for entry in first.entries] == [GATES]
    assert "gates.txt [1]" in first.entries[0].content[0].value
    assert [e.id for e in first.entries] == [e.id for e in again.entries], "what was told keeps its id"
    assert all(first.feed.get(field) for field in ("title", "id", "updated", "author"))


def test_the_page_runs_and_loads_nothing(weeks: Weeks) -> None:
    shown = written(
        weeks.look(
            {**WEB, GATES: story(["<b>&lt;script&gt;alert(1)&lt;/script&gt;</b> Correction: it was shut.", *STORY])}
        ),
        "html",
    )
    assert "<script" not in shown
    assert "default-src 'none'" in shown
    assert "A correction was added" in shown


def test_json_names_articles_passages_and_what_is_still_so(weeks: Weeks) -> None:
    weeks.look(EDITED)
    told = json.loads(written(weeks.look(EDITED), "json"))
    assert [(e["word"], e["cited_by"][0]["label"], e["life"]) for e in told["still"]] == [("quote_lost", "1", "alive")]
    assert told["changes"] == told["walls"] == told["down"] == []


def test_a_clock_set_back_is_refused_in_words(weeks: Weeks) -> None:
    require_clock(weeks.archive, START - timedelta(minutes=5))
    with pytest.raises(
        ArchiveError, match=r"The clock of this machine says 2025-05-30, but .* was written to on 2025-06-02"
    ):
        require_clock(weeks.archive, START - timedelta(days=3))


def test_two_timers_do_not_meet(weeks: Weeks, capsys: pytest.CaptureFixture[str]) -> None:
    weeks.archive.flush()
    folder = folder_of(weeks.archive.path)
    assert folder is not None
    with FileLock(folder / LOCK):
        assert cli.run(["recheck", "--db", str(weeks.archive.path)]) == 2
    assert "Another re-check of" in capsys.readouterr().err
    assert cli.run(["recheck", "--db", str(weeks.archive.path), "--dead", GATES]) == 0
    assert cli.run(["recheck", "--db", str(weeks.archive.path), "--all", "--older-than", "9999d"]) == 0
    assert f"dead  {GATES}" in capsys.readouterr().out


BASE = "The board met. It kept the gates open. " + " ".join(f"Line {n} of the minutes is here." for n in "abcdefghijkl")


@pytest.mark.parametrize(
    ("before", "between", "now", "content"),
    [
        (f"{BASE} It is 12:30.", None, f"{BASE} It is 17:55.", "edited"),
        ("Gauge 1: 312 cm. Gauge 2: 55 cm. " * 9, None, "Gauge 1: 99 cm. Gauge 2: 7 cm. " * 9, "edited"),
        (f"{BASE} Buy boats now, they are cheap this week and only this week. " * 2, f"{BASE} Sell carts.", f"{BASE} Eat more plums and pears, all of you.", "edited"),
        (BASE, BASE, "Another text about carts and horses, and nothing of what was there before.", "drifted"),
    ],
)  # fmt: skip
def test_what_moves_beside_a_text_is_no_drift(before: str, between: str | None, now: str, content: str) -> None:
    old, new = SourceText(before, "plain", "1"), SourceText(now, "plain", "1")
    assert compare(old, new, (), SourceText(between, "plain", "1") if between else None).content == content


@pytest.mark.parametrize(
    ("added", "correction"),
    [
        ("Correction: it was shut.", "Correction: it was shut."),
        ("An earlier version of this article gave the wrong year.", "An earlier version of this article gave the wrong year."),
        ("Berichtigung: Es war das Jahr 1912.", "Berichtigung: Es war das Jahr 1912."),
        ("Düzeltme: Yıl 1912 idi.", "Düzeltme: Yıl 1912 idi."),
        ("Rétractation : les chiffres étaient faux.", "Rétractation : les chiffres étaient faux."),
        ("This paper has been retracted.", "This paper has been retracted."),
        ("The board retracted its offer on Monday.", None),
        ("The correction of the river was finished.", None),
        ("They sang.", None),
    ],
)  # fmt: skip
def test_a_correction_is_seen(added: str, correction: str | None) -> None:
    assert (
        compare(SourceText(BASE, "plain", "1"), SourceText(f"{BASE} {added}", "plain", "1"), ()).correction
        == correction
    )


def test_other_rules_are_no_change_of_a_page(weeks: Weeks) -> None:
    """After an update of the program a page that was edited somewhere is judged by new rules; what they find is for the next check to say."""
    with weeks.archive.together():
        weeks.archive._execute("update reports set rules = 'of last year'")  # noqa: SLF001 - as an older version left it
    assert words(weeks.look({**WEB, LEVELS: story([line.replace("312", "421") for line in LEVEL])})) == []
