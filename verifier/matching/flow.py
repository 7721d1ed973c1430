"""The running text: what a reader reads on, without that which stands between its words.

In: a text and the parts whose roles are known. Out: `Flow`s, each with the way back. The rule of this file: nothing is lost. What
is set aside stands behind the running text, stretch by stretch, or in a text of its own where it is none of the source's words.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from verifier import languages
from verifier.matching.interruptions import find_interruptions
from verifier.model import Part, Role
from verifier.text import UNSPACED_RANGES

# Words of these are not what the source says: they are looked in last, and only for the very words.
OUTSIDE = frozenset({Role.NAVIGATION, Role.COMMENTS, Role.ADVERTISEMENT, Role.FORM, Role.STRUCK})
_MARKED = 80  # characters that a page marks as its text
_MOST = 0.6  # of a text; where more would be no running text, the roles are not to be trusted
_SHORTEST = 20  # characters: what is shorter holds no quotation
_SILENT = frozenset({Role.NOTE_MARK})  # nobody asks for these between quoted words

Stretch = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Flow:
    """Stretches of a text put one behind another: `text[_at[i]:]` begins at `_origin[i]` of the whole."""

    text: str
    border: int  # behind it stands what was set aside
    _at: tuple[int, ...]
    _origin: tuple[int, ...]

    def span(self, start: int, end: int) -> Stretch:
        """The place in the whole text.

        >>> flow = flow_of("It grew. [3] Then it fell.", [(9, 13)])
        >>> flow.text, flow.span(0, 14)
        ('It grew. Then it fell.', (0, 18))
        """
        first, last = self._piece(start), self._piece(max(start, end - 1))
        return self._origin[first] + start - self._at[first], self._origin[last] + end - self._at[last]

    def skipped(self, start: int, end: int) -> list[Stretch]:
        """The stretches of the whole text that were left out between two places."""
        first, last = self._piece(start), self._piece(max(start, end - 1))
        return [(self._origin[i] + self._at[i + 1] - self._at[i], self._origin[i + 1]) for i in range(first, last)]

    def crosses(self, start: int, end: int) -> bool:
        """Whether a stretch begins in the running text and ends in what was set aside, or goes over two such stretches."""
        return end > self.border and self._piece(start) != self._piece(max(start, end - 1))

    def _piece(self, at: int) -> int:
        return max(0, bisect_right(self._at, at) - 1)


def flow_of(text: str, aside: Sequence[Stretch], kept: Sequence[Stretch] = ()) -> Flow:
    """A text without some stretches (in order, apart); those that are `kept` follow behind it."""
    pieces: list[str] = []
    at: list[int] = []
    origin: list[int] = []
    size = 0
    edges = [0, *(edge for stretch in aside for edge in stretch), len(text)]
    for start, end in zip(edges[::2], edges[1::2], strict=True):
        if end > start and size and _would_join(text, origin[-1] + size - at[-1], start):
            pieces.append(" ")
            at.append(size)
            origin.append(start - 1)
            size += 1
        if end > start or not at:
            pieces.append(text[start:end])
            at.append(size)
            origin.append(start)
            size += end - start
    border = size
    for start, end in kept:
        pieces.append("\n\n" + text[start:end])
        at.append(size + 2)
        origin.append(start)
        size += 2 + end - start
    return Flow("".join(pieces), border, tuple(at), tuple(origin))


def _would_join(text: str, left: int, start: int) -> bool:
    """Whether two words would become one: what stood between them was more than the mark of a note."""
    return text[left - 1].isalnum() and text[start].isalnum() and any(map(str.isspace, text[left:start]))


@dataclass(frozen=True, slots=True)
class Flows:
    """The running text, what is none of the source's words (None: nothing), and the parts between."""

    running: Flow
    outside: Flow | None
    parts: tuple[Part, ...]

    def told(self, start: int, end: int) -> list[Stretch]:
        """What was left out between two places of the running text and is worth telling."""
        silent = {(p.start, p.end) for p in self.parts if p.role in _SILENT}
        return [s for s in self.running.skipped(start, end) if s not in silent]


