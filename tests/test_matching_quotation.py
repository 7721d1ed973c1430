"""Quotations against a source: the verdict follows from the edits."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verifier.matching import match_quotation
from verifier.matching.edits import _RULES
from verifier.model import DifferenceKind, QuotationVerdict

SOURCE = (
    "The river board met on Monday in the old customs house. It said that 1,200 seasonal jobs were lost in the valley during the drought, "
    "and that the eastern sluice would not be opened before the harvest. Members, who had come from both banks of the river, agreed to meet "
    "again in the autumn. “We have kept the gates open,” the chairwoman Odile Marrant said, “in every dry month since the treaty.” "
    "The colour of the new gates may be changed. A survey of the harbour towns is to be published in two years.\n\n"
    "Note: the bridge-\nkeeper of Tarn[4] has reopened the o\ufb03ce."
)
FAITHFUL, ALTERED, ABSENT = (
    ("verbatim", "verbatim_marked", "near_verbatim"),
    ("altered", "partial"),
    ("not_found", "unverifiable"),
)

CASES = {
    "as it is": ("the eastern sluice would not be opened before the harvest", FAITHFUL, None),
    "other quotation marks": ('"We have kept the gates open," the chairwoman Odile Marrant said', FAITHFUL, None),
    "a capital marked": ("[T]he eastern sluice would not be opened before the harvest", FAITHFUL, None),
    "a capital not marked": ("The eastern sluice would not be opened before the harvest", FAITHFUL, "case"),
    "words left out and marked": ("1,200 seasonal jobs were lost … during the drought", FAITHFUL, "marked"),
    "words left out, dots": ("Members ... agreed to meet again in the autumn", FAITHFUL, "marked"),
    "words put in and marked": ("agreed to meet [once] again in the autumn", FAITHFUL, "marked"),
    "words replaced and marked": (
        "[The commissioners], who had come from both banks of the river, agreed",
        FAITHFUL,
        None,
    ),
    "sic": ("The colour [sic] of the new gates may be changed", FAITHFUL, None),
    "a spelling variant": ("The color of the new gates may be changed", FAITHFUL, "spelling"),
    "a typing error": ("the eastern slluice would not be opened before the harvest", FAITHFUL, "typo"),
    "a number in another spelling": ("1 200 seasonal jobs were lost in the valley", FAITHFUL, "punctuation"),
    "hyphenation and ligatures": ("the bridgekeeper of Tarn has reopened the office", FAITHFUL, None),
    "another number": ("1,700 seasonal jobs were lost in the valley", ALTERED, "number"),
    "another number word": ("is to be published in three years", ALTERED, "number"),
    "a negation lost": ("the eastern sluice would be opened before the harvest", ALTERED, "negation"),
    "a negation put in": ("1,200 seasonal jobs were not lost in the valley", ALTERED, "negation"),
    "a negation hidden": ("the eastern sluice would … be opened before the harvest", ALTERED, "negation"),
    "another name": ("the chairwoman Odile Kestrel said", ALTERED, "name"),
    "another modality": ("The colour of the new gates must be changed", ALTERED, "modality"),
    "another word": ("The colour of the old gates may be changed", ALTERED, "word"),
    "words left out": (
        "jobs were lost in the valley, and that the eastern sluice would not be opened",
        ALTERED,
        "omission",
    ),
    "another order": ("agreed to meet again in the autumn … The river board met on Monday", ALTERED, "order"),
    "another text": ("the fishermen of the delta have never trusted an engineer", ABSENT, None),
    "a term that is not there": ("pragmatic interaction", ABSENT, None),
    "nothing": ("", ABSENT, None),
    "only marks": ("[…]", ABSENT, None),
}


@pytest.mark.parametrize("case", CASES)
def test_quotation(case: str) -> None:
    quotation, verdicts, kind = CASES[case]
    match = match_quotation(quotation, SOURCE)
    assert match.verdict.value in verdicts, match
    assert match.reason
    if kind:
        assert kind in {d.kind for d in match.differences}
    if match.start is not None and match.end is not None:
        assert SOURCE[match.start : match.end] == match.exact


@pytest.mark.parametrize(
    ("quotation", "text", "said"),
    [
        ("gates open", "The gates open. The gates open.", "places"),
        ("be opened", "It will not be opened.", "“not”"),
        ("first … last", "first " + "and more " * 150 + "last", "leave out"),
    ],
)
def test_warnings_stand_beside_the_verdict(quotation: str, text: str, said: str) -> None:
    match = match_quotation(quotation, text)
    assert match.verdict in (QuotationVerdict.VERBATIM, QuotationVerdict.VERBATIM_MARKED)
    assert any(said in w for w in match.warnings), match.warnings


@pytest.mark.parametrize(
    ("quotation", "text", "verdict"),
    [
        (
            "Das Wasser macht vor keinem Schlagbaum halt",
            "Das Wasser macht vor keinem Schlagbaum halt, sagt er.",
            "verbatim",
        ),
        (
            "Das Wasser macht vor jedem Schlagbaum halt",
            "Das Wasser macht vor keinem Schlagbaum halt, sagt er.",
            "altered",
        ),
        ("сроки сократятся на треть", "Сказано, что сроки сократятся на треть.", "verbatim"),
        ("сроки не сократятся на треть", "Сказано, что сроки сократятся на треть.", "altered"),
        ("水不会停在海关", "他们说，水不会停在海关。", "verbatim"),
    ],
)
def test_other_languages(quotation: str, text: str, verdict: str) -> None:
    assert match_quotation(quotation, text).verdict.value == verdict


@pytest.mark.parametrize(
    ("quotation", "counted"),
    [
        ("1,700 people were killed in May near the old harbour wall", ""),
        ("1,700 people were killed in June near the old harbour wall", "(1 more difference)"),
        ("1,700 people were killed in June near the new harbour wall", "(2 more differences)"),
    ],
)
def test_a_reason_names_the_first_difference_and_counts_the_others(quotation: str, counted: str) -> None:
    text = "The council said that 1,200 people were killed in May near the old harbour wall, as reported."
    reason = match_quotation(quotation, text).reason
    assert "“1,700” in the article, “1,200” in the source" in reason
    assert reason.rstrip(".").endswith(counted)
    assert ("more" in reason) is bool(counted)


LOCK = "The keeper of Tarn, who had not slept, may at last say what he saw, and shut the upper gate slowly. It rained."


@pytest.mark.parametrize(
    ("quotation", "kind", "exact", "reason"),
    [
        ("The keeper of Tarn shut the upper gate slowly", "omission", "The keeper of Tarn, who had not slept, may at last say what he saw, and shut the upper gate slowly", "left out without an ellipsis: “who had not slept may at last say …”"),
        ("shut the upper gate … it may rain. The keeper of Tarn and shut the upper gate", None, None, ""),
        ("slowly shut the upper gate", "order", "shut the upper gate slowly", "another order: “slowly”"),
        ("The keeper of Sund shut the upper gate slowly", None, None, ""),
        ("The bridge rained and shut the upper gate slowly", None, None, ""),
        ("who had slept, may at last say what he saw", "negation", None, "“–” in the article, “not” in the source"),
        ("who had slept may at last shut the upper gate slowly", None, None, ""),
    ],
)  # fmt: skip
def test_what_was_left_out_or_moved_near_an_end(
    quotation: str, kind: str | None, exact: str | None, reason: str
) -> None:
    match = match_quotation(quotation, f"Nobody looked. {LOCK}")
    assert match.verdict not in FAITHFUL
    assert kind is None or {d.kind for d in match.differences if d.material} == {kind}, match
    assert exact is None or match.exact == exact
    assert reason in match.reason


@given(st.text(max_size=80), st.text(max_size=200))
def test_any_two_texts_get_an_answer_with_a_reason(quotation: str, text: str) -> None:
    match = match_quotation(quotation, text)
    assert match.reason
    if match.start is not None and match.end is not None:
        assert 0 <= match.start <= match.end <= len(text)


WORDS = SOURCE.split("\n\n", maxsplit=1)[0].split()


@given(st.integers(0, len(WORDS) - 6), st.integers(5, 30))
def test_every_run_of_words_of_a_source_is_found_in_it(start: int, count: int) -> None:
    words = " ".join(WORDS[start : start + count])
    assert match_quotation(words, SOURCE).verdict.value in FAITHFUL


@pytest.mark.parametrize(
    "text", ["a" * 1_000_000, "word " * 200_000, "“" * 200_000, "中" * 200_000, "[" * 100_000, "\ud800 x"]
)
def test_hostile_texts_are_bounded(text: str) -> None:
    assert match_quotation("none of these words stands there", text).reason
    assert match_quotation(text[:20_000], "A short source.").reason


def test_every_kind_of_edit_that_a_rule_names_has_its_word() -> None:
    assert {name for name, _ in _RULES} <= {kind.value for kind in DifferenceKind}


@pytest.mark.parametrize(
    ("quoted", "source", "verdict", "exact"),
    [
        ("eau de la vallée", "On boit l’eau de la vallée.", "verbatim", "eau de la vallée"),
        ("Assemblea della valle", "Le carte dell'Assemblea della valle bruciano.", "verbatim", "Assemblea della valle"),
        ("Île", "Les gens de l'Île sont partis.", "verbatim", "Île"),
        ("une barque est venue", "On dit qu’une barque est venue.", "verbatim", "une barque est venue"),
        ("eau de la montagne", "On boit l’eau de la vallée.", "not_found", None),
        ("est pas venue", "La barque n'est pas venue.", "not_found", None),  # n' says no
    ],
)
def test_words_behind_an_apostrophe(quoted: str, source: str, verdict: str, exact: str | None) -> None:
    match = match_quotation(quoted, source)
    assert match.verdict == verdict
    if exact is not None and match.start is not None:
        assert match.exact == source[match.start : match.end] == exact
