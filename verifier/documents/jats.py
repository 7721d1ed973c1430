"""Read an article in JATS (NISO Z39.96) or its ancestor NLM: footnotes and cited references by their ids.

In: bytes. Out: `Document`. An id is looked up in the sub-article that calls it first: translations repeat
their original's ids. Articles whose notes are footnotes keep a reference list that is cited by names as text of
the article: its marks (`Smith, 2020`) stay words, and a problem says how many works the list holds.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace

from verifier.documents.draft import Draft
from verifier.documents.line import Line
from verifier.errors import DocumentError
from verifier.files.xml import Element, attribute, local_name, parse_xml
from verifier.model import BlockKind, Document, NoteKind, Problem, ProblemKind, Work

_ARTICLES = frozenset(("article", "sub-article", "response"))
_SKIPPED = frozenset((
    "journal-meta", "article-id", "article-categories", "contrib-group", "aff", "author-notes", "pub-date",
    "history", "permissions", "kwd-group",
    "funding-group", "counts", "custom-meta-group", "self-uri", "volume", "issue", "fpage", "lpage", "elocation-id",
    "related-article", "ref-list",
    "object-id", "graphic", "tex-math", "fn-group", "alternatives", "product", "pub-history", "issn", "title-group-alt",
))  # fmt: skip
_BLOCKS = {
    "p": BlockKind.PARAGRAPH, "title": BlockKind.HEADING, "article-title": BlockKind.HEADING,
    "subtitle": BlockKind.HEADING,
    "verse-line": BlockKind.QUOTATION, "preformat": BlockKind.CODE, "code": BlockKind.CODE, "td": BlockKind.TABLE,
    "th": BlockKind.TABLE,
    "attrib": BlockKind.PARAGRAPH, "term": BlockKind.LIST_ITEM, "mixed-citation": BlockKind.PARAGRAPH,
    "element-citation": BlockKind.PARAGRAPH,
}  # fmt: skip
_AROUND = {"disp-quote": BlockKind.QUOTATION, "list-item": BlockKind.LIST_ITEM, "table-wrap": BlockKind.TABLE}
_ITALIC = frozenset(("italic", "source"))
_LINKS = frozenset(("ext-link", "uri"))
_LABEL = re.compile(r"\d{1,3}|[a-z]{1,2}|[ivxlc]{1,6}|[*†‡§¶#]{1,4}", re.IGNORECASE)
_DRESS = " \t\r\n[]().:"


def read(data: bytes, name: str) -> Document:
    """Read a JATS article. Raises DocumentError."""
    root = parse_xml(data, name, doctype=True)
    if local_name(root) not in _ARTICLES:
        root = next((each for each in root.iter() if local_name(each) == "article"), None)
    if root is None:
        raise DocumentError(
            f"{name} is XML, but not a JATS article.", hint="Give the article as HTML, .docx, Markdown or PDF."
        )
    draft = Draft(name, "jats", _read_title(root), attribute(root, "lang")[:2].lower() or None)
    notes = _Notes(root)
    walker = _Walker(draft.add_block, notes)
    walker.walk(root)
    for key, element in (notes.called | notes.uncalled()).items():
        _add_note(draft, key, element, called=key in notes.called)
    if notes.unread:
        detail = (
            f"The reference list of {notes.unread} works was not read as notes: the article's notes are its footnotes."
        )
        draft.problems.append(Problem(ProblemKind.PARTIAL_DOCUMENT, "", detail))
    return draft.finish()


def _add_note(draft: Draft, key: str, element: Element, *, called: bool) -> None:
    """One footnote or reference with its paragraphs."""
    lines: list[Line] = []
    walker = _Walker(lambda line, _kind: lines.append(line), None)
    walker.walk(element)
    walker.finish()
    kind = NoteKind.REFERENCE if local_name(element) == "ref" else NoteKind.FOOTNOTE
    label = next(("".join(each.itertext()).strip(_DRESS) for each in element if local_name(each) == "label"), "")
    works = _read_works(element) if kind is NoteKind.REFERENCE else ()
    draft.add_note(key, label or ("" if called else _name(element)), kind, lines, works)


def _name(element: Element) -> str:
    """What a work without a label that nothing calls is known by: `Heron 2020`, or its number in the list."""
    known = ["".join(each.itertext()).strip() for each in element.iter() if local_name(each) in {"surname", "collab"}]
    year = ["".join(each.itertext()).strip() for each in element.iter() if local_name(each) == "year"]
    number = sum(local_name(each) == "ref" for each in element.itersiblings(preceding=True)) + 1
    return f"{known[0]} {year[0]}" if known and year else str(number)


def _read_title(root: Element) -> str | None:
    title = next((each for each in root.iter() if local_name(each) == "article-title"), None)
    return " ".join("".join(title.itertext()).split()) or None if title is not None else None


class _Notes:
    """The notes by id, and which of them the text calls."""

    def __init__(self, root: Element) -> None:
        self.called: dict[str, Element] = {}
        self._here: dict[Element, dict[str, Element]] = {}
        self._all: dict[str, Element] = {}
        references = 0
        for element in root.iter():
            if local_name(element) in {"fn", "ref"} and (note_id := attribute(element, "id")):
                scope = next((each for each in element.iterancestors() if local_name(each) in _ARTICLES), root)
                self._here.setdefault(scope, {}).setdefault(note_id, element)
                self._all.setdefault(note_id, element)
                references += local_name(element) == "ref"
        footnotes = {attribute(each, "rid") for each in root.iter() if local_name(each) == "xref" and not _aside(each)}
        self._pointed, self._unlabelled = footnotes, 0
        own = sum(key in footnotes and local_name(each) == "fn" and not _aside(each) for key, each in self._all.items())
        beside = own * _FEW <= references and _calls_by_number(root, self._all)
        self._has_footnotes = own > 0 and not beside
        self.unread = references if self._has_footnotes else 0

    def uncalled(self) -> dict[str, Element]:
        """The works of the list that the text does not cite, where it cites others."""
        if not any(local_name(each) == "ref" for each in self.called.values()):
            return {}
        return {key: each for each in self._references() if (key := _path(each)) not in self.called}

    def call(self, keys: list[str]) -> None:
        """The text calls these, too."""
        self.called |= {key: each for each in self._references() if (key := _path(each)) in keys}

    def call_here(self, element: Element) -> Iterator[tuple[str, str]]:
        """The key and label of a note that stands in its sentence; none where an xref calls it, or it explains a table."""
        if attribute(element, "id") not in self._pointed and not _aside(element):
            key = _path(element)
            self.called[key] = element
            labelled = any(local_name(each) == "label" for each in element)
            self._unlabelled += not labelled
            yield key, "" if labelled else str(self._unlabelled)

    def between(self, first: str, last: str) -> list[str]:
        """The keys of the works of the list that stand between two: `[3]–[6]` calls 4 and 5 as well."""
        keys = [_path(each) for each in self._references()]
        return keys[keys.index(first) + 1 : keys.index(last)] if first in keys and last in keys else []

    def _references(self) -> list[Element]:
        return [each for each in self._all.values() if local_name(each) == "ref"]

    def key_of(self, xref: Element, note_id: str) -> str:
        """The key of the note that an xref calls; "" where it calls something else."""
        scopes = [each for each in xref.iterancestors() if local_name(each) in _ARTICLES]
        found = next(
            (self._here[scope][note_id] for scope in scopes if note_id in self._here.get(scope, {})),
            self._all.get(note_id),
        )
        if found is None or (self._has_footnotes and local_name(found) == "ref"):
            return ""
        key = _path(found)
        self.called[key] = found
        return key


def _calls_by_number(root: Element, notes: Mapping[str, Element]) -> bool:
    """Whether the text calls its works by their numbers, not by surnames and years."""
    words = [
        " ".join("".join(each.itertext()).split()).strip(_DRESS)
        for each in root.iter()
        if local_name(each) == "xref"
        and any(local_name(notes[key]) == "ref" for key in attribute(each, "rid").split() if key in notes)
    ]
    return sum(bool(_NUMBERS.fullmatch(word)) for word in words) * 2 > len(words)


_FEW = 3  # so many times more works than footnotes: these are remarks beside a list that the article's marks call
_NUMBERS = re.compile(r"\d{1,3}(?:\s?[,–-]\s?\d{1,3})*")


def _between(element: Element) -> str:
    """What stands between the parts of a reference that is tagged and not written: a name is `Heron Ada`."""
    between = _PARTED.get(local_name(element), "")
    return "" if any((each.tail or "").strip() for each in element) else between


_PARTED = {
    "element-citation": ", ", "citation": ", ", "nlm-citation": ", ", "person-group": ", ", "name": " ",
    "mixed-citation": " ",
}  # fmt: skip
_BEFORE = {"lpage": "–"}
_WORDS = {"etal": "et al."}
_PARTS = frozenset(("article-title", "volume", "issue", "fpage", "lpage", "elocation-id"))
_INTRODUCED = {"pmid": "PMID ", "pmcid": "PMCID "}


def _is_written(element: Element) -> bool:
    """Whether a tagged reference stands written beside itself, as it is printed."""
    return any(local_name(each) == "mixed-citation" for each in element.getparent())


def _path(element: Element) -> str:
    """The key of a note."""
    return str(element.getroottree().getpath(element))


def _aside(element: Element) -> bool:
    """Whether an element belongs to a table or to title and authors: what they call explains them, not the article."""
    return any(local_name(each) in _ASIDE for each in element.iterancestors())


_ASIDE = frozenset(("table-wrap", "table", "front", "front-stub"))


class _Walker:
    """Walks body or note; `notes` is None inside notes, where marks stay words."""

    def __init__(self, emit: Callable[[Line, BlockKind], None], notes: _Notes | None) -> None:
        self._emit, self._notes = emit, notes
        self._line = Line()
        self._around: list[BlockKind] = []
        self._italic = 0

    def walk(self, element: Element) -> None:
        """Walk an element's text and children."""
        self._add(element.text or "")
        between, written = _between(element) if self._notes is None else "", False
        for each in element:
            says = local_name(each) in _WORDS or (bool(local_name(each)) and bool("".join(each.itertext()).strip()))
            self._add(_BEFORE.get(local_name(each), between) if between and says and written else "")
            self._add(_INTRODUCED.get(attribute(each, "pub-id-type"), "") if between else "")
            self._element(each, local_name(each))
            self._add(each.tail or "")
            written = written or says

    def finish(self) -> None:
        """Hand over words that no block closed."""
        line, self._line = self._line, Line()
        if line.text or line.marks:
            self._emit(line, self._around[-1] if self._around else BlockKind.PARAGRAPH)

    def _add(self, text: str) -> None:
        if text:
            self._line.add(text, italic=self._italic > 0)

    def _element(self, element: Element, name: str) -> None:
        if not name or (self._notes is None and name == "label") or (name in _SKIPPED and not self._is_part(name)):
            return
        if name == "element-citation" and _is_written(element):
            return
        if name == "fn" and self._notes is not None:
            for key, label in self._notes.call_here(element) if self._line.text else ():
                self._line.mark(key, label)
            return  # the text of a note stands where its mark is, or in a group
        if name in _BLOCKS and not self._is_part(name):
            self._block(element, name)
        elif name in _AROUND:
            self._around.append(_AROUND[name])
            self.walk(element)
            self._around.pop()
        elif name == "xref":
            self._xref(element)
        else:
            self._inline(element, name)

    def _is_part(self, name: str) -> bool:
        """Whether an element is a part of a reference; at the head of an article it says of the article itself."""
        return self._notes is None and name in _PARTS

    def _inline(self, element: Element, name: str) -> None:
        start, line = self._line.size, self._line
        self._italic += name in _ITALIC
        self.walk(element)
        self._italic -= name in _ITALIC
        if name in _WORDS and not element.text:
            self._add(_WORDS[name])
        if name in _LINKS and line is self._line:
            href = attribute(element, "href") or line.text[start:]
            line.span_link(start, href)

    def _block(self, element: Element, name: str) -> None:
        self.finish()
        self.walk(element)
        line, self._line = self._line, Line()
        kind = _BLOCKS[name]
        self._emit(line, self._around[-1] if self._around and kind is BlockKind.PARAGRAPH else kind)

    def _xref(self, element: Element) -> None:
        """A mark: a label that is not text of the article, or words with the mark behind them."""
        keys = (
            [self._notes.key_of(element, each) for each in attribute(element, "rid").split()]
            if self._notes is not None
            else []
        )
        keys = [key for key in keys if key]
        words = " ".join("".join(element.itertext()).split())
        label = words.strip(_DRESS)
        if not keys or not _LABEL.fullmatch(label):
            self.walk(element)
            label = words
        for key in keys:
            self._range(key, label)
            self._line.mark(key, label)

    def _range(self, key: str, label: str) -> None:
        """The marks that a dash between two numbers stands for."""
        if (
            self._notes is None
            or not self._line.marks
            or self._line.text[self._line.marks[-1][2] :].strip() not in _DASHES
        ):
            return
        first, printed, at = self._line.marks[-1]
        between = self._notes.between(first, key)
        if printed.isdecimal() and label.isdecimal() and int(label) - int(printed) == len(between) + 1:
            self._line.marks += [(each, str(int(printed) + n), at) for n, each in enumerate(between, 1)]
            self._notes.call(between)


