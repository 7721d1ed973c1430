"""How much of the cited work a page is: the whole, a part, a stand-in, a shell or a wall, and the reason in words.

In: the reading of a page and its tree. Out: the reading with `extent`, and `problem` where it is not the whole. The rule of this file: a page
with a text of its own is whole unless it says itself that it is not; only a page that says little is looked at closely.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from selectolax.lexbor import LexborHTMLParser

from verifier.languages import alternatives, pattern, phrases
from verifier.model import Extent, Role, SourceText
from verifier.sources.facts import count_words
from verifier.sources.metadata import SPACE
from verifier.sources.page_data import data_texts, said_instead
from verifier.sources.paging import find_next_page, may_have_pages
from verifier.sources.stand_ins import ABSTRACT, find_file, find_frames, find_whole, what_it_stands_for

# Words of running text. A paper has more than the first, an abstract page fewer; with fewer than the second a link may lead to the
# rest; fewer than the third are what stands around a text (advice, imprint, a spinner), fewer than the fourth hardly a text, fewer
# than the last none at all.
_PAPER, _LINKING, _LITTLE, _SCANT, _NONE = 450, 200, 60, 40, 15
_SENTENCE_END = tuple(".!?…。！？।؟:;\"”»’')")
_LONG_BLOCK, _SHORT_BLOCK = 25, 5  # words of a block without and with a stop at its end
_LONGER_THAN_REFERENCES = 45  # words of a paragraph that is no entry of a list
_AROUND = frozenset((Role.NAVIGATION, Role.FORM, Role.COMMENTS, Role.ADVERTISEMENT, Role.HIDDEN))
_LONGEST = 60_000  # characters in which running text is counted
# Characters of a block that offers the rest for money; of one that begins with the offer; and what its beginning is.
_OFFER, _LONG_OFFER, _BEGINNING = 160, 400, 30
_SHORT_LINE = 50
_TORN_OFF = re.compile(r"[\[(](?:…|\.{3}|\+\d+ \w+)[\])]\s*\Z")
_COUNTED = re.compile(r"\d{1,3}(?: ?/ ?| \w{1,3} )\d{1,3}\b|\d ?[页頁]")
_LETTERS = re.compile(r"[^\W\d_]")
_PAGER = re.compile(r"\d{1,3} ?/ ?\d{1,3}")
# Where scripts hang what they make.
_ROOTS = "#root, #app, #__next, #__nuxt, #main-app, #react-root, #application, #svelte, #gatsby, #app-root, app-root, [ng-app], [data-reactroot]"
# What its author calls an article, however short.
_ITEM = "article h1, article h2, article time, [itemprop='articleBody'], [itemprop='text']"
_MOST_LINKS = 600
_SCRIPTED = 20  # times as many characters of scripts as of text

_SHELL = "Only what stands around the text was read: the page shows its text by scripts, which were not run."
_DATA = "The page shows its text by scripts, which were not run; what stands in its data was read."
_PICTURES = "The page has no text: it shows pictures."
_EMPTY = "The page has no text."
_FRAMES = "The page shows its text in frames, which were not read."
_NOT_FREE = "The page says that it is not free: perhaps only its beginning was read."
_CUT = "Only the beginning was read: the page offers the rest to subscribers."
_BARE = "The page has no text of its own, only what stands around one."
SCANT = "The page has hardly any text: what was cited may be shown elsewhere, or to others."
HARDLY_A_TEXT = frozenset((SCANT, _BARE))
_TEASER = "Only the beginning was read: the page leads to the rest."
PAGED = "Only one of several pages was read."
_LIVE = "The page is a live report: what it shows at first was read, and older entries may be loaded by scripts."
UNREADABLE = "Many characters of the source could not be read."
# Of all characters: one in so many is damage to a word, more of them are another alphabet.
_LOST = 100


@dataclass(frozen=True, slots=True)
class _Block:
    start: int
    end: int
    words: int
    is_prose: bool


def measure(
    reading: SourceText, tree: LexborHTMLParser, url: str, visible: int, numbered: Sequence[str] = ()
) -> SourceText:
    """The reading with how much of the work it is; a part that the page's own data hold is added to its text.

    `visible` is how much of the text the page shows: behind it stands what only machines read. `numbered` are the addresses of
    links that are nothing but a number.
    """
    has_pages = may_have_pages(tree)
    is_counted = _is_counted(reading, tree if has_pages else None)
    following = find_next_page(tree, url, is_counted=is_counted, numbered=numbered) if has_pages or numbered else None
    reading = replace(reading, facts=replace(reading.facts, next_page=following))
    if reading.extent is not Extent.WHOLE:
        return reading
    if is_unreadable(reading.text):
        return _as(reading, Extent.PART, UNREADABLE)
    if wall := _wall(reading):
        return _as(reading, Extent.WALL, wall)
    blocks = _short_of(_PAPER, _blocks(reading, visible))
    if blocks is not None:
        reading = _look_closely(reading, tree, url, blocks)
    if reading.extent is Extent.WHOLE and (following or is_counted):
        return _as(reading, Extent.PART, PAGED)
    if reading.extent is Extent.WHOLE and "live" in reading.facts.traits:
        return _as(reading, Extent.PART, _LIVE)
    return reading


def _as(reading: SourceText, extent: Extent, reason: str) -> SourceText:
    return replace(reading, extent=extent, problem=reason)


def is_unreadable(text: str) -> bool:
    """Whether so many characters are U+FFFD that words are lost: more than one in a hundred, and more than three."""
    return text.count("\ufffd") > max(3, len(text) // _LOST)


def _wall(reading: SourceText) -> str | None:
    """What the page says of money; one that says that all of it is free is believed."""
    facts = reading.facts
    if facts.free:
        return None
    if _offers_rest(reading):
        return _CUT
    return _NOT_FREE if facts.free is False or "not_free" in facts.traits else None


def _offers_rest(reading: SourceText) -> bool:
    """Whether a block is an offer of the rest of the text."""
    offer, words = _cut()
    start = 0
    for line in reading.text.lower().split("\n"):
        end = start + len(line)
        if 0 < len(line) <= _LONG_OFFER and words.search(line) and (found := offer.search(line)):
            is_offer = len(line) <= _OFFER or found.start() <= _BEGINNING
            if is_offer and not _is_elsewhere(reading, start, end):
                return True
        start = end + 1
    return False


def _is_elsewhere(reading: SourceText, start: int, end: int) -> bool:
    """Whether a block is the first headline, or belongs to a menu or to readers' comments."""
    if reading.text[start:end].strip() in reading.facts.headings[:1]:
        return True
    return any(p.role in (Role.NAVIGATION, Role.COMMENTS) and p.start < end and start < p.end for p in reading.parts)


