"""Which work a short form means: the one just cited, the one of the note that is named, or the last of the author.

In: the works that the notes give, in order, and a short form. Out: the works meant, or why that stays open.

The rule of this file: books and works that could not be read count, so that `ibid.` behind a book never means the last work with an
address; what is not certain stays open.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from verifier.citations.short_forms import SEVERAL, ShortForm
from verifier.languages import pattern
from verifier.model import Citation, Note, NoteKind


@dataclass(frozen=True, slots=True)
class Given:
    """A work that a note gives: the note's index, its words there, and what was read of it, None where nothing was.

    `named` are the words of the article in front of the note's mark where the note gives nothing but a law report: they name the case.
    """

    note: int
    text: str
    citation: Citation | None
    named: str = ""


_MOST_NOTES = 2  # of more notes together nobody means a work, but what the article says there


@dataclass(frozen=True, slots=True)
class Meaning:
    """The works that a short form means; where there are none, `open` says why, in words."""

    works: tuple[Given, ...] = ()
    open: str = ""
    doubtful: bool = False  # something is named that several works have


class Works:
    """The works of a document's notes. `given` are those that each note gives itself; what it cites is added note by note."""

    def __init__(self, notes: Sequence[Note], given: Sequence[Sequence[Given]]) -> None:
        self._notes = notes
        self._given = given
        self._cited: list[list[Given | None]] = [[] for _ in notes]

    def add(self, note: int, works: Sequence[Given]) -> None:
        """Note `note` cites these; none where it is open what it cites."""
        self._cited[note] += works or [None]

    def add_own(self, note: int, works: Sequence[Given]) -> None:
        """Note `note` gives these itself; an explanation gives none."""
        self._cited[note] += works

    def meaning(self, short: ShortForm, note: int) -> Meaning:
        """What a short form in note `note` means, the parts before it having been added."""
        if short.entry == SEVERAL:
            return Meaning(open="the list of works does not tell them apart", doubtful=True)
        if short.entry is not None:
            return Meaning(tuple(self._given[short.entry][:1]))
        if short.labels:
            return self._numbered(short, note)
        if short.report:
            return self._reported(short, note)
        if short.name or short.title:
            return self._named(short, note)
        return self._just_cited(note)

    def _just_cited(self, note: int) -> Meaning:
        kind = self._notes[note].kind
        for index in range(note, -1, -1):
            cited = self._cited[index]
            if cited and self._notes[index].kind is kind:
                last = cited[-1]
                return (
                    Meaning((last,))
                    if last
                    else Meaning(open=f"what note {self._notes[index].label} cites is open itself")
                )
        return Meaning(open="no note before it gives a work")

    def last_author(self, note: int) -> str | None:
        """The author of the work just cited, for whom `idem` stands in note `note`."""
        [*works] = self._just_cited(note).works
        return works[-1].citation.author if works and works[-1].citation else None

    def _numbered(self, short: ShortForm, note: int) -> Meaning:
        if len(short.labels) > _MOST_NOTES and not short.name:
            return Meaning(open=f"it points to what is said at notes {short.labels[0]} to {short.labels[-1]}")
        found: list[Given] = []
        for label in short.labels:
            index = self._index(label, note, below=short.below)
            if index is None:
                return Meaning(open="no note of this number was found")
            works = [work for work in self._cited[index] if work] or list(self._given[index])
            works = [work for work in works if _numbers(short.name) <= _numbers(work.text)]  # `BGE 132 III 285 (Fn. 2)`
            named = [work for work in works if not short.name or _is_of(short, work)] or _saying(short, works)
            if not named:
                what = f"is not by “{short.name}”" if works else "gives no work"
                return Meaning(open=f"note {self._notes[index].label} {what}")
            found += named
        return Meaning(tuple({id(work): work for work in found}.values()))

    def _index(self, label: str, note: int, *, below: bool) -> int | None:
        """The note of this label: the nearest before, else the nearest behind. Labels may begin anew with each chapter."""
        wanted = unicodedata.normalize("NFKC", label).casefold()
        same = [
            i
            for i, n in enumerate(self._notes)
            if i != note and unicodedata.normalize("NFKC", n.label).casefold() == wanted
        ]
        before, behind = [i for i in same if i < note], [i for i in same if i > note]
        if below:
            return behind[0] if behind else None
        return before[-1] if before else next(iter(behind), None)

    def _reported(self, short: ShortForm, note: int) -> Meaning:
        """The work that was cited with this volume of a report and, where a name is given, with that name."""
        works = {id(work): work for index in range(note + 1) for work in self._cited[index] if work}
        cited = re.compile(rf"(?<!\d){re.escape(short.report)}\s(\d+)")
        name = next((word for word in _capitals(short.name) if len(word) > 1), "")
        own = [
            w
            for w in works.values()
            if cited.search(w.text) and (not name or name in (*_words(w.text), *_words(w.named)))
        ]
        if not name:
            own = _with_page(own, cited, int(next(iter(_NUMBER.findall(short.place.value if short.place else "")), 0)))
        return Meaning((own[-1],)) if own else Meaning(open=f"no note before it gives a work in {short.report}")

    def _named(self, short: ShortForm, note: int) -> Meaning:
        """The last work of the author, the one of this title where he has several; of a bare name only where he has one."""
        works = {id(work): work for index in range(note + 1) for work in self._cited[index] if work}
        own = _of_year(short, [work for work in works.values() if _is_of(short, work)]) or self._listed(short)
        if not own:
            return Meaning(open=f"no note before it gives a work of “{short.name or short.title}”")
        if not short.phrase and len({work.note for work in own}) > 1 and not short.title:
            return Meaning(open=f"several works of “{short.name}” are cited", doubtful=True)
        by_author = [work for work in own if short.name and _wrote(short.name.partition(",")[0], _author(work))]
        return Meaning(((by_author or own)[-1],))

    def _listed(self, short: ShortForm) -> list[Given]:
        """The one work of the list behind the notes that a name with a title or a year means."""
        if not (short.name and (short.title or short.year)):
            return []
        listed = (
            given for given, note in zip(self._given, self._notes, strict=True) if note.kind is NoteKind.REFERENCE
        )
        found = [work for works in listed for work in works if _is_of(short, work)]
        return found if len(found) == 1 else []


