"""The page that a note names against the page on which the words stand: said only where the printed numbers leave no doubt."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime

import pytest
from test_documents_pdf import BODY, FOOT, Piece, write
from test_sources_pdf import FILL, lines

from verifier.model import Citation, Claim, Fetch, Link, LinkStatus, Mark, PlanName, Quotation, Snapshot
from verifier.sources import extract
from verifier.verdicts import Source, judge, marked_pages

WORDS = "The wardens agreed that the weir should be opened before the winter"
AT = datetime(2026, 1, 5, tzinfo=UTC)


def page(number: str, *said: str) -> list[Piece]:
    said_lines = [piece for i, words in enumerate(said) for piece in lines(words, 500 - 60 * i)]
    return [*lines(FILL), *said_lines, (290, 40, FOOT, number)]


def book(*numbers: str, on: int = 2, also: int | None = None) -> list[list[Piece]]:
    return [page(number, *([f"{WORDS}."] if i in (on, also) else [])) for i, number in enumerate(numbers)]


def warnings(
    pages: list[list[Piece]], *locators: str | None, label: str = "page", marks: Sequence[str | None] = ()
) -> tuple[str, ...]:
    text = extract(Snapshot("", write(*pages), "application/pdf"))
    url = "https://board.example/weir.pdf"
    found = Fetch(url, AT, PlanName.LIVE, LinkStatus(Link.OK, "", ""), text=text)
    claim = Claim(f"They wrote: “{WORDS}.”", "", (0,), 0, (Quotation(WORDS),))
    called = [Mark("Roe, 2001", 0, 0, 9, place, place and label) for place in marks]
    works = [Citation(0, "", url=url, locator=place, locator_label=place and label) for place in locators]
    cited = [Source(work, found, marked_pages(claim, work, called)) for work in works]
    [finding] = [f for f in judge(claim, cited, written_in="en") if f.quotation]
    assert finding.verdict == "verbatim"
    return tuple(w for w in finding.warnings if w.startswith("These words stand on page"))


ROW = ("41", "42", "43", "44", "45")


def test_words_on_another_page_than_the_note_says() -> None:
    assert warnings(book(*ROW), "12") == ("These words stand on page 43 of the source; the note says p. 12.",)


@pytest.mark.parametrize(
    ("pages", "locators", "label"),
    [
        (book(*ROW), ("43",), "page"),
        (book(*ROW), ("41–44",), "page"),
        (book(*ROW), ("42 f.",), "page"),
        (book(*ROW), ("12, 43",), "page"),
        (book(*ROW), ("3",), "page"),  # counted in the file
        (book(*ROW), (None,), "page"),
        (book(*ROW), ("xii",), "page"),
        (book(*ROW), ("12",), "paragraph"),
        (book(*ROW), ("12", "43"), "page"),  # another note of the sentence names it
        (book(*ROW), ("12", None), "page"),
        (book(*ROW, on=2, also=0), ("43",), "page"),  # the words stand there as well
        (book("41", "42", on=0), ("12",), "page"),  # too few to be a row
        (book("41", "7", "2019", "3", "88"), ("12",), "page"),
        (book("a", "b", "c", "d", "e"), ("12",), "page"),
    ],
)  # fmt: skip
def test_where_nobody_can_be_certain_nothing_is_said(
    pages: list[list[Piece]], locators: tuple[str | None, ...], label: str
) -> None:
    assert warnings(pages, *locators, label=label) == ()


@pytest.mark.parametrize(
    ("locator", "marks", "said"),
    [
        (None, ("12",), "mark says p. 12"),
        ("1–60", ("12",), "mark says p. 12"),  # the note gives the pages of the whole article
        (None, ("12", "14"), "mark says p. 12, 14"),
        (None, ("43",), ""),
        ("12", ("43",), ""),
        (None, ("12", "43"), ""),  # nobody knows which of the marks is meant
        (None, ("12", None), ""),
    ],
)
def test_the_page_that_a_mark_names(locator: str | None, marks: tuple[str | None, ...], said: str) -> None:
    told = warnings(book(*ROW), locator, marks=marks)
    assert told == ((f"These words stand on page 43 of the source; the {said}.",) if said else ())


def test_words_that_go_over_two_pages_stand_on_both() -> None:
    pages = book(*ROW, on=-1)
    pages[2].insert(-1, (72.0, 80.0 + 60, BODY, "The wardens agreed that the weir"))
    pages[3].insert(0, (72.0, 770.0 - 15, BODY, "should be opened before the winter."))
    assert warnings(pages, "43") == warnings(pages, "44") == ()
    assert warnings(pages, "12") == ("These words stand on page 43–44 of the source; the note says p. 12.",)