def flows_of(text: str, parts: Sequence[Part]) -> Flows | None:
    """What of a text runs on; None where all of it does."""
    known = [part for part in parts if part.role is not Role.MAIN]
    most = sum(part.end - part.start for part in known if part.role is not Role.COMMENTS) > _MOST * len(text)
    # Short news among many links is still the page's text where the page says so.
    if most and sum(part.end - part.start for part in parts if part.role is Role.MAIN) < _MARKED:
        known = [part for part in known if part.role in (Role.NOTE_MARK, Role.FURNITURE, Role.STRUCK)]
    between = tuple(_apart([*known, *find_between(text)]))
    if not between:
        return None
    beside = [(p.start, p.end) for p in between if p.role not in OUTSIDE and p.end - p.start >= _SHORTEST]
    outside = [(p.start, p.end) for p in between if p.role in OUTSIDE]
    return Flows(
        running=flow_of(text, [(p.start, p.end) for p in between], beside),
        outside=flow_of(text, [(0, len(text))], outside) if outside else None,
        parts=between,
    )


def _apart(parts: Sequence[Part]) -> Iterator[Part]:
    """Parts in order, each behind the one before; what lies in another or over its end is left to that one."""
    end = 0
    for part in sorted(parts, key=lambda p: (p.start, -p.end)):
        if part.start >= end and part.end > part.start:
            yield part
            end = part.end


# --- what the words themselves show ------------------------------------------------------------


def find_between(text: str) -> Iterator[Part]:
    """What stands between the words: labels, page and line numbers, time codes, stage directions, notes, speakers, “she said”.

    >>> text = "We will. (Loud applause.) We must,” she said, “act."
    >>> [text[p.start:p.end] for p in find_between(text)]
    ['(Loud applause.)', '” she said, “']
    """
    yield from _labels(text)
    yield from _headings(text)
    yield from _directions(text)
    yield from _attributions(text)
    yield from _times(text)
    yield from _line_numbers(text)
    yield from _clauses(text)
    yield from _glued(text)
    yield from _speakers(text)
    yield from find_interruptions(text)


@lru_cache(maxsize=1)
def _label() -> re.Pattern[str]:
    """A line that is nothing but such a label, and the number of a printed page in brackets."""
    return re.compile(
        rf"^[^\w\n]{{0,4}}(?:{languages.pattern('page_labels')})[^\w\n]{{0,6}}$"
        r"|[\[{|]\s?(?:p|pp|pg|page|s|str|sid|seite|pág|стр|с)\.?\s?\d{1,4}\s?[\]}|]",
        re.IGNORECASE | re.MULTILINE,
    )


def _labels(text: str) -> Iterator[Part]:
    """Advertisement; Story continues below; [p. 12]."""
    for found in _label().finditer(text):
        yield Part(*found.span(), Role.FURNITURE)


# Short blocks without a stop, behind a block that ends with one and in front of a long one: a heading, a credit.
_HEADING = re.compile(
    r"(?<=[.!?…。！？”\"»’)]\n\n)(?:[^\n]{1,89}[^\n.!?…。！？:;,，；：”\"»’]\n\n){1,2}(?=[\"“„«‘(\[]{0,2}(?![a-zß-ÿа-яё])\w[^\n]{40})"
)
_LIST_ITEM = re.compile(r"\W*(?:\d{1,3}|[^\W\d_])[.)]\s|[-–—•*·]\s|.*[|\t]")


_ENDS_NOTED = re.compile(r"[.!?…。！？”\"»’)]\d{1,3}$")  # a sentence, behind whose stop stands the mark of a note


def _headings(text: str) -> Iterator[Part]:
    """Headings between two paragraphs; no items of lists, and no rows of tables."""
    for found in _HEADING.finditer(text):
        blocks = found[0].split("\n\n")
        if not any(map(_LIST_ITEM.match, blocks)) and not any(map(_ENDS_NOTED.search, blocks)):
            yield Part(found.start(), found.end() - len("\n\n"), Role.FURNITURE)


