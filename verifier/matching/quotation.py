"""Does a quotation stand in a text, and if not word for word, how do the words differ?

In: a quotation and a text. Out: `QuotationMatch`. The way: fold both, read the editing marks, locate every run of
words, align, and name every edit. The verdict follows from the edits, never from a score: a score cannot tell a typing
error from another number.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from verifier.matching.edits import Edit, at_the_edge, classify
from verifier.matching.flow import Flows
from verifier.matching.index import Index, index_of
from verifier.matching.lexicon import is_modal, is_negation, negates
from verifier.matching.locate import Placed, Placement, locate, locate_exactly
from verifier.matching.marks import Gap, Parsed, Word, parse, parse_literally
from verifier.matching.tokens import Tokens, is_number, number_value, tokenize
from verifier.model import FAITHFUL, Difference, DifferenceKind, Part, QuotationMatch, QuotationVerdict

_V = QuotationVerdict
# How much of a quotation must stand in one place for it to be this quotation with changes. Below, it is another text
# that shares words. Both were read off the open set; no verdict between faithful and altered rests on them.
_ALTERED_FROM = 0.62
_PARTIAL_FROM = 0.35
_PARTIAL_RUN = 6
_LETTERS_A_WORD = 3
_FEW_WORDS = 3
_LONG_ELLIPSIS = 200
_SHOWN = 8
_LETTER = re.compile(r"[^\W\d_]")
_AROUND = ' ,"“”„«»‘’「」『』'
_REACH = 200  # characters around a place that are looked at again


def match_quotation(quotation: str, text: str, parts: Sequence[Part] = ()) -> QuotationMatch:
    """How the words of a quotation stand in a text.

    `start` and `end` point into `text`. `parts` are its stretches that have a role of their own (`SourceText.parts`). Never raises
    for any two strings; the time is bounded.

    >>> match = match_quotation("[T]he gates … stayed open", "All the gates, new and old, stayed open.")
    >>> match.verdict.value, match.exact
    ('verbatim_marked', 'the gates, new and old, stayed open')
    >>> match = match_quotation("It cost 1,700 jobs in the valley", "It cost 1,200 jobs in the valley.")
    >>> match.verdict.value, match.differences[0].kind
    ('altered', 'number')
    """
    index = index_of(text).know(parts)
    known = index.matches.get(quotation)
    if known is None:
        known = index.matches[quotation] = _match(quotation, index)
    return known


def stands(quotation: str, text: str, parts: Sequence[Part] = ()) -> bool:
    """Whether a text has the quoted words.

    >>> stands("the gates stayed open", "In every year the gates stayed open.")
    True
    """
    return match_quotation(quotation, text, parts).verdict in FAITHFUL


def _match(quotation: str, index: Index) -> QuotationMatch:
    """In the text as it is, in the running text, and last among what is none of the source's words."""
    literal = parse_literally(quotation)
    if not literal.words:
        return _nothing(_V.UNVERIFIABLE, "The quotation has no words that could be looked for.")
    as_it_is = _as_it_is(literal, index)
    if as_it_is is not None and not _is_outside(as_it_is, index):
        return as_it_is
    running = index.running
    if running is None or index.flows is None:
        return as_it_is or _search(quotation, literal, index)
    return _match_flows(quotation, literal, index, index.flows, as_it_is)


def _match_flows(
    quotation: str, literal: Parsed, index: Index, flows: Flows, as_it_is: QuotationMatch | None
) -> QuotationMatch:
    """The answer of the running text, unless it is none and another place has the very words."""
    assert index.running is not None
    found = _as_it_is(literal, index.running) or _search(quotation, literal, index.running)
    if found.start is not None and found.end is not None and flows.running.crosses(found.start, found.end):
        return as_it_is or _search(quotation, literal, index)
    best = _placed_back(found, flows, index)
    if best.verdict in FAITHFUL:
        return best
    if as_it_is is not None:
        return as_it_is
    for other in (_as_it_stands(quotation, literal, best, index), _outside(quotation, literal, flows, index)):
        if other is not None and other.verdict in FAITHFUL:
            return other
    return best


