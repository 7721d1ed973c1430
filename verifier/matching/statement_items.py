"""Which items of a statement the source has, has not, or has with another value. In: items, page, passages. Out: `Comparison`.

The rule of this file: precision first. "Nowhere" is said only of the whole of a page, never of a
short extract; "another value" only of one number with the same unit or the same word behind it, in a
passage that holds most of the statement's other words.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import islice
from typing import NamedTuple

from rapidfuzz.distance import OSA

from verifier.matching.contradictions import (
    Said,
    beyond_bound,
    changed_about,
    counts_other,
    higher_rank,
    is_instead,
    other_measure,
    other_month,
)
from verifier.matching.derived import follows_from
from verifier.matching.doers import turned_about
from verifier.matching.given_names import other_given_names
from verifier.matching.index import Index
from verifier.matching.items import (
    BOUNDING,
    Item,
    find_items,
    find_numbers,
    has_day,
    named_months,
    plain_digits,
    spellings,
)
from verifier.matching.lexicon import is_hardly_a_word
from verifier.matching.spellings import find_like
from verifier.matching.statement_names import find_designations, find_lone_names, find_names
from verifier.matching.statement_passages import Page, Passage, beginning
from verifier.matching.statement_sense import contrary, lost_sign
from verifier.matching.statement_terms import Term, fold, fold_word, keys
from verifier.matching.statement_terms import terms as terms_of
from verifier.matching.tables import Held, hold_against, stands_apart
from verifier.matching.uncased_names import find_absent_names
from verifier.model import Conflict, ItemKind

_WHOLE_PAGE = 800  # characters; a shorter text is an extract, which need not repeat every year
_ALIGNED = 0.6  # of the weight of the statement's other words in the passage
_NEARLY = 0.4  # the same, where words that turn the sense may be what is missing
_MOST_ITEMS = 40
_SMALL = 10  # such numbers are counted rather than written


@dataclass(frozen=True, slots=True)
class Comparison:
    """Which numbers and dates the statement has, which of them the passages show, and what contradicts them."""

    shown: tuple[Item, ...]
    not_shown: tuple[Item, ...]
    nowhere: tuple[Item, ...]
    names_nowhere: tuple[Item, ...]
    names_partly: int
    conflicts: tuple[Conflict, ...]
    lacking: tuple[Item, ...] = ()  # numbers and dates that no passage shows, and names, that a source would have
    written: tuple[tuple[str, str], ...] = ()  # names that the source writes otherwise, and how
    derived: tuple[tuple[str, str], ...] = ()  # what follows from two values of a sentence, and from which
    rows: tuple[tuple[int, int], ...] = ()  # where the rows of tables stand that the statement means


def compare(
    statement: str, terms: Sequence[Term], index: Index, passages: Sequence[Passage], titled: str = ""
) -> Comparison:
    """Look for each item in the passages and in what the source is `titled`, then in the whole page."""
    text, page = index.text, index.page
    items = tuple(find_items(statement)[:_MOST_ITEMS])
    claim = _Claim(statement, terms, items, index, titled)
    shown = [_shown(text[start:end]) for start, end in _sentences(page, passages)]
    held = _hold_against_tables(claim)
    derived = _derived(items, shown)
    here = {item for item in items if item in derived or item in held}
    absent, nowhere, telling = _absent([item for item in items if item not in here], [*shown, _Shown(titled)], claim)
    telling = tuple(
        item
        for item in telling
        if not _stands_as_named(item, statement, text) and not _is_beside_others(item, items, absent, nowhere)
    )
    missing, names_partly, lone = _look_for_names(statement, items, index)
    likes = _other_spellings((*find_names(statement), *lone), index)
    missing, lone = (tuple(name for name in names if name not in likes) for names in (missing, lone))
    typed = {name: like for name in (*missing, *lone) if (like := _off_by_a_letter(name, index))}
    conflicts = [
        *(Conflict(ItemKind.WORD, item.words, found.other) for item, found in held.items() if found.other),
        *_contradictions(claim, shown, here),
    ]
    if len(text) >= _WHOLE_PAGE:
        told = {conflict.claimed for conflict in conflicts}
        lost = [item for item in telling if item in nowhere and item.words not in told]
        conflicts += [Conflict(item.kind, item.words, "") for item in (*lost, *missing)]
    return Comparison(
        shown=tuple(item for item in items if item not in absent),
        not_shown=absent,
        nowhere=nowhere,
        names_nowhere=missing,
        names_partly=names_partly,
        conflicts=tuple(conflicts),
        lacking=(*telling, *missing, *lone),
        written=tuple((name.words, like) for name, like in (likes | typed).items()),
        derived=tuple((item.words, f"{one.words} and {other.words}") for item, (one, other) in derived.items()),
        rows=tuple((found.row.start, found.row.end) for found in held.values()),
    )


def _hold_against_tables(claim: _Claim) -> dict[Item, Held]:
    """What the rows of the page's tables that the statement names say of its numbers."""
    numbers = [
        item
        for item in claim.items
        if item.kind is ItemKind.NUMBER and item.values and not item.spelled and not _is_small(item)
    ]
    tables = claim.source.tables if numbers else ()
    if not tables:
        return {}
    terms = {term.key for term in claim.terms}
    years = {item.values[0].point for item in claim.items if item.kind is ItemKind.DATE and item.values}
    found = {item: held for item in numbers if (held := hold_against(item, terms, years, tables))}
    return {item: held for item, held in found.items() if not (held.other and stands_apart(item, claim.page, tables))}


