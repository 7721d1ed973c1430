"""The author's own Word file, opened to be written into.

In: the report of a Word file. Out: a `WordFile`: its stories, the marks of its notes, comments. The rule of this file: it is written only
into the very bytes that were checked; every part that is not touched is kept as it is.
"""

from __future__ import annotations

import hashlib
import io
import re
import zipfile
from collections.abc import Callable, Iterator, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import docx
from docx.opc.constants import CONTENT_TYPE
from docx.opc.part import PartFactory, XmlPart
from docx.oxml import OxmlElement
from lxml import etree

from verifier.documents.docx import read_note_keys
from verifier.errors import OutputError
from verifier.files.xml import Element, local_name
from verifier.files.zipped import Package
from verifier.model import Report
from verifier.reports.word.changes import Changes
from verifier.reports.word.story import Story, Stretch, W, place_of, runs_of

if TYPE_CHECKING:
    from docx.document import Document as WordDocument

_RELATED = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
# A strict file (ISO/IEC 29500) names the same elements in other namespaces; Word and we read both, python-docx only the common ones.
_STRICT = re.compile(rb"(?<=[\"'])http://purl\.oclc\.org/ooxml/(\w+)/(\w+)((?:/\w+)*)(?=[\"'])")
_COMMON = re.compile(
    rb"(?<=[\"'])http://schemas\.openxmlformats\.org/(wordprocessingml|drawingml|officeDocument|schemaLibrary)/2006/([\w-]+)((?:/[\w-]+)*)(?=[\"'])"
)
_STRICT_PACKAGE = b"http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument"
# It stands before the common names that a strict file has itself, as long as the file is open.
_ASIDE = re.compile(rb"(?<=[\"'])aside:")
_OTHER_NAMES = {b"extendedProperties": b"extended-properties", b"customProperties": b"custom-properties"}
_CHANGES = tuple(f"{W}{name}" for name in ("ins", "del", "moveTo", "moveFrom", "rPrChange", "pPrChange"))


class WordFile:
    """A Word file. `author` and `at` stand at all that is written into it. Raises OutputError where it is none, or another by now."""

    def __init__(self, report: Report, author: str, at: datetime) -> None:
        date = at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
        data, name = _original(report), report.document.name
        parts = _parts(data, name)
        # The file as a whole: a name that strayed into another is none of our business.
        self._is_strict, self._name = _STRICT_PACKAGE in parts.get("_rels/.rels", b""), name
        self._document = _open(_rename(parts, _to_common) if self._is_strict else data, name)
        self._author, self._date = author, date
        self._keys = read_note_keys(data, name)
        self._note_parts = list(_find_note_parts(self._document))
        self.changes = Changes(author, date, self._last_id())
        self.body = self._story(self._document.part, self._document.element.body)
        self._notes = dict(self._read_notes())
        self._marks = dict(_find_marks(self._document.element.body))

    def note(self, number: int, text: str, words: str) -> Stretch | None:
        """These words of a note, where they stand there once: of the file's own note of this number, or of a typed one with this text."""
        if number < len(self._keys):
            story = self._notes.get(self._keys[number])
            return story.only(words) if story is not None else None
        typed = self.body.only(text)
        return self.body.within(typed, words) if typed is not None else None

    def mark(self, number: int) -> list[Element]:
        """The run that is the mark of the file's own note of this number; none where there is none."""
        found = self._marks.get(self._keys[number]) if number < len(self._keys) else None
        return [found] if found is not None else []

    def beginning(self) -> list[Element]:
        """The runs of the first paragraph that has any text. Raises OutputError where none has."""
        place = self.body.whole()
        if place is None:
            raise OutputError("The Word file has no text to write comments beside.", hint="Write .html or .xlsx.")
        return runs_of(place)

    def comment(self, runs: list[Element], said: str) -> None:
        """A comment at these runs of the body."""
        first, last = place_of(runs, self.changes.ids)
        number = self._add_comment(said)
        start, end, reference = (OxmlElement(f"w:{name}") for name in ("commentRangeStart", "commentRangeEnd", "r"))
        reference.append(OxmlElement("w:commentReference"))
        for each in (start, end, reference[0]):
            each.set(f"{W}id", number)
        first.addprevious(start)
        last.addnext(end)
        end.addnext(reference)

    def protection(self) -> str:
        """What the file's protection leaves open to a reader (`readOnly`, `comments`, …); "" without protection."""
        settings = _related(self._document, "settings")
        found = settings.find(f"{W}documentProtection") if settings is not None else None
        on = found is not None and found.get(f"{W}enforcement") in ("1", "true", "on")
        return str(found.get(f"{W}edit") or "") if found is not None and on else ""

    def save(self) -> bytes:
        """The file with all that was written, in the form in which it was."""
        out = io.BytesIO()
        self._document.save(out)
        made = out.getvalue()
        return _rename(_parts(made, self._name), _to_strict) if self._is_strict else made

    def _add_comment(self, said: str) -> str:
        """A comment's text among the others; its number. Its day is the run's, not the clock's."""
        made = self._document.comments.add_comment(text=said, author=self._author, initials=self._author[:1])
        _related(self._document, "comments")[-1].set(f"{W}date", self._date)
        return str(made.comment_id)

    def _last_id(self) -> int:
        """The highest number of a change that is there."""
        roots = [self._document.element, *(part.element for part in self._note_parts)]
        ids = [each.get(f"{W}id", "") for root in roots for each in root.iter(*_CHANGES)]
        return max((int(each) for each in ids if re.fullmatch(r"\d{1,9}", each)), default=1000)

    def _story(self, part: Any, root: Element) -> Story:
        def link(element: Element) -> str:
            found = part.rels.get(element.get(_RELATED))
            return str(found.target_ref) if found is not None and found.is_external else ""

        return Story(root, link, self.changes.ids)

    def _read_notes(self) -> Iterator[tuple[str, Story]]:
        for part in self._note_parts:
            for element in part.element.iter(f"{W}footnote", f"{W}endnote"):
                yield f"{local_name(element)}{element.get(f'{W}id')}", self._story(part, element)


