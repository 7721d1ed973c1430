"""What kind of answer is this? The signs, in the order in which they are asked; the first that fits decides.

Each is a row: its name (the rule that a result carries), the test, the link's word, and the reason in plain words. A sign that a
real article could carry counts only where the page is short and nothing shows that it is the cited page: quotations and the cited
title on it are such evidence.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import unquote, urlsplit

from verifier.model import Extent, Link
from verifier.pages import phrases as ph
from verifier.pages.page import Page
from verifier.sources.extent import HARDLY_A_TEXT
from verifier.sources.facts import MOST_NAMES, count_words
from verifier.sources.page_data import without_sorry
from verifier.text import fold
from verifier.urls import identity

_SHORT = 160
_TEASER = 420
_BARE = 40
_NOTICE = 100
_ASKING = 80
_ARTICLE = 100  # words of running text beside a form
_LONG_NOTICE = 800  # an archive's own, within its menus
_ACCEPTED = 202
_LONGEST_WORD = 120  # characters of what a page says in place of a post
# GitHub, GitLab and Gitea put this before the names that authors give; scripts take it away.
_PREFIX = "user-content-"
# Old wikis wrote %C3 as .C3 in the names of places.
_DOTTED = re.compile(r"\.([0-9A-F]{2})")
# Words that no other page of the site has: a short news item in a large menu.
_OWN_WORDS = 12
# A consent form is never longer; of its words, one in so many is of its kind.
_LONGEST_FORM, _OF_ITS_KIND, _LEAST_OF_ITS_KIND = 1500, 14, 6


@dataclass(frozen=True, slots=True)
class Sign:
    """One row: `fits` tells whether an answer carries the sign; `spares` what it must not hit, where a real page could carry it."""

    name: str
    fits: Callable[[Page], bool]
    link: Link
    reason: str
    spares: str = ""


def _status(*codes: int) -> Callable[[Page], bool]:
    return lambda page: page.response.status in codes


def _says(kind: str, limit: int = _SHORT) -> Callable[[Page], bool]:
    """A headline says it, or the text of a short page; never against evidence. The words are those of the languages' `page_<kind>`."""

    def fits(page: Page) -> bool:
        if page.length > limit or page.is_right:
            return False
        words = ph.said(kind)
        return any(words.search(h) for h in page.headlines) or bool(words.search(page.text.text[:3000]))

    return fits


def _headline_says(kind: str, limit: int = _SHORT) -> Callable[[Page], bool]:
    return lambda page: page.length <= limit and not page.is_right and any(map(ph.said(kind).search, page.headlines))


def _is_out_of_order(page: Page) -> bool:
    """A headline of a very short page says so, its first words where it has no headline, or any where there is hardly a word."""
    if page.length > _BARE * 2 or page.is_right or page.runs_on(ph.said("maintenance")):
        return False
    said = ph.said("maintenance").search if page.length <= _BARE else ph.said("maintenance").match
    words = page.text.text if page.length <= _BARE or not page.facts.headings else ""
    return _headline_says("maintenance")(page) or bool(said(words))


def _is_redirect_notice(page: Page) -> bool:
    if _says("redirecting", _NOTICE)(page):
        return True
    return page.length <= _LONG_NOTICE and not page.is_right and bool(ph.CAPTURED_REDIRECT.search(page.text.text))


def _is_challenge(page: Page) -> bool:
    if page.response.header("cf-mitigated") == "challenge":
        return True
    if page.length > _SHORT or page.held:
        return False
    said = any(ph.said("challenge").search(h) for h in page.headlines) or bool(
        ph.said("challenge").search(page.text.text[:2000])
    )
    marked = "challenge" in page.facts.traits
    bare = marked and page.length <= _BARE
    if not (said or bare) or (said and marked):
        return said
    return page.length <= _ASKING and not page.titled and not page.runs_on(ph.said("challenge"))


def _has_wall_header(page: Page) -> bool:
    """A header that names a wall, or a promise (202) instead of the page; beside no text to speak of."""
    if page.length > _BARE or page.held:
        return False
    named = any(
        ph.WALL_HEADER.search(name) and ph.WALL_SAYS.search(f"{name}: {value}") and not ph.WALL_OPEN.fullmatch(value)
        for name, value in page.response.headers
    )
    return named or page.response.status == _ACCEPTED


