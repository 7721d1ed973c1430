"""Markdown: labels as the author wrote them, raw HTML and typed notes by the rules of HTML."""

import pytest
from support.documents import shown

from verifier import documents
from verifier.citations import find_all
from verifier.model import BlockKind, Document, ProblemKind


def read(text: str) -> Document:
    return documents.read(text.encode(), "draft.md")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It grew.[^4] It fell.[^2]\n\n[^2]: Two.\n[^4]: Four.\n", [("4", "It grew.", "Four."), ("2", "It grew. It fell.", "Two.")]),
        ("It grew.[^lake-a] Again.[^lake-a]\n\n[^lake-a]: Lake.\n", [("lake-a", "It grew.", "Lake."), ("lake-a", "It grew. Again.", "Lake.")]),
        ("It grew [^1], she said.\n\n[^1]: One.\n", [("1", "It grew", "One.")]),
        ("It grew.^[Told by *her*.] Then.\n", [("1", "It grew.", "Told by her.")]),
        ("| a | b |\n|---|---|\n| c | d[^1] |\n\n[^1]: One.\n", [("1", "d", "One.")]),
        ("> Said.[^1]\n\n[^1]: One.\n\n    Its second part.\n", [("1", "Said.", "One. Its second part.")]),
        ("It grew.[^9]\n\n[^1]: One.\n", [("9", "It grew.", "")]),
        ("`code[^1]` grew.\n\n[^1]: One.\n", []),
        ("It grew.<sup>1</sup> It fell.<sup>2</sup>\n\n---\n\n<sup>1</sup> Lake Times, 2020.\n\n<sup>2</sup> Lake Post, 2021.\n",
         [("1", "It grew.", "Lake Times, 2020."), ("2", "It grew. It fell.", "Lake Post, 2021.")]),
        ("It grew by the sea.[i] It fell.[ii]\n\n[i] Lake Times, https://lake.example/a\n\n[ii] Lake Post, https://lake.example/b\n",
         [("i", "It grew by the sea.", "Lake Times, https://lake.example/a"), ("ii", "It grew by the sea. It fell.", "Lake Post, https://lake.example/b")]),
    ],
)  # fmt: skip
def test_marks_notes_and_labels(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert shown(read(text)) == expected


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("It grew.[^9]\n", ["mark_without_note"]),
        ("It grew.\n\n[^1]: One.\n", ["note_without_mark"]),
        ("It grew.[^1]\n\n[^1]: One.\n\n[^1]: Uno.\n", ["duplicate_label"]),
        ("It grew.[^1]\n\n[^1]: One.[^2]\n\n[^2]: Two.\n", []),
    ],
)
def test_what_is_left_over_is_reported(text: str, kinds: list[str]) -> None:
    assert [problem.kind for problem in read(text).problems] == kinds


def test_a_note_keeps_links_and_italics() -> None:
    document = read(
        "It grew.[^1]\n\n[^1]: *Lakes*, [page](https://lake.example/a_b), <https://lake.example/c>, https://lake.example/d.\n"
    )
    note = document.notes[0]
    assert note.text == "Lakes, page, https://lake.example/c, https://lake.example/d."
    assert [link.href for link in note.hyperlinks] == ["https://lake.example/a_b", "https://lake.example/c"]
    assert [note.text[start:end] for start, end in note.emphasis] == ["Lakes"]


def test_front_matter_gives_title_and_language_and_is_no_text() -> None:
    document = read('---\ntitle: "On lakes"\nlang: en-GB\n---\n\n# Lakes\n\nIt grew.\n')
    assert (document.title, document.language) == ("On lakes", "en")
    hugo = read('+++\ntitle = "On lakes"\ndate = 2024-05-01\n\n[extra]\nlang = "en-GB"\n+++\n\n# Lakes\n\nIt grew.\n')
    assert (hugo.title, hugo.language, hugo.blocks) == (document.title, document.language, document.blocks)
    assert [(block.text, block.kind) for block in document.blocks] == [
        ("Lakes", BlockKind.HEADING),
        ("It grew.", BlockKind.PARAGRAPH),
    ]


@pytest.mark.parametrize(
    ("text", "blocks", "marks"),
    [
        ("It grew [^1] and fell [^2].", ["It grew and fell."], [("1", 0, 7), ("2", 0, 16)]),
        ("*It grew*[^1][^2] (so [^1])", ["It grew (so)"], [("1", 0, 7), ("2", 0, 7), ("1", 0, 11)]),
        ("It grew.\n\n[^1]", ["It grew."], [("1", 0, 8)]),
        ("[^1] It grew.", ["It grew."], [("1", 0, 0)]),
        # What looks like our own signs is the author's: no text loses a character, no mark comes from it.
        ('A \U000f0000 b <own-mark number="0"></own-mark><own-mark number="x">c</own-mark>', ["A \U000f0000 b c"], []),
    ],
)
def test_marks_leave_no_trace_in_the_text(text: str, blocks: list[str], marks: list[tuple[str, int, int]]) -> None:
    document = documents.read(f"{text}\n\n[^1]: One.\n\n[^2]: Two.\n".encode(), "a.md")
    assert [block.text for block in document.blocks] == blocks
    assert [(mark.label, mark.block, mark.offset) for mark in document.marks] == marks


