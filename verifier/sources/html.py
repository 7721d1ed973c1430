"""One reading of a page: its readable text, the role of each stretch, what it says of itself, and the facts that signs ask.

One walk over the tree. Inline tags never break a word, blocks are divided by a blank line. Text that only scripts
would show but that stands in the page all the same (JSON-LD article bodies, `noscript`) is added at the end; so are texts that
stand side by side in a table, each in its own order.
"""

from __future__ import annotations

import re
from bisect import insort
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from selectolax.lexbor import LexborHTMLParser, LexborNode

from verifier.files.decode import decode
from verifier.files.html import BLOCKS, HEADINGS, UNSEEN, is_hidden, parse, walk
from verifier.model import Extent, PageFacts, Part, Role, Snapshot, SourceText
from verifier.sources.columns import columns
from verifier.sources.extent import measure
from verifier.sources.facts import MOST_NAMES, add_head, count_words, find_traits
from verifier.sources.metadata import SPACE, hidden_texts, json_ld, metadata_of
from verifier.sources.roles import BETWEEN, is_comments_heading, is_note_mark, is_related, role_of

_LARGEST = 8_000_000
_CUT = "The page is larger than 8 MB; its beginning was read."
_BROKEN_OFF = "The page breaks off in the middle: what came of it was read."
_LAST = 3000  # characters in which a page ends
# Behind the last "<" of a page that was cut: a tag without its end; a paragraph that stops behind a word.
_TAG_GOES_ON = re.compile(r"</?[a-z][^<>]*", re.IGNORECASE)
_SENTENCE_GOES_ON = re.compile(r"</?(?:p|br|a|em|i|b|strong|span|div)\b[^>]*>[^<]{60,}[\w,]\s*", re.IGNORECASE)
# Of the page; what is named a menu or comments and holds more than this is the text, whatever it is called.
_MOST = 0.5
_MOST_COMMENTS = 0.95
_SHORT_NEWS = 80  # characters that a page marks as its text
_ARTICLE = 400  # characters: what stands before comments is an article
_HEADED = frozenset(("h1", "h2"))
_NOTED = frozenset(("span", "small"))  # of which one that is called a note, and is no mark of one, is the note itself
_LONGEST_MARK = 12
_SECTIONS = frozenset(("article", "main", "section"))  # their header and footer are theirs, not the page's
_MARKED = HEADINGS | _SECTIONS
_EDGES = frozenset(("header", "footer"))
_BODY = 400  # characters of an article
_PAGE = frozenset(("html", "body"))
_NAMED = ("id", "name")
_LONGEST_NUMBER, _MOST_NUMBERED = 3, 60  # characters of a link to a page by its number; links that are kept
_GAP = 2  # between two blocks
_LOOKED_AT = (None, Role.MAIN, Role.ASIDE)
_TITLES = frozenset(("h1", "h2", "p"))  # what a header says itself, beside its links
_TOLD = 30  # characters of it
_LINKS = 3  # that make a block of links, and the share of its text that is linked
_LINKED = 0.75
_LABELLED = 0.4  # the same where a label says that the links lead elsewhere
_LARGEST_BOX = 1500
_LARGEST_HEADING = 60
_POSTED = frozenset(("form", "time", "button", "textarea"))  # what stands around comments
# Large first letters of a text; of these, words elsewhere are no such letters unless their element is called so.
_INITIALS = re.compile(r"drop-?_?cap|initial|lettrine|first-?letter|versal", re.IGNORECASE)
_WORDS_OF_ONE_LETTER = frozenset("AEIOUYÀÉ")
_PANELS = ("tabpanel",)
_PANEL_NAMES = re.compile(r"tab-?pan|accordion|collaps")
_CDATA = re.compile(r"<!\[CDATA\[(.*?)\]\]>", re.DOTALL)
_Span = tuple[int, int, Role | None]  # where an element begins and ends, and its role
_HIDING = frozenset(("hidden", "style"))
_UNSEEN_NAMES = re.compile(r"<(/?)(title|script|style|template|textarea|noscript|head)\b")


