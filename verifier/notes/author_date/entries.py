"""The list of works at the end of an article: which blocks are its entries, and by which key each is cited.

In: the blocks of a document. Out: `Entry`s in order. The rule: under the heading of such a list stand references, each with its authors
(or, where there are none, its title) in front and a year. A paragraph of prose, a biography, a row of links is none.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from verifier.dates import find_dates
from verifier.languages import pattern, words
from verifier.model import Block, BlockKind
from verifier.notes.author_date.names import (
    Person,
    fold_name,
    gives_names_first,
    has_others,
    read_people,
    without_nation,
)
from verifier.notes.author_date.years import Year, find_years
from verifier.notes.headings import is_note_heading
from verifier.urls import find_urls

_LONGEST = 1500
_HEAD_LONGEST = 400  # characters in which authors end
_NUMBER = re.compile(r"^\s*(?:[\[［]\d{1,3}[\]］]\s*|[(（]\d{1,3}[)）]\s*|\d{1,3}[).]\s+|[-•‣◦▪·*–]\s+(?=\S))")
_SAME_AUTHOR = re.compile(r"^\s*[—–―_-]{2,}[\s.,]*")
_EDGES = " ,.:([（［，"
_QUOTES = '“„«»"「『《‘'
_TITLE = re.compile(r"^[“„«»\"「『《‘]\s*(.{2,200}?)[.,?!]?\s*[”“»«\"」』》’]")
# A stop behind a word of three letters ends the authors; behind an initial or `St.` it does not.
_STOP = re.compile(
    r"(?<=[^\W\d_]{3})[.?!]\s+(?=\S)|(?<=\s[JS]r)\.\s+(?=\S)|(?<=[\u3400-\u9fff])[.。．]\s*(?=\S)|．|\s//\s|：|[“„«\"「『《]|:\s"
)
# Initials behind a surname end the authors where the next word is no surname.
_INITIALS_END = re.compile(
    r"(?:(?<=[\s.,])|^)(?:[^\W\d_a-zà-ÿа-я]\.[\s-]?){1,4}\s*"
    r"(?=[^\W\d_a-zà-ÿа-я][^\W\d_]{2,}+(?!\s*[,;&.]|\s+(?:[^\W\d_]\.|&)))"
)
_OTHERS_END = re.compile(
    rf"(?<=[\s,，])(?:{pattern('other_authors')})[.．。]?\s*(?=(?-i:[^\W\d_a-z])|[“«„《])", re.IGNORECASE
)
_SMALL = re.compile(r"[^\W\d_]+|[^\w\s]")
_ABBREVIATION = re.compile(r"(?:[(\[（]|\s[–—-]\s)\s*([^()\[\]（）]{2,80}?)\s*[)\]）]?\s*[.,]?\s*$")


@dataclass(frozen=True, slots=True)
class Entry:
    """One work of the list: the block it is, its authors, the names of its whole author and its title (folded), its years."""

    block: int
    people: tuple[Person, ...]
    names: frozenset[str]
    title: str
    years: tuple[Year, ...]
    printed: str  # the author as printed
    author_first: bool  # the year stands behind the author
    truncated: bool = False  # others are not named
    list: int = 0  # the block of the list's heading
    more: tuple[int, ...] = ()  # the blocks in which it goes on

    @property
    def year(self) -> Year | None:
        """The year by which it is cited."""
        return self.years[0] if self.years else None

    @property
    def label(self) -> str:
        """Surnames and year: `Roe and Marrant 2011`."""
        names = [person.printed for person in self.people]
        who = (
            f"{names[0]} et al." if len(names) > _MOST_NAMED or self.truncated else " and ".join(names) or self.printed
        )
        return " ".join(part for part in (who, self.year.printed if self.year else "") if part)

    @property
    def place(self) -> str:
        """Where it stands in the order of the alphabet: small words in front of a surname do not count."""
        return fold_name(re.sub(r"^(?:[^\W\d_A-ZÀ-Þ][\w’']*\s)+", "", self.printed))

    @property
    def full_label(self) -> str:
        """The label with the first author's given names: `Roe, J. 2011`."""
        given = self.people[0].given.title() if self.people else ""
        return (
            f"{self.people[0].printed}, {given}{self.label.removeprefix(self.people[0].printed)}"
            if given
            else self.label
        )


_MOST_NAMED = 2


