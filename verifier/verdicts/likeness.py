"""How much two sentences are one: the same but for corrections, or the one a telling part of the other.

In: sentences, two or many against many. Out: their likeness, of 100. The rule of this file: many are held against many by what can be seen
without comparing each pair, and come to what each pair alone would.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from math import ceil

from rapidfuzz.fuzz import partial_ratio, ratio
from rapidfuzz.process import extract

# Of 100: the same words with a correction are above, other sentences of the same article below.
SAME_WORDS = 80
# A sentence that was split, or joined with another, holds the whole of what is left of it: 93 of 100 for a changed word at its edge.
_CONTAINED, _TELLING, _SHARE = 90, 30, 3
_SHARED = 0.6  # of its words; looked at first, since it costs a hundredth


def likeness(one: str, other: str) -> float:
    """How much two sentences are one, of 100: the same but for corrections, or the one a telling part of the other.

    >>> likeness("The mill was closed.", "The  mill was closed!") >= SAME_WORDS
    True
    >>> joined = "The gates were closed in the winter, and all boats went round by the mill."
    >>> likeness("All boats went round by the mill.", joined) >= SAME_WORDS, likeness("The mill.", joined) >= SAME_WORDS
    (True, False)
    """
    return _alike(_Words.of(one), _Words.of(other))


@dataclass(frozen=True, slots=True)
class _Words:
    """A sentence, folded once: it may be held against many."""

    text: str
    words: frozenset[str]

    @classmethod
    def of(cls, said: str) -> _Words:
        text = folded(said)
        return cls(text, frozenset(text.split()))


def _alike(one: _Words, other: _Words) -> float:
    """How much two sentences are one; 0 where that is below what is the same."""
    if not (one.text or other.text):
        return 100.0
    return ratio(one.text, other.text, score_cutoff=SAME_WORDS) or _contained(one, other)


def _contained(one: _Words, other: _Words) -> float:
    """How much two sentences are one, where the shorter is a telling part of the longer; else 0."""
    short, long_ = sorted((one, other), key=lambda each: len(each.text))
    if len(short.text) < _TELLING or len(short.text) * _SHARE < len(long_.text):
        return 0.0
    if len(short.words & long_.words) < _SHARED * len(short.words):
        return 0.0
    return SAME_WORDS if partial_ratio(short.text, long_.text) >= _CONTAINED else 0.0


def find_alike(ours: Sequence[str], theirs: Sequence[str]) -> Iterator[tuple[float, int, int]]:
    """The likeness of each two of many that are the same, with their places.

    >>> list(find_alike(["The mill was closed.", "It rained."], ["The gates rose.", "The mill was closed!"]))
    [(95.0, 0, 1)]
    """
    mine, other = [_Words.of(said) for said in ours], [_Words.of(said) for said in theirs]
    seen = set[tuple[int, int]]()
    texts = [each.text for each in other]
    for i, one in enumerate(mine):
        for _, alike, k in extract(one.text, texts, scorer=ratio, score_cutoff=SAME_WORDS, limit=None):
            seen.add((i, k))
            yield alike, i, k
    often = Counter(word for each in (*mine, *other) for word in each.words)
    within = ((i, k) for i, k in _holding(mine, other, often) if len(mine[i].text) <= len(other[k].text))
    around = ((i, k) for k, i in _holding(other, mine, often) if len(other[k].text) < len(mine[i].text))
    for i, k in chain(within, around):
        if (i, k) not in seen and (alike := _contained(mine[i], other[k])):
            yield alike, i, k


def _holding(short: Sequence[_Words], long_: Sequence[_Words], often: Counter[str]) -> Iterator[tuple[int, int]]:
    """The places of sentences of which the one may share enough of its words with the other: then one of its rarest is shared."""
    places: dict[str, list[int]] = {}
    for k, each in enumerate(long_):
        for word in each.words:
            places.setdefault(word, []).append(k)
    for i, each in enumerate(short):
        if len(each.text) >= _TELLING:
            needed = ceil(_SHARED * len(each.words))
            rarest = sorted(each.words, key=lambda word: (often[word], word))[: len(each.words) - needed + 1]
            yield from ((i, k) for k in set().union(*(places.get(word, ()) for word in rarest)))


def folded(words: str) -> str:
    """A sentence as it is compared: without its capitals, its blanks and the dress of its quotation marks."""
    return " ".join(words.casefold().translate(_DRESS).split())


# What a word processor changes by itself.
_DRESS = str.maketrans({"“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "‘": "'", "’": "'", "–": "-", "—": "-"})
