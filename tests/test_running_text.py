"""What on a page is its text: the words around it are no change of a quotation, and no source of one. All texts invented."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime

import pytest

from verifier import assess_statement, match_quotation
from verifier.model import (
    Citation,
    Claim,
    Fetch,
    Finding,
    Link,
    LinkStatus,
    PlanName,
    Quotation,
    QuotedKind,
    Severity,
    Snapshot,
    SourceText,
)
from verifier.sources import extract
from verifier.verdicts.case import Case, Source
from verifier.verdicts.quotations import judge_quotations

MORE = "The old kiln above Varnhelm burned for three winters, and nobody wrote down who had lit it or why. "
STORY = f"<p>{MORE * 6}</p>"
ONE, TWO = "The weir at Holmsund was closed.", "Even the oldest millers had never seen the river so low."
BOTH = f"{ONE} {TWO}"


def read(body: str) -> SourceText:
    return extract(
        Snapshot("", f"<!doctype html><html><body>{body}</body></html>".encode(), "text/html; charset=utf-8")
    )


def roles(body: str) -> list[tuple[str, str]]:
    text = read(f"{STORY}{body}{STORY}")
    return [(part.role.value, text.text[part.start : part.end].replace("\n\n", " / ")) for part in text.parts]


@pytest.mark.parametrize(
    "markup",
    [
        "<div class='ad-slot'>Advertisement</div>",
        "<aside class='werbung'><p>Anzeige</p><p>Jetzt Strom wechseln und sparen</p></aside>",
        "<div class='publicité'>Découvrez nos offres</div>",
        "<div id='reklam-alani'>Reklam</div>",
        "<p><strong>Lesen Sie auch:</strong> <a href='/x'>Warum die Fähre nie fuhr</a></p>",
        "<p>À lire aussi : <a href='/x'>Le bac perdu</a></p>",
        "<div><h4>İlgili haberler</h4><ul><li><a href='/a'>Nehir yine taştı</a><li><a href='/b'>Köprü kapandı</a></ul></div>",
        "<p>Читайте также: <a href='/x'>Почему закрыли плотину</a></p>",
        "<div class='leia-mais'><a href='/x'>A barca que nunca partiu</a></div>",
        "<ul><li><a href='/1'>The ferry</a><li><a href='/2'>The bridge</a><li><a href='/3'>The school on the hill</a><li><a href='/4'>The harbour wall</a></ul>",
        "<figure><img src='x'><figcaption>The weir in May. Photograph: I. Sund</figcaption></figure>",
        "<figure><img src='x'><div class='wp-caption-text'>Das Wehr im Mai. Foto: I. Sund</div></figure>",
        "<form><label>Your address</label><button>Send me the letter</button></form>",
        "<div class='newsletter-signup'><p>One letter a week, never more.</p></div>",
        "<div role='note'>Holmsund had two weirs until 1911.</div>",
        "<nav><a href='#2'>Next part</a></nav>",
        "<div class='social-share'><a href='/t'>Share</a></div>",
        "<aside class='infobox'><p>The weir</p><p>Built in 1832</p></aside>",
        "<div aria-label='Advertisement'><p>Lamps from Sund burn longer.</p></div>",
        "<div id='div-gpt-ad-71-0'><p>Lamps from Sund burn longer.</p></div>",
        "<p>Werbung</p>",
        "<p>Story continues below advertisement</p>",
        "<p>Artikeln fortsätter efter annonsen</p>",
        "<p>Pročitajte i: <a href='/x'>Zašto skela ne plovi</a></p>",
        "<div class='wp-block-embed'><a href='/x'>Why the ferry never sailed</a></div>",
        "<blockquote class='twitter-tweet'><p>Water at the third step!</p>— Weir (@weir)</blockquote>",
        "<div class='article-image'><img src='x'><span>I. Sund/Press</span></div>",
        "<figure><img src='x'><div>The weir in May. © I. Sund</div></figure>",
        "<div class='video-player'>Your browser does not support the video element.</div>",
        "<div class='donation-box'><p>Please give today, so that we may go on.</p></div>",
        "<div class='toc'><ul><li><a href='#a'>The weir</a><li><a href='#b'>The river</a></ul></div>",
        "<div class='page-number'>[S. 12]</div>",
        "<p>[p. 12]</p>",
        "<h3>What the millers saw</h3>",
    ],
)
def test_what_stands_between_two_paragraphs_is_no_change(markup: str) -> None:
    text = read(f"<p>{ONE}</p>{markup}<p>{TWO}</p>{STORY}")
    found = match_quotation(BOTH, text.text, text.parts)
    assert (found.verdict, found.start) == ("verbatim", 0)
    assert text.text[: found.end] == found.exact
    assert [d.kind for d in found.differences] == ["between"]
    changed = match_quotation(BOTH.replace("oldest", "youngest"), text.text, text.parts)
    assert changed.verdict == "altered"
    assert [d.source for d in changed.differences if d.material] == ["oldest"]


@pytest.mark.parametrize(
    "markup",
    [
        "millers<sup>3</sup>",
        "millers<sup><a href='#f'>[12]</a></sup>",
        "millers<a class='footnote-ref' href='#f'>4</a>",
        "millers<a role='doc-noteref' href='#f'>*</a>",
        "millers<span class='sr-only'> (opens in a new window)</span>",
        "millers<span class='screen-reader-text'>Footnote</span><sup>7</sup>",
        "millers<span class='sidenote'>There were nine of them in 1890.</span>",
        "millers<span class='margin-note'>Nine in 1890</span>",
        "millers<span role='tooltip'>People who grind grain</span>",
        "<del>fishermen</del> millers",
        "<s>fishermen</s> millers",
        "<span style='text-decoration: line-through'>fishermen</span> millers",
        "millers<span hidden>people who grind grain</span>",
        "millers<span class='footnote'>There were nine of them in 1890.</span>",
        "millers<a epub:type='noteref' href='#n'>12</a>",
        "millers <span class='pagenum'>[Pg 12]</span>",
        "millers <span aria-hidden='true' class='icon'>arrow_forward</span>",
        "millers <a class='share-link' href='/s'>Share</a>",
        "millers<span class='share'><a href='#'>Post</a> <a href='#'>Mail</a></span>",
        "millers <span class='column-number'>Column 318W</span>",
        "millers<sup>[<i>who?</i>]</sup>",
        "millers<sup class='noprint'>[clarification needed]</sup>",
        "<span class='timestamp'>0:07</span>millers",
        "millers <span class='line-number'>12</span>",
        "</p><div class='when'>Changed 9:41</div><p>millers",
        "</p><div><button>Hear it</button> 3 min</div><p>millers",
        "</p><p>17.</p><p>millers",
        "<ruby>millers<rp>(</rp><rt>mil-lers</rt><rp>)</rp></ruby>",
    ],
)
def test_what_stands_inside_a_sentence_is_no_change(markup: str) -> None:
    text = read(f"<p>{TWO.replace('millers', markup)}</p>{STORY}")
    assert match_quotation(TWO, text.text, text.parts).verdict == "verbatim"
    assert match_quotation(TWO.replace("never", "often"), text.text, text.parts).verdict == "altered"


ROWS = (
    ("Even the oldest millers had", "Même les meuniers n’avaient"),
    ("never seen the river", "jamais vu la rivière"),
    ("so low.", "si basse."),
)


def test_texts_side_by_side_in_a_table_are_read_each_in_its_order() -> None:
    def found(words: str, rows: Sequence[tuple[str, str]]) -> str:
        text = read("<table>" + "".join(f"<tr><td>{a}</td><td>{b}</td></tr>" for a, b in rows) + f"</table>{STORY}")
        return match_quotation(words, text.text, text.parts).verdict

    assert found(TWO, ROWS) == "verbatim"
    assert found("Même les meuniers n’avaient jamais vu la rivière si basse", ROWS) == "verbatim"
    assert found(TWO.replace("seen", "known"), ROWS) == "altered"
    data = [("Weirs closed", "1890"), ("Millers asked", "12"), ("Kilns lit", "3")]
    assert found("Weirs closed Millers asked Kilns lit", data) != "verbatim"


TOWER = "The weir of Holmsund has never been closed in the middle of a winter"


@pytest.mark.parametrize(
    "markup",
    [
        "<div class='dropcap'>T</div><p>he weir",
        "<p>T</p><p>he weir",
        "<p><span class='drop-cap'>T</span>\nhe weir",
        "<p><img src='t.png' alt='T'>he weir",
    ],
)
def test_a_large_first_letter_belongs_to_its_word(markup: str) -> None:
    text = read(f"{markup} of Holmsund has never been closed in the middle of a winter.</p>{STORY}")
    assert match_quotation(TOWER, text.text, text.parts).verdict == "verbatim"


@pytest.mark.parametrize("markup", ["<p>I</p><p>went", "<h2>W</h2><p>weir: a low wall", "<p>B.</p><p>went"])
def test_other_letters_that_stand_alone_are_not_joined(markup: str) -> None:
    assert "\n\nwe" in read(f"{markup} over a river.</p>").text


@pytest.mark.parametrize(
    "between",
    [
        "<p>Nobody had asked for it.</p>",
        "<p>The wardens said no;</p>",
        "<p>1. The wardens said no</p>",
        "<ul><li>- The wardens said no</ul>",
    ],
)
def test_a_block_of_the_text_between_is_left_out(between: str) -> None:
    text = read(f"<p>{ONE}</p>{between}<p>{TWO}</p>{STORY}")
    assert match_quotation(BOTH, text.text, text.parts).verdict == "altered"


SPOKEN = "We shall open the weir again. We shall open it before the first frost."


@pytest.mark.parametrize(
    "text",
    [
        "We shall open the weir again. (Applause.) We shall open it before the first frost.",
        "We shall open the weir again. [Laughter] We shall open it before the first frost.",
        "We shall open the weir again. (Lebhafter Beifall bei der Fraktion) We shall open it before the first frost.",
        "We shall open the weir again. (Applaudissements sur divers bancs) We shall open it before the first frost.",
        "We shall open the weir again. (Alkışlar) We shall open it before the first frost.",
        "We shall open the weir again. (Аплодисменты.) We shall open it before the first frost.",
        "We shall open the weir again. （掌声） We shall open it before the first frost.",
        "“We shall open the weir again,” she said. “We shall open it before the first frost.”",
        "“We shall open the weir again,” said Tora Lind, who keeps the keys. “We shall open it before the first frost.”",
        '"We shall open the weir again," the warden told reporters. "We shall open it before the first frost."',
        "„We shall open the weir again“, sagte die Wärterin. „We shall open it before the first frost.“",
        "« We shall open the weir again », a déclaré la gardienne, « We shall open it before the first frost. »",
        "«We shall open the weir again», сказала она. «We shall open it before the first frost.»",
        "“We shall open the weir again” dedi. “We shall open it before the first frost.”",
        "“We shall open the weir again,” säger hon. “We shall open it before the first frost.”",
        "00:01:10 We shall open\n00:01:12 the weir again. We shall open\n00:01:15 it before the first frost.",
        "[1:10] We shall open the weir again. [1:15] We shall open it before the first frost.",
        "1\n00:01:10,000 --> 00:01:12,500\nWe shall open the weir\n\n2\n00:01:12,500 --> 00:01:14,000\nagain. We shall open it\n\n3\n00:01:14,100 --> 00:01:16,000\nbefore the first frost.",
        "11 Q. Go on.\n12 A. We shall open the\n13 weir again. We shall open it\n14 before the first frost.",
        "We shall\n5 open\nthe\nweir again.\nWe\nshall\n10 open it\nbefore\nthe\nfirst\n\n15 frost.",
        "We shall open the weir again.12 We shall open it before the first frost.",
        "It began1 there and went2 on. We shall open the weir3 again.4 We shall open it before the first frost.",
        "« We shall open the weir again, a-t-elle déclaré, We shall open it before the first frost. »",
        "« We shall open the weir again, explique-t-il, We shall open it before the first frost. »",
        "— We shall open the weir again, — сказал лоцман. — We shall open it before the first frost.",
        "– We shall open the weir again. – powiedział pilot – We shall open it before the first frost.",
        "—We shall open the weir again. —dijo el práctico—. We shall open it before the first frost.",
        "It was late.\n– We shall open the weir again, säger vakten, We shall open it before the first frost.",
        "WARDEN: We shall open the weir again.\nWARDEN: We shall open it before the first frost.",
    ],
)
def test_what_transcripts_and_reporters_put_between_is_no_change(text: str) -> None:
    found = match_quotation(SPOKEN, text)
    assert found.verdict == "verbatim", found
    assert text[found.start : found.end] == found.exact
    changed = match_quotation(SPOKEN.replace("before", "after"), text)
    assert changed.verdict == "altered"
    assert [d.source for d in changed.differences if d.material] == ["before"]


@pytest.mark.parametrize(
    ("quoted", "text"),
    [
        (
            "a triumph were made up",
            "The board called it “a triumph,” but its auditors said the figures “were made up” by others.",
        ),
        (
            "It was a good year. We lost everything",
            "“It was a good year,” she said. Later that day he added: “We lost everything.”",
        ),
        ("a new mill to the old wall", "a new mill — который не сказал — to the old wall"),
        ("a new mill to the old wall", "a new mill - said to be the last - to the old wall"),
        ("We agree that the weir must go", "ANNA: We agree\nBERT: that the weir must go"),
        ("a new mill to the old wall", "a new mill, the town reports, to the old wall"),
        ("the gates of weir stayed open", "the gates of weir2 stayed open"),
        ("the mill and the weir", "the mill (the latter being older) and the weir"),
        ("The gates (of the weir) stayed open", "The gates stayed open all year"),
        ("The gates stayed open", "The gates (of the old weir) never stayed open"),
    ],
)
def test_what_stands_between_is_not_always_beside_the_text(quoted: str, text: str) -> None:
    assert match_quotation(quoted, text).verdict not in ("verbatim", "verbatim_marked")


def test_a_quotation_that_takes_along_what_stands_between_is_compared_with_it() -> None:
    text = "We shall open the weir. (Loud applause from the left.) We shall open it before the first frost, and soon."
    assert (
        match_quotation("We shall open the weir. (Loud applause from the left.) We shall open it", text).verdict
        == "verbatim"
    )
    assert (
        match_quotation("open the weir. (Loud aplause from the left.) We shall open it", text).verdict
        == "near_verbatim"
    )


def test_words_of_an_advertisement_are_never_shown_as_the_source_s() -> None:
    text = read(f"<p>{ONE}</p><div class='ads'>The weir at Holmsund was sold. Buy a flat there!</div>{STORY}")
    found = match_quotation("The weir at Holmsund was drained", text.text, text.parts)
    assert found.start == 0
    assert all("sold" not in d.source for d in found.differences)


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("<p>the gates<sup>3</sup>, 4 m<sup>2</sup>, 10<sup>6</sup>, 19<sup>th</sup></p>", [("note_mark", "3")]),
        ("<div role='tabpanel' hidden>In a panel</div>", []),
        ("<div hidden>Never shown</div>", []),
        ("<header><nav><a href='/'>Home</a></nav><p>A headline deck that says what the whole story is about</p></header>", [("navigation", "Home")]),
        ("<h3>3 Kommentare</h3><div><p>So ein Unsinn!</p></div><form>Antworten</form>", [("comments", f"3 Kommentare / So ein Unsinn! / Antworten / {MORE * 6}".strip())]),
        ("<section><h2>Comments</h2><p>On the draft law.</p></section>", []),
        ("<section><h2>Yorumlar (4)</h2><div><time>12.04</time><p>Katılmıyorum.</p></div></section>", [("comments", "Yorumlar (4) / 12.04 / Katılmıyorum.")]),
        ("<div class='cookie-banner'>We use cookies</div>", [("form", "We use cookies")]),
        ("<p>See <a href='/1'>one</a>, <a href='/2'>two</a>, <a href='/3'>three</a> and <a href='/4'>four</a> of the many reports.</p>", []),
    ],
)  # fmt: skip
def test_what_the_parts_of_a_page_are(body: str, expected: list[tuple[str, str]]) -> None:
    assert roles(body) == expected


@pytest.mark.parametrize("role", ["comments", "sidebar", "ads", "related-posts", "menu"])
def test_no_name_makes_most_of_a_page_something_else(role: str) -> None:
    text = read(f"<div class='{role}'><p>{ONE}</p>{STORY}</div>")
    assert text.parts == ()


def judged(body: str, quoted: str) -> Finding:
    url, now = "http://a.example/", datetime(2026, 1, 1, tzinfo=UTC)
    fetch = Fetch(url, now, PlanName.LIVE, LinkStatus(Link.OK, "", "ok"), text=read(body))
    claim = Claim(quoted, "", (0,), 0, (Quotation(quoted, kind=QuotedKind.QUOTATION),))
    return judge_quotations(Case(claim, (Source(Citation(0, url, url), fetch),), "en"))[0]


COMMENT = "The words stand only in a reader's comment."
LINKS = "The words stand only in a menu or among links to other pages."
STRUCK = "The source has struck these words out."


@pytest.mark.parametrize(
    ("body", "warning"),
    [
        (f"{STORY}<div class='comments'><p>{ONE} lol</p></div>", COMMENT),
        (f"{STORY}<ol class='commentlist'><li><p>{ONE} lol</p></li></ol>", COMMENT),
        (f"{STORY}<div id='yorumlar'><p>{ONE}</p></div>", COMMENT),
        (f"{STORY}<section><h2>2 Kommentare</h2><time>1.2.</time><p>{ONE}</p></section>", COMMENT),
        (f"{STORY}<nav><a href='/1'>{ONE}</a></nav>", LINKS),
        (
            f"{STORY}<aside><h3>Other news</h3><ul><li><a href='/1'>{ONE}</a></li><li><a href='/2'>Gulls</a></li></ul></aside>",
            LINKS,
        ),
        (f"{STORY}<div class='related-articles'><a href='/1'>{ONE}</a></div>", LINKS),
        (f"{STORY}<div><b>Lees ook:</b> <a href='/1'>{ONE}</a></div>", LINKS),
        (f"{STORY}<div class='sponsored-content'><p>{ONE}</p></div>", "The words stand only in an advertisement."),
        (f"{STORY}<p><del>{ONE}</del> It was open.</p>", STRUCK),
        (f"{STORY}<p>The weir at Holmsund was <s>closed.</s> open.</p>", STRUCK),
    ],
)
def test_words_that_the_source_does_not_say_are_no_comfort(body: str, warning: str) -> None:
    finding = judged(body, ONE.rstrip("."))
    assert (finding.verdict, finding.severity, finding.warnings) == ("verbatim", Severity.WARNING, (warning,))
    both = judged(f"{body}<p>Yes: {ONE}</p>{STORY}", ONE.rstrip("."))
    assert (both.verdict, both.severity, both.warnings) == ("verbatim", Severity.FINE, ())


@pytest.mark.parametrize(
    "body",
    [
        f"<article>{STORY}<figure><figcaption>{ONE}</figcaption></figure></article>",
        f"<article>{STORY}<aside class='infobox'>{ONE}</aside></article>",
        f"<article>{STORY}<blockquote class='pullquote'>{ONE}</blockquote></article>",
        f"<article>{STORY}<table><tr><td>{ONE}</td></tr></table></article>",
        f"<article>{STORY}<p>The weir at Holmsund was <del>always</del> closed.</p></article>",
        f"<header><h1>{ONE}</h1></header>{STORY}",
        f"<header><p>{ONE}</p></header>{STORY}",
    ],
)
def test_what_belongs_to_the_article_is_fine(body: str) -> None:
    finding = judged(body, ONE.rstrip("."))
    assert (finding.verdict, finding.severity, finding.warnings) == ("verbatim", Severity.FINE, ())


def test_short_news_among_many_links_is_the_text_of_its_page() -> None:
    links = "".join(f"<li><a href='/{n}'>News number {n} of the upper and the lower river</a></li>" for n in range(90))
    for frame in (
        "<nav><ul>{}</ul></nav><main><p>{}</p></main>",
        "<nav><ul>{}</ul></nav><div itemprop='articleBody'><p>{}</p></div>",
    ):
        text = read(
            frame.format(links, f"The weir at <span class='ad-slot'>Buy lamps!</span> Holmsund was closed. {TWO}")
        )
        assert [p.role.value for p in text.parts].count("main") == 2
        assert match_quotation(f"{BOTH}", text.text, text.parts).verdict == "verbatim"
    assert judged(
        frame.format(f"{links}<li><a href='/x'>{ONE}</a></li>", f"{TWO} {MORE}"), ONE.rstrip(".")
    ).warnings == (LINKS,)


NEIGHBOURS = "<title>{}</title><article><h1>The kiln above Varnhelm</h1>{}</article><article><h1>The weir again</h1><p>{}</p></article>"


@pytest.mark.parametrize(
    ("title", "warnings"), [("The kiln above Varnhelm – Sund Post", (LINKS,)), ("News of Sund", ())]
)
def test_words_of_the_next_article_below_are_not_this_one_s(title: str, warnings: tuple[str, ...]) -> None:
    assert judged(NEIGHBOURS.format(title, STORY, ONE), ONE.rstrip(".")).warnings == warnings


@pytest.mark.parametrize("marks", [("(a) ", "(b) "), ("(1) ", "(2) "), ("(i) ", "(ii) ")])
def test_marks_of_a_list_in_the_line_are_no_words(marks: tuple[str, str]) -> None:
    rule = "Nobody may close a weir who {}has no licence or {}was drunk on it within a year."
    text = read(f"<p>{rule.format(*marks)} By (b) of the same rule millers are meant.</p>{STORY}")
    plain = rule.format("", "")
    assert match_quotation(rule.format(*marks), text.text, text.parts).verdict == "verbatim"
    assert match_quotation(plain, text.text, text.parts).verdict == "verbatim"
    assert match_quotation(plain.replace("drunk", "seen"), text.text, text.parts).verdict == "altered"


@pytest.mark.parametrize(
    "around",
    [
        "<nav><a href='/1'>The weir at Holmsund</a> <a href='/2'>Was the weir at Holmsund closed in 1911?</a></nav>",
        "<div class='cookie-consent'>The weir at Holmsund uses cookies. The weir at Holmsund was closed in 1911.</div>",
        "<div class='comments'><p>The weir at Holmsund was closed in 1911, I was there.</p></div>",
        "<div class='ads'><p>The weir at Holmsund, closed in 1911: buy the book!</p></div>",
    ],
)
def test_passages_are_taken_from_the_text_before_what_stands_around_it(around: str) -> None:
    told = "In 1911 the wardens closed the weir that had stood at Holmsund since the days of the first mill."
    statement = "The weir at Holmsund was closed in 1911."
    text = read(f"{around}{STORY}<p>{told}</p>{STORY}")
    assert assess_statement(statement, text.text, text.parts).evidence[0].exact.startswith(told)
    alone = read(f"{around}{STORY}")
    assert "Holmsund" in assess_statement(statement, alone.text, alone.parts).evidence[0].exact


# A source whose clauses or verses are numbered, and the words quoted without the numbers.
NUMBERED = {
    "paragraphs of a law": "(1) Every gate has a keeper. Nobody may close it.\n\n(2) The keeper lives by the gate. He is paid in oil.",
    "with stops": "1. Every gate has a keeper. Nobody may close it.\n\n2. The keeper lives by the gate. He is paid in oil.",
    "letters": "a) Every gate has a keeper. Nobody may close it.\n\nb) The keeper lives by the gate. He is paid in oil.",
    "with a sign": "§ 7. Every gate has a keeper. Nobody may close it.\n§ 8. The keeper lives by the gate. He is paid in oil.",
    "verses": "It is so. 3 Every gate has a keeper. Nobody may close it. 4 The keeper lives by the gate. He is paid in oil. 5 So be it.",
    "marks with blanks": "Every gate has a keeper [ 139 ]. Nobody may close it [ 48, 56, 101 ss. ]. The keeper lives by the gate [ 4 ]. He is paid in oil.",
}  # fmt: skip


@pytest.mark.parametrize("case", NUMBERED)
def test_the_number_of_a_clause_is_no_word_of_it(case: str) -> None:
    words = "Every gate has a keeper. Nobody may close it. The keeper lives by the gate."
    assert match_quotation(words, NUMBERED[case]).verdict == "verbatim"
    assert match_quotation(words.replace("Nobody may", "All must"), NUMBERED[case]).verdict == "altered"


@pytest.mark.parametrize(
    ("words", "source"),
    [
        ("Nobody may close it. Of them 9 are new.", "1. Every gate has a keeper. Nobody may close it.\n\n2. Of them 7 are new."),
        ("Nobody may close it. 9 gates are new.", "Every gate has a keeper. Nobody may close it. 7 gates are new. Two are old."),
        ("Nobody may close it. Gates are new.", "Every gate has a keeper. Nobody may close it. 7 gates are new. Two are old."),
    ],
)  # fmt: skip
def test_a_number_that_counts_something_is_a_word(words: str, source: str) -> None:
    assert match_quotation(words, source).verdict == "altered"


VERSES = "<pre>\n  1  We carried bread across the ice\n  2  and all the ropes of winter\n  3  were not long enough\n  4  for sorrow.\n</pre>"


def test_the_lines_of_preformatted_text_are_kept() -> None:
    text = read(f"{STORY}{VERSES}<p>So it ends.</p>")
    assert "the ice\n2 and" in text.text
    assert "sorrow.\n\nSo it ends." in text.text
    match = match_quotation("across the ice and all the ropes of winter were not long enough", text.text, text.parts)
    assert match.verdict.value == "verbatim", match


@pytest.mark.parametrize("heading", ["2 comments", "Comentarios (2)", "Kommentare (12)"])
def test_a_heading_that_counts_comments_stands_over_comments(heading: str) -> None:
    text = read(f"<article>{STORY}<div class='opinion'><h3>{heading}</h3><p>{TWO}</p><p>Well said.</p></div></article>")
    assert [part.role.value for part in text.parts if TWO in text.text[part.start : part.end]] == ["comments"]
