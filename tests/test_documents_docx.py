"""Word files, built here part by part: what Word shows is what is read."""

import io
import json
import zipfile

import pytest
from support.documents import shown

from verifier import documents
from verifier.model import BlockKind, Document, NoteKind, Work

TRANSITIONAL = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def run(text: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def paragraph(*runs: str, properties: str = "") -> str:
    return f"<w:p><w:pPr>{properties}</w:pPr>{''.join(runs)}</w:p>"


def call(note: int, kind: str = "footnote") -> str:
    return f'<w:r><w:{kind}Reference w:id="{note}"/></w:r>'


def note(number: int, *runs: str, kind: str = "footnote") -> str:
    return f'<w:{kind} w:id="{number}"><w:p><w:r><w:{kind}Ref/></w:r>{"".join(runs)}</w:p></w:{kind}>'


def field(instruction: str, result: str) -> str:
    return (
        f'<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>{instruction}</w:instrText></w:r>'
        f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{run(result)}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


SUPERSCRIPT = '<w:vertAlign w:val="superscript"/>'


def read(*body: str, notes: str = "", endnotes: str = "", namespace: str = TRANSITIONAL, **parts: str) -> Document:
    head = f'xmlns:w="{namespace}" xmlns:r="{RELATIONSHIPS}"'
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", f"<w:document {head}><w:body>{''.join(body)}</w:body></w:document>")
        for name, content in (("footnotes", notes), ("endnotes", endnotes)):
            if content:
                archive.writestr(f"word/{name}.xml", f"<w:{name} {head}>{content}</w:{name}>")
        for name, content in parts.items():
            path = "word/_rels/footnotes.xml.rels" if name == "links" else f"word/{name}.xml"
            archive.writestr(path, content.replace("<w:", "<w:", 1).replace(">", f" {head}>", 1))
    return documents.read(packed.getvalue(), "draft.docx")


@pytest.mark.parametrize("namespace", [TRANSITIONAL, STRICT])
def test_footnotes_and_endnotes_are_counted_as_word_prints_them(namespace: str) -> None:
    document = read(
        paragraph(run("The lake grew"), call(7), run(". It fell."), call(3), call(2, "endnote")),
        notes=note(3, run(" Second."))
        + note(7, run(" First."))
        + '<w:footnote w:type="separator" w:id="0"><w:p/></w:footnote>',
        endnotes=note(2, run(" Last."), kind="endnote"),
        namespace=namespace,
    )
    assert shown(document) == [
        ("1", "The lake grew", "First."),
        ("2", "The lake grew. It fell.", "Second."),
        ("i", "The lake grew. It fell.", "Last."),
    ]
    assert [each.kind for each in document.notes] == [NoteKind.FOOTNOTE, NoteKind.FOOTNOTE, NoteKind.ENDNOTE]
    assert document.problems == ()


def test_custom_marks_are_the_labels_and_leave_text_and_note() -> None:
    custom = '<w:r><w:footnoteReference w:customMarkFollows="1" w:id="2"/><w:t>*</w:t></w:r>'
    document = read(paragraph(run("By a friend"), custom, run(" of birds.")), notes=note(2, run("* She keeps geese.")))
    assert shown(document) == [("*", "By a friend", "She keeps geese.")]
    assert document.blocks[0].text == "By a friend of birds."


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (run("It ") + f'<w:ins w:id="1">{run("really ")}</w:ins>' + run("grew."), ["It really grew."]),
        (run("It ") + '<w:del w:id="1"><w:r><w:delText>never </w:delText></w:r></w:del>' + run("grew."), ["It grew."]),
        (f'<w:moveFrom w:id="1">{run("Gone. ")}</w:moveFrom><w:moveTo w:id="2">{run("Here.")}</w:moveTo>', ["Here."]),
        (
            run("A")
            + "<w:r><w:br/></w:r>"
            + run("B")
            + "<w:r><w:tab/></w:r>"
            + run("C")
            + "<w:r><w:noBreakHyphen/></w:r>"
            + run("D"),
            ["A B C-D"],
        ),
        (run("Seen") + run(" hidden", "<w:vanish/>") + run(" again"), ["Seen again"]),
        (field(' HYPERLINK "https://lake.example/" ', "the lake"), ["the lake"]),
        (field(" PAGE ", "12") + run(" pages"), ["12 pages"]),
    ],
)
def test_the_text_is_what_word_shows_with_changes_accepted(body: str, expected: list[str]) -> None:
    assert [block.text for block in read(paragraph(body)).blocks] == expected


