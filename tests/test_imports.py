"""What a reader saved becomes a capture of its source: never replaced by a wall, kept as it is, or refused with nothing changed."""

from __future__ import annotations

import gzip
import io
import json
import os
import re
import zipfile
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from support.reading import READER
from support.webs import page, send_from
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from verifier import cli
from verifier.archive import Archive
from verifier.archive.opening import connect
from verifier.errors import ArchiveError
from verifier.fetching import Mementos
from verifier.library import read_bytes
from verifier.model import Failure, FailureKind, Link, PlanName, Report, Request, Response
from verifier.replay import Replay
from verifier.warc.streams import CapturesError, list_pages
from verifier.workflow import Network, check
from verifier.workflow.importing import open_import, take_in

URL = "https://gazette.example/2021/03/quiet-gates"
WORDS = "the gates of the lower basin stood open all night"
FILL = "<p>" + "Nobody in the valley spoke of it, and the keepers went home in the rain. " * 12 + "</p>"
STORY = page("Quiet Gates", f"<article><h1>Quiet Gates</h1><p>They say that {WORDS}.</p>{FILL}</article>")
TEASER = page(
    "Quiet Gates",
    "<h1>Quiet Gates</h1><p>Subscribe to continue reading this article. Already a subscriber? Log in.</p>",
)
ARTICLE = f"It is said that “{WORDS}”, as one can read.[1]\n\nOthers say “forty thousand barrels of salt were burned in the square”.[1]\n\n[1] “Quiet Gates”, {URL}\n"
SAVED = datetime(2025, 3, 4, 10, 0, tzinfo=UTC)

Send = Callable[[Request], Response | Failure]


def warc(*captures: tuple[str, int, dict[str, str], bytes], date: str | None = "2025-03-04T10:00:00Z") -> bytes:
    out = io.BytesIO()
    writer = WARCWriter(out, gzip=True)
    for url, status, headers, body in captures:
        head = StatusAndHeaders(f"{status} Answer", list(headers.items()), protocol="HTTP/1.1")
        record = writer.create_warc_record(
            url,
            "response",
            payload=io.BytesIO(body),
            length=len(body),
            http_headers=head,
            warc_headers_dict={"WARC-Date": date or ""},
        )
        if date is None:
            record.rec_headers.remove_header("WARC-Date")
        writer.write_record(record)
    return out.getvalue()


