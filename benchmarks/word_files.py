"""Word files of other people with our comments and changes in them: at the right words, and nothing else changed.

In: folders of articles; what is no Word file is made one by LibreOffice. Out: the written files, a line for each article, 1 where anything
did not hold. No network is asked: of three sources one has moved, one is gone with a copy in a web archive, one holds each quotation with
another word in it. The files are read back by this program (ISO/IEC 29500-1, 17.13.5) and by LibreOffice.
"""

from __future__ import annotations

import argparse
import io
import json
import re
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import timedelta
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

from docutils.core import publish_string
from lxml import etree
from markdown_it import MarkdownIt
from mdit_py_plugins.footnote import footnote_plugin

sys.path.insert(0, str(Path(__file__).parent.parent / "tests"))

from support.webs import NOON, Answer, page, send_from
from support.word import W, commented, settle, signs

from verifier.archive import Archive
from verifier.errors import VerifierError
from verifier.fetching import Mementos
from verifier.library import read_bytes
from verifier.model import Document, NoteKind, PlanName, Report, Scope
from verifier.reports import Kind, formatter
from verifier.sources import extract
from verifier.verdicts import suggest
from verifier.workflow import Network, check

_FILLING = (
    "The keeper writes the level of the basin on a slate for the pilots, twice a day, and nobody reads it in winter. "
    * 8
)
_PARTS = ("word/document.xml", "word/footnotes.xml", "word/endnotes.xml")
_COMMENTS = "word/comments.xml"
_OURS = {_COMMENTS, "[Content_Types].xml", "word/_rels/document.xml.rels", *_PARTS}
_LIBREOFFICE = {".odt": "writer8", ".html": "HTML (StarWriter)", ".txt": "Text (encoded):UTF8"}


class Web:
    """Every address there is, by turns: moved, gone with an archived copy, a page that quotes the article with other words."""

    def __init__(self, document: Document) -> None:
        quoted = re.findall(r"[“\"«„]([^”\"»“]{20,300})[”\"»“]", " ".join(block.text for block in document.blocks))
        self._quotes = "".join(f"<p>{_with_another_word(words)}</p>" for words in quoted)
        self._seen: dict[str, int] = {}

    def __contains__(self, url: object) -> bool:
        return True

    def __getitem__(self, url: str) -> Answer:
        if "web.archive.org/cdx" in url:
            asked = parse_qs(urlsplit(url).query).get("url", [""])[0]
            heads = ["timestamp", "original", "statuscode", "mimetype", "digest", "length"]
            return json.dumps([heads, ["20190312000000", asked, "200", "text/html", "A", "9"]])
        if "web.archive.org" not in url and "moved.example" not in url:
            number = self._seen.setdefault(url, len(self._seen))
            if number % 3 == 0:
                return (404, "<title>404</title>")
            if number % 3 == 1:
                return (301, "", {"location": f"https://moved.example/new/{number}"})
        return page("Slate", f"<article>{self._quotes}<p>{_FILLING}</p></article>")


