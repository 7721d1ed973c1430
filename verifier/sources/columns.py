"""Tables that set texts side by side, row by row: the same in two languages, two speakers, two versions.

In: the tree of a page. Out: each column as one text. The rule of this file: sentences of such a table run on from a cell to the one
below it; in a table of data they do not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from selectolax.lexbor import LexborHTMLParser, LexborNode

from verifier.sources.metadata import SPACE

_MOST_TABLES, _MOST_ROWS = 40, 600
_COLUMNS = (2, 4)
_LEAST = 2  # sentences that run on
_WORDS = 2  # in a cell from which one does
_ENDED = re.compile(r"[.!?…:;。！？।॥؟|][\"'”’»)\]」』\s]*$|[\d%]$")


def columns(tree: LexborHTMLParser) -> Iterator[str]:
    """The columns whose sentences run on from row to row.

    >>> from verifier.files.html import parse
    >>> list(columns(parse("<table><tr><td>It rose<td>Elle monta<tr><td>and fell<td>et tomba</table>")))
    ['It rose and fell', 'Elle monta et tomba']
    """
    for table in tree.css("table")[:_MOST_TABLES]:
        rows = [_cells(row) for row in table.css("tr")[:_MOST_ROWS]] if table.css_first("table table") is None else []
        width = max(map(len, rows), default=0)
        if _COLUMNS[0] <= width <= _COLUMNS[1] and len(rows) > 1:
            sides = [[row[i] for row in rows if len(row) == width and row[i]] for i in range(width)]
            pairs = [_runs_on(*pair) for side in sides for pair in pairwise(side)]
            if sum(pairs) >= max(_LEAST, len(pairs) / 2):
                yield from (" ".join(side) for side in sides)


def _cells(row: LexborNode) -> list[str]:
    return [SPACE.sub(" ", cell.text() or "").strip() for cell in row.css("td")]


def _runs_on(above: str, below: str) -> bool:
    """Whether a sentence goes over from one cell into the next: it has no end above, and no beginning below."""
    letter = next((c for c in below if c.isalpha()), "A")
    return above.count(" ") + 1 >= _WORDS and not _ENDED.search(above) and letter == letter.lower()
