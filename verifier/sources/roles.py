"""What a stretch of a page is, by what its markup says of itself: tag, role, class and id.

In: a tag and its attributes. Out: a `Role`, None where nothing is said. The rule of this file: names are rows of a table, read
in order; a name says nothing of an element that holds most of the page (the walk sees to that).
"""

from __future__ import annotations

import re
from functools import lru_cache

from verifier import languages
from verifier.files.html import BLOCKS, HEADINGS
from verifier.model import Role

# These hold the article: no class name makes them a menu.
_WHOLE = frozenset(("html", "body", "main", "article"))
_OF_TAGS = {
    "main": Role.MAIN,
    "article": Role.MAIN,
    "nav": Role.NAVIGATION,
    "menu": Role.NAVIGATION,
    "aside": Role.ASIDE,
    "form": Role.FORM,
    "fieldset": Role.FORM,
    "button": Role.FORM,
    "dialog": Role.FORM,
    "figure": Role.CAPTION,
    "figcaption": Role.CAPTION,
    "caption": Role.CAPTION,
    "del": Role.STRUCK,
    "s": Role.STRUCK,
    "strike": Role.STRUCK,
    "sup": Role.NOTE_MARK,
    # XML of books and journals: marks of notes, notes in place.
    "xref": Role.NOTE_MARK,
    "footnoteref": Role.NOTE_MARK,
    "footnote": Role.ASIDE,
    "fn": Role.ASIDE,
    "note": Role.ASIDE,
    # How the characters beside it are read aloud (ruby).
    "rt": Role.FURNITURE,
    "rp": Role.FURNITURE,
    "rtc": Role.FURNITURE,
}
_OF_ROLES = {
    "main": Role.MAIN,
    "navigation": Role.NAVIGATION,
    "banner": Role.NAVIGATION,
    "contentinfo": Role.NAVIGATION,
    "menu": Role.NAVIGATION,
    "menubar": Role.NAVIGATION,
    "toolbar": Role.NAVIGATION,
    "search": Role.FORM,
    "dialog": Role.FORM,
    "alert": Role.FORM,
    "complementary": Role.ASIDE,
    "note": Role.ASIDE,
    "tooltip": Role.ASIDE,
    "feed": Role.ASIDE,
    "doc-noteref": Role.NOTE_MARK,
    "doc-tip": Role.ASIDE,
    "doc-pullquote": Role.ASIDE,
    "comment": Role.COMMENTS,
}
# Roles of elements inside a sentence that are looked at when they end: a superscript is not always the mark of a note.
BETWEEN = frozenset({Role.NOTE_MARK})
# What counts the places of a text, or the minutes of a recording.
_NUMBERS_OF_PLACES = r"(?:page|line|col(?:umn)?|par(?:a|agraph)?|verse)-?num(?:ber)?s?(?:-?label)? time-?(?:codes?|stamps?) (?:cue|segment|transcript)-?(?:time|start)"
# Each name stands between blanks, hyphens, underscores or the ends: `post__comments`, `ad-slot`, `js-related`.
_NAMES: tuple[tuple[Role, str], ...] = (
    (
        Role.HIDDEN,
        r"""
        sr-only visually-?hidden(?:-focusable)? screen-?reader(?:s|-text|-only)?(?:-only)? a11y-(?:hidden|only|text)
        assistive-text hidden-text u-hidden-visually hidden-visually show-for-sr off-?screen visuallyHidden element-invisible
        """,
    ),
    (
        Role.COMMENTS,
        r"""
        comments?(?:-?(?:list|area|section|body|thread|content|item|text|wrapper|container|block|box|feed|stream))?
        commentlist disqus(?:_thread)? respond replies reader-?(?:comments|letters) user-?comments fb-comments hyvor-talk
        commento giscus utterances coral-talk kommentare? leser-?(?:kommentare?|meinung(?:en)?|briefe)
        kommentar(?:e|er|bereich|liste)? commentaires? reactions-lecteurs comentarios? commenti comentários?
        reacties yorum(?:lar)? kommentarer komentarze? komentare kommentit kommentit komentáře diskuze
        kommentarii pinglun
        """,
    ),
    (
        Role.ADVERTISEMENT,
        r"""
        ads?(?:-?(?:slot|unit|box|container|wrapper|banner|block))? adverts? advertis(?:ement|ing) adsense
        adsbygoogle dfp sponsor(?:ed|s)?(?:-(?:content|post|links?))? taboola outbrain anzeigen? publicit[eé] publicidade?
        publicidad werbung reklam(?:a|e|ı|alani)? pubblicita advertentie annons(?:er)? annonce mainos partner-content
        paid-(?:content|post) ad-?(?:placeholder|label|text|inner|zone|break|space|area|holder|inline) inline-ad native-ad
        google-ad banner-?ad gpt-ad google_ads
        """,
    ),
    (
        Role.NAVIGATION,
        r"""
        nav navbar navigation menu(?:-item)? breadcrumbs? pagination pager skip-?links?
        share(?:-?(?:bar|buttons?|links?|tools?))? sharing social(?:-?(?:share|links?|media|icons?))?
        toolbar masthead site-(?:header|footer|nav) global-(?:header|footer|nav) page-footer footer
        related(?:-?(?:posts?|articles?|stories|links?|content|news|items?|box|reading|topics?|coverage))? recommended
        recommendations? recirc(?:ulation)? most-(?:read|popular|viewed|shared) popular(?:-posts)? trending
        read-?(?:more|next|also|on) see-also more-(?:stories|news|from|on) also-read inline-related
        lire-aussi a-lire(?:-aussi)? mehr-zum-thema verwandte(?:-artikel)? weiterlesen leggi-anche correlati relacionad[oa]s?
        lea-tambien leia-(?:tambem|mais) lees-(?:ook|meer) las-ocksa les-ogsa ilgili(?:-haber(?:ler)?)? benzer-haberler
        czytaj-(?:tez|takze) souvisejici wp-block-embed wp-embedded-content embed(?:ded)?-(?:post|article|link)
        toc table-of-contents inhaltsverzeichnis
        """,
    ),
    (
        Role.FORM,
        r"""
        newsletter(?:-(?:signup|form|box|promo|sign-up))? subscri(?:be|ption)-?(?:box|form|promo)? sign-?up(?:-(?:form|box))?
        cookie-?(?:banner|notice|consent|bar|law)? consent-(?:banner|dialog|notice) gdpr onetrust
        """,
    ),
    (
        Role.ASIDE,
        r"""
        sidebar side-?bar widget infobox info-?box fact-?box box-?out call-?out pullquote pull-quote
        zusatz(?:info)? kasten encadr[eé] encart recuadro faktabox faktaruta kader
        side-?notes? margin-?notes? tool-?tips?(?:-?(?:text|content|inner))? pop-?overs? foot-?note-(?:popup|content|text)
        glossary(?:-(?:term|definition|popup))? teasers? promo(?:s|-box)?
        (?:twitter|instagram|tiktok|reddit|bluesky|mastodon|threads|facebook|fb|telegram)-(?:tweet|media|post|embed)
        (?:audio|video|media)-?player donat(?:e|ion)s?(?:-(?:box|form|banner|promo))? ambox mbox-\w+ hatnote
        """,
    ),
    (Role.FURNITURE, rf"{_NUMBERS_OF_PLACES} page-?break pagenum"),
    (
        Role.CAPTION,
        r"""
        caption captions? wp-caption-text image-(?:caption|credit) photo-(?:caption|credit) img-caption
        bildunterschrift thumbcaption thumbinner (?:media|figure|img)-caption foto-?credit bild-?(?:credit|nachweis)
        (?:article|lead|hero|main|post|entry|featured|inline)-?(?:image|photo|picture|figure)
        """,
    ),
)  # fmt: skip
# Names that an element inside a sentence may have.
_INLINE: tuple[tuple[Role, str], ...] = (
    (
        Role.NOTE_MARK,
        r"""
        note-?(?:ref|call|marker|anchor) foot-?note(?:-?(?:ref|call|mark(?:er)?|anchor|link|number|index))?
        end-?note(?:-?(?:ref|mark(?:er)?|anchor))? fn-?ref fnlink reference cite-bracket appel-note
        """,
    ),
    (
        Role.ASIDE,
        r"""
        side-?notes? margin-?notes? tool-?tips?(?:-?(?:text|content|inner))? pop-?overs? foot-?note-(?:popup|content|text)
        glossary-(?:definition|popup) definition-(?:popup|text) material-(?:icons|symbols-\w+)
        (?:annotation|comment)s?-(?:count|marker|icon) mw-editsection edit-?(?:section|link) headerlink
        share sharing share-?(?:bar|buttons?|links?|icons?|tools?) social-?(?:share|links?|icons?) ad-?(?:inline|label|slot) inline-ad
        """,
    ),
    (Role.FURNITURE, rf"{_NUMBERS_OF_PLACES} page-?break pagenum pb time"),
    (Role.STRUCK, r"strike(?:through)? line-through struck deleted-text text-decoration-line-through"),
)


