"""Quotations against files whose text has lost its ligatures: “of cers” for officers, “dif cult” for difficult.

In: a quotation and the index of such a text. Out: where the words stand, None where they do not. The rule of this file: the letters must be
the same, in the same order, and all of them; only the signs that are printed as one (ff, fi, fl, ffi, ffl) and blanks may be missing.
"""

from __future__ import annotations

import re
from functools import lru_cache

from verifier.matching.index import Index
from verifier.model import QuotationMatch, QuotationVerdict
from verifier.text import fold

# What is no letter goes, but for what divides two numbers; of ligatures nothing is kept, so that places are found.
_DROPPED = re.compile(r"f+[il]?|(?<!\d)[\W_]+|[\W_]+(?!\d)")
_LIGATURE = re.compile(r"(ffi|ffl|ff|fi|fl)")
# What may be left of each.
_LEFT = {"ffi": "(?:ffi|f|)", "ffl": "(?:ffl|f|)", "ff": "(?:ff|)", "fi": "(?:fi|)", "fl": "(?:fl|)"}
_SHORTEST = 20  # letters
_MARGIN = 6  # signs: a ligature at an end of the quotation
_REASON = "The quoted words stand in the source; its file has lost letters that are printed as one sign (ff, fi, fl)."


def find_without_ligatures(quotation: str, index: Index) -> QuotationMatch | None:
    """Where a quotation stands but for lost ligatures.

    >>> found = find_without_ligatures("The officers find it difficult to say", Index("The of cers nd it dif cult to say."))
    >>> found.verdict.value, found.exact
    ('near_verbatim', 'The of cers nd it dif cult to say')
    """
    words = fold(quotation).text.casefold()
    wanted = _DROPPED.sub("", words)
    if len(wanted) < _SHORTEST or not _LIGATURE.search(words):
        return None
    text = index.folded.text.lower()
    at = _bare(text).find(wanted)
    if at < 0 or len(text) != len(index.folded.text):
        return None
    first, last = _place(text, at), _place(text, at + len(wanted) - 1) + 1
    place = _with_losses(words).search(text, max(0, first - _MARGIN), last + _MARGIN)
    if place is None:
        return None
    start, end = index.folded.span(*place.span())
    exact = index.text[start:end]
    return QuotationMatch(QuotationVerdict.NEAR_VERBATIM, start, end, exact, 1.0, reason=_REASON)


def _with_losses(words: str) -> re.Pattern[str]:
    """The words with any of their ligatures lost, and blanks anywhere but in numbers."""
    pieces = _LIGATURE.split("".join(re.sub(r"[\W_]+", " ", words).split(" ")))
    return re.compile(r"[\W_]*".join(_LEFT.get(p) or r"[\W_]*".join(map(re.escape, p)) for p in pieces if p))


@lru_cache(maxsize=4)
def _bare(text: str) -> str:
    return _DROPPED.sub("", text)


def _place(text: str, wanted: int) -> int:
    """Where the letter stands that has so many before it when all is dropped that may be missing."""
    at = kept = 0
    for found in _DROPPED.finditer(text):
        if kept + found.start() - at > wanted:
            break
        kept += found.start() - at
        at = found.end()
    return at + wanted - kept
