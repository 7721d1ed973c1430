"""Words that are not in the source of their note: do they stand in the source of another?

In: the findings of an article, and the texts of all its sources. Out: the findings, `found_elsewhere` where the note may be the wrong
one. The rule of this file: all sources are asked at once, once; and nothing is said where a source of the claim could not be read.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Protocol

from verifier.matching import match_quotation
from verifier.matching.elsewhere import find_likely
from verifier.matching.evidence import evidence_at
from verifier.model import FAITHFUL, Finding, QuotationVerdict, Scope, SourceText
from verifier.sources.facts import count_words
from verifier.verdicts.quotations import weigh_quotation

_MISSING = frozenset({QuotationVerdict.NOT_FOUND, QuotationVerdict.TRANSLATED})
# Fewer words than this are found in many texts by chance: no proof that a note is the wrong one.
_TELLING_WORDS = 5


class Texts(Protocol):
    """The texts of an article's sources by their addresses, and the notes that cite them."""

    def __iter__(self) -> Iterator[tuple[str, SourceText]]:
        """All texts that could be read."""

    def __getitem__(self, url: str) -> SourceText | None:
        """One text."""

    def label(self, url: str, notes: Sequence[int]) -> str | None:
        """The label of a note that cites an address, None where one of `notes` does."""


def look_elsewhere(findings: Sequence[Finding], texts: Texts) -> tuple[Finding, ...]:
    """The findings, those of missing words looked for in the sources of other notes."""
    missing = [number for number, finding in enumerate(findings) if _is_missing(finding)]
    if not missing:
        return tuple(findings)
    quoted = [finding.quotation.text for number in missing if (finding := findings[number]).quotation]
    likely = find_likely(quoted, ((url, text.text) for url, text in texts))
    changed = dict(zip(missing, likely, strict=True))
    return tuple(
        _look(finding, changed[number], texts) if number in changed else finding
        for number, finding in enumerate(findings)
    )


def _is_missing(finding: Finding) -> bool:
    return (
        finding.verdict in _MISSING
        and finding.quotation is not None
        and finding.claim.scope is not Scope.NOTE
        and count_words(finding.quotation.text) >= _TELLING_WORDS
    )


def _look(finding: Finding, urls: Sequence[str], texts: Texts) -> Finding:
    assert finding.quotation is not None
    for url in urls:
        label, text = texts.label(url, finding.claim.notes), texts[url]
        if label is None or text is None:
            continue
        match = match_quotation(finding.quotation.text, text.text, text.parts)
        if match.verdict in FAITHFUL and match.start is not None and match.end is not None:
            reason = f"Not in the source of this note, but in the source of note {label}. Is the note the right one?"
            return replace(
                finding,
                verdict=QuotationVerdict.FOUND_ELSEWHERE,
                reason=reason,
                severity=weigh_quotation(finding.quotation, QuotationVerdict.FOUND_ELSEWHERE),
                score=match.score,
                evidence=(evidence_at(text.text, match.start, match.end),),
                differences=match.differences,
                warnings=match.warnings,
                elsewhere=label,
            )
    return finding
