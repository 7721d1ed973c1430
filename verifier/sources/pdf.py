"""The text of a PDF by pypdfium2 (Apache-2.0/BSD-3), page by page, and what of it stands around the text.

In: a snapshot. Out: its text, where its pages begin, and its parts: running heads and page numbers, small print (notes, boxes), raised
numbers. The rule of this file: a line's print and place are asked of two of its characters; nothing is left out of the text.
To be run in a bounded child: the parser is C++ and files are hostile.
"""

from __future__ import annotations

import ctypes
import math
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from verifier.model import PageMetadata, Part, Role, Snapshot, SourceText
from verifier.sources.pdf_extent import measure_pages
from verifier.sources.roles import is_note_mark

_PAGES = 1500
_LONGEST = 8_000_000
_HYPHENS = "\x02\ufffe"  # pdfium's signs for a hyphen at the end of a line
_NO_HYPHENS = dict.fromkeys(map(ord, _HYPHENS))
_BETWEEN = 2  # signs between two lines, also of two pages
_EDGE = 0.1  # of a page's height: where running heads and page numbers stand
_SMALL = 0.93  # of the letters of the text
_FAR = 1.7  # lines between a running head and the text
_MOST_RAISED = 400  # numbers of a page that are looked at; a table of figures has more
_DIGITS = re.compile(r"\d+")
_PAGE_NUMBER = re.compile(
    r"\W{0,4}(?:[^\W\d_]{1,9}\.?\s?)?(?:\d{1,4}|[ivxlc]{1,7})(?:\s?(?:/|[^\W\d_]{1,4})\s?\d{1,4})?\W{0,4}",
    re.IGNORECASE,
)
# Numbers of notes, and numbers that may have one behind them: 1998⁴.
_NUMBERS = re.compile(r"(?<!\d)(?<!\d[.,])\d{1,3}(?:[,–-] ?\d{1,3})*(?!\d)|(?<![\d.,])\d{4,6}(?!\d)")
_LEAST_BEFORE = 3  # figures of it: 10⁴ is a power
_LARGE = 1.5  # of the letters that follow an initial
# A divided word ends its line: pdfium goes on behind its sign without a new line.
_LINE = re.compile(r"[^\r\n\x02\ufffe]+(?:[\x02\ufffe]+|(?=[\r\n])|$)")
_BLANKS = re.compile(r"[ \t\x00-\x1f]+")


@dataclass(slots=True)
class _Line:
    """One printed line: its words, the height of its letters, its base as a share of the page's height."""

    text: str
    size: float
    base: float
    raised: list[tuple[int, int]]
    role: Role | None = None


def extract(snapshot: Snapshot) -> SourceText:
    """The text of all pages; `problem` where it is encrypted, damaged or only pictures."""
    import pypdfium2 as pdfium  # noqa: PLC0415 - 30 ms, only for PDFs

    try:
        document = pdfium.PdfDocument(snapshot.body)
    except pdfium.PdfiumError as error:
        why = "is encrypted" if "assword" in str(error) else "is damaged"
        return SourceText("", "pdf", "", problem=f"The PDF {why} and cannot be read.")
    with document:
        pages, size, total = [], 0, len(document)
        for number in range(min(total, _PAGES)):
            pages.append(_read_page(document, number))
            size += sum(len(line.text) for line in pages[-1])
            if size > _LONGEST:
                break
        given = document.get_metadata_dict(skip_empty=True)
    _tell_roles(pages)
    text, parts, starts = _put_together(pages)
    extent, problem = measure_pages(["\n".join(line.text for line in page) for page in pages], total)
    metadata = PageMetadata(title=given.get("Title"), author=given.get("Author"))
    return SourceText(text, "pdf", "", metadata=metadata, problem=problem, parts=parts, pages=starts, extent=extent)


# --- lines ---------------------------------------------------------------------------------------


def _read_page(document: Any, number: int) -> list[_Line]:
    """The lines of a page, in the order of its content; none where it is damaged."""
    import pypdfium2 as pdfium  # noqa: PLC0415

    try:
        page = document[number]
        text_page = page.get_textpage()
        raw = text_page.get_text_range()
        height = page.get_height() or 1.0
    except pdfium.PdfiumError:
        return []
    prints = _Prints(text_page, height)
    lines = [_read_line(found[0], found.start(), prints) for found in _LINE.finditer(raw) if found[0].strip()]
    text_page.close()
    page.close()
    return lines


class _Prints:
    """How characters of a page are printed."""

    def __init__(self, text_page: Any, height: float) -> None:
        import pypdfium2.raw as pdfium  # noqa: PLC0415

        self._raw, self._page, self._height = pdfium, text_page, height
        self._matrix = pdfium.FS_MATRIX()
        self._x, self._y = ctypes.c_double(), ctypes.c_double()
        self.asked = 0

    def __call__(self, at: int) -> tuple[float, float]:
        """The size of the letter at a place of the text, and its base as a share of the page's height."""
        index = self._raw.FPDFText_GetCharIndexFromTextIndex(self._page, at)
        if index < 0 or not self._raw.FPDFText_GetMatrix(self._page, index, self._matrix):
            return 0.0, 0.5
        self._raw.FPDFText_GetCharOrigin(self._page, index, self._x, self._y)
        size = self._raw.FPDFText_GetFontSize(self._page, index) * math.hypot(self._matrix.c, self._matrix.d)
        return size, self._y.value / self._height


