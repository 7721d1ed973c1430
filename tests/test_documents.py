"""The registry: which reader a file gets, and what is refused with which words."""

import io
import subprocess
import sys
import zipfile
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from verifier import documents
from verifier.documents.draft import Draft
from verifier.documents.line import Line
from verifier.errors import DocumentError
from verifier.files.zipped import MOST_PARTS, Package
from verifier.model import BlockKind, Hyperlink, NoteKind

WORD = b'<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>Rain.</w:t></w:r></w:p></w:body></w:document>'
JATS = b'<?xml version="1.0"?><!DOCTYPE article SYSTEM "JATS.dtd"><article><body><p>Rain.</p></body></article>'
FLAT = b'<office:document xmlns:office="o" xmlns:text="t"><office:body><office:text><text:p>Rain.</text:p></office:text></office:body></office:document>'


def pack(**parts: bytes) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for part, content in parts.items():
            archive.writestr(part.replace("__", "/").replace("_xml", ".xml"), content)
    return packed.getvalue()


@pytest.mark.parametrize(
    ("name", "data", "expected"),
    [
        ("article.docx", pack(word__document_xml=WORD), "docx"),
        ("article.txt", pack(word__document_xml=WORD), "docx"),
        ("article", b"<!DOCTYPE html><p>Rain.</p>", "html"),
        ("article.md", b"<!doctype html><html><p>Rain.</p></html>", "html"),
        ("article.xml", JATS, "jats"),
        ("article.html", b"<article><p>Rain.</p></article>", "html"),
        ("article.txt", FLAT, "odt"),
        ("article.doc", b"{\\rtf1 Rain.}", "rtf"),
        ("article.xml", b"<?xml version='1.0'?><TEI xmlns='t'><text><body><p>Rain.</p></body></text></TEI>", "tei"),
        ("article.xml", b"<article xmlns='http://docbook.org/ns/docbook'><para>Rain.</para></article>", "docbook"),
        ("article", b"From: a@site.example\r\nMIME-Version: 1.0\r\n\r\nRain.\r\n", "mail"),
        ("article.ipynb", b'{"cells": [{"cell_type": "markdown", "source": "Rain."}], "nbformat": 4}', "notebook"),
        ("article.docx", b"Rain fell.\n", "plain"),
        ("article", b"Rain.[^1]\n\n[^1]: Almanac.\n", "markdown"),
        ("article", b"\\documentclass{article}\n\\begin{document}Rain.\\end{document}", "latex"),
        ("article", b"Rain.<ref>Almanac</ref>\n", "mediawiki"),
        ("-", b"Rain fell.\n", "plain"),
        ("article.RST", b"Rain.\n", "rst"),
        ("folder.md/article", b"Rain fell.\n", "plain"),
        ("article.txt", "Rain fell “here”.\n".encode("utf-16"), "plain"),
    ],
)
def test_the_format_is_told_by_content_and_else_by_suffix(name: str, data: bytes, expected: str) -> None:
    document = documents.read(data, name)
    assert document.format == expected
    assert document.blocks[0].text.startswith("Rain")
    assert len(document.sha256) == 64


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "is empty"),
        (b" \n\t", "is empty"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "encrypted"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(100), "old binary Office"),
        (b"\x89PNG\r\n\x1a\n" + bytes(100), "picture"),
        (bytes(range(256)) * 10, "binary file"),
        (b"%PDF-1.7\nnothing more", "damaged"),
        (pack(word__document_xml=WORD)[:-30], "damaged"),
        (pack(notes=b"x"), "zip archive"),
        (pack(**{"[Content_Types]_xml": b"<Types/>", "xl__workbook_xml": b"<x/>"}), "not a text document"),
        (pack(word__document_xml=b"<a><b></a>"), "word/document.xml"),
        (pack(word__document_xml=b'<!DOCTYPE a [<!ENTITY e "x">]><a>&e;</a>'), "document type"),
        (pack(word__document_xml=b"<a>" * 1000 + b"</a>" * 1000), "not well-formed XML"),
        # The large ones are packed in their tests: each worker collects all.
        (lambda: pack(word__document_xml=b" " * 30_000_000), "unpacks to more than"),
        (lambda: pack(**{f"word__part{number}": b"" for number in range(MOST_PARTS + 1)}), "10,001 parts"),
        (
            pack(
                mimetype=b"application/vnd.oasis.opendocument.text",
                **{"META-INF__manifest_xml": b"<m encryption-data='1'/>"},
            ),
            "encrypted",
        ),
    ],
)
def test_what_cannot_be_read_says_what_and_what_to_do(data: bytes | Callable[[], bytes], message: str) -> None:
    with pytest.raises(DocumentError, match=r"^draft\.docx") as caught:
        documents.read(data if isinstance(data, bytes) else data(), "draft.docx")
    assert message in str(caught.value)
    assert caught.value.hint


def test_a_document_over_the_cap_is_refused_unread() -> None:
    with pytest.raises(DocumentError, match="larger than 50 MB"):
        documents.read(b"x" * (documents.LARGEST + 1), "book.txt")


