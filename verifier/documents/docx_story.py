"""Walk one story of a Word file (its body, one footnote) and collect lines with marks, links and fields.

In: WordprocessingML elements, transitional or strict (only local names are looked at). Out: lines, handed to
a function as each paragraph ends. Tracked changes are read as accepted: inserted text stays, deleted
text and what moved away go, a paragraph whose end is deleted runs on into the next.
"""

from __future__ import annotations

import base64
import binascii
import contextlib
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import ClassVar

from verifier.documents.csl import read_citation
from verifier.documents.docx_styles import Lists, NoteNumbers, Style, child, is_on, value
from verifier.documents.line import Line
from verifier.files.xml import Element, attribute, local_name
from verifier.model import BlockKind

# Not text of the accepted document, or text that another element already gave.
_SKIPPED = frozenset({
    "del", "moveFrom", "delText", "delInstrText", "pPr", "rPr", "sdtPr", "tblPr", "tblGrid", "trPr", "tcPr", "sectPr",
    "footnoteRef", "endnoteRef", "annotationRef", "rt", "Fallback", "commentReference", "fldData",
})  # fmt: skip
_HYPERLINK = re.compile(
    r'\s{0,20}HYPERLINK\s+(?:\\[a-z]\s+){0,3}"([^"]{0,4000})"(?:[^"]{0,40}\\l\s+"([^"]{0,1000})")?', re.IGNORECASE
)
_NOTE_REFERENCE = re.compile(r"\s{0,20}NOTEREF\s+(\S{1,60})", re.IGNORECASE)
_MENDELEY = "MENDELEY_CITATION_v3_"  # its content control carries CSL JSON in base64


