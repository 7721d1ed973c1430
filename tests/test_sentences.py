"""Sentence boundaries: tables of texts with their sentences, and what holds for any string."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.limits import cpu_limit

from verifier.sentences import split


def sentences(text: str, language: str | None = None) -> list[str]:
    return [text[start:end] for start, end in split(text, language)]


@pytest.mark.parametrize(
    "parts",
    [
        # abbreviations, initials
        ["Dr. Ada Roe met Mrs. Doe.", "They talked."],
        ["He lived in the U.S. Senate building.", "The end."],
        ["He moved to the U.S.", "The war began."],
        ["See vol. 3, pp. 4-9, and No. 7.", "No.", "He lost."],
        ["Fruit, e.g. Apples, i.e. Food, cf. Roe.", "Fine."],
        ["At 5 p.m. Smith left.", "At 6 p.m.", "The others went."],
        ["Acme Inc. said so.", "Acme Inc.", "It grew."],
        ["J. R. R. Roe wrote it.", "St. Mary read it."],
        ["Some say K. I. Roe and B. A. Doe did.", "J.-J. Roe did not."],
        ["In Exampleton (N.Y.) Sheriff Roe spoke.", "He left (as one does.)", "Then he came."],
        ["See Roe, XV. 461 and III. 17.", "Then read."],
        ["It was vitamin C.", "The cure worked."],
        ["Worked with Gen. Doe on Jan. 3.", "Then left."],
        ["Es war z. B. Berlin bzw. Bonn.", "Das ist alles."],
        ["Doç. Dr. Ali Örnek geldi.", "Gitti."],
        ["Это было в г. Москва, т. е. далеко.", "Он ушёл."],
        ["Это было в 1990 г.", "Он ушёл."],
        ["Il parle, p. ex. Paris.", "Puis rien."],
        # numbers
        ["It rose by 3.5 to 1.200 in 1990.", "Then it fell."],
        ["Am 3. Oktober kam er.", "Der 2. Weltkrieg begann."],
        ["19. yüzyıl başladı.", "II. Dünya Savaşı bitti."],
        ["He was 30.", "She was 31."],
        ["1. Introduction and more.", "It begins."],
        # addresses
        ["Go to https://site.example/a.b?c=d.e!f for it.", "Then read."],
        ["Is www.site.example up?", "Yes!"],
        # quotations and brackets
        ["It is on the “blacklist.”", "He left."],
        ["“What?” he asked.", "“No!”", "She left."],
        ["He said: “We are few. We are strong.”", "Then he left."],
        ['"We won. It hurt," she said.', "Nobody moved."],
        ["Il a dit : « Non. »", "Puis il partit."],
        ["Er sagte: „Nein.“", "Dann ging er."],
        ["(It was late.)", "He slept (as one does.)", "Then he woke."],
        ["The war.[2]", "In it.[citation needed]", "All lost."],
        # ellipses
        ["He stopped . . . and went on.", "Good."],
        ["She left...", "The end…", "And?"],
        # other scripts
        ["他说：“你好。”", "然后走了。", "真的吗？", "是！"],
        ["「はい。」と述べた。", "終わり。"],
        ["كيف؟", "جيد."],
        ["ہاں۔", "وہ گیا۔"],
        ["यह है।", "वह है।"],
        # a stop inside a sentence, lower case behind
        ["The Yahoo! site is old.", "The iPhone is new.", "iPhones sell."],
    ],
)
def test_boundaries(parts: list[str]) -> None:
    spaced = " ".join(parts)
    glued = "".join(parts)
    assert sentences(spaced) == parts
    if glued[-1] in "。！":
        assert sentences(glued) == parts


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("One line\n\nanother line", ["One line", "another line"]),
        ("One line\r\n\r\nanother line", ["One line", "another line"]),
        ("one\n \t\ntwo\u2029three\ffour", ["one", "two", "three", "four"]),
        ("A heading\nThe text.", ["A heading", "The text."]),
        ("Things:\n- one\n- two\n1. three", ["Things:", "- one", "- two", "1. three"]),
        (
            "a line that somebody has wrapped at some fifty signs\nBefore it ended. Next.",
            ["a line that somebody has wrapped at some fifty signs\nBefore it ended.", "Next."],
        ),
        ("", []),
        (" \n\t ", []),
        (".", ["."]),
        ("\ud800 ab. B\0", ["\ud800 ab.", "B\0"]),
    ],
)
def test_lines_and_edges(text: str, expected: list[str]) -> None:
    assert sentences(text) == expected


def test_a_language_that_is_told_decides_ordinals() -> None:
    text = "Syntes 5. Kongres var god. Ja."
    assert sentences(text, "da") == ["Syntes 5. Kongres var god.", "Ja."]
    assert sentences(text, "en-GB") == ["Syntes 5.", "Kongres var god.", "Ja."]


@given(st.text(st.sampled_from("aB.!?…。”“\"'()[] \n1Dr é«»„,:\ud800"), max_size=80) | st.text(max_size=80))
def test_every_character_is_in_one_sentence(text: str) -> None:
    spans = split(text)
    assert all(start < end for start, end in spans)
    assert all(before[1] <= after[0] for before, after in itertools.pairwise(spans))
    assert all(text[start:end] == text[start:end].strip() for start, end in spans)
    inside = "".join(text[start:end] for start, end in spans)
    assert "".join(inside.split()) == "".join(text.split())


@given(st.text(st.sampled_from("ab. \n"), max_size=60))
def test_a_blank_line_always_ends_a_sentence(text: str) -> None:
    assert not any("\n\n" in sentence for sentence in sentences(text))


@pytest.mark.parametrize(
    "text",
    ['"' * 100_000, "“" * 100_000, "“a. " * 50_000, ". " * 100_000, "A\n" * 50_000, "a\n\n" * 50_000, "A. " * 50_000,
     ".[a" * 50_000, "\n " * 50_000, "(" * 100_000, "1. " * 50_000],
    ids=lambda text: repr(text[:4]),
)  # fmt: skip
def test_hostile_text_takes_linear_time(text: str) -> None:
    with cpu_limit(30):  # about 0.3 s; a quadratic rule needs minutes
        split(text)
