"""Addresses in running text: find them, repair them, tell whether two are the same.

In: text. Out: addresses as they are to be fetched (`find_urls`), or a key for comparing (`identity`), which is never
fetched. The rules stand in tables: endings that are punctuation, web archives, tracking parameters.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING
from urllib.parse import parse_qsl, quote, unquote, urlencode, urlsplit

from verifier.languages import words
from verifier.redact import redact

if TYPE_CHECKING:
    from publicsuffixlist import PublicSuffixList

# What begins an address in running text.
_SCHEME = r"(?:https?|ftp|file|gopher|javascript|vbscript|data|blob|ws|wss)"
_START = re.compile(
    # Telephones write Http://; of other schemes a capital is the beginning of a sentence (Data: …).
    rf"(?P<scheme>(?<![A-Za-z0-9+.-])(?:{_SCHEME}:(?=\S)|(?i:https?://)(?=\S)))"
    r"|(?P<www>(?<![\w/.@-])(?i:www)\d?\.(?=[^\s.]))"
    r"|(?P<doi>(?<![\w/])(?:doi:\s?(?=10\.)|DOI:?\s{0,2}(?=10\.)))"
    r"|(?P<baredoi>(?<![\w/.])(?=10\.\d{4,9}/\S))"
    r"|(?P<arxiv>(?<![\w/])arXiv:\s?(?=\d{4}\.\d{4,5}|[a-z-]+/\d{7}))"
    r"|(?P<hdl>(?<![\w/])hdl:\s?(?=\d+[\d.]*/\S))"
    r"|(?P<bare>(?<![\w/@.-])(?=(?:[a-z0-9-]{1,63}\.){1,4}[a-z]{2,24}/[^\W_]))",
)
# No address holds a full-width or Arabic mark of punctuation: such pages write none between it and the next word.
_SPACE = re.compile(r"[\s\u00a0\u200b<>\"“”„«»，。；：、！？（）【】《》「」『』،؛؟]")
# Where an address was broken over lines, the next line goes on with these.
_GOES_ON = re.compile(r"[\w%/?&=#~.+_-]*[/?&=#%_][\w%/?&=#~.,+_:;@!$()*'-]*|[\w-]+\.(?:html?|php|aspx?|pdf|shtml)\b")
# DOIs of the time before 2008 may hold a number in angle brackets (SICI): 10.1000/x(2016)7:2<45::AID-X1>3.0.CO;2-Q
_OLD_DOI = re.compile(r"<[^\s<>]{1,40}>\d\.\d\.[A-Z]{2};\d-[\w#]")
_TRAILING = ".,;:!?'’‘`*_|…。，、；：！？）》】」』"
_PAIRS = {")": "(", "]": "[", "}": "{"}
_RESOLVERS = {
    "doi": "https://doi.org/",
    "baredoi": "https://doi.org/",
    "arxiv": "https://arxiv.org/abs/",
    "hdl": "https://hdl.handle.net/",
}
_LONGEST = 4000


def find_urls(text: str) -> tuple[tuple[int, int, str], ...]:
    r"""All addresses of a text: (start, end, the address repaired), in order.

    >>> find_urls("See https://site.example/a_(b), and www.other.example.")
    ((4, 30, 'https://site.example/a_(b)'), (36, 53, 'http://www.other.example'))
    >>> [url for _, _, url in find_urls("HTTPS://Site.example/A and WWW.Other.example/b")]
    ['https://Site.example/A', 'http://www.Other.example/b']
    >>> find_urls("doi:10.1000/182.")[0][2]
    'https://doi.org/10.1000/182'
    >>> find_urls("<https://site.example/long-\nname/page.html>")[0][2]
    'https://site.example/long-name/page.html'
    """
    return tuple(_scan(text))


def _scan(text: str) -> Iterator[tuple[int, int, str]]:
    at = 0
    while found := _START.search(text, at):
        start, kind = found.start(), found.lastgroup or ""
        bracketed = start > 0 and text[start - 1] == "<"
        end = _end_in_brackets(text, found.end()) if bracketed else None
        end = end or _end(text, found.end(), kind)
        raw = re.sub(r"\s+", "", text[start:end])
        url = _complete(raw, kind)
        if url is None:
            at = max(found.end(), start + 1)
            continue
        yield start, end, redact(url)
        at = max(end, start + 1)


def _end_in_brackets(text: str, start: int) -> int | None:
    """`<…>` tells exactly where an address ends, also over lines."""
    close = text.find(">", start, start + _LONGEST)
    inside = text[start:close]
    return close if close > 0 and "<" not in inside and inside.count("\n") <= 3 and " " not in inside.strip() else None


def _end(text: str, start: int, kind: str) -> int:
    """The first white space or quotation mark, less closing punctuation; over a line break where the address plainly goes on."""
    end = _stop(text, start)
    if (old := _OLD_DOI.match(text, end)) and "10." in text[start - 20 : end]:
        end = old.end()
    if kind == "scheme":
        while end < len(text) and (after := _next_line(text, start, end)):
            end = after
    return _trim(text, start, end)


def _stop(text: str, start: int) -> int:
    found = _SPACE.search(text, start, start + _LONGEST)
    return found.start() if found else min(len(text), start + _LONGEST)


def _next_line(text: str, start: int, end: int) -> int | None:
    """Where the address goes on after a line break: the line ended inside it, and the next begins like a part of one."""
    if text[end] not in "\r\n" or text[end - 1] not in "/-_=&?%+#~" or end - start < 8:
        return None
    rest = text[end : end + 200]
    skipped = len(rest) - len(rest.lstrip())
    if rest[:skipped].count("\n") > 1:
        return None
    following = _GOES_ON.match(text, end + skipped)
    return _stop(text, end + skipped) if following else None


def _trim(text: str, start: int, end: int) -> int:
    """Punctuation at the end belongs to the sentence; a closing bracket too, unless it was opened inside."""
    opened = {mark: text.count(mark, start, end) for mark in "()[]{}"}
    while end > start:
        last = text[end - 1]
        if last in _PAIRS:
            if opened[last] <= opened[_PAIRS[last]]:
                break
            opened[last] -= 1
        elif last not in _TRAILING or (last == "_" and text[end - 2 : end - 1].isalnum()):
            break
        end -= 1
    return end


def _complete(raw: str, kind: str) -> str | None:
    """The address that is asked for; None where what follows is none."""
    if kind in _RESOLVERS:
        return _RESOLVERS[kind] + re.sub(r"^(?:doi|DOI|arXiv|hdl):?", "", raw)
    if kind == "bare":
        return "http://" + raw if _is_bare_address(raw) else None
    if kind == "www":
        return "http://" + raw[:3].lower() + raw[3:] if "." in raw[4:] else None
    scheme, rest = raw.split(":", 1)
    raw = f"{scheme.lower()}:{rest}"
    if raw.lower().startswith(("http", "ftp", "ws")):
        if re.match(r"/{0,2}https?:/", rest, re.IGNORECASE):  # http://https://site: written twice
            return _complete(rest.lstrip("/"), kind)
        return raw if rest.strip("/") else None
    return raw if len(rest) > 3 else None


# --- addresses without a scheme ------------------------------------------------------------------

# Endings that stand for nothing else; behind every other one the path must look like a path.
_PLAIN_ENDINGS = frozenset("com org net edu gov int info eu".split())
# Endings of domains that are endings of files as well, and what such files are mostly called.
_FILE_ENDINGS = frozenset("as cc la md mk ml mov pm ps py rs sh so td tf zip".split())
_FILE_NAMES = frozenset(
    "app build changelog config conftest index init install lib license main readme run setup test".split()
)
_UNITS = frozenset("cm g kg km lb mg min ml mm mol".split())
_LIKE_A_PATH = re.compile(r"[\d/?=&_-]")
_LIKE_A_FILE = re.compile(r"[\w-]+\.(?!(?:html?|php|aspx?|jsp|pdf|shtml)\Z)\w{1,4}")


def _is_bare_address(raw: str) -> bool:
    """Whether `host/path` is an address: a domain that can be registered (public suffix list), and no file or abbreviation.

    >>> [_is_bare_address(raw) for raw in ("amu.tv/126348", "gazette.co.uk/a", "main.py/run", "node.js/express", "mg.kg/day")]
    [True, True, False, False, False]
    """
    name, _, path = raw.partition("/")
    ending = _suffixes().publicsuffix(name, accept_unknown=False)
    own = _suffixes().privatesuffix(name, accept_unknown=False)
    if not ending or not own or not path:
        return False
    label = own.partition(".")[0]
    if ending in _PLAIN_ENDINGS or "." in ending:
        return True
    return not _is_no_name(label, path) and _fits_ending(label, ending, path)


def _is_no_name(label: str, path: str) -> bool:
    """Ordinals, units, abbreviations and small words are no names of sites; nor is one letter, but for short links."""
    short = len(path) < 5 and path.isalnum()
    if label.isdigit():
        return len(label) < 3
    if len(label) == 1 or label in words("function_words"):
        return short  # t.co/1aBcD, but this.is/that
    return label in _UNITS | words("counting") | words("announcing") or _LIKE_A_FILE.fullmatch(path) is not None


def _fits_ending(label: str, ending: str, path: str) -> bool:
    """Countries' endings take any path; those that are words or endings of files as well want more than a word."""
    if ending in _FILE_ENDINGS:
        return label not in _FILE_NAMES and ("/" in path.strip("/") or re.search(r"-|\d{4}", path) is not None)
    return len(ending) == 2 or _LIKE_A_PATH.search(path) is not None


