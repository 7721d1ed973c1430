"""The pages as an article sees them, and the article that quotes them.

In: pages and the words to quote from each. Out: Markdown, a sentence and a note for each page. The rule: nothing big is loaded here,
because whoever starts a measured program must be small (`measuring`).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

_LEADS = (
    "The account of that winter says it plainly",
    "One witness remembers the meeting in these words",
    "A later chapter of the inquiry holds",
    "The paper of the province wrote",
    "In the view of the harbour office",
)


class Page(NamedTuple):
    """One page: where it is, what its note says of it, words that stand on it and words that stand on no page."""

    number: int
    host: str
    path: str
    title: str
    author: str
    published: str
    quotation: str
    nowhere: str


def write(port: int, pages: Sequence[Page], quotations: Sequence[str]) -> str:
    """The article; each page's note is numbered by the page's place."""
    body, notes = [], []
    for i, (page, quotation) in enumerate(zip(pages, quotations, strict=True), start=1):
        body.append(f"{_LEADS[i % len(_LEADS)]}: “{quotation}”.[^{i}]")
        address = f"http://{page.host}:{port}{page.path}"
        notes.append(f"[^{i}]: {page.author}, “{page.title}”, {page.published}, <{address}> (accessed 2024-10-05).")
    return "\n\n".join(["# What the pages say", *body]) + "\n\n" + "\n".join(notes) + "\n"
