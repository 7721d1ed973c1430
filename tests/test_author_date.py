"""Citations by author and year, paired with the list of works."""

from __future__ import annotations

import re

import pytest
from test_documents_pdf import write

from verifier import documents
from verifier.citations import find_all
from verifier.claims import find_claims, marked_sentences
from verifier.model import Document, NoteKind, ProblemKind

WORKS = """Dahl, T. (1998). *Lamps of the hills*. River Press.

Gate Council. (2020). Yearbook of gates. https://gates.example/y

Marrant, O. (2020a). Quiet gates. https://gates.example/a

Marrant, O. (2020b). Loud gates. https://gates.example/b

Roe, J., & Vesper, K. (2011). Gates and rivers. https://gates.example/r

Stee, P. van der, Marrant, O., & Roe, J. (2005). Three keepers. https://gates.example/s
"""


def read(body: str, works: str = WORKS, heading: str = "References") -> Document:
    return documents.read(f"# The gates\n\n{body}\n\n## {heading}\n\n{works}".encode(), "gates.md")


def cited(document: Document) -> list[tuple[str, str | None]]:
    """Each mark as printed, and the label of its entry."""
    return [(mark.label, None if mark.note is None else document.notes[mark.note].label) for mark in document.marks]


def told(document: Document, kind: ProblemKind) -> list[str]:
    return [problem.detail for problem in document.problems if problem.kind is kind]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("They fell (Dahl, 1998).", [("Dahl, 1998", "Dahl 1998")]),
        ("They fell (see, e.g., Dahl 1998: 12).", [("Dahl 1998", "Dahl 1998")]),
        ("They fell [Dahl 1998].", [("Dahl 1998", "Dahl 1998")]),
        ("Dahl (1998) says so.", [("Dahl (1998)", "Dahl 1998")]),
        ("Dahl’s (1998) lamps were lit.", [("Dahl’s (1998)", "Dahl 1998")]),
        ("As in Dahl 1998, they were lit.", [("Dahl 1998", "Dahl 1998")]),
        ("Tora Dahl (1998) and T. Dahl (1998).", [("Tora Dahl (1998)", "Dahl 1998"), ("T. Dahl (1998)", "Dahl 1998")]),
        (
            "They fell (Dahl, 1998; Roe & Vesper, 2011, p. 3).",
            [("Dahl, 1998", "Dahl 1998"), ("Roe & Vesper, 2011", "Roe and Vesper 2011")],
        ),
        (
            "They fell (Dahl 1998, Roe and Vesper 2011).",
            [("Dahl 1998", "Dahl 1998"), ("Roe and Vesper 2011", "Roe and Vesper 2011")],
        ),
        ("They fell (Marrant, 2020a, 2020b).", [("Marrant, 2020a", "Marrant 2020a"), ("2020b", "Marrant 2020b")]),
        ("They fell (Marrant 2020a,b).", [("Marrant 2020a", "Marrant 2020a"), ("b", "Marrant 2020b")]),
        ("They fell (van der Stee et al., 2005).", [("Stee et al., 2005", "Stee et al. 2005")]),
        ("They fell (Dahl, 1950/1998).", [("Dahl, 1950/1998", "Dahl 1998")]),
        ("They fell (Quill, 1971, as cited in Dahl, 1998).", [("Dahl, 1998", "Dahl 1998")]),
        (
            "The Gate Council (GC, 2020) counts (GC, 2020).",
            [("GC, 2020", "Gate Council 2020"), ("GC, 2020", "Gate Council 2020")],
        ),
        ("“They fell” (Dahl, 1998, p. 3). “All” (p. 4).", [("Dahl, 1998", "Dahl 1998"), ("Dahl", "Dahl 1998")]),
        ("Dahl wrote: “They fell” (1998, p. 5).", [("1998", "Dahl 1998")]),
        ("They fell (Dahl, 1998). Again (ibid., p. 5).", [("Dahl, 1998", "Dahl 1998"), ("ibid.", "Dahl 1998")]),
    ],
)
def test_what_a_citation_means(body: str, expected: list[tuple[str, str]]) -> None:
    assert cited(read(body)) == expected


