"""Read the rows of a PDF's pages: their text with superscripts, size, place and links; nothing is judged yet.

In: the bytes. Out: `Row`s in the order of the content. pdfium's own objects end here. A page's furniture (running
heads, page numbers) is told apart by repeating in the same place. Raises DocumentError.
"""

from __future__ import annotations

import ctypes
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import groupby, pairwise
from typing import Any, NamedTuple

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

from verifier.errors import DocumentError

MOST_PAGES = 600
MOST_CHARACTERS = 3_000_000  # about 1,000 pages; each costs about 4 µs
_MOST_LINKS = 5_000  # per page
_NEW_ROW = 0.6  # of a line's height: a superscript rises by less, a new line falls by more
_SMALL, _HIGH = 0.86, 0.1  # a superscript's size and rise, as parts of its line's size
_HIGHER = 0.2  # what rises by so much is one though it is hardly smaller: some fonts do not say how high they are
_SHORT = 6  # signs: the longest label
_MOST_SHORT = 300  # short rows of a page; a table of figures has more, the labels of one page have not
_EDGE = 0.1  # of the page's height: where running heads and page numbers stand
_WIDE_EDGE = 0.2  # the same for the first and the last row: journals are printed on larger paper than their own
_HYPHENS = "\x02\u00ad\ufffe"  # what pdfium gives for a hyphen at the end of a line
_DIGITS = re.compile(r"\d+")
_PAGE_NUMBER = re.compile(
    r"\W{0,4}(?:p(?:age|\.)?\s?)?(?:\d{1,4}|[ivxl]{1,6})(?:\s?(?:/|of|von|de)\s?\d{1,4})?\W{0,4}", re.IGNORECASE
)
_UNICODE_RAISED = dict(zip("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789", strict=True))
_SHOWN = {**_UNICODE_RAISED, **dict.fromkeys(_HYPHENS, "")}  # what is not shown as it stands


_Link = tuple[float, float, float, float, str]  # left, bottom, right, top, address


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of one row: raised or not, linked or not."""

    text: str
    raised: bool
    href: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """One printed line. Places in points, from the page's lower left corner."""

    page: int
    runs: tuple[Run, ...]
    left: float
    right: float
    base: float
    size: float  # height of the line's usual letters
    hyphenated: bool = False
    gap: float = 0.0  # the widest space inside the row, that behind a label left aside

    @property
    def text(self) -> str:
        """All words of the row."""
        return "".join(run.text for run in self.runs)


@dataclass(slots=True)
class Pages:
    """All that was read."""

    rows: list[Row] = field(default_factory=list)
    count: int = 0
    truncated: bool = False
    title: str = ""


class _Glyph(NamedTuple):  # made a million times: a frozen dataclass takes three times as long
    character: str
    left: float
    right: float
    base: float
    size: float


def read_pages(data: bytes, name: str) -> Pages:
    """The rows of all pages, furniture left out. Raises DocumentError."""
    try:
        document = pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        raise _unreadable(name, str(error)) from error
    pages = Pages(count=len(document), title=str(document.get_metadata_dict().get("Title") or "").strip())
    rows: list[Row] = []
    heights: list[float] = []
    budget = MOST_CHARACTERS
    for number in range(min(len(document), MOST_PAGES)):
        try:
            page = document[number]
            text_page = page.get_textpage()
        except pdfium.PdfiumError:
            pages.truncated = True  # a damaged page: the others are still worth reading
            heights.append(0.0)
            continue
        links = list(_read_links(document, page))
        count = min(text_page.count_chars(), budget)
        budget -= count
        rows += _make_rows(_read_glyphs(text_page, count), number, links)
        heights.append(page.get_height())
        text_page.close()
        page.close()
    pages.truncated = pages.truncated or len(document) > MOST_PAGES or budget <= 0
    document.close()
    pages.rows = _without_furniture(rows, heights)
    return pages


def _unreadable(name: str, reason: str) -> DocumentError:
    if "password" in reason.lower():
        return DocumentError(
            f"{name} is encrypted with a password.", hint="Save a copy without password, and check that."
        )
    return DocumentError(
        f"{name} is damaged: it cannot be opened as PDF ({reason[:80]}).",
        hint="Fetch or print the file to PDF again, or give the article's source.",
    )


