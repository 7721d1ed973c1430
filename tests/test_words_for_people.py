"""What an editor reads: what an answer is called, its sign, what to do, and the words that differ in sight."""

from __future__ import annotations

from dataclasses import replace
from urllib.parse import unquote

import pytest
from make_archive import make
from support.reports import NOON, made_report, written

from verifier.library import read_bytes
from verifier.model import (
    Agreement,
    Citation,
    Claim,
    Conflict,
    Difference,
    DifferenceKind,
    Document,
    Evidence,
    Fetch,
    FieldCheck,
    Finding,
    FindingKind,
    ItemKind,
    Judged,
    Link,
    LinkStatus,
    Mark,
    Memento,
    Note,
    NoteKind,
    PlanName,
    Quotation,
    QuotationVerdict,
    Report,
    Severity,
    Snapshot,
    SourceText,
    StatementVerdict,
)
from verifier.reports import Kind
from verifier.reports.html import _to_words
from verifier.reports.picture import draw
from verifier.reports.rows import compared, sign_of, sign_of_citation, tally, window
from verifier.reports.words import LABELS, label_of, label_of_citation
from verifier.verdicts import find_answers, severities
from verifier.verdicts.alerts import is_to_read

Q, S, D, I = QuotationVerdict, StatementVerdict, DifferenceKind, ItemKind  # noqa: E741 - items
URL = "https://ferry.example/log"
NOTE = "“Log of the Ferry”, Port Selm, https://ferry.example/log, (Access Date: 05.10.2024)."
CITATION = Citation(0, NOTE, url=URL, title="Log of the Ferry", container_title="Port Selm", accessed="2024-10-05")
CLAIM = Claim("It carried “1,700 people” that day.", "", (0,), 0, (Quotation("1,700 people"),))
PASSAGE = (Evidence("1,200 people", "It carried ", " that day.", 11, 23),)


def quoted(verdict: QuotationVerdict, severity: Severity, *kinds: DifferenceKind, **fields: object) -> Finding:
    differences = tuple(Difference(kind, "1,700", "1,200", True) for kind in kinds)
    made = Finding(
        CLAIM,
        CITATION,
        FindingKind.QUOTATION,
        verdict,
        "Why.",
        severity,
        CLAIM.quotations[0],
        evidence=PASSAGE,
        differences=differences,
    )
    return replace(made, **fields)  # type: ignore[arg-type]


def stated(verdict: StatementVerdict, severity: Severity, *kinds: ItemKind) -> Finding:
    conflicts = tuple(Conflict(kind, "1911", "1912") for kind in kinds)
    return Finding(
        CLAIM, CITATION, FindingKind.STATEMENT, verdict, "Why.", severity, evidence=PASSAGE, conflicts=conflicts
    )


def report(*findings: Finding, link: Link = Link.OK, **fetched: object) -> Report:
    document = Document("a.md", "markdown", "A", "en", (), (Note("1", NoteKind.FOOTNOTE, NOTE),), ())
    fetch = replace(Fetch(URL, NOON, PlanName.LIVE, LinkStatus(link, "rule", "It was so."), URL), **fetched)  # type: ignore[arg-type]
    return made_report(document, [(CITATION, fetch)], findings, (CLAIM,))


FINE, PROBLEM, WARNING, UNCLEAR = Severity.FINE, Severity.PROBLEM, Severity.WARNING, Severity.CANNOT_TELL

# A finding, what it is called, its sign.
CALLED: dict[str, tuple[Finding, str, str]] = {
    "a number": (quoted(Q.ALTERED, PROBLEM, D.NUMBER), "number differs", "✗"),
    "two numbers": (quoted(Q.ALTERED, PROBLEM, D.NUMBER, D.NUMBER), "number differs", "✗"),
    "a not": (quoted(Q.ALTERED, PROBLEM, D.NEGATION), "a “not” differs", "✗"),
    "a number and a word": (quoted(Q.ALTERED, PROBLEM, D.NUMBER, D.WORD), "words differ", "✗"),
    "found": (quoted(Q.VERBATIM, FINE), "word for word", "✓"),
    "a short term that is missing": (quoted(Q.NOT_FOUND, WARNING), "not in the source", "!"),
    "another language": (quoted(Q.TRANSLATED, UNCLEAR), "source in another language", "?"),
    "a date": (stated(S.ITEM_CONFLICT, PROBLEM, I.DATE), "date differs", "✗"),
    "a name that is nowhere": (stated(S.ITEM_CONFLICT, PROBLEM, I.NAME), "name is not there", "✗"),
    "a contrary word": (stated(S.ITEM_CONFLICT, PROBLEM, I.WORD), "says the contrary", "✗"),
    "a lost not in a statement": (stated(S.ITEM_CONFLICT, PROBLEM, I.NEGATION), "a “not” differs", "✗"),
    "a date and a name": (stated(S.ITEM_CONFLICT, PROBLEM, I.DATE, I.NAME), "number, date or name differs", "✗"),
    "passages": (stated(S.EVIDENCE_SHOWN, FINE), "passages to read", "·"),
    "nothing, before the marked sentence": (stated(S.NO_EVIDENCE, FINE), "nothing bears on it", "·"),
    "nothing": (stated(S.NO_EVIDENCE, WARNING), "nothing bears on it", "!"),
}