def test_a_paragraph_whose_end_is_deleted_runs_on() -> None:
    document = read(paragraph(run("It rained "), properties="<w:rPr><w:del/></w:rPr>"), paragraph(run("all day.")))
    assert [block.text for block in document.blocks] == ["It rained all day."]


def test_a_note_whose_mark_was_deleted_is_gone_and_one_without_mark_is_reported() -> None:
    deleted = f'<w:del w:id="9">{call(1)}</w:del>'
    document = read(
        paragraph(run("It rained."), deleted, call(2)),
        notes=note(1, run("Gone.")) + note(2, run("Here.")) + note(3, run("Lost.")),
    )
    assert shown(document) == [("1", "It rained.", "Here.")]
    assert [problem.kind for problem in document.problems] == ["note_without_mark"]


def test_a_mark_without_note_is_reported() -> None:
    document = read(paragraph(run("It rained."), call(5)))
    assert [(mark.label, mark.note) for mark in document.marks] == [("1", None)]
    assert [problem.kind for problem in document.problems] == ["mark_without_note"]


def test_links_of_notes_come_from_relationships_and_fields() -> None:
    linked = '<w:hyperlink r:id="rId4" w:anchor="part2">' + run("the report") + "</w:hyperlink>"
    links = '<Relationships><Relationship Id="rId4" Type="x/hyperlink" Target="https://lake.example/a" TargetMode="External"/></Relationships>'
    document = read(
        paragraph(run("It grew."), call(1)),
        notes=note(
            1,
            run("See "),
            linked,
            run(" and "),
            field(' HYPERLINK "https://lake.example/b" \\o "tip" ', "that"),
            run("."),
        ),
        links=links,
    )
    found = document.notes[0]
    assert [(found.text[link.start : link.end], link.href) for link in found.hyperlinks] == [
        ("the report", "https://lake.example/a#part2"),
        ("that", "https://lake.example/b"),
    ]


def test_zotero_fields_become_the_data_of_the_note() -> None:
    citation = {
        "citationItems": [
            {
                "itemData": {
                    "title": "Lakes",
                    "author": [{"given": "Ada", "family": "Heron"}],
                    "URL": "https://lake.example/",
                }
            }
        ]
    }
    instruction = " ADDIN ZOTERO_ITEM CSL_CITATION " + json.dumps(citation)
    document = read(
        paragraph(run("It grew."), call(1)), notes=note(1, field(instruction.replace('"', "&quot;"), "Heron, Lakes."))
    )
    assert document.notes[0].data == (Work(title="Lakes", URL="https://lake.example/", author="Ada Heron"),)
    assert document.notes[0].text == "Heron, Lakes."


def test_italics_of_notes_are_spans() -> None:
    document = read(
        paragraph(run("It grew."), call(1)),
        notes=note(1, run(" Heron, "), run("Lakes", "<w:i/>"), run(" and", "<w:i w:val='0'/>")),
    )
    assert [document.notes[0].text[start:end] for start, end in document.notes[0].emphasis] == ["Lakes"]