def _read_glyphs(text_page: Any, count: int) -> Iterator[_Glyph | None]:
    """The characters with their places; None where pdfium sees a new line."""
    box = pdfium_c.FS_RECTF()
    x, y = ctypes.c_double(), ctypes.c_double()
    last: _Glyph | None = None
    for index in range(count):
        code = pdfium_c.FPDFText_GetUnicode(text_page, index)
        if code in {10, 13}:
            yield None
            continue
        character = chr(code) if 0 < code < 0x110000 and not 0xD800 <= code < 0xE000 else " "
        if pdfium_c.FPDFText_IsGenerated(text_page, index) and last is not None:
            yield _Glyph(character, last.right, last.right, last.base, last.size)
            continue
        pdfium_c.FPDFText_GetLooseCharBox(text_page, index, box)
        pdfium_c.FPDFText_GetCharOrigin(text_page, index, x, y)
        last = _Glyph(character, box.left, box.right, y.value, abs(box.top - box.bottom))
        yield last


def _read_links(document: Any, page: Any) -> Iterator[_Link]:
    """The web links of a page: left, bottom, right, top, address."""
    position, link, rectangle = ctypes.c_int(0), pdfium_c.FPDF_LINK(), pdfium_c.FS_RECTF()
    for _ in range(_MOST_LINKS):
        if not pdfium_c.FPDFLink_Enumerate(page, position, link):
            return
        action = pdfium_c.FPDFLink_GetAction(link)
        if not action or pdfium_c.FPDFAction_GetType(action) != pdfium_c.PDFACTION_URI:
            continue
        length = pdfium_c.FPDFAction_GetURIPath(document, action, None, 0)
        if not 1 < length <= 4096 or not pdfium_c.FPDFLink_GetAnnotRect(link, rectangle):
            continue
        buffer = ctypes.create_string_buffer(length)
        pdfium_c.FPDFAction_GetURIPath(document, action, buffer, length)
        yield rectangle.left, rectangle.bottom, rectangle.right, rectangle.top, buffer.value.decode("utf-8", "replace")


def _make_rows(glyphs: Iterator[_Glyph | None], page: int, links: list[_Link]) -> Iterator[Row]:
    """Rows out of characters: a new row begins where the base line falls or the text goes back to the left."""
    rows: list[list[_Glyph]] = [[]]
    for glyph in glyphs:
        if glyph is None:
            continue
        if rows[-1] and _starts_row(rows[-1][-1], glyph):
            rows.append([])
        rows[-1].append(glyph)
    for row in _with_scattered(rows):
        yield from _make_row(row, page, links)


def _with_scattered(rows: list[list[_Glyph]]) -> list[list[_Glyph]]:
    """Superscripts that the page paints after its text go back to where they stand."""
    moved: set[int] = set()
    short = [at for at, row in enumerate(rows) if _is_short(row)]
    for at in short if len(short) <= _MOST_SHORT else ():
        row = rows[at]
        host = next((other for other in rows if other is not row and _holds(other, row)), None)
        if host is not None:
            _insert(host, row)
            moved.add(at)
    return [row for at, row in enumerate(rows) if at not in moved]


def _insert(host: list[_Glyph], row: list[_Glyph]) -> None:
    left = row[0].left
    place = next((i for i, glyph in enumerate(host) if glyph.left >= left - 0.1 * glyph.size), len(host))
    host[place:place] = row


def _is_short(row: list[_Glyph]) -> bool:
    return 0 < len("".join(glyph.character for glyph in row).strip()) <= _SHORT


def _holds(row: list[_Glyph], small: list[_Glyph]) -> bool:
    """Whether a short run stands, smaller and higher, in the line of a row."""
    if not row:
        return False
    first, size = small[0], _middle_size(row)
    raised = _HIGH * size < first.base - row[0].base < size
    return raised and first.size <= _SMALL * size and row[0].left - 2 * size <= first.left <= row[-1].right + size


