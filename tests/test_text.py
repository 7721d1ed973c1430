"""Folding: typography goes, what is said stays, and every offset finds its way back."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verifier.matching.tokens import number_value, tokenize
from verifier.text import fold


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("“a” ‘b’ «c»", '"a" \'b\' "c"'),
        ("1990–95 — but", "1990-95 - but"),
        ("o\ufb03ce", "office"),
        ("re\u00adopened", "reopened"),
        ("intrigu-\n  ing", "intriguing"),
        ("Anglo-\nAmerican", "Anglo-American"),
        ("AT&amp;T &ndash; here", "AT&T - here"),
        ("word[3] and word[12–14] and more[citation needed].", "word and word and more."),
        ("the war.² It", "the war. It"),
        ("30 km² of", "30 km2 of"),
        ("10 000 or 10,000 or 20 %", "10 000 or 10,000 or 20 %"),
        ("a\t \n b", "a b"),
        ("zero\u200bwidth", "zerowidth"),
        ("كَتَبَ الحــارس", "کتب الحارس"),
        ("شَهْرُ الرَّبِيعِ", "شهر الربیع"),
        ("הַגֶּשֶׁר־הַיָּשָׁן", "הגשר-הישן"),
        ("за\u0301мок ѓ й", "замок ѓ й"),
        ("ｶﾞｽ", "ガス"),
        ("și ț", "şi ţ"),
        ("e\u0301te\u0301", "été"),
        ("[T]he", "[T]he"),
        ("", ""),
    ],
)
def test_fold(text: str, folded: str) -> None:
    assert fold(text).text == folded


@given(st.text(alphabet=st.sampled_from("ab. -“”…ﬁ²[1]&amp;\n\u00adé\u0301ш中"), max_size=60))
def test_every_folded_character_comes_from_its_own_place(text: str) -> None:
    folded = fold(text)
    last = 0
    for i in range(len(folded.text)):
        start, end = folded.span(i, i + 1)
        assert 0 <= last <= start <= end <= len(text)
        last = start


@given(st.text())
def test_folding_never_fails_and_leaves_nothing_to_fold(text: str) -> None:
    assert not set(fold(text).text) & set("“”‘’\u00ad\u200b\ufb01")


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("The vote, on 1,700 of them.", ["the", "vote", "on", "1,700", "of", "them"]),
        ("don't stop", ["don't", "stop"]),
        ("20 % of €5", ["20", "%", "of", "€", "5"]),
        ("北京 ok", ["北", "京", "ok"]),
        ("the 21st G20", ["the", "21st", "g20"]),
    ],
)
def test_tokens(text: str, keys: list[str]) -> None:
    assert list(tokenize(text).keys) == keys


@pytest.mark.parametrize(("one", "other"), [("1,700", "1700"), ("1.700.000", "1,700,000"), ("1,5", "1.5")])
def test_the_same_number_in_two_spellings(one: str, other: str) -> None:
    assert number_value(one) == number_value(other)