def _derived(items: Sequence[Item], shown: Sequence[_Shown]) -> dict[Item, tuple[Item, Item]]:
    """The items that no sentence has and that follow from two others of one of them."""
    return {
        item: pair
        for item in items
        if not any(_has(item, part.items) for part in shown)
        for part in shown
        if (pair := follows_from(item, part.text, part.items))
    }


def _is_beside_others(item: Item, items: Sequence[Item], absent: Sequence[Item], nowhere: Sequence[Item]) -> bool:
    """Whether a small number, which the page has elsewhere, stands among many that the passages show: a sum and its parts."""
    small = item.kind is ItemKind.NUMBER and not item.unit and all(value.point < _COUNTED for value in item.values)
    return small and item not in nowhere and len(items) - len(absent) >= _MANY


_COUNTED, _MANY = 100, 4


def _absent(items: Sequence[Item], shown: Sequence[_Shown], claim: _Claim) -> tuple[tuple[Item, ...], ...]:
    """The items that the passages lack; those of them that are nowhere on the page; those that a source would write in figures."""
    absent = tuple(item for item in items if not any(_shows(part, item, claim) for part in shown))
    nowhere = tuple(item for item in absent if not is_on_page(item, claim.source, claim.source.page))
    months = {month for part in shown for month in named_months(part.text)} if absent else set()
    return absent, nowhere, tuple(item for item in absent if is_telling(item, months))


def _shows(part: _Shown, item: Item, claim: _Claim) -> bool:
    """Whether a sentence has an item, and as a number of the same: 17 days are no 17 people."""
    same = [other for other in part.items if _has(item, (other,))]
    if is_instead(part.text, same) and not is_instead(claim.text, [item]):
        return False
    return any(not counts_other(Said(claim.text, (item,)), Said(part.text, (other,))) for other in same)


_LABEL = re.compile(r"([^\W\d_]+)[ \u00a0-]\Z")


def _stands_as_named(item: Item, statement: str, text: str) -> bool:
    """Is the number part of a name that stands anywhere in the text: PEP 563, Article 5, Boeing 747?"""
    label = _LABEL.search(statement, max(0, item.start - 24), item.start)
    if item.unit or item.month or label is None or not label[1][0].isupper() or not keys(label[1]):
        return False
    named = rf"(?<!\w){re.escape(label[1])}[ \u00a0-]{re.escape(item.words)}(?!\w)"
    return re.search(named, text, re.IGNORECASE) is not None


def _other_spellings(names: Sequence[Item], index: Index) -> dict[Item, str]:
    """The names that the source writes otherwise, and how."""
    return {name: like for name in names if (like := _written_otherwise(name, index))}


def _contradictions(claim: _Claim, shown: Sequence[_Shown], settled: Collection[Item]) -> list[Conflict]:
    """Another value in an item's place, another number in a name, a word that turns the sense."""
    asked = [item for item in claim.items if item not in settled]
    values = [conflict for item in asked if (conflict := _conflict(item, claim, shown))]
    used = [] if values else _other_use(claim, shown)
    aligned = [part.text for part in shown if coverage(claim.terms, part.keys) >= _ALIGNED]
    given = other_given_names(claim.text, aligned, claim.source)
    turned = turned_about(claim.text, aligned)
    return [*values, *used, *given, *turned, *_other_designations(claim, shown), *_other_sense(claim, shown)]


