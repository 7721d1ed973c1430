"""Plain text that is the source of a page: what its markup adds to the words goes.

In: a text. Out: the text as its readers see it, but for marks of emphasis and of headings, which no comparison minds. The rule of
this file: a row for what stands between words and is no word (an address beside its words, a note in place, the marks of quoted lines).
"""

from __future__ import annotations

import re

# A row: what tells that there is any, the pattern, what stays.
_ROWS: tuple[tuple[str, re.Pattern[str], str], ...] = (
    # [words](address) of Markdown
    ("](", re.compile(r"(?<!\\)!?\[([^\[\]\n]{1,300})\]\((?:https?:|mailto:|[./#])[^()\s]{0,2000}(?: [\"'(][^\n]{0,200}?[\"')])?\)"), r"\1"),
    # [[address][words]] of Org
    ("][", re.compile(r"\[\[[^\[\]\n]{1,2000}\]\[([^\[\]\n]{1,300})\]\]"), r"\1"),
    # `words <address>`_ of reStructuredText
    (">`_", re.compile(r"`([^`<>]{0,299}?[^`<>\s])\s*<[^<>\s]{1,2000}>`__?"), r"\1"),
    # <ref>note</ref> and [[page|words]] of wikis
    ("<ref", re.compile(r"<ref\b[^<>]{0,200}(?:/>|>[^<>]{0,2000}</ref>)"), ""),
    ("[[", re.compile(r"\[\[(?:[^\[\]|\n]{1,300}\|)?([^\[\]|\n]{1,300})\]\]"), r"\1"),
    # "> " in front of each line of an answered letter
    (">", re.compile(r"(?m)^(?:>[ \t]?)+(?=[^\s>])"), ""),
)  # fmt: skip


def without_markup(text: str) -> str:
    r"""The text without what its markup adds.

    >>> without_markup("It [grew](https://a.example/b)<ref>Almanac, 3</ref> in [[Aber (town)|Aber]].")
    'It grew in Aber.'
    >>> without_markup("> It grew\n> and fell.")
    'It grew\nand fell.'
    """
    for sign, pattern, kept in _ROWS:
        if sign in text:
            text = pattern.sub(kept, text)
    return text
