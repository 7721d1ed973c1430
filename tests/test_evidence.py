"""What is handed over as proof: stored copies as pages of our own, and the package in which every changed byte is found."""

from __future__ import annotations

import io
import re
import zipfile
from datetime import UTC, datetime
from pathlib import Path

import bagit
import pytest
from support.program import verifier

from verifier.binder.copies import Copy, places, write_copy
from verifier.binder.index import HEADS, Row, write_page, write_workbook
from verifier.binder.package import check_package, write_package
from verifier.errors import OutputError
from verifier.model import Evidence, PageMetadata, Part, Role, SourceText
from verifier.transport.browser import find_chromium

EXAMPLES = Path(__file__).resolve().parents[1] / "examples"
NOON = datetime(2025, 6, 2, 12, 0, tzinfo=UTC)
FILES = {"index.html": b"<p>It grew.</p>", "sources/001 note 1 a.example.html": b"The gates stayed open." * 20}


def copy(text: str, **fields: object) -> Copy:
    reading = SourceText(text, "html", "1", **fields)  # type: ignore[arg-type]
    return Copy("https://a.example/x", "https://a.example/x", NOON, reading, "0" * 64, "text/html")


# A text, the passages (exact, start), and the words that are marked.
MARKED: dict[str, tuple[str, list[tuple[str, int]], list[str]]] = {
    "where it stands": ("The gates stayed open.", [("gates", 4)], ["gates"]),
    "a second place of the same words": ("open, and open again", [("open", 10)], ["open"]),
    "words that moved since": ("All the gates stayed open.", [("gates", 4)], ["gates"]),
    "two that overlap": ("The gates stayed open.", [("gates stayed", 4), ("stayed open", 10)], ["gates stayed open"]),
    "over two paragraphs": ("The gates\n\nstayed open.", [("gates\n\nstayed", 4)], ["gates", "stayed"]),
    "words that are not there": ("The gates stayed open.", [("doors", 4)], []),
    "nothing": ("The gates stayed open.", [("", 3)], []),
    "markup in a source": ("The <b>gates</b> & doors", [("<b>gates</b> &", 4)], ["&lt;b&gt;gates&lt;/b&gt; &amp;"]),
}


@pytest.mark.parametrize("case", MARKED)
def test_the_passages_that_findings_rest_on_are_marked(case: str) -> None:
    text, passages, marked = MARKED[case]
    page = write_copy(copy(text), [Evidence(exact, "", "", at, at + len(exact)) for exact, at in passages])
    assert re.findall(r"<mark>(.*?)</mark>", page) == marked
    assert places(text, []) == []


def test_a_copy_is_text_whatever_the_source_holds() -> None:
    hostile = "<script>alert(1)</script>\n\n<img src=x onerror=alert(1)>\n\n\u202eevil\x1b[31m"
    page = write_copy(
        Copy("javascript:alert(1)", "javascript:alert(1)", NOON, SourceText(hostile, "html", "1", metadata=PageMetadata(title="</title><script>")), "0" * 64, "x")
    )  # fmt: skip
    assert "<script" not in page
    assert "<img" not in page
    assert "href=" not in page
    assert "\u202e" not in page
    assert "\x1b" not in page
    assert "default-src 'none'" in page


def test_what_is_hidden_is_left_out_and_what_stands_beside_the_text_is_pale() -> None:
    text = "Home About\n\nThe gates stayed open.\n\nOnly for screen readers"
    parts = (Part(0, 10, Role.NAVIGATION), Part(12, 34, Role.MAIN), Part(36, len(text), Role.HIDDEN))
    page = write_copy(copy(text, parts=parts))
    assert '<p class="pale">Home About</p>' in page
    assert "<p>The gates stayed open.</p>" in page
    assert "Only for screen readers" not in page


# --- the package -----------------------------------------------------------------------------------


@pytest.fixture
def package(tmp_path: Path) -> Path:
    path = tmp_path / "evidence.zip"
    write_package(path, "evidence-a", FILES, {"Bagging-Date": "2025-06-02"})
    return path


def test_a_package_is_a_bag_that_others_can_check(package: Path, tmp_path: Path) -> None:
    zipfile.ZipFile(package).extractall(tmp_path / "out")
    assert bagit.Bag(str(tmp_path / "out" / "evidence-a")).is_valid()
    assert check_package(package) == (len(FILES), [])


def test_every_changed_byte_is_found(package: Path, tmp_path: Path) -> None:
    whole = package.read_bytes()
    changed = tmp_path / "changed.zip"
    missed = []
    for at in range(len(whole)):
        changed.write_bytes(whole[:at] + bytes([whole[at] ^ 1 << at % 8]) + whole[at + 1 :])
        try:
            wrong = check_package(changed)[1]
        except OutputError:
            continue
        missed += [] if wrong else [at]
    assert missed == []


CHANGES: dict[str, tuple[str, str]] = {
    "a file more": ("evidence-a/data/new.html", "data/new.html is listed nowhere."),
    "a file of nobody's": ("other/new.html", "its files are named otherwise"),
}


