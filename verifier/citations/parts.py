"""Cut a note into the works it cites."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from verifier.citations.identifiers import address_of, find_identifiers, names_same_work
from verifier.model import Note
from verifier.urls import find_urls, is_archive, split_archive

# “, archived on 5 October 2024 at the original by the library at ”: more is another work.
_BESIDE = 70
_TITLED = re.compile(r"[“\"«„»]|\.\s+[^\W\d_]")


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a note that cites one work: its text, its addresses (start, end, url) and runs in italics."""

    text: str
    urls: tuple[tuple[int, int, str], ...]
    emphasis: tuple[tuple[int, int], ...] = ()

    def slice(self, start: int, end: int) -> Part:
        """The same for a run of the text."""
        urls = tuple((a - start, b - start, url) for a, b, url in self.urls if start <= a < end)
        italics = tuple((a - start, b - start) for a, b in self.emphasis if start <= a < b <= end)
        return Part(self.text[start:end], urls, italics)


def _addresses(note: Note) -> list[tuple[int, int, str]]:
    """Links and addresses of a note; behind a shortened or titled link stands its href."""
    found = [(h.start, h.end, h.href) for h in note.hyperlinks]
    for start, end, url in find_urls(note.text):
        if all(end <= s or start >= e for s, e, _ in found):
            found.append((start, end, url))
    for name, value, start, end in find_identifiers(note.text):
        address = address_of(name, value)
        if address and all(end <= s or start >= e for s, e, _ in found):
            found.append((start, end, address))
    return sorted(found)


def cut(note: Note) -> list[Part]:
    """Cut after an address (and what belongs to it) where a semicolon, or a new work, begins."""
    urls = _addresses(note)
    borders = [0]
    for (_, end, url), (start, _, following) in pairwise(urls):
        between = note.text[end:start]
        if _is_copy_beside(url, following, between) or names_same_work(url, following, between, note.text[start:]):
            continue
        stop = _border(between)
        if stop is not None:
            borders.append(end + stop)
    borders.append(len(note.text))
    whole = Part(note.text, tuple(urls), note.emphasis)
    return [whole.slice(a, b) for a, b in pairwise(borders)]


def _is_copy_beside(url: str, following: str, between: str) -> bool:
    """Whether an archived copy stands beside the work's own address, in either order. Some copies' addresses do not tell of what they are.

    >>> _is_copy_beside("https://site.example/a", "https://perma.cc/AB12-CD34", " [")
    True
    >>> _is_copy_beside("https://site.example/a", "https://perma.cc/AB12-CD34", ". Marrant, “Loud Gates”, ")
    False
    """
    if split_archive(following)[0] != following or split_archive(url)[0] != url:
        return True
    beside = len(between) <= _BESIDE and not _TITLED.search(between)
    return beside and is_archive(following) and not is_archive(url)


def _border(between: str) -> int | None:
    """Where a new work begins between two addresses; None where both belong to one."""
    found = re.search(
        r";\s|\n|\.\s+(?=[“\"«„])|[).]\s*[;.]?\s+(?=[A-ZÀ-ÞА-ЯİŞÇĞÖÜ“\"«„][^.]{8,})|,\s+(?=[“«„])", between
    )
    if found:
        return found.end()
    return len(between) - len(between.lstrip(" ,;")) if len(between.strip(" ,;.|()")) == 0 and between.strip() else None
