"""How much of the cited work was read: whole, part, stand-in, shell or wall."""

from __future__ import annotations

import json

import pytest
from support.webs import NOON, URL, Answer, Web, page
from test_links import visit

from verifier.model import (
    Citation,
    Claim,
    Content,
    Extent,
    Family,
    Fetch,
    Link,
    LinkStatus,
    PlanName,
    Quotation,
    QuotationVerdict,
    Snapshot,
    SourceText,
    StatementVerdict,
)
from verifier.sources import extract
from verifier.verdicts import Source, judge
from verifier.verdicts.drift import drift

TALE = (
    "The lighthouse of Varn was lit again on the first of May, after eleven dark years. "
    "Two keepers had come by boat with oil for the winter and a box of new mirrors. "
    "The villagers stood on the mole until midnight and counted the flashes aloud. "
)
WORDS = "the lamp shall burn in every night of the year, whatever the oil may cost"
SAID = f"The council wrote that {WORDS}."
MENU = (
    "<ul>" + "".join(f"<li><a href='/{n}'>Part {n} of the paper and its old news</a></li>" for n in range(40)) + "</ul>"
)
ROOT = "<script src='/static/main.js'></script>"


def read(markup: str, url: str = URL) -> SourceText:
    return extract(Snapshot("", markup.encode(), "text/html", "utf-8", url))


def data(value: object, before: str = "", behind: str = "", kind: str = "application/json") -> str:
    return f"<script type='{kind}'>{before}{json.dumps(value)}{behind}</script>"


SHELLS = {
    "a root for scripts and a menu": page("Varn", f"{MENU}<div id='root'></div>{ROOT}"),
    "a component": page("Varn", f"<nav>{MENU}</nav><app-root></app-root>{ROOT}"),
    "a spinner": page("Varn", f"{MENU}<div class='x1'>Wird geladen …</div>{ROOT}"),
    "a spinner in Turkish": page("Varn", f"<div class='x1'>Yükleniyor...</div><p>Künye Reklam</p>{ROOT}"),
    "a spinner in Japanese": page("Varn", f"<div>読み込み中</div>{ROOT}"),
    "advice to switch scripts on": page("Varn", f"<div>Something is amiss.</div><noscript>You need to enable JavaScript to run this app.</noscript>{ROOT}"),
    "next to nothing but scripts": page("scan.pdf", "<div>Sign in</div><div>Menu</div><script>" + "let a=1;" * 900 + "</script>"),
    "a post": page("Tern", f"<div id='react-root'><p>Something went wrong. Try again, or switch off what blocks us.</p></div><noscript>Tern requires JavaScript.</noscript>{ROOT}"),
}  # fmt: skip


@pytest.mark.parametrize("case", SHELLS)
def test_a_shell_is_no_text(case: str) -> None:
    reading = read(SHELLS[case])
    assert reading.extent is Extent.SHELL
    assert reading.problem
    assert visit({URL: SHELLS[case]}, titles=()).status.link is Link.NEEDS_JS


IN_DATA = {
    "a whole state": data({"props": {"page": {"body": f"<p>{SAID}</p><p>{TALE}</p>"}}}),
    "an assignment": data({"story": {"text": SAID}}, "window.__STATE__ = ", ";", "text/javascript"),
    "JSON in a string": data(json.dumps({"a": [{"t": SAID}]}), "window.S=JSON.parse(", ");", ""),
    "pushed in pieces": data([1, f"3:{SAID}"], "self.__f.push(", ")", ""),
}


@pytest.mark.parametrize("case", IN_DATA)
def test_the_text_in_the_data_of_a_shell_is_read(case: str) -> None:
    reading = read(page("Varn", f"{MENU}<div id='app'></div>{IN_DATA[case]}{ROOT}"))
    assert WORDS in reading.text
    assert (reading.extent, reading.extractor) == (Extent.SHELL, "html+data")


def test_a_shadow_root_that_stands_in_the_page_is_shown_without_scripts() -> None:
    markup = page("Varn", f"<p>{TALE}</p><x-a><template shadowrootmode='open'><p>{SAID}</p></template></x-a>")
    assert WORDS in read(markup).text
    assert WORDS not in read(markup.replace(" shadowrootmode='open'", "")).text


