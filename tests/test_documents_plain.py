"""Plain texts with notes: pasted, dumped, mailed, wrapped by hand; all texts invented."""

import pathlib

import pytest

from verifier.documents import plain
from verifier.model import BlockKind

SEED = pathlib.Path(__file__).resolve().parents[1].parent / "shared" / "seed" / "article.txt"

# name: (text, notes as (label, text), marks as (label, words before))
FORMS = {
    "pasted": (
        "Weather\n\nIt rained.[i] Then it snowed.[ii]\n\n[i] “Rain”, Almanac, https://a.example/rain, (Access Date: 05.10.2024).\n\n[ii] Letter, 3 May.\n\nJane Doe\n\nSimilar Posts\n",
        (("i", "“Rain”, Almanac, https://a.example/rain, (Access Date: 05.10.2024)."), ("ii", "Letter, 3 May.")),
        (("i", "It rained."), ("ii", "Then it snowed.")),
    ),
    "mail": (
        "It rained[0] in the\nvalley, and the mill[1] stood still.\n\nReferences -\n\n[0] https://a.example/rain\n[1] https://a.example/mill\n\nJane\n",
        (("0", "https://a.example/rain"), ("1", "https://a.example/mill")),
        (("0", "It rained"), ("1", "and the mill")),
    ),
    "quoted_in_a_mail": (
        "Mona wrote:\n> It rained [1] and snowed [2].\n>\n> [1] https://a.example/2014/the-long-ra\n> in-of-may.html\n> [2] https://a.example/snow\n\nJane\n",
        (("1", "https://a.example/2014/the-long-rain-of-may.html"), ("2", "https://a.example/snow")),
        (("1", "It rained"), ("2", "and snowed")),
    ),
    "circled_in_chinese": (
        "一九一二年开放。①渔民反对。②\n\n① 林海：《港口史》，2005年，第33页。\n② 同注①，第40页。\n",
        (("①", "林海：《港口史》，2005年，第33页。"), ("②", "同注①，第40页。")),
        (("①", "一九一二年开放。"), ("②", "渔民反对。")),
    ),
    "paragraphs_of_judgments": (
        "It may close.[1] It must give notice.[2]\n\n1 Gates Act 1921, s 4.\n2 R v Gate Board [2004] EWCA Civ 311, [22].\n",
        (("1", "Gates Act 1921, s 4."), ("2", "R v Gate Board [2004] EWCA Civ 311, [22].")),
        (("1", "It may close."), ("2", "It must give notice.")),
    ),
    "letters_in_brackets": (
        "It rained (a), and it snowed (b).\n\n(a) Almanac, 1999.\n(b) Letter, 3 May 2001.\n",
        (("a", "Almanac, 1999."), ("b", "Letter, 3 May 2001.")),
        (("a", "It rained"), ("b", "and it snowed")),
    ),
    "dump": (
        "It rained^[1].\n\nThen it snowed^[2]^,^[3].\n\nNotes et références\n\n 1. ↑ « Pluie », sur a.example\n 2. ↑ Lettre du 3 mai\n 3. ↑ Almanach\n\nBibliographie\n\n  • Un livre\n",
        (("1", "« Pluie », sur a.example"), ("2", "Lettre du 3 mai"), ("3", "Almanach")),
        (("1", "It rained"), ("2", "Then it snowed"), ("3", "Then it snowed")),
    ),
    "dump_after_rule": (
        "It rained^1 and snowed^2.\n\n━━━━━━━━━━━━\n\n 1. Almanac, p. 12. ↩\n\n 2. Letter, 3 May. ↩\n",
        (("1", "Almanac, p. 12."), ("2", "Letter, 3 May.")),
        (("1", "It rained"), ("2", "and snowed")),
    ),
    "wrapped": (
        "It rained for nine days in the upper valley, and the mill stood[1] still until\nthe miller came back from town with a new wheel.[2] Then it snowed.\n\n"
        "[1] Almanac of the hill farms of the upper valley, second edition, printed at\n    the mill, https://a.example/almanac/second-\n    edition.html\n[2] Letter to the miller.\n",
        (("1", "Almanac of the hill farms of the upper valley, second edition, printed at the mill, https://a.example/almanac/second-edition.html"), ("2", "Letter to the miller.")),
        (("1", "and the mill stood"), ("2", "with a new wheel.")),
    ),
    "paragraphs": (
        "It rained.[1] It snowed.[2]\n\nNotes\n\n[1] Almanac, p. 12.\n\nThe almanac errs on this point.\n\n[2] Letter.\n",
        (("1", "Almanac, p. 12. The almanac errs on this point."), ("2", "Letter.")),
        (("1", "It rained."), ("2", "It snowed.")),
    ),
    "superscript": (
        "It rained.¹ It snowed.²\n\n¹ Almanac.\n² Letter.\n",
        (("1", "Almanac."), ("2", "Letter.")),
        (("1", "It rained."), ("2", "It snowed.")),
    ),
    "chapters": (
        "One\n\nIt rained.[1] It snowed.[2]\n\n[1] Almanac.\n[2] Letter.\n\nTwo\n\nIt thawed.[1]\n\n[1] Diary.\n",
        (("1", "Almanac."), ("2", "Letter."), ("1", "Diary.")),
        (("1", "It rained."), ("2", "It snowed."), ("1", "It thawed.")),
    ),
    "all_at_the_end": (
        "It rained.[1] It snowed.[2]\n\nThen it thawed.[1] It froze.[2]\n\nNotes\n\nChapter one\n\n[1] Almanac.\n[2] Letter.\n\nChapter two\n\n[1] Diary.\n[2] Ledger.\n",
        (("1", "Almanac."), ("2", "Letter."), ("1", "Diary."), ("2", "Ledger.")),
        (("1", "It rained."), ("2", "It snowed."), ("1", "Then it thawed."), ("2", "It froze.")),
    ),
    "reused": (
        "It rained.[1] It snowed.[2] It rained again.[1]\n\n[1] Almanac.\n[2] Letter.\n",
        (("1", "Almanac."), ("2", "Letter.")),
        (("1", "It rained."), ("2", "It snowed."), ("1", "It rained again.")),
    ),
    "range": (
        "It rained.[1-3]\n\n[1] Almanac.\n[2] Letter.\n[3] Diary.\n",
        (("1", "Almanac."), ("2", "Letter."), ("3", "Diary.")),
        (("1", "It rained."), ("2", "It rained."), ("3", "It rained.")),
    ),
    "footnotes_on_each_page": (
        "It rained.[1]\n\n[1] Almanac.\n\fIt snowed.[2]\n\n[2] Letter.\n",
        (("1", "Almanac."), ("2", "Letter.")),
        (("1", "It rained."), ("2", "It snowed.")),
    ),
    "copied_out_of_a_pdf": (
        "The dyke broke.1 Nobody came,2 they say.\n\n1 Kern, Dykes (2011) 4.\n2 The board says it never was told of\n12\n\f13\n\nThe town paid.3 So it went.4\n\nthe breach.\n3. Marrant, Gates.\n4. ibid.\n",
        (("1", "Kern, Dykes (2011) 4."), ("2", "The board says it never was told of the breach."), ("3", "Marrant, Gates."), ("4", "ibid.")),
        (("1", "The dyke broke."), ("2", "Nobody came,"), ("3", "The town paid."), ("4", "So it went.")),
    ),
    "feet_without_page_ends": (
        "Der Damm brach.¹ Niemand kam.²\n\n¹ Vgl. Kern, Deiche, S. 4.\n² Ebd.\n\nDie Stadt zahlte.³\n\n³ Marrant, Tore.\n\nSo endete es.\n",
        (("1", "Vgl. Kern, Deiche, S. 4."), ("2", "Ebd."), ("3", "Marrant, Tore.")),
        (("1", "Der Damm brach."), ("2", "Niemand kam."), ("3", "Die Stadt zahlte.")),
    ),
    "feet_with_marks_before_stops": (
        "Плотина рухнула1. Никто не пришёл2.\n\n1 Керн И. Плотины. С. 4.\n2 Там же.\n\fГород заплатил3.\n\n3 Маррант О. Указ. соч. С. 9.\n",
        (("1", "Керн И. Плотины. С. 4."), ("2", "Там же."), ("3", "Маррант О. Указ. соч. С. 9.")),
        (("1", "Плотина рухнула"), ("2", "Никто не пришёл"), ("3", "Город заплатил")),
    ),
    "feet_behind_chinese_stops": (
        "大坝崩溃了。1没有人来。2\n\n1 王明：《堤坝》，2011年。\n2 同上。\n\f城市付了钱。3\n\n3 李华：《城门》。\n",
        (("1", "王明：《堤坝》，2011年。"), ("2", "同上。"), ("3", "李华：《城门》。")),
        (("1", "大坝崩溃了。"), ("2", "没有人来。"), ("3", "城市付了钱。")),
    ),
    "numbers_begin_again_on_each_page": (
        "The dyke broke.1 Nobody came,2 they say.\n\n1 Kern, Dykes, 4.\n2 Ibid.\n12\n\fThe town paid.1\n\n1 Marrant, Gates.\n\fSo it went.1 And on.2\n\n1 Hask.\n2 Lorn.\n",
        (("1", "Kern, Dykes, 4."), ("2", "Ibid."), ("1", "Marrant, Gates."), ("1", "Hask."), ("2", "Lorn.")),
        (("1", "The dyke broke."), ("2", "Nobody came,"), ("1", "The town paid."), ("1", "So it went."), ("2", "And on.")),
    ),
    "numbers_begin_again_without_page_ends": (
        "It broke.1 They came.2 So on.3\n\n1 Kern.\n2 Roke.\n3 Hask.\n\nPART TWO\n\nIt rose.1 It fell.2 It stood.3\n\n1 Lorn.\n2 Ibid.\n3 Menk.\n",
        (("1", "Kern."), ("2", "Roke."), ("3", "Hask."), ("1", "Lorn."), ("2", "Ibid."), ("3", "Menk.")),
        (("1", "It broke."), ("2", "They came."), ("3", "So on."), ("1", "It rose."), ("2", "It fell."), ("3", "It stood.")),
    ),
    "whole_in_brackets": (
        "The dyke broke.[1] Nobody came.[2]\n\n[Footnote 1: Kern [the\nelder], Dykes.\n\nSee there.]\n\n[Footnote 2: Ibid.]\n\nThe town paid.[1]\n\n[Footnote 1: Marrant, Gates.]\n",
        (("1", "Kern [the elder], Dykes. See there."), ("2", "Ibid."), ("1", "Marrant, Gates.")),
        (("1", "The dyke broke."), ("2", "Nobody came."), ("1", "The town paid.")),
    ),
    "lists_that_begin_again_are_no_feet": (
        "Take step1 and\nstep2.\n\n1 Open it.\n\n2 Close it.\n\nThen step1 again.\n\n1 Wait.\n\nAnd step1 more.\n\n1 Sleep.\n\nEnd.\n", (), (),
    ),
    "numbered_parts_are_no_feet": ("1. The dyke\n\nIt broke.\n\n2. The town\n\nIt paid.\n\n3. The end\n\nNobody came.\n", (), ()),
    "steps_are_no_feet": (
        "Do step1 at once, then\nstep2 and step3.\n\n1. Open it.\n\nIt takes an hour.\n\n2. Close it.\n\nSo far.\n\n3. Wait.\n\nThe end.\n",
        (),
        (),
    ),
    "numbers_of_a_table_are_no_feet": ("Year Height\n1 20\n2 30\n3 44\n\nIt rose by 12.5 m in 2 hours, 3 men said. 40 km2.\n", (), ()),
}  # fmt: skip


