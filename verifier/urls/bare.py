"""Addresses without a scheme: whether `host/path` in running text is one.

In: what may be one. Out: yes or no. The rule: a domain that can be registered (public suffix list), and no file, unit or abbreviation.
"""

from __future__ import annotations

import re

from verifier.languages import words
from verifier.urls.comparing import private_suffix, public_suffix

# Endings that stand for nothing else; behind every other one the path must look like a path.
_PLAIN_ENDINGS = frozenset("com org net edu gov int info eu".split())
# Endings of domains that are endings of files as well, and what such files are mostly called.
_FILE_ENDINGS = frozenset("as cc la md mk ml mov pm ps py rs sh so td tf zip".split())
_FILE_NAMES = frozenset(
    "app build changelog config conftest index init install lib license main readme run setup test".split()
)
_UNITS = frozenset("cm g kg km lb mg min ml mm mol".split())
_LIKE_A_PATH = re.compile(r"[\d/?=&_-]")
_LIKE_A_FILE = re.compile(r"[\w-]+\.(?!(?:html?|php|aspx?|jsp|pdf|shtml)\Z)\w{1,4}")


def is_bare_address(raw: str) -> bool:
    """Whether `host/path` is an address: a domain that can be registered (public suffix list), and no file or abbreviation.

    >>> [is_bare_address(raw) for raw in ("amu.tv/126348", "gazette.co.uk/a", "main.py/run", "node.js/express", "mg.kg/day")]
    [True, True, False, False, False]
    """
    name, _, path = raw.partition("/")
    ending = public_suffix(name)
    own = private_suffix(name)
    if not ending or not own or not path:
        return False
    label = own.partition(".")[0]
    if ending in _PLAIN_ENDINGS or "." in ending:
        return True
    return not _is_no_name(label, path) and _fits_ending(label, ending, path)


def _is_no_name(label: str, path: str) -> bool:
    """Ordinals, units, abbreviations and small words are no names of sites; nor is one letter, but for short links."""
    short = len(path) < 5 and path.isalnum()
    if label.isdigit():
        return len(label) < 3
    if len(label) == 1 or label in words("function_words"):
        return short  # t.co/1aBcD, but this.is/that
    return label in _UNITS | words("counting") | words("announcing") or _LIKE_A_FILE.fullmatch(path) is not None


def _fits_ending(label: str, ending: str, path: str) -> bool:
    """Countries' endings take any path; those that are words or endings of files as well want more than a word."""
    if ending in _FILE_ENDINGS:
        return label not in _FILE_NAMES and ("/" in path.strip("/") or re.search(r"-|\d{4}", path) is not None)
    return len(ending) == 2 or _LIKE_A_PATH.search(path) is not None
