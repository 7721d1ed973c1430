"""Dates in references, in many languages, as ISO 8601: YYYY, YYYY-MM or YYYY-MM-DD.

In: text. Out: dates with their places. Strict by design: own patterns and month names, no guessing. dateparser with its
defaults reads 05.10.2024 as May 10 and finds dates in plain words; here dotted and slashed dates are day first
unless that is impossible.
"""

from __future__ import annotations

import re
import unicodedata
from datetime import date
from functools import lru_cache

from verifier.languages import alternatives, months

# Names of months are found once in a text, and stand there as two rare letters while dates are looked for: hundreds of names in each of the
# patterns below took longer to compile than a short article takes to read. Arabic names stay Arabic letters.
_HIDDEN = ("\U00010000", "\U00010001")
_HIDDEN_ARABIC = ("\u06ee", "\u06ef")
_NAME = f"(?:{'|'.join(f'{first}{rest}*+' for first, rest in (_HIDDEN, _HIDDEN_ARABIC))})"
_MONTHS = {name.casefold(): number for name, number in months().items()}
_YEAR = r"(?:1[5-9]|20)\d\d"
_DAY = r"(?:[12]\d|3[01]|0?[1-9])"
_ORDINAL = r"(?:st|nd|rd|th|er|º|°|ª|\.)?"
# Between the parts: "5 October 2024", "5 de octubre de 2024", "5. Oktober 2024", "October 5th, 2024"; Hebrew glues its word to the month.
_OF = r"[\s\u00a0]*(?:de[l]?[\s\u00a0]+|of[\s\u00a0]+|-|/|ב)?"
# Arabic names many months twice ("آذار/مارس"), reviews two months ("May/June 2011"): the first counts.
# Two words of Levantine months in front of the common name ("كانون الثاني/يناير") are passed over.
_MONTH = rf"(?P<name>{_NAME})(?:\.?\s?[/–-]\s?{_NAME})?"
_OTHER = r"[\u0600-\u06ff]{3,8}(?:\s[\u0600-\u06ff]{3,8})?/"
_TO = r"\.?\s?[–—-]\s?"
_ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")
_ERAS = {"令和": 2018, "平成": 1988, "昭和": 1925}
_PATTERNS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"(?<!\d)(?P<y>{_YEAR})-(?P<m>\d\d)-(?P<d>\d\d)(?!\d)",
        rf"(?<!\d)(?P<y>{_YEAR})\s?[年년](?:\s?(?P<m>\d{{1,2}})\s?[月월](?:\s?(?P<d>\d{{1,2}})\s?[日일])?)?",
        rf"(?P<era>{'|'.join(_ERAS)})(?P<y>\d{{1,2}})年(?:(?P<m>\d{{1,2}})月(?:(?P<d>\d{{1,2}})日)?)?",
        # Of a stretch of days the first: "3–5 May 2011", "29 April – 3 May 2011", "April 23–26, 2017", "2017, April 23–26".
        rf"(?<![\w.])(?P<d>{_DAY})(?P<stop>\.)?\s?[–—-]\s?{_DAY}(?(stop)\.|(?:st|nd|rd|th|º)?){_OF}{_MONTH}\.?,?{_OF}(?P<y>{_YEAR})(?!\d)",
        rf"(?<![\w.])(?P<d>{_DAY}){_ORDINAL}{_OF}(?P<name>{_NAME}){_TO}{_DAY}{_ORDINAL}{_OF}{_NAME}\.?,?{_OF}(?P<y>{_YEAR})(?!\d)",
        rf"(?<!\w){_MONTH}\.?[\s\u00a0]+(?P<d>{_DAY}){_TO}{_DAY},?[\s\u00a0]+(?P<y>{_YEAR})(?!\d)",
        rf"(?<!\d)(?P<y>{_YEAR})[,.]?[\s\u00a0]+{_MONTH}\.?[\s\u00a0]+(?P<d>{_DAY}){_TO}{_DAY}(?![\d\w])",
        rf"(?<![\d.,/])(?P<d>{_DAY}){_TO}{_DAY}(?P<sep>[./])\s?(?P<m>\d{{1,2}})(?P=sep)\s?(?P<y>{_YEAR})(?!\d)",
        rf"(?<![\w.])(?P<d>{_DAY}){_ORDINAL}{_OF}(?:{_OTHER})?{_MONTH}\.?,?{_OF}(?P<y>{_YEAR})(?!\d)",
        rf"(?<!\w){_MONTH}\.?[\s\u00a0]+(?P<d>{_DAY})(?:st|nd|rd|th)?,?[\s\u00a0]+(?:de[l]? )?(?P<y>{_YEAR})(?!\d)",
        rf"(?<!\d)(?P<y>{_YEAR})[,.]?[\s\u00a0]+{_MONTH}\.?[\s\u00a0]+(?P<d>{_DAY})(?![\d\w])",
        rf"(?<![\d/])(?P<y>{_YEAR})[,.]?[\s\u00a0]+(?P<d>{_DAY})\.?[\s\u00a0]+(?P<name>{_NAME})(?!\w)",
        rf"(?<![\w.])(?P<d>{_DAY})[.\s]\s?(?P<roman>(?-i:{'|'.join(reversed(_ROMAN))}))[.\s]\s?(?P<y>{_YEAR})(?!\d)",
        rf"(?<![\w.])(?P<d>{_DAY})(?P<sep>[./-])\s?(?P<roman>{'|'.join(reversed(_ROMAN))})(?P=sep)\s?(?P<y>{_YEAR})(?!\d)",
        rf"(?<!\w){_MONTH}\.?,?[\s\u00a0]*(?:de[l]? |of )?[-/]?(?P<y>{_YEAR})(?!\d)",
        rf"(?<!\d)(?P<y>{_YEAR})[\s\u00a0]+{_MONTH}(?=\.?\s*(?:[;,:)\]]|$))",
        rf"(?<![\d.,/])(?P<d>\d{{1,2}})(?P<sep>[./-])[\s\u00a0]?(?P<m>\d{{1,2}})(?P=sep)[\s\u00a0]?(?P<y>{_YEAR}|\d\d)(?![\d])",
        rf"(?<![\d./])(?P<y>{_YEAR})(?P<sep>[./]|\.\s)(?P<m>\d{{1,2}})(?P=sep)(?P<d>\d{{1,2}})(?!\d)",
        rf"(?<![\d.,/–-])(?P<m>0[1-9]|1[0-2])[./](?P<y>{_YEAR})(?!\d)",
        rf"(?<![\w.,/–-])(?P<y>{_YEAR})(?![\w/–-]|\.\d)",
    )
)
# A year or a date in figures: where neither stands, there is no date to look for.
_ANY = re.compile(rf"{_YEAR}|\d[./-]\s?\d{{1,2}}[./-]\s?\d\d|{'|'.join(_ERAS)}")
_EASTERN = {ord(c): str(i % 10) for i, c in enumerate("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹")}


