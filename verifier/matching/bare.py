"""Where the letters of a quotation stand, whatever marks, spellings and blanks it has.

In: a parsed quotation and the source's tokens. Out: a `Placement`, None where the letters stand nowhere. The rule of this file: it only
finds the place. A quotation of which every word has a mark less (*Prilis zlutoucky kun*) shares no word with its source, so nothing
could be aligned; what the words differ in is named afterwards like any other edit.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from verifier.matching.locate import BRIDGE, Placed, Placement, steps
from verifier.matching.marks import Gap, Parsed, Word
from verifier.matching.tokens import Tokens, bare

_FEWEST = 12  # letters: fewer may stand inside other words by chance


def locate_bare(parsed: Parsed, tokens: Tokens) -> Placement | None:
    """The first place where the letters of all runs stand, one run behind another and each within reach of its gap.

    >>> from verifier.matching.marks import parse
    >>> from verifier.matching.tokens import tokenize
    >>> locate_bare(parse("prilis zlutoucky kun"), tokenize("Tu příliš žluťoučký kůň stál.")).start
    1
    """
    placed: list[Placed] = []
    for run, gap in zip(parsed.runs, (None, *parsed.gaps), strict=True):
        found = _find(run, tokens, placed[-1].end if placed else 0, gap)
        if found is None:
            return None
        placed.append(found)
    return Placement(tuple(placed), 1.0, 1) if placed else None


def _find(run: Sequence[Word], tokens: Tokens, after: int, gap: Gap | None) -> Placed | None:
    wanted = "".join(bare(word.key) for word in run)
    if len(wanted) < _FEWEST and gap is None:
        return None
    letters, ends = tokens.bare
    reach = len(tokens.keys) if gap is None else min(len(tokens.keys), after + BRIDGE[gap])
    last = ends[reach] + len(wanted)
    at = letters.find(wanted, ends[after], last)
    while at >= 0:
        start, end = bisect_left(ends, at), bisect_left(ends, at + len(wanted))
        if ends[start] == at and ends[end] == at + len(wanted):
            found = tuple(steps([word.key for word in run], tokens.keys[start:end], start))
            return Placed(start, end, found, float(len(run)), len(run))
        at = letters.find(wanted, at + 1, last)
    return None