def _is_challenge_status(page: Page) -> bool:
    return page.response.status in (403, 429, 503, 999) and (page.response.status == 999 or _is_challenge(page))


def _is_not_found(page: Page) -> bool:
    """A headline that is nothing but the phrase, or one that holds it on a short page."""
    if page.length > 4 * _SHORT or page.is_right:
        return False
    whole = any(ph.said("not_found").fullmatch(h.strip(" .!?:…–-")) for h in page.headlines)
    held = page.length <= _SHORT and any(ph.said("not_found").search(h) for h in page.headlines)
    held = held and (
        any(_begins(ph.said("not_found"), h) for h in page.headlines) or not page.runs_on(ph.said("not_found"))
    )
    said = _tells_visitor(page) or (page.length <= 30 and bool(ph.said("not_found").search(page.text.text)))
    return whole or held or said


def _tells_visitor(page: Page) -> bool:
    """A short page says to its visitor that what was asked for is not there."""
    return page.length <= _SHORT and bool(ph.said("not_there").search(page.text.text[:2000]))


def _is_home(page: Page) -> bool:
    """Redirected from an inner page to the front page."""
    return (
        _was_inner(page)
        and ph.HOME_PATH.fullmatch(urlsplit(page.response.final_url).path) is not None
        and not urlsplit(page.response.final_url).query
    )


def _was_inner(page: Page) -> bool:
    return page.redirected and not page.is_right and len(urlsplit(page.cited.url).path.strip("/")) > 3


def _is_section(page: Page) -> bool:
    """Redirected to a shorter address that ends with a slash and shows links rather than text."""
    cited, final = urlsplit(page.cited.url).path, urlsplit(page.response.final_url).path
    shorter = len(final.strip("/").split("/")) < len(cited.strip("/").split("/")) or len(final) + 4 < len(cited)
    links = page.facts.links
    return shorter and final.endswith("/") and links >= 8 and page.length < 12 * links and _was_inner(page)


def _is_pdf_gone(page: Page) -> bool:
    cited = urlsplit(page.cited.url).path.lower()
    return (
        cited.endswith((".pdf", ".doc", ".docx", ".xls", ".xlsx"))
        and page.is_html
        and page.length <= _SHORT
        and not page.is_right
    )


def _is_hijacked(page: Page) -> bool:
    """A headline sells gambling or pills, the text is full of it, and the article cites nothing of the kind."""
    if not any(ph.HIJACKED.search(h) for h in page.headlines) or any(ph.HIJACKED.search(t) for t in page.cited.titles):
        return False
    said = len(ph.HIJACKED.findall(page.text.text[:20_000]))
    return said >= 6 and said * 50 >= min(page.length, 3000) and not page.is_right


def _is_parked(page: Page) -> bool:
    if page.length > _SHORT + 40 or page.is_right:
        return False
    return bool(ph.said("parked").search(page.text.text[:3000]) or ph.said("parked").search(page.facts.title)) and (
        "parked" in page.facts.traits or (page.length <= 120 and not page.runs_on(ph.said("parked")))
    )


def _is_parked_script(page: Page) -> bool:
    return page.length <= _BARE and not page.facts.traits.isdisjoint(("parking_script", "parked")) and not page.is_right


def _is_script_redirect(page: Page) -> bool:
    return page.is_html and page.length <= _BARE and not page.held and "script_redirect" in page.facts.traits


def _is_shell(page: Page) -> bool:
    """Nearly no text, and a script that is to make it."""
    if not page.is_html or page.held:
        return False
    if page.text.extent is Extent.SHELL:
        return True
    if page.length > _BARE or "scripted" not in page.facts.traits:
        return False
    shell = "shell" in page.facts.traits or bool(ph.said("needs_script").search(page.text.text))
    return shell and not page.runs_on(ph.said("needs_script"))


def _is_removed(page: Page) -> bool:
    """A headline of a short page, or the page's data, say that the video or post was taken away."""
    if page.held or not page.is_html:
        return False
    if page.facts.said_instead:
        return True
    if page.titled or page.length > _SHORT:
        return False
    lines = page.said[:4] if count_words(" ".join(page.said)) <= _BARE else ()
    said = any(len(line) <= _LONGEST_WORD and ph.said("removed").match(without_sorry(line)) for line in lines)
    return said or any(_begins(ph.said("removed"), words) for words in page.headlines)


