"""Read a Word file (.docx): body, footnotes, endnotes, links, tracked changes as accepted.

In: the bytes of an Office Open XML package (ECMA-376, transitional or strict). Out: `Document`. Notes
are told apart by Word's own ids; labels are counted as Word prints them, or taken from custom
marks. Notes that no mark calls are on no page that Word shows: they are reported, not listed.
"""

from __future__ import annotations

import posixpath
from collections.abc import Mapping
from dataclasses import dataclass

from verifier.documents.docx_story import Story, Surroundings
from verifier.documents.docx_styles import child, children, read_lists, read_note_numbers, read_styles, value
from verifier.documents.draft import Draft
from verifier.documents.line import Line
from verifier.errors import DocumentError
from verifier.files.xml import Element, attribute, local_name, parse_xml
from verifier.files.zipped import Package
from verifier.model import Document, NoteKind, Problem, ProblemKind

_KINDS = {"footnote": NoteKind.FOOTNOTE, "endnote": NoteKind.ENDNOTE}
_DEFAULT_FORMATS = {"footnote": "decimal", "endnote": "lowerRoman"}  # ECMA-376 17.11.17 and Word's own
_SHOWN = 20  # orphaned notes reported one by one


@dataclass(frozen=True, slots=True)
class _Part:
    """One XML part and what its relationships point at."""

    root: Element
    links: dict[str, str]  # relationship id -> address outside the package
    parts: dict[str, str]  # type of relationship -> part's name


def read(data: bytes, name: str) -> Document:
    """Read a Word file. Raises DocumentError."""
    return _read_draft(data, name).finish()


def read_note_keys(data: bytes, name: str) -> tuple[str, ...]:
    """What the file calls its own notes, in the order in which `read` gives them: `footnote3`, `endnote1`. Raises DocumentError."""
    return _read_draft(data, name).keys


def _read_draft(data: bytes, name: str) -> Draft:
    package = Package(data, name)
    main = _read_relationships(package, "", name)[1].get("officeDocument", "word/document.xml")
    body = _read_part(package, main, name)
    if body is None:
        raise DocumentError(
            f"{name} is damaged: it has no part {main}, where a Word file keeps its text.",
            hint="Open it in Word or LibreOffice, repair it, and save it again.",
        )
    roots = {
        kind: part.root
        for kind in ("styles", "settings", "numbering")
        if (part := _read_part(package, _part_name(body, main, kind), name)) is not None
    }
    around = _read_surroundings(roots, body)
    draft = Draft(name, "docx", language=_read_language(roots.get("styles")))
    story = Story(body.links, around, draft.add_block)
    _set_first_section(around, body.root)
    story.walk(body.root)
    story.finish()
    for kind in _KINDS:
        _read_notes(package, _part_name(body, main, kind + "s"), kind, around, draft)
    draft.title = _read_title(package, draft, name)
    return draft


def _read_notes(package: Package, part_name: str, kind: str, around: Surroundings, draft: Draft) -> None:
    """Add the notes of footnotes.xml or endnotes.xml that the body calls."""
    part = _read_part(package, part_name, draft.name)
    if part is None:
        return
    labels, orphans = draft.called(), 0
    for element in children(part.root, kind):
        key = kind + attribute(element, "id")
        if attribute(element, "type", "normal") != "normal" or key in around.deleted:
            continue  # separators, and notes whose mark a tracked change deleted
        lines: list[Line] = []
        story = Story(part.links, around, lambda line, _kind, lines=lines: lines.append(line))  # type: ignore[misc] # the default binds this turn's list
        story.walk(element)
        story.finish()
        if key in labels:
            _drop_label(lines, labels[key])
            draft.add_note(key, labels[key], _KINDS[kind], lines)
        else:
            orphans += 1
            if orphans <= _SHOWN:
                text = " ".join(line.text for line in lines)[:80]
                draft.problems.append(
                    Problem(ProblemKind.NOTE_WITHOUT_MARK, "", f"Word keeps a {kind} that no mark calls: {text!r}.")
                )
    if orphans > _SHOWN:
        draft.problems.append(
            Problem(
                ProblemKind.NOTE_WITHOUT_MARK,
                "",
                f"{orphans - _SHOWN:,} more {kind}s that no mark calls are not listed.",
            )
        )


