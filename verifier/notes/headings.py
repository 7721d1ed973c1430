"""The words that begin a list of notes, in many languages.

In: one line. Out: whether it says nothing else. Case, numbering, colon and dashes around it do not count.
"""

from __future__ import annotations

import re

from verifier.languages import pattern, phrases

_LONGEST = 48
NOTE_HEADINGS = phrases("note_headings")
_DRESS = re.compile(r"^[\s\d.\-–—=_*#•:\[\]()|]*?(?=[^\W\d_])|[\s\-–—=_*:.\[\]()|¶#]+$")
_BUTTONS = tuple(phrases("heading_buttons"))  # what wikis put behind a heading
# “Notes to Chapter 1”, “Chapter 1: Notes”.
_CHAPTER = rf"(?:{pattern('chapters')})"
_OF_CHAPTER = re.compile(
    rf"[\s,:–—-]+(?:[^\W\d_]{{2,4}}\s){{0,2}}{_CHAPTER}\s(?:\d{{1,3}}|[ivx]{{1,6}})$|^{_CHAPTER}\s(?:\d{{1,3}}|[ivx]{{1,6}})[\s,.:–—-]+"
)


def is_note_heading(text: str) -> bool:
    """Whether these words alone begin a list of notes.

    >>> is_note_heading("References -"), is_note_heading("7. NOTES:"), is_note_heading("Notes from the field")
    (True, True, False)
    >>> is_note_heading("Notes to Chapter 3"), is_note_heading("Chapter 3: Notes"), is_note_heading("Chapter 3")
    (True, True, False)
    """
    if len(text) > _LONGEST:
        return False
    plain = text.strip().casefold()
    for button in _BUTTONS:
        plain = plain.removesuffix(button)
    return _DRESS.sub("", _DRESS.sub("", plain)) in NOTE_HEADINGS or _is_of_chapter(plain)


def _is_of_chapter(plain: str) -> bool:
    of_chapter = _OF_CHAPTER.search(plain.rstrip(" .:"))
    return of_chapter is not None and _DRESS.sub("", plain.replace(of_chapter[0], "")) in NOTE_HEADINGS
