"""ODT, reStructuredText, EPUB, JATS, MediaWiki, LaTeX: one table of the same small article, then what is special."""

import io
import re
import zipfile

import pytest
from support.documents import shown

from verifier import documents
from verifier.citations import find_citations
from verifier.errors import DocumentError
from verifier.model import NoteKind, Work


def odt(body: str) -> bytes:
    spaces = (
        " ".join(f'xmlns:{name}="urn:{name}"' for name in ("office", "text", "style", "fo", "table"))
        + ' xmlns:xlink="http://www.w3.org/1999/xlink"'
    )
    return f"<office:document {spaces}><office:body><office:text>{body}</office:text></office:body></office:document>".encode()


def odt_note(label: str, body: str, kind: str = "footnote") -> str:
    return f'<text:note text:note-class="{kind}"><text:note-citation>{label}</text:note-citation><text:note-body><text:p>{body}</text:p></text:note-body></text:note>'


def epub(**files: str) -> bytes:
    names = {name: f"{name}.xhtml" for name in files}
    items = "".join(
        f'<item id="{name}" href="{file}" media-type="application/xhtml+xml"/>' for name, file in names.items()
    )
    spine = "".join(f'<itemref idref="{name}"/>' for name in names)
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("mimetype", "application/epub+zip")
        archive.writestr(
            "META-INF/container.xml",
            '<container><rootfiles><rootfile full-path="book/book.opf"/></rootfiles></container>',
        )
        archive.writestr(
            "book/book.opf",
            f"<package><metadata><title>Lakes</title><language>en</language></metadata><manifest>{items}</manifest><spine>{spine}</spine></package>",
        )
        for name, body in files.items():
            archive.writestr(
                f"book/{name}.xhtml",
                f'<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"><body>{body}</body></html>',
            )
    return packed.getvalue()


JATS_NOTES = '<back><fn-group><fn id="f1"><label>1</label><p>Almanac, <ext-link xmlns:x="x" x:href="https://lake.example/a">page</ext-link>.</p></fn></fn-group></back>'

CASES = {
    "rtf": rb'{\rtf1 It grew.{\super\chftn{\footnote\chftn  Almanac, {\field{\*\fldinst HYPERLINK "https://lake.example/a"}{\fldrslt page}}.}} Then.}',
    "tei": b'<TEI><text><body><p>It grew.<note>Almanac, <ref target="https://lake.example/a">page</ref>.</note> Then.</p></body></text></TEI>',
    "dbk": b'<article><para>It grew.<footnote><para>Almanac, <ulink url="https://lake.example/a">page</ulink>.</para></footnote> Then.</para></article>',
    "eml": b'MIME-Version: 1.0\nContent-Type: text/html\n\n<p>It grew.<sup><a href="#n">1</a></sup> Then.</p><ol><li id="n">Almanac, <a href="https://lake.example/a">page</a>.</li></ol>',
    "ipynb": b'{"cells": [{"cell_type": "markdown", "source": "It grew.[^1] Then.\\n\\n[^1]: Almanac, [page](https://lake.example/a)."}]}',
    "odt": odt(
        f"<text:p>It grew.{odt_note('1', 'Almanac, <text:a xlink:href=&quot;https://lake.example/a&quot;>page</text:a>.'.replace('&quot;', chr(34)))} Then.</text:p>"
    ),
    "rst": b"It grew. [1]_ Then.\n\n.. [1] Almanac, `page <https://lake.example/a>`_.\n",
    "epub": epub(
        text='<p>It grew.<a epub:type="noteref" id="r1" href="notes.xhtml#n1">1</a> Then.</p>',
        notes='<aside epub:type="footnote" id="n1"><p><a href="text.xhtml#r1">1</a> Almanac, <a href="https://lake.example/a">page</a>.</p></aside>',
    ),
    "xml": f'<article dtd-version="1.2"><body><p>It grew.<xref ref-type="fn" rid="f1"><sup>1</sup></xref> Then.</p></body>{JATS_NOTES}</article>'.encode(),
    "wiki": b"It grew.<ref>Almanac, [https://lake.example/a page].</ref> Then.\n\n<references />",
    "tex": rb"\begin{document}It grew.\footnote{Almanac, \href{https://lake.example/a}{page}.} Then.\end{document}",
    "adoc": b"It grew.footnote:[Almanac, https://lake.example/a[page].] Then.\n",
    "org": b"It grew.[fn:1] Then.\n\n[fn:1] Almanac, [[https://lake.example/a][page]].\n",
    "typ": b'It grew.#footnote[Almanac, #link("https://lake.example/a")[page].] Then.\n',
}


