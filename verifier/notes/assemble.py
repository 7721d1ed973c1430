"""Put the document together: the body without its marks and notes, the notes without labels and links back.

In: the flow and what was found in it. Out: blocks, notes, marks. The rule: every range is taken out of the text exactly
once, and every offset is counted in the text that is left.
"""

from __future__ import annotations

import re
import sys
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TypeVar

from verifier.locators import find_locator
from verifier.model import Block, Hyperlink, Mark, Note
from verifier.notes.beside import stands_beside
from verifier.notes.dress import widen
from verifier.notes.flow import Anchor, Area, Flow, Found, Range, Stretch, spans_within
from verifier.notes.labels import CORE, WORD, bare, same
from verifier.notes.rules import PATTERN
from verifier.notes.trimmed import Trimmed

_NOT_BODY = Area.NAVIGATION | Area.COMMENTS | Area.HIDDEN
_LABEL = re.compile(
    rf"\s*(?:\^\s?)?(?:[\[({{〔［（【⟨]\s*)?(?:(?:note|nota|fn\.?|注|註)\s?)?(?P<core>{CORE}|[①-⑳❶-❿])(?:\s*[\])}}〕］）】⟩])?\s*[.:)–—]?\s*"
)
_CLOSING_LABEL = re.compile(r"\s*[\])]?[.:)]?\s*(?:[–—-]\s)?")
_LABEL_ROOM = 60  # characters in which a label ends
_BACK_TAGS = frozenset(("a", "span", "sup", "button", "small", "b"))
_LONGEST_BACK = 60
_ARROWS = " \t\n\u00a0\ufe0e\ufe0f↑↩↵⏎⤴⇧⬆↖↰^|"


@dataclass(frozen=True, slots=True)
class Assembled:
    """Body, notes and marks; `within` are the notes that are called inside other notes, `own` the places of the flow's own marks."""

    blocks: tuple[Block, ...]
    notes: tuple[Note, ...]
    marks: tuple[Mark, ...]
    within: frozenset[int]
    own: tuple[tuple[int, int, int], ...] = ()


_Span = TypeVar("_Span", Range, tuple[int, int, str])
_Marks = list[tuple[Anchor, int]]  # marks in order, each with the number of its note


def assemble(flow: Flow, found: Sequence[Found], dropped: Iterable[Range] = ()) -> Assembled:
    """The parts of the document; a mark's note is its place in `found`."""
    anchors = _marks(found)
    own = [(Anchor(place, place, ""), number) for place, number in flow.own]
    widen(flow.text, sorted((mark for mark, _ in [*anchors, *own]), key=lambda mark: (mark.start, mark.end)))
    notes = _notes(flow, found, anchors, own)
    if not all(note.text for note in notes):  # a label with nothing but marks behind it is no note
        return assemble(flow, [f for f, note in zip(found, notes, strict=True) if note.text], dropped)
    pieces = [piece for note in found for piece in note.pieces]
    inside, outside, own = _divided(anchors, own, _holds(merge(pieces)))
    standing = [(anchor.start, anchor.end) for anchor, _ in [*outside, *own]]
    cuts = _with_points(merge([*pieces, *standing, *dropped, *flow.hidden]), standing)
    blocks, places = _body(flow, cuts, sorted(start for start, _ in standing))
    marks = tuple(Mark(anchor.label, note, *at, *_locator(anchor)) for anchor, note, at in _placed(places, outside))
    own_places = tuple((number, *at) for _, number, at in _placed(places, own))
    return Assembled(tuple(blocks), tuple(notes), marks, frozenset(note for _, note in inside), own_places)


def _locator(mark: Anchor) -> tuple[str | None, str | None]:
    """The place in the work that a mark gives, and its CSL term."""
    place = find_locator(f", {mark.locator}", bare=True) if mark.locator else None
    return (place.value, place.label) if place else (None, None)


def _notes(flow: Flow, found: Sequence[Found], marks: _Marks, own: _Marks) -> list[Note]:
    """The notes, without the marks in their words."""
    for holder in found:
        holder.cuts += [*_called_inside(marks, holder), *_called_inside(own, holder)]
    return [_note(flow, note) for note in found]


def _divided(marks: _Marks, own: _Marks, holds: Callable[[Anchor], bool]) -> tuple[_Marks, _Marks, _Marks]:
    """The marks inside notes, those of the body, and the flow's own ones of the body."""
    inside = [pair for pair in marks if holds(pair[0])]
    outside = [pair for pair in marks if not holds(pair[0])]
    return inside, outside, [pair for pair in own if not holds(pair[0])]


