"""Which passages of a text bear on a statement. In: the statement's terms and the text. Out: `Passage`s, best first.

The rule of this file: windows of one to three sentences ranked by BM25 with the page itself as the
collection, no two of the answers overlapping. A long page is first thinned to its most promising
stretches, so that time is bounded; what is "nowhere" is asked of the whole page (`vocabulary`).
"""

from __future__ import annotations

import heapq
import math
import re
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from verifier.matching.statement_terms import Term, keys
from verifier.sentences import split

_WINDOW = 3  # sentences
_K1, _B = 1.2, 0.3  # Robertson's saturation; length counts little because windows are alike
_STRETCH = 2000  # characters
_READ = 240_000  # characters of a page whose sentences are looked at
_LONGEST = 1500  # characters of a sentence; longer ones (tables, text without stops) are cut
_BREAK = re.compile(r"\s")
_LINE = re.compile(r"[^\r\n\u2028]+")


@dataclass(frozen=True, slots=True)
class Passage:
    """One to three neighbouring sentences: their place in the text, the terms in them, the rank's score."""

    start: int
    end: int
    keys: tuple[str, ...]
    score: float


@dataclass(frozen=True, slots=True)
class Page:
    """A text read for statements: its sentences with their terms, all terms of the whole text, and where each stands.

    `places` holds, by term, the numbers of its sentences in order, one for each time it stands there.
    """

    spans: tuple[tuple[int, int], ...]
    keys: tuple[tuple[str, ...], ...]
    vocabulary: AbstractSet[str]
    places: Mapping[str, Sequence[int]]
    average: float  # terms of a sentence


def is_long(text: str) -> bool:
    """Whether only the stretches that promise most are read, which depends on what is wanted."""
    return len(text) > _READ


def read(text: str, wanted: frozenset[str]) -> Page:
    """The page's sentences; of a long page those of the stretches with most of the wanted terms."""
    vocabulary: set[str] = set()
    stretches = [(0, len(text))]
    if is_long(text):
        weighed = []
        stretches = list(_stretches(text))
        for number, (start, end) in enumerate(stretches):
            found = set(keys(text[start:end]))
            vocabulary |= found
            weighed.append((len(found & wanted), -number))
        best = sorted(-number for _, number in heapq.nlargest(_READ // _STRETCH, weighed))
        stretches = _joined([stretches[number] for number in best])
    spans = tuple(span for start, end in stretches for span in _sentences(text, start, end))
    found_keys = tuple(tuple(keys(text[start:end])) for start, end in spans)
    places: dict[str, list[int]] = {}
    for number, of_one in enumerate(found_keys):
        for key in of_one:
            places.setdefault(key, []).append(number)
    average = sum(map(len, found_keys)) / max(1, len(found_keys)) or 1.0
    return Page(spans, found_keys, vocabulary | places.keys(), places, average)


def _stretches(text: str) -> Iterator[tuple[int, int]]:
    """A text in pieces of about equal length, cut at white space where there is some."""
    start = 0
    while start < len(text):
        cut = _BREAK.search(text, start + _STRETCH, start + 2 * _STRETCH)
        end = cut.end() if cut else min(start + 2 * _STRETCH, len(text))
        yield start, end
        start = end


def _joined(stretches: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    joined: list[tuple[int, int]] = []
    for start, end in stretches:
        if joined and joined[-1][1] == start:
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
    return joined


def _sentences(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The sentences of a stretch. Each line is taken for a block, as extractors write them."""
    for line in _LINE.finditer(text, start, end):
        for first, last in split(line.group()):
            for piece in range(first, last, _LONGEST):
                yield line.start() + piece, line.start() + min(last, piece + _LONGEST)


def rank(statement: Sequence[Term], page: Page, most: int = 3) -> list[Passage]:
    """The best passages, not overlapping, best first; only such as share a term with the statement."""
    weights = term_weights(statement, page)
    counts: dict[int, dict[str, int]] = {}
    for key in weights:
        for number in page.places.get(key, ()):
            here = counts.setdefault(number, {})
            here[key] = here.get(key, 0) + 1
    candidates: list[tuple[float, int, int]] = []
    for first in sorted(counts):
        seen: dict[str, int] = {}
        length = 0
        for last in range(first, min(first + _WINDOW, len(page.keys))):
            length += len(page.keys[last])
            if last in counts:
                for key, count in counts[last].items():
                    seen[key] = seen.get(key, 0) + count
                candidates.append((_bm25(seen, weights, length / page.average), -first, -last))
    return _apart(candidates, page, most)


def term_weights(statement: Sequence[Term], page: Page) -> dict[str, float]:
    """How much each term of the statement tells: its own weight times its rarity among the sentences."""
    total = len(page.keys)
    weights: dict[str, float] = {}
    for term in statement:
        frequency = len(set(page.places.get(term.key, ())))
        rarity = math.log(1 + (total - frequency + 0.5) / (frequency + 0.5))
        weights[term.key] = max(weights.get(term.key, 0.0), term.weight * rarity)
    return weights


def _bm25(seen: dict[str, int], weights: dict[str, float], length: float) -> float:
    norm = _K1 * (1 - _B + _B * length)
    return sum(weights[key] * count * (_K1 + 1) / (count + norm) for key, count in seen.items())


def _apart(candidates: list[tuple[float, int, int]], page: Page, most: int) -> list[Passage]:
    """The best candidates that share no sentence."""
    heapq.heapify(inverted := [(-score, -first, -last) for score, first, last in candidates])
    taken: list[tuple[int, int]] = []
    passages: list[Passage] = []
    while inverted and len(passages) < most:
        score, first, last = heapq.heappop(inverted)
        if all(last < start or first > end for start, end in taken):
            taken.append((first, last))
            found = tuple(key for keys_ in page.keys[first : last + 1] for key in keys_)
            passages.append(Passage(page.spans[first][0], page.spans[last][1], found, -score))
    return passages
