"""Notes that are typed where they are called: `[ref]…[/ref]`, `((…))`, `{{footnote|…}}`, as blogs and wikis keep them in their source.

In: the flow and what is taken. Out: notes with their marks. The rule: words stand before the note on its line, it is closed, and it
says something; a box of its own (`[note]Take care.[/note]` in a paragraph) is none.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from verifier.model import NoteKind
from verifier.notes.assemble import merge
from verifier.notes.flow import Anchor, Area, Flow, Found, Range

# What the plug-ins of WordPress, DokuWiki, MediaWiki, Hugo, Jekyll and their kin call a note.
_NAME = r"(?:foot|side|end|margin)[-_]?notes?|ref(?:erence)?|refn|fn|fnote|ft|mfn|efn|efn_note|sn|note"
_OPENING = re.compile(
    rf"\[(?P<square>{_NAME})(?:\s[^\[\]\n]{{0,200}})?\]"
    rf"|\{{\{{\s?[<%]\s?(?P<hugo>{_NAME})(?:\s[^{{}}\n]{{0,200}})?\s?[>%]\s?\}}\}}"
    rf"|\{{%\s?(?P<liquid>{_NAME})(?:\s[^{{}}\n]{{0,200}})?\s?%\}}"
    rf"|\{{\{{\s?(?P<template>{_NAME})\s?(?:[|:]|\}}\}})"
    r"|(?P<round>\(\()(?=[^()\s])",
    re.IGNORECASE,
)
_CLOSING = {
    "square": r"\[/{name}\]",
    "hugo": r"\{{\{{\s?[<%]\s?/\s?{name}\s?[>%]\s?\}}\}}",
    "liquid": r"\{{%\s?end{name}\s?%\}}",
    "template": r"\}}\}}",
    "template pair": r"\{{\{{\s?/\s?{name}\s?\}}\}}",
    "round": r"\)\)(?!\))",
}
_LONGEST = 6000
_LOOK_BACK = 200
_WORD = re.compile(r"[^\W\d_]{2}")
_PROSE = re.compile(
    r"(?<![^\W\d_])[^\W\d_]{3,}+\W++(?:\w++\W++)?[^\W\d_]{3}|https?://|(?<![\u3040-\u9fff])[\u3040-\u9fff]{4}"
)


@dataclass(slots=True)
class _Closings:
    """The ends of notes of one form; asked in order, each is looked for once."""

    pattern: re.Pattern[str]
    found: re.Match[str] | None = None
    searched: bool = False

    def after(self, text: str, place: int) -> re.Match[str] | None:
        """The first end behind a place."""
        if not self.searched or (self.found is not None and self.found.start() < place):
            self.found, self.searched = self.pattern.search(text, place), True
        return self.found


def find_shortcodes(flow: Flow, taken: Sequence[Range]) -> list[Found]:
    """All notes typed in their sentences, numbered as they come."""
    busy = merge(taken)
    found = [note for note in _notes(flow) if not _overlaps(busy, note.start)]
    for number, note in enumerate(found, 1):
        note.label = note.marks[0].label = str(number)
    return found


def _notes(flow: Flow) -> Iterator[Found]:
    closings: dict[str, _Closings] = {}
    at = barren = 0  # up to here no words stand
    for opening in _OPENING.finditer(flow.text):
        closing = _closing(flow.text, opening, closings) if opening.start() >= at else None
        if closing is None or not barren < closing.start() <= opening.end() + _LONGEST:
            continue
        if not _stands_in_sentence(flow, opening.start()):
            continue
        if _PROSE.search(flow.text, opening.end(), closing.start()) is None or _is_no_note(flow, opening, closing):
            barren = closing.start()
            continue
        at = closing.end()
        cuts = [opening.span(), closing.span()]
        mark = Anchor(opening.start(), opening.start(), "")
        yield Found("", NoteKind.FOOTNOTE, [(opening.start(), at)], cuts, [mark], rule="shortcode")


def _is_no_note(flow: Flow, opening: re.Match[str], closing: re.Match[str]) -> bool:
    return _is_call(flow, opening, closing) or _is_crossed(flow, opening, closing)


def _is_call(flow: Flow, opening: re.Match[str], closing: re.Match[str]) -> bool:
    """Whether round brackets hold what a program is given, `connect((host,port))`: directly behind a name, words without a blank."""
    held = flow.text[opening.end() : closing.start()]
    behind_name = flow.text[opening.start() - 1 : opening.start()].isalnum()
    return opening.lastgroup == "round" and behind_name and _BLANK_OR_ADDRESS.search(held) is None


def _is_crossed(flow: Flow, opening: re.Match[str], closing: re.Match[str]) -> bool:
    """Whether brackets close one that was opened in front of the note, as in `((2015 2016) /s report) … (see (a))`."""
    depth = 0
    for side in re.finditer(r"[()]", flow.text[opening.end() : closing.start()]):
        depth += 1 if side[0] == "(" else -1
        if depth < 0:
            return opening.lastgroup == "round"
    return False


_BLANK_OR_ADDRESS = re.compile(r"\s|://|[\u3040-\u9fff]")


def _closing(text: str, opening: re.Match[str], closings: dict[str, _Closings]) -> re.Match[str] | None:
    """The end that belongs to an opening: of its form, and of its name."""
    form = opening.lastgroup or ""
    name = opening[form].lower()
    if form == "template" and opening[0].endswith("}}"):
        form = "template pair"
    key = f"{form} {name}"
    if key not in closings:
        closings[key] = _Closings(re.compile(_CLOSING[form].format(name=re.escape(name)), re.IGNORECASE))
    return closings[key].after(text, opening.end())


def _stands_in_sentence(flow: Flow, place: int) -> bool:
    """Whether words stand before it on its line, in running text."""
    if flow.area_at(place) & (Area.CODE | Area.NAVIGATION | Area.COMMENTS):
        return False
    return _WORD.search(flow.text, max(flow.line_start(place), place - _LOOK_BACK), place) is not None


def _overlaps(ranges: Sequence[Range], place: int) -> bool:
    at = bisect_right(ranges, (place, len(ranges) and ranges[-1][1])) - 1
    return at >= 0 and ranges[at][1] > place
