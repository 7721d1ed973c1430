"""Web archives: how they write the original address and the date of a copy into their own.

In: an address. Out: whether it is a copy's, and of what. The rules stand in a table.
"""

from __future__ import annotations

import re
from urllib.parse import unquote

from verifier.urls.comparing import host, is_fetchable

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
