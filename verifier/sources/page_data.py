"""Text in a page's own data: JSON that its scripts turn into what a reader sees.

In: the tree of a page. Out: texts, in the order of the data. The rule of this file: no script is run; only literal JSON is read, and of its
strings only those that are prose.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from selectolax.lexbor import LexborHTMLParser

from verifier.sources.metadata import plain

_MOST_SCRIPTS, _MOST_VALUES, _MOST_DATA = 60, 20_000, 4_000_000
_PROSE_WORDS = 8
_UNSPACED = re.compile(r"[\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff]{12}")
_STOPS = re.compile(r"[.!?…。！？।؟](?=[\s\"”»’'<)]|$)|</p>")
# Where the value of an assignment or the argument of a call begins.
_VALUES = re.compile(r"""(?:=|\(|,)\s*(?=[{\[])|JSON\.parse\(\s*(?=["'])|push\(\s*(?=\[)""")
_MOST_TRIES = 40
_NO_PROSE = re.compile(r"[{}]|function\s*\(|=>|https?://\S+$")
# What an answer in place of the text is called in such data.
_REASONS = frozenset(("reason", "message", "errormessage", "error", "status", "simpletext", "text", "title", "detail"))
_LONGEST_REASON = 120
_SORRY = re.compile(r"^\W*(?:sorry|oops|ups|hoppla)\W+", re.IGNORECASE)


def data_texts(tree: LexborHTMLParser) -> list[str]:
    """The prose in the page's data, without what is said twice."""
    found: dict[str, None] = {}
    for key, value in _strings(tree):
        if key != "@type" and _is_prose(value):
            found.setdefault(plain(value))
    texts = [text for text in found if len(text.split()) >= _PROSE_WORDS or _UNSPACED.search(text)]
    return [text for text in texts if not any(text is not other and text in other for other in texts[:200])]


def said_instead(tree: LexborHTMLParser, pattern: re.Pattern[str]) -> str | None:
    """What the data say in place of the text, where it fits a pattern from its beginning to nearly its end."""
    for key, value in _strings(tree):
        if len(value) <= _LONGEST_REASON and key.lower() in _REASONS:
            words = without_sorry(value.strip())
            found = pattern.match(words)
            if found and len(words) <= 2 * found.end() + 10:
                return value.strip()
    return None


def without_sorry(words: str) -> str:
    """Words without the apology in front of them.

    >>> without_sorry("Sorry, this post was deleted.")
    'this post was deleted.'
    """
    return _SORRY.sub("", words)


def _is_prose(value: str) -> bool:
    return len(value) > 30 and bool(_STOPS.search(value)) and not _NO_PROSE.search(value[:2000])


def _strings(tree: LexborHTMLParser) -> Iterator[tuple[str, str]]:
    """All strings of the page's data with their keys."""
    left = _MOST_DATA
    for node in tree.css("script")[:_MOST_SCRIPTS]:
        text = node.text() or ""
        if not text or len(text) > left or "ld+json" in (node.attributes.get("type") or ""):
            continue
        left -= len(text)
        for value in _values(text, "json" in (node.attributes.get("type") or "")):
            yield from strings_of(value)


def _values(text: str, is_json: bool) -> Iterator[Any]:
    """The JSON values of a script."""
    if is_json:
        yield from _load(text)
        return
    decoder, end = json.JSONDecoder(), 0
    for tries, found in enumerate(_VALUES.finditer(text)):
        if tries >= _MOST_TRIES:
            return
        if found.end() < end:
            continue
        try:
            value, end = decoder.raw_decode(text, found.end())
        except (ValueError, RecursionError):
            continue
        yield from _load(value) if isinstance(value, str) else (value,)


def _load(text: str) -> Iterator[Any]:
    try:
        yield json.loads(text)
    except (ValueError, RecursionError):
        return


def strings_of(value: Any) -> Iterator[tuple[str, str]]:
    """The strings in a JSON value with the keys they stand under, in order; JSON in a string is read as well."""
    waiting, seen = [("", value)], 0
    while waiting and seen < _MOST_VALUES:
        key, item = waiting.pop()
        seen += 1
        if isinstance(item, dict):
            waiting += [(str(k), v) for k, v in reversed(item.items())]
        elif isinstance(item, list):
            waiting += [(key, v) for v in reversed(item)]
        elif isinstance(item, str) and item.strip():
            yield key, item
