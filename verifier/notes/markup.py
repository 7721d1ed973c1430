"""Lay an HTML tree out as one run of characters: what stands where, and what the markup says about it.

In: markup. Out: `Flow`. The tree is a browser's (HTML 5 rules, lexbor): sidenotes inside paragraphs and unclosed tags end
where a browser ends them. Nothing is judged here: scripts go, all else is laid out, and areas are named.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from selectolax.lexbor import LexborHTMLParser, LexborNode

from verifier.model import BlockKind
from verifier.notes.flow import Area, Element, Flow, Stretch
from verifier.notes.rules import PATTERN, named_area
from verifier.notes.zones import find_zones
from verifier.spans import Taken

_SKIPPED_NAMES = (
    "head script style template noscript iframe object svg canvas audio video map select textarea datalist annotation "
    "annotation-xml link meta title progress meter"
)
_SKIPPED = frozenset(_SKIPPED_NAMES.split())
_BLOCKS_NAMES = (
    "html body p div section article main aside nav header footer h1 h2 h3 h4 h5 h6 ul ol li dl dt dd table thead tbody "
    "tfoot tr td th caption blockquote pre figure figcaption form fieldset address hr details summary center dialog menu "
    "hgroup legend search xmp listing dir"
)
_BLOCKS = frozenset(_BLOCKS_NAMES.split())
_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_TAG_AREAS = {
    "nav": Area.NAVIGATION,
    "form": Area.NAVIGATION,
    "menu": Area.NAVIGATION,
    "dialog": Area.NAVIGATION,
    "pre": Area.CODE,
    "code": Area.CODE,
    "kbd": Area.CODE,
    "samp": Area.CODE,
    "tt": Area.CODE,
    "xmp": Area.CODE,
    "listing": Area.CODE,
    "math": Area.CODE,
    "table": Area.TABLE,
    "blockquote": Area.QUOTATION,
    "aside": Area.ASIDE,
} | dict.fromkeys(_HEADINGS, Area.HEADING)
_ROLES = {"navigation", "banner", "contentinfo", "search", "menu", "menubar", "dialog", "alert", "toolbar"}
# These hold the article: no class name makes them a menu or a list of notes.
_WHOLE = frozenset(("html", "body", "main", "article"))
# What a page of a wiki says, and how its software names the links that lead elsewhere.
_WIKI = re.compile(r" mw-(?:parser-output|body-content|content-text|content-ltr|content-rtl) ")
_EXTERNAL = re.compile(r" (?:external|extiw) ")
_OUT = re.compile(r"(?:https?:)?//", re.IGNORECASE)
_LONGEST_TITLE = 500
# <cite> holds a title; around a whole reference it says nothing of it.
_REFERENCE = re.compile(
    r"[“\"„«「].{1,400}\W\s|[.,)]\s.*(?<!\d)(?:1[5-9]|20)\d\d(?!\d)|(?<!\d)(?:1[5-9]|20)\d\d\)?[.,:]\s", re.DOTALL
)
_SPACE = re.compile(r"[\s\u200b\ufeff\u2060]+")
_SOFT_HYPHEN = "\u00ad"  # where a word may be divided; nobody sees it
_RAISED_STYLE = re.compile(r"vertical-align\s*:\s*(?:super|text-top)|font-variant-position\s*:\s*super", re.IGNORECASE)
_HIDDEN_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_NAMING = ("class", "role", "epub:type", "data-type", "id", "property", "itemprop")
# More than this share of a page is its text, whatever the class is called.
_MOST = 0.5
# lexbor looks up the whole stack for every <div>: 200,000 of them took 105 s. Browsers stop at 512.
_DEEPEST = 500
_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9:-]*)(?:[^<>]*(/)?>)?")
_UNCOUNTED_NAMES = (
    "p li dt dd tr td th thead tbody tfoot option br hr img input meta link source wbr col area base embed param track"
)
_UNCOUNTED = frozenset(_UNCOUNTED_NAMES.split())


def lay_out(markup: str) -> tuple[Flow, LexborHTMLParser]:
    """The document as one run of characters, and the tree it came from."""
    tree = LexborHTMLParser(_bounded(markup))
    layout = _Layout()
    if tree.root is not None:
        _walk(tree.root, layout.enter, layout.leave)
    return layout.done(), tree


def _bounded(markup: str) -> str:
    """Markup without the start tags that lie deeper than any browser goes."""
    depth = 0
    deepest = 0
    for found in _TAG.finditer(markup):
        if found[2].lower() not in _UNCOUNTED and not found[3]:
            depth = max(0, depth - 1) if found[1] else depth + 1
            deepest = max(deepest, depth)
    if deepest <= _DEEPEST:
        return markup
    depth = 0

    def keep(found: re.Match[str]) -> str:
        nonlocal depth
        if found[2].lower() in _UNCOUNTED or found[3]:
            return found[0]
        if found[1]:
            depth = max(0, depth - 1)
            return found[0] if depth < _DEEPEST else ""
        depth += 1
        return found[0] if depth <= _DEEPEST else ""

    return _TAG.sub(keep, markup)


def _walk(root: LexborNode, enter: Callable[[LexborNode], bool], leave: Callable[[], None]) -> None:
    """Visit each node in document order without recursion; `enter` says whether to go inside."""
    node: LexborNode | None = root
    depth = 0
    while node is not None:
        opened = enter(node)
        child = node.first_child if opened else None
        if child is not None:
            depth += 1
            node = child
            continue
        if node.is_element_node:
            leave()
        while node is not None and node.next is None and depth:
            node = node.parent
            depth -= 1
            leave()
        if node is None or not depth:
            return
        node = node.next


class _Layout:
    """Collects the characters and the ranges while the tree is walked."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._size = 0
        self._last = "\n"
        self._stack: list[int] = []
        self._pre = 0
        self._articles = 0  # open <article>, <main>, <section>: their header and footer are theirs, not the page's
        self._block_starts: list[tuple[int, int]] = []  # (start, element)
        self._lists: list[tuple[int, int, str]] = []  # open <ol>: (element, next number, type)
        self._own: list[Area] = []
        self.flow = Flow("", [])

    # --- the walk ------------------------------------------------------------------------------

    def enter(self, node: LexborNode) -> bool:
        """A node begins."""
        if not node.is_element_node:
            if node.is_text_node:
                self._write(node.text_content or "")
            return False
        name = node.tag or ""
        attributes = node.attributes if name not in _SKIPPED else {}
        words = _words_of(attributes) if attributes else ""
        if name in _BLOCKS:
            self._break()
        self._stack.append(len(self.flow.elements))
        parent = self._stack[-2] if len(self._stack) > 1 else -1
        self.flow.elements.append(Element(name, parent, self._size, self._size, Area.NOTHING, words, attributes))
        own = _area_of(name, words, attributes)
        if name in ("header", "footer") and not own & Area.NOTES and not self._articles:
            own |= Area.NAVIGATION
        self._own.append(own)
        return self._open(name, attributes)

    def _open(self, name: str, attributes: dict[str, str | None]) -> bool:
        index = self._stack[-1]
        if name in _BLOCKS:
            self._block_starts.append((self._size, index))
        if name == "br":
            self._line()
        elif name == "hr":
            self.flow.rules.append(self._size)
        elif name == "pre":
            self._pre += 1
        elif name in ("article", "main", "section"):
            self._articles += 1
        elif name in ("ol", "ul"):
            self._lists.append(
                (index, _number(attributes.get("start"), 1) if name == "ol" else -1, attributes.get("type") or "1")
            )
        elif name == "li" and self._lists and self._lists[-1][1] >= 0:
            self._item(attributes)
        return name not in _SKIPPED

    def _item(self, attributes: dict[str, str | None]) -> None:
        """A numbered item: its number stands nowhere in the text."""
        holder, number, kind = self._lists[-1]
        number = _number(attributes.get("value"), number)
        self._lists[-1] = (holder, number + 1, kind)
        self.flow.ordinals[self._size] = (_ordinal(number, kind), holder)

    def leave(self) -> None:
        """The element entered last ends."""
        element = self.flow.elements[self._stack.pop()]
        if element.name in _BLOCKS:
            self._break()
            self._block_starts.append((self._size, self._stack[-1] if self._stack else -1))
        element.end = self._size
        if element.name == "pre":
            self._pre -= 1
        elif element.name in ("article", "main", "section"):
            self._articles -= 1
        elif element.name in ("ol", "ul"):
            self._lists.pop()

    # --- characters ----------------------------------------------------------------------------

    def _write(self, text: str) -> None:
        text = text.replace("\r", "") if self._pre else _SPACE.sub(" ", text.replace(_SOFT_HYPHEN, ""))
        if text[:1] == " " and self._last in " \n":
            text = text[1:]
        if not text:
            return
        if self._stack:
            self.flow.runs.append((self._size, self._stack[-1]))
        self._parts.append(text)
        self._size += len(text)
        self._last = text[-1]

    def _line(self) -> None:
        """`<br>`: a new line; two of them a new block."""
        if self._last == "\n" and self._stack:
            self._block_starts.append((self._size, self._stack[-2] if len(self._stack) > 1 else -1))
            return
        self._newline()

    def _break(self) -> None:
        if self._last != "\n":
            self._newline()

    def _newline(self) -> None:
        self._parts.append("\n")
        self._size += 1
        self._last = "\n"

    # --- the end ---------------------------------------------------------------------------------

    def done(self) -> Flow:
        """The flow, with areas, blocks and inline ranges worked out."""
        flow = self.flow
        flow.text = "".join(self._parts)
        self._spread_areas()
        self._blocks()
        wikis = Taken((each.start, each.end) for each in flow.elements if _WIKI.search(each.words))
        for element, own in zip(flow.elements, self._own, strict=True):
            _inline(flow, element, wikis)
            if own & Area.HIDDEN and element.area & Area.HIDDEN and element.name not in _BLOCKS:
                flow.hidden.append((element.start, element.end))
        flow.zones = find_zones(flow, _headings(flow))
        return flow

    def _spread_areas(self) -> None:
        """Each element has its parent's areas and its own, but no name makes most of the page a menu."""
        most = max(400, _MOST * self._size)
        for element, named in zip(self.flow.elements, self._own, strict=True):
            own = named
            if own & (Area.NAVIGATION | Area.COMMENTS | Area.HIDDEN) and element.end - element.start > most:
                own &= ~(Area.NAVIGATION | Area.COMMENTS | Area.HIDDEN)
            element.area = own | (self.flow.elements[element.parent].area if element.parent >= 0 else Area.NOTHING)

    def _blocks(self) -> None:
        starts = self._block_starts
        ends = [start for start, _ in starts[1:]] + [self._size]
        for (start, index), end in zip(starts, ends, strict=True):
            if end <= start or not self.flow.text[start:end].strip():
                continue
            element = self.flow.elements[index] if index >= 0 else None
            area = element.area if element else Area.NOTHING
            self.flow.blocks.append(Stretch(start, end, _kind(self.flow.elements, index, area), area))


