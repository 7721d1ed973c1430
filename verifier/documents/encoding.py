"""Turn the bytes of a document into text: byte order mark, what the document declares, UTF-8, then a guess.

In: bytes and the declared charset. Out: the text, and a problem where some of it could not be read: never an exception.
"""

from __future__ import annotations

import codecs

import chardet

from verifier.model import Problem

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# Browsers read these names as their Windows superset (WHATWG Encoding Standard).
_SUPERSETS = {
    "ascii": "cp1252",
    "iso8859-1": "cp1252",
    "iso8859-9": "cp1254",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "shift_jis": "cp932",
    "euc_kr": "cp949",
}
# Python's codecs that are no charsets of documents.
_NO_CHARSETS_NAMES = (
    "hex base64 bz2 zip zlib rot13 rot_13 uu quopri undefined idna punycode unicode_escape raw_unicode_escape mbcs"
)
_NO_CHARSETS = frozenset(_NO_CHARSETS_NAMES.split())
_SAMPLE = 100_000


def decode(data: bytes, declared: str | None = None) -> tuple[str, tuple[Problem, ...]]:
    """The text of some bytes, and the problem that some of it could not be read.

    >>> decode("“Größe”".encode("utf-8"))[0], decode("Größe".encode("cp1252"), "iso-8859-1")[0]
    ('“Größe”', 'Größe')
    """
    for mark, name in _MARKS:
        if data.startswith(mark):
            return _decode(data, name)
    for charset in (_known(declared), "utf-8"):
        if charset is not None and charset not in ("utf-16", "utf-32"):  # declared in bytes that are not: never true
            try:
                return _clean(data.decode(charset)), ()
            except (UnicodeDecodeError, LookupError):
                continue
    return _decode(data, _guess(data))


def _known(declared: str | None) -> str | None:
    """The codec of a declared name; None where there is none, or where it is no text encoding."""
    if declared is None:
        return None
    try:
        name = codecs.lookup(declared).name
    except (LookupError, ValueError):
        return None
    return None if name.replace("-", "_") in _NO_CHARSETS else _SUPERSETS.get(name, name)


def _guess(data: bytes) -> str:
    """Mostly UTF-8 with some other bytes is UTF-8; else what chardet says."""
    lenient = data[:_SAMPLE].decode("utf-8", "replace")
    broken = lenient.count("\ufffd")
    beyond = sum(1 for c in lenient if c > "\x7f") - broken
    if beyond and broken <= beyond:
        return "utf-8"
    return _known(chardet.detect(data[:_SAMPLE])["encoding"]) or "cp1252"


def _decode(data: bytes, name: str) -> tuple[str, tuple[Problem, ...]]:
    text = _clean(data.decode(name, "replace"))
    lost = text.count("\ufffd")
    if not lost:
        return text, ()
    where = text.index("\ufffd")
    return text, (
        Problem(
            "partial_document",
            "",
            f"{lost} characters are not {name}, the first after “{text[max(0, where - 30) : where]}”.",
        ),
    )


def _clean(text: str) -> str:
    return text.removeprefix("\ufeff").replace("\x00", "")
