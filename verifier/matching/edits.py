"""Classify every edit between a quotation and its source: a typing error, or another word.

In: the quoted words and the source's words of one edit. Out: `Difference`s. No threshold decides: each
edit is either explained as harmless by a rule of `_RULES` (in order, the first that fits) or it is material.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz.distance import OSA

from verifier.languages import Language, find_language, one_spelling, words
from verifier.matching.lexicon import (
    are_two_words,
    can_tell_words,
    differ_by_prefix,
    is_common_slip,
    is_modal,
    is_qualifier,
    is_quantity,
    is_word,
    looks_misread,
    negates,
)
from verifier.matching.marks import Word
from verifier.matching.tokens import is_number, number_value, one_form, plain
from verifier.matching.values import same_values
from verifier.model import Difference, DifferenceKind


@dataclass(frozen=True, slots=True)
class Edit:
    """The article's words in the place of the source's; either may be empty."""

    quoted: tuple[Word, ...]
    keys: tuple[str, ...]  # the source's tokens
    raws: tuple[str, ...]  # the same as the source has them
    language: str | None

    @property
    def quoted_keys(self) -> tuple[str, ...]:
        """The article's tokens."""
        return tuple(w.key for w in self.quoted)

    def difference(self, kind: str, *, material: bool) -> Difference:
        """The edit, named."""
        return Difference(DifferenceKind(kind), " ".join(w.raw for w in self.quoted), " ".join(self.raws), material)


def classify(edit: Edit) -> tuple[Difference, ...]:
    """Name an edit. Equal numbers of words are compared one by one.

    >>> word = lambda raw: Word(raw.casefold(), raw)
    >>> [d.kind.value for d in classify(Edit((word("1,700"),), ("1,200",), ("1,200",), "en"))]
    ['number']
    >>> [d.kind.value for d in classify(Edit((word("colour"),), ("color",), ("color",), "en"))]
    ['spelling']
    """
    whole = _harmless(edit)
    if whole is not None:
        return (edit.difference(whole, material=False),)
    if len(edit.quoted) == len(edit.keys) > 1:
        pairs = zip(edit.quoted, edit.keys, edit.raws, strict=True)
        return tuple(d for q, k, r in pairs if q.key != k for d in classify(Edit((q,), (k,), (r,), edit.language)))
    return (edit.difference(_material(edit), material=True),)


def at_the_edge(edit: Edit, *, first: bool) -> Edit:
    """The edit at an end of a quotation, where the source's words may not all belong to it: fewer where that explains it.

    `1 200 jobs` in the place of `that 1,200 jobs`: the alignment gave each word a partner.
    """
    for drop in range(1, len(edit.keys)):
        kept = slice(drop, None) if first else slice(None, -drop)
        fewer = Edit(edit.quoted, edit.keys[kept], edit.raws[kept], edit.language)
        if _harmless(fewer) is not None:
            return fewer
    return edit


def _harmless(edit: Edit) -> str | None:
    return next((kind for kind, fits in _RULES if fits(edit)), None)


# --- what is no other word ---------------------------------------------------------------------


def _declared(edit: Edit) -> bool:
    """`[T]he`, `walk[ed]`, `concern[]`, `[they]'ve`: what stands outside the brackets is what the source has."""
    if len(edit.quoted) != 1 or not edit.quoted[0].marked or len(edit.keys) != 1:
        return False
    word, source = edit.quoted[0], plain(edit.keys[0])
    before, behind = map(plain, word.kept)
    kept, changed = len(before) + len(behind), len(plain(word.key)) - len(before) - len(behind)
    if not (source.startswith(before) and source.endswith(behind)) or len(source) < kept:
        return False
    if not before and changed == 1 and len(source) == kept + 1 and word.key[1:] and behind[:1] != "'":
        return False  # another first letter is another word: [H]e for we
    small = words("function_words", edit.language)
    short = bool(before) and len(source) <= _ARTICLE and word.key in small and edit.keys[0] in small
    article = short and not negates((word.key, *edit.keys), edit.language)  # d[er] for den
    enough = 2 * kept >= min(len(source), kept + changed) or behind.startswith("'") or article
    return enough and not differ_by_prefix(plain(word.key), source, edit.language)


