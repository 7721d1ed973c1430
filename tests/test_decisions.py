"""What people decide of findings: kept, shown, stale when what it rests on changes."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from support.program import verifier
from support.sites import Asked, Reply, Site

PAGE = "<html><head><title>Gates</title></head><body><article><p>{}</p></article></body></html>"
SAID = ["The old gates were closed for three winters and 1,200 boats went round by the mill."]
ARTICLE = "The report says that “1,700 boats went round by the mill”.[^{n}]\n\nAnother is gone.[^{m}]\n\n[^{n}]: “Gates”, {base}/a\n[^{m}]: “Mill”, {base}/gone\n"


@pytest.fixture
def site() -> Iterator[Site]:
    def answer(asked: Asked) -> Reply:
        return Reply(b"", 404) if asked.path.startswith("/gone") else Reply(PAGE.format(SAID[0]).encode())

    before = SAID[0]
    with Site(answer) as served:
        yield served
    SAID[0] = before


def check(desk: Path, site: Site, n: str = "1", m: str = "2", text: str = ARTICLE) -> tuple[int, Any]:
    (desk / "a.md").write_text(text.format(n=n, m=m, base=site.base))
    done = verifier(
        "check", "a.md", "-f", "json", "--allow-private", "127.0.0.1", "--memento", "never", "--max-age", "0s", cwd=desk
    )
    return done.returncode, json.loads(done.stdout)


def decide(desk: Path, *words: str) -> str:
    done = verifier("decide", *words, cwd=desk)
    assert done.returncode == 0, done.stderr.decode()
    return done.stdout.decode()


def test_what_was_accepted_fails_no_run_and_is_shown(tmp_path: Path, site: Site) -> None:
    assert check(tmp_path, site)[0] == 1
    assert "[1] " in decide(tmp_path, "1", "accept", "In the print edition.", "--by", "Ada")
    code, told = check(tmp_path, site)
    assert code == 1, "the other one is open"
    assert told["summary"]["accepted"] == 1
    decide(tmp_path, "2", "accept", "--by", "Ada")
    code, told = check(tmp_path, site)
    assert code == 0
    assert [(s["by"], s["note"]) for s in told["settled"]] == [("accepted", "1"), ("accepted", "2")]
    shown = verifier("report", cwd=tmp_path)
    assert shown.returncode == 0
    assert "accepted by Ada on" in shown.stdout.decode()
    verifier("report", "-q", "-o", "r.html", cwd=tmp_path)
    assert "In the print edition." in (tmp_path / "r.html").read_text("utf-8")


# What happens after note 1 was accepted: what is typed, or edited; whether it is still settled.
AFTER: dict[str, tuple[list[str], dict[str, str], str | None, bool]] = {
    "nothing": ([], {}, None, True),
    "the notes are numbered anew": ([], {"n": "7", "m": "8"}, None, True),
    "a paragraph in front": ([], {"text": "# Gates\n\nIt was cold.\n\n" + ARTICLE}, None, True),
    "the sentence is mended": ([], {"text": ARTICLE.replace("1,700", "1,900")}, None, False),
    "the source says another number": (
        [],
        {},
        "The old gates were closed and 1,300 boats went round by the mill.",
        False,
    ),
    "the sentence around the quotation is another": (
        [],
        {"text": ARTICLE.replace("The report says that", "The minister never heard from anybody that")},
        None,
        False,
    ),
    "the page around the words is another": (
        [],
        {},
        "Nobody knows it. They wrote that 1,200 boats went round by the mill, which is denied by all who were there.",
        False,
    ),
    "somebody else rejects it": (["1", "reject", "Change it."], {}, None, False),
    "a remark beside it": (["1", "remark", "The author was asked."], {}, None, True),
    "taken back and given again": (["1", "accept", "After all."], {}, None, True),
}


STALE = (
    "the sentence is mended", "the source says another number", "the sentence around the quotation is another",
    "the page around the words is another",
)  # fmt: skip


@pytest.mark.parametrize("case", AFTER)
def test_a_decision_holds_as_long_as_what_it_rests_on(case: str, tmp_path: Path, site: Site) -> None:
    typed, edits, said, settled = AFTER[case]
    check(tmp_path, site)
    decide(tmp_path, "1", "accept", "--by", "Ada")
    if typed:
        decide(tmp_path, *typed, "--by", "Berta")
    SAID[0] = said or SAID[0]
    _, told = check(tmp_path, site, **edits)
    assert bool(told["settled"]) is settled
    listed = decide(tmp_path)
    assert ("stale" in listed or "no longer found" in listed) is (case in STALE)


def test_what_was_decided_is_listed(tmp_path: Path, site: Site) -> None:
    check(tmp_path, site)
    assert "Nothing was decided of a.md" in decide(tmp_path)
    decide(tmp_path, "1", "reject", "The number is wrong.", "--by", "Ada")
    assert "[1] number differs “1,700 boats went round by the mill”: rejected by Ada on" in decide(tmp_path)
    rows = json.loads(
        verifier("query", "select note, word, decision, decided_by from decisions", "-f", "json", cwd=tmp_path).stdout
    )
    assert rows == [{"note": "1", "word": "altered", "decision": "rejected", "decided_by": "Ada"}]
    left = verifier("query", "undecided", "-f", "json", cwd=tmp_path)
    assert "altered" not in left.stdout.decode()


WRONG: dict[str, tuple[list[str], str]] = {
    "a note that nothing is wrong with": (["9", "accept"], "needs a decision. What does: [1], [2]"),
    "no choice": (["1"], "accept, reject or remark"),
    "an empty remark": (["1", "remark"], "A remark needs words"),
    "another word": (["1", "agree"], "agree"),
    "words that are not there": (["1", "accept", "--words", "harbour"], "needs a decision"),
    "an article that nobody checked": (["1", "accept", "--document", "b.md"], "holds no findings"),
}


@pytest.mark.parametrize("case", WRONG)
def test_what_cannot_be_decided_is_said(case: str, tmp_path: Path, site: Site) -> None:
    words, said = WRONG[case]
    check(tmp_path, site)
    done = verifier("decide", *words, cwd=tmp_path)
    assert done.returncode == 2
    assert said in done.stderr.decode()
    assert "Nothing was decided" in decide(tmp_path)


def test_the_newest_word_counts_however_the_notes_are_numbered(tmp_path: Path, site: Site) -> None:
    check(tmp_path, site)
    decide(tmp_path, "1", "accept", "--by", "Ada")
    check(tmp_path, site, n="7", m="8")
    decide(tmp_path, "7", "reject", "--by", "Berta")
    _, told = check(tmp_path, site, n="7", m="8")
    assert told["settled"] == []


def test_a_decision_on_words_that_are_not_found_ends_with_the_page(tmp_path: Path, site: Site) -> None:
    other = ARTICLE.replace("1,700 boats went round by the mill", "the harbour was sold to a stranger in the spring")
    check(tmp_path, site, text=other)
    decide(tmp_path, "1", "accept", "--by", "Ada")
    assert check(tmp_path, site, text=other)[1]["summary"]["accepted"] >= 1
    SAID[0] = "Nothing is known of gates here. The weather was fine, and everybody went home before the evening came."
    assert check(tmp_path, site, text=other)[1]["settled"] == []


def test_what_has_no_address_is_known_by_its_note(tmp_path: Path, site: Site) -> None:
    books = "It grew.[^1] It fell.[^2]\n\n[^1]: A book on growing.\n[^2]: A book on falling.\n"
    check(tmp_path, site, text=books)
    done = verifier("decide", "1", "accept", "--by", "Ada", cwd=tmp_path)
    told = check(tmp_path, site, text=books)[1]
    assert [s["note"] for s in told["settled"]] == (["1"] if done.returncode == 0 else [])