@pytest.mark.parametrize("suffix", CASES)
def test_the_same_article_in_every_format(suffix: str) -> None:
    document = documents.read(CASES[suffix], f"draft.{suffix}")
    assert shown(document) == [("1", "It grew.", "Almanac, page.")]
    assert document.blocks[0].text == "It grew. Then."
    assert [(document.notes[0].text[link.start : link.end], link.href) for link in document.notes[0].hyperlinks] == [
        ("page", "https://lake.example/a")
    ]
    assert document.problems == ()


def test_a_bibliography_mark_of_writer_is_a_work() -> None:
    mark = '<text:bibliography-mark text:identifier="H" text:author="Heron, Ada" text:title="Lakes" text:year="2020" text:url="https://lake.example/a">[H]</text:bibliography-mark>'
    document = documents.read(odt(f"<text:p>It grew {mark}. It fell {mark}.</text:p>"), "a.fodt")
    assert [mark.label for mark in document.marks] == ["H", "H"]
    (note,) = document.notes
    assert note.data == (Work(title="Lakes", author="Heron, Ada", issued="2020", URL="https://lake.example/a"),)


SHORT = "It grew.{{sfn|Heron|2020|pp=3–4}} It fell.{{sfn|Teal|Rail|1999}} Then.{{sfn|Coot|2001}}"
LISTED = """
* {{cite book |last=Heron |first=Ada |year=2020 |title=Lakes |url=https://lake.example/a}}
* {{Literatur |last1=Teal |last2=Rail |date=3 May 1999 |title=Mills}}
* {{cite web |last=Coot |year=2001 |title=Weirs}} {{cite web |last=Coot |year=2001 |title=Locks}}"""


