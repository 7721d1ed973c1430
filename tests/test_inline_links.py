"""Links of the running text: which of them are sources, of which sentence, in every format."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from support.program import verifier
from support.sites import Asked, Reply, Site
from test_documents_docx import field, paragraph, run
from test_documents_docx import read as read_docx
from test_documents_markup_formats import epub, odt
from test_documents_pdf import BODY, write

from verifier.claims import find_claims, marked_sentences
from verifier.library import read_bytes
from verifier.model import Document, NoteKind, ProblemKind, Scope
from verifier.notes.inline_links import add_links

GATES = "https://gazette.example/gates"


def found(document: Document) -> list[tuple[str, str, str]]:
    """Of each link that is a source: its words, its address without scheme, its sentence."""
    sentences = marked_sentences(document)
    links = [
        (document.notes[mark.note], mark)
        for mark in document.marks
        if mark.note is not None and document.notes[mark.note].kind is NoteKind.LINK
    ]
    return [
        (note.text, note.hyperlinks[0].href.removeprefix("https://"), sentences[mark.block, mark.offset])
        for note, mark in links
    ]


def page(body: str, head: str = "") -> Document:
    return read_bytes(f"<html><head>{head}</head><body><article>{body}</article></body></html>".encode(), "a.html")


SAID = "The gates were closed in May before the flood."
SOURCE = [("closed in May", "gazette.example/gates", SAID)]
WORD_FIELD = paragraph(
    run("The gates were "), field(f'HYPERLINK "{GATES}"', "closed in May"), run(" before the flood.")
)
FORMATS = {
    "a.html": f'<p>The gates were <a href="{GATES}">closed in May</a> before the flood.</p>',
    "a.md": f"The gates were [closed in May]({GATES} “Gazette”) before the flood.".replace("“", '"').replace("”", '"'),
    "b.md": f"The gates were [closed in May][1] before the flood.\n\n[1]: {GATES}\n",
    "a.txt": f"The gates were [closed in May]({GATES}) before the flood.\n",
    "a.rst": f"The gates were `closed in May <{GATES}>`_ before the flood.\n",
    "a.tex": rf"\begin{{document}}The gates were \href{{{GATES}}}{{closed in May}} before the flood.\end{{document}}",
    "a.wiki": f"The gates were [{GATES} closed in May] before the flood.",
    "a.jats": f'<article xmlns:xlink="http://www.w3.org/1999/xlink"><body><p>The gates were <ext-link xlink:href="{GATES}">closed in May</ext-link>'
    " before the flood.</p></body></article>",
}  # fmt: skip


@pytest.mark.parametrize("name", FORMATS)
def test_a_link_of_a_sentence_is_a_note_of_that_sentence(name: str) -> None:
    assert found(read_bytes(FORMATS[name].encode(), name)) == SOURCE


def test_packed_formats_have_links_of_sentences_too() -> None:
    link = f'<text:a xlink:href="{GATES}">closed in May</text:a>'
    assert found(read_bytes(odt(f"<text:p>The gates were {link} before the flood.</text:p>"), "a.odt")) == SOURCE
    book = epub(one=f'<p>The gates were <a href="{GATES}">closed in May</a> before the flood.</p>')
    assert found(read_bytes(book, "a.epub")) == SOURCE
    assert found(add_links(read_docx(WORD_FIELD))) == SOURCE
    printed = write([(72, 700, BODY, SAID)], links=((138, 696, 210, 712, GATES),))
    assert [href for _, href, _ in found(read_bytes(printed, "a.pdf"))] == ["gazette.example/gates"]


# The page; of each link that is a source, the end of its address and its sentence.
PAGES = {
    "two links of one sentence, a link over quoted words": (
        '<p>They closed in <a href="https://a.example/1">May</a> and again in <a href="https://a.example/2">June</a>. Both times she said'
        ' “<a href="https://a.example/3">we shall open before the snow</a>”.</p>',
        [("1", "They closed in May and again in June."), ("2", "They closed in May and again in June."),
         ("3", "Both times she said “we shall open before the snow”.")],
    ),
    "a whole sentence in one link": (
        '<p><a href="https://a.example/1">The gates were mended with stones from the hills.</a></p>',
        [("1", "The gates were mended with stones from the hills.")],
    ),
    "a link alone behind a sentence, in brackets, behind a word for sources": (
        '<p>The gates held. (<a href="https://a.example/1">Gazette</a>)</p><p>Die Tore hielten. Quelle: <a href="https://a.example/2">Anzeiger</a></p>',
        [("1", "The gates held."), ("2", "Die Tore hielten.")],
    ),
    "a source in a line of its own": (
        '<p>Les portes ont tenu bon.</p><p>Source : <a href="https://a.example/1">La Gazette</a></p>',
        [("1", "Les portes ont tenu bon.")],
    ),
    "the source of a block quotation, in front of it and behind": (
        '<p>The keeper wrote <a href="https://a.example/1">in a letter</a>:</p><blockquote>We kept the boats.</blockquote><p>So it was.</p>'
        '<blockquote><p>Nobody asked us.</p><footer>— <a href="https://a.example/2">Gazette</a>, 1999</footer></blockquote>',
        [("1", "The keeper wrote in a letter:"), ("2", "Nobody asked us.")],
    ),
    "a list of sentences, none of titles": (
        '<ul><li><a href="https://a.example/1">Lamps out</a></li><li>The ropes were <a href="https://a.example/2">sold</a> to a museum.</li></ul>',
        [("2", "The ropes were sold to a museum.")],
    ),
    "writing without blanks": (
        '<p>渡し船は冬の間ずっと<a href="https://a.example/1">毎朝出航した</a>。</p><p><a href="https://a.example/2">灯台の話</a></p>',
        [("1", "渡し船は冬の間ずっと毎朝出航した。")],
    ),
    "the article goes on behind a box of others": (
        '<p>It rained for weeks.</p><h3>Most read</h3><p><a href="https://a.example/5">Ropes of the north</a></p>'
        '<p>The keeper of the gates had been asked about them in the winter before the flood, and he had said that they would hold.</p>'
        '<p>This year, the gates in the north of the harbour were <a href="https://a.example/1">closed for nine days</a>, and most of that'
        " time nobody was there to see to the ropes or to the boats.</p>",
        [("1", "This year, the gates in the north of the harbour were closed for nine days, and most of that time nobody was there to see to the"
               " ropes or to the boats.")],
    ),
    "links whose class is called for what they are made of": (
        '<p>The gates were <a class="markup--anchor markup--p-anchor" href="https://a.example/1">closed in May</a> before the flood.</p>',
        [("1", SAID)],
    ),
    "an address without a scheme": (
        '<p>The gates were <a href="//a.example/1">closed in May</a> before the flood.</p>',
        [("1", SAID)],
    ),
    "an address in a line of its own": (
        "<p>So it was told:</p><p>https://a.example/gazette/north/1</p>",
        [("gazette/north/1", "So it was told:")],
    ),
    "two sources with a stroke between": (
        '<p>The gates of the north were closed in May (<a href="https://a.example/1">Gazette</a> / <a href="https://a.example/2">Anzeiger</a>).</p>',
        [(n, "The gates of the north were closed in May (Gazette / Anzeiger).") for n in "12"],
    ),
    "names in a row are a sentence": (
        '<p>It was written with <a href="https://a.example/1">ropes</a>, <a href="https://a.example/2">boats</a>, and <a href="https://a.example/3">salt</a>.</p>',
        [(n, "It was written with ropes, boats, and salt.") for n in "123"],
    ),
    "addresses in the text": (
        "<p>The gates held for a winter (https://a.example/1). The ropes were sold, says https://a.example/2 in May.</p>",
        [("1", "The gates held for a winter (https://a.example/1)."), ("2", "The ropes were sold, says https://a.example/2 in May.")],
    ),
    "one address twice in a sentence": (
        '<p>The <a href="https://a.example/1">gates</a> were closed, says <a href="https://a.example/1">the Gazette</a>.</p>',
        [("1", "The gates were closed, says the Gazette.")],
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", PAGES)
def test_each_link_has_its_sentence(case: str) -> None:
    body, expected = PAGES[case]
    assert [(href.removeprefix("a.example/"), sentence) for _, href, sentence in found(page(body))] == expected


HELD = '<p>The gates <a href="https://a.example/yes">held</a> for a whole winter.</p>'
NO_SOURCES = {
    "menu": '<nav><a href="https://a.example/">The gates of the north and what was said of them.</a></nav>',
    "page header": '<div class="site-header"><p>See <a href="https://a.example/1">what is new in this paper</a> today.</p></div>',
    "byline": '<p class="byline">By <a href="https://a.example/people/1">Odile Marrant</a>, who has written of the gates.</p>',
    "byline without a class": '<p>By <a href="https://a.example/1">Odile Marrant</a> and Ilse Kern</p>',
    "author's page": '<p>The writer <a href="https://a.example/authors/marrant">Odile Marrant</a> lives by the sea.</p>',
    "tag": '<p>The people of <a href="https://a.example/tag/gates">the gates</a> were not asked.</p>',
    "tags": '<p class="tags">These are our tags: <a href="https://a.example/1">gates</a> and more.</p>',
    "sharing": '<p>You may share it <a href="https://a.example/sharer.php?u=x">with your friends</a> if you like.</p>',
    "posting": '<p>You may send it <a href="https://a.example/intent/post?text=x">to your friends</a> if you like.</p>',
    "caption": '<figure><img src="a.jpg"><figcaption>The gates as <a href="https://a.example/1">somebody saw them</a> in May.</figcaption></figure>',
    "picture": '<p>The gates stood open, as <a href="https://a.example/gates.jpg">the photograph</a> of them shows.</p>',
    "linked picture": '<p>The gates stood open. <a href="https://a.example/1"><img src="a.jpg"></a></p>',
    "credit": '<p>Photo: <a href="https://a.example/1">Ilse Kern</a> for the whole of the paper.</p>',
    "read also": '<p>Read also: <a href="https://a.example/1">The ropes were sold to a museum in spring.</a></p>',
    "Lesen Sie auch": '<p>Lesen Sie auch: <a href="https://a.example/1">Die Seile wurden im Frühjahr verkauft.</a></p>',
    "under a heading of others": '<h2>Related articles</h2><p>The ropes were <a href="https://a.example/1">sold</a> to a museum.</p>',
    "under a heading of notes": '<h2>Sources</h2><ul><li>Odile Marrant wrote of <a href="https://a.example/1">the gates</a> in May.</li></ul>',
    "invitation": '<p>Subscribe to <a href="https://a.example/1">our weekly letter</a> and never miss a word.</p>',
    "Abo": '<p>Folgen Sie uns <a href="https://a.example/1">auf dem Netz</a>, um nichts zu verpassen.</p>',
    "newsletter": '<p>There is more of this in <a href="https://a.example/newsletter">our weekly letter</a> to you.</p>',
    "licence": '<p>You may use this text <a rel="license" href="https://a.example/by">as you like it</a> anywhere.</p>',
    "anchor": '<p>The lamps are treated <a href="#lamps">in another place</a> of this text.</p>',
    "mail": '<p>You can write to <a href="mailto:a@b.example">the keeper</a> or call <a href="tel:+123">him</a> at night.</p>',
    "the page itself": '<p>This was said in <a href="https://a.example/own#lamps">the part about lamps</a> of this text.</p>',
    "heading": '<h2>The gates <a href="https://a.example/1">were closed</a> in the end.</h2>',
    "aside": '<aside>The ropes were <a href="https://a.example/1">sold</a> to a museum.</aside>',
    "words of a quoted author": '<blockquote>We <a href="https://a.example/1">sold</a> all of the ropes to a museum in the town.</blockquote>',
    "code": "<pre>get https://a.example/1 and all that is there</pre>",
    "question as a title": '<p><a href="https://a.example/1">Why were the gates of the north never mended?</a></p>',
    "call": '<p><a href="https://a.example/1">Win a summer by the sea with our new paper!</a></p>',
    "Japanese call": '<p><a href="https://a.example/1">港の灯台の鐘を鳴らす新しい本ができました！</a></p>',
    "title of another article": '<p>It rained for weeks.</p><p><a href="https://a.example/1">Five ropes that held the boats of the north</a></p>',
    "title behind a Chinese paragraph": '<p>雨下了几个星期。</p><p><a href="https://a.example/1">北方的船和绳子的故事</a></p>',
    "only the stop": '<p>There is more of this on the pages of the board<a href="https://a.example/1">.</a></p>',
    "who wrote": '<p>The keeper <a href="https://a.example/keeper">@keeper_of_gates</a> was the first to say that it had closed.</p>',
    "about what": '<p>Many wrote about it under <a href="https://a.example/1">#opengates</a> in the same week.</p>',
    "row of links": '<p><a href="https://a.example/1">About the paper</a> | <a href="https://a.example/2">how to write to us</a> | <a href="https://a.example/3">our rules</a> of the house.</p>',
    "Chinese row": '<p><a href="https://a.example/1">灯塔的故事</a>｜<a href="https://a.example/2">港口的钟声</a>｜<a href="https://a.example/3">船与绳</a> Harbour.</p>',
    "title of two sentences": '<p><a href="https://a.example/1">The ropes were sold in spring. Who will hold the boats now</a></p>',
    "Polish title": '<p><a href="https://a.example/1">Liny zostały sprzedane wiosną. Kto teraz utrzyma łodzie w porcie?</a></p>',
    "Japanese title": '<p><a href="https://a.example/1">港の縄は春に売られた。船を守るのは誰なのか</a></p>',
    "row with one link": '<p>Rules of the house | How we work | <a href="https://a.example/1">Boats for sale</a> | Who are we?</p>',
    "Arabic row": '<p>شروط الخدمة | بيان الخصوصية | <a href="https://a.example/1">الإعلانات</a> | من نحن؟</p>',
    "whose it is": '<p>© 2013 The Gazette of the North. <a href="https://a.example/1">Salt and Tide Press</a>. All of its rights are reserved.</p>',
    "seguir": '<p>Puedes seguir a la Gaceta <a href="https://a.example/1">en la red de los barcos</a> todos los días.</p>',
    "dostęp": '<p>Uzyskaj dostęp do <a href="https://a.example/1">naszych wszystkich tekstów</a> o morzu.</p>',
    "French arrows": '<p>À lire aussi sur la Gazette &gt;&gt; <a href="https://a.example/1">Les cordes ont été vendues à un musée</a></p>',
    "Turkish arrow": '<p>Ayrıca bakınız: <a href="https://a.example/1">Halatlar ilkbaharda bir müzeye satıldı.</a></p>',
    "related, behind a sentence": '<p>It rained for weeks. Related: <a href="https://a.example/1">The ropes were sold to a museum in spring</a></p>',
    "invitation alone": '<p>It rained for weeks.</p><p><a href="https://a.example/1">Check out more of our articles about the sea.</a></p>',
    "Anmeldung": '<p>Zur Anmeldung geht es <a href="https://a.example/1">auf dieser Seite</a> für alle.</p>',
    "compte": '<p>Créez un compte <a href="https://a.example/1">pour lire trois articles</a> de plus par mois.</p>',
    "cuenta": '<p>Crea tu cuenta <a href="https://a.example/1">para leer tres artículos</a> más cada mes.</p>',
    "assinatura": '<p>Conheça nossos planos <a href="https://a.example/1">e leia tudo</a> sobre o mar.</p>',
    "scopri": '<p>Scopri le nostre offerte <a href="https://a.example/1">e leggi tutto</a> sul mare.</p>',
    "üyelik": '<p>Üye olun ve <a href="https://a.example/1">bütün yazıları</a> her gün okuyun.</p>',
    "pobierz": '<p>Pobierz naszą aplikację <a href="https://a.example/1">i czytaj wszystko</a> o morzu.</p>',
    "скачайте": '<p>Скачайте наше приложение <a href="https://a.example/1">и читайте всё</a> о море.</p>',
    "اشترك": '<p>اشترك في <a href="https://a.example/1">نشرتنا الأسبوعية</a> لتقرأ كل شيء عن البحر.</p>',
    "お問い合わせ": '<p>お問い合わせは<a href="https://a.example/1">港の灯台の事務所</a>までお願いします。</p>',
    "what the editors say": '<p><em>Odile Marrant writes for <a href="https://a.example/1">the Gazette</a> of the north.</em></p>',
}  # fmt: skip


@pytest.mark.parametrize("case", NO_SOURCES)
def test_what_leads_around_invites_or_shows_is_no_source(case: str) -> None:
    own = '<link rel="canonical" href="https://a.example/own">'
    assert [href for _, href, _ in found(page(HELD + NO_SOURCES[case], own))] == ["a.example/yes"]


BESIDE = '<p>It rained.[1] The gates <a href="https://a.example/yes">held</a> all winter.</p><p>[1] Almanac, https://a.example/rain</p>'


def test_beside_notes_links_are_counted_and_read_where_they_are_asked_for() -> None:
    quiet = page(BESIDE)
    assert found(quiet) == []
    [told] = [problem for problem in quiet.problems if problem.kind is ProblemKind.LINKS_NOT_READ]
    assert told.detail == "1 link of the text was not looked at; with --links they are checked as well."
    asked = read_bytes(BESIDE.encode(), "a.html", links=True)
    assert [note.label for note in asked.notes] == ["1", "link 1"]
    assert [mark.label for mark in asked.marks] == ["1", "link 1"]
    assert ProblemKind.LINKS_NOT_READ not in [problem.kind for problem in asked.problems]


LISTED = f'{HELD}<h3>Sources</h3><ul><li><a href="https://b.example/1">The Gates</a>, Tide Post</li><li>Almanac, 1958</li></ul>'


def test_a_list_of_sources_that_nothing_calls_is_read_beside_the_links() -> None:
    document = page(LISTED)
    assert [(note.label, note.text) for note in document.notes[:2]] == [
        ("source 1", "The Gates, Tide Post"),
        ("source 2", "Almanac, 1958"),
    ]
    assert [href for _, href, _ in found(document)] == ["a.example/yes"]
    assert "the 2 sources of the list" in document.problems[0].detail


@pytest.mark.parametrize(
    "listed",
    [
        LISTED.replace("Almanac, 1958", "It was the year in which nobody at all had come to see it."),
        LISTED.replace("Sources", "More of us"),
        LISTED.replace('<a href="https://b.example/1">', "").replace("</a>, Tide Post", ", 1999"),
    ],
)
def test_what_is_no_list_of_sources(listed: str) -> None:
    assert [note.kind for note in page(listed).notes if note.kind is NoteKind.REFERENCE] == []


def test_the_links_of_a_sentence_are_asked_together_and_answer_for_it_alone() -> None:
    document = page(
        '<p>It rained “for all of the winter” here. The <a href="https://a.example/1">gates</a> held, says the <a href="https://a.example/2">Gazette</a>'
        ' (https://a.example/2019/05).</p><p>See <a href="https://a.example/3">the report</a> for more of this.</p>'
    )  # fmt: skip
    claims = [(claim.text, claim.notes, claim.scope, claim.quotations) for claim in find_claims(document)]
    assert claims == [
        ("The gates held, says the Gazette.", (0, 1, 2), Scope.MARKED, ()),
        ("See the report for more of this.", (3,), Scope.POINTED, ()),
    ]


def test_a_check_of_links_finds_what_is_lost_and_what_is_said(tmp_path: Path) -> None:
    words = (
        "“We had no choice at all,” the board said on Monday, and went home to the town on the other side of the river."
    )

    def answer(asked: Asked) -> Reply:
        return Reply(f"<article><p>{words}</p></article>".encode(), 200 if asked.path == "/board" else 404)

    with Site(answer) as site:
        article = tmp_path / "a.html"
        body = f'<p>They said “we had no choice at all” <a href="{site.base}/board">on Monday</a>.</p>'
        body += f'<p>The gates <a href="{site.base}/none">fell</a> in May.</p>'
        article.write_text(f"<article>{body}</article>", encoding="utf-8")
        done = verifier("check", article, "--allow-private", "127.0.0.1", "--memento", "never", cwd=tmp_path)
    lines = done.stdout.decode()
    assert re.search(r"✗ \[2\] .*gone", lines), lines
    assert re.search(r"✓ \[1\] .*the same but for spelling", lines), lines


def test_an_article_that_cites_nothing_says_what_was_looked_for(tmp_path: Path) -> None:
    article = tmp_path / "a.html"
    article.write_text("<p>The gates held for a whole winter.</p>", encoding="utf-8")
    done = verifier("check", article, cwd=tmp_path)
    assert done.returncode == 2
    assert b"links or addresses in sentences" in done.stderr


LINKED = f'<p>The keeper, Odile*, said so. The gates were <a href="{GATES}">closed in May</a> before the flood.</p>'
REMARKS = {
    "a changed name": (LINKED + "<p>* Name changed by the editors.</p>", True),
    "geändert": (LINKED + "<p>* Name von der Redaktion geändert</p>", True),
    "modifié": (LINKED + "<p>*Le prénom a été modifié.</p>", True),
    "değiştirildi": (LINKED + "<p>* İsim değiştirilmiştir.</p>", True),
    "a dagger": (LINKED.replace("*", "†") + "<p>† Died in the winter after the flood.</p>", True),
    "a remark with a linked source": (
        LINKED + '<p>* So said <a href="https://a.example/1">the board of the gates</a>.</p>',
        False,
    ),
    "a remark with an address": (LINKED + "<p>* See https://a.example/1 for the whole letter.</p>", False),
    "a numbered note": (
        LINKED.replace("*", "<sup>1</sup>") + "<hr><p><sup>1</sup> Almanac of the gates, 1999.</p>",
        False,
    ),
    "a label in brackets": (LINKED.replace("*", "[i]") + "<p>[i] Almanac of the gates, 1999.</p>", False),
    "both": (
        LINKED.replace("so.", "so.<sup>1</sup>")
        + "<p>* Name changed.</p><hr><p><sup>1</sup> Almanac of the gates, 1999.</p>",
        False,
    ),
}


@pytest.mark.parametrize("case", REMARKS)
def test_a_remark_below_a_text_does_not_keep_its_links_from_being_read(case: str) -> None:
    body, read = REMARKS[case]
    document = page(body)
    assert [note for note in document.notes if note.kind is not NoteKind.LINK], "the remark is a note"
    assert found(document) == (SOURCE if read else [])
