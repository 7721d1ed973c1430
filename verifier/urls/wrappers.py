"""Wrappers: addresses that only lead on to another one, which they carry. The address inside is the source.

In: an address. Out: the address inside, or the same. The rows say by which form such an address is known: search engines' and office
suites' redirects, the protections of mail programs, the exits of social networks, the proxies of libraries, translations of pages. A page
that is merely told an address (a validator, a login, a search) is itself the source: it is no row.
"""

from __future__ import annotations

import base64
import binascii
import re
from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import parse_qsl, unquote, urlencode

_MOST = 4  # wrappers around each other
_LONGEST = 4000
_LONGEST_HOST = 254

# A value that is an address, up to the next parameter; one that takes all that follows.
_VALUE = r"(?P<url>(?:https?(?::|%3a|%253a)|www\.)[^&#]+)"
_REST = r"(?P<url>https?:[^\s]+)"
_QUERY = r"\?(?:[^#]*[&;])?"


_PARTING = re.compile(r"%(?:3[DF]|26|25)", re.IGNORECASE)  # = ? & and % itself


def _plain(found: re.Match[str]) -> str:
    """The value of a parameter, encoded as often as it is: where its scheme stands plain, the signs that part a query may not."""
    url = _PARTING.sub(lambda sign: unquote(sign[0]), found["url"]) if "://" in found["url"] else found["url"]
    for _ in range(2):
        if re.match(r"https?%", url, re.IGNORECASE) or "://" not in url:
            url = unquote(url)
    return url


def _proofpoint_2(found: re.Match[str]) -> str:
    return unquote(found["url"].replace("-", "%").replace("_", "/"))


# The length of a run of replaced characters, by the letter behind `**`.
_RUNS = {letter: n for n, letter in enumerate("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_", 2)}


def _proofpoint_3(found: re.Match[str]) -> str:
    """Characters that were replaced by `*`, or a run of them by `**` and its length, stand in Base64 behind the address."""
    replaced = iter(_decoded(found["bytes"] or ""))

    def back(star: re.Match[str]) -> str:
        count = _RUNS[star["run"]] if star["run"] else 1
        return "".join(next(replaced, "") for _ in range(count))

    # A slash may have been lost in the scheme.
    url = re.sub(r"\*(?:\*(?P<run>[\w-]))?", back, found["url"]) if found["bytes"] else found["url"]
    return re.sub(r"^(https?):/(?=[^/])", r"\1://", url)


def _decoded(text: str) -> str:
    """Base64 of addresses, without its padding; "" where it is none."""
    try:
        return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4)).decode("utf-8", "replace")
    except (binascii.Error, ValueError):
        return ""


def _base64(found: re.Match[str]) -> str:
    return _decoded(unquote(found["url"]))


def _dashed_host(found: re.Match[str]) -> str:
    """A host whose dots are hyphens, and whose hyphens are two: `www-site-example.proxy.library.example`."""
    inner = "\0".join(part.replace("-", ".") for part in found["host"].split("--")).replace("\0", "-")
    return f"https://{inner}{_own_path(found['path'])}"


def _dotted_host(found: re.Match[str]) -> str:
    return f"https://{found['host']}{_own_path(found['path'])}"


def _amp(found: re.Match[str]) -> str:
    return f"http{'s' if found['secure'] else ''}://{found['host']}{found['path'] or '/'}"


def _own_path(path: str) -> str:
    """A path without the parameters that the translation added."""
    head, mark, query = path.partition("?")
    own = urlencode([(k, v) for k, v in parse_qsl(query, keep_blank_values=True) if not k.startswith("_x_tr_")])
    return head + (mark + own if own else "")


@dataclass(frozen=True, slots=True)
class Wrapper:
    """One kind of wrapper: its name, the form of its address, how the address inside is read."""

    name: str
    form: re.Pattern[str]
    read: Callable[[re.Match[str]], str] = _plain


def _row(name: str, form: str, read: Callable[[re.Match[str]], str] = _plain) -> Wrapper:
    return Wrapper(name, re.compile(rf"https?://{form}", re.IGNORECASE), read)


