"""The words of a text as terms that can be compared. In: a string. Out: `Term`s with offsets into it.

The rule of this file: folding is light and the same for every language (NFKC, lower case, no
diacritics), endings are cut by rule of thumb, scripts without spaces between words count by pairs of
characters. Words without content are listed; of the others short ones weigh little, long ones, numbers
and capitalised ones much, and (`statement_passages`) words that a page repeats less.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from operator import add

# Han, kana, Thai, Lao, Khmer, Burmese: written without spaces between words.
_UNSPACED = (
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
)
_FIGURES = r"[0-9]+(?:[.,][0-9]+)*(?![^\W_])"
_TOKEN = re.compile(rf"{_FIGURES}|[{_UNSPACED}]+|(?:(?![{_UNSPACED}])[^\W_])+(?:[’'](?:(?![{_UNSPACED}])[^\W_])+)?")
_SPACED = re.compile(rf"{_FIGURES}|[^\W_]+(?:[’'][^\W_]+)?")  # where there is no script without spaces
_PLAIN = re.compile(rf"{_FIGURES}|[A-Za-z0-9]+(?:[’'][A-Za-z0-9]+)?")
_IS_UNSPACED = re.compile(rf"[{_UNSPACED}]")
_THOUSANDS = re.compile(r"[.,](?=[0-9]{3}(?![0-9]))")
_POSSESSIVE = re.compile(r"[’'].*\Z")
_MAX_WORD = 64  # a longer run of letters is no word; it is cut so that hostile input costs nothing


def word_list(words: str) -> frozenset[str]:
    """The words of a string, for tables that read as prose."""
    return frozenset(words.split())


# Words without content in the languages most cited; a word not listed only costs a little precision.
_FUNCTION_WORDS = word_list(
    """a an the and or but nor so yet if of in on at to for from by with as into than then that this these those it its it's he she
    they we you i his her their our my your him them us me who whom whose which what when where why how is am are was were be been
    being do does did done has have had having will would can could may might shall should must not no also there here such very
    more most some any all each other another both only just about after before between during over under up down out off again
    through while because until against own same too s t d
    der die das den dem des ein eine einer eines einem einen und oder aber ist war sind waren wird wurde wurden werden hat hatte
    haben von vom zu zum zur im am auf fur mit nach bei aus an als auch es er sie wir ich nicht sich dass wie uber um bis
    le la les un une des du de et ou mais est sont etait ont a au aux dans en pour par sur avec que qui il elle ils ne pas se son sa
    el los las una unos y o es son era fue del al por para con que se su sus lo como mas no
    il lo gli uno ed e sono di da del della dei nel nella che si non per
    os as um uma em do da dos das ao foi com ou
    het een van en is op te dat met voor zijn
    ve bir bu da de ile icin olarak olan ne o
    и в на с по к из за от что как не он она они это его ее их для при был была были"""
)


@dataclass(frozen=True, slots=True)
class Term:
    """A word as compared (`key`), its weight where nothing else is known, and where it stands."""

    key: str
    weight: float
    start: int
    end: int


def terms(text: str) -> list[Term]:
    """The terms of a text in order.

    >>> [term.key for term in terms("The mayors' 3 cafés")]
    ['mayor', '3', 'cafe']
    """
    found: list[Term] = []
    for match in (_PLAIN if text.isascii() else _TOKEN).finditer(text):
        word, start = match.group(), match.start()
        if _IS_UNSPACED.match(word):
            found += (Term(word[i : i + 2], 0.6, start + i, start + i + 2) for i in range(max(1, len(word) - 1)))
        else:
            key = fold_word(word[:_MAX_WORD])
            if key:
                found.append(Term(key, _weight(word, key), start, start + len(word)))
    return found


@lru_cache(maxsize=65536)
def fold_word(word: str) -> str:
    """One word without case, diacritics and the commonest endings; "" for a word without content.

    >>> fold_word("Elections"), fold_word("élection"), fold_word("were")
    ('election', 'election', '')
    >>> fold_word("recognised") == fold_word("recognized"), fold_word("labour") == fold_word("labor")
    (True, True)
    """
    if word[0].isdigit():
        return _THOUSANDS.sub("", word).lower()
    plain = _POSSESSIVE.sub("", fold(word))
    return "" if plain in _FUNCTION_WORDS else _stem(plain)


def fold(text: str) -> str:
    """NFKC, lower case, without diacritics; not always as long as it was."""
    if text.isascii():
        return text.lower()
    spread = unicodedata.normalize("NFKD", text).casefold().replace("ı", "i")
    return unicodedata.normalize("NFKC", "".join(sign for sign in spread if not unicodedata.combining(sign)))


def _stem(word: str) -> str:
    """The word without its ending, by the rules that err least over many languages."""
    for ending, kept in (
        ("ies", "y"),
        ("sses", "ss"),
        ("ing", ""),
        ("ed", ""),
        ("es", ""),
        ("ly", ""),
        ("s", ""),
        ("e", ""),
    ):
        if word.endswith(ending) and len(word) - len(ending) >= 4 and not word.endswith("ss"):
            return _american(word[: len(word) - len(ending)] + kept)
    return _american(word)


def _american(word: str) -> str:
    """British and American spelling as one: recognis(ed), recogniz(ed); labour, labor."""
    if len(word) >= _LONG and word.endswith("is"):
        return word[:-1] + "z"
    return word[:-3] + "or" if len(word) >= _LONG - 1 and word.endswith("our") else word


_LONG = 6


def _weight(word: str, key: str) -> float:
    """How much the word tells before the page is known: longer and capitalised words tell more."""
    if key[0].isdigit():
        return 1.3
    return min(1.2, 0.5 + 0.08 * len(key)) + (0.2 if word[0].isupper() else 0.0)


def keys(text: str) -> list[str]:
    """The keys of `terms(text)`, faster."""
    if not _IS_UNSPACED.search(text):
        words = (_PLAIN if text.isascii() else _SPACED).findall(text)
        return [key for word in words if (key := fold_word(word[:_MAX_WORD]))]
    found: list[str] = []
    for word in _TOKEN.findall(text):
        if word[0] >= "\u0e00" and _IS_UNSPACED.match(word):
            found += map(add, word, word[1:]) if len(word) > 1 else [word]
        elif key := fold_word(word[:_MAX_WORD]):
            found.append(key)
    return found