def _placed(places: list[_Place], marks: _Marks) -> Iterator[tuple[Anchor, int, tuple[int, int]]]:
    """Each mark with its number, and its block and offset."""
    for mark, number in marks:
        if (at := _place(places, mark.start)) is not None:
            yield mark, number, at


def _marks(found: Sequence[Found]) -> _Marks:
    """All marks in order, with the numbers of their notes."""
    return sorted(
        ((mark, i) for i, note in enumerate(found) for mark in note.marks),
        key=lambda pair: (pair[0].start, pair[0].end),
    )


def _holds(ranges: list[Range]) -> Callable[[Anchor], bool]:
    """Whether a mark lies in one of the (merged) ranges; one without width may stand right before it."""

    def holds(mark: Anchor) -> bool:
        at = bisect_right(ranges, (mark.start, sys.maxsize)) - 1
        return at >= 0 and ranges[at][0] < max(mark.end, mark.start) and mark.start < ranges[at][1]

    return holds


def _called_inside(marks: _Marks, note: Found) -> list[Range]:
    """The marks inside a note's own words."""
    found: list[Range] = []
    for start, end in note.pieces:
        first = bisect_left(marks, start, key=lambda pair: pair[0].start)
        last = bisect_left(marks, end, lo=first, key=lambda pair: pair[0].start)
        found += [(mark.start, mark.end) for mark, _ in marks[first:last] if mark.end > mark.start]
    return found


def merge(ranges: Iterable[Range]) -> list[Range]:
    """Ranges in order, overlapping ones as one.

    >>> merge([(5, 9), (0, 2), (8, 12)])
    [(0, 2), (5, 12)]
    """
    merged: list[Range] = []
    for start, end in sorted(ranges):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        elif end > start:
            merged.append((start, end))
    return merged


def _with_points(cuts: list[Range], marks: Iterable[Range]) -> list[Range]:
    """The cuts, and the marks without width that stand in none of them: words part there too."""
    starts = [start for start, _ in cuts]

    def is_free(place: int) -> bool:
        at = bisect_right(starts, place) - 1
        return at < 0 or cuts[at][1] < place

    return sorted([*cuts, *((place, end) for place, end in marks if place == end and is_free(place))])


# --- the body ------------------------------------------------------------------------------------


_Place = tuple[int, int, int, Trimmed]


def _body(flow: Flow, cuts: list[Range], marks: list[int]) -> tuple[list[Block], list[_Place]]:
    blocks: list[Block] = []
    places: list[_Place] = []
    for stretch in flow.blocks:
        has_mark = bisect_left(marks, stretch.start) != bisect_left(marks, stretch.end)
        if stretch.area & _NOT_BODY and not has_mark:
            continue
        inside = _within(cuts, stretch.start, stretch.end)
        trimmed = Trimmed(flow.text, stretch.start, stretch.end, inside)
        if not trimmed.text and not has_mark:
            continue
        if not trimmed.text:  # a mark alone in its block belongs to the words before it
            if places:
                places.append((stretch.start, stretch.end, len(blocks) - 1, places[-1][3]))
                continue
            continue
        places.append((stretch.start, stretch.end, len(blocks), trimmed))
        blocks.append(_block(flow, stretch, trimmed))
    return blocks, places


def _block(flow: Flow, stretch: Stretch, trimmed: Trimmed) -> Block:
    def spans(places: Sequence[_Span]) -> Iterator[tuple[int, int, _Span]]:
        for place in spans_within(places, stretch.start, stretch.end):
            start, end = trimmed.offset(place[0]), trimmed.offset(place[1])
            if start < end:
                yield start, end, place

    links = tuple(
        Hyperlink(start, end, link[2])
        for start, end, link in spans(flow.links)
        if leads_out(link[2]) and not stands_beside(flow, link[0])
    )
    return Block(trimmed.text, stretch.kind, links, tuple((start, end) for start, end, _ in spans(flow.emphasis)))


def _within(cuts: list[Range], start: int, end: int) -> list[Range]:
    first = bisect_right(cuts, (start, -1)) - 1
    first = max(0, first)
    found = []
    for i in range(first, len(cuts)):
        if cuts[i][0] >= end:
            break
        if cuts[i][1] > start:
            found.append((max(start, cuts[i][0]), min(end, cuts[i][1])))
    return found


