"""Notes in the layouts of editors, offices and languages, with nothing of a mark left in its sentence; invented texts."""

import pytest

from verifier import documents
from verifier.claims import marked_sentences
from verifier.model import Document, ProblemKind

A, B = "Heron, Lakes of the North, 2021, https://lake.example/a", "Lake Post, 6 May 2024, https://post.example/b"
S = ("The lake grew by a third.", "Its keeper sold the boats.")


def sentences(document: Document) -> list[tuple[str, str]]:
    """(label, the sentence around it) of every mark, in order."""
    found = marked_sentences(document)
    return [(mark.label, found[mark.block, mark.offset]) for mark in document.marks]


HTML = {
    "table_with_head": f"<p>{S[0]}[1] {S[1]}[2]</p><h3>Sources</h3><table><tr><th>No.</th><th>Source</th></tr><tr><td>[1]</td><td>{A}</td></tr><tr><td>[2]</td><td>{B}</td></tr></table>",
    "terms_with_dots": f"<p>{S[0]}<sup>1</sup> {S[1]}<sup>2</sup></p><h2>Endnotes</h2><dl><dt>1.</dt><dd>{A}</dd><dt>2.</dt><dd>{B}</dd></dl>",
    "terms_linked": f"<p>{S[0]}<sup><a href='#n1' id='r1'>1</a></sup> {S[1]}<sup><a href='#n2' id='r2'>2</a></sup></p><dl class='notes'><dt>Footnote 1</dt><dd id='n1'>{A} <a href='#r1'>Return to footnote 1</a></dd><dt>Footnote 2</dt><dd id='n2'>{B} <a href='#r2'>Return to footnote 2</a></dd></dl>",
    "small_headings": f"<p>{S[0]}[1] {S[1]}[2]</p><h6>[1] {A}</h6><h6>[2] {B}</h6>",
    "round_and_bold": f"<p>{S[0]}(1) {S[1]}(2)</p><p><strong>Endnotes</strong></p><p><strong>1</strong> {A}</p><p><strong>2</strong> {B}</p>",
    "german_words": f"<p>{S[0]}<sup>1</sup> {S[1]}<sup>2</sup></p><h3>Fußnoten</h3><p>Fn. 1: {A}</p><p>Fn. 2: {B}</p>",
    "shortcodes": f"<p>{S[0]}[ref]{A}[/ref] {S[1]}[ref]{B}[/ref]</p>",
    "two_brackets": f"<p>{S[0]}(({A})) {S[1]}(({B}))</p>",
    "comments_of_reviewers": f"<p>{S[0]}<sup><a href='#cmnt1' id='cmnt_ref1'>[a]</a></sup><sup><a href='#ftnt1' id='ftnt_ref1'>[1]</a></sup> {S[1]}<sup><a href='#ftnt2' id='ftnt_ref2'>[2]</a></sup></p><hr><p><a href='#ftnt_ref1' id='ftnt1'>[1]</a> {A}</p><p><a href='#ftnt_ref2' id='ftnt2'>[2]</a> {B}</p><div><p><a href='#cmnt_ref1' id='cmnt1'>[a]</a>Which lake is it?</p></div>",
}  # fmt: skip
TEXT = {
    "superscripts_in_brackets": f"{S[0][:-1]} (¹). {S[1][:-1]} (²).\n\n(¹) {A}\n(²) {B}\n",
    "label_on_its_line": f"{S[0]}[1] {S[1]}[2]\n\nNotes\n\n1.\n{A}\n2.\n{B}\n",
    "number_on_its_line": f"{S[0]}[1] {S[1]}[2]\n\nNotes\n\n1\n{A}\n2\n{B}\n",
    "in_front": f"Notes\n-\n[1]\n{A}\n-\n[2]\n{B}\n\n{S[0]}[1] {S[1]}[2]\n",
    "glued_dash": f"{S[0]}[1] {S[1]}[2]\n\nNotes:\n\n1-“Lakes”, {A}\n\n2-“Boats”, {B}\n",
    "note_word": f"{S[0]}[1] {S[1]}[2]\n\nNote 1. {A}\nNote 2. {B}\n",
    "stroke": f"{S[0]} 1/ {S[1]} 2/\n\nNotes\n\n1/ {A}\n2/ {B}\n",
    "braces": f"{S[0]}{{1}} {S[1]}{{2}}\n\nNotes\n\n{{1}} {A}\n{{2}} {B}\n",
    "pasted_behind_words": f"{S[0][:-1]}1. {S[1][:-1]}2.\n\nNotes\n\n1. {A}\n2. {B}\n",
    "template": f"{S[0]}{{{{footnote|{A}}}}} {S[1]}{{{{footnote|{B}}}}}\n",
    "heading_above_wide_lines": f"{S[0]}[1] {S[1]}[2]\n\nReferences:\n1.{A}\n2.{B}\n",
}


