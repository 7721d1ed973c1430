"""An archive handed on: what is written out answers as the archive does, and nothing is written half."""

from __future__ import annotations

import csv
import gzip
import hashlib
import io
import json
import zipfile
from collections.abc import Callable, Mapping
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from support.reading import READER
from support.webs import NOON, Answer, page, send_from
from warcio.archiveiterator import ArchiveIterator

from verifier import cli
from verifier.archive import Archive, Selection
from verifier.errors import VerifierError
from verifier.fetching import Mementos
from verifier.library import read_bytes
from verifier.model import (
    Failure,
    FailureKind,
    Fetch,
    Incomplete,
    Link,
    LinkStatus,
    PlanName,
    Report,
    Request,
    Response,
    Snapshot,
)
from verifier.replay import Replay
from verifier.warc import Captures
from verifier.workflow import Network, check
from verifier.workflow.exporting import export
from verifier.workflow.folder import write_folder

KEEPER = "https://web.archive.org"
FILL = "<p>" + "The harbour office wrote down every boat and every barrel in those years. " * 12 + "</p>"


def story(title: str, words: str) -> str:
    return page(title, f"<article><h1>{title}</h1><p>{words}</p>{FILL}</article>")


# Of each note: its label, the words that the article quotes, its address, and what the web answers.
CLAIMS = {
    "plain": ("the keeper counted forty lamps that night", "https://plain.example/a"),
    "altered": ("the keeper counted ninety lamps that night", "https://plain.example/a#part"),
    "hops": ("the ferry was moved to the northern quay", "http://hops.example/old?id=7"),
    "refreshed": ("the mill was sold in the spring of 1911", "https://refresh.example/start"),
    "paged": ("on the last page stands the price of salt", "https://paged.example/long"),
    "gone": ("the bridge was closed for nine years", "https://gone.example/bridge"),
    "copied": ("the well ran dry in the second summer", "https://copied.example/well"),
    "wall": ("nobody outside may read this sentence here", "https://wall.example/a"),
    "everywhere": ("the captain never spoke of that voyage", "https://everywhere.example/captain"),
    "nowhere": ("the tower was painted red that year", "https://nowhere.example/tower"),
    "late": ("the clock of the town hall stood still", "https://late.example/clock"),
    "framed": ("the third frame holds the whole sermon text", "https://framed.example/sermon"),
    "short": ("the letter was cut in the middle of it", "https://short.example/letter"),
    "named": ("the harbour of Ærø was frozen until May", "https://named.example/Ærø havn"),
}
WEB: Mapping[str, Answer] = {
    "https://plain.example/a": story("Lamps", f"They say {CLAIMS['plain'][0]}, and he was sure."),
    "http://hops.example/old?id=7": (301, "", {"location": "https://hops.example/b"}),
    "https://hops.example/b": (302, "", {"location": "https://hops.example/c"}),
    "https://hops.example/c": story("Quay", f"Then {CLAIMS['hops'][0]}."),
    "https://refresh.example/start": page(
        "Moved", "<p>Go on.</p>", '<meta http-equiv="refresh" content="0; url=/mill">'
    ),
    "https://refresh.example/mill": story("Mill", f"It is known that {CLAIMS['refreshed'][0]}."),
    "https://paged.example/long": page(
        "Salt", f"<article><h1>Salt</h1>{FILL}<a rel=next href='/long?page=2'>Next</a></article>", "<link rel=next href='/long?page=2'>"
    ),
    "https://paged.example/long?page=2": page("Salt", f"<article><h1>Salt</h1><p>And {CLAIMS['paged'][0]}.</p>{FILL}</article>"),
    "https://gone.example/bridge": (404, page("Not found", "<h1>Not found</h1>")),
    "https://copied.example/well": (410, page("Gone", "<h1>Gone</h1>")),
    f"{KEEPER}/web/20190312083000id_/https://copied.example/well": (
        200, story("Well", f"They wrote that {CLAIMS['copied'][0]}."), {"memento-datetime": "Tue, 12 Mar 2019 08:30:00 GMT"},
    ),
    f"{KEEPER}/web/20180101000000id_/https://gone.example/bridge": (
        200, story("Bridge", f"It is true that {CLAIMS['gone'][0]}."), {"memento-datetime": "Mon, 01 Jan 2018 00:00:00 GMT"},
    ),
    "https://wall.example/a": (403, page("Forbidden", "<h1>Forbidden</h1>"), {"retry-after": "3000", "set-cookie": "visitor=7"}),
    "https://framed.example/sermon": "<html><frameset cols='20%,80%'><frame src='/menu.html'><frame src='/text.html'></frameset></html>",
    "https://framed.example/text.html": story("Sermon", f"Here {CLAIMS['framed'][0]}."),
    "https://named.example/Ærø%20havn": story("Havn", f"It is said that {CLAIMS['named'][0]}."),
}  # fmt: skip
COPY = f"{KEEPER}/web/20190312083000/https://copied.example/well"
EVERYWHERE = page(
    "Portal", "<main><h1>Welcome to the portal</h1>" + "<p>News of the day, weather and sports.</p>" * 20 + "</main>"
)


