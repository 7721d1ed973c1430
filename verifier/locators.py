"""The place in a work that a reference names: page, paragraph, section, chapter, line, time.

In: a part of a note, or what stands in a mark behind the year. Out: the place as printed without its word, and its CSL term.

The rule of this file: a place stands between marks of punctuation (`Gazette, p. 12, https://…`), so words of a title that look like
one (`Twelve Pages: P. 12 and Others`) are none. Where an article stands in its journal (`12(3), 45–67`; `Bd. 3, S. 34–56`) is no
place of the claim; the page that is named beside it (`hier S. 35`) is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from verifier.dates import starts_with_month
from verifier.languages import pattern


class Locator(NamedTuple):
    """A place in a work: `value` stands at `text[start:end]` together with its word; `label` is the CSL term."""

    value: str
    label: str
    start: int
    end: int


_TERMS = ("page", "paragraph", "section", "chapter", "line")
_BEHIND = ("page", "paragraph", "section", "chapter")
# Where several places are named, the one that leads nearest to the words.
_NEAREST = {term: rank for rank, term in enumerate(("timestamp", "page", "line", "paragraph", "section", "chapter"))}
_SIGNS = {"paragraph": "¶{1,2}", "section": "§{1,2}"}

_ROMAN = r"(?=[ivxlcdm])m{0,3}(?:cm|cd|d?c{0,3})(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3})(?!\w)"
_ONE = rf"(?:[A-Z]{{0,2}}\d{{1,5}}(?:\.\d{{1,3}}){{0,3}}(?:n{{1,2}}\.?\d{{1,3}}|[a-z]?)(?![^\W_])|{_ROMAN})"
_TO = r"\s?(?:-{1,3}|[–—‑−~]|bis|to|à|до)\s?"
_NUMBERS = rf"{_ONE}(?:{_TO}{_ONE})?(?:\s?(?:ff?|sqq?|et seq)\b\.?)?"
_MORE = rf"(?:(?:,\s?|\s?(?:&|and|und|et|y|e|и|ve)\s)(?!(?:1[5-9]|20)\d\d\b){_ONE}(?:{_TO}{_ONE})?(?=\s*(?:[,.;:)\]\0<]|$|&|and)))"
_CLOCK = r"(?:\d{1,3}:[0-5]\d(?::[0-5]\d)?|\d{1,2}\s?h\s?\d{1,2}\s?m(?:in)?\.?(?:\s?\d{1,2}\s?s)?|\d{1,3}\s?m(?:in)?\.?\s?\d{1,2}\s?s|\d{1,3}['′]\s?\d{1,2}(?:[\"″]|''))"
_CLOCKS = rf"{_CLOCK}(?:\s?(?:[-–—‑]|to|bis|à|до)\s?{_CLOCK})?"
_NO_CLOCK = r"(?!\s?(?:[ap]\.?m\b|uhr|utc|gmt|cet|h\b|z\b|[+-]\d))"
_EDGE = ",.;:(–—-[\0/|»”\"’'“„<>、，。；：（・』」》】)]،؛"
_CLOSED = re.compile(r"\s*(?:$|[,.;:()\[\]<>\0\n–—/|»”\"“„«、，。；：（）」』》・،؛&])")
_DAY = 31


def find_locator(text: str, *, bare: bool = False) -> Locator | None:
    """The place in the work that a text names; `bare` also takes a number without a word for a page (behind `ibid.`, behind a year).

    >>> find_locator("Odile Marrant, “Quiet Gates”, Gazette, p. 12, https://gazette.example/a")
    Locator(value='12', label='page', start=39, end=44)
    >>> find_locator("River Studies, vol. 12 (2019), pp. 45–67"), find_locator("Gates: P. 12 and Others")
    (None, None)
    >>> find_locator(", 2001, para. 7")[:2], find_locator(": 14", bare=True)[:2], find_locator("at 00:12:31")[:2]
    (('7', 'paragraph'), ('14', 'page'), ('00:12:31', 'timestamp'))
    """
    found = [*_labelled(text), *_times(text), *_judgments(text)]
    if found:
        found = _without_issues(text, found)
        pinned = [place for place in found if _is_pinned(text, place)]
        places = pinned or [place for place in found if not _is_extent(text, place)]
        return min(places, key=lambda place: (_NEAREST[place.label], place.start), default=None)
    return _number(text) if bare else _behind_publisher(text)


def _without_issues(text: str, found: list[Locator]) -> list[Locator]:
    """The places without `S. 3` where `s. 12` is the page: a number of a journal (Turkish)."""
    small = any(text.startswith(("s. ", "ss. "), place.start) for place in found)
    return [place for place in found if not (small and text.startswith("S. ", place.start))]


@lru_cache(maxsize=1)
def _front() -> re.Pattern[str]:
    groups = (f"(?P<{term}>{'|'.join(filter(None, [pattern(term + 's'), _SIGNS.get(term)]))})" for term in _TERMS)
    return re.compile(
        rf"(?<![^\W\d_])(?<!\b[A-Z]\.)(?:{'|'.join(groups)})(?:\s{{1,2}}|(?<=\W)|(?=\d))(?P<value>{_NUMBERS}{_MORE}{{0,4}})",
        re.IGNORECASE,
    )


@lru_cache(maxsize=1)
def _back() -> re.Pattern[str]:
    """Numbers in front of their word: `12. oldal`, `第12页`; a plain `320 pages` counts the whole work."""
    groups = (f"(?P<{term}>{pattern(term + 's_behind')})" for term in _BEHIND)
    number = r"\d{1,5}\.?(?:[-–—‑~]\d{1,5}\.?)?"
    return re.compile(
        rf"(?:(?<![\w第])第\s?|(?<![\w.])(?=\d[\d.–—-]{{0,11}}\.\s?)|(?<![\d.])(?=\d[\d.–—~-]{{0,11}}\s?[^\x00-\u2fff]))"
        rf"(?P<value>{number})\s?(?:{'|'.join(groups)})(?![^\W\d_]{{3}})",
        re.IGNORECASE,
    )


def _labelled(text: str) -> Iterator[Locator]:
    for signs in (_front(), _back()):
        for found in signs.finditer(text):
            value = found["value"].rstrip(". ") if signs is _back() else found["value"].rstrip()
            if (
                not _is_initial(found[0])
                and not _is_initial_of_year(text, found)
                and _opens(text, found.start())
                and (_CLOSED.match(text, found.end()) or _is_in_date(text, found))
            ):
                term = next(term for term in _TERMS if term in found.groupdict() and found[term])
                yield Locator(value, term, found.start(), found.end())


def _is_initial(words: str) -> bool:
    """`S. M. Halm`: a name, no page in Roman numerals; `s.v. “Gate”` is no section v, `pl. 3` no page l."""
    return re.fullmatch(r"[A-Z]\.\s*[A-Z]|s\.\s?v|pl", words) is not None


def _is_initial_of_year(text: str, found: re.Match[str]) -> bool:
    """Whether a capital in front of a year is an initial: `Torvald, I. S. 2011.` has no page 2011."""
    if _INITIAL_OF_YEAR.fullmatch(found[0]) is None:
        return False
    before = text[max(0, found.start() - 4) : found.start()]
    begins_title = re.match(r"[.,]?\s+[“\"«„]?[^\W\d_a-z]", text[found.end() :]) is not None
    return re.search(r"[A-Z]\.[\s-]?$", before) is not None or (before.endswith(", ") and begins_title)


_INITIAL_OF_YEAR = re.compile(r"[A-Z]\.\s?(?:1[5-9]|20)\d\d[a-z]?")


def _opens(text: str, start: int) -> bool:
    """Whether punctuation, a number, or a word such as `at` stands in front."""
    before = text[max(0, start - 60) : start].rstrip()
    return not before or before[-1] in _EDGE or before[-1].isdigit() or _at().search(before) is not None


@lru_cache(maxsize=1)
def _at() -> re.Pattern[str]:
    return re.compile(rf"(?:^|(?<=[\W\d]))(?:{pattern('at_place')})\s*$", re.IGNORECASE)


def _is_in_date(text: str, found: re.Match[str]) -> bool:
    """`p. 12 mai 2019`: the page is no day of the month."""
    return found["value"].isdecimal() and starts_with_month(text[found.end() : found.end() + 30].lstrip())


# --- times -------------------------------------------------------------------------------------


@lru_cache(maxsize=1)
def _timed() -> re.Pattern[str]:
    word = pattern("times")
    return re.compile(
        rf"(?<![^\W_])(?:(?:{word})\s?:?\s?(?P<a>{_CLOCKS}|\d{{1,3}}(?:\s?[-–—]\s?\d{{1,3}})?(?![\w:]))|(?P<b>{_CLOCKS})\s?(?:{word})(?![^\W\d_]))"
        rf"|(?<![\d:.])(?P<c>{_CLOCKS})(?![\d:]){_NO_CLOCK}",
        re.IGNORECASE,
    )


def _times(text: str) -> Iterator[Locator]:
    for found in _timed().finditer(text):
        value = found["a"] or found["b"] or found["c"]
        if not _CLOSED.match(text, found.end()) or (found["c"] and not _is_elapsed(text, found)):
            continue
        if _opens(text, found.start()):
            yield Locator(value.strip(), "timestamp", found.start(), found.end())


def _is_elapsed(text: str, found: re.Match[str]) -> bool:
    """Whether a bare time is one of a recording: it has seconds, or stands behind the address; beside a date it is the time of day."""
    before = text[max(0, found.start() - 40) : found.start()].rstrip()
    cue = _at().search(before)
    place = before[: cue.start()].rstrip(" ,(") if cue else before.rstrip(" ,(")
    if not re.fullmatch(r"\d{1,3}:\d\d", found["c"]):
        return cue is not None or not place[-1:].isdigit() or before.endswith((",", "(", "["))
    return cue is not None and (not place or place[-1] in '\0>)”"»’')


# --- numbers without a word ----------------------------------------------------------------------

_YEARS = r"(?:1[5-9]|20)\d\d"
_BRACKETED = rf"\[(?!{_YEARS}\])\d{{1,4}}\]"
_PARAGRAPHS = rf"{_BRACKETED}(?:(?:\s?[-–]\s?|,\s|\sand\s){_BRACKETED}){{0,4}}"
# A judgment's paragraph (OSCOLA): [2019] UKSC 12 [34]. The page behind the first page: 12 LQR 45, 47; 12 Harv. L. Rev. 45, 47 (1999).
_JUDGMENT = re.compile(
    r"\d{4}\]?\s[A-Z][A-Za-z]{1,7}(?:\s[A-Z][a-z]{2,5})?\s\d{1,5},?\s(?:at\s)?(?P<value>\[(?!(?:1[5-9]|20)\d\d\])\d{1,4}\](?:[-–]\[\d{1,4}\])?)"
)
_PINPOINT = re.compile(
    rf"(?<![\w.])\d{{1,4}}\s[A-Z][A-Za-z.&’' ]{{1,40}}\s\d{{1,5}},\s(?P<value>\d{{1,5}}(?:[-–]\d{{1,5}})?)(?=\s*(?:\({_YEARS}|[.;\0<]|$))"
)
# (Quay Press, 2014), 12. / (Quay Press 2014) 33 / 12, no. 3 (2019): 45
# A volume in front of it (3:45) is not of the place.
_PUBLISHED = re.compile(
    rf"\((?:[^()\0]{{0,80}}\W)?{_YEARS}\)[,:]?\s(?!{_YEARS}\b)(?:\d{{1,3}}:)?"
    r"(?P<value>\d{1,4}(?:(?:-{1,2}|–)\d{1,4})?(?:n\d{1,3})?(?:, \d{1,4}(?:(?:-{1,2}|–)\d{1,4})?(?!\d)){0,6})"
    r"(?=\s*(?:[;\0<)]|\s\([^\W\d_]|$|[,.](?!\s?\d)))"
)
# Quay House, 2011, 45. / 海港出版社, 2011: 45.
_YEARED = re.compile(rf",\s{_YEARS}(?:,\s|[:：]\s?)(?!{_YEARS}\b)(?P<value>\d{{1,4}})(?=[.。]?\s*$)")


@lru_cache(maxsize=1)
def _last() -> re.Pattern[str]:
    """The last thing behind an address (Bluebook): https://…, at 4–5."""
    return re.compile(
        rf"\0[.,;]?\s(?:{pattern('at_place')})\s(?!{_YEARS}\b)(?P<value>\d{{1,4}}(?:[-–]\d{{1,4}})?)(?=\.?\s*$)",
        re.IGNORECASE,
    )