@pytest.mark.parametrize("case", CALLED)
def test_a_finding_has_a_name_for_people_and_a_sign_that_cannot_be_misread(case: str) -> None:
    finding, name, sign = CALLED[case]
    assert (label_of(finding), sign_of(finding)) == (name, sign)
    [cited] = report(finding).citations
    assert label_of_citation(cited) == name
    assert sign_of_citation(cited) == sign


def test_why_a_source_was_not_read_is_said_once() -> None:
    why = "The site asks visitors to prove that they are human."
    both = [
        replace(f, reason=why, evidence=()) for f in (quoted(Q.UNVERIFIABLE, UNCLEAR), stated(S.UNVERIFIABLE, UNCLEAR))
    ]
    page = written(Kind.CHECK, "html", (report(*both, link=Link.BLOCKED),))
    listed = page.partition("<article")[2]
    assert (listed.count(">The article says<"), listed.count(">No passage to show.<")) == (1, 0)


def test_no_name_is_a_word_of_the_machine() -> None:
    assert not [label for label in LABELS.values() if "_" in label or "soft 404" in label or "verbatim" in label]
    assert {*Link, *QuotationVerdict, *StatementVerdict} <= set(LABELS)


def test_words_found_make_a_check_mark_and_passages_are_counted_apart() -> None:
    read = report(stated(S.EVIDENCE_SHOWN, FINE))
    found = report(quoted(Q.VERBATIM, FINE), stated(S.EVIDENCE_SHOWN, FINE))
    assert [is_to_read(one.citations[0]) for one in (read, found)] == [True, False]
    assert [[words for _, words in tally(one)] for one in (read, found)] == [["1 to read"], ["1 nothing wrong found"]]
    assert [words for _, words in tally(read, found, read)] == ["2 to read", "1 nothing wrong found"]
    assert severities(read) == [FINE], "the exit code does not count it"


