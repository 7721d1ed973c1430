"""The tree of a page, and one walk over it.

In: markup. Out: a tree by a browser's rules (HTML 5, lexbor), whatever the markup is nested like. The rule of this file: what
is a block, what is never text and how deep a page may be is said here once, for articles and for sources.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from selectolax.lexbor import LexborHTMLParser, LexborNode

HEADINGS = frozenset("""h1 h2 h3 h4 h5 h6""".split())
BLOCKS = HEADINGS | frozenset(
    [
        "html",
        "body",
        "p",
        "div",
        "section",
        "article",
        "main",
        "aside",
        "nav",
        "header",
        "footer",
        "ul",
        "ol",
        "li",
        "dl",
        "dt",
        "dd",
        "table",
        "thead",
        "tbody",
        "tfoot",
        "tr",
        "td",
        "th",
        "caption",
        "blockquote",
        "pre",
        "figure",
        "figcaption",
        "form",
        "fieldset",
        "address",
        "hr",
        "details",
        "summary",
        "center",
        "dialog",
        "menu",
        "hgroup",
        "legend",
        "search",
        "xmp",
        "listing",
        "dir",
    ]
)
# Never text that a reader sees.
UNSEEN = frozenset(
    [
        "head",
        "script",
        "style",
        "template",
        "noscript",
        "iframe",
        "object",
        "svg",
        "canvas",
        "audio",
        "video",
        "map",
        "select",
        "textarea",
        "datalist",
        "annotation",
        "annotation-xml",
        "link",
        "meta",
        "title",
        "progress",
        "meter",
        "indexterm",  # of DocBook
    ]
)
_HIDDEN_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)

# lexbor looks up the whole stack for every <div>: 200,000 of them took 105 s. Browsers stop at 512.
_DEEPEST = 500
# lexbor compares each attribute with all before it: 40,000 of one tag took 3 s. No page has so many.
_LONGEST_TAG = 20_000
_LONG_TAG = re.compile(rf"<([a-zA-Z][a-zA-Z0-9:-]*)[^<>]{{{_LONGEST_TAG},}}>")
_MOST_ATTRIBUTES = 3000
_TEMPLATE = re.compile(r"<(/?)template\b([^>]*)>", re.IGNORECASE)
_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9:-]*)(?:[^<>]*(/)?>)?")
_NEVER_DEEP = frozenset(
    [
        "p",
        "li",
        "dt",
        "dd",
        "tr",
        "td",
        "th",
        "thead",
        "tbody",
        "tfoot",
        "option",
        "br",
        "hr",
        "img",
        "input",
        "meta",
        "link",
        "source",
        "wbr",
        "col",
        "area",
        "base",
        "embed",
        "param",
        "track",
    ]
)


def parse(markup: str) -> LexborHTMLParser:
    """The tree of a page; of one that is nested beyond all sense, with the tags left out that no browser would open.

    >>> parse("<p>It <b>grew</b>.").body.text()
    'It grew.'
    """
    if "shadowrootmode" in markup:
        markup = _opened(markup)
    runs = markup.split("<")  # a long run is a script more often than a tag
    if max(map(len, runs)) > _LONGEST_TAG and any(
        run.find(">") >= _LONGEST_TAG for run in runs if len(run) > _LONGEST_TAG
    ):
        markup = _LONG_TAG.sub(_uncrowded, markup)
    return LexborHTMLParser(_bounded(markup) if _may_be_deep(runs) else markup)


def _uncrowded(tag: re.Match[str]) -> str:
    """A tag without its attributes, where it has more than any page has."""
    return f"<{tag[1]}>" if len(tag[0].split()) > _MOST_ATTRIBUTES else tag[0]


def _opened(markup: str) -> str:
    """Markup whose declarative shadow roots are blocks: browsers show them without scripts.

    >>> _opened('<x-a><template shadowrootmode="open"><p>It grew.</template></x-a>')
    '<x-a><div shadowrootmode="open"><p>It grew.</div></x-a>'
    """
    around: list[bool] = []

    def turn(found: re.Match[str]) -> str:
        if not found[1]:
            around.append("shadowrootmode" in found[2].lower())
        is_shown = (around.pop() if found[1] else around[-1]) if around else False
        return f"<{found[1]}div{found[2]}>" if is_shown else found[0]

    return _TEMPLATE.sub(turn, markup)


def _may_be_deep(runs: Sequence[str]) -> bool:
    """Whether more tags could be open at once than a browser opens; `runs` is the markup divided at each “<”."""
    if len(runs) <= _DEEPEST:
        return False
    depth = deepest = 0
    for run in runs:
        depth = depth - 1 if run[:1] == "/" else depth + 1
        if depth > deepest:
            deepest = depth
        elif depth < 0:
            depth = 0
    # Void and unclosed elements count as open here: a page of many pictures is looked at closely, and found flat.
    return deepest > _DEEPEST


def _bounded(markup: str) -> str:
    """Markup without the start tags that lie deeper than any browser goes."""
    depth = deepest = 0
    for found in _TAG.finditer(markup):
        if found[2].lower() not in _NEVER_DEEP and not found[3]:
            depth = max(0, depth - 1) if found[1] else depth + 1
            deepest = max(deepest, depth)
    return _TAG.sub(_Keep(), markup) if deepest > _DEEPEST else markup


class _Keep:
    """What a tag becomes: itself, or nothing where too many are open."""

    def __init__(self) -> None:
        self._depth = 0

    def __call__(self, found: re.Match[str]) -> str:
        if found[2].lower() in _NEVER_DEEP or found[3]:
            return found[0]
        if found[1]:
            self._depth = max(0, self._depth - 1)
            return found[0] if self._depth < _DEEPEST else ""
        self._depth += 1
        return found[0] if self._depth <= _DEEPEST else ""


def walk(
    top: LexborNode,
    enter: Callable[[str, LexborNode], object],
    leave: Callable[[], object],
    write: Callable[[str], object],
) -> None:
    """Visit each element and text in document order, without recursion: `enter`, what is inside, `leave`.

    lexbor's own order of nodes is followed, and an element is left when a node comes whose parent is another: three times as fast as
    going from node to node.
    """
    around = [top.parent.mem_id if top.parent is not None else 0]
    for node in top.traverse(include_text=True):
        parent = node.parent
        inside = parent.mem_id if parent is not None else 0
        while around[-1] != inside:
            around.pop()
            leave()
        tag = node.tag
        if tag == "-text":
            write(node.text_content or "")
        elif tag is not None and tag[0] not in "-!":
            around.append(node.mem_id)
            enter(tag, node)
    for _ in around[1:]:
        leave()


def is_hidden(attributes: dict[str, str | None]) -> bool:
    """Whether an element's own attributes hide it from every reader.

    >>> is_hidden({"hidden": ""}), is_hidden({"style": "display: none"}), is_hidden({"style": "color: red"})
    (True, True, False)
    """
    style = attributes.get("style")
    return "hidden" in attributes or bool(style and _HIDDEN_STYLE.search(style))
