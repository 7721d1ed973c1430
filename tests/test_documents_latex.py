r"""LaTeX: notes in the text, `\bibitem`, and the .bib file beside the article."""

from __future__ import annotations

from pathlib import Path

import pytest

import verifier
from verifier import documents
from verifier.citations import find_all
from verifier.model import Document, NoteKind

BIB = r"""
@string{gazette = "The Port Selm Gazette"}
@article{gates, author = {Marrant, Odile and K{\"u}hn, Ils{\'e}}, title = {Quiet {G}ates \& Loud Ones}, journal = gazette,
  year = 2021, month = mar, url = {https://gazette.example/quiet_gates}, urldate = {2024-10-05}}
@online{sluice, author = {{The River Board}}, title = {The Sluice}, date = {2022-05-01}, howpublished = {\url{https://board.example/sluice}}}
@misc{preprint, title = {On Water}, eprint = {2401.01234}, archiveprefix = {arXiv}}
@online{broken, title = {Never closed
@book{salt, author = {Kern, Ilse and Roke, Anselm and Hask, Teodor}, title = {Salt Roads}, publisher = {Delta Press}, year = 1999, doi = {10.1000/182}}
"""  # fmt: skip


def article(body: str, end: str = r"\bibliography{works}") -> bytes:
    return rf"\documentclass{{article}}\begin{{document}}{body}{end}\end{{document}}".encode()


def read(body: str, end: str = r"\bibliography{works}") -> Document:
    return documents.read(article(body, end), "article.tex", {"works.bib": BIB.encode()})


def calls(document: Document) -> list[tuple[str, str]]:
    """Each mark: the words before it, and the beginning of its note."""
    return [
        (
            document.blocks[m.block].text[: m.offset],
            document.notes[m.note].text[:20] if m.note is not None else "",
        )
        for m in document.marks
    ]


MARKS = {
    "cite": (r"It grew~\cite{gates}.", [("It grew", "Odile Marrant; Ilsé ")]),
    "with a page": (r"It grew \citep[see][p.~3]{gates}.", [("It grew", "Odile Marrant; Ilsé ")]),
    "two works": (r"It grew \cite{gates, sluice}.", [("It grew", "Odile Marrant; Ilsé "), ("It grew", "The River Board. “Th")]),
    "several with pages": (r"It grew \cites[3]{gates}[4]{sluice}.", [("It grew", "Odile Marrant; Ilsé "), ("It grew", "The River Board. “Th")]),
    "the name in the sentence": (r"\textcite{salt} say so.", [("Kern et al.", "Ilse Kern; Anselm Ro")]),
    "natbib's": (r"\citet{sluice} says so.", [("The River Board", "The River Board. “Th")]),
    "a footnote's": (r"It grew.\footcite[4]{gates}", [("It grew.", "Odile Marrant; Ilsé ")]),
    "again": (r"It grew \cite{gates}. It fell \cite{gates}.", [("It grew", "Odile Marrant; Ilsé "), ("It grew. It fell", "Odile Marrant; Ilsé ")]),
    "footnote": (r"It grew.\footnote{A book.}", [("It grew.", "A book.")]),
    "mark and text apart": (r"It grew.\footnotemark\footnotetext{A book.}", [("It grew.", "A book.")]),
    "bibitem": (r"It grew \cite{x}. \begin{thebibliography}{9}\bibitem{x} A book.\end{thebibliography}", [("It grew", "A book.")]),
}  # fmt: skip


@pytest.mark.parametrize("case", MARKS)
def test_marks(case: str) -> None:
    body, expected = MARKS[case]
    assert calls(read(body)) == expected


def test_a_works_fields_are_read_as_fields() -> None:
    document = read(r"It grew \cite{gates,sluice,preprint,salt}.")
    citations, problems = find_all(document)
    assert [n.kind for n in document.notes] == [NoteKind.REFERENCE] * 4
    assert [(c.title, c.author, c.container_title, c.issued, c.accessed, c.url) for c in citations] == [
        ("Quiet Gates & Loud Ones", "Odile Marrant; Ilsé Kühn", "The Port Selm Gazette", "2021-03", "2024-10-05", "https://gazette.example/quiet_gates"),
        ("The Sluice", "The River Board", None, "2022-05-01", None, "https://board.example/sluice"),
        ("On Water", None, None, None, None, "https://arxiv.org/abs/2401.01234"),
        ("Salt Roads", "Ilse Kern; Anselm Roke; Teodor Hask", "Delta Press", "1999", None, "https://doi.org/10.1000/182"),
    ]  # fmt: skip
    assert problems == ()


