"""What a work of any kind says of its own retraction. In: a reading. Out: its words.

The rule of this file: a notice stands in the title, above the text or behind its first paragraph; what a text tells of others is none.
"""

from __future__ import annotations

import re
from functools import lru_cache

from verifier.languages import pattern
from verifier.model import SourceText

# Within so many characters, before so many lines that are longer than that.
_NOTICES, _RUNNING, _ABOVE = 6000, 200, 3
_AROUND = " \t*!#[(【⚠️•])】"
_LONGEST = 120  # characters that are shown


def find_retraction(reading: SourceText) -> str:
    """The words by which a work says that it was retracted or withdrawn; "" where it says none.

    >>> find_retraction(SourceText("RETRACTED: The quiet gates", "plain", "1"))
    'RETRACTED: The quiet gates'
    """
    told = 0
    for line in (reading.facts.title, reading.metadata.title or "", *reading.text[:_NOTICES].split("\n")):
        said = line.strip(_AROUND)
        if said and _retracted().match(said):
            return said if len(said) <= _LONGEST else f"{said[:_LONGEST].rpartition(' ')[0]} …"
        told += len(line) > _RUNNING
        if told >= _ABOVE:
            break
    return ""


@lru_cache(maxsize=1)
def _retracted() -> re.Pattern[str]:
    return re.compile(pattern("page_retracted"), re.IGNORECASE)
