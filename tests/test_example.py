"""The example, from the article to the report: every verdict is what a careful person would give."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from make_archive import make

from verifier.archive.opening import EXAMPLE
from verifier.model import DifferenceKind, FindingKind, Report, Scope, Severity

ROOT = Path(__file__).resolve().parents[1]

# Note > link; verdicts of its quotations; verdict of its statement ("" where the sentence says nothing of its own).
EXPECTED = {
    "1": (["ok"], ["verbatim"], "evidence_shown"),
    "2": (["ok"], ["verbatim_marked"], "evidence_shown"),
    "3": (["ok"], ["altered"], "evidence_shown"),
    "4": (["ok"], ["altered"], "evidence_shown"),
    "5": (["ok"], ["found_elsewhere"], "no_evidence"),
    "6": (["ok"], [], "evidence_shown"),
    "7": (["ok"], ["not_found"], "evidence_shown"),
    "8": (["ok"], [], "item_conflict"),
    "9": (["ok"], ["translated"], "unverifiable"),
    "10": (["moved"], [], "evidence_shown"),
    "11": (["soft_404"], [], "unverifiable"),
    "12": (["parked"], [], "unverifiable"),
    "13": (["blocked", "restricted"], [], "unverifiable"),
    "14": (["gone"], ["verbatim"], ""),
}
ROMAN = dict(zip(EXPECTED, "i ii iii iv v vi vii viii ix x xi xii xiii xiv".split(), strict=True))


@pytest.fixture(scope="module", params=["article.md", "article.html"])
def report(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Report:
    return make(tmp_path_factory.mktemp("example") / "archive.db", request.param)


@pytest.mark.parametrize("note", EXPECTED)
def test_every_note_gets_the_answer_of_a_careful_person(note: str, report: Report) -> None:
    label = ROMAN[note] if report.document.format == "html" else note
    index = next(i for i, n in enumerate(report.document.notes) if n.label == label)
    links, quotations, statement = EXPECTED[note]
    mine = [f for f in report.findings if f.citation.note == index and f.claim.scope is not Scope.EARLIER]
    assert [c.fetch.status.link.value for c in report.citations if c.citation.note == index and c.fetch] == links
    assert [f.verdict.value for f in mine if f.kind is FindingKind.QUOTATION] == quotations
    assert {f.verdict.value for f in mine if f.kind is FindingKind.STATEMENT} == ({statement} if statement else set())
    assert all(f.reason for f in mine)


def test_silence_about_a_sentence_before_the_marked_one_is_no_answer_of_a_source(report: Report) -> None:
    fine = [c.word for c in report.citations if c.severity is Severity.FINE]
    assert "verbatim" in fine
    assert "no_evidence" not in fine


def test_what_differs_is_named(report: Report) -> None:
    differences = {d.kind: (d.quoted, d.source) for f in report.findings for d in f.differences if d.material}
    assert differences[DifferenceKind.NUMBER] == ("1,700", "1,200")
    assert differences[DifferenceKind.NEGATION] == ("", "not")
    assert [(c.claimed, c.source) for f in report.findings for c in f.conflicts] == [("2019", "2021")]


def test_the_wrong_note_names_the_right_one(report: Report) -> None:
    wrong = next(f for f in report.findings if f.elsewhere)
    assert wrong.elsewhere in ("6", "vi")


def test_the_lost_page_is_replaced_by_the_capture_before_it_was_lost(report: Report) -> None:
    mementos = [c.fetch.memento for c in report.citations if c.fetch and c.fetch.memento]
    assert [m.url for m in mementos] == [
        "https://web.archive.org/web/20250316080112/https://portraits.halden.example/engineer"
    ]
    assert mementos[0].holds_words is True


def test_nothing_is_wrong_with_the_article_itself(report: Report) -> None:
    assert report.document.problems == ()
    assert len(report.citations) == 15


def content(path: Path) -> dict[str, list[tuple[object, ...]]]:
    """All that the archive says, without ids and the moments of migrations."""
    with closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True, isolation_level=None)) as db:
        queries = {
            "findings": "select document, mark, claim, quotation, verdict, severity, url, reason, source_passage, checked_at from review order by 1, 2, 3, 4, 5",
            "sources": "select url, link, family, reason, http_status, final_url, fetched_at, memento_url, sha256 from source_status order by 1",
            "texts": "select sha256, extractor, title, texts.text from texts join snapshots on snapshots.id = snapshot_id order by 1, 2",
            "notes": "select position, label, kind, text from notes order by 1",
            "runs": "select verb, arguments, started_at, ended_at, exit_code from runs",
        }
        return {name: db.execute(sql).fetchall() for name, sql in queries.items()}


def test_the_archive_at_the_top_is_the_example_s_own(tmp_path: Path) -> None:
    make(tmp_path / "archive.db", verb=EXAMPLE)
    assert content(ROOT / "archive.db") == content(tmp_path / "archive.db")
