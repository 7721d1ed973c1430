"""Reports in the tools that people work in: Word comments in the author's own file, a workbook, CSV that Excel reads."""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Callable
from contextlib import nullcontext
from pathlib import Path
from typing import Any

import docx
import openpyxl
import pytest
from support.program import verifier
from support.reports import report_about, written
from support.sites import Asked, Reply, Site

from verifier.commands.printing import Printer, write_file
from verifier.errors import OutputError
from verifier.reports import Kind, formatter
from verifier.reports.word.story import find_all
from verifier.reports.xlsx import HEADS

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
PAGE = "<html><head><title>Gates</title></head><body><article><p>{}</p></article></body></html>"
TEXT = "The old gates were closed for three winters and 1,200 boats went round by the mill."
NOTES = ("“Gates”, {}/a", "“Gates”, {}/b", "“Mill”, {}/gone")


def run(text: str, form: str = "") -> str:
    return f'<w:r>{f"<w:rPr>{form}</w:rPr>" if form else ""}<w:t xml:space="preserve">{text}</w:t></w:r>'


def call(number: int) -> str:
    return f'<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:footnoteReference w:id="{number}"/></w:r>'


BODY = (
    "<w:p>"
    + run("It was cold. The report says that ") + run("“1,700 boats went", "<w:b/>") + run(" round by the mill”.") + call(1)
    + run(" It also says that “gates were closed for three winters”.") + call(2)
    + '<w:del w:id="90" w:author="Ada"><w:r><w:delText> Gone.</w:delText></w:r></w:del>'
    + '<w:ins w:id="91" w:author="Ada">' + run(" The mill was sold.") + "</w:ins>" + call(3) + run(" The end.")
    + "</w:p>"
)  # fmt: skip
TYPES = """<?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>
<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>
<Override PartName="/word/footnotes.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"/></Types>"""
RELATED = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"


