"""Which links of a page stand beside its text: in bylines, tags, captions and boxes between the paragraphs.

In: the flow, and where a link begins. Out: yes or no. The rule: what an element is called tells, or what the link says of itself (`rel`),
as far as the element is small beside the page: a name that holds the whole article says nothing of its links.
"""

from __future__ import annotations

from verifier.notes.flow import Area, Flow
from verifier.notes.rules import PATTERN

_EDGES = frozenset(("header", "footer"))  # of the article; of a block quotation, they say where it is from
_NAMES = _EDGES | {"figure", "figcaption", "caption", "address", "time", "button", "label", "nav", "form", "summary"}
_RELS = frozenset("author tag license category me prev next sponsored bookmark home index contents glossary".split())
_WHOLE = frozenset(("html", "body", "main", "article"))
_SMALL, _LEAST = 600, 200  # characters
_SHARE = 3  # of the page, at most one third
_HIGHEST = 12


def stands_beside(flow: Flow, start: int) -> bool:
    """Whether the link that begins here belongs to no sentence of the article."""
    most = min(_SMALL, max(_LEAST, len(flow.text) // _SHARE))
    at = flow.element_at(start)
    for _ in range(_HIGHEST):
        if at < 0 or flow.elements[at].name in _WHOLE:
            return False
        element = flow.elements[at]
        rel = (element.attributes.get("rel") or "").lower().split() if element.name == "a" else ()
        small = element.end - element.start <= most
        told = element.name in _NAMES and not (element.name in _EDGES and element.area & Area.QUOTATION)
        if told or not _RELS.isdisjoint(rel):
            return True
        if small and (element.area & Area.ASIDE or PATTERN["beside_the_text"].search(element.words)):
            return True
        at = element.parent
    return False
