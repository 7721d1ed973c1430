"""One answer for each citation: judged once a check, and the same in every format and in the exit code."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from importlib import import_module
from pathlib import Path
from urllib.parse import unquote
from xml.etree import ElementTree as ET

import openpyxl
import pytest
from lxml import html as lxml_html
from make_archive import make
from support.reports import NOON, made_report, written
from support.webs import Answer, page, send_from

from verifier.archive import Archive
from verifier.citations import find_all
from verifier.claims import find_claims
from verifier.commands.printing import outcome
from verifier.fetching import Mementos
from verifier.library import read_bytes
from verifier.model import (
    Citation,
    Content,
    Fetch,
    FieldCheck,
    Finding,
    FindingKind,
    Link,
    LinkStatus,
    Memento,
    PlanName,
    QuotationVerdict,
    Report,
    Ruling,
    RulingVerdict,
    Severity,
    Snapshot,
    SourceText,
)
from verifier.reports import Kind, formats_of, formatter
from verifier.reports.words import LABELS
from verifier.sources import extract
from verifier.verdicts import compare_reference, find_answers, severities, steps_of_note
from verifier.watching import Watcher
from verifier.workflow import Aids, Network, archive_sources, check

URL = "https://ferry.example/log"
WARNING = "The omission leaves out a “not”."
ARTICLE = (
    f"The ferry “left at noon” on Sundays.[1]\n\n[1] “Log of the Ferry”, Port Selm, {URL}, (Access Date: 05.10.2024).\n"
)
TEXT = SourceText("Log of the Ferry\n\nIt left at noon.", "html", "1")


def report(
    link: Link, verdict: QuotationVerdict, severity: Severity, *, memento: bool = False, note: str | None = None
) -> Report:
    """A report of one note: the state of its link, and the finding on what it quotes."""
    document = read_bytes(ARTICLE.encode(), "a.txt")
    [citation], _ = find_all(document)
    claims = find_claims(document)
    copy = Memento("https://keeper.example/1", NOON, Snapshot("ab", b"", "text/html"), TEXT) if memento else None
    status = LinkStatus(link, "rule", "What the visit showed.")
    fetch = Fetch(URL, NOON, PlanName.LIVE, status, URL, text=TEXT, memento=copy, memento_note=note)
    finding = Finding(
        claims[0], citation, FindingKind.QUOTATION, verdict, "How the words compare.", severity, claims[0].quotations[0],
        warnings=(WARNING,),
    )  # fmt: skip
    return made_report(document, [(citation, fetch)], (finding,), claims)


# Link, verdict and its weight; the one answer: word, weight.
Q, S = QuotationVerdict, Severity
ANSWERS: dict[tuple[Link, QuotationVerdict, Severity], tuple[str, Severity]] = {
    (Link.OK, Q.VERBATIM, S.FINE): ("verbatim", S.FINE),
    (Link.OK, Q.ALTERED, S.PROBLEM): ("altered", S.PROBLEM),
    (Link.GONE, Q.VERBATIM, S.FINE): ("gone", S.PROBLEM),
    (Link.GONE, Q.ALTERED, S.PROBLEM): ("gone", S.PROBLEM),
    (Link.SOFT_404, Q.UNVERIFIABLE, S.CANNOT_TELL): ("soft_404", S.PROBLEM),
    (Link.MOVED, Q.VERBATIM, S.FINE): ("moved", S.WARNING),
    (Link.MOVED, Q.NOT_FOUND, S.PROBLEM): ("not_found", S.PROBLEM),
    (Link.BLOCKED, Q.UNVERIFIABLE, S.CANNOT_TELL): ("blocked", S.CANNOT_TELL),
}


def as_json(one: Report) -> tuple[str, str]:
    [cited] = json.loads(written(Kind.CHECK, "json", [one]))["citations"]
    return cited["answer"], cited["severity"]


def as_lines(one: Report) -> tuple[str, str]:
    [line] = map(json.loads, written(Kind.CHECK, "jsonl", [one]).splitlines())
    return line["answer"], line["answer_severity"]


def as_csv(one: Report) -> tuple[str, str]:
    [row] = csv.DictReader(io.StringIO(written(Kind.CHECK, "csv", [one])))
    return row["answer"], row["answer_severity"]


SIGNS = {"✗": "problem", "!": "warning", "?": "cannot_tell", "✓": "fine", "·": "fine"}
WORDS = {label: word for word, label in LABELS.items()}


def as_text(one: Report) -> tuple[str, str]:
    [line] = [line for line in written(Kind.CHECK, "text", [one]).splitlines() if line[:1] in SIGNS]
    return WORDS[line.split("  ")[2].strip()], SIGNS[line[0]]


def as_markdown(one: Report) -> tuple[str, str]:
    [line] = [
        line for line in written(Kind.CHECK, "md", [one]).splitlines() if line.startswith("| ") and line[2] in SIGNS
    ]
    return WORDS[line.split(" | ")[3].replace("\\", "")], SIGNS[line[2]]


# A workbook is read by test_office_reports; comments need a Word file.
TEXTUAL = [name for name in formats_of(Kind.CHECK) if name not in ("xlsx", "docx")]


def as_workbook(one: Report) -> tuple[str, str]:
    data = formatter(Kind.CHECK, "xlsx")([one])
    assert isinstance(data, bytes)
    [_, row] = openpyxl.load_workbook(io.BytesIO(data)).active.iter_rows(values_only=True)
    sign, _, label = row[3].partition(" ")
    return WORDS[label], SIGNS[sign]


def as_html(one: Report) -> tuple[str, str]:
    page = lxml_html.document_fromstring(written(Kind.CHECK, "html", [one]))
    [cited] = [one for one in page.iter("article") if one.get("data-answer")]
    said = next(cited.iter("strong"))
    assert WORDS[str(said.text)] == cited.get("data-answer")
    return str(cited.get("data-answer")), str(cited.get("data-severity"))


WORST_FIRST = [severity.value for severity in Severity]


def worst(said: Sequence[tuple[str, str]]) -> tuple[str, str]:
    """The word of the worst of some alerts."""
    return min(said, key=lambda each: WORST_FIRST.index(each[1]))


def as_github(one: Report) -> tuple[str, str]:
    commands = {"error": "problem", "warning": "warning", "notice": "quiet"}
    words = {label: word for word, label in LABELS.items()}
    found = re.findall(r"^::(\w+) .*title=\[1\] ([^:]*)::", written(Kind.CHECK, "github", [one]), re.MULTILINE)
    word, weight = worst(
        [(words.get(unquote(word), word), commands[command].replace("quiet", "cannot_tell")) for command, word in found]
    )
    quiet = weight == "cannot_tell" and word in {"verbatim", "ok"}
    return word, "fine" if quiet else weight


def as_sarif(one: Report) -> tuple[str, str]:
    [run] = json.loads(written(Kind.CHECK, "sarif", [one]))["runs"]
    levels = {"problem": "error", "warning": "warning", "cannot_tell": "note", "fine": "note"}
    assert all(levels[result["properties"]["severity"]] == result["level"] for result in run["results"])
    return worst([(result["ruleId"], result["properties"]["severity"]) for result in run["results"]])


def as_junit(one: Report) -> tuple[str, str]:
    [case] = ET.fromstring(written(Kind.CHECK, "junit", [one])).iter("testcase")
    [said] = list(case)
    found = [re.sub(r"^a\.txt:\d+:\d+: ", "", line).split(": ", 2)[:2] for line in str(said.text).splitlines()]
    word, severity = worst([(word, severity) for severity, word in found])
    assert said.tag == {"problem": "failure", "cannot_tell": "skipped"}.get(severity, "system-out")
    return word, severity


FORMATS = {
    "json": as_json, "jsonl": as_lines, "csv": as_csv, "text": as_text, "md": as_markdown, "html": as_html, "github": as_github,
    "sarif": as_sarif, "junit": as_junit, "xlsx": as_workbook,
}  # fmt: skip


def test_every_format_is_compared() -> None:
    assert set(FORMATS) | {"docx"} == set(formats_of(Kind.CHECK)), "comments are compared in test_office_reports"


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize("case", ANSWERS, ids="-".join)
def test_every_format_says_the_same(case: tuple[Link, QuotationVerdict, Severity], name: str) -> None:
    word, severity = ANSWERS[case]
    assert FORMATS[name](report(*case)) == (word, severity.value)


@pytest.mark.parametrize("case", ANSWERS, ids="-".join)
def test_the_exit_code_says_it_too(case: tuple[Link, QuotationVerdict, Severity]) -> None:
    one, (_, severity) = report(*case), ANSWERS[case]
    assert outcome([one], severities(one), strict=False) == int(severity is Severity.PROBLEM)
    assert outcome([one], severities(one), strict=True) == int(severity in (Severity.PROBLEM, Severity.CANNOT_TELL))
    assert dict(one.summary.severities)[severity] == 1


@pytest.mark.parametrize("name", TEXTUAL)
@pytest.mark.parametrize("case", ANSWERS, ids="-".join)
def test_what_stands_beside_a_verdict_is_shown_in_every_format(
    case: tuple[Link, QuotationVerdict, Severity], name: str
) -> None:
    assert WARNING in written(Kind.CHECK, name, [report(*case)])


@pytest.mark.parametrize("name", FORMATS)
def test_a_gone_link_without_a_claim_is_a_problem_in_every_format(name: str) -> None:
    one = report(Link.GONE, Q.VERBATIM, S.FINE)
    bare = made_report(one.document, [(c.citation, c.fetch) for c in one.citations if c.fetch])
    assert FORMATS[name](bare) == ("gone", "problem")


@pytest.mark.parametrize("content", Content)
def test_the_page_says_what_became_of_a_source(content: Content) -> None:
    one = report(Link.OK, Q.VERBATIM, S.FINE)
    changed = replace(one, citations=(replace(one.citations[0], content=content),))
    assert "Since it was found before" in written(Kind.CHECK, "html", [changed])
    assert json.loads(written(Kind.CHECK, "json", [changed]))["citations"][0]["content"] == content.value


def test_what_to_do_next() -> None:
    cases: Mapping[str, Report] = {
        "Cite the archived copy of 2025-06-02: https://keeper.example/1": report(Link.GONE, Q.VERBATIM, S.FINE, memento=True),
        "Look for the source at a new address, or in a web archive.": report(Link.PARKED, Q.VERBATIM, S.FINE),
        "Look for the source at a new address. The web archive holds no capture of this address.": report(
            Link.GONE, Q.VERBATIM, S.FINE, note="The web archive holds no capture of this address."),
        "Look for the source at a new address. The web archive could not be asked: it answered 503.": report(
            Link.GONE, Q.VERBATIM, S.FINE, note="The web archive could not be asked: it answered 503."),
        f"Give the new address: {URL}": report(Link.MOVED, Q.VERBATIM, S.FINE),
    }  # fmt: skip
    assert {step: one.citations[0].steps[0] for step, one in cases.items()} == {step: step for step in cases}
    gone = report(Link.GONE, Q.VERBATIM, S.FINE)
    [cited] = gone.citations
    assert cited.fetch is not None
    unreachable = replace(cited.fetch, status=LinkStatus(Link.UNREACHABLE, "dns", "No such name."))
    assert steps_of_note(gone.document.notes[0], replace(cited, fetch=unreachable)) == (
        "Try again tomorrow; if still nothing answers, look for the source at a new address.",
    )


def test_an_article_without_citations_is_said_to_have_had_nothing_checked() -> None:
    bare = made_report(report(Link.OK, Q.VERBATIM, S.FINE).document, [])
    assert written(Kind.CHECK, "text", [bare]).startswith("a.txt: 0 citations, so nothing was checked.")
    assert "0 citations checked on 2025-06-02." in written(Kind.CHECK, "md", [bare])


def test_a_citation_without_address_or_visit_says_so() -> None:
    one = report(Link.OK, Q.VERBATIM, S.FINE)
    cited = one.citations[0].citation
    found = [find_answers(one.document, [c], {}, (), {})[0] for c in (cited, replace(cited, url=None))]
    assert [(c.word, c.severity, c.content) for c in found] == [
        ("not_looked_at", Severity.CANNOT_TELL, None),
        ("no_address", Severity.CANNOT_TELL, None),
    ]


def test_a_reference_is_compared_once_a_citation(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[Citation] = []

    def counted(citation: Citation, fetch: Fetch | None, today: date) -> tuple[FieldCheck, ...]:
        asked.append(citation)
        return compare_reference(citation, fetch, today)

    monkeypatch.setattr(import_module("verifier.workflow.checking"), "compare_reference", counted)
    made = make(tmp_path / "archive.db")
    with opened(tmp_path / "archive.db") as archive:
        kept = archive.report()
    assert kept is not None
    for name in TEXTUAL:
        assert written(Kind.CHECK, name, [made, kept])
    assert severities(made) == severities(kept)
    assert sorted(asked, key=str) == sorted((c.citation for c in made.citations), key=str)


def opened(path: Path) -> Archive:
    return Archive.open(path, now=lambda: NOON, readonly=True)


@pytest.mark.parametrize("name", ["article.md", "article.html"])
def test_a_report_comes_out_of_the_archive_as_it_was_made(name: str, tmp_path: Path) -> None:
    made = make(tmp_path / "archive.db", name)
    with opened(tmp_path / "archive.db") as archive:
        assert_same(made, archive.report())


def assert_same(made: Report, kept: Report | None) -> None:
    assert kept is not None
    assert kept == made
    for name in TEXTUAL:
        assert written(Kind.CHECK, name, [kept]) == written(Kind.CHECK, name, [made])


SOURCES: Mapping[str, Answer] = {
    "https://ferry.example/log": page("Log of the Ferry", "<article><h1>Log of the Ferry</h1><p>By Ada Quill</p><p>The ferry left at noon.</p></article>"),
    "https://ferry.example/lost": (404, ""),
    "https://ferry.example/old": (301, "", {"location": "https://ferry.example/log"}),
    "https://ferry.example/wall": (403, page("Just a moment...", "<h1>Checking your browser</h1>")),
}  # fmt: skip
INVENTED = """The ferry “left at noon” and “came back by dusk, as always, with the mail”.[1] It carried 300 people.[2] Nobody counted.[3]
The pier was new.[4] The lamps were lit.[5] “Left at noon”, says the keeper.[6]

