"""Word classes that decide how an edit is called: closed classes, from the tables of `languages`.

In: tokens, case-folded, and the language of the text where it is known. The open classes (which word exists, how common
it is) come from the package wordfreq.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache

from verifier.languages import find_language, in_one_code, joined_number, values, words
from verifier.matching.tokens import is_number, plain


@lru_cache(maxsize=64)
def _endings(language: str | None) -> tuple[str, ...]:
    return tuple(words("negative_endings", language))


@lru_cache(maxsize=64)
def _beginnings(language: str | None) -> tuple[str, ...]:
    told = find_language(language)
    return tuple(told.negative_beginnings.split()) if told else ()


def is_negation(key: str, language: str | None = None) -> bool:
    """Whether a token negates.

    >>> is_negation("not"), is_negation("doesn't"), is_negation("note"), is_negation("inte"), is_negation("ei", "fi")
    (True, True, False, True, True)
    """
    return key in _negations(language) or key.endswith(_endings(language)) or key.startswith(_beginnings(language))


@lru_cache(maxsize=64)
def _negations(language: str | None) -> frozenset[str]:
    """Those of the language alone where it is told: Swedish `sin` is no Spanish one."""
    told = find_language(language)
    own = told.negations.split() if told else ()
    return frozenset([*own, *map(in_one_code, own)]) or words("negations", language)


def negates(keys: Sequence[str], language: str | None = None) -> bool:
    """Whether a run of tokens holds a negation, also one written over several characters.

    >>> negates(["มั", "น", "ไ", "ม่", "จ", "ริ", "ง"]), negates(["it", "is", "notable"])
    (True, False)
    """
    if not keys:
        return False
    together = "".join(keys)
    if not together.isascii() and (harmless := _not_negative()).search(together):
        return negates(list(harmless.sub("", together)), language)
    if any(is_negation(key, language) for key in keys):
        return True
    return any(run in together for run in words("negative_runs", language))


@lru_cache(maxsize=1)
def _not_negative() -> re.Pattern[str]:
    return re.compile("|".join(sorted(words("not_negative"), key=len, reverse=True)))


def goes_on_negating(keys: Sequence[str], language: str | None = None) -> bool:
    """Whether the only negations of a run are such as go on with one that stands before it: nor, ani."""
    joints = words("negative_joints", language)
    return any(key in joints for key in keys) and not negates([key for key in keys if key not in joints], language)


def is_modal(key: str, language: str | None = None) -> bool:
    """Whether a token says how certain or how binding something is."""
    return key in words("modals", language)


def is_qualifier(key: str, language: str | None = None) -> bool:
    """Whether a token says how much or how often."""
    return key in words("qualifiers", language)


@lru_cache(maxsize=64)
def _quantities(language: str | None) -> frozenset[str]:
    # Abbreviations (k, m, bn) are magnitudes only behind a number.
    magnitudes = {word for word in values("magnitudes", language) if len(word) > 2 or not word.isascii()}
    return words("amounts", language).union(values("numbers", language), values("ordinals", language), magnitudes)


def is_quantity(key: str, language: str | None = None) -> bool:
    """Whether a token is a number, in digits or as a word.

    >>> is_quantity("1,700"), is_quantity("seven"), is_quantity("fire"), is_quantity("fire", "da")
    (True, True, False, True)
    """
    return is_number(key) or key in _quantities(language) or joined_number(key, language) is not None


def differ_by_prefix(one: str, other: str, language: str | None = None) -> bool:
    """Whether a negating prefix is all that differs.

    >>> differ_by_prefix("legal", "illegal"), differ_by_prefix("gates", "gate")
    (True, False)
    """
    short, long = sorted((one, other), key=len)
    return long.endswith(short) and long[: -len(short)] in words("negative_prefixes", language)


# Below this Zipf frequency (log10 of occurrences in a billion words) a string is hardly a word.
_RARE = 2.0
# A spelling without marks that is this much rarer is the other one typed in haste (Spanish linea for línea, but wurden is
# no würden). Who puts marks on where a word results meant that word.
_LEFT_OUT, _PUT_ON = 0.95, 3.0
# Folded words have one code for one letter; the lists have those of their language.
_LISTED = {"ar": str.maketrans("یک", "يك"), "ur": str.maketrans("ه", "ہ")}
# Marks that are left out in print as a rule: Russian ё, Arabic hamza on alif.
_OFTEN_BARE = str.maketrans("ёأإآٱ", "еاااا")
# wordfreq divides these into words by programs that are not installed (MeCab, jieba), and raises where they are missing.
_UNANSWERED = frozenset(["ja", "ko", "zh"])


def _frequency(key: str, language: str) -> float:
    from wordfreq import available_languages, zipf_frequency  # noqa: PLC0415 - the lists are read only for near misses

    if language not in available_languages("small") or language in _UNANSWERED:
        return 0.0
    return zipf_frequency(key.translate(_LISTED.get(language, {})), language, wordlist="best")


@lru_cache(maxsize=50_000)
def is_word(key: str, language: str | None) -> bool:
    """Whether a string is a word that people use (wordfreq, Apache-2.0; 40 languages), in this language or English."""
    return any(_frequency(key, code) >= _RARE for code in (language, "en") if code)


@lru_cache(maxsize=4096)
def is_hardly_a_word(key: str, language: str | None) -> bool:
    """Whether a word with a capital is hardly anything but somebody's name: Valcárcel, and not Estado or European.

    >>> is_hardly_a_word("valcárcel", "es"), is_hardly_a_word("estado", "es"), is_hardly_a_word("kazakh", "en")
    (True, False, False)
    """
    told = find_language(language)
    if told is None or language in _UNANSWERED:
        return False
    return _frequency(key, str(language)) < (_RARE if told.adjectives_have_capitals else _INSTITUTIONS)


def is_seldom(key: str, language: str | None) -> bool:
    """Whether a word is a name or a rare word, and no common one.

    >>> is_seldom("quillon", "en"), is_seldom("minister", "en")
    (True, False)
    """
    return (
        find_language(language) is not None
        and language not in _UNANSWERED
        and _frequency(key, str(language)) < _INSTITUTIONS
    )


@lru_cache(maxsize=1)
def titles_of_people() -> frozenset[str]:
    """What stands in front of a surname and is no given name: offices, ranks, Mrs."""
    return words("titles_of_people") | words("announcing")


# A spelling that many get wrong (untill, recieve, occured) is met so often that it looks like a word: it is seldom, and the word that
# is meant is a hundred times as frequent.
_MISSPELT, _OFTENER = 3.0, 2.0


def is_common_slip(quoted: str, source: str, language: str | None) -> bool:
    """Whether a rare spelling has one letter doubled, or not, or two changed about, of a word that is frequent.

    >>> is_common_slip("untill", "until", "en"), is_common_slip("recieve", "receive", "en"), is_common_slip("filed", "filled", "en")
    (True, True, False)
    """
    if _undoubled(quoted) != _undoubled(source) and not _changed_about(quoted, source):
        return False
    seldom, often = (_frequency(key, language or "en") for key in (quoted, source))
    return seldom < _MISSPELT and often - seldom >= _OFTENER


_MISREAD = (("rn", "m"), ("vv", "w"), ("1", "l"), ("|", "l"), ("0", "o"), ("i", "l"))


def looks_misread(quoted: str, source: str, language: str | None) -> bool:
    """Whether the source has a word as a machine read it from paper: rnore for more, l for I; what it has is no word.

    >>> looks_misread("more", "rnore", "en"), looks_misread("i", "l", "en"), looks_misread("more", "mere", "en")
    (True, True, False)
    """
    looks = [_looks(key) for key in (quoted, source)]
    if looks[0] != looks[1] or quoted == source or source.isdecimal():
        return False
    return (quoted, source) == ("i", "l") or (
        len(source) > 2 and is_word(quoted, language) and not is_word(source, language)
    )


def _looks(key: str) -> str:
    for run, letter in _MISREAD:
        key = key.replace(run, letter)
    return key


def _undoubled(key: str) -> str:
    return re.sub(r"(.)\1", r"\1", key)


def _changed_about(one: str, other: str) -> bool:
    at = next((i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), 0)
    return len(one) == len(other) and one[at : at + 2] == other[at : at + 2][::-1] and one[at + 2 :] == other[at + 2 :]


# Below it stand no words for what a country has one of (Gobierno, Iglesia), only surnames and places.
_INSTITUTIONS = 4.0


def are_two_words(quoted: str, source: str, language: str | None) -> bool:
    """Whether two spellings that differ in their marks only are two words, not one of them mistyped.

    >>> are_two_words("wurden", "würden", "de"), are_two_words("sääri", "saari", "fi")
    (True, True)
    >>> are_two_words("linea", "línea", "es"), are_two_words("cafe", "café", "en")
    (False, False)
    """
    if quoted == source.translate(_OFTEN_BARE) or source == quoted.translate(_OFTEN_BARE):
        return False
    if language in (None, "en"):  # English has marks in words that it borrowed, and they may always be left out
        return False
    there, said = (_frequency(key, str(language)) for key in (source, quoted))
    left_out = _marks(quoted) < _marks(source)
    return min(there, said) >= _RARE and abs(there - said) < (_LEFT_OUT if left_out else _PUT_ON)


def is_rarer(bare: str, marked: str, language: str | None) -> bool:
    """Whether a spelling without marks is so much rarer than the marked one that it was typed in haste.

    >>> is_rarer("decision", "decisión", "es"), is_rarer("wurden", "würden", "de")
    (True, False)
    """
    return _frequency(marked, str(language)) - _frequency(bare, str(language)) >= _LEFT_OUT


def _marks(key: str) -> int:
    """How many letters of a word have a mark, or are no other letter with one (ł)."""
    return sum(plain(letter) != letter for letter in unicodedata.normalize("NFC", key))


def can_tell_words(key: str, language: str | None) -> bool:
    """Whether it can be told which strings are words here: not in Korean, where another syllable is mostly another word."""
    return language not in _UNANSWERED or key.isascii()
