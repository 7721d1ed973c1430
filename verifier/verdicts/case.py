"""One claim and all that can speak to it: the values that judging shares."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from verifier import language
from verifier.model import (
    Citation,
    Claim,
    Extent,
    Family,
    Fetch,
    Judged,
    Mark,
    Memento,
    PlanName,
    SourceText,
)
from verifier.urls import is_copy

if TYPE_CHECKING:
    from verifier.matching.nearest import ByMeaning

WORD = re.compile(r"\w+")


def cited_copy(citation: Citation, fetch: Fetch | None) -> Memento | None:
    """The archived copy that a citation names, where this visit read it."""
    memento = fetch.memento if fetch else None
    return memento if memento is not None and memento.url == citation.archived_url else None


def marked_pages(claim: Claim, citation: Citation, marks: Sequence[Mark]) -> str:
    """The pages that the marks of a claim's paragraph give for a citation's note: all of them, where it is called more than once."""
    called = [m for m in marks if m.block == claim.block and m.note == citation.note]
    named = [m.locator for m in called if m.locator and m.locator_label == "page"]
    return ", ".join(dict.fromkeys(named)) if len(named) == len(called) else ""


@dataclass(frozen=True, slots=True)
class Source:
    """A citation of the claim, what a visit to its address brought (None: it has no address), and the pages that its mark names."""

    citation: Citation
    fetch: Fetch | None
    marked_pages: str = ""

    @property
    def copy(self) -> Memento | None:
        """The archived copy that the note cites, where it was read."""
        return cited_copy(self.citation, self.fetch)

    @property
    def text(self) -> SourceText | None:
        """The text that can show the absence of words as well as their presence: of a whole work."""
        read = self._readable
        return read if read is not None and read.extent is Extent.WHOLE else None

    @property
    def _readable(self) -> SourceText | None:
        """What is judged: the copy that the note cites, else the page, else a copy in place of what is lost."""
        return self.copy.text if self.copy else self.fetch.readable if self.fetch else None

    @property
    def _live(self) -> SourceText | None:
        """What the page itself says, where it was found, or where a reader saved it."""
        return self.fetch.own_text if self.fetch else None

    @property
    def beside(self) -> SourceText | None:
        """Another text of the same source that may hold what the judged one lacks: the live page's beside the cited copy, or a copy's."""
        if self.fetch is None or self.fetch.memento is None or self._live is None or self._readable is None:
            return None
        other = self._live if self.copy else self.fetch.memento.text
        return other if other.text != self._readable.text else None

    @property
    def silent(self) -> str | None:
        """Why it proves nothing that words are not in the text that is judged; None where it does."""
        if self.text is None:
            return self.why_unread
        said = self.fetch.memento_note if self.fetch else None
        if self.copy is None and is_copy(self.citation.archived_url) and (said or not self._is_replayed):
            note = said or "The archived copy that the note cites was not read."
            return (
                note if self.judged == "memento" else f"{note} The {self.name_of(self.text)} does not have the words."
            )
        if self.judged == "memento" and self.copy is None:
            return f"The page itself cannot be read, and the words are not in the {self.name_of(self.text)}."
        return None

    @property
    def _is_replayed(self) -> bool:
        """Whether a file of captures stands in for the network: what it holds of a source, and no copy of it, is what is to be judged."""
        return self.fetch is not None and self.fetch.plan is PlanName.REPLAY

    def name_of(self, text: SourceText | None) -> str:
        """What a text of this source is, in words."""
        memento = self.fetch.memento if self.fetch else None
        if memento is None or self.place(text) == "source":
            saved_on = self.fetch.saved_on if self.fetch else None
            return f"copy that a reader saved on {saved_on.date()}" if saved_on else "live page"
        return "archived copy that the note cites" if self.copy else f"archived copy of {memento.datetime.date()}"

    @property
    def provenance(self) -> str:
        """A sentence on the copy that was read, where a reader saved it; "" where the text was fetched."""
        name = self.name_of(self._readable)
        return f"Read in the {name}." if self.judged == "source" and name != "live page" else ""

    @property
    def partial_text(self) -> SourceText | None:
        """A text that can show presence only: a part, an abstract, a teaser in front of a paywall, a body cut short."""
        fetch = self.fetch
        if fetch is None or self.text is not None:
            return None
        if self._readable is not None:
            return self._readable
        return fetch.text if fetch.status.family is Family.CANNOT_TELL else None

    @property
    def judged(self) -> Judged:
        """Whether the text is the source's own or a memento's."""
        return self.place(self._readable)

    def place(self, text: SourceText | None) -> Judged:
        """Whether a text is the source's own or a memento's."""
        of_copy = self._readable is not None and (self.copy is not None or self._live is None)
        if text is not None and text is self.beside:
            of_copy = not of_copy
        return Judged.MEMENTO if of_copy else Judged.SOURCE

    @property
    def why_unread(self) -> str:
        """Why nobody could look, or why nobody could look at all of it: what was read instead."""
        if self.fetch is None:
            return "The note gives no address that could be looked up."
        if self._readable is not None and self._readable.problem:
            return self._readable.problem
        found = self.fetch.text if self.fetch.status.family is Family.FOUND else None
        if found is not None and found.problem:
            return found.problem
        if found is not None and not found.text.strip():
            return "The page is there, but it holds no words that could be read."
        copy = self.fetch.memento_note if is_copy(self.citation.archived_url) else None
        return " ".join(filter(None, (self.fetch.status.reason, copy)))


@dataclass(frozen=True, slots=True)
class Case:
    """One claim and all that can speak to it."""

    claim: Claim
    sources: Sequence[Source]
    written_in: str | None  # the claim's own language
    by_meaning: ByMeaning | None = None  # ranks sentences across languages, where a model is at hand
    complete: bool = True  # False where a note of the claim names no source that could be looked up


def spoken_in(claim: Claim, written_in: str | None) -> str | None:
    """The claim's own language, where it is clear; else that of its article."""
    return language.base(language.detect(claim.text) or written_in)


def foreign(text: SourceText, written_in: str | None) -> str | None:
    """The source's language where it is another than the claim's: that of its main text, else what the page declares."""
    spoken = language_of(text)
    return language.base(spoken) if language.differ(spoken, written_in) else None


def language_of(text: SourceText) -> str | None:
    """The language of a source's main text; what the page says of itself only where that is not clear."""
    return language.detect(text.main_text[:_SAMPLE]) or text.language


_SAMPLE = 4000
