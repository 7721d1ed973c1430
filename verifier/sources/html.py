"""The readable text of a page: all of it, block by block, with what the page says of itself.

One read-only walk over the tree. Inline tags never break a word, blocks are divided by a blank line. Text that only scripts
would show but that stands in the page all the same (JSON-LD article bodies, `noscript`) is added at the end.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator
from html import unescape
from typing import Any

from selectolax.lexbor import LexborHTMLParser, LexborNode

from verifier.dates import parse_date
from verifier.model import PageMetadata, Snapshot, SourceText
from verifier.sources.charset import decode

_VERSION = "1"
_LARGEST = 8_000_000
_NOT_TEXT = frozenset(
    {
        "script",
        "style",
        "template",
        "svg",
        "math",
        "head",
        "iframe",
        "object",
        "canvas",
        "select",
        "noscript",
        "datalist",
        "audio",
        "video",
    }
)
_INLINE = frozenset(
    [
        "a",
        "abbr",
        "acronym",
        "b",
        "bdi",
        "bdo",
        "big",
        "br",
        "cite",
        "code",
        "data",
        "del",
        "dfn",
        "em",
        "font",
        "i",
        "img",
        "ins",
        "kbd",
        "label",
        "mark",
        "nobr",
        "q",
        "rp",
        "rt",
        "ruby",
        "s",
        "samp",
        "small",
        "span",
        "strike",
        "strong",
        "sub",
        "sup",
        "time",
        "tt",
        "u",
        "var",
        "wbr",
        "button",
        "input",
        "meter",
        "output",
        "progress",
        "-text",
    ]
)
_ASIDE = frozenset({"nav", "footer", "aside", "form", "header", "menu", "dialog"})
_MAIN = frozenset({"main", "article"})
_SPACE = re.compile(r"[ \t\n\r\f\u00a0]+")


def extract(snapshot: Snapshot) -> SourceText:
    """The text of an HTML page."""
    markup = decode(snapshot.body[:_LARGEST], snapshot.charset)
    if _is_too_deep(markup):
        return SourceText(_without_tags(markup), "html", _VERSION, problem=None)
    tree = LexborHTMLParser(markup)
    walk = _Walk()
    if tree.body is not None:
        walk.read(tree.body)
    data = tuple(_json_ld(tree))
    text, main = walk.done()
    hidden = [t for t in _hidden_texts(tree, data) if t[:200] not in text]
    whole = "\n\n".join(filter(None, [text, *hidden]))
    language = (tree.root.attributes.get("lang") or tree.root.attributes.get("xml:lang") if tree.root else None) or None
    problem = "The page is larger than 8 MB; its beginning was read." if len(snapshot.body) > _LARGEST else None
    return SourceText(whole, "html", _VERSION, language, _metadata(tree, data), main, problem)


def extract_xml(snapshot: Snapshot) -> SourceText:
    """The text of an XML document: what stands between the tags."""
    markup = re.sub(
        r"<!\[CDATA\[(.*?)\]\]>", r"\1", decode(snapshot.body[:_LARGEST], snapshot.charset), flags=re.DOTALL
    )
    walk = _Walk()
    tree = LexborHTMLParser(re.sub(r"<(/?)(title|script|style|template|textarea|noscript|head)\b", r"<\1x-\2", markup))
    if tree.body is not None:
        walk.read(tree.body)
    return SourceText(walk.done()[0], "xml", _VERSION)


# Building the tree takes time with the square of its depth, and real pages are at most some hundred deep.
_DEEPEST = 2000
_OPENING = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]{0,15})\b")
_NEVER_DEEP = frozenset(
    [
        "p",
        "li",
        "td",
        "th",
        "tr",
        "dt",
        "dd",
        "option",
        "optgroup",
        "tbody",
        "thead",
        "br",
        "img",
        "hr",
        "meta",
        "link",
        "input",
        "wbr",
        "area",
        "base",
        "col",
        "source",
        "track",
        "param",
    ]
)


def _is_too_deep(markup: str) -> bool:
    """Whether a page is nested beyond all sense: tags inside tags, or many more opened than closed."""
    depth = deepest = 0
    balance: Counter[str] = Counter()
    for slash, name in _OPENING.findall(markup):
        tag = name.lower()
        if tag in _NEVER_DEEP:
            continue
        step = -1 if slash else 1
        balance[tag] += step
        depth = max(0, depth + step)
        deepest = max(deepest, depth)
    return deepest > _DEEPEST or sum(n for n in balance.values() if n > 0) > _DEEPEST


def _without_tags(markup: str) -> str:
    """The text of a page that is too deep for a tree: each tag a break of line."""
    visible = re.sub(r"<(script|style)\b.{0,1000000}?</\1>", " ", markup, flags=re.IGNORECASE | re.DOTALL)
    return re.sub(r"\s*\n\s*", "\n\n", _SPACE.sub(" ", unescape(re.sub(r"<[^<>]{0,5000}>", "\n", visible)))).strip()


class _Walk:
    """Collects the text of a tree block by block, without recursion: pages are nested as deep as they like."""

    def __init__(self) -> None:
        self._blocks: list[str] = []
        self._current: list[str] = []
        self._size = 0
        self._main: list[tuple[int, int]] = []

    def read(self, top: LexborNode) -> None:
        """Walk the tree below a node."""
        node: LexborNode | None = top
        inside_main, inside_aside = 0, 0
        while node is not None:
            tag = node.tag or ""
            if tag == "-text":
                self._current.append(node.text_content or "")
            elif tag == "br":
                self._current.append("\n")
            enters = tag not in _NOT_TEXT and tag != "-comment" and not _is_hidden(node)
            if enters and tag not in _INLINE:
                self._end_block(main=inside_main > 0 and inside_aside == 0)
                inside_main += tag in _MAIN
                inside_aside += tag in _ASIDE
            child = node.child if enters else None
            if child is not None:
                node = child
                continue
            closed = node if enters else None
            while node is not None:
                if closed is not None and (closed.tag or "") not in _INLINE:
                    self._end_block(main=inside_main > 0 and inside_aside == 0)
                    inside_main -= (closed.tag or "") in _MAIN
                    inside_aside -= (closed.tag or "") in _ASIDE
                if node.mem_id == top.mem_id:
                    return
                if node.next is not None:
                    node = node.next
                    break
                node = closed = node.parent

    def _end_block(self, *, main: bool) -> None:
        text = (
            "\n".join(
                filter(None, (_SPACE.sub(" ", line).strip() for line in re.split(r"\n(?=\S)", "".join(self._current))))
            )
            if self._current
            else ""
        )
        text = _SPACE.sub(" ", text).strip()
        self._current.clear()
        if not text:
            return
        start = self._size + (2 if self._blocks else 0)
        self._blocks.append(text)
        self._size = start + len(text)
        if main:
            if self._main and self._main[-1][1] == start - 2:
                self._main[-1] = (self._main[-1][0], self._size)
            else:
                self._main.append((start, self._size))

    def done(self) -> tuple[str, tuple[tuple[int, int], ...]]:
        """The text, and the runs of it that are the main text."""
        self._end_block(main=False)
        return "\n\n".join(self._blocks), tuple(self._main)


def _is_hidden(node: LexborNode) -> bool:
    """Text that no reader sees: `hidden`, and inline styles that say so."""
    attributes = node.attributes
    if not attributes:
        return False
    style = (attributes.get("style") or "").replace(" ", "").lower()
    return "display:none" in style and "paywall" not in (attributes.get("class") or "")


# --- what stands in the page for machines --------------------------------------------------------


def _json_ld(tree: LexborHTMLParser) -> Iterator[dict[str, Any]]:
    """All objects of the page's JSON-LD, also those in lists and graphs."""
    for script in tree.css('script[type="application/ld+json"]')[:20]:
        try:
            waiting = [json.loads(script.text(strip=True)[:2_000_000])]
        except (ValueError, RecursionError):
            continue
        seen = 0
        while waiting and seen < 500:
            item = waiting.pop(0)
            seen += 1
            if isinstance(item, list):
                waiting += item
            elif isinstance(item, dict):
                yield item
                waiting += [
                    item[k]
                    for k in ("@graph", "mainEntity", "mainEntityOfPage", "hasPart")
                    if isinstance(item.get(k), list | dict)
                ]


