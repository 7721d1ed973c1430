"""Does a quotation stand in a text, and if not word for word, how do the words differ?

In: a quotation and a text. Out: `QuotationMatch`. The way: fold both, read the editing marks, locate every run of
words, align, and name every edit. The verdict follows from the edits, never from a score: a score cannot tell a typing
error from another number.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from verifier.language import detect, differ
from verifier.languages import in_script_of
from verifier.matching.bare import locate_bare
from verifier.matching.cautions import find_cautions
from verifier.matching.differences import find_differences
from verifier.matching.dress import dress
from verifier.matching.elided import with_short_word
from verifier.matching.ends import put_ends_right
from verifier.matching.flow import Flows, find_citations, flow_of, flows_of
from verifier.matching.index import Index, index_of
from verifier.matching.lexicon import is_rarer, negates
from verifier.matching.locate import Placement, locate, locate_exactly
from verifier.matching.marks import Parsed, leaves_out_notes, parse, parse_literally
from verifier.matching.reasons import cut, reason_of
from verifier.matching.stitched import find_joint
from verifier.matching.tokens import Tokens, plain, tokenize
from verifier.model import FAITHFUL, Difference, DifferenceKind, Part, QuotationMatch, QuotationVerdict, Role

_V = QuotationVerdict
_DOUBTFUL = frozenset({_V.ALTERED, _V.PARTIAL, _V.NOT_FOUND})
# How much of a quotation must stand in one place for it to be this quotation with changes. Below, it is another text
# that shares words. Both were read off the open set; no verdict between faithful and altered rests on them.
_ALTERED_FROM = 0.62
_PARTIAL_FROM = 0.35
_PARTIAL_RUN = 6
_HALF_INVENTED = 5  # the longest stretch is at least this part of the words
_LETTERS_A_WORD = 3
_FEW_WORDS = 3
# Differences of words that agree already, or of none of the quoted ones.
_AS_THEY_ARE = frozenset({DifferenceKind.CASE, DifferenceKind.MARKED, DifferenceKind.BETWEEN})
_LETTER = re.compile(r"[^\W\d_]")
_TRIMMED = ' ,"“”„«»‘’「」『』'
_REACH = 200  # characters around a place that are looked at again
_MARKS_PUT_ON = 2  # words by which it is seen that a source was set without marks
_MARKS_LOST = 3  # words by which it is seen that somebody types without marks
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
    quotation = in_script_of(quotation, text)
    known = index.matches.get(quotation)
    if known is None:
        known = _match(quotation, index)
        if known.verdict not in FAITHFUL and leaves_out_notes(quotation):
            known = _match_without_notes(quotation, index) or known
        if known.verdict not in FAITHFUL:
            known = _match_behind_apostrophe(quotation, index) or known
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


def _match_behind_apostrophe(quotation: str, index: Index) -> QuotationMatch | None:
    """The answer for words that begin behind an apostrophe of the text, where they are there."""
    for longer, short in with_short_word(quotation, index.text):
        found = _match(longer, index)
        if found.verdict in FAITHFUL and found.start is not None:
            return replace(found, start=found.start + short, exact=found.exact[short:])
    return None


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
    here = _as_it_stands(quotation, literal, best, flows, index)
    if here is not None and (here.verdict in FAITHFUL or (here.verdict is _V.ALTERED and here.score > best.score)):
        return here
    outside = _outside(quotation, literal, flows, index)
    return outside if outside is not None and outside.verdict in FAITHFUL else best


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
    reason = f"{match.reason} Between them, and not part of the running text: “{cut(between[0])}”."
    return replace(
        placed,
        differences=match.differences + told,
        reason=reason if match.verdict in FAITHFUL else match.reason,
    )


def _as_it_stands(
    quotation: str, literal: Parsed | None, near: QuotationMatch, flows: Flows, index: Index
) -> QuotationMatch | None:
    """The same place with what the quotation took along of that which stands between, and at last with all of it."""
    if near.start is None or near.end is None:
        return None
    reach = 2 * len(quotation) + _REACH
    low, high = max(0, near.start - reach), near.end + reach
    text = index.text[low:high]
    parts = [replace(p, start=p.start - low, end=p.end - low) for p in flows.parts if low <= p.start and p.end <= high]
    left = _not_taken(quotation, text, parts)
    if 0 < len(left) < len(parts):
        flow = flow_of(text, [(p.start, p.end) for p in left])
        part = Index(flow.text)
        found = _as_it_is(literal, part) or _search(quotation, literal, part)
        if found.verdict in FAITHFUL or (found.verdict is _V.ALTERED and found.score > near.score):
            return _shifted(_placed_back(found, Flows(flow, None, tuple(left)), Index(text)), low)
    here = Index(text)
    found = _as_it_is(literal, here) or _search(quotation, literal, here)
    return _shifted(found, low) if found.verdict in FAITHFUL else None


def _not_taken(quotation: str, text: str, parts: Sequence[Part]) -> list[Part]:
    """The parts whose words do not stand in the quotation as they are."""
    quoted = tokenize(quotation)
    return [part for part in parts if not quoted.find_run(tokenize(text[part.start : part.end]).keys or [""], limit=1)]


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
    placed = locate(parsed, tokens) or locate_bare(parsed, tokens)
    return (
        _judge(parsed, placed, tokens, index)
        if placed
        else _nothing(_V.NOT_FOUND, "None of the quoted words stands in the source.")
    )


def _nothing(verdict: QuotationVerdict, reason: str) -> QuotationMatch:
    return QuotationMatch(verdict, None, None, "", 0.0, reason=reason)


def _judge(
    parsed: Parsed, placement: Placement, tokens: Tokens, index: Index, dressed: tuple[Difference, ...] = ()
) -> QuotationMatch:
    """The verdict that follows from the edits; `dressed` are the values that were put into the source's dress before."""
    start, end = tokens.span(placement.start, placement.end)
    language = _language(parsed, (start, end), index)
    differences = dressed + find_differences(parsed, placement, tokens, language)
    placement = replace(placement, agreed=min(1.0, placement.agreed + _explained(differences) / max(1, parsed.words)))
    verdict = _verdict(parsed, placement, differences)
    if verdict in _DOUBTFUL and not dressed:
        place = _Place(parsed, placement, tokens, index, language)
        other = (
            _by_letters(place)
            or _in_the_sources_dress(place)
            or _with_its_ends(place)
            or _joined(place, verdict, differences)
        )
        if other is not None:
            return other
    if verdict is _V.PARTIAL and _is_translated(parsed, index.text[start:end], index):
        verdict = _V.NOT_FOUND
    found = verdict is not _V.NOT_FOUND
    return QuotationMatch(
        verdict=verdict,
        start=start,
        end=end,
        exact=index.text[start:end],
        score=min(1.0, placement.agreed),
        differences=differences if found else (),
        warnings=find_cautions(parsed, placement, tokens, language) if found else (),
        reason=reason_of(verdict, differences),
    )


