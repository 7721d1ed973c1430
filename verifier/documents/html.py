"""Read an HTML page, whole: its notes are resolved on the page as it is, never after article extraction.

In: bytes, or markup that another reader made. Out: `Document`. Title and language are what the page says of itself.
"""

from __future__ import annotations

import hashlib
import re

from selectolax.lexbor import LexborHTMLParser

from verifier.files.decode import decode
from verifier.language import detect
from verifier.model import Block, BlockKind, Document, Problem
from verifier.notes import resolve
from verifier.notes.flow import Flow
from verifier.notes.markup import lay_out

_SAMPLE = 4000


def read(data: bytes, name: str) -> Document:
    """The document in an HTML file.

    >>> read(b"<title>Rain</title><p>It rained.<sup>1</sup></p><hr><p><sup>1</sup> Almanac, 2021.</p>", "rain.html").notes[0].text
    'Almanac, 2021.'
    """
    decoded = decode(data)
    return _read(decoded.text, name, "html", hashlib.sha256(data).hexdigest(), decoded.problems)


def read_markup(markup: str, name: str, format: str = "html") -> Document:  # noqa: A002 - the field of Document
    """The document in markup that a reader of another format made."""
    return _read(markup, name, format, hashlib.sha256(markup.encode("utf-8", "replace")).hexdigest(), ())


def _read(markup: str, name: str, kind: str, digest: str, problems: tuple[Problem, ...]) -> Document:
    flow, tree = lay_out(markup)
    found = resolve(flow, _lay_out_inner)
    return Document(
        name=name,
        format=kind,
        title=_title(tree, found.blocks),
        language=_language(tree, found.blocks),
        blocks=found.blocks,
        notes=found.notes,
        marks=found.marks,
        problems=(*problems, *found.problems),
        sha256=digest,
    )


def _lay_out_inner(markup: str) -> Flow:
    return lay_out(markup)[0]


def _title(tree: LexborHTMLParser, blocks: tuple[Block, ...]) -> str | None:
    """The page's own title: og:title carries no site name; else the first heading where <title> holds it; else <title>."""
    shared = tree.css_first('meta[property="og:title"]')
    if shared is not None and (content := (shared.attributes.get("content") or "").strip()):
        return " ".join(content.split())
    heading = next((block.text for block in blocks if block.kind is BlockKind.HEADING), None)
    element = tree.css_first("title")
    title = " ".join(element.text().split()) if element is not None else ""
    if heading and (not title or heading.casefold() in title.casefold()):
        return heading
    return title or heading


def _language(tree: LexborHTMLParser, blocks: tuple[Block, ...]) -> str | None:
    for selector, attribute in (
        ("html[lang]", "lang"),
        ("html", "xml:lang"),
        ('meta[http-equiv="content-language" i]', "content"),
        ("body[lang]", "lang"),
    ):
        element = tree.css_first(selector)
        value = (element.attributes.get(attribute) or "").strip() if element is not None else ""
        if re.fullmatch(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{1,8}){0,4}", value):
            return value.replace("_", "-")
    return detect(" ".join(block.text for block in blocks[:60])[:_SAMPLE])
