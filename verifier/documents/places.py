"""The line and column of each mark in the file that an article was read from.

In: a `Document` and the bytes of its file. Out: the same with `line` and `column` in its marks, None where the format has no lines or the
place is not certain. Readers of seven formats fold white space, resolve entities and take markup away, and most of their parsers tell no
places. So the words of the body are laid beside the words of the file, by runs of three words that come in the same order in both; a mark
stands behind the word before it, or where its label stands between two words that are known.
"""

from __future__ import annotations

import html
import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby, pairwise

from verifier.files.decode import decode
from verifier.model import Document, Mark, NoteKind

# Formats whose files people read by lines.
WITH_LINES = frozenset({"plain", "html", "markdown", "rst", "mediawiki", "latex"})
_WITH_TAGS = frozenset({"html", "markdown", "mediawiki"})

_RAISED = "⁰¹²³⁴-⁹①-⑳"
# A word: letters, figures, or one sign of a writing without blanks. A raised figure is a mark and no part of a word.
_PAD = "\x01"  # keeps the place of a letter that is written as an entity
_LETTER = rf"[^\W\d_{_RAISED}\u3040-\u30ff\u3400-\u9fff\u0e00-\u0e7f]"
_WORD = re.compile(rf"[\u3040-\u30ff\u3400-\u9fff\u0e00-\u0e7f]|{_LETTER}(?:{_PAD}*{_LETTER})*|\d+")
_LETTER_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9A-Fa-f]{1,6}|[A-Za-z]{2,8}\d?);")
_UNSHOWN = re.compile(r"<(script|style|head|!--)", re.IGNORECASE)
_TAG = re.compile(r"</?[A-Za-z][^<>]*>")
# What may stand between a word and the mark behind it: punctuation, blanks, ends of markup, entities of punctuation.
_ENTITY = (
    r"&(?:[lr][ds]quo|quot|apos|hellip|nbsp|thinsp|#0*(?:32|34|39|160)|#8[0-9]{3}|#[xX](?:20|[aA]0|20[0-9a-fA-F]{2}));"
)
_BETWEEN = re.compile(rf"(?:\s|</[A-Za-z][^<>]{{0,60}}>|{_ENTITY}|[.,;:!?%…'\"”’»“‹›)\]}}*_`~。，！？」』])*")
_BEGINS = re.compile(rf"[\[(<{{\\^*†‡§¶#~{_RAISED}]|\w")
_LABEL_DRESS = re.compile(r"(?:<[^<>]{0,400}>|[\[({^\\*])+$")
_LINE_END = re.compile(r"\r\n|\r|\n")
_MOST_PLACES = 8  # of one run of words: what stands more often says little of where it is
_LONGEST_DRESS = 800
_FARTHEST = 20_000  # characters behind a known word in which a mark is looked for
_LARGEST = 3_000_000  # bytes; no article that people read by lines is longer
_NEAR = 4  # words of the file that may stand between two of the body: a command, a link's address


def place_marks(document: Document, data: bytes) -> Document:
    r"""The document with the line and the column of each mark, both counted from 1, columns in characters.

    >>> from verifier.documents import read
    >>> file = b"# Gates\n\nThe gates were closed in May.[^1] They\nopened again.[^2]\n\n[^1]: A.\n[^2]: B.\n"
    >>> [(mark.line, mark.column) for mark in place_marks(read(file, "a.md"), file).marks]
    [(3, 30), (4, 14)]
    """
    if document.format not in WITH_LINES or not document.marks or len(data) > _LARGEST:
        return document
    file = _File.of(decode(data).text, tags=document.format in _WITH_TAGS)
    places = _Aligned(document, file).places()
    return replace(document, marks=tuple(_placed(mark, places.get(i), file) for i, mark in enumerate(document.marks)))


def _placed(mark: Mark, at: int | None, file: _File) -> Mark:
    if at is None:
        return mark
    line, column = file.line_and_column(at)
    return replace(mark, line=line, column=column)


