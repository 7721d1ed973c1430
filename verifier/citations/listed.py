"""Works that notes cite by name and year, `Kern 2011, 45`, out of the list of works behind them.

In: the notes of a document; then the pieces of each. Out: a piece for each call, with the reference that it means. The rule of this file: as in
the text of an article, the list says what a name is; a call that fits several works stays open, and is said.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from verifier.citations.pieces import Piece
from verifier.citations.short_forms import SEVERAL, ShortForm
from verifier.locators import find_locator
from verifier.model import Block, BlockKind, Note, NoteKind
from verifier.notes.author_date.calls import Call, find_calls
from verifier.notes.author_date.entries import find_entries
from verifier.notes.author_date.index import Index


class Listed:
    """The references among a document's notes, by the names and years that cite them."""

    def __init__(self, notes: Sequence[Note]) -> None:
        self._notes = [number for number, note in enumerate(notes) if note.kind is NoteKind.REFERENCE]
        cites = any(note.kind in _CITING for note in notes)
        texts = [notes[number].text for number in self._notes] if cites else []
        entries = find_entries([Block("References", BlockKind.HEADING), *map(Block, texts)]) if texts else []
        self._index = Index(entries) if entries else None

    def divide(self, piece: Piece, note: Note) -> Iterator[Piece]:
        """The piece itself, or one for each work that it calls out of the list."""
        calls = self._calls(piece) if note.kind in _CITING and not (piece.short and piece.short.phrase) else []
        if not calls:
            yield piece
            return
        ends = [*(call.start for call in calls[1:]), len(piece.part.text)]
        for call, start, end in zip(calls, [0, *ends], ends, strict=False):
            place = find_locator(piece.part.text[call.end : end], bare=True)
            form = ShortForm("", name=call.label, place=place, entry=self._entry(call))
            yield Piece(piece.part.slice(start, end), form)

    def _calls(self, piece: Piece) -> list[Call]:
        """The calls of a piece that fit the list."""
        if self._index is None or piece.part.urls:
            return []
        found = [call for bracket in find_calls(piece.part.text, self._index) for call in bracket.calls]
        return [call for call in found if call.year is not None and call.entries]

    def _entry(self, call: Call) -> int:
        """The number of the note that is the work, which may be printed twice in the list; SEVERAL where it may be others."""
        entries = [self._index.entries[number] for number in call.entries] if self._index else []
        one = len({(entry.names, entry.title) for entry in entries}) == 1
        return self._notes[entries[0].block - 1] if one else SEVERAL


_CITING = (NoteKind.FOOTNOTE, NoteKind.ENDNOTE)
