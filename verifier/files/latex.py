"""Cut LaTeX source into tokens and groups: commands, braces matched, comments gone.

In: the source. Out: a flat list of tokens in which every opening brace knows its closing one, so that readers walk
without searching. Linear in the source; nothing is expanded, no file is included.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

_TOKEN = re.compile(
    r"(?P<comment>(?<!\\)%[^\n]{0,5000}\n?[ \t]*)"
    # An address may hold %, which begins no comment there.
    r"|\\(?P<link>url|href|nolinkurl|path)\s{0,9}\{(?P<address>[^{}\n]{0,4000})\}"
    r"|\\(?P<verbatim>verb\*?(?P<fence>[^\w\s*])(?P<words>[^\n]{0,500}?)(?P=fence))"
    r"|\\(?P<command>[A-Za-z@]{1,60}\*?|[^A-Za-z])"
    r"|(?P<open>\{)|(?P<close>\})|(?P<left>\[)|(?P<right>\])"
    r"|(?P<math>\${1,2})|(?P<break>\n[ \t]*\n\s*)|(?P<tie>~)|(?P<amp>&)"
    r"|(?P<text>[^\\{}\[\]$%~&\n]+|\n|.)",
    re.DOTALL,
)


@dataclass(slots=True)
class Token:
    """One token; `match` is the index of the brace or bracket that closes it, -1 where none does."""

    kind: str
    text: str
    match: int = -1


def tokenize(source: str) -> list[Token]:
    r"""The tokens.

    >>> [(token.kind, token.text) for token in tokenize(r"A\emph{b}% gone")]
    [('text', 'A'), ('command', 'emph'), ('open', '{'), ('text', 'b'), ('close', '}')]
    """
    tokens: list[Token] = []
    opened: list[int] = []
    for found in _TOKEN.finditer(source):
        kind = found.lastgroup or "text"
        if kind == "comment":
            continue
        text = found[kind]
        if found["words"] is not None:
            kind, text = "text", found["words"]
        for token in _tokens(found, kind, text):
            tokens.append(token)
            _match(tokens, opened)
    return tokens


def _tokens(found: re.Match[str], kind: str, text: str) -> tuple[Token, ...]:
    """What one find of the expression gives: mostly one token."""
    if found["address"] is None:
        return (Token(kind, text),)
    return Token("command", found["link"]), Token("open", "{"), Token("text", found["address"]), Token("close", "}")


def _match(tokens: list[Token], opened: list[int]) -> None:
    """Tie the last token to what it closes. A brace closes brackets that are still open inside it."""
    at, kind = len(tokens) - 1, tokens[-1].kind
    if kind in {"open", "left"}:
        opened.append(at)
    elif kind == "close":
        while opened and tokens[opened[-1]].kind == "left":
            opened.pop()
        if opened:
            tokens[opened.pop()].match = at
    elif kind == "right" and opened and tokens[opened[-1]].kind == "left":
        tokens[opened.pop()].match = at
