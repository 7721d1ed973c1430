"""A password in an address is sent to nobody, shown nowhere and kept nowhere."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verifier import cli
from verifier.redact import mask, redact
from verifier.reports import FORMATS, Kind, formats_of
from verifier.transport.post import post

CAPTURES = Path(__file__).resolve().parents[1] / "examples" / "sources.warc.gz"
SECRET = "pa55-w0rd"
TEXT = f"""The gates stayed open.[1] So says https://me:{SECRET}@inline.example/x.[2]

They were “open at https://me:{SECRET}@quoted.example/ in every dry month”.[3]

[1] “Quiet Gates”, The Gazette, https://me:{SECRET}@gazette.example/a, (Access Date: 05.10.2024).
[2] https://web.archive.org/web/20240101000000/https://me:{SECRET}@post.example/b
[3] ftp://me:{SECRET}@files.example/c and https://{SECRET}@token.example/d and https:/me:x@{SECRET}@odd.example/e
"""
LINKED = f"""<p>The gates stayed open.<a href="#n1" id="r1">1</a></p>
<p id="n1"><a href="#r1">1</a> <a href="https://me:{SECRET}@gazette.example/a">Quiet Gates</a></p>"""


@pytest.mark.parametrize(
    ("url", "shown"),
    [
        ("https://me:pw@site.example/a", "https://site.example/a"),
        ("https://me:p@w@site.example/a", "https://site.example/a"),
        ("https://me:p w@site.example/a", "https://site.example/a"),
        ("https://token@site.example", "https://site.example"),
        ("https://site.example/a@b", "https://site.example/a@b"),
        ("https://site.example?to=a@b", "https://site.example?to=a@b"),
        ("https:me:pw@site.example", "https:site.example"),
        ("HTTPS:\\\\me:pw@site.example", "HTTPS:\\\\site.example"),
        (
            "https://copies.example/2024/https://me:pw@site.example/",
            "https://copies.example/2024/https://site.example/",
        ),
        ("mailto:me@site.example", "mailto:me@site.example"),
        ("draft.docx", "draft.docx"),
    ],
)
def test_an_address_loses_its_user_and_password(url: str, shown: str) -> None:
    assert redact(url) == shown


@given(st.text(st.sampled_from("https:/@\\?#ab. “"), max_size=40))
def test_a_masked_text_keeps_its_length_and_its_other_characters(text: str) -> None:
    hidden = mask(text)
    assert len(hidden) == len(text)
    assert all(new in (old, "*") for old, new in zip(text, hidden, strict=True))


@pytest.mark.parametrize(("name", "article"), [("a.txt", TEXT), ("a.html", LINKED)])
def test_a_check_shows_and_keeps_no_password(
    name: str, article: str, tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    path, database = tmp_path / name, tmp_path / "a.db"
    path.write_text(article)
    for verb, kind in (("check", Kind.CHECK), ("extract", Kind.EXTRACT)):
        files = [
            tmp_path / f"{verb}{suffix}"
            for each in formats_of(kind)
            if each != "docx"
            for suffix in FORMATS[each].suffixes[:1]
        ]
        outputs = [word for file in files for word in ("-o", str(file))]
        kept = ["--offline", "--db", str(database)] if verb == "check" else []
        assert cli.run([verb, str(path), *outputs, *kept]) in (0, 3)
        assert [file.name for file in files if SECRET.encode() in file.read_bytes()] == []
    assert SECRET.encode() not in database.read_bytes()
    assert SECRET.encode() not in b"".join(capfdbinary.readouterr())
    cited = json.loads((tmp_path / "check.json").read_text())["citations"]
    assert cited[0]["url"] == "https://gazette.example/a"


@pytest.mark.parametrize(
    "arguments",
    [
        ["check", f"https://me:{SECRET}@commission.oren.example/statements/compact-at-five"],
        ["check", f"https://me:{SECRET}@nobody.example/"],
        ["archive", f"https://me:{SECRET}@commission.oren.example/statements/compact-at-five"],
        ["archive", f"https://me:{SECRET}@nobody.example/", "--memento-base", f"https://me:{SECRET}@keeper.example"],
        ["show", f"https://me:{SECRET}@nobody.example/"],
        [f"https://me:{SECRET}@nobody.example/"],
    ],
)
def test_what_is_typed_is_shown_and_kept_without_its_password(
    arguments: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    monkeypatch.chdir(tmp_path)
    captures = ["--replay", str(CAPTURES)] if arguments[0] in ("check", "archive") else []
    cli.run([*arguments, *captures])
    out, err = capfdbinary.readouterr()
    assert out + err
    assert SECRET.encode() not in out + err
    assert [p.name for p in tmp_path.iterdir() if SECRET.encode() in p.read_bytes()] == []


@pytest.mark.parametrize(
    "url", [f"http://me:{SECRET}@:/v1", f"ftp://me:{SECRET}@judge.example/", f"http://me:{SECRET}@h:99999/"]
)
def test_a_judges_address_is_not_shown_where_it_cannot_be_one(url: str) -> None:
    with pytest.raises(OSError, match="the judge's address") as raised:
        post(url, b"{}", {})
    assert SECRET not in str(raised.value)
