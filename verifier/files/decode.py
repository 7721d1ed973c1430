r"""Turn the bytes of an article or a source into text, and say how many characters could not be read.

In: bytes, and the charset that a server named. Out: `Decoded`; nothing raises. The rule: bytes that are UTF-8 are read as UTF-8,
whatever a header says (servers' defaults are wrong more often than such bytes are an accident), and one bad byte is no reason to
leave a charset. Else the order of the HTML standard: byte order mark, server, declaration in the markup, detection; the last two are
Beautiful Soup's, which is only loaded for bytes that are not UTF-8 and whose server says nothing that fits them.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass

from verifier.model import Problem, ProblemKind

# Browsers read these as their Windows supersets (WHATWG Encoding Standard); by the names that Python gives the codecs.
_SUPERSETS = {
    "ascii": "cp1252", "iso8859-1": "cp1252", "iso8859-9": "cp1254", "iso8859-11": "cp874", "tis-620": "cp874",
    "gb2312": "gb18030", "gbk": "gb18030", "big5": "big5hkscs", "shift_jis": "cp932", "euc_kr": "cp949",
}  # fmt: skip
# Labels of the standard that Python does not know.
_LABELS = {
    "x-sjis": "cp932", "windows-874": "cp874", "dos-874": "cp874", "windows-949": "cp949", "x-gbk": "gb18030", "x-x-big5": "big5hkscs",
    "x-euc-jp": "euc_jp", "x-mac-cyrillic": "mac_cyrillic", "x-mac-roman": "mac_roman", "x-user-defined": "cp1252",
    "iso-8859-8-i": "iso8859_8", "koi8": "koi8_r", "koi": "koi8_r", "x-cp1250": "cp1250", "x-cp1251": "cp1251", "x-cp1252": "cp1252",
}  # fmt: skip
# Python's codecs of text that are no charset of a document; UTF-7 hides markup and is forbidden on the web.
_NO_CHARSETS = frozenset((
    "idna", "punycode", "unicode_escape", "raw_unicode_escape", "undefined", "charmap", "mbcs", "oem", "utf-7",
))  # fmt: skip
_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF32_LE, "utf-32"), (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"),
)  # fmt: skip
_WIDE_HEAD = 4096  # bytes that show UTF-16 without a mark
_JAPANESE = re.compile(rb"\x1b\$[B@]")  # how ISO-2022-JP, which is ASCII to the eye, begins its first word
# What é, ’ and Cyrillic letters become that are made UTF-8 twice, behind the character that each begins with: that one is soon found.
_TWICE = {
    "Ã": b"\xc3\x83\xc2", "â": b"\xc3\xa2\xe2\x82\xac", "Ð": b"\xc3\x90\xc2", "Ñ": b"\xc3\x91\xe2", "Å": b"\xc3\x85\xc5", "Ä": b"\xc3\x84\xc2",
}  # fmt: skip
_META = re.compile(rb"""<meta\b[^>]{0,200}?charset\s*=\s*["']?\s*([\w.:-]{2,40})""", re.IGNORECASE)
_SAMPLE = 100_000  # bytes that a detector looks at
_LEFT_OUT = 10  # one unreadable character among so many is damage; more of them are another charset
_LEFT_OUT_UTF8 = 2  # bytes of other charsets are hardly ever UTF-8 by accident: of 10 letters, one or two


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text, the codec it was read with, and how many characters of it are U+FFFD because they could not be read."""

    text: str
    encoding: str
    lost: int = 0

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What a document says of the characters that are lost."""
        if not self.lost:
            return ()
        where = self.text.index("\ufffd")
        before = self.text[max(0, where - 30) : where]
        what = "1 character is" if self.lost == 1 else f"{self.lost} characters are"
        detail = f"{what} not {self.encoding}{', the first' if self.lost > 1 else ''}, after “{before}”."
        return (Problem(ProblemKind.PARTIAL_DOCUMENT, "", detail),)


