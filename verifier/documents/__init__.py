"""Read an article of any known format: bytes and a name in, one `Document` out.

The format is told by the content where that is certain, by the name's suffix otherwise: a wrong
suffix is thus read right. A format is one module with `read(data, name)` and one line in `READERS`;
modules are imported when their format is first read. Raises DocumentError, nothing else of ours.
"""

from __future__ import annotations

import hashlib
import importlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType

from verifier.documents.formats import detect_format
from verifier.documents.places import place_marks
from verifier.errors import DocumentError
from verifier.model import Document, Hyperlink
from verifier.notes.author_date import read_author_date
from verifier.redact import mask_all
from verifier.urls import open_href

__all__ = ["LARGEST", "READERS", "Reader", "name_companions", "place_marks", "read"]

LARGEST = 50_000_000  # bytes; the longest book with notes that we know has 9 MB as DOCX


@dataclass(frozen=True, slots=True)
class Reader:
    """One format: what its files are called, and the module that reads it."""

    suffixes: tuple[str, ...]
    media_types: tuple[str, ...]
    module: str
    has_companions: bool = False  # files beside the document hold some of its notes

    def read(self, data: bytes, name: str, companions: Mapping[str, bytes]) -> Document:
        """Read bytes of this format. Raises DocumentError."""
        function: Callable[..., Document] = importlib.import_module(self.module).read
        return function(data, name, companions) if self.has_companions else function(data, name)


READERS: dict[str, Reader] = {
    "plain": Reader((".txt", ".text", ".asc"), ("text/plain",), "verifier.documents.plain"),
    "html": Reader(
        (".html", ".htm", ".xhtml", ".xht"), ("text/html", "application/xhtml+xml"), "verifier.documents.html"
    ),
    "markdown": Reader(
        (".md", ".markdown", ".mdown", ".mkd", ".mdx", ".qmd", ".rmd"),
        ("text/markdown",),
        "verifier.documents.markdown",
    ),
    "docx": Reader(
        (".docx", ".docm", ".dotx", ".dotm"),
        ("application/vnd.openxmlformats-officedocument.wordprocessingml.document",),
        "verifier.documents.docx",
    ),
    "odt": Reader((".odt", ".ott", ".fodt"), ("application/vnd.oasis.opendocument.text",), "verifier.documents.odt"),
    "rst": Reader((".rst", ".rest"), ("text/x-rst", "text/prs.fallenstein.rst"), "verifier.documents.rst"),
    "epub": Reader((".epub",), ("application/epub+zip",), "verifier.documents.epub"),
    "jats": Reader((".jats", ".nxml"), ("application/jats+xml",), "verifier.documents.jats"),
    "mediawiki": Reader((".wiki", ".mediawiki", ".wikitext"), ("text/x-wiki",), "verifier.documents.mediawiki"),
    "asciidoc": Reader((".adoc", ".asciidoc"), ("text/asciidoc",), "verifier.documents.asciidoc"),
    "org": Reader((".org",), ("text/org", "text/x-org"), "verifier.documents.org"),
    "typst": Reader((".typ",), ("text/vnd.typst",), "verifier.documents.typst"),
    "latex": Reader((".tex", ".latex", ".ltx"), ("application/x-tex", "text/x-tex"), "verifier.documents.latex", True),
    "rtf": Reader((".rtf",), ("application/rtf", "text/rtf"), "verifier.documents.rtf"),
    "tei": Reader((".tei",), ("application/tei+xml",), "verifier.documents.encoded"),
    "docbook": Reader((".dbk", ".docbook"), ("application/docbook+xml",), "verifier.documents.encoded"),
    "mail": Reader(
        (".eml", ".mht", ".mhtml"),
        ("message/rfc822", "multipart/related", "application/x-mimearchive"),
        "verifier.documents.mail",
    ),
    "notebook": Reader((".ipynb",), ("application/x-ipynb+json",), "verifier.documents.notebook"),
    "pdf": Reader((".pdf",), ("application/pdf",), "verifier.documents.pdf"),
}
# By which a file is known as one that may be an article.
SUFFIXES = frozenset(suffix for reader in READERS.values() for suffix in reader.suffixes)
_FORMAT_OF_SUFFIX = {suffix: name for name, reader in READERS.items() for suffix in reader.suffixes}
_FORMAT_OF_MEDIA_TYPE = {media: name for name, reader in READERS.items() for media in reader.media_types}


def name_companions(data: bytes, name: str) -> tuple[str, ...]:
    r"""The files beside a document that hold some of its notes, as the document names them; to be loaded by the caller.

    >>> name_companions(rb"\documentclass{article} \bibliography{gates}", "article.tex")
    ('gates.bib', 'article.bbl')
    """
    reader = READERS[detect_format(data, name, _FORMAT_OF_SUFFIX.get(_suffix(name)))]
    if not reader.has_companions:
        return ()
    named: tuple[str, ...] = importlib.import_module(reader.module).name_companions(data, name)
    return named


def read(
    data: bytes, name: str, companions: Mapping[str, bytes] = MappingProxyType({}), media_type: str = ""
) -> Document:
    r"""Read an article. `name` gives the suffix and stands in messages. Raises DocumentError with a hint.

    `companions` are the files of `name_companions` that could be had; `media_type` is what a server called it.

    >>> document = read(b"It grew.[^1]\n\n[^1]: A source, https://site.example/a\n", "article.md")
    >>> document.format, [mark.label for mark in document.marks]
    ('markdown', ['1'])
    >>> read(b"", "draft.docx")
    Traceback (most recent call last):
    verifier.errors.DocumentError: draft.docx is empty.
    """
    if not data.strip():
        raise DocumentError(f"{name} is empty.", hint="Save the article again, or name another file.")
    if len(data) > LARGEST:
        raise DocumentError(
            f"{name} is larger than 50 MB.", hint="Save the article alone, without pictures, and check that."
        )
    named = _FORMAT_OF_SUFFIX.get(_suffix(name)) or _FORMAT_OF_MEDIA_TYPE.get(media_type)
    format_name = detect_format(data, name, named)
    document = read_author_date(_with_open_links(READERS[format_name].read(data, name, companions)))
    return mask_all(replace(document, format=format_name, sha256=hashlib.sha256(data).hexdigest()))


def _with_open_links(document: Document) -> Document:
    """The document with its links as they are meant: the address that a wrapper carries is the source."""
    notes = tuple(replace(note, hyperlinks=_opened(note.hyperlinks)) for note in document.notes)
    blocks = tuple(replace(block, hyperlinks=_opened(block.hyperlinks)) for block in document.blocks)
    return replace(document, notes=notes, blocks=blocks)


def _opened(links: tuple[Hyperlink, ...]) -> tuple[Hyperlink, ...]:
    return tuple(replace(link, href=address) for link in links for address in open_href(link.href))


def _suffix(name: str) -> str:
    """The suffix in lower case, dot and all; "" where there is none. Not `Path`: names may be addresses."""
    last = name.replace("\\", "/").rsplit("/", 1)[-1]
    return "." + last.rsplit(".", 1)[-1].lower() if "." in last else ""
