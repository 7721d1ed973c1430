"""Find addresses in running text.

In: text. Out: (start, end, address) as they are to be fetched. The rules say what begins an address, where it ends, how it goes on behind a
break, and what is only glued to it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from verifier.languages import pattern, words
from verifier.redact import redact
from verifier.urls.bare import is_bare_address
from verifier.urls.repairs import DISARMED_DOT, DISARMED_HOST, SCHEME, one_scheme, repair
from verifier.urls.wrappers import unwrap

# What begins an address in running text.
_SCHEME = r"(?:https?|ftp|file|gopher|javascript|vbscript|data|blob|ws|wss)"
_START = re.compile(
    # Telephones write Http://; of other schemes a capital is the beginning of a sentence (Data: …). A word may be glued in front.
    rf"(?P<scheme>(?<![A-Za-z0-9+.-])(?:{_SCHEME}:(?=\S)|(?i:https?://)(?=\S))|(?<=\w)https?://(?=\w))"
    r"|(?P<www>(?<![\w/.@-])(?i:www)\d?(?:\.|\[\.\])(?=[^\s.]))"
    r"|(?P<doi>(?<![\w/])(?:doi:\s?(?=10\.)|DOI:?\s{0,2}(?=10\.)))"
    r"|(?P<baredoi>(?<![\w/.])(?=10\.\d{4,9}/\S))"
    r"|(?P<arxiv>(?<![\w/])arXiv:\s?(?=\d{4}\.\d{4,5}|[a-z-]+/\d{7}))"
    r"|(?P<hdl>(?<![\w/])hdl:\s?(?=\d+[\d.]*/\S))"
    r"|(?P<bare>(?<![\w/@.-])(?=(?:[a-z0-9-]{1,63}(?:\.|\[\.\])){1,4}[a-z]{2,24}/[^\W_]))",
)
# No address holds a full-width or Arabic mark of punctuation: such pages write none between it and the next word.
_SPACE = re.compile(r"[\s\u00a0\u200b<>\"“”„«»，。；：、！？（）【】《》「」『』،؛؟]")
# Where an address was broken over lines, the next line goes on with these.
_GOES_ON = re.compile(r"[\w%/?&=#~.+_-]*[/?&=#%_][\w%/?&=#~.,+_:;@!$()*'-]*|[\w-]+\.(?:html?|php|aspx?|pdf|shtml)\b")
# Behind a blank that a program or a typist left in an address, only what no sentence goes on with.
_FILE = r"\.(?:html?|php\d?|aspx?|jsp|pdf|shtml|docx?|xlsx?|xml)"
_BEHIND_BLANK = re.compile(
    rf"[\w%.~-]+(?:/[\w%.~-]+)*{_FILE}(?![\w/])[\w?&=#%-]*|[\w%-]*[^\W_]_[\w%./-]*|[\w%-]*[?&#]?[\w%-]+=[\w%&=./+-]+"
)
_PATH_BEHIND_BLANK = re.compile(r"[a-z][a-z0-9-]*(?:/[\w~%.-]+)+/?(?=[,;.]?(?:[)\]\s]|$))")
_CLOSED = re.compile(r"[,;.)\]]|\s*$")
_TRAILING = ".,;:!?'’‘`*_|…。，、；：！？）》】」』\\"
_PAIRS = {")": "(", "]": "[", "}": "{"}
_OPENING = frozenset(_PAIRS.values())
# What says when a page was looked at, and stands behind an address without a blank between; the words of all languages stand here once.
_GLUED = re.compile(
    rf"(?:(?P<stop>[.,;:–—|(\[]{{1,3}})|(?<=[a-z0-9/])(?=[^\W\d_a-z]))(?=(?i:{pattern('accessed')})(?(stop)(?![\w/=-]|\.\w)|[\s:]))"
)
_GLUED_SENTENCE = re.compile(r"(?<=[\w/])[.!?](?P<word>[^\W\d_a-z][^\W\d_A-Z]+)$")
# A second address without a blank between: the first one is no archive's or wrapper's, which carry one behind `/` or `=`.
_SECOND = re.compile(r"(?<=[^/=?&:%#+*@_!\s.-])(?=https?://)", re.IGNORECASE)
_RESOLVERS = {
    "doi": "https://doi.org/",
    "baredoi": "https://doi.org/",
    "arxiv": "https://arxiv.org/abs/",
    "hdl": "https://hdl.handle.net/",
}
_LONGEST = 4000
_VIEW = 60


def find_urls(text: str) -> tuple[tuple[int, int, str], ...]:
    r"""All addresses of a text: (start, end, the address repaired, out of its wrapper), in order.

    >>> find_urls("See https://site.example/a_(b), and www.other.example.")
    ((4, 30, 'https://site.example/a_(b)'), (36, 53, 'http://www.other.example'))
    >>> [url for _, _, url in find_urls("HTTPS://Site.example/A and WWW.Other.example/b")]
    ['https://Site.example/A', 'http://www.Other.example/b']
    >>> find_urls("doi:10.1000/182.")[0][2]
    'https://doi.org/10.1000/182'
    >>> find_urls("<https://site.example/long-\nname/page.html>")[0][2]
    'https://site.example/long-name/page.html'
    >>> [url for _, _, url in find_urls("hxxps://site[.]example/a, http: //site.example/b(Access Date: 5 May 2020)")]
    ['https://site.example/a', 'http://site.example/b']
    """
    return tuple(_scan(text))


_SEVERAL = re.compile(r"(?:[\s,;|]|%20|%2C)+(?=https?://)", re.IGNORECASE)


def open_href(href: str) -> tuple[str, ...]:
    """The addresses that a link leads to: repaired, and out of their wrappers; several where an author put them into one link.

    >>> open_href("https://www.google.com/url?q=https://site.example/a&sa=D"), open_href("http://a.example/; http://b.example/")
    (('https://site.example/a',), ('http://a.example/', 'http://b.example/'))
    """
    return tuple(unwrap(repair(part)) for part in _SEVERAL.split(href.strip()))


def _scan(text: str) -> Iterator[tuple[int, int, str]]:
    at, starts = 0, _Starts(text)
    while found := starts.next(at):
        start, begun, kind = found
        bracketed = start > 0 and text[start - 1] == "<"
        end = _end_in_brackets(text, begun) if bracketed else None
        end = end or _end(text, start, begun, kind)
        url = _complete(text[start:end], kind)
        if url is None:
            at = max(begun, start + 1)
            continue
        yield start, end, redact(unwrap(url))
        at = max(_behind_link(text, start, end), start + 1)


class _Starts:
    """Where addresses begin; a scheme may be written wrongly. Each pattern passes over the text once."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._plain, self._odd = _START.search(text), SCHEME.search(text)

    def next(self, at: int) -> tuple[int, int, str] | None:
        """The next one from a place on: where it begins, where its scheme ends, and its kind."""
        if self._plain and self._plain.start() < at:
            self._plain = _START.search(self._text, at)
        if self._odd and self._odd.start() < at:
            self._odd = SCHEME.search(self._text, at)
        if self._odd and (self._plain is None or self._odd.start() <= self._plain.start()):
            return self._odd.start(), self._odd.end(), "scheme"
        return (self._plain.start(), self._plain.end(), self._plain.lastgroup or "") if self._plain else None


