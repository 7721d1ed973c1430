"""Where words stand in the runs of a Word file.

In: the elements of a story (a body, one note). Out: stretches of its paragraphs, and the runs of a stretch, divided at its ends. The rule
of this file: a paragraph's text is what the article says before our own changes: what we strike out still counts, what we put in does
not; so a stretch that was found stays where it is.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Sequence
from copy import deepcopy
from dataclasses import dataclass

from verifier.files.xml import Element

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_BOX = f"{W}txbxContent"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_WORDS = frozenset({f"{W}t", f"{W}delText"})
_SIGNS = {f"{W}tab": " ", f"{W}ptab": " ", f"{W}br": " ", f"{W}cr": " ", f"{W}noBreakHyphen": "-"}
_STRUCK, _ADDED = (f"{W}del", f"{W}moveFrom"), f"{W}ins"
_MARK = r"\s*\S{0,12}?\s*"
BEGINNING = 40  # characters of a sentence by which it is found where the rest is broken by fields


@dataclass(frozen=True, slots=True)
class Stretch:
    """The words of a paragraph from `start` to `end` of its text."""

    story: Story
    paragraph: Element
    start: int
    end: int


class Story:
    """One story of a Word file. `links` gives the address of a relationship; `ours` are the ids of our own changes."""

    def __init__(self, root: Element, links: Callable[[str], str], ours: Collection[str]) -> None:
        self.links, self._ours = links, ours
        self._paragraphs = [p for p in root.iter(f"{W}p") if not any(a.tag == _FALLBACK for a in p.iterancestors())]
        self._texts = [self.text_of(paragraph) for paragraph in self._paragraphs]
        self._in_field = _find_open_fields(self._paragraphs)

    def find(self, parts: Sequence[str], turn: int = 0) -> Stretch | None:
        """These words, or the beginning of them; of several places, that of this turn, or the last one."""
        for wanted in (parts, ["".join(parts)[:BEGINNING]]):
            if found := self._all(wanted):
                return found[min(turn, len(found) - 1)]
        return None

    def only(self, words: str) -> Stretch | None:
        """These words where they stand in one place alone."""
        found = self._all([words])
        return found[0] if len(found) == 1 else None

    def within(self, stretch: Stretch, words: str) -> Stretch | None:
        """These words in the paragraph of a stretch: inside it, else in the paragraph, where they stand there once."""
        found = [Stretch(self, stretch.paragraph, *at) for at in find_all(self.text_of(stretch.paragraph), [words])]
        inside = [each for each in found if stretch.start <= each.start and each.end <= stretch.end]
        return next((some[0] for some in (inside, found) if len(some) == 1), None)

    def whole(self) -> Stretch | None:
        """The first paragraph that has any text."""
        texts = zip(self._paragraphs, self._texts, strict=True)
        return next((Stretch(self, p, 0, len(text)) for p, text in texts if text.strip()), None)

    def is_in_field(self, paragraph: Element) -> bool:
        """Whether a field that began in an earlier paragraph goes on in this one."""
        return paragraph in self._in_field

    def text_of(self, paragraph: Element) -> str:
        """The text of a paragraph."""
        return "".join(text for _, text in self.pieces(paragraph))

    def pieces(self, paragraph: Element) -> Iterator[tuple[Element, str]]:
        """The elements of a paragraph that hold its text, each with what it holds."""
        for run in list(paragraph.iter(f"{W}r")):
            if not self._is_read(run, paragraph):
                continue
            for element in run:
                if element.tag in _WORDS:
                    yield element, element.text or ""
                elif element.tag in _SIGNS:
                    yield element, _SIGNS[element.tag]

    def _is_read(self, run: Element, paragraph: Element) -> bool:
        """Whether a run is of this paragraph's own text: not in a box that stands in it, not struck out by others, not put in by us."""
        for parent in run.iterancestors():
            if parent is paragraph:
                return True
            ours = parent.get(f"{W}id") in self._ours
            if parent.tag == f"{W}p" or (parent.tag in _STRUCK and not ours) or (parent.tag == _ADDED and ours):
                return False
        return False

    def _all(self, parts: Sequence[str]) -> list[Stretch]:
        texts = zip(self._paragraphs, self._texts, strict=True)
        return [Stretch(self, p, *at) for p, text in texts for at in find_all(text, parts)]


