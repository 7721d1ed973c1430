"""Texts as tokens: what a quotation and a source are compared by. Made once a text, kept for the next quotation.

In: any str. Out: `Tokens` over its folded form. Punctuation is no token: a comma more or less is not another
word. Numbers, % and currency are. Scripts without spaces are compared character by character.
"""

from __future__ import annotations

import re
import unicodedata
from array import array
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from itertools import accumulate

from verifier.languages import one_spelling, simplify
from verifier.text import UNSPACED_RANGES, Folded, fold

_MARKS = (
    "\u0300-\u036f\u0483-\u0487\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7"
    "\u064b-\u065f\u0670\u0900-\u0903\u093a-\u094f\u0962\u0963\u0981-\u0983\u09bc-\u09cd"
)
UNSPACED = re.compile(f"[{UNSPACED_RANGES}]")
# A number ends before letters that are written without a blank behind it: 5月, 3일에.
_ENDS = rf"(?![^\W_{UNSPACED_RANGES}\uac00-\ud7a3])"
_NUMBER = (
    # 1 700 000, and other numbers; a figure inside another is no beginning.
    rf"\d(?:(?<![\d.,:/'’]\d)\d{{0,2}}(?: \d{{3}})+(?:[.,]\d+)?{_ENDS}(?![.,:/]\d)|\d*(?:[.,:/'’]\d+)*{_ENDS})"
)
# A minus touches its number and nothing before it, and the number shows that it is one: decimals, %, °. It is no dash that is closed
# behind some words (Spanish “—5 % del total—”), and no hyphen that lost its word.
_MINUS = (
    rf"-(?=\d{{1,12}}(?:[.,]\d|\s?[%‰°]))(?<![^\s(\[{{=:/|\"'<>±~{UNSPACED_RANGES}]-)(?<!\d\s-)"
    r"(?!\d[^\n-]{0,60}[^\W_]-[\s,.;:)])"
)
TOKEN = re.compile(
    rf"[{UNSPACED_RANGES}]"
    r"|\d{1,12}[.,]\d{1,3}(?=[^\W\d_]{1,3}(?![^\W_]))"  # what it is measured in is another token: 48.6m, 3.5km
    rf"|{_NUMBER}|{_MINUS}{_NUMBER}"
    rf"|[^\W_{UNSPACED_RANGES}{_MARKS}][^\W_{UNSPACED_RANGES}{_MARKS}]*(?:['{_MARKS}]+[^\W_{UNSPACED_RANGES}{_MARKS}]*)*(?<!')"
    r"|[%‰°$€£¥₺₽₴₹+<>=±×÷]"
)
_SEPARATOR = "\x1f"


