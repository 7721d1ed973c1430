"""Quotations against pages that were read by optical character recognition.

In: a match. Out: the match, `near_verbatim` where all that differs may be a slip of the recognition. The rule of this file: letters that
look alike are one letter; two figures never are.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import replace

from rapidfuzz.distance import Levenshtein

from verifier.model import Difference, DifferenceKind, QuotationMatch, QuotationVerdict

WARNING = (
    "The pages of the source are pictures and were read by optical character recognition: compare the passage by eye."
)
_RUNS = (("rn", "m"), ("vv", "w"), ("cl", "d"), ("ii", "u"), ("fi", "h"), ("li", "h"))
_ALIKE = str.maketrans("0q1i|!j582eu6", "oolllllsbzcng")
_LEFT_OUT = re.compile(r"[\W_]+")
_EXACT = frozenset(("number", "negation", "name", "modality", "qualifier"))
_SHORTEST = 4  # of shorter words, one letter more makes another word


def forgive_slips(match: QuotationMatch) -> QuotationMatch:
    """The match, where a person who sees the page may find the very words."""
    if match.verdict is not QuotationVerdict.ALTERED:
        return match
    material = [d for d in match.differences if d.material]
    if not material or not all(map(_is_slip, material)):
        return match
    differences = tuple(
        replace(d, kind=DifferenceKind.TYPO, material=False) if d.material else d for d in match.differences
    )
    reason = "The source has the words but for differences that may be slips of the optical character recognition."
    return replace(match, verdict=QuotationVerdict.NEAR_VERBATIM, differences=differences, reason=reason)


def _is_slip(difference: Difference) -> bool:
    """Whether the recognition may have made the one of the other.

    >>> _is_slip(Difference("word", "modern", "modem", True)), _is_slip(Difference("number", "1,700", "1,200", True))
    (True, False)
    """
    quoted, source = difference.quoted.lower(), difference.source.lower()
    if not quoted or not source:
        return False
    one, other = _looks(quoted), _looks(source)
    if one == other:
        return True
    if difference.kind in _EXACT or min(len(one), len(other)) < _SHORTEST or any(c.isdigit() for c in quoted + source):
        return False
    return Levenshtein.distance(one, other) <= max(1, min(len(one), len(other)) // 5)


def _looks(words: str) -> str:
    plain = "".join(c for c in unicodedata.normalize("NFKD", words) if not unicodedata.combining(c))
    for run, letter in _RUNS:
        plain = plain.replace(run, letter)
    return _LEFT_OUT.sub("", plain.translate(_ALIKE))