_ARTICLE = 3  # letters


def _same_letters(edit: Edit) -> bool:
    """The same letters, divided or joined otherwise: `web site`, `e-mail`, `co-operate`. Numbers by their value."""
    if any(map(is_number, (*edit.quoted_keys, *edit.keys))):
        return _same_number(edit)
    return bool(edit.quoted) and _letters(edit.quoted_keys) == _letters(edit.keys) != ""


def _value(edit: Edit) -> bool:
    """The same value in another dress: ten and 10."""
    return bool(edit.quoted and edit.keys) and same_values(edit.quoted_keys, edit.keys, edit.language)


def _letters(keys: Sequence[str]) -> str:
    return re.sub(r"[\W_]", "", "".join(keys))


def _same_number(edit: Edit) -> bool:
    """`1,700` and `1 700`: the same value; a decimal sign is never thousands."""
    quoted, source = _values(edit.quoted_keys), _values(edit.keys)
    return quoted == source and bool(quoted)


def _values(keys: Sequence[str]) -> list[str]:
    values: list[str] = []
    for key in keys:
        if values and re.fullmatch(r"[^\W\d_]+\d{1,3}", values[-1]) and re.fullmatch(r"\d{3}", key):  # a prefix: כ3,009
            values[-1] += key
        else:
            values.append(number_value(key))
    return values


def _note_mark(edit: Edit) -> bool:
    """A note's number that lost its superscript: `gates3` for `gates`."""
    if len(edit.quoted) != 1 or len(edit.keys) != 1:
        return False
    fit = re.fullmatch(r"([^\W\d_]{3,})\d{1,2}", edit.keys[0])
    return fit is not None and fit[1] == edit.quoted[0].key and edit.raws[0][1:].casefold() == edit.raws[0][1:]


def _same_forms(edit: Edit) -> bool:
    """The same letters in other forms: Persian and Arabic keyboards, cedilla and comma."""
    pairs = list(zip(edit.quoted_keys, edit.keys, strict=False))
    return len(edit.quoted) == len(edit.keys) > 0 and all(one_form(q) == one_form(s) for q, s in pairs)


def _diacritics(edit: Edit) -> bool:
    """Marks left out, put on, or written with other letters (ü as ue), where the result is no other word: würden is not wurden."""
    quoted, source = edit.quoted_keys, edit.keys
    if not quoted or len(quoted) != len(source) or any(map(is_number, source)):
        return False
    pairs = [(q, s) for q, s in zip(quoted, source, strict=True) if q != s]
    if all(_are_same_capitals(q.raw, raw, edit.language) for q, raw in zip(edit.quoted, edit.raws, strict=True)):
        return True
    return all(
        (plain(q) == plain(s) and not are_two_words(q, s, edit.language))
        or _written_out(q) == _written_out(s)
        or _slanted_otherwise(q, s, edit.language)
        for q, s in pairs
    )


def _slanted_otherwise(quoted: str, source: str, language: str | None) -> bool:
    """Whether one accent stands in the place of the other: perció for perciò."""
    told = find_language(language)
    one, other = (unicodedata.normalize("NFD", key).replace("\u0300", "\u0301") for key in (quoted, source))
    return told is not None and told.accents_are_one and one == other


def _are_same_capitals(quoted: str, source: str, language: str | None) -> bool:
    """Whether two words are one where either stands in capitals, in a language whose capitals lose marks, or divide i and ı."""
    told = find_language(language)
    if told is None:
        return False
    if told.dotless_i and (source.isupper() or quoted.isupper()):
        return _small_with_dots(quoted) == _small_with_dots(source)
    return told.capitals_lose_marks and (
        _is_bare_capital(quoted, source) or _is_bare_in_capitals(quoted, source) or _is_bare_in_capitals(source, quoted)
    )


