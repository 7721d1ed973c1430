"""Whether words are running prose or the parts of a reference.

The rule of this file: a reference is names, titles and dates between commas; prose runs on in small words. Titles in quotation
marks and addresses are neither. Writing without capitals (Arabic, Chinese) cannot be told by its letters: it counts as a reference.
"""

from __future__ import annotations

import re
from functools import lru_cache

from verifier.languages import pattern
from verifier.model import Note
from verifier.sentences import split
from verifier.urls import find_urls

QUOTED = re.compile(
    r"“([^”“]{2,400})”|„([^“”„]{2,400})[“”]|«\s*([^»«]{2,400}?)\s*»|»([^»«]{2,400})«|\"([^\"]{2,400})\"|「([^」]{1,300})」|"
    r"《([^》]{1,300})》|『([^』]{1,300})』|”([^”“]{2,400})”|(?<!\w)‘((?:[^’‘]|’(?=\w)){4,400})’(?!\w)|''([^']{2,400})''|"
    r"(?<![\w'])'((?:[^'\n]|(?<=\w)'(?=\w)){4,400})'(?![\w'])|›([^›‹]{2,400})‹|‹\s*([^›‹]{2,400}?)\s*›|【([^】]{1,300})】"
)
_TOKEN = re.compile(r"[^\W\d_][\w'’-]*|[^\w\s]")
# “retrieved from the website of the …” is still a reference.
_RUN = 6
# What stands directly before or behind quoted words that a sentence goes through.
_SENTENCE = 2
_TITLED = re.compile(
    rf"(?:\b(?:{pattern('works')})s?|\b(?:{pattern('naming')}|{pattern('introductions')}|{pattern('by')}|{pattern('site_cues')}))\s*$",
    re.IGNORECASE,
)
_SAYS = re.compile(rf"\b(?:{pattern('speech')})\b[^.;“”«»„\"]{{0,40}}$", re.IGNORECASE)


def small_run(text: str) -> int:
    """The most words in small letters one after another, nothing between.

    >>> small_run("Odile Marrant, The Gates of the North, Gazette"), small_run("he had written about it on a list")
    (2, 8)
    """
    longest = run = 0
    for token in _TOKEN.findall(text):
        run = run + 1 if token[0].islower() else 0
        longest = max(longest, run)
    return longest


def is_prose(text: str) -> bool:
    """Whether the words of a note, those in quotation marks and addresses aside, run on as a sentence does.

    >>> is_prose("The board explains how it came to close the gates, https://board.example/a")
    True
    >>> is_prose("Odile Marrant, “How it came to close all of the gates”, The Gazette, 3 March 2021")
    False
    """
    for start, end, _ in reversed(find_urls(text)):
        text = text[:start] + "," + text[end:]
    return small_run(QUOTED.sub(",", text)) >= _RUN


_REMARK = re.compile(r"\s*\((?=[^\W\d_A-ZÀ-ÞА-Я]|[“\"„«\[])[^()]*(?:\([^()]*\)[^()]*)*\)")


def without_remarks(text: str) -> str:
    """The words of a reference without what is said of the work in brackets behind its year, as lawyers do.

    >>> without_remarks("Kern, Loud Gates 12 (2019) (noting that all of them fell (and why)); Marrant, Tolls (2020).")
    'Kern, Loud Gates 12 (2019); Marrant, Tolls (2020).'
    """
    return _REMARK.sub(lambda found: "" if _CLOSED.search(text[: found.start()]) else found[0], text)


def without_said(text: str) -> str:
    """The words of a note up to the sentences at its end that explain something and name no year.

    >>> without_said("Kern, Loud Gates, 12 (2019). It is hard to tell what was left of it by then.")
    'Kern, Loud Gates, 12 (2019). '
    """
    end = len(text)
    for start, stop in reversed(split(text)[1:]):
        if _YEAR.search(text, start, stop) or not is_prose(text[start:stop]):
            break
        end = start
    return text[:end]


