"""Short forms of a reference (ibid., op. cit., supra note 3, “Marrant, Gates, 12”): their phrase, and what they name.

In: a part of a note without an address. Out: a `ShortForm`, or None where the part gives a work of its own. Which work is meant is
told by `citations/earlier.py`.

The rule of this file: the words of a short form stand at the beginning, behind words such as `see`, or behind the name of an author.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from verifier.citations.parts import Part
from verifier.citations.prose import QUOTED
from verifier.citations.reports import find_short_report
from verifier.citations.words import past_lead, past_same_author
from verifier.languages import pattern
from verifier.locators import Locator, find_locator

_LONGEST = 200  # characters that a name and a short title have at most
_NO_LETTER = r"(?:(?<=[⺀-鿿ぁ-ヿ가-힣])|(?![^\W\d_]))"
_ROMAN = r"[ivxlc]{1,7}(?![^\W_])"
_LABEL = rf"(?:(?!(?:1[5-9]|20)\d\d(?!\d))\d{{1,4}}[a-z]?(?![^\W_])|{_ROMAN}|[*†‡]{{1,3}}|[①-⑳])"
_TITLES = re.compile(r"[“\"«„»‘『《「]")
_YEAR = re.compile(r"(?<!\d)(?:1[5-9]|20)\d\d(?!\d)")


@dataclass(frozen=True, slots=True)
class ShortForm:
    """A reference to a work that another note gives.

    `phrase` are the words that show it, "" where only a name or a title does. `labels` are the notes named; `name` and `title` what
    is said of the work; `below` tells that a note behind is meant; `place` is the locator, its offsets count for nothing; `entry`
    is the reference of the list that is meant, where the notes have one, or `SEVERAL`.
    """

    phrase: str
    labels: tuple[str, ...] = ()
    name: str = ""
    title: str = ""
    year: str = ""
    report: str = ""  # volume and abbreviation of the law report: `12 Q.R.`
    below: bool = False
    place: Locator | None = None
    entry: int | None = None


SEVERAL = -1  # works of a list have this name and year


def read_short_form(part: Part) -> ShortForm | None:
    """The short form that a part of a note is, None where it is none.

    >>> form = read_short_form(Part("See also Marrant, supra note 3, at 12.", ()))
    >>> form.phrase, form.labels, form.name, form.place.value
    ('supra note 3', ('3',), 'Marrant', '12')
    >>> read_short_form(Part("Ibid.", ())).phrase, read_short_form(Part("Idem, “Loud Gates”, 2021.", ()))
    ('Ibid', None)
    """
    if part.urls:
        return None
    lead = past_lead(part.text)
    at = lead + _introduced(part.text[lead:])
    body = part.text[at:].rstrip(" ;\n")
    behind = past_same_author(body)
    if behind:
        return _same_author(part, at, behind)
    return _same(body) or _numbered(body) or _earlier(body) or _reported(body) or _titled(part, at) or _named(body)


@lru_cache(maxsize=1)
def _introduction() -> re.Pattern[str]:
    words = f"{pattern('introductions')}|{pattern('pointers')}|{pattern('see')}"
    return re.compile(rf"\W*(?:{words}){_NO_LETTER}[.,:]?\s*", re.IGNORECASE)


_SMALL = re.compile(r"[^\W\d_A-ZÀ-ÞА-Я][\w.]{1,9},?\s")


def _introduced(text: str) -> int:
    """Past `See`, `Vgl. auch`, `См.`; a small word may stand behind it."""
    at = len(text) - len(text.lstrip(_OPENING))
    for _ in range(3):
        found = None if _is_phrase(text[at:]) else _introduction().match(text, at)
        if found is None:
            return at
        at = found.end()
        if not _is_phrase(text[at:]) and (small := _SMALL.match(text, at)):
            at = small.end()
    return at


_OPENING = " ([,;:.–—\n\t\u00a0"


def _is_phrase(text: str) -> bool:
    return any(signs().match(text) for signs in (_same_signs, _earlier_start, _numbered_start))


# --- the work just cited -------------------------------------------------------------------------


@lru_cache(maxsize=1)
def _same_signs() -> re.Pattern[str]:
    return re.compile(rf"(?P<phrase>{pattern('same_source')}){_NO_LETTER}\.?", re.IGNORECASE)


_WORD = len(" at the ")
_IDEM = re.compile(r"[ií]d(?:em)?\b", re.IGNORECASE)
_IS_TITLED = re.compile(r"[\s,.]*(?:[“\"«„»‘『《「]|[^\W\d_a-z].{0,200}\b(?:1[5-9]|20)\d\d\b)", re.DOTALL)
_SENTENCE = re.compile(r"\s+[^\W\d_a-zß-ÿа-я]")


def _same(body: str) -> ShortForm | None:
    found = _same_signs().match(body)
    behind = body[found.end() :] if found else ""
    if (
        found is None
        or _numbered_signs().match(body)
        or not (_goes_on_as_reference(behind) or (found[0].endswith(".") and _SENTENCE.match(behind)))
    ):
        return None
    if _IDEM.match(body) and _IS_TITLED.match(behind):
        return None  # the same author, another work
    return ShortForm(found["phrase"].strip(), place=find_locator(behind, bare=True))


def _goes_on_as_reference(behind: str) -> bool:
    """Whether nothing, punctuation or a place in the work follows: `исто тако` and `ibid types` are words of a sentence."""
    place = find_locator(behind, bare=True)
    return not behind.strip() or not behind.lstrip()[0].isalpha() or (place is not None and place.start < _WORD)


def _same_author(part: Part, at: int, behind: int) -> ShortForm | None:
    """`Ders., S. 14` is the work just cited, `Ders., Tore, S. 14` the one of this title; with a year behind the title it is another."""
    body = part.text[at + behind :]
    if _same_signs().match(part.text, at) and (short := _same(part.text[at:])):
        return short
    place = find_locator(body, bare=True)
    if place is not None and _is_only(body[place.start :], place._replace(start=0, end=place.end - place.start)):
        words = body[: place.start].strip(" ,.;:")
        return (
            None
            if _NO_NAME.search(words)
            else ShortForm("" if words else part.text[at : at + behind].strip(" ,:"), title=words, place=place)
        )
    return _titled(part, at + behind)


# --- the note that is named ----------------------------------------------------------------------


@lru_cache(maxsize=1)
def _numbered_start() -> re.Pattern[str]:
    return re.compile(
        rf"(?:{pattern('above')}|{pattern('below')}|{pattern('numbered_source')}){_NO_LETTER}", re.IGNORECASE
    )


@lru_cache(maxsize=1)
def _numbered_signs() -> re.Pattern[str]:
    above, below, word, behind = map(pattern, ("above", "below", "numbered_source", "numbered_behind"))
    beside = rf"(?P<{{}}>{above})|(?P<{{}}>{below})"
    front = rf"(?:(?:{beside.format('a1', 'b1')}){_NO_LETTER}\s?,?\s?)"
    labels = rf"(?P<labels>{_LABEL}(?:\s?(?:and|&|und|et|y|e|и|ve|[-–])\s?{_LABEL})?)"
    named = rf"(?P<word>{word}){_NO_LETTER}\s?[(（]?\s?{labels}\)?）?"
    back = rf"(?:,?\s?(?:{beside.format('a2', 'b2')}){_NO_LETTER})?"
    counted = rf"(?P<first>\d{{1,4}})(?:\.|-?\w{{0,3}})\s?(?:{behind}){_NO_LETTER}"
    short = rf"(?:{beside.format('a3', 'b3')}){_NO_LETTER}\s(?P<bare>\d{{1,4}})(?![\w])"
    return re.compile(rf"(?<![^\W_])(?:{front}?(?:{named}|{counted}){back}|{short})", re.IGNORECASE)


def _numbered(body: str) -> ShortForm | None:
    for found in _numbered_signs().finditer(body[:_LONGEST]):
        before, behind = _last_named(_last_said(body[: found.start()])), body[found.end() :]
        name = _without_phrase(before)
        if _is_called(found, before, name, behind):
            labels = _labels(found["labels"] or found["first"] or found["bare"])
            below = any(found[group] for group in ("b1", "b2", "b3"))
            place = find_locator(behind.lstrip(")]） "), bare=True)
            return ShortForm(found[0].strip(" ,)）"), labels, name, _title_in(name), below=below, place=place)
    return None


_RANGE = re.compile(r"(\d{1,4})\s?[-–]\s?(\d{1,4})")
_MOST_NOTES = 30


def _labels(named: str) -> tuple[str, ...]:
    """The labels that are named, those between two as well: `155–58` is four.

    >>> _labels("155–58"), _labels("3 and 5a"), _labels("iv")
    (('155', '156', '157', '158'), ('3', '5a'), ('iv',))
    """
    if through := _RANGE.fullmatch(named.strip()):
        first, last = through.groups()
        last = first[: len(first) - len(last)] + last if len(last) < len(first) else last
        if int(first) < int(last) <= int(first) + _MOST_NOTES:
            return tuple(str(number) for number in range(int(first), int(last) + 1))
    return tuple(re.findall(_LABEL, named, re.IGNORECASE))


@lru_cache(maxsize=1)
def _said() -> re.Pattern[str]:
    words = f"{pattern('introductions')}|{pattern('pointers')}"
    return re.compile(rf"(?:^|[.,;)”\"])\s*(?:{words}){_NO_LETTER}[.,:]?\s*(?=[^\W\d_a-z]|$)", re.IGNORECASE)


def _last_said(before: str) -> str:
    """What stands behind the last `See` or `But see` in front of a note's number: whose work it is, if anything."""
    for found in reversed(list(_said().finditer(before))):
        rest = before[found.end() :]
        if rest[:1].isupper() or not rest:
            return rest
    return before


