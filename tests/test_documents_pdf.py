"""PDF, written here operator by operator: marks by size and rise, notes at the foot and at the end."""

import pytest
from support.documents import shown

from verifier import documents
from verifier.errors import DocumentError
from verifier.model import ProblemKind

Piece = tuple[float, float, float, str]  # x, y, size, words

BODY, FOOT = 12.0, 9.0


def write(*pages: list[Piece], links: tuple[tuple[float, float, float, float, str], ...] = ()) -> bytes:
    """A PDF of these words; the links stand on its first page."""
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        "",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ]
    kids = []
    for number, pieces in enumerate(pages):
        stream = "".join(
            f"BT /F1 {size} Tf {x} {y} Td ({words.replace('(', chr(92) + '(').replace(')', chr(92) + ')')}) Tj ET\n"
            for x, y, size, words in pieces
        )
        annotations = ""
        if number == 0 and links:
            rows = (
                f"<< /Type /Annot /Subtype /Link /Rect [{a} {b} {c} {d}] /A << /S /URI /URI ({uri}) >> >>"
                for a, b, c, d, uri in links
            )
            annotations = f"/Annots [{' '.join(rows)}]"
        objects.append(f"<< /Length {len(stream.encode('cp1252'))} >>\nstream\n{stream}endstream")
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {len(objects)} 0 R /Resources << /Font << /F1 3 0 R >> >> {annotations} >>"
        )
        kids.append(f"{len(objects)} 0 R")
    objects[1] = f"<< /Type /Pages /Kids [{' '.join(kids)}] /Count {len(kids)} >>"
    data, places = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, start=1):
        places.append(len(data))
        data += f"{number} 0 obj\n{content}\nendobj\n".encode("cp1252")
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    end = f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}trailer\n<< /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{len(data)}\n%%EOF\n"
    return data + end.encode()


PAGE_ONE: list[Piece] = [
    (72, 760, BODY, "The keeper said that the lake grew by a third"),
    (323, 765, 7, "1"),
    (328, 760, BODY, " last year, which"),
    (72, 745, BODY, "no one had foreseen, while its area of 30 km"),
    (321, 750, 7, "2"),
    (326, 745, BODY, " stayed the same."),
    (72, 730, BODY, "Others were not so sure of what was said there."),
    (333, 735, 7, "2"),
    (72, 110, 6, "1"),
    (76, 107, FOOT, " Heron, Lakes of the North, https://lake.example/reports/"),
    (72, 96, FOOT, "growth-2024.html, accessed 5 May 2024."),
    (72, 85, 6, "2"),
    (76, 82, FOOT, " Lake Post, 6 May 2024."),
]
PAGE_TWO: list[Piece] = [
    (72, 760, BODY, "A new page begins with more words of the keeper."),
    (338, 765, 7, "3"),
    (72, 85, 6, "3"),
    (76, 82, FOOT, " Lake Times, 7 May 2024."),
]


def test_footnotes_by_size_rise_and_count() -> None:
    document = documents.read(write(PAGE_ONE, PAGE_TWO), "draft.pdf")
    assert [note.text for note in document.notes] == [
        "Heron, Lakes of the North, https://lake.example/reports/growth-2024.html, accessed 5 May 2024.",
        "Lake Post, 6 May 2024.",
        "Lake Times, 7 May 2024.",
    ]
    assert [(label, before.split()[-1]) for label, before, _ in shown(document)] == [
        ("1", "third"),
        ("2", "there."),
        ("3", "keeper."),
    ]
    assert "km 2 stayed" in document.blocks[0].text  # pdfium sees a space between the pieces of this line
    assert document.blocks[1].text == "A new page begins with more words of the keeper."