def test_a_cross_reference_to_a_note_is_a_second_mark() -> None:
    bookmarked = f'<w:bookmarkStart w:id="0" w:name="_Ref1"/>{call(1)}<w:bookmarkEnd w:id="0"/>'
    again = field(" NOTEREF _Ref1 \\f \\h ", "1").replace("<w:rPr></w:rPr>", f"<w:rPr>{SUPERSCRIPT}</w:rPr>")
    document = read(paragraph(run("It grew."), bookmarked, run(" It fell."), again), notes=note(1, run("Almanac.")))
    assert shown(document) == [("1", "It grew.", "Almanac."), ("1", "It grew. It fell.", "Almanac.")]


def test_block_kinds_come_from_built_in_style_names_in_any_language() -> None:
    styles = (
        '<w:styles><w:style w:styleId="Title"><w:name w:val="Title"/><w:basedOn w:val="Normal"/></w:style><w:style w:styleId="Normal"><w:name w:val="Normal"/></w:style><w:style w:styleId="Zitat"><w:name w:val="Quote"/></w:style><w:style w:styleId="berschrift1"><w:name w:val="heading 1"/></w:style>'
        '<w:style w:styleId="Eigen"><w:name w:val="Own"/><w:basedOn w:val="Zitat"/></w:style></w:styles>'
    )
    body = [
        paragraph(run(words), properties=f'<w:pStyle w:val="{style}"/>')
        for words, style in (("Lakes", "Title"), ("Depths", "berschrift1"), ("Said.", "Zitat"), ("Too.", "Eigen"))
    ]
    table = f"<w:tbl><w:tr><w:tc>{paragraph(run('Cell'), call(1))}</w:tc></w:tr></w:tbl>"
    document = read(*body, table, notes=note(1, run("Noted.")), styles=styles)
    assert [block.kind for block in document.blocks] == [
        BlockKind.HEADING,
        BlockKind.HEADING,
        BlockKind.QUOTATION,
        BlockKind.QUOTATION,
        BlockKind.TABLE,
    ]
    assert document.title == "Lakes"
    assert shown(document) == [("1", "Cell", "Noted.")]


SOURCES = (
    "“Growth”, Lake Times, https://lake.example/a, (Access Date: 05.10.2024).",
    "“Doubt”, Lake Post, https://lake.example/b, (Access Date: 06.10.2024).",
)
BODY = paragraph(run("The keeper spoke of “steady growth” on Monday.[i] Others were not so sure of it.[ii]"))
EXPECTED = [
    ("i", "The keeper spoke of “steady growth” on Monday.", SOURCES[0]),
    ("ii", "The keeper spoke of “steady growth” on Monday. Others were not so sure of it.", SOURCES[1]),
]


def test_notes_typed_as_paragraphs_are_found() -> None:
    assert (
        shown(
            read(
                BODY,
                *(paragraph(run(f"[{label}] {source}")) for label, source in zip(("i", "ii"), SOURCES, strict=True)),
            )
        )
        == EXPECTED
    )


def test_notes_typed_as_a_numbered_list_have_the_labels_that_word_prints() -> None:
    numbering = (
        '<w:numbering><w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:numFmt w:val="lowerRoman"/><w:lvlText w:val="[%1]"/></w:lvl>'
        '</w:abstractNum><w:num w:numId="5"><w:abstractNumId w:val="1"/></w:num></w:numbering>'
    )
    listed = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="5"/></w:numPr>'
    assert (
        shown(read(BODY, *(paragraph(run(source), properties=listed) for source in SOURCES), numbering=numbering))
        == EXPECTED
    )


def test_typed_notes_are_found_beside_one_real_footnote() -> None:
    title = paragraph(run("By a friend of birds"), call(1))
    document = read(
        title,
        BODY,
        *(paragraph(run(f"[{label}] {source}")) for label, source in zip(("i", "ii"), SOURCES, strict=True)),
        notes=note(1, run("She keeps geese.")),
    )
    assert shown(document) == [("1", "By a friend of birds", "She keeps geese."), *EXPECTED]
    assert document.problems == ()
