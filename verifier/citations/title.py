"""The title of a work, by the sign it carries: quotation marks, a link, italics, `//`, or its place."""

from __future__ import annotations

import re

from verifier.citations.parts import Part
from verifier.citations.prose import QUOTED, in_sentence
from verifier.citations.words import AUTHOR_LONGEST, INTRODUCTION, LANGUAGE_NOTE, MEDIUM
from verifier.dates import find_dates
from verifier.languages import pattern

# A title that carries quotation marks of its own: from the first opening to the last closing mark.
_NESTED = re.compile(r"“.{2,400}”|«.{2,400}»", re.DOTALL)
_URL_WORD = re.compile(
    rf"(?:^|[\s,.;–—-])(?:{pattern('address_cues')})\s*:?\s*$",
    re.IGNORECASE,
)
_TITLE_LONGEST = 320


def find_title(part: Part, text: str) -> tuple[str | None, tuple[int, int] | None]:
    """The title and its place, by the sign it carries: quotation marks, a link, italics, `//`, or its place."""
    for sign in (_by_quotes, _by_link, _by_emphasis, _by_place):
        found = sign(part, text)
        if found:
            start, end, inner = found
            return _clean_title(inner), (start, end)
    return None, None


_Found = tuple[int, int, str]


def _by_quotes(_part: Part, text: str) -> _Found | None:
    first = next((q for q in QUOTED.finditer(text) if not _is_said(text, q)), None)
    if first is None or (first.start() > AUTHOR_LONGEST and "\0" in text[: first.start()]):
        return None
    inner = next(g for g in first.groups() if g)
    # “A “B” C”: the outer marks hold the title.
    if (
        text[first.start()] in "“«"
        and (wide := _NESTED.match(text, first.start()))
        and "\0" not in wide[0]
        and _balanced(wide[0])
    ):
        return wide.start(), wide.end(), wide[0][1:-1]
    rest = text[first.end() :]
    if len(inner) < 25 and first.start() > 0 and re.match(r"\s*[^\W\d_]{2,}[^,.;\0]*\0", rest):
        return None  # quoted words inside an unquoted title
    return first.start(), first.end(), inner


def _is_said(text: str, quoted: re.Match[str]) -> bool:
    """Whether the quoted words are part of a sentence of the note, and no title."""
    inner = next(g for g in quoted.groups() if g)
    return in_sentence(text[: quoted.start()], inner, text[quoted.end() :])


def _balanced(text: str) -> bool:
    depth = 0
    for i, c in enumerate(text):
        depth += (c in "“«") - (c in "”»")
        if depth == 0:
            return i == len(text) - 1
    return False


def _by_link(part: Part, text: str) -> _Found | None:
    for start, end, _ in part.urls:
        words = text[start:end]
        if "\0" not in words and len(words.split()) >= 3 and not in_sentence(text[:start], words, text[end:]):
            return start, end, words
    return None


# What stands behind the title of a book: (Varn: Lock House, 2014), (Lock House 2014) or Varn: Lock House, 2014
_BOOK = re.compile(
    r",?\s(?:\([^()\0]{3,80}\W(?:1[5-9]|20)\d\d\)|[^,.:()\0]{2,40}:\s[^,:()\0]{2,60},\s(?:1[5-9]|20)\d\d(?!\d))"
)


def _by_emphasis(part: Part, text: str) -> _Found | None:
    for start, end in part.emphasis:
        if (
            "\0" not in text[start:end]
            and len(text[start:end].split()) >= 2
            and (_BOOK.match(text, end) or not re.search(r"\w{3,}[.,:]\s*$", text[:start]))
        ):
            return start, end, text[start:end]
    return None