def _compiled(names: tuple[tuple[Role, str], ...]) -> tuple[tuple[Role, re.Pattern[str]], ...]:
    return tuple((role, re.compile(rf"(?:^|[\s_-])(?:{'|'.join(words.split())})(?=$|[\s_-])")) for role, words in names)


_OF_BLOCKS = _compiled(_NAMES)
_OF_WORDS = _compiled((_NAMES[0], *_INLINE))
# The attributes that may say something; most elements have none of them.
_TELLING = frozenset(("role", "epub:type", "itemprop", "class", "id", "aria-label", "aria-hidden", "style"))
_PLACES_OF_ADS = re.compile(r"gpt-ad|google_ads|ad-?(?:slot|unit|container|wrapper)(?![a-z])")
_LETTERS = re.compile(r"[A-Za-z_-]{2,60}")


def role_of(tag: str, attributes: dict[str, str | None]) -> Role | None:
    """The role of an element, by its own tag and names.

    >>> role_of("div", {"class": "post__comments"}), role_of("figcaption", {}), role_of("div", {"class": "prose"})
    (<Role.COMMENTS: 'comments'>, <Role.CAPTION: 'caption'>, None)
    """
    own = _OF_TAGS.get(tag)
    if _TELLING.isdisjoint(attributes):
        return own
    if given := attributes.get("role"):
        own = _OF_ROLES.get(given.lower(), own)
    if "noteref" in (attributes.get("epub:type") or ""):
        own = Role.NOTE_MARK
    if attributes.get("itemprop") == "articleBody":
        own = Role.MAIN
    if tag in _WHOLE or tag in HEADINGS:
        return own
    block = tag in BLOCKS
    names, ident = attributes.get("class"), attributes.get("id")
    named = (names and _named(names, block)) or (ident and _identified(ident, block)) or own or None
    return named or _by_attributes(attributes, block=block)


