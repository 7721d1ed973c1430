"""Read an HTML page, whole: its notes are resolved on the page as it is, never after article extraction.

In: bytes, or markup that another reader made. Out: `Document`. Title and language are what the page says of itself.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from selectolax.lexbor import LexborHTMLParser

from verifier.files.decode import decode
from verifier.language import detect
from verifier.model import Block, BlockKind, Document
from verifier.notes import Resolution, resolve
from verifier.notes.flow import Flow
from verifier.notes.markup import lay_out
from verifier.urls import identity, is_fetchable

_SAMPLE = 4000
_MARK = "own-mark"  # an element of no page: a name with a hyphen is free for everybody's own use


@dataclass(frozen=True, slots=True)
class Page:
    """What is found in a page, and what it says of itself."""

    found: Resolution
    title: str | None
    language: str | None
    address: str | None = None


def read(data: bytes, name: str) -> Document:
    """The document in an HTML file.

    >>> read(b"<title>Rain</title><p>It rained.<sup>1</sup></p><hr><p><sup>1</sup> Almanac, 2021.</p>", "rain.html").notes[0].text
    'Almanac, 2021.'
    """
    decoded = decode(data)
    page = read_page(decoded.text)
    found = page.found
    problems = (*decoded.problems, *found.problems)
    blocks = tuple(_without_links_to(page.address, block) for block in found.blocks)
    return Document(name, "html", page.title, page.language, blocks, found.notes, found.marks, problems)


def _without_links_to(own: str | None, block: Block) -> Block:
    """A block without the links to the page itself: to its other places, or for sharing."""
    if own is None or not block.hyperlinks:
        return block
    others = tuple(link for link in block.hyperlinks if identity(link.href) != identity(own))
    return replace(block, hyperlinks=others)


def mark_tag(number: int) -> str:
    """What a reader of another format writes where a mark of its own stands."""
    return f'<{_MARK} number="{number}"></{_MARK}>'


def read_page(markup: str, marks: int = 0) -> Page:
    """A page, or markup that the reader of another format made, with so many marks of its own."""
    flow, tree = lay_out(markup)
    places = {
        int(number): element.start
        for element in flow.elements
        if element.name == _MARK and (number := element.attributes.get("number") or "").isdecimal() and len(number) < 9
    }
    flow.own = [(places[number], number) for number in range(marks) if number in places]
    found = resolve(flow, _lay_out_inner)
    return Page(found, _title(tree, found.blocks), _language(tree, found.blocks), _address(tree))


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


def _address(tree: LexborHTMLParser) -> str | None:
    """The page's own address, as it gives it."""
    for selector, attribute in (('link[rel="canonical" i]', "href"), ('meta[property="og:url"]', "content")):
        element = tree.css_first(selector)
        if element is not None and is_fetchable(address := (element.attributes.get(attribute) or "").strip()):
            return address
    return None


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