def _small_with_dots(word: str) -> str:
    return unicodedata.normalize("NFC", word).replace("I", "ı").replace("İ", "i").lower()


def _is_bare_in_capitals(small: str, large: str) -> bool:
    """Whether a word stands wholly in capitals that have no marks: ΕΡΓΟ for έργο, L'ETAT for l'État."""
    key = large.casefold()
    return len(large) > 1 and large.isupper() and plain(key) == key == plain(small.casefold())


def _is_bare_capital(quoted: str, source: str) -> bool:
    """Whether one word lacks marks only on its capitals: A l'Etat for À l'État."""
    one, other = (unicodedata.normalize("NFC", raw) for raw in (quoted, source))
    return len(one) == len(other) and all(
        a == b or (a.isupper() and plain(a.lower()) == plain(b.lower()) and plain(a.lower()) == a.lower())
        for a, b in zip(one, other, strict=True)
    )


_WRITTEN_OUT = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "å": "aa", "ø": "oe", "æ": "ae", "œ": "oe", "ß": "ss"})


def _written_out(key: str) -> str:
    return unicodedata.normalize("NFC", key).translate(_WRITTEN_OUT)


def _short_form(edit: Edit) -> bool:
    """Abbreviations and what they stand for: Dr. and Doctor, mln and miliona."""
    if not edit.quoted or len(edit.quoted) != len(edit.keys):
        return False
    known = _short_forms(edit.language or "en")
    pairs = zip(edit.quoted_keys, edit.keys, strict=True)
    return all(q == s or s in known.get(q, ()) or q in known.get(s, ()) for q, s in pairs)


@lru_cache(maxsize=64)
def _short_forms(language: str) -> dict[str, tuple[str, ...]]:
    told = find_language(language)
    groups = (group.split() for group in told.short_forms.split(";")) if told and told.short_forms else ()
    return {short: tuple(full) for short, *full in groups}


def _contraction(edit: Edit) -> bool:
    """Words drawn together on one side only: it's and it is, don't and do not."""
    told = find_language(edit.language or "en")  # no other language writes so, and short texts tell none
    if told is None or not told.contractions or not edit.quoted or not edit.keys:
        return False
    return not _written_full(edit.quoted_keys, told).isdisjoint(_written_full(edit.keys, told))


_MOST_READINGS = 16


def _written_full(keys: Sequence[str], language: Language) -> frozenset[tuple[str, ...]]:
    """The words with what is contracted written in full, in each way that it can be read."""
    readings: list[tuple[str, ...]] = [()]
    for key in keys:
        full = _readings(key, language)
        readings = [(*reading, *words) for reading in readings for words in full][:_MOST_READINGS]
    return frozenset(readings)


def _readings(key: str, language: Language) -> list[tuple[str, ...]]:
    for group in language.contractions.split(";"):
        end, *full = group.split()
        if key.endswith(end) and (key == end or full[0].startswith("_")):
            stem = key.removesuffix(end)
            if len(end) > 2 or end == "'m" or stem in language.contracted.split():
                return [tuple(f"{stem}{one}".strip("_").split("_")) for one in full]
    return [(key,)]


def _spelling(edit: Edit) -> bool:
    """British and American, old and new spelling of one word."""
    if len(edit.quoted) != 1 or len(edit.keys) != 1:
        return False
    quoted, source = _without_article(edit.quoted[0].key, edit.keys[0])
    return one_spelling(quoted) == one_spelling(source)


def _without_article(quoted: str, source: str) -> tuple[str, str]:
    """Two words without the article that both have: of l'homme the word is behind the apostrophe."""
    article = _ELIDED.match(source)
    return (
        (quoted[article.end() :], source[article.end() :])
        if article and quoted.startswith(article[0])
        else (quoted, source)
    )