def _begins(pattern: re.Pattern[str], words: str) -> bool:
    """Whether words are a phrase, or begin with it and hardly go on."""
    words = without_sorry(words).strip(" .!?:…–-")
    found = pattern.match(words)
    return found is not None and len(words) <= 2 * found.end() + 10


def _is_login(page: Page) -> bool:
    led = (
        page.redirected
        and ph.LOGIN_PATH.search(page.final_path)
        and not ph.LOGIN_PATH.search(urlsplit(page.cited.url).path)
    )
    # The first of two steps asks for a name alone.
    asks = page.facts.asks_password or page.text.problem in HARDLY_A_TEXT
    asks = asks and page.length <= 2 * _BARE and any(ph.said("login").search(h) for h in page.headlines)
    return bool(led or asks or _is_for_members(page)) and not page.held


def _is_for_members(page: Page) -> bool:
    """A short page says in its text that one has to log in first; “log in to comment” stands under articles."""
    if page.length > _NOTICE or page.titled or not page.is_html:
        return False
    return any(ph.said("members").search(line.strip()) for line in page.said) and not page.runs_on(ph.said("members"))


def _is_paywall(page: Page) -> bool:
    traits = page.facts.traits
    if "free" in traits or page.held:
        return False
    if page.text.extent is Extent.WALL and (page.length <= _TEASER or bool(ph.said("paywall").search(page.text.text))):
        return True
    return (
        page.length <= _TEASER
        and bool(ph.said("paywall").search(page.text.text))
        and ("paywall" in traits or page.length <= _SHORT)
    )


def _is_consent(page: Page) -> bool:
    """Led to a form's own address; or a page that says so in a headline and speaks of little else."""
    if page.held or not page.is_html:
        return False
    if page.redirected and _is_form(page.response.final_url) and not _is_form(page.cited.url):
        return True
    if page.titled or page.length > _LONGEST_FORM:
        return False
    headed = any(ph.said("consent").search(h) for h in page.headlines)
    headed = headed and not page.runs_on(ph.said("consent_words"))
    return (headed and page.length <= _SHORT) or _speaks_of_consent(page, 2 if headed else 1)


def _is_form(url: str) -> bool:
    parts = urlsplit(url)
    return bool(ph.CONSENT_PLACE.search(parts.netloc) or ph.CONSENT_PLACE.search(parts.path))


def _speaks_of_consent(page: Page, often: int) -> bool:
    said = ph.said("consent_words").findall(page.text.text[:20_000])
    if page.runs_on(ph.said("consent_words"), _ARTICLE):
        return False
    enough = len(said) >= _LEAST_OF_ITS_KIND and len({word.lower() for word in said}) >= 3
    return enough and len(said) * _OF_ITS_KIND * often >= page.length and not page.is_right


def _is_empty(page: Page) -> bool:
    return not page.response.body.strip() and page.response.status < 300


def _is_same_everywhere(page: Page) -> bool:
    """An address that cannot exist answers with the same page: so this one says nothing either."""
    if page.probe is None or page.is_right:
        return False
    response, text = page.probe
    if not 200 <= response.status < 300:
        return False
    if identity(response.final_url) == identity(page.response.final_url):
        return True
    return _resemble(page.text.text, text.text) and _own_words(page.text.text, text.text) < _OWN_WORDS


def _resemble(one: str, other: str) -> bool:
    a, b = (set(re.findall(r"\w+", t.casefold())) for t in (one, other))
    return bool(a) and len(a & b) >= 0.9 * len(a | b)


def _own_words(text: str, everywhere: str) -> int:
    """How many words of a page stand in blocks that the site does not show everywhere."""
    common = set(everywhere.split("\n\n"))
    return count_words("\n\n".join(block for block in text.split("\n\n") if block not in common))


