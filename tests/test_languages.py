"""The tables of languages: what holds for each, and that every layer reads the same one."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from dataclasses import fields

import pytest

from verifier.dates import parse_date
from verifier.languages import Language, all_languages, find_language, months, one_spelling, words
from verifier.matching import match_quotation
from verifier.matching.items import find_items
from verifier.matching.lexicon import is_modal, is_negation, is_quantity, is_word, negates
from verifier.matching.statement_terms import fold, fold_word

LANGUAGES = all_languages()
by_language = pytest.mark.parametrize("language", LANGUAGES, ids=lambda language: language.codes.split()[0])
WITHOUT_VALUES = (
    "name",
    "codes",
    "elsewhere",
    "told_by",
    "spellings",
    "ordinals_have_stops",
    "ones_follow_ten",
    "counts_by_twenties",
    "capitals_lose_marks",
    "dotless_i",
    "years_in_two",
    "adjectives_have_capitals",
    "opposites",
    "joined_numbers",
    "contractions",
    "short_forms",
    "accents_are_one",
    "parts",
)
VALUED = ("numbers", "ordinals", "magnitudes")
PATTERNS = (
    "instead",
    "done_to",
    "done_by",
    "people_before",
    "people_behind",
    "behind_names",
    "centuries",
    "ranks",
    "first_ranks",
    "decades_behind",
    "decades_before",
    "and_half",
    "half_a",
    "parts_of",
    "out_of",
    "every",
    "over",
    "points",
)
PHRASES = (
    "note_headings",
    "heading_buttons",
    "beginnings",
    "parts_by",
    "percent_phrases",
    "page_labels",
    "page_stamps",
)
WORDS = ("archived_on", "by", "site_cues", "reference_words", "title_words", "page_numbering")


def is_pattern(kind: str) -> bool:
    after = [field.name for field in fields(Language)]
    return kind in PATTERNS or (kind not in (*PHRASES, *WORDS) and after.index(kind) >= after.index("note_words"))


def entries(language: Language, kind: str) -> list[str]:
    """What stands in one table: words, phrases, or the alternatives of a pattern."""
    table = getattr(language, kind)
    if kind in PHRASES:
        return [phrase for phrase in table.split("; ") if phrase]
    if is_pattern(kind):
        return alternatives(table)
    groups = [group.split()[kind in VALUED :] for group in table.split(";")]
    return [word for group in groups for word in group]


def alternatives(pattern: str) -> list[str]:
    """The alternatives of a pattern that stand in no bracket."""
    found, depth = [""], 0
    for sign in re.findall(r"\\.|\[[^\]]*\]|.", pattern, re.DOTALL):
        depth += (sign == "(") - (sign == ")")
        if sign == "|" and not depth:
            found.append("")
        else:
            found[-1] += sign
    return [one for one in found if one]


def tables(language: Language) -> Iterator[tuple[str, list[str]]]:
    for field in fields(Language):
        if field.name not in WITHOUT_VALUES:
            yield field.name, entries(language, field.name)


def script(letter: str) -> str:
    name = unicodedata.name(letter).split()[0].split("-")[0]
    return "JAPANESE" if name in ("CJK", "HIRAGANA", "KATAKANA") else name


@by_language
def test_no_word_mixes_scripts(language: Language) -> None:
    for kind, found in (*tables(language), ("elsewhere", language.elsewhere.split())):
        for entry in found:
            for word in re.findall(r"[^\W\d_]+", re.sub(r"\\.", " ", entry)):
                assert len({script(letter) for letter in word}) == 1, (kind, word)


@by_language
def test_no_word_stands_twice_in_a_table(language: Language) -> None:
    for kind, found in tables(language):
        assert not [entry for entry, times in Counter(found).items() if times > 1], kind


@by_language
def test_the_fields_have_their_form(language: Language) -> None:
    assert not language.months or len(language.months.split(";")) == 12
    assert all(float(group.split()[0]) > -1 for kind in VALUED for group in getattr(language, kind).split(";") if group)
    assert all(len(pair.split()) == 2 for pair in language.beginnings.split(";") if pair)
    listed = {entry for kind, found in tables(language) for entry in found if not is_pattern(kind)}
    assert not set(language.elsewhere.split()) - listed, "elsewhere names words of the tables"
    for kind, _ in tables(language):
        if is_pattern(kind):
            assert re.compile(getattr(language, kind)).groups == 0, kind
    assert all(re.compile(pattern).groups == 0 for pattern, _ in language.spellings)


def test_every_language_of_wordfreq_is_here_and_none_twice() -> None:
    codes = [code for language in LANGUAGES for code in language.codes.split()]
    assert len(codes) == len(set(codes))
    known = "ar bn bs ca cs da de el en es fa fi fil fr he hi hr hu id is it ja ko lt lv mk ms nb nl pl pt ro ru sh sk sl sr sv ta tr uk ur vi zh"
    for code in known.split():
        language = find_language(code)
        assert language is not None, code
        assert language.negations or language.negative_runs, code
        assert language.modals, code


@by_language
def test_opposites_have_two_sides(language: Language) -> None:
    pairs = [pair.split("/") for pair in language.opposites.split(";") if pair]
    assert all(len(pair) == 2 for pair in pairs)
    assert not [pair for pair in pairs if set(pair[0].split()) & set(pair[1].split())]


@pytest.mark.parametrize("kind", ["months", *VALUED])
def test_no_word_stands_for_two_values(kind: str) -> None:
    seen: dict[str, float] = {}
    for language in LANGUAGES:
        for number, group in enumerate(getattr(language, kind).split(";"), 1):
            value, names = (
                (number, group.split()) if kind == "months" else (float((group.split() or [0])[0]), group.split()[1:])
            )
            for name in names:
                if kind == "months" or name not in language.elsewhere.split():
                    assert seen.setdefault(fold(name), value) == value, (language.name, name)


_EVERYDAY = 4.5  # Zipf: about thirty times in a million words


@by_language
def test_everyday_english_words_are_marked(language: Language) -> None:
    """`due` is two in Italian and owed in English: it counts only in Italian."""
    from wordfreq import zipf_frequency  # noqa: PLC0415 - half a second

    english = find_language("en")
    assert english is not None
    for kind in ("months", "numbers", "amounts", "magnitudes", "negations", "modals"):
        own = {*entries(english, kind), *entries(english, "numbers"), *entries(english, "ordinals"), "n", "non"}
        for word in set(entries(language, kind)) - own - set(language.elsewhere.split()):
            plain = fold(word) if kind in VALUED else word
            if plain in own or not plain.isalpha():
                continue
            assert zipf_frequency(plain, "en", wordlist="small") < _EVERYDAY or not plain.isascii(), (
                f"{word} ({kind}) is an everyday word of English: add it to `elsewhere`"
            )


# --- both layers, and notes ----------------------------------------------------------------------


def test_notes_and_statements_know_the_same_months() -> None:
    certain = months(beyond_doubt=True)
    for name, number in months().items():
        assert parse_date(f"3 {name} 2021") == f"2021-{number:02}-03", name
        if name in certain and len(name) > 2:
            found = [item for item in find_items(f"on 3 {name} 2021") if item.month]
            assert [(item.day, item.month) for item in found] == [(3, number)], name


def test_quotations_and_statements_know_the_same_numbers() -> None:
    for language in LANGUAGES:
        for group in filter(None, f"{language.numbers};{language.ordinals}".split(";")):
            value, *names = group.split()
            for name in names:
                assert is_quantity(name, language.codes.split()[0]), name
                if name not in language.elsewhere.split() and re.fullmatch(r"[^\W\d_]+", name):
                    found = find_items(f"- {name} -")
                    assert [item.values[0].point for item in found] == [float(value)], name


def test_quotations_and_statements_know_the_same_negations() -> None:
    for name in words("negations"):
        assert is_negation(name)
        if re.fullmatch(r"[^\W\d_]+", name):
            assert all(item.open_ended for item in find_items(f"{name} 120")), name


SPELLINGS = (
    "organisation organization; centre center; colours colors; travelled traveled; licence license; grey gray; whilst while; "
    "practised practiced; analysed analyzed; catalogues catalogs; theatres theaters; paediatric pediatric; enrolment enrollment; "
    "programmes programs; sceptical skeptical; centred centered; manoeuvres maneuvers; learnt learned; towards toward"
)
OTHER_WORDS = (
    "filled filed; price prize; poet pet; paint pained; want waned; hopped hoped; rewards reward; plant planed; felt felled; "
    "michael michel; four for; tour tor; scoured scored; device devise; acre acer; prise prize"
)


@pytest.mark.parametrize("pair", SPELLINGS.split("; "))
def test_two_spellings_are_one_word_to_both_layers(pair: str) -> None:
    british, american = pair.split()
    assert one_spelling(british) == one_spelling(american)
    assert fold_word(british) == fold_word(american)
    match = match_quotation(f"They saw the {british} of it at noon", f"They saw the {american} of it at noon.")
    assert match.verdict == "near_verbatim"


@pytest.mark.parametrize("pair", OTHER_WORDS.split("; "))
def test_another_word_is_no_spelling(pair: str) -> None:
    one, other = pair.split()
    assert one_spelling(one) != one_spelling(other)


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("sv", "det är inte sant"), ("fi", "se ei ole totta"), ("id", "itu tidak benar"), ("da", "det er ikke sandt"),
        ("cs", "to není pravda"), ("hu", "ez nem igaz"), ("ko", "사실이 아니다"), ("ja", "それは正しくない"), ("zh", "这不是真的"),
        ("th", "มันไม่จริง"), ("ur", "یہ سچ نہیں ہے"), ("fil", "hindi ito totoo"), ("lt", "tai nėra tiesa"), ("is", "það er ekki satt"),
        ("uk", "це не правда"),
        ("cy", "nid yw'n wir"), ("bn", "এটা সত্য নয়"), ("he", "זה לא נכון"),
    ],
)  # fmt: skip
def test_every_language_says_no(language: str, said: str) -> None:
    assert negates(said.split(), language)


@pytest.mark.parametrize(
    "said", ["Romanian ei au spus", "they speak hindi at home", "it will be late", "das ei ist hart"]
)
def test_a_word_of_another_language_is_no_negation(said: str) -> None:
    assert not negates(said.split())


def test_words_written_with_the_letters_of_another_script_are_found() -> None:
    assert is_modal("може")
    assert parse_date("5 жовтня 2024") == "2024-10-05"


@pytest.mark.parametrize("language", ["zh", "ja", "ko", "zh-Hant", None, "tlh"])
def test_languages_that_cannot_answer_are_not_asked(language: str | None) -> None:
    assert is_word("valley", language)
    assert not is_word("vqlley", language)