def test_a_work_in_no_list_is_a_problem() -> None:
    document = read(r"It grew \cite{nobody}.")
    assert [(p.kind, p.label) for p in document.problems] == [("mark_without_note", "nobody")]


def test_parts_in_other_files_are_told() -> None:
    document = read(r"It grew.\input{chapter2}")
    assert any("other files" in p.detail for p in document.problems)


def test_the_bib_file_beside_the_article_is_read(tmp_path: Path) -> None:
    (tmp_path / "refs").mkdir()
    (tmp_path / "refs" / "works.bib").write_text(BIB)
    (tmp_path / "article.tex").write_bytes(article(r"It grew \cite{gates}.", r"\addbibresource{refs/works.bib}"))
    document = verifier.read(tmp_path / "article.tex")
    assert [n.data[0].title for n in document.notes] == ["Quiet Gates & Loud Ones"]


@pytest.mark.parametrize("name", ["../works", "{folder}/works", "link", "missing", "folder.bib", "a" * 1500, "x\0y"])
def test_no_file_outside_the_articles_folder_is_read(name: str, tmp_path: Path) -> None:
    """A stranger's article must not choose which files are opened."""
    folder = tmp_path / "drafts"
    folder.mkdir()
    (folder / "folder.bib").mkdir()
    (tmp_path / "works.bib").write_text(BIB)
    (folder / "link.bib").symlink_to(tmp_path / "works.bib")
    end = rf"\bibliography{{{name.format(folder=tmp_path)}}}"
    (folder / "article.tex").write_bytes(article(r"It grew \cite{gates}.", end))
    document = verifier.read(folder / "article.tex")
    assert document.notes == ()
    assert any(p.kind == "partial_document" for p in document.problems)


def test_the_bib_file_must_not_be_named_in_a_comment() -> None:
    data = article("It grew.", "%\\bibliography{works}\n")
    assert documents.name_companions(data, "article.tex") == ()


@pytest.mark.parametrize(
    "bib",
    ["@" * 100_000, "@a{" * 20_000, "{" * 100_000, "@a{b, c={" + "{" * 50_000, "\n@a{x" * 5_000, "@a{k, t = {x} # {y} # " * 5_000, "\0" * 1000],
)  # fmt: skip
def test_hostile_files_of_works_are_bounded(bib: str) -> None:
    document = documents.read(article(r"It grew \cite{k}."), "article.tex", {"works.bib": bib.encode()})
    assert document.blocks[0].text == "It grew."


def test_the_list_that_latex_wrote_beside_an_article_holds_its_works() -> None:
    printed = rb"\begin{thebibliography}{1}\bibitem{k} A.~Heron. \newblock Lakes, 2020. \end{thebibliography}"
    data = article(r"It grew \cite{k}.\endnote{One.} It fell.\footnote{Two.} \bibliography{works}")
    document = documents.read(data, "papers/article.tex", {"article.bbl": printed})
    assert [(note.label, note.text) for note in document.notes] == [
        ("1", "A. Heron. Lakes, 2020."),
        ("1", "One."),
        ("1", "Two."),
    ]
    assert not document.problems


@pytest.mark.parametrize(
    ("body", "text"),
    [
        (r"He wrote \enquote{it grew \enquote*{fast}}.", "He wrote “it grew ‘fast’”."),
        (r"\footnote{Heron, \quotation{\quote{Lakes} and after}, 2020.}", ""),
        (r"\foreignquote{german}{Er wuchs}, \textcquote[3]{k}{and fell}.", "“Er wuchs”, “and fell”."),
        (r"\enquote nothing", "nothing"),
    ],
)
def test_commands_of_quotations_are_quotation_marks(body: str, text: str) -> None:
    document = documents.read(article(body), "article.tex")
    assert " ".join(block.text for block in document.blocks) == text
    assert [note.text for note in document.notes if note.text.startswith("Heron")] == [
        "Heron, “‘Lakes’ and after”, 2020."
    ] * (not text)
    assert [mark.label for mark in document.marks if mark.note is None] == (["k"] if "cquote" in body else [])
