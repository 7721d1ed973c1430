"""Sentences that want a source and have none: with a quotation, a number of something, or a superlative, and no mark that reaches them.

In: a `Document`. Out: the same with a problem for each such sentence. The rules: few and plain ones. A mark reaches all sentences of its
paragraph before it; what an article says of itself needs no source; nor does what a cited sentence says as well. An article that cites
nothing at all is asked for nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from verifier.claims import find_quotations
from verifier.languages import pattern, words
from verifier.matching.items import Item, find_items
from verifier.model import BlockKind, Document, ItemKind, Mark, Problem, ProblemKind, QuotedKind
from verifier.sentences import split

_PROSE = frozenset((BlockKind.PARAGRAPH, BlockKind.LIST_ITEM))
_SHORTEST = 4  # words
_LONGEST = 1500  # characters; longer sentences are none that people write
_SHOWN = 100
# Smaller numbers without a unit are seldom found out; they count boats and sons.
_SMALLEST = 10
_WORD = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\u0e00-\u0e7f]{2}|\w+")
_COUNTED = re.compile(r"[\s\u00a0\u202f-]?(?P<word>[^\W\d_]{2,})")
_NAME_BEFORE = re.compile(r"(?P<word>[^\W\d_][\w.]*)\s$")
_UNITS = frozenset("km m cm mm kg g t ha l ml kW MW GW kWh MWh GWh TWh mph".split())
# Words with a capital only because they begin the sentence: Only 14, The 52.
_AMOUNTS = ("qualifiers", "roughly", "at_least", "at_most", "function_words", "opening")
# A part of a time of the day or of a designation: 10:30, 5-12.
_PART = re.compile(r"\d[:/-]\d")
_VIEW = 40
_OF_ITSELF = re.compile(rf"\b(?:{pattern('own_parts')})(?!\w)", re.IGNORECASE)
_SUPERLATIVE = re.compile(rf"\b(?:{pattern('superlatives')})(?!\w)", re.IGNORECASE)
_ENDS = re.compile(r"[.!…。！।۔][\s”’»“\"')\]」』]*$")


def add_uncited(document: Document) -> Document:
    """The document with its uncited sentences as problems.

    >>> from verifier.model import Block, Note, NoteKind
    >>> block = Block("It rained. The flood took 1,400 houses.")
    >>> cited = Document("a", "text", None, "en", (block,), (Note("1", NoteKind.ENDNOTE, "Almanac"),), (Mark("1", 0, 0, 10),))
    >>> [problem.detail for problem in add_uncited(cited).problems]
    ['The flood took 1,400 houses.']
    """
    if not document.marks:
        return document
    found = [Problem(ProblemKind.UNCITED, "", sentence) for sentence in _uncited(document)]
    return replace(document, problems=(*document.problems, *found[:_SHOWN]))


def _uncited(document: Document) -> Iterator[str]:
    last: dict[int, Mark] = {}
    for mark in sorted(document.marks, key=lambda mark: mark.offset):
        last[mark.block] = mark
    left: list[str] = []
    cited: list[str] = []
    for number, block in enumerate(document.blocks):
        if block.kind not in _PROSE:
            continue
        for start, end in split(block.text, document.language):
            reached = number in last and start < last[number].offset
            (cited if reached else left).append(block.text[start:end].strip())
    said = "\n".join(cited)
    for sentence in left:
        wanting = _wanting(sentence) if _may_want(sentence) else []
        if wanting and not all(words in said for words in wanting):
            yield sentence


def _may_want(sentence: str) -> bool:
    """Whether this may be a statement about the world: of the length of a sentence, and ended as one."""
    return len(sentence) <= _LONGEST and len(_WORD.findall(sentence)) >= _SHORTEST and bool(_ENDS.search(sentence))


def _wanting(sentence: str) -> list[str]:
    """The words that want a source; none where the sentence is about the article itself."""
    quoted = find_quotations(sentence)
    outside = sentence
    for quotation in quoted:
        outside = outside.replace(quotation.text, " ")
    if _OF_ITSELF.search(outside):
        return []
    numbers = [item.words for item in find_items(outside) if _counts(outside, item)]
    superlatives = [found[0] for found in _SUPERLATIVE.finditer(outside)]
    return [*(q.text for q in quoted if q.kind is QuotedKind.QUOTATION), *numbers, *superlatives]


def _counts(text: str, item: Item) -> bool:
    """Whether an item is a number in figures of something: with a unit or a magnitude, or large and in front of what it counts."""
    if item.kind is not ItemKind.NUMBER or item.spelled or not any(c.isdigit() for c in item.words):
        return False
    if item.unit or any(c.isalpha() for c in item.words):
        return True
    behind = _COUNTED.match(text, item.end)
    if behind is None or _is_named(text, item) or _PART.search(text[max(0, item.start - 2) : item.end + 2]):
        return False
    if behind["word"] in _UNITS:
        return True
    large = max((value.point for value in item.values), default=0) >= _SMALLEST
    return large and behind["word"].lower() not in words("function_words") and not _is_year(item)


def _is_named(text: str, item: Item) -> bool:
    """Whether a number is the name of something: behind an abbreviation that counts, or a word with a capital (`Room 12`)."""
    before = _NAME_BEFORE.search(text[max(0, item.start - _VIEW) : item.start])
    if before is None:
        return False
    word = before["word"].rstrip(".").lower()
    return word in words("counting") or (
        before["word"][0].isupper() and not any(word in words(kind) for kind in _AMOUNTS)
    )


def _is_year(item: Item) -> bool:
    return re.fullmatch(r"1[5-9]\d\d|20\d\d", item.words) is not None
