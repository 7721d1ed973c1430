"""Labels of notes: what is printed as a mark and in front of a note.

In: a short string. Out: what it may mean: a number in a system (decimal, roman, letter, star, dagger). `i` is both
roman 1 and the ninth letter; only the run it stands in can tell, so both readings are given.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from verifier.languages import pattern

_SUPERSCRIPT = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹ᵃᵇᶜᵈᵉᶠᵍʰⁱʲ", "0123456789abcdefghij")
_DAGGERS = "*†‡§‖¶"
_DAGGER_ALIASES = str.maketrans("∗＊※✱⁎﹡", "******")
_ROMAN = re.compile(r"(?=[ivxlc])(?:c{0,3})(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3})")
_ROMAN_VALUES = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}

# The words that may stand inside a label: "Note 3", "nota 3", "注1", "fn. 3".
WORD = pattern("note_words")
# One label without its dress.
DECIMAL = r"\d{1,4}"
CORE = rf"(?:{DECIMAL}|[⁰¹²³⁴⁵⁶⁷⁸⁹]{{1,4}}|[ivxlc]{{1,7}}|[IVXLC]{{1,7}}|[a-zA-Z]|[ᵃᵇᶜᵈᵉᶠᵍʰⁱʲ]|[*∗＊※⁎﹡]{{1,5}}|[†‡§‖¶#]{{1,3}})"
_OPEN = "[({〔［（【〈⟨"
_CLOSE = "])}〕］）】〉⟩"
_PLAIN = re.compile(
    rf"\^?[{re.escape(_OPEN)}]?\^?\s?(?:(?:{WORD})\s?|※(?=\d))?(?P<core>{CORE}|[①-⑳❶-❿➀-➓⑴-⒇])\s?[{re.escape(_CLOSE)}]?[.:)]?",
    re.IGNORECASE,
)


@lru_cache(maxsize=4096)
def readings(label: str) -> tuple[tuple[str, int], ...]:
    """All (system, number) that a bare label may mean.

    >>> readings("iv"), readings("i"), readings("**")
    ((('roman', 4),), (('roman', 1), ('letter', 9)), (('star', 2), ('dagger', 7)))
    >>> readings("†"), readings("³"), readings("2024")
    ((('dagger', 2),), (('decimal', 3),), ())
    """
    plain = label.strip().translate(_SUPERSCRIPT).translate(_DAGGER_ALIASES)
    plain = unicodedata.normalize("NFKC", plain).strip("().")
    if not plain:
        return ()
    found: list[tuple[str, int]] = []
    if plain.isdecimal():
        number = int(plain)
        return (("decimal", number),) if number < 1000 else ()
    if set(plain) == {"*"}:
        found.append(("star", len(plain)))
    if len(set(plain)) == 1 and plain[0] in _DAGGERS:
        found.append(("dagger", _DAGGERS.index(plain[0]) + 1 + len(_DAGGERS) * (len(plain) - 1)))
        return tuple(found)
    if _ROMAN.fullmatch(plain.lower()) and (plain.islower() or plain.isupper()):
        found.append(("roman", _roman(plain.lower())))
    if len(plain) == 1 and plain.isascii() and plain.isalpha():
        found.append(("letter", ord(plain.lower()) - ord("a") + 1))
    return tuple(found)


def _roman(word: str) -> int:
    values = [_ROMAN_VALUES[c] for c in word]
    pairs = zip(values, [*values[1:], 0], strict=True)
    return sum(-value if value < after else value for value, after in pairs)


def bare(printed: str) -> str | None:
    """The label inside a printed mark, without its brackets; None where it is none.

    >>> bare(" [iv] "), bare("(3)"), bare("Note 7"), bare("¹²"), bare("②")
    ('iv', '3', '7', '12', '②')
    >>> bare("see below") is None
    True
    """
    text = printed.strip()
    if len(text) > 24:
        return None
    fit = _PLAIN.fullmatch(text)
    if fit is None:
        return None
    core = fit["core"].translate(_SUPERSCRIPT)
    return core if readings(core) else None


def same(one: str, other: str) -> bool:
    """Whether two labels mean the same.

    >>> same("3", "³"), same("[i]", "I"), same("a", "b")
    (True, True, False)
    """
    first, second = bare(one) or one, bare(other) or other
    return first == second or bool(set(readings(first)) & set(readings(second)))
