"""What a page says of itself for machines: JSON-LD, meta tags, text outside the visible page.

In: the tree. Out: `PageMetadata`, and texts. The rule of this file: the most particular name wins (`citation_title` before `og:title`).
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from selectolax.lexbor import LexborHTMLParser, LexborNode

from verifier.dates import parse_date
from verifier.model import PageMetadata

SPACE = re.compile(r"[ \t\n\r\f\u00a0]+")


def json_ld(tree: LexborHTMLParser) -> Iterator[dict[str, Any]]:
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


def hidden_texts(tree: LexborHTMLParser, data: tuple[dict[str, Any], ...]) -> Iterator[str]:
    """Text that only scripts or machines read: article bodies in JSON-LD, `noscript`, the description."""
    for item in data:
        body = item.get("articleBody") or item.get("text")
        if isinstance(body, str):
            yield plain(body)
    for node in tree.css("noscript")[:20]:
        yield plain(node.inner_html or node.text() or "")
    description = tree.css_first('meta[name="description"], meta[property="og:description"]')
    if description is not None:
        yield plain(description.attributes.get("content") or "")


def plain(markup: str) -> str:
    """Markup as one line of text."""
    if "<" not in markup and "&" not in markup:
        return SPACE.sub(" ", markup).strip()
    body = LexborHTMLParser(markup[:1_000_000]).body
    return SPACE.sub(" ", body.text(separator=" ")).strip() if body is not None else ""


_META = {
    "title": ("citation_title", "dc.title", "dcterms.title", "og:title", "twitter:title", "headline"),
    "author": ("citation_author", "dc.creator", "dcterms.creator", "author", "article:author", "parsely-author", "byl"),
    "site": ("citation_journal_title", "og:site_name", "dc.publisher", "application-name", "twitter:site"),
    "published": ("citation_publication_date", "citation_date", "dc.date", "dcterms.issued", "dcterms.created", "article:published_time", "datepublished", "date", "pubdate", "parsely-pub-date"),
    "modified": ("article:modified_time", "dcterms.modified", "og:updated_time", "last-modified", "datemodified"),
}  # fmt: skip
_ARTICLE_TYPES = re.compile(r"Article|Posting|Report|WebPage|ScholarlyArticle|Book|CreativeWork")


def metadata_of(tree: LexborHTMLParser, data: tuple[dict[str, Any], ...]) -> PageMetadata:
    """What the page says of itself: its meta tags, its JSON-LD, its title and first heading."""
    given = _meta_tags(tree)
    found = {field: next((given[n] for n in names if given.get(n)), None) for field, names in _META.items()}
    article = next((d for d in data if _ARTICLE_TYPES.search(str(d.get("@type", "")))), {})
    canonical = tree.css_first('link[rel="canonical"]')
    return PageMetadata(
        title=found["title"] or _text(article.get("headline")) or _visible_title(tree),
        author=_text(article.get("author")) or found["author"],
        site=found["site"] or _text(article.get("publisher")),
        published=_date(article.get("datePublished"), found["published"]),
        modified=_date(article.get("dateModified"), found["modified"]),
        canonical=canonical.attributes.get("href") if canonical is not None else None,
    )


def _meta_tags(tree: LexborHTMLParser) -> dict[str, str]:
    """The content of each meta tag by its name, lower case; of several with one name the first."""
    given: dict[str, str] = {}
    for meta in tree.css("meta[content]")[:400]:
        own = meta.attributes
        name = (own.get("name") or own.get("property") or own.get("itemprop") or "").lower()
        if name and name not in given:
            given[name] = SPACE.sub(" ", own.get("content") or "").strip()[:500]
    return given


def _visible_title(tree: LexborHTMLParser) -> str | None:
    return _node_text(tree.css_first("title")) or _node_text(tree.css_first("h1"))


def _date(told: Any, found: str | None) -> str | None:
    """The date of the JSON-LD, else that of the meta tags."""
    return parse_date(_text(told) or found or "")


def _text(value: Any) -> str | None:
    """The name in a JSON-LD value: a text, an object with a name, or a list of them."""
    if isinstance(value, list):
        return "; ".join(filter(None, map(_text, value[:10]))) or None
    if isinstance(value, dict):
        value = value.get("name")
    return SPACE.sub(" ", value).strip()[:500] or None if isinstance(value, str) else None


def _node_text(node: LexborNode | None) -> str | None:
    return SPACE.sub(" ", node.text()).strip()[:500] or None if node is not None else None