def _hidden_texts(tree: LexborHTMLParser, data: tuple[dict[str, Any], ...]) -> Iterator[str]:
    for item in data:
        body = item.get("articleBody") or item.get("text")
        if isinstance(body, str):
            yield _plain(body)
    for node in tree.css("noscript")[:20]:
        yield _plain(node.inner_html or node.text() or "")
    description = tree.css_first('meta[name="description"], meta[property="og:description"]')
    if description is not None:
        yield _plain(description.attributes.get("content") or "")


def _plain(markup: str) -> str:
    if "<" not in markup and "&" not in markup:
        return _SPACE.sub(" ", markup).strip()
    body = LexborHTMLParser(markup[:1_000_000]).body
    return _SPACE.sub(" ", body.text(separator=" ")).strip() if body is not None else ""


_META = {
    "title": ("citation_title", "dc.title", "dcterms.title", "og:title", "twitter:title", "headline"),
    "author": ("citation_author", "dc.creator", "dcterms.creator", "author", "article:author", "parsely-author", "byl"),
    "site": ("citation_journal_title", "og:site_name", "dc.publisher", "application-name", "twitter:site"),
    "published": ("citation_publication_date", "citation_date", "dc.date", "dcterms.issued", "dcterms.created", "article:published_time", "datepublished", "date", "pubdate", "parsely-pub-date"),
    "modified": ("article:modified_time", "dcterms.modified", "og:updated_time", "last-modified", "datemodified"),
}  # fmt: skip
_ARTICLE_TYPES = re.compile(r"Article|Posting|Report|WebPage|ScholarlyArticle|Book|CreativeWork")


