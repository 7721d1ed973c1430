"""Ask what a page does not say of itself: only where something rests on it, and once for each body.

In: a page whose reading is in the archive. Out: a `Guess`, or its reading with the main text that was guessed.
"""

from __future__ import annotations

from dataclasses import replace

from verifier.archive import Archive
from verifier.model import Fetch, Guess, Snapshot, SourceText
from verifier.workflow.collecting import Guessing


class Guesses:
    """The guesses of a run: those of the archive, else new ones, which the archive keeps."""

    def __init__(self, archive: Archive, ask: Guessing) -> None:
        self._archive, self._ask = archive, ask

    def at(self, fetch: Fetch) -> Guess:
        """The guess at what the address itself answered, or at the copy of it that a reader saved."""
        if fetch.saved is not None:
            return self._at(fetch.saved.snapshot, fetch.saved.text)
        return self._at(fetch.snapshot, fetch.text)

    def with_main(self, fetch: Fetch) -> Fetch:
        """The fetch with the main text marked in what its claims are judged against."""
        memento, saved = fetch.memento, fetch.saved
        if saved is not None and fetch.readable is saved.text:
            return replace(fetch, saved=replace(saved, text=self._marked(saved.snapshot, saved.text)))
        if memento is not None and fetch.readable is memento.text:
            return replace(fetch, memento=replace(memento, text=self._marked(memento.snapshot, memento.text)))
        return replace(fetch, text=self._marked(fetch.snapshot, fetch.text)) if fetch.text is not None else fetch

    def _marked(self, snapshot: Snapshot | None, text: SourceText) -> SourceText:
        return replace(text, main=self._at(snapshot, text).main, guessed=True)

    def _at(self, snapshot: Snapshot | None, text: SourceText | None) -> Guess:
        if snapshot is None or text is None or text.extractor != "html":
            return Guess(problem="Only of a single web page can its main text, author and date be guessed.")
        known = self._archive.guess(snapshot, text)
        if known is None:
            body = self._archive.body(snapshot)
            known = self._ask(replace(snapshot, body=body or b""), text)
            self._archive.add_guess(snapshot, text, known)
        return known
