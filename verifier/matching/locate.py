"""Find where a quotation stands in a source: each run of its words, in order, near each other.

In: a parsed quotation and the source's tokens. Out: the best `Placement`, None where nothing is near. Runs are looked for
exactly first; else rare words of the run vote for windows of the source, and a bounded alignment is made there.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from rapidfuzz.distance import Levenshtein

from verifier.matching.marks import Gap, Parsed, Word
from verifier.matching.tokens import Tokens

# The most places of one word that may vote, and the most votes for one run: bounds for hostile texts.
_PLACES = 400
_VOTES = 6000
_WINDOWS = 4
# A longer run is aligned by its rarest words only as far as this; the windows are cut to it.
_LONGEST = 3000
# A run is where its gap lets it be only if most of it is there.
_MOST_OF_IT = 0.6
# How many tokens a gap may bridge: brackets stand for a few words, an ellipsis for a few paragraphs.
BRIDGE = {Gap.BRACKETS: 14, Gap.ELLIPSIS: 700}


@dataclass(frozen=True, slots=True)
class Operation:
    """One step of an alignment: `quoted[a:b]` against the source's tokens `[c:d]`; equal or not."""

    equal: bool
    a: int
    b: int
    c: int
    d: int


@dataclass(frozen=True, slots=True)
class Placed:
    """One run of words in the source: tokens `[start:end]` and how they align."""

    start: int
    end: int
    operations: tuple[Operation, ...]
    weight: float  # of the words that agree
    longest: int  # words of the longest agreeing stretch


@dataclass(frozen=True, slots=True)
class Placement:
    """All runs of a quotation; None for a run that is nowhere."""

    runs: tuple[Placed | None, ...]
    agreed: float  # weight of the agreeing words, as a share of all
    count: int  # how many equal places the whole has

    @property
    def start(self) -> int:
        """The first token."""
        return min(p.start for p in self.runs if p)

    @property
    def end(self) -> int:
        """The token after the last."""
        return max(p.end for p in self.runs if p)

    @property
    def longest(self) -> int:
        """Words of the longest agreeing stretch."""
        return max((p.longest for p in self.runs if p), default=0)

    @property
    def in_order(self) -> bool:
        """Whether the runs follow each other as in the quotation."""
        placed = [p for p in self.runs if p]
        return all(one.end <= other.start for one, other in pairwise(placed))


class Weights:
    """How telling a word is: rare words of this source more than frequent ones."""

    def __init__(self, tokens: Tokens) -> None:
        self._tokens = tokens
        self._size = max(2, len(tokens.keys))

    def __call__(self, key: str) -> float:
        """The weight of a key, between about 0.3 and 3."""
        return 0.3 + max(0.0, math.log(self._size / (1 + len(self._tokens.places(key)))) / math.log(self._size)) * 2.7

    def all(self, words: Sequence[Word]) -> float:
        """The sum over some words."""
        return sum(self(w.key) for w in words)


def locate(parsed: Parsed, tokens: Tokens) -> Placement | None:
    """The best place of a quotation, None where none of it stands anywhere."""
    exact = locate_exactly(parsed, tokens)
    if exact is not None:
        return exact
    weights = Weights(tokens)
    total = sum(map(weights.all, parsed.runs)) or 1.0
    anchor = max(range(len(parsed.runs)), key=lambda i: weights.all(parsed.runs[i]))
    best: tuple[float, tuple[Placed | None, ...]] | None = None
    for placed in _candidates(parsed.runs[anchor], tokens, weights, range(len(tokens.keys))):
        runs = _extend(parsed, anchor, placed, tokens, weights)
        agreed = sum(p.weight for p in runs if p) / total
        if best is None or agreed > best[0]:
            best = agreed, runs
    return Placement(best[1], best[0], 1) if best else None


