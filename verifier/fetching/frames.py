"""Pages that show their text in a frame: old framesets, and web archives that show a copy beside a bar of their own.

In: a page. Out: what the frame of its text answers. The rule of this file: one frame is followed, the one that is no menu.
"""

from __future__ import annotations

import re
from collections.abc import Generator
from dataclasses import replace
from urllib.parse import urljoin

from verifier.fetching.steps import ask, read
from verifier.model import Answer, Family, Link, LinkStatus, Response, Snapshot, Step
from verifier.pages import Page, classify
from verifier.urls import is_archive, is_fetchable, registrable

# A bar with more words than this is a page of its own.
_BAR = 160
# Fewer words are "Loading …", a player's buttons, a notice.
_LEAST = 20
_BESIDE = re.compile(
    r"(?<![a-z])(?:top|head|foot|nav|menu|m\b|left|right|side|banner|logo|title|toc|index|bar|toolbar|ads?\b)"
)

Shown = tuple[Page, Snapshot, LinkStatus]


def open_frame(page: Page) -> Generator[Step, Answer, Shown | None]:
    """The page with the text of its frame in its place; None where it has none, or its own text is what was cited."""
    address = _frame(page)
    if address is None:
        return None
    answer = yield from ask(address)
    if isinstance(answer, Response):
        snapshot, text = yield from read(answer)
        outer = page.response
        inner = replace(answer, url=outer.url, final_url=outer.final_url, hops=outer.hops)
        framed = Page(inner, text, page.cited)
        status = classify(framed)
        if status.family is Family.FOUND and (framed.held or framed.length >= _LEAST):
            return framed, snapshot, status
    return None


def unread(page: Page) -> LinkStatus | None:
    """What is said of a page whose frame could not be read; None where its text stands in none."""
    if _frame(page) is None:
        return None
    return LinkStatus(
        Link.NEEDS_JS, "frame", "The page shows its text in a frame of its own, and the frame could not be read."
    )


def _frame(page: Page) -> str | None:
    """The address of the frame that holds the text; None where the page itself is the text, or a wall, or says that it is gone."""
    if not page.facts.frames or page.held or not page.is_html:
        return None
    bar = page.length <= _BAR and is_archive(page.response.final_url)
    if (page.length and not bar) or classify(page).family is not Family.FOUND:
        return None
    outer = page.response.final_url
    found = [address for source in page.facts.frames if is_fetchable(address := urljoin(outer, source.strip()))]
    if page.length:
        found = sorted(found, key=lambda a: registrable(a) != registrable(outer))
    mains = [a for a in found if not _BESIDE.search(a.removeprefix(outer.rsplit("/", 1)[0]).lower())]
    return next(iter(mains or found[-1:]), None)