_DASHES = frozenset("-‐‑–—−")


def _read_works(element: Element) -> tuple[Work, ...]:
    """The tagged parts of a reference; where nothing but the address is tagged, its words say more."""
    tagged = [each for each in element.iter() if local_name(each) == "element-citation"]
    return tuple(
        work
        for each in tagged or element
        if (work := _read_work(each)) and {name for name, _ in work.pairs} - _ADDRESSES
    )


_ADDRESSES = frozenset(("URL", "DOI"))


def _read_work(citation: Element) -> Work:
    found = [pair for each in citation.iter() if (pair := _pair(each))]
    people = [value for name, value in found if name == "author"] or [
        value for name, value in found if name == "editor"
    ]
    work = Work.from_pairs([*(pair for pair in found if pair[0] != "author"), ("author", "; ".join(people))])
    if work.title:
        return work
    return replace(work, title=work.container_title, container_title="")  # a book: JATS puts its title into <source>


def _pair(element: Element) -> tuple[str, str] | None:
    """What one element of a reference says, if anything that we know."""
    name, text = local_name(element), " ".join("".join(element.itertext()).split())
    if name in {"name", "string-name", "collab"}:
        return _role(element), _person(element) or text
    if name in _LINKS:
        return "URL", attribute(element, "href") or text
    if name == "pub-id" and attribute(element, "pub-id-type") == "doi":
        return "DOI", text
    return (_FIELDS[name], text) if name in _FIELDS and text else None


def _role(element: Element) -> str:
    """What a person did: in a chapter, the editors of the book stand beside its authors."""
    kinds = [attribute(each, "person-group-type") for each in element.iterancestors()]
    return "editor" if any("editor" in kind or "translator" in kind for kind in kinds) else "author"


def _person(element: Element) -> str:
    parts = {local_name(part): "".join(part.itertext()).strip() for part in element}
    return " ".join(part for part in (parts.get("given-names"), parts.get("surname")) if part)


_FIELDS = {
    "article-title": "title", "chapter-title": "title", "data-title": "title", "source": "container-title",
    "year": "issued", "date-in-citation": "accessed",
    "publisher-name": "publisher", "volume": "volume", "fpage": "page",
}  # fmt: skip
