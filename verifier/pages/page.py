"""The facts of one answer that signs look at, found once."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property
from html import unescape
from urllib.parse import urljoin, urlsplit

from verifier.model import Response, SourceText
from verifier.pages.phrases import META_REFRESH
from verifier.text import fold
from verifier.urls import identity

_SAMPLE = 300_000
_HEADING = re.compile(r"<h([12])\b[^>]{0,500}>(.{0,600}?)</h\1>", re.IGNORECASE | re.DOTALL)
_TITLE = re.compile(r"<title\b[^>]{0,200}>(.{0,600}?)</title>", re.IGNORECASE | re.DOTALL)
_SITE = re.compile(r"\s+[|–—·•»:]\s+|\s+-\s+")
_LONGEST_REFRESH = 15


@dataclass
class Page:
    """An answer and what was cited; `probe` is the answer of an address of the same host that cannot exist.

    `words` are the quotations of the article's claim, `holds` tells whether one of them is in a text.
    """

    response: Response
    text: SourceText
    cited_url: str
    titles: Sequence[str]
    words: Sequence[str]
    holds: Callable[[str, str], bool]
    probe: tuple[Response, SourceText] | None = None

    @cached_property
    def markup(self) -> str:
        """The beginning of the page's markup; "" where it is none."""
        head = self.response.body[:_SAMPLE]
        return head.decode("utf-8", "replace") if b"<" in head[:2000] and not head.startswith(b"%PDF") else ""

    @cached_property
    def is_html(self) -> bool:
        """Whether it is a web page, and no PDF or text file."""
        return self.text.extractor == "html"

    @cached_property
    def title(self) -> str:
        """The words of <title>."""
        found = _TITLE.search(self.markup)
        return _words(found[1]) if found else ""

    @cached_property
    def headlines(self) -> tuple[str, ...]:
        """The parts of the title, and the first headings."""
        parts = [p.strip() for p in _SITE.split(self.title)] if self.title else []
        headings = [_words(inner) for _, inner in _HEADING.findall(self.markup)[:4]]
        return tuple(filter(None, [*parts, *headings]))

    @cached_property
    def length(self) -> int:
        """How many words the main text has, or the whole where that is not known."""
        main = " ".join(self.text.text[a:b] for a, b in self.text.main) or self.text.text
        spaced = len(re.findall(r"\w+", main))
        # Chinese, Japanese and Thai have no spaces: two characters are about a word.
        return max(spaced, len(re.findall(r"[\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff]", main)) // 2)

    @cached_property
    def held(self) -> bool:
        """Whether a quotation of the article stands on the page: then it is the right page."""
        return any(len(w.split()) >= 4 or len(w) >= 24 for w in self.words) and any(
            self.holds(w, self.text.text) for w in self.words
        )

    @cached_property
    def titled(self) -> bool:
        """Whether the page carries the cited title."""
        own = [_key(h) for h in (*self.headlines, self.title, self.text.metadata.title or "")]
        return any(_agree(_key(t), o) for t in self.titles for o in own if o)

    @cached_property
    def is_right(self) -> bool:
        """Whether something shows that it is the page that was cited."""
        return self.held or self.titled

    @cached_property
    def final_path(self) -> str:
        """Path and query of the address that answered."""
        parts = urlsplit(self.response.final_url)
        return parts.path + (f"?{parts.query}" if parts.query else "")

    @cached_property
    def redirected(self) -> bool:
        """Whether another address answered than the cited one."""
        return identity(self.response.final_url) != identity(self.cited_url)

    @cached_property
    def refresh(self) -> str | None:
        """Where a meta refresh leads at once, None where there is none."""
        found = META_REFRESH.search(self.markup[:50_000])
        if found is None or int(found[1]) > _LONGEST_REFRESH:
            return None
        return urljoin(self.response.final_url, unescape(found[2]).strip())


def _words(markup: str) -> str:
    return re.sub(r"\s+", " ", unescape(re.sub(r"<[^>]{0,500}>", " ", markup))).strip()


def _key(words: str) -> str:
    return " ".join(re.findall(r"\w+", fold(words).text.casefold()))


def _agree(cited: str, own: str) -> bool:
    """Whether two titles are the same but for a site's name or a subtitle."""
    one, other = set(cited.split()), set(own.split())
    if len(one) < 3 and cited != own:
        return False
    return bool(one) and (cited in own or len(one & other) >= 0.75 * len(one))
