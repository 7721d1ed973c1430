"""Read one work out of its part of a note: take out what is certain, then title, author and site by what is left."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from verifier.citations.authors import find_year
from verifier.citations.identifiers import by_rank, find_identifiers, identify, resolved
from verifier.citations.names import find_author, find_author_behind, find_site, split_site
from verifier.citations.parts import Part
from verifier.citations.prose import QUOTED, in_sentence, is_prose, small_run, without_said
from verifier.citations.reports import report_of
from verifier.citations.title import find_book, find_title, goes_through_link, is_quoted
from verifier.citations.visited import find_copies_told, find_visit
from verifier.citations.words import past_introduction, past_lead, past_same_author
from verifier.dates import find_dates
from verifier.languages import pattern
from verifier.locators import Locator, find_locator
from verifier.model import Citation
from verifier.sentences import split
from verifier.urls import host, identity, is_archive, split_archive

_YEAR = len("2024")
_NEAR = 200  # characters in front of a year that can tell whether it stands in a sentence
# A judgment or a resolution is called by its date: Urteil vom 3.5.2019; a figure as of a day is not.
_DECIDED = re.compile(rf"(?<!\bas)(?<!\bstand)\s(?:{pattern('decided_on')})\s+$", re.IGNORECASE)
_IN = re.compile(r"^in:\s+", re.IGNORECASE)
_ONLY_A_REFERENCE = re.compile(rf"\b(?:{pattern('reference_words')})\b", re.IGNORECASE)


@dataclass
class _Draft:
    r"""The text of one work; what was read is blanked out (`\\0`), so that places stay."""

    text: str

    def blank(self, start: int, end: int) -> None:
        """Take a run out."""
        self.text = self.text[:start] + "\0" * (end - start) + self.text[end:]


def read_reference(part: Part, index: int) -> Citation | None:
    """The work that a part of note `index` cites; None where it cites none."""
    raw, part = part.text.strip(), _without_words(part)
    draft = _Draft(part.text)
    url, archived, archived_at = _take_urls(part, draft)
    identifiers = _take_identifiers(part, draft)
    place = _take_locator(draft)
    accessed = _take_accessed(part, draft)
    title, span = find_title(part, draft.text)
    issued = _take_issued(draft, span) or _year_of_report(title)
    if (
        url is None
        and title
        and span
        and not is_quoted(part.text, span)
        and (is_prose(title) or (_ONLY_YEAR.fullmatch(part.text) and not (span[0] and find_book(part.text[span[0] :]))))
    ):
        return None  # words of the note, or `Kern et al. 2013`
    if url is None and not (title and (issued or accessed or identifiers or _is_reference(part, span))):
        return None
    if url is None and not identifiers and span and not _is_marked(part, span) and is_prose(draft.text[slice(*span)]):
        return None
    before, after = (_own(draft.text[: span[0]]), draft.text[span[1] :]) if span else ("", _untitled(part, draft.text))
    author, site = find_author(before) or find_author_behind(after), find_site(after)
    if site is None and span and title and not is_quoted(part.text, span):
        title, site = split_site(title, url)
    if span and (report := report_of(part.text, span)):
        site, issued = report[0] or None, issued if issued and issued.startswith(report[1]) else report[1]
    site = None if site and _is_said(site) else site
    site = site or _named_by_host(part, url)
    return Citation(
        note=index,
        raw=raw,
        url=url,
        title=title,
        author=author,
        container_title=site,
        issued=issued,
        accessed=accessed,
        archived_url=archived,
        archived_at=archived_at,
        identifiers=identifiers,
        locator=place.value if place else None,
        locator_label=place.label if place else None,
    )


def _without_words(part: Part) -> Part:
    """The reference without what leads to it, `idem` (nobody's name), and the sentences behind it that explain something."""
    at = past_lead(part.text) or _past_said(part)
    behind = at + past_introduction(part.text[at:])
    own = past_same_author(part.text, behind)
    end = max((len(without_said(part.text)), *(stop for _, stop, _ in part.urls)))
    return replace(part.slice(own, end), authored=True) if own > behind else part.slice(at, end)


def _past_said(part: Part) -> int:
    """Where the reference begins behind sentences that explain something: `It is rare. Compare Kern, Gates`."""
    address = part.urls[0][0] if part.urls else len(part.text)
    for start, _ in split(part.text[:address])[1:]:
        said = part.text[:start]
        if (
            re.search(r"\d", said)
            or QUOTED.search(said)
            or small_run(said) < _SAID
            or any(a < start for a, _ in part.emphasis)
        ):
            break
        if past_introduction(part.text[start:]):
            return start
    return 0


_ONLY_YEAR = re.compile(
    rf"\W*(?:[^\W\d_a-zß-ÿа-я][\w’'-]+(?:,?\s|$)(?:(?:&|{pattern('between_authors')}|{pattern('other_authors')})\.?,?\s)?)+"
    r"\(?(?:1[5-9]|20)\d\d[a-z]?\)?[\s,:.\d–-]*"
)


def _year_of_report(title: str | None) -> str | None:
    """The year of a judgment that is called by its report alone: `[1988] QB 135`."""
    found = re.match(r"[\[(]((?:1[5-9]|20)\d\d)[\])]\s", title or "")
    return found[1] if found else None


def _is_marked(part: Part, span: tuple[int, int]) -> bool:
    """Whether a title has its sign: marks of quotation, italics."""
    return is_quoted(part.text, span) or any(start <= span[0] < end for start, end in part.emphasis)


def _untitled(part: Part, text: str) -> str:
    """What may name the site where there is no title: nothing that only leads to the address, and no words of a sentence."""
    if goes_through_link(part, text, 0, len(text)) or is_prose(text.replace("\0", " ")):
        return ""
    text = text[past_introduction(text) :]
    return "" if text.lstrip(" (,;\0")[:1].islower() else text


def _is_said(site: str) -> bool:
    """Whether what stands in the place of the site is words of a sentence: it begins small and goes on so, as no name does."""
    return site[:1].islower() and small_run(site) >= _SAID


_SAID = 3


def _own(before: str) -> str:
    """What belongs to the work in front of its title: behind the last words that the note quotes from it."""
    quoted = list(QUOTED.finditer(before))
    return _IN.sub("", before[quoted[-1].end() :].lstrip(" ,;:(–—-")) if quoted else before


def _named_by_host(part: Part, url: str | None) -> str | None:
    """`on www.site.example` behind the work's own address: the site's name."""
    for start, end, other in part.urls:
        if other != url and identity(other) == host(other) == host(url or ""):
            return re.sub(r"^https?://|/$", "", part.text[start:end])
    return None


def _take_urls(part: Part, draft: _Draft) -> tuple[str | None, str | None, str | None]:
    """The address of the work, and that of its archived copy with the copy's date."""
    url = archived = archived_at = None
    for start, end, found in by_rank(part.text, part.urls):
        target = resolved(found)
        original, at = split_archive(target)
        if original != target:
            url, archived, archived_at = url or original, archived or found, archived_at or at
        elif is_archive(found) and url is not None and not is_archive(url):
            archived = archived or found
        else:
            url = url or original
        if (
            part.text[start:end].lower().startswith(("http", "www.", "doi", "10.", "arxiv", "hdl", "ftp"))
            or start == end
        ):
            draft.blank(start, end)
    return url, archived, archived_at


def _take_identifiers(part: Part, draft: _Draft) -> tuple[tuple[str, str], ...]:
    """The identifiers that the words and the addresses of a work give, the first of each name."""
    found: dict[str, str] = {}
    for name, value, start, end in find_identifiers(part.text):
        found.setdefault(name, value)
        draft.blank(start, end)
    for name, value in identify(split_archive(url)[0] for _, _, url in part.urls):
        found.setdefault(name, value)
    return tuple(found.items())


def _take_locator(draft: _Draft) -> Locator | None:
    """The place in the work: its number is no day and no part of a title."""
    place = find_locator(draft.text)
    if place:
        draft.blank(place.start, place.end)
    return place


def _take_accessed(part: Part, draft: _Draft) -> str | None:
    """The date of the visit; when a copy was kept is neither the work's date nor the visit's."""
    titles = _titles(part, draft.text)
    for start, end in find_copies_told(draft.text, titles):
        draft.blank(start, end)
    visit = find_visit(draft.text, titles)
    if visit is None:
        return None
    draft.blank(visit[0], visit[1])
    return visit[2]


def _titles(part: Part, text: str) -> list[tuple[int, int]]:
    """The runs that may be a title: in quotation marks, in italics, the words of a link."""
    links = [(start, end) for start, end, _ in part.urls if "\0" not in text[start:end]]
    return [*(quoted.span() for quoted in QUOTED.finditer(text)), *part.emphasis, *links]


def _take_issued(draft: _Draft, span: tuple[int, int] | None) -> str | None:
    """The fullest date outside the title."""
    visible = draft.text.replace("\0", " ")
    outside = [d for d in find_dates(visible) if not span or d[1] <= span[0] or d[0] >= span[1]]
    if span and not outside and not is_quoted(visible, span):
        outside = [
            d
            for d in find_dates(visible)
            if not visible[d[1] : span[1]].strip(" ,.;") and _DECIDED.search(visible[: d[0]])
        ]
    outside = [
        d
        for d in outside
        if not (len(d[2]) == _YEAR and in_sentence(visible[max(0, d[0] - _NEAR) : d[0]], "", visible[d[1] :]))
    ]
    behind = find_year(visible)
    outside = [d for d in outside if d[2].startswith(behind)] or outside
    if not outside and behind and (lettered := re.search(rf"{behind}[a-z]?", visible)):  # 2011a
        draft.blank(*lettered.span())
        return behind
    best = max(outside, key=lambda d: len(d[2]), default=None)
    if best is None:
        year = re.search(r"\(\s*((?:1[5-9]|20)\d\d)[a-z]?\s*\)", visible)
        if year is None or (span and span[0] <= year.start() < span[1]):
            return None
        draft.blank(*year.span())
        return year[1]
    for start, end, _ in outside:
        draft.blank(start, end)
    return best[2]


def _is_reference(part: Part, span: tuple[int, int] | None) -> bool:
    """Whether a note without address and date names a work, rather than explaining something."""
    return bool(span) and (_ONLY_A_REFERENCE.search(part.text) is not None) and len(part.text) < 400
