"""Who did it to whom: Brandt criticised Aalst, where Aalst criticised Brandt.

In: a statement and the sentences that match it. Out: `Conflict`s. The rule of this file: said only of verbs that nobody does together,
with a name on either side, in languages in which the order of the words tells who does it; a passive turns the order.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from verifier.languages import pattern
from verifier.matching.statement_terms import fold, keys
from verifier.model import Conflict, ItemKind

_STEM = 5  # letters of a verb that tell it from others
_NEAR = 60  # characters between a name and the verb
# Words with capitals that stand together; nothing of somebody's.
_NAME = re.compile(r"(?<!\w)[^\W\d_a-z][\w-]{2,}(?:[ \u00a0][^\W\d_a-z][\w-]+){0,4}(?!['’\w])")


class _Deed(NamedTuple):
    """A verb, by its first letters, who does it, to whom, and how it stands there."""

    verb: str
    doer: str
    other: str
    words: str


def turned_about(statement: str, sentences: Sequence[str]) -> Iterator[Conflict]:
    """What a statement says that one does to another, where a sentence says it the other way round, and none the same.

    >>> found = turned_about("Brandt criticised union secretary Pieter Aalst.", ["In May, Pieter Aalst criticised Brandt."])
    >>> [(conflict.claimed, conflict.source) for conflict in found]
    [('Brandt criticised union secretary Pieter Aalst', 'Pieter Aalst criticised Brandt')]
    >>> list(turned_about("Brandt was criticised by Aalst.", ["Aalst criticised Brandt."]))
    []
    """
    mine = list(_deeds(statement))
    theirs = [deed for sentence in sentences for deed in _deeds(sentence)] if mine else []
    for deed in mine:
        same = [other for other in theirs if other.verb == deed.verb]
        if any((other.doer, other.other) == (deed.doer, deed.other) for other in same):
            continue
        turned = next((other for other in same if (other.other, other.doer) == (deed.doer, deed.other)), None)
        if turned:
            yield Conflict(ItemKind.WORD, deed.words, turned.words)


def _deeds(text: str) -> Iterator[_Deed]:
    """The verbs of a text that have a name in front of them and behind, in one clause."""
    found = list(_verbs().finditer(text))
    names = [name for name in _NAME.finditer(text) if keys(name.group())] if found else []
    for verb in found:
        before = [name for name in names if verb.start() - _NEAR < name.end() <= verb.start()]
        behind = [name for name in names if verb.end() <= name.start() < verb.end() + _NEAR]
        if not before or not behind:
            continue
        one, two = max(before, key=lambda name: name.end()), behind[0]
        if _parted().search(text, one.end(), verb.start()) or _parted().search(text, verb.end(), two.start()):
            continue
        doer, other = (keys(name.group())[-1:] or [""] for name in (one, two))
        if _by().search(text, verb.end(), two.start()):
            doer, other = other, doer
        if doer[0] and other[0] and doer != other:
            yield _Deed(fold(verb.group())[:_STEM], doer[0], other[0], text[one.start() : two.end()])


@lru_cache(maxsize=1)
def _verbs() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{pattern('done_to')})(?!\w)", re.IGNORECASE)


@lru_cache(maxsize=1)
def _by() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{pattern('done_by')})(?!\w)", re.IGNORECASE)


@lru_cache(maxsize=1)
def _parted() -> re.Pattern[str]:
    """What begins another clause between a name and the verb, or stands for the one that it is done to."""
    return re.compile(rf"[;:()“”\"]|[.!?]\s|(?<!\w)(?:{pattern('done_apart')})(?!\w)")
