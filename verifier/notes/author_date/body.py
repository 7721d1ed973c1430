"""Take brackets out of a block, and say where what is left stands.

In: a block, and the ranges to take out. Out: the block without them, and the way from old offsets to new ones. The rule: the blank in front
of a bracket goes with it; a place inside it is where the words before it end.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace

from verifier.model import Block, Hyperlink


@dataclass(frozen=True, slots=True)
class Cut:
    """A block without its brackets. `starts` and `ends` are where they stood, `sizes` how much went with all of them up to each."""

    block: Block
    starts: tuple[int, ...] = ()
    ends: tuple[int, ...] = ()
    sizes: tuple[int, ...] = ()

    def offset(self, old: int) -> int:
        """Where a place of the block stands now."""
        at = bisect_right(self.starts, old) - 1
        if at < 0:
            return old
        new = max(old, self.ends[at]) - self.sizes[at]
        return min(new, len(self.block.text))


def behind(block: Block) -> Cut:
    """The cut of a block of which nothing is left: all its places stand at the end of this one, in front of it."""
    return Cut(block, (0,), (len(block.text),), (0,))


def cut_block(block: Block, ranges: Sequence[tuple[int, int]]) -> Cut:
    """The block without these ranges, which are ascending and do not overlap.

    >>> cut = cut_block(Block("It fell (Roe, 2001). Then it rained."), [(8, 19)])
    >>> cut.block.text, cut.offset(12), cut.offset(20)
    ('It fell. Then it rained.', 7, 8)
    """
    if not ranges:
        return Cut(block)
    text = block.text
    wide = [_with_blank(text, start, end) for start, end in ranges]
    sizes = [0]
    kept, at = [], 0
    for start, end in wide:
        kept.append(text[at : max(at, start)])
        sizes.append(sizes[-1] + end - max(at, start))
        at = end
    kept.append(text[at:])
    left = replace(block, text="".join(kept))
    cut = Cut(left, tuple(start for start, _ in wide), tuple(end for _, end in wide), tuple(sizes[1:]))
    links = tuple(
        Hyperlink(*span, link.href) for link in block.hyperlinks if (span := _span(cut, link.start, link.end))
    )
    emphasis = tuple(span for start, end in block.emphasis if (span := _span(cut, start, end)))
    return replace(cut, block=replace(left, hyperlinks=links, emphasis=emphasis))


def _with_blank(text: str, start: int, end: int) -> tuple[int, int]:
    """A range with the blank in front of it (at the beginning of the text the one behind it), and the second stop around it."""
    if text[max(0, start - 2) : start].rstrip().endswith(_STOPS) and text[end : end + 1] == ".":
        end += 1
    if text[start - 1 : start] == " " and start > 1:
        return start - 1, end
    if start == 0 and text[end : end + 1] == " ":
        return start, end + 1
    return start, end


_STOPS = tuple(".!?…")


def _span(cut: Cut, start: int, end: int) -> tuple[int, int] | None:
    """A range of the old text in the new one; None where nothing of it is left."""
    first, last = cut.offset(start), cut.offset(end)
    return (first, last) if first < last else None
