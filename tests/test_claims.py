"""Claims: what each mark supports, and which words in quotation marks are quotations."""

from __future__ import annotations

import pytest

from verifier.claims import find_claims
from verifier.library import read_bytes
from verifier.model import Block, Claim, Document, Hyperlink, Mark, Note, NoteKind, QuotedKind, Scope

NOTES = "\n\n[1] A, https://a.example/.\n[2] B, https://b.example/.\n"


def claims(body: str, scope: Scope = Scope.MARKED) -> tuple[Claim, ...]:
    found = find_claims(read_bytes((body + NOTES).encode(), "a.txt"))
    return tuple(claim for claim in found if claim.scope is scope)


# The body, then each claim with its context.
SCOPE = {
    "its own sentence": (
        "It rained. The gates stayed open.[1] Then came spring.[2]",
        [("The gates stayed open.", "It rained."), ("Then came spring.", "")],
    ),
    "a mark inside the sentence": (
        "The gates stayed open all the winter,[1] but the sluices were shut in spring.[2]",
        [
            ("The gates stayed open all the winter,", ""),
            ("but the sluices were shut in spring.", ""),
        ],
    ),
    "two marks together": (
        "The gates stayed open.[1][2]",
        [("The gates stayed open.", "")],
    ),
    "abbreviations end no sentence": (
        "It rained. Dr. O. Marrant of St. Ilse paid approx. 3.5 million.[1] Later.[2]",
        [("Dr. O. Marrant of St. Ilse paid approx. 3.5 million.", "It rained."), ("Later.", "")],
    ),
    "the stop inside the quotation": (
        "She said: “The gates stay open.”[1] He left.[2]",
        [("She said: “The gates stay open.”", ""), ("He left.", "")],
    ),
}


@pytest.mark.parametrize("case", SCOPE)
def test_scope(case: str) -> None:
    body, expected = SCOPE[case]
    assert [(c.text, c.context) for c in claims(body)] == expected


