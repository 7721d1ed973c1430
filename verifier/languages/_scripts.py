"""One text in two scripts: traditional and simplified Chinese, Serbian in Cyrillic and in Latin letters.

In: words. Out: the same in the other script. The rule of this file: what is only written otherwise is compared as if it were not; the
source keeps its letters and its places. Which sign is simplified to which is known to wordfreq.
"""

from __future__ import annotations

import gzip
import re
from functools import lru_cache

_HAN = re.compile("[\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")


@lru_cache(maxsize=1)
def _simplified() -> dict[int, str]:
    from importlib.resources import files  # noqa: PLC0415 - only where there are Chinese characters

    import msgpack  # noqa: PLC0415

    packed = (files("wordfreq") / "data" / "_chinese_mapping.msgpack.gz").read_bytes()
    return {int(code): sign for code, sign in msgpack.loads(gzip.decompress(packed), strict_map_key=False).items()}


def simplify(word: str) -> str:
    """A word with simplified Chinese signs for traditional ones; as long as it was.

    >>> simplify("會議"), simplify("会议"), simplify("meeting"), simplify("\N{REPLACEMENT CHARACTER}")
    ('会议', '会议', 'meeting', '\ufffd')
    """
    return word if word.isascii() or not _HAN.search(word) else word.translate(_simplified())


_LATIN = (
    dict(zip("абвгдђежзијклмнопрстћуфхцчш", "a b v g d đ e ž z i j k l m n o p r s t ć u f h c č š".split(), strict=True))
    | {"љ": "lj", "њ": "nj", "џ": "dž"}
)  # fmt: skip
_CYRILLIC = {latin: cyrillic for cyrillic, latin in _LATIN.items()}
_LATIN_LETTER = re.compile("|".join(sorted(_CYRILLIC, key=len, reverse=True)), re.IGNORECASE)
_SERBIAN = re.compile("[ђћљњџј]", re.IGNORECASE)
_ANY_CYRILLIC, _ANY_LATIN = re.compile("[\u0400-\u04ff]"), re.compile("[A-Za-z]")
_LOOKED_AT = 3000


def in_script_of(words: str, text: str) -> str:
    """Serbian words in the script of a Serbian text; other words as they are.

    >>> in_script_of("Nećemo zatvarati školu", "Нећемо затварати школу."), in_script_of("Љиљана", "Rekla je Ljiljana.")
    ('Нећемо затварати школу', 'Ljiljana')
    >>> in_script_of("Moscow", "Москва."), in_script_of("It rained", "Rain.")
    ('Moscow', 'It rained')
    """
    cyrillic = _ANY_CYRILLIC.search(words) is not None
    if not cyrillic and not text.isascii() and _is_serbian(text):
        return words if not _ANY_LATIN.search(words) else _LATIN_LETTER.sub(_to_cyrillic, words)
    if cyrillic and _SERBIAN.search(words) and not _ANY_CYRILLIC.search(text, 0, _LOOKED_AT):
        return "".join(_like(letter, _LATIN.get(letter.lower(), letter)) for letter in words)
    return words


@lru_cache(maxsize=16)  # a source is asked for each of its claims
def _is_serbian(text: str) -> bool:
    """Whether a text is written in the Cyrillic of Serbian."""
    return len(_SERBIAN.findall(text, 0, _LOOKED_AT)) * _OFTEN > len(_ANY_CYRILLIC.findall(text, 0, _LOOKED_AT)) > 0


_OFTEN = 50  # one letter in so many at the least


def _to_cyrillic(found: re.Match[str]) -> str:
    return _like(found[0], _CYRILLIC[found[0].lower()])


def _like(letters: str, other: str) -> str:
    """With a capital where the other has one."""
    return other.capitalize() if letters[:1].isupper() else other