def decode(body: bytes, declared: str | None = None) -> Decoded:
    r"""The text of some bytes. `declared` is the charset a server named; what the bytes themselves declare is looked up here.

    >>> decode("“Größe”".encode(), "iso-8859-1").text, decode("Şehir".encode("cp1254"), "iso-8859-9").text
    ('“Größe”', 'Şehir')
    >>> decode(b"Gr\xc3\xb6\xc3\x9fe, \xff")
    Decoded(text='Größe, �', encoding='utf-8', lost=1)
    >>> decode("“Größe”".encode().decode("latin-1").encode()).text
    '“Größe”'
    """
    if b"\x00" not in body and b"\x1b" not in body:
        try:
            return Decoded(_decoded_once(body.decode(), body).removeprefix("\ufeff"), "utf-8")
        except UnicodeDecodeError:
            pass
    marked = next((name for mark, name in _ORDER_MARKS if body.startswith(mark)), None)
    return _read(body, marked) if marked else _try(body, declared)


def _decoded_once(text: str, body: bytes) -> str:
    """The text; where all of it was taken for Windows-1252 and made UTF-8 once more (“Ã©” for é), what it was before."""
    if not any(first in text and sign in body for first, sign in _TWICE.items()):
        return text
    import ftfy.bad_codecs  # noqa: F401, PLC0415 - knows Windows-1252 as browsers do: bytes without a character are controls

    for once in ("sloppy-windows-1252", "latin-1"):
        with suppress(UnicodeError):
            return text.encode(once).decode()
    return text


def _try(body: bytes, declared: str | None) -> Decoded:
    """The first charset that fits, or the one that loses least."""
    all_read = []
    for name in _candidates(body, declared):
        found = _read(body, name)
        if _fits(found):
            return found
        all_read.append(found)
    return min(all_read, key=lambda found: found.lost)


def _candidates(body: bytes, declared: str | None) -> Iterator[str]:
    """The codecs that the bytes themselves show, then those that server, markup and detector name."""
    if wide := _wide(body[:_WIDE_HEAD]):
        yield wide
    if _JAPANESE.search(body):
        yield "iso2022_jp_2"
    yield "utf-8"
    # Named without being seen in the bytes, these are never true.
    tried = {"utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le", "utf-32-be"}
    for label in _labels(body, declared):
        name = _codec(label)
        if name is not None and name not in tried:
            tried.add(name)
            yield name


def _wide(head: bytes) -> str | None:
    """UTF-16 without a mark: every other byte of its blanks and Latin letters is zero, in any script one of 16 at least."""
    even, odd = head[0::2].count(0), head[1::2].count(0)
    if max(even, odd) < max(3, len(head) // 16, 10 * min(even, odd)):
        return None
    return "utf-16-le" if odd > even else "utf-16-be"


def _labels(body: bytes, declared: str | None) -> Iterator[str]:
    if declared:
        yield declared
    from bs4.dammit import EncodingDetector  # noqa: PLC0415 - 140 ms, only for bytes that nothing explains

    sample = body[:_SAMPLE]
    if found := _META.search(sample):  # browsers find it behind any number of scripts
        yield found[1].decode("ascii")
    if len(body) > _SAMPLE:  # no character of several bytes holds a blank
        sample = sample[: sample.rfind(b" ") + 1] or sample
    yield from EncodingDetector(sample, is_html=True).encodings


def _codec(label: str) -> str | None:
    """The codec that a label means; None where there is none, or where it is no charset."""
    label = label.strip().strip("\"'").lower()
    try:
        found = codecs.lookup(_LABELS.get(label, label))
    except (LookupError, ValueError):
        return None
    # Python's other codecs (hex, zip, rot13) would inflate or turn the bytes; there is no public way to tell them.
    if not found._is_text_encoding or found.name.replace("-", "_") in _NO_CHARSETS:  # noqa: SLF001
        return None
    return _SUPERSETS.get(found.name, found.name)


def _read(body: bytes, name: str) -> Decoded:
    text = body.decode(name, "replace").removeprefix("\ufeff").replace("\x00", "")
    return Decoded(text, name, text.count("\ufffd"))


def _fits(found: Decoded) -> bool:
    """Whether the characters beyond ASCII are so many more than those lost that this is the charset."""
    left_out = _LEFT_OUT_UTF8 if found.encoding == "utf-8" else _LEFT_OUT
    beyond = len(found.text) - len(found.text.encode("ascii", "ignore")) - found.lost
    return found.lost * left_out <= beyond or (found.lost == 1 and found.encoding != "utf-8")
