"""Sentences that match but for a word that turns the sense: a lost “not”, rose for fell, more for less, a lost minus.

In: a statement and a sentence of the source, with their terms. Out: the conflict, if there is one. The rule of this file: said only where
nearly all the words of each are in the other, so that nothing but the word can make the difference.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from verifier import language
from verifier.languages import opposites, pattern, values
from verifier.matching.items import Item
from verifier.matching.lexicon import is_negation
from verifier.matching.statement_terms import Term, fold
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
    turned = _turned(mine, others)
    if turned and (beside := _beside_value(turned, statement, sentence, same)):
        negated = _negated(statement, mine, sentence, others)
        return None if negated else Conflict(ItemKind.WORD, mine[beside[0]], others[beside[1]])
    if not _match(terms, theirs, {word for pair in turned for word in pair}):
        return None
    negated = _negated(statement, mine, sentence, others)
    if turned and not negated:  # “not rejected” is no contrary of “approved”
        claimed, source = turned[0]
        return Conflict(ItemKind.WORD, mine[claimed], others[source])
    return negated if not turned and _counted(mine) == _counted(others) else None


_NEAR = 45  # characters between a value and the verb that it goes with


def _beside_value(
    turned: Sequence[tuple[str, str]], statement: str, sentence: str, same: Sequence[tuple[Item, Item]]
) -> tuple[str, str] | None:
    """Contraries that stand next to one value, each in its sentence: fell by 4.5 per cent, and rose by 4.5 per cent."""
    for claimed, source in turned:
        for item, other in same:
            if _is_near(claimed, item, statement) and _is_near(source, other, sentence):
                return claimed, source
    return None


def _is_near(word: str, item: Item, text: str) -> bool:
    """Whether a word stands near an item, in the same clause."""
    low, high = max(0, item.start - _NEAR), item.end + _NEAR
    before = _CLAUSE.split(text[low : item.start])[-1]
    behind = _CLAUSE.split(text[item.end : high])[0]
    found = _words(f"{before} {behind}")
    return word in found


_CLAUSE = re.compile(r"[,;:]\s|[。，；！？]|[.!?]\s")


_AND, _SHORT = frozenset("وفו"), 3  # and, so: Arabic and Hebrew write them as the first letter of the next word


def _words(text: str) -> dict[str, str]:
    found = {word.casefold().replace("’", "'"): word for word in _WORD.findall(text)}
    if text.isascii():
        return found
    joined = {key[1:]: word[1:] for key, word in found.items() if key[0] in _AND and len(key) > _SHORT}
    return found | joined | {word: word for word in _unspaced_opposites() if word in text}


@lru_cache(maxsize=1)
def _unspaced_opposites() -> tuple[str, ...]:
    """Those of scripts without blanks: they stand inside what seems one word."""
    return tuple(word for word in opposites() if UNSPACED.match(word))


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