META = "<meta name='citation_pdf_url' content='/varn.pdf'><meta name='citation_title' content='Varn'>"
STAND_INS = {
    "an abstract page": (page("Varn", f"<h2>Abstract</h2><p>{TALE}</p><p>Get access for 30 EUR.</p>", META), "abstract"),
    "an abstract page with many references": (page("Varn", f"<p>{TALE}</p><h2>References</h2>" + "<p>Ader, I. (1971). A study of lamps and moles, volume 2. Journal of Lights 3, 1–9.</p>" * 60, META), "abstract"),
    "a repository's page": (page("Varn", f"<p>{TALE}</p>", f"<meta name='DCTERMS.abstract' content='{TALE}'>"), "abstract"),
    "a file in a frame": (page("Varn", f"<p>{TALE}</p><iframe src='/viewer.html?file=%2Fdocs%2Fvarn.pdf'></iframe>"), "file"),
    "a file as an object": (page("Varn", f"<p>{TALE}</p><object data='varn.PDF' type='application/pdf'></object>"), "file"),
    "a file to load": (page("Varn", f"<p>{TALE}</p><p><a href='/f/varn.pdf'>Raporu indir</a></p>"), "file"),
    "a file among links": (page("Varn", f"<p>{TALE}</p><ul><li><a href='/f/varn.pdf'>PDF</a></li><li><a href='/c'>Cite</a></li><li><a href='/m'>Mail</a></li><li><a href='/p'>Print</a></li></ul>"), "file"),
    "a file to load in a list": (page("Varn", f"<p>{TALE}</p><ul><li>Read the whole text: <a href='/f/varn.pdf'>PDF</a></li><li>In print</li></ul>"), "file"),
    "a book": (page("Varn", f"<p>{TALE}</p><p>312 pages</p>", "<meta property='og:type' content='books.book'>"), "book"),
    "a book in a catalogue": (page("Varn", f"<p>{TALE}</p>" + data({"@type": "Book", "name": "Varn"}, kind="application/ld+json")), "book"),
    "a video": (page("Varn", "<p>About Press Terms</p>", "<meta property='og:type' content='video.other'>"), "video"),
    "a book in a shop": (page("Varn", f"<p>{TALE}</p>" + data({"@type": ["Product", "Book"]}, kind="application/ld+json")), "book"),
    "a book in a library": (page("Varn", "<p>Ader, I.</p><p>ISBN 978-3-11-000000-3</p><p>312 p.</p>"), "book"),
    "pages of a viewer": (page("Varn", "<div class='flipbook' data-id='7'></div><p>Contact</p>"), "viewer"),
    "a frame of another host": (page("Varn", "<iframe src='https://reader.example/7'></iframe>"), "frames"),
    "a recording": (page("Varn", f"<p>{TALE}</p>" + data({"@type": "PodcastEpisode"}, kind="application/ld+json")), "recording"),
}  # fmt: skip


@pytest.mark.parametrize("case", STAND_INS)
def test_a_stand_in_is_not_the_work(case: str) -> None:
    markup, instead = STAND_INS[case]
    reading = read(markup)
    assert reading.extent is Extent.STAND_IN
    assert instead in (reading.problem or "")


STAND_INS |= {
    f"a page headed {over}": (page("Varn", f"<h3>{over}</h3><p>{TALE}</p><p>{TALE}</p><p>Volume 3, pages 1 to 9</p>"), "abstract")
    for over in ("Abstract", "Zusammenfassung", "Résumé", "Аннотация", "摘要", "Streszczenie:", "초록")
} | {
    "a paper that only a journal's data tell": (page("Varn", f"<p>{TALE}</p>", "<meta name='citation_journal_title' content='Lamps'>"), "abstract"),
}  # fmt: skip
# Pages that say next to nothing, and not that they are something else: nobody knows whether the cited text was ever on them.
FOOT = "<footer><p>Varn Lights is printed in Port Ader every other Thursday.</p></footer>"
LITTLE = {
    "a viewer's page": "<div id='flt-view'></div><script src='flt.js'></script>",
    "a builder's page": f"<nav>{MENU}</nav><div class='pages'></div><p>Sign in</p>{FOOT}",
    "advice alone": "<p>This page works best with scripts switched on.</p><p>Help</p>",
    "a dashboard": f"<h1>Lamps by year</h1><p>Choose a year to see the lamps.</p><div class='viz'></div>{FOOT}",
    "a record of a catalogue": "<table><tr><th>Author</th><td>Ader, I.</td></tr><tr><th>Printed</th><td>Port Ader, 1971</td></tr></table><p>Shelf 12 B</p>",
    "contents of a law": "<h1>Lamps Act</h1><ul>"
    + "".join(f"<li><a href='/{n}'>{n}. Of lamps</a></li>" for n in range(20))
    + "</ul>",
    "a question nobody has heard of": "<h1>Welcome, traveller</h1><p>Before you see this part of the house we must know which of the two doors you came by.</p><button>North</button>",
}


