"""Identifiers of works, and places in them: what is read, and what only looks like one. All texts and numbers invented."""

from __future__ import annotations

import pytest

from verifier.citations import find_all, find_citations
from verifier.locators import find_locator
from verifier.model import Document, Note, NoteKind, Work

URL = "\0" * 12  # where an address was taken out


def note(text: str) -> Note:
    return Note("1", NoteKind.FOOTNOTE, text)


# --- identifiers -----------------------------------------------------------------------------------

DOI = "https://doi.org/10.1000/rs.9"
# The note; its address; its identifiers.
IDENTIFIERS = {
    "doi:": ("Kern, “Nets”, doi:10.1000/rs.9.", DOI, {"doi": "10.1000/rs.9"}),
    "DOI without a colon": ("Kern, “Nets”, DOI 10.1000/rs.9", DOI, {"doi": "10.1000/rs.9"}),
    "a bare DOI": ("Kern, “Nets” [10.1000/rs.9]", DOI, {"doi": "10.1000/rs.9"}),
    "the old resolver": ("Kern, “Nets”, http://dx.doi.org/10.1000/rs.9", DOI, {"doi": "10.1000/rs.9"}),
    "the resolver without a scheme": ("Kern, “Nets”, doi.org/10.1000/rs.9, accessed 3 May 2020.", DOI, {"doi": "10.1000/rs.9"}),
    "a library's proxy": ("Kern, “Nets”, https://doi-org.proxy.uni.example/10.1000/rs.9", DOI, {"doi": "10.1000/rs.9"}),
    "another proxy": ("Kern, “Nets”, https://doi.org.ezproxy.uni.example/10.1000/rs.9, p. 4", DOI, {"doi": "10.1000/rs.9"}),
    "a full-width colon": ("柯恩：《网》，DOI：10.1000/rs.9。", DOI, {"doi": "10.1000/rs.9"}),
    "brackets in a DOI": ("Kern, “Nets” (doi:10.1000/rs(20)9).", "https://doi.org/10.1000/rs(20)9", {"doi": "10.1000/rs(20)9"}),
    "an old DOI": (
        "Kern I. Nets. River J 2001;7:2. doi:10.1000/rs(2001)8:3<61::AID-R9>3.0.CO;2-M",
        "https://doi.org/10.1000/rs(2001)8:3<61::AID-R9>3.0.CO;2-M",
        {"doi": "10.1000/rs(2001)8:3<61::AID-R9>3.0.CO;2-M"},
    ),
    "an address beside it": ("Kern, “Nets”, https://journal.example/nets, doi:10.1000/rs.9.", "https://journal.example/nets", {"doi": "10.1000/rs.9"}),
    "in front of the address": ("Kern, “Nets”, doi:10.1000/rs.9, https://journal.example/nets.", "https://journal.example/nets", {"doi": "10.1000/rs.9"}),
    "in the publisher's address": ("Kern, “Nets”, https://journal.example/doi/full/10.1000/rs.9?src=a.", "https://journal.example/doi/full/10.1000/rs.9?src=a", {"doi": "10.1000/rs.9"}),
    "arXiv": ("Kern, I. (2024). Quiet nets. arXiv preprint arXiv:2401.01234v2 [cs.CL].", "https://arxiv.org/abs/2401.01234v2", {"arxiv": "2401.01234v2"}),
    "arXiv without a colon": ("Kern, “Nets”, arXiv 2401.01234 (2024), p. 5", "https://arxiv.org/abs/2401.01234", {"arxiv": "2401.01234"}),
    "arXiv of old": ("Kern, “Nets”, arXiv:math.GT/0309136v1 (2003).", "https://arxiv.org/abs/math.GT/0309136v1", {"arxiv": "math.GT/0309136v1"}),
    "arXiv's file": ("Kern, “Nets”, https://arxiv.org/pdf/2401.01234v2.pdf", "https://arxiv.org/pdf/2401.01234v2.pdf", {"arxiv": "2401.01234v2"}),
    "PubMed": (
        "Kern I. Nets. River J. 2021;12(3):45-9. PubMed PMID: 12345678; PMCID: PMC7654321.",
        "https://pmc.ncbi.nlm.nih.gov/articles/PMC7654321", {"pmid": "12345678", "pmcid": "PMC7654321"},
    ),
    "PubMed and a DOI behind a volume": ("Kern I. Nets. River J. 2021;12(3):45-9. PMID: 12345678. doi:10.1000/rs.9", DOI, {"pmid": "12345678", "doi": "10.1000/rs.9"}),
    "PubMed and a DOI": ("Kern I. Nets. River J. 2021. PMID: 12345678. doi:10.1000/rs.9", DOI, {"pmid": "12345678", "doi": "10.1000/rs.9"}),
    "PubMed's address": ("Kern, “Nets”, https://pubmed.ncbi.nlm.nih.gov/12345678/", "https://pubmed.ncbi.nlm.nih.gov/12345678/", {"pmid": "12345678"}),
    "a Handle": ("Kern, I. (2019). The gate (thesis). Handle: 20.500.99999/77", "https://hdl.handle.net/20.500.99999/77", {"handle": "20.500.99999/77"}),
    "hdl:": ("Kern, “Nets”, hdl:20.500.99999/77.", "https://hdl.handle.net/20.500.99999/77", {"handle": "20.500.99999/77"}),
    "a repository's address": ("Kern, “Nets”, https://repo.example/xmlui/handle/10722/12345", "https://repo.example/xmlui/handle/10722/12345", {"handle": "10722/12345"}),
    "a URN": ("Kern, “Nets” (Diss., 2011), URN: urn:nbn:de:bvb:19-12345", "https://nbn-resolving.org/urn:nbn:de:bvb:19-12345", {"urn": "urn:nbn:de:bvb:19-12345"}),
    "a URN's address": ("Kern, “Nets”, https://urn.fi/URN:NBN:fi-fe2019", "https://urn.fi/URN:NBN:fi-fe2019", {"urn": "URN:NBN:fi-fe2019"}),
    "an ISBN": ("Kern, “Nets”, Varn 2011, ISBN 978-0-306-40615-7, p. 12.", None, {"isbn": "9780306406157"}),
    "an ISBN of ten": ("Kern, “Nets”, Varn 2011 (ISBN: 0-8044-2957-X).", None, {"isbn": "080442957X"}),
    "two ISBNs": ("Kern, “Nets”, ISBN-13: 978 0 306 40615 7, ISBN-10: 0-306-40615-2.", None, {"isbn": "9780306406157"}),
    "an ISBN as a URN": ("Kern, “Nets”, urn:isbn:9780306406157", None, {"isbn": "9780306406157"}),
    "a number behind an ISBN": ("Kern, “Nets”, ISBN 0306406152 2011", None, {"isbn": "0306406152"}),
    "an ISSN, an issue": ("River Review, ISSN 0000-0019, no. 10.5/3, “Nets”, https://review.example/nets", "https://review.example/nets", {}),
    "a tariff": ("Tariff, position 2912.00017, “Nets”, https://board.example/t", "https://board.example/t", {}),
    "a page with numbers in its path": ("“Nets”, https://board.example/10.5/2019/nets", "https://board.example/10.5/2019/nets", {}),
}  # fmt: skip


