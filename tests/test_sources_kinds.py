"""Kinds of source beside pages and PDFs: each is read as what it is."""

from __future__ import annotations

import gzip
import io
import json
import zipfile

import pytest

from verifier.model import Extent, Snapshot
from verifier.sources import extract

WORDS = "the lamp shall burn in every night of the year"
SAID = f"The council wrote that {WORDS}."
MARKED = SAID.replace("burn", "<em>burn</em>")
ESCAPED = f"<p>{MARKED}</p>".replace("<", "&lt;").replace(">", "&gt;")
RTF = r"{\rtf1\ansi\ansicpg1252{\fonttbl{\f0 Arial;}}\f0 The council wrote that the lamp \b shall\b0  burn in every night of the year.\par Caf\'e9 \u8220?Varn\u8221?\par}"
LATEX = (
    "\\documentclass[a4paper]{article}\n\\usepackage{hyperref}\n\\begin{document}\n% begin\n\\section*{Varn}\\label{s:v}\nThe council wrote that the \\emph{lamp}~shall\n"
    "burn\\footnote{See \\textit{Almanac}.} in every\\index{night} {\\bf night} of \\mbox{the} year \\cite[p.~3]{ada}.\n\\begin{equation}<a>\\end{equation}\n"
    "\\begin{tabular}{ll}a & b\\\\\\end{tabular}\n\\end{document}\nno word of it"
)  # fmt: skip
LINKED = SAID.replace("every night", "[every night](https://varn.example/n)")
SAVED = (
    'From: <Saved>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="=b"\r\n\r\n--=b\r\nContent-Type: text/html; charset=utf-8\r\n'
    "Content-Transfer-Encoding: quoted-printable\r\nContent-Location: https://varn.example/a\r\n\r\n"
    "<html><title>Varn</title><p>The council wrote that the lamp sh=\r\nall burn in every night of the year.</p></html>\r\n--=b--\r\n"
)  # fmt: skip


def book(body: str) -> bytes:
    """A book of two files of which the second is read first."""
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as package:
        package.writestr("mimetype", "application/epub+zip")
        package.writestr(
            "META-INF/container.xml", "<container><rootfiles><rootfile full-path='b/b.opf'/></rootfiles></container>"
        )
        items = "".join(f"<item id='{n}' href='{n}.xhtml' media-type='application/xhtml+xml'/>" for n in "ab")
        package.writestr(
            "b/b.opf",
            f"<package><manifest>{items}</manifest><spine><itemref idref='b'/><itemref idref='a'/></spine></package>",
        )
        package.writestr("b/a.xhtml", f"<html><body>{body}</body></html>")
        package.writestr("b/b.xhtml", "<html><body><h1>Varn</h1></body></html>")
    return held.getvalue()