def test_a_list_at_the_end_by_its_heading_and_count() -> None:
    body: list[Piece] = [
        (72, 760, BODY, "The lake grew by a third [1] and fell again [2, 3]."),
        (72, 700, 16, "References"),
        (72, 670, BODY, "[1] Heron, Lakes. https://lake.example/a_very_long_address_of_a_page_that_"),
        (90, 655, BODY, "goes/on.html"),
        (72, 640, BODY, "[2] Lake Post, 2021."),
        (72, 625, BODY, "[3] Lake Times, 2022."),
        (72, 500, 9, "About the author"),
    ]
    document = documents.read(write(body), "draft.pdf")
    assert [(note.label, note.text) for note in document.notes] == [
        ("1", "Heron, Lakes. https://lake.example/a_very_long_address_of_a_page_that_goes/on.html"),
        ("2", "Lake Post, 2021."),
        ("3", "Lake Times, 2022."),
    ]
    assert [mark.label for mark in document.marks] == ["1", "2", "3"]
    assert [block.text for block in document.blocks] == ["The lake grew by a third and fell again.", "About the author"]


@pytest.mark.parametrize("end", ["https://lake.example/a", "Lake Post, 2021. ^"])
def test_a_list_without_heading_goes_on_on_the_next_page(end: str) -> None:
    """As a browser prints it: no heading above the notes, an arrow back or an address without a stop at their ends."""
    one: list[Piece] = [
        (72, 760, BODY, "The lake grew"), (150, 765, 8, "1"), (156, 760, BODY, " and fell"), (210, 765, 8, "2"),
        (216, 760, BODY, " and rose"), (270, 765, 8, "3"), (276, 760, BODY, " again."),
        (72, 90, BODY, "1. Lake Times, 2020. ^"), (72, 60, BODY, f"2. {end}"),
    ]  # fmt: skip
    two: list[Piece] = [(72, 760, BODY, "3. Lake Times, 2022. ^"), (72, 730, BODY, "4. Lake Times, 2023. ^")]
    notes = documents.read(write(one, two), "draft.pdf").notes
    assert [note.label for note in notes] == ["1", "2", "3", "4"]


def test_links_keep_the_address_behind_the_words() -> None:
    page: list[Piece] = [*PAGE_ONE[:3], (72, 110, 6, "1"), (76, 107, FOOT, " The report")]
    document = documents.read(write(page, links=((78, 104, 140, 118, "https://lake.example/full"),)), "draft.pdf")
    assert [link.href for link in document.notes[0].hyperlinks] == ["https://lake.example/full"]


def test_running_heads_and_page_numbers_are_no_text() -> None:
    pages: list[list[Piece]] = [
        [
            (72, 815, FOOT, "Lakes of the North"),
            (72, 700, BODY, f"Words of page {number}."),
            (300, 30, FOOT, str(number)),
        ]
        for number in range(1, 5)
    ]
    text = " ".join(block.text for block in documents.read(write(*pages), "draft.pdf").blocks)
    assert "Lakes of the North" not in text
    assert text == "Words of page 1. Words of page 2. Words of page 3. Words of page 4."


def test_labels_in_roman_numbers_and_brackets_at_the_foot() -> None:
    page: list[Piece] = [
        (72, 760, BODY, "The lake grew by a third.[i] It fell again in the next year.[ii] So it went."),
        (76, 107, FOOT, "[i] Heron, Lakes of the North."),
        (76, 95, FOOT, "[ii] Lake Post, 6 May 2024."),
    ]
    assert [(label, note) for label, _, note in shown(documents.read(write(page), "draft.pdf"))] == [
        ("i", "Heron, Lakes of the North."),
        ("ii", "Lake Post, 6 May 2024."),
    ]


def test_small_print_above_usual_print_is_no_foot_of_the_page() -> None:
    """A table in small print counts 1, 2 as the notes do."""
    page: list[Piece] = [
        *PAGE_ONE[:4],
        (72, 700, FOOT, "1 Lake of the North"),
        (300, 700, FOOT, "30"),
        (72, 688, FOOT, "2 Lake of the South"),
        (300, 688, FOOT, "20"),
        (72, 660, BODY, "Others were not so sure of what was said there."),
        (72, 110, 6, "1"),
        (76, 107, FOOT, " Heron, Lakes of the North."),
    ]
    document = documents.read(write(page), "draft.pdf")
    assert [note.text for note in document.notes] == ["Heron, Lakes of the North."]