def read(snapshot: Snapshot) -> SourceText:
    """The reading of an HTML page."""
    markup = decode(snapshot.body[:_LARGEST], snapshot.charset).text
    tree = parse(markup)
    reader = _Reader()
    if tree.body is not None:
        walk(tree.body, reader.enter, reader.leave, reader.write)
    data = tuple(json_ld(tree))
    metadata = metadata_of(tree, data)
    text, parts = reader.done(metadata.title or "")
    hidden = [t for t in (*hidden_texts(tree, data), *columns(tree)) if t[:200] not in text]
    whole = "\n\n".join(filter(None, [text, *hidden]))
    main = tuple((p.start, p.end) for p in parts if p.role is Role.MAIN)
    words = count_words("\n".join(whole[a:b] for a, b in main) if main else whole)
    seen = replace(reader.facts(text), words=words, traits=find_traits(markup, words))
    is_cut = len(snapshot.body) > _LARGEST
    reading = SourceText(
        text=whole,
        extractor="html",
        version="",
        language=_language(tree),
        metadata=metadata,
        main=main,
        problem=_CUT if is_cut else None,
        parts=parts,
        facts=add_head(seen, tree, data),
        extent=Extent.PART if is_cut else Extent.WHOLE,
    )
    visible = len(whole) if _tells_body(data) else len(text)
    reading = measure(reading, tree, snapshot.url, visible, reader.numbered)
    if reading.extent is Extent.WHOLE and _breaks_off(markup):
        return replace(reading, extent=Extent.PART, problem=_BROKEN_OFF)
    return reading


def _breaks_off(markup: str) -> bool:
    """Whether the markup of a page ends inside a tag, or inside a sentence of a paragraph: it was cut, whatever the server announced.

    >>> _breaks_off("<html><p>The gates are open.</p><p class='le"), _breaks_off("<html><p>The gates are open.<p>Ada")
    (True, False)
    """
    last = markup[-_LAST:]
    begun = last[last.rfind("<") :]
    return bool(_TAG_GOES_ON.fullmatch(begun) or _SENTENCE_GOES_ON.fullmatch(begun))


def _tells_body(data: Sequence[dict[str, object]]) -> bool:
    """Whether the page gives the text of the article to machines as well."""
    return any(len(str(item.get("articleBody") or "")) > _BODY for item in data)


def _language(tree: LexborHTMLParser) -> str | None:
    root = tree.root
    return (root.attributes.get("lang") or root.attributes.get("xml:lang") if root else None) or None


def _of_lines(space: re.Match[str]) -> str:
    """White space where the ends of lines are the author's: a blank, an end of a line, or an empty line."""
    return ("\n" * min(2, space[0].count("\n"))) or " "


