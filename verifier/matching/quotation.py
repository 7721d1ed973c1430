"""Does a quotation stand in a text, and if not word for word, how do the words differ?

In: a quotation and a text. Out: `QuotationMatch`. The way: fold both, read the editing marks, locate every run of
words, align, and name every edit. The verdict follows from the edits, never from a score: a score cannot tell a typing
error from another number.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import pairwise

from verifier.language import detect
from verifier.matching.cautions import find_cautions
from verifier.matching.edits import Edit, at_the_edge, classify
from verifier.matching.flow import Flows, find_citations, flows_of
from verifier.matching.index import Index, index_of
from verifier.matching.lexicon import negates
from verifier.matching.locate import Operation, Placed, Placement, locate, locate_exactly
from verifier.matching.marks import Gap, Parsed, Word, leaves_out_notes, parse, parse_literally
from verifier.matching.tokens import Tokens, is_number, number_value, tokenize
from verifier.matching.values import same_values
from verifier.model import FAITHFUL, Difference, DifferenceKind, Part, QuotationMatch, QuotationVerdict, Role

_V = QuotationVerdict
# How much of a quotation must stand in one place for it to be this quotation with changes. Below, it is another text
# that shares words. Both were read off the open set; no verdict between faithful and altered rests on them.
_ALTERED_FROM = 0.62
_PARTIAL_FROM = 0.35
_PARTIAL_RUN = 6
_HALF_INVENTED = 5  # the longest stretch is at least this part of the words
_LETTERS_A_WORD = 3
_FEW_WORDS = 3
# A value in another dress is a few words long: the parts of its alignment, and its words in the source.
_VALUE_PARTS, _VALUE_WORDS = 7, 9
_SHOWN = 8
_LETTER = re.compile(r"[^\W\d_]")
_TRIMMED = ' ,"“”„«»‘’「」『』'
_REACH = 200  # characters around a place that are looked at again
_AROUND = 300  # characters around the words that tell the language of the passage


def match_quotation(quotation: str, text: str, parts: Sequence[Part] = ()) -> QuotationMatch:
    """How the words of a quotation stand in a text.

    `start` and `end` point into `text`. `parts` are its stretches that have a role of their own (`SourceText.parts`). Never raises
    for any two strings; the time is bounded.

    >>> match = match_quotation("[T]he gates … stayed open", "All the gates, new and old, stayed open.")
    >>> match.verdict.value, match.exact
    ('verbatim_marked', 'the gates, new and old, stayed open')
    >>> match = match_quotation("It cost 1,700 jobs in the valley", "It cost 1,200 jobs in the valley.")
    >>> match.verdict.value, match.differences[0].kind.value
    ('altered', 'number')
    """
    index = index_of(text).know(parts)
    known = index.matches.get(quotation)
    if known is None:
        known = _match(quotation, index)
        if known.verdict not in FAITHFUL and leaves_out_notes(quotation):
            known = _match_without_notes(quotation, index) or known
        index.matches[quotation] = known
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
    if literal is not None and not literal.words:
        return _nothing(_V.UNVERIFIABLE, "The quotation has no words that could be looked for.")
    as_it_is = _as_it_is(literal, index)
    if as_it_is is not None and not _is_outside(as_it_is, index):
        return as_it_is
    running = index.running
    if running is None or index.flows is None:
        return as_it_is or _search(quotation, literal, index)
    return _match_flows(quotation, literal, index, index.flows, as_it_is)


def _match_without_notes(quotation: str, index: Index) -> QuotationMatch | None:
    """The answer of the text without its citations, where the author says that they were left out, and the words are there."""
    noted = tuple(
        Part(*stretch, Role.NOTE_MARK)
        for stretch in find_citations(index.text)
        if not negates(tokenize(index.text[slice(*stretch)]).keys, index.language)
    )
    flows = flows_of(index.text, (*index.parts, *noted)) if noted else None
    if flows is None:
        return None
    found = _search(quotation, None, Index(flows.running.text))
    return _placed_back(found, flows, index) if found.verdict in FAITHFUL else None


def _match_flows(
    quotation: str, literal: Parsed | None, index: Index, flows: Flows, as_it_is: QuotationMatch | None
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
    between = [" ".join(index.text[a:b].split()).strip(_TRIMMED) for a, b in flows.told(match.start, match.end)]
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


def _as_it_stands(quotation: str, literal: Parsed | None, near: QuotationMatch, index: Index) -> QuotationMatch | None:
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


def _outside(quotation: str, literal: Parsed | None, flows: Flows, index: Index) -> QuotationMatch | None:
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


def _as_it_is(literal: Parsed | None, index: Index) -> QuotationMatch | None:
    """The quotation word for word, where that is seen at once."""
    found = index.find_words([w.key for w in literal.runs[0]]) if literal is not None else None
    if literal is None or found is None:
        return None
    placed = locate_exactly(literal, found[0])
    assert placed is not None
    return _judge(literal, replace(placed, count=found[1]), found[0], index)


def _search(quotation: str, literal: Parsed | None, index: Index) -> QuotationMatch:
    """The quotation wherever it stands, as it is or with what its editing marks declare."""
    tokens = index.tokens
    placed = locate_exactly(literal, tokens) if literal is not None and tokens.keys else None
    return _judge(literal, placed, tokens, index) if literal is not None and placed else _match_marked(quotation, index)


def _match_marked(quotation: str, index: Index) -> QuotationMatch:
    """The match of a quotation that does not stand in the text as it is: its editing marks are read."""
    tokens = index.tokens
    if not tokens.keys:
        return _nothing(_V.UNVERIFIABLE, "There is no text to look in.")
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
    start, end = tokens.span(placement.start, placement.end)
    language = _language(parsed, (start, end), index)
    differences = _differences(parsed, placement, tokens, language)
    material = [d for d in differences if d.material]
    missing = sum(p is None for p in placement.runs)
    if missing or material:
        verdict = _altered_or_absent(parsed, placement, missing=bool(missing))
    elif _differs(differences):
        verdict = _V.NEAR_VERBATIM
    else:
        verdict = _V.VERBATIM_MARKED if parsed.marked else _V.VERBATIM
    if verdict is _V.NOT_FOUND:
        differences = ()
    return QuotationMatch(
        verdict=verdict,
        start=start,
        end=end,
        exact=index.text[start:end],
        score=min(1.0, placement.agreed),
        differences=differences,
        warnings=find_cautions(parsed, placement, tokens, language) if verdict is not _V.NOT_FOUND else (),
        reason=_reason(verdict, differences),
    )


def _language(parsed: Parsed, span: tuple[int, int], index: Index) -> str | None:
    """That of the page; of the passage first where words were left out: a page may quote in another language."""
    own = detect(index.text[slice(*span)]) if parsed.gaps else None
    return own or index.language or detect(index.text[max(0, span[0] - _AROUND) : span[1] + _AROUND])


def _altered_or_absent(parsed: Parsed, placement: Placement, *, missing: bool) -> QuotationVerdict:
    """Whether what stands there is this quotation with other words, a part of it, or another text."""
    words = parsed.words
    run = _PARTIAL_RUN * (_LETTERS_A_WORD if _is_unspaced(parsed) else 1)
    if placement.agreed >= _ALTERED_FROM and (placement.longest >= 2 or words <= _FEW_WORDS) and words > 2:
        return _V.PARTIAL if missing else _V.ALTERED
    if placement.agreed >= _PARTIAL_FROM and placement.longest >= min(run, max(_FEW_WORDS, words // 2)):
        return _V.PARTIAL
    # Half of it invented: a stretch that long does not stand in two texts by chance.
    invented = placement.longest >= run + 1 and placement.longest * _HALF_INVENTED >= words
    return _V.PARTIAL if invented else _V.NOT_FOUND


def _is_unspaced(parsed: Parsed) -> bool:
    """Whether most words are single letters of a script that writes no blanks and whose letters are no words (Thai, Khmer)."""
    keys = [word.key for run in parsed.runs for word in run]
    return 2 * sum("\u0e00" <= key < "\u1800" and len(key) == 1 for key in keys) > len(keys)


def _differs(differences: Sequence[Difference]) -> bool:
    return any(d.kind != "marked" for d in differences)


# --- the edits ---------------------------------------------------------------------------------


def _differences(parsed: Parsed, placement: Placement, tokens: Tokens, language: str | None) -> tuple[Difference, ...]:
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


# --- what people read ----------------------------------------------------------------------------


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
        "value": "another way of writing a number or date",
    }
    return " and ".join(names.get(k, k) for k in kinds)


def _cut(words: str) -> str:
    parts = words.split()
    return words if len(parts) <= _SHOWN else " ".join(parts[:_SHOWN]) + " …"
