"""Bytes to text: what the bytes show, then what server and markup say, then detection. All texts invented."""

from __future__ import annotations

import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verifier.files.decode import decode

GERMAN = "Die Größe der Mühle überraschte die Gäste sehr, und „drei“ Wälder standen öde."
RUSSIAN = "Дождь шёл девять дней, и мельница в верхней долине стояла. Мельник вернулся осенью."
TURKISH = "Yağmur dokuz gün yağdı; değirmenci güzün şehirden döndü ve çarkı onardı."
JAPANESE = "雨は九日間降り続き、谷の水車は止まったままだった。粉屋は秋に戻った。"
CHINESE = "雨下了九天，山谷上游的磨坊停了。磨坊主秋天才回来，修好了水轮。"
KOREAN = "비가 아흐레 동안 내렸고 골짜기의 물레방아는 멈추었다. 방앗간 주인은 가을에 돌아왔다."
THAI = "ฝนตกเก้าวัน โรงสีในหุบเขาหยุดนิ่ง เจ้าของกลับมาในฤดูใบไม้ร่วง"
GREEK = "Έβρεχε εννέα μέρες και ο μύλος στην πάνω κοιλάδα έμεινε ακίνητος."


@pytest.mark.parametrize(
    ("body", "declared", "text"),
    [
        # what the bytes show
        (b"It grew.", "shift_jis", "It grew."),
        (GERMAN.encode(), "iso-8859-1", GERMAN),
        (GERMAN.encode("utf-8-sig"), "windows-1251", GERMAN),
        (RUSSIAN.encode("utf-16"), None, RUSSIAN),
        (RUSSIAN.encode("utf-32"), "utf-8", RUSSIAN),
        (b"\xfe\xff" + JAPANESE.encode("utf-16-be"), None, JAPANESE),
        ("The gate is open.".encode("utf-16-le"), None, "The gate is open."),
        (f"<p>{RUSSIAN}</p>".encode("utf-16-be"), "utf-16be", f"<p>{RUSSIAN}</p>"),
        (JAPANESE.encode("iso2022_jp"), None, JAPANESE),
        (b"The \x1b[1mgate\x1b[0m is open.", None, "The \x1b[1mgate\x1b[0m is open."),
        (b"The ga\x00te is open.", None, "The gate is open."),
        # what was made UTF-8 twice, all of it
        (GERMAN.encode().decode("cp1252", "replace").replace("\ufffd", "\x9d").encode(), None, GERMAN),
        (RUSSIAN.encode().decode("latin-1").encode(), None, RUSSIAN),
        (f"{GERMAN} They write Ã© for é.".encode(), None, f"{GERMAN} They write Ã© for é."),
        # what the server says, as browsers read it
        (GERMAN.encode("cp1252"), "ISO-8859-1", GERMAN),
        (TURKISH.encode("cp1254"), '"iso-8859-9"', TURKISH),
        (RUSSIAN.encode("koi8_r"), " KOI8-R ", RUSSIAN),
        (RUSSIAN.encode("cp1251"), "x-cp1251", RUSSIAN),
        (CHINESE.encode("gb18030"), "gb2312", CHINESE),
        (CHINESE.encode("big5hkscs", "ignore"), "Big5", CHINESE.encode("big5hkscs", "ignore").decode("big5hkscs")),
        (JAPANESE.encode("cp932"), "x-sjis", JAPANESE),
        (JAPANESE.encode("euc_jp"), "euc-jp", JAPANESE),
        (KOREAN.encode("cp949"), "ks_c_5601-1987", KOREAN),
        (THAI.encode("cp874"), "tis-620", THAI),
        (THAI.encode("cp874"), "windows-874", THAI),
        # what the markup says: where the server says nothing, nothing that fits, or nothing that is a charset
        (f"<meta charset=windows-1251><p>{RUSSIAN}".encode("cp1251"), None, f"<meta charset=windows-1251><p>{RUSSIAN}"),
        (f"<meta charset=windows-1251><p>{RUSSIAN}".encode("cp1251"), "utf-8", f"<meta charset=windows-1251><p>{RUSSIAN}"),
        (f"<meta charset='iso-8859-7'>{GREEK}".encode("iso8859_7"), "rot13", f"<meta charset='iso-8859-7'>{GREEK}"),
        (f"<?xml version='1.0' encoding='shift_jis'?><p>{JAPANESE}".encode("cp932"), None, f"<?xml version='1.0' encoding='shift_jis'?><p>{JAPANESE}"),
        # detection
        (GERMAN.encode("cp1252"), None, GERMAN),
        (RUSSIAN.encode("cp1251"), None, RUSSIAN),
        (RUSSIAN.encode("koi8_r"), "no-such-thing", RUSSIAN),
        (JAPANESE.encode("cp932"), "idna", JAPANESE),
        (JAPANESE.encode("euc_jp"), "utf-16", JAPANESE),
        (KOREAN.encode("cp949"), "zip", KOREAN),
        (b"It grew. " * 20_000 + (CHINESE * 40).encode("gb18030"), "gbk", "It grew. " * 20_000 + CHINESE * 40),
    ],
)  # fmt: skip
def test_charsets(body: bytes, declared: str | None, text: str) -> None:
    decoded = decode(body, declared)
    assert (decoded.text, decoded.lost) == (text, 0)


