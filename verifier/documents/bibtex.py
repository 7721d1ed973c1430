r"""Read the works of a `.bib` file beside a LaTeX article.

In: its bytes. Out: `Work`s by key: the words of a reference as a note has them, and the fields by CSL's names. pybtex (MIT) parses:
BibTeX's own rules for strings, braces, names and `#` fill more pages than they seem to.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from verifier.model import Work

# BibTeX's and BibLaTeX's fields, the first that is given counts.
_CSL = {
    "title": ("title",),
    "container-title": ("journaltitle", "journal", "booktitle", "maintitle", "publisher", "organization", "institution", "school"),
    "issued": ("date", "year"),
    "accessed": ("urldate", "accessed", "lastaccessed", "lastchecked"),
    "URL": ("url",),
    "DOI": ("doi",),
}  # fmt: skip
_ADDRESS = re.compile(r"\\(?:url|href)\s*\{([^{}]+)\}|(https?://[^\s{}]+)")
_ARXIV = re.compile(r"\d{4}\.\d{4,5}|[a-z-]+/\d{7}")


@dataclass(frozen=True, slots=True)
class BibWork:
    """One entry: the surnames as a sentence names them, the reference in words (TeX source), what the file says of it (TeX source)."""

    surnames: str
    words: str
    work: Work


def read_works(text: str) -> dict[str, BibWork]:
    r"""The works of a file by their keys; what is broken in it is left out.

    >>> works = read_works("@online{q, author={Marrant, Odile}, title={Quiet Gates}, url={https://gazette.example/a}}")
    >>> works["q"].surnames, works["q"].words
    ('Marrant', 'Odile Marrant. “Quiet Gates”. https://gazette.example/a')
    """
    from pybtex import errors  # noqa: PLC0415 - 60 ms, for LaTeX articles only
    from pybtex.database import BibliographyData  # noqa: PLC0415
    from pybtex.database.input.bibtex import Parser  # noqa: PLC0415

    # Every entry is parsed alone, so that one without its closing brace costs no other.
    works: dict[str, BibWork] = {}
    data = BibliographyData()
    with errors.capture():
        parser = Parser()
        for part in re.split(r"(?m)^(?=[ \t]*@)", text):
            parser.data = data = BibliographyData()
            parser.parse_string(part)
            works |= {key: _work(entry) for key, entry in data.entries.items() if key not in works}
    return works


def _work(entry: Any) -> BibWork:
    given = {name.lower(): " ".join(value.split()) for name, value in entry.fields.items()}
    people = [
        *entry.persons.get("author", ()),
        *(entry.persons.get("editor", ()) if "author" not in entry.persons else ()),
    ]
    authors = "; ".join(_name(person) for person in people)
    work = Work.from_pairs([*_fields(given), ("author", authors)])
    parts = [authors, f"“{work.title}”" if work.title else "", work.container_title, work.issued, work.URL]
    surnames = [" ".join([*person.prelast_names, *person.last_names]) for person in people]
    named = " and ".join(surnames) if len(surnames) <= 2 else f"{surnames[0]} et al."
    return BibWork(named, ". ".join(filter(None, parts)), work)


def _name(person: Any) -> str:
    return " ".join([*person.first_names, *person.middle_names, *person.prelast_names, *person.last_names])


def _fields(given: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    for name, sources in _CSL.items():
        value = next((given[s] for s in sources if given.get(s)), "")
        yield name, _REFINED[name](value, given) if name in _REFINED else value


def _title(value: str, given: Mapping[str, str]) -> str:
    return f"{value}: {given['subtitle']}" if value and given.get("subtitle") else value


def _issued(value: str, given: Mapping[str, str]) -> str:
    return f"{given['month']} {value}" if value and "date" not in given and given.get("month") else value


def _url(value: str, given: Mapping[str, str]) -> str:
    return value or _address(given) or ""


_REFINED: dict[str, Callable[[str, Mapping[str, str]], str]] = {"title": _title, "issued": _issued, "URL": _url}


def _address(given: Mapping[str, str]) -> str | None:
    """Where older styles keep the address: howpublished, note; the number of a preprint."""
    for name in ("howpublished", "note", "annote"):
        found = _ADDRESS.search(given.get(name, ""))
        if found:
            return found[1] or found[2]
    eprint = given.get("eprint", "")
    return f"https://arxiv.org/abs/{eprint}" if _ARXIV.fullmatch(eprint) else None
