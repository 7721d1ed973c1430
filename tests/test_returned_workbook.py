"""The workbook of a report comes back: what was decided in it is kept, and of every row that cannot be taken it is said why."""

from __future__ import annotations

import io
import json
import shutil
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from make_archive import make
from sqlite_utils import Database

from verifier import cli
from verifier.errors import OutputError
from verifier.reports.xlsx import AUTHOR, DECISION, HEADS, KEY, REMARK
from verifier.workbook import read_workbook

NAME = "examples/article.md"


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The archive of the example, and the workbook of its report."""
    folder = tmp_path_factory.mktemp("made")
    make(folder / "archive.db")
    cli.run(["report", "-q", "--db", str(folder / "archive.db"), "-o", str(folder / "sources.xlsx")])
    return folder


@pytest.fixture
def desk(made: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in ("archive.db", "sources.xlsx"):
        shutil.copy(made / name, tmp_path)
    monkeypatch.chdir(tmp_path)
    return tmp_path


class Sheet:
    """The workbook in an editor's hands."""

    def __init__(self, path: Path) -> None:
        self.book = openpyxl.load_workbook(path)
        self.cells: Any = self.book.active

    def row(self, note: str) -> int:
        return next(
            r for r in range(2, self.cells.max_row + 1) if self.cells.cell(r, HEADS.index("Note") + 1).value == note
        )

    def write(self, note: str, head: str, value: str) -> Sheet:
        self.cells.cell(self.row(note), HEADS.index(head) + 1).value = value
        return self

    def decide(self, note: str, word: str, remark: str = "") -> Sheet:
        return self.write(note, DECISION, word).write(note, REMARK, remark)


def give_back(edit: Callable[[Sheet], object], path: Path = Path("sources.xlsx")) -> None:
    sheet = Sheet(path)
    edit(sheet)
    sheet.book.save("returned.xlsx")


def take(capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, list[str], str]:
    capsys.readouterr()
    code = cli.run(["decide", "--from", "returned.xlsx", "--by", "Ada", *words])
    out, err = capsys.readouterr()
    return code, out.splitlines(), err


def kept() -> list[tuple[str, ...]]:
    """What the archive keeps, oldest first."""
    rows = Database("archive.db").query("select note, word, decision, remark, decided_by from decisions order by id")
    return [tuple(row.values()) for row in rows]


def reverse(sheet: Sheet) -> None:
    rows = [[cell.value for cell in row] for row in sheet.cells.iter_rows(min_row=2)]
    for number, values in enumerate(reversed(rows), 2):
        for column, value in enumerate(values, 1):
            sheet.cells.cell(number, column).value = value


def columns_in_another_order(sheet: Sheet) -> None:
    for row in sheet.cells.iter_rows():
        values = [cell.value for cell in row]
        for cell, value in zip(row, reversed(values), strict=True):
            cell.value = value


def two(sheet: Sheet) -> Sheet:
    return sheet.decide("3", "accept", "In print it is so.").decide("12", "reject")


# What is done to the workbook once two rows were decided; whether it matters.
MOVES: dict[str, Callable[[Sheet], object]] = {
    "nothing": two,
    "rows sorted": reverse,
    "columns moved": columns_in_another_order,
    "other rows removed": lambda sheet: sheet.cells.delete_rows(sheet.row("7"), 2),
    "rows put in between": lambda sheet: sheet.cells.insert_rows(4, 3),
    "a line above the heads": lambda sheet: sheet.cells.insert_rows(1, 2),
    "another sheet in front": lambda sheet: sheet.book.create_sheet("Mine", 0),
    "words in capitals and blanks": lambda sheet: sheet.write("3", DECISION, " Accept "),
    "the notes numbered by hand": lambda sheet: sheet.write("3", "Note", "iii"),
}  # fmt: skip


