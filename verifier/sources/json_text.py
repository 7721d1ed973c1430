"""The text of a JSON document: its strings, HTML in them read as text, and its numbers beside their names."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from verifier.files.decode import decode
from verifier.model import Extent, PageMetadata, Snapshot, SourceText
from verifier.sources import plain as plain_text
from verifier.sources.metadata import plain

_LARGEST, _MOST = 8_000_000, 200_000
_NO_WORDS = re.compile(r"(?:https?:)?//\S+|[\w+/=.:-]{40,}")
_TITLES = ("title", "headline", "name")


def extract(snapshot: Snapshot) -> SourceText:
    """The strings of a JSON document, one block each; what is no JSON is plain text."""
    try:
        value = json.loads(decode(snapshot.body, snapshot.charset).text) if len(snapshot.body) <= _LARGEST else None
    except (ValueError, RecursionError):
        value = None
    if not isinstance(value, dict | list):
        return plain_text.extract(snapshot)
    found = list(_texts(value))
    text = "\n\n".join(found[:_MOST])
    metadata = PageMetadata(title=_title(value))
    if len(found) > _MOST:
        problem = "The file holds very many values; the first of them were read."
        return SourceText(text, "json", "", metadata=metadata, problem=problem, extent=Extent.PART)
    return SourceText(text, "json", "", metadata=metadata)


def _texts(value: Any) -> Iterator[str]:
    """The texts of a value, in order."""
    waiting, seen = [("", value)], 0
    while waiting and seen <= 2 * _MOST:
        key, item = waiting.pop()
        seen += 1
        if isinstance(item, dict):
            waiting += [(str(k), v) for k, v in reversed(item.items())]
        elif isinstance(item, list):
            waiting += [(key, v) for v in reversed(item)]
        elif isinstance(item, str):
            if (text := plain(item)) and not _NO_WORDS.fullmatch(text):
                yield text
        elif isinstance(item, int | float) and not isinstance(item, bool):
            yield f"{key}: {item}"


def _title(value: Any) -> str | None:
    if not isinstance(value, dict):
        return None
    given = next((value[name] for name in _TITLES if value.get(name)), None)
    if isinstance(given, dict):
        given = given.get("rendered")
    return plain(given)[:500] if isinstance(given, str) else None
