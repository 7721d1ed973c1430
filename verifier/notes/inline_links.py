"""Links of the running text: each link of a sentence is a note, and its sentence what it answers for.

In: a `Document` whose blocks hold their links. Out: the same with a note of kind `link` for each link of a sentence, and a mark behind that
sentence. The rules: what leads around in a site, invites, shares or shows a picture is no source; what says nothing beside its links is no
sentence; a link that stands alone behind a sentence belongs to it. Where an article has notes, its links are only counted, unless they are
asked for; a remark (`* Name changed.`) makes no notes.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise
from urllib.parse import urlsplit

from verifier.languages import alternatives, pattern, phrases
from verifier.model import Block, BlockKind, Document, Hyperlink, Mark, Note, NoteKind, Problem, ProblemKind
from verifier.notes.headings import is_note_heading
from verifier.sentences import split
from verifier.spans import Taken
from verifier.urls import find_urls, identity, is_fetchable

# Writing without blanks: two letters are about a word.
_WORD = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\u0e00-\u0e7f]{2}|[^\W\d_][\w'’-]*|\d[\d.,]*")
_UNSPACED = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]")  # whose sentences have a stop, and whose titles have none
_ENDS = re.compile(r"[.!?…:。！？؟۔।][\s”’»“\"')\]」』]*$")
_CASED = re.compile(r"[A-Za-zÀ-ɏΑ-ωА-я]")
# So many words beside its links make a sentence; so many small ones tell it from a line of names.
_OWN, _SMALL, _UNENDED, _LINKED = 3, 2, 5, 5
_QUOTED_TAIL = 3
# Two paragraphs of so many words, one behind the other, are the article again, and no teasers.
_RUNNING = 20
_STOP = re.compile(
    r"[.:。．؛۔।][\s”’»“\"')\]」』]*$"
)  # what is asked or called out says nothing that a source could bear out
_NAMED = re.compile(r"\W{0,2}[@#＠＃][\w.]+\W{0,2}|\W*")  # who wrote, or what about; or only a stop
_OWNED = re.compile(r"\W*(?:©|\(c\)\s|copyright\b)", re.IGNORECASE)
_ROW, _ROW_LONGEST = 3, 400
_ROW_SIGN = re.compile(r"\s+[|•·∙⋅●‖›»]\s+|\s*｜\s*")
_DIVIDED = re.compile(r"\s*[|｜•·∙⋅●‖/>»→]\s*")

_PICTURE = re.compile(r"\.(?:jpe?g|png|gif|webp|svg|avif|bmp|tiff?|ico)$", re.IGNORECASE)
# Pages that gather others, tell of an author, or do something for whoever visits them.
_PLACES = re.compile(
    r"/(?:tags?|topics?|hashtag|category|categories|keywords?|authors?|autore?[ns]?|auteurs?|contributors?|byline)/[^/]+/?$"
    r"|/(?:newsletters?|subscribe|subscriptions?|sign-?up|register|log-?in|donate|donations?|privacy(?:-policy)?|imprint|terms(?:-of-\w+)?|cookies?)/?$"
    r"|/(?:sharer?|share-?article|intent|pin/create|submit(?:link)?)(?:/[\w/.-]*|\.php)?/?$",
    re.IGNORECASE,
)
_SHARES = re.compile(r"(?:^|&)(?:u|url|text|status|title|body|link|media)=", re.IGNORECASE)
_SENDS = re.compile(r"/(?:send|compose|post|save)(?:/|\.php|$)", re.IGNORECASE)


@lru_cache(maxsize=1)
def _related() -> re.Pattern[str]:
    cue = alternatives(phrases("page_related"))
    return re.compile(rf"\W*(?:{cue})(?!\w)(?P<colon>\W*:|[^.:!?\n]{{0,40}}?(?:>>|→|›|▶|►))?", re.IGNORECASE)


@lru_cache(maxsize=1)
def _invites() -> re.Pattern[str]:
    return re.compile(rf"\W*(?:{pattern('invitations')})(?!\w)", re.IGNORECASE)


@lru_cache(maxsize=1)
def _source_cue() -> re.Pattern[str]:
    return re.compile(rf"\W*(?:(?:{pattern('source_cues')}|{pattern('introductions')})\W*)?", re.IGNORECASE)


_DASH = re.compile(r"\s*[—–-]")


@dataclass(frozen=True, slots=True)
class _Found:
    """A link that is a source: its words and address, and the place behind its sentence."""

    text: str
    href: str
    block: int
    offset: int


def add_links(document: Document, *, beside_notes: bool = False) -> Document:
    """The document with the links of its sentences as notes: with `beside_notes`, or where it has only remarks (`*`) and uncalled works.

    >>> block = Block("It rained for a week.", hyperlinks=(Hyperlink(3, 9, "https://site.example/rain"),))
    >>> found = add_links(Document("a", "html", None, "en", (block,), (), ()))
    >>> found.notes[0].kind, found.notes[0].text, found.marks[0].offset
    (<NoteKind.LINK: 'link'>, 'rained', 21)
    """
    found = list(_find(document))
    called = {mark.note for mark in document.marks}
    noted = any(
        not is_remark(note) and (note.kind is not NoteKind.REFERENCE or number in called)
        for number, note in enumerate(document.notes)
    )
    if not found or (noted and not beside_notes):
        return replace(document, problems=(*document.problems, *_unread(len(found))))
    prefix = "link " if document.notes else ""
    first = len(document.notes)
    notes = [_note(f"{prefix}{number}", link) for number, link in enumerate(found, 1)]
    marks = [Mark(notes[i].label, first + i, link.block, link.offset) for i, link in enumerate(found)]
    in_order = sorted([*document.marks, *marks], key=lambda mark: (mark.block, mark.offset))
    return replace(document, notes=(*document.notes, *notes), marks=tuple(in_order))


def is_remark(note: Note) -> bool:
    """Whether a note is called by an asterisk or a dagger and gives no address: `* Name changed.`"""
    return not note.label.strip("*†‡§") and not note.hyperlinks and not find_urls(note.text)


def _note(label: str, link: _Found) -> Note:
    return Note(label, NoteKind.LINK, link.text, (Hyperlink(0, len(link.text), link.href),))


def _unread(count: int) -> Iterator[Problem]:
    if count:
        links = "1 link of the text was" if count == 1 else f"{count} links of the text were"
        yield Problem(ProblemKind.LINKS_NOT_READ, "", f"{links} not looked at; with --links they are checked as well.")


def _find(document: Document) -> Iterator[_Found]:
    """The links that are sources, in order; what follows a heading of notes or of other articles is passed over."""
    own = identity(document.name) if is_fetchable(document.name) else None
    edges = {0, 1, 2, len(document.blocks) - 1, len(document.blocks) - 2}
    notes = others = False
    for number, block in enumerate(document.blocks):
        if block.kind is BlockKind.HEADING:
            notes, others = is_note_heading(block.text), _related().match(block.text) is not None
            continue
        others = others and not all(_runs_on(again) for again in document.blocks[number : number + 2])
        if (
            not notes
            and not others
            and block.kind is not BlockKind.CODE
            and not (number in edges and _is_slanted(block))
        ):
            links = [link for link in _links(block) if _may_be_source(link.href) and identity(link.href) != own]
            yield from _of_block(document, number, links) if links else ()


def _runs_on(block: Block) -> bool:
    """Whether a block is a paragraph of the article, and no teaser: it is long, ends, and does not begin with a link."""
    linked = any(link.start == 0 for link in block.hyperlinks)
    prose = block.kind is BlockKind.PARAGRAPH and not linked and _STOP.search(block.text) is not None
    return prose and len(_WORD.findall(block.text)) >= _RUNNING


def _is_slanted(block: Block) -> bool:
    """Whether a whole block is in italics: at the edges of an article that is what the editors say of author and text."""
    return sum(end - start for start, end in block.emphasis) * 10 > len(block.text) * 9


def _links(block: Block) -> list[Hyperlink]:
    """The links of a block and the addresses that are typed in it, in order; parts of one link as one."""
    linked = Taken((link.start, link.end) for link in block.hyperlinks)
    typed = [
        Hyperlink(start, end, url)
        for start, end, url in (find_urls(block.text) if "/" in block.text or ":" in block.text else ())
        if not linked.touches(start, end)
    ]
    quoted = block.kind is BlockKind.QUOTATION  # whose words they are, a name may say
    told = [link for link in block.hyperlinks if quoted or not _NAMED.fullmatch(block.text[link.start : link.end])]
    joined: list[Hyperlink] = []
    for link in sorted([*told, *typed], key=lambda link: (link.start, link.end)):
        before = joined[-1] if joined else None
        if before and before.href == link.href and not block.text[before.end : link.start].strip():
            joined[-1] = replace(before, end=max(before.end, link.end))
        elif link.end > link.start:
            joined.append(link)
    return joined


def _may_be_source(href: str) -> bool:
    """Whether an address may be a source: a page on the web, no picture, and none that gathers, shares or invites.

    >>> [_may_be_source(f"https://site.example/{path}") for path in ("a", "a.jpg", "tag/rain", "share?u=x", "intent/post?text=x")]
    [True, False, False, False, False]
    """
    if not is_fetchable(href):
        return False
    parts = urlsplit(href)
    if _PICTURE.search(parts.path) or _PLACES.search(parts.path):
        return False
    return not (_SENDS.search(parts.path) and _SHARES.search(parts.query))


def _of_block(document: Document, number: int, links: Sequence[Hyperlink]) -> Iterator[_Found]:
    block = document.blocks[number]
    if _is_menu(block, links) or _OWNED.match(block.text):
        return
    if block.kind is BlockKind.QUOTATION:
        yield from _of_quotation(document, number, links)
        return
    sentences = split(block.text, document.language)
    if _is_title(block, links, sentences):
        return
    for index, inside in enumerate(_by_sentence(sentences, links)):
        place = _place(document, number, sentences, index, inside) if inside else None
        seen: set[str] = set()
        for link in inside if place else ():
            if place and link.href not in seen:
                seen.add(link.href)
                yield _Found(block.text[link.start : link.end], link.href, *place)


def _is_menu(block: Block, links: Sequence[Hyperlink]) -> bool:
    """Whether the links of a block stand in a row, strokes or dots between, or the block is such a row of few words."""
    gaps = [block.text[one.end : other.start] for one, other in pairwise(links)]
    pieces = _ROW_SIGN.split(block.text) if len(block.text) <= _ROW_LONGEST else []
    row = len(pieces) >= _ROW and all(len(_WORD.findall(piece)) <= _OWN + 1 for piece in pieces)
    few = len(_WORD.findall(_without(block.text, 0, len(block.text), links))) <= _OWN + 1
    return row or (bool(gaps) and few and all(_DIVIDED.fullmatch(gap) for gap in gaps))


def _is_title(block: Block, links: Sequence[Hyperlink], sentences: Sequence[tuple[int, int]]) -> bool:
    """Whether a block is several sentences under one link, of which the last has no stop: the title of another article."""
    several = len(sentences) > 1 and _STOP.search(block.text) is None
    return several and not _WORD.findall(_without(block.text, 0, len(block.text), links))


def _by_sentence(sentences: Sequence[tuple[int, int]], links: Sequence[Hyperlink]) -> Iterator[list[Hyperlink]]:
    """The links of each sentence, both in order: those that end in it, and those that begin in it and end in none."""
    first = 0
    for start, end in sentences:
        while first < len(links) and links[first].end <= start:
            first += 1
        near = links[first : bisect_left(links, end, first, key=lambda link: link.start)]
        yield [link for link in near if start < link.end <= end or start <= link.start < end < link.end]


def _place(
    document: Document, number: int, sentences: Sequence[tuple[int, int]], index: int, links: Sequence[Hyperlink]
) -> tuple[int, int] | None:
    """Where the mark of a sentence's links stands: behind it, or behind the one before where it says nothing; None where none is meant."""
    block = document.blocks[number]
    start, end = sentences[index]
    own = _without(block.text, start, end, links)
    if _is_said(block, own, block.text[start:end]):
        return number, end
    if _source_cue().fullmatch(own) is None or _leads_on(block.text[start:end], own):
        return None
    if index:
        return number, sentences[index - 1][1]
    before = document.blocks[number - 1] if number else None
    told = re.search(r"[\w(\[]", own) or any(find_urls(block.text[link.start : link.end]) for link in links)
    alone = told and len(sentences) == 1 and before is not None and not before.hyperlinks and _ENDS.search(before.text)
    return (number - 1, len(before.text)) if alone and before and before.kind is BlockKind.PARAGRAPH else None


