"""Addresses as people and programs write them down: wrapped, broken, glued, disarmed, shortened."""

from __future__ import annotations

import time

import pytest

from verifier import documents
from verifier.citations import find_all
from verifier.model import Block, Document, Note, NoteKind, ProblemKind
from verifier.urls import find_urls, is_shortened, open_href, unwrap

SITE = "https://site.example/a"
QUOTED = "https%3A%2F%2Fsite.example%2Fa"
WRAPPED = [
    f"https://www.google.com/url?q={SITE}&sa=D&source=editors",
    f"https://www.google.co.uk/url?sa=t&rct=j&url={QUOTED}&usg=x",
    f"https://www.google.com/imgres?imgurl=https%3A%2F%2Fsite.example%2Fa.jpg&imgrefurl={QUOTED}&w=1",
    "https://www.google.com/amp/s/site.example/a",
    f"https://duckduckgo.com/l/?uddg={QUOTED}&rut=x",
    "https://www.bing.com/ck/a?!&&p=1&u=a1aHR0cHM6Ly9zaXRlLmV4YW1wbGUvYQ&ntb=1",
    f"https://nam10.safelinks.protection.outlook.com/?url={QUOTED}&data=05%7C01&reserved=0",
    f"https://urldefense.com/v3/__{SITE}__;!!abc!xyz$",
    "https://urldefense.proofpoint.com/v2/url?u=https-3A__site.example_a&d=DwMFaQ&c=abc",
    f"https://linkprotect.example/url?a={QUOTED}&c=E,1",
    f"https://secure-web.gate.example/1abc/{QUOTED}",
    f"https://protect.gate.example/v2/___{SITE}___.YXB",
    f"https://l.facebook.com/l.php?u={QUOTED}&h=AT0",
    f"https://www.youtube.com/redirect?event=video_description&redir_token=x&q={QUOTED}",
    f"https://vk.com/away.php?to={QUOTED}&cc_key=",
    f"https://www.linkedin.com/redir/redirect?url={QUOTED}&urlhash=x",
    f"https://out.forum.example/t3?url={QUOTED}&token=x",
    f"https://href.li/?{SITE}",
    f"https://proxy.library.example/login?url={SITE}",
    f"https://ezproxy.library.example/login?qurl={QUOTED}",
    "https://site-example.ezproxy.library.example/a",
    "https://site.example.libproxy.library.example/a",
    "https://site-example.translate.goog/a?_x_tr_sl=de&_x_tr_tl=en",
    f"https://translate.google.com/translate?sl=auto&u={QUOTED}",
    f"https://www.google.com/url?q=https%3A%2F%2Fl.facebook.com%2Fl.php%3Fu%3D{QUOTED.replace('%', '%25')}",
]
OWN = [
    "https://tester.example/look?url=https://site.example/",
    "https://site.example/login?next=/a",
    "https://site.example/login?url=https://site.example/a",
    "https://www.google.com/search?q=salt+gates",
    "https://whois.example/lookup?q=www.site.example",
    "https://www.proxy-statement.example/2019",
    "https://site.example/my-proxy/settings?u=x",
    "https://translation.example/2019/a",
    "https://social.example/share?url=https://site.example/a",
    "https://web.archive.org/web/2019/https://site.example/a",
    "https://site.example/redirect?to=/a",
]


@pytest.mark.parametrize("url", WRAPPED)
def test_the_address_inside_a_wrapper_is_the_source(url: str) -> None:
    assert unwrap(url) == SITE
    assert [found for _, _, found in find_urls(f"See {url}, and more.")] == [SITE]


@pytest.mark.parametrize("url", OWN)
def test_a_page_that_is_told_an_address_is_itself_the_source(url: str) -> None:
    assert unwrap(url) == url


def test_replaced_signs_of_a_wrapper_are_put_back() -> None:
    assert unwrap("https://urldefense.com/v3/__https://site.example/a*b__;Iw!!x!y$") == "https://site.example/a#b"
    # as an office suite writes it: the scheme as it is, the query's signs as signs of a value
    assert (
        unwrap("https://www.google.com/url?q=https://site.example/a?b%3D1%26c%3D%25C3%25BC&sa=D")
        == "https://site.example/a?b=1&c=%C3%BC"
    )
    assert unwrap("https://my--site-example.ezproxy.library.example/a?b=1") == "https://my-site.example/a?b=1"


