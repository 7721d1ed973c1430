"""Word and OpenDocument files as sources: their paragraphs, through the guarded package. All texts invented."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable

import pytest

from verifier.files.zipped import MOST_PARTS
from verifier.model import Snapshot
from verifier.sources import extract

W = "xmlns:w='urn:w'"
O = "xmlns:office='urn:office' xmlns:text='urn:text'"  # noqa: E741 - as the format calls it


def pack(**parts: str) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts.items():
            package.writestr(name.replace("__", "/").replace("_xml", ".xml"), content)
    return file.getvalue()


def word(body: str) -> str:
    return f"<w:document {W}><w:body>{body}</w:body></w:document>"


def odt(body: str) -> str:
    return f"<office:document-content {O}><office:body><office:text>{body}</office:text></office:body></office:document-content>"


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (
            pack(
                word__document_xml=word("<w:p><w:r><w:t>It rained </w:t></w:r><w:r><w:t>for days &amp; nights.</w:t></w:r></w:p><w:p><w:r><w:t>One</w:t><w:br/><w:t>two</w:t><w:tab/><w:t>three</w:t></w:r></w:p>"),
                word__footnotes_xml=f"<w:footnotes {W}><w:footnote><w:p><w:r><w:t>Almanac.</w:t></w:r></w:p></w:footnote></w:footnotes>",
            ),
            "It rained for days & nights.\n\nOne\ntwo three\n\nAlmanac.",
        ),
        (
            pack(word__document_xml=word("<w:p><w:del><w:r><w:delText>Never </w:delText></w:r></w:del><w:r><w:instrText>PAGE</w:instrText><w:t>It rained.</w:t></w:r></w:p>")),
            "It rained.",
        ),
        (
            pack(content_xml=odt("<text:tracked-changes><text:p>Never.</text:p></text:tracked-changes><text:h>Rain</text:h><text:p>It <text:span>rained<text:s/>for\n   days</text:span>.<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>Almanac.</text:p></text:note-body></text:note> It grew.</text:p>")),
            "Rain\n\nIt rained for days. It grew.\n\nAlmanac.",
        ),
    ],
    ids=["word", "word with changes", "open document"],
)  # fmt: skip
def test_the_paragraphs_of_office_files(data: bytes, text: str) -> None:
    found = extract(Snapshot("", data, "application/zip"))
    assert (found.text, found.problem) == (text, None)


@pytest.mark.parametrize(
    ("data", "word"),
    [
        (pack(a_txt="Rain."), "not read"),
        (b"PK\x03\x04 no archive", "damaged"),
        (pack(word__document_xml="<w:document"), "XML"),
        # The large ones are packed in their tests: each worker collects all.
        (lambda: pack(word__document_xml=" " * 60_000_000), "unpacks"),
        (lambda: pack(**{f"p{number}": "" for number in range(MOST_PARTS + 1)}), "parts"),
        (pack(word__document_xml="<!DOCTYPE d [<!ENTITY a 'b'>]><d>&a;</d>"), "document type"),
    ],
    ids=["other", "damaged", "broken", "inflated", "many parts", "document type"],
)
def test_what_cannot_be_read_says_why(data: bytes | Callable[[], bytes], word: str) -> None:
    found = extract(Snapshot("", data if isinstance(data, bytes) else data(), "application/zip"))
    assert found.text == ""
    assert word in (found.problem or "")