def word_file(base: str, body: str = BODY) -> bytes:
    """A Word file with three notes, formatting and tracked changes."""
    notes = "".join(
        f'<w:footnote w:id="{i}"><w:p><w:r><w:footnoteRef/></w:r>{run(" " + text.format(base))}</w:p></w:footnote>'
        for i, text in enumerate(NOTES, 1)
    )
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("[Content_Types].xml", TYPES)
        archive.writestr(
            "_rels/.rels",
            f'<Relationships xmlns="{PACKAGE}"><Relationship Id="r1" Type="{RELATED}/officeDocument" Target="word/document.xml"/></Relationships>',
        )
        archive.writestr("word/document.xml", f'<w:document xmlns:w="{W}"><w:body>{body}</w:body></w:document>')
        archive.writestr("word/footnotes.xml", f'<w:footnotes xmlns:w="{W}">{notes}</w:footnotes>')
        archive.writestr(
            "word/_rels/document.xml.rels",
            f'<Relationships xmlns="{PACKAGE}"><Relationship Id="r9" Type="{RELATED}/footnotes" Target="footnotes.xml"/></Relationships>',
        )
    return packed.getvalue()


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder in which a Word file was checked into comments and a workbook."""
    folder = tmp_path_factory.mktemp("desk")

    def answer(asked: Asked) -> Reply:
        return Reply(b"", 404) if asked.path == "/gone" else Reply(PAGE.format(TEXT).encode())

    with Site(answer) as site:
        (folder / "draft.docx").write_bytes(word_file(site.base))
        done = verifier(
            "check", "draft.docx", "--quiet", "-o", "comments.docx", "-o", "sources.xlsx", "-o", "rows.csv",
            "--allow-private", "127.0.0.1", "--memento", "never", cwd=folder,
        )  # fmt: skip
    assert done.returncode == 1, done.stderr.decode()
    return folder


def commented(document: Any) -> dict[str, str]:
    """The words that each comment stands at, by its first line."""
    found: dict[str, str] = {}
    texts = {str(c.comment_id): c.text.split("\n")[0] for c in document.comments}
    open_: dict[str, list[str]] = {}
    for element in document.element.body.iter():
        tag, key = str(element.tag).rpartition("}")[2], element.get(f"{{{W}}}id")
        if tag == "commentRangeStart":
            open_[key] = []
        elif tag == "commentRangeEnd":
            found[texts[key]] = "".join(open_.pop(key))
        elif tag in ("t", "footnoteReference"):
            for words in open_.values():
                words.append(element.text or f"<{key}>")
    return found


def test_each_comment_stands_at_the_claim_that_it_is_about(desk: Path) -> None:
    document = docx.Document(str(desk / "comments.docx"))
    assert commented(document) == {
        "✗ number differs [1]": "The report says that “1,700 boats went round by the mill”.",
        "✗ page is gone [3]": "<3>",
    }
    said = {c.text.split("\n")[0]: c.text for c in document.comments}["✗ number differs [1]"]
    assert "Source: “1,200 boats went round by the mill”" in said
    assert "Write what the source says" in said
    assert {c.author for c in document.comments} == {"verifier"}


def test_nothing_else_of_the_file_is_changed(desk: Path) -> None:
    before, after = (docx.Document(str(desk / name)).element.body for name in ("draft.docx", "comments.docx"))

    def pieces(body: Any) -> list[tuple[str, str, str]]:
        """Each shown or deleted character with its form, and each reference."""
        found = []
        for run_ in body.iter(f"{{{W}}}r"):
            form = run_.find(f"{{{W}}}rPr")
            dress = "" if form is None else "".join(sorted(str(f.tag) for f in form))
            if run_.find(f"{{{W}}}commentReference") is not None:
                continue
            for child in run_:
                tag = str(child.tag).rpartition("}")[2]
                if tag in ("t", "delText"):
                    found += [(tag, sign, dress) for sign in child.text or ""]
                elif tag != "rPr":
                    found.append((tag, child.get(f"{{{W}}}id") or "", dress))
        return found

    assert pieces(after) == pieces(before)
    for tag in ("ins", "del"):
        assert [e.get(f"{{{W}}}author") for e in after.iter(f"{{{W}}}{tag}")] == ["Ada"]
    parts = {name: zipfile.ZipFile(desk / name) for name in ("draft.docx", "comments.docx")}
    assert "1,200" not in parts["comments.docx"].read("word/document.xml").decode()
    assert parts["comments.docx"].read("word/footnotes.xml").count(b"<w:footnote ") == 3
    again = verifier("extract", "comments.docx", "-f", "json", cwd=desk)
    first = verifier("extract", "draft.docx", "-f", "json", cwd=desk)
    names = (b"comments.docx", b"draft.docx")
    read = [
        [line for line in out.stdout.splitlines() if b"sha256" not in line and not any(n in line for n in names)]
        for out in (again, first)
    ]
    assert read[0] == read[1]


WRONG: dict[str, tuple[list[str], str]] = {
    "over the article itself": (["check", "draft.docx", "-o", "./draft.docx"], "draft.docx is the article itself"),
    "no Word file": (["check", "plain.md", "-o", "x.docx"], "plain.md is no Word file"),
    "several": (["check", "plain.md", "draft.docx", "-o", "x.docx"], "one Word file at a time"),
    "changed since": (["report", "changed.docx", "-o", "x.docx"], "was changed since it was checked"),
    "not there any more": (["report", "away.docx", "-o", "x.docx"], "is not there any more"),
}


@pytest.mark.parametrize("case", WRONG)
def test_what_cannot_be_commented_is_said(case: str, desk: Path) -> None:
    arguments, said = WRONG[case]
    (desk / "plain.md").write_text("It grew.[^1]\n\n[^1]: “Growth”, https://a.example/\n")
    for name in ("changed.docx", "away.docx"):
        (desk / name).write_bytes((desk / "draft.docx").read_bytes())
        if arguments[0] == "report":
            verifier("check", name, "--offline", "--quiet", cwd=desk)
    (desk / "changed.docx").write_bytes(word_file("https://a.example", BODY.replace("cold", "warm")))
    (desk / "away.docx").unlink()
    before = (desk / "draft.docx").read_bytes()
    done = verifier(*arguments, "--offline", cwd=desk) if arguments[0] == "check" else verifier(*arguments, cwd=desk)
    assert done.returncode == 2
    assert said in done.stderr.decode()
    assert "hint:" in done.stderr.decode()
    assert not (desk / "x.docx").exists()
    assert (desk / "draft.docx").read_bytes() == before


def workbook() -> bytes:
    book, out = openpyxl.Workbook(), io.BytesIO()
    book.save(out)
    return out.getvalue()


def ours(path: Path) -> None:
    write_file(path, workbook())


def saved_anew(path: Path) -> None:
    ours(path)
    openpyxl.load_workbook(path).save(path)


SPARED: dict[str, tuple[str, Callable[[Path], object], bool]] = {
    "nothing there": ("a.docx", Path.exists, False),
    "an empty file": ("a.docx", lambda path: path.touch(), False),
    "somebody's Word file": ("a.docx", lambda path: path.write_bytes(word_file("https://a.example", BODY)), True),
    "somebody's damaged file": ("a.docx", lambda path: path.write_bytes(b"PK"), True),
    "our workbook": ("a.xlsx", ours, False),
    "our workbook, saved by somebody": ("a.xlsx", saved_anew, True),
    "somebody's page": ("a.html", lambda path: path.write_text("<title>Growth</title>"), True),
    "our page": ("a.html", lambda path: path.write_text('<meta name="generator" content="verifier">'), False),
    "lines": ("a.csv", lambda path: path.write_text("a,b"), False),
}  # fmt: skip


@pytest.mark.parametrize("case", SPARED)
def test_what_somebody_worked_in_is_not_written_over(case: str, tmp_path: Path) -> None:
    name, make, spared = SPARED[case]
    make(tmp_path / name)
    Printer(Kind.CHECK, "text", [tmp_path / name], over=True)
    with pytest.raises(OutputError, match="somebody else") if spared else nullcontext():
        Printer(Kind.CHECK, "text", [tmp_path / name], over=False)


@pytest.mark.parametrize(
    ("text", "words", "found"),
    [
        ("It grew. It fell.", "It fell.", "It fell."),
        ("It  grew\nfast. It fell.", "It grew fast.", "It  grew\nfast."),
        ("It\u00a0grew.", "It grew.", "It\u00a0grew."),
        ("It grew.", "It fell.", None),
        ("", "It", None),
    ],
)
def test_words_are_found_whatever_blanks_a_file_has(text: str, words: str, found: str | None) -> None:
    places = find_all(text, [words])
    assert (text[slice(*places[0])] if places else None) == found


def test_a_workbook_has_a_row_for_each_source_of_each_note(desk: Path) -> None:
    sheet = openpyxl.load_workbook(desk / "sources.xlsx").active
    rows = list(sheet.iter_rows(values_only=True))
    assert rows[0] == HEADS
    assert [(row[1], row[3]) for row in rows[1:]] == [
        ("1", "✗ number differs"), ("2", "✓ word for word"), ("3", "✗ page is gone"),
    ]  # fmt: skip
    assert sheet.freeze_panes
    assert sheet.auto_filter.ref
    assert sheet.cell(2, HEADS.index("Address") + 1).hyperlink is not None
    # Printed legibly: on several pages across, each with the number of the note, and without the keys.
    assert (sheet.page_setup.fitToHeight, sheet.page_setup.fitToWidth) == (0, 2)
    assert sheet.print_area == "'Sources'!$A$1:$P$4"
    assert sheet.print_title_cols == "$A:$B"


@pytest.mark.parametrize("words", ["=1+1", "+1", "-1", "@x", "\t=1+1", "=cmd|' /C calc'!A0"])
def test_no_cell_of_a_workbook_is_a_formula(words: str) -> None:
    data = formatter(Kind.CHECK, "xlsx")([report_about(words)])
    assert isinstance(data, bytes)
    book = openpyxl.load_workbook(io.BytesIO(data))
    assert {cell.data_type for row in book.active.iter_rows() for cell in row} <= {"s", "n", "inlineStr"}


def test_excel_takes_a_table_as_what_it_is(desk: Path) -> None:
    raw = (desk / "rows.csv").read_bytes()
    assert raw.startswith(b"\xef\xbb\xbf")
    rows = list(csv.DictReader(io.StringIO(raw.decode("utf-8-sig"))))
    gone = [row for row in rows if row["link"] == "gone"]
    assert {row["answer_severity"] for row in gone} == {"problem"}


def test_without_the_extra_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    import sys  # noqa: PLC0415

    monkeypatch.setitem(sys.modules, "xlsxwriter", None)
    with pytest.raises(OutputError, match="needs XlsxWriter") as raised:
        written(Kind.CHECK, "xlsx", [report_about("words")])
    assert "pipx inject verifier XlsxWriter" in raised.value.hint
