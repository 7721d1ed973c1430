"""Tell a document's format from its first bytes, its root element or its parts, and last from its suffix.

In: bytes, the name for messages, the format that the suffix stands for (or None). Out: a format's
name. Raises DocumentError for what is certainly no article: archives, pictures, legacy and
encrypted Office files. Only what is certain overrules the suffix.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from verifier.errors import DocumentError
from verifier.files.zipped import Package

_HEAD = 4096  # bytes looked at for magic numbers and roots
_BINARY_FORMATS = frozenset({"docx", "odt", "epub", "pdf"})


@dataclass(frozen=True, slots=True)
class _Refusal:
    """A kind of file that is no article we can read."""

    name: str
    magic: bytes
    what: str
    hint: str


_REFUSALS = (
    _Refusal("gzip", b"\x1f\x8b", "is a compressed archive", "Unpack it and name the article inside."),
    _Refusal("7z", b"7z\xbc\xaf\x27\x1c", "is a compressed archive", "Unpack it and name the article inside."),
    _Refusal("rar", b"Rar!", "is a compressed archive", "Unpack it and name the article inside."),
    _Refusal("xz", b"\xfd7zXZ", "is a compressed archive", "Unpack it and name the article inside."),
    _Refusal("zstd", b"\x28\xb5\x2f\xfd", "is a compressed archive", "Unpack it and name the article inside."),
    _Refusal("png", b"\x89PNG", "is a picture", "Give the article's text; pictures are not read."),
    _Refusal("jpeg", b"\xff\xd8\xff", "is a picture", "Give the article's text; pictures are not read."),
    _Refusal("gif", b"GIF8", "is a picture", "Give the article's text; pictures are not read."),
    _Refusal("sqlite", b"SQLite format 3\x00", "is a database", "Name the article; the archive goes with --db."),
    _Refusal("elf", b"\x7fELF", "is a program", "Name the article's own file."),
    _Refusal("postscript", b"%!PS", "is a PostScript file", "Convert it to PDF, or give the article's source."),
)
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # Office 97-2003, and the shell around encrypted OOXML
_OPEN_DOCUMENT = "application/vnd.oasis.opendocument.text"
# The first element of a text that may begin with a declaration, comments or a document type.
_ROOT = re.compile(
    r"\A\ufeff?\s{0,200}(?:<\?xml[^>]{0,200}\?>\s{0,200})?(?:<!--(?:(?!-->).){0,2000}-->\s{0,200}){0,5}"
    r"(?:<!DOCTYPE\s+(?P<doctype>[\w:.-]{1,40})|<(?P<root>[A-Za-z][\w.-]{0,39}(?::[A-Za-z][\w.-]{0,39})?)[\s>])",
    re.IGNORECASE | re.DOTALL,
)
_JATS = re.compile(r"dtd-version|jats|nlm|article-type|<front>", re.IGNORECASE)
_FORMAT_OF_ROOT = {
    "html": "html", "article": "jats", "office:document": "odt",
    "tei": "tei", "tei:tei": "tei", "tei.2": "tei", "teicorpus": "tei",
}  # fmt: skip
_DOCBOOK = re.compile(r"docbook\.org/ns/docbook|//DTD (?:Simplified )?DocBook", re.IGNORECASE)
# A letter or a saved page begins with its header: two fields, one of them MIME's or a letter's own.
_HEADER = re.compile(
    rb"(?:[A-Za-z][\w-]{0,60}:[^\r\n]{0,2000}(?:\r?\n[ \t][^\r\n]{0,2000}){0,50}\r?\n){0,60}?"
    rb"(?:MIME-Version|Message-ID|Snapshot-Content-Location):",
    re.IGNORECASE,
)
# What a text of unknown or no suffix shows of itself; each is a construct that the other formats do not have.
_GUESSES = (
    ("latex", re.compile(r"^\s{0,20}\\(?:documentclass|begin\{document\})", re.MULTILINE)),
    ("mediawiki", re.compile(r"<ref(?:\s[^<>]{0,200})?>|\{\{\s*(?:reflist|cite web)\b|<references\s*/", re.IGNORECASE)),
    ("markdown", re.compile(r"^ {0,3}\[\^[^\]\s]{1,60}\]:[ \t]", re.MULTILINE)),
    ("rst", re.compile(r"^\.\. \[(?:#?\w{0,40}|\*)\] |^\.\. _[^:\n]{1,80}:", re.MULTILINE)),
    ("html", re.compile(r"<(?:p|div|sup|h1|body|table)(?:\s[^<>]{0,200})?>", re.IGNORECASE)),
)


def detect_format(data: bytes, name: str, by_suffix: str | None) -> str:
    r"""The format's name. Raises DocumentError for what is certainly no article.

    >>> detect_format(b"%PDF-1.7 ...", "article.txt", "plain")
    'pdf'
    >>> detect_format(b"Some text.\n", "article.docx", "docx")
    'plain'
    """
    head = data[:_HEAD]
    if head.startswith(_OLE):
        raise _legacy_office(data, name)
    if b"%PDF-" in head[:1024]:
        return "pdf"
    if head.startswith(b"PK"):
        return _packed_format(data, name)
    if head.startswith(b"{\\rtf"):
        return "rtf"
    for refusal in _REFUSALS:
        if head.startswith(refusal.magic):
            raise DocumentError(f"{name} {refusal.what}, not an article.", hint=refusal.hint)
    if _is_binary(head):
        raise DocumentError(
            f"{name} is a binary file of an unknown format.",
            hint="Give the article as text, HTML, Markdown, Word or PDF.",
        )
    return _text_format(_decode(head), data, by_suffix)


def _text_format(head: str, data: bytes, by_suffix: str | None) -> str:
    """The format of a text: by its root element, else by its suffix, else by what it shows."""
    named = by_suffix if by_suffix not in _BINARY_FORMATS else None
    if by_root := _format_of_root(head, by_suffix):
        return by_root
    if named is not None:
        return named
    if _HEADER.match(data[:_HEAD]):
        return "mail"
    text = _decode(data[:500_000])
    return next((guess for guess, pattern in _GUESSES if pattern.search(text)), "plain")


def _format_of_root(head: str, by_suffix: str | None) -> str | None:
    """The format that the first element or the document type names."""
    found = _ROOT.match(head)
    if found is None:
        return None
    root = (found["doctype"] or found["root"]).lower()
    if _DOCBOOK.search(head):
        return "docbook"
    # An HTML5 page or fragment may begin with <article> too: JATS says so in its document type or namespaces.
    if root == "article" and not (found["doctype"] or _JATS.search(head)):
        return by_suffix or "html"
    return _FORMAT_OF_ROOT.get(root)


def _packed_format(data: bytes, name: str) -> str:
    """The format inside a zip archive."""
    package = Package(data, name)
    media_type = (package.read("mimetype") or b"")[:200].decode("ascii", "replace").strip()
    if media_type.startswith(_OPEN_DOCUMENT):
        return "odt"
    if media_type == "application/epub+zip" or "META-INF/container.xml" in package:
        return "epub"
    if "word/document.xml" in package or any(part.startswith("word/") for part in package.names):
        return "docx"
    if "[Content_Types].xml" in package or media_type.startswith("application/vnd.oasis"):
        raise DocumentError(
            f"{name} is an Office file, but not a text document.",
            hint="Tables and slides are not read; give the article as .docx or .odt.",
        )
    raise DocumentError(f"{name} is a zip archive, not an article.", hint="Unpack it and name the article inside.")


def _legacy_office(data: bytes, name: str) -> DocumentError:
    """Why an OLE container cannot be read: it is encrypted, or of the old formats."""
    if "EncryptedPackage".encode("utf-16-le") in data:
        return DocumentError(
            f"{name} is encrypted with a password.",
            hint="Open it in Word, save a copy without password, and check that.",
        )
    return DocumentError(
        f"{name} is in the old binary Office format (.doc).",
        hint="Open it in Word or LibreOffice and save it as .docx.",
    )


def _is_binary(head: bytes) -> bool:
    """More control bytes than any text has. UTF-16 and UTF-32 texts show their byte order mark."""
    if head.startswith((b"\xff\xfe", b"\xfe\xff", b"\x00\x00\xfe\xff")):
        return False
    controls = sum(byte < 32 and byte not in b"\t\n\r\x0b\x0c\x1b" for byte in head)
    return controls * 10 > len(head)  # a stray NUL does not make a text binary; one byte in ten does


def _decode(data: bytes) -> str:
    """Enough of the text to look at its syntax, which is ASCII in every format."""
    for mark, encoding in ((b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be")):
        if data.startswith(mark):
            return data.decode(encoding, "replace")
    return data.decode("utf-8", "replace")
