"""Outside strings made harmless for one medium each: terminal, Markdown, CSV, links.

Control characters and bidirectional overrides are shown as escapes (Trojan Source, CVE-2021-42574), so
that nothing in a page or an article can move the cursor, hide words or forge a line.
"""

from __future__ import annotations

import re
from urllib.parse import quote, urlsplit

_HIDDEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028\u2029\u202a-\u202e\u2060-\u2069\ufeff\ud800-\udfff"
    # No characters at all, and forbidden in XML and HTML.
    "\ufdd0-\ufdef"
    + "".join(f"{chr(plane + 0xFFFE)}{chr(plane + 0xFFFF)}" for plane in range(0, 0x110000, 0x10000))
    + "]"
)
_SPACE = re.compile(r"[ \t\r\n]+")
_MARKDOWN = re.compile(r"([\\`*_{}\[\]<>()#+!|~&$])")
# What a spreadsheet takes for a formula (OWASP, CSV injection), the full-width twins included.
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
_NUMBER = re.compile(r"[+-]?\d+(\.\d+)?")


def _show(character: re.Match[str]) -> str:
    return f"\\u{ord(character[0]):04x}"


def hides(text: str) -> bool:
    r"""Whether a text holds characters that nobody sees: controls, overrides, what is none.

    >>> hides("a\u202eb"), hides("a\nb")
    (True, False)
    """
    return _HIDDEN.search(text) is not None


def for_terminal(text: str) -> str:
    r"""One line, nothing hidden.

    >>> for_terminal("a\x1b[2Jb\nc\u202ed")
    'a\\u001b[2Jb c\\u202ed'
    """
    return _HIDDEN.sub(_show, _SPACE.sub(" ", text)).strip()


def for_terminal_text(text: str) -> str:
    r"""Several lines, nothing hidden.

    >>> for_terminal_text("a\r\nb\x07")
    'a\nb\\u0007'
    """
    return "\n".join(_HIDDEN.sub(_show, line.replace("\r", " ")) for line in text.replace("\r\n", "\n").split("\n"))


def for_markdown(text: str) -> str:
    r"""One line of plain Markdown text.

    >>> for_markdown("![x](http://a) <b>")
    '\\!\\[x\\]\\(http://a\\) \\<b\\>'
    """
    return _MARKDOWN.sub(r"\\\1", for_terminal(text))


def for_csv(value: object) -> str:
    """A cell that no spreadsheet runs.

    >>> for_csv("=1+1"), for_csv(-3)
    ("'=1+1", '-3')
    """
    text = "" if value is None else for_terminal_text(str(value))
    return "'" + text if text.lstrip(" ").startswith(_FORMULA) and not _NUMBER.fullmatch(text) else text


def safe_href(url: str | None) -> str | None:
    """An address that may stand behind a link: http and https only, nothing that ends the attribute.

    >>> safe_href("javascript:alert(1)") is None
    True
    >>> safe_href("https://a.example/x y")
    'https://a.example/x%20y'
    """
    if not url:
        return None
    try:
        scheme, host = urlsplit(url).scheme.lower(), urlsplit(url).hostname
    except ValueError:
        return None
    if scheme not in ("http", "https") or not host:
        return None
    return quote(url.encode("utf-8", "replace").decode(), safe="!#$%&'()*+,/:;=?@[]~", encoding="utf-8")


def show_host(url: str | None) -> str:
    """The host of an address as people should see it: beside a name in foreign letters its ASCII form.

    >>> show_host("https://www.site.example/a")
    'site.example'
    >>> show_host("http://аpnews.example/")
    'аpnews.example (xn--pnews-3ve.example)'
    """
    try:
        host = urlsplit(url or "").hostname or ""
    except ValueError:
        return ""
    host = host.removeprefix("www.")
    if host.isascii():
        return host
    try:
        return f"{host} ({host.encode('idna').decode()})"
    except UnicodeError:
        return f"{host} (not a valid name)"