def _place(places: list[_Place], position: int) -> tuple[int, int] | None:
    at = bisect_right(places, position, key=lambda place: place[0]) - 1
    if at < 0:
        return (0, 0) if places else None
    _, _, block, trimmed = places[at]
    return block, trimmed.offset(position)


# --- notes -----------------------------------------------------------------------------------------


def _note(flow: Flow, found: Found) -> Note:
    if found.text is not None:
        inner = found.text
        return _build(inner, [(0, len(inner.text))], [], found)
    return _build(flow, found.pieces, [*found.cuts, *_links_back(flow, *found.pieces[0])], found)


def _links_back(flow: Flow, start: int, end: int) -> list[Range]:
    """What names itself a link back, whether it leads anywhere or not."""
    first = bisect_left(flow.elements, start, key=lambda element: element.start)
    found = []
    for at in range(first, len(flow.elements)):
        element = flow.elements[at]
        if element.start >= end:
            break
        if (
            element.words
            and element.end - element.start < _LONGEST_BACK
            and element.name in _BACK_TAGS
            and PATTERN["backlink"].search(element.words)
        ):
            found.append((element.start, element.end))
    return found


def _build(flow: Flow, pieces: Sequence[Range], cuts: Sequence[Range], found: Found) -> Note:
    start, end = pieces[0][0], pieces[-1][1]
    label_end = label_end_of(flow, start, pieces[0][1], found.label, cuts)
    gaps = [(a[1], b[0]) for a, b in pairwise(pieces)]
    trimmed = Trimmed(flow.text, label_end, end, [c for c in merge([*cuts, *gaps]) if c[1] > label_end])
    text = trimmed.text.strip(_ARROWS)
    if whole := _WHOLE.fullmatch(text):
        text = whole["words"].strip()
    shift = trimmed.text.find(text) if text else 0

    def span(place: Range) -> Range:
        first, last = (trimmed.offset(edge) - shift for edge in place)
        return max(0, first), min(len(text), max(0, last))

    links = tuple(
        Hyperlink(*where, href)
        for first, last, href in spans_within(flow.links, label_end, end)
        if leads_out(href) and (where := span((first, last)))[1] > where[0]
    )
    emphasis = tuple(
        where for place in spans_within(flow.emphasis, label_end, end) if (where := span(place))[1] > where[0]
    )
    return Note(found.label, found.kind, text, links, emphasis)


# A note that stands whole in brackets with a word for it: `[Footnote 1: Kern, Gates, 12.]`.
_WHOLE = re.compile(rf"\[(?:{WORD})\s?{CORE}\s?:(?P<words>.*)\]", re.IGNORECASE | re.DOTALL)


def says_something(flow: Flow, found: Found) -> bool:
    """Whether a note has any words besides its label."""
    return any(c.isalnum() for c in _note(flow, found).text)


def leads_out(href: str) -> bool:
    """Whether the target of a link is an address of its own, rather than a place on the same page or site."""
    return bool(re.match(r"(?:https?:|ftp:|//|doi:)", href, re.IGNORECASE))


def label_end_of(flow: Flow, start: int, end: int, label: str, cuts: Sequence[Range] = ()) -> int:
    """Where a note's own words begin, behind its label."""
    at = _behind_cuts(flow.text, start, cuts)
    if at > start and (closing := _CLOSING_LABEL.match(flow.text[at : min(end, at + _LABEL_ROOM)])):
        at += closing.end()
    rest = flow.text[at : min(end, at + _LABEL_ROOM)]
    fit = _LABEL.match(rest)
    # A letter is a label twice only with a sign behind it: “[a] A book” begins with the article.
    if fit is None or (at > start and fit["core"].isalpha() and fit[0].strip() == fit["core"]):
        return at
    is_label = same(fit["core"], bare(label) or label) and not _word_goes_on(rest, fit)
    return at + fit.end() if is_label else at


def _behind_cuts(text: str, start: int, cuts: Sequence[Range]) -> int:
    """Where a note goes on behind what is cut at its beginning."""
    at = start
    for cut in sorted(cuts):
        if cut[0] <= at + 3 and not text[at : cut[0]].strip(" [(^↑"):
            at = max(at, cut[1])
    return at


def _word_goes_on(rest: str, fit: re.Match[str]) -> bool:
    """A letter or digit directly behind the label: it is part of a word or number."""
    after = rest[fit.end("core") : fit.end("core") + 1]
    return after.isalnum() and fit["core"].isalnum() and fit["core"][-1].isdigit() == after.isdigit()