@pytest.mark.parametrize("case", LITTLE)
def test_a_page_with_hardly_a_text_proves_nothing(case: str) -> None:
    reading = read(page("Varn", LITTLE[case]))
    assert reading.extent is not Extent.WHOLE
    assert reading.problem


def test_a_little_text_under_the_cited_title_is_the_whole_of_it() -> None:
    news = "The lamp of Varn was lit again on Friday. Two keepers came by boat with oil for the winter, and the villagers stood on the mole."
    for heading, extent in (("Quiet lamps on the outer mole", Extent.WHOLE), ("Mole news", Extent.PART)):
        fetch = visit(
            {URL: page(heading, f"<h1>{heading}</h1><p>{news}</p>")}, titles=("Quiet lamps on the outer mole",)
        )
        assert fetch.text is not None
        assert (fetch.status.link, fetch.text.extent) == (Link.OK, extent)
    assert read(page("Varn", f"<article><h1>Mole news</h1><p>{news}</p></article>")).extent is Extent.WHOLE


@pytest.mark.parametrize(
    "link",
    ["Read the full story", "Continue reading →", "Request full-text", "Den ganzen Artikel lesen", "Lire la suite…", "Seguir leyendo",
     "Читать далее", "Devamını oku", "続きを読む", "阅读全文", "Czytaj dalej", "Lees verder", "Läs hela artikeln", "Baca selengkapnya", "(lire la suite…)", "[Devamını oku]"],
)  # fmt: skip
def test_one_link_to_the_rest_makes_a_beginning(link: str) -> None:
    lead = f"<p><a href='/rest'>{link}</a></p>"
    assert read(page("Varn", f"<h1>Varn</h1><p>{TALE * 2}</p>{lead}")).extent is Extent.PART
    assert (
        read(page("Varn", f"<h1>Varn</h1><p>{TALE * 2}</p>{lead * 3}")).extent is Extent.WHOLE
    )  # its neighbours' links
    assert read(page("Varn", f"<h1>Varn</h1><p>{TALE * 6}</p>{lead}")).extent is Extent.WHOLE


def test_a_live_report_may_hold_more_than_it_shows() -> None:
    entries = "".join(f"<h2>{hour}:00</h2><p>{TALE * 3}</p>" for hour in range(9, 15))
    kind = data({"@type": "LiveBlogPosting", "headline": "Varn"}, kind="application/ld+json")
    assert read(page("Varn", entries + kind)).extent is Extent.PART
    assert read(page("Varn", entries)).extent is Extent.WHOLE