def test_links_of_documents_are_out_of_their_wrappers() -> None:
    page = f'<p>It rained.<sup><a href="#n1" id="r1">1</a></sup></p><p id="n1"><a href="#r1">1</a> <a href="{WRAPPED[0]}">Rain</a></p>'
    [note] = documents.read(page.encode(), "a.html").notes
    assert [link.href for link in note.hyperlinks] == [SITE]
    assert open_href("https://a.example/1; https://a.example/2") == ("https://a.example/1", "https://a.example/2")


# The text, and the addresses in it.
TEXTS = {
    # glued to it
    "“A”, https://a.example/1/(Access Date: 05.10.2024).": ["https://a.example/1/"],
    "“A”, https://a.example/1(Erişim Tarihi: 05.10.2024).": ["https://a.example/1"],
    "https://a.example/1[consulté le 3 mai 2020]": ["https://a.example/1"],
    "https://a.example/1(accessed:03.05.2020)": ["https://a.example/1"],
    "https://a.example/1.Accessed 3 May 2020": ["https://a.example/1"],
    "https://a.example/1;zuletzt abgerufen am 3.5.2020": ["https://a.example/1"],
    "https://a.example/vapurErişim Tarihi: 05.10.2024": ["https://a.example/vapur"],
    "https://a.example/1.The gates held.": ["https://a.example/1"],
    "(see https://a.example/1)and more": ["https://a.example/1"],
    "Gazettehttps://a.example/1": ["https://a.example/1"],
    "https://a.example/1https://b.example/2": ["https://a.example/1", "https://b.example/2"],
    "https://a.example/1;https://b.example/2": ["https://a.example/1", "https://b.example/2"],
    # and what belongs to it
    "https://a.example/Gate_(north)": ["https://a.example/Gate_(north)"],
    "(https://a.example/Gate_(north))": ["https://a.example/Gate_(north)"],
    "https://a.example/accessed/2019": ["https://a.example/accessed/2019"],
    "https://a.example/x.accessed-2019.html": ["https://a.example/x.accessed-2019.html"],
    "https://a.example/x.stand.html": ["https://a.example/x.stand.html"],
    "https://a.example/File.Name.pdf": ["https://a.example/File.Name.pdf"],
    "https://a.example/all?part=[2]&by=b.": ["https://a.example/all?part=[2]&by=b"],
    "https://a.example/r/https://b.example/2": ["https://a.example/r/https://b.example/2"],
    "https://a.example/r?next=https://b.example/2": ["https://a.example/r?next=https://b.example/2"],
    # the scheme
    "ttps://a.example/1": ["https://a.example/1"],
    "(ttp://a.example/1)": ["http://a.example/1"],
    "hhttps://a.example/1": ["https://a.example/1"],
    "hhttp://www.a.example/1": ["http://www.a.example/1"],
    "the http stack; ttp: //a": [],
    "http: //a.example/1": ["http://a.example/1"],
    "https:// www.a.example/1": ["https://www.a.example/1"],
    "https ://a.example/1": ["https://a.example/1"],
    "https:/www.a.example/1": ["https://www.a.example/1"],
    "https//a.example/1": ["https://a.example/1"],
    "http:///a.example/1": ["http://a.example/1"],
    "https;//a.example/1": ["https://a.example/1"],
    "htttp://a.example/1": ["http://a.example/1"],
    "htpps://a.example/1": ["https://a.example/1"],
    r"http:\\a.example\1": ["http://a.example/1"],
    "http://http//a.example/1": ["http://a.example/1"],
    "HTTP/2 and http// alone": [],
    # disarmed
    "hxxps://a[.]example/1": ["https://a.example/1"],
    "hxxp[:]//www[.]a[.]example/1": ["http://www.a.example/1"],
    "https://a(dot)example/1": ["https://a.example/1"],
    "https://a dot example/1": ["https://a.example/1"],
    "https://a[punkt]example/1": ["https://a.example/1"],
    "www[.]a[.]example/1": ["http://www.a.example/1"],
    # blanks inside
    "https://a.example/ webgates/create, last accessed": ["https://a.example/webgates/create"],
    "https://a.example/Book_of_ the_Gates.pdf.": ["https://a.example/Book_of_the_Gates.pdf"],
    "https://a.example/x? id=12&b=3": ["https://a.example/x?id=12&b=3"],
    "https://www. a.example/1": ["https://www.a.example/1"],
    "See https://a.example/ and/or the book": ["https://a.example/"],
    "See https://a.example/ print/online edition": ["https://a.example/"],
    "Siehe https://a.example/ und/oder das Buch": ["https://a.example/"],
    "See https://a.example/ p. 12/13.": ["https://a.example/"],
    "https://a.example/x/ The file report.pdf": ["https://a.example/x/"],
    # over lines
    "https://a.example/x\n/y/z.html": ["https://a.example/x/y/z.html"],
    "https://www.a.\nexample/x/y": ["https://www.a.example/x/y"],
    "https://a.example/x\nThe next line": ["https://a.example/x"],
    # markup that was left in
    "[https://a.example/1](https://a.example/1)": ["https://a.example/1"],
    "[The gates](https://a.example/1), 3 May": ["https://a.example/1"],
    "[url=https://a.example/1]The gates[/url]": ["https://a.example/1"],
    "**https://a.example/1**": ["https://a.example/1"],
}


