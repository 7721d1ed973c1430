"""`verifier archive` of lists: files of addresses, tables, standard input."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from verifier import cli
from verifier.commands.reading import read_targets
from verifier.lists import find_list
from verifier.model import Failure, Fetch, Fetched, Link, LinkStatus, PlanName, Request
from verifier.reports.text import fetched

A, B = "https://a.example/x", "https://b.example/y?z=1"
LISTS: dict[str, tuple[str, str, tuple[str, ...], tuple[str, ...]]] = {
    "lines": ("urls.txt", f"{A}\n{B}\n", (A, B), ()),
    "remarks, doubles, blank lines": ("urls.txt", f"# sources\n\n{A}\n{A}\n  {B}  \n", (A, B), ()),
    "brackets and quotation marks": ("urls", f'<{A}>\n"{B}"\n', (A, B), ()),
    "a line that is none": ("urls.txt", f"{A}\nthe minutes\n{B}\n", (A, B), ("the minutes",)),
    "a table": ("t.csv", f'title,address\n"Gates, quiet",{A}\nMills,{B}\n', (A, B), ()),
    "a table with semicolons": ("t.csv", f"Titel;Adresse\nTore;{A}\nMühlen;\n", (A,), ("Mühlen;",)),
    "a table with tabs": ("t.tsv", f"Gates\t{A}\nMills\t{B}\n", (A, B), ()),
    "windows-1252, CRLF": ("urls.txt", f"{A}\r\n{B}\r\n# für später\r\n", (A, B), ()),
}


@pytest.mark.parametrize("case", LISTS)
def test_lists_of_addresses(case: str) -> None:
    name, text, addresses, left_out = LISTS[case]
    found = find_list(text.encode("cp1252"), name)
    assert found is not None
    assert (found.addresses, found.left_out) == (addresses, left_out)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "\n# only a remark\n",
        "It grew.\n",
        f"The gates stayed open.[1]\n\n[1] Gates, {A}\n",
        f"See {A}\nand {B} too\n",
        "%PDF-1.7\n" + A,
    ],
)
def test_articles_are_no_lists(text: str) -> None:
    assert find_list(text.encode(), "article.txt") is None


@pytest.mark.parametrize(
    "text",
    [f"Gates, quiet: {A}\nMills, loud: {B}\n", f"the minutes\n{A}\n{B} (seen in May)\nand more of it\nand more\n"],
)
def test_of_a_text_without_notes_all_addresses_are_taken(text: str, tmp_path: Path) -> None:
    (tmp_path / "titles.txt").write_text(text, encoding="utf-8")
    articles, addresses, _ = read_targets([str(tmp_path / "titles.txt")], nobody, links=False)
    assert (articles, addresses) == ([], [A, B])


def nobody(request: Request) -> Failure:
    raise AssertionError(f"nothing is to be asked: {request.url}")


def test_many_that_are_there_are_a_number() -> None:
    at = datetime(2025, 6, 2, tzinfo=UTC)
    ok, gone = (
        LinkStatus(Link.OK, "status_200", "The page is there."),
        LinkStatus(Link.GONE, "status_404", "It is not there."),
    )
    fetches = [Fetch(f"https://a.example/{n}", at, PlanName.LIVE, ok) for n in range(21)]
    written = fetched(Fetched((*fetches, Fetch(B, at, PlanName.LIVE, gone)), finished=True, looked=True)).splitlines()
    assert written == [
        f"✗ page is gone  {B}  It is not there.",
        "✓ 21 more, of which nothing is to be said",
        "22 addresses: 21 found, 1 lost, 0 that nobody can tell.",
    ]


def run(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    with pytest.raises(SystemExit) as ended:
        cli.main(["archive", *arguments])
    said = capsys.readouterr()
    return int(ended.value.code or 0), said.out, said.err


def test_a_list_is_archived_with_a_total(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("urls.txt").write_text(f"{A}\nthe minutes\n{B}\n", encoding="utf-8")
    code, out, err = run(capsys, "urls.txt", "https://c.example/", "--offline")
    assert code == 3
    assert "3 addresses: 0 found, 0 lost, 3 that nobody can tell." in out
    assert "left out" in err
    assert "the minutes" in err


def test_nothing_to_archive_is_an_error(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("plain.txt").write_text("It grew, and nothing is cited.\n", encoding="utf-8")
    code, out, err = run(capsys, "plain.txt", "--offline")
    assert (code, out) == (2, "")
    assert "No addresses were found" in err
    assert "hint:" in err