@lru_cache(maxsize=1)
def _cut() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What such an offer says, and the words of which each has one."""
    return re.compile(pattern("page_cut")), re.compile(alternatives(phrases("page_cut_words")))


@lru_cache(maxsize=4)
def _said(kind: str) -> re.Pattern[str]:
    return re.compile(pattern(kind), re.IGNORECASE)


# --- blocks --------------------------------------------------------------------------------------


def _short_of(most: int, blocks: Iterable[_Block]) -> list[_Block] | None:
    """The blocks of a page that has fewer words of running text; None where it has as many, and the rest need not be counted."""
    found, prose = [], 0
    for block in blocks:
        found.append(block)
        prose += block.words * block.is_prose
        if prose >= most:
            return None
    return found


def _blocks(reading: SourceText, visible: int) -> Iterator[_Block]:
    """The blocks outside menus, forms and comments; behind a heading like “References” only long ones are running text."""
    around = [(p.start, p.end) for p in reading.parts if p.role in _AROUND]
    endings = phrases("note_headings")
    start, text, fewest = 0, reading.text[: min(visible, _LONGEST)], _SHORT_BLOCK
    for line in text.split("\n\n"):
        end = start + len(line)
        if line and not any(a <= start < b for a, b in around):
            if len(line) < 40 and line.strip(" :.").lower() in endings:
                fewest = _LONGER_THAN_REFERENCES
            words = count_words(line)
            least = fewest if line.endswith(_SENTENCE_END) else max(fewest, _LONG_BLOCK)
            yield _Block(start, end, words, words >= least)
        start = end + 2


# --- pages that say little -----------------------------------------------------------------------


def _look_closely(reading: SourceText, tree: LexborHTMLParser, url: str, blocks: Sequence[_Block]) -> SourceText:
    """What a page with little running text is."""
    blocks = _without_links(reading, tree, blocks)
    prose = sum(block.words for block in blocks if block.is_prose)
    if prose < _LITTLE:
        reading = _explain(reading, tree)
    file = find_file(reading, tree, url, prose)
    reason = what_it_stands_for(tree, prose, file, reading, url) or _abstract(reading, blocks)
    if reason:
        seen = replace(reading.facts, files=(file,) if file else ())
        if file and file == find_whole(tree, url):  # a page, as frames are
            seen = replace(seen, frames=(file,))
        return _as(replace(reading, facts=seen), Extent.STAND_IN, reason)
    if _is_beginning(reading, blocks, prose):
        return _as(reading, Extent.PART, _TEASER)
    reading = _in_frames(reading, tree, url, prose)
    if reading.extent is not Extent.WHOLE or prose >= _LITTLE:
        return reading
    if _is_shell(reading, tree, blocks):
        return _with_data(reading, tree)
    return (
        _as(reading, Extent.PART, SCANT if prose >= _NONE else _BARE)
        if _is_scant(reading, tree, blocks, prose)
        else reading
    )


def _in_frames(reading: SourceText, tree: LexborHTMLParser, url: str, prose: int) -> SourceText:
    """The reading with the frames that hold what a page without a text shows."""
    if not prose and reading.facts.frames:
        reading = _as(reading, Extent.STAND_IN, _FRAMES)
    if prose < _LITTLE and (frames := find_frames(tree, url)):
        seen = replace(reading.facts, files=frames, frames=frames)
        return _as(replace(reading, facts=seen), Extent.STAND_IN, _FRAMES)
    return reading


def _is_scant(reading: SourceText, tree: LexborHTMLParser, blocks: Sequence[_Block], prose: int) -> bool:
    """Whether so few words stand on a page that nobody knows whether they are what was cited; an article may be short."""
    if prose >= _SCANT or (prose and tree.css_first(_ITEM) is not None):
        return False
    return _own_words(reading, tree, blocks) < _LITTLE + _SCANT - prose


def _abstract(reading: SourceText, blocks: Sequence[_Block]) -> str | None:
    """What is said of a page that is headed as an abstract and is too short for a paper."""
    over = (reading.text[b.start : b.end].strip(" :.").lower() for b in blocks if b.end - b.start < _SHORT_LINE)
    return ABSTRACT if any(words in phrases("page_abstract") for words in over) else None


def _is_beginning(reading: SourceText, blocks: Sequence[_Block], prose: int) -> bool:
    """Whether a text ends in “[…]”, or one link leads on from a short one: several are those of neighbours."""
    if any(_TORN_OFF.search(reading.text, block.start, block.end) for block in blocks if block.is_prose):
        return True
    if prose >= _LINKING:
        return False
    short = [line for line in reading.text[:_LONGEST].split("\n") if 0 < len(line) < _SHORT_LINE]
    return sum(_said("page_rest").match(line.strip(" ([»›>→")) is not None for line in short) == 1


def _without_links(reading: SourceText, tree: LexborHTMLParser, blocks: Sequence[_Block]) -> list[_Block]:
    """The blocks, those that are rows of links told from running text."""
    links = {SPACE.sub(" ", node.text() or "").strip() for node in tree.css("a[href]")[:_MOST_LINKS]} - {""}
    found = []
    for block in blocks:
        words = reading.text[block.start : block.end]
        if block.is_prose and not words.endswith(_SENTENCE_END):
            linked = sum(count_words(link) for link in links if link in words)
            found.append(replace(block, is_prose=block.words - linked >= _LONG_BLOCK))
        else:
            found.append(block)
    return found


def _explain(reading: SourceText, tree: LexborHTMLParser) -> SourceText:
    """Why there is no text; what the page's data say in place of it is a headline."""
    if not reading.text.strip():
        pictures = tree.css_first("img, svg, canvas, picture")
        reading = replace(reading, problem=_PICTURES if pictures is not None else _EMPTY)
    instead = said_instead(tree, _said("page_removed"))
    return replace(reading, facts=replace(reading.facts, said_instead=instead)) if instead else reading