def test_short_notes_of_a_wiki_mean_the_works_of_its_list() -> None:
    document = documents.read((SHORT + LISTED).encode(), "a.wiki")
    assert [note.text for note in document.notes] == ["Heron, 2020, pp. 3–4", "Teal, Rail, 1999", "Coot, 2001"]
    assert [[(work.title, work.locator) for work in note.data] for note in document.notes] == [
        [("Lakes", "3–4")],
        [("Mills", "")],
        [],
    ]
    assert find_citations(document.notes[0], 0)[0].locator == "3–4"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A.<ref name=x>One</ref> B.<ref name=x /> C.<ref>Two</ref>", [("1", "A.", "One"), ("1", "A. B.", "One"), ("2", "A. B. C.", "Two")]),
        ("A.<ref name=x /> B.\n\n<references><ref name=x>One</ref></references>", [("1", "A.", "One")]),
        ("A.{{efn|One}} B.", [("a", "A.", "One")]),
        ("A.<ref group=note>One</ref>", [("note 1", "A.", "One")]),
        ("[[File:Lake.jpg|thumb|Grew.<ref>One</ref>]] Then.", [("1", "Grew.", "One")] ),
    ],
)  # fmt: skip
def test_wiki_references(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert shown(documents.read(text.encode(), "page.wiki")) == expected


BIBLIOGRAPHY = "It grew <<heron>>, and fell <<teal,p. 3>>. See <<Lakes>>.\n\n== Works\n\n* [[[heron]]] Heron. _Lakes_.\n* [[[teal,2]]] Teal.\n"
SET = '#set page(\n  paper: "a4",\n)\n= Lakes <lakes>\nIt grew.#footnote[#emph[Almanac] [sic].] <a> It fell. #footnote(<a>) // unseen\n'
DRAWER = "#+TITLE: Lakes\n* TODO Lakes :tag:\n:PROPERTIES:\n:ID: x\n:END:\nIt grew.[fn:a] Then.\n# unseen\n\n[fn:a] Heron,\n  /Lakes/.\n"
LIGHT = {
    # suffix, text: marks with the words in front and their notes, the labels that no note answers
    "called again": ("adoc", "It grew.footnote:k[One] It fell.footnote:k[] Then.footnote:[Two\nlines]", [("1", "It grew.", "One"), ("1", "It grew. It fell.", "One"), ("2", "It grew. It fell. Then.", "Two lines")], []),
    "the older way": ("adoc", "It grew.footnoteref:[k,One] It fell.footnoteref:[k]", [("1", "It grew.", "One"), ("1", "It grew. It fell.", "One")], []),
    "a bibliography": ("adoc", BIBLIOGRAPHY, [("heron", "It grew", "Heron. Lakes."), ("teal", "It grew, and fell", "Teal.")], []),
    "attributes": ("adoc", ":site: https://lake.example\n\nIt grew.footnote:[See {site}/a]\n", [("1", "It grew.", "See https://lake.example/a")], []),
    "code and comments": ("adoc", "----\nA footnote:[no]\n----\n\n////\nfootnote:[no]\n////\n\nIt(((lake, depth))) grew.footnote:[One]\n", [("1", "It grew.", "One")], []),
    "never closed": ("adoc", "It grew.footnote:[One\n", [], []),
    "a drawer": ("org", DRAWER, [("a", "It grew.", "Heron, Lakes.")], []),
    "inline": ("org", "It grew.[fn:: One [sic]] It fell.[fn:z: Two] Then.[fn:z]\n", [("1", "It grew.", "One [sic]"), ("z", "It grew. It fell.", "Two"), ("z", "It grew. It fell. Then.", "Two")], []),
    "keys of Org": ("org", "It grew.[fn:1] It fell [cite:@heron p. 3; @teal].\n\n[fn:1] One.\n#+begin_src c\n[fn:2]\n#+end_src\n", [("1", "It grew.", "One.")], ["heron", "teal"]),
    "settings": ("typ", SET, [("1", "It grew.", "Almanac [sic]."), ("1", "It grew. It fell.", "Almanac [sic].")], []),
    "an item": ("typ", "- It grew#footnote[Two\n  lines]\n\n```c\n#footnote[no]\n```\n", [("1", "It grew", "Two lines")], []),
    "keys of Typst": ("typ", '= Lakes <lakes>\nIt grew @heron in @lakes.#footnote()[One]\n#bibliography("a.bib")\n', [("1", "It grew in @lakes.", "One")], ["heron"]),
}  # fmt: skip


@pytest.mark.parametrize("case", LIGHT)
def test_light_markups(case: str) -> None:
    suffix, text, expected, unanswered = LIGHT[case]
    document = documents.read(text.encode(), f"lakes.{suffix}")
    assert [mark for mark in shown(document) if mark[0] not in unanswered] == expected
    assert [problem.label for problem in document.problems] == unanswered


@pytest.mark.parametrize(
    "template",
    [
        "{{cite web|title=Lakes|last=Heron|url=https://lake.example/a|access-date=5 May 2024}}",
        "{{Web kaynağı|başlık=Lakes|yazar=Heron|url=https://lake.example/a|erişimtarihi=5 May 2024}}",
        "{{Lien web|titre=Lakes|auteur=Heron|url=https://lake.example/a|consulté le=5 May 2024}}",
        "{{cita web|título=Lakes|apellido1=Heron|url=https://lake.example/a|fecha-acceso=5 May 2024}}",
        "{{Cytuj stronę|tytuł=Lakes|nazwisko=Heron|url=https://lake.example/a|data dostępu=5 May 2024}}",
        "{{Citar web|titulo=Lakes|sobrenome=Heron|url=https://lake.example/a|acessodata=5 May 2024}}",
    ],
)
def test_citation_templates_give_fields(template: str) -> None:
    note = documents.read(f"A.<ref>{template}</ref>".encode(), "page.wiki").notes[0]
    assert note.data == (Work(title="Lakes", author="Heron", URL="https://lake.example/a", accessed="5 May 2024"),)
    assert note.text == "Lakes, Heron, https://lake.example/a, 5 May 2024"


@pytest.mark.parametrize(
    "template",
    [
        "{{Haber kaynağı|başlık=Lakes|soyadı=Heron|adı=Ada|gazete=The Shore}}",
        "{{cita noticia|título=Lakes|apellido=Heron|nombre=Ada|periódico=The Shore}}",
        "{{Cytuj|tytuł=Lakes|nazwisko=Heron|imię=Ada|czasopismo=The Shore}}",
        "{{Article|titre=Lakes|nom1=Heron|prénom1=Ada|périodique=The Shore|nom2=Gull}}",
        "{{Internetquelle|titel=Lakes|autor=Heron, Ada|werk=The Shore}}",
    ],
)
def test_citation_templates_give_whole_names_and_journals(template: str) -> None:
    note = documents.read(f"A.<ref>{template}</ref>".encode(), "page.wiki").notes[0]
    assert note.data == (Work(title="Lakes", author="Heron, Ada", container_title="The Shore"),)


def test_jats_notes_are_looked_up_in_their_own_sub_article() -> None:
    def article(kind: str, words: str) -> str:
        return f'<{kind}><body><p>{words}<xref rid="f1">1</xref></p></body><back><fn-group><fn id="f1"><p>{words} note</p></fn></fn-group></back>'

    data = f"{article('article', 'Lake')}{article('sub-article', 'Meer')}</sub-article></article>".replace(
        "<article>", '<article dtd-version="1">'
    )
    assert shown(documents.read(data.encode(), "a.xml")) == [("1", "Lake", "Lake note"), ("1", "Meer", "Meer note")]


def test_jats_references_are_notes_where_there_are_no_footnotes() -> None:
    reference = '<ref id="b1"><label>1</label><element-citation><name><surname>Heron</surname><given-names>Ada</given-names></name><article-title>Lakes</article-title><year>2020</year></element-citation></ref>'
    data = f'<article dtd-version="1"><body><p>It grew <xref ref-type="bibr" rid="b1">[1]</xref>, so <xref ref-type="bibr" rid="b1">Heron (2020)</xref> says.</p></body><back><ref-list>{reference}</ref-list></back></article>'
    document = documents.read(data.encode(), "a.xml")
    assert document.blocks[0].text == "It grew, so Heron (2020) says."
    assert [(mark.label, mark.offset, mark.note) for mark in document.marks] == [("1", 7, 0), ("Heron (2020)", 24, 0)]
    assert document.notes[0].kind is NoteKind.REFERENCE
    assert document.notes[0].data == (Work(title="Lakes", issued="2020", author="Ada Heron"),)


def _tagged(body: str, *works: str, back: str = "") -> bytes:
    """An article with a list of works; an xref `[b1]` in the body calls the first."""
    marked = re.sub(r"\[([bft]\d+)\]", lambda m: f'<xref rid="{m[1]}">{m[1][1:]}</xref>', body)
    listed = "".join(f'<ref id="b{n}">{work}</ref>' for n, work in enumerate(works, 1))
    return f'<article dtd-version="1"><body>{marked}</body><back>{back}<ref-list>{listed}</ref-list></back></article>'.encode()


TABLE = '<table-wrap><table><tr><td>Depth[t1]</td></tr></table><table-wrap-foot><fn id="t1"><p>In metres.</p></fn></table-wrap-foot></table-wrap>'


@pytest.mark.parametrize(
    ("body", "back", "expected"),
    [
        ("<p>It grew [b1].</p>", "", ["1"]),
        # what stands between two numbers with a dash is called, too; a comma leaves it out
        ("<p>It grew ([b1]–[b4]).</p>", "", ["1", "2", "3", "4"]),
        ("<p>It grew [[b1]-[b3]]. It fell [b4].</p>", "", ["1", "2", "3", "4"]),
        ("<p>It grew [b1], [b3].</p>", "", ["1", "3"]),
        ("<p>From [b1] it grew – see [b3].</p>", "", ["1", "3"]),
        # the notes of a table are none of the article's: its list of works is read all the same
        (f"<p>It grew [b1].</p>{TABLE}", "", ["1", "1"]),
        (f"{TABLE}<p>It grew [b2].</p>", "", ["1", "2"]),
        # a note that stands in its sentence, and no xref calls it
        ('<p>It grew.<fn id="f9"><p>Almanac.</p></fn> Then.</p>', "", ["1"]),
        # beside footnotes, works called by their numbers are notes; called by names they are words of the article
        ("<p>It grew [f1], as Heron [b2] says.</p>", '<fn-group><fn id="f1"><p>Almanac.</p></fn></fn-group>', ["1", "2"]),
        ('<p>It grew [f1], as <xref rid="b1">Heron</xref> says.</p>', '<fn-group><fn id="f1"><p>Almanac.</p></fn></fn-group>', ["1"]),
    ],
)  # fmt: skip
def test_jats_marks(body: str, back: str, expected: list[str]) -> None:
    document = documents.read(
        _tagged(body, "Heron, Lakes.", "Teal, Mills.", "Rail, Locks.", "Coot, Weirs.", back=back), "a.xml"
    )
    assert [mark.label for mark in document.marks if mark.note is not None] == expected


def test_jats_tells_works_that_nothing_cites() -> None:
    document = documents.read(_tagged("<p>It grew [b2].</p>", "Heron, Lakes.", "Teal, Mills."), "a.xml")
    assert [(note.label, note.text) for note in document.notes] == [("2", "Teal, Mills."), ("1", "Heron, Lakes.")]
    assert [problem.kind for problem in document.problems] == ["note_without_mark"]


NAMES = "<name><surname>Heron</surname><given-names>A</given-names></name><name><surname>Teal</surname><given-names>B</given-names></name>"
EDITED = f'<person-group person-group-type="author">{NAMES}</person-group><person-group person-group-type="editor"><name><surname>Rail</surname></name></person-group>'
PRINTED = "<volume>3</volume><fpage>4</fpage><lpage>9</lpage>"


@pytest.mark.parametrize(
    ("work", "text", "expected"),
    [
        (f"<element-citation>{NAMES}<article-title>Lakes</article-title><year>2020</year>{PRINTED}</element-citation>",
         "Heron A, Teal B, Lakes, 2020, 3, 4–9", Work(title="Lakes", issued="2020", author="A Heron; B Teal", volume="3", page="4")),
        (f"<citation>{EDITED}<source>Lakes</source><year>2020</year></citation>",
         "Heron A, Teal B, Rail, Lakes, 2020", Work(title="Lakes", issued="2020", author="A Heron; B Teal")),
        ("<citation><collab>Lake Office</collab><etal/><source>Lakes</source></citation>",
         "Lake Office, et al., Lakes", Work(title="Lakes", author="Lake Office")),
        # written and tagged: its words are those written
        ("<mixed-citation>Heron A. Lakes. 2020.</mixed-citation><element-citation><article-title>Lakes</article-title><year>2020</year></element-citation>",
         "Heron A. Lakes. 2020.", Work(title="Lakes", issued="2020")),
        # where only the address is tagged, the words are read as prose
        ('<mixed-citation>Heron, A. Lakes. <ext-link href="https://site.example/a">https://site.example/a</ext-link> (accessed 2 May 2020).</mixed-citation>',
         "Heron, A. Lakes. https://site.example/a (accessed 2 May 2020).", None),
        ("<element-citation><article-title>Lakes</article-title><pub-id pub-id-type='pmid'>123456</pub-id></element-citation>",
         "Lakes, PMID 123456", Work(title="Lakes")),
        ("<mixed-citation><name><surname>Heron</surname>, <given-names>A</given-names></name>. <article-title>Lakes</article-title> <year>2020</year>;<volume>3</volume>:<fpage>4</fpage>.</mixed-citation>",
         "Heron, A. Lakes 2020;3:4.", Work(title="Lakes", issued="2020", author="A Heron", volume="3", page="4")),
    ],
)  # fmt: skip
def test_jats_works_are_written_as_words(work: str, text: str, expected: Work | None) -> None:
    note = documents.read(_tagged("<p>It grew [b1].</p>", work), "a.xml").notes[0]
    assert (note.text, note.data) == (text, (expected,) if expected else ())


def test_an_identifier_in_the_words_of_a_tagged_work_is_its_address() -> None:
    work = "<element-citation><article-title>Lakes</article-title><pub-id pub-id-type='pmid'>123456</pub-id></element-citation>"
    note = documents.read(_tagged("<p>It grew [b1].</p>", work), "a.xml").notes[0]
    assert [cited.url for cited in find_citations(note, 0)] == ["https://pubmed.ncbi.nlm.nih.gov/123456/"]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        (r"Gr\"o{\ss}e, na\"{\i}ve, 5\,\% --- ``so'' % gone", "Größe, naïve, 5 % — “so”"),
        (r"See \url{https://lake.example/a_b%20c} now", "See https://lake.example/a_b%20c now"),
        (r"A\label{x} \textbf{bold} \verb|x{y| word~here", "A bold x{y word here"),
        (r"Before \begin{equation}x^2\end{equation} after", "Before"),
    ],
)
def test_latex_text(source: str, expected: str) -> None:
    assert documents.read(source.encode(), "a.tex").blocks[0].text == expected


