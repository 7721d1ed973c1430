"""What a reader made of a document, in a form that a table of tests can hold."""

from __future__ import annotations

from verifier.model import Document


def shown(document: Document) -> list[tuple[str, str, str]]:
    """(label, words before the mark, text of the note) of every mark."""
    return [
        (
            mark.label,
            document.blocks[mark.block].text[: mark.offset],
            document.notes[mark.note].text if mark.note is not None else "",
        )
        for mark in document.marks
    ]