@pytest.mark.parametrize(
    ("heading", "works", "body", "expected"),
    [
        (
            "Literatur",
            "Rohe, Jan / Stee, Piet / Dahl, Tora (2005): Drei Wärter. Oken.\n\nTorrat (Hg.) (2020): Jahrbuch. Oken.",
            "Die Tore fielen (vgl. Rohe u. a. 2005: 12 ff.). Torrats (2020) Jahrbuch schweigt.",
            ["Rohe et al. 2005", "Torrat 2020"],
        ),
        (
            "Kaynakça",
            "Demir, B. ve Kaya, C. (2011). Kapılar. https://kapi.example/r\n\nYılmaz, E. (2001). Lambalar.",
            "Kapılar yıkıldı (Yılmaz, 2001; bkz. Demir ve Kaya, 2011, s. 4).",
            ["Yılmaz 2001", "Demir and Kaya 2011"],
        ),
        (
            "Список литературы",
            "Ильин И. И. Лампы холмов. Река, 2001. 250 с.\n\nПетров П. П., Козлов С. С. Ворота // Река. 2011. № 2.",
            "Ворота упали (Петров и Козлов, 2011, с. 12). По мнению Ильина (2001), нет.",
            ["Петров and Козлов 2011", "Ильин 2001"],
        ),
        (
            "Referências",
            "ROCHA, João; VESPER, Karl. Portas e rios. Revista, v. 3, 2011.\n\nSOUZA, T. A. Lâmpadas. Oken: Rio, 1998.",
            "As portas caíram (SOUZA, 1998, p. 12; ROCHA; VESPER, 2011).",
            ["SOUZA 1998", "ROCHA and VESPER 2011"],
        ),
        (
            "参考文献",
            "李四、王五（2011）。城门与河流。\n\n张三，2001．山上的灯．河流出版社．",
            "城门倒了（张三，2001）。李四和王五（2011）同意。",
            ["张三 2001", "李四 and 王五 2011"],
        ),
        (
            "References",
            "Tora Dahl, Jane Roe, and Karl Vesper. 2001. Lamps.\n\nJane Roe and Karl Vesper. 2011. Gates.",
            "They fell (Dahl et al. 2001). Roe and Vesper (2011) deny it.",
            ["Dahl et al. 2001", "Roe and Vesper 2011"],
        ),
        (
            "Works Cited",
            "Dahl, Tora. *Lamps*. River Press, 1998.\n\n“Lamps at Sea.” *The Gate Post*, 3 May 2001.\n\nRoe, Jane. *Gates*. River, 2011.",
            "They fell (Roe 12). Dahl wrote that nobody came (45), and no one knew (“Lamps at Sea”).",
            ["Roe 2011", "Dahl 1998", "Lamps at Sea 2001"],
        ),
        (
            "An unknown word",
            WORKS,
            "They fell (Dahl, 1998).",
            ["Dahl 1998"],
        ),
    ],
)
def test_styles_and_languages(heading: str, works: str, body: str, expected: list[str]) -> None:
    document = read(body, works, heading)
    assert [label for _, label in cited(document)] == expected
    assert not told(document, ProblemKind.MARK_WITHOUT_NOTE)


def test_entries_are_notes_and_leave_the_body() -> None:
    document = read("They fell (Dahl, 1998, pp. 3–5).")
    assert [block.text for block in document.blocks] == ["The gates", "They fell."]
    assert {note.kind for note in document.notes} == {NoteKind.REFERENCE}
    assert document.notes[0].text == "Dahl, T. (1998). Lamps of the hills. River Press."
    assert document.notes[0].emphasis == ((17, 35),)
    assert document.notes[1].hyperlinks == () or document.notes[1].hyperlinks[0].href == "https://gates.example/y"
    assert (document.marks[0].locator, document.marks[0].locator_label) == ("3–5", "page")


