"""The pieces of a note: parts that give a work of their own, and short forms that repeat one.

In: a note. Out: its pieces in order. The rule of this file: an address begins or ends a part (`citations/parts.py`); behind a semicolon, or
before a word such as `See`, a short form or a book may stand apart.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from verifier.citations.authors import find_authors, only_names
from verifier.citations.parts import Part, cut
from verifier.citations.prose import QUOTED, is_prose, says_who, small_run, without_remarks, without_said
from verifier.citations.reports import begins_reported
from verifier.citations.short_forms import ShortForm, read_short_form
from verifier.citations.words import past_introduction, past_lead, quoted_in
from verifier.dates import find_dates
from verifier.languages import pattern
from verifier.model import Note, NoteKind
from verifier.sentences import split
from verifier.spans import Taken


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a note; `short` is what it is where it gives no work of its own."""

    part: Part
    short: ShortForm | None = None


def find_pieces(note: Note) -> tuple[Piece, ...]:
    """The pieces of a note in order.

    >>> from verifier.model import NoteKind
    >>> text = "Kern, supra note 1; see also Marrant, “Quiet Gates”, https://gazette.example/a."
    >>> [(piece.part.text, piece.short is None) for piece in find_pieces(Note("2", NoteKind.ENDNOTE, text))]
    [('Kern, supra note 1; ', False), ('see also Marrant, “Quiet Gates”, https://gazette.example/a.', True)]
    """
    if note.kind is NoteKind.REFERENCE and not note.label[:1].isdigit():
        return tuple(Piece(part) for part in cut(note))  # `Kern 2011`: an entry of a list gives its work itself
    return tuple(piece for part in cut(note) for piece in _divide(part))


def _divide(part: Part) -> Iterator[Piece]:
    """Divide where a segment that is a short form or a book begins, and where another work begins behind it."""
    pieces = [part.slice(a, b) for a, b in pairwise([*_borders(part), len(part.text)])]
    pieces = [read for run in pieces for piece in _sentences(run) for read in _read_works(piece)]
    told = [piece for piece in pieces if piece.text.strip(" ;,.")]
    for piece in told:
        if len(told) == 1 or not _only_says(piece):
            own = _joined(piece)
            yield Piece(own, read_short_form(_first(own)))


def _read_works(part: Part) -> Iterator[Part]:
    """A part without the work that nobody saw: of `Roe, Letter, 3 May 1961, quoted in Kern, Gates, 12` the second is cited."""
    cue = next((found for found in quoted_in(part.text) if not _is_held(part, found)), None)
    start = part.text.rfind(";", 0, cue.start()) + 1 if cue else 0
    if cue is None or not part.text[start : cue.start()].strip(" ,.") or part.slice(start, cue.start()).urls:
        yield part
        return
    if start:
        yield part.slice(0, start)
    yield part.slice(cue.end(), len(part.text))


def _is_held(part: Part, cue: re.Match[str]) -> bool:
    """Whether words stand inside a bracket, a quotation or an address."""
    before = part.text[: cue.start() + 1]
    held = Taken([*(found.span() for found in QUOTED.finditer(part.text)), *((a, b) for a, b, _ in part.urls)])
    return before.count("(") > before.count(")") or held.touches(*cue.span("cue"))


def _borders(part: Part) -> list[int]:
    begins = [0, *_separators(part)]
    segments = [_joined(part.slice(a, b)) for a, b in pairwise([*begins, len(part.text)])]
    borders, apart = [0], False
    for at, segment in zip(begins, segments, strict=True):
        if at and _are_authors(part.slice(borders[-1], at)):
            continue
        alone = read_short_form(segment) is not None if not _has_work(segment) else not segment.urls
        if at and (alone or (apart and _is_named(segment))):
            borders.append(at)
        apart = alone
    return borders