def _is_shell(reading: SourceText, tree: LexborHTMLParser, blocks: Sequence[_Block]) -> bool:
    """Whether scripts are to write the text: the page says so, has a root for them, or next to nothing but scripts."""
    scripts = [node.text() or "" for node in tree.css("script")]
    if not scripts:
        return False
    own = _own_words(reading, tree, blocks)
    asks = any(_said("page_needs_script").search(node.text() or "") for node in tree.css("noscript")[:5])
    if own < _LITTLE and (tree.css_first(_ROOTS) is not None or asks or _is_loading(reading, blocks)):
        return True
    return own < _NONE and sum(map(len, scripts)) > _SCRIPTED * max(1, len(reading.text))


def _own_words(reading: SourceText, tree: LexborHTMLParser, blocks: Sequence[_Block]) -> int:
    """The words outside menus and links."""
    linked = sum(count_words(node.text() or "") for node in tree.css("a[href]")[:400])
    around = sum(count_words(reading.text[p.start : p.end]) for p in reading.parts if p.role in _AROUND)
    return max(0, sum(block.words for block in blocks) - max(0, linked - around))


def _is_loading(reading: SourceText, blocks: Sequence[_Block]) -> bool:
    loading = _said("page_loading")
    return any(
        loading.fullmatch(reading.text[block.start : block.end].strip(" .…!"))
        for block in blocks
        if block.end - block.start < _SHORT_LINE
    )


