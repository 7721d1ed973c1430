"""The rows of the tables in a text: a label and its numbers, in one line or each in a line of its own.

In: a text. Out: `Table`s. The rule of this file: a table is at the least two rows of equally many numbers, one behind another. What a
number means there its row says and, where the first row is nothing but years, its column; a heading may say that all are millions.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice
from typing import NamedTuple

from verifier.languages import values, words
from verifier.matching.items import Item, Value, find_numbers, plain_digits
from verifier.matching.statement_terms import fold, keys

_NUMBER = r"[(+\-−–]{0,2}(?:[$€£¥₹₺₽]|[A-Z]{1,3}\$?)?\u00a0?[0-9](?:[.,'’\u00a0\u202f]?[0-9]){0,20}\u00a0?%?\)?[*†‡a-d]?(?:\[\w{1,3}\])?"
_CELL = re.compile(rf"(?:{_NUMBER}|[-–—.…]{{1,3}}|n/?a|N/?A)")
_PIECE = re.compile(r"[^ \t|]+")
_LAST = frozenset("0123456789%)]*†‡–—-.…aA")  # what the last cell of a row may end with
_WIDEST = 26  # characters of a cell
_LINE = re.compile(r"[^\n]*\S[^\n]*")
_YEAR = re.compile(r"(?:1[89]|20)[0-9]{2}")
_LONGEST = 160  # characters of a row's label, or of a line that may be one
_HEADING = 400  # characters in front of a table in which it may be told that its numbers are millions
_MOST = 5000  # rows of a text
_ROWS, _ROWS_OF_ONE = 2, 3  # of a table at the least; of one whose rows have one number


class Row(NamedTuple):
    """One row: where it stands, its label and the terms of it, and its numbers, None where a cell has none."""

    start: int
    end: int
    name: str
    label: frozenset[str]
    cells: tuple[Item | None, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """The rows; the years of the columns, where there are such; and what each number is to be multiplied by."""

    rows: tuple[Row, ...]
    years: tuple[float, ...] = ()
    factor: float = 1.0

    def has(self, item: Item, cell: Item | None) -> bool:
        """Whether a cell may be the item's value."""
        if cell is None or (item.unit and cell.unit and item.unit != cell.unit):
            return False
        if item.agrees(cell):
            return True
        return self.factor > 1 and any(
            mine.agrees(Value(*(bound * self.factor for bound in (theirs.point, theirs.low, theirs.high))))
            for mine in item.values
            for theirs in cell.values
        )

    def named(self, terms: AbstractSet[str]) -> list[Row]:
        """The rows all of whose labels' words are among the terms; of those whose label goes on in another's only the longer one."""
        found = [row for row in self.rows if row.label and row.label <= terms]
        labels = {row.label for row in found}
        return [row for row in found if not any(row.label < label for label in labels)]


class Held(NamedTuple):
    """The row that a statement means, and what it says; `other` is what stands in the value's place there, "" where it has the value."""

    row: Row
    other: str = ""


def hold_against(
    item: Item, terms: AbstractSet[str], years: AbstractSet[float], tables: Sequence[Table]
) -> Held | None:
    r"""What the rows that a statement names say of a number of it; None where no table can tell.

    >>> from verifier.matching.items import find_items
    >>> tables = find_tables("Goods 2020 2021\nBulk cargo 47.1 49.9\nLeases 19.0 19.4\n")
    >>> def other(text, *years):
    ...     held = hold_against(find_items(text)[0], set(keys(text)), set(years), tables)
    ...     return held and held.other
    >>> other("49.9 for bulk cargo"), other("19.4 for bulk cargo"), other("47.1 for bulk cargo", 2021), other("7.5 for leases")
    ('', '47.1, 49.9 for Bulk cargo', '49.9 for Bulk cargo', None)
    """
    found = [held for table in tables if (held := _hold(item, terms, years, table))]
    right = next((held for held in found if not held.other), None)
    return right or (found[0] if len(found) == 1 else None)


def _hold(item: Item, terms: AbstractSet[str], years: AbstractSet[float], table: Table) -> Held | None:
    holding = [row for row in table.rows if any(table.has(item, cell) for cell in row.cells)]
    named = table.named(terms) if holding else []
    columns = [number for number, year in enumerate(table.years) if year in years]
    column = columns[0] if len(columns) == 1 else None
    if right := [row for row in named if row in holding]:
        cell = right[0].cells[column] if column is not None else None
        is_other = cell is not None and len(right) == 1 and not table.has(item, cell)
        return Held(right[0], _tell(right[0], column) if is_other else "")
    if len(named) == 1 and not any(named[0].label < row.label or not row.label for row in holding):
        return Held(named[0], _tell(named[0], column))
    return None


_TOLD = 4  # numbers of a row


def _tell(row: Row, column: int | None) -> str:
    cells = row.cells if column is None or row.cells[column] is None else row.cells[column : column + 1]
    return f"{', '.join(cell.words for cell in cells[:_TOLD] if cell)} for {row.name}"


def stands_apart(item: Item, text: str, tables: Sequence[Table]) -> bool:
    """Whether a number stands anywhere but in the rows of tables."""
    rows = [(row.start, row.end) for table in tables for row in table.rows]
    numbers = (number for number in find_numbers(plain_digits(text)) if not number.open_ended and item.agrees(number))
    return any(not _lies_in(number.start, rows) for number in numbers)


