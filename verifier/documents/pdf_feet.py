"""Notes at the foot of a PDF's pages: in small print, with nothing in usual print below them.

In: the rows of the pages and the size of the body. Out: notes, and the rows that are left. The rule: labels count on and are called on
their page; a figure that some page lacks is passed over where the next one is raised and called.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import chain, takewhile, zip_longest

from verifier.documents.pdf_labels import called_by, label_of
from verifier.documents.pdf_note import PdfNote
from verifier.files.pdf_rows import Row
from verifier.model import NoteKind
from verifier.notes.labels import readings

_SMALL_PRINT = 0.94  # of the body's size: Word's footnotes are 10 of 12 points, LaTeX's 8 of 10
_TABLE_GAP = 2.5  # of the size: wider spaces inside a row are those between cells
_SYMBOLS = "*†‡§¶"
_MOST_MISSING = 3
_CLOSE = 2.2  # of the size: rows of one note
_SAME, _ALIKE = 0.08, 0.25  # by how much of a size another one differs
_EVEN = 0.5  # points
_SHORT = 40  # characters
_INDENT = 4  # points


def take_feet(rows: Sequence[Row], body_size: float) -> tuple[list[PdfNote], list[Row]]:
    """The notes in small print at the foot of a page that begin with the next label, one that the page calls; and what is left."""
    notes: list[PdfNote] = []
    body: list[Row] = []
    rows = _evened(rows)
    called = called_by(rows)
    usual = [row for row in rows if not _is_small(row, body_size) and _has_letters(row)]
    raised = any(row.runs[0].raised and label_of(row)[0] for row in rows if _is_small(row, body_size))
    for run in _print_runs(rows, body_size):
        if not _is_small(run[0], body_size) or (
            _goes_on_below(run, usual) and not _is_list(run, called, raised=raised)
        ):
            body += run
        else:
            _take_foot(run, called, notes, body)
    return notes, body


def _evened(rows: Sequence[Row]) -> list[Row]:
    """The rows; one among smaller ones, in step with them or labelled next has their size: a few italics may seem larger (“5 Id.”)."""
    done: list[Row] = []
    for row, behind in zip_longest(rows, rows[1:]):
        over, above = done[-2:] if len(done) > 1 else (row, row)
        smaller = _is_close(above, row) and above.size < _SMALL_PRINT * row.size
        if behind is None or behind.page != row.page:
            among = over.page == row.page and abs(over.base - 2 * above.base + row.base) <= _EVEN
        else:
            among = _is_close(row, behind) and behind.size <= (1 + _SAME) * above.size
        done.append(replace(row, size=above.size) if smaller and (among or _is_labelled_next(row, done)) else row)
    return done


def _is_labelled_next(row: Row, above: Sequence[Row]) -> bool:
    """Whether a short row has the label behind one of its page."""
    label = label_of(row)[0]
    if not label.isdecimal() or len(row.text) > _SHORT:
        return False
    page = takewhile(lambda other: other.page == row.page, reversed(above))
    return any(label_of(other)[0] == str(int(label) - 1) for other in page)


def _is_close(row: Row, below: Row) -> bool:
    """Whether a row stands right below another."""
    return row.page == below.page and 0 < row.base - below.base < _CLOSE * min(row.size, below.size)


def _take_foot(run: Sequence[Row], called: Mapping[int, set[str]], notes: list[PdfNote], body: list[Row]) -> None:
    """Each row of small print begins a note, goes on with one, or is text of the body."""
    begun = [(row.left, label) for row in run if (label := label_of(row)[0])]
    beside = {label for _, label in begun}
    for at, row in enumerate(chain.from_iterable(_pieces(one, called, notes) for one in run)):
        label, drop = label_of(row)
        if not (label and _is_called(called, label, row.page)):
            label, drop = _glued(row, beside, notes, called) or (label, drop)
        prose = row.gap < _TABLE_GAP * row.size or _is_next(notes, label, row, called)
        stands = label and prose and not _is_figure(row, label, begun, called.get(row.page, ()))
        if stands and _is_called(called, label, row.page) and _counts_on(notes, label, row, called, beside):
            notes.append(PdfNote(label, NoteKind.FOOTNOTE, row.page, drop, [row]))
        elif notes and (at or notes[-1].page == row.page - 1) and _continues(notes[-1].rows[-1], row):
            notes[-1].rows.append(row)
        else:
            body.append(row)


def _is_figure(row: Row, label: str, begun: Sequence[tuple[float, str]], called: Collection[str]) -> bool:
    """Whether a row begins with a figure of its sentence: another row of the foot has the label, where most that are called stand.

    `begun` are the labels in front of the foot's rows, and where they stand.
    """
    same = [left for left, name in begun if name == label]
    if len(same) < 2 or label not in called:
        return False
    edge = Counter(round(left) for left, name in begun if name in called).most_common(1)[0][0]
    return abs(row.left - edge) > min(abs(left - edge) for left in same) + _INDENT


def _glued(
    row: Row, beside: Collection[str], notes: Sequence[PdfNote], called: Mapping[int, set[str]]
) -> tuple[str, int] | None:
    """The next label where no blank divides it from the note: `4ibid 14`, `1612 F.3d 5`; no row of this foot has it with one."""
    label = str(int(notes[-1].label) + 1) if notes and notes[-1].label.isdecimal() else "1"
    behind = row.text[len(label) : len(label) + 1]
    if not row.text.startswith(label) or not behind.isalnum() or label not in called.get(row.page, ()):
        return None
    if notes and notes[-1].page == row.page and notes[-1].rows[-1].text.rstrip()[-1:].isalnum():
        return None  # the note before goes on
    return None if label in beside else (label, len(label))


def _pieces(row: Row, called: Mapping[int, set[str]], notes: Sequence[PdfNote]) -> Iterator[Row]:
    """A row, divided where another note begins in it: short ones stand side by side, `15 Id.  16 See Roe.`, or one ends in it."""
    label, start = label_of(row)[0] or (notes[-1].label if notes else ""), 0
    for at, run in enumerate(row.runs):
        inner = run.text.strip()
        if (
            at > start
            and label.isdecimal()
            and run.raised
            and inner == str(int(label) + 1)
            and _is_called(called, inner, row.page)
        ):
            yield replace(row, runs=row.runs[start:at], hyphenated=False)
            label, start = inner, at
    yield replace(row, runs=row.runs[start:]) if start else row


def _is_list(run: Sequence[Row], called: Mapping[int, set[str]], *, raised: bool) -> bool:
    """Whether small print above usual print is a list of notes: labels that count on, each called before.

    Where some page has raised labels, only such count.
    """
    labels = [label for row in run if row.runs[0].raised >= raised and (label := label_of(row)[0]).isdecimal()]
    numbers = [int(label) for label in labels]
    seen = {label for page, names in called.items() if page <= run[0].page for label in names}
    if not raised and (not label_of(run[0])[0] or max(row.gap for row in run) >= _TABLE_GAP * run[0].size):
        return False
    return len(labels) > 1 and numbers == list(range(numbers[0], numbers[0] + len(numbers))) and seen.issuperset(labels)


def _goes_on_below(run: Sequence[Row], usual: Sequence[Row]) -> bool:
    """Whether usual print follows below small print in its column: a table, a caption or a quotation, no foot of the page."""
    lowest = min(row.base for row in run)
    left, right = min(row.left for row in run), max(row.right for row in run)
    page = run[0].page
    first = bisect_left(usual, page, key=lambda row: row.page)
    for row in usual[first:]:
        if row.page != page:
            return False
        if row.base < lowest and row.left < right and left < row.right:
            return True
    return False


def _has_letters(row: Row) -> bool:
    return any(character.isalpha() for character in row.text)


def _is_small(row: Row, body_size: float) -> bool:
    """Whether a row is in small print, or begins with a raised label and seems larger than the body for its figures."""
    return row.size <= _SMALL_PRINT * body_size or (row.size > _TOO_LARGE * body_size and row.runs[0].raised)


_TOO_LARGE = 1.1


def _is_called(called: Mapping[int, set[str]], label: str, page: int) -> bool:
    """Whether the page, or the one before, calls a label; where nothing is raised anywhere, nobody can tell."""
    return label in called.get(page, ()) or label in called.get(page - 1, ()) or not any(called.values())


def _print_runs(rows: Sequence[Row], body_size: float) -> Iterator[list[Row]]:
    """Runs of rows of one page in small or in usual print; figures alone are in the print of the rows around them."""
    run: list[Row] = []
    small = False
    for row in rows:
        lettered = _has_letters(row) or _is_small(row, body_size)
        if run and (row.page != run[-1].page or (lettered and _is_small(row, body_size) != small)):
            yield run
            run = []
        small = _is_small(row, body_size) if lettered or not run else small
        run.append(row)
    if run:
        yield run


def _counts_on(
    notes: Sequence[PdfNote], label: str, row: Row, called: Mapping[int, set[str]], beside: Collection[str]
) -> bool:
    """Whether a label is the next one: numbers count on, or begin again on a new page; signs may not repeat on a page.

    `beside` are the labels of the same foot: where that of the next number is there, and the page calls both, earlier ones were not read.
    """
    if label[0] in _SYMBOLS:
        return all(note.label != label or note.page != row.page for note in notes[-10:])
    sure = label in called.get(row.page, ())
    follower = str(int(label) + 1) if label.isdecimal() else ""
    first = sure and (bool(row.runs[0].raised) or (follower in beside and follower in called.get(row.page, ())))
    return any(_follows(notes, reading, row.page, sure=sure, first=first) for reading in readings(label))


def _is_next(notes: Sequence[PdfNote], label: str, row: Row, called: Mapping[int, set[str]]) -> bool:
    """Whether a label is the very next one, and called on its page: wide spaces in its row are those of a justified line."""
    if not notes or not label.isdecimal() or not notes[-1].label.isdecimal():
        return False
    return int(label) == int(notes[-1].label) + 1 and label in called.get(row.page, ())


def _follows(notes: Sequence[PdfNote], reading: tuple[str, int], page: int, *, sure: bool, first: bool) -> bool:
    """Whether a number of a system (decimal, roman, letter) is the next one.

    Where its page calls it (`sure`), some may be missing in between; any may be missing, or the first ones of an excerpt, where the label
    is raised or its page has the next one, too (`first`).
    """
    system, number = reading
    earlier = [(note, value) for note in notes[-40:] for kind, value in readings(note.label) if kind == system]
    if not earlier:
        return number == 1 or (first and system == "decimal")
    last, value = earlier[-1]
    if sure and system == "decimal" and value < number and (first or number <= value + 1 + _MOST_MISSING):
        return True
    return number == value + 1 or (number == 1 and page > last.page)


def _continues(last: Row, row: Row) -> bool:
    """Whether small print goes on a note: close below it (small capitals are smaller), or in its size on the next page."""
    sized = _has_letters(row) and _has_letters(last)
    if row.page != last.page:
        return not sized or abs(row.size - last.size) <= _SAME * last.size
    if not sized:
        return last.base - row.base < _CLOSE * last.size
    return abs(row.size - last.size) <= _ALIKE * last.size and last.base - row.base < _CLOSE * max(last.size, row.size)
