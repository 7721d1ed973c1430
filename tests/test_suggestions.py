"""Changes in the author's own Word file: what has one right answer is suggested, rejecting gives the same file back, accepting a clean one."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Mapping
from dataclasses import replace
from datetime import timedelta
from functools import cache
from pathlib import Path

import pytest
from lxml import etree
from support.program import verifier
from support.webs import NOON, Answer, page, send_from
from support.word import W, call, commented, field, linked, run, settle, signs, word_file

from verifier.archive import Archive
from verifier.fetching import Mementos
from verifier.library import read_bytes
from verifier.model import Document, PlanName, Report, SettledBy, SuggestionKind
from verifier.reports import Kind, Told, formatter
from verifier.sources import extract
from verifier.verdicts import find_alerts, suggest
from verifier.workflow import Network, check

EXAMPLES = Path(__file__).parent.parent / "examples"
OLD, NEW = "http://mill.example/old/accounts", "https://mill.example/accounts"
GONE = "http://lock.example/minutes"
STAMPED = f"https://web.archive.org/web/20190312000000/{GONE}"
RAW = f"https://web.archive.org/web/20190312000000id_/{GONE}"
INDEX = "https://web.archive.org/cdx/search/cdx"
ROW = f'[["timestamp","original","statuscode","mimetype","digest","length"],["20190312000000","{GONE}","200","text/html","A","9"]]'
TEXT = "The mill ground 1,200 sacks of rye in the wet year, and the wheel stood still for three weeks in March. " * 2
MOVED: Mapping[str, Answer] = {
    OLD: (301, "", {"location": NEW}), "http://www.mill.example/old": (301, "", {"location": NEW}), NEW: page("Accounts of the mill", f"<article><p>{TEXT}</p></article>"),
}  # fmt: skip
BODY = f"<w:p>{run('The mill was busy.')}{call(1)}{run(' Nobody slept.')}</w:p>"


def looked_at(data: bytes, web: Mapping[str, Answer], folder: Path, *, quotations: bool = False) -> Report:
    """The report of a Word file that was checked, with its suggestions."""
    path = folder / "draft.docx"
    path.write_bytes(data)
    network = Network(PlanName.LIVE, send_from(web, at=NOON), extract, Mementos("lost"), spacing=0.0)
    with Archive.open(folder / "a.db", now=lambda: NOON) as archive:
        report = check(read_bytes(data, str(path)), archive, network, now=lambda: NOON, max_age=timedelta(days=1))
    return suggest(report, quotations=quotations)


def written(report: Report) -> Told:
    made = formatter(Kind.CHECK, "docx")([report])
    assert isinstance(made, Told)
    return made


settled = cache(settle)


@cache
def article(data: bytes) -> Document:
    """An article, read once for all tests: a packed file is read in a child."""
    return read_bytes(data, "a.docx")


def plain(data: bytes) -> tuple[object, ...]:
    """An article as a person reads it."""
    read = article(bytes(data))
    return (
        read.blocks,
        [(n.label, n.text, n.hyperlinks) for n in read.notes],
        [(m.label, m.block, m.offset) for m in read.marks],
    )


def letters(data: bytes) -> list[tuple[str, str, tuple[str, ...]]]:
    """The characters of the notes with their forms; a link may have become a field."""
    return [sign for sign in signs(data, "word/footnotes.xml") if len(sign[1]) == 1]


PARTS = ("word/document.xml", "word/footnotes.xml")
# How the address stands in its note, and what the note says when the change was accepted; None where none can be written.
FORMS: dict[str, tuple[str, str | None]] = {
    "as plain words": (run(f" Accounts, {OLD}."), f"Accounts, {NEW}."),
    "over several runs": (run(" Accounts, http://mill.ex") + run("ample/old/", "<w:i/>") + run("accounts."), f"Accounts, {NEW}."),
    "in one run with a tab": (f"<w:r><w:t>Accounts,</w:t><w:tab/><w:t>{OLD}</w:t><w:tab/><w:t>p. 4</w:t></w:r>", f"Accounts, {NEW} p. 4"),
    "as a link": (run(" Accounts, ") + linked(OLD) + run(", p. 4."), f"Accounts, {NEW}, p. 4."),
    "as a field": (run(" Accounts, ") + field(f'HYPERLINK "{OLD}"', run(OLD, "<w:u/>")) + run("."), f"Accounts, {NEW}."),
    "as a simple field": (
        run(" Accounts, ") + f"<w:fldSimple w:instr=' HYPERLINK \"{OLD}\" '>{run(OLD)}</w:fldSimple>" + run("."), f"Accounts, {NEW}."),
    "as a link with a bookmark in it": (
        run("Accounts, ") + linked(OLD).replace("<w:r>", '<w:bookmarkStart w:id="7" w:name="b"/><w:r>', 1) + '<w:bookmarkEnd w:id="7"/>',
        f"Accounts, {NEW}"),
    "without its scheme": (run(" Accounts, www.mill.example/old."), f"Accounts, {NEW}."),
    "only behind a title": (run(" See ") + linked("Accounts of the mill") + run("."), None),
    "as a part of a link": (linked(f"Accounts, {OLD}"), None),
    "in a field of a reference manager": (field("ADDIN ZOTERO_ITEM CSL_CITATION {}", run(f"Accounts, {OLD}.")), None),
    "in somebody's insertion": (f'<w:ins w:id="3" w:author="Ada">{run(f"Accounts, {OLD}.")}</w:ins>', None),
    "in a content control": (f"<w:sdt><w:sdtContent>{run(f'Accounts, {OLD}.')}</w:sdtContent></w:sdt>", None),
    "in a link with a picture": (linked(OLD).replace("<w:t ", "<w:drawing/><w:t "), None),
    "twice": (run(f" Accounts, {OLD}, at {OLD}."), None),
}  # fmt: skip


@pytest.fixture(scope="module")
def moved(tmp_path_factory: pytest.TempPathFactory) -> tuple[bytes, Told]:
    """A file with a note for each form, and what was made of it."""
    body = "".join(
        f"<w:p>{run(f'Part {chr(96 + i)} is about the mill.')}{call(i)}</w:p>" for i in range(1, len(FORMS) + 1)
    )
    data = word_file(body, [note for note, _ in FORMS.values()], [OLD])
    return data, written(looked_at(data, MOVED, tmp_path_factory.mktemp("moved")))


@pytest.mark.parametrize("form", FORMS)
def test_a_moved_address_becomes_the_new_one(form: str, moved: tuple[bytes, Told]) -> None:
    data, made = moved
    number, expected = list(FORMS).index(form), FORMS[form][1]
    before, after = (article(each).notes[number] for each in (data, settled(made, accept=True)))
    assert after == before if expected is None else after.text == expected
    if expected is not None:
        assert [link.href for link in after.hyperlinks] == [NEW] * len(before.hyperlinks)
    [said] = [said for _, said in commented(made) if f" [{number + 1}]\n" in said]
    assert ("Suggested as a change in the note" in said) == (expected is not None)
    assert f"Give the new address: {NEW}" in said


def test_who_rejects_has_the_same_file_and_who_accepts_a_clean_one(moved: tuple[bytes, Told]) -> None:
    data, made = moved
    back, on = settle(made, accept=False), settled(made, accept=True)
    assert plain(back) == plain(data)
    assert signs(back) == signs(data)
    assert letters(back) == letters(data)
    for each in (back, on):
        assert not re.findall(
            rb'w:author="verifier"|w:comment(?:Range|Ref)', b"".join(map(zipfile.ZipFile(io.BytesIO(each)).read, PARTS))
        )
    assert plain(on) == plain(made)


def test_what_could_not_be_written_is_counted(moved: tuple[bytes, Told]) -> None:
    written_, *others = moved[1].said
    assert written_.startswith(f"{sum(text is not None for _, text in FORMS.values())} changes suggested")
    assert sum(int(line.split()[0]) for line in others) == sum(text is None for _, text in FORMS.values())


def test_each_comment_on_a_note_stands_at_its_mark(moved: tuple[bytes, Told]) -> None:
    places = {said.split("\n")[0]: words for words, said in commented(moved[1]) if "page has moved" in said}
    assert places == {f"! page has moved [{i}]": f"<{i}>" for i in range(1, len(FORMS) + 1)}


def test_a_lost_page_gets_its_archived_copy(tmp_path: Path) -> None:
    data = word_file(BODY, [run(" Minutes, ") + linked(GONE) + run(", p. 3.", "<w:sz w:val='18'/>")], [GONE])
    web = {RAW: page("Minutes", f"<article><p>{TEXT}</p></article>"), INDEX: ROW}
    report = looked_at(data, CopyWeb(web), tmp_path)
    assert [s.kind for s in report.suggestions] == [SuggestionKind.COPY]
    made = written(report)
    assert plain(settle(made, accept=False)) == plain(data)
    note = article(settled(made, accept=True)).notes[0]
    assert note.text == f"Minutes, {GONE} (archived on 2019-03-12: {STAMPED}), p. 3."
    assert [link.href for link in note.hyperlinks] == [GONE]


class CopyWeb(dict[str, Answer]):
    """Sites by address; an address with a query is that without it."""

    def __contains__(self, url: object) -> bool:
        return super().__contains__(str(url).split("?", maxsplit=1)[0])

    def __getitem__(self, url: str) -> Answer:
        return super().__getitem__(url.split("?", maxsplit=1)[0])


HOST = "https://mill.example"
SAID = {
    "/a": "The mill ground 1,200 sacks of rye in the wet year, as the old accounts of the parish say.",
    "/b": "The miller did not sell his share to the brothers before the flood came down the valley.",
    "/c": "The wheel stood still for three weeks in March while the ice lay on the upper pond.",
    "/d": "The old bridge was built of \x1bsilver larch in the winter that the pond froze to its ground.",
}
# The sentence of each note in runs, what is quoted in it, and what stands there when the change was accepted (None: the same as before).
QUOTED: dict[str, tuple[str, str, str | None]] = {
    "a number, bold": (
        run("It says “the mill ground ") + run("1,700", "<w:b/>") + run(" sacks of rye in the wet year”."), "/a",
        "It says “the mill ground 1,200 sacks of rye in the wet year”."),
    "a not that is missing": (
        run("“The miller did sell his share to the brothers before the flood came”, it says."), "/b",
        "“The miller did not sell his share to the brothers before the flood came”, it says."),
    "word for word": (run("It says “the wheel stood still for three weeks in March”."), "/c", None),
    "with changes that it marks": (
        run("It says “the wheel stood still for four weeks […] while the ice lay on the upper pond”."), "/c", None),
    "a word with a sign that nobody sees": (
        run("“The old bridge was built of yellow larch in the winter that the pond froze”, it says."), "/d", None),
    "in somebody's insertion": (
        f'<w:ins w:id="3" w:author="Ada">{run("It says “the wheel stood still for nine weeks in March while the ice lay”.")}</w:ins>', "/c", None),
}  # fmt: skip


@pytest.fixture(scope="module")
def quoted(tmp_path_factory: pytest.TempPathFactory) -> tuple[bytes, Report]:
    """A file with a sentence for each quotation, and its report."""
    body = "".join(f"<w:p>{runs}{call(i)}</w:p>" for i, (runs, _, _) in enumerate(QUOTED.values(), 1))
    data = word_file(body, [run(f" Accounts, {HOST}{path}") for _, path, _ in QUOTED.values()])
    web = {
        f"{HOST}{path}": page("Accounts", f"<article><p>{text}</p><p>{REST}</p></article>")
        for path, text in SAID.items()
    }
    return data, looked_at(data, web, tmp_path_factory.mktemp("quoted"), quotations=True)


@pytest.fixture(scope="module")
def corrected(quoted: tuple[bytes, Report]) -> Told:
    return written(quoted[1])


REST = "Nobody else wrote of it, and the parish kept no other book of that time. " * 4


@pytest.mark.parametrize("case", QUOTED)
def test_a_quotation_is_corrected_to_the_words_of_its_source(
    case: str, quoted: tuple[bytes, Report], corrected: Told
) -> None:
    number, expected = list(QUOTED).index(case), QUOTED[case][2]
    before, after = (article(each).blocks[number].text for each in (quoted[0], settled(corrected, accept=True)))
    assert after == (expected or before)


def test_a_corrected_quotation_keeps_its_forms_and_can_be_had_back(
    quoted: tuple[bytes, Report], corrected: Told
) -> None:
    data, made = quoted[0], corrected
    back = settle(made, accept=False)
    assert plain(back) == plain(data)
    assert signs(back) == signs(data)
    bold = "".join(
        sign for _, sign, dress in signs(settled(made, accept=True)) if any("b " in d or "b/" in d for d in dress)
    )
    assert bold == "1,200"
    at = {said.split("\n")[0]: words for words, said in commented(made)}
    assert at["✗ number differs [1]"] == "It says “the mill ground 1,7001,200 sacks of rye in the wet year”."


def test_quotations_are_left_alone_unless_they_are_asked_for(quoted: tuple[bytes, Report]) -> None:
    assert quoted[1].suggestions
    assert not suggest(quoted[1]).suggestions


def test_what_a_person_accepted_is_not_suggested(quoted: tuple[bytes, Report]) -> None:
    closed = tuple(replace(a, settled=SettledBy.ACCEPTED, why="Ada") for a in find_alerts(quoted[1]) if a.note == "1")
    left = suggest(replace(quoted[1], settled=closed), quotations=True)
    assert {s.citation.note for s in quoted[1].suggestions} - {s.citation.note for s in left.suggestions} == {0}


@pytest.mark.parametrize(
    ("edit", "said"),
    [
        ("readOnly", "The file is protected, and stays so"),
        ("trackedChanges", "protected but for tracked changes, and stays so"),
    ],
)
def test_a_protected_file_stays_protected(edit: str, said: str, tmp_path: Path) -> None:
    settings = {"settings": f'<w:documentProtection w:edit="{edit}" w:enforcement="1"/>'}
    made = written(looked_at(word_file(BODY, [run(f" Accounts, {OLD}.")], parts=settings), MOVED, tmp_path))
    assert any(said in line for line in made.said)
    assert f'w:edit="{edit}"'.encode() in zipfile.ZipFile(io.BytesIO(made)).read("word/settings.xml")


def test_comments_that_are_there_are_kept(tmp_path: Path) -> None:
    theirs = (
        f'<w:comment w:id="5" w:author="Ada" w:date="2024-01-02T03:04:05Z"><w:p>{run("Which mill?")}</w:p></w:comment>'
    )
    marked = f'<w:commentRangeStart w:id="5"/>{run("The mill was busy.")}<w:commentRangeEnd w:id="5"/><w:r><w:commentReference w:id="5"/></w:r>'
    data = word_file(f"<w:p>{marked}{call(1)}</w:p>", [run(f" Accounts, {OLD}.")], parts={"comments": theirs})
    made = written(looked_at(data, MOVED, tmp_path))
    assert commented(made)[0] == ("The mill was busy.", "Which mill?")
    root = etree.fromstring(zipfile.ZipFile(io.BytesIO(made)).read("word/comments.xml"))
    days = {c.get(f"{{{W}}}author"): c.get(f"{{{W}}}date") for c in root}
    assert days == {"Ada": "2024-01-02T03:04:05Z", "verifier": "2025-06-02T12:00:00Z"}


def test_a_strict_file_stays_strict(tmp_path: Path) -> None:
    common, strict = "http://schemas.openxmlformats.org/", "http://purl.oclc.org/ooxml/"
    out = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(word_file(BODY, [run(f" Accounts, {OLD}.")]))) as given,
        zipfile.ZipFile(out, "w") as file,
    ):
        for name in given.namelist():
            text = given.read(name).decode()
            for kind in ("officeDocument/2006/relationships", "wordprocessingml/2006/main"):
                text = text.replace(common + kind, strict + kind.replace("2006/", ""))
            stray = f'<w:document w:conformance="strict" xmlns:sl="{common}schemaLibrary/2006/main" '
            file.writestr(name, text.replace("<w:document ", stray))
    made = written(looked_at(out.getvalue(), MOVED, tmp_path))
    assert read_bytes(bytes(made), "a.docx").notes[0].text == f"Accounts, {NEW}."
    names = (*PARTS, "word/comments.xml", "word/_rels/document.xml.rels", "_rels/.rels")
    parts = b"".join(map(zipfile.ZipFile(io.BytesIO(made)).read, names))
    assert not re.findall(rb"schemas.openxmlformats.org/(?:wordprocessingml|officeDocument)", parts)
    assert parts.count(b"schemaLibrary/2006/main") == 1, "a common name that it has itself stays as well"
    assert (parts.count(b"<w:del "), parts.count(b"<w:ins "), parts.count(b"<w:comment ")) == (1, 1, 1)


def test_the_same_sentence_twice_is_commented_where_it_is_meant(tmp_path: Path) -> None:
    same = "<w:p>" + run("The mill ground 1,700 sacks of rye in the wet year.") + "{}</w:p>"
    data = word_file(same.format("") + same.format(call(1)), [run(f" Accounts, {NEW}.")])
    made = written(looked_at(data, MOVED, tmp_path))
    [paragraph] = [
        p
        for p in etree.fromstring(zipfile.ZipFile(io.BytesIO(made)).read(PARTS[0])).iter(f"{{{W}}}p")
        if p.find(f"{{{W}}}commentRangeStart") is not None
    ]
    assert paragraph.find(f".//{{{W}}}footnoteReference") is not None


def test_typed_notes_are_commented_and_changed_where_they_stand(tmp_path: Path) -> None:
    body = "".join(
        f"<w:p>{run(text)}</w:p>"
        for text in (
            "The mill was busy.[1] Nobody slept.[2]",
            "Notes",
            f"[1] Accounts, {OLD}, p. 4.",
            "[2] Diary of the miller.",
        )
    )
    data = word_file(body)
    made = written(looked_at(data, MOVED, tmp_path))
    assert [(words, said.split("\n")[0]) for words, said in commented(made)] == [(OLD + NEW, "! page has moved [1]")]
    assert plain(settle(made, accept=False)) == plain(data)
    assert article(settled(made, accept=True)).notes[0].text == f"Accounts, {NEW}, p. 4."


def test_the_program_suggests_what_it_is_asked_for(tmp_path: Path) -> None:
    said = run("The growers say that “the drought of 2022 cost the lower basin 1,700 seasonal jobs”.")
    draft = word_file(
        f"<w:p>{said}{call(1)}</w:p>", [run(" Drought, https://growers.example/news/what-the-drought-took.")]
    )
    (tmp_path / "draft.docx").write_bytes(draft)
    done = verifier(
        "check", "draft.docx", "--replay", EXAMPLES / "sources.warc.gz", "--suggest", "-o", "few.docx", cwd=tmp_path
    )
    assert b"suggested" not in done.stderr
    done = verifier("report", "draft.docx", "--suggest-quotations", "-o", "more.docx", cwd=tmp_path)
    assert (
        "note: more.docx: 1 change suggested, to accept or reject in Word (Review)."
        in done.stderr.decode().splitlines()
    )
    accepted = read_bytes(settle((tmp_path / "more.docx").read_bytes(), accept=True), "more.docx")
    assert "the lower basin 1,200 seasonal jobs" in accepted.blocks[0].text


@pytest.mark.parametrize("verb", ["check", "report"])
def test_changes_that_nobody_could_see_are_refused(verb: str, tmp_path: Path) -> None:
    (tmp_path / "draft.docx").write_bytes(word_file(BODY, [run(f" Accounts, {OLD}.")]))
    refused = verifier(verb, "draft.docx", "--suggest", "-o", "out.html", cwd=tmp_path)
    assert refused.returncode == 2
    assert "-o FILE.docx" in " ".join(refused.stderr.decode().split())
    assert [path.name for path in tmp_path.iterdir()] == ["draft.docx"]


def test_an_article_of_a_folder_is_never_written_over(tmp_path: Path) -> None:
    (tmp_path / "draft.docx").write_bytes(word_file(BODY, [run(f" Accounts, {OLD}.")]))
    before = (tmp_path / "draft.docx").read_bytes()
    over = verifier("check", ".", "-o", "draft.docx", "--force", "--offline", cwd=tmp_path)
    assert (over.returncode, (tmp_path / "draft.docx").read_bytes()) == (2, before)
    assert "is the article itself" in over.stderr.decode()
