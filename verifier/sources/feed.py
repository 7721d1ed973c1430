"""The text of a feed (RSS, Atom): titles and texts of its entries; HTML in them is read as text."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from verifier.errors import DocumentError
from verifier.model import PageMetadata, Snapshot, SourceText
from verifier.sources import html
from verifier.sources.metadata import SPACE, plain

if TYPE_CHECKING:
    from verifier.files.xml import Element

_TEXTS = ("title", "description", "summary", "encoded", "content", "subtitle")


def extract(snapshot: Snapshot) -> SourceText:
    """The entries of a feed; one that is no well-formed XML is read as a browser would read its tags."""
    from verifier.files.xml import local_name, parse_xml  # noqa: PLC0415 - lxml costs 30 ms

    try:
        root = parse_xml(snapshot.body, "The feed", doctype=True)
    except DocumentError:
        return html.read_xml(snapshot)
    blocks: list[str] = []
    for element in root.iter("{*}*"):
        if local_name(element) in _TEXTS:
            blocks += [text for text in _texts(element) if text and text not in blocks[-4:]]
    title = next((SPACE.sub(" ", e.text or "").strip() for e in root.iter("{*}title")), None)
    return SourceText("\n\n".join(blocks), "feed", "", metadata=PageMetadata(title=title or None))


def _texts(element: Element) -> Iterator[str]:
    """The text of an element: escaped HTML, or elements of its own."""
    if len(element):
        yield SPACE.sub(" ", " ".join(element.itertext())).strip()
    elif element.text:
        yield plain(element.text)
