"""Citations that are a page alone, `Roe says that “no gate was open” (45)`, beside others with names, as MLA has them.

In: the text of a block, and the index. Out: `Bracket`s. The rule: the sentence quotes, and says of one author of the list that he speaks;
where he has several works, it names one of them. Whoever else is named leaves open whose page it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from verifier.languages import pattern
from verifier.notes.author_date.calls import Bracket, Call, outermost
from verifier.notes.author_date.index import Index
from verifier.notes.author_date.names import Names, fold_name, read_names
from verifier.notes.author_date.places import Place, read_place
from verifier.sentences import split

_ENDS = re.compile(r"\s*(?:[.,;:!?]|$)")
_QUOTED = re.compile(r"“[^“”]*[“”]|\"[^\"]*\"|«[^«»]*»|„[^„“”]*[“”]")
_PAGE = re.compile(
    r"(?:pp?\.\s?)?\d{1,4}(?:\s?(?:-{1,2}|[–—])\s?\d{1,4})?(?:,\s?\d{1,4}(?:(?:-{1,2}|[–—])\d{1,4})?){0,4}"
)
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d")
_NAME = re.compile(r"(?<![\w’'-])[^\W\d_a-z][\w’'-]+")
_ROOM = 900  # characters of a sentence that are looked at
_BESIDE = 40  # characters between a name and what he does
_TITLE_WORDS = 3  # of a title by which a sentence names the work


def find_paged(text: str, before: str, index: Index) -> Iterator[Bracket]:
    """All brackets of a block that hold a page alone; `before` are the words in front of a block quotation, "" for other blocks."""
    for start, end in outermost(text):
        inner = text[start + 1 : end - 1]
        place = _read_page(inner)
        if place is None or not _ENDS.match(text, end):
            continue
        said = _last_sentence(before.rstrip(" :") if before else text[:start])
        named = _speaker(said, index) if before or _QUOTED.search(said) else None
        if named:
            call = Call(start + 1, end - 1, inner.strip(), named[0], None, named[1], place)
            yield Bracket(start, end, calls=[call])


def _read_page(inner: str) -> Place | None:
    """The page that a bracket holds, and nothing else; four figures may be a year."""
    if _PAGE.fullmatch(inner.strip()) is None or _YEAR.search(inner):
        return None
    place = read_place(f", {inner.strip()}")
    return place if place.locator and not place.rest else None


def _last_sentence(text: str) -> str:
    room = text[-_ROOM:]
    spans = split(room)
    return room[spans[-1][0] :] if spans else room


@lru_cache(maxsize=1)
def _speaks() -> tuple[re.Pattern[str], re.Pattern[str]]:
    words = rf"(?<![^\W\d_])(?:{pattern('speech')})(?![^\W\d_])"
    return re.compile(rf"[^.;“”\"«»]*?{words}", re.IGNORECASE), re.compile(
        rf"{words}[\s,]*(?:to\s)?(?:\w+\s)?$", re.IGNORECASE
    )


def _speaker(said: str, index: Index) -> tuple[Names, tuple[int, ...]] | None:
    """The one author of the list whom a sentence names outside its quotations, where he speaks, and the work that is meant.

    Of several works of his it is the one whose title stands in the sentence.
    """
    plain = _QUOTED.sub(lambda found: "“" * len(found[0]), said)
    behind, in_front = _speaks()
    found: dict[tuple[int, ...], tuple[Names, bool]] = {}
    for word in _NAME.finditer(plain):
        names = read_names(word[0])
        if names and (entries := index.find(names, None)):
            does = behind.match(plain[word.end() : word.end() + _BESIDE]) or in_front.search(plain[: word.start()])
            found[entries] = names, bool(does) or found.get(entries, (names, False))[1]
    if len(found) != 1:
        return None
    entries, (names, speaks) = next(iter(found.items()))
    if len(entries) > 1:
        entries = _titled(said, entries, index)
    return (names, entries) if speaks and len(entries) == 1 else None


def _titled(said: str, entries: tuple[int, ...], index: Index) -> tuple[int, ...]:
    """The works whose title stands in a sentence."""
    folded = f" {fold_name(said)} "
    heads = {number: " ".join(index.entries[number].title.split(" ")[:_TITLE_WORDS]) for number in entries}
    return tuple(number for number, head in heads.items() if head and f" {head} " in folded)