def _other_use(claim: _Claim, shown: Sequence[_Shown]) -> list[Conflict]:
    """What stands beside values that the source has: another measure, month or order."""
    mine, said = Said(claim.text, claim.items), [Said(part.text, part.items) for part in shown]
    covered = [coverage(claim.terms, part.keys) for part in shown]
    aligned, nearly = (
        [there for there, share in zip(said, covered, strict=True) if share >= least] for least in (_ALIGNED, _NEARLY)
    )
    exact = Said(claim.text, [item for item in claim.items if _is_large(item)])
    if not aligned:
        return [*other_measure(exact, said, nearly)]
    measures = (*other_measure(mine, said, aligned), *changed_about(mine, aligned))
    return [*measures, *other_month(mine, aligned[:1], claim.page), *higher_rank(mine, aligned[:1])]


def _look_for_names(
    statement: str, items: Sequence[Item], index: Index
) -> tuple[tuple[Item, ...], int, tuple[Item, ...]]:
    """The names that are nowhere on the page, how many are there in part, and what seems a name and is not there as one."""
    page = index.page
    shares = [
        (name, 1.0 if _has_acronym(statement, name, page) else _share(name, page))
        for name in _apart(find_names(statement), items)
    ]
    halved = (name for name, share in shares if 0 < share < 1 and _is_another(name, share, page))
    general = (name for name, share in shares if 0 < share < 1 and _lacks_what_tells(name, index))
    lone = (name for name in _apart(find_lone_names(statement), items) if _share(name, page) == 0)
    before_nouns = _apart(find_lone_names(statement, before_nouns=True), items)
    rare = (
        name
        for name in before_nouns
        if _share(name, page) == 0 and is_hardly_a_word(name.words.lower(), index.language)
    )
    uncased = find_absent_names(statement, index.text)
    nowhere = (*(name for name, share in shares if share == 0), *_apart(uncased, items))
    return nowhere, sum(0 < share < 1 for _, share in shares), tuple(dict.fromkeys((*halved, *general, *lone, *rare)))


def _apart(names: Sequence[Item], items: Sequence[Item]) -> list[Item]:
    """The first names that no number or date stands in."""
    return [name for name in names[:_MOST_ITEMS] if not any(_overlap(name, item) for item in items)]


def _written_otherwise(name: Item, index: Index) -> str:
    """The name as the source spells it, where each of its words that the page lacks has one that is near; else ""."""
    words = [word for word in re.split(r"[ \u00a0]", name.words) if word[:1].isupper()]
    likes = [
        word if fold_word(word) in index.page.vocabulary else find_like(word, index.page.vocabulary, index.text)
        for word in words
    ]
    return " ".join(likes) if likes != words and all(likes) else ""


def _off_by_a_letter(name: Item, index: Index) -> str:
    """The name as the source has it, where one letter of one word is another and the words beside it are the same; else ""."""
    words = re.split(r"[ \u00a0]+", name.words)
    absent = [n for n, word in enumerate(words) if fold_word(word) not in index.page.vocabulary]
    if len(words) < 2 or len(absent) != 1 or len(words[absent[0]]) < _SPELT:
        return ""
    near = r"[ \u00a0\n]+".join(r"(\w+)" if n == absent[0] else re.escape(word) for n, word in enumerate(words))
    for found in re.finditer(rf"(?<!\w){near}(?!\w)", index.text):
        if found[1][:1].isupper() and OSA.distance(found[1], words[absent[0]], score_cutoff=1) == 1:
            return found.group()
    return ""


_SPELT = 4  # letters of a word in which one that is another is a slip of the pen


def _is_another(name: Item, share: float, page: Page) -> bool:
    """Whether a name is hardly the same: the page lacks its last word, and more of it, or has the rest with another last word."""
    words = [word for word in _without_ordinal(name.words).split() if word[:1].isupper() and keys(word)]
    if _knows(keys(_without_ordinal(name.words))[-1:], page)[-1]:
        return False
    return share <= _HALF or (len(words) == _FULL and page.has_name_with(words[:-1]))


