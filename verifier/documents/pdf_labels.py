"""Labels as they are set in a PDF: in front of a note, and raised or in brackets in the text.

In: rows and their runs. Out: labels. The rule: what is read here may be a label; whether it is one, notes and marks together tell.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from verifier.files.pdf_rows import Row, Run
from verifier.notes.candidates import is_offset

_SYMBOLS = "*†‡§¶"
_SET_LABEL = re.compile(
    r"\s{0,4}(?:\[(\d{1,3}|[ivxlc]{1,7})\]|\((\d{1,3})\)|(\d{1,3})[.)]?)(?=\s|$|[A-Z“\"‘(]|https?:)"
)
_LABEL = r"\d{1,3}|[ivxlc]{1,7}|[a-z]|[*†‡§¶]{1,3}"
_RAISED_LABEL = re.compile(rf"\s{{0,3}}({_LABEL})\s{{0,3}}")
_MARKS = re.compile(rf"\s{{0,3}}[\[(]?(?:(?:{_LABEL})(?:\s?[,;–-]\s?)?){{1,8}}[\])]?\s{{0,3}}[,.]?")
BRACKETED = re.compile(r"\[((?:(?:\d{1,3}|[ivxlc]{1,7})(?:\s?[,;–-]\s?)?){1,8})\]")
ROUND = re.compile(r"\(((?:\d{1,3}(?:\s?[,;–-]\s?)?){1,8})\)")
# A raised figure behind these is an exponent: a measure (30 km²), a variable (c²), a power of ten.
_EXPONENT = re.compile(r"(?:\d\s?[A-Za-zµ]{1,3}|(?<![\w’'])[A-Za-z]|\d)$")
_YEAR = re.compile(r"(?<!\d)(?:1[5-9]|20)\d\d$")
_PART = re.compile(rf"(\d{{1,3}})(?:\s?[–-]\s?(\d{{1,3}}))?|({_LABEL})")


def label_of(row: Row) -> tuple[str, int]:
    """The label in front of a row, and its length; ("", 0) where there is none."""
    first = row.runs[0]
    if first.raised and (found := _RAISED_LABEL.fullmatch(first.text)):
        return found[1], len(first.text)
    if found := _SET_LABEL.match(row.text):
        return found[1] or found[2] or found[3], found.end()
    if (stripped := row.text.lstrip())[:1] and stripped[0] in _SYMBOLS:
        signs = len(stripped) - len(stripped.lstrip(_SYMBOLS))
        return stripped[:signs], len(row.text) - len(stripped) + signs
    return "", 0


def is_bracketed(row: Row) -> bool:
    """Whether a row's label stands in square brackets."""
    return row.text.lstrip().startswith("[")


def labels_in(text: str) -> list[str]:
    """The labels that a mark names; `3–5` are three.

    >>> labels_in("1, 3–5")
    ['1', '3', '4', '5']
    """
    labels = []
    for found in _PART.finditer(text):
        first, last = found[1], found[2]
        if first and last and 0 < int(last) - int(first) < 30:
            labels += [str(number) for number in range(int(first), int(last) + 1)]
        else:
            labels += [part for part in (first, last, found[3]) if part]
    return labels


def raised_labels(run: Run, before: str) -> list[str]:
    """The labels that a raised run names behind these words; none where it is an exponent."""
    if not run.raised or not before.strip() or not _MARKS.fullmatch(run.text):
        return []
    return labels_in(run.text) if _YEAR.search(before[-6:]) or not _EXPONENT.search(before[-8:]) else []


def bracketed_marks(text: str) -> list[re.Match[str]]:
    """The marks in square brackets; none in a line of a program."""
    found = list(BRACKETED.finditer(text))
    if any(is_offset(text, mark.start(), mark.end()) for mark in found):
        return []
    return found


def called_by(rows: Sequence[Row]) -> dict[int, set[str]]:
    """The labels that stand raised, or in brackets, behind words, by page."""
    called: dict[int, set[str]] = {}
    for row in rows:
        labels = called.setdefault(row.page, set())
        before = ""
        for run in row.runs:
            labels.update(raised_labels(run, before))
            for mark in bracketed_marks(run.text):
                if before or mark.start():
                    labels.update(labels_in(mark[1]))
            before += run.text
    return called