def _behind_link(text: str, start: int, end: int) -> int:
    """Where to look on: behind the address of a link in Markdown that is itself the link's words."""
    if text[start - 1 : start] == "[" and text.startswith("](", end):
        close = text.find(")", end, end + _LONGEST)
        return close if close > 0 and text[start:end].rstrip("/") in text[end:close] else end
    return end


def _end_in_brackets(text: str, start: int) -> int | None:
    """`<…>` tells exactly where an address ends, also over lines."""
    close = text.find(">", start, start + _LONGEST)
    inside = text[start:close]
    return close if close > 0 and "<" not in inside and inside.count("\n") <= 3 and " " not in inside.strip() else None


def _end(text: str, start: int, begun: int, kind: str) -> int:
    """The first white space or quotation mark, less closing punctuation; over a break where the address plainly goes on."""
    if kind not in ("scheme", "www", "bare"):
        return _trim(text, start, _behind_number(text, start, _stop(text, begun)))
    end = _behind_number(text, start, _stop(text, _behind_host(text, begun)))
    while end < len(text) and (after := _next_part(text, start, end)):
        end = after
    shortened = _ELLIPSIS.match(text, _trim(text, start, end)) if "/" in text[begun:end] else None
    end = _trim(text, start, _cut(text, start, begun, end))
    return shortened.end() if shortened and shortened.start() == end else end


# DOIs of the time before 2008 may hold a number in angle brackets (SICI): 10.1000/y(1999)3:1<12::AID-Y7>3.0.CO;2-K
_OLD_DOI = re.compile(r"<[^\s<>]{1,40}>\d\.\d\.[A-Z]{2};\d-[\w#]")


def _behind_number(text: str, start: int, end: int) -> int:
    old = _OLD_DOI.match(text, end)
    return old.end() if old and "10." in text[start:end] else end


_ELLIPSIS = re.compile(r"\.{3}|…")


def _stop(text: str, start: int) -> int:
    found = _SPACE.search(text, start, start + _LONGEST)
    return found.start() if found else min(len(text), start + _LONGEST)


def _behind_host(text: str, begun: int) -> int:
    """Behind a host whose dots are words between blanks; else where it was."""
    host = DISARMED_HOST.match(text, begun)
    return host.end() if host and DISARMED_DOT.search(host[0]) else begun


def _next_part(text: str, start: int, end: int) -> int | None:
    """Where an address goes on behind a break in it."""
    return _next_line(text, start, end) if text[end] in "\r\n" else _behind_blank(text, start, end)


