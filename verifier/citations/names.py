"""Author and site: what stands in front of a title and behind it."""

from __future__ import annotations

import re

from verifier.citations.prose import small_run
from verifier.citations.words import AUTHOR_LONGEST, EDGES, INTRODUCTION, LANGUAGE_NOTE, MEDIUM
from verifier.languages import pattern
from verifier.urls import host

_SITE_CUE = re.compile(rf"^(?:{pattern('site_cues')})\s*:?\s+(?=\S)", re.IGNORECASE)
_NOT_A_SITE = re.compile(
    rf"^(?:\W*|(?:{pattern('no_sites')})\b\.?[\s\d:–-]*.{{0,12}}|[\d\s.,:–/-]+)$",
    re.IGNORECASE,
)
# A full stop ends a name, but not after an abbreviation in it (`Phys. Rev. Lett.`) or a capital.
_SITE_ENDS = re.compile(
    r"\0+|[;\n]|,\s|(?<![A-ZÀ-ÞА-Я])(?<!\b[^\W\d_a-z][^\W\d_A-Z])(?<!\b[^\W\d_a-z][^\W\d_A-Z]{2})(?<!\b[^\W\d_a-z][^\W\d_A-Z]{3})(?<!\be)\.(?:\s+|$)|\s[–—|]\s|//"
)
_SITE_TAIL = re.compile(rf"(?:\s+(?:{pattern('site_tails')})\s*:?|\s+\d[\d\s]*)+$", re.IGNORECASE)

# Beside an author: no date, or that it is an editor.
_NO_AUTHOR = re.compile(
    rf"\(\s*(?:{pattern('no_date')})?\s*\)|\[\s*\]|\(\s*(?:{pattern('edited')})\.?\s*\)", re.IGNORECASE
)


# “van der”, “of the”: more small words in a row are in no name.
_PARTICLES = 3


def find_author(before: str) -> str | None:
    """The author in front of a title, None where what stands there is no name."""
    text = re.sub(r"[\s\0]+", " ", INTRODUCTION.sub("", before)).strip()
    text = _NO_AUTHOR.sub("", text).strip(EDGES.replace(".", ""))
    text = re.sub(r"(?:\s*\.)+$", ".", text)  # a date was taken out between two stops
    text = re.sub(r"(?<=[a-zà-ÿа-яğışçöü]{2})\.$", "", text).strip(" ,;:(")
    if not 2 < len(text) <= AUTHOR_LONGEST or re.search(r"[?!]|\b(?:https?|www)\b", text):
        return None
    if small_run(text) > _PARTICLES:
        return None
    return text if text[0].isupper() or not text[0].isascii() or text[0] == "d" else None


_BY = re.compile(rf"^[\s\0<>,.]*(?:{pattern('by')})\s+(?P<name>[^\W\d_a-z][^,.;\0]{{2,60}})[,.;\0]")


def find_author_behind(after: str) -> str | None:
    """`Title, by Name Surname, Site`."""
    found = _BY.match(after)
    return found["name"].strip() if found else None


def find_site(after: str) -> str | None:
    """The first part behind the title that can be a name."""
    # In place of the name of an author behind the title, or of a translated title in brackets, stands nothing.
    visible = _BY.sub("\0", after)
    visible = re.sub(r"^([\s\0>\"”»]*)\[[^\]\0]{2,200}\]", r"\1\0", visible)
    for piece in _SITE_ENDS.split(visible):
        text = LANGUAGE_NOTE.sub("", MEDIUM.sub("", piece)).strip(EDGES + "\"”“«»’'")
        text = _SITE_TAIL.sub("", _SITE_CUE.sub("", text)).strip(EDGES)
        text = re.sub(r"\s*\([^()]*$|\s*\(\s*\)$", "", text).strip()
        if (
            len(text) > 1
            and len(text) <= 90
            and not _NOT_A_SITE.match(text)
            and re.search(r"[^\W\d_]\W?[^\W\d_]", text)
        ):
            return re.sub(r"^https?://|/$", "", text)
    return None


def split_site(title: str, url: str | None) -> tuple[str, str | None]:
    """`Title, Site` where no sign tells them apart: the last part is the site where it is a short name, or names the host."""
    head, comma, tail = title.rpartition(", ")
    if not comma or not head:
        return title, None
    letters = re.sub(r"\W", "", tail).casefold()
    named = bool(url) and len(letters) > 2 and letters in re.sub(r"\W", "", host(url or ""))
    short = (
        len(tail.split()) <= 4 and all(w[:1].isupper() for w in tail.split() if len(w) > 3) and len(head.split()) >= 4
    )
    return (head, tail.strip(EDGES)) if named or short else (title, None)
