"""Fold a text: typography gone, every offset traceable to the original.

In: any str. Out: `Folded`. Folding makes two texts comparable that differ only in how they were set:
quotation marks, dashes, ligatures, soft and hard hyphens, entities, zero-width characters, white space,
note marks, points of Hebrew and Arabic, marks of stress, and two codes for one letter. It never changes what
is said: operators, %, currency and digits stay, and numbers are never squashed together.
"""

from __future__ import annotations

import html
import re
import unicodedata
from bisect import bisect_right
from dataclasses import dataclass
from functools import cache

from verifier.languages import ONE_CODE

# Han, kana, Thai, Lao, Khmer, Burmese: no spaces between words.
UNSPACED_RANGES = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"

_QUOTES = dict.fromkeys("“”„‟«»‹›″〝〞〟＂「」『』״", '"') | dict.fromkeys("‘’‚‛`´′ʼʹ＇׳", "'")
_DASHES = dict.fromkeys("‐‑‒–—―−⸺⸻﹘﹣－־", "-")
# Invisible: soft hyphen, zero-width and joining characters, direction marks, byte order mark, variation selectors.
_NOTHING = dict.fromkeys(
    "\u00ad\u034f\u061c\u180e\u200b\u200c\u200d\u200e\u200f\u2060\u2061\u2062\u2063\u2064\ufeff\ufe0e\ufe0f", ""
) | dict.fromkeys(map(chr, [*range(0x202A, 0x202F), *range(0x2066, 0x206A)]), "")
# Points that show how Hebrew and Arabic are read aloud, and the stroke that stretches a line: a text says the same without them.
_POINTS = dict.fromkeys(
    map(chr, [*range(0x0591, 0x05BE), 0x05BF, 0x05C1, 0x05C2, 0x05C4, 0x05C5, 0x05C7, 0x0640, *range(0x064B, 0x0653), 0x0670]), ""
) | dict.fromkeys(map(chr, [*range(0x06D6, 0x06DD), *range(0x06DF, 0x06E9), *range(0x06EA, 0x06EE)]), "")  # fmt: skip
_STRESS, _CYRILLIC = "\u0301", ("\u0400", "\u0500")
# Digits of all scripts have one value; Arabic writes its decimal sign and its sign between thousands apart.
_DIGITS = {sign: str(unicodedata.decimal(sign)) for sign in filter(str.isdecimal, map(chr, range(0x80, 0x1FBFA)))}
_ONE = {
    **_DIGITS,
    "٫": ".",
    "٬": ",",
    **_QUOTES,
    **_DASHES,
    **_NOTHING,
    **_POINTS,
    **ONE_CODE,
    "…": "...",
    "\u2044": "/",
}
_SUPERSCRIPT = "⁰¹²³⁴⁵⁶⁷⁸⁹"
# After these a superscript belongs to the measure (m², km³), not to a note.
_UNIT = re.compile(r"(?:^|[^\w])(?:[kcdm]?m|in|ft|yd|mi|10)$")
# What begins something special. The first character of a match is one of these and nothing is tried elsewhere, so that plain text is
# passed at the speed of a search for one character; which of them it was is asked backwards.
_FIRST = r"&\[\-\t\n\x0b\x0c\r\x1c-\x1f\x80-\U0010ffff"
_SPECIAL_AFTER_FIRST = (
    r"(?P<entity>(?<=&)(?:\#\d{1,7}|\#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,30});)"
    r"|(?P<note>(?<=\[) ?(?:\d{1,3}(?:[,;–-] ?\d{1,3}){0,8}(?: (?:ff?|ss|sqq?)\.)?"
    r"|[a-z]{1,2}|[ivx]{1,6}|note \d{1,3}|citation needed|edit|update) ?\](?!\w))"
    r"|(?P<hyphen>(?<=\w-)[ \t]*\r?\n\s{0,20}(?=[^\W\d_]))"
    r"|(?P<soft>(?<=\u00ad)[ \t]*\r?\n\s{0,20})"
    r"|(?P<space>(?<= )[ \t]+|(?<=[\t\r\n\x0b\x0c\x1c-\x1f])\s*|(?<= )[\r\n\t]\s*)"
    rf"|(?P<super>(?<=[{_SUPERSCRIPT}])[{_SUPERSCRIPT}]{{0,2}})"
    r"|(?P<other>(?<=[^\x00-\x7f])[^\x00-\x7f]*)"
)
_BLANKS = re.compile(r" [ \t\r\n]")


