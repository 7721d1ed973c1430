"""Marks and notes that nothing links: `[i]` in the sentence, `[i] …` at the end.

In: the flow and what other ways found. Out: further notes with their marks, and ranges that only repeat known notes.
The rule: labels of one dress and one system, ascending in the notes and ascending in the marks; the longest
monotone run of equal labels decides, and how much of both sides it covers says whether it is believed.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field
from itertools import product

from verifier.model import NoteKind
from verifier.notes.ascending import longest_ascending
from verifier.notes.candidates import Candidate, find_marks, find_starts
from verifier.notes.extents import extents
from verifier.notes.flow import Anchor, Area, Flow, Found, Range
from verifier.notes.labels import readings
from verifier.notes.repeats import key_of, keys_of
from verifier.notes.uncalled import name_sources


@dataclass(frozen=True, slots=True)
class Pairing:
    """How marks of one dress may call notes of another; `apart`: only where a heading, rule or name sets notes apart."""

    mark: str
    start: str
    apart: bool
    why: str


_GLUED = "“in May.3 Then”: a superscript pasted as plain text; only under a heading, and only where every note is called in order"
_PASTED = "“the treaty2, until 19541”: the same behind words and years, in as many places as there are notes"
PAIRINGS = (
    Pairing("square", "square", False, "[1] … [1]: the plain-text custom, and think tanks that paste from Word"),
    Pairing("raised", "raised", False, "superscripts on both sides"),
    Pairing("raised", "square", False, "a raised [1], and [1] at the end"),
    Pairing("raised", "circled", False, "a raised ①, and ① at the end: Chinese footnotes"),
    Pairing("square", "raised", False, "[1] in the text, a superscript at the end"),
    Pairing("circled", "circled", True, "①: Japanese and Chinese pages; it numbers enumerations too"),
    Pairing("star", "star", False, "* and †: one or two remarks below a text"),
    Pairing("raised", "star", False, "a raised asterisk"),
    Pairing("star", "raised", False, "an asterisk, raised in front of the note"),
    Pairing("round", "round", True, "(1) also numbers enumerations and equations"),
    Pairing(
        "lettered",
        "round",
        True,
        "(a), (i): only where every note is called in order, and names a source or stands under a heading",
    ),
    Pairing("raised", "round", True, "a superscript, (1) at the end"),
    Pairing("raised", "word", False, "a superscript, “Note 1” at the end"),
    Pairing("square", "word", False, "[1], “Note 1” at the end"),
    Pairing("braced", "braced", True, "{1}, ⟨1⟩"),
    Pairing("stroke", "stroke", True, "1/: offices in the United States"),
    Pairing("stroke", "dot", True, "1/ in the text, 1. under a note heading"),
    Pairing("round", "bare", True, "(1) in the text, the number in an element of its own"),
    Pairing("round", "number", True, "(1) in the text, 1 and the text"),
    Pairing("round", "word", True, "(注1) in the text, 注1 at the end"),
    Pairing("raised", "bare", True, "the number in an element or cell of its own"),
    Pairing("square", "bare", True, "the number in an element or cell of its own"),
    Pairing("raised", "dot", True, "1. under a note heading"),
    Pairing("square", "dot", True, "1. under a note heading"),
    Pairing("round", "dot", True, "(1) in the text, 1. under a note heading"),
    Pairing("raised", "paren", True, "1) under a note heading"),
    Pairing("square", "paren", True, "1) under a note heading"),
    Pairing("round", "paren", True, "(1) in the text, 1) under a note heading"),
    Pairing("raised", "item", True, "a numbered list under a note heading"),
    Pairing("square", "item", True, "a numbered list under a note heading"),
    Pairing("round", "item", True, "(1) in the text, a numbered list under a note heading"),
    Pairing("raised", "number", True, "1 and the text, nothing between"),
    Pairing("square", "number", True, "1 and the text, nothing between"),
    Pairing("round", "square", True, "(1) in the text, [1] at the end"),
    Pairing("square", "round", True, "[1] in the text, (1) at the end"),
    Pairing("circled", "item", True, "①, and a numbered list"),
    Pairing("glued", "bare", True, _GLUED),
    Pairing("glued", "number", True, _GLUED),
    Pairing("glued", "dot", True, _GLUED),
    Pairing("glued", "paren", True, _GLUED),
    Pairing("glued", "item", True, _GLUED),
    Pairing("glued", "square", True, _GLUED),
    Pairing("pasted", "bare", True, _PASTED),
    Pairing("pasted", "number", True, _PASTED),
    Pairing("pasted", "dot", True, _PASTED),
    Pairing("pasted", "paren", True, _PASTED),
    Pairing("pasted", "item", True, _PASTED),
    Pairing("pasted", "square", True, _PASTED),
    Pairing("pasted", "raised", True, _PASTED),
)
_WITHOUT_DRESS = frozenset(("glued", "pasted"))
_ONLY_WHOLE = _WITHOUT_DRESS | {"lettered"}
# A break in the numbers of a list this large is another list.
_LARGEST_GAP = 3
_SKIP = 2
_ENOUGH = 0.5
_ARROWS = ("↑", "↩", "↵", "⏎", "⤴", "^")
# Letters by which two notes are known to be the same.
_ENOUGH_TO_COMPARE = 12
# Marks looked at between two lists.
_MOST_BETWEEN = 200
_MOST_PASSES = 8
# More asterisks than this are no notes: required fields, prices, emphasis.
_MANY_STARS = 12


@dataclass(slots=True)
class _Run:
    """Beginnings of notes with ascending numbers."""

    starts: list[Candidate]
    numbers: list[int]
    apart: bool = False  # a heading, a name or a rule sets it apart from the body
    named: bool = False  # a heading or a name does
    sourced: bool = False  # most notes name what can be looked up
    leads: bool = False  # it may stand in front of the body: more than one note, right below what names it
    called: dict[int, Candidate] = field(default_factory=dict)

    def takes(self, candidate: Candidate, number: int, ahead: Collection[int]) -> bool | None:
        """Whether a number goes on with this list or is a stray one in it (False); None where it begins another list.

        Within one list some numbers may be missing, unless the one that should stand here follows soon.
        """
        expected = self.numbers[-1] + 1
        same_list = self.starts[-1].group == candidate.group
        if expected <= number <= expected + (_LARGEST_GAP if same_list else 0):
            return number == expected or expected not in ahead
        return False if same_list and expected in ahead and number != 1 else None


@dataclass(slots=True)
class _Match:
    """A run of notes with the marks that call them."""

    pairing: Pairing
    run: _Run
    marks: list[tuple[Candidate, int]]  # (mark, index into the run)
    ordered: int  # how many labels the longest monotone run covers

    @property
    def covered(self) -> int:
        """How many notes are called."""
        return len({k for _, k in self.marks})

    @property
    def is_whole(self) -> bool:
        """Whether every note is called."""
        return self.covered == len(self.run.starts)

    @property
    def explains_enough(self) -> bool:
        """Whether most notes are called, and most of those in order."""
        return self.covered >= len(self.run.starts) * _ENOUGH and self.ordered >= self.covered * _ENOUGH

    @property
    def comes_first(self) -> bool:
        """Whether the first note stands before its own mark."""
        mark, note = self.marks[0]
        return mark.start > self.run.starts[note].start


@dataclass(frozen=True, slots=True)
class Unlinked:
    """Notes, ranges that repeat a known note, marks of the same dress that no note answers, and labels that begin none."""

    found: list[Found]
    repeated: list[Range]
    left: list[Candidate]
    starts: list[Candidate]


def find_unlinked(flow: Flow, known: Sequence[Found], taken: Sequence[Range], *, listed: bool = True) -> Unlinked:
    """What labels alone tell, beside the notes that are known and the ranges that are taken.

    Without `listed`, what only a heading, a rule or a name would set apart is none.
    """
    busy = _busy(known, taken)
    marks, starts = find_marks(flow, busy), find_starts(flow, busy)
    matches: list[_Match] = []
    for _ in range(_MOST_PASSES):
        chosen = _choose(_all_matches(flow, marks, starts, listed=listed))
        if not chosen:
            break
        matches += chosen
        marks, starts = _unused(chosen, marks, starts)
    found, repeated = _without_repeated(flow, known, _notes(flow, matches), starts)
    pieces = sorted(piece for note in found for piece in note.pieces)
    left = _left(found, [mark for mark in marks if not _inside(pieces, mark.start)], _dresses(known, matches))
    return Unlinked(found, repeated, left, [start for start in starts if not _inside(pieces, start.start)])


def _busy(known: Sequence[Found], taken: Sequence[Range]) -> list[Range]:
    """The ranges where other ways have found notes and marks."""
    pieces = {piece for note in known for piece in note.pieces}
    marks = {(mark.start, max(mark.end, mark.start + 1)) for note in known for mark in note.marks}
    return sorted({*taken, *pieces, *marks})


def _unused(
    chosen: list[_Match], marks: list[Candidate], starts: list[Candidate]
) -> tuple[list[Candidate], list[Candidate]]:
    """The marks and the beginnings of notes that these matches leave over."""
    used_starts = {c.start for match in chosen for c in match.run.starts}
    used_marks = {(c.start, c.label) for match in chosen for c, _ in match.marks}
    marks = [c for c in marks if (c.start, c.label) not in used_marks and c.start not in used_starts]
    return marks, [c for c in starts if c.start not in used_starts]


def _without_repeated(
    flow: Flow, known: Sequence[Found], found: list[Found], starts: list[Candidate]
) -> tuple[list[Found], list[Range]]:
    """The notes that are not known already, and the ranges that only repeat a known one."""
    texts = keys_of(flow, known)
    if not known:
        return found, []
    new: list[Found] = []
    repeated = _repeated(flow, starts, texts)
    for note in found:
        if _repeats(flow, note.pieces[0], texts):
            repeated.append(note.pieces[0])
        else:
            new.append(note)
    return new, repeated


def _dresses(known: Sequence[Found], matches: list[_Match]) -> set[str]:
    """How the marks of this document are set; square brackets where none was found."""
    return {match.pairing.mark for match in matches} - _ONLY_WHOLE or (set() if known else {"square"})


def _left(found: list[Found], marks: list[Candidate], dresses: set[str]) -> list[Candidate]:
    """The marks of these dresses that no note answers: numbers, and others that are not alone of their kind."""
    left = [c for c in marks if c.dress in dresses and c.label != "0"]
    labels = {label for label in (c.label for c in left) if not label.isdecimal()}
    labels |= {note.label for note in found}
    known = {reading for label in labels for reading in readings(label)}
    return [c for c in left if c.label.isdecimal() or any(_beside(reading) & known for reading in c.readings)]


def _beside(reading: tuple[str, int]) -> set[tuple[str, int]]:
    """The numbers before and behind one of its system: `[X]` alone is a placeholder, `[ii]` beside `[i]` a mark."""
    system, number = reading
    return {(system, number - 1), (system, number + 1)}


def _repeated(flow: Flow, starts: Iterable[Candidate], texts: set[str]) -> list[Range]:
    """Notes that stand a second time in a list: the first note holds its own words."""
    named = [c.start for c in starts if flow.area_at(c.start) & Area.NOTES]
    return [piece for piece in extents(flow, named, []) if _repeats(flow, piece, texts)]


def _repeats(flow: Flow, piece: Range, texts: set[str]) -> bool:
    key = key_of(flow.text[piece[0] : piece[1]])
    return len(key) >= _ENOUGH_TO_COMPARE and key in texts


def _inside(pieces: list[Range], position: int) -> bool:
    at = bisect_right(pieces, (position, len(pieces) and pieces[-1][1] + 1)) - 1
    return at >= 0 and pieces[at][0] <= position < pieces[at][1]


# --- runs ------------------------------------------------------------------------------------------


def _all_matches(flow: Flow, marks: list[Candidate], starts: list[Candidate], *, listed: bool) -> list[_Match]:
    """Every pairing that is believed, those that explain most labels first."""
    by_mark = _by_system(marks)
    by_start = _by_system(starts)
    systems = sorted({system for _, system in by_mark.keys() | by_start.keys()})
    found: list[_Match] = []
    for pairing, system in product((p for p in PAIRINGS if listed or not p.apart), systems):
        sides = by_mark.get((pairing.mark, system)), by_start.get((pairing.start, system))
        if sides[0] and sides[1]:
            found += _matches(flow, pairing, sides[0], sides[1])
    return sorted(found, key=lambda match: -match.ordered)


def _choose(matches: list[_Match]) -> list[_Match]:
    """The best matches that share neither a mark nor a note."""
    used: set[int] = set()
    chosen = []
    for match in matches:
        places = {c.start for c in match.run.starts} | {c.start for c, _ in match.marks}
        if not places & used:
            used |= places
            chosen.append(match)
    return chosen


_Numbered = list[tuple[Candidate, int]]


def _by_system(candidates: Iterable[Candidate]) -> dict[tuple[str, str], _Numbered]:
    found: dict[tuple[str, str], _Numbered] = defaultdict(list)
    for candidate in candidates:
        for system, number in candidate.readings:
            found[candidate.dress, system].append((candidate, number))
    return found


def _runs(flow: Flow, starts: _Numbered) -> list[_Run]:
    """Ascending stretches; a stray number between them is passed over."""
    runs: list[_Run] = []
    for i, (candidate, number) in enumerate(starts):
        ahead = [n for _, n in starts[i + 1 : i + 1 + _SKIP]]
        taken = runs[-1].takes(candidate, number, ahead) if runs else None
        if taken is None:
            runs.append(_Run([candidate], [number]))
        elif taken:
            runs[-1].starts.append(candidate)
            runs[-1].numbers.append(number)
    for run in runs:
        _set_apart(flow, run)
    return runs


def _set_apart(flow: Flow, run: _Run) -> None:
    """Note what names a run or sets it apart, and which of its notes has which number."""
    start = run.starts[0].start
    run.named = bool(flow.area_at(start) & (Area.NOTES | Area.ASIDE)) or flow.in_zone(start)
    run.apart = run.named or _is_apart(flow, run)
    run.leads = run.apart and len(run.starts) > 1 and _follows_its_heading(flow, start)
    run.sourced = name_sources(flow, run.starts)
    run.called = dict(zip(run.numbers, run.starts, strict=True))


def _follows_its_heading(flow: Flow, start: int) -> bool:
    """Whether no word stands between the heading that names a list and the list."""
    at = bisect_right(flow.zones, (start, len(flow.text) + 1)) - 1
    zone = flow.zones[at][0] if at >= 0 else 0
    return not flow.in_zone(start) or not any(c.isalnum() for c in flow.text[zone:start][:200])


def _is_apart(flow: Flow, run: _Run) -> bool:
    """Whether a rule stands before the run, or its notes point back."""
    start = run.starts[0].start
    if any(_points_back(flow, candidate) for candidate in (run.starts[0], run.starts[-1])):
        return True
    at = bisect_right(flow.rules, start) - 1
    return at >= 0 and not any(c.isalnum() for c in flow.text[flow.rules[at] : start][:200])


def _points_back(flow: Flow, candidate: Candidate) -> bool:
    """A link back that lost its link: `1. ↑ …`, `… ↩`."""
    line = flow.text[candidate.end : flow.line_end(candidate.end)].strip()
    return line[:1] in _ARROWS or line.rstrip("\ufe0e\ufe0f")[-1:] in _ARROWS


def _matches(flow: Flow, pairing: Pairing, marks: _Numbered, starts: _Numbered) -> list[_Match]:
    if pairing.start == "star" and _is_bulleted(marks, starts):
        return []
    runs = _eligible(pairing, _runs(flow, starts))
    matches = (
        _pair(pairing, run, window)
        for run, window in zip(runs, _windows(runs, marks), strict=True)
        if run.apart or not pairing.apart or len(run.starts) > 1
    )
    return [match for match in matches if match is not None and _believed(match, marks)]


def _eligible(pairing: Pairing, runs: list[_Run]) -> list[_Run]:
    """The lists that something sets apart, where the pairing asks for it and there are such."""
    if pairing.start == "item" or (pairing.apart and len(runs) > 1):
        return [run for run in runs if run.apart] or runs
    return runs


def _windows(runs: list[_Run], marks: _Numbered) -> list[_Numbered]:
    """For each list the marks it may answer: those since the list before, and later ones that no other list answers.

    Lists that follow each other without a mark between (all notes of a book at its end) share the marks before them:
    the first list answers the first series of marks.
    """
    places = [mark.start for mark, _ in marks]
    windows: list[_Numbered] = []
    i = 0
    while i < len(runs):
        j = next(
            (k for k in range(i + 1, len(runs)) if _called_between(runs[k - 1], runs[k], marks, places)), len(runs)
        )
        low = bisect_left(places, runs[i - 1].starts[-1].start) if i else 0
        last = bisect_left(places, runs[j - 1].starts[-1].start)
        high = len(marks) if j == len(runs) else bisect_left(places, runs[j].starts[0].start)
        own = marks[low:last]
        later = [pair for pair in marks[last:high] if j == len(runs) or not _answered(runs[j], pair)]
        windows += [own + later] if j == i + 1 else _shared(runs[i:j], own, later)
        i = j
    return windows


def _called_between(before: _Run, run: _Run, marks: _Numbered, places: list[int]) -> bool:
    between = marks[bisect_left(places, before.starts[-1].start) : bisect_left(places, run.starts[-1].start)]
    return any(number in run.called for _, number in between[:_MOST_BETWEEN])


def _shared(runs: list[_Run], own: _Numbered, later: _Numbered) -> list[_Numbered]:
    series = _series(own)
    if len(series) == len(runs):
        return series
    longest = max(range(len(runs)), key=lambda k: len(runs[k].starts))
    return [own + later if k == longest else [] for k in range(len(runs))]


def _answered(run: _Run, pair: tuple[Candidate, int]) -> bool:
    return pair[1] in run.called and pair[0].start < run.called[pair[1]].start


def _series(marks: _Numbered) -> list[_Numbered]:
    """Marks, cut where the numbering begins again."""
    series: list[_Numbered] = []
    for mark, number in marks:
        if not series or (number == series[0][0][1] and series[-1][-1][1] > number):
            series.append([])
        series[-1].append((mark, number))
    return series


def _pair(pairing: Pairing, run: _Run, marks: _Numbered) -> _Match | None:
    index = {number: k for k, number in reversed(list(enumerate(run.numbers)))}
    starts = {c.start for c in run.starts}
    if pairing.mark == "pasted":
        marks = _first_of_each(run, marks)
    chosen = [(mark, index[number]) for mark, number in marks if number in index and mark.start not in starts]
    if (
        pairing.apart and not run.apart and pairing.mark != "round"
    ):  # in such a list stand no marks: `[22]` of a judgment, `同注①`
        chosen = [(mark, k) for mark, k in chosen if mark.start < run.starts[0].start]
    if not chosen:
        return None
    return _Match(pairing, run, chosen, len(longest_ascending([k for _, k in chosen])))


def _first_of_each(run: _Run, marks: _Numbered) -> _Numbered:
    """For each note, in order, the first figure behind the one before it: others are parts of names (“CO2”, “G7”)."""
    first: _Numbered = []
    wanted = iter(run.numbers)
    number = next(wanted)
    for mark, value in marks:
        if value == number and mark.start < run.starts[0].start:
            first.append((mark, value))
            number = next(wanted, -1)
    return first


def _believed(match: _Match, marks: _Numbered) -> bool:
    """Whether enough of both sides is explained."""
    if match.pairing.mark == "pasted" and len(match.run.starts) < 2:
        return False
    if match.pairing.mark in _ONLY_WHOLE:
        known = match.run.named or (match.pairing.mark == "lettered" and match.run.sourced and not match.comes_first)
        return known and match.is_whole and match.ordered == len(match.marks)
    if not match.explains_enough or (match.comes_first and not match.run.leads):
        return False
    if match.pairing.apart and not match.run.apart:
        return _answers_all(match, marks)
    if len(match.run.starts) > 1:
        return True
    return _star_is_note(match, marks) if match.pairing.start == "star" else _may_stand_alone(match)


def _answers_all(match: _Match, marks: _Numbered) -> bool:
    """A list that nothing sets apart: it stands behind its marks, and answers each that stands in front of it."""
    first = match.run.starts[0].start
    after_all = first > match.marks[-1][0].start
    numbers = {number for mark, number in marks if mark.start < first or match.pairing.mark == "round"}
    return after_all and match.is_whole and len(numbers) == match.covered


def _may_stand_alone(match: _Match) -> bool:
    """One note with one mark: under a heading the first of its list, and no (1) or ①, which number enumerations."""
    if not match.pairing.apart:
        return True
    return (match.run.numbers[0] <= 1 or match.run.named) and match.pairing.mark not in ("round", "circled")


def _is_bulleted(marks: _Numbered, starts: _Numbered) -> bool:
    """More lines that begin with an asterisk than marks: bullets."""
    called = Counter(number for _, number in marks)
    return any(count > called[number] for number, count in Counter(number for _, number in starts).items())


def _star_is_note(match: _Match, marks: _Numbered) -> bool:
    """A remark stands below its asterisk, and a page has few of them."""
    return match.run.starts[0].start > match.marks[-1][0].start and len(marks) < _MANY_STARS


# --- notes -----------------------------------------------------------------------------------------


def _notes(flow: Flow, matches: list[_Match]) -> list[Found]:
    entries = sorted(
        ((start, match, k) for match in matches for k, start in enumerate(match.run.starts)), key=lambda e: e[0].start
    )
    marks = sorted({mark.start for match in matches for mark, _ in match.marks})
    pieces = extents(flow, [start.start for start, _, _ in entries], marks)
    return [_note(flow, *entry, piece) for entry, piece in zip(entries, pieces, strict=True)]


def _note(flow: Flow, start: Candidate, match: _Match, k: int, piece: Range) -> Found:
    """The note that begins here, called by the marks of its match that do not stand in itself."""
    marks = [
        Anchor(mark.start, mark.end, mark.label, mark.locator)
        for mark, at in match.marks
        if at == k and not piece[0] <= mark.start < piece[1]
    ]
    kind = NoteKind.SIDENOTE if flow.area_at(start.start) & Area.ASIDE else NoteKind.FOOTNOTE
    has_label = start.dress != "item" and start.end > start.start
    cuts = [(start.start, min(start.end, piece[1]))] if has_label else []
    rule = f"unlinked {match.pairing.mark} {match.pairing.start}"
    return Found(start.label, kind, [piece], cuts, marks, rule=rule)
