"""What may be a mark and what may begin a note, where nothing is linked.

In: the flow. Out: candidates with all readings of their labels. The rule: a mark stands behind words on its line, a
note's label stands first on its line; refusals are applied here, pairing is done elsewhere.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import islice

from verifier.languages import pattern
from verifier.notes.flow import Area, Flow, Range
from verifier.notes.headings import is_note_heading
from verifier.notes.labels import CORE, WORD, bare, readings
from verifier.notes.rules import PATTERN

_ROUND = r"(?:\d{1,3}|[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3}|[*†‡]{1,3})"
_ONE = rf"(?:(?:{WORD})\s?)?{CORE}"
# The place in a numbered work: `[3, p. 12]`, `[1, с. 15–17; 4]`, `[2: 14]`, `[2]:14`. Behind the word for it, a comma goes on with places.
_TERM = "|".join(pattern(term) for term in ("pages", "paragraphs", "sections", "chapters", "lines"))
_FROM_TO = r"\d{1,5}(?:\.\d{1,3}){0,2}(?:\s?[–—-]\s?\d{1,5})?"
_PLACE = rf"(?:[,:]\s?(?:(?i:{_TERM})|§{{1,2}}|¶{{1,2}})\s?{_FROM_TO}(?:,\s?{_FROM_TO}){{0,4}}(?:\s?ff?\b\.?)?|:\s{_FROM_TO})"
_PLACES = re.compile(_PLACE)
_MARK = re.compile(
    rf"(?P<square>\^?[\[［〔【]\^?(?P<in_square>{_ONE}(?:{_PLACE})?(?:\s?[,;–-]\s?{CORE}(?:{_PLACE})?){{0,9}})[\]］〕】](?P<behind>:{_FROM_TO}(?![\w:]))?)"
    rf"|(?P<raised>\^\(?(?P<in_raised>\d{{1,3}}|[ivx]{{1,5}}(?!\w)|\*{{1,3}}|[†‡§])\)?|[⁰¹²³⁴⁵⁶⁷⁸⁹]{{1,3}}(?:[,⁻–˒‚·]\s?[⁰¹²³⁴⁵⁶⁷⁸⁹]{{1,3}}){{0,5}})"
    rf"|(?P<round>[(（]\s?(?P<in_round>(?:(?:{WORD}|※)\s?)?{_ROUND}(?:\s?[,;–-]\s?{_ROUND}){{0,9}})\s?[)）])"
    # A letter or a small Roman number closes what it stands behind: “sank (a), and stood (b).” An item of a list begins with it.
    r"|(?P<lettered>\((?P<in_lettered>[a-z]|[ivx]{1,5})\)(?=[.,;!?]|\s*$))"
    r"|(?P<braced>[{⟨〈<](?P<in_braced>\d{1,3})[}⟩〉>])"
    r"|(?P<stroke>(?<=\s)(?P<in_stroke>\d{1,2})/(?=[\s.,;]|$))"
    r"|(?P<circled>[①-⑳❶-❿⑴-⒇])"
    r"|(?P<star>(?<=[^\s*†‡§])(?:\*{1,4}|[†‡§‖¶]{1,3})(?=[\s.,;:!?)”\"’']|$))"
    r"|(?P<star2>※\d{1,2})"
    # A superscript that lost its place when the page was pasted as plain text: “in May.3 Then”, “in 1954.3 Then”.
    r"|(?P<glued>(?:(?<=[^\W\d_][.,;!?”\"’»)])|(?<=[.,;!?][”\"’»)])|(?<=\b1[5-9]\d\d[.,;!?])|(?<=\b20\d\d[.,;!?]))(?P<in_glued>\d{1,3})(?=[\s”\"’»)]|$))"
    # The same behind a word or a year: “the treaty2.”, “until 19541.”
    r"|(?P<pasted>(?:(?<=[^\W\d_]{2})|(?<=\b1[5-9]\d\d)|(?<=\b20\d\d)|(?<=[^\W\d_][”\"’»)]))(?P<in_pasted>\d{1,3})(?=[\s.,;:!?”\"’»)]|$))",
    re.MULTILINE,
)
# What a mark begins with: looking for these first takes a tenth of the time, as most characters of a text are none of them.
_FIRST = re.compile(r"[\^\[［〔【⁰¹²³⁴⁵⁶⁷⁸⁹(（{⟨〈<\d①-⑳❶-❿⑴-⒇*†‡§‖¶※]")
# *words* in running text: the second asterisk closes what the first one opened.
_EMPHASIS = re.compile(r"(?:^|[\s(\"“])\*{1,3}\w[^*]*$")
_IDENTIFIER = re.compile(r"(?:^|\s)[a-z_][a-z0-9_]{0,30}$")
_SPLIT = re.compile(r"\s*[,;˒‚·⁻]\s*")
_DASH = re.compile(r"\s*[–-]\s*")
_NOTE_START = re.compile(
    rf"[\s↑]*(?P<caret>\^\s?)?(?:(?P<square>[\[［〔【]\^?\s?(?P<in_square>{_ONE})\s?[\]］〕】])[.:]?"
    rf"|(?P<round>[(（]\s?(?P<in_round>(?:{WORD})?\s?(?:\d{{1,3}}|[⁰¹²³⁴⁵⁶⁷⁸⁹]{{1,3}}|[ivxlc]{{1,6}}|[a-z]|[*†‡§]{{1,3}}))\s?[)）])"
    rf"|(?P<word>(?:{WORD})\s?(?P<in_word>\d{{1,3}})(?:[.:：、)）–-]|\s|$)|(?:注|註|脚注|※)\s?(?P<in_cjk>\d{{1,3}})(?:[)）.:：、\s]|(?=[^\d])))"
    r"|(?P<braced>[{⟨〈<](?P<in_braced>\d{1,3})[}⟩〉>])"
    r"|(?P<stroke>(?P<in_stroke>\d{1,2})/(?=\s))"
    r"|(?P<raised>(?P<in_raised>[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3}))"
    r"|(?P<circled>[①-⑳❶-❿⑴-⒇])"
    r"|(?P<star>(?P<in_star>[*＊∗]{1,5}|[†‡§‖¶]{1,3}))(?=\s?[\w“”„«\"‘'(\[<])"
    r"|(?P<dot>(?P<in_dot>\d{1,3}|[ivxlc]{1,6}|[a-z])(?:[.．](?=\s|$|[^\W\d_]|[“„«\"‘'↑^(\[])|\.?[-–](?=[\s“„«\"‘'])))"
    r"|(?P<paren>(?P<in_paren>\d{1,3}|[ivxlc]{1,6}|[a-z])[)）])"
    r"|(?P<bare>(?P<in_bare>\d{1,3})(?:\s?[:：–—|]\s|[ \t]+(?=[^\s\d])|(?=[^\W\d_])|\s*$)))",
    re.IGNORECASE,
)
# “Sources: [1] …”, and a further [2] on the same line.
_LED = re.compile(r"^(?P<heading>[^\W\d_][^\n:\[\]]{2,30}):\s?(?P<mark>\[(?P<label>\d{1,3})\])", re.MULTILINE)
_SQUARE_NUMBER = re.compile(r"(?<=\s)\[(\d{1,3})\](?=\s?\S)")
_START_DRESSES = ("square", "round", "braced", "stroke", "word", "raised", "circled", "star", "dot", "paren", "bare")
_BRACKETED_ADDRESS = re.compile(r"(?:https?://|www\.)[^\s<>\"“”]{1,2000}\[\w{1,4}\](?=[\w/?&=#%]|\.\w)")
_SQUARE = re.compile(r"\[\w{1,4}\]")
_NUMBERINGS = frozenset(("number", "dot", "paren", "star", "bare"))  # a numbered item's own words may begin so
_REFUSED_AREAS = Area.CODE | Area.NAVIGATION | Area.COMMENTS
_WITHOUT_DRESS = frozenset(("glued", "pasted"))
_BESIDE_X = frozenset(("ix", "xi", "w", "y"))
_LOOK_BACK = 40
_MOST_EXPANDED = 30
_LONGEST_MARK = 12


@dataclass(frozen=True, slots=True)
class Candidate:
    """A label at a place; `dress` tells how it is set; `group` the list of a numbered item; `locator` the place in the work, as printed."""

    start: int
    end: int
    label: str
    dress: str
    group: int = -1
    locator: str = ""

    @property
    def readings(self) -> tuple[tuple[str, int], ...]:
        """All (system, number) it may mean."""
        return readings(self.label)


def find_marks(flow: Flow, taken: list[Range]) -> list[Candidate]:
    """All that may be marks, in order; `taken` ranges (notes, known marks) are left out."""
    found = [*_raised_marks(flow), *_named_marks(flow)]
    covered = sorted({(c.start, c.end) for c in found} | set(taken))
    starts = [start for start, _ in covered]
    named = bool(flow.zones) or any(element.area & (Area.NOTES | Area.ASIDE) for element in flow.elements)
    for fit in _dressed_labels(flow.text):
        if not named and fit.lastgroup in _WITHOUT_DRESS:
            continue  # only a list that is named answers these
        at = bisect_right(starts, fit.start()) - 1
        if at >= 0 and covered[at][1] > fit.start():
            continue
        if at + 1 < len(covered) and covered[at + 1][0] < fit.end():
            continue
        found += _from_text(fit)
    found.sort(key=lambda mark: (mark.start, mark.end))
    holders = _holder(sorted([*taken, *_brackets_in_addresses(flow.text)]))
    return _without_boxes(mark for mark in found if not holders(mark.start) and _is_mark(flow, mark))


def _dressed_labels(text: str) -> Iterator[re.Match[str]]:
    """All that `_MARK` finds, in order."""
    at = 0
    while first := _FIRST.search(text, at):
        fit = _MARK.match(text, first.start())
        if fit:
            yield fit
        at = fit.end() if fit else first.end()


def _without_boxes(found: Iterable[Candidate]) -> list[Candidate]:
    """All but boxes that are ticked, `[x]`: a label has neighbours, in one system or the other."""
    candidates = list(found)
    labels = {candidate.label.lower() for candidate in candidates if candidate.dress == "square"}
    if labels & _BESIDE_X:
        return candidates
    return [c for c in candidates if c.dress != "square" or c.label not in ("x", "X")]


def _brackets_in_addresses(text: str) -> Iterator[Range]:
    """Brackets behind which an address goes on: `https://site.example/all?part=[2]&by=b`."""
    for address in _BRACKETED_ADDRESS.finditer(text):
        for found in _SQUARE.finditer(text, *address.span()):
            yield found.span()


def _holder(taken: list[Range]) -> Callable[[int], bool]:
    """Whether a position is taken."""
    starts = [start for start, _ in taken]

    def holds(position: int) -> bool:
        at = bisect_right(starts, position) - 1
        return at >= 0 and taken[at][1] > position

    return holds


def _raised_marks(flow: Flow) -> Iterator[Candidate]:
    last = -1
    for start, end in sorted(flow.raised):
        if start < last or end - start > 60:
            continue
        last = end
        yield from _expanded(flow.text[start:end], start, end, "raised")


def _named_marks(flow: Flow) -> Iterator[Candidate]:
    """Elements that name themselves marks, or are set small behind a word, and hold a label."""
    raised = sorted(flow.raised)
    for element in flow.elements:
        if not 0 < element.end - element.start <= _LONGEST_MARK:
            continue
        small = element.name in ("small", "font") and not flow.text[element.start - 1 : element.start].isspace()
        if small or (element.words and PATTERN["mark"].search(element.words)):
            at = bisect_right(raised, (element.end, 0))
            if any(s < element.end and element.start < e for s, e in raised[max(0, at - 2) : at + 1]):
                continue
            yield from _expanded(flow.text[element.start : element.end], element.start, element.end, "raised")


def _from_text(fit: re.Match[str]) -> Iterator[Candidate]:
    dress = fit.lastgroup or ""
    if dress == "star2":
        yield Candidate(fit.start(), fit.end(), fit[0][1:], "round")
        return
    dress = next(
        name
        for name in ("square", "raised", "round", "lettered", "braced", "stroke", "circled", "star", "glued", "pasted")
        if fit[name]
    )
    inner = (fit.groupdict().get(f"in_{dress}") or fit[0]) + (f": {fit['behind'][1:]}" if fit["behind"] else "")
    if dress == "square" and fit[0].startswith("^"):
        dress = "raised"
    yield from _expanded(inner, fit.start(), fit.end(), dress)
    if dress == "glued":  # where figures stand behind words, too, those behind stops are of the same kind
        yield from _expanded(inner, fit.start(), fit.end(), "pasted")


def _expanded(printed: str, start: int, end: int, dress: str) -> Iterator[Candidate]:
    """One candidate for each label: `1, 3–5` are four; `3, p. 12` is one with its place."""
    places = iter(_PLACES.findall(printed))
    inner = _PLACES.sub("\0", printed).strip().strip("[]()（）［］^ \u00a0\n")
    parts = ((part.rstrip("\0 "), next(places, "") if "\0" in part else "") for part in _SPLIT.split(inner) if part)
    labels = ((text, place) for part, place in parts for text in _counted(part))
    for text, place in islice(labels, _MOST_EXPANDED):
        label = bare(text)
        if label is None:
            return
        yield Candidate(start, end, label, dress, locator=place.lstrip(",: "))


def _counted(part: str) -> list[str]:
    """The labels from one number to another; the part itself where it is no such range."""
    ends = _DASH.split(part)
    if len(ends) == 2 and all(e.isdecimal() and len(e) < 4 for e in ends):
        first, last = map(int, ends)
        if 0 < last - first < _MOST_EXPANDED:
            return [str(number) for number in range(first, last + 1)]
    return [part]


def _is_mark(flow: Flow, mark: Candidate) -> bool:
    area = flow.area_at(mark.start)
    if area & _REFUSED_AREAS:
        return False
    # `[T]he`: brackets that declare a changed letter inside a quotation.
    if mark.dress == "square" and mark.label.isalpha() and flow.text[mark.end : mark.end + 1].isalpha():
        return False
    line = flow.line_start(mark.start)
    before = flow.text[max(line, mark.start - _LOOK_BACK) : mark.start]
    if not any(c.isalnum() for c in before) and not (
        mark.dress == "raised" and line == mark.start and _follows_words(flow, line)
    ):
        return False
    if area & Area.TABLE and before[-1:].isdigit() and mark.dress == "raised" and mark.end == flow.line_end(mark.end):
        return True  # the letter behind a table's figure is no ordinal's
    return not _refused(before, mark) and not (mark.dress == "square" and is_offset(flow.text, mark.start, mark.end))


def is_offset(text: str, start: int, end: int) -> bool:
    """Whether a bracket is glued to a variable of a program: x[1], = sp[8] + v0.

    >>> is_offset("fare = sp[8] + v0", 9, 12), is_offset("the fare[8] rose", 8, 11)
    (True, False)
    """
    before = text[max(0, start - _LOOK_BACK) : start]
    if not before[-1:].isalnum():
        return False
    ahead = PATTERN["index_ahead"].match(text, end)
    return bool(PATTERN["index"].search(before) or (ahead and _IDENTIFIER.search(before)))


def _follows_words(flow: Flow, line: int) -> bool:
    """A raised mark first on its line belongs to the words of the line before only inside one block (`<br>`)."""
    return line > 0 and flow.blocks[flow.block_at(line)].start < line


def _refused(ahead: str, mark: Candidate) -> bool:
    before = ahead.rstrip()
    if mark.dress in ("raised", "pasted") and _is_of_the_word(before, mark.label):
        return True
    if mark.dress in ("round", "circled"):
        return not any(c.isalpha() for c in before) or bool(PATTERN["enumeration"].search(ahead))
    if set(mark.label) <= set("*†‡§"):
        return bool(PATTERN["price"].search(before)) or (mark.dress == "star" and _EMPHASIS.search(before) is not None)
    return False


def _is_of_the_word(before: str, label: str) -> bool:
    """A superscript that belongs to the word before it: m³, x², 1st."""
    return bool(
        (label in "123456789" and PATTERN["unit"].search(before))
        or (label in "234" and PATTERN["power"].search(before))
        or (label.isalpha() and PATTERN["ordinal"].search(before))
    )


# --- beginnings of notes ------------------------------------------------------------------------------


def find_starts(flow: Flow, taken: list[Range]) -> list[Candidate]:
    """All that may begin a note: labels first on their line, and numbered items; in order."""
    raised = sorted(flow.raised)
    strong = {start for start, _ in flow.strong}
    held = _holder(taken)
    found = []
    at = 0
    while at < len(flow.text):
        end = flow.line_end(at)
        if end > at and not held(at):
            candidate = _start(flow, at, end, raised, strong)
            if candidate is not None and _may_start(flow, candidate):
                found.append(candidate)
        at = end + 1
    return _without_boxes(sorted([*found, *_run_on(flow, found)], key=lambda candidate: candidate.start))


def _run_on(flow: Flow, found: list[Candidate]) -> Iterator[Candidate]:
    """Further notes on the same line: `[1] … [2] …` in one paragraph, or behind “Sources:”.

    A label that begins a line of its own elsewhere is only mentioned here.
    """
    square = [candidate for candidate in found if candidate.dress == "square"]
    own_lines = {candidate.label for candidate in square}
    led = [candidate for candidate in _led(flow) if candidate.label not in own_lines]
    yield from led
    for first in (*square, *led):
        number = int(first.label) if first.label.isdecimal() else 0
        for further in _SQUARE_NUMBER.finditer(flow.text, first.end, flow.line_end(first.end)) if number else ():
            if further[1] == str(number + 1) and further[1] not in own_lines:
                number += 1
                yield Candidate(further.start(), further.end(), further[1], "square")


def _led(flow: Flow) -> Iterator[Candidate]:
    """Labels behind a note heading on its own line."""
    for led in _LED.finditer(flow.text):
        if is_note_heading(led["heading"]) and not flow.area_at(led.start()) & _REFUSED_AREAS:
            yield Candidate(led.start("mark"), led.end("mark"), led["label"], "square")


def _start(flow: Flow, at: int, end: int, raised: list[Range], strong: set[int]) -> Candidate | None:
    if candidate := _raised_start(flow, at, end, raised):
        return candidate
    ordinal = flow.ordinals.get(at)
    item = Candidate(at, at, ordinal[0], "item", ordinal[1]) if ordinal else None
    fit = _NOTE_START.match(flow.text, at, min(end, at + 60))
    if fit is None or not (label := _label_in(fit)):
        return item
    dress = next(name for name in _START_DRESSES if fit[name])
    if dress == "bare" and not (at in strong or _alone(flow, at, fit.end(), end)):
        dress = "number"
    if fit["caret"]:
        dress = "raised"
    return item if item and dress in _NUMBERINGS else Candidate(at, fit.end(), label, dress)


def _raised_start(flow: Flow, at: int, end: int, raised: list[Range]) -> Candidate | None:
    """A superscript first on its line."""
    first = bisect_left(raised, (at, 0))
    if first == len(raised) or raised[first][0] >= end or flow.text[at : raised[first][0]].strip(" [(^↑"):
        return None
    label = bare(flow.text[raised[first][0] : raised[first][1]])
    return Candidate(at, raised[first][1], label, "raised") if label else None


def _label_in(fit: re.Match[str]) -> str | None:
    text = next(
        (
            fit[f"in_{name}"]
            for name in ("square", "round", "braced", "stroke", "word", "cjk", "raised", "star", "dot", "paren", "bare")
            if fit[f"in_{name}"]
        ),
        None,
    )
    return bare(text or fit["circled"] or "")


def _alone(flow: Flow, start: int, label_end: int, end: int) -> bool:
    """A label in an element of its own (a cell, a span), or alone on its line."""
    if not flow.text[label_end:end].strip():
        return True
    at = flow.element_at(start)
    return at >= 0 and flow.elements[at].end <= label_end and flow.elements[at].start >= start


def _may_start(flow: Flow, candidate: Candidate) -> bool:
    area = flow.area_at(candidate.start)
    if area & (Area.CODE | Area.NAVIGATION | Area.COMMENTS) and not (area & Area.NOTES and not area & Area.COMMENTS):
        return False
    if area & Area.HEADING and candidate.dress not in ("square", "raised"):
        return not flow.text[candidate.end : flow.line_end(candidate.end)].strip()
    return True
