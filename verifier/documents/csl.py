"""Fields of cited works as CSL names: what reference managers leave inside documents.

In: CSL-JSON items (Zotero, Mendeley, Citavi write them into field codes). Out: `Work`s
for `Note.data`: people joined with "; ", dates in ISO 8601.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from verifier.model import Work

_TEXT_FIELDS = ("type", "title", "container-title", "publisher", "volume", "issue", "page", "DOI", "URL")
_LONGEST = 200_000  # characters of JSON in one field code; Word splits what is longer


def read_citation(text: str) -> tuple[Work, ...]:
    r"""The works of one CSL citation in JSON; none where it is no such JSON.

    >>> read_citation('{"citationItems": [{"itemData": {"title": "Lakes", "issued": {"date-parts": [[2024, 3]]}}}]}')[0].pairs
    (('title', 'Lakes'), ('issued', '2024-03'))
    """
    start = text.find("{")
    if start < 0 or len(text) > _LONGEST:
        return ()
    try:
        citation, _ = json.JSONDecoder().raw_decode(text[start:])
    except (ValueError, RecursionError):
        return ()
    items = citation.get("citationItems") if isinstance(citation, dict) else None
    works = (
        (_read_item(item.get("itemData"), item) for item in items or () if isinstance(item, dict))
        if isinstance(items, list)
        else ()
    )
    return tuple(work for work in works if work)


def _read_item(item: Any, cited: dict[str, Any]) -> Work:
    """One CSL item, and the place in it that is cited."""
    if not isinstance(item, dict):
        return Work()
    pairs = [(name, str(item[name]).strip()) for name in _TEXT_FIELDS if isinstance(item.get(name), str | int)]
    people = "; ".join(_names(item.get("author")))
    dates = [(name, iso_date(item.get(name))) for name in ("issued", "accessed")]
    place = str(cited.get("locator") or "").strip()
    label = str(cited.get("label") or "page") if place else ""
    return Work.from_pairs([*pairs, ("author", people), *dates, ("locator", place), ("label", label)])


def _names(people: Any) -> Iterator[str]:
    """The names of people as they are written: given name first, or the literal name of a body."""
    for person in people if isinstance(people, list) else ():
        if isinstance(person, dict):
            parts = (person.get(part) for part in ("given", "non-dropping-particle", "family"))
            name = person.get("literal") or " ".join(str(part) for part in parts if part)
            if name:
                yield str(name)


def iso_date(value: Any) -> str:
    """A CSL date in ISO 8601 as far as it is given; "" where it is none."""
    if not isinstance(value, dict):
        return ""
    numbers = _numbers(value.get("date-parts"))
    if numbers:
        return "-".join(f"{number:02}" if place else f"{number:04}" for place, number in enumerate(numbers))
    return str(value.get("raw") or value.get("literal") or "")


def _numbers(ranges: Any) -> list[int]:
    """Year, month and day of the first date of a range."""
    parts = ranges[0] if isinstance(ranges, list) and ranges and isinstance(ranges[0], list) else []
    try:
        return [int(part) for part in parts[:3]]
    except (TypeError, ValueError):
        return []
