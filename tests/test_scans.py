"""PDFs whose pages are pictures, or whose letters cannot be read."""

from __future__ import annotations

import os
import shutil
from io import BytesIO
from pathlib import Path

import pypdfium2 as pdfium
import pytest
from test_extent import judged

from verifier.model import Extent, QuotationVerdict, Snapshot, SourceText
from verifier.ocr import read_scans
from verifier.sources import extract
from verifier.sources.pdf_extent import is_no_language

WORDS = "the lamp shall burn in every night of the year whatever the modern oil may cost"
PROSE = (
    "The lighthouse of Varn was lit again on the first of May after eleven dark years and the keepers had come by boat "
    "with oil for the winter. The villagers stood on the mole until midnight and counted the flashes aloud as they did before."
)


def pdf(*pages: str) -> bytes:
    """A PDF of these pages; an empty one is a page without text."""
    objects = ["<< /Type /Catalog /Pages 2 0 R >>", "", "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"]
    kids = []
    for page in pages:
        lines = [page[at : at + 70] for at in range(0, len(page), 70)]
        stream = "BT /F 14 Tf 60 700 Td 18 TL " + " ".join(f"({line}) Tj T*" for line in lines) + " ET"
        objects += [f"<< /Length {len(stream)} >>\nstream\n{stream}\nendstream"]
        objects += [
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Resources << /Font << /F 3 0 R >> >> /Contents {len(objects)} 0 R >>"
        ]
        kids.append(f"{len(objects)} 0 R")
    objects[1] = f"<< /Type /Pages /Kids [{' '.join(kids)}] /Count {len(kids)} >>"
    body, places = "%PDF-1.4\n", []
    for number, held in enumerate(objects, 1):
        places.append(len(body))
        body += f"{number} 0 obj\n{held}\nendobj\n"
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    end = f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}trailer << /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{len(body)}\n%%EOF"
    return (body + end).encode()


def scanned(words: str) -> bytes:
    """The picture of a page as a PDF."""
    with pdfium.PdfDocument(pdf(words)) as drawn, pdfium.PdfDocument.new() as made:
        bitmap = drawn[0].render(scale=3)
        page = made.new_page(612, 792)
        image = pdfium.PdfImage.new(made)
        image.set_bitmap(bitmap)
        image.set_matrix(pdfium.PdfMatrix().scale(612, 792))
        page.insert_obj(image)
        page.gen_content()
        held = BytesIO()
        made.save(held)
        return held.getvalue()


def read(body: bytes) -> SourceText:
    return extract(Snapshot("", body, "application/pdf"))


EXTENTS: dict[str, tuple[bytes, Extent, str]] = {
    "text": (pdf(PROSE, PROSE, PROSE), Extent.WHOLE, ""),
    "text with an empty back": (pdf(*[PROSE] * 5, ""), Extent.WHOLE, ""),
    "a cover and pictures": (pdf(PROSE, *[""] * 6), Extent.PART, "1 of 7 pages"),
    "pictures alone": (pdf("", ""), Extent.PART, "scanned"),
    "letters without a map": (pdf("".join(chr((ord(c) - 94) % 26 + 97) if c.isalpha() else c for c in PROSE.lower())), Extent.PART, "language"),
}  # fmt: skip


@pytest.mark.parametrize("case", EXTENTS)
def test_how_much_of_a_pdf_was_read(case: str) -> None:
    body, extent, why = EXTENTS[case]
    reading = read(body)
    assert reading.extent is extent
    assert why in (reading.problem or "")