def test_faults_are_told() -> None:
    document = read(
        "They fell (Dall, 1998; Quill, 1971). Dahl (1997) says. Marrant (2020) too. Roe and Vesper (2011) say."
    )
    missing = told(document, ProblemKind.MARK_WITHOUT_NOTE)
    assert ["Dahl 1998" in detail for detail in missing] == [True, False, True, False]
    assert "does not tell them apart" in missing[3] or "may be" in missing[3]
    uncited = told(document, ProblemKind.NOTE_WITHOUT_MARK)
    assert [detail.split(":")[0].removeprefix("Nothing in the text cites ") for detail in uncited] == [
        "Dahl 1998",
        "Gate Council 2020",
        "Stee et al. 2005",
    ]


@pytest.mark.parametrize(
    "words",
    [
        "The Treaty of Oakum (1998) was signed.",
        "Storm Dagny (2003) came.",
        "The drought (1976–1982) ended.",
        "It was sold (Table 2, 2011 prices).",
        "The fair (Oakum, 12 May 1998) was held.",
        "In Oakum the fair (Oakum, 1971) was held.",
        "The law (Gates Act, 2006) holds.",
        "The film Lanterns (1927) is old.",
        "She left (born 1961).",
        "The fair (Summer 2011) was held.",
    ],
)
def test_years_of_things_are_no_marks(words: str) -> None:
    document = read(f"They fell (Dahl, 1998). {words}")
    assert cited(document) == [("Dahl, 1998", "Dahl 1998")]
    assert words in document.blocks[1].text


@pytest.mark.parametrize(
    "page",
    [
        "# Gates\n\nThey fell (Dahl, 1998). Roe (2011) said so.\n",
        "# Gates\n\nThey fell in 1998.\n\n## References\n\nDahl, T. (1998). Lamps. River Press.\n",
        "# Gates\n\nThey fell (Dahl, 1998).\n\n## References\n\nTora Dahl is a keeper. Her book came out in 1998.\n",
        "# Gates\n\nThey fell [1].\n\n## References\n\n[1] Dahl, T. (1998). Lamps. https://gates.example/l\n",
    ],
)
def test_nothing_is_read_without_a_list_that_is_cited(page: str) -> None:
    assert not [mark for mark in documents.read(page.encode(), "a.md").marks if len(mark.label) > 1]


def test_footnotes_of_the_same_article_stay() -> None:
    document = read("They fell (Dahl, 1998).[^1] Dahl (1998) saw it.\n\n[^1]: See Roe and Vesper (2011).")
    assert [(mark.label, mark.offset) for mark in document.marks] == [("Dahl, 1998", 9), ("1", 10), ("Dahl (1998)", 15)]
    assert document.notes[0].label == "1"
    assert not any("cites Roe" in detail for detail in told(document, ProblemKind.NOTE_WITHOUT_MARK))