def test_an_address_keeps_the_hyphen_at_the_end_of_a_line() -> None:
    page: list[Piece] = [
        *PAGE_ONE[:3],
        (72, 110, 6, "1"),
        (76, 107, FOOT, " Heron, Lakes of the North, https://lake.example/reports/growth-"),
        (72, 96, FOOT, "of-lakes.html, accessed 5 May 2024."),
    ]
    document = documents.read(write(page), "draft.pdf")
    assert "https://lake.example/reports/growth-of-lakes.html" in document.notes[0].text


def test_superscripts_painted_after_the_text_go_back_to_their_place() -> None:
    page: list[Piece] = [*PAGE_ONE[:1], *PAGE_ONE[2:4], *PAGE_ONE[8:10], PAGE_ONE[1]]
    assert [(label, before.split()[-1]) for label, before, _ in shown(documents.read(write(page), "draft.pdf"))] == [
        ("1", "third")
    ]


def test_exponents_without_notes_are_no_marks() -> None:
    page: list[Piece] = [(72, 760, BODY, "An area of 30 km"), (163, 765, 7, "2"), (168, 760, BODY, " and more.")]
    document = documents.read(write(page), "draft.pdf")
    assert (document.notes, document.marks) == ((), ())


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (write([]), "no text"),
        (b"%PDF-1.7\n" + b"x" * 50, "damaged"),
        (b"%PDF-1.7\nxref\n0 1\ntrailer<</Prev 9>>\nstartxref\n9\n%%EOF", "damaged"),
    ],
)
def test_what_cannot_be_read_says_so(data: bytes, message: str) -> None:
    with pytest.raises(DocumentError, match=message):
        documents.read(data, "draft.pdf")


# --- odd lists and labels: rows of words, with raised labels in between


Part = str | tuple[str]  # words, or a raised label
PROSE = "Nobody in the valley had ever seen the water rise as high as the old stone by the mill."
GOATS, COURT, MILL = "Brandt, Goats, https://goats.example/a.", "Court, https://court.example/7.", "Mill, 1962."


def printed(*rows: list[Part], y: float = 760) -> list[Piece]:
    """Rows of the body below each other."""
    pieces: list[Piece] = []
    for number, row in enumerate(rows):
        x = 72.0
        for part in row:
            size, rise = (BODY, 0) if isinstance(part, str) else (7.0, 5)
            words = part if isinstance(part, str) else part[0]
            pieces.append((x, y - 15 * number + rise, size, words))
            x += sum(_width(c) for c in words) * size
    return pieces


def _width(character: str) -> float:
    """About what Helvetica gives a character."""
    wide = {"m": 0.833, "w": 0.722}
    narrow = {
        **dict.fromkeys(" .,:;()[]/ft", 0.278),
        **dict.fromkeys("ijl", 0.222),
        "r": 0.333,
        **dict.fromkeys("cksvxyz", 0.5),
    }
    return (
        wide.get(character) or narrow.get(character) or (0.556 if character.islower() or character.isdigit() else 0.667)
    )


def at_foot(*notes: tuple[str, str], y: float = 107) -> list[Piece]:
    """Notes in small print with raised labels."""
    return [
        piece
        for number, (label, words) in enumerate(notes)
        for piece in ((72.0, y - 11 * number + 3, 6.0, label), (77.0, y - 11 * number, FOOT, " " + words))
    ]


def listed(heading: str, *rows: str, y: float = 600) -> list[Piece]:
    """A heading, and rows in the body's print below it."""
    return [(72, y, 16, heading), *((72.0, y - 20 - 15 * number, BODY, row) for number, row in enumerate(rows))]


