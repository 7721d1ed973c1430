"""The editing marks of a quotation: what the author of the article says they changed.

In: a quotation. Out: its runs of quoted tokens and the gaps between them. `[T]he` is a word whose brackets
declare a change; `[the minister]`, `…` and `[…]` are gaps; `[sic]` and `[emphasis added]` say nothing of the source.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from verifier.matching.tokens import TOKEN
from verifier.text import fold


class Gap(StrEnum):
    """What stands between two runs of quoted words."""

    ELLIPSIS = "ellipsis"  # words left out
    BRACKETS = "brackets"  # words put in, or in the place of others


@dataclass(frozen=True, slots=True)
class Word:
    """One quoted token; `marked` where brackets declare that it was changed (`[T]he`, `walk[ed]`)."""

    key: str
    raw: str
    marked: bool = False


@dataclass(frozen=True, slots=True)
class Parsed:
    """The runs of quoted words, and the gap after each but the last. `dropped` tells of [sic] and the like.

    `put_in` are the words in the brackets of each gap ("" for an ellipsis).
    """

    runs: tuple[tuple[Word, ...], ...]
    gaps: tuple[Gap, ...]
    dropped: bool = False
    put_in: tuple[str, ...] = ()

    @property
    def words(self) -> int:
        """How many words are quoted."""
        return sum(map(len, self.runs))

    @property
    def marked(self) -> bool:
        """Whether the author declares any change."""
        return bool(self.gaps) or self.dropped or any(w.marked for run in self.runs for w in run)


_DROPPED = re.compile(
    r"[\[(]\s*(?:sic!?|recte[^\])]{0,60}"
    r"|(?:my |our )?(?:emphasis|italics|translation|brackets)(?: (?:added|mine|ours|original|in original))?"
    r"|emphasis in the original|hervorhebung[^\])]{0,40}|c['’]est nous[^\])]{0,40}|vurgu[^\])]{0,40}|курсив[^\])]{0,40})\s*[\])]",
    re.IGNORECASE,
)
_ELLIPSIS = re.compile(
    r"[\[(]\s*(?:…|\.\s?\.\s?\.\s?\.?|-{2,3})\s*[\])]|…+|\.{3,}|(?<=\s)\.\s\.\s\.(?:\s\.)?|(?<=\w)\s?\.\s\.\s\.(?:\s\.)?|……"
)
# A bracket that touches a word on one side changes that word; it holds a few letters, no space.
_IN_WORD = re.compile(r"(?<![^\W\d_])\[([^\W\d_]{1,12})\](?=[^\W\d_])|(?<=[^\W\d_])\[([^\W\d_]{1,12})\]")
_BRACKETS = re.compile(r"\[[^\[\]]{0,200}\]")
# Private-use characters stand for the marks while the text is folded and cut.
_GAP_ELLIPSIS, _GAP_BRACKETS, _CHANGED = "\ue000", "\ue001", "\ue002"
_LETTER = rf"(?:{_CHANGED}|[^\W_])"
_PIECE = re.compile(
    rf"[{_GAP_ELLIPSIS}{_GAP_BRACKETS}]"
    rf"|{_LETTER}{{0,40}}{_CHANGED}(?:{_LETTER}|'){{0,40}}"  # a word that a mark touches, joined to what it touches
    rf"|{TOKEN.pattern}"
)


def parse(quotation: str) -> Parsed:
    """Parse the editing marks.

    >>> parsed = parse("[T]he gauges … report to [the states]")
    >>> [[w.key for w in run] for run in parsed.runs], [g.value for g in parsed.gaps]
    ([['the', 'gauges'], ['report', 'to']], ['ellipsis'])
    """
    text = re.sub(f"[{_GAP_ELLIPSIS}-{_CHANGED}]", " ", quotation)
    bare = _DROPPED.sub(" ", text)
    dropped = bare != text
    text = _ELLIPSIS.sub(f" {_GAP_ELLIPSIS} ", bare)
    text = _IN_WORD.sub(lambda m: f"{_CHANGED}{m[1]}" if m[1] else m[2] + _CHANGED, text)
    inside = [found.strip("[]") for found in _BRACKETS.findall(text)]
    text = _BRACKETS.sub(f" {_GAP_BRACKETS} ", text)
    return _cut(text, inside, dropped=dropped)


def parse_literally(quotation: str) -> Parsed:
    """The same words with no mark read as one: sources have brackets and dots of their own."""
    return Parsed((tuple(_words(fold(quotation).text)),), ())


def _words(text: str) -> Iterator[Word]:
    for found in TOKEN.finditer(text):
        yield Word(found[0].casefold(), found[0])


def _cut(text: str, inside: list[str], *, dropped: bool) -> Parsed:
    runs: list[list[Word]] = [[]]
    gaps: list[Gap] = []
    put_in: list[str] = []
    outer = False
    waiting = iter(inside)
    for kind, raw, marked in _pieces(fold(text).text):
        words = next(waiting, "") if raw == _GAP_BRACKETS else ""
        if kind == "word":
            runs[-1].append(Word(raw.casefold(), raw, marked))
        elif runs[-1]:
            gaps.append(Gap.ELLIPSIS if raw == _GAP_ELLIPSIS else Gap.BRACKETS)
            put_in.append(words)
            runs.append([])
        else:  # a gap at the very beginning, or beside another: declared, and nothing to place
            outer = True
            if gaps and raw == _GAP_ELLIPSIS:
                gaps[-1] = Gap.ELLIPSIS
    if not runs[-1] and len(runs) > 1:
        runs.pop()
        gaps.pop()
        put_in.pop()
        outer = True
    return Parsed(tuple(map(tuple, runs)), tuple(gaps), dropped or outer, tuple(put_in))


def _pieces(text: str) -> Iterator[tuple[str, str, bool]]:
    """The words and gaps in order: kind, raw text, and whether a mark declares that the word was changed."""
    for found in _PIECE.finditer(text):
        raw = found[0]
        plain = raw.replace(_CHANGED, "")
        if raw in (_GAP_ELLIPSIS, _GAP_BRACKETS):
            yield "gap", raw, False
        elif plain:
            yield "word", plain, plain != raw
