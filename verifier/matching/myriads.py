"""Numbers of several signs, as Chinese, Japanese and Korean write them: 1万2000, 1만 2천, 三百五十, 百分之十二.

In: a text with the digits 0 to 9. Out: each number with its place, its value and whether it is a percentage. The rule of this file: at
least two signs make such a number; one alone (一, 三) is part of too many words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

_ONES = {
    sign: value
    for value, signs in enumerate(("〇零", "一", "二两兩", "三", "四", "五", "六", "七", "八", "九"))
    for sign in signs
}
_SPOKEN = dict(
    zip("일이삼사오육칠팔구", range(1, 10), strict=True)
)  # Korean; of fewer than three syllables are other words
_UNITS = {"十": 10, "십": 10, "百": 100, "백": 100, "千": 1000, "천": 1000}
_LARGE = {"万": 1e4, "萬": 1e4, "만": 1e4, "億": 1e8, "亿": 1e8, "억": 1e8}
_SIGNS = "".join((*_UNITS, *_LARGE))
_FIGURE = r"\d+(?:,\d{3})*(?:\.\d+)?"
_CHAIN = re.compile(
    rf"(?<![\d.,]){_FIGURE}[{_SIGNS}](?: ?{_FIGURE}[{_SIGNS}]?)+(?![\d.])|(?<![\d.,])\d+[{_SIGNS}]{{2,}}"
)
_HAN = re.compile(
    rf"(?P<percent>百分之)?(?P<number>[{''.join(_ONES)}十百千万萬億亿]{{2,}}|(?<!\w)[{''.join(_SPOKEN)}십백천만억]{{3,}})(?:[点點](?P<decimals>[{''.join(_ONES)}]+))?"
)
_ALL = {**_ONES, **_SPOKEN}
_PART = re.compile(rf"{_FIGURE}|[^\s]")
_ANY = re.compile(f"[{_SIGNS}{''.join(_ALL)}]")


class Myriad(NamedTuple):
    """A number that stands at `text[start:end]`."""

    start: int
    end: int
    value: float
    is_percent: bool = False


def find_myriads(text: str) -> Iterator[Myriad]:
    """The numbers that are made of several signs.

    >>> [found.value for found in find_myriads("1万2000人、3億5000万円、1만 2천 명、三百五十頭、一九六四年, 삼백오십 개")]
    [12000.0, 350000000.0, 12000.0, 350.0, 1964.0, 350.0]
    >>> list(find_myriads("減少了百分之十二"))[0][2:], list(find_myriads("12000 people, 一人"))
    ((12.0, True), [])
    """
    if text.isascii() or not _ANY.search(text):
        return
    for found in _CHAIN.finditer(text):
        yield Myriad(*found.span(), worth(found[0]))
    for found in _HAN.finditer(text):
        value = worth(found["number"]) + _decimals(found["decimals"] or "")
        if not text[found.start() - 1 : found.start()].isdigit():  # 12万 is read as figures
            yield Myriad(*found.span(), value, bool(found["percent"]))


def _decimals(signs: str) -> float:
    return float("0." + "".join(str(_ONES[sign]) for sign in signs)) if signs else 0.0


def worth(number: str) -> float:
    """The value of the signs; a row of ones is read figure by figure (一九六四)."""
    if all(sign in _ALL for sign in number):
        return float("".join(str(_ALL[sign]) for sign in number))
    total = below = current = 0.0
    for part in _PART.findall(number):
        if part in _LARGE:
            total, below, current = total + (below + current or 1.0) * _LARGE[part], 0.0, 0.0
        elif part in _UNITS:
            below, current = below + (current or 1.0) * _UNITS[part], 0.0
        else:
            current = float(_ALL[part]) if part in _ALL else float(part.replace(",", ""))
    return total + below + current
