"""Another given name before the same surname: Danforth Quillon, where the source has Silas Quillon.

In: a statement, the sentences that match it, and the page. Out: `Conflict`s. The rule of this file: said only of a surname that is
no common word, where the page has no trace of the claim's given name, and the other one is no office, no initial and no form of the same.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from verifier.matching.index import Index
from verifier.matching.lexicon import is_seldom, titles_of_people
from verifier.matching.spellings import latin, near
from verifier.matching.statement_names import find_names
from verifier.matching.statement_terms import fold, fold_word, keys
from verifier.model import Conflict, ItemKind

_GIVEN_AND_SURNAME = 2
_MOST = 40  # names


def other_given_names(statement: str, aligned: Sequence[str], index: Index) -> Iterator[Conflict]:
    """The full names of a statement of which the sentences that match have one other given name.

    >>> from verifier.matching.index import index_of
    >>> source = "Silas Quillon mapped the delta of the river for the harbour office."
    >>> [c.source for c in other_given_names("In May Danforth Quillon mapped the delta.", [source], index_of(source))]
    ['Silas Quillon']
    """
    for name in find_names(statement)[:_MOST] if aligned else ():
        words = [word for word in re.split(r"[ \u00a0]", name.words) if not _is_office(word)]
        if len(words) != _GIVEN_AND_SURNAME:
            continue
        given, surname = words
        others = {other for text in aligned for other in _before(surname, text)}
        if (
            len(others) == 1
            and _is_other_given(other := others.pop(), given)
            and _is_person(given, surname, statement, index)
        ):
            yield Conflict(ItemKind.NAME, f"{given} {surname}", f"{other} {surname}")


def _is_person(given: str, surname: str, statement: str, index: Index) -> bool:
    """Whether the surname is no common word, nor the given name one that begins the sentence; and the page lacks the latter."""
    if index.page.knows(fold_word(given)) or not is_seldom(surname.lower(), index.language):
        return False
    return not statement.startswith(given) or is_seldom(given.lower(), index.language)


def _is_office(word: str) -> bool:
    return word.lower() in titles_of_people()


def _before(surname: str, text: str) -> list[str]:
    """The words with capitals right before a surname."""
    return re.findall(rf"(?<![\w.-])([^\W\d_a-z][^\W\d_]{{2,}})[ \u00a0]{re.escape(surname)}(?!\w)", text)


def _is_other_given(other: str, word: str) -> bool:
    """Whether one given name is no form of the other: no short one, no other spelling, and no office."""
    if not other[0].isupper() or _is_office(other) or not keys(other) or fold(other)[0] == fold(word)[0]:
        return False
    one, two = latin(other), latin(word)
    return not near(one, two) and one not in two and two not in one
