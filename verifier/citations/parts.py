"""Cut a note into the works it cites.

The rule of this file: each address is a work, but for those that lead to a work already named (its archived copy, its DOI, the
name of its site). Between two works the border lies where the first has ended: behind its brackets and the date of its visit.
Works without an address are cut off where a semicolon, or a new line, divides them and they clearly are works.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from verifier.citations.identifiers import address_of, before_record, find_identifiers, names_same_work
from verifier.citations.prose import QUOTED, in_sentence, is_prose, without_said
from verifier.dates import find_dates
from verifier.languages import pattern
from verifier.model import Note
from verifier.spans import Taken
from verifier.urls import find_urls, host, identity, is_archive, split_archive

# “, archived on 5 October 2024 at the original by the library at ”: more is another work.
_BESIDE = 70
_TITLED = re.compile(r"[“\"«„]|\.\s+[^\W\d_]")
_TELLS_COPY = re.compile(
    rf"(?<![^\W\d_])(?:{pattern('archived')})(?![^\W\d_])(?-i:[\s:.,<(\[\d]|[^\W\d_A-ZÀ-ÞА-Я][\w'’]*+)*+$",
    re.IGNORECASE,
)
_RESOLVERS = frozenset(["doi.org", "dx.doi.org", "hdl.handle.net", "arxiv.org", "pubmed.ncbi.nlm.nih.gov"])
# What still belongs to the work whose address ended: closing marks, what stands in brackets, the date of the visit, a page.
_CLOSING = re.compile(r"[\s>.,]*(?:\([^()]{0,160}\)|\[[^\[\]]{0,160}\])|\s*[)\]>]+")
_CUE = re.compile(rf"[\s,.]{{0,6}}(?:{pattern('accessed')}|{pattern('archived')})(?![^\W\d_])", re.IGNORECASE)
_CUE_REACHES = 24
_PAGE = re.compile(rf"[\s,.]{{0,6}}(?:{pattern('no_sites')})\.?\s?\d[\d–-]*", re.IGNORECASE)
_DIVIDER = re.compile(r";(?!\d)|\n")  # `1992;4(2)` is a year and its volume
_SENTENCE = re.compile(r"[.)]\s+(?=[A-ZÀ-ÞА-ЯЁİŞÇĞÖÜ“\"«„『「])")
_BEFORE_QUOTE = re.compile(r"[.,;]\s+(?=[“\"«„])")
_BOOK = re.compile(r"\([^()]{0,80}\b(?:1[5-9]|20)\d\d[^()]{0,20}\)")
_PERSON = re.compile(r"(?:^|[.)])\s+[A-ZÀ-ÞА-ЯЁ][\w'’-]+(?:,\s[A-ZÀ-ÞА-ЯЁ][\w'’-]*[.,\s]|\s[A-Z]{1,3}[,.])")
_WORK_LONGEST = 500
# No reference is longer; of longer text what stands around its address is read.
_PART_LONGEST = 3000
_ENOUGH_WORKS = 2


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a note that cites one work: its text, its addresses (start, end, url), runs in italics, whether the note begins with it.

    `authored` says that `idem` stood in front, and that the title begins at once.
    """

    text: str
    urls: tuple[tuple[int, int, str], ...]
    emphasis: tuple[tuple[int, int], ...] = ()
    first: bool = True
    authored: bool = False

    def slice(self, start: int, end: int) -> Part:
        """The same for a run of the text."""
        urls = tuple((a - start, b - start, url) for a, b, url in self.urls if start <= a < end)
        italics = tuple((a - start, b - start) for a, b in self.emphasis if start <= a < b <= end)
        return Part(self.text[start:end], urls, italics, first=self.first and start == 0)


Address = tuple[int, int, str]


def _addresses(note: Note) -> list[Address]:
    """Links and addresses of a note; behind a shortened or titled link stands its href."""
    found = [(h.start, h.end, h.href) for h in note.hyperlinks]
    linked = Taken((start, end) for start, end, _ in found)
    found += [(start, end, url) for start, end, url in find_urls(note.text) if not linked.touches(start, end)]
    addressed = Taken((start, end) for start, end, _ in found)
    last = 0
    for name, value, start, end in find_identifiers(note.text):
        address = address_of(name, value)
        if address and start >= last and not addressed.touches(start, end):
            found.append((start, end, address))
            last = end
    return sorted(found)