_DEFENCE = r"(?:[\w-]+\.)*urldefense(?:\.proofpoint)?\.(?:com|us|io)"
_PROTECTION = (
    r"(?:linkprotect|protect\d?|clicktime|scanmail|urlprotect|url-?sand|emailprotection|mailguard|secure-?web)"
)
# A host whose dots are hyphens: it begins with www, or has three parts, or stands before a proxy that plainly is a library's.
_DASHED = r"(?:www-+[a-z0-9]+|[a-z0-9]+-+[a-z0-9]+(?=-|\.(?:ez|lib)))(?:-+[a-z0-9]+)*"
_TRANSLATOR = r"(?:[\w-]*translat[\w-]*|fanyi|papago|uebersetz\w*|traduire|traductor|tradutor)"
# A label of a host that names a library's proxy.
_PROXY = r"(?:[\w-]*proxy[\w-]*|ezp\d?)"
# The last part of a path that says that the address only leads out.
_EXIT = (
    r"(?:redirect(?:or|ion)?|redir|away|l\.php|link-?filter|linkout|outgoing|outbound|out|off-?site|exit|leav(?:e|ing)|external|goto|jump|bounce"
    r"|clickthrough|safe-?redirect|link-?protect(?:ion)?)(?:\.(?:php|aspx?|html?|cgi|jsp))?"
)
_TO = r"(?:u|url|q|to|target|dest|destination|link|href|goto|redirect(?:_?(?:url|to))?|out|z|st\.link)"

