"""The text of a plain text file."""

from __future__ import annotations

import re

from verifier.files.decode import decode
from verifier.model import Snapshot, SourceText

_LARGEST = 8_000_000


def extract(snapshot: Snapshot) -> SourceText:
    """The text as it is, lines ended alike."""
    text = decode(snapshot.body[:_LARGEST], snapshot.charset).text.replace("\r\n", "\n").replace("\r", "\n")
    problem = "The file is larger than 8 MB; its beginning was read." if len(snapshot.body) > _LARGEST else None
    return SourceText(re.sub(r"[ \t]+", " ", text).strip(), "plain", "", problem=problem)