@pytest.mark.parametrize("case", IDENTIFIERS)
def test_identifiers(case: str) -> None:
    text, url, identifiers = IDENTIFIERS[case]
    [cited] = find_citations(note(text))
    assert (cited.url, dict(cited.identifiers)) == (url, identifiers)


def test_two_works_with_identifiers_are_two() -> None:
    for text in ("“Nets” [10.1000/a.1]; “Ropes” [10.1000/a.2].", "“Nets”, PMID: 123; “Ropes”, PMID: 124"):
        assert [c.title for c in find_citations(note(text))] == ["Nets", "Ropes"]


def test_a_doi_has_one_address_whatever_its_case_and_resolver() -> None:
    texts = ("“Nets”, doi:10.1000/RS.9.", "“Nets”, https://dx.doi.org/10.1000/rs.9.")
    notes = tuple(Note(str(i), NoteKind.FOOTNOTE, text) for i, text in enumerate(texts, 1))
    citations, _ = find_all(Document("a", "text", None, None, (), notes, ()))
    assert {c.url for c in citations} == {"https://doi.org/10.1000/RS.9"}


def test_fields_that_the_document_gives_have_their_identifier() -> None:
    given = Note("1", NoteKind.REFERENCE, "Kern, Nets", data=(Work(title="Nets", DOI="10.1000/rs.9"),))
    [cited] = find_citations(given)
    assert (cited.url, cited.identifiers) == (DOI, (("doi", "10.1000/rs.9"),))


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("Kern, “Nets”, 2011, ISBN 978-0-306-40615-8.", True),
        ("Kern, “Nets”, 2011, ISBN 0-306-40615-X.", True),
        ("Kern, “Nets”, 2011, ISBN 978-0-306-4061-7.", True),  # a digit is missing
        ("Kern, “Nets”, 2011, ISBN 978-0-306-40615-7.", False),
        ("Kern, “Nets”, 2011, ISBN 0306406152 (2011).", False),
        ("Kern, “Nets”, 2011, ISBN 306-40615-2.", False),  # a number of the time before the ISBN
        ("Kern, “Nets”, 2011, ISSN 0000-0018, no. 978-0-306-40615-8.", False),
    ],
)
def test_a_wrong_check_digit_is_a_problem(text: str, wrong: bool) -> None:
    _, problems = find_all(Document("a", "text", None, None, (), (note(text),), ()))
    assert ("invalid_identifier" in {p.kind for p in problems}) is wrong


