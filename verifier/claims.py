"""Find what each mark supports: its sentence, the words before it, and the quotations in both.

In: a `Document`. Out: `Claim`s in document order. The sentence that carries the mark is the claim, as far as the mark where it goes
on to another one; what stands between it and the previous mark of its block is its context, and quotations there belong to it,
marked as context. Each whole sentence of the context is a claim as well, for which the mark answers softly.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby, zip_longest

from verifier import languages
from verifier.citations import find_citations
from verifier.citations.prose import explains, in_sentence, points_on
from verifier.model import BlockKind, Claim, Document, Mark, Note, NoteKind, Quotation, QuotedKind, Scope
from verifier.sentences import split
from verifier.text import UNSPACED_RANGES
from verifier.urls import find_urls

# Marks this near to each other stand together and support the same sentence.
_TOGETHER = 2


def find_claims(document: Document) -> tuple[Claim, ...]:
    """All claims of a document.

    >>> from verifier.model import Block, Note, NoteKind
    >>> block = Block("It rained. The gates “stayed open” all night.")
    >>> note = Note("1", NoteKind.ENDNOTE, "A source")
    >>> claim = find_claims(Document("a", "text", None, "en", (block,), (note,), (Mark("1", 0, 0, 45),)))[-1]
    >>> claim.text, claim.context, claim.quotations[0].text
    ('The gates “stayed open” all night.', 'It rained.', 'stayed open')
    """
    marks = sorted(document.marks, key=lambda m: (m.block, m.offset))
    claims: list[Claim] = []
    for _, group in groupby(marks, key=lambda m: m.block):
        claims += _of_block(document, list(group))
    called = {mark.note: mark.block for mark in reversed(marks)}
    for number, note in enumerate(document.notes):
        claims += _of_note(note, number, called.get(number, 0), document.language)
    return tuple(claims)


def marked_sentences(document: Document) -> dict[tuple[int, int], str]:
    """The whole sentence of each mark, by its block and its place there."""
    found = {}
    for block, group in groupby(sorted(document.marks, key=lambda m: (m.block, m.offset)), key=lambda m: m.block):
        text = document.blocks[block].text
        sentences = split(text, document.language)
        for mark in group:
            start, end = _sentence(sentences, mark.offset)
            found[block, mark.offset] = text[start:end].strip()
    return found


@dataclass(frozen=True, slots=True)
class _Place:
    """Marks that stand together: where, and the notes they call; `told_from` is where a claim about authors whom the sentence names begins."""

    offset: int
    notes: tuple[int, ...]
    told_from: int | None = None

    @property
    def start(self) -> int:
        """Where the mark's own words begin."""
        return self.offset if self.told_from is None else self.told_from


def _of_block(document: Document, marks: Sequence[Mark]) -> Iterator[Claim]:
    block = document.blocks[marks[0].block]
    sentences = split(block.text, document.language)
    brackets = _citing_brackets(document, marks)
    passage = _Passage(document, marks[0].block, block.text, sentences, _quoted_runs(block.text), brackets)
    since = 0
    said: set[Claim] = set()
    places = tuple(_places(document, marks))
    for place, following in zip_longest(places, places[1:]):
        for claim in _of_place(passage, place, following, since) if place.notes else ():
            if claim not in said:  # a sentence that calls the same note again claims nothing new
                said.add(claim)
                yield claim
        since = max(since, _reach(passage, place, following, since))


def _reach(passage: _Passage, place: _Place, following: _Place | None, since: int) -> int:
    """Up to where a mark answers: itself; what authors named in the sentence say goes on to the next ones, or to its end."""
    if place.told_from is None:
        return place.offset
    _, end = _sentence(passage.sentences, place.offset)
    if following is None or following.offset > end:
        return end
    told = following.told_from is not None and _says_enough(passage.text[place.offset : following.start])
    return following.start if told else since


@dataclass(frozen=True, slots=True)
class _Passage:
    """A block of the document: its text, its sentences and the runs in quotation marks, as (start, end)."""

    document: Document
    block: int
    text: str
    sentences: Sequence[tuple[int, int]]
    quoted: list[tuple[int, int]]
    brackets: Sequence[tuple[int, int]] = ()  # those that only cite

    def words(self, start: int, end: int) -> str:
        """A stretch of the text without the brackets that only cite."""
        parts, at = [], start
        for first, last in self.brackets:
            if start <= first and last <= end:
                parts.append(self.text[at:first].rstrip())
                at = last
        return "".join([*parts, self.text[at:end]]).strip()

    def border(self, offset: int) -> int:
        """Where a claim ends at a mark: behind the quotation that the mark interrupts."""
        return next((end + 1 for start, end in self.quoted if start < offset < end), offset)


