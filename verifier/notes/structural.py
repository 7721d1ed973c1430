"""Notes that need no link: they stand inside the sentence (sidenotes), or in an attribute of the mark.

In: the flow and what the links gave. Out: further notes, and ranges that only repeat a note. The rule: a note inside a
sentence is named as one by its element and says more than a label; its mark stands where it begins.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from verifier.model import NoteKind
from verifier.notes.assemble import merge
from verifier.notes.flow import Anchor, Area, Element, Flow, Found, Range
from verifier.notes.labels import bare
from verifier.notes.repeats import key_of, keys_of
from verifier.notes.rules import PATTERN

_INLINE_NAMES = "span small sup label a em i button details cite ins aside footnote note fn dfn abbr mark u font"
_INLINE = frozenset(_INLINE_NAMES.split())
# Elements of note libraries (Distill, custom elements).
_NOTE_TAGS = frozenset(
    ("d-footnote", "dt-fn", "foot-note", "side-note", "footnote", "sidenote", "inline-footnote", "ref", "fn")
)
# Attributes that hold a note's text, best first.
_HOLDER_NAMES = (
    "data-footnote-content data-footnote data-footnote-text data-fn-content data-note data-note-text data-notetext "
    "data-sidenote data-content data-tooltip data-tippy-content data-bs-content data-original-title data-title title"
)
_HOLDERS = _HOLDER_NAMES.split()
_PICTURES = frozenset(("img", "picture", "figure", "svg", "video", "iframe"))
_LEAD = re.compile(r"\s*([^\s.:)]{1,4})[.:)]?\s?(?=\S)")
_ENOUGH = 12
_LABEL_BEHIND = 8


def find_structural(flow: Flow, known: list[Found], lay_out: Callable[[str], Flow]) -> tuple[list[Found], list[Range]]:
    """Notes inside sentences and attributes; and ranges of notes that stand a second time beside their mark."""
    taken = [piece for note in known for piece in note.pieces]
    texts = keys_of(flow, known)
    found: list[Found] = []
    repeated: list[Range] = []
    for note in _inline(flow, merge(taken)):
        if key_of(_without(flow, note)) in texts:
            repeated.append(note.pieces[0])
        else:
            found.append(note)
    inside = merge([*taken, *(piece for note in found for piece in note.pieces)])
    found += _attributes(flow, inside, {mark.start for note in known for mark in note.marks}, lay_out)
    found.sort(key=lambda note: note.start)
    _number(found)
    return found, repeated


def _without(flow: Flow, note: Found) -> str:
    """The note's words without its cuts."""
    at, end = note.pieces[0]
    parts = []
    for cut in merge(note.cuts):
        parts.append(flow.text[at : cut[0]])
        at = max(at, cut[1])
    return "".join(parts) + flow.text[at:end]


# --- inside the sentence ----------------------------------------------------------------------------


def _inline(flow: Flow, taken: list[Range]) -> Iterator[Found]:
    skip = 0
    held = iter([*taken, (len(flow.text) + 1, len(flow.text) + 1)])
    piece = next(held)
    for index, element in enumerate(flow.elements):
        if element.start < skip or not _is_named(element):
            continue
        while piece[1] <= element.start:
            piece = next(held)
        if piece[0] <= element.start < piece[1] or not _stands_in_sentence(flow, element):
            continue
        note = _inline_note(flow, _content_of(flow, index), index)
        if note is not None:
            skip = element.end
            yield note


def _is_named(element: Element) -> bool:
    """Whether an element says that it is a note inside a sentence."""
    return element.name in _NOTE_TAGS or (
        element.name in _INLINE and PATTERN["inline_note"].search(element.words) is not None
    )


def _content_of(flow: Flow, index: int) -> int:
    """The element that holds the note's words: an inner one that says so, where the outer one holds the mark too."""
    for at in range(index + 1, min(index + 12, len(flow.elements))):
        element = flow.elements[at]
        if element.start >= flow.elements[index].end:
            break
        if (
            element.end == flow.elements[index].end
            and element.name in _INLINE
            and PATTERN["note_content"].search(element.words)
        ):
            return at
    return index


def _stands_in_sentence(flow: Flow, element: Element) -> bool:
    if element.area & (Area.CODE | Area.NAVIGATION | Area.COMMENTS):
        return False
    block = flow.blocks[flow.block_at(element.start)] if flow.blocks else None
    if block is None:
        return False
    outside = flow.text[block.start : element.start].strip() + flow.text[element.end : block.end].strip()
    return any(c.isalpha() for c in outside) and element.end - element.start < 20_000