class _Reader:
    """Collects the text of a tree block by block, and the stretches that have a role."""

    def __init__(self) -> None:
        self._pieces: list[str] = []
        self._size = 0
        self._last = "\n"
        # The elements around: tag, where it began, the role before it, whether its text is unseen, links and linked characters before.
        self._open: list[tuple[str, int, Role | None, bool, int, int]] = []
        self._linked = 0
        self._in_link = False
        self._lined = 0  # how many elements around keep the ends of their lines
        self._posted = 0
        # Headings over comments: how deep their parent is, where they began, what had been posted.
        self._replies: list[tuple[int, int, int]] = []
        self._role: Role | None = None
        self._unseen = False
        self._articles = 0
        self._stretches: list[tuple[int, int, Role]] = []
        self._spans: list[_Span] = []  # of the elements that have a role of their own
        self._headings: list[tuple[int, int]] = []
        self._titles: list[int] = []  # where the largest headings begin
        self._works: list[tuple[int, int]] = []  # the elements that their author calls articles
        self._names: set[str] = set()
        self._links = 0
        self._target: str | None = None  # of the link entered last
        self.numbered: list[str] = []  # the addresses of links that are nothing but a number
        self._asks_password = False
        self._names_here: str | None = None  # of the element entered last
        self._initial = -1  # where a letter ended that is called a large first letter
        self._frames: list[str] = []

    # --- the walk ------------------------------------------------------------------------------

    def enter(self, tag: str, node: LexborNode) -> None:
        """An element begins."""
        if self._unseen:
            self._open.append((tag, self._size, self._role, True, 0, 0))
            return
        attributes = node.attributes
        if tag in BLOCKS:
            self._break()
        elif tag == "br":
            self.write(" ")
        elif tag == "img" and len(attributes.get("alt") or "") == 1:  # a large first letter that is a picture
            self.write(attributes["alt"] or "")
        self._open.append((tag, self._size, self._role, False, self._links, self._linked))
        self._posted += tag in _POSTED
        self._lined += tag == "pre"
        if attributes:
            self._note(tag, attributes)
        self._unseen = tag in UNSEEN or (not _HIDING.isdisjoint(attributes) and _is_unseen(attributes))
        own = role_of(tag, attributes)
        self._names_here = attributes.get("class") if attributes else None
        if tag in _SECTIONS:
            self._articles += 1
        elif own is None and not self._articles and tag in _EDGES:
            own = Role.NAVIGATION
        if own is not None and (own is not Role.MAIN or self._role is None):
            self._role = own

    def leave(self) -> None:
        """The element entered last ends."""
        tag, start, outer, unseen, links, linked = self._open.pop()
        if unseen:
            return
        self._unseen = False
        own, self._role = self._role, outer
        if tag == "a":
            self._leave_link(start)
        self._lined -= tag == "pre"
        if tag in BLOCKS:
            self._break()
            if tag in _MARKED:
                self._leave_marked(tag, start)
            if self._links != links and own in _LOOKED_AT and tag not in _PAGE:
                self._look_at_links(start, self._links - links, self._linked - linked, aside=own is Role.ASIDE)
        if own is not outer:
            self._spans.append((start, self._size, own))
            if own in BETWEEN and not is_note_mark(self._text(start), self._text(start - 8, start)):
                self._call(start, Role.ASIDE if tag in _NOTED and self._size - start > _LONGEST_MARK else outer)
        elif own is Role.NAVIGATION and tag in _TITLES and self._links == links and self._is_deck(start):
            self._call(start, None)
        if self._replies and self._replies[-1][0] > len(self._open):
            self._leave_replies()

    def _leave_link(self, start: int) -> None:
        """A link ends; one that is nothing but a number may lead to another page of the text."""
        self._in_link = False
        if self._size - start > _LONGEST_NUMBER or not self._target or self._target.startswith("#"):
            return
        if len(self.numbered) < _MOST_NUMBERED and self._text(start).strip().isdecimal():
            self.numbered.append(self._target)

    def _leave_marked(self, tag: str, start: int) -> None:
        if tag in _SECTIONS:
            self._articles -= 1
            if tag == "article":
                self._works.append((start, self._size))
        else:
            self._leave_heading(tag, start)

    def _leave_replies(self) -> None:
        """The parent of a heading over comments ends: where somebody can post, they are comments."""
        _, first, posted = self._replies.pop()
        if self._posted > posted:
            self._call(first, Role.COMMENTS)

    def _leave_heading(self, tag: str, start: int) -> None:
        if tag in _HEADED:
            self._headings.append((start, self._size))
            if tag == "h1":
                self._titles.append(start)
        if self._size - start < _LARGEST_HEADING and is_comments_heading(self._text(start)):
            counted = any(map(str.isdigit, self._text(start)))  # “12 comments”: somebody did
            self._replies.append((len(self._open), start, self._posted - counted))

    def _look_at_links(self, start: int, links: int, linked: int, *, aside: bool) -> None:
        """A block that is all links stands beside the text; one that says “read more”, or is a link beside the text, leads away from it."""
        size = self._size - start - _GAP
        if linked < _LABELLED * size:
            return
        if (aside and linked >= size) or (size < _LARGEST_BOX and is_related(self._text(start, start + 80))):
            self._call(start, Role.NAVIGATION)
        elif not aside and links >= _LINKS and linked > _LINKED * size:
            self._call(start, Role.ASIDE)

    def _is_deck(self, start: int) -> bool:
        """Whether a header says something itself here: a title, a standfirst."""
        return self._size - start > _TOLD and any(tag == "header" for tag, *_ in self._open)

    def _call(self, start: int, role: Role | None) -> None:
        """The text from here on has this role."""
        while self._stretches and self._stretches[-1][0] >= start:
            self._stretches.pop()
        if role is not None:
            self._stretches.append((start, self._size, role))
            self._spans.append((start, self._size, role))

    def _text(self, start: int, end: int | None = None) -> str:
        """What was written from a place on; of the pieces, only the last ones are looked at."""
        at, first = self._size, len(self._pieces)
        while first and at > max(0, start):
            first -= 1
            at -= len(self._pieces[first])
        found = "".join(self._pieces[first:])
        return found[max(0, start) - at : None if end is None else end - at]

    def _note(self, tag: str, attributes: dict[str, str | None]) -> None:
        """What the attributes say that signs will ask."""
        for key in _NAMED:
            name = attributes.get(key)
            if name and len(self._names) < MOST_NAMES:
                self._names.add(name)
        if tag == "a":
            self._target = attributes.get("href")
            self._in_link = "href" in attributes
            self._links += self._in_link
        elif tag == "input":
            self._asks_password |= (attributes.get("type") or "").lower() == "password"
        elif tag in ("iframe", "frame", "embed") and (source := attributes.get("src")):
            self._frames.append(source)

    # --- characters ----------------------------------------------------------------------------

    def write(self, text: str) -> None:
        """A run of text; white space is one blank, or the end of a line where those are kept, and none begins a block."""
        if self._unseen:
            return
        if text.isspace() and not self._lined:
            if self._last in " \n":
                return
            text = " "
        else:
            text = SPACE.sub(_of_lines if self._lined else " ", text)
            if text[0] in " \n" and self._last in " \n":
                text = text.lstrip(" \n" if self._last == "\n" else " ")
            if not text:
                return
        if self._last == "\n" or len(text) == 1 or self._initial == self._size:
            text = self._behind_initial(text)
        self._pieces.append(text)
        if self._in_link:
            self._linked += len(text)
        if self._role is not None:
            self._stretches.append((self._size, self._size + len(text), self._role))
        self._size += len(text)
        self._last = text[-1]

    def _behind_initial(self, text: str) -> str:
        """Text as it goes on behind a large first letter; where it is itself one, that is remembered."""
        if len(text) == 1 and text.isupper():
            if self._names_here and _INITIALS.search(self._names_here):
                self._initial = self._size + 1
        elif self._last == "\n" and text[0].islower():
            self._join_initial(text[0])
        elif self._initial == self._size and text[0] == " " and text[1:2].islower():
            return text[1:]
        return text

    def _join_initial(self, letter: str) -> None:
        """A first letter that stood in a block of its own goes to the word that it begins."""
        if len(self._pieces) < len("T\n") or len(self._pieces[-2]) != 1:
            return
        initial = self._pieces[-2]
        called = self._initial == self._size - _GAP
        told = initial.isascii() and initial not in _WORDS_OF_ONE_LETTER and initial.lower() != letter
        if initial.isupper() and (called or told) and (len(self._pieces) == len("T\n") or self._pieces[-3] == "\n\n"):
            self._pieces.pop()
            self._size -= _GAP

    def _break(self) -> None:
        """A block ends: the blank at its end goes, a blank line follows."""
        if self._last == "\n":
            if self._pieces and self._pieces[-1][-2:] != "\n\n":  # the last line of some that are kept
                self._pieces[-1] += "\n"
                self._size += 1
            return
        if self._last == " ":
            self._pieces[-1] = self._pieces[-1][:-1]
            self._size -= 1
        self._pieces.append("\n\n")
        self._size += 2
        self._last = "\n"

    # --- the end ---------------------------------------------------------------------------------

    def done(self, title: str = "") -> tuple[str, tuple[Part, ...]]:
        """The text, and its stretches by role; `title` is the page's own."""
        self._break()
        text = "".join(self._pieces)[:-2]
        stretches = list(self._stretches)
        for start, end in self._neighbours(title):
            stretches = [s for s in stretches if s[1] <= start or end <= s[0]]
            insort(stretches, (start, min(end, len(text)), Role.NAVIGATION))
        main = [(start, end) for start, end, role in stretches if role is Role.MAIN]
        return text, tuple(_joined(_believed(stretches, self._spans, _doubted(self._spans, len(text), main)), text))

    def _neighbours(self, title: str) -> list[tuple[int, int]]:
        """Other articles under the one that the page is called by, each with a title of its own: as they are loaded one after another."""
        works = [work for work in self._works if sum(work[0] <= at < work[1] for at in self._titles) == 1]
        first = self._text(*next((h for h in self._headings if works and h[0] >= works[0][0]), (0, 0))).strip()
        return works[1:] if len(first) > _TOLD // 2 and first in title else []

    def facts(self, text: str) -> PageFacts:
        """What was seen on the way."""
        headings = [text[a:b].strip() for a, b in self._headings[:8]]
        return PageFacts(
            headings=tuple(filter(None, headings))[:4],
            links=self._links,
            names=frozenset(self._names),
            asks_password=self._asks_password,
            frames=tuple(self._frames[:20]),
        )


