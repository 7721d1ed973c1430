"""Which passages of a text bear on a statement. In: the statement's terms and the text. Out: `Passage`s, best first.

The rule of this file: windows of one to three sentences ranked by BM25 with the page itself as the collection, no two of the answers
overlapping. The words of all lines are known; a line is divided into sentences only when one of its words is asked for.
"""

from __future__ import annotations

import heapq
import math
import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from verifier.matching.statement_terms import Term, is_unspaced, key_of, keys, words_of
from verifier.sentences import split

_WINDOW = 3  # sentences
_WORTH = 0.4  # of the score of the best passage anywhere: what the text itself has is shown then
_K1, _B = 1.2, 0.3  # Robertson's saturation; length counts little because windows are alike
_LONG, _ENDING = 6, 3  # letters of a word that may have relatives; of its ending
_RELATED = 0.5  # of a word: what a relative counts
_MOST_LINES = 2000  # that are divided into sentences for one statement; of more, those with most of its terms
_LONGEST_LINE = 4000  # characters; longer ones (pages without line breaks) are cut at a blank
_LONGEST = 1500  # characters of a sentence; longer ones (tables, text without stops) are cut
_LINE = re.compile(r"[^\r\n\u2028]+")
_STOP = re.compile(r"[.!?…。！？।][\"”’)\]»]*\s")


@dataclass(frozen=True, slots=True)
class Passage:
    """One to three neighbouring sentences: their place in the text, the terms in them, the rank's score."""

    start: int
    end: int
    keys: tuple[str, ...]
    score: float


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence: its place in the text, and its terms."""

    start: int
    end: int
    keys: tuple[str, ...]


def beginning(word: str) -> str:
    """The letters by which a name is recognised in another inflection (Russia, Russian); "" of the shortest."""
    return word[:5] if len(word) > 5 else word[:4] if len(word) > 3 else ""


class Page:
    """A text read for statements: its words, and the sentences of those lines that were asked for."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._lines = list(_lines(text))
        self._sentences: dict[int, list[Sentence]] = {}
        self._written: dict[str, list[str]] = {}  # the words of each term, as they stand in the text
        self._vocabulary: str | None = None  # one word a line
        size = 0
        counts = Counter(words_of(text))
        for key, (word, count) in zip(map(key_of, counts), counts.items(), strict=True):
            if key:
                self._written.setdefault(key, []).append(word)
                size += count
        self.vocabulary = self._written.keys()
        self.count = max(1, len(self._lines) + len(_STOP.findall(text)))
        self.average = size / self.count or 1.0

    def has_name_with(self, words: Sequence[str]) -> bool:
        """Whether these words stand with a word with a capital behind them."""
        return re.search(rf"(?<!\w){' '.join(map(re.escape, words))} [^\W\d_a-z]\w", self._text) is not None

    def knows(self, word: str) -> bool:
        """Whether the page has a word in any inflection."""
        start = beginning(word)
        return word in self.vocabulary or (bool(start) and any(key.startswith(start) for key in self.vocabulary))

    def has_initial(self, name: str, surname: str) -> bool:
        """Whether the first letter of one of the words stands with a stop in front of one that begins like the surname: A. Veresova."""
        letters = "".join({word[0] for word in name.split()[:-1] if word[0].isupper()})
        found = re.finditer(rf"(?<!\w)[{letters or '_'}]\.[ \u00a0]?(?:\w\.[ \u00a0]?)?(\w+)", self._text)
        return any(key_of(match[1]).startswith(surname) for match in found)

    def lines_with(self, wanted: AbstractSet[str]) -> list[int]:
        """The lines that hold some of these terms, in order; of very many those that hold most of them."""
        held = Counter(number for key in wanted for number in {*self._lines_of(key)})
        if len(held) > _MOST_LINES:
            return sorted(heapq.nlargest(_MOST_LINES, held, key=lambda number: (held[number], -number)))
        return sorted(held)

    def _lines_of(self, key: str) -> Iterator[int]:
        """The lines of a term: where one of its words stands, and is no part of another one."""
        text = self._text
        for word in self._written.get(key, ()):
            at = text.find(word)
            while at >= 0:
                end = at + len(word)
                if is_unspaced(word) or not (text[at - 1 : at].isalnum() or text[end : end + 1].isalnum()):
                    line = bisect_right(self._lines, (at, len(text))) - 1
                    yield line
                    end = max(end, self._lines[line][1])
                at = text.find(word, end)

    def relatives(self, wanted: AbstractSet[str]) -> dict[str, str]:
        """For terms that stand nowhere: the page's words that begin like them (rehearse for rehearsal), each with its term."""
        absent = [key for key in wanted if len(key) >= _LONG and key not in self._written]
        if not absent:
            return {}
        if self._vocabulary is None:
            self._vocabulary = "\n".join(("", *self._written, ""))
        return {
            found: key
            for key in absent
            for found in _beginning(self._vocabulary, key[: max(_LONG - 1, len(key) - _ENDING)])
        }

    def sentences(self, line: int) -> list[Sentence]:
        """The sentences of a line; none where there is no such line."""
        known = self._sentences.get(line)
        if known is None:
            known = self._sentences[line] = list(self._split(line)) if line < len(self._lines) else []
        return known

    def _split(self, line: int) -> Iterator[Sentence]:
        start, end = self._lines[line]
        for first, last in split(self._text[start:end]):
            for piece in range(first, last, _LONGEST):
                low, high = start + piece, start + min(last, piece + _LONGEST)
                yield Sentence(low, high, tuple(keys(self._text[low:high])))

    def passage_at(self, place: int) -> Passage:
        """The sentence around a place."""
        line = max(0, bisect_right(self._lines, (place, len(self._text))) - 1)
        found = [s for s in self.sentences(line) if s.start <= place < s.end]
        start, end, held = (found[0].start, found[0].end, found[0].keys) if found else (*self._lines[line], ())
        return Passage(start, end, held, 0.0)

    def between(self, start: int, end: int) -> list[Sentence]:
        """The sentences that were divided and stand in a stretch."""
        return sorted(
            (s for found in self._sentences.values() for s in found if start <= s.start and s.end <= end),
            key=lambda s: s.start,
        )