def _next_line(text: str, start: int, end: int) -> int | None:
    """Where the address goes on after a line break: the line ended inside it, or the next begins like a part of one."""
    rest = text[end : end + 200]
    skipped = len(rest) - len(rest.lstrip())
    if rest[:skipped].count("\n") > 1 or end - start < 8:
        return None
    goes_on = text[end - 1] in "/-_=&?%+#~" or _is_half_host(text[start:end])
    begins = re.match(r"[/?&#%][\w%]", rest[skipped:]) is not None or _is_end_of_path(text[start:end], rest[skipped:])
    following = _GOES_ON.match(text, end + skipped) if goes_on or begins else None
    return _stop(text, end + skipped) if following else None


def _is_end_of_path(raw: str, rest: str) -> bool:
    """Whether a line that follows an address ends its path, which was cut inside a word: with a file's suffix or a stroke.

    >>> _is_end_of_path("https://site.example/the-ga", "tes.html (accessed"), _is_end_of_path("https://site.example/", "gates.html")
    (True, False)
    """
    return _CUT_PATH.search(raw) is not None and _PATH_ENDS.match(rest) is not None


_CUT_PATH = re.compile(r"\w/(?:[^\s/]+/)*[\w%~-]*[^\W_]$(?<!\.html)(?<!\.htm)(?<!\.php)(?<!\.pdf)(?<!\.aspx)(?<!\.asp)")
_PATH_ENDS = re.compile(rf"[a-z][a-z0-9-]+(?:{_FILE}|/)(?=[,;.]?(?:[)\]>\s]|$))")


def _is_half_host(raw: str) -> bool:
    """Whether an address ends inside its host: `https://www.site.`"""
    return re.fullmatch(r"\w+://(?:www\.)?(?:[\w-]+\.)?", raw) is not None


def _behind_blank(text: str, start: int, end: int) -> int | None:
    """Where an address goes on behind one blank: after a sign that ends none, with what no sentence goes on with."""
    if text[end] not in " \u00a0" or end - start < 8 or text[end - 1] not in "/_-=?&%.~+":
        return None
    at = end + 1
    if _is_half_host(text[start:end]) and text[end - 1] == ".":
        following = re.compile(r"(?:[a-z0-9-]+\.){0,3}[a-z]{2,24}/\w").match(text, at)
        return _stop(text, at) if following else None
    if text[end - 1] == ".":
        return None
    if (found := _BEHIND_BLANK.match(text, at)) is None and text[end - 1] == "/":
        found = _PATH_BEHIND_BLANK.match(text, at)
        found = found if found and _CLOSED.match(text, found.end()) and not _is_either(found[0]) else None
    return _stop(text, at) if found else None


def _is_either(token: str) -> bool:
    """Whether words with a stroke between are a choice: `and/or`, `print/online`."""
    first, _, second = token.partition("/")
    small = words("function_words") | words("joining")
    return first in small or second in small or token.count("/") > 3


def _cut(text: str, start: int, begun: int, end: int) -> int:
    """Where what is glued to an address begins: another address, the words before a date, a bracket that is not its own, a sentence."""
    if second := _SECOND.search(text, begun, end):
        end = second.start()
    if glued := _GLUED.search(text, begun, min(len(text), end + _VIEW)):
        end = min(end, max(glued.start(), begun))
    end = _own_brackets(text, begun, end)
    sentence = _GLUED_SENTENCE.search(text, max(begun, end - _VIEW), end)
    if sentence and "/" in text[begun : sentence.start()] and sentence["word"].lower() in words("opening"):
        end = sentence.start()
    return max(end, start + 1)


def _own_brackets(text: str, begun: int, end: int) -> int:
    """Where the first bracket stands that has no other one in the address: it belongs to the sentence."""
    opened: list[int] = []
    for place in range(begun, end):
        mark = text[place]
        if mark in _OPENING:
            opened.append(place)
        elif mark in _PAIRS:
            if not opened or text[opened[-1]] != _PAIRS[mark]:
                return place
            opened.pop()
    return opened[0] if opened else end


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


def _complete(printed: str, kind: str) -> str | None:
    """The address that is asked for; None where what follows is none."""
    repaired = repair(printed) if kind == "scheme" else printed.replace("[.]", ".")
    raw = one_scheme(re.sub(r"\s+", "", repaired))
    if kind in _RESOLVERS:
        return _RESOLVERS[kind] + re.sub(r"^(?:doi|DOI|arXiv|hdl):?", "", raw)
    if kind == "bare":
        return "http://" + raw if is_bare_address(raw) else None
    if kind == "www":
        return "http://" + raw[:3].lower() + raw[3:] if "." in raw[4:] else None
    scheme, _, rest = raw.partition(":")
    raw = f"{scheme.lower()}:{rest}"
    if raw.lower().startswith(("http", "ftp", "ws")):
        return raw if rest.strip("/") else None
    return raw if len(rest) > 3 else None
