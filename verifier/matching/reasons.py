"""What people read of a match: one sentence that says what stands in the source and how it differs.

In: a verdict and its differences. Out: a sentence. The rule of this file: the first difference that changes the sense is shown in
the words of both, and the others are counted.
"""

from __future__ import annotations

from collections.abc import Sequence

from verifier.model import Difference, QuotationVerdict

_V = QuotationVerdict
_SHOWN = 8  # words
_ALONE = frozenset({"qualifier", "omission", "insertion", "order"})


_SAYS = {
    "number": "the number is another",
    "negation": "a “not” was added or lost",
    "name": "a name is another",
    "modality": "how certain or binding it is was changed",
    "word": "a word is another",
    "qualifier": "a qualifying word was left out",
    "omission": "words were left out without an ellipsis",
    "insertion": "words were put in without brackets",
    "order": "the words stand in another order",
    "stitched": "passages from different places were joined",
}


def reason_of(verdict: QuotationVerdict, differences: Sequence[Difference]) -> str:
    """The sentence for a verdict. The rule: nothing is claimed that the differences do not show.

    >>> from verifier.model import DifferenceKind
    >>> reason_of(_V.ALTERED, [Difference(DifferenceKind.NUMBER, "12", "10", material=True)])
    'In the source the number is another: “12” in the article, “10” in the source.'
    """
    if verdict is _V.VERBATIM:
        return "The quoted words stand in the source, word for word."
    if verdict is _V.VERBATIM_MARKED:
        return "The quoted words stand in the source, with changes that the article marks."
    if verdict is _V.NOT_FOUND:
        return "The quoted words are not in the source; the nearest passage is shown."
    if verdict is _V.NEAR_VERBATIM:
        return f"The quoted words stand in the source but for {_list(differences)}."
    material = [d for d in differences if d.material]
    if verdict is _V.PARTIAL and not material:
        return "Only a part of the quoted words stands in the source."
    what = "Only a part stands in the source, and there " if verdict is _V.PARTIAL else "In the source "
    return f"{what}{_material(material)}."


def _material(material: Sequence[Difference]) -> str:
    kinds = dict.fromkeys(d.kind for d in material)
    left = len(material) - 1
    more = f" ({left} more difference{'s' if left > 1 else ''})" if left else ""
    return f"{_SAYS[next(iter(kinds))]}{_shown(material[0])}{more}"


def _shown(difference: Difference) -> str:
    """The words of both; of what is only left out, put in or moved those words alone."""
    quoted, source = cut(difference.quoted), cut(difference.source)
    alone = difference.kind in _ALONE and not (quoted and source)
    if alone or quoted.casefold() == source.casefold():
        return f": “{source or quoted}”" if source or quoted else ""
    return f": “{quoted or '–'}” in the article, “{source or '–'}” in the source"


def _list(differences: Sequence[Difference]) -> str:
    kinds = dict.fromkeys(d.kind for d in differences if d.kind != "marked")
    names = {
        "case": "a capital letter",
        "typo": "a typing error",
        "spelling": "a spelling variant",
        "diacritics": "diacritics",
        "punctuation": "punctuation",
        "value": "another way of writing a number or date",
    }
    return " and ".join(names.get(k, k) for k in kinds)


def cut(words: str) -> str:
    """The first few words.

    >>> cut("one two three four five six seven eight nine")
    'one two three four five six seven eight …'
    """
    parts = words.split()
    return words if len(parts) <= _SHOWN else " ".join(parts[:_SHOWN]) + " …"
