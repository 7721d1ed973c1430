"""The text of a plain text file."""

from __future__ import annotations

import re
from dataclasses import replace

from verifier.files.decode import decode
from verifier.model import Extent, Snapshot, SourceText

_LARGEST = 8_000_000
_CUT = "The file is larger than 8 MB; its beginning was read."


def extract(snapshot: Snapshot) -> SourceText:
    """The text as it is, lines ended alike."""
    text = decode(snapshot.body[:_LARGEST], snapshot.charset).text.replace("\r\n", "\n").replace("\r", "\n")
    found = SourceText(re.sub(r"[ \t]+", " ", text).strip(), "plain", "")
    return replace(found, extent=Extent.PART, problem=_CUT) if len(snapshot.body) > _LARGEST else found