def _placed_back(match: QuotationMatch, flows: Flows, index: Index) -> QuotationMatch:
    """An answer of the running text with its place in the whole, and what stands between the words there."""
    if match.start is None or match.end is None:
        return match
    start, end = flows.running.span(match.start, match.end)
    placed = replace(match, start=start, end=end, exact=index.text[start:end])
    between = [" ".join(index.text[a:b].split()).strip(_AROUND) for a, b in flows.told(match.start, match.end)]
    between = [words for words in between if _LETTER.search(words)]
    if not between or match.verdict is _V.NOT_FOUND:
        return placed
    told = tuple(Difference(DifferenceKind.BETWEEN, "", words, material=False) for words in between)
    reason = f"{match.reason} Between them, and not part of the running text: “{_cut(between[0])}”."
    return replace(
        placed,
        differences=match.differences + told,
        reason=reason if match.verdict in FAITHFUL else match.reason,
    )


def _as_it_stands(quotation: str, literal: Parsed, near: QuotationMatch, index: Index) -> QuotationMatch | None:
    """The same place with all that stands between: a quotation may have taken it along."""
    if near.start is None or near.end is None:
        return None
    reach = 2 * len(quotation) + _REACH
    low, high = max(0, near.start - reach), near.end + reach
    here = Index(index.text[low:high])
    found = _as_it_is(literal, here) or _search(quotation, literal, here)
    return _shifted(found, low)


def _shifted(match: QuotationMatch, by: int) -> QuotationMatch:
    return (
        match
        if match.start is None or match.end is None
        else replace(match, start=match.start + by, end=match.end + by)
    )


def _outside(quotation: str, literal: Parsed, flows: Flows, index: Index) -> QuotationMatch | None:
    """What readers' comments, menus and the like have of the words."""
    if index.outside is None or flows.outside is None:
        return None
    found = _as_it_is(literal, index.outside) or _search(quotation, literal, index.outside)
    if found.start is None or found.end is None or flows.outside.crosses(found.start, found.end):
        return None
    start, end = flows.outside.span(found.start, found.end)
    return replace(found, start=start, end=end)


def _is_outside(match: QuotationMatch, index: Index) -> bool:
    return match.start is not None and match.end is not None and index.is_outside(match.start, match.end)


def _as_it_is(literal: Parsed, index: Index) -> QuotationMatch | None:
    """The quotation word for word, where that is seen at once."""
    found = index.find_words([w.key for w in literal.runs[0]])
    if found is None:
        return None
    placed = locate_exactly(literal, found[0])
    assert placed is not None
    return _judge(literal, replace(placed, count=found[1]), found[0], index)


def _search(quotation: str, literal: Parsed, index: Index) -> QuotationMatch:
    """The quotation wherever it stands, as it is or changed."""
    tokens = index.tokens
    if not tokens.keys:
        return _nothing(_V.UNVERIFIABLE, "There is no text to look in.")
    placed = locate_exactly(literal, tokens)
    if placed is not None:
        return _judge(literal, placed, tokens, index)
    parsed = parse(quotation)
    if not parsed.words:
        return _nothing(_V.UNVERIFIABLE, "The quotation is all editing marks.")
    placed = locate(parsed, tokens)
    return (
        _judge(parsed, placed, tokens, index)
        if placed
        else _nothing(_V.NOT_FOUND, "None of the quoted words stands in the source.")
    )


def _nothing(verdict: QuotationVerdict, reason: str) -> QuotationMatch:
    return QuotationMatch(verdict, None, None, "", 0.0, reason=reason)


