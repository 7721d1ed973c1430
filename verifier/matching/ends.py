"""The ends of a quotation, where the alignment gave their words another partner.

In: a quotation and where it was placed. Out: the same place with its ends put right, None where nothing is to be. The rule of this file:
words that stand as they are in the same sentence of the source are there, and what lies between them and the rest was left out or moved.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from verifier.matching.locate import Operation, Placed, Placement, Weights
from verifier.matching.marks import Parsed, Word
from verifier.matching.tokens import Tokens

_NEAR = 60  # words of the source between an end and the rest
_STOP = re.compile(r"[.!?。！？]|\n\s*\n")


def put_ends_right(parsed: Parsed, placement: Placement, tokens: Tokens) -> Placement | None:
    """The placement with a beginning or an end that stands some words off, or was moved.

    In: a quotation that is altered where it was placed. Out: a placement whose differences are what was left out or turned.
    """
    runs = list(placement.runs)
    for at, turned in ((0, False), (-1, True)):
        run, placed = parsed.runs[at], runs[at]
        if placed is not None and sum(o.b - o.a for o in placed.operations if o.equal) < len(run):
            view = _View(run, tokens, turned=turned)
            runs[at] = view.moved(placed) or view.reached(placed) or placed
    if tuple(runs) == placement.runs:
        return None
    weights = Weights(tokens)
    total = sum(map(weights.all, parsed.runs)) or 1.0
    return replace(placement, runs=tuple(runs), agreed=_agreed(parsed, runs, weights) / total)


def _agreed(parsed: Parsed, runs: Sequence[Placed | None], weights: Weights) -> float:
    pairs = [(run, o) for run, placed in zip(parsed.runs, runs, strict=True) if placed for o in placed.operations]
    return sum(weights.all(run[o.a : o.b]) for run, o in pairs if o.equal)


class _View:
    """A run and its source, read from the front or, `turned`, from behind: there is one rule for both ends."""

    def __init__(self, run: Sequence[Word], tokens: Tokens, *, turned: bool) -> None:
        self._keys = [w.key for w in run]
        self._tokens, self._turned = tokens, turned

    def moved(self, placed: Placed) -> Placed | None:
        """Where the words of the end stand somewhere within the rest, nothing stands in their place at the end."""
        groups = _groups(placed.operations)
        edge = groups[-1] if self._turned else groups[0]
        if edge.equal or edge.a == edge.b or edge.c == edge.d:
            return None
        words, first, last = self._keys[edge.a : edge.b], groups[0], groups[-1]
        if self._turned:
            beyond = Operation(False, first.a, first.a, first.c - len(words), first.c)
            groups = [beyond, *groups[:-1], replace(edge, d=edge.c)]
        else:
            beyond = Operation(False, last.b, last.b, last.d, last.d + len(words))
            groups = [replace(edge, c=edge.d), *groups[1:], beyond]
        there = [g for g in groups if g.a == g.b and list(self._tokens.keys[max(0, g.c) : g.d]) == words]
        return _placed(placed, [g for g in groups if g is not beyond or there == [beyond]]) if there else None

    def reached(self, placed: Placed) -> Placed | None:
        """The end as it stands some words off in the same sentence; what lies between was left out."""
        groups = _groups(placed.operations)
        for i in range(len(groups)) if self._turned else reversed(range(len(groups))):
            group = groups[i]
            if group.equal or group.a == group.b:
                continue
            end = self._keys[group.a :] if self._turned else self._keys[: group.b]
            start = next(self._places(end, group), None)
            if start is not None:
                return _placed(placed, self._joined(groups, i, start))
        return None

    def _places(self, end: Sequence[str], group: Operation) -> Iterator[int]:
        """Where these words begin, the nearest first."""
        size, keys = len(end), self._tokens.keys
        if size == len(self._keys) or (size == 1 and len(self._tokens.places(end[0])) > 1):
            return
        if self._turned:
            options = range(group.c, min(group.c + _NEAR, len(keys) - size) + 1)
        else:
            options = range(group.d - size, max(-1, group.d - size - _NEAR), -1)
        for start in options:
            if list(keys[start : start + size]) == list(end) and self._is_one_sentence(start, size, group):
                yield start

    def _is_one_sentence(self, start: int, size: int, group: Operation) -> bool:
        between = range(group.c - 1, start + size - 1) if self._turned else range(start, group.d)
        return not any(_STOP.search(self._tokens.between(i, i + 1)) for i in between)

    def _joined(self, groups: Sequence[Operation], i: int, start: int) -> list[Operation]:
        group, size = groups[i], len(self._keys)
        if self._turned:
            left_out = Operation(False, group.a, group.a, group.c, start)
            return [*groups[:i], left_out, Operation(True, group.a, size, start, start + size - group.a)]
        left_out = Operation(False, group.b, group.b, start + group.b, group.d)
        return [Operation(True, 0, group.b, start, start + group.b), left_out, *groups[i + 1 :]]


def _groups(operations: Sequence[Operation]) -> list[Operation]:
    """The steps with those that follow each other and do not agree taken together."""
    found: list[Operation] = []
    for o in operations:
        if found and not o.equal and not found[-1].equal:
            found[-1] = replace(found[-1], b=o.b, d=o.d)
        else:
            found.append(o)
    return found


def _placed(placed: Placed, groups: Sequence[Operation]) -> Placed:
    kept = tuple(g for g in groups if g.a < g.b or g.c < g.d)
    longest = max(g.b - g.a for g in kept if g.equal)
    return replace(placed, start=kept[0].c, end=kept[-1].d, operations=kept, longest=longest)