OFFERS = [
    "This post is for paid subscribers", "Create an account to read the full story.", "The author made this story available to Lamp members only.",
    "To continue reading, please subscribe.", "You have 82% of this article left to read.", "This article is for subscribers only.",
    "Il vous reste 71.5% de cet article à lire. La suite est réservée aux abonnés.", "Jetzt weiterlesen mit V+", "Noch 64 % lesen",
    "Suscríbete para seguir leyendo", "Per continuare a leggere abbonati", "Para continuar a ler, entre", "Okumaya devam etmek için abone olun.",
    "Чтобы продолжить чтение, оформите подписку", "Pozostało Ci jeszcze 80% tekstu", "För att läsa vidare, logga in", "残り 1,204文字", "订阅后可阅读全文",
    "You have read your three stories for this month", "You’ve used all of your free articles this week. Join us.", "Mit Tal+ lesen Sie alle Artikel",
    "Лимит бесплатных статей исчерпан", "Ücretsiz okuma hakkınız doldu.", "To był Twój ostatni darmowy artykuł w tym miesiącu.", "Você atingiu o limite de artigos gratuitos.",
    "Jetzt kostenlos testen und weiterlesen", "Ücretsiz deneyin ve okumaya devam edin",
    "無料記事の上限に達しました。", "لقد بلغت الحد الأقصى من المقالات المجانية", "이번 달 무료 기사를 모두 읽으셨습니다.", "您本月的免费文章已用完", "קראת את כל הכתבות שלך החודש",
    "Je hebt je 5 gratis artikelen al gelezen", "Du har läst dina fria artiklar", "Vyčerpali jste limit bezplatných článků", "Έχετε διαβάσει τα δωρεάν άρθρα σας",
    "Vous avez lu vos trois articles gratuits du mois.", "Has leído tus tres artículos gratuitos de este mes",
]  # fmt: skip


@pytest.mark.parametrize("offer", OFFERS)
def test_an_offer_of_the_rest_is_a_wall_whatever_the_menus_hold(offer: str) -> None:
    reading = read(page("Varn", f"{MENU}<p>{TALE * 5}</p><div class='x'>{offer}</div>{MENU}"))
    assert reading.extent is Extent.WALL


def test_a_beginning_that_is_torn_off_is_a_part() -> None:
    assert read(page("Varn", f"<p>{TALE} […]</p><p><a href='/varn?all'>Read on</a></p>")).extent is Extent.PART
    assert read(page("Varn", f"<p>{TALE}… [+1834 chars]</p>")).extent is Extent.PART
    assert read(page("Varn", f"<p>{TALE} […] And so it was. {TALE}</p>")).extent is Extent.WHOLE


@pytest.mark.parametrize(
    "end",
    [
        "<p>Two keepers had come by boat with oil for the winter, and the villagers st",
        "<p>All of it.</p><div class='nex",
    ],
)
def test_a_page_that_breaks_off_is_a_part(end: str) -> None:
    whole = page("Varn", f"<p>{TALE * 3}</p>")
    assert read(whole.replace("</body></html>", end)).extent is Extent.PART
    for last in (
        "",
        "<p>Ada",
        "<p>Ada of Varn. Printed in the old mill by the mole, every other Thursday.",
        "<!-- 0.2 s -->",
    ):
        assert read(whole.replace("</body></html>", last)).extent is Extent.WHOLE


def test_a_page_that_says_it_is_not_free_is_a_wall() -> None:
    flag = data({"@type": "NewsArticle", "isAccessibleForFree": "False"}, kind="application/ld+json")
    assert read(page("Varn", f"<p>{TALE * 9}</p>", flag)).extent is Extent.WALL


# A box with a telling name inside what is marked as the text holds the article.
BOXES = ["l-sidebar-fixed", "share-body", "teaser-text", "ad-wrapper"]


@pytest.mark.parametrize("box", BOXES)
def test_what_holds_most_of_a_marked_text_is_that_text(box: str) -> None:
    lead = "<h1>Mole news</h1><p>A lead that says what the whole of the story about the old lamp is about.</p>"
    reading = read(page("Varn", f"<main>{lead}<div class='{box}'><p>{TALE * 4}</p><p>{SAID}</p></div></main>"))
    assert any(WORDS in reading.text[start:end] for start, end in reading.main)
    assert reading.facts.words > 150