def _explained(differences: Sequence[Difference]) -> int:
    """How many of the quoted words stand there otherwise written: they are there, though no letter agrees."""
    return sum(len(tokenize(d.quoted).keys) for d in differences if not d.material and d.kind not in _AS_THEY_ARE)


@dataclass(frozen=True, slots=True)
class _Place:
    """A quotation and the place of a text that it was held against."""

    parsed: Parsed
    placement: Placement
    tokens: Tokens
    index: Index
    language: str | None


def _verdict(parsed: Parsed, placement: Placement, differences: Sequence[Difference]) -> QuotationVerdict:
    missing = any(run is None for run in placement.runs)
    if missing or any(d.material for d in differences):
        return _altered_or_absent(parsed, placement, missing=missing)
    if _differs(differences):
        return _V.NEAR_VERBATIM
    return _V.VERBATIM_MARKED if parsed.marked else _V.VERBATIM


def _by_letters(place: _Place) -> QuotationMatch | None:
    """The answer for the place that has the same letters, where words are spelt, marked or divided otherwise."""
    parsed, tokens = place.parsed, place.tokens
    if all(tokens.places(word.key) for run in parsed.runs for word in run):
        return None  # all words stand somewhere as they are: what differs is not their letters
    placed = locate_bare(parsed, tokens)
    if placed is None or placed == place.placement:
        return None
    match = _judge(parsed, placed, tokens, place.index)
    if _typed_without_marks(parsed, match.differences) or _set_without_marks(match, place.language):
        match = _forgiven(match)
    return match if match.verdict in FAITHFUL else None