def _beginning(vocabulary: str, stem: str) -> Iterator[str]:
    """The words that begin with a stem and end soon behind it."""
    at = vocabulary.find("\n" + stem)
    while at >= 0:
        end = vocabulary.index("\n", at + 1)
        if end - at <= len(stem) + _LONG:
            yield vocabulary[at + 1 : end]
        at = vocabulary.find("\n" + stem, end)


def _lines(text: str) -> Iterator[tuple[int, int]]:
    """The lines of a text, as extractors write blocks; none longer than a page."""
    for line in _LINE.finditer(text):
        start, end = line.span()
        while end - start > _LONGEST_LINE:
            cut = text.rfind(" ", start, start + _LONGEST_LINE) + 1 or start + _LONGEST_LINE
            yield start, cut
            start = cut
        yield start, end


Place = tuple[int, int]  # line, sentence in it
_Candidate = tuple[float, Place, tuple[tuple[Place, Sentence], ...]]  # score, beginning, sentences


@dataclass(frozen=True, slots=True)
class Ranking:
    """The best passages for a statement, and how much each of its terms tells on this page."""

    passages: tuple[Passage, ...]
    weights: dict[str, float]


def rank(statement: Sequence[Term], page: Page, most: int = 3, around: Sequence[tuple[int, int]] = ()) -> Ranking:
    """The best passages, not overlapping, best first; only such as share a term with the statement.

    Those in what stands `around` the text (stretches in order) only where the text itself has nothing like them.
    """
    wanted = {term.key for term in statement}
    counts = _counts(wanted, page.relatives(wanted), page)
    weights = _weigh(statement, counts, page)
    candidates: list[_Candidate] = []
    for first in counts:
        seen: dict[str, float] = {}
        length, window = 0, _window(first, page)
        for size, (place, sentence) in enumerate(window, 1):
            length += len(sentence.keys)
            if (found := counts.get(place)) is not None:
                for key, count in found.items():
                    seen[key] = seen.get(key, 0) + count
                candidates.append((_bm25(seen, weights, length / page.average), first, window[:size]))
    return Ranking(tuple(_apart(_of_the_text(candidates, around), most)), weights)