def test_an_encrypted_part_is_told_as_such() -> None:
    data = bytearray(pack(word__document_xml=WORD))
    for signature, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.index(signature) + offset] |= 1
    with pytest.raises(DocumentError, match="password"):
        Package(bytes(data), "draft.docx").read("word/document.xml")


def test_the_registry_loads_no_reader() -> None:
    code = "import sys, verifier.documents; print([m for m in ('lxml', 'docutils', 'pypdfium2', 'markdown_it', 'selectolax') if m in sys.modules])"
    assert (
        subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.strip() == "[]"
    )


def test_every_suffix_belongs_to_one_format() -> None:
    suffixes = [suffix for reader in documents.READERS.values() for suffix in reader.suffixes]
    assert len(suffixes) == len(set(suffixes))


WORDS = st.text(st.sampled_from("ab .,\n[]()“”1"), max_size=12)


@given(st.lists(st.tuples(WORDS, st.booleans()), max_size=12))
def test_marks_leave_no_trace_and_offsets_stay_inside(pieces: list[tuple[str, bool]]) -> None:
    line = Line()
    for number, (words, marked) in enumerate(pieces):
        line.add(words, "https://site.example/" if number % 3 == 0 else "", italic=number % 2 == 0)
        if marked:
            line.mark(str(number), str(number))
    assert "  " not in line.text
    assert line.text == line.text.strip(" ")
    assert [offset for _, _, offset in line.marks] == sorted(offset for _, _, offset in line.marks)
    assert all(0 <= offset <= line.size for _, _, offset in line.marks)
    plain = Line("".join(words for words, _ in pieces))
    assert plain.text.replace(" ", "") == line.text.replace(" ", "")


TYPED = (
    "It rained. ",
    "Snow [2] fell",
    "Hail [1], and more",
    "[1] Almanac, 2020.",
    "[2] Ledger of the mill.",
    "x² grew",
)


@settings(deadline=None)  # the first text loads the detector of languages
@given(
    st.lists(st.tuples(st.sampled_from(TYPED), st.integers(0, 3), st.sampled_from(BlockKind)), min_size=1, max_size=8)
)
def test_every_mark_points_into_its_block_and_at_its_own_note(
    paragraphs: list[tuple[str, int, BlockKind]],
) -> None:
    draft = Draft("draft.docx", "docx")
    called: list[str] = []
    for words, marks, kind in paragraphs:
        line = Line(words)
        for _ in range(marks):
            called.append(f"note {len(called)} behind {words.strip()}")
            line.mark(called[-1], str(len(called)))
        draft.add_block(line, kind)
    for key in called:
        draft.add_note(key, key, NoteKind.FOOTNOTE, [Line(key)])
    document = draft.finish()
    assert all(0 <= mark.offset <= len(document.blocks[mark.block].text) for mark in document.marks)
    own = [
        (document.notes[mark.note].text, document.blocks[mark.block].text[: mark.offset])
        for mark in document.marks
        if mark.note is not None and document.notes[mark.note].text in called
    ]
    # A mark inside a typed note is no mark of the body; every other stands once, in order, behind its own words.
    kept = [key for key, _ in own]
    assert kept == [key for key in called if key in kept]
    typed = " ".join(note.text for note in document.notes if note.text not in called)
    assert all(key.split()[-1] in typed for key in called if key not in kept)
    assert all(before.endswith(key.split()[-1]) for key, before in own)
    alone = [problem.label for problem in document.problems if problem.kind == "note_without_mark"]
    assert not set(alone) & set(called)


def test_the_lines_of_a_draft_reach_the_resolver_as_they_are() -> None:
    """Breaks, printed numbers, links, italics: what a typed note needs, and no character of any text stands for a mark."""
    first, typed, listed = Line("It rained \U000f0001 <i>[1]</i>"), Line(), Line()
    first.mark("own", "i")
    first.add(". Then")
    typed.add("[1] Heron, ")
    typed.add("Lakes", "https://lake.example/a", italic=True)
    typed.add(", 2020.")
    listed.add("one")
    listed.line_break()
    listed.line_break()
    listed.add("two")
    listed.label = "1."
    draft = Draft("draft.docx", "docx")
    for line in (first, listed, Line("Notes"), typed):
        draft.add_block(line)
    draft.add_note("own", "i", NoteKind.FOOTNOTE, [Line("Almanac.")])
    document = draft.finish()
    assert [block.text for block in document.blocks] == ["It rained \U000f0001 <i></i>. Then", "1. one", "two", "Notes"]
    assert [(mark.label, mark.note, mark.offset) for mark in document.marks] == [("1", 1, 15), ("i", 0, 19)]
    note = document.notes[1]
    assert (note.text, note.hyperlinks, note.emphasis) == (
        "Heron, Lakes, 2020.", (Hyperlink(7, 12, "https://lake.example/a"),), ((7, 12),),
    )  # fmt: skip
