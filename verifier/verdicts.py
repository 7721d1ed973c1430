"""Judge a claim against the sources its notes cite, and a source's text against an earlier one.

In: values of the earlier stages. Out: findings and `Content` words. The rule of this file: a verdict
carries its reason, "not found" is said only where the whole text was read, and of several sources
of one claim the one that holds the words answers for all.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from verifier import language
from verifier.matching import assess_statement, match_quotation
from verifier.model import (
    Assessment,
    Citation,
    Claim,
    Content,
    Evidence,
    Family,
    Fetch,
    Finding,
    FindingKind,
    Link,
    Quotation,
    QuotationMatch,
    QuotationVerdict,
    QuotedKind,
    Severity,
    SourceText,
    StatementVerdict,
)
from verifier.text import fold

_Q = QuotationVerdict
_S = StatementVerdict

FAITHFUL = frozenset({_Q.VERBATIM, _Q.VERBATIM_MARKED, _Q.NEAR_VERBATIM})
_PLACED = FAITHFUL | {_Q.ALTERED, _Q.PARTIAL}
# The words are not there: what is shown is the sentence nearest in meaning, not in letters.
_NEARBY = frozenset({_Q.NOT_FOUND, _Q.TRANSLATED})

# Best first: of several sources of one claim, the best answer is the claim's answer.
_RANK: dict[QuotationVerdict | StatementVerdict, int] = {
    verdict: rank
    for rank, verdict in enumerate(
        [_Q.VERBATIM, _Q.VERBATIM_MARKED, _Q.NEAR_VERBATIM, _Q.PARTIAL, _Q.ALTERED, _Q.NOT_FOUND]
    )
}

_WEIGHT: dict[QuotationVerdict | StatementVerdict, Severity] = {
    _Q.VERBATIM: Severity.FINE,
    _Q.VERBATIM_MARKED: Severity.FINE,
    _Q.NEAR_VERBATIM: Severity.FINE,
    _Q.ALTERED: Severity.PROBLEM,
    _Q.PARTIAL: Severity.PROBLEM,
    _Q.NOT_FOUND: Severity.PROBLEM,
    _Q.FOUND_ELSEWHERE: Severity.PROBLEM,
    _Q.TRANSLATED: Severity.CANNOT_TELL,
    _Q.UNVERIFIABLE: Severity.CANNOT_TELL,
    _Q.NOT_A_QUOTATION: Severity.FINE,
    _S.EVIDENCE_SHOWN: Severity.FINE,
    _S.ITEM_CONFLICT: Severity.PROBLEM,
    _S.WEAK_EVIDENCE: Severity.WARNING,
    _S.NO_EVIDENCE: Severity.WARNING,
    _S.UNVERIFIABLE: Severity.CANNOT_TELL,
}

_PREFIX = 80
# Fewer own words than this around a quotation ("The report said:") state nothing of their own.
_OWN_WORDS = 4
# Fewer words than this are found in many texts by chance: no proof that a note is the wrong one.
_TELLING_WORDS = 5
# Above this share of equal word triples a page is the same page with corrections.
_SAME_PAGE = 0.5
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Source:
    """A citation of the claim, and what a visit to its address brought (None: it has no address)."""

    citation: Citation
    fetch: Fetch | None

    @property
    def text(self) -> SourceText | None:
        """The text that can show the absence of words as well as their presence."""
        return self.fetch.readable if self.fetch else None

    @property
    def partial_text(self) -> SourceText | None:
        """A text that can show presence only: a teaser in front of a paywall, a body cut short."""
        fetch = self.fetch
        if fetch is None or self.text is not None or fetch.status.family is not Family.CANNOT_TELL:
            return None
        return fetch.text

    @property
    def judged(self) -> str:
        """Whether the text is the source's own or a memento's."""
        return "memento" if self.fetch and self.fetch.memento and self.text is self.fetch.memento.text else "source"

    @property
    def why_unread(self) -> str:
        """Why nobody could look."""
        if self.fetch is None:
            return "The note gives no address that could be looked up."
        if self.fetch.text is not None and self.fetch.text.problem and self.fetch.status.family is Family.FOUND:
            return self.fetch.text.problem
        return self.fetch.status.reason


@dataclass(frozen=True, slots=True)
class _Case:
    """One claim and all that can speak to it."""

    claim: Claim
    sources: Sequence[Source]
    others: Sequence[tuple[str, SourceText]]
    written_in: str | None


@dataclass(frozen=True, slots=True)
class _Trial:
    """A quotation looked for in one source's text."""

    source: Source
    text: SourceText | None
    match: QuotationMatch
    elsewhere: str | None = None