def find_entries(blocks: Sequence[Block], *, broken: bool = False) -> list[Entry]:
    """The entries of all lists of works, in document order; `broken` where an entry may go on in the next block."""
    found: list[Entry] = []
    at = 0
    while at < len(blocks):
        run = _read_list(blocks, at, broken=broken) if _begins_list(blocks, at) else []
        if run:
            found += [replace(entry, list=at) for entry in run]
            at = max(run[-1].block, *run[-1].more, 0)
        at += 1
    return found


def _begins_list(blocks: Sequence[Block], at: int) -> bool:
    """Whether a block is the heading of a list: by its words, or by the entries in order of the alphabet that follow it."""
    if blocks[at].kind is BlockKind.CODE:
        return False
    if is_note_heading(blocks[at].text):
        return True
    if blocks[at].kind is not BlockKind.HEADING:
        return False
    following = [read_entry(block.text) for block in blocks[at + 1 : at + 1 + _SURE]]
    authors = [fold_name(entry.printed) for entry in following if entry is not None and entry.author_first]
    return len(authors) == _SURE and authors == sorted(authors)


_SURE = 3  # entries that show what an unknown heading means
_PATIENCE = 5  # blocks between entries that are none: a heading inside the list, a remark
_MOST_STRANGE = 20  # a table that stands on the page of the list


def _read_list(blocks: Sequence[Block], heading: int, *, broken: bool) -> list[Entry]:
    """The entries below a heading, as far as there are any."""
    style = _style_of(blocks[heading + 1 : heading + 1 + _SAMPLE], broken=broken)
    found: list[Entry] = []
    strange = 0
    for at in range(heading + 1, len(blocks)):
        entry = _entry_at(blocks, at, style, found[-1] if found else None)
        if entry is not None and (strange <= _PATIENCE or follows(entry, found[-1])):
            strange = 0
            found.append(entry)
        elif found and not strange and (_goes_on(blocks[at]) or (broken and _is_rest(blocks, at, style))):
            found[-1] = replace(found[-1], more=(*found[-1].more, at))
        else:
            strange += 1
        if strange > (_MOST_STRANGE if broken and found else _PATIENCE):
            break
    return found


@dataclass(frozen=True, slots=True)
class _Style:
    """How the entries of a list are written: surnames in front; the year behind the author in all of them."""

    inverted: bool
    dated: bool


def _style_of(blocks: Sequence[Block], *, broken: bool) -> _Style:
    """The style of the first entries; that all have their year in front counts only where entries may be broken."""
    heads = [head for block in blocks if (head := _head(_bare(block.text))) is not None]
    authors = [author for author, *_ in heads if author[:1] not in _QUOTES]
    given_first = sum(gives_names_first(author) for author in authors)
    dated = sum(author_first for *_, author_first in heads)
    return _Style(given_first * 2 < max(1, len(authors)), broken and dated * 10 >= len(heads) * 7)


def _entry_at(blocks: Sequence[Block], at: int, style: _Style, before: Entry | None) -> Entry | None:
    if blocks[at].kind in (BlockKind.CODE, BlockKind.HEADING):
        return None
    entry = read_entry(blocks[at].text, at, inverted=style.inverted, before=before)
    if entry is None and before is not None and not before.author_first and style.inverted:
        return _read_undated(text_of(blocks[at].text), at, before)
    return entry if entry is None or entry.author_first or not style.dated else None


def _read_undated(text: str, block: int, before: Entry) -> Entry | None:
    """An entry without a year among those that end with theirs: `Roe, Jane. Loud Gates, River ed.`, in the order of the alphabet."""
    found = _UNDATED.match(text)
    if found is None or len(text) > _HEAD_LONGEST or not _is_author(found["author"]):
        return None
    people = read_people(found["author"], inverted=True)
    printed = found["author"].strip(" ,.")
    title = _title(text[found.end("author") :])
    entry = Entry(block, people, frozenset({fold_name(printed)}), title, (), printed, author_first=False)
    return entry if entry.place >= before.place and len(people) == 1 else None


_UNDATED = re.compile(
    r"(?P<author>(?:[^\W\d_a-zß-ÿа-я][\w’'-]+\s?){1,3},\s[^\W\d_a-zß-ÿа-я][\w’'-]*(?:\s[^\W\d_a-zß-ÿа-я][\w’'-]*\.?){0,2})\.?\s+(?=[“\"]?[^\W\d_a-zß-ÿа-я])"
)


def follows(entry: Entry, before: Entry | None) -> bool:
    """Whether an entry with its year in front goes on with the order of the list, small words counted or not."""
    if before is None or not entry.author_first:
        return entry.author_first
    return entry.place >= before.place or fold_name(entry.printed) >= fold_name(before.printed)