def answer(request: Request) -> Response | Failure:
    url = request.url.split("#")[0]
    if url.startswith("https://everywhere.example/"):
        return Response(request.url, url, 200, (("content-type", "text/html"),), EVERYWHERE.encode(), NOON)
    if url.startswith("https://nowhere.example/"):
        return Failure(request.url, FailureKind.DNS, "The name\nnowhere.example does not exist.", NOON)
    if url.startswith("https://late.example/"):
        return Failure(request.url, FailureKind.TIMEOUT, "No answer came in time.", NOON)
    if url.startswith("https://short.example/"):
        body = story("Letter", "the letter was").encode()
        return Response(request.url, url, 200, (("content-type", "text/html"), ("content-encoding", "gzip"), ("content-length", "99999")),
                        body, NOON, incomplete=Incomplete.TRUNCATED)  # fmt: skip
    if "/cdx/search/cdx?" in url:
        rows = [
            ["timestamp", "original", "statuscode", "mimetype"],
            ["20180101000000", "https://gone.example/bridge", "200", "text/html"],
        ]
        return Response(request.url, url, 200, (), json.dumps(rows if "gone.example" in url else []).encode(), NOON)
    return send_from(WEB)(request)


def article() -> str:
    body = [f"In the book it says “{words}”, as one can read.[{n}]" for n, (words, _) in enumerate(CLAIMS.values(), 1)]
    notes = [f"[{n}] “Of the coast”, {url.replace(' ', '%20')}" for n, (_, url) in enumerate(CLAIMS.values(), 1)]
    notes = [f"{note}, archived at {COPY}" if "copied" in note else note for note in notes]
    return "\n\n".join([*body, "\n".join(notes)]) + "\n"


def run(path: Path, send: Callable[[Request], Response | Failure], plan: PlanName = PlanName.LIVE) -> Report:
    with Archive.open(path, now=lambda: NOON) as archive:
        network = Network(plan, send, READER.read, Mementos("lost"), guess=READER.guess, spacing=0.0)
        return check(read_bytes(article().encode(), "a.txt"), archive, network, now=lambda: NOON, max_age=timedelta(0))


@pytest.fixture(scope="module")
def original(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Report]:
    path = tmp_path_factory.mktemp("archive") / "archive.db"
    return path, run(path, answer)


def written(archive: Path, target: Path, wanted: Selection | None = None) -> Path:
    with Archive.open(archive, now=lambda: NOON, readonly=True) as opened:
        export(opened, target, wanted or Selection(), now=lambda: NOON, over=False)
    return target


def said(report: Report) -> dict[str, tuple[Any, ...]]:
    """Of each note the state of its link, and what is said of its quotation."""
    names = list(CLAIMS)
    return {
        names[int(c.label) - 1]: (
            c.fetch.status.link.value if c.fetch else None, c.fetch.status.family.value if c.fetch else None,
            c.severity.value, c.word, *((f.verdict.value, f.severity.value) for f in c.findings),
        )
        for c in report.citations
    }  # fmt: skip


@pytest.mark.parametrize("suffix", [".warc.gz", ".wacz"])
def test_captures_answer_as_the_archive_that_they_came_from(
    suffix: str, original: tuple[Path, Report], tmp_path: Path
) -> None:
    archive, report = original
    links = {name: answered[0] for name, answered in said(report).items()}
    assert links["hops"] == "moved"
    assert links["everywhere"] == "soft_404"
    assert {name for name, answered in said(report).items() if answered[4][0] == "verbatim"} == {
        "plain", "hops", "refreshed", "paged", "gone", "copied", "framed", "named"}  # fmt: skip
    captures = Replay(written(archive, tmp_path / f"a{suffix}"), "a")
    assert said(run(tmp_path / "b.db", captures.send, PlanName.REPLAY)) == said(report)


def test_each_response_replays_to_the_bytes_that_are_kept(original: tuple[Path, Report], tmp_path: Path) -> None:
    captures = Replay(written(original[0], tmp_path / "a.warc.gz"), "a")
    for cited in original[1].citations:
        if cited.fetch is not None and cited.fetch.snapshot is not None:
            found = captures.send(Request(cited.fetch.snapshot.url))
            assert isinstance(found, Response)
            assert hashlib.sha256(found.body).hexdigest() == cited.fetch.snapshot.sha256
            assert found.received_at == cited.fetch.fetched_at