def locate_exactly(parsed: Parsed, tokens: Tokens) -> Placement | None:
    """Every run as it is, each after the one before, within reach of the gap; the shortest such place."""
    found: list[tuple[Placed, ...]] = []
    for start in tokens.find_run([w.key for w in parsed.runs[0]]):
        chain = [_as_it_is(parsed.runs[0], start)]
        for run, gap in zip(parsed.runs[1:], parsed.gaps, strict=True):
            after = _next_run(run, tokens, chain[-1].end, BRIDGE[gap])
            if after is None:
                break
            chain.append(_as_it_is(run, after))
        if len(chain) == len(parsed.runs):
            found.append(tuple(chain))
    if not found:
        return None
    best = min(found, key=lambda chain: chain[-1].end - chain[0].start)
    return Placement(best, 1.0, len({chain[-1].end for chain in found}))


def _as_it_is(run: Sequence[Word], start: int) -> Placed:
    end = start + len(run)
    return Placed(start, end, (Operation(True, 0, len(run), start, end),), math.inf, len(run))


def _next_run(run: Sequence[Word], tokens: Tokens, after: int, reach: int) -> int | None:
    first = run[0].key
    keys = [w.key for w in run]
    for start in range(after, min(after + reach + 1, len(tokens.keys) - len(run) + 1)):
        if tokens.keys[start] == first and list(tokens.keys[start : start + len(run)]) == keys:
            return start
    return None


def _extend(parsed: Parsed, anchor: int, placed: Placed, tokens: Tokens, weights: Weights) -> tuple[Placed | None, ...]:
    """The other runs around the anchor: within reach of their gap where they are there, else wherever they are."""
    runs: list[Placed | None] = [None] * len(parsed.runs)
    runs[anchor] = placed
    for i in range(anchor + 1, len(runs)):
        near = runs[i - 1] or placed
        runs[i] = _beside(
            parsed.runs[i],
            tokens,
            weights,
            range(near.end, near.end + BRIDGE[parsed.gaps[i - 1]] + 2 * len(parsed.runs[i])),
        )
    for i in range(anchor - 1, -1, -1):
        near = runs[i + 1] or placed
        reach = BRIDGE[parsed.gaps[i]] + 2 * len(parsed.runs[i])
        runs[i] = _beside(parsed.runs[i], tokens, weights, range(max(0, near.start - reach), near.start), last=True)
    return tuple(runs)


def _beside(
    run: Sequence[Word], tokens: Tokens, weights: Weights, where: range, *, last: bool = False
) -> Placed | None:
    inside = range(where.start, min(where.stop, len(tokens.keys)))
    whole = weights.all(run)
    options = [p for p in _candidates(run, tokens, weights, inside) if p.weight >= _MOST_OF_IT * whole]
    if options:
        best = max(p.weight for p in options)
        return (max if last else min)((p for p in options if p.weight == best), key=lambda p: p.start)
    # Not where it should be: then wherever it is, and the order is another.
    return max(_candidates(run, tokens, weights, range(len(tokens.keys))), key=lambda p: p.weight, default=None)


def _candidates(run: Sequence[Word], tokens: Tokens, weights: Weights, where: range) -> Iterator[Placed]:
    """Places of one run inside a range of tokens, the most promising first."""
    for start in _windows(run, tokens, weights, where):
        placed = align(run, tokens, weights, start, where)
        if placed is not None:
            yield placed


