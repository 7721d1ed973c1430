"""Templates of invented web pages: what a real page has around its article, in nine languages.

In: a template's number. Out: the four parts between which a page's own head, headline and paragraph go. The rule: menus, scripts, related
stories, comments and an article of 10 to 25 thousand characters make about 105 kB; the words are common ones (wordfreq), no page is
anybody's.
"""

from __future__ import annotations

import json
import random
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import accumulate
from typing import NamedTuple

from wordfreq import top_n_list

TEMPLATES = 60
_PAGE_BYTES = 105_000  # of the HTML, give or take a third
_READABLE = (10_000, 25_000)  # characters of the article's own text
_CUT = "\0"  # where a page's own pieces go


class Language(NamedTuple):
    """How a language is set: its quotation marks, its dash, what stands before a colon, how thousands are parted."""

    code: str
    opening: str
    closing: str
    dash: str
    colon: str
    thousands: str


# Half of the pages are in English, as in most articles; typography differs most among the others.
_ENGLISH = Language("en", "“", "”", " – ", ": ", ",")
_OTHERS = (
    Language("de", "„", "“", " – ", ": ", "."),
    Language("fr", "«&nbsp;", "&nbsp;»", " – ", "&nbsp;: ", "&#8239;"),
    Language("es", "«", "»", "—", ": ", "."),
    Language("it", "“", "”", " – ", ": ", "."),
    Language("pt", "“", "”", " — ", ": ", "."),
    Language("nl", "‘", "’", " – ", ": ", "."),
    Language("pl", "„", "”", " – ", ": ", "&nbsp;"),
    Language("ru", "«", "»", "&nbsp;— ", ": ", "&nbsp;"),
)


