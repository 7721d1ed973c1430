"""Identifiers of works: DOI, arXiv, ISBN, PMID, PMCID, Handle, URN, in text and inside addresses.

In: the words of a reference, or an address. Out: (name, value) as printed, without resolver and without word, and the address under which
it can be asked. An ISBN whose check digit is wrong names no work; a person should look at it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple
from urllib.parse import unquote

from verifier.languages import pattern
from verifier.model import Citation
from verifier.urls import host


class Identifier(NamedTuple):
    """An identifier of a work, and where a text gives it."""

    name: str
    value: str
    start: int
    end: int


_ISBN = re.compile(
    r"(?<![^\W_])(?:e-?)?ISBN(?:[- ]?1[03](?!\d))?\s?[:：]?\s{0,2}(?P<value>\d[\d\s‐‑–-]{8,24}[\dX]?)(?![^\W_])",
    re.IGNORECASE,
)
_LOOSE = re.compile(r"[\s‐‑–-]")
_ARXIV = r"(?:\d\d(?:0[1-9]|1[0-2])\.\d{4,5}|[a-z-]{2,12}(?:\.[A-Z]{2})?/\d{7})(?:v\d{1,2})?(?!\d)"
_FORMS = tuple(
    (name, re.compile(form, re.IGNORECASE))
    for name, form in (
        ("pmid", r"(?<![^\W_])(?:PMID|PubMed(?:\s?ID|\s?PMID)?)\s?[:：]?\s{0,2}(?P<value>\d{1,9})(?![\w/])"),
        ("pmcid", r"(?<![\w/])(?:(?:PubMed\sCentral\s)?PMCID\s?[:：]?\s{0,2})?(?P<value>PMC\d{3,9})(?!\w)"),
        ("handle", r"(?<![^\W_])(?:hdl\s?[:：]?|handle\s?[:：])\s{0,2}(?P<value>\d[\d.]{2,20}/[^\s<>\"“”«»]{1,200})"),
        (
            "urn",
            r"(?<![\w/])(?:URN\s?[:：]\s{0,2})?(?P<value>urn:(?!isbn:)[a-z0-9][a-z0-9-]{1,31}:[^\s<>\"“”«»()\[\]]{1,200})",
        ),
        (
            "arxiv",
            rf"(?<![\w/])(?:arXiv,?\s(?:e-?print|preprint),?\s)?arXiv(?:\s(?:e-?print|preprint))?\s?[:：]?\s?(?P<value>{_ARXIV})",
        ),
    )
)
# Forms of addresses that hold an identifier. Library proxies write the dots of a host as hyphens, or their own name behind it.
_ADDRESSES = tuple(
    (name, re.compile(form, re.IGNORECASE))
    for name, form in (
        ("doi", r"https?://(?:dx[.-])?(?:www[.-])?doi[.-]org(?:[.:][^/]*)?/(?:doi:)?(?P<value>10\.\d{4,9}/[^?]+).*"),
        ("arxiv", r"https?://(?:(?:www|export|browse|[a-z]{2})[.-])?arxiv[.-]org(?:[.:][^/]*)?/(?:abs|pdf|html|format|ps)/(?P<value>(?:\d{4}\.\d{4,5}|[a-z-]+(?:\.[A-Z]{2})?/\d{7})(?:v\d+)?)(?:\.pdf)?(?:[?#].*)?"),
        ("pmcid", r"https?://(?:(?:www\.)?ncbi\.nlm\.nih\.gov/pmc|pmc\.ncbi\.nlm\.nih\.gov|europepmc\.org)/articles?/(?:pmc/)?(?P<value>PMC\d+)(?:[/?#].*)?"),
        ("pmid", r"https?://(?:pubmed\.ncbi\.nlm\.nih\.gov|(?:www\.)?ncbi\.nlm\.nih\.gov/(?:m/)?pubmed|europepmc\.org/article/med)/(?P<value>\d+)(?:[/?#].*)?"),
        ("handle", r"https?://hdl[.-]handle[.-]net(?:[.:][^/]*)?/(?P<value>\d[\d.]*/[^?#]+).*"),
        ("handle", r"https?://[^/]+/(?:[\w.-]+/){0,3}handle/(?P<value>\d[\d.]+/[\w.-]+).*"),
        ("urn", r"https?://.*?(?P<value>urn:nbn:[^?#&/]+).*"),
        # A publisher's page whose path is the DOI.
        ("doi", r"https?://[^/]+/(?:[\w.-]+/){0,4}?(?P<value>10\.\d{4,9}/[^?#]+).*"),
    )
)  # fmt: skip
# What publishers write behind the DOI in the path.
_VIEWS = re.compile(
    r"(?:/(?:full|abstract|abs|pdf|epdf|epub|html?|meta|summary|fulltext|references))+/?$|\.(?:pdf|full|abstract|html?)(?:\.pdf)?$",
    re.IGNORECASE,
)
# What leads nearest to the work comes first.
_RESOLVERS = {
    "doi": "https://doi.org/",
    "arxiv": "https://arxiv.org/abs/",
    "handle": "https://hdl.handle.net/",
    "pmcid": "https://pmc.ncbi.nlm.nih.gov/articles/",
    "pmid": "https://pubmed.ncbi.nlm.nih.gov/",
    "urn": "https://nbn-resolving.org/",
}


def find_identifiers(text: str) -> tuple[Identifier, ...]:
    """The identifiers that a text gives with their name, in order; of those with a check digit only the right ones.

    A DOI is an address (`urls.find_urls`).

    >>> [(i.name, i.value) for i in find_identifiers("ISBN 978-0-306-40615-7; PMID 123456, arXiv:2401.01234v2.")]
    [('isbn', '9780306406157'), ('pmid', '123456'), ('arxiv', '2401.01234v2')]
    """
    isbns = (Identifier("isbn", i.value, i.start, i.end) for i in _isbns(text) if has_right_check_digit(i.value))
    named = (
        Identifier(name, _trimmed(found["value"]), found.start(), found.start("value") + len(_trimmed(found["value"])))
        for name, form in _FORMS
        for found in form.finditer(text)
    )
    return tuple(sorted((*isbns, *named), key=lambda found: found.start))


def wrong_identifiers(text: str) -> tuple[str, ...]:
    """The ISBNs of a text whose check digit is wrong, as printed.

    >>> wrong_identifiers("ISBN 978-0-306-40615-8"), wrong_identifiers("ISBN 0-306-40615-2")
    (('978-0-306-40615-8',), ())
    """
    return tuple(text[i.number : i.end] for i in _isbns(text) if not has_right_check_digit(i.value))


def identify(urls: Iterable[str]) -> tuple[tuple[str, str], ...]:
    """The identifiers that addresses hold: (name, value), the first of each name.

    >>> identify(["https://doi-org.proxy.site.example/10.1000/182", "https://pubmed.ncbi.nlm.nih.gov/123456/"])
    (('doi', '10.1000/182'), ('pmid', '123456'))
    """
    found: dict[str, str] = {}
    for url in urls:
        name, value = _held(url)
        if name:
            found.setdefault(name, value)
    return tuple(found.items())


def address_of(name: str, value: str) -> str | None:
    """The resolver's address of an identifier, None where it has none (ISBN, most URNs).

    >>> address_of("doi", "10.1000/182"), address_of("isbn", "9780306406157")
    ('https://doi.org/10.1000/182', None)
    """
    resolver = _RESOLVERS.get(name)
    if name == "urn" and not value.lower().startswith("urn:nbn:"):
        return None
    return resolver + value + ("/" if name == "pmid" else "") if resolver else None


def names_same_work(url: str, following: str, between: str, behind: str) -> bool:
    """Whether two addresses, of which one is an identifier, stand side by side and name one work.

    `between` stands between them, `behind` begins with the second as printed. Behind a semicolon an address begins a new work.

    >>> names_same_work("https://site.example/a", "https://doi.org/10.1000/182", ", ", "doi:10.1000/182")
    True
    >>> names_same_work("https://doi.org/10.1000/181", "https://doi.org/10.1000/182", ", ", "doi:10.1000/182")
    False
    """
    one, other = _held(url)[0], _held(following)[0]
    apart = ";" in between or "\n" in between
    if one == other or (apart and behind.lower().startswith(("http", "www."))):
        return False
    return not re.search(r"[^\W_]", _BETWEEN.sub("", between))


_RECORDS = re.compile(
    r"(?<![^\W_])(?:doi|pmid|pmc|arxiv|hdl|bibcode|s2cid|oclc|e?issn|isbn|jstor|lccn|zbl|jfm|mr|citeseerx|ssrn|asin|ol)[\s\xa0:]{0,3}$",
    re.IGNORECASE,
)


def before_record(between: str) -> str | None:
    """What stands between two addresses in front of the name by which the second is an identifier or a catalogue's record; None where none does.

    >>> before_record(". Gazette of Tides. 12 (3): 4–9. Bibcode:"), before_record(". Kern, “Loud Gates”. doi:"), before_record("; JSTOR ")
    ('. Gazette of Tides. 12 (3): 4–9. ', None, None)
    """
    found = _RECORDS.search(between)
    return between[: found.start()] if found and not re.search(r"[“”\"«»„;\n]", between) else None


_BETWEEN = re.compile(
    rf"(?<![^\W_])(?:doi|pmid|pmcid|pmc|pubmed|central|arxiv|e-?print|preprint|hdl|handle|urn|{pattern('address_cues')})(?![^\W_])",
    re.IGNORECASE,
)


def by_rank(text: str, urls: Sequence[tuple[int, int, str]]) -> list[tuple[int, int, str]]:
    """The addresses (start, end, url) of one work: those printed as addresses first, then the identifiers that lead nearest to the work."""
    ranks = list(_RESOLVERS)

    def rank(place: tuple[int, int, str]) -> int:
        start, end, url = place
        name = _held(url)[0]
        return ranks.index(name) if name in ranks and _BY_NAME.match(text, start, end) else -1

    return sorted(urls, key=rank)


_BY_NAME = re.compile(r"doi|10\.|arxiv|hdl|handle|pm|pubmed|urn", re.IGNORECASE)


def resolved(url: str) -> str:
    """The one address of a work that a resolver's address names; any other address as it is.

    >>> resolved("http://dx.doi.org/10.1000/182"), resolved("https://journal.example/doi/10.1000/182")
    ('https://doi.org/10.1000/182', 'https://journal.example/doi/10.1000/182')
    """
    form = _ADDRESSES[0][1].fullmatch(url)
    return _RESOLVERS["doi"] + form["value"] if form else url


def has_right_check_digit(isbn: str) -> bool:
    """Whether the last digit of an ISBN (digits and X only) agrees with the others (ISO 2108).

    >>> has_right_check_digit("080442957X"), has_right_check_digit("9780306406158")
    (True, False)
    """
    if len(isbn) == len("080442957X"):
        digits = [10 if digit == "X" else int(digit) for digit in isbn]
        return sum(digit * weight for digit, weight in zip(digits, range(10, 0, -1), strict=True)) % 11 == 0
    if len(isbn) == len("9780306406157") and isbn.isdecimal():
        return sum(int(digit) * (3 if place % 2 else 1) for place, digit in enumerate(isbn)) % 10 == 0
    return False


class _Isbn(NamedTuple):
    """Digits and X only; `start` is the place of its name, `text[number:end]` the number as printed."""

    value: str
    start: int
    number: int
    end: int


def _isbns(text: str) -> Iterator[_Isbn]:
    """What stands behind the name of an ISBN, whether the check digit is right or not."""
    for found in (*_ISBN.finditer(text), *_URN_ISBN.finditer(text)):
        start, end = found.span("value")
        long = _LOOSE.sub("", found["value"]).startswith(("978", "979"))
        wanted = len("9780306406157" if long else "080442957X")
        places = [at for at in range(start, end) if text[at] in "0123456789Xx"][:wanted]
        value = "".join(text[at] for at in places).upper()
        if len(value) >= _SHORTEST:
            yield _Isbn(value, found.start(), start, places[-1] + 1)


_SHORTEST = len("080442957X")
_URN_ISBN = re.compile(r"urn:isbn:(?P<value>[\d-]{9,16}[\dX])(?!\w)", re.IGNORECASE)


def _held(url: str) -> tuple[str, str]:
    for name, form in _ADDRESSES:
        if found := form.fullmatch(url):
            value = unquote(found["value"])
            return name, (
                _VIEWS.sub("", value) if name == "doi" and host(url) not in ("doi.org", "dx.doi.org") else value
            ).rstrip("/")
    return "", ""


def _trimmed(value: str) -> str:
    """Without the punctuation of the sentence; a closing bracket stays where it was opened inside."""
    value = value.rstrip(".,;:!?'’‘*_|…。，、")
    while value[-1:] in (")", "]", ">") and value.count(value[-1]) > value.count(
        {")": "(", "]": "[", ">": "<"}[value[-1]]
    ):
        value = value[:-1].rstrip(".,;:")
    return value


def one_address_each(citations: Sequence[Citation]) -> tuple[Citation, ...]:
    """The citations, each work's DOI with the address that the first of them gives it: a DOI is the same in capitals (ISO 26324)."""
    first: dict[str, str] = {}
    return tuple(
        replace(c, url=first.setdefault(c.url.casefold(), c.url))
        if c.url and c.url.startswith(_RESOLVERS["doi"])
        else c
        for c in citations
    )
