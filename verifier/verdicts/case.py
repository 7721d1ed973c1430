"""One claim and all that can speak to it: the values that judging shares."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from verifier import language
from verifier.matching.nearest import ByMeaning
from verifier.model import (
    Citation,
    Claim,
    Family,
    Fetch,
    SourceText,
)

WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Source:
    """A citation of the claim, and what a visit to its address brought (None: it has no address)."""

    citation: Citation
    fetch: Fetch | None

    @property
    def text(self) -> SourceText | None:
        """The text that can show the absence of words as well as their presence."""
        return self.fetch.readable if self.fetch else None

    @property
    def partial_text(self) -> SourceText | None:
        """A text that can show presence only: a teaser in front of a paywall, a body cut short."""
        fetch = self.fetch
        if fetch is None or self.text is not None or fetch.status.family is not Family.CANNOT_TELL:
            return None
        return fetch.text

    @property
    def judged(self) -> str:
        """Whether the text is the source's own or a memento's."""
        return "memento" if self.fetch and self.fetch.memento and self.text is self.fetch.memento.text else "source"

    @property
    def why_unread(self) -> str:
        """Why nobody could look."""
        if self.fetch is None:
            return "The note gives no address that could be looked up."
        if self.fetch.text is not None and self.fetch.text.problem and self.fetch.status.family is Family.FOUND:
            return self.fetch.text.problem
        return self.fetch.status.reason


@dataclass(frozen=True, slots=True)
class Case:
    """One claim and all that can speak to it."""

    claim: Claim
    sources: Sequence[Source]
    written_in: str | None
    by_meaning: ByMeaning | None = None  # ranks sentences across languages, where a model is at hand


def foreign(text: SourceText, written_in: str | None) -> str | None:
    """The source's language where it is another than the article's."""
    spoken = language.detect(text.text) or text.language
    return language.base(spoken) if language.differ(spoken, written_in) else None
