"""A statement against a text in another language: by its numbers, dates and names, and by its meaning.

In: a statement, a text, and what ranks sentences by meaning. Out: an `Assessment`. The rule of this file: never “not found”. Words of two
languages cannot be compared; values can, names can in Latin letters, and the nearest passages are shown to be read.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import islice

from verifier.matching.evidence import evidence_at
from verifier.matching.families import sentence_at
from verifier.matching.index import Index, index_of
from verifier.matching.items import Item, find_items, find_numbers, plain_digits
from verifier.matching.lexicon import is_hardly_a_word, is_seldom, titles_of_people
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
    items = [item for item in find_items(statement) if is_telling(item, set())]
    absent = [item for item in items if not is_on_page(item, index, index.page)]
    present = [item for item in items if item not in absent]
    names = _names(statement, text)
    near = (
        _around(quoted, index)
        or (nearest_in_meaning(statement, text, by_meaning) if by_meaning is not None and asked else ())
        or _holding(present, list(names.values()), index)
    )
    conflicts = _conflicts(absent, near, text)
    conflicts += _other_people(statement, languages[0], index) if _is_sure(near) and len(text) >= _WHOLE_PAGE else ()
    evidence, score = tuple(passage for passage, _ in near), near[0][1] if near else 0.0
    reason = " ".join(filter(None, (
        _spoken(languages[1], near, by_meaning if asked else None, quoted=bool(quoted)),
        by_meaning.problem if by_meaning is not None and asked else "",
        " ".join(f"The article says {c.claimed}, {_instead(c)}." for c in conflicts),
        _found(present, [like if like == name else f"{name} ({like})" for name, like in names.items()]),
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


def _holding(items: Sequence[Item], names: Sequence[str], index: Index) -> tuple[tuple[Evidence, float], ...]:
    """The sentence that has most of the names and numbers that the page shares with the statement; at least two of them."""
    numbers = islice(find_numbers(plain_digits(index.text)), _MOST_NUMBERS) if items else ()
    held = [(n.start, item) for n in numbers for item in items if item.agrees(n)]
    places: list[tuple[int, object]] = [
        *held,
        *((m.start(), name) for name in names for m in re.finditer(re.escape(name), index.text)),
    ]
    sentences: dict[tuple[int, int], set[object]] = {}
    for at, what in places[:_MOST_PLACES]:
        sentences.setdefault(sentence_at(index.text, at), set()).add(what)
    best = max(sentences, key=lambda place: (len(sentences[place]), -place[0]), default=None)
    return ((evidence_at(index.text, *best), 0.0),) if best and len(sentences[best]) >= _TOGETHER else ()


_TOGETHER = 2  # names and numbers of one sentence that no two texts share by chance
_MOST_NUMBERS, _MOST_PLACES = 5000, 400


def _spoken(spoken: str, near: Sequence[tuple[Evidence, float]], by_meaning: ByMeaning | None, *, quoted: bool) -> str:
    if near and not quoted and not near[0][1]:
        return (
            f"The source is in another language ({spoken}); words cannot be compared. The passage with most of the same names and "
            "numbers is shown; whether it says the same, a person must read."
        )
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
        Conflict(item.kind, item.words, _one_rival(item, others))
        for item in absent
        if item.kind is ItemKind.NUMBER or item.values
    )


def _one_rival(item: Item, others: Sequence[Item]) -> str:
    rivals = [other.words for other in others if other.kind is item.kind and other.unit == item.unit]
    return rivals[0] if len(rivals) == 1 else ""


def _is_sure(near: Sequence[tuple[Evidence, float]]) -> bool:
    """Whether the passage is about the same: by its meaning, or by the names and numbers in it, which have no likeness."""
    return bool(near) and (near[0][1] >= _SURE or not near[0][1])


def _other_people(statement: str, written_in: str | None, index: Index) -> tuple[Conflict, ...]:
    """Full names that are nobody's but somebody's, of which no word is like any on a page in letters that stand for sounds."""
    found = [
        (name, [w for w in name.words.split() if w.lower() not in titles_of_people()]) for name in find_names(statement)
    ]
    people = [(name, words) for name, words in found if len(words) == _FULL_NAME]
    if not people or not _is_alphabetic(index.text[:_SAMPLE]):
        return ()
    return tuple(
        Conflict(name.kind, " ".join(words), "")
        for name, words in people
        if is_hardly_a_word(words[-1].lower(), written_in)
        and is_seldom(words[0].lower(), written_in)  # Сеть Биткойн is no person
        and not any(map(index.names.may_have, words))
    )


_FULL_NAME = 2  # words
_SAMPLE = 2000  # characters that show in which letters a page is written


def _is_alphabetic(text: str) -> bool:
    """Whether nearly all letters are Latin, Greek or Cyrillic: of other scripts nobody can tell how a name is written there."""
    letters = [sign for sign in text if sign.isalpha()]
    return 10 * sum(sign < "\u0530" or "\u1e00" <= sign < "\u2000" for sign in letters) > 9 * len(letters)


def _instead(conflict: Conflict) -> str:
    return f"the passage {conflict.source}" if conflict.source else "which is nowhere in the source"


def _names(statement: str, text: str) -> dict[str, str]:
    """The names of the statement that the source has, each as the source writes it."""
    found = (*find_names(statement), *find_lone_names(statement), *find_lone_names(statement, before_nouns=True))
    names = [word for name in found for word in name.words.split() if word[0].isupper()]
    known = index_of(text).names if names else None
    return {name: like for name in names if known is not None and (like := known.like(name))}


def _found(items: Sequence[Item], names: Sequence[str]) -> str:
    found = list(dict.fromkeys((*(item.words for item in items), *names)))[:_NAMED]
    return f"Found in it: {', '.join(found)}." if found else ""
