"""The text of a Rich Text file: its paragraphs. What only word processors use (fonts, styles, pictures) is left out by striprtf."""

from __future__ import annotations

from verifier.model import Extent, Snapshot, SourceText

_LARGEST = 8_000_000


def extract(snapshot: Snapshot) -> SourceText:
    """The paragraphs of a Rich Text file."""
    from striprtf.striprtf import rtf_to_text  # noqa: PLC0415 - only for such files

    body = snapshot.body[:_LARGEST].decode("latin-1")  # seven bits; others are escaped, or of the charset it names
    lines = (line.strip() for line in rtf_to_text(body, errors="replace").splitlines())
    text = "\n\n".join(filter(None, lines))
    if len(snapshot.body) > _LARGEST:
        problem = "The file is larger than 8 MB; its beginning was read."
        return SourceText(text, "rtf", "", problem=problem, extent=Extent.PART)
    return SourceText(text, "rtf", "", problem=None if text else "The file has no text.")