_BRACKETED = re.compile(r"[(\[（［][^()\[\]（）［］\n]{2,120}[)\]）］]")
_CLOCK = r"(?:\d{1,2}:)?\d{1,2}:\d{2}(?:[.,]\d{1,3})?"
_TIME = re.compile(
    rf"(?m)^[ \t]*[\[(<]?{_CLOCK}(?:[ \t]*(?:-->|[-–—])[ \t]*{_CLOCK})?[\])>]?(?=[ \t]|$)|[\[(<]{_CLOCK}[\])>]"
)


@lru_cache(maxsize=1)
def _direction() -> re.Pattern[str]:
    """A bracket that has such a word among its first three."""
    return re.compile(rf".(?:\s*\S+\s){{0,2}}?\s*(?:{languages.pattern('directions')})", re.IGNORECASE)


@lru_cache(maxsize=1)
def _speech() -> re.Pattern[str]:
    """A verb of saying; in scripts without spaces, anywhere in a word."""
    word = rf"[^\W{UNSPACED_RANGES}]"
    return re.compile(rf"(?<!{word})(?:{languages.pattern('speech')})(?!{word})", re.IGNORECASE)


def _directions(text: str) -> Iterator[Part]:
    """[applause], (Beifall bei der SPD): brackets around a word that only reporters of speeches write."""
    for found in _BRACKETED.finditer(text):
        if _direction().match(found[0]):
            yield Part(*found.span(), Role.FURNITURE)


def _times(text: str) -> Iterator[Part]:
    for found in _TIME.finditer(text):
        yield Part(*found.span(), Role.FURNITURE)


# “…,” she said, “…”: a quotation closes, some words without quotation marks, the next one opens.
# The first character decides, and what stands before it is asked then: most places of a text are passed at once.
_CLOSES = r"(?:[\"“”」』](?<=\S.)|[‘’'](?<=\S.)(?=[,،\s])|»(?=[\s,،.;:])|«(?<=\S.)(?=[\s,،]))"
_OPENS = r"(?:[\"“”„‘「『»](?=\S)|«)"
_BROKEN = re.compile(rf"{_CLOSES}[,，،]?\s{{0,2}}(?P<who>(?:[^\"“”„«»「」『』\n]|\n(?!\n)){{2,160}}?)\s{{0,2}}{_OPENS}")
# The same inside the quotation marks, as French writes it: “, a-t-elle dit,”. Without the hyphen it may be a word of a list.
_INCISE = re.compile(
    r"(?<=\w), (?P<who>(?:[^\s,.;:-]{1,20} )?[^\s,.;:-]{1,20}(?:-[^\s,.;:-]{1,20}){1,3}(?: [^\s,.;:]{1,30}){0,2})(?=, )"
)
# Between dashes, as Russian, Polish and Spanish write it; the verb stands first: — сказал он, —.
_DASHED = re.compile(
    r"[—–-](?:(?<![-])|(?<=\s-)(?=\s))\s?(?=(?P<who>[^\W\d_]{2}[^\n—–\"“”„«»()-]{2,80})(?P<end>[—–]|(?<=\s)-(?=\s)))"
)
_SPOKEN_LINE = re.compile(r"(?m)^[—–-] ?(?=[^\W\d_])[^\n]+")
_WITHIN = re.compile(r", (?P<who>[^\W\d_][^,.;:!?\n]{2,60})(?=, )")
_CLAUSE = re.compile(r"[,.;:，。：、،]")
_SENTENCE_ENDS = re.compile(r"(?:[a-zß-ÿ\u0430-\u044f\d][.!?]|[。！？])\s*(?=\S)")
_FIRST_WORDS = 7


def _attributions(text: str) -> Iterator[Part]:
    for found in _BROKEN.finditer(text):
        if _is_attribution(found["who"]) or _is_between_halves(found, text):
            yield Part(*found.span(), Role.ASIDE)
    for found in _INCISE.finditer(text):
        if _speech().search(found["who"]):
            yield Part(*found.span(), Role.ASIDE)
    for found in _DASHED.finditer(text):
        if _speaks(found["who"].rstrip()):
            yield Part(found.start(), found.end("end"), Role.ASIDE)
    yield from _spoken(text)


