"""Read AsciiDoc: `footnote:[…]`, a bibliography of `[[[key]]]` entries called by `<<key>>`, links with their words, quotations.

In: bytes. Out: `Document`. The rule of this file: the text is put into Markdown and read as such; attributes (`{name}`) are filled in,
index terms and lines for the printer fall away.
"""

from __future__ import annotations

import re

from verifier.documents.braces import Footnotes, around_code, fenced, read_as_markdown, replaced
from verifier.model import Document

_CODE = re.compile(r"(?:-{4,}|\.{4,}|/{4,}|\+{4,})\s*$|```[^`]*$")
_COMMENT = "/"
_ATTRIBUTE = re.compile(r"^:(?P<name>!?[\w-]{1,60}!?):[ \t]*(?P<value>.*)$", re.MULTILINE)
_FOR_PRINTER = re.compile(
    r"^(?://(?!/).*|\[(?!\[\[)[^\]\n]{0,300}\]|\[\[[^\[\]\n]{1,80}\]\]|(?:image|include|video|toc)::.*"
    r"|<<<|'{3}|\|={3,}|={4,}|\*{4,}|--)[ \t]*$",
    re.MULTILINE,
)
_INDEXED = re.compile(r"\(\(\([^()\n]{0,300}(?:\([^()\n]{0,100}\)[^()\n]{0,100})?\)\)\)")
_INDEXED_WORDS = re.compile(r"(?<!\()\(\(([^()\n]{1,100})\)\)(?!\))")
_HEADING = re.compile(r"^(={1,6})(?=\s\S)", re.MULTILINE)
_NUMBERED = re.compile(r"^\.{1,3}(?=\s\S)", re.MULTILINE)
_QUOTE = re.compile(r"^_{4,}[ \t]*\n(?P<words>.*?)\n_{4,}[ \t]*$", re.MULTILINE | re.DOTALL)
_LINK = re.compile(r"(?:link:(?P<target>[^\s\[\]]{1,1000})|(?P<url>https?://[^\s\[\]<>]{1,1000}))(?=\[)")
_CROSS = re.compile(r"xref:[^\s\[\]]{1,300}(?=\[)")
_FOOTNOTE = re.compile(r"\s?footnote(?P<ref>ref)?:(?P<name>[\w-]{0,80})(?=\[)")
_ENTRY = re.compile(r"^[*-][ \t]+\[\[\[(?P<key>[^\],\n]{1,80})(?:,[^\]\n]{0,80})?\]\]\][ \t]*", re.MULTILINE)
_CALL = re.compile(r"<<(?P<key>[^<>,\n]{1,80})(?:,(?P<words>[^<>\n]{0,200}))?>>")


def read(data: bytes, name: str) -> Document:
    r"""Read AsciiDoc.

    >>> document = read(b"= Dykes\n\nIt broke.footnote:[Kern, https://site.example/a[Dykes].] It stood.\n", "dykes.adoc")
    >>> document.notes[0].text, document.notes[0].hyperlinks[0].href, document.blocks[1].text
    ('Kern, Dykes.', 'https://site.example/a', 'It broke. It stood.')
    """
    return read_as_markdown(data, name, _written)


def _written(text: str) -> str:
    """The text as Markdown."""
    values = {found["name"]: found["value"].strip() for found in _ATTRIBUTE.finditer(text)}
    notes = Footnotes()
    pieces = [
        _code(piece, opened) if opened else _prose(piece, values, notes) for opened, piece in around_code(text, _CODE)
    ]
    return _with_entries("\n".join(pieces)) + notes.definitions()


def _code(piece: str, opened: str) -> str:
    """Code, but for what stands between lines of strokes: a comment."""
    return "" if opened.startswith(_COMMENT) else fenced(piece)


def _prose(text: str, values: dict[str, str], notes: Footnotes) -> str:
    text = re.sub(r"\{([\w-]{1,60})\}", lambda found: values.get(found[1], found[0]), _ATTRIBUTE.sub("", text))
    text = _INDEXED_WORDS.sub(r"\1", _INDEXED.sub("", text))
    text = replaced(text, _LINK, lambda found, words: _link(found["target"] or found["url"], words))
    text = replaced(text, _CROSS, lambda _, words: words)
    text = replaced(text, _FOOTNOTE, lambda found, words: _footnote(found, words, notes))
    text = _QUOTE.sub(lambda found: re.sub(r"^", "> ", found["words"], flags=re.MULTILINE), text)
    text = _NUMBERED.sub("1.", _FOR_PRINTER.sub("", text))
    return _HEADING.sub(lambda found: "#" * len(found[1]), text)


def _link(target: str, words: str) -> str:
    words = re.sub(r"(?:\^|,\s?\w+=.*)$", "", words).strip().strip('"')
    return f"[{words}]({target})" if words else f"<{target}>" if "://" in target else target


def _footnote(found: re.Match[str], words: str, notes: Footnotes) -> str:
    name = found["name"]
    if found["ref"]:  # the older way: footnoteref:[name,words]
        name, _, words = words.partition(",")
    return notes.mark(name, words)


def _with_entries(text: str) -> str:
    """The entries of the bibliography as notes, and what calls them as marks; other references within the text are their words."""
    keys = {found["key"] for found in _ENTRY.finditer(text)}

    def written(found: re.Match[str]) -> str:
        return f"[^{found['key']}]" if found["key"] in keys else found["words"] or found["key"]

    return _CALL.sub(written, _ENTRY.sub(lambda found: f"\n[^{found['key']}]: ", text))
