"""In which of many texts could some words stand? One look at each text for all the words that are looked for.

In: quotations, and texts by key. Out: for each quotation the keys of the few texts that hold nearly all of its telling words, the
most promising first. The rule of this file: only what is rare among the texts counts, so that a hundred missing quotations and a
thousand texts are no hundred thousand comparisons.
"""

from __future__ import annotations

import math
import re
from collections.abc import Hashable, Iterable, Sequence
from typing import TypeVar

from verifier.text import UNSPACED_RANGES

K = TypeVar("K", bound=Hashable)

_WORD = re.compile(rf"[{UNSPACED_RANGES}]|[^\W_{UNSPACED_RANGES}]+")
# Of a quotation's weight that must be in a text; less than all, because words are divided and spelt otherwise.
_MOST = 0.7
_CANDIDATES = 5


def find_likely(quotations: Sequence[str], texts: Iterable[tuple[K, str]]) -> list[list[K]]:
    """For each quotation, the texts that are worth a comparison.

    >>> texts = {"a": "The gates stayed open all year.", "b": "It rained in the north."}
    >>> find_likely(["the gates stayed open", "it snowed in the south"], texts.items())
    [['a'], []]
    """
    wanted = [frozenset(_WORD.findall(quotation.casefold())) for quotation in quotations]
    probes = frozenset().union(*wanted)
    places: dict[str, list[K]] = {}
    total = 0
    for key, text in texts:
        total += 1
        for word in probes.intersection(_WORD.findall(text.casefold())):
            places.setdefault(word, []).append(key)
    return [_promising(words, places, total) for words in wanted]


def _promising(words: frozenset[str], places: dict[str, list[K]], total: int) -> list[K]:
    weights = {word: math.log(1 + total / (1 + len(places.get(word, ())))) for word in words}
    held: dict[K, float] = {}
    for word, weight in weights.items():
        for key in places.get(word, ()):
            held[key] = held.get(key, 0.0) + weight
    least = _MOST * sum(weights.values())
    ranked = sorted(held.items(), key=lambda item: -item[1])
    return [key for key, weight in ranked[:_CANDIDATES] if weight >= least]
