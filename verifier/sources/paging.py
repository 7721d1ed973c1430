"""The page that goes on where this one stops.

In: the tree of a page and its address. Out: the address of the next page of the same text. The rule of this file: `rel=next` also leads to the
next post of a blog; a text goes on where the next address is this one with the next number, or where the page counts itself among several.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from urllib.parse import parse_qsl, urljoin, urlsplit

from selectolax.lexbor import LexborHTMLParser

_NEXT = 'link[rel~="next"][href], a[rel~="next"][href]'
_PAGERS = (
    '[class*="pagin"] a[href], [class*="pager"] a[href], [class*="page-links"] a[href], [class*="page-numbers"][href]'
)
# What pages have that are one of several; most have nothing of it, and are asked no more.
_PAGED = (
    f'{_NEXT}, [class*="pagin"], [class*="pager"], [class*="page-links"], [class*="page-numbers"], [class*="pagenav"]'
)
_NUMBERED = re.compile(r"(?P<stem>.*?)(?:[/_,.=-]?(?P<number>\d{1,2}))?(?P<end>\.[a-z]{2,5})?/?", re.IGNORECASE)
_SECOND = re.compile(
    r"/(?:[a-z]{1,9}[/_,.=-]?)?2/?", re.IGNORECASE
)  # behind the whole address: its last number is no page
_PAGE_WORD = re.compile(r"[/_,.-]?[a-z]{0,9}")
_COMMENTS = re.compile(r"comment|kommentar|yorum|comentari|replies", re.IGNORECASE)
_MOST = 60


def may_have_pages(tree: LexborHTMLParser) -> bool:
    """Whether a page may have a next one, or count itself among several by a bar of pages.

    >>> may_have_pages(LexborHTMLParser('<link rel="next" href="/2">')), may_have_pages(LexborHTMLParser("<p>The next day."))
    (True, False)
    """
    return tree.css_first(_PAGED) is not None


def find_next_page(tree: LexborHTMLParser, url: str, *, is_counted: bool, numbered: Sequence[str] = ()) -> str | None:
    """The address of the following page of the same text, as written; `is_counted`: the page says “1 of 2”.

    `numbered` are the addresses of links whose words are a number: whatever their class is called, they may be pages.
    """
    for name in _named(tree):
        if is_counted and urlsplit(urljoin(url, name)).netloc == urlsplit(url).netloc:
            return name
        if goes_on(url, urljoin(url, name)):
            return name
    pagers = [node.attributes.get("href") or "" for node in tree.css(_PAGERS)[:_MOST]]
    return next((name for name in (*pagers, *numbered) if goes_on(url, urljoin(url, name))), None)


def _named(tree: LexborHTMLParser) -> Iterator[str]:
    for node in tree.css(_NEXT)[:5]:
        name = (node.attributes.get("href") or "").strip()
        if name and not _COMMENTS.search(name):
            yield name


def goes_on(url: str, following: str) -> bool:
    """Whether an address is that of the page behind this one.

    >>> goes_on("http://a.example/story", "http://a.example/story/2/"), goes_on("http://a.example/one", "http://a.example/two")
    (True, False)
    >>> goes_on("http://a.example/2024/story", "http://a.example/share/2")
    False
    >>> goes_on("http://a.example/story-17.html", "http://a.example/story-17.html/page-2")
    True
    >>> goes_on("http://a.example/s.html?p=2", "http://a.example/s.html?p=3"), goes_on("http://a.example/s", "http://a.example/s#2")
    (True, False)
    """
    here, there = urlsplit(url), urlsplit(following)
    if here.netloc.lower() != there.netloc.lower() or _COMMENTS.search(there.path + there.query):
        return False
    if here.path.rstrip("/") == there.path.rstrip("/"):
        return _counts_on(dict(parse_qsl(here.query)), dict(parse_qsl(there.query)))
    path = here.path.rstrip("/")
    if here.query == there.query and there.path.startswith(path) and _SECOND.fullmatch(there.path[len(path) :]):
        return True
    (stem, number, end), (next_stem, next_number, next_end) = _parts(here.path), _parts(there.path)
    more = _PAGE_WORD.fullmatch(next_stem, len(stem)) if next_stem.startswith(stem) else None
    same = here.query == there.query and (end == next_end or not next_end)
    return more is not None and same and next_number == number + 1


def _parts(path: str) -> tuple[str, int, str]:
    found = _NUMBERED.fullmatch(path)
    if found is None:
        return path, 1, ""
    return found["stem"].rstrip("/").lower(), int(found["number"] or 1), (found["end"] or "").lower()


def _counts_on(here: dict[str, str], there: dict[str, str]) -> bool:
    """Whether one value is a number that is one more, and the others are the same."""
    other = {key for key in here | there if here.get(key) != there.get(key)}
    if len(other) != 1:
        return False
    key = other.pop()
    number, following = here.get(key, "1"), there.get(key, "")
    return number.isdecimal() and following.isdecimal() and int(following) in (int(number) + 1, int(number))
