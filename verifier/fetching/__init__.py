"""Plans: what the network must be asked to get one source, as generators. One module a plan, one line in PLANS.

A plan yields a `Request` and is sent a `Response` or `Failure`; it yields a `Snapshot` and is sent its text. So "live, then a memento
near the access date" is one straight function, and a test needs no network.
"""

from __future__ import annotations

from collections.abc import Callable

from verifier.fetching.kept import keep_exchanges
from verifier.fetching.live import fetch_import, fetch_live, fetch_replay
from verifier.fetching.steps import Mementos, Plan, Wanted
from verifier.model import PlanName

__all__ = ["PLANS", "Mementos", "Plan", "Wanted"]

PLANS: dict[PlanName, Callable[[Wanted], Plan]] = {
    PlanName.LIVE: keep_exchanges(fetch_live),
    PlanName.REPLAY: keep_exchanges(fetch_replay),
    PlanName.IMPORT: keep_exchanges(fetch_import),
}
