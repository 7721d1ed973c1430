"""Texts that nobody writes: read without a crash, in a time that grows as they do, and with nothing of them lost."""

from __future__ import annotations

from time import process_time

import pytest

from verifier import documents
from verifier.citations import find_all
from verifier.claims import find_claims
from verifier.model import Block, Document, Hyperlink
from verifier.notes.inline_links import add_links
from verifier.urls import find_urls

WORKS = "\n\nReferences\n\nMarrant, O. (2020). Quiet gates. River Press.\n\nRoe, J. (2011). Gates. River Press.\n"


def read(text: str, name: str = "gates.txt") -> Document:
    """All that is read of an article before anything is sent."""
    document = documents.read(text.encode(), name)
    find_all(document)
    find_claims(document)
    return document


def noted(inside: str) -> str:
    """An article whose one note holds this."""
    return f"It rained all week.[1] Then it stopped.\n\nNotes\n\n[1] Roe, J. {inside} Gates, 2011.\n"


def same_names(count: int) -> str:
    """An article that cites one author's works, each once, and the list of them."""
    years = [1000 + number for number in range(count)]
    said = "".join(f"It rained (Roe, {year}). " for year in years)
    return f"{said}\n\nReferences\n\n" + "".join(
        f"Roe, J. ({year}). Gates of {year}. River Press.\n\n" for year in years
    )


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        ("We saw " + "((1" * 300 + "a" * 5000 + "))", 2),
        (("We saw " + "((ab" * 1400 + "))\n") * 4, 2),
        (noted("p. 1; " * 600), 3),
        (noted("10.1000/a [b][c] " * 2000), 6),
        (noted("Roe, J.; " * 1000), 6),
        (noted('Ders. “Gates,” Press, https://a.example/ "a" ' * 1500), 6),
        (same_names(1200), 10),
    ],
    ids=["brackets", "closed brackets", "places", "identifiers", "names", "titles", "one author"],
)
def test_long_texts_are_read_in_the_time_of_a_long_text(text: str, seconds: float) -> None:
    begun = process_time()
    read(text)
    assert process_time() - begun < seconds


def test_many_links_are_read_in_the_time_of_many_links() -> None:
    sentence = "Some keepers said so that week, see https://b.example/b today. "
    links = tuple(
        Hyperlink(at, at + 12, f"https://a.example/{at}") for at in range(0, 5000 * len(sentence), len(sentence))
    )
    document = Document("a", "html", None, "en", (Block(sentence * 5000, hyperlinks=links),), (), ())
    begun = process_time()
    assert len(add_links(document).notes) == 2 * len(links)
    assert process_time() - begun < 8


@pytest.mark.parametrize("lead", ["_ ", "__ ", "see _, ", "_; "])
def test_strokes_in_front_of_a_citation(lead: str) -> None:
    document = read(f"It rained ({lead}Roe, 2011) all week.{WORKS}")
    assert [mark.label for mark in document.marks] == ["Roe, 2011"]


@pytest.mark.parametrize("text", ["http://https//", "see https//_ http://https//, and", "https://https//."])
def test_a_scheme_without_an_address(text: str) -> None:
    assert find_urls(text) == ()


@pytest.mark.parametrize(
    ("body", "block", "left"),
    [
        # A bracket alone in its paragraph tells where the words in front of it are from.
        ("Roe wrote:\n\n> The gates stood open.\n\n(Roe, 2011, p. 4)", 1, "The gates stood open."),
        ("Roe wrote:\n\n> The gates stood open.\n\n(Roe, 2011, p. 4).", 1, "The gates stood open."),
        ("The gates stood open.\n\n[Roe 2011]", 0, "The gates stood open."),
        # Nothing stands in front: it stays.
        ("(Roe, 2011)", 0, "(Roe, 2011)"),
        ("# Gates\n\n(Roe, 2011)", 1, "(Roe, 2011)"),
    ],
)
def test_a_citation_alone_in_its_paragraph(body: str, block: int, left: str) -> None:
    document = read(
        f"{body}\n\nIt rained (Marrant, 2020).\n\n# References\n{WORKS.partition('References')[2]}", "gates.md"
    )
    mark = next(mark for mark in document.marks if mark.label.startswith("Roe"))
    assert (mark.block, document.blocks[mark.block].text, mark.offset) == (block, left, len(left))


def test_codes_of_no_character_in_wiki_text() -> None:
    document = read("It &#xD800; rained &amp; &eacute; here.<ref>Roe &#55296; 2011</ref>\n", "gates.wiki")
    assert document.blocks[0].text == "It \ufffd rained & é here."
    assert document.notes[0].text == "Roe \ufffd 2011"