def _middle_size(row: list[_Glyph]) -> float:
    """The size of a row's usual letters; the largest of them may be half as large again, where a font does not say how high it is."""
    return sorted(glyph.size for glyph in row)[len(row) // 2]


def _starts_row(last: _Glyph, glyph: _Glyph) -> bool:
    size = max(last.size, glyph.size)
    return abs(glyph.base - last.base) > _NEW_ROW * size or glyph.right < last.left - 2 * size


def _make_row(glyphs: list[_Glyph], page: int, links: list[_Link]) -> Iterator[Row]:
    shown = [glyph for glyph in glyphs if not glyph.character.isspace()]
    if not shown:
        return
    size, base = _print_of(shown)
    dressed = groupby(glyphs, key=lambda glyph: (_is_raised(glyph, size, base), _link_of(glyph, size, links)))
    runs = [Run("".join(_SHOWN.get(g.character, g.character) for g in same), *dress) for dress, same in dressed]
    gap = max((b.left - a.right for a, b in pairwise(shown[_SHORT:])), default=0.0)
    right = max(glyph.right for glyph in shown)
    yield Row(page, tuple(runs), shown[0].left, right, base, size, shown[-1].character in _HYPHENS, gap)


def _print_of(shown: list[_Glyph]) -> tuple[float, float]:
    """A row's own size, and where its base line stands. Letters tell it: figures may be of another font, which seems larger or smaller."""
    letters = [glyph for glyph in shown if glyph.character.isalpha()]
    size = _size_of(letters if len(letters) > 1 else shown)
    # A row that begins with a superscript and has few letters more: the larger letters are the row's own.
    size = max(size, max(glyph.size for glyph in shown) if len(shown) < 6 else size)
    return float(size), _most_common(glyph.base for glyph in shown if glyph.size > _SMALL * size)


def _size_of(shown: list[_Glyph]) -> float:
    """The size of most letters, or the larger one of the capitals among small ones: `IMMIGRANTS, BORDERS` in a law review."""
    usual = _most_common(glyph.size for glyph in shown)
    larger = [glyph.size for glyph in shown if usual * _LARGER < glyph.size < usual * _CAPITAL]
    small_capitals = all(g.character.isupper() for g in shown if g.character.isalpha() and g.size < usual * _LARGER)
    return _most_common(larger) if larger and len(larger) >= _SHARE * len(shown) and small_capitals else usual


_LARGER, _CAPITAL = 1.08, 1.5  # times the size of small capitals: between the two are the capitals among them
_SHARE = 0.08  # of a row's letters: so many capitals are not there by chance


def _most_common(measures: Iterable[float]) -> float:
    """To a tenth of a point; rounded once for each measure that there is, not for each letter."""
    rounded: Counter[float] = Counter()
    for measure, times in Counter(measures).items():
        rounded[round(measure, 1)] += times
    return rounded.most_common(1)[0][0]


def _is_raised(glyph: _Glyph, size: float, base: float) -> bool:
    rise = glyph.base - base
    is_raised = glyph.size < size and rise > (_HIGH if glyph.size <= _SMALL * size else _HIGHER) * size
    return is_raised or glyph.character in _UNICODE_RAISED


def _link_of(glyph: _Glyph, size: float, links: list[_Link]) -> str:
    """The link that a character stands in."""
    if not links:
        return ""
    across, up = (glyph.left + glyph.right) / 2, glyph.base + 0.3 * size
    return next((link[4] for link in links if link[0] <= across <= link[2] and link[1] <= up <= link[3]), "")


def _outermost(rows: list[Row]) -> dict[int, tuple[float, float]]:
    """Where the lowest and the highest row of each page stand."""
    bases: dict[int, tuple[float, float]] = {}
    for row in rows:
        low, high = bases.get(row.page, (row.base, row.base))
        bases[row.page] = min(low, row.base), max(high, row.base)
    return bases


def _without_furniture(rows: list[Row], heights: list[float]) -> list[Row]:
    """Leave out running heads, page numbers and drawn strokes."""
    outermost = _outermost(rows)

    def at_edge(row: Row, edge: float) -> bool:
        return not edge * heights[row.page] < row.base < (1 - edge) * heights[row.page]

    def is_furniture(row: Row) -> bool:
        shape = _shape(row)
        if _STROKE.fullmatch(shape):
            return True
        if at_edge(row, _EDGE) and (counts[shape] >= often or _PAGE_NUMBER.fullmatch(row.text.strip())):
            return True
        outer = row.base in outermost[row.page] and at_edge(row, _WIDE_EDGE)
        return outer and (heads[shape] >= often or _BARE_NUMBER.fullmatch(shape) is not None)

    counts = Counter(_shape(row) for row in rows if at_edge(row, _EDGE))
    heads = Counter(_shape(row) for row in rows if row.base == outermost[row.page][1])
    often = max(3, 0.3 * len(heights))
    return [row for row in rows if not is_furniture(row)]


def _shape(row: Row) -> str:
    return _DIGITS.sub("0", row.text.strip())


_STROKE = re.compile(r"[-–—_]{10,}")
_BARE_NUMBER = re.compile(r"[-–—\s]*0[-–—\s]*")  # a page's number; `(2000).` may be the end of a note