def _sentences(part: Part) -> Iterator[Part]:
    """Divide where a sentence that is a whole reference (a short form, a book with its bracket) follows another sentence, or ends before one.

    >>> text = "Kern, Gates, 12. The keepers were never asked. Odile Marrant, Tolls at Sea (Varn: Lock House, 2011), 4."
    >>> [piece.text for piece in _sentences(Part(text, ()))]
    ['Kern, Gates, 12. ', 'The keepers were never asked. ', 'Odile Marrant, Tolls at Sea (Varn: Lock House, 2011), 4.']
    """
    if len(part.text) > _SENTENCES_LONGEST:
        yield part
        return
    begins = [start for start, _ in split(part.text) if not _is_in_report(part.text, start)]
    begins = [start for start in begins if not _is_edition(part.text, start)] or [0]
    borders = [0]
    for at, end in pairwise([*begins, len(part.text)]):
        before, sentence = part.slice(borders[-1], at), part.slice(at, end)
        if before.text.strip() and (_is_whole(sentence, before) or _is_ended(before, sentence)):
            borders.append(at)
    for start, end in pairwise([*borders, len(part.text)]):
        yield part.slice(start, end)


_SENTENCES_LONGEST = 3000  # no note that is read as references is longer


def _is_in_report(text: str, at: int) -> bool:
    """Whether a stop abbreviates a review's name, its volume in front and its page behind: `117 HARV. L. REV. 1893`."""
    return _VOLUME.search(text, max(0, at - _NAME_LONGEST), at) is not None and _PAGE.match(text, at) is not None


@lru_cache(maxsize=1)
def _edition() -> re.Pattern[str]:
    return re.compile(rf"(?:[^\W\d_]+\.?,?\s){{0,2}}(?:{pattern('editions')})(?![^\W\d_])", re.IGNORECASE)


def _is_edition(text: str, at: int) -> bool:
    """Whether a stop is that of a number that counts editions: `2. Aufl., Kiel 1998`."""
    return _COUNTED.search(text, max(0, at - 6), at) is not None and _edition().match(text, at) is not None


_COUNTED = re.compile(r"(?<![\d.])\d{1,2}\.,?\s*$")
_NAME_LONGEST = 60  # characters of a review's name
_VOLUME = re.compile(r"\d{1,4}\s(?:[A-Z][\w.&’'-]*\s){0,5}[A-Z][\w.&’'-]{0,12}\.\s*$")
_PAGE = re.compile(r"(?:(?:[A-Z][\w.&’'-]*|&|of|the)\s){1,5}\d")


def _is_whole(sentence: Part, before: Part) -> bool:
    """Whether a sentence gives a work by itself, rather than going on with the one before it."""
    if sentence.urls or _are_authors(before):
        return (
            bool(sentence.urls) and not before.urls and is_prose(before.text) and past_introduction(sentence.text) > 0
        )
    short = read_short_form(sentence)
    if short is not None and not short.phrase:
        return bool(short.name and short.title and short.place) and (
            small_run(before.text) >= _SAID or _ends_reference(before)
        )
    text = sentence.text[past_lead(sentence.text) :]
    text = text[past_introduction(text) :]
    if begins_reported(text):
        return True
    return _BOOK.match(text) is not None and any(names.divided_by == "," for names in find_authors(text))


# Ilse Kern, Loud Gates (Varn: Lock House, 2011): no word of it may be a sentence's.
_BOOK = re.compile(r"[^()]{8,260}\([^()]{0,80}\b(?:1[5-9]|20)\d\d[^()]{0,20}\)")


def _ends_reference(before: Part) -> bool:
    """Whether a reference ends here: with a short form, or behind its bracket."""
    return _is_short(before) or _ENDED.search(before.text.rstrip()) is not None


_ENDED = re.compile(
    r"\((?:[^()]*\W)?(?:1[5-9]|20)\d\d[^()]{0,12}\)(?:[,:]\s[\d\W]*(?:[^\W\d_]{1,5}\.?\s?\d[\d\W]*)*)?\.$"
)


def _is_short(piece: Part) -> bool:
    """Whether a piece is a short form that says where: what follows it is no part of it."""
    short = None if piece.urls else read_short_form(piece)
    return short is not None and (short.place is not None if short.name else bool(short.phrase))


def _is_ended(before: Part, sentence: Part) -> bool:
    """Whether a short form is over and words of the note, or another reference, follow."""
    text = sentence.text
    if sentence.urls or _cue().match(text) or not _is_short(before):
        return False
    return (
        small_run(text) >= _SAID or past_lead(text) > 0 or _has_work(sentence) or read_short_form(sentence) is not None
    )


