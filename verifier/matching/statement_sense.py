"""Sentences that match but for a word that turns the sense: a lost “not”, rose for fell, more for less, a lost minus.

In: a statement and a sentence of the source, with their terms. Out: the conflict, if there is one. The rule of this file: said only where
nearly all the words of each are in the other, so that nothing but the word can make the difference.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from functools import lru_cache
from typing import NamedTuple

from verifier import language
from verifier.languages import opposites, pattern, values
from verifier.matching.items import Item
from verifier.matching.lexicon import is_negation
from verifier.matching.statement_terms import Term, fold, fold_word
from verifier.matching.tokens import UNSPACED
from verifier.model import Conflict, ItemKind

_BELOW = re.compile(pattern("below_zero"), re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_SAME = 0.75  # of the weight of the words of each in the other
_FEWEST = 3  # terms: fewer are in many sentences


def contrary(
    statement: str,
    terms: Sequence[Term],
    sentence: str,
    theirs: Sequence[Term],
    same: Sequence[tuple[Item, Item]] = (),
) -> Conflict | None:
    """The word of the statement whose contrary stands in a sentence that is the same otherwise, or beside the `same` value of both.

    >>> from verifier.matching.statement_terms import terms
    >>> mine, other = "Exports of tin rose in the spring.", "In the spring, exports of tin fell."
    >>> contrary(mine, terms(mine), other, terms(other))
    Conflict(kind=<ItemKind.WORD: 'word'>, claimed='rose', source='fell')
    """
    mine, others = _words(statement), _words(sentence)
    if beside := _beside_value(statement, terms, sentence, theirs, same):
        negated = _negated(statement, mine, sentence, others)
        return None if negated else Conflict(ItemKind.WORD, *beside)
    turned = _turned(mine, others)
    if _match(terms, theirs, {word for pair in turned for word in pair}):
        negated = _negated(statement, mine, sentence, others)
        here, there = _Said(statement, terms, mine), _Said(sentence, theirs, others)
        if turned and not negated and not _are_the_sides_changed(turned[0], here, there):
            claimed, source = turned[0]  # “not rejected” is no contrary of “approved”
            return Conflict(ItemKind.WORD, mine[claimed], others[source])
        return negated if not turned and _counted(mine) == _counted(others) else None
    return _told_at_place(turned, _Said(statement, terms, mine), _Said(sentence, theirs, others))


class _Said(NamedTuple):
    """A text, its terms, and its words as they stand there."""

    text: str
    terms: Sequence[Term]
    words: dict[str, str]


def _told_at_place(turned: Sequence[tuple[str, str]], here: _Said, there: _Said) -> Conflict | None:
    """What turns the sense between the same words, in a sentence that says more: a *majority* voted against the new pattern."""
    pair = next((pair for pair in turned if _at_one_place(pair, here, there)), None)
    if (turned and not pair) or not _is_aligned(here.terms, there.terms, set(pair or ())):
        return None
    negated = _negated(here.text, here.words, there.text, there.words)
    if pair and not negated:
        return Conflict(ItemKind.WORD, here.words[pair[0]], there.words[pair[1]])
    return negated if negated and not pair and _negates_the_same(negated, here, there) else None


_ALIGNED = 0.6  # of the weight of the statement's words in the sentence


def _is_aligned(terms: Sequence[Term], theirs: Sequence[Term], but: set[str]) -> bool:
    """Whether a sentence holds most of the statement's words, but for these."""
    weights = {term.key: term.weight for term in terms if not _begins(term.key, but)}
    have = {term.key for term in theirs}
    return sum(w for key, w in weights.items() if key in have) >= _ALIGNED * (sum(weights.values()) or 1.0)


_NEAR = 45  # characters between a value and the verb that it goes with


def _beside_value(
    statement: str, terms: Sequence[Term], sentence: str, theirs: Sequence[Term], same: Sequence[tuple[Item, Item]]
) -> tuple[str, str] | None:
    """Contraries that stand next to one value, each in its clause: fell by 4.5 per cent, and rose by 4.5 per cent."""
    for item, other in same:
        here, there = _words_near(item, statement), _words_near(other, sentence)
        said = {word for own, theirs in same if own is item for word in _words_near(theirs, sentence)}
        for claimed, source in _turned(here, there):
            if claimed in said:  # the value stands there twice
                continue
            rest = [t for t in terms if not item.start <= t.start < item.end and not _begins(t.key, {claimed, source})]
            if _shares_most(rest, {term.key for term in theirs}):
                return here[claimed], there[source]
    return None


_STEM = 4  # letters that two forms of a word share
_MOST = 0.5  # of the words of a statement beside a value and the contrary: what else has the same value is of something else


def _shares_most(terms: Sequence[Term], keys: AbstractSet[str]) -> bool:
    """Whether a sentence has most of these terms, in any inflection."""
    known = [term.weight for term in terms if term.key in keys or _has_beginning(term.key, keys)]
    return bool(known) and sum(known) >= _MOST * sum(term.weight for term in terms)


def _has_beginning(key: str, keys: AbstractSet[str]) -> bool:
    return len(key) >= _STEM and any(other.startswith(key[:_STEM]) for other in keys)


def _words_near(item: Item, text: str) -> dict[str, str]:
    """The words near an item, in the same clause."""
    low, high = max(0, item.start - _NEAR), item.end + _NEAR
    before = _CLAUSE.split(text[low : item.start])[-1]
    behind = _CLAUSE.split(text[item.end : high])[0]
    return _words(f"{before} {behind}")


_BESIDE, _SHARED = 6, 4  # terms on each side of a word, and how many of them show that two words stand in one place
_PLACE = 0.6  # of the statement's terms there


