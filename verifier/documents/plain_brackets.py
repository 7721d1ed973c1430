"""Footnotes that stand whole in brackets below the paragraph that calls them: `[Footnote 1: Kern, Gates, 12.]`.

In: a text, as Project Gutenberg prints books. Out: the same with `[1] Kern, Gates, 12.` there. The rule: the bracket begins a line with
a word for a note, a label and a colon, and ends where it is closed; what stands in it is one note, however many paragraphs it has.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from verifier.notes.labels import WORD

_OPENED = re.compile(
    rf"^[ \t]*\[(?:{WORD})[ \t]*(?P<label>\d{{1,4}}|[ivxlc]{{1,7}}|[a-z]{{1,2}}|[*†‡]{{1,3}})[ \t]*:\s*",
    re.IGNORECASE | re.MULTILINE,
)
_SIDE = re.compile(r"[\[\]]")
_LONGEST = 20_000  # no footnote is longer


def without_brackets(text: str) -> str:
    r"""The text with its footnotes in paragraphs of their own.

    >>> without_brackets("It rose.[1]\n\n[Footnote 1: Kern [the\nelder], Gates.\n\nSee there.]\n\nIt fell.\n")
    'It rose.[1]\n\n\n[1] Kern [the elder], Gates. See there.\n\n\nIt fell.\n'
    """
    parts: list[str] = []
    at = 0
    for start, end, label, words in _bracketed(text):
        parts += [text[at:start], f"\n[{label}] {' '.join(words.split())}\n"]
        at = end
    return "".join([*parts, text[at:]])


def _bracketed(text: str) -> Iterator[tuple[int, int, str, str]]:
    """Where each footnote begins and ends, its label and its words."""
    last = 0
    for opened in _OPENED.finditer(text):
        if opened.start() >= last and (end := _closed(text, opened.end())):
            yield opened.start(), end, opened["label"], text[opened.end() : end - 1]
            last = end


def _closed(text: str, start: int) -> int:
    """Behind the bracket that closes, 0 where none does."""
    depth = 1
    for side in _SIDE.finditer(text, start, start + _LONGEST):
        depth += 1 if side[0] == "[" else -1
        if depth == 0:
            return side.end()
    return 0
