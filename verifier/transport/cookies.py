"""The cookies of one chain of redirects (RFC 6265): gates set them, and let in who brings them back.

In: the `Set-Cookie` lines of an answer. Out: the `Cookie` header for the next address. The rule of this file: a cookie goes to the host
that set it, or to the domain that this host names and is part of, never to a public suffix; nothing outlives the chain.
"""

from __future__ import annotations

import ipaddress
from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import urlsplit

from verifier.urls import is_registered

_MOST = 20
_LONGEST = 4096


@dataclass(frozen=True, slots=True)
class _Cookie:
    name: str
    value: str
    domain: str
    with_subdomains: bool
    path: str
    secure: bool

    def goes_to(self, host: str, path: str, scheme: str) -> bool:
        """Whether it is for this address."""
        mine = host == self.domain or (self.with_subdomains and _is_part(host, self.domain))
        under = path == self.path or path.startswith(self.path.rstrip("/") + "/")
        return mine and under and (scheme == "https" or not self.secure)


class Jar:
    """The cookies of a chain, by name, domain and path."""

    def __init__(self) -> None:
        self._kept: dict[tuple[str, str, str], _Cookie] = {}

    def take(self, url: str, lines: Iterable[str]) -> None:
        """Keep what an address set."""
        host = (urlsplit(url).hostname or "").lower()
        for line in lines:
            cookie, ended = _read(line[:_LONGEST], host)
            if cookie is None:
                continue
            key = (cookie.name, cookie.domain, cookie.path)
            if ended:
                self._kept.pop(key, None)
            elif key in self._kept or len(self._kept) < _MOST:
                self._kept[key] = cookie

    def header(self, url: str) -> dict[str, str]:
        """The header for an address, none where no cookie is for it."""
        parts = urlsplit(url)
        host, path = (parts.hostname or "").lower(), parts.path or "/"
        sent = [f"{c.name}={c.value}" for c in self._kept.values() if c.goes_to(host, path, parts.scheme)]
        return {"Cookie": "; ".join(sent)} if sent else {}


def _read(line: str, host: str) -> tuple[_Cookie | None, bool]:
    """A cookie and whether it ends at once; None where it is none, or for somebody else. Values may hold any marks (JSON)."""
    pair, *given = line.split(";")
    name, equals, value = (part.strip() for part in pair.partition("="))
    named = {key.strip().lower(): end.strip() for key, _, end in (part.partition("=") for part in given)}
    if not equals or not name or any(ord(mark) < ord(" ") for mark in name + value):
        return None, False
    domain = named.get("domain", "").lower().lstrip(".")
    if domain and domain != host and not _may_name(host, domain):
        return None, False
    path = named.get("path", "")
    cookie = _Cookie(
        name, value, domain or host, bool(domain), path if path.startswith("/") else "/", "secure" in named
    )
    return cookie, named.get("max-age", "").startswith(("0", "-"))


def _may_name(host: str, domain: str) -> bool:
    """Whether a host may set a cookie for a domain: one above it that somebody registered."""
    return _is_part(host, domain) and is_registered(domain)


def _is_part(host: str, domain: str) -> bool:
    try:
        ipaddress.ip_address(host.strip("[]"))
    except ValueError:
        return host.endswith("." + domain)
    return False
