"""Author and site: what stands in front of a title and behind it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from verifier.citations.prose import small_run
from verifier.citations.words import (
    AUTHOR_LONGEST,
    EDGES,
    LANGUAGE_NOTE,
    MEDIUM,
    ONLY_MEDIUM,
    PARTICLE,
    past_introduction,
)
from verifier.languages import months, pattern
from verifier.urls import host

_SITE_CUE = re.compile(rf"^(?:{pattern('site_cues')})\s*:?\s+(?=\S)", re.IGNORECASE)
_NOT_A_SITE = re.compile(
    rf"^(?:\W*|(?:{pattern('no_sites')}|{pattern('address_cues')})(?![^\W\d_])\W*(?:\d.{{0,20}})?|[\d\s.,:–/-]+)$",
    re.IGNORECASE,
)
_SITE_ENDS = re.compile(r"\0+|[;\n،，、。；]|,\s|\s[–—|]\s|//")
_STOP = re.compile(r"\.(?:\s+|$)")
# A full stop ends a name, but not after an abbreviation: of one letter, of a name's first word, or beside another one (`Phys. Rev. Lett.`).
_ABBREVIATED = re.compile(r"(?:^|\s)(?:[^\W\d_]|[^\W\d_a-z]{1,2}[^\W\d_A-Z]{1,4})$")
# An initial, or a word without a vowel: St., Bld.
_INITIAL = re.compile(r"(?:^|\s)[^\W\d_][^\Waeiouyäöüåаеиоуяыэюı\d]{0,3}$")
# In front of a journal's name stand its year and volume: “(2014) 55 Quay Law Review 321”.
_NUMBERS = re.compile(r"^\d{1,4}(?:\s?\(\d{1,4}\))?\s+(?=[^\W\d_])")
_VOLUME = re.compile(r"(?<=[^\W\d_])\W?\s\d{1,4}(?:\s?\(\d|:\s?\d).*$")
# In front of the book that holds a chapter, its editors.
_EDITORS = re.compile(rf"^[\s\0.,”\"»]*in:?\s+[^,\0()]{{2,80}}\((?:{pattern('edited')})\.?\)[,:]?\s*", re.IGNORECASE)
_EDITION = re.compile(
    rf"^([\s\0.,”\"»]*)\((?:\d[^()\0]{{0,20}}|(?:{pattern('no_sites')})\.?\s?\d[^()\0]{{0,20}})\)", re.IGNORECASE
)
_NUMBERED_EDITION = re.compile(
    rf"^([\s\0.,”\"»]*)\d{{1,2}}(?:\.|-?[^\W\d_]{{1,2}})?,?\s(?:[^\W\d_]+\.?\s){{0,2}}(?:{pattern('editions')})(?![^\W\d_])",
    re.IGNORECASE,
)
# What is said of the link, not of the work: “(PDF) <…>”, “<…> (in German).”, “(dead link)”.
_OF_THE_LINK = re.compile(
    r"^([\s\0<>\"”»’,.]*)[(\[](?:[^()\[\]\0\d]{1,40}[)\]](?=\s*<?\0)|(?-i:[a-zа-яß-ÿ][^()\[\]\0\d,]{1,30})[)\]])"
)
_MARKED = re.compile(
    r"[\s\0,.:，。：、;；]*(?:(?:in|w|в|у|su|dans|en):?\s+)?(?:『([^』]+)』|《([^》]+)》|〈([^〉]+)〉|„([^“”„]+)[“”]|«([^»]+)»)",
    re.IGNORECASE,
)
_SITE_TAIL = re.compile(rf"(?:\s+(?:{pattern('site_tails')})\.?\s*:?|\s+\d[\d\s/]*(?:\.\d{{1,3}})?)+$", re.IGNORECASE)

LANGUAGE_IN_FRONT = re.compile(r"^\s*[(\[]\w{2,4}[)\]]\s+")
# Beside an author: no date, or that it is an editor.
_NO_AUTHOR = re.compile(
    rf"\(\s*(?:{pattern('no_date')})?\s*\)|\[\s*\]|\(\s*(?:{pattern('edited')})\.?\s*\)", re.IGNORECASE
)


# “van der”, “of the”: more small words in a row are in no name.
_PARTICLES = 3


def find_author(before: str) -> str | None:
    """The author in front of a title, None where what stands there is no name."""
    text = re.sub(r"[\s\0]+", " ", LANGUAGE_IN_FRONT.sub("", before))
    text = _NO_AUTHOR.sub("", text[past_introduction(text) :].strip()).strip(EDGES.replace(".", ""))
    text = re.sub(r"\s*\[[^\[\]]{0,60}\]", "", text)  # [originally published in 1966]
    text = re.sub(r"(?:\s*\.)+$", ".", text)  # a date was taken out between two stops
    text = re.sub(r"(?:\s*,)+\s*\.?$", "", text)  # Kern, I., 2011. / Kern, I. (Ed.), 2011.
    text = re.sub(r"(?<=[a-zà-ÿа-яğışçöü]{2})\.$", "", text).strip(" ,;:(")
    if not (2 if text.isascii() else 1) < len(text) <= AUTHOR_LONGEST or re.search(r"[?!]|\b(?:https?|www)\b", text):
        return None
    if small_run(text) > _PARTICLES:
        return None
    first = re.split(r"[\s'’]", text, maxsplit=1)[0]
    return text if text[0].isupper() or not text[0].isascii() or PARTICLE.fullmatch(first) else None


_BY = re.compile(rf"^[\s\0<>,.]*(?:{pattern('by')})\s+(?P<name>[^\W\d_a-z][^,.;\0]{{2,60}})[,.;\0]")


def find_author_behind(after: str) -> str | None:
    """`Title, by Name Surname, Site`."""
    found = _BY.match(after)
    return found["name"].strip() if found else None


def find_site(after: str) -> str | None:
    """The first part behind the title that can be a name."""
    # In place of the name of an author behind the title, or of a translated title in brackets, stands nothing.
    visible = MEDIUM.sub(lambda found: "\0" * len(found[0]), _BY.sub("\0", after))
    visible = re.sub(r"^([\s\0>\"”»]*)\[[^\]\0]{2,200}\]", r"\1\0", visible)
    visible = _EDITION.sub(r"\1\0", _EDITORS.sub("\0", visible))
    visible = _NUMBERED_EDITION.sub(r"\1\0", visible)
    visible = _OF_THE_LINK.sub(r"\1\0", visible)
    if marked := _MARKED.match(visible):
        return next(group for group in marked.groups() if group).strip()
    names = (_as_site(piece) for part in _SITE_ENDS.split(visible) for piece in _sentences(part))
    return next((name for name in names if name), None)


def _sentences(part: str) -> Iterator[str]:
    """Cut at full stops that do not belong to an abbreviation."""
    begin = 0
    abbreviated = False
    for stop in _STOP.finditer(part):
        before, behind = part[begin : stop.start()], part[stop.end() :]
        short = _ABBREVIATED.search(before) is not None
        alone = re.fullmatch(r"\S{1,4}", _SITE_CUE.sub("", before.strip(EDGES))) is not None
        chained = abbreviated or alone or re.match(r"[^\W\d_]{1,5}\.", behind) is not None
        if not (short and (chained or _INITIAL.search(before))):
            yield before
            begin = stop.end()
        abbreviated = short
    yield part[begin:]


def _as_site(piece: str) -> str | None:
    """The name that a piece holds, without what stands around it; None where it is none."""
    text = LANGUAGE_NOTE.sub("", _VOLUME.sub("", re.sub(r"\s+", " ", piece))).strip(EDGES + "\"”“«»’'")
    text = _SITE_TAIL.sub("", _SITE_CUE.sub("", _NUMBERS.sub("", text))).strip(EDGES)
    text = re.sub(r"\s*\([^()]*$|\s*\(\s*\)$", "", text).strip()
    if (
        not 1 < len(text) <= _SITE_LONGEST
        or _NOT_A_SITE.match(text)
        or ONLY_MEDIUM.fullmatch(text)
        or text.casefold() in months()
    ):
        return None
    return re.sub(r"^https?://|/$", "", text) if re.search(r"[^\W\d_]\W?[^\W\d_]", text) else None


_SITE_LONGEST = 90
_SITE_SIGNS = (", ", ". ", " | ", " – ", " — ", " - ")
_HEAD = 4
_TAIL = 4


def split_site(title: str, url: str | None) -> tuple[str, str | None]:
    """`Title, Site` where no sign tells them apart: the last part is the site where it is a short name, or names the host."""
    sign = max(_SITE_SIGNS, key=title.rfind)
    head, found, tail = title.rpartition(sign)
    if not found or not head:
        return title, None
    letters = re.sub(r"\W", "", tail).casefold()
    named = bool(url) and len(letters) > 2 and letters in re.sub(r"\W", "", host(url or ""))
    long = [word for word in tail.split() if len(word) > 3]
    capital = len(tail.split()) <= _TAIL and all(word[0].isupper() for word in long)
    small = any(word.islower() and len(word) > 3 for word in head.split())
    enough = len(head.split()) >= _HEAD - (small or sign not in ", . ") and (sign == ", " or len(tail.split()) > 1)
    return (head, tail.strip(EDGES)) if named or (capital and enough) else (title, None)