WHOLE = {
    "an article": page("Varn", f"<article><p>{TALE * 3}</p></article>{MENU}{ROOT}"),
    "short news": page("Varn", f"{MENU}<div><p>{TALE}</p></div>"),
    "short news made on a server for scripts": page("Varn", f"<div id='root'>{MENU}<p>{TALE * 2}</p></div>{ROOT}"),
    "a script for comments": page("Varn", f"<p>{TALE * 2}</p><noscript>Please enable JavaScript to see the comments.</noscript>{ROOT}"),
    "a paper": page("Varn", "".join(f"<h2>{n}</h2><p>{TALE * 3}</p>" for n in range(6)), META),
    "a short paper at its own address": page("Varn", f"<p>{TALE * 3}</p>", f"{META}<meta name='citation_fulltext_html_url' content='{URL}'>"),
    "a yearly report at the foot": page("Varn", f"<p>{TALE * 2}</p><footer><a href='/annual.pdf'>Annual report (PDF)</a></footer>"),
    "an article with several files": page("Varn", f"<p>{TALE * 2}</p><p><a href='/1.pdf'>Map</a> <a href='/2.pdf'>Plan</a></p>"),
    "short news with a file in an entry of its list": page("Varn", f"<p>{TALE}</p><ul><li>More oil</li><li>New mirrors (a talk by Ader <a href='/t.pdf'>in May</a>)</li><li>Two boats</li><li>A box</li></ul>"),
    "news summed up in a line for machines": page("Varn", f"<p>{TALE * 3}</p>", "<meta name='dcterms.abstract' content='The lighthouse of Varn was lit again.'>"),
    "an article with a video": page("Varn", f"<p>{TALE * 6}</p><video src='/v.mp4'></video>", "<meta property='og:type' content='video.other'>"),
    "an offer in readers' comments": page("Varn", f"<p>{TALE * 3}</p><div class='comments'><p>Subscribe to continue reading, ha!</p></div>"),
    "an article about offers": page("Varn", f"<p>{TALE * 2} Readers now see “subscribe to continue reading” on the third page. {TALE}</p>"),
    "an offer to support": page("Varn", f"<p>{TALE * 3}</p><p>Become a member and support our work. Already a subscriber? Log in.</p>"),
    "the next post of a blog": page("Varn", f"<p>{TALE * 3}</p><a rel='next' href='/2021/04/other-tale'>The other tale</a>"),
    "a list of contents with notes in it": page("Varn", f"<ul><li>Oil</li><li>Notes</li></ul>{f'<p>{TALE}{TALE}</p>' * 12}<p><a href='/varn.pdf'>PDF</a></p>"),
    "a button of an account": page("Varn", f"<p>{TALE * 3}</p><div>Are you sure you want to unlock this post? Yes No</div>"),
    "notes that are called by their numbers": page("Varn", f"<p>{TALE * 3} <a href='#n2'>2</a> <a href='/2020/02'>2</a></p>"),
    "a table": page("Varn", f"<table>{'<tr><td>1971</td><td>Varn, oil, mirrors</td></tr>' * 60}</table>{ROOT}"),
}  # fmt: skip


@pytest.mark.parametrize("case", WHOLE)
def test_a_text_of_its_own_is_whole(case: str) -> None:
    reading = read(WHOLE[case])
    assert (reading.extent, reading.problem) == (Extent.WHOLE, None)


NEXT = "http://gazette.example/"
PAGES = {
    "a path behind it": (f"<p>{TALE * 3}</p>", "<link rel='next' href='/2021/03/quiet-gates/2/'>", f"{URL}/2/"),
    "a number in a query": (f"<p>{TALE * 3}</p>", "<link rel='next' href='?page=2'>", f"{URL}?page=2"),
    "a bar of pages": (f"<p>{TALE * 3}</p><div class='pagination'><a href='{URL}-2'>2</a></div>", "", f"{URL}-2"),
    "it counts itself": (
        f"<p>{TALE * 3}</p><p>Seite 1 von 2</p>",
        "<link rel='next' href='/druck/b'>",
        URL.replace("2021/03/quiet-gates", "druck/b"),
    ),
}


PAGES["behind an address that ends with a number"] = (
    f"<p>{TALE * 3}</p><ul class='pagination'><li>1</li><li><a href='{URL}/seite-2'>2</a></li></ul>",
    "",
    f"{URL}/seite-2",
)


PAGES["a row of numbers without a name"] = (
    f"<p>{TALE * 3}</p><div>Страницы: <b>1</b> <a href='{URL}?s=2'>2</a> <a href='{URL}?s=3'>3</a></div>", "", f"{URL}?s=2"
)  # fmt: skip


