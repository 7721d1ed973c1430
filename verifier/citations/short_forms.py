"""Short forms of a reference (ibid., op. cit., supra note 3): which earlier work they mean."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from verifier.languages import pattern
from verifier.model import Citation, Note
from verifier.urls import find_urls

_SAME = re.compile(rf"^\W*(?P<phrase>{pattern('same_source')})(?=\W|$)", re.IGNORECASE)
_EARLIER = re.compile(rf"(?P<phrase>{pattern('earlier_source')})", re.IGNORECASE)
_SUPRA = re.compile(
    rf"(?P<phrase>(?:{pattern('above')}),?\s?(?:(?:{pattern('numbered_source')})\s?)?)(?P<label>\d{{1,4}}|[ivxlc]{{1,7}}\b)",
    re.IGNORECASE,
)


def short_form(note: Note) -> str | None:
    """The phrase by which a note refers to an earlier one (ibid., op. cit., supra note 3), None where it gives its own source."""
    if note.hyperlinks or find_urls(note.text):
        return None
    for phrase in (_SAME, _SUPRA, _EARLIER):
        found = phrase.search(note.text[:300])
        if found:
            return found[0].strip(" ,;") if phrase is _SUPRA else found["phrase"].strip()
    return None


def resolve(note: Note, index: int, earlier: Sequence[Citation], labels: Sequence[str]) -> Citation | None:
    """The citation that a short form means: the one before, the note named, or the last of the same author."""
    supra = _SUPRA.search(note.text)
    if supra:
        target = next(
            (c for c in earlier if c.note < len(labels) and labels[c.note].casefold() == supra["label"].casefold()),
            None,
        )
    else:
        name = _surname(note.text)
        target = next((c for c in reversed(earlier) if c.note < index and (not name or _wrote(name, c))), None)
    return replace(target, note=index, raw=note.text) if target else None


def _surname(text: str) -> str:
    """The name in front of `op. cit.`; "" where there is none: then the work before is meant."""
    found = None if _SAME.match(text) else _EARLIER.search(text)
    return re.split(r"[,.(]", text[: found.start()])[0].strip().casefold() if found else ""


def _wrote(name: str, citation: Citation) -> bool:
    author = (citation.author or "").casefold()
    return bool(author) and bool(set(re.findall(r"\w{2,}", name)) & set(re.findall(r"\w{2,}", author)))


def meant(citation: Citation, earlier: Sequence[Citation]) -> int:
    """The note (its index) that gave the work which a short form repeats."""
    return next(
        (c.note for c in reversed(earlier) if c.url == citation.url and c.title == citation.title), citation.note
    )
