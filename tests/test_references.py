"""References: what a note cites, read from its words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verifier.citations import find_all, find_citations
from verifier.dates import find_dates, parse_date
from verifier.model import Block, Document, Hyperlink, Note, NoteKind
from verifier.urls import find_urls, identity, split_archive


def note(text: str, label: str = "1", hyperlinks: tuple[Hyperlink, ...] = ()) -> Note:
    return Note(label, NoteKind.ENDNOTE, text, hyperlinks)


# A note that says something in sentences of its own; the title and the author that it gives, None where it gives none.
PROSE = {
    "a quoted term": ("The plan names twelve “gates” that can help a town, https://plan.example/.", None, None),
    "quoted words that go on in small letters": (
        "Marrant was told to “leave it open” and wrote so in May, https://m.example/a.", None, None,
    ),
    "words that somebody said, before the reference": (
        "The clerk’s words were “we kept the boats for years” (Odile Marrant, “Quiet Gates”, https://g.example/a).",
        "Quiet Gates", "Odile Marrant",
    ),
    "words in another language, before the reference": (
        "Im Original: „the ropes were never ours“, in: Ilse Kern, „Stille Tore“, Stromanzeiger, https://s.example/a.",
        "Stille Tore", "Ilse Kern",
    ),
    "French words, before the reference": (
        "Elle écrit : « nous avons tout fermé » (Odile Marrant, « Les portes », https://p.example/a).",
        "Les portes", "Odile Marrant",
    ),
    "a title behind the word for its kind": ("See also the article “Quiet Gates”, https://g.example/a.", "Quiet Gates", None),
    "a title that begins small": ("Odile Marrant, “the quiet gates”, Gazette, https://g.example/a.", "the quiet gates", "Odile Marrant"),
}  # fmt: skip


@pytest.mark.parametrize("case", PROSE)
def test_words_of_prose_are_no_title_and_no_author(case: str) -> None:
    text, title, author = PROSE[case]
    [cited] = find_citations(note(text))
    quoted = cited.title if title or (cited.title and f"“{cited.title}”" in text) else None
    assert (quoted, cited.author) == (title, author), cited


def test_words_of_a_link_in_a_sentence_are_no_title() -> None:
    text = "The clerk says that before the flood she drew a first plan of it."
    start = text.index("drew")
    link = Hyperlink(start, text.index(" of it"), "https://clerk.example/plan")
    [cited] = find_citations(note(text, hyperlinks=(link,)))
    assert cited.title != "drew a first plan"


@pytest.mark.parametrize("text", ["He had written about it in 1998 on a list, https://l.example/a."])
def test_a_year_of_a_sentence_is_no_date_of_the_work(text: str) -> None:
    [cited] = find_citations(note(text))
    assert cited.issued is None


# The note; its title, author, site, issued, accessed, url, None where it does not say.
FIELDS = {
    "the house style of a think tank": (
        "“Quiet Gates”, The Gazette, https://gazette.example/a, (Access Date: 05.10.2024).",
        ("Quiet Gates", None, "The Gazette", None, "2024-10-05", "https://gazette.example/a"),
    ),
    "author in front, date behind": (
        "Odile Marrant, “Quiet Gates,” The Gazette, March 3, 2021, https://gazette.example/a.",
        ("Quiet Gates", "Odile Marrant", "The Gazette", "2021-03-03", None, "https://gazette.example/a"),
    ),
    "Turkish": (
        "Deniz Aral, “Sessiz Kapılar”, Liman Gazetesi, 3 Mart 2021, https://liman.example/a (Erişim Tarihi: 5 Ekim 2024).",
        ("Sessiz Kapılar", "Deniz Aral", "Liman Gazetesi", "2021-03-03", "2024-10-05", "https://liman.example/a"),
    ),
    "Russian": (
        "Тихие ворота // Газета. URL: https://gazeta.example/a (дата обращения: 05.10.2024).",
        ("Тихие ворота", None, "Газета", None, "2024-10-05", "https://gazeta.example/a"),
    ),
    "German": (
        "Odile Marrant: „Stille Tore“, in: Stromanzeiger, 3. März 2021, https://strom.example/a, abgerufen am 5. Oktober 2024.",
        ("Stille Tore", "Odile Marrant", "Stromanzeiger", "2021-03-03", "2024-10-05", "https://strom.example/a"),
    ),
    "French": (
        "Odile Marrant, « Portes tranquilles », Le Fleuve, 3 mars 2021, https://fleuve.example/a (consulté le 5 octobre 2024).",
        ("Portes tranquilles", "Odile Marrant", "Le Fleuve", "2021-03-03", "2024-10-05", "https://fleuve.example/a"),
    ),
    "APA": (
        "Marrant, O. (2021, March 3). Quiet gates. The Port Selm Gazette. https://gazette.example/a",
        ("Quiet gates", "Marrant, O.", "The Port Selm Gazette", "2021-03-03", None, "https://gazette.example/a"),
    ),
    "Vancouver": (
        "Marrant O., Kern I. Quiet gates. River Studies. 2021;12(3):45-67. doi:10.1000/rs.1",
        ("Quiet gates", "Marrant O., Kern I.", "River Studies", "2021", None, "https://doi.org/10.1000/rs.1"),
    ),
    "ABNT": (
        "MARRANT, Odile. Portas quietas. O Rio, 3 mar. 2021. Disponível em: https://rio.example/b. Acesso em: 5 out. 2024.",
        ("Portas quietas", "MARRANT, Odile", "O Rio", "2021-03-03", "2024-10-05", "https://rio.example/b"),
    ),
    "Arabic": (
        "أوديل مارانت، «بوابات هادئة»، جريدة الميناء، 3 مارس 2021، https://mina.example/a (تاريخ الاطلاع: 5 أكتوبر 2024).",
        ("بوابات هادئة", "أوديل مارانت", "جريدة الميناء", "2021-03-03", "2024-10-05", "https://mina.example/a"),
    ),
    "Chinese": (
        "玛兰特：《安静的闸门》，《港口日报》，2021年3月3日，https://gang.example/a，访问日期：2024年10月5日。",
        ("安静的闸门", "玛兰特", "港口日报", "2021-03-03", "2024-10-05", "https://gang.example/a"),
    ),
    "Japanese": (
        "マラント「静かな門」『港新聞』2021年3月3日、https://minato.example/a（2024年10月5日閲覧）",
        ("静かな門", "マラント", "港新聞", "2021-03-03", "2024-10-05", "https://minato.example/a"),
    ),
    "Persian": (
        "اودیل مارانت، «دروازه‌های آرام»، روزنامه بندر، ۳ مارس ۲۰۲۱، https://bandar.example/a (دسترسی در ۵ اکتبر ۲۰۲۴)",
        ("دروازه‌های آرام", "اودیل مارانت", "روزنامه بندر", "2021-03-03", "2024-10-05", "https://bandar.example/a"),
    ),
    "no sign but the date": (
        "Quiet Gates on the Lower River, Gazette, 03/03/2021 https://gazette.example/a",
        ("Quiet Gates on the Lower River", None, "Gazette", "2021-03-03", None, "https://gazette.example/a"),
    ),
    "an address alone": (
        "https://gazette.example/a",
        (None, None, None, None, None, "https://gazette.example/a"),
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", FIELDS)
def test_fields(case: str) -> None:
    text, expected = FIELDS[case]
    [found] = find_citations(note(text))
    assert (
        found.title,
        found.author,
        found.container_title,
        found.issued,
        found.accessed,
        found.url,
    ) == expected
    assert found.raw == text


def test_several_sources_in_one_note_are_told_apart() -> None:
    found = find_citations(
        note("“Quiet Gates”, The Gazette, https://gazette.example/a; “Loud Gates”, The Post, https://post.example/b.")
    )
    assert [(c.title, c.url) for c in found] == [
        ("Quiet Gates", "https://gazette.example/a"),
        ("Loud Gates", "https://post.example/b"),
    ]


def test_an_archived_copy_is_the_same_work() -> None:
    copy = "https://web.archive.org/web/20241005120000/https://gazette.example/a"
    [found] = find_citations(note(f"“Quiet Gates”, The Gazette, https://gazette.example/a (archived: {copy})."))
    assert (found.url, found.archived_url, found.archived_at) == ("https://gazette.example/a", copy, "2024-10-05")


def test_behind_a_shortened_link_stands_its_address() -> None:
    link = Hyperlink(0, 15, "https://gazette.example/a/very/long?address=1")
    [found] = find_citations(note("gazette.example…", hyperlinks=(link,)))
    assert found.url == link.href


def document(*notes: str) -> Document:
    made = tuple(note(text, str(i)) for i, text in enumerate(notes, 1))
    return Document("a", "text", None, "en", (Block("Words."),), made, ())


GATES = "Odile Marrant, “Quiet Gates,” The Gazette, March 3, 2021, https://gazette.example/a."
OTHER = "Ilse Kern, “Loud Gates,” The Post, March 5, 2021, https://post.example/b."


@pytest.mark.parametrize(
    ("short", "means"),
    [
        ("Ibid., p. 4.", "https://post.example/b"),
        ("Marrant, op. cit., p. 3.", "https://gazette.example/a"),
        ("See supra note 1.", "https://gazette.example/a"),
        ("a.g.e., s. 4.", "https://post.example/b"),
        ("Nobody, op. cit., p. 3.", None),
        ("Ilse Kern, a.g.e., s. 4.", "https://post.example/b"),
        ("Там же. С. 4.", "https://post.example/b"),
        ("Ebd., S. 4.", "https://post.example/b"),
    ],
)
def test_short_forms_mean_an_earlier_note(short: str, means: str | None) -> None:
    citations, problems = find_all(document(GATES, OTHER, short))
    assert [c.url for c in citations if c.note == 2] == ([means] if means else [])
    assert [p.kind for p in problems if p.label == "3"] == ([] if means else ["short_form"])
    assert all(p.detail.startswith("Could not tell which work") for p in problems)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The author thanks the river board.", "note_without_source"),
        ("“Quiet Gates”, ftp://files.example/a.pdf", "invalid_address"),
    ],
)
def test_what_cannot_be_looked_up_is_a_problem(text: str, kind: str) -> None:
    _, problems = find_all(document(text))
    assert kind in {p.kind for p in problems}


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("05.10.2024", "2024-10-05"),
        ("5/10/2024", "2024-10-05"),
        ("10/25/2024", "2024-10-25"),
        ("2024-10-05", "2024-10-05"),
        ("October 5th, 2024", "2024-10-05"),
        ("5 Ekim 2024", "2024-10-05"),
        ("5 октября 2024 г.", "2024-10-05"),
        ("5 жовтня 2024", "2024-10-05"),
        ("le 1er octobre 2024", "2024-10-01"),
        ("5 de octubre de 2024", "2024-10-05"),
        ("5 ottobre 2024", "2024-10-05"),
        ("5 października 2024", "2024-10-05"),
        ("5 oktober 2024", "2024-10-05"),
        ("2024年10月5日", "2024-10-05"),
        ("٥ أكتوبر ٢٠٢٤", "2024-10-05"),
        ("5.x.2024", "2024-10-05"),
        ("October 2024", "2024-10"),
        ("(2024)", "2024"),
        ("31.02.2024", None),
        ("version 3.10.2", None),
        ("no date", None),
    ],
)
def test_dates(text: str, iso: str | None) -> None:
    assert parse_date(text) == iso


@pytest.mark.parametrize(
    ("text", "urls"),
    [
        ("(see https://site.example/a).", ["https://site.example/a"]),
        ("https://site.example/wiki/Gate_(river).", ["https://site.example/wiki/Gate_(river)"]),
        ("“https://site.example/a”", ["https://site.example/a"]),
        ("https://site.example/a, https://site.example/b; and", ["https://site.example/a", "https://site.example/b"]),
        ("https://site.example/long-\npage/of-words", ["https://site.example/long-page/of-words"]),
        ("https://site.example/a\nThe next line", ["https://site.example/a"]),
        ("https://site.example/2014/the-ga\n    tes.html (accessed", ["https://site.example/2014/the-gates.html"]),
        ("https://site.example/2014/the-ga\ntes-of-may/.", ["https://site.example/2014/the-gates-of-may/"]),
        ("https://site.example/a.html\nindex.html is another", ["https://site.example/a.html"]),
        ("https://site.example/a\nand/or more", ["https://site.example/a"]),
        ("https://site.example/a?b=c&d=e#f", ["https://site.example/a?b=c&d=e#f"]),
        ("www.site.example/a", ["http://www.site.example/a"]),
        ("arXiv:2401.01234", ["https://arxiv.org/abs/2401.01234"]),
        ("hdl:2027/mdp.1", ["https://hdl.handle.net/2027/mdp.1"]),
        ("https://ru.site.example/страница", ["https://ru.site.example/страница"]),
        ("Http://site.example/a.", ["http://site.example/a"]),
        ("HTTPS://SITE.example/A", ["https://SITE.example/A"]),
        ("hTTp://https://site.example/a", ["https://site.example/a"]),
        ("WWW.site.example/a", ["http://www.site.example/a"]),
        ("Www.Site.example/a.", ["http://www.Site.example/a"]),
        ("Data:of 2019 and File:Gate.jpg", []),
        ("mail me at a@site.example or e.g. i.e. this", []),
        ("http://", []),
    ],
)
def test_addresses(text: str, urls: list[str]) -> None:
    assert [url for _, _, url in find_urls(text)] == urls


BARE = (
    "amu.tv/126348 youtu.be/abcDEF t.me/durov_channel bit.ly/3xYz t.co/AbC123 is.gd/abcdef gazette.am/politics gazette.co.uk/news "
    "danas.rs/vesti/politika gazeta.pl/artykul/12 paper.news/2024/05/a site.today/a-b site.com.tr/haber 163.com/a docs.rs/serde/latest"
)
NOT_BARE = (
    "main.py/run main.py/… v1.2/3 Node.js/Express node.js/express e.g./i.e. i.e./e.g a.m./p.m. setup.py/setup.cfg main.rs/lib.rs "
    "readme.md/changelog.md mg.kg/day vol.no/2 p.no/5 this.is/that it.is/was 1.st/2.nd 4.th/5.th black.white/grey input.in/output.out "
    "law.school/college z.b./d.h. U.S./UK and/or 3.5/4 script.sh/run data.zip/file he/she km/h approx.at/5"
)


@pytest.mark.parametrize("address", BARE.split())
def test_an_address_may_lack_its_scheme(address: str) -> None:
    assert [url for _, _, url in find_urls(f"See {address}, and more.")] == [f"http://{address}"]


@pytest.mark.parametrize("words", NOT_BARE.split())
def test_files_abbreviations_and_alternatives_are_no_addresses(words: str) -> None:
    assert find_urls(f"See {words}, and more.") == ()


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("http://site.example/a", "https://www.site.example/a/", True),
        ("https://site.example/a?x=1&utm_medium=mail", "https://site.example/a?x=1", True),
        ("https://site.example/a?x=1", "https://site.example/a?x=2", False),
        ("https://site.example/%61", "https://site.example/a", True),
        ("https://site.example:8443/a", "https://site.example/a", False),
        ("https://site.example/A", "https://site.example/a", False),
        ("Http://WWW.SITE.example/a", "https://site.example/a", True),
        ("https://site.example./a", "https://site.example/a", True),
        ("https://münze.example/a", "https://xn--mnze-0ra.example/a", True),
        ("https://site.example/a?xtor=RSS-1&x=1", "https://site.example/a?x=1", True),
        ("https://site.example/a?gbraid=1&_hsenc=2&mtm_source=3", "https://site.example/a", True),
        ("https://site.example/a?id=1", "https://site.example/a", False),
    ],
)
def test_which_addresses_name_the_same_page(one: str, other: str, same: bool) -> None:
    assert (identity(one) == identity(other)) is same


PERMA = "https://perma.cc/AB12-CD34"
# A note, and of each work the address and the copy.
BESIDE: dict[str, list[tuple[str | None, str | None]]] = {
    f"“Gates”, Gazette, https://site.example/a [{PERMA}].": [("https://site.example/a", PERMA)],
    f"“Gates”, Gazette, https://site.example/a (archived at {PERMA}).": [("https://site.example/a", PERMA)],
    f"“Gates”, Gazette, https://site.example/a, archiviert am 5.10.2024 unter {PERMA}.": [
        ("https://site.example/a", PERMA)
    ],
    f"“Gates”, Gazette, https://site.example/a. {PERMA}": [("https://site.example/a", PERMA)],
    "“Gates”, https://site.example/a, https://archive.ph/xYz12.": [
        ("https://site.example/a", "https://archive.ph/xYz12")
    ],
    f"“Gates”, Gazette, {PERMA}.": [(PERMA, None)],
    f"“Gates”, https://site.example/a; “Locks”, {PERMA}.": [("https://site.example/a", None), (PERMA, None)],
    f"“Gates”, {PERMA}; “Locks”, https://perma.cc/EF56-GH78.": [(PERMA, None), ("https://perma.cc/EF56-GH78", None)],
}


@pytest.mark.parametrize("text", BESIDE)
def test_a_copy_stands_beside_the_address_of_its_work(text: str) -> None:
    cited = find_citations(Note("1", NoteKind.ENDNOTE, text))
    assert [(c.url, c.archived_url) for c in cited] == BESIDE[text]


@pytest.mark.parametrize(
    ("url", "original", "at"),
    [
        ("https://archive.ph/2024.10.05-120000/https://site.example/a", "https://site.example/a", "2024-10-05"),
        ("https://web.archive.org/web/20241005id_/http:/site.example/a", "http://site.example/a", "2024-10-05"),
        ("https://site.example/web/2024/a", "https://site.example/web/2024/a", None),
        (
            "https://keep.example/wayback/20180502101500mp_/http://site.example/a?b=c",
            "http://site.example/a?b=c",
            "2018-05-02",
        ),
        ("https://keep.example/20180502101500/https://site.example/a", "https://site.example/a", "2018-05-02"),
        ("https://www.webcitation.org/6abc?url=http%3A%2F%2Fsite.example%2Fa&x=1", "http://site.example/a", None),
        ("https://site.example/20180502101500/report", "https://site.example/20180502101500/report", None),
    ],
)
def test_an_archives_address_holds_the_original(url: str, original: str, at: str | None) -> None:
    assert split_archive(url) == (original, at)


@given(st.text(max_size=300))
def test_places_of_dates_and_addresses_are_in_order_and_inside(text: str) -> None:
    for found in (find_dates(text), find_urls(text)):
        ends = [0]
        for start, end, _ in found:
            assert ends[-1] <= start < end <= len(text)
            ends.append(end)


@given(st.text(max_size=300))
def test_any_note_can_be_read(text: str) -> None:
    for citation in find_citations(note(text)):
        assert citation.url or citation.title


ACCESSED = (
    "zuletzt eingesehen am 13.10.2021; dernière consultation le 13/10/2021; Consulta: 13 de octubre de 2021; último acesso em 13/10/2021; "
    "ultima consultazione: 13 ottobre 2021; Son erişim: 13.10.2021; последнее обращение 13.10.2021; дата звернення: 13.10.2021; "
    "senast hämtad den 13.10.2021; viitattu 13.10.2021; cit. 13. 10. 2021; laatst bekeken op 13 oktober 2021; cited 2021 Oct 13; "
    "最后访问时间：2021年10月13日; 2021年10月13日查阅; 最終閲覧日：2021年10月13日; 접속일: 2021년 10월 13일; تاريخ الزيارة: 13 أكتوبر 2021"
)


@pytest.mark.parametrize("said", ACCESSED.split("; "))
def test_an_access_date_is_told_in_many_languages(said: str) -> None:
    note = Note("1", NoteKind.ENDNOTE, f"“Quiet Gates”, The Gazette, 1.5.2021, https://gazette.example/a ({said}).")
    cited = find_citations(note)[0]
    assert (cited.accessed, cited.issued, cited.container_title) == ("2021-10-13", "2021-05-01", "The Gazette")