def _at_one_place(pair: tuple[str, str], mine: _Said, others: _Said) -> bool:
    """Whether two words stand between the same terms."""
    here, there = (_sides(word, said) for word, said in zip(pair, (mine, others), strict=True))
    shared = sum(len(one & other) for one, other in zip(here, there, strict=True))
    return shared >= max(_SHARED, _PLACE * sum(map(len, here)))


def _are_the_sides_changed(pair: tuple[str, str], mine: _Said, others: _Said) -> bool:
    """Whether what stands in front of one word stands behind the other: A before B, B after A."""
    here, there = (_sides(word, said) for word, said in zip(pair, (mine, others), strict=True))
    same = sum(len(one & other) for one, other in zip(here, there, strict=True))
    return sum(len(one & other) for one, other in zip(here, reversed(there), strict=True)) > same


def _sides(word: str, said: _Said) -> tuple[frozenset[str], frozenset[str]]:
    """The terms next to a word, in front of it and behind it."""
    found = re.search(rf"(?<!\w){re.escape(word)}(?!\w)", said.text, re.IGNORECASE)
    if found is None:
        return frozenset(), frozenset()
    before = [term.key for term in said.terms if term.end <= found.start()]
    behind = [term.key for term in said.terms if term.start >= found.end()]
    return frozenset(before[-_BESIDE:]), frozenset(behind[:_BESIDE])


_NEXT = re.compile(r"[ \u00a0]([^\W\d_]+)")


def _negates_the_same(negated: Conflict, mine: _Said, others: _Said) -> bool:
    """Whether a negation stands right in front of a word that the other sentence has too, between the same words."""
    word, said, other = (negated.claimed, mine, others) if negated.claimed else (negated.source, others, mine)
    found = re.search(rf"(?<!\w){re.escape(word)}(?!\w)", said.text)
    behind = _NEXT.match(said.text, found.end()) if found else None
    key = fold_word(behind[1]) if behind else ""
    like = next((other.text[term.start : term.end] for term in other.terms if term.key == key), "") if key else ""
    if not behind or not like:
        return False
    one, two = _sides(behind[1], said), _sides(like, other)
    shared = sum(len(a & b) for a, b in zip(one, two, strict=True))
    return shared >= max(_FEWEST, _SAME * min(sum(map(len, one)), sum(map(len, two))))


_CLAUSE = re.compile(r"[,;:]\s|[。，；！？]|[.!?]\s")


_AND, _SHORT = frozenset("وفו"), 3  # and, so: Arabic and Hebrew write them as the first letter of the next word


def _words(text: str) -> dict[str, str]:
    found = {word.casefold().replace("’", "'"): word for word in _WORD.findall(text)}
    found |= {phrase: words for phrase, words in _told_phrases().items() if words in text}
    if text.isascii():
        return found
    joined = {key[1:]: word[1:] for key, word in found.items() if key[0] in _AND and len(key) > _SHORT}
    return found | joined | {word: word for word in _unspaced_opposites() if word in text}


@lru_cache(maxsize=1)
def _unspaced_opposites() -> tuple[str, ...]:
    """Those of scripts without blanks, and Korean stems: they stand inside what seems one word."""
    return tuple(word for word in opposites() if UNSPACED.match(word) or word[0] >= "\uac00")


@lru_cache(maxsize=1)
def _told_phrases() -> dict[str, str]:
    """Those of several words, and how they are written: went_up."""
    return {word: word.replace("_", " ") for word in opposites() if "_" in word}


def _turned(mine: dict[str, str], others: dict[str, str]) -> list[tuple[str, str]]:
    """Words of the statement that the sentence lacks, each with the contrary that only the sentence has."""
    contraries = opposites()
    return [
        (word, other)
        for word in mine
        if word in contraries and word not in others
        for other in others
        if other in contraries[word] and other not in mine
    ]


def _negated(statement: str, mine: dict[str, str], sentence: str, others: dict[str, str]) -> Conflict | None:
    """A negation that only one of the two has."""
    spoken = language.detect(f"{statement} {sentence}")
    here, there = ([w for w in words if is_negation(w, spoken)] for words in (mine, others))
    if bool(here) == bool(there):
        return None
    return Conflict(ItemKind.NEGATION, mine[here[0]] if here else "", others[there[0]] if there else "")


def _counted(said: dict[str, str]) -> set[str]:
    """The numbers in words: “not the first” may be the second."""
    return said.keys() & (values("numbers").keys() | values("ordinals").keys())


def _match(terms: Sequence[Term], theirs: Sequence[Term], but: set[str]) -> bool:
    """Whether nearly all that each says is said by the other."""
    one, other = ({term.key: term.weight for term in found} for found in (terms, theirs))
    shared = one.keys() & other.keys()
    if len(shared) < _FEWEST:
        return False
    return all(
        sum(weights[key] for key in shared) >= _SAME * sum(w for key, w in weights.items() if not _begins(key, but))
        for weights in (one, other)
    )


def _begins(key: str, words: set[str]) -> bool:
    """Whether a term begins one of the words; in scripts without blanks, whether it has a letter of one."""
    return any(fold(word).startswith(key) or (UNSPACED.match(word) and not set(word).isdisjoint(key)) for word in words)


def lost_sign(item: Item, statement: str, others: Sequence[Item], sentence: str) -> Conflict | None:
    """The same number, but only one of the two is below zero, and no word of decline says so instead."""
    for other in others if item.kind is ItemKind.NUMBER else ():
        if other.negative != item.negative and item.unit == other.unit and item.agrees(other):
            falling = opposites()["rose"]
            if _BELOW.search(statement if other.negative else sentence):
                return None
            if falling.isdisjoint(_words(statement)) and falling.isdisjoint(_words(sentence)):
                return Conflict(item.kind, item.words, other.words)
    return None
