"""How old an answer may be. In: a visit. Out: whether it needs no other yet."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from verifier.model import Family, Fetch, Link

# How long an answer that tells nothing is left alone: a wall is none an hour later more often than a minute later, and who asks to be
# left alone means it. What another option would open (a browser, a private address) is asked at once.
_WALLS_STAND = {Link.BLOCKED: timedelta(hours=1), Link.RESTRICTED: timedelta(hours=1)}
_A_WHILE = timedelta(minutes=10)
_FAULTS_STAND = {Link.SERVER_ERROR: _A_WHILE, Link.UNREACHABLE: _A_WHILE, Link.NEEDS_JS: _A_WHILE}
_OF_THIS_SIDE = frozenset(["unsafe", "no_network", "dns", "robots"])


@dataclass(frozen=True, slots=True)
class Age:
    """How old an answer may be: what was found or lost `most`, what could not be told the time of its kind."""

    now: datetime
    most: timedelta

    @property
    def since(self) -> datetime:
        """The moment from which on answers stand."""
        return self.now - self.most

    def stands(self, known: Fetch, *, renders: bool = False) -> bool:
        """Whether a visit needs no other yet; `renders`: a browser may get behind what stopped it."""
        # Of age 0 nothing stands, not what came in this very second.
        if self._moment(known).replace(microsecond=0) <= self.since:
            return False
        if known.status.family is not Family.CANNOT_TELL:
            return True
        link, rule = known.status.link, known.status.rule
        if rule in _OF_THIS_SIDE or (renders and rule != "rate_limit"):
            return False
        waits = _WALLS_STAND.get(link) or _FAULTS_STAND.get(link) or timedelta(0)
        return timedelta(0) <= self.now - self._moment(known) < waits

    @staticmethod
    def _moment(known: Fetch) -> datetime:
        """When the archive learned of a visit: what a reader took in today is today's, whenever it was saved."""
        return max(known.fetched_at, known.imported_at or known.fetched_at)
