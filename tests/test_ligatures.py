"""Files whose text has lost the letters that are printed as one sign. All texts invented."""

from __future__ import annotations

import pytest

from verifier.matching.index import Index
from verifier.matching.ligatures import find_without_ligatures

SOURCE = "Minutes. The of cers of the weir nd it dif cult to de ne the rst line of the\nnal o er of 1911, and 12 of them left."
SAID = "The officers of the weir find it difficult to define the first line of the final offer"


def test_lost_ligatures_are_no_other_words() -> None:
    found = find_without_ligatures(SAID, Index(SOURCE))
    assert found is not None
    assert (found.verdict, found.exact) == ("near_verbatim", SOURCE[len("Minutes. ") : SOURCE.index(" of 1911")])


@pytest.mark.parametrize(
    "quoted",
    [
        SAID.replace("difficult", "easy"),
        SAID.replace("first", "last"),
        SAID.replace("the weir find", "the weir do not find"),
        SAID + " of 1912",
        "The officers of the weir find it difficult to define the first line of the final offer of 1911, and 1 2 of them",
        "The council of the weir may say how the rest is done",  # nothing that could be lost
    ],
)
def test_other_words_are_other_words(quoted: str) -> None:
    assert find_without_ligatures(quoted, Index(SOURCE)) is None
