"""What interrupts a sentence in a text that says of none of its parts what they are: page numbers, running heads, labels, marks of notes.

In: a text. Out: `Part`s. The rule of this file: a line is no part of the sentence around it where it stands alone and a sign says
what it is (a label that the languages know, the number of a page, capitals, the same line again and again). Words that only
happen to fill a line are the source's own.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from verifier import languages
from verifier.matching.lexicon import negates
from verifier.model import Part, Role
from verifier.text import UNSPACED_RANGES

_LONGEST = 160  # characters; a longer line is a paragraph
_LINE = re.compile(rf"(?m)^(?=[^\n]*?\S)[^\n]{{1,{_LONGEST}}}$")
_WORD = re.compile(r"[^\W\d_][^\s\d_.,:;()\[\]/|“”\"'’–—-]*")
_NUMBER = re.compile(r"\d{1,4}")
_MOST = 4000  # lines with a sign: a text of more is a table
_HEAD = 80  # characters that a running head has at most
_TELLING = 3  # letters by which a phrase is known before it is read
_REPEATED = 3  # times that the same line stands in a text
_STAMP = 24  # characters of a line with a figure somewhere in it
_PAGE_LINE, _FEW = 40, 3  # characters and words beside the number of a page
_SHOWN_WIDTH = 40  # characters: where the lines beside are no longer, nothing tells that a line was not wrapped


def find_interruptions(text: str) -> Iterator[Part]:
    r"""The lines and the marks that interrupt sentences.

    >>> text = "The silt rose in every\n- 12 -\nyear of the war,(3) said the warden."
    >>> [text[part.start:part.end] for part in find_interruptions(text)]
    ['- 12 -', '(3)']
    """
    yield from _lines(text)
    yield from _marks(text)


@dataclass(frozen=True, slots=True)
class _Line:
    """A line that stands alone, and what is around it."""

    text: str
    before: str  # the line before it that holds anything
    after: str
    apart: bool  # blank lines on both sides
    again: bool  # it stands in the text again and again

    @property
    def words(self) -> list[str]:
        """Its words, without numbers."""
        return _WORD.findall(self.text.lower())


def _lines(text: str) -> Iterator[Part]:
    lines = list(_LINE.finditer(text))
    again = _repeated(lines)
    found = [line for line in lines if _may_be(line[0]) or line[0] in again]
    for line in found if len(found) <= _MOST else ():
        around = _around(text, line.start(), line.end(), again=line[0] in again)
        if any(fits(around) for fits in _SIGNS):
            start = line.start() + line[0].index(around.text[0])
            yield Part(start, start + len(around.text), Role.FURNITURE)


def _repeated(lines: Sequence[re.Match[str]]) -> frozenset[str]:
    """The short lines that stand again and again, without regard to the numbers in them."""
    short = {line[0]: "" for line in lines if len(line[0]) <= _HEAD}
    shapes = {words: _NUMBER.sub("", words).strip() for words in short}
    counted = Counter(shapes[line[0]] for line in lines if line[0] in shapes)
    return frozenset(words for words, shape in shapes.items() if counted[shape] >= _REPEATED and len(shape) > 2)


_SIGNS_IN_FRONT = ' \t\r•·»→▶►-–—*[(|>«<“"#0123456789'


@lru_cache(maxsize=1)
def _opening() -> re.Pattern[str]:
    """How labels, stamps and links to other pages begin."""
    return re.compile(
        rf"[\W\d_]{{0,12}}(?:{languages.alternatives(_openings())})(?![^\W{UNSPACED_RANGES}])", re.IGNORECASE
    )


@lru_cache(maxsize=1)
def _openings() -> frozenset[str]:
    kinds = ("page_lines", "page_stamps", "page_related")
    return frozenset(phrase for kind in kinds for phrase in languages.phrases(kind))


@lru_cache(maxsize=1)
def _beginnings() -> frozenset[str]:
    return frozenset(phrase[:_TELLING] for phrase in _openings())


def _may_be(line: str) -> bool:
    """Whether a line has any of the signs: most lines of a text have none, and nothing around them is asked."""
    if line[0].isdigit() or line[-1:].isdigit() or line.isupper():
        return True
    if len(line) <= _STAMP and _NUMBER.search(line):
        return True
    plain = line.lstrip(_SIGNS_IN_FRONT)[:_TELLING].lower()
    return not plain or plain in _beginnings() or _is_page(line) or _SIGNED.search(line) is not None


def _around(text: str, start: int, end: int, *, again: bool) -> _Line:
    front, back = text[max(0, start - 3 * _LONGEST) : start], text[end : end + 3 * _LONGEST]
    before, after = front.rstrip(), back.lstrip()
    apart = front[len(before) :].count("\n") > 1 and back[: len(back) - len(after)].count("\n") > 1
    return _Line(
        text[start:end].strip(), before.rpartition("\n")[2].strip(), after.partition("\n")[0].strip(), apart, again
    )


# --- the signs -------------------------------------------------------------------------------------

_ENDED = re.compile(r"[.!?…:。！？।॥؟;][\"'”’»)\]」』]*$")
# What no sentence ends with: a letter (also with the marks of its vowels), a comma, a quotation mark.
_OPEN_END = re.compile(r"(?:[\w,،，、\"'”’»)%-]|[^\x00-\u02ff\u2000-\u303f\uff00-\uffef])$")
_GOES_ON = re.compile(r"[\"'“„«(]?(?P<first>[^\W\d_])|[,;)]")
_CAPITALS = re.compile(r"[^\W\d_]{2}")
_TITLED = re.compile(
    r"\d{1,4}\s{1,3}[|·•–—-]?\s{0,3}(?P<behind>\D{3,})|(?P<front>\D{3,}?)\s{1,3}[|·•–—-]?\s{0,3}\d{1,4}"
)
_AFTER_LABEL = re.compile(r"\s*(?:$|[-–—:：|(（•·»→>…]|\.\s*$|\.{3})")
_SIGNED = re.compile(r"[©®]|\bISSN\b|\bdoi\b", re.IGNORECASE)
_DECORATED = re.compile(r"[-–—·•~|\[(*<]\s{0,3}\d{1,4}\s{0,3}[-–—·•~|\])*>]")


def _interrupts(line: _Line) -> bool:
    """Whether the sentence before the line is not at its end, and goes on behind it in small letters, or letters that have no size."""
    goes_on = _GOES_ON.match(line.after)
    first = goes_on["first"] if goes_on else ""
    ended = not line.before or _ENDED.search(line.before) or not _OPEN_END.search(line.before)
    return not ended and goes_on is not None and (not first or first == first.lower())


def _was_not_wrapped(line: _Line) -> bool:
    """Whether the next word would have fitted into the line, so that its end is no chance."""
    width = max(len(line.before), len(line.after))
    return line.apart or (width >= _SHOWN_WIDTH and len(line.text) + 1 + len(line.after.split(" ")[0]) <= width)


def _is_label(line: _Line) -> bool:
    """“Advertisement”, “Share this article”: a label and nothing else, or a link to another page behind a colon."""
    found = _opening().match(line.text)
    return found is not None and bool(_AFTER_LABEL.match(line.text, found.end()))


def _is_stamp(line: _Line) -> bool:
    """“Downloaded from … on 3 May”, “© 2019 …”: publishers stamp these on pages."""
    if _SIGNED.search(line.text):
        return _interrupts(line)
    plain = re.sub(r"^[\W\d_]+", "", line.text).lower()
    return plain.startswith(tuple(languages.phrases("page_stamps"))) and (
        _interrupts(line) or bool(_NUMBER.search(plain))
    )


def _is_page(line: str) -> bool:
    """“Page 3 of 8”, “- 12 -”, “12. oldal”: the number of a page with what stands beside it."""
    words = _WORD.findall(line.lower())
    if not _NUMBER.search(line) or len(words) > 3:
        return False
    return (
        all(word in languages.words("page_numbering") for word in words) if words else bool(_DECORATED.fullmatch(line))
    )


def _is_page_line(line: _Line) -> bool:
    return _is_page(line.text)


def _is_bare_number(line: _Line) -> bool:
    """A number alone in the midst of a sentence that has some words on both sides."""
    return bool(_NUMBER.fullmatch(line.text)) and _interrupts(line)


def _is_head(line: _Line) -> bool:
    """A running head: capitals, or a title beside a number, between words that go on in small letters."""
    if not _interrupts(line) or not _was_not_wrapped(line) or negates(line.words) or _ENDED.search(line.text):
        return False
    if line.text == line.text.upper() != line.text.lower():
        return len(_CAPITALS.findall(line.text)) > 1 and (len(line.words) > 1 or bool(_NUMBER.search(line.text)))
    titled = _TITLED.fullmatch(line.text)
    title = (titled["behind"] or titled["front"] or "").strip() if titled else ""
    return title[:1].isupper() and title.istitle()


_WIDE = re.compile(r"\d{1,4}[ \t]{3,}(?P<behind>\D{6,})|(?P<front>\D{6,}?)[ \t]{3,}\d{1,4}")


def _is_wide_head(line: _Line) -> bool:
    """A title in capitals with the number of the page at the other margin: also between two sentences."""
    found = _WIDE.fullmatch(line.text)
    title = (found["behind"] or found["front"]).strip() if found else ""
    return title == title.upper() != title.lower() and not negates(line.words)


def _is_repeated(line: _Line) -> bool:
    """The same line again and again, here in the midst of a sentence."""
    large = line.text[:1] != line.text[:1].lower() or not line.text[:1].isalpha()
    return line.again and large and _interrupts(line) and _was_not_wrapped(line) and not negates(line.words)


def _is_stamped(line: _Line) -> bool:
    """A block of a figure and two or three words in the midst of a sentence: the time of an entry, the number of a paragraph."""
    large = line.text[:1] != line.text[:1].lower() or not line.text[:1].isalpha()
    is_short = len(_NUMBER.findall(line.text)) > 0 and len(line.words) <= _FEW
    return line.apart and large and is_short and _interrupts(line) and not negates(line.words)


_SIGNS: tuple[Callable[[_Line], bool], ...] = (
    _is_page_line,
    _is_label,
    _is_stamp,
    _is_bare_number,
    _is_head,
    _is_wide_head,
    _is_repeated,
    _is_stamped,
)


# --- marks of notes --------------------------------------------------------------------------------

_OPEN, _CLOSE = r"[(\[{<（［〔【〈]", r"[)\]}>）］〕】〉]"
_NUMBERS = r"\d{1,3}(?:[,–-]\s?\d{1,3}){0,4}"


# What stands before a mark: letters with the marks of their vowels, none of them large.
_LETTER = r"[^\x00-@\[-`{-\xa9\u2000-\u206f\u3000-\u303f\uff00-\uff0f]"
_SMALL = r"[^\x00-`{-\xa9\u2000-\u206f\u3000-\u303f\uff00-\uff0f]"
_STOP = r"[.,;:!?。，、；：！？।॥؟،۔]"


@lru_cache(maxsize=1)
def _note() -> re.Pattern[str]:
    """`,(10) and`, `word(10) and`, `seen[note 8]`: a number in brackets that touches what stands before it."""
    named = rf"(?i:(?:{languages.pattern('note_words')})\s?)"
    marks = rf"{named}?{_NUMBERS}"
    touched = (
        rf"(?<={_LETTER}{_STOP}{_OPEN})|(?<=[\d\"”’»)]{_STOP}{_OPEN})|(?<=[\"”’»」』]{_OPEN})"
        rf"|(?P<word>(?<={_SMALL}{{2}}{_OPEN}))|(?<=[{UNSPACED_RANGES}]{_OPEN})(?<!第{_OPEN})"
    )
    behind = rf"(?=[\s.,;:!?\"”’»)」』。，]|$|[{UNSPACED_RANGES}])"
    letters = rf"(?<=[{UNSPACED_RANGES}]\[)(?:[a-z]{{1,2}}|[ivx]{{1,5}})\](?=[{UNSPACED_RANGES}])"
    return re.compile(
        rf"{_OPEN}(?:(?:(?:{touched}){marks}|(?<=[\w.,;:!?\"”’»]\[){named}{_NUMBERS}){_CLOSE}{behind}|{letters})"
    )


_WORD_BEFORE = re.compile(r"[^\W_]{2,40}\Z")
# “rồi,10 quản”, “đó.12 Cửa”: behind a word of any length; a stop may belong to an abbreviation (No.3).
_BEHIND = re.compile(rf"\d(?:(?<={_LETTER}{{2}}[,;!?”»।؟۔。！？]\d)|(?P<stop>(?<={_SMALL}{{2}}\.\d)))\d{{0,2}}(?=\s|$)")


def _marks(text: str) -> Iterator[Part]:
    for found in _note().finditer(text):
        if found["word"] is None or not _is_named(text, found.start()):
            yield Part(*found.span(), Role.NOTE_MARK)
    for found in _BEHIND.finditer(text):
        if found["stop"] is None or not _is_abbreviated(text, found.start() - 1):
            yield Part(*found.span(), Role.NOTE_MARK)


def _is_named(text: str, at: int) -> bool:
    """Whether a number in brackets touches a word that begins large: Article(5) is the name of a thing."""
    word = _WORD_BEFORE.search(text, max(0, at - 40), at)
    return word is not None and word[0][0].isupper()


def _is_abbreviated(text: str, at: int) -> bool:
    """Whether the word before a stop is a short form that goes on with a number, or begins large: no.3, Fig.12."""
    word = _WORD_BEFORE.search(text, max(0, at - 40), at)
    return word is None or word[0][0].isupper() or word[0].lower() in _short_forms()


@lru_cache(maxsize=1)
def _short_forms() -> frozenset[str]:
    return frozenset().union(*(languages.words(kind) for kind in ("announcing", "counting", "closing")))
