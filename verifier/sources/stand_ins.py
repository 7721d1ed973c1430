"""Pages that stand for a work: its abstract, its landing page, its place in a catalogue, the player around it.

In: the tree of a page with little running text. Out: what it stands for, in words, and the address of the work's file where the page
names one. The rule of this file: what the page says of itself for machines counts first, then what it embeds, then what it links.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from urllib.parse import parse_qsl, unquote, urljoin, urlsplit

from selectolax.lexbor import LexborHTMLParser, LexborNode

from verifier.model import SourceText
from verifier.sources.facts import count_words
from verifier.sources.metadata import json_ld

# Words of running text: a page with more of them is a text of its own, whatever it embeds or links.
_LANDING, _LINKING = 450, 200
_FEW = 60
_MOST_FRAMES = 4
_MANY, _FEW_WORDS = 4, 2  # entries of a list; words of an entry beside its links
_FILE = re.compile(r"\.(?:pdf|docx?|odt|rtf)$", re.IGNORECASE)
_ABSTRACT = (
    'meta[name="citation_abstract" i], meta[name="citation_abstract_html_url" i], '
    'meta[name="citation_pdf_url" i], meta[name="bepress_citation_pdf_url" i], '
    'meta[name="eprints.document_url" i], meta[name="citation_firstpage" i], '
    'meta[name="citation_journal_title" i], meta[name="citation_doi" i]'
)
_SUMMARY = 'meta[name="dc.description.abstract" i], meta[name="dcterms.abstract" i]'
_SUMMED_UP = 3  # times its words: a page that says no more is one of a repository; news put their first sentence there
_NAMED_FILE = (
    'meta[name="citation_pdf_url" i], meta[name="bepress_citation_pdf_url" i], meta[name="eprints.document_url" i], '
    'link[rel~="alternate"][type="application/pdf"]'
)
_WHOLE = 'meta[name="citation_fulltext_html_url" i], meta[name="citation_full_html_url" i]'
_WORKS = {
    "book": "book",
    "books.book": "book",
    "video": "video",
    "music": "recording",
    "audio": "recording",
    "videoobject": "video",
    "movie": "video",
    "clip": "video",
    "tvepisode": "video",
    "audioobject": "recording",
    "podcastepisode": "recording",
    "radioepisode": "recording",
    "musicrecording": "recording",
    "audiobook": "recording",
}
ABSTRACT = "Only the page with the abstract was read, not the work itself."
_INSTEAD = {
    "abstract": ABSTRACT,
    "file": "Only the page that leads to the file was read, not the file itself.",
    "book": "Only the page about the book was read, not the book itself.",
    "video": "Only the page around the video was read; what is said in it nobody could look up.",
    "viewer": "Only the page around the viewer was read; what it shows nobody could look up.",
    "recording": "Only the page around the recording was read; what is said in it nobody could look up.",
}
_ISBN = re.compile(r"\bISBN(?:-1[03])?:?\s{0,2}[\d-]{10,17}")
_VIEWERS = 'script[src*="embed" i], [class*="flipbook" i], [class*="pdfviewer" i], [class*="pdf-viewer" i], [class*="doc-viewer" i]'
_TEXTS = re.compile(r"article|posting|report|blog|qapage|webpage")
_OUTSIDE = frozenset(("nav", "footer", "aside", "header"))


def find_file(reading: SourceText, tree: LexborHTMLParser, url: str, prose: int) -> str | None:
    """The address of the file that holds the work: named for machines, embedded, or the only one a short page links."""
    named = tree.css_first(_NAMED_FILE)
    if named is not None:
        given = named.attributes.get("content") or named.attributes.get("href") or ""
        return urljoin(url, given.strip()) or None
    if prose >= _LANDING:
        return None
    embedded = next((file for source in _embedded(tree) if (file := _file_in(source))), None)
    if embedded:
        return urljoin(url, embedded)
    if (whole := find_whole(tree, url)) is not None:
        return whole
    return _linked(tree, url) if prose < _LINKING and "html" in reading.extractor else None


def find_whole(tree: LexborHTMLParser, url: str) -> str | None:
    """The address at which a page says that the whole text stands as a page; None where it says so of no other one."""
    node = tree.css_first(_WHOLE)
    given = (node.attributes.get("content") or "").strip() if node is not None else ""
    return urljoin(url, given) if given and not _is_whole(tree, url) else None


def find_frames(tree: LexborHTMLParser, url: str) -> tuple[str, ...]:
    """The pages that a page without text is made of: those of a frameset, or the one frame of the same site."""
    if tree.css_first("frameset") is not None:
        sources = [node.attributes.get("src") or "" for node in tree.css("frame")]
        return tuple(source for source in sources if source.strip())[:_MOST_FRAMES]
    sources = [node.attributes.get("src") or "" for node in tree.css("iframe")]
    own = [source for source in sources if source.strip() and urlsplit(urljoin(url, source))[:2] == urlsplit(url)[:2]]
    return tuple(own) if len(own) == 1 else ()


def what_it_stands_for(
    tree: LexborHTMLParser, prose: int, file: str | None, reading: SourceText, url: str
) -> str | None:
    """What was read in place of the work, as a sentence; None where the page is a text of its own."""
    if _is_whole(tree, url):
        return None
    kind = "abstract" if _is_abstract(tree, prose) else "file" if file else _kind(tree)
    if kind is None and prose < _FEW and _is_player(tree, reading):
        kind = "video"
    if kind is None and prose < _LINKING and _ISBN.search(reading.text):
        kind = "book"
    if kind is None and prose < _FEW and tree.css_first(_VIEWERS) is not None:
        kind = "viewer"
    if kind in ("video", "recording") and prose >= _LINKING:
        return None
    return _INSTEAD[kind] if kind else None


def _is_abstract(tree: LexborHTMLParser, prose: int) -> bool:
    """Whether a page says that it is one of a work, or that what it has is the work's abstract."""
    if tree.css_first(_ABSTRACT) is not None:
        return True
    summed_up = sum(len((node.attributes.get("content") or "").split()) for node in tree.css(_SUMMARY))
    return summed_up > 0 and prose <= _SUMMED_UP * summed_up


