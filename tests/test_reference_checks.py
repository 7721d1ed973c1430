"""The reference beside the page: what the note says of its source, and what the page says of itself."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import pytest

from verifier.model import Citation, Fetch, Link, LinkStatus, PageMetadata, PlanName, SourceText
from verifier.verdicts import compare_reference

TODAY = date(2025, 6, 2)
URL = "https://www.portselm-gazette.example/2021/quiet-gates"
TEXT = "Quiet Gates on the Lower River\n\nBy Odile Marrant\n\nThe board met on Monday in the old customs house."
PAGE = PageMetadata(
    title="Quiet Gates on the Lower River | The Port Selm Gazette",
    author="Odile Marrant",
    site="The Port Selm Gazette",
    published="2021-03-03",
    modified="2021-03-09",
)


def fetch(link: Link = Link.OK, says: PageMetadata = PAGE, extractor: str = "html") -> Fetch:
    text = SourceText(TEXT, extractor, "1", metadata=says)
    status = LinkStatus(link, "rule", "A reason.")
    return Fetch(URL, datetime(2025, 6, 2, tzinfo=UTC), PlanName.LIVE, status, final_url=URL, text=text)


CASES = {
    "the same title": ("title", "Quiet Gates on the Lower River", "agrees"),
    "in other capitals, typography and order of parts": ("title", "QUIET GATES: on the “Lower River”", "agrees"),
    "shortened": ("title", "Quiet Gates", "agrees"),
    "another title": ("title", "A Short History of Salt Roads", "differs"),
    "a translated title": ("title", "Eine kurze Geschichte der Salzstraßen im Norden", "unknown"),
    "a translated title, in other letters": ("title", "Тихие ворота", "unknown"),
    "the same author": ("author", "Marrant, O.", "agrees"),
    "another author": ("author", "Ilse Kern", "differs"),
    "the same site": ("site", "Port Selm Gazette", "agrees"),
    "the site by its initials": ("site", "TPSG", "unknown"),
    "another name of the site": ("site", "Lowland Media Group", "unknown"),
    "the same day": ("issued", "2021-03-03", "agrees"),
    "a day later, elsewhere": ("issued", "2021-03-04", "agrees"),
    "the day of the last change": ("issued", "2021-03-09", "agrees"),
    "the same year": ("issued", "2021", "agrees"),
    "another day": ("issued", "2021-05-03", "differs"),
    "another year": ("issued", "2019", "differs"),
    "read after it was published": ("accessed", "2024-10-05", "agrees"),
    "read before it was published": ("accessed", "2020-10-05", "differs"),
    "read in the future": ("accessed", "2026-10-05", "differs"),
    "read in an unknown month": ("accessed", "2024", "unknown"),
}


def as_fields(fields: dict[str, Any]) -> dict[str, Any]:
    """Fields of a citation by name; their types differ."""
    return fields


@pytest.mark.parametrize("case", CASES)
def test_fields_side_by_side(case: str) -> None:
    field, cited, agreement = CASES[case]
    names = {"site": "container_title"}
    raw = f"“{cited}”, The Port Selm Gazette" if field == "title" else f"“Quiet Gates”, {cited}"
    citation = Citation(0, raw, URL, **as_fields({names.get(field, field): cited}))
    [check] = compare_reference(citation, fetch(), TODAY)
    assert (check.field, check.agreement.value) == (field, agreement), check
    assert check.reason


# The note, the address, the field: what may agree and never differs.
GUESSED = {
    "a quoted word of a sentence": ("The board asks what “open water” is to mean for those who row", URL, "title", "open water"),
    "words of a link in prose": ("The clerk says that he drew up a first plan", URL, "title", "drew up a first plan"),
    "a title by its place": ("A Short History of Salt Roads and their Keepers, Salt Press", URL, "title", "A Short History of Salt Roads"),
    "of a part of the page": ("“A Short History of Salt Roads”, The Gazette", URL + "#s4", "title", "A Short History of Salt Roads"),
    "a year of prose": ("The clerk had first written about it on a list that he kept in 1998", URL, "issued", "1998"),
    "a name of prose": ("Ilse Kern was the one who had asked for it to be closed", URL, "author", "Ilse Kern"),
    "words that are no name": ("The board, “Quiet Gates”", URL, "author", "Keepers of Lowland"),
}  # fmt: skip


@pytest.mark.parametrize("case", GUESSED)
def test_what_was_guessed_never_differs(case: str) -> None:
    raw, url, field, cited = GUESSED[case]
    [check] = compare_reference(Citation(0, raw, url, **as_fields({field: cited})), fetch(), TODAY)
    assert check.agreement.value == "unknown", check


def test_a_date_that_the_page_gives_in_its_text_is_no_other_date() -> None:
    text = replace(SourceText(TEXT + " First printed on 4 May 2019.", "html", "1"), metadata=PAGE)
    citation = Citation(0, "“Quiet Gates”, 4 May 2019", URL, issued="2019-05-04")
    [check] = compare_reference(citation, replace(fetch(), text=text), TODAY)
    assert check.agreement.value == "unknown"


def test_what_the_page_does_not_say_is_unknown() -> None:
    citation = Citation(0, "", URL, title="Salt", author="Ilse Kern", container_title="Salt Press", issued="2019-01-01")
    checks = compare_reference(citation, fetch(says=PageMetadata()), TODAY)
    assert {c.agreement.value for c in checks} == {"unknown"}


def test_of_a_page_that_was_not_found_only_impossible_dates_are_told() -> None:
    citation = Citation(0, "", URL, title="Salt", author="Ilse Kern", issued="2024-05-01", accessed="2024-04-01")
    [check] = compare_reference(citation, fetch(Link.SOFT_404), TODAY)
    assert (check.field, check.agreement.value) == ("accessed", "differs")


@pytest.mark.parametrize("author", ["Port Selm Gazette Staff", "admin", "newsdesk@gazette.example", "gazette"])
def test_who_is_no_person_is_no_other_author(author: str) -> None:
    [check] = compare_reference(
        Citation(0, "", URL, author="Ilse Kern"), fetch(says=PageMetadata(author=author)), TODAY
    )
    assert check.agreement.value == "unknown"


def test_files_carry_titles_of_templates() -> None:
    says = PageMetadata(title="Microsoft Word - template3.docx")
    [check] = compare_reference(Citation(0, "", URL, title="Salt Roads"), fetch(says=says, extractor="pdf"), TODAY)
    assert check.agreement.value == "unknown"
