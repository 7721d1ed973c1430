"""Read reStructuredText: footnotes `[1]_`, `[#name]_`, `[*]_`, citations `[Smith2020]_`, links.

In: bytes. Out: `Document`. docutils parses; including files, raw output and its configuration files are
switched off, and nothing that it says about errors stops the reading.
"""

from __future__ import annotations

import re

from docutils import nodes
from docutils.core import publish_doctree
from docutils.utils import SystemMessage

from verifier.documents.draft import Draft
from verifier.documents.line import Line
from verifier.errors import DocumentError
from verifier.files.decode import decode
from verifier.model import BlockKind, Document, NoteKind

_SETTINGS = {
    "file_insertion_enabled": False, "raw_enabled": False, "_disable_config": True, "report_level": 5, "halt_level": 5,
    "warning_stream": None, "input_encoding": "unicode", "line_length_limit": 1_000_000, "smart_quotes": False, "doctitle_xform": True,
    "footnote_references": "brackets", "math_output": "MathML", "syntax_highlight": "none",
}  # fmt: skip
_SKIPPED = (
    nodes.system_message,
    nodes.comment,
    nodes.substitution_definition,
    nodes.target,
    nodes.raw,
    nodes.label,
    nodes.docinfo,
)
_NOTES = (nodes.footnote, nodes.citation)
_KINDS: tuple[tuple[type[nodes.Node], BlockKind], ...] = (
    (nodes.table, BlockKind.TABLE), (nodes.list_item, BlockKind.LIST_ITEM), (nodes.definition_list_item, BlockKind.LIST_ITEM),
    (nodes.block_quote, BlockKind.QUOTATION),
)  # fmt: skip
# docutils looks from every opening of inline markup to the end of its paragraph, and again for the next.
_MOST_WORK = 200_000_000
_OPENINGS = re.compile(r"[*`|]{1,2}(?=\S)|_`")
_PARAGRAPHS = re.compile(r"\n[ \t]*\n")
_ITALIC = (nodes.emphasis, nodes.title_reference)
_CODE = (nodes.literal_block, nodes.doctest_block)


def read(data: bytes, name: str) -> Document:
    r"""Read reStructuredText. Raises DocumentError.

    >>> document = read(b"It grew [1]_.\n\n.. [1] https://site.example/a\n", "article.rst")
    >>> document.blocks[0].text, document.notes[0].text
    ('It grew.', 'https://site.example/a')
    """
    decoded = decode(data)
    if sum(len(part) * len(_OPENINGS.findall(part)) for part in _PARAGRAPHS.split(decoded.text)) > _MOST_WORK:
        raise DocumentError(
            f"{name} has paragraphs with far more * and ` than any text needs.",
            hint="Look whether it is reStructuredText at all; name it .txt to read it as plain text.",
        )
    try:
        tree = publish_doctree(decoded.text, source_path=None, settings_overrides=_SETTINGS)
        return _Walker(Draft(name, "rst", problems=list(decoded.problems))).read(tree)
    except (SystemMessage, RecursionError) as error:
        raise DocumentError(
            f"{name} cannot be read as reStructuredText: {str(error)[:200] or 'it is nested too deeply'}.",
            hint="Check it with docutils (rst2html), or save it in another format.",
        ) from error


class _Walker:
    """Walks docutils' tree."""

    def __init__(self, draft: Draft) -> None:
        self._draft = draft

    def read(self, tree: nodes.document) -> Document:
        self._draft.title = tree.get("title") or None
        self._blocks(tree, BlockKind.PARAGRAPH)
        for note in tree.findall(nodes.Element):
            if isinstance(note, _NOTES):
                self._add_note(note)
        return self._draft.finish()

    def _blocks(self, parent: nodes.Element, kind: BlockKind) -> None:
        for node in parent.children:
            if isinstance(node, (*_SKIPPED, *_NOTES)):
                continue
            if isinstance(node, nodes.TextElement):
                self._draft.add_block(self._line(node), self._kind(node, kind))
            elif isinstance(node, nodes.Element):
                self._blocks(node, next((new for types, new in _KINDS if isinstance(node, types)), kind))

    def _kind(self, node: nodes.TextElement, around: BlockKind) -> BlockKind:
        if isinstance(node, nodes.title | nodes.subtitle):
            return BlockKind.HEADING
        return BlockKind.CODE if isinstance(node, _CODE) else around

    def _line(self, node: nodes.Element) -> Line:
        line = Line()
        self._inline(line, node, "", italic=False)
        return line

    def _inline(self, line: Line, parent: nodes.Element, href: str, *, italic: bool) -> None:
        for node in parent.children:
            if isinstance(node, nodes.Text):
                line.add(node.astext(), href, italic=italic)
            elif isinstance(node, nodes.footnote_reference | nodes.citation_reference):
                line.mark(node.get("refid") or node.get("refname") or node.astext(), node.astext())
            elif isinstance(node, nodes.Element) and not isinstance(node, (nodes.system_message, nodes.raw)):
                self._inline(line, node, node.get("refuri") or href, italic=italic or isinstance(node, _ITALIC))

    def _add_note(self, note: nodes.Element) -> None:
        label = next((each.astext() for each in note.children if isinstance(each, nodes.label)), "")
        kind = NoteKind.REFERENCE if isinstance(note, nodes.citation) else NoteKind.FOOTNOTE
        lines = [self._line(each) for each in note.findall(nodes.TextElement) if self._is_block(each)]
        for key in note["ids"] or note["names"]:
            self._draft.add_note(key, label, kind, lines)
            break

    def _is_block(self, node: nodes.Node) -> bool:
        """A text of its own, not a part of another."""
        return not isinstance(node, _SKIPPED) and not isinstance(node.parent, nodes.TextElement)