MLA = """Dahl, Tora. *The Fallen Gates*. River Press, 1998.

Hask, Teodor M., and Ann Vesper. "Salt." *River Review*, vol. 3, 2009, pp. 3-9.

---. *Ropes of Varn*. Lock House, 2015.

Kern, Ilse. *Loud Gates*, Quay ed.

Marrant, Odile. *Night Ferries*. Lock House, 2001.

---. *Tolls at Sea*. Lock House, 2004.

Von der Stee, Paul K. "Lamps." *River Review*, vol. 5, 2011, pp. 1-9.
"""
SURE = "It fell (Dahl 3). It rose (Dahl 4; Von der Stee 5). "


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("She lit it (Fallen Gates 12).", ["Dahl 1998"]),
        ("She lit it (Ferries 12).", ["Marrant 2001"]),
        ("She lit it (qtd. in Dahl 12).", ["Dahl 1998"]),
        ("She lit it (Roe, quoted in Dahl 12).", ["Dahl 1998"]),
        ("She lit it (“Salt” 5).", ["Hask and Vesper 2009"]),
        ("She lit it (*Night Ferries* 12).", ["Marrant 2001"]),
        ("She lit it (*Tolls* 12; Dahl 14).", ["Marrant 2004", "Dahl 1998"]),
        ("She lit it (NF 12).", ["Marrant 2001"]),
        ("She lit it (FG 12).", ["Dahl 1998"]),
        ("She lit it (Varn 13.23).", []),
        ("She lit it (Lamps 13.23).", []),
        ("She lit it (Kern 12).", ["Kern"]),
        ("She lit it (Von der Stee 3).", ["Von der Stee 2011"]),
        ("Tora Dahl says that “no lamp was lit” (45).", ["Dahl 1998"]),
        ("According to Dahl, “no lamp was lit” (45–46).", ["Dahl 1998"]),
        ("As Dahl argued, “no lamp” burned, and “no gate” stood (45, 47).", ["Dahl 1998"]),
        ("Odile Marrant writes in *Tolls at Sea* that “no boat came” (45).", ["Marrant 2004"]),
        ("Von der Stee notes that “no lamp was lit” (7).", ["Von der Stee 2011"]),
        ("Dahl writes:\n\n> No lamp was lit. No gate stood (45).\n\nSo it was.", ["Dahl 1998"]),
        ("“[Dahl] came,” she said.", []),
        ("It burned (see the lamps).", []),
    ],
)  # fmt: skip
def test_titles_and_pages_without_names(body: str, expected: list[str]) -> None:
    document = read(SURE + "\n\n" + body, MLA, "Works Cited")
    assert [entry for _, entry in cited(document)[3:]] == expected
    assert not told(document, ProblemKind.MARK_WITHOUT_NOTE)


def test_works_without_a_year_that_are_named_are_cited() -> None:
    document = read(
        SURE + "Marrant’s ferries, Hask, Kern and Von der Stee are known. She read *Ropes of Varn*.", MLA, "Works Cited"
    )
    assert not told(document, ProblemKind.NOTE_WITHOUT_MARK)
    assert [note.label for note in document.notes][1:4] == ["Hask and Vesper 2009", "Hask and Vesper 2015", "Kern"]


BIBLIOGRAPHY = """Hask, Teodor. *Salt Roads of the North*. Varn: Lock House, 2009.

Marrant, Odile. "Tolls at Sea." *River Review* 12, no. 3 (2014): 30--52. https://review.example/tolls

Vesper, Ann. *Quays*. Varn: Lock House, 2001.
"""


