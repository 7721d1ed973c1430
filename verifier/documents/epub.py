"""Read a book (.epub): its files in reading order as one page, so that notes in other files are found.

In: the bytes of an EPUB 2 or 3 package. Out: `Document`. Every id gets the number of its file in front, every
link between files becomes a link inside the one page; the HTML reader does the rest.
"""

from __future__ import annotations

import posixpath
from urllib.parse import unquote, urlsplit

from lxml import etree

from verifier.documents import html
from verifier.errors import DocumentError
from verifier.files.book import open_book
from verifier.files.decode import decode
from verifier.files.xml import Element, local_name, parse_xml
from verifier.files.zipped import Package
from verifier.model import Document

_XHTML = "{http://www.w3.org/1999/xhtml}"


def read(data: bytes, name: str) -> Document:
    """Read a book. Raises DocumentError."""
    package = Package(data, name)
    book, files = open_book(package, name)
    numbers = {path: number for number, path in enumerate(files)}
    bodies = [_read_file(package, path, numbers, name) for path in files]
    page = html.read_page("\n".join(body for body in bodies if body))
    title, language = _properties(book)
    found = page.found
    return Document(
        name,
        "epub",
        title or page.title,
        language or page.language,
        found.blocks,
        found.notes,
        found.marks,
        found.problems,
    )


def _properties(book: Element) -> tuple[str | None, str | None]:
    """The first title and language that the package names."""
    said = {local_name(each): (each.text or "").strip() for each in reversed(list(book.iter()))}
    return said.get("title") or None, said.get("language", "")[:2].lower() or None


def _read_file(package: Package, path: str, numbers: dict[str, int], name: str) -> str:
    """The body of one file as HTML, its ids and links made unique in the whole book."""
    content = package.read(path)
    if content is None:
        return ""  # a file that the book names and does not have: nothing to read, and readers skip it too
    root = _parse_page(content, name, path)
    body = next((each for each in root.iter() if local_name(each) == "body"), None) if root is not None else None
    if body is None:
        return ""
    for element in body.iter():
        if local_name(element):
            _rename(element, path, numbers)
    return (
        etree.tostring(body, method="html", encoding="unicode")
        .replace("<body", f'<section id="file-{numbers[path]}"', 1)
        .replace("</body>", "</section>")
    )


def _parse_page(content: bytes, name: str, path: str) -> Element | None:
    """XHTML as XML, and as HTML where it is not well-formed; without namespaces."""
    try:
        root = parse_xml(content, name, path, doctype=True)
    except DocumentError:
        parser = etree.HTMLParser(encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True)
        root = etree.fromstring(decode(content).text.encode(), parser)
    if root is not None:
        for element in root.iter(_XHTML + "*"):
            element.tag = local_name(element)
    return root


def _rename(element: Element, path: str, numbers: dict[str, int]) -> None:
    own = numbers[path]
    if element.get("id"):
        element.set("id", f"f{own}-{element.get('id')}")
    href = element.get("href")
    if not href or local_name(element) != "a":
        return
    target, _, fragment = href.partition("#")
    if urlsplit(href).scheme or not fragment:
        return
    file = posixpath.normpath(posixpath.join(posixpath.dirname(path), unquote(target))) if target else path
    if file in numbers:
        element.set("href", f"#f{numbers[file]}-{unquote(fragment)}")