def _is_unseen(attributes: dict[str, str | None]) -> bool:
    return is_hidden(attributes) and "paywall" not in (attributes.get("class") or "") and not _opens(attributes)


def _opens(attributes: dict[str, str | None]) -> bool:
    """Whether a hidden element is a panel that a click opens: its words stand on the page."""
    return (
        attributes.get("hidden") == "until-found"
        or attributes.get("role") in _PANELS
        or bool(_PANEL_NAMES.search(attributes.get("class") or ""))
    )


def _doubted(spans: Sequence[_Span], size: int, main: Sequence[tuple[int, int]]) -> list[_Span]:
    """Elements that hold most of the page: whatever they are called, they are its text, unless that is marked and stands elsewhere.

    Readers may write more than the author.
    """
    large = [
        (start, end, role)
        for start, end, role in spans
        if role is not Role.MAIN
        and end - start > max(400, (_MOST if role is not Role.COMMENTS or start < _ARTICLE else _MOST_COMMENTS) * size)
    ]
    whole = [(start, end) for start, end, role in spans if role is Role.MAIN] if large else []
    return [span for span in large if _lies_in(span, whole) or not _is_elsewhere(span, main)]


def _lies_in(span: _Span, whole: Sequence[tuple[int, int]]) -> bool:
    return any(start <= span[0] and span[1] <= end for start, end in whole)


