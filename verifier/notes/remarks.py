"""Reviewers' comments, which word processors export along with a text: `[a]` of Google Docs, `[AB1]` of Word.

In: the flow of an HTML page. Out: the ranges of the comments and of what calls them. The rule: the names of both ends of the links
tell them; a comment is neither a note nor a part of the article.
"""

from __future__ import annotations

from collections.abc import Iterator

from verifier.notes.flow import Element, Flow, Range
from verifier.notes.rules import PATTERN

_CLIMB = 6
_WHOLE = frozenset(("html", "body", "main", "article", "table", "tbody", "ul", "ol"))


def find_remarks(flow: Flow) -> list[Range]:
    """The ranges of all reviewers' comments and their marks, in order."""
    named = [at for at, element in enumerate(flow.elements) if element.name == "a" and _says(element)]
    comments = [at for at in named if PATTERN["remark_back"].search(flow.elements[at].attributes.get("href") or "")]
    starts = [flow.elements[at].start for at in comments[1:]]
    ends = [*starts, len(flow.text)] if comments else []
    marks = ((flow.elements[at].start, flow.elements[at].end) for at in set(named).difference(comments))
    bodies = (_whole(flow, at, following) for at, following in zip(comments, ends, strict=True))
    return sorted(place for place in (*marks, *bodies) if place[1] > place[0])


def _says(element: Element) -> bool:
    """Whether a link calls a reviewer's comment, or stands in front of one."""
    href = element.attributes.get("href") or ""
    return bool(PATTERN["remark"].search(href) or PATTERN["remark_back"].search(href))


def _whole(flow: Flow, at: int, following: int) -> Range:
    """The comment that begins with a link: the largest element that begins there and ends before the next comment."""
    start, end = flow.elements[at].start, flow.elements[at].end
    for holder in _holders(flow, at):
        if flow.text[holder.start : start].strip() or holder.end > following:
            break
        start, end = min(start, holder.start), max(end, holder.end)
    return start, end


def _holders(flow: Flow, at: int) -> Iterator[Element]:
    for _ in range(_CLIMB):
        at = flow.elements[at].parent
        if at < 0 or flow.elements[at].name in _WHOLE:
            return
        yield flow.elements[at]
