"""The editing marks of a quotation: what the author of the article says they changed.

In: a quotation. Out: its runs of quoted tokens and the gaps between them. `[T]he` is a word whose brackets
declare a change; `[the minister]`, `…` and `[…]` are gaps; `[sic]` and `[emphasis added]` say nothing of the source.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import lru_cache

from verifier.languages import pattern
from verifier.matching.tokens import TOKEN, key_of, tokenize
from verifier.text import UNSPACED_RANGES, fold


class Gap(StrEnum):
    """What stands between two runs of quoted words."""

    ELLIPSIS = "ellipsis"  # words left out
    BRACKETS = "brackets"  # words put in, or in the place of others


@dataclass(frozen=True, slots=True)
class Word:
    """One quoted token; `marked` where brackets declare that it was changed (`[T]he`, `walk[ed]`, `concern[]`).

    `kept` are then the letters outside the brackets, before and behind: those the source must have.
    """

    key: str
    raw: str
    marked: bool = False
    kept: tuple[str, str] = ("", "")


@dataclass(frozen=True, slots=True)
class Parsed:
    """The runs of quoted words, and the gap after each but the last. `dropped` tells of [sic] and the like.

    `put_in` are the words in the brackets of each gap ("" for an ellipsis); `before` and `after` those in brackets at
    the very beginning and end; `notes` the tokens of each remark that was dropped, as the source may have it itself.
    """

    runs: tuple[tuple[Word, ...], ...]
    gaps: tuple[Gap, ...]
    dropped: bool = False
    put_in: tuple[str, ...] = ()
    before: str = ""
    after: str = ""
    notes: frozenset[tuple[str, ...]] = frozenset()

    @property
    def keys(self) -> list[str]:
        """The quoted words, as they are compared."""
        return [word.key for run in self.runs for word in run]

    @property
    def words(self) -> int:
        """How many words are quoted."""
        return sum(map(len, self.runs))

    @property
    def marked(self) -> bool:
        """Whether the author declares any change."""
        return bool(self.gaps) or self.dropped or any(w.marked for run in self.runs for w in run)


# Brackets of other scripts and keyboards, as the marks below have them.
_BRACKET_FORMS = str.maketrans("［］〔〕【】（）〈〉＜＞⟨⟩", "[][][]()<><><>")
_DOTS = r"(?:[.…⋯‥。・]\s?){2,12}|[…⋯‥]|[-–—⸺]{2,3}"
# Private-use characters stand for the marks while the text is folded and cut.
_GAP_ELLIPSIS, _GAP_BRACKETS, _OPEN, _CLOSE = "\ue000", "\ue001", "\ue002", "\ue003"
_LETTER = rf"[^\W\d_{UNSPACED_RANGES}]"
# A bracket that touches a word on one side changes that word; it holds a few letters, no space.
_IN_WORD = re.compile(
    rf"(?<!{_LETTER})\[({_LETTER}{{1,12}})\](?='?{_LETTER})|(?<={_LETTER})\[({_LETTER}{{0,12}})\]",
)
_BRACKETS = re.compile(r"\[([^\[\]]{0,200})\]")
_PIECE = re.compile(
    rf"[{_GAP_ELLIPSIS}{_GAP_BRACKETS}]"
    # A word that a mark touches, joined to what it touches.
    rf"|{_LETTER}{{0,40}}{_OPEN}{_LETTER}{{0,12}}{_CLOSE}(?:[{_OPEN}{_CLOSE}']|{_LETTER}){{0,60}}(?<!')"
    rf"|{TOKEN.pattern}"
)


@lru_cache(maxsize=1)
def _notes() -> re.Pattern[str]:
    """What authors say in brackets of the words beside it, in all languages."""
    notes = rf"(?P<left_out>{pattern('notes_left_out')})|(?:[!?]{{1,3}}|{pattern('editors_notes')})"
    return re.compile(rf"[\[(]\s*(?:{notes})[\s.!]*[\])]", re.IGNORECASE)


# The marks of a list that the quotation wrote out, as browsers show them: (a), (ii), 1), b.
_LISTED = re.compile(
    r"(?:(?<=^)|(?<=[\s“\"«„]))(?:\((?P<round>[^\W\d_]|[ivx]{2,4}|\d{1,2})\)|(?P<open>[^\W\d_]|[ivx]{2,4}|\d{1,2})[).])(?=\s)"
)
_FIRST_OF_LISTS = frozenset(["a", "i", "1", "а", "α", "أ", "א"])


def _list_marks(text: str) -> list[re.Match[str]]:
    """The marks of a list in a quotation: letters in brackets; others where they begin a list and go on."""
    found = list(_LISTED.finditer(text))
    counted = len(found) > 1 and (found[0]["round"] or found[0]["open"]).lower() in _FIRST_OF_LISTS
    return [m for m in found if counted or (m["round"] and not m["round"].isdigit())]


@lru_cache(maxsize=1)
def _ellipses() -> re.Pattern[str]:
    return re.compile(
        rf"[\[(<{{/]\s*(?:{_DOTS}|[-–—⸺]|{pattern('left_out')})\s*[\])>}}/]|\[\s*\](?<!\w\[\])"
        r"|[…⋯‥]+|(?<!\.)\.{2,}|。{2,}|・{2,}|\*(?:\s?\*){2,}|[–—](?:\s?[–—]){1,2}|⸺"
        r"|(?<=\s)\.\s\.\s\.(?:\s\.)?|(?<=\w)\s?\.\s\.\s\.(?:\s\.)?",
        re.IGNORECASE,
    )


def parse(quotation: str) -> Parsed:
    """Parse the editing marks.

    >>> parsed = parse("[T]he gauges … report to [the states]")
    >>> [[w.key for w in run] for run in parsed.runs], [g.value for g in parsed.gaps], parsed.after
    ([['the', 'gauges'], ['report', 'to']], ['ellipsis'], 'the states')
    """
    text = re.sub(f"[{_GAP_ELLIPSIS}-{_CLOSE}]", " ", quotation).translate(_BRACKET_FORMS)
    said = list(_notes().finditer(text))
    listed = _list_marks(text)
    notes = [tuple(tokenize(found[0]).keys) for found in (*said, *listed)]
    for mark in reversed(listed):
        text = f"{text[: mark.start()]} {text[mark.end() :]}"
    text = _ellipses().sub(f" {_GAP_ELLIPSIS} ", _notes().sub(" ", text))
    text = _IN_WORD.sub(lambda m: f"{_OPEN}{m[1] or m[2]}{_CLOSE}", text)
    inside = _BRACKETS.findall(text)
    parsed = _cut(_BRACKETS.sub(f" {_GAP_BRACKETS} ", text), inside)
    return replace(parsed, dropped=parsed.dropped or bool(notes), notes=frozenset(filter(None, notes)))


def leaves_out_notes(quotation: str) -> bool:
    """Whether the author says that citations or notes were left out.

    >>> leaves_out_notes("a basin without a hearing (citations omitted)"), leaves_out_notes("he omitted citations")
    (True, False)
    """
    return any(found["left_out"] for found in _notes().finditer(quotation))


# In a quotation letters in brackets that look like the mark of a note may be a word that was put in.
_SMALL_WORD = re.compile(r"\[(?![ivx]+\])[a-z]{2}\]")
_NUMBER_IN_FRONT = re.compile(r"^\W*\[(\d{1,3})\]")
_NUMBER_BEHIND = re.compile(r"\[(\d{1,3})\]\W*$")


def parse_literally(quotation: str) -> Parsed | None:
    """The same words with no mark read as one: sources have brackets and dots of their own.

    None where folding would take a word in brackets for the mark of a note.
    """
    if _SMALL_WORD.search(quotation):
        return None
    before, after = _NUMBER_IN_FRONT.search(quotation), _NUMBER_BEHIND.search(quotation)
    words = tuple(_words(fold(quotation).text))
    return Parsed((words,), (), before=before[1] if before else "", after=after[1] if after else "")


def _words(text: str) -> Iterator[Word]:
    for found in TOKEN.finditer(text):
        yield Word(key_of(found[0]), found[0])


def _cut(text: str, inside: list[str]) -> Parsed:
    runs: list[list[Word]] = [[]]
    gaps: list[Gap] = []
    put_in: list[str] = []
    edges = ["", ""]
    outer = False
    waiting = iter(inside)
    for piece in _pieces(fold(text).text):
        if isinstance(piece, Word):
            runs[-1].append(piece)
            continue
        words = next(waiting, "") if piece is Gap.BRACKETS else ""
        if runs[-1]:
            gaps.append(piece)
            put_in.append(words)
            runs.append([])
        else:  # a gap at the very beginning, or beside another: declared, and nothing to place
            outer = True
            edges[0] = edges[0] or ("" if gaps else words)
            if gaps and piece is Gap.ELLIPSIS:
                gaps[-1] = Gap.ELLIPSIS
    if not runs[-1] and len(runs) > 1:
        runs.pop()
        gaps.pop()
        edges[1] = put_in.pop()
        outer = True
    return Parsed(tuple(map(tuple, runs)), tuple(gaps), outer, tuple(put_in), edges[0], edges[1])


def _pieces(text: str) -> Iterator[Word | Gap]:
    """The words and gaps in order."""
    for found in _PIECE.finditer(text):
        raw = found[0]
        if raw in (_GAP_ELLIPSIS, _GAP_BRACKETS):
            yield Gap.ELLIPSIS if raw == _GAP_ELLIPSIS else Gap.BRACKETS
            continue
        plain = raw.replace(_OPEN, "").replace(_CLOSE, "")
        if plain != raw and plain:
            kept = (key_of(raw.partition(_OPEN)[0]), key_of(raw.rpartition(_CLOSE)[2]))
            yield Word(key_of(plain), plain, True, kept)
        elif plain:
            yield Word(key_of(plain), plain)
