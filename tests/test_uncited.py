"""Sentences that want a source and have none: few and plain ones, in several languages."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from support.program import verifier

from verifier.model import Block, BlockKind, Document, Mark, Note, NoteKind, ProblemKind
from verifier.uncited import add_uncited

NOTES = (Note("1", NoteKind.ENDNOTE, "Almanac, https://almanac.example/a"),)


def told(*blocks: str | Block, marked: str = "It rained for a week.") -> list[str]:
    """What is told of an article whose first paragraph is cited whole."""
    all_blocks = (Block(marked), *(Block(block) if isinstance(block, str) else block for block in blocks))
    document = Document("a", "plain", None, None, all_blocks, NOTES, (Mark("1", 0, 0, len(marked)),))
    return [problem.detail for problem in add_uncited(document).problems if problem.kind is ProblemKind.UNCITED]


WANTING = [
    "The boats carried 41,000 people in 2023.",
    "Just 17 of the 61 pilots came back.",
    "Die Fähre beförderte im Jahr 2023 rund 41.000 Menschen.",
    "Le bac a transporté 41 000 personnes en 2023.",
    "Паром перевёз 41 000 человек за год.",
    "Feribot bir yılda 41.000 yolcu taşıdı.",
    "Wages fell by 8 percent in a year.",
    "Der Preis stieg um 12 Prozent.",
    "The wall cost €3 million to repair.",
    "The wall is 3.5 km long and is made of stone.",
    "It is the oldest lighthouse in the world.",
    "Es ist der älteste Leuchtturm der Welt.",
    "“We never asked for a second boat,” the mayor said.",
    "„Wir haben nie um ein zweites Boot gebeten“, sagte der Bürgermeister.",
    "« Nous n’avons jamais demandé un second bateau », a dit le maire.",
]
NOT_WANTING = [
    "Nobody was warned of it.",
    "This study has 4 chapters and 30 tables.",
    "Table 2 shows the fares of 41 boats.",
    "Diese Studie befragte 41 Fischer an der Küste.",
    "We counted 41 boats in the harbour.",
    "The so-called “old boats” are gone now.",
    "She wrote “The Keepers of the Northern Light” there.",
    "It was written in 2023 by two men.",
    "On 3 May 2020 the ferry sailed again.",
    "In the 1990s the harbour was closed.",
    "In the 19th century the harbour was closed.",
    "Between 1914 and 1918 the harbour was closed.",
    "The first boat came in the morning.",
    "He lives in Room 12 of the old house.",
    "Bus 41 goes to the harbour each day.",
    "Article 12 of the charter protects the fishers.",
    "The meeting began at 10:30 in the morning.",
    "He was 41 when the harbour closed.",
    "World War 2 ended the trade of the coast.",
    "Was it 41,000 people who came that year?",
    "The latest request was the best for the rest.",
    "It took 2 men and a dog to do it.",
]


@pytest.mark.parametrize("sentence", WANTING)
def test_a_quotation_a_number_of_something_and_a_superlative_want_a_source(sentence: str) -> None:
    assert told(sentence) == [sentence]
    assert told(marked=f"{sentence} It rained for a week.") == []


@pytest.mark.parametrize("sentence", NOT_WANTING)
def test_other_sentences_want_none(sentence: str) -> None:
    assert told(sentence) == []


def test_a_mark_reaches_the_sentences_before_it_and_none_behind() -> None:
    text = "The boats carried 41,000 people. It rained. The lamps took 300 barrels of oil."
    offset = text.index(" The lamps")
    document = Document("a", "plain", None, None, (Block(text),), NOTES, (Mark("1", 0, 0, offset),))
    assert [problem.detail for problem in add_uncited(document).problems] == ["The lamps took 300 barrels of oil."]


def test_what_a_cited_sentence_says_too_is_cited() -> None:
    assert told("In all, 41,000 people came by boat.", marked="The boats carried 41,000 people in a year.") == []


def test_headings_tables_code_and_block_quotations_are_not_told() -> None:
    kinds = (BlockKind.HEADING, BlockKind.TABLE, BlockKind.CODE, BlockKind.QUOTATION)
    assert told(*(Block("The boats carried 41,000 people in 2023.", kind) for kind in kinds)) == []


def test_an_article_that_cites_nothing_is_asked_for_nothing() -> None:
    document = Document("a", "plain", None, None, (Block("The boats carried 41,000 people."),), (), ())
    assert add_uncited(document) == document


def test_they_are_listed_on_request_and_always_in_json(tmp_path: Path) -> None:
    article = tmp_path / "a.md"
    article.write_text(
        "It rained.[^1]\n\nThe boats carried 41,000 people.\n\n[^1]: https://almanac.example/a\n", encoding="utf-8"
    )
    plain = verifier("extract", article, cwd=tmp_path).stdout.decode()
    asked = verifier("extract", article, "--uncited", cwd=tmp_path).stdout.decode()
    data = json.loads(verifier("extract", article, "--format", "json", cwd=tmp_path).stdout)
    assert "uncited" not in plain
    assert "  uncited: The boats carried 41,000 people." in asked
    assert [problem["sentence"] for problem in data["problems"]] == ["The boats carried 41,000 people."]
