"""What goes with a mark besides its label: brackets around it, a stroke behind it, a comma between two, the blank before it.

In: the text and its marks in order. Out: nothing; the marks are widened. The rule: once the marks are gone, nothing of them is
left in the sentence, and nothing of the sentence is gone with them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from verifier.notes.flow import CLOSING, Anchor

_BETWEEN = re.compile(r"[\s,;^–-]{0,3}")
_PAIRS = frozenset(("()", "[]", "{}", "（）", "［］", "〔〕", "【】", "⟨⟩"))
_BLANKS = " \u00a0\u202f"
_LOOK_BACK = 300  # characters in which a bracket that is still open may begin


def widen(text: str, marks: Sequence[Anchor]) -> None:
    """Widen marks, in order, over what goes with them; one without width and label is the document's own.

    >>> mark = Anchor(11, 12, "1")
    >>> widen("It rained (1), and", [mark])
    >>> (mark.start, mark.end)
    (9, 13)
    """
    own = {id(mark) for mark in marks if mark.start == mark.end and not mark.label}
    _join(text, marks)
    first = 0
    for i, mark in enumerate(marks):
        if i + 1 == len(marks) or marks[i + 1].start != mark.end:
            _take_brackets(text, marks[first], mark)
            first = i + 1
    for mark in marks:
        _take_blank(text, mark, is_own=id(mark) in own)


def _join(text: str, marks: Sequence[Anchor]) -> None:
    """Marks in one bracket, or with a comma between them, go together: [1, 2] and ¹,²."""
    for before, after in pairwise(marks):
        between = text[before.end : after.start]
        if before.end <= after.start and between and "\n" not in between and _BETWEEN.fullmatch(between):
            before.end = after.start


def _take_brackets(text: str, first: Anchor, last: Anchor) -> None:
    """The brackets around marks that go together are theirs, and so is the stroke or bracket of `1/` and `1)`."""
    left, right = first.start, last.end
    while text[left - 1 : left] in _BLANKS and left:
        left -= 1
    while text[right : right + 1] in _BLANKS and right < len(text):
        right += 1
    if text[max(0, left - 1) : left] + text[right : right + 1] in _PAIRS:
        first.start, last.end = left - 1, right + 1
    elif _is_closed_by(text, first.start, last.end):
        last.end += 1


def _is_closed_by(text: str, start: int, end: int) -> bool:
    """Whether the stroke or the bracket behind a mark is its own: no word goes on there, and no bracket was open."""
    sign, after = text[end : end + 1], text[end + 1 : end + 2]
    if sign == "/":
        return not after.isalnum()
    before = text[max(0, start - _LOOK_BACK) : start]
    return sign == ")" and before.count("(") <= before.count(")")


def _take_blank(text: str, mark: Anchor, *, is_own: bool) -> None:
    """The blank before a mark goes with it: “word [1].” is “word.”; the document's own takes it only before closing punctuation."""
    start = mark.start
    while text[start - 1 : start] == " " and start:
        start -= 1
    closed = text[mark.end : mark.end + 1] in CLOSING
    if is_own and mark.end == mark.start and not closed:
        mark.end = start
    mark.start = start
