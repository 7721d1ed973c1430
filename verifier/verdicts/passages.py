"""What is different between two texts of a source, as short passages.

In: two readings. Out: what stood there, what stands there now, and the words around it. The rule of this file: main texts are compared,
sentence by sentence and then word by word; what is only set otherwise (line breaks, quotation marks, dashes) is no difference. Of texts
that are too long to be laid side by side the whole that differs is one passage.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from rapidfuzz.distance import Indel

from verifier.model import Passage, SourceText
from verifier.sentences import split
from verifier.text import fold

_AROUND = 6  # words shown on each side
_APART = 3  # equal words that divide two changes
_ALIKE = 0.4  # below this share of equal words a sentence is another one
_LARGEST = 300_000_000  # cells of a comparison: 40 MB, a second

# Stretches of two sequences that differ: start and end in the first, start and end in the second.
_Stretch = tuple[int, int, int, int]


def compare_texts(before: SourceText, now: SourceText) -> tuple[Passage, ...]:
    """The passages in which a text is another than it was, in the order of the text of now.

    >>> old = SourceText("It rained. The vote was 12 to 3. All went home.", "plain", "1")
    >>> new = SourceText("It rained. The vote was 14 to 3. All went home. They sang.", "plain", "1")
    >>> for passage in compare_texts(old, new):
    ...     print(passage)
    Passage(before='12', now='14', prefix='The vote was', suffix='to 3.')
    Passage(before='', now='They sang.', prefix='All went home.', suffix='')
    """
    old, new = _sentences(before), _sentences(now)
    return tuple(
        passage
        for stretch in _stretches([_key(s) for s in old], [_key(s) for s in new])
        for passage in _passages(old, new, stretch)
    )


def _sentences(text: SourceText) -> list[str]:
    main = text.main_text
    return [" ".join(line[a:b].split()) for line in main.splitlines() for a, b in split(line, text.language)]


def _key(sentence: str) -> str:
    return " ".join(fold(sentence).text.split())


def _stretches(old: Sequence[str], new: Sequence[str]) -> Iterator[_Stretch]:
    """Where two sequences differ; equal beginnings and ends are left out first, for most pages differ in few places."""
    shorter = min(len(old), len(new))
    head = next((i for i in range(shorter) if old[i] != new[i]), shorter)
    tail = next((i for i in range(shorter - head) if old[-1 - i] != new[-1 - i]), shorter - head)
    a, b = old[head : len(old) - tail], new[head : len(new) - tail]
    if len(a) * len(b) > _LARGEST:
        yield head, head + len(a), head, head + len(b)
        return
    equal = [(op.src_start, op.src_end, op.dest_start, op.dest_end) for op in Indel.opcodes(a, b) if op.tag == "equal"]
    for (_, a1, _, b1), (a2, _, b2, _) in pairwise([(0, 0, 0, 0), *equal, (len(a), len(a), len(b), len(b))]):
        if a2 > a1 or b2 > b1:
            yield head + a1, head + a2, head + b1, head + b2


def _passages(old: Sequence[str], new: Sequence[str], stretch: _Stretch) -> Iterator[Passage]:
    """The passages of one stretch of sentences: its words where they are much the same, else the whole of it."""
    a1, a2, b1, b2 = stretch
    was, is_ = " ".join(old[a1:a2]).split(), " ".join(new[b1:b2]).split()
    changes = _joined(_stretches([_key(w) for w in was], [_key(w) for w in is_])) if was and is_ else []
    changed = sum(end - start for start, end, _, _ in changes)
    if changes and changed <= (1 - _ALIKE) * len(was):
        for x1, x2, y1, y2 in changes:
            around = is_[max(0, y1 - _AROUND) : y1], is_[y2 : y2 + _AROUND]
            yield Passage(" ".join(was[x1:x2]), " ".join(is_[y1:y2]), *map(" ".join, around))
        return
    before = " ".join(new[b1 - 1 : b1]).split()[-_AROUND:] if b1 else []
    behind = " ".join(new[b2 : b2 + 1]).split()[:_AROUND]
    yield Passage(" ".join(was), " ".join(is_), " ".join(before), " ".join(behind))


def _joined(stretches: Iterator[_Stretch]) -> list[_Stretch]:
    """Changes that only a word or two divide are one."""
    joined: list[_Stretch] = []
    for a1, a2, b1, b2 in stretches:
        if joined and a1 - joined[-1][1] < _APART:
            x1, _, y1, _ = joined.pop()
            joined.append((x1, a2, y1, b2))
        else:
            joined.append((a1, a2, b1, b2))
    return joined
