"""A statement against a text in another language: by its numbers, dates and names, and by its meaning.

In: a statement, a text, and what ranks sentences by meaning. Out: an `Assessment`. The rule of this file: never “not found”. Words of two
languages cannot be compared; values can, names can in Latin letters, and the nearest passages are shown to be read.
"""

from __future__ import annotations

from collections.abc import Sequence

from verifier.matching.evidence import evidence_at
from verifier.matching.index import Index, index_of
from verifier.matching.items import Item, find_items
from verifier.matching.nearest import ByMeaning, nearest_in_meaning
from verifier.matching.statement_items import is_on_page, is_telling
from verifier.matching.statement_names import find_lone_names, find_names
from verifier.model import Assessment, Conflict, Evidence, ItemKind, StatementVerdict
from verifier.sentences import split

_SURE = 0.5  # of likeness: from here another number in the passage is told as the other number
_WHOLE_PAGE = 800
_NAMED = 5
_SHOWN = 3
_REACH = 700  # characters around quoted words in which their sentence begins and ends


def assess_across(
    statement: str,
    text: str,
    languages: tuple[str | None, str],
    by_meaning: ByMeaning | None,
    quoted: Sequence[tuple[int, int]] = (),
) -> Assessment:
    """What a text in another language (the second of two) shows for a statement.

    `quoted` are places of the text whose words the statement quotes: then they are what bears on it, and nothing is ranked.

    >>> found = assess_across("Im Jahr 2016 starben 1700 Menschen.", "In all 1,200 people died in 2016.", ("de", "en"), None)
    >>> found.verdict.value, found.reason
    ('unverifiable', 'The source is in another language (en); words cannot be compared. Found in it: 2016.')
    """
    index = index_of(text)
    asked = by_meaning is not None and by_meaning.knows(*languages) and not quoted
    near = _around(quoted, index) or (
        nearest_in_meaning(statement, text, by_meaning) if by_meaning is not None and asked else ()
    )
    items = [item for item in find_items(statement) if is_telling(item, set())]
    absent = [item for item in items if not is_on_page(item, index, index.page)]
    conflicts = _conflicts(absent, near, text)
    evidence, score = tuple(passage for passage, _ in near), near[0][1] if near else 0.0
    reason = " ".join(filter(None, (
        _spoken(languages[1], near, by_meaning if asked else None),
        by_meaning.problem if by_meaning is not None and asked else "",
        " ".join(f"The article says {c.claimed}, {_instead(c)}." for c in conflicts),
        _found([item for item in items if item not in absent], _names(statement, text)),
    )))  # fmt: skip
    verdict = StatementVerdict.EVIDENCE_SHOWN if near else StatementVerdict.UNVERIFIABLE
    return Assessment(
        StatementVerdict.ITEM_CONFLICT if conflicts else verdict, max(0.0, score), evidence, conflicts, reason
    )


def _around(places: Sequence[tuple[int, int]], index: Index) -> tuple[tuple[Evidence, float], ...]:
    """The sentences in which quoted words stand."""
    found = []
    for start, end in places[:_SHOWN]:
        low, high = start - min(start, _REACH), end + _REACH
        held = [(low + a, low + b) for a, b in split(index.text[low:high]) if low + a < end and start < low + b]
        place = (held[0][0], held[-1][1]) if held else (start, end)
        found.append((evidence_at(index.text, *place), 1.0))
    return tuple(found)


def _spoken(spoken: str, near: Sequence[tuple[Evidence, float]], by_meaning: ByMeaning | None) -> str:
    if near and by_meaning is not None:
        return (
            f"The source is in another language ({spoken}). The passages nearest in meaning are shown ({by_meaning.name}, likeness "
            f"{near[0][1]:.2f}); whether they say the same, a person must read."
        )
    if near:
        return f"The source is in another language ({spoken}). The passage with the quoted words is shown, to be read."
    return f"The source is in another language ({spoken}); words cannot be compared."


def _conflicts(absent: Sequence[Item], near: Sequence[tuple[Evidence, float]], text: str) -> tuple[Conflict, ...]:
    """Numbers that are nowhere on the page, although it has a passage about the same; with the one other number in their place."""
    if not near or len(text) < _WHOLE_PAGE:
        return ()
    passage, likeness = near[0]
    others = find_items(passage.exact) if likeness >= _SURE else []
    return tuple(
        Conflict(item.kind, item.words, _one_rival(item, others)) for item in absent if item.kind is ItemKind.NUMBER
    )


def _one_rival(item: Item, others: Sequence[Item]) -> str:
    rivals = [other.words for other in others if other.kind is item.kind and other.unit == item.unit]
    return rivals[0] if len(rivals) == 1 else ""


def _instead(conflict: Conflict) -> str:
    return f"the passage {conflict.source}" if conflict.source else "which is nowhere in the source"


def _names(statement: str, text: str) -> list[str]:
    """The names of the statement as the source writes them."""
    names = [word for name in (*find_names(statement), *find_lone_names(statement)) for word in name.words.split()]
    if not names:
        return []
    known = index_of(text).names
    return [
        like if like == name else f"{name} ({like})"
        for name in names
        if name[0].isupper() and (like := known.like(name))
    ]


def _found(items: Sequence[Item], names: Sequence[str]) -> str:
    found = list(dict.fromkeys((*(item.words for item in items), *names)))[:_NAMED]
    return f"Found in it: {', '.join(found)}." if found else ""