def _lacks_what_tells(name: Item, index: Index) -> bool:
    """Whether a page has of a name only a word that many have, as a word: of Hexam Dredging, “dredging”."""
    words = [word for word in re.split(r"[ \u00a0]", name.words) if word[:1].isupper() and keys(word)]
    if len(words) != _GIVEN_AND_KIND or not is_hardly_a_word(words[0].lower(), index.language):
        return False
    known = _knows(keys(name.words)[-_GIVEN_AND_KIND:], index.page)
    is_common = not is_hardly_a_word(words[-1].lower(), index.language)
    return known == [False, True] and is_common and re.search(rf"(?<!\w){re.escape(words[-1])}", index.text) is None


_GIVEN_AND_KIND = 2  # words of such a name
_FULL = 3  # words of a full name
_HALF = 0.6  # of a long name; with its last word missing, it is hardly the same


_ACRONYM = re.compile(r"(?:[^\S\n][a-z]{2,15})?[^\S\n]{0,2}\(([A-Z][A-Za-z]{1,9})\)")


def _has_acronym(statement: str, name: Item, page: Page) -> bool:
    """Does the page have the letters that the statement itself gives behind the name: “… Protection Bureau (CFPB)”?"""
    found = _ACRONYM.match(statement, name.end)
    return found is not None and found[1][0] == name.words[0] and fold_word(found[1]) in page.vocabulary


class _Claim(NamedTuple):
    """The statement, its terms and items, and the page it is held against."""

    text: str
    terms: Sequence[Term]
    items: Sequence[Item]
    source: Index
    titled: str = ""

    @property
    def page(self) -> str:
        """The text of the page."""
        return self.source.text