def _of_place(passage: _Passage, place: _Place, following: _Place | None, since: int) -> Iterator[Claim]:
    """The claims of the marks at one place: the earlier sentences, then the marked one."""
    text, block = passage.text, passage.block
    start, end = _sentence(passage.sentences, place.offset)
    cut = passage.border(since)
    told = place.told_from is not None
    own = max(start, cut) if cut > start and (told or _says_enough(text[cut : place.offset])) else start
    end = _end(passage, own, place, following, end)
    context = text[max(since, own - _LONGEST_CONTEXT) : own].strip()
    if all(passage.document.notes[note].kind is NoteKind.LINK for note in place.notes):
        since = own  # a link is put into the sentence that it answers for
    quotations = tuple(_quotations(text, passage.quoted, since, own, end))
    if passage.document.blocks[block].kind is BlockKind.QUOTATION:
        linked = all(passage.document.notes[note].kind in _OF_ITS_OWN for note in place.notes)
        quotations = (Quotation(_without_credit(text, place.offset if linked else 0)),)
    else:
        yield from _earlier(passage, place, max(since, own - _LONGEST_CONTEXT), own)
        if behind := _block_quotation(passage.document, block, place, text):
            quotations = (*quotations, Quotation(behind))
    said = _without_addresses(passage.words(own, end))
    yield Claim(said, context, place.notes, block, quotations, _scope(passage.document, place, said, quotations))


def _scope(document: Document, place: _Place, said: str, quotations: Sequence[Quotation]) -> Scope:
    """Whether the notes of a mark answer for its sentence; words that are quoted come from somewhere, though a note says “see”."""
    notes = [document.notes[number] for number in place.notes]
    quoted = any(q.kind is QuotedKind.QUOTATION and not q.in_context for q in quotations)
    answers = any(_answers(note, said, quoted=quoted) for note in notes)
    return Scope.MARKED if answers else Scope.POINTED


def _answers(note: Note, said: str, *, quoted: bool) -> bool:
    """Whether a note answers for what is said in the sentence that calls it; of a link, the sentence itself tells whether it only points."""
    if note.kind is NoteKind.LINK:
        return quoted or not points_on(replace(note, text=said))
    return not explains(note) and (quoted or not points_on(note))


def _end(passage: _Passage, own: int, place: _Place, following: _Place | None, end: int) -> int:
    """Where the claim of a mark ends: at the mark, where both it and what its sentence goes on to, up to the next mark, say enough."""
    border = passage.border(place.offset)
    if following is None or following.offset > end or border >= following.offset:
        return end
    said, more = passage.text[own:border], passage.text[border : following.start]
    if place.told_from is not None:  # what the authors say stands behind the mark
        return following.start if following.told_from is not None and _says_enough(more) else end
    return border if _says_enough(said) and (following.told_from is not None or _says_enough(more)) else end


def _earlier(passage: _Passage, place: _Place, since: int, own: int) -> Iterator[Claim]:
    """The whole sentences between the mark before and the marked sentence."""
    for start, end in passage.sentences[bisect_left(passage.sentences, (since, 0)) :]:
        if end > own or start >= own:
            return
        sentence = passage.text[start:end].strip()
        if _says_enough(sentence) and sentence[-1:] not in ":?":
            quoted = tuple(_quotations(passage.text, passage.quoted, start, own, end))
            yield Claim(_without_addresses(sentence), "", place.notes, passage.block, quoted, Scope.EARLIER)


def _without_addresses(sentence: str) -> str:
    """What a sentence says: the numbers and names in an address are not said by it.

    >>> _without_addresses("It rained for a week (https://site.example/2019/05), they say.")
    'It rained for a week, they say.'
    """
    if "/" not in sentence:
        return sentence
    left = sentence
    for start, end, _ in reversed(find_urls(sentence)):
        left = f"{left[:start]}\0{left[end:]}"
    if left == sentence:
        return sentence
    left = re.sub(r"\s?[(\[<]\s?\0\s?[)\]>]|\0", "", left)
    return re.sub(r"\s+(?=[.,;:!?])", "", re.sub(r"\s{2,}", " ", left)).strip()


