"""A passage of a text with the words around it (W3C TextQuoteSelector), none of them cut."""

from __future__ import annotations

from verifier.model import Evidence

_AROUND = 80  # characters of prefix and suffix


def evidence_at(text: str, start: int, end: int) -> Evidence:
    """The passage `text[start:end]`.

    >>> evidence_at("It rained. The gates stayed open.", 11, 20).exact
    'The gates'
    """
    before, after = text[max(0, start - _AROUND) : start], text[end : end + _AROUND]
    if start > _AROUND:
        before = before[before.find(" ") + 1 :] if " " in before else ""
    if end + _AROUND < len(text):
        after = after[: after.rfind(" ")] if " " in after else ""
    return Evidence(text[start:end], before, after, start, end)
