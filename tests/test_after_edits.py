"""After edits: every finding is carried over or renewed as a person would, and decisions hold exactly as long as they should."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verifier import cli, workflow
from verifier.archive import Archive
from verifier.archive.changes import last_check, since_then
from verifier.child import Reader
from verifier.library import read_bytes
from verifier.model import (
    ChangeKind,
    Changes,
    DecisionKind,
    Failure,
    FailureKind,
    PlanName,
    Report,
    Request,
    Response,
    SettledBy,
)
from verifier.replay import Replay
from verifier.verdicts.alerts import WEIGHTY, find_for_people
from verifier.verdicts.likeness import SAME_WORDS, find_alike, likeness
from verifier.verdicts.settling import settle
from verifier.workflow.deciding import Answer, keep

EXAMPLES = Path(__file__).resolve().parents[1] / "examples"
TEXT = (EXAMPLES / "article.md").read_text("utf-8")
MONDAY, TUESDAY = datetime(2025, 6, 2, 9, tzinfo=UTC), datetime(2025, 6, 2, 15, tzinfo=UTC)
Send = Callable[[Request], Response | Failure]


class Desk:
    """An archive, and the article that is checked into it again and again by the example's captures."""

    def __init__(self, reader: Reader, path: Path) -> None:
        self.captures = Replay((EXAMPLES / "sources.warc.gz").read_bytes(), "sources.warc.gz")
        self.reader, self.path = reader, path

    def check(self, text: str, at: datetime, send: Send | None = None, age: timedelta = timedelta(days=1)) -> Report:
        """As the verb does it: check, put to it what people decided, compare with the check before."""
        network = workflow.Network(
            PlanName.LIVE if send else PlanName.REPLAY,
            send or self.captures.send,
            self.reader.read,
            guess=self.reader.guess,
            spacing=0.0,
        )
        with Archive.open(self.path, now=lambda: at) as archive:
            archive.begin_run("check", "article.md")
            before = last_check(archive, "article.md")
            document = read_bytes(text.encode(), "article.md")
            report = workflow.check(document, archive, network, now=lambda: at, max_age=age)
            settled = settle(report, (), None, at.date(), archive.decisions("article.md"))
            return since_then(archive, before, settled)

    def accept_all(self, report: Report) -> None:
        with Archive.open(self.path, now=lambda: MONDAY) as archive:
            answer = Answer(DecisionKind.ACCEPTED, "As it is.", "Ada", MONDAY)
            keep(archive, [(alert, answer) for alert in find_for_people(report)])


@pytest.fixture(scope="module")
def reader() -> Iterator[Reader]:
    with Reader() as made:
        yield made