@pytest.mark.parametrize("form", FORMS)
def test_notes_and_marks_of_a_text(form: str) -> None:
    text, notes, marks = FORMS[form]
    document = plain.read(text.encode(), "a.txt")
    assert [(note.label, note.text) for note in document.notes] == list(notes)
    assert [mark.label for mark in document.marks] == [label for label, _ in marks]
    before = [document.blocks[mark.block].text[: mark.offset] for mark in document.marks]
    assert [words for (_, words), text in zip(marks, before, strict=True) if not text.endswith(words)] == []
    assert [mark.note for mark in document.marks] == sorted(
        mark.note for mark in document.marks if mark.note is not None
    ) or form == "reused"
    assert document.problems == ()


# What is left over is reported: text, expected (kind, label).
LEFT_OVER = {
    "mark_without_note": ("It rained.[1] It snowed.[2]\n\n[1] Almanac.\n", [("mark_without_note", "2")]),
    "note_without_mark": ("It rained.[1] It snowed.\n\n[1] Almanac.\n[2] Letter.\n", [("note_without_mark", "2")]),
    "gap": ("It rained.[1] It snowed.[3]\n\n[1] Almanac.\n[3] Letter.\n", [("gap", "3")]),
    "out_of_order": (
        "It rained.[2] It snowed.[1] It thawed.[3]\n\n[1] Almanac.\n[2] Letter.\n[3] Diary.\n",
        [("out_of_order", "2")],
    ),
    "no_notes_at_all": ("It rained.[1] It snowed.\n", [("mark_without_note", "1")]),
    "marks_behind_words": ("It rose.1 It fell,2 they say.3 Then nothing.4\n\nThe end.\n", [("mark_without_note", "1")]),
    "feet_that_end_too_soon": (
        "It rose.1 It fell.2\n\n1 Kern.\n2 Roke.\n\fIt went.3\n\n3 Hask.\n\fAnd on.4 So on.5 Forth.6\n",
        [("mark_without_note", "4")],
    ),
    "a_foot_that_is_missing": (
        "It rose.1 It fell.2\n\n1 Kern.\n2 Roke.\n\fIt went.3 And on.4 So on.5\n\n3 Hask.\n5 Lorn.\n",
        [("gap", "5")],
    ),
    "nothing": ("It rained. It snowed.\n", []),
}