def _lies_in(place: int, rows: Sequence[tuple[int, int]]) -> bool:
    at = bisect_right(rows, (place, place + 1)) - 1
    return at >= 0 and rows[at][0] <= place < rows[at][1]


class _Line(NamedTuple):
    start: int
    end: int
    text: str


def find_tables(text: str) -> tuple[Table, ...]:
    r"""The tables of a text.

    >>> text = "In million euros\n\nSegment 2020 2021\nBulk 47.1 49.9\nLeases 19.0 19.4\n"
    >>> [(table.years, table.factor, len(table.rows)) for table in find_tables(text)]
    [((2020.0, 2021.0), 1000000.0, 2)]
    >>> len(find_tables("Area\n\n12\n\n14\n\nHeight\n\n3\n\n5\n")[0].rows), find_tables("In 2019 12 men came.\nIn May 4.")
    (2, ())
    """
    lines = [_Line(m.start(), m.end(), m.group()) for m in _LINE.finditer(plain_digits(text))]
    return tuple(_tables(text, list(islice(_rows(lines), _MOST))))


class _Lines(NamedTuple):
    """A row as it stands: the numbers of its first and last lines, where it begins, its label, and its cells."""

    first: int
    last: int
    start: int
    label: str
    cells: Sequence[_Line]


def _rows(lines: Sequence[_Line]) -> Iterator[_Lines]:
    """Rows as they stand: those of one line, and labels with the lines of their cells."""
    number = 0
    while number < len(lines):
        line, last = lines[number], number
        cells = _cells_in(line)
        if cells:
            yield _Lines(number, number, line.start, line.text[: cells[0].start - line.start], cells)
        else:
            while last + 1 < len(lines) and _is_cell(lines[last + 1].text):
                last += 1
            if last > number and len(line.text) <= _LONGEST and _has_letter(line.text):
                below = lines[number + 1 : last + 1]
                yield _Lines(number, last, line.start, line.text, below)
        number = last + 1


def _has_letter(text: str) -> bool:
    return any(map(str.isalpha, text))


def _is_cell(text: str) -> bool:
    """Whether a line holds one number and nothing else."""
    return len(text) <= _WIDEST and _CELL.fullmatch(text.strip().replace(" ", "\u00a0")) is not None


def _cells_in(line: _Line) -> list[_Line]:
    """The numbers that a line ends with, two at the least, behind a label; none where it is no row."""
    if len(line.text) > 2 * _LONGEST or line.text.rstrip(" \t|")[-1:] not in _LAST:
        return []
    pieces = list(_PIECE.finditer(line.text))
    first = len(pieces)
    while first and (_CELL.fullmatch(pieces[first - 1][0]) or pieces[first - 1][0] == "%"):
        first -= 1
    cells = [_Line(line.start + p.start(), line.start + p.end(), p[0]) for p in pieces[first:] if p[0] != "%"]
    label = line.text[: cells[0].start - line.start] if cells else ""
    return cells if len(cells) > 1 and len(label) <= _LONGEST and _has_letter(label) else []


def _tables(text: str, rows: Sequence[_Lines]) -> Iterator[Table]:
    at = 0
    while at < len(rows):
        end = at + 1
        while (
            end < len(rows)
            and rows[end].first == rows[end - 1].last + 1
            and len(rows[end].cells) == len(rows[at].cells)
        ):
            end += 1
        if table := _table(text, rows[at:end]):
            yield table
        at = end


def _table(text: str, rows: Sequence[_Lines]) -> Table | None:
    """The table of some rows; the first one may be nothing but years."""
    years = tuple(float(cell.text) for cell in rows[0].cells if _YEAR.fullmatch(cell.text.strip()))
    has_years = len(years) == len(rows[0].cells) > 1
    body = [_row(row.start, row.label, row.cells) for row in rows[has_years:]]
    if len(body) < (_ROWS if len(rows[0].cells) > 1 else _ROWS_OF_ONE):
        return None
    begin = rows[0].cells[0].start
    return Table(tuple(body), years if has_years else (), _factor(text[max(0, begin - _HEADING) : begin]))


def _row(start: int, label: str, cells: Sequence[_Line]) -> Row:
    numbers = tuple(next(iter(find_numbers(cell.text.strip(" ()[]*†‡"))), None) for cell in cells)
    label = label.strip(" .:\t")
    terms = frozenset(keys(label))
    return Row(start, cells[-1].end, label, terms if terms - _totals() else frozenset(), numbers)


@lru_cache(maxsize=1)
def _totals() -> frozenset[str]:
    """Words for sums: in a sentence they name no row."""
    return frozenset(key for word in words("totals") for key in keys(word))


# A word for a magnitude that stands behind no number, or behind the sign of a currency: in million euros, $bn, £000.
_MANY = re.compile(
    r"(?<![0-9][ \u00a0-])(?<![^\W_])(?P<word>[^\W\d_]{3,12})(?![^\W_])|[$€£¥](?P<sign>[^\W\d_]{1,3}|000)(?![^\W_])"
)
_MAGNITUDES = {fold(word): worth for word, worth in values("magnitudes").items() if worth >= 1000} | {"000": 1000.0}


def _factor(heading: str) -> float:
    """What a heading says that all numbers are to be multiplied by: in million euros, (€m), in thousands."""
    told = (match["word"] or match["sign"] for line in heading.split("\n") if len(line) <= _LONGEST
            for match in _MANY.finditer(line))  # fmt: skip
    found = {_MAGNITUDES.get(fold(word), 1.0) for word in told} - {1.0}
    return found.pop() if len(found) == 1 else 1.0
