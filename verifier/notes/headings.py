"""The words that begin a list of notes, in many languages.

In: one line. Out: whether it says nothing else. Case, numbering, colon and dashes around it do not count.
"""

from __future__ import annotations

import re

from verifier.languages import phrases

_LONGEST = 48
NOTE_HEADINGS = phrases("note_headings")
_DRESS = re.compile(r"^[\s\d.\-–—=_*#•:\[\]()|]*?(?=[^\W\d_])|[\s\-–—=_*:.\[\]()|¶#]+$")
_BUTTONS = tuple(phrases("heading_buttons"))  # what wikis put behind a heading


def is_note_heading(text: str) -> bool:
    """Whether these words alone begin a list of notes.

    >>> is_note_heading("References -"), is_note_heading("7. NOTES:"), is_note_heading("Notes from the field")
    (True, True, False)
    """
    if len(text) > _LONGEST:
        return False
    plain = text.strip().casefold()
    for button in _BUTTONS:
        plain = plain.removesuffix(button)
    return _DRESS.sub("", _DRESS.sub("", plain)) in NOTE_HEADINGS
