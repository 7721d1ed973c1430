"""How far a note answers for a sentence, and what several sources of one sentence say together."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from verifier.claims import find_claims
from verifier.library import read_bytes
from verifier.model import (
    Citation,
    Claim,
    Fetch,
    Finding,
    Link,
    LinkStatus,
    PlanName,
    Quotation,
    Scope,
    Severity,
    SourceText,
)
from verifier.verdicts import Source, judge

RIVER = (
    "The board of the river met on Monday in the customs house. It paid for 45 gates on the lower river in May. "
    "Odile Marrant, who leads the board, told the pilots that the gates stayed open all the year."
)
TOWN = "The town of Port Selm bought 12 boats in the winter of 2019. Its mayor, Ilse Kern, thanked the keepers of the lamps."


def source(text: str | None, number: int = 0) -> Source:
    """A source with this text; one behind a wall without."""
    citation = Citation(number, "", f"https://s{number}.example/")
    link = Link.OK if text else Link.BLOCKED
    reading = SourceText(text, "html", "1", language="en") if text else None
    status = LinkStatus(link, "rule", "A wall stands before it.")
    return Source(
        citation, Fetch(citation.url or "", datetime(2025, 6, 2, tzinfo=UTC), PlanName.LIVE, status, text=reading)
    )


def said(
    claim: str, *texts: str | None, scope: Scope = Scope.MARKED, quoted: str = "", complete: bool = True
) -> list[Finding]:
    quotations = (Quotation(quoted),) if quoted else ()
    asked = Claim(claim, "", tuple(range(len(texts))), 0, quotations, scope)
    sources = [source(text, number) for number, text in enumerate(texts)]
    return list(judge(asked, sources, written_in="en", complete=complete))


LOUD = {Severity.WARNING, Severity.PROBLEM}

# What is said of an earlier sentence: the verdict and whether it is loud; None where nothing is.
EARLIER = {
    "evidence": ("The board of the river paid for 45 gates on the lower river.", RIVER, ("evidence_shown", False)),
    "nothing": ("The ministry sold its forests to a company from abroad.", RIVER, ("no_evidence", False)),
    "a number that is nowhere": (
        "The board of the river met in the customs house and paid for 7731 gates on the lower river.", RIVER, ("weak_evidence", False),
    ),
    "nobody could look": ("The board of the river paid for 45 gates on the lower river.", None, None),
}  # fmt: skip


def test_a_name_with_another_letter_is_told_of_an_earlier_sentence_as_well() -> None:
    claim = "The board of the river, said Ida Kobel, paid for 45 gates on the lower river."
    [found] = said(claim, f"{RIVER} Ida Komel, the mayor, was there.", scope=Scope.EARLIER)
    assert (found.severity, found.warnings) == (Severity.FINE, ("The source writes Ida Komel for Ida Kobel.",))


@pytest.mark.parametrize("case", EARLIER)
def test_an_earlier_sentence_is_judged_softly(case: str) -> None:
    claim, text, expected = EARLIER[case]
    found = said(claim, text, scope=Scope.EARLIER)
    assert [(f.verdict.value, f.severity in LOUD) for f in found] == [expected] if expected else not found


def test_another_value_is_told_of_an_earlier_sentence() -> None:
    [found] = said("The board paid for 54 gates on the lower river in May.", RIVER, scope=Scope.EARLIER)
    if any(conflict.source for conflict in found.conflicts):
        assert found.severity is Severity.WARNING


def test_an_earlier_sentences_quotation_is_judged_once_with_the_marked_one() -> None:
    assert not [
        f for f in said("She said “gates of gold”.", RIVER, scope=Scope.EARLIER, quoted="gates of gold") if f.quotation
    ]


def test_what_one_of_two_sources_holds_is_missing_from_none() -> None:
    found = said("The board paid for 45 gates and the town of Port Selm bought 12 boats in 2019.", RIVER, TOWN)
    assert not [f for f in found if f.severity in LOUD], found


def test_what_none_of_two_sources_holds_is_told_once() -> None:
    found = said(
        "The board of the river met in the customs house and paid for 7731 gates on the lower river.",
        RIVER,
        RIVER + " Later.",
    )
    assert len([f for f in found if f.severity in LOUD]) == 1


@pytest.mark.parametrize(("texts", "complete"), [((RIVER, None), True), ((RIVER,), False)])
def test_what_may_stand_in_a_source_that_nobody_read_is_no_alarm(texts: tuple[str | None, ...], complete: bool) -> None:
    claim = "The board paid for 7731 gates, “we never closed a single one of them”, it said."
    found = said(claim, *texts, quoted="we never closed a single one of them", complete=complete)
    assert {f.verdict.value for f in found} <= {"unverifiable", "evidence_shown"}
    assert not [f for f in found if f.severity in LOUD]


def test_other_words_in_one_source_are_no_problem_where_the_other_was_not_read() -> None:
    quoted = "the gates stayed shut all the year"
    [one, *_] = said(f"She told the pilots that “{quoted}”.", RIVER, quoted=quoted)
    [two, *_] = said(f"She told the pilots that “{quoted}”.", RIVER, None, quoted=quoted)
    assert (one.verdict.value, two.verdict.value) == ("altered", "unverifiable")


def test_words_that_an_explaining_note_does_not_have_come_from_elsewhere() -> None:
    quoted = "a company from abroad bought every forest"
    [found, *_] = said(f"He said that “{quoted}”.", RIVER, scope=Scope.POINTED, quoted=quoted)
    assert (found.verdict.value, found.severity) == ("unverifiable", Severity.CANNOT_TELL)


def test_missing_words_of_a_note_are_a_softer_finding_and_its_own_words_none() -> None:
    quoted = "a company from abroad bought every forest"
    [found] = said(f"The note says that “{quoted}” and much more of its own.", RIVER, scope=Scope.NOTE, quoted=quoted)
    assert (found.verdict.value, found.severity) == ("not_found", Severity.WARNING)


@pytest.mark.parametrize(
    ("sentence", "loud"),
    [
        ("The board of the river paid for 45 “tame” gates in May.", False),  # the article's own word
        ("The board of the river called the gates in May “tame”.", True),
        ("The gates, Odile Marrant of the board told them, are “tame” in May.", True),
        ("The board of the river paid for 45 “tame little” gates in May.", True),
    ],
)
def test_one_word_that_nobody_is_said_to_have_said(sentence: str, loud: bool) -> None:
    [claim] = find_claims(read_bytes(f"{sentence}[1]\n\n[1] A, https://a.example/.".encode(), "a.txt"))
    found = [f for f in judge(claim, [source(RIVER, 0)], written_in="en") if f.quotation]
    assert [(f.verdict.value, f.severity in LOUD) for f in found] == [("not_found", loud)]
    assert loud is ("the article's own" not in found[0].reason)
