"""A note of a PDF while its rows are collected."""

from __future__ import annotations

from dataclasses import dataclass, field

from verifier.files.pdf_rows import Row
from verifier.model import NoteKind


@dataclass(slots=True)
class PdfNote:
    """`drop` are the characters of its label; `series` tells lists apart whose numbers begin again."""

    label: str
    kind: NoteKind
    page: int
    drop: int
    rows: list[Row] = field(default_factory=list)
    series: int = 0

    @property
    def key(self) -> str:
        """What no other note of the document has."""
        return f"{self.kind} {self.page if self.kind is NoteKind.FOOTNOTE else self.series} {self.label}"
