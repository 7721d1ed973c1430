"""What Word's styles, list numbering and note settings say about a paragraph.

In: the parts styles.xml, numbering.xml and settings.xml. Out: block kinds, list labels, the numbering
of notes. Styles are known by their built-in English name, which Word stores in every language.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from verifier.documents.numbering import format_number
from verifier.files.xml import Element, attribute, local_name
from verifier.model import BlockKind

# First match decides. Names of converters (pandoc: Block Text, Source Code) stand beside Word's own.
_KINDS = (
    (re.compile(r"heading \d|(?:^|\| )(?:sub)?title(?: \||$)"), BlockKind.HEADING),
    (re.compile(r"quote|quotation|block text|zitat|citation$"), BlockKind.QUOTATION),
    (re.compile(r"list|bullet"), BlockKind.LIST_ITEM),
    (re.compile(r"code|html preformatted|macro|verbatim"), BlockKind.CODE),
)
_CONTENTS = re.compile(r"toc (?:\d|heading)|table of (?:figures|authorities)")
_DEEPEST = 20  # styles based on styles; Word itself stops at 11
_FALSE = frozenset({"0", "false", "off", "none"})


def child(element: Element | None, name: str) -> Element | None:
    """The first child with this local name."""
    if element is None:
        return None
    return next((each for each in element if local_name(each) == name), None)


def children(element: Element | None, name: str) -> Iterator[Element]:
    """The children with this local name."""
    return (each for each in element if local_name(each) == name) if element is not None else iter(())


def is_on(element: Element | None) -> bool:
    """Whether a toggle property (w:i, w:vanish, …) is there and not switched off."""
    return element is not None and attribute(element, "val", "true").lower() not in _FALSE


def value(element: Element | None, name: str, default: str = "") -> str:
    """The w:val of a child."""
    found = child(element, name)
    return attribute(found, "val", default) if found is not None else default


@dataclass(frozen=True, slots=True)
class Style:
    """One style: its own name and those it is based on, joined; its toggles and list."""

    names: str = ""
    italic: bool = False
    superscript: bool = False
    list_id: str = ""

    @property
    def kind(self) -> BlockKind | None:
        """What a paragraph of this style is; None where the style does not say."""
        return next((kind for pattern, kind in _KINDS if pattern.search(self.names)), None)

    @property
    def is_contents(self) -> bool:
        """A line of a table of contents: no text of the article."""
        return bool(_CONTENTS.search(self.names))


def read_styles(root: Element | None) -> dict[str, Style]:
    """The styles by id."""
    elements = {attribute(style, "styleId"): style for style in children(root, "style")}
    return {style_id: _read_style(style_id, elements) for style_id in elements}


def _read_style(style_id: str, elements: dict[str, Element]) -> Style:
    """One style with what it inherits."""
    names, italic, superscript, list_id = [], False, False, ""
    for _ in range(_DEEPEST):
        element = elements.get(style_id)
        if element is None:
            break
        names.append(value(element, "name").lower())
        runs, paragraph = child(element, "rPr"), child(element, "pPr")
        italic = italic or is_on(child(runs, "i"))
        superscript = superscript or value(runs, "vertAlign") == "superscript"
        list_id = list_id or value(child(paragraph, "numPr"), "numId")
        style_id = value(element, "basedOn")
    return Style(" | ".join(names), italic, superscript, list_id)


@dataclass(slots=True)
class Lists:
    """The labels of numbered paragraphs, counted in document order."""

    levels: dict[tuple[str, int], tuple[str, str, int]]  # (numId, level) -> format, text, start
    _counts: dict[tuple[str, int], int] = field(default_factory=dict)

    def next_label(self, list_id: str, level: int) -> str:
        """The label Word prints before the next paragraph of this list; "" for bullets."""
        number_format, text, start = self.levels.get((list_id, level), ("", "", 1))
        count = self._counts.get((list_id, level), start - 1) + 1
        self._counts[list_id, level] = count
        for deeper in [key for key in self._counts if key[0] == list_id and key[1] > level]:
            del self._counts[deeper]
        if number_format in {"", "bullet", "none"} or text.count("%") != 1:
            return ""
        return re.sub(r"%\d", format_number(count, number_format), text)


def read_lists(root: Element | None) -> Lists:
    """The list definitions of numbering.xml."""
    abstract = {attribute(each, "abstractNumId"): each for each in children(root, "abstractNum")}
    levels = {}
    for number in children(root, "num"):
        definition = abstract.get(value(number, "abstractNumId"))
        for level in children(definition, "lvl"):
            depth = attribute(level, "ilvl", "0")
            start = value(level, "start", "1")
            levels[attribute(number, "numId"), int(depth) if depth.isdigit() else 0] = (
                value(level, "numFmt"), value(level, "lvlText"), int(start) if start.isdigit() else 1,
            )  # fmt: skip
    return Lists(levels)


@dataclass(slots=True)
class NoteNumbers:
    """Counts the notes of one kind as Word does: its start, its format, per section where it restarts."""

    number_format: str
    start: int = 1
    restarts: bool = False
    _next: int = 1

    def __post_init__(self) -> None:
        self._next = self.start

    def next_label(self) -> str:
        """The label of the next note."""
        self._next += 1
        return format_number(self._next - 1, self.number_format)

    def start_section(self, properties: Element | None) -> None:
        """A new section with its own note properties (None where it has none)."""
        self.number_format = value(properties, "numFmt", self.number_format)
        if self.restarts or value(properties, "numRestart") == "eachSect":
            self._next = self.start


def read_note_numbers(properties: Element | None, default: str) -> NoteNumbers:
    """The numbering that w:footnotePr or w:endnotePr of the settings asks for."""
    start = value(properties, "numStart", "1")
    return NoteNumbers(
        value(properties, "numFmt", default),
        int(start) if start.isdigit() else 1,
        value(properties, "numRestart") == "eachSect",
    )