@pytest.mark.parametrize(
    ("notes", "expected"),
    [
        (("Hask, *Salt Roads*, 12.", "Ibid., 14."), ["Hask 2009", "Hask 2009"]),
        (('See Marrant, "Tolls at Sea," 33--34.', "Hask, *Salt Roads*, 3."), ["Marrant 2014", "Hask 2009"]),
        (("On tolls, see Marrant, “Tolls,” 33.", "Marrant, “Tolls,” 35."), ["Marrant 2014", "Marrant 2014"]),
        (("Zu den Zöllen siehe Marrant, “Tolls”, S. 33.", "Roke, *Ropes*, 4."), ["Marrant 2014"]),
        (("Teodor Hask, *Salt Roads of the North* (Varn: Lock House, 2009), 4.", "Hask, *Salt Roads*, 3."), ["1"]),
        (("Hask was a keeper in 12 towns.", "The roads of salt, 14."), []),
    ],
)  # fmt: skip
def test_short_notes_with_a_bibliography(notes: tuple[str, str], expected: list[str]) -> None:
    document = read(
        f"They fell.[^1] They rose.[^2]\n\n[^1]: {notes[0]}\n[^2]: {notes[1]}", BIBLIOGRAPHY, "Bibliography"
    )
    assert [c.refers_to for c in find_all(document)[0] if c.refers_to] == expected
    assert not document.problems
    assert (len(document.notes) > len(notes)) == any(not label.isdigit() for label in expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Dahl 1998, 12.", [("Dahl 1998", "12")]),
        ("See Stee et al. 2005, 5–6; Dahl 1998, fig. 3.", [("Stee et al. 2005", "5–6"), ("Dahl 1998", None)]),
        ("Cf. Roe and Vesper 2011: 45.", [("Roe and Vesper 2011", "45")]),
        ("Vgl. Dahl 1998, S. 12, und Marrant 2020a, S. 4.", [("Dahl 1998", "12"), ("Marrant 2020a", "4")]),
        ("Voir Marrant 2020b, p. 4, n. 3.", [("Marrant 2020b", "4")]),
        ("Translation by Dahl 1998, 12.", [("Dahl 1998", "12")]),
        ("The keepers are wrongly counted, Marrant 2020b, 17–19.", [("Marrant 2020b", "17–19")]),
        ("Gate Council 2020.", [("Gate Council 2020", None)]),
        ("As Marrant (2020a, 12) shows, Dahl (1998) was wrong.", [("Marrant 2020a", "12"), ("Dahl 1998", None)]),
        ("On tolls, see Marrant 2020b, 17. The keepers never wrote.", [("Marrant 2020b", "17")]),
        ("Roe & Vesper 2011, 3n12.", [("Roe and Vesper 2011", "3n12")]),
        ("Dahl 1998, 35, pl. 17.", [("Dahl 1998", "35")]),
        ("Dahl 1997, 3.", []),
        ("Hask 2001, 4.", []),
        ("In 1998 Dahl had left.", []),
    ],
)  # fmt: skip
def test_footnotes_that_cite_the_list(text: str, expected: list[tuple[str, str | None]]) -> None:
    document = read(f"They fell.[^1] They rose.[^2]\n\n[^1]: Dahl 1998, 3; Roe and Vesper 2011, 4.\n[^2]: {text}")
    found, problems = find_all(document)
    assert [(c.refers_to, c.locator) for c in found if c.note == 1 and c.refers_to] == expected
    assert len(document.notes) == 2 + 6
    assert not [problem for problem in problems if "Could not" in problem.detail]


def test_ibid_behind_a_work_of_the_list() -> None:
    document = read("They fell.[^1] They rose.[^2]\n\n[^1]: Dahl 1998, 3; Marrant 2020a, 4.\n[^2]: Ibid., 6.")
    [cited_again] = [c for c in find_all(document)[0] if c.note == 1]
    assert (cited_again.url, cited_again.refers_to, cited_again.locator) == (
        "https://gates.example/a",
        "Marrant 2020a",
        "6",
    )


def test_claims_end_where_the_next_author_speaks() -> None:
    document = read("Roe and Vesper (2011) blamed the mayor of the town; Dahl (1998) blamed the tide of the sea.")
    assert [claim.text for claim in find_claims(document)] == [
        "Roe and Vesper blamed the mayor of the town;",
        "Dahl blamed the tide of the sea.",
    ]


def test_works_in_one_bracket_share_the_claim() -> None:
    document = read("The gates fell in the night (Dahl, 1998; Roe & Vesper, 2011).")
    [claim] = find_claims(document)
    assert (claim.text, claim.notes) == ("The gates fell in the night.", (0, 4))
    assert set(marked_sentences(document).values()) == {"The gates fell in the night."}


def test_a_list_that_a_pdf_prints_without_space() -> None:
    lines = [
        "The gates fell (Dahl, 1998), as Roe and Vesper (2011) say.",
        "Dahl, T. (1998). Lamps of the hills and of the coast of all the rivers of the",
        "north. River Press.",
        "Roe, J., & Vesper, K. (2011). Gates and rivers. https://gates.example/r",
    ]
    page = [(72.0, 760.0, 12.0, lines[0]), (72.0, 720.0, 16.0, "References")]
    page += [(72.0, 690.0 - 15 * number, 12.0, line) for number, line in enumerate(lines[1:])]
    document = documents.read(write(page), "gates.pdf")
    assert [label for _, label in cited(document)] == ["Dahl 1998", "Roe and Vesper 2011"]


