"""Judge the words in quotation marks of one claim.

"Not found" is said only where the whole text of every source was read; of several sources the one that holds the words
answers for all.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from verifier.claims import is_own_word
from verifier.matching import match_quotation
from verifier.matching.evidence import evidence_at
from verifier.matching.index import index_of
from verifier.matching.ligatures import find_without_ligatures
from verifier.matching.nearest import ByMeaning, nearest_in_meaning, nearest_passage
from verifier.model import (
    FAITHFUL,
    Evidence,
    Extent,
    Family,
    Finding,
    FindingKind,
    Quotation,
    QuotationMatch,
    QuotationVerdict,
    QuotedKind,
    Role,
    Scope,
    Severity,
    SourceText,
    StatementVerdict,
)
from verifier.sources.pdf_extent import READ_BY_OCR
from verifier.verdicts import scans
from verifier.verdicts.case import Case, Source, foreign
from verifier.verdicts.page_numbers import say_other_page
from verifier.verdicts.weights import PLACED, WEIGHT

_Q = QuotationVerdict
# Not the main text, and the source's own words all the same.
_BESIDE = frozenset({Role.CAPTION, Role.ASIDE})
# The words are not there: what is shown is the sentence nearest in meaning, not in letters.
_NEARBY = frozenset({_Q.NOT_FOUND, _Q.TRANSLATED})

_PROSE = 200  # characters: blocks of running text have more, menus and teasers fewer

# Best first: of several sources of one claim, the best answer is the claim's answer.
_RANK: dict[QuotationVerdict | StatementVerdict, int] = {
    verdict: rank
    for rank, verdict in enumerate(
        [_Q.VERBATIM, _Q.VERBATIM_MARKED, _Q.NEAR_VERBATIM, _Q.PARTIAL, _Q.ALTERED, _Q.NOT_FOUND]
    )
}


@dataclass(frozen=True, slots=True)
class _Trial:
    """A quotation looked for in one source's text."""

    source: Source
    text: SourceText | None
    match: QuotationMatch


def judge_quotations(case: Case) -> tuple[Finding, ...]:
    """A finding for each quotation of the claim; those of an earlier sentence are judged with the marked one."""
    if case.claim.scope is Scope.EARLIER:
        return ()
    return tuple(_quoted(case, quotation, _try(case, quotation)) for quotation in case.claim.quotations)


def _try(case: Case, quotation: Quotation) -> _Trial:
    """The best answer that the claim's sources give for one quotation."""
    if quotation.kind is QuotedKind.NOT_A_QUOTATION:
        reason = "A title, a name or a word as a word: listed, not judged as a quotation."
        return _Trial(case.sources[0], None, _no_match(_Q.NOT_A_QUOTATION, reason))
    trials = [
        _look(quotation, source, text)
        for source in case.sources
        if (text := source.text or source.partial_text) is not None
    ]
    placed = [t for t in trials if t.match.verdict in _believed(t.source)]
    best = min(placed, key=lambda t: _RANK[t.match.verdict], default=None)
    if best is not None and (best.match.verdict in FAITHFUL or len(case.sources) == 1):
        return best
    found = _unread(case) or best or _absent(case, trials)
    if case.claim.scope is Scope.POINTED and found.match.verdict is _Q.NOT_FOUND:
        reason = "Not in the sources of this note, which explains something of its own: it does not say where these words are from."
        return _Trial(found.source, None, _no_match(_Q.UNVERIFIABLE, reason))
    return found


def _look(quotation: Quotation, source: Source, text: SourceText) -> _Trial:
    """The quotation in the text that is judged; where that lacks the words and another copy of the source has them, in that."""
    match = _match(quotation, text)
    if match.verdict is _Q.NOT_FOUND and source.beside is not None:
        other = _match(quotation, source.beside)
        if other.verdict in FAITHFUL:
            return _Trial(source, source.beside, other)
    return _Trial(source, text, match)


def _match(quotation: Quotation, text: SourceText) -> QuotationMatch:
    match = match_quotation(quotation.text, text.text, text.parts)
    if text.extractor == "pdf" and match.verdict not in FAITHFUL:
        match = find_without_ligatures(quotation.text, index_of(text.text)) or match
    return scans.forgive_slips(match) if text.extractor == READ_BY_OCR else match


