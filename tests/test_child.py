"""Reading in a child: whatever it meets, one reading is lost at most, and the next is fine."""

from __future__ import annotations

import pickle
import resource
import zlib
from pathlib import Path

import pytest
from support.program import verifier

from verifier import errors
from verifier.child import Reader, _load
from verifier.documents import read
from verifier.errors import DocumentError, VerifierError
from verifier.model import NoteKind, Snapshot

PDF = b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\ntrailer<</Root 1 0 R>>\n"


def test_what_cannot_be_read_has_a_reason() -> None:
    with Reader() as reader:
        text = reader.read(Snapshot("", b"%PDF-1.7 this is no PDF at all", "application/pdf"))
        assert (text.text, bool(text.problem)) == ("", True)
        assert reader.read(Snapshot("", b"<p>It grew.</p>", "text/html")).text == "It grew."


def test_a_child_that_takes_too_long_is_ended_and_said() -> None:
    with Reader(seconds=0.01) as reader:
        text = reader.read(Snapshot("", PDF * 200_000, "application/pdf"))
        assert text.problem is not None
        assert "longer than" in text.problem


def test_a_document_in_the_child_fails_as_a_document() -> None:
    with Reader() as reader, pytest.raises(DocumentError) as raised:
        reader.read_document(b"PK\x03\x04 no archive", "draft.docx", {})
    assert raised.value.hint


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (b"PK\x03\x04 no archive", "draft.docx"),
        (PDF, "scan.pdf"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 of an old Word", "draft.doc"),
        (b" ", "draft.odt"),
    ],
)
def test_an_error_of_a_reader_arrives_as_it_is(data: bytes, name: str) -> None:
    with pytest.raises(DocumentError) as here:
        read(data, name)
    with Reader() as reader, pytest.raises(DocumentError) as there:
        reader.read_document(data, name, {})
    assert (str(there.value), there.value.hint) == (str(here.value), here.value.hint)


@pytest.mark.parametrize(
    "kind", [each for each in vars(errors).values() if isinstance(each, type) and issubclass(each, VerifierError)]
)
def test_every_error_comes_out_of_the_child_with_its_hint(kind: type[VerifierError]) -> None:
    error = _load(pickle.dumps(kind("draft.docx is empty.", hint="Save it again.")))
    assert (type(error), str(error), error.hint) == (kind, "draft.docx is empty.", "Save it again.")


class _Call:
    def __reduce__(self) -> tuple[object, tuple[str]]:
        return (print, ("ran",))


@pytest.mark.parametrize(
    "data",
    [
        pickle.dumps(_Call()),
        b"cverifier.model\n__builtins__\n.",
        b"\x80\x04\x8c\x0everifier.model\x8c\x16Document.__class__.mro\x93.",
        b"cos\nsystem\n(S'true'\ntR.",
        b"cbuiltins\ngetattr\n(cverifier.model\nDocument\nS'__init__'\ntR.",
        b"cbuiltins\ngetattr\n(cverifier.model\nNoteKind\nS'__class__'\ntR.",
    ],
)
def test_an_answer_of_the_child_runs_nothing(data: bytes, capsys: pytest.CaptureFixture[str]) -> None:
    """The child met hostile bytes: what it sends back may be anything."""
    with pytest.raises(pickle.UnpicklingError):
        _load(data)
    assert "ran" not in capsys.readouterr().out


def test_the_members_of_our_enums_come_through_however_python_writes_them() -> None:
    assert _load(b"cbuiltins\ngetattr\n(cverifier.model\nNoteKind\nS'ENDNOTE'\ntR.") is NoteKind.ENDNOTE
    assert _load(pickle.dumps(NoteKind.ENDNOTE)) is NoteKind.ENDNOTE


