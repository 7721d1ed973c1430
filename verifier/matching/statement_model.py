"""How likely is a statement supported, by words and items alone. In: `Features`. Out: 0 to 1.

The rule of this file: a logistic regression that a reader can hold in the hand. `benchmarks/train_statements.py`
made the weights and prints them with their cross-validated figures; none is set by hand. Ten-fold, on the
open halves: AUROC 0.818 on WiCE (whole pages cited by Wikipedia), 0.741 on AttributionBench.
"""

from __future__ import annotations

import math
from typing import NamedTuple


class Features(NamedTuple):
    """What the model looks at; counts stop at `MOST`."""

    coverage: float  # of the statement's words, by their own weight, in the best passage
    rare_coverage: float  # the same, by weight times rarity on the page
    items_not_shown: float  # numbers and dates that are in none of the passages
    items_nowhere: float  # those that are not even elsewhere on the page
    names_nowhere: float  # names of which the page has no word
    names_partly: float  # names of which it has some


MOST = 3.0
_WEIGHTS = Features(
    coverage=1.870,
    rare_coverage=1.369,
    items_not_shown=-0.291,
    items_nowhere=-0.834,
    names_nowhere=-0.787,
    names_partly=-0.381,
)
_BIAS = -1.340


def score(features: Features) -> float:
    """The model's answer; 0.5 is where it errs as often to both sides (balanced classes)."""
    total = _BIAS + sum(weight * min(value, MOST) for weight, value in zip(_WEIGHTS, features, strict=True))
    return 1 / (1 + math.exp(-total))