def cut(note: Note) -> list[Part]:
    """The works of a note, in order."""
    urls = _addresses(note)
    borders = [0]
    for (start, end, url), (begin, stop, following) in pairwise(urls):
        between = note.text[end:begin]
        if _is_same_work(url, following, between) or names_same_work(url, following, between, note.text[begin:]):
            continue
        titled = not is_address(note.text[start:end])
        if _is_its_record(between, titled=titled):
            continue
        worded = titled and not is_address(note.text[begin:stop])
        border = _border(between[:_PART_LONGEST], linked=note.text[start - 1 : start] == "<", worded=worded)
        if border is not None:
            borders.append(end + border + len(between[border:]) - len(between[border:].lstrip(" ,;/|&+\n")))
    borders.append(len(note.text))
    spans = [span for a, b in pairwise(borders) for span in _without_address(note, _between(urls, a, b), a, b)]
    return [_part(note, _between(urls, a, b), a, b) for a, b in spans if a < b]


def _is_its_record(between: str, *, titled: bool) -> bool:
    """Whether an address leads to a record of the work before it: named right behind that, or behind its title (`titled`) and journal.

    >>> _is_its_record(". Gazette of Tides. 12: 4–9. doi:", titled=True), _is_its_record(". Kern I. Gazette. 12: 4–9. doi:", titled=True)
    (True, False)
    """
    said = before_record(between)
    if said is None:
        return False
    return not re.search(r"[^\W\d_]", said) or (titled and len(said) <= _WORK_LONGEST and not _PERSON.search(said))


def _between(urls: Sequence[Address], start: int, end: int) -> Sequence[Address]:
    """The addresses, which are in order, that begin in a part."""
    return urls[bisect_left(urls, (start,)) : bisect_left(urls, (end,))]


def is_address(words: str) -> bool:
    """Whether the words of a link are an address themselves.

    >>> is_address("www.site.example/a"), is_address("The Gates of the North")
    (True, False)
    """
    return not words.strip() or (bool(find_urls(words)) and " " not in words.strip())


def _is_same_work(url: str, following: str, between: str) -> bool:
    """Whether two addresses beside each other lead to one work: an archived copy, in either order, a DOI, the name of the site.

    >>> _is_same_work("https://site.example/a", "https://perma.cc/AB12-CD34", " [")
    True
    >>> _is_same_work("https://site.example/a", "https://perma.cc/AB12-CD34", ". Marrant, “Loud Gates”, ")
    False
    >>> _is_same_work("https://site.example/a", "https://doi.org/10.1000/1", ", DOI: ")
    True
    """
    original, other = identity(split_archive(url)[0]), identity(split_archive(following)[0])
    if original == other or _TELLS_COPY.search(between[-_BESIDE:]):
        return True
    beside = len(between) <= _BESIDE and not _TITLED.search(between) and ";" not in between
    if split_archive(following)[0] != following or split_archive(url)[0] != url:
        return beside and not re.search(r"[\w,]", between)
    named = host(following) == host(url) and host(following) in (identity(following), identity(url))
    if beside and (named or (is_archive(following) and not is_archive(url))):
        return True
    resolved = host(following) in _RESOLVERS, host(url) in _RESOLVERS
    if resolved == (False, True) and not beside:
        return False
    return resolved[0] != resolved[1] and not QUOTED.search(between) and ";" not in between and "\n" not in between


@lru_cache(maxsize=1)
def _joined() -> re.Pattern[str]:
    # Slovene and Filipino “and” are what stands between a title and its site elsewhere.
    return re.compile(rf",?\s(?!(?:in|at)\s)(?:{pattern('between_authors')})\s", re.IGNORECASE)


def _border(between: str, *, linked: bool, worded: bool) -> int | None:
    """Where a new work begins between two addresses, past what only divides; None where both may belong to one, as links of words without a sign between.

    `linked`: the title stood in front of the first address, and its site may follow.
    """
    joined = worded and _joined().fullmatch(between) is not None
    end = _belonging(between)
    masked = _masked(between)
    if not between[end:].strip(" ,;.|()/&") and between.strip():
        return len(between) - len(between.lstrip(" ,;.|)/&"))
    divider = _DIVIDER.search(masked, end)
    if divider:
        return divider.end()
    sentence = _SENTENCE.search(masked, end)
    if linked and sentence:
        visited = max((at for cue in _CUE.finditer(masked, end) if (at := _visited(masked, cue))), default=end)
        quote = _BEFORE_QUOTE.search(between, end)
        later = _SENTENCE.search(masked, max(end, visited - 1))
        if later and visited > end:
            return later.end()
        return quote.end() if quote else sentence.end()
    if worded and not joined and not sentence and not _BEFORE_QUOTE.search(between, end) and not is_prose(between):
        return None
    return end