@pytest.mark.parametrize("said", ["half a minute", "0", "-3", "nan", "inf", "1e9", "30 s"])
def test_a_time_that_is_none_is_said_plainly(said: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VERIFIER_READER_SECONDS", said)
    with pytest.raises(VerifierError, match=f"VERIFIER_READER_SECONDS is “{said}”, which is not a number") as raised:
        Reader()
    assert "such as 30" in str(raised.value.hint)


@pytest.mark.parametrize(("said", "seconds"), [("", 30.0), ("120", 120.0), (" 2.5 ", 2.5), ("1e3", 1000.0)])
def test_the_time_of_a_reading_can_be_set(said: str, seconds: float, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VERIFIER_READER_SECONDS", said)
    with Reader() as reader:
        assert reader.seconds == seconds
        assert reader.read(Snapshot("", b"<p>It grew.</p>", "text/html")).text == "It grew."


def test_a_verb_says_it_too(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("It grew.[1]\n\n[1] Growth, https://site.example/a\n", encoding="utf-8")
    done = verifier("check", "a.txt", "--offline", cwd=tmp_path, environment={"VERIFIER_READER_SECONDS": "soon"})
    assert done.returncode == 2
    assert done.stderr.decode().startswith("error: VERIFIER_READER_SECONDS is “soon”")
    assert b"Traceback" not in done.stderr


def pdf(*objects: bytes) -> bytes:
    """A file of these objects, the first of them its catalogue."""
    out, places = b"%PDF-1.7\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    size = len(objects) + 1
    head = b"xref\n0 %d\n0000000000 65535 f \n" % size
    return out + head + table + b"trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % (size, len(out))


def stream(words: bytes, more: bytes = b"") -> bytes:
    return b"<</Length %d%s>>stream\n%s\nendstream" % (len(words), more, words)


def inflating(words: bytes, times: int) -> bytes:
    """Words again and again as deflated data, made without inflating them here."""
    deflate = zlib.compressobj(9, zlib.DEFLATED, -15)
    once = deflate.compress(words) + deflate.flush(zlib.Z_FULL_FLUSH)
    return b"\x78\xda" + once * times + b"\x03\x00"


def page_of(content: bytes, *more: bytes, resources: bytes = b"") -> bytes:
    font = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"
    leaf = (
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>%s>>>>" % resources
    )
    pages = b"<</Type/Pages/Kids[3 0 R]/Count 1>>"
    return pdf(b"<</Type/Catalog/Pages 2 0 R>>", pages, leaf, content, font, *more)


FLATE = b"/Filter/FlateDecode"
SHOW = b"BT /F 9 Tf 20 20 Td (It grew and grew.) Tj ET\n"
HARMFUL = {
    "a content that inflates to 2 GB of blanks": page_of(stream(inflating(b" " * 1_000_000, 2000), FLATE)),
    "a content that inflates to 15 million words": page_of(stream(inflating(SHOW * 20_000, 250), FLATE)),
    "inflated twice": page_of(stream(zlib.compress(inflating(b" " * 1_000_000, 2000)), b"/Filter[/FlateDecode/FlateDecode]")),
    "a form that shows itself": page_of(
        stream(b"/X Do"), stream(b"/X Do /X Do", b"/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X 6 0 R>>>>"),
        resources=b"/XObject<</X 6 0 R>>",
    ),
    "pages that are their own pages": pdf(b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[2 0 R 2 0 R]/Count 2000000000>>"),
    "brackets without an end": page_of(stream(b"[" * 3_000_000)),
    "a name that is very long": page_of(stream(b"/" + b"A" * 9_000_000 + b" gs")),
    "an array of 2 million references": pdf(b"<</Type/Catalog/Pages 2 0 R/X[" + b"3 0 R " * 2_000_000 + b"]>>", b"<</Type/Pages/Kids[]/Count 0>>"),
}  # fmt: skip


@pytest.mark.parametrize("case", HARMFUL)
def test_a_pdf_that_is_made_to_harm_costs_its_own_reading_alone(case: str) -> None:
    with Reader(seconds=1) as reader:
        text = reader.read(Snapshot("", HARMFUL[case], "application/pdf"))
        assert text.problem or text.text, "there is an answer"
        assert reader.read(Snapshot("", b"<p>It grew.</p>", "text/html")).text == "It grew."
    assert resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss < 600_000, "kilobytes, the largest child so far"
