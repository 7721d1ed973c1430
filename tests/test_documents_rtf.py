"""Rich Text Format: notes where they are called, fields, characters of every code page, and what is no text."""

import pytest

from verifier import documents
from verifier.errors import DocumentError
from verifier.model import BlockKind, NoteKind

HEAD = rb"{\rtf1\ansi\ansicpg1252{\fonttbl{\f0\fcharset0 Serif;}{\f1\fcharset204 Cyr;}}"


@pytest.mark.parametrize(
    ("body", "text", "notes"),
    [
        (rb"It broke.{\super\chftn{\footnote\chftn  Log.}} It stood.", "It broke. It stood.", [("1", "Log.")]),
        # LibreOffice writes a destination that older programs pass over
        (rb"It broke.{\super \chftn{\*\footnote \chftn\pard\plain  Log.}} It stood.", "It broke. It stood.", [("1", "Log.")]),
        (rb"It broke.{\super\chftn}{\footnote\ftnalt{\super\chftn} Log.}", "It broke.", [("1", "Log.")]),
        (rb"\saftnnrlc It broke.{\super\chftn}{\footnote\ftnalt{\super\chftn} Log.}", "It broke.", [("i", "Log.")]),
        # a sign of the author's own
        (rb"It broke.{\super *}{\footnote {\super *} Log.} It stood.", "It broke. It stood.", [("*", "Log.")]),
        (rb"It broke.{\super a\u b}", "It broke.a", []),
        (rb"30 m{\super 2} of dyke.", "30 m2 of dyke.", []),
        (rb"Caf\'e9 \u248?n {\f1\'e2\'ee\'e4\'e0} \u-10179?\u-8704?.", "Café øn вода 😀.", []),
        (rb"Six{\deleted  seven}{\v  hidden} dykes{\*\annotation doubt}.", "Six dykes.", []),
        (rb"{\header Draft}{\info{\title T}}{\pict\bin4 }}{{ab}Dykes {\*\shpinst{\sp{\sn a}{\sv b}}{\shptxt broke}}.", "Dykes broke.", []),
        # a file that was cut off
        (rb"It broke.{\super\chftn{\footnote\chftn  Log", "It broke.", [("1", "Log")]),
        (rb"}}}It broke.", "It broke.", []),
    ],
)  # fmt: skip
def test_rtf(body: bytes, text: str, notes: list[tuple[str, str]]) -> None:
    document = documents.read(HEAD + body + b"}", "dykes.rtf")
    assert " ".join(block.text for block in document.blocks) == text
    assert [(note.label, note.text) for note in document.notes] == notes


def test_rtf_fields_carry_links_and_works() -> None:
    works = rb'{\field{\*\fldinst ADDIN ZOTERO_ITEM CSL_CITATION \{"citationItems": [\{"itemData": \{"title": "Dykes"\}, "locator": "4"\}]\}}{\fldrslt Kern, Dykes, 4}}'
    link = rb'{\field{\*\fldinst{HYPERLINK "https://site.example/log"}}{\fldrslt the log}}'
    document = documents.read(
        HEAD
        + rb"\pard\outlinelevel0 Dykes\par\pard It broke."
        + rb"{\footnote\ftnalt\chftn "
        + works
        + b", "
        + link
        + b".}}",
        "a.rtf",
    )
    (note,) = document.notes
    assert (document.title, document.blocks[0].kind, note.kind) == ("Dykes", BlockKind.HEADING, NoteKind.ENDNOTE)
    assert note.text == "Kern, Dykes, 4, the log."
    assert [(note.text[link.start : link.end], link.href) for link in note.hyperlinks] == [
        ("the log", "https://site.example/log")
    ]
    assert (note.data[0].title, note.data[0].locator, note.data[0].label) == ("Dykes", "4", "page")


def test_rtf_of_too_many_groups_is_refused() -> None:
    with pytest.raises(DocumentError, match="too deeply"):
        documents.read(b"{\\rtf1" + b"{" * 20_000, "a.rtf")
