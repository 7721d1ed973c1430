"""The facts of a page that signs look at, found once: what its markup says beside its text.

In: the tree and the markup. Out: `PageFacts`. The rule of this file: what costs a search through all the markup (`find_traits`) is asked
only of a short page, because no sign asks it of a long one.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from selectolax.lexbor import LexborHTMLParser

from verifier.model import PageFacts
from verifier.sources.metadata import SPACE

_SAMPLE = 300_000
MOST_NAMES = 5000  # ids and names of a page that are kept
_WORD = re.compile(r"\w+")
# Chinese, Japanese and Thai have no spaces: two characters are about a word.
_UNSPACED = re.compile(r"[\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff]")
_REFRESH = re.compile(r"\s*(\d{1,4})(?:\.\d*)?\s*[;,]\s*(?:url\s*=\s*)?['\"]?([^'\">]{1,2000})", re.IGNORECASE)


# Looked for in the markup in lower case; the number is of the words of a page up to which a sign asks for the trait.
# Plain words first: they are found at the speed of memory, patterns are not.
_WORDS: tuple[tuple[str, int, bytes], ...] = (
    (
        "challenge",
        160,
        b"""_cf_chl_opt cf-challenge challenge-platform cf_captcha turnstile. captcha-delivery.com datadome px-captcha perimeterx
        _incapsula_resource g-recaptcha h-captcha hcaptcha.com awswafintegration aws-waf distil_r_captcha ak_bmsc
        /_sec/cp_challenge kpsdk sucuri_cloudproxy ddos-guard anubis_challenge smartcaptcha""",
    ),
    (
        "parked",
        200,
        b"""sedoparking parkingcrew bodis.com above.com/ dan.com/ afternic hugedomains parklogic domainmarket uniregistry namebright
        godaddy.com/domainsearch godaddy.com/park skenzo voodoo.com parking-lander window.park adsense/domains caf.js""",
    ),
    ("scripted", 60, b"<script"),
)
# A word without which the pattern cannot fit, and the pattern; it may be limited to the beginning of the page.
_PATTERNS: tuple[tuple[str, int, bytes, re.Pattern[bytes], int], ...] = (
    ("challenge", 160, b"incapsula", re.compile(rb"incapsula incident"), _SAMPLE),
    (
        "parking_script",
        60,
        b"location",
        re.compile(rb"""location(?:\.href)?\s*=\s*["'](?:/lander|/park|https?://[\w.-]*(?:parking|park\.|sedo|bodis))"""),
        _SAMPLE,
    ),
    (
        "script_redirect",
        60,
        b"location",
        re.compile(rb"""location(?:\.(?:href|replace|assign))?\s*(?:=|\()\s*["'`]"""),
        20_000,
    ),
    (
        "shell",
        60,
        b"<",
        re.compile(
            rb"""<div[^>]{0,80}id=["']?(?:root|app|__next|__nuxt|main-app|react-root|application|svelte|gatsby|ember\d*|app-root)["'\s>]|<app-root"""
        ),
        _SAMPLE,
    ),
    ("paywall", 420, b"wall", re.compile(rb"""class=["'][^"']{0,80}(?:paywall|pay-wall|premium-wall|regwall)"""), _SAMPLE),
    ("paywall", 420, b"class=", re.compile(rb"""class=["'][^"']{0,80}(?:subscriber-only|piano-|metered)"""), _SAMPLE),
    (
        "not_free",
        420,
        b"isaccessibleforfree",
        re.compile(rb"""["']isaccessibleforfree["']\s*:\s*["']?(?:https?://schema\.org/)?false"""),
        _SAMPLE,
    ),
    ("not_free", 420, b"content_tier", re.compile(rb"""content_tier["'][^>]{0,60}["'](?:locked|paid|premium)["']"""), _SAMPLE),
    ("free", 420, b"isaccessibleforfree", re.compile(rb"""["']isaccessibleforfree["']\s*:\s*["']?true"""), _SAMPLE),
)  # fmt: skip
_LONGEST_ASKED = 420


def count_words(text: str) -> int:
    """How many words a text has, of any script.

    >>> count_words("It grew by 3 metres."), count_words("大坝开放")
    (5, 2)
    """
    return max(len(_WORD.findall(text)), len(_UNSPACED.findall(text)) // 2 if not text.isascii() else 0)


def add_head(seen: PageFacts, tree: LexborHTMLParser, data: Sequence[dict[str, Any]]) -> PageFacts:
    """The facts with what the head of the page says; `data` are its JSON-LD objects."""
    title = tree.css_first("head title, body > title")
    return replace(
        seen,
        title=SPACE.sub(" ", title.text()).strip()[:600] if title is not None else "",
        refresh=_refresh(tree),
        traits=seen.traits | ({"live"} if any("LiveBlogPosting" in str(d.get("@type")) for d in data) else set()),
        frames=seen.frames or (_frameset(tree) if not seen.words else ()),
        free=next((_truth(d["isAccessibleForFree"]) for d in data if "isAccessibleForFree" in d), None),
    )


def _frameset(tree: LexborHTMLParser) -> tuple[str, ...]:
    """The frames of a page that has no body of its own."""
    return tuple(source for frame in tree.css("frameset frame[src]")[:20] if (source := frame.attributes.get("src")))


def _truth(value: object) -> bool:
    return str(value).rsplit("/", 1)[-1].lower() != "false"


def _refresh(tree: LexborHTMLParser) -> tuple[int, str] | None:
    for meta in tree.css("meta[http-equiv]")[:20]:
        if (meta.attributes.get("http-equiv") or "").strip().lower() == "refresh":
            return read_refresh(meta.attributes.get("content") or "")
    return None


def read_refresh(value: str) -> tuple[int, str] | None:
    """The seconds and the address of a refresh, as an element or a header says it.

    >>> read_refresh("0; url=/new"), read_refresh("300")
    ((0, '/new'), None)
    """
    found = _REFRESH.match(value)
    return (int(found[1]), found[2].strip()) if found else None


def find_traits(markup: str, words: int) -> frozenset[str]:
    """Names of what the markup of a page of so many words shows, as far as a sign may ask for it."""
    if words > _LONGEST_ASKED:
        return frozenset()
    sample = markup[:_SAMPLE].encode("utf-8", "replace").lower()
    found = {name for name, most, listed in _WORDS if words <= most and any(word in sample for word in listed.split())}
    found |= {
        name
        for name, most, word, sign, limit in _PATTERNS
        if words <= most and word in sample and sign.search(sample, 0, limit)
    }
    return frozenset(found)
