"""Which copy is judged: the one that the note cites, else the live page, else a memento; and what is said where none could be read."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta
from pathlib import Path

import pytest
from support.webs import NOON, Answer, failure, page, send_from

from verifier.archive import Archive
from verifier.fetching import Mementos
from verifier.library import read_bytes
from verifier.model import CheckedCitation, Failure, Finding, PlanName, Request, Response
from verifier.sources import extract
from verifier.workflow import Network, check

URL = "http://lock.example/minutes"
STAMPED = f"https://web.archive.org/web/20190312000000/{URL}"
RAW = f"https://web.archive.org/web/20190312000000id_/{URL}"
NATIONAL = f"https://webarchiv.keeper.example/wayback/20180502101500mp_/{URL}"
WORDS = "the upper lock stays shut until the ice has gone from the basin"
REST = (
    "Barges wait at the mole, where the keeper reads the levels twice a day and writes them on a slate for the pilots. "
    * 3
)


def minutes(words: str = WORDS, title: str = "Minutes of the lock board") -> str:
    return page(title, f"<article><h1>{title}</h1><p>The board noted that {words}.</p><p>{REST}</p></article>")


OTHER = minutes("it has nothing to say this year")
INDEX = "https://web.archive.org/cdx/search/cdx"


class Sites(dict[str, Answer]):
    """Sites by address; an address with a query is that without it."""

    def __contains__(self, url: object) -> bool:
        return super().__contains__(str(url).split("?", maxsplit=1)[0])

    def __getitem__(self, url: str) -> Answer:
        return super().__getitem__(url.split("?", maxsplit=1)[0])


def told(
    note: str, web: Mapping[str, Answer], folder: Path, *, quoted: str = WORDS, when: str = "lost"
) -> tuple[CheckedCitation, Finding]:
    """What a check says of an article of one note that quotes one sentence."""
    article = f"The board noted that “{quoted}”.[1]\n\nNotes\n\n[1] {note}\n"
    network = Network(PlanName.LIVE, send_from(Sites(web), at=NOON), extract, Mementos(when), spacing=0.0)
    with Archive.open(folder / "a.db", now=lambda: NOON) as archive:
        document = read_bytes(article.encode(), "a.txt")
        report = check(document, archive, network, now=lambda: NOON, max_age=timedelta(days=1))
    [cited] = report.citations
    return cited, next(f for f in cited.findings if f.quotation)


COPIED = f"“Minutes of the lock board”, {URL}, archived at {STAMPED}, (Access Date: 05.10.2024)."
GONE = (404, page("Not found", "<h1>Not found</h1>"))
DOWN = (503, page("Down", "<h1>Service unavailable</h1>"))
# The note, the web, and what is said: verdict, which text was judged, weight of the citation, a word of the warnings.
COPIES: dict[str, tuple[str, Mapping[str, Answer], tuple[str, str, str], str]] = {
    "beside a page that is there": (COPIED, {RAW: minutes(), URL: minutes()}, ("verbatim", "memento", "fine"), "copy that the note cites"),
    "beside a dead page": (COPIED, {RAW: minutes()}, ("verbatim", "memento", "fine"), "copy that the note cites"),
    "beside a wall": (COPIED, {RAW: minutes(), URL: (403, "no")}, ("verbatim", "memento", "fine"), "copy that the note cites"),
    "beside a page that was rewritten": (COPIED, {RAW: minutes(), URL: OTHER}, ("verbatim", "memento", "fine"), "says something else now"),
    "alone": (f"Minutes, {STAMPED}.", {RAW: minutes()}, ("verbatim", "memento", "fine"), "copy that the note cites"),
    "where the archive has no bare form": (COPIED, {STAMPED: minutes()}, ("verbatim", "memento", "fine"), "copy that the note cites"),
    "of an archive that nobody has heard of": (
        f"Minutes, {URL}, copy: {NATIONAL}.", {NATIONAL: minutes()}, ("verbatim", "memento", "fine"), "copy that the note cites"),
    "it says something else": (
        COPIED, {RAW: minutes("the upper lock stays open until the ice has gone from the basin")}, ("altered", "memento", "problem"), "copy that"),
    "it lacks the words": (COPIED, {RAW: OTHER}, ("not_found", "memento", "problem"), ""),
    "it lacks the words, the page has them": (COPIED, {RAW: OTHER, URL: minutes()}, ("verbatim", "source", "warning"), "not in the archived copy"),
    "it is not there, the page has the words": (COPIED, {URL: minutes()}, ("verbatim", "source", "fine"), ""),
    "it is not there, the page lacks the words": (COPIED, {URL: OTHER}, ("unverifiable", "source", "cannot_tell"), ""),
    "the archive is down, the page lacks the words": (
        COPIED, {RAW: DOWN, STAMPED: DOWN, URL: OTHER}, ("unverifiable", "source", "cannot_tell"), ""),
    "the archive does not answer, the page is dead": (
        COPIED, {RAW: failure("timeout"), INDEX: DOWN}, ("unverifiable", "source", "problem"), ""),
}  # fmt: skip


@pytest.mark.parametrize("case", COPIES)
def test_the_copy_that_the_note_cites_is_judged(case: str, tmp_path: Path) -> None:
    note, web, expected, warned = COPIES[case]
    cited, finding = told(note, web, tmp_path)
    assert (finding.verdict, finding.judged, cited.severity) == expected, (finding.reason, cited.reason)
    assert warned in " ".join(finding.warnings)
    assert finding.warnings or not warned


# What is said of the copy where it could not be read.
UNREAD: dict[str, tuple[Mapping[str, Answer], str, str]] = {
    "not there": ({URL: OTHER}, "is not there", "could not"),
    "the archive is down": ({RAW: DOWN, STAMPED: DOWN, URL: OTHER}, "could not be read", "is not there"),
    "the archive does not answer": ({RAW: failure("dns"), URL: OTHER}, "could not be read", "is not there"),
    "behind a wall, and the archive is down": (
        {RAW: DOWN, STAMPED: DOWN, URL: (403, "")},
        "could not be read",
        "is not there",
    ),
    "the archive refuses": ({RAW: (429, ""), STAMPED: (429, ""), URL: OTHER}, "could not be read", "is not there"),
}


@pytest.mark.parametrize("case", UNREAD)
def test_that_the_copy_is_not_there_and_that_nobody_could_look_are_two_answers(case: str, tmp_path: Path) -> None:
    web, said, unsaid = UNREAD[case]
    cited, finding = told(COPIED, web, tmp_path)
    assert cited.fetch is not None
    for words in (cited.fetch.memento_note or "", finding.reason, *cited.steps):
        assert said in words
        assert unsaid not in words


def test_a_dead_page_whose_copy_was_read_asks_for_nothing(tmp_path: Path) -> None:
    article = f"The keeper reads the levels every day.[1]\n\nNotes\n\n[1] {COPIED}\n"
    network = Network(
        PlanName.LIVE, send_from(Sites({RAW: minutes()}), at=NOON), extract, Mementos("lost"), spacing=0.0
    )
    with Archive.open(tmp_path / "a.db", now=lambda: NOON) as archive:
        document = read_bytes(article.encode(), "a.txt")
        report = check(document, archive, network, now=lambda: NOON, max_age=timedelta(days=1))
    [cited] = report.citations
    assert cited.fetch is not None
    assert (cited.fetch.status.link, cited.steps, cited.severity) == ("gone", (), "fine")
    assert not cited.doubts


def test_a_cited_copy_is_asked_once(tmp_path: Path) -> None:
    """Where it was read, it is not asked again the same day; where it was not, it is."""
    for answer, times in ((minutes(), 1), (GONE, 2)):
        asked: list[str] = []
        network = Network(
            PlanName.LIVE,
            send_from({RAW: answer, URL: minutes()}, asked, NOON),
            extract,
            Mementos("never"),
            spacing=0.0,
        )
        folder = tmp_path / str(times)
        folder.mkdir()
        with Archive.open(folder / "a.db", now=lambda: NOON) as archive:
            for body in ("One.", "Two."):
                document = read_bytes(
                    f"{body} It noted that “{WORDS}”.[1]\n\nNotes\n\n[1] {COPIED}\n".encode(), "a.txt"
                )
                check(document, archive, network, now=lambda: NOON, max_age=timedelta(days=1))
        assert asked.count(RAW) == times


# --- copies and pages in frames -----------------------------------------------------------------

BAR = "<header>Captured 5 May 2021. This record is kept by a library. See the screenshot, download, or flag as inappropriate.</header>"
FRAMES: dict[str, tuple[str, Mapping[str, Answer], str]] = {
    "a record beside its bar": (
        "https://perma.cc/AB12-CD34",
        {"https://perma.cc/AB12-CD34": page("Perma", BAR + "<iframe src='https://ad.example/'></iframe><iframe src='//play.perma.cc/w/x'></iframe>"),
         "https://play.perma.cc/w/x": minutes()}, "verbatim"),
    "a frameset under a bar": (
        "https://www.webcitation.org/6aBcDeFgH",
        {"https://www.webcitation.org/6aBcDeFgH": "<html><head><title>Copy</title></head><frameset rows='60,*'><frame src='topframe.php?x=1'>"
         "<frame src='mainframe.php'></frameset></html>", "https://www.webcitation.org/mainframe.php": minutes()}, "verbatim"),
    "an old site's menu and text": (
        "http://shire.example/roll/", {"http://shire.example/roll/": "<html><frameset cols='20%,80%'><frame src='menu.htm'><frame src='inhalt.htm'>"
         "</frameset></html>", "http://shire.example/roll/inhalt.htm": minutes(), "http://shire.example/roll/menu.htm": page("Menu", "Rolls")}, "verbatim"),
    "a record whose frame is not there": (
        "https://perma.cc/AB12-CD34", {"https://perma.cc/AB12-CD34": page("Perma", BAR + "<iframe src='//play.perma.cc/w/x'></iframe>")},
        "unverifiable"),
    "a record that scripts play": (
        "https://perma.cc/AB12-CD34",
        {"https://perma.cc/AB12-CD34": page("Perma", BAR + "<iframe src='//play.perma.cc/w/x'></iframe>"),
         "https://play.perma.cc/w/x": page("Player", "<p>Loading the record …</p><script src=p.js></script>")}, "unverifiable"),
    "a record that lacks the words": (
        "https://perma.cc/AB12-CD34",
        {"https://perma.cc/AB12-CD34": page("Perma", BAR + "<iframe src='//play.perma.cc/w/x'></iframe>"), "https://play.perma.cc/w/x": OTHER},
        "not_found"),
    "an article with a film beside it": (
        URL, {URL: minutes().replace("</article>", "<iframe src='/film'></iframe></article>"), "http://lock.example/film": OTHER}, "verbatim"),
}  # fmt: skip


@pytest.mark.parametrize("case", FRAMES)
def test_the_text_in_a_frame(case: str, tmp_path: Path) -> None:
    url, web, verdict = FRAMES[case]
    cited, finding = told(f"Minutes of the lock board, {url}", web, tmp_path, when="never")
    assert finding.verdict == verdict, (cited.reason, finding.reason)
    assert finding.reason != "The page is there."


@pytest.mark.parametrize(
    ("answer", "link"),
    [
        ((404, page("Perma", BAR + "<iframe src='//play.perma.cc/w/x'></iframe>")), "gone"),
        ((403, page("Perma", BAR + "<iframe src='//play.perma.cc/w/x'></iframe>")), "blocked"),
        (
            page(
                "Just a moment...", "<iframe src='https://hcaptcha.com/x'></iframe><script src=/h-captcha.js></script>"
            ),
            "blocked",
        ),
    ],
)
def test_a_frame_on_a_wall_or_an_error_page_is_not_its_text(answer: Answer, link: str, tmp_path: Path) -> None:
    url = "https://perma.cc/AB12-CD34"
    cited, _ = told(f"Minutes, {url}", {url: answer, "https://play.perma.cc/w/x": minutes()}, tmp_path, when="never")
    assert cited.fetch is not None
    assert cited.fetch.status.link == link


# --- copies that were looked for -------------------------------------------------------------------

LISTED = f'[["timestamp","original","statuscode","mimetype"],["20241004000000","{URL}","200","text/html"]]'
FOUND = f"https://web.archive.org/web/20241004000000id_/{URL}"
NOTE = f"“Minutes of the lock board”, {URL}, (Access Date: 05.10.2024)."
LOOKED_FOR: dict[str, tuple[Mapping[str, Answer], str, tuple[str, str], str]] = {
    "a lost page's copy has the words": ({INDEX: LISTED, FOUND: minutes()}, "lost", ("verbatim", "memento"), "Judged against the archived copy of 2024-10-04"),
    "a lost page's copy lacks the words": ({INDEX: LISTED, FOUND: OTHER}, "lost", ("unverifiable", "memento"), ""),
    "the page was rewritten, the copy has the words": (
        {URL: OTHER, INDEX: LISTED, FOUND: minutes()}, "always", ("verbatim", "memento"), "not in the live page"),
    "neither has them": ({URL: OTHER, INDEX: LISTED, FOUND: OTHER}, "always", ("not_found", "source"), ""),
    "both have them": ({URL: minutes(), INDEX: LISTED, FOUND: minutes()}, "always", ("verbatim", "source"), ""),
}  # fmt: skip


@pytest.mark.parametrize("case", LOOKED_FOR)
def test_a_copy_that_was_looked_for(case: str, tmp_path: Path) -> None:
    web, when, expected, warned = LOOKED_FOR[case]
    _, finding = told(NOTE, web, tmp_path, when=when)
    assert (finding.verdict, finding.judged) == expected, finding.reason
    assert warned in " ".join(finding.warnings)
    assert finding.warnings or not warned


# What an archive answers, and what is said of it to people: that it has none, or that nobody could ask.
ARCHIVES: dict[str, tuple[Mapping[str, Answer], bool]] = {
    "an empty index": ({INDEX: "[]"}, True),
    "no index, an empty list": ({}, True),
    "out of order": ({INDEX: DOWN}, False),
    "out of order, also its lists": ({INDEX: DOWN, f"https://web.archive.org/web/timemap/link/{URL}": DOWN}, False),
    "too many requests": ({INDEX: (429, "")}, False),
    "it refuses": ({INDEX: (403, "")}, False),
    "no connection": ({INDEX: failure("timeout")}, False),
    "an index, and captures that do not answer": ({INDEX: LISTED, FOUND: failure("refused")}, False),
    "an index, and captures out of order": ({INDEX: LISTED, FOUND: DOWN}, False),
    "captures of error pages only": ({INDEX: LISTED, FOUND: page("Page not found", "<h1>Page not found</h1>")}, True),
}


def test_a_page_without_words_is_said_to_have_none(tmp_path: Path) -> None:
    drawing = (200, "<svg><path d='M0'/></svg>", {"content-type": "image/svg+xml"})
    _, found = told(NOTE, {URL: drawing}, tmp_path)
    assert (found.verdict.value, found.reason) == (
        "unverifiable",
        "The page is there, but it holds no words that could be read.",
    )


@pytest.mark.parametrize("case", ARCHIVES)
def test_no_copy_and_nobody_could_ask_are_two_answers(case: str, tmp_path: Path) -> None:
    web, answered = ARCHIVES[case]
    cited, _ = told(NOTE, web, tmp_path)
    assert cited.fetch is not None
    assert cited.fetch.memento is None
    for said in (cited.fetch.memento_note or "", *cited.steps):
        assert ("could not be asked" in said) is not answered, said
    assert cited.steps == (f"Look for the source at a new address. {cited.fetch.memento_note}",)


def test_where_no_archive_was_asked_none_is_said_to_have_nothing(tmp_path: Path) -> None:
    cited, _ = told(NOTE, {}, tmp_path, when="never")
    assert cited.steps == ("Look for the source at a new address, or in a web archive.",)


def test_of_a_date_that_cannot_be_nothing_breaks(tmp_path: Path) -> None:
    """An index may hold stamps that are no moments."""
    odd = LISTED.replace("20241004000000", "20249999000000")

    def send(request: Request) -> Response | Failure:
        return send_from(Sites({INDEX: odd, FOUND.replace("20241004", "20249999"): minutes()}), at=NOON)(request)

    network = Network(PlanName.LIVE, send, extract, Mementos("lost"), spacing=0.0)
    with Archive.open(tmp_path / "a.db", now=lambda: NOON) as archive:
        document = read_bytes(f"It noted that “{WORDS}”.[1]\n\nNotes\n\n[1] {NOTE}\n".encode(), "a.txt")
        report = check(document, archive, network, now=lambda: NOON, max_age=timedelta(days=1))
    assert report.citations[0].fetch is not None
    assert report.citations[0].fetch.status.link == "gone"
