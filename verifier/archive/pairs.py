"""The index of writing without blanks (Chinese, Japanese, Korean, Thai …): each two letters that stand side by side in a text.

In: texts, and runs of such writing. Out: which texts can have the runs. The rule of this file: the index may name a text too many (one that
has the pairs in other places, or was packed since), never one too few; who asks looks into those texts, and no others. It holds neither the
text again nor places, and so takes a fifth of the room of the text.
"""

from __future__ import annotations

import re
import sqlite3
import unicodedata
from collections.abc import Iterable, Iterator
from itertools import pairwise
from operator import add

from verifier.text import UNSPACED_RANGES

# Beside the texts, so that any program can list and count it; in single quotes, so that none takes it for the index of words.
CREATE = """
    create virtual table texts_fts_pairs using fts5 (
        text, content='texts', content_rowid='id', detail=none, columnsize=0,
        tokenize="unicode61 remove_diacritics 0 categories 'L* N* M* Co'"
    )
"""
# With Korean, which writes particles behind its words.
RANGES = f"{UNSPACED_RANGES}\uac00-\ud7a3"
_RUN = re.compile(f"[{RANGES}]+")
_ENOUGH = 20  # pairs of a run that are asked for
_ADD = "insert into texts_fts_pairs (rowid, text) values (?, ?)"
_HAS = "select 1 from texts_fts_pairs where texts_fts_pairs match ? and rowid = ?"


def add_text(connection: sqlite3.Connection, key: int, text: str) -> None:
    """Add a text to the index; once more does no harm."""
    if found := _pairs(text):
        connection.execute(_ADD, [key, " ".join(sorted(found))])


def add_again(connection: sqlite3.Connection, texts: Iterable[tuple[int, str]]) -> None:
    """Make the index of these texts alone."""
    connection.execute("insert into texts_fts_pairs (texts_fts_pairs) values ('delete-all')")
    for key, text in texts:
        add_text(connection, key, text)


def missing(connection: sqlite3.Connection, texts: Iterable[tuple[int, str]]) -> Iterator[int]:
    """The texts that are not in the index and ought to be: each is asked for by its first and its last pair."""
    for key, text in texts:
        found = sorted(_pairs(text))
        if found and not connection.execute(_HAS, [f'"{found[0]}" AND "{found[-1]}"', key]).fetchone():
            yield key


def expression(runs: Iterable[str]) -> str:
    """What the index is asked for texts that can have all runs; empty where no run has a letter.

    >>> expression(["水門が", "港"])
    '"水門" AND "門が" AND "港"*'
    """
    return " AND ".join(term for run in runs for term in _terms(run))


def _terms(run: str) -> list[str]:
    together = [f'"{a}{b}"' for a, b in pairwise(run) if _is_letter(a) and _is_letter(b)]
    return together[:_ENOUGH] or [f'"{letter}"*' for letter in run if _is_letter(letter)]


def _pairs(text: str) -> set[str]:
    """Each letter with the one behind it, or alone where none is: so a single one is found as the beginning of a pair."""
    found = set[str]()
    for run in _RUN.findall(text):
        found.update(map(add, run, f"{run[1:]} "))
    return {pair if pair.isalnum() else "".join(filter(_is_letter, pair)) for pair in found} - {""}


def _is_letter(sign: str) -> bool:
    """Whether the index keeps it: letters, digits, and the vowels of Thai, which are marks."""
    return unicodedata.category(sign)[0] in "LNM"
