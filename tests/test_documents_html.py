"""HTML pages: blocks, title, language, charset, notes' own markup; broken and hostile markup. All texts invented."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from verifier.documents import html, plain
from verifier.model import BlockKind, Document, NoteKind


def read(markup: str) -> Document:
    return html.read(markup.encode(), "a.html")


def test_blocks_have_kinds_and_no_page_furniture() -> None:
    document = read(
        "<html lang='de-AT'><title>Rain – The Valley Times</title><body><header><p>Valley Times</p></header><nav><ul><li>Home</ul></nav>"
        "<main><h1>Rain</h1><p>It rained.</p><blockquote><p>Nine days.</p></blockquote><ul><li>rain</li></ul>"
        "<pre>x = 1</pre><table><tr><td>9</td></tr></table></main><div id='comments'><p>First!</p></div><footer>Imprint</footer><script>1</script></body></html>"
    )
    assert [(block.kind, block.text) for block in document.blocks] == [
        (BlockKind.HEADING, "Rain"),
        (BlockKind.PARAGRAPH, "It rained."),
        (BlockKind.QUOTATION, "Nine days."),
        (BlockKind.LIST_ITEM, "rain"),
        (BlockKind.CODE, "x = 1"),
        (BlockKind.TABLE, "9"),
    ]
    assert document.title == "Rain"
    assert document.language == "de-AT"


@pytest.mark.parametrize("sent", ["See <a href='#fn1'>note 1</a>, p. 4.", "See note <a href='#fn1'>1</a>, p. 4."])
def test_a_note_that_sends_to_another_keeps_its_words(sent: str) -> None:
    document = read(
        "<p>It rained.<a href='#fn1' id='r1'><sup>1</sup></a> It snowed.<a href='#fn2' id='r2'><sup>2</sup></a></p><ol class='footnotes'>"
        f"<li id='fn1'>The Almanac. <a href='#r1'>↩</a></li><li id='fn2'>{sent} <a href='#r2'>↩</a></li></ol>"
    )
    assert [note.text for note in document.notes] == ["The Almanac.", "See note 1, p. 4."]
    assert [(mark.label, mark.note) for mark in document.marks] == [("1", 0), ("2", 1)]


def test_a_note_keeps_links_and_italics_of_its_own_words() -> None:
    document = read(
        "<p>It rained.<a href='#fn1' id='r1'><sup>1</sup></a></p><ol class='footnotes'><li id='fn1'>See <em>The Almanac</em>, "
        "<a href='https://a.example/almanac'>page 12</a>. <a href='#r1'>↩</a></li></ol>"
    )
    (note,) = document.notes
    assert note.text == "See The Almanac, page 12."
    assert [(note.text[link.start : link.end], link.href) for link in note.hyperlinks] == [
        ("page 12", "https://a.example/almanac")
    ]
    assert [note.text[start:end] for start, end in note.emphasis] == ["The Almanac"]


@pytest.mark.parametrize(
    ("markup", "kind"),
    [
        ("<p>It rained<span class='sidenote'>Nine days.</span>.</p>", NoteKind.SIDENOTE),
        ("<p>It rained.<a href='#fn1' id='r1'>[1]</a></p><p id='fn1'><a href='#r1'>[1]</a> Nine days.</p>", NoteKind.FOOTNOTE),
        ("<p>It rained.<a href='#cite_note-1' id='r1'>[1]</a></p><ol><li id='cite_note-1'><a href='#r1'>^</a> Nine days.</li></ol>", NoteKind.REFERENCE),
        ("<p>It rained.<a href='#_edn1' name='_ednref1'>[i]</a></p><p><a name='_edn1' href='#_ednref1'>[i]</a> Nine days.</p>", NoteKind.ENDNOTE),
    ],
)  # fmt: skip
def test_the_kind_of_a_note(markup: str, kind: NoteKind) -> None:
    (note,) = read(markup).notes
    assert note.kind is kind


@pytest.mark.parametrize(
    ("data", "word"),
    [
        ("<meta charset='iso-8859-9'><p>Yağmur yağdı".encode("iso-8859-9"), "Yağmur"),
        ("<meta charset='utf-8'><p>Größe".encode(), "Größe"),
        ("<p>Größe".encode("utf-16"), "Größe"),
        ("<meta charset='no-such-thing'><p>Größe".encode(), "Größe"),
        ("<meta charset='hex'><p>Größe".encode(), "Größe"),
        ("<?xml version='1.0' encoding='windows-1251'?><html><p>Дождь идёт".encode("cp1251"), "Дождь"),
    ],
)
def test_charsets(data: bytes, word: str) -> None:
    assert word in html.read(data, "a.html").blocks[0].text


def test_a_link_back_to_no_mark_is_still_no_part_of_the_note() -> None:
    document = read(
        "<p>It rained.<sup>1</sup></p><hr><p><sup>1</sup> Nine days. <a href='#' onclick='back()'>↩</a></p>"
    )
    assert [note.text for note in document.notes] == ["Nine days."]


HOSTILE = {
    "brackets": "<p>" + "a [" * 50_000,
    "quotation_marks": "<p>" + "“" * 200_000,
    "deep": "<div>" * 100_000 + "It rained.",
    "deep_inline": "<b><i>" * 20_000 + "It rained.",
    "deep_lists": "<ol><li>" * 5_000 + "It rained.",
    "cycle": "".join(f"<p>It rained<a id=a{i} href=#a{(i + 1) % 2000}>[{i % 90}]</a></p>" for i in range(2000)),
    "own_mark": "".join(f"<p>It rained<a id=a{i} href=#a{i}>[{i}]</a></p>" for i in range(2000)),
    "nested_notes": "".join(f"<div id=n{i}>It rained <a href=#n{i + 1}>[{i + 1}]</a>" for i in range(400)),
    "one_name": "<p>It rained<a href=#x id=y>[1]</a></p><p id=x><a href=#y>[1]</a> Nine days.</p>" * 2000,
    "one_note": "<p>It rained<a href=#n id=r>[1]</a></p>" * 5000 + "<li id=n><a href=#r>^</a> Nine days.",
    "asterisks": "<p>It rained*</p><p>* Nine days.</p>" * 3000,
    "unclosed": "<p><a href='#x'<sup>[1]<table><p>It rained",
}


@pytest.mark.parametrize("case", HOSTILE)
def test_hostile_markup_is_read_in_one_pass(case: str) -> None:
    document = read(HOSTILE[case])
    assert all(mark.block < len(document.blocks) for mark in document.marks)


PIECES = st.sampled_from(
    ["<p>", "</p>", "<sup>1</sup>", "[1]", "[2]", "[i]", "It rained.", " Nine days", "<a href='#n1' id='r1'>1</a>", "<li id='n1'>", "<ol>", "</ol>",
     "<a href='#r1'>↩</a>", "<br>", "<hr>", "<h2>Notes</h2>", "<span class='sidenote'>", "</span>", "<blockquote>", "*", "¹", "<table><tr><td>", "\n\n", "“", " "]
)  # fmt: skip


def well_formed(document: Document) -> None:
    for mark in document.marks:
        assert 0 <= mark.offset <= len(document.blocks[mark.block].text)
        assert mark.note is None or 0 <= mark.note < len(document.notes)
    for note in document.notes:
        assert note.text == note.text.strip() != ""
        assert all(0 <= link.start < link.end <= len(note.text) for link in note.hyperlinks)
        assert all(0 <= start < end <= len(note.text) for start, end in note.emphasis)
    for block in document.blocks:
        assert block.text == " ".join(block.text.split()) != ""


@settings(max_examples=150)
@example(["<hr>", "[2]", "<sup>1</sup>", "<p>", "<sup>1</sup>", "[2]"])
@given(st.lists(PIECES, max_size=40))
def test_every_offset_points_into_its_text(pieces: list[str]) -> None:
    well_formed(read("".join(pieces)))
    well_formed(plain.read("".join(pieces).encode(), "a.txt"))


@settings(max_examples=60)
@given(st.lists(st.integers(0, 3), min_size=1, max_size=8))
def test_marks_taken_out_and_put_back_give_the_original(words_between: list[int]) -> None:
    sentence = "".join(" rain" * words + f"[{number}]" for number, words in enumerate(words_between, 1))
    text = "It was wet" + sentence + " there."
    notes = "".join(f"<p>[{number}] Nine days of it.</p>" for number in range(1, len(words_between) + 1))
    document = read(f"<p>{text}</p>{notes}")
    body = document.blocks[0].text
    for mark in sorted(document.marks, key=lambda mark: (mark.offset, int(mark.label)), reverse=True):
        body = f"{body[: mark.offset]}[{mark.label}]{body[mark.offset :]}"
    assert body == text


def test_a_digitised_book_prints_no_page_numbers_in_its_sentences_and_no_brackets_around_its_notes() -> None:
    page = (
        '<p>It rose.<a id="r1" href="#f1"><sup>1</sup></a> It <span class="pagenum">[Pg 12]</span>fell.</p>'
        '<h2>Footnotes</h2><div class="footnote" id="f1"><p>[Footnote 1: Kern, <i>Gates</i>.]</p></div>'
    )
    document = html.read(page.encode(), "a.html")
    assert (document.blocks[0].text, [note.text for note in document.notes]) == ("It rose. It fell.", ["Kern, Gates."])
    assert document.notes[0].text[slice(*document.notes[0].emphasis[0])] == "Gates"