def _words_of(attributes: dict[str, str | None]) -> str:
    found = [value for key in _NAMING if (value := attributes.get(key))]
    return f" {' '.join(found)} ".lower()[:500] if found else ""


def _area_of(name: str, words: str, attributes: dict[str, str | None]) -> Area:
    area = _TAG_AREAS.get(name, Area.NOTHING)
    if words and name in _BLOCKS and name not in _WHOLE and name not in _HEADINGS:
        area |= named_area(words)
    if attributes:
        if (attributes.get("role") or "").lower() in _ROLES:
            area |= Area.NAVIGATION
        style = attributes.get("style")
        if "hidden" in attributes or (style and _HIDDEN_STYLE.search(style)):
            area |= Area.HIDDEN
    if words and name not in _BLOCKS and PATTERN["hidden"].search(words):
        area |= Area.HIDDEN
    return area


def _kind(elements: list[Element], index: int, area: Area) -> BlockKind:
    if area & Area.HEADING:
        return BlockKind.HEADING
    if area & Area.CODE and index >= 0 and elements[index].name in ("pre", "xmp", "listing"):
        return BlockKind.CODE
    if area & Area.QUOTATION:
        return BlockKind.QUOTATION
    if area & Area.TABLE:
        return BlockKind.TABLE
    for _ in range(4):
        if index < 0:
            break
        if elements[index].name in ("li", "dd", "dt"):
            return BlockKind.LIST_ITEM
        index = elements[index].parent
    return BlockKind.PARAGRAPH


