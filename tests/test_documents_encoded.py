"""TEI and DocBook: notes in their sentences, notes and works that stand apart and are called by id."""

import pytest

from verifier import documents
from verifier.errors import DocumentError
from verifier.model import NoteKind, Work


def shown(data: str, name: str = "a.xml") -> list[tuple[str, str, str]]:
    """Of each mark: its label, the text in front of it, the note's text."""
    document = documents.read(data.encode(), name)
    return [
        (
            mark.label,
            document.blocks[mark.block].text[: mark.offset],
            document.notes[mark.note].text if mark.note is not None else "",
        )
        for mark in document.marks
    ]


def tei(body: str, back: str = "") -> str:
    return f'<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><p>no text</p></teiHeader><text><body>{body}</body><back>{back}</back></text></TEI>'


def docbook(body: str) -> str:
    return f'<article xmlns="http://docbook.org/ns/docbook" xmlns:xlink="http://www.w3.org/1999/xlink">{body}</article>'


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (tei('<p>It broke.<note n="3">Log, <title>Dykes</title>.</note> It stood.</p>'), [("3", "It broke.", "Log, Dykes.")]),
        (tei("<p>It broke.<note>One.</note> It stood.<note>Two.</note></p>"), [("1", "It broke.", "One."), ("2", "It broke. It stood.", "Two.")]),
        (tei('<p>It broke<ref target="#n3">3</ref>.</p>', '<div><note xml:id="n3" n="3">Log.</note></div>'), [("3", "It broke", "Log.")]),
        # a note that itself names its place
        (tei('<p>It broke<anchor xml:id="a1"/>.</p>', '<note xml:id="n1" n="1" target="#a1">Log.</note>'), [("1", "It broke", "Log.")]),
        # what the margin says of the print, what was printed wrongly, heads of pages
        (tei('<p>It <choice><sic>brok</sic><corr>broke</corr></choice>.<note place="margin">1571</note><fw>12</fw></p>'), []),
        (tei('<p>It broke <ref target="#b1">Kern 1950</ref>.</p>', '<listBibl><bibl xml:id="b1">Kern, Dykes, 1950.</bibl></listBibl>'),
         [("Kern 1950", "It broke", "Kern, Dykes, 1950.")]),
        (tei('<p>See <ref target="#p2">below</ref>, <ref target="https://site.example/">there</ref>.</p><p xml:id="p2">It broke.</p>'), []),
        (docbook('<para>It broke.<footnote xml:id="f"><para>Log.</para></footnote> It stood.<footnoteref linkend="f"/></para>'),
         [("1", "It broke.", "Log."), ("1", "It broke. It stood.", "Log.")]),
        (docbook('<para>It broke <xref linkend="k"/>.</para><bibliography><bibliomixed xml:id="k"><abbrev>Ke50</abbrev>Kern, Dykes.</bibliomixed></bibliography>'),
         [("Ke50", "It broke", "Kern, Dykes.")]),
        (docbook('<title>Dykes</title><para>See <xref linkend="s"/> and <link linkend="s">there</link>.</para><section xml:id="s"><para>It broke.</para></section>'), []),
    ],
)  # fmt: skip
def test_notes_of_encoded_texts(data: str, expected: list[tuple[str, str, str]]) -> None:
    found = [(label, before.rstrip(), note) for label, before, note in shown(data)]
    assert [each for each in found if each[2]] == expected


def test_a_tagged_work_gives_its_fields() -> None:
    work = (
        '<biblStruct xml:id="b1"><analytic><author><forename>Ida</forename><surname>Kern</surname></author><title>Dykes</title>'
        '<ref target="https://site.example/dykes"/></analytic><monogr><title>The Shore</title><imprint><date>1950</date></imprint></monogr></biblStruct>'
    )
    document = documents.read(
        tei('<p>It broke <ref target="#b1">Kern</ref>.</p>', f"<listBibl>{work}</listBibl>").encode(), "a.xml"
    )
    (note,) = document.notes
    assert note.kind is NoteKind.REFERENCE
    assert note.data == (
        Work(
            title="Dykes",
            author="Ida Kern",
            container_title="The Shore",
            issued="1950",
            URL="https://site.example/dykes",
        ),
    )


def test_an_encoded_text_without_words_is_refused() -> None:
    with pytest.raises(DocumentError, match="without a text"):
        documents.read(b"<TEI><facsimile/></TEI>", "a.xml")
