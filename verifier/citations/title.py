"""The title of a work, by the sign it carries: quotation marks, a link, italics, `//`, or its place."""

from __future__ import annotations

import re

from verifier.citations.authors import find_authors, only_names
from verifier.citations.names import LANGUAGE_IN_FRONT
from verifier.citations.parts import Part
from verifier.citations.prose import QUOTED, in_sentence, runs_through, says_who
from verifier.citations.reports import find_reported
from verifier.citations.words import AUTHOR_LONGEST, LANGUAGE_NOTE, MEDIUM, ONLY_MEDIUM, past_introduction
from verifier.dates import find_dates
from verifier.languages import pattern, words

# A title that carries quotation marks of its own: from the first opening to the last closing mark.
_NESTED = re.compile(r"“.{2,400}”|«.{2,400}»", re.DOTALL)
_URL_WORD = re.compile(
    rf"(?:^|[\s,.;(\[–—-])(?:{pattern('address_cues')})\s*:?\s*$",
    re.IGNORECASE,
)
_TITLE_LONGEST = 320
_IN_SITE = re.compile(rf",[^,\0]{{3,}}[,.]\s(?:{pattern('site_cues')}):?\s*$", re.IGNORECASE)
_SERIES = re.compile(rf"(?<![^\W\d_])(?:{pattern('series')})\.?\s*$", re.IGNORECASE)
_ENTRY = re.compile(r"(?<![^\W\d_])s\.\s?vv?\.,?\s*$")


def find_title(part: Part, text: str) -> tuple[str | None, tuple[int, int] | None]:
    """The title and its place, by the sign it carries: quotation marks, a link, italics, `//`, or its place."""
    for sign in (_by_report, _by_emphasis_first, _by_quotes, _by_link, _by_emphasis, _by_place):
        found = sign(part, text)
        if found:
            start, end, inner = found
            return inner if sign is _by_report else _clean_title(inner), (start, end)
    return None, None


_Found = tuple[int, int, str]


def _by_report(part: Part, text: str) -> _Found | None:
    """A title in front of a volume or a year, the pages of which may have been read."""
    found = find_reported(part.text)
    return found if found and "\0" not in text[found[0] : found[1]] else None


def _by_quotes(_part: Part, text: str) -> _Found | None:
    quoted = (q for q in QUOTED.finditer(text) if not _is_said(text, q) and not _is_of_site(text, q.start()))
    first = next(quoted, None)
    if first is None or (first.start() > AUTHOR_LONGEST and "\0" in text[: first.start()]):
        return None
    inner = next(g for g in first.groups() if g)
    # “A “B” C”: the outer marks hold the title.
    if (
        text[first.start()] in "“«"
        and (wide := _NESTED.match(text, first.start()))
        and "\0" not in wide[0]
        and _balanced(wide[0])
    ):
        return wide.start(), wide.end(), wide[0][1:-1]
    rest = text[first.end() :]
    if len(inner) < 25 and first.start() > 0 and re.match(r"\s*[^\W\d_]{2,}[^,.;\0、，،。]*\0", rest):
        return None  # quoted words inside an unquoted title
    return first.start(), first.end(), inner


def _is_of_site(text: str, at: int) -> bool:
    """Whether the quoted words that begin here are a series, an entry (s.v.), or the site: behind `in`, or (in „“ and «») behind authors and a title."""
    before = text[:at]
    if _SERIES.search(before) or _IN_SITE.search(before) or _ENTRY.search(before):
        return True
    start = past_introduction(before)
    authors = next(find_authors(before[start:]), None) if text[at] in "„«" else None
    between = before[start + authors.end :].strip(" ,.\0") if authors and authors.divided_by == "," else ""
    return len(between.split()) > 1


def _is_said(text: str, quoted: re.Match[str]) -> bool:
    """Whether the quoted words are part of a sentence of the note, and no title."""
    inner = next(g for g in quoted.groups() if g)
    before, behind = text[: quoted.start()], text[quoted.end() :]
    if len(inner.split()) >= _PASSAGE or says_who(behind):
        return True
    return (inner[:1].islower() and QUOTED.search(before) is not None) or in_sentence(before, inner, behind)


