"""Footnotes of a plain text whose numbers begin again on each page or in each chapter.

In: a text. Out: its footnotes in order, each with the number that is printed. The rule of this file: a line is a footnote where its
number goes on from the one before, or is 1, and where the same number stands, behind a word or a stop, in the text in front of it;
numbers that begin again must do so often, or in long runs: a numbered list does neither.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from itertools import islice, pairwise

from verifier.documents.plain_feet import (
    LABEL,
    MARK,
    RAISED,
    REACH,
    SURE,
    Foot,
    are_apart,
    are_called,
    end_of_foot,
)
from verifier.model import Mark, Note, Problem
from verifier.notes import Resolution

_MOST = 2000
_STEP = 2  # numbers one after another that may not be found
_NEAR = 40
_OFTEN, _LONG = 3, 3


def find_anew(text: str) -> list[Foot]:
    r"""The footnotes of a text in which their numbers begin again, numbered through; none where they do not.

    >>> page = "It rose.1 And fell.2\n\n1 Tides.\n2 Ibid.\n\n"
    >>> [(foot.number, foot.printed) for foot in find_anew(page * 3)]
    [(1, 1), (2, 2), (3, 1), (4, 2), (5, 1), (6, 2)]
    """
    marks: dict[int, list[re.Match[str]]] = {}
    for mark in MARK.finditer(text):
        marks.setdefault(_value(mark), []).append(mark)
    feet: list[Foot] = []
    own: list[tuple[int, int]] = []
    for line in LABEL.finditer(text):
        called = _mark_of(line, marks.get(_value(line), []), feet, own, text) if len(feet) < _MOST else None
        if called is not None:
            feet.append(Foot(len(feet) + 1, line.start(), line.end(), called, _value(line)))
            own.append((line.start(), end_of_foot(text, line.end())))
    return feet if _begin_again(feet) and are_called(text, feet) and are_apart(text, feet) else []


def _value(label: re.Match[str]) -> int:
    return int(label["label"].translate(RAISED))


def _mark_of(
    line: re.Match[str], marks: Sequence[re.Match[str]], feet: Sequence[Foot], own: Sequence[tuple[int, int]], text: str
) -> re.Match[str] | None:
    """The mark that calls a line, where the line is the next footnote; numbers that begin again are called behind the last foot."""
    number, last = _value(line), feet[-1].printed if feet else 0
    if number != 1 and not last < number <= last + 1 + _STEP * bool(last):
        return None
    after = feet[-1].words if feet and number == 1 else feet[-1].mark.start() + 1 if feet and feet[-1].mark else 0
    first = bisect_left(marks, max(after, line.start() - REACH), key=lambda mark: mark.start())
    for mark in islice(marks, first, None):
        if mark.start() >= line.start():
            return None
        if SURE.match(text, mark.start("label")) and not any(a <= mark.start() < b for a, b in own[-_NEAR:]):
            return mark
    return None


def _begin_again(feet: Sequence[Foot]) -> bool:
    """Whether numbers begin again three times, or in two runs that are long."""
    begins = [at for at, foot in enumerate(feet) if foot.printed == 1]
    runs = [end - start for start, end in pairwise([*begins, len(feet)])]
    return len(runs) >= _OFTEN or (len(runs) > 1 and min(runs) >= _LONG)


def as_printed(
    feet: Sequence[Foot], found: Resolution
) -> tuple[tuple[Note, ...], tuple[Mark, ...], tuple[Problem, ...]]:
    """Notes, marks and problems with the labels that the text prints."""
    printed = {str(foot.number): str(foot.printed) for foot in feet}
    return (
        tuple(replace(note, label=printed.get(note.label, note.label)) for note in found.notes),
        tuple(replace(mark, label=printed.get(mark.label, mark.label)) for mark in found.marks),
        tuple(replace(problem, label=printed.get(problem.label, problem.label)) for problem in found.problems),
    )
