"""The passage nearest to quoted words that are not in a text: by words they share, else by words of the same stem."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from verifier import sentences
from verifier.matching.evidence import evidence_at
from verifier.matching.families import find_related
from verifier.matching.statement import assess_statement
from verifier.model import Evidence

# Words and sentences in; the place of the nearest sentence in meaning and its likeness (-1 to 1) out.
ByMeaning = Callable[[str, Sequence[str]], tuple[int, float]]
_ALIKE = 0.4  # cosine; below it, sentences of one article are about something else
_MOST_SENTENCES = 3000


def nearest_passage(quoted: str, text: str, by_meaning: ByMeaning | None = None) -> Evidence | None:
    """The sentence that comes nearest, by meaning where that can be told, None where nothing does.

    >>> nearest_passage("pragmatic interaction", "It rained. The board is engaging pragmatically with all. It ended.").exact
    'The board is engaging pragmatically with all.'
    """
    if by_meaning is not None:
        spans = sentences.split(text)[:_MOST_SENTENCES]
        at, likeness = by_meaning(quoted, [text[a:b] for a, b in spans]) if spans else (0, 0.0)
        if likeness >= _ALIKE:
            return evidence_at(text, *spans[at])
    shared = assess_statement(quoted, text).evidence[:1]
    if shared:
        return shared[0]
    related = find_related(quoted, text, least=1)
    return evidence_at(text, *related) if related else None