_NOTE_TERM = 3
_ROOM = 400  # characters around quoted words that tell whose they are


def _of_note(note: Note, number: int, block: int, language: str | None) -> Iterator[Claim]:
    """The sentences of a note that quote something: the title of a work is no quotation."""
    said = [run for run in _quoted_runs(note.text) if _is_said(note, *run)]
    if not said:
        return  # before the works are looked for, which takes longer
    titles = {_plain(c.title) for c in find_citations(note) if c.title}
    quoted = [run for run in said if _plain(note.text[run[0] : run[1]]) not in titles]
    starts = [start for start, _ in quoted]
    for start, end in split(note.text, language) if quoted else ():
        inside = quoted[bisect_left(starts, start) : bisect_left(starts, end)]
        found = tuple(q for q in _quotations(note.text, inside, start, start, end) if _is_telling(q))
        if found:
            yield Claim(note.text[start:end].strip(), "", (number,), block, found, Scope.NOTE)


def _is_said(note: Note, start: int, end: int) -> bool:
    """Whether words in quotation marks inside a note are somebody's: in a sentence, in brackets of their own, or behind a colon."""
    before, inner, behind = (
        note.text[max(0, start - 1 - _ROOM) : start - 1],
        note.text[start:end],
        note.text[end + 1 :][:_ROOM],
    )
    if in_sentence(before, inner, behind):
        return True
    small = inner.lstrip("[ …")[:1].islower()
    alone = before.rstrip().endswith("(") and behind.lstrip()[:1] == ")"
    return (alone or before.rstrip().endswith(":")) and (small or inner.rstrip().endswith((".", "!", "?")))


def _is_telling(quotation: Quotation) -> bool:
    return quotation.kind is not QuotedKind.NOT_A_QUOTATION and len(_WORD.findall(quotation.text)) >= _NOTE_TERM


def _plain(words: str) -> str:
    return " ".join(re.findall(r"\w+", words.casefold()))


def _places(document: Document, marks: Sequence[Mark]) -> Iterator[_Place]:
    """The places of marks; one that no note answers is a border, too."""
    at, told = -1, None
    notes: list[int] = []
    for mark in marks:
        if at >= 0 and mark.offset - at > _TOGETHER:
            yield _Place(at, tuple(dict.fromkeys(notes)), told)
            notes, told = [], None
        at = mark.offset
        told = _told_from(document, mark) if told is None else told
        notes += [mark.note] if mark.note is not None else []
    if at >= 0:
        yield _Place(at, tuple(dict.fromkeys(notes)), told)


_TOLD = re.compile(r"(?P<names>[^()\[\]（）]*[^\W\d_]{2}[^()\[\]（）]*?)\s?[(\[（][^()\[\]（）]*[)\]）]")


def _told_from(document: Document, mark: Mark) -> int | None:
    """Where the names of `Roe and Marrant (2001)` begin, which the sentence itself says; None for other marks."""
    told = _TOLD.fullmatch(mark.label)
    if told is None:
        return None
    before = document.blocks[mark.block].text[: mark.offset]
    said = next((words for words in (told["names"], mark.label) if before.endswith(words)), None)
    return len(before) - len(said) if said else None


def _citing_brackets(document: Document, marks: Sequence[Mark]) -> list[tuple[int, int]]:
    """The brackets in front of marks that hold nothing but the citation: `(Roe 45)`."""
    found = []
    text = document.blocks[marks[0].block].text
    for mark in marks:
        if mark.note is None or document.notes[mark.note].kind is not NoteKind.REFERENCE:
            continue
        start = text.rfind("(", max(0, mark.offset - _LONGEST_BRACKET), mark.offset)
        inner = text[start : mark.offset]
        if start >= 0 and inner.endswith(")") and (mark.label in inner or (mark.locator or "\0") in inner):
            found.append((start, mark.offset))
    return sorted(set(found))


_LONGEST_BRACKET = 200


# Longer sentences are none that people write; without a bound, many marks in one would multiply its text.
_LONGEST_BEFORE = 1500
_LONGEST_BEHIND = 500
_LONGEST_CONTEXT = 4000