def _is_elsewhere(span: _Span, main: Sequence[tuple[int, int]]) -> bool:
    """Whether a text of some length is marked outside of an element."""
    return sum(end - start for start, end in main if end <= span[0] or span[1] <= start) >= _SHORT_NEWS


def _believed(
    stretches: Sequence[tuple[int, int, Role]], spans: Sequence[_Span], doubted: Sequence[_Span]
) -> Iterator[tuple[int, int, Role]]:
    """The stretches without the roles that are doubted: what such an element holds inside the page's text is text."""
    whole = [(start, end) for start, end, role in spans if role is Role.MAIN] if doubted else []
    for first, last, own in stretches:
        if not any(own is called and a <= first and last <= b for a, b, called in doubted):
            yield first, last, own
        elif _lies_in((first, last, own), whole):
            yield first, last, Role.MAIN


def _joined(stretches: Iterable[tuple[int, int, Role]], text: str) -> Iterator[Part]:
    """Neighbouring stretches of one role as one, without the blanks at their ends."""
    start, end, role = 0, 0, None
    for first, last, own in stretches:
        if own is role and first - end <= _GAP and not text[end:first].strip():
            end = last
            continue
        if role is not None:
            yield from _part(start, end, role, text)
        start, end, role = first, last, own
    if role is not None:
        yield from _part(start, end, role, text)


def _part(start: int, end: int, role: Role, text: str) -> Iterator[Part]:
    words = text[start:end]
    end = start + len(words.rstrip())
    start += len(words) - len(words.lstrip())
    if end > start:
        yield Part(start, end, role)


def read_xml(snapshot: Snapshot) -> SourceText:
    """The text of an XML document: what stands between the tags; of a very large one, of its beginning."""
    is_cut = len(snapshot.body) > _LARGEST
    markup = _CDATA.sub(r"\1", decode(snapshot.body[:_LARGEST], snapshot.charset).text)
    reader = _Reader()
    tree = parse(_UNSEEN_NAMES.sub(r"<\1x-\2", markup))
    if tree.body is not None:
        walk(tree.body, reader.enter, reader.leave, reader.write)
    text, parts = reader.done()
    found = SourceText(text, "xml", "", parts=parts)
    return replace(found, extent=Extent.PART, problem=_CUT) if is_cut else found