def _is_rest(blocks: Sequence[Block], at: int, style: _Style) -> bool:
    """Whether a short paragraph between two entries is the end of the first."""
    if blocks[at].kind is not BlockKind.PARAGRAPH or len(blocks[at].text) > _LONGEST_REST or at + 1 >= len(blocks):
        return False
    following = _entry_at(blocks, at + 1, style, None)
    return following is not None and following.author_first


_LONGEST_REST = 200


def _goes_on(block: Block) -> bool:
    """Whether a block is the rest of an entry: an address, or words that begin small."""
    text = block.text.strip()
    return block.kind is not BlockKind.HEADING and (text[:1].islower() or bool(find_urls(text[:12])))


_SAMPLE = 20


def _bare(text: str) -> str:
    """An entry without the number or bullet in front of it."""
    return text_of(text[:_LONGEST])


def text_of(text: str) -> str:
    """The words of an entry."""
    return _NUMBER.sub("", text)


def read_entry(text: str, block: int = 0, *, inverted: bool = True, before: Entry | None = None) -> Entry | None:
    """One entry, None where the words are no reference.

    >>> read_entry("Roe, J., & Marrant, O. (2011). Loud gates. Gate Review, 3, 4-8.").label
    'Roe and Marrant 2011'
    >>> read_entry("Roe, Jane. Loud Gates. River Press, 2011.").label
    'Roe 2011'
    >>> read_entry("Jane Roe is a writer. Her first book came out in 2011.")
    """
    plain = without_nation(_bare(text))
    same = _SAME_AUTHOR.match(plain)
    head = _head(plain[same.end() :] if same else plain, unnamed=same is not None)
    if head is None or len(text) > _LONGEST or (same and before is None):
        return None
    author, rest, years, author_first = head
    if same and before is not None:
        return replace(before, block=block, title=_title(rest), years=years, author_first=author_first)
    short = _ABBREVIATION.search(author) if author[:1] not in _QUOTES else None
    people = (
        read_people(author[: short.start()] if short else author, inverted=inverted)
        if author[:1] not in _QUOTES
        else ()
    )
    names = {fold_name(author), *([fold_name(short[1]), fold_name(author[: short.start()])] if short else [])}
    title = _title(author if author[:1] in _QUOTES else rest)
    return Entry(
        block,
        people,
        frozenset(names - {""}),
        title,
        years,
        author.strip(" ,.:" + _QUOTES + "”’»"),
        author_first,
        has_others(author),
    )


def _title(rest: str) -> str:
    """The title at the beginning of these words, folded."""
    plain = rest.lstrip(" .,:;)]")
    quoted = _TITLE.match(plain)
    return fold_name(quoted[1] if quoted else re.split(r"(?<=\w{3})[.?!]\s", plain, maxsplit=1)[0][:200])


_Head = tuple[str, str, tuple[Year, ...], bool]


def _head(plain: str, *, unnamed: bool = False) -> _Head | None:
    """Author, what stands behind, years, whether the year stands behind the author; None where it is no reference."""
    if not plain[:1].isalpha() and plain[:1] not in _QUOTES and not unnamed:
        return None
    for start, end, year in find_years(plain, 0, _HEAD_LONGEST):
        author = _without_date(plain[:start].rstrip(_EDGES)) if not unnamed else ""
        if _is_behind_author(plain, author, start, end, unnamed=unnamed):
            return author, plain[end:], (year, *_again(plain[end:])), True
        break
    return _by_its_end(plain, unnamed=unnamed)


_MONTH = re.compile(r"[\s,(]+(?:\d{1,2}\.?\s+)?[^\W\d_]{3,12}\.?(?:\s+\d{1,2},?)?$")


def _without_date(author: str) -> str:
    """Without the day and month in front of the year."""
    shown = _MONTH.search(author)
    return (
        author[: shown.start()]
        if shown and any(c.isdigit() for c in shown[0]) and find_dates(shown[0] + " 2000")
        else author
    )


