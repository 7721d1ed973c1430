"""Marks and notes that are linked: a link in the sentence to the note, and most often one back.

In: the flow of an HTML page. Out: notes with their marks. The rule: a link is a mark when its text is a label and it
stands in running text; its target is a note when a link back proves it, or when the target begins with the same label,
or when name and place say so.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from urllib.parse import unquote

from verifier.languages import pattern
from verifier.model import NoteKind
from verifier.notes.extents import extents
from verifier.notes.flow import Anchor, Area, Element, Flow, Found, Range
from verifier.notes.headings import is_note_heading
from verifier.notes.labels import bare, readings, same
from verifier.notes.ranges import RANGE
from verifier.notes.rules import PATTERN

_LONGEST_LABEL = 24
_LONGEST_ADDRESS = 400
# How far from the mark the target of the link back may lie: an empty span before it, the sup around it.
_NEAR = 40
_MOST_BACKLINKS = 200
_NO_WORDS = re.compile(r"[\W\d_]*(?:[a-z](?![^\W\d_])[\W\d_]*)*")
_GROUPED = re.compile(r"[\[(][^\W\d_]{1,12} ?\d{1,3}[\])]")  # named groups: [note 3], [lower-alpha 2]
_FRAGMENT = re.compile(r"[^#]*#(.+)", re.DOTALL)
_WORDS = re.compile(r"[^\W\d_]{3}")
_LINKING = frozenset(("href", "aria-describedby", "aria-details", "aria-controls"))
_ARROWS = ("↑", "↩", "↵", "⏎", "⤴", "⇑")
# Headings link to themselves with these.
_PERMALINKS = frozenset(("§", "¶", "#"))


@dataclass(slots=True)
class _Link:
    """A link inside the document: its element, its range, the element it leads to."""

    source: int
    target: int
    start: int
    end: int
    by_href: bool


@dataclass(slots=True)
class _Target:
    """An element that marks lead to."""

    element: int
    start: int
    marks: list[_Link] = field(default_factory=list)
    back: list[_Link] = field(default_factory=list)


def find_linked(flow: Flow, left_aside: Sequence[Range] = ()) -> list[Found]:
    """All notes that links lead to, in document order; links in the ranges that are left aside count for nothing."""
    aside = {place for start, end in left_aside for place in range(start, end)}
    links = [link for link in _links(flow) if link.start not in aside]
    if not links:
        return []
    targets: dict[int, _Target] = {}
    for link in links:
        if _label_of(flow, link) and not _is_back(flow, link):
            start = _start_of(flow, flow.elements[link.target])
            marks = targets.setdefault(start, _Target(link.target, start)).marks
            if not marks or link.start >= marks[-1].end:  # a sup and the link in it may both lead there
                marks.append(link)
    _add_backlinks(flow, sorted(targets.values(), key=lambda target: target.start), links)
    accepted = [target for target in targets.values() if _prove(flow, target)]
    accepted = _without_buttons(flow, accepted)
    accepted.sort(key=lambda target: target.start)
    found = _notes(flow, accepted)
    found += _listed(flow, found)
    found.sort(key=lambda note: note.start)
    return found


# --- links -------------------------------------------------------------------------------------


def _links(flow: Flow) -> Iterator[_Link]:
    names = _names(flow)
    for i, element in enumerate(flow.elements):
        for key, value in element.attributes.items():
            name = _named_by(key, value)
            targets = names.get(name) or names.get(unquote(name)) if name else None
            if not targets or (key != "href" and not _in_sentence(flow, element)):
                continue
            target = targets[0] if len(targets) == 1 else _nearest(flow, i, targets)
            if target != i:
                yield _Link(i, target, element.start, element.end, key == "href")


def _names(flow: Flow) -> dict[str, list[int]]:
    """The elements of each name that a link can lead to."""
    names: dict[str, list[int]] = {}
    for i, element in enumerate(flow.elements):
        for name in {element.attributes.get("id"), element.attributes.get("name") if element.name == "a" else None}:
            if name:
                names.setdefault(name, []).append(i)
    return names


def _named_by(key: str, value: str | None) -> str:
    """The name that an attribute leads to; "" where it leads nowhere."""
    if not value or len(value) > _LONGEST_ADDRESS or not (key in _LINKING or key.startswith("data-")):
        return ""
    return (_name_in(value) if key == "href" else value.lstrip("#")) or ""


def _nearest(flow: Flow, source: int, targets: list[int]) -> int:
    """Of several elements of one name (two posts on a page): the next one for a mark, the last one for a link back."""
    link = _Link(source, source, flow.elements[source].start, flow.elements[source].end, by_href=True)
    at = bisect_left(targets, source)
    if _is_back(flow, link):
        return targets[max(0, at - 1)]
    return targets[min(at, len(targets) - 1)]


def _name_in(href: str) -> str | None:
    """The fragment that an address names; it leads here if something here has that name.

    >>> _name_in("#fn1"), _name_in("ch02.html#fn1"), _name_in("https://site.example/")
    ('fn1', 'fn1', None)
    """
    fit = _FRAGMENT.fullmatch(href.strip())
    return fit[1] if fit else None


def _label_of(flow: Flow, link: _Link) -> str | None:
    text = flow.text[link.start : link.end].strip()
    if not text or len(text) > _LONGEST_LABEL:
        return None
    label = bare(text)
    if label is not None:
        return None if label in _PERMALINKS else label
    if span := RANGE.fullmatch(text.strip("[]()")):
        return span[1]
    if not text.isalnum() and PATTERN["mark"].search(_words_around(flow, link.source)):
        label = bare(text.strip("[]() \u2060"))
    return text[1:-1].strip() if label is None and _GROUPED.fullmatch(text) else label


def _words_around(flow: Flow, at: int) -> str:
    """What an element and the two around it say of themselves."""
    words = []
    for _ in range(3):
        if at < 0:
            break
        element = flow.elements[at]
        words.append(element.words)
        if element.name in ("p", "li", "div", "td", "section", "body"):
            words.pop()
            break
        at = element.parent
    return " ".join(words)


def _in_sentence(flow: Flow, element: Element) -> bool:
    """Whether words stand before it on its line."""
    before = flow.text[max(flow.line_start(element.start), element.start - 200) : element.start]
    return not _NO_WORDS.fullmatch(before)


def _is_back(flow: Flow, link: _Link) -> bool:
    """Whether a link leads from a note back to its mark."""
    element = flow.elements[link.source]
    text = flow.text[link.start : link.end]
    if PATTERN["arrow"].match(text) or text.strip()[:1] in _ARROWS:
        return True
    if PATTERN["backlink"].search(_words_around(flow, link.source)):
        # Org mode gives role="doc-backlink" to its marks too.
        return not (_in_sentence(flow, element) and PATTERN["mark"].search(element.words) and link.source < link.target)
    return not _in_sentence(flow, element) and flow.elements[link.target].start <= link.start


# --- proof -------------------------------------------------------------------------------------


def _start_of(flow: Flow, element: Element) -> int:
    """Where the note of a target starts: the line's start, where nothing but a label stands before it."""
    line = flow.line_start(element.start)
    before = flow.text[line : element.start].strip()
    return (
        line
        if not before or bare(before.strip("[]()^↑. ")) is not None or not before.strip("[](^↑).")
        else element.start
    )