def test_latex_split_notes_and_works() -> None:
    source = r"A\footnotemark{} b~\cite{k,u}.\footnotetext{Note.}\begin{thebibliography}{9}\bibitem{k} Heron, \emph{Lakes}.\end{thebibliography}"
    document = documents.read(source.encode(), "a.tex")
    assert shown(document) == [("1", "A", "Note."), ("1", "A b", "Heron, Lakes."), ("u", "A b", "")]
    assert [problem.kind for problem in document.problems] == ["mark_without_note"]


def test_a_broken_page_of_a_book_is_read_as_html_in_its_own_charset() -> None:
    document = documents.read(epub(text="<p>Die Größe<br> der Mühle <b>wuchs.</p>"), "a.epub")
    assert [block.text for block in document.blocks] == ["Die Größe der Mühle wuchs."]


def test_rst_reads_no_file_and_no_raw_output() -> None:
    source = b".. include:: /etc/hostname\n\n.. raw:: html\n\n   <b>raw</b>\n\n.. csv-table::\n   :file: /etc/passwd\n\nWords.\n"
    assert [block.text for block in documents.read(source, "a.rst").blocks] == ["Words."]


def test_rst_notes_by_name_number_and_sign() -> None:
    source = b"A [#lake]_ b [#]_ c [*]_ d [Heron20]_ e [#lake]_.\n\n.. [#lake] One.\n.. [#] Two.\n.. [*] Three.\n.. [Heron20] Four.\n"
    assert [(label, note) for label, _, note in shown(documents.read(source, "a.rst"))] == [
        ("1", "One."), ("2", "Two."), ("*", "Three."), ("Heron20", "Four."), ("1", "One."),
    ]  # fmt: skip


