"""The text of a plain text file, and of the subtitles of a film (WebVTT, SubRip): their times stay, their numbers and what tells a player how to show them go."""

from __future__ import annotations

import re
from dataclasses import replace

from verifier.files.decode import decode
from verifier.model import Extent, Snapshot, SourceText
from verifier.sources.marked_up import without_markup

_LARGEST = 8_000_000
_SUBTITLES = "WEBVTT"
# What stands before the first of them, remarks and styles; how and where a line is shown; who speaks, and in which type.
_NO_SUBTITLES = re.compile(
    r"\AWEBVTT[^\n]*(?:\n[^\n]+)*|(?m:^(?:NOTE|STYLE|REGION)\b[^\n]*(?:\n[^\n]+)*)|(?m:(?<=[.,]\d{3})[ \t]+[a-z]+:[^\n]+$)|</?[a-z.\d][^<>\n]{0,80}>"
)
# The number of a subtitle, on the line in front of its times.
_CUE = re.compile(r"(?m)^\d{1,5}[ \t]*\n(?=[\d:]{4,12}[.,]\d{3}[ \t]*-->)")
_CUT = "The file is larger than 8 MB; its beginning was read."


def extract(snapshot: Snapshot) -> SourceText:
    """The text as it is read, lines ended alike."""
    text = decode(snapshot.body[:_LARGEST], snapshot.charset).text.replace("\r\n", "\n").replace("\r", "\n")
    if text.removeprefix("\ufeff").startswith(_SUBTITLES):
        text = _NO_SUBTITLES.sub("", text.removeprefix("\ufeff"))
    if "-->" in text:
        text = _CUE.sub("", text)
    found = SourceText(re.sub(r"[ \t]+", " ", without_markup(text)).strip(), "plain", "")
    return replace(found, extent=Extent.PART, problem=_CUT) if len(snapshot.body) > _LARGEST else found