def _add_backlinks(flow: Flow, targets: list[_Target], links: list[_Link]) -> None:
    sources = [link.start for link in links]
    for i, target in enumerate(targets):
        element = flow.elements[target.element]
        following = targets[i + 1].start if i + 1 < len(targets) else len(flow.text)
        end = max(element.end, _block_end(flow, target.start))
        if end > following > target.start:
            end = following
        at = bisect_left(sources, target.start)
        while at < len(links) and links[at].start <= end and len(target.back) < _MOST_BACKLINKS:
            target.back.append(links[at])
            at += 1


def _block_end(flow: Flow, start: int) -> int:
    return flow.blocks[flow.block_at(start)].end if flow.blocks else len(flow.text)


def _prove(flow: Flow, target: _Target) -> bool:
    """Keep the marks that really lead to a note; False where there are none."""
    element = flow.elements[target.element]
    places = sorted((flow.elements[back.target].start, flow.elements[back.target].end) for back in target.back)
    kept = []
    for mark in target.marks:
        if target.start <= mark.start < max(element.end, target.start + 1):
            continue  # a note that is its own mark
        if _mutual(mark, places) or _named(flow, target, mark):
            kept.append(mark)
    target.marks = kept
    return bool(kept)


def _without_buttons(flow: Flow, targets: list[_Target]) -> list[_Target]:
    """One letter that leads to several places is a button (n for next, t for top), not a label."""
    places = Counter(
        label for target in targets for label in {(_label_of(flow, mark) or "").lower() for mark in target.marks}
    )

    def is_button(target: _Target) -> bool:
        label = (_label_of(flow, target.marks[0]) or "").lower()
        return (
            len(label) == 1
            and label.isalpha()
            and places[label] > 1
            and not flow.elements[target.element].area & Area.NOTES
        )

    return [target for target in targets if not is_button(target)]


