"""Invented web pages of the size and make of real ones.

In: a page's number. Out: its address, the words that an article can quote from it, and its bytes in chunks that can be sent as they are.
The rule: the same number gives the same bytes everywhere, and each page is a body of its own: one of sixty templates, with a title, author,
date and paragraph that no other has.
"""

from __future__ import annotations

import html
import json
import struct
import zlib
from collections.abc import Sequence
from typing import NamedTuple

from article import Page
from templates import TEMPLATES, Writer, language_of, template, typeset

_GZIP_HEAD = b"\x1f\x8b\x08\0\0\0\0\0\0\xff"


class Chunk(NamedTuple):
    """A piece of a body, as it is and deflated so that pieces can follow one another in one stream."""

    plain: bytes
    deflated: bytes


def pages(count: int, hosts: int) -> list[Page]:
    return [_page(number, hosts) for number in range(count)]


class Bodies:
    """The bodies of all pages, as chunks: what templates share is held and compressed once."""

    def __init__(self, cited: Sequence[Page]) -> None:
        shared = {n: [_chunk(part) for part in template(n)] for n in range(min(TEMPLATES, len(cited)))}
        self._made = {page.path: _body(page, shared[page.number % TEMPLATES]) for page in cited}

    def find(self, path: str) -> list[Chunk] | None:
        """The body that lies at a path."""
        return self._made.get(path)


def gzipped(chunks: Sequence[Chunk]) -> list[bytes]:
    """One gzip member (RFC 1952) out of chunks that were deflated apart."""
    return [_GZIP_HEAD, *(chunk.deflated for chunk in chunks)]


def _page(number: int, hosts: int) -> Page:
    writer, host = Writer(language_of(number), f"page {number}"), number % hosts
    title, author, published = writer.phrase(4, 9), writer.name(), writer.day()
    path = f"/{published[:4]}/{published[5:7]}/report-of-the-day-{number}.html"
    nowhere = Writer(writer.language, f"nowhere {number}").plain_sentence()
    quotation = writer.plain_sentence()
    return Page(number, f"127.9.{host // 250}.{host % 250 + 1}", path, title, author, published, quotation, nowhere)


def _body(page: Page, shared: Sequence[Chunk]) -> list[Chunk]:
    """The page's own head, headline and paragraph between the parts of its template, and the end of a gzip member."""
    chunks = [shared[0]]
    for own, part in zip((_own_head(page), _own_headline(page), _own_paragraph(page)), shared[1:], strict=True):
        chunks += [_chunk(own), part]
    checksum = size = 0
    for chunk in chunks:
        checksum, size = zlib.crc32(chunk.plain, checksum), size + len(chunk.plain)
    end = zlib.compressobj(6, zlib.DEFLATED, -15).flush(zlib.Z_FINISH) + struct.pack("<II", checksum, size)
    return [*chunks, Chunk(b"", end)]


def _chunk(text: str) -> Chunk:
    plain = text.encode()
    packer = zlib.compressobj(6, zlib.DEFLATED, -15)
    # A full flush ends on a byte and forgets what came before: such pieces may be joined in any order.
    return Chunk(plain, packer.compress(plain) + packer.flush(zlib.Z_FULL_FLUSH))


def _own_head(page: Page) -> str:
    title = html.escape(typeset(page.title), quote=False)
    data = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": typeset(page.title),
        "datePublished": f"{page.published}T08:30:00+00:00",
        "dateModified": f"{page.published}T09:05:00+00:00",
        "author": [{"@type": "Person", "name": page.author}],
        "publisher": {"@type": "Organization", "name": "The Daily Invention"},
        "mainEntityOfPage": {"@type": "WebPage", "@id": page.path},
        "image": [f"/media/{page.number}-{width}.jpg" for width in (640, 1280)],
        "isAccessibleForFree": True,
    }
    return (
        f"<title>{title} | The Daily Invention</title>\n"
        f'<link rel="canonical" href="{page.path}">\n<meta property="og:title" content="{title}">\n'
        f'<meta property="og:type" content="article">\n<meta property="og:site_name" content="The Daily Invention">\n'
        f'<meta property="article:published_time" content="{page.published}T08:30:00+00:00">\n'
        f'<meta name="author" content="{page.author}">\n'
        f'<script type="application/ld+json">{json.dumps(data, ensure_ascii=False)}</script>\n'
    )


def _own_headline(page: Page) -> str:
    return (
        f"<h1 class='headline'>{html.escape(typeset(page.title), quote=False)}</h1>\n"
        f"<p class='byline'><a rel='author' href='/authors/{page.number % 97}'>{page.author}</a> · "
        f"<time datetime='{page.published}'>{page.published}</time></p>\n"
    )


def _own_paragraph(page: Page) -> str:
    """Two sentences of the page's own around the quoted one, which is broken up by tags, hard spaces and a soft hyphen."""
    writer = Writer(language_of(page.number), f"around {page.number}")
    words = [typeset(word) for word in page.quotation.split(" ")]
    words[2] = f"<em>{words[2]}"
    words[4] = f"{words[4]}</em>"
    words[7] = f'<a href="/topics/{page.number % 53}" class="link">{words[7]}'
    words[8] = f"{words[8]}</a>"
    words[-1] = f"{words[-1][:3]}&shy;{words[-1][3:]}" if len(words[-1]) > 6 else words[-1]
    quoted = " ".join(words[:-2]) + "&nbsp;" + " ".join(words[-2:])
    return f"<p>{writer.sentence()} {quoted}. {writer.sentence()} № {page.number}.</p>\n"
