"""The text of Word and OpenDocument files and of books (EPUB) as a source: their paragraphs and notes, in order.

In: a snapshot. Out: its text, or the reason why there is none. What was deleted, remarks on the margin and field codes are no text.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from verifier.errors import DocumentError
from verifier.files.book import CONTAINER
from verifier.files.zipped import Package
from verifier.model import Snapshot, SourceText
from verifier.sources import book

if TYPE_CHECKING:
    from verifier.files.xml import Element

_WORD = ("word/document.xml", "word/footnotes.xml", "word/endnotes.xml")
_OPEN_DOCUMENT = "content.xml"
_PARAGRAPHS = frozenset(("p", "h"))
_SKIPPED = frozenset((
    "del", "moveFrom", "instrText", "delText", "Fallback", "pPr", "rPr",
    "tracked-changes", "annotation", "note-citation", "forms", "sequence-decls", "binary-data", "desc",
))  # fmt: skip
_BLANKS = re.compile(r"\s+")
_SIGNS = {"tab": " ", "ptab": " ", "s": " ", "br": "\n", "cr": "\n", "line-break": "\n", "noBreakHyphen": "-"}


def extract(snapshot: Snapshot) -> SourceText:
    """The paragraphs of a .docx, .odt or .epub; other zip files have no text here."""
    try:
        package = Package(snapshot.body, "The file")
        if CONTAINER in package:
            return book.read(package)
        paragraphs = _read(package)
    except DocumentError as error:
        return SourceText("", "office", "", problem=str(error))
    if paragraphs is None:
        return SourceText("", "office", "", problem="The source is a compressed file of a kind that is not read.")
    return SourceText("\n\n".join(paragraphs), "office", "")


def _read(package: Package) -> list[str] | None:
    """The paragraphs of all parts that hold text; None where the package has no such part. Raises DocumentError."""
    from verifier.files.xml import parse_xml  # noqa: PLC0415 - lxml costs 30 ms, and most sources are web pages

    parts = [part for part in (*_WORD, _OPEN_DOCUMENT) if part in package]
    if not parts:
        return None
    found = [_paragraphs(parse_xml(package.read(part) or b"", "The file", part), part in _WORD) for part in parts]
    return [paragraph for paragraphs in found for paragraph in paragraphs]


def _paragraphs(root: Element, is_word: bool) -> list[str]:
    """The paragraphs in the order in which they begin; Word keeps text in `t` alone, OpenDocument anywhere in a paragraph."""
    from lxml import etree  # noqa: PLC0415

    from verifier.files.xml import local_name  # noqa: PLC0415

    lines: list[list[str]] = []
    around: list[list[str]] = []  # the paragraphs that are open: a note or a text box stands inside another
    walk = etree.iterwalk(root, events=("start", "end"))
    for event, element in walk:
        name = local_name(element)
        if event == "start" and name in _SKIPPED:
            walk.skip_subtree()
            continue
        if name in _PARAGRAPHS and event == "start":
            lines.append([])
            around.append(lines[-1])
        elif name in _PARAGRAPHS:
            around.pop()
        if around:
            around[-1].append(_said(element, name, event, is_word))
    return [text for line in lines if (text := "".join(line).strip())]


def _said(element: Element, name: str, event: str, is_word: bool) -> str:
    """The characters of a paragraph at the beginning or the end of an element."""
    if event == "start":
        words = element.text if name == "t" or not is_word else ""
        return _SIGNS.get(name, "") + _BLANKS.sub(" ", words or "")
    return "" if is_word else _BLANKS.sub(" ", element.tail or "")
