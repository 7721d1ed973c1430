"""What became of a source's text since it was archived."""

from __future__ import annotations

import re
from collections.abc import Sequence

from verifier.matching import stands
from verifier.model import Content, Extent, Family, Fetch, PlanName, SourceText
from verifier.text import fold

# Above this share of equal word triples a page is the same page with corrections.
_SAME_PAGE = 0.5
_ALL_KEPT = 0.9  # of the old triples: readers' comments and further news are no other text
_WORD = re.compile(r"\w+")


def judge_content(
    fetch: Fetch, before: SourceText | None, quotations: Sequence[str]
) -> tuple[Content | None, tuple[str, ...]]:
    """What became of a source's text since `before`, and which quotations are lost; None where there is no text to compare.

    What another program saved of a page differs from what was fetched, and is no change of the page.
    """
    if fetch.plan is PlanName.IMPORT:
        return None, ()
    if fetch.status.family is not Family.FOUND or fetch.text is None or not fetch.text.text.strip():
        return None, ()
    return drift(before, fetch.text, quotations) if before is not None else (Content.FIRST, ())


def drift(before: SourceText, now: SourceText, quotations: Sequence[str]) -> tuple[Content | None, tuple[str, ...]]:
    """What became of a text, and which quotations that stood in it are lost; None where only a part of it can be compared.

    Main texts are compared: clocks, advertisements and related links are no drift.

    >>> old = SourceText("The vote was 12 to 3. It took an hour.", "plain", "1")
    >>> drift(old, SourceText("The vote was 12 to 3. It took an hour.", "plain", "2"), [])
    (<Content.SAME: 'same'>, ())
    """
    if (before.text, before.main) == (now.text, now.main):
        return Content.SAME, ()
    if now.extent is not Extent.WHOLE:  # the rest may be as it was
        return None, ()
    lost = tuple(
        quoted
        for quoted in quotations
        if stands(quoted, before.text, before.parts) and not stands(quoted, now.text, now.parts)
    )
    old, new = _main_words(before), _main_words(now)
    if lost:
        return Content.QUOTE_LOST, lost
    if old == new:
        return Content.SAME, ()
    return (Content.EDITED if _is_same_page(old, new) else Content.DRIFTED), ()


def _main_words(text: SourceText) -> list[str]:
    main = "\n".join(text.text[a:b] for a, b in text.main) or text.text
    return _WORD.findall(fold(main).text.casefold())


def _is_same_page(old: Sequence[str], new: Sequence[str]) -> bool:
    """Whether two texts resemble each other (Broder 1997, shingling), or the new one has nearly all of the old one: it only grew."""
    a, b = ({tuple(words[i : i + 3]) for i in range(max(1, len(words) - 2))} for words in (old, new))
    kept = len(a & b)
    return kept >= _SAME_PAGE * len(a | b) or kept >= _ALL_KEPT * len(a)
