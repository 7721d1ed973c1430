"""PDF files as sources: what stands at the edges of pages and between the lines is no change of a quotation. All texts invented."""

from __future__ import annotations

import pytest
from test_documents_pdf import BODY, FOOT, Piece, write

from verifier import match_quotation
from verifier.model import Snapshot, SourceText
from verifier.sources import extract

QUOTED = (
    "The wardens agreed that the weir should be opened before the winter and that nobody should be asked to pay for it."
)


def lines(words: str, top: float = 740, left: float = 72, size: float = BODY) -> list[Piece]:
    """Lines of eight words each."""
    cut = words.split()
    rows = [" ".join(cut[i : i + 8]) for i in range(0, len(cut), 8)]
    return [(left, top - i * 15, size, row) for i, row in enumerate(rows)]


FILL = "The river rose in March and fell again in May, as it had done in every year that the oldest of them knew. " * 3
FIRST = [*lines(FILL), (72.0, 600.0, BODY, "The wardens agreed that the weir should be opened")]
SECOND = [
    (72.0, 740.0, BODY, "before the winter and that nobody should be"),
    (72.0, 725.0, BODY, "asked to pay for it."),
    *lines(FILL, 700),
]
DIVIDED = [*lines(FILL), (72.0, 600.0, BODY, "The wardens agreed that the weir should be open-")]
WHOLE = [(72.0, 740.0, BODY, "The wardens agreed that the weir should be opened before the win-"), (72.0, 725.0, BODY, "ter and that nobody should be asked to pay for it."), *lines(FILL, 700)]  # fmt: skip


def read(*pages: list[Piece]) -> SourceText:
    return extract(Snapshot("", write(*pages), "application/pdf"))


@pytest.mark.parametrize(
    "pages",
    [
        [FIRST, SECOND],
        [[(72, 810, FOOT, "The Weir: A History"), *FIRST, (290, 40, FOOT, "12")], [(72, 810, FOOT, "Chapter Two"), *SECOND, (290, 40, FOOT, "13")]],
        [[(72, 810, BODY, "The Weir 12"), *FIRST], [(72, 810, BODY, "The Weir 13"), *SECOND]],
        [[*FIRST, (290, 40, BODY, "Seite 12 von 40")], [*SECOND, (290, 40, BODY, "Seite 13 von 40")]],
        [[*FIRST, (290, 40, BODY, "- xii -")], SECOND],
        [[*FIRST, (72, 120, FOOT, "4 Minutes of the wardens, 11 March 1911,"), (72, 109, FOOT, "item 7, and the letter of the millers."), (290, 40, FOOT, "12")], SECOND],
        [[*FIRST[:-1], (72, 600, BODY, "The wardens agreed that the weir should be opened"), (330, 590, FOOT, "What is a weir?"), (330, 578, FOOT, "A low wall over a river."), (72, 560, BODY, "before the winter and that nobody should be"), (72, 545, BODY, "asked to pay for it.")]],
        [[*DIVIDED, (290, 40, FOOT, "12")], [(72, 810, FOOT, "The Weir"), (72, 740, BODY, "ed before the winter and that nobody should be"), *SECOND[1:]]],
        [WHOLE],
    ],
    ids=["nothing", "heads", "one head", "Seite", "roman", "notes", "box", "divided over pages", "divided"],
)  # fmt: skip
def test_what_stands_around_the_lines_is_no_change(pages: list[list[Piece]]) -> None:
    text = read(*pages)
    found = match_quotation(QUOTED, text.text, text.parts)
    assert found.verdict == "verbatim", (found, text.text)
    assert text.text[found.start : found.end] == found.exact
    changed = match_quotation(QUOTED.replace("nobody", "everybody"), text.text, text.parts)
    assert changed.verdict == "altered"


def test_raised_numbers_are_marks_of_notes_and_powers_are_not() -> None:
    page = [
        *lines(FILL, 600),
        (72, 740, BODY, "The weir"),
        (120, 745, 7, "14"),
        (130, 740, BODY, " holds 30 km"),
        (205, 745, 7, "2"),
        (212, 740, BODY, " of water."),
    ]
    text = read(page)
    marks = [text.text[p.start : p.end] for p in text.parts if p.role == "note_mark"]
    assert marks == ["14"], text.text
    assert match_quotation("The weir holds 30 km", text.text, text.parts).verdict == "verbatim"


def test_a_number_of_a_note_behind_a_year_is_no_part_of_it() -> None:
    page = [
        *lines(FILL, 600),
        (72, 740, BODY, "The mill was sold in 1911"),
        (207, 745, 7, "4"),
        (215, 740, BODY, " and never seen again."),
    ]
    text = read(page)
    assert "19114" in text.text
    assert (
        match_quotation("The mill was sold in 1911 and never seen again", text.text, text.parts).verdict == "verbatim"
    )
    assert match_quotation("The mill was sold in 1914 and never seen again", text.text, text.parts).verdict == "altered"


def test_a_large_first_letter_belongs_to_its_word() -> None:
    text = read(
        [(72, 730, 30, "T"), (95, 740, BODY, "he weir was closed in the spring of that year."), *lines(FILL, 600)]
    )
    assert match_quotation("The weir was closed in the spring", text.text, text.parts).verdict == "verbatim"


def test_pages_begin_where_their_first_line_does() -> None:
    text = read(FIRST, SECOND)
    assert [text.text[at:].split()[0] for at in text.pages] == ["The", "before"]
    assert read().pages == ()
