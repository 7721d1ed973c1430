"""Links of a Word file, whichever of three ways they are written: an element, a simple field, a field of begin, instruction, words and end.

In: a stretch of a paragraph. Out: the link around it, which can be made a field; or why it is none to be touched.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from copy import deepcopy
from dataclasses import dataclass

from docx.oxml import OxmlElement

from verifier.files.xml import Element
from verifier.reports.word.story import Stretch, W, outside

IN_FIELD = "it stands in a field, which the program that wrote it (a reference manager) would write over"
IN_LINK = "it is only a part of a link, or its link holds more than words"
LINKS = frozenset({f"{W}hyperlink", f"{W}fldSimple"})
_HYPERLINK = re.compile(r"\s*HYPERLINK\b", re.IGNORECASE)
_BESIDE = frozenset(f"{W}{name}" for name in ("r", "proofErr", "bookmarkStart", "bookmarkEnd"))
_IN_RUN = frozenset(
    f"{W}{name}"
    for name in ("rPr", "t", "fldChar", "instrText", "lastRenderedPageBreak", "softHyphen", "noBreakHyphen")
)


@dataclass(frozen=True, slots=True)
class Link:
    """A link: its elements side by side in a paragraph, its instruction as a field has it, its words."""

    elements: tuple[Element, ...]
    instruction: str
    words: str

    def as_field(self) -> list[Element]:
        """The elements of the link as a field in the same place; a link that is none becomes one."""
        first = self.elements[0]
        if first.tag not in LINKS:
            return list(self.elements)
        inner = list(first)
        run = next(each for each in inner if each.tag == f"{W}r")
        made = self.make_field(run, self.instruction, inner)
        for each in made:
            first.addprevious(each)
        first.getparent().remove(first)
        return made

    @staticmethod
    def make_field(like: Element, instruction: str, inner: Sequence[Element]) -> list[Element]:
        """A field of begin, instruction, words and end, in the form of a run."""
        kinds = ("begin", "", "separate", "end")
        begin, said, separate, end = (_field_run(like, kind, instruction) for kind in kinds)
        return [begin, said, separate, *inner, end]

    def beside(self) -> Element | None:
        """A run of plain words beside the link, whose form words behind it take."""
        near = (*self.elements[0].itersiblings(preceding=True), *self.elements[-1].itersiblings())
        return next((each for each in near if each.tag == f"{W}r" and each.find(f"{W}t") is not None), None)


def find_link(stretch: Stretch, runs: Sequence[Element]) -> Link | str | None:
    """The link in which these runs of a stretch stand, None where they stand in none; or why it cannot be touched."""
    held = list(dict.fromkeys(outside(run) for run in runs))
    found = _find_field(stretch, runs)
    if found is None and not any(each.tag in LINKS for each in held):
        return None
    if found is None and len(held) == 1:
        found = Link((held[0],), _instruction(stretch, held[0]), _words(stretch, held))
    if found is None:
        return IN_LINK
    if not _HYPERLINK.match(found.instruction):
        return IN_FIELD
    return found if _is_plain(found) else IN_LINK


def _find_field(stretch: Stretch, runs: Sequence[Element]) -> Link | None:
    """The field of several runs that holds these; where it is not closed, or holds only some, it has no words."""
    for field in _fields(stretch.paragraph):
        inside = [run in field for run in runs]
        if any(inside):
            elements = _from_to(field[0], field[-1])
            whole = all(inside) and bool(elements) and field[-1].find(f"{W}fldChar[@{W}fldCharType='end']") is not None
            said = "".join(each.text or "" for run in field for each in run.iter(f"{W}instrText"))
            return Link(elements or tuple(field), said, _words(stretch, elements) if whole else "")
    return None


def _fields(paragraph: Element) -> Iterator[list[Element]]:
    """The runs of each field of a paragraph, of nested ones those of the outermost."""
    depth, held = 0, list[Element]()
    for run in paragraph.iter(f"{W}r"):
        kinds = [sign.get(f"{W}fldCharType") for sign in run.iter(f"{W}fldChar")]
        depth += kinds.count("begin")
        if depth > 0:
            held.append(run)
        depth -= kinds.count("end")
        if depth <= 0 and held:
            yield held
            depth, held = 0, []
    if held:
        yield held


def _from_to(first: Element, last: Element) -> tuple[Element, ...]:
    """The elements from one to another that stands behind it in the same place; none where it does not."""
    found = [first]
    for each in first.itersiblings():
        found.append(each)
        if each is last:
            return tuple(found)
    return ()


def _words(stretch: Stretch, elements: Sequence[Element]) -> str:
    inside = {run for element in elements for run in element.iter(f"{W}r")}
    return "".join(words for piece, words in stretch.story.pieces(stretch.paragraph) if piece.getparent() in inside)


def _instruction(stretch: Stretch, link: Element) -> str:
    """What a link of one element says, as a field says it; "" where it says nothing that a field could say as well."""
    if link.tag == f"{W}fldSimple":
        return link.get(f"{W}instr") or ""
    address = stretch.story.links(link)
    said = {
        '"': address,
        r'\l "': link.get(f"{W}anchor"),
        r'\o "': link.get(f"{W}tooltip"),
        r'\t "': link.get(f"{W}tgtFrame"),
    }
    if not address or any('"' in words or "\\" in words for words in said.values() if words):
        return ""
    return " HYPERLINK " + " ".join(f'{switch}{words}"' for switch, words in said.items() if words) + " "


def _is_plain(link: Link) -> bool:
    """Whether a link holds words and nothing else that a change would have to hold."""
    single = link.elements[0].tag in LINKS
    beside = list(link.elements[0]) if single else link.elements
    runs = [each for each in beside if each.tag == f"{W}r"]
    begins = sum(sign.get(f"{W}fldCharType") == "begin" for run in runs for sign in run.iter(f"{W}fldChar"))
    known = all(each.tag in _BESIDE for each in beside) and all(each.tag in _IN_RUN for run in runs for each in run)
    return known and bool(runs) and begins == (0 if single else 1)


def _field_run(like: Element, kind: str, instruction: str) -> Element:
    """A run that is a sign of a field, or its instruction."""
    made = OxmlElement("w:r")
    if (form := like.find(f"{W}rPr")) is not None:
        made.append(deepcopy(form))
    sign = OxmlElement("w:fldChar" if kind else "w:instrText")
    if kind:
        sign.set(f"{W}fldCharType", kind)
    else:
        sign.text = instruction
        sign.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    made.append(sign)
    return made
