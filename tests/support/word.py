"""Word files: made of bare parts, read as a person reads them, their tracked changes accepted or rejected."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Any

from lxml import etree

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
RELATED = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_Q = f"{{{W}}}"
_SHOWN_NAMES = {f"{_Q}delText": f"{_Q}t", f"{_Q}delInstrText": f"{_Q}instrText"}
_COMMENTS = ("commentRangeStart", "commentRangeEnd", "commentReference")


def run(text: str, form: str = "") -> str:
    return f'<w:r>{f"<w:rPr>{form}</w:rPr>" if form else ""}<w:t xml:space="preserve">{text}</w:t></w:r>'


def call(number: int, kind: str = "footnote") -> str:
    return f'<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:{kind}Reference w:id="{number}"/></w:r>'


def linked(text: str, number: int = 1) -> str:
    return f'<w:hyperlink r:id="a{number}" w:history="1">{run(text, "<w:u/>")}</w:hyperlink>'


def field(instruction: str, shown: str) -> str:
    """A field of several runs that shows these runs."""
    sign = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
    said = f'<w:r><w:instrText xml:space="preserve"> {instruction} </w:instrText></w:r>'
    return f"{sign.format('begin')}{said}{sign.format('separate')}{shown}{sign.format('end')}"


def word_file(
    body: str, notes: Sequence[str] = (), links: Sequence[str] = (), parts: Mapping[str, str] = MappingProxyType({})
) -> bytes:
    """A Word file of these paragraphs and footnotes; `links` are the addresses a1, a2 … of both; `parts` are settings and the like."""
    held = [
        f'<w:footnote w:id="{i}"><w:p><w:r><w:footnoteRef/></w:r>{text}</w:p></w:footnote>'
        for i, text in enumerate(notes, 1)
    ]
    spaces = f'xmlns:w="{W}" xmlns:r="{RELATED}"'
    outside = "".join(
        f'<Relationship Id="a{i}" Type="{RELATED}/hyperlink" TargetMode="External" Target="{address}"/>'
        for i, address in enumerate(links, 1)
    )
    names = ("footnotes", *parts)
    inside = "".join(f'<Relationship Id="p{n}" Type="{RELATED}/{n}" Target="{n}.xml"/>' for n in names)
    kinds = "".join(f'<Override PartName="/word/{n}.xml" ContentType="{_MAIN}.{n}+xml"/>' for n in names)
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as file:
        file.writestr(
            "[Content_Types].xml",
            f'<Types xmlns="{PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            f'<Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="{_MAIN}.document.main+xml"/>{kinds}</Types>',
        )
        file.writestr(
            "_rels/.rels",
            _relationships(f'<Relationship Id="r1" Type="{RELATED}/officeDocument" Target="word/document.xml"/>'),
        )
        file.writestr("word/document.xml", f"<w:document {spaces}><w:body>{body}</w:body></w:document>")
        file.writestr("word/_rels/document.xml.rels", _relationships(inside + outside))
        file.writestr("word/footnotes.xml", f"<w:footnotes {spaces}>{''.join(held)}</w:footnotes>")
        file.writestr("word/_rels/footnotes.xml.rels", _relationships(outside))
        for name, content in parts.items():
            file.writestr(f"word/{name}.xml", f"<w:{name} {spaces}>{content}</w:{name}>")
    return packed.getvalue()


def _relationships(held: str) -> str:
    return f'<Relationships xmlns="{PACKAGE}/relationships">{held}</Relationships>'


def settle(data: bytes, *, accept: bool, author: str = "verifier") -> bytes:
    """The file with the changes of one author accepted or rejected, and without his comments, as ISO/IEC 29500-1, 17.13.5 says."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as given, zipfile.ZipFile(out, "w") as made:
        for name in given.namelist():
            content = given.read(name)
            if name.startswith("word/") and name.endswith(".xml"):
                root = etree.fromstring(content)
                _settle_part(root, accept=accept, author=author)
                content = etree.tostring(root)
            made.writestr(name, content)
    return out.getvalue()


def _settle_part(root: Any, *, accept: bool, author: str) -> None:
    for change in list(root.iter(f"{_Q}ins", f"{_Q}del")):
        if change.get(f"{_Q}author") != author:
            continue
        if (change.tag == f"{_Q}ins") == accept:
            for each in list(change):
                change.addprevious(each)
                for held in each:
                    held.tag = _SHOWN_NAMES.get(held.tag, held.tag)
        change.getparent().remove(change)
    for each in list(root.iter(*(f"{_Q}{name}" for name in _COMMENTS))):
        gone = each.getparent() if each.tag.endswith("Reference") else each
        gone.getparent().remove(gone)


def _parse(data: bytes, part: str) -> Any:
    return etree.fromstring(zipfile.ZipFile(io.BytesIO(data)).read(part))


def signs(data: bytes, part: str = "word/document.xml") -> list[tuple[str, str, tuple[str, ...]]]:
    """Each character of a part with the form of its run, and whatever else its runs hold: how they are divided does not count."""
    found = []
    for element in _parse(data, part).iter(f"{_Q}r"):
        form = element.find(f"{_Q}rPr")
        dress = (
            tuple(sorted(etree.tostring(each, with_tail=False).decode() for each in form)) if form is not None else ()
        )
        above = [a.tag.rpartition("}")[2] for a in element.iterancestors()]
        changed = "".join(name for name in above if name in ("ins", "del"))
        for each in element:
            name = each.tag.rpartition("}")[2]
            if name in ("t", "delText"):
                found += [(f"{name}{changed}", sign, dress) for sign in each.text or ""]
            elif name != "rPr":
                found.append((name, (each.text or "") + "".join(each.attrib.values()), dress))
    return found


def commented(data: bytes) -> list[tuple[str, str]]:
    """The comments in the order of their places: the words (and marks, and what was struck out) at which each stands, and its text."""
    texts = {}
    for comment in _parse(data, "word/comments.xml"):
        lines = ["".join(t.text or "" for t in p.iter(f"{_Q}t")) for p in comment.iter(f"{_Q}p")]
        texts[comment.get(f"{_Q}id")] = "\n".join(lines)
    places: dict[str, list[str]] = {}
    open_: set[str] = set()
    for element in _parse(data, "word/document.xml").iter():
        name, key = str(element.tag).rpartition("}")[2], element.get(f"{_Q}id") or ""
        if name == "commentRangeStart":
            open_.add(key)
            places[key] = []
        elif name == "commentRangeEnd":
            open_.discard(key)
        elif name in ("t", "delText", "footnoteReference"):
            for each in open_:
                places[each].append(element.text or f"<{key}>")
    return [("".join(words), texts[key]) for key, words in places.items()]