def _typed_without_marks(parsed: Parsed, differences: Sequence[Difference]) -> bool:
    """Whether a quotation has no mark on any letter and the source has many there: whoever typed it had no key for them."""
    lost = [d for d in differences if d.quoted != d.source and plain(d.quoted.casefold()) == plain(d.source.casefold())]
    bare = all(plain(word.key) == word.key for run in parsed.runs for word in run)
    return bare and len(lost) >= _MARKS_LOST and all(d in lost for d in differences if d.material)


def _set_without_marks(match: QuotationMatch, language: str | None) -> bool:
    """Whether the source has no mark on any letter where the quotation has some: who typed the source had no key for them."""
    told = [d for d in match.differences if d.material]
    lost = [d for d in match.differences if d.quoted != d.source and plain(d.quoted.casefold()) == d.source.casefold()]
    bare = all(plain(key) == key for key in tokenize(match.exact).keys)
    haste = all(d in lost and is_rarer(d.source.casefold(), d.quoted.casefold(), language) for d in told)
    return bare and len(lost) >= _MARKS_PUT_ON and haste


def _forgiven(match: QuotationMatch) -> QuotationMatch:
    """The same match with nothing but marks that were left out."""
    differences = tuple(
        replace(d, kind=DifferenceKind.DIACRITICS, material=False) if d.material else d for d in match.differences
    )
    reason = reason_of(_V.NEAR_VERBATIM, differences)
    return replace(match, verdict=_V.NEAR_VERBATIM, differences=differences, reason=reason)


def _in_the_sources_dress(place: _Place) -> QuotationMatch | None:
    """The answer for the same words with their values as the source writes them, where nothing else differs."""
    put_on = dress(place.parsed, place.placement, place.tokens, place.language)
    placed = locate(put_on.parsed, place.tokens) if put_on else None
    if put_on is None or placed is None:
        return None
    match = _judge(put_on.parsed, placed, place.tokens, place.index, put_on.differences)
    if any(d.material and d not in put_on.differences for d in match.differences):
        return None
    return match if match.verdict in (*FAITHFUL, _V.ALTERED) else None


def _with_its_ends(place: _Place) -> QuotationMatch | None:
    """The answer where words were left out or moved near an end, and nothing else differs."""
    placed = put_ends_right(place.parsed, place.placement, place.tokens)
    if placed is None:
        return None
    differences = find_differences(place.parsed, placed, place.tokens, place.language)
    told = [d for d in differences if d.material]
    only = all(not d.quoted or d.kind is DifferenceKind.ORDER for d in told)
    return _judge(place.parsed, placed, place.tokens, place.index) if told and only else None


def _joined(place: _Place, verdict: QuotationVerdict, differences: Sequence[Difference]) -> QuotationMatch | None:
    """The answer for passages of different places: the longest is shown. One edit that explains all is no joint."""
    if len(place.parsed.runs) > 1 or (verdict is _V.ALTERED and sum(d.material for d in differences) < 2):
        return None
    joint = find_joint(place.parsed.runs[0], place.tokens, place.language)
    if joint is None:
        return None
    start, end = place.tokens.span(joint.start, joint.end)
    reason, score = reason_of(_V.ALTERED, joint.differences), min(1.0, place.placement.agreed)
    return QuotationMatch(_V.ALTERED, start, end, place.index.text[start:end], score, joint.differences, reason=reason)


def _is_translated(parsed: Parsed, passage: str, index: Index) -> bool:
    """Whether the passage is in another language than the quotation: then only names and numbers can stand in both."""
    quoted = detect(" ".join(word.raw for run in parsed.runs for word in run))
    return quoted is not None and differ(quoted, detect(passage) or index.language)


def _language(parsed: Parsed, span: tuple[int, int], index: Index) -> str | None:
    """That of the page; of the passage first where words were left out: a page may quote in another language."""
    own = None
    if parsed.gaps:
        runs = (" ".join(word.raw for word in run) for run in sorted(parsed.runs, key=len, reverse=True))
        own = next(filter(None, map(detect, (index.text[slice(*span)], *runs))), None)
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