_SAID = 3  # words in small letters, one after another, as in a sentence


def _only_says(piece: Part) -> bool:
    """Whether a piece beside others is words of the note and gives no work."""
    if piece.urls or _YEAR.search(piece.text) or past_lead(piece.text):
        return False
    if not re.search(r"\w", QUOTED.sub("", piece.text)):
        return True  # what the note quotes: “No gate was open”; ibid., 29
    return is_prose(piece.text) or any(says_who(piece.text[said.end() :]) for said in QUOTED.finditer(piece.text))


def _are_authors(before: Part) -> bool:
    """Whether what stands in front are the authors of what follows: `SURNAME, Name; SURNAME, Name. Title`."""
    if (
        before.emphasis
        or QUOTED.search(before.text)
        or len(before.text) > _AUTHORS_LONGEST
        or not only_names(before.text.rstrip(" ;"))
    ):
        return False
    short = read_short_form(before)
    return not (short and short.phrase)


_AUTHORS_LONGEST = 3000  # no list of them is longer


def _is_named(segment: Part) -> bool:
    """Whether an address has a reference of its own in front: a name or a title, not the word `available`."""
    return bool(segment.urls) and re.search(r"[“\"«„《「,]", segment.text[: segment.urls[0][0]]) is not None


def _first(piece: Part) -> Part:
    """A short form without what is said behind it."""
    stop = next(iter(_separators(piece)), len(piece.text))
    return piece if piece.urls else _joined(piece.slice(0, stop))


def _joined(segment: Part) -> Part:
    """A segment without the `and` behind it that leads to the next."""
    found = _dangling().search(segment.text)
    return segment.slice(0, found.start()) if found else segment


@lru_cache(maxsize=1)
def _separator() -> re.Pattern[str]:
    begins = f"{pattern('introductions')}|{pattern('pointers')}|{pattern('same_source')}"
    return re.compile(
        rf"[;；]\s*|\n+|(?:(?<=[^\W_][.)])|(?<=[)”\"]\.)|(?<=\.[”\"]))\s+(?=(?:{begins})(?![^\W\d_]))", re.IGNORECASE
    )


@lru_cache(maxsize=1)
def _named_again() -> re.Pattern[str]:
    """`Kern, supra note 3`, `Kern (n 3)`, `Kern, 12 Q.R. at 45` at the beginning of a sentence."""
    name = r"[^\W\d_a-z][\w’'.-]*(?:\s(?:[^\W\d_a-z][\w’'.-]*|&|v\.?|and|of|the|et al\.?)){0,6}"
    called = rf",\s(?:{pattern('above')})(?![^\W\d_])|\s\((?:{pattern('numbered_source')})\s?\d|,\s\d{{1,4}}\s[A-Z][\w. ]{{0,20}}\sat\s\d"
    return re.compile(rf"(?-i:{name})(?:{called})", re.IGNORECASE)


def _joining() -> str:
    """`and` between two references: behind a place, a bracket or a title."""
    return rf"(?:(?<=[\d)\]”\"’])|(?<=[\d)”]\.)|(?<=\sf\.)|(?<=\sff\.)),?\s(?!(?:in|at)\s)(?:{pattern('between_authors')}|{pattern('between_works')})\s"


@lru_cache(maxsize=1)
def _joint() -> re.Pattern[str]:
    return re.compile(rf"{_joining()}(?=[^\W\d_a-zß-ÿа-я]|(?:{pattern('same_author')})[,.])")


@lru_cache(maxsize=1)
def _dangling() -> re.Pattern[str]:
    return re.compile(rf"{_joining()}\s*$")


def _joints(part: Part) -> Iterator[re.Match[str]]:
    """Where `and` joins two references: what stands behind it is a short form with its place, or a whole work."""
    for found in _joint().finditer(part.text):
        behind = part.slice(found.end(), len(part.text))
        behind = behind.slice(0, next((end.start() for end in _REFERENCE_END.finditer(behind.text)), len(behind.text)))
        short = read_short_form(behind)
        named = short is not None and (short.phrase or (short.title and short.place))
        if named or (short is None and (_BOOK.match(behind.text) or QUOTED.search(behind.text)) and _has_work(behind)):
            yield found