@pytest.mark.parametrize("case", LEFT_OVER)
def test_what_is_left_over_is_a_problem(case: str) -> None:
    text, expected = LEFT_OVER[case]
    assert [(problem.kind, problem.label) for problem in plain.read(text.encode(), "a.txt").problems] == expected


def test_lines_that_were_wrapped_are_one_block() -> None:
    text = "It rained for nine days in the upper valley, and the mill stood still\nuntil the miller came back.\n\n> The wheel is\n> broken, he said.\n\n- rain\n- snow\n"
    blocks = plain.read(text.encode(), "a.txt").blocks
    assert [block.kind for block in blocks] == [
        BlockKind.PARAGRAPH,
        BlockKind.QUOTATION,
        BlockKind.QUOTATION,
        BlockKind.LIST_ITEM,
        BlockKind.LIST_ITEM,
    ]
    assert blocks[0].text.endswith("stood still until the miller came back.")


@pytest.mark.parametrize(
    ("data", "word"),
    [
        ("Größe".encode(), "Größe"),
        ("Größe".encode("utf-16"), "Größe"),
        (b"\xef\xbb\xbfGr\xc3\xb6\xc3\x9fe", "Größe"),
        ("Die Größe der Mühle überraschte die Gäste sehr.".encode("cp1252"), "Größe"),
    ],
)
def test_charsets(data: bytes, word: str) -> None:
    assert word in plain.read(data, "a.txt").blocks[0].text


