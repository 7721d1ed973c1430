"""What a book (.epub) says of its files: which hold its text, and in which order they are read.

In: a zip package. Out: its package document and the paths of its text files. The rule of this file: what is encrypted is refused, and what the
book names and does not have is left to who reads it.
"""

from __future__ import annotations

import posixpath
from urllib.parse import unquote

from verifier.errors import DocumentError
from verifier.files.xml import Element, attribute, local_name, parse_xml
from verifier.files.zipped import Package

CONTAINER = "META-INF/container.xml"
_FONT_ALGORITHMS = (b"http://www.idpf.org/2008/embedding", b"http://ns.adobe.com/pdf/enc#RC")


def open_book(package: Package, name: str) -> tuple[Element, list[str]]:
    """The package document (OPF), and the text files in reading order. Raises DocumentError."""
    _refuse_protected(package, name)
    folder, book = _find_book(package, name)
    return book, _reading_order(folder, book)


def _refuse_protected(package: Package, name: str) -> None:
    """Books under DRM are encrypted; fonts that are merely obfuscated do no harm."""
    encryption = package.read("META-INF/encryption.xml")
    if encryption is None:
        return
    methods = [
        attribute(each, "Algorithm")
        for each in parse_xml(encryption, name, "META-INF/encryption.xml").iter()
        if local_name(each) == "EncryptionMethod"
    ]
    if any(method.encode() not in _FONT_ALGORITHMS for method in methods):
        raise DocumentError(
            f"{name} is protected: its text is encrypted.", hint="Give the article in a form without copy protection."
        )


def _find_book(package: Package, name: str) -> tuple[str, Element]:
    """The package document (OPF) and the folder it stands in."""
    container = package.read(CONTAINER)
    path = ""
    if container is not None:
        roots = [
            attribute(each, "full-path")
            for each in parse_xml(container, name, CONTAINER).iter()
            if local_name(each) == "rootfile"
        ]
        path = roots[0] if roots else ""
    path = path or next((part for part in package.names if part.endswith(".opf")), "")
    content = package.read(path) if path else None
    if content is None:
        raise DocumentError(
            f"{name} is damaged: it does not say which files the book has.", hint="Fetch or export the book again."
        )
    return posixpath.dirname(path), parse_xml(content, name, path, doctype=True)


def _reading_order(folder: str, book: Element) -> list[str]:
    """The text files in the order of the spine, then those that the spine leaves out (often the notes)."""
    items = {}
    for each in book.iter():
        if (
            local_name(each) == "item"
            and "html" in attribute(each, "media-type")
            and "nav" not in attribute(each, "properties").split()
        ):
            items[attribute(each, "id")] = posixpath.normpath(posixpath.join(folder, unquote(attribute(each, "href"))))
    spine = [attribute(each, "idref") for each in book.iter() if local_name(each) == "itemref"]
    return list(dict.fromkeys(items[each] for each in [*spine, *items] if each in items))