# --- places ------------------------------------------------------------------------------------------

LOCATORS = [
    ("P. Strand, Loud Gates, 2019.", None, None),  # no page d
    ("林海. 门[M]. 青浪: 青浪出版社, 2011: 44.", "44", "page"),
    ("“Report B”, Courier, 4 March 2019, {URL}{URL}{URL}, pp. 3–5.", "3–5", "page"),
    ("“Report C”, Courier, 4 March 2019, {URL}{URL}, para. 7.", "7", "paragraph"),
    ("x, {URL}, ¶ 9.", "9", "paragraph"),
    ("x, 4 March 2019, ch. 3, {URL}", "3", "chapter"),
    ("x, p. 8, {URL} (accessed 5 May 2020)", "8", "page"),
    ("„B“, in: Hafenblätter 3 (2019), S. 34–56, hier S. 35, {URL}", "35", "page"),
    ("Urteil vom 3.5.2019, Rn. 12, {URL}", "12", "paragraph"),
    ("« Rapport C », p. 23, mars 2013, {URL}", "23", "page"),
    ("« Rapport D », p. 12 mai 2019, {URL}", "12", "page"),
    ("“L”, River Radio, 4 March 2019, {URL}, at 00:12:31.", "00:12:31", "timestamp"),
    ("“L”, River Radio, 5 March 2019, min. 12:31, {URL}.", "12:31", "timestamp"),
    ("“P”, Radio, 6 March 2019, {URL} (from 1:02:03 to 1:04:00).", "1:02:03 to 1:04:00", "timestamp"),
    ("“Report A”, River Review, vol. 3, no. 2, 2nd ed., 4 March 2019, {URL}.", None, None),
    ("Resolution 77 (2015), part 3 of the row, LL-77, {URL}.", None, None),
    ("Otto, “Ten Pages: P. 10 and More”, Gazette, 4 March 2019, {URL}", None, None),
    ("River J. 2019;12(3):45-9. {URL}", None, None),
    ("River J 2019, 12(3), pp. 45–67. {URL}", None, None),
    ("S. M. Marrant, Boats, 2011", None, None),
    ("P. I. Roke, Boats, 2011", None, None),
    ("Marrant, Salt (Varn: Lock House, 2014), 112.", "112", "page"),
    ("Marrant, Salt (Lock House 2014) 33.", "33", "page"),
    ("Kern, “Gate,” Review 12, no. 3 (2019): 45.", "45", "page"),
    ("Kern, “Gate,” Review 12, no. 3 (2019): 45–67.", None, None),
    ("Kern, “Gate,” Review 12, no. 3 (2019): 45–67, at 50.", None, None),
    ("Hask, Gates of the South, Varn: Lock House, 2011, 45.", "45", "page"),
    ("Hask, Harbours, 2011, s. 45.", "45", "page"),
    ("Орлов И. Соль. М.: Причал, 2014. С. 12.", "12", "page"),
    ("Орлов И. Соль // Вестник. 2014. № 3. С. 12–15.", None, None),
    ("Орлов И. Соль. М.: Причал, 2014. 320 с.", None, None),
    ("R v Roke [2019] UKSC 12 [34]", "34", "paragraph"),
    ("Roke (1999) 12 LQR 45, 47", "47", "page"),
    ("Roke, 12 Harv. L. Rev. 45, 47 (1999)", "47", "page"),
    ("Kovács, Hajók, Budapest, 2011, 12. o.", "12", "page"),
    ("Kovács, Hajók, Budapest, 2011, 320 o.", None, None),
    ("王：《船》，港口出版社，2014年，第12页。", "12", "page"),
    ("王：《船》，港口出版社，2014年，第12-15页。", "12-15", "page"),
    ("王：《船》，《港口》2014年第3期，第12-15页。", None, None),
    ("田中『船』港社、2014年、12頁", "12", "page"),
    ("김, 『배』, 항구, 2014, 12쪽.", "12", "page"),
    ("د. علي، السفن، 2014، ص 12.", "12", "page"),
    ("د. علي، السفن، 2014، ص. ١٢، {URL}", "١٢", "page"),
    ("Podcast, 45 min., {URL}", None, None),
    ("Podcast, 45 minutes, {URL}", None, None),
    ("Video, {URL}, 12:31 min", "12:31", "timestamp"),
    ("Gazette, 4 March 2019, at 14:32, {URL}", None, None),
    ("Gazette, 4 March 2019 14:32:05, {URL}", None, None),
    ("accessed 5 May 2020, at 14:32", None, None),
    ("{URL}, accessed 5 May 2020, 14:32 UTC", None, None),
    ("Video, 12m31s, {URL}", "12m31s", "timestamp"),
    ("Video, Minute 12, {URL}", "12", "timestamp"),
    ("Video, {URL}, 00:12:31–00:13:00", "00:12:31–00:13:00", "timestamp"),
    ("Marrant, Sal, pág. 12, {URL}", "12", "page"),
    ("Deniz, Kış, s. 14, {URL}", "14", "page"),
    ("§ 12 Abs. 3 Salzgesetz, {URL}", None, None),
    ("Salzgesetz, § 12, {URL}", "12", "section"),
    ("Hask, Häfen, Kap. 3, S. 12 f., {URL}", "12 f.", "page"),
    ("Hask, pp. 3, 7 and 9, {URL}", "3, 7 and 9", "page"),
    ("Hask, p. 12, 4 March 2019, {URL}", "12", "page"),
    ("Hask, p. A12, {URL}", "A12", "page"),
    ("Hask, pp. xii–xv, {URL}", "xii–xv", "page"),
    ("Hask, p. 12 n. 3", None, None),
    ("Κώστας, Πλοία, 2011, σελ. 12.", "12", "page"),
    ("Kowalski, Statki, s. 12–14.", "12–14", "page"),
    ("Novák, Lodě, s. 12. {URL}", "12", "page"),
    ("Virtanen, Laivat, s. 12, {URL}", "12", "page"),
    ("Bērziņš, Kuģi, 12. lpp.", "12", "page"),
    ("Marrant, Salt, line 12, {URL}", "12", "line"),
    ("The 12 pages of S. Roke", None, None),
    ("see p. 12, {URL}", "12", "page"),
    ("Salt Act 2014, s 12", "12", "section"),
    ("no. 10.5/3, “Lamps”, {URL}", None, None),
    ("Part 2, p. 5 of 12", None, None),
    ("“Report A”, Courier, 4 March 2019, {URL}, at 4–5.", "4–5", "page"),
    ("“Report A”, Courier, {URL}, at 4 May 2019.", None, None),
]  # fmt: skip