# --- comparing ---------------------------------------------------------------------------------

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


# --- web archives --------------------------------------------------------------------------------

# How archives write the original address and the date of the copy into their own address.
_ARCHIVES = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        r"https?://(?:web\.)?archive\.org/web/(?P<at>\d{4,14})(?:[a-z]{2}_)?/(?P<url>.+)",
        r"https?://(?:web\.)?archive\.org/web/\*?/(?P<url>https?:.+)",
        r"https?://(?:www\.)?archive\.(?:today|is|ph|md|li|vn|fo)/(?P<at>\d{4}[\d.-]{4,15})/(?P<url>.+)",
        r"https?://(?:www\.)?archive\.(?:today|is|ph|md|li|vn|fo)/o/[A-Za-z0-9]+/(?P<url>.+)",
        r"https?://(?:www\.)?webarchive\.(?:org\.uk|nationalarchives\.gov\.uk|loc\.gov)/(?:\w+/)*(?P<at>\d{8,14})(?:[a-z]{2}_)?/(?P<url>.+)",
        r"https?://arquivo\.pt/wayback/(?P<at>\d{8,14})(?:[a-z]{2}_)?/(?P<url>.+)",
        r"https?://wayback\.archive-it\.org/\d+/(?P<at>\d{8,14})(?:[a-z]{2}_)?/(?P<url>.+)",
        r"https?://perma-archives\.org/warc/\d+/(?P<url>.+)",
        r"https?://(?:www\.)?webcitation\.org/\w+\?(?:[^#]*&)?url=(?P<url>https?(?::|%3A)[^&#]+).*",
        # Archives that run pywb or OpenWayback, whoever keeps them.
        r"https?://[^/?#]+/(?:[\w.-]+/){0,3}(?P<at>\d{14})(?:[a-z]{2}_)?/(?P<url>https?:/{1,2}[^/].+)",
        r"https?://webcache\.googleusercontent\.com/search\?q=cache:(?:[\w-]{12}:)?(?P<url>[^+&]+).*",
    )
)


