"""What a stretch of a page is, by what its markup says of itself: tag, role, class and id.

In: a tag and its attributes. Out: a `Role`, None where nothing is said. The rule of this file: names are rows of a table, read
in order; a name says nothing of an element that holds most of the page (the walk sees to that).
"""

from __future__ import annotations

import re
from functools import lru_cache

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
    "figcaption": Role.CAPTION,
    "caption": Role.CAPTION,
    "del": Role.STRUCK,
    "s": Role.STRUCK,
    "strike": Role.STRUCK,
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
}
# Each name stands between blanks, hyphens, underscores or the ends: `post__comments`, `ad-slot`, `js-related`.
_NAMES: tuple[tuple[Role, str], ...] = (
    (
        Role.HIDDEN,
        r"""
        sr-only visually-?hidden screen-reader(?:-text|-only)? a11y-hidden assistive-text hidden-text
        """,
    ),
    (
        Role.COMMENTS,
        r"""
        comments?(?:-?(?:list|area|section|body|thread|content))? disqus(?:_thread)? respond replies
        reader-comments fb-comments kommentare? commentaires? yorumlar
        """,
    ),
    (
        Role.ADVERTISEMENT,
        r"""
        ads?(?:-?(?:slot|unit|box|container|wrapper|banner|block))? adverts? advertis(?:ement|ing) adsense
        adsbygoogle dfp sponsor(?:ed|s)?(?:-content)? taboola outbrain anzeigen? publicit[eé] werbung reklam
        """,
    ),
    (
        Role.NAVIGATION,
        r"""
        nav navbar navigation menu(?:-item)? breadcrumbs? pagination pager skip-?links?
        share(?:-?(?:bar|buttons?|links?|tools?))? sharing social(?:-?(?:share|links?|media|icons?))?
        toolbar masthead site-(?:header|footer|nav) global-(?:header|footer|nav) page-footer footer
        """,
    ),
    (
        Role.ASIDE,
        r"""
        sidebar side-?bar related(?:-?(?:posts?|articles?|stories|links?|content|news|items?))? recommended
        recommendations? recirc(?:ulation)? most-(?:read|popular|viewed) popular(?:-posts)? trending
        read-(?:more|next|also) see-also more-(?:stories|news|from) teasers? widget promo(?:s|-box)?
        newsletter(?:-signup)? subscribe(?:-box)? infobox pullquote pull-quote
        """,
    ),
    (
        Role.CAPTION,
        r"""
        caption captions? wp-caption-text image-(?:caption|credit) photo-(?:caption|credit) img-caption
        bildunterschrift
        """,
    ),
)  # fmt: skip
_PATTERNS = tuple(
    (role, re.compile(rf"(?:^|[\s_-])(?:{'|'.join(names.split())})(?=$|[\s_-])")) for role, names in _NAMES
)
_INLINE_TOO = (Role.HIDDEN,)
_LETTERS = re.compile(r"[A-Za-z_-]{2,60}")


def role_of(tag: str, attributes: dict[str, str | None]) -> Role | None:
    """The role of an element, by its own tag and names.

    >>> role_of("div", {"class": "post__comments"}), role_of("figcaption", {}), role_of("div", {"class": "prose"})
    (<Role.COMMENTS: 'comments'>, <Role.CAPTION: 'caption'>, None)
    """
    own = _OF_TAGS.get(tag)
    if not attributes:
        return own
    if given := attributes.get("role"):
        own = _OF_ROLES.get(given.lower(), own)
    if attributes.get("itemprop") == "articleBody":
        own = Role.MAIN
    if tag in _WHOLE or tag in HEADINGS:
        return own
    block = tag in BLOCKS
    names, ident = attributes.get("class"), attributes.get("id")
    return (names and _named(names, block)) or (ident and _identified(ident, block)) or own or None


def _identified(ident: str, block: bool) -> Role | None:
    """What an id says; one with figures in it (`menu-item-20117`) is one of many, and says nothing."""
    return _named(ident, block) if block and _LETTERS.fullmatch(ident) else None


@lru_cache(maxsize=8192)
def _named(names: str, block: bool) -> Role | None:
    lower = names.lower()[:500]
    return next((r for r, pattern in _PATTERNS if (block or r in _INLINE_TOO) and pattern.search(lower)), None)
