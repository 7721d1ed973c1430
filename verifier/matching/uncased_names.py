"""The names of persons in scripts without capitals: 田村早苗氏, 市长陈嘉文表示, 의사 최민재는, رئيس البلدية سامر الحوراني.

In: a statement and a text. Out: the names that are nowhere in the text. The rule of this file: a name is known by what stands beside it
alone: an office in front of it, Mr. behind it, a surname of the list, a point between its parts; what a word may be otherwise is none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from verifier.languages import find_language
from verifier.matching.items import Item
from verifier.matching.statement_terms import fold_word
from verifier.model import ItemKind

_SCRIPTS = (
    ("ja", re.compile("[\u3041-\u30ff]")),
    ("ko", re.compile("[\uac00-\ud7a3]")),
    ("zh", re.compile("[\u4e00-\u9fff]")),
    ("he", re.compile("[\u05d0-\u05ea]")),
    ("fa", re.compile("[پچژگ\u06cc\u06a9]")),
    ("ar", re.compile("[\u0620-\u064a]")),
    ("hi", re.compile("[\u0900-\u097f]")),
)
_KANJI, _KATAKANA = "\u4e00-\u9fff々", "\u30a1-\u30faー"
_SURNAME = 2  # signs of most Japanese surnames
_WORDS = r"(?P<name>[^\W\d_]{2,20}['’׳]?[ \u00a0][^\W\d_]{2,20})"


def find_absent_names(statement: str, text: str) -> list[Item]:
    """The persons of a statement that a text knows nothing of.

    >>> [name.words for name in find_absent_names("市長の佐藤健一氏は述べた。", "市長の田村早苗氏は述べた。")]
    ['佐藤健一']
    >>> find_absent_names("의사 최민재는 비판했다.", "의사 최민재 씨는 비판했다."), find_absent_names("The mayor spoke.", "")
    ([], [])
    """
    if statement.isascii():
        return []
    spoken = next((code for code, letters in _SCRIPTS if letters.search(statement)), None)
    return [name for name in _names(statement, spoken) if not _knows(name.words, text, spoken)] if spoken else []


def _names(text: str, spoken: str) -> Iterator[Item]:
    for pattern in _patterns(spoken):
        for found in pattern.finditer(text):
            yield Item(ItemKind.NAME, *found.span("name"), found["name"])


@lru_cache(maxsize=16)
def _patterns(spoken: str) -> tuple[re.Pattern[str], ...]:
    """Where a name stands, in one language."""
    told = find_language(spoken)
    assert told is not None
    before, behind, after = told.people_before, told.people_behind, told.behind_names
    surnames = "|".join(sorted(told.surnames.split(), key=len, reverse=True))
    if spoken == "ja":
        return (
            re.compile(rf"(?<![{_KANJI}])(?P<name>[{_KANJI}]{{2,5}})(?={behind})"),
            re.compile(
                rf"(?<![{_KATAKANA}・])(?P<name>[{_KATAKANA}]{{2,12}}(?:・[{_KATAKANA}]{{2,12}}){{1,2}})(?![{_KATAKANA}・])"
            ),
        )
    if spoken == "zh":
        name = rf"(?P<name>(?:{surnames})[\u4e00-\u9fff]{{1,2}}?)"
        return (
            re.compile(rf"(?:{before}){name}(?={after})"),
            re.compile(rf"(?:(?<=[，。：；、“])|\A){name}(?={behind})"),
            re.compile(
                r"(?<![\u4e00-\u9fff·])(?P<name>[\u4e00-\u9fff]{1,6}(?:·[\u4e00-\u9fff]{1,8}){1,2}?)(?=" + after + ")"
            ),
        )
    if spoken == "ko":
        name = rf"(?P<name>(?:{surnames})[가-힣]{{2}})"
        return (
            re.compile(rf"(?<![가-힣])(?:{before}) {name}(?=(?:{after})?(?![가-힣]))"),
            re.compile(rf"(?<![가-힣]){name}(?= (?:{behind})(?:{after})?(?![가-힣]))"),
        )
    return (re.compile(rf"(?<!\w)(?:\w{{0,2}}(?:{before})),? {_WORDS}(?={after})"),)


def _knows(name: str, text: str, spoken: str) -> bool:
    """Whether a text has the name, or enough of it that it may be the same person."""
    if name in text:
        return True
    if spoken == "ja":
        parts = name.split("・") if "・" in name else [name[:_SURNAME]]
        return any(part.replace("ー", "") in text.replace("ー", "") for part in parts)
    if spoken in ("zh", "ko"):
        told = find_language(spoken)
        office = re.compile(rf"{name[0]} ?(?:{told.people_behind})") if told else None
        return any(part in text for part in name.split("·") if "·" in name) or (
            office is not None and office.search(text) is not None
        )
    return any(fold_word(word) in _keys(text) or word in text for word in re.split(r"[ \u00a0]", name))


@lru_cache(maxsize=8)
def _keys(text: str) -> frozenset[str]:
    return frozenset(filter(None, map(fold_word, re.findall(r"\w+", text))))
