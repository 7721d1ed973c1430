"""What a page does not say of itself: asked only where something rests on it, once for each body, and it never accuses."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta
from pathlib import Path

import pytest
from support.reading import READER
from support.webs import NOON, Answer, page, send_from

from verifier.archive import Archive
from verifier.child import Reader
from verifier.fetching import Mementos
from verifier.library import read_bytes
from verifier.model import Agreement, CheckedCitation, FieldCheck, Guess, PlanName, Report, Snapshot, SourceText
from verifier.sources import extract
from verifier.sources.guess import guess, place
from verifier.verdicts import confirm
from verifier.workflow import Network, check

HOST = "https://pier.example"
PROSE = {
    "en": "The old pier was rebuilt after the winter storm, and nobody on the island could say who had paid for the timber. ",
    "tr": "Eski iskele kış fırtınasından sonra yeniden yapıldı ve adada kimse keresteyi kimin ödediğini söyleyemedi. ",
    "de": "Der alte Steg wurde nach dem Wintersturm neu gebaut, und niemand auf der Insel konnte sagen, wer das Holz bezahlt hatte. ",
    "ru": "Старый причал перестроили после зимней бури, и никто на острове не мог сказать, кто заплатил за доски. ",
    "es": "El viejo muelle fue reconstruido tras la tormenta de invierno y nadie en la isla sabía quién había pagado la madera. ",
}
MENU = "<div><a href=/a>Home of the ferry</a> <a href=/b>All our harbours and tides</a> <a href=/c>Letters to the keeper</a></div>"


def unmarked(words: str, *, by: str = "", teaser: str = "") -> str:
    """A page of nothing but `div`: no element says which of it is the article."""
    body = f"{MENU}<div><h1>The Pier</h1>{by}<p>{words * 5}</p><p>{words * 4}</p></div>"
    return page("The Pier", f"{body}<div><ul><li><a href=/x>{teaser}</a></li></ul></div>")


MARKED = page("The Pier", f"<article><h1>The Pier</h1><p>{PROSE['en'] * 5}</p></article>")


class Asked:
    """What guesses, and how often it was asked."""

    def __init__(self, answer: Guess | None = None) -> None:
        self.answer, self.times = answer, 0

    def __call__(self, snapshot: Snapshot, text: SourceText) -> Guess:
        self.times += 1
        return guess(snapshot, text) if self.answer is None else self.answer


def run(archive: Archive, article: str, web: Mapping[str, Answer], asked: Asked, days: int = 0) -> Report:
    network = Network(PlanName.LIVE, send_from(web), extract, Mementos("never"), guess=asked, spacing=0.0)
    now = NOON + timedelta(days=days)
    return check(read_bytes(article.encode(), "a.txt"), archive, network, now=lambda: now, max_age=timedelta(days=30))


def article(sentence: str, reference: str = "“The Pier”, Port Selm") -> str:
    return f"{sentence}[1]\n\n[1] {reference}, {HOST}/a, (Access Date: 05.10.2024).\n"


@pytest.fixture
def archive(tmp_path: Path) -> Archive:
    return Archive.open(tmp_path / "a.db", now=lambda: NOON)


def field(cited: CheckedCitation, name: str) -> FieldCheck:
    return next(check for check in cited.reference if check.field == name)


VERBATIM = "The islanders say it “was rebuilt after the winter storm”, and leave it at that."
ORDINARY: dict[str, tuple[str, Answer]] = {
    "a page that marks its main text": (article(VERBATIM), MARKED),
    "words in the running text of one that does not": (article(VERBATIM), unmarked(PROSE["en"])),
    "no quotation": (article("The pier stands."), unmarked(PROSE["en"])),
    "words that are nowhere, on a page that marks its main text": (article("They “sold all of the anchors”."), MARKED),
    "a page that is not there": (article(VERBATIM), (404, page("404", "Not found"))),
}


@pytest.mark.parametrize("case", ORDINARY)
def test_an_ordinary_citation_needs_no_guess(case: str, archive: Archive) -> None:
    words, answer = ORDINARY[case]
    asked = Asked(Guess())
    with archive:
        run(archive, words, {f"{HOST}/a": answer}, asked)
    assert asked.times == 0


NAMED = "Odile Marrant, “The Pier”, Port Selm"
# The author that the note gives; what is guessed; what is said. The page's text has neither name.
AUTHORS = {
    "the same": ("Odile Marrant", "agrees", "As far as a program can tell"),
    "the same surname": ("O. Marrant", "agrees", "As far as a program can tell"),
    "another": ("Ilse Kern", "unknown", "The page does not say its author."),
    "none": (None, "unknown", "The page does not say its author."),
}


@pytest.mark.parametrize("case", AUTHORS)
def test_a_guessed_author_may_agree_and_never_differs(case: str, archive: Archive) -> None:
    guessed, agreement, reason = AUTHORS[case]
    asked = Asked(Guess(author=guessed))
    with archive:
        report = run(archive, article(VERBATIM, NAMED), {f"{HOST}/a": MARKED}, asked)
        author = field(report.citations[0], "author")
        assert (author.agreement.value, asked.times) == (agreement, 1)
        assert author.reason.startswith(reason)
        run(archive, article(VERBATIM, NAMED), {f"{HOST}/a": MARKED}, asked, days=1)
    assert asked.times == 1, "a second run asks nothing"


@pytest.mark.parametrize(
    ("cited", "guessed", "agreement"),
    [
        ("2021-03-03", "2021-03-03", Agreement.AGREES),
        ("2021-03-03", "2021-03-04", Agreement.AGREES),
        ("2021", "2021-03-04", Agreement.AGREES),
        ("2021-03", "2021-03-04", Agreement.AGREES),
        ("2019-03-03", "2021-03-03", Agreement.UNKNOWN),
        ("2021-03-03", None, Agreement.UNKNOWN),
    ],
)
def test_a_guessed_date_may_agree_and_never_differs(cited: str, guessed: str | None, agreement: Agreement) -> None:
    unknown = FieldCheck("issued", cited, None, Agreement.UNKNOWN, "The page does not say its date.")
    [check] = confirm([unknown], Guess(published=guessed))
    assert check.agreement is agreement
    assert agreement is Agreement.AGREES or check == unknown


def test_what_the_page_says_is_not_guessed_away() -> None:
    said = FieldCheck("title", "The Pier", "Salt", Agreement.DIFFERS, "The page says “Salt”.")
    assert confirm([said], Guess(author="The Pier", published="2021-03-03")) == (said,)


TEASER = "Eleven boats were lost off the northern cape"


@pytest.mark.parametrize("language", PROSE)
def test_words_in_a_teaser_stand_outside_the_main_text_that_is_guessed(language: str, archive: Archive) -> None:
    words, asked = article(f"It says “{TEASER}” there."), Asked()
    with archive:
        report = run(archive, words, {f"{HOST}/a": unmarked(PROSE[language], teaser=TEASER)}, asked)
    [warning] = [w for f in report.findings for w in f.warnings]
    assert warning.startswith("As far as a program can tell: The words stand outside the main text")
    assert asked.times == 1


def test_a_heading_of_the_main_text_is_no_menu(archive: Archive) -> None:
    head = "<h2>Eleven boats were lost off the cape</h2>"
    words = f"<p>{PROSE['en'] * 4}</p>{head}<p>{PROSE['en'] * 4}</p>"
    web: dict[str, Answer] = {f"{HOST}/a": page("The Pier", f"{MENU}<div><h1>The Pier</h1>{words}</div>")}
    asked = Asked()
    with archive:
        report = run(archive, article("It says “eleven boats were lost off the cape” there."), web, asked)
    assert [f.warnings for f in report.findings if f.quotation] == [()]
    assert asked.times == 1


def test_missing_words_are_a_translation_where_the_main_text_is_in_another_language(archive: Archive) -> None:
    """The menus around it, in the language of the article, are not the source."""
    menus = MENU * 60
    foreign = page("The Pier", f"{menus}<div><h1>İskele</h1><p>{PROSE['tr'] * 5}</p><p>{PROSE['tr'] * 5}</p></div>")
    asked = Asked()
    sentence = f"{PROSE['en']} They wrote that “the harbour had been sold to a stranger from the mainland”."
    with archive:
        report = run(archive, article(sentence), {f"{HOST}/a": foreign}, asked)
    [finding] = [f for f in report.findings if f.quotation]
    assert (finding.verdict.value, asked.times) == ("translated", 1)


@pytest.mark.parametrize(
    ("words", "text", "places"),
    [
        ("It grew.", "Home\n\nIt grew.\n\nImprint", ["It grew."]),
        ("It grew.\nIt fell.", "Home\n\nIt  grew.\n\nAn advertisement\n\nIt fell.\n\nEnd", ["It  grew.\n\nAn advertisement\n\nIt fell."]),
        ("- It grew.\n- It fell.", "It grew.\n\nIt fell.", ["It grew.\n\nIt fell."]),
        ("It grew.\nIt fell.", f"It grew.\n\n{'x ' * 3000}\n\nIt fell.", ["It grew.", "It fell."]),
        ("It grew.\nIt fell and fell and fell.", "It grew.\n\nIt rose.", []),
        ("", "It grew.", []),
        ("It grew.", "", []),
        ("雨が降った。\n川が増えた。", "目次\n\n雨が降った。\n\n川が増えた。\n\n案内", ["雨が降った。\n\n川が増えた。"]),
    ],
)  # fmt: skip
def test_the_main_text_is_found_again_on_its_page(words: str, text: str, places: list[str]) -> None:
    assert [text[start:end] for start, end in place(words, text)] == places


@pytest.mark.parametrize("charset", ["utf-8", "windows-1251", "utf-16"])
def test_a_page_is_guessed_at_in_its_own_charset(charset: str) -> None:
    snapshot = Snapshot("", unmarked(PROSE["ru"]).encode(charset), "text/html", charset)
    text = extract(snapshot)
    found = READER.guess(snapshot, text)
    [(start, end)] = found.main
    assert PROSE["ru"].strip() in text.text[start:end]
    assert "harbours" not in text.text[start:end]


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        (b"", "no HTML"),
        (b"<p>", "no HTML"),
        (b"<html><body><div><img src=a></div><div></div></body></html>", "main text"),
        (b"%PDF-1.7", "single web page"),
        (b"<p>It grew.</p>" * 300_000, "larger than"),
    ],
)  # fmt: skip
def test_where_there_is_no_guess_there_is_a_reason(body: bytes, reason: str) -> None:
    snapshot = Snapshot("", body, "text/html")
    found = READER.guess(snapshot, extract(snapshot))
    assert found.main == ()
    assert reason in (found.problem or "")


def test_a_page_that_takes_too_long_costs_its_guess_alone() -> None:
    snapshot = Snapshot("", b"<div>" * 60_000 + b"<p>It grew.</p>" * 60_000, "text/html")
    with Reader(seconds=0.2) as reader:
        found = reader.guess(snapshot, SourceText("It grew.", "html", "1"))
        assert (found.main, bool(found.problem)) == ((), True)
        assert reader.read(Snapshot("", b"<p>It grew.</p>", "text/html")).text == "It grew."