def _inline(flow: Flow, element: Element, wikis: Taken) -> None:
    """Superscripts, links, italics and bold type; `wikis` is where the text of a wiki's page stands."""
    if element.end <= element.start:
        return
    name, span = element.name, (element.start, element.end)
    if name == "sup" or (name in ("span", "a", "font") and _RAISED_STYLE.search(element.attributes.get("style") or "")):
        flow.raised.append(span)
    elif name in ("em", "i") or (
        name == "cite" and not _REFERENCE.search(flow.text[span[0] : min(span[1], span[0] + _LONGEST_TITLE)])
    ):
        flow.emphasis.append(span)
    elif name in ("b", "strong"):
        flow.strong.append(span)
    elif name == "a" and (href := element.attributes.get("href")):
        href = href.strip()
        if not (_OUT.match(href) and wikis.touches(*span) and not _EXTERNAL.search(element.words)):
            flow.links.append((*span, f"https:{href}" if href.startswith("//") else href))
    elif name == "span" and " sup " in element.words:
        flow.raised.append(span)


def _headings(flow: Flow) -> list[tuple[int, int]]:
    """Where headings with words stand, and their rank."""
    return [
        (element.start, int(element.name[1]))
        for element in flow.elements
        if element.name in _HEADINGS and element.end > element.start
    ]


def _number(value: str | None, default: int) -> int:
    return int(value) if value and re.fullmatch(r"\s*\d{1,6}\s*", value) else default


def _ordinal(number: int, kind: str) -> str:
    """The number of an item as it is shown.

    >>> _ordinal(4, "1"), _ordinal(4, "i"), _ordinal(2, "a")
    ('4', 'iv', 'b')
    """
    if kind in ("a", "A") and 1 <= number <= 26:
        return chr(ord(kind) + number - 1)
    if kind in ("i", "I") and 1 <= number <= 399:
        roman = "".join(
            digits[number // scale % 10]
            for scale, digits in (
                (100, ("", "c", "cc", "ccc")),
                (10, ("", "x", "xx", "xxx", "xl", "l", "lx", "lxx", "lxxx", "xc")),
                (1, ("", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix")),
            )
            for digits in [digits]
        )
        return roman.upper() if kind == "I" else roman
    return str(number)
