"""The straight lines from document to report, and the weekly re-check. The network and the clock are arguments.

In: values and an open archive. Out: a `Report`, `Fetched`, a `RecheckReport`. The rule of these files: what a fetch brought is in the
archive before anything is said about it, so that an interrupted run keeps what it has. Each name is loaded when it is first asked for: a
re-check loads nothing that reads articles, and files of captures are nothing that a check loads.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from verifier.lazily import lazily

if TYPE_CHECKING:
    from verifier.workflow.checking import Aids, check
    from verifier.workflow.collecting import Network, archive_sources, collect
    from verifier.workflow.extracting import extract
    from verifier.workflow.rechecking import recheck, require_clock

__all__ = ["Aids", "Network", "archive_sources", "check", "collect", "extract", "recheck", "require_clock"]

_WHERE = {
    "checking": "Aids check",
    "collecting": "Network archive_sources collect",
    "extracting": "extract",
    "rechecking": "recheck require_clock",
}

__getattr__ = lazily(__name__, _WHERE)