@dataclass(frozen=True)
class Tokens:
    """The tokens of a folded text.

    `keys` are what is compared (case-folded), `starts` and `ends` their places in `folded.text`;
    `joined` are all keys in one string, so that a run of tokens is found by `str.find`.
    """

    folded: Folded
    keys: Sequence[str]
    starts: Sequence[int]
    ends: Sequence[int]
    joined: str
    base: int = 0  # where the folded text begins in the whole
    _places: dict[str, list[int]] = field(default_factory=dict)

    def raw(self, index: int) -> str:
        """The token as the folded text has it."""
        return self.folded.text[self.starts[index] : self.ends[index]]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The place in the whole text of the tokens from one to another."""
        first, last = self.folded.span(self.starts[start], self.ends[end - 1])
        return self.base + first, self.base + last

    def words(self, start: int, end: int) -> str:
        """The folded words from one token to another."""
        return self.folded.text[self.starts[start] : self.ends[end - 1]] if end > start else ""

    def between(self, one: int, other: int) -> str:
        """What the folded text has between two tokens that follow each other."""
        return self.folded.text[self.ends[one] : self.starts[other]]

    def find_run(self, keys: Sequence[str], limit: int = 50) -> list[int]:
        """The indices of the tokens where this run of keys begins."""
        wanted = _SEPARATOR + _SEPARATOR.join(keys) + _SEPARATOR
        found: list[int] = []
        at = self.joined.find(wanted)
        index, counted = 0, 0
        while at >= 0 and len(found) < limit:
            index += self.joined.count(_SEPARATOR, counted, at)
            counted = at
            found.append(index)
            at = self.joined.find(wanted, at + 1)
        return found

    @cached_property
    def bare(self) -> tuple[str, list[int]]:
        """The letters of all tokens in one string, each token bare, and where each begins in it."""
        pieces = list(map(bare, self.keys))
        return "".join(pieces), [0, *accumulate(map(len, pieces))]

    def places(self, key: str) -> list[int]:
        """All indices of one key."""
        if not self._places:
            for i, k in enumerate(self.keys):
                self._places.setdefault(k, []).append(i)
        return self._places.get(key, [])


def tokenize(text: str) -> Tokens:
    """The tokens of a text, folded first.

    >>> list(tokenize("The vote, on 1,700 of “them” – 20 %.").keys)
    ['the', 'vote', 'on', '1,700', 'of', 'them', '20', '%']
    >>> list(tokenize("It fell to −2.5 °C, as in 2019–2021.").keys)
    ['it', 'fell', 'to', '-2.5', '°', 'c', 'as', 'in', '2019', '2021']
    """
    return tokens_of(fold(text))


def tokens_of(folded: Folded, base: int = 0) -> Tokens:
    """The tokens of a folded text; `base` is where it begins in the whole."""
    keys: list[str] = []
    seen: dict[str, str] = {}
    starts, ends = array("I"), array("I")
    for found in TOKEN.finditer(folded.text):
        raw = found[0]
        key = seen.get(raw)
        if key is None:
            key = seen[raw] = key_of(raw)
        keys.append(key)
        starts.append(found.start())
        ends.append(found.end())
    joined = _SEPARATOR + _SEPARATOR.join(keys) + _SEPARATOR if keys else ""
    return Tokens(folded, keys, starts, ends, joined, base)


def key_of(raw: str) -> str:
    """What a token is compared by.

    >>> key_of("Gates"), key_of("會"), key_of("会")
    ('gates', '会', '会')
    """
    return simplify(raw.casefold())


def is_number(key: str) -> bool:
    """Whether a token has a digit.

    >>> is_number("1,700"), is_number("may")
    (True, False)
    """
    return any(map(str.isdigit, key))


_GROUPS = re.compile(r"\d{1,3}(?:[.,'’ ]\d{3})+")


_GROUPED = re.compile(r"(?P<whole>\d{1,3}(?:([.,'’ ])\d{3})(?:\2\d{3})*)(?!\2)[.,](?P<decimals>\d+)")


def number_value(key: str) -> str:
    """A number in one spelling: groups of thousands joined, the decimal sign a full stop.

    >>> number_value("1,700"), number_value("1.5"), number_value("1,5"), number_value("1.700.000"), number_value("-2,5")
    ('1700', '1.5', '1.5', '1700000', '-2.5')
    """
    if key.startswith("-"):
        return "-" + number_value(key[1:])
    if found := _GROUPED.fullmatch(key):
        return re.sub(r"\D", "", found["whole"]) + "." + found["decimals"]
    if _GROUPS.fullmatch(key):
        return re.sub(r"\D", "", key)
    return key.replace(" ", "").replace("'", "").replace("’", "").replace(",", ".")


# Letters that are no other letter with a mark, and what people write who have no key for them.
LETTERS = str.maketrans(
    {"ı": "i", "ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "ß": "ss", "æ": "ae", "œ": "oe", "ħ": "h"}
    # What Arabic writes at the end of words as its next of kin.
    | {"ى": "ی", "ة": "ه"}
)


# All combining characters of Latin, Greek, Cyrillic and Armenian; other scripts have more of them.
_ACCENT = re.compile(r"[\u0300-\u034e\u0350-\u036f\u0483-\u0487]")
_FEW_ACCENTS = re.compile(r"[\u0000-\u0590\u1e00-\u206f]*")
# One letter that is written as two: Russian ё, whose dots print leaves out, Arabic and Persian yeh and kaf, the long stroke, Romanian ş.
_FORMS = str.maketrans({"ё": "е", "ي": "ی", "ك": "ک", "ـ": "", "ş": "ș", "ţ": "ț"})


# Where Vietnamese writes the tone of two vowels: on the first, or on the second.
_TONES = dict(
    pair.split("=") for pair in "oà=òa oá=óa oả=ỏa oã=õa oạ=ọa oè=òe oé=óe oẻ=ỏe uỳ=ùy uý=úy uỷ=ủy uỹ=ũy uỵ=ụy".split()
)
_TONE = re.compile("|".join(_TONES))


def one_form(key: str) -> str:
    """A token with letters of one form, where several forms are the same letter.

    >>> one_form("كتابي") == one_form("کتابی"), one_form("هـــذه"), one_form("hoà")
    (True, 'هذه', 'hòa')
    """
    return key if key.isascii() else _TONE.sub(lambda found: _TONES[found[0]], key.translate(_FORMS))


def plain(key: str) -> str:
    """A token without diacritics.

    >>> plain("ünlü"), plain("café"), plain("לְ")
    ('unlu', 'cafe', 'ל')
    """
    parts = unicodedata.normalize("NFD", key)
    if _FEW_ACCENTS.fullmatch(parts):
        return _ACCENT.sub("", parts).translate(LETTERS)
    return "".join(c for c in parts if not unicodedata.combining(c)).translate(LETTERS)


@lru_cache(maxsize=65_536)
def bare(key: str) -> str:
    """A token without marks, in one spelling and one form of each letter; a number as its value.

    >>> bare("žluťoučký"), bare("ещё"), bare("1.250,50"), bare("organisation")
    ('zlutoucky', 'еще', '1250.50', 'organization')
    """
    return number_value(key) if is_number(key) else plain(one_spelling(one_form(key)))
