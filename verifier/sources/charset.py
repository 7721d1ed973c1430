"""Bytes to text: byte order mark, then what is certain, then what the server and the page say, then detection.

The order of the HTML standard, but for one thing: bytes that are valid UTF-8 with characters beyond ASCII are UTF-8, whatever
a header says; servers' defaults are wrong more often than such bytes are an accident.
"""

from __future__ import annotations

import codecs
import re

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_META = re.compile(
    rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_.:-]{2,40})|<\?xml[^>]{0,100}encoding\s*=\s*[\"']([A-Za-z0-9_.:-]{2,40})",
    re.IGNORECASE,
)
# The Encoding standard: these labels mean their Windows supersets on the web.
_MEANT = {
    "iso-8859-1": "cp1252", "latin-1": "cp1252", "latin1": "cp1252", "ascii": "cp1252", "us-ascii": "cp1252", "iso-8859-9": "cp1254",
    "gb2312": "gb18030", "gbk": "gb18030", "ks_c_5601-1987": "cp949", "euc-kr": "cp949", "shift_jis": "cp932", "shift-jis": "cp932", "x-sjis": "cp932",
    "windows-31j": "cp932", "tis-620": "cp874", "iso-8859-11": "cp874", "x-user-defined": "cp1252",
}  # fmt: skip
_SAMPLE = 200_000


def decode(body: bytes, declared: str | None = None) -> str:
    r"""The text of some bytes; never fails, damaged bytes become U+FFFD.

    >>> decode("Şehir".encode("cp1254"), "windows-1254"), decode("Forêt".encode(), "iso-8859-1")
    ('Şehir', 'Forêt')
    """
    for mark, name in _BOMS:
        if body.startswith(mark):
            return body.decode(name, "replace").lstrip("\ufeff")
    if _is_utf8(body):
        return body.decode("utf-8", "replace")
    for label in (declared, _in_markup(body)):
        codec = _codec(label)
        if codec and codec not in ("utf-8", "utf-16", "utf-32"):
            return body.decode(codec, "replace")
    return body.decode(_detect(body), "replace")


def _is_utf8(body: bytes) -> bool:
    decoder = codecs.getincrementaldecoder("utf-8")()
    try:
        decoder.decode(body[:_SAMPLE], final=False)
    except UnicodeDecodeError:
        return False
    return True


def _in_markup(body: bytes) -> str | None:
    found = _META.search(body, 0, 4096)
    return (found[1] or found[2]).decode("ascii") if found else None


def _codec(name: str | None) -> str | None:
    if not name:
        return None
    label = name.strip().strip("\"'").lower()
    try:
        codec = codecs.lookup(_MEANT.get(label, label))
    except (LookupError, ValueError):
        return None
    # Codecs of Python that are no charset (hex, zip, rot13) would execute or inflate.
    return (
        codec.name
        if codec._is_text_encoding  # noqa: SLF001 - no public way
        and codec.name not in ("idna", "punycode", "unicode_escape", "raw_unicode_escape", "undefined", "mbcs")
        else None
    )


def _detect(body: bytes) -> str:
    import chardet  # noqa: PLC0415 - only where nothing tells

    guess = chardet.detect(body[:_SAMPLE]).get("encoding")
    return _codec(str(guess)) or "cp1252" if guess else "cp1252"