# The body, then the notes' claims: each earlier sentence on its own.
EARLIER = {
    "each sentence back to the mark before": (
        "It rained all of May. The boats were late again. The gates stayed open.[1] Snow fell in the second week. Spring came.[2]",
        [("It rained all of May.", 0), ("The boats were late again.", 0), ("Snow fell in the second week.", 1)],
    ),
    "what says nothing": ("It rained. She wrote this to the board: The gates stayed open.[1]", []),
    "what goes on behind a mark is no earlier sentence": (
        "The gates stayed open[1] while nobody looked after the boats. Later they were shut.[2]", [],
    ),
    "German": (
        "Der Regen dauerte den ganzen Mai. Die Boote kamen spät.[1]", [("Der Regen dauerte den ganzen Mai.", 0)],
    ),
    "Turkish": (
        "Yağmur bütün mayıs boyunca sürdü. Kapılar açık kaldı.[1]", [("Yağmur bütün mayıs boyunca sürdü.", 0)],
    ),
    "Russian": (
        "Дождь шёл весь май без перерыва. Ворота были открыты.[1]", [("Дождь шёл весь май без перерыва.", 0)],
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", EARLIER)
def test_earlier_sentences_are_claims_of_the_mark(case: str) -> None:
    body, expected = EARLIER[case]
    assert [(c.text, c.notes[0]) for c in claims(body, Scope.EARLIER)] == expected


def test_a_mark_that_no_note_answers_is_a_border() -> None:
    block = Block("It rained all of May. The boats were late again. The gates stayed open.")
    marks = (Mark("9", None, 0, 48), Mark("1", 0, 0, 71))
    note = Note("1", NoteKind.ENDNOTE, "A, https://a.example/.")
    [claim] = find_claims(Document("a", "text", None, "en", (block,), (note,), marks))
    assert (claim.text, claim.context) == ("The gates stayed open.", "")


# A sentence with marks at the places of ^, and the text of each claim.
ENDS = {
    "goes on to another mark": (
        "The gates were opened in May^ and the boats left for the north^.",
        ["The gates were opened in May", "and the boats left for the north."],
    ),
    "three": (
        "The gates were opened in May,^ the boats left for the north,^ and the town was quiet again.^",
        ["The gates were opened in May,", "the boats left for the north,", "and the town was quiet again."],
    ),
    "too little behind the mark": (
        "The gates were opened in May^ and June^.", ["The gates were opened in May and June.", "The gates were opened in May and June."],
    ),
    "too little before it": (
        "Novak^ says that the gates were opened in May^.",
        ["Novak says that the gates were opened in May.", "says that the gates were opened in May."],
    ),
    "goes on to no other mark": (
        "The gates were opened in May^ and the boats left for the north.",
        ["The gates were opened in May and the boats left for the north."],
    ),
    "in the middle of a quotation": (
        "She wrote that “the gates stayed^ open all the year” and that the town had paid for it^.",
        ["She wrote that “the gates stayed open all the year”", "and that the town had paid for it."],
    ),
    "Japanese": ("港の門は五月に開かれた^が、船は北へ向けて出発した^。", ["港の門は五月に開かれた", "が、船は北へ向けて出発した。"]),
}  # fmt: skip


@pytest.mark.parametrize("case", ENDS)
def test_a_claim_ends_at_its_mark_where_the_sentence_goes_on_to_another(case: str) -> None:
    body, expected = ENDS[case]
    text = ""
    marks: list[Mark] = []
    for piece in body.split("^"):
        text += piece
        marks.append(Mark(str(len(marks)), len(marks), 0, len(text)))
    notes = tuple(Note(str(i), NoteKind.ENDNOTE, "A, https://a.example/.") for i in range(len(marks)))
    found = find_claims(Document("a", "text", None, None, (Block(text),), notes, tuple(marks[:-1])))
    assert [c.text for c in found] == expected
    quotations = [q.text for c in found for q in c.quotations]
    assert quotations == (["the gates stayed open all the year"] if "“" in text else [])


# Words of an article, and what the quoted string in them is.
KINDS = {
    "a sentence said": ("She said that “the gates were open in every dry month”.[1]", QuotedKind.QUOTATION),
    "a term": ("The policy of “pragmatic interaction” went on.[1]", QuotedKind.TERM),
    "a work by its name": ("The report “A River Between Two Banks” was read widely.[1]", QuotedKind.NOT_A_QUOTATION),
    "a name": ("The exercise was called “steadfast harbour” by everybody.[1]", QuotedKind.NOT_A_QUOTATION),
    "the word as a word": ("The word “gate” has two meanings here.[1]", QuotedKind.NOT_A_QUOTATION),
}


@pytest.mark.parametrize("case", KINDS)
def test_kinds_of_quoted_strings(case: str) -> None:
    body, kind = KINDS[case]
    assert [q.kind for q in claims(body + " More.[2]")[0].quotations] == [kind]


@pytest.mark.parametrize(
    ("body", "words"),
    [
        ("He said „das Wasser macht vor keinem Schlagbaum halt“.[1]", "das Wasser macht vor keinem Schlagbaum halt"),
        ("Il dit « l’eau ne connaît pas de barrière ».[1]", "l’eau ne connaît pas de barrière"),
        ("He said “the board called it ‘a quiet gate’ in May”.[1]", "the board called it ‘a quiet gate’ in May"),
        ("He said «вода не знает границ».[1]", "вода не знает границ"),
        ("他说「水不会停在海关」。[1]", "水不会停在海关"),
        ("报告说“水不会停在海关的栏杆前”。[1]", "水不会停在海关的栏杆前"),
        ('他说"水不会停在海关的栏杆前"。[1]', "水不会停在海关的栏杆前"),
        ("It's the board's gate, 'tis said, that “won't ever be shut again”.[1]", "won't ever be shut again"),
    ],
)
def test_quotation_marks_of_many_languages(body: str, words: str) -> None:
    assert [q.text for q in claims(body)[0].quotations] == [words]


def test_earlier_sentences_quotations_are_context() -> None:
    [claim] = claims("He said “the gates were open in May”. Nobody believed that it was true.[1]")
    assert [(q.text, q.in_context) for q in claim.quotations] == [("the gates were open in May", True)]


def test_a_block_quotation_is_a_quotation_as_a_whole() -> None:
    html = (
        "<p>The board wrote:<sup><a href='#n1' id='r1'>1</a></sup></p><blockquote>The gates stay open in every month.</blockquote>"
        "<ol><li id='n1'>Board, https://a.example/ <a href='#r1'>back</a></li></ol>"
    )
    [claim] = find_claims(read_bytes(html.encode(), "a.html"))
    assert [q.text for q in claim.quotations] == ["The gates stay open in every month."]


# A note, and the quotations in it.
IN_NOTES = {
    "a title alone": ("Odile Marrant, “Quiet Gates”, The Gazette, https://g.example/a.", []),
    "words, then the source": (
        "The clerk’s words were “we kept the boats for years” (Odile Marrant, “Quiet Gates”, https://g.example/a).",
        ["we kept the boats for years"],
    ),
    "the source, then words": (
        "Odile Marrant, “Quiet Gates”, The Gazette, https://g.example/a: “nobody ever closed a single gate”.",
        ["nobody ever closed a single gate"],
    ),
    "in brackets of their own": ("Id. at 15 (“the gates were left open all night long”).", ["the gates were left open all night long"]),
    "German": (
        "Im Original: „the ropes were never ours to cut“, in: Ilse Kern, „Stille Tore“, https://s.example/a.",
        ["the ropes were never ours to cut"],
    ),
    "French": ("Elle écrit : « nous avons fermé toutes les portes » (Le Port, https://p.example/a).", ["nous avons fermé toutes les portes"]),
    "Russian": ("Она пишет: «мы закрыли все ворота в мае» (Газета, https://r.example/a).", ["мы закрыли все ворота в мае"]),
    "of a sentence": ("The plan asks towns to “leave every gate open” in May, https://plan.example/.", ["leave every gate open"]),
    "a short term": ("The plan names twelve “gates” that can help a town, https://plan.example/.", []),
    "a translated title": ("Ilse Kern, „Stille Tore“ (“Quiet Gates”), https://s.example/a.", []),
}  # fmt: skip


@pytest.mark.parametrize("case", IN_NOTES)
def test_quotations_in_a_note_are_claims_of_the_note(case: str) -> None:
    text, expected = IN_NOTES[case]
    document = Document(
        "a", "text", None, None, (Block("It rained."),), (Note("1", NoteKind.ENDNOTE, text),), (Mark("1", 0, 0, 10),)
    )
    found = [claim for claim in find_claims(document) if claim.scope is Scope.NOTE]
    assert [q.text for claim in found for q in claim.quotations] == expected
    assert all(claim.notes == (0,) for claim in found)


# A note, and whether it answers for the sentence that calls it.
ANSWERS = {
    "a reference": ("Odile Marrant, “How it came to close all of the gates of the river”, The Gazette, https://g.example/a.", True),
    "a reference without marks": ("How it came to close all of the gates of the river, The Gazette, https://g.example/a.", True),
    "see": ("See Odile Marrant, “Quiet Gates”, https://g.example/a.", False),
    "for an overview": ("For an overview, Odile Marrant, “Quiet Gates”, https://g.example/a.", False),
    "German": ("Vgl. Ilse Kern, „Stille Tore“, https://s.example/a.", False),
    "German overview": ("Für einen Überblick Ilse Kern, „Stille Tore“, https://s.example/a.", False),
    "French": ("Voir Anne Lescaut, « Les portes », https://p.example/a.", False),
    "Spanish": ("Véase Ana Ferrol, «Las puertas», https://e.example/a.", False),
    "Turkish": ("Bkz. Deniz Aral, “Sessiz Kapılar”, https://l.example/a.", False),
    "Russian": ("См. также «Тихие ворота», https://r.example/a.", False),
    "an explanation": (
        "The clerks were never told of it and kept the gates as they were. Later some of them wrote to the board, https://b.example/a.", False,
    ),
    "a name that begins so": ("Seeland Observer, “Quiet Gates”, https://o.example/a.", True),
}  # fmt: skip


@pytest.mark.parametrize("case", ANSWERS)
def test_a_note_that_points_or_explains_does_not_answer_for_its_sentence(case: str) -> None:
    text, answers = ANSWERS[case]
    document = Document(
        "a", "text", None, None, (Block("It rained."),), (Note("1", NoteKind.ENDNOTE, text),), (Mark("1", 0, 0, 10),)
    )
    [claim] = [claim for claim in find_claims(document) if claim.scope is not Scope.NOTE]
    assert claim.scope is (Scope.MARKED if answers else Scope.POINTED)


def test_a_note_whose_link_is_part_of_its_sentence_explains() -> None:
    text = "The clerk says that before the flood she drew a first plan of it."
    start = text.index("drew")
    note = Note("1", NoteKind.ENDNOTE, text, (Hyperlink(start, text.index(" of it"), "https://clerk.example/plan"),))
    [claim] = find_claims(Document("a", "text", None, "en", (Block("It rained."),), (note,), (Mark("1", 0, 0, 10),)))
    assert claim.scope is Scope.POINTED


# A block quotation and its mark, then the words that are quoted.
CREDITS = {
    "a name behind a dash": ("> Nobody came to the mill. — [Ada Roe](https://a.example/1)", "Nobody came to the mill."),
    "a name in brackets": ("> Nobody came to the mill. ([@ada](https://a.example/1))", "Nobody came to the mill."),
    "a name and a year": (
        "> Niemand kam zur Mühle! ([Dora Halm](https://a.example/1), 2019)",
        "Niemand kam zur Mühle!",
    ),
    "in a line of its own": (
        "> Nobody came to the mill.\n>\n> — [Ada Roe](https://a.example/1)",
        "Nobody came to the mill.",
    ),
    "initials": ("> Nobody came to the mill. — [Dr. A. B. Roe](https://a.example/1)", "Nobody came to the mill."),
    "brackets that are quoted": (
        "> Nobody came to the mill. (It rained.)[^1]\n\n[^1]: Letters, https://a.example/1",
        "Nobody came to the mill. (It rained.)",
    ),
    "a dash that is quoted": (
        "> Nobody came to the mill. – and nobody went[^1]\n\n[^1]: Letters, https://a.example/1",
        "Nobody came to the mill. – and nobody went",
    ),
}


@pytest.mark.parametrize("case", CREDITS)
def test_whose_words_they_are_is_no_part_of_a_block_quotation(case: str) -> None:
    body, expected = CREDITS[case]
    found = find_claims(read_bytes(f"It rained.\n\n{body}\n\nSo it was.\n".encode(), "a.md"))
    assert [q.text for claim in found for q in claim.quotations] == [expected]


@pytest.mark.parametrize(
    ("quoted", "kind"),
    [
        ("https://mill.example/a.zip", "not_a_quotation"),
        ("see https://mill.example/a.zip for all of it", "quotation"),
        ("水门三天没有开，鱼都死了", "quotation"),
        ("水门", "term"),
        ("stock", "term"),
    ],
)
def test_what_stands_in_quotation_marks(quoted: str, kind: str) -> None:
    [claim] = [c for c in claims(f"The gate is not “{quoted}” at all.[1]") if c.quotations]
    assert [q.kind.value for q in claim.quotations] == [kind]