class _Shown:
    """One sentence of a passage, with its terms and items."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.keys = frozenset(keys(text))
        self.items = tuple(find_items(text)[: 2 * _MOST_ITEMS])

    @cached_property
    def terms(self) -> Sequence[Term]:
        """The terms with their places."""
        return terms_of(self.text)


# Statements of one source are held against the same sentences.
_shown = lru_cache(maxsize=512)(_Shown)


def _sentences(page: Page, passages: Sequence[Passage]) -> list[tuple[int, int]]:
    """The sentences of the passages."""
    return [(s.start, s.end) for passage in passages for s in page.between(passage.start, passage.end)]


def _overlap(one: Item, other: Item) -> bool:
    return one.start < other.end and other.start < one.end


def _has(item: Item, found: Sequence[Item]) -> bool:
    """Is the item among those of the passages, day and month with it?"""
    return any(
        (not item.values or item.agrees(other))
        and bool(item.values or other.month)
        and (item.kind is not ItemKind.DATE or _same_date(item, other))
        for other in found
    )


def _same_day(item: Item, other: Item) -> bool:
    return not item.day or not other.day or item.day == other.day


def is_on_page(item: Item, index: Index, page: Page) -> bool:
    """Could the value be anywhere on the page? Also said where nobody can tell."""
    if not item.values or index.values is None:
        return True
    values = (*index.values, *(index.shares if item.unit == "%" else ()))
    if any(mine.agrees(theirs) for mine in item.values for theirs in values):
        return True
    return any(key in page.vocabulary for value in item.values for key in spellings(value.point))


def _share(name: Item, page: Page) -> float:
    """Which part of a name's words the page has, in any inflection; 1 where it has the initials.

    A given name without its surname is no part: 0 where the page lacks the second of two words.
    """
    words = [key for key in keys(_without_ordinal(name.words)) if len(key) > 1]
    initials = "".join(word[0] for word in name.words.split() if word[0].isupper()).lower()
    if not words or initials in page.vocabulary:
        return 1.0
    known = _knows(words, page)
    if len(known) == 2 == len(name.words.split()) and not known[1]:
        return 0.0
    if known[-1] and not all(known) and page.has_initial(name.words, beginning(words[-1]) or words[-1]):
        return 1.0
    return sum(known) / len(known)


_ORDINAL = re.compile(r"\s+[IVX]+\Z")


def _without_ordinal(name: str) -> str:
    """A name without the number of a king or a pope, which may be written otherwise: Henrik IV, Henrik the Fourth."""
    return _ORDINAL.sub("", name)


def _knows(words: Sequence[str], page: Page) -> list[bool]:
    """Which of the words the page has, in any inflection."""
    return [page.knows(word) for word in words]


_MOST_PLACES = 50


def find_places(item: Item, index: Index) -> list[int]:
    """Where the page has a number or a year of a statement in figures, as exact, with the same unit.

    >>> from verifier.matching.index import index_of
    >>> find_places(find_items("She is 35.")[0], index_of("Roe, 35, won by 35 %."))
    [5]
    """
    if index.values is None:
        return []
    numbers = find_numbers(plain_digits(index.text))
    alike = (n for n in numbers if (n.kind, n.unit, n.open_ended) == (item.kind, item.unit, item.open_ended))
    return list(islice((number.start for number in alike if item.agrees(number)), _MOST_PLACES))


_LARGE = 1000  # a number from here that is not round stands in two texts for one reason


def find_telling_value(items: Sequence[Item], index: Index) -> int | None:
    """Where a page has a large number of the statement, in whatever dress; None where it has none.

    >>> from verifier.matching.index import index_of
    >>> find_telling_value(find_items("Fueron 3,5 millones de euros."), index_of("Llovió. Se invirtieron 3.500.000 €."))
    23
    """
    sought = [i for i in items if i.kind is ItemKind.NUMBER and _is_large(i)]
    if not sought or index.values is None or not any(is_on_page(item, index, index.page) for item in sought):
        return None
    numbers = find_numbers(plain_digits(index.text))
    return next(
        (number.start for number in numbers if any(_is_large(number) and item.agrees(number) for item in sought)), None
    )


def _is_large(item: Item) -> bool:
    point = max((value.point for value in item.values), default=0.0)
    digits = f"{point:.0f}".rstrip("0")
    return point >= _LARGE and len(digits) > 1 and not item.open_ended


def is_telling(item: Item, months: set[int]) -> bool:
    """Would a source that has it write it in figures? Not "three", nor "over 100", nor the year of "in June"."""
    return not (item.spelled or item.open_ended or _is_small(item) or item.month in months)


def _is_small(item: Item) -> bool:
    return item.kind is ItemKind.NUMBER and not item.unit and all(value.point < _SMALL for value in item.values)


def _conflict(item: Item, claim: _Claim, shown: Sequence[_Shown]) -> Conflict | None:
    """The one other value that stands in the item's place in a well-aligned sentence."""
    others = [term for term in claim.terms if not item.start <= term.start < item.end]
    aligned = [part for part in shown if coverage(others, part.keys) >= _ALIGNED]
    if any(_said_alike(item, claim, part) for part in shown):
        return None
    if any(_has(item, part.items) and not _has_exact_rival(item, claim, part) for part in aligned):
        return None
    if beyond := _beyond_bound(item, claim, shown, others):
        return Conflict(item.kind, item.words, beyond.words)
    for part in aligned:
        rivals = [
            other for other in part.items if _rivals(item, claim, other, part.text) and not _has(other, claim.items)
        ]
        if len(rivals) == 1:
            return Conflict(item.kind, item.words, rivals[0].words)
    return None


def _beyond_bound(item: Item, claim: _Claim, shown: Sequence[_Shown], others: Sequence[Term]) -> Item | None:
    """What counts the same in a sentence like this one and does not reach a bound; the words that make it one do not count."""
    if not item.open_ended:
        return None
    rest = [term for term in others if fold(claim.text[term.start : term.end]) not in BOUNDING]
    for part in shown:
        if coverage(rest, part.keys) >= _LIKE:
            alike = (o for o in part.items if o.kind is item.kind and o.unit == item.unit)
            if beyond := beyond_bound(item, [o for o in alike if _count_alike(item, claim, o, part.text)]):
                return beyond
    return None


_LIKE = 0.45  # as _ALIGNED, of sentences whose numbers count the same


def _has_exact_rival(item: Item, claim: _Claim, part: _Shown) -> bool:
    """Does the sentence have the year only in a century or a decade, and beside it another year of the same thing?"""
    if item.kind is not ItemKind.DATE or not item.values or not all(v.low == v.high for v in item.values):
        return False
    agreeing = [other for other in part.items if _has(item, (other,))]
    wide = all(v.low < v.high for other in agreeing for v in other.values)
    return wide and any(_rivals(item, claim, other, part.text) for other in part.items if other not in agreeing)


