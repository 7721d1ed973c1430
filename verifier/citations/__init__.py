"""Read the cited works out of a note: title, author, site, dates, address.

In: a `Note`, in document order. Out: `Citation`s. A note is cut into its sources, the certain parts are taken out of each
(address, archived copy, dates with their cue), the title is found by the sign it carries, and what stands before and
behind it are author and site. The raw string is always kept.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from verifier.citations.earlier import Given, Meaning, Works, repeat, say
from verifier.citations.given import from_fields
from verifier.citations.identifiers import one_address_each, wrong_identifiers
from verifier.citations.listed import Listed
from verifier.citations.parts import Part
from verifier.citations.pieces import Piece, find_pieces, may_be_work
from verifier.citations.reference import read_reference
from verifier.citations.reports import is_only_report
from verifier.citations.short_forms import ShortForm
from verifier.citations.words import stands_for_author
from verifier.model import Citation, Document, Hyperlink, Note, NoteKind, Problem, ProblemKind
from verifier.urls import is_fetchable, is_shortened

__all__ = ["find_all", "find_citations"]


def find_all(document: Document) -> tuple[tuple[Citation, ...], tuple[Problem, ...]]:
    """The citations of all notes in order, and what a person should look at in the notes."""
    listed = Listed(document.notes)
    read = [_read(note, index, listed) for index, note in enumerate(document.notes)]
    named = _named_in_text(document)
    works = Works(document.notes, [_given(found, index, named.get(index, "")) for index, found in enumerate(read)])
    citations: list[Citation] = []
    problems: list[Problem] = []
    for index, (note, found) in enumerate(zip(document.notes, read, strict=True)):
        cited, told = _resolve(found, index, works, document, named.get(index, ""))
        problems += (Problem(ProblemKind.SHORT_FORM, note.label, detail) for detail in told)
        problems += _problems(note, cited, repeats=bool(told))
        citations += cited
    return one_address_each(citations), tuple(problems)


# A piece of a note, and the work that it gives itself, where one was read.
_Read = Sequence[tuple[Piece, Citation | None]]


def _read(note: Note, index: int, listed: Listed) -> _Read:
    if note.kind is NoteKind.LINK:
        return [(Piece(Part(link.href, ())), _of_link(link, note, index)) for link in note.hyperlinks]
    if note.data:
        return [(Piece(Part(note.text, ())), from_fields(note, index, work)) for work in note.data]
    return [(part, _own(part, index)) for piece in find_pieces(note) for part in listed.divide(piece, note)]


def _of_link(link: Hyperlink, note: Note, index: int) -> Citation:
    """What a link of the running text cites: its address; its words are the sentence's, and no title."""
    only = Part(link.href, ((0, len(link.href), link.href),))
    return replace(read_reference(only, index) or Citation(index, link.href, link.href), raw=note.text)


def _repeats(short: ShortForm) -> bool:
    """Whether a short form certainly gives no work of its own."""
    return bool(short.phrase) or short.entry is not None


def _own(piece: Piece, index: int) -> Citation | None:
    return None if piece.short and _repeats(piece.short) else read_reference(piece.part, index)


_IN_FRONT = 200  # characters in front of a mark that may name the case whose report the note gives


def _named_in_text(document: Document) -> dict[int, str]:
    """The words in front of the first mark of each note."""
    first: dict[int, str] = {}
    for mark in document.marks:
        if mark.note is not None and mark.block < len(document.blocks):
            text = document.blocks[mark.block].text
            first.setdefault(mark.note, text[max(0, mark.offset - _IN_FRONT) : mark.offset])
    return first


def _given(found: _Read, index: int, in_front: str) -> list[Given]:
    """The works that a note gives itself; a book may not have been read, and is one."""
    own = ((piece, citation) for piece, citation in found if not (piece.short and _repeats(piece.short)))
    return [
        Given(index, piece.part.text, cited, in_front if is_only_report(piece.part.text) else "")
        for piece, cited in own
        if cited or may_be_work(piece.part)
    ]


def _resolve(
    found: _Read, index: int, works: Works, document: Document, in_front: str
) -> tuple[list[Citation], list[str]]:
    """What a note cites, short forms as the works they mean, and what there is to say of these."""
    citations: list[Citation] = []
    told: list[str] = []
    for piece, own in found:
        meaning = works.meaning(piece.short, index) if piece.short else Meaning()
        if piece.short and (piece.short.phrase or meaning.works or meaning.doubtful):
            works.add(index, meaning.works)
            told += say(piece.short, piece.part.text, meaning, document.notes)
            citations += repeat(piece.short, piece.part.text, meaning, index, document.notes)
        else:
            work = replace(own, author=works.last_author(index)) if own and stands_for_author(piece.part.text) else own
            works.add_own(index, _given([(piece, work)], index, in_front))
            citations += [work] if work else []
    return citations, told


def _problems(note: Note, cited: Sequence[Citation], *, repeats: bool) -> Iterator[Problem]:
    if not repeats and not any(c.url for c in cited):
        yield Problem(ProblemKind.NOTE_WITHOUT_SOURCE, note.label, "The note gives no address that could be looked up.")
    for citation in cited:
        if citation.url and (is_shortened(citation.url) or not is_fetchable(citation.url)):
            yield _useless(citation.url, note)
    for number in wrong_identifiers(note.text):
        yield Problem(ProblemKind.INVALID_IDENTIFIER, note.label, f"The check digit of ISBN {number} is wrong.")


def _useless(url: str, note: Note) -> Problem:
    """What is wrong with an address that nobody can ask."""
    if is_shortened(url):
        detail = f"{url} was shortened by whoever wrote it down; give the whole address."
        return Problem(ProblemKind.INCOMPLETE_ADDRESS, note.label, detail)
    return Problem(ProblemKind.INVALID_ADDRESS, note.label, f"{url} is not a web address (http or https).")


def find_citations(note: Note, index: int = 0) -> tuple[Citation, ...]:
    """The works that one note gives itself; what its short forms mean is told by `find_all`.

    >>> from verifier.model import NoteKind
    >>> note = Note("1", NoteKind.ENDNOTE, "“Quiet Gates”, The Gazette, https://gazette.example/a, (Access Date: 05.10.2024).")
    >>> c = find_citations(note)[0]
    >>> c.title, c.container_title, c.url, c.accessed
    ('Quiet Gates', 'The Gazette', 'https://gazette.example/a', '2024-10-05')
    """
    return tuple(citation for _, citation in _read(note, index, Listed(())) if citation)