def _find_open_fields(paragraphs: list[Element]) -> set[Element]:
    """The paragraphs that stand in a field which began in an earlier one."""
    found, depth = set(), 0
    for paragraph in paragraphs:
        if depth > 0:
            found.add(paragraph)
        kinds = [sign.get(f"{W}fldCharType") for sign in paragraph.iter(f"{W}fldChar")]
        depth += kinds.count("begin") - kinds.count("end")
    return found


def runs_of(stretch: Stretch) -> list[Element]:
    """The runs that hold just this stretch, divided at its ends."""
    held, at = [], 0
    for element, words in list(stretch.story.pieces(stretch.paragraph)):
        low, high = max(stretch.start, at) - at, min(stretch.end, at + len(words)) - at
        if low < high:
            held.append(_cut_out(element, low, high))
        at += len(words)
    return list(dict.fromkeys(held))


def place_of(runs: list[Element], ours: Collection[str]) -> tuple[Element, Element]:
    """The elements before and behind which a comment on these runs begins and ends. No comment stands in a box: it stands at the box."""
    box = next((a for a in reversed(list(runs[0].iterancestors())) if a.tag == _BOX), None)
    if box is not None:
        runs = [next(a for a in box.iterancestors() if a.tag == f"{W}r")]
    last = outside(runs[-1], ours)
    added = last.getnext()
    # What was put in for the last words belongs to them.
    return outside(runs[0], ours), added if added is not None and added.get(f"{W}id") in ours else last


def outside(run: Element, ours: Collection[str] = ()) -> Element:
    """What stands in a paragraph in place of a run: the link that holds it, or the run."""
    held = run
    for parent in run.iterancestors():
        if parent.tag in (f"{W}hyperlink", f"{W}fldSimple") or parent.get(f"{W}id") in ours:
            held = parent
        elif parent.tag == f"{W}p":
            break
    return held


def fold(words: str) -> str:
    """Words with one blank between."""
    return " ".join(words.split())


def find_all(text: str, parts: Sequence[str]) -> list[tuple[int, int]]:
    r"""Where words stand in a text whose blanks may be others, and which may have the typed mark of a note between two parts of them.

    >>> find_all("It  grew\nfast. It grew.", ["It grew"])
    [(0, 8), (15, 22)]
    >>> find_all("It grew[4] and fell.", ["It grew", " and fell."])
    [(0, 20)]
    """
    wanted = [r"\s+".join(map(re.escape, part.split())) for part in parts if part.strip()]
    return [found.span() for found in re.finditer(_MARK.join(wanted), text)] if wanted else []


def _cut_out(element: Element, low: int, high: int) -> Element:
    """A run that holds just this part of an element of a text; what stands before and behind gets runs of its own, in the same form."""
    words = element.text or ""
    if element.tag in _WORDS and high < len(words):
        _part_behind(element, high)
    if element.tag in _WORDS and low > 0:
        element = _part_behind(element, low)
    if element.getnext() is not None:
        _move_on(element.getnext())
    return _move_on(element) if _stands_behind(element) else element.getparent()


def _part_behind(text: Element, at: int) -> Element:
    """A text element behind another, with its words from here on."""
    made, words = deepcopy(text), text.text
    write_words(text, words[:at])
    write_words(made, words[at:])
    text.addnext(made)
    return made


def _move_on(element: Element) -> Element:
    """A run of the same form behind that of an element, with the element and all that stands behind it."""
    run = element.getparent()
    made = run.makeelement(run.tag, dict(run.attrib))
    if (form := run.find(f"{W}rPr")) is not None:
        made.append(deepcopy(form))
    for each in [element, *element.itersiblings()]:
        made.append(each)
    run.addnext(made)
    return made


def _stands_behind(element: Element) -> bool:
    """Whether something else of its run stands in front of an element."""
    return any(before.tag != f"{W}rPr" for before in element.itersiblings(preceding=True))


def write_words(text: Element, words: str) -> None:
    """Give a text element its words, blanks and all."""
    text.text = words
    text.set(_XML_SPACE, "preserve")