def test_a_warc_says_what_it_holds(original: tuple[Path, Report], tmp_path: Path) -> None:
    path = written(original[0], tmp_path / "a.warc.gz")
    kinds: dict[str, list[str]] = {}
    heads: dict[str, tuple[str, dict[str, str]]] = {}
    with path.open("rb") as file:
        for record in ArchiveIterator(file, check_digests=True):
            body = record.raw_stream.read()
            assert record.digest_checker.passed is not False, record.digest_checker.problems
            assert record.rec_headers.protocol == "WARC/1.1"
            url = record.rec_headers.get_header("WARC-Target-URI") or ""
            kinds.setdefault(record.rec_type, []).append(url)
            if record.rec_type == "response":
                given = {k.lower(): v for k, v in record.http_headers.headers}
                heads[url] = record.http_headers.get_statuscode(), given
                assert int(given["content-length"]) == len(body)
                assert not {"content-encoding", "transfer-encoding", "set-cookie"} & set(given)
                cut = record.rec_headers.get_header("WARC-Truncated")
                assert cut == ("disconnect" if "short.example" in url else None)
            if record.rec_type == "metadata":
                assert body.startswith((b"fetch-failure: dns: The name nowhere", b"fetch-failure: timeout: No answer"))
    assert len(kinds["warcinfo"]) == 1
    assert sorted(kinds["request"]) == sorted(kinds["response"])
    assert len(set(kinds["response"])) == len(kinds["response"])
    assert heads["http://hops.example/old?id=7"][0] == "301"
    assert heads["https://wall.example/a"][1]["retry-after"] == "3000"
    assert heads[COPY][1]["memento-datetime"] == "Tue, 12 Mar 2019 08:30:00 GMT"
    assert heads[COPY][1]["link"] == '<https://copied.example/well>; rel="original"'


def test_a_wacz_says_what_it_holds(original: tuple[Path, Report], tmp_path: Path) -> None:
    with zipfile.ZipFile(written(original[0], tmp_path / "a.wacz")) as package:
        assert package.getinfo("archive/data.warc.gz").compress_type == zipfile.ZIP_STORED
        about = json.loads(package.read("datapackage.json"))
        digest = json.loads(package.read("datapackage-digest.json"))
        assert digest["hash"] == "sha256:" + hashlib.sha256(package.read("datapackage.json")).hexdigest()
        assert about["wacz_version"] == "1.1.1"
        named = {r["path"] for r in about["resources"]}
        assert named == {n for n in package.namelist() if not n.startswith("datapackage")}
        for resource in about["resources"]:
            data = package.read(resource["path"])
            assert (resource["bytes"], resource["hash"]) == (len(data), "sha256:" + hashlib.sha256(data).hexdigest())
        warc = package.read("archive/data.warc.gz")
        lines = gzip.decompress(package.read("indexes/index.cdx.gz")).decode().splitlines()
        assert lines == sorted(lines)
        for line in lines:
            place = json.loads(line.split(" ", 2)[2])
            record = gzip.decompress(warc[int(place["offset"]) :][: int(place["length"])]).decode("utf-8", "replace")
            assert record.startswith("WARC/1.1\r\n")
            assert place["digest"] in record or place["mime"] == "application/warc-fields"
        pages = [json.loads(line) for line in package.read("pages/pages.jsonl").decode().splitlines()]
        assert pages[0]["format"] == "json-pages-1.0"
        assert {p["url"] for p in pages[1:]} >= {"https://plain.example/a", "http://hops.example/old?id=7"}


def test_the_same_archive_gives_the_same_bytes(original: tuple[Path, Report], tmp_path: Path) -> None:
    names = ["one/a.warc.gz", "two/a.warc.gz"]
    for name in names:
        (tmp_path / name).parent.mkdir()
        written(original[0], tmp_path / name)
    one, two = ((tmp_path / name).read_bytes() for name in names)
    assert one == two


def test_a_table_has_a_row_for_each_citation(original: tuple[Path, Report], tmp_path: Path) -> None:
    archive, report = original
    table = written(archive, tmp_path / "a.csv").read_text(encoding="utf-8")
    rows = list(csv.DictReader(io.StringIO(table)))
    lines = [json.loads(line) for line in written(archive, tmp_path / "a.jsonl").read_text("utf-8").splitlines()]
    assert [(r["note"], r["url"], r["answer"], r["link"]) for r in rows] == [
        (c.label, c.citation.url, c.word, c.fetch.status.link.value if c.fetch else "") for c in report.citations
    ]
    assert [line["answer"] for line in lines] == [row["answer"] for row in rows]
    assert lines[0]["snapshot_sha256"] == report.citations[0].fetch.snapshot.sha256  # type: ignore[union-attr]


