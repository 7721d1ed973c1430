"""What people and programs are shown: escaped, sorted, complete, and the same words everywhere."""

from __future__ import annotations

import csv
import io
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html as lxml_html
from support.reports import NOON, made_report, report_about, written

from verifier import escape, reports
from verifier.model import (
    Citation,
    Extraction,
    Fetch,
    Link,
    LinkStatus,
    PlanName,
    QuotationVerdict,
    RecheckReport,
    StatementVerdict,
)
from verifier.reports import Kind
from verifier.reports.words import LINK_STEPS, LINK_WORDS, VERDICT_WORDS
from verifier.verdicts.answers import COPY_READ, REFERENCE_DIFFERS

HOSTILE = [
    "<script>window.__pwned=1</script>",
    '"><img src=http://evil.example/x onerror=alert(1)>',
    "</style><iframe src=//evil.example>",
    "![x](http://evil.example/x.png)",
    "=cmd|' /C calc'!A0",
    "\t=1+1",
    "＝1+1",
    "\x1b[2J\x1b]52;c;ZXZpbA==\x07",
    "a\u202egpj.exe\u2066",
    "ok\nSUPPORTED everything\n::error::forged",
    "[bold]x[/bold] [/] [i]",
    "{{ 7 * 7 }} {% raw %} %s {0}",
    "\ud800 lone \x00 nul \ufffe \U0001ffff \ufdd0 none",
]


@pytest.mark.parametrize("words", HOSTILE)
def test_no_outside_word_acts_in_html(words: str) -> None:
    page = lxml_html.document_fromstring(
        written(Kind.CHECK, "html", [report_about(words, url="javascript:alert(1)")]).encode("utf-8", "replace")
    )
    tags = {e.tag for e in page.iter() if isinstance(e.tag, str)}
    assert not tags & {"script", "img", "iframe", "object", "form", "base", "link"}
    assert not [a for e in page.iter() for a in map(str, e.attrib) if a.lower().startswith("on") or a == "src"]
    hrefs = [str(e.get("href")) for e in page.iter("a")]
    assert all(h.startswith(("#", "https://archive.example/")) for h in hrefs)


@pytest.mark.parametrize("words", HOSTILE)
@pytest.mark.parametrize(
    "name", [name for name in reports.formats_of(Kind.CHECK) if name not in ("html", "xlsx", "docx")]
)
def test_no_outside_word_acts_elsewhere(words: str, name: str) -> None:
    out = written(Kind.CHECK, name, [report_about(words)])
    assert not set(out) & set("\x00\x07\x1b\u202e\u2066\ufffe\U0001ffff\ufdd0") or name.startswith("json")
    assert out.encode("utf-8")
    if name in ("text", "md"):
        assert not [line for line in out.splitlines() if line.lstrip().startswith(("SUPPORTED", "::error"))]
    if name == "md":
        assert "![x](http" not in out
    if name == "csv":
        cells = [cell for row in csv.reader(io.StringIO(out)) for cell in row]
        assert not [c for c in cells if c[:1] in set("=+-@\t\r＝＋－＠")]


@given(st.text())
def test_what_a_terminal_shows_is_one_harmless_line(text: str) -> None:
    shown = escape.for_terminal(text)
    assert "\n" not in shown
    assert shown.isprintable() or all(c.isprintable() or c.isspace() or ord(c) > 0x2FF or ord(c) == 0xAD for c in shown)


def test_the_worst_comes_first() -> None:
    fine = report_about("fine")
    good = Fetch("https://b.example/", NOON, PlanName.LIVE, LinkStatus(Link.OK, "status_200", "The page is there."))
    citation = Citation(0, "b", url="https://b.example/")
    [gone] = fine.citations
    assert gone.fetch is not None
    both = made_report(fine.document, [(citation, good), (gone.citation, gone.fetch)], fine.findings, fine.claims)
    lines = [line for line in written(Kind.CHECK, "text", [both]).splitlines() if line[:1] in "✗!?✓" and line]
    assert [line[0] for line in lines] == ["✗", "✓"]


def test_json_of_a_check_holds_what_others_depend_on() -> None:
    answer = json.loads(written(Kind.CHECK, "json", [report_about("words of a source")]))
    assert answer["schema_version"] == 1
    assert set(answer["citations"][0]) >= {
        "note", "url", "link", "link_reason", "family", "content", "fetched_at", "final_url", "snapshot_sha256", "memento_url",
        "memento_datetime", "metadata_problems",
    }  # fmt: skip
    assert set(answer["findings"][0]) >= {
        "note",
        "url",
        "claim",
        "kind",
        "quotation",
        "verdict",
        "reason",
        "score",
        "evidence",
        "differences",
    }
    assert set(answer["findings"][0]["evidence"]) == {"exact", "prefix", "suffix", "start", "end"}
    assert answer["summary"]["problems"] == 1


def test_several_articles_are_a_list() -> None:
    one, two = report_about("one"), report_about("two")
    assert [r["document"]["name"] for r in json.loads(written(Kind.CHECK, "json", [one, two]))] == ["one", "two"]


def test_nothing_new_is_silence() -> None:
    quiet = RecheckReport((), (), NOON, "1")
    assert written(Kind.RECHECK, "text", quiet) == ""
    assert written(Kind.RECHECK, "md", quiet) == ""


def test_extract_lists_every_note() -> None:
    report = report_about("a note’s own words")
    extraction = Extraction(report.document, tuple(c.citation for c in report.citations), report.claims)
    for name in reports.formats_of(Kind.EXTRACT):
        assert "note’s own words" in written(Kind.EXTRACT, name, [extraction]).replace("\\", ""), name


def test_every_word_of_ours_is_explained() -> None:
    assert set(LINK_WORDS) == set(LINK_STEPS) == set(Link)
    assert set(VERDICT_WORDS) - {REFERENCE_DIFFERS, COPY_READ} == {*QuotationVerdict, *StatementVerdict}


@pytest.mark.parametrize(
    ("url", "href"),
    [
        ("https://a.example/x", "https://a.example/x"),
        ('http://a.example/"onfocus="x', "http://a.example/%22onfocus=%22x"),
        ("javascript:alert(1)", None),
        ("data:text/html,x", None),
        ("file:///etc/passwd", None),
        ("http://[bad", None),
        ("", None),
        (None, None),
    ],
)
def test_only_web_addresses_are_links(url: str | None, href: str | None) -> None:
    assert escape.safe_href(url) == href