_YEAR = re.compile(r"(?<!\d)(?:1[5-9]|20)\d\d(?!\d)")
_CLOSED = re.compile(r"\d\)$|\sat \*?\d[\d–-]*$")


def names_work(text: str) -> bool:
    """Whether a note in which no title and no address was found may still name a work (a book, a judgment): by a year or a page.

    >>> names_work("Marrant 1999, 14"), names_work("We thank the keepers."), names_work("In 1999 she had gone to see all of the gates.")
    (True, False, False)
    """
    return any(c.isdigit() for c in text) and not is_prose(text)


def in_sentence(before: str, inner: str, behind: str) -> bool:
    """Whether a sentence goes through quoted words: `key “plays” that can help`, `wrote: “we were …”`; a title stands between stops.

    >>> in_sentence("consists of key ", "plays", " that can help")
    True
    >>> in_sentence("Odile Marrant, ", "Quiet Gates", ", The Gazette")
    False
    """
    before = before[-_ROOM:]
    if before.rstrip().endswith((",", ";", ".", "(", "[", "\0")) or not before.strip(" \0"):
        return False
    if _TITLED.search(before):
        return False
    begins_small = inner.lstrip("[ …")[:1].islower()
    if begins_small or _SAYS.search(before):
        return True
    return _ends_small(before) >= _SENTENCE and (_begins_small(behind) >= 1 or _ends_small(before) > _SENTENCE)


def runs_through(before: str, behind: str) -> bool:
    """Whether words in small letters stand directly on both sides of what stands between, as in a sentence.

    >>> runs_through("Tidewater is a ", " sheet for boats"), runs_through("Odile Marrant, ", ", The Gazette")
    (True, False)
    """
    return _ends_small(before) >= 1 and _begins_small(behind) >= 1


_SPEAKS = re.compile(rf"\s?,?\s?(?:[^\W\d_][\w.’'-]*\s){{1,3}}(?:{pattern('speech')})(?![^\W\d_])")


def says_who(behind: str) -> bool:
    """Whether what stands behind quoted words says who said them, as of no title.

    >>> says_who(" Kern writes"), says_who(", Gazette 12")
    (True, False)
    """
    return _SPEAKS.match(behind) is not None


_ROOM = 300  # characters in front of quoted words that tell what they are


def _ends_small(text: str) -> int:
    run = 0
    for token in reversed(_TOKEN.findall(text[-120:])):
        if not token[0].islower():
            break
        run += 1
    return run


def _begins_small(text: str) -> int:
    run = 0
    for token in _TOKEN.findall(text[:60]):
        if not token[0].islower():
            break
        run += 1
    return run


_POINTER = re.compile(rf"^\W*(?:{pattern('pointers')})(?=\W|$)", re.IGNORECASE)
_SENTENCE_WORDS = 8
_SEVERAL = 2


def points_on(note: Note) -> bool:
    """Whether a note begins as one that points to more than it proves: “See …”, “Vgl. …”, “For an overview …”."""
    return _POINTER.match(note.text) is not None


@lru_cache(maxsize=512)  # a note that is called a thousand times is read once
def explains(note: Note) -> bool:
    """Whether a note says something of its own, and cites what it says, rather than the source of the sentence that calls it.

    Its links are words of its sentences, what stands before them is no author, or it has two sentences of its own.
    """
    if not note.data:
        for link in note.hyperlinks:
            before, words, behind = note.text[: link.start], note.text[link.start : link.end], note.text[link.end :]
            if not find_urls(words) and (in_sentence(before, words, behind) or small_run(before) >= _RUN):
                return True
    own = QUOTED.sub(" ", note.text)
    return sum(_is_said(own[a:b]) for a, b in split(own)) >= _SEVERAL


def _is_said(sentence: str) -> bool:
    """Whether a sentence has many words of its own, most of them small."""
    for start, end, _ in reversed(find_urls(sentence)):
        sentence = sentence[:start] + sentence[end:]
    words = [token for token in _TOKEN.findall(sentence) if token[0].isalpha()]
    return len(words) >= _SENTENCE_WORDS and sum(word[0].islower() for word in words) * 2 >= len(words)
