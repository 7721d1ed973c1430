"""What differs between the words of a quotation and the place where they stand, edit by edit.

In: a parsed quotation and its placement. Out: `Difference`s. The rule of this file: each edit is named by `edits.classify`; what the
marks of the quotation declare is held against what they hide, for no mark declares another number or a “not”.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from itertools import pairwise

from verifier.matching.edits import Edit, at_the_edge, classify
from verifier.matching.lexicon import goes_on_negating, negates
from verifier.matching.locate import Operation, Placed, Placement
from verifier.matching.marks import Gap, Parsed, Word
from verifier.matching.tokens import Tokens, is_number, number_value, tokenize
from verifier.matching.values import same_values
from verifier.model import Difference, DifferenceKind

_FEW_WORDS = 3
_BRACKETED = 50  # words of the source: brackets stand for a few, and no reader expects a paragraph behind them
# A value in another dress is a few words long: the parts of its alignment, and its words in the source.
_VALUE_PARTS, _VALUE_WORDS = 7, 9


def find_differences(
    parsed: Parsed, placement: Placement, tokens: Tokens, language: str | None
) -> tuple[Difference, ...]:
    """All differences in the order of the quoted words.

    In: the quotation and its place. Out: also those that change nothing. The rule: a remark that the source has itself is none.
    """
    found = [
        d
        for run, placed in zip(parsed.runs, placement.runs, strict=True)
        if placed
        for d in _run_edits(run, placed, tokens, language)
        if d.material is False or d.quoted or tuple(tokenize(d.source).keys) not in parsed.notes
    ]
    found = _order(found)
    found += _gap_edits(parsed, placement, tokens, language)
    if not placement.in_order:
        found.append(Difference(DifferenceKind.ORDER, "", "", material=True))
    return tuple(found)


def _order(found: list[Difference]) -> list[Difference]:
    """Words that were moved are no words put in and left out: one difference, of the order."""
    material = [d for d in found if d.material]
    quoted, source = (sorted(w for d in material for w in tokenize(words(d)).keys) for words in (_said, _there))
    if len(material) < 2 or quoted != source:
        return found
    moved = Difference(DifferenceKind.ORDER, _joined(material, _said), _joined(material, _there), material=True)
    return [d for d in found if not d.material] + [moved]


def _said(difference: Difference) -> str:
    return difference.quoted


def _there(difference: Difference) -> str:
    return difference.source


def _joined(found: Sequence[Difference], words: Callable[[Difference], str]) -> str:
    return " … ".join(filter(None, map(words, found)))


def _run_edits(run: Sequence[Word], placed: Placed, tokens: Tokens, language: str | None) -> list[Difference]:
    found: list[Difference] = []
    operations = placed.operations
    at = 0
    while at < len(operations):
        o = operations[at]
        if o.equal:
            found += _case(run[o.a : o.b], o.c, tokens)
            at += 1
            continue
        end = _one_value(run, operations, at, tokens, language) or _end_of_edit(operations, at)
        last = operations[end - 1]
        found += _edit(run, (o.a, last.b, o.c, last.d), tokens, language)
        at = end
    return found


def _end_of_edit(operations: Sequence[Operation], at: int) -> int:
    while at < len(operations) and not operations[at].equal:
        at += 1
    return at


def _one_value(
    run: Sequence[Word], operations: Sequence[Operation], at: int, tokens: Tokens, language: str | None
) -> int | None:
    """The end of some edits, and the few equal words between them, that are one value in another dress: $5 and 5 dollars."""
    first = operations[at]
    for end in range(min(len(operations), at + _VALUE_PARTS), at + 2, -1):
        last = operations[end - 1]
        keys = tokens.keys[first.c : last.d]
        if last.equal or len(keys) > _VALUE_WORDS or not any(map(is_number, keys)):
            continue
        if same_values([w.key for w in run[first.a : last.b]], keys, language):
            return end
    return None


def _edit(
    run: Sequence[Word], edges: tuple[int, int, int, int], tokens: Tokens, language: str | None
) -> tuple[Difference, ...]:
    a, b, c, d = edges
    edit = Edit(tuple(run[a:b]), tuple(tokens.keys[c:d]), tuple(tokens.raw(i) for i in range(c, d)), language)
    if a == 0 or b == len(run):
        edit = at_the_edge(edit, first=a == 0)
    return classify(edit)


def _case(words: Sequence[Word], at: int, tokens: Tokens) -> list[Difference]:
    """Capitals that differ; where brackets declare it, that is no difference."""
    return [
        Difference(DifferenceKind.CASE, w.raw, tokens.raw(at + i), material=False)
        for i, w in enumerate(words)
        if not w.marked and w.raw != tokens.raw(at + i)
    ]


def _gap_edits(parsed: Parsed, placement: Placement, tokens: Tokens, language: str | None) -> list[Difference]:
    """What the marks of the quotation stand for: declared, and yet material where they hide or put in a “not” or a number."""
    found = _edge_edits(parsed, placement, tokens, language)
    for gap, put_in, (one, other) in zip(parsed.gaps, parsed.put_in, pairwise(placement.runs), strict=True):
        if one is None or other is None or other.start < one.end:
            continue
        hidden = list(tokens.keys[one.end : other.start])
        said = list(tokenize(put_in).keys)
        if said and said == hidden:  # the brackets are the source's own
            continue
        kind = _gap_kind(said, hidden, language)
        if kind == "negation" and goes_on_negating(hidden, language) and negates(parsed.keys, language):
            kind = "marked"
        if kind == "marked" and gap is Gap.BRACKETS and len(hidden) > _BRACKETED:
            kind = "stitched"
        sign = "…" if gap is Gap.ELLIPSIS else f"[{put_in}]"
        found.append(
            Difference(DifferenceKind(kind), sign, tokens.words(one.end, other.start), material=kind != "marked")
        )
    return found


def _gap_kind(said: Sequence[str], hidden: Sequence[str], language: str | None) -> str:
    turned = negates(said, language) and len(said) <= _FEW_WORDS and not negates(hidden, language)
    lost = negates(hidden, language) and len(hidden) <= _FEW_WORDS and not negates(said, language)
    return "negation" if turned or lost else "number" if _other_number(said, hidden, language) else "marked"


def _edge_edits(parsed: Parsed, placement: Placement, tokens: Tokens, language: str | None) -> list[Difference]:
    """Brackets at the beginning and at the end are held against the words of the source beside the quotation."""
    found = []
    for put_in, here in ((parsed.before, placement.start - 1), (parsed.after, placement.end)):
        said = list(tokenize(put_in).keys) or list(re.findall(r"\d+", put_in))
        beside = [tokens.keys[here]] if said and 0 <= here < len(tokens.keys) else []
        kind = _gap_kind(said, beside, language) if said and said != beside else "marked"
        if kind == "number" or (kind == "negation" and not negates(beside, language)):
            found.append(Difference(DifferenceKind(kind), f"[{put_in}]", " ".join(beside), material=True))
    return found


def _other_number(said: Sequence[str], hidden: Sequence[str], language: str | None) -> bool:
    """Whether brackets put a number in the place of another: no mark declares that."""
    values = {number_value(k) for k in said if is_number(k)}
    there = {number_value(k) for k in hidden if is_number(k)}
    return bool(values and there) and not values & there and not same_values(said, hidden, language)