def _count_alike(item: Item, claim: _Claim, other: Item, body: str) -> bool:
    """Do both numbers count what the same word behind them says?"""
    return _neighbours(claim.text, item)[1] == _neighbours(body, other)[1] != ""


def _other_designations(claim: _Claim, shown: Sequence[_Shown]) -> list[Conflict]:
    """A name with a number that is nowhere on the page, while a passage has the same name with one other number."""
    found_in_claim = find_designations(claim.text)
    often = Counter(name for name, _ in found_in_claim)
    designations = [
        (name, mine) for name, mine in found_in_claim if often[name] == 1
    ]  # of several, each has a place of its own
    page = f"{claim.page} {claim.titled}".lower() if designations else ""
    found = [Conflict(mine.kind, mine.words, other) for name, mine in designations
             if mine.words.lower() not in page and (other := _one_other(name, shown))]  # fmt: skip
    return list(dict.fromkeys(found))


def _other_sense(claim: _Claim, shown: Sequence[_Shown]) -> list[Conflict]:
    """What turns the sense of the first sentence that matches otherwise; nothing where another one says the same."""
    conflicts: list[Conflict] = []
    for part in shown:
        same = [(item, other) for item in claim.items for other in part.items if _is_same_value(item, other)]
        aligned = coverage(claim.terms, part.keys) >= _ALIGNED
        if same or coverage(claim.terms, part.keys) >= _NEARLY:
            conflicts += filter(None, [contrary(claim.text, claim.terms, part.text, part.terms, same)])
        if aligned:
            signs = (lost_sign(item, claim.text, part.items, part.text) for item in claim.items)
            conflicts += filter(None, signs)
    return conflicts[:1]


def _is_same_value(item: Item, other: Item) -> bool:
    """One number in both, as exact, that is no small count."""
    small = item.unit == "" and all(value.point < _SMALL for value in item.values)
    return item.kind is other.kind is ItemKind.NUMBER and item.unit == other.unit and not small and item.agrees(other)


def _one_other(name: str, shown: Sequence[_Shown]) -> str:
    others = {item.words for part in shown for theirs, item in find_designations(part.text) if theirs == name}
    return others.pop() if len(others) == 1 else ""


def _said_alike(item: Item, claim: _Claim, part: _Shown) -> bool:
    """Has a sentence the very value, beside the same word: then another one in the next sentence is of something else."""
    mine = _neighbours(claim.text, item)
    if _has_exact_rival(item, claim, part):
        return False
    same = [other for other in part.items if _has(item, (other,)) and item.unit == other.unit]
    return any(
        one == their != "" for other in same for one, their in zip(mine, _neighbours(part.text, other), strict=True)
    )


def _rivals(item: Item, claim: _Claim, other: Item, body: str) -> bool:
    """Do both numbers count the same thing, or both dates say when of the same word?"""
    if item.kind is not other.kind or item.unit != other.unit or item.open_ended or other.open_ended:
        return False
    before, behind = _neighbours(claim.text, item)
    other_before, other_behind = _neighbours(body, other)
    if item.kind is ItemKind.NUMBER:
        return behind == other_behind != ""
    exact = all(value.low == value.high for value in item.values) and not _same_date(item, other)
    same_year = not item.values or not other.values or item.agrees(other)
    if not exact or (same_year and has_day(item, claim.page)):
        return False
    return before == other_before != "" or behind == other_behind != ""


def _same_date(item: Item, other: Item) -> bool:
    """Is one date only less exact than the other?"""
    years = not item.values or not other.values or item.agrees(other)
    return years and (not item.month or not other.month or (item.month == other.month and _same_day(item, other)))


def _neighbours(text: str, item: Item) -> tuple[str, str]:
    """The words with content in front of an item and behind it."""
    before, behind = keys(text[max(0, item.start - 48) : item.start]), keys(text[item.end : item.end + 48])
    return (before or [""])[-1], (behind or [""])[0]


def coverage(terms: Sequence[Term], found: Collection[str]) -> float:
    """Which part of the terms' weight is found."""
    weights = {term.key: term.weight for term in terms}
    have = set(found)
    return sum(weight for key, weight in weights.items() if key in have) / (sum(weights.values()) or 1.0)
