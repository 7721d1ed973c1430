"""Words that stand around the parts of a reference, in all languages."""

from __future__ import annotations

import re

from verifier.languages import pattern

_WORD_ENDS = r"(?![^\W\d_])"
# “Compare Group” and “Ver Sacrum Society” are names: the last word before the next mark says so.
_NO_BODY = rf"(?![^,.:;“\"«„(\0]{{0,60}}\b(?:{pattern('bodies')})\s*(?:[,.:;“\"«„(\0]|$))"
_INTRODUCTION = re.compile(
    rf"[\s(\[]*(?:(?:{pattern('introductions')})(?:\s*[:,：]\s*|\s+|(?=\0)|$)"
    rf"|(?:{pattern('weak_introductions')}){_WORD_ENDS}(?:\s*:\s*|\s+){_NO_BODY})",
    re.IGNORECASE,
)
_MOST_INTRODUCTIONS = 3
LANGUAGE_NOTE = re.compile(
    r"[(\[](?:in |en |auf |на |на\s)?\w{2,14}(?: language)?[)\]]\.?$|\((?:en|in|auf) \w+\)", re.IGNORECASE
)
MEDIUM = re.compile(
    rf"[\[［](?:{pattern('media')})[\]］]|\((?:pdf|html?|docx?)(?![^\W\d_])[^()]{{0,20}}\)", re.IGNORECASE
)
ONLY_MEDIUM = re.compile(rf"\W*(?:{pattern('media')})\W*", re.IGNORECASE)
EDGES = " \t\n,.;:–—-()[]/|<>?!，。；：、（）《》「」『』،؛"
AUTHOR_LONGEST = 160
PARTICLE = re.compile(pattern("name_particles"))  # of a name: van, de


def past_introduction(text: str) -> int:
    """Where a reference begins behind words that only lead to it: see, see also, and.

    >>> past_introduction("See also: Marrant"), past_introduction("S. Marrant"), past_introduction("Compare Group, 1999")
    (10, 0, 0)
    """
    at = 0
    for _ in range(_MOST_INTRODUCTIONS):
        found = _INTRODUCTION.match(text, at)
        if found is None:
            break
        at = found.end()
    return at
