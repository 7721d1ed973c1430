"""Words behind an apostrophe: of l'expression, dell'Unione and qu'une a quotation may take the second word alone.

In: a quotation and a text. Out: the quotation with the short word that the text has in front of it. The rule of this file: only in front
of a vowel or a mute h, and never n', which says no.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

_SHORT = "l|d|j|m|t|s|c|qu|jusqu|lorsqu|puisqu|quoiqu|un|gl|dell|nell|all|dall|sull|coll|quell|quest|bell|sant|tutt|anch|com|dov|cos|ch"
_FIRST = re.compile(r"[\W_]*([aeiouyhàâäèéêëìîïòôöùûüœæ][^\W\d_]*)", re.IGNORECASE)
_MOST = 4


def with_short_word(quotation: str, text: str) -> Iterator[tuple[str, int]]:
    """The quotation as it stands behind each short word of the text, and how many characters that word has.

    >>> list(with_short_word("expression de la volonté", "La loi est l’expression de la volonté."))
    [('l’expression de la volonté', 2)]
    >>> list(with_short_word("est pas cher", "Le pain n'est pas cher."))
    []
    """
    first = _FIRST.match(quotation)
    if first is None:
        return
    found = re.findall(rf"(?<!\w)((?:{_SHORT})['’]){re.escape(first[1])}(?!\w)", text, re.IGNORECASE)
    for short in list(dict.fromkeys(found))[:_MOST]:
        yield f"{short}{quotation[first.start(1) :]}", len(short)