def judge(
    claim: Claim, sources: Sequence[Source], others: Sequence[tuple[str, SourceText]], *, written_in: str | None
) -> tuple[Finding, ...]:
    """All findings of one claim.

    `sources` are the citations of the claim's notes; `others` the texts of the article's other
    sources with their notes' labels; `written_in` is the language of the article.
    """
    if not sources:
        return ()
    case = _Case(claim, sources, others, written_in)
    quoted = [_quoted(case, quotation, _try(case, quotation)) for quotation in claim.quotations]
    return (*quoted, *_judge_statement(claim, sources, written_in))


# --- quotations --------------------------------------------------------------------------------


def _try(case: _Case, quotation: Quotation) -> _Trial:
    """The best answer that the claim's sources give for one quotation."""
    if quotation.kind is QuotedKind.NOT_A_QUOTATION:
        reason = "A title, a name or a word as a word: listed, not judged as a quotation."
        return _Trial(case.sources[0], None, _no_match(_Q.NOT_A_QUOTATION, reason))
    trials = [
        _Trial(source, text, match_quotation(quotation.text, text.text))
        for source in case.sources
        if (text := source.text or source.partial_text) is not None
    ]
    placed = [t for t in trials if t.match.verdict in (_PLACED if t.source.text is not None else FAITHFUL)]
    if placed:
        return min(placed, key=lambda t: _RANK[t.match.verdict])
    return _find_elsewhere(case, quotation) or _unread(case) or _absent(case, trials)


def _no_match(verdict: QuotationVerdict, reason: str) -> QuotationMatch:
    return QuotationMatch(verdict, None, None, "", 0.0, reason=reason)


def _unread(case: _Case) -> _Trial | None:
    """Where one source could not be read, the words may stand in that one."""
    source = next((s for s in case.sources if s.text is None), None)
    if source is None:
        return None
    reason = source.why_unread
    if any(s.text is not None for s in case.sources):
        reason = f"Not in the sources that could be read; one could not be looked at: {reason}"
    return _Trial(source, None, _no_match(_Q.UNVERIFIABLE, reason))


def _absent(case: _Case, trials: Sequence[_Trial]) -> _Trial:
    """The words are in none of the texts, and all were read."""
    best = max(trials, key=lambda t: t.match.score)
    assert best.text is not None
    if best.match.verdict is not _Q.NOT_FOUND:  # unverifiable: the quotation has nothing to look for
        return best
    foreign = _foreign(best.text, case.written_in)
    if foreign:
        reason = f"The source is in another language ({foreign}): the words may be a translation. Compare the passage."
        return replace(best, match=replace(best.match, verdict=_Q.TRANSLATED, reason=reason))
    if len(trials) > 1:
        reason = f"The quoted words are in none of the {len(trials)} sources of this claim."
        return replace(best, match=replace(best.match, reason=reason))
    return best


def _find_elsewhere(case: _Case, quotation: Quotation) -> _Trial | None:
    """Whether another note's source holds the words: then the note may be the wrong one."""
    if len(_WORD.findall(quotation.text)) < _TELLING_WORDS:
        return None
    for label, text in case.others:
        match = match_quotation(quotation.text, text.text)
        if match.verdict in FAITHFUL:
            reason = f"Not in the source of this note, but in the source of note {label}. Is the note the right one?"
            return _Trial(case.sources[0], text, replace(match, verdict=_Q.FOUND_ELSEWHERE, reason=reason), label)
    return None