@dataclass(frozen=True, slots=True)
class _File:
    """A file: its text; the same with all that is not shown blanked out; its words and where they stand; where its lines begin."""

    text: str
    shown: str
    words: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    lines: tuple[int, ...]

    @classmethod
    def of(cls, text: str, *, tags: bool) -> _File:
        shown = _TAG.sub(_blank, _without_unshown(text)) if tags else text
        shown = _LETTER_ENTITY.sub(_resolve, shown) if tags else shown
        found = [(m.group().replace(_PAD, ""), m.start(), m.end()) for m in _WORD.finditer(shown)]
        words, starts, ends = zip(*found, strict=True) if found else ((), (), ())
        lines = (0, *(m.end() for m in _LINE_END.finditer(text)))
        return cls(text, shown, words, starts, ends, lines)

    def line_and_column(self, at: int) -> tuple[int, int]:
        line = bisect_right(self.lines, at)
        return line, at - self.lines[line - 1] + 1

    def end(self, word: int) -> int:
        """Where a word ends; 0 for the one before the first."""
        return self.ends[word] if word >= 0 else 0

    def start(self, word: int) -> int:
        """Where a word begins; the end of the file for the one behind the last."""
        return self.starts[word] if word < len(self.starts) else len(self.text)


def _resolve(found: re.Match[str]) -> str:
    """What an entity stands for, as long as it was: places stay."""
    letter = html.unescape(found.group())
    return letter.ljust(found.end() - found.start(), _PAD) if len(letter) == 1 else found.group()


def _blank(found: re.Match[str]) -> str:
    return " " * (found.end() - found.start())


def _without_unshown(text: str) -> str:
    """A page with blanks for its head, scripts, styles and comments; what is never closed is left, and looked for once."""
    small = text.lower()
    parts, at, endless = [], 0, set[str]()
    for found in _UNSHOWN.finditer(small):
        close = "-->" if found[1] == "!--" else f"</{found[1]}"
        if found.start() < at or close in endless:
            continue
        end = small.find(close, found.end())
        if end < 0:
            endless.add(close)
            continue
        parts += [text[at : found.start()], " " * (end - found.start())]
        at = end
    return "".join([*parts, text[at:]])


@dataclass(frozen=True, slots=True)
class _Target:
    """A place of the body that is looked for: how many of its words stand before it; whether it is the begin of the next word."""

    mark: int
    words: int
    at_word: bool


class _Aligned:
    """The words of a body beside those of its file."""

    def __init__(self, document: Document, file: _File) -> None:
        self._document, self._file = document, file
        self._words: list[str] = []
        self._targets = list(self._read())
        self._at = align(self._words, file.words)
        self._known = sorted(self._at)

    def _read(self) -> Iterator[_Target]:
        """The words of all blocks, cut where a mark stands; yields the place of each mark among them."""
        numbered = enumerate(self._document.marks)
        by_block = {
            b: list(g) for b, g in groupby(sorted(numbered, key=lambda m: m[1].block), key=lambda m: m[1].block)
        }
        for number, block in enumerate(self._document.blocks):
            begin = 0
            places = sorted((*self._place(mark), i) for i, mark in by_block.get(number, ()))
            for offset, at_word, i in places:
                self._words += _WORD.findall(block.text, begin, offset)
                begin = offset
                yield _Target(i, len(self._words), at_word)
            self._words += _WORD.findall(block.text, begin)

    def _place(self, mark: Mark) -> tuple[int, bool]:
        """Where a mark stands in its block: that of a link where its words begin, others behind the words before them."""
        note = self._document.notes[mark.note] if mark.note is not None else None
        if note is None or note.kind is not NoteKind.LINK:
            return mark.offset, False
        hrefs = {link.href for link in note.hyperlinks}
        block = self._document.blocks[mark.block]
        starts = (
            link.start
            for link in block.hyperlinks
            if link.href in hrefs and note.text in block.text[link.start : link.end]
        )
        start = next(starts, None)
        return (mark.offset, False) if start is None else (start, True)

    def places(self) -> dict[int, int]:
        """Of each mark that was found, by its number, its place in the file."""
        found: dict[int, int] = {}
        last = -1
        for target in self._targets:
            at = self._find(target, last)
            if at is not None:
                found[target.mark] = last = at
        return found

    def _find(self, target: _Target, last: int) -> int | None:
        if target.at_word:
            word = self._at.get(target.words)
            return self._file.starts[word] if word is not None else None
        before, after = self._around(target.words)
        start = self._file.end(before)
        end = min(self._file.start(after), start + _FARTHEST)
        label = self._document.marks[target.mark].label
        if last >= start:
            return self._next_to(last, end, label)
        behind = _past(self._file.text, start, end, label)
        known = target.words == 0 or target.words - 1 in self._at
        if known and _BEGINS.match(self._file.text, behind, end):
            return behind
        return self._labelled(label, start, end) or (behind if known or self._on_one_line(start, end) else None)

    def _next_to(self, other: int, end: int, label: str) -> int:
        """The place of a mark that stands beside another: where its label stands, else where something begins as the other does."""
        found = self._labelled(label, other + 1, end) or self._file.text.find(
            self._file.text[other : other + 2], other + 1, end
        )
        return max(other, found)

    def _on_one_line(self, start: int, end: int) -> bool:
        return self._file.line_and_column(start)[0] == self._file.line_and_column(end)[0]

    def _around(self, words: int) -> tuple[int, int]:
        """The nearest words of the file on both sides of a place in the body that are known."""
        index = bisect_left(self._known, words)
        before = self._at[self._known[index - 1]] if index else -1
        after = self._at[self._known[index]] if index < len(self._known) else len(self._file.words)
        return before, after

    def _labelled(self, label: str, start: int, end: int) -> int | None:
        """Where a label stands between two places, with the brackets or tags in front of it."""
        fit = re.compile(rf"(?<!\w){re.escape(label)}(?!\w)").search(self._file.shown, start, end) if label else None
        if fit is None:
            return None
        dress = _LABEL_DRESS.search(self._file.text, max(start, fit.start() - _LONGEST_DRESS), fit.start())
        return dress.start() if dress else fit.start()


