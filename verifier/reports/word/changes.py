"""Tracked changes in a Word file: words struck out and words put in, which a person accepts or rejects.

In: a stretch and the words that it becomes. Out: the change in the file (ISO/IEC 29500-1, 17.13.5), or why none can be written. The rule
of this file: who rejects has the same text, links and forms as before, who accepts has nothing left of the old; where that is not sure,
nothing is written.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from copy import deepcopy
from dataclasses import dataclass, field
from itertools import takewhile

from docx.oxml import OxmlElement

from verifier.escape import hides
from verifier.files.xml import Element
from verifier.reports.word.links import IN_FIELD, IN_LINK, LINKS, Link, find_link
from verifier.reports.word.story import Stretch, W, fold, runs_of, write_words

IN_CHANGE = "it stands in a tracked change that nobody has accepted yet"
IN_SIGNS = "the new words hold characters that nobody sees"
IN_PART = "it stands in a part of the file in which no change can be written"
_ADDRESS = re.compile(r'https?://[^\s"\\]+')  # what an instruction of a field holds without any escape
_SOMEBODYS = frozenset({f"{W}ins", f"{W}del", f"{W}moveTo", f"{W}moveFrom"})
_STRUCK_NAMES = {f"{W}t": f"{W}delText", f"{W}instrText": f"{W}delInstrText"}


@dataclass(slots=True)
class Changes:
    """Writes changes under one name and date, numbered from `last` on; `ids` are those that were given."""

    author: str
    date: str
    last: int
    ids: set[str] = field(default_factory=set)

    def write(self, stretch: Stretch, new: str) -> str:
        """Make a stretch these words; where that cannot be done surely, leave it, and say why."""
        old = stretch.story.text_of(stretch.paragraph)[stretch.start : stretch.end]
        held = _held(stretch)
        if why := IN_SIGNS if hides(new) else _hindered(stretch, held):
            return why
        kept, struck, added = trim(old, new)
        link = find_link(stretch, held)
        if isinstance(link, str):
            return link
        if link is None:
            start = stretch.start + kept
            self._write_plain(Stretch(stretch.story, stretch.paragraph, start, start + struck), added)
        elif fold(link.words) != fold(old) or (struck and not _ADDRESS.fullmatch(new)):
            return IN_LINK
        elif struck:
            self._write_link(link, held[0], added)
        else:
            link.elements[-1].addnext(self._added([_run(link.beside(), added)]))
        return ""

    def _write_plain(self, target: Stretch, added: str) -> None:
        """Strike out a stretch of plain text, and put words behind it."""
        if target.start == target.end:
            last = runs_of(Stretch(target.story, target.paragraph, target.start - 1, target.start))[-1]
            last.addnext(self._added([_run(last, added)]))
            return
        runs = runs_of(target)
        last = self._strike(runs)
        if added:
            last.addnext(self._added([_run(runs[0], added)]))

    def _write_link(self, link: Link, form: Element, address: str) -> None:
        """Strike out a link as a field, which a change can hold whole, and put in another behind it."""
        last = self._strike(link.as_field())
        words = [_run(form, address)]
        last.addnext(self._added(Link.make_field(form, f' HYPERLINK "{address}" ', words)))

    def _strike(self, elements: Sequence[Element]) -> Element:
        """Runs struck out, those side by side as one change; what stands between them stays. The last change."""
        made = None
        for element in elements:
            if element.tag != f"{W}r":
                continue
            if made is None or made.getnext() is not element:
                made = self._change("del", element)
                element.addprevious(made)
            made.append(element)
            for each in element:
                each.tag = _STRUCK_NAMES.get(each.tag, each.tag)
        return made

    def _added(self, runs: Sequence[Element]) -> Element:
        made = self._change("ins", runs[0])
        made.extend(runs)
        return made

    def _change(self, kind: str, like: Element) -> Element:
        self.last += 1
        self.ids.add(str(self.last))
        given = {f"{W}id": str(self.last), f"{W}author": self.author, f"{W}date": self.date}
        return like.makeelement(f"{W}{kind}", given)


def trim(old: str, new: str) -> tuple[int, int, str]:
    """What of old words becomes something else: how many characters stay in front, how many go, what comes; whole words.

    >>> trim("cost 1,700 jobs", "cost 1,200 jobs"), trim("https://a.example/b", "https://a.example/b (archived)")
    ((5, 5, '1,200'), (19, 0, ' (archived)'))
    >>> trim("https://a.example/b", "https://b.example/b"), trim("may rise", "it may rise")
    ((0, 19, 'https://b.example/b'), (0, 8, 'it may rise'))
    """
    front = _same(old, new)
    while front and not (_ends(old, front) and _ends(new, front)):
        front -= 1
    back = _same(old[front:][::-1], new[front:][::-1])
    while back and not (_ends(old, len(old) - back) and _ends(new, len(new) - back)):
        back -= 1
    struck = len(old) - front - back
    return (front, struck, new[front : len(new) - back]) if front or struck else (0, len(old), new)


def _same(one: str, other: str) -> int:
    """How many characters two texts begin with alike."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))


def _ends(text: str, at: int) -> bool:
    """Whether a word ends or begins at this place."""
    return at in (0, len(text)) or text[at - 1].isspace() or text[at].isspace()


def _held(stretch: Stretch) -> list[Element]:
    """The runs in which a stretch stands, whole."""
    held, at = [], 0
    for element, words in stretch.story.pieces(stretch.paragraph):
        if at < stretch.end and at + len(words) > stretch.start:
            held.append(element.getparent())
        at += len(words)
    return list(dict.fromkeys(held))


def _hindered(stretch: Stretch, runs: Sequence[Element]) -> str:
    """Why nothing can be written where these runs stand."""
    for run in runs:
        for parent in run.iterancestors():
            if parent is stretch.paragraph:
                break
            if parent.tag in _SOMEBODYS:
                return IN_CHANGE
            if parent.tag not in LINKS:
                return IN_PART
    return IN_FIELD if stretch.story.is_in_field(stretch.paragraph) else ""


def _run(like: Element | None, words: str) -> Element:
    """A run with these words, in the form of another."""
    made, text = OxmlElement("w:r"), OxmlElement("w:t")
    form = like.find(f"{W}rPr") if like is not None else None
    if form is not None:
        made.append(deepcopy(form))
        for change in made[0].findall(f"{W}rPrChange"):
            made[0].remove(change)
    write_words(text, words)
    made.append(text)
    return made
