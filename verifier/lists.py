"""A list of addresses in a file: one on a line, or in a column of a table.

In: the bytes of a file, and its name. Out: `AddressList`, or None where the file is something else. The rule of this file: a line counts
where an address stands alone in it, or in one of its cells; a file is a list where most of its lines count, so no article is taken for one.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from verifier.files.decode import decode
from verifier.urls import find_urls

_TABLES = {".csv": ",", ".tsv": "\t"}
LONGEST_LIST = 5_000_000  # bytes: some fifty thousand addresses
_SHARE = 0.5
_QUOTES = "<>\"' \t"


@dataclass(frozen=True, slots=True)
class AddressList:
    """Addresses in order, each once; `left_out` are the lines that hold none."""

    addresses: tuple[str, ...]
    left_out: tuple[str, ...]


def find_list(data: bytes, name: str) -> AddressList | None:
    r"""The addresses that a file lists. Lines that begin with # are remarks.

    >>> find_list(b"https://a.example/\n# later:\nnone\n<www.b.example>\n", "urls.txt")
    AddressList(addresses=('https://a.example/', 'http://www.b.example'), left_out=('none',))
    >>> find_list(b"title;address\nA;https://a.example/\n", "urls.csv").addresses
    ('https://a.example/',)
    >>> find_list(b"It grew.[1]\n\n[1] Growth, https://a.example/\n", "article.txt") is None
    True
    """
    if len(data) > LONGEST_LIST or data.startswith((b"%PDF", b"PK")):
        return None
    lines = [line for line in decode(data).text.splitlines() if line.strip() and not line.lstrip().startswith("#")]
    found = [(line, _address(cells)) for line, cells in _rows(lines, name)]
    if found and found[0][1] is None and _delimiter(lines[0], name):
        del found[0]  # the names over the columns
    listed = dict.fromkeys(address for _, address in found if address)
    counted = sum(address is not None for _, address in found)
    if not counted or counted < _SHARE * len(found):
        return None
    return AddressList(tuple(listed), tuple(line for line, address in found if address is None))


def addresses_in(texts: Iterable[str]) -> tuple[str, ...]:
    """All addresses of some texts, in order, each once.

    >>> addresses_in(["Growth: https://a.example/", "Fall, www.b.example, and https://a.example/"])
    ('https://a.example/', 'http://www.b.example')
    """
    return tuple(dict.fromkeys(url for text in texts for _, _, url in find_urls(text)))


def _rows(lines: list[str], name: str) -> Iterator[tuple[str, list[str]]]:
    delimiter = _delimiter(lines[0], name) if lines else ""
    for line in lines:
        try:
            yield line, next(csv.reader([line], delimiter=delimiter), []) if delimiter else [line]
        except csv.Error:  # a cell longer than any address
            yield line, []


def _delimiter(head: str, name: str) -> str:
    """What divides the cells of a table; "" where the file is none."""
    usual = next((sign for ending, sign in _TABLES.items() if name.lower().endswith(ending)), "")
    return ";" if usual == "," and head.count(";") > head.count(",") else usual


def _address(cells: list[str]) -> str | None:
    """The address that fills a cell."""
    for cell in cells:
        text = cell.strip(_QUOTES)
        found = find_urls(text)
        if found and found[0][0] == 0 and found[0][1] == len(text):
            return found[0][2]
    return None
