"""The places of a text that cite works by author and year.

In: the text of a block, and the index of the list. Out: `Bracket`s with their `Call`s, in order. The rule: the list says what a name is.
A year in brackets is looked at with the names in front of it; where they fit no entry, the call is kept as one that may miss its entry.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache

from verifier.languages import pattern, words
from verifier.notes.author_date.index import Index
from verifier.notes.author_date.names import Names, is_glued, read_names
from verifier.notes.author_date.places import NOWHERE, Place, is_place_word, read_place
from verifier.notes.author_date.years import Year, find_years

_LONGEST = 1200  # characters of a bracket
_WINDOW = 160  # characters in which the names in front of a year stand
_MOST_WORDS = 14
_MOST_LETTERS = 30
_LONGEST_LEAD = 60  # `for an overview of the older works see`
_OPENING = "“„«\"「『《‘’'"
_EDGES = " ,.:;([（，、：\u00a0"


@dataclass(frozen=True, slots=True)
class Call:
    """One work cited: where its words stand, how it is printed, whom and when it names, which entries it fits."""

    start: int
    end: int
    label: str
    names: Names
    year: Year | None
    entries: tuple[int, ...]
    place: Place = NOWHERE
    narrative: bool = False  # the names belong to the sentence: `Roe (2001) says`
    second_hand: bool = False  # nobody saw it: `as cited in`


@dataclass(slots=True)
class Bracket:
    """A bracket (or bare words, where both ends are one place) that cites; `plain` where it holds nothing but citations."""

    start: int
    end: int
    plain: bool = True
    calls: list[Call] = field(default_factory=list)


def find_calls(text: str, index: Index) -> list[Bracket]:
    """All citations of a block by name and year."""
    brackets = outermost(text)
    found = [bracket for start, end in brackets if (bracket := _read(text, start, end, index)).calls]
    return sorted([*found, *_bare(text, brackets, index)], key=lambda bracket: bracket.start)


def outermost(text: str) -> list[tuple[int, int]]:
    """The outermost pairs of brackets, ends included.

    >>> outermost("a (b [c]) d) (e")
    [(2, 9)]
    """
    opened: list[int] = []
    pairs: list[tuple[int, int]] = []
    for found in re.finditer(r"[(\[（)\]）]", text):
        if found[0] in "([（":
            opened.append(found.start())
        elif opened:
            pairs.append((opened.pop(), found.end()))
    result: list[tuple[int, int]] = []
    for start, end in sorted(pairs):
        if end - start <= _LONGEST and (not result or start >= result[-1][1]):
            result.append((start, end))
    return result


# --- inside brackets -------------------------------------------------------------------------------


def _read(text: str, start: int, end: int, index: Index) -> Bracket:
    """What a bracket cites, year by year."""
    bracket = Bracket(start, end)
    at = start + 1
    for first, last, year in find_years(text, at, end - 1):
        if bracket.calls and is_place_word(text[at:first]):
            continue
        names_from = _close(bracket, text, at, first) if bracket.calls else at
        call = _call(text, bracket, (names_from, first, last), year, index)
        if call is None:
            bracket.plain = False
        else:
            bracket.calls.append(call)
        at = last
    if bracket.calls:
        place = read_place(text[at : end - 1])
        bracket.calls[-1] = replace(bracket.calls[-1], place=place)
        bracket.plain = bracket.plain and _says_nothing(place.rest)
    return bracket


@lru_cache(maxsize=1)
def _editorial() -> re.Pattern[str]:
    return re.compile(rf"(?:{pattern('editors_notes')})", re.IGNORECASE)


def _says_nothing(rest: str) -> bool:
    """Whether what stands behind a citation may go with it: nothing, `emphasis added`."""
    return not rest or _editorial().fullmatch(rest) is not None


@lru_cache(maxsize=1)
def _within() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{pattern('quoted_in')}|{pattern('cited_within')})(?!\w)", re.IGNORECASE)


@lru_cache(maxsize=1)
def _ends_within() -> re.Pattern[str]:
    return re.compile(rf"{_within().pattern}$", re.IGNORECASE)


def _close(bracket: Bracket, text: str, at: int, end: int) -> int:
    """Give the last call what stands behind it, up to the next; where the words in front of the next year begin."""
    between = text[at:end]
    head, semicolon, _ = between.replace("；", ";").partition(";")
    place = read_place(head if semicolon else between)
    bracket.calls[-1] = replace(
        bracket.calls[-1], place=place._replace(rest=""), second_hand=_within().search(between) is not None
    )
    if semicolon:
        bracket.plain = bracket.plain and _says_nothing(place.rest)
        return at + len(head) + 1
    return end - len(between[between.find(place.rest) :]) if place.rest and place.rest in between else at


def _call(text: str, bracket: Bracket, span: tuple[int, int, int], year: Year, index: Index) -> Call | None:
    """The call of one year: with names of its own, of the one before, or of the sentence; `span` is from, year, end."""
    start, first, last = span
    if text[start:first].strip(_EDGES):
        named = _names_inside(text, start, first, year, index)
        if named is None:
            return None
        at, names, entries = named
        bracket.plain = bracket.plain and _is_plain_lead(text[start:at]) and ";" not in text[start:at]
        return Call(at, last, close(text[at:last]), names, year, entries)
    if bracket.calls:
        return _again(bracket.calls[-1], text, (first, last), year, index)
    return _narrative(text, bracket.start, last, year, index)


def _again(before: Call, text: str, span: tuple[int, int], year: Year, index: Index) -> Call:
    """`2020a, 2020b`: another work of the same authors."""
    first, last = span
    entries = index.find(before.names, year)
    return Call(first, last, text[first:last], before.names, year, entries, narrative=before.narrative)


@lru_cache(maxsize=1)
def _lead() -> re.Pattern[str]:
    return re.compile(
        rf"\s*(?:{pattern('introductions')}|{pattern('pointers')}|{pattern('quoted_in')}|{pattern('cited_within')})(?!\w)[\s,.:]*",
        re.IGNORECASE,
    )


_LEADING = words("function_words") | words("opening") | words("title_words")


def may_lead(words_before: str) -> bool:
    """Whether words in front of names are none of them: `see also`, `e.g.,`, `Source:`, `the paper on DIC by`, `DIC,`.

    >>> may_lead("see also "), may_lead("the paper on DIC by "), may_lead("Storm, quoted in "), may_lead("Roe & "), may_lead("Storm ")
    (True, True, True, False, False)
    """
    plain = re.split("[;；]", words_before)[-1].strip()
    if not plain or plain.endswith((":", "：")) or _ends_within().search(plain):
        return True
    last = re.findall(r"[^\W_]+|[^\w\s]|_+", plain)[-1]
    if last in ",，." and plain[:-1].split():
        last = plain[:-1].split()[-1]
    if plain.endswith((",", "，")) and _SHORT.fullmatch(last):
        return True
    return (not last[:1].isupper() or last.casefold() in _LEADING) and _JOINER.fullmatch(last) is None


_SHORT = re.compile(r"[A-Z]{2,8}s?")  # a short name that the bracket explains: `(central bank money, CBM, Roe, 2001)`


_JOINER = re.compile(rf"(?:{pattern('between_authors')}|[&＆/])", re.IGNORECASE)


def _is_plain_lead(words_before: str) -> bool:
    """Whether words in front of names may go with the citation: all are small, or known."""
    plain = _lead().sub("", words_before.strip(), count=1)
    return len(plain) <= _LONGEST_LEAD and all(
        not word[:1].isupper() or word.casefold() in _LEADING for word in re.findall(r"[^\W_]+", plain)
    )


def starts_of(segment: str) -> list[int]:
    """Where names may begin in words: at each of the last ones; in scripts without blanks at each letter."""
    found = [
        word.start() for word in re.finditer(r"[^\s(\[（]+", segment) if word[0][0].isalnum() or word[0][0] in _OPENING
    ]
    if is_glued(segment):
        found += [at for at in range(max(0, len(segment) - _MOST_LETTERS), len(segment)) if segment[at].isalpha()]
        return sorted(set(found))[-_MOST_LETTERS:]
    return found[-_MOST_WORDS:]


def _names_inside(
    text: str, start: int, end: int, year: Year, index: Index
) -> tuple[int, Names, tuple[int, ...]] | None:
    """The names in front of a year in a bracket: those that fit an entry, else those that could."""
    segment = _without_day(text[start:end].rstrip(_EDGES.replace(".", "")))
    lead = _lead().match(segment)
    low = lead.end() if lead and segment[lead.end() :].strip(_EDGES) else 0
    unknown: tuple[int, Names, tuple[int, ...]] | None = None
    known = index.knows(segment)
    for at in starts_of(segment):
        if at < low or not may_lead(segment[low:at]):
            continue
        names = read_names(segment[at:])
        if names is None:
            continue
        if known and (entries := index.find(names, year)):
            if names.short:
                index.add_short(names.short, names.whole)
            return start + at, names, entries
        if (unknown is None or ";" in segment[:at]) and not segment[at].islower() and ";" not in segment[at:]:
            unknown = (start + at, names, ())
    return unknown


_DAY = re.compile(r"(?:,|\s)\s*(?:\d{1,2}\.?\s+)?[^\W\d_]{3,12}\.?(?:\s+\d{1,2})?$")


def _without_day(segment: str) -> str:
    """`Brollen Courier, May 3` without the day: the year stands behind it."""
    shown = _DAY.search(segment) if segment[-1:].isdigit() else None
    return segment[: shown.start()] if shown else segment


# --- outside brackets -------------------------------------------------------------------------------

_BORDER = re.compile(r"[;:!?()\[\]（）“”\"«»。，]|(?<=[^\W\d_]{2})\.\s(?=\S)")

_SHORT_BEHIND = re.compile(r"\s[(\[][^\W\d_][\w.&-]{1,14}[)\]]$")


def _narrative(text: str, bracket: int, end: int, year: Year, index: Index) -> Call | None:
    """`Roe and Marrant (2001)`: the names in front of a bracket that begins with a year."""
    named = _names_before(text, bracket, year, index)
    if named is None or not named[2]:
        named = _apart(text, bracket, end, year, index) or named
    if named is None:
        return None
    at, names, entries = named
    return Call(at, end, close(text[at:end]), names, year, entries, narrative=True)


_CLOSING = {"(": ")", "[": "]", "（": "）"}


def close(printed: str) -> str:
    """A citation as printed, its bracket closed.

    >>> close("Roe (2001")
    'Roe (2001)'
    """
    opened = max(printed.rfind(sign) for sign in _CLOSING)
    closed = max(printed.rfind(sign) for sign in _CLOSING.values())
    return printed + _CLOSING[printed[opened]] if opened > closed else printed


def _apart(text: str, bracket: int, end: int, year: Year, index: Index) -> tuple[int, Names, tuple[int, ...]] | None:
    """`Roe wrote: “No one came” (1998, p. 5)`: the author whom the sentence names, where words are quoted or a page is given."""
    said = text[max(0, bracket - _SENTENCE) : bracket]
    if (
        not said.rstrip().endswith(_QUOTED)
        and read_place(text[end : end + _PLACE_ROOM].partition(")")[0]).locator is None
    ):
        return None
    said = _FULL_STOP.split(said)[-1]
    found = [
        names
        for word in _CAPITAL.finditer(said)
        if (names := read_names(word[0])) and len(index.find(names, year)) == 1
    ]
    entries = {index.find(names, year) for names in found}
    return (end - len(year.printed), found[0], entries.pop()) if len(entries) == 1 else None


_SENTENCE = 300
_PLACE_ROOM = 40
_QUOTED = tuple('”»"“’')
_FULL_STOP = re.compile(r"(?<=[^\W\d_]{2})[.!?]\s(?=[^a-z])")
_CAPITAL = re.compile(r"(?<![\w’'-])[^\W\d_a-z][\w’'-]+")


def _names_before(text: str, end: int, year: Year, index: Index) -> tuple[int, Names, tuple[int, ...]] | None:
    """The names that end here: as many of them as fit an entry, else the last words with capitals."""
    at = max(0, end - _WINDOW)
    window = text[at:end].rstrip()
    named = _SHORT_BEHIND.sub("", window)
    borders = [found.end() for found in _BORDER.finditer(named) if found.end() < len(named)]
    low = borders[-1] if borders else 0
    if not index.knows(window[low:]):
        return _unknown(window, at, low)
    best: tuple[int, Names, tuple[int, ...]] | None = None
    score = 0
    for start in reversed([low + place for place in starts_of(window[low:])]):
        names = read_names(window[start:])
        entries = index.find(names, year) if names else ()
        if names and entries and len(names.people) >= score and (best is None or _is_name(window[start:])):
            best, score = (at + start, names, entries), len(names.people)
    if best is None:
        best = _inflected(window, at, low, year, index)
    if best is None:
        return _unknown(window, at, low)
    return _with_known_partner(text, best, index)


def _is_name(words_here: str) -> bool:
    """Whether words begin with a name: a capital, and no word that opens sentences."""
    printed = words_here.split(None, 1)[0]
    first = printed.strip(_EDGES)
    return not first[:1].islower() and (first.casefold() not in _LEADING or printed == f"{first}." or len(first) == 1)


def _inflected(window: str, at: int, low: int, year: Year, index: Index) -> tuple[int, Names, tuple[int, ...]] | None:
    """Names with the endings of cases: `по мнению Хольма (2001)`."""
    starts = [low + place for place in starts_of(window[low:]) if window[low + place].isupper()]
    for start in reversed(starts):
        names = read_names(window[start:])
        if names and (entries := index.find_inflected(names, year)):
            return at + start, names, entries
    return None


_PARTNER = re.compile(rf"(?P<name>[^\W\d_][\w’'-]+)\s+(?:{pattern('between_authors')}|&)\s+$", re.IGNORECASE)


def _with_known_partner(
    text: str, found: tuple[int, Names, tuple[int, ...]], index: Index
) -> tuple[int, Names, tuple[int, ...]]:
    """`Quist and Roe (2001)` is not the work of Roe alone, where Quist is an author of the list."""
    at, names, _ = found
    partner = _PARTNER.search(text, max(0, at - _WINDOW), at)
    if partner is None or not partner["name"][0].isupper():
        return found
    both = read_names(f"{partner[0]}{text[at:]}"[:_WINDOW])
    other = read_names(partner["name"])
    if both is None or other is None or not index.is_author(other.whole):
        return found
    return partner.start(), Names(f"{other.whole} {names.whole}", (*other.people, *names.people), names.others), ()


def _unknown(window: str, at: int, low: int) -> tuple[int, Names, tuple[int, ...]] | None:
    """The last words with capitals in front of a year in brackets."""
    starts = [low + place for place in starts_of(window[low:])][-6:]
    for start in starts:
        if not window[start].isupper() or not _is_name(window[start:]):
            continue
        names = read_names(window[start:])
        if names and _are_names(window[start:]):
            return at + start, names, ()
    return None


def _are_names(text: str) -> bool:
    """Whether words are nothing but names with capitals, and what joins them."""
    plain = _joints().sub(" ", text)
    return all(word[0].isupper() for word in re.findall(r"[^\W\d_][\w’'-]*", plain)) and not any(
        c.isdigit() for c in plain
    )


@lru_cache(maxsize=1)
def _joints() -> re.Pattern[str]:
    return re.compile(
        rf"(?:[,\s]+(?:{pattern('other_authors')})$)|\s(?:{pattern('between_authors')}|&|{pattern('name_particles')})(?=\s)",
        re.IGNORECASE,
    )


def _ends_name(letter: str) -> bool:
    return letter.isalpha() or letter in ".’'"


def _bare(text: str, brackets: Sequence[tuple[int, int]], index: Index) -> Iterator[Bracket]:
    """`see Roe 2001`: names that fit an entry directly in front of its year, without brackets."""
    borders = iter([*brackets, (len(text), len(text))])
    start, end = next(borders)
    for first, last, year in find_years(text):
        while end <= first:
            start, end = next(borders)
        if start <= first or text[first - 1 : first] != " " or not _ends_name(text[first - 2 : first - 1]):
            continue
        named = _names_before(text, first, year, index)
        if named and len(named[2]) == 1 and year.printed[0].isdigit():
            yield Bracket(
                last,
                last,
                calls=[Call(named[0], last, text[named[0] : last], named[1], year, named[2], narrative=True)],
            )
