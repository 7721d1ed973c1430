"""Claims: what each mark supports, and which words in quotation marks are quotations."""

from __future__ import annotations

import pytest

from verifier.claims import find_claims
from verifier.library import read_bytes
from verifier.model import Claim, QuotedKind

NOTES = "\n\n[1] A, https://a.example/.\n[2] B, https://b.example/.\n"


def claims(body: str) -> tuple[Claim, ...]:
    return find_claims(read_bytes((body + NOTES).encode(), "a.txt"))


# The body, then each claim with its context.
SCOPE = {
    "its own sentence": (
        "It rained. The gates stayed open.[1] Then came spring.[2]",
        [("The gates stayed open.", "It rained."), ("Then came spring.", "")],
    ),
    "a mark inside the sentence": (
        "The gates stayed open all the winter,[1] but the sluices were shut in spring.[2]",
        [
            ("The gates stayed open all the winter, but the sluices were shut in spring.", ""),
            ("but the sluices were shut in spring.", ""),
        ],
    ),
    "two marks together": (
        "The gates stayed open.[1][2]",
        [("The gates stayed open.", "")],
    ),
    "abbreviations end no sentence": (
        "It rained. Dr. O. Marrant of St. Ilse paid approx. 3.5 million.[1] Later.[2]",
        [("Dr. O. Marrant of St. Ilse paid approx. 3.5 million.", "It rained."), ("Later.", "")],
    ),
    "the stop inside the quotation": (
        "She said: “The gates stay open.”[1] He left.[2]",
        [("She said: “The gates stay open.”", ""), ("He left.", "")],
    ),
}


@pytest.mark.parametrize("case", SCOPE)
def test_scope(case: str) -> None:
    body, expected = SCOPE[case]
    assert [(c.text, c.context) for c in claims(body)] == expected


# Words of an article, and what the quoted string in them is.
KINDS = {
    "a sentence said": ("She said that “the gates were open in every dry month”.[1]", QuotedKind.QUOTATION),
    "a term": ("The policy of “pragmatic interaction” went on.[1]", QuotedKind.TERM),
    "a work by its name": ("The report “A River Between Two Banks” was read widely.[1]", QuotedKind.NOT_A_QUOTATION),
    "a name": ("The exercise was called “steadfast harbour” by everybody.[1]", QuotedKind.NOT_A_QUOTATION),
    "the word as a word": ("The word “gate” has two meanings here.[1]", QuotedKind.NOT_A_QUOTATION),
}


@pytest.mark.parametrize("case", KINDS)
def test_kinds_of_quoted_strings(case: str) -> None:
    body, kind = KINDS[case]
    assert [q.kind for q in claims(body + " More.[2]")[0].quotations] == [kind]


@pytest.mark.parametrize(
    ("body", "words"),
    [
        ("He said „das Wasser macht vor keinem Schlagbaum halt“.[1]", "das Wasser macht vor keinem Schlagbaum halt"),
        ("Il dit « l’eau ne connaît pas de barrière ».[1]", "l’eau ne connaît pas de barrière"),
        ("He said “the board called it ‘a quiet gate’ in May”.[1]", "the board called it ‘a quiet gate’ in May"),
        ("He said «вода не знает границ».[1]", "вода не знает границ"),
        ("他说「水不会停在海关」。[1]", "水不会停在海关"),
        ("It's the board's gate, 'tis said, that “won't ever be shut again”.[1]", "won't ever be shut again"),
    ],
)
def test_quotation_marks_of_many_languages(body: str, words: str) -> None:
    assert [q.text for q in claims(body)[0].quotations] == [words]


def test_earlier_sentences_quotations_are_context() -> None:
    [claim] = claims("He said “the gates were open in May”. Nobody believed that it was true.[1]")
    assert [(q.text, q.in_context) for q in claim.quotations] == [("the gates were open in May", True)]


def test_a_block_quotation_is_a_quotation_as_a_whole() -> None:
    html = (
        "<p>The board wrote:<sup><a href='#n1' id='r1'>1</a></sup></p><blockquote>The gates stay open in every month.</blockquote>"
        "<ol><li id='n1'>Board, https://a.example/ <a href='#r1'>back</a></li></ol>"
    )
    [claim] = find_claims(read_bytes(html.encode(), "a.html"))
    assert [q.text for q in claim.quotations] == ["The gates stay open in every month."]
