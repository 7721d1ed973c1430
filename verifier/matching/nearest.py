"""The passage nearest to words that are not in a text: by words they share, by words of the same family, or by meaning.

In: words and a text. Out: passages. Meaning is asked for only where two languages differ.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from verifier.matching.evidence import evidence_at
from verifier.matching.families import find_related
from verifier.matching.index import index_of
from verifier.matching.statement import assess_statement
from verifier.matching.statement_terms import terms
from verifier.model import Evidence, Part
from verifier.sentences import split


class ByMeaning(Protocol):
    """What ranks sentences by their meaning, and why it cannot where it cannot."""

    name: str
    problem: str

    def knows(self, *languages: str | None) -> bool:
        """Whether it knows all of these languages."""

    def nearest(self, words: str, sentences: Sequence[str], most: int) -> tuple[tuple[int, float], ...]:
        """The numbers of the nearest sentences and their likeness (-1 to 1), best first."""


ALIKE = 0.36  # cosine; below it, sentences of one article are mostly about something else
_MOST_SENTENCES = 300
_LONGEST_TEXT = 200_000  # characters that are divided into sentences
_SHORTEST, _LONGEST = 16, 700  # characters of a sentence: shorter are headings, longer are tables
_MOST = 3


def nearest_passage(quoted: str, text: str, parts: Sequence[Part] = ()) -> Evidence | None:
    """The sentence that comes nearest by its words, None where nothing does.

    >>> nearest_passage("pragmatic interaction", "It rained. The board is engaging pragmatically with all. It ended.").exact
    'The board is engaging pragmatically with all.'
    """
    shared = assess_statement(quoted, text, parts).evidence[:1]
    if shared:
        return shared[0]
    related = find_related(quoted, text, least=1)
    return evidence_at(text, *related) if related else None


def nearest_in_meaning(words: str, text: str, by_meaning: ByMeaning) -> tuple[tuple[Evidence, float], ...]:
    """The sentences that come nearest in meaning, with their likeness, best first; only such as are alike."""
    spans = _candidates(words, text)
    found = by_meaning.nearest(words, [text[a:b] for a, b in spans], _MOST)
    return tuple((evidence_at(text, *spans[number]), alike) for number, alike in found if alike >= ALIKE)


def _candidates(words: str, text: str) -> list[tuple[int, int]]:
    """The sentences to rank: of a long text those with words of the statement (numbers, names) before the others."""
    spans = [(a, b) for a, b in split(text[:_LONGEST_TEXT]) if _SHORTEST <= b - a <= _LONGEST]
    if len(spans) <= _MOST_SENTENCES:
        return spans
    page, wanted = index_of(text).page, {term.key for term in terms(words)}
    shared = [
        (sentence.start, sentence.end)
        for line in page.lines_with(wanted)
        for sentence in page.sentences(line)
        if not wanted.isdisjoint(sentence.keys) and sentence.end - sentence.start <= _LONGEST
    ]
    return list(dict.fromkeys((*shared[: _MOST_SENTENCES // 2], *spans)))[:_MOST_SENTENCES]
