"""Which entry of the list a citation means.

In: entries, and names with a year as a citation gives them. Out: the entries that fit, best first where some fit better. The rule: all
names that a citation gives must be authors of the work, in its year; of the works that fit, those with exactly these authors come first.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from rapidfuzz.distance import DamerauLevenshtein

from verifier.languages import words
from verifier.notes.author_date.entries import Entry
from verifier.notes.author_date.names import Names, fold_name, is_glued, read_names, without_possessive
from verifier.notes.author_date.years import Year

_SHORTEST_STEM = 4  # letters of a name that may carry endings
_LONGEST_ENDING = 3


class Index:
    """The entries by the names that cite them; `inflected` where names carry endings in the article's language."""

    def __init__(self, entries: Sequence[Entry], *, inflected: bool = False) -> None:
        self.entries = entries
        self.inflected = inflected
        self.yearless = sum(not entry.author_first for entry in entries) * 2 > len(entries)
        self._by_whole: dict[str, list[int]] = {}
        self._by_surname: dict[str, list[int]] = {}
        self._by_year: dict[str, set[int]] = {}
        self._known: dict[Names, list[int]] = {}
        for number, entry in enumerate(entries):
            for name in _wholes(entry):
                self._by_whole.setdefault(name, []).append(number)
            for name in _surnames(entry):
                self._by_surname.setdefault(name, []).append(number)
            for number_of_year in {numbered for year in entry.years for numbered in year.numbers}:
                self._by_year.setdefault(number_of_year, set()).add(number)
        self._words = {
            word for names in (self._by_whole, self._by_surname) for name in names for word in name.split(" ")
        }
        self._stems = {name[:-2] for name in self._by_surname if len(name) >= _SHORTEST_STEM}

    def knows(self, text: str) -> bool:
        """Whether any word of a text stands in a name of the list: a quick look before the thorough one."""
        said = [*fold_name(text).split(" "), *fold_name(without_possessive(text)).split(" ")[-1:]]
        return is_glued(text) or any(word in self._words or self._is_ending(word) for word in said)

    def _is_ending(self, word: str) -> bool:
        """Whether a word may be a name with an ending."""
        return self.inflected and any(word[:end] in self._stems for end in range(_SHORTEST_STEM - 2, len(word) + 1))

    def add_short(self, short: str, whole: str) -> None:
        """The article says that this is the short name of an author."""
        if short and short not in self._by_whole and whole in self._by_whole:
            self._by_whole[short] = self._by_whole[whole]
            self._known.clear()
            self._words.update(short.split(" "))

    def is_author(self, whole: str) -> bool:
        """Whether an entry stands under exactly this name."""
        return whole in self._by_whole or whole in self._by_surname

    def find(self, names: Names, year: Year | None) -> tuple[int, ...]:
        """The entries that fit, only the best ones; more than one where the citation does not tell them apart."""
        found = self._named(names)
        if year is not None:
            of_year = set().union(*(self._by_year.get(number, ()) for number in year.numbers))
            found = [number for number in found if number in of_year and self._agrees(number, year)]
        return tuple(
            _best(found, key=lambda number: (_closeness(self.entries[number], names), self._years_apart(number, year)))
        )

    def find_inflected(self, names: Names, year: Year) -> tuple[int, ...]:
        """The entries whose first author's name is the beginning of the one given, in languages where names have endings."""
        if not self.inflected or not names.people:
            return ()
        name = names.people[0].split()[-1]
        found = [
            number
            for number, entry in enumerate(self.entries)
            if entry.people and _is_inflected(name, entry.people[0].surname) and self._agrees(number, year)
        ]
        return tuple(found) if len(found) == 1 else ()

    def find_titled(self, names: str, title: str) -> tuple[int, ...]:
        """The entries of these authors (of none, where no names are given) whose title begins with these words, or holds them."""
        words = fold_name(title)
        who = read_names(names) if names.strip() else None
        if not words or (names.strip() and who is None):
            return ()
        among = (
            self._named(who)
            if who
            else [n for n, entry in enumerate(self.entries) if entry.printed and not entry.people]
        )
        begun = [number for number in among if f"{self.entries[number].title} ".startswith(f"{words} ")]
        return tuple(begun or [number for number in among if who and f" {words} " in f" {self.entries[number].title} "])

    def find_by_title(self, words: str) -> tuple[int, ...]:
        """The entries whose title holds these words, or has these first letters: `Gates` and `LG` of `Loud Gates`."""
        wanted = fold_name(words)
        if not wanted or self.is_author(wanted):
            return ()
        if words.isupper() and " " not in wanted:
            return tuple(n for n, entry in enumerate(self.entries) if wanted in _first_letters(entry.title))
        exact = [n for n, entry in enumerate(self.entries) if entry.title == wanted]
        held = [n for n, entry in enumerate(self.entries) if f" {wanted} " in f" {entry.title} "]
        if " " not in wanted and not exact:  # a word is in many titles: Job is a book of the Bible, too
            held = held if len(held) == 1 and _stands_out(wanted, self.entries[held[0]].title) else []
        begun = [n for n in held if self.entries[n].title.startswith(f"{wanted} ")]
        return tuple(exact or begun or held)

    def _named(self, names: Names) -> list[int]:
        """The entries whose authors the names may be; each name is looked for once."""
        if names not in self._known:
            self._known[names] = self._look_up(names)
        return self._known[names]

    def _look_up(self, names: Names) -> list[int]:
        direct = self._by_whole.get(names.whole, []) or self._by_whole.get(names.short, [])
        first = names.people[0] if names.people else ""
        under = {number for key in _endings(first) for number in self._by_surname.get(key, ())}
        fitting = [number for number in sorted(under) if _fits(self.entries[number], names)]
        return list(dict.fromkeys([*direct, *fitting]))

    def _agrees(self, number: int, year: Year) -> bool:
        entry = self.entries[number]
        return any(each.agrees(year) and not (year.letter and not each.letter) for each in entry.years)

    def _years_apart(self, number: int, year: Year | None) -> int:
        """0 where it is the year by which the entry is cited."""
        own = self.entries[number].year
        return 0 if year is None or own is None or own.agrees(year) else 1

    def near(self, names: Names, year: Year | None) -> int | None:
        """The entry that a citation without one comes nearest to: another year, a name spelt otherwise, one author more or less."""
        named = self._named(names)
        if named:
            return min(named, key=lambda number: self._apart(number, year))
        if year is None:
            return None
        first = names.people[0].split()[-1]
        of_year = sorted(set().union(*(self._by_year.get(number, ()) for number in year.numbers)))
        return next((n for n in of_year if self._agrees(n, year) and _is_alike(first, self.entries[n])), None)

    def _apart(self, number: int, year: Year | None) -> int:
        own = self.entries[number].year
        if own is None or year is None:
            return 0
        numbers = [abs(int(a) - int(b)) for a in own.numbers for b in year.numbers if a.isdigit() and b.isdigit()]
        return min(numbers, default=_FAR)


