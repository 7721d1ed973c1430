"""What became of a source's text since it was judged.

In: the text that articles were judged by, the text of today, the quotations that stood in it, and how the page looked in between. Out: a
`Change`. The rule of this file: the cited words and the main text decide. Figures that only count (clocks, counters, daily tables), what a
page changed before and stayed the same page, and what was added behind a text (readers' comments) are no drift.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import partial

from verifier import matching
from verifier.languages import pattern
from verifier.model import Content, Extent, Family, Fetch, Passage, PlanName, SourceText
from verifier.text import fold
from verifier.verdicts.case import foreign, language_of
from verifier.verdicts.passages import compare_texts

# Above this share of equal word triples a page is the same page with corrections.
_SAME_PAGE = 0.5
_ALL_KEPT = 0.9  # of the old triples: readers' comments and further news are no other text
# Fewer triples than these, left alone by two captures, say nothing of a third.
_ENOUGH = 8
_NOTHING_OF_IT = 0.1  # of the new triples: a part of the page would have more of the old ones
_WORD = re.compile(r"\w+")
_DIGITS = re.compile(r"\d+")
_CORRECTED = re.compile(rf"(?:{pattern('page_corrected')}|{pattern('page_retracted')})", re.IGNORECASE)
_RETRACTED = re.compile(rf"\W*(?:{pattern('page_retracted')})", re.IGNORECASE)
_LONGEST_NOTE = 600  # characters of a correction that is shown
_LONGEST_SHOWN = 120  # of what stands in a page's place

_Triples = set[tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Change:
    """What became of a text: the word for it, quotations that are lost, what differs, the correction that was added, another language.

    `instead` is what the page shows where that is too little for a text, and nothing of the old one.
    """

    content: Content | None
    lost: tuple[str, ...] = ()
    passages: tuple[Passage, ...] = ()
    correction: str | None = None
    language: str | None = None
    instead: str | None = None


def judge_content(
    fetch: Fetch, before: SourceText | None, quotations: Sequence[str]
) -> tuple[Content | None, tuple[str, ...]]:
    """What became of a source's text since `before`, and which quotations are lost; None where there is no text to compare."""
    if not is_comparable(fetch) or fetch.text is None:
        return None, ()
    return drift(before, fetch.text, quotations) if before is not None else (Content.FIRST, ())


def is_comparable(fetch: Fetch) -> bool:
    """Whether a visit brought a text to compare. What another program saved of a page differs, and is no change of the page."""
    readable = fetch.text is not None and bool(fetch.text.text.strip())
    return readable and fetch.plan is not PlanName.IMPORT and fetch.status.family is Family.FOUND


def compare(
    before: SourceText, now: SourceText, quotations: Sequence[str], between: SourceText | None = None
) -> Change:
    """What became of a text, with the passages that differ; `between` is a capture of the page between the two.

    >>> old = SourceText("The vote was 12 to 3. It took an hour.", "plain", "1")
    >>> compare(old, SourceText("The vote was 12 to 3. It took an hour. Correction: two hours.", "plain", "1"), ()).correction
    'Correction: two hours.'
    """
    content, lost = drift(before, now, quotations, between)
    if content is None:
        return Change(None, instead=_instead(before, now))
    passages = compare_texts(before, now) if content in (Content.EDITED, Content.DRIFTED, Content.QUOTE_LOST) else ()
    known = before.text + (between.text if between is not None else "")
    correction = find_correction(p for p in passages if p.now not in known)
    shown = tuple(sorted(passages, key=partial(_shows_less, lost, correction)))
    language = foreign(now, language_of(before)) if content is Content.DRIFTED else None
    return Change(content, lost, shown, correction, language)


def find_correction(passages: Iterable[Passage]) -> str | None:
    """The note that says what was wrong, where one was added.

    >>> find_correction([Passage("1912", "1921"), Passage("", "All went home. Correction: it was 1921.")])
    'Correction: it was 1921.'
    """
    added = (p.now[found.start() :] for p in passages if (found := _CORRECTED.search(p.now)) is not None)
    return next((note[:_LONGEST_NOTE] for note in added), None)


def is_retraction(correction: str) -> bool:
    """Whether a correction takes back the whole work.

    >>> is_retraction("Retraction: the figures were made up."), is_retraction("Correction: it was 1921.")
    (True, False)
    """
    return _RETRACTED.match(correction) is not None


def _shows_less(lost: Sequence[str], correction: str | None, passage: Passage) -> int:
    """How much less than others a passage shows of what matters: of the correction, of the lost words; the first of equals is first."""
    if correction is not None:
        return -int(correction in passage.now)
    around = f"{passage.prefix} {passage.before} {passage.suffix}"
    return -len(set(_WORD.findall(around.casefold())) & set(_WORD.findall(" ".join(lost).casefold())))


def drift(
    before: SourceText, now: SourceText, quotations: Sequence[str], between: SourceText | None = None
) -> tuple[Content | None, tuple[str, ...]]:
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
        if matching.stands(quoted, before.text, before.parts) and not matching.stands(quoted, now.text, now.parts)
    )
    # Words of one language cannot be looked for in another.
    if lost and (foreign(now, language_of(before)) is None or _is_same_page(before, now, between)):
        return Content.QUOTE_LOST, lost
    if _main_words(before) == _main_words(now):
        return Content.SAME, ()
    return (Content.EDITED if _is_same_page(before, now, between) else Content.DRIFTED), ()


def _instead(before: SourceText, now: SourceText) -> str | None:
    """What a page shows of which only a part was read, where it is no part of the old text."""
    a, b = _triples(before), _triples(now)
    other = now.extent is Extent.PART and len(a) >= _ENOUGH and len(a & b) <= _NOTHING_OF_IT * len(b)
    return " ".join(now.main_text.split())[:_LONGEST_SHOWN] if other else None


def _main_words(text: SourceText) -> list[str]:
    return _WORD.findall(fold(text.main_text).text.casefold())


def _is_same_page(before: SourceText, now: SourceText, between: SourceText | None) -> bool:
    """Whether two texts resemble each other (Broder 1997, shingling), the new one has nearly all of the old one, or all that stays."""
    a, b = _triples(before), _triples(now)
    kept = len(a & b)
    if kept >= _SAME_PAGE * len(a | b) or kept >= _ALL_KEPT * len(a):
        return True
    stays = a & _triples(between) if between is not None else set()
    return len(stays) >= _ENOUGH and len(stays & b) >= _ALL_KEPT * len(stays)


def _triples(text: SourceText) -> _Triples:
    """The word triples of the main text; any figure is as good as another."""
    words = [_DIGITS.sub("0", word) for word in _main_words(text)]
    return {tuple(words[i : i + 3]) for i in range(max(1, len(words) - 2))}
