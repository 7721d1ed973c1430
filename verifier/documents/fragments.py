"""Turn a note's rendered HTML into lines: for formats whose notes come as HTML (Markdown).

In: HTML of one note. Out: its paragraphs as `Line`s, with links, italics and superscripts. The walk through the HTML is the one of
the articles themselves.
"""

from __future__ import annotations

from verifier.documents.line import Line
from verifier.model import Hyperlink
from verifier.notes.assemble import leads_out
from verifier.notes.flow import Flow, Stretch, spans_within
from verifier.notes.markup import lay_out
from verifier.notes.trimmed import Trimmed


def read_lines(markup: str) -> list[Line]:
    """The paragraphs of a fragment.

    >>> [line] = read_lines('<p>See <a href="https://site.example/a"><em>Lakes</em></a>.</p>')
    >>> line.text, line.links[0].href, line.emphasis
    ('See Lakes.', 'https://site.example/a', [(4, 9)])
    """
    flow, _ = lay_out(markup)
    return [line for stretch in flow.blocks if (line := _line(flow, stretch)).text]


def _line(flow: Flow, stretch: Stretch) -> Line:
    """The words of one block, and what begins in it."""
    trimmed = Trimmed(flow.text, stretch.start, stretch.end, ())
    line = Line(trimmed.text)
    for start, end, href in spans_within(flow.links, stretch.start, stretch.end):
        if leads_out(href):
            line.links.append(Hyperlink(trimmed.offset(start), trimmed.offset(end), href))
    line.emphasis = [
        (trimmed.offset(start), trimmed.offset(end))
        for start, end in spans_within(flow.emphasis, stretch.start, stretch.end)
    ]
    line.raised = [
        (trimmed.offset(start), trimmed.offset(end))
        for start, end in spans_within(flow.raised, stretch.start, stretch.end)
    ]
    return line