_REFERENCE_END = re.compile(r";|(?<=[\d)]),?\s(?=and\s)|(?<=[\d)])\.\s")
_SENTENCE = re.compile(r"(?:(?<=[^\W_][.)\]])|(?<=[)”\"]\.)|(?<=\.[”\"]))\s+(?=[^\W\d_a-z])")
_ABBREVIATED = re.compile(r"(?<!\w)[^\W\d_a-z]\w{0,4}\.$")  # `Jud. Conf. U.S., supra note 3` is one name
_REACH = 600  # characters that a reference has


def _named_sentences(text: str) -> Iterator[re.Match[str]]:
    """Where a sentence begins that is a short form with its name, or a work in a law report."""
    for stop in _SENTENCE.finditer(text):
        behind = text[stop.end() : stop.end() + _REACH]
        if _ABBREVIATED.search(text, max(0, stop.start() - 8), stop.start()):
            continue
        if _named_again().match(behind) or begins_reported(behind):
            yield stop


def _separators(part: Part) -> list[int]:
    """Where segments begin: behind semicolons, and before `See` at the beginning of a sentence, outside brackets, quotations, addresses."""
    text = part.text
    held = Taken([*(found.span() for found in QUOTED.finditer(text)), *((a, b) for a, b, _ in part.urls)])
    found: list[int] = []
    at = depth = 0
    stops = {stop.end(): stop for stop in (*_named_sentences(text), *_joints(part), *_separator().finditer(text))}
    for stop in (stops[end] for end in sorted(stops)):
        depth += text.count("(", at, stop.start()) - text.count(")", at, stop.start())
        at = stop.start()
        begins = (
            stop[0][:1] in ";；"
            or stop.re is _joint()
            or "\n" in stop[0]
            or text[stop.end() : stop.end() + 1].isupper()
        )
        if begins and depth <= 0 and 0 < stop.end() < len(text) and not held.touches(at, at):
            found.append(stop.end())
    return found


_YEAR = re.compile(r"(?<!\d)(?:1[5-9]|20)\d\d(?!\d)")
_BOOK_WORDS = 4


@lru_cache(maxsize=1)
def _cue() -> re.Pattern[str]:
    return re.compile(rf"(?<![^\W\d_])(?:{pattern('accessed')})", re.IGNORECASE)


def _has_work(segment: Part) -> bool:
    """Whether a segment gives a work of its own: by an address, or as a book does, by a name, a title and a year."""
    if segment.urls or begins_reported(segment.text):
        return True
    text = segment.text[past_lead(segment.text) :]
    text = text[past_introduction(text) :].strip()
    begins = text[:1].isupper() or not text[:1].isascii() or text[:1] in '“"«'
    if not begins or "," not in text or not _YEAR.search(text) or len(text.split()) < _BOOK_WORDS:
        return False
    return (
        not _cue().search(text)
        and find_dates(text)[:1] != ((0, len(text), text),)
        and not is_prose(without_remarks(without_said(text)))
    )


_NAMED = re.compile(r"(?:[^\W\d_a-zß-ÿа-я][\w.'’-]*\s+){1,4}[^\W\d_a-zß-ÿа-я]?[\w.'’-]*[,:.]")


# A sentence of the author's with a work behind it: `…, 12 Quay L. Rev. 345 (2011)`.
_REPORTED = re.compile(r"\d\s\([^()]{0,60}(?:1[5-9]|20)\d\d\)")


def may_be_work(part: Part) -> bool:
    """Whether words out of which no work was read may name one all the same (a book, an interview), rather than explain something.

    >>> [may_be_work(Part(t, ())) for t in ("Odile Marrant, interview by the author", "Salt Act 2011", "We thank the keepers.")]
    [True, True, False]
    """
    text = without_remarks(part.text[past_lead(part.text) :].strip())
    if is_prose(text):
        return _REPORTED.search(text) is not None
    return bool(part.emphasis or QUOTED.search(text) or re.search(r"\d", text) or _NAMED.match(text))
