"""Law reports and law reviews: a title that stands in front of a volume, as lawyers print it.

In: the text of one work. Out: where its title stands (`find_reported`), or the volume that a short form such as `Kern, 12 Quay at 45` names.

The rule of this file: a volume, an abbreviation with a capital, a page, and a year in brackets are a report or a review. What stands
in front is the name of a case, or an author, a comma and a title; what stands in brackets behind it is said of the work, and no title.
"""

from __future__ import annotations

import re

from verifier.citations.words import PARTICLE, past_introduction

_YEAR = r"(?:1[5-9]|20)\d\d"
_REPORT = r"[A-Z](?:[\w.&’'-]|\s(?=[A-Z&\d(]|(?:of|and|the|for)\s)){1,60}"
_PAGES = r"\d{1,5}(?:[-–]\d{1,5})?(?:,\s\d{1,5}(?:[-–]\d{1,5})?(?:\s?n\.\s?\d+)?){0,4}"
_VOLUME = re.compile(rf",\s(?P<volume>\d{{1,4}}\s{_REPORT}?)\s{_PAGES}\s\([^()]{{0,60}}(?P<year>{_YEAR})\)")
# [2019] 2 QLR 45; (2007) 45 QHR 42; Roke v Hask [2019] QWC 12
_YEAR_FIRST = re.compile(
    rf"[\[(]{_YEAR}[\])]\s(?:\d{{1,3}}(?:\(\d+\))?\s)?[A-Z][A-Za-z.]{{0,9}}(?:\s[A-Z][A-Za-z]{{0,9}})?\s\d{{1,5}}\b"
)
_BARE = re.compile(rf"\d{{1,4}}\s{_REPORT}?\s\d{{1,5}}(?=(?:,\s[\d–-]+)?\s\([^()]{{0,60}}{_YEAR}\))")
_US = re.compile(rf"\d{{1,4}}\s[A-Z]{{2,6}}\s\d{{1,5}}\s\({_YEAR}\)")
_CASE = re.compile(r"(?<!\w)(?:v\.?|[Ii]n re|[Ee]x parte|Re)\s+[A-Z(\d]")
_COMPANY = re.compile(r"[^,]*, (?:Inc|LLC|L\.L\.C|Ltd|L\.?P|Co|Corp|N\.A|S\.A|plc)\b")
# What no title of a judgment or of an article in a review has: marks of quotation, and a sentence in front.
_SENTENCE = re.compile(r"[“\"‘;\0]|[^\W\d_]{4}\.\s+[^\W\d_a-z]\w*,?\s[a-z]{2}")
_LONGEST = 300
_NAME = re.compile(r"[^\W\d_]")
_SUFFIX = re.compile(r"(?:Jr\.?|Sr\.?|I{2,3}|IV)(?=,)")
_MOST_NAMES = 9


def find_reported(text: str) -> tuple[int, int, str] | None:
    """The title of a judgment or of an article in a law review: its place and its words.

    >>> find_reported("See Odile M. Marrant, Quiet Gates: A View, 12 Quay L. Rev. 345, 350 (2011) (“gates fell”).")[2]
    'Quiet Gates: A View'
    >>> find_reported("Roke v. Hask, 576 Q.S. 86 (2015)")[2], find_reported("[1988] QB 135.")[2]
    ('Roke v. Hask', '[1988] QB 135')
    """
    start = past_introduction(text)
    if bare := _bare(text, start):
        return bare.start(), bare.end(), bare[0]
    case = _YEAR_FIRST.search(text, start, start + _LONGEST)
    if case and _CASE.search(text[start : case.start()]) and not re.search(r"[“\"‘;\0]", text[start : case.start()]):
        return _cleaned(text, start, case.start())
    volume = _VOLUME.search(text, start, start + 2 * _LONGEST)
    if volume is None or volume.start() - start > _LONGEST or _is_sentence(text[start : volume.start()]):
        return _book(text, start)
    front = text[start : volume.start()]
    begins = 0 if _is_case(front) else _behind_author(front)
    return None if begins is None else _cleaned(text, start + begins, volume.start())


def _is_sentence(front: str) -> bool:
    """Whether more than authors and a title stand in front; a title may hold a name in quotation marks: `Roke: The “Quiet Gate” Rule`."""
    return _SENTENCE.search(_NAMED_WITHIN.sub("", front)) is not None


_NAMED_WITHIN = re.compile(r"(?<=[^,]\s)“[^”]{1,60}”(?=\s[^\W\d_])")


def _book(text: str, start: int) -> tuple[int, int, str] | None:
    """A book as lawyers cite it, its page and year behind the title: `Ilse Kern, Loud Gates 33–35 (2d ed. 1999)`, `ILSE KERN, LOUD GATES (1999)`."""
    year = _BRACKETED_YEAR.search(text, start, start + _LONGEST)
    if year is None or _is_sentence(text[start : year.start()]):
        return None
    page = _PIN.search(text, start, year.start())
    end = page.start() if page else year.start()
    begins = _behind_author(text[start:end])
    title = text[start + begins : end] if begins else ""
    capital = title.isupper()
    named = len(re.findall(r"[^\W\d_]{3,}", title)) > 1 and all(
        w[0].isupper() or len(w) < _SMALL for w in title.split()
    )
    if begins is None or not named or not (capital or (page and "," not in title)):
        return None
    return start + begins, end, title.strip(" ,.")


