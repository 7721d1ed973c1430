"""Parse XML parts safely: no document type is loaded, no entity resolved, no network asked, depth bounded.

In: bytes. Out: lxml's root element, which stays inside the reader that asked. Raises DocumentError.
"""

from __future__ import annotations

from typing import Any

from lxml import etree

from verifier.errors import DocumentError

# lxml ships no types; an element is what `parse_xml` returns and the readers walk.
Element = Any


def parse_xml(data: bytes, name: str, part: str = "", *, doctype: bool = False) -> Element:
    """The root element. `doctype` says whether a document type may stand there (it is never loaded)."""
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, dtd_validation=False, huge_tree=False,
        remove_comments=True, remove_pis=True, recover=False,
    )  # fmt: skip
    where = f"{name}: its part {part}" if part else name
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        reason = str(error).splitlines()[0][:120] if str(error) else "the parser gives no reason"
        raise DocumentError(
            f"{where} is damaged: it is not well-formed XML ({reason.partition(' (<string>')[0]}).",
            hint="Save the file again with the program that made it.",
        ) from error
    if not doctype and _has_doctype(root):
        raise DocumentError(
            f"{where} declares a document type, which this format forbids.",
            hint="The file was tampered with or made by a faulty program; save it again from Word or LibreOffice.",
        )
    return root


def _has_doctype(root: Element) -> bool:
    return bool(root.getroottree().docinfo.doctype)


def local_name(element: Element) -> str:
    """The element's name without its namespace; "" for what is no element (entities, comments)."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def attribute(element: Element, name: str, default: str = "") -> str:
    """An attribute by its local name, in whatever namespace (Word's strict and transitional differ)."""
    value = element.get(name)
    if value is not None:
        return str(value)
    for key, found in element.attrib.items():
        if key.rpartition("}")[2] == name:
            return str(found)
    return default