def _mutual(mark: _Link, places: list[tuple[int, int]]) -> bool:
    at = bisect_left(places, (mark.start - _NEAR, 0))
    return any(start <= mark.end for start, _ in places[at : at + 3]) or any(
        start <= mark.start <= end and end - start < 5000 for start, end in places[max(0, at - 3) : at]
    )


def _named(flow: Flow, target: _Target, mark: _Link) -> bool:
    """Whether label, place and name say that this target is a note."""
    element = flow.elements[target.element]
    line = flow.text[target.start : target.start + 200].split("\n", 1)[0]
    if _is_no_note(element, line):
        return False
    in_zone = bool(element.area & (Area.NOTES | Area.ASIDE | Area.HIDDEN)) or flow.in_zone(target.start)
    if not mark.by_href:
        return in_zone
    named = bool(PATTERN["target_name"].match(_name_of(element)))
    said = bool(PATTERN["mark"].search(_words_around(flow, mark.source)))
    signs = named, in_zone, said, any(name == "sup" for name in _names_around(flow, mark.source))
    labelled = any(signs) and _begins_with(flow, target.start, line, _label_of(flow, mark) or "")
    return labelled or (sum(signs) > 1 and (in_zone or (named and said)))


def _is_no_note(element: Element, line: str) -> bool:
    """Menus, comments, headings (a table of contents leads there, or to “Footnotes” itself), and names of other things."""
    elsewhere = element.area & (Area.NAVIGATION | Area.COMMENTS) and not element.area & Area.NOTES
    of_other = PATTERN["plain_target"].match(_name_of(element))
    return bool(elsewhere or of_other or element.area & Area.HEADING or is_note_heading(line))


def _names_around(flow: Flow, at: int) -> list[str]:
    names = [flow.elements[at].name]
    parent = flow.elements[at].parent
    names.append(flow.elements[parent].name if parent >= 0 else "")
    following = at + 1
    if following < len(flow.elements) and flow.elements[following].parent == at:
        names.append(flow.elements[following].name)
    return names


def _name_of(element: Element) -> str:
    return (element.attributes.get("id") or element.attributes.get("name") or "").lower()


def _begins_with(flow: Flow, start: int, line: str, label: str) -> bool:
    ordinal = flow.ordinals.get(start)
    if ordinal and same(ordinal[0], label):
        return True
    first = re.match(r"[\s\[(^]*([^\s\])]{1,8}?)[\])]?[.:)]?(?:\s|$|(?=[^\w.]))", line)
    if first and same(first[1], label):
        return True
    return (
        bool(readings(label))
        and line.lstrip("[(^ ").startswith(label)
        and not line.lstrip("[(^ ")[len(label) : len(label) + 1].isalnum()
    )


# --- notes -------------------------------------------------------------------------------------


def _notes(flow: Flow, targets: list[_Target]) -> list[Found]:
    starts = [target.start for target in targets]
    marks = sorted(mark.start for target in targets for mark in target.marks)
    pieces, beginnings = extents(flow, starts, marks), frozenset(starts)
    found = []
    for target, piece in zip(targets, pieces, strict=True):
        calls = [mark for mark in target.marks if not _sends(flow, mark, pieces)] or target.marks
        printed = [_label_of(flow, mark) or "" for mark in calls]
        note = Found(printed[0], _kind(flow, target), [piece], rule="linked")
        note.marks = [Anchor(*_dressed(flow, mark), label) for mark, label in zip(calls, printed, strict=True)]
        note.cuts = [
            (back.start, back.end)
            for back in target.back
            if back.start < piece[1]
            and not (flow.elements[back.target].start in beginnings and _sends(flow, back, pieces))
            and _goes_back(flow, back, note, piece)
        ]
        found.append(note)
    return found


