"""Where the sentences of a text begin and end. In: any string. Out: (start, end) spans in order.

The rule of this file: a stop ends a sentence unless something in front of it (an abbreviation, an
initial, an ordinal) or behind it (a lower-case word, a comma) shows that the sentence goes on; a
blank line always ends one. Each stop is looked at once, with a bounded view to both sides, so time
is linear. The words of all languages count together, because the language of a page is often unknown
or told wrong.

Own rules instead of sentencex 1.0: that one raises on lone surrogates, needs 13 s for 200,000
opening quotation marks (its pairing is quadratic), and knows abbreviations only for the language
it was told.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import deque
from collections.abc import Iterator
from functools import cached_property
from typing import NamedTuple

from verifier.languages import all_languages, words

_ANNOUNCING = words("announcing")  # never the last word of a sentence: titles, words that announce an example
_COUNTING = words("counting")  # go on where a number follows: "No. 5", "pp. 3-7", "Abb. 2", "т. 3"
_CLOSING = words("closing")  # may end a sentence: then a word stands behind them that opens one
_OPENING = words("opening")
_BEFORE_ORDINAL = words("before_ordinal")
_WITH_ORDINALS = [language for language in all_languages() if language.ordinals_have_stops]
_ORDINAL_LANGUAGES = frozenset(code for language in _WITH_ORDINALS for code in language.codes.split())
_BEHIND_ORDINAL = words("behind_ordinal").union(*(lang.months.replace(";", " ").split() for lang in _WITH_ORDINALS))

_WIDE = "。！？｡．।॥؟۔։።។။"  # stops of scripts without case; some write no space behind them
_SPACE = " \t\u00a0\u202f\u2009"
_MARKS_BOTH = "\"'“‘«»„‚"  # open in one language and close in another: closing where glued to a stop
_LINE_END = re.compile(r"\r\n?|\n|[\u2028\u0085\v]")
_STOP = re.compile(
    rf"(?P<stop>[.!?…‽⁇⁈⁉\u037e{_WIDE}]+(?:[{_SPACE}]\.(?![\w.]))*)"
    rf"(?P<close>(?:[”’›)\]}}」』）】〉》{_MARKS_BOTH}]|\[[\w ]{{1,24}}\]|[\u00a0\u202f ]»(?!\w))*)"
)
_MAY_END = re.compile(rf"[.!?…‽⁇⁈⁉\u037e{_WIDE}\n\r\u2028\u2029\u0085\v\f]")
_PARAGRAPH = re.compile(r"\n[^\S\n]*\n\s*|[\u2029\f]")
_WORD_BEFORE = re.compile(r"[^\s()\[\]{}«»“”„‘\"'/–—,;:]*\Z")
_OPENERS = re.compile(r"[\s\"'“”‘’«»„‚‹›(\[{「『（【¿¡*_#>•·–—-]*")
_WORD_AFTER = re.compile(r"[^\W\d_]+")
_NUMERAL = re.compile(r"[0-9]{1,3}\Z")
_ROMAN = re.compile(r"[IVXLCDM]+(?!\w)")
_LETTERED = re.compile(r"(?:[^\W\d_]\.-?)+[^\W\d_]\Z")  # U.S, a.m, т.е, J.-J
# Quotations of up to 600 characters stay in one piece: whoever cites one cites all of it.
_QUOTED = re.compile(
    r"“[^“”\n]{1,600}”|«[^«»\n]{1,600}»|„[^„“”\n]{1,600}[“”]|「[^「」\n]{1,600}」|『[^『』\n]{1,600}』"
    r"|(?<![\w\"])\"(?=[^\s\"])[^\"\n]{1,600}(?<=\S)\"(?!\w)"
)
_OPENS = re.compile(r"[“«„「『\"]")
_LIST_MARKER = re.compile(r"[ \t]*(?:[-*•·‣▪#]|\d{1,3}[.)])[ \t]+")
_GUESS = tuple(
    (language.codes.split()[0], re.compile(language.told_by)) for language in all_languages() if language.told_by
)
_VIEW = 32  # characters looked at before and behind a stop


def split(text: str, language: str | None = None) -> tuple[tuple[int, int], ...]:
    """The sentences of a text, without the white space around them; every other character is in one.

    `language` is a BCP 47 tag; where it is unknown, rules that depend on it look at the text.

    >>> text = "Dr. Ada came on Jan. 3. “I know J. R. Roe.” She left."
    >>> [text[start:end] for start, end in split(text)]
    ['Dr. Ada came on Jan. 3.', '“I know J. R. Roe.”', 'She left.']
    """
    if not _MAY_END.search(text):  # most lines of a page are titles and items of a menu
        body = text.strip()
        return ((len(text) - len(text.lstrip()), len(text.rstrip())),) if body else ()
    spans: list[tuple[int, int]] = []
    tongue = _Tongue(language, text)
    position = 0
    for cut in [*_paragraph_breaks(text), len(text)]:
        spans += _trimmed(text, position, cut, _ends(text, position, cut, tongue))
        position = cut
    return tuple(spans)


class _Tongue:
    """The language of a text, guessed only where a rule asks for it."""

    def __init__(self, named: str | None, text: str) -> None:
        self._named, self._text = named, text

    @cached_property
    def name(self) -> str:
        """Its code, "" where it changes no rule."""
        return (self._named or _guess(self._text)).partition("-")[0].lower()


def _guess(text: str) -> str:
    """The language where it changes a rule (ordinals with a stop), by words no other has."""
    sample = text[:5000]
    return next((language for language, sign in _GUESS if len(sign.findall(sample)) > len(sample) // 200), "")


def _paragraph_breaks(text: str) -> Iterator[int]:
    return (match.end() for match in _PARAGRAPH.finditer(text))


def _trimmed(text: str, start: int, end: int, ends: Iterator[int]) -> Iterator[tuple[int, int]]:
    """The spans between the ends, without the white space at both sides; empty ones left out."""
    for stop in [*ends, end]:
        piece = text[start:stop]
        body = piece.strip()
        if body:
            first = start + len(piece) - len(piece.lstrip())
            yield first, first + len(body)
        start = stop


def _ends(text: str, start: int, end: int, language: _Tongue) -> Iterator[int]:
    """Where the sentences of one paragraph end, in order."""
    breaks = _line_ends(text, start, end)
    quotations = (
        [match.span() for match in _QUOTED.finditer(text, start, end)] if _OPENS.search(text, start, end) else []
    )
    opened = [first for first, _ in quotations]
    since = start
    for match in _STOP.finditer(text, start, end):
        while breaks and breaks[0] <= match.start():
            since = breaks.popleft()
            yield since
        stop = _Stop(text, match.start(), match.end("stop"), match.end(), since, end, language)
        index = bisect_right(opened, match.start()) - 1
        inside = index >= 0 and stop.close < quotations[index][1]
        if not inside and stop.ends_sentence():
            since = stop.close
            yield since
    yield from breaks


def _line_ends(text: str, start: int, end: int) -> deque[int]:
    """Line breaks that end a sentence: behind a line that nobody wrapped, or before a list item.

    Lines of 40 to 120 characters are taken for wrapped ones; then only the stops count.
    """
    found: deque[int] = deque()
    if not _LINE_END.search(text, start, end):
        return found
    line = start
    for match in _LINE_END.finditer(text[start:end]):
        at = start + match.end()
        item = _LIST_MARKER.match(text, at, min(end, at + 80))
        head = text[item.end() if item else at : at + 80].lstrip()[:1]
        wrapped = 40 <= at - line <= 120
        if item or not (wrapped or head.islower()):
            found.append(at)
        line = at
    return found


class _Stop(NamedTuple):
    """One stop of a text: its dots are `text[start:end]`, with closing marks up to `close`. A tuple: many are made."""

    text: str
    start: int
    end: int
    close: int
    since: int  # where the sentence began
    limit: int  # where the paragraph ends
    language: _Tongue

    def ends_sentence(self) -> bool:
        """Does the sentence end here?"""
        behind = self.text[self.close : min(self.limit, self.close + _VIEW)]
        if self.text[self.end - 1] in _WIDE:
            return not (self.close > self.end and behind[:1] in tuple("とっ，、,"))  # 「…。」と述べた
        if not behind.strip():
            return True
        if not behind[0].isspace():
            return False
        return self._opens(behind) and not self._goes_on(behind)

    def _opens(self, behind: str) -> bool:
        """Can a sentence begin with what stands behind? Not with a comma or a lower-case word."""
        rest = behind[_end(_OPENERS, behind) :]
        if not rest:
            return True
        branded = rest[1:2].isupper()  # iPhone, eBay
        return not (rest[0] in ",;:.!?/&=+" or (rest[0].islower() and not branded))

    def _goes_on(self, behind: str) -> bool:
        """Does the word in front of the stop show that the sentence goes on?"""
        if self.text[self.start : self.end] != "." or self.text[self.end : self.close].strip(")]"):
            return False
        view = self.text[max(self.since, self.start - _VIEW) : self.start]
        match = _WORD_BEFORE.search(view)
        word = match.group() if match else ""
        before = view[: len(view) - len(word)].split()
        rest = behind[_end(_OPENERS, behind) :]
        following = _WORD_AFTER.match(rest)
        opening = following is not None and following.group().lower() in _OPENING and rest[1:2] != "."  # no initial
        if (
            self.text[self.since : self.since + _VIEW].lstrip().startswith(f"{word}.")
            and not before
            and _is_label(word)
        ):
            return True
        if _NUMERAL.match(word) or (_ROMAN.fullmatch(word) and len(word) > 1):
            return self._is_ordinal(
                word, before, following.group().lower() if following else "", figure=rest[:1].isdigit()
            )
        if len(word) == 1 and word.isalpha() and (word != "I" or (before and before[-1].endswith("."))):
            return not opening
        return _is_abbreviation(word, rest, opening=opening)

    def _is_ordinal(self, word: str, before: list[str], following: str, *, figure: bool) -> bool:
        """A number with a stop that counts: "am 3. Oktober", "II. Dünya Savaşı"."""
        if word.isdigit() and (len(word) > 2 or self.close > self.end):
            return False
        if figure and not word.isdigit():
            return True  # III. 179
        if following in _BEHIND_ORDINAL:
            return True
        if self.language.name in _ORDINAL_LANGUAGES:
            return following != "" and following not in _OPENING
        return bool(before) and before[-1] in _BEFORE_ORDINAL and following != ""


def _end(pattern: re.Pattern[str], text: str) -> int:
    match = pattern.match(text)
    return match.end() if match else 0


def _is_label(word: str) -> bool:
    """The number of a list item or heading: "3.", "b.", "IV."."""
    return bool(_NUMERAL.match(word) or _ROMAN.fullmatch(word) or (len(word) == 1 and word.isalpha()))


def _is_abbreviation(word: str, rest: str, *, opening: bool) -> bool:
    """Is the stop behind this word part of it, and the sentence not at its end?"""
    lower = word.lower()
    if lower in _ANNOUNCING:
        return True
    if lower in _COUNTING and (rest[:1].isdigit() or _ROMAN.match(rest)):
        return True
    return not opening and (lower in _CLOSING or _LETTERED.match(word) is not None)
