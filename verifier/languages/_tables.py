"""The tables of all languages, one of each kind. In: the modules of this package. Out: words, values, patterns.

The rule of this file: one table for whoever asks. Every module here whose name begins without an underscore is a
language, and nothing else lists them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from importlib import import_module
from pkgutil import iter_modules

from verifier.languages._language import Language

# Letters that keyboards have in two codes (of Arabic and Persian, Urdu; Romanian with comma and cedilla): a folded text has the second.
ONE_CODE = {"ي": "ی", "ك": "ک", "ہ": "ه", "ș": "ş", "ț": "ţ", "Ș": "Ş", "Ț": "Ţ"}
_TO_ONE_CODE = str.maketrans(ONE_CODE)


def in_one_code(word: str) -> str:
    """A word as a folded text has it.

    >>> in_one_code("كي") == "کی", in_one_code("lake")
    (True, 'lake')
    """
    return word if word.isascii() else word.translate(_TO_ONE_CODE)


@lru_cache(maxsize=1)
def all_languages() -> tuple[Language, ...]:
    """Every language that has a module here, by the name of the module."""
    package = import_module(__name__.rpartition(".")[0])
    names = sorted(found.name for found in iter_modules(package.__path__) if not found.name.startswith("_"))
    return tuple(import_module(f"{package.__name__}.{name}").LANGUAGE for name in names)


@lru_cache(maxsize=256)
def find_language(tag: str | None) -> Language | None:
    """The language of a tag (BCP 47), None where it is unknown.

    >>> find_language("pt-BR").name, find_language("no").name, find_language("tlh")
    ('Portuguese', 'Norwegian', None)
    """
    code = tag.replace("_", "-").partition("-")[0].lower() if tag else ""
    return next((language for language in all_languages() if code in language.codes.split()), None)


@lru_cache(maxsize=512)
def words(kind: str, language: str | None = None) -> frozenset[str]:
    """The words of one kind (a field of `Language`) in all languages.

    A word that is an everyday word elsewhere counts only where the text is known to be in its language.

    >>> "not" in words("negations"), "ei" in words("negations"), "ei" in words("negations", "fi")
    (True, False, True)
    """
    told = find_language(language)
    found: set[str] = set()
    for one in all_languages():
        own = getattr(one, kind).split()
        found.update(own if one is told else set(own).difference(one.elsewhere.split()))
    found.update([*map(in_one_code, found)])
    return frozenset(found)


@lru_cache(maxsize=64)
def phrases(kind: str) -> frozenset[str]:
    """The phrases of one kind in all languages."""
    return frozenset(phrase for one in all_languages() for phrase in getattr(one, kind).split("; ") if phrase)


@lru_cache(maxsize=64)
def values(kind: str, language: str | None = None) -> dict[str, float]:
    """What the words of one kind (`numbers`, `ordinals`, `magnitudes`) are worth.

    >>> values("numbers")["seven"], values("magnitudes")["million"]
    (7.0, 1000000.0)
    """
    told = find_language(language)
    found: dict[str, float] = {}
    for one in all_languages():
        elsewhere = () if one is told else one.elsewhere.split()
        for group in filter(None, getattr(one, kind).split(";")):
            value, *names = group.split()
            names = [name for name in names if name not in elsewhere]
            found.update((in_one_code(name), float(value)) for name in names)
            found.update((name, float(value)) for name in (*names, *map(str.casefold, names)))
    return found


@lru_cache(maxsize=1)
def opposites() -> dict[str, frozenset[str]]:
    """The words of the contrary sense of each word.

    >>> "fell" in opposites()["rose"], "rose" in opposites()["fell"], "rose" in opposites()
    (True, True, True)
    """
    found: dict[str, frozenset[str]] = {}
    for one in all_languages():
        for pair in filter(None, one.opposites.split(";")):
            here, there = (frozenset(side.split()) for side in pair.split("/"))
            for word in here | there:
                found[word] = found.get(word, frozenset()) | (there if word in here else here)
    return found


@lru_cache(maxsize=2)
def months(*, beyond_doubt: bool = False) -> dict[str, int]:
    """The number of each month's name and abbreviation, lower case.

    `beyond_doubt` leaves out what is an everyday word elsewhere (Portuguese `out`): for running text.

    >>> months()["ekim"], months()["out"], "out" in months(beyond_doubt=True)
    (10, 10, False)
    """
    found: dict[str, int] = {}
    for one in all_languages():
        elsewhere = one.elsewhere.split() if beyond_doubt else ()
        for number, names in enumerate(one.months.split(";"), 1):
            found.update((name, number) for name in names.split() if name not in elsewhere)
    return found


def alternatives(names: Iterable[str]) -> str:
    """A pattern that finds any of these names, the longest first; by their first letters, which is five times faster.

    >>> alternatives(["mar", "march", "may", "june"])
    '(?:j(?:une)|m(?:arch|ar|ay))'
    """
    by_letter: dict[str, list[str]] = {}
    for name in sorted(names):
        by_letter.setdefault(name[0], []).append(re.escape(name[1:]))
    groups = (f"{first}(?:{'|'.join(sorted(rest, key=len, reverse=True))})" for first, rest in by_letter.items())
    return f"(?:{'|'.join(groups)})"


def pattern(kind: str) -> str:
    """The patterns of one kind in all languages, as one alternation to put into brackets; words are patterns too."""
    found = (getattr(one, kind) for one in all_languages())
    joined = "|".join(dict.fromkeys(one.replace(" ", "|") if kind in _WORDS else one for one in found if one))
    # Pages write either apostrophe.
    return _APOSTROPHES.sub("['’]", joined) if kind.startswith("page_") else joined


_APOSTROPHES = re.compile(r"\[(?:'’|’')\]|['’]")
_WORDS = frozenset(["archived_on", "by", "site_cues", "reference_words"])


@lru_cache(maxsize=1)
def _respelling() -> tuple[re.Pattern[str], re.Pattern[str], dict[str, str], tuple[str, ...]]:
    pairs = [pair.split() for one in all_languages() for pair in one.beginnings.split(";") if pair]
    rules = [rule for one in all_languages() for rule in one.spellings]
    inside = re.compile("|".join(f"({pattern})" for pattern, _ in rules))
    return re.compile(alternatives(old for old, _ in pairs)), inside, dict(pairs), tuple(to for _, to in rules)


@lru_cache(maxsize=65536)
def one_spelling(word: str) -> str:
    """A word, lower case, in the one spelling that stands for all of its variants.

    >>> one_spelling("organisation"), one_spelling("centre"), one_spelling("filled"), one_spelling("travelled")
    ('organization', 'center', 'filled', 'traveled')
    """
    if len(word) < _SHORTEST:
        return word
    beginning, inside, pairs, to = _respelling()
    if found := beginning.match(word):
        word = pairs[found[0]] + word[found.end() :]
    return inside.sub(lambda match: to[(match.lastindex or 1) - 1], word)


_SHORTEST = 4