def _sentence(sentences: Sequence[tuple[int, int]], offset: int) -> tuple[int, int]:
    """The sentence of a mark: the one it stands in or right behind."""
    index = max(0, bisect_left(sentences, (offset, 0)) - 1)
    start, end = sentences[index] if sentences else (0, offset)
    return max(start, offset - _LONGEST_BEFORE), min(end, offset + _LONGEST_BEHIND)


_ENOUGH_WORDS = 4
# Writing without blanks: two letters are about a word.
_WORD = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\u0e00-\u0e7f]{2}|\w+")


def _says_enough(words: str) -> bool:
    """Whether the words since a mark in the same sentence are a claim of their own."""
    return len(_WORD.findall(words)) >= _ENOUGH_WORDS


def _block_quotation(document: Document, index: int, place: _Place, text: str) -> str | None:
    """The block quotation that a mark at the end of its introducing sentence (`… wrote:[3]`) belongs to."""
    if (
        not text[: place.offset].rstrip().endswith(":")
        or place.offset < len(text.rstrip())
        or index + 1 >= len(document.blocks)
    ):
        return None
    following = document.blocks[index + 1]
    marked = any(m.block == index + 1 for m in document.marks)
    return _without_credit(following.text) if following.kind is BlockKind.QUOTATION and not marked else None


# A mark whose own words stand in the text: what is in brackets around them is the source.
_OF_ITS_OWN = frozenset((NoteKind.LINK, NoteKind.REFERENCE))
_SAID_ENDS = r"(?<=[.!?…。！？”\"»])\s*"
_DASHED = re.compile(
    rf"{_SAID_ENDS}(?:—{{1,2}}|–|―|--)\s?(?=[“\"«„*@]?[^\W\d_])(?=\W?(?:@|[A-Z]|[^\x00-\x7f]))(?:[^.!?…。]|(?<=\b[A-Z])\.|(?<=\b[A-Z][a-z])\.){{2,100}}\Z"
)
_BRACKETED = re.compile(rf"{_SAID_ENDS}[(\[（][^()\[\]（）]{{2,120}}[)\]）][.\s]*\Z")


def _without_credit(text: str, mark: int = 0) -> str:
    """The words of a block quotation without the line that says whose they are: `— Ada Roe`, or brackets that hold a mark.

    >>> _without_credit("Nobody came. (Roe 2001)", 21), _without_credit("Nobody came. (It rained.)")
    ('Nobody came.', 'Nobody came. (It rained.)')
    """
    credit = _DASHED.search(text) or (_BRACKETED.search(text) if mark else None)
    if credit is not None and (not mark or mark >= credit.start()):
        text = text[: credit.start()]
    return text.strip(' “”"«»„')


# --- quotation marks ---------------------------------------------------------------------------

# Opening mark > its closing marks (the facts of CLDR's delimiters, all languages together).
_CLOSING = {
    "“": "”", "„": "“”", "«": "»", "»": "«", "‘": "’", "‚": "‘’", "‹": "›", "「": "」", "『": "』", "《": "》", '"': '"', "”": "”", "″": "″",
}  # fmt: skip
_OPENING = re.compile(f"[{''.join(_CLOSING)}]")
_LONGEST_QUOTATION = 3000
_UNSPACED = re.compile(f"[{UNSPACED_RANGES}]")


def _quoted_runs(text: str) -> list[tuple[int, int]]:
    """(start, end) of the words inside each outermost pair of quotation marks, the marks left out. Linear."""
    runs: list[tuple[int, int]] = []
    at = 0
    while mark := _OPENING.search(text, at):
        at = mark.start()
        end = _close(text, at, _CLOSING[mark[0]]) if _opens(text, at) else None
        if end is None:
            at += 1
            continue
        runs.append((at + 1, end))
        at = end + 1
    return runs


def _opens(text: str, at: int) -> bool:
    """Whether the mark can open: not inside a word (apostrophes; Chinese writes no blank in front of it), and with words behind it."""
    mark, left = text[at], text[at - 1 : at] if at else ""
    right = text[at + 1 : at + 2]
    if not right or (right.isspace() and mark not in "«„"):
        return False
    if mark in "»”" and (not left or not left.isspace()):
        return False
    return not (left.isalnum() and not _UNSPACED.match(left) and mark in '‘"″‚”»‹“')


