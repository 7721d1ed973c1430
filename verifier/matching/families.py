"""Passages that share no word with a sentence but words of the same family (*pragmatic* and *pragmatically*).

In: two strings. Out: the place of the passage with most of them. The rule of this file: two words are of one family where they begin with
the same letters and only an ending differs.
"""

from __future__ import annotations

import re

from verifier.matching.statement_terms import terms

_STEM = 5  # letters that two words of one family share at the least (pragmatic, pragmatically)
_ENDING = 4  # letters at the end that may differ
_MOST_WORDS = 12
_MOST_PLACES = 2000
_NEAR = 200  # characters within which words belong to one passage
_SENTENCE = re.compile(r"[.!?…。！？]\s|\n")
_LONGEST = 400
_TOGETHER = 2  # words of families that prove that a passage is about the same


def find_related(words: str, text: str, least: int = _TOGETHER) -> tuple[int, int] | None:
    """The bounds of the sentence around most words of the same families; None where fewer than `least`, or a third, stand together.

    >>> find_related("pragmatic interactions", "It rained. They interact pragmatically with all. It ended.")
    (11, 48)
    """
    stems = {t.key[: max(_STEM, len(t.key) - _ENDING)] for t in terms(words)[:_MOST_WORDS] if len(t.key) >= _STEM}
    least = max(least, len(stems) // 3)
    if len(stems) < least:
        return None
    pattern = re.compile(rf"\b({'|'.join(map(re.escape, sorted(stems)))})\w*", re.IGNORECASE)
    places = [
        (found.start(), found[1].casefold())
        for found, _ in zip(pattern.finditer(text), range(_MOST_PLACES), strict=False)
    ]
    held = [
        len({stem for at, stem in places[i : i + _MOST_WORDS] if at - here < _NEAR})
        for i, (here, _) in enumerate(places)
    ]
    if not held or max(held) < least:
        return None
    return sentence_at(text, places[held.index(max(held))][0])


def sentence_at(text: str, at: int) -> tuple[int, int]:
    """The bounds of the sentence around a place, at most some lines long."""
    low = max(0, at - _LONGEST)
    start = max((found.end() for found in _SENTENCE.finditer(text, low, at)), default=low)
    ending = _SENTENCE.search(text, at, at + _LONGEST)
    end = ending.start() + 1 if ending else min(len(text), at + _LONGEST)
    return start, start + len(text[start:end].rstrip())
