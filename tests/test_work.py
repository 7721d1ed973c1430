"""What a document says of a cited work: by CSL's names, in archives of every age."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verifier.archive.rows import note_of, note_row
from verifier.model import Note, NoteKind, Work

WORKS = st.builds(Work, **{name: st.text(max_size=9) for name in Work.__slots__})


@given(st.lists(WORKS, max_size=3))
def test_the_archive_gives_works_back(works: list[Work]) -> None:
    note = Note("1", NoteKind.REFERENCE, "Heron, Lakes.", data=tuple(works))
    assert note_of(note_row(note)) == note


@given(WORKS)
def test_a_work_is_its_pairs(work: Work) -> None:
    assert Work.from_pairs(work.pairs) == work
    assert bool(work) == bool(work.pairs)


@pytest.mark.parametrize(
    ("kept", "work"),
    [
        (
            [["title", "Lakes"], ["container-title", "The Gazette"], ["DOI", "10.1/a"], ["archive_url", "https://archive.example/a"]],
            Work(title="Lakes", container_title="The Gazette", DOI="10.1/a", archive_url="https://archive.example/a"),
        ),
        ([["issued", "2020"], ["shelf", "9"], ["issued", "2021"]], Work(issued="2020")),
    ],
)  # fmt: skip
def test_works_are_read_as_archives_have_always_kept_them(kept: list[list[str]], work: Work) -> None:
    row = note_row(Note("1", NoteKind.REFERENCE, "")) | {"data": json.dumps([kept])}
    assert note_of(row).data == (work,)
    assert json.loads(note_row(note_of(row))["data"]) == [list(map(list, work.pairs))]
