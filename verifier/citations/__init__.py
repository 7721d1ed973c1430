"""Read the cited works out of a note: title, author, site, dates, address.

In: a `Note`, in document order. Out: `Citation`s. A note is cut into its sources, the certain parts are taken out of each
(address, archived copy, dates with their cue), the title is found by the sign it carries, and what stands before and
behind it are author and site. The raw string is always kept.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from verifier.citations.given import from_fields
from verifier.citations.parts import Part, cut
from verifier.citations.reference import read_reference
from verifier.citations.short_forms import meant, resolve, short_form
from verifier.model import Citation, Document, Hyperlink, Note, NoteKind, Problem, ProblemKind
from verifier.urls import is_fetchable, is_shortened

__all__ = ["find_all", "find_citations"]


def find_all(document: Document) -> tuple[tuple[Citation, ...], tuple[Problem, ...]]:
    """The citations of all notes in order, and what a person should look at in the notes."""
    citations: list[Citation] = []
    problems: list[Problem] = []
    for index, note in enumerate(document.notes):
        found = find_citations(note, index, citations, [n.label for n in document.notes])
        phrase = short_form(note)
        if phrase and found:
            where = document.notes[meant(found[0], citations)].label
            problems.append(
                Problem(ProblemKind.SHORT_FORM, note.label, f"“{phrase}” is read as the source of note {where}.")
            )
        elif phrase:
            problems.append(
                Problem(ProblemKind.SHORT_FORM, note.label, f"“{phrase}” refers to no note that was found.")
            )
        elif not any(c.url for c in found):
            problems.append(
                Problem(
                    ProblemKind.NOTE_WITHOUT_SOURCE, note.label, "The note gives no address that could be looked up."
                )
            )
        problems += [_useless(c.url, note) for c in found if c.url and (not is_fetchable(c.url) or is_shortened(c.url))]
        citations += found
    return tuple(citations), tuple(problems)


def _of_link(link: Hyperlink, note: Note, index: int) -> Citation:
    """What a link of the running text cites: its address; its words are the sentence's, and no title."""
    only = Part(link.href, ((0, len(link.href), link.href),))
    return replace(read_reference(only, index) or Citation(index, link.href, link.href), raw=note.text)


def _useless(url: str, note: Note) -> Problem:
    """What is wrong with an address that nobody can ask."""
    if is_shortened(url):
        detail = f"{url} was shortened by whoever wrote it down; give the whole address."
        return Problem(ProblemKind.INCOMPLETE_ADDRESS, note.label, detail)
    return Problem(ProblemKind.INVALID_ADDRESS, note.label, f"{url} is not a web address (http or https).")


def find_citations(
    note: Note, index: int = 0, earlier: Sequence[Citation] = (), labels: Sequence[str] = ()
) -> tuple[Citation, ...]:
    """The cited works of one note; `earlier` are those of the notes before it, for short forms.

    >>> from verifier.model import NoteKind
    >>> note = Note("1", NoteKind.ENDNOTE, "“Quiet Gates”, The Gazette, https://gazette.example/a, (Access Date: 05.10.2024).")
    >>> c = find_citations(note)[0]
    >>> c.title, c.container_title, c.url, c.accessed
    ('Quiet Gates', 'The Gazette', 'https://gazette.example/a', '2024-10-05')
    """
    if note.kind is NoteKind.LINK:
        return tuple(_of_link(link, note, index) for link in note.hyperlinks)
    if note.data:
        return tuple(from_fields(note, index, work) for work in note.data)
    if short_form(note):
        repeated = resolve(note, index, earlier, labels)
        return (repeated,) if repeated else ()
    return tuple(c for part in cut(note) if (c := read_reference(part, index)) is not None)