def find_dates(text: str) -> tuple[tuple[int, int, str], ...]:
    """All dates of a text: (start, end, ISO date), in order, the fuller reading where two overlap.

    >>> find_dates("Seen 05.10.2024; printed 3 mars 2021.")
    ((5, 15, '2024-10-05'), (25, 36, '2021-03-03'))
    """
    plain = text.translate(_EASTERN)
    if not _ANY.search(plain):
        return ()
    months_hidden = _names().sub(_hide, plain)
    dates: list[tuple[int, int, str]] = []
    taken = bytearray(len(plain))
    for pattern in _PATTERNS:
        for found in pattern.finditer(months_hidden):
            start, end = found.span()
            if not any(taken[start:end]) and (iso := _iso(found, plain)):
                dates.append((start, end, iso))
                taken[start:end] = b"\1" * (end - start)
    return tuple(sorted(dates))


def parse_date(text: str) -> str | None:
    """The first date of a text as ISO 8601, None where there is none.

    >>> parse_date("05.10.2024"), parse_date("10/25/2024"), parse_date("5 Ekim 2024"), parse_date("no date")
    ('2024-10-05', '2024-10-25', '2024-10-05', None)
    """
    found = find_dates(unicodedata.normalize("NFC", text))
    return found[0][2] if found else None


@lru_cache(maxsize=1)
def _names() -> re.Pattern[str]:
    return re.compile(alternatives(months()), re.IGNORECASE)


def _hide(name: re.Match[str]) -> str:
    first, rest = _HIDDEN_ARABIC if "\u0600" <= name[0][0] <= "\u06ff" else _HIDDEN
    return first + rest * (len(name[0]) - 1)


def _iso(found: re.Match[str], plain: str) -> str | None:
    parts = found.groupdict()
    if parts.get("name"):
        parts["name"] = plain[slice(*found.span("name"))]
    year = _ERAS[parts["era"]] + int(parts["y"]) if parts.get("era") else _full_year(parts["y"])
    month = _month(parts)
    day = int(parts.get("d") or 0)
    if month > 12 >= day > 0 and parts.get("sep") == "/":  # 10/25/2024 has no other reading
        month, day = day, month
    if not month:
        return f"{year}"
    if not 1 <= month <= 12:
        return None
    if not day:
        return f"{year}-{month:02}"
    return f"{year}-{month:02}-{day:02}" if _exists(year, month, day) else None


def _month(parts: dict[str, str | None]) -> int:
    """Its number, 0 where the date names none."""
    if roman := parts.get("roman"):
        return _ROMAN.index(roman.upper()) + 1
    return _MONTHS.get((parts.get("name") or "").casefold()) or int(parts.get("m") or 0)


def _full_year(digits: str) -> int:
    """Two digits are this century, or the last where that lies far ahead."""
    year = int(digits)
    return year if year > 99 else year + (2000 if year < 70 else 1900)


def _exists(year: int, month: int, day: int) -> bool:
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True


@lru_cache(maxsize=1)
def _month_first() -> re.Pattern[str]:
    return re.compile(rf"(?:de[l]?\s|of\s)?{_names().pattern}\b\.?", re.IGNORECASE)


def starts_with_month(text: str) -> bool:
    """Whether a text begins with the name of a month.

    >>> starts_with_month("mai 2019, https://"), starts_with_month("marches")
    (True, False)
    """
    return _month_first().match(text) is not None