_PASSAGE = 30  # words that no title has


def _balanced(text: str) -> bool:
    depth = 0
    for i, c in enumerate(text):
        depth += (c in "“«") - (c in "”»")
        if depth == 0:
            return i == len(text) - 1
    return False


def _by_link(part: Part, text: str) -> _Found | None:
    for start, end, _ in part.urls:
        words = text[start:end]
        if "\0" not in words and len(words.split()) >= 3 and not in_sentence(text[:start], words, text[end:]):
            return start, end, words
    return None


def _by_emphasis_first(part: Part, text: str) -> _Found | None:
    """Italics behind the authors, in front of anything in quotation marks (which then is the site)."""
    quoted = QUOTED.search(text)
    if quoted is None or (found := _by_emphasis(part, text)) is None:
        return None
    return found if found[0] > 0 and found[1] <= quoted.start() and only_names(text[: found[0]]) else None


def _by_emphasis(part: Part, text: str) -> _Found | None:
    """The first run in italics, but for one behind words that are a title themselves: then it is the journal."""
    for start, end in part.emphasis:
        words = text[start:end]
        before = text[past_introduction(text[:start]) : start]
        named = (before.strip(" ,.(") != "" and only_names(before)) or (part.authored and not before)
        if "\0" in words or not re.search(r"[^\W\d_]{3}", words) or (len(words.split()) < 2 and not named):
            continue
        if past_introduction(f"{words} ") >= len(words):
            continue  # *See also*
        if named or not re.search(r"[.,:?!”’)]\s*$", before):
            return start, end, words
        return None
    return None


def _by_place(part: Part, text: str) -> _Found | None:
    """What stands behind the authors, and before the address or whatever else ends a title; without any, the first sentence."""
    address = text.find("\0")
    end = address if address > 0 else len(text)
    linked = text[:end].endswith("<") and not _URL_WORD.search(text[: end - 1])
    end -= len(text[:end]) - len(text[:end].rstrip(" <(\n"))
    while word := _URL_WORD.search(text[:end]):
        end = word.start()
        end -= len(text[:end]) - len(text[:end].rstrip(" <(\n[.,;"))
    start, divided_by = (0, ",") if part.authored else _after_authors(text, end, linked=linked)
    end = _title_end(part, text, (start, end), divided_by, linked=linked)
    inner = text[start:end]
    if ONLY_MEDIUM.fullmatch(inner) or inner.endswith(" v."):  # `Urt. v. 3.5.2019`: a judgment has no title
        return None
    small = not part.first and inner.lstrip(" (")[:1].islower()
    if small or not re.search(r"[^\W\d_]{2}", inner) or len(inner) > _TITLE_LONGEST:
        return None
    if not divided_by and goes_through_link(part, text, start, end):
        return None
    return None if find_dates(inner) == ((0, len(inner), inner),) else (start, end, inner)


def goes_through_link(part: Part, text: str, start: int, end: int) -> bool:
    """Whether a sentence of the note, of which some words are a link, would be the title: then its author explains something."""
    links = [(a, b) for a, b, _ in part.urls if start < a and b <= end and "\0" not in text[a:b]]
    return any(runs_through(text[start:a], text[b:end]) for a, b in links)


# `Name Surname: Title`, at least two words with capitals.
_COLON = re.compile(
    r"^(?!(?:The|Der|Die|Das|Le|La|Les|El|Los)\s)[^\W\d_a-zß-ÿ][\w'’-]+,?(?:\s(?:[^\W\d_a-zß-ÿ][\w'’.-]*|von|van|de|der|da|di)){1,3}:\s+"
)