@lru_cache(maxsize=1)
def _alone() -> re.Pattern[str]:
    return re.compile(
        rf"[\s,;:.(]*(?:(?:{pattern('at_place')}|at)\s)?(?P<paragraph>{_PARAGRAPHS})|"
        rf"[\s,;:.(\[]*(?:(?:{pattern('at_place')})\s(?P<at>{_NUMBERS}{_MORE}{{0,4}})|(?:\d{{1,2}}:(?=\d))?(?P<value>(?!{_YEARS}\b){_NUMBERS}{_MORE}{{0,4}}))"
        r"(?=\]?\s*(?:[,:;)\0<“\"«„–—]|$|\.(?!\d))|\s\(|\s[^\W\d_]{1,5}\.\s?\d)",
        re.IGNORECASE,
    )


def _judgments(text: str) -> Iterator[Locator]:
    for found in _JUDGMENT.finditer(text):
        yield Locator(re.sub(r"[\[\]]", "", found["value"]), "paragraph", *found.span("value"))
    for found in _PINPOINT.finditer(text):
        yield Locator(found["value"], "page", *found.span("value"))


def _number(text: str) -> Locator | None:
    found = _alone().match(text)
    if found is None:
        return None
    if found["paragraph"]:
        return Locator(re.sub(r"[\[\]]", "", found["paragraph"]), "paragraph", *found.span("paragraph"))
    group = "at" if found["at"] else "value"  # `at 1704` is no year
    return Locator(found[group].rstrip(), "page", *found.span(group))


