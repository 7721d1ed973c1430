"""What a page does not say in its markup, as far as a program can tell: its main text, its author, its date.

In: a page, and its reading. Out: a `Guess`; where there is none, its reason. The rule of this file: nothing else calls trafilatura,
and only a child process that may be killed calls this: on hostile pages it is quadratic, and in threads it crashes. It never downloads.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from verifier.dates import parse_date
from verifier.files.decode import decode
from verifier.model import Guess, Snapshot, SourceText

__all__ = ["guess"]

_LARGEST = 3_000_000
# What was dropped between two paragraphs of the main text (captions, boxes, lists) is more likely a part of it than not.
_DROPPED = 1000
# Of the letters of the main text that were found again on the page: fewer, and it is another text.
_PLACED = 0.8
# A search through the rest of the page lets a year of any footnote be its date: 7 of 23 were years out.
_DATES = {"extensive_search": False, "original_date": True}


def guess(snapshot: Snapshot, text: SourceText) -> Guess:
    """The guess at an HTML page; `main` are places in the text of its reading."""
    if text.extractor != "html":
        return Guess(problem="Only of a single web page can its main text, author and date be guessed.")
    if len(snapshot.body) > _LARGEST:
        return Guess(problem=f"The page is larger than {_LARGEST // 1_000_000} MB.")
    import trafilatura  # noqa: PLC0415 - a second, and only where something is to be guessed

    tree = trafilatura.load_html(decode(snapshot.body, snapshot.charset).text)
    if tree is None:
        return Guess(problem="The page is no HTML.")
    said = trafilatura.extract_metadata(tree, date_config=dict(_DATES), default_url=snapshot.url or None)
    document = trafilatura.bare_extraction(tree, include_comments=False)
    words = document.text if document is not None and not isinstance(document, dict) else None
    main = place(words or "", text.text)
    why = "No part of the page could be told to be its main text." if not words else "Its main text is not on the page."
    return Guess(main, said.author or None, parse_date(said.date or ""), None if main else why)


def place(words: str, text: str) -> tuple[tuple[int, int], ...]:
    r"""Where the paragraphs of a main text stand in the whole text of its page, white space aside; nothing where most stand nowhere.

    >>> place("It grew.\nIt fell.", "Home\n\nIt  grew.\n\nIt fell.\n\nImprint")
    ((6, 25),)
    """
    letters = [i for i, character in enumerate(text) if not character.isspace()]
    bare = "".join(text.split())
    sizes = [len("".join(line.split())) for line in words.splitlines()]
    found = list(_find(words, bare))
    if sum(end - start for start, end in found) < _PLACED * max(1, sum(sizes)):
        return ()
    return tuple(_joined([(letters[a], letters[b - 1] + 1) for a, b in found]))


def _find(words: str, bare: str) -> Iterator[tuple[int, int]]:
    """The paragraphs, one behind the other, among the letters of the page."""
    end = 0
    for line in words.splitlines():
        sought = "".join(line.removeprefix("- ").split())
        at = bare.find(sought, end) if sought else -1
        if at >= 0:
            end = at + len(sought)
            yield at, end


def _joined(places: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Places with little between them are one."""
    if not places:
        return
    start = places[0][0]
    for (_, end), (following, _) in pairwise(places):
        if following - end > _DROPPED:
            yield start, end
            start = following
    yield start, places[-1][1]