# What was found, the beginnings of what is to be done.
STEPS: dict[str, tuple[Report, list[str]]] = {
    "a number": (report(quoted(Q.ALTERED, PROBLEM, D.NUMBER)), ["Write what the source says, or mark the change with brackets: “1,200 people”"]),
    "words left out": (report(quoted(Q.ALTERED, PROBLEM, D.OMISSION)), ["Mark with an ellipsis (…) what is left out, or write what the source says: “1,200 people”"]),
    "a part": (report(quoted(Q.PARTIAL, PROBLEM)), ["Quote only what stands in the source: “1,200 people”"]),
    "nowhere": (report(quoted(Q.NOT_FOUND, PROBLEM)), ["Ask the author where the quoted words come from"]),
    "a short term": (report(quoted(Q.NOT_FOUND, WARNING)), ["Ask the author"]),
    "elsewhere": (report(quoted(Q.FOUND_ELSEWHERE, PROBLEM, elsewhere="6")), ["Look at note 6"]),
    "a date": (report(stated(S.ITEM_CONFLICT, PROBLEM, I.DATE)), ["Read the passage"]),
    "nothing": (report(stated(S.NO_EVIDENCE, WARNING)), ["Read the source for it"]),
    "a quotation and its sentence": (report(quoted(Q.NOT_FOUND, PROBLEM), stated(S.NO_EVIDENCE, WARNING)), ["Ask the author"]),
    "a warning beside words that were found": (report(quoted(Q.VERBATIM, WARNING)), ["Look at the warning"]),
    "a place on the page": (report(link=Link.FRAGMENT_MISSING), ["Look where the passage stands on the page now"]),
    "nothing wrong": (report(quoted(Q.VERBATIM, FINE)), []),
    "a new address": (
        report(link=Link.MOVED, final_url="https://ferry.example/2/log"),
        [
            "Give the new address: https://ferry.example/2/log",
            "Corrected note: “Log of the Ferry”, Port Selm, https://ferry.example/2/log, (Access Date: 05.10.2024).",
        ],
    ),
    "a copy of what is gone": (
        report(link=Link.GONE, memento=Memento("https://keeper.example/1", NOON, Snapshot("ab", b"", ""), SourceText("x", "html", "1"))),
        [
            "Cite the archived copy of 2025-06-02: https://keeper.example/1",
            "Corrected note: “Log of the Ferry”, Port Selm, https://ferry.example/log (archived on 2025-06-02: https://keeper.example/1), (Access",
        ],
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", STEPS)
def test_each_problem_says_what_to_do(case: str) -> None:
    made, begun = STEPS[case]
    steps = made.citations[0].steps
    assert len(steps) == len(begun), steps
    assert all(step.startswith(start) for step, start in zip(steps, begun, strict=True)), steps


def test_a_reference_that_differs_comes_with_the_note_as_it_would_be_right() -> None:
    document = report().document
    check = FieldCheck("title", "Log of the Ferry", "Log of the Ferries", Agreement.DIFFERS, "The page says otherwise.")
    fetch = Fetch(URL, NOON, PlanName.LIVE, LinkStatus(Link.OK, "status_200", "The page is there."), URL)
    [cited] = find_answers(document, [CITATION], {URL: (fetch, None)}, (), {CITATION: (check,)})
    assert cited.steps == (
        "Compare the note with the page, and correct the note where it is wrong.",
        "Corrected note: “Log of the Ferries”, Port Selm, https://ferry.example/log, (Access Date: 05.10.2024).",
    )


def test_all_that_needs_a_person_in_the_example_says_what_to_do() -> None:
    import tempfile  # noqa: PLC0415 - this test alone
    from pathlib import Path  # noqa: PLC0415

    with tempfile.TemporaryDirectory() as folder:
        made = make(Path(folder) / "archive.db")
    for cited in made.citations:
        assert cited.steps or cited.severity in (FINE, UNCLEAR), cited.label


LONG = "It rose and rose. " * 30


@pytest.mark.parametrize(
    ("text", "parts", "held"),
    [
        (LONG + "It fell by 1,700 metres. " + LONG, ["1,700"], "fell by 1,700 metres"),
        (LONG + "a " + LONG + "b", ["a ", "b"], "a It rose"),
        ("Short, and 1,700 in it.", ["1,700"], "Short, and 1,700 in it."),
        (LONG, ["nowhere"], "It rose and rose."),
        (LONG, [], "It rose and rose."),
        ("", ["x"], ""),
        ("x" * 500, ["y"], ""),
    ],
)
def test_what_differs_is_never_cut_off(text: str, parts: list[str], held: str) -> None:
    shown = window(text, parts)
    assert held in shown
    assert len(shown) <= len(text) + 4


def test_both_words_are_shown_where_something_was_altered() -> None:
    words = LONG + "1,700 people" + LONG
    finding = quoted(
        Q.ALTERED,
        PROBLEM,
        D.NUMBER,
        quotation=Quotation(words),
        evidence=(Evidence(words.replace("1,700", "1,200"), "", "", 0, 9),),
    )
    ours, theirs = compared(finding)
    assert "1,700 people" in ours
    assert "1,200 people" in theirs


TO_WORDS: dict[str, tuple[str | None, Finding, str | None]] = {
    "short": (URL, quoted(Q.ALTERED, PROBLEM), f"{URL}#:~:text=1%2C200%20people"),
    "behind a fragment": (f"{URL}#top", quoted(Q.ALTERED, PROBLEM), f"{URL}#top:~:text=1%2C200%20people"),
    "a hyphen, which divides what stands around": (
        URL, quoted(Q.VERBATIM, FINE, evidence=(Evidence("well-known", "", "", 0, 10),)), f"{URL}#:~:text=well%2Dknown"),
    "no passage": (URL, quoted(Q.NOT_FOUND, PROBLEM, evidence=()), None),
    "an archived copy": (URL, quoted(Q.VERBATIM, FINE, judged=Judged.MEMENTO), None),
    "no address of the web": ("javascript:alert(1)", quoted(Q.VERBATIM, FINE), None),
    "none": (None, quoted(Q.VERBATIM, FINE), None),
}  # fmt: skip


@pytest.mark.parametrize("case", TO_WORDS)
def test_a_browser_jumps_to_the_words(case: str) -> None:
    url, finding, address = TO_WORDS[case]
    assert _to_words(url, finding) == address


def test_of_many_words_the_first_and_last_lead_there() -> None:
    words = " ".join(f"w{i}" for i in range(40))
    address = _to_words(URL, quoted(Q.VERBATIM, FINE, evidence=(Evidence(words, "", "", 0, len(words)),)))
    assert address is not None
    assert unquote(address.partition("text=")[2]) == "w0 w1 w2 w3 w4 w5,w34 w35 w36 w37 w38 w39"


def test_the_picture_has_a_dot_for_each_mark_where_it_stands() -> None:
    document = read_bytes(b"# Gates\n\nOne.[^1] Two.[^2]\n\n[^1]: https://a.example/\n[^2]: A book.\n", "a.md")
    made = replace(report(), document=document)
    picture = draw(made)
    assert [dot.label for dot in picture.dots] == ["1", "2"]
    assert picture.dots[0].x < picture.dots[1].x
    assert [dot.citation for dot in picture.dots] == [0, None]
    assert all(0 <= dot.y <= picture.height for dot in picture.dots)
    assert (
        draw(replace(made, document=replace(document, marks=(Mark("9", None, 0, 0), Mark("8", 0, 99, 0))))).dots == ()
    )
