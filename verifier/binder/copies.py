"""A stored source as a page of our own: a banner that says what it is, and its text, the passages that findings rest on marked.

In: a visit with its text, and places in it. Out: HTML that loads nothing, runs nothing and leads nowhere but to the address in its banner.
The rule of this file: all that was read is there, in its order; what stands beside the main text is paler, what is hidden is left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from verifier.binder.pages import render
from verifier.escape import for_terminal, for_terminal_text
from verifier.model import Evidence, Fetch, Role, SourceText

_PARAGRAPH = re.compile(r"[^\n]+")
_PALE = frozenset(
    (Role.ASIDE, Role.NAVIGATION, Role.COMMENTS, Role.ADVERTISEMENT, Role.CAPTION, Role.FORM, Role.FURNITURE)
)
_LEFT_OUT = frozenset((Role.HIDDEN,))


@dataclass(frozen=True, slots=True)
class Copy:
    """What is shown of a visit: the address that was cited, the one that was read, when, and its text."""

    cited: str
    address: str
    captured: datetime
    text: SourceText
    sha256: str
    media_type: str
    is_archived: bool = False  # a web archive's copy was read
    saved_by: str = ""  # by whom a reader's own copy was saved, or ""

    @property
    def title(self) -> str:
        """What the source calls itself."""
        return self.text.metadata.title or self.cited


def copy_of(fetch: Fetch) -> Copy | None:
    """What was judged of a visit, None where nothing of it can be read."""
    memento, text = fetch.memento, fetch.readable
    if text is None or not text.text.strip():
        return None
    if fetch.saved is not None and text is fetch.saved.text:
        held, at = fetch.saved.snapshot, fetch.saved.at
        return Copy(fetch.url, fetch.url, at, text, held.sha256, held.media_type, saved_by=fetch.saved.origin)
    if memento is not None and text is memento.text:
        held = memento.snapshot
        return Copy(fetch.url, memento.url, memento.datetime, text, held.sha256, held.media_type, is_archived=True)
    if fetch.snapshot is None:
        return None
    held = fetch.snapshot
    return Copy(fetch.url, fetch.final_url or fetch.url, fetch.fetched_at, text, held.sha256, held.media_type)


def write_copy(copy: Copy, passages: Sequence[Evidence] = ()) -> str:
    r"""The page.

    >>> from datetime import UTC
    >>> text = SourceText("The gates\n\nThey stayed open.", "html", "1")
    >>> page = write_copy(Copy("https://a.example/", "https://a.example/", datetime(2025, 6, 2, tzinfo=UTC), text, "0" * 64, "text/html"))
    >>> "They stayed open." in page, "<script" in page
    (True, False)
    """
    blocks = blocks_of(copy.text, passages)
    return render("copy.html.jinja", copy=copy, said=said_of(copy), blocks=blocks)


def blocks_of(text: SourceText, passages: Sequence[Evidence]) -> tuple[Block, ...]:
    """The paragraphs of a text, the passages in them marked; what the page hides is left out."""
    return tuple(_blocks(text, places(text.text, passages)))


def places(text: str, passages: Sequence[Evidence]) -> list[tuple[int, int]]:
    """Where passages stand in a text: as they say, or else where their words are; none twice."""
    found = []
    for passage in passages:
        start = passage.start if text[passage.start : passage.end] == passage.exact else text.find(passage.exact)
        if start >= 0 and passage.exact:
            found.append((start, start + len(passage.exact)))
    merged: list[tuple[int, int]] = []
    for start, end in sorted(found):
        if merged and start <= merged[-1][1]:
            merged[-1] = merged[-1][0], max(end, merged[-1][1])
        else:
            merged.append((start, end))
    return merged


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph in runs, each marked or not."""

    runs: tuple[tuple[str, bool], ...]
    pale: bool


def _blocks(text: SourceText, marked: Sequence[tuple[int, int]]) -> Iterator[Block]:
    pale = [(p.start, p.end) for p in text.parts if p.role in _PALE]
    hidden = [(p.start, p.end) for p in text.parts if p.role in _LEFT_OUT]
    for found in _PARAGRAPH.finditer(text.text):
        start, end = found.span()
        here = [(max(a, start), min(b, end)) for a, b in marked if a < end and start < b]
        if not here and any(a <= start and end <= b for a, b in hidden):
            continue
        yield Block(tuple(_runs(text.text, start, end, here)), any(a <= start and end <= b for a, b in pale))


def _runs(text: str, start: int, end: int, marked: Sequence[tuple[int, int]]) -> Iterator[tuple[str, bool]]:
    for a, b in marked:
        if start < a:
            yield for_terminal_text(text[start:a]), False
        yield for_terminal_text(text[a:b]), True
        start = b
    if start < end:
        yield for_terminal_text(text[start:end]), False


def said_of(copy: Copy) -> str:
    """In a line, where a copy comes from and when."""
    day = f"{copy.captured.day} {copy.captured:%B %Y, %H:%M} UTC"
    if copy.saved_by:
        return f"saved by a reader ({for_terminal(copy.saved_by)}) on {day}"
    return f"{'archived' if copy.is_archived else 'fetched'} on {day}"
