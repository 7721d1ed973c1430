"""A quotation made of passages that stand in different places of the source, joined as if they were one.

In: the quoted words and the source's tokens. Out: the longest passage and the difference, None where it is not made so. The rule of this
file: every passage stands word for word and has some words; what a few words nearby explain is no joint but an omission or another order.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from verifier.matching.edits import Edit, classify
from verifier.matching.marks import Word
from verifier.matching.tokens import UNSPACED, Tokens
from verifier.model import Difference, DifferenceKind

_LEAST = 4  # words of each passage: fewer stand in any text by chance
_LETTERS_A_WORD = 3  # of scripts that write no blanks
_MOST = 3  # passages
_NEAR = 60  # words of the source between two passages of one place
_SHOWN = 8
_MOST_WORDS = 400


@dataclass(frozen=True, slots=True)
class Joint:
    """The longest passage, tokens `[start:end]` of the source, and how the others stand to it."""

    start: int
    end: int
    differences: tuple[Difference, ...]


@dataclass(frozen=True, slots=True)
class _Piece:
    """Words `[first:last]` of the quotation, and the tokens at which they begin in the source."""

    first: int
    last: int
    places: tuple[int, ...]


def find_joint(run: Sequence[Word], tokens: Tokens, language: str | None = None) -> Joint | None:
    """How a run of quoted words is joined out of passages of the source.

    >>> from verifier.matching.tokens import tokenize
    >>> source = tokenize("The gates stayed open all winter. " + "It rained and rained. " * 20 + "The keeper sold the last lamp.")
    >>> run = [Word(key, key) for key in "the gates stayed open the keeper sold the last lamp".split()]
    >>> find_joint(run, source).differences[0].kind.value
    'stitched'
    """
    keys = [word.key for word in run[:_MOST_WORDS]]
    pieces = _pieces(keys, tokens) if len(keys) == len(run) else None
    if pieces is None:
        return None
    longest = max(pieces, key=lambda piece: piece.last - piece.first)
    start = longest.places[0]
    differences = tuple(
        _near(one, other, tokens, language) or _far(other if one is longest else one, run, longest, tokens)
        for one, other in pairwise(pieces)
    )
    return Joint(start, start + longest.last - longest.first, differences)


def _pieces(keys: Sequence[str], tokens: Tokens) -> list[_Piece] | None:
    """The fewest passages of the source that make up the words, each as long as it goes; None where they do not."""
    least = _LEAST * (_LETTERS_A_WORD if 2 * sum(map(bool, map(UNSPACED.match, keys))) > len(keys) else 1)
    pieces: list[_Piece] = []
    at = 0
    while at < len(keys):
        end = at + _longest(keys[at:], tokens)
        lent = at + least - end
        if lent > 0 and pieces and end == len(keys) and pieces[-1].last - pieces[-1].first - lent >= least:
            at -= lent  # the last passage has too few words, and the one before may lend it some
            pieces[-1] = _piece(keys, pieces[-1].first, at, tokens)
        if end - at < least or len(pieces) == _MOST:
            return None
        piece = _piece(keys, at, end, tokens)
        if not piece.places:
            return None
        pieces.append(piece)
        at = end
    return pieces if len(pieces) > 1 else None


def _piece(keys: Sequence[str], first: int, last: int, tokens: Tokens) -> _Piece:
    return _Piece(first, last, tuple(tokens.find_run(keys[first:last])))


def _longest(keys: Sequence[str], tokens: Tokens) -> int:
    """How many of the first words stand together somewhere."""
    low, high = 0, len(keys)
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if tokens.find_run(keys[:middle], limit=1) else (low, middle - 1)
    return low


def _near(one: _Piece, other: _Piece, tokens: Tokens, language: str | None) -> Difference | None:
    """What a few words of the source explain: those between the passages were left out, or the second stands before the first."""
    size, length = one.last - one.first, other.last - other.first
    gaps = [(here + size, there) for here in one.places for there in other.places if 0 <= there - here - size <= _NEAR]
    if gaps:
        start, end = min(gaps, key=lambda gap: gap[1] - gap[0])
        raws = tuple(tokens.raw(i) for i in range(start, end))
        return classify(Edit((), tuple(tokens.keys[start:end]), raws, language))[0] if end > start else None
    turned = any(0 <= here - there - length <= _NEAR for here in one.places for there in other.places)
    return Difference(DifferenceKind.ORDER, "", "", material=True) if turned else None


def _far(piece: _Piece, run: Sequence[Word], longest: _Piece, tokens: Tokens) -> Difference:
    """A passage of another place, and how the source goes on, or begins, where the longest one stands."""
    quoted = " ".join(word.raw for word in run[piece.first : piece.last])
    start = longest.places[0]
    end = start + longest.last - longest.first
    beside = (
        (end, min(end + _SHOWN, len(tokens.keys))) if piece.first > longest.first else (max(0, start - _SHOWN), start)
    )
    return Difference(DifferenceKind.STITCHED, quoted, tokens.words(*beside), material=True)
