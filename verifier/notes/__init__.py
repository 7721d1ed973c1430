"""Resolve marks and notes of any HTML or text.

In: a `Flow` (what a reader sees). Out: `Resolution`: the body without marks, notes without labels, marks with their places,
and what is left over as problems. The order: linked pairs, structures, unlinked labels.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from verifier.model import Block, Mark, Note, Problem
from verifier.notes.assemble import assemble, says_something
from verifier.notes.flow import Flow
from verifier.notes.linked import find_linked
from verifier.notes.problems import find_problems
from verifier.notes.ranges import fill_ranges
from verifier.notes.remarks import find_remarks
from verifier.notes.shortcodes import find_shortcodes
from verifier.notes.structural import find_structural
from verifier.notes.uncalled import find_uncalled
from verifier.notes.unlinked import find_unlinked

__all__ = ["Resolution", "resolve"]


@dataclass(frozen=True, slots=True)
class Resolution:
    """Blocks, notes, marks, problems: the heart of a `Document`; `own` are the flow's own marks: (number, block, offset)."""

    blocks: tuple[Block, ...]
    notes: tuple[Note, ...] = ()
    marks: tuple[Mark, ...] = ()
    problems: tuple[Problem, ...] = ()
    own: tuple[tuple[int, int, int], ...] = ()


def resolve(flow: Flow, lay_out: Callable[[str], Flow] | None = None, *, listed: bool = True) -> Resolution:
    """Find all notes and marks; `lay_out` reads markup that an attribute holds, `listed`: whether a heading may set notes apart."""
    remarks = find_remarks(flow)
    found = find_linked(flow, remarks)
    repeated = list(remarks)
    if lay_out is not None:
        structural, copies = find_structural(flow, found, lay_out)
        found += structural
        repeated += copies
    found += find_shortcodes(flow, [*repeated, *(piece for note in found for piece in note.pieces)])
    unlinked = find_unlinked(flow, found, repeated, listed=listed)
    found += unlinked.found
    found = [note for note in found if says_something(flow, note)]
    found.sort(key=lambda note: note.start)
    fill_ranges(flow, found)
    parts = assemble(flow, found, [*repeated, *unlinked.repeated])
    problems = (
        *find_problems(parts, [candidate.label for candidate in unlinked.left]),
        *find_uncalled(flow, unlinked.starts),
    )
    return Resolution(parts.blocks, parts.notes, parts.marks, problems, parts.own)