def _by_attributes(attributes: dict[str, str | None], *, block: bool) -> Role | None:
    """What other attributes say: a label for screen readers, an icon whose name is a word, a line through the text."""
    if (label := attributes.get("aria-label")) and is_label(label):
        return Role.ADVERTISEMENT
    if not block and attributes.get("aria-hidden") == "true" and "icon" in (attributes.get("class") or ""):
        return Role.HIDDEN
    return Role.STRUCK if "line-through" in (attributes.get("style") or "") else None


def _identified(ident: str, block: bool) -> Role | None:
    """What an id says; one with figures in it (`menu-item-20117`) is one of many, and says nothing but for places of advertisements."""
    if not block:
        return None
    if _LETTERS.fullmatch(ident):
        return _named(ident, block)
    return Role.ADVERTISEMENT if _PLACES_OF_ADS.search(ident) else None


@lru_cache(maxsize=8192)
def _named(names: str, block: bool) -> Role | None:
    """What a list of names says; of several that say something, the one that stands first in the table."""
    patterns = _OF_BLOCKS if block else _OF_WORDS
    rank = min((_rank(name, block) for name in names.lower()[:500].split()), default=len(patterns))
    return patterns[rank][0] if rank < len(patterns) else None


@lru_cache(maxsize=16384)
def _rank(name: str, block: bool) -> int:
    """The row of the table that has a name; its length where none has."""
    patterns = _OF_BLOCKS if block else _OF_WORDS
    return next((i for i, (_, pattern) in enumerate(patterns) if pattern.search(name)), len(patterns))