def _open(data: bytes, name: str) -> WordDocument:
    # python-docx keeps these parts as bytes; as XML parts they can be written into.
    for kind in (CONTENT_TYPE.WML_FOOTNOTES, CONTENT_TYPE.WML_ENDNOTES):
        PartFactory.part_type_for.setdefault(kind, XmlPart)
    try:
        document = docx.Document(io.BytesIO(data))
        _related(document, "comments")
    except (ValueError, KeyError, AttributeError, zipfile.BadZipFile, etree.LxmlError) as error:
        raise OutputError(
            f"{name} cannot be written comments into: {error}.",
            hint="Save it in Word as “Word Document (*.docx)” and check that, or write .html or .xlsx.",
        ) from None
    return document


def _related(document: WordDocument, kind: str) -> Element:
    """The root of the part of this kind, None where there is none. Raises AttributeError where it is no XML."""
    found = [each for each in document.part.rels.values() if each.reltype.endswith(f"/{kind}")]
    return found[0].target_part.element if found else None


def _find_note_parts(document: WordDocument) -> Iterator[Any]:
    for each in document.part.rels.values():
        if each.reltype.endswith(("/footnotes", "/endnotes")) and hasattr(each.target_part, "element"):
            yield each.target_part


def _find_marks(body: Element) -> Iterator[tuple[str, Element]]:
    """The run of the first mark of each note that is not struck out."""
    for reference in reversed(list(body.iter(f"{W}footnoteReference", f"{W}endnoteReference"))):
        kind = local_name(reference).removesuffix("Reference")
        above = {local_name(a) for a in reference.iterancestors()}
        if not above & {"del", "moveFrom", "Fallback"} and "r" in above:
            yield f"{kind}{reference.get(f'{W}id')}", next(a for a in reference.iterancestors() if a.tag == f"{W}r")


def _original(report: Report) -> bytes:
    """The bytes of the article as they were read. Raises OutputError."""
    name = report.document.name
    if report.document.format != "docx":
        raise OutputError(
            f"{name} is no Word file (.docx), so no comments can be written into it.", hint="Write .html, .xlsx or .md."
        )
    try:
        data = Path(name).read_bytes()
    except (OSError, ValueError):
        raise OutputError(
            f"{name} is not there any more, so no comments can be written into it.",
            hint="Run it in the folder of the article, or write .html, .xlsx or .md.",
        ) from None
    if hashlib.sha256(data).hexdigest() != report.document.sha256:
        raise OutputError(
            f"{name} was changed since it was checked, so the comments would stand in the wrong places.",
            hint="Run 'verifier check' on it again with the same -o.",
        )
    return data


def _parts(data: bytes, name: str) -> dict[str, bytes]:
    """The parts of a file. Raises DocumentError: damaged, or a bomb."""
    package = Package(data, name)
    return {part: package.read(part) or b"" for part in package.names}


def _rename(parts: Mapping[str, bytes], renamed: Callable[[bytes], bytes]) -> bytes:
    """A file with the namespaces of its parts in another form."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        for part, content in parts.items():
            made.writestr(part, renamed(content) if part.endswith((".xml", ".rels")) else content)
    return out.getvalue()


def _to_common(content: bytes) -> bytes:
    r"""A strict part in the common form.

    >>> part = b'<w xmlns="http://purl.oclc.org/ooxml/wordprocessingml/main" at="http://schemas.openxmlformats.org/drawingml/2006/chart"/>'
    >>> _to_common(part)[:71]
    b'<w xmlns="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    >>> _to_strict(_to_common(part)) == part
    True
    """
    return _STRICT.sub(_common_name, _COMMON.sub(rb"aside:\g<0>", content))


def _to_strict(content: bytes) -> bytes:
    """A common part in the strict form."""
    return _ASIDE.sub(b"", _COMMON.sub(_strict_name, content))


def _common_name(found: re.Match[bytes]) -> bytes:
    """A strict name in the common form."""
    rest = found[3]
    for strict, common in _OTHER_NAMES.items():
        rest = rest.replace(strict, common)
    return b"http://schemas.openxmlformats.org/%b/2006/%b%b" % (found[1], _OTHER_NAMES.get(found[2], found[2]), rest)


def _strict_name(found: re.Match[bytes]) -> bytes:
    """A common name in the strict form."""
    name = b"%b/%b%b" % found.groups()
    for strict, common in _OTHER_NAMES.items():
        name = name.replace(common, strict)
    return b"http://purl.oclc.org/ooxml/" + name
