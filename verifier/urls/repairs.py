"""How addresses are written by mistake, or on purpose so that nobody opens them: read as they are meant.

In: the raw characters of one address. Out: the address. The rules: blanks and slashes in the scheme are as they must be, `hxxp` and `[.]`
are written back. An address that was cut in print stays as it is (`shortened`).
"""

from __future__ import annotations

import re

from verifier.languages import pattern

_DOTS = pattern("dots")
# A dot in brackets, or as a word between blanks: `boats[.]example`, `boats(dot)example`, `boats dot example`.
_DOT = (
    rf"(?:\s?(?:\[\s?(?:\.|{_DOTS})\s?\]|\((?:\.|{_DOTS})\)|\{{(?:\.|{_DOTS})\}}|<(?:\.|{_DOTS})>)\s?|\s(?:{_DOTS})\s)"
)
DISARMED_DOT = re.compile(_DOT, re.IGNORECASE)
# The host of an address, whose dots are written so.
DISARMED_HOST = re.compile(rf"[\w-]{{1,63}}(?:(?:\.|{_DOT})[\w-]{{1,63}}){{1,6}}", re.IGNORECASE)
# A scheme as it is meant: `http: //`, `https//`, `http:///`, `hxxps[:]//`, `htttps:/`, `ttps://`, `hhttp://`, `http:\\`.
# What follows is a host.
SCHEME = re.compile(
    rf"(?<![A-Za-z0-9+.-])(?i:h{{1,2}}(?:tt?tp|tpp?|tt?pp|xxp|\*\*p|__p)|ttp(?=s?://))(?P<secure>[sS]?)\s?"
    r"(?:\[?[:;]\]?\s?[/\\]{1,4}|\[:[/\\]{2}\]|:\s?:\s?[/\\]{1,3}|[/\\]{2})\s?"
    rf"(?=(?:[\w-]{{1,63}}(?:\.|{_DOT})){{1,6}}[^\W\d_]{{2,24}}|localhost\b|\d{{1,3}}(?:\.\d{{1,3}}){{3}})"
)
_WRITTEN_TWICE = re.compile(r"https?:?/{0,3}(?=https?:?/)", re.IGNORECASE)


def repair(raw: str) -> str:
    r"""An address as it is meant; one with nothing wrong is handed back.

    >>> repair("hxxps://boats[.]example/x"), repair("https//www.boats.example/a"), repair("http:\\\\boats.example\\a")
    ('https://boats.example/x', 'https://www.boats.example/a', 'http://boats.example/a')
    """
    scheme = SCHEME.match(raw)
    if scheme is None:
        return raw
    rest = raw[scheme.end() :]
    if host := DISARMED_HOST.match(rest):
        rest = DISARMED_DOT.sub(".", host[0]) + rest[host.end() :]
    rest = re.sub(r"\s+", "", rest)
    if "\\" in scheme[0]:
        rest = rest.replace("\\", "/")
    return f"http{scheme['secure'].lower()}://{rest}"


def one_scheme(url: str) -> str:
    """Of a scheme that is written twice (`http://https://site`), the last.

    >>> one_scheme("http://https//site.example/a")
    'https://site.example/a'
    """
    at = 0
    while again := _WRITTEN_TWICE.match(url, at):
        at = again.end()
    return repair(url[at:]) if at else url