@pytest.mark.parametrize("move", MOVES)
def test_a_row_is_known_wherever_it_stands(move: str, desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    def edit(sheet: Sheet) -> None:
        two(sheet)
        MOVES[move](sheet)

    give_back(edit)
    code, lines, err = take(capsys)
    assert code == 0, err
    assert sorted(kept()) == [
        ("12", "parked", "rejected", "", "Ada"),
        ("3", "altered", "accepted", "In print it is so.", "Ada"),
    ]
    missing = ", 2 of the newest report not in the workbook" if move == "other rows removed" else ""
    blank = 11 if missing else 13
    assert lines[-1] == f"Rows: 1 accepted, 1 rejected kept, {blank} without a decision{missing}."


def test_what_is_in_a_workbook_is_kept_once(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    give_back(two)
    take(capsys)
    code, lines, _ = take(capsys)
    assert (code, lines) == (0, ["Rows: nothing kept, 2 decided so before, 13 without a decision."])
    assert len(kept()) == 2


def test_a_report_gives_what_was_decided_into_its_workbook(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    give_back(two)
    take(capsys)
    cli.run(["report", "-q", "-o", "again.xlsx"])
    again = Sheet(Path("again.xlsx"))
    cells = [again.cells.cell(again.row("3"), HEADS.index(head) + 1).value for head in (DECISION, REMARK)]
    assert cells == ["accept", "In print it is so."]
    give_back(lambda sheet: sheet.decide("3", "reject", "It is not in print."), Path("again.xlsx"))
    assert take(capsys)[1][-1] == "Rows: 1 rejected kept, 1 decided so before, 13 without a decision."


def test_the_cells_of_decisions_offer_what_there_is(desk: Path) -> None:
    [offered] = Sheet(Path("sources.xlsx")).cells.data_validations.dataValidation
    assert offered.formula1 == '"accept,reject,remark"'
    assert (
        str(offered.sqref)
        == f"{openpyxl.utils.get_column_letter(HEADS.index(DECISION) + 1)}2:{openpyxl.utils.get_column_letter(HEADS.index(DECISION) + 1)}16"
    )


def test_remarks_and_the_author_s_answers_are_kept(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    def edit(sheet: Sheet) -> None:
        sheet.write("7", AUTHOR, "I heard him say it.")
        sheet.decide("4", "reject", "Add the “not”.")
        sheet.write("4", AUTHOR, "Oh dear.")

    give_back(edit)
    assert take(capsys)[0] == 0
    assert sorted(kept()) == [
        ("4", "altered", "rejected", "Add the “not”.; The author: Oh dear.", "Ada"),
        ("7", "not_found", "remark", "The author: I heard him say it.", "Ada"),
    ]


def copy_of_row_3(sheet: Sheet) -> None:
    sheet.decide("3", "accept")
    values = [cell.value for cell in sheet.cells[sheet.row("3")]]
    values[HEADS.index(DECISION)] = "reject"
    sheet.cells.append(values)


# What cannot be taken: how the workbook came back, and what is said of the row.
ROWS: dict[str, tuple[Callable[[Sheet], object], str]] = {
    "no decision": (lambda s: s.decide("3", "maybe"), "“maybe” is no decision; write accept, reject or remark"),
    "a remark without words": (lambda s: s.decide("3", "remark"), "a remark needs words"),
    "a key that was changed": (lambda s: (s.decide("3", "accept"), s.write("3", KEY, "3")), "its key is missing or was changed"),
    "a key that was removed": (lambda s: (s.decide("3", "accept"), s.write("3", KEY, "")), "its key is missing or was changed"),
    "another key": (lambda s: (s.decide("3", "accept"), s.write("3", KEY, "a-b-c")), "it is about an article (examples/article.md) that this archive does not hold"),
    "nothing to decide": (lambda s: s.decide("1", "accept"), "nothing of this source needs a decision"),
    "two rows that contradict each other": (copy_of_row_3, "row 17 says something else of the same finding"),
}  # fmt: skip


@pytest.mark.parametrize("case", ROWS)
def test_of_a_row_that_cannot_be_taken_it_is_said_why(
    case: str, desk: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    edit, said = ROWS[case]
    give_back(lambda sheet: (sheet.decide("12", "reject"), edit(sheet)))
    code, lines, err = take(capsys)
    assert code == 1, err
    assert any(said in line and line.startswith("row ") for line in lines), lines
    assert kept() == [("12", "parked", "rejected", "", "Ada")], "the other rows are taken"
    assert "not taken" in lines[-1]


def test_what_changed_or_is_gone_since_is_not_decided(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The source of one finding says something else now, the sentence of another is mended."""
    give_back(lambda sheet: (two(sheet), sheet.decide("8", "accept"), sheet.decide("4", "accept")))
    Path("examples").mkdir()
    root = Path(__file__).resolve().parents[1] / "examples"
    text = (root / "article.md").read_text("utf-8").replace("opened in 2019", "opened in 2021")
    Path(NAME).write_text(
        text.replace("In its reply to the union it wrote that", "It never kept its promise that"), "utf-8"
    )
    cli.run(["check", "-q", NAME, "--replay", str(root / "sources.warc.gz")])
    code, lines, _ = take(capsys)
    assert code == 1
    assert "row 9: nothing was kept: the newest check does not find this any more" in lines
    assert (
        "row 5: nothing was kept: the sentence, the source or the rules changed since the workbook was written; look again"
        in lines
    )
    assert [row[0] for row in kept()] == ["3", "12"]


def test_the_workbook_of_another_article_is_refused_where_one_is_named(
    desk: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    give_back(two)
    code, lines, _ = take(capsys, "--document", "b.md")
    assert code == 1
    assert f"row 4: nothing was kept: it is about another article, {NAME}" in lines
    assert kept() == []
    assert take(capsys, "--document", NAME)[0] == 0


def zipped(parts: dict[str, bytes]) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return packed.getvalue()


def foreign() -> bytes:
    book, packed = openpyxl.Workbook(), io.BytesIO()
    book.active.append(["Name", "Sum"])
    book.save(packed)
    return packed.getvalue()


FILES: dict[str, tuple[Callable[[], bytes], str]] = {
    "a workbook of others": (foreign, "is no workbook of verifier: no sheet has the columns Decision, Remark, Key"),
    "a text": (lambda: b"Note;Decision\n3;accept\n", "is no workbook (.xlsx), or it is damaged"),
    "nothing": (lambda: b"", "is no workbook (.xlsx), or it is damaged"),
    "another package": (lambda: zipped({"word/document.xml": b"<w/>"}), "is no workbook (.xlsx), or it is damaged"),
    "half a file": (lambda: foreign()[:2000], "is no workbook (.xlsx), or it is damaged"),
    "a bomb": (lambda: zipped({"xl/workbook.xml": b" " * 90_000_000}), "is no workbook (.xlsx), or it is damaged"),
    "entities": (
        lambda: zipped({"xl/workbook.xml": b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'}),
        "it declares entities",
    ),
}


@pytest.mark.parametrize("case", FILES)
def test_a_file_that_is_no_workbook_of_ours_is_refused(
    case: str, desk: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    make_file, said = FILES[case]
    Path("returned.xlsx").write_bytes(make_file())
    code, lines, err = take(capsys)
    assert (code, lines) == (2, [])
    assert said in err
    assert "hint: " in err


def test_without_openpyxl_it_is_said_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "openpyxl", None)
    with pytest.raises(OutputError, match="needs openpyxl"):
        read_workbook(foreign(), "a.xlsx", (KEY,))


def test_formulas_and_numbers_are_words() -> None:
    book, packed = openpyxl.Workbook(), io.BytesIO()
    for row in ([KEY, DECISION], [12.5, "=1+1"], [None, None], ["a-b-c", " accept "]):
        book.active.append(row)
    book.save(packed)
    rows = read_workbook(packed.getvalue(), "a.xlsx", (KEY, DECISION))
    assert [(number, row[KEY], row[DECISION]) for number, row in rows] == [(2, "12.5", ""), (4, "a-b-c", "accept")]


def test_what_was_decided_is_in_the_json_beside_its_finding(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    give_back(two)
    take(capsys)
    cli.run(["report", "-f", "json"])
    told = json.loads(capsys.readouterr().out)
    said = {f["note"]: f["decision"] for f in told["findings"] if f["decision"]} | {
        c["note"]: c["decision"] for c in told["citations"] if c["decision"]
    }
    assert {note: (d["decision"], d["remark"], d["by"], d["stale"]) for note, d in said.items()} == {
        "3": ("accepted", "In print it is so.", "Ada", False),
        "12": ("rejected", "", "Ada", False),
    }
    assert [s["note"] for s in told["settled"]] == ["3"], "what was rejected is open"