@pytest.mark.parametrize("line", ["Page 1 of 3 2 3", "Page 1 of 3 | 2 | 3 »", "Seite 1 von 2"])
def test_a_page_that_counts_itself_is_a_part(line: str) -> None:
    assert read(f"<article><p>{TALE * 3}</p></article><div>{line}</div>").extent is Extent.PART


def test_a_sentence_about_pages_counts_none() -> None:
    assert read(f"<article><p>{TALE * 3}</p><p>Page 1 of 3 was torn.</p></article>").extent is Extent.WHOLE


@pytest.mark.parametrize("case", PAGES)
def test_the_following_page_belongs_to_the_text(case: str) -> None:
    body, head, following = PAGES[case]
    fetch = visit({URL: page("Varn", body, head), following: page("Varn", f"<p>{SAID}</p><p>{TALE * 2}</p>")})
    assert fetch.text is not None
    assert WORDS in fetch.text.text
    assert fetch.text.extent is Extent.WHOLE


def test_one_page_of_several_is_a_part() -> None:
    body, head, _ = PAGES["it counts itself"]
    fetch = visit({URL: page("Varn", body, head)})
    assert fetch.text is not None
    assert (fetch.text.extent, fetch.status.family) == (Extent.PART, Family.FOUND)


def test_the_page_of_the_whole_text_is_followed() -> None:
    head = "<meta name='citation_title' content='Varn'><meta name='citation_fulltext_html_url' content='/full/7'>"
    abstract, whole = page("Varn", f"<h2>Abstract</h2><p>{TALE}</p>", head), URL.partition("/2021")[0] + "/full/7"
    for full, extent in (
        (f"<p>{SAID}</p><p>{TALE * 5}</p>", Extent.WHOLE),
        (f"<p>{TALE * 5}</p><p>{OFFERS[4]}</p>", Extent.WALL),
    ):
        fetch = visit({URL: abstract, whole: page("Varn", full)})
        assert fetch.text is not None
        assert (fetch.text.extent, WORDS in fetch.text.text) == (extent, extent is Extent.WHOLE)


def test_the_frames_of_a_page_are_its_text() -> None:
    frames = (
        "<html><head><title>Varn</title></head><frameset><frame src='/m.htm'><frame src='/d.htm'></frameset></html>"
    )
    base = URL.partition("/2021")[0]
    web: Web = {
        URL: frames,
        f"{base}/m.htm": page("Menu", "<p>Decrees</p>"),
        f"{base}/d.htm": page("D", f"<p>{SAID}</p>"),
    }
    fetch = visit(web, titles=())
    assert fetch.text is not None
    assert WORDS in fetch.text.text
    assert fetch.status.link is Link.OK


REMOVED = [
    "This video is unavailable", "Video unavailable", "Sorry, this post has been deleted", "This content isn't available right now", "This account has been suspended",
    "Dieses Video ist nicht mehr verfügbar", "Beitrag gelöscht", "Cette vidéo n’est plus disponible", "Este video ya no está disponible", "Questo post è stato rimosso",
    "User deactivated their account", "This content does not exist", "Verweildauer abgelaufen",
    "Este vídeo não está mais disponível", "Deze video is verwijderd", "Ten film jest niedostępny", "Видео недоступно", "Bu gönderi silindi", "该视频已被删除", "この動画は再生できません",
]  # fmt: skip


@pytest.mark.parametrize("words", REMOVED)
def test_what_was_removed_is_lost(words: str) -> None:
    shown = page("Tern", f"<h2>{words}</h2><p>Help Terms Privacy Imprint</p>")
    told = page(
        "Tern", f"<p>Help Terms Privacy</p><script>var p = {json.dumps({'state': {'reason': words}})};</script>"
    )
    menu = "".join(f"<li><a href='/{n}'>Part {n}</a></li>" for n in range(25))
    under_menu = page("Tern", f"<header><ul>{menu}</ul></header><div>{words}</div>")
    for markup in (shown, told, under_menu):
        assert visit({URL: markup}, titles=()).status.family is Family.LOST


def test_an_article_about_a_removed_video_is_an_article() -> None:
    markup = page("Video removed by its maker", f"<h1>Video removed by its maker</h1><p>{TALE * 4}</p>")
    assert visit({URL: markup}, titles=()).status.family is Family.FOUND