def _spoken(text: str) -> Iterator[Part]:
    """“– It opens in May, says the pilot, and the old one goes.”: in a line that a dash calls speech, commas are enough."""
    for line in _SPOKEN_LINE.finditer(text):
        for found in _WITHIN.finditer(text, *line.span()):
            if _speaks(found["who"]):
                yield Part(found.start() + len(", "), found.end("who"), Role.ASIDE)


def _speaks(words: str) -> bool:
    """Whether words between dashes only say who speaks: a verb of saying first, and no second sentence."""
    verb = _speech().match(words)
    if verb is None or _SENTENCE_ENDS.search(words):
        return False
    behind = words[verb.end() :].split()
    return not behind or behind[0].lower() not in languages.words("spoken_of")


def _is_attribution(words: str) -> bool:
    """Whether words between two quotations only say who speaks: one sentence, a verb of saying near its beginning, and a stop."""
    words = words.strip()
    if not _CLAUSE.match(words[-1:]) or _SENTENCE_ENDS.search(words[:-1]):
        return False
    clause = _CLAUSE.split(words, maxsplit=1)[0]
    return bool(_speech().search(" ".join(clause.split()[:_FIRST_WORDS])[:60]))


def _is_between_halves(found: re.Match[str], text: str) -> bool:
    """Whether a clause between commas stands between two quotations, of which the second goes on in small letters."""
    who = found["who"].strip()
    before = text[max(0, found.start() - 1) : found.start("who")]
    is_clause = who.endswith((",", "،")) and ("," in before or "،" in before or who[0] in ",،")
    words = len(who.split())
    return is_clause and _FEWEST_WORDS <= words <= _MOST_WORDS and text[found.end() : found.end() + 1].islower()


_FEWEST_WORDS, _MOST_WORDS = 2, 12  # of such a clause
_NUMBERED = re.compile(r"(?m)^[ \t]*(\d{1,4})(?=[ \t]|$)")
_CHAIN = 3
_LINE = 200  # characters at most between two numbered lines, and between every fifth
_FIFTH = 800


def _line_numbers(text: str) -> Iterator[Part]:
    """Numbers at the beginnings of lines that count on: one more each line, or five more each fifth."""
    chain: list[re.Match[str]] = []
    for found in _NUMBERED.finditer(text):
        if chain and not _counts_on(chain[-1], found):
            yield from _chained(chain)
            chain = []
        chain.append(found)
    yield from _chained(chain)


def _counts_on(last: re.Match[str], found: re.Match[str]) -> bool:
    more, far = int(found[1]) - int(last[1]), found.start() - last.end()
    return (more == 1 and far < _LINE) or (more == 5 and far < _FIFTH)


def _chained(chain: Sequence[re.Match[str]], role: Role = Role.FURNITURE, fewest: int = _CHAIN) -> Iterator[Part]:
    if len(chain) >= fewest:
        for found in chain:
            yield Part(*found.span(), role)


# The paragraphs of a law, “(2) The …”, “b) the …”; the verses of a book, “… went. 14 And …”.
_CLAUSE_MARK = re.compile(
    r"(?m)^[ \t]*(?P<open>(?:§ ?)?[(\[]?)(?P<mark>\d{1,3}|[a-z])(?P<close>[)\].]{1,2})[ \t]+(?=[\"“„«¿¡]?\w)"
)
_IN_LINE = re.compile(r"(?<=[\w,;:] )\(([a-z]|[ivx]{2,4}|\d{1,2})\)(?= \w)")
_ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x")
_VERSE = re.compile(r"(?<=[.!?;:,…”\"»’][ \u00a0])\d{1,3}(?=[ \u00a0][\"“„«]?[^\W\d_])")


def _clauses(text: str) -> Iterator[Part]:
    """The numbers of clauses and verses, where they count on: a second one of the same form, or a third in the running line."""
    last: dict[tuple[str, str, bool], re.Match[str]] = {}
    marks: list[Stretch] = []
    for found in _CLAUSE_MARK.finditer(text):
        form = found["open"], found["close"], found["mark"].isdigit()
        if form in last and _ordinal(found["mark"]) == _ordinal(last[form]["mark"]) + 1:
            marks += [last[form].span(), found.span()]
        last[form] = found
    yield from (Part(*mark, Role.NOTE_MARK) for mark in dict.fromkeys(marks))
    yield from _listed(text)
    chain: list[re.Match[str]] = []
    for verse in _VERSE.finditer(text):
        if chain and int(verse[0]) != int(chain[-1][0]) + 1:
            yield from _chained(chain, Role.NOTE_MARK)
            chain = []
        chain.append(verse)
    yield from _chained(chain, Role.NOTE_MARK)


