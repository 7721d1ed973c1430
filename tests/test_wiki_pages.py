"""Pages of a wiki (MediaWiki's HTML): whole references in <cite>, links inside the wiki, addresses without a scheme. All texts invented."""

from __future__ import annotations

import pytest

from verifier.citations import find_all
from verifier.documents import html
from verifier.model import Citation, Document, ProblemKind

OUT = '<a rel="nofollow" class="external text" href="{}">{}</a>'


def page(note: str, body: str = "The tide mill turned for 90 years.") -> Document:
    return html.read(
        f'<html><body><div class="mw-parser-output"><p>{body}<sup id="cite_ref-1" class="reference"><a href="#cite_note-1">[1]</a></sup></p>'
        f'<ol class="references"><li id="cite_note-1"><span class="mw-cite-backlink"><a href="#cite_ref-1">^</a></span> '
        f'<span class="reference-text">{note}</span></li></ol></div></body></html>'.encode(),
        "mill.html",
    )


def cited(note: str) -> list[Citation]:
    return list(find_all(page(note))[0])


def cite(words: str) -> str:
    return f'<cite class="citation web cs1">{words}</cite>'


MILL = OUT.format("https://mills.example/a", "“Turning tides”")
# What stands behind the title: the words of the visit, in the language of the wiki.
VISITED = {
    "en": "Retrieved 2021-03-04", "en, day first": "Retrieved 4 March 2021", "de": "Abgerufen am 4. März 2021", "fr": "consulté le 4 mars 2021",
    "es": "Consultado el 4 de marzo de 2021", "tr": "Erişim tarihi: 4 Mart 2021", "ru": "Дата обращения: 4 марта 2021", "pl": "dostęp 2021-03-04",
    "it": "URL consultato il 4 marzo 2021", "pt": "Consultado em 4 de março de 2021", "nl": "Geraadpleegd op 4 maart 2021",
}  # fmt: skip


@pytest.mark.parametrize("language", VISITED)
def test_what_is_around_a_whole_reference_is_no_title(language: str) -> None:
    [work] = cited(cite(f"{MILL}. <i>Millers’ Gazette</i>. {VISITED[language]}."))
    assert (work.title, work.container_title) == ("Turning tides", "Millers’ Gazette")
    assert (work.issued, work.accessed) == (None, "2021-03-04")


@pytest.mark.parametrize("title", ["Turning Tides", "The Salt Road", "Das Jahr der Mühlen", "1907"])
def test_a_title_in_cite_is_still_one(title: str) -> None:
    [work] = cited(f"Odile Marrant, <cite>{title} of the North</cite>, https://mills.example/b, 2019.")
    assert work.title == f"{title} of the North"


def wiki(address: str, words: str) -> str:
    return f'<a href="{address}" title="{words}">{words}</a>'


WIKI = "https://wiki.example/wiki/"
INSIDE = {
    "the site has a page": f"{MILL}. {wiki(WIKI + 'Gazette', 'Millers’ Gazette')}. 4 March 2021.",
    "the publisher has a page": f"Marrant, Odile (2019). {MILL}. {wiki(WIKI + 'Salt_Press', 'Salt Press')}.",
    "the author has a page": f"{wiki(WIKI + 'Odile_Marrant', 'Marrant, Odile')} (2019). {MILL}. Millers’ Gazette.",
    "the ISBN is explained": f"{MILL}. Salt Press. {wiki(WIKI + 'ISBN_(identifier)', 'ISBN')} 978-0-306-40615-7.",
    "a redirect": f'{MILL}. <a href="{WIKI}MG" class="mw-redirect" title="MG">MG</a>. 2019.',
    "without a scheme": f"{MILL}. {wiki('//wiki.example/wiki/Gazette', 'Millers’ Gazette')}. 2019.",
    "in another language": f"{MILL}. {wiki('https://de.wiki.example/wiki/M%C3%BChle', 'Mühle')}. 2019.",
    "a file": f"{MILL}. {wiki(WIKI + 'File:Mill.pdf', 'scan')}. 2019.",
    "several": f"{MILL}. {wiki(WIKI + 'A', 'Salt Press')}, {wiki(WIKI + 'B', 'Tidewater')}. 2019.",
    "a path of its own": f"{MILL}. {wiki('https://wiki.example/w/index.php?title=A', 'Salt Press')}. 2019.",
}