def _after_authors(text: str, end: int, *, linked: bool) -> tuple[int, str]:
    """Past the authors in front of a title that no sign marks, and what divides the parts of such a reference ("" where nothing is known)."""
    at = past_introduction(text[:end])
    if tag := LANGUAGE_IN_FRONT.match(text[at:end]):
        at += tag.end()
    if dashed := _DASHED.match(text[at:end]):
        return at + dashed.end(), "."
    rest = text[at:end]
    if (named := _before_book(rest)) is not None:
        return at + named, ","
    for authors in find_authors(rest):
        likely = authors.divided_by == ":" or _title_follows(rest[authors.end :], authors.divided_by, linked=linked)
        if authors.end < len(rest) and (authors.certain or likely):
            return at + authors.end, authors.divided_by
    found = _COLON.match(rest)
    if found and found.end() < len(rest):
        return at + found.end(), ":"
    return at, ""


def _before_book(text: str) -> int | None:
    """Where the title begins in a book that only commas divide: names, title, publisher or place, year; None where none does.

    A surname of two words with one given name (`García Varn, Ilse`) may as well be a whole name and a title of one word: it is tried last.
    """
    ends = [authors.end for authors in find_authors(text) if authors.divided_by == ","]
    ends.sort(key=lambda end: _TURNED.fullmatch(text[:end].rstrip(" ,")) is not None)
    named = [end for end in ends if find_book(text[end:]) and not _is_title(text[:end])]
    if named:
        return next((end for end in named if _has_place_and_house(text[end:])), named[0])
    caseless = _CASELESS.match(text)
    return caseless.end() if caseless and find_book(text[caseless.end() :]) else None


def _is_title(names: str) -> bool:
    """Whether the last of several names begins as titles do: `Ilse Kern, The Gates`."""
    last = names.rstrip(" ,").rpartition(", ")[2]
    return last.split(None, 1)[0].casefold() in words("function_words") and " " in last


def _has_place_and_house(text: str) -> bool:
    """Whether two parts stand between title and year: a single author's, rather than the last of several with a place behind the title."""
    found = _PARTED.match(text)
    return found is not None and found["second"] is not None and not _is_title(found["first"])


def find_book(text: str) -> int:
    """The end of a title behind which only publisher, place and year stand between commas; 0 where it is no such title.

    A title of one word has two parts behind it, as place and publisher are.

    >>> find_book("Les Quais, Paris, Flot, 1998"), find_book("Rybacy, Fala, Gdańsk 2009, s. 4"), find_book("Paris, Flot, 1998")
    (9, 6, 0)
    >>> find_book("Der Kai. Eine Geschichte, 2. Aufl., Kiel: Förde 1998, S. 23")
    24
    """
    found = _PARTED.match(text)
    if found is None:
        found = _HOUSED.match(text)
        return found.end("title") if found else 0
    first, second = found["title"], found["second"]
    if " " not in first and (second is None or re.search(r"(?<![^\W\d_])[a-zß-ÿа-я]{3}", found["first"])):
        return 0
    return found.end("title")


# In the place of the name of the author before: `---. 1994. Second Thoughts.`
_DASHED = re.compile(r"\s*(?:[—–―_]{2,}|-{3,})[.,]?\s+(?:\(?(?:1[5-9]|20)\d\d[a-z]?\)?[.,:]\s+)?")
_PART = r"[^,،，.:;()\0\d“”„«»\"]"
_YEARS = r"(?:1[5-9]|20)\d\d"
_EDITION = (
    rf",\s\d{{1,2}}(?:\.|-?[^\W\d_]{{1,2}})?,?\s(?:[^\W\d_]+\.?\s){{0,2}}(?i:{pattern('editions')})(?![^\W\d_])\.?"
)
# Behind a title's stop, as engineers cite books: `P. Kern, Gates. Varn: Lock House, 2011`.
_PLACED = re.compile(
    rf"(?:{_EDITION}|[.?!])\s(?=(?:[^\W\d_a-zß-ÿ][\w.'’-]{{1,20}}[\s,]{{0,2}}){{1,4}}: [^,.;:]{{2,60}}, {_YEARS})"
)
# Middlemarch. New York: W. W. Norton & Company, 2000.
_ONE_WORD = re.compile(
    rf"[^\W\d_a-zß-ÿ][\w’'-]+\.\s(?:[^\W\d_a-zß-ÿ][\w.'’-]{{1,20}}[\s,]{{0,2}}){{1,4}}: [^:;]{{2,60}}, {_YEARS}(?=[,.;\0]|$)"
)
_PARTED = re.compile(
    rf"(?P<title>{_PART}{{2,120}}?)(?:{_EDITION})?[,،，]\s(?P<first>{_PART}{{2,60}}?)(?:[,،，]\s(?P<second>{_PART}{{2,40}}?))?[,،，]?\s{_YEARS}(?=[,،，.;\0]|$)"
)
# Der Kai. Eine Geschichte, 2. Aufl., Kiel: Förde 1998
_HOUSED = re.compile(
    rf"(?P<title>[^:;()\0“”„«»\"]{{2,160}}?)(?:{_EDITION})?,\s"
    rf"(?:[^\W\d_a-zß-ÿ][\w.'’-]{{1,20}}[\s/]?){{1,3}}: {_PART}{{2,60}}?,?\s{_YEARS}(?=[,.;\0]|$)"
)
_TURNED = re.compile(r"[^\W\d_a-z][\w’'-]+\s[^\W\d_a-z][\w’'-]+,\s[^\W\d_a-z][\w’'-]+")
_CASELESS = re.compile(r"(?:[\u0590-\u05ff\u0620-\u06ff]{2,12}\s?){2,4}(?<!\s)[,،]\s")