DENSE = {
    "initials of the first author": ["Dahl, T. O., & Vesper, K. (1998). Lamps of the hills and of the coast. River Press."],
    "initials of a second one": ["Dahl, T., Vesper, K. J., and Roe, J. (1998). Lamps of the hills and of the coast. Press."],
    "initials at the end of a line": ["Dahl, T., Vesper, K. J., Marrant, O., & Roe,", "J. (1998). Lamps of the hills."],
    "saints": ["Dahl, T., & St. Rohan, A. (1998). Lamps of the hills and of the coast of the north. Press."],
    "and in German": ["Dahl, T. und Vesper, K. (1998). Lampen der Hügel und der Küste von Norden. Flussverlag."],
    "a year in the title": ["Dahl, T. (1998). Doubts of the lamps in 2008: A history of the northern coast. Press."],
    "the page’s number in front": ["18 Dahl, T., & Vesper, K. L. (1998). Lamps of the hills and of the coast. Press."],
    "another’s address in front": ["https://lamps.example/d Dahl, T., & Vesper, K. (1998). Lamps of the hills. Press."],
    "given names": ["Dahl, Tora B., Vesper, K., & Marrant, O. (1998). Lamps of the hills and of the coast. Press."],
    "editors behind": ["Dahl, T. (1998). Lamps of the hills. In A. Vesper & B. Roe (Eds.), Coasts. River Press."],
}  # fmt: skip


@pytest.mark.parametrize("lines", DENSE.values(), ids=DENSE)
def test_an_entry_of_a_dense_list_stays_whole(lines: list[str]) -> None:
    """A stop behind initials, or in a title, divides nothing."""
    alone = re.search("and|und|&|,$", lines[0].partition("(1998)")[0]) is None
    body = f"The gates fell (Dahl{'' if alone else ' et al.'}, 1998)."
    lines = [
        "Coot, B. (1990). Bells of the coast and of all the hills of the north and of the south. Press.",
        *lines,
        "Roe, J., & Vesper, K. M. (2011). Gates. Press.",
    ]
    page = [(72.0, 760.0, 12.0, f"{body} So says Coot (1990)."), (72.0, 720.0, 16.0, "References")]
    gap = 40 if lines[1][0].islower() or lines[1][0].isdigit() else 15  # a new page begins
    page += [(72.0, 690.0 - gap * number, 12.0, line) for number, line in enumerate(lines)]
    document = documents.read(write(page), "gates.pdf")
    assert len(document.notes) == 3
    assert [note.label.split()[0] for note in document.notes] == ["Coot", "Dahl", "Roe"]
    assert told(document, ProblemKind.MARK_WITHOUT_NOTE) == []


def test_authors_that_end_with_a_line_are_no_entry_alone() -> None:
    lines = [
        (72.0, "Coot, B., Quill, S., & Rail, T. A."),
        (108.0, "(1990). Bells of the coast. Press."),
        (72.0, "Dahl, T. (1998). Lamps. Press."),
    ]
    page = [(72.0, 760.0, 12.0, "They fell (Coot et al., 1990; Dahl, 1998)."), (72.0, 720.0, 16.0, "References")]
    page += [(x, 690.0 - 30 * number, 12.0, line) for number, (x, line) in enumerate(lines)]
    document = documents.read(write(page), "gates.pdf")
    assert [label for _, label in cited(document)] == ["Coot et al. 1990", "Dahl 1998"]
    assert document.notes[0].text == "Coot, B., Quill, S., & Rail, T. A. (1990). Bells of the coast. Press."