# Hosts that keep copies of other sites' pages; the addresses of some do not tell of what.
_KEEPERS = frozenset(
    """
    archive.today archive.is archive.ph archive.md archive.li archive.vn archive.fo perma.cc perma-archives.org webcitation.org
    ghostarchive.org megalodon.jp freezepage.com conifer.rhizome.org webrecorder.io arquivo.pt archive-it.org webarchive.org.uk
    webcache.googleusercontent.com cc.bingj.com timetravel.mementoweb.org
    """.split()
)


def is_archive(url: str) -> bool:
    """Whether an address is a web archive's: of a copy, as far as the address tells.

    >>> is_archive("https://perma.cc/AB12-CD34"), is_archive("https://site.example/20240101000000/page")
    (True, False)
    """
    name = host(url)
    return any(name == keeper or name.endswith("." + keeper) for keeper in _KEEPERS) or split_archive(url)[0] != url


def is_copy(url: str | None) -> bool:
    """Whether this is the address of one copy: no list of captures, and nothing that cannot be asked.

    >>> is_copy("https://web.archive.org/web/2019/https://site.example/"), is_copy("https://web.archive.org/web/*/site.example")
    (True, False)
    """
    return url is not None and is_fetchable(url) and "/*" not in url


def split_archive(url: str) -> tuple[str, str | None]:
    """The original address and the ISO date of the copy, where an address is a web archive's; else the address itself.

    >>> split_archive("https://web.archive.org/web/20241005120000/https://site.example/a")
    ('https://site.example/a', '2024-10-05')
    """
    for pattern in _ARCHIVES:
        fit = pattern.fullmatch(url)
        if fit:
            given = unquote(fit["url"]) if re.match(r"https?%3A", fit["url"], re.IGNORECASE) else fit["url"]
            original = given if "://" in given else re.sub(r"^(https?):/+", r"\1://", given, flags=re.IGNORECASE)
            original = original if "://" in original else "http://" + original
            return original, _archive_date(fit.groupdict().get("at"))
    return url, None


def _archive_date(stamp: str | None) -> str | None:
    digits = re.sub(r"\D", "", stamp or "")
    return f"{digits[:4]}-{digits[4:6]}-{digits[6:8]}" if len(digits) >= 8 else digits[:4] or None