_FAR = 9999


def _best(numbers: Iterable[int], key: object) -> list[int]:
    ranked = [(key(number), number) for number in numbers]  # type: ignore[operator]
    best = min(ranked, default=None)
    return [number for rank, number in ranked if best is not None and rank == best[0]]


def _wholes(entry: Entry) -> set[str]:
    """The names that alone mean the author: an organisation's, its letters, a title where there is no author."""
    found = set(entry.names) | _acronyms(entry)
    return (found if entry.people else found | {entry.title}) - {""}


def _surnames(entry: Entry) -> set[str]:
    """The surnames, whole and in parts."""
    found: set[str] = set()
    for person in entry.people:
        if is_glued(person.surname):
            found.update(person.surname[:end] for end in range(2, min(len(person.surname), _LONGEST_GLUED)))
        found.update((person.surname, person.surname.split(" ")[0], person.surname.split(" ")[-1]))
    return found - {""}


def _acronyms(entry: Entry) -> set[str]:
    """The first letters of the words of an organisation: all, and those with capitals."""
    words = re.findall(r"[^\W\d_]+", entry.printed)
    if len(words) < _ACRONYM_WORDS or len(entry.people) > 1:
        return set()
    capital = "".join(word[0] for word in words if word[0].isupper())
    return {
        fold_name(letters)
        for letters in ("".join(word[0] for word in words), capital)
        if len(letters) >= _ACRONYM_WORDS
    }