@pytest.mark.parametrize("form", HTML)
def test_layouts_of_pages(form: str) -> None:
    document = documents.read(f"<html lang='en'><body><h1>Lakes</h1>{HTML[form]}</body></html>".encode(), "a.html")
    assert [note.text for note in document.notes] == [A, B]
    assert sentences(document) == [("1", S[0]), ("2", S[1])]
    assert document.problems == ()


@pytest.mark.parametrize("form", TEXT)
def test_layouts_of_texts(form: str) -> None:
    document = documents.read(f"The lakes of the north\n\n{TEXT[form]}".encode(), "a.txt")
    assert [note.text.partition("”, ")[2] or note.text for note in document.notes] == [A, B]
    assert sentences(document) == [("1", S[0]), ("2", S[1])]


@pytest.mark.parametrize(
    ("name", "text", "expected"),
    [
        ("a.md", "The lake grew ([^1]). It fell ([^1][^2]), as all saw.", ["The lake grew.", "It fell, as all saw."]),
        ("a.md", "The lake grew[^1],[^2] and fell.", ["The lake grew and fell."]),
        ("a.md", "The lake grew[^1]and fell again[^2].", ["The lake grew and fell again."]),
        ("a.md", "The lake (it grew[^1]) fell[^2].", ["The lake (it grew) fell."]),
        ("a.md", "The keeper’s[^1] boats and the lake[^2]-dwellers.", ["The keeper’s boats and the lake-dwellers."]),
        ("a.md", "湖は広がり[^1]舟が売られた[^2]。", ["湖は広がり舟が売られた。"]),
    ],
)  # fmt: skip
def test_nothing_of_a_mark_is_left_and_no_words_run_together(name: str, text: str, expected: list[str]) -> None:
    document = documents.read(f"{text}\n\n[^1]: {A}\n[^2]: {B}\n".encode(), name)
    assert list(dict.fromkeys(sentence for _, sentence in sentences(document))) == expected


def test_a_definition_without_colon_is_one_where_its_label_is_called() -> None:
    document = documents.read(f"{S[0]}[^1] {S[1]}[^2]\n\n[^1]: {A}\n\n[^2] {B}\n".encode(), "a.md")
    assert [note.text for note in document.notes] == [A, B]
    document = documents.read(f"{S[0]}[^1]\n\n```\n[^2] in a program\n```\n\n[^1]: {A}\n".encode(), "a.md")
    assert [note.text for note in document.notes] == [A]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (f"{S[0]}\n\nReferences\n\n1. {A}\n2. {B}\n", True),
        ("Stew the plums.\n\nNotes\n\n1. Use ripe plums.\n2. Stir well.\n", False),
        (f"{S[0]}\n\n1. It rained in 2021.\n2. It snowed in 2022.\n", False),
    ],
)
def test_a_list_that_nothing_calls_is_told(text: str, told: bool) -> None:
    document = documents.read(text.encode(), "a.txt")
    assert document.notes == ()
    assert [p.kind for p in document.problems] == [ProblemKind.NOTE_WITHOUT_MARK] * told


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.md", "- [x] Ask the keeper\n- [ ] Count the boats\n\nHere [x] means done.\n"),
        ("a.txt", "Dear [name], the fare was [X] coins, and [II] paid it [see Annex I].\n"),
        ("a.md", "The element a[1] is the second, m[3] holds the sum, fare = sp[8] + v0.\n"),
        ("a.md", "We have ((a + b) * (c + d)), and ((lambda (x) (+ x 1)) 2) gives three.\n"),
        (
            "a.html",
            "<p>Then the lamp is reached by harbour.connect((lamp_host,lamp_port)) and by client.send((name,place)) at night.</p>",
        ),
        ("a.html", "<p>It grew.</p><p>[note]Keep the goats away from the old wall.[/note]</p>"),
        ("a.html", "<p>It grew.</p><img class='partner-reference' title='Partner of the lake network' src='a.svg'>"),
        ("a.html", "<p>It grew.</p><a class='reference' title='Read more about the lake' href='/more'></a>"),
        ("a.html", "<p>Literature:</p><p>Heron, Lakes, 1998.</p><p>1. Introduction</p><p>It grew.<sup>1</sup></p>"),
        ("a.txt", "The CO2 rose, the G7 met.\n\nNotes\n\n1. Air is thin.\n2. Wind is strong.\n"),
    ],
)
def test_what_is_no_note_is_none_and_told_as_none(name: str, text: str) -> None:
    document = documents.read(text.encode(), name)
    assert (document.notes, document.marks, document.problems) == ((), (), ())