# The media type as served, the body, the name of what read it.
KINDS: dict[str, tuple[str, str | bytes, str]] = {
    "Rich Text": ("application/rtf", RTF, "rtf"),
    "Rich Text under another name": ("application/msword", RTF, "rtf"),
    "RSS": ("application/rss+xml", f"<?xml version='1.0'?><rss version='2.0'><channel><title>Varn</title><item><description>{ESCAPED}</description></item></channel></rss>", "feed"),
    "RSS with CDATA": ("text/xml", f"<rss xmlns:content='urn:c'><channel><item><content:encoded><![CDATA[<p>{MARKED}</p>]]></content:encoded></item></channel></rss>", "feed"),
    "RSS sent as a page": ("text/html", f"<?xml version='1.0'?>\n<rss><channel><item><title>{SAID}</title></item></channel></rss>", "feed"),
    "Atom": ("application/atom+xml", f"<feed xmlns='http://www.w3.org/2005/Atom'><entry><content type='html'>{ESCAPED}</content></entry></feed>", "feed"),
    "Atom with elements": ("application/atom+xml", f"<feed xmlns='http://www.w3.org/2005/Atom'><entry><summary type='xhtml'><div><p>{SAID}</p></div></summary></entry></feed>", "feed"),
    "RDF": ("application/rdf+xml", f"<rdf:RDF xmlns:rdf='urn:r' xmlns='urn:s'><item><description>{SAID}</description></item></rdf:RDF>", "feed"),
    "a feed that is damaged": ("application/rss+xml", f"<rss><channel><item><description>{SAID}</item></rss>", "xml"),
    "JSON": ("application/json", json.dumps({"content": {"rendered": f"<p>{MARKED}</p>\n"}}), "json"),
    "JSON with escapes": ("application/ld+json", json.dumps([{"n": {"é": SAID}}]), "json"),
    "JSON sent as text": ("text/plain", json.dumps({"text": SAID}), "json"),
    "no JSON": ("application/json", SAID, "plain"),
    "a saved page": ("multipart/related", SAVED, "html"),
    "a saved page sent as bytes": ("application/octet-stream", SAVED, "html"),
    "a saved page without its headers": ("multipart/related", SAVED.partition("\r\n\r\n")[2], "html"),
    "markup sent as text": ("text/plain", f"<p>{MARKED}</p>\n<p>It did.</p>", "html"),
    "subtitles": ("text/vtt", f"WEBVTT - Varn\n\nNOTE by hand\n\n1\n00:01.000 --> 00:04.000 align:start\n<v Ada>The council <i>wrote</i> that\n{WORDS}.\n", "plain"),
    "subtitles in numbers": ("text/plain", f"1\n00:00:01,000 --> 00:00:04,000\nThe council wrote that\n\n2\n00:00:04,100 --> 00:00:08,000\n{WORDS}.\n", "plain"),
    "LaTeX": ("application/x-tex", LATEX, "latex"),
    "LaTeX sent as text": ("text/plain", LATEX, "latex"),
    "a chapter in LaTeX": ("text/x-tex", "% the fourth\n" + LATEX.partition("% begin\n")[2], "latex"),
    "a banner as LaTeX comments have it": ("text/plain", f"{'% ' * 60}\n{SAID}\n", "plain"),
    "Markdown": ("text/markdown", f"# Varn\n\n> {LINKED}\n", "markdown"),
    "Markdown sent as text": ("text/plain", f"# Varn\n\n{LINKED}\n", "plain"),
    "Org": ("text/plain", f"* Varn\n{SAID.replace('every night', '[[https://varn.example/n][every night]]')}\n", "plain"),
    "reStructuredText": ("text/plain", f"Varn\n====\n{SAID.replace('every night', '`every night <https://varn.example/n>`_')}\n", "plain"),
    "a wiki's own text": ("text/x-wiki", f"== Varn ==\n{SAID.replace('every night', '[[Night (time)|every night]]<ref name=a>Almanac, 3</ref>')}\n", "plain"),
    "an answered letter": ("text/plain", f"Ada wrote:\n> {SAID}\n> > No.\n", "plain"),
    "DocBook": ("application/xml", f"<article xmlns='http://docbook.org/ns/docbook'><para>{SAID.replace(' burn', '<indexterm><primary>fire</primary></indexterm> burn')}</para></article>", "xml"),
    "a book": ("application/epub+zip", book(f"<p>{MARKED}</p>"), "office"),
    "packed and not said": ("text/html", gzip.compress(f"<html><p>{SAID}</p></html>".encode()), "html"),
}  # fmt: skip


@pytest.mark.parametrize("case", KINDS)
def test_a_source_is_read_as_what_it_is(case: str) -> None:
    media, body, extractor = KINDS[case]
    reading = extract(Snapshot("", body.encode() if isinstance(body, str) else body, media))
    assert WORDS in reading.text
    assert reading.extractor == extractor
    assert "<" not in reading.text