def test_odt_leaves_out_tracked_deletions_and_comments() -> None:
    deleted = "<text:tracked-changes><text:changed-region><text:deletion><text:p>Gone.</text:p></text:deletion></text:changed-region></text:tracked-changes>"
    document = documents.read(
        odt(f"{deleted}<text:p>It<text:s/>grew.<office:annotation><text:p>Hm.</text:p></office:annotation></text:p>"),
        "a.fodt",
    )
    assert [block.text for block in document.blocks] == ["It grew."]


@pytest.mark.parametrize(
    ("name", "data", "message"),
    [
        ("a.wiki", b"{{a|" * 20_000, "far more templates"),
        ("a.wiki", b"<ref>" * 20_000, "far more templates"),
        ("a.rst", b"*a " * 20_000, "far more"),
        ("a.rst", b"* " * 500 + b"x", "recursion"),
        ("a.xml", b"<article dtd-version='1'>" + b"<p>" * 500 + b"</p>" * 500 + b"</article>", "well-formed"),
        ("a.epub", epub(text="<p>x</p>").replace(b"book/book.opf", b"book/none.opf"), "damaged"),
    ],
)
def test_hostile_documents_end_in_words(name: str, data: bytes, message: str) -> None:
    with pytest.raises(DocumentError, match=message):
        documents.read(data, name)


def test_jats_resolves_no_entity() -> None:
    data = b'<!DOCTYPE article [<!ENTITY x SYSTEM "file:///etc/hostname"><!ENTITY y "yyy">]><article dtd-version="1"><body><p>A&x;&y; B</p></body></article>'
    assert documents.read(data, "a.xml").blocks[0].text == "A B"