_NAMED = re.compile(
    r"\s(?P<named>(?:[^\W\d_a-z][\w’'.-]*(?:,?\s(?:(?:&|v\.?|and|of|the)\s)?|(?=,?\s?[(\[（]$))){1,8})[(\[（]$"
)


def _last_named(before: str) -> str:
    """The name in front of `(n 6)` at the end of a sentence: `as was noted in Roke v Hask (n 6)`; nothing behind `see (n 6)`."""
    if not before.endswith(("(", "[", "（")) or _is_name(before[:-1]):
        return before
    found = _NAMED.search(before)
    return found["named"] + before[-1] if found else before[-1] if _POINTED.search(before) else before


_POINTED = re.compile(r",\s[^\W\d_]+\.?\s[(\[（]$")  # `…, see (`


def _is_called(found: re.Match[str], before: str, name: str, behind: str) -> bool:
    """Whether words and a number call a note: with `supra`, in brackets behind a name, or with nothing else but a name and a place.

    `Occasional Note 12 on Salt, 2011` is a title, and `12 (2011), p. 4 (note 3)` a note on a page of the work.
    """
    if any(found[group] for group in ("a1", "b1", "a2", "b2")):
        return True
    if before.rstrip().endswith(("(", "[", "（")):
        return _is_name(name)
    alone = not before.strip() or before.rstrip().endswith((",", "・"))
    return alone and _is_name(name) and not _TITLES.search(before) and _closes(behind)


