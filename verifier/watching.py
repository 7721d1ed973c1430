"""Who watches a run: what is told while it goes on. The rule of this file: a run goes the same way, whoever watches."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from verifier.model import Fetch, Finding


class Watcher:
    """Is told what happens, as it happens. This one does nothing: nobody watches."""

    def about(self, document: str) -> None:
        """What comes next is about this document, of several; "" where there is one."""

    def fetched(self, done: int, of: int, url: str) -> None:
        """So many sources of so many are there; this one came last."""

    def waits_for(self, hosts: Sequence[str], seconds: float) -> None:
        """Nothing comes at the moment: these hosts were asked and did not answer yet; the last of them has so many seconds left."""

    def lost(self, label: str, fetch: Fetch) -> None:
        """The source of the note with this label is not there any more."""

    def judged(self, label: str, finding: Finding) -> None:
        """A claim was held against the source of the note with this label."""


NOBODY = Watcher()