def wacz(data: bytes, pages: list[str]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as package:
        package.writestr("archive/data.warc.gz", data)
        lines = [
            {"format": "json-pages-1.0", "id": "pages"},
            *({"url": url, "ts": "2025-03-04T10:00:00Z"} for url in pages),
        ]
        package.writestr("pages/pages.jsonl", "\n".join(json.dumps(line) for line in lines))
    return out.getvalue()


HTML = {"content-type": "text/html; charset=utf-8"}
CAPTURE = warc((URL, 200, HTML, STORY.encode()))
MHTML = (
    "From: <Saved by Blink>\r\n"
    f"Snapshot-Content-Location: {URL}\r\n"
    "Subject: Quiet Gates\r\nDate: Tue, 4 Mar 2025 11:00:00 +0100\r\nMIME-Version: 1.0\r\n"
    'Content-Type: multipart/related;\r\n\ttype="text/html";\r\n\tboundary="----B"\r\n\r\n'
    f"------B\r\nContent-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\nContent-Location: {URL}\r\n\r\n{STORY}\r\n------B--\r\n"
)
SINGLE = f"<!DOCTYPE html> <html lang=en><!--\n Page saved with SingleFile \n url: {URL} \n saved date: Tue Mar 04 2025 11:00:00 GMT+0100 (CET)\n-->{STORY}"
FROM = f"<!DOCTYPE html>\n<!-- saved from url=(0043){URL} -->\n{STORY}"

# Of each file that can be imported: its name, its bytes, what is typed behind it, and the day on which it was saved.
FILES = {
    "warc": ("a.warc.gz", CAPTURE, [], "2025-03-04"),
    "plain warc": ("a.warc", gzip.decompress(CAPTURE), [], "2025-03-04"),
    "warc without suffix": ("download", CAPTURE, ["--url", URL], "2025-03-04"),
    "wacz": ("a.wacz", wacz(CAPTURE, [URL]), [], "2025-03-04"),
    "wacz without pages": ("a.wacz", wacz(CAPTURE, []), [], "2025-03-04"),
    "html": ("page.html", STORY.encode(), ["--url", URL], "2025-02-01"),
    "html of a browser": ("page.htm", FROM.encode(), [], "2025-02-01"),
    "html of SingleFile": ("page.html", SINGLE.encode(), [], "2025-03-04"),
    "mhtml": ("page.mhtml", MHTML.encode(), [], "2025-03-04"),
    "mhtml for another form": ("page.mht", MHTML.encode(), ["--url", URL.replace("https://", "http://www.") + "/"], "2025-03-04"),
}  # fmt: skip


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with an archive that knows the source and saw a wall in front of it a minute ago."""
    monkeypatch.chdir(tmp_path)
    now = datetime.now(UTC).replace(microsecond=0)
    report = checked(tmp_path, send_from({URL: (403, "<h1>Forbidden</h1>")}, at=now))
    assert [f.verdict.value for f in report.findings if f.quotation] == ["unverifiable"] * 2
    return tmp_path


def later() -> datetime:
    """A moment after all that was done in this test."""
    return datetime.now(UTC).replace(microsecond=0) + timedelta(hours=1)


def checked(folder: Path, send: Send, *, days: int = 1, plan: PlanName = PlanName.LIVE) -> Report:
    now = datetime.now(UTC).replace(microsecond=0) if days else later()
    with Archive.open(folder / "archive.db", now=lambda: now) as archive:
        network = Network(plan, send, READER.read, Mementos("never"), guess=READER.guess, spacing=0.0)
        article = read_bytes(ARTICLE.encode(), "a.txt")
        return check(article, archive, network, now=lambda: now, max_age=timedelta(days=days))


def imported(folder: Path, kind: str = "html", capsys: pytest.CaptureFixture[str] | None = None) -> str:
    name, data, words, day = FILES[kind]
    (folder / name).write_bytes(data)
    stamp = datetime(2025, 2, 1, 9, tzinfo=UTC).timestamp()
    os.utime(folder / name, (stamp, stamp))
    assert cli.run(["import", name, *words, "--quiet"]) == 0, capsys and capsys.readouterr().err
    return day


def no_answer(request: Request) -> Response | Failure:
    return Failure(request.url, FailureKind.TIMEOUT, "No answer came in time.", later())


def verdicts(report: Report) -> list[tuple[str, str]]:
    return [(f.verdict.value, f.judged) for f in report.findings if f.quotation]


WALLS: dict[str, Callable[[], Send]] = {
    "forbidden": lambda: send_from({URL: (403, "<h1>Forbidden</h1>")}, at=later()),
    "paywall": lambda: send_from({URL: TEASER}, at=later()),
    "time-out": lambda: no_answer,
}


@pytest.mark.parametrize("kind", FILES)
def test_what_a_reader_saved_is_judged(kind: str, here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    day = imported(here, kind, capsys)

    def nobody(request: Request) -> Response | Failure:
        raise AssertionError(request.url)

    report = checked(here, nobody) if "form" not in kind else checked(here, WALLS["forbidden"]())
    assert verdicts(report) == [("verbatim", "source"), ("not_found", "source")]
    assert all(f"a reader saved on {day}" in f.reason for f in report.findings if f.quotation)


@pytest.mark.parametrize("wall", WALLS)
@pytest.mark.parametrize("days", [0, 1])
def test_a_wall_takes_nothing_away(wall: str, days: int, here: Path) -> None:
    day = imported(here)
    for _ in range(2):  # also when the wall is newer than the import
        report = checked(here, WALLS[wall](), days=0)
        [cited] = report.citations
        assert verdicts(report) == [("verbatim", "source"), ("not_found", "source")]
        assert cited.fetch is not None
        assert cited.fetch.status.link is not Link.OK, "the state of the address itself stays what it is"
        assert any(f"a reader saved on {day}" in f.reason for f in cited.findings)
    fine = checked(here, WALLS[wall](), days=days)
    assert fine.citations[0].word in ("not_found", "copy_read")


def test_a_page_that_answers_counts_before_what_was_saved(here: Path) -> None:
    imported(here)
    live = STORY.replace("all night", "for an hour")
    report = checked(here, send_from({URL: live}, at=later()), days=0)
    assert [v for v, _ in verdicts(report)] != ["verbatim", "not_found"]
    assert not any("reader saved" in f.reason for f in report.findings)


def test_a_page_that_is_gone_stays_a_problem_and_its_words_are_judged(here: Path) -> None:
    imported(here)
    report = checked(here, send_from({}, at=later()), days=0)
    assert verdicts(report)[0] == ("verbatim", "source")
    assert report.citations[0].severity.value == "problem"


def test_an_import_is_no_drift_and_no_visit(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    imported(here)
    with Archive.open(here / "archive.db", now=lambda: SAVED) as archive:
        [source] = archive.sources()
        assert source.compared is None
        assert [visit.status.link for visit in source.visits] == [Link.BLOCKED]
        line = next(line for line in archive.history(URL) if line.plan is PlanName.IMPORT)
        assert archive.query("select origin from fetches where plan = 'import'").rows == (("page.html",),)
    assert (line.status.link, line.fetched_at.year) == (Link.OK, 2025)


def test_an_error_page_is_kept_as_what_it_is(here: Path) -> None:
    captures = warc(
        (URL, 404, HTML, b"<h1>Not found</h1>"),
        ("https://gazette.example/style.css", 200, {"content-type": "text/css"}, b"p {}"),
    )
    (here / "a.warc.gz").write_bytes(captures)
    assert cli.run(["import", "a.warc.gz", "--quiet"]) == 0
    with Archive.open(here / "archive.db", now=lambda: SAVED) as archive:
        imports = archive.query(
            "select sources.url, link, http_status from fetches join sources on sources.id = source_id where plan = 'import'"
        )
    assert imports.rows == ((URL, "gone", 404),)


def test_redirects_are_followed_inside_the_file_and_pages_found_without_being_cited(here: Path) -> None:
    other, new = "https://other.example/old", "https://other.example/new"
    story = STORY.encode()
    (here / "a.warc.gz").write_bytes(warc((other, 301, {"location": "/new"}, b""), (new, 200, HTML, story)))
    assert cli.run(["import", "a.warc.gz", "--quiet"]) == 0
    with Archive.open(here / "archive.db", now=lambda: SAVED) as archive:
        fetch = archive.latest_fetch(other)
        assert fetch is not None
        assert (fetch.final_url, fetch.status.link, len(fetch.hops)) == (new, Link.MOVED, 1)
        assert archive.latest_fetch(new) is None


def test_an_import_is_exported_and_answers_beside_the_wall(here: Path) -> None:
    imported(here)
    report = checked(here, WALLS["forbidden"](), days=0)
    assert cli.run(["export", "all.wacz", "--quiet"]) == 0
    (here / "second").mkdir()
    again = checked(here / "second", Replay(here / "all.wacz", "all").send, plan=PlanName.REPLAY)
    assert verdicts(again) == verdicts(report)
    assert again.citations[0].fetch is not None
    assert report.citations[0].fetch is not None
    assert again.citations[0].fetch.status.link is report.citations[0].fetch.status.link
    assert (again.citations[0].word, again.citations[0].reason) == (
        report.citations[0].word,
        report.citations[0].reason,
    )


LYING = gzip.decompress(CAPTURE)
BAD: dict[str, tuple[str, bytes, list[str], str]] = {
    "cut": ("a.warc.gz", CAPTURE[: len(CAPTURE) // 2], [], "the file was cut"),
    "cut at the end": ("a.warc.gz", CAPTURE[:-5], [], "the file was cut"),
    "cut, not packed": ("a.warc", LYING[:-200], [], "cut, or the header lies"),
    "cut in a header": ("a.warc", LYING[:60], [], "no file of captures, or a damaged one"),
    "no address of a capture": ("a.warc", LYING.replace(b"WARC-Target-URI: ", b"WARC-Target-URL: ", 1), [], "lacks the address"),
    "too long": ("a.warc", LYING.replace(b"Content-Length: ", b"Content-Length: 1", 1), [], "header lies"),
    "no length": ("a.warc", LYING.replace(b"Content-Length: ", b"Content-Lxngth: ", 1), [], "no Content-Length"),
    "no status": ("a.warc", LYING.replace(b"HTTP/1.1 200", b"HTTP/1.1 abc", 1), [], "is no answer of HTTP"),
    "a status of no kind": ("a.warc", LYING.replace(b"HTTP/1.1 200", b"HTTP/1.1 999999", 1), [], "is no answer of HTTP"),
    "a date that cannot be": ("a.warc", re.sub(rb"WARC-Date: \S+", b"WARC-Date: 9999-12-31T23:59:59-23:59", LYING), [], "WARC-Date"),
    "other bytes": ("a.warc", LYING.replace(b"lower basin", b"upper basin"), [], "WARC-Block-Digest"),
    "no date": ("a.warc.gz", warc((URL, 200, HTML, STORY.encode()), date=None), [], "WARC-Date"),
    "nothing in it": ("a.warc.gz", warc(), [], "is empty"),
    "no page in it": ("a.warc.gz", warc(("https://a.example/a.css", 200, {"content-type": "text/css"}, b"p {}")), [], "holds no page"),
    "another address": ("a.warc.gz", CAPTURE, ["--url", "https://other.example/"], "holds no capture of https://other.example/"),
    "zip": ("a.wacz", wacz(CAPTURE, [])[:-40], [], "damaged one"),
    "wacz with a cut WARC": ("a.wacz", wacz(CAPTURE[:-30], []), [], "the file was cut"),
    "no address": ("page.html", STORY.encode(), [], "does not say which page it is"),
    "none that can be": ("page.html", STORY.encode(), ["--url", "gates"], "is no address"),
    "of a mail": ("page.html", STORY.encode(), ["--url", "mailto:me@gazette.example"], "is no address"),
    "empty": ("page.html", b"", ["--url", URL], "is empty"),
    "a picture": ("page.png", b"\x89PNG\r\n\x1a\n" + bytes(200), ["--url", URL], "no page or document"),
    "no text": ("page.html", b"<html><body></body></html>", ["--url", URL], "cannot be read"),
    "a broken PDF": ("page.pdf", b"%PDF-1.4\nnothing", ["--url", URL], "cannot be read"),
}  # fmt: skip


@pytest.mark.parametrize("case", BAD)
def test_a_file_that_cannot_be_imported_changes_nothing(
    case: str, here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    name, data, words, said = BAD[case]
    (here / name).write_bytes(data)
    before = (here / "archive.db").read_bytes()
    assert cli.run(["import", name, *words]) == 2
    error = capsys.readouterr().err
    assert error.startswith("error: ")
    assert error.count("\n") == 2, error
    assert said in error
    assert (here / "archive.db").read_bytes() == before


@pytest.mark.parametrize("name", ["none.html", "."])
def test_what_is_no_file_is_said(name: str, here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.run(["import", name, "--url", URL]) == 2
    assert capsys.readouterr().err.startswith("error: ")


def test_a_bad_file_makes_no_archive(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.warc.gz").write_bytes(CAPTURE[:300])
    assert cli.run(["import", "a.warc.gz"]) == 2
    assert [p.name for p in tmp_path.iterdir()] == ["a.warc.gz"]


def test_a_full_disk_leaves_the_archive_as_it_was(here: Path) -> None:
    words = "".join(f"<p>{number * 7919**9} and {number**31} boats</p>" for number in range(20_000))
    (here / "page.html").write_text(f"<h1>Boats</h1>{words}")
    before = (here / "archive.db").read_bytes()
    connection = connect(here / "archive.db", readonly=False)
    connection.execute(f"pragma max_page_count = {len(before) // 4096 + 5}")
    found = open_import(here / "page.html", URL, now=later)
    full = pytest.raises(ArchiveError, match="the disk is full")
    with Archive(here / "archive.db", connection, later) as archive, full:
        take_in(found, archive, READER.read, now=later, arguments="page.html")
    assert (here / "archive.db").read_bytes() == before


def _large(size: int) -> Iterator[bytes]:
    head = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n"
    yield (
        b"WARC/1.1\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:00000000-0000-4000-8000-000000000000>\r\n"
        b"WARC-Date: 2025-03-04T10:00:00Z\r\nWARC-Target-URI: " + URL.encode() + b"\r\n"
        b"Content-Type: application/http; msgtype=response\r\nContent-Length: "
        + str(len(head) + size).encode()
        + b"\r\n\r\n"
        + head
    )
    for _ in range(size // 1_000_000):
        yield bytes(1_000_000)
    yield b"\r\n\r\n"


def test_a_record_of_any_size_is_read_up_to_the_cap(here: Path) -> None:
    with gzip.open(here / "a.warc.gz", "wb", compresslevel=1) as file:
        for piece in _large(300_000_000):
            file.write(piece)
    assert cli.run(["import", "a.warc.gz", "--quiet"]) == 0
    with Archive.open(here / "archive.db", now=lambda: SAVED) as archive:
        rows = archive.query("select link, rule from fetches where plan = 'import'").rows
    assert rows == (("unreachable", "too_large"),)


def test_a_hostile_list_of_pages() -> None:
    package = io.BytesIO()
    with zipfile.ZipFile(package, "w") as parts:
        parts.writestr("archive/data.warc", b"")
        parts.writestr("pages/pages.jsonl", b"[" * 200_000 + b'\n{"url": "https://gates.example/a"}\n')
    assert list_pages(package) == ("https://gates.example/a",)
    locked = bytearray(package.getvalue())
    for head, flags in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        locked[locked.rfind(head) + flags] |= 1
    with pytest.raises(CapturesError, match=r"pages\.jsonl cannot be unpacked"):
        list_pages(io.BytesIO(bytes(locked)))