def _title_follows(rest: str, divided_by: str, *, linked: bool) -> bool:
    """Whether what stands behind names that may as well be a title is one: several words, some small, and more behind it."""
    if _PLACE.match(rest):
        return False
    if divided_by == "." and (MEDIUM.search(rest) or linked):
        return True
    ends = [found.start() for sign in (_STOP, _BRACKET, _COMMA) if (found := sign.search(rest))]
    first = rest[: min(ends, default=len(rest))]
    if find_dates(first) and not re.search(r"[^\W\d_]{4,}.*[^\W\d_]{4,}", first):
        return False
    if divided_by == "." and _ONE_WORD.match(rest):
        return True
    if _PUBLISHED.match(rest) or re.match(r"[^(\0]{3,80}?, [^(\0]{3,80}, ?[^(\0]{2,80} \(", rest):
        return True
    several = len(first.split()) >= _SEVERAL or any(w[0].islower() or w[-1] in ":?" for w in first.split())
    return len(first.split()) > 1 and (bool(ends) or linked) and (several or _BOOK.search(rest) is not None)


_SEVERAL = 3
# A title of any length where place and year stand behind it: `Guards (London: Stave, 2005)`, `Loud Gates, Bern 2008`.
_PUBLISHED = re.compile(
    rf"[^,.:()\0]{{2,80}}(?: \([^()\d]{{2,60}}: [^()\d]{{2,60}}, {_YEARS}\)|, (?:[^\W\d_a-zß-ÿ][\w.-]+[\s/]){{1,2}}{_YEARS}(?=[,.;\0]|$))"
)
_PLACE = re.compile(r"(?:[^\W\d_a-zß-ÿ][\w.'’-]{1,20}\s?){1,3}: [^,.;:]{2,60}, (?:1[5-9]|20)\d\d")
_IN = re.compile(
    rf"[,.]?\s+in:\s|\s//\s|\s[|]\s|[.,]\s[–—]\s|,\s(?:{pattern('site_cues')}):?\s(?=[«„“\"])", re.IGNORECASE
)
_RESPONSIBLE = re.compile(r"\s/\s(?=[^\W\d_a-zß-ÿа-я])")
_STOP = re.compile(r"(?<=[^\W\d_]{2})[.?!](?:\s+(?=[^\W_a-zß-ÿа-я])|$)|(?<=[\d?!)\]])\.\s+(?=[^\W\d_a-zß-ÿа-я])|[．。]")
_COMMA = re.compile(r"[,،，]\s+(?=[^\W\d_a-zß-ÿа-я]|[\d„«])")
_BRACKET = re.compile(r"[,.]?\s\((?=[^()\0]{0,80}(?:1[5-9]|20)\d\d[^()\0]{0,20}\))")
_BOOK = re.compile(r"\([^()]{2,60}: [^()]{2,60}(?:1[5-9]|20)\d\d\)|[^\W\d_]{3,}: [^,.;:]{3,60}, (?:1[5-9]|20)\d\d")