def _quoted(case: _Case, quotation: Quotation, trial: _Trial) -> Finding:
    match = trial.match
    return Finding(
        claim=case.claim,
        citation=trial.source.citation,
        kind=FindingKind.QUOTATION,
        verdict=match.verdict,
        reason=match.reason,
        severity=_weigh(quotation, match.verdict),
        quotation=quotation,
        score=match.score,
        evidence=_passages(quotation.text, match, trial.text),
        differences=match.differences,
        warnings=match.warnings + _warnings(trial),
        judged=trial.source.judged,
        elsewhere=trial.elsewhere,
    )


def _warnings(trial: _Trial) -> tuple[str, ...]:
    """What stands beside the verdict about the place where the words were found."""
    found = []
    if trial.text is not None and trial.match.verdict in FAITHFUL and _outside_main(trial.match, trial.text):
        found.append("The words stand outside the main text of the page (navigation, comments, related items).")
    if trial.source.judged == "memento" and trial.match.verdict in _PLACED:
        found.append("Judged against an archived copy, not the live page.")
    return tuple(found)


def _weigh(quotation: Quotation, verdict: QuotationVerdict) -> Severity:
    """A short term, or words before the claim's own sentence, are a softer finding."""
    weight = _WEIGHT[verdict]
    soft = quotation.kind is QuotedKind.TERM or quotation.in_context
    return Severity.WARNING if weight is Severity.PROBLEM and soft else weight


def _passages(quoted: str, match: QuotationMatch, text: SourceText | None) -> tuple[Evidence, ...]:
    if text is None:
        return ()
    near = assess_statement(quoted, text.text).evidence[:1] if match.verdict in _NEARBY else ()
    if near or match.start is None or match.end is None:
        return near
    return (_evidence(text.text, match.start, match.end),)


def _evidence(text: str, start: int, end: int) -> Evidence:
    """A passage with the words around it, none of them cut."""
    before, after = text[max(0, start - _PREFIX) : start], text[end : end + _PREFIX]
    if start > _PREFIX:
        before = before[before.find(" ") + 1 :] if " " in before else ""
    if end + _PREFIX < len(text):
        after = after[: after.rfind(" ")] if " " in after else ""
    return Evidence(text[start:end], before, after, start, end)


def _outside_main(match: QuotationMatch, text: SourceText) -> bool:
    if not text.main or match.start is None or match.end is None:
        return False
    start, end = match.start, match.end
    return not any(a <= start and end <= b for a, b in text.main)


def _foreign(text: SourceText, written_in: str | None) -> str | None:
    spoken = language.detect(text.text) or text.language
    return language.base(spoken) if language.differ(spoken, written_in) else None


# --- statements --------------------------------------------------------------------------------


def _judge_statement(claim: Claim, sources: Sequence[Source], written_in: str | None) -> tuple[Finding, ...]:
    if not _has_own_words(claim):
        return ()
    findings = [_assess(claim, source, written_in) for source in sources]
    shown = any(f.verdict is _S.EVIDENCE_SHOWN for f in findings)
    if not shown:
        return tuple(findings)
    # One source of several is enough: that another is silent about the claim is no problem.
    return tuple(f if f.verdict is _S.EVIDENCE_SHOWN else _soften(f) for f in findings)


def _soften(finding: Finding) -> Finding:
    return replace(
        finding, severity=Severity.FINE, reason=f"{finding.reason} Another source of this claim shows evidence."
    )


def _has_own_words(claim: Claim) -> bool:
    own = claim.text
    for quotation in claim.quotations:
        if quotation.kind is QuotedKind.QUOTATION and not quotation.in_context:
            own = own.replace(quotation.text, " ")
    return len(_WORD.findall(own)) >= _OWN_WORDS