def _close(text: str, at: int, closing: str) -> int | None:
    mark, depth = text[at], 0
    for i in range(at + 1, min(len(text), at + _LONGEST_QUOTATION)):
        c = text[i]
        if c == mark and mark not in closing and c not in closing:
            depth += 1
        elif c in closing and not (c in "’‘" and text[i + 1 : i + 2].isalnum() and text[i - 1].isalnum()):
            if depth == 0:
                return i
            depth -= 1
    return None


def _quotations(text: str, runs: list[tuple[int, int]], since: int, own: int, end: int) -> Iterator[Quotation]:
    for a, b in runs[bisect_left(runs, (since, 0)) :]:
        if a > end:
            return
        words = text[a:b].strip()
        # A comma or full stop inside the closing mark belongs to the article's sentence (American style).
        words = re.sub(r"(?<=[^\W_])[,.;:]$", "", words) if not re.search(r"\.\.\.$|…$", words) else words
        if re.search(r"\w", words):
            yield Quotation(words, in_context=a < own, kind=_kind(text, a - 1, b + 1, words))


def find_quotations(text: str) -> tuple[Quotation, ...]:
    """All that stands in quotation marks in a text, each with its kind.

    >>> [(found.text, found.kind.value) for found in find_quotations("“We never sold any of it,” she said of the “gates”.")]
    [('We never sold any of it', 'quotation'), ('gates', 'term')]
    """
    return tuple(_quotations(text, _quoted_runs(text), 0, 0, len(text)))


# --- is it a quotation at all? -------------------------------------------------------------------

_TERM_WORDS = 4
# What stands in front of a title, a name or a word as a word.
_NAMING = re.compile(
    rf"(?:\b(?:{languages.pattern('works')})s?,?(?: (?:called|titled|entitled|named))?,?|\b(?:{languages.pattern('naming')}))\s*[:,]?\s*$",
    re.IGNORECASE,
)
_SPEECH = re.compile(rf"\b(?:{languages.pattern('speech')})\b", re.IGNORECASE)
_CALLING = re.compile(rf"\b(?:{languages.pattern('naming')})\b", re.IGNORECASE)
_BEHIND_A_TITLE = re.compile(r"^\s*(?:\((?:\w+ )?(?:1[5-9]|20)\d\d\)|by\s+[A-Z])")
_SMALL = languages.words("title_words")


def _kind(text: str, start: int, end: int, words: str) -> QuotedKind:
    """Quotation, term, or no quotation (title, name, word as a word), by what stands around and inside the marks."""
    lead, behind = text[max(0, start - 60) : start], text[end : end + 24]
    count = len(_WORD.findall(words))
    speech = bool(_SPEECH.search(text[max(0, start - 120) : start]) or _SPEECH.search(text[end : end + 60]))
    # A name may be of any kind; but a long run that begins small after “the paper,” is what the paper says.
    long = count > _TERM_WORDS and (words[0].islower() or (speech and count > 2 * _TERM_WORDS))
    if find_urls(words)[:1] and not re.search(r"\s", words):
        return QuotedKind.NOT_A_QUOTATION  # an address
    if _BEHIND_A_TITLE.match(behind) or (_NAMING.search(lead) and not long):
        return QuotedKind.NOT_A_QUOTATION
    if _is_title_case(words) and not words.rstrip().endswith((".", "!", "?")):
        return QuotedKind.NOT_A_QUOTATION
    return QuotedKind.TERM if count <= _TERM_WORDS else QuotedKind.QUOTATION


def is_own_word(quoted: str, sentence: str) -> bool:
    """Whether it is one word in quotation marks, in a sentence that tells of nobody who says or calls something.

    >>> is_own_word("madness", "The mayor called it “madness”."), is_own_word("stock", "We keep “stock” lamps here.")
    (False, True)
    """
    return len(_WORD.findall(quoted)) == 1 and not (_SPEECH.search(sentence) or _CALLING.search(sentence))


def _is_title_case(words: str) -> bool:
    """Two words or more, all but the small ones with capitals."""
    big = [w for w in re.findall(r"[^\W\d_][\w'’-]*", words) if w.casefold() not in _SMALL]
    return len(big) >= 2 and all(w[0].isupper() for w in big)
