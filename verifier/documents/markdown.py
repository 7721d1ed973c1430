"""Read Markdown: CommonMark with tables, footnotes (`[^4]`, named, `^[inline]`), front matter, raw HTML.

In: bytes. Out: `Document`. Footnotes are read from the token stream, with the labels that the author
wrote; the body is rendered and goes through the HTML reader, so that raw HTML and notes that are only
typed (`[1] …`) are read by the rules of HTML.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.token import Token
from mdit_py_plugins.admon import admon_plugin
from mdit_py_plugins.footnote import footnote_plugin
from mdit_py_plugins.front_matter import front_matter_plugin

from verifier.documents.draft import Draft
from verifier.documents.fragments import read_lines
from verifier.files.decode import decode
from verifier.model import Document, NoteKind, Problem, ProblemKind

_FRONT = re.compile(r"^(title|lang|language)[ \t]{0,20}[:=][ \t]{0,20}(.{1,500})$", re.MULTILINE)
_TOML = re.compile(r"\A\+{3}[ \t]*\n((?:.*\n)*?)\+{3}[ \t]*$", re.MULTILINE)  # Hugo's and Zola's front matter
_DEFINED = re.compile(r"^[ \t>*+-]{0,12}\[\^([^\]\s]{1,60})\]:", re.MULTILINE)
_BEGUN = re.compile(r" {0,3}(?:[*+-] {1,3})?\[\^([^\]\s]{1,60})\]\.?[ \t]+(?=\S)")
_CALLED = re.compile(r"(?<=[^\s>*+-])[ \t]{0,3}\[\^([^\]\s]{1,60})\](?!:)")
_OPEN, _CLOSE, _MARK = "footnote_reference_open", "footnote_reference_close", "footnote_ref"


def read(data: bytes, name: str) -> Document:
    r"""Read Markdown.

    >>> document = read(b"It grew.[^a]\n\n[^a]: *Growth*, <https://site.example/a>\n", "article.md")
    >>> document.notes[0].text, document.marks[0].offset
    ('Growth, https://site.example/a', 8)
    """
    parser, environment = _make_parser(), dict[str, Any]()
    decoded = decode(data)
    draft = Draft(name, "markdown", problems=list(decoded.problems))
    markup = []
    text = _TOML.sub(r"---\n\1---", decoded.text, count=1)
    for label, tokens in _parts(parser.parse(_with_colons(text), environment)):
        if label is None:
            _read_front_matter(draft, tokens)
            markup.append(_render(parser, draft, tokens))
        else:
            _add_note(draft, label, str(parser.renderer.render(tokens, parser.options, {})), tokens)
    _add_inline_notes(parser, draft, environment)
    draft.markup = "".join(markup)
    return draft.finish()


def _with_colons(text: str) -> str:
    r"""The text with the colons that definitions lack: a line that begins with a label which other lines call and none defines.

    >>> _with_colons("It grew.[^1]\n\n[^1] Growth.\n")
    'It grew.[^1]\n\n[^1]: Growth.\n'
    """
    missing = _called(text) - {found[1] for found in _DEFINED.finditer(text)}
    if not missing:
        return text
    lines, fenced = text.split("\n"), False
    for at, line in enumerate(lines):
        fenced ^= line.lstrip().startswith(("```", "~~~"))
        begun = _BEGUN.match(line)
        if begun and begun[1] in missing and not fenced:
            missing.discard(begun[1])
            lines[at] = f"[^{begun[1]}]: {line[begun.end() :]}"
    return "\n".join(lines)


def _called(text: str) -> set[str]:
    """The labels that stand behind words."""
    return {found[1] for found in _CALLED.finditer(text)}


def _make_parser() -> MarkdownIt:
    """The dialect: what GitHub, Pandoc and MkDocs share of notes."""
    parser = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
    parser.use(footnote_plugin, move_to_end=False, always_match_refs=True)
    parser.use(front_matter_plugin).use(admon_plugin)
    for rule in (_OPEN, _CLOSE, _MARK, "front_matter"):
        parser.add_render_rule(rule, _render_nothing)
    return parser


def _render_nothing(*_: object) -> str:
    return ""


def _parts(tokens: Sequence[Token]) -> Iterator[tuple[str | None, list[Token]]]:
    """Runs of the body (label None) and the definitions of notes, in document order."""
    run: list[Token] = []
    label, depth = None, 0
    for token in tokens:
        if token.type == _OPEN and not depth:
            yield None, run
            run, label = [], str(token.meta["label"])
        depth += (token.type == _OPEN) - (token.type == _CLOSE)
        if token.type == _CLOSE and not depth:
            yield label, run
            run, label = [], None
        else:
            run.append(token)
    yield label, run


def _add_note(draft: Draft, label: str, markup: str, tokens: Sequence[Token]) -> None:
    lines = read_lines(markup)
    if lines:
        # A note may call notes: those are not unused.
        lines[-1].marks += [
            (_key(mark), _key(mark), 0) for token in tokens for mark in token.children or () if mark.type == _MARK
        ]
    if label in draft:
        draft.problems.append(
            Problem(
                ProblemKind.DUPLICATE_LABEL, label, f"The note {label} is defined more than once; the first is used."
            )
        )
    draft.add_note(label, label, NoteKind.FOOTNOTE, lines)


def _key(mark: Token) -> str:
    """The label that a mark names; inline notes get the number of the mark."""
    return str(mark.meta.get("label") or f"inline {mark.meta['id'] + 1}")


def _render(parser: MarkdownIt, draft: Draft, tokens: Sequence[Token]) -> str:
    """A run of the body as HTML, with a tag in the place of each mark."""
    for token in tokens:
        for mark in token.children or ():
            if mark.type == _MARK:
                mark.type, mark.content = (
                    "html_inline",
                    draft.place_mark(_key(mark), str(mark.meta.get("label") or mark.meta["id"] + 1)),
                )
    return str(parser.renderer.render(tokens, parser.options, {}))


def _add_inline_notes(parser: MarkdownIt, draft: Draft, environment: Mapping[str, Any]) -> None:
    """The notes written where they are called: `^[text]`."""
    for number, note in environment.get("footnotes", {}).get("list", {}).items():
        if "tokens" in note:
            markup = parser.renderer.render([Token("inline", "", 0, children=note["tokens"])], parser.options, {})
            draft.add_note(f"inline {number + 1}", str(number + 1), NoteKind.FOOTNOTE, read_lines(markup))


def _read_front_matter(draft: Draft, tokens: Sequence[Token]) -> None:
    """Title and language out of YAML between `---` lines, or TOML between `+++`, where each stands on a line of its own."""
    for token in tokens:
        if token.type == "front_matter":
            fields = {found[1]: found[2].strip().strip("\"'") for found in _FRONT.finditer(token.content)}
            draft.title = fields.get("title")
            draft.language = (fields.get("lang") or fields.get("language") or "")[:2].lower() or None