def _judge(parsed: Parsed, placement: Placement, tokens: Tokens, index: Index) -> QuotationMatch:
    """The verdict that follows from the edits."""
    differences = _differences(parsed, placement, tokens, index)
    material = [d for d in differences if d.material]
    missing = sum(p is None for p in placement.runs)
    if missing or material:
        verdict = _altered_or_absent(parsed, placement, missing=bool(missing))
    elif _differs(differences):
        verdict = _V.NEAR_VERBATIM
    else:
        verdict = _V.VERBATIM_MARKED if parsed.marked else _V.VERBATIM
    start, end = tokens.span(placement.start, placement.end)
    if verdict is _V.NOT_FOUND:
        differences = ()
    return QuotationMatch(
        verdict=verdict,
        start=start,
        end=end,
        exact=index.text[start:end],
        score=min(1.0, placement.agreed),
        differences=differences,
        warnings=_warnings(parsed, placement, tokens) if verdict is not _V.NOT_FOUND else (),
        reason=_reason(verdict, differences),
    )


def _altered_or_absent(parsed: Parsed, placement: Placement, *, missing: bool) -> QuotationVerdict:
    """Whether what stands there is this quotation with other words, a part of it, or another text."""
    words = parsed.words
    run = _PARTIAL_RUN * (_LETTERS_A_WORD if _is_unspaced(parsed) else 1)
    if placement.agreed >= _ALTERED_FROM and (placement.longest >= 2 or words <= _FEW_WORDS) and words > 2:
        return _V.PARTIAL if missing else _V.ALTERED
    if placement.agreed >= _PARTIAL_FROM and placement.longest >= min(run, max(_FEW_WORDS, words // 2)):
        return _V.PARTIAL
    return _V.NOT_FOUND


def _is_unspaced(parsed: Parsed) -> bool:
    """Whether most words are single letters of a script that writes no blanks and whose letters are no words (Thai, Khmer)."""
    keys = [word.key for run in parsed.runs for word in run]
    return 2 * sum("\u0e00" <= key < "\u1800" and len(key) == 1 for key in keys) > len(keys)


def _differs(differences: Sequence[Difference]) -> bool:
    return any(d.kind != "marked" for d in differences)


# --- the edits ---------------------------------------------------------------------------------


def _differences(parsed: Parsed, placement: Placement, tokens: Tokens, index: Index) -> tuple[Difference, ...]:
    found = [
        d
        for run, placed in zip(parsed.runs, placement.runs, strict=True)
        if placed
        for d in _run_edits(run, placed, tokens, index)
    ]
    found += _gap_edits(parsed, placement, tokens)
    if not placement.in_order:
        found.append(Difference(DifferenceKind.ORDER, "", "", material=True))
    return tuple(found)


def _run_edits(run: Sequence[Word], placed: Placed, tokens: Tokens, index: Index) -> list[Difference]:
    found: list[Difference] = []
    pending: tuple[int, int, int, int] | None = None
    for o in placed.operations:
        if o.equal:
            if pending:
                found += _edit(run, pending, tokens, index)
                pending = None
            found += _case(run[o.a : o.b], o.c, tokens)
        else:
            pending = (pending[0], o.b, pending[2], o.d) if pending else (o.a, o.b, o.c, o.d)
    if pending:
        found += _edit(run, pending, tokens, index)
    return found


def _edit(
    run: Sequence[Word], edges: tuple[int, int, int, int], tokens: Tokens, index: Index
) -> tuple[Difference, ...]:
    a, b, c, d = edges
    edit = Edit(tuple(run[a:b]), tuple(tokens.keys[c:d]), tuple(tokens.raw(i) for i in range(c, d)), index.language)
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


def _gap_edits(parsed: Parsed, placement: Placement, tokens: Tokens) -> list[Difference]:
    """What the marks of the quotation stand for: declared, and yet material where they hide a negation."""
    found = []
    for gap, put_in, (one, other) in zip(parsed.gaps, parsed.put_in, pairwise(placement.runs), strict=True):
        if one is None or other is None or other.start < one.end:
            continue
        hidden = list(tokens.keys[one.end : other.start])
        shown = tokens.words(one.end, other.start)
        few = len(hidden) <= _FEW_WORDS
        kind = "negation" if few and negates(hidden) else "number" if _other_number(put_in, hidden) else "marked"
        sign = "…" if gap is Gap.ELLIPSIS else f"[{put_in}]"
        found.append(Difference(DifferenceKind(kind), sign, shown, material=kind != "marked"))
    return found


def _other_number(put_in: str, hidden: Sequence[str]) -> bool:
    """Whether brackets put a number in the place of another: no mark declares that."""
    said = {number_value(k) for k in tokenize(put_in).keys if is_number(k)} if put_in else set()
    there = {number_value(k) for k in hidden if is_number(k)}
    return bool(said and there) and not said & there


# --- what people read ----------------------------------------------------------------------------


def _warnings(parsed: Parsed, placement: Placement, tokens: Tokens) -> tuple[str, ...]:
    found = []
    for one, other in pairwise(placement.runs):
        if one is None or other is None or other.start < one.end:
            continue
        hidden = list(tokens.keys[one.end : other.start])
        if len(hidden) > _LONG_ELLIPSIS:
            found.append(f"The marks of omission leave out {len(hidden)} words.")
        elif len(hidden) > _FEW_WORDS and negates(hidden):
            found.append("The omitted words hold a negation.")
        elif any(map(is_modal, hidden)):
            found.append("The omitted words say how certain or binding it is.")
    if placement.count > 1:
        found.append(f"The words stand in {placement.count} places of the source; the first is shown.")
    before = tokens.keys[placement.start - 1] if placement.start else ""
    after = tokens.keys[placement.end] if placement.end < len(tokens.keys) else ""
    if before and is_negation(before):
        found.append("The source says “not” just before the quoted words.")
    if after and is_negation(after):
        found.append("The quotation ends just before a “not” of the source.")
    return tuple(found) if parsed.words > 1 else ()


_SAYS = {
    "number": "the number is another",
    "negation": "a “not” was added or lost",
    "name": "a name is another",
    "modality": "how certain or binding it is was changed",
    "word": "a word is another",
    "qualifier": "a qualifying word was left out",
    "omission": "words were left out without an ellipsis",
    "insertion": "words were put in without brackets",
    "order": "the words stand in another order",
    "stitched": "passages from different places were joined",
}


def _reason(verdict: QuotationVerdict, differences: Sequence[Difference]) -> str:
    if verdict is _V.VERBATIM:
        return "The quoted words stand in the source, word for word."
    if verdict is _V.VERBATIM_MARKED:
        return "The quoted words stand in the source, with changes that the article marks."
    if verdict is _V.NOT_FOUND:
        return "The quoted words are not in the source; the nearest passage is shown."
    if verdict is _V.NEAR_VERBATIM:
        return f"The quoted words stand in the source but for {_list(differences)}."
    material = [d for d in differences if d.material]
    if verdict is _V.PARTIAL and not material:
        return "Only a part of the quoted words stands in the source."
    what = "Only a part stands in the source, and there " if verdict is _V.PARTIAL else "In the source "
    return f"{what}{_material(material)}."


def _material(material: Sequence[Difference]) -> str:
    kinds = dict.fromkeys(d.kind for d in material)
    first = material[0]
    shown = (
        f": “{_cut(first.quoted) or '–'}” in the article, “{_cut(first.source) or '–'}” in the source"
        if first.quoted or first.source
        else ""
    )
    left = len(material) - 1
    more = f" ({left} more difference{'s' if left > 1 else ''})" if left else ""
    return f"{_SAYS[next(iter(kinds))]}{shown}{more}"


def _list(differences: Sequence[Difference]) -> str:
    kinds = dict.fromkeys(d.kind for d in differences if d.kind != "marked")
    names = {
        "case": "a capital letter",
        "typo": "a typing error",
        "spelling": "a spelling variant",
        "diacritics": "diacritics",
        "punctuation": "punctuation",
    }
    return " and ".join(names.get(k, k) for k in kinds)


def _cut(words: str) -> str:
    parts = words.split()
    return words if len(parts) <= _SHOWN else " ".join(parts[:_SHOWN]) + " …"