def _metadata(tree: LexborHTMLParser, data: tuple[dict[str, Any], ...]) -> PageMetadata:
    given: dict[str, str] = {}
    for meta in tree.css("meta[content]")[:400]:
        name = (
            meta.attributes.get("name") or meta.attributes.get("property") or meta.attributes.get("itemprop") or ""
        ).lower()
        if name and name not in given:
            given[name] = _SPACE.sub(" ", meta.attributes.get("content") or "").strip()[:500]
    found = {field: next((given[n] for n in names if given.get(n)), None) for field, names in _META.items()}
    article = next((d for d in data if _ARTICLE_TYPES.search(str(d.get("@type", "")))), {})
    title = tree.css_first("title")
    heading = tree.css_first("h1")
    canonical = tree.css_first('link[rel="canonical"]')
    return PageMetadata(
        title=found["title"] or _text(article.get("headline")) or _node_text(title) or _node_text(heading),
        author=_text(article.get("author")) or found["author"],
        site=found["site"] or _text(article.get("publisher")),
        published=parse_date(_text(article.get("datePublished")) or found["published"] or ""),
        modified=parse_date(_text(article.get("dateModified")) or found["modified"] or ""),
        canonical=canonical.attributes.get("href") if canonical is not None else None,
    )


def _text(value: Any) -> str | None:
    """The name in a JSON-LD value: a text, an object with a name, or a list of them."""
    if isinstance(value, list):
        return "; ".join(filter(None, map(_text, value[:10]))) or None
    if isinstance(value, dict):
        value = value.get("name")
    return _SPACE.sub(" ", value).strip()[:500] or None if isinstance(value, str) else None


def _node_text(node: LexborNode | None) -> str | None:
    return _SPACE.sub(" ", node.text()).strip()[:500] or None if node is not None else None
