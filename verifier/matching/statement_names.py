"""The names in a statement. In: a string. Out: `Item`s of kind name.

The rule of this file: a name is a run of capitalised words, so only languages that write names alone
with capitals have any. One capitalised word inside a sentence is a weaker sign: sometimes it is a common word.
"""

from __future__ import annotations

import re
from functools import lru_cache

from verifier.matching.items import Item, month_names
from verifier.matching.statement_terms import fold, keys, word_list
from verifier.model import ItemKind

_NAME_WORD = re.compile(r"[^\W\d_](?:[\w'’.-]{0,40}\w)?(?:\+\+|#)?")
_CONNECTING = word_list("of de the von van la du del der den di al da dos")
_NOUNS_HAVE_CAPITALS = word_list(
    "der die das und ist im des dem den ein eine wurde nicht sich zu zum zur mit von vom auf für als bei nach aus durch"
    " wird sind werden kann oder auch einer einem einen keine über unter zwischen alle jeder dieser diese dieses"
)
_GERMAN = 2  # of these words


_FEWEST = 2  # words with capitals that make a name


def find_names(text: str) -> list[Item]:
    """Runs of two or more capitalised words, small words between them allowed.

    None where capitals tell nothing: in headlines, and in German, which writes every noun so.

    >>> [name.words for name in find_names("In May Ada van der Berg met Mary Roe at the Bank of Exampleton.")]
    ['Ada van der Berg', 'Mary Roe', 'Bank of Exampleton']
    """
    return [name for run in _runs(text) if (name := _name(text, run))]


_LONE = 4  # letters of a single word at the least: shorter ones are abbreviations
_COMMON = re.compile(r"[A-Z]{2,6}s")  # a common noun in capitals: APIs, NGOs
_IN_CODE = re.compile(r"[<>_@=]")
_POSSESSIVE = re.compile(r"['’]s[ \u00a0]\Z")  # what follows is an office or a thing: Norway's Parliament
_INSIDE = re.compile(r"[^\W\d_],? \Z")
_BEHIND = re.compile(r"[ \u00a0-]([^\W\d_]+)")


def find_lone_names(text: str, *, before_nouns: bool = False) -> list[Item]:
    """Single words with a capital in the midst of a sentence, which are names more often than not.

    Those `before_nouns` may be adjectives that English writes with a capital: European immigrants.

    >>> [name.words for name in find_lone_names("Last May Roe and Mary Small went to Exampleton. Nobody came.")]
    ['Exampleton']
    """
    lone = [run[0] for run in _runs(text) if sum(word[0].isupper() for *_, word in run) == 1]
    return [
        Item(ItemKind.NAME, start, end, word)
        for start, end, word in lone
        if len(word) >= _LONE
        and keys(word)
        and not any(map(str.isdigit, word))  # FY2021
        and not _COMMON.fullmatch(word)
        and not _IN_CODE.search(text[max(0, start - 1) : end + 1])
        and not _POSSESSIVE.search(text, max(0, start - 4), start)
        and _INSIDE.search(text, max(0, start - 3), start)
        and before_nouns == bool((behind := _BEHIND.match(text, end)) and keys(behind[1]))
    ]


_DESIGNATION = re.compile(r"(?<![\w-])([A-Z][A-Za-z]+)-([0-9]{1,5})(?![\w-])")


def find_designations(text: str) -> list[tuple[str, Item]]:
    """Names that end in a number, each behind its letters.

    >>> [(name, item.words) for name, item in find_designations("SHA-256 of EXA-19, not COVID-19-like")]
    [('SHA', 'SHA-256'), ('EXA', 'EXA-19')]
    """
    return [
        (match[1], Item(ItemKind.NAME, match.start(), match.end(), match.group()))
        for match in _DESIGNATION.finditer(text)
    ]


@lru_cache(maxsize=16)
def _runs(text: str) -> list[list[tuple[int, int, str]]]:
    """Words that stand together and begin with capitals, small words between them allowed."""
    words = [(match.start(), match.end(), match.group()) for match in _NAME_WORD.finditer(text)]
    if _capitals_tell_nothing([word for *_, word in words]):
        return []
    runs: list[list[tuple[int, int, str]]] = [[]]
    for start, end, word in words:
        if runs[-1] and not _goes_on(text, runs[-1][-1], start):
            runs.append([])
        capital = word[0].isupper() and fold(word) not in month_names() and bool(runs[-1] or keys(word))
        if capital or (runs[-1] and word in _CONNECTING):
            runs[-1].append((start, end, word))
        else:
            runs.append([])
    return runs


def _goes_on(text: str, last: tuple[int, int, str], start: int) -> bool:
    """Whether a word stands right behind the last one of a name; what belongs to somebody is a name of its own."""
    return start - last[1] == 1 and text[start - 1] in " \u00a0" and not last[2].endswith(("'s", "’s"))


def _capitals_tell_nothing(words: list[str]) -> bool:
    capitals = sum(word[0].isupper() for word in words)
    return capitals > 0.7 * len(words) or sum(word in _NOUNS_HAVE_CAPITALS for word in words) >= _GERMAN


def _name(text: str, run: list[tuple[int, int, str]]) -> Item | None:
    while run and not run[-1][2][0].isupper():
        run.pop()
    words = [word for *_, word in run if word[0].isupper() and keys(word)]
    if len(words) < _FEWEST or all(
        len(word) <= _LONE and word.isupper() for word in words
    ):  # of letters alone: the C ABI
        return None
    start, end = run[0][0], run[-1][1] - 2 * run[-1][2].endswith(("'s", "’s"))
    return Item(ItemKind.NAME, start, end, text[start:end])