def test_mixed_encodings_give_what_can_be_read_and_say_so() -> None:
    document = plain.read("Die Größe der Mühle überraschte.".encode() + b" Gr\xf6\xdfe.", "a.txt")
    assert "Mühle" in document.blocks[0].text
    assert [problem.kind for problem in document.problems] == ["partial_document"]


@pytest.mark.skipif(not SEED.exists(), reason="the seed article lies beside the repository and is not here")
def test_the_seed_article() -> None:
    document = plain.read(SEED.read_bytes(), "article.txt")
    assert [note.label for note in document.notes] == ["i", "ii", "iii", "iv"]
    assert [(mark.label, mark.note) for mark in document.marks] == [("i", 0), ("ii", 1), ("iii", 2), ("iv", 3)]
    assert document.problems == ()


PASTED = {
    "superscripts that lost their place": (
        "It grew.1 “It fell,”2 he said.\n\nEndnotes\n\n1. A book.\n2. Another.",
        [("1", "It grew."), ("2", "It grew. “It fell,”")],
    ),
    "only under a heading": ("It grew.1 It fell.2\n\n1. A book.\n2. Another.", []),
    "only where every note is called": ("See p.1 and fig.2 there.\n\nNotes\n\n1. A.\n2. B.\n3. C.", []),
}


@pytest.mark.parametrize("case", PASTED)
def test_superscripts_pasted_as_plain_text(case: str) -> None:
    text, marks = PASTED[case]
    document = plain.read(text.encode(), "a.txt")
    assert [(m.label, document.blocks[m.block].text[: m.offset]) for m in document.marks] == marks


def test_a_letter_behind_its_label_is_a_word() -> None:
    document = plain.read(b"It grew[a] and fell[b].\n\n[a] A book.\n[b] Another.", "a.txt")
    assert [note.text for note in document.notes] == ["A book.", "Another."]


@pytest.mark.parametrize("line", ["Er sagte: „Wir zahlen nie.“", "Han sagde: »Vi betaler aldrig.«", "لم ندفع قط؟"])
def test_a_line_that_ends_as_a_sentence_is_no_heading(line: str) -> None:
    document = plain.read(f"A mill\n\n{line}\n\nIt rained.\n".encode(), "a.txt")
    assert [block.kind.value for block in document.blocks[:2]] == ["heading", "paragraph"]