# Asked once more when the answer of an address that cannot exist is there to compare with.
SAME_EVERYWHERE = Sign(
    "same_everywhere",
    _is_same_everywhere,
    Link.SOFT_404,
    "The site answers with this page at every address, also at one that cannot exist.",
    spares="pages that show the cited title or words",
)
SIGNS: tuple[Sign, ...] = (
    # The status line, where it is to be believed.
    Sign("bot_wall", _is_challenge_status, Link.BLOCKED, "The site asks visitors to prove that they are human."),
    Sign("status_404", _status(404), Link.GONE, "The server answered 404 Not Found."),
    Sign("status_410", _status(410), Link.GONE, "The server answered 410 Gone: the page was removed for good."),
    Sign("login", _status(401, 407), Link.RESTRICTED, "The server asks for a login ({status})."),
    Sign("paywall", _status(402), Link.RESTRICTED, "The server asks for payment (402)."),
    Sign(
        "rate_limit",
        _status(420, 429),
        Link.BLOCKED,
        "The server answered that there were too many requests ({status}).",
    ),
    Sign("legal", _status(451), Link.BLOCKED, "The server may not show the page here, for legal reasons (451)."),
    Sign(
        "forbidden",
        lambda p: 400 <= p.response.status < 500,
        Link.BLOCKED,
        "The server refused to answer this program ({status}).",
    ),
    Sign(
        "server_error",
        lambda p: 500 <= p.response.status < 600,
        Link.SERVER_ERROR,
        "The server has an error of its own ({status}).",
    ),
    Sign(
        "protocol",
        lambda p: not 200 <= p.response.status < 300,
        Link.UNREACHABLE,
        "The server answered {status} without saying where to go.",
    ),
    # What the page itself shows.
    Sign(
        "bot_wall",
        _has_wall_header,
        Link.BLOCKED,
        "The server let this program wait in front of the page, as walls against programs do ({status}).",
        spares="pages with text, whatever stands in their headers",
    ),
    Sign(
        "empty",
        _is_empty,
        Link.SOFT_404,
        "The server answered with an empty page.",
        spares="pages whose text stands in JSON-LD or noscript",
    ),
    Sign(
        "bot_wall",
        _is_challenge,
        Link.BLOCKED,
        "The site asks visitors to prove that they are human.",
        spares="articles about captchas; pages that only load such a script",
    ),
    Sign(
        "geo",
        _says("elsewhere_only"),
        Link.BLOCKED,
        "The site does not show the page in this country.",
        spares="articles about blocked countries: only short pages, or a headline",
    ),
    Sign(
        "waiting",
        _headline_says("waiting", _NOTICE),
        Link.BLOCKED,
        "The site lets visitors wait: too many ask at once.",
        spares="articles about queues: only short pages",
    ),
    Sign(
        "parked_script",
        _is_parked_script,
        Link.PARKED,
        "A script leads to a page for parked domains.",
        spares="pages whose scripts merely mention a parking firm",
    ),
    Sign(
        "default_page",
        _headline_says("default", 260),
        Link.PARKED,
        "The server shows its installation page.",
        spares="articles about installing a server",
    ),
    Sign(
        "suspended",
        _headline_says("suspended"),
        Link.PARKED,
        "The site's account was suspended.",
        spares="articles about suspended accounts",
    ),
    Sign(
        "parked",
        _is_parked,
        Link.PARKED,
        "The domain is for sale or parked.",
        spares="articles about the trade in domains",
    ),
    Sign(
        "hijacked",
        _is_hijacked,
        Link.PARKED,
        "The domain is in other hands: the page sells something else altogether.",
        spares="articles about casinos, and sites whose trade it is",
    ),
    Sign(
        "database",
        _headline_says("database"),
        Link.SERVER_ERROR,
        "The site cannot reach its own database.",
        spares="help pages about this very error",
    ),
    Sign(
        "maintenance",
        _is_out_of_order,
        Link.SERVER_ERROR,
        "The site says that it is out of order at the moment.",
        spares="articles about roadworks and repairs",
    ),
    Sign(
        "login",
        _is_login,
        Link.RESTRICTED,
        "The address leads to a login.",
        spares="pages with a login link or form beside the article",
    ),
    Sign(
        "age",
        _headline_says("age", _NOTICE),
        Link.RESTRICTED,
        "The page asks whether the visitor is old enough before it shows anything.",
        spares="articles about such questions: only short pages",
    ),
    Sign(
        "error_address",
        lambda p: _was_inner(p) and bool(ph.ERROR_PATH.search(p.final_path)),
        Link.SOFT_404,
        "The address leads to an error page.",
        spares="articles whose own address holds such a word",
    ),
    Sign(
        "not_found_page",
        _is_not_found,
        Link.SOFT_404,
        "The page says that there is nothing at this address.",
        spares="articles about error pages; pages that hold the cited title or words",
    ),
    Sign(
        "removed",
        _is_removed,
        Link.SOFT_404,
        "The page says that what stood here was removed or is not shown any more.",
        spares="articles about removed videos and posts: only headlines of short pages, and what a player's data say",
    ),
    Sign(
        "script_redirect",
        _is_script_redirect,
        Link.NEEDS_JS,
        "The page goes elsewhere by a script, which was not run.",
        spares="pages whose scripts set an address for other ends",
    ),
    Sign(
        "redirect_notice",
        _is_redirect_notice,
        Link.NEEDS_JS,
        "The page only says that it leads elsewhere; where it leads was not opened.",
        spares="articles about redirects, and notices beside a text",
    ),
    Sign(
        "shell",
        _is_shell,
        Link.NEEDS_JS,
        "The page is empty until its scripts run.",
        spares="short pages that are readable without scripts",
    ),
    Sign(
        "to_search",
        lambda p: _was_inner(p) and bool(ph.SEARCH_PATH.search(p.final_path)),
        Link.SOFT_404,
        "The address leads to a search of the site.",
        spares="searches that were cited themselves",
    ),
    Sign(
        "to_home",
        _is_home,
        Link.SOFT_404,
        "The address leads to the site's front page.",
        spares="front pages that were cited themselves",
    ),
    Sign(
        "to_section",
        _is_section,
        Link.SOFT_404,
        "The address leads to a list of other articles.",
        spares="lists that were cited themselves",
    ),
    Sign(
        "page_for_file",
        _is_pdf_gone,
        Link.SOFT_404,
        "A document was cited; a short page answers in its place.",
        spares="landing pages that carry the cited title",
    ),
    Sign(
        "paywall",
        _is_paywall,
        Link.RESTRICTED,
        "Only the beginning is shown; the rest is for subscribers.",
        spares="whole articles with an offer to subscribe at their end",
    ),
    Sign(
        "consent",
        _is_consent,
        Link.RESTRICTED,
        "A consent form stands in front of the page.",
        spares="whole articles with a cookie banner",
    ),
    SAME_EVERYWHERE,
)


