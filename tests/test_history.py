"""What happened to a source over time: its visits, what two captures say differently, its TimeMap, and what changed since a day."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Mapping
from datetime import timedelta
from email.utils import parsedate_to_datetime
from pathlib import Path

import pytest
from support.archives import FERRY, MILL, WEB, Desk, story
from support.limits import cpu_limit
from support.webs import NOON, Answer, page

from verifier import cli
from verifier.archive import Archive
from verifier.archive.datasette import QUESTIONS
from verifier.archive.pruning import PruneRule, prune
from verifier.model import Passage, SourceText
from verifier.verdicts.passages import compare_texts

WALL: Answer = (403, page("Just a moment...", "<h1>Checking your browser</h1>"))
GONE: Answer = (404, page("Not found", "<h1>Page not found</h1>"))


def text(words: str) -> SourceText:
    return SourceText(words, "plain", "1")


A = "It rained all day. The vote in the old hall was 12 to 3 after an hour. All went home."
# Of each case: the later text, and what differs: before, now.
DIFFERENCES: dict[str, tuple[str, list[tuple[str, str]]]] = {
    "nothing": (A, []),
    "set otherwise": (A.replace(" The", "\nThe").replace("hour.", "hour. "), []),
    "a number": (A.replace("12", "14"), [("12", "14")]),
    "two far apart": (A.replace("It rained", "It snowed").replace("an hour", "two hours"), [("rained", "snowed"), ("an hour.", "two hours.")]),
    "two close together": (A.replace("12 to 3", "14 to 4"), [("12 to 3", "14 to 4")]),
    "a sentence more": (A + " They sang.", [("", "They sang.")]),
    "a sentence in front": ("They came. " + A, [("", "They came.")]),
    "a sentence less": (A.replace(" All went home.", ""), [("All went home.", "")]),
    "another sentence": (A.replace("All went home.", "Nobody heard of it before May."), [("All went home.", "Nobody heard of it before May.")]),
    "another text": ("Domains are for sale here.", [(A, "Domains are for sale here.")]),
    "nothing left": ("", [(A, "")]),
    "order": ("All went home. It rained all day. The vote in the old hall was 12 to 3 after an hour.", [("", "All went home."), ("All went home.", "")]),
    "quotation marks that were not there": (A.replace("old hall", "“old” hall"), [("old", "“old”")]),
}  # fmt: skip


@pytest.mark.parametrize("case", DIFFERENCES)
def test_two_texts_differ_in_short_passages(case: str) -> None:
    later, expected = DIFFERENCES[case]
    assert [(p.before, p.now) for p in compare_texts(text(A), text(later))] == expected


def test_other_quotation_marks_and_dashes_are_no_difference() -> None:
    assert compare_texts(text('He said "so" - and left.'), text("He said “so” – and left.")) == ()


def test_a_passage_stands_between_its_words() -> None:
    [passage] = compare_texts(text(A), text(A.replace("12", "14")))
    assert passage == Passage("12", "14", "vote in the old hall was", "to 3 after an hour.")


def test_long_texts_are_compared_in_time() -> None:
    """20,000 sentences, each of them another; and one paragraph of 200,000 words."""
    old, new = (" ".join(f"The {word} of day {n} was {n * 7}." for n in range(20_000)) for word in ("boat", "cart"))
    with cpu_limit(60):
        assert compare_texts(text(old), text(new))
        assert compare_texts(text("so it goes " * 70_000), text("then it went " * 70_000))


@pytest.fixture(scope="module")
def weeks(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    """A check on 2 June; then edited, walled, gone, and there again as another text."""
    made = Desk(tmp_path_factory.mktemp("weeks") / "a.db")
    made.check()
    edited = story("The ferry left at noon with fifty lamps on board.", "Nobody was on the quay.")
    ferry: list[Answer] = [WEB[FERRY], edited, WALL, GONE, edited]
    for answer in ferry:
        made.look({FERRY: answer, MILL: WEB[MILL]})
    return made


@pytest.fixture
def desk(weeks: Desk, tmp_path: Path) -> Desk:
    return Desk(Path(shutil.copy(weeks.path, tmp_path / "a.db")), weeks.now)


def history(desk: Desk, *arguments: str) -> int:
    return cli.run(["history", FERRY, "--db", str(desk.path), *arguments])


def test_the_history_of_a_source(desk: Desk, capsys: pytest.CaptureFixture[str]) -> None:
    assert history(desk) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == FERRY
    words = [" ".join(re.sub(r"[0-9a-f]{16}…", "SHA", line).split()) for line in lines[1:7]]
    assert words == [
        "2025-07-07T12:00:00Z live ok quote_lost SHA",
        "2025-06-30T12:00:00Z live gone SHA",
        "2025-06-23T12:00:00Z live blocked SHA",
        "2025-06-16T12:00:00Z live ok quote_lost SHA",
        "2025-06-09T12:00:00Z live ok same SHA",
        "2025-06-02T12:00:00Z live ok SHA",
    ]
    assert lines[8:] == [
        "From the capture of 2025-06-09T12:00:00Z to that of 2025-07-07T12:00:00Z: edited, 1 place differs.",
        "",
        "  − The ferry left at noon with «forty» lamps on board.",
        "  + The ferry left at noon with «fifty» lamps on board.",
    ]


# How two captures are named; the days of those that are compared.
CHOICES: dict[str, tuple[list[str], tuple[str, str]]] = {
    "days": (["--from", "2025-06-02", "--to", "2025-06-16"], ("2025-06-02", "2025-06-16")),
    "a day without a visit": (["--from", "2025-06-12", "--to", "2025-06-20"], ("2025-06-09", "2025-06-16")),
    "a moment": (["--from", "2025-06-09T11:59:59Z", "--to", "2025-06-16T14:00:00+02:00"], ("2025-06-02", "2025-06-16")),
    "the later one": (["--to", "2025-06-20"], ("2025-06-09", "2025-06-16")),
    "the earlier one": (["--from", "20250602"], ("2025-06-02", "2025-07-07")),
    "an error page": (["--to", "2025-06-30"], ("2025-06-16", "2025-06-30")),
    "two that are alike": (["--from", "2025-06-02", "--to", "2025-06-09"], ("2025-06-02", "2025-06-09")),
}


@pytest.mark.parametrize("case", CHOICES)
def test_two_captures_are_chosen(case: str, desk: Desk, capsys: pytest.CaptureFixture[str]) -> None:
    arguments, days = CHOICES[case]
    assert history(desk, *arguments, "-f", "json") == 0
    found = json.loads(capsys.readouterr().out)
    assert (found["from"]["fetched_at"][:10], found["to"]["fetched_at"][:10]) == days
    assert bool(found["differences"]) is (case != "two that are alike")


def test_a_capture_is_chosen_by_its_hash(desk: Desk, capsys: pytest.CaptureFixture[str]) -> None:
    [(digest,)] = desk.ask(
        "select sha256 from snapshots join fetches on snapshot_id = snapshots.id where url = ? and fetched_at like '2025-06-02%'",
        FERRY,
    )
    assert history(desk, "--from", digest[:12].upper(), "-f", "json") == 0
    assert json.loads(capsys.readouterr().out)["from"]["sha256"] == digest


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--from", "yesterday"], "names no capture"),
        (["--from", "2025-01-01"], "no readable capture"),
        (["--to", "abcdef"], "no readable capture abcdef"),
    ],
)
def test_a_choice_that_names_nothing_is_said(
    arguments: list[str], said: str, desk: Desk, capsys: pytest.CaptureFixture[str]
) -> None:
    assert history(desk, *arguments) == 2
    assert said in capsys.readouterr().err


def test_an_address_that_is_not_there_is_said(desk: Desk, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.run(["history", "https://nowhere.example/", "--db", str(desk.path)]) == 2
    assert "holds nothing for" in capsys.readouterr().err


def test_one_text_has_no_differences(desk: Desk, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.run(["history", MILL, "--db", str(desk.path)]) == 0
    assert "No two captures here show different texts." in capsys.readouterr().out


def test_a_dropped_capture_stays_a_line(desk: Desk, capsys: pytest.CaptureFixture[str]) -> None:
    rule = PruneRule(before=NOON + timedelta(days=999))
    assert (
        prune(desk.path, rule, apply=True, now=lambda: desk.now).captures == 1
    )  # the wall's page; the 404's is what findings were judged again by
    assert history(desk) == 0
    assert len(re.findall(r"[0-9a-f]{16}… \(dropped\)", capsys.readouterr().out)) == 1


def test_markdown_and_files(desk: Desk, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert history(desk, "-f", "md", "-o", str(tmp_path / "h.md"), "-o", str(tmp_path / "h.json")) == 0
    said = capsys.readouterr().out
    assert "| When | How | Link | Text | SHA-256 |" in said
    assert "- + The ferry left at noon with «fifty» lamps" in said
    assert (tmp_path / "h.md").read_text() == said
    assert json.loads((tmp_path / "h.json").read_text())["url"] == FERRY


# --- TimeMap -------------------------------------------------------------------------------------

LINK = re.compile(r'<([^>]*)>((?:;[a-z]+="[^"]*")+)(?:,\n|\n$)')


def links(written: str) -> list[tuple[str, dict[str, str]]]:
    """The links of a text in link format, all of it read."""
    found = list(LINK.finditer(written))
    assert "".join(m[0] for m in found) == written
    return [(m[1], dict(re.findall(r';([a-z]+)="([^"]*)"', m[2]))) for m in found]


def test_a_time_map_lists_the_captures_that_show_the_source(desk: Desk, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.run(["show", FERRY, "--timemap", "--db", str(desk.path)]) == 0
    original, *mementos = links(capsys.readouterr().out)
    assert original == (FERRY, {"rel": "original"})
    assert [m["rel"] for _, m in mementos] == ["first memento", "memento", "memento", "last memento"]
    assert [parsedate_to_datetime(m["datetime"]) for _, m in mementos] == [
        NOON + timedelta(weeks=n) for n in (0, 1, 2, 5)
    ]
    names = [name for name, _ in mementos]
    assert names[0] == names[1] != names[2] == names[3]
    assert all(re.fullmatch(r"ni:///sha-256;[\w-]{43}", name) for name in names)


def test_a_time_map_of_captures_that_a_server_replays(desk: Desk, capsys: pytest.CaptureFixture[str]) -> None:
    assert (
        cli.run(["show", FERRY, "--timemap", "--replayed-at", "http://localhost:8080/all/", "--db", str(desk.path)])
        == 0
    )
    _, me, *mementos = links(capsys.readouterr().out)
    assert me[0] == f"http://localhost:8080/all/timemap/link/{FERRY}"
    assert me[1]["rel"] == "self"
    assert (me[1]["from"], me[1]["until"]) == ("Mon, 02 Jun 2025 12:00:00 GMT", "Mon, 07 Jul 2025 12:00:00 GMT")
    assert mementos[0][0] == f"http://localhost:8080/all/20250602120000/{FERRY}"


def test_a_source_that_was_never_seen_has_no_time_map(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    desk = Desk(tmp_path / "a.db")
    desk.check(web={FERRY: GONE, MILL: WALL})
    assert cli.run(["show", FERRY, "--timemap", "--db", str(desk.path)]) == 2
    assert "no capture that shows" in capsys.readouterr().err


# --- what changed since a day ----------------------------------------------------------------------


def since(desk: Desk, day: str, url: str = FERRY) -> list[tuple[object, ...]]:
    with Archive.open(desk.path, now=lambda: desk.now, readonly=True) as archive:
        sql = f"select changed_at, what, before, now from changed_since where changed_at >= '{day}' and url = '{url}'"
        return [(str(row[0])[:10], *row[1:]) for row in archive.query(sql).rows]


def test_what_changed_since_a_day_can_be_asked(desk: Desk) -> None:
    """A wall is no change: nobody could tell."""
    assert since(desk, "2025-06-03") == [
        ("2025-07-07", "link", "gone", "ok"),
        ("2025-07-07", "text", None, "quote_lost"),
        ("2025-06-30", "link", "ok", "gone"),
        ("2025-06-16", "text", None, "quote_lost"),
    ]
    assert since(desk, "2025-07-01") == [
        ("2025-07-07", "link", "gone", "ok"),
        ("2025-07-07", "text", None, "quote_lost"),
    ]
    assert since(desk, "2025-01-01", MILL) == []


def test_what_a_check_found_changed_counts_too(tmp_path: Path) -> None:
    desk = Desk(tmp_path / "a.db")
    desk.check()
    desk.now += timedelta(days=3)
    changed: Mapping[str, Answer] = {
        **WEB,
        FERRY: story("Here is now a list of other ferries, and their captains' names.", "None of them sails."),
    }
    desk.check(web=changed)
    [(day, what, _, now)] = since(desk, "2025-06-03")
    assert (day, what, now in ("edited", "drifted", "quote_lost")) == ("2025-06-05", "text", True)


def test_the_ready_question_asks_the_view(desk: Desk) -> None:
    _, sql = QUESTIONS["changed_since_a_day"]
    with Archive.open(desk.path, now=lambda: desk.now, readonly=True) as archive:
        found = archive.query(sql.replace(":day", "'2025-06-20'"))
    assert [row[found.columns.index("url")] for row in found.rows] == [FERRY] * 3