@pytest.fixture(scope="module")
def checked(reader: Reader, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example as it is, checked; all that needs a person was accepted."""
    desk = Desk(reader, tmp_path_factory.mktemp("desk") / "archive.db")
    desk.accept_all(desk.check(TEXT, MONDAY))
    return desk.path


@pytest.fixture
def desk(reader: Reader, checked: Path, tmp_path: Path) -> Desk:
    return Desk(reader, Path(shutil.copy(checked, tmp_path / "archive.db")))


def swap(old: str, new: str, text: str = TEXT) -> str:
    assert text.count(old) == 1, old
    return text.replace(old, new)


def without(*parts: str) -> str:
    text = TEXT
    for part in parts:
        text = swap(part, "", text)
    return text


def note(label: int, text: str = TEXT) -> str:
    """The line of a note."""
    return next(line + "\n" for line in text.splitlines() if line.startswith(f"[^{label}]:"))


def paragraph(beginning: str) -> str:
    return next(part for part in TEXT.split("\n\n") if part.startswith(beginning))


def renumber(by: Callable[[int], int], text: str = TEXT) -> str:
    return re.sub(r"\[\^(\d+)\]", lambda m: f"[^{by(int(m[1]))}]", text)


LAB = "The warmth has practical consequences: the joint laboratory in Port Selm opened in 2019 with forty scientists from both countries.[^8]"
DROUGHT = "The growers' union reported that “the drought of 2022 cost the lower basin 1,700 seasonal jobs”.[^3] "
BOND = note(13).removeprefix("[^13]: ").strip().split("; ")
HASK = "The Maravelian envoy Teodor Hask has described the compact as"


@dataclass(frozen=True)
class Edit:
    """The article now, and what became of its findings, each as the note it has now (before, where it is gone) and its answer.

    What is not named here is unchanged, and what was decided of it holds. `first` is the article of the first check.
    """

    text: str
    new: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    fixed: tuple[str, ...] = ()
    first: str = TEXT
    answered: tuple[str, ...] = ()  # what is new, and was decided before of the same words


EDITS: dict[str, Edit] = {
    "nothing": Edit(TEXT),
    "a paragraph moved": Edit(
        without(paragraph("Diplomats") + "\n\n").replace(
            "## What the gauges say", paragraph("Diplomats") + "\n\n## What the gauges say"
        )
    ),
    "a sentence moved": Edit(swap("## What remains\n", f"## What remains\n\n{DROUGHT}\n", without(DROUGHT))),
    "sections in another order": Edit(
        swap("## What remains\n\n" + paragraph("The commission has") + "\n\n", "", TEXT).replace(
            "## Voices", "## What remains\n\n" + paragraph("The commission has") + "\n\n## Voices"
        )
    ),
    "notes numbered anew": Edit(renumber(lambda n: n + 20)),
    "notes in another order": Edit(renumber(lambda n: 15 - n)),
    "a note in front": Edit(
        swap(
            "## What the gauges say\n",
            "## What the gauges say\n\nThe gauges have been read by both sides since then.[^1]\n",
            renumber(lambda n: n + 1),
        )
        + "\n[^1]: “Annual Report 2024”, Oren Joint Commission, <https://commission.oren.example/reports/annual-report-2024.pdf>.\n"
    ),
    "a paragraph in front": Edit(
        swap("When Kestria and Maravel", "This is a second, longer version.\n\nWhen Kestria and Maravel")
    ),
    "headings changed": Edit(swap("## Voices from the delta", "## What they say downstream")),
    "straight quotation marks": Edit(TEXT.replace("“", '"').replace("”", '"')),
    "lines wrapped": Edit(TEXT.replace(" the compact as “a sober", "\nthe compact as “a sober")),
    "a typing error mended": Edit(TEXT, first=swap("has described the compact", "has descibed the compact")),
    "a typing error mended in a statement": Edit(TEXT, first=swap("practical consequences", "practical consequenses")),
    "a spelling changed": Edit(swap("two people must talk about,” she said", "two people must talk about”, she said")),
    "a sentence split": Edit(
        swap(
            LAB,
            "The warmth has practical consequences. The joint laboratory in Port Selm opened in 2019 with forty scientists from both countries.[^8]",
        ),
        changed=("8 item_conflict",),
    ),
    "sentences merged": Edit(
        swap("each other”.[^7] The warmth has practical consequences: the joint", "each other”,[^7] and the joint"),
        changed=("8 item_conflict",),
    ),
    "a sentence around a quotation rewritten": Edit(
        swap("In its reply to the union it wrote that", "What it has never withdrawn since is its promise that"),
        changed=("4 altered",),
    ),
    "a new quotation that is not there": Edit(
        swap(
            "from both countries.[^8]",
            "from both countries.[^8] Its head calls the laboratory “the only house on the river in which nobody asks for a passport”.[^8]",
        ),
        new=("8 not_found",),
    ),
    "a new quotation that is there": Edit(
        swap(
            "from both countries.[^8]",
            "from both countries.[^8] The growers say that “The drought of 2022 cost the lower basin 1,200 seasonal jobs”.[^15]",
        )
        + "\n[^15]: “What the Drought Took”, <https://growers.example/news/what-the-drought-took>.\n"
    ),
    "a quotation corrected": Edit(swap("basin 1,700 seasonal", "basin 1,200 seasonal"), fixed=("3 altered",)),
    "a “not” put back": Edit(swap("the ministry does plan", "the ministry does not plan"), fixed=("4 altered",)),
    "a quotation corrected wrongly": Edit(swap("basin 1,700 seasonal", "basin 1,900 seasonal"), changed=("3 altered",)),
    "a quotation shortened": Edit(
        swap(
            "“a sober partnership between neighbours who cannot do without each other”",
            "“a sober partnership between neighbours”",
        ),
        changed=("7 not_found",),
    ),
    "a quotation told in own words": Edit(
        swap(
            "“a sober partnership between neighbours who cannot do without each other”",
            "a partnership of neighbours who need one another",
        ),
        fixed=("7 not_found",),
    ),
    "a date corrected": Edit(swap("opened in 2019 with", "opened in 2021 with"), fixed=("8 item_conflict",)),
    "a date corrected wrongly": Edit(swap("opened in 2019 with", "opened in 2018 with"), changed=("8 item_conflict",)),
    "the new address given": Edit(
        swap("oren.example/news/wider-mandate", "oren.example/archive/2024/wider-mandate"), fixed=("10 moved",)
    ),
    "the address of another page": Edit(
        swap("https://oren-chronicle.example/diary", "https://growers.example/news/what-the-drought-took"),
        new=("12 no_evidence",),
        fixed=("12 parked",),
    ),
    "the right note for a quotation": Edit(
        swap(note(5), note(6).replace("[^6]", "[^5]")), fixed=("5 found_elsewhere", "5 no_evidence")
    ),
    "a sentence left out with its note": Edit(
        without(
            " A citizens' chronicle that followed the first negotiations recorded eleven walk-outs in a single month.[^12]",
            note(12),
        ),
        fixed=("12 parked",),
    ),
    "a note left out, its sentence kept": Edit(
        without("[^4]", note(4)) if TEXT.count("[^4]") == 1 else TEXT.replace(note(4), "").replace("[^4]", ""),
        fixed=("4 altered",),
    ),
    "a paragraph left out": Edit(
        without(paragraph("The commission has") + "\n\n", note(10), note(11), note(12)),
        fixed=("10 moved", "11 soft_404", "12 parked"),
    ),
    "two sources in two notes": Edit(
        swap(note(13), f"[^13]: {BOND[0]}.\n[^15]: {BOND[1]}\n").replace(
            "eastern sluice.[^13]", "eastern sluice.[^13][^15]"
        )
    ),
    "two notes in one": Edit(
        swap(note(12), "")
        .replace("[^12]", "[^11]")
        .replace(note(11), note(11).rstrip().rstrip(".") + "; " + note(12).removeprefix("[^12]: "))
    ),
    "a note's title and day corrected": Edit(
        swap("“Who Pays for the River”, Budget Watch", "“Who pays for the river?”, Budget Watch").replace(
            "(Access Date: 16.03.2025); “Two", "(Access Date: 17.03.2025); “Two"
        )
    ),
    "an address written in another way": Edit(
        swap(
            "<https://budgetwatch.example/2023/who-pays-for-the-river>",
            "<https://budgetwatch.example/2023/who-pays-for-the-river#>",
        )
    ),
    "a sentence said twice": Edit(
        swap("## What remains\n", f"## What remains\n\n{DROUGHT}\n"), new=("3 altered",), answered=("3 altered",)
    ),
}


def told(changes: Changes, kind: ChangeKind) -> tuple[str, ...]:
    """The findings of which that became, as the table of edits names them."""
    said = [
        change.before if kind is ChangeKind.FIXED else change.now for change in changes.changes if change.kind is kind
    ]
    return tuple(sorted(f"{alert.note} {alert.word}" for alert in said if alert is not None))


@pytest.mark.parametrize("name", EDITS)
def test_after_an_edit_each_finding_is_carried_over_or_renewed(name: str, desk: Desk) -> None:
    edit = EDITS[name]
    if edit.first != TEXT:
        desk.path.unlink()
        desk.accept_all(desk.check(edit.first, MONDAY))
    report = desk.check(edit.text, TUESDAY)
    changes = report.changes
    assert changes is not None
    assert told(changes, ChangeKind.NEW) == edit.new
    assert told(changes, ChangeKind.CHANGED) == edit.changed
    assert told(changes, ChangeKind.FIXED) == edit.fixed
    assert changes.count(ChangeKind.UNCHANGED) == 14 - len(edit.changed) - len(edit.fixed)
    # What was accepted holds for what is unchanged, and for nothing else.
    weighty = [alert for alert in find_for_people(report) if alert.severity in WEIGHTY]
    assert sorted(f"{alert.note} {alert.word}" for alert in weighty if alert.settled is None) == sorted(
        {*edit.new, *edit.changed} - {*edit.answered}
    )
    assert {alert.settled for alert in weighty if alert.settled} == {SettledBy.ACCEPTED}


def refuse(desk: Desk, host: str, status: int) -> Send:
    """The example's captures, but this host answers so."""

    def send(request: Request) -> Response | Failure:
        if not request.url.startswith(f"https://{host}/"):
            return desk.captures.send(request)
        return Response(request.url, request.url, status, (), b"", TUESDAY)

    return send


@pytest.mark.parametrize(
    ("status", "new", "changed"),
    [
        (403, ("3 blocked",), ("3 altered",)),
        (503, ("3 server_error",), ("3 altered",)),
        (404, ("3 gone",), ("3 altered",)),
    ],
)
def test_who_could_not_look_mends_nothing(
    status: int, new: tuple[str, ...], changed: tuple[str, ...], desk: Desk
) -> None:
    report = desk.check(TEXT, TUESDAY, refuse(desk, "growers.example", status), timedelta(0))
    assert report.changes is not None
    before = [c.before.word for c in report.changes.changes if c.kind is ChangeKind.CHANGED and c.before]
    assert told(report.changes, ChangeKind.NEW) == new
    assert [f"3 {word}" for word in before] == list(changed)
    assert told(report.changes, ChangeKind.FIXED) == ()


def test_a_wall_that_is_gone_is_mended(desk: Desk) -> None:
    desk.check(TEXT, TUESDAY, refuse(desk, "growers.example", 403), timedelta(0))
    report = desk.check(TEXT, TUESDAY + timedelta(hours=1), age=timedelta(0))
    assert report.changes is not None
    assert told(report.changes, ChangeKind.FIXED) == ("3 blocked",)
    assert told(report.changes, ChangeKind.NEW) == ("3 altered",)


def test_the_same_again_is_compared_with_the_check_before_and_reads_no_report_twice(desk: Desk) -> None:
    for hour in range(2):
        report = desk.check(TEXT, TUESDAY + timedelta(hours=hour))
        assert report.changes is not None
        assert report.changes.count(ChangeKind.UNCHANGED) == 14 == len(report.changes.changes)


def test_the_first_check_is_compared_with_nothing(reader: Reader, tmp_path: Path) -> None:
    assert Desk(reader, tmp_path / "a.db").check(TEXT, MONDAY).changes is None


def test_nothing_is_compared_where_nobody_could_look(desk: Desk) -> None:
    def send(request: Request) -> Failure:
        return Failure(request.url, FailureKind.OFFLINE, "No network.", MONDAY - timedelta(days=99))

    report = desk.check(TEXT, TUESDAY, send, timedelta(0))
    assert not report.looked
    assert report.changes is None
    again = desk.check(TEXT, TUESDAY + timedelta(hours=1), age=timedelta(0))
    assert again.changes is not None
    assert again.changes.before.checked_at == MONDAY
    assert again.changes.count(ChangeKind.UNCHANGED) == 14


# --- the verb ------------------------------------------------------------------------------------


@pytest.fixture
def edited(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of an archive with two checks: one finding was mended, one changed."""
    desk.check(EDITS["a date corrected wrongly"].text.replace("1,700", "1,200"), TUESDAY)
    monkeypatch.chdir(desk.path.parent)
    return desk.path.parent


def run(capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, str, str]:
    code = cli.run(["changes", *words])
    out, err = capsys.readouterr()
    return code, out, err


def test_what_changed_is_told_with_what_was_said_before(edited: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = run(capsys, "article.md")
    assert code == 1, "what changed is a problem, and what was accepted no longer holds"
    assert out.startswith("article.md: 0 new, 1 changed, 1 fixed, 12 unchanged since the check of 2025-06-02 09:00.\n")
    assert "✗ [8] date differs" in out
    assert "before: date differs: The article says 2019; the passage says 2021." in out
    assert "accepted by Ada on 2025-06-02: As it is. (stale: decide again)" in out
    assert "✓ [3] was: number differs; now: word for word" in out
    as_markdown = run(capsys, "-f", "md")[1]
    assert "- ✗ \\[8\\] **date differs**" in as_markdown


def test_what_changed_is_told_to_programs(edited: Path, capsys: pytest.CaptureFixture[str]) -> None:
    told = json.loads(run(capsys, "-f", "json")[1])
    assert told["summary"] == {"new": 0, "changed": 1, "fixed": 1, "unchanged": 12}
    assert [told[side]["checked_at"] for side in ("from", "to")] == ["2025-06-02T09:00:00Z", "2025-06-02T15:00:00Z"]
    [changed] = [change for change in told["changes"] if change["change"] == "changed"]
    assert (changed["before"]["note"], changed["now"]["word"], changed["decision"]["stale"]) == (
        "8",
        "item_conflict",
        True,
    )
    kept = [change["now"]["settled"] for change in told["changes"] if change["change"] == "unchanged"]
    assert kept == ["accepted"] * 12


CHOSEN: dict[str, tuple[list[str], int, str]] = {
    "by run": (["--since", "2", "--until", "1"], 0, "1 new, 1 changed, 0 fixed, 12 unchanged"),
    "the same run": (["--since", "2", "--until", "2"], 0, "0 new, 0 changed, 0 fixed, 13 unchanged"),
    "by moment": (["--since", "2025-06-02T12:00"], 1, "0 new, 1 changed, 1 fixed, 12 unchanged"),
    "by day": (["--since", "2025-06-02"], 0, "0 new, 0 changed, 0 fixed, 13 unchanged"),
    "by length of time": (["--since", "1s"], 0, "0 new, 0 changed, 0 fixed, 13 unchanged"),
}


@pytest.mark.parametrize("case", CHOSEN)
def test_any_two_checks_are_compared(case: str, edited: Path, capsys: pytest.CaptureFixture[str]) -> None:
    words, code, sums = CHOSEN[case]
    ended, out, err = run(capsys, *words)
    assert (ended, sums in out) == (code, True), out + err


WRONG: dict[str, tuple[list[str], str]] = {
    "a run that is not there": (["--since", "9"], "run 2, 2025-06-02 15:00:00; run 1, 2025-06-02 09:00:00"),
    "a time before all": (["--since", "2020-01-01"], "There is no check of article.md of 2020-01-01"),
    "no run at all": (["--since", "last week"], "'last week' names no check"),
    "another article": (["b.md"], "holds no check of b.md"),
    "nothing before it": (["--until", "1"], "There are no two checks of article.md to compare"),
    "no archive": (["--db", "none.db"], "There is no archive none.db"),
}


@pytest.mark.parametrize("case", WRONG)
def test_what_cannot_be_compared_is_said(case: str, edited: Path, capsys: pytest.CaptureFixture[str]) -> None:
    words, said = WRONG[case]
    code, out, err = run(capsys, *words)
    assert (code, out) == (2, "")
    assert said in err


WORDS = st.lists(
    st.sampled_from("the gates of Tarn were closed in winter, and boats went round by old mills".split()), max_size=9
)
SENTENCES = st.lists(WORDS.map(" ".join), max_size=5)


@given(SENTENCES, SENTENCES)
def test_many_sentences_are_as_alike_as_each_two_are(ours: list[str], theirs: list[str]) -> None:
    pairs = ((likeness(one, other), i, k) for i, one in enumerate(ours) for k, other in enumerate(theirs))
    assert sorted(find_alike(ours, theirs)) == sorted(each for each in pairs if each[0] >= SAME_WORDS)