def _behind_publisher(text: str) -> Locator | None:
    """A page without its word behind a book's publisher and year, as Chicago and OSCOLA print it, or last of all behind `at`."""
    for signs in (_PUBLISHED, _YEARED, _last()):
        for found in signs.finditer(text):
            place = Locator(found["value"], "page", *found.span("value"))
            if not _is_extent(text, place) and not starts_with_month(text[place.end : place.end + 30].lstrip()):
                return place
    return None


# --- where an article stands in its journal ------------------------------------------------------

_ISSUE = re.compile(
    rf"\d\s?\(\s?(?:{_YEARS}|\d{{1,4}}(?:[-–/]\d{{1,4}})?)\s?\)\s*[,:;.]?\s*(?:\(?{_YEARS}\)?[,:;.]?\s*)?$|\b\d{{1,4}}[:/]\d{{1,4}}\s*[,:(]"
)


@lru_cache(maxsize=1)
def _volumes() -> re.Pattern[str]:
    return re.compile(
        rf"(?<![^\W\d_])(?:{pattern('volumes')})\s?\d|\d\s?(?:{pattern('volumes_behind')})|(?:^|[\W])in:?\s[^\0]{{2,120}}\(?(?<!\w)(?:{pattern('edited')}|hgg?)\b",
        re.IGNORECASE,
    )


def _is_extent(text: str, place: Locator) -> bool:
    """Whether a range of pages stands behind a volume or an editor: the pages that the whole article has."""
    if place.label != "page" or not re.search(r"\d.{0,3}[-–—‑−~].{0,3}\d", place.value):
        return False
    before = text[: place.start].rpartition("\0")[2][-200:]
    return _ISSUE.search(before.rstrip()) is not None or _volumes().search(before) is not None


def _is_pinned(text: str, place: Locator) -> bool:
    """Whether the place stands behind other pages or a word such as `here`: `S. 34–56, hier S. 35`."""
    before = text[max(0, place.start - 40) : place.start].rstrip()
    cue = _at().search(before)
    return cue is not None and before[: cue.start()].rstrip(" ,(:;")[-1:].isdigit()
