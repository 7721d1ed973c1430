"""The page that a note names against the page on which the words stand.

In: where words were found in a source with pages, and the place that mark or note give. Out: a sentence where the two certainly differ.

The rule of this file: only numbers that are printed on the pages count, and only where they go up by one from page to page. Whoever
counts the pages of the file, or means other pages that say the same, is right as well.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence

from verifier.matching import match_quotation
from verifier.model import FAITHFUL, Citation, QuotationMatch, Role, SourceText
from verifier.verdicts.case import Source

_FEWEST = 3  # pages that carry a number of the row
_SHARE = 0.5  # of all pages
_ONWARDS = 20  # pages that `ff.` may mean
_CITED = re.compile(r"(?P<first>\d{1,5})(?:\s?[-–—‑]\s?(?P<last>\d{1,5}))?(?P<onwards>\s?ff?\b)?")
_NUMBER = re.compile(r"(?<![\d.,])\d{1,4}(?![\d.,]\d|\d)")


def say_other_page(quoted: str, sources: Sequence[Source], match: QuotationMatch, text: SourceText) -> str:
    """That the words stand on another page than the marks or notes say; "" where they do not, or nobody can be certain."""
    named = [pages_of(source.marked_pages) or cited_pages(source.citation) for source in sources]
    cited = frozenset().union(*named) if all(named) else frozenset()
    if not cited or match.start is None or match.end is None:
        return ""
    first, last = (bisect_right(text.pages, at) - 1 for at in (match.start, max(match.start, match.end - 1)))
    offset = _offset(text)
    if first < 0 or offset is None or not _is_printed(text, first, offset) or not _is_printed(text, last, offset):
        return ""
    places = range(first, last + 1)
    if any(page + offset in cited or page + 1 in cited for page in places) or _is_there(quoted, cited, offset, text):
        return ""
    stands = str(first + offset) if first == last else f"{first + offset}–{last + offset}"
    first_source = sources[0]
    says = (
        f"mark says p. {first_source.marked_pages}"
        if first_source.marked_pages
        else f"note says p. {first_source.citation.locator}"
    )
    return f"These words stand on page {stands} of the source; the {says}."


def cited_pages(citation: Citation) -> frozenset[int]:
    """The pages that a citation names; none where it names no page, or one in Roman numerals.

    >>> sorted(cited_pages(Citation(0, "", locator="3–5, 9 f.", locator_label="page")))
    [3, 4, 5, 9, 10]
    """
    return pages_of(citation.locator or "") if citation.locator_label == "page" else frozenset()


def pages_of(locator: str) -> frozenset[int]:
    """The pages that a place names, ranges and those that follow with them."""
    found: set[int] = set()
    for run in _CITED.finditer(locator):
        first, last = int(run["first"]), int(run["last"] or run["first"])
        if last < first:  # 345–7
            last = int(run["first"][: -len(run["last"])] + run["last"])
        onwards = {"": 0, "f": 1}.get((run["onwards"] or "").strip(), _ONWARDS)
        found.update(range(first, min(last, first + 1000) + onwards + 1))
    return frozenset(found)


def _printed(text: SourceText) -> list[set[int]]:
    """The numbers that stand at the edges of each page."""
    numbers: list[set[int]] = [set() for _ in text.pages]
    for part in text.parts:
        if part.role is Role.FURNITURE:
            page = bisect_right(text.pages, part.start) - 1
            if page >= 0:
                numbers[page].update(map(int, _NUMBER.findall(text.text[part.start : part.end])))
    return numbers


def _offset(text: SourceText) -> int | None:
    """What is added to a page's place in the file (0, 1, …) to have its printed number; None where no row of numbers is plain."""
    rows = Counter(number - page for page, numbers in enumerate(_printed(text)) for number in numbers)
    best = rows.most_common(2)
    if not best or best[0][1] < max(_FEWEST, _SHARE * len(text.pages)):
        return None
    return best[0][0] if len(best) == 1 or best[1][1] * 2 <= best[0][1] else None


def _is_printed(text: SourceText, page: int, offset: int) -> bool:
    return page + offset in _printed(text)[page]


def _is_there(quoted: str, cited: frozenset[int], offset: int, text: SourceText) -> bool:
    """Whether the cited pages, by either count, have the words, too."""
    pages = sorted({page for number in cited for page in (number - offset, number - 1) if 0 <= page < len(text.pages)})
    return any(match_quotation(quoted, _page(text, page)).verdict in FAITHFUL for page in pages[:_ONWARDS])


def _page(text: SourceText, page: int) -> str:
    """A page and the beginning of the next: a sentence goes on."""
    starts: Sequence[int] = (*text.pages, len(text.text))
    return text.text[starts[page] : starts[min(page + 2, len(starts) - 1)]]