def _believed(source: Source) -> frozenset[QuotationVerdict]:
    """Which answers a text can give: what stands beside a wall or in an abstract may stand otherwise in the work."""
    if source.text is not None:
        return PLACED
    part = source.partial_text
    return FAITHFUL | {_Q.ALTERED} if part is not None and part.extent is Extent.PART else FAITHFUL


def _no_match(verdict: QuotationVerdict, reason: str) -> QuotationMatch:
    return QuotationMatch(verdict, None, None, "", 0.0, reason=reason)


def _unread(case: Case) -> _Trial | None:
    """Where one source could not be read, the words may stand in that one."""
    source = next((s for s in case.sources if s.silent), None)
    if source is None and case.complete:
        return None
    reason = source.silent if source else "A note of this sentence gives no source that could be looked up."
    if any(s.text is not None for s in case.sources if s is not source):
        reason = f"Not in these words in the sources that could be read; one could not be looked at: {reason}"
    source = source or case.sources[0]
    return _Trial(source, None, _no_match(_Q.UNVERIFIABLE, reason or ""))


def _absent(case: Case, trials: Sequence[_Trial]) -> _Trial:
    """The words are in none of the texts, and all were read."""
    best = max(trials, key=lambda t: t.match.score)
    assert best.text is not None
    if best.match.verdict is not _Q.NOT_FOUND:  # unverifiable: the quotation has nothing to look for
        return best
    spoken = foreign(best.text, case.written_in)
    if spoken:
        reason = f"The source is in another language ({spoken}): the words may be a translation. Compare the passage."
        return replace(best, match=replace(best.match, verdict=_Q.TRANSLATED, reason=reason))
    if len(trials) > 1:
        reason = f"The quoted words are in none of the {len(trials)} sources of this claim."
        return replace(best, match=replace(best.match, reason=reason))
    return best


def _quoted(case: Case, quotation: Quotation, trial: _Trial) -> Finding:
    match = trial.match
    outside = _place(trial)
    severity = _weigh(case, quotation, trial, outside)
    if (
        match.verdict is _Q.NOT_FOUND
        and quotation.kind is QuotedKind.TERM
        and is_own_word(quotation.text, case.claim.text)
    ):
        match, severity = replace(match, reason=f"{match.reason} {_OWN_WORD}"), Severity.FINE
    return Finding(
        claim=case.claim,
        citation=trial.source.citation,
        kind=FindingKind.QUOTATION,
        verdict=match.verdict,
        reason=match.reason,
        severity=severity,
        quotation=quotation,
        score=match.score,
        evidence=_passages(quotation.text, match, trial.text, case.by_meaning),
        differences=match.differences,
        warnings=(
            *match.warnings,
            *filter(None, [outside, _other_page(case, quotation, trial)]),
            *_warnings(quotation.text, trial),
        ),
        judged=trial.source.place(trial.text),
    )


def _weigh(case: Case, quotation: Quotation, trial: _Trial, outside: str) -> Severity:
    """Words that the source does not say itself, or that only another copy of it has, are for a person to look at."""
    if trial.text is not None and trial.text is trial.source.beside:
        return Severity.WARNING
    severity = weigh_quotation(quotation, trial.match.verdict, soft=case.claim.scope is not Scope.MARKED)
    return Severity.WARNING if outside and severity is Severity.FINE else severity


_OWN_WORD = "It is one word, and the sentence does not say whose: it may be the article's own."


_PLACES = {
    Role.COMMENTS: "The words stand only in a reader's comment.",
    Role.NAVIGATION: "The words stand only in a menu or among links to other pages.",
    Role.ADVERTISEMENT: "The words stand only in an advertisement.",
    Role.STRUCK: "The source has struck these words out.",
}


def _place(trial: _Trial) -> str:
    """Where the words stand when the source does not say them there; "" where it does."""
    match, text = trial.match, trial.text
    if text is None or match.verdict not in FAITHFUL or match.start is None or match.end is None:
        return ""
    if any(d.kind == "between" for d in match.differences):
        return ""  # found in the running text, around what stands between
    start, end = match.start, match.end
    roles = {part.role for part in text.parts if part.start < end and part.end > start}
    return next((said for role, said in _PLACES.items() if role in roles), "")


