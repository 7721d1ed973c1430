"""Read a PDF: superscript marks by size and base line, notes at the foot of pages or in a list at the end.

In: bytes. Out: `Document`. A pure function that hostile files can keep busy: whoever calls it runs it in a
bounded child process. Notes are what stands under small print or a heading *and* counts on by one;
a superscript that no such note answers is an exponent. Text without such notes goes through the
resolver of typed notes (`[1]` in the text, `[1] …` at the end).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from verifier.documents.draft import Draft
from verifier.documents.line import Line
from verifier.documents.pdf_feet import take_feet
from verifier.documents.pdf_labels import BRACKETED, label_of
from verifier.documents.pdf_lists import Series, take_lists
from verifier.documents.pdf_marks import MarkFinder
from verifier.documents.pdf_note import PdfNote
from verifier.errors import DocumentError
from verifier.files.pdf_rows import MOST_PAGES, Row, Run, read_pages
from verifier.model import BlockKind, Document, Problem, ProblemKind
from verifier.notes.problems import find_gaps

_LARGE_PRINT = 1.12
_MANY_FEET = 10  # an article with so many footnotes has all of its notes there: numbered headings are none
_LARGER, _MUCH = 1.06, 0.25  # a body beside the notes that outweigh it: the size, and how many letters it has of theirs
_FEW_PAGES = 3
_PARAGRAPH_GAP = 1.45  # of the usual distance of lines
_ADDRESS_END = re.compile(r"(?:https?://|www\.)\S{1,2000}$")
# An address that breaks within its first signs: “http:” and “//…”, “https://” and the host, “www.” and the rest.
_SCHEME_END = re.compile(r"(?:^|[\s(<\[“\"])(?:(?:https?|ftp)(?::/{0,2})?|www\.)$")
_LONGEST_ADDRESS = 2100
_GOES_ON = re.compile(r"[\w%/?=&.#~+@:;,()-]{1,400}")
_RANGE_END = re.compile(r"\d[–-]$")
_SENTENCE_END = tuple('.!?:”"»)')
_BACK = " \t\u00a0\ufe0e\ufe0f↑↩↵⏎⤴^"


def read(data: bytes, name: str) -> Document:
    """Read a PDF. Raises DocumentError."""
    pages = read_pages(data, name)
    if not pages.rows:
        raise DocumentError(
            f"{name} holds no text on its {pages.count} pages: it is probably a scan.",
            hint="Run text recognition (ocrmypdf) on it first, or give the article in another form.",
        )
    draft = Draft(name, "pdf", pages.title or None)
    if pages.truncated:
        draft.problems.append(
            Problem(
                ProblemKind.PARTIAL_DOCUMENT,
                "",
                f"Not all of the {pages.count} pages could be read (at most {MOST_PAGES:,} are).",
            )
        )
    body_size = _usual_size(pages.rows)
    series, rest = take_lists(pages.rows)
    feet, body = take_feet(rest, body_size)
    for note in (*feet, *(note for one in series for note in one.notes)):
        draft.add_note(note.key, note.label, note.kind, [_join(note.rows, note.drop)])
    draft.listed = len(feet) < _MANY_FEET
    draft.problems += _gaps(feet, series)
    finder = MarkFinder(feet, series, body)
    for paragraph in _paragraphs(body):
        kind = (
            BlockKind.HEADING
            if paragraph[0].size > _LARGE_PRINT * body_size and len(paragraph) < 4
            else BlockKind.PARAGRAPH
        )
        draft.add_block(_join(paragraph, 0, finder), kind)
    draft.title = draft.title or draft.first_heading()
    return draft.finish()


def _usual_size(rows: Sequence[Row]) -> float:
    """The size of the body: that of most letters, or the larger one that stands above it on its pages (notes may outweigh their text)."""
    sizes: Counter[float] = Counter()
    for row in rows:
        sizes[row.size] += len(row.text)
    usual, count = sizes.most_common(1)[0]
    larger = [size for size, letters in sizes.items() if size > usual * _LARGER and letters > count * _MUCH]
    return next(
        (size for size in sorted(larger, key=lambda one: -sizes[one]) if _stands_above(rows, size, usual)), usual
    )


def _stands_above(rows: Sequence[Row], large: float, small: float) -> bool:
    """Whether the large print of most pages that have both stands above the small."""
    lowest: dict[int, float] = {}
    highest: dict[int, float] = {}
    for row in rows:
        if row.size == large:
            lowest[row.page] = min(row.base, lowest.get(row.page, row.base))
        elif row.size == small:
            highest[row.page] = max(row.base, highest.get(row.page, row.base))
    both = lowest.keys() & highest.keys()
    return sum(lowest[page] > highest[page] for page in both) * 2 > max(len(both), _FEW_PAGES)


def _gaps(feet: Sequence[PdfNote], series: Sequence[Series]) -> Iterator[Problem]:
    """The numbers that are missing at the feet of the pages, and in each list."""
    for notes in (feet, *(one.notes for one in series)):
        yield from find_gaps([note.label for note in notes])


# --- lines


def _paragraphs(rows: Sequence[Row]) -> Iterator[list[Row]]:
    """Rows that belong together."""
    paragraph: list[Row] = []
    for row in rows:
        if paragraph and _starts_paragraph(paragraph, row):
            yield paragraph
            paragraph = []
        paragraph.append(row)
    if paragraph:
        yield paragraph


def _starts_paragraph(paragraph: Sequence[Row], row: Row) -> bool:
    last = paragraph[-1]
    if _counts_on(paragraph[0], row) and (row.page != last.page or _ends_sentence(last)):
        return True
    if abs(row.size - last.size) > 0.08 * last.size:
        return True
    if row.page != last.page or row.base > last.base:  # a new page or column
        return _ends_sentence(last) and not row.text.lstrip()[:1].islower()
    usual = (
        paragraph[-2].base - last.base if len(paragraph) > 1 and paragraph[-2].page == last.page else 1.2 * last.size
    )
    wide = last.base - row.base > _PARAGRAPH_GAP * max(usual, last.size)
    return wide or (row.left > last.left + 0.9 * row.size and _ends_sentence(last))


def _counts_on(first: Row, row: Row) -> bool:
    """Whether a row begins with the label behind the one that its paragraph begins with: the next item of a list."""
    label, following = label_of(first)[0], label_of(row)[0]
    return label.isdecimal() and following == str(int(label) + 1) and abs(first.left - row.left) < row.size


def _ends_sentence(row: Row) -> bool:
    """Whether a row ends a sentence, marks and the arrow back to a mark left aside."""
    words = "".join(run.text for run in row.runs if not run.raised)
    return BRACKETED.sub("", words).rstrip(_BACK).endswith(_SENTENCE_END)


def _join(rows: Sequence[Row], drop: int, finder: MarkFinder | None = None) -> Line:
    """One line of text out of rows: divided words and addresses are whole again."""
    line = Line()
    right = max(row.right for row in rows)
    for at, row in enumerate(rows):
        if finder is not None:
            finder.enter()
        if at and not _glued(line.text, rows[at - 1], row, right):
            line.add(" ")
        elif at and rows[at - 1].hyphenated and _ADDRESS_END.search(line.text[-_LONGEST_ADDRESS:]):
            line.add("-")  # nobody divides an address by a hyphen: it is the address's own
        for run in _dropped(row.runs, 0 if at else drop):
            _add_run(line, run, row.page, finder)
    return line


def _dropped(runs: Sequence[Run], count: int) -> Iterator[Run]:
    """The runs without their first characters."""
    for run in runs:
        taken, count = min(count, len(run.text)), max(0, count - len(run.text))
        if taken < len(run.text):
            yield Run(run.text[taken:], run.raised and not taken, run.href)


def _add_run(line: Line, run: Run, page: int, finder: MarkFinder | None) -> None:
    marks = finder.marks(run, page, line.text) if finder is not None else []
    if marks:
        for key, label in marks:
            line.mark(key, label)
        line.add(" " if run.text[-1:].isspace() else "")
    elif finder is not None and ("[" in run.text or "(" in run.text):
        _add_bracketed(line, run, page, finder)
    else:
        line.add(run.text, run.href, raised=run.raised)


def _add_bracketed(line: Line, run: Run, page: int, finder: MarkFinder) -> None:
    at = 0
    for found, marks in finder.in_brackets(run.text, page):
        line.add(run.text[at : found.start()], run.href)
        for key, label in marks:
            line.mark(key, label)
        at = found.end()
    line.add(run.text[at:], run.href)


def _glued(text: str, last: Row, row: Row, right: float) -> bool:
    """Whether a row goes on in the middle of a word or of an address."""
    following = row.text.lstrip()
    if last.hyphenated or (_RANGE_END.search(text) and following[:1].isdigit()):
        return True
    if _SCHEME_END.search(text[-12:]) and _GOES_ON.match(following):
        return not following.startswith(("http", "www.")) or text.endswith("://")
    address = _ADDRESS_END.search(text[-_LONGEST_ADDRESS:])
    if address is None:
        return False
    token = _GOES_ON.match(following)
    if token is None or following.startswith(("http://", "https://", "www.", "(", "[")):
        return False
    if text.endswith(("-", "/", "_", "=", "&", "?", "%", "#", "~", "+")):
        return True
    full = last.right > right - 1.2 * last.size
    alone = token.end() >= len(following.rstrip())
    return full and (alone or any(character in token[0] for character in "/?=&%_#")) and not text.endswith((",", ";"))