def _inline_note(flow: Flow, index: int, outer: int) -> Found | None:
    element = flow.elements[index]
    note = Found("", NoteKind.SIDENOTE, [(element.start, element.end)], rule="inline_note")
    note.label = _printed_inside(flow, index, note.cuts) or _typed_first(flow, index, note.cuts)
    if not any(c.isalpha() for c in _without(flow, note)):
        return None
    opened = flow.elements[outer].start
    beside = bare(flow.text[opened : element.start])
    before = Anchor(opened, element.start, beside) if beside else _label_before(flow, index)
    note.label = before.label if before else note.label
    note.marks = [before or Anchor(element.start, element.start, note.label)]
    return note


def _printed_inside(flow: Flow, index: int, cuts: list[Range]) -> str:
    """The label that an element inside the note prints, which is none of its words."""
    label = ""
    for child in _inside(flow, index):
        is_mark = PATTERN["inline_mark"].search(child.words) is not None
        if is_mark or child.name in ("sup", "label"):
            printed = bare(flow.text[child.start : child.end])
            if printed or is_mark:
                cuts.append((child.start, child.end))
                label = label or printed or ""
    return label


def _typed_first(flow: Flow, index: int, cuts: list[Range]) -> str:
    """The label that the note's own words begin with."""
    element = flow.elements[index]
    lead = _LEAD.match(flow.text[element.start : element.end])
    label = bare(lead[1]) if lead and _is_own_text(flow, index, element.start) else None
    if lead is None or not label:
        return ""
    cuts.append((element.start, element.start + lead.end()))
    return label


def _is_own_text(flow: Flow, index: int, start: int) -> bool:
    """Whether the first words stand in the element itself, before the element that holds the note."""
    return flow.element_at(start) == index


def _inside(flow: Flow, index: int) -> Iterator[Element]:
    end = flow.elements[index].end
    for child in flow.elements[index + 1 : index + 400]:
        if child.start >= end:
            return
        yield child


def _label_before(flow: Flow, index: int) -> Anchor | None:
    """The mark directly in front: a sup, a label, a link."""
    at = flow.elements[index].start
    for element in reversed(flow.elements[max(0, index - _LABEL_BEHIND) : index]):
        text = flow.text[element.start : element.end]
        if element.end > at or flow.text[element.end : at].strip() or not text.strip() or len(text) >= _ENOUGH:
            continue
        label = bare(text)
        if label is not None:
            return Anchor(element.start, element.end, label)
        if element.name == "label" and not any(c.isalnum() for c in text):
            return Anchor(element.start, element.end, "")
    return None


# --- in attributes ----------------------------------------------------------------------------------


def _attributes(flow: Flow, inside: list[Range], marks: set[int], lay_out: Callable[[str], Flow]) -> Iterator[Found]:
    held = iter([*inside, (len(flow.text) + 1, len(flow.text) + 1)])
    piece = next(held)
    last = -1
    for element in flow.elements:
        if element.end <= last or not _may_hold(element):
            continue
        while piece[1] <= element.start:
            piece = next(held)
        if piece[0] <= element.start < piece[1] or not _may_call(element, marks):
            continue
        text = _held_text(element)
        label = bare(flow.text[element.start : element.end])
        if text is None or (label is None and not _is_blank_mark(flow, element)):
            continue
        last = element.end
        inner = lay_out(text)
        if any(c.isalpha() for c in inner.text):
            mark = Anchor(element.start, element.end, label or "")
            yield Found(mark.label, NoteKind.FOOTNOTE, [], marks=[mark], text=inner, rule="attribute_note")


def _may_call(element: Element, marks: set[int]) -> bool:
    """Whether an element is short, no part of a menu or of comments, and no mark that is known."""
    if element.end - element.start >= _ENOUGH or element.area & (Area.NAVIGATION | Area.COMMENTS):
        return False
    return marks.isdisjoint(range(element.start - 2, element.end + 2))


def _may_hold(element: Element) -> bool:
    if not element.attributes or not element.words:
        return False
    named = PATTERN["mark"].search(element.words) or PATTERN["blank_mark"].search(element.words)
    return named is not None and element.name not in _PICTURES


def _is_blank_mark(flow: Flow, element: Element) -> bool:
    """Whether an element without a word calls a note: its name says so, and it leads to no other page."""
    href = element.attributes.get("href") or "#"
    blank = not flow.text[element.start : element.end].strip()
    return blank and href.startswith(("#", "javascript:")) and PATTERN["blank_mark"].search(element.words) is not None


def _held_text(element: Element) -> str | None:
    for name in _HOLDERS:
        value = element.attributes.get(name)
        if value and len(value) > _ENOUGH and " " in value.strip() and not value.strip().endswith("(...)"):
            return value
    return None


def _number(found: list[Found]) -> None:
    """Notes without a printed label are counted."""
    for number, note in enumerate(found, 1):
        if not note.label:
            note.label = str(number)
            for mark in note.marks:
                mark.label = mark.label or note.label