_SENT = re.compile(r"\W*[^\W\d_]+\.?\s?\d")
_SENDS = re.compile(rf"(?<![^\W_])(?:{pattern('numbered_source')})\s?[(（]?$", re.IGNORECASE)


def _sends(flow: Flow, mark: _Link, pieces: Sequence[tuple[int, int]]) -> bool:
    """Whether a link is words of a note that send to another one (`see note 1`), and no mark."""
    said = _SENT.match(flow.text, mark.start, mark.end) or _SENDS.search(
        flow.text[max(0, mark.start - 20) : mark.start]
    )
    return said is not None and any(a <= mark.start < b for a, b in pieces)


def _listed(flow: Flow, found: list[Found]) -> list[Found]:
    """Items of a list of notes that no link leads to: [3]–[5] links 3 and 5 only."""
    lists: dict[int, set[int]] = {}
    for note in found:
        item = _item_at(flow, note.start)
        if item >= 0 and flow.elements[item].start == note.start:
            lists.setdefault(flow.elements[item].parent, set()).add(item)
    added = []
    for holder, known in lists.items():
        for element in _further_items(flow, holder, known) if len(known) > 1 else ():
            label = flow.ordinals.get(element.start, ("", 0))[0] or _first_label(flow, element)
            if label and any(c.isalpha() for c in flow.text[element.start : element.end]):
                added.append(Found(label, NoteKind.REFERENCE, [(element.start, element.end)], rule="listed"))
    return added


def _further_items(flow: Flow, holder: int, known: set[int]) -> Iterator[Element]:
    """The items of a list behind its first known one that are not known."""
    for item in range(min(known), len(flow.elements)):
        element = flow.elements[item]
        if element.start >= flow.elements[holder].end:
            return
        if element.name == "li" and element.parent == holder and item not in known:
            yield element


def _item_at(flow: Flow, position: int) -> int:
    at = flow.element_at(position)
    for _ in range(8):
        if at < 0 or flow.elements[at].name == "li":
            break
        at = flow.elements[at].parent
    return at if at >= 0 and flow.elements[at].name == "li" else -1


def _first_label(flow: Flow, element: Element) -> str | None:
    first = flow.text[element.start : min(element.end, element.start + 12)].split()
    return bare(first[0]) if first else None


def _goes_back(flow: Flow, back: _Link, note: Found, piece: tuple[int, int]) -> bool:
    """Whether a link inside a note is one back to its marks."""
    target = flow.elements[back.target]
    if target.start >= piece[0] and target.start < piece[1]:
        return True
    words = _WORDS.search(flow.text[back.start : back.end])
    if words and bare(flow.text[back.start : back.end]) is None and not _says_back(flow, back):
        return False  # "Line 20. Cf. …": the note's own words lead back
    return _is_back(flow, back) or any(
        target.start - _NEAR <= mark.start <= max(target.end, target.start + _NEAR) for mark in note.marks
    )


def _says_back(flow: Flow, link: _Link) -> bool:
    """Whether a link names itself one back, by its class or its words."""
    text = flow.text[link.start : link.end]
    return bool(PATTERN["backlink"].search(_words_around(flow, link.source)) or PATTERN["back_words"].search(text))


def _dressed(flow: Flow, mark: _Link) -> tuple[int, int]:
    """The range of a mark with its brackets."""
    start, end = mark.start, mark.end
    text = flow.text
    parent = flow.elements[mark.source].parent
    if parent >= 0 and flow.elements[parent].name in ("sup", "span"):
        element = flow.elements[parent]
        if bare(text[element.start : element.end].strip()) is not None:
            return element.start, element.end
    if text[start - 1 : start] in ("[", "(") and text[end : end + 1] in ("]", ")"):
        return start - 1, end + 1
    return start, end


def _kind(flow: Flow, target: _Target) -> NoteKind:
    words = flow.elements[target.element].words + _name_of(flow.elements[target.element])
    if "sidenote" in words or flow.elements[target.element].name == "aside":
        return NoteKind.SIDENOTE
    if re.search(r"cite|bib|(?<![a-z])ref", words) and "foot" not in words:
        return NoteKind.REFERENCE
    return NoteKind.ENDNOTE if "endnote" in words or "edn" in words else NoteKind.FOOTNOTE