@dataclass(slots=True)
class _Field:
    """One complex field (w:fldChar) that is open: its instruction, then where its result began."""

    instruction: list[str] = field(default_factory=list)
    href: str = ""
    note: str = ""  # the note that a NOTEREF calls again
    shown: bool = False  # past "separate": what follows is the result
    line: Line | None = None
    start: int = 0


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What the stories of one document share."""

    styles: dict[str, Style]
    lists: Lists
    numbers: dict[str, NoteNumbers]  # "footnote", "endnote"
    bookmarks: dict[str, str]  # bookmark around a mark -> key of its note
    deleted: set[str]  # keys of notes whose mark was deleted


class Story:
    """Walks one story. `emit(line, kind)` is called for every paragraph."""

    def __init__(self, links: dict[str, str], around: Surroundings, emit: Callable[[Line, BlockKind], None]) -> None:
        self._links, self._around, self._emit = links, around, emit
        self._line = Line()
        self._fields: list[_Field] = []
        self._boxes: list[Element] = []
        self._tables = 0
        self._italic = self._raised = False
        self._custom = ""  # key of a note whose own mark is the text that follows

    def walk(self, element: Element) -> None:
        """Walk an element's children."""
        for each in element:
            name = local_name(each)
            if name in _SKIPPED:
                if name in {"del", "moveFrom"}:
                    self._note_deleted(each)
                continue
            handler = self._HANDLERS.get(name)
            if handler is not None:
                handler(self, each)
            else:
                self.walk(each)

    def finish(self) -> None:
        """Hand over a last line that no paragraph end closed."""
        if self._line.text or self._line.marks:
            self._emit(self._line, BlockKind.PARAGRAPH)
            self._line = Line()

    # --- blocks

    def _paragraph(self, element: Element) -> None:
        properties = child(element, "pPr")
        style = self._around.styles.get(value(properties, "pStyle"), Style())
        self.walk(element)
        self._count_list(properties, style)
        boxes, self._boxes = self._boxes, []
        if not self._runs_on(properties):
            line, self._line = self._line, Line()
            self._custom = ""
            if not style.is_contents:
                self._emit(line, self._kind(properties, style))
        for box in boxes:
            self._in_box(box)
        self._end_section(properties)

    def _in_box(self, box: Element) -> None:
        """A text box stands after the paragraph that anchors it."""
        line, self._line = self._line, Line()
        self.walk(box)
        self.finish()
        self._line = line

    def _runs_on(self, properties: Element | None) -> bool:
        """Whether the paragraph's end is deleted, so that the next one continues it."""
        runs = child(properties, "rPr")
        return child(runs, "del") is not None or child(runs, "moveFrom") is not None

    def _kind(self, properties: Element | None, style: Style) -> BlockKind:
        if child(properties, "outlineLvl") is not None and value(properties, "outlineLvl") != "9":
            return BlockKind.HEADING
        if self._tables:
            return BlockKind.TABLE
        numbered = child(properties, "numPr") is not None
        return style.kind or (BlockKind.LIST_ITEM if numbered or style.list_id else BlockKind.PARAGRAPH)

    def _count_list(self, properties: Element | None, style: Style) -> None:
        """Give the line the label that Word prints before it: typed notes are often a numbered list."""
        numbered = child(properties, "numPr")
        list_id = value(numbered, "numId") or style.list_id
        if list_id and list_id != "0" and self._line.text:
            level = value(numbered, "ilvl", "0")
            self._line.label = self._around.lists.next_label(list_id, int(level) if level.isdigit() else 0)

    def _end_section(self, properties: Element | None) -> None:
        section = child(properties, "sectPr")
        if section is not None:
            for kind, numbers in self._around.numbers.items():
                numbers.start_section(child(section, kind + "Pr"))

    def _table(self, element: Element) -> None:
        self._tables += 1
        self.walk(element)
        self._tables -= 1

    def _row(self, element: Element) -> None:
        if child(child(element, "trPr"), "del") is None:
            self.walk(element)

    # --- runs

    def _run(self, element: Element) -> None:
        properties = child(element, "rPr")
        if is_on(child(properties, "vanish")):
            return
        style = self._around.styles.get(value(properties, "rStyle"), Style())
        before = self._italic, self._raised
        italic = child(properties, "i")
        self._italic = is_on(italic) if italic is not None else style.italic
        self._raised = (value(properties, "vertAlign") or ("superscript" if style.superscript else "")) == "superscript"
        self.walk(element)
        self._italic, self._raised = before

    def _add(self, text: str) -> None:
        """Visible text: the mark of a note, or words."""
        if self._fields and not self._fields[-1].shown:
            return  # between "begin" and "separate" stands no text
        if self._custom and text.strip():
            self._line.mark(self._custom, text.strip())
            self._custom = ""
        elif self._raised and self._fields and self._fields[-1].note:
            if text.strip():
                self._line.mark(self._fields[-1].note, text.strip())
        else:
            self._line.add(text, italic=self._italic, raised=self._raised)

    def _text(self, element: Element) -> None:
        self._add(element.text or "")

    def _symbol(self, element: Element) -> None:
        code = attribute(element, "char")
        # Private-use codes name glyphs of a symbol font: no character that we could give.
        if re.fullmatch(r"[0-9A-Fa-f]{4}", code) and not 0xD800 <= int(code, 16) <= 0xF8FF:
            self._add(chr(int(code, 16)))

    def _break(self, element: Element) -> None:
        if attribute(element, "type", "textWrapping") == "textWrapping":
            self._line.line_break()
        else:
            self._add(" ")

    def _choice(self, element: Element) -> None:
        """One of several renderings of the same content: the first that has any."""
        choice = child(element, "Choice")
        self.walk(choice if choice is not None and len(choice) else element)
        if choice is None and (fallback := child(element, "Fallback")) is not None:
            self.walk(fallback)

    def _control(self, element: Element) -> None:
        """A content control: contents lists are left out, Mendeley's carry the cited works."""
        properties = child(element, "sdtPr")
        if value(child(properties, "docPartObj"), "docPartGallery") == "Table of Contents":
            return
        tag = value(properties, "tag")
        if tag.startswith(_MENDELEY):
            # A damaged tag is no loss: the citation's text stands in the control.
            with contextlib.suppress(binascii.Error, UnicodeDecodeError):
                self._line.data += read_citation(base64.b64decode(tag[len(_MENDELEY) :]).decode("utf-8"))
        self.walk(element)

    # --- notes

    def _reference(self, element: Element) -> None:
        kind = local_name(element).removesuffix("Reference")
        key = kind + attribute(element, "id")
        if is_on_attribute(element, "customMarkFollows"):
            self._custom = key
        else:
            self._line.mark(key, self._around.numbers[kind].next_label())

    def _note_deleted(self, element: Element) -> None:
        for each in element.iter():
            if local_name(each) in {"footnoteReference", "endnoteReference"}:
                self._around.deleted.add(local_name(each).removesuffix("Reference") + attribute(each, "id"))

    # --- links and fields

    def _hyperlink(self, element: Element) -> None:
        start, line = self._line.size, self._line
        self.walk(element)
        href, place = self._links.get(attribute(element, "id"), ""), attribute(element, "anchor")
        href += f"#{place}" if href and place and "#" not in href else ""
        if href and line is self._line:
            line.span_link(start, href)

    def _simple_field(self, element: Element) -> None:
        self._begin()
        self._fields[-1].instruction.append(attribute(element, "instr"))
        self._separate()
        self.walk(element)
        self._end()

    def _instruction(self, element: Element) -> None:
        if self._fields:
            self._fields[-1].instruction.append(element.text or "")

    def _field_character(self, element: Element) -> None:
        {"begin": self._begin, "separate": self._separate, "end": self._end}.get(
            attribute(element, "fldCharType"), self._nothing
        )()

    def _nothing(self) -> None:
        """A field character of no known type."""

    def _begin(self) -> None:
        self._fields.append(_Field())

    def _separate(self) -> None:
        if not self._fields:
            return
        current = self._fields[-1]
        current.shown, current.line, current.start = True, self._line, self._line.size
        instruction = "".join(current.instruction)
        if link := _HYPERLINK.match(instruction):
            current.href = link[1] + (f"#{link[2]}" if link[1] and link[2] else "")
        elif reference := _NOTE_REFERENCE.match(instruction):
            current.note = self._around.bookmarks.get(reference[1], "")
        elif "CSL_CITATION" in instruction:
            self._line.data += read_citation(instruction)

    def _end(self) -> None:
        if not self._fields:
            return
        if not self._fields[-1].shown:
            self._separate()
        done = self._fields.pop()
        if done.href:
            self._line.span_link(done.start if done.line is self._line else 0, done.href)

    def _space(self, _element: Element) -> None:
        self._add(" ")

    def _hyphen(self, _element: Element) -> None:
        self._add("-")

    def _box(self, element: Element) -> None:
        self._boxes.append(element)

    # What each element does; every other element is walked through.
    _HANDLERS: ClassVar[dict[str, Callable[[Story, Element], None]]] = {
        "p": _paragraph,
        "tbl": _table,
        "tr": _row,
        "r": _run,
        "t": _text,
        "tab": _space,
        "ptab": _space,
        "noBreakHyphen": _hyphen,
        "sym": _symbol,
        "br": _break,
        "cr": _break,
        "AlternateContent": _choice,
        "sdt": _control,
        "txbxContent": _box,
        "footnoteReference": _reference,
        "endnoteReference": _reference,
        "hyperlink": _hyperlink,
        "fldSimple": _simple_field,
        "instrText": _instruction,
        "fldChar": _field_character,
    }


def is_on_attribute(element: Element, name: str) -> bool:
    """Whether a yes-or-no attribute says yes."""
    return attribute(element, name, "0").lower() in {"1", "true", "on"}
