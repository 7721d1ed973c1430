"""Footnotes at the foot of each page inside a running text, as a text has them that was copied or converted out of a PDF.

In: a text, its pages divided by form feeds or by nothing. Out: the text with its footnotes behind the body, marks and labels in
brackets (`[^3]`); the same text where there are none; and what looks like marks of footnotes that were not found.

The rule of this file: a line is a footnote where its number goes on from the footnote before, and where the same number stands behind a
word or a stop of the text in front of it: numbered headings and lists are called by nothing. A footnote ends where the next begins,
where its page ends, or, where pages are not known, with its paragraph.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from verifier.model import Problem, ProblemKind

RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
LABEL = re.compile(
    r"^[ \t]*(?P<label>\d{1,3}|[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3})"
    r"(?:[.)]?[ \t]+(?=\S)|[.)]?(?=[^\W\d_a-z]|[“\"„«])|[.)]?[ \t]*(?=\n[ \t\n]*[^\s\f]))",
    re.MULTILINE,
)
MARK = re.compile(
    r"(?:(?<=[^\W\d_]|[.,;:!?”’\"»)\]…。，、；！？」』）؟،])|(?<=[.,;:!?”\"»)])(?P<blank>[ \t]))(?P<label>\d{1,3}|[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3})"
    r"(?!\d|[^\W\d⺀-鿿ぁ-ヿ가-힣]|[ \t]?[%°]|[.,:-]\d|[ \t]?[-–/]\d|(?(blank)\.[ \t]*[^\W\d_]|(?!)))"
)
_BLANK = re.compile(r"\n[ \t]*\n")
_FEWEST = 3
_MOST = 2000
_NEAR = 40  # footnotes on a page and the one before it, at most
REACH = 9000  # characters between a mark and its footnote: a page, and the end of the one before
_STEP = 2  # footnotes one after another that may lack a mark, or that may not be found
_MOSTLY = 0.75
_PAGE_NUMBER = re.compile(r"(?<=\S)\s*\n\s*[-–—\[(]?\s*(?:\d{1,4}|[ivxlc]{1,7})\s*[-–—\])]?\s*\Z")
_HEAD_LINES = 4
_RULE = "\n\n-----\n\n"


@dataclass(frozen=True, slots=True)
class Foot:
    """One footnote: its number, where its line and its words begin, and its mark in the text in front, None where there is none.

    `printed` is the number as it stands there, where numbers begin again and `number` counts through.
    """

    number: int
    start: int
    words: int
    mark: re.Match[str] | None
    printed: int = 0


def gather(text: str, feet: Sequence[Foot]) -> str:
    r"""The text with its footnotes behind it.

    >>> page = "It rose,{0} and fell.\n\n{0}. Tides of {0}.\n"
    >>> text = "\f".join(page.format(number) for number in (1, 2, 3))
    >>> gathered = gather(text, find_feet(text))
    >>> gathered[:40], gathered[-58:]
    ('It rose,[^1] and fell.\n\nIt rose,[^2] and', '---\n\n[^1] Tides of 1.\n\n[^2] Tides of 2.\n\n[^3] Tides of 3.\n')
    """
    if not feet:
        return text
    body: list[str] = []
    notes: list[str] = []
    at = 0
    for foot, following in zip(feet, [*feet[1:], None], strict=True):
        begins = _begin(text, at, foot, feet) if notes else foot.start
        body.append(_with_marks(text, at, begins, feet))
        if notes:
            notes[-1] += "\n" + text[begins : foot.start]
        at = min(end_of_foot(text, foot.words), following.start if following else len(text))
        notes.append(_PAGE_NUMBER.sub("", text[foot.words : at]))
    body.append(_with_marks(text, at, len(text), feet))
    said = "\n\n".join(f"[^{foot.number}] {_one(words)}" for foot, words in zip(feet, notes, strict=True))
    return _joined("".join(body), _running_heads(text)).rstrip() + _RULE + said + "\n"


def find_unread(text: str, feet: Sequence[Foot]) -> Iterator[Problem]:
    """What stands behind words as marks of footnotes do, and calls none that was found: numbers behind the last one, three at least.

    >>> [problem.label for problem in find_unread("It rose.1 It fell,2 and rose again.3 Nobody knew.4", [])]
    ['1']
    >>> list(find_unread("H2O and 3.14, and in table1 and table2", []))
    []
    """
    own = [(foot.start, end_of_foot(text, foot.words)) for foot in feet]
    at = max((foot.mark.start() for foot in feet if foot.mark), default=-1)
    first = number = feet[-1].number + 1 if feet else 1
    marks, surest = _by_number(SURE, text), 0
    while near := [m for m in marks.get(number, []) if m.start() > at and not any(a <= m.start() < b for a, b in own)]:
        at, number = near[0].start(), number + 1
        surest += _SUREST.match(text, at) is not None
    if number - first >= _FEWEST and surest * 2 >= number - first:
        detail = (
            f"Numbers stand behind words as those of notes do ({first} to {number - 1}), and no such notes were found."
        )
        yield Problem(ProblemKind.MARK_WITHOUT_NOTE, str(first), detail)


_STOPS = r"[.,;:!?”’\"»)。，、；！？」』）؟،]"
# Directly behind a word or its stop, with nothing but a blank or a stop behind; and the same behind a stop, or raised.
SURE = re.compile(
    rf"(?<=[^\W\d_A-Z]{{3}}|[^\W\d_]{_STOPS}{{2}}|[^\W\d_]{{2}}{_STOPS})(?P<label>\d{{1,3}}|[⁰¹²³⁴⁵⁶⁷⁸⁹]{{1,3}})"
    r"(?=[.,;:!?)”»]?(?:\s|$)|[⺀-鿿ぁ-ヿ가-힣])",
    re.MULTILINE,
)
_SUREST = re.compile(rf"(?<={_STOPS})\d|[⁰¹²³⁴⁵⁶⁷⁸⁹]|\d{{1,3}}[.,;](?:\s|$)")


def _with_marks(text: str, start: int, end: int, feet: Sequence[Foot]) -> str:
    """A run of the body, with the marks that call footnotes in brackets."""
    parts = []
    for number, mark in ((foot.number, foot.mark) for foot in feet if foot.mark and start <= foot.mark.start() < end):
        parts += [text[start : mark.start()], f"[^{number}]"]
        start = mark.end()
    return "".join([*parts, text[start:end]])


def find_feet(text: str) -> list[Foot]:
    r"""The footnotes of a text from 1 on, each behind the one before; last ones that nothing calls are none. A list is none of them.

    >>> find_feet("1. First\n\nIt rose.\n\n2. Second\n\nIt fell.\n\n3. Third\n")
    []
    """
    marks, lines = _by_number(MARK, text), _by_number(LABEL, text)
    feet: list[Foot] = []
    own: list[tuple[int, int]] = []  # where footnotes stand: no mark is looked for there
    for number in range(1, _MOST):
        foot = _next(number, lines.get(number, []), marks.get(number, []), feet, own)
        if foot is None and (not feet or number - feet[-1].number > _STEP):
            break
        if foot:
            feet.append(foot)
            own.append((foot.start, end_of_foot(text, foot.words)))
    while feet and feet[-1].mark is None:
        feet.pop()
    return feet if len(feet) >= _FEWEST and are_called(text, feet) and are_apart(text, feet) else []


def are_called(text: str, feet: Sequence[Foot]) -> bool:
    """Whether most of the footnotes are called by what can hardly be anything else than a mark: `step1` may be, `they say.1` is."""
    marks = [foot.mark.start("label") for foot in feet if foot.mark]
    sure = [at for at in marks if SURE.match(text, at)]
    surest = sum(_SUREST.match(text, at) is not None for at in sure)
    return len(marks) >= _MOSTLY * len(feet) and len(sure) * 2 >= len(feet) and surest * 2 >= len(feet)


def _by_number(signs: re.Pattern[str], text: str) -> dict[int, list[re.Match[str]]]:
    found: dict[int, list[re.Match[str]]] = {}
    for sign in signs.finditer(text):
        found.setdefault(int(sign["label"].translate(RAISED)), []).append(sign)
    return found


def _next(
    number: int,
    lines: list[re.Match[str]],
    marks: list[re.Match[str]],
    feet: Sequence[Foot],
    own: list[tuple[int, int]],
) -> Foot | None:
    """The footnote of this number: a line behind the footnote before, called by a mark behind the mark before; a few may lack one."""
    start = feet[-1].start if feet else -1
    marked = next((foot.mark.start() for foot in reversed(feet) if foot.mark), -1)
    behind = [
        mark for mark in marks if mark.start() > marked and not any(a <= mark.start() < b for a, b in own[-_NEAR:])
    ]
    starts = [mark.start() for mark in behind]
    for line in (line for line in lines if line.start() > start):
        near = behind[bisect_left(starts, line.start() - REACH) : bisect_left(starts, line.start())]
        if near:
            return Foot(number, line.start(), line.end(), min(near, key=lambda mark: mark["blank"] is not None))
    if feet and any(foot.mark for foot in feet[-_STEP:]):
        for line in (line for line in lines if start < line.start() <= start + REACH):
            return Foot(number, line.start(), line.end(), None)
    return None


def are_apart(text: str, feet: Sequence[Foot]) -> bool:
    """Whether the footnotes stand in several places, with text between; else they are a list, and found as such."""
    return any(text[end_of_foot(text, one.words) : other.start].strip() for one, other in pairwise(feet))


def end_of_foot(text: str, start: int) -> int:
    """The end of the page, or, in a text without pages, of the paragraph."""
    if "\f" in text:
        end = text.find("\f", start)
        return end if end >= 0 else len(text)
    blank = _BLANK.search(text, start)
    return blank.start() if blank else len(text)


def _begin(text: str, at: int, foot: Foot, feet: Sequence[Foot]) -> int:
    """Where the foot of a page begins: with the end of an unfinished footnote of the page before, else with the first label."""
    borders = [found.end() for found in _BLANK.finditer(text, at, foot.start)]
    start = borders[-1] if borders else foot.start
    goes_on = text[start : foot.start].strip() and not _CLOSED.search(text, max(0, at - _TAIL), at)
    if not goes_on or any(other.mark and start <= other.mark.start() < foot.start for other in feet):
        return foot.start
    return foot.start if "\f" in text[start : foot.start] else start


_CLOSED = re.compile(r"[.!?”\"’)\]][\s\d]*\Z")
_TAIL = 40


def _one(words: str) -> str:
    """The words of a footnote in one paragraph."""
    lines = [line.strip() for line in words.replace("\f", "\n").split("\n") if line.strip()]
    return _HYPHEN.sub("", "\n".join(lines)).replace("\n", " ")


_HYPHEN = re.compile(r"(?<=[^\W\d_])-\n(?=[^\W\d_A-Z])")


def _running_heads(text: str) -> frozenset[str]:
    """What stands at the top of most pages, but for its figures."""
    seen = Counter(shape for page in text.split("\f")[1:] for shape in {_shape(line) for line in _top(page)})
    return frozenset(shape for shape, count in seen.items() if count >= _FEWEST)


def _top(page: str) -> list[str]:
    return [line for line in page.split("\n") if line.strip()][:_HEAD_LINES]


def _shape(line: str) -> str:
    return re.sub(r"\d+", "#", line.strip())


def _joined(body: str, heads: frozenset[str]) -> str:
    """The pages one behind another without what stands on top of each; a sentence goes on over the border."""
    pages = body.split("\f")
    parts = [pages[0].rstrip()]
    for page in pages[1:]:
        lines = page.split("\n")
        top = [at for at, line in enumerate(lines) if line.strip()][:_HEAD_LINES]
        rest = "\n".join(line for at, line in enumerate(lines) if not (at in top and _shape(line) in heads)).strip("\n")
        ended = re.search(r"[.!?:”\"’)\]…\d]\s*$", parts[-1]) is not None
        parts.append(("\n\n" if ended else "\n") + rest.rstrip())
    return "".join(parts)
