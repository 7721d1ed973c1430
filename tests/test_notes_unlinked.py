"""Notes that nothing links, lists with gaps in their links, and pages with several lists; all texts invented."""

import pytest

from verifier import documents
from verifier.documents import html

R, S, T = "It rained", "Then it snowed", "So it thawed"
A, B, C = "Almanac of Hill Farms, p. 12.", "Letter to the miller, 3 May.", "Diary of the ferryman, last page."

# name: (markup, notes, marks as (label, note, words before))
THREE = (("1", 0, R), ("2", 1, S), ("3", 2, T))
SUP = f"<p>{R}<sup>1</sup>. {S}<sup>2</sup>.</p><p>{T}<sup>3</sup>.</p>"
SQUARE = f"<p>{R} [1]. {S} [2].</p><p>{T} [3].</p>"
FORMS = {
    "dots_under_heading": (f"{SUP}<h2>Endnotes</h2><p>1. {A}</p><p>2. {B}</p><p>3. {C}</p>", (A, B, C), THREE),
    "dots_under_bold_line": (f"{SQUARE}<p><strong>References:</strong><br>1. {A}<br>2. {B}<br>3. {C}</p>", (A, B, C), THREE),
    "dots_without_heading": (f"{SUP}<p>1. {A}</p><p>2. {B}</p><p>3. {C}</p>", (A, B, C), THREE),
    "list_without_heading": (f"{SUP}<ol><li>{A}</li><li>{B}</li><li>{C}</li></ol>", (A, B, C), THREE),
    "round": (f"<p>{R} (1). {S} (2).</p><p>{T} (3).</p><p>(1) {A}</p><p>(2) {B}</p><p>(3) {C}</p>", (A, B, C), THREE),
    "round_after_comma": (f"<p>{R},(1) {S}.(2)</p><p>{T}.(3)</p><h3>Notas</h3><p>(1) {A}</p><p>(2) {B}</p><p>(3) {C}</p>", (A, B, C), (("1", 0, R + ","), ("2", 1, S + "."), ("3", 2, T + "."))),
    "parenthesis": (f"{SUP}<h3>Fußnoten</h3><p>1) {A}</p><p>2) {B}</p><p>3) {C}</p>", (A, B, C), THREE),
    "number_and_text": (f"{SUP}<hr><p>1 {A}</p><p>2 {B}</p><p>3 {C}</p>", (A, B, C), THREE),
    "styled": (f"<p>{R}<span style='font-size:70%;vertical-align: super'>1</span>. {S}<font size='1'>2</font>. {T}<small>3</small>.</p><h4>Notes</h4><p><span style='vertical-align:super'>1</span>{A}</p><p><span style='vertical-align:super'>2</span>{B}</p><p><span style='vertical-align:super'>3</span>{C}</p>", (A, B, C), THREE),
    "linked_to_sources": (f"<p>{R}<a href='https://a.example/'>[1]</a>. {S}<a href='https://b.example/'>[2]</a>. {T}<a href='https://c.example/'>[3]</a>.</p><h2>Источники</h2><p>[1] {A}</p><p>[2] {B}</p><p>[3] {C}</p>", (A, B, C), THREE),
    "links_that_lead_nowhere": (f"<p>{R}<a href='#_edn1'>[1]</a>. {S}<a href='#_edn2'>[2]</a>. {T}<a href='#_edn3'>[3]</a>.</p><p><a href='#_ednref1'>[1]</a> {A}</p><p><a href='#_ednref2'>[2]</a> {B}</p><p><a href='#_ednref3'>[3]</a> {C}</p>", (A, B, C), THREE),
    "links_of_another_page": (f"<p>{R}<a href='https://www.site.example/edit/9#_ftn1' name='_ftnref1'>[1]</a>. {S}<a href='https://www.site.example/edit/9#_ftn2' name='_ftnref2'>[2]</a>. {T}<a href='https://www.site.example/edit/9#_ftn3' name='_ftnref3'>[3]</a>.</p><p><a href='https://www.site.example/edit/9#_ftnref1' name='_ftn1'>[1]</a> {A}</p><p><a href='https://www.site.example/edit/9#_ftnref2' name='_ftn2'>[2]</a> {B}</p><p><a href='https://www.site.example/edit/9#_ftnref3' name='_ftn3'>[3]</a> {C}</p>", (A, B, C), THREE),
    "range_of_links": (f"<p>{R} [<a href='#r1'>1</a>–<a href='#r3'>3</a>].</p><h2>References</h2><ol><li id='r1'>{A}</li><li id='r2'>{B}</li><li id='r3'>{C}</li></ol>", (A, B, C), (("1", 0, R), ("2", 1, R), ("3", 2, R))),
    "range_in_one_link": (f"<p>{R}<sup><a href='#r1'>1–3</a></sup>. {S}<sup><a href='#r2'>2</a></sup>. {T}<sup><a href='#r3'>3</a></sup>.</p><ol class='references'><li id='r1'>{A}</li><li id='r2'>{B}</li><li id='r3'>{C}</li></ol>", (A, B, C), (("1", 0, R), ("2", 1, R), ("3", 2, R), ("2", 1, S), ("3", 2, T))),
    "one_link_missing": (f"<p>{R}<sup><a href='#n1' id='m1'>1</a></sup>. {S}<sup>2</sup>. {T}<sup><a href='#n3' id='m3'>3</a></sup>.</p><h2>Notes</h2><p id='n1'><a href='#m1'>1</a>. {A}</p><p>2. {B}</p><p id='n3'><a href='#m3'>3</a>. {C}</p>", (A, B, C), THREE),
    "between_the_paragraphs": (f"<p>{R}<sup>1</sup>.</p><p class='footnote'><sup>1</sup>{A}</p><p>{S}<sup>2</sup>.</p><p class='footnote'><sup>2</sup>{B}</p><p>{T}<sup>3</sup>.</p><p class='footnote'><sup>3</sup>{C}</p><p>The end.</p>", (A, B, C), THREE),
    "two_posts": (f"<article><p>{R}<sup id='fnref:1'><a href='#fn:1'>1</a></sup>.</p><ol><li id='fn:1'>{A} <a href='#fnref:1'>↩</a></li></ol></article><article><p>{S}<sup id='fnref:1'><a href='#fn:1'>1</a></sup>.</p><ol><li id='fn:1'>{B} <a href='#fnref:1'>↩</a></li></ol></article>", (A, B), (("1", 0, R), ("1", 1, S))),
    "two_kinds": (f"<p>{R}*. {S}<sup>1</sup>. {T}<sup>2</sup>.</p><p>* {A}</p><h3>Notes</h3><p><sup>1</sup> {B}</p><p><sup>2</sup> {C}</p>", (A, B, C), (("*", 0, R), ("1", 1, S), ("2", 2, T))),
    "note_in_note": (f"<p>{R}[1].</p><p>[1] {A}[2]</p><p>[2] {B}</p>", (A, B), (("1", 0, R),)),
    "paragraphs_and_lists": (f"{SUP}<hr><p><sup>1</sup> {A}</p><ul><li>rain</li><li>wind</li></ul><p>And more.</p><p><sup>2</sup> {B}</p><p><sup>3</sup> {C}</p>", (f"{A} rain wind And more.", B, C), THREE),
    "circled_in_sup": (f"<p>{R}<sup>①</sup>. {S}<sup>②</sup>.</p><hr><p>① {A}</p><p>② {B}</p>", (A, B), (("①", 0, R), ("②", 1, S))),
    "roman_in_sup": (f"<p>{R}<sup>i</sup>. {S}<sup>ii</sup>.</p><p>{T}<sup>iii</sup>.</p><hr><p><sup>[i]</sup> {A}</p><p><sup>[ii]</sup> {B}</p><p><sup>[iii]</sup> {C}</p>", (A, B, C), (("i", 0, R), ("ii", 1, S), ("iii", 2, T))),
    "arabic_heading": (f"{SUP}<h2>المراجع</h2><ol><li>{A}</li><li>{B}</li><li>{C}</li></ol>", (A, B, C), THREE),
    "japanese": (f"<p>{R}（注1）。{S}（注2）。</p><p>{T}（注3）。</p><p>（注1）{A}</p><p>（注2）{B}</p><p>（注3）{C}</p>", (A, B, C), THREE),
    "superscript_digits_dots": (f"<p>{R}¹. {S}².</p><p>{T}³.</p><h2>Sources</h2><p>1. {A}</p><p>2. {B}</p><p>3. {C}</p>", (A, B, C), THREE),
    "lettered": (f"<p>{R} (a). {S} (b).</p><p>{T} (c).</p><h3>Notes</h3><p>(a) {A}</p><p>(b) {B}</p><p>(c) {C}</p>", (A, B, C), (("a", 0, R), ("b", 1, S), ("c", 2, T))),
    "letters_of_a_table": (f"<table><tr><td>1950</td><td>412<sup>a</sup></td></tr><tr><td>1990</td><td>3<sup>b</sup></td></tr></table><p><sup>a</sup> {A}</p><p><sup>b</sup> {B}</p>", (A, B), (("a", 0, "412"), ("b", 1, "3"))),
    "notes_to_chapters": (f"<p>{R}<sup>1</sup>.</p><h3>Notes to Chapter 1</h3><p>1. {A}</p><h2>Chapter 2</h2><p>{S}<sup>1</sup>.</p><h3>Notes to Chapter 2</h3><p>1. {B}</p>", (A, B), (("1", 0, R), ("1", 1, S))),
    "run_on": (f"<p>{R} [1]. {S} [2].</p><p>{T} [3].</p><p>[1] {A} [2] {B} [3] {C}</p>", (A, B, C), THREE),
    "run_on_behind_heading": (f"<p>{R} [1]. {S} [2].</p><p>{T} [3].</p><p>Sources: [1] {A} [2] {B} [3] {C}</p>", (A, B, C), THREE),
    "dash": (f"<p>{R} [1]. {S} [2].</p><p>{T} [3].</p><p>[1] – {A}</p><p>[2] – {B}</p><p>[3] – {C}</p>", (A, B, C), THREE),
    "button": (f"<p>{R}<button aria-describedby='s1' class='footnote-toggle'>1</button>.</p><div id='s1' class='footnote'>{A}</div>", (A,), (("1", 0, R),)),
    "number_of_first_list": (f"<p>{R}<sup>22</sup>. {S}<sup>23</sup>.</p><h4>Notes</h4><ol start='22'><li>{A}</li><li>{B}</li></ol>", (A, B), (("22", 0, R), ("23", 1, S))),
    "lines_in_one_block": (f"<div>{R}<sup>1</sup>. {S}<sup>2</sup>.<br><br>{T}.<br><br><hr><sup>1</sup> {A}<br><sup>2</sup> {B}</div>", (A, B), (("1", 0, R), ("2", 1, S))),
}  # fmt: skip


