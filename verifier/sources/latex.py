r"""The text of LaTeX source: what it prints. Notes stand behind it; citations, labels and layout are left out.

In: one .tex file. Out: its paragraphs. The rule of this file: nothing is expanded; a command that is not known goes, and what stands
in its braces stays. One pass over the tokens, without recursion.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from collections import defaultdict, deque
from collections.abc import Iterator

from verifier.files.decode import decode
from verifier.files.latex import Token, tokenize
from verifier.files.latex_words import ACCENTS, CITES, DASHES, LISTS, NOTES, QUOTES, SECTIONS, SIGNS, SILENT, VERBATIM
from verifier.model import Extent, Snapshot, SourceText

_LARGEST = 2_000_000
_CUT = "The file is larger than 2 MB; its beginning was read."
_BREAKS = frozenset(("item", "par", "newline", "maketitle", "tableofcontents"))
_INCLUDED = frozenset(("input", "include", "subfile"))
_PARTS = "Parts of the text are in other files, which were not read."
_PARAGRAPH = "\n\n"
# Environments whose first group tells their layout.
_LAID_OUT = re.compile(r"(?:tabular|thebibliography|minipage|multicols|array)")
_CODES = frozenset(("footnotemark", "footnotetext", "url", "nolinkurl", "path"))


def extract(snapshot: Snapshot) -> SourceText:
    r"""What LaTeX prints.

    >>> body = rb"\documentclass{article}\begin{document}It \emph{grew}\footnote{By half.} \cite{a}at 3\,\%.\end{document}"
    >>> extract(Snapshot("", body, "text/x-tex")).text
    'It grew at 3 %.\n\nBy half.'
    """
    source = decode(snapshot.body[:_LARGEST], snapshot.charset).text
    reader = _Reader(tokenize(source))
    lines = (re.sub(r"\s+", " ", line).strip() for line in reader.read().split(_PARAGRAPH))
    text = _PARAGRAPH.join(filter(None, lines))
    problem = _CUT if len(snapshot.body) > _LARGEST else _PARTS if reader.included else None
    return SourceText(text, "latex", "", problem=problem, extent=Extent.PART if problem else Extent.WHOLE)


class _Reader:
    """Goes over stretches of the tokens: the body, then each note."""

    def __init__(self, tokens: list[Token]) -> None:
        self._tokens = tokens
        self._waiting = deque([self._body()])
        self._ends: dict[str, list[int]] = defaultdict(list)
        for at in self._commands("end"):
            self._ends[self._words(at + 1).rstrip("*")].append(at)
        self.included = False

    def read(self) -> str:
        """The text of the body, and of its notes behind it."""
        pieces: list[str] = []
        while self._waiting:
            at, end = self._waiting.popleft()
            while at < end:
                words, at = self._next(at)
                pieces.append(words)
            pieces.append(_PARAGRAPH)
        return "".join(pieces)

    def _body(self) -> tuple[int, int]:
        """Where the document begins and ends; a file without these is one that another includes."""
        edges = {name: at for at in self._commands("begin", "end") if (name := self._edge(at))}
        return edges.get("begin", -4) + 4, edges.get("end", len(self._tokens))

    def _commands(self, *names: str) -> Iterator[int]:
        return (at for at, token in enumerate(self._tokens) if token.kind == "command" and token.text in names)

    def _edge(self, at: int) -> str | None:
        return self._tokens[at].text if self._words(at + 1) == "document" else None

    # --- groups ----------------------------------------------------------------------------------

    def _is_closed(self, at: int, kind: str) -> bool:
        return at < len(self._tokens) and self._tokens[at].kind == kind and self._tokens[at].match > 0

    def _after_options(self, at: int) -> int:
        while self._is_closed(at, "left"):
            at = self._tokens[at].match + 1
        return at

    def _after_group(self, at: int) -> int:
        """Behind the group that stands here, and its options; the same place where there is none."""
        group = self._after_options(at)
        return self._tokens[group].match + 1 if self._is_closed(group, "open") else at

    def _words(self, at: int) -> str:
        inside = self._tokens[at + 1 : self._tokens[at].match] if self._is_closed(at, "open") else []
        return "".join(token.text for token in inside[:9])

    # --- tokens ----------------------------------------------------------------------------------

    def _next(self, at: int) -> tuple[str, int]:
        """What the token prints, and where the next one is."""
        token = self._tokens[at]
        if token.kind == "command":
            return self._command(token.text.rstrip("*"), at + 1)
        if token.kind == "close":
            opened_by = self._tokens[at].text  # the end of a heading ends its line
            return (_PARAGRAPH if opened_by == _PARAGRAPH else ""), at + 1
        if token.kind in ("text", "left", "right"):
            return _set(token.text), at + 1
        return {"break": _PARAGRAPH, "tie": " ", "amp": " | "}.get(token.kind, ""), at + 1

    def _command(self, name: str, at: int) -> tuple[str, int]:
        if name in ("begin", "end"):
            return self._environment(at, begins=name == "begin")
        if name in NOTES or CITES.fullmatch(name) or name in SILENT or name in _CODES:
            return self._silent(name, at)
        if name in SECTIONS:
            return self._heading(at)
        if name in ACCENTS:
            return self._accent(at, ACCENTS[name])
        if name in SIGNS:
            return SIGNS[name], at + 2 if self._is_closed(at, "open") and self._tokens[at].match == at + 1 else at
        return self._other(name, at)

    def _other(self, name: str, at: int) -> tuple[str, int]:
        """A command that breaks a line, or is not known: its options go, its words stay."""
        option = self._after_options(at)
        is_break = name == "\\"
        printed = " " if is_break else _PARAGRAPH if name in _BREAKS else ""
        return printed, option if is_break or self._is_closed(option, "open") else at

    def _silent(self, name: str, at: int) -> tuple[str, int]:
        """A command that prints nothing here; the words of a note come later."""
        group = self._after_options(at)
        if (name in NOTES or name == "footnotetext") and self._is_closed(group, "open"):
            self._waiting.append((group + 1, self._tokens[group].match))
        self.included |= name in _INCLUDED
        for _ in range(SILENT.get(name, 1)):
            at = self._after_group(at)
        return "", at

    def _heading(self, at: int) -> tuple[str, int]:
        group = self._after_options(at)
        if self._is_closed(group, "open"):
            self._tokens[self._tokens[group].match].text = _PARAGRAPH
        return _PARAGRAPH, group

    def _environment(self, at: int, *, begins: bool) -> tuple[str, int]:
        name, after = self._words(at).rstrip("*"), self._after_group(at)
        if begins and name in VERBATIM:
            ends = self._ends.get(name, [])
            following = bisect_left(ends, after)
            after = self._after_group(ends[following] + 1) if following < len(ends) else after
        elif begins:
            after = self._after_group(after) if _LAID_OUT.match(name) else self._after_options(after)
        is_block = name in QUOTES | LISTS | VERBATIM or not name.startswith("math")
        return (_PARAGRAPH if is_block else ""), after

    def _accent(self, at: int, combining: str) -> tuple[str, int]:
        """The letter behind an accent, with it."""
        inside = at + 1 if self._is_closed(at, "open") else at
        if inside >= len(self._tokens):
            return "", inside
        letter = self._tokens[inside].text
        after = self._after_group(at) if inside > at else at + 1
        return unicodedata.normalize("NFC", letter[:1] + combining) + _set(letter[1:]), after


def _set(words: str) -> str:
    """Words with the dashes and quotation marks that LaTeX sets."""
    for typed, printed in DASHES:
        words = words.replace(typed, printed)
    return words
