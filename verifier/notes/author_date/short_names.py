"""Short names of authors that the text itself explains: `World Gate Council (WGC)`, `Ministry of Gates [MoG], 2019`.

In: the text of a block, and the index. Out: (short, whole) names, folded.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from verifier.notes.author_date.index import Index
from verifier.notes.author_date.names import fold_name

_SHORT = re.compile(r"[(\[（]\s*(?P<short>[^\W\d_][\w.&-]{1,14})(?=[)\]）]|,?\s\d{4}|;)")
_WINDOW = 120
_MOST_WORDS = 12


def find_short_names(text: str, index: Index) -> Iterator[tuple[str, str]]:
    """Short names in brackets behind the name of an author of the list."""
    for found in _SHORT.finditer(text):
        words = fold_name(text[max(0, found.start() - _WINDOW) : found.start()]).split(" ")[-_MOST_WORDS:]
        for at in range(len(words) - 1):
            if index.is_author(whole := " ".join(words[at:])):
                yield fold_name(found["short"]), whole
                break