def _of_year(short: ShortForm, own: list[Given]) -> list[Given]:
    """Of the works of an author the one of the year that is named: notes that say no more than `Kern 2011, 45` give one work, again and again."""
    same = [work for work in own if short.year and not short.title and short.year in work.text]
    titled = {work.citation.title: work for work in same if work.citation}
    return [*titled.values(), *same][:1] if same and len(titled) <= 1 else own


def repeat(short: ShortForm, raw: str, meaning: Meaning, note: int, notes: Sequence[Note]) -> list[Citation]:
    """The citations of the works that a short form means, with its own place in them."""
    if short.below and not (short.name or short.place):
        return []  # `see infra note 5` points to what is said there
    place = (short.place.value, short.place.label) if short.place else (None, None)
    return [
        replace(
            work.citation,
            note=note,
            raw=raw.strip(),
            locator=place[0],
            locator_label=place[1],
            refers_to=notes[work.note].label,
        )
        for work in meaning.works
        if work.citation
    ]


def say(short: ShortForm, raw: str, meaning: Meaning, notes: Sequence[Note]) -> list[str]:
    """What a person should know of a short form: that it stays open, or that its work has no address."""
    phrase = short.phrase or raw.strip(" .;")
    if not meaning.works:
        return [f"Could not tell which work “{phrase}” means: {meaning.open}."]
    lost = [work for work in meaning.works if not (work.citation and work.citation.url)]
    labels = dict.fromkeys(notes[work.note].label for work in lost)
    return [
        f"“{phrase}” means the work of note {label}, which gives no address that could be looked up."
        for label in labels
    ]


# --- whose work it is ------------------------------------------------------------------------------

_AUTHOR = re.compile(r"[“\"«„‘『《「(:：\[]")
_NAMES = 80


def _is_of(short: ShortForm, work: Given) -> bool:
    """Whether a work is by the author named and, where a title is named, has that title."""
    if short.year and short.year not in work.text:
        return False
    if short.name and (_called_hereafter(work, short.name) or _begins_alike(short, work)):
        return True
    author = _author(work)
    titled = bool(short.title) and _has_title(short.title, work)
    if not short.name:
        return titled
    if _wrote(short.name.partition(",")[0], author):
        return titled or not short.title or not _is_telling(short.title) or bool(short.labels)
    named = _has_title(short.name, work) and (titled or not short.title or not _is_telling(short.title))
    return named or (bool(short.labels) and titled)


def _begins_alike(short: ShortForm, work: Given) -> bool:
    """Whether the name and the title stand side by side in the work's words, whatever was read of them as author and title."""
    wanted = " ".join(_words(f"{short.name} {short.title}"))
    return _is_telling(short.title) and f" {wanted} " in f" {' '.join(_words(work.text))} "


@lru_cache(maxsize=1)
def _hereafter() -> re.Pattern[str]:
    return re.compile(rf"[\[(](?:{pattern('named_hereafter')}):?\s+(?P<name>[^\[\]()]{{2,120}})[\])]", re.IGNORECASE)


_NUMBER = re.compile(r"\d+")


