"""Whether two addresses are the same, and whose an address is.

In: an address. Out: a key for comparing (`identity`), which is never fetched, its host, its registered domain.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING
from urllib.parse import parse_qsl, quote, unquote, urlencode, urlsplit

if TYPE_CHECKING:
    from publicsuffixlist import PublicSuffixList

_TRACKING = re.compile(
    r"""(?:(?:utm|mtm|pk|piwik|matomo|hsa|ns)_\w+|_hs(?:enc|mi)|(?:fb|g|dcl|msclk|y|tw|tt|twitter)clid|g(?:braid|ad_source)|wbraid|srsltid|mkt_tok
    |mc_[ce]id|igshi?d?|mibextid|_ga|_gl|ref_src|ref_url|cmpid|ocid|icid|smid|xtor|at_(?:medium|campaign|custom\d|link_\w+)|wt[._]?(?:mc|zmc)\w*
    |vero_(?:id|conv)|oly_(?:anon|enc)_id|s_cid|__twitter_impression|guc(?:counter|e_referrer(?:_sig)?))$""",
    re.IGNORECASE | re.VERBOSE,
)
_DEFAULT_PORTS = {"http": "80", "https": "443"}
_SAFE = "/:@!$&'()*+,;=~-._"


def identity(url: str) -> str:
    """One key for addresses that name the same page; never fetched.

    >>> identity("HTTP://WWW.Site.example:80/a/?utm_source=x#top") == identity("https://site.example/a")
    True
    >>> identity("http://dx.doi.org/10.1000/AB") == identity("https://doi.org/10.1000/ab")
    True
    >>> identity("http://münze.example./%7Ea") == identity("https://xn--mnze-0ra.example/~a")
    True
    """
    try:
        parts = urlsplit(url.strip())
        name, port = _ascii((parts.hostname or "").rstrip(".")).removeprefix("www."), parts.port
    except ValueError:
        return url.strip()
    if parts.scheme not in ("http", "https"):
        return url.strip()
    port_text = "" if port is None or str(port) in _DEFAULT_PORTS.values() else f":{port}"
    path = quote(unquote(parts.path).rstrip("/"), safe=_SAFE)
    if name in ("doi.org", "dx.doi.org"):  # a DOI is the same in capitals (ISO 26324)
        return f"doi.org{path.casefold()}"
    query = urlencode([(k, v) for k, v in parse_qsl(parts.query, keep_blank_values=True) if not _TRACKING.match(k)])
    return f"{name}{port_text}{path}" + (f"?{query}" if query else "")


def _ascii(name: str) -> str:
    """A host's name as it is asked for (IDNA)."""
    try:
        return name if name.isascii() else name.encode("idna").decode()
    except UnicodeError:
        return name


def host(url: str) -> str:
    """The host of an address, lower case, without `www.`; "" where there is none.

    >>> host("https://www.Site.example:8080/a")
    'site.example'
    """
    try:
        return (urlsplit(url).hostname or "").removeprefix("www.")
    except ValueError:
        return ""


def public_suffix(name: str) -> str | None:
    """The public suffix of a host, where the list knows it."""
    return _suffixes().publicsuffix(name, accept_unknown=False)


def private_suffix(name: str) -> str | None:
    """The registered domain of a host, where the list knows its suffix."""
    return _suffixes().privatesuffix(name, accept_unknown=False)


@lru_cache(maxsize=1)
def _suffixes() -> PublicSuffixList:
    from publicsuffixlist import PublicSuffixList  # noqa: PLC0415 - 60 ms, not everybody asks

    return PublicSuffixList()


def registrable(url: str) -> str:
    """The domain that somebody registered (public suffix list), the host itself where there is none.

    >>> registrable("https://news.site.co.uk/a")
    'site.co.uk'
    """
    name = host(url)
    return (_suffixes().privatesuffix(name) or name) if name else ""


def is_registered(name: str) -> bool:
    """Whether a domain is one that somebody registered, or a part of one: no public suffix.

    >>> is_registered("site.example"), is_registered("co.uk"), is_registered("example")
    (True, False, False)
    """
    return _suffixes().privatesuffix(name) is not None


def is_fetchable(url: str) -> bool:
    """Whether this is a web address with a host.

    >>> is_fetchable("https://site.example/"), is_fetchable("ftp://site.example/"), is_fetchable("http:///x")
    (True, False, False)
    """
    return url.lower().startswith(("http://", "https://")) and bool(host(url))