def _with_data(reading: SourceText, tree: LexborHTMLParser) -> SourceText:
    """A shell with the texts that its data hold: words that are found there are there, and the rest nobody knows."""
    found = [text for text in data_texts(tree) if text[:200] not in reading.text]
    if not found:
        return _as(reading, Extent.SHELL, _SHELL)
    start = len(reading.text) + 2
    text = "\n\n".join([reading.text, *found])
    main = (*reading.main, (start, len(text)))
    return _as(replace(reading, text=text, extractor="html+data", main=main), Extent.SHELL, _DATA)


# --- one of several pages ------------------------------------------------------------------------


def _is_counted(reading: SourceText, tree: LexborHTMLParser | None) -> bool:
    """Whether the page counts itself among several: “Page 1 of 2”, or a bar of pages (none without a tree) that says 1/2."""
    short = [line for line in reading.text[:_LONGEST].split("\n") if line and len(line) < _SHORT_LINE]
    counted = _COUNTED.search("\n".join(short)) is not None and any(
        _counts_itself(line.strip(" .–-|[]()")) for line in short if _COUNTED.search(line)
    )
    return counted or (tree is not None and _has_pager(tree))


def _counts_itself(line: str) -> bool:
    """Whether a line is “Page 1 of 3”, perhaps with the numbers of the others behind it."""
    found = _said("page_of").match(line)
    return found is not None and not _LETTERS.search(line, found.end())


def _has_pager(tree: LexborHTMLParser) -> bool:
    node = tree.css_first(".pagination, .pager, .page-links, .pagenav")
    return node is not None and bool(_PAGER.fullmatch((node.text() or "").strip()))