FORM: list[tuple[str, Answer]] = [
    ("https://consent.brands.example/v2/collect", page("Our brands", "<p>We use cookies.</p>" + f"<p>{TALE * 4}</p>")),
    (URL.partition("/2021")[0] + "/zustimmung", page("Mit Werbung", f"<p>{TALE * 4}</p>")),
    (URL + "?x", page("Your choice", "<p>" + "We and our partners store cookies and personal data for advertising and tracking; your consent counts. " * 9 + "</p>")),
    (URL + "?y", page("Ihre Wahl", "<p>" + "Wir und unsere Partner verwenden Cookies für Werbung und Tracking mit Ihrer Einwilligung (Datenschutz). " * 9 + "</p>")),
]  # fmt: skip


@pytest.mark.parametrize(("target", "form"), FORM)
def test_a_consent_form_of_any_length_is_a_wall(target: str, form: Answer) -> None:
    fetch = visit({URL: (302, "", {"location": target}), target: form}, titles=())
    assert (fetch.status.link, fetch.status.rule) == (Link.RESTRICTED, "consent")


# --- what is said of it -----------------------------------------------------------------------------


def findings(text: SourceText, quoted: str) -> dict[str, tuple[str, str, tuple[str, ...]]]:
    """What is said of a quotation and of its sentence, of a source with this text."""
    claim = Claim(f"The council of Varn wrote in its book that “{quoted}”.", "", (0,), 0, (Quotation(quoted),))
    status = LinkStatus(Link.OK, "status_200", "The page is there.")
    source = Source(Citation(0, "", URL), Fetch(URL, NOON, PlanName.LIVE, status, text=text))
    return {f.kind.value: (f.verdict.value, f.reason, f.warnings) for f in judge(claim, [source], written_in="en")}


def judged(text: SourceText, quoted: str) -> tuple[QuotationVerdict, tuple[str, ...], str]:
    """What is said of a quotation of a source with this text."""
    verdict, reason, warnings = findings(text, quoted)["quotation"]
    return QuotationVerdict(verdict), warnings, reason


OTHER_WORDS = "no ship may pass the mole between dusk and dawn without a pilot"
NOT_WHOLE = [extent for extent in Extent if extent is not Extent.WHOLE]


def text_of(words: str, extent: Extent) -> SourceText:
    return SourceText(f"{TALE} {words}.", "html", "1", extent=extent, problem="Only some of it was read.")


def test_not_found_is_said_of_a_whole_work() -> None:
    assert judged(text_of(WORDS, Extent.WHOLE), OTHER_WORDS)[0] is QuotationVerdict.NOT_FOUND


@pytest.mark.parametrize("extent", NOT_WHOLE)
def test_of_what_is_not_whole_nothing_is_missing(extent: Extent) -> None:
    said = findings(text_of(WORDS, extent), OTHER_WORDS)
    assert said["quotation"][:2] == (QuotationVerdict.UNVERIFIABLE, "Only some of it was read.")
    assert said["statement"][0] in (StatementVerdict.UNVERIFIABLE, StatementVerdict.EVIDENCE_SHOWN)


@pytest.mark.parametrize("extent", NOT_WHOLE)
def test_words_that_are_found_are_found_wherever(extent: Extent) -> None:
    assert judged(text_of(WORDS, extent), WORDS)[0] is QuotationVerdict.VERBATIM


def test_a_change_counts_in_a_part_but_not_in_an_abstract() -> None:
    changed = WORDS.replace("every night", "no night")
    assert judged(text_of(WORDS, Extent.PART), changed)[0] is QuotationVerdict.ALTERED
    assert judged(text_of(WORDS, Extent.STAND_IN), changed)[0] is QuotationVerdict.UNVERIFIABLE


@pytest.mark.parametrize("extent", Extent)
def test_a_quotation_is_lost_only_from_a_whole_text(extent: Extent) -> None:
    content, lost = drift(text_of(WORDS, Extent.WHOLE), text_of(OTHER_WORDS, extent), [WORDS])
    assert (content, lost) == ((Content.QUOTE_LOST, (WORDS,)) if extent is Extent.WHOLE else (None, ()))
