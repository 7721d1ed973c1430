"""The program as a person runs it: exit codes, errors with hints, no traceback, a quick start."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Annotated

import pytest
import typer
from support.limits import HANG
from support.program import verifier

from verifier import cli
from verifier.commands import VERBS
from verifier.commands.groups import spread
from verifier.commands.network import ReachOrNot, open_network
from verifier.dispatch import SPACING
from verifier.documents import READERS
from verifier.fetching import PLANS
from verifier.judges import judge_names
from verifier.reports import FORMATS

EXAMPLES = Path(__file__).resolve().parents[1] / "examples"
NOTE = "\n\n[1] “A Title”, Site, https://site.example/a, (Access Date: 05.10.2024).\n"


def test_help_loads_nothing_heavy(tmp_path: Path) -> None:
    code = (
        "import sys\nfrom verifier import cli\nassert cli.run(['--help']) == 0\n"
        "heavy = {'requests', 'trafilatura', 'bs4', 'sqlite_utils', 'rich', 'lxml', 'jinja2', 'sqlite3'} & set(sys.modules)\n"
        "assert not heavy, heavy\n"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=tmp_path, capture_output=True, timeout=HANG, check=False)
    assert done.returncode == 0, done.stderr.decode()


@pytest.mark.parametrize("verb", VERBS)
def test_every_verb_has_help(verb: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.run([verb, "--help"]) == 0
    out = capsys.readouterr().out
    assert f"verifier {verb}" in out
    assert not re.search(r"<(?:list\[|str>|path>|Path>)|\[\[|\{", out), (
        "no names of types, and brackets once, whichever typer"
    )


@dataclass(frozen=True)
class Pair:
    """A group of options."""

    fixed: int = 3
    names: Annotated[list[str], typer.Option("--name")] = field(default_factory=list)
    loud: Annotated[bool, typer.Option("--loud")] = False


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (["w"], ("w", Pair(3, [], False), 1)),
        (["w", "--loud", "--name", "a", "--name", "b", "--times", "2"], ("w", Pair(3, ["a", "b"], True), 2)),
    ],
)
def test_a_group_of_options_arrives_as_one_value(arguments: list[str], expected: tuple[str, Pair, int]) -> None:
    taken: list[tuple[str, Pair, int]] = []

    def verb(word: str, *, pair: Pair, times: int = 1) -> None:
        taken.append((word, pair, times))

    app = typer.Typer(add_completion=False)
    app.command()(spread(verb))
    app(args=arguments, standalone_mode=False)
    assert taken == [expected]


def test_formats_lists_everything_that_is_registered(capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    assert cli.run(["formats", "-f", "json"]) == 0
    listed = {(row["what"], row["name"]) for row in json.loads(capsysbinary.readouterr().out)}
    known: dict[str, Iterable[str]] = {
        "article": READERS,
        "report": FORMATS,
        "verb": VERBS,
        "plan": PLANS,
        "judge": judge_names(),
    }
    assert listed == {(what, name) for what, names in known.items() for name in names}


def _folder(path: Path) -> None:
    path.mkdir()


def _fifo(path: Path) -> None:
    os.mkfifo(path)


def _text(content: str | bytes) -> Callable[[Path], object]:
    return lambda path: path.write_bytes(content.encode() if isinstance(content, str) else content)


WRONG_WORDS: dict[str, tuple[list[str], tuple[str, str]]] = {
    "no private host": (["check", "a.md", "--allow-private", "foo..bar"], ("'foo..bar' is no host (intranet.example)", "verifier check --help")),
    "an option without its value": (["check", "a.md", "-o"], ("requires an argument", "verifier check --help")),
    "no number": (["review", "--port", "x"], ("'--port': 'x' is no whole number.", "verifier review --help")),
    "a number too small": (["review", "--port", "-1"], ("'--port': -1 is not a number from 0 to 65535.", "verifier review --help")),
    "an address that lost its beginning": (["check", "www.mill.example/a"], ("There is no file", "https://www.mill.example/a")),
}  # fmt: skip


@pytest.mark.parametrize("case", WRONG_WORDS)
def test_what_is_typed_wrong_is_said_in_plain_words(
    case: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    arguments, (error, hint) = WRONG_WORDS[case]
    assert cli.run(arguments) == 2
    said = capsys.readouterr().err
    assert said.startswith("error: ")
    assert error in said.partition("\nhint: ")[0]
    assert hint in said.partition("\nhint: ")[2]


BAD_ARTICLES: dict[str, tuple[Callable[[Path], object] | None, str]] = {
    "missing": (None, "There is no file"),
    "an empty folder": (_folder, "There is no article in"),
    "not a regular file": (_fifo, "not a regular file"),
    "empty": (_text(""), "empty"),
    "binary": (_text(bytes(range(256)) * 40), "binary file"),
    "damaged Word file": (_text(b"PK\x03\x04" + b"\0" * 400), "is damaged"),
    "encrypted Office file": (_text(bytes.fromhex("d0cf11e0a1b11ae1") + b"\0" * 1024), "old binary Office format"),
    "Word's lock file": (_text("\x05Ada" + " " * 50), "an office program keeps it"),
    "without notes": (_text("A plain article.\n\nIt cites nothing at all.\n"), "No notes"),
}


@pytest.mark.parametrize("case", BAD_ARTICLES)
def test_an_article_that_cannot_be_checked_is_an_error_with_a_hint(
    case: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    make, said = BAD_ARTICLES[case]
    article = tmp_path / ("~$article.docx" if "lock" in case else "article.docx")
    if make:
        make(article)
    database = tmp_path / "a.db"
    code = cli.run(["check", str(article), "--db", str(database), "--offline"])
    error = capsys.readouterr().err
    assert code == 2
    assert error.startswith("error: ")
    assert "\nhint: " in error
    assert said in error
    assert not database.exists()


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["check"], "DOC"),
        (["chekc", "a.md"], "chekc"),
        (["check", "a.md", "--max-age", "soon"], "length of time"),
        (["check", "{article}", "--format", "pdf"], "no format"),
        (["check", "{article}", "-o", "report.exe"], "does not name a format"),
        (["check", "{article}", "--replay", "missing.warc.gz"], "missing.warc.gz"),
        (["check", "{article}", "--replay", "{article}"], "no captures"),
        (["check", "{article}", "--db", "{folder}"], "is a folder"),
        (["check", "{article}", "--db", "{article}"], "not a SQLite file"),
        (["check", "{article}", "--memento", "at times"], "'--memento': 'at times' is not one of"),
        (["check", "{article}", "--offline", "-o", "{folder}/none/report.html"], "there is no folder"),
        *(
            (["check", "{article}", "--allow-private", host], "is no host (")
            for host in ("foo..bar", "127.0.0.1:8080", "")
        ),
        (["check", "-o"], "verifier check --help"),
        (["report", "--db", "none.db"], "no archive"),
        (["query", "select 1", "--db", "none.db"], "no archive"),
        (["recheck", "--db", "none.db"], "no archive"),
    ],
)
def test_wrong_use_is_an_error_with_a_hint(
    arguments: list[str], said: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    article = tmp_path / "article.txt"
    article.write_text("It grew by a third.[1]" + NOTE)
    code = cli.run([a.format(article=article, folder=tmp_path) for a in arguments])
    error = capsys.readouterr().err
    assert code == 2
    assert error.startswith("error: ")
    assert "hint: " in error
    assert said in error


def test_offline_nobody_is_waited_for() -> None:
    with open_network(ReachOrNot(offline=True)) as offline, open_network(ReachOrNot()) as live:
        assert (offline.spacing, live.spacing) == (0.0, SPACING)


def test_offline_nothing_could_be_looked_at(tmp_path: Path) -> None:
    (tmp_path / "article.txt").write_text("It grew by a third.[1]" + NOTE)
    done = verifier("check", "article.txt", "--offline", "--format", "json", cwd=tmp_path)
    assert done.returncode == 3
    answer = json.loads(done.stdout)
    assert [c["family"] for c in answer["citations"]] == ["cannot_tell"]
    assert answer["citations"][0]["link_reason"]
    assert answer["findings"] == []


def test_standard_input_is_an_article(tmp_path: Path) -> None:
    done = verifier("extract", "-", "--format", "json", cwd=tmp_path, stdin=("It grew by a third.[1]" + NOTE).encode())
    assert done.returncode == 0
    assert [n["urls"] for n in json.loads(done.stdout)["notes"]] == [["https://site.example/a"]]


def test_a_closed_pipe_is_no_error(tmp_path: Path) -> None:
    command = f"{sys.executable} -m verifier check {EXAMPLES / 'article.md'} --replay {EXAMPLES / 'sources.warc.gz'} --format json | head -c 20"
    done = subprocess.run(["/bin/sh", "-c", command], cwd=tmp_path, capture_output=True, timeout=HANG, check=False)
    assert b"Traceback" not in done.stderr


def test_a_second_run_asks_nothing_again(tmp_path: Path) -> None:
    run: list[str | Path] = ["check", EXAMPLES / "article.md", "--format", "json", "--max-age", "36500d"]
    first = verifier(*run, "--replay", EXAMPLES / "sources.warc.gz", cwd=tmp_path)
    again = verifier(*run, "--offline", cwd=tmp_path)
    assert first.returncode == 1, first.stderr.decode()
    before, after = json.loads(first.stdout), json.loads(again.stdout)
    found = [c for c in before["citations"] if c["family"] != "cannot_tell"]
    assert found
    assert [c for c in after["citations"] if c["url"] in {f["url"] for f in found}] == found


def test_a_report_can_be_printed_again(tmp_path: Path) -> None:
    article = EXAMPLES / "article.md"
    first = verifier("check", article, "--replay", EXAMPLES / "sources.warc.gz", "--format", "json", cwd=tmp_path)
    again = verifier("report", article, "--format", "json", cwd=tmp_path)
    assert again.returncode == first.returncode == 1
    assert json.loads(again.stdout)["findings"] == json.loads(first.stdout)["findings"]


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The archive of the example, and the folder it lies in."""
    folder = tmp_path_factory.mktemp("archive")
    captures = ("--replay", EXAMPLES / "sources.warc.gz", "--max-age", "3650d")
    assert verifier("check", EXAMPLES / "article.md", *captures, "--quiet", cwd=folder).returncode == 1
    return folder


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("search", "commission"), "https://commission.oren.example/"),
        (("search", '"quiet gates"', "-f", "json"), "five-years-of-quiet-gates"),
        (("search", "Zollschranke OR a* ("), "No archived source"),
        (("show", "https://growers.example/news/what-the-drought-took"), "The page is there."),
        (("show", "http://www.growers.example/news/what-the-drought-took/", "--text"), "1,200 seasonal jobs"),
        (("query", "dead_links"), "portraits.halden.example"),
        (("query", "select count(*) as n from sources", "-f", "csv"), "n"),
        (("report", "-f", "md"), "| ✗ | 3 |"),
        (("report", "-f", "json"), '"schema_version"'),
    ],
)
def test_asking_the_archive(arguments: tuple[str, ...], said: str, archive: Path) -> None:
    done = verifier(*arguments, cwd=archive)
    assert said in done.stdout.decode(), done.stderr.decode()
    assert done.stderr == b""


def test_a_second_look_at_the_same_captures_is_silent(archive: Path) -> None:
    captures = ("--replay", EXAMPLES / "sources.warc.gz")
    done = verifier("recheck", *captures, "--older-than", "0s", cwd=archive)
    assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"")


def test_an_article_at_an_address(tmp_path: Path) -> None:
    captures = ("--replay", EXAMPLES / "sources.warc.gz", "-f", "json")
    url = "https://commission.oren.example/statements/compact-at-five"
    done = verifier("check", url, *captures, cwd=tmp_path)
    assert done.returncode == 2
    assert b"No notes were found in https://commission.oren.example/" in done.stderr
    missing = verifier("check", "https://nobody.example/article", *captures, cwd=tmp_path)
    assert missing.returncode == 2
    assert b"could not be fetched" in missing.stderr
    private = verifier("extract", "http://127.0.0.1:9/article.html", cwd=tmp_path)
    assert private.returncode == 2
    assert b"hint: " in private.stderr
    assert not (tmp_path / "archive.db").exists()
