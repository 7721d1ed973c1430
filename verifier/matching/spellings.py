"""Names in other spellings and scripts: Zoubaidi and al-Zubaidi, Kyiv and Kiev, Зеленский and Zelensky.

In: words of any script. Out: whether they may be one name. The rule of this file: letters of every script become Latin ones (anyascii,
ISC); two names are near where they have the same consonants in the same order, because romanisations differ in vowels, doubled letters
and few consonants. Near names are shown to a person, never called the same.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from anyascii import anyascii
from rapidfuzz.distance import OSA

from verifier.matching.statement_terms import fold

_ARTICLE = re.compile(r"(?:al|el|ul|an|ar|as|ash|at|az|ad)['’ -]+")
# Consonants that one romanisation writes for another's; longer ones first.
_ALIKE = tuple(
    pair.split()
    for pair in (
        "tsch c", "shch s", "dsch j", "dzh j", "sch s", "tch c", "ph f", "kh h", "ch c", "sh s", "zh z", "ts c", "tz c", "dj j", "gh g",
        "th t", "dh d", "ck k", "qu k", "q k", "x ks", "w v", "f v", "h ",
    )
)  # fmt: skip
_NAME = re.compile(r"[^\W\d_](?:[^\W\d_]|[\u0300-\u036f]|['’-](?=[^\W\d_]))+")
_FEWEST = 3  # consonants by which a name is known; of fewer, the letters must be near too
_MOST_NAMES = 20_000


@lru_cache(maxsize=16_384)
def latin(word: str) -> str:
    """The word in small Latin letters, without an Arabic article in front.

    >>> latin("Зеленский"), latin("al-Zubaidi"), latin("Łódź")
    ('zelenskiy', 'zubaidi', 'lodz')
    """
    plain = re.sub(r"[^a-z' -]", "", anyascii(word).casefold())
    return re.sub(r"[^a-z]", "", _ARTICLE.sub("", plain, count=1))


@lru_cache(maxsize=16_384)
def _consonants(name: str) -> str:
    for written, meant in ((pair[0], pair[1] if len(pair) > 1 else "") for pair in _ALIKE):
        name = name[:1] + name[1:].replace(written, meant) if not meant else name.replace(written, meant)
    return re.sub(r"(.)\1+", r"\1", name[:1] + re.sub(r"[aeiouyj]", "", name[1:]))


def near(one: str, other: str) -> bool:
    """May both be one name?

    >>> near("Zoubaidi", "al-Zubaidi"), near("Kyiv", "Kiev"), near("Zelensky", "Зеленский"), near("Kabulov", "Kabuloff")
    (True, True, True, True)
    >>> near("Miller", "Mueller"), near("Roe", "Doe"), near("Smith", "Smyth"), near("Merkel", "Markl"), near("Iran", "Iraq")
    (True, False, True, True, False)
    """
    mine, theirs = latin(one), latin(other)
    if not mine or not theirs:
        return False
    sound = _consonants(mine)
    if sound != _consonants(theirs):
        return False
    return len(sound) >= _FEWEST or (len(sound) > 1 and OSA.distance(mine, theirs) <= len(sound))


# First letters of Cyrillic names that romanisations of Ukrainian and Russian write for each other.
_OTHER_FIRST = {"h": "g", "g": "h"}


def _may_be_one(name: str, word: str) -> bool:
    """Whether both are near, also where Cyrillic Г was read as the other of g and h."""
    return near(name, word) or (
        not word.isascii()
        and any(near(other + latin(name)[1:], word) for other in _OTHER_FIRST.get(latin(name)[:1], ""))
    )


# First letters that romanisations write for each other.
_FIRST = ("ckqx", "fvwp", "jgdyi", "szctx", "ou", "ae")


def find_like(name: str, keys: Iterable[str], text: str) -> str:
    """The word of a text that may be this name in another spelling, looked for among the folded words of the text.

    >>> find_like("Zoubaidi", {"ali", "zubaidi"}, "Ali al-Zubaidi spoke."), find_like("Kiev", {"kiel"}, "In Kiel.")
    ('al-Zubaidi', '')
    """
    first = fold(name)[:1]
    firsts = tuple({first, *(letter for group in _FIRST if first in group for letter in group)}) if first else ()
    key = next((key for key in keys if key.startswith(firsts) and near(name, key)), None) if firsts else None
    if key is None:
        return ""
    words = (found.group() for found in _NAME.finditer(text))
    return next((word for word in words if not word.islower() and key in fold(word)), "")


_LOOSELY = str.maketrans("cqwfzj", "kkvvsg")  # consonants that may stand for each other


class Names:
    """The words of a text that may be names, by their consonants."""

    def __init__(self, text: str) -> None:
        self._known: dict[str, list[str]] = {}
        for word in dict.fromkeys(found.group() for found in _NAME.finditer(text)):
            if len(self._known) >= _MOST_NAMES:
                return
            if not word.islower():
                self._known.setdefault(_consonants(latin(word)), []).append(word)

    def like(self, name: str) -> str:
        """A word that may be this name in another spelling; "" where there is none.

        >>> Names("Президент Зеленский приехал.").like("Zelensky"), Names("Kabuloff spoke").like("Exam")
        ('Зеленский', '')
        """
        sound = _consonants(latin(name))
        sounds = (sound, *(other + sound[1:] for other in _OTHER_FIRST.get(sound[:1], "")))
        return next((word for one in sounds for word in self._known.get(one, ()) if _may_be_one(name, word)), "")

    def may_have(self, name: str) -> bool:
        """Whether some word may be this name with another beginning or ending.

        >>> Names("Встретил Гнатюка.").may_have("Hnatiuk"), Names("Встретил Дорошенко.").may_have("Hnatiuk")
        (True, False)
        """
        sound = _consonants(latin(name))
        firsts = {sound[:1], *(letter for group in (*_FIRST, "gh") if sound[:1] in group for letter in group)}
        inner = sound[1:_FEWEST].translate(_LOOSELY)
        return any(known[:1] in firsts and known[1:_FEWEST].translate(_LOOSELY) == inner for known in self._known)
