"""Files that hold an article as a part: letters, saved pages, notebooks."""

import pytest

from verifier import documents
from verifier.errors import DocumentError

HTML = (
    "<p>It broke [1].</p><p>[1] <a href=3D'https://site.example/log'>Log</a>, kept by the dyke office =\nof Marn.</p>"
)
MIXED = f"""Subject: =?utf-8?q?D=C3=BCnen?=
MIME-Version: 1.0
Content-Type: multipart/alternative; boundary="x"

--x
Content-Type: text/plain

plain
--x
Content-Type: text/html; charset="no-such"
Content-Transfer-Encoding: quoted-printable

{HTML}
--x--
"""
SAVED = """MIME-Version: 1.0
Content-Type: text/html; charset=utf-8
Content-Location: https://site.example/a

<p>It broke.<sup><a href="https://site.example/a#n1" id="r1">1</a></sup></p><hr><ol><li id="n1">Log. <a href="https://site.example/a#r1">back</a></li></ol>
"""
PLAIN = "Subject: Dykes\r\nMIME-Version: 1.0\r\n\r\nIt broke [1].\r\n\r\n[1] Log.\r\n-- \r\nAda [2]\r\n"


@pytest.mark.parametrize(
    ("data", "title", "notes"),
    [
        (MIXED, "Dünen", ["Log, kept by the dyke office of Marn."]),
        (SAVED, "", ["Log."]),
        (PLAIN, "Dykes", ["Log."]),
        ("Subject: Dykes\nMIME-Version: 1.0\n\nNothing is cited.\n", "Dykes", []),
    ],
)
def test_letters_and_saved_pages(data: str, title: str, notes: list[str]) -> None:
    document = documents.read(data.encode(), "a.eml")
    assert (document.title or "", [note.text for note in document.notes]) == (title, notes)


@pytest.mark.parametrize(
    ("name", "data", "message"),
    [
        ("a.eml", b"MIME-Version: 1.0\nContent-Type: image/png\n\nx", "holds no text"),
        ("a.ipynb", b'{"cells": [', "is damaged"),
        ("a.ipynb", b"[" * 100_000, "is damaged"),
    ],
)
def test_what_holds_no_article_is_refused(name: str, data: bytes, message: str) -> None:
    with pytest.raises(DocumentError, match=message):
        documents.read(data, name)


@pytest.mark.parametrize(
    "cells",
    [
        "null",
        "[null, 3]",
        '[{"cell_type": "markdown", "source": 4}]',
        '[{"cell_type": ["markdown"], "source": "a[^1]"}]',
        '[{"cell_type": "code", "source": "a[^1]"}]',
    ],
)
def test_a_notebook_without_text_is_an_article_without_notes(cells: str) -> None:
    assert not documents.read(f'{{"nbformat": 4, "cells": {cells}}}'.encode(), "a.ipynb").notes