LANGUAGES = [
    "Eile õhtul süttis majakas esimest korda üheteistkümne aasta järel ja külarahvas luges välgatusi kuni südaööni valjult kaasa. "
    * 3,
    "Tối hôm qua ngọn hải đăng được thắp sáng lần đầu tiên sau mười một năm và dân làng đứng trên đê đếm những tia chớp. "
    * 3,
    "Jana usiku mnara wa taa uliwashwa kwa mara ya kwanza baada ya miaka kumi na moja na wanakijiji walisimama wakihesabu. "
    * 3,
    "Atzo gauean itsasargia piztu zen lehen aldiz hamaika urteren ondoren eta herritarrek ozen zenbatu zituzten distirak. "
    * 3,
    "Dün gece deniz feneri on bir yıl sonra ilk kez yandı ve köylüler gece yarısına kadar ışıkları yüksek sesle saydılar. "
    * 3,
]


@pytest.mark.parametrize("text", LANGUAGES)
def test_every_language_is_one(text: str) -> None:
    assert not is_no_language(text)


@pytest.fixture
def tesseract(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A stand-in for tesseract that reads the same words in every picture."""
    program = tmp_path / "tesseract"
    words = WORDS.replace("modern", "modem")
    program.write_text(
        f"#!/bin/sh\n[ \"$1\" = --list-langs ] && printf 'List:\\neng\\nosd\\n' && exit\ncat >/dev/null\necho '{words}'\n"
    )
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}{os.pathsep}{os.environ['PATH']}")
    return program


def test_pictures_are_read_where_tesseract_is_installed(tesseract: Path) -> None:
    body = pdf(PROSE, *[""] * 3)
    reading = read_scans(Snapshot("", body, "application/pdf"), read(body))
    assert reading.text.count("modem") == 3
    assert (reading.extent, reading.extractor) == (Extent.PART, "pdf_ocr")
    assert "optical character recognition" in (reading.problem or "")


def test_a_pdf_with_text_is_not_read_again(tesseract: Path) -> None:
    reading = read(pdf(PROSE))
    assert read_scans(Snapshot("", pdf(PROSE), "application/pdf"), reading) is reading


def test_a_program_that_fails_changes_nothing(tesseract: Path) -> None:
    tesseract.write_text("#!/bin/sh\nexit 1\n")
    body = pdf("", "")
    reading = read(body)
    assert read_scans(Snapshot("", body, "application/pdf"), reading) is reading


def test_without_tesseract_nothing_is_read(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    reading = read(pdf(""))
    assert read_scans(Snapshot("", pdf(""), "application/pdf"), reading) is reading


@pytest.mark.skipif(shutil.which("tesseract") is None, reason="tesseract is not installed")
def test_tesseract_itself_reads_a_page() -> None:
    body = scanned(PROSE)
    assert "stood on the mole" in read_scans(Snapshot("", body, "application/pdf"), read(body)).text


SLIPS = [
    (WORDS, WORDS.replace("modern", "modem")),
    (WORDS, WORDS.replace("oil", "0il")),
    ("there were 101 lamps on the long mole of Varn in that winter", "there were l0l lamps on the long mole of Varn in that winter"),
    (WORDS, WORDS.replace("whatever", "whatcvcr")),
]  # fmt: skip
OTHERS = [
    ("there were 1700 lamps on the long mole of Varn in that winter", "there were 1200 lamps on the long mole of Varn in that winter"),
    (WORDS, WORDS.replace("shall burn", "shall not burn")),
]  # fmt: skip


@pytest.mark.parametrize(("quoted", "source"), SLIPS)
def test_a_slip_of_the_recognition_is_never_altered(quoted: str, source: str) -> None:
    verdict, warnings, _ = judged(SourceText(f"{PROSE} {source}.", "pdf_ocr", "1", extent=Extent.PART), quoted)
    assert verdict is QuotationVerdict.NEAR_VERBATIM
    assert any("optical character recognition" in warning for warning in warnings)


@pytest.mark.parametrize(("quoted", "source"), OTHERS)
def test_another_number_or_a_lost_not_is_no_slip(quoted: str, source: str) -> None:
    verdict, _, _ = judged(SourceText(f"{PROSE} {source}.", "pdf_ocr", "1", extent=Extent.PART), quoted)
    assert verdict is QuotationVerdict.ALTERED
