"""Whether words say again what a known note says: by their letters, without labels, signs and case.

In: the flow and the notes that are known. Out: keys that are equal where the words are.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from verifier.notes.flow import Flow, Found

_LETTERS = 40  # that tell two notes apart
_NO_LETTERS = re.compile(r"[\W\d_]+")


def key_of(text: str) -> str:
    """The letters that some words begin with.

    >>> key_of("[1] Almanac, 2020.") == key_of("1. ALMANAC (2020)")
    True
    """
    return _NO_LETTERS.sub("", text).casefold()[:_LETTERS]


def keys_of(flow: Flow, notes: Iterable[Found]) -> set[str]:
    """The keys of all pieces of notes that hold letters."""
    return {key for note in notes for start, end in note.pieces if (key := key_of(flow.text[start:end]))}