_ELIDED = re.compile(r"[^\W\d_]{1,3}'")


def _typing_error(edit: Edit) -> bool:
    """One slip of a finger (two in a long word) that leaves no word people use. Names and numbers are not forgiven."""
    if len(edit.quoted) != 1 or len(edit.keys) != 1:
        return False
    quoted, source = _without_article(edit.quoted[0].key, edit.keys[0])
    if looks_misread(quoted, source, edit.language):
        return True
    if any(map(is_number, (quoted, source))) or len(source) < 4 or differ_by_prefix(quoted, source, edit.language):
        return False
    slips = OSA.distance(quoted, source, score_cutoff=2)
    if slips > (2 if len(source) >= 9 else 1) or not can_tell_words(source, edit.language):
        return False
    # A capital may be a name: another letter in a name is another name, unless no such name is known.
    is_no_word = not is_word(quoted, edit.language) and (is_word(source, edit.language) or slips == 1)
    return (is_no_word and not _joins(quoted, source)) or is_common_slip(quoted, source, edit.language)


def _joins(quoted: str, source: str) -> bool:
    """Whether one has a letter in front of the other that is a word in Arabic and Hebrew: and, in, will."""
    return (quoted.endswith(source) or source.endswith(quoted)) and _JOINED.match(source) is not None


_JOINED = re.compile("[\u05d0-\u05ea\u0620-\u06d3]")
_RULES: tuple[tuple[str, Callable[[Edit], bool]], ...] = (
    ("marked", _declared),
    ("punctuation", _same_letters),
    ("value", _value),
    ("punctuation", _note_mark),
    ("spelling", _same_forms),
    ("diacritics", _diacritics),
    ("spelling", _spelling),
    ("spelling", _short_form),
    ("spelling", _contraction),
    ("typo", _typing_error),
)


# --- what is another word ----------------------------------------------------------------------


def _material(edit: Edit) -> str:
    """What an edit that no rule explains changes: the first of these that it is."""
    return next(kind for kind, is_one in _CHANGES if is_one(edit))


def _negates(edit: Edit) -> bool:
    quoted, source, language = edit.quoted_keys, edit.keys, edit.language
    one_word = len(quoted) == len(source) == 1
    return negates(quoted, language) != negates(source, language) or (
        one_word and differ_by_prefix(quoted[0], source[0], language)
    )


def _counts(edit: Edit) -> tuple[bool, bool]:
    """Whether the quoted words hold a number, and whether the source's do."""
    said, there = (any(is_quantity(key, edit.language) for key in keys) for keys in (edit.quoted_keys, edit.keys))
    return said, there


def _binds(edit: Edit) -> bool:
    return any(is_modal(key, edit.language) for key in (*edit.quoted_keys, *edit.keys))


def _qualified(edit: Edit) -> bool:
    return not edit.quoted and any(is_qualifier(key, edit.language) for key in edit.keys)


def _names(edit: Edit) -> bool:
    """Whether two words or more begin large, and none of those is a number."""
    large = [raw for raw in (*(w.raw for w in edit.quoted), *edit.raws) if raw[:1].isupper()]
    return len(large) >= 2 and not any(map(is_number, large))


_CLAUSE = 4  # words: a “not” or a “may” among so many that were left out is theirs, and turns nothing of the rest


def _is_clause(edit: Edit) -> bool:
    return not edit.quoted and len(edit.keys) >= _CLAUSE


_CHANGES: tuple[tuple[str, Callable[[Edit], bool]], ...] = (
    ("omission", _is_clause),
    ("negation", _negates),
    ("number", lambda edit: all(_counts(edit))),
    ("modality", _binds),
    ("qualifier", _qualified),
    ("omission", lambda edit: not edit.quoted),
    ("insertion", lambda edit: not edit.keys),
    ("name", _names),
    ("number", lambda edit: any(_counts(edit))),
    ("word", lambda _: True),
)
