"""The passage nearest to quoted words that are not in a text: by words they share, else by words of the same stem."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from verifier import sentences
from verifier.matching.evidence import evidence_at
from verifier.matching.statement import assess_statement
from verifier.matching.statement_terms import terms
from verifier.model import Evidence

_STEM = 5  # letters that two words of one family share at the least (pragmatic, pragmatically)
_ENDING = 4  # letters at the end that may differ
_MOST_WORDS = 12
_MOST_PLACES = 2000
_NEAR = 200  # characters within which words belong to one passage
_SENTENCE = re.compile(r"[.!?…。！？]\s|\n")
_LONGEST = 400


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
    return shared[0] if shared else _of_one_family(quoted, text)


def _of_one_family(quoted: str, text: str) -> Evidence | None:
    stems = {t.key[: max(_STEM, len(t.key) - _ENDING)] for t in terms(quoted)[:_MOST_WORDS] if len(t.key) >= _STEM}
    if not stems:
        return None
    pattern = re.compile(rf"\b({'|'.join(map(re.escape, sorted(stems)))})\w*", re.IGNORECASE)
    places = [
        (found.start(), found[1].casefold())
        for found, _ in zip(pattern.finditer(text), range(_MOST_PLACES), strict=False)
    ]
    if not places:
        return None
    best = max(
        range(len(places)),
        key=lambda i: len({stem for at, stem in places[i : i + _MOST_WORDS] if at - places[i][0] < _NEAR}),
    )
    return evidence_at(text, *_sentence(text, places[best][0]))


def _sentence(text: str, at: int) -> tuple[int, int]:
    """The bounds of the sentence around a place, at most some lines long."""
    low = max(0, at - _LONGEST)
    start = max((found.end() for found in _SENTENCE.finditer(text, low, at)), default=low)
    ending = _SENTENCE.search(text, at, at + _LONGEST)
    end = ending.start() + 1 if ending else min(len(text), at + _LONGEST)
    return start, start + len(text[start:end].rstrip())
