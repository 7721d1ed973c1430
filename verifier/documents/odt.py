"""Read an OpenDocument text (.odt, .fodt): body, footnotes, endnotes, links, tracked deletions left out.

In: the bytes of a package or of one flat XML file (OASIS OpenDocument 1.3). Out: `Document`. Notes stand in
the paragraph that calls them, with the label that the program printed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import ClassVar, NamedTuple

from verifier.documents.csl import read_citation
from verifier.documents.draft import Draft
from verifier.documents.line import Line
from verifier.errors import DocumentError
from verifier.files.xml import Element, attribute, local_name, parse_xml
from verifier.files.zipped import Package
from verifier.model import BlockKind, Document, NoteKind, Work

_SKIPPED = frozenset({
    "tracked-changes", "annotation", "annotation-end", "note-citation", "sequence-decls", "variable-decls", "forms", "index-title-template",
    "table-of-content", "illustration-index", "alphabetical-index", "ruby-text", "desc", "title", "object", "binary-data",
})  # fmt: skip
_QUOTATIONS = ("quotation", "quote", "zitat", "block text")
_CODE = ("preformatted", "code", "source")
# The attributes of a bibliography mark, as CSL names them.
_BIBLIOGRAPHY = {
    "author": "author", "title": "title", "journal": "container-title", "booktitle": "container-title", "publisher": "publisher",
    "volume": "volume", "number": "issue", "year": "issued", "url": "URL",
}  # fmt: skip
_DEEPEST = 10  # styles based on styles


class Style(NamedTuple):
    """What we need of a style: its names joined, and its letters."""

    names: str = ""
    italic: bool = False
    raised: bool = False


def read(data: bytes, name: str) -> Document:
    """Read an OpenDocument text. Raises DocumentError."""
    if data.startswith(b"PK"):
        content, others = _open_package(data, name)
    else:
        content, others = parse_xml(data, name), []
    body = next(
        (each for each in content.iter() if local_name(each) == "text" and local_name(each.getparent()) == "body"), None
    )
    if body is None:
        raise DocumentError(f"{name} holds no text document.", hint="Save the article as OpenDocument text (.odt).")
    draft = Draft(name, "odt", *_read_properties([content, *others]))
    _Walker(_read_styles([content, *others]), draft).walk(body)
    draft.title = draft.title or draft.first_heading()
    return draft.finish()


def _open_package(data: bytes, name: str) -> tuple[Element, list[Element]]:
    """content.xml, and styles.xml and meta.xml where they are."""
    package = Package(data, name)
    if b"encryption-data" in (package.read("META-INF/manifest.xml") or b""):
        raise DocumentError(
            f"{name} is encrypted with a password.", hint="Save a copy without password, and check that."
        )
    content = package.read("content.xml")
    if content is None:
        raise DocumentError(
            f"{name} is damaged: it has no part content.xml, where OpenDocument keeps the text.",
            hint="Open it in LibreOffice, repair it, and save it again.",
        )
    others = [(part, package.read(part)) for part in ("styles.xml", "meta.xml")]
    return parse_xml(content, name, "content.xml"), [parse_xml(found, name, part) for part, found in others if found]


def _read_properties(roots: list[Element]) -> tuple[str | None, str | None]:
    """Title and language: of the properties, or of the default style."""
    titles = ((each.text or "").strip() for each in _all_within(roots, "title", "meta"))
    languages = (attribute(each, "language") for each in _all_within(roots, "text-properties", "default-style"))
    language = next(filter(None, languages), "")
    return next(filter(None, titles), None), language if language not in {"", "none", "zxx"} else None


def _all_within(roots: list[Element], name: str, parent: str) -> Iterator[Element]:
    """The elements of a name that stand directly in one of another."""
    for root in roots:
        for each in root.iter():
            if local_name(each) == name and local_name(each.getparent()) == parent:
                yield each


def _read_styles(roots: list[Element]) -> dict[str, Style]:
    """The styles by name, with what they inherit."""
    elements = {attribute(each, "name"): each for root in roots for each in root.iter() if local_name(each) == "style"}
    return {name: _read_style(name, elements) for name in elements}


def _read_style(name: str, elements: dict[str, Element]) -> Style:
    names, italic, raised = [], False, False
    for _ in range(_DEEPEST):
        element = elements.get(name)
        if element is None:
            break
        names.append((attribute(element, "display-name") or name).replace("_20_", " ").lower())
        for properties in element:
            italic = italic or attribute(properties, "font-style") in {"italic", "oblique"}
            raised = raised or attribute(properties, "text-position").startswith("super")
        name = attribute(element, "parent-style-name")
    return Style(" | ".join(names), italic, raised)


class _Walker:
    """Walks the body and the notes in it."""

    def __init__(self, styles: dict[str, Style], draft: Draft) -> None:
        self._styles, self._draft = styles, draft
        self._line = Line()
        self._letters = Style()
        self._containers: list[BlockKind] = []
        self._notes = 0
        self._emit: Callable[[Line, BlockKind], None] = draft.add_block

    def walk(self, element: Element) -> None:
        """Walk an element's own text and its children."""
        self._add(element.text or "")
        for each in element:
            name = local_name(each)
            if name and name not in _SKIPPED:
                self._HANDLERS.get(name, _Walker.walk)(self, each)
            self._add(each.tail or "")

    def _add(self, text: str) -> None:
        if text:
            self._line.add(text, italic=self._letters.italic, raised=self._letters.raised)

    def _paragraph(self, element: Element) -> None:
        outer, self._line = self._line, Line()
        style = self._styles.get(attribute(element, "style-name"), Style())
        letters, self._letters = self._letters, Style(italic=style.italic)
        self.walk(element)
        self._letters = letters
        line, self._line = self._line, outer
        self._emit(line, self._kind(element, style))

    def _kind(self, element: Element, style: Style) -> BlockKind:
        if local_name(element) == "h" or style.names.startswith(("title", "heading", "subtitle")):
            return BlockKind.HEADING
        if self._containers:
            return self._containers[-1]
        if any(word in style.names for word in _QUOTATIONS):
            return BlockKind.QUOTATION
        return BlockKind.CODE if any(word in style.names for word in _CODE) else BlockKind.PARAGRAPH

    def _container(self, element: Element) -> None:
        self._containers.append(BlockKind.TABLE if local_name(element) == "table" else BlockKind.LIST_ITEM)
        self.walk(element)
        self._containers.pop()

    def _span(self, element: Element) -> None:
        letters, style = self._letters, self._styles.get(attribute(element, "style-name"), Style())
        self._letters = Style("", letters.italic or style.italic, letters.raised or style.raised)
        self.walk(element)
        self._letters = letters

    def _link(self, element: Element) -> None:
        start, line = self._line.size, self._line
        self.walk(element)
        href = attribute(element, "href")
        if line is self._line and not href.startswith("#"):
            line.span_link(start, href)

    def _space(self, _element: Element) -> None:
        self._add(" ")

    def _break(self, _element: Element) -> None:
        self._line.line_break()

    def _reference_mark(self, element: Element) -> None:
        """Zotero keeps the cited works in the name of a reference mark."""
        if "CSL_CITATION" in (name := attribute(element, "name")):
            self._line.data += read_citation(name)

    def _bibliography_mark(self, element: Element) -> None:
        """An entry of Writer's bibliography: its fields stand in each mark, whose words (`[Ka05]`) call it."""
        key = f"bibliography {attribute(element, 'identifier')}"
        label = "".join(element.itertext()).strip().strip("[]")
        work = Work.from_pairs((name, attribute(element, field)) for field, name in _BIBLIOGRAPHY.items())
        if label and work:
            words = ". ".join(filter(None, (work.author, work.title, work.container_title, work.issued, work.URL)))
            self._line.mark(key, label)
            self._draft.add_note(key, label, NoteKind.REFERENCE, [Line(words)], (work,))
        else:
            self.walk(element)

    def _note(self, element: Element) -> None:
        self._notes += 1
        key = str(self._notes)
        citation = next((each for each in element if local_name(each) == "note-citation"), None)
        label = (attribute(citation, "label") or "".join(citation.itertext())).strip() if citation is not None else ""
        self._line.mark(key, label)
        kind = NoteKind.ENDNOTE if attribute(element, "note-class") == "endnote" else NoteKind.FOOTNOTE
        lines: list[Line] = []
        outer = self._line, self._emit, self._letters, self._containers
        self._line, self._emit, self._letters, self._containers = (
            Line(),
            lambda line, _kind: lines.append(line),
            Style(),
            [],
        )
        for each in element:
            if local_name(each) == "note-body":
                self.walk(each)
        self._line, self._emit, self._letters, self._containers = outer
        self._draft.add_note(key, label, kind, lines)

    # What each element does; every other element is walked through.
    _HANDLERS: ClassVar[dict[str, Callable[[_Walker, Element], None]]] = {
        "p": _paragraph,
        "h": _paragraph,
        "span": _span,
        "a": _link,
        "s": _space,
        "tab": _space,
        "line-break": _break,
        "note": _note,
        "list": _container,
        "table": _container,
        "reference-mark-start": _reference_mark,
        "bibliography-mark": _bibliography_mark,
    }
