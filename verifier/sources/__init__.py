"""Readable text out of a snapshot: one module a kind of source, one line in EXTRACTORS.

The kind is told by the first bytes where they are certain, then by the media type the server named. Quotations are searched in
the whole text of a page, so nothing that a reader sees is left out; `main` tells which of it is the article.
"""

from __future__ import annotations

import importlib
import re
import zlib
from collections.abc import Callable
from dataclasses import dataclass, replace

from verifier.model import Snapshot, SourceText

__all__ = ["EXTRACTORS", "GUESSING", "VERSION", "Extractor", "extract", "kind_of"]

# Of what a reading holds: a body that was read by this version is not read again. Raise it with any change of an extractor.
VERSION = "9"
# Of a guess: a page that this version guessed at (`guess.py`) is not guessed at again.
GUESSING = "1"


@dataclass(frozen=True, slots=True)
class Extractor:
    """A kind of source: its module, which is imported when one is first read, and what its files are called."""

    module: str
    function: str = "extract"
    suffix: str = ".bin"  # of a file of this kind, where sources are handed on
    media_type: str = ""  # of a file that a reader saved, where its bytes tell the kind whatever it is called
    is_text: bool = False  # letters throughout: where many bytes are none, it is packed or damaged


EXTRACTORS: dict[str, Extractor] = {
    "html": Extractor("verifier.sources.html", "read", ".html", "text/html", is_text=True),
    "pdf": Extractor("verifier.sources.pdf", suffix=".pdf", media_type="application/pdf"),
    "plain": Extractor("verifier.sources.plain", suffix=".orig.txt", is_text=True),
    "xml": Extractor("verifier.sources.html", "read_xml", ".xml", is_text=True),
    "office": Extractor("verifier.sources.office", suffix=".zip"),
    "rtf": Extractor("verifier.sources.rtf", suffix=".rtf", media_type="application/rtf"),
    "mhtml": Extractor("verifier.sources.saved_page", suffix=".mhtml", media_type="multipart/related"),
    "json": Extractor("verifier.sources.json_text", suffix=".json", is_text=True),
    "feed": Extractor("verifier.sources.feed", suffix=".xml"),
    "latex": Extractor("verifier.sources.latex", suffix=".tex", is_text=True),
    "markdown": Extractor("verifier.sources.markdown", suffix=".md", is_text=True),
}

_MAGIC = (
    (b"%PDF-", "pdf"),
    (b"PK\x03\x04", "office"),
    (b"{\\rtf", "rtf"),
    (b"\x1f\x8b", "packed"),
    (b"\xd0\xcf\x11\xe0", "binary"),
    (b"%!PS", "postscript"),
    (b"\x89PNG", "image"),
    (b"\xff\xd8\xff", "image"),
    (b"GIF8", "image"),
)
_MEDIA = (
    ("text/html", "html"),
    ("application/xhtml", "html"),
    ("application/pdf", "pdf"),
    ("application/json", "json"),
    ("+json", "json"),
    ("multipart/related", "mhtml"),
    ("application/x-mimearchive", "mhtml"),
    ("message/rfc822", "mhtml"),
    ("/rtf", "rtf"),
    ("application/xml", "xml"),
    ("text/xml", "xml"),
    ("+xml", "xml"),
    ("text/markdown", "markdown"),
    ("text/x-markdown", "markdown"),
    ("text/", "plain"),
    ("image/", "image"),
    ("audio/", "audio"),
    ("video/", "video"),
)

_FEED = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*|<\?[^>]*>\s*|<!DOCTYPE[^>]*>\s*)*<(?:rss|feed|rdf:RDF)\b",
    re.DOTALL,
)
_SAVED = re.compile(rb"^(?:MIME-Version|Content-Type):", re.IGNORECASE | re.MULTILINE)
_MARKUP = re.compile(rb"</(?:p|div|h[1-6]|li|b|i|em|strong|a|span|table|blockquote)>", re.IGNORECASE)
_SOME_MARKUP = 2
# What a file in LaTeX begins with, behind its comments: whole lines, for a line of “% % %” can be divided in one way only.
_LATEX = re.compile(
    rb"(?:%[^\n]*\n\s*)*\\(?:documentclass|documentstyle|RequirePackage|NeedsTeXFormat|usepackage|chapter|(?:sub)?section|begin|input)\b"
)
_CONTROLS = bytes(b for b in range(32) if b not in b"\t\n\v\f\r\x1b\x00")
_LARGEST_UNPACKED = 30_000_000