_MARK = r"(?:\d{1,3}|[*†‡§¶]{1,3}|(?<=[\[(])(?:[a-z]{1,2}|[ivx]{1,6}|(?:note|fn\.?|anm\.?) \d{1,3})(?=[\])]))"
# An editor's remark, raised and in brackets: [who?], [citation needed].
_REMARK = re.compile(r"\s*\[[^\[\]\n]{1,60}\]\s*")
_NOTE_MARK = re.compile(rf"[\s\[(]*{_MARK}(?:\s*[,;–-]\s*{_MARK})*[\s\])]*")
# What an exponent stands behind: a figure (no year, no count of hundreds), a variable of one letter, a measure.
_POWER = re.compile(r"(?:(?<!\d)\d{1,2}|(?:^|[^\w])(?:[^\W\d_]|[kcdm]m|in|ft|yd|mi|sec))$")


def is_note_mark(words: str, before: str) -> bool:
    """Whether raised or linked words are the mark of a note, and no power or ordinal.

    >>> is_note_mark("[3]", "the gates"), is_note_mark("2", "10 km"), is_note_mark("th", "the 19")
    (True, False, False)
    >>> is_note_mark("4", "in 1998"), is_note_mark("3", "times 10")
    (True, False)
    >>> is_note_mark("[when?]", "the gates")
    True
    """
    if _REMARK.fullmatch(words):
        return True
    return bool(_NOTE_MARK.fullmatch(words)) and not (words.strip().isdigit() and _POWER.search(before))


@lru_cache(maxsize=1)
def _labels() -> re.Pattern[str]:
    return re.compile(languages.pattern("page_labels"), re.IGNORECASE)


@lru_cache(maxsize=256)
def is_label(words: str) -> bool:
    """Whether words only say that an advertisement stands here.

    >>> is_label("Advertisement"), is_label("Werbung"), is_label("Advertisement rules of 1911")
    (True, True, False)
    """
    return bool(_labels().fullmatch(words.strip()))


@lru_cache(maxsize=1)
def _headings() -> re.Pattern[str]:
    """How headings and labels begin that lead away from a page."""
    return re.compile(rf"\W*(?:{languages.alternatives(languages.phrases('page_related'))})(?!\w)", re.IGNORECASE)


def is_related(beginning: str) -> bool:
    """Whether a block of links begins like “Read more:”.

    >>> is_related("Lesen Sie auch: Die Mühle"), is_related("More on this"), is_related("The mill")
    (True, True, False)
    """
    return bool(_headings().match(beginning))


_COUNT = re.compile(r"[\W\d_]+")


def is_comments_heading(heading: str) -> bool:
    """Whether a heading stands over what readers wrote.

    >>> is_comments_heading("12 Kommentare"), is_comments_heading("Comments (3)"), is_comments_heading("Comments on the draft")
    (True, True, False)
    """
    words = _COUNT.sub(" ", heading).strip().lower()
    return words in languages.phrases("page_comments")