def _closes(behind: str) -> bool:
    """Whether the reference ends behind the number, or goes on with a place; a year would be that of another work."""
    behind = _introduction().sub("", behind, count=1) if _introduction().match(behind) else behind
    return (
        _goes_on_as_reference(behind) and not _YEAR.search(behind[:60]) and not re.match(r"\s?[,.:]?\s?[“\"«„]", behind)
    )


def _is_name(text: str) -> bool:
    """Whether words can be a name with a short title: capitals, few words, no number."""
    words = re.findall(r"[^\W\d_]+", text)
    return (
        not words
        or _REPORT.fullmatch(text.strip()) is not None
        or (len(words) <= 8 and not re.search(r"\d", text) and not words[0].islower())
    )


_REPORT = re.compile(r"[^\W\d_a-z][^\W\d_]{1,8}(?:[\s,]\s?(?:\d{1,4}|[IVX]{1,4}[a-z]?)){1,4}")  # `BGE 132 III 285`


# --- the work of the author that is named ----------------------------------------------------------


@lru_cache(maxsize=1)
def _earlier_start() -> re.Pattern[str]:
    return re.compile(rf"(?P<phrase>{pattern('earlier_source')}){_NO_LETTER}\.?", re.IGNORECASE)


@lru_cache(maxsize=1)
def _earlier_signs() -> re.Pattern[str]:
    return re.compile(rf"(?<![^\W_])(?P<phrase>{pattern('earlier_source')}){_NO_LETTER}\.?", re.IGNORECASE)