[1] Odo Brack, “A History of Salt”, Port Selm, https://ferry.example/log, (Access Date: 05.10.2031).
[2] “Lost”, Port Selm, https://ferry.example/lost, (Access Date: 05.10.2024).
[3] “Old”, Port Selm, https://ferry.example/old, (Access Date: 05.10.2024).
[4] A. Keeper, “The Book of Piers”, Port Selm, 1921, (Access Date: 05.10.2024).
[5] “Wall”, Port Selm, https://ferry.example/wall, (Access Date: 05.10.2024).
[6] “Log of the Ferry”, Port Selm, https://ferry.example/log, (Access Date: 05.10.2024).
"""


class Doubter:
    """A judge who doubts everything, on the source's own words."""

    name, model, prompt_version = "doubter", "none", "1"

    def rule(self, claim: str, passages: Sequence[str]) -> Ruling:
        return Ruling(RulingVerdict.CONTRADICTED, passages[0], f"Nobody says so: {claim[:20]}")


def network(web: Mapping[str, Answer]) -> Network:
    return Network(PlanName.LIVE, send_from(web, at=NOON), extract, Mementos("never"), spacing=0.0)


def rows(archive: Archive, view: str) -> list[dict[str, object]]:
    found = archive.query(view)
    return [dict(zip(found.columns, row, strict=True)) for row in found.rows]


