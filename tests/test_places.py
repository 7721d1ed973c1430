"""The line and column of each mark in the file: in every format that has lines, and nowhere a guess."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support.limits import cpu_limit
from test_documents_docx import paragraph, run
from test_documents_docx import read as read_docx

from verifier.documents.places import align, place_marks
from verifier.library import read_bytes
from verifier.model import Block, Document, Mark

HERE = "‸"  # in the files below: a mark begins behind it
TAIL_MD = (
    "\n\n[^1]: One, https://site.example/1\n[^2]: Two, https://site.example/2\n[^wb]: Three, https://site.example/3\n"
)
TAIL_TXT = "\n\nNotes\n\n[1] One, https://site.example/1\n[2] Two, https://site.example/2\n"


def page(body: str, head: str = "<title>The gates were closed in May</title>") -> str:
    notes = "".join(f'<li id="n{n}"><a href="#r{n}">↑</a> Note {n}, https://site.example/{n}</li>' for n in (1, 2))
    return (
        f"<!doctype html><html><head>{head}</head><body>\n<article>\n{body}</article>\n<ol>{notes}</ol></body></html>"
    )


def call(number: int) -> str:
    return f'<sup id="r{number}"><a href="#n{number}">{number}</a></sup>'


FILES = {
    "behind a full stop": ("a.md", f"# Gates\n\nThe gates were closed in May.{HERE}[^1] They\nopened again{HERE}[^2] in June." + TAIL_MD),
    "behind emphasis and quotation marks": (
        "a.md", f"The gates were *closed in May*.{HERE}[^1] She said “they open *again*.”{HERE}[^2]" + TAIL_MD,
    ),
    "two together, one with a name": ("a.md", f"The gates were closed in May.{HERE}[^1]{HERE}[^2] Then came {HERE}[^wb] snow." + TAIL_MD),
    "two that are named, together": (
        "a.md", f"The gates were closed in May.{HERE}[^north]{HERE}[^south]\n\n[^north]: One, https://a.example/1\n[^south]: Two, https://a.example/2\n",
    ),
    "a note whose words go on as the text does": (
        "a.md", f"It is proposed as a new separate plan.{HERE}[^new-plan]\n\nPlan two is old.{HERE}[^2]\n\n[^new-plan]: A.\n[^2]: B.\n",
    ),
    "lines of Windows, letters of two bytes": ("a.md", f"Die Tür\r\nwar größer geworden.{HERE}[^1] Später\r\nnoch öfter.{HERE}[^2]" + TAIL_MD),
    "lists, quotations and tables": (
        "a.md", f"- one thing{HERE}[^1]\n- another thing\n\n> They closed\n> in May.{HERE}[^2]\n\n| a | b |\n|---|---|\n| x | yes{HERE}[^wb] |\n" + TAIL_MD,
    ),
    "front matter that says the same": (
        "a.md", f"---\ntitle: The gates were closed in May\n---\n\nThe gates were closed in May.{HERE}[^1]\n" + TAIL_MD,
    ),
    "sentences that come twice": (
        "a.md", f"The gates were closed in May.{HERE}[^1]\n\nThe gates were closed in May.{HERE}[^2]\n" + TAIL_MD,
    ),
    "links are where their words are": (
        "a.md", f"The gates were [{HERE}closed in May](https://a.example/1). They [{HERE}opened again][x] in June.\n\n[x]: https://a.example/2\n",
    ),
    "plain text": ("a.txt", f"The gates were closed in May.{HERE}[1]\nThey opened again{HERE}[2] in June." + TAIL_TXT),
    "Chinese": ("a.txt", f"大门在五月关闭。{HERE}[1] 六月{HERE}[2]重新开放。" + TAIL_TXT),
    "raised figures": ("a.txt", f"The gates were closed in May.{HERE}¹\nThey opened again{HERE}² in June.\n\n¹ One, https://site.example/1\n² Two, https://site.example/2\n"),
    "a page": ("a.html", page(f"<p>The gates <em>were\n closed</em> in May.{HERE}{call(1)}</p>\n<p>They &ldquo;opened again&rdquo;{HERE}{call(2)}</p>")),
    "a page whose head and data say the same": (
        "a.html",
        page(
            f"<p>The gates were closed in May.{HERE}{call(1)}</p>\n<p>They opened again in June.{HERE}{call(2)}</p>",
            '<script type="application/ld+json">{"articleBody": "The gates were closed in May. They opened again in June."}</script>',
        ),
    ),
    "a page with letters as entities": (
        "a.html", page(f"<p>Die T&uuml;r war gr&ouml;&szlig;er.{HERE}{call(1)} Sp&auml;ter gr&uuml;n.{HERE}{call(2)}</p>"),
    ),
    "LaTeX": (
        "a.tex", "\\documentclass{article}\n\\begin{document}\n\\section{Gates}\nThe gates were \\emph{closed in May}."
        f"{HERE}\\footnote{{One, \\url{{https://site.example/1}}}} They\nopened again.{HERE}\\footnote{{Two.}}\n\\end{{document}}\n",
    ),
    "reStructuredText": (
        "a.rst", f"Gates\n=====\n\nThe gates were *closed* in May. {HERE}[1]_\nThey opened again {HERE}[#two]_ in June.\n\n"
        ".. [1] One, https://site.example/1\n.. [#two] Two, https://site.example/2\n",
    ),
    "a wiki": (
        "a.wiki", f"== Gates ==\nThe '''gates''' were [[closure|closed]] in May.{HERE}<ref>One, https://site.example/1</ref>\n"
        f'They opened again.{HERE}<ref name="b">Two, https://site.example/2</ref>\n\n<references />\n',
    ),
}  # fmt: skip


def expected(marked: str) -> list[tuple[int, int]]:
    """Lines and columns of the signs, as an editor counts them when they are gone."""
    places, text = [], ""
    for part in marked.split(HERE)[:-1]:
        text += part
        lines = re.split(r"\r\n|\n", text)
        places.append((len(lines), len(lines[-1]) + 1))
    return places


@pytest.mark.parametrize("case", FILES)
def test_a_mark_is_where_it_stands_in_the_file(case: str) -> None:
    name, marked = FILES[case]
    document = read_bytes(marked.replace(HERE, "").encode(), name)
    assert [(mark.line, mark.column) for mark in document.marks] == expected(marked)


@pytest.mark.parametrize("codec", ["utf-8-sig", "utf-16", "cp1252"])
def test_columns_are_of_characters_whatever_the_charset(codec: str) -> None:
    marked = f"Die Tür war größer geworden.{HERE}[1]\nUnd später noch öfter.{HERE}[2]" + TAIL_TXT
    document = read_bytes(marked.replace(HERE, "").encode(codec), "a.txt")
    assert [(mark.line, mark.column) for mark in document.marks] == expected(marked)


def test_formats_without_lines_have_none() -> None:
    document = read_docx(
        paragraph(run("The gates were closed in May.[1]")), paragraph(run("[1] One, https://site.example/1"))
    )
    assert [(mark.line, mark.column) for mark in document.marks] == [(None, None)]


HOSTILE = {
    "scripts": "<script>",
    "comments": "<!--",
    "tags": "<a ",
    "one word": "a ",
    "entities": "&uuml;",
    "labels": "[1] ",
}


@pytest.mark.parametrize("case", HOSTILE)
def test_files_that_nobody_writes_cost_no_hour(case: str) -> None:
    blocks = tuple(Block(f"The gates were closed in May {number} at noon.") for number in range(1000))
    marks = tuple(Mark("1", None, number, 20) for number in range(1000))
    document = Document("a", "html", None, None, blocks, (), marks)
    with cpu_limit(60):
        place_marks(document, (HOSTILE[case] * 100_000).encode())


WORDS = st.sampled_from("gates river May June closed opened the a of and was delta salt snow 1911 12".split())
SENTENCES = st.lists(st.lists(WORDS, min_size=2, max_size=12), min_size=1, max_size=12)


@settings(max_examples=60, deadline=None)
@given(SENTENCES, st.integers(0, 3))
def test_marks_of_any_text_are_on_their_line(sentences: list[list[str]], every: int) -> None:
    lines = [f"The {' '.join(words)} end.{HERE}[^{n}]" for n, words in enumerate(sentences, 1)]
    notes = [f"[^{n}]: Note {n}, https://site.example/{n}" for n in range(1, len(lines) + 1)]
    marked = ("\n\n" if every else "\n").join(lines) + "\n\n" + "\n".join(notes) + "\n"
    document = read_bytes(marked.replace(HERE, "").encode(), "a.md")
    assert [(mark.line, mark.column) for mark in document.marks] == expected(marked)


@given(st.lists(WORDS), st.lists(WORDS))
def test_words_are_laid_beside_equal_words_in_one_order(body: list[str], file: list[str]) -> None:
    at = align(body, file)
    assert all(body[b] == file[f] for b, f in at.items())
    assert sorted(at.values()) == list(at.values())
    assert len(set(at.values())) == len(at)