_BRACKETED_YEAR = re.compile(rf"\s\((?:[^()]{{0,60}}\s)?{_YEAR}\)(?!:)")
_PIN = re.compile(
    r"\s(?!(?:1[5-9]|20)\d\d$)\d{1,4}(?:[-–]\d{1,4})?(?:,\s\d{1,4}(?:[-–]\d{1,4})?){0,4}(?:\s?n\.\s?\d+)?$"
)
_SMALL = len("under")  # letters that a word has at least which no title writes small


def report_of(text: str, title: tuple[int, int]) -> tuple[str, str] | None:
    """The law report or law review that a work stands in, "" where it is named by its report alone, and the year; None where its title is none of this kind.

    >>> text = "Ilse Kern, Locks, 12 QUAY L. REV. 1893, 1897 (2011)."
    >>> report_of(text, (11, 16)), report_of("576 Q.S. 86 (2015) (Kern, J.)", (0, 11)), report_of("Roke v Hask [2019] QWC 12", (0, 11))
    (('QUAY L. REV', '2011'), ('', '2015'), None)
    """
    found = find_reported(text)
    if found is None or found[:2] != title:
        return None
    if volume := _VOLUME.match(text, title[1]):
        return volume["volume"].partition(" ")[2].rstrip("."), volume["year"]
    bare = _BARE.match(text, title[0])
    year = _BRACKETED_YEAR.search(text, title[1]) if bare else None
    return ("", year[0][-5:-1]) if year else None


def is_only_report(text: str) -> bool:
    """Whether a note gives a report and no name: the case is named in the article's sentence.

    >>> is_only_report("[1988] QB 135, [1988] 2 WLR 70."), is_only_report("410 US 113 (1973)."), is_only_report("Roke v Hask [1988] QB 135.")
    (True, True, False)
    """
    start = past_introduction(text)
    return _bare(text, start) is not None or _US.match(text, _past_stops(text, start)) is not None


def _bare(text: str, start: int) -> re.Match[str] | None:
    """A report that nothing stands in front of."""
    at = _past_stops(text, start)
    return _YEAR_FIRST.match(text, at) or _BARE.match(text, at)


def _past_stops(text: str, start: int) -> int:
    return start + len(text[start:]) - len(text[start:].lstrip(" ."))


def begins_reported(text: str) -> bool:
    """Whether a text begins with a work of this kind: no sentence stands in front of it.

    >>> begins_reported("Ilse Kern, Locks, 12 Quay L. Rev. 345 (2011)."), begins_reported("It rained. Ilse Kern, Locks, 12 Quay L. Rev. 3 (2011).")
    (True, False)
    """
    found = find_reported(text)
    return found is not None and not re.search(r"[a-z]{3}\.\s+[A-Z]", text[: found[1]])


def _is_case(front: str) -> bool:
    """Whether what stands in front of the volume is the name of a case; a case may stand in the title of an article, too."""
    named = _CASE.search(front)
    return named is not None and ("," not in front[: named.start()] or _COMPANY.match(front) is not None)


def _cleaned(text: str, start: int, end: int) -> tuple[int, int, str] | None:
    inner = text[start:end].strip(" ,.")
    return (start, end, inner) if _NAME.search(inner) else None


def _behind_author(front: str) -> int | None:
    """Where the title begins behind the first comma, or behind that of the last of several authors; None where no author is in front."""
    at = front.find(", ")
    last = front.find(" & ")
    if 0 <= at < last and all(word[0].isupper() for word in front[at + 2 : last].replace(",", " ").split()):
        at = front.find(", ", last)  # `A. Kern, B. Roke & C. Hask, Title`
    if suffix := _SUFFIX.match(front, at + 2):
        at = suffix.end()
    names = PARTICLE.sub("", front[:at]).split() if at > 0 else []
    if not names or len(names) > _MOST_NAMES or not all(name[0].isupper() or name[0] in "&’'" for name in names):
        return None
    return at + 2


_SHORT = re.compile(
    rf"(?P<name>[^\d;()\0]{{0,80}}?),?\s*(?<![\d.])(?P<report>\d{{1,4}}\s{_REPORT}?)(?:(?<=[.A-Z\d])|(?<=\d[dh]))\sat\s\*?(?P<page>\d{{1,5}}(?:[-–]\d{{1,5}})?)(?!\d)"
)


def find_short_report(text: str) -> re.Match[str] | None:
    """`Kern, 12 Q.R. at 45`: a name or none, the report as its first citation gave it, and a page of it.

    >>> found = find_short_report("Kern, 12 Q.R. at 45–46 (noting that).")
    >>> found["name"], found["report"], found["page"]
    ('Kern', '12 Q.R.', '45–46')
    >>> find_short_report("Kern, 12 Quay L. Rev. 345, 350 (2011)"), find_short_report("at 12")
    (None, None)
    """
    return _SHORT.match(text)
