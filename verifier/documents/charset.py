"""Decode a text document whose bytes do not say their encoding.

In: bytes. Out: text, line ends as \\n. Order of proof: byte order mark, valid UTF-8, chardet's guess, and
last Windows-1252, in which every byte means something.
"""

from __future__ import annotations

import codecs

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_MOSTLY = 0.01  # share of broken bytes below which a text is UTF-8 with damage, not another encoding
_SAMPLE = 100_000  # bytes shown to chardet


def decode(data: bytes) -> str:
    r"""The text of a document.

    >>> decode("It’s\r\n".encode("utf-16")), decode("caf\u00e9".encode("latin-1"))
    ('It’s\n', 'café')
    """
    return _decode(data).replace("\r\n", "\n").replace("\r", "\n")


def _decode(data: bytes) -> str:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data.decode(encoding, "replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        text = data.decode("utf-8", "replace")
    high = sum(byte > 127 for byte in data[:_SAMPLE])
    if text.count("\ufffd") <= max(3, _MOSTLY * len(data)) and text[:_SAMPLE].count("\ufffd") * 2 < high:
        return text
    return data.decode(_guess(data), "replace")


def _guess(data: bytes) -> str:
    import chardet  # noqa: PLC0415 - 30 ms that only undeclared legacy encodings cost

    encoding = chardet.detect(data[:_SAMPLE])["encoding"] or "windows-1252"
    try:
        codecs.lookup(encoding)
    except LookupError:
        return "windows-1252"
    return "windows-1252" if encoding.lower() in {"ascii", "iso-8859-1"} else encoding