@pytest.mark.parametrize(("text", "value", "label"), LOCATORS)
def test_places_in_a_work(text: str, value: str | None, label: str | None) -> None:
    found = find_locator(text.replace("{URL}", URL))
    assert (found and found.value, found and found.label) == (value, label)


@pytest.mark.parametrize(
    ("text", "value"),
    [(", 46.", "46"), (" at 14.", "14"), (" 41.", "41"), (": 14", "14"), (", S. 48 f.", "48 f."), (" [12]", "12"), (", 12–15", "12–15"),
     ("", None), (" The keepers sold it.", None), (", 2019", None)],
)  # fmt: skip
def test_a_bare_number_behind_a_short_form_is_a_page(text: str, value: str | None) -> None:
    found = find_locator(text, bare=True)
    assert (found and found.value) == value


def test_a_page_is_no_day_of_the_month() -> None:
    [cited] = find_citations(note("Le conseil, « Rapport », p. 12 mai 2019, https://conseil.example/d."))
    assert (cited.locator, cited.issued, cited.title) == ("12", "2019-05", "Rapport")


@pytest.mark.parametrize(
    "text",
    [
        "p. 1, " * 4_000,
        "1" * 20_000,
        "1." * 10_000,
        "S. 12 at 12:31 " * 2_000,
        "ISBN 9" * 4_000,
        "Kern, Nets 2011; " * 1_000,
        "ibid; " * 2_000,
    ],
)
def test_hostile_texts_are_read_in_time(text: str) -> None:
    find_locator(text)
    find_citations(note(text))