def _listed(text: str) -> Iterator[Part]:
    """“(a) has no licence or (b) has been drunk”: marks of a list in the running line, from its first one on."""
    chain: list[re.Match[str]] = []
    for found in _IN_LINE.finditer(text):
        if chain and (found[1] not in _following(chain[-1][1]) or found.start() - chain[-1].end() > _FIFTH):
            yield from _chained(chain, Role.NOTE_MARK, 2)
            chain = []
        if chain or found[1] in ("a", "1", "i"):
            chain.append(found)
    yield from _chained(chain, Role.NOTE_MARK, 2)


def _following(mark: str) -> frozenset[str]:
    """What may follow a mark: the next number, letter, or small Roman number."""
    if mark.isdigit():
        return frozenset((str(int(mark) + 1),))
    roman = _ROMAN[_ROMAN.index(mark) + 1 :][:1] if mark in _ROMAN else ()
    return frozenset((*roman, *(chr(ord(mark) + 1) if len(mark) == 1 else ())))


def _ordinal(mark: str) -> int:
    return int(mark) if mark.isdigit() else ord(mark)


# “gates.3 The”, “gates3 stayed”: a number behind a word of some letters or its stop, without a blank.
_GLUED = re.compile(
    r"\d(?:(?<=[^\W\d_]{4}[.,;!?”\"’)»]\d)|(?P<word>(?<=[^\W\d_A-Z]{4}\d)))\d{0,2}(?=\s|[.,;:)]{1,2}(?:\s|$)|$)"
)


def _glued(text: str) -> Iterator[Part]:
    """Numbers behind a stop; those behind a word only where they count on, as notes do and names of things do not."""
    chain: list[re.Match[str]] = []
    for found in _GLUED.finditer(text):
        if int(found[0]) == (int(chain[-1][0]) if chain else 0) + 1:
            chain.append(found)
        if found["word"] is None:
            yield Part(*found.span(), Role.NOTE_MARK)
    if len(chain) >= _CHAIN:
        yield from (Part(*found.span(), Role.NOTE_MARK) for found in chain if found["word"] is not None)


# (Dorrel v. Tarn, 1998), [12, 13]; and sentences that are nothing but a case and its year.
_CITATION = re.compile(
    r"\([^()\d]{0,120}\d[^()]{0,120}\)|\[[^\[\]\d]{0,60}\d[^\[\]]{0,60}\]"
    r"|(?<=[.;”\"]) (?:[A-Z][^\s.;]{1,20} ){0,5}[^\s.;]{1,20} v\. [^;()]{3,120}\([^()\d]{0,30}\d{4}\)[.;]"
)


def find_citations(text: str) -> Iterator[Stretch]:
    """What authors leave out who say “citations omitted”: brackets with a number in them, cases with their year.

    >>> text = "No basin (see Tarn, 1998) may close. Dorrel v. Tarn, 12 Rep. 33 (1998). It is old."
    >>> [text[a:b] for a, b in find_citations(text)]
    ['(see Tarn, 1998)', ' Dorrel v. Tarn, 12 Rep. 33 (1998).']
    """
    for found in _CITATION.finditer(text):
        yield found.span()


_SPEAKER = re.compile(r"(?m)^[ \t]*(?:\d{1,4}[ \t]+)?([^\W\d_][^\n:.!?]{0,40}):(?=[ \t])")


def _speakers(text: str) -> Iterator[Part]:
    """The name of a speaker who is speaking already."""
    speaking = ""
    for found in _SPEAKER.finditer(text):
        if found[1] == speaking:
            yield Part(found.start(1), found.end(), Role.FURNITURE)
        speaking = found[1]
