"""How far a note reaches: from where it starts to the end of what belongs to it alone.

In: the flow and the starts of all notes of one list. Out: one range for each. The rule: a note's element is the largest
one that begins with it and holds no other note; what follows belongs to it too, up to the next note, where the list
stands apart from the body (all marks before it, no heading between).
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from verifier.model import BlockKind
from verifier.notes.flow import Area, Element, Flow, Range
from verifier.notes.labels import bare

_WHOLE = frozenset(("html", "body", "main", "article", "ol", "ul", "dl", "tbody", "thead", "table"))
_ONE_NOTE = frozenset(("li", "dd", "tr", "aside"))
_CLIMB = 10
# A note may have several paragraphs; body text swallowed by mistake is longer.
_LONGEST_TAIL = 6000
# A line in between that is labelled itself is a note that nobody found, not more of this one.
_LABELLED_LINE = re.compile(r"^\s*(?:[\[(]\d{1,3}[\])]|\d{1,3}[.)])\s", re.MULTILINE)
_EMPTY_START = re.compile(r"[\s\[(^\])↑↩.:]*")


def extents(flow: Flow, starts: Sequence[int], marks: Sequence[int]) -> list[Range]:
    """The range of each note; `starts` ascending, `marks` are the places of the marks, ascending."""
    found = []
    apart = not marks or not starts or bisect_right(marks, starts[0]) == len(marks)
    for i, start in enumerate(starts):
        following = starts[i + 1] if i + 1 < len(starts) else len(flow.text)
        end, holder = _own(flow, start, following)
        if i + 1 < len(starts):
            end = max(end, _tail(flow, end, _before_term(flow, end, following), apart=apart, marks=marks))
            if not _says_something(flow.text[start:end]):
                end = _rest(flow, end, holder)
        elif not _says_something(flow.text[start:end]):
            end = _rest(flow, end, holder)
        elif apart and holder >= 0:
            end = _last_tail(flow, end, holder)
        found.append((start, min(end, following)))
    return found


def _own(flow: Flow, start: int, following: int) -> tuple[int, int]:
    """The end of the largest element that begins here and holds this note alone, and that element's parent."""
    block = flow.blocks[flow.block_at(start)] if flow.blocks else None
    end = min(block.end if block else len(flow.text), following)
    at = flow.element_at(start)
    if at < 0:
        return _line_or_block(flow, start, end), -1
    for _ in range(_CLIMB):
        element = flow.elements[at]
        if not _may_climb(flow, element, start, following, end):
            break
        end = max(end, element.end) if element.end > start else end
        at = element.parent
        if at < 0:
            break
    return min(end, following), at


def _line_or_block(flow: Flow, start: int, end: int) -> int:
    """In a text, the rest of the block."""
    return end if end > start else flow.line_end(start)


def _may_climb(flow: Flow, element: Element, start: int, following: int, end: int) -> bool:
    if element.name in _WHOLE or element.end > following:
        return False
    if element.start < start and flow.text[element.start : start].strip(" \n\t[(^↑↩."):
        return False
    if element.end <= end or element.name in _ONE_NOTE:
        return True
    holds_text = _says_something(flow.text[start:end])
    return not holds_text or bool(
        element.area & Area.NOTES and "footnote" in element.words and "footnotes" not in element.words
    )


def _tail(flow: Flow, end: int, following: int, *, apart: bool, marks: Sequence[int]) -> int:
    """Further paragraphs up to the next note."""
    if _is_item(flow, end):
        return end
    between = flow.text[end:following]
    if label := _LABELLED_LINE.search(between):
        following, between = end + label.start(), between[: label.start()]
    if not between.strip() or len(between) > _LONGEST_TAIL:
        return end
    if bisect_left(marks, end) != bisect_left(marks, following):
        return end
    if not apart and not flow.area_at(end) & Area.NOTES:
        return end
    first, last = flow.block_at(end), flow.block_at(max(end, following - 1))
    if any(flow.blocks[b].kind is BlockKind.HEADING for b in range(first, last + 1) if flow.blocks[b].start >= end):
        return end
    return following


def _before_term(flow: Flow, end: int, following: int) -> int:
    """Where the term of the next note's definition stands: `<dt>Note 2</dt>` is no part of note 1."""
    at = bisect_left(flow.elements, end, key=lambda element: element.start)
    for element in flow.elements[at : at + _CLIMB]:
        if element.start >= following:
            break
        if element.name == "dt":
            return element.start
    return following


def _is_item(flow: Flow, end: int) -> bool:
    """Whether a list item ends here: what follows is the next item, never more of this one."""
    at = flow.element_at(max(0, end - 2))
    for _ in range(_CLIMB):
        if at < 0 or flow.elements[at].end > end:
            return False
        if flow.elements[at].name in ("li", "tr"):
            return True
        at = flow.elements[at].parent
    return False


def _rest(flow: Flow, end: int, holder: int) -> int:
    """A last label without words: the rest of what holds it (a definition list, a table), or the next block."""
    if holder >= 0 and flow.elements[holder].end > end and flow.elements[holder].end - end < _LONGEST_TAIL:
        return flow.elements[holder].end
    after = flow.block_at(end)
    return flow.blocks[after].end if flow.blocks and flow.blocks[after].end > end else end


def _last_tail(flow: Flow, end: int, holder: int) -> int:
    """The last note's further paragraphs, where an element named for notes says how far they go."""
    element = flow.elements[holder]
    named = element.area & Area.NOTES and element.name in ("div", "section", "aside", "footer")
    if not named or not end < element.end <= end + _LONGEST_TAIL // 4:
        return end
    first, last = flow.block_at(end), flow.block_at(element.end - 1)
    if any(flow.blocks[b].kind is BlockKind.HEADING for b in range(first, last + 1) if flow.blocks[b].start >= end):
        return end
    return element.end


def _says_something(text: str) -> bool:
    plain = _EMPTY_START.sub("", text, count=1).strip()
    return bool(plain) and bare(plain) is None and any(c.isalnum() for c in plain)
