"""How much of a work a PDF is: pages that are pictures, and layers of text that are no text.

In: the pages' texts. Out: how much of the work they are, and the reason in words. The rule of this file: a few pages without text (plates, an
empty back) are no lack; where most of a file is pictures, nobody knows what it says.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache

from verifier.languages import words
from verifier.model import Extent

READ_BY_OCR = "pdf_ocr"  # the extractor of a reading that rests on pictures
_BARE = 20  # characters: a page number and a stamp
_MOST_BARE = 0.25  # of the pages
_WORD = re.compile(r"[^\W\d_]+")
_LATIN = re.compile(r"[A-Za-z\u00c0-\u024f]")
_SAMPLE, _LEAST = 20_000, 40  # characters looked at, words that show a language
# Of a text in any language with a table, a fifth or more are words like “the” and “of”; the vowels of Latin letters are 25 to 60 of 100.
_FUNCTION = 0.02
_VOWELS, _LEAST_VOWELS = frozenset("aeiouyıøœæ"), 0.28
_ODD = 0.1  # of all signs: controls, private signs, capitals inside words


def is_scan(text: str) -> bool:
    """Whether a page has no text to speak of."""
    return len(text.strip()) < _BARE


def measure_pages(pages: Sequence[str], total: int) -> tuple[Extent, str | None]:
    """How much of the work the pages' texts are, of so many pages."""
    bare = sum(map(is_scan, pages))
    if not any(page.strip() for page in pages):
        return Extent.PART, "The PDF has no text in it (scanned pages)."
    if bare > _MOST_BARE * len(pages):
        return Extent.PART, f"Only {len(pages) - bare} of {total} pages have text; the others are pictures (scans)."
    if is_no_language("\n".join(pages)[:_SAMPLE]):
        return Extent.PART, "The letters of the PDF cannot be read: its text layer is no text in any language."
    if len(pages) < total:
        return Extent.PART, f"Only the first {len(pages)} of {total} pages were read."
    return Extent.WHOLE, None


def pages_without_words(pages: Sequence[str]) -> list[int]:
    """The pages whose pictures must be read to know what the PDF says: those without text where they are many, or all of them."""
    if is_no_language("\n".join(pages)[:_SAMPLE]):
        return list(range(len(pages)))
    bare = [number for number, page in enumerate(pages) if is_scan(page)]
    return bare if len(bare) > _MOST_BARE * len(pages) else []


def is_no_language(text: str) -> bool:
    """Whether a text in Latin letters is in no language: a layer without a map from its glyphs to letters.

    >>> is_no_language("The board agreed that the channel should be dredged before the winter. " * 4)
    False
    >>> is_no_language("WKH ERDUG DJUHHG WKDW WKH FKDQQHO VKRXOG EH GUHGJHG EHIRUH WKH ZLQWHU " * 4)
    True
    """
    found = _WORD.findall(text)
    text = unicodedata.normalize("NFKD", text)  # vowels without their accents
    letters = _LATIN.findall(text)
    signs = sum(not c.isspace() and not unicodedata.combining(c) for c in text)
    if signs and sum(_is_odd(c) for c in text) > _ODD * signs:
        return True
    if len(found) < _LEAST or len(letters) * 2 < signs:
        return False
    known = sum(word.lower() in _common() for word in found)
    vowels = sum(letter.lower() in _VOWELS for letter in letters)
    inner = sum(any(c.isupper() for c in word[1:]) and not word.isupper() for word in found)
    if known > _FUNCTION * len(found):
        return False
    return vowels < _LEAST_VOWELS * len(letters) or inner > _ODD * 3 * len(found)


def _is_odd(sign: str) -> bool:
    """A control character, a private one, or one that could not be decoded."""
    return (sign < " " and sign not in "\n\t\r\f") or "\ue000" <= sign <= "\uf8ff" or sign == "\ufffd"


@lru_cache(maxsize=1)
def _common() -> frozenset[str]:
    return frozenset(word for word in words("function_words") if len(word) > 1)
