"""Addresses as files of captures write them: what was asked for, and the key by which an index is sorted.

In: an address as it was cited or answered. Out: one spelling of it, by which a capture is found again.
"""

from __future__ import annotations

import re
from contextlib import suppress
from urllib.parse import quote, urlsplit

from verifier.redact import redact
from verifier.urls import host

# All of ASCII that is printed, but for the space.
_PRINTED = "".join(map(chr, range(0x21, 0x7F)))


def asked(url: str) -> str:
    """An address as it is asked and as captures name it: without fragment and user, in ASCII.

    >>> asked("https://me:secret@münze.example/á b#top")
    'https://xn--mnze-0ra.example/%C3%A1%20b'
    """
    url = redact(url.partition("#")[0])
    if url.isascii() and " " not in url:
        return url
    name = host(url)
    with suppress(UnicodeError):
        url = url.replace(name, name.encode("idna").decode(), 1) if not name.isascii() else url
    return in_ascii(url)


def in_ascii(url: str) -> str:
    """An address, whole or not, whose letters beyond ASCII are written by their bytes."""
    return quote(url.encode("utf-8", "replace"), safe=_PRINTED)


def sort_key(url: str) -> str:
    """The key by which an index is sorted (SURT): the host's parts from the last, then the path.

    >>> sort_key("https://www.Site.example:8080/a/B?y=2&x=1")
    'example,site:8080)/a/b?x=1&y=2'
    """
    try:
        parts = urlsplit(url)
        name, port = (parts.hostname or "").removeprefix("www."), parts.port
    except ValueError:
        return url.lower().replace(" ", "%20")
    if not name:
        return url.lower().replace(" ", "%20")
    query = "&".join(sorted(parts.query.lower().split("&")))
    place = "" if port in (None, 80, 443) else f":{port}"
    path = re.sub(r"(?<=.)/$", "", parts.path.lower()) or "/"
    return (f"{','.join(reversed(name.split('.')))}{place}){path}" + (f"?{query}" if query else "")).replace(" ", "%20")