def _is_whole(tree: LexborHTMLParser, url: str) -> bool:
    """Whether the page says that its own address is that of the whole text."""
    whole = tree.css_first(_WHOLE)
    given = urljoin(url, (whole.attributes.get("content") or "").strip()) if whole is not None else ""
    return bool(given) and urlsplit(given)[1:3] == urlsplit(url)[1:3]


def _embedded(tree: LexborHTMLParser) -> Iterator[str]:
    for node in tree.css("iframe, embed, object, frame")[:20]:
        for key in ("src", "data", "data-src"):
            if source := node.attributes.get(key):
                yield source


def _file_in(source: str) -> str | None:
    """The file that an address names, or that it gives to a viewer.

    >>> _file_in("/viewer?file=/files/basin.pdf#page=3"), _file_in("/player?v=1")
    ('/files/basin.pdf', None)
    """
    parts = urlsplit(source.strip())
    for _, value in parse_qsl(parts.query):
        if _FILE.search(urlsplit(value).path):
            return value.partition("#")[0]
    if _FILE.search(unquote(parts.path)):
        return source.strip().partition("#")[0]
    found = dict(parse_qsl(parts.fragment)).get("file", "")
    return found if _FILE.search(found) else None


def _linked(tree: LexborHTMLParser, url: str) -> str | None:
    """The one file that is linked outside menus, where the link speaks of it."""
    files = {
        urljoin(url, (node.attributes.get("href") or "").strip()).partition("#")[0]: node
        for node in tree.css("a[href]")[:600]
        if _FILE.search(urlsplit(node.attributes.get("href") or "").path)
        and not _is_outside(node)
        and not _is_remark(node)
    }
    return next(iter(files)) if len(files) == 1 else None


def _is_remark(node: LexborNode) -> bool:
    """Whether a link stands among words in one of many entries of a list: it is about that entry."""
    entry = node.parent
    while entry is not None and entry.tag not in ("li", "body"):
        entry = entry.parent
    if entry is None or entry.tag != "li" or entry.parent is None:
        return False
    linked = sum(count_words(link.text()) for link in entry.css("a[href]"))
    entries = sum(child.tag == "li" for child in entry.parent.iter())
    return entries >= _MANY and count_words(entry.text()) - linked >= _FEW_WORDS


def _is_outside(node: LexborNode) -> bool:
    around = node.parent
    while around is not None:
        if around.tag in _OUTSIDE:
            return True
        around = around.parent
    return False


def _kind(tree: LexborHTMLParser) -> str | None:
    """The kind of work that a page is about, where it says so for machines and is no article as well."""
    node = tree.css_first('meta[property="og:type" i]')
    given = (node.attributes.get("content") or "").lower() if node is not None else ""
    types = [str(kind).lower() for item in json_ld(tree) for kind in _listed(item.get("@type"))]
    if given == "article" or any(_TEXTS.search(kind) for kind in types if kind != "webpage"):
        return None
    named = _WORKS.get(given) or _WORKS.get(given.partition(".")[0])
    return named or next((_WORKS[kind] for kind in types if kind in _WORKS), None)


def _listed(value: object) -> Sequence[object]:
    return value if isinstance(value, list) else [value]


def _is_player(tree: LexborHTMLParser, reading: SourceText) -> bool:
    """Whether a player is all there is."""
    if tree.css_first("video, audio, meta[property='og:video' i], meta[name='twitter:player' i]") is not None:
        return True
    return any("player" in frame or "/embed/" in frame for frame in reading.facts.frames)