class Writer:
    """Sentences of one language, always the same for the same seed."""

    def __init__(self, language: Language, seed: str) -> None:
        self.language = language
        self.chance = random.Random(seed)
        self._words, self._weights = vocabulary(language.code)

    def words(self, fewest: int, most: int) -> list[str]:
        """Common words, the commonest most often."""
        return self.chance.choices(self._words, cum_weights=self._weights, k=self.chance.randint(fewest, most))

    def phrase(self, fewest: int, most: int) -> str:
        """Words with a capital in front: a headline, a menu's line."""
        return capital(" ".join(self.words(fewest, most)))

    def name(self) -> str:
        """A person's first and last name, such as they come out."""
        return " ".join(capital(word) for word in self.words(2, 2))

    def day(self) -> str:
        """A date (ISO 8601) before any access date of the article."""
        return f"{self.chance.randint(2005, 2023)}-{self.chance.randint(1, 12):02}-{self.chance.randint(1, 28):02}"

    def plain_sentence(self) -> str:
        """Twelve to twenty words and a comma, without any quotation mark: what an article can quote."""
        words = self.words(12, 20)
        words[len(words) // 2] += ","
        return capital(" ".join(words))

    def sentence(self) -> str:
        """A sentence as markup: plain, quoted, with a dash, a number, a link or emphasis."""
        language, words = self.language, self.words(6, 26)
        first, rest = (
            typeset(capital(" ".join(words[: len(words) // 2]))),
            typeset(" ".join(words[len(words) // 2 :])),
        )
        number = f"{self.chance.randint(1, 99)}{language.thousands}{self.chance.randint(100, 999)}"
        return self.chance.choices(
            (
                f"{first} {rest}.",
                f"{first}, {rest}.",
                f"{first}{language.colon}{language.opening}{capital(rest)}{language.closing}.",
                f"{first}{language.dash}{rest}.",
                f"{first} {number} {rest}.",
                f'{first} <a href="/{words[0]}/{words[-1]}.html" class="link link--inline" data-track="body">{rest}</a>.',
                f"{first} <em>{rest}</em>.",
                f"<strong>{first}</strong> {rest}.",
            ),
            (40, 20, 8, 6, 8, 8, 5, 5),
        )[0]

    def paragraph(self) -> str:
        """Three to seven sentences as markup."""
        return " ".join(self.sentence() for _ in range(self.chance.randint(3, 7)))


@lru_cache
def vocabulary(code: str) -> tuple[list[str], list[float]]:
    """The common words of a language with the running sum of their weights (Zipf)."""
    single = {"a", "i", "o", "y", "e", "à", "w", "z", "в", "и", "с", "к", "о", "у", "я", "а"}
    words = [w for w in top_n_list(code, 3000) if w.replace("'", "").isalpha() and (len(w) > 1 or w in single)]
    return words, list(accumulate(1 / (i + 3) for i in range(len(words))))


def language_of(number: int) -> Language:
    """Every second template is in English."""
    kind = number % TEMPLATES
    return _ENGLISH if kind % 2 == 0 else _OTHERS[kind // 2 % len(_OTHERS)]


def template(number: int) -> list[str]:
    """The four parts between which a page's own head, headline and paragraph go."""
    writer = Writer(language_of(number), f"template {number}")
    readable = writer.chance.randint(*_READABLE)
    paragraphs: list[str] = []
    while sum(map(len, paragraphs)) < readable:
        paragraphs.append(writer.paragraph())
    middle = len(paragraphs) * 2 // 3
    whole = "".join([_head(writer), _top(writer), _main(writer, paragraphs, middle), _bottom(writer)])
    room = int(_PAGE_BYTES * writer.chance.uniform(0.7, 1.3)) - len(whole.encode())
    return f"{whole}{_state(writer, max(4000, room))}</body></html>\n".split(_CUT)


def _head(writer: Writer) -> str:
    rules = "".join(_rule(writer) for _ in range(70))
    icons = "".join(f'<link rel="preload" as="font" href="/fonts/{n}.woff2" crossorigin>\n' for n in range(6))
    return (
        f'<!doctype html>\n<html lang="{writer.language.code}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta name="viewport" content="width=device-width, initial-scale=1">\n{_CUT}'
        f'<meta name="description" content="{writer.phrase(12, 20)}">\n{icons}<style>{rules}</style>\n'
        f"<script>window.layer=window.layer||[];function track(){{layer.push(arguments)}}track('js',new Date());</script>\n"
        f"</head>\n"
    )


def _rule(writer: Writer) -> str:
    name, side = writer.chance.randint(100, 999), writer.chance.choice(("left", "right", "top"))
    return f".c-{name}__item--{side}{{margin-{side}:{name % 40}px;color:#{name:06x};display:flex;line-height:1.{name % 9}}}\n"


def _top(writer: Writer) -> str:
    return (
        '<body class="page page--article">\n<a class="skip" href="#content">↓</a>\n<header class="site-header">\n'
        f'<a class="logo" href="/"><svg viewBox="0 0 90 20" aria-hidden="true"><path d="{_outline(writer)}"/></svg></a>\n'
        f'<form role="search" action="/search"><input name="q" type="search"><button type="submit">⌕</button></form>\n'
        f'<nav aria-label="main">\n{_menu(writer, 9, 7)}</nav>\n</header>\n'
    )


def _outline(writer: Writer) -> str:
    return "".join(
        f"M{writer.chance.randint(0, 900) / 10} {writer.chance.randint(0, 200) / 10}l1.5 2z" for _ in range(40)
    )


def _menu(writer: Writer, groups: int, links: int) -> str:
    items = []
    for group in range(groups):
        inner = "".join(
            f'<li class="menu__item"><a class="menu__link" href="/section-{group}/{n}/" data-menu="{group}.{n}">'
            f"{writer.phrase(1, 3)}</a></li>\n"
            for n in range(links)
        )
        items.append(f'<li class="menu__group"><span>{writer.phrase(1, 2)}</span><ul>\n{inner}</ul></li>\n')
    return f'<ul class="menu">\n{"".join(items)}</ul>\n'


def _main(writer: Writer, paragraphs: Sequence[str], middle: int) -> str:
    before, after = "".join(_blocks(writer, paragraphs[:middle])), "".join(_blocks(writer, paragraphs[middle:]))
    return (
        '<main id="content">\n<article class="story">\n'
        f'{_CUT}<div class="share">{_share()}</div>\n{_figure(writer)}<div class="story__body">\n'
        f"{before}{_CUT}{after}</div>\n{_table(writer)}</article>\n{_aside(writer, 8)}{_comments(writer, 10)}</main>\n"
    )


def _blocks(writer: Writer, paragraphs: Sequence[str]) -> Iterator[str]:
    """Paragraphs with the subheadings, lists, quotations and boxes that stand between them."""
    for i, paragraph in enumerate(paragraphs):
        if i % 6 == 5:
            yield f'<h2 id="part-{i}">{writer.phrase(2, 6)}</h2>\n'
        yield f'<p class="story__text">{paragraph}</p>\n'
        if i % 8 == 3:
            yield f"<blockquote><p>{writer.sentence()}</p><cite>{writer.name()}</cite></blockquote>\n"
        if i % 9 == 4:
            yield "<ul>\n" + "".join(f"<li>{writer.sentence()}</li>\n" for _ in range(4)) + "</ul>\n"
        if i % 10 == 6:
            yield f'<aside class="box"><h3>{writer.phrase(2, 4)}</h3><p>{writer.sentence()}</p></aside>\n'
        if i % 7 == 2:
            yield _figure(writer)


def _figure(writer: Writer) -> str:
    name = writer.chance.randint(1000, 9999)
    sizes = ", ".join(f"/media/{name}-{width}.jpg {width}w" for width in (320, 640, 960, 1280, 1920))
    return (
        f'<figure><img src="/media/{name}.jpg" srcset="{sizes}" sizes="(max-width: 60em) 100vw, 60em" loading="lazy" '
        f'alt="{writer.phrase(3, 8)}"><figcaption>{writer.sentence()} <span class="credit">{writer.name()}</span></figcaption></figure>\n'
    )


def _share() -> str:
    return "".join(
        f'<a class="share__link share__link--{n}" href="/share/{n}" rel="nofollow">{n}</a>' for n in range(5)
    )


def _table(writer: Writer) -> str:
    number = writer.chance.randint
    rows = "".join(
        f"<tr><th scope='row'>{writer.phrase(1, 3)}</th><td>{number(1, 999)}</td><td>{number(1, 999)}</td></tr>\n"
        for _ in range(12)
    )
    return f"<table><caption>{writer.phrase(3, 6)}</caption><tbody>\n{rows}</tbody></table>\n"


def _aside(writer: Writer, cards: int) -> str:
    inner = "".join(
        f'<li class="card"><a href="/2024/0{n % 9 + 1}/related-{n}.html">'
        f'<img src="/media/card-{n}.jpg" alt="" width="320" height="180" loading="lazy">'
        f'<h3 class="card__title">{writer.phrase(5, 10)}</h3><p class="card__text">{writer.sentence()}</p></a></li>\n'
        for n in range(cards)
    )
    return f'<aside class="related"><h2>{writer.phrase(1, 3)}</h2>\n<ul>\n{inner}</ul></aside>\n'


def _comments(writer: Writer, count: int) -> str:
    inner = "".join(
        f'<li id="c{n}" class="comment"><div class="comment__head"><b>{writer.name()}</b> '
        f'<time datetime="{writer.day()}">{n} h</time></div>'
        f'<div class="comment__text"><p>{writer.sentence()}</p></div></li>\n'
        for n in range(count)
    )
    return f'<section class="comments"><h2>{writer.phrase(1, 2)}</h2><ol>\n{inner}</ol></section>\n'


def _bottom(writer: Writer) -> str:
    return (
        f'<footer class="site-footer"><nav aria-label="footer">\n{_menu(writer, 5, 8)}</nav>\n'
        f"<p>{writer.phrase(5, 12)}.</p><p><small>© The Daily Invention</small></p></footer>\n"
    )


def _state(writer: Writer, size: int) -> str:
    """What a page's own program leaves in it: data as a script, a third of a real page and more."""
    rows: list[str] = []
    length = 0
    while length < size - 200:
        row = json.dumps(
            {
                "id": f"{writer.chance.getrandbits(64):016x}",
                "slug": "-".join(writer.words(3, 6)),
                "teaser": writer.phrase(6, 14),
                "tags": writer.words(2, 4),
                "rank": writer.chance.random(),
            },
            ensure_ascii=False,
        )
        rows.append(row)
        length += len(row.encode()) + 2
    return f'<script id="state">window.__STATE__={{"items":[{", ".join(rows)}]}};</script>\n'


def capital(text: str) -> str:
    """The text with a capital in front."""
    return text[:1].upper() + text[1:]


def typeset(text: str) -> str:
    """Words as a page prints them: with a typographic apostrophe."""
    return text.replace("'", "’")
