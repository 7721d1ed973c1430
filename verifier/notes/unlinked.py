"""Marks and notes that nothing links: `[i]` in the sentence, `[i] …` at the end.

In: the flow and what other ways found. Out: further notes with their marks, and ranges that only repeat known notes.
The rule: labels of one dress and one system, ascending in the notes and ascending in the marks; the longest
monotone run of equal labels decides, and how much of both sides it covers says whether it is believed.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from verifier.model import NoteKind
from verifier.notes.candidates import Candidate, find_calls, find_starts
from verifier.notes.extents import extents
from verifier.notes.flow import Area, Call, Flow, Found, Range


@dataclass(frozen=True, slots=True)
class Pairing:
    """How marks of one dress may call notes of another; `apart`: only where a heading, rule or name sets notes apart."""

    call: str
    start: str
    apart: bool
    why: str


_GLUED = "“in May.3 Then”: a superscript pasted as plain text; only under a heading, and only where every note is called in order"
PAIRINGS = (
    Pairing("square", "square", False, "[1] … [1]: the plain-text custom, and think tanks that paste from Word"),
    Pairing("raised", "raised", False, "superscripts on both sides"),
    Pairing("raised", "square", False, "a raised [1], and [1] at the end"),
    Pairing("square", "raised", False, "[1] in the text, a superscript at the end"),
    Pairing("circled", "circled", True, "①: Japanese and Chinese pages; it numbers enumerations too"),
    Pairing("star", "star", False, "* and †: one or two remarks below a text"),
    Pairing("raised", "star", False, "a raised asterisk"),
    Pairing("star", "raised", False, "an asterisk, raised in front of the note"),
    Pairing("round", "round", True, "(1) also numbers enumerations and equations"),
    Pairing("raised", "round", True, "a superscript, (1) at the end"),
    Pairing("raised", "word", False, "a superscript, “Note 1” at the end"),
    Pairing("square", "word", False, "[1], “Note 1” at the end"),
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
)
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
    called: dict[int, Candidate] = field(default_factory=dict)


@dataclass(slots=True)
class _Match:
    """A run of notes with the marks that call them."""

    pairing: Pairing
    run: _Run
    calls: list[tuple[Candidate, int]]  # (mark, index into the run)
    ordered: int  # how many labels the longest monotone run covers


def find_unlinked(
    flow: Flow, known: Sequence[Found], taken: Sequence[Range]
) -> tuple[list[Found], list[Range], list[Candidate]]:
    """Notes, ranges that repeat a known note, and marks of the same dress that no note answers."""
    busy = sorted(
        {
            *taken,
            *(p for n in known for p in n.pieces),
            *((c.start, max(c.end, c.start + 1)) for n in known for c in n.calls),
        }
    )
    calls = find_calls(flow, busy)
    starts = find_starts(flow, busy)
    repeated: list[Range] = []
    matches: list[_Match] = []
    for _ in range(_MOST_PASSES):
        chosen = _choose(_all_matches(flow, calls, starts))
        if not chosen:
            break
        matches += chosen
        used_starts = {c.start for match in chosen for c in match.run.starts}
        used_calls = {(c.start, c.label) for match in chosen for c, _ in match.calls}
        starts = [c for c in starts if c.start not in used_starts]
        calls = [c for c in calls if (c.start, c.label) not in used_calls and c.start not in used_starts]
    found = _notes(flow, matches)
    if known:
        texts = {key for note in known for piece in note.pieces if (key := _key(flow.text[piece[0] : piece[1]]))}
        repeated = _repeated(flow, starts, texts)
        repeated += [note.pieces[0] for note in found if _repeats(flow, note.pieces[0], texts)]
        found = [note for note in found if not _repeats(flow, note.pieces[0], texts)]
    pieces = sorted(piece for note in found for piece in note.pieces)
    dresses = {match.pairing.call for match in matches}
    if not known and not matches:
        dresses = {"square"}
    left = [c for c in calls if c.dress in dresses and not _inside(pieces, c.start)]
    return found, repeated, left


def _key(text: str) -> str:
    return re.sub(r"[\W\d_]+", "", text).casefold()[:40]


def _repeated(flow: Flow, starts: Iterable[Candidate], texts: set[str]) -> list[Range]:
    """Notes that stand a second time in a list: the first note holds its own words."""
    named = [c.start for c in starts if flow.area_at(c.start) & Area.NOTES]
    return [piece for piece in extents(flow, named, []) if _repeats(flow, piece, texts)]


def _repeats(flow: Flow, piece: Range, texts: set[str]) -> bool:
    key = _key(flow.text[piece[0] : piece[1]])
    return len(key) >= _ENOUGH_TO_COMPARE and key in texts


def _inside(pieces: list[Range], position: int) -> bool:
    at = bisect_right(pieces, (position, len(pieces) and pieces[-1][1] + 1)) - 1
    return at >= 0 and pieces[at][0] <= position < pieces[at][1]


# --- runs ------------------------------------------------------------------------------------------


def _all_matches(flow: Flow, calls: list[Candidate], starts: list[Candidate]) -> list[_Match]:
    """Every pairing that is believed, those that explain most labels first."""
    by_call = _by_system(calls)
    by_start = _by_system(starts)
    found: list[_Match] = []
    for pairing in PAIRINGS:
        for system in sorted(
            {s for d, s in by_start if d == pairing.start} & {s for d, s in by_call if d == pairing.call}
        ):
            found += _matches(flow, pairing, by_call[pairing.call, system], by_start[pairing.start, system])
    return sorted(found, key=lambda match: -match.ordered)


def _choose(matches: list[_Match]) -> list[_Match]:
    """The best matches that share neither a mark nor a note."""
    used: set[int] = set()
    chosen = []
    for match in matches:
        places = {c.start for c in match.run.starts} | {c.start for c, _ in match.calls}
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
        run = runs[-1] if runs else None
        expected = run.numbers[-1] + 1 if run else 0
        same_list = run is not None and run.starts[-1].group == candidate.group
        if run is not None and expected <= number <= (expected + _LARGEST_GAP if same_list else expected):
            ahead = [n for _, n in starts[i + 1 : i + 1 + _SKIP]]
            if number != expected and expected in ahead:
                continue
            run.starts.append(candidate)
            run.numbers.append(number)
        elif (
            run is not None and same_list and expected in [n for _, n in starts[i + 1 : i + 1 + _SKIP]] and number != 1
        ):
            continue
        else:
            runs.append(_Run([candidate], [number]))
    for run in runs:
        start = run.starts[0].start
        run.named = bool(flow.area_at(start) & (Area.NOTES | Area.ASIDE)) or flow.in_zone(start)
        run.apart = run.named or _is_apart(flow, run)
        run.called = dict(zip(run.numbers, run.starts, strict=True))
    return runs


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


def _matches(flow: Flow, pairing: Pairing, calls: _Numbered, starts: _Numbered) -> list[_Match]:
    if pairing.start == "star" and _is_bulleted(calls, starts):
        return []
    runs = _runs(flow, starts)
    if pairing.start == "item" or (pairing.apart and len(runs) > 1):
        runs = [run for run in runs if run.apart] or runs
    matches = []
    for run, window in zip(runs, _windows(runs, calls), strict=True):
        if pairing.apart and not run.apart and len(run.starts) < 2:
            continue
        match = _pair(pairing, run, window)
        if match is not None and _believed(match, calls):
            matches.append(match)
    return matches


def _windows(runs: list[_Run], calls: _Numbered) -> list[_Numbered]:
    """For each list the marks it may answer: those since the list before, and later ones that no other list answers.

    Lists that follow each other without a mark between (all notes of a book at its end) share the marks before them:
    the first list answers the first series of marks.
    """
    places = [call.start for call, _ in calls]
    windows: list[_Numbered] = []
    i = 0
    while i < len(runs):
        j = i + 1
        while j < len(runs) and not _called_between(runs[j - 1], runs[j], calls, places):
            j += 1
        low = bisect_left(places, runs[i - 1].starts[-1].start) if i else 0
        last = bisect_left(places, runs[j - 1].starts[-1].start)
        high = len(calls) if j == len(runs) else bisect_left(places, runs[j].starts[0].start)
        own = calls[low:last]
        later = [pair for pair in calls[last:high] if j == len(runs) or not _answered(runs[j], pair)]
        windows += [own + later] if j == i + 1 else _shared(runs[i:j], own, later)
        i = j
    return windows


def _called_between(before: _Run, run: _Run, calls: _Numbered, places: list[int]) -> bool:
    between = calls[bisect_left(places, before.starts[-1].start) : bisect_left(places, run.starts[-1].start)]
    return any(number in run.called for _, number in between[:_MOST_BETWEEN])


def _shared(runs: list[_Run], own: _Numbered, later: _Numbered) -> list[_Numbered]:
    series = _series(own)
    if len(series) == len(runs):
        return series
    longest = max(range(len(runs)), key=lambda k: len(runs[k].starts))
    return [own + later if k == longest else [] for k in range(len(runs))]


def _answered(run: _Run, pair: tuple[Candidate, int]) -> bool:
    return pair[1] in run.called and pair[0].start < run.called[pair[1]].start


def _series(calls: _Numbered) -> list[_Numbered]:
    """Marks, cut where the numbering begins again."""
    series: list[_Numbered] = []
    for call, number in calls:
        if not series or (number == series[0][0][1] and series[-1][-1][1] > number):
            series.append([])
        series[-1].append((call, number))
    return series


def _pair(pairing: Pairing, run: _Run, calls: _Numbered) -> _Match | None:
    index = {number: k for k, number in reversed(list(enumerate(run.numbers)))}
    starts = {c.start for c in run.starts}
    chosen = [(call, index[number]) for call, number in calls if number in index and call.start not in starts]
    if not chosen:
        return None
    return _Match(pairing, run, chosen, _longest_ascending([k for _, k in chosen]))


def _longest_ascending(numbers: Sequence[int]) -> int:
    """The length of the longest strictly ascending subsequence (patience sorting).

    >>> _longest_ascending([0, 2, 1, 1, 2, 3])
    4
    """
    tops: list[int] = []
    for number in numbers:
        at = bisect_left(tops, number)
        tops[at : at + 1] = [number]
    return len(tops)


def _believed(match: _Match, calls: _Numbered) -> bool:
    """Whether enough of both sides is explained."""
    size = len(match.run.starts)
    covered = len({k for _, k in match.calls})
    if match.pairing.call == "glued":
        return match.run.named and covered == size == match.ordered == len(match.calls)
    if covered < size * _ENOUGH or match.ordered < covered * _ENOUGH:
        return False
    first = match.calls[0][0].start
    if first > match.run.starts[match.calls[0][1]].start and not match.run.apart:
        return False
    if match.pairing.apart and not match.run.apart:
        after_all = match.run.starts[0].start > match.calls[-1][0].start
        return after_all and covered == size and len({n for _, n in calls}) == size
    if match.pairing.start == "star" and size == 1:
        return _star_is_note(match, calls)
    alone = size == 1 and match.pairing.apart
    return not alone or (
        (match.run.numbers[0] <= 1 or match.run.named) and match.pairing.call not in ("round", "circled")
    )


def _is_bulleted(calls: _Numbered, starts: _Numbered) -> bool:
    """More lines that begin with an asterisk than marks: bullets."""
    called = Counter(number for _, number in calls)
    return any(count > called[number] for number, count in Counter(number for _, number in starts).items())


def _star_is_note(match: _Match, calls: _Numbered) -> bool:
    """A remark stands below its asterisk, and a page has few of them."""
    return match.run.starts[0].start > match.calls[-1][0].start and len(calls) < _MANY_STARS


# --- notes -----------------------------------------------------------------------------------------


def _notes(flow: Flow, matches: list[_Match]) -> list[Found]:
    entries = sorted(
        ((start, match, k) for match in matches for k, start in enumerate(match.run.starts)), key=lambda e: e[0].start
    )
    calls = sorted({call.start for match in matches for call, _ in match.calls})
    pieces = extents(flow, [start.start for start, _, _ in entries], calls)
    found = []
    for (start, match, k), piece in zip(entries, pieces, strict=True):
        own = [Call(call.start, call.end, call.label) for call, at in match.calls if at == k]
        outside = [call for call in own if not piece[0] <= call.start < piece[1]]
        kind = NoteKind.SIDENOTE if flow.area_at(start.start) & Area.ASIDE else NoteKind.FOOTNOTE
        note = Found(
            start.label, kind, [piece], calls=outside, rule=f"unlinked {match.pairing.call} {match.pairing.start}"
        )
        if start.dress != "item" and start.end > start.start:
            note.cuts.append((start.start, min(start.end, piece[1])))
        found.append(note)
    return found