WRAPPERS: tuple[Wrapper, ...] = (
    # Search engines and office suites.
    _row("result", rf"(?:[\w-]+\.){{0,3}}google\.[a-z.]{{2,6}}/(?:url|scholar_url|imgres){_QUERY}(?:q|url|imgrefurl)={_VALUE}.*"),
    _row("amp", r"(?:www\.)?google\.[a-z.]{2,6}/amp/(?P<secure>s/)?(?P<host>[\w-]+(?:\.[\w-]+)+)(?P<path>(?:/[^#]*)?).*", _amp),
    _row("result", rf"(?:[\w-]+\.)?duckduckgo\.com/l/{_QUERY}uddg={_VALUE}.*"),
    _row("result", r"r\.search\.yahoo\.com/(?:[^/]+/)*RU=(?P<url>https?%3a[^/]+)/.*"),
    _row("result", r"(?:[\w-]+\.)?bing\.com/(?:ck/a|news/apiclick\.aspx)\?(?:[^#]*&)?u=a1(?P<url>[\w-]+).*", _base64),
    _row("result", rf"(?:[\w-]+\.)?bing\.com/news/apiclick\.aspx{_QUERY}url={_VALUE}.*"),
    # Protections of mail.
    _row("safe links", rf"(?:[\w-]+\.)*safelinks\.[\w.-]+/(?:[\w/.-]*)?{_QUERY}url={_VALUE}.*"),
    _row("defence", rf"{_DEFENCE}/v3/__(?P<url>.+?)__;(?P<bytes>[\w-]*)(?:!.*)?", _proofpoint_3),
    _row("defence", rf"{_DEFENCE}/v2/url\?(?:[^#]*&)?u=(?P<url>[^&#]+).*", _proofpoint_2),
    _row("defence", rf"{_DEFENCE}/v1/url{_QUERY}u={_VALUE}.*"),
    _row("protection", r"(?:[\w-]+\.)*(?:protect|avanan|url-protection)[\w.-]*/v\d/(?:\w+/){0,2}___(?P<url>https?:.+?)___(?:[./].*)?"),
    _row("protection", rf"(?:[\w-]+\.)*{_PROTECTION}[\w.-]*/[\w./-]*{_QUERY}(?:a|u|url)={_VALUE}.*"),
    _row("protection", r"secure-web\.[\w.-]+/[^/?#]+/(?P<url>https?%3a[^/?#]+).*"),
    _row("protection", rf"(?:[\w-]+\.)*trendmicro\.com/wis/clicktime/v1/query{_QUERY}url={_VALUE}.*"),
    _row("protection", r"(?:[\w-]+\.)*protection\.[\w.-]+/\?(?:[^#]*&)?d=[\w.-]+&(?:[^#]*&)?u=(?P<url>[\w-]{12,}=*)(?:&.*)?", _base64),
    # Exits of social networks, and of whoever says in the path that the address leads out.
    _row("exit", rf"(?:l|lm|out|exit|away|redir|redirect|leaving|click)\.[\w-]+(?:\.[\w-]+)+/(?:l\.php|[\w/.-]*)?{_QUERY}{_TO}={_VALUE}.*"),
    _row("exit", rf"[\w.-]+(?::\d+)?/(?:[\w.~-]+/){{0,5}}{_EXIT}/?{_QUERY}{_TO}={_VALUE}.*"),
    _row("exit", rf"(?:[\w-]+\.)*linkedin\.com/(?:redir/)?(?:redirect|safety/go|checkpoint/[\w/]*){_QUERY}url={_VALUE}.*"),
    _row("exit", rf"(?:link|links)\.[\w-]+(?:\.[\w-]+)+/?{_QUERY}(?:target|url|t)={_VALUE}.*"),
    _row("exit", rf"[\w.-]+/(?:sinaurl|r/|link/v2|url|safety/go|users/outgoing){_QUERY}(?:u|url|toasturl|target)={_VALUE}.*"),
    _row("exit", rf"(?:slack-redir\.net/link|disq\.us/url|exit\.sc/|t\.umblr\.com/redirect){_QUERY}(?:url|z)={_VALUE}.*"),
    _row("exit", rf"(?:[\w-]*(?:anonym|refer|href|hide)[\w-]*\.[\w.-]+/|[\w.-]+/users/outgoing)\?{_REST}"),
    # Proxies of libraries.
    _row("proxy", rf"(?:[\w-]+\.)*{_PROXY}(?:\.[\w-]+)+(?::\d+)?/login\?(?:[^#]*&)?qurl=(?P<url>[^&#]+).*"),
    _row("proxy", rf"(?:[\w-]+\.)*{_PROXY}(?:\.[\w-]+)+(?::\d+)?/login\?(?:[^#]*&)?url={_REST}"),
    _row("proxy", rf"(?:[\w-]+\.)*{_PROXY}(?:\.[\w-]+)+(?::\d+)?/login\?(?:[^#]*&)?url={_VALUE}.*"),
    _row("proxy", rf"[\w.-]+/(?:ezproxy/)?login\?qurl={_VALUE}.*"),
    _row("proxy", rf"go\.openathens\.net/redirector/[\w.-]+{_QUERY}url={_VALUE}.*"),
    _row("proxy", rf"(?P<host>{_DASHED})\.{_PROXY}(?:\.[\w-]+)+(?::\d+)?(?P<path>(?:/.*)?)", _dashed_host),
    _row("proxy", rf"(?P<host>(?:[\w-]+\.)+[a-z]{{2,24}})\.{_PROXY}(?:\.[\w-]+)+(?::\d+)?(?P<path>(?:/.*)?)", _dotted_host),
    # Translations of pages.
    _row("translation", r"(?P<host>[a-z0-9]+(?:-+[a-z0-9]+)+)\.translate\.goog(?P<path>(?:/.*)?)", _dashed_host),
    _row("translation", rf"{_TRANSLATOR}\.[\w.-]+/[\w./-]*{_QUERY}(?:u|url|a|query|to)={_VALUE}.*"),
    _row("translation", rf"[\w.-]+/(?:translate(?:_[cp])?|transpage|website|bv\.aspx){_QUERY}(?:u|url|a|query)={_VALUE}.*"),
)  # fmt: skip
# What every wrapper holds, so that other addresses are not tried on the rows.
_MAY_WRAP = re.compile(
    r"https?(?:://|%3a|%253a|-3a)|www\.|/amp/|proxy|\bezp\d?\.|translate\.goog|[?&;]u=|__", re.IGNORECASE
)


def unwrap(url: str) -> str:
    """The address that a wrapper leads to; an address that is no wrapper's is handed back.

    >>> unwrap("https://www.google.com/url?q=https://site.example/a&sa=D")
    'https://site.example/a'
    >>> unwrap("https://tester.example/look?url=https://site.example/")
    'https://tester.example/look?url=https://site.example/'
    """
    for _ in range(_MOST):
        inside = _inside(url)
        if inside is None:
            return url
        url = inside
    return url


def _inside(url: str) -> str | None:
    if len(url) > _LONGEST or "/" not in url[8 : 8 + _LONGEST_HOST] or not _MAY_WRAP.search(url, 8):
        return None
    for row in WRAPPERS:
        found = row.form.fullmatch(url)
        inside = _as_address(row.read(found)) if found else None
        if inside and inside != url:
            return inside
    return None


def _as_address(text: str) -> str | None:
    """What was inside, where it is an address with a host that has a dot."""
    text = "http://" + text if text.lower().startswith("www.") else text
    return (
        text
        if re.match(r"https?://(?:[\w-]+\.)+[^\W\d_]{2,24}\.?(?::\d+)?(?=[/?#]|$)\S*$", text, re.IGNORECASE)
        else None
    )