def _assess(claim: Claim, source: Source, written_in: str | None) -> Finding:
    text = source.text
    if text is None:
        return _stated(claim, source, Assessment(_S.UNVERIFIABLE, 0.0, reason=source.why_unread))
    foreign = _foreign(text, written_in)
    if foreign:
        reason = f"The source is in another language ({foreign}); words cannot be compared."
        return _stated(claim, source, Assessment(_S.UNVERIFIABLE, 0.0, reason=reason))
    return _stated(claim, source, _without_quoted(claim, assess_statement(claim.text, text.text)))


def _without_quoted(claim: Claim, assessment: Assessment) -> Assessment:
    """Numbers and names inside the quotation are the quotation layer's business: nothing is said twice."""
    quoted = [q.text for q in claim.quotations if q.kind is not QuotedKind.NOT_A_QUOTATION]
    own = tuple(c for c in assessment.conflicts if not any(c.claimed in q for q in quoted))
    if own or assessment.verdict is not _S.ITEM_CONFLICT:
        return replace(assessment, conflicts=own)
    reason = "The passages bear on this sentence; what it quotes is judged as a quotation."
    return replace(assessment, verdict=_S.EVIDENCE_SHOWN, conflicts=(), reason=reason)


def _stated(claim: Claim, source: Source, assessment: Assessment) -> Finding:
    severity = _WEIGHT[assessment.verdict]
    if assessment.verdict is _S.ITEM_CONFLICT and not any(c.source for c in assessment.conflicts):
        severity = Severity.WARNING  # nowhere in the source is weaker than another value in its place
    return Finding(
        claim=claim,
        citation=source.citation,
        kind=FindingKind.STATEMENT,
        verdict=assessment.verdict,
        reason=assessment.reason,
        severity=severity,
        score=assessment.score,
        evidence=assessment.evidence,
        conflicts=assessment.conflicts,
        judged=source.judged,
    )


# --- links and drift -----------------------------------------------------------------------------


def weigh_link(fetch: Fetch) -> Severity:
    """How the state of the link itself weighs."""
    family = fetch.status.family
    if family is Family.LOST:
        return Severity.PROBLEM
    if family is Family.CANNOT_TELL:
        return Severity.CANNOT_TELL
    return Severity.FINE if fetch.status.link is Link.OK else Severity.WARNING


def drift(before: SourceText, now: SourceText, quotations: Sequence[str]) -> tuple[Content, tuple[str, ...]]:
    """What became of a text, and which quotations that stood in it are lost.

    Main texts are compared: clocks, advertisements and related links are no drift.

    >>> old = SourceText("The vote was 12 to 3. It took an hour.", "plain", "1")
    >>> drift(old, SourceText("The vote was 12 to 3. It took an hour.", "plain", "2"), [])
    (<Content.SAME: 'same'>, ())
    """
    lost = tuple(
        quoted
        for quoted in quotations
        if match_quotation(quoted, before.text).verdict in FAITHFUL
        and match_quotation(quoted, now.text).verdict not in FAITHFUL
    )
    old, new = _main_words(before), _main_words(now)
    if lost:
        return Content.QUOTE_LOST, lost
    if old == new:
        return Content.SAME, ()
    return (Content.EDITED if _resemblance(old, new) >= _SAME_PAGE else Content.DRIFTED), ()


def _main_words(text: SourceText) -> list[str]:
    main = "\n".join(text.text[a:b] for a, b in text.main) or text.text
    return _WORD.findall(fold(main).text.casefold())


def _resemblance(old: Sequence[str], new: Sequence[str]) -> float:
    """Jaccard similarity of word triples (Broder 1997, shingling)."""
    a, b = ({tuple(words[i : i + 3]) for i in range(max(1, len(words) - 2))} for words in (old, new))
    return len(a & b) / len(a | b) if a | b else 1.0
