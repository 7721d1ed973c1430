"""When the author of a note saw a work, and when a copy of it was kept: dates that are not the work's own.

In: the text of one work, what was read blanked out, and the runs that hold its title. Out: spans, with the date of the visit.
The rule of this file: a cue is a word of the note beside its date, with nothing but small words between; inside a title, or as
a word of a name (Evening Standard, Access Harbour), it is none.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from verifier.dates import find_dates
from verifier.languages import pattern

_EDGE = r"(?<![^\W\d_])"
_ENDS = r"(?![^\W\d_])"
_CUE = re.compile(
    rf"[(\[（]?\s{{0,2}}{_EDGE}(?:(?P<state>{pattern('as_of')})|(?P<cue>{pattern('accessed')})){_ENDS}"
    rf"|(?P<east>(?-i:(?=[\u0590-\u08ff\u2e80-\uffff]))(?:{pattern('accessed')})(?=\s?[:：]|\s?\d))",
    re.IGNORECASE,
)
# Between a cue and its date: a colon or a comma, the hour, a small word (on, am, le).
_GAP = re.compile(r"(?:[\s:：.,\0–—-]|\d{1,2}[:.]\d\d(?::\d\d)?(?!\d|\.\d)|[^\W\d_A-ZÀ-ÞА-Я]{1,5}\.?(?=[\s\d]))*+")
_BEHIND = re.compile(rf"(?P<date>[^()\[\]（）\0]{{6,24}}?)\s{{0,2}}(?:{pattern('accessed_behind')})")
_STARTS_PART = re.compile(r"(?:^|[,،؛.;:()\[\]<>\0，。；：（）、|–—-])\s*$")
_BRACKETED = re.compile(r"[\[［]([^\[\]\0]{4,30})[\]］]|[(（]([^()\0]{6,30})[)）]")
_ARCHIVED = re.compile(rf"[(\[]?{_EDGE}(?:{pattern('archived')}){_ENDS}", re.IGNORECASE)
# “archived from the original on 3 May”: small words, a colon, and the address of the copy.
_ARCHIVED_GAP = re.compile(r"(?:\([A-Z]{2,5}\)|[\s:.,<>\0\[(]|[^\W\d_A-ZÀ-ÞА-Я][\w'’]*+)*+")
_COPY = re.compile(r"(?:[\s:.,<\[(]|[^\W\d_A-ZÀ-ÞА-Я][\w'’]*+){0,30}+\0+>?")
_LOOK = 40
_DATE_LONGEST = 30
_FULL = len("2024-10-05")

Spans = Sequence[tuple[int, int]]


def find_visit(text: str, titles: Spans) -> tuple[int, int, str] | None:
    """The date at which the work was seen, and the run that says so.

    >>> find_visit("“Quiet Gates”, Evening Standard, 3 May 2021, accessed 5 June 2021", ())
    (44, 65, '2021-06-05')
    >>> find_visit("Gazette, 2018-06-02[2018-06-09]", ()), find_visit("“Gates”, The Viewed, 3 May 2021", ())
    ((19, 31, '2018-06-09'), None)
    """
    dates = find_dates(text.replace("\0", " "))
    if not dates:
        return None
    for cue in _CUE.finditer(text):
        if _inside(cue.start(), titles) or not _is_cue(text, cue):
            continue
        if date := _date_behind(text, cue.end(), _GAP):
            return cue.start(), *date
    leading = _BEHIND.search(text)
    if leading and not _inside(leading.start(), titles) and (found := find_dates(leading["date"])):
        return leading.start(), leading.end(), found[-1][2]
    return _without_cue(text, [date for date in dates if not _inside(date[0], titles)])


def _date_behind(text: str, at: int, gap: re.Pattern[str]) -> tuple[int, str] | None:
    """The first date behind a cue, where it ends and what it is; None where more than a gap lies between."""
    dates = find_dates(text[at : at + _LOOK + _DATE_LONGEST].replace("\0", " "))
    if dates and gap.fullmatch(text, at, at + dates[0][0]):
        return at + dates[0][1], dates[0][2]
    return None


def _is_cue(text: str, cue: re.Match[str]) -> bool:
    """Whether a word is a cue here: it begins a part of the reference, or is written small and has its date directly behind it."""
    starts = _STARTS_PART.search(text[max(0, cue.start() - 4) : cue.start()]) is not None or cue[0][0] in "([（"
    small = cue[0].lstrip(" ([（")[:1].islower()
    if text[cue.end() : cue.end() + 1] == "," and not small and "\0" not in text[: cue.start()]:
        return False  # “Viewed, 3 May 2021” is a newspaper
    if starts or cue["east"]:
        return True
    return cue["state"] is None and small


def _without_cue(text: str, dates: Sequence[tuple[int, int, str]]) -> tuple[int, int, str] | None:
    """Of the dates outside titles one in square brackets; or one behind the address, at the very end, where another stands in front of the address."""
    address = text.rfind("\0")
    for found in _BRACKETED.finditer(text):
        inner = found[1] or found[2]
        date = find_dates(inner)
        earlier = [d for d in dates if d[1] <= found.start()]
        whole = len(date) == 1 and not re.sub(r"\W", "", inner[: date[0][0]] + inner[date[0][1] :])
        behind = 0 <= address < found.start() and (found[1] or not re.search(r"\w", text[address : found.start()]))
        if whole and len(date[0][2]) == _FULL and ((found[1] and (behind or earlier)) or (behind and earlier)):
            return *found.span(), date[0][2]
    if len(dates) > 1 and dates[0][1] <= address < dates[-1][0] and len(dates[-1][2]) == _FULL:
        start, end, iso = dates[-1]
        if not re.search(r"\w", text[address + 1 : start] + text[end:]):
            return start, end, iso
    return None


def find_copies_told(text: str, titles: Spans) -> list[tuple[int, int]]:
    """Runs that say when, where and from what a copy was kept.

    >>> find_copies_told("Gazette. Archived from the original on 3 May 2021.", ())
    [(9, 49)]
    >>> find_copies_told("Archived Coast, 3 May 2014", ())
    []
    """
    told = []
    for found in _ARCHIVED.finditer(text):
        address = _COPY.match(text, found.end())
        date = _date_behind(text, address.end() if address else found.end(), _ARCHIVED_GAP)
        end = date[0] if date else address.end() if address else found.end()
        if not _inside(found.start(), titles) and (date or address):
            told.append((found.start(), end))
    return told


def _inside(at: int, spans: Spans) -> bool:
    return any(start <= at < end for start, end in spans)
