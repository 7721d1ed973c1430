"""Readable text out of a snapshot: one module a kind of source, one line in EXTRACTORS.

The kind is told by the first bytes where they are certain, then by the media type the server named. Quotations are searched in
the whole text of a page, so nothing that a reader sees is left out; `main` tells which of it is the article.
"""

from __future__ import annotations

import importlib
import re
import zlib
from collections.abc import Callable
from dataclasses import replace

from verifier.model import Snapshot, SourceText

__all__ = ["EXTRACTORS", "GUESSING", "VERSION", "extract", "kind_of"]

# Of what a reading holds: a body that was read by this version is not read again. Raise it with any change of an extractor.
VERSION = "8"
# Of a guess: a page that this version guessed at (`guess.py`) is not guessed at again.
GUESSING = "1"

# Of each kind, the module that is imported when a source of it is first read, and its function.
EXTRACTORS: dict[str, tuple[str, str]] = {
    "html": ("verifier.sources.html", "read"),
    "pdf": ("verifier.sources.pdf", "extract"),
    "plain": ("verifier.sources.plain", "extract"),
    "xml": ("verifier.sources.html", "read_xml"),
    "office": ("verifier.sources.office", "extract"),
    "rtf": ("verifier.sources.rtf", "extract"),
    "mhtml": ("verifier.sources.saved_page", "extract"),
    "json": ("verifier.sources.json_text", "extract"),
    "feed": ("verifier.sources.feed", "extract"),
    "latex": ("verifier.sources.latex", "extract"),
    "markdown": ("verifier.sources.markdown", "extract"),
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
_TEXTS = frozenset(("html", "plain", "xml", "json", "latex", "markdown"))
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
    if kind in _TEXTS and _is_packed(snapshot.body[:2048]):
        kind = "packed"
    if kind not in EXTRACTORS:
        return SourceText(
            "",
            kind,
            VERSION,
            problem=f"The source is not text ({kind}{': ' + snapshot.media_type if snapshot.media_type else ''}).",
        )
    module, function = EXTRACTORS[kind]
    extractor: Callable[[Snapshot], SourceText] = getattr(importlib.import_module(module), function)
    return replace(extractor(snapshot), version=VERSION)


def _unpack(body: bytes) -> bytes | None:
    """What a gzip file holds, where its server did not say that it is one; None where it is damaged, too large or packed again."""
    try:
        found = zlib.decompressobj(zlib.MAX_WBITS | 16).decompress(body, _LARGEST_UNPACKED)
    except zlib.error:
        return None
    return None if len(found) == _LARGEST_UNPACKED or found.startswith(b"\x1f\x8b") else found