def _belonging(between: str) -> int:
    """The end of what still belongs to the work whose address stands in front.

    >>> _belonging(" (accessed 5 June 2021), and Ilse Kern"), _belonging(", accessed 5 June 2021, and Kern"), _belonging(" and ")
    (23, 22, 0)
    """
    end = 0
    while True:
        cue = _CUE.match(between, end)
        found = _CLOSING.match(between, end) or _PAGE.match(between, end)
        reached = (_visited(between, cue) if cue else 0) or (found.end() if found else 0)
        if reached <= end:
            return end
        end = reached


def _visited(text: str, cue: re.Match[str]) -> int:
    """The end of the date that a cue announces, 0 where there is none."""
    dates = find_dates(text[cue.end() : cue.end() + 2 * _CUE_REACHES])
    return cue.end() + dates[0][1] if dates and dates[0][0] <= _CUE_REACHES else 0


def _masked(text: str) -> str:
    """A text of the same length in which what stands in quotation marks and brackets divides nothing."""
    for marks in (QUOTED, re.compile(r"\([^()]{0,200}\)|\[[^\[\]]{0,200}\]|<[^<>]{0,2000}>")):
        text = marks.sub(lambda found: found[0][0] + "x" * (len(found[0]) - 2) + found[0][-1], text)
    return text


def _without_address(note: Note, urls: Sequence[Address], start: int, end: int) -> Iterator[tuple[int, int]]:
    """The spans of a part: that of its addresses, and those of works without one that stand in front of it and behind it."""
    if end - start > _PART_LONGEST:
        yield start, end
        return
    pieces = list(_pieces(note.text, urls, start, end))
    own = [(a, b) for a, b in pieces if any(a <= s < b for s, _, _ in urls)]
    main = (own[0][0], own[-1][1]) if own else (end, end)
    if own and _is_bare(note.text, urls, *main):
        main = next(((a, main[1]) for a, b in reversed(pieces) if b <= main[0]), main)
    works = [(a, b) for a, b in pieces if not main[0] <= a < main[1] and _is_work(note, a, b)]
    works = sorted([*works, main] if own else works)
    if len(works) < _ENOUGH_WORKS:
        yield start, end
        return
    borders = [_reach(note.text, pieces, b, following) for (_, b), (following, _) in pairwise(works)]
    yield from pairwise([start, *borders, end])


def _is_bare(text: str, urls: Sequence[Address], start: int, end: int) -> bool:
    """Whether a piece is an address and no word beside it: then it belongs to the piece in front of it."""
    inside = [(a, b) for a, b, _ in urls if start <= a < end]
    return not re.search(r"\w", text[start : inside[0][0]])


def _reach(text: str, pieces: Sequence[tuple[int, int]], end: int, begin: int) -> int:
    """How far a work reaches before the next: pieces between that begin small or with a figure are still its own."""
    for a, b in pieces:
        if end <= a < begin:
            if not re.match(r"\W*[a-zß-ÿа-я\d]", text[a:b]):
                return a
            end = b
    return end


def _pieces(text: str, urls: Sequence[Address], start: int, end: int) -> Iterator[tuple[int, int]]:
    inside = _masked(text[start:end])
    at = start
    for found in _DIVIDER.finditer(inside):
        if all(not s <= start + found.start() < e for s, e, _ in urls):
            yield at, start + found.end()
            at = start + found.end()
    yield at, end


def _is_work(note: Note, start: int, end: int) -> bool:
    """Whether a piece without an address clearly is a work: a title by its sign, and a date."""
    text = without_said(note.text[start:end])
    if len(text) > _WORK_LONGEST or is_prose(text) or not (find_dates(text) or _BOOK.search(text)):
        return False
    quoted = QUOTED.search(text)
    titled = quoted is not None and not in_sentence(text[: quoted.start()], quoted[0][1:-1], text[quoted.end() :])
    return titled or _BOOK.search(text) is not None or any(start <= a < b <= end for a, b in note.emphasis)


def _part(note: Note, urls: Sequence[Address], start: int, end: int) -> Part:
    own = [address for address in urls if start <= address[0] < end]
    first = start == 0
    if end - start > _PART_LONGEST:
        start = max(start, own[0][0] - _PART_LONGEST // 2) if own else start
        end = max(min(end, start + _PART_LONGEST), own[0][1] if own else 0)
    start += len(note.text[start:end]) - len(note.text[start:end].lstrip())
    inside = tuple((a - start, b - start, u) for a, b, u in own if b <= end)
    italics = tuple((a - start, b - start) for a, b in note.emphasis if start <= a < b <= end)
    return Part(note.text[start:end], inside, italics, first=first)