# --- the page is there ---------------------------------------------------------------------------


def moved_to(page: Page) -> bool:
    """Whether a permanent redirect leads to another address (not merely http to https, www, or a slash)."""
    return page.redirected and any(
        hop.status in (200, 301, 308) and identity(hop.url) != identity(hop.location or "")
        for hop in page.response.hops
    )


def fragment_is_missing(page: Page) -> bool:
    """Whether the place that the address names is not on the page; what names no place of the page itself is none (`phrases.NO_PLACE`)."""
    name, directive, wanted = _fragment(page).partition(":~:")
    if not page.is_html or not (name or directive):
        return False
    if directive:
        return not _holds_text(page, wanted)
    plain = unquote(name)
    if ph.NO_PLACE.search(plain) or len(page.facts.names) >= MOST_NAMES or page.text.problem is not None:
        return False
    return page.facts.names.isdisjoint((name, plain)) and not _is_named(page, plain)


def _fragment(page: Page) -> str:
    """The place as cited, or as the last redirect says that names one: browsers go there."""
    given = [urlsplit(hop.location or "").fragment for hop in page.response.hops]
    return next(filter(None, reversed(given)), urlsplit(page.cited.url).fragment)


def _is_named(page: Page, name: str) -> bool:
    """Whether a place has this name but for its case, marks between its words, and what hosts of code put before it."""
    wanted = {_place(name), _place(_DOTTED.sub(r"%\1", name))}
    return not wanted.isdisjoint(map(_place, page.facts.names))


def _place(name: str) -> str:
    return "-".join(re.findall(r"[^\W_]+", unquote(name).casefold())).removeprefix(_PREFIX)


def _holds_text(page: Page, wanted: str) -> bool:
    """A text fragment: `text=[prefix-,]start[,end][,-suffix]` (WICG)."""
    text = f" {_words(page.text.text)} "
    for directive in wanted.split("&"):
        if directive.startswith("text="):
            parts = [
                _words(unquote(p))
                for p in directive[5:].split(",")
                if p and not p.endswith("-") and not p.startswith("-")
            ]
            if not all(part in text for part in parts):
                return False
    return True


def _words(text: str) -> str:
    return " ".join(re.findall(r"\w+", fold(text).text.casefold()))