@pytest.mark.parametrize("case", CHANGES)
def test_what_was_added_is_named(case: str, package: Path) -> None:
    name, said = CHANGES[case]
    with zipfile.ZipFile(package, "a") as packed:
        packed.writestr(name, b"new")
    done = verifier("verify", package.name, cwd=package.parent)
    assert said in (done.stdout + done.stderr).decode()
    assert done.returncode == (1 if "listed" in said else 2)


NO_PACKAGES: dict[str, bytes] = {
    "empty": b"",
    "no zip file": b"It grew.",
    "cut in the middle": b"PK\x03\x04" + b"\0" * 60,
}


@pytest.mark.parametrize("case", NO_PACKAGES)
def test_what_is_no_package_is_an_error_with_a_hint(case: str, tmp_path: Path) -> None:
    (tmp_path / "x.zip").write_bytes(NO_PACKAGES[case])
    done = verifier("verify", "x.zip", cwd=tmp_path)
    assert done.returncode == 2
    assert b"cannot be read as a package" in done.stderr
    assert b"hint:" in done.stderr


# --- the list ------------------------------------------------------------------------------------------

ROW = Row(
    "3",
    "“Gates”, https://a.example/",
    "It says “=1+1”.",
    "=1+1",
    "✗ altered",
    "Why.",
    "one",
    "12",
    "https://a.example/",
    "sources/a b.html",
    "",
    "",
)


def test_a_cell_that_begins_like_a_formula_is_text() -> None:
    written = write_workbook("a.md", [ROW])
    assert written is not None
    packed = zipfile.ZipFile(io.BytesIO(written))
    assert "<f>" not in packed.read("xl/worksheets/sheet1.xml").decode()
    assert all(head in packed.read("xl/sharedStrings.xml").decode() for head in HEADS)


def test_the_page_leads_to_copies_beside_it() -> None:
    page = write_page("a.md", "2025-06-02", [ROW])
    assert 'href="sources/a%20b.html"' in page
    assert "It says “=1+1”." in page


# --- as a person runs it -------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def checked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("desk")
    (folder / "article.md").write_bytes((EXAMPLES / "article.md").read_bytes())
    verifier("check", "article.md", "--replay", EXAMPLES / "sources.warc.gz", "--quiet", cwd=folder)
    return folder


def test_the_evidence_of_an_article_holds_a_copy_of_each_source_that_was_read(checked: Path) -> None:
    # Without a browser on the path copies are pages; with one they are PDFs of these pages.
    done = verifier("export", "e.zip", "--document", "article.md", cwd=checked, environment={"PATH": "/nowhere"})
    assert done.returncode == 0, done.stderr.decode()
    names = [name.partition("/data/")[2] for name in zipfile.ZipFile(checked / "e.zip").namelist()]
    copies = [name for name in names if name.endswith(".html") and name.startswith("sources/")]
    assert done.stdout.decode().strip() == f"e.zip: {len(copies)} copies of sources."
    assert {"index.html", "index.xlsx"} <= set(names)
    assert any(name.endswith("(original).pdf") for name in names)
    index = zipfile.ZipFile(checked / "e.zip").read("evidence-article/data/index.html").decode()
    assert index.count("Stored copy") >= len(copies)
    assert verifier("verify", "e.zip", cwd=checked).returncode == 0
    again = verifier("export", "e.zip", "--document", "article.md", cwd=checked)
    assert b"already" in again.stderr
    assert again.returncode == 2


@pytest.mark.skipif(find_chromium() is None, reason="Chromium is not installed")
def test_a_copy_can_be_printed(checked: Path) -> None:
    from verifier.transport.pdf import print_page  # noqa: PLC0415 - only where there is a browser

    printed = print_page(write_copy(copy("The gates stayed open.")))
    assert printed is not None
    assert printed.startswith(b"%PDF")


WRONG: dict[str, tuple[list[str], str]] = {
    "no article named": (["e2.zip"], "with one --document DOC"),
    "an article that nobody checked": (["e2.zip", "--document", "other.md"], "holds no findings of other.md"),
    "a source beside it": (["e2.zip", "--document", "article.md", "--source", "https://a.example/"], "nothing else"),
}


@pytest.mark.parametrize("case", WRONG)
def test_what_evidence_cannot_be_of_is_said(case: str, checked: Path) -> None:
    arguments, said = WRONG[case]
    done = verifier("export", *arguments, cwd=checked)
    assert done.returncode == 2
    assert said in done.stderr.decode()
    assert not (checked / "e2.zip").exists()


def test_a_stored_copy_is_written_as_a_page(checked: Path) -> None:
    url = "https://growers.example/news/what-the-drought-took"
    done = verifier("show", url, "--copy", "copy.html", cwd=checked)
    assert done.returncode == 0, done.stderr.decode()
    page = (checked / "copy.html").read_text("utf-8")
    assert "Stored copy" in page
    assert url in page
    again = verifier("show", url, "--copy", "copy.html", cwd=checked)
    assert again.returncode == 2
    assert verifier("show", url, "--copy", "copy.html", "--force", cwd=checked).returncode == 0