@dataclass(frozen=True, slots=True)
class Folded:
    """A folded text and the way back.

    The three tables say, for the piece that begins at `_folded[i]`, where it began in the original
    and how long it was there (0: the piece is the same in both, character for character).
    """

    text: str
    _folded: tuple[int, ...]
    _origin: tuple[int, ...]
    _length: tuple[int, ...]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The (start, end) in the original of `text[start:end]`.

        >>> folded = fold("“Mr. O’Neil”…")
        >>> start = folded.text.index("O'Neil")
        >>> folded.span(start, start + 6)
        (5, 11)
        """
        first = self._at(start)[0]
        return (first, max(first, self._at(end - 1)[1])) if end > start else (first, first)

    def _at(self, position: int) -> tuple[int, int]:
        piece = max(0, bisect_right(self._folded, position) - 1)
        origin, length = self._origin[piece], self._length[piece]
        if length:
            return origin, origin + length
        at = origin + position - self._folded[piece]
        return at, at + 1


@cache
def _special(*, blanks: bool) -> re.Pattern[str]:
    """What is not kept as it is. A blank is special only before another: most texts have no such place, and are not asked at each."""
    return re.compile(f"[{' ' if blanks else ''}{_FIRST}](?:{_SPECIAL_AFTER_FIRST})")


def fold(text: str) -> Folded:
    r"""Fold a text. Linear in its length.

    >>> fold("The o\ufb03ce “re\u00adopened”[3] – at&nbsp;last.").text
    'The office "reopened" - at last.'
    >>> fold("10 000 people, 20 % of them").text
    '10 000 people, 20 % of them'
    >>> fold("كِتــاب").text == fold("کتاب").text, fold("за\u0301мок").text
    (True, 'замок')
    """
    maker = _Maker()
    at = 0
    for found in _special(blanks=_BLANKS.search(text) is not None).finditer(text):
        start, end = found.span()
        if found.lastgroup == "space":
            maker.keep(text, at, start)
            maker.change(" ", start, end)
            at = end
            continue
        if found.lastgroup == "other" and start > at and _belongs(text, start):
            start -= 1  # a letter belongs to its accents
        replacement = _replace(found, text, start)
        if replacement is None:  # nothing to change: the run goes on
            continue
        maker.keep(text, at, start)
        if isinstance(replacement, str):
            maker.change(replacement, start, end)
        else:
            for piece, first, last in replacement:
                maker.change(piece, first, last)
        at = end
    maker.keep(text, at, len(text))
    return maker.done()


def _belongs(text: str, start: int) -> bool:
    """Whether a run begins with an accent of the ASCII letter before it."""
    return "\u0300" <= text[start] <= "\u036f" and text[start - 1].isascii() and text[start - 1].isalpha()


class _Maker:
    """Collects the pieces of a folded text."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._size = 0
        self._folded: list[int] = []
        self._origin: list[int] = []
        self._length: list[int] = []

    def keep(self, text: str, start: int, end: int) -> None:
        """A run that stays as it is."""
        if end > start:
            self._add(text[start:end], start, 0)

    def change(self, piece: str, start: int, end: int) -> None:
        """A run that became another."""
        if piece == " " and (not self._parts or self._parts[-1].endswith(" ")):
            return
        if piece:
            self._add(piece, start, end - start)

    def _add(self, piece: str, origin: int, length: int) -> None:
        self._parts.append(piece)
        self._folded.append(self._size)
        self._origin.append(origin)
        self._length.append(length)
        self._size += len(piece)

    def done(self) -> Folded:
        """The folded text."""
        if not self._folded:
            self._add("", 0, 0)
        return Folded("".join(self._parts), tuple(self._folded), tuple(self._origin), tuple(self._length))


def _replace(found: re.Match[str], text: str, start: int) -> str | list[tuple[str, int, int]] | None:
    """What a special run becomes; None where it stays."""
    kind, run = found.lastgroup, text[start : found.end()]
    if kind == "entity":
        plain = html.unescape(run)
        return None if plain == run else "".join(p for p, _, _ in _fold_run(plain, 0) or [(plain, 0, 0)])
    if kind in ("note", "soft"):
        return ""
    if kind == "hyphen":
        return _join(found, text)
    if kind == "super":
        before = text[max(0, start - 4) : start]
        return unicodedata.normalize("NFKC", run) if _UNIT.search(before) else ""
    return _fold_run(run, start)


def _join(found: re.Match[str], text: str) -> str:
    """A word divided at the end of a line is one word; a capital or digit shows a real hyphen."""
    after = text[found.end()]
    return "" if after.islower() or not after.isupper() else "-"


def _fold_run(run: str, start: int) -> list[tuple[str, int, int]] | None:
    """A run of characters beyond ASCII, each with the marks that belong to it."""
    if run.isalpha() and unicodedata.is_normalized("NFKC", run) and not any(c in _ONE for c in run):
        return None
    pieces, i = [], 0
    while i < len(run):
        end = i + 1
        while end < len(run) and (unicodedata.combining(run[end]) or _is_part(run[end])):
            end += 1
        pieces.append(("" if run[i] in _SUPERSCRIPT else _fold_letter(run[i:end]), start + i, start + end))
        i = end
    return pieces


def _is_part(character: str) -> bool:
    """Whether it is a part of the letter before it: 한 in three parts, ｶﾞ in two."""
    return "\u1160" <= character <= "\u11ff" or character in "\uff9e\uff9f"


def _fold_letter(letter: str) -> str:
    """A letter with its marks: in one code, without points and marks of stress."""
    piece = "".join(_ONE.get(c, c) for c in letter)
    if piece and not piece.isascii():
        plain = unicodedata.normalize("NFKC", piece)
        piece = plain if plain == piece else "".join(_ONE.get(c, c) for c in plain)
        if piece.endswith(_STRESS) and _CYRILLIC[0] <= piece[0] < _CYRILLIC[1]:
            piece = piece[:-1]
    return " " if piece.isspace() else piece
