r"""Read LaTeX source: `\footnote`, `\footnotemark`, `\endnote`, `\cite` with `\bibitem`, `\url`, `\href`.

In: bytes of one .tex file, and of the .bib files that it names. Out: `Document`. Nothing is expanded and nothing
included: what a command does not need to be known for (layout, labels) goes, and what stands in its braces stays.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Mapping
from pathlib import PurePath

from verifier.documents.bibtex import BibWork, read_works
from verifier.documents.draft import Draft
from verifier.documents.line import Line
from verifier.files.decode import decode
from verifier.files.latex import Token, tokenize
from verifier.files.latex_words import (
    ACCENTS,
    BIB_FILES,
    CITES,
    DASHES,
    INCLUDED,
    ITALIC,
    LISTS,
    NAMING,
    NOTES,
    QUOTED,
    QUOTES,
    SECTIONS,
    SIGNS,
    SILENT,
    VERBATIM,
)
from verifier.model import BlockKind, Document, NoteKind, Problem, ProblemKind, Work

_ADDRESS_ESCAPE = re.compile(r"\\([%#&_~{}$])")
_DEEPEST = 150  # groups in groups
_LONGEST_FIELD = 5000


def name_companions(data: bytes, name: str = "") -> tuple[str, ...]:
    r"""The .bib files that an article names, as it names them; the .bbl file that LaTeX writes beside it holds what is printed of them.

    >>> name_companions(rb"\bibliography{gates,river} \addbibresource{notes.bib}", "papers/article.tex")
    ('gates.bib', 'river.bib', 'notes.bib', 'article.bbl')
    """
    found = BIB_FILES.findall(_without_comments(decode(data).text))
    named = [part.strip() for names in found for part in names.split(",")]
    written = [f"{PurePath(name).stem}.bbl"] if named and name else []
    return tuple(dict.fromkeys([*(n if n.endswith(".bib") else f"{n}.bib" for n in named if n), *written]))


def _without_comments(text: str) -> str:
    return re.sub(r"(?<!\\)%[^\n]*", "", text)


def read(data: bytes, name: str, companions: Mapping[str, bytes] | None = None) -> Document:
    r"""Read LaTeX source; `companions` are the files of `name_companions` that could be had.

    >>> document = read(rb"It grew.\footnote{\emph{Growth}, \url{https://site.example/a_b}} It fell.", "article.tex")
    >>> document.blocks[0].text, document.notes[0].text
    ('It grew. It fell.', 'Growth, https://site.example/a_b')
    """
    decoded = decode(data)
    draft = Draft(name, "latex", problems=list(decoded.problems))
    beside = companions or {}
    works = {file: content for file, content in beside.items() if file.endswith(".bib")}
    printed = "" if works else "".join(decode(content).text for content in beside.values())
    text = _with_list(decoded.text, printed)
    walker = _Walker(tokenize(text), draft, _works(works))
    walker.read()
    if missing := [n for n in name_companions(data) if n not in beside and text is decoded.text]:
        detail = f"{', '.join(missing)}: not found beside the article; the works it holds are not checked."
        draft.problems.append(Problem(ProblemKind.PARTIAL_DOCUMENT, "", detail))
    return draft.finish()


def _with_list(text: str, printed: str) -> str:
    """The text with the list of works that LaTeX wrote beside it, where it has none of its own."""
    found = BIB_FILES.search(text)
    if found is None or "\\bibitem" not in printed or "\\bibitem" in text:
        return text
    return f"{text[: found.end()]}\n{printed}\n{text[found.end() :]}"


def _works(companions: Mapping[str, bytes]) -> dict[str, BibWork]:
    works: dict[str, BibWork] = {}
    for content in companions.values():
        works = read_works(decode(content).text) | works
    return works


class _Walker:
    """Walks the tokens; `_at` is the next one."""

    def __init__(self, tokens: list[Token], draft: Draft, beside: Mapping[str, BibWork] | None = None) -> None:
        self._tokens, self._draft, self._beside = tokens, draft, beside or {}
        self._line, self._kinds = Line(), [BlockKind.PARAGRAPH]
        self._emit: Callable[[Line, BlockKind], None] = draft.add_block
        self._depth = 0
        self._notes: Counter[NoteKind] = Counter()  # numbered by kind, as LaTeX does
        self._italic = False
        self._quoted = 0  # quotations that are open
        self._works: dict[str, int] = {}  # cited key -> number in the list of works
        self._named: dict[str, tuple[str, str]] = {}  # cited key -> surnames and year, where the list gives these
        self._included = 0

    def read(self) -> None:
        """Read the document's body, and its title before it."""
        begin = self._find("begin", "document")
        start = begin + 4 if begin is not None else 0  # \begin { document }
        for at, token in enumerate(self._tokens[:start]):
            if token.kind == "command" and token.text == "title":
                self._draft.title = self._plain(at + 1) or None
        self._number_works()
        end = self._find("end", "document")
        self._walk(start, end if end is not None else len(self._tokens))
        self._finish()
        self._add_works()
        if self._included:
            detail = (
                f"{self._included} parts of the article are in other files, which are not read: check them one by one."
            )
            self._draft.problems.append(Problem(ProblemKind.PARTIAL_DOCUMENT, "", detail))

    def _add_works(self) -> None:
        """The works of the .bib files that are cited, as notes; numbered in the order of citation."""
        for key, number in self._works.items():
            if f"work {key}" not in self._draft and key in self._beside:
                beside = self._beside[key]
                fields = ((name, value if name in _CODES else _plain_text(value)) for name, value in beside.work.pairs)
                line, work = Line(_plain_text(beside.words)), Work.from_pairs(fields)
                self._draft.add_note(f"work {key}", str(number), NoteKind.REFERENCE, [line], (work,))

    def read_into(self, lines: list[Line]) -> None:
        """Read everything as one run of words."""
        self._emit = lambda line, _kind: lines.append(line)
        self._walk(0, len(self._tokens))
        self._finish()

    def _find(self, command: str, argument: str) -> int | None:
        for at, token in enumerate(self._tokens):
            if token.kind == "command" and token.text == command and self._plain(at + 1) == argument:
                return at
        return None

    def _number_works(self) -> None:
        """The works of thebibliography, numbered as LaTeX prints them."""
        for at, token in enumerate(self._tokens):
            if token.kind == "command" and token.text == "bibitem":
                key = self._plain(self._after_option(at + 1))
                self._works.setdefault(key, len(self._works) + 1)
                if named := _AUTHOR_YEAR.fullmatch(_plain_text(self._option(at + 1))):
                    self._named.setdefault(key, (named["names"].strip(), named["year"].strip()))

    # --- places in the tokens

    def _after_space(self, at: int) -> int:
        while at < len(self._tokens) and self._tokens[at].kind == "text" and not self._tokens[at].text.strip():
            at += 1
        return at

    def _after_option(self, at: int) -> int:
        """Behind `[…]` options."""
        at = self._after_space(at)
        while at < len(self._tokens) and self._tokens[at].kind == "left" and self._tokens[at].match > 0:
            at = self._after_space(self._tokens[at].match + 1)
        return at

    def _group(self, at: int) -> tuple[int, int]:
        """The inside of the group at a place: (start, end); empty where there is none."""
        at = self._after_space(at)
        if at < len(self._tokens) and self._tokens[at].kind == "open" and self._tokens[at].match > 0:
            return at + 1, self._tokens[at].match
        return at, at

    def _plain(self, at: int) -> str:
        """The source text of the group at a place."""
        start, end = self._group(at)
        return _source(self._tokens[start:end]).strip() if end - start < 5000 else ""

    # --- walking

    def _walk(self, at: int, end: int) -> None:
        if self._depth > _DEEPEST:
            return
        self._depth += 1
        while at < end:
            token = self._tokens[at]
            at = self._command(at, token.text) if token.kind == "command" else self._plain_token(at, token)
        self._depth -= 1

    def _plain_token(self, at: int, token: Token) -> int:
        if token.kind == "break":
            self._finish()
        elif token.kind == "open" and token.match > 0:
            italic = self._italic
            self._walk(at + 1, token.match)
            self._italic = italic
            return token.match + 1
        elif token.kind in {"tie", "amp"}:
            self._line.add(" ")
        elif token.kind in {"text", "left", "right"}:
            self._line.add(_set(token.text), italic=self._italic)
        return at + 1

    def _finish(self) -> None:
        line, self._line = self._line, Line()
        if line.text or line.marks:
            self._emit(line, self._kinds[-1])

    def _command(self, at: int, name: str) -> int:  # noqa: C901, PLR0911 - one step for each family of commands
        after = at + 1
        if name in {"begin", "end"}:
            return self._environment(after, name)
        if name in SECTIONS or name.rstrip("*") in SECTIONS:
            return self._section(self._after_option(after))
        if name in NOTES:
            return self._note(after, NOTES[name])
        if name in {"footnotemark", "footnotetext"}:
            return self._split_note(after, name)
        if name in {"url", "href", "nolinkurl", "path"}:
            return self._link(after, name)
        if name == "bibitem":
            return self._work(self._after_option(after))
        if CITES.fullmatch(name):
            return self._cite(after, name)
        if name in ITALIC:
            return self._emphasis(after)
        if name.rstrip("*") in QUOTED:
            return self._quotation(after, name.rstrip("*"))
        if name in {"item", "par", "newline", "\\"}:
            return self._break(after, name)
        if name in ACCENTS:
            return self._accent(after, ACCENTS[name])
        return self._other(after, name)

    def _other(self, after: int, name: str) -> int:
        if name in SIGNS:
            self._line.add(SIGNS[name], italic=self._italic)
            return self._after_empty(after)
        if name in {"it", "em", "itshape", "sl"}:
            self._italic = True
        self._included += name in INCLUDED
        if name in SILENT:
            for _ in range(SILENT[name]):
                start, end = self._group(self._after_option(after))
                after = end + 1 if end > start or self._is_group(start - 1) else after
            return after
        option = self._after_option(after)
        return option if option > after and self._is_group(option) else after

    def _is_group(self, at: int) -> bool:
        return 0 <= at < len(self._tokens) and self._tokens[at].kind == "open"

    def _after_empty(self, at: int) -> int:
        """Behind `{}` that only ends a command's name."""
        return at + 2 if self._is_group(at) and self._tokens[at].match == at + 1 else at

    def _environment(self, after: int, name: str) -> int:
        end = self._group(after)[1]
        environment = self._plain(after).rstrip("*")
        self._finish()
        if name == "end":
            if len(self._kinds) > 1:
                self._kinds.pop()
            return end + 1
        if environment in VERBATIM:
            return self._skip(end + 1, environment)
        kind = (
            BlockKind.QUOTATION
            if environment in QUOTES
            else BlockKind.LIST_ITEM
            if environment in LISTS
            else self._kinds[-1]
        )
        self._kinds.append(BlockKind.TABLE if environment.startswith("tabular") else kind)
        at = self._after_option(end + 1)
        if environment.startswith(("tabular", "thebibliography", "minipage", "multicols")) and self._is_group(at):
            return self._tokens[at].match + 1
        return at

    def _skip(self, at: int, environment: str) -> int:
        """Behind the end of an environment that is no prose."""
        while at < len(self._tokens):
            token = self._tokens[at]
            if token.kind == "command" and token.text == "end" and self._plain(at + 1).rstrip("*") == environment:
                return self._group(at + 1)[1] + 1
            at += 1
        return at

    def _section(self, after: int) -> int:
        self._finish()
        start, end = self._group(after)
        self._kinds.append(BlockKind.HEADING)
        self._walk(start, end)
        self._finish()
        self._kinds.pop()
        return end + 1

    def _quotation(self, after: int, name: str) -> int:
        r"""`\enquote{words}`: in quotation marks, a quotation in it in single ones; some name the work or the language first."""
        before = after
        key = self._group(self._after_option(after)) if QUOTED[name] else (0, 0)
        start, end = self._group(self._after_option(key[1] + 1 if QUOTED[name] else after))
        if end <= start:
            return after
        opening, closing = "‘’" if self._quoted else "“”"
        self._line.add(opening, italic=self._italic)
        self._quoted += 1
        self._walk(start, end)
        self._quoted -= 1
        self._line.add(closing, italic=self._italic)
        if QUOTED[name] == "work":
            self._cite(before, "cite")
        return end + 1

    def _emphasis(self, after: int) -> int:
        start, end = self._group(after)
        before, self._italic = self._italic, True
        self._walk(start, end)
        self._italic = before
        return end + 1 if end > start else after

    def _break(self, after: int, name: str) -> int:
        if name == "\\":
            self._line.line_break()
            return self._after_option(after)
        self._finish()
        return self._after_option(after) if name == "item" else after

    def _accent(self, after: int, combining: str) -> int:
        start, end = self._group(after)
        letter = (
            _source(self._tokens[start:end])
            if end > start
            else self._tokens[start].text
            if start < len(self._tokens)
            else ""
        )
        letter = letter.lstrip("\\")
        self._line.add(unicodedata.normalize("NFC", letter[:1] + combining) + letter[1:], italic=self._italic)
        return end + 1 if end > start else start + 1

    # --- notes and links

    def _note(self, after: int, kind: NoteKind) -> int:
        given = self._option(after)
        start, end = self._group(self._after_option(after))
        if end <= start:
            return after
        self._notes[kind] += not given
        label = given or str(self._notes[kind])
        key = f"note {label} {start}"
        self._line.mark(key, label)
        self._read_note(key, label, kind, start, end)
        return end + 1

    def _option(self, after: int) -> str:
        at = self._after_space(after)
        if at < len(self._tokens) and self._tokens[at].kind == "left" and self._tokens[at].match > 0:
            return _source(self._tokens[at + 1 : self._tokens[at].match]).strip()
        return ""

    def _split_note(self, after: int, name: str) -> int:
        """A mark here, its text there: they meet by number."""
        given = self._option(after)
        if name == "footnotemark":
            self._notes[NoteKind.FOOTNOTE] += not given
            label = given or str(self._notes[NoteKind.FOOTNOTE])
            self._line.mark(f"split {label}", label)
            return self._after_option(after) if given else after
        start, end = self._group(self._after_option(after))
        label = given or str(self._notes[NoteKind.FOOTNOTE])
        self._read_note(f"split {label}", label, NoteKind.FOOTNOTE, start, end)
        return end + 1

    def _read_note(self, key: str, label: str, kind: NoteKind, start: int, end: int) -> None:
        lines: list[Line] = []
        outer = self._line, self._emit, self._kinds, self._italic
        self._line, self._emit, self._kinds, self._italic = (
            Line(),
            lambda line, _kind: lines.append(line),
            [BlockKind.PARAGRAPH],
            False,
        )
        self._walk(start, end)
        self._finish()
        self._line, self._emit, self._kinds, self._italic = outer
        self._draft.add_note(key, label, kind, lines)

    def _link(self, after: int, name: str) -> int:
        start, end = self._group(after)
        address = _ADDRESS_ESCAPE.sub(r"\1", _source(self._tokens[start:end])).strip()
        if name != "href":
            self._line.add(address, address if name == "url" else "")
            return end + 1
        words = self._group(end + 1)
        at, line = self._line.size, self._line
        self._walk(*words)
        if line is self._line:
            line.span_link(at, address)
        return words[1] + 1

    def _cite(self, after: int, name: str) -> int:
        r"""`\cite[see][p. 3]{a,b}`, and several of them in `\cites[p. 3]{a}[p. 4]{b}`."""
        fit = CITES.fullmatch(name)
        naming = fit is not None and (fit["form"] in NAMING or (fit["style"] or "").lower() == "text")
        start, end = self._group(self._after_option(after))
        while end > start:
            keys = [part.strip() for part in _source(self._tokens[start:end]).split(",")]
            if naming:
                self._line.add(", ".join(filter(None, map(self._surnames, keys))))
            for key in filter(None, keys):
                self._mark(key, naming=naming)
            after = end + 1
            several = name.rstrip("*").endswith("s")
            start, end = self._group(self._after_option(after)) if several else (after, after)
        return after

    def _surnames(self, key: str) -> str:
        r"""The authors that `\citet` prints; "" where they are not known."""
        if key in self._named:
            return self._named[key][0]
        return _plain_text(self._beside[key].surnames) if key in self._beside else ""

    def _mark(self, key: str, *, naming: bool) -> None:
        if key not in self._works and key in self._beside:
            self._works[key] = len(self._works) + 1
        label = str(self._works.get(key, key))
        if key in self._named:
            names, year = self._named[key]
            label = f"{names} ({year})" if naming else f"{names}, {year}"
        self._line.mark(f"work {key}", label)

    def _work(self, after: int) -> int:
        """One work of thebibliography: everything up to the next."""
        start, end = self._group(after)
        key, at = _source(self._tokens[start:end]).strip(), end + 1
        stop = at
        while stop < len(self._tokens) and not (
            self._tokens[stop].kind == "command" and self._tokens[stop].text in {"bibitem", "end"}
        ):
            stop += 1
        self._finish()
        label = " ".join(self._named[key]) if key in self._named else str(self._works.get(key, ""))
        self._read_note(f"work {key}", label, NoteKind.REFERENCE, at, stop)
        return stop


# What natbib writes in front of a work: `\bibitem[Roe and Marrant(2011)Roe, Marrant]{key}`.
_AUTHOR_YEAR = re.compile(r"(?P<names>[^()]{2,200})\((?P<year>[^()]{2,20})\)[^()]*")

# Fields that are no words: nothing in them is TeX but escapes.
_CODES = frozenset({"URL", "DOI"})


def _plain_text(source: str) -> str:
    """The words of a piece of TeX."""
    lines: list[Line] = []
    walker = _Walker(tokenize(source[:_LONGEST_FIELD]), Draft("", "latex"))
    walker.read_into(lines)
    return " ".join(line.text for line in lines)


def _source(tokens: list[Token]) -> str:
    """Tokens as they were written."""
    return "".join("\\" + token.text if token.kind == "command" else token.text for token in tokens)


def _set(text: str) -> str:
    """Typewriter conventions as they are printed."""
    for written, printed in DASHES:
        text = text.replace(written, printed)
    return text