def _title_end(part: Part, text: str, span: tuple[int, int], divided_by: str, *, linked: bool) -> int:
    """Where an unmarked title ends: before `in:`, `//`, a medium, a date, italics, or at the first sign of the kind that divides the parts."""
    start, end = span
    ends = [found.start() for sign in (_IN, MEDIUM) if (found := sign.search(text, start, end))]
    ends += [a for a, _ in part.emphasis if start < a <= end][:1]
    ends += _before_dates(text, start, end)
    if not linked:
        ends += [found.start() for found in [_BRACKET.search(text, start, end)] if found and divided_by]
        ends += _divided(text, start, end, divided_by)
    if divided_by == "," and (placed := _PLACED.search(text, start, end)):
        ends.append(placed.start())
    if divided_by == "." or "//" in text:
        ends += [found.start() for found in [_RESPONSIBLE.search(text, start, end)] if found]
    fewest = 1 if divided_by else 2
    known = (e for e in ends if len(text[start:e].split()) >= fewest and len(text[start:e].strip(" .")) > 1)
    return min(known, default=end)


def _before_dates(text: str, start: int, end: int) -> list[int]:
    """The ends in front of whole dates: “as of 31 December 2018” is title, “, 31 December 2018” is not."""
    ends = []
    for at, _, iso in find_dates(text[start:end]):
        before = text[start : start + at].rstrip()
        if before.endswith((",", ";", "(", "[", "–", "-", ".")) and (len(iso) > _YEAR or before.endswith((",", "."))):
            ends.append(start + len(before.rstrip(" ,;([–-")))
    return ends


def _divided(text: str, start: int, end: int, divided_by: str) -> list[int]:
    """The end at the first sign that divides the parts. A question goes on where more than the site follows it."""
    if divided_by == "," or (divided_by == ":" and not text[start : start + 1].isupper() and "،" in text):
        return [_last_of_title(text, start, end)]
    if divided_by not in (".", ":"):
        return []
    stops = [found for found in _STOP.finditer(text, start, end) if text[found.end() : end].strip()]
    if len(stops) > 1 and stops[0][0].strip() in "?!" and len(text[stops[0].end() : stops[1].start()].split()) > 1:
        del stops[0]
    return [found.start() + (found[0][0] in "?!") for found in stops[:1]]


def _last_of_title(text: str, start: int, end: int) -> int:
    """The comma that ends a title: in front of a volume, or of the last name before a date in brackets; else the first behind two words."""
    if book := find_book(text[start:end]):
        return start + book
    commas = [found.start() for found in _COMMA.finditer(text, start, end)]
    commas = [at for at in commas if len(text[start:at].split()) > 1]
    if volume := [at for at in commas if _VOLUME.match(text, at)]:
        return volume[0]
    dated = _BRACKET.search(text, start, end)
    if (
        dated
        and find_dates(text[dated.end() : dated.end() + 30])[:1]
        and ":" not in text[dated.end() : end].partition(")")[0]
    ):
        commas = [at for at in commas if at < dated.start() and not text[at + 2].isdigit()][-1:]
    return next(iter(commas), end)


_VOLUME = re.compile(r",\s\d{1,4}\s(?=[^\W\d_a-zß-ÿа-я])")
_YEAR = len("2024")


def _clean_title(inner: str) -> str | None:
    text = MEDIUM.sub("", re.sub(r"[\s\0]+", " ", inner)).strip(" ,;:–—-<>[]/|")
    text = LANGUAGE_NOTE.sub("", text).strip(" ,;:–—")
    text = re.sub(r"(?<=[^\W\d_A-Z]{3})\.$", "", text)  # American style puts the reference's stop inside the marks
    return text.rstrip(",") or None


def is_quoted(text: str, span: tuple[int, int]) -> bool:
    """Whether a title stands in quotation marks."""
    return text[span[0]] in "“”„«»\"「《『‘'›‹【"