COPIED = """The gates fell (Harl et al., 2020; Kluy et al., 2016), as Dahl (1998) and Marrant (2021) say.

References
Dahl, T. (1998). Lamps of the hills and of the whole coast from the north down to the last
of the mills. River Press. https://lamps.example/d
Harl, C. R., Mill, K. J., Walt, S. van der, Gomm, R., Virt, P., Cour, D., Wies, E., Tayl, J.,
& Berg, S. (2020). Loud gates. River Press.
Kluy, T., Raga, B., Pere, F., Gran, B., Buss, M., Fred, J., Kell, K., Hamr, J., Grou, Corl,
S., Ivan, P., Avil, D., Abda, S., Will, C., & Tens, J. (2016). Boats and tolls of the south.
River Press.
Marrant, O. (2021). Quiet gates. River Press.
"""


def test_a_list_copied_out_of_a_pdf_as_text() -> None:
    document = documents.read(COPIED.encode(), "gates.txt")
    assert [note.label for note in document.notes] == [
        "Dahl 1998",
        "Harl et al. 2020",
        "Kluy et al. 2016",
        "Marrant 2021",
    ]
    assert [mark.note for mark in document.marks] == [1, 2, 0, 3]
    assert document.notes[2].text.endswith("(2016). Boats and tolls of the south. River Press.")
    assert told(document, ProblemKind.MARK_WITHOUT_NOTE) == told(document, ProblemKind.NOTE_WITHOUT_MARK) == []


SAME_SURNAMES = """Miller, Kai J., Dahl, T., & Roe, J. (2016). Lamps. River Press.

Miller, S., & Coot, B. (2016). Boats. River Press.

O’Hara, R. J. (1997). Trees. River Press.

Wick, H., Aver, M., Bry, J., & Chan, W. (2019). Welcome. River Press.

Wick, H., Chan, W., & Henry, L. (2019). Plots. River Press.
"""


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("They fell (Kai J. Miller et al., 2016).", [("Kai J. Miller et al., 2016", "Miller et al. 2016")]),
        ("They fell (K. J. Miller et al., 2016).", [("K. J. Miller et al., 2016", "Miller et al. 2016")]),
        ("They fell (S. Miller & Coot, 2016).", [("S. Miller & Coot, 2016", "Miller and Coot 2016")]),
        ("They fell (O’Hara, 1997).", [("O’Hara, 1997", "O’Hara 1997")]),
        ("They fell (O'Hara, 1997), says O’Hara’s (1997) book.", [("O'Hara, 1997", "O’Hara 1997"), ("O’Hara’s (1997)", "O’Hara 1997")]),
        ("They fell (Wick, Chan, et al., 2019).", [("Wick, Chan, et al., 2019", "Wick, H et al. 2019")]),
        ("They fell (the lamp count, LAC, O’Hara, 1997).", [("O’Hara, 1997", "O’Hara 1997")]),
        # years of an office are no citation of it
        ("They fell (O’Hara, 1997) in her class (Gate University, 2009 to 2013).", [("O’Hara, 1997", "O’Hara 1997")]),
        ("They fell (O’Hara, 1997) in her class (Gate University, 2009–2013).", [("O’Hara, 1997", "O’Hara 1997")]),
    ],
)  # fmt: skip
def test_given_names_and_order_tell_authors_apart(body: str, expected: list[tuple[str, str]]) -> None:
    assert cited(read(body, SAME_SURNAMES)) == expected


def test_natbib_labels() -> None:
    source = (
        r"\documentclass{article}\begin{document}They fell \citep{dahl}. \citet{roe} deny it."
        r"\begin{thebibliography}{9}\bibitem[Dahl(1998)]{dahl} Dahl, T. Lamps. 1998."
        r"\bibitem[Roe and Vesper(2011)]{roe} Roe, J. and Vesper, K. Gates. 2011.\end{thebibliography}\end{document}"
    )
    document = documents.read(source.encode(), "gates.tex")
    assert cited(document) == [("Dahl, 1998", "Dahl 1998"), ("Roe and Vesper (2011)", "Roe and Vesper 2011")]
    assert document.blocks[0].text == "They fell. Roe and Vesper deny it."
