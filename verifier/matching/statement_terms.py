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

from verifier.languages import one_spelling, simplify, words
from verifier.matching.tokens import LETTERS

# Han, kana, Thai, Lao, Khmer, Burmese: written without spaces between words.
_UNSPACED = (
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
)
_FIGURES = r"[0-9]+(?:[.,][0-9]+)*(?![^\W_])"
_TOKEN = re.compile(rf"{_FIGURES}|[{_UNSPACED}]+|(?:(?![{_UNSPACED}])[^\W_])+(?:[’'](?:(?![{_UNSPACED}])[^\W_])+)?")
_SPACED = re.compile(rf"{_FIGURES}|[^\W_]+(?:[’'][^\W_]+)?")  # where there is no script without spaces
_PLAIN = re.compile(rf"{_FIGURES}|[A-Za-z0-9]+(?:[’'][A-Za-z0-9]+)?")
_IS_UNSPACED = re.compile(rf"[{_UNSPACED}]")
_KANA = re.compile("[\u3040-\u309f]")  # hiragana: endings and particles
_THOUSANDS = re.compile(r"[.,](?=[0-9]{3}(?![0-9]))")
_CYRILLIC = re.compile("[\u0400-\u052f]")
# What Italian and French write in front of an apostrophe, beside single letters: the word is behind it.
_ELIDED = frozenset("qu jusqu lorsqu puisqu un dell nell all sull dall coll quell quest sant".split())
_MAX_WORD = 64  # a longer run of letters is no word; it is cut so that hostile input costs nothing


def word_list(words: str) -> frozenset[str]:
    """The words of a string, for tables that read as prose."""
    return frozenset(words.split())


def fold(text: str) -> str:
    """NFKC, lower case, without diacritics; not always as long as it was."""
    if text.isascii():
        return text.lower()
    spread = unicodedata.normalize("NFKD", text).casefold().translate(LETTERS)
    return unicodedata.normalize("NFKC", "".join(sign for sign in spread if not unicodedata.combining(sign)))


# Words without content in all languages; a word not listed only costs a little precision.
_FUNCTION_WORDS = frozenset(map(fold, words("function_words")))


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
            word = simplify(word)
            pairs = ((word[i : i + 2], i) for i in range(max(1, len(word) - 1)))
            found += (Term(pair, _weight_of_pair(pair), start + i, start + i + 2) for pair, i in pairs)
        else:
            key = key_of(word)
            if key:
                found.append(Term(key, _weight(word, key), start, start + len(word)))
    return found


def fold_word(word: str) -> str:
    """One word without case, diacritics and the commonest endings; "" for a word without content.

    >>> fold_word("Elections"), fold_word("élection"), fold_word("were")
    ('election', 'election', '')
    >>> fold_word("l’école"), fold_word("O'Neill"), fold_word("Exampleton's"), fold_word("Łódź")
    ('ecol', 'neill', 'exampleton', 'lodz')
    >>> fold_word("organisation") == fold_word("organization"), fold_word("centres") == fold_word("center")
    (True, True)
    """
    if word[0].isdigit():
        return _THOUSANDS.sub("", word).lower()
    plain = one_spelling(_without_apostrophe(fold(word)))
    return "" if plain in _FUNCTION_WORDS else _stem(plain)


def _without_apostrophe(word: str) -> str:
    """The word behind an elided article (l'école, O'Neill), else in front of an ending (Roe's, Ankara'nın); joined in Cyrillic."""
    before, sign, behind = word.partition("'") if "'" in word else word.partition("’")
    if sign and _CYRILLIC.match(behind):
        return before + behind
    elided = before in _ELIDED or (len(before) == 1 and len(behind) >= _A_WORD)
    return behind if elided else before


_A_WORD = 3  # letters: shorter ones are endings (I'm, I'll)


def _stem(word: str) -> str:
    """The word without its ending, by the rules that err least over many languages."""
    if word[-1:] >= "\uac00":
        return _without_particle(word)
    if "\u0590" <= word[:1] <= "\u06ff":
        return _PREFIXED.sub("", word)
    for ending, kept in (
        ("ies", "y"),
        ("ied", "y"),
        ("sses", "ss"),
        ("ing", ""),
        ("ed", ""),
        ("es", ""),
        ("ly", ""),
        ("s", ""),
        ("e", ""),
    ):
        if word.endswith(ending) and len(word) - len(ending) >= 4 and not word.endswith("ss"):
            return word[: len(word) - len(ending)] + kept
    return word


# What Hebrew and Arabic write in front of a word: and, the, in, to.
_PREFIXED = re.compile(r"\Aו?[הבלכ](?=\w{4})|\Aו(?=\w{4})|\A[وف]?[بك]?(?:ال|لل)(?=\w{3})")
# What Korean writes behind a word, the longest first.
_PARTICLES = "에서는 으로는 에서 으로 부터 까지 보다 에는 은 는 이 가 을 를 의 에 로 도 와 과".split()
_SYLLABLES = 2  # of a word without its particle, at the least


def _without_particle(word: str) -> str:
    ending = next((p for p in _PARTICLES if word.endswith(p) and len(word) - len(p) >= _SYLLABLES), "")
    return word.removesuffix(ending)


def _weight_of_pair(pair: str) -> float:
    """Endings and particles in hiragana tell little."""
    return (0.6, 0.35, 0.15)[len(_KANA.findall(pair))]


def _weight(word: str, key: str) -> float:
    """How much the word tells before the page is known: longer and capitalised words tell more."""
    if key[0].isdigit():
        return 1.3
    return min(1.2, 0.5 + 0.08 * len(key)) + (0.2 if word[0].isupper() else 0.0)


def words_of(text: str) -> list[str]:
    """The words of a text as they stand there, also those without content; of scripts without spaces pairs of characters.

    >>> words_of("The mayors' 3 cafés"), words_of("大坝开放")
    (['The', 'mayors', '3', 'cafés'], ['大坝', '坝开', '开放'])
    """
    if not _IS_UNSPACED.search(text):
        return (_PLAIN if text.isascii() else _SPACED).findall(text)
    found: list[str] = []
    for word in _TOKEN.findall(text):
        if word[0] >= "\u0e00" and _IS_UNSPACED.match(word):
            found += map(add, word, word[1:]) if len(word) > 1 else [word]
        else:
            found.append(word)
    return found


def is_unspaced(word: str) -> bool:
    """Whether a word is of a script that sets no blanks between words."""
    return _IS_UNSPACED.match(word) is not None


@lru_cache(maxsize=65536)
def key_of(word: str) -> str:
    """The key of one of `words_of`."""
    return simplify(word) if is_unspaced(word) else fold_word(word[:_MAX_WORD])


def keys(text: str) -> list[str]:
    """The keys of `terms(text)`, faster."""
    return list(filter(None, map(key_of, words_of(text))))
