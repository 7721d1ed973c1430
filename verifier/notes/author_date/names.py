"""The names of authors: those that begin an entry of a list of works, and those that cite one.

In: words as printed. Out: `Person`s of an entry, `Names` of a citation, and whether they fit. Case, accents and punctuation do not
count. The rule: a surname is told by what stands beside it (a comma, initials, a given name), never by a list of names.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from verifier.languages import pattern

_LETTERS = str.maketrans(
    {"ø": "o", "ı": "i", "ł": "l", "đ": "d", "æ": "ae", "œ": "oe", "ß": "ss", "þ": "th", "ð": "d", "ё": "е"}
)
_SILENT = re.compile(r"[.'’‘ʼ`´]")
_NO_WORD = re.compile(r"[\W_]+")
_GLUED = "\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af"  # scripts that write without blanks or join words to names
_GLUED_LETTER = re.compile(f"[{_GLUED}]")
_AND = pattern("between_authors")


@lru_cache(maxsize=1)
def _between() -> re.Pattern[str]:
    return re.compile(
        rf"\s*(?:[;；&＆/、・·]|(?<=[^\W\d_])[–—](?=[^\W\d_]))\s*|[,،]?\s+(?:{_AND})\s+|[,،]?\s+(?:{pattern('prefixed_and')})(?=[^\W\d_]{{2}})|(?<=[{_GLUED}]{{2}})(?:{_AND})(?=[{_GLUED}]{{2}})"
        rf"|(?<=[A-Za-z.])\s?(?=[{_GLUED}])(?:{_AND})\s?(?=[^\W\d_])|(?<=[{_GLUED}])(?:{_AND})(?=[A-Z])",
        re.IGNORECASE,
    )


_COMMA = re.compile(r"\s*[,，،]\s*")


@lru_cache(maxsize=1)
def _others() -> re.Pattern[str]:
    return re.compile(
        rf"[\s,，،]*(?:(?<![^\W\d_])|(?<=[{_GLUED}])|(?=[{_GLUED}]))(?:[\[(]?(?:{pattern('other_authors')})[\])]?)\s*[,.]?\s*$",
        re.IGNORECASE,
    )


@lru_cache(maxsize=1)
def _role() -> re.Pattern[str]:
    return re.compile(
        rf"[(\[（]\s*(?:{pattern('edited')})\.?\s*[)\]）]|,\s*(?:{pattern('edited')})\.?(?=\s*$)", re.IGNORECASE
    )


_SUFFIX = re.compile(r",?\s+(?:Jr|Sr|II|III|IV)\b\.?")
_INITIALS = re.compile(
    r"(?:[^\W\d_]{1,2}\.[\s-]?){0,4}[^\W\d_]\.?|(?:[^\W\d_]{1,2}\.[\s-]?){1,5}|[^\W\d_](?:[\s-]?[^\W\d_]){0,2}"
)
_NATION = re.compile(r"^\s*[\[［(（【〔][\u4e00-\u9fff]{1,4}[\]］)）】〕]\s*")  # in front of foreign names: [英]
_POSSESSIVE = re.compile(r"[’'‘](?:(?![A-ZÀ-Þ][a-zà-ÿ])\w{1,4})?$")  # not `O’Hara`
_SHORT_NAME = re.compile(r"\s*[(\[（]\s*([^()\[\]（）]{2,80})\s*[)\]）]\s*$")


def fold_name(text: str) -> str:
    """A name without what does not count.

    >>> fold_name("O’Brien-Łęcki, P. A."), fold_name("Ministry of Gates")
    ('obrien lecki p a', 'ministry of gates')
    """
    plain = "".join(c for c in unicodedata.normalize("NFKD", text).casefold() if not unicodedata.combining(c))
    return _NO_WORD.sub(" ", _SILENT.sub("", plain.translate(_LETTERS))).strip()


def without_nation(author: str) -> str:
    """An author without the country in brackets that Chinese lists give of foreign ones."""
    return _NATION.sub("", author)


def without_possessive(name: str) -> str:
    """`Roe` of `Roe’s`."""
    return _POSSESSIVE.sub("", name.rstrip(" ,"))


def is_glued(text: str) -> bool:
    """Whether these words are of a script that writes surname and given name without a blank: 山田太郎."""
    return _GLUED_LETTER.search(text) is not None


def _is_initials(text: str) -> bool:
    """`P.`, `P. A.`, `J.-P.`, `PA`, `Ю. А.`"""
    return (
        bool(text)
        and text[0].isupper()
        and _INITIALS.fullmatch(text) is not None
        and ("." in text or text.isupper() or len(text) == 1)
    )


# --- those of an entry ---------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Person:
    """An author: surname (the whole name of an organisation) and given names or initials, folded; the surname as printed."""

    surname: str
    given: str
    printed: str

    def fits(self, name: str) -> bool:
        """Whether this may be the person of a name that a citation gives, folded: `roe`, `j roe`, `jane roe`, `roe j`."""
        if name == self.surname or (is_glued(name) and len(name) > 1 and self.surname.startswith(name)):
            return True
        head, tail = name.removesuffix(f" {self.surname}"), name.removeprefix(f"{self.surname} ")
        rest = head if head != name else tail if tail != name else None
        if rest is not None:
            return _abbreviates(rest, self.given)
        # `van der Roe` stands as `Roe, J. van der`; of two surnames often the first alone is given.
        return self.surname.startswith(f"{name} ") or (f"{self.given} {self.surname}").endswith(f" {name}")


def _abbreviates(short: str, given: str) -> bool:
    """Whether given names may stand for others: `j` for `jane`, `j m` for `jane`."""
    ours, theirs = short.split(), given.split()
    if not theirs or len(ours) > _MOST_GIVEN:
        return False
    return all(a.startswith(b) or b.startswith(a) for a, b in zip(ours, theirs, strict=False))


_MOST_GIVEN = 4


@lru_cache(maxsize=1)
def _organisation() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{pattern('organisations')})(?!\w)", re.IGNORECASE)


def gives_names_first(author: str) -> bool:
    """Whether the first author stands as `Jane Roe` or `J. Roe`, followed by others: surnames do not come first.

    >>> gives_names_first("Jane Roe, Odile Marrant, and Karl Vesper"), gives_names_first("Roe, Jane, and Odile Marrant")
    (True, False)
    """
    parts = [part for part in re.split(rf"{_COMMA.pattern}|{_between().pattern}", author) if part and part.strip()]
    words = parts[0].split() if len(parts) > 1 else []
    full = (
        len(words) > 1
        and words[0][:1].isupper()
        and not _is_initials(words[-1])
        and not _organisation().search(parts[0])
    )
    return full and (len(parts[1].split()) > 1 and not _is_initials(parts[1]))


def has_others(text: str) -> bool:
    """Whether authors are said to be more than are named: `Roe, J. et al.`"""
    return _others().search(text.strip()) is not None


def read_people(text: str, *, inverted: bool) -> tuple[Person, ...]:
    """The authors at the beginning of an entry; `inverted` where the list gives surnames first.

    >>> [person.surname for person in read_people("Roe, J., Marrant, O., & van Stee, P. A.", inverted=True)]
    ['roe', 'marrant', 'van stee']
    >>> [person.surname for person in read_people("Roe, Jane, and Odile Marrant", inverted=True)]
    ['roe', 'marrant']
    >>> [person.surname for person in read_people("Ministry of Gates and Rivers", inverted=True)]
    ['ministry of gates and rivers']
    """
    plain = _others().sub("", _SUFFIX.sub("", _role().sub("", _NATION.sub("", text)))).strip(" ,.;:，。：-–—")
    pieces = [[part for part in _COMMA.split(piece.strip(" ,")) if part] for piece in _between().split(plain)]
    pieces = [piece for piece in pieces if piece]
    flat = [part for piece in pieces for part in piece]
    if flat and all(is_glued(part) for part in flat):
        return tuple(Person(fold_name(part.replace(" ", "")), "", part) for part in flat)
    initials = [_is_initials(part) for part in flat]
    if any(initials[1:]):
        return tuple(_by_initials(flat))
    if inverted and len(flat) <= len(pieces) and not any(_split_initials(part)[1] for part in flat):
        if len(pieces) > 1 and all(len(part.split()) == 1 for part in flat):  # surnames alone
            return tuple(Person(fold_name(part), "", part) for part in flat)
        return (Person(fold_name(plain), "", plain),) if plain else ()
    return tuple(
        person for number, piece in enumerate(pieces) for person in _of_piece(piece, first=inverted and number == 0)
    )


def _by_initials(parts: Sequence[str]) -> Iterator[Person]:
    """`Roe`, `J.`, `Marrant`, `Odile M.`: initials belong to the name before them."""
    for at, part in enumerate(parts):
        if at and _is_given(part, parts[at - 1]):
            continue
        following = parts[at + 1] if at + 1 < len(parts) and _is_given(parts[at + 1], part) else ""
        yield _inverted(part, following) if following else _natural(part)


def _is_given(part: str, before: str) -> bool:
    """Whether a part is what stands behind a surname: `J.`, and `Kai J.` behind a word alone."""
    return _is_initials(part) or (_GIVEN.fullmatch(part) is not None and _SURNAME.fullmatch(before) is not None)


_GIVEN = re.compile(r"[^\W\d_]{2,}(?:[\s-][^\W\d_]{2,})?(?:\s[^\W\d_]\.)*\s[^\W\d_]\.?|[^\W\d_]\.?\s[^\W\d_]{2,}")
_SURNAME = re.compile(rf"(?:(?:[^\W\d_A-Z][\w’']*|(?i:{pattern('name_particles')}))\s)*[^\W\d_][\w’'-]+")


def _of_piece(parts: Sequence[str], *, first: bool) -> Iterator[Person]:
    """The persons between two `and`s: `Roe, Jane`, `Jane Roe`, `Roe, Jane, Odile Marrant`."""
    if len(parts) == _PAIR and _is_given(parts[1], parts[0]):  # Roe, Jane M.
        yield _inverted(parts[0], parts[1])
        return
    single = [len(part.split()) == 1 or part[:1].islower() for part in parts]
    own_initials = any(_split_initials(part)[1] for part in parts)
    if len(parts) == 1 or own_initials or (not any(single) and not _is_double(parts, first=first)):
        yield from (_natural(part) for part in parts)
    elif all(single) and len(parts) % 2 == 0:
        yield from (_inverted(parts[at], parts[at + 1]) for at in range(0, len(parts), 2))
    else:
        yield _inverted(parts[0], parts[1])
        yield from (_natural(part) for part in parts[2:])


def _is_double(parts: Sequence[str], *, first: bool) -> bool:
    """`Roe Marrant, Jane Maria`: two surnames in front of two given names."""
    return first and len(parts) == _PAIR


_PAIR = 2


def _inverted(surname: str, given: str) -> Person:
    name, more = _split_initials(surname)
    return Person(fold_name(name), fold_name(f"{given} {more}"), name)


def _natural(name: str) -> Person:
    """`Jane van Stee`, `J. Roe`, `Roe J`."""
    surname, initials = _split_initials(name)
    if initials:
        return Person(fold_name(surname), fold_name(initials), surname)
    words = name.split()
    if words[-1][:1].islower() or _organisation().search(name):
        return Person(fold_name(name), "", name)
    at = len(words) - 1
    while at > 1 and words[at - 1][:1].islower():
        at -= 1
    surname = " ".join(words[at:])
    return Person(fold_name(surname), fold_name(" ".join(words[:at])), surname)


def _split_initials(name: str) -> tuple[str, str]:
    """A name without the initials at its end or beginning, and these; ("Roe", "J. M.") of `Roe J. M.`"""
    words = re.sub(r"(?<=[^\W\d_]\.)(?=[^\W\d_])", " ", name).split()
    last = len(words)
    while (
        last > 1
        and _is_initials(words[last - 1])
        and (not name.isupper() or "." in words[last - 1] or len(words[last - 1]) == 1)
    ):
        last -= 1
    first = 0
    while first < last - 1 and _is_initials(words[first]) and "." in words[first]:
        first += 1
    return " ".join(words[first:last]), " ".join([*words[:first], *words[last:]])


# --- those of a citation -------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Names:
    """The names of a citation, folded: all together, one by one; whether others are said to stand behind the first."""

    whole: str
    people: tuple[str, ...]
    others: bool
    short: str = ""  # an abbreviation given beside it


def read_names(text: str) -> Names | None:
    """The names of a citation, None where there are none.

    >>> read_names("Roe and Marrant"), read_names("Roe et al.").others, read_names("Ministry of Gates [MoG]").short
    (Names(whole='roe and marrant', people=('roe', 'marrant'), others=False, short=''), True, 'mog')
    """
    plain = _NATION.sub("", text.strip(" ,:;，。：-–—"))
    short = _SHORT_NAME.search(plain)
    plain = plain[: short.start()] if short else plain
    plain = _POSSESSIVE.sub("", plain)
    named = _POSSESSIVE.sub("", _others().sub("", plain))
    people = [fold_name(part) for piece in _between().split(named) for part in _COMMA.split(_SUFFIX.sub("", piece))]
    people = [name for name in people if name]
    if not people:
        return None
    joined = tuple(_with_initials(people))
    return Names(fold_name(named), joined, others=named != plain, short=fold_name(short[1]) if short else "")


def _with_initials(people: Sequence[str]) -> Iterator[str]:
    """`roe`, `j`: initials behind a comma belong to the name before them."""
    for at, name in enumerate(people):
        following = people[at + 1] if at + 1 < len(people) else ""
        if at and _only_initials(name):
            continue
        yield f"{name} {following}" if _only_initials(following) else name


def _only_initials(name: str) -> bool:
    return bool(name) and name.isascii() and all(len(word) == 1 for word in name.split())
