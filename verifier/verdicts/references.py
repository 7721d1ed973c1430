"""What a note says of its source beside what the page says of itself: title, author, site, dates.

In: a `Citation` and the visit to its address. Out: a `FieldCheck` for each field that the note gives. The rule of this file: what
the page says anywhere in its text agrees; "differs" is said only where the note is written as a reference and the page names
something else plainly. What was read out of a note's prose, or is the page's in another language, may agree and never differs.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from functools import cached_property, lru_cache

from rapidfuzz.fuzz import token_set_ratio

from verifier import language
from verifier.citations.prose import is_prose
from verifier.dates import find_dates
from verifier.matching.tokens import plain
from verifier.model import Agreement, Citation, Family, Fetch, FieldCheck, Guess, PageMetadata, SourceText
from verifier.urls import registrable
from verifier.verdicts.case import cited_copy

_ACCENTED = re.compile(r"[\u00c0-\u024f\u0300-\u036f\u0386-\u03ce\u0400-\u04ff\u1e00-\u1fff\ufb00-\ufb06]")
_WORD = re.compile(r"[^\W_]+")
_ADDRESS = re.compile(r"\S+://\S+|www\.\S+")
_OPENING = tuple("“„«»\"「《‘'")
# Titles are shortened, extended by the site's name, and corrected after they were cited.
_ALIKE = 60
# Published in one time zone, cited in another.
_DAYS_APART = 1
_NO_PERSON = re.compile(r"admin|staff|editor|team|desk|redaktion|redaksiyon|https?:|@|\.\w{2,3}$", re.IGNORECASE)


@dataclass(frozen=True)
class _Page:
    """What there is to compare with."""

    text: SourceText
    url: str

    @cached_property
    def words(self) -> str:
        """The words of the whole text as compared, one blank between."""
        return _words(self.text.text)

    @cached_property
    def lowered(self) -> str | None:
        """The text in small letters; None where some have accents, which a note may leave out."""
        return None if _ACCENTED.search(self.text.text) else self.text.text.lower()

    def holds(self, words: str) -> bool:
        """Whether these words stand anywhere in the text one after another."""
        if self.lowered is None:
            return f" {words} " in f" {self.words} "
        if any(word not in self.lowered for word in words.split()):
            return False  # which costs no pattern
        pattern = r"[\W_]+".join(map(re.escape, words.split()))
        return re.search(rf"(?<![^\W_]){pattern}(?![^\W_])", self.lowered) is not None

    @property
    def says(self) -> PageMetadata:
        return self.text.metadata


def compare_reference(citation: Citation, fetch: Fetch | None, today: date) -> tuple[FieldCheck, ...]:
    """The fields that the note gives, each beside the page's; none where the page was not found.

    >>> from datetime import UTC, datetime
    >>> from verifier.model import Link, LinkStatus
    >>> says = PageMetadata(title="The Loud Gates")
    >>> page = SourceText("The Loud Gates. By O. Marrant. The board met on Monday.", "html", "1", metadata=says)
    >>> status = LinkStatus(Link.OK, "status_200", "The page is there.")
    >>> fetch = Fetch("https://site.example/a", datetime(2025, 1, 1, tzinfo=UTC), "live", status, text=page)
    >>> note = "Odile Marrant, “A History of Salt and of those who sold it”, The Gazette, 2021"
    >>> cited = Citation(0, note, "https://site.example/a", title="A History of Salt and of those who sold it", author="Odile Marrant")
    >>> [(c.field, c.agreement.value) for c in compare_reference(cited, fetch, date(2025, 1, 1))]
    [('title', 'differs'), ('author', 'agrees')]
    """
    return tuple(_checks(citation, _page(citation, fetch), today))


def is_unconfirmed(check: FieldCheck) -> bool:
    """Whether a guess at the page may confirm what the page does not say of itself."""
    return check.field in ("author", "issued") and check.agreement is not Agreement.AGREES


def confirm(checks: Sequence[FieldCheck], guess: Guess) -> tuple[FieldCheck, ...]:
    """The fields beside a guess at the page: it may agree, never differ.

    >>> check = FieldCheck("author", "Odile Marrant", None, Agreement.UNKNOWN, "The page does not say its author.")
    >>> [c.reason for c in confirm([check], Guess(author="O. Marrant"))]
    ['As far as a program can tell, the page says the same author.']
    >>> confirm([check], Guess(author="Ilse Kern")) == (check,)
    True
    """
    return tuple(_confirmed(check, guess) if is_unconfirmed(check) else check for check in checks)


def _confirmed(check: FieldCheck, guess: Guess) -> FieldCheck:
    found = guess.author if check.field == "author" else guess.published
    if not found or not (_share_name if check.field == "author" else _same_day)(check.cited, found):
        return check
    reason = f"As far as a program can tell, the page says the same {_NAMES[check.field]}."
    return replace(check, found=found, agreement=Agreement.AGREES, reason=reason)


def _share_name(one: str, other: str) -> bool:
    """Whether two authors have a name of three letters or more in common."""
    return any(len(name) >= 3 for name in {*_words(one).split()} & {*_words(other).split()})


def _page(citation: Citation, fetch: Fetch | None) -> _Page | None:
    """What the note cites: the archived copy that it names, else the page."""
    copy = cited_copy(citation, fetch)
    if copy is not None and fetch is not None:
        return _Page(copy.text, fetch.url)
    if fetch is not None and fetch.saved is not None:
        return _Page(fetch.saved.text, fetch.url)
    if fetch is None or fetch.status.family is not Family.FOUND or fetch.text is None or not fetch.text.text.strip():
        return None
    return _Page(fetch.text, fetch.final_url or fetch.url)


def _checks(citation: Citation, page: _Page | None, today: date) -> Iterator[FieldCheck]:
    if page is not None:
        if citation.title:
            yield _title(citation, citation.title, page)
        if citation.author:
            yield _author(citation, citation.author, page)
        if citation.container_title:
            yield _site(citation.container_title, page)
        if citation.issued:
            yield _issued(citation, citation.issued, page)
    if citation.accessed:
        yield _accessed(citation, page, today)


@lru_cache(maxsize=64)
def _words(text: str) -> str:
    """The words as compared, one blank between. A page says most of its words in ASCII, and again and again."""
    words = _WORD.findall((text if text.isascii() else unicodedata.normalize("NFKC", text)).casefold())
    plainer = {word: plain(word) for word in set(words) if not word.isascii()}
    return " ".join(plainer.get(word, word) for word in words) if plainer else " ".join(words)


def _check(field: str, cited: str, found: str | None, *, agrees: bool | None) -> FieldCheck:
    if agrees is None:
        told = f"The page says “{found}”: that may be the same." if found else "The page does not say its {}."
        return FieldCheck(field, cited, found, Agreement.UNKNOWN, told.format(_NAMES[field]) if not found else told)
    if agrees:
        return FieldCheck(field, cited, found, Agreement.AGREES, f"The page says the same {_NAMES[field]}.")
    reason = f"The note gives the {_NAMES[field]} “{cited}”, the page says “{found}”."
    return FieldCheck(field, cited, found, Agreement.DIFFERS, reason)


_NAMES = {"title": "title", "author": "author", "site": "site", "issued": "date", "accessed": "access date"}


def _title(citation: Citation, cited: str, page: _Page) -> FieldCheck:
    words, found = _words(cited), page.says.title
    alike = bool(found) and token_set_ratio(words, _words(found or "")) >= _ALIKE
    if words and (alike or page.holds(words)):
        return _check("title", cited, found or cited, agrees=True)
    # Files carry titles of drafts and templates; behind a # stands a part of the page, with a title of its own.
    sure = found and words and page.text.extractor.startswith("html") and "#" not in (citation.url or "")
    plain_title = sure and _in_marks(cited, citation.raw) and _is_reference(citation)
    return _check("title", cited, found, agrees=False if plain_title and _same_language(citation, page) else None)


def _in_marks(title: str, raw: str) -> bool:
    """Whether the note gives these words as a title: in quotation marks."""
    begun = raw.split(title[:40])[:-1]
    return any(before.rstrip().endswith(_OPENING) for before in begun)


def _is_reference(citation: Citation) -> bool:
    """Whether the note is written as a reference: its names, dates and titles are not words of a sentence."""
    return not is_prose(citation.raw)


def _same_language(citation: Citation, page: _Page) -> bool:
    """Whether the reference and the page are surely in one language: a title may have been translated."""
    written = language.detect(_ADDRESS.sub(" ", citation.raw))
    spoken = language.base(page.text.language) or language.detect(page.text.text)
    return written is not None and written == spoken


def _author(citation: Citation, cited: str, page: _Page) -> FieldCheck:
    found = page.says.author
    capitals = " ".join(word for word in _WORD.findall(cited) if not word[0].islower())
    names = [name for name in _words(capitals).split() if len(name) >= 3]
    own = _words(found or "").split()
    if any(name in own or page.holds(name) for name in names):
        return _check("author", cited, found or cited, agrees=True)
    sure = found and _is_person(found) and _is_person(cited) and _is_reference(citation)
    same_letters = sure and _script(cited) == _script(found or "")
    return _check("author", cited, found, agrees=False if same_letters else None)


def _script(text: str) -> str:
    """Of most letters: a rough range of code points is enough to tell alphabets apart."""
    letters = [ord(c) // 0x400 if c >= "\u0370" else -1 for c in text if c.isalpha()]
    return str(max(set(letters), key=letters.count, default=0))


def _is_person(name: str) -> bool:
    words = _WORD.findall(name)
    return 2 <= len(words) <= 4 and not _NO_PERSON.search(name) and all(w[0].isupper() for w in words)


def _site(cited: str, page: _Page) -> FieldCheck:
    squeezed = _words(cited).replace(" ", "")
    name = registrable(page.url)
    own = re.sub(r"[^a-z0-9]", "", name.split(".")[0])
    found = page.says.site
    known = [own, _words(found or "").replace(" ", "")]
    initials = "".join(w[0] for w in _words(cited).split())
    if any(k and (squeezed in k or k in squeezed or k == initials) for k in known) or page.holds(_words(cited)):
        return _check("site", cited, found or name, agrees=True)
    alike = found and token_set_ratio(_words(cited), _words(found)) >= _ALIKE
    if alike:
        return _check("site", cited, found, agrees=True)
    return _check("site", cited, found, agrees=None)  # sites go by many names: never a fault


def _issued(citation: Citation, cited: str, page: _Page) -> FieldCheck:
    published, modified = page.says.published, page.says.modified
    if not published:
        return _check("issued", cited, None, agrees=None)
    if any(_same_day(cited, day) for day in (published, modified) if day):
        return _check("issued", cited, published, agrees=True)
    # Pages are moved to new systems and printed again: a date that stands anywhere in the text may be the work's own.
    sure = _is_reference(citation) and not any(_same_day(cited, day) for _, _, day in find_dates(page.text.text))
    return _check("issued", cited, published, agrees=False if sure else None)


def _same_day(one: str, other: str) -> bool:
    """Equal as far as both tell; whole dates may be a day apart."""
    shared = min(len(one), len(other))
    first, second = _day(one), _day(other)
    if first is None or second is None:
        return one[:shared] == other[:shared]
    return abs(first - second) <= timedelta(days=_DAYS_APART)


def _day(iso: str) -> date | None:
    return datetime.strptime(iso, "%Y-%m-%d").date() if len(iso) == len("2025-01-01") else None  # noqa: DTZ007 - a day has no zone


def _accessed(citation: Citation, page: _Page | None, today: date) -> FieldCheck:
    cited = citation.accessed or ""
    day, slack = _day(cited), timedelta(days=_DAYS_APART)
    if day is None:
        return FieldCheck("accessed", cited, None, Agreement.UNKNOWN, "The access date is not a complete date.")
    if day > today + slack:
        reason = f"The access date {cited} is in the future."
        return FieldCheck("accessed", cited, today.isoformat(), Agreement.DIFFERS, reason)
    for published, whose in ((citation.issued, "the note's"), (page.says.published if page else None, "the page's")):
        issued = _day(published or "")
        if issued is not None and day < issued - slack:
            reason = f"The access date {cited} is before {whose} date of publication, {published}."
            return FieldCheck("accessed", cited, published, Agreement.DIFFERS, reason)
    return FieldCheck("accessed", cited, None, Agreement.AGREES, "The access date is possible.")