def _windows(run: Sequence[Word], tokens: Tokens, weights: Weights, where: range) -> list[int]:
    """The starts of windows in which the words of a run gather."""
    votes: list[tuple[int, float]] = []  # where the run would begin, and the weight of the vote
    for i, word in sorted(enumerate(run[:_LONGEST]), key=lambda iw: len(tokens.places(iw[1].key))):
        places = tokens.places(word.key)
        if not places or len(places) > _PLACES or len(votes) > _VOTES:
            continue
        weight = weights(word.key)
        votes += [(p - i, weight) for p in places if p in where]
    votes.sort()
    slack = max(3, len(run) // 4)
    scored: list[tuple[float, int]] = []
    left, weight = 0, 0.0
    for right, (start, vote) in enumerate(votes):
        weight += vote
        while start - votes[left][0] > slack:
            weight -= votes[left][1]
            left += 1
        scored.append((weight, votes[(left + right) // 2][0]))
    return _apart(scored, slack)


def _apart(scored: list[tuple[float, int]], slack: int) -> list[int]:
    """The best few starts that are not the same place twice."""
    chosen: list[int] = []
    for _weight, start in sorted(scored, reverse=True):
        if all(abs(start - c) > slack for c in chosen):
            chosen.append(start)
        if len(chosen) == _WINDOWS:
            break
    return chosen


def align(run: Sequence[Word], tokens: Tokens, weights: Weights, start: int, where: range) -> Placed | None:
    """Align a run with the source around a start; None where nothing agrees."""
    quoted = [w.key for w in run[:_LONGEST]]
    margin = max(4, len(quoted) // 3)
    low, high = max(where.start, start - margin), min(where.stop, len(tokens.keys), start + len(quoted) + margin)
    for _ in range(3):  # the ends are free: trim them, and align what remains
        found = steps(quoted, tokens.keys[low:high], low)
        kept = _trim(found)
        if not kept:
            return None
        first, last = kept[0], kept[-1]
        tight_low, tight_high = max(low, first.c - first.a), min(high, last.d + len(quoted) - last.b)
        if (tight_low, tight_high) == (low, high):
            break
        low, high = tight_low, tight_high
    return _placed(_together(steps(quoted, tokens.keys[low:high], low), quoted, tokens), quoted, weights)


def _together(operations: list[Operation], quoted: list[str], tokens: Tokens) -> list[Operation]:
    """Words that stand on both sides of an omission are taken from the side of the rest: nothing was left out then."""
    for i, o in reversed(list(enumerate(operations))):
        if o.a == o.b and o.a and tokens.keys[o.d - o.a : o.d] == quoted[: o.a]:
            following = operations[i + 1] if i + 1 < len(operations) and operations[i + 1].equal else None
            joined = Operation(True, 0, following.b if following else o.a, o.d - o.a, following.d if following else o.d)
            operations = [joined, *operations[i + (2 if following else 1) :]]
            break
    for i, o in enumerate(operations):
        rest = quoted[o.b :]
        if o.a == o.b and rest and i and operations[i - 1].equal and tokens.keys[o.c : o.c + len(rest)] == rest:
            before = operations[i - 1]
            return [*operations[: i - 1], Operation(True, before.a, len(quoted), before.c, o.c + len(rest))]
    return operations


def steps(quoted: Sequence[str], window: Sequence[str], low: int) -> list[Operation]:
    """The steps that make the source's tokens of the quoted ones; `low` is where the window begins."""
    codes = Levenshtein.opcodes(quoted, list(window))
    return [Operation(o.tag == "equal", o.src_start, o.src_end, low + o.dest_start, low + o.dest_end) for o in codes]


def _trim(operations: Sequence[Operation]) -> list[Operation]:
    """The agreeing stretches without lonely words at the ends, far from the rest."""
    kept = [o for o in operations if o.equal]
    while len(kept) > 1 and _lonely(kept[0], kept[1]):
        kept.pop(0)
    while len(kept) > 1 and _lonely(kept[-1], kept[-2]):
        kept.pop()
    return kept


def _lonely(edge: Operation, inner: Operation) -> bool:
    """Whether the source has more words between two stretches than the quotation has, and the edge is no longer than that."""
    in_source = max(inner.c - edge.d, edge.c - inner.d)
    in_quotation = max(inner.a - edge.b, edge.a - inner.b)
    return in_source - in_quotation >= max(2, edge.b - edge.a)


def _placed(operations: list[Operation], quoted: Sequence[str], weights: Weights) -> Placed | None:
    """Without the source's words before the first and after the last that belong to the quotation."""
    while operations and operations[0].a == operations[0].b:
        operations.pop(0)
    while operations and operations[-1].a == operations[-1].b:
        operations.pop()
    equal = [o for o in operations if o.equal]
    if not equal:
        return None
    weight = sum(weights(k) for o in equal for k in quoted[o.a : o.b])
    return Placed(operations[0].c, operations[-1].d, tuple(operations), weight, max(o.b - o.a for o in equal))
