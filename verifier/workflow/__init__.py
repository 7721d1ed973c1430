"""The straight lines from document to report, and the weekly re-check. The network and the clock are arguments.

In: values and an open archive. Out: a `Report`, `Fetched`, a `RecheckReport`. The rule of these files: what a fetch brought is in the
archive before anything is said about it, so that an interrupted run keeps what it has. What only one verb needs (`exporting`, `importing`)
it imports itself: files of captures are nothing that a check loads.
"""

from verifier.workflow.check import Aids, check
from verifier.workflow.collect import Network, archive_sources, collect
from verifier.workflow.extract import extract
from verifier.workflow.recheck import recheck, require_clock

__all__ = ["Aids", "Network", "archive_sources", "check", "collect", "extract", "recheck", "require_clock"]
