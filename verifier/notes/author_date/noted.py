"""The entries of a bibliography that footnotes name by author and short title (`Kern, Loud Gates, 12`), as Chicago's short notes do.

In: the notes of a document and the index of its list. Out: the numbers of the entries. The rule: the note gives a surname of the entry,
words of its title, and a place, and means one entry only. What a note gives in full it gives itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from verifier.languages import pattern
from verifier.model import Note
from verifier.notes.author_date.entries import Entry
from verifier.notes.author_date.index import Index
from verifier.notes.author_date.names import fold_name

_LONGEST = 3000  # characters of a note that are looked at
_TITLE_SURE = 4  # words of a title by which a note gives the whole reference


def find_noted(notes: Sequence[Note], index: Index) -> set[int]:
    """The entries that notes name by a short form, none where all of them stand in the notes in full."""
    noted = {number for note in notes for number in _named(note.text[:_LONGEST], index)}
    folded = [f" {fold_name(note.text[:_LONGEST])} " for note in notes] if noted else []
    alone = {number for number in noted if not any(_gives(text, index.entries[number]) for text in folded)}
    return noted if alone else set()


@lru_cache(maxsize=1)
def _short() -> re.Pattern[str]:
    name = rf"(?:(?:{pattern('name_particles')})\s)*[^\W\d_a-zß-ÿа-я][\w’'-]+"
    names = rf"{name}(?:(?:,\s|,?\s(?:{pattern('between_authors')}|&)\s){name}){{0,3}}"
    title = r"[“\"‘'«„]?(?P<title>[^\W_][^,;:“”\"«»()]{2,90}?)[,.?!]?[”\"’'»“]?"
    return re.compile(
        rf"(?<![\w’'-])(?P<names>{names}),\s{title},?\s(?:[^\W\d_]{{1,6}}\.?\s?)?(?:\d{{1,2}}:)?\d{{1,4}}(?!\w)"
    )


def _named(text: str, index: Index) -> Iterator[int]:
    """The entries that a note names by a short form: `Kern and Hask, “Tolls,” 12`."""
    for found in _short().finditer(text):
        entries = index.find_titled(found["names"], found["title"])
        if len(entries) == 1:
            yield entries[0]


def _gives(text: str, entry: Entry) -> bool:
    """Whether a note, folded, gives an entry in full: its author, its title and its year."""
    title = " ".join(entry.title.split(" ")[:_TITLE_SURE])
    known = bool(entry.people) and entry.people[0].surname in text
    return known and f" {title} " in text and any(number in text for year in entry.years for number in year.numbers)