@pytest.mark.parametrize("form", FORMS)
def test_notes_are_found_without_links(form: str) -> None:
    markup, notes, marks = FORMS[form]
    document = html.read(f"<html lang='en'><body><h1>Weather</h1>{markup}</body></html>".encode(), "a.html")
    assert [note.text for note in document.notes] == list(notes)
    assert [(mark.label, mark.note) for mark in document.marks] == [(label, note) for label, note, _ in marks]
    before = [document.blocks[mark.block].text[: mark.offset] for mark in document.marks]
    assert [words for (_, _, words), text in zip(marks, before, strict=True) if not text.endswith(words)] == []
    assert document.problems == ()


@pytest.mark.parametrize(
    ("one", "two", "places"),
    [
        ("[1, p. 12]", "[2, pp. 3–4; 3]", ["12", "3–4", None]),
        ("[1, с. 12]", "[2; 3, с. 15–17]", ["12", None, "15–17"]),
        ("[1, S. 12 f.]", "[2, 3]", ["12 f.", None, None]),
        ("[1]:14", "[2]:3–5[3]", ["14", "3–5", None]),
        ("[1: 14]", "[2, Chap. 3; 3, § 4]", ["14", "3", "4"]),
        ("[1, pp. 4, 6]", "[2; 3]", ["4, 6", None, None]),
    ],
)
def test_a_mark_may_give_the_page(one: str, two: str, places: list[str | None]) -> None:
    entries = "1. Ada Kern. Tides. 2009.\n2. Lev. Ebb. 2013.\n3. Roe. Flow. 2014.\n"
    text = f"Tides\n\nTides rise {one}. They fall {two}.\n\nReferences\n{entries}"
    document = documents.read(text.encode(), "a.txt")
    assert [(mark.label, mark.note) for mark in document.marks] == [("1", 0), ("2", 1), ("3", 2)]
    assert [mark.locator for mark in document.marks] == places