def _drop_label(lines: list[Line], label: str) -> None:
    """A custom mark (*) is typed again at the start of its note."""
    first = next((line for line in lines if line.text), None)
    if first is not None and label and not label.isalnum() and first.text.startswith(label):
        first.drop_start(len(label))


def _read_surroundings(roots: Mapping[str, Element], body: _Part) -> Surroundings:
    """Styles, lists, settings and bookmarks of the document."""
    settings = roots.get("settings")
    numbers = {
        kind: read_note_numbers(child(settings, kind + "Pr"), default) for kind, default in _DEFAULT_FORMATS.items()
    }
    styles, lists = read_styles(roots.get("styles")), read_lists(roots.get("numbering"))
    return Surroundings(styles, lists, numbers, _read_bookmarks(body.root), set())


def _set_first_section(around: Surroundings, root: Element) -> None:
    """The first section's properties stand at its end, in the first w:sectPr of the document."""
    section = next((each for each in root.iter() if local_name(each) == "sectPr"), None)
    for kind, numbers in around.numbers.items():
        properties = child(section, kind + "Pr")
        numbers.number_format = value(properties, "numFmt", numbers.number_format)


def _read_bookmarks(root: Element) -> dict[str, str]:
    """Bookmarks around marks of notes: what a cross-reference to a note (NOTEREF) calls."""
    open_bookmarks: dict[str, str] = {}
    found: dict[str, str] = {}
    for element in root.iter():
        kind = local_name(element)
        if kind == "bookmarkStart" and len(open_bookmarks) < 100:  # as many may be open at once; more is an attack
            open_bookmarks[attribute(element, "id")] = attribute(element, "name")
        elif kind == "bookmarkEnd":
            open_bookmarks.pop(attribute(element, "id"), None)
        elif kind in {"footnoteReference", "endnoteReference"}:
            key = kind.removesuffix("Reference") + attribute(element, "id")
            found |= dict.fromkeys(open_bookmarks.values(), key)
    return found


def _part_name(body: _Part, main: str, kind: str) -> str:
    """Where the document keeps its footnotes, styles, …: by relationship, else at the usual place."""
    return body.parts.get(kind) or posixpath.join(posixpath.dirname(main), kind + ".xml")


def _read_part(package: Package, part: str, name: str) -> _Part | None:
    content = package.read(part)
    if content is None:
        return None
    links, parts = _read_relationships(package, part, name)
    return _Part(parse_xml(content, name, part), links, parts)


def _read_relationships(package: Package, part: str, name: str) -> tuple[dict[str, str], dict[str, str]]:
    """The relationships of a part ("" for the package): links out of it, and parts by type."""
    folder, last = posixpath.split(part)
    rels = posixpath.join(folder, "_rels", last + ".rels")
    content = package.read(rels)
    links: dict[str, str] = {}
    parts: dict[str, str] = {}
    for element in parse_xml(content, name, rels) if content is not None else ():
        target, kind = attribute(element, "Target"), attribute(element, "Type").rpartition("/")[2]
        if attribute(element, "TargetMode") == "External":
            links[attribute(element, "Id")] = target
        else:
            parts.setdefault(kind, posixpath.normpath(posixpath.join("/" + folder, target)).lstrip("/"))
    return links, parts


def _read_language(styles: Element | None) -> str | None:
    """The language of the default text style, as its two letters."""
    if styles is None:
        return None
    language = next((attribute(each, "val") for each in styles.iter() if local_name(each) == "lang"), "")
    return language.split("-")[0].lower() or None


def _read_title(package: Package, draft: Draft, name: str) -> str | None:
    """The first heading near the top, else the title among the file's properties."""
    if heading := draft.first_heading():
        return heading
    content = package.read("docProps/core.xml")
    properties = parse_xml(content, name, "docProps/core.xml") if content is not None else None
    title = child(properties, "title")
    return (title.text or "").strip() or None if title is not None else None