def test_a_folder_has_text_and_original_of_each_source(original: tuple[Path, Report], tmp_path: Path) -> None:
    folder = written(original[0], tmp_path / "sources")
    rows = list(csv.DictReader(io.StringIO((folder / "index.csv").read_text(encoding="utf-8"))))
    assert len(rows) == len({c.citation.url for c in original[1].citations})
    for row in rows:
        if row["original_file"]:
            assert hashlib.sha256((folder / row["original_file"]).read_bytes()).hexdigest() == row["sha256"]
    mill = next(row for row in rows if "refresh" in row["url"])
    assert CLAIMS["refreshed"][0] in (folder / mill["text_file"]).read_text(encoding="utf-8")
    lost = next(row for row in rows if "gone" in row["url"])
    assert lost["copy_of"].startswith(f"{KEEPER}/web/20180101000000/")


FILES = {
    "text/html": (b"<html><p>A well</p>", ".html"),
    "text/plain": (b"A well", ".orig.txt"),
    "text/markdown": (b"# A well", ".md"),
    "application/x-tex": (rb"\documentclass{article}", ".tex"),
    "application/epub+zip": (b"PK\x03\x04", ".epub"),
    "application/x-unknown": (b"PK\x03\x04", ".zip"),
    "image/png": (b"\x89PNG", ".image"),
    "application/octet-stream": (b"\0\1\2\3", ".bin"),
}


@pytest.mark.parametrize("media", FILES)
def test_the_files_of_a_folder_are_called_as_what_they_are(media: str, tmp_path: Path) -> None:
    body, suffix = FILES[media]
    visit = Fetch(
        "https://a.example/", NOON, PlanName.LIVE, LinkStatus(Link.OK, "ok", ""), snapshot=Snapshot("ab", body, media)
    )
    write_folder(tmp_path, [visit])
    assert {file.name for file in tmp_path.iterdir()} == {"index.csv", f"0001-a.example{suffix}"}


@pytest.mark.parametrize(
    ("wanted", "held", "missing"),
    [
        (Selection(sources=("https://www.plain.example/a",)), "https://plain.example/a", "https://wall.example/a"),
        (Selection(documents=("a.txt",)), "https://wall.example/a", "https://other.example/"),
        (Selection(since=NOON), "https://plain.example/a", "https://other.example/"),
    ],
)
def test_only_what_is_asked_for_is_exported(
    wanted: Selection, held: str, missing: str, original: tuple[Path, Report], tmp_path: Path
) -> None:
    urls = {found.url for found in Captures(written(original[0], tmp_path / "a.warc.gz", wanted), "a")}
    assert held in urls
    assert missing not in urls


@pytest.mark.parametrize(
    ("wanted", "said"),
    [
        (Selection(sources=("https://other.example/",)), "holds nothing for https://other.example/"),
        (Selection(documents=("b.txt",)), "holds no article b.txt"),
        (Selection(since=NOON + timedelta(days=1)), "holds nothing of what was asked for"),
    ],
)
@pytest.mark.parametrize("name", ["a.warc.gz", "a.wacz", "a.csv", "a"])
def test_what_is_not_there_is_said_and_nothing_is_written(
    wanted: Selection, said: str, name: str, original: tuple[Path, Report], tmp_path: Path
) -> None:
    if name == "a.csv" and wanted.sources:
        said = "holds nothing"
    with pytest.raises(VerifierError, match=said):
        written(original[0], tmp_path / name, wanted)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("name", ["a.warc.gz", "a.wacz", "a.csv", "a.jsonl", "a", "a.db"])
def test_nothing_is_written_over_without_leave(
    name: str, original: tuple[Path, Report], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    verb, target = "backup" if name.endswith(".db") else "export", tmp_path / name
    words = [verb, str(target), "--db", str(original[0])]
    assert cli.run(words) == 0
    before = sorted(p.name for p in tmp_path.rglob("*"))
    assert cli.run(words) == 2
    assert "is there already" in capsys.readouterr().err
    assert cli.run([*words, "--force", "--quiet"]) == 0
    assert sorted(p.name for p in tmp_path.rglob("*")) == before


def test_force_replaces_no_folder_of_another_kind(
    original: tuple[Path, Report], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "home").mkdir()
    (tmp_path / "home" / "letter.txt").write_text("Dear all")
    assert cli.run(["export", str(tmp_path / "home"), "--db", str(original[0]), "--force"]) == 2
    assert "no folder that an export made" in capsys.readouterr().err
    assert (tmp_path / "home" / "letter.txt").read_text() == "Dear all"


@pytest.mark.parametrize("name", ["none/a.wacz", "a.pdf", "none/folder", "a.warc"])
def test_where_nothing_can_be_written_it_is_said(
    name: str, original: tuple[Path, Report], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.run(["export", str(tmp_path / name), "--db", str(original[0])]) == 2
    error = capsys.readouterr().err
    assert error.startswith("error: ")
    assert error.count("\n") == 2
    assert list(tmp_path.iterdir()) == []
