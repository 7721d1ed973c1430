"""How far the authors reach at the beginning of a reference in which no mark shows where the title begins.

In: text. Out: where the authors end, and what divides the parts of such a reference. The rule of this file: names have a shape.
Every letter is replaced by its kind (capital, small, of a particle, of a joining word), and patterns are matched against that.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from verifier.citations.prose import small_run
from verifier.citations.words import PARTICLE
from verifier.dates import find_dates
from verifier.languages import pattern, words

_LONGEST = 400
_WORD = re.compile(r"[^\W\d_]+")
# In a shape: `A` capital, `a` small, `c` of a script without capitals, `p` of a particle (van), `&` of a joining word.
_NAME = r"(?:p+['’])?A['’]?[Aa]*(?:['’-][Aa]+)*"
_INITIALS = r"Aa?\.(?:[ -]?Aa?\.){0,3}"
_LAST = rf"(?:p+ ){{0,2}}{_NAME}(?:[ -](?:p+ )?{_NAME}){{0,2}}"
_FULL = rf"{_NAME}(?: (?:p+ ){{0,2}}(?:A\.|{_NAME})){{1,3}}"  # Ilse Torvald
_ON = rf"(?! {_LAST}(?: &+ {_FULL})?, A)"  # no end of a name: Ilse K. goes on in Torvald
_STRONG = (
    rf"{_LAST}, {_INITIALS}|{_LAST} {_INITIALS}{_ON}"  # Torvald, I. K.
    rf"|{_INITIALS} ?(?:p+ ){{0,2}}{_NAME}(?:[ -]{_NAME})?"  # I. K. Torvald
    rf"|{_NAME}(?:[ -]{_NAME})? A{{1,3}}(?=[,;:]|$| &|\.{_ON})"  # Torvald IK
    rf"|A{{2,}}(?:[ -]A{{2,}}){{0,2}},? {_NAME}(?: (?:{_NAME}|A\.|p+)){{0,2}}"  # TORVALD, Ilse
)
_REVERSED = rf"(?:p+ ){{0,2}}{_NAME}(?:[ -]{_NAME})?, {_NAME}(?: (?:{_NAME}|A\.)){{0,2}}"  # Torvald, Ilse
_BETWEEN = r"(?:[,;/] ?(?:&+ )?| / | &+ )"
_OTHERS = re.compile(rf"[,;]?\s(?:{pattern('and_others')})(?![^\W\d_])\.?", re.IGNORECASE)
_STRONG_LIST = re.compile(rf"(?:{_STRONG})(?:{_BETWEEN}(?:{_STRONG})|,? &+ (?:{_FULL}))*+")
_REVERSED_LIST = re.compile(rf"(?:{_REVERSED})(?:(?:; ?(?:&+ )?| ?/ ?)(?:{_REVERSED})|,? &+ (?:{_REVERSED}|{_FULL}))*+")
_FULL_LIST = re.compile(rf"(?:{_FULL})(?:{_BETWEEN}(?:{_FULL}))*+")
_CASELESS = re.compile(r"c+(?: c+){0,4}(?=: ?|：)")
_BODY = re.compile(r"A{2,}(?: (?:A+|p+|&+)){1,6}(?=\. )|c{2,20}(?:[,，、] ?c{2,4}){0,5}(?=[.．] ?)")
_EDITOR = rf"(?:\s?\((?:{pattern('edited')})\.?\)|,\s(?:{pattern('edited')})\b\.?(?=,))?"
_DATED = re.compile(
    rf"^(?P<names>[^()\0]{{0,200}}?){_EDITOR},?\s?"
    rf"\((?P<date>[^()\0]{{0,30}}(?:1[5-9]|20)\d\d[^()\0]{{0,30}}|(?:{pattern('no_date')})\.?)\)[.,:]?\s+",
    re.IGNORECASE,
)
# Torvald, I. 2011. / Torvald, I., 2011. / Tally Council 2011.
_YEARED = re.compile(
    rf"^(?P<names>[^()\0]{{3,240}}?)(?P<ed>,?\s\(?(?:{pattern('edited')})\b\.?\)?)?(?P<by>[.,]{{0,2}})\s"
    r"\[?(?:1[5-9]|20)\d\d[a-z]?\]?[.:]\s+(?-i:(?=[^\W\d_a-zß-ÿа-я]|[“\"«„‘']))",
    re.IGNORECASE,
)
_BODIES = re.compile(rf"(?<!\w)(?:{pattern('bodies')}|{pattern('organisations')})(?!\w)", re.IGNORECASE)
_DIVIDED = re.compile(rf"{_EDITOR}\s?(?P<by>[.,:])?\s+", re.IGNORECASE)
_NO_DATE = re.compile(rf"(?:{pattern('no_date')})\.?", re.IGNORECASE)
_EDITOR_ENDS = re.compile(
    rf"(?:\s?\((?:{pattern('edited')})\.?\)|,\s(?:{pattern('edited')})\b\.?)[\s,.:;]*$|[\s,:;]+$", re.IGNORECASE
)
_BODY_LONGEST = 9
_SMALL = 2


@dataclass(frozen=True, slots=True)
class Authors:
    """Where authors end and the title begins, what divides the parts (`.`, `,` or `:`), and whether only names look like this."""

    end: int
    divided_by: str
    certain: bool


def find_authors(text: str) -> Iterator[Authors]:
    """What may be the authors at the beginning of a text, the longest first.

    >>> next(find_authors("Torvald, I. K., & Menk, J. Tolls at sea."))
    Authors(end=27, divided_by='.', certain=True)
    >>> {names.end for names in find_authors("Ilse Torvald, Jo Menk, Tolls at Sea")}, list(find_authors("Tolls at sea, Tally"))
    ({14, 23}, [])
    """
    if (dated := _dated(text)) is not None:
        yield Authors(dated, ".", certain=True)
        return
    shape = _shape(text[:_LONGEST])
    for names, certain in (
        (_STRONG_LIST, True),
        (_REVERSED_LIST, False),
        (_FULL_LIST, False),
        (_CASELESS, True),
        (_BODY, False),
    ):
        found = names.match(shape)
        end = found.end() if found else 0
        while end > 0:
            if divided := _divided(text, end):
                yield Authors(divided[0], divided[1], certain or _OTHERS.match(text, end) is not None)
            end = 0 if certain else shape.rfind(", ", 0, end)


def _dated(text: str) -> int | None:
    """The end of authors behind whom the year stands, in brackets or between stops."""
    found = _DATED.match(text)
    if found and _are_names(found["names"]):
        return found.end() if _is_date(found["date"]) else None
    found = _YEARED.match(text)
    if found is None or not (found["by"] or found["ed"] or _BODIES.search(found["names"])):
        return None
    return found.end() if _are_names(found["names"] + "." * found["by"].startswith(".")) else None


def find_year(text: str) -> str:
    """The year that stands behind the authors, as lists by author and date have it; "" where none does.

    >>> find_year("Torvald, I. K. 2011. Tolls. Paper of 4 May 2010."), find_year("Ilse Torvald, Tolls, 2011")
    ('2011', '')
    """
    if _dated(text) is None:
        return ""
    found = _DATED.match(text) or _YEARED.match(text)
    years = re.findall(r"(?:1[5-9]|20)\d\d", text[found.end("names") : found.end()]) if found else []
    return years[-1] if years else ""


def _is_date(text: str) -> bool:
    """Whether a bracket holds a date, or that there is none, and no place and publisher."""
    for start, end, _ in reversed(find_dates(text)):
        text = text[:start] + text[end:]
    left = len(re.findall(r"[^\W\d_]{2,}", text))
    return _NO_DATE.fullmatch(text) is not None or left <= ("," not in text)


def _divided(text: str, end: int) -> tuple[int, str] | None:
    """Where the next part begins behind names that end here, and by what it is divided from them."""
    others = _OTHERS.match(text, end)
    if others:
        end = others.end()
    found = _DIVIDED.match(text, end)
    if found and (found["by"] or text[end - 1] == "."):
        return found.end(), found["by"] or "."
    if end < len(text) and text[end] in ".．" and not text[end - 1].isascii():
        return end + 1, "."
    return None


def only_names(text: str) -> bool:
    """Whether a text is names and nothing else, as in front of a title.

    >>> only_names("Ilse Torvald and Jo Menk, "), only_names("Torvald, I. (2011). "), only_names("Jo Menk, Tolls at Sea, ")
    (True, True, False)
    """
    dated = _DATED.match(text + " ")
    if dated and dated.end() >= len(text):
        text = dated["names"]
    elif (yeared := _YEARED.match(f"{text.rstrip()} X")) and yeared.end() > len(text.rstrip()):
        text = yeared["names"] + "." * yeared["by"].startswith(".")
    return _are_names(text)


def _are_names(text: str) -> bool:
    """The names of people, or one name of a few words."""
    text = _EDITOR_ENDS.sub("", text).strip()
    shape = _shape(text[:_LONGEST])
    for names in (_STRONG_LIST, _REVERSED_LIST, _FULL_LIST):
        found = names.match(shape)
        end = found.end() if found else 0
        others = _OTHERS.match(text, end)
        if found and (others.end() if others else end) >= len(text.rstrip(" .,")):
            return True
    return not re.search(r"[,?!:;/]|\.\s", text) and len(text.split()) <= _BODY_LONGEST and small_run(text) <= _SMALL


def _shape(text: str) -> str:
    """The kinds of its letters, of the same length.

    >>> _shape("Ilse van Torvald and J. Menk, 2011")
    'Aaaa ppp Aaaaaaa &&& A. Aaaa, 2011'
    """
    return _WORD.sub(_kinds, re.sub(r"[\s\u00a0]", " ", text))


def _kinds(word: re.Match[str]) -> str:
    letters = word[0]
    if letters.islower() and letters in words("joining"):
        return "&" * len(letters)
    if letters.islower() and PARTICLE.fullmatch(letters):
        return "p" * len(letters)
    return "".join("A" if c.isupper() else "a" if c.islower() else "c" for c in letters)