@pytest.mark.parametrize("text", TEXTS)
def test_an_address_is_read_as_it_is_meant(text: str) -> None:
    assert [url for _, _, url in find_urls(text)] == TEXTS[text]


@pytest.mark.parametrize(
    "text",
    ["https://a.example/docs/mater...-Using.pdf", "https://a.example/lamps-tr…-ok/", "https://a.example/2016/0..."],
)
def test_an_address_that_was_shortened_is_told(text: str) -> None:
    note = Note("1", NoteKind.ENDNOTE, f"Gazette, {text}, 3 May 2020.")
    _, problems = find_all(Document("a", "plain", None, None, (Block("It rained."),), (note,), ()))
    assert [problem.kind for problem in problems] == [ProblemKind.INCOMPLETE_ADDRESS]


@pytest.mark.parametrize("url", ["https://a.example/compare/v1...v2", "https://a.example/a..b", "https://a.example/"])
def test_whole_addresses_are_not_told_to_be_shortened(url: str) -> None:
    assert not is_shortened(url)


def test_the_end_of_a_sentence_is_no_cut_of_an_address() -> None:
    assert [url for _, _, url in find_urls("at https://a.example...")] == ["https://a.example"]


def test_a_text_that_was_pasted_from_a_chat_has_links() -> None:
    text = b"It rained.[1]\n\n[1] Gazette, [The gates of the north](https://a.example/1), 3 May 2019\n"
    [note] = documents.read(text, "a.txt").notes
    assert note.text == "Gazette, The gates of the north, 3 May 2019"
    assert [(note.text[link.start : link.end], link.href) for link in note.hyperlinks] == [
        ("The gates of the north", "https://a.example/1")
    ]


def test_a_label_inside_an_address_calls_no_note() -> None:
    text = b"It rained.[1] It poured.[2]\n\n[1] Rain, https://a.example/all?part=[2]&by=b.\n[2] Floods, https://a.example/2[1].html\n"
    document = documents.read(text, "a.txt")
    assert [mark.label for mark in document.marks] == ["1", "2"]
    assert [url for note in document.notes for _, _, url in find_urls(note.text)] == [
        "https://a.example/all?part=[2]&by=b",
        "https://a.example/2[1].html",
    ]


HOSTILE = [
    "https://" * 25_000,
    "https://a.example/" + "(" * 190_000,
    "http: //" * 25_000,
    "hxxp://" + "a." * 90_000,
    "https://a.example/_ " * 10_000,
    "https://a.example/x.accessed " * 7_000,
    "a[.]" * 50_000,
    "https://a dot " * 15_000,
    "https://a.example/?u=https://b.example/x " * 5_000,
]


@pytest.mark.parametrize("text", HOSTILE, ids=lambda text: text[:20])
def test_hostile_texts_are_read_in_linear_time(text: str) -> None:
    began = time.process_time()
    find_urls(text)
    assert time.process_time() - began < 10