ODD: dict[str, tuple[list[list[Piece]], list[tuple[str, str, str]]]] = {
    "behind a year": (
        [[*printed(["It fell in 1954", ("1",), " and in 1962.", ("2",), " Its wall was 10", ("3",), " m long."], [PROSE]), *at_foot(("1", GOATS), ("2", COURT))]],
        [("1", "1954", GOATS), ("2", "1962.", COURT)],
    ),
    "an excerpt": (
        [[*printed(["It fell.", ("23",), " They came.", ("24",)], [PROSE]), *at_foot(("23", GOATS), ("24", COURT))]],
        [("23", "fell.", GOATS), ("24", "came.", COURT)],
    ),
    "round marks": (
        [[*printed(["It fell (1). They came (2, 3), and more."], [PROSE]), *listed("References", "1. " + GOATS, "2. " + COURT, "3. " + MILL)]],
        [("1", "fell", GOATS), ("2", "came", COURT), ("3", "came", MILL)],
    ),
    "round enumerations": (
        [[*printed(["Three things: (1) a wall, (2) a gate, (3) a dog. It fell [1]. They came [2]."]), *listed("References", "[1] " + GOATS, "[2] " + COURT)]],
        [("1", "fell", GOATS), ("2", "came", COURT)],
    ),
    "a list at the end of each chapter": (
        [
            [*printed(["It fell.", ("1",), " They came.", ("2",)]), *listed("Notes", "1. " + GOATS, "2. " + COURT)],
            [*printed(["It burned.", ("1",), " They left.", ("2",)]), *listed("Notes", "1. " + MILL, "2. " + GOATS)],
        ],
        [("1", "fell.", GOATS), ("2", "came.", COURT), ("1", "burned.", MILL), ("2", "left.", GOATS)],
    ),
    "chapters in one list": (
        [
            printed(["It fell.", ("1",), " They came.", ("2",)]),
            printed(["It burned.", ("1",), " They left.", ("2",)]),
            listed("Notes", "To chapter one", "1. " + GOATS, "2. " + COURT, "To chapter two", "1. " + MILL, "2. " + GOATS),
        ],
        [("1", "fell.", GOATS), ("2", "came.", COURT), ("1", "burned.", MILL), ("2", "left.", GOATS)],
    ),
    "an appendix behind the list": (
        [[*printed(["It fell [1]. They came [2]."], [PROSE]), *listed("References", "[1] " + GOATS, "[2] " + COURT)], [(72, 760, 13, "Appendix A"), *printed([PROSE], ["They came again [2]."], y=740)]],
        [("1", "fell", GOATS), ("2", "came", COURT), ("2", "again", COURT)],
    ),
    "feet and a list": (
        [[*printed(["It fell [1]. They came", ("2",), " to the mill [2]."], [PROSE]), *at_foot(("2", MILL))], listed("References", "[1] " + GOATS, "[2] " + COURT)],
        [("1", "fell", GOATS), ("2", "came", MILL), ("2", "mill", COURT)],
    ),
    "small print at a page top": (
        [printed(["It fell.", ("1",), " They came.", ("2",)], [PROSE]), [*at_foot(("1", GOATS), ("2", COURT), y=760), *printed([PROSE], y=690)]],
        [("1", "fell.", GOATS), ("2", "came.", COURT)],
    ),
    "a list without heading": (
        [printed(["It fell.", ("1",), " They came.", ("2",)], [PROSE]), [(72, 760, BODY, "1. " + GOATS), (72, 745, BODY, "2. " + COURT)]],
        [("1", "fell.", GOATS), ("2", "came.", COURT)],
    ),
    "offsets of a program": (
        [[*printed(["It fell [1]. They came [2]."], ["fare = sp[1] + v0[2]"], [PROSE]), *listed("References", "[1] " + GOATS, "[2] " + COURT)]],
        [("1", "fell", GOATS), ("2", "came", COURT)],
    ),
}  # fmt: skip