def _of_the_text(candidates: Sequence[_Candidate], around: Sequence[tuple[int, int]]) -> Sequence[_Candidate]:
    """The candidates of the running text; all, where it has none worth showing beside those of a menu or a comment."""
    if not around:
        return candidates
    own = [c for c in candidates if not (_lies_in(c[2][0][1], around) or _lies_in(c[2][-1][1], around))]
    best, best_own = (max((c[0] for c in some), default=0.0) for some in (candidates, own))
    return own if best_own > _WORTH * best else candidates


def _lies_in(sentence: Sentence, stretches: Sequence[tuple[int, int]]) -> bool:
    at = bisect_left(stretches, (sentence.end, 0))
    return at > 0 and stretches[at - 1][1] >= sentence.end


def _counts(wanted: AbstractSet[str], relatives: dict[str, str], page: Page) -> dict[Place, dict[str, float]]:
    """How often each sentence has each of the terms, or a relative of it, for those that have one, in order."""
    counts: dict[Place, dict[str, float]] = {}
    sought = wanted | relatives.keys()
    for line in page.lines_with(sought):
        for number, sentence in enumerate(page.sentences(line)):
            shared = sought & set(sentence.keys)
            if shared:
                found = counts[line, number] = {}
                for key in shared:
                    own = relatives.get(key, key)
                    found[own] = found.get(own, 0.0) + sentence.keys.count(key) * (
                        _RELATED if key in relatives else 1.0
                    )
    return counts


def _weigh(statement: Sequence[Term], counts: dict[Place, dict[str, float]], page: Page) -> dict[str, float]:
    """How much each term of the statement tells: its own weight times its rarity among the sentences."""
    frequency = Counter(key for found in counts.values() for key in found)
    weights: dict[str, float] = {}
    for term in statement:
        often = frequency[term.key]
        rarity = math.log(1 + max(0.0, page.count - often + 0.5) / (often + 0.5))
        weights[term.key] = max(weights.get(term.key, 0.0), term.weight * rarity)
    return weights


def _window(first: Place, page: Page) -> tuple[tuple[Place, Sentence], ...]:
    """A sentence and the next ones, over the ends of lines."""
    line, number = first
    here = page.sentences(line)
    found = [((line, i), here[i]) for i in range(number, min(len(here), number + _WINDOW))]
    while len(found) < _WINDOW and (here := page.sentences(line := line + 1)):
        found += [((line, i), here[i]) for i in range(min(len(here), _WINDOW - len(found)))]
    return tuple(found)


def _bm25(seen: dict[str, float], weights: dict[str, float], length: float) -> float:
    norm = _K1 * (1 - _B + _B * length)
    return sum(weights[key] * count * (_K1 + 1) / (count + norm) for key, count in seen.items())


def _apart(candidates: Sequence[_Candidate], most: int) -> list[Passage]:
    """The best candidates that share no sentence; of equal ones the first, and the shortest."""
    heap = [(-score, first, len(window), number) for number, (score, first, window) in enumerate(candidates)]
    heapq.heapify(heap)
    taken: set[Place] = set()
    passages: list[Passage] = []
    while heap and len(passages) < most:
        score, *_, number = heapq.heappop(heap)
        window = candidates[number][2]
        if taken.isdisjoint(place for place, _ in window):
            taken.update(place for place, _ in window)
            found = tuple(key for _, sentence in window for key in sentence.keys)
            passages.append(Passage(window[0][1].start, window[-1][1].end, found, -score))
    return passages
