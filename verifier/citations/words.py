"""Words that stand around the parts of a reference, in all languages."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from verifier.languages import pattern, words

_WORD_ENDS = r"(?![^\W\d_])"
# “Compare Group” and “Ver Sacrum Society” are names: the last word before the next mark says so.
_NO_BODY = rf"(?![^,.:;“\"«„(\0]{{0,60}}\b(?:{pattern('bodies')})\s*(?:[,.:;“\"«„(\0]|$))"
_INTRODUCTION = re.compile(
    rf"[\s(\[]*(?:(?:{pattern('introductions')})(?:\s*[:,：]\s*|\s+|(?=\0)|$)"
    rf"|(?:{pattern('weak_introductions')}){_WORD_ENDS}(?:\s*:\s*|\s+){_NO_BODY})",
    re.IGNORECASE,
)
_MOST_INTRODUCTIONS = 3
LANGUAGE_NOTE = re.compile(
    r"[(\[](?:in |en |auf |на |на\s)?\w{2,14}(?: language)?[)\]]\.?$|\((?:en|in|auf) \w+\)", re.IGNORECASE
)
MEDIUM = re.compile(
    rf"[\[［](?:{pattern('media')})[\]］]|\((?:pdf|html?|docx?)(?![^\W\d_])[^()]{{0,20}}\)", re.IGNORECASE
)
ONLY_MEDIUM = re.compile(rf"\W*(?:{pattern('media')})\W*", re.IGNORECASE)
EDGES = " \t\n,.;:–—-()[]/|<>?!，。；：、（）《》「」『』،؛"
AUTHOR_LONGEST = 160
PARTICLE = re.compile(pattern("name_particles"))  # of a name: van, de


def past_introduction(text: str) -> int:
    """Where a reference begins behind words that only lead to it: see, see also, and.

    >>> past_introduction("See also: Marrant"), past_introduction("S. Marrant"), past_introduction("Compare Group, 1999")
    (10, 0, 0)
    """
    at = 0
    for _ in range(_MOST_INTRODUCTIONS):
        found = _INTRODUCTION.match(text, at)
        if found is None:
            break
        at = found.end()
    return at


@lru_cache(maxsize=1)
def _same_author() -> re.Pattern[str]:
    return re.compile(rf"\W*(?:{pattern('same_author')})\.?\s?[,.:]\s?(?=\S)", re.IGNORECASE)


def past_same_author(text: str, at: int = 0) -> int:
    """Where a reference goes on behind words that stand for the author of the work before it; `at` where none do.

    >>> past_same_author("Ders., Stille Tore, 2004"), past_same_author("idem, *Tolls*"), past_same_author("Diesel, Tolls")
    (7, 6, 0)
    """
    found = _same_author().match(text, at)
    return found.end() if found else at


def stands_for_author(text: str) -> bool:
    """Whether a reference begins with `idem`, `ders.` or a long dash: its author is that of the work before it."""
    at = past_introduction(text)
    return past_same_author(text, at) > at or _DASHES.match(text) is not None


_DASHES = re.compile(r"\s*[—–―_]{2,}[\s.,]|\s*-{3,}[\s.,]")


_LEAD_LONGEST = 320
_SAID = 3  # words in small letters, one after another, that names and titles rarely have
_SAYING = words("function_words") | words("opening")
_SHORT_CUE = len("nach")  # `nach` alone is a word of titles
_TITLE_BEGINS = r"(?=[“\"«„»‘'《「]|[^\W\d_a-zß-ÿа-я])"


@lru_cache(maxsize=1)
def _leads() -> tuple[re.Pattern[str], re.Pattern[str]]:
    small = r"(?:\s(?-i:[a-zß-ÿа-я][\w.’'-]{1,10}),?){0,2},?"
    see = (
        rf"(?:[,:;—–][”\"’»]?|(?<=\w))\s(?:as\s)?(?:{pattern('pointers')})\.?(?![^\W\d_]){small}\s(?-i:{_TITLE_BEGINS})"
    )
    quoted = (
        rf"(?:^|[\s,(])(?P<cue>(?P<sure>{pattern('quoted_in')})|{pattern('cited_within')}):?\s(?-i:{_TITLE_BEGINS})"
    )
    return re.compile(see, re.IGNORECASE), re.compile(quoted, re.IGNORECASE)


def quoted_in(text: str) -> Iterator[re.Match[str]]:
    """Where `quoted in` stands between a work that nobody saw and the one that quotes it."""
    return (found for found in _leads()[1].finditer(text) if found["sure"])


def past_lead(text: str) -> int:
    """Where the reference begins behind a sentence that leads to it, 0 where none does: names and titles are no sentence.

    >>> past_lead("On the gates of Varn, see Kern, Loud Gates"), past_lead("Odile Marrant, quoted in Kern, Loud Gates")
    (26, 25)
    >>> past_lead("Kern, Loud Gates, 12, see Marrant, Tolls"), past_lead("See Marrant, Tolls")
    (0, 0)
    """
    see, quoted = _leads()
    head = text[:_LEAD_LONGEST]
    cited = next((found for found in quoted.finditer(head) if len(found["cue"]) > _SHORT_CUE), None)
    if cited and not re.search(r"[“\"«„()\d]", head[: cited.start()]):
        return cited.end()
    told = (found for found in see.finditer(head) if _is_saying(head[: found.start()], divided=found[0][0] in ",:;—–"))
    return next((found.end() for found in told), 0)


def _is_saying(before: str, *, divided: bool) -> bool:
    """Whether words are the beginning of a sentence: a small word first (On, For), or several in a row; no year, no bracket, no stop.

    Where no sign divides them from `see`, only a small word shows it.
    """
    found = re.findall(r"[^\W\d_][\w’'-]*|[^\w\s]", before)
    if not found or re.search(r"\b(?:1[5-9]|20)\d\d\b|[();]|[^\W\d_]{3}[.?!]\s", before):
        return False
    small = run = 0
    for word in found:
        run = run + 1 if word[0].islower() else 0
        small = max(small, run)
    return (divided and small >= _SAID) or found[0].casefold() in _SAYING