def test_latex_is_read_as_it_is_printed() -> None:
    text = extract(Snapshot("", LATEX.encode(), "text/x-tex")).text
    assert text == f"Varn\n\n{SAID[:-1]} .\n\na | b\n\nSee Almanac."
    body = rb"\documentclass{book}\begin{document}Caf\'e, Stra\ss{}e, pi\~{n}on---``so''\input{more}\end{document}"
    reading = extract(Snapshot("", body, "text/x-tex"))
    assert reading.text == "Café, Straße, piñon—“so”"
    assert (reading.extent, reading.problem) == (
        Extent.PART,
        "Parts of the text are in other files, which were not read.",
    )


@pytest.mark.parametrize(
    "body",
    [rb"\section{", rb"\begin{verbatim}", rb"\section\'", b"\\begin{a}" * 3000 + b"{" * 9000, rb"\chapter\footnote"],
)
def test_damaged_latex_is_read_to_its_end(body: bytes) -> None:
    assert extract(Snapshot("", body, "text/x-tex")).extractor == "latex"


def test_markup_between_words_of_plain_text_is_no_code() -> None:
    for code in ("a[i](b) = c[d] > e", "x = [[1, 2], [3, 4]]", "if a > b:\n  return `c`", "f[0](x)"):
        assert extract(Snapshot("", code.encode(), "text/plain")).text == code.replace("  ", " ")


@pytest.mark.parametrize(
    "mark",
    ["<xref ref-type='bibr' rid='a'>3</xref>", "<footnote><para>Almanac</para></footnote>", "<note>by hand</note>"],
)
def test_notes_in_xml_stand_between_the_words(mark: str) -> None:
    reading = extract(
        Snapshot(
            "",
            f"<article><p>{SAID.replace(' burn', f'{mark} burn')}</p><p>{SAID * 2}</p></article>".encode(),
            "text/xml",
        )
    )
    assert [reading.text[p.start : p.end] for p in reading.parts if p.role.value != "main"]


def test_signs_of_rich_text_are_letters() -> None:
    assert "Café “Varn”" in extract(Snapshot("", RTF.encode(), "application/rtf")).text


def test_numbers_of_json_stand_beside_their_names() -> None:
    body = json.dumps({"title": "Varn", "flashes": 1250, "lit": True, "link": "https://varn.example/a"})
    reading = extract(Snapshot("", body.encode(), "application/json"))
    assert reading.text == "Varn\n\nflashes: 1250"
    assert reading.metadata.title == "Varn"


def test_a_book_is_read_in_its_order() -> None:
    text = extract(Snapshot("", book(f"<p>{SAID}</p>"), "application/epub+zip")).text
    assert text == f"Varn\n\n{SAID}"


def test_the_language_of_printers_is_no_text() -> None:
    reading = extract(Snapshot("", b"%!PS-Adobe-3.0\n(The council wrote) show\n", "text/plain"))
    assert (reading.text, reading.problem) == ("", "The source is not text (postscript: text/plain).")


PACKED = bytes(range(1, 255)) * 9


@pytest.mark.parametrize("media", ["text/html", "text/plain", "application/json", "application/xml", ""])
def test_bytes_that_are_no_letters_are_no_text(media: str) -> None:
    reading = extract(Snapshot("", PACKED, media))
    assert reading.text == ""
    assert reading.problem


def test_utf_16_is_text() -> None:
    assert WORDS in extract(Snapshot("", f"<p>{SAID}</p>".encode("utf-16"), "text/html")).text


def test_code_in_plain_text_is_no_markup() -> None:
    body = "To make a list: write <li>one</li>.\nThat is all."
    assert extract(Snapshot("", body.encode(), "text/plain")).text == body


def test_a_tag_with_more_attributes_than_any_page_has_costs_its_attributes_alone() -> None:
    crowded = " ".join(f"a{number}=x" for number in range(200_000))
    picture = f'<img alt="Gates" src="data:image/png;base64,{"A" * 60_000}">'
    found = extract(Snapshot("", f"<p {crowded}>It grew.</p>{picture}<p hidden>It fell.</p>".encode(), "text/html"))
    assert found.text == "It grew."
