"""The pieces of a note: parts that give a work of their own, and short forms that repeat one.

In: a note. Out: its pieces in order. The rule of this file: an address begins or ends a part (`citations/parts.py`); behind a semicolon, or
before a word such as `See`, a short form or a book may stand apart.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from verifier.citations.parts import Part, cut
from verifier.citations.prose import QUOTED, is_prose
from verifier.citations.short_forms import ShortForm, read_short_form
from verifier.dates import find_dates
from verifier.languages import pattern
from verifier.model import Note


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a note; `short` is what it is where it gives no work of its own."""

    part: Part
    short: ShortForm | None = None


def find_pieces(note: Note) -> tuple[Piece, ...]:
    """The pieces of a note in order.

    >>> from verifier.model import NoteKind
    >>> text = "Kern, supra note 1; see also Marrant, “Quiet Gates”, https://gazette.example/a."
    >>> [(piece.part.text, piece.short is None) for piece in find_pieces(Note("2", NoteKind.ENDNOTE, text))]
    [('Kern, supra note 1; ', False), ('see also Marrant, “Quiet Gates”, https://gazette.example/a.', True)]
    """
    return tuple(piece for part in cut(note) for piece in _divide(part))


def _divide(part: Part) -> Iterator[Piece]:
    """Divide where a segment that is a short form or a book begins, and where another work begins behind it."""
    begins = [0, *_separators(part)]
    segments = [part.slice(a, b) for a, b in pairwise([*begins, len(part.text)])]
    borders, apart = [0], False
    for at, segment in zip(begins, segments, strict=True):
        alone = read_short_form(segment) is not None if not _has_work(segment) else not segment.urls
        if at and (alone or (apart and _is_named(segment))):
            borders.append(at)
        apart = alone
    for start, end in pairwise([*borders, len(part.text)]):
        piece = part.slice(start, end)
        if piece.text.strip(" ;,."):
            yield Piece(piece, read_short_form(_first(piece)))


def _is_named(segment: Part) -> bool:
    """Whether an address has a reference of its own in front: a name or a title, not the word `available`."""
    return bool(segment.urls) and re.search(r"[“\"«„《「,]", segment.text[: segment.urls[0][0]]) is not None


def _first(piece: Part) -> Part:
    """A short form without what is said behind it."""
    stop = next(iter(_separators(piece)), len(piece.text))
    return piece if piece.urls else piece.slice(0, stop)


@lru_cache(maxsize=1)
def _separator() -> re.Pattern[str]:
    begins = f"{pattern('introductions')}|{pattern('pointers')}|{pattern('same_source')}"
    return re.compile(rf"[;；]\s*|\n+|(?<=[^\W_][.)])\s+(?=(?:{begins})(?![^\W\d_]))", re.IGNORECASE)


def _separators(part: Part) -> list[int]:
    """Where segments begin: behind semicolons, and before `See` at the beginning of a sentence, not inside quotation marks and addresses."""
    held = [found.span() for found in QUOTED.finditer(part.text)] + [(a, b) for a, b, _ in part.urls]
    found = []
    for stop in _separator().finditer(part.text):
        capital = (
            ";" in stop[0] or "；" in stop[0] or "\n" in stop[0] or part.text[stop.end() : stop.end() + 1].isupper()
        )
        if capital and 0 < stop.end() < len(part.text) and _is_outside(part.text, stop.start(), held):
            found.append(stop.end())
    return found


def _is_outside(text: str, at: int, held: list[tuple[int, int]]) -> bool:
    return text.count("(", 0, at) <= text.count(")", 0, at) and all(not a < at < b for a, b in held)


_YEAR = re.compile(r"(?<!\d)(?:1[5-9]|20)\d\d(?!\d)")
_BOOK_WORDS = 4


def _has_work(segment: Part) -> bool:
    """Whether a segment gives a work of its own: by an address, or as a book does, by a name, a title and a year."""
    text = segment.text.strip()
    if segment.urls:
        return True
    begins = text[:1].isupper() or not text[:1].isascii() or text[:1] in '“"«'
    cues = re.search(rf"(?<![^\W\d_])(?:{pattern('accessed')})", text, re.IGNORECASE)
    years = _YEAR.search(text)
    dated_only = find_dates(text)[:1] == ((0, len(text), text),)
    return bool(
        begins
        and "," in text
        and years
        and len(text.split()) >= _BOOK_WORDS
        and not cues
        and not dated_only
        and not is_prose(text)
    )


_NAMED = re.compile(r"(?:[^\W\d_a-zß-ÿа-я][\w.'’-]*\s+){1,4}[^\W\d_a-zß-ÿа-я]?[\w.'’-]*[,:.]")


def may_be_work(part: Part) -> bool:
    """Whether words out of which no work was read may name one all the same (a book, an interview), rather than explain something.

    >>> [may_be_work(Part(t, ())) for t in ("Odile Marrant, interview by the author", "Salt Act 2011", "We thank the keepers.")]
    [True, True, False]
    """
    text = part.text.strip()
    if is_prose(text):
        return False
    return bool(part.emphasis or QUOTED.search(text) or re.search(r"\d", text) or _NAMED.match(text))