def _read_line(line: str, at: int, prints: _Prints) -> _Line:
    places = [i for i, sign in enumerate(line) if sign.isalnum()] or [len(line) - len(line.lstrip())]
    size, base = max(prints(at + places[0]), prints(at + places[len(places) // 2]))
    raised = []
    for found in _NUMBERS.finditer(line):
        prints.asked += 1
        if prints.asked > _MOST_RAISED:
            break
        small, high = prints(at + found.start())
        if 0 < small <= _SMALL * size and high > base and is_note_mark(found[0], line[: found.start()].rstrip()):
            raised.append(found.span())
        elif glued := _glued(found, at, prints, (size, base)):
            raised.append(glued)
    return _Line(line, size, base, raised)


def _glued(found: re.Match[str], at: int, prints: _Prints, usual: tuple[float, float]) -> tuple[int, int] | None:
    """Where the raised figures of a note begin and end at the end of a number."""
    start = found.end()
    while start - found.start() > _LEAST_BEFORE:
        small, high = prints(at + start - 1)
        if not (0 < small <= _SMALL * usual[0] and high > usual[1]):
            break
        start -= 1
    return (start, found.end()) if start < found.end() else None


# --- roles ---------------------------------------------------------------------------------------


def _tell_roles(pages: Sequence[Sequence[_Line]]) -> None:
    """Running heads and page numbers at the edges of pages; lines in smaller print than the text."""
    sizes: Counter[float] = Counter()
    heads: Counter[str] = Counter()
    for line in (line for page in pages for line in page):
        sizes[round(line.size, 1)] += len(line.text)
        if _at_edge(line):
            heads[_headline(line)] += 1
    usual = sizes.most_common(1)[0][0] if sizes else 0.0
    often = max(2, 0.2 * len(pages))
    for page in pages:
        for line in page:
            if _at_edge(line) and (
                heads[_headline(line)] >= often
                or _PAGE_NUMBER.fullmatch(line.text.strip())
                or (line.size <= _SMALL * usual and _stands_alone(line, page, usual))
            ):
                line.role = Role.FURNITURE
            elif 0 < line.size <= _SMALL * usual:
                line.role = Role.ASIDE


def _at_edge(line: _Line) -> bool:
    return not _EDGE < line.base < 1 - _EDGE


def _headline(line: _Line) -> str:
    """What a running head says on every page."""
    return _DIGITS.sub("0", " ".join(line.text.split()))


def _stands_alone(line: _Line, page: Sequence[_Line], usual: float) -> bool:
    """Whether a small line at the edge has no other small line beside it: no note of several lines."""
    near = [other for other in page if other is not line and abs(other.base - line.base) * 800 < _FAR * usual]
    return not any(other.size <= _SMALL * usual for other in near if abs(other.base - line.base) > 0)


# --- the text ------------------------------------------------------------------------------------


def _put_together(pages: Sequence[Sequence[_Line]]) -> tuple[str, tuple[Part, ...], tuple[int, ...]]:
    """The text, its parts, and where its pages begin."""
    pieces: list[str] = []
    parts: list[Part] = []
    starts: list[int] = []
    size = 0
    for page in pages:
        starts.append(size)
        for i, line in enumerate(page):
            words, raised = _words(line)
            following = page[i + 1] if i + 1 < len(page) else None
            words += _ending(line, following)
            end = size + len(words.rstrip())
            parts += (
                [Part(size, end, line.role)]
                if line.role
                else [Part(size + a, size + b, Role.NOTE_MARK) for a, b in raised]
            )
            pieces.append(words)
            size += len(words)
        if page:
            pieces.append("\n")
            size += 1
    text = "".join(pieces).rstrip()
    return text, tuple(_joined(p for p in parts if p.end <= len(text))), tuple(starts)


def _words(line: _Line) -> tuple[str, list[tuple[int, int]]]:
    """A line's words with single blanks, and where its raised numbers are in them."""
    made, raised, at = "", [], 0
    for start, end in line.raised:
        made += _plain(line.text[at:start], made)
        raised.append((len(made), len(made) + end - start))
        made += line.text[start:end]
        at = end
    return (made + _plain(line.text[at:], made)).rstrip(), raised


def _plain(text: str, before: str) -> str:
    plain = _BLANKS.sub(" ", text.translate(_NO_HYPHENS))
    return plain.lstrip(" ") if not before or before.endswith(" ") else plain


def _ending(line: _Line, following: _Line | None) -> str:
    """What ends a line: nothing where the next one goes on with a divided word, the hyphen where something stands between."""
    if following is not None and _is_initial(line, following):
        return ""
    divided = line.text.rstrip()[-1:] in _HYPHENS
    if divided and following is not None and following.role is line.role:
        return ""
    return "-\n" if divided else "\n"


def _is_initial(line: _Line, following: _Line) -> bool:
    """Whether a line is the large first letter of the next one."""
    letter = line.text.strip()
    large = len(letter) == 1 and letter.isupper() and line.size >= _LARGE * following.size > 0
    return large and following.text.lstrip()[:1].islower()


def _joined(parts: Iterable[Part]) -> Iterator[Part]:
    """Neighbours of one role as one."""
    last: Part | None = None
    for part in parts:
        if last is not None and last.role is part.role is not Role.NOTE_MARK and part.start - last.end <= _BETWEEN:
            last = Part(last.start, part.end, part.role)
            continue
        if last is not None:
            yield last
        last = part
    if last is not None:
        yield last