def _with_another_word(words: str) -> str:
    parts = words.split()
    parts[len(parts) // 2] = "otherwise"
    return " ".join(parts)


@dataclass
class Figures:
    """What was counted of one article, and what did not hold."""

    counts: dict[str, int] = field(default_factory=dict)
    faults: list[str] = field(default_factory=list)

    def must(self, *, held: bool, what: str) -> None:
        """Keep what did not hold."""
        self.faults += [] if held else [what]


def make_word_files(folders: list[Path], work: Path) -> list[Path]:
    """The articles of some folders as Word files."""
    made, given = work / "articles", work / "given"
    for folder in (made, given):
        folder.mkdir(parents=True, exist_ok=True)
    for article in sorted(path for folder in folders for path in folder.rglob("*")):
        if article.suffix == ".docx" and not article.name.startswith("~$"):
            shutil.copy(article, made)
        elif (page_ := _as_page(article)) is not None:
            (given / f"{article.stem}.html").write_text(page_, encoding="utf-8")
        elif article.suffix in _LIBREOFFICE:
            shutil.copy(article, given)
    for suffix, source in _LIBREOFFICE.items():
        _convert(sorted(given.glob(f"*{suffix}")), "docx", made, source)
    return sorted(made.glob("*.docx"))


def _as_page(article: Path) -> str | None:
    if article.suffix == ".md":
        body = (
            MarkdownIt("gfm-like", {"linkify": False}).use(footnote_plugin).render(article.read_text(encoding="utf-8"))
        )
        return f"<html><meta charset=utf-8><body>{body}</body></html>"
    if article.suffix == ".rst":
        settings = {"report_level": 5, "raw_enabled": False, "file_insertion_enabled": False}
        return str(publish_string(article.read_bytes(), writer="html5", settings_overrides=settings), "utf-8")
    return None


def _convert(files: Sequence[Path], kind: str, folder: Path, source: str = "") -> None:
    """Files of one kind as files of another, by LibreOffice."""
    command = [
        "soffice",
        f"-env:UserInstallation={(folder.resolve() / '.profile').as_uri()}",
        "--headless",
        "--convert-to",
        kind,
    ]
    command += [f"--infilter={source}"] if source else []
    if files:
        subprocess.run(
            [*command, "--outdir", str(folder), *map(str, files)], capture_output=True, timeout=900, check=True
        )


def report_of(data: bytes, path: Path, work: Path) -> Report:
    """What a check of a Word file comes to, with every suggestion there is."""
    document = read_bytes(data, str(path))
    archive_path = work / "archive.db"
    archive_path.unlink(missing_ok=True)
    network = Network(PlanName.LIVE, send_from(Web(document), at=NOON), extract, Mementos("lost"))
    with Archive.open(archive_path, now=lambda: NOON) as archive:
        report = check(document, archive, network, now=lambda: NOON, max_age=timedelta(days=1))
    return suggest(report, quotations=True)


def look_at(path: Path, work: Path) -> Figures:
    """Write comments and changes into one file, and read it back."""
    data, figures = path.read_bytes(), Figures()
    report = report_of(data, path, work)
    made, bare = _written(report), _written(replace(report, suggestions=()))
    (work / path.name).write_bytes(made)
    ours = [each for each in _comments(bare) if each not in _comments(data)]
    _look_at_places(report, ours, figures)
    _look_at_rest(data, made, figures)
    figures.counts |= {"notes": len(report.document.notes), "comments": len(ours), "suggested": len(report.suggestions)}
    figures.counts["written"] = len(re.findall(rb'<w:ins [^>]*w:author="verifier"', b"".join(_parts(made))))
    return figures


def _written(report: Report) -> bytes:
    made = formatter(Kind.CHECK, "docx")([report])
    assert isinstance(made, bytes)
    return made


def _look_at_places(report: Report, placed: list[tuple[str, str]], figures: Figures) -> None:
    """Count where comments stand. One stands at a claim, at a note's mark, at a note; never at words that are neither."""
    claims = [_letters(re.sub(r"\[\d+\]", "", c.text)) for c in report.claims if c.scope is not Scope.NOTE]
    notes = [_letters(note.text) for note in report.document.notes]
    urls = [_letters(c.citation.url or "-") for c in report.citations]
    for words, said in placed:
        at = _letters(re.sub(r"<\d+>|\[\d+\]", "", words))
        if not at or any(at in claim or claim in at for claim in claims):
            figures.counts["at claims or marks"] = figures.counts.get("at claims or marks", 0) + 1
        elif any(at in note or note in at for note in (*notes, *urls)):
            figures.counts["at typed notes"] = figures.counts.get("at typed notes", 0) + 1
        else:
            figures.must(
                held="was not found as it stands" in said, what=f"{words[:80]!r} is no place for {said[:80]!r}"
            )


def _letters(text: str) -> str:
    return "".join(sign for sign in text if sign.isalnum())


def _look_at_rest(data: bytes, made: bytes, figures: Figures) -> None:
    """Who rejects has the same letters in the same forms, who accepts nothing of ours; other parts are the same bytes."""
    back, on, bare = settle(made, accept=False), settle(made, accept=True), settle(data, accept=False)
    for part in [part for part in _PARTS if part in _names(data)]:
        figures.must(held=_signs(back, part) == _signs(bare, part), what=f"{part} is not as it was when rejected")
    kept = [each in _comments(made) for each in _comments(data)]
    figures.must(held=all(kept), what="a comment of somebody else was changed")
    figures.must(held=_plain(back) == _plain(data), what="rejected, it is read otherwise")
    figures.must(held=b'w:author="verifier"' not in b"".join(_parts(on)), what="accepted, something of ours is left")
    figures.must(held=_labels(on) == _labels(data), what="accepted, other marks are read")
    others = [name for name in _names(data) if name not in _OURS]
    changed = [name for name in others if _canonical(_read(data, name)) != _canonical(_read(made, name))]
    figures.must(held=not changed, what=f"changed besides: {changed}")


def _comments(data: bytes) -> list[tuple[str, str]]:
    """The comments with their places; a strict file (ISO/IEC 29500, another namespace) is compared by its parts alone."""
    return commented(data) if W.encode() in _read(data, _COMMENTS) else []


def _signs(data: bytes, part: str) -> list[tuple[str, str, tuple[str, ...]]]:
    """What the runs hold, in which form; without the signs of fields, for a link that was struck out becomes one."""
    return [sign for sign in signs(data, part) if sign[0] not in ("fldChar", "instrText")]


def _plain(data: bytes) -> tuple[object, ...]:
    read = read_bytes(data, "a.docx")
    notes = [(note.label, note.text, [link.href for link in note.hyperlinks]) for note in read.notes]
    return read.blocks, notes, [(mark.label, mark.block, mark.offset) for mark in read.marks]


def _labels(data: bytes) -> list[tuple[str, int]]:
    """The marks of notes; a link in the running text is one as well, and an archived copy beside it another."""
    read = read_bytes(data, "a.docx")
    return [(m.label, m.block) for m in read.marks if m.note is None or read.notes[m.note].kind is not NoteKind.LINK]


def compare_in_libreoffice(names: Sequence[str], work: Path) -> list[str]:
    """Of which files LibreOffice reads another text when all changes were rejected."""
    for folder, place in (("before", work / "articles"), ("rejected", work)):
        (work / folder).mkdir(exist_ok=True)
        for name in names:
            (work / folder / name).write_bytes(settle((place / name).read_bytes(), accept=False))
        _convert([work / folder / name for name in names], "txt:Text (encoded):UTF8", work / folder)
    texts = [f"{Path(name).stem}.txt" for name in names]
    return [name for name in texts if (work / "before" / name).read_bytes() != (work / "rejected" / name).read_bytes()]


def _names(data: bytes) -> list[str]:
    return zipfile.ZipFile(io.BytesIO(data)).namelist()


def _read(data: bytes, name: str) -> bytes:
    return zipfile.ZipFile(io.BytesIO(data)).read(name) if name in _names(data) else b""


def _parts(data: bytes) -> Iterator[bytes]:
    return (_read(data, part) for part in _PARTS)


def _canonical(content: bytes) -> bytes:
    """What an XML part holds, however it is written; other parts as they are."""
    try:
        return etree.tostring(etree.fromstring(content, etree.XMLParser(remove_blank_text=True)), method="c14n")
    except etree.XMLSyntaxError:
        return content


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folders", type=Path, nargs="+", help="folders of articles")
    parser.add_argument("--into", type=Path, required=True, help="where the files are written")
    given = parser.parse_args()
    folders = [folder for folder in given.folders if folder.is_dir()]
    if not folders or (shutil.which("soffice") is None):
        print("left out: these folders are not here, or LibreOffice (soffice) is not")
        return 0
    faults, written = list[str](), list[str]()
    for path in make_word_files(folders, given.into):
        try:
            figures = look_at(path, given.into)
        except VerifierError as refused:
            print(f"{path.name}: left out: {refused}", flush=True)
            continue
        counts = ", ".join(f"{number} {name}" for name, number in figures.counts.items())
        print(f"{path.name}: {counts}", *(f"  NOT SO: {fault}" for fault in figures.faults), sep="\n", flush=True)
        faults += figures.faults
        written += [path.name] if figures.counts["comments"] else []
    other = compare_in_libreoffice(written, given.into)
    print(f"{len(written)} files with comments; LibreOffice reads {len(other)} otherwise when rejected: {other}")
    return 1 if faults or other else 0


if __name__ == "__main__":
    sys.exit(main())
