"""An index answers what all tokens would answer, with less work."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verifier.matching import match_quotation
from verifier.matching.index import Index, index_of, made
from verifier.matching.tokens import tokenize

WORDS = [
    "gate",
    "gates",
    "stayed",
    "open",
    "1,700",
    "İzmir",
    "straße",
    "don't",
    "the",
    "水",
    "门",
    "開",
    "not",
    "–",
    "…",
    "“",
    "”",
    "\n",
    "12 %",
]
texts = st.lists(st.sampled_from(WORDS), min_size=0, max_size=40).map(" ".join)
quotations = st.lists(st.sampled_from(WORDS), min_size=1, max_size=6).map(" ".join)


@given(texts, quotations)
def test_words_are_found_where_all_tokens_have_them(text: str, quotation: str) -> None:
    keys = list(tokenize(quotation).keys)
    found = Index(text).find_words(keys) if keys else None
    places = tokenize(text).find_run(keys) if keys else []
    if found is not None:
        tokens, count = found
        assert count == len(places)
        everything = tokenize(text)
        assert tokens.starts[tokens.find_run(keys)[0]] == everything.starts[places[0]]


@given(texts, quotations)
def test_the_answer_does_not_depend_on_what_was_asked_before(text: str, quotation: str) -> None:
    first = match_quotation(quotation, text)
    index_of.cache_clear()
    assert index_of(text).tokens is not None
    assert match_quotation(quotation, text) == first


PAGE = "The board met. " * 300 + "In every year the gates of the lower river stayed open. " + "It rained. " * 300


@pytest.mark.parametrize(
    ("quotation", "made_of_all"),
    [("the gates of the lower river stayed open", 0), ("the gates of the lower river stayed closed", 1)],
)
def test_words_that_stand_there_cost_no_look_at_the_whole_text(quotation: str, made_of_all: int) -> None:
    index_of.cache_clear()
    before = made["tokenised"], made["folded"]
    for _ in range(3):
        match_quotation(quotation, PAGE)
    assert (made["tokenised"] - before[0], made["folded"] - before[1]) == (made_of_all, made_of_all)