def _is_behind_author(plain: str, author: str, start: int, end: int, *, unnamed: bool) -> bool:
    """Whether a year stands where the year of an author-date reference does."""
    opened = plain[:start].rstrip().endswith(("(", "[", "（"))
    behind = plain[end : end + 60]
    closed = re.match(r"[^()\[\]（）]{0,40}[)\]）]", behind) if opened else None
    rest = behind[closed.end() :] if closed else behind
    if opened and closed is None:
        return False
    if re.match(r"\s+[a-zà-ÿа-я]", rest):  # prose goes on: “Roe (2011) says”
        return False
    if not opened and not re.match(r"[.,:;。，：．、]|\s+[^\W\d_]|\s*[“„«\"「『]|$", rest):
        return False
    return not plain[:start].strip(_EDGES) if unnamed else _is_author(author)


def _is_author(author: str) -> bool:
    """Whether these words can be the authors of a reference (or the title of one that has none)."""
    text = author.strip()
    if len(text) < 2 or find_urls(text):
        return False
    if text[0] in _QUOTES:
        titled = _TITLE.match(text)
        return titled is not None and not text[titled.end() :].strip(" .,")
    if _STOP.search(text.rstrip(" .")) or any(c.isdigit() for c in text.partition("(")[0]):
        return False
    first, _, rest = text.partition(" ")
    if (
        first.casefold() in _SMALL_WORDS and rest[:1].islower() and not _PARTICLE.fullmatch(first)
    ):  # “For details see Roe (2010).”
        return False
    return _longest_small_run(text) <= _SMALL_RUN and (
        text[0].isupper() or text[0].islower() != text[0].isalpha() or _has_capital(text)
    )


def _has_capital(text: str) -> bool:
    """`van der Berg`, `al-Masri`."""
    return any(word[:1].isupper() for word in re.split(r"[\s-]", text)[:4])


_SMALL_RUN = 2
_PARTICLE = re.compile(rf"(?:{pattern('name_particles')})", re.IGNORECASE)
_SMALL_WORDS = words("function_words") | words("opening")


def _longest_small_run(text: str) -> int:
    longest = run = 0
    for token in _SMALL.findall(text):
        run = run + 1 if token[0].islower() else 0
        longest = max(longest, run)
    return longest


def _again(rest: str) -> tuple[Year, ...]:
    """The year in which the work first appeared: `(Original work published 1950)`."""
    found = re.search(r"\([^()]{3,60}\b(1[0-9]\d\d)\)\s*\.?$", rest)
    return (Year(frozenset([found[1]]), "", found[1]),) if found else ()


def _by_its_end(plain: str, *, unnamed: bool) -> _Head | None:
    """A reference whose year stands at its end: `Roe, Jane. Loud Gates. River Press, 2011.`"""
    stop = _STOP.search(plain, 1, _HEAD_LONGEST)
    end = stop.start() if stop else 0
    initials = _INITIALS_END.search(plain, 0, end or _HEAD_LONGEST)
    if initials and initials.start() > 0 and not _leads(plain, initials.start()):
        end = initials.end()
    others = _OTHERS_END.search(plain, 0, _HEAD_LONGEST)
    if others and (not end or others.end() < end):
        end = others.end()
    author = "" if unnamed else plain[:end].strip(" ,.;:")
    if plain[:1] in _QUOTES:
        titled = _TITLE.match(plain)
        author = titled[0] if titled else ""
    years = _years_behind(plain, len(author))
    if not years or not (unnamed or _is_author(author)):
        return None
    return author, plain[0 if unnamed else len(author) :], years, False


def _leads(plain: str, at: int) -> bool:
    """Whether initials stand in front of their surname: `J. Roe and O. Marrant. Loud Gates`."""
    return re.match(r"[^\W\d_]\.", plain) is not None and plain[:at].rstrip().endswith((",", ";", "&"))


@lru_cache(maxsize=1)
def _access() -> re.Pattern[str]:
    return re.compile(rf"[(\[]?(?:{pattern('accessed')})\b.*$", re.IGNORECASE | re.DOTALL)


def _years_behind(plain: str, start: int) -> tuple[Year, ...]:
    """The years of a reference, the last first; those of an access and of addresses are none of them."""
    body = _access().sub("", plain[start:])
    body = body if any(find_years(body)) else plain[start:]
    for first, last, _ in reversed(find_urls(body)):
        body = body[:first] + " " * (last - first) + body[last:]
    found = [
        (first, year)
        for first, _, year in find_years(body)
        if any("1500" <= number <= "2599" or number in "-+" for number in year.numbers)
    ]
    sure = [
        year for first, year in found if len(year.numbers) == 1 and not _PAGES.search(body[max(0, first - 6) : first])
    ]
    return tuple(reversed(sure or [year for _, year in found]))


_PAGES = re.compile(r"(?:\d\)?[:：]|\bpp?\.)\s?$")
