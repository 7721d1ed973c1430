"""Read texts in TEI P5 or DocBook: notes that stand in their sentences, or apart and called by their ids.

In: bytes of XML. Out: `Document`. The rule: a note inside a block is called where it stands; one that stands apart, or a work of the list,
is called by each pointer to its id. Of two readings of a passage the corrected one is read; what the margin says of the print is not.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from verifier.documents.draft import Draft
from verifier.documents.line import Line
from verifier.errors import DocumentError
from verifier.files.xml import Element, attribute, local_name, parse_xml
from verifier.model import BlockKind, Document, NoteKind, Work

_NOTES = frozenset(("note", "footnote"))
_WORKS = frozenset(("bibl", "biblStruct", "biblFull", "biblioentry", "bibliomixed"))
_TAGGED = frozenset(("biblStruct", "biblioentry"))  # parts without the words and signs between them
_SKIPPED = frozenset((
    "teiHeader", "fw", "figDesc", "index", "sic", "orig", "am", "surplus", "facsimile", "sourceDoc", "standOff", "milestone",
    "indexterm", "remark", "info", "articleinfo", "bookinfo", "chapterinfo", "sectioninfo", "textobject", "imageobject", "toc", "abbrev",
))  # fmt: skip
_BLOCKS = {
    "p": BlockKind.PARAGRAPH, "ab": BlockKind.PARAGRAPH, "l": BlockKind.QUOTATION, "head": BlockKind.HEADING, "item": BlockKind.LIST_ITEM,
    "cell": BlockKind.TABLE, "speaker": BlockKind.HEADING, "opener": BlockKind.PARAGRAPH, "closer": BlockKind.PARAGRAPH,
    "para": BlockKind.PARAGRAPH, "simpara": BlockKind.PARAGRAPH, "title": BlockKind.HEADING, "subtitle": BlockKind.HEADING,
    "entry": BlockKind.TABLE, "term": BlockKind.LIST_ITEM, "programlisting": BlockKind.CODE, "screen": BlockKind.CODE,
    "literallayout": BlockKind.CODE, "synopsis": BlockKind.CODE,
}  # fmt: skip
_AROUND = {
    "quote": BlockKind.QUOTATION, "cit": BlockKind.QUOTATION, "blockquote": BlockKind.QUOTATION, "epigraph": BlockKind.QUOTATION,
    "listitem": BlockKind.LIST_ITEM, "table": BlockKind.TABLE, "informaltable": BlockKind.TABLE,
}  # fmt: skip
_ITALIC = frozenset(("title", "emphasis", "hi", "citetitle", "emph"))
_SPACES = frozenset(("lb", "pb", "cb", "space"))


def read(data: bytes, name: str) -> Document:
    """Read a text in TEI or DocBook. Raises DocumentError.

    >>> text = b'<TEI><text><body><p>It broke.<note n="3">Log, 1950.</note> It stood.</p></body></text></TEI>'
    >>> document = read(text, "dykes.xml")
    >>> document.blocks[0].text, [(note.label, note.text) for note in document.notes]
    ('It broke. It stood.', [('3', 'Log, 1950.')])
    """
    root = parse_xml(data, name, doctype=True)
    if not any(local_name(each) in _BLOCKS for each in root.iter()):
        raise DocumentError(f"{name} is XML without a text.", hint="Give the article as HTML, .docx, Markdown or PDF.")
    format_name = "tei" if local_name(root).casefold().startswith("tei") else "docbook"
    draft = Draft(name, format_name, _read_title(root), attribute(root, "lang")[:2].lower() or None)
    _Reading(root, draft).read()
    return draft.finish()


def _read_title(root: Element) -> str | None:
    """The first title: TEI's header comes first, and so does DocBook's."""
    return next((_words(each) for each in root.iter() if local_name(each) == "title" and _words(each)), None)


def _words(element: Element) -> str:
    return " ".join("".join(element.itertext()).split())


class _Reading:
    """The notes that stand apart, by id, and the walk through the text that calls them."""

    def __init__(self, root: Element, draft: Draft) -> None:
        self._root, self._draft = root, draft
        self._apart = {
            note_id: each for each in root.iter() if _stands_apart(each) and (note_id := attribute(each, "id"))
        }
        # A note may itself name the place that calls it.
        self._called_at = {
            target: attribute(each, "id")
            for each in self._apart.values()
            if local_name(each) == "note"
            for target in _targets(attribute(each, "target"))
        }
        self._labels: dict[str, str] = {}
        self._count = 0

    def read(self) -> None:
        """Body first, so that notes are numbered as they are called; then the notes that stand apart."""
        _Walker(self._draft.add_block, self).walk_all(self._root)
        works = 0
        for key, element in self._apart.items():
            kind = NoteKind.ENDNOTE if local_name(element) in _NOTES else NoteKind.REFERENCE
            works += kind is NoteKind.REFERENCE
            number = str(works) if kind is NoteKind.REFERENCE else ""
            self._add(key, self._labels.get(key) or _label(element) or number, kind, element)

    def note(self, element: Element, line: Line) -> None:
        """A note where it is called."""
        if (
            attribute(element, "place").startswith(("margin", "left", "right"))
            or attribute(element, "id") in self._apart
        ):
            return
        key = attribute(element, "id") or str(element.getroottree().getpath(element))
        line.mark(key, self._label(key, element))
        self._add(
            key,
            self._labels[key],
            NoteKind.ENDNOTE if attribute(element, "place") == "end" else NoteKind.FOOTNOTE,
            element,
        )

    def pointer(self, element: Element, line: Line) -> bool:
        """Whether an element calls notes or works by their ids; then its words are the mark."""
        keys = [key for key in _pointed(element) if key in self._apart or key in self._labels]
        if not keys and (called := self._called_at.get(attribute(element, "id"), "")):
            keys = [called]
        for key in keys:
            label = self._labels.get(key) or (self._label(key, self._apart[key]) if key in self._apart else "")
            line.mark(key, label if local_name(element) in _UNWORDED else _words(element).strip("[]()") or label)
        return bool(keys)

    def _label(self, key: str, element: Element) -> str:
        """The label that is given, or the next number."""
        if key not in self._labels:
            given = _label(element)
            self._count += local_name(element) in _NOTES
            self._labels[key] = given or (str(self._count) if local_name(element) in _NOTES else key)
        return self._labels[key]

    def _add(self, key: str, label: str, kind: NoteKind, element: Element) -> None:
        lines: list[Line] = []
        walker = _Walker(lambda line, _kind: lines.append(line), None)
        tagged = local_name(element) in _TAGGED
        walker.walk_parts(element) if tagged else walker.walk_all(element)
        if lines:
            self._draft.add_note(key, label, kind, lines, (_read_work(element),) if tagged else ())


_UNWORDED = frozenset(("xref", "footnoteref", "ptr", "anchor"))


def _stands_apart(element: Element) -> bool:
    """Whether a note or a work is called from elsewhere: it stands in a list of its own, not in a block."""
    name = local_name(element)
    if name == "note":
        return not any(local_name(each) in _BLOCKS for each in element.iterancestors())
    return name in _WORKS and any(local_name(each) in _LISTS for each in element.iterancestors())


_LISTS = frozenset(("listBibl", "bibliography", "bibliolist", "bibliodiv"))


def _label(element: Element) -> str:
    """The label that the text gives a note or a work."""
    short = next((_words(each) for each in element if local_name(each) == "abbrev"), "")
    return attribute(element, "n").strip("[]().") or short or attribute(element, "xreflabel")


def _targets(value: str) -> Iterator[str]:
    return (each[1:] for each in value.split() if each.startswith("#"))


def _pointed(element: Element) -> Iterator[str]:
    """The ids that an element points to."""
    yield from attribute(element, "linkend").split()
    yield from _targets(attribute(element, "target"))
    yield from _targets(attribute(element, "href"))


class _Walker:
    """Walks the text, or one note (`reading` is None: what it calls stays words)."""

    def __init__(self, emit: Callable[[Line, BlockKind], None], reading: _Reading | None) -> None:
        self._emit, self._reading = emit, reading
        self._line = Line()
        self._around: list[BlockKind] = []
        self._italic = 0

    def walk_all(self, element: Element) -> None:
        """Walk an element, and hand over what is left."""
        self._walk(element)
        self._finish()

    def walk_parts(self, element: Element) -> None:
        """Walk a work that is tagged and not written: its parts with commas between them."""
        self._line.add(", ".join(dict.fromkeys(_part_words(element))))
        self._finish()

    def _walk(self, element: Element) -> None:
        self._add(element.text or "")
        for each in element:
            self._element(each, local_name(each))
            self._add(each.tail or "")

    def _add(self, text: str) -> None:
        if text:
            self._line.add(text, italic=self._italic > 0)

    def _finish(self, kind: BlockKind = BlockKind.PARAGRAPH) -> None:
        line, self._line = self._line, Line()
        if line.text or line.marks:
            self._emit(line, self._around[-1] if self._around and kind is BlockKind.PARAGRAPH else kind)

    def _element(self, element: Element, name: str) -> None:
        if not name or name in _SKIPPED:
            return
        if self._reading is not None and name in _NOTES:
            self._reading.note(element, self._line)
        elif self._reading is not None and (_stands_apart(element) or self._reading.pointer(element, self._line)):
            return
        elif name in _SPACES:
            self._add("" if attribute(element, "break") == "no" else " ")
        elif name in _BLOCKS and not (name == "title" and self._line.text) and not (name == "term" and self._line.text):
            self._finish()
            self._walk(element)
            self._finish(_BLOCKS[name])
        elif name in _AROUND and not self._line.text:
            self._around.append(_AROUND[name])
            self._walk(element)
            self._finish()
            self._around.pop()
        else:
            self._inline(element, name)

    def _inline(self, element: Element, name: str) -> None:
        start, line = self._line.size, self._line
        self._italic += name in _ITALIC
        self._walk(element)
        self._italic -= name in _ITALIC
        if line is self._line and (address := _address(element)):
            self._add(address if line.size == start else "")
            line.span_link(start, address)


def _part_words(element: Element) -> Iterator[str]:
    """What each part of a tagged work says; names and titles are one part."""
    if local_name(element) in _NAMES or not len(element):
        yield from filter(None, (_words(element), _address(element)))
    else:
        for each in element:
            yield from _part_words(each)


_NAMES = frozenset(("persName", "personname", "author", "editor", "name", "date", "title"))


def _address(element: Element) -> str:
    """The address that an element leads to."""
    address = next((attribute(element, name) for name in ("target", "href", "url") if attribute(element, name)), "")
    if address.startswith(("http://", "https://")):
        return address
    words = _words(element) if local_name(element) in {"idno", "biblioid", "bibliosource"} else ""
    return words if words.startswith(("http://", "https://")) else ""


def _read_work(element: Element) -> Work:
    """The tagged parts of a work: a title of an article stands before that of what holds it."""
    pairs = [("author", "; ".join(_people(element)))]
    pairs += [(_FIELDS[local_name(each)], _words(each)) for each in element.iter() if local_name(each) in _FIELDS]
    titles = [_words(each) for each in element.iter() if local_name(each) in {"title", "citetitle"}]
    addresses = [address for each in element.iter() if (address := _address(each))]
    pairs += list(zip(("title", "container-title"), titles, strict=False))
    return Work.from_pairs([*pairs, *(("URL", address) for address in addresses[:1])])


_FIELDS = {
    "date": "issued",
    "pubdate": "issued",
    "publisher": "publisher",
    "publishername": "publisher",
    "volumenum": "volume",
}


def _people(element: Element) -> Iterator[str]:
    for each in element.iter():
        if local_name(each) == "author":
            parts = {local_name(part): _words(part) for part in each.iter()}
            given = parts.get("forename") or parts.get("firstname") or parts.get("givenname") or ""
            yield " ".join(filter(None, (given, parts.get("surname", "")))) or _words(each)