_ACRONYM_WORDS = 2


def _first_letters(title: str) -> set[str]:
    """The first letters of a title's words, small words counted or not: `tfg` and `fg` of `the fallen gates`."""
    named = title.split(" ")
    telling = [word for word in named if word not in _SMALL_WORDS]
    return {"".join(word[:1] for word in some) for some in (named, telling) if len(some) >= _ACRONYM_WORDS}


_SMALL_WORDS = words("title_words")


def _stands_out(word: str, title: str) -> bool:
    """Whether a word is the first or the last of a short title."""
    named = title.split(" ")
    return len(named) <= _SHORT_TITLE and word in (named[0], named[-1]) and len(word) > _ACRONYM_WORDS


_SHORT_TITLE = 5
_LONGEST_GLUED = 8


def _endings(name: str) -> list[str]:
    """A name and what is left of it without given names in front or initials behind: `jane van roe`, `van roe`, `roe`, `jane`."""
    words = name.split()[:6]
    return [" ".join(words[start:]) for start in range(len(words))] + [
        " ".join(words[:end]) for end in range(1, len(words))
    ]


def _fits(entry: Entry, names: Names) -> bool:
    """Whether each name given is an author, the first one the first (two authors may be given the other way round)."""
    people = entry.people
    if not people:
        return names.whole in entry.names
    if not all(any(person.fits(name) for person in people) for name in names.people):
        return False
    if names.others and len(people) == 1 and not entry.truncated:
        return False
    return people[0].fits(names.people[0]) or len(names.people) == len(people)


def _closeness(entry: Entry, names: Names) -> tuple[int, ...]:
    """How far an entry is from the citation; (0, 0, 0) where it has exactly these authors."""
    if names.whole in entry.names:
        return (0, 0, 0)
    count = len(entry.people)
    given = len(names.people)
    authors = int(count <= 2 and not entry.truncated) if names.others else abs(count - given)
    spelt = sum(
        not any(person.surname == name or name.endswith(f" {person.surname}") for person in entry.people)
        for name in names.people
    )
    in_order = all(person.fits(name) for person, name in zip(entry.people, names.people, strict=False))
    return (min(authors, 1), spelt, 0 if entry.people and in_order else 1)


def _is_inflected(name: str, surname: str) -> bool:
    """Whether a name is a surname with an ending: `хольма` of `хольм`, `холмского` of `холмский`."""
    if len(surname) < _SHORTEST_STEM or len(name) < len(surname):
        return False
    stem = surname if name.startswith(surname) else surname[:-2]
    return (
        len(stem) >= _SHORTEST_STEM
        and name.startswith(stem)
        and len(name) - len(stem) <= _LONGEST_ENDING + (stem != surname)
    )


def _is_alike(name: str, entry: Entry) -> bool:
    """Whether a name is the first author's, a letter or two otherwise."""
    own = entry.people[0].surname.split()[-1] if entry.people and entry.people[0].surname else ""
    most = 1 if len(name) <= _SHORT else 2
    return (
        bool(own)
        and min(len(own), len(name)) > 2
        and own[0] == name[0]
        and DamerauLevenshtein.distance(own, name) <= most
    )


_SHORT = 5
