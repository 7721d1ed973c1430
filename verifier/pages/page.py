"""One answer beside what was cited: what the signs look at, each found once.

In: a `Response`, the reading of its body, and what the article knows of the source. The rule of this file: facts of the page come
from its reading, which knows the page's own charset; nothing here decodes or parses.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from urllib.parse import urljoin, urlsplit

from verifier import matching
from verifier.model import Cited, PageFacts, Response, Role, SourceText
from verifier.sources.facts import count_words, read_refresh
from verifier.text import fold
from verifier.urls import identity

_SITE = re.compile(r"\s+[|–—·•»:]\s+|\s+-\s+")
_LONGEST_REFRESH = 15
# Words of a sentence, and of a running text; a notice has fewer.
_SENTENCE, _RUNNING_TEXT = 8, 40
_STOPS = tuple('.!?…。！？।؟"”»’')
# Fewer words or characters stand in many texts by chance.
_TELLING_WORDS, _TELLING_LENGTH = 4, 24


@dataclass
class Page:
    """An answer and what was cited; `probe` is the answer of an address of the same host that cannot exist.

    `known` says that the cited words were found in the same bytes before.
    """

    response: Response
    text: SourceText
    cited: Cited
    probe: tuple[Response, SourceText] | None = None
    known: bool = False

    @property
    def facts(self) -> PageFacts:
        """What the page's markup says."""
        return self.text.facts

    @cached_property
    def length(self) -> int:
        """How many words the main text has, or the whole where that is not known."""
        return self.text.facts.words if self.is_html else len(self.text.text.split())

    @property
    def is_html(self) -> bool:
        """Whether it is a web page, and no PDF or text file."""
        return self.text.extractor.startswith("html")

    @cached_property
    def said(self) -> tuple[str, ...]:
        """Its blocks outside menus."""
        text, start, blocks = self.text.text, 0, []
        for part in (p for p in self.text.parts if p.role is Role.NAVIGATION):
            blocks.append(text[start : part.start])
            start = part.end
        return tuple(filter(str.strip, "\n\n".join([*blocks, text[start:]]).split("\n\n")))

    def runs_on(self, phrase: re.Pattern[str], least: int = _RUNNING_TEXT) -> bool:
        """Whether running text stands on the page beside what says such a phrase: then a headline that has its words is about them."""
        lines = (line for line in self.said if line.rstrip().endswith(_STOPS) and not phrase.search(line))
        return sum(words for line in lines if (words := count_words(line)) >= _SENTENCE) >= least

    @cached_property
    def headlines(self) -> tuple[str, ...]:
        """The parts of the title, and the first headings."""
        parts = [p.strip() for p in _SITE.split(self.facts.title)]
        return tuple(filter(None, [*parts, *self.facts.headings]))

    @cached_property
    def held(self) -> bool:
        """Whether a quotation of the article stands on the page: then it is the right page."""
        words = self.cited.words
        telling = any(len(w.split()) >= _TELLING_WORDS or len(w) >= _TELLING_LENGTH for w in words)
        return telling and (self.known or any(matching.stands(w, self.text.text, self.text.parts) for w in words))

    @cached_property
    def titled(self) -> bool:
        """Whether the page carries the cited title."""
        return self._carries((*self.headlines, self.facts.title, self.text.metadata.title or ""))

    @property
    def is_headed(self) -> bool:
        """Whether the cited title stands on the page, for its readers to see."""
        return self._carries(self.facts.headings)

    def _carries(self, titles: Iterable[str]) -> bool:
        own = list(filter(None, map(_key, titles)))
        return any(_agree(_key(cited), title) for cited in self.cited.titles for title in own)

    @cached_property
    def is_right(self) -> bool:
        """Whether something shows that it is the page that was cited."""
        return self.held or self.titled  # the words were looked for before

    @cached_property
    def final_path(self) -> str:
        """Path and query of the address that answered."""
        parts = urlsplit(self.response.final_url)
        return parts.path + (f"?{parts.query}" if parts.query else "")

    @cached_property
    def redirected(self) -> bool:
        """Whether another address answered than the cited one."""
        return identity(self.response.final_url) != identity(self.cited.url)

    @property
    def refresh(self) -> str | None:
        """Where a refresh leads at once, None where there is none; the header counts as the element does."""
        found = self.facts.refresh or read_refresh(self.response.header("refresh") or "")
        return urljoin(self.response.final_url, found[1]) if found and found[0] <= _LONGEST_REFRESH else None


def _key(words: str) -> str:
    return " ".join(re.findall(r"\w+", fold(words).text.casefold()))


def _agree(cited: str, own: str) -> bool:
    """Whether two titles are the same but for a site's name or a subtitle."""
    one, other = set(cited.split()), set(own.split())
    if len(one) < 3 and cited != own:
        return False
    return bool(one) and (cited in own or len(one & other) >= 0.75 * len(one))