def kind_of(snapshot: Snapshot) -> str:
    """The kind of a source: a key of EXTRACTORS, or what it is that cannot be read (image, audio, video, binary).

    >>> kind_of(Snapshot("", b"%PDF-1.7 ...", "text/html")), kind_of(Snapshot("", b"<!doctype html>", "application/pdf"))
    ('pdf', 'html')
    """
    head = snapshot.body[:1024].lstrip()
    for magic, kind in _MAGIC:
        if head.startswith(magic) or (kind == "pdf" and magic in head):
            return kind
    if _FEED.match(head):
        return "feed"
    named = next((kind for media, kind in _MEDIA if media in snapshot.media_type), None)
    if named == "mhtml" or (b"multipart/related" in head and _SAVED.search(head)):
        return "mhtml"
    if b"<html" in head.lower() or head.lower().startswith((b"<!doctype html", b"<head", b"<body")):
        return "html"
    if named in ("pdf", "rtf", None):
        named = "plain" if _is_text(snapshot.body[:2048]) else "binary"
    return _by_look(head) if named == "plain" else named


def _by_look(head: bytes) -> str:
    """What is sent as plain text and is markup, JSON or LaTeX by its first words."""
    if head.startswith((b'{"', b'[{"', b"{\n", b"[\n")):
        return "json"
    if _LATEX.match(head):
        return "latex"
    return "html" if head.startswith(b"<") and len(_MARKUP.findall(head)) >= _SOME_MARKUP else "plain"


def _is_text(head: bytes) -> bool:
    return bool(head) and head.count(0) == 0 and not _is_packed(head)


def _is_packed(head: bytes) -> bool:
    """Whether so many bytes are controls that these are no letters of any charset."""
    controls = len(head) - len(head.translate(None, _CONTROLS))
    return controls * 20 >= len(head) and head.count(0) * 20 < len(head)


def extract(snapshot: Snapshot) -> SourceText:
    """The text of a source; where there is none, `problem` says why.

    >>> extract(Snapshot("", b"<p>It grew.</p>", "text/html")).text
    'It grew.'
    """
    kind = kind_of(snapshot)
    if kind == "packed" and (unpacked := _unpack(snapshot.body)):
        snapshot = replace(snapshot, body=unpacked)
        kind = kind_of(snapshot)
    known = EXTRACTORS.get(kind)
    if known is not None and known.is_text and _is_packed(snapshot.body[:2048]):
        kind, known = "packed", None
    if known is None:
        return SourceText(
            "",
            kind,
            VERSION,
            problem=f"The source is not text ({kind}{': ' + snapshot.media_type if snapshot.media_type else ''}).",
        )
    read: Callable[[Snapshot], SourceText] = getattr(importlib.import_module(known.module), known.function)
    from verifier.sources.retraction import find_retraction  # noqa: PLC0415 - what reads archives alone needs no words of languages

    reading = replace(read(snapshot), version=VERSION)
    said = find_retraction(reading)
    return replace(reading, facts=replace(reading.facts, retracted=said)) if said else reading


def _unpack(body: bytes) -> bytes | None:
    """What a gzip file holds, where its server did not say that it is one; None where it is damaged, too large or packed again."""
    try:
        found = zlib.decompressobj(zlib.MAX_WBITS | 16).decompress(body, _LARGEST_UNPACKED)
    except zlib.error:
        return None
    return None if len(found) == _LARGEST_UNPACKED or found.startswith(b"\x1f\x8b") else found
