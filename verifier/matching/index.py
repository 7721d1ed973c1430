"""A text made ready to be asked: folded, tokenised and divided into sentences at most once, and only as far as a question needs.

In: a text. Out: its `Index`. The rule of this file: what most questions need is cheap. A quotation that stands in the text word for
word is found in the folded text, and only the words around it become tokens; all of them do where it is not found so.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cached_property, lru_cache

from verifier import language
from verifier.matching.flow import OUTSIDE, Flows, flows_of
from verifier.matching.items import Value, find_values
from verifier.matching.shares import find_ratios, find_shares
from verifier.matching.spellings import Names
from verifier.matching.statement_passages import Page
from verifier.matching.tables import Table, find_tables
from verifier.matching.tokens import UNSPACED, Tokens, tokens_of
from verifier.model import Part, QuotationMatch
from verifier.text import Folded, fold

# What was made, by kind: how often texts were read is part of what the program promises.
made: Counter[str] = Counter()

_PLACES = 60  # of the rarest word of a quotation that are looked at before all is tokenised
_SHORTEST = 3
_JOINED = 6  # letters of scripts without spaces that are looked for together
_AROUND = 80  # characters, so that the words next to the quotation are there too
_WIDEST = 4000


class Index:
    """One text and what was made of it. Offsets of `folded` lead back to `text`; `parts` say what on it has a role of its own."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.parts: Sequence[Part] = ()
        self.matches: dict[str, QuotationMatch] = {}

    def know(self, parts: Sequence[Part]) -> Index:
        """The same index, asked by whom knows these parts: what was answered without them is forgotten."""
        if parts is not self.parts:
            if tuple(parts) != tuple(self.parts):
                self.matches.clear()
                for made_by_parts in ("flows", "running", "outside", "_foreign"):
                    self.__dict__.pop(made_by_parts, None)
            self.parts = parts
        return self

    @cached_property
    def folded(self) -> Folded:
        """The text folded."""
        made["folded"] += 1
        return fold(self.text)

    @cached_property
    def tokens(self) -> Tokens:
        """All tokens."""
        made["tokenised"] += 1
        return tokens_of(self.folded)

    @cached_property
    def flows(self) -> Flows | None:
        """What of the text runs on, and what stands between; None where all of it runs on."""
        made["flows"] += 1
        return flows_of(self.text, self.parts)

    @cached_property
    def running(self) -> Index | None:
        """The running text alone."""
        return Index(self.flows.running.text) if self.flows else None

    @cached_property
    def outside(self) -> Index | None:
        """What stands on the page and is none of the source's words."""
        return Index(self.flows.outside.text) if self.flows and self.flows.outside else None

    @cached_property
    def _foreign(self) -> list[tuple[int, int]]:
        return [(part.start, part.end) for part in self.parts if part.role in OUTSIDE]

    def is_outside(self, start: int, end: int) -> bool:
        """Whether some of the words of a stretch are none of the source's."""
        at = bisect_left(self._foreign, (end, 0))
        return at > 0 and self._foreign[at - 1][1] > start

    @cached_property
    def page(self) -> Page:
        """The text as statements are held against it."""
        made["pages"] += 1
        return Page(self.text)

    @cached_property
    def values(self) -> tuple[Value, ...] | None:
        """All numbers and years in digits; None where there are too many to compare."""
        return find_values(self.text)

    @cached_property
    def shares(self) -> tuple[Value, ...]:
        """All parts of a whole, as percentages: those in words, and those that follow from two numbers."""
        found = (*find_shares(self.text), *find_ratios(self.text))
        return tuple(Value(s.percent, s.percent - s.slack, s.percent + s.slack) for s in found)

    @cached_property
    def tables(self) -> tuple[Table, ...]:
        """The tables, as far as they can be told from the text."""
        return find_tables(self.text)

    @cached_property
    def names(self) -> Names:
        """The words that may be names, by their sound."""
        return Names(self.text)

    @cached_property
    def language(self) -> str | None:
        """The language, where it is clear."""
        return language.detect(self.text)

    @cached_property
    def _lowered(self) -> str:
        lowered = self.text.lower()
        return lowered if len(lowered) == len(self.text) else ""  # İ becomes two characters

    def find_words(self, keys: Sequence[str]) -> tuple[Tokens, int] | None:
        """The tokens around the first place where these words stand one after another, and how many such places there are.

        None where they do not, or where that takes the whole text to tell. Only what stands around a place is folded.
        """
        probe, before, after = _probe(keys)
        if len(probe) < _SHORTEST:
            return None
        first: Tokens | None = None
        count, end = 0, 0
        for at in self._places(probe):
            stretch = self._stretch(at - before, at + len(probe) + after) if at >= 0 else None
            if stretch is None:
                return None
            tokens = tokens_of(fold(self.text[slice(*stretch)]), stretch[0])
            here = len(tokens.find_run(keys))
            if here and first is not None and stretch[0] < end:
                return None  # places that overlap are counted among all tokens
            if here:
                first, end = first or tokens, stretch[1]
            count += here
        return (first, count) if first is not None else None

    def _places(self, probe: str) -> Iterator[int]:
        """Where a word stands in the text; -1 in the end where that is too often."""
        at = self._lowered.find(probe)
        for _ in range(_PLACES):
            if at < 0:
                return
            yield at
            at = self._lowered.find(probe, at + 1)
        yield -1

    def _stretch(self, start: int, end: int) -> tuple[int, int] | None:
        """The stretch widened to blanks that no folding takes away, so that nothing is cut; None where there are none near."""
        low = _last_blank(self.text, max(0, start - _AROUND))
        found = _BLANK.search(self.text, min(len(self.text), end + _AROUND))
        high = found.start() if found else len(self.text)
        return None if low is None or high - low > _WIDEST else (low, high)


# A blank between two characters that belong to words: at a line's end a word may be divided, and a mark of a note may follow.
_BLANK = re.compile(r"(?<=[^\W_]) (?=[^\W_])")


def _last_blank(text: str, before: int) -> int | None:
    """The end of the last such blank before a place; 0 at the beginning of the text, None where there is none near."""
    low = max(0, before - _WIDEST)
    at = text.rfind(" ", low, before)
    while at > 0 and not _BLANK.match(text, at):
        at = text.rfind(" ", low, at)
    if at > 0:
        return at + 1
    return 0 if low == 0 else None


def _probe(keys: Sequence[str]) -> tuple[str, int, int]:
    """The longest word of a run (letters of scripts without spaces joined), and how far the run may reach around it."""
    best, at, size = "", 0, 1
    for i in range(len(keys)):
        joined = _joined(keys, i)
        word = "".join(keys[i : i + joined])
        if len(word) > len(best):
            best, at, size = word, i, joined
    return best, _reach(keys[:at]), _reach(keys[at : at + size]) + _reach(keys[at + size :])


def _joined(keys: Sequence[str], start: int) -> int:
    """How many keys from here are looked for as one word: letters of scripts without spaces stand together."""
    end = start
    while end < min(len(keys), start + _JOINED) and len(keys[end]) == 1 and UNSPACED.match(keys[end]):
        end += 1
    return max(1, end - start)


def _reach(keys: Sequence[str]) -> int:
    """Characters that some words take up with what may stand between them."""
    return sum(map(len, keys)) + 4 * len(keys)


@lru_cache(maxsize=64)
def index_of(text: str) -> Index:
    """The index of a text; those of the last texts are kept."""
    return Index(text)
