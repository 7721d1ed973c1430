"""Works whose fields the document itself gives: CSL-JSON in Word, wiki templates, JATS, BibTeX.

They come out in the same form as those read from prose: addresses that can be asked, dates in ISO 8601.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from verifier.citations.identifiers import address_of, find_identifiers, identify
from verifier.dates import parse_date
from verifier.locators import Locator, find_locator
from verifier.model import Citation, Note, NoteKind, Work
from verifier.urls import find_urls, split_archive

_ISO_DATE = re.compile(r"\d{4}-(?:0[1-9]|1[0-2])")


def from_fields(note: Note, index: int, work: Work) -> Citation:
    """One work of a note, as the document gives it.

    >>> from verifier.model import NoteKind
    >>> work = Work(title="Quiet Gates", URL="www.gazette.example/a", accessed="5 Ekim 2024")
    >>> cited = from_fields(Note("1", NoteKind.ENDNOTE, "Quiet Gates"), 0, work)
    >>> cited.url, cited.accessed
    ('http://www.gazette.example/a', '2024-10-05')
    """
    given = {name: value.strip() for name, value in work.pairs if value.strip()}
    url = _address(given.get("URL", "")) or _address(given.get("DOI", "")) or _address(note.text) or _resolved(note)
    original, copied_at = split_archive(url) if url else (None, None)
    copy = _address(given.get("archive_url", "")) or (url if url != original else None)
    place = _place(note)
    locator = given.get("locator") or (place.value if place else None)
    label = given.get("label") or (place.label if place else None)
    return Citation(
        note=index,
        raw=note.text,
        url=original or (split_archive(copy)[0] if copy else None),
        title=given.get("title"),
        author=given.get("author"),
        container_title=given.get("container-title"),
        issued=_date(given.get("issued")),
        accessed=_date(given.get("accessed")),
        archived_url=copy,
        archived_at=_date(given.get("archive_date")) or copied_at or (split_archive(copy)[1] if copy else None),
        identifiers=_identifiers(note, (original, _address(given.get("DOI", "")))),
        locator=locator,
        locator_label=label,
    )


def _identifiers(note: Note, addresses: Iterable[str | None]) -> tuple[tuple[str, str], ...]:
    """Those of the addresses; the note's words tell more where they are of one work."""
    words = find_identifiers(note.text) if len(note.data) == 1 else ()
    found = dict(identify(filter(None, addresses)))
    return tuple({**{i.name: i.value for i in reversed(words)}, **found}.items())


def _resolved(note: Note) -> str | None:
    """The resolver's address of an identifier in the words of a note of one work."""
    found = find_identifiers(note.text) if len(note.data) == 1 else ()
    return next((url for i in found if (url := address_of(i.name, i.value))), None)


def _place(note: Note) -> Locator | None:
    """The place that a footnote of one work names; in a list of works the pages are the work's own."""
    if len(note.data) != 1 or note.kind is NoteKind.REFERENCE:
        return None
    place = find_locator(note.text)
    return place if place and place.value != note.data[0].page else None


def _address(text: str) -> str | None:
    """The first address; a bare DOI is one."""
    return next((url for _, _, url in find_urls(text)), None)


def _date(text: str | None) -> str | None:
    """The date; one in ISO 8601 may have no day."""
    return (text if _ISO_DATE.fullmatch(text) else parse_date(text)) if text else None
