"""The text of Word and OpenDocument files: their paragraphs, no more."""

from __future__ import annotations

import io
import re
import zipfile

from verifier.model import Snapshot, SourceText

_PARTS = ("word/document.xml", "word/footnotes.xml", "word/endnotes.xml", "content.xml")
_LARGEST = 20_000_000
_BLOCK = re.compile(r"</(?:w:p|text:p|text:h)>|<(?:w:br|w:tab|text:line-break|text:tab|text:s)\b[^>]*>")
_TAG = re.compile(r"<[^>]{0,5000}>")


def extract(snapshot: Snapshot) -> SourceText:
    """The paragraphs of a .docx or .odt; other zip files have no text here."""
    try:
        with zipfile.ZipFile(io.BytesIO(snapshot.body)) as package:
            found = [name for name in _PARTS if name in package.namelist()]
            parts = [_read(package, name) for name in found]
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError, RuntimeError):
        return SourceText("", "office", "1", problem="The file is damaged or encrypted and cannot be read.")
    if not found:
        return SourceText("", "office", "1", problem="The source is a compressed file of a kind that is not read.")
    return SourceText("\n\n".join(filter(None, parts)), "office", "1")


def _read(package: zipfile.ZipFile, name: str) -> str:
    with package.open(name) as file:
        markup = file.read(_LARGEST + 1)[:_LARGEST].decode("utf-8", "replace")
    plain = _TAG.sub("", _BLOCK.sub("\n", markup.replace("\n", " ")))
    for entity, character in (("&lt;", "<"), ("&gt;", ">"), ("&quot;", '"'), ("&apos;", "'"), ("&amp;", "&")):
        plain = plain.replace(entity, character)
    return "\n\n".join(filter(None, (line.strip() for line in plain.split("\n"))))
