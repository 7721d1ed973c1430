"""Readable text out of a snapshot: one module a kind of source, one line in EXTRACTORS.

The kind is told by the first bytes where they are certain, then by the media type the server named. Quotations are searched in
the whole text of a page, so nothing that a reader sees is left out; `main` tells which of it is the article.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from verifier.model import Snapshot, SourceText
from verifier.sources import html, office, pdf, plain

__all__ = ["EXTRACTORS", "VERSION", "extract", "kind_of"]

# Of what a reading holds: a body that was read by this version is not read again. Raise it with any change of an extractor.
VERSION = "2"

EXTRACTORS: dict[str, Callable[[Snapshot], SourceText]] = {
    "html": html.read,
    "pdf": pdf.extract,
    "plain": plain.extract,
    "xml": html.read_xml,
    "office": office.extract,
}

_MAGIC = (
    (b"%PDF-", "pdf"),
    (b"PK\x03\x04", "office"),
    (b"\xd0\xcf\x11\xe0", "binary"),
    (b"\x89PNG", "image"),
    (b"\xff\xd8\xff", "image"),
    (b"GIF8", "image"),
)
_MEDIA = (
    ("text/html", "html"),
    ("application/xhtml", "html"),
    ("application/pdf", "pdf"),
    ("application/json", "plain"),
    ("application/ld+json", "plain"),
    ("application/xml", "xml"),
    ("text/xml", "xml"),
    ("+xml", "xml"),
    ("text/", "plain"),
    ("image/", "image"),
    ("audio/", "audio"),
    ("video/", "video"),
)


def kind_of(snapshot: Snapshot) -> str:
    """The kind of a source: a key of EXTRACTORS, or what it is that cannot be read (image, audio, video, binary).

    >>> kind_of(Snapshot("", b"%PDF-1.7 ...", "text/html")), kind_of(Snapshot("", b"<!doctype html>", "application/pdf"))
    ('pdf', 'html')
    """
    head = snapshot.body[:1024].lstrip()
    for magic, kind in _MAGIC:
        if head.startswith(magic) or (kind == "pdf" and magic in head):
            return kind
    if b"<html" in head.lower() or head.lower().startswith((b"<!doctype html", b"<head", b"<body")):
        return "html"
    named = next((kind for media, kind in _MEDIA if media in snapshot.media_type), None)
    if named in ("pdf", None):
        return "plain" if _is_text(snapshot.body[:2048]) else "binary"
    return named


def _is_text(head: bytes) -> bool:
    return bool(head) and head.count(0) == 0 and sum(b < 9 or 13 < b < 32 for b in head) * 20 < len(head)


def extract(snapshot: Snapshot) -> SourceText:
    """The text of a source; where there is none, `problem` says why.

    >>> extract(Snapshot("", b"<p>It grew.</p>", "text/html")).text
    'It grew.'
    """
    kind = kind_of(snapshot)
    extractor = EXTRACTORS.get(kind)
    if extractor is None:
        return SourceText(
            "",
            kind,
            VERSION,
            problem=f"The source is not text ({kind}{': ' + snapshot.media_type if snapshot.media_type else ''}).",
        )
    return replace(extractor(snapshot), version=VERSION)