def _past(text: str, start: int, end: int, label: str) -> int:
    """The first place that is neither punctuation nor the end of markup; a sign that is the mark's own label is not passed."""
    fit = _BETWEEN.match(text, start, end)
    at = fit.end() if fit else start
    own = text.find(label, start, at) if label and not label.isalnum() else -1
    return own if own >= 0 else at


def align(body: Sequence[str], file: Sequence[str]) -> Mapping[int, int]:
    """Which word of the file is which word of the body: by number, in the same order in both.

    >>> align("the gates were closed".split(), "h1 the gates were firmly closed today".split())
    {0: 1, 1: 2, 2: 3, 3: 5}
    """
    anchors = _longest(_common_runs(body, file))
    at: dict[int, int] = {}
    for b, f in anchors:
        for i in range(3):
            at.setdefault(b + i, f + i)  # where runs overlap, the first: the words of a note stand behind its mark
    for (b0, f0), (b1, f1) in _gaps(at, len(body), len(file)):
        _fill(at, body, file, (b0, f0, b1, f1))
    return dict(sorted(at.items()))


def _common_runs(body: Sequence[str], file: Sequence[str]) -> list[tuple[int, int]]:
    """Where three words of the body stand in the file: (in the body, in the file), those of one place last first."""
    wanted: dict[tuple[str, str, str], list[int]] = {run: [] for run in zip(body, body[1:], body[2:], strict=False)}
    for i, run in enumerate(zip(file, file[1:], file[2:], strict=False)):
        if run in wanted:
            wanted[run].append(i)
    runs = enumerate(zip(body, body[1:], body[2:], strict=False))
    return [(b, f) for b, run in runs if len(wanted[run]) <= _MOST_PLACES for f in reversed(wanted[run])]


def _longest(pairs: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The most pairs that rise in both numbers (patience sorting)."""
    tops: list[int] = []  # of each pile the lowest second number
    on_top: list[int] = []
    below: list[int] = []
    for number, (_, f) in enumerate(pairs):
        pile = bisect_left(tops, f)
        below.append(on_top[pile - 1] if pile else -1)
        tops[pile : pile + 1] = [f]
        on_top[pile : pile + 1] = [number]
    chain, number = [], on_top[-1] if on_top else -1
    while number >= 0:
        chain.append(pairs[number])
        number = below[number]
    return chain[::-1]


def _gaps(at: Mapping[int, int], body: int, file: int) -> list[tuple[tuple[int, int], tuple[int, int]]]:
    """The stretches between known words: the known words around them."""
    known = [(-1, -1), *sorted(at.items()), (body, file)]
    return [(a, b) for a, b in pairwise(known) if b[0] - a[0] > 1]


def _fill(at: dict[int, int], body: Sequence[str], file: Sequence[str], gap: tuple[int, int, int, int]) -> None:
    """Go on from both sides of a gap, as long as the next word stands near."""
    b0, f0, b1, f1 = gap
    for b in range(b0 + 1, b1):
        near = [f for f in range(f0 + 1, min(f0 + 2 + _NEAR, f1)) if file[f] == body[b]]
        if not near:
            break
        at[b], b0, f0 = near[0], b, near[0]
    for b in range(b1 - 1, b0, -1):
        near = [f for f in range(f1 - 1, max(f1 - 2 - _NEAR, f0), -1) if file[f] == body[b]]
        if not near:
            break
        at[b], b1, f1 = near[0], b, near[0]
