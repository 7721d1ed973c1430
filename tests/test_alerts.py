"""What programs read of a report: alerts with their place, workflow commands, SARIF, JUnit."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from support.program import verifier
from support.reports import report_about, written

from verifier.model import Alert, Report, SettledBy, Severity
from verifier.reports import Kind
from verifier.reports.github import command
from verifier.verdicts import WORST_FIRST, find_alerts

ROOT = Path(__file__).resolve().parents[1]


@pytest.fixture(scope="module")
def checked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the example article, checked, in each format for programs."""
    folder = tmp_path_factory.mktemp("checked")
    (folder / "docs").mkdir()
    (folder / "docs" / "a b.md").write_bytes((ROOT / "examples" / "article.md").read_bytes())
    done = verifier(
        "check", "docs/a b.md", "--replay", ROOT / "examples" / "sources.warc.gz", "-f", "github",
        "-o", "a.json", "-o", "a.sarif", "-o", "a.xml", cwd=folder,
    )  # fmt: skip
    assert done.returncode == 1, done.stderr.decode()
    (folder / "github.txt").write_bytes(done.stdout)
    return folder


def loaded(folder: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((folder / "a.json").read_text(encoding="utf-8"))
    return found


def test_citations_and_findings_say_where_their_mark_stands(checked: Path) -> None:
    lines = (checked / "docs" / "a b.md").read_text(encoding="utf-8").splitlines()
    found = loaded(checked)
    for said in [*found["citations"], *found["findings"]]:
        assert lines[said["line"] - 1][said["column"] - 1 :].startswith(f"[^{said['note']}]")


def test_a_report_of_the_archive_says_it_too(checked: Path) -> None:
    again = verifier("report", "docs/a b.md", "-f", "json", cwd=checked)
    places = [(c["note"], c["line"], c["column"]) for c in json.loads(again.stdout)["citations"]]
    assert places == [(c["note"], c["line"], c["column"]) for c in loaded(checked)["citations"]]


def test_each_problem_is_a_command_at_its_line(checked: Path) -> None:
    found = loaded(checked)
    said = (checked / "github.txt").read_text(encoding="utf-8").splitlines()
    wrong = [(f"[{c['note']}]", c["line"], c["column"]) for c in found["citations"] if c["severity"] == "problem"]
    errors = [re.match(r"::error file=docs/a b\.md,line=(\d+),col=(\d+),title=(\[\d+\])", line) for line in said]
    assert [(e[3], int(e[1]), int(e[2])) for e in errors if e] == wrong
    assert said[-1].startswith("verifier: docs/a b.md: 8 problems")


def results(folder: Path) -> list[dict[str, Any]]:
    log = json.loads((folder / "a.sarif").read_text(encoding="utf-8"))
    assert log["version"] == "2.1.0"
    [run] = log["runs"]
    rules = [rule["id"] for rule in run["tool"]["driver"]["rules"]]
    assert all(rules[result["ruleIndex"]] == result["ruleId"] for result in run["results"])
    found: list[dict[str, Any]] = run["results"]
    return found


def test_sarif_has_a_result_for_each_alert(checked: Path) -> None:
    found = results(checked)
    [place] = {result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] for result in found}
    assert place == "docs/a%20b.md"
    errors = [
        (r["ruleId"], r["locations"][0]["physicalLocation"]["region"]["startLine"])
        for r in found
        if r["level"] == "error"
    ]
    assert errors == [(c["answer"], c["line"]) for c in loaded(checked)["citations"] if c["severity"] == "problem"]
    assert len({json.dumps(r["partialFingerprints"]) for r in found}) == len(found)


# What build servers take: the elements, and their attributes, of the schema that Jenkins' xUnit plugin checks by.
JUNIT = {
    "testsuites": {"name", "tests", "failures", "errors"},
    "testsuite": {"name", "tests", "failures", "errors", "skipped", "time", "timestamp"},
    "testcase": {"name", "classname", "time"},
    "failure": {"type", "message"},
    "skipped": {"message"},
    "system-out": set(),
}


def test_junit_counts_what_it_holds(checked: Path) -> None:
    root = ET.fromstring((checked / "a.xml").read_bytes())
    assert all(set(element.attrib) <= JUNIT[element.tag] for element in root.iter())
    cases = list(root.iter("testcase"))
    for total in (root, *root.iter("testsuite")):
        assert [total.get("tests"), total.get("failures")] == [str(len(cases)), str(len(list(root.iter("failure"))))]
    assert [case.find("failure") is not None for case in cases] == [
        c["severity"] == "problem" for c in loaded(checked)["citations"]
    ]


HOSTILE = "a%0A::error::b\r\n::stop-commands::x\x1b[2J,y:z\ufffe]]><x>\u202e"


@pytest.mark.parametrize("name", ["github", "sarif", "junit"])
def test_no_words_of_an_article_or_a_page_break_out(name: str) -> None:
    said = written(Kind.CHECK, name, [report_about(HOSTILE)])
    assert not set("\x1b\u202e") & set(said)
    if name == "github":
        lines = said.splitlines()
        assert all(re.match(r"::(error|warning|notice) [^:]*::[^\r]*$", line) for line in lines[:-1])
        assert lines[-1].startswith("verifier: ")
    elif name == "sarif":
        json.loads(said)
    else:
        ET.fromstring(said)


COMMANDS = {
    "file=a.md,line=4,col=7,title=[3] not in the source::No.": Alert("a.md", "3", None, "not_found", Severity.PROBLEM, "No.", line=4, column=7),
    "file=a.pdf,title=[3] page is gone::No. <https://site.example/a%2520b>": Alert(
        "a.pdf", "3", "https://site.example/a%20b", "gone", Severity.PROBLEM, "No."
    ),
    "file=C%3A\\a%2Cb.md,title=gap::100 %25%0A".replace("%0A", ""): Alert("C:\\a,b.md", "", None, "gap", Severity.PROBLEM, "100 %\n"),
}  # fmt: skip


@pytest.mark.parametrize("expected", COMMANDS)
def test_a_command_is_escaped_as_the_runner_reads_it(expected: str) -> None:
    assert command(COMMANDS[expected]) == f"::error {expected}"


def worst(alerts: Sequence[Alert]) -> Severity:
    return min((alert.severity for alert in alerts), key=WORST_FIRST.index, default=Severity.FINE)


def test_alerts_weigh_what_the_answers_weigh() -> None:
    one: Report = report_about("words")
    assert worst(find_alerts(one)) is worst([replace(find_alerts(one)[0], severity=c.severity) for c in one.citations])


def test_what_was_settled_is_said_as_such() -> None:
    one = report_about("words")
    first, second, *_ = find_alerts(one)
    settled = (
        replace(first, settled=SettledBy.IGNORED, why="It is an example."),
        replace(second, settled=SettledBy.KNOWN, why="base.json"),
    )
    after = replace(one, settled=settled)
    assert "[words] gone" not in written(Kind.CHECK, "github", [after])
    [run] = json.loads(written(Kind.CHECK, "sarif", [after]))["runs"]
    assert run["results"][0]["suppressions"][0]["justification"] == "It is an example."
    assert [r["baselineState"] for r in run["results"][:3]] == ["new", "unchanged", "new"]
    [case] = ET.fromstring(written(Kind.CHECK, "junit", [after])).iter("testcase")
    assert [child.tag for child in case] == ["skipped"]
    assert (
        json.loads(written(Kind.CHECK, "json", [after]))["summary"] | {"ignored": 1, "known": 1}
        == json.loads(written(Kind.CHECK, "json", [after]))["summary"]
    )