LINKS_IN_NOTES = {
    "a place on the same site": ("Said [before](/2023/lakes/).", []),
    "a place in the same text": ("See [above](#lakes) and [the second](lakes.md).", []),
    "two talks": (
        "See [a talk by Odile Marrant](https://a.example/1) and [one by Ilse Kern](https://a.example/2).",
        ["1", "2"],
    ),
    "zwei": ("Siehe [den Bericht der Werft](https://a.example/1) und [die Antwort](https://a.example/2).", ["1", "2"]),
    "deux": ("Voir [le rapport](https://a.example/1) et [la réponse](https://a.example/2).", ["1", "2"]),
    "dos": ("Véase [el informe](https://a.example/1) y [la respuesta](https://a.example/2).", ["1", "2"]),
    "iki": ("Bkz. [rapor](https://a.example/1) ve [yanıt](https://a.example/2).", ["1", "2"]),
    "два": ("См. [доклад](https://a.example/1) и [ответ](https://a.example/2).", ["1", "2"]),
    "dwa": ("Zob. [raport](https://a.example/1) oraz [odpowiedź](https://a.example/2).", ["1", "2"]),
    "due": ("Cfr. [la relazione](https://a.example/1) e [la risposta](https://a.example/2).", ["1", "2"]),
}


@pytest.mark.parametrize("case", LINKS_IN_NOTES)
def test_links_of_a_note_are_its_sources(case: str) -> None:
    note, addresses = LINKS_IN_NOTES[case]
    works, problems = find_all(read(f"It grew.[^1]\n\n[^1]: {note}\n"))
    assert [work.url.removeprefix("https://a.example/") for work in works if work.url] == addresses
    assert all(problem.kind is ProblemKind.NOTE_WITHOUT_SOURCE for problem in problems)


EXPLAINED = [
    "Tidewater is a [popular](https://a.example/1) sheet for boats.",
    "This renewed the [will](https://a.example/1) to mend the gates!",
    "If you read one of my [earlier](https://a.example/1) letters you have seen that.",
    "La feuille est une [gazette](https://a.example/1) pour les bateaux.",
    "Es una [hoja](https://a.example/1) para los barcos del puerto.",
    "Это очень [известная](https://a.example/1) газета для лодок.",
    "Bu çok [bilinen](https://a.example/1) bir gazete.",
    "To jest [znana](https://a.example/1) gazeta dla łodzi.",
    "È un [foglio](https://a.example/1) per le barche.",
    "É uma [folha](https://a.example/1) para os barcos.",
]


@pytest.mark.parametrize("note", EXPLAINED)
def test_a_sentence_of_which_words_are_a_link_is_no_title(note: str) -> None:
    [work] = find_all(read(f"It grew.[^1]\n\n[^1]: {note}\n"))[0]
    assert (work.title, work.container_title, work.url) == (None, None, "https://a.example/1")


NO_SITES = [
    "[This guide](https://a.example/1) gives a good view of the whole.",
    "“What is hard about gates”, by now a rather old letter, https://a.example/1",
    "See the [list of all the gates](https://a.example/1), for what is still open today.",
    "The ropes were sold in spring to a museum of the town, and so on, https://a.example/1",
    "Vgl. [diese Liste der Tore](https://a.example/1), wo noch alles offen steht.",
    "Voir [la liste des portes](https://a.example/1), où tout est encore ouvert.",
    "Véase [la lista de puertas](https://a.example/1), donde todo sigue abierto.",
    "Zob. [lista wszystkich bram](https://a.example/1), gdzie wszystko jest otwarte.",
    "См. [список всех ворот](https://a.example/1), где всё ещё открыто.",
    "Cfr. [elenco delle porte](https://a.example/1), dove tutto è ancora aperto.",
]


@pytest.mark.parametrize("note", NO_SITES)
def test_words_of_a_sentence_behind_the_title_are_no_site(note: str) -> None:
    [work] = find_all(read(f"It grew.[^1]\n\n[^1]: {note}\n"))[0]
    assert (work.container_title, work.url) == (None, "https://a.example/1")


@pytest.mark.parametrize(
    "site", ["the Guardian of Salt", "la Gazette", "eTides", "tides.example", "taz", "de Getijdenkrant"]
)
def test_a_site_may_begin_small(site: str) -> None:
    [work] = find_all(read(f"It grew.[^1]\n\n[^1]: “Quiet gates”, {site}, 3 May 2021, https://a.example/1\n"))[0]
    assert work.container_title == site