def _by_place(_part: Part, text: str) -> _Found | None:
    """What stands before `//`, before the address, or, without any, the first sentence."""
    double = re.search(r"\s//\s", text)
    if double and "\0" not in text[: double.start()]:
        start, _ = _after_author(text, double.start())
        return start, double.start(), text[start : double.start()]
    address = text.find("\0")
    end = address if address > 0 else len(text)
    end -= len(text[:end]) - len(text[:end].rstrip(" <(\n"))
    word = _URL_WORD.search(text[:end])
    end = word.start() if word else end
    start, by_stops = _after_author(text, end)
    end = _title_end(text, start, end, by_stops=by_stops)
    inner = text[start:end]
    if (
        not re.search(r"[^\W\d_]{2}", inner)
        or len(inner) > _TITLE_LONGEST
        or find_dates(inner) == ((0, len(inner), inner),)
    ):
        return None
    return start, end, inner


_AUTHOR_DATE = re.compile(r"^[^()\0]{0,120}\([^()\0]{4,40}\)[.,:]?\s+")
# `Name Surname: Title`, at least two words with capitals.
_AUTHOR_COLON = re.compile(
    r"^(?!(?:The|Der|Die|Das|Le|La|Les|El|Los)\s)[^\W\d_a-zß-ÿ][\w'’-]+,?(?:\s(?:[^\W\d_a-zß-ÿ][\w'’.-]*|von|van|de|der|da|di)){1,3}:\s+"
)
_AUTHOR_INITIALS = re.compile(r"^(?:[^\W\d_][\w'’-]+\s+(?:[^\W\d_]\.\s?){1,3}(?:,\s*)?)+(?=[^\W\d_][\w'’-]+\s)")

# `Marrant O, Kern I. Title.` (Vancouver)
_AUTHORS_BARE = re.compile(
    r"^(?:[^\W\d_a-zß-ÿ][\w'’-]+\s[A-Z]{1,3},\s){0,12}[^\W\d_a-zß-ÿ][\w'’-]+\s[A-Z]{1,3}(?:,\set al)?\.\s+"
)

# `SURNAME, Name. Title.` (ABNT)
_AUTHOR_CAPITALS = re.compile(r"^[^\W\d_a-zß-ÿ]{2,}, [^.,;:\0]{2,40}\.\s+")


def _after_author(text: str, end: int) -> tuple[int, bool]:
    """Past an author in front of a title that no sign marks, and whether full stops divide the parts of such a reference."""
    introduction = INTRODUCTION.match(text)
    at = introduction.end() if introduction else 0
    for sign in (_AUTHOR_DATE, _AUTHOR_INITIALS, _AUTHORS_BARE, _AUTHOR_CAPITALS, _AUTHOR_COLON):
        found = sign.match(text[at:end])
        if found and at + found.end() < end:
            return at + found.end(), sign is not _AUTHOR_COLON
    return at, False


_IN = re.compile(r",?\s+in:\s", re.IGNORECASE)
_STOP = re.compile(r"(?<=[^\W\d_]{2})[.?!]\s+(?=[^\W\d_a-z])")


def _title_end(text: str, start: int, end: int, *, by_stops: bool) -> int:
    """Where an unmarked title ends: before `in:`, before a whole date, at the first stop where stops divide."""
    ends = [found.start() for found in [_IN.search(text, start, end)] if found]
    for at, _, iso in find_dates(text[start:end]):
        before = text[start : start + at].rstrip()
        if len(iso) > _YEAR and before.endswith(
            (",", ";", "(", "[", "–", "-", ".")
        ):  # "as of 31 December 2018" is title
            ends.append(start + len(before.rstrip(" ,;([–-")))
    if by_stops:
        ends += [found.start() for found in _STOP.finditer(text, start, end)][:1]
    return min((e for e in ends if len(text[start:e].split()) >= 2), default=end)


_YEAR = len("2024")


def _clean_title(inner: str) -> str | None:
    text = MEDIUM.sub("", re.sub(r"[\s\0]+", " ", inner)).strip(" ,;:–—-<>[]/|")
    text = LANGUAGE_NOTE.sub("", text).strip(" ,;:–—")
    text = re.sub(r"(?<=[^\W\d_A-Z]{3})\.$", "", text)  # American style puts the reference's stop inside the marks
    return text.rstrip(",") or None


def is_quoted(text: str, span: tuple[int, int]) -> bool:
    """Whether a title stands in quotation marks."""
    return text[span[0]] in "“„«»\"「《‘'"