def _warnings(quoted: str, trial: _Trial) -> tuple[str, ...]:
    """What stands beside the verdict about the place where the words were found."""
    found = []
    if trial.text is not None and trial.match.verdict in FAITHFUL and _is_apart(trial.match, trial.text):
        words = "The words stand outside the main text of the page."
        found.append(f"As far as a program can tell: {words}" if trial.text.guessed else words)
    if trial.text is not None and trial.text.extractor == READ_BY_OCR and trial.match.verdict in PLACED:
        found.append(scans.WARNING)
    return (*found, *_copies(quoted, trial))


def _other_page(case: Case, quotation: Quotation, trial: _Trial) -> str:
    """That the words stand on another page than the notes of the claim say, where each of them names one."""
    if trial.text is None or not trial.text.pages or trial.match.verdict not in FAITHFUL:
        return ""
    same = [source for source in case.sources if source.citation.url == trial.source.citation.url]
    return say_other_page(quotation.text, same, trial.match, trial.text)


def _copies(quoted: str, trial: _Trial) -> Iterator[str]:
    """Which copy was judged, where it is not simply the live page, and what the other one says."""
    source, text = trial.source, trial.text
    if text is None or trial.match.verdict not in PLACED:
        return
    if text is source.beside and source.text is not None:
        yield f"The words are not in the {source.name_of(source.text)}; they stand in the {source.name_of(text)}."
    if source.place(text) == "memento":
        yield f"Judged against the {source.name_of(text)}, not the live page."
        live = source.fetch.text if source.fetch and source.fetch.status.family is Family.FOUND else None
        now = match_quotation(quoted, live.text, live.parts).verdict if source.copy and live is not None else None
        if now is not None and now not in FAITHFUL and now is not trial.match.verdict:
            yield "The live page says something else now: it does not have these words."


def weigh_quotation(quotation: Quotation, verdict: QuotationVerdict, *, soft: bool = False) -> Severity:
    """A short term, or words before the claim's own sentence or in the note, are a softer finding."""
    weight = WEIGHT[verdict]
    soft = soft or quotation.kind is QuotedKind.TERM or quotation.in_context
    return Severity.WARNING if weight is Severity.PROBLEM and soft else weight


def _passages(
    quoted: str, match: QuotationMatch, text: SourceText | None, by_meaning: ByMeaning | None
) -> tuple[Evidence, ...]:
    if text is None:
        return ()
    if match.verdict is _Q.TRANSLATED and by_meaning is not None:
        alike = nearest_in_meaning(quoted, text.text, by_meaning)
        if alike:
            return (alike[0][0],)
    near = nearest_passage(quoted, text.text, text.parts) if match.verdict in _NEARBY else None
    if near is not None:
        return (near,)
    if match.start is None or match.end is None:
        return ()
    return (evidence_at(text.text, match.start, match.end),)


def needs_main(finding: Finding, text: SourceText | None) -> bool:
    """Whether something rests on what is the main text of a page that does not mark it, and nobody has guessed it yet.

    That is so where words were found in a line rather than in running text, and where missing words may be a translation.
    """
    if (
        text is None
        or text.main
        or text.guessed
        or text.extractor != "html"
        or finding.kind is not FindingKind.QUOTATION
    ):
        return False
    if finding.verdict not in FAITHFUL:
        return finding.verdict in _NEARBY
    place = finding.evidence[0]
    block = text.text.rfind("\n\n", 0, place.start) + 1, text.text.find("\n\n", place.end)
    return (len(text.text) if block[1] < 0 else block[1]) - block[0] < _PROSE


def _is_apart(match: QuotationMatch, text: SourceText) -> bool:
    """Whether the words stand outside the main text, in what has no role that is told."""
    if not text.main or match.start is None or match.end is None:
        return False
    start, end = match.start, match.end
    held = [(p.start, p.end) for p in text.parts if p.role in _PLACES or p.role in _BESIDE]
    return not any(a < end and start < b for a, b in (*text.main, *held))