def _earlier(body: str) -> ShortForm | None:
    found = next((sign for sign in _earlier_signs().finditer(body[:_LONGEST]) if _is_no_word(sign)), None)
    if found is None or not _goes_on_as_reference(body[found.end() :]):
        return None
    name = body[: found.start()].strip(" ,;:([")
    place = find_locator(body[found.end() :].lstrip(")] "), bare=True)
    return ShortForm(found["phrase"].strip(), name=name, title=_title_in(name), place=place)


def _is_no_word(found: re.Match[str]) -> bool:
    """Whether letters in the middle of a note abbreviate: `Marrant, a.g.e.`, `Op. cit.`; `the Digital Age, 58` and `(N.D. 1983)` do not."""
    phrase = found["phrase"]
    if not found.start() or not phrase[0].isupper():
        return True
    return len(phrase) > _SHORT_PHRASE and not phrase.isupper()


_SHORT_PHRASE = 4  # letters and stops of `n.d`, `age`


def _without_phrase(before: str) -> str:
    """The name in front of `a.a.O. (Fn. 2)`."""
    return _earlier_signs().sub("", before).strip(" ,;:([（・")


def _title_in(name: str) -> str:
    """The short title in quotation marks, or behind the first comma."""
    quoted = QUOTED.search(name)
    return next(filter(None, quoted.groups())) if quoted else name.partition(",")[2].strip()


# --- a judgment by its report --------------------------------------------------------------------


def _reported(body: str) -> ShortForm | None:
    """`Kern, 12 Q.R. at 45`: the case that was cited with this volume."""
    found = find_short_report(body)
    if found is None or not _is_name(found["name"]):
        return None
    place = Locator(found["page"], "page", *found.span("page"))
    return ShortForm(found[0].strip(" ,"), name=found["name"].strip(" ,."), report=found["report"], place=place)


# --- a name or a short title alone -----------------------------------------------------------------


def _titled(part: Part, at: int) -> ShortForm | None:
    """`Marrant, “Gates,” 12`: a title in quotation marks or italics, a name before it, a place behind it, and nothing else."""
    for start, end, title in _titles(part, at):
        name, behind = part.text[at:start].strip(" ,;:"), part.text[end:]
        place = find_locator(behind, bare=True)
        if len(name) <= _LONGEST and _is_name(name) and _is_only(behind, place):
            return ShortForm("", name=name, title=title.strip(" ,.;:"), place=place)
    return None


def _titles(part: Part, at: int) -> list[tuple[int, int, str]]:
    quoted = QUOTED.search(part.text, at)
    found = [(*quoted.span(), next(filter(None, quoted.groups())))] if quoted else []
    return found + [(a, b, part.text[a:b]) for a, b in part.emphasis if a >= at][:1]