def test_an_invented_report_comes_out_as_it_was_made_and_stays_so(tmp_path: Path) -> None:
    """Also after its sources were looked at again within the same second."""
    document, later = read_bytes(INVENTED.encode(), "a.txt"), {**SOURCES, "https://ferry.example/log": (410, "")}
    with Archive.open(tmp_path / "a.db", now=lambda: NOON) as archive:
        made = check(
            document, archive, network(SOURCES), now=lambda: NOON, max_age=timedelta(days=1), aids=Aids(judge=Doubter())
        )
        assert {c.word for c in made.citations} >= {"gone", "moved", "no_address", "blocked", "not_found"}
        assert any(c.doubts for c in made.citations)
        assert any(f.opinion for f in made.findings)
        assert_same(made, archive.report())
        archive_sources((), tuple(later), archive, network(later), now=lambda: NOON, max_age=-timedelta(days=1))
        assert_same(made, archive.report())
        answered = [(row["answer"], row["severity"]) for row in rows(archive, "newest_answers")]
        assert answered == [(c.word, c.severity.value) for c in made.citations]
        reviewed = {row["verdict"] for row in rows(archive, "review")}
        assert reviewed >= {"gone", "moved", "no_address", "blocked", "not_found", "reference_differs"}


def test_a_report_that_was_cut_short_says_so_ever_after(tmp_path: Path) -> None:
    class Stopping(Watcher):
        def fetched(self, done: int, of: int, url: str) -> None:  # noqa: ARG002 - as it is called
            if done == 2:
                raise KeyboardInterrupt

    document = read_bytes(INVENTED.encode(), "a.txt")
    with Archive.open(tmp_path / "a.db", now=lambda: NOON) as archive:
        archive_sources((), tuple(SOURCES), archive, network(SOURCES), now=lambda: NOON, max_age=timedelta(0))
        made = check(
            document, archive, network(SOURCES), now=lambda: NOON, max_age=-timedelta(days=1), watcher=Stopping()
        )
        assert not made.finished
        assert "not_looked_at" in {c.word for c in made.citations}
        assert_same(made, archive.report())
