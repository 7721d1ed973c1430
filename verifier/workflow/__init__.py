"""The straight lines from document to report, and the weekly re-check. The network and the clock are arguments.

In: values and an open archive. Out: a `Report`, `Fetched`, a `RecheckReport`. The rule of these files: what a fetch brought is in the
archive before anything is said about it, so that an interrupted run keeps what it has.
"""

from verifier.workflow.check import Aids, check
from verifier.workflow.collect import Network, archive_sources, collect
from verifier.workflow.exporting import export
from verifier.workflow.extract import extract
from verifier.workflow.importing import open_import, take_in
from verifier.workflow.recheck import recheck

__all__ = [
    "Aids", "Network", "archive_sources", "check", "collect", "export", "extract", "open_import", "recheck", "take_in",
]  # fmt: skip
