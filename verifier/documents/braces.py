"""Markup that names a thing and holds it in brackets (`footnote:[…]`, `#link("…")[…]`), written as Markdown.

In: text in a light markup. Out: the same words as Markdown, whose reader finds notes, links and quotations. The rule of this file: what
a bracket holds ends where that bracket closes, whatever brackets stand inside; code is never touched.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace

from verifier.documents import markdown
from verifier.files.decode import decode
from verifier.model import Document

_CLOSING = {"[": "]", "(": ")", "{": "}"}
_BRACKET = re.compile(r"\\.|[\[\](){}]")
_REACH = 20_000  # characters that a bracket holds at most
_MOST_OPEN = 40  # brackets that stay open, behind which no more are looked for


def closing(text: str, at: int) -> int:
    """The place behind the bracket that closes the one at `at`; -1 where it stays open. Marks of quotation hold no brackets.

    >>> closing("[a [b] c] d", 0), closing("[a", 0)
    (9, -1)
    """
    opens, closes, depth = text[at], _CLOSING[text[at]], 0
    for found in _BRACKET.finditer(text, at, at + _REACH):
        depth += (found[0] == opens) - (found[0] == closes)
        if depth == 0:
            return found.end()
    return -1


@dataclass
class Footnotes:
    """The footnotes of a text in the order of their marks; one that has a name may be called again."""

    words: list[str] = field(default_factory=list)
    _named: dict[str, int] = field(default_factory=dict)

    def mark(self, name: str, words: str) -> str:
        """The mark in the place of a footnote; without words it calls the one of that name."""
        if words.strip():
            self.words.append(" ".join(words.split()))
            number = self._named[name] = len(self.words)
        else:
            number = self._named.get(name, 0)
        return f"[^{number or name}]"

    def named(self, name: str, mark: str) -> str:
        """A mark, the footnote of which has this name from here on."""
        self._named[name] = int(mark.strip("[^]"))
        return mark

    def definitions(self) -> str:
        """The footnotes at the end of the text."""
        return "".join(f"\n\n[^{number}]: {words}" for number, words in enumerate(self.words, 1)) + "\n"


def replaced(text: str, signs: re.Pattern[str], written: Callable[[re.Match[str], str], str]) -> str:
    """The text with each thing that `signs` find written anew; a sign ends in front of its bracket, `written` gets what that holds."""
    parts, at, left_open = [], 0, 0
    for found in signs.finditer(text):
        if found.start() < at or left_open > _MOST_OPEN:
            continue
        end = closing(text, found.end())
        left_open += end < 0
        if end > 0:
            parts += [text[at : found.start()], written(found, text[found.end() + 1 : end - 1])]
            at = end
    return "".join([*parts, text[at:]])


def around_code(text: str, fence: re.Pattern[str]) -> Iterator[tuple[str, str]]:
    """The text in pieces: the line that opened it where it is code, else "", and its lines.

    A line that `fence` matches opens code, one that is the same closes it.
    """
    piece: list[str] = []
    opened, closes = "", ""
    for line in text.split("\n"):
        found = fence.match(line)
        if found and not opened:
            yield "", "\n".join(piece)
            piece, opened, closes = [], line, (found.groupdict().get("closes") or line.strip()).lower()
        elif opened and (line.strip().lower() == closes or line.strip().lower().endswith(f"_{closes}")):
            yield opened, "\n".join(piece)
            piece, opened = [], ""
        else:
            piece.append(line)
    yield opened, "\n".join(piece)


def read_as_markdown(data: bytes, name: str, written: Callable[[str], str]) -> Document:
    """The document of a text that `written` puts into Markdown."""
    decoded = decode(data)
    document = markdown.read(written(decoded.text.replace("\r\n", "\n")).encode(), name)
    return replace(document, problems=(*decoded.problems, *document.problems))


def fenced(code: str) -> str:
    """Code as Markdown has it."""
    return f"\n````\n{code}\n````\n"