@pytest.mark.parametrize(
    ("text", "charset", "declared"),
    [
        (GERMAN, "utf-8", "iso-8859-1"),
        (RUSSIAN, "utf-8", None),
        (CHINESE, "gb18030", "gb2312"),
        (JAPANESE, "cp932", "shift_jis"),
        (KOREAN, "cp949", "euc-kr"),
        (f"<meta charset=gbk>{CHINESE}", "gb18030", None),
    ],
)
def test_one_bad_byte_is_no_reason_to_leave_a_charset(text: str, charset: str, declared: str | None) -> None:
    decoded = decode(text.encode(charset) + b". \x81 " + text.encode(charset), declared)
    assert decoded.text.startswith(text)
    assert decoded.text.endswith(text)
    assert decoded.lost == 1
    assert "1 characters" not in decoded.problems[0].detail


def test_what_was_lost_is_said() -> None:
    decoded = decode(GERMAN.encode() + b" Gr\xf6\xdfe.")
    assert (decoded.encoding, decoded.lost) == ("utf-8", 2)
    assert [problem.kind for problem in decoded.problems] == ["partial_document"]
    assert "2 characters" in decoded.problems[0].detail
    assert decode(GERMAN.encode()).problems == ()


@given(st.binary() | st.text().map(str.encode), st.none() | st.text(max_size=20) | st.sampled_from(["hex", "rot13", "zip", "undefined", "idna", "punycode", "utf-7", "unicode_escape", "cp037"]))  # fmt: skip
def test_any_bytes_are_some_text(body: bytes, declared: str | None) -> None:
    decoded = decode(body, declared)
    decoded.text.encode()  # no half of a surrogate pair
    assert "\x00" not in decoded.text


@given(st.text().filter(lambda text: not set("\x00\x1b\ufeff\ufffd") & set(text)), st.none() | st.sampled_from(["cp1251", "gbk", "latin-1", "utf-16"]))  # fmt: skip
def test_utf8_is_utf8_whatever_a_header_says(text: str, declared: str | None) -> None:
    assert decode(text.encode(), declared).text == text


def test_utf8_needs_no_detector() -> None:
    code = "import sys; from verifier.files.decode import decode; decode(b'caf\\xc3\\xa9 ' * 9, 'latin-1'); assert not {'bs4', 'chardet'} & set(sys.modules)"
    subprocess.run([sys.executable, "-c", code], check=True, timeout=60)
