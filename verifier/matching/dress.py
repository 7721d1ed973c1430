"""A quotation with its values as the source writes them: 3 May 1987 for 03.05.1987, 12 for twelve.

In: a quotation and the place it was held against. Out: the quotation in the source's dress, and what was changed. The rule of this file:
a date of three words in the place of one shifts the alignment of all that stands beside it, so values are exchanged before it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from verifier.matching.lexicon import is_quantity
from verifier.matching.locate import Placement
from verifier.matching.marks import Parsed, Word
from verifier.matching.tokens import Tokens
from verifier.matching.values import Dress, find_dresses
from verifier.model import Difference, DifferenceKind

_BESIDE = 8  # words beside a place in which the rest of a value may stand


@dataclass(frozen=True, slots=True)
class Dressed:
    """The quotation in the source's dress; a `Difference` for each value that was exchanged, material where it is another."""

    parsed: Parsed
    differences: tuple[Difference, ...]


def dress(parsed: Parsed, placement: Placement, tokens: Tokens, language: str | None) -> Dressed | None:
    """The quotation with the source's words for its values; None where it has none that the source has otherwise.

    >>> from verifier.matching.locate import locate
    >>> from verifier.matching.marks import parse
    >>> from verifier.matching.tokens import tokenize
    >>> parsed, source = parse("opened on 3 May 1987"), tokenize("The lock was opened on 03.05.1987.")
    >>> [(d.quoted, d.source) for d in dress(parsed, locate(parsed, source), source, "en").differences]
    [('3 May 1987', '03.05.1987')]
    """
    if not any(is_quantity(word.key, language) for run in parsed.runs for word in run):
        return None
    low, high = max(0, placement.start - _BESIDE), min(len(tokens.keys), placement.end + _BESIDE)
    runs: list[tuple[Word, ...]] = []
    told: list[Difference] = []
    for run in parsed.runs:
        dresses = find_dresses([word.key for word in run], tokens.keys[low:high], language)
        runs.append(_put_on(run, dresses, tokens, low))
        told += [_told(run, found, tokens, low) for found in dresses]
    return Dressed(replace(parsed, runs=tuple(runs)), tuple(told)) if told else None


def _put_on(run: Sequence[Word], dresses: Sequence[Dress], tokens: Tokens, low: int) -> tuple[Word, ...]:
    """The run with the source's words for its values."""
    words: list[Word] = []
    at = 0
    for found in dresses:
        words += run[at : found.a]
        words += [Word(tokens.keys[i], tokens.raw(i)) for i in range(low + found.c, low + found.d)]
        at = found.b
    return (*words, *run[at:])


def _told(run: Sequence[Word], found: Dress, tokens: Tokens, low: int) -> Difference:
    quoted = " ".join(word.raw for word in run[found.a : found.b])
    source = tokens.words(low + found.c, low + found.d)
    return Difference(DifferenceKind.VALUE if found.same else DifferenceKind.NUMBER, quoted, source, not found.same)