@pytest.mark.parametrize("form", ODD)
def test_odd_lists_and_labels(form: str) -> None:
    pages, expected = ODD[form]
    document = documents.read(write(*pages), "draft.pdf")
    assert [(label, before.split()[-1], note) for label, before, note in shown(document)] == expected
    assert document.problems == ()


LONG = "Heron, Lakes of the North and of the South, with all the mills, boats, gates and tolls that were there in those years, "
ID, SEE = "Id. at 12.", "See Heron, supra note 1."


def _of_law(first: str, *notes: tuple[str, str]) -> list[Piece]:
    """A page of two lines with more words at its foot than above it."""
    lines = [
        piece
        for n, words in enumerate((LONG + "p. 3.", LONG + "p. 4.", LONG + "p. 5."))
        for piece in [(77.0, 200 - 11.0 * n, FOOT, words)]
    ]
    return [
        *printed(["It fell.", (first,), " They came.", (str(int(first) + 1),)]),
        (72.0, 214.0, 6.0, first),
        (77.0, 211.0, FOOT, " Heron, Lakes."),
        *lines,
        *at_foot(*notes),
    ]


FEET: dict[str, tuple[list[list[Piece]], list[tuple[str, str]]]] = {
    "notes that outweigh their text": (
        [_of_law("1", ("2", COURT)), _of_law("3", ("4", MILL))],
        [("1", "Heron, Lakes."), ("2", COURT), ("3", "Heron, Lakes."), ("4", MILL)],
    ),
    "two in a row": (
        [[*printed(["It fell.", ("1",), " They came.", ("2",), " She slept.", ("3",)], [PROSE], [PROSE]),
          (72, 100, 6.0, "1"), (77, 97, FOOT, " Id. at 12."), (140, 100, 6.0, "2"), (145, 97, FOOT, " See Heron, supra note 1."), (72, 88, 6.0, "3"), (77, 85, FOOT, " " + MILL)]],
        [("1", ID), ("2", SEE), ("3", MILL)],
    ),
    "a justified line": (
        [[*printed(["It fell.", ("1",), " They came.", ("2",), " She slept.", ("3",)], [PROSE], [PROSE]),
          (72, 100, FOOT, "1. Mill, 1962."), (72, 88, FOOT, "2. Court,"), (160, 88, FOOT, "see"), (240, 88, FOOT, "there."), (72, 76, FOOT, "3. Heron.")]],
        [("1", MILL), ("2", "Court, see there."), ("3", "Heron.")],
    ),
    "numbering goes on behind one that is lost": (
        [[*printed(["It fell.", ("1",), " They came.", ("2",), " She slept.", ("3",), " All went.", ("4",)], [PROSE], [PROSE]),
          (72, 100, FOOT, "1. Mill, 1962."), (72, 88, FOOT, "Z Court."), (72, 76, FOOT, "3. Heron."), (72, 64, FOOT, "4. Lake Post.")]],
        [("1", "Mill, 1962. Z Court."), ("3", "Heron."), ("4", "Lake Post.")],
    ),
    "a figure of the running text below": (
        [[*printed(["It fell.", ("1",), " They came.", ("2",)], [PROSE], [PROSE]), *at_foot(("1", COURT), ("2", MILL), y=130), (72, 90, 14.0, "108.")]],
        [("1", COURT), ("2", MILL)],
    ),
    "a line of small capitals": (
        [[*printed(["It fell.", ("1",), " They came.", ("2",)], [PROSE], [PROSE]),
          (72, 100, 7.5, "1. HERON, MILLS OF THE NORTH,"), (72, 89, FOOT, "second edition, 1962."), (72, 76, FOOT, "2. Court, https://court.example/7.")]],
        [("1", "HERON, MILLS OF THE NORTH, second edition, 1962."), ("2", COURT)],
    ),
    "italics that seem as large as the text": (
        [[*printed(["It fell.", ("1",), " They came.", ("2",), " She slept.", ("3",), " All went.", ("4",)], [PROSE], [PROSE]),
          (72, 100, FOOT, "1. Mill, 1962."), (72, 86, BODY, "2. Id."), (72, 72, BODY, "3. Id."), (72, 58, FOOT, "4. Court, https://court.example/7.")],
         [*printed(["It rose.", ("5",), " They left.", ("6",)], [PROSE], [PROSE]), (72, 100, FOOT, "5. Mill, 1962."), (72, 86, BODY, "6. Id.")]],
        [("1", MILL), ("2", "Id."), ("3", "Id."), ("4", COURT), ("5", MILL), ("6", "Id.")],
    ),
    "an excerpt without raised labels": (
        [[*printed(["It fell.", ("5",), " They came.", ("6",)], [PROSE], [PROSE]), (72, 100, FOOT, "5. Mill, 1962."), (72, 86, FOOT, "6. Court, https://court.example/7.")]],
        [("5", MILL), ("6", COURT)],
    ),
    "a figure at the beginning of a line": (
        [[*printed(["It fell.", ("1",), " They came.", ("2",), " She slept.", ("3",)], [PROSE], [PROSE]),
          (87, 100, FOOT, "1 The law of the mills, Section"), (72, 89, FOOT, "2 of the first part."), (87, 76, FOOT, "2 Mill, 1962."), (87, 63, FOOT, "3 Heron.")]],
        [("1", "The law of the mills, Section 2 of the first part."), ("2", MILL), ("3", "Heron.")],
    ),
    "marks hardly smaller than their line": (
        [[(72, 760, BODY, "It fell."), (114, 764, 10.5, "1"), (72, 745, BODY, "They came."), (135, 749, 10.5, "2"), *printed([PROSE], [PROSE], y=730),
          (72, 100, FOOT, "1. Mill, 1962."), (72, 86, FOOT, "2. Court, https://court.example/7.")]],
        [("1", MILL), ("2", COURT)],
    ),
    "numbered headings in a note of a review": (
        [[(72, 800, 16, "NOTE"), *printed(["It (1) fell and (2) rose.", (f"{n}1",), " So.", (f"{n}2",)], ["They came.", (f"{n}3",), " Then.", (f"{n}4",), " All.", (f"{n}5",)]),
          (72, 600, BODY, f"{n}. The Mill of the Valley"), *printed([PROSE], [PROSE], y=580),
          *((72.0, 160.0 - 12 * k, FOOT, f"{n}{k}. Mill, 1962.") for k in range(1, 6))] for n in (1, 2)],
        [(f"{n}{k}", MILL) for n in (1, 2) for k in range(1, 6)],
    ),
    "figures of a larger font alone in a row": (
        [[*printed(["It fell.", ("1",), " They came.", ("2",)], [PROSE], [PROSE]), *at_foot(("1", "Court, decided 19 April"), y=130), (77, 119, 14.0, "2023)."), *at_foot(("2", MILL), y=108)]],
        [("1", "Court, decided 19 April 2023)."), ("2", MILL)],
    ),
    "small capitals": (
        [[*printed(["It fell.", ("1",), " They came.", ("2",)], [PROSE], [PROSE]), (72, 133, 6.0, "1"), (77, 130, FOOT, " See Heron,"), (130, 130, 7.0, "LAKES OF THE NORTH"), (77, 119, FOOT, "and of the South, p. 3."), *at_foot(("2", MILL), y=108)]],
        [("1", "See Heron, LAKES OF THE NORTH and of the South, p. 3."), ("2", MILL)],
    ),
    "a note in the last row of another": (
        [[*printed(["It fell.", ("1",), " They came.", ("2",)], [PROSE], [PROSE]), (72, 133, 6.0, "1"), (77, 130, FOOT, " Heron, Lakes of the"), (77, 119, FOOT, "North."), (106, 122, 6.0, "2"), (110, 119, FOOT, " Mill, 1962.")]],
        [("1", "Heron, Lakes of the North."), ("2", MILL)],
    ),
    "labels without a blank": (
        [[*printed(["It fell.", ("1",), " They came.", ("2",), " She slept.", ("3",)], [PROSE], [PROSE]), (72, 130, FOOT, "1612 Quay 220, 228."), (72, 119, FOOT, "2ibid 14."), (72, 108, FOOT, "3See Heron.")]],
        [("1", "612 Quay 220, 228."), ("2", "ibid 14."), ("3", "See Heron.")],
    ),
    "a note that points to a note at its end": (
        [[*printed(["It fell.", ("1",), " They came.", ("2",), " She slept.", ("3",)], [PROSE], [PROSE]), *at_foot(("1", "See Heron, and the text at"), y=130), (77, 119, FOOT, "note 39."), *at_foot(("2", MILL), ("3", COURT), y=108)]],
        [("1", "See Heron, and the text at note 39."), ("2", MILL), ("3", COURT)],
    ),
    "pages smaller than their paper": (
        [[(72, 730, FOOT, f"{n} Lakes of the North"), *printed(["It fell.", (str(n),), PROSE], y=700), *at_foot((str(n), f"Heron, p. {n}, of")), (77, 96, FOOT, "(2000).")] for n in range(1, 5)],
        [(str(n), f"Heron, p. {n}, of (2000).") for n in range(1, 5)],
    ),
}  # fmt: skip


