"""Turn a note's rendered HTML into lines: for formats whose notes come as HTML (Markdown).

In: HTML of one note. Out: its paragraphs as `Line`s, with links, italics and superscripts. Walks by events, so
that nesting costs no stack.
"""

from __future__ import annotations

from lxml import etree

from verifier.documents.line import Line
from verifier.files.xml import Element, local_name

_BLOCKS = frozenset(
    (
        "p",
        "div",
        "li",
        "ul",
        "ol",
        "blockquote",
        "pre",
        "table",
        "tr",
        "td",
        "dl",
        "dd",
        "dt",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
    )
)
_LETTERS = {
    "italic": frozenset(("i", "em", "cite", "var", "dfn")),
    "raised": frozenset(("sup",)),
    "unseen": frozenset(("script", "style", "template", "head")),
}


def read_lines(markup: str) -> list[Line]:
    """The paragraphs of a fragment.

    >>> [line] = read_lines('<p>See <a href="https://site.example/a"><em>Lakes</em></a>.</p>')
    >>> line.text, line.links[0].href, line.emphasis
    ('See Lakes.', 'https://site.example/a', [(4, 9)])
    """
    parser = etree.HTMLParser(no_network=True, remove_comments=True, remove_pis=True)
    root = etree.fromstring(f"<div>{markup}</div>", parser)
    walker = _Lines()
    if root is not None:
        for event, element in etree.iterwalk(root, events=("start", "end")):
            (walker.start if event == "start" else walker.end)(element)
    return [line for line in walker.lines if line.text]


class _Lines:
    """The lines so far, and what is open at this point of the walk."""

    def __init__(self) -> None:
        self.lines = [Line()]
        self._links: list[str] = []
        self._depths = dict.fromkeys(_LETTERS, 0)

    def start(self, element: Element) -> None:
        """An element opens: its own text follows."""
        name = local_name(element)
        self._open(name, 1)
        if name == "br":
            self.lines[-1].line_break()
        elif name == "img":
            self._add(element.get("alt") or "")
        elif name == "a":
            self._links.append(element.get("href") or "")
        self._add(element.text or "")

    def end(self, element: Element) -> None:
        """An element closes: the text after it follows."""
        name = local_name(element)
        self._open(name, -1)
        if name == "a":
            self._links.pop()
        self._add(element.tail or "")

    def _open(self, name: str, step: int) -> None:
        if name in _BLOCKS:
            self.lines.append(Line())
        for kind, names in _LETTERS.items():
            self._depths[kind] += step if name in names else 0

    def _add(self, text: str) -> None:
        if text and not self._depths["unseen"]:
            href = self._links[-1] if self._links else ""
            self.lines[-1].add(text, href, italic=self._depths["italic"] > 0, raised=self._depths["raised"] > 0)
