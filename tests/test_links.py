"""Links: what kind of answer a page is, told by a visit to an invented web."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from email.utils import format_datetime
from pathlib import Path
from urllib.parse import unquote

import pytest
from support.webs import NOON, URL, Answer, Web, failure, page, send_from

from verifier.archive import Archive
from verifier.archive.age import Age
from verifier.dispatch import run_plans
from verifier.fetching import PLANS, Mementos, Wanted
from verifier.model import Cited, Failure, Family, Fetch, PlanName, Purpose, Request, Response
from verifier.sources import extract
from verifier.workflow import Network, collect

TITLE = "Quiet gates on the lower river"
STORY = (
    "The river board met in the old customs house on Monday and kept the gates open for another year. "
    "Growers from the lower basin had asked for it since the drought, and the engineers found no reason to refuse. "
    "The board will look at the levels again in the autumn, when the harvest is in and the boats are on land. "
) * 4

ARTICLE = page(f"{TITLE} – The Gazette", f"<article><h1>{TITLE}</h1><p>{STORY}</p></article>")
NOT_FOUND = page("Page not found – The Gazette", "<h1>Page not found</h1><p>Sorry.</p>")


def visit(web: Web, url: str = URL, asked: list[str] | None = None, **known: object) -> Fetch:
    """One visit by the plan `live`."""
    given = {"titles": (TITLE,), "words": (), "accessed": "2024-10-05", **known}
    mementos = given.pop("mementos", Mementos("never"))
    wanted = Wanted(Cited(url=url, **given), mementos)  # type: ignore[arg-type]  # a table's row
    [(_, fetch)] = run_plans([(url, PLANS[PlanName.LIVE](wanted))], send_from(web, asked), extract, spacing=0)
    return fetch


HOME = "https://gazette.example/"
FRONT = page("The Gazette", "<h1>The Gazette</h1>" + "<p><a href=/a>News of the day and of the river</a></p>" * 30)

# What the web holds at the cited address (or where it leads) and the word for it.
ANSWERS: dict[str, tuple[Web, str]] = {
    "the article": ({URL: ARTICLE}, "ok"),
    "moved for good": ({URL: (301, "", {"location": HOME + "archive/quiet-gates"}), HOME + "archive/quiet-gates": ARTICLE}, "moved"),
    "http to https is no move": ({URL: (301, "", {"location": URL + "/"}), URL + "/": ARTICLE}, "ok"),
    "gone": ({URL: (404, NOT_FOUND)}, "gone"),
    "gone for good": ({URL: (410, NOT_FOUND)}, "gone"),
    "not found, said with status 200": ({URL: NOT_FOUND}, "soft_404"),
    "not found in Turkish": ({URL: page("Sayfa bulunamadı", "<h1>Sayfa bulunamadı</h1><p>Üzgünüz.</p>")}, "soft_404"),
    "not found in Russian": ({URL: page("Страница не найдена", "<h1>Страница не найдена</h1>")}, "soft_404"),
    "not found in Chinese": ({URL: page("页面不存在", "<h1>页面不存在</h1>")}, "soft_404"),
    "a notice that leads elsewhere": ({URL: page("Moment", "<p>You are being redirected. If you are not redirected, <a href=/n>click here</a>.</p>")}, "needs_js"),
    "a notice in German": ({URL: page("Moment", "<p>Sie werden weitergeleitet.</p>")}, "needs_js"),
    "an archive's notice": ({URL: page("Archive", "<p>Got an HTTP 301 response at crawl time</p><p>Redirecting to...</p>")}, "needs_js"),
    "an archive's notice in its menus": ({URL: page("Archive", "<p>Books, films and old pages of the web.</p>" * 40 + "<p>Got an HTTP 302 response at crawl time</p>")}, "needs_js"),
    "leads to the front page": ({URL: (302, "", {"location": HOME}), HOME: FRONT}, "soft_404"),
    "leads to an error page": ({URL: (302, "", {"location": HOME + "404.html"}), HOME + "404.html": page("Oops", "<p>Oops!</p>")}, "soft_404"),
    "for sale": ({URL: page("gazette.example", "<h1>gazette.example</h1><p>This domain is for sale. Make an offer on this domain.</p>")}, "parked"),
    "the server's own page": ({URL: page("Welcome to nginx!", "<h1>Welcome to nginx!</h1><p>If you see this page, the server is installed.</p>")}, "parked"),
    "a challenge": ({URL: (403, page("Just a moment...", "<h1>Checking your browser</h1><script src=/cdn-cgi/challenge-platform/x.js></script>"))}, "blocked"),
    "a challenge with status 200": ({URL: page("Just a moment...", "<p>Verify that you are human</p><script src=/cdn-cgi/challenge-platform/x.js></script>")}, "blocked"),
    "forbidden": ({URL: (403, page("Forbidden", "<h1>Forbidden</h1>"))}, "blocked"),
    "too many requests": ({URL: (429, page("Too many requests", ""))}, "blocked"),
    "legal reasons": ({URL: (451, page("Unavailable", ""))}, "blocked"),
    "a login": ({URL: (302, "", {"location": HOME + "login?next=/a"}), HOME + "login?next=/a": page("Sign in", "<h1>Sign in</h1><form><input type=password></form>")}, "restricted"),
    "a paywall": ({URL: page(TITLE, f"<h1>{TITLE}</h1><p>{STORY[:200]}</p><div class=paywall>Subscribe to continue reading.</div>",
                  '<script type="application/ld+json">{"@type":"NewsArticle","isAccessibleForFree":false}</script>')}, "restricted"),
    "a shell of scripts": ({URL: page("The Gazette", "<div id=root></div><noscript>You need to enable JavaScript to run this app.</noscript><script src=a.js></script>")}, "needs_js"),
    "broken": ({URL: (500, page("Error", "<h1>Internal Server Error</h1>"))}, "server_error"),
    "no database": ({URL: page("Error", "<h1>Error establishing a database connection</h1>")}, "server_error"),
    "no such host": ({URL: failure("dns")}, "unreachable"),
    "too slow": ({URL: failure("timeout")}, "unreachable"),
    "a private address": ({URL: failure("unsafe")}, "blocked"),
    **{f"not in this country: {said}": ({URL: page(said, f"<h1>{said}</h1>")}, "blocked") for said in (
        "Not accessible from your country", "Bu içerik bulunduğunuz bölgede kullanılamıyor", "お住まいの地域ではご利用いただけません",
        "Treść niedostępna w Twoim kraju", "Denna sida är inte tillgänglig i ditt land", "Este vídeo não está disponível no seu país",
        "Deze video is niet beschikbaar in uw land", "Tento obsah není ve vaší zemi dostupný", "此内容在您所在的地区不可用")},
    **{f"out of order: {said}": ({URL: page(said, f"<h1>{said}</h1><p>…</p>")}, "server_error") for said in (
        "Sitio en mantenimiento", "Site en maintenance", "Probíhá údržba webu", "ただいまメンテナンス中です", "Prace techniczne",
        "Siden er under vedligeholdelse", "网站维护中", "Maintenance", "We’ll be back soon!", "Wir sind gleich wieder da", "Site in onderhoud",
        "Bientôt de retour", "Torniamo presto")},
    "out of order, below the headline": ({URL: page("The Gazette", "<h1>Hello</h1><p>We are down for planned maintenance.</p>")}, "server_error"),
    **{f"for sale: {said}": ({URL: page(said, f"<h1>{said}</h1>")}, "parked") for said in (
        "Deze domeinnaam is te koop", "Domena na sprzedaż", "Doména na prodej", "Domänen är till salu", "Tên miền này đang được bán")},
    **{f"asks the age: {said}": ({URL: page("Mill wines", f"<h1>{said}</h1><form><button>Enter</button></form>")}, "restricted") for said in (
        "Are you over 18?", "Sind Sie über 18?", "Avez-vous plus de 18 ans ?", "Вам исполнилось 18 лет?", "20歳以上ですか？")},
    **{f"not there: {said}": ({URL: page("Mill news", f"<h1>Hello</h1><p>{said}</p>" + "<p>Ten mills to see in spring.</p>" * 8)}, "soft_404") for said in (
        "The article you are looking for is no longer available.", "Die gesuchte Seite existiert leider nicht mehr.",
        "La page que vous cherchez n’existe plus.", "Aradığınız sayfa bulunamadı.", "お探しのページは見つかりませんでした。",
        "Запрашиваемая страница не существует.")},
    "an offer that has expired": ({URL: page("Mill jobs", "<h1>This vacancy has expired</h1>")}, "soft_404"),
    "it has moved": ({URL: page("Mill news", "<h1>This page has moved</h1><p>Please update your bookmarks.</p>")}, "needs_js"),
    "it has moved, in French": ({URL: page("Moulin", "<h1>Cette page a déménagé</h1>")}, "needs_js"),
    "one page for every address": ({URL: page("The Gazette", "<p>All about boats.</p>"),
                                    "*": page("The Gazette", "<p>All about boats.</p>")}, "soft_404"),
}  # fmt: skip


ANSWERS |= {
    **{f"not in this country, by law: {said}": ({URL: page("Notice", f"<p>{said}</p>")}, "blocked") for said in (
        "Access to this website has been blocked by order of the harbour court.", "Our pages are unavailable to visitors from the outer islands.",
        "Bu siteye mahkeme kararıyla erişim engellenmiştir.", "Доступ к сайту ограничен по решению суда.", "L’accès à ce site a été bloqué.")},
    **{f"lets visitors wait: {said}": ({URL: page("Mill news", f"<h1>{said}</h1><p>…</p>")}, "blocked") for said in (
        "Too many requests", "You are now in line", "Zu viele Anfragen", "File d’attente", "Слишком много запросов", "访问过于频繁")},
    **{f"out of order: {said}": ({URL: page("", f"<p>{said}</p>")}, "server_error") for said in (
        "Fatal error: Uncaught MillException in /srv/mill.php:7", "We'll be back soon!", "Server Error in '/mill' Application.")},
    **{f"a login in two steps: {said}": ({URL: page("Mill", f"<h1>{said}</h1><form><input name=who><button>Go on</button></form>")}, "restricted") for said in (
        "Sign in", "Find your institution", "Log in through your library", "Anmelden")},
    **{f"asks the age: {said}": ({URL: page("Mill wines", f"<h1>{said}</h1>")}, "restricted") for said in (
        "Вам уже исполнилось 18 лет?", "Onko? Oletko yli 18?", "Er du fyldt 18?", "Je vám už 18 let?")},
    **{f"not there: {said}": ({URL: page("Mill news", f"<p>{said}</p>" + "<p>Ten mills to see in spring.</p>" * 8)}, "soft_404") for said in (
        "העמוד שחיפשת לא נמצא.", "Etsimääsi sivua ei ole.", "A keresett oldal már nem érhető el.", "Η σελίδα που αναζητάτε δεν υπάρχει.",
        "الصفحة التي تبحث عنها غير موجودة.", "Halaman yang Anda cari telah dihapus.", "Trang bạn yêu cầu hiện không có.", "Pagina pe care o căutați nu există.",
        "Страницата, която търсите, беше изтрита.", "Požadovaná stránka neexistuje.", "ไม่พบหน้าที่คุณต้องการ")},
    "a post that its author deleted": ({URL: page("Mill talk", "<p>Sorry, this post was deleted by the miller who had posted it.</p>")}, "soft_404"),
    "consent in Italian": ({URL: page("Il mulino", "<h2>Informativa</h2><p>Noi e terze parti usiamo cookie.</p><button>Accetta</button>")}, "restricted"),
}  # fmt: skip


# Short articles whose headlines have the words of a notice in them: what they tell runs on.
_NEWS = "<p>The ferry to the outer mills runs again from Monday, and the old bell is rung for it at six.</p><p>Two of the millers came down to the quay to see it leave, with bread for the crew and a letter.</p><p>It will run until the ice comes, the council said, and then the mail goes over land.</p>"

ANSWERS |= {
    **{f"asks for a human: {said}": ({URL: page("Mill news", f"<h1>{head}</h1><p>{said}</p>")}, "blocked") for head, said in (
        ("確認", "あなたがロボットではないことを確認してください。"), ("Güvenlik", "İnsan olduğunuzu doğrulamamız gerekiyor."), ("访问验证", "请拖动滑块完成验证。"),
        ("Wait", "Making sure you’re not a bot!"), ("Ой", "Подтвердите, что запросы отправляли вы не робот."), ("Un momento", "Comprobando que no eres un robot."),
        ("Só um momento", "Confirme que você não é um robô."), ("보안", "로봇이 아닌지 확인합니다."), ("रुकिए", "कृपया पुष्टि करें कि आप रोबोट नहीं हैं।"))},
    **{f"for members: {said}": ({URL: page("Mill forum", f"<h1>Mill forum</h1><p>{said}</p>")}, "restricted") for said in (
        "You must be logged in to view this topic.", "You need permission to open this file.", "Vous devez être connecté pour lire ce sujet.",
        "Sie müssen angemeldet sein, um diesen Beitrag zu sehen.", "Bu konuyu görmek için giriş yapmalısınız.", "Musisz się zalogować.",
        "Для просмотра необходимо авторизоваться.", "ログインが必要です。", "请先登录", "로그인이 필요합니다.")},
    "a script of a wall beside an article that is not all marked": ({URL: page("Mill news", f"<main><h1>The ferry</h1><p>3 May</p></main>{_NEWS}<script src=/g-recaptcha.js></script>")}, "ok"),
    "cookies below a short article": ({URL: page("Mill news", f"<main><h1>The ferry</h1>{_NEWS * 3}</main><div><p>Privacy and cookies</p><p>We and our partners use cookies with your consent for advertising, as our privacy policy and cookie policy tell. Accept or reject cookies, personal data, partners.</p></div>")}, "ok"),
    "members may comment": ({URL: page("Mill forum", f"<h1>The ferry runs again</h1>{_NEWS}<p>You must be logged in to post a comment.</p>")}, "ok"),
    **{f"an article about it: {head}": ({URL: page("Mill news", f"<h1>{head}</h1>{_NEWS}")}, "ok") for head in (
        "Bus 404 not found in the fog", "Wartungsarbeiten an der Mole", "The old domain is for sale", "Security check on the ferry", "Before you continue to the mill")},
    "an article under a question about cookies": ({URL: page("Mill news", f"<div role=dialog><h2>Your privacy</h2><p>We and our 12 partners use cookies.</p></div><h1>The ferry</h1>{_NEWS}")}, "ok"),
}  # fmt: skip


_MENU_OF_MANY = "<ul>" + "".join(f"<li><a href=/{n}>part {n}</a></li>" for n in range(200)) + "</ul>"


def _in_menu(words: str) -> str:
    return page("The Port", f"{_MENU_OF_MANY}<div><p>{words}</p></div>")


ANSWERS |= {
    "accepted, and nothing comes": ({URL: (202, "")}, "blocked"),
    "accepted, and a line": ({URL: (202, page("", "<p>Please wait.</p>"))}, "blocked"),
    "accepted, with the article": ({URL: (202, ARTICLE)}, "ok"),
    "a wall's header and nothing": ({URL: (200, "", {"x-amzn-waf-action": "captcha"})}, "blocked"),
    "another wall's header": ({URL: (200, page("", ""), {"x-vercel-mitigated": "challenge"})}, "blocked"),
    "a wall's header that nobody has heard of": ({URL: (200, page("", "<p>One moment.</p>"), {"sg-captcha": "challenge"})}, "blocked"),
    "a wall that let it pass": ({URL: (200, ARTICLE, {"x-waf-action": "challenge"})}, "ok"),
    "a wall that is open, and an empty page": ({URL: (200, "", {"x-captcha": "off"})}, "soft_404"),
    "short news in a large menu": (
        {URL: _in_menu("The minister met the envoy on Friday; they spoke of the dredging of the canal before winter, and of the tolls at the lock."),
         "*": _in_menu("There is nothing here.")}, "ok"),
    "short news in Chinese": (
        {URL: _in_menu("港务局昨日宣布，外航道将在冬季风暴来临之前疏浚，费用由船主分担。会议持续了两个小时。"), "*": _in_menu("没有内容")}, "ok"),
    "a menu and the address that was asked": (
        {URL: _in_menu("You asked for quiet-gates."), "*": _in_menu("You asked for something else.")}, "soft_404"),
    "a header that sends on": ({URL: (200, page("", ""), {"refresh": "0; url=/b"}), "https://gazette.example/b": ARTICLE}, "moved"),
    "a header that loads again": ({URL: (200, ARTICLE, {"refresh": "300"})}, "ok"),
    "a circle of redirects": ({URL: failure("redirect_loop")}, "unreachable"),
}  # fmt: skip


class Everywhere(dict[str, Answer]):
    """A site that answers with one page at every address."""

    def __missing__(self, url: str) -> Answer:
        return self["*"]


@pytest.mark.parametrize("case", ANSWERS)
def test_what_kind_of_answer(case: str) -> None:
    web, word = ANSWERS[case]
    fetch = visit(Everywhere(web) if "*" in web else web)
    assert fetch.status.link == word, fetch.status
    assert fetch.status.rule
    assert fetch.status.reason


RETRACTIONS = [  # a headline, what stands below it, and what is said to have been read
    ("RETRACTED: Quiet gates", "By I. Sund", "RETRACTED: Quiet gates"),
    ("Quiet gates", "This article has been retracted.", "This article has been retracted."),
    ("Quiet gates", "[Withdrawn]", "Withdrawn"),
    ("Quiet gates", "Dieser Artikel wurde im Mai zurückgezogen.", "Dieser Artikel wurde im Mai zurückgezogen."),
    ("Quiet gates", "Эта статья была отозвана редакцией.", "Эта статья была отозвана редакцией."),
    ("Quiet gates", "本文已被撤稿", "本文已被撤稿"),
    ("Retracted study led to new gates", "The report was withdrawn in May.", None),
    ("Withdrawn boats come home", f"{STORY} In May a paper was retracted.", None),
    ("Quiet gates", f"{STORY}</p><p>{STORY}</p><p>{STORY}</p><p>This article has been retracted.", None),
]


@pytest.mark.parametrize(("head", "below", "said"), RETRACTIONS)
def test_a_source_that_was_retracted_says_so_and_is_no_alarm(head: str, below: str, said: str | None) -> None:
    webs: tuple[Web, ...] = (
        {URL: page("Mill studies", f"<h1>{head}</h1><p>{below}</p><p>{STORY}</p>")},
        {URL: (301, "", {"location": HOME + "q"}), HOME + "q": page("Mill", f"<h1>{head}</h1><p>{below}</p><p>{STORY}</p>")},
    )  # fmt: skip
    for web in webs:
        status = visit(web, titles=(head,)).status
        assert status.family is Family.FOUND
        assert (status.rule == "retracted") is (said is not None)
        assert said is None or status.reason.endswith(f"“{said}”")


def test_a_circle_of_redirects_may_open_in_a_browser() -> None:
    assert visit({URL: failure("redirect_loop")}).status.family is Family.CANNOT_TELL


# Real articles that carry what signs look for: none of them may be called lost.
ABOUT = {
    "404 pages": ("The best 404 pages: page not found, with a smile", "page not found and error 404"),
    "domain sales": ("Why this domain is for sale: the trade in names", "this domain is for sale, make an offer on this domain"),
    "challenges": ("Just a moment: how sites check your browser", "verify you are human and checking your browser"),
    "casinos": ("How a casino came to the river", "casino, roulette and free spins"),
    "accounts": ("Account suspended: a year without the network", "this account has been suspended"),
    "a lost database": ("Error establishing a database connection: what to do", "error establishing a database connection"),
    "no longer available": ("The ferry is no longer available", "the page is no longer available"),
    "queues": ("Too many requests: how a ticket office drowned", "too many requests, you are now in line"),
    "blocks": ("Access to this website has been blocked: a year of court orders", "access to this website has been blocked"),
    "subscriptions": ("Subscribe to continue reading: papers and their walls", "subscribe to continue reading"),
}  # fmt: skip


@pytest.mark.parametrize("case", ABOUT)
def test_an_article_about_it_is_not_it(case: str) -> None:
    title, words = ABOUT[case]
    body = f"<article><h1>{title}</h1><p>{STORY} They say {words}. {STORY}</p></article>"
    fetch = visit({URL: page(f"{title} – The Gazette", body)}, titles=(title,))
    assert fetch.status.family is Family.FOUND, fetch.status


# What stands behind #, what the page holds, and the word for it.
PLACES: list[tuple[str, str, str]] = [
    ("part-2", "<h2 id=part-2>Two</h2>", "ok"),
    ("part-2", "<a name='part-2'></a>", "ok"),
    ("part-3", "<h2 id=part-2>Two</h2>", "fragment_missing"),
    ("part-20", "<h2 id=part-2>Two</h2>", "fragment_missing"),
    ("PartTwo", "<A NAME=PARTTWO></A>", "ok"),
    ("sec4", "<A NAME='Sec4'></A>", "ok"),
    ("costs", "<h2><a id='user-content-costs' href='#costs'></a>Costs</h2>", "ok"),
    ("user-content-costs", "<h2 id=costs>Costs</h2>", "ok"),
    ("user-content-costs", "<h2 id=user-content-tolls>Tolls</h2>", "fragment_missing"),
    ("Bread_%26_grain", "<h2 id='Bread_&amp;_grain'>Bread</h2>", "ok"),
    ("Bread_and_grain", "<h2 id='Bread_&amp;_grain'>Bread</h2>", "fragment_missing"),
    ("H.C3.BCtten", "<h2 id='Hütten'>Hütten</h2>", "ok"),
    ("%D0%A6%D0%B5%D0%BD%D1%8B", "<h2 id='Цены'>Цены</h2>", "ok"),
    ("%D0%A6%D0%B5%D0%BD%D1%8B", "<h2 id='Сроки'>Сроки</h2>", "fragment_missing"),
    ("L10-L20", "", "ok"),
    ("L7", "", "ok"),
    ("L3C5-L9C1", "", "ok"),
    ("diff-ab12-L10", "", "ok"),
    ("lines-10:20", "", "ok"),
    ("Limits", "", "fragment_missing"),
    ("line", "", "fragment_missing"),
    ("!/route/3", "", "ok"),
    ("/route/3", "", "ok"),
    ("?tab=2", "", "ok"),
    ("page=12", "", "ok"),
    ("xtor=RSS-1", "", "ok"),
    ("utm_source", "", "ok"),
    (".WxYz123", "", "ok"),
    (".X~-pq9.twitter", "", "ok"),
    (".", "", "ok"),
    ("sthash.a1B2.dpuf", "", "ok"),
    ("ixzz3AbCd", "", "ok"),
    ("google_vignette", "", "ok"),
    ("_=_", "", "ok"),
    ("_ftn3", "<a name=_ftn3></a>", "ok"),
    ("_ftn4", "<a name=_ftn3></a>", "fragment_missing"),
    ("top", "", "ok"),
    ("topics", "", "fragment_missing"),
    (":~:text=kept%20the%20gates%20open", "", "ok"),
    (":~:text=KEPT%20the%20gates", "", "ok"),
    (":~:text=gates%20open-,for%20another,-year&text=harvest", "", "ok"),
    (":~:text=River%20board,another%20year", "", "ok"),
    (":~:text=shut%20the%20gates", "", "fragment_missing"),
    ("part-2:~:text=kept%20the%20gates", "", "ok"),
]


@pytest.mark.parametrize(("fragment", "body", "word"), PLACES)
def test_fragments(fragment: str, body: str, word: str) -> None:
    found = visit({URL: ARTICLE.replace("</article>", body + "</article>")}, f"{URL}#{fragment}")
    assert found.status.link == word


def test_the_place_that_a_redirect_names_is_where_browsers_go() -> None:
    to = {"location": f"{URL}/all#part-2"}
    there = ARTICLE.replace("</article>", "<h2 id=part-2>Two</h2></article>")
    assert visit({URL: (302, "", to), f"{URL}/all#part-2": there}, f"{URL}#old").status.link == "ok"
    assert visit({URL: (302, "", to), f"{URL}/all#part-2": ARTICLE}, f"{URL}#old").status.link == "fragment_missing"


def test_what_holds_the_quoted_words_is_the_page() -> None:
    """A page that looks like an error and yet holds what was quoted from it is the page that was cited."""
    odd = page("404", f"<h1>404</h1><p>{STORY}</p>")
    assert visit({URL: odd}, words=("kept the gates open for another year",)).status.family is Family.FOUND


def test_where_nothing_is_in_doubt_nothing_more_is_asked() -> None:
    asked: list[str] = []
    visit({URL: ARTICLE}, asked=asked)
    assert asked == [URL]


# --- mementos ------------------------------------------------------------------------------------

BASE = "https://keeper.example"


def archive_of(captures: Mapping[str, Answer], *, cdx: bool = True) -> Callable[[Request], Response | Failure]:
    """A web archive as a function: stamps and what was captured then."""

    def answer(request: Request) -> Response | Failure:
        if request.purpose is Purpose.PAGE:
            return Response(request.url, request.url, 404, (("content-type", "text/html"),), b"gone", NOON)
        if request.purpose is Purpose.INDEX:
            if "/cdx/" in request.url and cdx:
                rows = [f'["{stamp}","{URL}","200","text/html"]' for stamp in captures]
                body = '[["timestamp","original","statuscode","mimetype"]' + "".join("," + r for r in rows) + "]"
                return Response(request.url, request.url, 200, (), body.encode(), NOON)
            if "/timemap/" in request.url:
                lines = [f'<{BASE}/web/{stamp}/{URL}>; rel="memento"; datetime="x"' for stamp in captures]
                return Response(request.url, request.url, 200, (), ",\n".join(lines).encode(), NOON)
            return Response(request.url, request.url, 503, (), b"", NOON)
        stamp = next(s for s in captures if s in request.url)
        found = captures[stamp]
        assert not isinstance(found, Failure)
        status, body, *_ = found if isinstance(found, tuple) else (200, found)
        when = format_datetime(datetime.strptime(stamp + "+0000", "%Y%m%d%H%M%S%z"))
        headers = (("content-type", "text/html"), ("memento-datetime", when))
        return Response(request.url, unquote(request.url), status, headers, body.encode(), NOON)

    return answer


OLD = ARTICLE.replace("for another year", "for the summer")
MEMENTOS: dict[str, tuple[Mapping[str, Answer], tuple[str, ...], str | None]] = {
    "the nearest to the access date": (
        {"20230101000000": ARTICLE, "20241001000000": ARTICLE, "20250301000000": ARTICLE}, (), "20241001000000"),
    "no capture of an error page": ({"20241001000000": NOT_FOUND, "20230101000000": ARTICLE}, (), "20230101000000"),
    "the one that holds the words": (
        {"20241001000000": OLD, "20230101000000": ARTICLE}, ("kept the gates open for another year",), "20230101000000"),
    "where none holds the words, the nearest": (
        {"20241001000000": OLD, "20230101000000": OLD}, ("the gates were shut for good in May",), "20241001000000"),
    "none at all": ({}, (), None),
    "error pages only": ({"20241001000000": NOT_FOUND}, (), None),
}  # fmt: skip


@pytest.mark.parametrize("cdx", [True, False], ids=["index", "timemap"])
@pytest.mark.parametrize("case", MEMENTOS)
def test_the_memento_a_careful_person_would_offer(case: str, cdx: bool) -> None:
    captures, words, stamp = MEMENTOS[case]
    wanted = Wanted(Cited(URL, (TITLE,), words, "2024-10-05"), Mementos(bases=(BASE,)))
    [(_, fetch)] = run_plans([(URL, PLANS[PlanName.LIVE](wanted))], archive_of(captures, cdx=cdx), extract, spacing=0)
    assert fetch.status.link == "gone"
    assert (fetch.memento.url if fetch.memento else None) == (f"{BASE}/web/{stamp}/{URL}" if stamp else None)
    assert fetch.memento or fetch.memento_note


def test_several_archives_are_asked_in_order() -> None:
    """The second holds the words; the first only an older text."""
    other = "https://other-keeper.example/wayback"

    def answer(request: Request) -> Response | Failure:
        if request.url.startswith(other):
            if request.url == f"{other}/timemap/link/{URL}":
                body = f'<{other}/20230101000000/{URL}>; rel="memento"; datetime="x"'
                return Response(request.url, request.url, 200, (), body.encode(), NOON)
            if request.url == f"{other}/20230101000000id_/{URL}":
                return Response(request.url, request.url, 200, (("content-type", "text/html"),), ARTICLE.encode(), NOON)
            return Response(request.url, request.url, 404, (), b"", NOON)
        return archive_of({"20241001000000": OLD})(request)

    cited = Cited(URL, words=("kept the gates open for another year",))
    wanted = Wanted(cited, Mementos(bases=(BASE, other)))
    [(_, fetch)] = run_plans([(URL, PLANS[PlanName.LIVE](wanted))], answer, extract, spacing=0)
    assert fetch.memento is not None
    assert fetch.memento.url == f"{other}/20230101000000/{URL}"


@pytest.mark.parametrize(
    ("captures", "said", "asked_to_save"),
    [({}, "asked to save", True), ({"20240101000000": ARTICLE}, "newest listed of 2024-01-01", False)],
)
def test_what_no_archive_has_is_saved_on_request(
    captures: Mapping[str, Answer], said: str, asked_to_save: bool
) -> None:
    asked: list[str] = []

    def answer(request: Request) -> Response | Failure:
        asked.append(request.url)
        if request.purpose in (Purpose.PAGE, Purpose.SAVE):
            return Response(request.url, request.url, 200, (("content-type", "text/html"),), ARTICLE.encode(), NOON)
        return archive_of(captures)(request)

    wanted = Wanted(Cited(URL, (TITLE,)), Mementos(bases=(BASE,), save=True))
    [(_, fetch)] = run_plans([(URL, PLANS[PlanName.LIVE](wanted))], answer, extract, spacing=0)
    assert fetch.memento_note is not None
    assert said in fetch.memento_note
    assert (f"{BASE}/save/{URL}" in asked) is asked_to_save


# --- the page's own charset -----------------------------------------------------------------------

_MENU = "".join(f"<li><a href=/{n}>{{}} {n}</a></li>" for n in range(12))
IN_ITS_CHARSET = {
    "windows-1251": ("Страница не найдена", "Раздел"),
    "koi8-r": ("Страница не найдена", "Раздел"),
    "windows-1254": ("Sayfa bulunamadı", "Bölüm"),
    "shift_jis": ("ページが見つかりません", "項目"),
    "gb2312": ("页面不存在", "栏目"),
    "utf-8": ("Страница не найдена", "Раздел"),
}


@pytest.mark.parametrize("declared", [True, False], ids=["header", "meta"])
@pytest.mark.parametrize("charset", IN_ITS_CHARSET)
def test_a_page_says_the_same_in_every_charset(charset: str, declared: bool) -> None:
    title, item = IN_ITS_CHARSET[charset]
    head = "" if declared else f'<meta charset="{charset}">'
    markup = page(title, f"<ul>{_MENU.format(*[item] * 12)}</ul><h1>{title}</h1>", head)
    kind = f"text/html; charset={charset}" if declared else "text/html"

    def answer(request: Request) -> Response:
        return Response(request.url, request.url, 200, (("content-type", kind),), markup.encode(charset), NOON)

    wanted = Wanted(Cited(URL, (TITLE,)), Mementos("never"))
    [(_, fetch)] = run_plans([(URL, PLANS[PlanName.LIVE](wanted))], answer, extract, spacing=0)
    assert (fetch.status.link, fetch.status.rule) == ("soft_404", "not_found_page")


# --- names that cannot be looked up ------------------------------------------------------------------

# Of which hosts the names fail, which answer, and the family of those that fail.
NAMES: dict[str, tuple[list[str], list[str], str]] = {
    "one of three": (["a.example"], ["b.example", "c.example"], "lost"),
    "one of two": (["a.example"], ["b.example"], "lost"),
    "two of five": (["a.example", "b.example"], ["c.example", "d.example", "e.example"], "lost"),
    "two of three": (["a.example", "b.example"], ["c.example"], "cannot_tell"),
    "most": (["a.example", "b.example", "c.example", "d.example"], ["e.example", "f.example"], "cannot_tell"),
    "all": (["a.example", "b.example"], [], "cannot_tell"),
    "one alone": (["a.example"], [], "cannot_tell"),
    "three names of one site": (["x.a.example", "y.a.example", "z.a.example"], ["b.example"], "lost"),
}


@pytest.mark.parametrize("case", NAMES)
def test_names_that_do_not_exist_and_a_network_that_looks_up_few(case: str, tmp_path: Path) -> None:
    missing, there, family = NAMES[case]
    urls = [f"http://{name}/a" for name in (*missing, *there)]
    web = {url: ARTICLE if url.split("/")[2] in there else failure("dns") for url in urls}
    network = Network(PlanName.LIVE, send_from(web), extract, Mementos("never"), spacing=0.0)
    wanted = [network.want(Cited(url)) for url in urls]
    with Archive.open(tmp_path / "a.db", now=lambda: NOON) as archive:
        found = {fetch.url: fetch for fetch in collect(wanted, archive, network, age=Age(NOON, timedelta(0)))}
    assert {found[f"http://{name}/a"].status.family for name in missing} == {family}
    assert {found[f"http://{name}/a"].status.family for name in there} <= {"found"}