def _without(text: str, start: int, end: int, links: Sequence[Hyperlink]) -> str:
    """A sentence without the words of its links."""
    parts, at = [], start
    for link in links:
        parts.append(text[at : max(at, link.start)])
        at = max(at, min(link.end, end))
    return " ".join([*parts, text[at:end]])


def _is_said(block: Block, own: str, whole: str) -> bool:
    """Whether a sentence says something: enough words beside its links, or a whole sentence in one link; no title, no invitation."""
    words = _WORD.findall(own)
    if _leads_on(whole, own):
        return False
    ends = _ENDS.search(whole) is not None
    if not _has_small_words(_WORD.findall(whole)):
        return False
    if len(words) < _OWN:
        return (
            block.kind is BlockKind.PARAGRAPH
            and _STOP.search(whole) is not None
            and len(_WORD.findall(whole)) >= _LINKED
        )
    return ends or (len(words) >= _UNENDED and not _UNSPACED.search(whole))


def _leads_on(whole: str, own: str) -> bool:
    """Whether a sentence invites to something, or to other articles, rather than saying anything; `own` is what it is beside its links."""
    related = _related().match(whole)
    few = len(_WORD.findall(own)) <= _OWN + 1
    return _invites().match(whole) is not None or (related is not None and (related["colon"] is not None or few))


def _has_small_words(words: Sequence[str]) -> bool:
    """Whether words run on as a sentence does, where their script tells: names and titles have capitals."""
    spelled = [word for word in words if word[0].isalpha()]
    cased = [word for word in spelled if _CASED.match(word)]
    return len(cased) * 2 < len(spelled) or sum(word[0].islower() for word in cased) >= _SMALL


def _of_quotation(document: Document, number: int, links: Sequence[Hyperlink]) -> Iterator[_Found]:
    """Of a block quotation, the link that says where it is from: in a line behind a dash, or at its end; others are the quoted author's."""
    block = document.blocks[number]
    before = document.blocks[number - 1] if number else None
    source = links[-1]
    if _DASH.match(block.text) and before is not None and before.kind is BlockKind.QUOTATION:
        yield _Found(block.text[source.start : source.end], source.href, number - 1, len(before.text))
    elif len(_WORD.findall(block.text[source.end :])) <= _QUOTED_TAIL:
        yield _Found(block.text[source.start : source.end], source.href, number, len(block.text))
