"""Write a note's number as the document prints it: decimal, roman, letters, signs.

In: a number and a numbering style's name as Word (w:numFmt) or OpenDocument (style:num-format) gives it.
Out: the label.
"""

from __future__ import annotations

_ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"),
          (5, "v"), (4, "iv"), (1, "i"))  # fmt: skip
_SIGNS = "*†‡§"
_ROMAN_STYLES = frozenset(("lowerRoman", "upperRoman", "i", "I"))
_LETTER_STYLES = frozenset(("lowerLetter", "upperLetter", "a", "A"))


def to_roman(number: int) -> str:
    """Lower-case roman numerals.

    >>> to_roman(14)
    'xiv'
    """
    written = ""
    for value, letters in _ROMAN:
        count, number = divmod(number, value)
        written += letters * count
    return written


def format_number(number: int, style: str) -> str:
    """The label of the note with this number; decimal for styles that we do not know.

    >>> [format_number(4, style) for style in ("decimal", "lowerRoman", "upperLetter", "chicago")]
    ['4', 'iv', 'D', '§']
    """
    if not 1 <= number <= 3999:
        return str(number)
    if style in _ROMAN_STYLES:
        return to_roman(number) if style[0] in "li" else to_roman(number).upper()
    # After z come aa, bb, …: letters and signs are repeated, not counted on.
    turns, place = divmod(number - 1, 26)
    if style in _LETTER_STYLES:
        return chr(ord("a" if style[0] in "la" else "A") + place) * (turns + 1)
    if style == "chicago":
        turns, place = divmod(number - 1, len(_SIGNS))
        return _SIGNS[place] * (turns + 1)
    return str(number)