@pytest.mark.parametrize("case", INSIDE)
def test_a_link_to_a_page_of_the_wiki_is_no_source(case: str) -> None:
    assert [work.url for work in cited(INSIDE[case])] == ["https://mills.example/a"]


def test_a_link_inside_the_wiki_is_no_source_of_its_text_either() -> None:
    body = f"The {wiki(WIKI + 'Tide_mill', 'tide mill')} was closed in May, as {OUT.format('https://mills.example/c', 'its keeper')} said."
    document = html.read(f'<div class="mw-body-content"><p>{body}</p></div>'.encode(), "a.html")
    assert [link.href for block in document.blocks for link in block.hyperlinks] == ["https://mills.example/c"]
    elsewhere = html.read(f"<div class='post'><p>{body}</p></div>".encode(), "a.html")
    assert len(elsewhere.blocks[0].hyperlinks) == 2


JOURNAL = "(2019). {title}. <i>Journal of Tides</i>. <b>12</b> (3): 4–19. {records}."
TITLE = OUT.format("https://journal.example/tides", "“Turning tides”")
DOI = "doi:" + OUT.format("//doi.org/10.1000%2F182", "10.1000/182")
RECORDS = {
    "DOI": DOI,
    "ISSN": "ISSN " + OUT.format("//catalogue.example/issn/1234-5679", "1234-5679"),
    "Bibcode": "Bibcode:" + OUT.format("https://sky.example/abs/2019JTide..12....4M", "2019JTide..12....4M"),
    "S2CID": "S2CID " + OUT.format("https://scholars.example/CorpusID:12", "12"),
    "JSTOR": "JSTOR " + OUT.format("//shelf.example/stable/12", "12"),
    "OCLC": "OCLC " + OUT.format("https://catalogue.example/oclc/12", "12"),
    "PMID": "PMID " + OUT.format("//pubmed.ncbi.nlm.nih.gov/20175497", "20175497"),
    "several": DOI + ". ISSN " + OUT.format("//catalogue.example/issn/1234-5679", "1234-5679") + ". S2CID "
    + OUT.format("https://scholars.example/CorpusID:12", "12"),
}  # fmt: skip


@pytest.mark.parametrize("case", RECORDS)
def test_records_of_a_work_are_no_works(case: str) -> None:
    document = page(cite("Marrant, O.; Kern, I. " + JOURNAL.format(title=TITLE, records=RECORDS[case])))
    works, problems = find_all(document)
    assert [(work.title, work.container_title) for work in works] == [("Turning tides", "Journal of Tides")]
    assert not [p for p in problems if p.kind in (ProblemKind.INVALID_ADDRESS, ProblemKind.INCOMPLETE_ADDRESS)]


APART = [
    f"{TITLE}. Kern, Ilse. “Loud tides”. {DOI}.",
    f"{TITLE}; Journal of Tides, {DOI}.",
]


@pytest.mark.parametrize("note", APART)
def test_the_record_of_another_work_is_that_works(note: str) -> None:
    assert len(cited(note)) == 2


@pytest.mark.parametrize(
    "told", ["Archived from the original (PDF) on 4 March 2021", "Archived from the original on 2021-03-04"]
)
def test_when_a_copy_was_kept_is_no_date_of_the_work(told: str) -> None:
    [work] = cited(cite(f"{MILL}. Millers’ Gazette. {told}."))
    assert (work.container_title, work.issued) == ("Millers’ Gazette", None)


def test_a_place_where_a_word_may_be_divided_is_not_seen() -> None:
    document = html.read(
        "<p>Die Ge\u00adzei\u00adten\u00admüh\u00adle stand.<sup>1</sup></p><hr><p><sup>1</sup> Ilse Kern, Tü\u00adbin\u00adgen 2012, S. 4</p>".encode(),
        "a.html",
    )
    assert document.blocks[0].text == "Die Gezeitenmühle stand."
    assert document.notes[0].text == "Ilse Kern, Tübingen 2012, S. 4"


@pytest.mark.parametrize("told", ["[originally published in 1966]", "[first printed 1966]", "[1966]"])
def test_what_is_told_of_an_earlier_print_is_no_name(told: str) -> None:
    [work] = cited(cite(f"Marrant, Odile {told}. {MILL}. Millers’ Gazette."))
    assert (work.author, work.title) == ("Marrant, Odile", "Turning tides")