def _with_page(works: Sequence[Given], cited: re.Pattern[str], page: int) -> list[Given]:
    """Of the works in one volume of a report the one that holds the page: the last that begins before it."""
    begins = {id(work): int(found[1]) for work in works if (found := cited.search(work.text))}
    first = max((at for at in begins.values() if at <= page), default=None)
    return [work for work in works if begins[id(work)] == first]


def _numbers(text: str) -> set[str]:
    return {word for word in _words(text) if word.isdecimal()}


def _called_hereafter(work: Given, name: str) -> bool:
    """Whether the note that gives the work says that it is called so from there on: `[hereinafter Gate Records]`."""
    said = _words(name)
    return bool(_capitals(name)) and any(
        set(_words(found["name"])) >= {word for word in said if word.isalpha()}
        for found in _hereafter().finditer(work.text)
    )


def _saying(short: ShortForm, works: Sequence[Given]) -> list[Given]:
    """The work of the note named whose words hold the author's name, where only one does: `see A. Roe, Loud Gates (2019)`.

    What was read there is taken for that work only where the words give one year in brackets; else they may be several works.
    """
    name = next((word for word in _capitals(short.name) if len(word) > _SHORTEST), "")
    party = re.compile(rf"\b(?:v\.?|Re)\s{re.escape(short.name)}(?!\w)|\b{re.escape(short.name)}\sv\b")  # `Y (n 3)`
    held = [work for work in works if (name and name in _words(work.text)) or party.search(work.text)]
    if not held:
        called = [work for work in works if _is_named(short.name, work.named)]
        return called if len(called) == 1 else []
    if len(held) != 1:
        return []
    alone = len(_YEARED.findall(held[0].text)) == 1
    return [held[0] if alone else replace(held[0], citation=None)]


def _is_named(name: str, in_front: str) -> bool:
    """Whether the article names a case by this name where it cites its report: each word of it, as a party is named.

    >>> _is_named("Roke", "In Roke v Hask,"), _is_named("Hask (CA)", "in Roke v Hask"), _is_named("Kern", "In Roke v Hask")
    (True, True, False)
    """
    words = re.findall(r"[^\W\d_]+", re.sub(r"\([^()]*\)", "", name))
    return bool(words) and all(re.search(rf"(?<!\w){re.escape(word)}(?!\w)", in_front) for word in words)


_SHORTEST = 2  # letters of no name
_YEARED = re.compile(r"\([^()]{0,60}(?:1[5-9]|20)\d\d\)")


def _author(work: Given) -> str:
    """The author that was read, else what stands at the beginning of the words."""
    if work.citation and work.citation.author:
        return work.citation.author
    return _AUTHOR.split(work.text[:_NAMES])[0]


def _is_telling(title: str) -> bool:
    """Whether words behind a name are a title, and no initial."""
    return any(len(word) > 2 for word in _words(title))


_UNSPACED = re.compile(r"[⺀-鿿ぁ-ヿ가-힣]{2,4}")  # a name written without a blank between its parts


def _wrote(name: str, author: str) -> bool:
    """Whether a name is an author's: a word of it is the same, and first names that both give do not differ.

    >>> _wrote("Kern", "Ilse Kern"), _wrote("I. Kern", "Ilse Kern"), _wrote("Otto Kern", "Ilse Kern"), _wrote("Marrant", "Ilse Kern")
    (True, True, False, False)
    """
    if _UNSPACED.fullmatch(name.strip()) and any(word.startswith(name.strip()) for word in _words(author)):
        return True  # 山田 is 山田花子
    named, known = set(_capitals(name)), set(_words(author))
    shared = {word for word in named & known if len(word) > 1}
    if not shared:
        return False
    first, others = named - known, known - named
    return not others or all(any(o.startswith(f[0]) and 1 in (len(o), len(f)) for o in others) for f in first)


def _has_title(title: str, work: Given) -> bool:
    """Whether the words of a short title stand in the work's title, in their order."""
    whole = _words(work.citation.title if work.citation and work.citation.title else work.text)
    wanted = _words(title)
    if not any(len(word) > 2 for word in wanted):
        return False
    rest = iter(whole)
    return all(word in rest for word in wanted)


@lru_cache(maxsize=4096)
def _words(text: str) -> tuple[str, ...]:
    return tuple(_WORD.findall(unicodedata.normalize("NFKC", text).casefold()))


_WORD = re.compile(r"[^\W_]+")


def _capitals(text: str) -> list[str]:
    """The words of a name; small ones (et al., und) are none."""
    found = re.findall(r"[^\W\d_]+", unicodedata.normalize("NFKC", text))
    return [word.casefold() for word in found if not word.islower()]