@pytest.mark.parametrize("form", FEET)
def test_the_feet_of_law_reviews(form: str) -> None:
    pages, expected = FEET[form]
    document = documents.read(write(*pages), "draft.pdf")
    read = [
        (note.label, note.text.partition("with all")[0].removesuffix(" Heron, Lakes of the North and of the South, "))
        for note in document.notes
    ]
    assert read == expected
    assert [mark.label for mark in document.marks if mark.note is not None] == [label for label, _ in expected]
    assert not [block.text for block in document.blocks if "Lakes of" in block.text]


def test_small_print_above_the_text_is_no_body_for_its_weight() -> None:
    """A page of captions or of a table in small print: its size does not make the usual print large."""
    table = [(72.0, 760.0 - 11 * n, FOOT, LONG) for n in range(9)]
    document = documents.read(
        write([*table, *printed([PROSE], y=600)], [*table, *printed([PROSE], y=600)]), "draft.pdf"
    )
    assert not document.notes
    assert sum(PROSE in block.text for block in document.blocks) == 2


def test_what_was_not_read_between_two_notes_is_told() -> None:
    page = [
        *printed(["It fell.", ("5",), " They came.", ("6",), " She slept.", ("7",)], [PROSE]),
        *at_foot(("5", GOATS), ("7", COURT)),
    ]
    document = documents.read(write(page), "draft.pdf")
    assert [(mark.label, mark.note) for mark in document.marks] == [("5", 0), ("6", None), ("7", 1)]
    assert [problem.kind for problem in document.problems] == [ProblemKind.GAP, ProblemKind.MARK_WITHOUT_NOTE]


@pytest.mark.parametrize(
    ("first", "second", "address"),
    [
        ("http:", "//lake.example/a", "http://lake.example/a"),
        ("https://", "lake.example/a", "https://lake.example/a"),
        ("www.", "lake.example/a", "www.lake.example/a"),
        ("of the web.", "lake.example/a", "lake.example/a"),
    ],
)
def test_an_address_that_breaks_in_its_first_signs_is_whole(first: str, second: str, address: str) -> None:
    page: list[Piece] = [
        *PAGE_ONE[:3],
        (72, 110, 6, "1"),
        (76, 107, FOOT, f" Heron, Lakes of the North, {first}"),
        (72, 96, FOOT, f"{second} and more"),
    ]
    assert f" {address} and" in documents.read(write(page), "draft.pdf").notes[0].text