def _is_only(behind: str, place: Locator | None) -> bool:
    """Whether nothing follows but a place; behind a place more of them, and what is said there: `12 n. 3, 14 (tolls): she counts them`."""
    if place is None:
        return not re.search(r"[^\W_]", _PASSIM.sub("", behind))
    if re.search(r"[^\W_]", _VOLUME.sub("", _at().sub("", behind[: place.start]))):
        return False
    rest = _editorial().sub("", _SAID_THERE.sub("", _REMARK.sub("", QUOTED.sub("", behind[place.end :]))))
    return not _YEAR.search(rest) and not re.search(r"[^\W_]", _only_words_of_place().sub("", rest))


_VOLUME = re.compile(r"\d{1,2}:$")
_PASSIM = re.compile(r"\bpassim\b", re.IGNORECASE)
_REMARK = re.compile(r"\([^()]*\)")
_SAID_THERE = re.compile(r"\s?[:–—]\s+(?-i:[a-zß-ÿа-я]).*", re.DOTALL)


@lru_cache(maxsize=1)
def _editorial() -> re.Pattern[str]:
    return re.compile(rf"(?<![^\W_])(?:{pattern('editors_notes')})(?![^\W_])", re.IGNORECASE)


@lru_cache(maxsize=1)
def _at() -> re.Pattern[str]:
    return re.compile(rf"(?<![^\W_])(?:{pattern('at_place')})(?![^\W_])\.?", re.IGNORECASE)


@lru_cache(maxsize=1)
def _only_words_of_place() -> re.Pattern[str]:
    """Places, and short words in front of their numbers: `n. 3`, `figs. 2–5`, `esp. 14`, `passim`."""
    word = rf"(?:{pattern('at_place')}|(?:[^\W\d_]{{1,5}}\.|and|und|et|y|e|и|ve|&)\s?)"
    return re.compile(
        rf"[\s,;.]*(?:passim|(?:{word}\s*)*[\divxlc]+(?:[-–—:.]+\d+)*[a-f]{{0,2}}(?![^\W_]))", re.IGNORECASE
    )


_LAST = re.compile(r"[,:]?\s(?:at\s)?(?P<number>\d{1,4}(?:[-–]\d{1,4}|\sff?\.)?)\.?\s*$")
_QUOTED_THERE = re.compile(rf":\s(?:{QUOTED.pattern})[.\s]*$")
_OF_YEAR = re.compile(r",?\s\(?(?P<year>(?:1[5-9]|20)\d\d)[a-z]?\)?$")
_COUNTED = re.compile(r"\b(?:No|Nr|nº|№)\.?\s?\d+$", re.IGNORECASE)  # `Interview No. 203` is one of its own
_LAW = re.compile(r"(?:[^\W\d_a-z]\w*\.\s?)+[^\W\d_a-z]\w*\.?")  # `Fed. R. Evid. 501` is a law
_NO_NAME = re.compile(r"[\d“”\"«»:;()]")


def _named(body: str) -> ShortForm | None:
    """`Marrant, Quiet Gates, 12`; `Marrant, p. 45`; `Marrant 2014, 40`: a name and a place, and nothing else."""
    body = _QUOTED_THERE.sub("", body)
    place = find_locator(body)
    if place is None and (last := _LAST.search(body)) and not _YEAR.fullmatch(last["number"]):
        place = Locator(last["number"], "page", *last.span())
    if (
        place is None
        or not _is_only(body[place.start :], place._replace(start=0, end=place.end - place.start))
        or _COUNTED.search(body[: place.end].rstrip(" ."))
    ):
        return None
    words = body[: place.start].strip(" ,.;:")
    year = _OF_YEAR.search(words)
    words = words[: year.start()] if year else words
    if not words or _NO_NAME.search(words) or not _is_name(words) or _LAW.fullmatch(words):
        return None
    name, _, title = words.partition(",")
    return ShortForm("", name=name.strip(), title=title.strip(), year=year["year"] if year else "", place=place)
